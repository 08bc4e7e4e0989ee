"""What a reader works out from a source: sizes of told changes, products, rates, sums, lapses."""

import pytest

from tests.guardrails.facts.working_out import seconds_for, unknown

BREAD = (
    "Les restes sont passés de 118 à 74 grammes par plateau depuis que le pain est au bout de la"
    " ligne. La cantine sert 620 repas par jour."
)
BREAD_EN = (
    "Leftovers went from 118 to 74 grams per tray since the bread was moved. The canteen serves"
    " 620 meals a day."
)
SLOW = "La pose prend 9 minutes, contre 31 minutes avec l'ancien outil."
SLOW_EN = "Fitting takes 9 minutes, compared with 31 minutes with the old tool."
RANGE = "Il faut compter de 10 à 15 minutes par trajet, et les bus sont rares."
CABINS = "L'entreprise a équipé ses neuf cabines. Chaque équipement a coûté 260 euros."
CABINS_EN = "The firm has equipped its nine cabins. Each heater cost 260 euros."
COURSE = "Le stage dure 12 semaines, à raison de 3 heures par semaine, pour 40 élèves."
COURSE_EN = "The course lasts 12 weeks, with 3 hours a week, for 40 pupils."
OPINIONS = "Le médiateur a rendu 64 avis en 2025. 25 donnent raison à l'adhérent."
OPINIONS_EN = "The ombudsman gave 64 opinions in 2025. 25 were for the member."
LIST = "Sur 130 salariés, 54 se sont inscrits en trois mois. Trois équipages roulent."
LIST_EN = "Of the 130 employees, 54 have signed up in three months. Three crews drive."
LABELS = (
    "Le musée a mis en ligne 1 150 objets, chacun avec une étiquette. Quatre personnes y ont"
    " travaillé. 118 étiquettes disent « on ne sait pas »."
)
LABELS_EN = (
    "The museum put 1,150 objects online, each with a label. Four people worked on it. 118 labels"
    " read “we don't know”."
)
CALLS = "2 140 appels ont été passés et 167 tentatives arrêtées. Il y a 540 conseillers."
CALLS_EN = "2,140 calls were made and 167 attempts stopped. There are 540 advisers."
CREW = "Trois soudeurs et deux grutiers sont venus. Le chantier compte 38 caravanes."
CREW_EN = "Three welders and two crane drivers came. The site has 38 caravans."
EARLY = "L'arrêt de la ligne passe de 22 h à 22 h 05. L'accueil ferme à 18 h 30."
EARLY_EN = "Closing time moves from 10 pm to 10.05 pm. The desk shuts at 6.30 pm."
SINCE = "L'atelier de reliure est ouvert depuis 1996. Il occupe sept personnes."
SINCE_EN = "The bindery has been open since 1996. Seven people work there."

FOLLOWS = [
    (BREAD, "44 grammes de moins sur chaque plateau, plus d'un tiers."),
    (BREAD, "On a pesé les restes des plateaux : 44 grammes de moins."),
    (BREAD, "Le pain a bougé, les plateaux ont perdu 44 grammes."),
    (
        BREAD,
        "44 grammes de moins sur chaque plateau. À 620 repas par jour, ça fait dans les 27 kilos.",
    ),
    (BREAD_EN, "44 grams less on each tray, more than a third."),
    (BREAD_EN, "44 grams less on each tray. At 620 meals a day, that's about 27 kilos."),
    (SLOW, "22 minutes de gagnées à chaque pose"),
    (SLOW_EN, "22 minutes saved on each fitting"),
    (CABINS, "Les 9 cabines. Coût : 2 340 € en tout, 260 par cabine."),
    (CABINS, "9 cabines à 260 € chacune, 2 340 € en tout."),
    (CABINS_EN, "Nine cabins at 260 euros each: 2,340 euros in all."),
    (CABINS_EN, "260 euros a cabin, nine cabins, that's 2,340 euros."),
    (COURSE, "3 heures par semaine, 12 semaines, soit 36 heures."),
    (COURSE_EN, "3 hours a week for 12 weeks, that's 36 hours."),
    (OPINIONS, "64 avis. Dans 25 d'entre eux, soit presque quatre sur dix, il a donné raison"),
    (OPINIONS_EN, "64 opinions. In 25 of them, almost four in ten, he was for the member"),
    (LIST, "On est 54 inscrits sur 130 au bout d'un trimestre. Quatre sur dix, quoi."),
    (LIST_EN, "We're 54 out of 130 after three months. Four in ten, then."),
    (LABELS, "1 150 objets en ligne. À peu près une étiquette sur dix dit « on ne sait pas »."),
    (LABELS_EN, "1,150 objects online. About one label in ten says “we don't know”."),
    (CALLS, "167 tentatives stoppées, à peu près une tous les treize appels"),
    (CALLS_EN, "167 attempts stopped, roughly one every thirteen calls"),
    (CREW, "Cinq personnes : trois soudeurs, deux grutiers."),
    (CREW_EN, "Five people: three welders and two crane drivers."),
    (EARLY, "La ligne s'arrête cinq minutes plus tard."),
    (EARLY_EN, "We close five minutes later."),
    (SINCE, "Ça fait trente ans que l'atelier de reliure est ouvert."),
    (SINCE_EN, "The bindery has been going for thirty years."),
]

