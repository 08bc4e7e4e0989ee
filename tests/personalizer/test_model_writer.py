"""Writing through a model: what it is told, and what is not taken for a draft."""

import pytest

from domain.drafts import Usage
from domain.errors import ModelMisbehaved, ModelRefused, ModelUnavailable
from domain.language import Bilingual, Language
from domain.metering import metered
from domain.platforms import Platform
from domain.review import Finding, Severity, Span
from domain.voice import VoiceCard
from guardrails.facts.misuses import Facts
from personalizer.lengths import Length
from personalizer.model_writer import ModelWriter
from personalizer.offline.typography import typeset
from personalizer.prompts import load_prompt
from tests.builders import ambassador, draft_request, organization
from tests.fakes import ScriptedModel
from tests.personalizer.model_writing import (
    ENGLISH,
    OLD_POST,
    OTHER,
    TEXT,
    brief,
    told,
    words,
    writer,
)

pytestmark = pytest.mark.anyio


async def test_a_text_comes_with_its_model_and_prompt() -> None:
    writing, _ = writer(TEXT)
    written = await writing.write(brief())
    assert (words(written), written.engine, written.model) == (TEXT, "model", "scripted")
    assert written.prompt == load_prompt("draft_post").ref


async def test_lengths_are_the_ones_given() -> None:
    model = ScriptedModel([{"text": TEXT}])
    lengths = dict.fromkeys(Platform, Length(characters=777, hashtags=0))
    await ModelWriter(model, Facts(), lengths).write(brief())
    assert "777 caractères au plus" in told(model)


async def test_each_variant_has_its_own_seed_temperature_and_opening() -> None:
    writing, model = writer(TEXT)
    for variant in range(3):
        await writing.write(brief(variant=variant))
    assert len(set(model.seeds)) == len(set(model.temperatures)) == 3
    assert len({told(model, call) for call in range(3)}) == 3
    assert all(seed is not None and 0 <= seed < 2**31 for seed in model.seeds)


async def test_the_same_brief_asks_the_same_question() -> None:
    writing, model = writer(TEXT)
    await writing.write(brief())
    await writing.write(brief())
    assert model.asked[0] == model.asked[1]
    assert model.seeds[0] == model.seeds[1]


async def test_a_revision_is_told_the_draft_and_every_objection() -> None:
    writing, model = writer(OTHER)
    finding = Finding(
        rule="CH-21",
        check="figures",
        severity=Severity.FIX,
        message=Bilingual(fr="Ce nombre n’est pas dans la source.", en="Not in the source."),
        span=Span(55, 65),
        suggestion="13 minutes",
    )
    written = await writing.revise(brief(), TEXT, [finding])
    said = told(model)
    assert written.prompt == load_prompt("revise_post").ref
    assert f"<draft>\n{TEXT}\n</draft>" in said
    assert "Ce nombre n’est pas dans la source." in said
    assert f"<passage_of_draft>{TEXT[55:65]}</passage_of_draft>" in said
    assert "<suggestion>13 minutes</suggestion>" in said


async def test_the_same_text_again_is_asked_for_once_more() -> None:
    writing, model = writer(f"{TEXT}\n", OTHER)
    with metered() as meter:
        written = await writing.revise(brief(), TEXT, [])
    assert words(written) == OTHER
    assert meter.paid == Usage(20, 10)
    assert model.seeds[0] != model.seeds[1]


async def test_a_first_answer_that_is_always_repeated_is_no_draft() -> None:
    writing, model = writer(TEXT, TEXT.replace(" ", "\u00a0"))
    with pytest.raises(ModelMisbehaved, match="same text"):
        await writing.revise(brief(), TEXT, [])
    assert len(model.asked) == 2


CARD = VoiceCard(
    language=Language.FRENCH,
    posts=0,
    sentence_words=8.0,
    characters=300,
    line_breaks=9.0,
    says_tu=True,
    never=("minutes",),
    emoji_share=1.0,
    emojis=("🦊",),
)


async def test_a_word_the_author_never_uses_and_a_topic_they_avoid_are_objected_to() -> None:
    text = f"{TEXT} Trois équipes ont suivi la formation."
    relenting, model = writer(text, OTHER)
    request = draft_request(ambassador=ambassador(never=("formation",)))
    assert words(await relenting.write(brief(request))) == OTHER
    assert "ne parle pas" in told(model, 1)
    refusing, _ = writer(TEXT, OTHER)
    with pytest.raises(ModelMisbehaved, match="never"):
        await refusing.write(brief(card=CARD))


