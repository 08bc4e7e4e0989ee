from datetime import UTC, datetime
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.drafts import Draft, Nearness
from domain.language import Language
from domain.organization import Organization
from domain.review import Circumstances, Fingerprint, Severity, Source
from guardrails.checks.near_duplicates import NearDuplicates
from guardrails.reading import Reading
from recommender.encoders import encoder_once
from tests.contracts.rule import RuleContract

FR, EN = Language.FRENCH, Language.ENGLISH
CHECK = NearDuplicates(key=b"a secret")
NOW = datetime(2026, 3, 11, tzinfo=UTC)
ARDEMONT = Organization(name="Ardemont", products=("Flow",), directory=("Sarah Keller",))
ALONE = Circumstances(
    now=NOW, organization=ARDEMONT, source=Source("Texte.", authors=("Claire Dubois",))
)
QUOTED = "« Le planning n'est plus une feuille accrochée au mur de l'atelier »"


def fingerprint(text: str) -> Fingerprint:
    return CHECK.fingerprint(Draft(text, FR), ALONE)


def nearness(one: str, other: str) -> Nearness:
    return CHECK.nearness(fingerprint(one), [fingerprint(other)])


class TestContract(RuleContract):
    fragments = ("Notre étude montre 18 % d'arrêts en moins, à lire ici.", QUOTED)

    def rule(self) -> NearDuplicates:
        return CHECK

    def circumstances(self) -> Circumstances:
        colleague = fingerprint("Notre étude montre 18 % d'arrêts en moins, à lire ici.")
        return Circumstances(now=NOW, organization=ARDEMONT, neighbours=(colleague,))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Fier de travailler chez Ardemont ! L'étude annonce 18 % d'arrêts en moins. À lire.",
            "Très fier de travailler chez Ardemont ! L'étude annonce 18 % d'arrêts en moins !",
        ),
        (
            "Ravi de partager notre étude sur la maintenance : trois sites, des résultats.",
            "HEUREUX DE PARTAGER NOTRE ETUDE SUR LA MAINTENANCE ; trois sites, et des résultats.",
        ),
        (
            "Quand le planning est partagé chaque matin, les équipes gagnent du temps.",
            "Les équipes gagnent du temps, quand le planning est partagé chaque matin.",
        ),
        (
            "Deux jours sans réunion. Voici ce que nous avons appris en essayant vraiment.",
            "Une expérience. Voici ce que nous avons appris en essayant vraiment. Alors ?",
        ),
    ],
)
def test_near_copies_are_near(one: str, other: str) -> None:
    assert nearness(one, other).is_near


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Je travaille chez Ardemont. Ce que j'en retiens : 18 % d'arrêts en moins.",
            "Chez Ardemont, où je travaille, une question : qui prévient l'équipe de nuit ?",
        ),
        (
            f"{QUOTED} : cette phrase m'a fait sourire. Et chez vous ?",
            f"J'ai pensé à ma première usine en lisant ceci. {QUOTED}.",
        ),
        (
            "Un bel article https://ardemont.example/etude/planning/atelier/2026",
            "À relire ce soir : https://ardemont.example/etude/planning/atelier/2026",
        ),
        (
            "Bilan mitigé. #Maintenance #Industrie #Qualité #Flow",
            "Encore du travail. #Maintenance #Industrie #Qualité #Flow",
        ),
        (
            "Merci à Sarah Keller et Claire Dubois.",
            "Bravo à Sarah Keller et Claire Dubois.",
        ),
        (
            "Je travaille chez Ardemont. La nuit, tout change.",
            "Je travaille chez Ardemont. Le réglage dure douze minutes.",
        ),
    ],
)
def test_quotations_links_names_and_disclosure_are_shared_by_right(one: str, other: str) -> None:
    assert not nearness(one, other).is_near


