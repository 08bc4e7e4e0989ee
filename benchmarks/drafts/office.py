"""The whole product, offline, in a folder that goes away: asking it for drafts like a colleague."""

import asyncio
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from api import demo_organization
from api.asking import KEPT
from api.settings import Settings
from api.wiring import Services, open_services
from domain.content import ContentItem
from domain.drafts import DraftingResult, DraftRequest, FinishedDraft
from domain.language import Language
from domain.people import Ambassador
from personalizer.drafting import Drafter


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for drafts and what came of it."""

    request: DraftRequest
    result: DraftingResult

    @property
    def draft(self) -> FinishedDraft | None:
        """The first draft, None when it was withheld."""
        return next(iter(self.result.drafts), None)


@dataclass(frozen=True, slots=True)
class Office:
    """The services of the demo's organisation."""

    services: Services
    drafter: Drafter

    def ask(
        self,
        content: ContentItem,
        person: Ambassador,
        *,
        notes: Sequence[str] = (),
        language: Language | None = None,
    ) -> Asked:
        """Ask for one draft in the content's language, or in another one."""
        request = DraftRequest(
            content=content,
            ambassador=person,
            language=language or content.language,
            notes=tuple(notes),
            owner=f"owner of {person.ambassador_id}",
            reservation_ends_at=datetime.now(UTC) + KEPT,
        )
        return Asked(request, asyncio.run(self.drafter.draft(request)))

    def ask_all(self, content: ContentItem, people: Sequence[Ambassador]) -> list[Asked]:
        """Ask for a draft on one content for each of these people, one after the other."""
        return [self.ask(content, person) for person in people]


@contextmanager
def office() -> Iterator[Office]:
    """Open an office without a language model; nothing of it is left behind."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.from_environment(data_dir=Path(folder), demo=True, model=None)
        demo_organization.prepare_files(settings)
        services = open_services(settings)
        try:
            yield Office(services, services.drafter)
        finally:
            services.close()
