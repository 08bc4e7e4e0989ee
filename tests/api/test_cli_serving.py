"""Serving from the command line: what is refused, with the remedy."""

import socket

import pytest

from tests.api.conftest import Cli


def test_a_busy_port_is_named_with_the_remedy(cli: Cli, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert cli("serve", "--port", str(port)) == 64
    told = capsys.readouterr().err
    assert str(port) in told
    assert f"PORT={port + 1}" in told


def test_a_folder_of_a_real_organisation_is_not_made_a_demo(cli: Cli) -> None:
    cli("init", "--name", "Une Entreprise")
    assert cli("serve", "--demo", "--port", "0") == 64
