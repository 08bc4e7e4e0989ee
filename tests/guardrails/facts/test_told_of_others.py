"""A figure told with what belongs to another one is found; what is told as given passes."""

import time
from collections.abc import Callable, Iterator, Sequence

import pytest

from domain.misuses import Misuse
from domain.review import Span
from guardrails.facts.begun import begun_otherwise
from guardrails.facts.doers import done_by_another_number
from guardrails.facts.everywhere import told_of_all
from guardrails.facts.levels import step_for_level
from guardrails.facts.misuses import Facts
from guardrails.facts.months import day_of_another_year
from guardrails.facts.others_firm import of_anothers_firm
from guardrails.facts.scopes import of_another_scope

Finder = Callable[[str, Sequence[str]], Iterator[Span]]

RUNS_FR = "« Montrons l’atelier », dit Anne Rey, qui dirige l’entreprise depuis 2016."
RUNS_EN = "Anne Rey has run the firm since 2016. She joined it in 2009, and it was founded in 1971."
PARTS_FR = "22 dossiers ne gardaient aucune trace. Dans 9 autres, elle existait, sans date limite."
PARTS_EN = (
    "106 transfers were cancelled. Of the 106 cancelled, 67 were confirmed as scams by staff."
)
LINE_EN = "412 people visited. A couple hundred people stood behind the line for 40 minutes."
LINE_FR = (
    "En tout, 412 visiteurs. Une centaine de personnes attendaient derrière la ligne, 60 à 9 h."
)
LESS_FR = "La fuite est de 0,62 m3. Les relevés montrent une baisse de 0,19 m3 par jour."
LESS_EN = "Leakage was 0.62. Readings show a reduction of 0.19 a day. Staff rose to 64."
SOME_FR = "Le prêt d’outils est ouvert dans trois magasins. Le prêt est gratuit."
SOME_EN = "Tool lending is open in three stores. Lending is free."
MOVED_FR = "Le délai est passé de 30 à 21 jours."
MOVED_EN = "Complaints went from 30 open cases a week to 21."
STORES_EN = (
    "Returns in those four stores were down 9 percent. We raised wages in all eleven stores."
)
STORES_FR = "Les retours ont baissé de 9 % dans ces quatre magasins. Onze magasins sont concernés."
FIRM_FR = (
    "Un de nos clients, une société de 140 personnes, l’a permis. 19 salariés s’en sont servis."
)
FIRM_EN = "One customer, a company of 140, allowed it. 19 employees made use of it."
DAY_FR = (
    "En 2025, les serres étaient prêtes le 24 mars. Le 3 mai 2026, on recommence. En 2024, rien."
)
DAY_EN = "In 2025 all was ready on March 24. In 2024 nothing was."

