"""The prompt lab: versions of a drafting prompt compared over contents and invented personas.

It reads content files and a charter. It knows no people, no voice cards and no drafts of
anybody: it opens no table that could hold them.
"""

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from statistics import fmean

from api.lab_measures import Measured, summed_up
from api.language_model import open_model
from api.organization import load_organization
from api.personas import Persona, personas
from api.settings import Settings
from domain.content import ContentItem
from domain.drafts import Draft, DraftRequest
from domain.errors import PorteVoixError
from domain.metering import metered
from domain.organization import Organization
from domain.ports import StructuredModel
from domain.review import Circumstances, Fingerprint, Outcome, Source, Verdict
from guardrails.charter import DEFAULT_CHARTER, load_charter
from guardrails.facts.misuses import Facts
from guardrails.guard import Guard
from personalizer.adapters.recorded import RecordedModel
from personalizer.angles import angles_of
from personalizer.exemplars import exemplars
from personalizer.model_writer import ModelWriter
from personalizer.prompts import load_prompt
from personalizer.voice import voice_fit
from personalizer.writing import Brief
from recommender.catalogue.opening import open_source
from recommender.catalogue.rows import Accepted

DEMO = Path(__file__).parent / "demo"
RECORDED = Path(__file__).parent.parent / "notebooks" / "replies" / "prompt_lab.json"

__all__ = ["Comparison", "Lab", "Persona", "Trial", "contents", "personas"]


