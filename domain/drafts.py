"""What the personalizer works on and answers: requests, drafts, and where they came from."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.content import ContentItem
from domain.language import Bilingual, Language
from domain.people import Ambassador
from domain.platforms import Platform
from domain.review import Finding, Fingerprint, Span, Verdict


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that might be posted; it is a draft for review, never a publication."""

    text: str
    language: Language
    platform: Platform = Platform.LINKEDIN


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRequest:
    """What somebody asks for: `count` drafts on one content, in one language, for one place.

    `notes` are what the employee wants to say, in their own words; `wishes` are orders about the
    draft that stood among them, which are no words of theirs. `owner` is the random token that
    only the asking person's own record knows; it owns the reservations. `allows_model` is False
    when this person's posts and notes must not leave the service; `keeps_fingerprint` when they
    let reservations live beyond a few minutes. `is_held` says that the content is orders to a
    machine above all: nothing is written of it.
    """

    content: ContentItem
    ambassador: Ambassador
    language: Language
    platform: Platform = Platform.LINKEDIN
    notes: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    count: int = 1
    owner: str
    consideration: str | None = None
    allows_model: bool = True
    reservation_ends_at: datetime
    keeps_fingerprint: bool = True
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class PromptRef:
    """Which released prompt file, to the byte, a text was written from."""

    name: str
    version: int
    digest: str


_SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens, as the endpoint counted them; `cost` in its own currency when it says one."""

    prompt_tokens: int
    completion_tokens: int
    cost: float | None = None

    def __add__(self, other: "Usage") -> "Usage":
        costs = [cost for cost in (self.cost, other.cost) if cost is not None]
        return Usage(
            self.prompt_tokens + other.prompt_tokens,
            self.completion_tokens + other.completion_tokens,
            sum(costs) if costs else None,
        )


def summed(*usages: Usage | None) -> Usage | None:
    """Add up what was counted; None when nothing was."""
    counted = [usage for usage in usages if usage is not None]
    return sum(counted[1:], start=counted[0]) if counted else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a draft came from; `model` and `prompt` are None for the offline engine.

    `usage` is what all calls for it took together, where the endpoint tells: those that gave
    no draft, on other angles and by a model whose place the offline engine took, too.
    """

    engine: str
    generated_at: datetime
    charter: str
    model: str | None = None
    prompt: PromptRef | None = None
    signature: str | None = None
    usage: Usage | None = None

    @property
    def digital_source_type(self) -> str:
        """Return IPTC's address for how the text was made: by a trained model, or by rules."""
        return _SOURCE_TYPES + ("trainedAlgorithmicMedia" if self.model else "algorithmicMedia")


class Grounding(StrEnum):
    """Where a sentence of a draft comes from."""

    SOURCE = "source"
    NOTE = "note"
    NEUTRAL = "neutral"
    PLACEHOLDER = "placeholder"


@dataclass(frozen=True, slots=True)
class GroundedSpan:
    """One sentence of a draft and where it comes from; `source` points into the content.

    A neutral one is not `is_supported` where it states what neither source nor notes say.
    """

    span: Span
    status: Grounding
    source: Span | None = None
    is_supported: bool = True


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near a draft stands to its nearest colleague's, on the scale of `threshold`.

    `is_near` is what the charter's own comparison decides; `compared` counts the people whose
    drafts it was held against. `is_taken` says that the angle is somebody's already. `let_go`
    names its owner's earlier drafts of the content that are held no longer because this one is.
    """

    similarity: float
    threshold: float
    compared: int
    is_near: bool
    is_taken: bool = False
    let_go: tuple[str, ...] = ()

    @property
    def may_be_held(self) -> bool:
        """Tell whether nothing that is held stands in the way."""
        return not (self.is_near or self.is_taken)


@dataclass(frozen=True, slots=True)
class Reservation:
    """What is held so that nobody else is given the same draft: no text, no person.

    `content_key` is the content's id, or the digest of content that came inline. `instead_of`
    names the owner's own earlier one on the same angle, which ends when this one is held, and
    `beside` what the same request was given already, which stays.
    """

    reservation_id: str
    content_key: str
    angle: str
    fingerprint: Fingerprint
    owner: str
    ends_at: datetime
    instead_of: str | None = None
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VoiceFit:
    """A draft's place in its author's own spread, 0 to 1, and the two features most off."""

    score: float
    features: tuple[Bilingual, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedDraft:
    """A draft that passed, with its evidence."""

    draft_id: str
    text: str
    platform: Platform
    angle: str
    verdict: Verdict
    provenance: Provenance
    nearness: Nearness
    reserved: str
    grounding: tuple[GroundedSpan, ...]
    voice: VoiceFit | None
    tip: Bilingual | None


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody had better know of how their request was taken; `about` are words of theirs."""

    kind: str
    about: str
    message: Bilingual


@dataclass(frozen=True, slots=True)
class Withheld:
    """Why fewer drafts came back than were asked for; it quotes no draft text.

    `usage` is what the calls for it took, which gave nothing. `model_failure` is the code of what
    a model failed of before another writer took its place, None where none failed.
    """

    reason: str
    findings: tuple[Finding, ...] = ()
    usage: Usage | None = None
    model_failure: str | None = None


@dataclass(frozen=True, slots=True)
class DraftingResult:
    """Everything one request for drafts gave; `remarks` are about the request itself."""

    drafts: tuple[FinishedDraft, ...]
    withheld: tuple[Withheld, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def usage(self) -> Usage | None:
        """Return what all calls for the request took; None where no endpoint told."""
        given = (draft.provenance.usage for draft in self.drafts)
        return summed(*given, *(one.usage for one in self.withheld))


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDraft:
    """A draft its owner finds again; it is reviewed anew before it is ever shown.

    `notes` are what the employee had said, which the review needs. `is_prepared` tells a
    draft that a campaign prepared from one they asked for.
    """

    draft_id: str
    content_id: str
    text: str
    language: Language
    platform: Platform
    angle: str
    engine: str
    made_at: datetime
    ends_at: datetime
    notes: tuple[str, ...] = ()
    is_prepared: bool = False
