"""Joining the parts: the one place where everybody meets."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from api.backups import erasure_of, withdrawals_of
from api.charter_in_force import CharterInForce
from api.collective import Collective
from api.computing import Computing
from api.drafters import drafter_of, in_step
from api.employer_in_force import EmployerInForce
from api.keys_in_flight import Keys, KeysInFlight
from api.language_model import judge_of, open_drafting_model, open_judges_model
from api.live import LiveRecommender
from api.oidc import Provider, provider_of
from api.presence import Presence
from api.settings import Settings
from api.stateless import refuse_records
from api.webhooks import Webhooks
from domain.organization import Organization
from guardrails.guard import Guard
from guardrails.judging import Judge
from personalizer.drafting import Drafter
from personalizer.provenance import Seal
from recommender.encoders import encoder_once
from storage.access import Access
from storage.audit import AuditTrail
from storage.campaigns import Campaigns
from storage.charters import Charters
from storage.contents import Contents
from storage.database import Database
from storage.drafts import DraftBook
from storage.erasure import Erasure
from storage.export import Export
from storage.first_answers import FirstAnswers
from storage.grants import Grants
from storage.jobs import Jobs
from storage.migration import create_tables, migrate
from storage.outbox import Outbox
from storage.outcomes import Outcomes
from storage.people import People
from storage.plans import Plans
from storage.proposals import Proposals
from storage.readings import Readings
from storage.reservations import ReservationBook
from storage.seats import SeatBook
from storage.secret import read_or_make_secret
from storage.signals import Signals
from storage.tallies import Tallies
from storage.watch import Remembered

if TYPE_CHECKING:
    from personalizer.adapters.langchain_chat import LangChainModel

Known = TypeVar("Known")

# What a request needs beside the model's time: five drafts by the offline engine, a slow disk.
_PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Services:
    """Everything a route, a page or a command calls, joined once per process."""

    settings: Settings
    secret: bytes = field(repr=False)
    database: Database
    employer: EmployerInForce
    charter: CharterInForce
    holds_index: bool = False

    @property
    def organization(self) -> Organization:
        """The employer as known now."""
        return self.employer.current()

    @property
    def guard(self) -> Guard:
        """The guard of the charter in force, as this process last saw it."""
        return self.charter.guard

    @cached_property
    def audit(self) -> AuditTrail:
        """What staff did."""
        return AuditTrail(self.database)

    @cached_property
    def campaigns(self) -> Campaigns:
        """The campaigns."""
        return Campaigns(self.database)

    @cached_property
    def plans(self) -> Plans:
        """Their plans over anonymous seats."""
        return Plans(self.database)

    @cached_property
    def seats(self) -> SeatBook:
        """Which seats of them people hold, by marks that lead to nobody."""
        return SeatBook(self.database, self.secret)

    @cached_property
    def jobs(self) -> Jobs:
        """The jobs that prepare their drafts."""
        return Jobs(self.database)

    @cached_property
    def contents(self) -> Contents:
        """The catalogue."""
        return Contents(self.database)

    @cached_property
    def people(self) -> People:
        """The records of volunteers."""
        withdrawals = withdrawals_of(self.settings, self.secret)
        return People(self.database, self.secret, not self.settings.stateless, withdrawals)

    @cached_property
    def presence(self) -> Presence:
        """That people still come, to the month."""
        return Presence(self.people)

    @cached_property
    def access(self) -> Access:
        """Keys and sessions."""
        return Access(self.database)

    @cached_property
    def provider(self) -> Provider | None:
        """The organisation's identity provider, None unless one is set."""
        return provider_of(self.settings)

    @cached_property
    def webhooks(self) -> Webhooks:
        """The operator's own addresses that are told of contents and campaigns."""
        return Webhooks.of(self.settings, Outbox(self.database))

    @cached_property
    def _remembered(self) -> Remembered[object]:
        return Remembered()

    def unchanged(self, name: str, read: Callable[[], Known]) -> Known:
        """Return what was read, and read again once anything was committed; nothing of people."""
        return cast("Known", self._remembered.or_read(self.database.version(), name, read))

    @cached_property
    def computing(self) -> Computing:
        """The threads for what computes."""
        return Computing()

    @cached_property
    def grants(self) -> Grants:
        """Which platforms people let ask on their behalf."""
        return Grants(self.database)

    @cached_property
    def reservations(self) -> ReservationBook:
        """The live reservations; in memory when nothing may be kept."""
        database = self.database
        if self.settings.stateless:
            database = Database.in_memory()
            create_tables(database)
        return ReservationBook(database, self.secret)

    @cached_property
    def drafts(self) -> DraftBook:
        """The drafts people find again."""
        return DraftBook(self.database)

    @cached_property
    def signals(self) -> Signals:
        """What people said of contents."""
        return Signals(self.database)

    @cached_property
    def collective(self) -> Collective:
        """What contents say of each other, where the organisation chose to learn it."""
        return Collective(self.signals, self.contents)

    @cached_property
    def keys_of_requests(self) -> Keys:
        """The idempotency keys of requests for drafts."""
        if self.settings.stateless:
            return KeysInFlight()
        patience = timedelta(seconds=2 * self.settings.deadline_seconds + _PATIENCE_SECONDS)
        return FirstAnswers(self.database, patience)

    @cached_property
    def proposals(self) -> Proposals:
        """What employees propose to share."""
        return Proposals(self.database)

    @cached_property
    def tallies(self) -> Tallies:
        """This week's counting, and the figures of the weeks before."""
        return Tallies(self.database)

    @cached_property
    def outcomes(self) -> Outcomes:
        """What posts brought."""
        return Outcomes(self.database)

    @cached_property
    def seal(self) -> Seal:
        """What signs where drafts came from."""
        return Seal(self.secret)

    @cached_property
    def erasure(self) -> Erasure:
        """Erasing people."""
        return erasure_of(self.settings, self.secret, self.database)

    @cached_property
    def export(self) -> Export:
        """Telling people what is kept of them."""
        return Export(self.database, self.seats)

    @cached_property
    def live(self) -> LiveRecommender:
        """The recommender, in step with the catalogue; opening the encoder takes a second."""
        encoder = self.charter.encoder()
        chosen = self.settings.vector_index if self.holds_index else "exact"
        folder = self.settings.data_dir / "index" if chosen == "chroma" else None
        address = self.settings.database_address if chosen == "pgvector" else None
        return LiveRecommender(self.contents, Readings(self.database), encoder, folder, address)

    @property
    def drafter(self) -> Drafter:
        """The drafter under the charter in force: a model's when one is set, else the offline one.

        It keeps its guard for as long as it drafts.
        """
        return in_step(self._drafter, self)

    @cached_property
    def _drafter(self) -> Drafter:
        return drafter_of(self)

    @cached_property
    def model(self) -> "LangChainModel | None":
        """The language model, None unless one is set."""
        return open_drafting_model(self.settings)

    @cached_property
    def judges_model(self) -> "LangChainModel | None":
        """The language model that judges, None unless one is set."""
        return open_judges_model(self.settings)

    @cached_property
    def judge(self) -> Judge | None:
        """The judge of the clauses that need meaning, None unless a model is set for it."""
        return judge_of(self.settings, self.judges_model) if self.judges_model else None

    async def aclose(self) -> None:
        """Let go of the connections to the language model, then of everything else."""
        for name in ("model", "judges_model"):
            if self.__dict__.get(name):
                await self.__dict__[name].aclose()
        await asyncio.to_thread(self.close)

    def close(self) -> None:
        """Let go of the index and the database."""
        if "live" in self.__dict__:
            self.live.close()
        if "computing" in self.__dict__:
            self.computing.close()
        if "reservations" in self.__dict__:
            self.reservations.database.close()
        self.database.close()


def open_services(settings: Settings, *, holds_index: bool = False) -> Services:
    """Open everything a process needs, bringing the database to this version first.

    Raises SettingsInvalid, CharterInvalid, OrganizationInvalid or StorageUnavailable.
    """
    secret = read_or_make_secret(settings.data_dir)
    database = Database.open(settings.database_address)
    migrate(database)
    charter = CharterInForce(settings, Charters(database), secret, encoder_once(settings.encoder))
    charter.start()
    charter.follow()
    services = Services(
        settings=settings,
        secret=secret,
        database=database,
        employer=EmployerInForce.of(settings, Contents(database)),
        charter=charter,
        holds_index=holds_index,
    )
    services.erasure.apply_again()
    withdrawals_of(settings, secret).apply_again(database)
    if settings.stateless:
        refuse_records(services.people, services.close)
    return services
