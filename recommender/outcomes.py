"""What posts on a content brought, as a quality of the content; never of whoever posted."""

from collections.abc import Mapping
from typing import Final

from domain.outcomes import Figures

# A reading costs somebody more than a reaction, and an answer more than a reading.
_CLICK: Final = 2.0
_CONVERSION: Final = 5.0
# So many people reached count as the average does: a few readers of one post prove nothing.
_USUAL: Final = 200.0


def echo(figures: Mapping[str, Figures]) -> Mapping[str, float]:
    """Return, from 0 to 1, how far the response to each content is above the usual one.

    Twice the usual response is a third. What nobody measured, or was answered no more than
    usual, is 0: weak figures take nothing from a content, which may have met the wrong week.
    """
    answers = {name: _answers(one) for name, one in figures.items() if one.reach}
    reached = sum(figures[name].reach or 0 for name in answers)
    usual = sum(answers.values()) / reached if reached else 0.0
    if not usual:
        return {}
    return {
        name: _above(answer, figures[name].reach or 0, usual) for name, answer in answers.items()
    }


def _answers(figures: Figures) -> float:
    reactions, clicks = figures.engagements or 0, figures.clicks or 0
    return reactions + _CLICK * clicks + _CONVERSION * (figures.conversions or 0)


def _above(answers: float, reach: int, usual: float) -> float:
    rate = (answers + _USUAL * usual) / (reach + _USUAL)
    return max(0.0, (rate - usual) / (rate + usual))
