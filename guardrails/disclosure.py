"""Where a text says that its author works for the company."""

import re
from functools import lru_cache

from domain.organization import Organization
from domain.review import Span
from guardrails.reading import Reading, fold_term

# Each stands before or after a name of the company ({name}), in bare folded text.
_PHRASES = (
    r"(?:je|j)\s*(?:travaille|bosse|exerce)\s+(?:\w+\s+){{0,4}}(?:chez|pour|a|dans)\s+{name}",
    r"(?:chez|pour)\s+{name},?\s+(?:ou|pour qui)\s+je\s+(?:travaille|bosse|suis)",
    r"{name},?\s+(?:ou\s+je\s+(?:travaille|bosse)|mon\s+employeur|mon\s+entreprise)",
    r"(?:mon\s+employeur|mon\s+entreprise|ma\s+boite),?\s+{name}",
    r"(?:salarie|salariee|collaborateur|collaboratrice|employe|employee)\s+(?:de|d'|chez)\s*{name}",
    r"i\s+work\s+(?:\w+\s+){{0,4}}(?:at|for|with)\s+{name}",
    r"(?:at|for)\s+{name},?\s+where\s+i\s+work",
    r"{name},?\s+(?:where\s+i\s+work|my\s+employer)",
    r"my\s+(?:employer|company),?\s+{name}",
    r"(?:employee|team\s+member)\s+(?:of|at)\s+{name}",
)


def disclosures(reading: Reading, organization: Organization) -> tuple[Span, ...]:
    """Return each place that says so by the company's name."""
    matches = _pattern(organization.names).finditer(reading.bare.text)
    return tuple(reading.bare.span(*match.span()) for match in matches)


@lru_cache(maxsize=256)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    name = "(?:" + "|".join(re.escape(fold_term(one)) for one in names) + ")"
    phrases = "|".join(phrase.format(name=name) for phrase in _PHRASES)
    return re.compile(rf"(?<!\w)(?:{phrases})(?!\w)")
