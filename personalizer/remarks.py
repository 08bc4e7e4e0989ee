"""What an author is told of how their request was taken, beside the drafts that came of it."""

from collections.abc import Iterator
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.drafts import DraftRequest, Remark
from domain.language import Bilingual
from personalizer.instructions import Wish, wishes_in


class Kind(StrEnum):
    """What a remark is about."""

    WISH = "wish"


_FOLLOWED: Final = MappingProxyType(
    {
        Wish.SHORTER: Bilingual("plus court", "shorter"),
        Wish.NO_EMOJI: Bilingual("sans emoji", "no emoji"),
        Wish.NO_HASHTAGS: Bilingual("sans hashtag", "no hashtags"),
    }
)
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


def of_wishes(request: DraftRequest) -> tuple[Remark, ...]:
    """Return what was taken as a wish, and what of each is followed."""
    return tuple(_of_wishes(request))


def _of_wishes(request: DraftRequest) -> Iterator[Remark]:
    for wish in request.wishes:
        asked = wishes_in([wish])
        followed = [said for one, said in _FOLLOWED.items() if one in asked]
        fr = f" Suivi\u00a0: {', '.join(one.fr for one in followed)}." if followed else ""
        en = f" Followed: {', '.join(one.en for one in followed)}." if followed else ""
        message = Bilingual(f"{_TAKEN.fr}{fr} {_REST.fr}", f"{_TAKEN.en}{en} {_REST.en}")
        yield Remark(Kind.WISH, wish, message)
