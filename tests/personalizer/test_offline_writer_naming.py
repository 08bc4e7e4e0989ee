"""What an offline draft says of a content's name, and of what its author never speaks about."""

import re

from domain.language import Language
from domain.placeholders import placeholder_bounds
from tests.builders import ambassador
from tests.personalizer.articles import (
    allocated,
    article,
    colleagues,
)
from tests.personalizer.test_offline_writer import BOTH, draft


@BOTH
def test_quotations_stay_few_however_words_are_counted(language: Language) -> None:
    for one in allocated(article(language), colleagues(24), language):
        text = re.sub(r"https?://\S+", "", draft(one))
        quotations = [found[1:-1] for found in re.findall(r"«[^»]*»|“[^”]*”", text)]
        for word in (r"\w+", r"\S+"):
            counts = [len(re.findall(word, said)) for said in quotations]
            quoted = sum(count for count in counts if count >= 5)
            assert quoted <= 0.3 * len(re.findall(word, text))


@BOTH
def test_a_draft_that_tells_says_once_what_its_content_is_called(language: Language) -> None:
    title = article(language).title
    texts = [draft(one) for one in allocated(article(language), colleagues(24), language)]
    assert all(text.count(title) <= 1 for text in texts)
    assert sum(title in text for text in texts) >= 0.5 * len(texts)


@BOTH
def test_a_title_of_what_is_never_spoken_about_is_not_said(language: Language) -> None:
    content = article(language)
    word = "presse" if language is Language.FRENCH else "press"
    for one in allocated(content, [ambassador(never=(word,))] * 8, language):
        assert content.title not in draft(one)


def test_what_somebody_never_speaks_about_is_not_quoted_beside_either() -> None:
    person = ambassador(never=("apprentis", "Lyon"))
    for one in allocated(article(Language.FRENCH), [person] * 20, Language.FRENCH):
        assert not re.search(r"apprentis|Lyon", draft(one))


@BOTH
def test_no_figure_is_pointed_at_that_the_draft_does_not_state(language: Language) -> None:
    for one in allocated(article(language), colleagues(24), language):
        text = draft(one)
        start, end = next(placeholder_bounds(text), (0, 0))
        for figure in re.findall(r"\d+(?:[.,]\d+)?", text[start:end]):
            assert figure in text[:start] + text[end:]
