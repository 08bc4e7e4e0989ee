"""How a phrase may be written: every alternative once, beside the first of all others."""

from guardrails.notation import apart, groups
from guardrails.reading import fold_term


def writings(phrase: str) -> dict[str, set[str]]:
    """Return how each alternative of a phrase may be written, its stars for nothing or a letter."""
    folded = fold_term(phrase)
    bare, starred = (_of_words(folded, letters) for letters in ("", "a"))
    return {
        one: {" ".join(one.split()), " ".join(other.split())}
        for one, other in zip(bare, starred, strict=True)
    }


def _of_words(words: str, letters: str) -> list[str]:
    return _each_once([_of_word(word, letters) for word in apart(words, " ")], " ")


def _of_word(word: str, letters: str) -> list[str]:
    if word in {"*", "..."}:
        return ["mot"]
    pieces, at = list[list[str]](), 0
    for start, end in groups(word):
        ways = apart(word[start + 1 : end - 1], "|")
        inside = [one for way in ways for one in _of_way(way, letters)]
        pieces += [[_plain(word[at:start], letters)], sorted(inside, key=lambda one: not one)]
        at = end
    return _each_once([*pieces, [_plain(word[at:], letters)]], "")


def _of_way(way: str, letters: str) -> list[str]:
    if not way.strip():
        return [""]
    before, behind = " " * way.startswith(" "), " " * way.endswith(" ")
    return [f"{before}{one}{behind}" for one in _of_words(way.strip(), letters)]


def _plain(piece: str, letters: str) -> str:
    return piece.replace("*", letters)


def _each_once(parts: list[list[str]], between: str) -> list[str]:
    first = [part[0] for part in parts]
    others = (
        [*first[:at], way, *first[at + 1 :]] for at, part in enumerate(parts) for way in part[1:]
    )
    return [between.join(filter(None, ways)) for ways in (first, *others)]
