"""With neither source nor notes, the first figure that tells something is asked about, once."""

from datetime import UTC, datetime

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from domain.review import Circumstances, Finding, Severity
from guardrails.checks.grounding import Grounding
from guardrails.reading import Reading

COMPANY = Organization(name="Fonderies Lacaze", aliases=("Lacaze",))


def findings(text: str, language: Language) -> list[Finding]:
    circumstances = Circumstances(
        now=datetime(2026, 11, 29, tzinfo=UTC), organization=COMPANY, source=None, notes=()
    )
    return list(Grounding().inspect(Reading(Draft(text, language)), circumstances))


ASKED = [
    ("J'ai 5 brevets et 3 clients.", "5"),
    ("J'ai cassé quatre moules.", "quatre"),
    ("Chez Lacaze, 300 clients nous attendent.", "300"),
    ("Nous avons formé huit apprentis.", "huit"),
    ("Les rebuts baissent de 40 %.", "40 %"),
    ("La moitié des clients revient.", "La moitié"),
    ("I have 5 patents and 3 clients.", "5"),
    ("I broke four moulds.", "four"),
    ("At Lacaze 300 customers are waiting.", "300"),
    ("We trained eight apprentices.", "eight"),
    ("Scrap is down by 40%.", "40%"),
    ("Selon moi, les rebuts baissent de 40 %.", "40 %"),
    ("Une source de fierté : les rebuts baissent de 40 %.", "40 %"),
    ("J'ai trois enfants et 300 clients.", "300"),
    ("Study hard! Scrap is down by 40%.", "40%"),
    ("Scrap is down by 40% [see below].", "40%"),
    ("According to me, scrap is down by 40%.", "40%"),
]
NOT_ASKED = [
    "J'ai trois idées à partager.",
    "Mes quatre conseils du jour.",
    "J'ai deux enfants.",
    "J'ai trois enfants et deux chats.",
    "J'ai lu 14 livres.",
    "I have 3 kids.",
    "I read 14 books.",
    "Selon l'Insee, nous avons 300 clients.",
    "A recent study says we have 300 clients.",
    "Mes trois saisons :\n- le sable\n- le feu\n- l'eau",
    "Dix moineaux sur un fil.",
    "J'ai dix ans de maison.",
    "Selon le rapport, nous avons 300 clients.",
    "Nous avons 300 clients : https://lacaze.example/chiffres",
    "I have three ideas to share.",
    "My four tips of the day.",
    "I have two kids.",
    "My three seasons:\n- sand\n- fire\n- water",
    "Ten sparrows on a wire.",
    "According to the report we have 300 clients.",
]


@pytest.mark.parametrize(("text", "figure"), ASKED)
@pytest.mark.parametrize("language", list(Language))
def test_what_tells_of_oneself_or_of_the_company_is_asked_about(
    text: str, figure: str, language: Language
) -> None:
    told = findings(text, language)
    assert [text[one.span.start : one.span.end] for one in told if one.span] == [figure]
    assert {one.severity for one in told} == {Severity.WARN}


@pytest.mark.parametrize("text", NOT_ASKED)
@pytest.mark.parametrize("language", list(Language))
def test_what_tells_nothing_to_check_or_where_it_is_from_is_not(
    text: str, language: Language
) -> None:
    assert not findings(text, language)
