"""Whether a sentence tells its reader what to do: nobody reports an order.

Told by the words it opens with, without a grammar.
"""

import re
from typing import Final

from personalizer.clauses import opens_apart
from personalizer.prefiltered import Prefiltered

# A bare verb and what it is done to: an order, which nobody reports.
_ORDERS: Final = Prefiltered(
    r"(?:\w+ly )?(?!during|given|under|above|since|until|among|amid|even|while|where|there|their"
    r"|these|through|across|within|unlike|despite|throughout|beyond|behind|beside|beneath|between"
    r"|with|without|from|for|into|upon|toward|towards|although|though|because|unless|when|whenever"
    r"|whether|all|both|not|many|only|via"
    r"|after|before|against|around|about|over|once|than|half|every|almost|per|plus|versus)"
    r"\w{3,}(?<!ing)(?<!ed)(?<!s)(?<!ly)"
    r" (?:an?|the|your|yourself|any|people|others|all|some|it|them) ",
    re.IGNORECASE,
)
# Told to a reader where they open a sentence.
BARE_VERBS: Final = frozenset(
    "ensure make use keep try take get start create build write read check find give set run"
    " ask remember consider imagine think look see go come join learn add avoid choose pick"
    " focus don offer partner deliver provide bring support share develop define identify"
    " hire test ship open publish connect talk listen measure plan leave consult expect"
    " notice install track gather invite aim stop limit schedule follow prepare explore"
    " document treat assume allow prioritize involve encourage ensure establish communicate"
    " embrace reach update enable move turn apply pair hold set visit submit sign compare"
    " collect".split()
)
# Unlike "how" or "but", these behind a condition are verbs.
_ORDERED: Final = frozenset(
    "ensure make use keep try take get start create build write read check find give set run ask be"
    " remember consider think look see go come learn add avoid choose pick focus provide bring"
    " share identify test talk listen measure plan leave follow prepare treat allow include".split()
)


# "Si le boîtier est gris, ne le démontez pas": a form in -ez without its "vous".
_YOURS: Final = re.compile(
    r"(?P<you>\bvous (?:[^\s,;:]+ ){0,3})?\b(?!chez\b|assez\b|rez\b|nez\b)[^\W\d_]{2,}ez\b",
    re.IGNORECASE,
)
_ASKED: Final = re.compile(r"(?:^|, )(?:do not|don['’]t|please|never) [a-z]+\b", re.IGNORECASE)


def is_told_to_do(sentence: str) -> bool:
    """Tell whether an English sentence opens on what its reader is to do."""
    first = re.match(r"[A-Z][a-z]+", sentence)
    opens = first is not None and first.group().casefold() in BARE_VERBS
    return opens or _ORDERS.match(sentence) is not None


def is_order(body: str) -> bool:
    """Tell whether an English sentence tells its reader what to do, at once or behind a comma."""
    behind = re.match(r"\w+", body.partition(", ")[2]) if opens_apart(body) else None
    orders = behind is not None and behind.group().casefold() in _ORDERED
    return orders or _ASKED.search(body) is not None or _ORDERS.match(body) is not None


def is_french_order(body: str) -> bool:
    """Tell the same of a French one, wherever in it the order stands."""
    return any(found["you"] is None for found in _YOURS.finditer(body))
