"""What a customer, a visitor or an applicant says of a company in the words of those inside.

"I load my car at X", "my butcher at X", "wanted: driver at X" and "I fell upon a salesman at X"
hold a trade or a deed, and nobody's affiliation. Every text here is bare and folded.
"""

import re
from collections.abc import Callable

# What somebody has that is theirs alone; their team, pupils or machine are the company's.
_THEIRS = re.compile(
    r"^\s*(?:je |j'|i )"
    r"(?:(?!(?:travaille|bosse|exerce|oeuvre|œuvre|work|do|lead|suis|ai|am|have)\b)[^\s]+ )"
    r"(?:[^\s]+ ){0,4}?(?:mon|ma|mes|my) "
    r"(?!(?:\w+ )?(?:equipe|service|atelier|metier|rayon|poste|quart|tournee|secteur|ligne|machine"
    r"|camion|bus|tram|train|tour|patient|eleve|etudiant|apprenti|client|collegue|binome|team|ward"
    r"|shift|trade|line|round|truck|lorry|van|pupil|student|patient|customer|colleague|section"
    r"|department|students|crew)s?\b)"
)
# They say for whom, and nothing of what is made there.
_NO_WORK = re.compile(
    r"\b(?:ceci|cela|tout|everything|anything|a lot|lettre de motivation|candidature|cv|resume"
    r"|avis|reviews?|survey|sondage|voeux?|merci)\b"
)
_I = re.compile(r"\s*(?:je |j'|i )")
_FAVOURITE = re.compile(r"[ ,]{1,2}(?:preferee?s?|favorie?s?|favorites?|du coin|de quartier)\b")
_A_PERSON_OF_MINE = re.compile(r"^\s*(?:mon|ma|mes|my) ((?:[a-z-]+ ){1,2})")
# "Je suis libraire, et j'achète chez X": what follows the job is no part of it.
_BESIDE_A_JOB = re.compile(
    r"^\s*j(?:e |')(?:y )?suis .*\b(?:(?:et|mais|que) j[e']|face|voisine?)\b"
)
# Those of the people of one's own who work beside one.
_BESIDE_ME = frozenset(
    "chef cheffe manager responsable directeur directrice patron patronne boss tuteur tutrice"
    " maitre mentor lead supervisor stagiaire alternant alternante apprenti apprentie apprentice"
    " trainee intern assistant assistante adjoint adjointe equipier equipiere charge role".split()
)
# Those who serve whoever calls them theirs.
_SERVES_ME = frozenset(
    "banquier banquiere conseiller conseillere vendeur vendeuse coiffeur coiffeuse garagiste"
    " assureur assureuse courtier courtiere livreur livreuse facteur factrice dentiste kine"
    " opticien opticienne pharmacien pharmacienne libraire boulanger boulangere fleuriste"
    " contact interlocuteur interlocutrice banker adviser advisor broker barber hairdresser"
    " dentist plumber postman".split()
)
# "At X, we ate well": those inside tell what they do there, not what they once had of it.
_AT = re.compile(r"\s*(?:here |ici,? )?(?:at|inside|within|chez|a|aux?)\b")
_WENT = re.compile(
    r",?\s?(?:we |nous )?(?:ate|had|bought|waited|stayed|slept|saw|found|met|visited|spent|got"
    r"|were|was|tried|drank|danced|(?:l'|y )?(?:a|ai|avons) (?:\w+ )?(?:mange|dormi|attendu|vu"
    r"|visite|passe|trouve|ete|achete|bu|adore|dine|dejeune|paye|loge))\b"
)
# "After years as a freelancer" is over.
_AS_ONE = re.compile(
    r"(?<!years )(?<!year )(?<!months )(?<!time )(?<!life )(?<!started )(?<!began )(?<!ans )"
    r"(?<!annees )(?<!mois )(?<!debute )(?<!commence )"
    r"\b(?:as|comme|en tant que?) (?:an? |une? )?(?:customer|client|freelancer?|contractor"
    r"|volunteer|supplier|guest|visitor|cliente|prestataire|independante?|benevole"
    r"|fournisseur|invitee?)\b"
)
_DECLINED = re.compile(
    r"\b(?:i |j'ai |je l'ai )(?:\w+ )?(?:declined|refused|turned (?:it|them|that) down|said no"
    r"|declinee?|refusee?|dit non)\b"
)
_MINE = re.compile(r"\s*(?:mon|ma|mes|notre|nos|my|our)\b")
_ORDERED = re.compile(
    r"\b(?:a|ai|avons|have|we|i) (?:\w+ )?(?:commande|achete|ordered|bought)\s(?:\w+\s){0,2}$"
    r"|(?:\bje |\bj'|\bon |\bi |\bwe )(?:\w+ )?(?:achete|commande|buy|order)\s(?:\w+\s){0,2}$"
)
# "My summer job at X, twenty years ago": what is told of it is over, with nothing that goes on.
_ONCE = re.compile(
    r"\b(?:stage|job|jobs?|internship|placement|alternance|apprentissage|externat|internat|interim"
    r"|apprenticeship|traineeship|student years)\b"
)
_AGO = re.compile(
    r"[^.!?\n]{0,40}\b(?:il y a (?:\w+ ){1,3}(?:ans|annees)\b|(?:years|decades) ago\b"
    r"|(?:in|en) (?:19\d\d|20[01]\d)\b)"
)
# What tells that it goes on all the same: "and I am still here", « j'y suis toujours ».
_GOES_ON = re.compile(
    r"\bj'y (?:suis(?! (?:all|pass|retourn|reven|entr))|travaille|bosse|reste)"
    r"|\bstill (?!remember|think|hear|smell|feel|see|laugh|dream|tell|talk)"
    r"|(?<!souviens )(?<!rappelle )(?<!pense )(?<!parle )(?<!ris )(?<!reve )(?<!entends )"
    r"(?<!vois )\b(?:encore|toujours)\b"
    r"|\b(?:never left|ever since|stayed|hired me|depuis|embauchee?"
    r"|jamais (?:re)?partie?|jamais quittee?)\b"
)
# "Independent trainer, I step in at X", "freelance at X": what they are today, said right beside.
_SELF_EMPLOYED = (
    r"(?:independante?|freelancer?|liberale?|self-employed|auto-entrepreneu\w+"
    r"|intervenante? exterieure?)"
)
_ONES_OWN_MASTER = re.compile(
    rf"\s*(?:([a-z-]+) )?(?:{_SELF_EMPLOYED}|independent)(?: ([a-z-]+))?, ?(?=je |j'|i )"
)
_ON_THEIR_OWN = re.compile(
    rf"(?<!ex-)(?<!ex )(?<!de )(?<!from )\b{_SELF_EMPLOYED} (?:chez|pour|at|for|with)\b"
)
_ON_THEIR_OWN_BEHIND = re.compile(
    r",? ?(?:en freelance|en liberal|en independante?|en auto-entrepreneu\w+|a mon compte"
    r"|freelance|on a freelance basis)\b"
)
# Said of the work there itself: among its words, right behind them, or before all of them.
_COUNT = (
    r"(?:(?:une|deux|trois|quatre|\d+) (?:fois|jours?|journees?|semaines?) (?:l'an|par an)"
    r"|(?:once|twice|\w+ (?:times|days|weeks)) (?:a|per) year)"
)
_COUNTED = re.compile(rf"\b{_COUNT}\b")
_COUNTED_BEHIND = re.compile(rf" {_COUNT}\s*(?:$|[.,;:!?\n])")
_COUNTED_BEFORE = re.compile(rf"\s*{_COUNT},? ?$")
_IS_EMPLOYED = re.compile(
    r"\s*(?:je |j'y |i |i'm )(?:y )?(?:suis|travaille|bosse|exerce|work|am|'m|rejoin\w*|join\w*)\b"
    r"|.*\b(?:mon|ma|mes|notre|nos|my|our)\b"
)
_STAYS = re.compile(r"\b(?:vacances|week-ends?|holidays?|hospitalisation|chambre|sejours?)\b")
# Before a job, or among its words, these offer it or ask for it.
_OFFERS = re.compile(
    r"\b(?:(?<!de )(?<!du )(?<!en )recrut\w+|recherch\w+|cherch\w+|postes?|postule\w*|offres?"
    r"|emplois?|jobs?|hiring|hires?|wanted|vacanc\w+|openings?|looking for|positions?|cdi|cdd|apply"
    r"|devene[zr]|devenir|become|futurs?|futures?|future|next)\b"
)