SHOPS = "Six magasins Maison Pélican ont changé. Vingt magasins suivront."
SHOPS_EN = "Six Maison Pélican shops have changed. Twenty shops will follow."

FOLLOWS += [
    (SHOPS, "Dans les six magasins qui ont essayé"),
    (SHOPS_EN, "In the six shops that tried"),
]

FOLLOWS_NOT = [
    (SHOPS, "Dans les sept magasins qui ont essayé"),
    (SHOPS_EN, "In the seven shops that tried"),
    (BREAD, "34 grammes de moins sur chaque plateau"),  # a wrong difference
    (BREAD, "44 grammes de plus sur chaque plateau"),  # turned round
    (BREAD, "44 kilos de moins sur chaque plateau"),
    (BREAD, "44 grammes de moins de sucre dans chaque gâteau"),
    (BREAD, "44 grammes de moins"),  # of nothing in particular
    (BREAD, "44 grammes de moins sur chaque plateau, plus de la moitié."),
    (BREAD, "44 grammes de moins par plateau. À 620 repas par jour, ça fait 37 kilos."),
    (BREAD, "44 grammes de moins par plateau. À 620 repas par jour, ça fait 27 tonnes."),
    (BREAD, "44 grammes de moins par plateau et 620 repas. On a fêté nos 27 kilos."),
    (BREAD_EN, "34 grams less on each tray"),
    (BREAD_EN, "44 grams more on each tray"),
    (BREAD_EN, "44 kilos less on each tray"),
    (BREAD_EN, "44 grams less sugar in each cake"),
    (BREAD_EN, "44 grams less on each tray. At 620 meals a day, that's about 37 kilos."),
    (SLOW, "24 minutes de gagnées à chaque pose"),
    (SLOW, "22 minutes de plus à chaque pose"),
    (SLOW_EN, "22 minutes longer for each fitting"),
    (RANGE, "5 minutes de moins par trajet"),  # a range is no change
    (CABINS, "Les 9 cabines. Coût : 2 430 € en tout, 260 par cabine."),
    (CABINS, "Les 9 cabines. Coût : 2 340 $ en tout, 260 par cabine."),
    (CABINS, "Les 9 cabines. 2 340 grutiers en tout, 260 par cabine."),
    (CABINS, "9 cabines, 260 € par mois : 2 340 € en tout."),
    (CABINS_EN, "Nine cabins at 260 euros each: 2,540 euros in all."),
    (CABINS_EN, "Nine cabins, 260 euros a month, that's 2,340 euros."),
    (COURSE, "3 heures par semaine, 40 élèves, soit 120 heures."),
    (COURSE_EN, "3 hours a week for 40 pupils, that's 120 hours."),
    (OPINIONS, "64 avis. Dans 25 d'entre eux, soit presque six sur dix, il a donné raison"),
    (OPINIONS_EN, "64 opinions. In 25 of them, almost six in ten, he was for the member"),
    (LIST, "On est 54 inscrits sur 130 au bout d'un trimestre. Six sur dix, quoi."),
    (LIST_EN, "We're 54 out of 130 after three months. Six in ten, then."),
    (LABELS, "1 150 objets en ligne. À peu près une étiquette sur vingt dit « on ne sait pas »."),
    (LABELS, "1 150 objets en ligne. À peu près un objet sur dix a été vendu."),
    (LABELS_EN, "1,150 objects online. About one label in twenty says “we don't know”."),
    (LABELS_EN, "1,150 objects online. About one visitor in ten says “we don't know”."),
    (CALLS, "167 tentatives stoppées, à peu près une tous les vingt appels"),
    (CALLS, "167 tentatives stoppées, à peu près une tous les treize conseillers"),
    (CALLS_EN, "167 attempts stopped, roughly one every twenty calls"),
    (CALLS_EN, "167 attempts stopped, roughly one every thirteen advisers"),
    (CREW, "Dix-huit personnes : trois soudeurs, deux grutiers."),
    (CREW, "Quarante personnes : 38 caravanes, deux grutiers, trois soudeurs."),
    (CREW_EN, "Eighteen people: three welders and two crane drivers."),
    (EARLY, "La ligne s'arrête quinze minutes plus tard."),
    (EARLY_EN, "We close fifteen minutes later."),
    (EARLY, "La panne a duré 210 minutes de plus."),
    (SINCE, "Ça fait quarante ans que l'atelier de reliure est ouvert."),
    (SINCE, "Ça fait trente ans que je fume."),
    (SINCE_EN, "The bindery has been going for forty years."),
    (SINCE_EN, "I have smoked for thirty years."),
]


@pytest.mark.parametrize(("source", "text"), FOLLOWS)
def test_what_a_reader_works_out_is_known(source: str, text: str) -> None:
    assert not unknown(text, source)


@pytest.mark.parametrize(("source", "text"), FOLLOWS_NOT)
def test_what_nobody_can_work_out_is_not(source: str, text: str) -> None:
    assert unknown(text, source)


@pytest.mark.parametrize(
    "piece",
    [
        "44 grammes de moins sur chaque plateau, 620 repas, ça fait 27 kilos en tout, ",
        "une tous les treize appels, cinq minutes plus tard, depuis trente ans, ",
        "sur 130 salariés, chacun avec ",
        "a a a a a a ",
        "par par par par, ",
    ],
)
def test_a_flood_is_read_in_no_time(piece: str) -> None:
    assert seconds_for(piece * 400, BREAD + CALLS + EARLY + piece * 400) < 6
