"""Texts that keep what was read of them: a source's facts are read once, whoever writes about it.

A plain text keeps nothing. What a text keeps goes when it goes: a note's with the check, a
source's when others were asked for since.
"""

from collections.abc import Callable
from typing import TypeVar, cast

View = TypeVar("View")


class Kept(str):
    """A text with each view of it that was asked for."""

    __slots__ = ("_views",)
    _views: dict[object, object]

    def view(self, kind: Callable[[str], View]) -> View:
        """Return the one view of this kind."""
        views = self._all
        if kind not in views:
            views[kind] = kind(self)
        return cast("View", views[kind])

    def keep(self, kind: Callable[[str], View], read: View) -> None:
        """Take how it reads in one way from whoever has read it already."""
        self._all[kind] = read

    @property
    def _all(self) -> dict[object, object]:
        try:
            return self._views
        except AttributeError:
            self._views = {}
            return self._views


def view(text: str, kind: Callable[[str], View]) -> View:
    """Return how a text reads in one way, from what it keeps if it keeps anything."""
    return text.view(kind) if isinstance(text, Kept) else kind(text)
