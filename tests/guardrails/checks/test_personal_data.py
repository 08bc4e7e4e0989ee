from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from domain.review import Circumstances, Finding, Severity, Source
from guardrails.checks.personal_data import PersonalData
from guardrails.reading import Reading
from tests.contracts.rule import RuleContract

FR, EN = Language.FRENCH, Language.ENGLISH
CHECK = PersonalData()


class TestContract(RuleContract):
    fragments = (
        "jean.dupont@exemple.fr",
        "jean [at] x point fr",
        "06 39 98 12 34",
        "FR76 3000 6000 0112 3456 7890 189",
        "4111 1111 1111 1111",
        "il habite au 12 rue des Lilas",
    )

    def rule(self) -> PersonalData:
        return CHECK


def findings(text: str, source: str | None = None) -> list[Finding]:
    circumstances = Circumstances(
        now=datetime(2026, 3, 11, tzinfo=UTC),
        organization=Organization(name="Ardemont"),
        source=Source(source) if source else None,
    )
    return list(CHECK.inspect(Reading(Draft(text, FR)), circumstances))


def blocked(text: str) -> list[str]:
    """Return the pieces of a text that the check stops."""
    stopped = [one for one in findings(text) if one.severity is Severity.BLOCK]
    return [text[one.span.start : one.span.end] for one in stopped if one.span]


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("Écrivez à sarah.k@ardemont.example.", "sarah.k@ardemont.example"),
        ("Écrivez à sarah.k＠ardemont．example.", "sarah.k＠ardemont．example"),
        ("écrire : jean [at] x point fr", "jean [at] x point fr"),
        ("jean(at)x(dot)com", "jean(at)x(dot)com"),
        ("jean.dupont [arobase] x [point] fr", "jean.dupont [arobase] x [point] fr"),
        ("jean point dupont arobase gmail point com", "jean point dupont arobase gmail point com"),
        ("john dot doe at example dot com", "john dot doe at example dot com"),
        ("jean @ x . fr", "jean @ x . fr"),
        ("mdupont@exemple.fr", "mdupont@exemple.fr"),
        ("contact.ardemont@gmail.com", "contact.ardemont@gmail.com"),
        ("Appelle au 06 39 98 12 34", "06 39 98 12 34"),
        ("06.39.98.12.34", "06.39.98.12.34"),
        ("Camille (06 39 98 12 34) répond", "06 39 98 12 34"),
        ("They are not answering at 516 466 638", "516 466 638"),
        ("655 437 108 office", "655 437 108"),
        ("call me at 78 651 450", "78 651 450"),
        ("+48 507 751 808", "+48 507 751 808"),
        (
            "Mobile zéro six, douze, trente-quatre, vingt et un, dix-huit",
            "zéro six, douze, trente-quatre, vingt et un, dix-huit",
        ),
        (
            "Call me: oh six three nine nine eight one two three four, evenings",
            "oh six three nine nine eight one two three four",
        ),
        (
            "zero six, thirty-nine, ninety-eight, twelve, thirty-four",
            "zero six, thirty-nine, ninety-eight, twelve, thirty-four",
        ),
        ("oh two oh, seven nine four six, oh nine five eight", None),
        ("plus four four two oh seven nine four six oh nine double five", None),
        (
            "call me on five five oh one three nine four five six",
            "five five oh one three nine four five six",
        ),
        ("zéro six 39 98 un deux trois quatre", None),
        ("06\n39\n98\n12\n34", None),
        ("Mon numéro :\n- 06\n- 39\n- 98\n- 12\n- 34", "06\n- 39\n- 98\n- 12\n- 34"),
        ("0\n6\n3\n9\n9\n8\n1\n2\n3\n4", None),
        ("Appelez-moi :\n01\n25\n31\n18\n07", "01\n25\n31\n18\n07"),
        ("Camille :\n06\n39\n98\n12\n34", "06\n39\n98\n12\n34"),
        ("Call me at\n01\n12\n23\n34\n45", "01\n12\n23\n34\n45"),
        (
            "call me at zero one two three four five six seven eight nine",
            "zero one two three four five six seven eight nine",
        ),
        (
            "reach us on one two three four five six seven eight nine",
            "one two three four five six seven eight nine",
        ),
        ("Write to sarah.k%40ardemont.example today", "sarah.k%40ardemont.example"),
        ("mailto:sarah.k%40ardemont.example", "sarah.k%40ardemont.example"),
        ("sarah.k&#64;ardemont.example", "sarah.k&#64;ardemont.example"),
        ("Numéro de sécu : 2 85 07 44 109 022 37", "2 85 07 44 109 022 37"),
        ("06\u202f39\u202f98\u202f12\u202f34", "06\u202f39\u202f98\u202f12\u202f34"),
        ("0 6 3 9 9 8 1 2 3 4", "0 6 3 9 9 8 1 2 3 4"),
        ("06\u200b39981234", "06\u200b39981234"),
        ("+33 6 39 98 12 34", "+33 6 39 98 12 34"),
        ("Voici le 06 39 98 12 34 de Sarah", "06 39 98 12 34"),
        ("écrire à jean.dupont@gmail[.]com", "jean.dupont@gmail[.]com"),
        ("jean.dupont＠gmail。com", "jean.dupont＠gmail。com"),
        ("write to jean.dupont at gmail.com", "jean.dupont at gmail.com"),
        ("jean.dupont à orange point fr", "jean.dupont à orange point fr"),
        ("Mon numéro : 06_39_98_12_34", "06_39_98_12_34"),
        ("06 · 39 · 98 · 12 · 34", "06 · 39 · 98 · 12 · 34"),
        ("06|39|98|12|34", "06|39|98|12|34"),
        ("Call +33 6 39 98 12 34 of course", "+33 6 39 98 12 34"),
        ("Ring 020 7946 0958 of our London desk", "020 7946 0958"),
        ("mdup\ufe0font@exem\ufe0fple.fr", "mdup\ufe0font@exem\ufe0fple.fr"),
        ("+33(0)1 44 55 66 77", "+33(0)1 44 55 66 77"),
        ("020 7946 0958", "020 7946 0958"),
        ("(312) 555-0134", "(312) 555-0134"),
        ("0470 12 34 56", "0470 12 34 56"),
        ("079 123 45 67", "079 123 45 67"),
        ("call me on 5550134567 today", "5550134567"),
        ("FR76 3000 6000 0112 3456 7890 189 merci", "FR76 3000 6000 0112 3456 7890 189"),
        ("FR76\u00a03000\u00a06000\u00a00112\u00a03456\u00a07890\u00a0189", None),
        ("4111 1111 1111 1111", "4111 1111 1111 1111"),
        ("378282246310005", "378282246310005"),
        ("1 85 05 78 006 084 91", "1 85 05 78 006 084 91"),
        ("SIREN 732 829 320", "732 829 320"),
        ("SIRET 732 829 320 00074", "732 829 320 00074"),
        ("TVA FR40303265045", "FR40303265045"),
        ("BE0403.019.261", "BE0403.019.261"),
        ("CHE-116.281.710 TVA", "CHE-116.281.710"),
        ("123-45-6789", "123-45-6789"),
        ("AB 12 34 56 C", "AB 12 34 56 C"),
        ("Elle habite au 12 bis rue des Lilas, 69003 Lyon", "12 bis rue des Lilas, 69003 Lyon"),
        ("she lives at 221 Baker Street", "221 Baker Street"),
    ],
)
def test_finds_what_reaches_or_identifies_somebody(text: str, piece: str | None) -> None:
    assert blocked(text) == [piece or text]


