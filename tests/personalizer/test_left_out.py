"""What a model leaves out of its order, the employer or the link, and an end that asks nothing."""

from dataclasses import replace

import pytest

from domain.errors import ModelMisbehaved
from domain.language import Language
from personalizer.left_out import discloses_nothing, linked
from personalizer.wholeness import hollow_end
from tests.builders import item, organization
from tests.personalizer.model_writing import OTHER, TEXT, brief, told, words, writer

pytestmark = pytest.mark.anyio
URL = "https://www.ardemont.example/atelier"
SILENT = "Le réglage prend désormais 12 minutes au lieu de 40."


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Un fait.", f"Un fait.\n\n{URL}"),
        ("Un fait.\n\n#Atelier #Usine", f"Un fait.\n\n{URL}\n\n#Atelier #Usine"),
        (f"Un fait.\n{URL}", f"Un fait.\n{URL}"),
        ("Un fait : www.ardemont.example/atelier", "Un fait : www.ardemont.example/atelier"),
        ("Voir ardemont.example.", f"Voir ardemont.example.\n\n{URL}"),
        ("#Atelier", f"#Atelier\n\n{URL}"),
        ("Un fait. " * 9, "Un fait. " * 9),
    ],
)
def test_a_link_that_was_left_out_stands_where_it_was_asked_for(text: str, whole: str) -> None:
    assert linked(text, URL, 90) == whole
    assert linked(text, None, 90) == text


OWN = item(title="Une note", text="Notre bureau suit 37 dossiers.", authors=())


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("https://www.ardemont.example/x", "37 dossiers."),
        ("https://blog.ardemont.example/x", "Un bureau suit 37 dossiers."),
    ],
)
def test_a_text_about_the_employers_own_content_is_not_silent_of_them(url: str, text: str) -> None:
    assert discloses_nothing(text, replace(OWN, url=url), organization())
    named = replace(OWN, url=None, text="Ardemont suit 37 dossiers.")
    assert discloses_nothing(text, named, organization())


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("https://www.ardemont.example/x", "37 dossiers chez ARDEMONT."),
        ("https://www.ardemont.example/x", "Là où je travaille, 37 dossiers."),
        ("https://www.ardemont.example/x", "37 files where I work."),
        ("https://www.gazette.example/x", "37 dossiers."),
        (None, "37 dossiers."),
    ],
)
def test_who_says_so_or_tells_of_others_is_told_nothing(url: str | None, text: str) -> None:
    assert not discloses_nothing(text, replace(OWN, url=url), organization())


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("France Travail", "https://www.france.tv/x"),
        ("Orangerie du Midi", "https://orange.example/x"),
        ("Ville de Brissol", "https://ville.lyon.example/x"),
        ("Groupe Ardemont", "https://groupe.renault.example/x"),
        ("Ardemont", "https://www.notardemont.example/x"),
    ],
)
def test_a_site_that_is_not_the_employers_is_somebody_elses(name: str, url: str) -> None:
    employer = organization(name=name, domains=("ardemont.example",))
    assert not discloses_nothing("37 dossiers.", replace(OWN, url=url), employer)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Un fait. Et vous, qu’en pensez-vous ?", "Et vous, qu’en pensez-vous ?"),
        ("Un fait. Tu en penses quoi ?\n\nhttps://a.example/x #Lean", "Tu en penses quoi ?"),
        ("A fact. What do you think?", "What do you think?"),
        ("A fact. Thoughts?", "Thoughts?"),
        ("Un fait. Et chez vous, est-ce écrit quelque part ?", None),
        ("A fact. What do you ask before a search?", None),
        ("Qu’en pensez-vous ? demandait-elle. Personne n’a répondu.", None),
    ],
)
def test_an_end_that_any_post_could_have_is_hollow(text: str, end: str | None) -> None:
    assert next(hollow_end(text), None) == end


async def test_a_text_that_names_no_employer_is_told_so_and_refused_if_it_stays() -> None:
    writing, model = writer(SILENT, OTHER)
    assert words(await writing.write(brief())) == OTHER
    assert "ne dit pas où travaille la personne" in told(model, 1)
    with pytest.raises(ModelMisbehaved, match="employer"):
        await writer(SILENT, f"Voilà. {SILENT}")[0].write(brief())


async def test_a_hollow_end_is_told_once_and_costs_no_text() -> None:
    hollow = f"{TEXT} Et vous, qu’en pensez-vous ?"
    mended, model = writer(hollow, TEXT)
    assert words(await mended.write(brief())) == TEXT
    assert "<passage_of_draft>Et vous, qu’en pensez-vous ?</passage_of_draft>" in told(model, 1)
    kept, model = writer(hollow, f"{OTHER} Et vous ?")
    assert words(await kept.write(brief())) == f"{OTHER} Et vous\u202f?"
    assert len(model.asked) == 2
    worse, _ = writer(hollow, SILENT)
    assert words(await worse.write(brief())) == hollow.replace(" ?", "\u202f?")
    assert Language.FRENCH is brief().request.language
