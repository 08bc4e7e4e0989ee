"""Sentences of a source that no draft passes on, whatever the charter in force says.

A published text may praise, promise or give a telephone number in its own name; in the mouth
of an employee the same sentence breaks the rules every charter starts from. The review comes
later and decides; this only keeps the writer from choosing what it would refuse.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from domain.organization import Organization
from personalizer.prefiltered import Prefiltered

_UNPROVEN: Final = r"""
    leaders?|leading|n\s?[°º]\s?1|num[ée]ro\s+(?:1|un)|number\s+(?:1|one)|\#1|meilleure?s?|best(?![\s-]practices?)
    |(?:le|la|les)\s+(?:tou(?:t|te|s|tes)\s+)?(?:plus|moins)\s+\w+|the\s+(?:most|least|very)
    |(?:larg|bigg|great|fast|strong|simpl|easi|smart|high|cheap|new|lat)est
    |unique|in[ée]gal\w+|incomparable\w*|incontournable\w*|in[ée]dit\w*|ultime\w*|ultimate
    |r[ée]volution\w*|garanti\w*|guarantee\w*|parfait\w*|perfect\w*|exceptionn?el\w*
    |extraordina\w+|formidable\w*|g[ée]nia(?:l|le|les|ux)|incroyable\w*|incredibl\w+|amazing\w*
    |awesome|fantasti\w+|merveill\w+|excellent\w*|id[ée]ale?\w*|unmatched|unrivalled|unparalleled
    |world[-\s]class|cutting[-\s]edge|state[-\s]of[-\s]the[-\s]art|ground\w*breaking
    |game[-\s]chang\w+|100\s?%|premi(?:er|ère)\s+(?:au\s+monde|mondial)
    |first[-\s]ever|record[-\s]breaking|(?:new|all-time|sales|un|nouveau)\s+records?|record\s+(?:year|high|sales)|sans\s+risque|risk[-\s]free|flawless\w*|immense\w*|crucial\w*
"""
_FEELING: Final = r"""
    fi(?:er|ère)s?|fiert[ée]|ravie?s?|heureu(?:x|se|ses)|bonheur|passionn[ée]\w*|honor[ée]e?s?
    |proud\w*|pride|excit(?:ed|ing|ement)|thrill\w*|delight\w*|honou?red|happy|passionate|humbled
    |lov(?:e|ed|es|ing)|ador\w+|aim(?:e|ons|é|ait)|hate[ds]?|d[ée]test\w+|enchant[ée]\w*
"""
_GREEN: Final = r"""
    [ée]colog\w+|[ée]co[-\s]?(?:responsable|friendly|conception)\w*|durables?|durabilit[ée]
    |carbone?|neutralit[ée]|net[-\s]zero|climat\w*|sustainab\w+|green(?:er|est)?|eco
    |environnement(?!s?\s(?:de\s)?(?:d[ée]v|test|prod|travail|recette|ex[ée]cution|virtuel|node|ruby|python))\w*
    |environmental\w*|biod[ée]grad\w+|recycl\w+|plan[èe]te|planet|vertueu\w+
"""
_PRIVATE: Final = r"""
    confidenti\w+|usage\s+interne|ne\s+pas\s+diffuser|non[-\s]disclosure|internal\s+(?:only|use)
    |nda|secr(?:et|ets|ète|ètes)|mots?\s+de\s+passe|passwords?|credentials?|api\s+key
    |identifiants?|intranet|firewall|pare[-\s]feu|vpn|exploit\w*|vulnerabilit\w+|vuln[ée]rabilit\w+
"""
_DELICATE: Final = r"""
    malad\w+|m[ée]dic(?:al|ament|ale|aux)\w*|cancer\w*|chimio\w*|handicap\w*|enceinte|grossesse
    |illness\w*|disease\w*|disab\w+|pregnan\w+|medicine\w*|drugs?|relig\w+|syndica\w+|unions?
    |polit(?:ique|iques|ics|ical|ician|icians|icien|iciens)|[ée]lections?|vot(?:e|er|ers|ed|ing|ent|ez|ons)
    |d[ée]put[ée]s?|ministres?|republican\w*|democrats?|ethnic\w*|ethni\w+|rac(?:e|es|ial|isme|ism)
    |sexe|sexual\w*|gender|(?<!ce\s)genre|gay|jeunes?|young\w*|vieux(?!\sde\s\d)|alcool\w*|alcohol\w*|tabac|tobacco
    |casino\w*|gambl\w+|cr[ée]dits?|loans?|bourse|dividend\w*|actionnaires?|sharehold\w*|investi\w+
    |invest\w*|profits?|b[ée]n[ée]fices?|revenue|acqui(?:sition|red|res)|merge[rd]s?|rachat|licenci\w+
    |layoffs?|gr[èe]ves?|strikes?|mort\w*|death|kill\w*|war|guerre|armes?|weapons?
