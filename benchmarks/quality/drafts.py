"""What the offline engine writes, counted by detectors that share no code with it.

`DRAFTS` says how many per language; with `KEEP=FOLDER` a run that was cut off goes on.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import count
from statistics import fmean

from benchmarks.drafts.facts import ungrounded
from benchmarks.drafts.first_person import invented
from benchmarks.drafts.grammar import english_faults, french_faults, sentences
from benchmarks.drafts.kept import Made, kept
from benchmarks.drafts.nearest import own_is_nearest
from benchmarks.drafts.of_ten import TEN, Round, asked_of_ten
from benchmarks.drafts.office import Asked, Office, office
from benchmarks.drafts.reading import Read
from benchmarks.drafts.sample import Counting, drafts
from benchmarks.material import BLOGS
from benchmarks.quality.figure import Figure
from domain.language import Language
from domain.review import Outcome

_COUNT = int(os.environ.get("DRAFTS", "250"))
_ROUNDS = 5
_LONGEST_QUOTATION, _MOST_QUOTED = 25, 0.30


def figures() -> Iterator[Figure]:
    """Yield faults over 500 drafts, and whose voice a draft has."""
    if not BLOGS.is_dir():
        yield Figure("offline drafts", None)
        return
    for language in Language:
        yield from _faults(language)
        yield from _nearest(language)


def _faults(language: Language) -> Iterator[Figure]:
    with office() as open_office:
        made = list(kept(language, count(), partial(_made, open_office, language), _COUNT))
    texts = [one.text for one in made]
    own = [found for one in made for found in invented(one.text, language, one.told)]
    facts = [found for one in made for found in ungrounded(one.text, one.stands)]
    for found in (*own, *facts):
        print(f"{language}: {found!r}")
    reads = [Read(text) for text in texts]
    quoted = sum(
        read.longest_quotation > _LONGEST_QUOTATION or read.quoted_share > _MOST_QUOTED
        for read in reads
    )
    yield from _grammar(texts, language)
    first = 1 - sum(one.sent_back for one in made) / sum(one.written for one in made)
    passed = fmean(one.passes for one in made)
    yield Figure(f"no invented I, share of drafts, {language}", 1 - len(own) / len(texts), asked=1)
    yield Figure(f"no ungrounded fact, share, {language}", 1 - len(facts) / len(texts), asked=1)
    yield Figure(f"quotations short and few, share, {language}", 1 - quoted / len(texts), asked=1)
    yield Figure(f"passes the charter at first writing, {language}", first, asked=0.95)
    yield Figure(f"returned drafts that pass, {language}", passed, asked=1)


def _made(open_office: Office, language: Language, number: int) -> list[Made]:
    counting = Counting(open_office.services.drafter.writer)
    counted = Office(open_office.services, replace(open_office.services.drafter, writer=counting))
    found: list[Made] = []
    for asked in drafts(counted, language, number):
        if asked.draft is not None:
            passes = asked.draft.verdict.outcome is Outcome.ALLOW
            written, sent_back = counting.since()
            text = asked.draft.text
            found.append(Made(text, passes, written, sent_back, _told(asked), _stands(asked)))
    return found


def _grammar(texts: list[str], language: Language) -> Iterator[Figure]:
    faults = french_faults(texts) if language is Language.FRENCH else english_faults(texts)
    for fault in faults or ():
        print(f"{language}: {fault.rule}, {fault.words!r} in: {fault.sentence}")
    share = None if faults is None else 1 - len(faults) / len(sentences(texts))
    yield Figure(f"sentences without a fault, {language}", share, asked=0.99)


def _told(asked: Asked) -> tuple[str, ...]:
    return (*asked.request.notes, *asked.request.ambassador.posts)


def _stands(asked: Asked) -> tuple[str, ...]:
    content, person = asked.request.content, asked.request.ambassador
    given = (person.organization or "", person.name or "", content.url or "")
    return (content.title, content.text, *content.authors, *content.tags, *given, *_told(asked))


def _nearest(language: Language) -> Iterator[Figure]:
    rounds = [found for number in range(_ROUNDS) if (found := asked_of_ten(language, number))]
    yield from _shown(f"own author nearest of ten, {language}", rounds, asked=0.5)
    even = [
        found for number in range(_ROUNDS) if (found := asked_of_ten(language, number, even=True))
    ]
    yield from _shown(f"own author nearest of ten, equal posts, {language}", even)


def _shown(title: str, rounds: Sequence[Round], asked: float | None = None) -> Iterator[Figure]:
    """Yield how many drafts are nearest to their author: beside, alone, and without marks."""
    beside, alone = _shares([own_is_nearest(one.texts, one.posts) for one in rounds])
    bare = _shares([own_is_nearest(one.without_marks, one.posts) for one in rounds])[1]
    yield Figure(title, beside, asked=asked)
    yield Figure(f"{title}, each draft alone", alone, asked=asked)
    yield Figure(f"{title}, alone and without marks", bare)


def _shares(found: Sequence[tuple[int, int]]) -> tuple[float | None, float | None]:
    drafts = TEN * len(found)
    beside, alone = (sum(column) for column in zip(*found, strict=True)) if found else (0, 0)
    return (beside / drafts, alone / drafts) if drafts else (None, None)
