"""Platform limits: length, hashtags, emoji, letters nobody can read aloud, alternative text."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import ClassVar

from domain.content import ImageQuestion
from domain.language import Bilingual, Language
from domain.platforms import Platform
from domain.review import Circumstances, Finding, Repair, Severity, Span
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.lexicon import words_of
from guardrails.platform_rules import EMOJI, LIMITS, overflow
from guardrails.reading import Reading, fold_term

_HASHTAG = re.compile(r"(?<![\w&/])#(\w*[^\W\d_]\w*)")
_STYLED = "\U0001d400-\U0001d7ff\u24b6-\u24e9\U0001f130-\U0001f169\uff21-\uff3a\uff41-\uff5a"
# White on black: a few are signs of their own ("🅿"), so that only a run of them is a word.
_REVERSED = "\U0001f150-\U0001f169\U0001f170-\U0001f189"
_DISGUISED = re.compile(
    rf"[{_STYLED}]+(?:[ \u00a0'’-]?[{_STYLED}]+)*|(?:\w[\u0332\u0333\u0335-\u0338]+ ?){{2,}}"
    rf"|(?:[{_REVERSED}]\ufe0f?){{3,}}"
)
_OF_REVERSED = {first + at: ord("A") + at for first in (0x1F150, 0x1F170) for at in range(26)}
# Behind a letter of ours a selector chooses nothing; emoji, keycaps and ideographs need theirs.
_SELECTORS = (
    "(?<=[A-Za-z\u00aa-\u02af\u0370-\u04ff\u1e00-\u1eff])"
    "[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]+"
)
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\u3164\ufeff"
    f"\uffa0\U000e0000-\U000e007f]+|{_SELECTORS}"
)
# Each of them is one of these; a letter, a quotation mark or a dash is not.
_MAY_BE_INVISIBLE = re.compile("[\u00ad\u034f-\u200f\u2028-\u202e\u2060-\U0010ffff]").search
_MAY_BE_STYLED = re.compile(rf"[{_STYLED}{_REVERSED}\u0332\u0333\u0335-\u0338]")
# Every emoji holds one of these; a quotation mark or a dash is none of them.
_MAY_BE_EMOJI = re.compile("[\u00a9\u00ae\u203c-\U0010ffff]").search
_LONG_HASHTAG, _ENDLESS = 8, 60

_TOO_LONG = Bilingual(
    fr="Ce texte dépasse ce que la plateforme accepte : ce qui suit serait perdu.",
    en="This text is longer than the platform takes: what follows would be lost.",
)
_SHORTEN = Bilingual(
    fr="Retirez au moins %d caractères : coupez une phrase ou un détail, ou gardez-le pour un autre"
    " post.",
    en="Take at least %d characters away: cut a sentence or a detail, or keep it for another post.",
)
_KEEP_FEW = Bilingual(fr="Gardez-en %d au plus.", en="Keep %d at most.")
_TYPE_AGAIN = Bilingual(fr="Effacez-le et retapez le mot.", en="Delete it and type the word again.")
_DESCRIBE = Bilingual(
    fr="Répondez-y sur la plateforme, ou retirez l'image.",
    en="See to it on the platform, or take the image away.",
)
_HASHTAGS = Bilingual(
    fr="Trop de mots-dièse : gardez ceux que des gens suivent vraiment.",
    en="Too many hashtags: keep those that people really follow.",
)
_EMOJI = Bilingual(
    fr="Trop d'émojis : un lecteur d'écran les énonce tous.",
    en="Too many emoji: a screen reader says every one of them.",
)
_LETTERS = Bilingual(
    fr="Ces lettres décorées sont illisibles pour un lecteur d'écran et pour la recherche.",
    en="Screen readers and search cannot read these decorated letters.",
)
_HIDDEN = Bilingual(
    fr="Des caractères invisibles se cachent ici : supprimez-les.",
    en="Invisible characters hide here: delete them.",
)
_CAMEL = Bilingual(
    fr="Une capitale à chaque mot rend ce mot-dièse lisible à voix haute.",
    en="A capital for each word lets this hashtag be read aloud.",
)
_ALT = Bilingual(
    fr="Vos images ont-elles un texte alternatif ? Il les raconte à qui ne les voit pas.",
    en="Do your images have alternative text? It tells them to those who cannot see them.",
)

_IMAGE_QUESTIONS: Mapping[ImageQuestion, Bilingual] = {
    ImageQuestion.RIGHTS: Bilingual(
        fr="Avez-vous le droit d’utiliser cette image ? Sa licence n’est pas connue.",
        en="Do you have the right to use this image? Its licence is not known.",
    ),
    ImageQuestion.PEOPLE_AGREED: Bilingual(
        fr="Les personnes visibles sur l’image sont-elles d’accord ? Rien ne le dit.",
        en="Have the people shown in the image agreed? Nothing says so.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformLimits:
    """Report what a platform would cut off, and what some readers could not read.

    `limits` overrides lengths by platform, counted as `guardrails.platform_rules` says.
    """

    kind: ClassVar[str] = "platform_limits"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str = "CH-28"
    severity: Severity = Severity.FIX
    most_hashtags: int = 3
    most_emoji: int = 3
    limits: Mapping[Platform, int] = field(default_factory=dict)

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per fault, at the place where it begins to be one."""
        text, platform = reading.text, circumstances.platform
        limit = self.limits.get(platform, LIMITS[platform])
        if (beyond := overflow(platform, text, limit)) is not None:
            too_many = _told(_SHORTEN, reading.language, len(text) - beyond)
            yield self._advised(_TOO_LONG, Span(beyond, len(text)), too_many)
        yield from self._hashtags(text, reading.language)
        emoji = [one.span() for one in EMOJI.finditer(text)] if _MAY_BE_EMOJI(text) else []
        if len(emoji) > self.most_emoji:
            few = _told(_KEEP_FEW, reading.language, self.most_emoji)
            yield self._advised(_EMOJI, Span(*emoji[self.most_emoji]), few)
        yield from self._letters(text, emoji, reading.language)
        yield from self._images(circumstances, reading.language)

    def _hashtags(self, text: str, language: Language) -> Iterator[Finding]:
        hashtags = list(_HASHTAG.finditer(text)) if "#" in text else []
        if len(hashtags) > self.most_hashtags:
            few = _told(_KEEP_FEW, language, self.most_hashtags)
            yield self._advised(_HASHTAGS, Span(*hashtags[self.most_hashtags].span()), few)
        for hashtag in hashtags[: self.most_hashtags]:
            if camel := _in_camel_case(hashtag[1]):
                span = Span(*hashtag.span())
                yield self._finding(_CAMEL, span, f"#{camel}", severity=Severity.WARN)

    def _images(self, circumstances: Circumstances, language: Language) -> Iterator[Finding]:
        told = _DESCRIBE.in_language(language)
        if circumstances.lacks_alternative_text and circumstances.platform is not Platform.INTERNAL:
            yield self._advised(_ALT, None, told, severity=Severity.WARN)
        for question in sorted(circumstances.image_questions):
            asked = _IMAGE_QUESTIONS[question]
            yield self._advised(asked, None, told, severity=Severity.WARN)

    def _letters(
        self, text: str, emoji: list[tuple[int, int]], language: Language
    ) -> Iterator[Finding]:
        if _MAY_BE_STYLED.search(text):
            for match in _DISGUISED.finditer(text):
                plain = _plain(match.group())
                yield self._finding(_LETTERS, Span(*match.span()), plain)
        for match in _INVISIBLE.finditer(text) if _MAY_BE_INVISIBLE(text) else ():
            # The last emoji that begins no later is the only one it can stand in.
            before = bisect_right(emoji, (match.start(), len(text)))
            if not before or match.end() > emoji[before - 1][1]:
                told = _TYPE_AGAIN.in_language(language)
                yield self._advised(_HIDDEN, Span(*match.span()), told)

    def _advised(
        self, message: Bilingual, span: Span | None, told: str, *, severity: Severity | None = None
    ) -> Finding:
        finding = self._finding(message, span, told, severity=severity)
        return replace(finding, repair=Repair.ADVISE)

    def _finding(
        self,
        message: Bilingual,
        span: Span | None,
        suggestion: str | None = None,
        *,
        severity: Severity | None = None,
    ) -> Finding:
        return Finding(
            rule=self.clause,
            check=self.kind,
            severity=severity or self.severity,
            message=message,
            span=span,
            suggestion=suggestion or None,
            repair=Repair.REPLACE,
        )


def _told(advice: Bilingual, language: Language, number: int) -> str:
    return advice.in_language(language) % number


def _plain(text: str) -> str:
    composed = unicodedata.normalize("NFKC", text.translate(_OF_REVERSED).replace("\ufe0f", ""))
    return "".join(c for c in composed if not "\u0332" <= c <= "\u0338").strip()


def _in_camel_case(hashtag: str) -> str | None:
    """Return a hashtag of several words with a capital for each, None if it is fine as it is."""
    if not (hashtag.islower() and hashtag.isalpha() and _LONG_HASHTAG <= len(hashtag) <= _ENDLESS):
        return None
    bare = fold_term(hashtag)
    words = words_of(bare) if len(bare) == len(hashtag) else ()
    if len(words) < 2:  # noqa: PLR2004 - one word needs no capitals inside
        return None
    starts = [sum(map(len, words[:at])) for at in range(len(words) + 1)]
    return "".join(hashtag[a:b].capitalize() for a, b in pairwise(starts))
