"""What people say in passing is no figure, and what follows at a glance needs no source."""

from datetime import UTC, datetime

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from domain.review import Circumstances, Finding, Severity, Source
from guardrails.checks.grounding import Grounding
from guardrails.reading import Reading

SOURCE = Source(
    "Entre janvier et octobre 2026, l'atelier a remis en service 4 350 batteries : 62 % sont"
    " réparées, 21 % déclassées, 17 % recyclées. Vingt-deux collègues ont réparé 87 vélos. Semaine"
    " de 35 heures sur quatre jours. Between January and October 2026, the workshop returned 4,350"
    " batteries to service: 62% were repaired, 21% downgraded, 17% recycled. Twenty-two colleagues"
    " repaired 87 bikes. A 35-hour week over four days. On économise 900 litres par an. It saves"
    " 900 litres a year."
)
FR, EN = Language.FRENCH, Language.ENGLISH
MINE = ("J'ai réparé 7 vélos.", "I repaired 7 bikes.")


def findings(
    text: str,
    language: Language = FR,
    *,
    source: Source = SOURCE,
    share: float | None = None,
    author: str | None = None,
) -> list[Finding]:
    circumstances = Circumstances(
        now=datetime(2026, 11, 30, tzinfo=UTC),
        organization=Organization(name="Halvine"),
        source=source,
        notes=MINE,
        draft_share=share,
        author=author,
    )
    return list(Grounding().inspect(Reading(Draft(text, language)), circumstances))


def objected(text: str, language: Language = FR) -> list[str]:
    spans = (one.span for one in findings(text, language) if one.severity is Severity.BLOCK)
    return [text[one.start : one.end] for one in spans if one]


@pytest.mark.parametrize(
    "text",
    [
        "J'étais à la gare, clé de douze en main.",
        "Une clé de 13 dans la poche.",
        "On a fait les cent pas avant l'ouverture.",
        "Trente-six idées à la minute dans cette équipe !",
        "Il n'y a pas trente-six façons de faire.",
        "On cherche parfois midi à quatorze heures.",
        "L'équipe mérite 20/20.",
        "Dix sur dix pour l'équipe !",
        "Je suis d'accord à 100 %.",
        "Cent pour cent d'accord, et mille raisons d'y croire.",
        "Sur mon trente-et-un pour l'occasion.",
        "My two cents: do it again.",
        "Just adding my 2 cents.",
        "Two cents from a bike lover: do it again.",
        "Team of the year, ten out of ten.",
        "10/10, would do it again.",
        "A ten spanner in my pocket all day.",
        "I agree 100%.",
        "I'm 100% behind this.",
        "Forty winks and back to it.",
        "She gave 110 %, as always.",
        "It was a one in a million day.",
        "No nine-to-five, this job.",
    ],
)
def test_a_manner_of_speaking_is_no_figure(text: str) -> None:
    assert not findings(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Douze clés ont disparu.", ["Douze"]),
        ("Nous avons fait cent pas de vis.", ["cent"]),
        ("Trente-six collègues ont des idées.", ["Trente-six"]),
        ("36 idées retenues.", ["36"]),
        ("100 % des collègues sont d'accord.", ["100 %"]),
        ("Mille collègues.", ["Mille"]),
        ("Cent dix batteries.", ["Cent dix"]),
        ("The kilowatt-hour costs two cents less.", ["two cents"]),
        ("Our two cents per kilo.", ["two cents"]),
        ("Ten out of ten cells failed.", ["Ten", "ten"]),
        ("10/10 tests passed.", ["10", "10"]),
        ("A hundred people agree.", ["hundred"]),
        ("Thirteen spanners were lost.", ["Thirteen"]),
        ("We gave 110 % of last year's bonus.", ["110 %"]),
    ],
)
def test_what_is_counted_or_priced_is_one(text: str, found: list[str]) -> None:
    assert objected(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "CDI, quatre jours par semaine.",
        "Chez nous, c'est 35 heures par semaine.",
        "La semaine de quatre jours, je n'y croyais pas.",
        "Four days a week, and it works.",
        "We work 35 hours a week.",
        "On a remis 4 350 batteries en service en dix mois.",
        "Entre janvier et octobre, dix mois de travail pour 4 350 batteries.",
        "We returned 4,350 batteries to service in ten months.",
        "Ten months of work between January and October for 4,350 batteries.",
        "Plus d'un tiers des batteries ne sont pas réparées : 21 % déclassées, 17 % recyclées.",
        "21 % déclassées, 17 % recyclées : plus d'un tiers ne sont pas réparées.",
        "More than a third were not repaired: 21% downgraded, 17% recycled.",
        "7 vélos sur 87 sont passés entre mes mains, les 80 autres entre celles des collègues.",
        "J'ai réparé 7 vélos sur 87, les 80 autres sont passés chez mes collègues.",
        "7 of the 87 bikes were mine, my colleagues repaired the other 80.",
    ],
)
def test_what_follows_at_a_glance_passes(text: str) -> None:
    assert not findings(text)


