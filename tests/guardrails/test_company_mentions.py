import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from guardrails.company_mentions import company_mentions
from guardrails.reading import Reading
from guardrails.wordings import Wordings

COMPANY = Organization(
    name="Ardemont",
    aliases=("ARD Sensors", ""),
    products=("Flow", "ardOS"),
    clients_allowed=("Orange",),
    domains=("ardemont.example",),
)
SUBJECTS = Wordings(fr=("notre entreprise",))


def mentioned(text: str) -> list[tuple[str, bool]]:
    reading = Reading(Draft(text, Language.FRENCH))
    found = company_mentions(reading, COMPANY, SUBJECTS)
    return [(reading.slice(mention.span), mention.is_named) for mention in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chez ardemont, avec Flow", [("ardemont", True), ("Flow", True)]),
        ("Notre entreprise et ARD\nSensors", [("Notre entreprise", False), ("ARD\nSensors", True)]),
        ("le flow du dialogue, une orange", []),
        ("un client comme Orange", [("Orange", True)]),
        ("#TeamArdemont", [("#TeamArdemont", True)]),
        ("https://ardemont.example/x", [("ardemont", True)]),
        ("ardos et ArdOS", [("ArdOS", True)]),
        ("Ardemontois", []),
        ("", []),
    ],
)
def test_names_count_in_any_case_and_common_words_as_written(
    text: str, expected: list[tuple[str, bool]]
) -> None:
    assert mentioned(text) == expected
