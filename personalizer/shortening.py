"""A long sentence cut to a clause that is true alone, with no word of it changed.

What is cut off adds to the clause and bears on nothing in it: a clause of its own, what "which"
or a participle says besides, a cause or a purpose. Where either half denies, limits, doubts,
supposes or attributes, or counts something, the sentence stays whole, in doubt too.
"""

import re
from collections.abc import Iterator
from typing import Final

from domain.language import Language
from personalizer.clauses import (
    goes_on_behind_comma,
    has_finite_verb,
    says_something,
    word_count,
)
from personalizer.prefiltered import Prefiltered
from personalizer.tongue import FUNCTION_WORDS, words

_FEWEST: Final = 8
_LEAST_SHARE: Final = 0.35
_TELLING_LETTERS: Final = 5
_LEAST_TELLING: Final = 4

# A second clause with a subject of its own.
_SUBJECT: Final = (
    r"(?:we|they|you|it|he|she|there|the|an?|these|those|this|its|their|our|his|her|each|every"
    r"|many|most|people|teams|users"
    r"|nous|vous|on|ils?|elles?|les?|la|l['’]|une?|des|ces|cette|cet|ce|chaque|leurs?|ses|son|sa"
    r"|plusieurs)"
)
_CLAUSE: Final = re.compile(rf"\s?; |, (?=(?:and|et) {_SUBJECT}\b)", re.IGNORECASE)
# What is said besides: behind a comma it picks out nothing.
_BESIDES: Final = re.compile(
    r", (?=(?:which|who|whose|where|qui|dont|où|ce (?:qui|que|dont)|ce qu['’]|(?:tout )?en \w+ant"
    r"|permettant|évitant|offrant|facilitant|rendant|réduisant|assurant|donnant|laissant"
    r"|notamment|y compris|par exemple"
    r"|including|such as|for example|especially"
    r"|(?:thereby |thus |effectively )?(?:allow|enabl|giv|mak|help|creat|ensur|lett|bring|sav"
    r"|reduc|improv|leav|lead|provid|show|us|work|turn|build|offer|free|increas|avoid)ing)\b)"
    r"| [–—] (?![^–—]* [–—] )",
    re.IGNORECASE,
)
# Why, what for, and by what: said of the clause before, and of no "not" or "must" in it.
_BECAUSE: Final = re.compile(
    r",? (?=(?:because|so that|in order to|by \w+ing"
    r"|car|parce qu|puisqu|afin d|afin qu|pour que|(?<!tout )en \w+ant)(?:\b|['’]))",
    re.IGNORECASE,
)
# What names again what was said, does one thing more, or gives the detail of it.
_NAMES_AGAIN: Final = re.compile(
    r", (?=(?:an?|une?) (?!(?:[^,]{1,60} )?(?:and|or|et|ou)\b))", re.IGNORECASE
)
_DOES_MORE: Final = re.compile(
    r",? (?=and (?:(?:then|also|now|thus) )?(?:is|are|was|were|has|have|had|can|will|\w{3,}ed|gave"
    r"|made|took|wrote|led|began|became)\b"
    r"|et (?:(?:puis|ensuite|aussi|ainsi) )?(?:est|sont|a|ont|peut|peuvent|permet|permettent|sera"
    r"|seront|fait|font|rend|donne)\b)",
    re.IGNORECASE,
)
_DETAILS: Final = re.compile(r"\s?: (?=\d|c['’]est )")
_ANNOUNCES: Final = Prefiltered(
    r"\b(?:this|that|these|those|following|things?|ways?|reasons?|questions?|goals?|ideas?|steps?"
    r"|rules?|principles?|problems?|answers?|results?|plans?|strategies|options?|kinds?|types?"
    r"|simple|clear|modest|one|two|three|four|five|same|lists?|examples?|here|note|so|first"
    r"|suivante?s?|choses?|façons?|manières?|raisons?|questions?|objectifs?|idées?|étapes?|règles?"
    r"|principes?|problèmes?|réponses?|résultats?|solutions?|cas|bilan|ceci|cela|ça|voici|deux"
    r"|trois"
    r"|quatre|cinq|liste|exemples?|ainsi|points?|constat|but|méthodes?|conseils?|clairs?)\b",
    re.IGNORECASE,
)
_BEARS: Final = Prefiltered(
    r"\b(?:if|unless|before|once|when\w*|except\w*|only|until|till|provided|assum\w+|suppos\w+"
    r"|as long as|depend\w*"
    r"|but|however|though|although|yet|while|whereas|despite|instead|rather|otherwise|still"
    r"|not|no|never|nobody|nothing|none|neither|nor|without|hardly|less|fewer|least"
    r"|may|might|could|would|should|perhaps|maybe|probably|likely|possibl\w+|sometimes|some"
    r"|according|said|says?|claim\w*|believ\w+|estimat\w+|argu\w+|suggest\w*|hop(?:es?|ed|ing)"
    r"|exclud\w+|barring|limit\w*|subject to|in theory|at least|at most|almost|nearly"
    r"|stop\w*|end(?:ed|s)|fail\w*|cancel\w*|longer|same|both|former|latter|respectively"
    r"|this|that is|these|those"
    # What takes back what was just said.
    r"|den(?:y|ies|ied)|clear(?:s|ed) (?:him|her|it|them)|contrary|opposite|false\w*|fake\w*"
    r"|bans?|banned|forb\w+|convict\w*|acquit\w*|overturn\w*|reject\w*|refut\w*|disput\w*"
    r"|contest\w*|revok\w*|withdr\w+|recall\w*|suspend\w*|pending|crash\w*|burst\w*|fraud"
    r"|contraires?|inverse|démen\w+|interdi\w+|relax\w+|acquitt\w*|rejet\w+|réfut\w+"
    r"|contest\w+|condamn\w+|dénon\w+|révoqu\w+|retir\w+|en cours|faux|fausses?|fraudes?"
    r"|avant|dès|si|sauf|sinon|hors|hormis|exceptée?s?|uniquement|seule?s?|seulement|condition"
    r"|réserve"
    r"|tant qu\w*|jusqu\w*|moins|quand|lorsqu\w*|mais|cependant|pourtant|toutefois|néanmoins"
    r"|quoiqu\w*|bien qu\w*|même si|alors qu\w*|tandis|contrairement|malgré|lieu|plutôt|sans"
    r"|ne|pas|plus|jamais|rien|aucune?|personne|ni|guère|peut-être|probablement|parfois"
    r"|certaine?s?|pourr\w+|devr\w+|\w*(?:erai|irai|drai)(?:t|ent)|serai(?:t|ent)|aurai(?:t|ent)"
    r"|selon|d['’]après|affirm\w+|estim\w+|prétend\w*|supposant|admettant|théorie|principe"
    r"|presque|environ|arrêt\w*|cess\w*|échou\w*|annul\w*|tou(?:te)?s deux|cela|ça|ceci)\b"
    r"|n['’]t\b|\bn['’]|\bs['’]ils?\b|\bqu['’]|(?-i:\b(?:I|me|my|je)\b|\bj['’])",
    re.IGNORECASE,
)
# Without what is cut off, these would reach farther, or wait for their other half.
_REACHES: Final = Prefiltered(
    r"\b(?:not|no|never|nobody|nothing|none|without|only|few|little|hardly|any"
    r"|must|need\w*|requir\w+|should|ha(?:ve|s|d) to|may|might|could|would|important|critical"
    r"|essential"
    r"|necessary|if|unless|whether|so|such|too|enough|more|less|better|than"
    r"|ne|pas|plus|jamais|rien|aucune?|sans|seule?s?|seulement|exig\w+|nécessit\w+|doi(?:s|t"
    r"|vent)|dev(?:ez|ons|r\w+)|faut|faudra\w*"
    r"|pourr\w+|important|nécessaire|conseillé\w*|impératif|si|tel(?:le)?s?|tant|trop"
    r"|assez|moins|mieux)\b|n['’]t\b|\bn['’]",
    re.IGNORECASE,
)
_PAIRED: Final = re.compile(
    r"\b(?:not only|merely|either|neither|both|whether|rather|on (?:the )?one hand|not just"
    r"|it['’]s not"
    r"|the first is|non seulement|pas seulement|soit|ni|d['’]une part|d['’]un côté|autant|plutôt)\b"
    r"|^(?:the (?:more|less|fewer|\w+er)|plus|moins)\b",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r"\d|\b(?:percent|half|third|quarter|dozen\w*|hundred\w*|thousand\w*|most|majority"
    r"|moitié|tiers|quart|dizaines?|centaines?|milliers?|majorité|plupart)\b",
    re.IGNORECASE,
)

