"""What a draft says of its source: a sentence told, else a quotation, else only its subject."""

import re
from itertools import takewhile

from domain.language import Language
from personalizer.carriers import carriers_of
from personalizer.citing import Citation, Claim, cited, speaks_of_own, told
from personalizer.companions import Continuation, continued, goes_with
from personalizer.first_person import is_its_authors
from personalizer.offline.dice import Dice
from personalizer.offline.material import Material
from personalizer.offline.nuggets import figure_nugget
from personalizer.passages import Passage
from personalizer.traits import Trait
from personalizer.writing import Form

_JOB = "job"
_LIKEST = 4
_ANY = "any"
# Nothing has to stand beside a sentence: what is doubtful is left out.
_LEAST_BESIDE = 0.3
_SAYS_I = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y)\b(?! {0,1}[.)]\s)")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_CLOSED_APART = frozenset({_JOB, str(Form.DISAGREEMENT)})
_CITED_FORMS = frozenset({Form.QUESTION, Form.QUOTATION, Form.THANKS})


def claim_of(material: Material) -> Claim | None:
    """Return the sentence that carries a draft outside quotation marks, if one may."""
    if material.first is None or material.is_foreign or not material.may_be_told:
        return None
    claim = told(material.first, material.content.text, material.language)
    return None if claim is None or _is_nobodys(claim, material.first, material) else claim


def continuations_of(material: Material) -> tuple[Continuation, ...]:
    """Return what is told behind the sentence that is told first."""
    if claim_of(material) is None:
        return ()
    source, language = material.content.text, material.language
    behind = ((one, continued(one, source, language)) for one in material.follow)
    said = takewhile(
        lambda pair: pair[1] and not _is_nobodys(pair[1].claim, pair[0], material), behind
    )
    return tuple(one for _, one in said if one is not None)


def _is_nobodys(claim: Claim, passage: Passage, material: Material) -> bool:
    """Tell whether "I" is nobody whom a draft can name, or a French claim says "nous" of one.

    Nobody conjugates the verb of the second.
    """
    if claim.of_one and not is_its_authors(passage, material.content):
        return True
    is_alone = material.language is Language.FRENCH and has_one_author(material)
    return claim.of_authors and is_alone


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
    return goes_with(first, second, material.content.language)


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

    Whoever says "I" in it as well speaks for themselves. On the employer's own site it is what
    colleagues do: whoever writes there hires nobody and owns no lift.
    """
    if not has_one_author(material):
        return "colleagues" if material.is_employers_own else "authors"
    return "author" if _SAYS_I.search(_QUOTED.sub("", material.content.text)) else "team"
