"""What the prompt lab measures of a text beside its verdict, and how a version's texts add up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any, Final, Self

from domain.drafts import GroundedSpan, Grounding, Usage, VoiceFit
from domain.review import Verdict

_TELLS: Final = frozenset({"phrases", "superlatives", "substance", "pressure"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One text: its voice, where its sentences come from, what it invents, what it took."""

    voice: float | None
    grounded: float
    unfounded: int
    tells: int
    usage: Usage | None
    seconds: float

    @classmethod
    def of(
        cls,
        verdict: Verdict,
        fit: VoiceFit | None,
        sentences: Sequence[GroundedSpan],
        *,
        usage: Usage | None,
        seconds: float,
    ) -> Self:
        """Measure a text; every count comes from the checks that the service itself runs."""
        told = [one.status is not Grounding.NEUTRAL for one in sentences]
        return cls(
            voice=fit.score if fit else None,
            grounded=fmean(told) if told else 0.0,
            unfounded=sum(one.check == "grounding" for one in verdict.findings),
            tells=sum(one.check in _TELLS for one in verdict.findings),
            usage=usage,
            seconds=seconds,
        )


def summed_up(texts: Sequence[Measured]) -> dict[str, Any]:
    """Return what the texts of one version come to, by the names of a comparison."""
    voices = [one.voice for one in texts if one.voice is not None]
    usages = [one.usage for one in texts if one.usage is not None]
    costs = [one.cost for one in usages if one.cost is not None]
    return {
        "voice": fmean(voices) if voices else None,
        "grounded": _mean(texts, lambda one: one.grounded),
        "unfounded": sum(one.unfounded for one in texts) if texts else None,
        "tells": sum(one.tells for one in texts) if texts else None,
        "tokens": sum(one.prompt_tokens + one.completion_tokens for one in usages)
        if usages
        else None,
        "cost": sum(costs) if costs else None,
        "seconds": _mean(texts, lambda one: one.seconds),
    }


def _mean(texts: Sequence[Measured], of: Callable[[Measured], float]) -> float | None:
    return fmean(map(of, texts)) if texts else None
