"""Whether words call their author by a job: "Ward sister at X", « infirmière à X ».

Any of thousands of trades may stand there, so the words are looked up; "the nurse at X" and
"thank you to the nurses of X" speak of somebody else.
"""

import re

from guardrails.lexicon import is_role
from guardrails.tellers import names_others

_WORD = re.compile(r"[a-z][a-z\-]*")
_PART = 5  # letters: what is left of "biostatistician" behind "bio"
_FIRST = 3  # words: a job is told among the first of its title
# Titles no list of jobs has, and what one has that is no work for whom it is said of.
_ALSO = frozenset(
    "cadre sister staff physio preventeur preventrice alternant alternante apprenti apprentie"
    " stagiaire intern trainee apprentice salarie salariee employe employee lead head chef"
    " responsable charge chargee interne externe paysagiste adjoint adjointe".split()
)
_NOT = frozenset(
    "client cliente customer visiteur visiteuse visitor journaliste journalist mayor membre"
    " member guest patient patiente femme homme voisin voisine neighbour neighbor habitant"
    " habitante riverain riveraine resident residente abonne abonnee locataire tenant"
    " retraite retraitee"
    # What somebody buys, borrows or drinks, which lists of jobs hold as well.
    " mobile pupil general major credit coffee night game sound couleur".split()
)
_SOMEBODY_ELSES = re.compile(
    r"\b(?:le|la|les|l|un|une|des|du|aux?|ce|cette|ces|mon|ma|mes|notre|nos|votre|vos|son|sa|leur"
    r"|the|an?|my|our|your|his|her|their|this|that|these|to|of|from|with|by|for|than|merci"
    r"|je|j|tu|il|elle|on|nous|vous|ils|elles|i|he|she|it|we|you|they|was|were|etais|etait"
    r"|bravo|thanks|thank|avec|par|pour|chez|dear|cher|chere|and|et)\b"
)


_ANOTHERS = re.compile(
    r"\b(?:cette|leurs?|votre|vos|autre|chaque|certaine?s?|another|their|your|his|her|every|each"
    r"|that|these|those)\b"
)
_I_AM = re.compile(
    r"^\s*(?:j(?:e |')(?:y )?suis|(?:en )?(?:devenant|etant)|(?:since|when) i became|since becoming"
    r"|je suis devenu\w*)\W+(?:(?:une?|la|le|l'une? des?|an?|the) |l')?"
)
# Behind a job, what somebody else does, or where its holder stands.
_GOES_AWAY = re.compile(
    r"\b(?:je|j|il|elle|on|nous|i|he|she|we|client|clients|face|voisin|voisine|contre|sur|pres|loin"
    r"|fan|near|against|opposite|from)\b"
)


def calls_by_a_job(words: str) -> bool:
    """Tell whether bare folded words call their author by a job: "je suis grutier chez X"."""
    opening = _I_AM.match(words)
    job = _job(words[opening.end() :]) if opening else None
    if opening is None or job is None or _is_of_others(words[opening.end() :], job):
        return False
    before, after = words[opening.end() :][: job.start()], words[opening.end() :][job.end() :]
    is_first = len(before.split()) < _FIRST and _SOMEBODY_ELSES.search(before) is None
    return is_first and _GOES_AWAY.search(after) is None


def is_a_title(words: str) -> bool:
    """Tell whether bare folded words are a job's name as its holder gives it: without article."""
    job = _job(words)
    if job is None or _is_of_others(words, job):
        return False
    before = words[: job.start()]
    return len(before.split()) < _FIRST and _SOMEBODY_ELSES.search(before) is None


def names_a_job(words: str) -> bool:
    """Tell whether bare folded words name a job, and nobody else who has it: "their welder"."""
    return _job(words) is not None and _ANOTHERS.search(words) is None


def _is_of_others(words: str, job: re.Match[str]) -> bool:
    # The job itself may sound like a relative: "sage-femme".
    return names_others(f"{words[: job.start()]} {words[job.end() :]}")


def _job(words: str) -> re.Match[str] | None:
    return next((one for one in _WORD.finditer(words) if is_job(one.group())), None)


def is_job(word: str) -> bool:
    """Tell whether a bare folded word names a job that somebody may hold."""
    if word in _NOT:
        return False
    if word in _ALSO or is_role(word):
        return True
    return any(is_role(word[cut:]) for cut in range(2, min(6, len(word) - _PART)))
