"""Whether a sentence states something: what neither the source nor the notes say has to show.

A sentence states something where a verb of it tells what is, was or will be so, and words of it
tell of what. A greeting, a link, a question, the frame before a colon and what its author says
of themselves state nothing here: the last is the business of `own_words`.
"""

import re
from collections.abc import Set as AbstractSet
from typing import Final

from domain.language import Language
from guardrails.reading import fold_term

# Fewer words that nobody said are a turn of phrase: "C'est tout l'enjeu."
_FEWEST = 2
_FRAME: Final = re.compile(r"[?:…→👇⤵⬇][\s»”\")\]\ufe0f]*$")
_OF_THE_READER: Final = re.compile(
    r"\b(?:j['’]|(?:je|vous|tu|I|you|let['’]s|here (?:is|are)|voici|voilà)\b)",
    re.IGNORECASE,
)
_OBJECT_FR: Final = (
    r"(?= (?:les?|la|une?|des|ce|cet|cette|ces|sa|ses|leurs?|\d[\d,.]*|deux|trois|quatre|cinq"
    r"|dix|plusieurs|chaque)\b| l['’])"
)
_NO_VERB_FR: Final = (
    r"(?!(?:entre|contre|comme|outre|même|toute|encore|presque|autre|chaque|quelque|que|parce"
    r"|lorsque|puisque|une|cette|notre|votre|quatre|de|le|me|te|se|ne|ce)\b)"
)
_VERB: Final = {
    Language.FRENCH: re.compile(
        r"\b(?:est|sont|était|étaient|sera|seront|serait|seraient|ont|avait|avaient|aura|auront"
        r"|aurait|vont?|va|allait|peut|peuvent|pourra|pourront|doit|doivent|devra|devront|veut"
        r"|veulent|fait|font|faut|faudra|devient|deviennent|reste|restent|permet|permettent|prend"
        r"|prennent|met|mettent|tient|tiennent|vient|viennent|sait|savent|reçoit|reçoivent|perd"
        r"|perdent|rend|rendent|vend|vendent|coûte|coûtent|existe|existent|avons|sommes|allons"
        r"|ouvre|démarre|arrive|commence|augmente|emploie|produit|réduit|dispara[iî]t)\b"
        r"|(?<![Ll]['’])\ba (?!l['’])(?:\w+ )?\w{2,}(?:é|i|u|is|it|ert)e?s?\b"
        r"|(?<!une )(?<!un )(?<!le )(?<!la )(?<!les )(?<!des )\b\w{3,}(?:aient|eront|iront|dront)\b"
        r"|[sx] (?!\w*ment\b)\w{2,}ent\b"
        rf"|\b\w+ {_NO_VERB_FR}\w{{2,}}e\b{_OBJECT_FR}"
    ),
    Language.ENGLISH: re.compile(
        r"\b(?:is|are|was|were|has|have|had|will|would|can|could|must|should|may|might|does|did"
        r"|isn['’]t|aren['’]t|wasn['’]t|won['’]t|can['’]t|doesn['’]t|went|got|made|took|gave"
        r"|became|began|grew|rose|fell|left|came|said|told|sold|bought|built|won|lost|ran|hired"
        r"|opens?|closes?|starts?|employs|makes|takes|gives|becomes|grows|comes|sells|buys|costs"
        r"|needs|remains|keeps|means|doubles|works)\b"
        r"|[a-z]{2} \w{2,}ed\b"
        r"|\b\w+ \w{2,}[^s\W]s (?=(?:the|an?|its|their|his|her|this|these|\d[\d,.]*|two|three"
        r"|four|five|ten|every|each|several)\b)",
        re.IGNORECASE,
    ),
}
_COMMON: Final = {
    Language.FRENCH: frozenset("le la les un une des du et est dans pour qui que sur au".split()),
    Language.ENGLISH: frozenset("the of and to is in that for on with an by was are its".split()),
}
_LONGEST_READ: Final = 4_000


def states(sentence: str, language: Language) -> bool:
    """Tell whether a sentence says that something is so, and not only of its author or reader."""
    if _FRAME.search(sentence[-20:]) or _OF_THE_READER.search(sentence):
        return False
    return _VERB[language].search(sentence) is not None


def is_told(words: AbstractSet[str], known: AbstractSet[str]) -> bool:
    """Tell whether what gave a text most of its words may have given these, or they are few."""
    new = words - known
    return len(new) < _FEWEST or 2 * len(new) <= len(words)


def is_written_in(text: str, language: Language) -> bool:
    """Tell whether a text has more of the little words of a language than of the other's."""
    words = re.findall(r"[^\W_]+", fold_term(text[:_LONGEST_READ]))
    counts = {one: sum(word in common for word in words) for one, common in _COMMON.items()}
    return counts[language] == max(counts.values())
