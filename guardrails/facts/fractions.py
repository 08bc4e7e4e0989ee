"""Parts and multiples in words: "deux tiers", "half of the team", "a doublé", "tripled".

Everything here reads bare folded text (lower case, no accents, plain spaces). Words that only
sometimes tell a part are read where nothing else can be meant: "un tiers" may be a third party,
"the first half" a time, "double" a kind.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from guardrails.facts.digits import matches_at, starts_of
from guardrails.facts.numerals import ONES
from guardrails.facts.passage import Passage

_MANY = {**ONES, "a": 1}
_SEVERAL_FR = "deux|trois|quatre|cinq|six|sept|huit|neuf"
_SEVERAL_EN = "two|three|four|five|six|seven|eight|nine"
_PARTS = {
    "tiers": 3, "quart": 4, "cinquieme": 5, "sixieme": 6, "septieme": 7, "huitieme": 8,
    "neuvieme": 9, "dixieme": 10, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_MULTIPLES = {
    "double": 2, "triple": 3, "quadruple": 4, "doubled": 2, "tripled": 3, "quadrupled": 4,
}  # fmt: skip
_FRENCH = "tiers|quart|cinquieme|sixieme|septieme|huitieme|neuvieme|dixieme"
_ENGLISH = "third|quarter|fifth|sixth|seventh|eighth|ninth|tenth"
_NO_PART = r"(?! d'heure| de confiance| de (?:seconde|finale|tour|siecle)| hour| finals?\b)"
_OF = r"(?= d(?:e|es|u)\b| d')"
# "Half the battle", "la moitié du temps": a manner of speaking.
_SAYING = (
    r"(?:battle|fun|day|time|way|story|truth|night|morning|hour|year|month|week|work|job|point|price"
    r"|season|world|planet|effort|pleasure|temps|chemin|travail|monde|mois|semaine|journee|nuit"
    r"|plaisir|prix|annee)\b"
)
# Rounded, it is a part, whatever follows: "nearly half came", "plus de la moitié".
_HEDGED_EN = r"(?:(?<=nearly )|(?<=almost )|(?<=about )|(?<=over )|(?<=than )|(?<=under ))"
_HEDGED_FR = r"(?:(?<=presque )|(?<=pres de )|(?<=plus de )|(?<=moins de )|(?<=environ ))"
_SAYS = (
    r"(?= (?:of (?!an?\b)|more|less|fewer|in|by|are|is|was|were|have|has|had|do|did|say|said|came"
    r"|come|chose|use|[a-z]{3,}ed\b)|\s*(?:[^\w\s-]|$))"
)
PART = re.compile(
    r"(?<![\w-])(?:"
    rf"(?P<many>{_SEVERAL_FR})"
    rf"[ -](?P<parts>tiers|(?:{_FRENCH})s){_NO_PART}(?![\w-])"
    rf"|(?P<one>un) (?P<of>{_FRENCH}){_NO_PART}{_OF}"
    rf"|(?<=d')(?P<by_one>un) (?P<by>{_FRENCH}){_NO_PART}(?![\w-])"
    rf"|(?P<half>la moitie(?= d(?:e|es|u)\b| d')(?! (?:du|des|de la) {_SAYING})"
    r"|(?<=\bde )moitie(?![\w-])"
    r"|(?<!first )(?<!second )(?<!other )(?<!better )(?<!latter )half"
    rf"(?=(?: of)? (?:the|our|their|its|all|us|them|you|those|these)\b(?! {_SAYING}))"
    rf"|{_HEDGED_EN}half(?! (?:an?|past|{_SAYING}))(?![\w-])|{_HEDGED_FR}la moitie\b"
    r"|(?<=\bby )half(?![\w-]| past)|halved(?![\w-])"
    r"|divise(?:e|s|es|nt|r)? par (?:deux|2)(?![\w-]))"
    rf"|(?P<several>{_SEVERAL_EN})"
    rf"[ -](?P<of_several>(?:{_ENGLISH})s){_NO_PART}(?![\w-])"
    rf"|(?P<a>a|one)[ -](?P<of_a>{_ENGLISH})(?= of (?!an hour|a second|\d))"
    rf"|{_HEDGED_EN}(?P<about_a>a|one)[ -](?P<about>{_ENGLISH}){_NO_PART}{_SAYS}"
    rf"|(?<=\bby )(?P<by_a>a|one)[ -](?P<english>{_ENGLISH})(?![\w-]))"
)
_ONE_HALF = Fraction(1, 2)
# "Il a double nationalité", "m'a doublé", "doubled as": kinds and other deeds. Where the accent is
# written, it is the verb; "ont doublé d'efforts" is a manner of speaking.
MULTIPLE = re.compile(
    r"(?<!m'a )(?<!t'a )(?<!l'a )(?<!nous a )(?<!vous a )(?:(?<=\ba )|(?<=\bont )|(?<=\bavait )"
    r"|(?<=\bavaient )|(?<=\bayant )|(?<=\baura )|(?<=\bpresque )|(?<=\bquasiment )"
    r"|(?<=\bplus que ))(?P<fr>double|triple|quadruple)"
    r"(?![\w-]| d'(?!un|ici|entre|apres|ampleur|envergure|effectif|activite))"
    r"|(?<![\w-])(?P<en>doubled|tripled|quadrupled)"
    r"(?! (?:down|up|back|as)\b| over (?:in|with|laughing)\b| over[.,!]|[\w-])"
)
_SURELY_THE_VERB = re.compile(
    r"\s*(?:[.,;:!?)\n]|$)| (?:de|en|depuis|par|entre|d'ici|l'an|cette|grace|puis|et|chez|au"
    r"|pendant|a)\b"
)
_ACUTE = frozenset("éÉ")
# For RE2: where one may begin.
A_PART = (
    rf"\b(?:(?:{_SEVERAL_FR})[ -](?:tiers|(?:{_FRENCH})s)"
    rf"|un (?:{_FRENCH})|la moitie|moitie|half|halved|divise"
    rf"|(?:{_SEVERAL_EN})[ -](?:{_ENGLISH})s"
    rf"|(?:a|one)[ -](?:{_ENGLISH}))"
)
A_MULTIPLE = r"\b(?:double|triple|quadruple)"
_DIVIDED = ("divise", "divisee", "divises", "divisees", "divisent", "diviser")
# One of these stands in every part, or multiple.
_EITHER = f"{_FRENCH}|{_ENGLISH}".split("|")
PART_WORDS = frozenset(
    ["moitie", "half", "halved", *_DIVIDED, *_EITHER, *(f"{one}s" for one in _EITHER)]
)
MULTIPLE_WORDS = frozenset(_MULTIPLES)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole, or how many times as much, and where it stands."""

    value: Fraction
    start: int
    end: int

    @property
    def is_multiple(self) -> bool:
        """Tell whether it is more than the whole."""
        return self.value > 1


