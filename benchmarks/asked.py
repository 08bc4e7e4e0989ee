"""The same draft asked for in two ways: of the service, and of the model by a plain client."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from domain.content import ContentItem
from domain.drafts import DraftRequest
from domain.organization import Organization
from domain.people import Ambassador, ProfileMix, ProfileType
from domain.ports import Answer, Message
from guardrails.facts.misuses import Facts
from personalizer.adapters.shapes import response_format
from personalizer.angles import angles_of
from personalizer.model_writer import ModelWriter
from personalizer.writing import Brief

_LONGEST = 6_000


@dataclass(frozen=True, slots=True)
class Asking:
    """The body for `POST /v1/drafts`, and the arguments of the plain client's call."""

    ours: dict[str, Any]
    raw: dict[str, Any]


class _Heard(Exception):
    """What a model was asked; nothing is answered."""


class _Listening:
    """A model that passes its question on."""

    async def answer(
        self,
        messages: Sequence[Message],
        shape: type[Any],
        **more: Any,  # noqa: ANN401 - whatever is asked
    ) -> Answer[Any]:
        raise _Heard(messages, shape, more)


def asking(texts: Sequence[tuple[str, str, Any]]) -> list[Asking]:
    """Return one request for each of these titles and texts that a post can be made of."""
    found = (_asking(number, *one) for number, one in enumerate(texts))
    return [one for one in found if one]


def _asking(number: int, title: str, text: str, language: Any) -> Asking | None:  # noqa: ANN401 - the tuple's own
    url = f"https://www.tessonde.example/journal/{number}"
    content = {
        "title": title[:900],
        "text": text[:_LONGEST],
        "url": url,
        "language": language.value,
    }
    person = {"profile_type": "expert", "organization": "Tessonde", "languages": [language.value]}
    ours = {"content": content, "ambassador": person, "language": language.value, "n": 1}
    item = ContentItem(
        content_id=f"c_{number}",
        title=content["title"],
        text=content["text"],
        url=url,
        language=language,
        digest="0" * 64,
        source="bench",
    )
    raw = asyncio.run(_raw(item))
    return Asking(ours, raw) if raw else None


async def _raw(item: ContentItem) -> dict[str, Any] | None:
    person = Ambassador(
        languages=(item.language,),
        profile=ProfileMix.only(ProfileType.EXPERT),
        organization="Tessonde",
    )
    request = DraftRequest(
        content=item,
        ambassador=person,
        language=item.language,
        owner="bench",
        reservation_ends_at=datetime.now(UTC),
    )
    organization = Organization(name="Tessonde")
    angle = next(iter(angles_of(item, person, item.language)), None)
    if angle is None:
        return None
    brief = Brief(request=request, angle=angle, organization=organization)
    try:
        await ModelWriter(_Listening(), Facts()).write(brief)
    except _Heard as heard:
        messages, shape, more = heard.args
    spoken = [{"role": one.role, "content": one.text} for one in messages]
    form = {"max_tokens": 2_000, "response_format": response_format(shape)}
    return {"model": "test", "messages": spoken, **form, **more}
