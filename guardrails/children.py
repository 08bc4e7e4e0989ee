"""Where a text shows somebody's child: their given name, beside their age or their picture.

Neither the child nor a parent who is a colleague's colleague can be asked by a reader. A grown
son has an age too, "nine years of experience" are nobody's, and a child without a name is no one.
"""

import re
from collections.abc import Iterator
from types import MappingProxyType

from domain.language import Language
from domain.review import Span
from guardrails.claims import Claims, Place
from guardrails.lexicon import is_given_name
from guardrails.reading import Reading, fold_term

# Apart, as the French "son" is no child.
_CHILD = MappingProxyType(
    {
        Language.FRENCH: re.compile(
            r"(?<!\w)(?:(?:la|ma|sa|notre|leur|mes|ses|nos) (?:(?:petite|belle)s?[ -])?filles?"
            r"|(?:le|mon|son|notre|leur|mes|ses|nos) (?:(?:petit|beau)x?[ -])?fils|nieces?|neveux?"
            r"|filleule?s?|gamine?s?|bebe|enfants?|garcon(?:net)?s?|fillettes?|jumeaux|jumelles"
            r"|petits-enfants)(?!\w)"
        ),
        Language.ENGLISH: re.compile(
            r"(?<!\w)(?:(?:grand|step|god)?(?:daughters?|sons?|child|children)|kids?|nieces?|nephews?"
            r"|toddlers?|baby|boys?|girls?|twins)(?!\w)"
        ),
    }
)
_UNDER_AGE = (
    r"(?:1[0-7]|[1-9]|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze"
    r"|quinze|seize|dix-sept|one|two|three|four|five|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen)"
)
# "9 ans", "aged 9", "she is 9", "nine years old", "Zoe, 9,": but no "9 ans de maison".
_AGE = re.compile(
    rf"(?<![\w.,]){_UNDER_AGE} (?:ans|mois)"
    r"(?! ?(?:d'|de |dans |chez |a |au |apres |plus |que ))(?!\w)"
    # "a eu 9 ans au printemps", "fête ses 9 ans à Dole", not "9 ans à l'atelier", "il y a 9 ans"
    rf"|(?<!il y )(?<!\w)(?:a|aura|avait|eu|ses) {_UNDER_AGE} ans"
    r"(?! ?(?:d'|de |dans |chez |apres |plus |que ))(?!\w)"
    rf"|(?<!\w)(?:(?:aged|is|turn(?:s|ed|ing)?)|(?:she|he|who)'s) {_UNDER_AGE}"
    r"(?![\w%]|[.,:]\d| (?!years? old|and (?!\d)|now|today)\w)"
    rf"|(?<!\w)turn(?:s|ed|ing)? {_UNDER_AGE} (?:in|on|at|this|last|next|yesterday|during)(?!\w)"
    r"|(?<=\w )\((?:1[0-7]|[1-9])\)"
    rf"|(?<!\w){_UNDER_AGE}[ -](?:years?|months?)[ -]old(?!\w)"
    r"|(?<=\w, )(?:1[0-7]|[1-9])(?=,)"
)
_YEAR_OLD = re.compile(rf"(?<!\w){_UNDER_AGE}[ -]years?[ -]old (?P<name>[\w-]+)")
_PICTURE = re.compile(
    r"(?<!\w)(?:photos?|selfies?|pictures?|snaps?|sur l'image|in the image)(?!\w)"
)
_CAPITALISED = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-Þ][\w-]+")


def children(reading: Reading) -> Iterator[Span]:
    """Yield each sentence that names a child and tells its age or shows it."""
    claims = reading.view(Claims)
    found = sorted(_told(reading.bare.text, reading.language))
    for sentence, place in claims.first_in_each(found).items():
        words = claims.words(sentence)
        is_told = _AGE.search(words) or _PICTURE.search(words)
        if is_told and not claims.is_quoted(place) and _names_one(reading, claims, sentence):
            yield claims.span(place)


def _told(bare: str, language: Language) -> Iterator[Place]:
    yield from (Place(*one.span()) for one in _CHILD[language].finditer(bare))
    aged = _YEAR_OLD.finditer(bare)  # "nine-year-old Zoe", but no "nine-year-old pump"
    yield from (Place(*one.span()) for one in aged if is_given_name(one["name"]))


def _names_one(reading: Reading, claims: Claims, sentence: Place) -> bool:
    written = reading.slice(claims.span(sentence))
    return any(is_given_name(fold_term(name)) for name in _CAPITALISED.findall(written))
