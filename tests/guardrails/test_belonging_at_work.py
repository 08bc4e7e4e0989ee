"""What those inside a company have of it and say of their day, and what outsiders say so alike."""

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from guardrails.belonging import belonging
from guardrails.disclosure import first_disclosure
from guardrails.reading import Reading

LACAZE = Organization(name="Fonderies Lacaze", aliases=("Lacaze",))

INSIDE_FR = """
Quelle semaine. Mon équipe a livré le moule. #LaVieChezLacaze
Le planning de Lacaze m'offre Noël.
Les RH de Lacaze viennent de valider mon congé parental.
Je porte l'uniforme Lacaze tous les jours.
Chauffeuse chez Lacaze, Brest-Rungis trois fois la semaine. Si vous me doublez, je vous vois.
Guichetière chez Lacaze à Quimperlé. Ce matin un monsieur est venu. On a parlé vingt minutes.
Mouleuse. Lacaze. Équipe du matin.
Guichet n° 2, Lacaze, agence de Paimpol. J'ai dit non gentiment.
Premier jour chez Lacaze !
Lacaze m'a confié la passerelle.
Chez Lacaze, on m'a confié la passerelle.
J'ai cofondé Lacaze il y a sept ans.
Mes patients de Lacaze ont chanté.
Mon badge porte le logo de Lacaze.
J'ai pris mon poste à 5 h chez Lacaze, et il gelait.
Astreinte Lacaze ce week-end.
Venez travailler avec nous ! Lacaze ouvre un four.
Lacaze cherche un modeleur. Vous travailleriez avec Yvon et moi.
Lacaze ouvre un four. J'y suis depuis neuf ans.
Pharmacovigilance, Laboratoire Lacaze. Je lis vos notices.
Le conducteur qui vous a laissé passer hier, camion Lacaze, c'était moi.
"""
INSIDE_EN = """
My Lacaze payslip came today.
The rota at Lacaze gave me Christmas off.
Lacaze HR just approved my parental leave.
I wear the Lacaze uniform every day.
We're opening a new hall at Lacaze and I can't wait to show you.
Senior Data Scientist @ Lacaze here, with a small thread on averages.
Moulder. Lacaze. Early shift.
Counter two, Lacaze, Paimpol branch. I said no, kindly.
Midwife, 24-hour shift, Lacaze: four births.
Today is day one at Lacaze!
Nine years of physio at Lacaze, and Mr R climbed three steps.
Joined Lacaze in March as an apprentice, passed my first test today.
Disclosure: Lacaze is my day job.
Disclosure: I'm paid by Lacaze.
Third generation on the Lacaze payroll.
Some days I do like being a Lacaze caster.
As part of the Lacaze sales team, I should tell you to buy a hundred.
Lacaze has paid my rent since 2011.
Lacaze issued me my uniform in 1998.
Lacaze's payroll team paid everyone early, myself included.
On call for Lacaze this weekend.
Vet on the payroll of Lacaze, February round.
Lacaze is hiring two casters. You'd share my screen and my doubts.
Lacaze makes glass. I've been there for nine of those years.
Eleven years driving for Lacaze and I still hold my breath.
If you pass the kitchens of Lacaze around ten, the one cooking is me.
Fettling, Fonderies Lacaze. We finish what the fire started.
I taught a florist on Lacaze. It's my favourite part of being on our onboarding crew.
"""
OUTSIDE_FR = """
Mon équipe a visité Lacaze.
Les RH de Lacaze ont perdu ma candidature.
Mes factures Lacaze sont tombées.
Ma sœur porte l'uniforme Lacaze.
Travailler chez Lacaze, c'est choisir la sécurité.
Chauffeur depuis vingt ans, j'en ai croisé, des camions Lacaze.
Salariée de Lacaze depuis deux ans, Sarah raconte.
Fondeuse chez Lacaze à Dole, ma sœur raconte.
Voisin du dessus de Lacaze : à 3 h, j'entends le four.
Trois jours chez Lacaze, et j'ai aimé.
Lacaze a confié la passerelle à Norvia.
Mes patients vont chez Lacaze.
J'ai fait mon stage de troisième chez Lacaze il y a vingt ans.
Formatrice indépendante, j'interviens chez Lacaze deux jours par an.
J'anime des dégustations, une fois l'an, chez Lacaze.
Je livre le sable à Lacaze, trente tonnes le lundi.
Mon agence de Lacaze ferme le samedi.
J'achète mes pièces chez Lacaze.
Commerçante place Bouton, remerciant Lacaze : les bancs sont revenus.
Lacaze cherche un modeleur. Vous avez du talent ? Écrivez-leur.
Lacaze ouvre un four. J'y suis allée deux fois.
L'équipe de Lacaze a gagné. L'autre équipe, c'est nous.
Déjeuner, Hôtel Lacaze. J'ai mangé deux fois.
"""
OUTSIDE_EN = """
My Lacaze bills came today.
Lacaze HR lost my application.
My brother wears the Lacaze uniform.
Caster at Lacaze, Paula helped me.
Three days at Lacaze, and I loved it.
Day trip to Lacaze.
Lacaze issued me a refund.
Lacaze's payroll team paid everyone early, my brother says.
My branch of Lacaze shuts on Saturdays.
Once a year I run a tasting at Lacaze.
I'm a nurse at another hospital; what Lacaze does gets passed round my ward.
Lacaze is hiring two casters. They'd love you.
Lacaze makes glass. I've been there twice.
Three weeks waiting for Lacaze and still no news.
Lacaze opened a shop. First in the queue, that was me.
My van was fixed at Lacaze.
My internship at Lacaze, ten years ago, was cold.
Wearing gloves, a customer of Lacaze waved.
"""


