"""Stored fingerprints say which of them share a run with a draft, as looking at each would."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from domain.review import Fingerprint
from guardrails.checks.near_duplicates import NearDuplicates
from storage.fingerprints import StoredFingerprints

_COMPARER = NearDuplicates(key=b"stored")
# Few values, so that runs are shared; some that differ in their last bits alone.
_RUN = st.sampled_from([0, 1, 2, 3, 1 << 48, (1 << 48) + 1, 2**64 - 1, 2**64 - 2]) | st.integers(
    0, 2**64 - 1
)
_RUNS = st.lists(_RUN, max_size=30)


def stored(fingerprints: list[Fingerprint]) -> StoredFingerprints:
    return StoredFingerprints(
        [(array("Q", one.shingles).tobytes(), one.embedding) for one in fingerprints]
    )


@given(own=_RUNS, others=st.lists(_RUNS, max_size=20))
def test_those_that_share_a_run_are_those_that_looking_at_each_finds(
    own: list[int], others: list[list[int]]
) -> None:
    runs = frozenset(own) - {0}
    fingerprints = [Fingerprint(tuple(one), bytes([at])) for at, one in enumerate(others)]
    expected = [one for one in fingerprints if not runs.isdisjoint(one.shingles)]
    assert [*stored(fingerprints).sharing(runs)] == expected


@given(own=_RUNS, others=st.lists(_RUNS, max_size=20))
def test_nearness_is_the_same_as_with_fingerprints_at_hand(
    own: list[int], others: list[list[int]]
) -> None:
    mine = Fingerprint(tuple(own), b"\x0f")
    fingerprints = [Fingerprint(tuple(one), bytes([at])) for at, one in enumerate(others)]
    kept = stored(fingerprints)
    assert _COMPARER.nearness(mine, kept) == _COMPARER.nearness(mine, tuple(fingerprints))
    assert [*kept] == fingerprints
    assert kept[1:3] == tuple(fingerprints[1:3])
    assert [*kept.embeddings] == [one.embedding for one in fingerprints]


def test_near_twins_are_found_among_many_stored_ones() -> None:
    twin = Fingerprint(tuple(range(1, 60)))
    others = [Fingerprint(tuple(range(at, at + 40))) for at in range(100, 100_000, 1_000)]
    assert _COMPARER.nearness(twin, stored([*others, twin])).is_near
    assert not _COMPARER.nearness(twin, stored(others)).is_near
