"""What is found out of somebody's texts is kept under their digest, and none of the texts."""

import gc
import re

import pytest

from domain.language import Language
from guardrails.platform_rules import length_on
from personalizer.angles import angles_of
from personalizer.digested import Digested
from personalizer.offline.engine import first_draft
from personalizer.tongue import language_of
from personalizer.writing import Brief
from tests.builders import ambassador, draft_request, item, organization
from tests.caches import kept_texts
from tests.personalizer.articles import article


def test_once_read_no_text_is_kept() -> None:
    digested = Digested(["un post", "un autre"])
    assert digested.read() == ("un post", "un autre")
    assert digested.read() == ()
    assert digested == Digested(["un post", "un autre"])


def test_where_one_text_ends_is_part_of_the_key() -> None:
    ways = (["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["c", "ab"], ["ab\x00c"], ["\ud800abc"])
    assert len({Digested(each) for each in ways}) == len(ways)


def test_no_post_stays_in_memory_for_its_language() -> None:
    post = "Le relais est dans la boîte, et nous avons fini avec les fils."
    assert language_of(post) is language_of(post[:])
    assert not [one for one in gc.get_objects() if type(one) is Digested and one.read()]


@pytest.mark.parametrize(
    ("language", "post"),
    [
        (Language.FRENCH, "Hier soir, Zorblaxe a raté sa pièce. Elle a ri de tout cela. On y va ?"),
        (Language.ENGLISH, "Last night, Zorblaxe missed a part. They laughed about it. Shall we?"),
    ],
)
def test_no_sentence_of_a_post_or_note_stays_in_a_cache_of_the_writer(
    language: Language, post: str
) -> None:
    content = item(text=article(language).text, language=language, url="https://blog.example/1")
    person = ambassador(posts=(post, post.replace(". ", ".\n\n")))
    notes = ("Quuxnote vu hier au banc.",)
    request = draft_request(content=content, language=language, ambassador=person, notes=notes)
    angle = angles_of(content, person, language)[0]
    assert first_draft(Brief(request=request, angle=angle, organization=organization()), length_on)
    sentences = ["Quuxnote", *(one.strip() for one in re.split(r"[.?,]", post) if one.strip())]
    assert not [text for text in kept_texts() if any(one in text for one in sentences)]
