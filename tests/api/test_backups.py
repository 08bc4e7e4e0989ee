"""`porte-voix backup` and `restore`, and what an erasure does to backups."""

import json
import subprocess
from pathlib import Path

import pytest

from api.backups import FOLDER, Backups, restore
from api.erasing import erase
from api.settings import Settings
from api.wiring import Services, open_services
from domain.errors import RestoreFailed, StorageUnavailable
from domain.people import Ambassador
from domain.purposes import Purpose
from tests.api.conftest import Make
from tests.api.test_erasure import holding
from tests.api.test_processes import command
from tests.builders import item

WORD = "zygomatiquement"


def backups_of(services: Services) -> Backups:
    return Backups(services.settings, services.settings.data_dir / FOLDER)


def add(services: Services, *names: str) -> None:
    items = [item(content_id=name) for name in names]
    services.contents.save(items, vectors={}, encoder="e")


def test_a_backup_comes_back_at_the_command_line(make_services: Make, tmp_path: Path) -> None:
    services = make_services()
    add(services, "a", "b")
    environment = {"PORTEVOIX_DATA_DIR": str(tmp_path / "data"), "PATH": "/usr/bin:/bin"}
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])

    def run(*arguments: str) -> str:
        done = subprocess.run(
            command(*arguments), env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    place = run("backup").splitlines()[0]
    services.contents.delete("a")
    run("restore", place)
    assert [one.content_id for one in services.contents.all()] == ["a", "b"]
    trail, _ = services.audit.page(limit=2, offset=0)
    assert [one.deed.action for one in trail] == ["restored", "backed_up"] or len(trail) == 1


def test_it_comes_back_on_another_machine_with_secret_charter_and_organisation(
    make_services: Make, tmp_path: Path
) -> None:
    services = make_services()
    add(services, "a")
    made = backups_of(services).make(services.database, keep=7)
    settings = Settings.from_environment(data_dir=tmp_path / "elsewhere", demo=True)
    restore(settings, made)
    again = open_services(settings)
    assert again.secret == services.secret
    assert again.organization == services.organization
    assert again.guard.charter.ref == services.guard.charter.ref
    assert [one.content_id for one in again.contents.all()] == ["a"]
    again.close()


def test_a_running_service_takes_a_restored_catalogue_up(make_services: Make) -> None:
    services = make_services()
    add(services, "a")
    services.live.refresh()
    made = backups_of(services).make(services.database, keep=7)
    services.contents.delete("a")
    services.live.refresh()
    assert services.live.current().snapshot.size == 0
    restore(services.settings, made)
    assert services.live.refresh()
    assert services.live.current().snapshot.size == 1


def test_only_the_newest_are_kept(make_services: Make) -> None:
    services = make_services()
    backups = backups_of(services)
    made = [backups.make(services.database, keep=2) for _ in range(4)]
    assert list(backups.whole()) == made[2:]


def test_an_erasure_reaches_the_backups_and_what_was_cut_off(make_services: Make) -> None:
    services = make_services()
    person = services.people.create("amb_canary")
    services.people.turn(person, {Purpose.VOICE: True})
    services.people.save_voice(person, posts=["canari-77 " * 50], cards=[])
    backups = backups_of(services)
    made = backups.make(services.database, keep=7)
    half = made.with_name("half")
    half.mkdir()
    (half / "porte-voix.db").write_bytes(b"canari-77")
    erase(services, person)
    assert not half.exists()
    assert not any(b"canari-77" in path.read_bytes() for path in made.rglob("*") if path.is_file())
    restore(services.settings, made)
    assert not services.people.exists(person)


@pytest.mark.parametrize("damage", ["porte-voix.db", "manifest.json", "missing"])
def test_a_damaged_backup_is_refused(make_services: Make, damage: str) -> None:
    services = make_services()
    add(services, "a")
    made = backups_of(services).make(services.database, keep=7)
    if damage == "missing":
        (made / "secret.key").unlink()
    else:
        (made / damage).write_bytes((made / damage).read_bytes()[:-9])
    services.contents.delete("a")
    with pytest.raises(RestoreFailed):
        restore(services.settings, made)
    assert services.contents.all() == []


def test_a_folder_keyed_by_another_secret_is_left_as_it_is(
    make_services: Make, tmp_path: Path
) -> None:
    services = make_services()
    made = backups_of(services).make(services.database, keep=7)
    settings = Settings.from_environment(data_dir=tmp_path / "other", demo=True)
    open_services(settings).close()
    with pytest.raises(RestoreFailed, match="new data folder"):
        restore(settings, made)


def test_a_backup_that_cannot_be_written_leaves_nothing(
    make_services: Make, tmp_path: Path
) -> None:
    services = make_services()
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(StorageUnavailable):
        Backups(services.settings, blocked / "backups").make(services.database, keep=1)


def test_the_files_of_a_backup_are_for_their_owner_alone(make_services: Make) -> None:
    services = make_services()
    made = backups_of(services).make(services.database, keep=1)
    assert {path.stat().st_mode & 0o077 for path in made.iterdir()} == {0}
    files = json.loads((made / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert {"porte-voix.db", "secret.key", "organization.yaml"} <= set(files)


def spoken(services: Services, name: str) -> str:
    """Make somebody who lets their posts and drafts be kept, and return their id."""
    known = services.people.create(name)
    services.people.turn(known, {Purpose.VOICE: True, Purpose.COLLECTIVE: True})
    services.people.save(Ambassador(ambassador_id=known, posts=(f"{name} writes: {WORD}",)))
    return known


@pytest.mark.parametrize("lost", [False, True])
def test_what_was_turned_off_since_a_backup_stays_off_and_its_posts_gone(
    make_services: Make, *, lost: bool
) -> None:
    services = make_services()
    leaver, stayer = spoken(services, "amb_leaver"), spoken(services, "amb_stayer")
    services.people.turn(leaver, {Purpose.FINGERPRINTS: True})
    made = backups_of(services).make(services.database, keep=7)
    services.people.turn(leaver, {Purpose.VOICE: False, Purpose.FINGERPRINTS: False})
    if lost:
        for path in services.settings.data_dir.glob("porte-voix.db*"):
            path.unlink()
    restore(services.settings, made)
    again = open_services(services.settings)
    left, stayed = again.people.get(leaver), again.people.get(stayer)
    assert left.ambassador.posts == ()
    off = {one for one in Purpose if not left.purposes[one]}
    assert {Purpose.VOICE, Purpose.FINGERPRINTS} <= off
    assert left.purposes[Purpose.COLLECTIVE]
    assert stayed.ambassador.posts
    assert stayed.purposes[Purpose.VOICE]


def test_what_was_turned_on_again_before_the_backup_comes_back_on(make_services: Make) -> None:
    services = make_services()
    person = spoken(services, "amb_returner")
    services.people.turn(person, {Purpose.VOICE: False})
    services.people.turn(person, {Purpose.VOICE: True})
    services.people.save(Ambassador(ambassador_id=person, posts=("Encore.",)))
    made = backups_of(services).make(services.database, keep=7)
    restore(services.settings, made)
    assert open_services(services.settings).people.get(person).ambassador.posts == ("Encore.",)


def test_a_withdrawal_leaves_no_byte_beside_the_backups_and_names_nobody(
    make_services: Make,
) -> None:
    services = make_services()
    person = spoken(services, "amb_leaver")
    folder = services.settings.data_dir
    assert holding(folder, WORD.encode())
    services.people.turn(person, {Purpose.VOICE: False})
    assert holding(folder, WORD.encode()) == []
    assert b"amb_leaver" not in (folder / "withdrawn.txt").read_bytes()
    services.people.turn(person, {Purpose.VOICE: False})
    assert len((folder / "withdrawn.txt").read_text().splitlines()) == 1


def test_whoever_is_erased_is_in_no_list_of_withdrawals(make_services: Make) -> None:
    services = make_services()
    gone, stays = spoken(services, "amb_gone"), spoken(services, "amb_stays")
    for one in (gone, stays):
        services.people.turn(one, {Purpose.VOICE: False})
    made = backups_of(services).make(services.database, keep=7)
    assert services.erasure.erase(gone)
    for folder in (services.settings.data_dir, made):
        lines = (folder / "withdrawn.txt").read_text(encoding="ascii").splitlines()
        assert len(lines) == 1
    restore(services.settings, made)