def parts(passage: Passage) -> Iterator[Part]:
    """Yield the parts and multiples of a text that are told in words."""
    text = passage.text
    starts = starts_of(A_PART, text) if passage.may_hold(PART_WORDS) else ()
    for match in matches_at(PART, text, starts):
        yield Part(_share(match), *match.span())
    starts = starts_of(A_MULTIPLE, text) if passage.may_hold(MULTIPLE_WORDS) else ()
    for match in matches_at(MULTIPLE, text, starts):
        if match["en"] or _is_verb(match, passage):
            yield Part(Fraction(_MULTIPLES[match["fr"] or match["en"]]), *match.span())


def _is_verb(match: re.Match[str], passage: Passage) -> bool:
    """Tell whether "a double" says that something doubled."""
    last = passage.bare.span(match.end() - 1, match.end())
    is_accented = not _ACUTE.isdisjoint(passage.original[last.start : last.end])
    return is_accented or _SURELY_THE_VERB.match(passage.text, match.end()) is not None


def _share(match: re.Match[str]) -> Fraction:
    if match["half"]:
        return _ONE_HALF
    said = [one for one in match.groups() if one]
    many, of = said[0], said[1].removesuffix("s") if said[1] != "tiers" else "tiers"
    return Fraction(_MANY[many], _PARTS[of])
