"""What somebody writes themselves holds words that quote nobody, and figures that count its own."""

from datetime import UTC, datetime

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from domain.review import Circumstances, Finding, Severity, Source
from guardrails.checks.grounding import Grounding
from guardrails.reading import Reading

COMPANY = Organization(name="Fonderies Lacaze", aliases=("Lacaze",))
NOTE = "Formateur, arrivé à 6.30, sept apprentis. Trainer, there at 6.30, seven apprentices."
SOURCE = Source(
    "La halle 2 compte 62 personnes et 40 opérateurs ; la directrice a dit : « Le sable ne ment "
    "jamais à personne. » Hall 2 has 62 people and 40 operators; the director said: “Sand never "
    "lies to anybody at all.” 40 boîtes."
)


def findings(
    text: str, *, source: Source | None = None, share: float | None = None
) -> list[Finding]:
    circumstances = Circumstances(
        now=datetime(2026, 11, 29, tzinfo=UTC),
        organization=COMPANY,
        source=source,
        notes=(NOTE,),
        draft_share=share,
    )
    return list(Grounding().inspect(Reading(Draft(text, Language.FRENCH)), circumstances))


SPEECH = [
    "La question que j'entends le plus : « Je ne sais pas si c'est ici, mais… »",
    "On se répète tous « on voit ça demain matin », et demain arrive.",
    "Un client m'a demandé « à quoi sert donc ce bouton ? » hier.",
    "« Tu as vraiment tout compris ? » ne sert à rien.",
    'The question I hear most: "Will it look like that on my wall?"',
    "What we look for: the courage to say \"I don't know, I'll find out\".",
    'A neighbour asked "is your bank the best one?" over the hedge.',
    'Things I said today: "It\'s only a bit of rain."',
]


@pytest.mark.parametrize("text", SPEECH)
def test_words_of_nobody_in_particular_are_only_asked_about(text: str) -> None:
    assert {one.severity for one in findings(text)} == {Severity.WARN}


@pytest.mark.parametrize("text", SPEECH)
def test_of_a_machine_they_are_an_invention(text: str) -> None:
    assert {one.severity for one in findings(text, share=1.0)} == {Severity.BLOCK}


@pytest.mark.parametrize(
    "text",
    [
        "« Le sable ne ment presque jamais à personne », voilà ma phrase du jour.",
        "Notre directrice le répète : « nous irons deux fois plus vite demain ».",
        "« Nous irons deux fois plus vite demain », explique-t-elle.",
        "« Nous irons deux fois plus vite demain », selon Hélène Vasseur.",
        'The mayor put it well: "we will all go much faster".',
        '"We will all go much faster", she said.',
        '"We will all go much faster," says Alice Morvan.',
        'A study puts it so: "we will all go much faster".',
    ],
)
def test_words_of_somebody_or_nearly_those_of_the_source_must_be_true(text: str) -> None:
    assert Severity.BLOCK in {one.severity for one in findings(text, source=SOURCE)}


@pytest.mark.parametrize(
    "text",
    [
        "Trois idées reçues sur le moulage :\n1. Le sable.\n2. Le feu.\n3. L'eau.",
        "Three myths about moulding:\n\n- Sand.\n- Fire.\n- Water.",
        "It is 6.30 a.m., the doors open.",
        "I come in on Mondays and Sundays.",
        "Chut, on moule. Ouch, that was hot. Unpopular opinion: sand is fun.",
        "Le VPN, la TVA et le SMIC n'ont pas de secret pour nous. Our GP said so.",
        "La moitié des gens croient que c'est facile. Half of the people think it is easy.",
    ],
)
def test_what_states_nothing_of_a_source_stops_nobody(text: str) -> None:
    assert Severity.BLOCK not in {one.severity for one in findings(text)}


