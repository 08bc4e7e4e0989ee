"""What a sentence speaks of without naming it: a pronoun, or a thing told as known.

"Nineteen used it" and "Personne ne leur avait rien dit" need the sentence before. So do "the 80
plants" that nothing in their sentence explains, and "the thread" of a short quotation. Only the
sentence is read: whether the text named the thing elsewhere is not looked up.
"""

import re
from collections.abc import Iterator
from typing import Final

from personalizer.clauses import word_count
from personalizer.passages import Passage
from personalizer.speakers import spoken_in

# Behind so many words, a pronoun may mean any of them; "the thread" of so many is explained.
_FAR: Final = 6
_SAYS_WHICH: Final = 6
# "En un an," says when; nothing that stands behind it can mean that.
_CIRCUMSTANCE: Final = re.compile(
    r"^(?:(?:en|depuis|dans|après|avant|pendant|au bout d|au cours d|d[eè]s|fin|début|mi-|à|lors"
    r"|cette?|chaque|un an|l['’]an|le \d|la première|la seule|hier|aujourd['’]hui|in|since|by|after"
    r"|before|during|at|on|over|within|for|last|this|between|from|as of)\b[^,]{0,60}"
    r"|[A-Z][\w’'-]+)(?:, | (?=(?:it|ils?|elles?|on|nous)\b))",
    re.IGNORECASE,
)
# Whatever stands in a clause of its own before a pronoun may be what it means.
_CLAUSE: Final = re.compile(
    r"[,;:]| (?:qui|que|quand|lorsque?|si|dont|où|et|mais|car|that|which|who|when|if|because|and"
    r"|but) |\bqu['’]|\bs['’]il",
    re.IGNORECASE,
)
_EN_OR_Y: Final = re.compile(
    r"(?<![\w’'-])(?:(?:ne |s['’]|n['’]|l['’]|m['’]|t['’])?en (?:a|ai|as|ont|est|sont|avons|avez"
    r"|avait"
    r"|avaient|étaient|était|fait|font|parle\w*|veut|veulent|reste\w*|vend\w*|reçoi\w+|compte\w*"
    r"|avoir|faire|sert|servent|servait|donne\w*|tire\w*|dispose\w*|profite\w*|manque\w*|sort|sortent|prend\w*)\b"
    r"|(?:ne |s['’]|n['’]|l['’]|m['’])?y (?:sont|est|ont|étaient|était|passent|vont|va|viennent"
    r"|arriv\w+"
    r"|travaill\w+|particip\w+|répond\w*|pens\w+|gagn\w+|tien\w+|reste\w*)\b)",
    re.IGNORECASE,
)
# "Il y a", "il en va de même", "y compris": nothing is meant by these.
_IDIOMS: Final = re.compile(
    r"\bil (?:en|y) (?:va|est|a)\b|\bn['’]en (?:est|reste) pas moins\b|\by compris\b"
    r"|\ben avoir assez\b"
    r"|\bs['’]en prend|\bs['’]en (?:sort|tir|tien|remet)\w*|\ben (?:fait|reste) de\b",
    re.IGNORECASE,
)
_TO_THEM: Final = re.compile(
    r"(?<![\w’'-])leur (?:a|ai|ont|avons|avait|avaient|est|fait|faut|faudra|donn\w+|dit|disai\w+"
    r"|dire"
    r"|perme\w+|rest\w+|répond\w*|propos\w+|demand\w+|envoi\w+|envoy\w+|envoi|manqu\w+|arriv\w+"
    r"|serv\w+"
    r"|expliqu\w+|apprend\w*|sembl\w+|offr\w+|montr\w+)\b"
    # "La subvention en couvre la moitié": of what, was said before.
    r"|(?<=[a-zà-ÿ] )en (?:couvre|finance|représente|assure|ajoute|trouve|accueille|utilise|produit"
    r"|garde|conserve|reçoit|achète|traite|paie|porte|absorbe)(?:nt)?\b",
    re.IGNORECASE,
)
_IT: Final = re.compile(
    r"\b(?:he|she)\b|\bit (?!(?:is|was|would be|can be|may be|will be"
    r"|has been) (?:\w+ ){0,2}\w+ (?:to|that|for)\b"
    r"|takes\b|took\b|seems\b|turned out\b|turns out\b|makes sense\b|is (?:not )?(?:about|enough"
    r"|time)\b)",
    re.IGNORECASE,
)
_THE_SAME: Final = re.compile(
    r"\b(?:le|la|les|au|du|aux|des) mêmes? (?!que\b|façon|manière|temps|fois|moment|jour|titre"
    r"|chose)"
    r"[a-zà-ÿ]+\b(?!\s?:)(?![^.]*\bqu[e'’])|\bthe same (?!as\b|way\b|time\b|thing\b|kind\b|day\b"
    r"|amount\b)\w+\b"
    r"(?![^.]*\b(?:as|that|for|to|in every|across|twice|of)\b)",
    re.IGNORECASE,
)
_SEVERAL: Final = re.compile(
    r"^(?:les|des|tou[st]\w*|deux|trois|quatre|cinq|plusieurs|two|three|four|all|both|every|each|we"
    r"|nous|on)\b|\b(?:et|and)\b",
    re.IGNORECASE,
)
_THE: Final = re.compile(r"(?:the|le|la|les|l['’])\b", re.IGNORECASE)
# How much more of what, was said before.
_MORE_OF_IT: Final = re.compile(
    r"^il (?:faut|manque|reste|faudrait|en faut)[^.:;]{0,40}\b(?:supplémentaires?|de plus"
    r"|de moins)\b"
    r"|^seule?s? (?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)\b"
    r"|^(?:l['’]an dernier|l['’]année dernière|en \d{4}|avant|last year|before)(?:,| )\s?"
    r"(?:c['’](?:est|était)|it was|that was)\b"
    r"|^(?:une (?:bonne |grande )?partie|une (?:large )?majorité|(?:la|the) (?:plupart|moitié"
    r"|reste|rest)"
    r"|most|much|half|part) (?!of\b|d(?:e|u|es)\b|d['’])(?:(?:is|are|was|were|has|have|had|s[e’']"
    r"|est|sont"
    r"|a|ont|vient|viennent|went|came)\b|s['’])"
    r"|^(?:overall |the )?(?:total|average|overall) [a-z]+ (?:is|was|are|were|has|have)\b"
    r"|^of the \d[\d,.]*(?: [a-z]+ed)?, "
    r"|^\d[\d,.\u00a0\u202f]*(?: ?\(\d[\d,.]* ?%\))? (?:was|were|are|have|had|sont|étaient|ont"
    r"|avaient)\b"
    # A law or a study that nothing names is the one that the text is about.
    r"|^(?:la loi|le texte|le décret|l['’]accord|l['’]arrêt|l['’]étude|l['’]enquête|le rapport"
    r"|la mesure"
    r"|le dispositif|the (?:law|act|report|study|survey|ruling|scheme|pilot|change|programme))"
    r" (?:is|was|has|had|will|follows|est|était|a|sera|prévoit|permet|impose)\b",
    re.IGNORECASE,
)
# "The 67 confirmed scams": which ones, was counted before. "Les 37 dossiers que" tells which, and
# "of the 106 trips cancelled" names what it counts.
_COUNTED: Final = re.compile(
    r"^(?:the|les|ces) (?:\d[\d,.\u00a0\u202f ]*|deux|trois|quatre|cinq|six|sept|huit"
    r"|neuf|dix"
    r"|two|three|four|five|six|seven|eight|nine|ten) (?!(?:plus|moins|most|year|days?|weeks?)\b)"
    r"(?:[\w’'-]+ ){0,2}?[\w’'-]+s\b"
    r"(?! (?:d[eu]s?|d['’]\w+|que|qui|dont|à|en|of|that|who|which|on|in|from|at|with)\b| d['’])",
    re.IGNORECASE,
)
# "Au-dessus de 80 %, nous": of what, was said. A year and a measured thing say it themselves.
_BOUND: Final = re.compile(
    r"^(?:au-dessus d[eu']|en[- ]dessous d[eu']|au-delà d[eu']|entre|above|below|over|under|between"
    r"|beyond)\s(?!(?:19|20)\d\d\b)\d[\d.,]*[\s\u00a0\u202f]?%?"
    r"(?: (?:et|and) \d[\d.,]*[\s\u00a0\u202f]?%?)?,"
    r"|^(?:au-delà|en dessous|au-dessus|beyond that|above that|below that|from then on)\b,",
    re.IGNORECASE,
)
# "The oldest was 28", "la cinquième est partie", "in every one but two": one of which?
_ONE_OF_WHAT: Final = re.compile(
    r"^(?:the (?:\w{3,}est|first|second|third|fourth|fifth|sixth|last)"
    r" (?:is|was|are|were|has|had|have|weighs|weighed)\b"
    r"|l(?:e|a|es) (?:premi(?:er|ère)s?|deuxième|seconde?|troisième|quatrième"
    r"|cinquième|sixième|derni(?:er|ère)s?)"
    r" (?:est|sont|était|étaient|a|ont|avait|avaient|n['’](?:a|ont|est))\b)"
    r"|^(?:in )?every one but \w+\b|\bif both (?:are|have|were)\b"
    r"|^si (?:les deux|toutes deux|tous deux) (?:sont|ont)\b",
    re.IGNORECASE,
)
# "No one had used it", "personne ne l'avait utilisé": what, nothing before it says.
_BY_NOBODY: Final = re.compile(
    r"^(?:[^,.]{0,30},? )?(?:no one|nobody) (?:(?:on|in|at|from|of) (?:[\w’'-]+ ){1,3})?"
    r"(?:has|had|have|ever|even|[a-z]+ed)(?: [a-z]+)? it\b"
    r"|^(?:[^,.]{0,30}, )?personne ne l['’](?:a|avait|aurait)\b"
    r"|^il (?:faut|fallait|faudra) lui \w+(?:er|ir|re)\b",
    re.IGNORECASE,
)


