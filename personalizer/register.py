"""How a sentence speaks: as somebody talks to a friend, or as anybody may report it.

Slang, an aside in brackets, a sentence that leans on what was being said: in an article they are
its author's voice; behind "the article notes that" they would be somebody else's. They are quoted
at most, and told by nobody. Of the sentences these cues find in the graded articles, seven in ten
are not to be told alone.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from personalizer.prefiltered import Prefiltered

_SLANG: Final = Prefiltered(
    r"\b(?:péte[rz]|pète(?:nt|s)?|pétée?s?|pétait|fou(?:s|t|tre|tez|tent)|foutue?s?|chi(?:er"
    r"|ante?s?)"
    r"|emmerd\w+|merd\w+|conneries?|bordel\w*|gueules?|bah|hein|bof|p['’]t(?:it|ite|être)\w*"
    r"|ouais|nan|trucs?|machins?|bidules?|kiff\w*|relous?|marrante?s?|rigol\w+|potes?|dégueu\w*"
    r"|smala|fesses|bouff(?:er|e|ent)|wtf|lol|mdr|oups|aïe|youpi|tada|vachement|carrément|balèzes?"
    r"|costauds?|zigouigouis?|pétouilles?|histoire d(?:e\b|['’])|sympas?|saoul\w*|galèr\w*"
    r"|se plant(?:er|e|ent)|crados?|pourrie?s?|petit navire|mine de rien|boulots?|bosser"
    r"|quand même|du coup|un poil|plein d(?:e\b|['’])|au cas où que|(?:est|trop|très|plutôt|assez"
    r"|super) cool)\b"
    r"|\b(?:gonna|wanna|gotta|kinda|sorta|dudes?|guys|gals?|yeah|yep|nope|haha|damn|crap(?:py)?"
    r"|suck(?:s|ed)?|kick-?ass|badass|rock ?stars?|ninjas?|hey|wow|ok|okay|bunch of|a ton of"
    r"|pretty much|a whole lot|turns out|freaking|screw(?:ed)? up|awesome)\b"
    r"|[\U0001F300-\U0001FAFF]|(?<=\s)[:;]-?[)(DP](?!\w)",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(
    r"\((?:[^()]*\b(?:rires?|sisi|oui|vive|quoique|merci|désolé|hein|bref|lol|promis|tadam?|si vous"
    r"|si tu|si jamais|et (?:tu|vous)|mais (?:ça|bon|là)|vous (?:aurez|verrez|savez)|rightly"
    r"|wrongly|sadly|happily|luckily|pun|sorry|yes|seriously|hopefully|of course|believe (?:it"
    r"|me)|phew"
    r"|(?:le|la|les) pauvres?|no kidding)\b[^()]*|[^()]*!\s?)\)",
    re.IGNORECASE,
)
# It is said to somebody in a conversation, and begins as its author turns to them.
_TURNS_TO_READER: Final = Prefiltered(
    r"(?:blague à part|plus sérieusement|pour (?:faire|être) (?:simple|honnêtes?|court|clair)"
    r"|à vrai dire|en gros|certes|comme (?:je|on) (?:vous|le|l['’]|disai)|je (?:dis|voudrais|vais"
    r"|prends|ne vais)\b|j['’](?:espère|avoue)|dommage|yes|bon\b|avant de (?:rentrer|commencer|se"
    r"|partir)|(?:vous|tu) (?:vous|te) (?:doutez|doutes|demandez|demandes|souvenez)"
    r"|to be (?:fair|honest|clear)|frankly|honestly|naturally|okay|once again|as always|anyway"
    r"|believe it or not|you (?:can|may|might) (?:imagine|wonder|think|ask|say))\b",
    re.IGNORECASE,
)
# What its author says of other pages, or asks of whoever reads this one.
_ELSEWHERE: Final = Prefiltered(
    r"\b(?:pour en (?:savoir|découvrir|apprendre) (?:un peu )?plus|jeter un (?:coup d['’])?(?:œil"
    r"|oeil)"
    r"|(?:je|nous|on) vous (?:conseill|recommand|redirig|invit|renvo)\w+|(?:allez|va) (?:voir"
    r"|lire)\b"
    r"|prochaine?s? (?:articles?|épisodes?|posts?|billets?|partie)"
    r"|(?:articles?|posts?|billets?) à venir|future (?:blog )?(?:posts?|articles?|installments?)"
    r"|to (?:learn|read|find out) more|learn more about|share your feedback|open an issue"
    r"|let us know|today['’]s (?:installment|post)|keep an eye out|for more (?:details"
    r"|information))\b",
    re.IGNORECASE,
)
_SAID_BEFORE: Final = re.compile(
    r"\bcomme (?:(?:je|nous|on|l['’]on) )?(?:vous |le |l['’])?(?:avons |ai |a )?(?:pr[ée]cis[ée]"
    r"|vu\b|dit\b|expliqué|indiqué|évoqué|annoncé|disais|disait|disions)|\bas (?:i|we)?(?: have"
    r"|['’]ve)?(?: already)? ?(?:mentioned|noted|described|discussed|said|explained|promised"
    r"|seen)\b"
    r"|\b(?:en|au) début d['’]article|\bau début de (?:l['’]article|ce (?:billet|post))",
    re.IGNORECASE,
)
# Half a sentence: the other half stands before it.
_HALF: Final = Prefiltered(
    r"(?:sauf (?:que|qu['’]|si)|surtout (?:si|lorsqu\w*|quand|qu\w*)|que ce soit|encore qu\w*"
    r"|qui\b(?![^?]*\?)|pas \w+(?:er|ir)\b|plutôt \w+ pour|au point qu\w*|histoire d\w*|de quoi"
    r"|permet(?:tant)? d\w*"
    r"|même si\b(?![^,]*,)|mais pas|et pas|ou alors|not to mention|let alone|even better|even so"
    r"|as well as|except|especially|including|turns out|or more)\b",
    re.IGNORECASE,
)
_IMAGINED: Final = Prefiltered(
    r"\b(?:imagine[rz]?|imaginons|suppose[rz]?|supposons|admettons|mettons que|hypoth[eé]ti\w+"
    r"|let['’]s say|picture (?:a|yourself|this)|pretend|on pourrait (?:croire|penser)"
    r"|vous imaginez|you (?:might|may) think)\b",
    re.IGNORECASE,
)
# "Pas" behind a verb: "on a pas fini". "Pas mal", "pourquoi pas" and "sans rien" deny no verb.
_NEGATED: Final = re.compile(
    r"(?<=\w )(?<!\bou )(?<!\bet )(?<!\bmais )(?<!pourquoi )(?<!voire )(?<!sinon )(?<!presque )"
    r"(?<!même )(?<!non )(?<!ce )(?<!si )(?<!un )(?<!le )(?<!premier )(?<!de )(?<!quelques )"
    r"(?:pas|jamais|rien|guère)\b(?! (?:mal|à pas|de côté|que\b|du tout[,.]))",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(
    r"[,;:.()–—!?]|\b(?:mais|et|ou|que|qui|car|quand|si|dont|où|comme)\b|\bqu[’']", re.IGNORECASE
)
_NEGATION: Final = re.compile(r"\b(?:ne|sans|ni|non|à|de|pour)\b|\bn[’']|\bd[’']", re.IGNORECASE)
_ACTS: Final = Prefiltered(
    r"\b(?:est|sont|a|ont|ai|as|va|vont|peut|peux|peuvent|fait|font|sais|sait|vois|voit|veut|veux"
    r"|veulent|faut|était|avait|serait|sera|doit|dois|(?:je|tu|on|ils?|elles?|ça|nous|vous|qui)"
    r" (?:(?:l[ae]s?|l[’']|me|te|se|y|en|lui) ?)?\w+)(?: \w+ment)?\s*$"
    r"|\b(?:c|j|t|l|s|d)[’'](?:est|était|ai|as|a|avait)\s*$",
    re.IGNORECASE,
)
_FILLER: Final = Prefiltered(
    r"\b(?:vraiment|franchement|tout simplement|un (?:petit )?peu|juste|clairement|grosso modo"
    r"|finalement|évidemment|forcément|hyper|ultra|basically|literally|honestly|whatever|kind of"
    r"|sort of)\b",
    re.IGNORECASE,
)

# "The crew was late, she said": told by the article, it would be the article's.
_SAID_AT_ITS_END: Final = re.compile(
    r", (?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?|he|she|they) (?:asked|said|wondered|added|explained"
    r"|replied|says|asks|notes|noted|adds|explains|wrote|writes)\b[^,]{0,20}$"
    r"|, (?:dit|demande|demandait|explique|ajoute|répond|précise|note|raconte|s’interroge)"
    r"(?:-t)?(?:-(?:il|elle|on)| [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?)\b[^,]{0,20}$"
)


def is_spoken(sentence: str) -> bool:
    """Tell whether a sentence is worded as people talk: slang, fillers, a smile."""
    return _SLANG.search(sentence) is not None


def has_aside(sentence: str) -> bool:
    """Tell whether its author says something to their reader between brackets, or all of it."""
    return sentence.startswith("(") or _ASIDE.search(sentence) is not None


def turns_to_reader(sentence: str) -> bool:
    """Tell whether a sentence opens on how its author comes to say it."""
    return _TURNS_TO_READER.match(sentence) is not None


def sends_elsewhere(sentence: str) -> bool:
    """Tell whether a sentence sends its reader to another page, or asks something of them."""
    return _ELSEWHERE.search(sentence) is not None


def was_said_before(sentence: str) -> bool:
    """Tell whether a sentence says that its text has told it already: "comme on l’a vu"."""
    return _SAID_BEFORE.search(sentence) is not None


def is_half(sentence: str) -> bool:
    """Tell whether a sentence is the second half of the one before it."""
    return _HALF.match(sentence) is not None


def is_imagined(sentence: str) -> bool:
    """Tell whether a sentence makes something up, or tells what one might wrongly believe."""
    return _IMAGINED.search(sentence) is not None


def lacks_ne(sentence: str) -> bool:
    """Tell whether a French negation has only its second half: "c’est pas fini"."""
    for found in _NEGATED.finditer(sentence):
        clause = _CLAUSE.split(sentence[: found.start()])[-1]
        if _NEGATION.search(clause) is None and _ACTS.search(clause) is not None:
            return True
    return False


def has_filler(sentence: str) -> bool:
    """Tell whether a sentence has a word that only its speaker's voice needs."""
    return _FILLER.search(sentence) is not None


def ends_on_its_speaker(sentence: str) -> bool:
    """Tell whether a sentence ends on who said it: "The crew was late, she said"."""
    return _SAID_AT_ITS_END.search(sentence) is not None


# Each way a sentence may be worded in its author's voice, by the name of what tells it.
VOICES: Final[Mapping[str, Callable[[str], bool]]] = MappingProxyType(
    {
        "spoken": is_spoken,
        "has_aside": has_aside,
        "turns_to_reader": turns_to_reader,
        "sends_elsewhere": sends_elsewhere,
        "was_said_before": was_said_before,
        "is_half": is_half,
        "is_imagined": is_imagined,
        "ends_on_its_speaker": ends_on_its_speaker,
        "has_filler": has_filler,
        "lacks_ne": lacks_ne,
    }
)


@lru_cache(maxsize=4096)
def voice_of(sentence: str) -> frozenset[str]:
    """Return how a sentence is worded in its author's voice, each way by its name.

    A sentence that is worded in none of these ways may be told as a report.
    """
    return frozenset(name for name, is_worded_so in VOICES.items() if is_worded_so(sentence))
