"""Words are those of who said them."""

import re
import time

import pytest

from guardrails.facts.attributed import of_somebody_else

FR = (
    "« Un silence coûte plus cher qu'un refus », juge Nathalie Prigent, médiatrice, qui a suivi "
    "l'essai. Le directeur, Martin Delorme, y est favorable. Odile Kerbrat résume : « Il faut "
    "rappeler les gens le jour même. »"
)
EN = (
    '"A silence costs more than a refusal," said Nathalie Prigent, the mediator. The director, '
    'Martin Delorme, is in favour. Odile Kerbrat puts it simply: "Call people back that very day."'
)


def found(text: str, given: str) -> list[str]:
    return [text[one.start : one.end] for one in of_somebody_else(text, [given])]


@pytest.mark.parametrize(
    ("given", "text", "name"),
    [
        (FR, "« Un silence coûte plus cher qu'un refus », dit Martin Delorme.", "Martin Delorme"),
        (
            FR,
            "Martin Delorme le dit : « Il faut rappeler les gens le jour même. »",
            "Martin Delorme",
        ),
        (EN, '"A silence costs more than a refusal," says Martin Delorme.', "Martin Delorme"),
        (EN, 'Nathalie Prigent: "Call people back that very day."', "Nathalie Prigent"),
    ],
)
def test_words_given_to_another_are_found(given: str, text: str, name: str) -> None:
    assert found(text, given) == [name]


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (FR, "« Un silence coûte plus cher qu'un refus », dit Nathalie Prigent."),
        (FR, "« Un silence coûte plus cher qu'un refus », dit la médiatrice Prigent."),
        (FR, "« Un silence coûte plus cher qu'un refus. » Martin Delorme en sourit."),
        (FR, "Odile Kerbrat : « Il faut rappeler les gens le jour même. »"),
        (FR, "« Un refus coûte plus cher que tout », dit Martin Delorme."),  # not their words
        (EN, '"A silence costs more than a refusal," said Prigent.'),
        (EN, '"A silence costs more than a refusal." I like that, and so does Martin Delorme.'),
        (EN, '"A silence costs more than a refusal," says the director.'),
        (EN, '"A silence costs more than a refusal," says Thessaly Brankovic.'),  # another matter
        (
            '"A silence costs more than a refusal."',
            '"A silence costs more than a refusal," said X.',
        ),
    ],
)
def test_words_of_who_said_them_pass(given: str, text: str) -> None:
    assert not found(text, given)


@pytest.mark.parametrize("flood", ['"a b c d", said Kim. ', "« a b c d », dit Léa. ", '"a b c d" '])
def test_a_flood_is_read_in_no_time(flood: str) -> None:
    begun = time.thread_time()
    found(flood * 500, flood * 500)
    assert time.thread_time() - begun < 2


TWO = "Anna Roy: “We mulched the beds in April.” Paul Durand: “I did not believe it.”"
DEUX = (
    "Anna Roy résume : « Nous avons paillé en avril. » Paul Durand ajoute : « Je n'y croyais pas "
    "du tout. »"
)
TOLD = "“We mulched the beds in April,” she told Paul Durand. The speaker was Anna Roy."
APART = "Anna Roy écrit : « Nous avons paillé en avril. » Pour Paul Durand, selon le rapport, oui."


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (TWO, "“We mulched the beds in April,” says Anna Roy."),
        (TWO, "Anna Roy: “We mulched the beds in April.” Paul Durand: “I did not believe it.”"),
        (DEUX, "« Nous avons paillé en avril », dit Anna Roy."),
        (DEUX, "« Je n'y croyais pas du tout », dit Paul Durand."),
        (TOLD, "“We mulched the beds in April,” says Anna Roy."),
        (APART, "« Nous avons paillé en avril », dit Anna Roy."),
        (TWO, "“We mulched the beds in April.” Paul Durand says he did not believe it."),
        (TWO, "“We mulched the beds in April,” Anna Roy told Paul Durand."),
    ],
)
def test_whoever_speaks_next_is_not_who_spoke(given: str, text: str) -> None:
    assert not found(text, given)


@pytest.mark.parametrize(
    ("given", "text", "name"),
    [
        (TWO, "“We mulched the beds in April,” says Paul Durand.", "Paul Durand"),
        (TWO, "Anna Roy: “I did not believe it.”", "Anna Roy"),
        (DEUX, "« Nous avons paillé en avril », dit Paul Durand.", "Paul Durand"),
        (DEUX, "Anna Roy ajoute : « Je n'y croyais pas du tout. »", "Anna Roy"),
        (APART, "« Nous avons paillé en avril », dit Paul Durand.", "Paul Durand"),
        (TWO, "“We mulched the beds in April,” Paul Durand told Anna Roy.", "Paul Durand"),
    ],
)
def test_words_of_the_one_before_or_behind_are_found(given: str, text: str, name: str) -> None:
    assert found(text, given) == [name]


def test_words_between_marks_are_kept_by_no_pattern() -> None:
    said = "Zorvandel brumeux coûte quatorze plumes"
    # `re` keeps what it compiles, and this is somebody's own sentence.
    given = f"Martin Delorme écoute. « {said} », dit Anna Roy."
    assert found(f"« {said} », dit Martin Delorme.", given) == ["Martin Delorme"]
    assert "zorvandel" not in str([*vars(re)["_cache"]]).casefold()


@pytest.mark.parametrize(
    "given",
    [
        "« Un silence coûte plus cher ! », juge Nathalie Prigent. Martin Delorme écoute.",
        "« UN SILENCE, coûte… plus cher ! », juge Nathalie Prigent. Martin Delorme écoute.",
        "« Un\u00a0silence\ncoûte -- plus cher », juge Nathalie Prigent. Martin Delorme écoute.",
    ],
)
def test_the_same_words_are_found_whatever_stands_between_them(given: str) -> None:
    assert found("« Un silence coûte plus cher », dit Martin Delorme.", given) == ["Martin Delorme"]


@pytest.mark.parametrize(
    "given",
    [
        "« Un silence coûte moins cher ! », juge Nathalie Prigent. Martin Delorme écoute.",
        "« Un silence coûte bien plus cher ! », juge Nathalie Prigent. Martin Delorme écoute.",
        "",
    ],
)
def test_other_words_are_nobodys(given: str) -> None:
    assert found("« Un silence coûte plus cher », dit Martin Delorme.", given) == []