def test_a_name_within_words_of_nobody_is_still_looked_up() -> None:
    text = "La question du jour : « Quand revient donc Thessaly Brankovic ? »"
    assert Severity.BLOCK in {one.severity for one in findings(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Nous avons mis « Demandez à Joséphine, elle compte les boîtes » sur la porte.",
        'We swapped the old sign for "Ask Joséphine, she counts boxes".',
    ],
)
def test_the_words_of_a_sign_are_only_asked_about(text: str) -> None:
    source = Source(f"Joséphine compte les boîtes. Joséphine counts boxes. {SOURCE.text}")
    assert {one.severity for one in findings(text, source=source)} == {Severity.WARN}
    assert {one.severity for one in findings(text, source=source, share=1.0)} == {Severity.BLOCK}


@pytest.mark.parametrize(
    "text",
    [
        "« Demandez à Joséphine, elle compte 9 000 boîtes » : c'est sur la porte.",
        "« Demandez à Thessaly Brankovic, elle compte les boîtes » : c'est sur la porte.",
        "« Demandez à Joséphine, elle compte les boîtes », dit la directrice.",
        '"Ask Joséphine, she counts boxes", says the director.',
    ],
)
def test_a_sign_tells_no_new_facts_and_speaks_for_nobody(text: str) -> None:
    source = Source(f"Joséphine compte les boîtes. Joséphine counts boxes. {SOURCE.text}")
    assert Severity.BLOCK in {one.severity for one in findings(text, source=source)}


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("It's half past nine and the kettle is on.", Severity.WARN),
        ("Il est six heures moins le quart, le café est prêt.", Severity.WARN),
        ("We open at half past nine.", Severity.BLOCK),
        ("Nous ouvrons à six heures moins le quart.", Severity.BLOCK),
    ],
)
def test_a_time_said_in_passing_is_only_asked_about(text: str, severity: Severity) -> None:
    assert {one.severity for one in findings(text, source=SOURCE)} == {severity}


NARRATION = Source(
    "Le directeur a dit : « Nous ne fermerons jamais ce site. » La nouvelle pompe réduit de moitié "
    "le bruit dans les ateliers voisins. Le site garde ses salariés cette année encore. Dupont "
    "part. The manager said: “We will never close this site.” The new pump halves the noise in the "
    "next workshops. The site keeps its workers for another year. Brankovic leaves."
)


@pytest.mark.parametrize(
    "text",
    [
        "« La nouvelle pompe double le bruit dans les ateliers voisins », c'est écrit.",
        "On lit partout « le site perd ses salariés cette année encore ».",
        "On lit partout « le site ne garde pas ses salariés cette année encore ».",
        "« Dupont trahit tout le monde ici depuis toujours »",
        "« Dupont ne part jamais, voyez »",
        '"The new pump doubles the noise in the next workshops", that is written.',
        'We read "the site never keeps its workers for another year" everywhere.',
        '"Brankovic has betrayed everybody here for years"',
    ],
)
def test_words_that_turn_round_what_a_source_tells_are_no_saying(text: str) -> None:
    assert Severity.BLOCK in {one.severity for one in findings(text, source=NARRATION)}


@pytest.mark.parametrize("text", ["FGL coule la pièce.", "FGL pours the casting."])
def test_initials_that_colleagues_use_are_no_words_of_a_machine(text: str) -> None:
    company = Organization(name="Fonderies du Grand Lacaze")
    for share, found in ((None, set[Severity]()), (1.0, {Severity.BLOCK})):
        told = Circumstances(
            now=datetime(2026, 11, 29, tzinfo=UTC),
            organization=company,
            notes=(NOTE,),
            draft_share=share,
        )
        seen = Grounding().inspect(Reading(Draft(text, Language.FRENCH)), told)
        assert {one.severity for one in seen} == found


@pytest.mark.parametrize("text", ["Boudiou, non. On moule.", "Reet, listen. We mould."])
def test_an_exclamation_of_ones_own_is_only_asked_about(text: str) -> None:
    assert {one.severity for one in findings(text)} == {Severity.WARN}
    assert {one.severity for one in findings(text, share=1.0)} == {Severity.BLOCK}


