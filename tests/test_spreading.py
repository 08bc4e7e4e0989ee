"""Tests that need the same stay with one worker."""

import pytest

from tests.spreading import scope_of


@pytest.mark.parametrize(
    ("nodeid", "scope"),
    [
        ("tests/api/test_a.py::test_one", "tests/api/test_a.py"),
        ("tests/api/test_a.py::TestContract::test_one[fr]", "tests/api/test_a.py"),
        ("tests/api/test_a.py::test_one[a@b]", "tests/api/test_a.py"),
        ("tests/api/test_a.py::test_one@processes", "processes"),
        ("tests/api/test_a.py::test_one[a@b]@llama.cpp", "llama.cpp"),
    ],
)
def test_a_test_stays_with_its_group_or_else_with_its_file(nodeid: str, scope: str) -> None:
    assert scope_of(nodeid) == scope
