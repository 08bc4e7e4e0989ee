"""What an author claims: wording that they neither deny, nor quote, nor prove.

"It is not guaranteed" promises nothing, "a critic wrote: “you are no leader”" is somebody
else's judgement, and "first in the 2026 survey: [link]" has its proof beside it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from domain.review import Span
from guardrails.reading import Reading
from guardrails.surroundings import Surroundings
from guardrails.wordings import Wordings

NOTHING = Wordings()
_QUOTATION = re.compile(r"«[^«»]{1,600}»|“[^“”]{1,600}”|\"[^\"\n]{1,600}\"")
_LEADS_TO_SPEECH = re.compile(
    r"(?:(?:mots?|termes?|adjectifs?|expression|slogan|mention|formule|etiquette|promesse|dit"
    r"|dire|disent|ecrit|ecrire|ecrivent|marquer?|afficher?|coller?|lit|repond"
    r"|demande|reproche|critique|juge|estime|titre|parle de"
    r"|words?|terms?|adjectives?|phrase|claim|label|promise|says?|said|saying|writes?|writing|wrote"
    r"|prints?|printing|reads?|asked|asks|replied|criticis\w+|complain\w*|calls?|called|titled|headline)\W{0,4}|:\s*)$"
)
_FEW_WORDS = 4
_LINK = re.compile(
    r"https?://\S+|(?<!\w)www\.\S+"
    r"|\[(?:lien|link|url|page|site|etude|study|source|communique|press|release|rapport|report"
    r"|fiche|article|statut|status|annonce|resultats|results|comparatif|comparison|barometre)"
    r"[^\]\n]{0,80}\]"
)
_CITATION = re.compile(
    r"(?<!\w)(?:selon (?!nous|moi|vous|toi|que)|d'apres (?!nous|moi|vous)"
    r"|according to (?!us|me|you)"
    r"|(?:measured|reported|ranked|rated|certified|verified|named|audited) by"
    r"|(?:mesure|classe|certifie|verifie|note|elu|designe|audite)e?s? par|source\s?:"
    r"|(?:classement|barometre|palmares|etude|enquete|certification|ranking|survey|study|audit)"
    r" [^.\n]{0,40}(?:19|20)\d\d)"
)
_REACH = 60
_LONGEST = 400
_CLAUSE_END = re.compile(r"[,;:.!?\n()]")
_SET_ASIDE = re.compile(
    r"(?<!\w)(?:plutot que?|au lieu d(?:e|')|(?:refus|renonc|interdi)\w*"
    r"|(?:evit|arret|cess)(?:er|ons|ez|ant)|faux|rather than|instead of|avoid(?:ing|s)?"
    r"|refus\w+|stop(?:ped|s)?|false)(?!\w)"
    # Whoever avoids one thing may claim another: only what stands right behind is set aside.
    r"|(?<!\w)(?:(?:evit|arret|cess)(?:e|ent)|stopping)"
    r" (?:(?!(?:et|and|mais|but|pour|to|que|qui)\b)\S+ ){0,3}['\"«“]?\s?$"
)
_DENIED_AFTER = re.compile(
    r"['\"»\s]{0,3}(?:par personne|nulle part|by nobody|\? (?:non|no|pas|not)\b)"
)


class Place(NamedTuple):
    """A piece of the bare folded text: its characters from `start` up to `end`."""

    start: int
    end: int


class Claims:
    """One reading, asked what it claims and where."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.bare.text
        self._surroundings = reading.view(Surroundings)

    def made(
        self, wordings: Wordings, *, unless: Wordings = NOTHING, in_addresses: bool = False
    ) -> Iterator[Place]:
        """Yield each place where the author says one of these phrases and means it.

        A place that touches one of the phrases of `unless` means something else. What stands
        in a link is no word of the author's, but may give something away: `in_addresses`.
        """
        places = [place for place in self.places(wordings) if self.is_meant(place)]
        if not in_addresses:
            places = [one for one in places if not self._surroundings.is_in_address(one.start)]
        others = list(self.places(unless)) if places else []
        return (place for place in places if not touches(place, others))

    def places(self, wordings: Wordings) -> Iterator[Place]:
        """Yield each place where one of these phrases stands, claimed or not."""
        return (Place(*found) for found in wordings.occurrences(self._reading.bare))

    def is_meant(self, place: Place) -> bool:
        """Tell whether the author says it themselves: not denied, not quoted, not left open."""
        return not (
            self._surroundings.is_denied(place.start)
            or self._is_set_aside(place)
            or self.is_quoted(place)
            or self._surroundings.is_placeholder(place.start)
        )

    def is_quoted(self, place: Place) -> bool:
        """Tell whether a place stands in somebody's words, or is a word spoken about."""
        start = self._reading.bare.starts[place.start]
        index = bisect_right(self._speech, start, key=_start) - 1
        return index >= 0 and start < self._speech[index].end

    def is_proven(self, place: Place, *, before: int = 0) -> bool:
        """Tell whether a link or a named source stands in its sentence or the next one.

        With `before`, those of so many sentences before it count as well.
        """
        reach = self.around(place, before=before, after=1)
        first = bisect_left(self._proofs, reach.start)
        return first < len(self._proofs) and self._proofs[first] < reach.end

    def first_in_each(self, places: Iterable[Place]) -> dict[Place, Place]:
        """Return the first given of these places in each sentence, by the sentence."""
        told: dict[Place, Place] = {}
        for place in places:
            told.setdefault(self.around(place), place)
        return told

    def around(self, place: Place, *, before: int = 0, after: int = 0) -> Place:
        """Return the sentence of a place with some of those before and after it.

        A sentence without end is cut, so that asking about each of its words stays linear.
        """
        sentences = self.sentences
        if not sentences:
            return place
        first = sentences[max(0, self._index(place.start) - before)].start
        last = sentences[min(len(sentences) - 1, self._index(place.end - 1) + after)].end
        return Place(
            min(max(first, place.start - _LONGEST), place.start),
            max(min(last, place.end + _LONGEST), place.end),
        )

    @property
    def text(self) -> str:
        """The bare folded text."""
        return self._text

    def words(self, place: Place) -> str:
        """Return the bare folded text of a place."""
        return self._text[place.start : place.end]

    def span(self, place: Place) -> Span:
        """Return where a place stands in the text as sent."""
        return self._reading.bare.span(*place)

    def place(self, span: Span) -> Place:
        """Return where a piece of the text as sent stands in the bare folded one."""
        starts = self._reading.bare.starts
        return Place(bisect_left(starts, span.start), bisect_left(starts, span.end))

    @cached_property
    def sentences(self) -> tuple[Place, ...]:
        """Where each sentence stands."""
        starts = self._reading.bare.starts
        found = (
            Place(bisect_left(starts, one.start), bisect_left(starts, one.end))
            for one in self._reading.sentences
        )
        return tuple(place for place in found if place.start < place.end)

    def _index(self, offset: int) -> int:
        return max(0, bisect_right(self.sentences, offset, key=itemgetter(0)) - 1)

    def _is_set_aside(self, place: Place) -> bool:
        before = self._text[max(0, place.start - _REACH) : place.start]
        if _SET_ASIDE.search(_CLAUSE_END.split(before)[-1]):
            return True
        return _DENIED_AFTER.match(self._text, place.end) is not None

    @cached_property
    def _speech(self) -> tuple[Span, ...]:
        spans = (Span(*match.span()) for match in _QUOTATION.finditer(self._reading.text))
        return tuple(span for span in spans if self._quotes_somebody(span))

    def _quotes_somebody(self, span: Span) -> bool:
        """Tell speech from emphasis: a word or two in quotation marks need an introduction."""
        if len(self._reading.slice(span).split(maxsplit=_FEW_WORDS)) >= _FEW_WORDS:
            return True
        end = bisect_left(self._reading.bare.starts, span.start)
        return _LEADS_TO_SPEECH.search(self._text, max(0, end - 40), end) is not None

    @cached_property
    def _proofs(self) -> tuple[int, ...]:
        found = (m.start() for p in (_LINK, _CITATION) for m in p.finditer(self._text))
        return tuple(sorted(found))


def links(text: str) -> Iterator[str]:
    """Yield each link of a bare folded text, and each mark where one is to be put ("[link]")."""
    return (match.group() for match in _LINK.finditer(text))


def touches(place: Place, others: Sequence[Place]) -> bool:
    """Tell whether a place shares a character with one of others, which stand in order."""
    before = bisect_left(others, place.end, key=itemgetter(0)) - 1
    return before >= 0 and place.start < others[before].end


def _start(span: Span) -> int:
    return span.start
