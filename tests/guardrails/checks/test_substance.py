from typing import ClassVar

import pytest

from domain.review import Severity
from guardrails.checks.base import Rule
from tests.contracts.rule import RuleContract
from tests.guardrails.shipped import found, rule


class TestContract(RuleContract):
    fragments: ClassVar[tuple[str, ...]] = (
        "Flow, ce n'est pas un outil, c'est un état d'esprit.",
        "Comment YES below",
        "🚀🚀🚀",
        "game-changer",
    )

    def rule(self) -> Rule:
        return rule("CH-07")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Flow, ce n'est pas un outil, c'est un état d'esprit."),
        ("fr", "Un vrai game changer."),
        ("fr", "Dans un monde où tout va vite, lisons."),
        ("fr", "Ravie de vous annoncer la suite."),
        ("fr", "Un logiciel qui révolutionne l'atelier."),
        ("fr", "Commentez OUI pour recevoir le guide !"),
        ("fr", "Commentez « OUI » pour recevoir le guide !"),
        ("fr", "Likez si vous êtes d'accord."),
        ("fr", "Identifiez un collègue concerné."),
        ("en", "Flow isn't a tool, it's a state of mind."),
        ("en", "It's not about tools, it's about people."),
        ("en", "A real game-changer."),
        ("en", "In today's fast-paced world, let us read."),
        ("en", "Thrilled to announce what comes next."),
        ("en", "Unlock the potential of your workshop."),
        ("en", "Comment YES below."),
        ("en", "Tag a colleague who cares."),
        ("en", "Like if you agree!"),
    ],
)
def test_stock_phrases_and_bait_are_found_once(language: str, text: str) -> None:
    assert len(found("CH-07", text, language)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ce n'est pas le capteur qui était en cause ; le câble était usé."),
        ("fr", "Commentez si vous avez une autre mesure."),
        ("fr", "Qui a trouvé mieux ?"),
        ("fr", "Il disait : « un vrai game changer ». J'en doute."),
        ("fr", "La révolution industrielle a commencé par le textile."),
        ("fr", "Nous annonçons la suite jeudi."),
        ("fr", "La vue planning est sortie 🚀"),
        ("en", "The sensor was not to blame; the cable was worn."),
        ("en", "Comment below if you measured something else."),
        ("en", "I'd like to get the manual."),
        ("en", "Tag a release before you push it."),
        ("en", "The industrial revolution began with textiles."),
        ("en", "The schedule view is out 🎉"),
    ],
)
def test_plain_words_and_a_real_question_pass(language: str, text: str) -> None:
    assert found("CH-07", text, language) == []


def test_a_heap_of_emoji_is_pointed_at_where_it_becomes_one() -> None:
    assert found("CH-07", "Sortie 🚀 🔥") == []
    assert found("CH-07", "Sortie 🚀 🔥 💥 🚀") == ["💥"]


def test_it_only_warns() -> None:
    assert rule("CH-07").severity is Severity.WARN
