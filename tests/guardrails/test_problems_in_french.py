"""Whatever is wrong with a charter is told in French too: in words of ours, with what is named."""

import ast
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from domain.errors import CharterInvalid
from domain.language import Bilingual
from guardrails.catalogue import CHECKS
from guardrails.charter import load_charter, parse_charter
from guardrails.guard import Guard
from guardrails.problems import own, saying
from guardrails.proposing.documents import read_policy
from tests.guardrails.test_problems import SOUND

ANYTHING = own("a refusal that nobody wrote").fr
# What a charter is built of; what else raises in this package is no charter's fault.
BUILT_OF = ("charter.py", "cases.py", "catalogue.py", "wordings.py", "checks")
WRONG: tuple[Any, ...] = (None, "zorglub", "", " ", -7, 7.5, True, [], ["(", 3], {}, {"fr": 3})


def refusals() -> Iterator[str]:
    """Give the words of each ValueError that a charter may meet, "x" for what it names."""
    for part in BUILT_OF:
        at = Path("guardrails") / part
        for path in at.rglob("*.py") if at.is_dir() else [at]:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and is_named(node.func, "ValueError"):
                    yield words_of(node.args[0])


def is_named(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def words_of(node: ast.expr) -> str:
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return "".join(str(one.value) if isinstance(one, ast.Constant) else "xyz" for one in parts)


def told(data: dict[str, Any]) -> Bilingual | None:
    """Return what is said of a charter, nothing if it is one."""
    try:
        Guard.of(parse_charter(yaml.safe_dump(data), origin="mine.yaml"), key=b"problems")
    except CharterInvalid as error:
        return error.said
    return None


@pytest.mark.parametrize("english", sorted(set(refusals())))
def test_each_refusal_of_ours_has_french_words_that_name_the_same(english: str) -> None:
    french = own(english).fr
    assert french not in {ANYTHING, english}
    assert ("xyz" in french) is ("xyz" in english)


def test_refusals_are_found_and_one_that_nobody_translated_shows() -> None:
    assert any("re2" in one.casefold() for one in refusals())
    assert own("this was never translated").fr == ANYTHING


def test_no_charter_is_refused_in_words_of_one_language() -> None:
    """A plain text given to CharterInvalid would be told to everybody as it stands."""
    for path in Path("guardrails").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and is_named(node.func, "CharterInvalid"):
                given = node.args[0]
                assert not isinstance(given, ast.JoinedStr | ast.Constant), (path, node.lineno)


def refused(data: dict[str, Any]) -> bool:
    """Tell whether that is no charter, once what is said of it was looked at in both languages."""
    said = told(data)
    if said is not None:
        assert said.fr != said.en, said
        assert ANYTHING not in said.fr, said
        assert "Value error" not in said.fr
        assert "Input should" not in said.fr + said.en, said
    return said is not None


@pytest.mark.parametrize("key", sorted({*SOUND, "status", "packs", "format"}))
def test_a_wrong_value_of_a_charter_is_told_in_french(key: str) -> None:
    assert sum(refused(SOUND | {key: value}) for value in WRONG)


@pytest.mark.parametrize(
    "key", sorted({*SOUND["clauses"][0], "allow", "languages", "contact", "needs_judgement"})
)
def test_a_wrong_value_of_a_clause_is_told_in_french(key: str) -> None:
    clause = SOUND["clauses"][0]
    assert sum(refused(SOUND | {"clauses": [clause | {key: value}]}) for value in WRONG)


@pytest.mark.parametrize("kind", sorted(CHECKS))
def test_a_wrong_parameter_of_a_check_is_told_in_french(kind: str) -> None:
    names = {one.name for one in fields(CHECKS[kind])} - {"clause", "severity", "key", "encoder"}  # type: ignore[arg-type]  # every rule is a dataclass
    clause = SOUND["clauses"][0]
    for name in names:
        checks = [[{"kind": kind, "parameters": {name: value}}] for value in WRONG]
        assert sum(refused(SOUND | {"clauses": [clause | {"checks": one}]}) for one in checks)


def test_values_in_two_languages_are_said_in_each() -> None:
    named = saying("wrong_examples", names=saying("example", clause="CH-01", number=3))
    assert ": exemple 3 de CH-01 ;" in named.fr
    assert ": CH-01 example 3;" in named.en


def test_a_file_that_cannot_be_read_is_told_in_french(tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes("id: é".encode("latin-1"))
    for name, said in (("none.yaml", "il n'y a pas de fichier "), ("latin.yaml", "UTF-8")):
        with pytest.raises(CharterInvalid) as raised:
            load_charter(tmp_path / name)
        assert said in raised.value.said.fr
        assert raised.value.said.fr != raised.value.said.en


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("policy.odt", b"x", "policy.odt : donnez .docx, .md"),
        ("policy.pdf", b"x", "policy.pdf ne se lit pas"),
        ("policy.md", b" ", "policy.md ne tient aucun texte"),
    ],
)
def test_a_policy_that_cannot_be_read_is_told_in_french(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CharterInvalid) as raised:
        read_policy(tmp_path / name)
    assert said in raised.value.said.fr
