"""What a sensitive subject is there for: a cause, or what somebody works on, is no fact of theirs.

"The day against cancer" and "builds wheelchairs" tell nothing of anybody; "our product manager
has lupus" and "wrote the report in rehab" do.
"""

import re
from dataclasses import dataclass

from guardrails.checks.somebody import Names, job_of
from guardrails.claims import Claims, Place
from guardrails.wordings import Wordings

_CAUSE_WORDS = 5
_AFTER_WORDS = 2
_LETTERS = 12  # of a long word
# What somebody works on stands in one clause with the work: "builds wheelchairs", but "who built
# the stand between two sessions of dialysis".
_CLAUSES = re.compile(
    r"[,;:]|\b(?:and|but|while|since|between|despite|after|before|during|who|has|had|because|due"
    r"|thanks|from|with|without|through|hence|so|et|mais|pendant|depuis|entre|malgre|apres|avant|qui"
    r"|avait|car|parce|cause|grace|avec|sans|d'ou)\b"
)
# Behind these somebody is, whatever they work on: "wrote the report in rehab", "sous chimio".
_STATE = re.compile(r"\b(?:in|on|under|around|at|sous|en|dans|autour|durant|throughout)\b")
# "A team in intensive care" is what somebody leads, and not where they are.
_TEAM = re.compile(
    r"\b(?:teams?|nurses|staff|carers|units?|trials?|courses?|equipes?|soignants|infirmieres"
    r"|services?|cours|essais?) (?:in|on|en|dans|sur)\b"
)
_FEAST = re.compile(
    r"\b(?:for|pour|prepar\w+)\s(?:(?:for|the|le|la|l'|son|sa|his|her)\s?)*"
    r"(?:ramadan|kippour|yom kippur|shabbat|sabbath?|careme|hajj|omra|umrah|passover|pessah|eid)\b"
)
# "On the fifth floor" says where, not about what.
_WHERE = re.compile(
    r"\b(?:on|sur) (?:the|our|my|le|la|notre|l') ?(?:\w+ )?(?:floor|team|site|desk|shift|line"
    r"|plateau|chantier|ligne)\b|\bon (?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"
    r"|\bon (?:the )?(?:\w+ )?(?:reception|support|security|dispatch|nights?|days|counter"
    r"|switchboard|front desk|door|gate|till|phones?|van|rota)\b|\btimes a (?:day|week|month)\b"
)
_OFTEN = re.compile(r"^\s(?:times )?(?:a|per|each|every) (?:day|week|month)\b")
_LEADS_ON = frozenset({"on", "about"})  # "a talk on diabetes", but "diabetes, on Monday"
# "Told customers she has": who listens is no cause.
_LISTENER = re.compile(
    r"\b(?:told|tells|reminded|informed|(?:said|announced|admitted|confided|explained) to"
    r"|(?:dit|annonce|confie|avoue|explique|raconte|revele) (?:a|aux|au))\s(?:\w+\s){1,3}?"
    r"(?=(?:that\s)?(?:he|she|they)\b|qu'(?:il|elle|ils|elles)\b)"
)
# "On antidepressants" is no "talk on".
_ON_DRUGS = re.compile(
    r"\bon (?=(?:antidepress|methadone|insulin|lithium|opioid|heroin|cocaine|morphine|chemo"
    r"|dialysis|parole|probation|disability)\w*)"
)
_ADJECTIVE = re.compile(
    r"(?:pregnant|enceinte|deaf|blind|sourde?|aveugle|autiste|gay|lesbian|lesbienne|muslim"
    r"|musulmane?|jewish|juif|juive|bipolar|bipolaire|disabled|handicapee?|seropositi\w+"
    r"|\w+tic|\w+xic|\w+tique|\w+xique|\w+lique|catholic)$"
)
_BEING = re.compile(r"\s*(?:being|etant)?\s*$")
_UNDER = re.compile(r"\s*(?:sous|under|on(?= (?:chemo|dialysis|methadone|lithium|antidepress)))\s")
# "Catholic or not, …" tells nothing of those who are named behind.
_OR_NOT = re.compile(r"\b(?:or|ou)\b")
# "…, who runs the campaign, has": what somebody does is no cause of what they have.
_ASIDE = re.compile(r",\s(?:who|qui)\s[^,;:.]{1,80},")
# « Notre cheffe de produit dialyse ».
_HEAD_OF = re.compile(
    r"\b(?:chefs?|cheffes?|responsables?|chargee?s?|directeur|directrice)\s(?:de |du |des )?"
    r"(?:produits?|projets?|programmes?|marches?|gammes?|recherche)\s$"
)
_COMMA = re.compile(r"(?:\s[\w'-]+){0,3},\s((?:[\w'.-]+\s?){1,3})")
_BEHIND = 80


@dataclass(frozen=True, slots=True)
class Matter:
    """The words of a charter for causes, and for what somebody does for a living."""

    causes: Wordings
    works: Wordings

    def is_that_of(self, claims: Claims, before: Place, place: Place) -> bool:
        """Tell whether a subject is a cause, or what somebody works on."""
        said = claims.words(place)
        first = said.split(maxsplit=1)[0]  # "has", of "has HIV", ends what the job is
        words = _LISTENER.sub(" ", job_of(claims.words(before) + first)[: -len(first)])
        if self._is_work(words, said) or _HEAD_OF.search(claims.words(before)):
            return True
        apart = _ASIDE.sub(" ", _WHERE.sub(" ", words))
        return self._is_cause(claims, _ON_DRUGS.sub(" ", apart + said)[: -len(said)], place)

    def _is_work(self, before: str, said: str) -> bool:
        clause = _CLAUSES.split(before)[-1]
        ends = [end for _, end in self.works.occurrences_in(clause)]
        if not ends or _FEAST.search(clause + said):
            return False
        between = clause[ends[-1] :] + said.split(" ", 1)[0]
        return _STATE.search(_TEAM.sub(" ", between)) is None

    def _is_cause(self, claims: Claims, before: str, place: Place) -> bool:
        end = min(claims.around(place).end, place.end + _AFTER_WORDS * _LETTERS)
        behind = _OFTEN.sub(" ", claims.words(Place(place.end, end))).split()[:_AFTER_WORDS]
        after = (word for word in behind if word not in _LEADS_ON)
        return self.causes.occur_in(" ".join((*before.split()[-_CAUSE_WORDS:], *after)))


def opens_on_somebody(text: Names, people: Wordings, place: Place) -> bool:
    """Tell whether a sentence opens with what somebody is, and names them: "Diabetic, Kasia …"."""
    claims = text.claims
    sentence = claims.around(place)
    opening = claims.words(Place(sentence.start, place.end))
    before = opening[: place.start - sentence.start]
    is_so = _BEING.match(before) is not None and _ADJECTIVE.search(opening) is not None
    under = _UNDER.match(opening)
    if not is_so and (under is None or under.end() < len(before)):
        return False
    behind = Place(place.end, min(sentence.end, place.end + _BEHIND))
    comma = _COMMA.match(claims.words(behind))
    if comma is None or _OR_NOT.search(claims.words(behind)[: comma.start(1)]):
        return False
    called = Place(place.end + comma.start(1), place.end + comma.end(1))
    return text.begin(called) or text.stand_in(called) or people.occur_in(comma[1])
