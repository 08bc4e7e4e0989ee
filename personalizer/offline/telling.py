"""What a draft says of its source: a sentence told, else a quotation, else only its subject."""

import re

from domain.language import Language
from personalizer.carriers import carriers_of
from personalizer.citing import Citation, Claim, cited, speaks_of_own, told
from personalizer.offline.dice import Dice
from personalizer.offline.material import Material
from personalizer.offline.nuggets import figure_nugget
from personalizer.passages import Passage
from personalizer.tongue import FUNCTION_WORDS, words
from personalizer.traits import Trait
from personalizer.writing import Form

_JOB = "job"
_LIKEST = 4
_ANY = "any"
_TELLING_LETTERS = 5
# Nothing has to stand beside a sentence: what is doubtful is left out.
_LEAST_BESIDE = 0.3
# A second sentence brings so many telling words of its own, or a figure.
_ADDED = 2
_ANSWERS = re.compile(
    r"(?:toutefois|mais|cependant|pourtant|en revanche|néanmoins|malheureusement|or"
    r"|however|but|yet|unfortunately|still|instead|by contrast)\b",
    re.IGNORECASE,
)
_SAYS_I = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y)\b(?! {0,1}[.)]\s)")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_CLOSED_APART = frozenset({_JOB, str(Form.DISAGREEMENT)})
_CITED_FORMS = frozenset({Form.QUESTION, Form.QUOTATION, Form.THANKS})


def claim_of(material: Material) -> Claim | None:
    """Return the sentence that carries a draft outside quotation marks, if one may."""
    if material.focus is None or material.is_foreign or not material.may_be_told:
        return None
    claim = told(material.focus, material.content.text, material.language)
    # In French, "nous" of a single author would need a singular verb that nobody conjugates.
    is_alone = material.language is Language.FRENCH and has_one_author(material)
    return None if claim is not None and claim.of_authors and is_alone else claim


def citation_of(material: Material, dice: Dice, *, most_words: int) -> Citation | None:
    """Return the quotation that carries a draft when nothing is told."""
    focus = material.focus or next(iter(others(material, dice)), None)
    if focus is None or most_words == 0:
        return None
    return cited(focus, material.content.language, most_words=most_words)


def others(material: Material, dice: Dice) -> list[Passage]:
    """Return the other passages of the content, the likest or one that differs first."""
    if not material.others:
        return []
    if material.hand is not None:
        ordered = material.hand.by_likeness([(one.text, one) for one in material.others])
        # Of the likest ones another for each draft, or all colleagues quote the shortest.
        first = dice.pick("other", range(min(_LIKEST, len(ordered))))
    else:
        ordered = list(material.others)
        first = dice.pick("other", range(len(ordered)))
    ordered = [*ordered[first:], *ordered[:first]]
    # Where a part is only named, what it says comes before anything else.
    return sorted(ordered, key=material.is_in_part, reverse=True)


def beside(material: Material, dice: Dice) -> list[Passage]:
    """Return the passages that may be quoted behind what the draft tells.

    That is the next sentence, if it continues the first one; under a heading, what stands there.
    """
    worth = {one.passage.span.start: one.worth for one in carriers_of(material.content)}
    return [
        one
        for one in others(material, dice)
        if worth[one.span.start] >= _LEAST_BESIDE
        and (material.is_in_part(one) or goes_on(material, one))
        and not speaks_of_own(one.text, material.language)
    ]


def goes_on(material: Material, second: Passage) -> bool:
    """Tell whether a sentence follows the one told, answers it or names the same, and adds to it.

    Two sentences that merely stand in one text are two posts.
    """
    first, text = material.focus, material.content.text
    if first is None or Trait.HEADING in first.traits:
        return False
    between = text[first.span.end : second.span.start]
    is_next = second.span.start >= first.span.end and not between.strip(' \n"”»’)*_')
    if not is_next or between.count("\n") > 1:
        return False
    language = material.content.language
    told, more = _telling(first.text, language), _telling(second.text, language)
    adds = len(more - told) >= _ADDED or figure_nugget(second.text, language) is not None
    return adds and (bool(told & more) or _ANSWERS.match(second.text) is not None)


def _telling(text: str, language: Language) -> set[str]:
    """Return how the words of a text begin that tell something."""
    little = FUNCTION_WORDS[language]
    found = {word for word in words(text) if len(word) >= _TELLING_LETTERS and word not in little}
    return {word[:_TELLING_LETTERS] for word in found}


def closes_as(form: str) -> str:
    """Return the kind of closing that suits a form: most suit any."""
    return form if form in _CLOSED_APART else _ANY


def form_of(material: Material, said: str) -> str:
    """Return the form whose phrases suit what is said: none asks or counts what is left out."""
    form = material.form
    if form == _JOB:
        return form
    figure = figure_nugget(said, material.content.language) if said else None
    suits = bool(said) and (form != Form.FIGURE or figure is not None)
    return form if suits and (form in _CITED_FORMS or not material.is_foreign) else Form.LESSON


def has_one_author(material: Material) -> bool:
    """Tell whether a single author signs the content."""
    return len(material.content.authors) == 1


def who_tells(material: Material) -> str:
    """Return who says "we" in a content: its authors, its one author, or that author's team.

    Whoever says "I" in it as well speaks for themselves.
    """
    if not has_one_author(material):
        return "authors"
    return "author" if _SAYS_I.search(_QUOTED.sub("", material.content.text)) else "team"
