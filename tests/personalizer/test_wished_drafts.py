"""What an author wishes of a draft: followed where it can be, in no text, and always answered."""

from dataclasses import replace
from statistics import mean

import pytest

from domain.language import Language
from domain.platforms import Platform
from personalizer.card import card_for
from personalizer.habits import EMOJI, HASHTAG
from personalizer.instructions import as_wished, length_wished
from personalizer.lengths import LENGTHS
from tests.builders import ambassador
from tests.fakes import ScriptedWriter
from tests.personalizer.articles import FRENCH_POSTS, article, brief, colleagues
from tests.personalizer.test_offline_writer import draft
from tests.personalizer.workshop import GOOD, Workshop

pytestmark = pytest.mark.anyio
BOTH = pytest.mark.parametrize("language", list(Language))
SHORTER = {Language.FRENCH: "Plus court.", Language.ENGLISH: "Keep it short."}


@BOTH
def test_who_wishes_for_less_is_given_shorter_drafts(language: Language) -> None:
    content, wish = article(language), (SHORTER[language],)
    people = colleagues(8)
    plain = [len(draft(brief(content, one))) for one in people]
    short = [len(draft(brief(content, one, wishes=wish))) for one in people]
    assert all(one <= other for one, other in zip(short, plain, strict=True))
    assert mean(short) < mean(plain)


def test_who_wishes_for_no_emoji_and_no_hashtags_is_given_none() -> None:
    person, content = ambassador(posts=FRENCH_POSTS), article(Language.FRENCH)
    card = card_for(person, Language.FRENCH)
    given = brief(content, person)
    assert EMOJI.search(draft(given))
    assert HASHTAG.search(draft(given))
    wished = as_wished(card, ("Sans emoji ni hashtags",))
    text = draft(replace(given, card=wished))
    assert not EMOJI.search(text)
    assert not HASHTAG.search(text)


def test_a_model_is_told_another_length() -> None:
    usual = LENGTHS[Platform.LINKEDIN]
    short = length_wished(usual, ("Plus court, sans hashtags",))
    assert short.characters < usual.characters
    assert (usual.hashtags > 0, short.hashtags) == (True, 0)
    assert length_wished(usual, ("make it funny",)) == usual


async def test_whoever_writes_is_given_no_order_for_a_note_and_its_author_is_told() -> None:
    writer = ScriptedWriter([GOOD])
    notes = ("J’étais à Nantes. Ton plus enthousiaste stp.", "make it shorter, no emojis")
    result = await Workshop(writer).draft(notes=notes)
    assert writer.briefs[0].request.notes == ("J’étais à Nantes.",)
    tone, short = result.remarks
    assert (tone.kind, tone.about) == ("wish", "Ton plus enthousiaste stp.")
    assert "Suivi" not in tone.message.fr
    assert "Followed" not in tone.message.en
    assert short.about == "make it shorter, no emojis"
    assert "Suivi\u00a0: plus court, sans emoji." in short.message.fr
    assert "Followed: shorter, no emoji." in short.message.en


async def test_notes_without_orders_are_answered_by_no_remark() -> None:
    result = await Workshop(ScriptedWriter([GOOD])).draft(notes=("J’écris des posts drôles.",))
    assert result.remarks == ()


async def test_a_note_that_was_objected_to_is_told_and_what_is_in_a_draft_is_not() -> None:
    notes = ("J’étais à Nantes. Le mot FORBIDDEN y était.",)
    texts = ["Je travaille chez Ardemont. Le mot FORBIDDEN y était. J’étais à Nantes.", GOOD]
    (remark, *others) = (await Workshop(ScriptedWriter(texts)).draft(notes=notes)).remarks
    assert (remark.kind, remark.about, others) == ("left_out", "Le mot FORBIDDEN y était.", [])
    assert "(CH-99)" in remark.message.fr
    assert "(CH-99)" in remark.message.en


async def test_what_was_objected_to_beside_the_notes_is_no_matter_of_theirs() -> None:
    notes = ("Le mot y était, le mot FORBI aussi.",)
    texts = ["Je travaille chez Ardemont. FORBIDDEN. Le mot y était, le mot FORBI aussi.", GOOD]
    assert (await Workshop(ScriptedWriter(texts)).draft(notes=notes)).remarks == ()
