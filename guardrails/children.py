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
            r"(?<!\w)(?:(?:la|ma|sa|notre|leur) (?:petite )?fille"
            r"|(?:le|mon|son|notre|leur) (?:petit )?fils|niece|neveu"
            r"|filleule?|gamine?|bebe|enfants?)(?!\w)"
        ),
        Language.ENGLISH: re.compile(
            r"(?<!\w)(?:daughters?|sons?|kids?|child|children|niece|nephew|godson|goddaughter|toddler"
            r"|baby|little (?:boy|girl))(?!\w)"
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
    rf"|(?<!\w)(?:aged|(?:she|he|who) is|(?:she|he)'s|who's) {_UNDER_AGE}"
    r"(?![\w%]|[.,:]\d| (?!years? old|and|now|today)\w)"
    rf"|(?<!\w){_UNDER_AGE}[ -](?:years?|months?)[ -]old(?!\w)"
    r"|(?<=\w, )(?:1[0-7]|[1-9])(?=,)"
)
_PICTURE = re.compile(
    r"(?<!\w)(?:photos?|selfies?|pictures?|snaps?|sur l'image|in the image)(?!\w)"
)
_CAPITALISED = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-Þ][\w-]+")


def children(reading: Reading) -> Iterator[Span]:
    """Yield each sentence that names a child and tells its age or shows it."""
    claims = reading.view(Claims)
    found = (Place(*one.span()) for one in _CHILD[reading.language].finditer(reading.bare.text))
    for sentence, place in claims.first_in_each(found).items():
        words = claims.words(sentence)
        is_told = _AGE.search(words) or _PICTURE.search(words)
        if is_told and not claims.is_quoted(place) and _names_one(reading, claims, sentence):
            yield claims.span(place)


def _names_one(reading: Reading, claims: Claims, sentence: Place) -> bool:
    written = reading.slice(claims.span(sentence))
    return any(is_given_name(fold_term(name)) for name in _CAPITALISED.findall(written))
