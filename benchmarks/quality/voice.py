"""How well the voice measure tells the authors of two company blogs apart."""

from collections.abc import Iterator

from benchmarks.material import blogs
from benchmarks.quality.figure import Figure
from domain.language import Language
from personalizer.stylometry.verification import Post, Verification, verified

# The beginning of a post is often a greeting or a summary that somebody else wrote.
_WINDOW = slice(200, 1_700)
_LEAST_LETTERS = 300
_ASKED = {Language.ENGLISH: (0.87, 0.70), Language.FRENCH: (0.87, 0.72)}


def figures() -> Iterator[Figure]:
    """Yield the AUC with negatives of any topic and of the same one, beside the baseline's."""
    measured = verified(_posts())
    for language, (any_topic, same_topic) in _ASKED.items():
        one = measured.get(language)
        yield _figure("voice AUC, any topic", language, one and one.any_topic, any_topic)
        yield _figure("voice AUC, same topic", language, one and one.same_topic, same_topic)
        yield from _baseline(language, one)


def _baseline(language: Language, one: Verification | None) -> Iterator[Figure]:
    yield _figure("letters’ AUC, any topic", language, one and one.baseline_any_topic)
    yield _figure("letters’ AUC, same topic", language, one and one.baseline_same_topic)


def _figure(
    name: str, language: Language, value: float | None, asked: float | None = None
) -> Figure:
    return Figure(f"{name}, {language}", value, asked=asked)


def _posts() -> list[Post]:
    return [
        Post(item.authors[0], item.text[_WINDOW], language)
        for language in Language
        for item in blogs(language.value)
        if len(item.authors) == 1 and len(item.text[_WINDOW]) >= _LEAST_LETTERS
    ]
