import os
import resource
from pathlib import Path

import pytest

from domain.errors import ImportFailed
from domain.language import Language
from recommender.catalogue.formats import Format
from recommender.catalogue.limits import MAX_DOCUMENT_BYTES, MAX_FILE_BYTES
from recommender.catalogue.opening import open_source
from tests.recommender.catalogue.sources import ENGLISH, GERMAN, file, items, refusals, rows_of


@pytest.mark.parametrize(
    ("location", "problem"),
    [
        ("missing.md", "exists"),
        ("ftp://e.org/feed.xml", "http or https"),
        ("file:///etc/hostname", "http or https"),
        ("/dev/null", "exists"),
        ("x" * 5000, "exists"),
        ("a\0b", "exists"),
    ],
)
def test_what_is_not_there_is_refused_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, location: str, problem: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ImportFailed, match=problem) as failure:
        open_source(location)
    assert location in str(failure.value)


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("empty.csv", b"", "is empty"),
        ("notes.txt", b"some words", "name it, one of rss, atom"),
        ("sheet.xlsx", b"PK\x03\x04\x14\x00\x06\x00" + b"\x00\x01" * 200, "saved as CSV"),
        ("blank.jsonl", b"\n\n  \n", "no row"),
        ("broken.xml", b"<rss><channel>", "not well-formed"),
    ],
)
def test_a_file_that_gives_nothing_is_refused_by_name_and_with_a_remedy(
    tmp_path: Path, name: str, content: bytes, problem: str
) -> None:
    with pytest.raises(ImportFailed, match=problem) as failure:
        open_source(file(tmp_path, name, content))
    assert name in str(failure.value)


@pytest.mark.parametrize(
    ("name", "size"), [("a.jsonl", MAX_FILE_BYTES + 1), ("a.xml", MAX_DOCUMENT_BYTES + 1)]
)
def test_a_file_over_the_limit_is_refused_before_it_is_read(
    tmp_path: Path, name: str, size: int
) -> None:
    path = file(tmp_path, name, "<rss>" + " " * 100_000)
    os.truncate(path, size)
    with pytest.raises(ImportFailed, match="MB: split it"):
        open_source(path)


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    path = file(tmp_path, "a.md", ENGLISH)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, hard))
    try:
        with pytest.raises(ImportFailed, match=r"a\.md cannot be opened: Too many open files"):
            open_source(path)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_the_format_can_be_named(tmp_path: Path) -> None:
    path = file(tmp_path, "export.txt", f"# A title\n\n{ENGLISH}")
    (item,) = items(open_source(path, as_format=Format.MARKDOWN))
    assert item.title == "A title"


def test_a_page_on_disk_is_one_item(tmp_path: Path) -> None:
    page = f"<html><head><title>A</title></head><body><p>{ENGLISH}</p></body></html>"
    (item,) = items(rows_of(file(tmp_path, "a.html", page)))
    assert (item.title, item.text) == ("A", ENGLISH)


def test_whoever_imports_can_say_the_language_and_the_campaign(tmp_path: Path) -> None:
    path = file(tmp_path, "a.md", GERMAN)
    assert [row.field for row in refusals(rows_of(path))] == ["language"]
    (item,) = items(open_source(path, known_language=Language.ENGLISH, campaign="Spring"))
    assert (item.language, item.campaign) == (Language.ENGLISH, "Spring")


def test_importing_again_changes_nothing_and_a_change_keeps_the_id(tmp_path: Path) -> None:
    first = items(rows_of(file(tmp_path, "a.md", ENGLISH)))
    assert items(rows_of(file(tmp_path, "a.md", ENGLISH))) == first
    changed = items(rows_of(file(tmp_path, "a.md", f"{ENGLISH} More of it.")))
    assert changed[0].content_id == first[0].content_id
    assert changed[0].digest != first[0].digest


def test_files_are_closed_when_reading_stops_halfway(tmp_path: Path) -> None:
    path = file(tmp_path, "a.jsonl", f'{{"text": "{ENGLISH}"}}\n' * 3)
    rows = iter(open_source(path))
    next(rows)
    del rows
    assert not any(
        link.readlink() == path for link in Path("/proc/self/fd").iterdir() if link.is_symlink()
    )


@pytest.mark.parametrize("location", ["http://127.0.0.1:9/feed.xml", "HTTP://localhost:9/"])
def test_an_address_inside_a_private_network_is_refused_by_default(location: str) -> None:
    with pytest.raises(ImportFailed, match="private network"):
        open_source(location)
