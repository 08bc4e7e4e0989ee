"""A question of a content is passed on with what stands behind it, or not at all."""

import pytest

from domain.language import Language
from guardrails.platform_rules import length_on
from personalizer.angles import angles_of
from personalizer.answers import answered
from personalizer.carriers import carriers_of
from personalizer.offline.engine import first_draft
from personalizer.passages import passages_of
from personalizer.traits import Trait
from personalizer.writing import Angle, Form
from tests.builders import ambassador, item
from tests.personalizer.articles import brief

FR, EN = Language.FRENCH, Language.ENGLISH
BOTH = pytest.mark.parametrize("language", list(Language))
_ASKED = {
    FR: "Comment prévenir l’équipe de nuit quand une série change à 20 heures ?",
    EN: "How does a crew warn the night crew when a series changes?",
}
_ANSWER = {
    FR: "Cela se fait par une fiche agrafée au carton de la série.",
    EN: "It takes a sheet that is stapled to the box of the night.",
}
_OTHER = {
    FR: "Qui relit la fiche de nuit quand le chef est absent ?",
    EN: "Who reads the sheet of the night when the manager is away?",
}
_BEFORE = {
    FR: "L’atelier est ouvert jour et nuit depuis le mois de mars. Le chef est aussi de nuit.",
    EN: "The workshop is open day and night since the month of March. The crew is large.",
}


def text_of(language: Language, *sentences: str) -> str:
    return " ".join((_BEFORE[language], *sentences))


def claim(language: Language, text: str) -> str | None:
    passages = passages_of(text)
    question = next(one for one in passages if Trait.QUESTION in one.traits)
    found = answered(question, text, passages, language)
    return found.text if found is not None else None


@BOTH
def test_what_stands_right_behind_a_question_answers_it(language: Language) -> None:
    found = claim(language, text_of(language, _ASKED[language], _ANSWER[language]))
    assert found is not None
    assert found[1:] == _ANSWER[language][1:-1]


@BOTH
def test_an_answer_that_stands_by_itself_is_told_by_itself(language: Language) -> None:
    alone = {
        FR: "La fiche agrafée au carton est la solution que garde l’atelier.",
        EN: "The sheet stapled to the box is the solution that the workshop keeps.",
    }[language]
    text = text_of(language, _ASKED[language], alone)
    assert claim(language, text) is None
    content = item(text=text, language=language)
    assert alone in {one.passage.text for one in carriers_of(content)}


@BOTH
def test_another_question_a_gap_and_the_end_of_a_text_answer_nothing(language: Language) -> None:
    asked, other, answer = _ASKED[language], _OTHER[language], _ANSWER[language]
    assert claim(language, text_of(language, asked, other, answer)) is None
    assert claim(language, text_of(language, asked, "Cf. figure 3.", answer)) is None
    assert claim(language, text_of(language, asked)) is None


@BOTH
def test_a_question_that_nothing_answers_waits_for_all_else(language: Language) -> None:
    for behind, waits in (("", True), (_ANSWER[language], False)):
        content = item(text=text_of(language, _ASKED[language], behind), language=language)
        worth = {one.passage.text: one.worth for one in carriers_of(content)}
        assert (worth[_ASKED[language]] == 0) is waits
    content = item(text=text_of(language, _ASKED[language]), language=language)
    angles = angles_of(content, ambassador(), language)
    asking = content.text.index(_ASKED[language])
    is_asking = [one.focus.start == asking for one in angles]
    assert any(is_asking)
    assert is_asking == sorted(is_asking)


@BOTH
def test_a_draft_says_what_stands_behind_the_question(language: Language) -> None:
    text = text_of(language, _ASKED[language], _ANSWER[language], *[_BEFORE[language]] * 2)
    content = item(text=text, language=language)
    asked = next(one for one in passages_of(text) if one.text == _ASKED[language])
    angle = Angle(f"question:{asked.span.start}", Form.QUESTION, asked.span)
    answer, both = _ANSWER[language][1:-1].replace("’", "'"), 0
    for number in range(4):
        person = ambassador(ambassador_id=f"person-{number}")
        draft = first_draft(brief(content, person, angle), length_on).replace("’", "'")
        is_asked = _ASKED[language][1:-2].replace("’", "'") in draft
        assert is_asked <= (answer in draft)
        both += answer in draft
    # Where both are more than may be quoted of a short post, neither stands there.
    assert both >= 2


@BOTH
def test_who_passes_on_a_question_alone_is_asked_for_an_answer(language: Language) -> None:
    rest = {
        FR: "La pause du matin est à dix heures. Le quai est fermé le dimanche et le lundi.",
        EN: "The break of the morning is at ten. The dock is closed on every second Sunday.",
    }[language]
    text = text_of(language, rest, _ASKED[language])
    content = item(text=text, language=language)
    asked = next(one for one in passages_of(text) if one.text == _ASKED[language])
    angle = Angle(f"question:{asked.span.start}", Form.QUESTION, asked.span)
    for number in range(4):
        person = ambassador(ambassador_id=f"person-{number}")
        draft = first_draft(brief(content, person, angle), length_on)
        wanted = {FR: "répondez en une phrase", EN: "answer in one sentence"}[language]
        assert _ASKED[language][:20] in draft
        assert wanted in draft
