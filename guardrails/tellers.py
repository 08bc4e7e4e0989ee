"""Whether a sentence tells of its author, now: not of a relative, not asked, not imagined.

"My sister at X", "do I work at X?", "people think I work at X", "I joined X; today I work
elsewhere" all hold the words of somebody who works there. Every text here is bare and folded.
"""

import re

_KIN = (
    "sisters?|brothers?|siblings?|husband|wife|spouse|fiancee?|mother|father|mum|mom|dad|parents?"
    "|sons?|daughters?|child|children|kids?|cousins?|uncles?|aunts?|nephews?|nieces?|grand\\w+"
    "|(?:sister|brother|mother|father)-in-law|neighbou?rs?|flatmates?|roommates?|boyfriend"
    "|girlfriend|friends?|pals?|budd(?:y|ies)|contacts?|clients?|customers?|suppliers?"
    "|ex|partner"
    "|s(?:oe|œ)urs?|freres?|mari|femme|epoux|epouse|conjointe?|compagne|compagnon|meres?|peres?|maman"
    "|papa|fils|filles?|enfants?|cousines?|oncles?|tantes?|neveux?|beau-\\w+|belle-\\w+"
    "|voisine?s?|colocs?|colocataires?|copine?s?|copains?|amie?s?|potes?|fournisseurs?"
)
# "Our customer support team" is the company's own.
_OTHERS = re.compile(
    r"^(?:mon|ma|mes|notre|nos|my|our) (?!(?:service|equipe|relation|pole|direction|departement) )"
    rf"(?:\w+ )?(?:{_KIN})\b"
    r"(?! (?:manager|lead|support|service|team|advis[eo]r|success|care|relation|experience|desk))"
)
_KIN_BEFORE = re.compile(rf"\b(?:{_KIN})\b")
# "Why do I work there?" takes for granted that I do.
_GRANTED = re.compile(
    r"\b(?:pourquoi|comment|quand|depuis quand|combien|why|how|when|since when|what"
    r"|(?:did|do) you know|savi?ez(?:-vous)?|sais-tu|guess|(?:did|have) i (?:mention|told|said)\w*"
    r"|ai-je (?:\w+ )?(?:dit|mentionne|precise))\b"
)
_ASKED = re.compile(r"(?:(?! (?:and|et) | [-–—(])[^.!?,;:\n]){0,80}\?")
_SAID = (
    "says?|said|claims?|claimed|thinks?|thought|believes?|believed|dreams?|dreamt|assumes?|assumed"
    "|pretends?|pretended|supposes?|imagines?|dit|disent|disait|pretend|pretendent|croit|croient"
    "|croyait|pense|pensent|pensait|reve|revent|raconte|racontent|affirme|affirment|ecrit"
)
_TOLD = re.compile(
    rf"(?<!\bi )(?<!\bme )(?<!\bto )(?<!\bbe )(?<!\bas )(?<!\bi have )(?<!\bi've )(?<!\bi'd )"
    rf"(?<!\bje )(?<!\bcela )(?<!\bceci )(?<!\bautrement )(?<!\bsoit )(?<!\bcomme )(?<!\bca )"
    rf"(?<!\bbien )(?<!\bcomme on )(?<!\bmust )(?<!\bshould )"
    rf"(?<!\bcan )(?<!\bcould )(?<!\bwill )(?<!\bwould )"
    rf"\b(?:{_SAID})(?: that| que?| qu')?\s*[,:]?\s*$"
)
_IMAGINED = re.compile(
    r"(?:^|[.!?\n]\s*)(?:imagine[zr]?|imaginons|suppose[zr]?|supposons|supposing"
    r"|let's pretend|pretend|disons|admettons|what if|et si)(?: that| que?| qu')?\s*[,:]?\s*$"
)
# "I work at X, he said", « je travaille chez X, raconte Sarah »; "says my badge" is the author's.
_SAYING = (
    rf"(?:{_SAID}|writes|wrote|jokes|joked|replie[sd]|answer(?:s|ed)|explain(?:s|ed)|told|repond"
    r"|explique|lance)"
)
_THINGS = (
    "badge|contract|profile|bio|cv|resume|card|signature|lanyard|pass|payslip|t-?shirt|shirt|jacket"
    "|mug|label|title|door|sign|desk|contrat|profil|carte|fiche|gilet|porte|bulletin|veste|panneau"
)
_SPEAKER = rf"(?!(?:i|we|as|je|nous|who|qui|which|what|that|{_THINGS})\b)[a-z]+"
# What goes on behind is what the speaker says: "Hugo explains: …", "colleagues told me that …".
_SAYS_MORE = r"(?:(?:,? [\w']+){0,4},? (?:that|que?|qu'|why|how|whether|pourquoi|comment)\b| ?:)"
_SAID_AFTER = re.compile(
    rf"(?:[^\w;:–—-]{{1,3}}(?:(?:my|our|mon|ma|notre|the|le|la) )?{_SPEAKER} {_SAYING}"
    rf"(?!{_SAYS_MORE})(?=\s*(?:[.!?,;\n\"]|$|(?:to|in|at|a|au|aux|hier|yesterday|today|me|us)\b))"
    # Behind a dash, only who says it and nothing more.
    rf"|\s?[–—-]\s?(?:(?:my|our|mon|ma|notre|the|le|la) )?{_SPEAKER} {_SAYING}\s*(?:[.!?\n\"]|$))"
    rf"|[^\w;:]{{1,3}}(?:m'a |nous a )?{_SAYING} (?:my|our|mon|ma|notre) (?:{_KIN}|sœurs?)\b"
    # "Says Sarah"; "we at X say so" has its speaker before.
    r"|[^\w;:]{1,3}(?!(?:say|claim|think|believe|dream|assume|pretend|suppose|imagine) )"
    rf"(?:m'a |nous a )?{_SAYING}(?:-t)?[- ]"
    r"(?!(?:my|mon|ma|mes|the|le|la|l|i|je|autrement|en|comme|sans|simplement|plus|differently|otherwise|plainly|simply|another|in)\b)"
    # Nobody is called "its" or "one": "Tessonde, my employer, writes one a week".
    r"(?!(?:its?|their|this|these|those|that|there|some|no|an?|one|every|each|on|of|about|by|for|with|to|at|how|why|what"
    r"|sa|son|ses|les|ce|cet|cette|ces|leurs?|une?|des|du|d|qu|que|aux?|dans|sur|pour|de|chaque|comment|pourquoi)\b)[a-z]+"
)
_LEADS_ON = re.compile(r":\s*(?:\w+\s)?$")
_NAME_ENDS = re.compile(r"(?: [a-z'-]+){0,2}\s*(?:[.!?,;\n\"]|$)")
_NO_NAME = re.compile(
    r"\b(?:chaque|tou(?:t|te|s|tes)|des|les|une?|ses|son|sa|leurs?|ce|cet|cette|ces|que?|comment"
    r"|pourquoi|every|each|all|an?|his|her|its|their|this|these|those|some|how|why|what|that)$"
)
_WISHED = re.compile(
    r"(?<!\bnot )(?<!\bpas )\b(?:if only|si seulement|as if|as though|comme si|pourvu qu[e'])\s*$"
)
# What ends later than the year this was written may still go on.
_THEN = r"(?= (?:in |en )?(?:19|20)\d\d| (?:last|for|since|depuis|pour|l'an)\b|\s*[.!?\n]|\s*$)"
_LEFT = re.compile(
    r"\b(?:today|now|aujourd'hui|desormais|maintenant)\b[^.!?\n]{0,30}"
    r"(?<!not )(?<!d')(?<!\bpar )\b(?:elsewhere|ailleurs)\b"
    r"|\buntil (?:last (?:year|month|week|summer|spring)|i (?:left|retired))\b"
    r"|\b(?:until |jusqu'en )(?:19\d\d|20[01]\d|202[0-5])\b"
    r"|\bjusqu'a (?:l'an dernier|l'annee derniere|mon depart|ma retraite)"
    r"|\bbefore (?:i moved|moving|i went|going|i joined|joining) to\b"
    rf"|\b(?:before|avant de) (?:leaving|retiring|i left|quitter|partir)\b{_THEN}"
    r"|^[^.!?,;\n]{0,40}\b(?:est|sont|is|are|remonte|remontent) (?:\w+ )?(?:loin|long gone"
    r"|far behind|over now|long ago|a (?:\w+ ){1,2}(?:ans|annees))\b"
    rf"|\b(?:i|and|then) (?:have )?(?:left|quit)\b{_THEN}"
    rf"|\bj'(?:ai|en suis) (?:\w+ )?(?:quitte|parti)\w*{_THEN}|\bpuis je suis partie?\b"
)


