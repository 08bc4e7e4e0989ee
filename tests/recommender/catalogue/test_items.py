from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.content import ContentItem, Image
from domain.language import Language
from recommender.catalogue.items import accept, digest
from recommender.catalogue.limits import MAX_TEXT_CHARACTERS, MAX_TITLE_CHARACTERS
from recommender.catalogue.rows import Accepted, Place, Record, Rejected
from tests.recommender.catalogue.sources import FRENCH

RECORD = Record(
    place=Place("feed.xml", entry=3),
    source="Journal",
    title="Un titre",
    text=FRENCH,
    url="https://e.org/a?utm_source=x",
    key="1",
    language="fr",
    authors=("Zoé", "Zoé", " "),
    published="2024-05-31",
)


def item(record: Record, *, campaign: str | None = None) -> ContentItem:
    row = accept(record, campaign=campaign)
    assert isinstance(row, Accepted)
    return row.item


def refusal(record: Record) -> Rejected:
    row = accept(record)
    assert isinstance(row, Rejected)
    return row


def test_a_record_becomes_content() -> None:
    read = item(RECORD)
    assert (read.title, read.text, read.language) == ("Un titre", FRENCH, Language.FRENCH)
    assert read.url == "https://e.org/a?utm_source=x"
    assert read.authors == ("Zoé",)
    assert read.published_at == datetime(2024, 5, 31, tzinfo=UTC)
    assert read.source == "Journal"


def test_reading_again_gives_the_same_id_and_digest() -> None:
    assert item(RECORD) == item(RECORD)


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Un autre titre"},
        {"text": FRENCH + " Oui."},
        {"summary": "En bref"},
        {"language": "en"},
        {"url": "https://e.org/a"},
        {"authors": ("Léa",)},
        {"tags": ("rh",)},
        {"images": (Image(url="https://e.org/i.png"),)},
        {"published": "2024-06-01"},
        {"embargo": "2024-06-01"},
        {"expires": "2024-06-01"},
        {"campaign": "Recrutement"},
    ],
)
def test_whatever_a_reader_sees_changes_the_digest(change: dict[str, object]) -> None:
    changed = replace(RECORD, **change)  # type: ignore[arg-type] # a table of different fields
    assert item(changed).digest != item(RECORD).digest


def test_each_fact_of_an_image_changes_the_digest() -> None:
    image = Image(url="https://e.org/i.png")
    facts = [
        image,
        replace(image, alt="Two people"),
        replace(image, rights="CC BY"),
        replace(image, people_agreed=True),
        replace(image, people_agreed=False),
    ]
    assert len({item(replace(RECORD, images=(fact,))).digest for fact in facts}) == len(facts)


def test_the_identity_is_the_address_then_the_key_then_the_content() -> None:
    same_page = replace(RECORD, url="https://e.org/a#top", key="2", text="Un autre texte ici.")
    assert item(same_page).content_id == item(RECORD).content_id
    by_key = replace(RECORD, url=None)
    assert item(by_key).content_id != item(RECORD).content_id
    assert item(replace(by_key, text="Un autre texte ici.")).content_id == item(by_key).content_id
    assert item(replace(by_key, source="Autre")).content_id != item(by_key).content_id
    by_content = replace(by_key, key=None)
    assert item(by_content).content_id == item(by_content, campaign="x").content_id
    assert (
        item(replace(by_content, text="Un autre texte.")).content_id != item(by_content).content_id
    )


def test_a_campaign_of_the_import_goes_to_rows_without_one() -> None:
    assert item(RECORD, campaign="A").campaign == "A"
    assert item(replace(RECORD, campaign="B"), campaign="A").campaign == "B"


def test_the_digest_does_not_depend_on_the_campaign_of_nobody() -> None:
    assert digest(item(RECORD)) == item(RECORD).digest


def test_a_title_and_a_text_stand_in_for_each_other() -> None:
    assert item(replace(RECORD, title="")).title.startswith("Chaque matin, notre équipe")
    assert item(replace(RECORD, text="", summary="En bref")).text == "En bref"
    assert item(replace(RECORD, text="", summary="En bref")).summary is None
    assert item(replace(RECORD, text="")).text == "Un titre"


def test_of_an_image_named_twice_the_better_known_is_kept() -> None:
    bare = Image(url="https://e.org/i.png")
    known = replace(bare, alt="Deux personnes", rights="© Léa")
    other = Image(url="https://e.org/j.png")
    assert item(replace(RECORD, images=(bare, other, known))).images == (known, other)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": "", "text": " \x00 ", "summary": "\ud800"}, "text"),
        ({"text": "x" * (MAX_TEXT_CHARACTERS + 1)}, "text"),
        ({"summary": "x" * (MAX_TEXT_CHARACTERS + 1)}, "summary"),
        ({"title": "x" * (MAX_TITLE_CHARACTERS + 1)}, "title"),
        ({"url": "/relative"}, "url"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"published": "bientôt"}, "published_at"),
        ({"embargo": "bientôt"}, "embargo_until"),
        ({"expires": "bientôt"}, "expires_at"),
        ({"language": "de"}, "language"),
    ],
)
def test_what_cannot_be_content_is_refused_with_its_place_and_field(
    change: dict[str, str], field: str
) -> None:
    row = refusal(replace(RECORD, **change))  # type: ignore[arg-type] # a table of different fields
    assert (row.where, row.field) == ("feed.xml, entry 3", field)


def test_text_at_the_limit_is_kept_whole() -> None:
    assert len(item(replace(RECORD, text="x" * MAX_TEXT_CHARACTERS)).text) == MAX_TEXT_CHARACTERS


ANYTHING = st.text(st.characters(exclude_categories=()))


@given(title=ANYTHING, text=ANYTHING, summary=ANYTHING, tag=ANYTHING, key=ANYTHING)
def test_whatever_comes_in_stores_as_utf_8_or_is_refused(
    title: str, text: str, summary: str, tag: str, key: str
) -> None:
    record = replace(RECORD, title=title, text=text, summary=summary, tags=(tag,), key=key)
    row = accept(replace(record, url=None))
    if isinstance(row, Accepted):
        seen = row.item
        assert "\x00" not in seen.title + seen.text
        assert all(part.encode() for part in (seen.title, seen.text, *seen.tags))
