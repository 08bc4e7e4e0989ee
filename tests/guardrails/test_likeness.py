from array import array
from math import cos, pi, sin
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.likeness import nearest, signs

KEY = b"a secret of the tests"


def vector(seed: int, *, angle: float = 0.0) -> bytes:
    chance = Random(seed)  # noqa: S311 - no secret
    one = [chance.gauss(0, 1) for _ in range(1024)]
    other = [chance.gauss(0, 1) for _ in range(1024)]
    pairs = zip(one, other, strict=True)
    return array("f", [cos(angle) * a + sin(angle) * b for a, b in pairs]).tobytes()


@given(st.integers(0, 2**32))
def test_a_vector_is_wholly_like_itself(seed: int) -> None:
    kept = signs(vector(seed), KEY)
    assert nearest(kept, [kept]) == 1.0


def test_the_angle_between_two_vectors_can_be_told_from_their_signs() -> None:
    plain = signs(vector(7), KEY)
    for angle in (0.2, 0.5, 1.0, pi / 2):
        turned = signs(vector(7, angle=angle), KEY)
        assert abs(nearest(plain, [turned]) - cos(angle)) < 0.1


def test_under_two_keys_signs_agree_by_chance_only() -> None:
    one, other = signs(vector(7), KEY), signs(vector(7), b"another")
    assert abs(nearest(one, [other])) < 0.15


def test_a_hundred_and_twenty_eight_bytes_are_kept_of_a_vector() -> None:
    assert len(signs(vector(7), KEY)) == 128


def test_nothing_is_kept_of_nothing_and_it_is_like_nothing() -> None:
    nothing = signs(array("f", [0.0] * 1024).tobytes(), KEY)
    assert nothing == b""
    assert nearest(nothing, [nothing]) == 0.0


def test_vectors_of_two_sizes_are_never_compared() -> None:
    assert nearest(b"\x00" * 128, [b"\x00" * 64]) == pytest.approx(0.0)


def test_of_many_the_nearest_counts() -> None:
    plain = signs(vector(7), KEY)
    others = [signs(vector(7, angle=angle), KEY) for angle in (1.5, 0.3, 1.0)]
    assert nearest(plain, others) == nearest(plain, others[1:2]) > nearest(plain, others[2:])