def is_unnamed(passage: Passage, text: str) -> bool:
    """Tell whether a pronoun or a comparison stands for what the sentence does not name.

    Without a `text` around it, nothing is.
    """
    said = passage.text
    if not text:
        return False
    return any(
        [
            _is_the_same(said),
            _MORE_OF_IT.search(said) is not None,
            _COUNTED.match(said) is not None,
            any(one.search(said) for one in (_BOUND, _ONE_OF_WHAT, _BY_NOBODY)),
            _is_thin(said),
            any(_is_alone(said, found) for found in _pronouns(said)),
        ]
    )


def _is_thin(said: str) -> bool:
    """Tell whether somebody is quoted on "the thread", and too shortly to say which."""
    spoken = spoken_in(said)
    if spoken is None or _THE.match(spoken.words) is None:
        return False
    return word_count(spoken.words) < _SAYS_WHICH


def _is_the_same(said: str) -> bool:
    """Tell whether "the same" is said of one thing: several in a sentence share what is theirs."""
    found = _THE_SAME.search(said)
    return found is not None and not _SEVERAL.search(said[: found.start()])


def _pronouns(said: str) -> Iterator[int]:
    bare = _IDIOMS.sub(lambda found: "#" * len(found[0]), said)
    for pattern in (_EN_OR_Y, _TO_THEM, _IT):
        yield from (found.start() for found in pattern.finditer(bare))


def _is_alone(said: str, at: int) -> bool:
    """Tell whether nothing before a pronoun can be what it means."""
    opening = _CIRCUMSTANCE.match(said)
    begins = opening.end() if opening is not None and opening.end() <= at else 0
    before = said[begins:at]
    return _CLAUSE.search(before) is None and len(before.split()) < _FAR