WRONG = [
    (begun_otherwise, RUNS_FR, "Anne Rey, qui a créé l’entreprise en 2016, montre.", "créé"),
    (begun_otherwise, RUNS_EN, "Anne Rey founded the firm in 2016.", "founded"),
    (begun_otherwise, RUNS_EN, "Anne Rey has led it since 2009.", "led"),
    (
        begun_otherwise,
        "Paul Roy joined the firm in 2016.",
        "Paul Roy founded it in 2016.",
        "founded",
    ),
    (
        begun_otherwise,
        "Paul Roy a fondé la société en 2016.",
        "Paul Roy l’a rejointe en 2016.",
        "rej",
    ),
    (done_by_another_number, PARTS_FR, "22 n’avaient pas de date limite.", "22"),
    (done_by_another_number, PARTS_EN, "- Confirmed scams: 106", "106"),
    (done_by_another_number, LINE_EN, "412 people stood behind the line.", "412"),
    (done_by_another_number, LINE_FR, "412 personnes attendaient derrière la ligne.", "412"),
    (step_for_level, LESS_FR, "La fuite est tombée à 0,19 m3 par jour.", "tombée"),
    (step_for_level, LESS_EN, "It has fallen to 0.19 a day.", "fallen"),
    (step_for_level, LESS_EN, "Staff rose by 64.", "rose"),
    (step_for_level, MOVED_FR, "Le délai a baissé de 21 jours.", "baissé"),
    (step_for_level, MOVED_FR, "Une réduction de 30 jours.", "réduction"),
    (step_for_level, MOVED_FR, "Le délai a baissé de 21 %.", "baissé"),
    (step_for_level, MOVED_EN, "Complaints fell by 21.", "fell"),
    (step_for_level, MOVED_EN, "Complaints fell by 30.", "fell"),
    (step_for_level, MOVED_EN, "Complaints are down 21%.", "down"),
    (told_of_all, SOME_FR, "Le prêt d’outils est ouvert dans tous nos magasins.", "dans tous"),
    (told_of_all, SOME_FR, "On prête des outils : chacun de nos magasins.", "chacun de"),
    (told_of_all, "Au magasin de Pau, un café répare.", "Un café dans chaque magasin.", "dans"),
    (told_of_all, SOME_EN, "Tool lending is open in all our stores.", "in all"),
    (told_of_all, SOME_EN, "Tool lending, in every store.", "in every"),
    (told_of_all, SOME_EN, "Tool lending, in all the stores.", "in all"),
    (told_of_all, SOME_FR, "Le prêt d’outils, dans tous les magasins.", "dans tous"),
    (told_of_all, SOME_FR, "Le prêt d’outils, l’ensemble de nos magasins.", "l’ensemble"),
    (told_of_all, SOME_EN, "In every store the tool lending is open.", "In every"),
    (told_of_all, "The Pau store is lending tools.", "All our stores lend tools.", "All our"),
    (of_another_scope, STORES_EN, "Returns are down 9 percent across all eleven stores.", "9"),
    (of_another_scope, STORES_FR, "Les retours baissent de 9 % dans les onze magasins.", "9"),
    (of_anothers_firm, FIRM_FR, "À la mutuelle où je travaille, 19 salariés s’en servent.", "19"),
    (of_anothers_firm, FIRM_EN, "At Alcyone, where I work, 19 employees used it.", "19"),
    (of_anothers_firm, FIRM_FR, "Là où je travaille, 19 salariés. Nos clients suivent.", "19"),
    (of_anothers_firm, FIRM_EN, "Where I work, 19 employees did. Our customers follow.", "19"),
    (of_anothers_firm, FIRM_FR, "Dans mon entreprise, 19 salariés s’en servent.", "19"),
    (of_anothers_firm, FIRM_EN, "Where I work, 19 employees did, and customers follow.", "19"),
    (of_anothers_firm, FIRM_EN, "In my company, 19 employees use it.", "19"),
    (day_of_another_year, DAY_FR, "Le 24 mars 2024, les serres étaient prêtes.", "24 mars"),
    (day_of_another_year, DAY_EN, "All was ready on March 24, 2024.", "March 24"),
]
RIGHT = [
    (begun_otherwise, RUNS_FR, "Anne Rey dirige l’entreprise depuis 2016."),
    (begun_otherwise, RUNS_FR, "Depuis 2016, c’est Anne Rey qui décide."),
    (begun_otherwise, RUNS_EN, "The firm was founded in 1971, and she has led it since 2016."),
    (begun_otherwise, RUNS_EN, "She came as an apprentice in 2009."),
    (begun_otherwise, "L’année 2016 compte. Elle dirige depuis 2016.", "Créée en 2016."),
    (
        begun_otherwise,
        "Paul Martin a repris la boulangerie en 2016.",
        "Paul Martin dirige la boulangerie depuis 2016.",
    ),
    (begun_otherwise, "Anna Roy took over the shop in 2016.", "Anna Roy has run it since 2016."),
    (begun_otherwise, "Anna Roy founded the shop in 2016.", "Anna Roy has led it since 2016."),
    (begun_otherwise, "Le programme, créé en 2016, dure.", "J’ai rejoint l’équipe en 2016."),
    (begun_otherwise, "Anna Roy has run Ardemont since 2019.", "I joined Ardemont in 2019."),
    (begun_otherwise, "Anna Roy joined us in 2019.", "Like Anna Roy, I have led it since 2019."),
    (
        begun_otherwise,
        "L’outil a été lancé en 2016 pour une partie des clients.",
        "Une partie des clients y a accès depuis 2016.",
    ),
    (
        begun_otherwise,
        "In 2016 Anna Roy left the bank to start the shop.",
        "The shop was founded in 2016 by Anna Roy.",
    ),
    (begun_otherwise, "Anna Roy runs the shop since 2016.", "Luc Bay founded the shop in 2016."),
    (begun_otherwise, "Anna Roy runs the shop since 2016.", "Anna Roy founded a prize in 2016."),
    (done_by_another_number, PARTS_FR, "22 dossiers sans trace, 9 sans date limite."),
    (done_by_another_number, PARTS_FR, "Dans 9 dossiers, pas de date limite."),
    (done_by_another_number, PARTS_EN, "67 were confirmed as scams."),
    (done_by_another_number, PARTS_EN, "Of the 106, most were confirmed as scams."),
    (done_by_another_number, LINE_EN, "412 people visited, and some stood behind the line."),
    (done_by_another_number, LINE_EN, "200 people stood behind the line."),
    (done_by_another_number, "40 minutes later, 12 minutes more.", "12 minutes later."),
    (step_for_level, LESS_FR, "La fuite a baissé de 0,19 m3 par jour."),
    (step_for_level, LESS_EN, "A reduction of 0.19 a day, and staff is up to 64."),
    (step_for_level, "Passé de 40 à 12 minutes, soit 28 de moins.", "Tombé à 12 minutes."),
    (step_for_level, "Down 9 percent, at 9 percent.", "It fell to 9 percent."),
    (step_for_level, MOVED_FR, "Le délai est passé de 30 jours ouvrés pleins à 21."),
    (step_for_level, MOVED_FR, "Le délai a baissé de 9 jours, de 30 à 21."),
    (step_for_level, "De 42 à 21 appels.", "Une baisse de 21 appels."),
    (step_for_level, MOVED_EN, "Complaints fell by 30%."),
    (step_for_level, MOVED_EN, "Complaints fell to 21, down from 30."),
    (step_for_level, "They went from 30 to 21. A fall of 21 elsewhere.", "A fall of 21."),
    (step_for_level, "From 1.2.3 to 21.", "Up to 21."),
    (told_of_all, SOME_FR, "Le prêt d’outils est ouvert dans trois magasins."),
    (told_of_all, "98 places, dug by crews.", "Crews dug at every place the loggers named."),
    (told_of_all, "98 endroits creusés.", "On a creusé sur chaque endroit où ils sonnaient."),
    (told_of_all, SOME_FR, "Le service est apprécié dans tous nos magasins."),
    (told_of_all, SOME_FR, "Le prêt d’outils, chaque mois, est gratuit."),
    (told_of_all, SOME_FR, "Prêt d’outils : merci à tous nos magasins."),
    (told_of_all, SOME_FR, "Le prêt tient dans tous nos magasins qui prêtent des outils."),
    (told_of_all, "Le prêt est ouvert dans nos 1 200 magasins.", "Prêt dans tous nos magasins."),
    (told_of_all, "Les quatorze magasins prêtent.", "Tous nos magasins prêtent."),
    (told_of_all, SOME_EN, "All our shelves hold tools in the stores."),
    (told_of_all, f"{SOME_EN} In May it came to all stores.", "It came to all our stores in May."),
    (told_of_all, "Our stores lend tools.", "All our stores lend tools."),
    (told_of_all, "The work is published.", "All our work is published."),
    (told_of_all, "Work is done in every single store at night.", "Work in every store."),
    (
        told_of_all,
        "Le travail se fait dans chaque magasin, de nuit.",
        "Travail dans chaque magasin.",
    ),
    (told_of_all, "The store manager lends tools.", "Tools in all our stores."),
    (of_another_scope, STORES_EN, "Returns are down 9 percent in those four stores."),
    (of_another_scope, STORES_EN, "Returns are down 9 percent; wages rise in all eleven stores."),
    (of_another_scope, STORES_FR, "9 % de retours en moins dans quatre magasins."),
    (of_anothers_firm, FIRM_FR, "Un client de la mutuelle où je travaille : 19 salariés."),
    (of_anothers_firm, FIRM_FR, "Où je travaille, on a vu 19 salariés d’un client s’en servir."),
    (of_anothers_firm, FIRM_EN, "A company that Alcyone, where I work, serves: 19 employees."),
    (of_anothers_firm, "19 employees used it.", "At Alcyone, where I work, 19 employees used it."),
    (day_of_another_year, DAY_FR, "Le 24 mars 2025, les serres étaient prêtes."),
    (day_of_another_year, DAY_FR, "Le 24 mars, les serres étaient prêtes ; le 3 mai 2026, encore."),
    (day_of_another_year, "Prêtes le 24 mars.", "Le 24 mars 2025, les serres étaient prêtes."),
    (day_of_another_year, DAY_EN, "Ready on 24 March 2025."),
]


