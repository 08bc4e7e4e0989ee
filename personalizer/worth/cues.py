"""Words by which a sentence shows what it is: an order, an aside, a reason, a step at hand.

Each cue is one feature that the judge weighs; none decides anything by itself. What is looked for
in French is looked for in English as well, by one pattern.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from personalizer.prefiltered import Prefiltered


def _cue(*ways: str) -> Prefiltered:
    return Prefiltered("|".join(ways), re.IGNORECASE)


# How a sentence stands to the one before it, and to those who read it.
_STANDING: Final = {
    "points": _cue(
        r"\b(?:this|that(?=,|\.|$| (?:is|was|way|one))|these|those|such|ce(?:tte|t|s)?"
        r"|cel(?:ui|le|les)|ceux|ceci|cela|ça|ci|là|y|en question)\b",
        r"\bc['’](?=est|était)",
    ),
    "i": _cue(r"\b(?:I|me|my|mine|myself|je|moi|mon|ma|mes)\b", r"\b[jm]['’]"),
    "we": _cue(r"\b(?:we|our|ours|us|nous|notre|nos)\b"),
    "you": _cue(
        r"\b(?:you|your|yours|yourself|vous|votre|vos|tu|toi|ton|ta|tes)\b",
        r"\bt['’](?=[aeiouyé])",
    ),
    "in_our_case": _cue(
        r"\b(?:in (?:our|my) case|our (?:example|case)|dans (?:notre|mon|ce) cas|pour l['’]exemple"
        r"|notre (?:exemple|cas|code|composant|application|projet|fichier))\b"
    ),
}
# How it opens says much of what comes: a moment and a step, or what is so at any time.
_OPENING: Final = {
    "opens_tied": _cue(
        r"^(?:et|mais|ou|or|car|donc|ainsi|alors|puis|ensuite|enfin|bref|du coup|en effet|en fait"
        r"|en plus|de plus|par contre|en revanche|pourtant|cependant|toutefois|sinon|aussi"
        r"|d['’](?:abord|ailleurs)|par exemple|bien sûr|finalement|certes|blague à part"
        r"|plus sérieusement|and|but|so|yet|then|also|still|now|finally|instead|however|therefore"
        r"|thus|moreover|besides|for (?:example|instance)|of course|in fact|first|second|third"
        r"|next)\b"
    ),
    "opens_on_pronoun": _cue(
        r"^\W*(?:it|they|he|she|this|that|these|those|its|their|ils?|elles?|cel\w+|ce(?:tte|t|s)?"
        r"|ceux|ça|c['’])\b"
    ),
    "opens_on_time": _cue(
        r"^(?:in (?:the|early|late|\d|[jfmasond]\w+ \d)|on (?:the|day|\w+day)|during|after|before"
        r"|over the|by the|at the|as of|once|when|since|while|until|for the (?:first|last|past)"
        r"|en (?:\d|premier)|lors|lorsque?|après|avant|pendant|depuis|au (?:début|départ|bout|fil)"
        r"|à (?:l['’]époque|la fin|partir|chaque)|une fois|quand|dès)\b"
    ),
    "opens_on_many": _cue(
        r"^(?:les|des)\b",
        r"^[a-z]+(?:[ -][a-z]+)?s (?:are|do|don|have|can|need|must|should|tend|often|aren)\b",
    ),
    "opens_on_we": _cue(r"^(?:we|our|nous|notre|nos|on)\b"),
}
# What it does: it orders, shows how, announces, thanks, tells what happened.
_DOING: Final = {
    "orders": _cue(
        r"^(?:(?:pour|si|une fois|quand|lorsque|dans|ensuite|puis|enfin)\b[^,]{0,90}, )?"
        r"(?!(?:chez|assez|nez|rez)\b)\w{2,}ez\b[- ](?:le|la|les|vous|une?|des|du|au|à|en|pas|donc"
        r"|votre|vos|ce|cette)\b",
        r"^(?:please |then |just |simply )?(?:use|add|make|create|run|open|click|go|take|try|check"
        r"|see|read|write|set|put|keep|start|choose|pick|give|get|ask|consider|avoid|remember|note"
        r"|think|look|find|let|don['’]t|do not|be sure|include|install|download|copy|save|select"
        r"|enter|follow|visit|share|send|tell|help|learn|join|apply|test|build|define|identify"
        r"|plan)\b (?!is|are|was)",
    ),
    "needs": _cue(
        r"\b(?:il (?:faut|faudra|suffit|convient)|(?:on|vous|nous) (?:doit|devez|devons|devra"
        r"|devrez)|(?:you|we) (?:need|have|must|should) |you['’]ll (?:need|want|have)|we['’]ll"
        r"|you will)\b"
    ),
    "at_hand": _cue(
        r"\b(?:install\w*|télécharg\w+|download\w*|clon(?:e[rz]?|ing)|playground|codepen|jsfiddle"
        r"|fichiers?|files?|dossiers?|répertoires?|director(?:y|ies)|folders?|repositor\w+"
        r"|commandes?|terminal|options?|paramètres?|parameters?|arguments?|propriétés?"
        r"|propert(?:y|ies)|méthodes?|fonctions?|variables?|boutons?|buttons?|onglets?|tabs?"
        r"|menus?|formulaires?|forms?|cli(?:ck|que)\w*|ligne \d|line \d|par défaut|by default"
        r"|renvoie|retourne|returns?|appel(?:er|le|ée?|ons)|attribut\w*|attributes?|objets?"
        r"|balises?|tags?|console|plugins?)\b"
    ),
    "example": _cue(
        r"\b(?:exemples?|examples?|for instance|e\.g|such as|imagin\w+|suppos\w+|cf)\b"
    ),
    "announces": _cue(
        r"\b(?:plusieurs|différentes?|deux|trois|quatre|quelques|certaine?s?|several|two|three"
        r"|four|five|some|a few|many|different|various|a number of|a couple of) (?:\w+ )?"
        r"(?:manières|façons|étapes|raisons|choses|points|cas|solutions|possibilités|types|options"
        r"|commandes|principes|ways|reasons|things|steps|questions|lessons|tips|methods|approaches"
        r"|kinds|goals)\b",
        r"\b(?:voici|voilà|here (?:are|is)|as follows|comme suit|in this (?:section|part))\b",
    ),
    "of_the_text": _cue(
        r"\b(?:articles?|billets?|posts?|blog|tutoriels?|tuto|guide|vidéo|talk|documentation|docs?"
        r"|sections?|chapitre|séries?|series|lire|read|voir|see)\b"
    ),
    "thanks": _cue(
        r"\b(?:thank(?:s|ful)?|grateful|appreciat\w+|congratulat\w+|kudos|shout-?outs?|excited"
        r"|proud|thrilled|pleased|hono[u]?red|credits?|remerci\w+|merci|bravo|félicit\w+|heureux"
        r"|ravis?|fiers?)\b"
    ),
    "happened": _cue(
        r"\b(?:was|were|had|did|went|came|took|made|got|began|held|met|said|wrote|\w{3,}(?<!ne)ed"
        r"|était|étaient|avait|avaient|\w{3,}(?:aient|ait)"
        r"|(?:ai|as|a|avons|avez|ont) (?:\w+ )?\w+(?:é|i|u|is|it)|fut|furent)\b"
    ),
    "will": _cue(
        r"\b(?:will|going to|plan(?:s|ned|ning)? to|\w+['’]ll"
        r"|(?:va|vont|allons|allez|vais) \w+(?:er|ir|re)|\w{3,}(?:era|erez|erons|eront|ira|irez))\b"
    ),
    "would": _cue(
        r"\b(?:would|could|might|maybe|perhaps|peut-être|pourr(?:ait|aient|iez)"
        r"|ser(?:ait|aient)|aur(?:ait|aient))\b"
    ),
}
# What it says: a reason, a rule, a limit, a judgement, a finding.
_SAYING: Final = {
    "reason": _cue(
        r"\b(?:car|parce|puisqu\w*|afin|permet\w*|grâce|évit\w+|because|since|so that|helps?"
        r"|helped|allow\w*|enabl\w+|lets|avoid\w*|ensur\w+|mak(?:es|ing)|means?|leads? to|result\w*"
        r"|caus\w+|in order|pour que|ce qui|signifie|therefore|donc)\b"
    ),
    "brings_about": _cue(
        r"\b(?:leads? to|results? in|because|makes? it|creat(?:es|ed|ing)|means that|which means"
        r"|so that|by \w+ing|without \w+ing|en (?:\w+ant)|ce qui|rend(?:re|ent)?|d['’]où"
        r"|entraîn\w+|provoqu\w+|évit\w+)\b"
    ),
    "limits": _cue(
        r"\b(?:inconvénients?|limites?|défauts?|faiblesses?|problèmes?|contraintes?|difficultés?"
        r"|pièges?|risques?|erreurs?|difficile|compliqué\w*|complex\w*|manque\w*|drawbacks?"
        r"|limit(?:ed|s|ations?)|downsides?|problems?|issues?|challeng\w+|difficult\w*|pitfalls?"
        r"|trade-?offs?|risks?|mistakes?|errors?|hard(?:er)?|fail\w*|lack\w*|barriers?"
        r"|cost(?:s|ly)?)\b"
    ),
    "negates": _cue(
        r"\b(?:not|never|no|nobody|nothing|none|ne|jamais|rien|aucune?|ni|sans)\b",
        r"n['’]t\b|\bn['’]",
    ),
    "not_but": _cue(
        r"\b(?:not|n['’]est pas|ne \w+ pas|rather than|instead of|plutôt que|au lieu de"
        r"|pas seulement|isn['’]t|aren['’]t|never)\b.*(?:\bbut\b|\bmais\b|,)",
        r", (?:not|pas|et non) ",
    ),
    "rule": _cue(
        r"\b(?:always|never|every|each|all|any|everyone|most|often|usually|generally|tend to"
        r"|toujours|jamais|chaque|tous|toutes|tout|la plupart|souvent|généralement|en général"
        r"|quel que soit|n['’]importe)\b"
    ),
    "opinion": _cue(
        r"\b(?:important\w*|essential\w*|essenti\w+|key|crucia\w+|vital|necessary|nécessaires?"
        r"|valuable|useful|utiles?|powerful|puissant\w*|intéressant\w*|interesting|bon(?:ne)?s?"
        r"|good|great|better|mieux|meilleur\w*|simple\w*|easy|easier|facile\w*|rapide\w*|fast\w*"
        r"|effective\w*|efficac\w+|successful\w*|avantages?|benefits?|advantages?|intérêt|goal"
        r"|objectif|but)\b"
    ),
    "compares": _cue(
        r"\b(?:more|less|fewer|better|worse|than|plus|moins|mieux|pire|autant|davantage"
        r"|as \w+ as|aussi \w+ que|largement|beaucoup|much|far|\w{3,}ier|faster|slower|larger"
        r"|smaller|higher|lower)\b"
    ),
    "gradual": _cue(
        r"\bthe (?:more|less|\w{3,}er)\b.*\bthe (?:more|less|\w{3,}er)\b",
        r"\bplus \w+.*, (?:plus|moins)\b",
    ),
    "superlative": _cue(
        r"\b(?:(?:le|la|les) (?:plus|moins|mieux)|most|least|\w{3,}est|first|premi\w+|seule?s?"
        r"|only|uni\w+)\b"
    ),
    "defines": _cue(
        r"^\W*(?:(?:the|an?|le|la|les|une?|des|l['’])\s?)?(?:[\w.’'-]+\s){1,5}?(?:is an?|are|is the"
        r"|means|refers to|est une?|est l[ea]|sont des|désigne|consiste|signifie|n['’]est)\b"
    ),
    "is_so": _cue(r"\b(?:is|are|isn['’]t|aren['’]t|est|sont|restent?|n['’]est)\b"),
    "must": _cue(
        r"\b(?:must|should|shouldn['’]t|needs? to|has to|have to|doit|doivent|devrait|devraient"
        r"|faut|required?|nécessit\w+)\b"
    ),
    "able": _cue(
        r"\b(?:can|cannot|can['’]t|able|peut|peuvent|permet\w*|offr\w+|allow\w*|enabl\w+|lets)\b"
    ),
    "believes": _cue(
        r"\b(?:I (?:think|believe|learned|realized)|we (?:believe|think|know|learned|found|want)"
        r"|je (?:pense|crois|suis convaincue?|trouve)|(?:pour|selon) moi|à mon avis"
        r"|nous (?:pensons|croyons))\b"
    ),
    "finds": _cue(
        r"\b(?:found|learned|discovered|realized|noticed|showed?|shows|reveal\w*|suggest\w*"
        r"|concluded|proved|reduced?|increased?|saved?|cut|grew|appris|découvert|constaté|montre\w*"
        r"|révèle\w*|prouv\w+|rédui\w+|augment\w+|gagn\w+|pass\w+ de)\b"
    ),
    "people": _cue(
        r"\b(?:people|users?|citizens?|customers?|teams?|developers?|designers?|agenc(?:y|ies)"
        r"|organi[sz]ations?|public|staff|colleagues?|managers?|communit(?:y|ies)|gens|personnes?"
        r"|utilisat(?:eurs?|rices?)|développeu(?:rs?|ses?)|équipes?|clients?|citoyens?|entreprises?"
        r"|collègues?|employés?|salariés?|communauté)\b"
    ),
    "work": _cue(
        r"\b(?:work\w*|design\w*|research\w*|develop\w*|project\w*|product\w*|process\w*|learn\w*"
        r"|chang\w+|improv\w*|travail\w*|projets?|produits?|conception|recherche|développ\w+"
        r"|apprend\w*|apprentissage|amélior\w+|évolu\w+)\b"
    ),
}
CUES: Final[Mapping[str, Prefiltered]] = MappingProxyType(
    {**_STANDING, **_OPENING, **_DOING, **_SAYING}
)
# Counted, with capitals as they stand.
COUNTED: Final[Mapping[str, Prefiltered]] = MappingProxyType(
    {
        "code": Prefiltered(r"\b[a-z]+[A-Z]\w*|\w_\w|\w\.[a-z]|[@#<>{}=]|\(\)|\b\d+px"),
        "joined_names": Prefiltered(r"\b[A-Z][a-z]+[A-Z]\w*"),
        "names": Prefiltered(r"(?<=[a-zà-ÿ,;] )[A-ZÀ-Þ][a-zà-ÿ]+"),
        "digits": Prefiltered(r"\d+"),
    }
)
