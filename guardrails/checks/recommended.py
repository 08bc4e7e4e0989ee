"""What a text recommends of the company without naming it, where its source does.

"Bravo, just try them, the option is in the sound menu" speaks of what the company sells as soon
as the content that it tells of is the company's own.
"""

import re
from typing import Final

from domain.organization import Organization
from domain.review import Circumstances, Source, Span
from guardrails.checks.terms import any_of
from guardrails.facts.bases import roots
from guardrails.reading import Reading, bare_text
from guardrails.surroundings import Surroundings

_ENOUGH: Final = 5
"""Words that a text shares with a source to be about the same thing."""
_PRAISE: Final = re.compile(
    r"\b(?:foncez|fonce[rz]? dessus|essayez|testez|adoptez|courez|precipitez-vous|jetez-vous"
    r"|allez-y|je (?:vous )?(?:le |la |les )?(?:recommande|conseille)|a (?:essayer|tester|adopter)"
    r"|a ne (?:pas|surtout pas) (?:rater|manquer)|ne (?:ratez|manquez) pas|bluffante?s?|geniale?s?"
    r"|franchement,? bravo|une (?:vraie )?(?:tuerie|pepite|merveille)|coup de coeur|conquise?"
    r"|un (?:vrai )?bijou|vaut (?:vraiment )?le detour|je suis fan|j'adore|on adore|chapeau bas"
    r"|go for it|try (?:it|them|this|that|one)|give (?:it|them|this) a (?:go|try|spin|chance)"
    r"|(?:i|i'd|highly|strongly|would|can only) recommend|do yourself a favou?r|don't miss"
    r"|must-(?:have|try|see|play|read)|i (?:love|adore) (?:it|them|how|this|that)|love it"
    r"|brilliant|game[- ]changer|worth every (?:penny|minute|cent)|hats off|check (?:it|them) out"
    r"|i'm (?:sold|a fan|hooked)|five stars|top marks|you won't regret|you'll love|blown away"
    r"|honestly,? bravo|a gem)(?![\w-])"
)


def recommended(reading: Reading, circumstances: Circumstances) -> Span | None:
    """Return where a text praises what a content of the company's own tells of, if it does."""
    source = circumstances.source
    if source is None:
        return None
    found = (
        match
        for match in _PRAISE.finditer(reading.bare.text)
        if not reading.view(Surroundings).is_quoted(match.start())
        and not reading.view(Surroundings).is_denied(match.start())
    )
    match = next(found, None)
    if match is None or not _is_own(source, circumstances.organization):
        return None
    shared = roots(reading.bare.text) & roots(bare_text(f"{source.title}\n{source.text}"))
    return reading.bare.span(*match.span()) if len(shared) >= _ENOUGH else None


def _is_own(source: Source, company: Organization) -> bool:
    """Tell whether a content speaks of the company by a name, or stands on a site of its own."""
    told = bare_text(f"{source.title}\n{source.text}\n{source.url or ''}")
    return any_of((*company.names, *company.products, *company.domains)).search(told) is not None