@pytest.mark.parametrize(
    "text",
    [
        "Merci @Sarah Keller pour la visite.",
        "merci @ardemont. fr comme français",
        "@jean@mastodon.example.social",
        "https://medium.example/@jean.dupont",
        "git@code.example:equipe/projet.git",
        "https://medium.example/%40jean.dupont",
        "https://forum.example/u/%40sarah/posts?page=2",
        "Le %40 dans une adresse veut dire @",
        "rendez-vous at home, point final",
        "ten nine eight seven six five four three two one zero, lift-off",
        "zero one two three four five six seven eight nine",
        "one two three four five, once I caught a fish alive",
        "one, two, one, two: the microphone works",
        "oh one more thing: two of the three teams ship on four days",
        "01\n02\n03\n04\n05\n06",
        "Scores :\n3\n12\n8\n7\n15",
        "Tirage :\n05 numéros\n12 boules\n08 étoiles",
        "0\n1\n2\n3\n4\n5\n6\n7\n8\n9",
        "Résultats :\n01\n25\n31\n18\n07",
        "Results:\n01\n25\n31\n18\n07",
        "Départements :\n01\n69\n38\n73\n26",
        "Goals:\n0\n2\n1\n3\n0\n1\n2\n4\n1\n0",
        "01\n12\n05\n09\n11",
        "oh one, oh three, oh five, oh two, oh nine",
        "zero one, zero four, zero two, zero eight, zero three",
        "Text: one, two, three, four, five, six, seven, eight, nine",
        "Équipe A\n12\n34\n56\n78\nÉquipe B",
        "39 000 000 d'habitants",
        "12 345 678 clients",
        "1 234 567 890 euros",
        "+3 000 000 de clients, +33 000 000 people",
        "0 612 345 678 €",
        "Elle travaille à gmail.com depuis 2019, on se voit à paris.fr",
        "We met at gmail.com, and signed up at outlook.com",
        "@equipe point final, le groupe @nuit. Com interne",
        "2026_11_29_10_30, v_1_2_3_4_5_6",
        "| 12 | 34 | 56 | 78 |",
        "le 12/03/2026 à 10:30",
        "2026-03-12 10:30:00",
        "version 10.15.7.1",
        "192.168.2.2",
        "ISBN 978-2-07-036822-8",
        "réf. 123456789",
        "commande 4111 1111 1111 1112",
        "FR76 3000 6000 0112 3456 7890 188",
        "1 85 05 78 006 084 92",
        "SIREN 732 829 321",
        "de 136 695 976 euros",
        "de 2019 à 2026, 12 000 personnes",
        "1 607 heures par an",
        "standard ISO 9001 2015 27001",
        "registered 12 345 678 views",
        "zéro défaut, six sigma, dix ans, deux sites, trois équipes",
        "driver's license number is 5130634",
        "ratio 16:9, 1920x1080",
        "page 112, 113, 114, 115",
        "+18 % et +10 000 clients",
        "Appelez-nous, 12 000 clients le font",
        "550e8400-e29b-41d4-a716-446655440000",
        "le 3949, le 112 ou le 15",
        "Notre siège : 12 rue des Lilas, 69003 Lyon",
        "RFC 2616, ISO 27001",
    ],
)
def test_lets_other_numbers_and_names_pass(text: str) -> None:
    assert findings(text) == []


