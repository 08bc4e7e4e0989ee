"""What one's posts helped with: a note per content, for its reader alone, never a rank."""

from api.pages.typography import said_number
from api.schemas.base import Said
from api.schemas.insights import Helped, HelpedOut
from api.wiring import Services
from domain.content import ContentItem
from domain.language import Bilingual, Language
from domain.outcomes import Figures
from domain.purposes import Purpose
from domain.signals import Signal

_PARTS = (
    ("reach", Bilingual(fr="{} personnes atteintes", en="{} people reached")),
    ("engagements", Bilingual(fr="{} réactions", en="{} reactions")),
    ("clicks", Bilingual(fr="{} lectures", en="{} visits")),
    ("conversions", Bilingual(fr="{} suites données", en="{} answers given")),
)
_TOGETHER = Bilingual(
    fr="Tous ensemble, les messages sur ce contenu : {}.",
    en="All together, the posts on this content: {}.",
)


def helped(services: Services, ambassador_id: str) -> HelpedOut:
    """Return a note per content the person spoke about, if they want to be part of the whole.

    What they spoke about is known only from the drafts and signals they let the service keep.
    """
    if not services.people.get(ambassador_id).purposes[Purpose.COLLECTIVE]:
        return HelpedOut(notes=[])
    figures = services.outcomes.by_content()
    spoken = {draft.content_id for draft in services.drafts.of(ambassador_id)}
    said = services.signals.of(ambassador_id)
    spoken |= {one for one, signal in said.items() if signal is Signal.KEPT}
    items = services.contents.some(sorted(spoken & figures.keys()))
    found = sorted(items, key=_recency, reverse=True)
    return HelpedOut(
        notes=[
            Helped(content_id=one.content_id, title=one.title, text=_text(figures[one.content_id]))
            for one in found
        ]
    )


def _recency(item: ContentItem) -> tuple[str, str]:
    return (item.published_at.isoformat() if item.published_at else "", item.content_id)


def _text(figures: Figures) -> Said:
    return Said(**{one.value: _in(figures, one) for one in Language})


def _in(figures: Figures, language: Language) -> str:
    measured = ((getattr(figures, name), words) for name, words in _PARTS)
    parts = [
        words.in_language(language).format(said_number(value, language))
        for value, words in measured
        if value is not None
    ]
    return _TOGETHER.in_language(language).format(", ".join(parts))
