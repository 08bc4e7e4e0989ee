from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from domain.review import Circumstances, Finding, Repair, Severity, Source
from guardrails.checks.grounding import Grounding
from guardrails.reading import Reading
from tests.contracts.rule import RuleContract
from tests.guardrails.checks.grounded_posts import TOLD, planted

FR, EN = Language.FRENCH, Language.ENGLISH
CHECK = Grounding()
NOW = datetime(2026, 3, 11, tzinfo=UTC)
ARDEMONT = Organization(
    name="Ardemont", aliases=("Groupe Ardemont",), products=("Flow",), directory=("Sarah Keller",)
)
TEST = (
    "Sur trois sites, l'étude mesure 18 % d'arrêts en moins. À Lyon, Claire Dubois a lancé le "
    "pilote le jeudi 12 mars 2026 à 8h30 avec 1 000 capteurs et un budget de 3 M€. Le réglage "
    "prend 12 minutes au lieu de 40. « Le planning n'est plus une simple feuille », résume Hugo "
    "Marchetti. Quatre responsables sur dix citent l'outil. Bilan complet au T3 2026, version 4.2. "
    "La Belgique suivra. L'atelier de l'Institut Bellanger compte 39,6 % d'apprentis."
)


class TestContract(RuleContract):
    fragments = (
        "18 % d'arrêts en moins",
        "le 12 mars 2026 à 8h30",
        "3 millions d'euros",
        "« Le planning n'est pas une feuille »",
        "Marie Lefort",
        "quatre sur dix",
    )

    def rule(self) -> Grounding:
        return CHECK

    def circumstances(self) -> Circumstances:
        return Circumstances(
            now=NOW, organization=ARDEMONT, source=Source(TEST), notes=("Vu à Nantes.",)
        )


class TestContractWithoutSource(RuleContract):
    fragments = ("18 % d'arrêts en moins", "3 millions d'euros", "selon l'étude")

    def rule(self) -> Grounding:
        return CHECK


def findings(
    text: str,
    source: str | None = TEST,
    *,
    notes: tuple[str, ...] = (),
    language: Language = FR,
    author: str | None = None,
) -> list[Finding]:
    circumstances = Circumstances(
        now=NOW,
        organization=ARDEMONT,
        source=Source(source) if source else None,
        notes=notes,
        author=author,
    )
    return list(CHECK.inspect(Reading(Draft(text, language)), circumstances))


def untraced(text: str, source: str | None = TEST, *, notes: tuple[str, ...] = ()) -> list[str]:
    """Return the pieces of a text that cannot be traced."""
    spans = [finding.span for finding in findings(text, source, notes=notes)]
    return [text[span.start : span.end] for span in spans if span is not None]


