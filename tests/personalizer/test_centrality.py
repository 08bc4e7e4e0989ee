"""What a content says comes before what stands at its margin."""

import pytest

from domain.language import Language
from personalizer.centrality import centrality_of
from personalizer.passages import passages_of
from tests.builders import item

_POINT = {
    Language.FRENCH: "Le réglage d’une presse tient sur une liste que chaque équipe corrige.",
    Language.ENGLISH: "Setting up a press takes a list that every crew of the plant corrects.",
}
_REST = {
    Language.FRENCH: (
        "Une liste courte aide chaque équipe à régler la presse."
        " La presse de Nantes a sa liste depuis avril."
        " Chaque équipe garde la liste au pied de la presse."
        " Les apprentis lisent la liste de l’équipe le matin."
        " La cantine sert des repas chauds le midi."
    ),
    Language.ENGLISH: (
        "A short list helps every crew to set up the press."
        " The press in Leeds has had its list since April."
        " Every crew keeps the list at the foot of the press."
        " Apprentices read the list of the crew in the morning."
        " The canteen serves warm meals at noon."
    ),
}
_MARGIN = {
    Language.FRENCH: [
        "Un grand merci à chaque équipe pour la liste de la presse.",
        "Télécharger la liste de la presse prend une minute.",
        "Comment chaque équipe corrige-t-elle la liste de la presse ?",
        "Chaque équipe peut régler la presse de plusieurs façons.",
    ],
    Language.ENGLISH: [
        "The crew of the press is grateful to everybody for the list.",
        "Installing the list of the press takes every crew a minute.",
        "How does every crew correct the list of the press?",
        "Every crew can set up the press in several ways.",
    ],
}
_TITLE = {Language.FRENCH: "Régler une presse", Language.ENGLISH: "Setting up a press"}
BOTH = pytest.mark.parametrize("language", list(Language))


def weights(language: Language, *sentences: str) -> dict[str, float]:
    text = " ".join(sentences)
    content = item(text=text, title=_TITLE[language], language=language)
    found = centrality_of(content)
    return {one.text: found[one.span.start] for one in passages_of(text)}


@BOTH
def test_the_point_weighs_more_than_an_aside(language: Language) -> None:
    weighed = weights(language, _POINT[language], _REST[language])
    aside = _REST[language].rsplit(". ", 1)[-1]
    assert _POINT[language] in sorted(weighed, key=weighed.__getitem__)[-3:]
    assert min(weighed, key=weighed.__getitem__) == aside


@BOTH
@pytest.mark.parametrize("at", range(4))
def test_thanks_handling_questions_and_announcements_come_last(language: Language, at: int) -> None:
    margin = _MARGIN[language][at]
    weighed = weights(language, _POINT[language], _REST[language], margin)
    assert weighed[margin] < weighed[_POINT[language]]
    assert sum(weight > weighed[margin] for weight in weighed.values()) >= 3


@BOTH
def test_what_the_next_sentence_takes_back_waits(language: Language) -> None:
    said = _REST[language].split(". ")[1] + "."
    back = {
        Language.FRENCH: "Mais les essais de Lyon disent autre chose du moule.",
        Language.ENGLISH: "But the trials in York say something else of the mould.",
    }[language]
    alone = weights(language, _POINT[language], _REST[language])[said]
    taken_back = weights(
        language, _POINT[language], _REST[language].replace(said, f"{said} {back}")
    )
    assert taken_back[said] < alone


@BOTH
def test_a_conclusion_weighs_more(language: Language) -> None:
    end = _REST[language].split(". ")[2] + "."
    plain = f"{_POINT[language]} {_REST[language].replace(end, '')}"
    behind = weights(language, f"{plain}\n\nConclusion\n\n{end}")[end]
    assert behind > weights(language, f"{plain}\n\nAnnexe\n\n{end}")[end]


def test_a_content_of_one_sentence_has_it_as_its_point() -> None:
    assert weights(Language.ENGLISH, _POINT[Language.ENGLISH])
    assert not weights(Language.ENGLISH, "")
