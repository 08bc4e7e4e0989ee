"""No alternative of a shipped phrase is dead: each can stand in a text as people write it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from guardrails.catalogue import build_rules
from guardrails.charter import DEFAULT_CHARTER, PACKS, parse_charter
from guardrails.checks.patterns import compiled
from guardrails.wordings import Wordings, pattern_of
from tests.guardrails.writings import writings

NAMES = ", ".join(sorted(path.name.removesuffix(".fr-en.yaml") for path in PACKS.iterdir()))


def shipped() -> Iterator[str]:
    """Yield every phrase that a rule of the product looks for."""
    charter = f"packs: [{NAMES}]\n{DEFAULT_CHARTER.read_text(encoding='utf-8')}"
    for clause in parse_charter(charter).charter.clauses:
        for rule in build_rules(clause, key=b"a test's key"):
            yield from _phrases(rule)


def _phrases(thing: object) -> Iterator[str]:
    if isinstance(thing, Wordings):
        yield from thing.fr + thing.en
    elif isinstance(thing, tuple | list):
        for one in thing:
            yield from _phrases(one)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from _phrases(getattr(thing, field.name))


def dead(phrase: str) -> list[str]:
    """Return the writings of a phrase that it finds nowhere: alone, before or behind a word."""
    found = compiled(rf"^(?:mot)?(?:{pattern_of(phrase)})(?: ?mot)?$")
    return [
        told
        for told, ways in writings(phrase).items()
        if not any(found.search(text) for way in ways for text in _among_words(way))
    ]


def _among_words(written: str) -> list[str]:
    """Return it with a word around it; what leans on one stands right beside it."""
    before = ("", "mot") if written[0] in "',.-" else ("",)
    behind = ("", " mot", "mot") if written[-1] in "'-" else ("", " mot")
    return [f"{one}{written}{other}" for one in before for other in behind]


def test_no_alternative_of_a_shipped_phrase_is_dead() -> None:
    phrases = sorted(set(shipped()))
    assert len(phrases) > 3_000
    assert [(phrase, told) for phrase in phrases for told in dead(phrase)] == []


def test_a_dead_one_is_told() -> None:
    assert len(dead("(x |)(b |) c")) == len(("x b c", "b c", "x c"))
    assert dead("(x |)(b |)c") == []
