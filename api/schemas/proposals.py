"""Proposals of content, as their author and the communication team see them."""

from datetime import UTC, date, datetime
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints

from api.schemas.base import (
    Answer,
    Body,
    Clean,
    LongText,
    Said,
    Spoken,
    Truth,
    Url,
    Word,
    with_example,
)
from api.schemas.contents import ImageIn
from domain.content import Image
from domain.language import Bilingual, Language
from domain.proposals import Proposal, ProposalState

Title = Annotated[str, StringConstraints(min_length=1, max_length=1_000), Spoken, Clean]
Remark = Annotated[str, StringConstraints(min_length=1, max_length=1_000), Clean]

_NO_RIGHTS = Bilingual(
    fr="Avez-vous le droit d’utiliser cette image ? Dites d’où elle vient et sous quelle licence.",
    en="Do you have the right to use this image? Say where it comes from, under what licence.",
)
_NO_AGREEMENT = Bilingual(
    fr="Les personnes visibles sont-elles d’accord ? Si l’image ne montre personne, dites oui.",
    en="Have the people shown agreed? If the image shows nobody, say yes.",
)
_NO_ALT = Bilingual(
    fr="Que montre cette image ? Décrivez-la pour qui ne la voit pas.",
    en="What does this image show? Describe it for those who cannot see it.",
)


class ProposalIn(Body):
    """Something worth sharing; `named` says whether your name goes along with it."""

    model_config = with_example(
        {
            "title": "Une nuit sur le réseau",
            "text": "L’équipe de nuit a trouvé la fuite de la rue des Acacias en deux heures.",
            "language": "fr",
            "named": False,
            "images": [{"url": "https://www.tessonde.example/i/nuit.jpg", "alt": "Un capteur"}],
        }
    )

    title: Title
    text: LongText
    language: Language
    url: Url | None = None
    images: Annotated[tuple[ImageIn, ...], Field(max_length=20)] = ()
    note: Remark | None = None
    named: Truth = False
    name: Word | None = None

    def as_proposal(self, *, name: str | None) -> Proposal:
        """Return it as the domain's own type, made today."""
        return Proposal(
            proposal_id="",
            title=self.title,
            text=self.text,
            language=self.language,
            proposed_on=datetime.now(UTC).date(),
            url=self.url,
            images=tuple(Image(**image.model_dump()) for image in self.images),
            note=self.note,
            name=name,
        )


class Question(Answer):
    """What somebody should answer about an image before it is used; it stops nothing."""

    severity: Literal["warn"] = "warn"
    image: int
    about: Literal["rights", "people_agreed", "alt"]
    message: Said


class ProposalOut(Answer):
    """A proposal; `name` is null when its author chose not to be named."""

    id: str
    title: str
    text: str
    language: Language
    url: str | None
    images: list[ImageIn]
    note: str | None
    name: str | None
    state: ProposalState
    proposed_on: date
    content_id: str | None
    questions: list[Question]

    @classmethod
    def of(cls, proposal: Proposal) -> Self:
        """Return a proposal as it is sent."""
        return cls(
            id=proposal.proposal_id,
            title=proposal.title,
            text=proposal.text,
            language=proposal.language,
            url=proposal.url,
            images=[_image(image) for image in proposal.images],
            note=proposal.note,
            name=proposal.name,
            state=proposal.state,
            proposed_on=proposal.proposed_on,
            content_id=proposal.content_id,
            questions=questions(proposal.images),
        )


class Proposals(Answer):
    """Proposals, newest first."""

    proposals: list[ProposalOut]


class DecisionIn(Body):
    """What becomes of a proposal: it goes into the catalogue, or it does not."""

    model_config = with_example({"decision": "accept", "campaign": None})

    decision: Literal["accept", "decline"]
    campaign: Word | None = None


def questions(images: tuple[Image, ...]) -> list[Question]:
    """Return what is not known of each image, as questions."""
    found = []
    for place, image in enumerate(images):
        if not image.rights:
            found.append(Question(image=place, about="rights", message=Said.of(_NO_RIGHTS)))
        if not image.people_agreed:
            said = Said.of(_NO_AGREEMENT)
            found.append(Question(image=place, about="people_agreed", message=said))
        if not image.alt:
            found.append(Question(image=place, about="alt", message=Said.of(_NO_ALT)))
    return found


def _image(image: Image) -> ImageIn:
    return ImageIn.model_construct(
        url=image.url, alt=image.alt, rights=image.rights, people_agreed=image.people_agreed
    )
