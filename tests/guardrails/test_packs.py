from collections import Counter

import pytest

from domain.errors import CharterInvalid
from guardrails.charter import DEFAULT_CHARTER, PACKS, load_charter, parse_charter
from guardrails.guard import Guard
from guardrails.regression import run_examples

NAMES = sorted(path.name.removesuffix(".fr-en.yaml") for path in PACKS.iterdir())


def with_packs(*names: str) -> str:
    return f"packs: [{', '.join(names)}]\n{DEFAULT_CHARTER.read_text(encoding='utf-8')}"


def test_there_are_the_four_packs() -> None:
    assert NAMES == ["finance", "green-claims", "listed-company", "pharma"]


def test_every_example_holds_beside_the_default_charter() -> None:
    guard = Guard.of(parse_charter(with_packs(*NAMES)), key=b"packs")
    tried = [one for one in run_examples(guard) if not one.clause.startswith("CH-")]
    assert [one.example.text for one in tried if not one.is_right] == []
    counts = Counter((one.clause, one.example.language, one.example.kind) for one in tried)
    for clause, language in {(clause, language) for clause, language, _ in counts}:
        of_it = {kind: counts[clause, language, kind] for kind in ("violating", "near_miss")}
        assert of_it["violating"] >= 3
        assert of_it["near_miss"] >= 2
        assert sum(of_it.values()) >= 6


def test_a_pack_changes_the_digest_and_is_not_taken_in_twice() -> None:
    plain, once = load_charter(), parse_charter(with_packs("finance"))
    assert once.ref.digest not in {plain.ref.digest, parse_charter(with_packs("pharma")).ref.digest}
    twice = parse_charter(with_packs("finance", "finance"))
    assert len(twice.charter.clauses) == len(once.charter.clauses) == len(plain.charter.clauses) + 1


def test_a_pack_there_is_not_is_refused() -> None:
    with pytest.raises(CharterInvalid, match="packs"):
        parse_charter(with_packs("banking"))
