"""What a check may cost, in calls and in searches, by file: `budget.json` beside the floors.

Counted, never timed, so that a busy machine changes nothing: each call of a function, and each
search of a pattern, is put down to the file of ours that it is made in. A check that costs a tenth
more than what is written down ends with exit code 1 and names the files that grew. Whoever has a
reason writes the new counts down (`python -m benchmarks.budget --write`) and says so.
"""

import json
import sys
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, partial
from itertools import chain
from pathlib import Path
from types import BuiltinFunctionType, CodeType, FrameType
from typing import Final, Self

from rich.console import Console
from rich.table import Column, Table

from api.personas import FOLDER
from benchmarks.busy import circumstances, guard
from benchmarks.sets.trades import posts
from domain.content import ContentItem
from domain.drafts import Draft
from domain.language import Language
from domain.review import Source
from guardrails.guard import Guard
from recommender.catalogue.opening import open_source
from recommender.catalogue.rows import Accepted

BUDGET: Final = Path(__file__).with_name("budget.json")
MORE: Final = 1.1
_ROOT: Final = Path(__file__).parents[1]
_NOW: Final = datetime(2026, 11, 30, tzinfo=UTC)
_LENGTH: Final = 1_300
# Of each language: drafts of either kind, contents that make one source, posts that make a draft.
_TEXTS, _JOINED, _TOGETHER = 3, 3, 4
_SHOWN, _DEAREST = 5, 20
_SEARCHES: Final = frozenset("search match fullmatch finditer findall sub subn split Match".split())
# A comprehension is a call of its own up to Python 3.11 alone.
_INLINED: Final = frozenset(("<listcomp>", "<setcomp>", "<dictcomp>"))

Counts = Mapping[str, float]
"""How many a check, by file."""
Budget = Mapping[str, Mapping[str, Counts]]
"""Counts of "calls" and of "searches", by what stands around the draft."""


class Tally:
    """Counts what is called and searched while it is entered, by the file of ours it is for."""

    def __init__(self) -> None:
        self.calls = Counter[str]()
        self.searches = Counter[str]()

    def __enter__(self) -> Self:
        sys.setprofile(self._count)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)

    def _count(self, frame: FrameType, event: str, called: object) -> None:
        if isinstance(called, BuiltinFunctionType) and event == "c_call":
            (self.searches if _is_search(called) else self.calls)[_file_of(frame)] += 1
        elif event == "call" and frame.f_code.co_name not in _INLINED:
            self.calls[_file_of(frame)] += 1


def _is_search(called: BuiltinFunctionType) -> bool:
    return called.__name__ in _SEARCHES and not isinstance(called.__self__, str | bytes)


def _file_of(frame: FrameType | None) -> str:
    """Return the file of ours that is at work: what a library does is for who called it."""
    while frame is not None:
        if file := _ours(frame.f_code):
            return file
        frame = frame.f_back
    return ""


@cache
def _ours(code: CodeType) -> str:
    path = Path(code.co_filename)
    is_ours = path.is_relative_to(_ROOT) and "site-packages" not in path.parts
    return path.relative_to(_ROOT).as_posix() if is_ours else ""


def measured(of: Guard | None = None) -> Budget:
    """Return what one check of a guard costs, by what stands around the draft."""
    of = of or guard(with_scorers=False)
    drafts = [*chain.from_iterable(map(_drafts, Language))]
    for draft, text in drafts:  # what any service has met within a minute: words, and patterns
        deque(_counted(of, draft, f"{text} "), 0)
    tallies = defaultdict[str, Tally](Tally)
    for draft, text in drafts:
        for name, check in _counted(of, draft, text):
            with tallies[name]:
                check()
    return {
        name: {"calls": _each(one.calls, len(drafts)), "searches": _each(one.searches, len(drafts))}
        for name, one in tallies.items()
    }


def _each(counts: Counter[str], drafts: int) -> dict[str, float]:
    return {file: round(count / drafts, 1) for file, count in sorted(counts.items())}


def _counted(of: Guard, draft: Draft, text: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield the checks of a draft: without its source, and with it, new and read before."""
    around = replace(circumstances(), now=_NOW, neighbours=())
    yield "alone", partial(of.inspect, draft, around)
    told = replace(around, source=Source(text))
    yield "source met first", partial(of.inspect, draft, told)
    read = replace(around, source=Source(f"{text}\n"))
    of.inspect(Draft(text[-_LENGTH:], draft.language), read)  # a colleague's
    yield "source read", partial(of.inspect, draft, read)


def _drafts(language: Language) -> Iterator[tuple[Draft, str]]:
    """Yield drafts, each with its source: beginnings of it, and what people write of their own."""
    texts = [one.text for one in _contents() if one.language == language]
    written = [case.text for case, _ in posts(language) if case.rule == "allow"]
    for at in range(_TEXTS):
        source = "\n\n".join(texts[at * _JOINED : (at + 1) * _JOINED])
        own = "\n\n".join(written[at * _TOGETHER : (at + 1) * _TOGETHER])
        yield Draft(source[:_LENGTH], language), source
        yield Draft(own[:_LENGTH], language), source


def _contents() -> Iterator[ContentItem]:
    rows = open_source(str(FOLDER / "contents"))
    return (row.item for row in rows if isinstance(row, Accepted))


def dearer(now: Budget, agreed: Budget) -> Iterator[str]:
    """Yield what became dearer than was agreed, each with the files that grew most."""
    for around, kinds in now.items():
        for kind, counts in kinds.items():
            before = agreed[around][kind]
            if (cost := sum(counts.values())) > MORE * sum(before.values()):
                grown = ", ".join(_grown(counts, before))
                yield (
                    f"{around}: {cost:,.0f} {kind} a check, {sum(before.values()):,.0f} agreed;"
                    f" what grew: {grown}"
                )


def _grown(counts: Counts, before: Counts) -> Iterator[str]:
    by = {file: count - before.get(file, 0) for file, count in counts.items()}
    for file in sorted(by, key=lambda one: -by[one])[:_SHOWN]:
        if by[file] > 0:
            yield f"{file} {before.get(file, 0):,.0f} → {counts[file]:,.0f}"


def agreed() -> Budget:
    """Return what is written down."""
    read: Budget = json.loads(BUDGET.read_text(encoding="utf-8"))
    return read


def main(*, writes: bool) -> str:
    """Print the dearest files; return what is dearer than agreed, unless it is written down."""
    now = measured()
    if writes:
        BUDGET.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")
    Console().print(_table(now))
    return "\n".join(dearer(now, agreed()))


def _table(now: Budget) -> Table:
    """Return the dearest files, each with its calls and searches."""
    table = Table(Column("calls and searches of one check", no_wrap=True), *now)
    of_each = Counter[str]()
    for kinds in now.values():
        for counts in kinds.values():
            of_each.update(counts)
    for file, _ in of_each.most_common(_DEAREST):
        table.add_row(file, *(_told(kinds, file) for kinds in now.values()))
    table.add_row("every file", *(_told(kinds, *of_each) for kinds in now.values()))
    return table


def _told(kinds: Mapping[str, Counts], *files: str) -> str:
    return " + ".join(
        f"{sum(counts.get(file, 0) for file in files):,.0f}" for counts in kinds.values()
    )


if __name__ == "__main__":
    sys.exit(main(writes="--write" in sys.argv) or None)
