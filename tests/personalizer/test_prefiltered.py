"""A glance of RE2 passes every text its pattern stands in, and hardly any other."""

import importlib
import pkgutil
import re
from collections.abc import Iterator, Sequence
from itertools import chain
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import personalizer
from domain.segmentation import sentences
from personalizer.angles import angles_of
from personalizer.loosening import loosened
from personalizer.prefiltered import Prefiltered, Sentence
from tests.builders import ENGLISH_TEXT, ambassador, item
from tests.personalizer.articles import ENGLISH, FRENCH

ARTICLES = (FRENCH, ENGLISH, ENGLISH_TEXT)
ODD = ("", "İl était ıci", "ſolid \u212a", "\ud800 et", "a\n", "L’ÉTÉ…", "x" * 2_000, "Ça ²³ ½")


def prefiltered() -> Iterator[tuple[str, Prefiltered]]:
    """Yield every such pattern of the personalizer, with the place it stands in."""
    for module in pkgutil.walk_packages(personalizer.__path__, "personalizer."):
        if not module.name.endswith(("langchain_chat", "__main__")):
            for name, held in vars(importlib.import_module(module.name)).items():
                yield from ((f"{module.name}.{name}", one) for one in within(held))


def within(held: object) -> Iterator[Prefiltered]:
    if isinstance(held, Prefiltered):
        yield held
    elif isinstance(held, tuple | list):
        yield from chain.from_iterable(map(within, held))
    elif isinstance(held, dict | MappingProxyType):
        yield from chain.from_iterable(map(within, held.values()))


PATTERNS = tuple({id(one): (name, one) for name, one in prefiltered()}.values())


def test_there_are_patterns_to_hold_against_each_other() -> None:
    assert len(PATTERNS) > 100


@pytest.mark.parametrize(
    "pattern", [one for _, one in PATTERNS], ids=[name for name, _ in PATTERNS]
)
def test_finds_what_the_pattern_finds(pattern: Prefiltered) -> None:
    plain = pattern.pattern
    for text in (*chain.from_iterable(map(sentences, ARTICLES)), *ODD):
        for said in (text, Sentence(text)):
            assert _spans([pattern.search(said)]) == _spans([plain.search(text)])
            assert _spans([pattern.match(said)]) == _spans([plain.match(text)])
            assert _spans([pattern.fullmatch(said)]) == _spans([plain.fullmatch(text)])
            assert _spans(pattern.finditer(said)) == _spans(plain.finditer(text))
            assert pattern.findall(said) == plain.findall(text)
            assert pattern.sub(" ", said) == plain.sub(" ", text)


def _spans(found: Iterator[re.Match[str]] | Sequence[re.Match[str] | None]) -> list[object]:
    return [one and (one.span(), one.groups()) for one in found]


# What patterns are made of; those in the second list have no width.
SIGNS = (
    *("a", "B", "é", "É", "i", "K", "s", "_", "1", " ", "'", "’", "-", r"\.", r"\n", r"\x61"),
    *(
        r"\u2019",
        r"\xe9",
        ".",
        r"\w",
        r"\W",
        r"\d",
        r"\D",
        r"\s",
        r"\S",
        "[a-z]",
        "[^a-z]",
        "[à-ÿ]",
    ),
    *("[^’]", r"[^\W\d_]", r"[\w'’-]", "[]a]", "[^]a]", r"[\]\\a-]", "(a|é)", "(?:ab|É)", "(?i:é)"),
    *("(?-i:K)", "(?P<name>a)", "(?>a)"),
    *("[«»“”]", r"[’\u00a0]", r"[\x80-\xbf]", "[à-þ’-]", "[–-—]", "[\U0001f300-\U0001faff]", "…"),
    *("[°º]", r"[α-ω]", r"[\u0370-\U0010ffff]", r"[\s’]", r"[^\s’]", "[²-½]"),
)
EDGES = (
    *(
        r"\b",
        r"\B",
        "^",
        "$",
        r"\A",
        r"\Z",
        "(?=a)",
        "(?!é)",
        r"(?<!\w)",
        r"(?<=[(é])",
        "(?=(?:a)(b))",
    ),
)
TIMES = ("", "", "", "*", "+", "?", "{2}", "{0,2}", "{1,3}?", "*?", "++", "{,2}")
PIECES = st.one_of(
    st.tuples(st.sampled_from(SIGNS), st.sampled_from(TIMES)).map("".join), st.sampled_from(EDGES)
)
WRITTEN = st.lists(st.lists(PIECES, min_size=1, max_size=4).map("".join), min_size=1, max_size=3)
FLAGS = st.sampled_from((re.NOFLAG, re.IGNORECASE, re.MULTILINE, re.IGNORECASE | re.DOTALL))
TEXTS = st.text(
    "aAbBéÉiıİkK\u212asſ_1²½ '’-.\n(à…\u202f\ud800«”–—\u00a0€🙂\x01\x02\x10°ωΩ\u0345", max_size=12
)


@settings(max_examples=600, suppress_health_check=[HealthCheck.filter_too_much])
@given(written=WRITTEN.map("|".join), flags=FLAGS, text=TEXTS)
def test_a_looser_pattern_misses_nothing(written: str, flags: re.RegexFlag, text: str) -> None:
    assume(written.count("(?P<name>") < 2)
    pattern = Prefiltered(written, flags)
    found, glanced = pattern.pattern.search(text), pattern.search(text)
    assert (found and found.span()) == (glanced and glanced.span()), loosened(pattern.pattern)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r"\bhi\b", "his chip"),
        (r"\bete\b", "étete été"),
        (r"\w{3,}ed\b", "un edéé"),
        (r"(?<=x)a", "bbb"),
        (r"[^\W\d_]x", "1x"),
        ("[\U0001f300-\U0001faff]|[°§]", "l’été « 12 %… » – “€” • → é"),
        ("d['’]un", "désun dé«un d–un"),
    ],
)
def test_a_looser_pattern_leaves_most_texts(written: str, text: str) -> None:
    assert not Prefiltered(written).may_stand(text)


def test_a_verbose_pattern_is_read_without_its_notes() -> None:
    pattern = Prefiltered("a b # no c\n | [ #] d | \\ e", re.VERBOSE)
    assert [pattern.search(text) is not None for text in ("ab", " d", "#d", " e", "a b", "c")] == [
        *[True] * 4,
        *[False] * 2,
    ]


@pytest.mark.parametrize("written", [r"(a)?(?(1)b|c)", "ı", r"(?a)\w"])
def test_what_it_could_read_otherwise_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="pattern"):
        loosened(re.compile(written))


def test_few_patterns_are_run_on_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted, not timed: a pattern that lets everything pass costs what it did before."""
    asked: list[bool] = []
    may_stand = Prefiltered.may_stand

    def counted(pattern: Prefiltered, text: str) -> bool:
        asked.append(may_stand(pattern, text))
        return asked[-1]

    monkeypatch.setattr(Prefiltered, "may_stand", counted)
    for text in (FRENCH, ENGLISH):
        content = item(text=f"{text}\nPersonne n’a encore lu cette phrase-là.")
        angles_of(content, ambassador(), content.language)
    assert len(asked) > 1_000
    assert sum(asked) < 0.2 * len(asked)
