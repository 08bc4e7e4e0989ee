"""Values to test with: sensible by default, and any field can be given."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from domain.content import ContentItem
from domain.drafts import DraftRequest
from domain.language import Language
from domain.organization import Organization
from domain.people import Ambassador, ProfileMix, ProfileType
from domain.review import Circumstances, Source

NOW = datetime(2026, 3, 12, 9, 5, tzinfo=UTC)

FRENCH_TEXT = (
    "L’atelier de Nantes a remplacé ses feuilles de relevé par un écran au pied de chaque "
    "machine. Le réglage prend désormais 12 minutes au lieu de 40. Trois équipes ont suivi la "
    "formation pendant deux jours. « On ne court plus après l’information », résume Claire "
    "Besson, responsable de production. Le site de Lyon commencera en septembre."
)
ENGLISH_TEXT = (
    "The Nantes workshop replaced its paper records with a screen beside each machine. Setting "
    "one up now takes 12 minutes instead of 40. Three teams took a course of two days. “We no "
    "longer run after information,” says Claire Besson, head of production. The Lyon site "
    "starts in September."
)


def item(**fields: Any) -> ContentItem:
    """Return a content, French unless said otherwise; its digest follows its text."""
    language = fields.get("language", Language.FRENCH)
    is_french = language is Language.FRENCH
    default = ContentItem(
        content_id="content-1",
        title="Un écran au pied des machines" if is_french else "A screen beside the machines",
        text=FRENCH_TEXT if is_french else ENGLISH_TEXT,
        language=language,
        digest="",
        source="tests",
        url="https://ardemont.example/ecran",
        published_at=NOW - timedelta(days=3),
    )
    built = replace(default, **fields)
    return built if built.digest else replace(built, digest=_digest(built))


def ambassador(**fields: Any) -> Ambassador:
    """Return a volunteer of the expert type, without posts."""
    default = Ambassador(profile=ProfileMix.only(ProfileType.EXPERT), name="Inès Caradec")
    return replace(default, **fields)


def organization(**fields: Any) -> Organization:
    """Return the invented company the charter's examples speak of."""
    default = Organization(name="Ardemont", products=("Flow",), domains=("ardemont.example",))
    return replace(default, **fields)


def draft_request(**fields: Any) -> DraftRequest:
    """Return a request for one draft on `item()`, in the content's own language."""
    content = fields.get("content", item())
    default = DraftRequest(
        content=content,
        ambassador=ambassador(),
        language=content.language,
        owner="owner-1",
        reservation_ends_at=NOW + timedelta(days=30),
    )
    return replace(default, **fields)


def circumstances(**fields: Any) -> Circumstances:
    """Return what a review of a draft on `item()` depends on."""
    content = item()
    source = Source(content.text, content.title, content.url, content.authors)
    default = Circumstances(now=NOW, organization=organization(), source=source)
    return replace(default, **fields)


def _digest(content: ContentItem) -> str:
    return sha256(f"{content.title}\n{content.text}".encode()).hexdigest()
