"""One short writing tip with each draft: what to do next, never a score of the person."""

from domain.drafts import VoiceFit
from domain.language import Bilingual
from domain.placeholders import placeholder_bounds
from domain.review import Finding, Severity, Verdict
from domain.voice import VoiceCard
from personalizer.card import last_mark
from personalizer.habits import HASHTAG, LINK

_FAR = 0.34
_LONG_OPENING = 180

_FILL = Bilingual(
    "Remplacez le passage entre crochets par un détail vécu : un lieu, une date, un geste suffit.",
    "Replace the bracketed passage with one lived detail: a place, a date or a gesture is enough.",
)
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
    verdict: Verdict, fit: VoiceFit | None, text: str, card: VoiceCard | None = None
) -> Bilingual | None:
    """Return the most useful next step for the author of a draft, None if there is none.

    A placeholder to fill comes first, then what the charter remarks, then the voice. Where their
    card has something to say of that step, it is said.
    """
    if next(placeholder_bounds(text), None) is not None:
        return _FILL if card is None else _filling_like(card)
    remark = next((one for one in verdict.findings if one.severity is Severity.WARN), None)
    if remark is not None:
        return _answering(remark)
    if fit is not None and fit.score < _FAR and fit.features:
        return _towards_their_voice(fit)
    return _like_their_endings(text, card) or _about(text)


def _answering(finding: Finding) -> Bilingual:
    return Bilingual(
        f"Avant de publier, regardez ceci\u00a0: {finding.message.fr}",
        f"Before you post, look at this: {finding.message.en}",
    )


def _towards_their_voice(fit: VoiceFit) -> Bilingual:
    feature = fit.features[0]
    return Bilingual(
        f"Pour sonner comme vous, regardez ceci\u00a0: {feature.fr}.",
        f"To sound like you, look at this: {feature.en}.",
    )


def _filling_like(card: VoiceCard) -> Bilingual:
    """Say how long the author's own sentences are, to fill a mark with one like them."""
    words = max(1, round(card.sentence_words))
    return Bilingual(
        f"{_FILL.fr} Vos phrases ont d’habitude {words} mots\u00a0: une seule peut suffire.",
        f"{_FILL.en} Your sentences usually have {words} words: one may be enough.",
    )


def _like_their_endings(text: str, card: VoiceCard | None) -> Bilingual | None:
    """Remind the author how they usually end, where this draft ends otherwise."""
    if card is None or not card.closings or last_mark(text) == card.closings[0]:
        return None
    return _ENDINGS.get(card.closings[0])


def _about(text: str) -> Bilingual | None:
    lines = [line for line in LINK.sub("", HASHTAG.sub("", text)).splitlines() if line.strip()]
    if not lines:
        return None
    if len(lines[0]) > _LONG_OPENING:
        return _OPENING
    return _LAST if lines[-1].rstrip().endswith("?") else _ADD