async def test_the_card_and_the_type_reach_a_model_by_the_version_that_is_told_them() -> None:
    model = ScriptedModel([{"text": "Je travaille chez Ardemont. L’écran est court."}])
    await ModelWriter(model, Facts(), draft_prompt=load_prompt("draft_post", 4)).write(
        brief(card=CARD)
    )
    for piece in (
        "par «\u00a0tu\u00a0», jamais",
        "300 caractères environ",
        "<emoji>🦊</emoji>",
        "<unused>minutes</unused>",
        "spécialiste d’un métier",
    ):
        assert piece in told(model)
    assert "point d’exclamation" not in told(model)


@pytest.mark.parametrize(
    "text",
    [
        f"{TEXT} « The screen knows what the press needs », dit la notice.",
        "Chez Ardemont, où je travaille : 12 minutes. #Lean #Maintenance #SmartFactory",
        "Je travaille chez Ardemont.\n\n[à compléter : votre exemple]",
    ],
)
async def test_foreign_words_and_short_texts_are_still_in_their_language(text: str) -> None:
    writing, model = writer(text)
    assert words(await writing.write(brief())) == typeset(text, Language.FRENCH)
    assert len(model.asked) == 1


async def test_what_the_notes_say_may_be_said_again_although_an_old_post_said_it() -> None:
    request = draft_request(ambassador=ambassador(posts=(OLD_POST,)), notes=(OLD_POST,))
    writing, _ = writer(f"Je travaille chez Ardemont. {OLD_POST}")
    assert OLD_POST in words(await writing.write(brief(request)))


async def test_line_breaks_and_control_signs_are_tidied() -> None:
    writing, _ = writer("Mon employeur.  \r\n\r\n\r\n\r\nDeux\x00.\x07 \n")
    assert words(await writing.write(brief())) == "Mon employeur.\n\nDeux."


@pytest.mark.parametrize("error", [ModelUnavailable("down"), ModelRefused("no")])
async def test_a_failure_of_the_model_is_passed_on(error: Exception) -> None:
    writing, model = writer(error)
    with pytest.raises(type(error)):
        await writing.write(brief())
    assert len(model.asked) == 1


async def test_a_prompt_that_asks_for_parts_gives_a_whole_text() -> None:
    parts = {
        "opening": "12 minutes au lieu de 40.",
        "disclosure": "Je travaille chez Ardemont.",
        "fact": "L’écran est au pied de la machine.",
        "personal": "[à compléter : votre exemple]",
        "question": " ",
        "hashtags": ["#atelier", "maintenance", ""],
    }
    model = ScriptedModel([parts])
    writing = ModelWriter(model, Facts(), draft_prompt=load_prompt("draft_post", 2))
    written = await writing.write(brief())
    assert written.text == (
        "12 minutes au lieu de 40.\n\n"
        "Je travaille chez Ardemont. L’écran est au pied de la machine.\n\n"
        "[à compléter\u00a0: votre exemple]\n\n"
        "https://ardemont.example/ecran\n\n"
        "#atelier #maintenance"
    )
    assert written.prompt == load_prompt("draft_post", 2).ref


@pytest.mark.parametrize(
    ("said", "named", "told"),
    [
        (None, "", "[à compléter\u00a0: votre employeur]"),
        ("  ", "", "[à compléter\u00a0: votre employeur]"),
        ("Tessonde", "", "Tessonde"),
        (None, "Ardemont", "Ardemont"),
    ],
)
async def test_an_employer_nobody_named_is_a_mark_to_fill(
    said: str | None, named: str, told: str
) -> None:
    model = ScriptedModel([{"text": TEXT}])
    request = draft_request(ambassador=ambassador(organization=said))
    await ModelWriter(model, Facts()).write(brief(request, organization=organization(name=named)))
    told = " ".join(told.split())
    assert f"<employer>{told}</employer>" in model.asked[0][-1].text


async def test_a_model_text_is_set_as_french_is_written() -> None:
    said = "Je travaille chez Ardemont. L'écran le dit: 12 minutes, pas 40! Et c'est tout..."
    writing, _ = writer(said)
    assert words(await writing.write(brief())) == (
        "Je travaille chez Ardemont. L’écran le dit\u00a0: 12 minutes, pas 40\u202f! Et c’est tout…"
    )


async def test_an_english_text_of_a_model_stays_as_it_was_written() -> None:
    model, _ = writer(ENGLISH + ' It\'s done: "finally"!')
    asked = brief(draft_request(language=Language.ENGLISH))
    assert words(await model.write(asked)) == ENGLISH + ' It\'s done: "finally"!'
