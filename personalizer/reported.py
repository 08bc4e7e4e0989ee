"""What the authors of a source say of themselves, told of them: "we decided", "they decided".

What a French one says to "tu" is told of anybody: "tu peux", "on peut".
English verbs agree with "they" as they do with "we". French verbs change, so only the common
ones and those of one stem are turned, and a sentence with any other is left alone.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.language import Language
from personalizer.french_verbs import of_them
from personalizer.prefiltered import Prefiltered

_ENGLISH: Final[Mapping[str, str]] = MappingProxyType(
    {
        "we": "they",
        "us": "them",
        "our": "their",
        "ours": "theirs",
        "ourselves": "themselves",
    }
)
_FRENCH_VERBS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "avons": "ont",
        "sommes": "sont",
        "allons": "vont",
        "faisons": "font",
        "pouvons": "peuvent",
        "devons": "doivent",
        "voulons": "veulent",
        "savons": "savent",
        "avions": "avaient",
        "étions": "étaient",
        "aurons": "auront",
        "serons": "seront",
        "utilisons": "utilisent",
        "proposons": "proposent",
        "travaillons": "travaillent",
        "cherchons": "cherchent",
        "constatons": "constatent",
        "pensons": "pensent",
        "disposons": "disposent",
        "souhaitons": "souhaitent",
        "prenons": "prennent",
        "mettons": "mettent",
        "recevons": "reçoivent",
        "accueillons": "accueillent",
    }
)
_TU_VERBS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "as": "a",
        "es": "est",
        "vas": "va",
        "peux": "peut",
        "veux": "veut",
        "dois": "doit",
        "fais": "fait",
        "sais": "sait",
        "vois": "voit",
        "mets": "met",
        "prends": "prend",
        "connais": "connaît",
        "obtiens": "obtient",
        "souhaites": "souhaite",
    }
)
_TU_ENDINGS: Final[Mapping[str, str]] = MappingProxyType(
    {"ras": "ra", "rais": "rait", "ais": "ait", "es": "e"}
)
_TU: Final = re.compile(
    r"\b(?P<tu>tu) (?P<between>(?:(?:ne|n[’']|y|en|le|la|les|lui|l[’']) ?)*)(?P<verb>[^\W\d_]+)\b",
    re.IGNORECASE,
)
# Behind a verb of one's own and before an infinitive, "te" is the one who acts.
_YOURSELF: Final = re.compile(r"\bte (?=\w+(?:er|ir|re)\b)", re.IGNORECASE)
_QUE_ON: Final = re.compile(r"(?<=qu)e on\b", re.IGNORECASE)
_ALLOWS_YOU: Final = re.compile(
    r"\bte (?=(?:permet|permettent|permettra|permettront) (?:de |d[’']))"
    r"|\bt[’'](?=(?:évite|évitent|évitera) (?:de |d[’']))|\bt[’'](?=(?:aide|aident|aidera) à )",
    re.IGNORECASE,
)
_YOUR: Final = re.compile(r"\b(?:ton|ta|tes)\b", re.IGNORECASE)
_STILL_TU: Final = re.compile(
    r"\b(?:tu|te|toi|je|me|moi|nous|vous|[jmt](?=['’]))\b|permet\w* se ", re.IGNORECASE
)
_SECOND_VERB: Final = re.compile(
    r"\b(?:et|ou|puis|mais) (?:n[’']|ne |y |l[’']|les? |la )?"
    r"(?:\w+(?:es|ras|ais)|as|peux|veux|dois)\b",
    re.IGNORECASE,
)
# "The US Department" is nobody's.
_WE: Final = re.compile(r"\b(?:we|(?!(?-i:US)\b)us|ours?|ourselves)\b", re.IGNORECASE)
_NOUS: Final = re.compile(
    r"\b(?P<nous>nous)(?P<between>(?: n['’]| ne)?)\s?(?P<verb>\w+)", re.IGNORECASE
)
_NOTRE: Final = re.compile(r"\b(notre|nos)\b", re.IGNORECASE)
_OTHER_FRENCH: Final = re.compile(
    r"\b(?:je|me|moi|mon|ma|mes|tu|toi|te|ton|ta|tes|[jmt](?=['’]))\b|-nous\b|\bnous\b",
    re.IGNORECASE,
)
_OTHER_ENGLISH: Final = re.compile(
    r"\b(?:i|me|my|mine|myself|let['’]s|they|them|their|they['’]\w+)\b", re.IGNORECASE
)
# A second verb in the first person plural would stay behind: "nous avons testé et gardons".
_LEFT_BEHIND: Final = Prefiltered(
    r"(?<!les )(?<!des )(?<!ces )(?<!nos )(?<!leurs )(?<!plusieurs )\b(?!\w*(?:raisons|versions"
    r"|options"
    r"|solutions|actions|questions|millions|applications|conditions|fonctions)\b)\w{3,}ons\b",
    re.IGNORECASE,
)


def as_reported(sentence: str, language: Language) -> str | None:
    """Return a sentence of the authors' as told of them, None if it is not theirs or resists."""
    told = _english(sentence) if language is Language.ENGLISH else _french(sentence)
    return None if told == sentence else told


