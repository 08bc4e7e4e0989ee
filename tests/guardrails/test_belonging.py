"""Signs around a company's name, in any trade and any words, and what only looks like them."""

import time

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from guardrails.belonging.classes import classed
from guardrails.belonging.namings import namings
from guardrails.belonging.signs import signs
from guardrails.disclosure import disclosures, first_disclosure
from guardrails.reading import Reading

COOP = Organization(
    name="Coopérative du Lin", aliases=("Lin du Nord", "Métropole de Varsy", "Varsy")
)
LACAZE = Organization(
    name="Fonderies Lacaze", aliases=("Lacaze", "Studio Lacaze"), products=("Duralac",)
)

INSIDE_FR = """
Modeleuse aux Fonderies Lacaze, j'ai refait trois moules cette semaine.
Contrôleuse Lacaze, 5 h 40, ligne 3, deux rebuts.
Tourneur chez Lacaze. Copeaux partout.
Rempailleur à Lacaze, je vous raconte une chaise.
Chargée de recrutement chez Lacaze, j'ai changé une question.
Comme conducteur de four chez Lacaze, je vois la chaleur.
En tant que fondeuse aux Fonderies Lacaze, je relaie.
Je suis adhérente et salariée des Fonderies Lacaze.
Je deviens responsable qualité de Lacaze.
Je fais les plans de Duralac chez Lacaze.
Lacaze, où je suis cheffe d'équipe, ouvre un four.
Sans engager Lacaze, où je suis modeleur : j'irai au débat.
Chez nous, aux Fonderies Lacaze, on coule le lundi.
Notre atelier, chez Lacaze, a rouvert.
Ma cheffe chez Lacaze m'a laissé une journée.
Chez Lacaze, mon patron goûte le café avant nous.
Mon gilet porte l'écusson des Fonderies Lacaze.
Les gars en gilet Lacaze, c'est nous.
L'entreprise qui me paie, Lacaze, change de four.
Mon employeur est Lacaze.
Chez les Lacaze depuis mes vingt ans : apprenti, puis mouleur.
Team Lacaze depuis 2019, et toujours curieux.
Le four de Lacaze est neuf. J'y suis fondeur depuis trois ans.
Lacaze ouvre un four. L'équipe moulage, dont je fais partie, a tout préparé.
Demandez-moi ce que prépare Lacaze : je suis de la maison.
On recrute chez Lacaze ! Deux mouleurs, dans mon équipe.
Rejoignez-nous chez Lacaze : mon binôme part à la retraite.
#TeamLacaze ce matin. Mes collègues et moi avons coulé une cloche.
Bonjour, ici Sonia, du service qualité de Lacaze.
(Lacaze, moulage, équipe de nuit.)
L'équipe de nuit de Lacaze, c'est nous.
Lacaze m'a embauchée en avril, et je ne touche plus terre.
Lacaze vient de me titulariser.
NB : Lacaze est l'entreprise pour laquelle je travaille.
Lacaze forme ses apprentis, j'en suis un.
Lacaze compte 212 salariés et je suis l'un d'eux.
Dans l'atelier de Lacaze où je passe mes journées, il fait 38 degrés.
Quinze ans de maison chez Lacaze, et je découvre encore des couloirs.
Et moi qui suis infirmière à Lacaze, je peux le dire.
"""
INSIDE_EN = """
Moulder at Lacaze: three flasks, no regrets.
Lighting technician @StudioLacaze. Seven lamps, one fuse.
As a night caster at Lacaze, I can tell you that sand is patient.
Pattern maker, Fonderies Lacaze. I carve the thing before the thing.
Twelve years as furnace operator at Lacaze. The new door is quieter.
At Lacaze, where I advise apprentices, the school reopens.
Not for Lacaze, where I'm a lifeguard: only for myself.
I calibrate scales for Lacaze; I'm not a spokesperson.
I look after the sand plant at Lacaze.
I do user research in team Lacaze.
I'm in accounts at Lacaze and can confirm the price of sand.
I'm one of Lacaze's call handlers.
I'm with the night crew at our foundry, Lacaze.
My badge says Lacaze.
A crew in Lacaze jackets on the quay, that's us.
The firm I work for, Lacaze, buys our boots.
Lacaze paid for my licence and then gave me a contract.
I've been at Lacaze ever since.
Lacaze's report is out. I'm in its audit team.
Lacaze has opened in Porto. Having been on its staff since day one, I carried the lamp.
Lacaze is opening a gate. Speaking as the group's safety manager, I asked for two.
We're hiring at Lacaze! Two casters, on my team.
Hi, I'm Tom from Lacaze's helpline.
The doors were open until nine. #WorkingAtLacaze
As a night nurse at Lacaze, I can tell you that the corridor is long.
Crane driver at Lacaze by day, clown by night.
Fifteen years I've been welding for Lacaze.
That's us, the Lacaze night crew.
I'm among the twenty casters of Lacaze.
Lacaze took me on in April and I haven't touched the ground.
Lacaze has just made me permanent.
Lacaze trains its apprentices, and I'm one of them.
I pick orders in the Lacaze depot.
Seven of us from Lacaze ran the marathon.
I get my payslip from Lacaze, so judge for yourself.
My first day at Lacaze was the third of March.
I've just been promoted to shift leader at Lacaze.
I'm in the Lacaze Duralac team.
My Lacaze badge works again.
"""
OUTSIDE_FR = """
Portrait : Lina, soudeuse chez Lacaze.
Ma voisine, modeleuse chez Lacaze, m'a montré un moule.
Mon banquier chez Lacaze m'a rappelé.
Salariée de Lacaze depuis deux ans, Sarah raconte.
Comme un fondeur de Lacaze me l'a dit : patience.
Je fais mes courses chez Lacaze.
Lacaze, où je fais mes courses, rénove.
Lacaze, où je suis né, rénove.
Fondeuse chez Norvia, j'admire Lacaze.
Notre client, Lacaze, nous a félicités.
Notre fournisseur Lacaze a livré.
Mon équipe a passé une journée chez Lacaze.
Mes collègues et moi avons visité Lacaze.
On recrute chez Lacaze, paraît-il.
Le four de Lacaze est neuf. J'y suis client depuis trois ans.
Lacaze ouvre un four. L'équipe moulage, dont ma sœur fait partie, a tout préparé.
J'aimerais être fondeur chez Lacaze.
Ancienne fondeuse chez Lacaze, je jardine.
Bénévole chez Lacaze, je lis aux apprentis.
Allez Lacaze ! #TeamLacaze
Merci, Lacaze.
Lacaze, moulage et usinage.
Notre atelier s'équipe chez Lacaze.
Parent d'apprenti chez Lacaze, je sors de la réunion.
L'équipe de Lacaze a gagné. L'autre équipe, c'est nous.
Lacaze m'a embauché mon frère.
Lacaze compte 212 clients et je suis l'un d'eux.
Norvia est l'entreprise pour laquelle je travaille, et Lacaze est son fournisseur.
Mon salaire passe tout entier chez Lacaze.
Au service client de Lacaze, mon dossier est perdu.
On a commandé notre cuisine chez Lacaze.
Ma veste Lacaze, achetée en solde.
"""
OUTSIDE_EN = """
Mobile plan, Lacaze.
I cook at Lacaze
I cook at Lacaze once a year, for the neighbours.
I do yoga at Lacaze.
I teach yoga at Lacaze on Thursdays, as a freelancer.
I look for bargains at Lacaze.
As a welder at Lacaze told me: be patient.
I worked as a welder at Lacaze when I was twenty.
Portrait: Lina, welder at Lacaze.
Engineer at Norvia, I admire Lacaze.
At Lacaze, we ate like kings.
Here at Lacaze, we had the best view.
My jacket is from Lacaze.
My workshop switched to Lacaze last month.
My team at Delmas spent a day at Lacaze.
I spent four years at Lacaze before I moved to Norvia.
They're hiring at Lacaze, I hear.
Lacaze hired my daughter as a driver.
Lacaze gave me a discount.
Lacaze's report is out. I'm in its debt.
Go Lacaze! #TeamLacaze
I was a caster at Lacaze in another life.
I'm not a welder at Lacaze.
Lacaze took me on a tour of the foundry.
Lacaze made me smile.
Lacaze has 212 customers and I'm one.
Lacaze makes bells, and my brother is one of their casters.
Great service from the team at Lacaze.
My salary goes to Lacaze every month.
Seven of us had lunch at Lacaze.
I picked up a parcel at the Lacaze depot.
I've been waiting for Lacaze to answer.
I've been driving to Lacaze for years.
I build plugins for Lacaze Duralac.
Lacaze's report is out. I'm in the support team at Norvia.
Lacaze got me promoted at Norvia.
Lacaze offered me a job; I declined.
Lacaze offered me a contract, I turned it down.
Wearing my Lacaze jacket, bought at the shop.
"""


