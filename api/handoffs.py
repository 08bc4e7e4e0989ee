"""Messages that hand a text over in Slack or Teams: returned to the caller, never sent.

The text stands in them as plain text, so that nothing in it becomes a mention, a link or a style.
"""

from collections.abc import Mapping
from typing import Any, Final

from api.schemas.handoffs import Target
from domain.language import Bilingual, Language

# What one block of Slack may hold.
_BLOCK: Final = 3_000

TITLE: Final = Bilingual(
    fr="Un texte à relire et à publier vous-même, si vous le voulez",
    en="A text to read again and post yourself, if you like",
)
_CARD: Final = "application/vnd.microsoft.card.adaptive"
_SCHEMA: Final = "https://adaptivecards.io/schemas/adaptive-card.json"


def handoff(target: Target, text: str, language: Language) -> Mapping[str, Any]:
    """Return the message that carries a text, ready for the target's own interface."""
    title = TITLE.in_language(language)
    return _slack(title, text) if target is Target.SLACK else _teams(title, text)


def _slack(title: str, text: str) -> Mapping[str, Any]:
    pieces = [text[at : at + _BLOCK] for at in range(0, len(text), _BLOCK)]
    return {
        # Shown in a notification: the title alone, since Slack reads marks in this field.
        "text": title,
        "blocks": [
            {"type": "header", "text": {"type": "plain_text", "text": title}},
            *(
                {"type": "section", "text": {"type": "plain_text", "text": piece, "emoji": False}}
                for piece in pieces
            ),
        ],
    }


def _teams(title: str, text: str) -> Mapping[str, Any]:
    lines = text.split("\n")
    return {
        "type": "message",
        "attachments": [
            {
                "contentType": _CARD,
                "content": {
                    "$schema": _SCHEMA,
                    "type": "AdaptiveCard",
                    "version": "1.5",
                    "body": [
                        {"type": "TextBlock", "text": title, "weight": "bolder", "wrap": True},
                        *map(_line, lines),
                    ],
                },
            }
        ],
    }


def _line(line: str) -> Mapping[str, Any]:
    # A run of text is shown as it stands; a block of text would read marks in it.
    return {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": line or " "}]}