WHOLE = (
    "« Tu vas pouvoir décrire et configurer des machines virtuelles depuis un seul fichier texte,"
    " le Vagrantfile »"
)
HOLE = "[à compléter : votre critère ; un essai, son résultat ; ce qui fait hésiter]"
OTHER_HOLE = "[à compléter : un moment précis ; un détail vécu ; votre rôle ici]"
SHORTER = "« Un dernier mot avant la fin, l’ordre des redirections est très important ! »"
MINE = "Je travaille chez Ardemont. [à compléter : votre outil préféré ; votre point de départ]"
OTHERS = "Je travaille chez Ardemont. [à compléter : le piège rencontré ; votre point de départ]"
CLOSING = "Vos retours sont les bienvenus."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"Je l’ai lu ce matin : {WHOLE}. À méditer.", f"{WHOLE}. Une phrase qui me suit."),
        (
            f"L’article explique : {WHOLE}. Je travaille chez Ardemont. {HOLE}\n\n{CLOSING}",
            f"L’article explique : {WHOLE}. {OTHER_HOLE}\n\nJe travaille chez Ardemont. {CLOSING}",
        ),
        (
            f"Pour citer « Les redirections » : {SHORTER}\n\n{MINE}\n\nLe sujet vous parle ?",
            f"Extrait de « Les redirections » : {SHORTER}\n\n{OTHERS}",
        ),
    ],
)
def test_the_same_quotation_and_little_else_is_near(one: str, other: str) -> None:
    found = nearness(one, other)
    assert found.is_near
    assert found.similarity <= 0.30


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            f"{WHOLE} : voilà ce que j’attendais, moi qui passais mes lundis aux mêmes gestes.",
            f"Ce qui a convaincu l’équipe tient en une ligne, {WHOLE}, et en deux semaines.",
        ),
        (f"Un mot de l’article : {WHOLE}.", "Je n’ai pas d’avis sur ce fichier, et vous ?"),
        ("« Un seul fichier », dit l’article.", "« Un seul fichier », et puis quoi encore ?"),
        (
            "« La vanne ferme quand on l’oublie », dit la cheffe d’équipe. À lire jusqu’ici.",
            "« La vanne ferme quand on l’oublie », dit la cheffe d’équipe. Et chez vous, qui ?",
        ),
        (
            "We set each valve by hand. “A valve you forget is shut,” says the guide.",
            "“A valve you forget is shut,” says the guide. True?",
        ),
    ],
)
def test_the_same_quotation_in_another_text_is_not(one: str, other: str) -> None:
    assert not nearness(one, other).is_near


def test_a_long_quotation_alone_is_no_run_of_words() -> None:
    rest = [" ".join(f"{name}{number}" for number in range(60)) for name in ("mot", "autre")]
    assert not nearness(f"{WHOLE} {rest[0]}", f"{rest[1]} {WHOLE}").is_near


words = st.lists(st.sampled_from("un deux trois flux poste nuit jour été".split()), max_size=40)


@given(one=words, other=words, quoted=words)
def test_nearness_is_symmetric(one: list[str], other: list[str], quoted: list[str]) -> None:
    said = f" « {' '.join(quoted)} »"
    mine, theirs = fingerprint(" ".join(one) + said), fingerprint(" ".join(other) + said)
    assert CHECK.nearness(mine, [theirs]) == CHECK.nearness(theirs, [mine])


@given(text=st.lists(st.sampled_from("un deux flux poste nuit".split()), min_size=3, max_size=40))
def test_a_text_is_as_near_as_can_be_to_itself(text: list[str]) -> None:
    found = nearness(" ".join(text), " ".join(text))
    assert found.similarity == 1.0
    assert found.is_near


@given(text=st.text(max_size=300))
def test_any_text_has_a_fingerprint_of_bounded_size(text: str) -> None:
    assert len(fingerprint(text).shingles) <= len(text) + 1


def test_a_run_of_more_than_six_words_is_near_in_any_length_of_text() -> None:
    shared = "le réglage prend douze minutes au lieu"
    one = f"Sur la ligne deux {shared} de quarante. " + "Un mot. Puis un autre. " * 3
    other = "Rien à voir avec le sujet du jour, " * 3 + f"sauf que {shared} d'une heure."
    assert nearness(one, other).is_near
    assert not nearness(one, other.replace("douze", "13")).is_near


def test_runs_do_not_cross_what_is_left_out() -> None:
    one = "Premier jour « une citation entière » enfin fini"
    other = "Premier jour enfin fini"
    assert nearness(one, other).similarity == 0.0


