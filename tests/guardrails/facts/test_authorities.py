"""Whose word a text leans on, and what in a source is somebody of that kind."""

from unicodedata import normalize

import pytest

from guardrails.facts.authorities import cited_from_nowhere


def cited(text: str, given: str) -> list[str]:
    return [text[one.start : one.end] for one in cited_from_nowhere(text, (given,))]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Selon le ministère, cela compte.", "L’administration de l’atelier."),
        ("According to the ministry, it counts.", "The administration and its administrators."),
        ("According to a study, it counts.", "Anna is studying in a study room."),
        ("According to a study, it counts.", "We study wear. She wants to study."),
        ("Selon une étude, cela compte.", "Le bureau d’études fait ses plans."),
        ("Selon une étude, cela compte.", "Il a fini ses études supérieures ; un plan à l’étude."),
        ("Selon une étude, cela compte.", "Un étudiant et un studio."),
        ("Les experts recommandent d’attendre.", "Notre expertise et l’expertisation."),
        ("Experts recommend waiting.", "Our expertise, experience and expertly done work."),
        ("Selon l’institut, cela compte.", "L’instituteur et le cadre institutionnel."),
        ("Selon l’agence, cela compte.", "L’agencement de l’atelier."),
        ("According to the agency, it counts.", "Her agenda."),
        ("Selon l’université, cela compte.", "La diversité de l’univers."),
    ],
)
def test_a_word_that_only_begins_alike_is_no_authority(text: str, given: str) -> None:
    assert len(cited(text, given)) == 1


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Selon le ministère, cela compte.", "La ministre est venue."),
        ("Selon le ministère, cela compte.", "The Minister of Labour came."),
        ("According to the ministry, it counts.", "Le MINISTÈRE du travail."),
        ("According to a study, it counts.", "Two studies by Lyon."),
        ("According to a study, it counts.", "Une étude de Lyon."),
        ("Selon une étude, cela compte.", "A study in Lyon, in a study room."),
        ("Selon une étude, cela compte.", "Une enquête menée à Lyon."),
        ("According to a survey, it counts.", "An opinion poll of 2025."),
        ("Les experts recommandent d’attendre.", "Une spécialiste de Lyon."),
        ("Researchers show it.", "Scientists of Lyon."),
        ("Les chercheurs montrent que oui.", "Une chercheuse de Lyon."),
        ("Selon l’institut, cela compte.", "The institute of Lyon."),
        ("Selon l’agence, cela compte.", "Agencies of Lyon."),
        ("According to the university, it counts.", "L’université de Lyon."),
    ],
)
def test_one_of_its_kind_is_known_in_either_language(text: str, given: str) -> None:
    assert cited(text, given) == []


def test_accents_that_stand_apart_are_accents() -> None:
    text = normalize("NFD", "Déjà vu. Selon une étude, cela compte. L’université révèle cela.")
    assert len(cited(text, "Rien de déjà vu.")) == 2
    assert normalize("NFC", cited(text, "Rien.")[0]) == "Selon une étude"
    assert cited(text, normalize("NFD", "Une étude de l’université.")) == []
    assert cited(f"a{chr(0x301) * 5_000} étude", "Rien.") == []
    assert cited("\u0301Selon une e\u0301tude.", "Rien.") != []
