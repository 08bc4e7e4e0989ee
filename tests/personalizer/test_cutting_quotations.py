"""Where a sentence may be cut to be quoted, and what no longer stands alone when it was."""

import pytest

from domain.language import Language
from personalizer.chaff import leans
from personalizer.citing import cited
from personalizer.clauses import word_count
from personalizer.passages import passages_of
from tests.personalizer.test_citing import EN, FR, only


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        (
            FR,
            "Le relevé sert à comparer les équipes de l’atelier, parce que nul n’y est noté.",
            "Le relevé sert à comparer les équipes de l’atelier",
        ),
        (
            EN,
            "The record can help to compare the crews of the plant, because names are not written.",
            "The record can help to compare the crews of the plant",
        ),
        # a beginning that waits for its point is no quotation
        (FR, "Quand une série change à 20 heures dans le hall, l’équipe de nuit prévient.", None),
        (EN, "When a series changes at eight in the hall, the night crew warns everybody.", None),
        (FR, "Les machines de l’atelier principal du site de Nantes ont changé de place.", None),
        # nor is one that says nothing yet
        (FR, "On ne le savait peut-être pas encore bien, mais le hall de Nantes a fermé.", None),
        (
            EN,
            "We did what we always do here, which is to measure the pressure twice a day.",
            None,
        ),
    ],
)
def test_a_long_sentence_is_cut_only_behind_its_main_clause(
    language: Language, sentence: str, expected: str | None
) -> None:
    citation = cited(only(sentence), language, most_words=12)
    assert (citation.words if citation else None) == expected
    assert citation is None or citation.is_cut


def test_no_quotation_is_longer_than_asked() -> None:
    for most in (8, 12, 18, 25):
        for passage in passages_of(
            "Le relevé compte, dit la fiche, et chacun peut la corriger, parce que rien "
            "n’y est figé, même si personne ne le fait."
        ):
            citation = cited(passage, FR, most_words=most)
            assert citation is None or word_count(citation.words) <= most


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("En effet, la pompe tourne.", True),
        ("Son rôle est de mesurer la pression.", True),
        ("Dans le cas d’un arrêt, selon la durée, cela peut suffire.", True),
        ("Quand la pompe de la ligne trois tourne encore", True),
        ("Quand la pompe tourne, la ligne trois attend.", False),
        ("La pompe de la ligne trois tourne la nuit.", False),
        ("When the pump is running at night.", True),
        ("When does the pump run at night?", False),
        ("The pump runs at night, because it is cheaper.", False),
        ("La pompe de la ligne trois tourne alors la nuit.", True),
        ("La pompe de la ligne trois tourne alors que personne ne la regarde.", False),
        ("L’intérêt principal est de mesurer la pression.", True),
        ("L’intérêt des pompes est de mesurer la pression.", False),
        ("Les deux derniers ne tournent pas la nuit.", True),
        ("The goal is to measure the pressure.", True),
        ("The goal of a pump is to move water.", False),
        ("You’re measuring the pressure, but nobody reads it.", True),
        ("You can measure the pressure without a pump.", False),
        ("The pump that the crews chose needs these two valves.", True),
        ("The pump that the crews chose needs two valves.", False),
        ("Now you can start the pump.", True),
        ("A few of us here start the pump by hand.", True),
        ("Pour mémoire, la pompe tourne la nuit.", True),
        ("La pompe tourne, et encore d’autres machines aussi.", True),
        ("La pompe de la ligne trois a cette nouveauté.", True),
        ("Whereas on the old line the pump runs at night.", True),
        ("The pump runs at night, as you already know.", True),
    ],
)
def test_what_points_at_what_was_left_out_leans(sentence: str, *, expected: bool) -> None:
    assert leans(sentence) is expected


LONG = {
    "The state will bring several teams of designers and developers to Leeds to write the list"
    " of rules for everybody who buys a press there.": (
        "The state will bring several teams of designers and developers to Leeds"
    ),
    "The developers wrote a list of every moving piece of the machine, and they sent it to"
    " each of the other plants by the end of the year.": (
        "The developers wrote a list of every moving piece of the machine"
    ),
    "The crew asked every one of the other plants to write a list of the parts and of"
    " the days on which they had changed them.": None,
    "The list of the machine will become one of the first documents of the company to share what"
    " each of the pieces was bought for.": None,
    "The developers of the company did not write the documents of the machine to share what"
    " each of the pieces was bought for.": None,
    "The new and rather long list is meant to show each of the other plants what the crew"
    " of the press had changed that year.": None,
}


@pytest.mark.parametrize("sentence", LONG)
def test_a_sentence_is_cut_before_a_purpose_and_never_before_what_is_asked(sentence: str) -> None:
    citation = cited(only(sentence), EN, most_words=18)
    assert (citation and citation.words) == LONG[sentence]


@pytest.mark.parametrize(
    ("language", "sentence", "ends"),
    [
        (
            Language.FRENCH,
            "L’étage reste là, c’est un choix : un patient désorienté, on ne le change pas.",
            "un patient désorienté",
        ),
        (
            Language.ENGLISH,
            "The workshop needs two drivers, phone answerers and somebody who sorts old spoons.",
            "somebody",
        ),
    ],
)
def test_a_quotation_is_cut_before_no_verb_and_no_relative(
    language: Language, sentence: str, ends: str
) -> None:
    (passage,) = passages_of(sentence)
    cut = cited(passage, language, most_words=12)
    assert cut is None or not cut.words.rstrip(".").endswith(ends)
