"""Few directions first, then the likely ones in full: hardly ever does it miss one."""

import numpy as np
import pytest

from recommender.adapters.narrow import Narrow
from recommender.nearest import Compared
from tests.recommender.adapters.test_codes import directions

MATRIX = directions(12_000, 384, seed=8, causes=60)
ASKED = directions(40, 384, seed=9, causes=60)


@pytest.mark.parametrize("half", [False, True])
@pytest.mark.parametrize("share", [1.0, 0.5, 0.1])
def test_finds_what_comparing_everything_finds(*, half: bool, share: float) -> None:
    allowed = np.random.default_rng(3).random(len(MATRIX)) < share
    compared = Compared(MATRIX)
    narrow = Narrow.of(MATRIX.astype(np.float16) if half else MATRIX)
    found = []
    for asked in ASKED:
        rows = narrow.nearest(asked, 10, allowed)
        assert allowed[rows].all()
        found.append(np.isin(compared.nearest(asked, 10, allowed), rows).mean())
    assert np.mean(found) >= 0.99


def test_few_allowed_are_compared_in_full() -> None:
    allowed = np.zeros(len(MATRIX), np.bool_)
    allowed[5:900:3] = True
    narrow, compared = Narrow.of(MATRIX), Compared(MATRIX)
    for asked in ASKED[:5]:
        expected = compared.nearest(asked, 20, allowed)
        assert narrow.nearest(asked, 20, allowed).tolist() == expected.tolist()
    assert narrow.nearest(ASKED[0], 20, np.zeros(len(MATRIX), np.bool_)).size == 0
