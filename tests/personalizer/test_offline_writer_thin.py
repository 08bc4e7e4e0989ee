"""The offline writer where a content has little to tell."""

from dataclasses import replace

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.placeholders import placeholder_bounds
from domain.review import Outcome, Span
from guardrails.charter import load_charter
from guardrails.guard import Guard
from personalizer.angles import angles_of
from personalizer.writing import Angle, Form, NothingToSay
from tests.builders import ambassador, item
from tests.personalizer.articles import TITLES, article, brief
from tests.personalizer.test_offline_writer import BOTH, KEY, circumstances, draft


@BOTH
def test_an_angle_with_nothing_to_tell_or_quote_is_given_up(language: Language) -> None:
    long = {
        Language.FRENCH: (
            "Les équipes de nuit de la ligne trois de Nantes notent sur une feuille agrafée au "
            "carton gris le temps de réglage de la presse du fond."
        ),
        Language.ENGLISH: (
            "Night crews on line three of the Nantes plant write on a sheet stapled to the grey "
            "box how long the press at the back took this very night."
        ),
    }[language]
    more = {
        Language.FRENCH: " Les apprentis remplissent la moitié des fiches de l’atelier."
        " Le hall contient 212 mètres de conduites.",
        Language.ENGLISH: " The apprentices fill in half of the sheets of the workshop."
        " The hall contains 212 metres of pipes.",
    }[language]
    content = item(text=f"{long}{more}", language=language, title="Photo")
    angle = Angle("quotation:0", Form.QUOTATION, Span(0, len(long)))
    with pytest.raises(NothingToSay):
        draft(brief(content, ambassador(), angle))


@BOTH
def test_a_content_of_two_sentences_is_named_rather_than_given_up(language: Language) -> None:
    text = {
        Language.FRENCH: "Portes ouvertes samedi à l’atelier de Nantes. Entrée libre.",
        Language.ENGLISH: "Open day on Saturday at the Nantes workshop. Free entry.",
    }[language]
    content = item(text=text, language=language, title="Photo", digest=text)
    guard = Guard.of(load_charter(), key=KEY)
    for angle in angles_of(content, ambassador(), language):
        one = brief(content, ambassador(), angle)
        thin = draft(one)
        assert list(placeholder_bounds(thin))
        assert "https://" in thin
        verdict = guard.inspect(Draft(thin, language), circumstances(one))
        assert verdict.outcome is Outcome.ALLOW, (thin, verdict.findings)


def test_a_content_with_nothing_to_cite_still_gives_an_honest_draft() -> None:
    one = brief(article(Language.FRENCH), ambassador())
    bare = replace(
        one.request, content=item(text="Photo.", title=TITLES[Language.FRENCH], url=None)
    )
    text = draft(replace(one, request=bare))
    assert "Ardemont" in text
    assert TITLES[Language.FRENCH] in text
    assert list(placeholder_bounds(text))
