"""The real files of the project's own neighbours, where they are at hand."""

from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from domain.errors import ImportFailed
from domain.language import Language
from recommender.catalogue.languages import detect
from recommender.catalogue.opening import open_source
from recommender.catalogue.rows import Accepted, Row
from tests.recommender.catalogue.sources import items, refusals

DATA = Path(__file__).parents[4] / "shared" / "data"
LARGE = Path("tests/wellformed/sanitize/large_atom_feed_that_needs_css_sanitisation.xml")


def data(name: str) -> Path:
    path = DATA / name
    if not path.exists():
        pytest.skip(f"../shared/data/{name} is not here; the repository does without")
    return path


def rows_or_refusal(path: Path) -> list[Row] | str:
    try:
        return list(open_source(path))
    except ImportFailed as error:
        return str(error)


@pytest.mark.parametrize(
    ("name", "language", "count"),
    [
        ("blog_18f_en.jsonl", Language.ENGLISH, 508),
        ("blog_putaindecode_fr.jsonl", Language.FRENCH, 135),
    ],
)
def test_every_post_of_the_blogs_goes_in(name: str, language: Language, count: int) -> None:
    rows = list(open_source(data("blogs") / name))
    assert len(rows) == count
    assert {item.language for item in items(rows)} == {language}
    assert len({item.content_id for item in items(rows)}) == count


def test_the_words_alone_tell_the_language_of_the_blogs() -> None:
    for name, language in (("blog_18f_en", "en"), ("blog_putaindecode_fr", "fr")):
        read = items(open_source(data("blogs") / f"{name}.jsonl"))
        found = Counter(detect(f"{item.title}\n{item.text}"[:3000]) for item in read)
        # One post of the English blog is in Spanish.
        assert found[language] >= len(read) - 1
        titles = Counter(detect(item.title) for item in read)
        assert titles[language] >= 0.85 * len(read)
        assert titles["fr" if language == "en" else "en"] <= 0.04 * len(read)


def test_every_feed_ends_in_rows_or_in_an_error_that_names_it() -> None:
    paths = sorted(data("feeds").rglob("*.xml"))
    assert len(paths) > 300
    for path in paths:
        outcome = rows_or_refusal(path)
        if isinstance(outcome, str):
            assert path.name in outcome
        else:
            assert all(path.name in row.where for row in outcome)
            assert any(not isinstance(row, Accepted) or row.item.text for row in outcome)


def test_the_folder_of_feeds_gives_at_least_one_row_a_file() -> None:
    folder = data("feeds")
    rows = list(open_source(folder))
    told = {row.where.partition(", ")[0] for row in rows}
    assert {str(path) for path in folder.rglob("*.xml")} <= told


def test_the_large_feed_gives_all_its_entries() -> None:
    path = data("feeds") / LARGE
    entries = etree.parse(path).getroot().findall("{http://www.w3.org/2005/Atom}entry")
    # They are in Russian: refused one by one, unless whoever imports says better.
    assert len(refusals(open_source(path))) == len(entries) > 10
    read = items(open_source(path, known_language=Language.FRENCH))
    assert len(read) == len(entries)
    assert all(item.text and item.url and item.published_at for item in read)
