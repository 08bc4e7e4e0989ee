"""What somebody who writes for themselves is only asked about, and a machine may not write.

A machine was given the source and the notes, and knows nothing else. Whoever was there knows
what people keep saying, and may call many "half": their words stay theirs unless they give
them to somebody, or tell otherwise what the source tells.
"""

import re
from typing import Final

from domain.review import Circumstances
from guardrails.facts.evidence import Evidence, stated
from guardrails.facts.figures import Figure
from guardrails.facts.names import names
from guardrails.facts.passage import Passage
from guardrails.facts.quotations import Quotation
from guardrails.facts.speakers import is_said_by_somebody
from guardrails.reading import Reading, fold_term

_MACHINE_SHARE: Final = 0.5
"""From so much unchanged draft on, a text is the machine's, as `own_words` has it."""
_NEARLY: Final = 0.5
_CONTENT: Final = re.compile(r"[^\W\d_]{4,}")


def is_their_own(circumstances: Circumstances) -> bool:
    """Tell whether a text is its author's, as far as anybody said."""
    return (circumstances.draft_share or 0.0) < _MACHINE_SHARE


def quotes_nobody(
    reading: Reading, quotation: Quotation, unsaid: frozenset[str], published: Evidence | None
) -> bool:
    """Tell whether words between marks are neither somebody's nor nearly those of the source.

    Words that hold a name or a figure tell more than what people keep saying.
    """
    if _tells_facts(quotation, unsaid):
        return False
    if published is not None and _is_nearly(published, quotation):
        return False
    return not is_said_by_somebody(reading, quotation, unsaid)


def is_vague(figure: Figure, grounds: Evidence) -> bool:
    """Tell whether it is "half" or "a third" where nothing that was given tells a share."""
    return figure.is_in_words and figure.out_of is not None and not grounds.shares


def _tells_facts(quotation: Quotation, unsaid: frozenset[str]) -> bool:
    figures = stated(Passage.of(quotation.text)).figures
    return any(not one.is_small for one in figures) or any(
        name.phrase not in unsaid for name in names(quotation.text)
    )


def _is_nearly(published: Evidence, quotation: Quotation) -> bool:
    words = _CONTENT.findall(fold_term(quotation.text))
    shared = sum(word in published.vocabulary for word in words)
    return bool(words) and shared >= _NEARLY * len(words)
