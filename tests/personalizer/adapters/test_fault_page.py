"""The page of faults is complete: every row has its test, every switch of the server its row."""

import re

from tests.openai_faults import FAULTS
from tests.pointers import ROOT, names_in, pointers

PAGE = (ROOT / "docs" / "model_faults.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| ([FQSU]\d+) \|([^|]+)\|([^|]*)\|([^|]+)\|([^|]+)\|$", re.MULTILINE)
EXPECTED = {"F": 23, "Q": 10, "S": 20, "U": 15}


def test_no_row_is_missing() -> None:
    numbers = [row[0] for row in ROW.findall(PAGE)]
    assert numbers == [f"{kind}{n}" for kind, most in EXPECTED.items() for n in range(1, most + 1)]


def test_every_row_says_what_becomes_of_it_and_names_a_test_that_exists() -> None:
    for number, fault, _, becomes, tests in ROW.findall(PAGE):
        named = pointers(tests)
        assert fault.strip(), number
        assert becomes.strip(), number
        assert named, number
        assert all(name in names_in(path) for path, name in named), number


def test_every_switch_of_the_test_server_stands_in_a_row() -> None:
    named = {name for row in ROW.findall(PAGE) for name in re.findall(r"`(\w+)`", row[2])}
    assert named == set(FAULTS)
