"""Where a text is no draft: the words it is about, and what was given that tells it right."""

from typing import Any

import pytest

from domain.language import Language
from guardrails.facts.misuses import Facts
from personalizer.defect_words import TOLD, Defect, Flaw
from personalizer.model_writer import ModelWriter
from personalizer.objecting import objection_to, told_of
from personalizer.prompts import load_prompt, marked
from tests.builders import ambassador, draft_request
from tests.fakes import ScriptedModel
from tests.personalizer.model_writing import OLD_POST, OTHER, TEXT, brief, told, writer
from tests.personalizer.replies import FR, SOURCE, flaws

BOXES = (
    "Mireille dirige 62 personnes de l’atelier. Depuis trois ans, une armoire bleue au fond garde"
    " 340 boîtiers."
)


@pytest.mark.parametrize(
    ("text", "fields", "flaw"),
    [
        (
            "Je travaille chez Ardemont. Le réglage prend 40 minutes au lieu de 12.",
            {"material": (SOURCE,)},
            Flaw(
                Defect.SWAPPED,
                "40 minutes au lieu de 12",
                "Le réglage prend désormais 12 minutes au lieu de 40.",
            ),
        ),
        (
            "Je travaille chez Ardemont. Ici, Mireille et 340 personnes.",
            {"material": (BOXES,)},
            Flaw(
                Defect.MOVED,
                "340 personnes",
                "Depuis trois ans, une armoire bleue au fond garde 340 boîtiers.",
            ),
        ),
        (
            "Je travaille chez Ardemont. La crèche réunit 90 parents.",
            {"material": ("La crèche accueille 90 enfants.",)},
            Flaw(Defect.MOVED, "90 parents", "La crèche accueille 90 enfants."),
        ),
        (
            f"{FR} Les pannes ont disparu.",
            {"material": (SOURCE,)},
            Flaw(Defect.RESULT, "ont disparu"),
        ),
        (
            f"{FR} Voir bit.ly/ecran.",
            {"material": (SOURCE, "https://ardemont.example/ecran")},
            Flaw(Defect.LINK, "bit.ly/ecran", "https://ardemont.example/ecran"),
        ),
        (
            f"{FR} The screen guides the operator, and they follow it.",
            {},
            Flaw(Defect.MIXED, "The screen guides the operator, and they follow it."),
        ),
        (f"{FR} Ils disent привет.", {}, Flaw(Defect.MIXED, "привет")),
        (f"{FR} #Formations", {"never": ("formation",)}, Flaw(Defect.NEVER, "Formations")),
        (f"{FR} [Votre exemple].", {}, Flaw(Defect.FOREIGN_MARKS, "[Votre exemple]")),
        (f"{FR} Un <b>écran</b>.", {}, Flaw(Defect.MARKUP, "<b>")),
        (
            f"Je ne peux pas rédiger ce post. {FR}",
            {},
            Flaw(Defect.TALK, "Je ne peux pas rédiger ce post."),
        ),
        (
            f"{FR} {OLD_POST}",
            {"old_posts": (OLD_POST,)},
            Flaw(
                Defect.OLD_POST,
                "hier encore nous étions trois devant cette machine à chercher une fuite d huile",
            ),
        ),
    ],
)
def test_a_flaw_has_its_words_and_what_tells_it_right(
    text: str, fields: dict[str, Any], flaw: Flaw
) -> None:
    assert flaws(text, **fields)[0] == flaw


def test_all_that_is_wrong_is_told_at_once() -> None:
    text = f"{FR} Un <b>écran</b>. Les pannes ont disparu."
    found = told_of(flaws(text, material=(SOURCE,)), is_shown=True)
    assert [one.defect for one in found] == [Defect.MARKUP, Defect.MARKUP, Defect.RESULT]


def test_of_a_kind_the_first_few_are_told_and_what_is_asked_anew_is_not() -> None:
    links = [Flaw(Defect.LINK, f"bit.ly/{at}") for at in range(9)]
    assert told_of([*links, Flaw(Defect.LOOP)], is_shown=True) == tuple(links[:3])


def test_words_of_a_text_that_is_not_shown_are_not_pointed_at() -> None:
    found = [Flaw(Defect.MIXED, "The end."), Flaw(Defect.MOVED, "340 jours", "340 boîtiers.")]
    assert told_of(found, is_shown=False) == (
        Flaw(Defect.MIXED),
        Flaw(Defect.MOVED, None, "340 boîtiers."),
    )


@pytest.mark.parametrize("language", list(Language))
def test_a_model_is_told_the_defect_its_words_and_the_words_given(language: Language) -> None:
    found = objection_to(Flaw(Defect.MOVED, "340 jours", "340 boîtiers."), language)
    assert found.passage is not None
    assert found.given is not None
    message = marked(found.message, "objection")
    assert TOLD[Defect.MOVED].in_language(language)[:20] in message
    assert marked(found.passage, "passage") == "<passage>340 jours</passage>"
    assert marked(found.given, "given") == "<given>340 boîtiers.</given>"


def test_a_passage_too_long_to_be_a_place_is_not_pointed_at() -> None:
    assert objection_to(Flaw(Defect.MIXED, "the end " * 60), Language.FRENCH).passage is None


@pytest.mark.anyio
async def test_a_first_text_is_shown_with_the_place_and_a_revision_without() -> None:
    writing, model = writer(f"{TEXT} Les pannes ont disparu.", OTHER)
    await writing.write(brief())
    assert "<passage_of_draft>ont disparu</passage_of_draft>" in told(model, 1)
    revising, again = writer(f"{TEXT} Les pannes ont disparu.", OTHER)
    await revising.revise(brief(draft_request(ambassador=ambassador())), TEXT, [])
    assert "ont disparu" not in told(again, 1)
    assert "annonce un effet" in told(again, 1)


@pytest.mark.anyio
async def test_the_fourth_version_is_told_what_the_material_says() -> None:
    wrong = "Je travaille chez Ardemont. Le réglage prend désormais 40 minutes au lieu de 12."
    model = ScriptedModel([{"text": wrong}, {"text": OTHER}])
    fourth = ModelWriter(model, Facts(), revise_prompt=load_prompt("revise_post", 4))
    await fourth.write(brief())
    said = told(model, 1)
    assert "dans le brouillon\u00a0: <passage_of_draft>40 minutes au lieu de 12<" in said
    assert "la matière dit\u00a0: <given>" in said
    assert "<given>" not in told(model)
