"""Every error leaves as a problem with a stable code."""

from collections.abc import Iterator

import pytest

from api.errors import STATUSES
from domain.errors import PorteVoixError


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
