"""The offline writer over texts of any kind: nothing breaks it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.language import Language
from domain.platforms import Platform
from personalizer.angles import angles_of
from personalizer.writing import Brief
from tests.builders import ambassador, item
from tests.personalizer.articles import article, brief, colleagues
from tests.personalizer.test_offline_writer import draft


@st.composite
def odd_briefs(choose: st.DrawFn) -> Brief:
    language = choose(st.sampled_from(Language))
    content = item(
        text=choose(st.text(max_size=600)),
        title=choose(st.text(min_size=1, max_size=80)),
        language=language,
        digest="any",
    )
    person = ambassador(posts=tuple(choose(st.lists(st.text(max_size=120), max_size=4))))
    angle = angles_of(article(language), person, language)[0]
    notes = tuple(choose(st.lists(st.text(max_size=120), max_size=2)))
    platform = choose(st.sampled_from(Platform))
    found = angles_of(content, person, language)
    return brief(content, person, found[0] if found else angle, platform=platform, notes=notes)


@settings(max_examples=60, deadline=None)
@given(one=odd_briefs())
def test_no_text_breaks_the_writer(one: Brief) -> None:
    assert "Ardemont" in draft(one)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("notes", [(), ("A note of mine.",)])
def test_a_content_that_says_nothing_is_disclosed_all_the_same(
    language: Language, notes: tuple[str, ...]
) -> None:
    content = item(text="", title="`", language=language, digest="any")
    for person in colleagues(12):
        angle = angles_of(article(language), person, language)[0]
        assert "Ardemont" in draft(brief(content, person, angle, notes=notes))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("post", ["1", "a", "?", "…"])
def test_posts_of_one_letter_break_nothing(language: Language, post: str) -> None:
    person = ambassador(posts=(post,) * 4)
    assert "Ardemont" in draft(brief(article(language), person))
