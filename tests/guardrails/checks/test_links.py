import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from domain.review import Severity, Source
from guardrails.checks.links import Links
from guardrails.reading import Reading
from tests.builders import circumstances
from tests.contracts.rule import RuleContract

CHECK = Links(clause="CH-27", severity=Severity.BLOCK, domains=("partner.example",))
COMPANY = Organization(name="Ardemont", domains=("ardemont.example",))
SOURCE = Source(
    "See https://prize.example/x, www.prize.example on nuage.example",
    url="https://journal.example/a",
)


class TestContract(RuleContract):
    def rule(self) -> Links:
        return CHECK


def found(text: str, *, share: float | None = 1.0, source: Source | None = SOURCE) -> list[str]:
    told = circumstances(
        organization=COMPANY,
        source=source,
        draft_share=share,
        notes=("Mon carnet : https://carnet.example/moi",),
    )
    spans = [one.span for one in CHECK.inspect(Reading(Draft(text, Language.FRENCH)), told)]
    return [text[span.start : span.end] for span in spans if span]


@pytest.mark.parametrize(
    "link",
    [
        "https://prize.example/x",
        "HTTPS://PRIZE.example",
        "www.prize.example",
        "https://journal.example.evil.example/a",
        "https://evil-journal.example/",
        "https://journal.example@prize.example/",
        "https://j\u043eurnal.example/x",  # a Cyrillic letter: another host
        "https://journal.example\u3002evil.example/",
        "https://journal.example%2eevil.example/",
        "https://journal.example_evil.example/",
        "https:\\\\evil.example/x",
        "//evil.example/x",
        "ftp://evil.example/x",
        "http://[::1]/x",
        "https://злой.рф/",
        "злой.рф",
        "evil.example/x",
        "bit.ly/abc",
        "lnkd.in/eAbC",
        "evil.com",
        "out.https://prize.example/x",
        "_https://prize.example/x_",
        "1https://prize.example/x",
        "nuage.example:8080",
        "prize.example/x",
    ],
)
def test_a_link_to_elsewhere_is_found(link: str) -> None:
    assert found(f"À lire : {link}")


@pytest.mark.parametrize(
    "link",
    [
        "https://journal.example/autre",
        "https://www.journal.example/a?utm_source=x",
        "http://blog.ardemont.example/poste",
        "https://partner.example",
        "https://carnet.example/moi",
        "lea@prize.example",
        "HTTPS://JOURNAL.Example:443/a.",
        "https://journal\uff0eexample/a",
        "(journal.example)",
        "nuage.example",  # a service that the content names by its host
        "et/ou, 12.5 %, v1.2.3, p. ex. fin.",
        "Node.js, 10:30, http, lnkd.in",
        "[lien]",
    ],
)
def test_a_link_that_somebody_named_passes(link: str) -> None:
    assert found(f"À lire : {link}") == []


def test_what_no_machine_wrote_links_where_it_wants() -> None:
    assert found("https://prize.example", share=None) == []
    assert found("https://prize.example", share=0.0) == []
    assert found("https://prize.example", source=None) == []


@pytest.mark.parametrize("link", ["mailto:x@evil.com", "MAILTO:paul@journal.example.evil.com"])
def test_a_mailbox_elsewhere_is_a_link_elsewhere(link: str) -> None:
    assert found(f"Écrivez : {link}.") == [link]


def test_a_mailbox_of_the_company_or_of_the_source_may_be_written_to() -> None:
    source = Source("Write to mailto:press@prize.com or press@prize.com.", url=SOURCE.url)
    assert found("mailto:bonjour@ardemont.example", source=source) == []
    assert found("mailto:press@prize.com", source=source) == []
    assert found("mailto:Press@Prize.com", source=source) == []
    assert found("mailto:press@prize.co", source=source) != []
    assert found("mailto:x@evil.com", share=None) == []
