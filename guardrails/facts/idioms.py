"""Numbers that are manners of speaking: "24/7", "mille mercis", "my two cents", "clé de douze"."""

import re
from typing import Final

from guardrails.facts.digits import is_in

_MINUTES: Final = r"(?:petites? |short |little |good )?(?:minutes?|min|secondes?|seconds?)(?!\w)"
_FEW: Final = rf"(?:une?|deux|trois|cinq|dix|an?|one|two|three|five|ten|\d{{1,2}}) {_MINUTES}"
_TO_READ: Final = (
    r"(?:read|watch|look|listen|(?:le |la |les |l')?(?:lire|regarder|ecouter|parcourir)"
    r"|(?:lis|lisez|regardez?|ecoutez?|parcourez))(?!\w)"
)
# A tool is called by its size, and nobody counted anything with it.
_SIZE: Final = (
    r"(?:\d{1,2}|huit|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf)"
)
_EN_SIZE: Final = r"(?:\d{1,2}|eight|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)"
_TOOL: Final = (
    rf"cle(?:f|fs|s)?(?: (?:plate|a pipe|mixte|allen|a molette))? de {_SIZE}(?!\d| ?mm)"
    rf"|(?<!\d ){_EN_SIZE}[- ](?:spanner|wrench)\b"
)
# Whoever weighs in, praises or agrees measures nothing; "two cents a kilowatt-hour" is a price.
_NO_NOUN_BEHIND: Final = (
    r"(?=\s*(?:[^\w\s-]|$)| (?:pour|a|au|aux|et|for|to|and|from|on|of the day|d'office)\b)"
)
_PRAISE: Final = (
    r"(?:(?:my|our|his|her|their|your|add|adding|throw in) (?:own )?(?:two|2)|(?:^|[.!?\n:] ?)two)"
    r" cents\b(?! (?:an? |per |each|more|less|off|in |of every))"
    rf"|(?:ten|10) (?:out of|for) (?:ten|10){_NO_NOUN_BEHIND}"
    rf"|(?:dix|10) sur (?:dix|10){_NO_NOUN_BEHIND}|(?:vingt|20) sur (?:vingt|20){_NO_NOUN_BEHIND}"
    rf"|(?<![\d/])(?:10/10|20/20){_NO_NOUN_BEHIND}"
    r"|(?:a |to )?(?:100 ?%|cent pour cent|one hundred per ?cent|100 percent)"
    r" (?:d'accord|convaincue?|partante?|agree|with you|behind (?:you|this|that|it)|convinced)\b"
    r"|d'accord a (?:100|200|1000) ?%|\bagree (?:100|200|110) ?%"
)
# Many, or nothing that could be counted: only spelled, as nobody writes them in figures.
_MANY: Final = (
    r"les cent pas\b(?! d)|a cent a l'heure|aux cent coups|les quatre cents coups"
    r"|sur (?:mon|son|ton|leur|notre|votre) trente(?:-et-| et )un\b|des mille et des cents"
    r"|a mille lieues|mille et une?\b"
    r"|trente-six (?:idees?|choses|facons|manieres|solutions|trucs|chandelles|fois|mille|chemins)\b"
    r"|midi a quatorze heures|mille (?:choses|raisons|facons|bravos|pensees|bises)\b"
    r"|(?:vaut|valent) mille mots|treize a la douzaine|les douze travaux|dix doigts\b"
    r"|forty winks|twenty questions|ten fingers\b|ten a penny|(?:ten|nineteen) to the dozen"
    r"|worth a thousand words|a (?:thousand|hundred|million) (?:miles away|reasons|things)"
    r"|a million (?:ideas|questions)|a hundred miles an hour|(?:hundred and ten per ?cent|(?:give"
    r"|gave|giving) 110 ?%)(?! (?:of|more|less)\b)"
    r"|one in a million|nine[- ]to[- ]five"
)
# What a reader is asked for, and nobody measured: "give it two minutes and it is full" is a claim.
_A_MOMENT: Final = (
    rf"{_FEW} (?:of your time|de (?:votre|ton) temps)(?!\w)"
    rf"|(?:worth|vaut|valent|meritent?|vaudra) (?:bien |largement |vraiment |well )?{_FEW}"
    r" (?:de lecture|d'attention|to read)(?!\w)"
    rf"|(?:(?:it's|it is|that's|ca|cela|il|elle) (?:well )?(?:worth|vaut|merite)"
    rf" (?:bien |largement |vraiment )?{_FEW}(?= ?(?:[.!?…\n]|$)))"
    r"|(?:give (?:it|me|us)|lend me|spare me|take|prenez|accordez|donnez)(?:-(?:nous|moi|lui))?"
    rf" {_FEW}"
    r" (?:of your|from your|de votre|sur votre) (?:day|evening|morning|week|journee|soiree|semaine)"
    r"|(?:si vous avez|si tu as|if you have|if you've got|spare me|prenez|accordez|donnez"
    r"|give (?:it|me|us)|lend me|take)(?:-(?:nous|moi|lui))?"
    rf" {_FEW},? ?(?:(?:to|and|pour|et) )?{_TO_READ}"
)
# "Saves ten minutes of your time" and "takes five minutes of your time" are measured.
_MEASURED: Final = re.compile(
    r"(?:sav(?:es?|ed|ing)|gain\w*|gagn\w+|economis\w+|recup\w+|back|w[io]ns?|earn\w*|liber\w+"
    r"|free[sd]?|rend(?:ent)?|los(?:es?|t)|perd\w*|costs?|cout\w+|takes|taking|took|prend|prennent"
    r"|pris|demand\w+|requires?|needs?|exig\w+|dure\w*|lasts?|uses?|only|epargn\w+)(?: \w+){0,3} $"
)
_A_TIME: Final = re.compile(r" (?:min|second)")
_REACH: Final = 40
_IDIOM: Final = re.compile(
    rf"(?<!\w)(?:{_A_MOMENT}|{_TOOL}|{_PRAISE}|{_MANY}"
    r"|24 ?h? ?/ ?24|24/7|7 ?j? ?/ ?7|50/50|4x4|360 ?°"
    r"|mille (?:mercis|fois|excuses)|cent fois|a (?:thousand|hundred|million) (?:thanks|times)"
    r"|industrie 4[.,]0|industry 4[.,]0|zero (?:dechet|carbone|defaut|emission)s?"
    r"|[2-6]g(?!\w)|[234]d(?!\w)|5s(?!\w))"
)
A_GREAT_ONE: Final = re.compile(r" (?:million|milliard|billion|trillion)\b")
"""Behind "one" or "un": "one million" counts, as "one" alone hardly ever does."""
# For RE2: one of these stands in every one.
_MAY_BE: Final = (
    r"of your time|de (?:votre|ton) temps|worth |vaut |valent |merite|vaudra |si vous avez"
    r"|si tu as|if you|spare me|prenez|accordez|donnez|give |lend me|take "
    r"|24 ?h? ?/ ?24|24/7|7 ?j? ?/ ?7|50/50|4x4|360"
    r"|mille |cent fois|a (?:thousand|hundred|million) "
    r"|industrie 4[.,]0|industry 4[.,]0|zero |[2-6]g|[234]d|5s"
    r"|\bcle(?:f|fs|s)? |spanner|wrench| cents\b|(?:ten|10) (?:out of|for) (?:ten|10)"
    r"|(?:dix|10|vingt|20) sur (?:dix|10|vingt|20)|10/10|20/20|d'accord|convaincu|partant|agree"
    r"|with you|behind |convinced|cent pas|a cent a|cent coups|trente|midi a quatorze|treize a la"
    r"|douze travaux|dix doigts|forty winks|twenty questions|ten fingers|ten a penny|to the dozen"
    r"|hundred |110|in a million|nine[- ]to"
)


def take_idioms(text: str, taken: bytearray) -> None:
    """Take the places of a bare folded text where a number counts nothing."""
    for match in _IDIOM.finditer(text) if is_in(_MAY_BE, text) else ():
        start, end = match.span()
        before = max(0, start - _REACH)
        if not (_A_TIME.search(match[0]) and _MEASURED.search(text, before, start)):
            taken[start:end] = b"\1" * (end - start)
