"""The charter in force, followed by every process: versions in SQL, the newest also as a file.

An operator may pin one with PORTEVOIX_CHARTER; otherwise it is the data folder's `charter.yaml`,
or the default. A file changed by hand is a new version at the next start.
"""

import gc
import logging
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from api.in_force import charter_path, organization_of
from api.settings import Settings
from domain.deeds import OPERATOR, Deed
from domain.drafts import Draft
from domain.errors import CharterInvalid, Conflict, VersionNeeded, VersionStale
from domain.language import Language
from domain.organization import Organization
from domain.ports import Encoder
from domain.review import Circumstances
from guardrails.cases import Example
from guardrails.charter import (
    DEFAULT_CHARTER,
    CharterFile,
    Clause,
    left_unexamined,
    load_charter,
    parse_charter,
)
from guardrails.guard import Guard
from guardrails.lexicon import common_words
from guardrails.problems import in_a_row, saying
from guardrails.regression import Tried, judge, run_examples
from storage.charters import Charters, KeptCharter, NewCharter

log = logging.getLogger(__name__)

_is_begun = threading.Event()  # the first guard of this process was begun to be made ready
_DEFAULT = "default"
_READ_AT_ONCE = 40  # words, which take a few milliseconds


def preparing(guard: Guard, organization: Organization) -> Iterator[object]:
    """Yield behind each step that makes a guard quicker for a company; the last one ends unseen.

    What stands then is there to stay. Looking through it for what may go takes the collector a
    tenth of a second, in the midst of somebody's check, so it is told to leave it alone: of the
    first guard what its first step leaves, which is most, at once. A guard after it is told only
    when it is whole: the one before goes first, or each would stay for good.
    """
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    for step in guard.preparation():
        if not _is_begun.is_set():
            _is_begun.set()
            gc.freeze()
        yield step
    for example in _examples(guard, organization):
        judge(guard, example, organization)
        yield example
    for draft in _common_words():
        guard.inspect(draft, Circumstances(now=datetime.now(UTC), organization=organization))
        yield draft
    gc.collect()
    gc.freeze()


def _examples(guard: Guard, organization: Organization) -> Iterator[Example]:
    """Yield the examples of a charter, told of a company instead of the invented one.

    They meet every check: what one reads or compiles when first needed, a word list or a pattern
    of the company's names, is at hand then, and no draft waits for it.
    """
    charter = guard.charter.charter
    for clause in charter.clauses:
        for example in clause.examples:
            told = example.text.replace(charter.company.name, organization.name)
            changed = {"text": told, "company": None, "other_text": None}  # no encoder is opened
            yield example.model_copy(update=changed)


def _common_words() -> Iterator[Draft]:
    """Yield drafts of words that any text holds: what a word means to each check is kept."""
    for language in Language:
        words = common_words(language)
        for start in range(0, len(words), _READ_AT_ONCE):
            yield Draft(" ".join(words[start : start + _READ_AT_ONCE]), language)


