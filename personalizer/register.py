"""How a sentence speaks: as somebody talks to a friend, or as anybody may report it.

Slang, an aside in brackets, a sentence that leans on what was being said: in an article they are
its author's voice; behind "the article notes that" they would be somebody else's. They are quoted
at most, and told by nobody. Of the sentences these cues find in the graded articles, seven in ten
are not to be told alone.
"""

import re
from typing import Final

_SLANG: Final = re.compile(
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
_TURNS_TO_READER: Final = re.compile(
    r"(?:blague à part|plus sérieusement|pour (?:faire|être) (?:simple|honnêtes?|court|clair)"
    r"|à vrai dire|en gros|certes|comme (?:je|on) (?:vous|le|l['’]|disai)|je (?:dis|voudrais|vais"
    r"|prends|ne vais)\b|j['’](?:espère|avoue)|dommage|yes|bon\b|avant de (?:rentrer|commencer|se"
    r"|partir)|(?:vous|tu) (?:vous|te) (?:doutez|doutes|demandez|demandes|souvenez)"
    r"|to be (?:fair|honest|clear)|frankly|honestly|naturally|okay|once again|as always|anyway"
    r"|believe it or not|you (?:can|may|might) (?:imagine|wonder|think|ask|say))\b",
    re.IGNORECASE,
)
# Half a sentence: the other half stands before it.
_HALF: Final = re.compile(
    r"(?:sauf (?:que|qu['’]|si)|surtout (?:si|lorsqu\w*|quand|qu\w*)|que ce soit|encore qu\w*"
    r"|qui\b(?![^?]*\?)|pas \w+(?:er|ir)\b|plutôt \w+ pour|au point qu\w*|histoire d\w*|de quoi"
    r"|permet(?:tant)? d\w*"
    r"|même si\b(?![^,]*,)|mais pas|et pas|ou alors|not to mention|let alone|even better|even so"
    r"|as well as|except|especially|including|turns out|or more)\b",
    re.IGNORECASE,
)
_IMAGINED: Final = re.compile(
    r"\b(?:imagine[rz]?|imaginons|suppose[rz]?|supposons|admettons|mettons que|hypoth[eé]ti\w+"
    r"|let['’]s say|picture (?:a|yourself|this)|pretend|on pourrait (?:croire|penser)"
    r"|vous imaginez|you (?:might|may) think)\b",
    re.IGNORECASE,
)


def is_spoken(sentence: str) -> bool:
    """Tell whether a sentence is worded as people talk: slang, fillers, a smile."""
    return _SLANG.search(sentence) is not None


def has_aside(sentence: str) -> bool:
    """Tell whether its author says something between brackets to their reader."""
    return _ASIDE.search(sentence) is not None


def turns_to_reader(sentence: str) -> bool:
    """Tell whether a sentence opens on how its author comes to say it."""
    return _TURNS_TO_READER.match(sentence) is not None


def is_half(sentence: str) -> bool:
    """Tell whether a sentence is the second half of the one before it."""
    return _HALF.match(sentence) is not None


def is_imagined(sentence: str) -> bool:
    """Tell whether a sentence makes something up, or tells what one might wrongly believe."""
    return _IMAGINED.search(sentence) is not None
