"""The seams: what one part asks of another without knowing which one answers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from domain.drafts import Draft, GroundedSpan, Nearness, Reservation
from domain.misuses import Misused
from domain.platforms import Platform
from domain.review import Circumstances, Fingerprint, Verdict

Shape = TypeVar("Shape")


@dataclass(frozen=True, slots=True)
class Hit:
    """One item an index found; `similarity` is the cosine, from -1 to 1."""

    content_id: str
    similarity: float


class Encoder(Protocol):
    """Turns texts into vectors of unit length; a text without words gives zeros."""

    @property
    def fingerprint(self) -> str:
        """Name what made a vector; vectors of two fingerprints never meet."""
        ...

    @property
    def dimension(self) -> int:
        """Return the number of values in a vector."""
        ...

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """Return one vector per text: `dimension` float32 values, little endian."""
        ...


class VectorIndex(Protocol):
    """Finds the nearest vectors; always derived from SQL, and rebuilt from it at any time."""

    def reconcile(self, vectors: Mapping[str, bytes]) -> None:
        """Hold exactly these vectors, by content id, and nothing else."""
        ...

    def search(self, query: bytes, k: int, *, among: frozenset[str] | None = None) -> list[Hit]:
        """Return the k nearest items, nearest first; only those in `among` when given."""
        ...


class Reviewer(Protocol):
    """Says whether a draft keeps the charter in force."""

    async def review(self, draft: Draft, circumstances: Circumstances) -> Verdict:
        """Return a verdict on exactly these characters."""
        ...


class Comparer(Protocol):
    """Compares drafts without their texts: what a near-twin is, is decided in guardrails."""

    def fingerprint(self, draft: Draft, circumstances: Circumstances) -> Fingerprint:
        """Return what may be kept of a draft."""
        ...

    def nearness(self, mine: Fingerprint, others: Sequence[Fingerprint]) -> Nearness:
        """Say how near a draft stands to its nearest colleague's."""
        ...


class Reservations(Protocol):
    """Holds angles and fingerprints, so that two colleagues never get near-twins."""

    async def neighbours(self, content_key: str, *, but: str) -> tuple[Reservation, ...]:
        """Return the live reservations on a content, without those of the owner `but`."""
        ...

    async def own(self, content_key: str, *, owner: str) -> tuple[Reservation, ...]:
        """Return an owner's live reservations on a content, the first to end first."""
        ...

    async def reserve(self, reservation: Reservation, comparer: Comparer) -> Nearness:
        """Compare with every other owner's and hold it, all in one step.

        It is not held when it is near one of them, or when its angle is somebody's. What of the
        owner's own is let go for it is told.
        """
        ...


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a conversation with a language model."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Answer(Generic[Shape]):
    """What a language model said, in the agreed shape, and which model said it."""

    value: Shape
    model: str


class StructuredModel(Protocol):
    """A language model that answers in an agreed shape, or raises a typed error.

    It counts what each reply took into `domain.metering`, whatever comes of the reply.
    """

    async def answer(
        self,
        messages: Sequence[Message],
        shape: type[Shape],
        *,
        temperature: float = 0.7,
        seed: int | None = None,
    ) -> Answer[Shape]:
        """Return a complete answer within the deadline.

        Raises ModelUnavailable, ModelMisbehaved or one of their children; never anything else.
        """
        ...


class Grounder(Protocol):
    """Says where each sentence of a draft comes from; what counts as said is guardrails' word."""

    def ground(self, draft: Draft, circumstances: Circumstances) -> tuple[GroundedSpan, ...]:
        """Return one span per sentence, in order."""
        ...


class LengthMeasure(Protocol):
    """Counts a text as its platform does; how each counts is guardrails' word."""

    def __call__(self, platform: Platform, text: str, /) -> int:
        """Return how much of its platform's limit a text takes."""
        ...


class FactChecker(Protocol):
    """Says what a text makes of the facts it was given; what is a misuse is guardrails' word."""

    def misuses(self, text: str, given: Sequence[str]) -> Iterator[Misused]:
        """Yield the places where a text misuses what was given, by kind; none of nothing given.

        `given` are the texts whose facts it may tell. Whoever wants the first only takes the
        first: the next one is looked for when it is asked for.
        """
        ...
