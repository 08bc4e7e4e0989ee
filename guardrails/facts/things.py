"""What may be counted, called by one name in both languages: "vélos" and "bikes" are one thing.

A word of no row is a thing of its own, so that two texts of one language are compared by any word.
Rows of `kinds` are things as well. Who is counted as people may be any of those who are persons.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from guardrails.facts.counted import stem
from guardrails.facts.kinds import KINDS
from guardrails.facts.persons import ANYBODY, PERSONS

Thing = str | tuple[int, int]

# One thing a row, in French and in English.
_ROWS: Final = """
pages page | annexes appendices | chapitres chapters | diapositives slides
articles | fiches sheets
batteries battery | cellules cells | ateliers workshops | sites | machines | projets projects
arbres trees | caisses boites cartons boxes crates | repas meals | maisons logements houses homes
ingenieurs engineers | techniciens techniciennes technicians | postes emplois jobs positions
maraichers agriculteurs farmers growers | bureaux offices | gares stations | places seats
contrats contracts | commandes orders | colis parcels packages | livres books
ordinateurs computers | telephones phones | capteurs sensors | robots | panneaux panels
visiteurs visiteuses visitors | equipes teams | erreurs mistakes errors | accidents
lits beds | chambres rooms | batiments buildings | regions | langues languages | ponts bridges
partenaires partners | candidatures applications | bornes chargers | eoliennes turbines
trains | avions planes | bateaux boats ships | moteurs engines | pieces parts | outils tools
formations courses | reunions meetings | essais tests trials | brevets patents | magasins shops
membres members | conducteurs chauffeurs drivers | lecteurs lectrices readers | villes cities
adherents adherentes | habitants habitantes inhabitants residents | poles | lots batches
"""


def _things() -> Mapping[str, frozenset[Thing]]:
    found = defaultdict[str, set[Thing]](set)
    for noun, kinds in KINDS.items():
        found[noun] |= kinds
    for row in _ROWS.replace("\n", "|").split("|"):
        words = row.split()
        for word in words:
            found[stem(word)].add(stem(words[0]))
    return {noun: frozenset(things) for noun, things in found.items()}


THINGS: Final = _things()


def things_of(nouns: Iterable[str]) -> frozenset[Thing]:
    """Return what nouns, cut to their stems, count."""
    return frozenset(thing for noun in nouns for thing in THINGS.get(noun, {noun}))


def may_be_one(nouns: Iterable[str], others: Iterable[str]) -> bool:
    """Tell whether the same may be called by both: "22 people" are 22 colleagues."""
    mine, theirs = frozenset(nouns), frozenset(others)
    if not things_of(mine).isdisjoint(things_of(theirs)):
        return True
    return any(
        one & ANYBODY and other & _ANY_PERSON for one, other in ((mine, theirs), (theirs, mine))
    )


_ANY_PERSON: Final = PERSONS | frozenset(
    noun for noun, kinds in KINDS.items() if any(row == 0 for row, _ in kinds)
)
