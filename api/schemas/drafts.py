"""A request for drafts, and the drafts that passed with their evidence."""

from datetime import datetime
from typing import Annotated

from pydantic import Field, computed_field

from api.schemas.base import (
    WHOLE,
    Answer,
    Body,
    Identifier,
    Note,
    Said,
    Telling,
    Truth,
    Url,
    with_example,
)
from api.schemas.checks import FindingOut, VerdictOut
from api.schemas.contents import ImageIn
from api.schemas.people import AmbassadorIn
from api.schemas.presentation import PresentationOut
from api.schemas.usage import UsageOut
from api.withheld_words import withheld_message
from domain.drafts import DraftingResult, FinishedDraft, GroundedSpan, Grounding, Provenance, Remark
from domain.language import Language
from domain.platforms import Platform

_FEW = 5
_MANY = 20


class InlineContent(Body):
    """Content sent along with the request; only its digest is kept."""

    title: Annotated[str, Field(min_length=1, max_length=1_000), Telling]
    text: Annotated[str, Field(min_length=1, max_length=200_000), Telling]
    language: Language
    url: Url | None = None
    images: Annotated[tuple[ImageIn, ...], Field(max_length=20)] = ()


class DraftsIn(Body):
    """What to write about (`content_id` or `content`), for whom, with which words of theirs.

    `model` is the purpose of that name for this request: false, and nothing of it goes to a
    language model's endpoint. Of a person with a record their own choice holds as well.
    """

    model_config = with_example(
        {
            "content": {
                "title": "Entendre une fuite sous deux mètres de sable",
                "text": "L’équipe a mesuré 24 tronçons pendant six semaines. "
                "Sur la fonte, deux capteurs espacés de 180 m suffisent. "
                "« Le sable mouillé mange le signal », explique Léa Vaurigal.",
                "language": "fr",
                "url": "https://www.tessonde.example/fr/sable",
            },
            "ambassador": {"profile_type": "expert", "organization": "Tessonde"},
            "notes": ["J’ai passé trois nuits à écouter le même tronçon."],
            "language": "fr",
            "platform": "linkedin",
            "n": 1,
        }
    )

    content_id: Identifier | None = None
    content: InlineContent | None = None
    ambassador: AmbassadorIn | None = None
    ambassador_id: Identifier | None = None
    notes: Annotated[tuple[Note, ...], Field(max_length=20)] = ()
    language: Language
    platform: Platform = Platform.LINKEDIN
    n: Annotated[int, Field(strict=True, ge=1, le=5), WHOLE] = 1
    model: Truth = True


class VoiceOut(Answer):
    """The draft's place in its author's own spread, and the two features most off."""

    score: float
    features: list[Said]


class DistinctnessOut(Answer):
    """How near the nearest colleague's draft stands; told only where it singles nobody out.

    `let_go` are the ids of your own earlier drafts of this content that this one took the place
    of: nobody holds more than five, and a colleague may be given a text like them now.
    """

    nearest: float | None
    threshold: float
    compared: str
    reserved: str
    let_go: list[str] = Field(default_factory=list)


class GroundingOut(Answer):
    """Where one sentence of the draft comes from."""

    start: int
    end: int
    status: Grounding
    source_start: int | None
    source_end: int | None
    supported: Annotated[
        bool,
        Field(description="False where it states what neither the source nor the notes say."),
    ] = True

    @classmethod
    def of(cls, grounded: GroundedSpan) -> "GroundingOut":
        """Return one sentence's origin as it is sent."""
        source = grounded.source
        return cls(
            start=grounded.span.start,
            end=grounded.span.end,
            status=grounded.status,
            source_start=source.start if source else None,
            source_end=source.end if source else None,
            supported=grounded.is_supported,
        )


class PromptOut(Answer):
    """Which released prompt a draft was written from."""

    name: str
    version: int
    digest: str


