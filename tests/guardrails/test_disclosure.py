import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from guardrails.disclosure import disclosures, first_disclosure
from guardrails.reading import Reading

GROUP = Organization(name="Ardemont", aliases=("Groupe Ardemont", "ARD Sensors"))

ACCEPTED = """
Je travaille chez Ardemont.
Je travaille, depuis longtemps, chez Ardemont.
je bosse pour le groupe Ardemont
Je travaille au support client d'Ardemont
Je développe Flow chez Ardemont
Chez Ardemont, où je travaille, une question
Ardemont (où je bosse) ouvre un site
J’ai rejoint l’équipe support d’Ardemont il y a un an
Je viens de rejoindre Ardemont !
Je suis ingénieur·e méthodes chez Ardemont
Je suis salarié(e) d'Ardemont
Je suis en alternance chez Ardemont
Je suis chez Ardemont depuis deux ans
Salariée d'Ardemont, je vous partage cette étude
(Salarié d'Ardemont)
Transparence : salariée d'Ardemont.
En tant que salarié·e d'Ardemont, je relaie
Mon employeur, Ardemont, ouvre un site
C'est Ardemont qui me verse mon salaire
Douze ans chez Ardemont, et ma curiosité est intacte
I have been on the Ardemont payroll since 2019
Twelve years at Ardemont, and my curiosity is intact
Ardemont, mon employeur, ouvre un site
Dans mon équipe chez Ardemont, on teste
Notre équipe chez Ardemont prépare la suite
Mes collègues d'Ardemont racontent
Chez Ardemont, nous réglons à froid
Très fière de travailler chez Ardemont !
Depuis quatre ans chez Ardemont, je règle des capteurs
I work at Ardemont and you?
Ardemont (I work there) writes one report each week.
The team at Ardemont, my employer, thought its model was right.
L'équipe d'Ardemont, mon employeur, pensait que le modèle avait raison.
Je travaille chez Ardemont et vous ?
Je travaille chez Ardemont depuis que j'ai quitté Borel.
I joined Ardemont in 2015 and left Borel behind.
Je travaille chez Ardemont ; aujourd'hui nous recrutons, et d'ailleurs c'est ouvert.
Notre service clients chez Ardemont répond en une heure.
Our customer support team at Ardemont answers in one hour.
#SalariéArdemont
#EmployéArdemont
#ArdemontEmployee
I work at Ardemont
I work in the sensor lab of Ardemont
I am a technician within Ardemont
I've worked at Ardemont for four years
I joined Ardemont in spring
I'm a customer support engineer at Ardemont
I'm part of the team behind Flow at Ardemont
I lead the maintenance team at Ardemont
As an Ardemont employee, I share this
As an engineer at Ardemont, I see this daily
Disclosure: I work for ARD Sensors
Disclosure: Ardemont employee.
We at Ardemont believe in paper
At Ardemont, where I work, a question
Ardemont is my employer
my team at Ardemont
Proud to work at Ardemont!
Engineer at Ardemont, I spend my days with sensors
Je trav\u200baille chez ＡＲＤＥＭＯＮＴ
<!-- a --> Je travaille chez Ardemont
<!-- Je travaille chez Ardemont
"""


REFUSED = """
J'ai découvert Ardemont Flow, essayez-le
Je ne travaille pas chez Ardemont
Je ne travaille plus chez Ardemont
J'aimerais travailler chez Ardemont
Je suis cliente d'Ardemont
Je suis client chez Ardemont
Je suis fan d'Ardemont
Je suis fière d'Ardemont
Fier partenaire d'Ardemont
Je travaille avec Ardemont
Je travaille pour un client d'Ardemont
Sarah, ingénieure chez Ardemont, raconte son métier
Salariée d'Ardemont depuis deux ans, Sarah raconte son métier
« Je travaille chez Ardemont », raconte Sarah
Mon contact chez Ardemont m'a aidé
Je suis passée chez Ardemont hier
#ad Ardemont
#Ardemont #TeamArdemont
Chez Ardemont
<!-- Je travaille chez Ardemont --> Flow est bluffant
<!-- a --> <!-- Je travaille chez Ardemont --> Flow est bluffant
[à compléter : Je travaille chez Ardemont]
Je travaille chez Norvia. Ardemont est en face
Je travail chez Ardmont
I don't work at Ardemont
I used to work at Ardemont
I no longer work at Ardemont
I'd love to work at Ardemont
I'm a customer of Ardemont
I'm a fan of Ardemont
I work with Ardemont
I work for a customer of Ardemont
My friends at Ardemont
my order at Ardemont
Ardemont employees are great
Claire, engineer at Ardemont, explains
"""