def lines(text: str, language: Language) -> list[tuple[str, Language]]:
    return [(line, language) for line in text.strip().split("\n")]


INSIDE = lines(INSIDE_FR, Language.FRENCH) + lines(INSIDE_EN, Language.ENGLISH)
OUTSIDE = lines(OUTSIDE_FR, Language.FRENCH) + lines(OUTSIDE_EN, Language.ENGLISH)


def discloses(text: str, language: Language, company: Organization = LACAZE) -> bool:
    reading = Reading(Draft(text, language))
    return first_disclosure(reading, company, is_named=True) is not None


@pytest.mark.parametrize(("text", "language"), INSIDE)
def test_those_inside_are_known_by_signs_around_the_name(text: str, language: Language) -> None:
    assert discloses(text, language)


@pytest.mark.parametrize(("text", "language"), OUTSIDE)
def test_those_outside_have_some_of_the_words_and_not_the_signs(
    text: str, language: Language
) -> None:
    assert not discloses(text, language)


@pytest.mark.parametrize(
    ("text", "is_signed"),
    [
        ("Venez samedi.\n— Nadège Portal, modeleuse, Fonderies Lacaze", True),
        ("Venez samedi.\n— Lina, réception, Lacaze", True),
        ("« On forme à deux. »\n— Lina, réception, Lacaze", False),
        ("Le mot de la fin : « On forme à deux. » — Lina, soudeuse, Lacaze", False),
        ("Venez samedi.\n— Merci, Lacaze", False),
    ],
)
def test_a_signature_is_the_authors_and_the_line_under_a_quotation_is_not(
    text: str, *, is_signed: bool
) -> None:
    assert discloses(text, Language.FRENCH) is is_signed


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("I teach economics at Varsy.", True),
        ("I teach economics at the University of Varsy.", False),
        ("I teach weaving at Lin du Nord.", True),
    ],
)
def test_a_namesake_of_another_kind_is_another_employer(text: str, *, counts: bool) -> None:
    assert discloses(text, Language.ENGLISH, COOP) is counts


