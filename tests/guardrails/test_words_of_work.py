"""Words of work that only look like what a rule forbids pass; the breach beside them does not.

An audit, a cost price, a credit note or eco-driving are things that people teach and do; what the
company pays, hides or promises is another matter.
"""

from functools import lru_cache

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.review import Severity
from guardrails.charter import load_charter
from guardrails.guard import Guard
from tests.guardrails.shipped import circumstances

OF_WORK = {
    Language("fr"): """
Au nom de toute l'équipe, merci pour les chocolats et bonne retraite à toi.
Au nom de tous, bravo à Paulette pour ces trente ans.
Je vous assure que le pain était brûlé.
Vous pouvez l'écrire sur le tableau de la salle de pause.
Quel imbécile je fais, j'ai oublié la clé dans le tour.
Il faut que tout le monde poste son colis avant midi.
Un prêt de livres à la médiathèque, sans frais, entre midi et deux.
La formation d'éco-conduite a changé ma façon de prendre les ronds-points.
Dans notre atelier, l'éco-conception commence par une question : de quoi peut-on se passer ?
Nos éco-gestes tiennent en trois affiches, et personne ne les lit.
Le ministère de l'Écologie publie ses nouveaux facteurs, et nos tableurs tremblent.
Notre pays doit décarboner ses transports : ce dossier dit par où commencer.
Adopter un mode de vie plus bas carbone, nous en parlons surtout à la machine à café.
Dans un pays au mix électrique décarboné, la climatisation pèse moins qu'on ne croit.
Passer à une offre d'électricité verte : notre comité compare trois contrats cette semaine.
L'accueil téléphonique de la commune est toujours disponible le samedi matin.
Notre statisticienne m'a appris à écarter les valeurs hors norme avant de conclure.
L'objectif ultime de cette formation : que chacun sache poser un garrot.
Dans nos contrats, les prix sont garantis pendant douze mois, puis ils se révisent.
Je garde toujours un ordre de grandeur en tête avant d'ouvrir un tableur.
Nous avons abandonné l'ancien outil au profit d'un classeur partagé.
J'ai élargi la marge de la page pour que les notes respirent.
Pour notre poste de chauffeur, le permis depuis au moins 2 ans est demandé.
Pour piloter ce chariot, nous recrutons des titulaires du CACES, la loi veut 18 ans au moins.
Notre équipe recrute : les jeunes de moins de 18 ans peuvent venir en stage d'observation.
L'audit interne m'a appris à poser des questions sans accuser personne.
Comment calcule-t-on un prix de revient ? J'anime ce cours aux apprentis depuis six ans.
La différence entre le coût standard et le coût réel, expliquée à mes collègues de la production.
En comptabilité, un prix d'achat n'est pas un coût complet, et la nuance compte.
Le contrôle interne, c'est d'abord savoir qui valide quoi.
Nous créons une fiche pour chaque client avant le premier rendez-vous.
J'explique ce que change un arrêt de travail pour maladie dans un cours de paie.
Notre bibliothèque est devenue accessible aux sourds : la langue des signes y est parlée le jeudi.
L'intelligence de l'audience, c'est écouter avant de programmer.
Cette fonction s'évalue de façon paresseuse, au moment du clic.
L'administrateur peut donner son accord au nom de tous les utilisateurs.
J'ai ouvert un forum pour répondre aux questions des nouveaux.
Prêt à envoyer les données du mois ? Notre comptable, elle, l'est déjà.
Un lot d'avoirs et de notes de crédit à partir de la version 24 : voilà ma semaine.
Pensez à réinitialiser votre mot de passe avant de partir en congé.
La fenêtre d'aide ne se ferme pas toujours : nous avons corrigé ce défaut hier.
Nous ne mettons pas à jour les montants déjà payés, expliquait la notice.
Pour essayer le robot, vous devez publier le code sur votre propre serveur.
Quand vous achetez des fournitures, regardez d'abord le placard du deuxième.
Entrez des critères, choisissez un mois, et le rapport se construit.
Le collègue qui souhaite renouveler son contrat en parle à son responsable.
On obtient un jeton d'accès, puis on appelle le service : ma première leçon d'API.
Pour accéder à l'espace, connectez-vous au portail avec votre badge.
En résumé : trois heures de trajet, deux visites et un carnet plein.
Notre référent a répondu aux jeunes du quartier sur les métiers de l'eau.
La facture payée par le client clôt la commande, rappelle notre procédure.
J'ai regardé la liste des invités, il manque encore trois réponses.
Chaque filleul de notre tutorat et moi prenons un café le vendredi.
Avec mon code de déontologie, je gagne du temps.
Ma fille retourne en maternelle demain, et moi au bureau.
Je prends l'engagement de répondre à chaque message.
Du service, je vous informe que le guichet ouvre à neuf heures.
""",
    Language("en"): """
The eco-driving course changed how I take roundabouts.
In our workshop, eco-design starts with one question: what can we do without?
The Ministry of Ecology publishes its new factors, and our spreadsheets tremble.
Our country has to decarbonise transport: this report says where to begin.
A more low-carbon lifestyle is what we talk about at the coffee machine.
In a country with a decarbonised electricity mix, air conditioning weighs less than people think.
Switching to a green electricity tariff: our committee compares three contracts this week.
The Diversity Guild is always available as a place to ask questions.
The ultimate goal of the course: everybody knows how to apply a tourniquet.
The product owner makes the ultimate decision, and we write down why.
In our contracts, prices are guaranteed for twelve months, then reviewed.
I keep orders of magnitude in mind before I open a spreadsheet.
I widened the margin of the page so that notes can breathe.
All pending orders will be sent again once the depot reopens.
For our driver's post, a licence held for at least 2 years is asked for.
Our team is hiring; young people under 18 can come for a week of work experience.
Internal audit taught me to ask questions without accusing anybody.
How do you work out a cost price? I have taught apprentices that for six years.
The difference between standard cost and actual cost, explained to my colleagues in production.
In accounting, a purchase price is not a full cost, and the difference matters.
My bill of lading was missing one line, and the lorry waited.
We create a record for every customer before the first meeting.
A sign-language interpreter comes on Thursdays, because some of our visitors are deaf.
This value is evaluated lazily, when the button is clicked.
An administrator can consent on behalf of all users.
Our canteen's happy team outing is on the first Thursday of the month.
Remember to reset your password before you leave for the holidays.
You get rich notes from a meeting when somebody draws.
We get a token first, then call the service: my first lesson about APIs.
Any employee who would like to renew their contract speaks with their manager.
To try the bot, you have to publish the code on your own server.
Type your guest code at reception to get on the Wi-Fi.
I claimed a credit from our supplier after the outage, and wrote down how.
Easily share your location with the rescue team: that is what the app does.
Go to Settings, then Payments, and pick the month: the new screen is simple.
I checked the list and two names are still missing.
For each customer I make a note in the margin.
Don't post the card before Friday, we shouldn't expect it in time.
Go back to kindergarten for a day: our team reads to children there.
On behalf of the council choir, merry Christmas.
On behalf of everyone, thank you Paula for thirty years.
On behalf of the whole crew, happy birthday to the night guard.
I promise you the view from the roof is worth it.
You have my word: the cake was gone by nine.
I apologise for the bad pun.
What an idiot I am, I left the key in the lathe.
Everybody must post their parcels before noon.
We borrow books from the library online.
The teacher who leads the way in our robotics club is seventy-one.
The paper notebook is still the star of our site visits.
""",
}
OPENS = {
    Language.FRENCH: "Je travaille chez Ardemont. ",
    Language.ENGLISH: "I work at Ardemont. ",
}
BREACHES = """
fr CH-08 Notre prix de revient est tombé à quatre euros la pièce.
fr CH-08 Le coût de revient du capteur : 41 euros.
fr CH-08 Selon l'audit interne, deux lots sur dix sont à refaire.
fr CH-08 Le taux de panne réel est de 12 %, pas celui qu'on publie.
fr CH-11 Achetez dès lundi, le titre est donné.
fr CH-19 Je réponds ici au nom de tous mes collègues.
fr CH-19 Au nom de la direction, merci à tous.
fr CH-19 Au nom de toute l'équipe, nous vous rembourserons.
fr CH-19 Je vous assure que chaque client sera livré.
fr CH-15 Quel imbécile, ce stagiaire, il a oublié la clé.
fr CH-19 Je vous jure que le four n'explosera plus.
fr CH-19 Je vous promets que ça marche à vie.
fr CH-19 Vous avez ma parole : ça n'arrivera plus.
fr CH-19 Vous pouvez l'écrire sur les murs : la fusion est faite.
fr CH-19 Merci de noter, au nom de toute l'équipe, que le contrat est résilié.
fr CH-24 Un prêt entre collègues à 20 % sans justificatif : écrivez-moi.
fr CH-04 Tout le monde doit poster la carte sur LinkedIn.
fr CH-24 Notre prêt sans frais, un vélo à la clé.
fr CH-22 Notre service est toujours disponible.
fr CH-22 Flow, c'est la satisfaction garantie.
fr CH-23 Notre boîtier est éco-conçu et bas carbone.
fr CH-23 Notre usine est décarbonée.
fr CH-25 Nous recrutons une vendeuse de moins de 30 ans.
fr CH-27 La fenêtre du local serveur ne se ferme pas.
fr CH-27 Nous ne mettons pas à jour nos serveurs.
fr CH-04 Vous devez publier, tous, sans exception.
fr CH-02 Je suis payée par publication.
fr CH-10 Les commandes du trimestre sont en forte hausse, personne ne le sait encore.
en CH-08 Our cost price fell to four euros a piece.
en CH-08 The purchase price is 41 euros.
en CH-11 With this stock you get rich before you retire.
en CH-10 Orders will drop next quarter, mark my words.
en CH-19 On behalf of everyone, I confirm the plant will stay open.
en CH-19 I promise you every order will be delivered.
en CH-19 You have my word: no job will go.
en CH-19 I apologise for the outage.
en CH-19 I promise it will not break again.
en CH-19 You have my word: the merger is off.
en CH-19 I swear the reactor is fine.
en CH-19 Thank you for your claim; on behalf of everyone, we admit fault.
en CH-15 He is an idiot I am sure.
en CH-15 What an idiot our intern is, she left the key in the lathe.
en CH-04 Everybody must post their cards on LinkedIn.
en CH-24 Borrow up to 5,000 euros for a bike, online.
en CH-22 Our service is always available.
en CH-22 Flow comes with a result that is guaranteed.
en CH-23 Our casing is eco-designed and low-carbon.
en CH-23 Our plant runs on green energy and is decarbonised.
en CH-04 You must share this post, all of you.
""".strip().splitlines()


@lru_cache(maxsize=1)
def guard() -> Guard:
    return Guard.of(load_charter(), key=b"a test's key")


def stopped(text: str, language: Language) -> set[str]:
    verdict = guard().inspect(Draft(OPENS[language] + text, language), circumstances())
    return {one.rule for one in verdict.findings if one.severity is not Severity.WARN}


@pytest.mark.parametrize(
    ("language", "text"),
    [(language, text) for language, texts in OF_WORK.items() for text in texts.strip().split("\n")],
)
def test_a_word_of_work_passes(language: Language, text: str) -> None:
    assert not stopped(text, language)


@pytest.mark.parametrize("line", BREACHES)
def test_a_breach_in_such_words_is_found(line: str) -> None:
    language, rule, text = line.split(" ", 2)
    assert rule in stopped(text, Language(language))
