"""What only measures is never learned from: the recipes refuse a text that stands in such a set."""

from collections.abc import Iterable, Iterator

from benchmarks.sets.charter_cases import cases
from benchmarks.sets.respect import WRITERS, tried
from domain.language import Language
from guardrails.reading import fold
from training.scoring.material import Text

# The cases of every rule were widened on by hand; these were not, and say how the rules do.
_NAMES = ("sensitive", "sensitive_fourth", "sensitive_fifth", "sensitive_held")


def refuse_measured(texts: Iterable[Text]) -> None:
    """Raise ValueError when a text to learn from stands in a set that only measures."""
    measured = set(_measured())
    found = [one.text for one in texts if _bare(one.text) in measured]
    if found:
        raise ValueError(
            f"{len(found)} texts only measure: take them out, first of all {found[0]!r}"
        )


def _measured() -> Iterator[str]:
    for writer in WRITERS:
        yield from (_bare(one.text) for one in tried(writer))
    for language in Language:
        for name in _NAMES:
            yield from (_bare(one.text) for one in cases(language, name))


def _bare(text: str) -> str:
    return " ".join(fold(text, accents=False).text.split())
