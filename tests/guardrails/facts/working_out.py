"""What the tests of worked-out figures ask: which figures of a text a source does not bear out."""

import time
from datetime import date

from guardrails.facts.evidence import evidence, stated
from guardrails.facts.matching import states_figure
from guardrails.facts.passage import Passage
from guardrails.facts.worked_out import WorkedOut

TODAY = date(2026, 11, 30)


def unknown(text: str, source: str) -> list[str]:
    """Return the figures of a text that neither stand in a source nor follow from it."""
    passage, grounds = Passage.of(text), evidence([Passage.of(source)])
    worked_out = WorkedOut(passage, grounds, TODAY)
    figures = [one for one in stated(passage).figures if not states_figure(grounds, one)]
    spans = [passage.span(one.start, one.end) for one in figures if not worked_out.follows(one)]
    return [text[one.start : one.end] for one in spans]


def seconds_for(text: str, source: str) -> float:
    """Return the processor's time that the figures of a text take."""
    begun = time.thread_time()
    unknown(text, source)
    return time.thread_time() - begun
