"""What an employee asks for on a content's page, as they typed it."""

import re
from dataclasses import dataclass, replace
from typing import Final, Self

from api.pages.forms import Form, number_of
from api.schemas.drafts import DraftsIn
from domain.content import ContentItem
from domain.people import Ambassador
from domain.platforms import Platform

COUNTS: Final = ("1", "2", "3")
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class DraftingForm:
    """The fields of the form, kept as typed so that a refusal loses nothing."""

    language: str
    platform: str = Platform.LINKEDIN.value
    count: str = "2"
    note: str = ""

    @classmethod
    def at_first(cls, item: ContentItem, ambassador: Ambassador) -> Self:
        """Return the form as it opens: in the content's language, if that is the person's."""
        spoken = ambassador.languages
        language = item.language if item.language in spoken else spoken[0]
        return cls(language.value)

    def filled(self, form: Form) -> Self:
        """Return the form with what was sent."""
        return replace(
            self,
            language=form.text("language") or self.language,
            platform=form.text("platform") or self.platform,
            count=form.text("n") or self.count,
            note=form.text("note"),
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """Return one note per paragraph."""
        return tuple(filter(None, _BLANK_LINE.split(self.note)))

    def asked(self, content_id: str) -> DraftsIn:
        """Return the request for drafts.

        Raises ValidationError for what cannot be asked.
        """
        return DraftsIn.model_validate(
            {
                "content_id": content_id,
                "language": self.language,
                "platform": self.platform,
                "n": number_of(self.count),
                "notes": self.notes,
            }
        )
