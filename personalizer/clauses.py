"""Where a sentence may be cut, and whether what is left says something.

Told by little words and endings, without a grammar: a cut is offered only where both agree.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from domain.language import Language
from personalizer.french_verbs import FRENCH_VERBS
from personalizer.prefiltered import Prefiltered
from personalizer.tongue import FUNCTION_WORDS

_SHORTEST_CUT: Final = 6
_LONGEST_OPENING: Final = 60
_VERB: Final = {
    Language.FRENCH: Prefiltered(
        r"\b(?:est|sont|a|ont|était|sera|seront|aura|fera|peut|peuvent|va|vont|fait|font|doit|doivent|permet"
        r"|faut|existe|devient|prend|donne|utilise|propose|crée|génère|laisse|rend|sert|met|tient|vient|dit|suit|voit|vise|dure"
        r"|(?!(?:petit|produit|endroit|droit|esprit|profit|conflit|crédit|circuit|gratuit|bruit|nuit"
        r"|huit|toit|début|but|salut|statut|institut|bout|tout|surtout|partout|debout|août|atout)\b)"
        r"\w{2,}(?:aient|ait|eront|dront|iront|era|issent|ît|ut|it|ira|rez|iez|ra))\b"
        r"|(?!(?:client|agent|souvent|récent|différent|argent|parent|accent|talent|content|urgent"
        r"|absent|présent|fréquent|patient|permanent|pertinent|évident|intelligent|transparent"
        r"|incident|accident|continent|équivalent|prudent|violent|ingrédient|inconvénient"
        r"|coefficient|précédent|component|event)\b)\w{3,}(?<!m)ent\b"
        rf"|{FRENCH_VERBS}"
    ),
    Language.ENGLISH: Prefiltered(
        r"\b(?:is|are|was|were|has|have|had|can|could|will|would|should|may|might|must|does|do|did"
        r"|\w{3,}(?:ed|es|s)|need|want|make|take|help|let|get|give|work|run|use|keep|tend)\b"
    ),
}
# A pronoun is followed by its verb, whatever the verb.
_SAID_OF: Final = (
    r"\b(?:nous|vous|tu|je|on|ils?|elles?) "
    r"(?:ne |y |en |les? |la |lui |leur |se |n[’']|l[’']|s[’'])?"
    r"\w+(?:ons|ez|es|s|x|t|e|a|ai)\b|\bj[’']\w+"
)
_SURE_VERB: Final = {
    Language.FRENCH: _VERB[Language.FRENCH],
    Language.ENGLISH: Prefiltered(
        r"\b(?:is|are|was|were|has|have|had|can|could|will|would|should|may|might|must|does|do|did"
        r"|\w+n['’]t|\w+['’](?:re|ve|ll)|we \w+|you \w+|they \w+|it \w+s"
        # No participle looks like these.
        r"|wrote|took|gave|began|became|knew|grew|went|came|chose|spoke|drew)\b"
    ),
}
_FINITE: Final = {
    Language.FRENCH: Prefiltered(f"{_VERB[Language.FRENCH].written}|{_SAID_OF}", re.IGNORECASE),
    Language.ENGLISH: Prefiltered(
        _SURE_VERB[Language.ENGLISH].written
        + r"|\b(?:[Ww]e|[Yy]ou|[Tt]hey|[Ii]t|[Hh]e|[Ss]he|I|who|which|that) (?:\w+ly )?\w+"
        r"|\b(?:[Ii]t|[Tt]here|[Hh]e|[Ss]he|who|what|[Tt]hat)['’]s\b"
        r"|\b(?:made|took|got|gave|ran|kept|built|wrote|found|saw|met|came|went|began|led|became"
        r"|held|set|put|brought|said|meant|knew|thought|felt|told|grew|won|lost|sent|spent"
        r"|(?:need|want|make|take|help|let|get|give|work|run|use|keep|tend|allow|provide|include"
        r"|require|receive|say|show|mean|know|think|see|ask|offer|learn|create|start|look|remain"
        r"|exist|focus|automate|process|explain|publish|recommend|share|support|understand|benefit"
        r"|describe|argue|believe|hope|expect|improve|change|depend|apply|applie|consist|produce"
        r"|contain|serve|follow|happen|matter|cost|grow|bring|become|begin|lead|point|add|note"
        r"|answer|issue|cover|count|last|hold|carry|carrie|reach|remove|replace|reduce|measure"
        r"|choose|decide|plan|train|hire|join|visit|repair|test|check|read|write|speak|tell"
        r"|launch|move|turn|close|open|save|spend|pay|meet|send|stand|sit|live|leave|fill"
        r"|cut|weigh|draw|drive|break|catch|fall|feel|hear|lose|rise|sell|sleep|teach|wear|win|clean"
        r"|deal|discuss|enjoy|enter|finish|fix|gather|handle|manage|mark|order|pass|play|prepare"
        r"|press|print|pull|push|rest|return|sign|sort|stay|stop|study|talk|touch|treat|try|trie|wait"
        r"|walk|watch)(?:s|es|d|ed)?"
        r"|(?<=\s)\w{4,}ed)\b"
        # "Drops from £46 to £39": how far or where something goes.
        r"|(?<![\w’'-])(?:drop|go|goe|fall|climb|slip|jump|double|halve|lend|shrink|run|come)s"
        r" (?:from|to|by|towards|up|down|out|in|into|over|back|around)\b",
    ),
}
_CUT: Final = re.compile(
    r"\s+(?=(?:qui|afin|car|parce|puisque|ce qui|alors que|which|because|so that|in order|while"
    r"|where|when|who|whose|as well as|including|such as|through|across|rather than|grâce"
    r"|ainsi que|notamment|pour \w+(?:er|ir|re)|and (?:we|they|you|it|he|she)"
    r"|et (?:nous|vous|on|ils?|elles?))\b)"
    r"|[,;:]\s|\s[–—-]\s|\s(?=\()"
    r"|\s+(?=to (?:make|build|create|help|improve|work|develop|provide|learn|share|find|use|support"
    r"|identify|deliver|ensure|understand|reduce|test|write|re-?(?:think|design|build|use)|give|show"
    r"|keep|avoid|collect|manage|design|explore|discuss|define|meet|solve|address|bring|simplify"
    r"|achieve|determine|promote|launch|gather|answer|measure|check)\b)"
)
# What follows these is no purpose but what they ask, want or are able to: it is not cut off.
_ASKS_TO: Final = Prefiltered(
    r"\b(?:(?:ask|want|need|allow|enabl|encourag|help|invit|requir|expect|forc|teach|taught|persuad"
    r"|convinc|push|train|urg|order|t[eo]ll?d?|lik|lov|prefer|tr[yi]|begin|began|beg[au]n|start|continu"
    r"|seem|appear|tend|hop|plan|aim|decid|choos|chose|fail|manag|learn|agree|refus|attempt|remain"
    r"|design|meant|suppos|intend|us|set|work|get|got|caus|lead|led|motivat|commit|dedicat|lets?"
    r"|makes?|made|strive|striv|prepar|serv|gets?)(?:e[sd]?|s|ed|ing|ning)?|ha(?:ve|s|d|ving)|going"
    r"|able|unable|ready|eager|free"
    r"|willing|likely|how|what|when|where|who|ways?|chances?|opportunit\w+|abilit\w+|rights?|time"
    r"|is|are|was|were|be|been|important|eas\w+|hard\w*|difficult|possible|necessary"
    r"|enough|too|it|best|goals?|steps?|order|as|access|from|close\w*|related|due|according"
    r"|respond\w*|back|up|on|in|long|key)\b(?:\W+\w+){0,6}$"
    # Without its purpose, what is said not to be, or of one alone, would say something else.
    r"|\b(?:not|no|never|only|just|without|few|fewer|little|nobody|nothing|unless|until|first"
    r"|last|one of|solicit|single|any)\b|n['’]t\b"
    r"|\w+(?:ing|ly|ed)$",
    re.IGNORECASE,
)
# "It was a success and it was stopped in June": without its second half it says another thing.
_TAKES_BACK: Final = re.compile(
    r"\b(?:if|unless|until|but|however|though|stop\w*|end(?:ed|s)|fail\w*|cancel\w*|longer|not"
    r"|never|si|mais|sauf|arr[êe]t\w*|cess\w*|annul\w*|échou\w*|plus|pas|jamais)\b|n['’]t\b",
    re.IGNORECASE,
)
_DANGLING: Final = Prefiltered(
    r"\b(?:le|la|les|un|une|des|de|du|à|en|dans|pour|par|sur|avec|et|ou|que|the|a|an|of|to|in|on"
    r"|for|by|with"
    r"|and|or|that|is|are|was|were|be|been|being|has|have|had|est|sont|était|étaient|ont|not|ne|only|both|either|those|ones|juste|simplement|façon|manière"
    r"|pense|pensez|funded|some(?:body|one)|any(?:body|one)|quelqu['’]un|ce(?:ux|lui|lles?|t|tte|s)?"
    r"|son|sa|ses|leurs?|notre|nos|votre|vos|dont|mais|their|its|our|your|my|which|whose|but|as)$",
    re.IGNORECASE,
)
# A sentence that opens so says its point behind the comma.
_WAITS: Final = re.compile(
    r"^(?:de par\b|(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche) \d+|entre|"
    r"jusqu\w*|between|qui|que|dont|où|who|which|whose|si|quand|lorsqu\w*|vu"
    r"|bien|comme|dans|pour|en|avec"
    r"|sans|après|avant|depuis|pendant|par|sur|une fois|afin|à"
    r"|grâce|parce|puisqu\w*|même|malgré|selon|if|when|while|although|though|as|had|because"
    r"|since|once|in|with|at|by|for"
    r"|after|before|to|on|unless|until|whether|from|through|given|despite|during|based|rather"
    r"|instead|under|without"
    r"|\w+(?:ant|ing|ed)(?! (?:est|a|ont|fournit|permet|offre|propose|sert|is|has|can|will|provides"
    r"|allows|offers)\b)|not only|even)\b",
    re.IGNORECASE,
)
_ANNOUNCES: Final = {
    Language.FRENCH: re.compile(r"\bqu(?:e\b|[’'])"),
    Language.ENGLISH: re.compile(r"\bthat\b"),
}
_JOINS: Final = re.compile(r"^(?:et|ou|mais|car|donc|and|or|but|so|yet)\b", re.IGNORECASE)
_TURNS: Final = re.compile(r"(?:mais|but|yet|however|cependant|pourtant)\b", re.IGNORECASE)
_OPENS_CLAUSE: Final = re.compile(r"soit$|notamment$|including$|\w+(?:ée?s?|ant|ed|ing)$")
_RELATIVE: Final = {
    Language.FRENCH: re.compile(r"\b(?:qui|que|dont|où|laquelle|lequel|lesquel\w+)\b|\bqu[’']"),
    Language.ENGLISH: re.compile(r"\b(?:who(?:se)?|that|which)\b"),
}
_NEXT_ITEM: Final = re.compile(r"[^,.;:]{1,50}(?:,| (?:et|ou|and|or) )")
_LISTING: Final = frozenset("et ou ni and or nor".split())
# Neither an infinitive nor a noun behind its article is the verb of a sentence.
_NO_VERB: Final = re.compile(
    r"\b(?:to|the|an?|our|their|your|its|no|of) \w+(?: (?:it|them|you)\b)?", re.IGNORECASE
)
_BEHIND_A_DETERMINER: Final = {
    Language.FRENCH: re.compile(
        r"(?<!l['’])\b(?:au|aux|du|des|une?|cet|cette|par|sans|avec|de) [^\W\d_]+"
        r"|\bd['’][^\W\d_]+",
        re.IGNORECASE,
    ),
    Language.ENGLISH: _NO_VERB,
}
_AUXILIARY: Final = re.compile(
    r"\b(?:will|would|can|could|may|might|must|should|do|does|did|has|have|had|helps?|helped|lets?"
    r"|makes?) (?:not |also )?(?=\w)",
    re.IGNORECASE,
)
_WITH: Final = re.compile(r"(?:with|at|by|avec|par|sans)\b", re.IGNORECASE)
_SURE: Final = re.compile(
    r"\b(?:is|are|was|were|would|will|can|could|has|had|est|sont|était|étaient|sera|serait|peut|a|ont"
    r"|aurait)\b"
)
_GERUND: Final = re.compile(r"^\w+ing\b", re.IGNORECASE)
_WORD: Final = re.compile(r"\w+")


def word_count(text: str) -> int:
    """Return the number of words of a text as the charter counts them: "l’article" has two."""
    return len(_WORD.findall(text))


def has_verb(sentence: str, language: Language) -> bool:
    """Tell whether a sentence seems to have a verb, in doubt yes."""
    return _VERB[language].search(sentence) is not None


def has_finite_verb(sentence: str, language: Language) -> bool:
    """Tell whether a sentence surely has a verb of its own, in doubt no."""
    if _hangs_on_a_noun(sentence, language):
        return False
    return _FINITE[language].search(_without_nouns(sentence, language)) is not None


def has_own_verb(sentence: str, language: Language) -> bool:
    """Tell the same of a sentence without what stands behind "au" or "un": a noun, "au répit"."""
    return has_finite_verb(_BEHIND_A_DETERMINER[language].sub("", sentence), language)


def _hangs_on_a_noun(sentence: str, language: Language) -> bool:
    """Tell whether a sentence has one verb, behind "qui" or "who": a noun, described."""
    first = _RELATIVE[language].search(sentence)
    if first is None:
        return False
    verb = _FINITE[language]
    # "Will allow" and "help answer" are one verb each.
    behind = verb.findall(_AUXILIARY.sub("", _without_nouns(sentence[first.start() :], language)))
    return verb.search(sentence[: first.start()]) is None and len(behind) <= 1


def _without_nouns(sentence: str, language: Language) -> str:
    return _NO_VERB.sub("", sentence) if language is Language.ENGLISH else sentence


def opens_apart(sentence: str) -> bool:
    """Tell whether a sentence opens with a time, a place or a condition set off by a comma."""
    opening, comma, _ = sentence.partition(",")
    # "Creating digestible, user-friendly content is…": an adjective's comma sets nothing off.
    # "With a short wait the job would have failed, the rest…": that comma stands behind a verb.
    if _GERUND.match(opening) or (_WITH.match(opening) and _SURE.search(opening)):
        return False
    return bool(comma) and len(opening) <= _LONGEST_OPENING and bool(_WAITS.search(opening))


@lru_cache(maxsize=1024)
def kept_beginnings(sentence: str, language: Language) -> tuple[str, ...]:
    """Return the same of a content's sentence, asked for with four lengths; never of somebody's."""
    return tuple(beginnings(sentence, language))


def beginnings(sentence: str, language: Language) -> Iterator[str]:
    """Yield the beginnings of a sentence that say something by themselves, the shortest first."""
    for match in _CUT.finditer(sentence):
        # What a colon announces and what "but" turns to is the point: it is not cut off.
        if match.group().startswith(":") or _TURNS.match(sentence[match.end() :]):
            continue
        if match.group().startswith(",") and not goes_on_behind_comma(
            sentence[match.end() :], language
        ):
            continue
        cut = sentence[: match.start()].rstrip(" ,;:")
        rest = sentence[match.end() :]
        if rest.startswith("to ") and _ASKS_TO.search(cut):
            continue
        if rest.startswith(("and ", "et ")) and _TAKES_BACK.search(rest):
            continue
        if says_something(cut, language):
            yield cut


def goes_on_behind_comma(rest: str, language: Language) -> bool:
    """Tell whether a new clause begins behind a comma, and not the next item of a list."""
    first = _WORD.match(rest)
    word = first.group().casefold() if first is not None else ""
    opens = word in FUNCTION_WORDS[language] or _OPENS_CLAUSE.match(word) is not None
    return (opens and word not in _LISTING) or _NEXT_ITEM.match(rest) is None


def says_something(cut: str, language: Language, *, surely: bool = True) -> bool:
    """Tell whether the beginning of a sentence has its main clause and ends as one.

    Its verb may look like a participle where it is not to be `surely` one.
    """
    verb = (_SURE_VERB if surely else _FINITE)[language]
    balanced = all(cut.count(left) == cut.count(right) for left, right in ("()", "«»", "“”", "[]"))
    if not balanced or cut.count('"') % 2 or _DANGLING.search(cut):
        return False
    clauses = [clause.strip() for clause in re.split(r"[,;:–—]\s", cut)]
    joins_on = _JOINS.search(clauses[-1]) and not verb.search(clauses[-1])
    if _WAITS.search(clauses[-1]) or joins_on:
        return False
    # "We must say that, by its history […]": what "that" announces was cut off.
    if _hangs_on_a_noun(cut, language):
        return False
    announced = _ANNOUNCES[language].split(cut)
    if len(announced) > 1 and not verb.search(announced[-1]):
        return False
    main = [clause for clause in clauses if not _WAITS.search(clause)]
    return any(
        word_count(clause) >= _SHORTEST_CUT and verb.search(clause) is not None for clause in main
    )
