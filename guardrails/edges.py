"""The edges of a phrase: a word ends where its letters end, a sign wherever it stands.

Behind "euros" no letter may follow, behind "%" and "€" there is no boundary of words to look
for. A phrase that may end in either is written apart, once for each.
"""

from collections.abc import Iterator
from typing import Literal

from guardrails.notation import apart, groups

Edge = Literal[0, -1]
FIRST: Edge = 0
LAST: Edge = -1
# Signs that lean on the word beside them: "les chats, faut…", "l'atelier".
_LEANING = {FIRST: "',.-", LAST: "'-"}


def by_edge(phrase: str, edge: Edge) -> tuple[list[str], list[str]]:
    """Return a folded phrase as those that have a word at this edge, and those with a sign."""
    words = apart(phrase, " ")
    place = _group_at(words[edge], edge)
    if place is None:
        return ([], [phrase]) if _is_sign(words[edge], edge) else ([phrase], [])
    halves: tuple[list[str], list[str]] = ([], [])
    rest = " ".join(words[1:] if edge == FIRST else words[:-1])
    is_whole = place == (0, len(words[edge]))
    lettered, signed = _ways_by_edge(words[edge][place[0] + 1 : place[1] - 1], edge)
    if is_whole and rest and "" in lettered and (of_rest := by_edge(rest, edge))[1]:
        lettered.remove("")
        halves = of_rest
    by_letter, by_sign = (_with_ways(words, place, ways, edge) for ways in (lettered, signed))
    return [*halves[0], *by_letter], [*halves[1], *by_sign]


def _group_at(word: str, edge: Edge) -> tuple[int, int] | None:
    found = groups(word)
    if not found:
        return None
    start, end = found[edge]
    touches = start == 0 if edge == FIRST else end == len(word)
    return (start, end) if touches else None


def _is_sign(word: str, edge: Edge) -> bool:
    letter = word[edge] if word != "..." else "*"
    return not letter.isalnum() and letter not in {"*", ")", "("} and letter not in _LEANING[edge]


def _ways_by_edge(inside: str, edge: Edge) -> tuple[list[str], list[str]]:
    """Return the alternatives of a group that have a word at this edge, and those with a sign."""
    lettered, signed = list[str](), list[str]()
    for way in apart(inside, "|"):
        words = way.strip()
        if not words or way[edge] == " ":
            lettered.append(way if words else "")
            continue
        lead, tail = way[: len(way) - len(way.lstrip())], way[len(way.rstrip()) :]
        by_letter, by_sign = by_edge(words, edge)
        lettered += [f"{lead}{one}{tail}" for one in by_letter]
        signed += [f"{lead}{one}{tail}" for one in by_sign]
    return lettered, signed


def _with_ways(
    words: list[str], place: tuple[int, int], ways: list[str], edge: Edge
) -> Iterator[str]:
    """Yield a phrase with these alternatives alone in the group at its edge, if there are any."""
    if not ways:
        return
    word, (start, end) = words[edge], place
    group = f"({'|'.join(ways)})" if ways != [""] else ""
    written = word[:start] + group + word[end:]
    others = words[1:] if edge == FIRST else words[:-1]
    kept = [written] if written else []
    yield " ".join(kept + others if edge == FIRST else others + kept)
