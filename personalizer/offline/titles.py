"""How a draft names its content: by its title, or by as much of it as says what it is.

Titles come as they were published, at times cut short ("Making rules easier to"), with a part
number or a subtitle behind a colon or a dash.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from domain.addresses import site_of
from domain.content import ContentItem
from domain.language import Language
from personalizer.clauses import word_count
from personalizer.prefiltered import Prefiltered
from personalizer.screening import may_be_named

_UNCITED: Final = re.compile(r"[«»“”\"<>{}|\\]")
# Words between marks of their own stand between other ones within a title's.
_MARKED: Final = re.compile(r"\"(?=\S)([^\"]+)\"|“([^“”]+)”|«\s?([^«»]+?)\s?»")
_TAG: Final = re.compile(r"</?\w+>")
_LONGEST: Final = 22
# A title of few words is a name; one with a colon makes no label before another colon.
_LEAST, _FEW, _SHORT = 2, 4, 6
# "Content debt", "Jacob Harris": of two words before a subtitle nobody knows what is told.
_NAMES: Final = 3
_ENGLISH: Final = frozenset(
    "the a an of to in on for by with and or but from at as into that than is are your our their"
    " its how why what who when where which".split()
)
_FRENCH: Final = frozenset(
    "le la les un une des de du d l à au aux en dans pour par sur avec et ou mais que qui".split()
)
# An English title may end in "a Late Pour"; a French one is at times in English.
_WAITING: Final = {Language.ENGLISH: _ENGLISH, Language.FRENCH: _ENGLISH | _FRENCH}
# A word that says something: "ES6" is the name of a series.
_SAYING: Final = re.compile(r"\b[^\W\d_]{3,}\b")
# "Where the pumps are", "how things are": nothing is waited for.
_SAYS_WHERE: Final = re.compile(
    r"\b(?:where|what|who|how) (?:[\w’'-]+ ){1,6}(?:are|is)$",
    re.IGNORECASE,
)
# "In 3", "a faster, more efficient": what a figure or adjectives announce was cut off.
_CUT: Final = re.compile(
    r"\b(?:in|within|of|for|from|to|en|dans|de|sur|par|pour) \d{1,3}$"
    r"|\b(?:an?|the) (?:\S+, )*(?:more|most|less) \S+$|\ban? \S+er, \S+er$",
    re.IGNORECASE,
)
# What a site adds to all its titles, and where a text stands in its series.
_SITE: Final = re.compile(r"\s+[|•·]\s+[^|•·]*$|\s[–—-]\s(?:le |the )?blog\b.*$", re.IGNORECASE)
_TAIL: Final = re.compile(r"\s[–—-]\s(?P<name>[^–—]{2,40})$")
_LETTERS: Final = re.compile(r"[^a-z0-9]")
_NUMBER: Final = re.compile(
    r"\s*[(\[](?:part(?:ie)?\s)?\d{1,2}\s?(?:/|sur|of)\s?\d{1,2}[)\]]$|^#\d{1,4}\s?[:.–—-]\s",
    re.IGNORECASE,
)
_PART_ENDS: Final = re.compile(
    r"\s?[:–—]\s|\s-\s|\s\((?=[^()]*\)$)"
    # "Making the Draft U.S. Web Standards": no part ends at an initial.
    r"|(?<!\b[A-Z])\.\s"
)
# "Mode d’emploi", "Open House Recap": what kind of text it is tells nothing of what it says. In
# French a word behind it says no more ("Bilan annuel"), in English two before it.
_GENRE: Final = Prefiltered(
    r"(?:modes? d[’']emploi|retours? d[’']expérience|retour sur|bilan|point d[’']étape"
    r"|compte[- ]rendu|guide|tutoriel|dossier|reportage|portrait|entretien|interview"
    r"|témoignages?|communiqué(?: de"
    r" presse)?|actu(?:alité)?s?|zoom|focus|édito(?:rial)?|chronique|billet|tribune|décryptage"
    r"|analyse|en bref|étude de cas|cas (?:client|pratique)|nouveautés?|conseils?|FAQ|rappel|infos?"
    r"|infographie|vidéo|podcast|webinaire|foire aux questions|questions fréquentes|pratique)"
    r"(?: (?!d[eu]s?\b)[\w-]+)?"
    r"|(?:[\w&’'-]+ ){0,2}(?:how[- ]to|guide|recap|round-?up|review|updates?|news|announcement"
    r"|case study|Q&A|interview|profile|spotlight|column|opinion|op-ed|editorial|explain(?:er|ed)"
    r"|tutorial|walkthrough|post-?mortem|retrospective|report|notes|webinar|podcast|video|feature"
    r"|FAQ|checklist|press release|newsletter|digest|highlights)",
    re.IGNORECASE,
)


def title_of(content: ContentItem) -> str | None:
    """Return the title between whose marks a draft names its content, None if it may not be."""
    return _cited(_without_site(content), content.language)


def _without_site(content: ContentItem) -> str:
    """Return a title without the name of its site at its end, where the address tells that name."""
    found = _TAIL.search(content.title)
    if found is None:
        return content.title
    site = (site_of(content.url) or "").split(".")
    named = _LETTERS.sub("", unicodedata.normalize("NFD", found["name"]).casefold())
    is_site = named in {_LETTERS.sub("", one) for one in (*site[:-1], "".join(site))}
    return content.title[: found.start()] if is_site else content.title


# Asked for with each sentence of a content.
@lru_cache(maxsize=256)
def _cited(titled: str, language: Language) -> str | None:
    title = _bare(titled)
    if title.count('"') == 1:
        title = title.replace('"', "")
    title = _whole(title.rstrip(" .:;,–—-"), language)
    if len(title.split()) > _LONGEST:
        title = _telling_part(title)
    is_plain = not any(unicodedata.combining(each) for each in unicodedata.normalize("NFC", title))
    fits = 1 <= len(title.split()) <= _LONGEST and is_plain and may_be_named(title)
    return title if fits and not _UNCITED.search(_MARKED.sub(r"\1\2\3", title)) else None


def short_title_of(content: ContentItem) -> str | None:
    """Return a title that is short enough to stand before a link as its label, None if none is.

    Of a longer one, what stands before its subtitle, or behind the word for its kind of text.
    """
    return _label(_without_site(content), content.language)


@lru_cache(maxsize=256)
def _label(titled: str, language: Language) -> str | None:
    title = _cited(titled, language)
    if title is None or word_count(title) <= (_FEW if ":" in title else _SHORT):
        return title
    first = _first_part(title, language)
    is_label = len(_SAYING.findall(first)) >= _LEAST and _NAMES <= word_count(first) <= _SHORT
    return first if is_label and not _dangles(first, language) else None


def _bare(title: str) -> str:
    """Return a title without markup, the name of its site, its place in a series or own marks."""
    said = " ".join(_TAG.sub("", title).replace("`", "").split())
    bare = _NUMBER.sub("", _SITE.sub("", said))
    # Somebody's words as a whole title stand between the draft's marks alone.
    return _MARKED.sub(r"\1\2\3", bare) if _MARKED.fullmatch(bare) else bare


def _whole(title: str, language: Language) -> str:
    """Return a title without the beginning of a part that was cut off."""
    if not _dangles(title, language):
        return title
    parts = list(_PART_ENDS.finditer(title))
    return title[: parts[-1].start()] if parts else ""


def _first_part(title: str, language: Language) -> str:
    """Return what stands before a subtitle; of two things said, none is the whole."""
    first = _telling_part(title)
    before, _, behind = first.partition(", ")
    is_aside = behind.split(" ")[0].casefold() in _WAITING[language] and ", " not in behind
    return before if is_aside else first


def _telling_part(title: str) -> str:
    """Return the first part of a title that says more than what kind of text it is.

    Somebody's words are no name of a text by themselves either.
    """
    parts = _PART_ENDS.split(title)
    telling = [p for p in parts if not (_GENRE.fullmatch(p) or _MARKED.fullmatch(p))]
    return telling[0][:1].upper() + telling[0][1:] if telling else title


def _dangles(title: str, language: Language) -> bool:
    """Tell whether a title ends in what waits for another word: "the", "of", "and", "in 3"."""
    if _CUT.search(title):
        return True
    if _SAYS_WHERE.search(title):
        return False
    return title.rsplit(" ", maxsplit=1)[-1].casefold() in _WAITING[language]
