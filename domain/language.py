"""The two languages of the product, and texts that exist in both."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language that every draft, rule, message and page exists in."""

    FRENCH = "fr"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One message, said in both languages."""

    fr: str
    en: str

    def in_language(self, language: Language) -> str:
        """Return the message in one of its languages."""
        return self.fr if language is Language.FRENCH else self.en
