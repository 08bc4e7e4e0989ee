import anyio
import pytest

from domain.errors import ImportFailed
from recommender.catalogue.network import is_public, look_up


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - an address to refuse, nothing listens
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_only_the_open_internet_is_public(address: str, *, expected: bool) -> None:
    assert is_public(address) is expected


def test_a_name_is_as_public_as_all_its_machines() -> None:
    target = anyio.run(look_up, "localhost", 80)
    assert not target.is_public
    assert "127.0.0.1" in target.addresses


@pytest.mark.parametrize("host", ["x" * 300 + ".localhost", "a..localhost"])
def test_a_name_that_cannot_be_is_refused(host: str) -> None:
    with pytest.raises(ImportFailed, match="not known"):
        anyio.run(look_up, host, 80)