def reading(text: str) -> Reading:
    return Reading(Draft(text.replace("\\u200b", "\u200b"), Language.FRENCH))


@pytest.mark.parametrize("text", ACCEPTED.strip().split("\n"))
def test_many_forms_say_where_the_author_works(text: str) -> None:
    assert disclosures(reading(text), GROUP)


@pytest.mark.parametrize("text", REFUSED.strip().split("\n"))
def test_what_only_sounds_like_it_does_not_count(text: str) -> None:
    assert not disclosures(reading(text), GROUP)


def test_a_disclosure_points_at_its_own_words() -> None:
    text = "Une idée. Je travaille chez Ardemont, et vous ?"
    (span,) = disclosures(reading(text), GROUP)
    assert text[span.start : span.end] == "Je travaille chez Ardemont"


@pytest.mark.parametrize(
    ("text", "is_named", "counts"),
    [
        ("Mon employeur recrute.", False, True),
        ("Mon employeur utilise Ardemont Flow.", True, False),
        ("Ardemont ouvre un site. J'y travaille.", True, True),
        ("Ardemont is opening a site. I work there.", True, True),
        ("Ardemont is opening a site. It's my employer.", True, True),
        ("The company I work for is hiring.", False, True),
    ],
)
def test_an_unnamed_employer_counts_where_no_name_stands(
    text: str, *, is_named: bool, counts: bool
) -> None:
    said = first_disclosure(reading(text), GROUP, is_named=is_named)
    assert (said is not None) is counts


@pytest.mark.parametrize("text", ["Je travaille chez Norvia.", "I work at Norvia."])
def test_where_nobody_said_who_the_employer_is_any_name_will_do(text: str) -> None:
    unknown = Organization(name="")
    reading = Reading(Draft(text, Language.FRENCH))
    assert disclosures(reading, unknown)
    assert first_disclosure(reading, unknown, is_named=False) is not None
    assert not disclosures(reading, GROUP)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Ville de Brissol", "Je travaille à la Ville de Brissol."),
        ("Ville de Brissol", "Je bosse pour la Ville de Brissol"),
        ("Ville de Brissol", "Mon employeur est la Ville de Brissol."),
        ("Ville de Brissol", "À la Ville de Brissol, où je travaille, on publie"),
        ("CHU de Brissol", "(Je travaille au CHU de Brissol.)"),
        ("CHU de Brissol", "Une publication du CHU de Brissol, mon employeur : « Titre »."),
        ("Institut Tessonde", "L’Institut Tessonde, où je travaille, publie"),
        ("Institut Tessonde", "Publié par l’Institut Tessonde, mon employeur"),
        ("Institut Tessonde", "Sur le site de l’Institut Tessonde, où je travaille :"),
        ("Ateliers Tessonde", "Je travaille aux Ateliers Tessonde."),
        ("Ateliers Tessonde", "(Les Ateliers Tessonde sont mon employeur.)"),
        ("Ateliers Tessonde", "Texte des Ateliers Tessonde, où je travaille."),
        ("City of Elmford", "I work at the City of Elmford."),
        ("City of Elmford", "The City of Elmford, where I work, has published this."),
        ("City of Elmford", "So you know, my employer is the City of Elmford."),
    ],
)
def test_an_employer_is_heard_behind_the_article_of_its_noun(name: str, said: str) -> None:
    assert disclosures(reading(said), Organization(name=name))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Ville de Brissol", "J’habite à la Ville de Brissol depuis dix ans."),
        ("CHU de Brissol", "Je suis soignée au CHU de Brissol."),
        ("Institut Tessonde", "Je suis un ancien de l’Institut Tessonde."),
        ("City of Elmford", "My street is in the City of Elmford."),
    ],
)
def test_who_is_only_served_there_discloses_nothing(name: str, said: str) -> None:
    assert not disclosures(reading(said), Organization(name=name))
