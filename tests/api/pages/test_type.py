import pytest

from tests.api.pages.conftest import SignIn
from tests.recommender.test_kind_model import ARRIVAL, HR, RAIN


@pytest.mark.parametrize(
    ("language", "posts", "said"),
    [
        ("fr", [HR, ARRIVAL], "profil Ambassadeur RH"),
        ("en", [HR, ARRIVAL], "HR ambassador profile"),
        ("fr", [RAIN], "à vous de dire ce qui vous anime"),
        ("en", [RAIN], "yours to say what moves you"),
    ],
)
def test_pasted_posts_suggest_a_type_and_the_person_decides(
    sign_in: SignIn, language: str, posts: list[str], said: str
) -> None:
    answer = sign_in(language=language).send("/me/type", posts=posts)
    assert answer.status_code == 200
    assert said in answer.text
    assert 'href="/me#mix"' in answer.text
    assert posts[0][:30] in answer.text.replace("&#39;", "'")


def test_nothing_pasted_is_refused_in_words(sign_in: SignIn) -> None:
    answer = sign_in(language="en").send("/me/type")
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert "Your past posts: fill it in." in answer.text
    # This page keeps nothing, and so nothing of it is "kept yet".
    assert "kept yet" not in answer.text


def test_the_way_there_is_on_ones_own_page(sign_in: SignIn) -> None:
    assert 'href="/me/type"' in sign_in().get("/me").text