def is_a_customers(piece: str, after: str, is_role: Callable[[str], bool]) -> bool:
    """Tell whether somebody from outside says such words, with what stands behind them."""
    if _THEIRS.search(piece) or _STAYS.search(piece) or _FAVOURITE.match(after):
        return True
    if _AT.match(piece) and _WENT.match(after):
        return True
    if _BESIDE_A_JOB.match(piece) or (_I.match(piece) and _NO_WORK.search(piece)):
        return True
    mine = _A_PERSON_OF_MINE.match(piece)
    called = mine[1].split() if mine else []
    if not _SERVES_ME.isdisjoint(called):
        return True
    return any(map(is_role, called)) and _BESIDE_ME.isdisjoint(called)


def is_as_one(after: str) -> bool:
    """Tell whether the words behind say that somebody from outside does it: "as a freelancer"."""
    return _AS_ONE.search(after) is not None


def is_declined(after: str) -> bool:
    """Tell whether the words behind say that a job that was offered was not taken."""
    return _DECLINED.search(after) is not None


def is_over(piece: str, after: str) -> bool:
    """Tell whether a training or a job is told of that was held long ago, and no more."""
    if _ONCE.search(piece) is None or _AGO.match(after) is None:
        return False
    return _GOES_ON.search(after) is None


def is_on_their_own(before: str, piece: str, after: str, is_role: Callable[[str], bool]) -> bool:
    """Tell whether somebody works there, today, on their own account."""
    if _ON_THEIR_OWN.search(piece) or _ON_THEIR_OWN_BEHIND.match(after):
        return True
    said = before + piece
    called = _ONES_OWN_MASTER.match(said)
    if called is None or _IS_EMPLOYED.match(said, called.end()):
        return False
    return not any(called.groups()) or any(is_role(word) for word in called.groups() if word)


def is_by_the_day(before: str, piece: str, after: str) -> bool:
    """Tell whether what somebody does there is done a few times a year, and nothing else is."""
    if _I.match(piece) is None:
        return False
    if _COUNTED_BEHIND.match(after):
        return True
    is_counted = _COUNTED.search(piece) or _COUNTED_BEFORE.match(before)
    return is_counted is not None and _IS_EMPLOYED.match(piece) is None


def is_ordered(before: str, piece: str) -> bool:
    """Tell whether what is "ours at X" was bought there: "we ordered our kitchen at X"."""
    return _MINE.match(piece) is not None and _ORDERED.search(before) is not None


def is_an_offer(before: str, piece: str) -> bool:
    """Tell whether a job is offered, or wished for, and not told of its author."""
    return _OFFERS.search(f"{before} {piece}") is not None
