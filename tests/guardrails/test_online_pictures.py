"""A picture that somebody found online is nobody's to post, whoever is credited."""

import pytest

from domain.drafts import Draft
from domain.language import Language
from guardrails.catalogue import build_rules
from guardrails.checks.phrases import Phrases
from guardrails.reading import Reading
from tests.guardrails.shipped import circumstances, clauses

(RULE,) = (
    one for one in build_rules(clauses()["CH-26"], key=b"a test's key") if isinstance(one, Phrases)
)


@pytest.mark.parametrize(
    ("language", "text", "is_found"),
    [
        ("fr", "Photo : Getty Images, trouvée sur Google.", True),
        ("fr", "J'ai mis une image prise sur Pinterest.", True),
        ("en", "Photo: Getty Images, found on Google.", True),
        ("en", "I used a picture nicked from the internet.", True),
        ("fr", "La photo est de moi, prise sur le quai.", False),
        ("fr", "Je n'ai pas mis de photo trouvée sur Google.", False),
        ("fr", "Photo : service communication, avec leur accord.", False),
        ("fr", "Vous trouverez la photo sur notre page.", False),
        ("en", "Photo taken on the quay this morning.", False),
        ("en", "This is not a picture found on Google.", False),
        ("en", "Photo: the communication team, with their agreement.", False),
    ],
)
def test_it_is_found_in_both_languages(language: str, text: str, *, is_found: bool) -> None:
    reading = Reading(Draft(text, Language(language)))
    assert bool(list(RULE.inspect(reading, circumstances()))) is is_found
