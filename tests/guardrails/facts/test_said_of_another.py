"""What looks like a figure of the source said otherwise, and is told of another or of nothing."""

import pytest

from tests.guardrails.facts.working_out import unknown

DAYS = [
    ("The desk is closed from Monday to Friday.", "The desk is open five days a week."),
    ("L'accueil est fermé du lundi au vendredi.", "L'accueil est ouvert cinq jours par semaine."),
    ("The shop closes every day at noon.", "The shop opens seven days a week."),
    ("The desk is open every day except Sunday and Monday.", "The desk is open six days a week."),
    (
        "Tous les jours sauf le dimanche et le lundi, l'accueil est ouvert.",
        "L'accueil est ouvert six jours par semaine.",
    ),
    ("The desk is open every day except weekends.", "The desk is open seven days a week."),
    ("The desk answers daily except at weekends.", "The desk answers seven days a week."),
    (
        "L'accueil est ouvert tous les jours sauf le week-end.",
        "L'accueil est ouvert sept jours par semaine.",
    ),
    (
        "The canteen is open from Monday to Friday. The desk answers calls on Saturday.",
        "The desk answers calls five days a week at the canteen.",
    ),
    ("The shop takes deliveries from Monday to Wednesday.", "The shop opens three days a week."),
    (
        "Every day the team learns. The team rests at weekends.",
        "The team works seven days a week.",
    ),
    ("The desk is not open from Monday to Friday.", "The desk is open five days a week."),
    ("The desk was open from Monday to Friday.", "The desk is open five days a week."),
    ("The desk will open from Monday to Friday.", "The desk opens five days a week."),
    ("The desk is open Monday to Friday and Saturday.", "The desk is open five days a week."),
    ("The desk is open every day except Sunday in May.", "The desk is open six days a week."),
    (
        "The desk is there, the canteen opens from Monday to Friday.",
        "The desk opens five days a week.",
    ),
]
RATES = [
    ("The plant loses 5 kilos a month.", "The plant saves 60 kg a year."),
    ("L'usine perd 5 kilos de cuivre par mois.", "L'usine économise 60 kilos de cuivre par an."),
    (
        "Le site économise 30 litres d'eau par jour.",
        "Le site consomme 210 litres d'eau par semaine.",
    ),
    ("Le site conserve 30 kilos par mois.", "Le site consomme 360 kilos par an."),
    ("L'atelier perd 21 pièces par mois et en vend 40.", "L'atelier vend 252 pièces par an."),
    (
        "The plant saves five kilos of paper a month and two kilos of ink a week.",
        "The plant saves 104 kg of paper a year.",
    ),
    (
        "Le site traite 120 appels par jour, du lundi au vendredi.",
        "Le site traite 840 appels par semaine.",
    ),
    (
        "The desk answers 120 calls per day, Monday to Friday.",
        "The desk answers 840 calls per week.",
    ),
    ("We answer 120 calls per day.", "We answer 840 calls per week."),
    ("The line makes 300 bolts per hour.", "The line makes 7,200 bolts per day."),
    ("The crew works 7 hours per day.", "The crew works 49 hours per week."),
    ("The crew works 35 hours per week.", "The crew works 1,820 hours per year."),
    ("L'équipe travaille 7 heures par jour.", "L'équipe travaille 49 heures par semaine."),
    (
        "One worker in the team earns 15 euros an hour.",
        "In the team each earns 360 euros a day.",
    ),
    (
        "Un salarié de l'équipe gagne 15 euros par heure.",
        "Dans l'équipe, on gagne 360 euros par jour.",
    ),
    ("The desk takes 10 calls per hour.", "The desk takes 240 calls per day."),
    ("Sales grow by 2% a month.", "Sales grow by 24% a year."),
    ("La fréquentation monte de 2 % par mois.", "La fréquentation monte de 24 % par an."),
    (
        "The plant used up to 30 litres of oil a week until 2020.",
        "The plant uses 1,560 litres of oil a year.",
    ),
    ("The plant had 3 accidents a month in 2019.", "The plant had 36 accidents a year."),
    ("The plant does not save 5 kilos a month.", "The plant saves 60 kg a year."),
    ("The plant will save 5 kilos a month.", "The plant saves 60 kg a year."),
]
LONG_AGO = [
    (
        "In 2021 we hired 12 people. In 2024 the plant burned down.",
        "Five years ago the plant burned down at work, 12 people.",
    ),
    (
        "By 2030 the plant will recycle 90 tonnes. In 2021 the plant recycled 31 tonnes.",
        "Five years ago the plant recycled 90 tonnes.",
    ),
    ("In 2021 we promised to hire 70% women by 2030.", "Five years ago we had 70% women."),
    ("In 2021 a fire destroyed 70% of the plant.", "Five years ago we rebuilt 70%."),
    (
        "In August the plant lost 31 workers.",
        "Three months ago the plant hired 31 workers.",
    ),
    (
        "En 2021, l'atelier a perdu 12 clients.",
        "Il y a cinq ans, l'atelier gagnait 12 clients.",
    ),
    (
        "Depuis 2021, l'usine de Brest recycle 31 tonnes.",
        "L'usine de Brest a fermé il y a cinq ans : 31 tonnes.",
    ),
    ("En août, l'usine a recyclé 31 tonnes.", "Il y a trois mois, 31 tonnes ont brûlé."),
    ("En décembre, l'usine recyclera 31 tonnes.", "Il y a 11 mois, l'usine recyclait 31 tonnes."),
    ("On 29 February the line opened to all.", "The line opened to all 0 days ago."),
    ("In December the plant recycles 31 tonnes.", "11 months ago it recycled 31 tonnes."),
]
ORDINALS = [
    ("The hundredth visitor came to the second workshop.", "The 100th workshop is here."),
    (
        "Le centième client est venu au deuxième atelier.",
        "Le 100e atelier est ouvert aux clients.",
    ),
    ("It takes a tenth of a second to open the valve.", "The 10th valve opens."),
    ("We ranked second among the tenth group of firms.", "We ranked 10th."),
    ("The tenth customer got a gift, and a twentieth worker came.", "The 20th customer came."),
    ("The hundredth electric bike is sold.", "The 100th electric car is sold."),
    ("It was not the hundredth bike.", "The 100th bike."),
]
OFTEN = [
    ("We won 12 times and lost 40 times.", "40 wins for the team."),
    ("The guide was sold 56 times and used 560 times.", "560 sales of the guide."),
    ("Le guide a été vendu 56 fois et utilisé 560 fois.", "560 ventes du guide."),
    (
        "The director fell asleep 40 times; the server fell 12 times.",
        "12 falls at work this month.",
    ),
    ("The team left the room 30 times.", "30 departures in the team."),
    ("The parrot was asked 12 times to sing.", "12 requests for the parrot."),
    ("The bridge was crossed 500 times.", "500 trips to the bridge."),
]
STOOD = [
    (
        "The plant recycled 40 tonnes. The stock stood at 20 tonnes.",
        "From 20 to 40 tonnes recycled at the plant: up 100%.",
    ),
    (
        "L'usine a recyclé 40 tonnes. Le stock affichait 20 tonnes.",
        "De 20 à 40 tonnes recyclées à l'usine : 100 % de plus.",
    ),
    (
        "The plant made 1,000,000 bolts. The rival's counter stood at 500,000.",
        "From 500,000 to 1,000,000 bolts: 100% more at the plant.",
    ),
    (
        "L'usine a fait 1 000 vis. Le concurrent affichait 500.",
        "De 500 à 1 000 vis : 100 % de plus à l'usine.",
    ),
    (
        "Le stade comptait 40 000 places. Le club atteignait 20 000.",
        "De 20 000 à 40 000 places au stade : 100 % de plus.",
    ),
]
TOGETHER = [
    ("It takes 2 hours, 30 minutes of them at sea.", "It takes 2.5 hours."),
    ("Il faut 2 heures, 30 minutes en mer comprises.", "Il faut 2 heures et demie."),
]


@pytest.mark.parametrize(
    ("source", "text"), [*DAYS, *RATES, *LONG_AGO, *ORDINALS, *OFTEN, *STOOD, *TOGETHER]
)
def test_a_figure_told_of_another_is_found(source: str, text: str) -> None:
    assert unknown(text, source) != []
