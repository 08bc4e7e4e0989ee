from typing import ClassVar

import pytest

from domain.review import Severity
from guardrails.checks.base import Rule
from tests.contracts.rule import RuleContract
from tests.guardrails.shipped import found, rule


class TestContract(RuleContract):
    fragments: ClassVar[tuple[str, ...]] = (
        "Collègues, partagez ceci.",
        "j'attends vos partages",
        "Team, share this!",
        "if you like",
    )

    def rule(self) -> Rule:
        return rule("CH-04")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Collègues, j'attends vos partages avant midi."),
        ("fr", "Tout le monde doit jouer le jeu."),
        ("fr", "On compte sur vous tous pour liker !"),
        ("fr", "Je compte sur chacun d'entre vous pour relayer."),
        ("fr", "Partage obligatoire pour l'équipe."),
        ("fr", "Chers collègues : likez, puis republiez."),
        ("fr", "L'équipe, likez et partagez ce post !"),
        ("fr", "Partagez ce post, chers collègues !"),
        ("fr", "Chers collègues ! Merci de liker avant vendredi."),
        ("fr", "Je regarderai qui a partagé."),
        ("fr", "Mon chef m'a demandé de poster ceci, c'est obligatoire pour mon évaluation."),
        ("en", "Colleagues, I am waiting for your shares."),
        ("en", "Everyone has to play along."),
        ("en", "I expect everyone on my team to repost this."),
        ("en", "Sharing this is mandatory."),
        ("en", "No excuses, team: share this before Friday."),
        ("en", "Like this post, everyone!"),
        ("en", "I will check who liked it."),
        ("en", "My manager told me to post this, it counts in my review."),
    ],
)
def test_an_order_to_colleagues_is_found_once(language: str, text: str) -> None:
    assert len(found("CH-04", text, language)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Collègues, si le sujet vous parle, racontez-le à votre façon ; sinon, aucun souci.",
        ),
        ("fr", "Collègues, partagez-le. Sans obligation, bien sûr !"),
        ("fr", "N'hésitez pas à partager autour de vous."),
        ("fr", "Mon chef m'a demandé de relire le rapport avant mon évaluation."),
        ("fr", "Rien ne m'oblige à partager ceci, et rien n'est obligatoire."),
        ("en", "My manager asked me to share the results before my review."),
        ("en", "You need not share this, and it counts in nobody's review."),
        ("fr", "Personne ne doit se sentir obligé de partager."),
        ("fr", "Il n'est pas obligatoire de commenter."),
        ("fr", "Tout le monde doit pouvoir lire un planning."),
        ("fr", "Mes collègues partagent leurs réglages."),
        ("fr", "Il m'a dit : « tout le monde doit partager ». J'ai refusé."),
        ("fr", "Partagez vos réglages en commentaire."),
        ("en", "Colleagues, if this speaks to you, share it your own way."),
        ("en", "Nobody has to share this."),
        ("en", "It is not mandatory to comment."),
        ("en", "Our team shares its results."),
        ("en", "Everyone must be able to read a schedule."),
        ("en", "Feel free to share."),
    ],
)
def test_an_invitation_or_a_fact_passes(language: str, text: str) -> None:
    assert found("CH-04", text, language) == []


def test_it_blocks() -> None:
    assert rule("CH-04").severity is Severity.BLOCK
