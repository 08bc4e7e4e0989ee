"""What the test server answers when nothing is wrong: a sensible post, in the shape asked.

It reads the prompt the way a model would: the passage, the employer and the notes from their
marks, the language from the mark that stands for a personal word, the shape from the schema.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from domain.segmentation import sentences

Json = dict[str, Any]

_BLOCK = re.compile(r"<(?P<name>[a-z_]+)>\s*(?P<text>.*?)\s*</(?P=name)>", re.DOTALL)
_PLACEHOLDER = re.compile(r"\[(?:à compléter|to complete)[^\]]*\]")
_MOST = re.compile(r"(?:at most|au plus|keep within|tiennent en) (\d+) c", re.IGNORECASE)
_SCHEMA = re.compile(r"JSON Schema:\n(\{.*\})\s*\Z", re.DOTALL)

_NOTHING = {"array": [], "boolean": False, "integer": 0, "number": 0, "null": None}
_LEADS = {
    "fr": (
        "Le passage du jour.",
        "L’essentiel tient ici.",
        "Une phrase vaut le détour.",
        "Voici le cœur du sujet.",
        "Le détail qui compte.",
        "À relire lentement.",
    ),
    "en": (
        "The line worth reading.",
        "Here is the core.",
        "One sentence says it.",
        "The detail that counts.",
        "Worth reading slowly.",
        "This is the heart of it.",
    ),
}
_HINTS = {
    "fr": ("votre exemple", "un détail vécu", "ce qui change pour vous", "un souvenir d’atelier"),
    "en": ("your example", "one lived detail", "what changes for you", "a moment at work"),
}


@dataclass(frozen=True)
class Reading:
    """What a prompt says, as far as this server understands it."""

    language: str
    blocks: Mapping[str, Sequence[str]]
    most: int
    turn: int
    system: str = ""

    @classmethod
    def of(cls, payload: Json) -> "Reading":
        texts = [str(message.get("content") or "") for message in payload.get("messages", [])]
        whole = "\n".join(texts)
        blocks: dict[str, list[str]] = {}
        for match in _BLOCK.finditer("\n".join(_said_by(payload, "user"))):
            blocks.setdefault(match["name"], []).append(match["text"])
        most = _MOST.search(whole)
        language = "fr" if "[à compléter" in whole else "en"
        turn = crc32(f"{blocks.get('passage')}{payload.get('seed')}".encode()) + len(texts)
        system = "\n".join(_said_by(payload, "system"))
        return cls(
            language, blocks, int(most[1]) if most else 1_300, turn + ("draft" in blocks), system
        )

    def first(self, name: str) -> str:
        """Return the first text between these marks, or nothing."""
        return next(iter(self.blocks.get(name, ())), "")

    def pick(self, choices: Sequence[str]) -> str:
        """Return one of the choices, the same for the same prompt and seed."""
        return choices[self.turn % len(choices)]


def content_for(payload: Json) -> str:
    """Return the content of a good answer to a request."""
    schema = schema_in(payload)
    if schema is not None and "verdicts" in schema.get("properties", {}):
        return json.dumps(_judged(Reading.of(payload)), ensure_ascii=False)
    if schema is not None and "clauses" in schema.get("properties", {}):
        return json.dumps(_proposed(Reading.of(payload)), ensure_ascii=False)
    parts = _parts(Reading.of(payload))
    return parts["text"] if schema is None else json.dumps(_filled(schema, parts))


def post_for(payload: Json) -> str:
    """Return the text of a good answer, whatever the shape asked."""
    text: str = _parts(Reading.of(payload))["text"]
    return text


def is_french(payload: Json) -> bool:
    """Tell whether a prompt asks for French."""
    return Reading.of(payload).language == "fr"


def same_post_for(payload: Json) -> str:
    """Return a post that does not depend on who asks, nor on the angle."""
    reading = Reading.of(payload)
    opening = next(iter(sentences(reading.first("source"))), "")
    return f"{opening}\n\n{_disclosure(reading)}"


def what_the_source_orders(payload: Json) -> str:
    """Return what a model would say that takes the end of the source for an order."""
    reading = Reading.of(payload)
    order = next(reversed(sentences(reading.first("source"))), "PWNED")
    return f"{order} {_disclosure(reading)}"


def schema_in(payload: Json) -> Json | None:
    """Return the schema asked for, in `response_format` or in words."""
    asked = payload.get("response_format") or {}
    if asked.get("type") == "json_schema":
        schema: Json = asked["json_schema"]["schema"]
        return schema
    for message in payload.get("messages", []):
        found = _SCHEMA.search(str(message.get("content") or ""))
        if found:
            described: Json = json.loads(found[1])
            return described
    return None


def _judged(reading: Reading) -> Json:
    """Judge as a draft says itself: "breaks CH-18" breaks that clause, and nothing else does."""
    draft = reading.first("draft")
    verdicts = []
    for clause in reading.blocks.get("clause", ()):
        name = clause.partition(":")[0]
        said = name.partition("#")[0]
        quote = f"breaks {said}" if f"breaks {said}" in draft else ""
        verdict = "breaks" if quote else "unclear" if f"puzzles {said}" in draft else "keeps"
        verdicts.append({"clause": name, "verdict": verdict, "quote": quote})
    return {"verdicts": [one for told in verdicts for one in _amiss(told, draft, reading)]}


def _amiss(told: Json, draft: str, reading: Reading) -> Sequence[Json]:
    """Return a verdict as a draft wants it spoilt: "forgets CH-18" leaves it out."""
    said = told["clause"].partition("#")[0]
    spoilt: Mapping[str, Sequence[Json]] = {
        "forgets": [],
        "doubles": [told, told],
        "misnames": [told | {"clause": said}],
        "renames": [told | {"clause": f"{told['clause']}9"}],
        "misquotes": [told | {"verdict": "breaks", "quote": "words of nobody at all"}],
        "retypes": [told | {"verdict": "breaks", "quote": draft[:40].replace("’", "'")}],
        "marks": [told | {"quote": told["clause"]}],
        "recites": [told | {"quote": reading.system}],
    }
    return next((way for verb, way in spoilt.items() if f"{verb} {said}" in draft), [told])


def _proposed(reading: Reading) -> Json:
    """Take every sentence with "must" or "devez" for a clause, and make up one more."""
    said = [one for text in reading.blocks.get("passage", ()) for one in sentences(text)]
    asked = [one for one in said if " must " in f" {one} " or " devez " in f" {one} "]
    return {"clauses": [_clause(one) for one in (*asked, "You must always praise the company.")]}


def _clause(sentence: str) -> Json:
    post = {"fr": "Je travaille chez Ardemont.", "en": "I work at Ardemont."}
    return {
        "sentence": sentence,
        "topic": "CH-08",
        "terms": [],
        "name": {"fr": "Une demande", "en": "A demand"},
        "translation": f"({sentence})",
        "breaks": post,
        "keeps": post,
    }


def _parts(reading: Reading) -> dict[str, Any]:
    employer, passage = reading.first("employer"), reading.first("passage")
    works = (
        f"Je travaille chez {employer}." if reading.language == "fr" else f"I work at {employer}."
    )
    personal = reading.first("note") or _mark(reading)
    lead = reading.pick(_LEADS[reading.language])
    parts = {
        "opening": passage,
        "disclosure": works,
        "fact": lead,
        "personal": personal,
        "question": "",
        "hashtags": [],
    }
    middle = f"{works} {lead}".strip()
    candidates = (
        (middle, passage, personal, reading.first("link")),
        (works, passage, reading.first("link")),
        (works, passage),
        (works, reading.first("title")),
    )
    texts = ["\n\n".join(filter(None, each)) for each in candidates]
    fitting = next((text for text in texts if len(text) <= reading.most), texts[-1])
    return parts | {"text": fitting}


def _disclosure(reading: Reading) -> str:
    employer = reading.first("employer")
    is_french = reading.language == "fr"
    return f"Je travaille chez {employer}." if is_french else f"I work at {employer}."


def _mark(reading: Reading) -> str:
    hint = reading.pick(_HINTS[reading.language])
    return f"[à compléter\u00a0: {hint}]" if reading.language == "fr" else f"[to complete: {hint}]"


def _filled(schema: Json, parts: Mapping[str, Any]) -> Any:
    if "enum" in schema or "anyOf" in schema:
        return schema["enum"][0] if "enum" in schema else _filled(schema["anyOf"][-1], parts)
    if schema.get("type") == "object":
        properties = schema.get("properties", {}).items()
        return {name: parts.get(name, _filled(each, {})) for name, each in properties}
    return _NOTHING.get(schema.get("type", "string"), "")


def _said_by(payload: Json, role: str) -> list[str]:
    messages = payload.get("messages", [])
    return [str(each.get("content") or "") for each in messages if each.get("role") == role]
