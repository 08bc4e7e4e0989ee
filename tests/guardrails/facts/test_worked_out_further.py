"""Remainders, quotients and times between dates that a reader works out, and what is none."""

import pytest

from tests.guardrails.facts.working_out import seconds_for, unknown

_QUICK = "Une recherche prend 11 secondes, contre 64 avec l'ancienne lettre."
_QUICK_EN = "Finding the price takes 11 seconds, compared with 64 with the old letter."
_FORM = "Le formulaire passe de 41 questions à 19. Il y a 15 relecteurs."
_FORM_EN = "The form went from 41 questions to 19. There are 15 readers."
_PHOTOS = "L'opération a pris trois jours. 9 600 photographies ont été prises par 12 cordistes."
_PHOTOS_EN = "The job took three days. 9,600 photographs were taken by 12 climbers."
_BIKES = "48 salariés ont répondu, 12 disent prendre le vélo. Il y a 96 places."
_BIKES_EN = "Of 48 employees, 12 cycle. There are 96 places."
_OPINIONS = "64 avis ont été rendus. 25 donnent raison à l'adhérent."
_OPINIONS_EN = "64 opinions were given, 25 of them for the member."
_LOST = "61 % des objets ont été rendus. 12 % des bagages sont ouverts."
_LOST_EN = "61% of the objects have been returned. 12% of cases are opened."
_CREW = "14 soudeurs et 12 grutiers ont suivi le stage. 31 postes sont vacants."
_CREW_EN = "14 welders and 12 crane drivers took the course. 31 posts are vacant."
_WARD = "Le service a ouvert en 2019 et fermé en 2024. Il date de 1987."
_WARD_EN = "The ward opened in 2019 and closed in 2024. The building is from 1987."
_SITE = "Le chantier a duré du 3 au 17 mars."
_SITE_EN = "The site was closed from 3 to 17 March."
_MAY = "Depuis mai, tout virement déclenche un appel."
_MAY_EN = "Since May, every transfer triggers a call."

FOLLOWS = [
    (_QUICK, "11 secondes au lieu de 64 : 53 secondes de gagnées à chaque fois."),
    (_QUICK_EN, "11 seconds instead of 64, or 53 seconds I get back."),
    (_FORM, "22 questions en moins, 19 restantes."),
    (_FORM_EN, "22 questions gone, 19 left."),
    (_PHOTOS, "9 600 photos en trois jours, 3 200 par jour."),
    (_PHOTOS_EN, "9,600 photos in three days, that's 3,200 a day."),
    (_BIKES, "12 sur 48, un sur quatre."),
    (_BIKES_EN, "A quarter of us cycle: 12 out of 48."),
    (_OPINIONS, "25 sur 64. Les 39 autres, non."),
    (_OPINIONS_EN, "25 of the 64. The other 39 went our way."),
    (_LOST, "61 % rendus, donc 39 % qui attendent."),
    (_LOST_EN, "61% went home. The other 39% are waiting."),
    (_CREW, "26 personnes au stage : 14 soudeurs et 12 grutiers."),
    (_CREW_EN, "14 welders and 12 crane drivers, so 26 of us."),
    (_WARD, "Ouvert en 2019, fermé en 2024 : cinq ans."),
    (_WARD_EN, "Five years that ward lasted, 2019 to 2024."),
    (_SITE, "Du 3 au 17 mars. Deux semaines."),
    (_SITE_EN, "From 3 to 17 March, a full 14 days."),
]

FOLLOWS_NOT = [
    (_QUICK, "11 secondes au lieu de 64 : 43 secondes de gagnées à chaque fois."),
    (_QUICK, "11 secondes au lieu de 64 : 53 minutes de gagnées à chaque fois."),
    (_QUICK_EN, "11 seconds instead of 64, or 43 seconds I get back."),
    (_FORM, "26 questions en moins, 19 restantes."),
    (_FORM, "22 questions de plus."),
    (_FORM, "22 relecteurs en moins, 19 restants."),
    (_FORM_EN, "26 questions gone, 19 left."),
    (_FORM_EN, "22 readers gone, 19 left."),
    (_PHOTOS, "9 600 photos en trois jours, 4 200 par jour."),
    (_PHOTOS, "9 600 photos en trois jours, 3 200 par semaine."),
    (_PHOTOS, "9 600 photos en trois jours, 3 200 cordistes par jour."),
    (_PHOTOS_EN, "9,600 photos in three days, that's 4,200 a day."),
    (_PHOTOS_EN, "9,600 photos in three days, that's 3,200 climbers a day."),
    (_BIKES, "12 sur 48, un sur trois."),
    (_BIKES_EN, "A third of us cycle: 12 out of 48."),
    (_BIKES_EN, "Half of the places are taken: 12 out of 48."),
    (_OPINIONS, "25 sur 64. Les 49 autres, non."),
    (_OPINIONS_EN, "25 of the 64. The other 49 went our way."),
    (_OPINIONS_EN, "64 opinions. 39 members left the room."),
    (_LOST, "61 % rendus, donc 49 % qui attendent."),
    (_LOST, "12 % ouverts. Les visiteurs sont 39 %."),
    (_LOST_EN, "61% went home. The other 49% are waiting."),
    (_CREW, "36 personnes formées : 14 soudeurs et 12 grutiers."),
    (_CREW, "45 personnes formées : 14 soudeurs et 31 postes."),
    (_CREW_EN, "14 welders and 12 crane drivers, so 36 of us."),
    (_WARD, "Ouvert en 2019, fermé en 2024 : six ans."),
    (_WARD, "Ma sœur y a passé cinq ans."),
    (_WARD_EN, "Six years that ward lasted, 2019 to 2024."),
    (_WARD_EN, "My sister spent five years there."),
    (_SITE, "Du 3 au 17 mars. Quatre semaines."),
    (_SITE_EN, "From 3 to 17 March, a full 24 days."),
    (_SITE_EN, "A full 14 days without coffee."),
    # A source may be of another year.
    (_MAY, "Six mois que ça dure : tout virement déclenche un appel."),
    (_MAY_EN, "Six months now: every transfer triggers a call."),
    (_MAY, "Neuf mois que ça dure : tout virement déclenche un appel."),
    (_MAY, "Six mois que je dors mal."),
    (_MAY_EN, "Nine months now: every transfer triggers a call."),
    (_MAY_EN, "Six months now that I sleep badly."),
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
        "25 sur 64, les 39 autres, 3 200 par jour, du 3 au 17 mars, deux semaines, ",
        "2019 and 2024, five years, the other 39%, six months now, ",
        "de 41 questions à 19, 14 soudeurs, so 26 ",
        "depuis since depuis ",
        "from a to a to ",
    ],
)
def test_a_flood_is_read_in_no_time(piece: str) -> None:
    assert seconds_for(piece * 300, _WARD + _SITE + _MAY + _OPINIONS + piece * 300) < 6
