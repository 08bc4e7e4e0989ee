"""A whole service over a temporary data folder: real SQL, real Chroma, the real charter."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api import demo_organization
from api.app import create_app
from api.cli.main import run
from api.settings import Settings
from api.wiring import Services, open_services
from domain.roles import Role

Cli = Callable[..., int]
Make = Callable[..., Services]
NewFolder = Callable[[], Path]


@pytest.fixture
def make_services(tmp_path: Path) -> Iterator[Make]:
    """Open services over the demo organisation, with any settings."""
    yield from _opening(tmp_path / "data")


@pytest.fixture
def make_demo(tmp_path: Path, new_demo: NewFolder) -> Iterator[Make]:
    """Do the same with the demo's content and people in them."""
    new_demo().rename(tmp_path / "data")
    yield from _opening(tmp_path / "data")


def _opening(folder: Path) -> Iterator[Make]:
    opened: list[Services] = []

    def make(**settings: object) -> Services:
        chosen = Settings.from_environment(data_dir=folder, demo=True, **settings)
        demo_organization.prepare_files(chosen)
        services = open_services(chosen, holds_index=True)
        opened.append(services)
        return services

    yield make
    for services in opened:
        services.close()


@pytest.fixture(scope="session")
def new_demo(tmp_path_factory: pytest.TempPathFactory) -> NewFolder:
    """Install the demo once, and let go of it: each who needs it is given a copy of its folder."""
    folder = tmp_path_factory.mktemp("demo")
    chosen = Settings.from_environment(data_dir=folder, demo=True)
    demo_organization.prepare_files(chosen)
    services = open_services(chosen)
    demo_organization.install(services)
    services.close()
    return lambda: shutil.copytree(folder, tmp_path_factory.mktemp("service") / "data")


@dataclass(frozen=True)
class Service:
    """A running application and one key of each role."""

    client: TestClient
    services: Services
    keys: dict[Role, str]
    ambassador_id: str

    def headers(self, role: Role) -> dict[str, str]:
        """Return what a caller of that role sends."""
        return {"Authorization": f"Bearer {self.keys[role]}"}


@pytest.fixture(scope="module")
def service(new_demo: NewFolder) -> Iterator[Service]:
    """Run the demo organisation once for the tests of a module."""
    chosen = Settings.from_environment(data_dir=new_demo(), demo=True)
    services = open_services(chosen, holds_index=True)
    ambassador_id = "amb_lea"
    keys = {role: _key(services, role, ambassador_id) for role in Role}
    with TestClient(create_app(services), raise_server_exceptions=False) as client:
        yield Service(client, services, keys, ambassador_id)


def _key(services: Services, role: Role, ambassador_id: str) -> str:
    owner = ambassador_id if role is Role.EMPLOYEE else None
    return services.access.create_key(role, ambassador_id=owner)[1]


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    """Run commands in an empty folder of their own."""
    monkeypatch.setenv("PORTEVOIX_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: run(list(arguments))
