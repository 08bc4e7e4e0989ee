import json
from pathlib import Path

import pytest

from domain.content import Image
from domain.errors import ImportFailed
from recommender.catalogue.limits import MAX_LINE_BYTES
from recommender.catalogue.opening import open_source
from recommender.catalogue.rows import Accepted
from tests.recommender.catalogue.sources import (
    ENGLISH,
    FRENCH,
    GERMAN,
    file,
    items,
    notes,
    refusals,
    rows_of,
)


def line(**fields: object) -> str:
    return json.dumps({"title": "Un titre", "text": FRENCH, **fields}) + "\n"


def test_every_field_is_read_under_its_french_name(tmp_path: Path) -> None:
    row = {
        "titre": "Portes ouvertes",
        "texte": FRENCH,
        "langue": "fr",
        "lien": "https://e.org/a",
        "auteurs": ["Zoé", {"name": "Léa"}],
        "mots-clés": ["rh", "emploi"],
        "résumé": "En bref",
        "publié le": "31/05/2024",
        "embargo": "2024-05-30",
        "expire le": "2024-06-30",
        "images": [
            {"url": "https://e.org/i.png", "alt": "Deux", "droits": "© Léa", "accord": "oui"}
        ],
        "campagne": "Recrutement",
    }
    (item,) = items(rows_of(file(tmp_path, "a.jsonl", json.dumps(row))))
    assert (item.title, item.summary, item.campaign) == (
        "Portes ouvertes",
        "En bref",
        "Recrutement",
    )
    assert (item.authors, item.tags) == (("Zoé", "Léa"), ("rh", "emploi"))
    assert item.images == (
        Image(url="https://e.org/i.png", alt="Deux", rights="© Léa", people_agreed=True),
    )
    dates = (item.published_at, item.embargo_until, item.expires_at)
    assert [date.date().isoformat() for date in dates if date] == [
        "2024-05-31",
        "2024-05-30",
        "2024-06-30",
    ]
    assert item.source == "a"


def test_bad_lines_are_named_and_the_others_go_in(tmp_path: Path) -> None:
    content = (
        line(id=1)
        + "{not json\n"
        + "\n"
        + "[1, 2]\n"
        + line(id=2, text=GERMAN)
        + line(id=3, title={"a": 1})
        + line(id=4, text=5, title=None)
        + "[" * 100_000
        + "\n"
        + '{"n": '
        + "9" * 5000
        + "}\n"
        + line(id=5)
    )
    rows = rows_of(file(tmp_path, "a.jsonl", content))
    assert [(row.line, row.field) for row in refusals(rows)] == [
        (2, None),
        (4, None),
        (5, "language"),
        (6, "title"),
        (7, "language"),
        (8, None),
        (9, None),
    ]
    assert len(items(rows)) == 2


def test_a_line_of_100_mb_costs_its_neighbours_nothing(tmp_path: Path) -> None:
    path = tmp_path / "huge.jsonl"
    with path.open("wb") as stream:
        stream.write(line(id=1).encode())
        stream.write(b'{"text": "' + b"x" * 100_000_000 + b'"}\n')
        stream.write(line(id=2).encode())
    rows = rows_of(path)
    assert [(type(row).__name__, row.where.rpartition(" ")[2]) for row in rows] == [
        ("Accepted", "1"),
        ("Rejected", "2"),
        ("Accepted", "3"),
    ]
    assert f"{MAX_LINE_BYTES // 1024**2} MB" in refusals(rows)[0].reason


def test_lines_in_an_old_encoding_are_recovered_and_that_is_said(tmp_path: Path) -> None:
    row = json.dumps({"title": "L’été", "text": FRENCH}, ensure_ascii=False)
    rows = rows_of(file(tmp_path, "a.jsonl", row.encode("cp1252")))
    assert [item.title for item in items(rows)] == ["L’été"]
    assert notes(rows) == ["it is not in UTF-8, and was read as cp1252"]


def test_unknown_fields_are_noted_once_and_lose_nothing(tmp_path: Path) -> None:
    rows = rows_of(file(tmp_path, "a.jsonl", line(id=1, likes=3) + line(id=2, likes=4, shares=1)))
    assert len(items(rows)) == 2
    assert notes(rows) == [
        "columns that are not used: 'likes'",
        "columns that are not used: 'shares'",
    ]


@pytest.mark.parametrize("escaped", [r"\ud800", r"\udfff\ud800", r"\u0000"])
def test_lone_surrogates_and_controls_are_taken_out(tmp_path: Path, escaped: str) -> None:
    row = f'{{"title": "A{escaped} title", "text": "{ENGLISH}", "tags": ["t{escaped}"]}}'
    (item,) = items(rows_of(file(tmp_path, "a.jsonl", row)))
    assert (item.title, item.tags) == ("A title", ("t",))


def test_a_row_of_nothing_but_lone_surrogates_is_refused(tmp_path: Path) -> None:
    rows = rows_of(file(tmp_path, "a.jsonl", r'{"title": "\ud800", "text": "\udc00"}' + "\n"))
    assert [(row.line, row.field) for row in refusals(rows)] == [(1, "text")]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"url": "e.org/a"}, "url"),
        ({"date": "soon"}, "published_at"),
        ({"date": 1700000000}, "published_at"),
        ({"expires": ["2024-05-31"]}, "expires_at"),
        ({"tags": {"a": 1}}, "tags"),
        ({"image": "not an address"}, "image"),
        ({"image": 5}, "image"),
        ({"images": [["https://e.org/i.png"]]}, "image"),
        ({"image": "https://e.org/i.png", "people_agreed": "maybe"}, "people_agreed"),
        ({"tags": [{"label": "x"}]}, "tags"),
        ({"tags": ["x"] * 201}, "tags"),
        ({"draft": True}, "draft"),
        ({"language": "it"}, "language"),
        ({"html": ["a"]}, "html"),
    ],
)
def test_a_value_that_cannot_be_is_refused_by_its_field(
    tmp_path: Path, fields: dict[str, object], field: str
) -> None:
    rows = rows_of(file(tmp_path, "a.jsonl", line(**fields)))
    assert [(row.line, row.field) for row in refusals(rows)] == [(1, field)]


def test_what_stands_in_a_refused_row_is_not_repeated(tmp_path: Path) -> None:
    secret = "Besançon-canary"
    rows = [
        line(date=secret),
        line(image=secret),
        line(title=[secret]),
        line(text=GERMAN + secret),
        f'{{"text": "{secret}"\n',
    ]
    read = rows_of(file(tmp_path, "a.jsonl", "".join(rows)))
    assert len(refusals(read)) == len(rows)
    assert all(secret not in str(row) for row in read)


def test_the_same_content_twice_keeps_the_later_and_says_so(tmp_path: Path) -> None:
    content = line(path="a.md", title="Avant") + line(path="a.md", title="Après")
    rows = rows_of(file(tmp_path, "a.jsonl", content))
    assert [row.item.title for row in rows if isinstance(row, Accepted)] == ["Avant", "Après"]
    assert len({item.content_id for item in items(rows)}) == 1
    (note,) = notes(rows)
    assert "the same content as" in note
    assert "line 1" in note


def test_progress_reaches_its_end(tmp_path: Path) -> None:
    source = open_source(file(tmp_path, "a.jsonl", line(id=1) * 3))
    seen = [source.done for _ in source]
    assert seen == sorted(seen)
    assert source.done == source.total > 0


def test_a_json_list_is_refused_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(ImportFailed, match="one object a line"):
        open_source(file(tmp_path, "a.json", '[{"title": "x"}]'))
