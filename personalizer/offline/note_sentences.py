"""An author's notes as the sentences that a draft may say."""

from domain.drafts import DraftRequest
from domain.language import Language
from domain.segmentation import sentences
from personalizer.offline.typography import typeset


def note_sentences(request: DraftRequest) -> list[str]:
    """Return the sentences of a request's notes, each once, with a capital and a mark."""
    said = [
        sentence
        for note in request.notes
        for sentence in sentences(note)
        if any(character.isalpha() for character in sentence)
    ]
    return [_as_sentence(one, request.language) for one in dict.fromkeys(said)]


def _as_sentence(note: str, language: Language) -> str:
    text = typeset(" ".join(note.split()), language).lstrip("-*•– ")
    ended = text if text[-1] in ".!?…:»”)" else f"{text}."
    return ended[:1].upper() + ended[1:]