@pytest.mark.parametrize(
    "address", ["contact@ardemont.example", "recrutement@ardemont.example", "web-design@a.example"]
)
def test_a_mailbox_that_is_nobodys_earns_advice(address: str) -> None:
    (finding,) = findings(f"Écrivez à {address} avant lundi.")
    assert finding.severity is Severity.WARN


def test_a_mailbox_that_is_nobodys_passes_when_the_source_gives_it() -> None:
    source = "Inscription : contact@ardemont.example."
    assert findings("Écrivez à contact@ardemont.example.", source) == []


def test_a_persons_address_is_stopped_even_when_the_source_gives_it() -> None:
    source = "Inscription auprès de sarah.keller@ardemont.example."
    assert findings("Écrivez à sarah.keller@ardemont.example.", source)


def test_a_mailbox_of_a_role_written_as_links_write_it_is_one_too() -> None:
    (finding,) = findings("Write to contact%40ardemont.example today.")
    assert finding.severity is Severity.WARN


def test_the_contents_own_link_may_hold_an_encoded_address() -> None:
    url = "https://lists.example/show?from=sarah.k%40ardemont.example&page=2"
    text = f"Lire : {url}"
    own = Circumstances(
        now=datetime(2026, 3, 11, tzinfo=UTC),
        organization=Organization(name="Ardemont"),
        source=Source("Un texte.", url=url),
    )
    assert list(CHECK.inspect(Reading(Draft(text, FR)), own)) == []
    other = replace(own, source=Source("Un texte.", url="https://lists.example/"))
    assert list(CHECK.inspect(Reading(Draft(text, FR)), other))
    beside = Reading(Draft("sarah.k%40ardemont.example", FR))
    assert list(CHECK.inspect(beside, own))


@pytest.mark.parametrize("language", [FR, EN])
def test_the_suggestion_is_in_the_language_of_the_draft(language: Language) -> None:
    reading = Reading(Draft("06 39 98 12 34", language))
    circumstances = Circumstances(
        now=datetime(2026, 3, 11, tzinfo=UTC), organization=Organization(name="Ardemont")
    )
    (finding,) = CHECK.inspect(reading, circumstances)
    assert finding.suggestion in {"[lien vers la page publique]", "[link to the public page]"}
    assert ("lien" in (finding.suggestion or "")) == (language is FR)


def test_no_message_repeats_the_data() -> None:
    (finding,) = findings("Appelle au 06 39 98 12 34")
    assert not any(digit in finding.message.fr + finding.message.en for digit in "0123456789")


def test_a_role_of_the_company_s_own_domain_is_nobody() -> None:
    text = "Écrivez à contact@ardemont.example ou à contact@ailleurs.example."
    circumstances = Circumstances(
        now=datetime(2026, 3, 11, tzinfo=UTC),
        organization=Organization(name="Ardemont", domains=("ardemont.example",)),
    )
    found = list(CHECK.inspect(Reading(Draft(text, FR)), circumstances))
    assert [text[one.span.start : one.span.end] for one in found if one.span] == [
        "contact@ailleurs.example"
    ]
