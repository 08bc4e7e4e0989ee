"""One short writing tip with each draft: what to do next, never a score of the person."""

import re
from collections.abc import Iterator, Sequence
from zlib import crc32

from domain.drafts import DraftRequest, VoiceFit
from domain.language import Bilingual
from domain.placeholders import placeholder_bounds
from domain.review import Finding, Severity, Verdict
from domain.segmentation import sentences
from domain.voice import VoiceCard
from personalizer.card import last_mark
from personalizer.habits import HASHTAG, LINK
from personalizer.tongue import words
from personalizer.writing import Angle

_FAR = 0.34
_MUCH_LONGER = 1.5
_MANY_WORDS = 8
# A quotation is not the draft's to cut, and what is said in the first person is its author's.
_NOT_OURS = re.compile(r"[«“\"]|\b(?:je|j|moi|mon|ma|mes|nous|i|my|me|we|our)\b", re.IGNORECASE)
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”")
_LONG_OPENING = 180

_OPENING = Bilingual(
    "Coupez votre première phrase en deux : seules les deux premières lignes se voient d’abord.",
    "Cut your first sentence in two: only the first two lines show at first.",
)
_LAST = Bilingual(
    "Relisez la dernière ligne à voix haute : la poseriez-vous à un collègue ? Sinon, changez-la.",
    "Read the last line aloud: would you ask a colleague that? If not, change it.",
)
_ADD = Bilingual(
    "Ajoutez une phrase que seul quelqu’un de votre métier pourrait écrire.",
    "Add one sentence that only somebody in your trade could write.",
)

_FIGURE = Bilingual(
    "Donnez un chiffre que vous connaissez de première main\u00a0: un seul suffit.",
    "Give one figure that you know first-hand: a single one is enough.",
)
_FIRST = Bilingual(
    "Relisez la première ligne seule\u00a0: si elle n’annonce rien, commencez par le fait.",
    "Read the first line alone: if it promises nothing, begin with the fact.",
)
_PICTURE = Bilingual(
    "Si vous joignez une image, décrivez-la en une phrase\u00a0: tout le monde ne la voit pas.",
    "If you add a picture, describe it in a sentence: not everybody sees it.",
)
# Of so many drafts one is told of its mark, where there is something else to say.
_EVERY = 3

_ENDINGS = {
    "?": Bilingual(
        "Vos posts finissent le plus souvent par une question\u00a0: essayez-en une ici.",
        "Your posts mostly end with a question: try one here.",
    ),
    ".": Bilingual(
        "Vos posts finissent le plus souvent par une affirmation\u00a0: essayez-en une ici.",
        "Your posts mostly end with a statement: try one here.",
    ),
    "!": Bilingual(
        "Vos posts finissent le plus souvent par une exclamation\u00a0: essayez-en une ici.",
        "Your posts mostly end with an exclamation: try one here.",
    ),
}


