"""Own words: no memory, feeling or opinion is put into somebody's mouth.

A first-person statement goes back to the author's notes or posts, or it is a visible
placeholder. What only the author can know (a first day, tears, nearly resigning) is held to
that always. An opinion or a lesson learned is held to it when a machine wrote the text; of a
text whose origin is unknown the author is only asked, once, whether it is theirs. Some words
("my colleagues", "we had long hoped") are looked at in a machine's text alone: a person says
them of what they know, a machine of what it makes up, unless the company's own text says so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.placeholders import placeholder, placeholder_bounds
from domain.review import Circumstances, Finding, Repair, Severity, Span
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.checks.elided import Tails
from guardrails.claims import NOTHING
from guardrails.disclosing import disclosing
from guardrails.objections import Objection
from guardrails.reading import Reading
from guardrails.sayings import Families, Sayings
from guardrails.surroundings import Bounds, Surroundings, holds
from guardrails.wordings import Wordings

_INVENTED = Bilingual(
    fr="Ce « je » ne vient ni de vos notes ni de vos posts : dites-le avec vos mots, ou ôtez-le.",
    en="This “I” comes neither from your notes nor from your posts: say it yourself, or drop it.",
)
_IS_IT_YOURS = Bilingual(
    fr="Est-ce bien vous qui le dites ? Rien dans vos notes ni vos posts ne le montre.",
    en="Is it really you who says so? Nothing in your notes or posts shows it.",
)
_LEFT_OPEN = Objection(
    Bilingual(
        fr="Il reste ici un endroit à compléter : ce qui y manque, vous seul pouvez le dire.",
        en="A place is still to be filled in here: what it lacks is yours alone to say.",
    ),
    Bilingual(
        fr="Mettez-y vos mots, ou retirez la phrase.",
        en="Put your own words there, or take the sentence out.",
    ),
)
_WEIGHTS = tuple(Severity)
_FARTHEST = 400
"""A sentence without end is read so far, for each of its words."""
_INTENSIFIERS = frozenset(
    "tres si vraiment super hyper trop tellement so very really truly absolutely incredibly et and"
    " bref aujourd'hui today encore toujours aussi bien tout toute profondement franchement"
    " honnetement mais still just simply deeply completely totally honestly frankly but".split()
)
_THEIRS = frozenset("son sa ses leur leurs his her their".split())
# "Me Aurélie Vasseur" is a lawyer, as "Me voilà" is not.
_TITLE = re.compile(r"Me [A-ZÀ-Ý]")
# What may follow words that are a sentence by themselves: its end, a mark, or what they are about.
_ALONE = re.compile(
    r"\s*(?:$|[^\w\s'\"«(])|\s+(?:de|du|des|en|a|au|aux|devant|face|quand|apres|pour|ce|cet|cette"
    r"|hier|at|when|after|from|as|for|with|watching|seeing|thinking|this|all|about|over|just)\b"
    r"|\s+d'|\s+(?:par|by)\b(?![^.!?\n,]*,\s*(?:(?:le|la|les|ce|cette|ces|the|this|these|his|her"
    r"|their|il|elle|ils|elles|he|she|they|it)\b|l'(?!une? d)|une? (?!des?\b)))"
)
# "Moved, she tells…", "Émue par la lettre, Nadia…": the sentence goes on to say who it is about.
# In "Proud of this team, they work hard" it is the team that "they" are.
_WHO = re.compile(
    r"\s*,\s*(?i:il|elle|ils|elles|he|she|they|it)\b"
    r"|[^,.:;!?\n]{0,60},\s*(?:"
    r"[A-ZÀ-Ý][\w-]+(?: [A-ZÀ-Ý][\w-]+)? (?!et |and )[a-zà-ÿ])"
    r"|\s*,\s*(?:(?:le|la|les|un|une|des|ce|cette|ces|the|an?|this|these)\b|l['’])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One kind of first-person statement, by the phrases it is known by.

    `openings` count only at the start of a sentence ("Fier de…"), `fragments` only where they are
    most of it as well ("Goosebumps."). `hint` says what belongs into the placeholder. Without
    `severity` it weighs what the clause does. One that is `only_machine` is looked for in what a
    machine wrote, one with a `language` in texts of that language ("on" is a person in French
    alone); what `may_be_sourced` may also be the company's own words, traced to the source. What
    `may_be_left_open` states nothing in a sentence with a mark to fill ("my view: [to complete:
    …]"). `unless` says nothing of the author ("it is not mine").
    """

    about: str
    hint: Bilingual
    phrases: Wordings
    openings: Wordings | None = None
    fragments: Wordings | None = None
    severity: Severity | None = None
    language: Language | None = None
    unless: Wordings = NOTHING
    only_machine: bool = False
    may_be_sourced: bool = False
    may_be_left_open: bool = False

    def concerns(self, reading: Reading, *, is_machine: bool) -> bool:
        """Tell whether it is looked for in a text, written by a machine or not."""
        return (is_machine or not self.only_machine) and self.language in (None, reading.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """Report first-person statements that their author has not made.

    `neutral` phrases state nothing ("je vous partage"). `share` of a statement's words must
    stand in one passage of the author's; words of one of the `families` are the same word.
    From `machine_share` of unchanged draft on, every statement is the machine's until proven.
    """

    kind: ClassVar[str] = "own_words"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    statements: tuple[Statement, ...]
    neutral: Wordings
    families: Families = ()
    share: float = 0.6
    machine_share: float = 0.5

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per sentence that says what its author did not.

        In a text that is finished, each place that was left open is one too.
        """
        for bounds in placeholder_bounds(reading.text) if circumstances.is_finished else ():
            yield _LEFT_OPEN.at(Span(*bounds), by=self, reading=reading, severity=Severity.FIX)
        is_machine = (circumstances.draft_share or 0.0) >= self.machine_share
        found: dict[Span, tuple[int, Statement]] = {}
        for statement, span in self._unsupported(reading, circumstances, is_machine=is_machine):
            severity = statement.severity if statement.only_machine or not is_machine else None
            weight = _WEIGHTS.index(severity or self.severity)
            if span not in found or weight < found[span][0]:
                found[span] = (weight, statement)
        has_asked = False
        for span in sorted(found, key=lambda span: span.start):
            weight, statement = found[span]
            is_question = _WEIGHTS[weight] is Severity.WARN
            if not (is_question and has_asked):
                yield self._finding(reading, span, _WEIGHTS[weight], statement.hint)
            has_asked = has_asked or is_question

    def _unsupported(
        self, reading: Reading, circumstances: Circumstances, *, is_machine: bool
    ) -> Iterator[tuple[Statement, Span]]:
        around = reading.view(Surroundings)
        found = [
            (statement, place)
            for statement in self.statements
            if statement.concerns(reading, is_machine=is_machine)
            for place in _places(statement, reading, around)
        ]
        if not found:
            return
        # What an author receives they may say: it is theirs to disclose.
        received = (circumstances.consideration,) if circumstances.consideration else ()
        written = (*circumstances.notes, *circumstances.posts, *received)
        said = Sayings(written, reading.language, self.families)
        noted = Sayings(circumstances.notes, reading.language, self.families)
        source = circumstances.source
        published = Sayings((source.text,) if source else (), reading.language, self.families)
        excuses = self._excuses(reading, circumstances)
        for statement, place in found:
            if _is_excused(place, reading, around, excuses) or _is_idle(statement, place, around):
                continue
            clause = reading.bare.text[place[0] : place[1]] + around.clause_after(place[1])
            is_published = statement.may_be_sourced and published.tell(
                clause, share=self.share, is_idle_told=False
            )
            if is_published:
                continue
            is_said = self._is_said(statement, place, around, said, reading.bare.text)
            if statement.severity is Severity.WARN and not is_machine:
                # A person may say more than they noted; a machine would be making it up.
                is_said = is_said or noted.lead_to(clause, reading.bare.text[slice(*place)])
            if not is_said or (is_machine and _goes_on_alone(place, around, said, published)):
                yield statement, around.sentence_span(place[0])

    def _excuses(self, reading: Reading, circumstances: Circumstances) -> list[Bounds]:
        """Return what states nothing: neutral phrases, and the word on where the author works."""
        spans = [reading.bare.span(*place) for place in self.neutral.occurrences(reading.bare)]
        spans += disclosing(reading, circumstances.organization)
        return sorted((span.start, span.end) for span in spans)

    def _is_said(
        self, statement: Statement, place: Bounds, around: Surroundings, said: Sayings, bare: str
    ) -> bool:
        if not said.texts:
            return False
        start, end = place
        told = bare[start:end] + around.clause_after(end)
        if statement.only_machine:
            # A word that stands in any sentence is judged by what goes with it, or all of it,
            # where what stands from there on is not all new.
            first, last = around.sentence(start)
            first, last = max(first, start - _FARTHEST), min(last, start + _FARTHEST)
            rest = bare[start:last]
            return said.tell(told, share=self.share, is_idle_told=False) or (
                said.tell(bare[first:last], share=self.share, is_idle_told=False)
                and said.touch(rest)
            )
        # A feeling must be the author's own; an opinion is its content, whatever the verb.
        is_felt = statement.severity is not Severity.WARN
        return said.tell(told, share=self.share, key_words=bare[start:end] if is_felt else "")

    def _finding(
        self, reading: Reading, span: Span, severity: Severity, hint: Bilingual
    ) -> Finding:
        language = reading.language
        return Finding(
            rule=self.clause,
            check=self.kind,
            severity=severity,
            message=_IS_IT_YOURS if severity is Severity.WARN else _INVENTED,
            span=span,
            suggestion=placeholder(hint.in_language(language), language),
            repair=Repair.REPLACE,
        )


def _goes_on_alone(place: Bounds, around: Surroundings, said: Sayings, published: Sayings) -> bool:
    """Tell whether behind "and" stands what neither author nor source said: "… and loved it"."""
    return not all(said.touch(tail) or published.touch(tail) for tail in around.tails(place[1]))


def _is_idle(statement: Statement, place: Bounds, around: Surroundings) -> bool:
    """Tell whether a place leads to a mark to fill, or says nothing of its author."""
    if statement.may_be_left_open and around.leads_to_a_placeholder(place[1]):
        return True
    sentence, first = around.sentence_text(place[0]), around.sentence(place[0])[0]
    unless = (
        (first + start, first + end) for start, end in statement.unless.occurrences_in(sentence)
    )
    return any(start <= place[0] < end for start, end in unless)


def _places(statement: Statement, reading: Reading, around: Surroundings) -> Iterator[Bounds]:
    yield from statement.phrases.occurrences(reading.bare)
    if statement.severity is not Severity.WARN and not statement.only_machine:
        yield from reading.view(Tails).saying(statement.phrases)
    for opening in filter(None, (statement.openings, statement.fragments)):
        for start, end in opening.occurrences(reading.bare):
            is_all = opening is statement.openings or _ALONE.match(reading.bare.text, end)
            if is_all and _opens(reading, start, end, around):
                yield start, end


def _opens(reading: Reading, start: int, end: int, around: Surroundings) -> bool:
    """Tell whether "proud of" opens a sentence of the author's: not "proud of her team, she…"."""
    bare = reading.bare.text
    first = around.sentence(start)[0]
    if not _THEIRS.isdisjoint(bare[end : end + 20].split()[:2]):
        return False
    if _is_of_another(reading.text[reading.bare.ends[end - 1] : around.sentence_span(start).end]):
        return False
    said = [word for word in bare[first:start].split() if any(map(str.isalpha, word))]
    # A line that goes on in lower case only looks like the start of a sentence.
    sent = reading.text[around.sentence_span(start).start : reading.bare.ends[start]]
    return _INTENSIFIERS.issuperset(said) and any(map(str.isupper, sent))


def _is_of_another(rest: str) -> bool:
    """Tell whether the rest of a sentence names whom its opening is about: "Moved, she…"."""
    return _WHO.match(rest[:_FARTHEST]) is not None


def _is_excused(
    place: Bounds, reading: Reading, around: Surroundings, excuses: Sequence[Bounds]
) -> bool:
    start, end = place
    if around.is_quoted(start) or around.is_placeholder(start) or around.is_asked(start):
        return True
    starts = reading.bare.starts
    if around.is_in_address(start) or _TITLE.match(reading.text, starts[start]):
        return True
    return holds(excuses, starts[start]) or holds(excuses, starts[end - 1])