@pytest.mark.parametrize(
    "text",
    [
        "18 %, 18%, 18\u202f%, dix-huit pour cent, 18 pour cent, 18 percent, eighteen per cent",
        "1 000 capteurs, 1000 capteurs, 1,000 sensors, 1.000 capteurs, mille capteurs",
        "3 M€, 3M€, 3 millions d'euros, €3 million, €3m, 3 000 000 €, 3 millions €, 3 MEUR",
        "12 minutes, douze minutes, 12 petites minutes, 12-minute, de 40 à 12 minutes",
        "12 mars 2026, 12/03/2026, 2026-03-12, March 12, 2026, 12th of March 2026, le 12 mars",
        "8h30, 8 h 30, 8:30, 8.30 am",
        "jeudi, Thursday",
        "quatre sur dix, 4 sur 10, four in ten, 40 %",
        "au T3 2026, troisième trimestre 2026, Q3",
        "près de 40 % d'apprentis",
        "trois sites",
        "version 4.2",
    ],
)
def test_another_way_of_writing_a_fact_is_the_same_fact(text: str) -> None:
    assert untraced(text) == []


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("Un recul de 80 %.", "80 %"),
        ("18 points de moins", "18 points"),
        ("18 km de moins", "18 km"),
        ("18 sites équipés", "18"),
        ("10 000 capteurs", "10 000"),
        ("100 capteurs", "100"),
        ("3 Md€", "3 Md€"),
        ("3 M$", "3 M$"),
        ("3 k€", "3 k€"),
        ("12 heures", "12 heures"),
        ("vingt-huit pour cent", "vingt-huit pour cent"),
        ("cinq sites", "cinq"),
        ("six responsables sur dix", "six responsables sur dix"),
        ("13 mars 2026", "13 mars 2026"),
        ("12 avril", "12 avril"),
        ("12 mars 2025", "12 mars 2025"),
        ("en 2019", "2019"),
        ("à 9h30", "9h30"),
        ("mardi", "mardi"),
        ("au T1 2026", "T1 2026"),
        ("version 4.3", "4.3"),
        ("avec l'A320", "A320"),
        ("près de 50 % d'apprentis", "50 %"),
        ("À Marseille.", "Marseille"),
        ("Marseille suivra.", "Marseille"),
        ("Merci à Marie Dubois.", "Marie Dubois"),
        ("Merci à Claire Marchetti.", "Claire Marchetti"),
        ("Merci à l'Institut Vauquelin.", "Vauquelin"),
        ("En Suède.", "Suède"),
        ("« Le planning n'est pas une simple feuille »", None),
        ("“Le planning n'est plus une simple page”", None),
    ],
)
def test_a_wrong_fact_is_found_at_its_place(text: str, piece: str | None) -> None:
    assert untraced(text) == [piece or text]


@pytest.mark.parametrize(
    "text",
    [
        "Je travaille chez Ardemont, dans l'équipe qui construit Flow.",
        "Groupe Ardemont, Ardemont Flow et LinkedIn.",
        "Trois choses que j'ai apprises, deux idées, cinq conseils.",
        "1. Préparer\n2. Essayer\n3. Mesurer",
        "Étape 2 : revenir page 7 (1/3)",
        "Beaucoup d'équipes hésitent. Heureusement, Claire Dubois a essayé. Imaginez !",
        "Le 12, à Lyon. Des Lyonnais y seront.",
        "Hier, demain, lundi prochain ? Non : jeudi.",
        "#Maintenance2030 https://ardemont.example/2019/etude-45 @equipe_flow",
        "L'IA, la RSE, le B2B et la 5G, 24/7.",
        "[à compléter : vos 3 conseils pour 2030]",
        "« Planning » ou « simple feuille » ?",
        "« Le planning […] une simple feuille »",
        "« LE PLANNING N’EST PLUS UNE SIMPLE FEUILLE. »",
        "Supply Chain et Intelligence Artificielle",
        "Mille mercis, et bravo cent fois.",
        "Hugo et Dubois en parlent.",
        "Belgium comes next.",
    ],
)
def test_what_states_nothing_new_passes(text: str) -> None:
    assert [one for one in untraced(text) if one != "lundi"] == []


def test_notes_and_author_count_as_said() -> None:
    text = "Je suis Nadia Ferrand, et à Nantes j'ai compté 27 pannes."
    assert set(untraced(text)) == {"Nadia Ferrand", "Nantes", "27"}
    notes = ("vu 27 pannes à nantes",)
    assert findings(text, notes=notes, author="Nadia Ferrand") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rinsing the filters took 33 m³.", []),
        ("Filling took 38 m³, rinsing 33.", []),
        ("Rinsing the filters took 33 litres.", ["33 litres"]),
        ("The staff drank 21 m³.", ["21 m³"]),
    ],
)
def test_the_parts_of_a_sum_have_its_unit(text: str, found: list[str]) -> None:
    source = "Those 109 m³ have been followed: 38 for the filling, 33 for rinsing. Staff: 21 there."
    around = Circumstances(now=NOW, organization=ARDEMONT, source=Source(source))
    spans = [one.span for one in CHECK.inspect(Reading(Draft(text, EN)), around)]
    assert [text[span.start : span.end] for span in spans if span] == found


