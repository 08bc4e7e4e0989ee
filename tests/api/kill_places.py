"""Data folders whose server is killed again and again, and what the kills of each have shown."""

import os
import random
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from api import importing
from api.settings import Settings
from api.wiring import Services, open_services
from tests.api.killing import Load, Server, content, losses, server
from tests.builders import item

SEED = 20261128
BEGINS_WITHIN_SECONDS = 60
LONGEST_WAIT_SECONDS = 1.5


@dataclass
class Place:
    """A data folder with its database, opened beside the servers that are killed."""

    name: str
    services: Services
    environment: dict[str, str]
    kills: int = 0
    ready: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    def note(self, started: Server) -> None:
        """Remember how soon a server was ready after a kill."""
        self.ready.append(started.ready_after)
        self.processor.append(started.processor_seconds)

    def __str__(self) -> str:
        middle, worst = statistics.median(self.ready), max(self.ready)
        return (
            f"{self.name}: {self.kills} kills, 0 losses; ready again in {middle:.1f} s, "
            f"{worst:.1f} at most, of which {max(self.processor):.1f} of one processor"
        )


@contextmanager
def place(name: str, folder: Path, *, contents: int = 0, url: str | None = None) -> Iterator[Place]:
    """Prepare a folder with the six contents that drafts are asked on, and so many others."""
    settings = Settings.from_environment(data_dir=folder, **({"database_url": url} if url else {}))
    services = open_services(settings)
    fill(services, contents)
    ours = {"PORTEVOIX_DATA_DIR": str(folder), "PYTHONPATH": str(Path(__file__).parents[2])}
    if url:
        ours["PORTEVOIX_DATABASE_URL"] = url
    try:
        yield Place(name, services, {**os.environ, **ours})
    finally:
        services.close()


def fill(services: Services, contents: int) -> None:
    """Keep the contents, with their vectors, as an import does."""
    asked = [content(f"seed_{number}", number) for number in range(6)]
    asked += [content(f"many_{number:05}", number) for number in range(contents)]
    items = [
        item(content_id=one["id"], title=one["title"], text=one["text"] * (8 if many else 1))
        for one in asked
        for many in (one["id"].startswith("many"),)
    ]
    for start in range(0, len(items), 500):
        importing.keep(services, items[start : start + 500])


def kill_often(at: Place, kills: int, *, batch: int = 0, workers: int = 1) -> None:
    """Kill a server that often at random instants under load, and look for losses each time."""
    chance = random.Random(f"{SEED} {at.name} {batch}")  # noqa: S311 - the same instants each time
    load = None
    for number in range(kills + 1):
        with server(at.environment, workers=workers) as running:
            if load is not None:
                at.note(running)
                assert losses(load, running.address) == []
                at.kills += 1
            if number < kills:
                load = killed_under_load(at, running, chance, f"{batch}_{number}")


def killed_under_load(at: Place, running: Server, chance: random.Random, name: str) -> Load:
    """Use a server from several sides, kill it at some instant, and return what it was asked."""
    load = Load(at.services, name)
    with load.on(running.address):
        wait_until_begun(load)
        time.sleep(chance.uniform(0.0, LONGEST_WAIT_SECONDS))
        running.kill()
    assert load.has_begun, "nothing was acknowledged, so nothing could be lost"
    return load


def wait_until_begun(load: Load) -> None:
    """Wait until something of each kind was acknowledged."""
    begun = time.monotonic()
    while not load.has_begun and time.monotonic() - begun < BEGINS_WITHIN_SECONDS:
        time.sleep(0.01)
