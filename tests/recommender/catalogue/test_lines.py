import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.catalogue.encodings import find_encoding
from recommender.catalogue.lines import Line, read_lines


def lines(data: bytes, *, limit: int = 1000) -> list[Line]:
    stream = io.BytesIO(data)
    return list(read_lines(stream, find_encoding(stream, "file"), limit=limit))


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b"a\nb\n", ["a\n", "b\n"]),
        (b"a\nb", ["a\n", "b"]),
        (b"a\r\nb\r\n", ["a\r\n", "b\r\n"]),
        (b"a\rb\r", ["a\n", "b\n"]),
        (b"\n\nc", ["\n", "\n", "c"]),
        ("é\nè\n".encode("utf-16"), ["é\n", "è\n"]),
        ("\ufeffa\n".encode(), ["a\n"]),
        (b"", []),
    ],
)
def test_lines_keep_their_order_and_their_ends(data: bytes, texts: list[str]) -> None:
    assert [line.text for line in lines(data)] == texts


@pytest.mark.parametrize("position", [0, 1, 2])
def test_a_line_over_the_limit_is_counted_and_not_kept(position: int) -> None:
    pieces = [b"short", b"short", b"short"]
    pieces[position] = b"x" * 2_000_000
    read = lines(b"\n".join(pieces))
    assert [line.number for line in read] == [1, 2, 3]
    assert [line.number for line in read if line.text is None] == [position + 1]


def test_a_line_at_the_limit_is_kept() -> None:
    assert [line.text is None for line in lines(b"x" * 1000 + b"\n" + b"x" * 1001)] == [False, True]


@given(st.lists(st.text(st.characters(exclude_characters="\r\n", codec="utf-8"))))
def test_the_lines_add_up_to_the_file(texts: list[str]) -> None:
    data = "".join(f"{text}\n" for text in texts).encode()
    stream = io.BytesIO(data)
    encoding = find_encoding(io.BytesIO(b"utf-8"), "file")
    read = list(read_lines(stream, encoding, limit=10_000))
    assert "".join(line.text or "" for line in read).encode() == data
