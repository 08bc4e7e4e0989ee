"""What is written down while the service runs: one JSON object a line, never a person's text.

A message of an error could quote what somebody wrote, so of an error only its class is written,
and the places in the code it passed through.
"""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Final

REQUESTS: Final = "porte_voix.requests"
_OURS: Final = ("api", "recommender", "personalizer", "guardrails", "storage", REQUESTS)
_PLACES: Final = 12


class JsonLines(logging.Formatter):
    """Writes a record as one JSON object."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        at = datetime.fromtimestamp(record.created, UTC)
        line: dict[str, Any] = {
            "time": at.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            **_said(record),
        }
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["at"] = _places(record.exc_info[2])
        return json.dumps(line, ensure_ascii=False)


def configure(*, requests: bool) -> None:
    """Write log lines to the standard error, each request among them if asked."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger(REQUESTS).setLevel(logging.INFO if requests else logging.WARNING)


def _said(record: logging.LogRecord) -> dict[str, Any]:
    if isinstance(record.msg, dict):
        return record.msg
    if record.name.split(".")[0] in _OURS:
        return {"message": record.getMessage()}
    # What a library puts into its messages is not ours to promise; their wording is.
    return {"message": str(record.msg)}


def _places(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)[-_PLACES:]
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
