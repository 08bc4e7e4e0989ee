"""A log of who read what and when, for evaluation only: the columns of the Deskdrop files."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final, Self

import numpy as np
import numpy.typing as npt
from scipy import sparse

from domain.errors import RequestInvalid
from recommender.vectors import Doubles, Mask

DAY: Final = 86_400.0
# What the published figures on this log weigh; an event nobody knows weighs like a view.
STRENGTHS: Final[Mapping[str, float]] = MappingProxyType(
    {"VIEW": 1.0, "LIKE": 2.0, "BOOKMARK": 2.5, "FOLLOW": 3.0, "COMMENT CREATED": 4.0}
)
_COLUMNS: Final = ("timestamp", "eventType", "contentId", "personId")


@dataclass(frozen=True, slots=True)
class Log:
    """First choices, a row each, in order of time: who, what, and when (days).

    Events come often: event i belongs to choice `choice_of[i]`, so that how strong a choice is
    can be told as it stood at any moment, and never from what came after.
    """

    titles: tuple[str, ...]
    people: int
    person: npt.NDArray[np.intp]
    item: npt.NDArray[np.intp]
    day: Doubles
    choice_of: npt.NDArray[np.intp]
    event_day: Doubles
    event_strength: Doubles

    @classmethod
    def read(cls, interactions: Path, items: Path) -> Self:
        """Read both files. Raises RequestInvalid naming the file and the line."""
        titles = {row["contentId"]: row["title"] for _, row in _rows(items, ("contentId", "title"))}
        events = sorted(_events(interactions))
        names = sorted(titles.keys() | {content for _, content, _, _ in events})
        number = {name: place for place, name in enumerate(names)}
        people = {name: at for at, name in enumerate(sorted({who for _, _, who, _ in events}))}
        choices: dict[tuple[int, int], int] = {}
        choice_of = [
            choices.setdefault((people[who], number[content]), len(choices))
            for _, content, who, _ in events
        ]
        days = np.array([moment / DAY for moment, *_ in events])
        of = np.array(choice_of, np.intp)
        pairs = np.array(list(choices), np.intp).reshape(-1, 2)
        _, first = np.unique(of, return_index=True)
        return cls(
            titles=tuple(titles.get(name, "") for name in names),
            people=len(people),
            person=pairs[:, 0],
            item=pairs[:, 1],
            day=days[first],
            choice_of=of,
            event_day=days,
            event_strength=np.array([strength for *_, strength in events]),
        )

    def past(self, of: Mask, *, now: float) -> "Past":
        """Return those choices as the past of a moment, as strong as they were by then."""
        known = self.event_day < now
        strength = np.bincount(
            self.choice_of[known], self.event_strength[known], minlength=len(self.person)
        )
        shape = (self.people, len(self.titles))
        where = (self.person[of], self.item[of])
        first_seen = np.full(len(self.titles), np.nan)
        np.fmin.at(first_seen, self.item[of], self.day[of])
        known &= of[self.choice_of]
        seen = Seen(
            person=self.person[self.choice_of[known]],
            item=self.item[self.choice_of[known]],
            day=self.event_day[known],
            strength=self.event_strength[known],
        )
        return Past(
            chosen=sparse.csr_matrix((strength[of], where), shape),
            days=sparse.csr_matrix((self.day[of], where), shape),
            first_seen=first_seen,
            titles=self.titles,
            now=now,
            seen=seen,
        )


@dataclass(frozen=True, slots=True)
class Seen:
    """Events of a past, a row each, repeated ones too: who, what, when (days), how strongly."""

    person: npt.NDArray[np.intp]
    item: npt.NDArray[np.intp]
    day: Doubles
    strength: Doubles


@dataclass(frozen=True, slots=True)
class Past:
    """What is known at a moment: who chose what (people × items), and since when (days).

    `first_seen` is nan for an item that nobody has chosen yet.
    """

    chosen: sparse.csr_matrix
    days: sparse.csr_matrix
    first_seen: Doubles
    titles: tuple[str, ...]
    now: float
    seen: Seen

    def choices(self) -> Seen:
        """Return the first choices alone, a row each."""
        where = self.days.tocoo()
        person, item = where.row.astype(np.intp), where.col.astype(np.intp)
        return Seen(person, item, where.data, np.ones(len(person)))

    def last_seen(self) -> Doubles:
        """Return when each person was last there (days), before all time for whoever never was."""
        last = np.full(self.chosen.shape[0], -np.inf)
        np.maximum.at(last, self.seen.person, self.seen.day)
        return last

    def live(self) -> tuple["Past", npt.NDArray[np.intp]]:
        """Return the past of those items alone that somebody has chosen, and which they are."""
        rows = np.flatnonzero(~np.isnan(self.first_seen))
        titles = tuple(self.titles[row] for row in rows)
        chosen, days = self.chosen[:, rows], self.days[:, rows]
        column = np.full(len(self.titles), -1, np.intp)
        column[rows] = np.arange(len(rows))
        seen = replace(self.seen, item=column[self.seen.item])
        return Past(chosen, days, self.first_seen[rows], titles, self.now, seen), rows


def _events(path: Path) -> Iterator[tuple[float, str, str, float]]:
    for line, row in _rows(path, _COLUMNS):
        try:
            moment = float(row["timestamp"])
        except ValueError:
            raise RequestInvalid(
                f"{path}, line {line}: the timestamp is no number", field="interactions"
            ) from None
        yield moment, row["contentId"], row["personId"], STRENGTHS.get(row["eventType"], 1.0)


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [name for name in columns if name not in (reader.fieldnames or ())]
            if missing:
                raise RequestInvalid(f"{path}: no column {missing[0]!r}", field="columns")
            for row in reader:
                if any(row[name] is None for name in columns):
                    raise RequestInvalid(
                        f"{path}, line {reader.line_num}: a column is missing", field="columns"
                    )
                yield reader.line_num, row
    except (OSError, UnicodeDecodeError) as error:
        raise RequestInvalid(
            f"{path} cannot be read: {type(error).__name__}", field="path"
        ) from None