@dataclass(slots=True)
class CharterInForce:
    """Holds the guard of the newest charter.

    `key` hashes the fingerprints of drafts; `encoder` opens what paraphrases are recognised with.
    """

    settings: Settings
    charters: Charters
    key: bytes
    encoder: Callable[[], Encoder]
    _revision: int = 0
    _seen: int | None = None
    _guard: Guard | None = None
    _prepared: Guard | None = None
    _steps: Iterator[object] = field(default_factory=lambda: iter(()))
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _preparing: threading.Lock = field(default_factory=threading.Lock)

    @property
    def guard(self) -> Guard:
        """Return the guard of the charter in force, as last seen."""
        if self._guard is None:
            self.start()
            self.follow()
        if self._guard is None:
            raise RuntimeError("a start always leaves a charter")
        return self._guard

    def start(self) -> None:
        """Take up what the file says, unless a version put over HTTP has not reached it yet.

        Raises CharterInvalid.
        """
        path, newest = charter_path(self.settings), self.charters.newest()
        if newest is not None and not newest.is_filed and self.settings.charter is None:
            self._write(newest)
        elif newest is None or newest.put_by == _DEFAULT or path is not None:
            file = load_charter(path or DEFAULT_CHARTER)
            by = OPERATOR if path else _DEFAULT
            self.charters.put(
                NewCharter(file.yaml, file.ref.digest, file.charter.version, by, is_filed=True)
            )

    def follow(self) -> bool:
        """Put the newest version in force here, and tell whether it was another one."""
        version = self.charters.database.version()
        if version is not None and version == self._seen:
            return False
        if self.charters.revision() == self._revision and self._guard is not None:
            self._seen = version
            return False
        with self._lock:
            newest = self.charters.newest()
            if newest is None or newest.revision == self._revision:
                return False
            self._guard = Guard.of(_file(newest), key=self.key, encoder=self.encoder)
            self._revision = newest.revision
        return True

    def prepare(self) -> bool:
        """Make the guard in force a step quicker for texts not met yet; tell whether one was left.

        A step takes ten milliseconds or so: requests come first. One thread takes it at a time.
        """
        with self._preparing:
            if self._prepared is not self._guard and self._guard is not None:
                self._prepared, self._steps = (
                    self._guard,
                    preparing(self._guard, organization_of(self.settings)),
                )
            return next(self._steps, None) is not None

    def put(
        self,
        yaml: str,
        *,
        replaces: str | None = None,
        expected: Collection[str] | None = None,
        deed: Deed,
    ) -> KeptCharter:
        """Put a charter in force after its own examples were judged rightly.

        `replaces` is the version, `expected` the digests, that it may replace. Raises
        CharterInvalid, VersionNeeded when neither is given, VersionStale when another one is in
        force, or Conflict when the operator pinned a charter.
        """
        if self.settings.charter is not None:
            raise Conflict(
                "the operator set PORTEVOIX_CHARTER: change that file, or unset it", field="yaml"
            )
        file = parse_charter(yaml, origin="yaml")
        new = NewCharter(yaml, file.ref.digest, file.charter.version, deed.who)
        may_replace = expected if expected is not None else self._replaceable(replaces, new)
        _refuse_wrong(self._wrong(file))
        kept = self.charters.put(new, expected=may_replace, deed=deed)
        self._write(kept)
        self.follow()
        return kept

    def wrong_examples(self, yaml: str, *, only: str | None = None) -> tuple[Tried, ...]:
        """Return which of its own examples a charter judges wrongly; nothing is put in force.

        With `only`, the examples of that clause alone are tried. Raises CharterInvalid.
        """
        return self._wrong(parse_charter(yaml, origin="yaml"), only)

    def lost_by(self, yaml: str) -> tuple[Clause, ...]:
        """Return the default charter's clauses that the one in force examines and a text does not.

        Raises CharterInvalid.
        """
        before = {one.id for one in left_unexamined(self.guard.charter.charter)}
        file = parse_charter(yaml, origin="yaml")
        lost = tuple(one for one in left_unexamined(file.charter) if one.id not in before)
        if lost:
            Guard.of(file, key=self.key)  # a kind of check that there is not is told as such
        return lost

    def _wrong(self, file: CharterFile, only: str | None = None) -> tuple[Tried, ...]:
        guard = Guard.of(file, key=self.key)
        return tuple(one for one in run_examples(guard, only=only) if not one.is_right)

    def _replaceable(self, version: str | None, new: NewCharter) -> frozenset[str]:
        """Return the digests a charter may replace that was sent with a version."""
        if version is None:
            raise VersionNeeded
        known = {kept.version: kept.digest for kept in self.charters.all()}
        newest = self.charters.newest()
        # Its own new version may stand there as well: then it replaces what is in force now.
        is_new = version == new.declared and version not in known
        if newest is not None and (is_new or version == newest.version):
            return frozenset({newest.digest})
        raise VersionStale

    def _write(self, kept: KeptCharter) -> None:
        path = self.settings.data_dir / "charter.yaml"
        beside = path.with_name(f"charter.{kept.revision}.new")
        try:
            beside.touch(mode=0o600)
            beside.write_text(kept.yaml, encoding="utf-8")
            beside.replace(path)
        except OSError as error:
            # It is in force all the same; the next start writes the file.
            log.warning("%s could not be written: %s", path, error.strerror)
        else:
            self.charters.filed(kept.revision)


def _file(kept: KeptCharter) -> CharterFile:
    file = parse_charter(kept.yaml, origin=f"the charter {kept.version}")
    named = file.charter.model_copy(update={"version": kept.version})
    return CharterFile(charter=named, yaml=file.yaml, packs_yaml=file.packs_yaml)


def _refuse_wrong(tried: Sequence[Tried]) -> None:
    wrong = [saying("example", clause=one.clause, number=one.number) for one in tried]
    if wrong:
        raise CharterInvalid(saying("wrong_examples", names=in_a_row(wrong, ", ")))
