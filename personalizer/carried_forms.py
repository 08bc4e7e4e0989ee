"""The form a model is asked for: the one its angle has, where the content can carry that form.

The offline engine quotes the article itself, so any sentence is a quotation to it. A model that is
asked for one looks for somebody who speaks, and makes somebody up where nobody does; asked for what
went on behind a point of law, or for thanks where nobody is named, it does the same.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from domain.content import ContentItem
from domain.people import ProfileMix
from domain.review import Finding, Span
from domain.segmentation import sentences
from personalizer.form_likings import ANYBODY, liking
from personalizer.forms import forms_of
from personalizer.passages import Passage, passages_of
from personalizer.speakers import person_in, spoken_in
from personalizer.traits import Trait, has_any, traits_of
from personalizer.writing import Angle, Brief, Form, Writer, Written

# "Days" and "weeks" alone show nobody at work, as terms of payment have them too; nor does a "we"
# that explains.
_AT_WORK: Final = re.compile(
    r"\b(?:équip(?:e|es|iers?|ières?)|collègues?|ateliers?|coulisses?|chantiers?|réunions?"
    r"|apprenti(?:e|s|es)?|bénévoles?|volontaires?|stagiaires?|agents|opérat(?:eurs?|rices?)"
    r"|technicien(?:ne|s|nes)?|ingénieure?s?|soignants?|on a"
    r"|nous (?:n['’]|y |en |les? |l['’])?(?:avons|avions|étions)"
    r"|teams?|teammates?|colleagues?|workshops?|crews?|meetings?|apprentices?|volunteers?|interns?"
    r"|trainees?|operators?|technicians?|engineers?|nurses?|staff"
    r"|we(?:['’]ve| have| had)? (?:\w+ly )?(?:\w+ed|(?:re)?(?:built|wrote|made|did|drew)|found|went"
    r"|began|gave|took|ran|put|kept|sent|met|chose|spent|taught|got|lost|had to))\b",
    re.IGNORECASE,
)
# What binds everybody was done by nobody of the house.
_BINDS: Final = re.compile(
    r"\b(?:lois?|décrets?|arrêtés? (?:du|ministériel\w*)|ordonnances?|jurisprudence|tribuna(?:l|ux)"
    r"|cours? (?:de cassation|d['’]appel|de justice)|code (?:du|de la|de l['’]|des|civil|pénal)"
    r"|articles? (?:[LRD]\W{0,2})?\d|alinéas?|directives?|règlements? (?:européens?|\(UE\)|n°)"
    r"|RGPD|laws?|statut(?:es?|ory)|decrees?|(?:the|this|supreme|high|appeals?) courts?"
    r"|tribunals?|regulations?|GDPR"
    r"|(?:section|article)s? \d+|acts? (?:of (?:parliament|congress|\d{4})|\d{4})"
    r"|(?-i:[A-Z])[a-z]+ Act)\b",
    re.IGNORECASE,
)
# "The cook, Lucienne Arrigo, cut the slices": somebody, whatever they do.
_CALLED: Final = re.compile(
    r"\b[a-zà-ÿ]{3,}, (?:[A-ZÀ-Þ][a-zà-ÿ]+(?:[-'’][A-ZÀ-Þ]?[a-zà-ÿ]+)?[ ,]){2,3}"
)
_NUMBER: Final = re.compile(r"(?<![\w.,])\d+(?:[.,\u00a0\u202f ]\d+)*")
_A_TABLE: Final = 4
_STEPS: Final = 2
_PARAGRAPH: Final = re.compile(r"\n\s*\n")
_OPENED, _CLOSED = "«“", "»”"
_LONGEST_SPEECH: Final = 1_500
_ANYWAY: Final = 0.2
"""How well a lesson suits what nothing else does."""


@dataclass(frozen=True, slots=True)
class Carrying:
    """A writer that is asked for no form the content cannot carry."""

    writer: Writer

    async def write(self, brief: Brief) -> Written:
        """Write a brief in a form that its content carries."""
        return await self.writer.write(carried(brief))

    async def revise(self, brief: Brief, text: str, findings: Sequence[Finding]) -> Written:
        """Revise it in the same form."""
        return await self.writer.revise(carried(brief), text, findings)


def carried(brief: Brief) -> Brief:
    """Return a brief whose angle has a form that the content carries, under the key it had."""
    request, angle = brief.request, brief.angle
    form = form_carried(angle, request.content, request.ambassador.profile or ANYBODY)
    return brief if form is angle.form else replace(brief, angle=replace(angle, form=form))


def form_carried(angle: Angle, content: ContentItem, mix: ProfileMix = ANYBODY) -> Form:
    """Return an angle's own form if the content carries it, else the one its author likes best.

    What nothing else suits is a lesson.
    """
    place = _Place.of(angle, content)
    if place.carries(angle.form):
        return angle.form
    suits = {Form.LESSON: _ANYWAY * liking(mix, Form.LESSON)}
    for form, strength in place.forms():
        # Only whoever was given a reservation tells one.
        if form is not Form.DISAGREEMENT and place.carries(form):
            suits[form] = max(suits.get(form, 0.0), strength * liking(mix, form))
    return max(suits, key=lambda form: (suits[form], form))


@dataclass(frozen=True, slots=True)
class _Place:
    """What an angle points at: its sentences, what stands around them, and both as text."""

    passages: tuple[Passage, ...]
    told: str
    around: str
    is_spoken: bool
    is_whole: bool

    @classmethod
    def of(cls, angle: Angle, content: ContentItem) -> "_Place":
        """Find the place of an angle; of a whole content it is all of it."""
        text, focus = content.text, Span(0, len(content.text)) if angle.of_whole else angle.focus
        found = tuple(one for one in passages_of(text) if _overlap(one.span, focus))
        is_said = any(one.speaker for one in found) or _is_within_speech(text, focus)
        told, around = text[focus.start : focus.end], _paragraph(text, focus)
        return cls(found, told, around, is_said, angle.of_whole)

    def carries(self, form: Form) -> bool:
        """Tell whether what stands there can be told in a form."""
        asked = _ASKED.get(form)
        return asked is None or asked(self)

    def forms(self) -> Iterator[tuple[Form, float]]:
        """Yield the forms of its sentences, and how well each carries them."""
        return (each for passage in self.passages for each in forms_of(passage))

    def speaks(self) -> bool:
        """Tell whether somebody is quoted there, or says all of it."""
        return self.is_spoken or any(spoken_in(one) for one in sentences(self.around))

    def names_somebody(self) -> bool:
        """Tell whether it names a person, and tells of no rule that binds everybody."""
        return self._names() and _BINDS.search(self.told) is None

    def shows_work(self) -> bool:
        """Tell whether it shows people at work: neither a point of law nor a row of figures."""
        is_table = len(_NUMBER.findall(self.told)) >= _A_TABLE and not self.is_whole
        is_work = _AT_WORK.search(self.told) is not None and not is_table
        return (is_work or self._names()) and _BINDS.search(self.told) is None

    def has_figure(self) -> bool:
        """Tell whether it has a figure."""
        return Trait.FIGURE in traits_of(self.told)

    def has_steps(self) -> bool:
        """Tell whether it says how something is done, or stands among sentences that do."""
        is_step = not self.is_whole and has_any(self.told, (Trait.STEP,))
        return is_step or _steps_in(self.told if self.is_whole else self.around) >= _STEPS

    def _names(self) -> bool:
        return person_in(self.told) is not None or _CALLED.search(self.told) is not None


# The others can be made of any sentence, or are given to none that does not carry them.
_ASKED: Final[Mapping[Form, Callable[[_Place], bool]]] = MappingProxyType(
    {
        Form.QUOTATION: _Place.speaks,
        Form.THANKS: _Place.names_somebody,
        Form.BEHIND_THE_SCENES: _Place.shows_work,
        Form.FIGURE: _Place.has_figure,
        Form.HOW_TO: _Place.has_steps,
    }
)


def _steps_in(text: str) -> int:
    return sum(has_any(one, (Trait.STEP,)) for one in sentences(text))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _paragraph(text: str, focus: Span) -> str:
    """Return what stands between the empty lines around a place."""
    before = [found.end() for found in _PARAGRAPH.finditer(text, 0, focus.start)]
    behind = _PARAGRAPH.search(text, focus.end)
    return text[before[-1] if before else 0 : behind.start() if behind else len(text)]


def _is_within_speech(text: str, focus: Span) -> bool:
    """Tell whether a place stands between quotation marks that open before it."""
    before = text[max(0, focus.start - _LONGEST_SPEECH) : focus.start + 1]
    opened = max(before.rfind(mark) for mark in _OPENED)
    return opened > max(before[:-1].rfind(mark) for mark in _CLOSED)
