"""People in a sentence: whose words it quotes, and whom it names by their role."""

import re
from dataclasses import dataclass
from typing import Final

from domain.language import Language
from personalizer.prefiltered import Prefiltered
from personalizer.tongue import FUNCTION_WORDS

_NAME: Final = (
    r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:[-'’][A-ZÀ-ÖØ-Þ]?[a-zà-öø-ÿ]+)*"
    r"(?:\s(?:de|du|van|von|le|la|d[’']))?(?:\s[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ'’]+(?:-[A-ZÀ-ÖØ-Þ]?[a-zà-öø-ÿ'’]+)*){1,2}"
)
_SAYS: Final = (
    r"(?:dit|explique|expliquait|raconte|précise|résume|confie|ajoute|affirme|note|souligne"
    r"|rappelle|constate|plaisante|reconnaît|estime|insiste|indique|conclut|glisse|admet"
    r"|observe|répond|témoigne|said|says|explains?|explained|told|adds?|added|notes?|noted|wrote"
    r"|writes|recalls?|recalled)"
)
_ROLE: Final = (
    r"(?:direct(?:eur|rice)|responsable|chef|cheffe|ingénieure?|développeu\w+|designer|fondat\w+"
    r"|technicien(?:ne)?|chargée? de|professeure?|chercheu\w+|CEO|CTO|head|lead|manager|director"
    r"|engineer|developer|founder|professor|researcher|chief|fellow|specialist|strategist)"
)
_LITTLE: Final = FUNCTION_WORDS[Language.FRENCH] | FUNCTION_WORDS[Language.ENGLISH]
_QUOTED: Final = re.compile(r"«\s?([^«»]{15,220}?)\s?»|“([^“”]{15,220})”|\"([^\"]{15,220})\"")
_SPEAKER: Final = Prefiltered(
    rf"{_SAYS}(?:-t-(?:il|elle))?\s(?P<after>{_NAME})"
    rf"|(?P<before>{_NAME})(?:,[^,«“\"]{{2,60}},)?\s{_SAYS}\b"
    rf"|(?:[Ss]elon|[Dd]['’]après|[Aa]ccording to)\s(?P<source>{_NAME})"
)
_TITLES: Final = frozenset(
    "Director Directeur Administrator Secretary Officer Manager Team".split()
)
_NAMED: Final = re.compile(
    rf"(?P<name>{_NAME}),\s(?:(?:notre|our|the|an?|la|le|l[’'])\s?)?(?:\w+\s)?{_ROLE}\b"
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words somebody said, and who; `speaker` is None when the sentence does not tell."""

    words: str
    speaker: str | None


def spoken_in(sentence: str) -> Spoken | None:
    """Return the words quoted in a sentence with their speaker, if it quotes anybody."""
    match = _QUOTED.search(sentence)
    if match is None:
        return None
    words = next(group for group in match.groups() if group)
    around = sentence[: match.start()] + " … " + sentence[match.end() :]
    speaker = _speaker(around)
    # Without a verb of saying, quotation marks hold a term or a title more often than speech.
    return Spoken(words.strip(" ,"), speaker) if speaker and len(words.split()) > 3 else None  # noqa: PLR2004 - four words make a saying


def person_in(sentence: str) -> str | None:
    """Return the person a sentence names as speaking or by their role."""
    named = _NAMED.search(sentence)
    return _name_only(named["name"]) if named else _speaker(sentence)


def _speaker(text: str) -> str | None:
    match = _SPEAKER.search(text)
    found = next((name for name in match.groups() if name), None) if match else None
    return _name_only(found) if found else None


def _name_only(found: str) -> str | None:
    """Return a name without the little word a sentence opened with; a lone word is no name."""
    words = found.split()
    while words and words[0].casefold() in _LITTLE:
        words.pop(0)
    is_title = not words or words[-1] in _TITLES
    return None if is_title or len(words) == 1 else " ".join(words)
