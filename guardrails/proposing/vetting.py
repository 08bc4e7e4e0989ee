"""Believing nothing of what a model suggests: only what stands in the policy becomes a clause.

A citation has to be found in the document as it is written, and is widened to the sentence it
stands in; forbidden words have to stand in that sentence; nothing may speak to a machine.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.language import Language
from domain.segmentation import sentence_bounds
from guardrails.charter import Charter
from guardrails.injection import scan_words
from guardrails.proposing.asking import InBoth, SuggestedClause
from guardrails.proposing.documents import Paragraph
from guardrails.proposing.sentences import Norm, Worded
from guardrails.reading import fold_term

_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Dropped:
    """A suggestion that was not believed, and why: the end of a remark's name."""

    sentence: str
    reason: str


def vetted(
    suggested: Iterable[SuggestedClause],
    paragraphs: Sequence[Paragraph],
    default: Charter,
    language: Language,
) -> tuple[list[Norm], list[Dropped]]:
    """Return the norms whose citation was found, and what was dropped."""
    norms: dict[tuple[str, str | None], Norm] = {}
    dropped: list[Dropped] = []
    for one in suggested:
        norm = _norm(one, paragraphs, default, language)
        if isinstance(norm, Norm) and (norm.sentence, norm.topic) in norms:
            norm = "twice"
        if isinstance(norm, Norm):
            norms[norm.sentence, norm.topic] = norm
        else:
            dropped.append(Dropped(one.sentence, norm))
    return list(norms.values()), dropped


def _norm(
    one: SuggestedClause, paragraphs: Sequence[Paragraph], default: Charter, language: Language
) -> Norm | str:
    """Return a suggestion as a norm, or the reason why it is none."""
    cited = _cited(one.sentence, paragraphs)
    if cited is None:
        return "nowhere"
    sentence, where = cited
    if any(map(scan_words, (sentence, one.translation, one.name.fr, one.name.en))):
        return "to_a_machine"
    if not all(text.strip() for text in (one.translation, one.name.fr, one.name.en)):
        return "unworded"
    topic = one.topic if default.clause(one.topic) else None
    return Norm(sentence, where, topic, _forbidden(one, sentence), _worded(one, language))


def _cited(sentence: str, paragraphs: Sequence[Paragraph]) -> tuple[str, str] | None:
    """Return the whole sentence that holds a citation, and where it stands."""
    wanted = " ".join(sentence.split())
    if len(wanted.split()) < _LEAST_WORDS:
        return None
    for paragraph in paragraphs:
        start = paragraph.text.find(wanted)
        if start >= 0:
            return _widened(paragraph.text, start, start + len(wanted)), paragraph.where
    return None


def _widened(text: str, start: int, end: int) -> str:
    touched = [each for each in sentence_bounds(text) if each[0] < end and each[1] > start]
    return text[touched[0][0] : touched[-1][1]]


def _forbidden(one: SuggestedClause, sentence: str) -> tuple[str, ...]:
    said = fold_term(sentence)
    terms = (" ".join(term.split()) for term in one.terms)
    return tuple(dict.fromkeys(term for term in terms if term and fold_term(term) in said))


def _worded(one: SuggestedClause, language: Language) -> Worded:
    posts = [(kind, said) for kind, said in (("violating", one.breaks), ("near_miss", one.keeps))]
    return Worded(
        name=(" ".join(one.name.fr.split()), " ".join(one.name.en.split())),
        translation=" ".join(one.translation.split()),
        posts=tuple(post for kind, said in posts for post in _posts(kind, said, language)),
    )


def _posts(kind: str, said: InBoth, language: Language) -> list[tuple[str, str, str]]:
    """Return kind, language and text, the policy's own language first."""
    both = [("fr", said.fr.strip()), ("en", said.en.strip())]
    ordered = sorted(both, key=lambda each: each[0] != language.value)
    return [(kind, each, text) for each, text in ordered if text and not scan_words(text)]
