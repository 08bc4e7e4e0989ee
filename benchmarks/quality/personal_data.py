"""Structured identifiers: exact spans, beside Presidio's pattern recognisers in the same run.

English is half of presidio-research's synthetic set, French our own sentences that Faker
fills; both are synthetic. Names and addresses are left out: they need a language model.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.material import DATA
from benchmarks.quality.figure import Figure
from benchmarks.quality.presidio import presidio_spans
from guardrails.checks.personal_data import identifiers_in
from guardrails.reading import fold

_ENGLISH = DATA / "pii" / "presidio_synth_half.json"
_FRENCH = Path(__file__).parents[1] / "sets" / "personal_data.fr.txt"
_KINDS = {
    "CREDIT_CARD": "card",
    "EMAIL_ADDRESS": "mail",
    "PHONE_NUMBER": "phone",
    "IBAN_CODE": "iban",
    "US_SSN": "nir",
}
_SLOT = re.compile(r"\{(\w+)\}")
_ROUNDS = 12
_SPACINGS = ("FR{0:02} {1}", "FR {0:02} {1}", "FR{0:02}{1}")

Found = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence and where its identifiers stand."""

    text: str
    spans: Found


def figures() -> Iterator[Figure]:
    """Yield recall, precision and F1 per language, ours and Presidio's."""
    for language, sentences in (("fr", french()), ("en", english())):
        yield from _measured("ours", language, sentences, _ours, asked=True)
        yield from _measured("Presidio", language, sentences, presidio_spans, asked=False)


def english() -> list[Marked]:
    """Return the sentences of presidio-research, none where the set is not at hand."""
    if not _ENGLISH.is_file():
        return []
    rows = json.loads(_ENGLISH.read_text(encoding="utf-8"))
    return [
        Marked(
            row["full_text"],
            frozenset(
                (span["start_position"], span["end_position"])
                for span in row["spans"]
                if span["entity_type"] in _KINDS
            ),
        )
        for row in rows
    ]


@cache
def french() -> tuple[Marked, ...]:
    """Return our sentences filled by Faker, the same ones each time."""
    from faker import Faker  # noqa: PLC0415 - only the French rows need it

    faker = Faker("fr_FR")
    faker.seed_instance(28)
    values: dict[str, Callable[[], str]] = {
        "phone": faker.phone_number,
        "email": faker.email,
        "iban": faker.iban,
        "card": faker.credit_card_number,
        "nir": faker.ssn,
        "siren": faker.siren,
        "siret": faker.siret,
        "vat": lambda: _vat(faker.siren()),
    }
    lines = _FRENCH.read_text(encoding="utf-8").splitlines()
    sentences = [line for line in lines if line and not line.startswith("#")]
    return tuple(_filled(line, values) for _ in range(_ROUNDS) for line in sentences)


def _filled(sentence: str, values: dict[str, Callable[[], str]]) -> Marked:
    text, spans, at = "", set[tuple[int, int]](), 0
    for slot in _SLOT.finditer(sentence):
        text += sentence[at : slot.start()]
        value = values[slot[1]]()
        spans.add((len(text), len(text) + len(value)))
        text += value
        at = slot.end()
    return Marked(text + sentence[at:], frozenset(spans))


def _vat(siren: str) -> str:
    """Return the French VAT number of a SIREN: a key of two digits before it."""
    digits = siren.replace(" ", "")
    key = (12 + 3 * (int(digits) % 97)) % 97
    spacing = _SPACINGS[int(digits) % len(_SPACINGS)]
    return spacing.format(key, digits)


def _ours(text: str) -> Found:
    folded = fold(text, accents=False)
    found = (one for one in identifiers_in(folded.text) if one.kind != "home")
    spans = (folded.span(one.start, one.end) for one in found)
    return frozenset((span.start, span.end) for span in spans)


def _measured(
    who: str,
    language: str,
    sentences: list[Marked] | tuple[Marked, ...],
    find: Callable[[str], Found],
    *,
    asked: bool,
) -> Iterator[Figure]:
    names = [f"personal data, {name}, {who}, {language}" for name in ("recall", "precision", "F1")]
    if not sentences:
        yield from (Figure(name, None) for name in names)
        return
    right = found = wanted = 0
    for sentence in sentences:
        spans = find(sentence.text)
        right += len(spans & sentence.spans)
        found += len(spans)
        wanted += len(sentence.spans)
    values = (right / wanted, right / max(1, found), 2 * right / (wanted + found))
    floors = (0.98, 0.97, None) if asked else (None, None, None)
    yield from (Figure(n, v, a) for n, v, a in zip(names, values, floors, strict=True))
