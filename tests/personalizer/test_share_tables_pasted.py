"""A file of LinkedIn's is told from a post at a glance, however long either is."""

import time

import pytest

from personalizer.share_tables import is_linkedins


@pytest.mark.parametrize("text", ["ShareCommentary," * 200_000, ",;\t" * 300_000, '"' * 900_000])
def test_a_long_text_is_looked_at_in_no_time(text: str) -> None:
    began = time.perf_counter()
    is_linkedins(text)
    assert time.perf_counter() - began < 0.5
