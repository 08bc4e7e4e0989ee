"""The invented organisation that a newcomer meets: its content, its people, its links."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import yaml

from api.importing import ImportReport, import_rows
from api.personas import FOLDER, personas
from api.settings import Settings
from api.wiring import Services
from domain.campaigns import Campaign
from domain.content import Objective
from domain.errors import Conflict, SettingsInvalid
from domain.language import Language
from domain.people import Ambassador
from domain.purposes import Purpose
from domain.roles import Role

_DEMO_PURPOSES = (Purpose.PROFILE, Purpose.VOICE, Purpose.MODEL)


def prepare_files(settings: Settings) -> None:
    """Put the demo organisation's file into the data folder.

    Raises SettingsInvalid when the folder is a real organisation's.
    """
    own, demo = settings.data_dir / "organization.yaml", FOLDER / "organization.yaml"
    if own.exists():
        if own.read_bytes() != demo.read_bytes():
            raise SettingsInvalid(
                f"{settings.data_dir} holds another organisation; "
                "choose another PORTEVOIX_DATA_DIR for the demo"
            )
        return
    # As a real organisation's: nobody else on the machine reads what is kept here.
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    copyfile(demo, own)
    own.chmod(0o600)


def load(services: Services) -> None:
    """Load the demo with the campaigns that its contents name; a second time changes nothing."""
    if not _is_loaded(services):
        for campaign in demo_campaigns():
            # Cut off behind it, a start before this one may have made it.
            if services.campaigns.called(campaign.campaign_id) is None:
                services.campaigns.add(campaign)
    install(services)


def demo_campaigns(path: Path = FOLDER / "campaigns.yaml") -> tuple[Campaign, ...]:
    """Return the invented campaigns."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(
        Campaign(campaign_id=one["id"], name=one["name"], objective=Objective(one["objective"]))
        for one in data["campaigns"]
    )


def install(services: Services) -> None:
    """Load the demo's content and people; a second time changes nothing."""
    from recommender.catalogue.opening import open_source  # noqa: PLC0415 - a server that is not a demo reads no files

    if not _is_loaded(services):
        import_rows(services, open_source(str(FOLDER / "contents")), ImportReport())
    if services.settings.stateless:
        return
    for persona in personas():
        _welcome(services, persona.ambassador)


def _is_loaded(services: Services) -> bool:
    """Tell whether the demo's contents came before: what the team did to them since is theirs.

    Its people come after its contents, so one who was ever here says that all contents were.
    """
    if services.contents.revision() == 0:
        return False
    ids = (persona.ambassador.ambassador_id or "" for persona in personas())
    return services.settings.stateless or any(services.people.was_ever(one) for one in ids)


def sign_in_links(services: Services, address: str) -> Iterator[tuple[str, str]]:
    """Yield who each link is for, and the link; each is good for twelve hours."""
    for language in Language:
        person = _first(services, language)
        if person is None:
            continue
        token = services.access.open_session(
            Role.EMPLOYEE, ambassador_id=person.ambassador_id, kind="link"
        )
        yield f"employee ({person.name})", f"{address}/sign-in?token={token}&lang={language}"
    token = services.access.open_session(Role.COMMS, kind="link")
    yield "communication team", f"{address}/sign-in?token={token}"


def _first(services: Services, language: Language) -> Ambassador | None:
    """Return the first who writes in a language and has not erased themselves."""
    everybody = (one.ambassador for one in personas())
    speaking = (one for one in everybody if one.languages[0] is language)
    return next((one for one in speaking if services.people.exists(one.ambassador_id or "")), None)


def _welcome(services: Services, ambassador: Ambassador) -> None:
    if services.people.exists(ambassador.ambassador_id or ""):
        return
    try:
        created = services.people.create(ambassador.ambassador_id)
    except Conflict:
        # Erased by whoever tried it out: nobody comes back, not even an invented person.
        return
    services.people.turn(created, dict.fromkeys(_DEMO_PURPOSES, True))
    services.people.save(ambassador)
