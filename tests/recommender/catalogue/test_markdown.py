from pathlib import Path

import pytest

from domain.content import ContentItem
from tests.recommender.catalogue.sources import (
    ENGLISH,
    FRENCH,
    file,
    items,
    notes,
    refusals,
    rows_of,
)


def item(folder: Path, text: str) -> ContentItem:
    (read,) = items(rows_of(file(folder, "post.md", text)))
    return read


def test_front_matter_and_text_become_content(tmp_path: Path) -> None:
    read = item(
        tmp_path,
        "---\ntitle: 'Portes ouvertes : 2024'\ndate: 2024-05-31\nlang: fr\nauteur: Zoé\n"
        "tags: [rh, emploi]\nexpiryDate: 2024-06-30T12:00:00+02:00\n"
        "image: https://e.org/i.png\nalt: Deux collègues\n---\n\n"
        f"## Un *sous-titre*\n\n{FRENCH}\n\n- un\n- [deux](https://e.org)\n\n"
        "```py\nx = 1\n```\n\n<!-- caché -->\n![Trois](https://e.org/j.png)\n",
    )
    assert read.title == "Portes ouvertes : 2024"
    assert read.text == f"Un sous-titre\n\n{FRENCH}\n\n- un\n- deux\n\nx = 1"
    assert (read.authors, read.tags) == (("Zoé",), ("rh", "emploi"))
    assert [image.alt for image in read.images] == ["Deux collègues", "Trois"]
    assert read.expires_at is not None
    assert read.expires_at.hour == 10


@pytest.mark.parametrize(
    "front", ["+++\ntitle = 'Titre'\n+++\n", '{\n"title": "Titre"\n}\n', "---\ntitle: Titre\n---\n"]
)
def test_three_kinds_of_front_matter_are_read(tmp_path: Path, front: str) -> None:
    assert item(tmp_path, front + FRENCH).title == "Titre"
    assert item(tmp_path, (front + FRENCH).replace("\n", "\r\n")).title == "Titre"


def test_without_front_matter_the_heading_is_the_title(tmp_path: Path) -> None:
    read = item(tmp_path, f"# The *title* #\n\n{ENGLISH}\n")
    assert (read.title, read.text) == ("The *title*", ENGLISH)
    assert item(tmp_path, ENGLISH).title.startswith("Every morning our team")


def test_rules_that_look_like_front_matter_lose_no_text(tmp_path: Path) -> None:
    assert ENGLISH in item(tmp_path, f"---\n{ENGLISH}\n\n---\nMore words in English.\n").text


def test_a_file_and_its_folder_give_the_same_identity(tmp_path: Path) -> None:
    path = file(tmp_path, "posts/a.md", ENGLISH)
    (alone,), (together,) = items(rows_of(path)), items(rows_of(tmp_path / "posts"))
    assert alone == together
    assert alone.source == "posts"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (f"---\ndraft: true\n---\n{ENGLISH}", "draft"),
        (f"---\npublished: false\n---\n{ENGLISH}", "draft"),
        (f"---\ntitle: [a\n---\n{ENGLISH}", "front matter"),
        (f"---\ndate: 2024-99-01\n---\n{ENGLISH}", "front matter"),
        (f"---\ntags: {'[' * 5000}\n---\n{ENGLISH}", "front matter"),
        (f"+++\ntitle = \n+++\n{ENGLISH}", "front matter"),
        (f"---\ndate: soon\n---\n{ENGLISH}", "published_at"),
        (f"---\nlang: de\n---\n{ENGLISH}", "language"),
        (f"---\ntags: &a [[x, x]]\nb: [*a, *a]\n---\n{ENGLISH}", "tags"),
        ("---\nlang: en\n---\n", "text"),
        ("x" * 500_000, "text"),
    ],
)
def test_a_file_that_cannot_be_content_is_refused_by_its_field(
    tmp_path: Path, text: str, field: str
) -> None:
    rows = rows_of(file(tmp_path, "post.md", text))
    assert [row.field for row in refusals(rows)] == [field]


def test_a_published_file_is_no_draft(tmp_path: Path) -> None:
    front = "---\ntitle: A\ndraft: false\npublished: 2024-05-31\n---\n"
    assert item(tmp_path, front + ENGLISH).published_at is not None


def test_a_relative_address_is_left_out_with_a_note(tmp_path: Path) -> None:
    front = "---\ntitle: A\nurl: /a\nimage: img/a.png\nweight: 3\n---\n"
    rows = rows_of(file(tmp_path, "post.md", front + ENGLISH))
    (read,) = items(rows)
    assert (read.url, read.images) == (None, ())
    assert len(notes(rows)) == 3
