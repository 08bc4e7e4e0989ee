"""Make guardrails/lexicon/roles.txt: what somebody may be called by the work they do.

    python training/roles.py [../shared/corpus]

The first word of a French job title and the last of an English one ("acheteuse", "welder").
Only these words are kept, without accents, one a line. Sources and licences: the README.md of
the corpus (ROME, Licence Ouverte; ESCO, reuse decision 2011/833/EU).
"""

import gzip
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

LEXICON = Path(__file__).parent.parent / "guardrails" / "lexicon"
# Titles that are more often a thing or a virtue than a person.
THINGS_FIRST = frozenset(
    "aide cadre charge chargee communication community correcteur coupe critique cyber e eco"
    " formation grand grande guide hand head layer layout marker mixer model modele medium mesure"
    " particuliere pilote presse printer processor press reader simulateur social story tender"
    " traffic ui ux wedding web blender filler extractor carrier distributor manufacturer vendor"
    " adaptateur composer configurator connecteur integrator merchant merchandiser moteur plieuse"
    " publisher trieuse dealer master interceptor winder trimmer capteur serveur lecteur porteur"
    " media mining premier premiere auteur facteur".split()
)
# What colleagues are called, and trades that neither list has.
ALSO = frozenset(
    "adjoint adjointe alternant alternante apiculteur apprentice apprenti apprentie beekeeper"
    " binome boss ceo cfo chairman chairwoman cheffe collegue colleague coo coworker cto daf"
    " deputy deskmate doorman doyen doyenne drh dsi falconer fauconnier fauconniere foreman"
    " forewoman gamekeeper groundsman headmaster headmistress headteacher interimaire intern"
    " janitor manageuse newcomer patron patronne pdg recruit roommate stagiaire standardiste"
    " teammate trainee treasurer vicar voisin voisine welder physio rep rider tenant pupil tech"
    " newbie striker resident passenger mate bloke lad lass chap kine locataire eleve"
    " candidat candidate delegue deleguee gars gamin gamine rssi subordonne subordonnee"
    " subordinate neighbour neighbor client cliente patiente brancardier brancardiere vigile"
    " storeman owner".split()
)
_FRENCH = re.compile(r"([a-z'-]{4,})(?:\(([a-z]+)\))?")
_ENGLISH = re.compile(r"[a-z]{3,}")


def main(corpus: Path) -> None:
    """Gather the titles, and write the list."""
    roles = sorted((ALSO | set(_roles(corpus))) - THINGS_FIRST)
    (LEXICON / "roles.txt").write_text("\n".join(roles) + "\n", encoding="utf-8")
    print(f"{len(roles)} roles")


def _roles(corpus: Path) -> Iterator[str]:
    with gzip.open(corpus / "titled.permissive.jsonl.gz", "rt", encoding="utf-8") as lines:
        for one in map(json.loads, lines):
            if one["source"] == "rome-v347#appellation":
                yield from _french(_bare(one["title"]))
            elif one["source"] == "esco":
                yield from _english(_bare(one["title"]), _bare(one["body"]))


def _french(title: str) -> Iterator[str]:
    for half in title.split(" / "):
        first = _FRENCH.match(half)
        if first and not first[1].endswith(("-", "'")):
            yield first[1]
            yield from [first[1] + first[2]] if first[2] in {"e", "ne"} else []


def _english(title: str, body: str) -> Iterator[str]:
    """Yield the last word of an occupation, which its description begins with."""
    words = title.split(",", maxsplit=1)[0].split()
    many = (title + "s ", title + "es ", title[:-1] + "ies ", f"a {title} ", f"an {title} ")
    if words and _ENGLISH.fullmatch(words[-1]) and body.startswith(many):
        yield words[-1]


def _bare(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(one for one in letters if not unicodedata.combining(one))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpus"))