def is_of_others(piece: str) -> bool:
    """Tell whether words that begin with "my" or "our" go on with somebody from outside."""
    return _OTHERS.match(piece) is not None


def names_others(words: str) -> bool:
    """Tell whether words name somebody close to the author."""
    return _KIN_BEFORE.search(words) is not None


def is_asked(before: str, after: str) -> bool:
    """Tell whether what stands between these words of a sentence is what it asks about."""
    return _ASKED.match(after) is not None and _GRANTED.search(before) is None


def is_told(before: str, *, is_aside: bool = False) -> bool:
    """Tell whether these words of a sentence make what follows somebody's saying, or a fancy.

    What is said in passing ("X, where I work,") is the author's also where somebody tells the
    rest, unless a colon leads to their very words.
    """
    if is_aside and _LEADS_ON.search(before) is None:
        return False
    return any(one.search(before) is not None for one in (_TOLD, _IMAGINED, _WISHED))


def is_told_after(after: str, *, is_aside: bool = False) -> bool:
    """Tell whether these words behind a saying name who says it: "…, he said".

    Behind what is said in passing a verb may go on with its sentence: "Hugo, of X, where I work,
    answers without delay". There the name ends its clause.
    """
    found = _SAID_AFTER.match(after)
    if found is None or not is_aside:
        return found is not None
    is_name = _NO_NAME.search(found[0]) is None
    return is_name and _NAME_ENDS.match(after, found.end()) is not None


def is_past(after: str) -> bool:
    """Tell whether these words of a sentence put an end to what stands before them."""
    return _LEFT.search(after) is not None
