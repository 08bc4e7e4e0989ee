"""Whether a sentence denounces a pressure to post, and exerts none.

"My boss forces me to post this or I lose my bonus" tells of what its author suffers, and
"everyone must share it, and I find that wrong" condemns it; "everyone must share it" orders.
Every text here is bare and folded.
"""

import re

_POST = (
    r"(?:re)?(?:posts?|posting|share|sharing|like|liking|comment|publish)\b"
    r"|(?:re)?(?:poster|partager|publier)\b|liker\b|relayer\b|commenter\b"
)
# Whoever is made to say it to others passes the pressure on.
_PASSES_ON = (
    r"(?:to |a |de |d')?(?:l[ea]s? |vous )?(?:say|tell|remind|ask|pass|dire|rappeler|redire)"
)
_UNTIL_POST = rf"\b(?! {_PASSES_ON}\b)[^.!?:\n]{{0,40}}\b(?:{_POST})"
_SUFFERED = re.compile(
    r"\b(?:(?:forc|oblig|coerc|pressur)(?:es?|ed|ing)|compels?|compelled|push(?:es|ed)|makes?|made)"
    rf" (?:all (?:of )?)?(?:me|us){_UNTIL_POST}"
    rf"|\border(?:s|ed)? (?:me|us) to{_UNTIL_POST}"
    r"|\b(?:i(?:'m| am| was|'ve been| have been)) (?:being )?(?:forced|obliged|compelled|coerced"
    rf"|pressured|pressurised|ordered|made|bullied) (?:in)?to{_UNTIL_POST}"
    r"|\bwe(?:'re| are| were|'ve been| have been) (?:being )?(?:forced|coerced|pressured|bullied)"
    rf"{_UNTIL_POST}"
    r"|\b(?:threaten|bull(?:y|ies)|blackmail)\w* (?:me|us)\b"
    rf"|\b(?:m'|me |nous )(?:a |ont |avait )?(?:oblige|force|contrai|impose|pousse)\w*{_UNTIL_POST}"
    rf"|\bm'(?:a|ont|avait) (?:ordonne|somme|enjoint) d(?:e\b|'){_UNTIL_POST}"
    r"|\bje (?:suis|me sens|me suis vue?) (?:\w+ )?(?:forcee?|obligee?|contrainte?|tenue?|sommee?)"
    rf"{_UNTIL_POST}"
    rf"|\bnous (?:sommes|etions) (?:\w+ )?(?:force|contraint)e?s{_UNTIL_POST}"
    r"|\b(?:me|nous) menac\w+"
    rf"|\b(?:i|je) refuse (?:to |de |d')(?:{_POST})"
)
_BAD = (
    r"(?:wrong|unfair|unhealthy|unacceptable|shameful|abusive|harassment|illegal|toxic"
    r"|not (?:right|ok|okay|normal|fair|acceptable|healthy)|malsaine?|injuste|anormale?"
    r"|inacceptable|scandaleu(?:x|se)|abusi(?:f|ve)|honteu(?:x|se)|illegale?|toxique"
    r"|du harcelement|pas (?:normal|acceptable|juste|sain))"
)
_IT_IS = (
    r"(?:it is|it's|that is|that's|this is|i find (?:that|this|it)|which (?:is|i find)"
    r"|(?:ce n'est|c'est|il n'est|il est)|je trouve (?:ca|cela|que c'est)|ce qui (?:est|n'est))"
)
_REFUSING = r"(?! (?:to|not|of|de|d'|that you|that some|que vous|que certains)\b| d')"
_CONDEMNED = re.compile(
    rf"\b{_IT_IS} (?:\w+ )?{_BAD}\b{_REFUSING}"
    r"|\b(?:it|this|that|ca|cela) (?:has to|must|should|doit|devrait) (?:stop|end|cesser|s'arreter)"
    r"|\b(?:i|je) (?:denounce|condemn|oppose|deplore|denonce|condamne)\b"
    r"(?! (?:those|anyone|whoever|people|ceux|celles|quiconque|le silence|silence)\b)"
    r"|\b(?:should not|shouldn't|ne devrait pas) (?:depend|have to|dependre)"
)
_CONDEMNS = re.compile(rf"\W*{_IT_IS} (?:\w+ )?{_BAD}\b(?! (?:that|que|to|not|of|de)\b| d'| qu')")
_OTHERS = re.compile(
    r"\b(?:everyone|everybody|all|colleagues?|teams?|employees?|staff|managers?|each|every|tout le"
    r" monde|tous|toutes|chacune?|chaque|collegues?|equipes?|salariee?s?)\b"
)
_YOU = re.compile(r"\b(?:you|your|vous|votre|vos|tu|ton|ta|tes)\b")


def is_denounced(order: str, sentence: str, following: str = "") -> bool:
    """Tell whether the sentence of an order denounces it, or the one that follows."""
    if _SUFFERED.search(sentence) and _OTHERS.search(order) is None:
        return True
    is_condemned = _CONDEMNED.search(sentence) or _CONDEMNS.match(following)
    return is_condemned is not None and _YOU.search(sentence) is None