def as_impersonal(sentence: str, language: Language) -> str | None:
    """Return a French sentence said to "tu" as told of anybody, None if it is not or resists."""
    is_tu = _TU.search(sentence) or _ALLOWS_YOU.search(sentence)
    if language is not Language.FRENCH or not is_tu:
        return None
    verbs = [_of_anybody(found["verb"]) for found in _TU.finditer(sentence)]
    if None in verbs or _SECOND_VERB.search(sentence):
        return None
    turned = _QUE_ON.sub("’on", _TU.sub(_anybody, sentence))
    turned = _ALLOWS_YOU.sub("", turned)
    turned = _YOURSELF.sub(lambda found: _like(found.group(), "se "), turned)
    turned = _YOUR.sub(lambda found: _like(found.group(), f"s{found.group()[1:].lower()}"), turned)
    return None if _STILL_TU.search(turned) else turned


def _anybody(found: re.Match[str]) -> str:
    return f"{_like(found['tu'], 'on')} {found['between']}{_of_anybody(found['verb'])}"


def _of_anybody(verb: str) -> str | None:
    """Return the form behind "on" of a verb behind "tu", None where its ending does not tell."""
    known = _TU_VERBS.get(verb.lower())
    if known is not None:
        return known
    ending = next((one for one in _TU_ENDINGS if verb.endswith(one)), None)
    return verb.removesuffix(ending) + _TU_ENDINGS[ending] if ending is not None else None


def _english(sentence: str) -> str | None:
    if _OTHER_ENGLISH.search(sentence):
        return None
    return _WE.sub(lambda found: _like(found.group(), _ENGLISH[found.group().lower()]), sentence)


def _french(sentence: str) -> str | None:
    # "On préserve nos données" told of them would be somebody else's data.
    if not _NOUS.search(sentence):
        return sentence
    turned = _NOUS.sub(_they, sentence)
    turned = _NOTRE.sub(
        lambda found: _like(found.group(), "leur" if found.group().lower() == "notre" else "leurs"),
        turned,
    )
    rest = _OTHER_FRENCH.search(turned) or _LEFT_BEHIND.search(turned)
    return None if rest else turned


def _they(found: re.Match[str]) -> str:
    said = found["verb"].lower()
    verb = _FRENCH_VERBS.get(said) or of_them(said)
    if verb is None:
        return found.group()
    return f"{_like(found['nous'], 'ils')}{found['between']} {verb}".replace("’ ", "’").replace(
        "' ", "'"
    )


def _like(model: str, word: str) -> str:
    return word[:1].upper() + word[1:] if model[:1].isupper() and model != "US" else word
