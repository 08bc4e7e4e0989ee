"""Where a sentence may be cut, and whether what is left says something.

Told by little words and endings, without a grammar: a cut is offered only where both agree.
"""

import re
from collections.abc import Iterator
from typing import Final

from domain.language import Language

_SHORTEST_CUT: Final = 6
_LONGEST_OPENING: Final = 60
_VERB: Final = {
    Language.FRENCH: re.compile(
        r"\b(?:est|sont|a|ont|était|sera|peut|peuvent|va|vont|fait|font|doit|doivent|permet|reste"
        r"|faut|existe|devient|prend|donne|utilise|propose|crée|génère|porte|passe|apporte"
        r"|montre|aide"
        r"|demande|compte|pose|offre|crée|laisse|rend|sert|met|tient|vient|dit|suit|voit|vise|dure"
        r"|\w{2,}(?:aient|ait|eront|era|issent|ît|ut|it|ira|rez|iez|ra))\b"
        r"|\w{3,}(?<!m)ent\b"
    ),
    Language.ENGLISH: re.compile(
        r"\b(?:is|are|was|were|has|have|had|can|could|will|would|should|may|might|must|does|do|did"
        r"|\w{3,}(?:ed|es|s)|need|want|make|take|help|let|get|give|work|run|use|keep|tend)\b"
    ),
}
_SURE_VERB: Final = {
    Language.FRENCH: _VERB[Language.FRENCH],
    Language.ENGLISH: re.compile(
        r"\b(?:is|are|was|were|has|have|had|can|could|will|would|should|may|might|must|does|do|did"
        r"|\w+n['’]t|\w+['’](?:re|ve|ll)|we \w+|you \w+|they \w+|it \w+s)\b"
    ),
}
_CUT: Final = re.compile(
    r"\s+(?=(?:qui|afin|car|parce|puisque|ce qui|alors que|which|because|so that|in order|while"
    r"|where|when)\b)|[,;:]\s|\s[–—-]\s"
)
_DANGLING: Final = re.compile(
    r"\b(?:le|la|les|un|une|des|de|du|à|en|dans|pour|par|sur|avec|et|ou|que|the|a|an|of|to|in|on"
    r"|for|by|with"
    r"|and|or|that|is|are|est|sont|not|ne|only|both|either)$",
    re.IGNORECASE,
)
# A sentence that opens so says its point behind the comma.
_WAITS: Final = re.compile(
    r"^(?:entre|jusqu\w*|between|qui|que|dont|où|who|which|whose|si|quand|lorsqu\w*|vu|bien|comme|dans|pour|en|avec"
    r"|sans|après|avant|depuis|pendant|par|sur|une fois|afin|à"
    r"|grâce|parce|puisqu\w*|même|malgré|selon|if|when|while|although|though|as|had|because"
    r"|since|once|in|with|at|by|for"
    r"|after|before|to|on|unless|until|whether|from|through|given|despite|during|based|rather"
    r"|instead|under|without"
    r"|\w+(?:ant|ing|ed)|not only|even)\b",
    re.IGNORECASE,
)
_JOINS: Final = re.compile(r"^(?:et|ou|and|or)\b", re.IGNORECASE)
_WORD: Final = re.compile(r"\w+")


def word_count(text: str) -> int:
    """Return the number of words of a text as the charter counts them: "l’article" has two."""
    return len(_WORD.findall(text))


def has_verb(sentence: str, language: Language) -> bool:
    """Tell whether a sentence seems to have a verb, in doubt yes."""
    return _VERB[language].search(sentence) is not None


def opens_apart(sentence: str) -> bool:
    """Tell whether a sentence opens with a time, a place or a condition set off by a comma."""
    opening, comma, _ = sentence.partition(",")
    return bool(comma) and len(opening) <= _LONGEST_OPENING and bool(_WAITS.search(opening))


def beginnings(sentence: str, language: Language) -> Iterator[str]:
    """Yield the beginnings of a sentence that say something by themselves, the shortest first."""
    for match in _CUT.finditer(sentence):
        cut = sentence[: match.start()].rstrip(" ,;:")
        if _says_something(cut, language):
            yield cut


def _says_something(cut: str, language: Language) -> bool:
    """Tell whether the beginning of a sentence has its main clause and ends as one."""
    balanced = all(cut.count(left) == cut.count(right) for left, right in ("()", "«»", "“”", "[]"))
    if not balanced or cut.count('"') % 2 or _DANGLING.search(cut):
        return False
    clauses = [clause.strip() for clause in re.split(r"[,;:–—]\s", cut)]
    joins_on = _JOINS.search(clauses[-1]) and not _SURE_VERB[language].search(clauses[-1])
    if _WAITS.search(clauses[-1]) or joins_on:
        return False
    main = [clause for clause in clauses if not _WAITS.search(clause)]
    return any(
        word_count(clause) >= _SHORTEST_CUT and _SURE_VERB[language].search(clause)
        for clause in main
    )
