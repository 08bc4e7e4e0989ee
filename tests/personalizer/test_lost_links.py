"""No phrase announces a link that the content does not have."""

import re

import pytest

from domain.language import Language
from guardrails.platform_rules import length_on
from personalizer.angles import angles_of
from personalizer.offline.dice import dice_for
from personalizer.offline.revising import begun
from personalizer.offline.wording import Wording
from personalizer.writing import Brief
from tests.builders import draft_request, item, organization
from tests.personalizer.articles import article

_SAYS = re.compile(r"\b(?:lien|link)\b", re.IGNORECASE)


def introductions(language: Language, url: str | None) -> list[str]:
    content = item(text=article(language).text, language=language, url=url)
    request = draft_request(content=content, language=language)
    angle = angles_of(content, request.ambassador, language)[0]
    brief = Brief(request=request, angle=angle, organization=organization())
    wording = Wording.of(begun(brief, length_on), dice_for(brief))
    return [block.text for block in wording.blocks("intro", "any")]


@pytest.mark.parametrize("language", list(Language))
def test_without_an_address_nothing_speaks_of_a_link(language: Language) -> None:
    without, linked = introductions(language, None), introductions(language, "https://b.example/1")
    assert without
    assert not [text for text in without if _SAYS.search(text)]
    assert [text for text in linked if _SAYS.search(text)]