class ProvenanceOut(Answer):
    """What wrote the draft, when, and under which charter; machine-readable and signed.

    `digital_source_type` is IPTC's address for how a text was made (AI Act, Article 50).
    `signature` is a compact JWS; `/.well-known/porte-voix-keys.json` has the key.
    """

    engine: str
    model: str | None
    prompt: PromptOut | None
    charter: str
    generated_at: datetime
    digital_source_type: str
    usage: UsageOut | None
    signature: str | None

    @classmethod
    def of(cls, provenance: Provenance) -> "ProvenanceOut":
        """Return a provenance as it is sent."""
        ref = provenance.prompt
        return cls(
            engine=provenance.engine,
            model=provenance.model,
            prompt=PromptOut(name=ref.name, version=ref.version, digest=ref.digest)
            if ref
            else None,
            charter=provenance.charter,
            generated_at=provenance.generated_at,
            digital_source_type=provenance.digital_source_type,
            usage=UsageOut.of(provenance.usage),
            signature=provenance.signature,
        )


class DraftOut(Answer):
    """A draft whose outcome is `allow`, computed on exactly these characters."""

    id: str
    text: str
    angle: str
    verdict: VerdictOut
    voice: VoiceOut | None
    distinctness: DistinctnessOut
    grounding: list[GroundingOut]
    presentation: PresentationOut
    tip: Said | None
    provenance: ProvenanceOut

    @classmethod
    def of(cls, draft: FinishedDraft) -> "DraftOut":
        """Return a draft as it is sent."""
        voice = draft.voice
        return cls(
            id=draft.draft_id,
            text=draft.text,
            angle=draft.angle,
            verdict=VerdictOut.of(draft.verdict),
            voice=VoiceOut(score=voice.score, features=[Said.of(one) for one in voice.features])
            if voice
            else None,
            distinctness=_distinctness(draft),
            grounding=[GroundingOut.of(grounded) for grounded in draft.grounding],
            presentation=PresentationOut.of(draft.platform, draft.text),
            tip=Said.of(draft.tip) if draft.tip else None,
            provenance=ProvenanceOut.of(draft.provenance),
        )


class RemarkOut(Answer):
    """What its author had better know of how a request was taken; `about` are words they sent.

    `wish`: a note that is an instruction ("make it shorter"), which is no part of the text.
    """

    kind: str
    about: str
    message: Said

    @classmethod
    def of(cls, remark: Remark) -> "RemarkOut":
        """Return a remark as it is sent."""
        return cls(kind=remark.kind, about=remark.about, message=Said.of(remark.message))


class WithheldOut(Answer):
    """Why a draft is not there, and what to do about it; it quotes no draft text.

    `model_failure` is the code of what a language model failed of, where the text that is
    withheld for `reason` was the offline engine's, which had taken its place.
    """

    reason: str
    findings: list[FindingOut]
    usage: UsageOut | None = None
    model_failure: str | None = None

    @computed_field
    def message(self) -> Said:
        """Say the reason in words, and the remedy."""
        return Said.of(withheld_message(self.reason, model_failure=self.model_failure))


class DraftsOut(Answer):
    """The drafts that passed, and why there are fewer than asked for.

    `usage` is what all replies of the endpoint took, those that gave nothing and a judge's
    included; what the deadline cut off before any reply came is told by nobody.
    """

    drafts: list[DraftOut]
    withheld: list[WithheldOut]
    remarks: list[RemarkOut] = Field(default_factory=list)
    usage: UsageOut | None = None

    @classmethod
    def of(cls, result: DraftingResult) -> "DraftsOut":
        """Return a result as it is sent."""
        return cls(
            drafts=[DraftOut.of(draft) for draft in result.drafts],
            withheld=[
                WithheldOut(
                    reason=one.reason,
                    findings=[FindingOut.of(found) for found in one.findings],
                    usage=UsageOut.of(one.usage),
                    model_failure=one.model_failure,
                )
                for one in result.withheld
            ],
            remarks=[RemarkOut.of(one) for one in result.remarks],
            usage=UsageOut.of(result.usage),
        )


def _distinctness(draft: FinishedDraft) -> DistinctnessOut:
    nearness = draft.nearness
    return DistinctnessOut(
        nearest=nearness.similarity if nearness.compared >= _FEW else None,
        threshold=nearness.threshold,
        compared=_step(nearness.compared),
        reserved=draft.reserved,
        let_go=list(nearness.let_go),
    )


def _step(count: int) -> str:
    if count < _FEW:
        return "0–4"
    return "5–19" if count < _MANY else "20+"
