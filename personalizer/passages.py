"""The sentences of a content that can carry a post, found where they stand in its text.

Texts come as they were published: wrapped at eighty columns, with headings, lists, leftovers
of markup, and the furniture of web pages. What reads as a whole sentence is kept.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from domain.language import Language
from domain.review import Span
from domain.segmentation import sentence_bounds
from personalizer.chaff import is_chaff, leans, tie_length
from personalizer.clauses import has_finite_verb
from personalizer.framing import frame_length
from personalizer.holes import has_hole
from personalizer.interviews import label_length
from personalizer.prefiltered import Prefiltered, Sentence
from personalizer.screening import may_be_passed_on
from personalizer.speakers import spoken_in
from personalizer.tongue import FUNCTION_WORDS, language_of, words
from personalizer.traits import Trait, traits_of
from personalizer.turns import NOBODY, opens_on_a_label, speaker_at

_FEWEST, _MOST = 5, 55
_WRAPPED: Final = 30
_LONGEST_HEADING: Final = 10
_RULE: Final = re.compile(r"\s*(?:-{3,}|={3,})\s*$")
# "on Tuesday, Sept.": the line may end where the sentence does not.
_MAYBE_SHORT: Final = re.compile(r"(?:^|[\s(])[\w.°]{1,5}\.$")
_LITTLE: Final = FUNCTION_WORDS[Language.FRENCH] | FUNCTION_WORDS[Language.ENGLISH]
_LONGEST_SPEECH: Final = 1_500
_PARTICIPLE: Final = re.compile(
    r"\b(?:not )?\w+ed (?=(?:to|by|for|with|in|on|at|as|from|during|after)\b)", re.IGNORECASE
)
_DESCRIBED: Final = re.compile(
    r"\b(?:that|which|who|whose|qui|dont|où)\b.*$", re.IGNORECASE | re.DOTALL
)
_RELATIVE: Final = re.compile(r"\b(?:qui|dont|où)\b", re.IGNORECASE)
_BULLET: Final = re.compile(r"\s*[-*•]\s")
_LEAST_ITEM: Final = 7
# "– les équipes gardent la même salle ;": a French item is a sentence without its capital.
_SMALL: Final = re.compile(
    r"(?:les?|la|l['’]|une?|des|chaque|tou(?:s|te?s?)|plusieurs|nos|notre|on|il (?:faut|suffit))\b"
)
_ITEM_ENDS: Final = " ;,"
_OPENS_WELL: Final = re.compile(r"^[\"“«(]?\s?[A-ZÀ-ÖØ-Þ0-9]")
_ENDS_WELL: Final = re.compile(r"(?<!\.)[.!?][\"”»)]*$")
# Slips of the pen that everybody knows: what has one is quoted by nobody.
_SLIPS: Final = Prefiltered(
    r"\bpleins de\b|\bgrâce a\b"
    r"|\bdébarass|\bl[àa] ou (?!l[àa]\b)|\b(?:a|ont|ai|été|pas) crée\b|quelques temps\b"
    r"|\bparmis\b|\bammen|\bextrêment|\bgateau\b|\blà dedans\b|\by['’]a\b"
    r"|\bpersonalis|\boccurence|\baussir\b|\bsurement\b|\bbiensur\b|\bca (?:marche|fait|va|se)\b"
    r"|\bsensé\w* (?:être|avoir|faire)\b|\bcertain \w+ons\b"
    r"|\bqu[’']on (?:pass|trouv|utilis|mont)é\b"
    r"|\b(?:ces|ses|mes|nos|vos|tes|quelques|plusieurs|une? de leurs)"
    r" (?!quatre|cinq|sept|huit|neuf|\w+ze\b|vingt|trente|cent|mille)(?-i:[a-zà-ÿ]{3,}[^sxz\W\d])\b"
    r"|\btout (?:deux|trois)\b"
    r"|\b(?:en|les|ces|de) (?:deux|trois|quatre|cinq|six|dix)"
    r" (?-i:[a-zà-ÿ]{3,}[^sxz\W\d])(?=\s?[:.,!])"
    r"|\b(?:le|du|un|ce|ton|votre|son|propre) language\b"
    r"|\bit[’']s own\b|\b(?:could|should|would) of\b|\balot\b|\bteh\b",
    re.IGNORECASE,
)
_MARKUP: Final = (
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)[*_](?=\S)([^*_]+)(?<=\S)[*_](?!\w)"), r"\1"),
    (re.compile(r"^\s*(?:[-*•>–]|\d{1,2}[.)])\s+"), ""),
    (re.compile(r"\s+"), " "),
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence a post can be built on: its place, its words on one line, and its traits.

    `leans` says that it only makes sense behind the sentence before it. `speaker` is who says it
    in an interview.
    """

    span: Span
    text: str
    traits: frozenset[Trait]
    leans: bool
    speaker: str | None = None


@lru_cache(maxsize=64)
def passages_of(text: str) -> tuple[Passage, ...]:
    """Return the sentences of a content's text that read whole, in their order."""
    return tuple(_readable(text))


def _readable(text: str) -> Iterator[Passage]:
    seen: set[str] = set()
    whole = unwrapped(text)
    for start, end in _untied(whole):
        speaker = speaker_at(whole, start)
        if speaker == NOBODY:
            continue
        is_listed = _BULLET.match(text[start:end]) is not None
        sentence = _with_capital(plain(text[start:end])) if is_listed else plain(text[start:end])
        if _is_within_speech(text, start):
            continue
        if speaker and opens_on_a_label(sentence):
            continue
        if sentence.casefold() in seen or not _reads_whole(sentence, is_listed=is_listed):
            continue
        seen.add(sentence.casefold())
        yield Passage(Span(start, end), sentence, traits_of(sentence), leans(sentence), speaker)


