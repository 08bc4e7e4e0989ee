"""Joining what writes drafts: a model or the offline engine, its guard and its reservations."""

from dataclasses import replace
from datetime import UTC, datetime
from secrets import token_hex
from typing import TYPE_CHECKING

from api.language_model import judging_seconds
from guardrails.judged import JudgedGuard
from personalizer.authorship import EFFORT_OFFLINE
from personalizer.drafting import Drafter
from personalizer.writing import Writer

if TYPE_CHECKING:
    from api.wiring import Services
    from personalizer.adapters.langchain_chat import LangChainModel


def drafter_of(services: "Services") -> Drafter:
    """Return a drafter: a model's with the offline engine behind it, or the offline engine."""
    from guardrails.platform_rules import length_on  # noqa: PLC0415 - checks draft nothing
    from personalizer.angles import angles_of  # noqa: PLC0415 - the same
    from personalizer.offline.engine import OfflineWriter  # noqa: PLC0415 - the same
    from personalizer.voice import voice_fit  # noqa: PLC0415 - the same

    settings, model = services.settings, services.model
    offline = OfflineWriter(length_on)
    return Drafter(
        writer=_model_writer(model) if model else offline,
        fallback=offline if model else None,
        reviewer=services.guard,
        grounder=services.guard,
        comparer=services.guard.comparer,
        reservations=services.reservations,
        angles=angles_of,
        organization=services.organization,
        clock=_now,
        new_id=_new_id,
        on_model_failure=settings.on_model_failure,
        voice=voice_fit,
        sign=services.seal.sign,
        deadline_seconds=settings.deadline_seconds,
        max_angles=3 if model else EFFORT_OFFLINE.angles,
        max_rewordings=0 if model else EFFORT_OFFLINE.rewordings,
        # A judge costs calls, rules a few milliseconds.
        max_reviews=12 if services.judge else 30,
        judging_seconds=judging_seconds(settings),
    )


def in_step(drafter: Drafter, services: "Services") -> Drafter:
    """Return a drafter under the charter in force, for the employer as it is known now."""
    guard, judge = services.guard, services.judge
    return replace(
        drafter,
        reviewer=JudgedGuard(guard, judge) if judge else guard,
        grounder=guard,
        comparer=guard.comparer,
        organization=services.organization,
    )


def _model_writer(model: "LangChainModel") -> Writer:
    from guardrails.facts.misuses import Facts  # noqa: PLC0415 - only with a model
    from personalizer.carried_forms import Carrying  # noqa: PLC0415 - only with a model
    from personalizer.model_writer import ModelWriter  # noqa: PLC0415 - only with a model

    return Carrying(ModelWriter(model, Facts()))


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> str:
    return f"d_{token_hex(8)}"
