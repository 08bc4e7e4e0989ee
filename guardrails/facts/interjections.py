"""Words of no list that open an answer to nobody, as "Boudiou, non." does.

Dialects and made-up interjections stand in no dictionary. A name may stand there too, so that it is
asked about, and only where nothing is said of it: a shout alone ("Tesla !") may be a company's,
and so may capitals; given names, places, whoever is spoken to, and what the text writes so
elsewhere are none.
"""

import re
from typing import Final

from guardrails.facts.names import Name
from guardrails.lexicon import may_be_a_given_name, other_names

_OPENS: Final = re.compile(r"(?:^|[.!?…\n]\s*)$")
_ANSWER: Final = (
    r"(?:non|oui|si|mais|ben|eh|ah|oh|no|yes|yeah|aye|nah|nope|well|but|listen|look|wait|ecoute"
    r"|ecoutez|écoute|écoutez|regarde|regardez|attends|attendez)"
)
_BEHIND: Final = re.compile(rf", {_ANSWER}(?: {_ANSWER})?(?![\w’'])[ \u00a0\u202f]?(?:[!.…?\n]|$)")
_LONGEST_LEAD: Final = 4


def is_exclaimed(text: str, name: Name) -> bool:
    """Tell whether a name may be an interjection: alone at the start of an answer."""
    word = text[name.start : name.end]
    if len(name.whole) > 1 or word[1:] != word[1:].lower():
        return False
    if may_be_a_given_name(name.phrase) or other_names(name.phrase):
        return False
    lead = text[max(0, name.start - _LONGEST_LEAD) : name.start]
    is_alone = _BEHIND.match(text, name.end) is not None and _OPENS.search(lead) is not None
    return is_alone and text.count(word) == 1
