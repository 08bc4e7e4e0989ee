from datetime import UTC, datetime

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from domain.review import Circumstances, Finding, Severity, Source
from guardrails.checks.directory_names import DirectoryNames
from guardrails.reading import Reading
from tests.contracts.rule import RuleContract

CHECK = DirectoryNames()
ARDEMONT = Organization(name="Ardemont", directory=("Sarah Keller", "Hugo Marchetti"))
NOW = datetime(2026, 3, 11, tzinfo=UTC)


class TestContract(RuleContract):
    fragments = ("Sarah Keller", "MARCHETTI Hugo", "Hugo\u00a0Marchetti")

    def rule(self) -> DirectoryNames:
        return CHECK

    def circumstances(self) -> Circumstances:
        return Circumstances(now=NOW, organization=ARDEMONT)


def findings(text: str, source: Source | None = None, author: str | None = None) -> list[Finding]:
    circumstances = Circumstances(now=NOW, organization=ARDEMONT, source=source, author=author)
    return list(CHECK.inspect(Reading(Draft(text, Language.FRENCH)), circumstances))


@pytest.mark.parametrize(
    "text",
    [
        "Merci à Sarah Keller !",
        "Merci à SARAH KELLER !",
        "Merci à Keller Sarah.",
        "Merci à Sarah\u00a0Keller.",
        "Merci à S\u200barah Kéller.",
        "Merci à Mme Keller.",
        "Merci à S. Keller.",
    ],
)
def test_asks_about_a_person_of_the_directory(text: str) -> None:
    (finding,) = findings(text)
    assert finding.severity is Severity.ASK
    assert finding.span is not None


@pytest.mark.parametrize(
    "text",
    [
        "Merci à @Sarah Keller !",
        "Merci à Sarah, Keller et les autres.",
        "Merci à Sarah Kellermann.",
        "Merci à Sarah.",
        "Merci à toute l'équipe.",
    ],
)
def test_asks_about_nobody_else(text: str) -> None:
    assert findings(text) == []


@pytest.mark.parametrize("text", ["Mme Keller raconte.", "S. Keller raconte."])
def test_nobody_is_asked_about_whom_the_content_names_otherwise(text: str) -> None:
    assert findings(text, source=Source("Entretien avec Sarah Keller.")) == []
    assert findings(text, source=Source("Entretien avec Hugo Marchetti."))


def test_the_author_may_name_themselves() -> None:
    assert findings("Moi, Sarah Keller, je raconte.", author="Sarah Keller") == []


@pytest.mark.parametrize(
    "source",
    [
        Source("Texte.", authors=("Sarah Keller",)),
        Source("Sarah Keller raconte sa première année."),
        Source("Texte.", title="Entretien avec Sarah Keller"),
    ],
)
def test_whom_the_published_content_names_may_be_named(source: Source) -> None:
    assert findings("Sarah Keller le raconte mieux que moi.", source) == []
    assert findings("Hugo Marchetti le raconte mieux que moi.", source) != []


def test_a_large_directory_costs_nothing_more() -> None:
    people = tuple(f"Prénom{number} Nom{number}" for number in range(5_000))
    circumstances = Circumstances(
        now=NOW, organization=Organization(name="Ardemont", directory=people)
    )
    reading = Reading(Draft("Merci à Prénom4999 Nom4999.", Language.FRENCH))
    # "Nom4999" holds digits, which are parts of words like letters.
    assert len(list(CHECK.inspect(reading, circumstances))) == 1


@pytest.mark.parametrize(
    ("note", "is_asked"),
    [
        ("Sarah Keller part vendredi, elle m'a donné son accord pour que je le dise", False),
        ("Sarah Keller taught me this and she says I may tell the world", False),
        ("Sarah Keller agreed to be named", False),
        ("brancardier ; Sarah Keller part, elle m'a donné son accord ; jamais de sucre", False),
        ("Sarah Keller n'est pas d'accord", True),
        ("Sarah Keller has not agreed yet", True),
        ("d'accord pour Sarah Keller si elle le veut ; je dois lui demander", True),
        ("Hugo Marchetti agreed to be named", True),
        ("elle m'a donné son accord", True),
        ("Sarah Keller part vendredi", True),
    ],
)
def test_whom_the_notes_say_agreed_is_not_asked_about(note: str, *, is_asked: bool) -> None:
    circumstances = Circumstances(now=NOW, organization=ARDEMONT, notes=(note,))
    reading = Reading(Draft("Merci à Sarah Keller !", Language.FRENCH))
    assert bool(list(CHECK.inspect(reading, circumstances))) is is_asked


@pytest.mark.parametrize("text", ["Merci #SarahKeller !", "Thanks #KellerSarah", "#hugomarchetti"])
def test_a_hashtag_may_be_a_name(text: str) -> None:
    assert [one.severity for one in findings(text)] == [Severity.ASK]


@pytest.mark.parametrize("text", ["Merci @SarahKeller !", "#Keller", "#SarahKellerFans", "Sarah"])
def test_a_mention_a_surname_and_another_hashtag_pass(text: str) -> None:
    assert findings(text) == []
