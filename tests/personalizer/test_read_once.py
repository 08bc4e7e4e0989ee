"""What is worked out of a content is worked out once, and a text is examined once: both counted."""

from collections.abc import Iterator

import pytest

from domain.people import ProfileMix, ProfileType
from personalizer import passages
from personalizer.angles import angles_of
from tests.builders import ambassador, draft_request, item
from tests.fakes import ScriptedWriter
from tests.personalizer.articles import FRENCH
from tests.personalizer.workshop import GOOD, Workshop

pytestmark = pytest.mark.anyio


def test_a_content_is_read_once_for_all_who_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    readable = passages._readable  # noqa: SLF001 - what reads, counted behind its cache

    def counted(text: str) -> Iterator[passages.Passage]:
        read.append(text)
        return readable(text)

    monkeypatch.setattr(passages, "_readable", counted)
    content = item(text=f"{FRENCH}\nPersonne n’a encore lu cette autre phrase-là.")
    for kind in ProfileType:
        assert angles_of(content, ambassador(profile=ProfileMix.only(kind)), content.language)
    assert read == [content.text]


async def test_a_text_that_passes_is_reviewed_once() -> None:
    workshop = Workshop(ScriptedWriter([GOOD]))
    result = await workshop.drafter().draft(draft_request())
    assert [one.text for one in result.drafts] == [text for text, _ in workshop.reviewer.shown]
