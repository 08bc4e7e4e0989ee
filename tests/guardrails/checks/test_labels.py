"""What a source has between marks and gives to nobody is a label; what somebody said is not."""

from dataclasses import replace

import pytest

from domain.review import Source
from tests.guardrails.shipped import circumstances, found


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("fr", "En tête : « Où est passé mon export ? »", "« où est passé mon export ? »"),
        (
            "fr",
            "La rubrique « Ce qui coince le lundi » ouvre.",
            "« ce qui coince le lundi »",
        ),
        ("fr", "Sur l'affiche : « Ici, on répare en riant ».", "« ici, on répare en riant »"),
        (
            "fr",
            "Le livret : « Mon premier jour au quai ».",
            "« mon premier jour au quai »",
        ),
        (
            "fr",
            "Un : « Comment changer ma facture ? »",
            "« comment changer ma facture ? »",
        ),
        ("en", "At the top: “Where has my export gone?”", "“where has my export gone?”"),
        ("en", "The section “All that jams on Mondays” opens.", "“all that jams on Mondays”"),
        ("en", "On the poster: “Mended here with a laugh”.", "“mended here with a laugh”"),
        ("en", "The booklet is called “My first day on the dock”.", "“my first day on the dock”"),
        ("en", "First place: “How can the bill be changed?”", "“how can the bill be changed?”"),
    ],
)
def test_a_label_of_the_source_needs_no_author(language: str, source: str, text: str) -> None:
    around = circumstances(source=f"{source} Et la suite. And the rest.")
    lead = {"fr": "Le mois au support :", "en": "A month at the desk:"}[language]
    assert not found("CH-26", f"{lead} {text}", language, around)


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("fr", "« Ici, on répare en riant », sourit Léa Vaurigal.", "« ici, on répare en riant »"),
        ("fr", "Elle ajoute : « Ici, on répare en riant. »", "« ici, on répare en riant »"),
        ("fr", "Ici, on répare en riant, dit l'article.", "« ici, on répare en riant »"),
        ("en", "“Mended here with a laugh,” says Lea Vaurigal.", "“mended here with a laugh”"),
        ("en", "She told us: “Mended here with a laugh.”", "“mended here with a laugh”"),
    ],
)
def test_a_saying_of_somebody_still_needs_one(language: str, source: str, text: str) -> None:
    lead = {"fr": "Le mois au support :", "en": "A month at the desk:"}[language]
    assert found("CH-26", f"{lead} {text}", language, circumstances(source=source))


SAYING = {"fr": "un silence coûte plus qu'une panne", "en": "a silence costs more than a fault"}


@pytest.mark.parametrize(
    ("language", "around"),
    [
        *(("fr", f"« {{}} », {verb} la directrice.") for verb in ("déclare", "martèle")),
        *(("en", f"“{{}},” {verb} the director.") for verb in ("declares", "jokes")),
        ("fr", "« {} », signé : la direction."),
        ("fr", "Un client mécontent : « {} »."),
        ("en", "An angry customer: “{}”."),
        ("en", "Lea Morin spoke. “{}.” The rest."),
        ("fr", "Léa Morin nous a reçus. « {}. » La suite."),
        ("fr", "En tête : « {} », déclare la directrice."),
    ],
)
def test_a_saying_in_whatever_verb_is_somebody_s(language: str, around: str) -> None:
    said = SAYING[language]
    quoted = {"fr": f"« {said} »", "en": f"“{said}”"}[language]
    source = circumstances(source=around.format(said.capitalize()))
    assert found("CH-26", f"Today / aujourd'hui : {quoted}", language, source)


@pytest.mark.parametrize(
    ("title", "is_found"),
    [
        ("Léa Morin : « La sécurité n'a pas de prix »", True),
        ("La directrice : la sécurité n'a pas de prix", True),
        ("La sécurité n'a pas de prix", False),
    ],
)
def test_a_title_that_is_a_saying_needs_its_author(title: str, is_found: bool) -> None:  # noqa: FBT001
    around = circumstances()
    around = replace(around, source=Source("Le quai ouvre lundi.", title=title))
    text = "Vu au quai : « la sécurité n'a pas de prix »"
    assert bool(found("CH-26", text, "fr", around)) == is_found
