"""What a review of a draft says: findings, and the verdict they add up to."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.content import ImageQuestion
from domain.language import Bilingual
from domain.organization import Organization
from domain.platforms import Platform


class Severity(StrEnum):
    """How much a finding weighs, the heaviest first."""

    BLOCK = "block"
    FIX = "fix"
    ASK = "ask"
    WARN = "warn"


class Outcome(StrEnum):
    """What may become of a draft."""

    ALLOW = "allow"
    REVISE = "revise"
    BLOCK = "block"


class Repair(StrEnum):
    """What a suggestion is: a text to put in place of what was found, one to begin with, or advice.

    Behind a replacement or an addition the rule objects no more to what it found.
    """

    REPLACE = "replace"
    ADD = "add"
    ADVISE = "advise"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text: code points from `start` up to, not including, `end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span runs forward from 0: {self.start!r}..{self.end!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One place (or absence) in a draft that a clause of the charter objects to.

    `rule` is the clause's id ("CH-13"), `check` the kind of check that found it. A finding
    about something missing has no span. `suggestion` is a repair in the draft's language, and
    `repair` says what to do with it.
    """

    rule: str
    check: str
    severity: Severity
    message: Bilingual
    span: Span | None = None
    suggestion: str | None = None
    repair: Repair = Repair.ADVISE


@dataclass(frozen=True, slots=True)
class CharterRef:
    """Which charter, to the byte, a verdict was computed under."""

    id: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The findings of one review, and how completely the charter was examined.

    `degraded` rules ran weaker than the charter asks, `unexamined` ones failed, timed out or
    do not know the language (which is not passed), `skipped` ones do not apply to the
    caller or to the language.
    """

    findings: tuple[Finding, ...]
    charter: CharterRef
    degraded: tuple[str, ...] = ()
    unexamined: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """Return the one outcome all findings add up to."""
        severities = {finding.severity for finding in self.findings}
        if self.unexamined or Severity.BLOCK in severities:
            return Outcome.BLOCK
        if severities & {Severity.FIX, Severity.ASK}:
            return Outcome.REVISE
        return Outcome.ALLOW


@dataclass(frozen=True, slots=True)
class Source:
    """The content a draft speaks about; `is_public` where the catalogue vouches for that."""

    text: str
    title: str = ""
    url: str | None = None
    authors: tuple[str, ...] = ()
    is_public: bool = False


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is kept of a draft for comparison: no text, and nothing a text can be read from.

    `shingles` are keyed hashes of its runs of three words, in order; a 0 marks a break that
    no run crosses. `embedding` is the draft's vector, or empty when no encoder is at hand.
    """

    shingles: tuple[int, ...]
    embedding: bytes = b""


class FingerprintSieve(Sequence[Fingerprint]):
    """Fingerprints that tell by themselves which of them share a run with a draft.

    Whoever keeps them knows a quicker way than looking at each.
    """

    @property
    @abstractmethod
    def embeddings(self) -> Sequence[bytes]:
        """The vectors of all, in order."""

    @abstractmethod
    def sharing(self, runs: frozenset[int]) -> Iterable[Fingerprint]:
        """Return those that have one of these runs, in order; no other has any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """Everything beside its text that the review of a draft depends on.

    `notes` and `posts` are the author's own words. `neighbours` are fingerprints of
    colleagues' live drafts on the same content, None when they may not be compared.
    `may_ask_model` says that the text and the notes may go to the language model's endpoint.
    `consideration` is what the author receives for posting. `draft_share` is the share of an
    AI draft left unchanged, from 0 to 1. `image_questions` are what nobody answered about the
    images that come with the content. `lacks_alternative_text` says that one of them is
    described by nothing, `is_finished` that nobody will fill anything in.
    """

    now: datetime
    organization: Organization
    platform: Platform = Platform.LINKEDIN
    source: Source | None = None
    notes: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    author: str | None = None
    consideration: str | None = None
    draft_share: float | None = None
    neighbours: Sequence[Fingerprint] | None = None
    lacks_alternative_text: bool = False
    image_questions: frozenset[ImageQuestion] = frozenset()
    may_ask_model: bool = False
    is_finished: bool = False
