"""Which of the two languages an item is written in: what its source says, else its words."""

import math
import re
from collections.abc import Mapping

from domain.language import Language
from recommender.catalogue.rows import Record, Unusable

_NAMES = {
    **dict.fromkeys(("fr", "fra", "fre", "french", "francais", "français"), Language.FRENCH),
    **dict.fromkeys(("en", "eng", "english", "anglais"), Language.ENGLISH),
}
_SAYS_NOTHING = frozenset({"", "und", "mul", "zxx", "x"})
# Without their small neighbours (Naija, Walloon, Occitan…), which win on titles of five words:
# with all 140, 34 titles of 643 went to another language, Naija above all.
_CANDIDATES = frozenset(
    "ar be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk"
    " ko lt lv mk ms mt nl nn no pl pt ro ru sk sl sq sr sv sw ta th tr uk ur vi zh".split()
)
_SURELY_FOREIGN = 0.6
_CLEARLY_AHEAD = 3.0
_SAMPLE_CHARACTERS = 3000
_REMEDY = "give 'fr' or 'en' in its language field, or give the language of the whole source"


def language_of(record: Record, *, known: Language | None = None) -> Language:
    """Return the language of a record, or raise Unusable with the one that was found.

    A row that says French or English is believed; then whoever imports; then the words; and
    what a feed says of all its entries only where the words are too few to tell, because many
    publishing tools say English whatever is written.
    """
    said = stated(record.language)
    if said is not None or known is not None:
        return said or known or Language.ENGLISH
    if not _says_nothing(record.language):
        raise _foreign(str(record.language))
    sample = f"{record.title}\n{record.summary}\n{record.text}"[:_SAMPLE_CHARACTERS]
    found = detect(sample)
    language = stated(found) or (stated(record.usual_language) if found is None else None)
    if language is not None:
        return language
    if found is None:
        raise Unusable(
            f"its words do not tell whether it is French or English: {_REMEDY}", field="language"
        )
    raise _foreign(found)


def stated(value: str | None) -> Language | None:
    """Return the language that a code or a name stands for, if it is one of the two."""
    return _NAMES.get(_primary(value))


def detect(text: str) -> str | None:
    """Return the code of the language of a text, or None where its words do not tell.

    Short texts are compared on French and English alone unless another language is likely.
    """
    shares = _shares(text)
    first, share = max(shares.items(), key=lambda pair: pair[1])
    if first not in _NAMES and share >= _SURELY_FOREIGN:
        return first
    french, english = shares["fr"], shares["en"]
    ahead, behind = max(french, english), min(french, english)
    if ahead < _CLEARLY_AHEAD * behind or _CLEARLY_AHEAD * ahead < share:
        return None
    return "fr" if french > english else "en"


def _shares(text: str) -> Mapping[str, float]:
    import py3langid  # noqa: PLC0415 - its model takes a second to load, once

    scores = {code: score for code, score in py3langid.rank(text) if code in _CANDIDATES}
    best = max(scores.values())
    # The scores add up over the text; its square root keeps them comparable between lengths.
    width = math.sqrt(len(text.encode()) or 1)
    weights = {code: math.exp((score - best) / width) for code, score in scores.items()}
    total = sum(weights.values())
    return {code: weight / total for code, weight in weights.items()}


def _primary(value: str | None) -> str:
    return re.split(r"[-_]", (value or "").strip().casefold(), maxsplit=1)[0]


def _says_nothing(value: str | None) -> bool:
    return _primary(value) in _SAYS_NOTHING


def _foreign(code: str) -> Unusable:
    return Unusable(
        f"its language is {code[:20]!r}, and only French and English are kept: {_REMEDY}",
        field="language",
    )
