"""What waits for its hour, and what else of its name is free until its own end."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from domain.content import ContentItem
from domain.unpublished import NOTHING_WAITS, Unpublished
from tests.builders import item

NOW = datetime(2026, 11, 30, 8, tzinfo=UTC)
DAY = timedelta(days=1)
TITLE = "Les résultats du trimestre"


def named(title: str, text: str, **fields: Any) -> ContentItem:
    return item(title=title, text=text, url=f"https://ardemont.example/{len(text)}", **fields)


HIDDEN = named(
    TITLE, "Les ventes montent de 12 % au troisième trimestre.", embargo_until=NOW + 30 * DAY
)


def holds(known: Unpublished, now: datetime, title: str = TITLE) -> bool:
    return known.holds(now, url=None, title=title, text="Un autre texte, plus court que cela.")


def test_a_title_waits_up_to_its_hour() -> None:
    known = Unpublished.of([HIDDEN])
    assert holds(known, NOW)
    assert holds(known, NOW, "LES « RÉSULTATS » du Trimestre")
    assert not holds(known, NOW + 30 * DAY)
    assert not holds(known, NOW, "Les résultats du semestre")
    assert not NOTHING_WAITS


@pytest.mark.parametrize("title", [TITLE, "Les résultats du Trimestre"])
@pytest.mark.parametrize("begun", [None, NOW - DAY])
def test_a_live_content_of_its_name_frees_it_up_to_its_own_end(
    title: str, begun: datetime | None
) -> None:
    live = named(title, "Ceux de l’an dernier.", embargo_until=begun, expires_at=NOW + DAY)
    known = Unpublished.of([live, HIDDEN])
    assert not holds(known, NOW)
    assert holds(known, NOW + 2 * DAY)
    assert not holds(known, NOW + 31 * DAY)


def test_a_live_content_without_an_end_frees_it_for_good() -> None:
    known = Unpublished.of([named(TITLE, "Ceux de l’an dernier."), HIDDEN])
    assert not holds(known, NOW)
    assert not holds(known, NOW + 2 * DAY)
