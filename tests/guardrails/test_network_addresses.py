import pytest

from guardrails.network_addresses import Labels, internal_hosts, private_addresses

LABELS = Labels(
    anywhere=frozenset({"intra", "internal", "corp"}),
    endings=frozenset({"local", "internal", "corp", "lan"}),
    guarded=frozenset({"vpn", "admin"}),
)


def hosts(text: str) -> list[str]:
    found = internal_hosts(text, LABELS, ("ardemont.example",))
    return [text[place.start : place.end] for place in found]


def addresses(text: str) -> list[str]:
    return [text[place.start : place.end] for place in private_addresses(text)]


@pytest.mark.parametrize(
    "host",
    [
        "plan.intra.ardemont.example",
        "intra.ardemont.example",
        "srv-01.corp",
        "printer.local",
        "build.internal",
        "vpn.ardemont.example",
        "http://localhost:8080/admin",
    ],
)
def test_an_internal_host_is_found(host: str) -> None:
    assert hosts(f"voir {host} demain") == [host]


@pytest.mark.parametrize(
    "host",
    [
        "www.ardemont.example",
        "status.ardemont.example",
        "vpn.other.example",
        ".env.local",
        "settings.local.json",
        "local.example",
        "fin.debut",
        "http://localhost:8080/",
        "sarah@plan.intra.ardemont.example",
    ],
)
def test_another_name_with_dots_passes(host: str) -> None:
    assert hosts(f"voir {host} demain") == []


@pytest.mark.parametrize(
    "address", ["10.0.12.4", "172.16.0.9", "192.168.1.20/24", "fd12:3456:789a::1", "fe80::1c2:3ff"]
)
def test_a_private_address_is_found(address: str) -> None:
    assert addresses(f"la machine {address} répond") == [address]


@pytest.mark.parametrize(
    "text",
    [
        "8.8.8.8",
        "172.32.0.1",
        "10.0.300.1",
        "version 10.0.2.1",
        "v10.0.2.1",
        "10.0.2",
        "1.10.0.2.1",
        "feed:beef",
        "10:30",
        "fd12:zz",
        "fd12:1:2",
    ],
)
def test_public_addresses_versions_and_hours_pass(text: str) -> None:
    assert addresses(f"la machine {text} répond") == []