@dataclass(frozen=True, slots=True)
class Trial:
    """One prompt version, one content, one persona, and what came of it.

    `text` is empty and `failure` says why when no text came. `nearest` is the highest share of
    runs of three words the text has in common with another persona's on the same content;
    `measured` holds the rest, None without a text.
    """

    version: int
    content: ContentItem
    persona: Persona
    text: str
    failure: str | None = None
    verdict: Verdict | None = None
    nearest: float = 0.0
    measured: Measured | None = None

    @property
    def passes(self) -> bool:
        """Tell whether the charter allows the text as it came, without any revision."""
        return self.verdict is not None and self.verdict.outcome is Outcome.ALLOW


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one prompt version gave over all trials; shares from 0 to 1, lengths in characters.

    Every figure but the first two is None where no text came; `failures` says then why not. `voice`
    is the mean place in the authors' own spread, None where nobody has a voice to measure;
    `unfounded` counts facts that stand nowhere, `tells` what reads like a machine. `tokens` and
    `cost` are sums as the endpoint tells them, None where it does not; `seconds` is the mean.
    """

    version: int
    trials: int
    answered: int
    charter_pass: float | None
    mean_length: float | None
    nearest: float | None
    voice: float | None
    grounded: float | None
    unfounded: int | None
    tells: int | None
    tokens: int | None
    cost: float | None
    seconds: float | None
    failures: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lab:
    """Runs prompts through a model and measures the first texts, before any revision."""

    model: StructuredModel
    answered_by: str
    guard: Guard
    organization: Organization

    @classmethod
    def open(
        cls, *, charter: Path = DEFAULT_CHARTER, organization: Path = DEMO / "organization.yaml"
    ) -> "Lab":
        """Open a lab with a charter and an organisation file.

        The model that PORTEVOIX_MODEL names answers, the replies kept in the repository else.
        """
        model, name = _model()
        return cls(
            model=model,
            answered_by=name,
            guard=Guard.of(load_charter(charter), key=b"prompt lab"),
            organization=load_organization(organization),
        )

    def run(
        self, versions: Sequence[int], items: Sequence[ContentItem], people: Sequence[Persona]
    ) -> list[Trial]:
        """Write one text per version, content and persona who speaks its language."""
        return asyncio.run(self.trials(versions, items, people))

    async def trials(
        self, versions: Sequence[int], items: Sequence[ContentItem], people: Sequence[Persona]
    ) -> list[Trial]:
        """Do what `run` does where a loop is running already, as in a notebook."""
        asked = [
            (version, self.brief(item, person, place=place), person)
            for version, item, (place, person) in product(versions, items, enumerate(people))
            if item.language in person.ambassador.languages
        ]
        found = [await self._trial(*one) for one in asked]
        return [self._compared(one, found) for one in found]

    def summary(self, trials: Sequence[Trial]) -> Iterator[Comparison]:
        """Yield what each version gave, in order."""
        for version in sorted({trial.version for trial in trials}):
            own = [trial for trial in trials if trial.version == version]
            written = [trial for trial in own if trial.text]
            yield Comparison(
                version=version,
                trials=len(own),
                answered=len(written),
                charter_pass=fmean(trial.passes for trial in own) if written else None,
                mean_length=fmean(len(trial.text) for trial in written) if written else None,
                nearest=max((trial.nearest for trial in written), default=None),
                failures=tuple(dict.fromkeys(one.failure for one in own if one.failure)),
                **summed_up([trial.measured for trial in written if trial.measured]),
            )

    def brief(self, item: ContentItem, person: Persona, *, place: int = 0) -> Brief:
        """Return what a writer is given; `place` chooses the angle, one for each persona."""
        now = datetime.now(UTC)
        angles = angles_of(item, person.ambassador, item.language)
        posts = person.ambassador.posts
        request = DraftRequest(
            content=item,
            ambassador=person.ambassador,
            language=item.language,
            notes=person.notes[:1],
            owner="lab",
            reservation_ends_at=now,
        )
        return Brief(
            request=request,
            angle=angles[place % len(angles)],
            organization=self.organization,
            exemplars=exemplars(posts, item, item.language),
        )

    async def _trial(self, version: int, brief: Brief, person: Persona) -> Trial:
        item = brief.request.content
        writer = ModelWriter(self.model, Facts(), draft_prompt=load_prompt("draft_post", version))
        begun = time.perf_counter()
        try:
            with metered() as meter:
                written = await writer.write(brief)
        except PorteVoixError as error:
            return Trial(version, item, person, "", f"{error.code}: {error}")
        seconds = time.perf_counter() - begun
        draft, circumstances = Draft(written.text, item.language), self._circumstances(item, person)
        verdict = self.guard.inspect(draft, circumstances)
        measured = Measured.of(
            verdict,
            voice_fit(written.text, person.ambassador, item.language),
            self.guard.ground(draft, circumstances),
            usage=meter.paid,
            seconds=seconds,
        )
        return Trial(version, item, person, written.text, None, verdict, measured=measured)

    def _compared(self, trial: Trial, trials: Sequence[Trial]) -> Trial:
        others = [
            self._fingerprint(other)
            for other in trials
            if other.text
            and other is not trial
            and (other.version, other.content) == (trial.version, trial.content)
        ]
        if not trial.text or not others:
            return trial
        nearness = self.guard.comparer.nearness(self._fingerprint(trial), others)
        return replace(trial, nearest=nearness.similarity)

    def _fingerprint(self, trial: Trial) -> Fingerprint:
        draft = Draft(trial.text, trial.content.language)
        circumstances = self._circumstances(trial.content, trial.persona)
        return self.guard.comparer.fingerprint(draft, circumstances)

    def _circumstances(self, item: ContentItem, person: Persona) -> Circumstances:
        return Circumstances(
            now=datetime.now(UTC),
            organization=self.organization,
            source=Source(item.text, item.title, item.url, item.authors),
            notes=person.notes[:1],
            posts=person.ambassador.posts,
            author=person.ambassador.name,
            neighbours=(),
        )


def contents(location: Path = DEMO / "contents") -> list[ContentItem]:
    """Read contents from a file or folder, those that may be spoken about today."""
    now = datetime.now(UTC)
    rows = open_source(location)
    return [row.item for row in rows if isinstance(row, Accepted) and row.item.is_live(now)]


def _model() -> tuple[StructuredModel, str]:
    settings = Settings.from_environment()
    model = open_model(settings)
    if model is None:
        recorded = RecordedModel.of(RECORDED)
        return recorded, recorded.name
    return model, settings.model or ""