@pytest.mark.parametrize(
    "text",
    [
        "CDI, cinq jours par semaine.",
        "Quatre jours par mois.",
        "Five days a week.",
        "Four days a month.",
        "4 350 batteries en onze mois et demi.",
        "Le prêt est remboursé en dix mois.",
        "The loan was paid back in ten months.",
        "Twelve months of work for 4,350 batteries.",
        "Plus d'un tiers ont pris feu : 21 %, 17 %.",
        "More than a third were stolen: 21%, 17%.",
        "7 vélos sur 87, les 70 autres entre celles des collègues.",
        "7 vélos sur 87, les 80 autres ont brûlé hier.",
        "7 of the 87 bikes were mine, the other 60 theirs.",
    ],
)
def test_what_does_not_follow_is_found(text: str) -> None:
    assert objected(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("On économise 900 litres par mois.", FR),
        ("On économise neuf cents litres par mois.", FR),
        ("It saves 900 litres a month.", EN),
    ],
)
def test_what_is_written_is_never_what_to_write(text: str, language: Language) -> None:
    (found,) = findings(text, language)
    assert found.suggestion
    assert found.span
    assert found.suggestion not in {"900 litres", text[found.span.start : found.span.end]}


OWN_DAY = [
    "Le premier café à 7 h, le dernier vélo à la nuit.",
    "Mon réveil a sonné à 5 h 40.",
    "Petit-déj à 6 h, et en route.",
    "Je me suis levée à 5 h pour y être.",
    "J'ai pris le train de 6 h 12.",
    "Je suis rentré à 23 h, lessivé.",
    "First coffee at 7 a.m., last bike at night.",
    "My alarm went off at 5:40.",
    "I got up at 5 a.m. to be there.",
    "I caught the 6:12 train, at 6:12 sharp.",
    "I left at 11 p.m., worn out.",
]


@pytest.mark.parametrize("text", OWN_DAY)
def test_an_hour_of_the_authors_own_day_is_only_asked_about(text: str) -> None:
    assert {one.severity for one in findings(text)} <= {Severity.WARN}
    assert Severity.BLOCK in {one.severity for one in findings(text, share=1.0)}


@pytest.mark.parametrize(
    "text",
    [
        "L'atelier ouvre à 7 h, premier café offert.",
        "Rendez-vous à 7 h pour un café.",
        "La ligne redémarre à 7 h.",
        "J'ai vu la ligne redémarrer à 7 h.",
        "Le café réparation ferme à 18 h.",
        "Halvine offre le premier café à 7 h.",
        "Doors open at 7 a.m., first coffee on us.",
        "The line starts at 7 a.m.",
        "I saw the line start at 7 a.m.",
        "Join us at 7 a.m. for a coffee.",
    ],
)
def test_an_hour_of_the_company_or_of_an_appointment_must_be_given(text: str) -> None:
    assert objected(text)


OWN_NAME = [
    "Moi, Yann, soudeur ici.",
    "Moi c'est Yann, soudeur.",
    "Je m'appelle Aïssata et je soude.",
    "Je suis Yann, soudeur.",
    "Yann, soudeur chez Halvine, je trouve ça bien.",
    "Ici Yann, à l'atelier.",
    "Bonne journée à tous.\nSigné Yann",
    "I'm Saoirse, a welder.",
    "My name is Saoirse.",
    "Saoirse here, welder at Halvine.",
    "Saoirse, welder at Halvine, I think so.",
    "Me, Saoirse, a welder? Yes.",
]


@pytest.mark.parametrize("text", OWN_NAME)
def test_an_author_may_say_their_own_name(text: str) -> None:
    assert not findings(text)
    assert findings(text, share=1.0)


@pytest.mark.parametrize("text", OWN_NAME[:2])
def test_somebody_known_by_another_name_is_asked(text: str) -> None:
    assert [one.severity for one in findings(text, author="Claire Morvan")] == [Severity.WARN]
    assert not findings(text, author="Yann Morvan")


@pytest.mark.parametrize(
    "text",
    [
        "Je suis Yann Le Goff, soudeur.",
        "C'est Yann qui l'a réparé.",
        "Yann, merci pour tout.",
        "Pour moi, Yann est le meilleur.",
        "Avec moi, Yann, Aïssata et les autres.",
        "Yann, soudeur chez nous, a tout réparé.",
        "Moi, Yann m'a appris à souder.",
        "Yann, tu as raison, je suis d'accord.",
        "It's Saoirse who fixed it.",
        "He told me, Saoirse, never.",
        "Thank you Saoirse, I learned a lot.",
        "Saoirse, welder at Halvine, fixed it.",
    ],
)
def test_another_ones_name_must_be_given(text: str) -> None:
    assert objected(text)
