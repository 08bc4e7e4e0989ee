import time

import pytest

from domain.errors import ImportFailed
from recommender.catalogue.feeds import read_feed
from recommender.catalogue.rows import Record
from recommender.catalogue.xml_safety import harmless
from tests.recommender.catalogue.sources import FRENCH, document

LAUGHS = "".join(
    f'<!ENTITY l{level} "{f"&l{level - 1};" * 10 if level else "ha"}">\n' for level in range(10)
)


def feed(declarations: str, title: str, before: str = "") -> str:
    return (
        f"{before}<!DOCTYPE rss [\n{declarations}\n]>\n<rss version='2.0'><channel><item>"
        f"<title>{title}</title><description>{FRENCH}</description></item></channel></rss>"
    )


@pytest.mark.parametrize(
    "bomb",
    [
        feed(LAUGHS, "&l9;"),
        feed(LAUGHS, "&l9;", before="<!-- <a --> "),
        feed(LAUGHS, "&l9;", before="<?xml version='1.0'?>"),
        feed(LAUGHS.replace('"', "'"), "&l9;"),
        feed(f'<!ENTITY a "{"a" * 50_000}">', "&a;" * 5_000),
        feed(f'<!ENTITY a "{"a" * 2_000_000}">', "&a;"),
        feed("<!ENTITY % p \"<!ENTITY a 'x'>\">", "x"),
        "words " + feed(f'<!ENTITY a "{"a" * 50_000}">', "&a;" * 5_000),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_that_grow_are_refused_at_once(bomb: str, encoding: str) -> None:
    began = time.process_time()
    with pytest.raises(ImportFailed, match=r"declares entities that grow|before its first tag"):
        read_feed(document(bomb.encode(encoding)))
    assert time.process_time() - began < 2


def test_small_entities_of_a_feed_are_read() -> None:
    _, rows = read_feed(document(feed('<!ENTITY name "Porte-voix">', "Vive &name;")))
    assert [row.title for row in rows if isinstance(row, Record)] == ["Vive Porte-voix"]


def test_a_feed_that_speaks_of_entity_bombs_is_read() -> None:
    told = f"<![CDATA[<!DOCTYPE lolz [{LAUGHS}]> &l9; {FRENCH}]]>"
    text = f"<rss><channel><item><description>{told}</description></item></channel></rss>"
    assert harmless(text.encode(), "source.xml") == text.encode()


@pytest.mark.parametrize("before", ["", "<!-- <a -->"])
def test_no_file_outside_the_feed_is_opened(before: str) -> None:
    declared = '<!ENTITY outside SYSTEM "file:///etc/hostname">'
    _, rows = read_feed(document(feed(declared, "A &outside; b", before=before)))
    (record,) = [row for row in rows if isinstance(row, Record)]
    with open("/etc/hostname") as stream:  # noqa: PTH123 - the file the feed asks for
        assert stream.read().strip() not in record.title


def test_a_flood_of_blank_lines_is_read_at_once() -> None:
    began = time.process_time()
    text = "\n" * 300_000 + feed("", "Titre")
    _, rows = read_feed(document(text))
    assert len(list(rows)) == 1
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "text", ["<rss>" + "<a>" * 1_500_001, "<!ENTITY x " * 10_000 + "<rss></rss>"]
)
def test_a_feed_of_nothing_but_tags_or_declarations_is_refused(text: str) -> None:
    with pytest.raises(ImportFailed, match=" tag"):
        harmless(text.encode(), "source.xml")