_RELATIVE: Final = re.compile(r"\b(?:that|which|who|whose|where|qui|que|dont|où)\b|\bqu['’]")
_BRACKETS: Final = re.compile(r"\s\([^()]*\)")
_DASHES: Final = re.compile(r"\s[–—] [^–—]* [–—](?=\s)")


def without_brackets(sentence: str) -> str:
    """Return a sentence without what stands between brackets and bears on nothing in it."""
    return _BRACKETS.sub(_if_it_bears, sentence)


def without_dashes(sentence: str) -> str:
    """Return a sentence without what stands between two dashes and bears on nothing in it."""
    return _DASHES.sub(_if_it_bears, sentence)


def _if_it_bears(aside: re.Match[str]) -> str:
    return aside.group() if _BEARS.search(aside.group()) else ""


def shortened(sentence: str, language: Language, *, most_words: int) -> Iterator[str]:
    """Yield the clauses a sentence may be cut to, the longest first; each is its beginning."""
    found = {
        cut: None
        for cuts in (_CLAUSE, _BESIDES, _NAMES_AGAIN, _DOES_MORE, _DETAILS, _BECAUSE)
        for cut in _cuts(sentence, cuts, language)
        if word_count(cut) <= most_words
    }
    yield from sorted(found, key=len, reverse=True)


