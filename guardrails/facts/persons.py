"""Words for people: those that name anybody, those who surely are persons, and colleagues."""

from typing import Final

from guardrails.facts.counted import stem

_PEOPLE: Final = (
    "participants participantes people persons personnes repondants repondantes respondents votants"
    " voters inscrits gens interroges interrogees sondes sondees consultes consultees invites"
    " invitees"
)
# Who is meant by these was counted elsewhere: "nine participants" of 46 developers.
ANYBODY: Final = frozenset(map(stem, _PEOPLE.split()))
PERSONS: Final = ANYBODY | frozenset(
    map(
        stem,
        "visiteurs visitors guests salaries employees colleagues collegues developers developpeurs"
        " apprentis apprentices habitants residents villagers inhabitants clients customers members"
        " membres advisers advisors conseillers conseilleres volunteers benevoles"
        " students etudiants eleves pupils patients conducteurs"
        " drivers ingenieurs engineers technicians techniciens agents workers ouvriers spectateurs"
        " readers lecteurs users utilisateurs passengers passagers candidates candidats nurses"
        " infirmieres teachers parents children enfants women men femmes hommes".split(),
    )
)
# Whoever is treated, taught, carried or sold to is nobody's colleague.
FELLOWS: Final = PERSONS - frozenset(
    map(
        stem,
        "patients patientes clients clientes customers visitors visiteurs visiteuses guests"
        " students etudiants eleves pupils children enfants parents passengers passagers candidates"
        " candidats readers lecteurs users utilisateurs habitants residents inhabitants villagers"
        " spectateurs voters votants respondents repondants women femmes men hommes".split(),
    )
)
