from dataclasses import replace
from typing import ClassVar

import pytest

from domain.review import Circumstances
from guardrails.checks.base import Rule
from tests.contracts.rule import RuleContract
from tests.guardrails.shipped import circumstances, found, rule


def unchanged(share: float | None) -> Circumstances:
    return replace(circumstances(), draft_share=share)


class TestContract(RuleContract):
    fragments: ClassVar[tuple[str, ...]] = (
        "sans aucun outil",
        "No AI was used",
        "la loi énergie",
        "avec un assistant d'écriture",
    )

    def rule(self) -> Rule:
        return rule("CH-03")

    def circumstances(self) -> Circumstances:
        return unchanged(1.0)


@pytest.mark.parametrize(
    ("language", "text", "denial"),
    [
        ("fr", "Écrit sans aucun outil.", "sans aucun outil"),
        ("fr", "Un texte garanti sans IA.", "garanti sans IA"),
        ("fr", "Un mot 100 % humain.", "100 % humain"),
        ("fr", "Zéro IA ici.", "Zéro IA"),
        ("en", "No AI was used here.", "No AI was"),
        ("en", "Written without any tool.", "without any tool"),
        ("en", "A 100% human post.", "100% human"),
    ],
)
def test_a_denied_help_is_found_when_a_machine_wrote_most(
    language: str, text: str, denial: str
) -> None:
    assert found("CH-03", text, language, unchanged(0.8)) == [denial]
    assert found("CH-03", text, language, unchanged(0.2)) == []
    assert found("CH-03", text, language, unchanged(None)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ce texte n'est pas écrit sans aide."),
        ("fr", "« Sans aucun outil », dit l'affiche de l'atelier."),
        ("fr", "Régler un capteur avec un tournevis, sans forcer."),
        ("en", "It was not written without help."),
        ("en", "A workshop without a crane."),
    ],
)
def test_what_denies_no_help_passes(language: str, text: str) -> None:
    assert found("CH-03", text, language, unchanged(1.0)) == []


@pytest.mark.parametrize(
    ("language", "text", "topic"),
    [
        ("fr", "La loi énergie change les compteurs.", "loi énergie"),
        ("fr", "Le changement climatique assèche les canaux.", "changement climatique"),
        ("en", "The energy bill changes the meters.", "energy bill"),
        ("en", "A vaccine campaign starts.", "vaccine"),
    ],
)
def test_a_public_matter_hardly_changed_asks_for_an_admission(
    language: str, text: str, topic: str
) -> None:
    assert found("CH-03", text, language, unchanged(0.95)) == [topic]
    assert found("CH-03", text, language, unchanged(0.7)) == []
    admitted = {
        "fr": "Préparé avec un assistant d'écriture. ",
        "en": "Prepared with a writing assistant. ",
    }
    assert found("CH-03", admitted[language] + text, language, unchanged(0.95)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La loi de Moore s'essouffle."),
        ("fr", "Le climat social s'améliore."),
        ("en", "The law of averages applies."),
        ("en", "The health of the project improves."),
    ],
)
def test_a_word_that_only_looks_public_passes(language: str, text: str) -> None:
    assert found("CH-03", text, language, unchanged(1.0)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The warming of rivers is human-made."),
        ("en", "We launched AI writing tools for teachers."),
        ("en", "AI played no role in this outage."),
        ("en", "A website without chatbot still sells."),
        ("en", "AI had nothing to do with the strike."),
        ("en", "These hand-made chairs need oil."),
        ("fr", "L'IA n'a joué aucun rôle dans cette panne."),
        ("fr", "Un site sans chatbot vend encore."),
        ("fr", "L'IA n'est pour rien dans cette panne."),
        ("fr", "Nous vendons des textes d'IA aux écoles."),
    ],
)
def test_a_machine_or_a_hand_that_is_the_subject_is_no_denial(language: str, text: str) -> None:
    assert found("CH-03", text, language, unchanged(0.8)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "This post is human-made."),
        ("en", "Every word of it is human made."),
        ("en", "Not robot prose, for once."),
        ("en", "AI played no part in this post."),
        ("en", "I wrote this without a chatbot."),
        ("en", "No chatbot wrote these lines."),
        ("fr", "L'IA n'a joué aucun rôle dans ce texte."),
        ("fr", "J'ai écrit ceci sans chatbot."),
        ("fr", "L'IA n'est pour rien dans ces lignes."),
        ("fr", "Pas de prose de robot ici."),
    ],
)
def test_a_denial_of_help_with_the_text_is_found(language: str, text: str) -> None:
    assert found("CH-03", text, language, unchanged(0.8))


@pytest.mark.parametrize(
    ("language", "text", "note", "is_found"),
    [
        ("fr", "Je n'ai pas utilisé l'IA pour ça.", "l'assistant a rédigé ce brouillon", True),
        ("fr", "Pas besoin d'un robot pour penser.", "brouillon écrit par l'assistant", False),
        ("fr", "Je n'ai pas utilisé l'IA pour ça.", "j'ai tout écrit au café", False),
        ("fr", "L'assistant m'a aidé.", "l'assistant a rédigé ce brouillon", False),
        ("en", "No, I didn't use AI for this.", "the assistant wrote this draft", True),
        ("en", "I don't need a robot to tell me what I think.", "drafted by the assistant", True),
        ("en", "No, I didn't use AI for this.", "I wrote it on the train", False),
        ("en", "The assistant helped me.", "the assistant wrote this draft", False),
    ],
)
def test_a_note_may_say_that_a_machine_wrote_it(
    language: str, text: str, note: str, *, is_found: bool
) -> None:
    assert bool(found("CH-03", text, language, replace(circumstances(), notes=(note,)))) == is_found
