"""What organisations' news is made of, and the graded sentences, mostly of blogs, hardly show.

News tells what changed, by how much, and what was learned; around it stand hours, registration,
who the organisation is, and a few words before anything is said. Each cue counts fixed log odds,
set by hand: no grade teaches them.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.content import ContentItem
from personalizer.figures import DATE
from personalizer.passages import Passage
from personalizer.prefiltered import Prefiltered


def _cue(*ways: str) -> Prefiltered:
    return Prefiltered("|".join(ways), re.IGNORECASE)


_CLOCK: Final = r"\b\d{1,2}(?:[.:]\d\d)? ?(?:a\.?m\b|p\.?m\b|noon)|\b\d{1,2} ?h(?: ?\d\d)?\b"
_DAY: Final = (
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"
    r"|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?\b"
)
_NUMBER: Final = (
    r"(?:[£$€]? ?\d[\d.,\u00a0\u202f]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|fifteen|twenty|thirty|forty|fifty|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix"
    r"|onze|douze|quinze|vingt|trente|quarante|cinquante)"
)
# Where to go, when, and how to ask for a place.
_PRACTICAL: Final = _cue(
    r"\binscri(?:ption|vez)",
    r"\b\d+ (?:places?|personnes?|connexions) (?:maximum|au plus|disponibles?)\b",
    r"\bdans la limite (?:de|des) (?:\d+ )?(?:places?|connexions)\b",
    r"\b(?:créneaux?|ateliers?|webinaires?|sessions?|réunions?|permanences?|journées?|visites?)\b"
    r"[^.]{0,40}\b(?:ouvert|fixé|prévu|gratuit|a lieu|ont lieu|aura lieu|auront lieu)\w*",
    r"\bwebinaires?\b|\bwebinars?\b|\bportes ouvertes\b|\bdrop-?in\b|\bfree to attend\b",
    r"\b(?:online session|information evening|open evening)\b",
    r"\b(?:est|sont) (?:à retrouver|disponibles? (?:sur|auprès|à)|en téléchargement"
    r"|téléchargeables?|à déposer|à réserver)\b|\bauprès (?:du|de la|des) (?:bureau|accueil"
    r"|secrétariat|guichet)",
    r"\b(?:espace|compte) (?:adhérent|abonné|client|personnel)\b|\brubriques? [A-ZÉ«]",
    r"\b(?:can|may) be (?:downloaded|found|booked|obtained|requested|reserved)\b"
    r"|\bavailable (?:from|on|at) (?:the|our|www)\b",
    r"\b(?:no booking|booking is|seats? (?:are|is) limited|places are limited|registration"
    r"|opening hours|reserve (?:a|your)|sign-?ups?)\b",
    r"\bopen(?:s|ed)? (?:from )?\d|\bouvert\w* (?:de|du|le|les|tous|au public)\b"
    r"|\bhoraires? (?:d['’]ouverture|:)",
    r"\b(?:monday|tuesday) to (?:friday|saturday|sunday)\b|\bdu lundi au (?:vendredi|samedi)\b",
    r"^(?:vous (?:êtes|avez)\b[^.]*[?:]|si vous passez\b|if you(?:['’]re| are| could| would)\b"
    r".*\b(?:come|call|join|visit|evening|session))",
)
# An appointment: a day and an hour that nothing has happened at yet.
_AT_AN_HOUR: Final = Prefiltered(_CLOCK, re.IGNORECASE)
_ON_A_DAY: Final = Prefiltered(_DAY, re.IGNORECASE)
_TO_COME: Final = _cue(
    r"\b(?:will|we['’]re|are|is|sera|seront|est|sont|aura|auront|a lieu|ont lieu|held on)\b"
)
_HAPPENED: Final = _cue(
    r"\b(?:was|were|had|came|went|did|\w{3,}ed|était|étaient|avait|avaient|(?:a|ont) \w+(?:é|i"
    r"|u)e?s?)\b"
)
# Who the organisation or the author is, what is no advice, what a picture shows.
_STANDING: Final = _cue(
    r"^(?:about|à propos d)",
    r"\b(?:créée?|fondée?|founded|established) (?:en|in) (?:1[89]|20)\d\d\b",
    r"\b(?:emploie|employs) (?:environ |about |some )?\d",
    r"\b(?:is|est) (?:a|an|une?) (?:registered|non-?profit|staff|senior|principal|free|association"
    r"|entreprise|société|mutuelle|cabinet|établissement)\b",
    r"\b(?:has|have) been with \w+ since\b|\bcolumn appears\b|\b(?:her|his) last column\b",
    r"\bportée générale\b|\bne constitue(?:nt)? pas\b|\bnot a substitute\b"
    r"|\bgeneral information\b|\b(?:legal|medical|financial) advice\b",
    r"^(?:photo|picture|légende|caption|crédit)|\bleft to right\b|\bde g\. à d\b",
    r"\b(?:on|nous) recrut|\bwe(?:['’]re| are) (?:hiring|recruiting)\b|\bpage carrières\b"
    r"|\bl['’]annonce est\b",
    r"\b(?:gave us permission|avec (?:son|leur) accord)\b",
)
# What is said before anything is: who was asked, that it is time, thanks.
_THROAT: Final = _cue(
    r"\bit['’]s (?:that )?time (?:for|to|of year)\b|\bthat went (?:quickly|fast)\b",
    r"\bwe (?:sat down|caught up|spoke|talked) (?:with|to)\b|\bwe asked (?!for\b)\w+ \w+ (?:to"
    r"|about)\b",
    r"\bthank(?:s| you) (?:to|for)\b|\bmerci à\b|^aux \d",
    r"\b(?:nous avons|on a) (?:posé|rencontré|demandé à|interrogé|recueilli)\b",
    r"\bretour sur\b|\btour d['’]horizon\b|\bdécryptage\b|\bje vais commencer\b"
    r"|\bautant (?:le dire|les? rendre)\b",
    r"\b(?:this (?:page|guide|note|update)|la présente note|cette page) (?:is|summari|est|a|fait"
    r"|pré)",
    r"\ba lot of you asked\b|\bi should say\b|\bpour ceux qui\b|\bfor those new\b",
)
# What is only planned.
_PLANNED: Final = _cue(
    r"\bà l['’]étude\b|\b(?:est|sont) (?:prévue?s?|envisagée?s?|programmée?s?)\b|\bdevis\b",
    r"\bpour (?:le printemps |l['’]automne |la rentrée )?20\d\d\b|\bà (?:partir|compter) (?:de"
    r"|du)\b",
    r"\bwill (?:be|run|trial|start|write|look|open|close|have|continue)\b|\bis planned\b",
    r"\b(?:se poursuit|se poursuivra|sera|seront) \w+",
)
# From how much to how much.
_CHANGED: Final = _cue(
    rf"\b(?:pass|tomb|mont|descend|ramen|rédui|redescend)\w* (?:de|d['’]|sous|à) ?{_NUMBER}\b",
    rf"\b(?:recul|baiss|augment|progress|chut|diminu|gagn|perd|économis|grimp|croî?)\w*"
    rf" (?:de |d['’]|en moyenne de |environ )?(?:près de |plus de |environ )?{_NUMBER}\b",
    rf"\ben (?:hausse|baisse|recul|progression) de {_NUMBER}",
    rf"\bcontre {_NUMBER}\b|{_NUMBER} ?\S{{1,8}} de (?:moins|plus) qu",
    rf"\bfrom (?:about |around |an average of |perhaps )?{_NUMBER}\b.{{1,30}}\b(?:to|down to|up to)"
    rf" (?:about |around )?{_NUMBER}\b",
    rf"\b(?:fell|fallen|dropped|rose|risen|grew|grown|cut|gone|went|came|come|moved)"
    rf" (?:\w+ ){{0,2}}(?:from|to|by) (?:about |around |more than )?{_NUMBER}\b",
    r"\b(?:down|up|saved|reduced|fewer|reduction of) (?:by |about |around )?[£$€]? ?\d",
    r"\d[^.]{0,40}\b(?:the year before|last year|compared with|l['’]an dernier"
    r"|un an plus tôt|par rapport à)\b",
    rf"\b(?:had|avions|avait|étaient)\b.{{1,30}}{_NUMBER}.{{1,40}}\b(?:before"
    rf"|avant)\b.{{1,30}}{_NUMBER}\b",
    r"\bont disparu\b|\b(?:did not|n['’]\w+ pas|ne \w+ plus) (?:leave|bougé)\b",
)
# A share of a whole: what was found.
_SHARE: Final = _cue(
    rf"\b{_NUMBER}\s(?:\w+\s){{0,2}}sur {_NUMBER}\b|\bsur (?:les )?\d[\d\u00a0\u202f ]*\w+,? ",
    rf"\b{_NUMBER} (?:in|out of|of (?:the|our)) {_NUMBER}\b|^of (?:the|our) \d",
    r"\d ?(?:%|percent) (?:des|de|du|d['’]|of)\b|\b(?:la moitié|un tiers|un quart|half"
    r"|a third) (?:des|de|of)\b",
)
# The lesson, said outright.
_LEARNED: Final = _cue(
    r"\b(?:on aurait (?:dû|pu)|il aurait fallu|nous aurions dû|j['’]aurais dû)\b",
    r"\ble vrai (?!que)\w+|\bla vraie \w+|\bl['’]erreur la plus\b|\bla leçon\b"
    r"|\bce qu['’]on retient\b",
    r"\bce qu(?:e|['’]) ?(?:j['’]ai|nous avons|on a|les \w+) [^,]{0,30}\b(?:appris|retenu"
    r"|apprécient)\b",
    r"\bwhat (?:changed|surprised|we learned|i learned|got)\b|\bthe lesson\b|\btaught (?:us|me)\b",
    r"\bshould(?:n['’]t)? have\b|\bturn(?:s|ed) out\b|\bthe (?:real|big) \w+|\bthe difference is\b",
    r"\bwould(?:n['’]t)? have (?:failed|caught|been|saved)\b",
)
# What nobody passes on of their own employer before all else.
_TROUBLE: Final = _cue(
    r"\b(?:déficits?|surcoûts?|deficits?|shortfalls?|over budget|wrote off|write-?offs?)\b",
    r"\b(?:rents?|loyers?|costs?|coûts?|factures?|bills?)\b[^.]{0,40}\b(?:went up|rose|risen"
    r"|augment\w+)\b",
)
# One half of a comparison: the other one stands behind it.
_HALF: Final = _cue(
    r"^(?:before (?:we|that|this|it)\b|avant(?: que| d['’]| de|,)|en 20\d\d, année de référence)"
    r"|\b(?:the (?:old|former|previous)|l['’]ancienne?) .*\b(?:was|were|had|était|avait)\b",
    r"\b(?:first|second|premi(?:er|ère)|deuxième) (?:search|try|attempt|essai|recherche|version)\b",
)
_ODDS: Final[Mapping[str, tuple[Prefiltered, float]]] = MappingProxyType(
    {
        "standing": (_STANDING, -3.0),
        "throat": (_THROAT, -2.0),
        "planned": (_PLANNED, -0.8),
        "half": (_HALF, -1.0),
        "trouble": (_TROUBLE, -0.8),
        "changed": (_CHANGED, 1.2),
        "share": (_SHARE, 0.5),
        "learned": (_LEARNED, 0.8),
    }
)
_PRACTICAL_ODDS: Final = -2.5
_TITLE_FIGURE: Final = 1.2
_FIGURES: Final = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w.,]*\w|-)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def news_odds(passage: Passage, content: ContentItem) -> float:
    """Return what the cues of news speak for or against a sentence, in log odds."""
    said = passage.text
    odds = sum(odds for cue, odds in _ODDS.values() if cue.search(said))
    if is_practical(said) and not is_practical(content.title):
        odds += _PRACTICAL_ODDS
    return odds + _TITLE_FIGURE * bool(_figures(said) & _figures(content.title))


def is_practical(said: str) -> bool:
    """Tell whether a sentence says where to go, when, or how to ask for a place."""
    if _PRACTICAL.search(said):
        return True
    appoints = _AT_AN_HOUR.search(said) and _ON_A_DAY.search(said) and _TO_COME.search(said)
    return bool(appoints) and not _HAPPENED.search(said)


def _figures(text: str) -> set[str]:
    """Return the figures of a text that are no year and no single digit."""
    found = _FIGURES.findall(DATE.sub(" ", text))
    return {one for one in found if len(one) > 1 and not _YEAR.fullmatch(one)}
