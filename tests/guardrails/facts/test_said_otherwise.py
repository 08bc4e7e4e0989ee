"""What a source tells, said otherwise: in order, as a noun, from today, in days of the week."""

import pytest

from tests.guardrails.facts.working_out import unknown


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Le centième composteur est posé.", "Composteurs : le 100e est posé."),
        ("Le vingt et unième atelier ouvre.", "C'est le 21ème atelier."),
        ("La deux centième visite a eu lieu.", "Notre 200e visite."),
        ("Le trentième apprenti est arrivé.", "Le 30eme apprenti est là."),
        ("Le millième vélo est vendu.", "Vélo n° 1000, vendu."),
        ("The hundredth composter is in place.", "Composters: the 100th is in place."),
        ("The twenty-first workshop opens.", "It is the 21st workshop."),
        ("The two hundredth visit took place.", "Our 200th visit."),
        ("The forty-second apprentice arrived.", "Apprentice no. 42 arrived."),
        ("The thirty-third bike is sold.", "The 33rd bike is sold."),
        ("Le centième composteur est posé.", "The 100th composteur."),
        # A deed told as a noun.
        ("La page a été lue 4 100 fois en un mois.", "Déjà 4 100 lectures en un mois."),
        ("La vidéo a été vue 820 fois.", "820 vues pour la vidéo."),
        ("Le guide a été téléchargé 560 fois.", "560 téléchargements du guide."),
        ("Le podcast a été écouté 310 fois.", "310 écoutes du podcast."),
        ("Le vélo a été emprunté 95 fois.", "95 emprunts du vélo."),
        ("The page was read 4,100 times in a month.", "4,100 reads in a month."),
        ("The video was watched 820 times.", "820 views of the video."),
        ("The line was called 3,260 times.", "3,260 calls handled."),
        ("The bike was borrowed 95 times.", "95 loans of the bike."),
        ("The button was clicked 440 times.", "440 clicks on the button."),
        # As of today, the 30th of November 2026.
        ("In 2021 the share was 70%.", "Five years ago it was 70%."),
        ("En 2021, la part était de 70 %.", "Il y a cinq ans, 70 %."),
        ("In August the plant recycled 31 tonnes.", "Three months ago it recycled 31 tonnes."),
        ("En août, l'usine a recyclé 31 tonnes.", "Il y a trois mois, 31 tonnes."),
        ("On 26 November the lab opened to pupils.", "The lab opened to pupils four days ago."),
        ("Le 26 novembre, le labo a accueilli 26 élèves.", "Il y a 4 jours : 26 élèves."),
        ("On 16 November the line opened at Lille.", "The line opened two weeks ago at Lille."),
        # Days of the week.
        ("Open from Monday to Friday.", "Open five days a week."),
        ("Monday to Saturday, the desk is open.", "The desk is open six days a week."),
        ("Ouvert du lundi au vendredi.", "Ouvert cinq jours par semaine."),
        ("Ouvert tous les jours sauf le dimanche.", "Ouvert 6 jours sur 7."),
        ("The line answers every day.", "The line answers seven days a week."),
        # Hours, minutes and seconds together.
        ("The average wait is 1 minute 48 seconds.", "A wait under two minutes (1 min 48)."),
        ("Attente moyenne : 1 minute 48 secondes.", "Moins de deux minutes d'attente (1 min 48)."),
        ("La visite dure 1 h 55.", "La visite dure un peu moins de 2 heures."),
        ("It takes 2 hours and 55 minutes.", "It takes nearly three hours."),
        # One of what was several, and worked out from a number in words.
        ("Sept redevances ; il n'en restera que trois.", "Trois redevances au lieu de sept."),
        (
            "The counter passed one million passages. A year before, it stood at 690,000.",
            "From 690,000 to one million: that's 45% more or so.",
        ),
        (
            "Le compteur a passé un million de passages. L'an dernier, il affichait 690 000.",
            "De 690 000 à un million : 45 % de plus, à peu près.",
        ),
    ],
)
def test_what_is_said_otherwise_is_told(source: str, text: str) -> None:
    assert unknown(text, source) == []