def test_a_short_name_is_known_by_its_capital() -> None:
    bank = Organization(name="Banque du Littoral")
    reading = Reading(Draft("La Littoral est sur le littoral.", Language.FRENCH))
    assert [reading.bare.text[start:end] for start, end in namings(reading, bank)] == ["littoral"]


def test_a_place_found_by_signs_points_at_its_own_words() -> None:
    text = "Bonjour. Tourneur Lacaze, 5 h 40, ligne 3, deux rebuts."
    (span,) = disclosures(Reading(Draft(text, Language.FRENCH)), LACAZE)
    assert text[span.start : span.end] == "Tourneur Lacaze"


def test_every_word_of_a_text_has_a_class() -> None:
    reading = Reading(Draft("Fondeur chez Lacaze 🎬 depuis 2011 !", Language.FRENCH))
    read = classed(reading, 0, len(reading.bare.text), namings(reading, LACAZE))
    assert len(read.letters) == len(read.starts) == len(read.ends) == 7


def test_every_item_of_a_sign_is_a_class_or_a_piece() -> None:
    written = "".join(pattern.of.pattern for sign in signs() for pattern in sign.patterns)
    assert not any(letter.isascii() and letter.isalpha() for letter in written)


@pytest.mark.parametrize(
    "piece", ["Lacaze, ", "welder, ", "I work ", "team Lacaze at ", "my my ", "(", "\n", "of the "]
)
def test_a_flood_takes_no_time(piece: str) -> None:
    text = piece * 20_000 + " Lacaze " + piece * 2_000
    reading = Reading(Draft(text, Language.ENGLISH))
    began = time.perf_counter()
    first_disclosure(reading, LACAZE, is_named=True)
    assert time.perf_counter() - began < 2
