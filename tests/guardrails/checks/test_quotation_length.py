from datetime import UTC, datetime

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from domain.review import Circumstances, Finding, Severity, Source
from guardrails.checks.quotation_length import QuotationLength
from guardrails.reading import Reading
from tests.contracts.rule import RuleContract

CHECK = QuotationLength()
NOW = datetime(2026, 3, 11, tzinfo=UTC)
ARTICLE = (
    "À l'atelier, le matin commence par une question simple : qui a vu la panne en premier ? "
    "Pendant des années, la réponse se perdait dans un cahier que personne ne relisait, et "
    "l'équipe de nuit repartait sans savoir ce qui avait été décidé. Depuis un an, chacun note "
    "l'incident sur un tableau commun."
)
WORDS = ARTICLE.split()


class TestContract(RuleContract):
    fragments = (
        " ".join(WORDS[:30]),
        "« la réponse se perdait dans un cahier »",
        "“the answer got lost in a notebook”",
        "selon Claire Dubois",
    )

    def rule(self) -> QuotationLength:
        return CHECK

    def circumstances(self) -> Circumstances:
        return Circumstances(
            now=NOW, organization=Organization(name="Ardemont"), source=Source(ARTICLE)
        )


def findings(text: str, source: str | None = ARTICLE) -> list[Finding]:
    circumstances = Circumstances(
        now=NOW,
        organization=Organization(name="Ardemont"),
        source=Source(source) if source else None,
    )
    return list(CHECK.inspect(Reading(Draft(text, Language.FRENCH)), circumstances))


def test_copying_more_than_twenty_five_words_is_found_where_it_stands() -> None:
    copied = " ".join(WORDS[3:40])
    (finding,) = findings(f"Un extrait. {copied} Et voilà.")
    assert finding.span is not None
    assert finding.severity is Severity.FIX
    text = f"Un extrait. {copied} Et voilà."
    assert text[finding.span.start : finding.span.end] == copied.rstrip(".")


def test_case_accents_and_punctuation_do_not_hide_a_copy() -> None:
    copied = " ".join(WORDS[3:40]).upper().replace("É", "E").replace(",", " –")
    assert len(findings(copied)) == 1


def test_two_copies_are_two_findings() -> None:
    text = f"{' '.join(WORDS[:27])} Mon avis tient en peu de mots. {' '.join(WORDS[27:])}"
    assert len(findings(text)) == 2


@pytest.mark.parametrize("length", [10, 20, 23])
def test_short_borrowings_pass(length: int) -> None:
    assert findings("Un mot. " + " ".join(WORDS[3 : 3 + length]) + ", et je m'arrête là.") == []


def test_nothing_is_copied_without_a_source() -> None:
    assert findings(ARTICLE, None) == []


def test_a_quoted_passage_is_no_copy_but_must_be_short() -> None:
    long = " ".join(WORDS[3:40])
    frame = "Je le redis avec mes mots. " * 30
    (finding,) = findings(f"{frame} Claire Dubois écrit : « {long} »")
    assert "longue" in finding.message.fr


@pytest.mark.parametrize(
    "text",
    [
        "Un article raconte : « la réponse se perdait dans un cahier ». " + "Un mot encore. " * 9,
        "« la réponse se perdait dans un cahier » (Claire Dubois). " + "Un mot encore. " * 9,
        "Claire Dubois. « la réponse se perdait dans un cahier ». " + "Un mot encore. " * 9,
        "« la réponse se perdait dans un cahier » https://a.example " + "Un mot encore. " * 9,
        "According to the paper, “the answer got lost in a notebook”. " + "One more word. " * 9,
        'Le « planning partagé », l\'« effet tableau » et le "zéro papier".',
    ],
)
def test_short_quotations_with_their_source_pass(text: str) -> None:
    assert findings(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "« la réponse se perdait dans un cahier ». " + "Et puis plus rien du tout. " * 6,
        "Je travaille chez Ardemont. “the answer got lost in a notebook”. "
        + "And then nothing at all. " * 6,
    ],
)
def test_a_quotation_that_names_nobody_is_found(text: str) -> None:
    (finding,) = findings(text)
    assert "Nommez" in finding.message.fr


def test_a_quotation_weighs_less_when_it_may_be_nobodys_words() -> None:
    text = "Parfois, « la réponse se perdait dans un cahier ». " + "Et puis plus rien. " * 9
    assert [one.severity for one in findings(text)] == [Severity.FIX]
    assert [one.severity for one in findings(text, None)] == [Severity.WARN]


def test_quotations_may_not_be_the_post() -> None:
    quoted = "« la réponse se perdait dans un cahier que personne ne relisait, et l'équipe »"
    text = f"Claire Dubois écrit : {quoted}, puis {quoted}. Bien vu."
    (finding,) = findings(text)
    assert finding.span is None
    assert "place" in finding.message.fr


def test_one_short_quotation_may_fill_a_short_post() -> None:
    assert findings("Claire Dubois écrit : « la réponse se perdait dans un cahier ».") == []


@pytest.mark.parametrize("share", [0.0, 1.2])
def test_refuses_a_share_that_cannot_be(share: float) -> None:
    with pytest.raises(ValueError, match="most_quoted"):
        QuotationLength(most_quoted=share)