def lines(text: str, language: Language) -> list[tuple[str, Language]]:
    return [(line, language) for line in text.strip().split("\n")]


INSIDE = lines(INSIDE_FR, Language.FRENCH) + lines(INSIDE_EN, Language.ENGLISH)
OUTSIDE = lines(OUTSIDE_FR, Language.FRENCH) + lines(OUTSIDE_EN, Language.ENGLISH)


@pytest.mark.parametrize(("text", "language"), INSIDE)
def test_a_sign_or_a_form_tells_who_is_inside(text: str, language: Language) -> None:
    reading = Reading(Draft(text, language))
    is_told = belonging(reading, LACAZE, lambda *_: True) is not None
    assert is_told
    assert first_disclosure(reading, LACAZE, is_named=True)


@pytest.mark.parametrize(("text", "language"), OUTSIDE)
def test_those_outside_who_say_nearly_the_same_are_not_taken_for_them(
    text: str, language: Language
) -> None:
    assert not first_disclosure(Reading(Draft(text, language)), LACAZE, is_named=True)


CALLED_FR = [
    ("Centre hospitalier du Val d'Ormance", "Je travaille au Centre hospitalier du Val d’Ormance."),
    (
        "Centre hospitalier du Val d'Ormance",
        "Salariée du CENTRE HOSPITALIER du Val-d'Ormance, je vois.",
    ),
    ("Ville de Nantes", "Jardinière à la ville de Nantes, je plante."),
    ("Ville de Nantes", "Je suis jardinier à la Ville. La Ville de Nantes recrute."),
    ("Ville de Nantes", "Agent de la Ville, je relaie. La Ville de Nantes ouvre un parc."),
    ("Mutuelle Alcyone", "Salariée de la Mutuelle Alcyone, je relaie."),
    ("Mutuelle Alcyone", "Je suis conseillère chez Alcyone."),
    ("Le Comptoir Bleu", "Serveuse au Comptoir Bleu, j'ai mal aux pieds."),
    ("Les Fermes Réunies", "Éleveur aux Fermes réunies, je trais."),
    ("L'Atelier Bréhat", "Menuisier à l’atelier Bréhat, je rabote."),
    ("Saint-Gobelin", "Je travaille chez Saint\u2011Gobelin."),
]
CALLED_EN = [
    ("City of Bristol", "I work at the City of Bristol."),
    ("City of Bristol", "I work for the City. The City of Bristol plants trees."),
    ("Northmoor Trust", "As a nurse at the Trust, I see it. Northmoor Trust opens a ward."),
    ("O'Hara & Sons", "I work at O’HARA & Sons."),
]
NOT_CALLED_FR = [
    ("Ville de Nantes", "Je travaille en ville. La Ville de Nantes ouvre un parc."),
    (
        "Ville de Nantes",
        "Je suis jardinier à la Ville de Rennes. La Ville de Nantes ouvre un parc.",
    ),
]
NOT_CALLED_EN = [
    ("City of Bristol", "I work for the City of Bath. The City of Bristol plants trees."),
    ("City of Bristol", "I work for the City Opera. The City of Bristol plants trees."),
]


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        *((*one, Language.FRENCH) for one in CALLED_FR),
        *((*one, Language.ENGLISH) for one in CALLED_EN),
    ],
)
def test_a_company_is_known_by_its_article_its_kind_and_other_signs(
    name: str, text: str, language: Language
) -> None:
    assert first_disclosure(Reading(Draft(text, language)), Organization(name=name), is_named=True)


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        *((*one, Language.FRENCH) for one in NOT_CALLED_FR),
        *((*one, Language.ENGLISH) for one in NOT_CALLED_EN),
    ],
)
def test_another_of_the_same_kind_is_not_the_company(
    name: str, text: str, language: Language
) -> None:
    reading = Reading(Draft(text, language))
    assert belonging(reading, Organization(name=name), lambda *_: True) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We at Lacaze think so.", Language.ENGLISH),
        ("Travailler chez Lacaze m'a appris la patience.", Language.FRENCH),
    ],
)
def test_forms_of_the_same_day(text: str, language: Language) -> None:
    assert first_disclosure(Reading(Draft(text, language)), LACAZE, is_named=True)
