"""What an author is told of how their request was taken, beside the drafts that came of it."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.drafts import DraftRequest, Remark
from domain.language import Bilingual, Language
from domain.segmentation import sentences
from personalizer.instruction_words import OTHER_LANGUAGE
from personalizer.instructions import Wish, wishes_in
from personalizer.wished_limits import limits_in
from personalizer.writing import Refused


class Kind(StrEnum):
    """What a remark is about."""

    WISH = "wish"
    LEFT_OUT = "left_out"


_FOLLOWED: Final = MappingProxyType(
    {
        Wish.SHORTER: Bilingual("plus court", "shorter"),
        Wish.NO_EMOJI: Bilingual("sans emoji", "no emoji"),
        Wish.NO_HASHTAGS: Bilingual("sans hashtag", "no hashtags"),
        Wish.TU: Bilingual("tutoiement", "the French “tu”"),
        Wish.VOUS: Bilingual("vouvoiement", "the French “vous”"),
    }
)
# English has one "you": there is nothing to follow, nor to leave to anybody.
_FRENCH: Final = frozenset({Wish.TU, Wish.VOUS})
# Followed where there is room; the texts tell.
_SEEN: Final = MappingProxyType({Wish.QUESTION: Bilingual("une question à la fin", "a question")})
_TAKEN: Final = Bilingual(
    "Ceci a été pris comme une consigne, pas comme une phrase de vous, et n’est pas dans le texte.",
    "This was taken as an instruction, not as words of yours, and is not in the text.",
)
_REST: Final = Bilingual(
    "Un ton, une plaisanterie ou un sujet ne se commandent pas ainsi\u00a0: écrivez-les vous-même,"
    " ou notez la phrase à dire.",
    "A tone, a joke or a subject cannot be ordered this way: write it yourself, or note the"
    " sentence to say.",
)
_OF_LANGUAGE: Final = Bilingual(
    "La langue se choisit à côté du brouillon, avant de le demander.",
    "The language is chosen beside the draft, before it is asked for.",
)
_LEFT_OUT: Final = Bilingual(
    "Cette phrase de vos notes n’est dans aucun brouillon\u00a0: la charte s’y oppose ({rules})."
    " Dites-la autrement, ou sans ce qui est en cause.",
    "This sentence of your notes is in no draft: the charter objects to it ({rules}). Say it"
    " otherwise, or without what is objected to.",
)
_WORD: Final = re.compile(r"\w+")


def of_wishes(request: DraftRequest, texts: Sequence[str]) -> tuple[Remark, ...]:
    """Return what was taken as a wish, and what of each is followed in all of the texts."""
    return tuple(Remark(Kind.WISH, wish, _of_wish(wish, request, texts)) for wish in request.wishes)


def _of_wish(wish: str, request: DraftRequest, texts: Sequence[str]) -> Bilingual:
    followed, missed = _followed(wish, request.language, texts)
    said = [_TAKEN]
    if followed:
        said.append(_listed(Bilingual("Suivi", "Followed"), followed))
    if missed:
        said.append(_listed(Bilingual("À reprendre vous-même", "Left to you"), missed))
    said.append(_OF_LANGUAGE if OTHER_LANGUAGE.search(wish) else _REST)
    return Bilingual(" ".join(one.fr for one in said), " ".join(one.en for one in said))


def _listed(what: Bilingual, listed: Sequence[Bilingual]) -> Bilingual:
    fr, en = ", ".join(one.fr for one in listed), ", ".join(one.en for one in listed)
    return Bilingual(f"{what.fr}\u00a0: {fr}.", f"{what.en}: {en}.")


def _followed(
    wish: str, language: Language, texts: Sequence[str]
) -> tuple[list[Bilingual], list[Bilingual]]:
    """Return what of a wish the texts follow, and what of it that could be they do not."""
    asked = wishes_in([wish])
    if language is not Language.FRENCH:
        asked -= _FRENCH
    followed = [said for one, said in _FOLLOWED.items() if one in asked]
    missed: list[Bilingual] = []
    for limit in limits_in([wish]):
        holds = bool(texts) and all(map(limit.holds, texts))
        (followed if holds else missed).append(limit.named)
    for one, said in _SEEN.items():
        if one in asked:
            holds = bool(texts) and all("?" in text for text in texts)
            (followed if holds else missed).append(said)
    return followed, missed


def of_left_out(
    request: DraftRequest, texts: Sequence[str], refused: Sequence[Refused]
) -> tuple[Remark, ...]:
    """Return which sentences of the notes are in none of the texts, for an objection to them.

    Of what an objection does not point at nobody knows that it was left out for it.
    """
    if not (texts and refused):
        return ()
    told = dict.fromkeys(said for note in request.notes for said in sentences(note))
    given, against = [_words(text) for text in texts], [*_objections(refused)]
    missing = (one for one in told if not any(_words(one) in text for text in given))
    found = ((one, _rules_against(_words(one), against)) for one in missing)
    return tuple(_left_out(one, rules) for one, rules in found if rules)


def _left_out(sentence: str, rules: Sequence[str]) -> Remark:
    named = ", ".join(rules)
    message = Bilingual(_LEFT_OUT.fr.format(rules=named), _LEFT_OUT.en.format(rules=named))
    return Remark(Kind.LEFT_OUT, sentence, message)


def _objections(refused: Sequence[Refused]) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Yield the words of each refused text, with each rule and the words that it points at."""
    for one in refused:
        places = (
            (finding.rule, _words(one.text[finding.span.start : finding.span.end]))
            for finding in one.findings
            if finding.rule and finding.span
        )
        yield _words(one.text), tuple(places)


def _rules_against(
    words: str, against: Sequence[tuple[str, tuple[tuple[str, str], ...]]]
) -> list[str]:
    """Return the rules that objected to a place of a sentence, in a text that holds it whole."""
    return sorted(
        {
            rule
            for text, places in against
            if words in text
            for rule, place in places
            if _overlap(place, words)
        }
    )


def _overlap(place: str, words: str) -> bool:
    return bool(place.strip()) and (place in words or words in place)


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "
