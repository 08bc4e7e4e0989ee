"""Whether a piece of a text speaks of somebody in particular, by how it calls them.

"Mrs Keller", "Kasia on reception", "our falconer", "the owner's son" are each somebody whom
those around them know, whatever the list of phrases beside it says. A given name alone is found
elsewhere; a company is nobody.
"""

import re
from dataclasses import dataclass
from typing import Self

from domain.organization import Organization
from guardrails.checks.terms import any_of
from guardrails.claims import Claims, Place
from guardrails.lexicon import (
    is_given_name,
    is_known,
    is_role,
    looks_common,
    may_be_a_given_name,
)
from guardrails.reading import Reading, fold_term

_NAME = r"[A-ZÀ-ÖØ-Þ][\w-]+"
_CAPITALISED = re.compile(rf"(?<!\w){_NAME}")
_TITLED = re.compile(
    rf"(?<!\w)(?:(?:Mr|Mrs|Ms|Mx|Miss|Mme|Mlle|M)\.?|[Mm]adame|[Mm]onsieur|[Mm]ademoiselle)\s{_NAME}"
)
_DEPARTMENTS = (
    "payroll|legal|finance|accounts|accounting|it|support|sales|dispatch|stores|logistics"
    "|procurement|purchasing|quality|hr|marketing|reception|security|maintenance|canteen|warehouse"
    "|production|research|development|design|engineering|planning|packing|shipping|catering"
    "|customer service|communications|comms|operations|training|compliance|facilities"
    "|compta|comptabilite|paie|juridique|informatique|ventes|expedition|magasin|logistique|achats"
    "|qualite|rh|com|communication|accueil|securite|cantine|entrepot|recherche|standard|caisse"
    "|atelier|bureau d'etudes|labo|laboratoire|recrutement|facturation|administration|export"
    "|direction|secretariat|formation|planification|service client"
)
# "Kasia on reception", « Bérénice, aux ventes »: as written, then with the department folded.
_PLACED = re.compile(
    rf"(?<!\w)({_NAME}),?\s(?:from|in|on|at|over in|de|du|des|d['’]|à|au|aux|chez)\s?"
    r"(?:the |our |la |le |les |l['’]|notre )?([\w'’-]+(?:\s[\w'’-]+){0,2})"
)
# What a person has, and no company: "Sophie has …", up to what she has.
_HAS = re.compile(
    rf"(?<!\w)({_NAME})(?:,\s[^,.;:]{{1,40}},)?\s(?:has|had|is|was|a|avait|est|était)"
    r"(?:\s(?:a|an|had|been|un|une|la|le|eu|du)|\sl['’])*\s?$"
)
_DEPARTMENT = re.compile(rf"(?:{_DEPARTMENTS})(?!\w)")
_OF_OURS = re.compile(
    r"(?<!\w)(?:my|our|his|her|one of (?:my|our|the)|this|that|mon|ma|notre|ce|cet|cette"
    r"|une? de (?:mes|nos)|the new|le nouveau|la nouvelle|le nouvel)\s"
    r"((?:[\w'-]+\s){0,2}[\w'-]+)"
)
# "The lad on the fish counter", « le petit jeune des livraisons », "a client of ours".
_POINTED_OUT = re.compile(
    r"(?<!\w)(?:the|this|that|some|our|my) (?:\w+ ){0,2}(?:guy|lad|lass|bloke|fellow|lady|woman|man"
    r"|girl|boy|kid|chap|gentleman|one|pupil|passenger|resident|tenant|newbie)"
    r" (?:on|in|at|from|behind|opposite|next to|who (?!has|have|is|can|may|wants|needs)\w+) ?\w"
    r"|(?<!\w)(?:a|an|some) (?:\w+ )?(?:client|customer|pupil|tenant|colleague|mate|driver|patient"
    r"|passenger|neighbour) (?:of (?:ours|mine)|at (?:our|the)|in (?:seat|room|bed|box))(?!\w)"
    r"|(?<!\w)(?:the (?:youngest|oldest|only \w+)|somebody|someone|guess who|who) (?:of|on|in)"
    r" (?:the|my|our|legal|sales|finance)(?!\w)"
    r"|(?<!\w)(?:le|la|ce|cet|cette|notre|mon|ma|un|une) (?:\w+ )?(?:gars|type|mec|jeune|monsieur"
    r"|dame|nouveau|nouvelle|gamine?|eleve|passager|passagere|locataire|resident|residente|candidate?"
    r"|petit|petite|brune?|ami|amie|fille|garcon) (?:\w+ )?(?:de la|du|des|de l'|au|a la|aux|de mon"
    r"|de ma|de notre|recue?|de chez|de [a-z]+-)"
    r"|(?<!\w)(?:ma|mon|notre) n ?\+ ?1(?!\w)"
)
_OURS = re.compile(
    r"(?<!\w)(?:our|one of our|the new|notre|une? de nos|le nouveau|la nouvelle|le nouvel)\s"
    r"((?:[\w'-]+\s){0,2}[\w'-]+)"
)
_ROLES_TOO = frozenset(
    "client cliente customer patient patiente pupil tenant supplier guide charge chargee".split()
)
# "Our product manager", « notre cheffe de programme » : up to four words, or what it is head of.
_JOB = re.compile(
    r"(?<!\w)(?:my|our|one of (?:my|our)|the new)((?:\s(?!(?:an?|the|our|and|for|with|in|of|who|has"
    r"|is|was|had)\b)[\w'-]+){1,4})"
    r"|(?<=,)((?:\s[\w'-]+){1,3})(?=,)"
    r"|(?<!\w)(?:mon|ma|notre|une? de (?:mes|nos))(\s[\w'-]+)"
    r"(?:\s(?:(?:de la|de l'|du|des|de|d'|en) ?)[\w-]+"
    r"|\s(?:produit|logiciel|programme|projet|campagne|systeme|machine|formation)s?\b)?"
)
_JOINS = re.compile(r"\s(?:for|of|to|with|on|in|and|de|du|des|pour|avec|sur|et|a|aux?)\s")
_KIN = re.compile(
    r"\w's (?:dad|mum|mom|mother|father|wife|husband|son|daughter|sister|brother|partner|boyfriend"
    r"|girlfriend)\b"
    r"|\b(?:le|la|l') ?(?:pere|mere|femme|mari|fils|fille|soeur|frere|conjointe?|compagn\w+)"
    r" (?:du|d'une?|de (?:la|l'|notre|mon|ma)) ?\w"
)
_NEAREST = re.compile(
    r"(?<!\w)(?:my|our|his|her|their|mon|ma|mes|notre|nos|sa|son|ses|leur|leurs) (?:\w+ )?"
    r"(?:sons?|daughters?|wife|husband|spouse|partner|fiancee?|mother|father|mum|mom|dad|parents?"
    r"|brothers?|sisters?|boyfriend|girlfriend"
    r"|fils|filles?|femme|mari|epoux|epouse|conjointe?|compagne|compagnon|mere|pere|freres?|soeurs?"
    r"|copine|copain)(?!\w)"
)
_FULL_NAME = re.compile(rf"(?<!\w){_NAME}(?:\s{_NAME})*")


@dataclass(frozen=True, slots=True)
class Names:
    """A text, asked where it names somebody.

    `directory` are colleagues, `own` the words that the company and its products are called by:
    a company called Alan is no person.
    """

    reading: Reading
    claims: Claims
    directory: tuple[str, ...]
    own: frozenset[str]

    @classmethod
    def of(cls, reading: Reading, organization: Organization) -> Self:
        """Ask a text of a company's."""
        called = " ".join((*organization.names, *organization.products))
        own = frozenset(fold_term(called).split())
        return cls(reading, reading.view(Claims), organization.directory, own)

    def stand_in(self, place: Place, *, alone: bool = False) -> bool:
        """Tell whether somebody is called there; `alone`, by a given name without a surname."""
        if any_of(self.directory).search(self.claims.words(place)):
            return True
        if place.start == place.end:
            return False
        written = self._written(place)
        pattern = _FULL_NAME if alone else _CAPITALISED
        if any(is_given_name(fold_term(name)) for name in pattern.findall(written)):
            return True
        return not alone and is_somebody(written)

    def begin(self, place: Place) -> bool:
        """Tell whether a place begins with a name, be it one that no list has."""
        name = _CAPITALISED.match(self._written(place))
        bare = fold_term(name[0]) if name else ""
        return bool(bare) and not is_known(bare) and not looks_common(bare)

    def _written(self, place: Place) -> str:
        """Return a place as written, with what the company calls its own in lower case."""
        written = self.reading.slice(self.claims.span(place))
        if not self.own:
            return written
        people = {one.start() for one in _PLACED.finditer(written) if _is_placed(one)}
        if has := _HAS.search(written):
            people.add(has.start(1))

        def lowered(name: re.Match[str]) -> str:
            is_own = fold_term(name[0]) in self.own and name.start() not in people
            return name[0].lower() if is_own else name[0]

        return _CAPITALISED.sub(lowered, written)


def is_somebody(written: str) -> bool:
    """Tell whether a piece of a text, as written, calls somebody so that they can be known."""
    if _TITLED.search(written) or any(map(_is_placed, _PLACED.finditer(written))):
        return True
    if any(may_be_a_given_name(fold_term(one)) for one in _CAPITALISED.findall(written)):
        return True
    bare = fold_term(written)
    if _KIN.search(bare) or _POINTED_OUT.search(bare):
        return True
    return any(map(_has_a_role, _OF_OURS.finditer(bare)))


def is_close_to_one(bare: str) -> bool:
    """Tell whether bare words speak of the author's nearest, or of a job of the company's.

    There is one wife and one vicar of ours; "my doctor" and "my neighbour" may be many.
    """
    if _NEAREST.search(bare) is not None:
        return True
    return any(map(_has_a_role, _OURS.finditer(bare)))


def job_of(bare: str) -> str:
    """Return bare words without what somebody of ours does: "our product manager has"."""
    return _JOB.sub(_without_the_job, bare)


def _without_the_job(called: re.Match[str]) -> str:
    words = (called[1] or called[2] or called[3]).split()
    jobs = [at for at, one in enumerate(words) if is_role(one) or one in _ROLES_TOO]
    if not jobs:
        return called[0]
    return " ".join(("", *words[jobs[-1] + 1 :])) if called[1] else " "


def _is_placed(match: re.Match[str]) -> bool:
    name = fold_term(match[1])
    if not may_be_a_given_name(name) and (is_known(name) or looks_common(name)):
        return False
    return _DEPARTMENT.match(fold_term(match[2])) is not None


def _has_a_role(match: re.Match[str]) -> bool:
    return any(map(is_role, _JOINS.split(match[1])[0].split()))
