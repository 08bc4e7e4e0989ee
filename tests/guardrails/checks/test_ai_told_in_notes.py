"""What an author's notes say of who wrote a text: a machine, in whatever words, or nobody else."""

from dataclasses import replace

import pytest

from tests.guardrails.shipped import circumstances, found

DENIALS = {
    "fr": "Cette analyse, je l'ai rédigée seul, mot à mot, sans aucune intelligence artificielle.",
    "en": "I typed every line of this myself, no AI was anywhere near it.",
}


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (
            "fr",
            "le texte vient entièrement de l'assistant d'écriture IA, pas un mot changé",
        ),
        ("fr", "tout le billet sort de ChatGPT"),
        ("fr", "c'est l'IA qui a tout écrit, j'ai juste relu"),
        ("fr", "post généré avec Copilot, publié tel quel"),
        ("fr", "la version vient de mon assistant, je n'ai rien retouché"),
        ("fr", "j'ai repris le texte de l'IA sans y toucher"),
        ("fr", "brouillon de l'assistant gardé tel quel"),
        ("fr", "100 % généré, je n'ai rien modifié"),
        ("fr", "message produit entièrement par un chatbot"),
        ("fr", "analyse rédigée par une intelligence artificielle"),
        ("en", "the whole text was produced by the AI assistant and I have changed nothing in it"),
        ("en", "everything in the post came from ChatGPT"),
        ("en", "the assistant wrote the whole thing, I only read it"),
        ("en", "drafted with Copilot, kept as it came"),
        ("en", "I kept the draft from the AI untouched"),
        ("en", "the AI's draft, unchanged"),
        ("en", "copy-pasted straight out of the chatbot"),
        ("en", "the wording is straight from the writing assistant"),
        ("en", "fully AI-generated, no edits"),
        ("en", "composed entirely by a machine"),
    ],
)
def test_a_note_that_a_machine_wrote_it_makes_a_denial_untrue(language: str, note: str) -> None:
    assert found("CH-03", DENIALS[language], language, replace(circumstances(), notes=(note,)))


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("fr", "je travaille sur l'assistant de l'accueil téléphonique"),
        ("fr", "ce texte n'a pas été généré par une IA"),
        ("fr", "jamais rédigé par ChatGPT, je tiens à ma plume"),
        ("fr", "l'IA trie les pièces à l'atelier, mon avis : elle se trompe peu"),
        ("fr", "mon texte parle de ce que l'assistant vocal change pour nous"),
        ("en", "I work on the assistant of our switchboard"),
        ("en", "this was not written by an AI"),
        ("en", "never drafted with ChatGPT, I like my own words"),
        ("en", "the AI sorts parts in the workshop; my view: it is rarely wrong"),
        ("en", "my text is about what the voice assistant changes for us"),
    ],
)
def test_a_note_about_a_machine_says_nothing_of_who_wrote(language: str, note: str) -> None:
    around = replace(circumstances(), notes=(note,))
    assert not found("CH-03", DENIALS[language], language, around)
