"""The catalogue in SQL."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.addresses import page_key
from domain.content import ContentItem, Image
from domain.errors import NotFound
from domain.language import Language
from storage.content_rows import AlreadyKept
from storage.contents import Contents
from storage.database import Database


@pytest.fixture
def contents(database: Database) -> Contents:
    return Contents(database)


def an_item(content_id: str = "c_1", **more: object) -> ContentItem:
    item = ContentItem(
        content_id=content_id,
        title="Mesurer une fuite",
        text="Deux capteurs suffisent.",
        language=Language.FRENCH,
        digest=f"digest of {content_id}",
        source="test",
    )
    return replace(item, **more)  # type: ignore[arg-type]  # fields of a content


def save(contents: Contents, *items: ContentItem, encoder: str = "e1") -> None:
    vectors = {item.content_id: item.content_id.encode() for item in items}
    contents.save(items, vectors=vectors, encoder=encoder)


def test_what_is_saved_is_read_back_whole(contents: Contents) -> None:
    full = an_item(
        summary="Résumé",
        url="https://a.example/1",
        authors=("Léa",),
        tags=("acoustique",),
        images=(Image(url="https://a.example/i.png", alt="Un capteur", people_agreed=False),),
        published_at=datetime(2026, 3, 1, 9, tzinfo=UTC),
        embargo_until=datetime(2026, 2, 1, tzinfo=UTC),
        expires_at=datetime(2027, 1, 1, tzinfo=UTC),
        campaign="printemps",
    )
    save(contents, full)
    assert contents.get("c_1") == full
    assert contents.all() == [full]


def test_what_is_there_is_not_added_again(contents: Contents) -> None:
    first = an_item(url="https://a.example/1", tags=("a",))
    contents.add(first, vector=b"v", encoder="e1")
    assert contents.vectors("e1") == {"c_1": b"v"}
    revision = contents.revision()
    same = (an_item("c_2", url="http://www.a.example/1#top"), an_item(title="Autre", url=None))
    for one in same:
        with pytest.raises(AlreadyKept) as refused:
            contents.add(one, vector=b"w", encoder="e1")
        assert refused.value.content_id == "c_1"
    assert (contents.all(), contents.revision()) == ([first], revision)
    contents.add(an_item("c_3", url=None), vector=b"w", encoder="e1")
    contents.add(an_item("c_4", url=None), vector=b"w", encoder="e1")


def test_contents_are_found_by_the_page_their_address_leads_to(contents: Contents) -> None:
    there = {"c_1": "https://a.example/?p=1&utm_source=1", "c_2": "http://www.a.example?p=1#b"}
    others = {"c_3": "https://a.example/?p=2", "c_4": None, "c_5": "https://a.example/"}
    save(contents, *(an_item(name, url=url) for name, url in {**there, **others}.items()))
    key = page_key("https://a.example/?p=1")
    assert key
    assert {one.content_id: one.url for one in contents.at_page(key)} == there
    moved = an_item("c_1", url="https://a.example/elsewhere", digest="moved")
    save(contents, moved)
    assert [one.content_id for one in contents.at_page(key)] == ["c_2"]


def test_saving_again_changes_only_what_changed(contents: Contents) -> None:
    save(contents, an_item("c_1"), an_item("c_2"))
    again = [an_item("c_1"), an_item("c_2", digest="other", title="Autre"), an_item("c_3")]
    changes = contents.save(again, vectors={}, encoder="e1")
    assert (changes.added, changes.changed, changes.unchanged) == (("c_3",), ("c_2",), ("c_1",))
    assert contents.get("c_2").title == "Autre"


def test_a_change_raises_the_revision_and_nothing_else_does(contents: Contents) -> None:
    before = contents.revision()
    save(contents, an_item())
    after = contents.revision()
    contents.save([an_item()], vectors={}, encoder="e1")
    contents.all()
    assert before < after == contents.revision()


def test_a_vector_of_an_older_text_is_not_used(contents: Contents) -> None:
    save(contents, an_item())
    contents.save([an_item(digest="newer")], vectors={}, encoder="e1")
    assert contents.vectors("e1") == {}
    assert [item.content_id for item in contents.without_vector("e1")] == ["c_1"]


def test_vectors_of_two_encoders_never_meet(contents: Contents) -> None:
    save(contents, an_item(), encoder="e1")
    contents.save_vectors([an_item()], {"c_1": b"other"}, encoder="e2")
    assert contents.vectors("e1") == {"c_1": b"c_1"}
    assert contents.vectors("e2") == {"c_1": b"other"}


def test_a_deleted_content_is_gone_with_its_vectors(contents: Contents) -> None:
    save(contents, an_item())
    contents.delete("c_1")
    assert contents.vectors("e1") == {}
    with pytest.raises(NotFound, match="c_1"):
        contents.get("c_1")
    with pytest.raises(NotFound):
        contents.delete("c_1")


def test_a_page_is_newest_first_and_counts_everything(contents: Contents) -> None:
    dates = [datetime(2026, month, 1, tzinfo=UTC) for month in (1, 3, 2)]
    save(
        contents,
        *(an_item(f"c_{n}", published_at=date) for n, date in enumerate(dates)),
        an_item("c_9"),
    )
    items, total = contents.page(limit=2)
    assert ([item.content_id for item in items], total) == (["c_1", "c_2"], 4)
    items, _ = contents.page(limit=5, offset=3)
    assert [item.content_id for item in items] == ["c_9"]


@pytest.mark.parametrize(
    ("query", "expected"), [("FUITE", 1), ("capteurs", 1), ("100%", 0), ("_", 0)]
)
def test_a_search_takes_its_words_as_they_are(
    contents: Contents, query: str, expected: int
) -> None:
    save(contents, an_item())
    assert contents.page(query=query)[1] == expected
    assert contents.page(query=query, language=Language.ENGLISH)[1] == 0
