"""Which sentences the judge would tell first, against people's grades, on contents it has not seen.

Beside it stand chance, and the order that was in force before there was a judge.
"""

from collections.abc import Iterator

from benchmarks.material import BLOGS
from benchmarks.quality.figure import Figure
from domain.language import Language
from training.grades import graded
from training.telling import before, by_chance, held_out, measured, of_language, report


def figures() -> Iterator[Figure]:
    """Yield the share of sentences worth telling, and their mean grade, among the first ones."""
    if not BLOGS.is_dir():
        yield Figure("sentences worth telling", None)
        return
    rows = graded()
    scores = [score + one.news for score, one in zip(held_out(rows), rows, strict=True)]
    for language in Language:
        own = of_language(rows, rows, language)
        found = measured(own, of_language(scores, rows, language))
        report(f"{language}, as before", measured(own, before(own)))
        report(f"{language}, by chance", by_chance(own))
        for depth, one in found.items():
            first = f"first {depth} told" if depth > 1 else "first told"
            yield Figure(f"{first}: worth it, held out, {language}", one.precision)
            yield Figure(f"{first}: mean grade of 3, held out, {language}", one.mean)