def test_what_the_author_receives_is_a_fact_they_declared() -> None:
    text = "Collaboration commerciale : je reçois une carte cadeau de 30 €."
    around = Circumstances(now=NOW, organization=ARDEMONT, source=Source(TEST))
    reading = Reading(Draft(text, FR))
    assert [one.span for one in CHECK.inspect(reading, around)]
    declared = replace(around, consideration="une carte cadeau de 30 €")
    assert not list(CHECK.inspect(reading, declared))
    more = Reading(Draft(text.replace("30", "300"), FR))
    assert list(CHECK.inspect(more, declared))


def test_people_sign_with_their_first_name() -> None:
    text = "Merci à Inês pour la relecture."
    assert findings(text, author="Inês Valverdinho") == []
    assert findings(text) != []


def test_notes_alone_are_evidence_too() -> None:
    assert untraced("27 pannes, puis 28.", None, notes=("27 pannes",)) == ["28"]


def test_a_full_name_may_be_shortened_but_not_mixed() -> None:
    source = "Anne Sophie Le Guen et Paul Martinez signent."
    assert untraced("Le Guen, Anne Le Guen, Martinez", source) == []
    assert untraced("Paul Le Guen", source) == ["Paul Le Guen"]


def test_places_have_names_in_both_languages() -> None:
    source = "Offices in London, Germany and the United States."
    assert untraced("À Londres, en Allemagne et aux États-Unis.", source) == []
    assert untraced("En Espagne.", source) == ["Espagne"]


def test_a_figure_that_has_one_counterpart_is_suggested() -> None:
    (finding,) = findings("Un budget de 5 M€.")
    assert finding.suggestion == "3 M€"
    (finding,) = findings("Les travaux durent 15 minutes.")
    assert finding.repair is Repair.ADVISE  # the only minutes of the source are a setting's


def test_a_false_quotation_is_one_finding() -> None:
    assert len(findings("« Le planning a coûté 77 M€ à Marseille »")) == 1


@pytest.mark.parametrize(
    "text", ["18 % d'arrêts en moins.", "3 M€ économisés.", "Quatre équipes sur dix le font."]
)
def test_without_source_or_notes_a_measuring_figure_is_asked_about_once(text: str) -> None:
    (finding,) = findings(f"{text} Et 12 % de plus.", None)
    assert finding.severity is Severity.WARN


@pytest.mark.parametrize(
    "text",
    [
        "Trois choses que j'ai apprises sur les plannings cette année.",
        "18 % d'arrêts en moins, selon l'étude publique.",
        "18 % d'arrêts en moins : https://ardemont.example/etude",
        "18% fewer stops: [study]",
        "Rendez-vous jeudi 12 mars à 9h avec Marie Lefort.",
    ],
)
def test_without_source_or_notes_the_rest_passes(text: str) -> None:
    assert findings(text, None) == []


def test_common_names_are_the_charters_to_choose() -> None:
    text = "Avec Kaizenor, tout change."
    assert [one.message.en for one in findings(text)] != []
    circumstances = Circumstances(now=NOW, organization=ARDEMONT, source=Source(TEST))
    lenient = Grounding(common_names=("Kaizenor",))
    assert list(lenient.inspect(Reading(Draft(text, FR)), circumstances)) == []


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told.source[:30])
def test_good_posts_pass(told: object) -> None:
    assert isinstance(told, type(TOLD[0]))
    for post in told.posts:
        assert findings(post, told.source, language=told.language) == [], post


def test_planted_errors_are_caught() -> None:
    missed = [
        one
        for one in planted()
        if not findings(one.text, one.told.source, language=one.told.language)
    ]
    total = sum(1 for _ in planted())
    assert total > 300
    assert len(missed) / total <= 0.02, [one.error for one in missed]
