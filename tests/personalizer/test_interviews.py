"""An interview: who speaks stands before a colon, and the sentence behind it can carry a post."""

import pytest

from domain.language import Language
from personalizer.citing import told
from personalizer.interviews import is_answered_by_somebody, labels_of
from personalizer.passages import passages_of

FR, EN = Language.FRENCH, Language.ENGLISH
_TALK = {
    FR: "Qui vient ?\n\nNadia Terrel : Les familles du hameau viennent surtout le mercredi.\n\n"
    "Et les chiffres ?\n\nN. T. : Le délai de prêt est passé de 9 jours à 4 jours.\n\n"
    "N. T. : Nous prêtons 40 caisses chaque mois aux familles du hameau.",
    EN: "Who comes?\n\nAmara: Families of the hamlet have come on most Wednesdays.\n\n"
    "Who else?\n\nAmara: Any family with a box that needs a new lid.\n\n"
    "What was it before?\n\nAmara: Something manual, not automated at all, very time consuming.\n\n"
    "Amara: We lend 40 boxes to families of the hamlet every month.",
}


@pytest.mark.parametrize(("language", "labels"), [(FR, {"Nadia Terrel", "N. T."}), (EN, {"Amara"})])
def test_names_and_their_initials_are_labels(language: Language, labels: set[str]) -> None:
    assert labels_of(_TALK[language]) == labels


@pytest.mark.parametrize(
    "text", ["Bilan : les familles viennent.\n\nSuite : les familles reviennent.", "", "A: b."]
)
def test_what_stands_once_before_a_colon_is_no_speaker(text: str) -> None:
    assert labels_of(text) == frozenset()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (FR, "Les familles du hameau viennent surtout le mercredi."),
        (FR, "Le délai de prêt est passé de 9 jours à 4 jours."),
        (EN, "Families of the hamlet have come on most Wednesdays."),
    ],
)
def test_a_sentence_is_told_without_who_says_it(language: Language, sentence: str) -> None:
    text = _TALK[language]
    found = next(one for one in passages_of(text) if one.text == sentence)
    assert text[found.span.start : found.span.end] == sentence
    assert told(found, text, language) is not None


def test_half_an_answer_is_no_sentence() -> None:
    told_alone = [one.text for one in passages_of(_TALK[EN])]
    assert not any("Any family" in one or "manual" in one for one in told_alone)


def test_what_nobody_answers_is_said_by_the_authors() -> None:
    (alone,) = passages_of("We lend 40 boxes to families of the hamlet every month.")
    assert not is_answered_by_somebody(alone.text, 0)
    assert told(alone, alone.text, EN) is not None


@pytest.mark.parametrize(("language", "own"), [(FR, "Nous prêtons"), (EN, "We lend")])
def test_what_somebody_answers_is_not_said_by_the_authors(language: Language, own: str) -> None:
    text = _TALK[language]
    found = next(one for one in passages_of(text) if one.text.startswith(own))
    assert is_answered_by_somebody(text, found.span.start)
    assert told(found, text, language) is None