def _cuts(sentence: str, where: re.Pattern[str], language: Language) -> Iterator[str]:
    for found in where.finditer(sentence):
        kept, rest = sentence[: found.start()], sentence[found.end() :]
        if not _is_apart(kept, rest, where, language):
            continue
        if found.group() == ", " and not goes_on_behind_comma(rest, language):
            continue
        if _stands(kept, sentence, language, surely="," in rest):
            yield kept


def _is_apart(kept: str, rest: str, where: re.Pattern[str], language: Language) -> bool:
    """Tell whether what is cut off bears on nothing that is kept, nor the other way round."""
    if _BEARS.search(rest) or _PAIRED.search(kept):
        return False
    if where is _CLAUSE:
        return has_finite_verb(rest, language)
    if where is _DETAILS:
        return not _ANNOUNCES.search(kept) and not _REACHES.search(kept)
    if where is _DOES_MORE and ("," in kept or _RELATIVE.search(kept)):
        return False  # one of three things done, or the second half of what "that" announces
    if where is _NAMES_AGAIN and _names_more(rest, language):
        return False
    return not _REACHES.search(kept) and not _COUNTED.search(kept)


def _names_more(rest: str, language: Language) -> bool:
    """Tell whether what looks like another name has a verb that is not behind "which"."""
    own = _RELATIVE.split(rest)[0]
    return "," in own or has_finite_verb(own, language)


def _stands(kept: str, sentence: str, language: Language, *, surely: bool) -> bool:
    """Tell whether a beginning is a sentence that still says what the whole one is about.

    Where what follows may hold the verb of the sentence, the beginning `surely` has one.
    """
    telling = {word for word in words(kept) if len(word) >= _TELLING_LETTERS}
    return (
        _FEWEST <= word_count(kept) >= _LEAST_SHARE * word_count(sentence)
        and len(telling - FUNCTION_WORDS[language]) >= _LEAST_TELLING
        and has_finite_verb(kept, language)
        and says_something(kept, language, surely=surely)
    )