@pytest.mark.parametrize(("find", "given", "text", "words"), WRONG)
def test_what_belongs_to_another_figure_is_found(
    find: Finder, given: str, text: str, words: str
) -> None:
    (span,) = find(text, (given,))
    assert text[span.start : span.end].startswith(words)
    found = Facts().misuses(text, (given,))
    assert Misuse.MOVED in {one.misuse for one in found}


@pytest.mark.parametrize(("find", "given", "text"), RIGHT)
def test_what_is_told_as_it_was_given_passes(find: Finder, given: str, text: str) -> None:
    assert not list(find(text, (given,)))


@pytest.mark.parametrize(
    "flood",
    [
        "Of the 106 cancelled, 67 were confirmed as scams. ",
        "9 autres étaient sans date limite. ",
        "Anne Rey dirige tout depuis 2016. ",
        "Tombé à 12, baissé de 12. ",
        "9 % dans ces quatre magasins. ",
        "Où je travaille, 19 salariés. ",
        "En 2025, le 24 mars 2024. ",
        "12 12 ",
        "le prêt dans tous nos magasins, dans trois magasins ",
        "from 30 to 21, down 21 ",
        "led it in 2016 ",
        "2016;founded;in 2016;12;Anna Roy;",
    ],
)
@pytest.mark.parametrize("find", list(dict.fromkeys(one[0] for one in WRONG)))
def test_a_flood_is_read_in_no_time(find: Finder, flood: str) -> None:
    began = time.thread_time()
    list(find(flood * 2_000, (RUNS_FR, flood * 2_000)))
    assert time.thread_time() - began < 4
