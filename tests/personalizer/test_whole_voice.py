"""What the newest prompts are told of a voice, the same for a first writing and for a revision."""

from dataclasses import replace

import pytest

from domain.language import Language
from domain.platforms import Platform
from domain.voice import VoiceCard
from guardrails.facts.misuses import Facts
from personalizer.lengths import LENGTHS
from personalizer.model_writer import ModelWriter
from personalizer.own_ways import habits_of
from personalizer.prompts import load_prompt
from tests.builders import ambassador, draft_request
from tests.fakes import ScriptedModel
from tests.personalizer.model_writing import OLD_POST, OTHER, TEXT, brief, told

pytestmark = pytest.mark.anyio

CARD = VoiceCard(
    language=Language.FRENCH,
    posts=5,
    sentence_words=8.0,
    characters=300,
    line_breaks=9.0,
    says_tu=True,
    says_we=True,
    emoji_share=1.0,
    emojis=("🦊",),
    hashtag_share=1.0,
    hashtags=2,
    openings=("?", "."),
    closings=("!",),
    first_words=("Note du",),
    last_lines=("Bon week-end.",),
    connectors=("du coup",),
    marks=("(", "…"),
    never=("levier",),
)
VERSIONS = [
    ("draft_post", 5),
    ("revise_post", 3),
    ("draft_post", 6),
    ("revise_post", 4),
    ("draft_post", 7),
    ("revise_post", 5),
]
TELLING = (
    "50 mots environ par post",
    "8 mots environ",
    "par «\u00a0tu\u00a0»",
    "«\u00a0nous\u00a0»",
    "commence d’habitude par une question",
    "<first_words>Note du</first_words>",
    "finit d’habitude par une exclamation",
    "<last_line>Bon week-end.</last_line>",
    "une idée par ligne",
    "<emoji>🦊</emoji>",
    "hashtags\u00a0: 2",
    "\u00a0: ( …",
    "<connector>du coup</connector>",
    "<unused>levier</unused>",
    "jamais pour leur contenu",
    "J’y étais.",
    "un chiffre, et ce qu’il veut dire",
)


async def asked(prompt: tuple[str, int], card: VoiceCard | None = CARD) -> str:
    """Return what a model is told by one version, for an author with a card, a post and a note."""
    name = prompt[0]
    model = ScriptedModel([{"text": OTHER}])
    person = ambassador(never=("la politique",), posts=(OLD_POST,))
    told_to = brief(draft_request(ambassador=person, notes=("J’y étais.",)), card=card)
    told_to = replace(told_to, exemplars=(OLD_POST,))
    if name == "draft_post":
        await ModelWriter(model, Facts(), draft_prompt=load_prompt(*prompt)).write(told_to)
    else:
        writer = ModelWriter(model, Facts(), revise_prompt=load_prompt(*prompt))
        await writer.revise(told_to, TEXT, ())
    return told(model)


@pytest.mark.parametrize("prompt", VERSIONS)
async def test_the_whole_card_the_notes_and_the_angle_reach_both_prompts(
    prompt: tuple[str, int],
) -> None:
    said = await asked(prompt)
    assert [piece for piece in TELLING if piece not in said] == []


@pytest.mark.parametrize("prompt", VERSIONS)
async def test_without_a_card_nothing_is_told_of_a_voice(prompt: tuple[str, int]) -> None:
    said = await asked(prompt, None)
    assert "D’anciens posts de l" in said
    assert not [one for one in ("d’habitude", "ponctuation", "<unused>") if one in said]
    assert "\nComment l" not in said


async def test_words_never_used_are_no_topics_to_a_version_that_is_told_the_card() -> None:
    assert "<never>la politique</never><never>levier</never>" in await asked(("revise_post", 2))
    assert "<never>la politique</never>\n" in await asked(("revise_post", 3))


async def test_the_words_that_fit_leave_room_for_the_link() -> None:
    most = (LENGTHS[Platform.LINKEDIN].characters - len("https://ardemont.example/ecran")) // 7
    assert f"soit {most} mots au plus" in await asked(("draft_post", 5))


@pytest.mark.parametrize(("characters", "aimed"), [(0, 145), (300, 50), (1_300, 145)])
async def test_what_to_aim_at_is_told_apart_from_what_fits(characters: int, aimed: int) -> None:
    said = await asked(("draft_post", 6), replace(CARD, characters=characters))
    assert f"vise {aimed} mots" in said
    assert "Jamais plus de 181 mots" in said


async def test_whoever_publishes_is_told_apart_from_whoever_the_source_names() -> None:
    said = await asked(("draft_post", 6))
    assert "<person>Inès Caradec</person> (c’est elle qui publie" in said
    assert "<author>" not in said


def test_a_mark_that_has_no_name_is_not_told() -> None:
    habits = habits_of(
        replace(CARD, openings=("→",), closings=(), marks=("→", ";")), LENGTHS[Platform.X]
    )
    assert habits is not None
    assert (habits.opens_with, habits.closes_with, habits.signs) == (None, None, (";",))