def test_a_list_of_another_length_is_a_wrong_count() -> None:
    assert findings("Quatre mythes tenaces :\n1. Le sable.\n2. Le feu.\n3. L'eau.")


@pytest.mark.parametrize(
    "text",
    ["Dans la halle 2, 40 personnes moulent.", "In hall 2, 40 people mould."],
)
def test_people_may_be_called_people(text: str) -> None:
    assert not findings(text, source=SOURCE)


def test_a_figure_of_things_is_none_of_people() -> None:
    source = Source(
        "La halle compte 62 personnes, qui s'y relaient depuis le printemps de l'an dernier. Au "
        "fond, une armoire bleue garde 41 boîtiers."
    )
    assert findings("Ici, 41 personnes moulent.", source=source)


def test_a_share_the_source_tells_otherwise_is_wrong() -> None:
    assert Severity.BLOCK in {
        one.severity for one in findings("La moitié des pièces.", source=Source("40 % des pièces."))
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Je travaille chez Énergies du Causse.", 0),
        ("Merci à Hugo Énergies du Causse.", 1),
        ("Je suis cordiste chez EDC.", 0),
        ("I climb for EDC.", 0),
        ("Je suis cordiste chez EDX.", 1),
    ],
)
def test_a_company_whose_name_has_little_words_may_be_named(text: str, found: int) -> None:
    circumstances = Circumstances(
        now=datetime(2026, 11, 29, tzinfo=UTC),
        organization=Organization(name="Énergies du Causse"),
        notes=(NOTE,),
    )
    reading = Reading(Draft(text, Language.FRENCH))
    assert len(list(Grounding().inspect(reading, circumstances))) == found


@pytest.mark.parametrize(
    "text", ["Google utilise ce planning.", "L’atelier est certifié ISO.", "ChatGPT l’a choisi."]
)
def test_a_machine_invents_no_client_and_no_certificate(text: str) -> None:
    assert {one.severity for one in findings(text, share=1.0)} == {Severity.BLOCK}
    assert not findings(text)


@pytest.mark.parametrize(
    "text",
    [
        "« Nous allons tout changer ici demain », selon la direction.",
        "Le ministère : « Cette maison est un exemple pour tous ».",
        "“We will close the old hall very soon”, announced management.",
        "“This hall is an example for us all”, according to the press.",
    ],
)
def test_words_given_to_an_authority_are_given_to_somebody(text: str) -> None:
    assert Severity.BLOCK in {one.severity for one in findings(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "We signed three orders last night.\n\n1. Sand.\n2. Fire.\n3. Water.",
            ["three", "last night"],
        ),
        ("Three orders. What I love here:\n- Sand.\n- Fire.\n- Water.", ["Three"]),
        ("What I love:\n- Sand.\n- Fire.\n- Water.\nThese three myths die hard.", []),
        ("What I love:\n- Sand.\n- Fire.\n- Water.\nThree orders came in.", ["Three"]),
        ("Mes trois mythes du moulage :\n- Sable.\n- Feu.\n- Eau.", []),
        (
            "Trois commandes hier soir.\n\nOn en parle :\n- Sable.\n- Feu.\n- Eau.",
            ["Trois", "hier"],
        ),
        ("Nos trois clients :\n- Patience.\n- Feu.\n- Eau.", ["trois"]),
        ("Our three clients:\n- Patience.\n- Fire.\n- Water.", ["three"]),
        ("Trois collègues :\n- celui qui fond.\n- celle qui moule.\n- celui qui rit.", []),
        ("Three colleagues:\n- the one who melts.\n- the one who moulds.\n- another.", []),
        ("Our three apprentices:\n- Sand.\n- Fire.\n- Water.", ["three"]),  # the note has seven
        ("Three myths:\n- Sand.\n- Fire.\n1. Water.\n2. Ice.", ["Three"]),
    ],
)
def test_a_figure_counts_a_list_only_where_it_speaks_of_it(text: str, found: list[str]) -> None:
    told = findings(text, share=1.0)
    assert [text[one.span.start : one.span.end] for one in told if one.span] == found
