"""Writing through a model: what is sent back to it, and what is given up."""

import pytest

from domain.errors import ModelMisbehaved
from domain.language import Bilingual, Language
from domain.review import Finding, Severity
from domain.voice import VoiceCard
from personalizer.prompts import load_prompt
from tests.builders import ambassador, draft_request
from tests.personalizer.model_writing import OLD_POST, OTHER, TEXT, brief, told, words, writer

pytestmark = pytest.mark.anyio

INSTRUCTIONS = load_prompt("draft_post").sections["system", Language.FRENCH]
NO_DRAFTS = {
    "nothing": "   \n ",
    "its own instructions": INSTRUCTIONS,
    "a piece of its instructions": f"Voici. {INSTRUCTIONS[700:900]}",
    "the marks of the prompt": "<source>\nLe réglage prend 12 minutes.\n</source>",
    "far too much": "mot " * 6_000,
    "signs that are no language": "a`e;+h|+hQ+hA`A}hA",
    "another language": "I work at Ardemont. Setting up a press now takes 12 minutes.",
    "an old post": f"Je travaille chez Ardemont. {OLD_POST}",
}


@pytest.mark.parametrize("text", NO_DRAFTS.values(), ids=NO_DRAFTS.keys())
async def test_what_is_no_draft_is_asked_for_again_and_then_refused(text: str) -> None:
    request = draft_request(ambassador=ambassador(posts=(OLD_POST,)))
    refusing, model = writer(text)
    with pytest.raises(ModelMisbehaved) as raised:
        await refusing.write(brief(request))
    assert len(model.asked) == 2
    assert text.strip()[:20] not in str(raised.value) or not text.strip()
    relenting, _ = writer(text, TEXT)
    assert words(await relenting.write(brief(request))) == TEXT


async def test_whoever_mends_a_part_is_told_the_rest_once_more() -> None:
    both, one = (
        f"<b>Un écran.</b> {TEXT} Les pannes ont disparu.",
        f"{TEXT} Les pannes ont disparu.",
    )
    mending, model = writer(both, one, TEXT)
    assert words(await mending.write(brief())) == TEXT
    assert len(model.asked) == 3
    assert f"<draft>\n{one}\n</draft>" in told(model, 2)
    never, model = writer(both, one, f"{one} Voilà.")
    with pytest.raises(ModelMisbehaved):
        await never.write(brief())
    assert len(model.asked) == 3


REFUSAL = "Je suis désolé, mais je ne peux pas rédiger ce post."


async def test_a_model_is_told_what_is_wrong_with_its_text_and_shown_it() -> None:
    writing, model = writer(f"<b>Un écran.</b> {TEXT}", TEXT)
    written = await writing.write(brief())
    assert words(written) == TEXT
    assert written.prompt == load_prompt("revise_post").ref
    assert "<draft>" not in told(model)
    assert f"<draft>\n‹b›Un écran.‹/b› {TEXT}\n</draft>" in told(model, 1)
    assert "Le texte porte du Markdown, du HTML" in told(model, 1)


@pytest.mark.parametrize(
    "given", [f"Voici votre post :\n\n{TEXT}", TEXT.replace("12", "**12**"), f"## {TEXT}"]
)
async def test_what_is_only_around_a_post_costs_no_second_question(given: str) -> None:
    writing, model = writer(given)
    assert words(await writing.write(brief())) == TEXT
    assert len(model.asked) == 1


async def test_a_defect_of_a_revision_is_told_beside_what_was_objected_to() -> None:
    writing, model = writer(REFUSAL, OTHER)
    finding = Finding(
        rule="CH-21",
        check="figures",
        severity=Severity.FIX,
        message=Bilingual(fr="Ce nombre n’est pas dans la source.", en="Not in the source."),
    )
    assert (await writing.revise(brief(), TEXT, [finding])).text == OTHER
    assert f"<draft>\n{TEXT}\n</draft>" in told(model, 1)
    assert "Ce nombre n’est pas dans la source." in told(model, 1)
    assert "Ce n’est pas un post" in told(model, 1)


@pytest.mark.parametrize(
    "spoilt",
    [f"<b>Un écran.</b> {TEXT}", f"{TEXT} [Votre nom].", f"{TEXT} Les pannes ont disparu."],
)
async def test_a_text_vouches_for_nothing_in_its_own_revision(spoilt: str) -> None:
    writing, _ = writer(spoilt, f"Voilà l’essentiel. {spoilt}")
    with pytest.raises(ModelMisbehaved):
        await writing.write(brief())


@pytest.mark.parametrize("said", ["   ", INSTRUCTIONS])
async def test_a_text_that_would_be_no_help_is_not_shown_again(said: str) -> None:
    writing, model = writer(said, TEXT)
    await writing.write(brief())
    assert model.asked[0] == model.asked[1]


@pytest.mark.parametrize("text", [REFUSAL, f"Voici deux posts :\n\n{TEXT}", f"{TEXT}<|im_end|>"])
async def test_a_defect_that_stays_is_no_draft_and_is_not_quoted(text: str) -> None:
    writing, model = writer(text, f"{text} ")
    with pytest.raises(ModelMisbehaved, match="no draft") as raised:
        await writing.write(brief())
    assert len(model.asked) == 2
    assert "Ardemont" not in str(raised.value)


UNUSED = VoiceCard(
    language=Language.FRENCH,
    posts=0,
    sentence_words=8.0,
    characters=300,
    line_breaks=0.0,
    never=("minutes", "la politique"),
)


async def test_a_revision_is_told_the_words_its_author_never_uses() -> None:
    without = "Je travaille chez Ardemont. Le réglage de la presse est plus court."
    writing, model = writer(TEXT, without)
    request = draft_request(ambassador=ambassador(never=("la politique",)))
    assert words(await writing.write(brief(request, card=UNUSED))) == without
    asked = told(model, 1)
    assert asked.count("<unused>minutes</unused>") == 1
    assert asked.count("<never>la politique</never>") == 1