"""
_RUDE: Final = r"""
    putain|\w*merd\w+|conn(?:ards?|asses?|eries?)|chi(?:er|ant\w*)|foutre|foutu\w*|bordel|d[ée]gueulass\w*|(?:trop|vraiment|super|c['’]est)\s+nuls?
    |inutiles?|useless|idiot\w*|stupid\w*|imb[ée]cil\w+|d[ée]bil\w+|crap|shit\w*|fuck\w*|damn|hell|dumb|lame|sucks?
    |bullshit|wtf|lol|mdr|hein|ouais|pourri\w*|moche\w*|cra(?:de|ch[ée]e?s?)|ugly|terrible|horrible\w*
"""
_REFUSED: Final = Prefiltered(
    rf"(?<!\w)(?:{_UNPROVEN}|{_FEELING}|{_GREEN}|{_PRIVATE}|{_DELICATE}|{_RUDE})(?!\w)",
    re.IGNORECASE | re.VERBOSE,
)
_RUDELY: Final = Prefiltered(rf"(?<!\w)(?:{_RUDE})(?!\w)", re.IGNORECASE | re.VERBOSE)
_CONTACT: Final = Prefiltered(
    r"[\w.+-]+@[\w-]+|https?://|www\.|(?<!\w)(?:\+\d{1,3}|0\d)(?:[\s.-]?\d{2,4}){3,}"
    r"|\b\d{1,3}(?:\.\d{1,3}){3}\b|\b[A-Z]{2}\d{2}(?:\s?\w{4}){3,}"
)


def may_be_passed_on(sentence: str) -> bool:
    """Tell whether a sentence of a source may be quoted or told in somebody's own post."""
    return not (_REFUSED.search(sentence) or _CONTACT.search(sentence))


def may_be_named(title: str) -> bool:
    """Tell whether a title may stand between marks as the name of a text, whatever it praises."""
    return not (_RUDELY.search(title) or _CONTACT.search(title))


def names_what_is_guarded(sentence: str, organization: Organization) -> bool:
    """Tell whether a sentence touches what this company does not have spoken about."""
    return touches(sentence, guarded(organization))


def touches(sentence: str, subjects: Sequence[str]) -> bool:
    """Tell whether a sentence has one of these subjects in it, as whole words in any case."""
    pattern = subjects_in(subjects)
    return pattern is not None and pattern.search(sentence) is not None


def subjects_in(subjects: Sequence[str]) -> re.Pattern[str] | None:
    """Return what finds one of these subjects in many sentences, None where there is none."""
    return _pattern_of(tuple(subjects)) if subjects else None


@lru_cache(maxsize=256)
def _pattern_of(subjects: tuple[str, ...]) -> re.Pattern[str] | None:
    named = [re.escape(subject.strip()) for subject in subjects if subject.strip()]
    pattern = rf"(?<!\w)(?:{'|'.join(named)})(?!\w)"
    return re.compile(pattern, re.IGNORECASE) if named else None


def speaks_of(text: str, subjects: Sequence[str]) -> bool:
    """Tell the same of a text somebody wrote: a plural and a hashtag are the subject too."""
    return next(spoken_of(text, subjects), None) is not None


def spoken_of(text: str, subjects: Sequence[str]) -> Iterator[str]:
    """Yield the words by which a text speaks of one of these subjects."""
    named = [one.strip() for one in subjects if one.strip()]
    pieces = (r"\s+".join(map(re.escape, re.split(r"\s+", one.replace("’", "'")))) for one in named)
    pattern = rf"(?<!\w)(?:{'|'.join(f'{one}(?:s|x|es)?' for one in pieces)})(?!\w)"
    if named:
        found = re.finditer(pattern, text.replace("’", "'"), re.IGNORECASE)
        yield from (text[match.start() : match.end()] for match in found)


def guarded(organization: Organization) -> Sequence[str]:
    """Return what this company does not have spoken about."""
    competitors = (name for one in organization.competitors for name in one.names)
    embargoed = (one.topic for one in organization.embargoes)
    return [
        *organization.confidential_terms,
        *organization.clients_not_allowed,
        *organization.frozen_topics,
        *competitors,
        *embargoed,
    ]
