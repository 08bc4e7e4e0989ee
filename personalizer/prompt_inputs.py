"""What each prompt is given: typed, complete, and foreign wherever it came from outside."""

from dataclasses import dataclass

from domain.people import ProfileType
from domain.platforms import Platform
from personalizer.citing import LONGEST_QUOTATION
from personalizer.defects import OWN_COPY
from personalizer.lengths import Length
from personalizer.own_ways import Habits
from personalizer.prompts import Foreign
from personalizer.writing import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPostInputs:
    """Everything a first draft is written from.

    `placeholder` is the mark that stands for a personal word, `variant` counts the drafts of
    one request from 0. `habits` is the author's card, `profile_types` are their largest ones;
    versions before the fourth are told neither. The rest is told since the fifth: `most_words` and
    `usual_words` are lengths without the link, the latter 0 where the card does not tell;
    `copied_words` may be taken in a row from an old post, `quoted_words` from the source. Since the
    sixth, `aimed_words` is what to aim at, below what fits, and `quotable_words` may be quoted of
    the source in a post of that length. Since the seventh, `manner` is a number of the author and
    the angle, which chooses among ways to begin and to say where they work.
    """

    placeholder: str
    platform: Platform
    length: Length
    form: Form
    variant: int
    focus: Foreign
    title: Foreign
    source: Foreign
    employer: Foreign
    url: Foreign | None = None
    author: Foreign | None = None
    consideration: Foreign | None = None
    never: tuple[Foreign, ...] = ()
    notes: tuple[Foreign, ...] = ()
    exemplars: tuple[Foreign, ...] = ()
    habits: Habits | None = None
    profile_types: tuple[ProfileType, ...] = ()
    most_words: int = 0
    usual_words: int = 0
    aimed_words: int = 0
    quotable_words: int = LONGEST_QUOTATION
    copied_words: int = OWN_COPY
    quoted_words: int = LONGEST_QUOTATION
    manner: int = 0


@dataclass(frozen=True, slots=True)
class Objection:
    """What a review holds against a draft, where, and a repair if it knows one.

    `given` is what the material says instead; versions before the fourth are not told it. `check`
    is the kind of check that found it, "" for what makes a text no draft; told since the fifth.
    """

    message: Foreign
    passage: Foreign | None = None
    suggestion: Foreign | None = None
    given: Foreign | None = None
    check: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisePostInputs(DraftPostInputs):
    """The same, with the draft and the objections to answer.

    Since the fifth version, `kept_opening` is the first sentence where nothing is held against it,
    and `is_anew` tells that the draft is of no use and another one is to be written.
    """

    draft: Foreign
    objections: tuple[Objection, ...]
    kept_opening: Foreign | None = None
    is_anew: bool = False


@dataclass(frozen=True, slots=True)
class AnswerInShapeInputs:
    """The JSON Schema an answer conforms to."""

    schema: str


@dataclass(frozen=True, slots=True)
class RepairAnswerInputs:
    """The same, with what was wrong with the first answer; never the answer itself."""

    schema: str
    problem: str