def test_a_fingerprint_depends_on_the_key() -> None:
    other = NearDuplicates(key=b"another secret").fingerprint(Draft("un deux trois", FR), ALONE)
    assert other != fingerprint("un deux trois")


TOLD = (
    "Le télétravail ne se résume pas à deux jours par semaine. Il oblige à écrire ce que l'on se "
    "disait à la machine à café, et c'est cette écriture qui a le plus aidé nos nouveaux."
)
TOLD_AGAIN = (
    "Deux jours par semaine, ce n'est pas tout le télétravail. Il faut écrire ce qu'on se racontait"
    " près de la machine à café ; nos nouveaux, c'est cette écriture qui les a le plus aidés."
)
ANOTHER = (
    "Le télétravail change les réunions : chacun a la même place à l'écran, et ceux qui parlaient "
    "peu demandent enfin la parole. Nos équipes en tirent trois règles simples."
)


def test_with_an_encoder_the_same_told_in_other_words_is_near_and_another_idea_is_not() -> None:
    check = NearDuplicates(key=b"a secret", encoder=encoder_once())
    told, again, another = (
        check.fingerprint(Draft(text, FR), ALONE) for text in (TOLD, TOLD_AGAIN, ANOTHER)
    )
    assert not nearness(TOLD, TOLD_AGAIN).is_near, "words alone do not show it"
    assert check.nearness(told, [again]).is_near
    assert not check.nearness(told, [another]).is_near


def test_a_near_twin_is_one_finding_with_the_weight_of_the_clause() -> None:
    neighbours = (fingerprint("Notre étude est en ligne, venez la lire."),) * 3
    reading = Reading(Draft("Notre étude est en ligne, venez la lire !", EN))
    circumstances = Circumstances(now=NOW, organization=ARDEMONT, neighbours=neighbours)
    (finding,) = CHECK.inspect(reading, circumstances)
    assert (finding.rule, finding.severity, finding.span) == ("CH-06", Severity.BLOCK, None)


def test_the_nearest_of_many_decides_and_all_are_counted() -> None:
    mine = fingerprint("Notre étude est en ligne, venez la lire.")
    others = [fingerprint(f"Tout autre chose, numéro {number}.") for number in range(9)]
    assert not CHECK.nearness(mine, others).is_near
    found = CHECK.nearness(mine, [*others, mine])
    assert (found.similarity, found.compared, found.is_near) == (1.0, 10, True)


@pytest.mark.parametrize(
    "thresholds",
    [
        {"most_alike": 0.0},
        {"most_alike": 1.1},
        {"longest_run": 2},
        {"most_alike_quoted": 0.0},
        {"most_alike_quoted": 1.1},
    ],
)
def test_refuses_thresholds_that_cannot_be(thresholds: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="most_alike"):
        NearDuplicates(key=b"k", **thresholds)


def test_a_charter_that_lets_more_be_alike_lets_quotations_too() -> None:
    check = NearDuplicates(key=b"k", most_alike=1.0, longest_run=99)
    mine, other = (
        check.fingerprint(Draft(text, FR), ALONE)
        for text in (f"À lire : {WHOLE}.", f"{WHOLE}, dit-on ici.")
    )
    assert not check.nearness(mine, [other]).is_near


def test_a_thousand_neighbours_are_compared_while_somebody_waits() -> None:
    words = [f"mot{number}" for number in range(220)]
    mine = fingerprint(" ".join(words))
    others = [
        fingerprint(" ".join([*words[:150], *(f"x{number}{at}" for at in range(70))]))
        for number in range(50)
    ] * 20
    times = []
    for _ in range(3):
        started = process_time()
        CHECK.nearness(mine, others)
        times.append(process_time() - started)
    assert min(times) < 1


@pytest.mark.parametrize(
    "mark",
    [
        "[à compléter : ce que vous en retenez pour votre équipe]",
        "[to complete: what you keep of it for your own team]",
    ],
)
def test_a_mark_to_fill_is_read_like_any_other_words(mark: str) -> None:
    assert nearness(f"Un soir à l’atelier. {mark}", f"Bravo aux apprentis. {mark}").is_near
