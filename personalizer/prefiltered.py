"""Patterns of many words that most texts hold none of: a glance tells so, and they are not run.

`re` tries one word after the other at each sign of a text; RE2 reads a text once for all of them.
What RE2 says yes to is left to the pattern itself, so that nothing else is found than before.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final, Protocol, cast

from personalizer.loosening import loosened, shown

# In bytes: what RE2 may remember of what it has read, for each pattern.
_ROOM: Final = 8 << 20


class Sentence(str):
    """A text that many patterns are looked for in: how RE2 is shown it is worked out once."""

    __slots__ = ("_shown",)
    _shown: bytes | None

    @property
    def shown(self) -> bytes | None:
        """The text as RE2 is shown it."""
        try:
            return self._shown
        except AttributeError:
            self._shown = shown(self)
        return self._shown


class Prefiltered:
    """A pattern that is only run on a text which may hold it."""

    def __init__(self, written: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.written = written
        self.pattern = re.compile(written, flags)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first place in a text where the pattern stands."""
        return self.pattern.search(text) if self.may_stand(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """Return the beginning of a text if the pattern stands there."""
        return self.pattern.match(text) if self._may_begin(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return a text that is the pattern from end to end."""
        return self.pattern.fullmatch(text) if self._may_begin(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield each place in a text where the pattern stands."""
        return self.pattern.finditer(text) if self.may_stand(text) else iter(())

    def findall(self, text: str) -> list[str]:
        """Return all that the pattern finds in a text."""
        return self.pattern.findall(text) if self.may_stand(text) else []

    def sub(self, instead: str, text: str) -> str:
        """Return a text with something else wherever the pattern stands."""
        return self.pattern.sub(instead, text) if self.may_stand(text) else text

    def may_stand(self, text: str) -> bool:
        """Tell whether the pattern may stand in a text; in doubt yes."""
        seen = text.shown if isinstance(text, Sentence) else shown(text)
        return seen is None or self._glance.search(seen) is not None

    def _may_begin(self, text: str) -> bool:
        seen = text.shown if isinstance(text, Sentence) else shown(text)
        return seen is None or self._glance.match(seen) is not None

    @cached_property
    def _glance(self) -> "_Glance":
        import re2  # noqa: PLC0415 - a start reads no text

        options = re2.Options()
        options.log_errors = False
        options.never_capture = True
        options.max_mem = _ROOM
        options.encoding = re2.Options.Encoding.LATIN1
        return cast("_Glance", re2.compile(loosened(self.pattern).encode(), options))


class _Glance(Protocol):
    """A looser pattern that RE2 runs."""

    def search(self, text: bytes) -> object | None:
        """Return something if it stands in a text."""

    def match(self, text: bytes) -> object | None:
        """Return something if a text begins with it."""
