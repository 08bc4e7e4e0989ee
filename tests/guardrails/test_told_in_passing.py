"""An author who speaks of somebody, and says in passing where they work themselves."""

import pytest

from domain.drafts import Draft
from domain.language import Language
from guardrails.disclosure import first_disclosure
from guardrails.reading import Reading
from tests.guardrails.test_tellers import ARDEMONT

IN_PASSING = [
    (Language.FRENCH, "Sarah raconte que chez Ardemont, où je travaille, tout va bien."),
    (Language.ENGLISH, "Sarah says that at Ardemont, where I work, the furnace is new."),
    (Language.FRENCH, "C'est Maud qui le dit, chez Ardemont, où je travaille."),
    (Language.FRENCH, "Bastien le raconte chez Ardemont, où je travaille : le geste vient vite."),
    (
        Language.FRENCH,
        "Maud, chez Ardemont, où je travaille, répond sans délai : « Non. »",
    ),
    (Language.FRENCH, "Maud, designer chez Ardemont, où je travaille, explique chaque écran."),
    (Language.ENGLISH, "The layer cost five months, says Ardemont, where I work."),
    (Language.ENGLISH, "Maud tells it at Ardemont, where I work: the gesture came soon."),
    (Language.ENGLISH, 'Maud, of Ardemont, where I work, answers without delay: "No."'),
]
OF_WHO_TELLS = [
    (Language.FRENCH, "Sarah dit : chez Ardemont, où je travaille, le four est neuf."),
    (Language.FRENCH, "Chez Ardemont, où je travaille, raconte Sarah, le four est neuf."),
    (Language.ENGLISH, "At Ardemont, where I work, says Sarah, the furnace is new."),
    (Language.ENGLISH, "At Ardemont, where I work, says my friend Sarah."),
]


@pytest.mark.parametrize(("language", "text"), IN_PASSING)
def test_what_an_author_says_in_passing_is_theirs(language: Language, text: str) -> None:
    assert first_disclosure(Reading(Draft(text, language)), ARDEMONT, is_named=True)


@pytest.mark.parametrize(("language", "text"), OF_WHO_TELLS)
def test_what_somebody_tells_in_passing_is_not(language: Language, text: str) -> None:
    assert first_disclosure(Reading(Draft(text, language)), ARDEMONT, is_named=True) is None
