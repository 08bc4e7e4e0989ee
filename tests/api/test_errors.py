"""Every error leaves as a problem with a stable code."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import api
from api.errors import HTTP_CODES, STATUSES
from domain.errors import PorteVoixError

API = Path(api.__file__).parent


def all_errors(parent: type[PorteVoixError] = PorteVoixError) -> Iterator[type[PorteVoixError]]:
    yield parent
    for child in parent.__subclasses__():
        yield from all_errors(child)


@pytest.mark.parametrize("error", list(all_errors()), ids=lambda error: error.__name__)
def test_every_error_has_a_status(error: type[PorteVoixError]) -> None:
    assert error in STATUSES


def test_the_codes_tell_the_errors_apart() -> None:
    codes = [error.code for error in all_errors()]
    assert len(codes) == len(set(codes))


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    from domain import errors  # noqa: PLC0415 - its docstring is what is tested

    assert errors.__doc__ is not None
    for error in all_errors():
        assert error.__name__ in errors.__doc__


CODE_GIVEN = re.compile(r'code="([a-z_]+)"')
ROW = re.compile(r"^\| (`[a-z_`, ]+`) \| ([0-9, ]+) \|", re.MULTILINE)


def codes_in_the_code() -> set[str]:
    written = "".join(path.read_text(encoding="utf-8") for path in API.rglob("*.py"))
    own = {error.code for error in all_errors()}
    return own | set(HTTP_CODES.values()) | set(CODE_GIVEN.findall(written))


def rows() -> dict[str, set[int]]:
    page = (API.parent / "docs" / "errors.md").read_text(encoding="utf-8")
    return {
        code: {int(status) for status in statuses.split(",")}
        for codes, statuses in ROW.findall(page)
        for code in re.findall("[a-z_]+", codes)
    }


def test_every_code_has_its_row_in_the_documents() -> None:
    missing = codes_in_the_code() - set(rows())
    assert not missing, f"add a row for each to docs/errors.md: {sorted(missing)}"
    gone = set(rows()) - codes_in_the_code()
    assert not gone, f"nothing answers with these any more; see docs/errors.md: {sorted(gone)}"


@pytest.mark.parametrize("error", list(all_errors()), ids=lambda error: error.__name__)
def test_an_error_is_documented_with_its_status(error: type[PorteVoixError]) -> None:
    assert STATUSES[error][0] in rows()[error.code]


@pytest.mark.parametrize(("status", "code"), HTTP_CODES.items())
def test_a_refusal_of_the_framework_is_documented_with_its_status(status: int, code: str) -> None:
    assert status in rows()[code]
