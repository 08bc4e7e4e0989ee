"""People of every trade say where they work, each in the words of their own."""

import pytest

from domain.organization import Organization
from guardrails.disclosure import first_disclosure
from tests.guardrails.test_disclosure import reading

BY_TRADE = """
Je travaille aux Fonderies Lacaze.
Je travaille dans un des ateliers de Lacaze.
Je suis technicien de maintenance aux Fonderies Lacaze
Je suis agente d'accueil aux Fonderies Lacaze
Je suis sage-femme à Lacaze
Je suis paysagiste à Lacaze
Infirmière à l'hôpital Lacaze, je forme des étudiants.
Conseiller clientèle à la banque Lacaze, je passe mes journées au téléphone.
Aide-soignant à Lacaze, je travaille de nuit.
Cadre de santé à Lacaze. Le chiffre de la semaine est dans le rapport.
Trois choses apprises en devenant tuteur d'apprenti aux Fonderies Lacaze :
Je conduis un camion pour Lacaze
Je livre des pièces le matin pour les Fonderies Lacaze
Je soigne des patients à l'hôpital Lacaze
L'équipe Lacaze dont je fais partie rend les clés
Collègues de Lacaze, la vidéo est en ligne
Aux Fonderies Lacaze, où je travaille, on coule le lundi
Ward sister at Lacaze here.
Physio at Lacaze. A study worth your time.
Site engineer at Lacaze. Things I said this week.
Senior data analyst at Lacaze, I count things.
Biostatistician at Lacaze, I ask questions.
I drive nights for Lacaze
I clean the wards at Lacaze
I know because I am one, at Lacaze
The shop is Lacaze, and I'm one of those who run around with the scanner
Three myths, from someone who supervises six tills at Lacaze
To my colleagues at Lacaze: have a look
Chef de partie dans un de nos hôtels Lacaze, j'ai refait la carte.
Mon métier chez Lacaze, c'est dire non.
Mon métier aux Fonderies Lacaze, c'est dire non.
Petit bilan de ma première année d'alternance chez Lacaze : un diplôme.
Je réponds aux appels d'offres chez Lacaze
Je trie les lettres au service courrier de Lacaze
I run housekeeping for a Lacaze hotel
Our Lacaze stores open at nine
Line technician with Lacaze. Four poles down.
Teaching welding at Lacaze means repeating yourself.
I drive one of Lacaze's salt lorries
When I moved from academia to Lacaze, I was shy.
I price routes at Lacaze
Operating theatre nurse, Lacaze, fifteen years.
Small joys of working on trams at Lacaze: none.
"""


NOT_BY_TRADE = """
L'infirmière de l'hôpital Lacaze est venue, je la remercie.
Merci aux infirmières de l'hôpital Lacaze, je suis sorti hier.
Un conducteur de Lacaze m'a aidé.
Je suis cliente de la banque Lacaze
Je suis la femme d'un ingénieur de chez Lacaze
Je suis allé chercher une commande aux Fonderies Lacaze
Ancien soudeur aux Fonderies Lacaze, je jardine.
Trois jours à Lacaze, et j'ai aimé.
Je suis client depuis dix ans aux Fonderies Lacaze
Three days at Lacaze, and I loved it.
Shopping at Lacaze. I like it.
Customer at Lacaze, I wait.
I drive to Lacaze
I clean my boots with Lacaze
Thank you to the planner at Lacaze, I owe you one
From someone who shops at Lacaze: go early
Former welder at Lacaze, I garden.
A welder at Lacaze told me.
Mon séjour d'hier chez Lacaze
Mes courses de Noël chez Lacaze
Mon compte courant à la banque Lacaze
I buy one of Lacaze's pans
I moved my savings to Lacaze
Shopping for pans at Lacaze means queuing.
Our Lacaze order is late
I keep my savings at Lacaze
Nurse, welder, baker: Lacaze serves them all.
Mon boucher chez Lacaze est formidable.
Ma conseillère chez Lacaze m'a rappelé.
Mes vacances chez Lacaze étaient belles.
Je suis sorti de chez le dentiste de Lacaze
Je suis tombé sur un vendeur chez Lacaze
Je suis allé voir le mécanicien de Lacaze
Je suis suivie par une infirmière de Lacaze
Je suis agriculteur et j'achète mes graines chez Lacaze
Je suis professeur à Lyon et je pense à Lacaze
Je suis libraire face à Lacaze
Je conduis mes enfants à Lacaze
Je vends ma voiture à Lacaze
J'accompagne ma mère chez Lacaze
J'assure ma maison chez Lacaze
J'écris ceci pour Lacaze
J'achète tout pour Lacaze
Je prépare mon CV pour Lacaze
Je livre mes œufs pour Lacaze
Notre agence Lacaze préférée
Notre magasin Lacaze de quartier est ouvert.
Futur chauffeur chez Lacaze.
Recherche chauffeur chez Lacaze.
On recrute : chauffeur chez Lacaze.
Poste ouvert : infirmier chez Lacaze.
Devenez conducteur chez Lacaze.
Conseillé par une personne qui travaille chez Lacaze.
Lacaze, dont je suis cliente depuis dix ans.
Lacaze est la marque dont je suis fan.
Nurse at Lacaze saved me.
Nurse at Lacaze, Paula saved my life.
Wanted: driver at Lacaze.
Hiring: nurse at Lacaze.
Future nurse at Lacaze.
I drive my kids for Lacaze.
I care a lot for Lacaze.
I buy everything for Lacaze.
I write reviews for Lacaze.
I load my car at Lacaze.
I buy my bread in one of the Lacaze stores.
I check in at the Lacaze hotel.
I drive one of Lacaze's cars.
I run Lacaze's app every day.
I moved to Lacaze last year.
I moved from my old bank to Lacaze.
My local Lacaze branch is great.
Our Lacaze hotel had a pool.
Written by someone who works at Lacaze.
Since becoming a nurse I shop at Lacaze.
Greetings from Lacaze here.
Lacaze, and I am one of its fans.
Teaching at Lacaze is bad.
"""


FOUNDRY = Organization(name="Fonderies Lacaze", aliases=("Lacaze",))


@pytest.mark.parametrize("text", BY_TRADE.strip().split("\n"))
def test_people_of_every_trade_say_where_they_work(text: str) -> None:
    assert first_disclosure(reading(text), FOUNDRY, is_named=True)


@pytest.mark.parametrize("text", NOT_BY_TRADE.strip().split("\n"))
def test_a_trade_that_is_not_the_authors_tells_nothing(text: str) -> None:
    assert not first_disclosure(reading(text), FOUNDRY, is_named=True)
