"""What a team could practise when drafts stumble on the same rules: the rule, never the person.

The themes stand in `training_themes.yaml`, each with the kinds of check behind it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

import yaml

from domain.language import Bilingual

_FILE: Final = Path(__file__).with_name("training_themes.yaml")
_OTHERWISE: Final = "form"


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of training, and what one would do in it."""

    theme_id: str
    name: Bilingual
    practice: Bilingual


@cache
def themes() -> Mapping[str, Theme]:
    """Return the theme behind each kind of check; a test fails on a kind without one."""
    written = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    found: dict[str, Theme] = {}
    for theme_id, one in written.items():
        theme = Theme(theme_id, Bilingual(**one["name"]), Bilingual(**one["practice"]))
        found |= dict.fromkeys(one["checks"], theme)
    return MappingProxyType(found)


def theme_of(check: str) -> Theme:
    """Return the theme behind a kind of check; one that is known no more is about form."""
    known = themes()
    return known.get(check) or next(one for one in known.values() if one.theme_id == _OTHERWISE)
