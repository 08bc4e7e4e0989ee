import json
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.quality.profile_types import figures
from domain.people import ProfileType
from recommender.encoders import open_encoder
from recommender.form import form_of
from recommender.kind_model import CARD, kind_model
from recommender.kinds import KINDS
from recommender.suggestion import TYPE_OF_KIND, suggest_type, types_of

ENCODER = open_encoder()
SETS = Path(__file__).parents[2] / "benchmarks" / "sets"


def test_the_types_of_texts_by_another_hand_are_recognised_in_both_languages() -> None:
    found = {figure.name: figure.value for figure in figures()}
    assert (found["profile type macro-F1, fr"] or 0) >= 0.86
    assert (found["profile type macro-F1, en"] or 0) >= 0.92
    assert (found["profile type, right where at least 0.8 sure"] or 0) >= 0.95


def test_no_text_it_is_measured_on_was_trained_on() -> None:
    test = (SETS / "profile_type_test.jsonl").read_text(encoding="utf-8").splitlines()
    training = Path(__file__).parents[2] / "training" / "texts" / "profile_type_training.jsonl"
    known = {json.loads(line)["text"] for line in training.read_text("utf-8").splitlines()}
    assert not known & {json.loads(line)["text"] for line in test}


def test_the_card_says_which_bytes_it_describes_and_how_good_they_are() -> None:
    card = json.loads(files("recommender").joinpath(CARD).read_text(encoding="utf-8"))
    assert card["kinds"] == list(KINDS)
    assert 0.75 < card["held_out_macro_f1_of_types"] < 1
    assert kind_model().weights.shape == (card["features"], len(KINDS))


@settings(deadline=None)
@given(title=st.text(), text=st.text())
def test_chances_are_a_whole_whatever_the_text(title: str, text: str) -> None:
    for encoder in (None, ENCODER):
        chances = types_of([(title, text)], encoder)
        assert chances.min() >= 0
        assert chances.sum() == pytest.approx(1.0)


def test_each_kind_belongs_to_one_type() -> None:
    assert (TYPE_OF_KIND.sum(axis=1) == 1).all()


def test_one_figure_is_like_another_and_words_are_not() -> None:
    def words(text: str) -> set[int]:
        form = form_of("", text)
        return set(form.hashes[form.groups < 3].tolist())

    assert words("Hier, avec 14 collègues.") == words("Hier, avec 99 collègues.")
    assert words("Hier, avec 14 collègues.") != words("Hier, sans 14 collègues.")


HR = (
    "Nous recrutons deux soudeuses en CDI à Brest : formation payée, horaires de jour. Le poste"
    " vous tente ? Postulez en ligne avant vendredi, on répond à tout le monde."
)
ARRIVAL = (
    "Premier jour, un badge, un café et ma marraine qui m'attend. Trois mois plus tard, je raconte"
    " comment mon intégration s'est passée dans l'équipe."
)
MEASURED = (
    "Why does the index grow faster than the table? We measured three write patterns over a week,"
    " and explain how fill factor and page splits change the result."
)
RAIN = "La pluie tombe sur le canal, et les péniches passent sans bruit devant la fenêtre."


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        ([HR, ARRIVAL], ProfileType.HR_AMBASSADOR),
        ([MEASURED], ProfileType.EXPERT),
        (["Bonjour à toutes et à tous !"], None),
        ([], None),
        ([RAIN], None),
    ],
)
def test_a_type_is_suggested_only_where_posts_tell(
    posts: list[str], expected: ProfileType | None
) -> None:
    assert suggest_type(posts).suggested is expected
    assert suggest_type(posts, ENCODER).suggested is expected
