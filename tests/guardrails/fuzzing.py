"""Fuzzing the whole default charter with atheris: `python -m tests.guardrails.fuzzing [RUNS]`.

Coverage leads it, from the charter's own examples, through the folding, the wordings, the readers
of facts and the scan for orders to a machine. Whatever bytes it tries, nothing may crash, point
outside the text, or take long.
"""

import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["guardrails"]):
    from guardrails.charter import load_charter
    from guardrails.guard import Guard
    from guardrails.injection import scan_article
    from guardrails.reading import Reading

from domain.drafts import Draft
from domain.language import Language
from domain.review import Circumstances, Source, Span

_LONGEST = 3_000
_MOST_SECONDS = 1.0
_APART = "\x1f"
"""What stands between a source and the text about it."""
_GUARD = Guard.of(load_charter(), key=b"fuzzing")
_COMPANY = _GUARD.charter.charter.company.as_organization()
# What the first text of a process would pay for, and no text costs again.
_GUARD.prefilter.prepare()


def review(data: bytes) -> None:
    """Review what some bytes spell; raise AssertionError for what no text may cause."""
    language = Language.FRENCH if data[:1] < b"\x80" else Language.ENGLISH
    # Broken bytes become lone surrogates, which JSON can carry too.
    source, apart, text = data[1:].decode("utf-8", "surrogateescape").partition(_APART)
    draft = Draft(text if apart else source, language)
    circumstances = Circumstances(
        now=datetime(2026, 11, 28, tzinfo=UTC),
        organization=_COMPANY,
        source=Source(source) if apart else None,
        neighbours=(),
    )
    started = time.process_time()
    reading = Reading(draft, _GUARD.prefilter.possible)
    for enforced in _GUARD.clauses:
        for rule in enforced.rules:
            for finding in rule.inspect(reading, circumstances):
                _assert_inside(finding.span, draft.text, rule.kind)
    for suspicion in scan_article(draft.text):
        _assert_inside(suspicion.span, draft.text, "injection")
    for grounded in _GUARD.ground(draft, circumstances):
        _assert_inside(grounded.span, draft.text, "grounding map")
    _GUARD.comparer.fingerprint(draft, circumstances)
    assert time.process_time() - started < _MOST_SECONDS


def _assert_inside(span: Span | None, text: str, where: str) -> None:
    assert span is None or 0 <= span.start < span.end <= len(text), where


def _seeds(folder: Path) -> None:
    for clause in _GUARD.charter.charter.clauses:
        for number, example in enumerate(clause.examples):
            source = example.published()
            text = f"{source.text}{_APART}{example.text}" if source else example.text
            mark = b"\x00" if example.language is Language.FRENCH else b"\xff"
            (folder / f"{clause.id}-{number}").write_bytes(mark + text.encode())


if __name__ == "__main__":
    runs = sys.argv[1] if len(sys.argv) > 1 else "100000"
    with tempfile.TemporaryDirectory() as folder:
        _seeds(Path(folder))
        options = [f"-runs={runs}", "-seed=28", f"-max_len={_LONGEST}", "-len_control=0"]
        atheris.Setup([sys.argv[0], *options, folder], review)
        atheris.Fuzz()
