"""A voice card measured on somebody's own posts; with fewer than three there is no card."""

import re
import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

from domain.language import Language
from domain.people import Ambassador
from domain.segmentation import sentences
from domain.voice import VoiceCard
from personalizer.connectors import CONNECTORS
from personalizer.habits import EMOJI, HASHTAG, Said, word_count
from personalizer.tongue import FUNCTION_WORDS, language_of, words

LEAST_POSTS: Final = 3
# People change; the newest posts say how they write now.
NEWEST: Final = 20
_TU: Final = re.compile(r"\b(?:tu|toi|ton|ta|tes)\b", re.IGNORECASE)
_VOUS: Final = re.compile(r"\b(?:vous|votre|vos)\b", re.IGNORECASE)
_I: Final = re.compile(r"\b(?:(?i:je|j(?=['’]))|I)\b")
_WE: Final = re.compile(r"\b(?:nous|notre|nos|we|our)\b", re.IGNORECASE)
_MARKS: Final = (";", ":", "…", "—", "–", "(", "«", "“")
# None of them begins as another one does.
_CONNECTS: Final = {
    language: re.compile(rf"({'|'.join(map(re.escape, known))})\b")
    for language, known in CONNECTORS.items()
}
_SHORT: Final = 4
_TELLING_LETTERS: Final = 5
_MANY: Final = 20


def card_of(posts: Sequence[str], language: Language) -> VoiceCard | None:
    """Measure the posts in that language; None with fewer than three."""
    own = readable(posts, language)
    if len(own) < LEAST_POSTS:
        return None
    said = [_Post(post) for post in own]
    lengths = [word_count(one) for post in said for one in post.sentences]
    words_said = sum(word_count(post.prose) for post in said)
    return VoiceCard(
        language=language,
        posts=len(own),
        sentence_words=statistics.median(lengths) if lengths else 0.0,
        characters=int(statistics.median(len(post) for post in own)),
        line_breaks=statistics.median(post.strip().count("\n") for post in own),
        emoji_share=_share(bool(EMOJI.search(post)) for post in own),
        emojis=_commonest(found for post in own for found in EMOJI.findall(post))[:5],
        hashtag_share=_share(bool(HASHTAG.search(post)) for post in own),
        hashtags=int(statistics.median(len(HASHTAG.findall(post)) for post in own)),
        question_share=_share("?" in post.prose for post in said),
        exclamation_share=_share("!" in post.prose for post in said),
        says_tu=_more(_TU, _VOUS, own) if language is Language.FRENCH else None,
        says_we=_more(_WE, _I, own),
        openings=_commonest(post.first_mark for post in said),
        closings=_commonest(post.last_mark for post in said),
        first_words=_shared(_first_words, said),
        last_lines=_shared(_last_line, said),
        connectors=_connectors(said, language),
        commas=round(100 * sum(post.prose.count(",") for post in said) / max(words_said, 1), 2),
        marks=tuple(mark for mark in _MARKS if sum(mark in post for post in own) * 3 >= len(own)),
        vocabulary=_vocabulary(said, language),
    )


def card_for(person: Ambassador, language: Language) -> VoiceCard | None:
    """Return the card somebody keeps in a language, else the one their posts give."""
    kept = next((card for card in person.cards if card.language is language), None)
    return kept or card_of(person.posts, language)


def readable(posts: Sequence[str], language: Language) -> list[str]:
    """Return the newest posts in a language, the ones a voice is measured on.

    One too short to say its language is in the one that most of the others are in.
    """
    told = [(post, language_of(post)) for post in posts if post.strip()]
    among = Counter(found for _, found in told if found is not None)
    takes_doubtful = all(among[language] >= among[other] for other in Language)
    mine = (post for post, found in told if found is language or (found is None and takes_doubtful))
    return list(islice(mine, NEWEST))


def last_mark(post: str) -> str:
    """Return the mark that ends a post's last sentence, "." where there is another or none."""
    return _Post(post).last_mark


@dataclass(frozen=True)
class _Post(Said):
    """A post, and what a card is measured on beside its habits."""

    @cached_property
    def said(self) -> list[str]:
        """Its sentences with a word in them, without emoji."""
        return [one for one in sentences(EMOJI.sub("", self.prose)) if word_count(one)]

    @property
    def first_mark(self) -> str:
        return _mark(next(iter(self.said), ""))

    @property
    def last_mark(self) -> str:
        return _mark(next(reversed(self.said), ""))


def _mark(sentence: str) -> str:
    return next((mark for mark in "?!:" if sentence.rstrip(" »”)").endswith(mark)), ".")


def _share(facts: Iterable[bool]) -> float:
    return round(statistics.fmean(map(float, facts)), 3)


def _commonest(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one, _ in Counter(found).most_common())


def _more(one: re.Pattern[str], other: re.Pattern[str], posts: Sequence[str]) -> bool | None:
    left = sum(bool(one.search(post)) for post in posts)
    right = sum(bool(other.search(post)) for post in posts)
    return None if left == right else left > right


def _shared(part: Callable[[_Post], str], posts: Sequence[_Post]) -> tuple[str, ...]:
    """Return what stands at the same place of two posts or more, the commonest first."""
    found = Counter(part(post) for post in posts)
    return tuple(one for one, times in found.most_common(5) if one and times > 1)


def _first_words(post: _Post) -> str:
    first = next(iter(post.said), "")
    opening = re.match(r"[^\W\d_]+(?:['’][^\W\d_]+)?(?:\s+[^\W\d_]+(?:['’][^\W\d_]+)?)?", first)
    return opening.group() if opening else ""


def _last_line(post: _Post) -> str:
    lines = [line.strip() for line in post.prose.splitlines() if word_count(line)]
    return lines[-1] if len(lines) > 1 and word_count(lines[-1]) <= 2 * _SHORT else ""


def _connectors(posts: Sequence[_Post], language: Language) -> tuple[str, ...]:
    openings = (one.casefold().replace("'", "’") for post in posts for one in post.said)
    found = Counter(known[1] for one in openings if (known := _CONNECTS[language].match(one)))
    return tuple(one for one, _ in found.most_common(8))


def _vocabulary(posts: Sequence[_Post], language: Language) -> tuple[str, ...]:
    held = Counter(
        word
        for post in posts
        for word in set(words(post.prose))
        if len(word) >= _TELLING_LETTERS and word not in FUNCTION_WORDS[language]
    )
    return tuple(word for word, times in held.most_common(_MANY) if times > 1)
