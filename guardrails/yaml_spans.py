"""Where each value of a YAML text stands, to the character, and which comments are a block's.

A composed node does not say where an alias stands, and its block ends where the next token
begins, behind comments that are nobody's. The events of a parse say both.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

import yaml

LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_BREAKS: Final = "\n\r\x85\u2028\u2029"
_BLANK: Final = f" \t{_BREAKS}"
_AFTER_BREAK: Final = re.compile(f"(?<=[{_BREAKS}])(?=[^{_BREAKS}])")
_LINE: Final = re.compile(f"(?:\r\n|[{_BREAKS}])([^{_BREAKS}]*)")
_REST: Final = re.compile(f"[^{_BREAKS}]*")
# What YAML takes for a line break, or for no character, between quotation marks.
_UNPRINTED: Final = re.compile(
    "[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)

_NOTHING: Final = "the text holds no document"

# The stubs let every mark be None and every node be bare; what a parse gives is neither.
Event: TypeAlias = Any
Kind: TypeAlias = Literal["scalar", "sequence", "mapping", "alias"]


@dataclass(frozen=True, slots=True)
class Value:
    """A value and its span; `is_named` where an anchor or a tag is written, or it is an alias."""

    kind: Kind
    start: int
    end: int
    column: int
    is_flow: bool = True
    is_named: bool = False
    said: str = ""
    inner: tuple["Value", ...] = ()

    @property
    def pairs(self) -> dict[str, "Value"]:
        """The values of a mapping by their keys; nothing of what is none."""
        if self.kind != "mapping":
            return {}
        keys = zip(self.inner[::2], self.inner[1::2], strict=True)
        return {key.said: value for key, value in keys}

    @property
    def holds_alias(self) -> bool:
        """Tell whether a part of it is written elsewhere."""
        return self.kind == "alias" or any(one.holds_alias for one in self.inner)


def spans_of(text: str) -> Value:
    """Return what a text of one document holds. Raises YAMLError."""
    mark = text.startswith("\ufeff")  # libyaml does not count it
    wanted = (yaml.NodeEvent, yaml.CollectionEndEvent)
    events = (one for one in yaml.parse(text[mark:], Loader=LOADER) if isinstance(one, wanted))
    first = next(events, None)
    if first is None:
        raise yaml.YAMLError(_NOTHING)
    return _value(first, events, text, int(mark))


def _value(event: Event, events: Iterator[Event], text: str, shift: int) -> Value:
    if isinstance(event, yaml.CollectionStartEvent):
        return _collection(event, events, text, shift)
    start, end = event.start_mark.index + shift, event.end_mark.index + shift
    column: int = event.start_mark.column
    if isinstance(event, yaml.AliasEvent):
        return Value("alias", start, end, column, is_named=True)
    if event.style in ("|", ">"):  # its end is behind the empty lines that follow it
        end = start + len(text[start:end].rstrip(_BLANK))
    named, said = _is_named(event), event.value
    return Value("scalar", start, end, column, is_named=named, said=said)


def _collection(event: Event, events: Iterator[Event], text: str, shift: int) -> Value:
    inner: list[Value] = []
    start = event.start_mark
    while not _is_end(one := next(events)):
        inner.append(_value(one, events, text, shift))
    is_flow = bool(event.flow_style) or not inner
    return Value(
        "mapping" if isinstance(event, yaml.MappingStartEvent) else "sequence",
        start.index + shift,
        one.end_mark.index + shift if is_flow else inner[-1].end,
        start.column,
        is_flow=is_flow,
        is_named=_is_named(event),
        inner=tuple(inner),
    )


def _is_end(event: Event) -> bool:
    return isinstance(event, yaml.CollectionEndEvent)


def _is_named(event: Event) -> bool:
    return bool(event.anchor or event.tag)


def end_of_line(text: str, start: int) -> int:
    """Return where a line ends, before its break."""
    found = _REST.match(text, start)
    return found.end() if found else start


def end_of_block(text: str, end: int, column: int) -> int:
    """Return where a block ends with its own comments.

    Its own are one behind its last value, and those below that are farther in than its key, which
    stands at `column`; every other comment is nobody's.
    """
    at = end_of_line(text, end)
    end = at if text[end:at].lstrip(" \t").startswith("#") else end
    while (line := _LINE.match(text, at)) is not None:
        words = line[1].lstrip(" \t")
        if words and not (words.startswith("#") and len(line[1]) - len(words) > column):
            break
        at = line.end()
        end = at if words else end
    return end


def indented(source: str, column: int) -> str:
    """Return a block with every line but its first moved in, empty ones as they are."""
    return _AFTER_BREAK.sub(" " * column, source)


def dedented(source: str, column: int) -> str:
    """Return a block with every line but its first moved out, as far as all of `column`."""
    return re.sub(f"(?<=[{_BREAKS}]) {{{column}}}", "", source)


def quoted(text: str) -> str:
    """Return a text between quotation marks, on one line, whatever characters it holds."""
    written = json.dumps(text, ensure_ascii=False)
    return _UNPRINTED.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
