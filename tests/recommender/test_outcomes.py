from hypothesis import given
from hypothesis import strategies as st

from domain.outcomes import Figures
from recommender.outcomes import echo

counts = st.none() | st.integers(0, 10_000)
figures = st.builds(Figures, counts, counts, counts, counts)


def test_what_is_answered_more_than_usual_stands_above_it() -> None:
    found = echo(
        {
            "loud": Figures(reach=10_000, engagements=800, clicks=200),
            "usual": Figures(reach=10_000, engagements=300, clicks=50),
            "quiet": Figures(reach=10_000, engagements=20),
        }
    )
    assert found["loud"] > 0.3
    assert found["usual"] == found["quiet"] == 0


def test_a_few_readers_of_one_post_prove_nothing() -> None:
    found = echo(
        {
            "few": Figures(reach=10, engagements=6),
            "many": Figures(reach=10_000, engagements=6_000),
            "rest": Figures(reach=100_000, engagements=2_000),
        }
    )
    assert found["few"] < found["many"]


def test_a_conversion_says_more_than_a_reading_and_that_more_than_a_reaction() -> None:
    rest = {"rest": Figures(reach=100_000, engagements=1_000)}
    one = [
        echo({"one": Figures(reach=5_000, engagements=e, clicks=c, conversions=v), **rest})["one"]
        for e, c, v in ((200, 0, 0), (0, 200, 0), (0, 0, 200))
    ]
    assert one == sorted(one)
    assert len(set(one)) == 3


def test_nothing_measured_says_nothing() -> None:
    assert echo({}) == {}
    assert echo({"a": Figures(), "b": Figures(reach=0, engagements=3)}) == {}
    assert echo({"a": Figures(reach=100)}) == {}


@given(st.dictionaries(st.text(max_size=3), figures))
def test_it_is_from_0_to_1_and_never_takes_anything(known: dict[str, Figures]) -> None:
    assert all(0 <= value < 1 for value in echo(known).values())
