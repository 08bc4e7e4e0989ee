"""How the command line shows things: colours for people, JSON for programs."""

import json
import sys
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from domain.language import Language
from domain.review import Finding, Outcome, Severity, Verdict

COLOURS = {
    Outcome.ALLOW: "green",
    Outcome.REVISE: "yellow",
    Outcome.BLOCK: "red",
}
_SEVERITY_COLOURS = {
    Severity.BLOCK: "red",
    Severity.FIX: "yellow",
    Severity.ASK: "cyan",
    Severity.WARN: "dim",
}


def console() -> Console:
    """Return the console results are printed on."""
    return Console(highlight=False)


def print_json(value: Any) -> None:  # noqa: ANN401 - whatever a command answers
    """Print a value as JSON, one document."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n")


def findings_table(verdict: Verdict, text: str, language: Language) -> Table:
    """Return the findings of a verdict as a table, each with the place it speaks of."""
    table = Table("rule", "severity", "place", "message", "repair", show_lines=False, expand=True)
    for finding in verdict.findings:
        colour = _SEVERITY_COLOURS[finding.severity]
        table.add_row(
            Text(finding.rule),
            Text(finding.severity.value, style=colour),
            Text(_place(finding, text)),
            Text(finding.message.in_language(language)),
            Text(finding.suggestion or ""),
        )
    return table


def _place(finding: Finding, text: str) -> str:
    if finding.span is None:
        return "–"
    piece = " ".join(text[finding.span.start : finding.span.end].split())
    shown = piece if len(piece) <= 40 else f"{piece[:39]}…"  # noqa: PLR2004 - a column's width
    return f"{finding.span.start}–{finding.span.end} “{shown}”"