def tip(
    verdict: Verdict,
    fit: VoiceFit | None,
    text: str,
    card: VoiceCard | None = None,
    *,
    turn: int = 0,
) -> Bilingual | None:
    """Return a useful next step for the author of a draft, None if there is none.

    What the charter remarks of the words comes first, then the voice, then a habit of good
    writing; what the charter asks of anything but the words, such as pictures, where no better
    step is known. `turn` says which of several that weigh the same, and one draft in three with
    a mark to fill is told of the mark.
    """
    marked = next(placeholder_bounds(text), None)
    steps = [*_steps(verdict, fit, _without_marks(text), card)]
    if marked is not None and (not steps or turn % _EVERY == 0):
        return _filling(text[slice(*marked)], card)
    return steps[turn // _EVERY % len(steps)] if steps else None


def _without_marks(text: str) -> str:
    """Return a draft without what is still to be filled in: nobody shortens a mark."""
    for start, end in reversed([*placeholder_bounds(text)]):
        text = text[:start] + text[end:]
    return text


def turn_of(angle: Angle, request: DraftRequest) -> int:
    """Return whose turn it is among steps: the same for the same person and angle."""
    return crc32(f"{request.owner}\0{angle.key}".encode())


def _steps(
    verdict: Verdict, fit: VoiceFit | None, text: str, card: VoiceCard | None
) -> Sequence[Bilingual]:
    """Return the steps of the first kind that has any."""
    remarks = [one for one in verdict.findings if one.severity is Severity.WARN]
    at_words = [_answering(one) for one in remarks if one.span is not None]
    is_far = fit is not None and fit.score < _FAR
    voice = [_towards_their_voice(one) for one in fit.features] if fit and is_far else []
    of_card = (_shorter_like_theirs(text, card), _like_their_endings(text, card))
    own = [*voice, *filter(None, of_card)]
    return at_words or own or [_answering(one) for one in remarks] or [*_about(text)]


def _answering(finding: Finding) -> Bilingual:
    return Bilingual(
        f"Avant de publier, regardez ceci\u00a0: {finding.message.fr}",
        f"Before you post, look at this: {finding.message.en}",
    )


def _towards_their_voice(feature: Bilingual) -> Bilingual:
    return Bilingual(
        f"Pour sonner comme vous, regardez ceci\u00a0: {feature.fr}.",
        f"To sound like you, look at this: {feature.en}.",
    )


def _filling(mark: str, card: VoiceCard | None) -> Bilingual:
    """Say what to put for a mark, and how long the author's own sentences are."""
    # Behind its request, a mark may show in brackets a sentence of the author's own.
    asked = mark.strip("[]").partition(":")[2].partition(" (")[0].strip()
    fr = f"Remplacez «\u00a0{asked}\u00a0», entre crochets, par du vécu\u00a0: un lieu, un geste."
    en = f"Replace the bracketed “{asked}” with something lived: a place, a gesture."
    if card is None:
        return Bilingual(fr, en)
    usual = max(1, round(card.sentence_words))
    return Bilingual(
        f"{fr} Une phrase de {usual} mots, comme les vôtres, suffit.",
        f"{en} One sentence of {usual} words, like yours, is enough.",
    )


def _shorter_like_theirs(text: str, card: VoiceCard | None) -> Bilingual | None:
    """Point at a sentence of their draft that is far longer than theirs are."""
    if card is None:
        return None
    own = (one for one in sentences(LINK.sub("", text)) if not _NOT_OURS.search(one))
    longest = max(own, key=lambda one: len(words(one)), default="")
    count, usual = len(words(longest)), max(1, round(card.sentence_words))
    if count < _MUCH_LONGER * usual or count - usual < _MANY_WORDS:
        return None
    begins = " ".join(longest.split()[:4])
    return Bilingual(
        f"Coupez en deux «\u00a0{begins}…\u00a0»\u00a0: {count} mots, les vôtres en font {usual}.",
        f"Cut “{begins}…” in two: it has {count} words, yours have {usual}.",
    )


def _like_their_endings(text: str, card: VoiceCard | None) -> Bilingual | None:
    """Remind the author how they usually end, where this draft ends otherwise."""
    if card is None or not card.closings or last_mark(text) == card.closings[0]:
        return None
    usual = card.closings[0]
    # What asks already needs no other question, wherever in it that stands.
    has_one = usual in "?!" and usual in _QUOTED.sub("", LINK.sub("", text))
    return None if has_one else _ENDINGS.get(usual)


def _about(text: str) -> Iterator[Bilingual]:
    """Yield the habits of good writing that fit a draft."""
    lines = [line for line in LINK.sub("", HASHTAG.sub("", text)).splitlines() if line.strip()]
    if not lines:
        return
    if len(lines[0]) > _LONG_OPENING:
        yield _OPENING
    if lines[-1].rstrip().endswith("?"):
        yield _LAST
    yield _ADD
    if not any(map(str.isdigit, text)):
        yield _FIGURE
    yield from (_FIRST, _PICTURE)
