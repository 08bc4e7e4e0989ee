"""Fuzzing the whole default charter with atheris: `python -m tests.guardrails.fuzzing [RUNS]`.

Coverage leads it through the folding, the wordings and the readers of facts. Whatever bytes it
tries, no check may crash, point outside the text, or take long.
"""

import sys
import time
from datetime import UTC, datetime

import atheris

with atheris.instrument_imports(include=["guardrails"]):
    from guardrails.charter import load_charter
    from guardrails.guard import Guard
    from guardrails.reading import Reading

from domain.drafts import Draft
from domain.language import Language
from domain.review import Circumstances, Source

_LONGEST = 2_000
_MOST_SECONDS = 1.0
_GUARD = Guard.of(load_charter(), key=b"fuzzing")
_COMPANY = _GUARD.charter.charter.company.as_organization()


def review(data: bytes) -> None:
    """Review what some bytes spell; raise AssertionError for what no text may cause."""
    provider = atheris.FuzzedDataProvider(data)
    language = Language.FRENCH if provider.ConsumeBool() else Language.ENGLISH
    source = provider.ConsumeUnicode(200) if provider.ConsumeBool() else None
    text = provider.ConsumeUnicode(_LONGEST)
    circumstances = Circumstances(
        now=datetime(2026, 11, 28, tzinfo=UTC),
        organization=_COMPANY,
        source=None if source is None else Source(source),
        neighbours=(),
    )
    started = time.process_time()
    reading = Reading(Draft(text, language), _GUARD.prefilter.absent)
    for enforced in _GUARD.clauses:
        for rule in enforced.rules:
            for finding in rule.inspect(reading, circumstances):
                span = finding.span
                assert span is None or 0 <= span.start < span.end <= len(text), rule.kind
    assert time.process_time() - started < _MOST_SECONDS


if __name__ == "__main__":
    runs = sys.argv[1] if len(sys.argv) > 1 else "100000"
    atheris.Setup([sys.argv[0], f"-runs={runs}", "-seed=28", f"-max_len={_LONGEST}"], review)
    atheris.Fuzz()
