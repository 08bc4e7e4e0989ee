"""Faults of typography and grammar: Grammalecte for French, Harper for English.

Grammalecte is Debian's `grammalecte-cli`, Harper the `harper-py` of the extra `dev`; where one is
missing, its figure is not measured. A finding is no fault where somebody looked and listed it in
`false_alarms.yaml` with its sentence, nor inside a quotation: those words are the source's.
"""

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

_ALARMS = Path(__file__).parent / "false_alarms.yaml"
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_TAG = re.compile(r"#\w+")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=\S)|\n+")
_OPEN, _CLOSE = "«“", "»”"


@dataclass(frozen=True, slots=True)
class Fault:
    """What a checker objects to, in its sentence."""

    rule: str
    words: str
    sentence: str


def sentences(texts: Sequence[str]) -> list[str]:
    """Return every sentence of the texts, links and hashtags named by a word."""
    return [one for text in texts for one in _SENTENCE.split(_plain(text)) if one.strip()]


def french_faults(texts: Sequence[str]) -> list[Fault] | None:
    """Return the faults in French texts, None where there is no Grammalecte."""
    if shutil.which("grammalecte-cli") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "drafts.txt"
        path.write_text("\n".join(_plain(text) for text in texts), encoding="utf-8")
        command = ["grammalecte-cli", "-f", str(path), "-j", "-ctx"]
        ran = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(ran.stdout[ran.stdout.index("{") :])
    return _real(_french(found["data"]))


def english_faults(texts: Sequence[str]) -> list[Fault] | None:
    """Return the faults in English texts, None where there is no Harper; spelling is left out."""
    try:
        from harper import Linter  # noqa: PLC0415 - only where it is installed
    except ImportError:
        return None
    linter = Linter()
    faults = (
        Fault(lint.lint_kind, lint.problem_text, _around(text, lint.span.start))
        for text in map(_plain, texts)
        for lint in linter.lint(text)
        if lint.lint_kind not in {"Spelling", "Style", "Regionalism", "Readability"}
        and not _is_quoted(text, lint.span.start)
    )
    return _real(faults)


def _french(paragraphs: Sequence[dict[str, object]]) -> Iterator[Fault]:
    for paragraph in paragraphs:
        for one in paragraph.get("lGrammarErrors", ()):  # type: ignore[attr-defined]
            before, words = one.get("sBefore", ""), one.get("sUnderlined", "")
            text = f"{before}{words}{one.get('sAfter', '')}"
            if not _is_quoted(text, len(before)):
                yield Fault(one["sRuleId"], words, _around(text, len(before)))


def _real(faults: Iterator[Fault]) -> list[Fault]:
    listed = yaml.safe_load(_ALARMS.read_text(encoding="utf-8")) or []
    alarms = [Fault(one["rule"], one["words"], one["sentence"]) for one in listed]
    known = {key for alarm in alarms for key in _keys(alarm)}
    return [fault for fault in faults if not known & set(_keys(fault))]


def _keys(fault: Fault) -> Iterator[tuple[str, str, str]]:
    """Yield what two findings have in common that are one: rule, words, and the word behind."""
    for found in re.finditer(rf"{re.escape(fault.words)}\W*(\w*)", fault.sentence):
        yield fault.rule, fault.words, found[1].casefold()


def _plain(text: str) -> str:
    return _TAG.sub("", _LINK.sub("https://exemple.fr", text))


def _around(text: str, place: int) -> str:
    start = 0
    for one in _SENTENCE.finditer(text):
        if one.start() > place:
            return text[start : one.start()]
        start = one.end()
    return text[start:]


def _is_quoted(text: str, place: int) -> bool:
    before = text[:place]
    return max(before.rfind(mark) for mark in _OPEN) > max(before.rfind(mark) for mark in _CLOSE)