@pytest.mark.parametrize(
    ("source", "text", "figure"),
    [
        ("Le centième composteur est posé.", "Composteurs : le 101e est posé.", "101"),
        ("Le centième composteur est posé.", "Le 100e camion est livré.", "100"),
        ("The hundredth composter is in place.", "The 110th composter is in place.", "110"),
        ("The twenty-first workshop opens.", "The 31st workshop opens.", "31"),
        ("La page a été lue 4 100 fois.", "4 100 inscriptions en un mois.", "4 100"),
        ("La page a été lue 4 100 fois.", "4 200 lectures en un mois.", "4 200"),
        ("The line was called 3,260 times.", "3,260 refunds in a month.", "3,260"),
        ("The video was watched 820 times.", "820 orders after the video.", "820"),
        ("In 2021 the share was 70%.", "Six years ago it was 70%.", "Six years"),
        ("In 2021 the share was 70%.", "Five years ago we had a fire.", "Five years"),
        ("En août, l'usine a recyclé 31 tonnes.", "Il y a quatre mois, 31 tonnes.", "quatre mois"),
        ("In 2021 the lab opened to pupils.", "Five years ago the lab shut.", "Five years"),
        ("In 2021 the lab had 70% men.", "Five years ago not 70%.", "Five years"),
        ("Open from Monday to Friday.", "Open six days a week.", "six days"),
        ("Ouvert du lundi au vendredi.", "Ouvert sept jours par semaine.", "sept jours"),
        ("Open from Monday to Friday.", "It takes five days.", "five days"),
        ("Open from Monday to Friday.", "Omar swims five days a week.", "five days"),
        ("Attente : 1 minute 48 secondes.", "Moins de quatre minutes d'attente.", "quatre minutes"),
        ("It takes 2 hours and 55 minutes.", "It takes nearly four hours.", "four hours"),
    ],
)
def test_what_is_told_of_nothing_is_found(source: str, text: str, figure: str) -> None:
    assert [one.strip(" ") for one in unknown(text, source)] == [figure]


IDIOMS = (
    "Worth two minutes of your time.",
    "It's worth five minutes.",
    "Worth 10 minutes to read.",
    "Take ten minutes to look around.",
    "A thousand thanks to the crew.",
    "If you have ten minutes, read it.",
    "Give it three minutes of your day.",
    "Just take two minutes and look.",
    "Deux minutes de votre temps.",
    "Ça vaut bien cinq minutes.",
    "Mille mercis à l'équipe.",
    "Si vous avez dix minutes, lisez-le.",
    "Prenez trois minutes pour le lire.",
    "Accordez-lui deux minutes de votre temps.",
    "Si tu as 2 minutes, écoute-le.",
)


@pytest.mark.parametrize("text", IDIOMS)
def test_a_moment_of_the_reader_s_is_no_figure(text: str) -> None:
    assert unknown(text, "Le quai a été repeint.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The form takes five minutes.",
        "Worth two million euros.",
        "We answer in ten minutes.",
        "Le formulaire prend cinq minutes.",
        "On répond en dix minutes.",
        "Prenez 5 minutes pour remplir le formulaire.",
        "Just take 5 minutes to fill in the form.",
        "Donnez-lui 2 minutes et la batterie est pleine.",
        "Give it 2 minutes and the battery is full.",
        "If you have 5 minutes, the battery charges fully.",
        "Si vous avez 5 minutes, la batterie se recharge.",
        "L'appli fait gagner 30 minutes de votre journée.",
        "L'appli fait gagner 30 minutes de votre temps.",
        "The app gives back 30 minutes of your day.",
        "The app saves you 30 minutes of your time.",
        "Give us 3 minutes: that is our average delay.",
        "Accordez-nous 3 minutes : c'est notre temps d'attente.",
        "Give me 2 minutes, that is all a repair takes.",
        "The break is worth 15 minutes of overtime.",
        "La charge vaut bien 5 minutes de pause.",
        "Prenez 5 minutes de plus.",
        "Ça vaut cinq millions.",
    ],
)
def test_how_long_something_takes_is_one(text: str) -> None:
    assert unknown(text, "Le quai a été repeint en 12 minutes.") != []


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("La réunion est à 17 h 50.", "La réunion dure près de 18 heures."),
        ("The night shift starts at 1:45, the meeting at 7:50.", "It lasts nearly 8 hours."),
        ("L'atelier ouvre à 7 h 55.", "L'atelier ouvre presque 8 heures par jour."),
        ("The desk opens at 9:05.", "Waiting takes over 9 hours."),
        ("Le quai ouvre à 7 h 10.", "Le quai reste ouvert plus de 7 heures."),
    ],
)
def test_a_time_of_day_is_no_time_that_something_takes(source: str, text: str) -> None:
    assert unknown(text, source) != []


def test_more_minutes_than_an_hour_has_are_no_part_of_one() -> None:
    assert unknown("Three hours in all.", "It took 2 hours, 90 minutes of them at sea.") != []


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("It takes 2 hours, 30 minutes of them at sea.", "It takes 2.5 hours."),
        ("Il faut 2 heures, 30 minutes en mer comprises.", "Il faut 2,5 heures."),
    ],
)
def test_what_stands_behind_a_comma_is_not_added(source: str, text: str) -> None:
    assert unknown(text, source) != []
