"""What speaks against telling a sentence away from its text, though it reads whole.

None of it is wrong by itself, so nothing is refused: the sentence only waits for better ones.
"""

import re
from typing import Final

from personalizer.passages import Passage
from personalizer.traits import Trait

# What stands behind takes it back, wholly or in part.
_TAKEN_BACK: Final = re.compile(
    r"\s{0,3}(?:but|however|yet|unfortunately|that said|instead|except|though|mais|cependant"
    r"|pourtant|toutefois|néanmoins|hélas|malheureusement|en (?:revanche|théorie|principe)"
    r"|par contre|sauf|or)\b",
    re.IGNORECASE,
)
# Thanks, credits and joy.
_CREDIT: Final = re.compile(
    r"\b(?:thank(?:s|ful)?|grateful|appreciat\w+|congratulat\w+|kudos|shout-?outs?|excited|proud"
    r"|thrilled|pleased|honou?red|credits?|credited|remerci\w+|merci|bravo|félicit\w+|heureux"
    r"|ravis?|fiers?)\b|\bteam (?:includes|is made up|consists)\b",
    re.IGNORECASE,
)
# Of an instruction or an example at hand, not of the subject.
_AT_HAND: Final = re.compile(
    r"\b(?:install\w*|télécharg\w+|download\w*|clon(?:e[rz]?|ing)|playground|codepen|jsfiddle"
    r"|fichiers?|dossiers?|directory|folders?|repository|commandes?|terminal|exemples?|examples?"
    r"|options?|paramètres?|arguments?|propriétés?|cli(?:ck|que)\w*|ligne \d|pour info\w*)\b"
    r"|\b[a-z]+(?-i:[A-Z])\w+|\w_\w",
    re.IGNORECASE,
)
# Something said of one among others, or at a time, that stands before it.
_ONE_OF: Final = re.compile(
    r"\b(?:(?:the|some|some of the|of the|of our|many) other|the rest of|likewise"
    r"|instead(?! of)|besides|eventually|from there|back then|at first|by then"
    r"|at (?:this|that) (?:point|stage|time)"
    r"|afterward?s?|later|les autres|l['’]autre|d['’]autres|le reste d\w+|dans ce cas"
    r"|à ce (?:stade|moment)|là encore|au (?:début|départ)|plus tard"
    r"|dans un (?:premier|second) temps)\b",
    re.IGNORECASE,
)
# "There are several ways": which, stands behind.
_ANNOUNCES: Final = re.compile(
    r"\b(?:plusieurs|différentes?|deux|trois|quatre|quelques|certaines?|several|two|three|four"
    r"|five|some|a few|many|different|a number of) (?:manières|façons|étapes|raisons|choses|points"
    r"|cas|solutions|possibilités|types|options|commandes|principes|ways|reasons|things|steps"
    r"|questions|lessons|tips)\b",
    re.IGNORECASE,
)
_WITH_READER: Final = re.compile(
    r"\b(?:we|our|us|nous|notre|nos|vous|votre|vos|tu|ton|ta|tes|your?)\b", re.IGNORECASE
)
_OF_IT: Final = re.compile(r"^.{0,60}\b(?:to|of|for|with|about|in|on|by) it\b", re.IGNORECASE)
# "At Ardemont, we work with partners" stands in every text of theirs.
_AT_OURS: Final = re.compile(
    r"^(?:at|chez) [A-Z0-9]\w+(?: [A-Z]\w+)?, (?:we|nous|on)\b", re.IGNORECASE
)
_LISTED: Final = re.compile(r"(?:^|\n)\s{0,8}(?:[-*•>]|\d{1,2}[.)])\s*$")
_AT_ONCE: Final = 40


def misgiving(passage: Passage, text: str) -> float:
    """Return by how many spreads a passage stands behind one that nothing speaks against."""
    begins, ends = passage.span.start, passage.span.end
    asks = Trait.QUESTION in passage.traits
    found = (
        (1.5, asks),
        (1.0, asks and _LISTED.search(text[max(0, begins - _AT_ONCE) : begins])),
        (1.2, _TAKEN_BACK.match(text[ends : ends + _AT_ONCE])),
        (1.5, _CREDIT.search(passage.text)),
        (0.7, _AT_HAND.search(passage.text)),
        (0.9, _ONE_OF.search(passage.text)),
        (0.9, _ANNOUNCES.search(passage.text)),
        (0.5, _WITH_READER.search(passage.text)),
        (0.5, _OF_IT.search(passage.text)),
        (1.0, _AT_OURS.search(passage.text)),
        (0.7, passage.text.endswith("!")),
    )
    return sum(weight for weight, holds in found if holds)
