"""Which topic a sentence of a policy is of, and what a proposal says beside it, in its language."""

import re
import tomllib
from pathlib import Path

import pytest

from domain.language import Language
from guardrails.charter import parse_charter
from guardrails.proposing import Paragraph
from guardrails.proposing.remarks import WORDS
from guardrails.proposing.sentences import norms
from tests.guardrails.proposing.played import own
from tests.guardrails.proposing.test_proposing import proposed

FRENCH, ENGLISH = Language.FRENCH, Language.ENGLISH


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("Indiquez toujours que vous travaillez pour Ardemont.", "CH-01"),
        ("Dites que vous êtes salarié de l’entreprise.", "CH-01"),
        ("Précisez votre employeur quand vous parlez de nos produits.", "CH-01"),
        ("Always say that you work for Ardemont.", "CH-01"),
        ("State who you work for.", "CH-01"),
        # Near misses: where people work is not what is asked to be said.
        ("Ne travaillez pas pour un concurrent.", "CH-16"),
        ("Vous devez travailler dans le respect des délais.", "CH-15"),
        ("Ne parlez pas de politique.", "CH-18"),
        ("N’exprimez pas d’opinions politiques au nom de l’entreprise.", "CH-18"),
        ("Évitez les sujets politiques ou religieux.", "CH-18"),
        ("Aucun message politique ou syndical ne doit paraître.", "CH-18"),
        ("Ne prenez pas de position politique.", "CH-18"),
        ("Pas de politique sur nos réseaux.", "CH-18"),
        ("Évitez la politique.", "CH-18"),
        ("Ne mêlez pas la politique à votre travail.", "CH-18"),
        ("Restez neutres en politique.", "CH-18"),
        ("Les posts politiques sont interdits.", "CH-18"),
        ("Tout post politique est interdit.", "CH-18"),
        ("Ne partagez pas de tweets politiques.", "CH-18"),
        ("Il est interdit de faire de la politique au travail.", "CH-18"),
        ("Ne soutenez aucun candidat ni formation politique.", "CH-18"),
        ("Ne commentez pas les décisions politiques.", "CH-18"),
        # A policy is no politics.
        ("Vous devez respecter cette politique de communication.", "CH-15"),
        ("Avoir une politique de gestion des versions est recommandé.", None),
        ("Cette politique ne vous concerne pas.", None),
        ("La présente politique doit être relue chaque année.", None),
    ],
)
def test_a_sentence_is_of_the_topic_that_it_speaks_of(sentence: str, topic: str | None) -> None:
    assert [norm.topic for norm in norms([Paragraph(sentence, "page 1")])] == [topic]


def test_a_proposal_speaks_the_language_of_its_policy(tmp_path: Path) -> None:
    """Whoever reads a French policy reads no English beside it, and the other way round."""
    asked = "Ne partagez pas d’informations confidentielles.\n\nIl faut aimer le café du matin."
    french = proposed(asked, FRENCH, tmp_path)
    comments = [line for line in french.splitlines() if line.startswith("#")]
    assert comments[0].startswith("# PROPOSÉE d’après policy")
    assert "#   Il faut aimer le café du matin." in comments
    assert any("(paragraphe 2)" in line for line in comments)
    assert not re.search(r"\b(the|sentence|paragraph|check)\b", " ".join(comments))
    (clause,) = own(parse_charter(french).charter).clauses
    assert clause.cites is not None
    assert clause.cites.where == "paragraphe 1"
    assert (clause.why.fr, clause.why.en) == (
        "Le texte d’origine, paragraphe 1.",
        "The written policy, paragraph 1.",
    )
    english = proposed("Never share passwords.\n\nYou must like coffee.", ENGLISH, tmp_path)
    assert "No check fits this sentence (paragraph 2)" in english


def test_each_remark_is_said_in_both_languages_and_names_the_same() -> None:
    for key, said in tomllib.loads(WORDS.read_text(encoding="utf-8")).items():
        assert set(said) == {"fr", "en"}, key
        named = [set(re.findall(r"\{\w+\}", said[each])) for each in ("fr", "en")]
        # "none" is a word of English, and "aucun" stands elsewhere in the sentence.
        assert named[0] == named[1], key
