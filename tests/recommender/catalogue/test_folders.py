from pathlib import Path

import pytest

from domain.errors import ImportFailed
from recommender.catalogue.opening import open_source
from tests.recommender.catalogue.sources import (
    ENGLISH,
    FRENCH,
    file,
    items,
    notes,
    refusals,
    rows_of,
)


def test_every_readable_file_of_a_folder_is_read(tmp_path: Path) -> None:
    file(tmp_path, "a.md", f"# A\n\n{ENGLISH}")
    file(tmp_path, "deep/b.MD", f"# B\n\n{FRENCH}")
    file(tmp_path, "deep/c.csv", f'title,text\nC,"{ENGLISH}"\n')
    file(tmp_path, "d.jsonl", f'{{"title": "D", "text": "{ENGLISH}"}}\n')
    entry = f"<item><title>E</title><description>{ENGLISH}</description></item>"
    file(tmp_path, "e.xml", f"<rss><channel>{entry}</channel></rss>")
    file(tmp_path, ".git/f.md", ENGLISH)
    file(tmp_path, "picture.png", b"\x89PNG")
    file(tmp_path, "LICENSE", "words")
    source = open_source(tmp_path)
    rows = list(source)
    assert [item.title for item in items(rows)] == ["A", "D", "B", "C", "E"]
    (note,) = notes(rows)
    assert note.startswith("2 files of other kinds were left aside")
    assert source.done == source.total == 5


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.md", b""),
        ("broken.xml", b"<rss><channel>"),
        ("empty.csv", b"title,text\n"),
        ("package.json", b'{\n  "name": "x"\n}'),
        ("binary.csv", b"\x00\x01\x02\x03\x04\x05" * 100),
        ("picture.md", b"\x89PNG\r\n\x00\x01\x02\x03\x04" * 100),
    ],
)
def test_a_bad_file_is_refused_and_the_others_go_in(
    tmp_path: Path, name: str, content: bytes
) -> None:
    bad = file(tmp_path, name, content)
    file(tmp_path, "good.md", ENGLISH)
    rows = rows_of(tmp_path)
    assert len(items(rows)) == 1
    (refusal,) = refusals(rows)
    assert refusal.where == str(bad)
    assert name in refusal.reason


def test_files_of_one_name_in_two_folders_are_two_sources(tmp_path: Path) -> None:
    for folder in ("fr", "en"):
        file(tmp_path, f"{folder}/news.csv", f'id,title,text\n1,{folder},"{ENGLISH}"\n')
    read = items(rows_of(tmp_path))
    assert {item.source for item in read} == {"fr/news", "en/news"}
    assert len({item.content_id for item in read}) == 2


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = file(tmp_path, "secret.md", FRENCH)
    inside = file(tmp_path, "posts/a.md", ENGLISH)
    (inside.parent / "b.md").symlink_to(secret)
    (inside.parent / "c.md").symlink_to(inside)
    assert {item.text for item in items(rows_of(inside.parent))} == {ENGLISH}


def test_a_folder_without_content_is_refused_with_a_remedy(tmp_path: Path) -> None:
    file(tmp_path, "picture.png", b"x")
    with pytest.raises(ImportFailed, match="check the path"):
        open_source(tmp_path)
