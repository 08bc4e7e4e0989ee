"""What speaks against telling a sentence away from its text, though it reads whole.

None of it is wrong by itself, so nothing is refused: the sentence only waits for better ones.
"""

import re
from typing import Final

from personalizer.hanging import hanging
from personalizer.passages import Passage
from personalizer.register import (
    ends_on_its_speaker,
    has_aside,
    is_half,
    is_imagined,
    is_spoken,
    sends_elsewhere,
    turns_to_reader,
    was_said_before,
)
from personalizer.traits import Trait

# What stands behind takes it back, wholly or in part.
_TAKEN_BACK: Final = re.compile(
    r"\s*(?:[-*>]\s)?(?:but|however|yet|unfortunately|that said|instead|except|(?:it )?turns out"
    r"|(?:in (?:reality|truth)|actually|sadly|alas),|not (?:so|quite)\b"
    r"|the (?:problem|trouble|catch) is|mais|cependant|pourtant|toutefois|néanmoins|hélas"
    r"|malheureusement"
    r"|en (?:revanche|théorie|principe|réalité|fait)|par contre|sauf|or\b,?(?= )"
    r"|seulement(?: voilà)?,|reste que|encore (?:faut-il|que)|eh ba?h? non|non[,.!]"
    r"|(?:le|seul|un) (?:petit )?(?:problème|souci|hic|bémol)|au contraire)(?!\w)",
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
# An item of a list without a mark at its end says its half of what stands above the list.
_ENDED: Final = re.compile(r"[.!?][\"”»)]*$")
_ONE_HANGS, _MORE_HANG = 1.2, 0.4


def misgiving(passage: Passage, text: str) -> float:
    """Return by how many spreads a passage stands behind one that nothing speaks against."""
    of_place, of_wording = _of_place(passage, text), _of_wording(passage.text)
    return of_place + of_wording + _of_matter(passage.text)


def is_taken_back(passage: Passage, text: str) -> bool:
    """Tell whether what stands behind a passage takes it back, wholly or in part."""
    ends = passage.span.end
    return _TAKEN_BACK.match(text[ends : ends + _AT_ONCE]) is not None


def is_unended(passage: Passage) -> bool:
    """Tell whether a passage is an item of a list that nothing ends."""
    return _ENDED.search(passage.text) is None


def _of_place(passage: Passage, text: str) -> float:
    """Return what speaks against a passage by what stands around it."""
    before = text[max(0, passage.span.start - _AT_ONCE) : passage.span.start]
    asks, hangs = Trait.QUESTION in passage.traits, hanging(passage, text)
    return _sum(
        (1.5, asks),
        (1.0, asks and _LISTED.search(before)),
        (1.2, is_taken_back(passage, text)),
        (2.0, is_unended(passage)),
        (_ONE_HANGS, hangs),
        (_MORE_HANG, len(hangs) > 1),
    )


def _of_wording(sentence: str) -> float:
    """Return what speaks against a sentence by how it is said."""
    return _sum(
        (1.2, is_spoken(sentence)),
        (1.0, has_aside(sentence)),
        (1.5, turns_to_reader(sentence)),
        (2.0, sends_elsewhere(sentence)),
        (0.6, was_said_before(sentence)),
        (1.8, is_half(sentence)),
        (1.2, is_imagined(sentence)),
        (0.8, ends_on_its_speaker(sentence)),
        (0.7, sentence.endswith("!")),
    )


def _of_matter(sentence: str) -> float:
    """Return what speaks against a sentence by what it says."""
    return _sum(
        (1.5, _CREDIT.search(sentence)),
        (0.7, _AT_HAND.search(sentence)),
        (0.9, _ONE_OF.search(sentence)),
        (0.9, _ANNOUNCES.search(sentence)),
        (0.5, _WITH_READER.search(sentence)),
        (0.5, _OF_IT.search(sentence)),
        (1.0, _AT_OURS.search(sentence)),
    )


def _sum(*found: tuple[float, object]) -> float:
    return sum(weight for weight, holds in found if holds)