def _is_within_speech(text: str, at: int) -> bool:
    """Tell whether a sentence stands in the middle of what somebody says: the words are theirs."""
    farthest = max(0, at - _LONGEST_SPEECH)
    before = text[max(farthest, text.rfind("\n\n", farthest, at)) : at]
    opened = any(before.count(left) > before.count(right) for left, right in ("“”", "«»"))
    return opened or before.count('"') % 2 == 1


def _untied(text: str) -> Iterator[tuple[int, int]]:
    for start, end in sentence_bounds(text):
        sentence = text[start:end]
        if _BULLET.match(sentence) and _is_small_item(plain(sentence)):
            yield start, start + len(sentence.rstrip(_ITEM_ENDS))
        elif _BULLET.match(sentence) and _is_only_described(plain(sentence)):
            continue
        elif _OPENS_WELL.search(plain(sentence)):
            begins = label_length(sentence, text)
            begins = begins if begins and _is_said(sentence[begins:]) else 0
            begins += tie_length(sentence[begins:])
            yield start + begins + frame_length(sentence[begins:]), end


def _is_small_item(item: str) -> bool:
    """Tell whether an item without a capital is a sentence: its verb stands before any "qui"."""
    return _SMALL.match(item) is not None and _is_said(item)


def _is_only_described(item: str) -> bool:
    """Tell whether a French item has no verb but those of its "qui": nothing is said of it."""
    is_french = language_of(item) is Language.FRENCH
    return is_french and _RELATIVE.search(item) is not None and not _is_said(item)


def _with_capital(item: Sentence) -> Sentence:
    return Sentence(item[:1].upper() + item[1:]) if _SMALL.match(item) else item


def _is_said(answer: str) -> bool:
    """Tell whether an answer is a sentence of its own: "anybody who can walk" is none."""
    own, spoken = _PARTICIPLE.sub("", _DESCRIBED.sub("", answer)), language_of(answer)
    return any(has_finite_verb(own, one) for one in Language if spoken in (None, one))


def has_slip(sentence: str) -> bool:
    """Tell whether a sentence has a slip of the pen that everybody sees."""
    return _SLIPS.search(sentence) is not None


def unwrapped(text: str) -> str:
    """Return a text of the same length whose lines run on where only the column ended them."""
    lines = text.split("\n")
    joined = [lines[0]]
    for before, line, behind in zip(lines, lines[1:], [*lines[2:], ""], strict=False):
        runs_on = _runs_on(before.strip(), line.strip()) and not _is_heading(line, behind)
        joined += [" " if runs_on else "\n", line]
    return "".join(joined)


def plain(piece: str) -> Sentence:
    """Return a sentence on one line, without its markup."""
    sentence = html.unescape(piece)
    for pattern, replacement in _MARKUP:
        sentence = pattern.sub(replacement, sentence)
    return Sentence(sentence.strip())


def _runs_on(before: str, line: str) -> bool:
    if not before or not line or line[0] in "-*•>#|":
        return False
    if line[0].islower() or _breaks_off(before):
        return True
    if _MAYBE_SHORT.search(before):
        return all(end != len(before) for _, end in sentence_bounds(f"{before} {line}"))
    is_open = before[-1] not in ".!?:;…" and not _opens_anew(line)
    return is_open and (len(before) >= _WRAPPED or before[0].islower())


def _breaks_off(line: str) -> bool:
    """Tell whether a line ends in a little word: it is no heading, and goes on in the next."""
    return line.rsplit(maxsplit=1)[-1].casefold() in _LITTLE


def _is_heading(line: str, behind: str) -> bool:
    """Tell whether a line that nothing ends stands above a blank one: nothing runs on in it."""
    if _RULE.match(behind):
        return True
    ends = line.rstrip()[-1:] not in ".!?:;…,)»”\"'’`" and len(line.split()) <= _LONGEST_HEADING
    return ends and not line[:1].islower() and not behind.strip()


def _opens_anew(line: str) -> bool:
    """Tell whether a line begins with a little word in capitals: a sentence, not its middle."""
    first, _, rest = line.partition(" ")
    known = first.casefold() in _LITTLE and first not in {"I", "A", "À"}
    return known and first.istitle() and rest[:1].islower()


def _reads_whole(sentence: str, *, is_listed: bool) -> bool:
    count = len(sentence.split())
    return (
        _FEWEST <= count <= _MOST
        and (_ENDS_WELL.search(sentence) is not None or (is_listed and _is_item(sentence)))
        and not sentence.isupper()
        and _is_balanced(sentence)
        and not has_hole(sentence)
        and not is_chaff(sentence)
        and not has_slip(sentence)
        and not _is_somebodys(sentence)
        and may_be_passed_on(sentence)
    )


def _is_item(sentence: str) -> bool:
    """Tell whether a line without a mark at its end is a whole sentence all the same.

    The items of a list often are. A heading has no verb, and a line that lost its link ends
    in a little word.
    """
    said = words(sentence)
    is_one = sentence[-1].isalnum() and "." not in sentence
    ends = is_one and len(said) >= _LEAST_ITEM and said[-1] not in _LITTLE
    return ends and any(has_finite_verb(sentence, language) for language in Language)


def _is_somebodys(sentence: str) -> bool:
    """Tell whether a sentence is all between quotation marks, and nobody says whose."""
    return sentence[0] in '"“«‘' and spoken_in(sentence) is None


def _is_balanced(sentence: str) -> bool:
    pairs = (("(", ")"), ("«", "»"), ("“", "”"), ("[", "]"))
    return all(sentence.count(left) == sentence.count(right) for left, right in pairs) and (
        sentence.count('"') % 2 == 0
    )
