"""What a judge is asked: a released prompt, with everything foreign fenced as data."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from domain.drafts import Draft
from domain.language import Language
from domain.ports import Message
from domain.review import Circumstances
from guardrails.charter import Clause
from guardrails.injection import scan_article, scan_words, without
from guardrails.prompting import Prompt, fenced, read_prompt

PROMPT = Path(__file__).parents[1] / "checks" / "prompts" / "judge_clauses.v2.md"

_LONGEST_SOURCE = 12_000
_EXAMPLES = 2  # of each kind: where the line runs, without the cost of the whole suite
_LONGEST_EXAMPLE = 400
_PASSING = ("near_miss", "compliant")
_BARE = {"text", "language", "kind", "translates"}


def judges_prompt() -> Prompt:
    """Read the prompt of this version."""
    return read_prompt(PROMPT)


def question(
    clauses: Sequence[Clause], draft: Draft, circumstances: Circumstances, mark: str = ""
) -> tuple[Message, ...]:
    """Return the messages that ask about these clauses, each by its id and the mark behind it."""
    return asked(clauses, draft, evidence_of(circumstances), mark)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a post is held against, fenced, without what speaks to a machine in it."""

    source: str
    notes: str


def evidence_of(circumstances: Circumstances) -> Evidence:
    """Return the source and the notes; they are scanned, which takes a while for a long one."""
    source = circumstances.source
    told = f"{source.title}\n{source.text[:_LONGEST_SOURCE]}" if source else ""
    # What speaks to a machine in them is no evidence for or against a post.
    told = without(told, scan_article(told))
    notes = [without(note, scan_words(note)) for note in circumstances.notes]
    return Evidence(
        fenced(told, "source") if told else "",
        "\n".join(fenced(note, "note") for note in notes),
    )


def asked(
    clauses: Sequence[Clause], draft: Draft, evidence: Evidence, mark: str
) -> tuple[Message, ...]:
    """Return the messages that ask about these clauses beside evidence that was read before."""
    values = {
        "clauses": "\n".join(_clause(clause, draft.language, mark) for clause in clauses),
        "draft": fenced(draft.text, "draft"),
        "source": evidence.source,
        "notes": evidence.notes,
    }
    return judges_prompt().filled(draft.language, values)


def marked(clause: Clause, mark: str) -> str:
    """Return what a clause goes by in a question: nobody who writes a post knows its mark."""
    return f"{clause.id}#{mark}" if mark else clause.id


def _clause(clause: Clause, language: Language, mark: str) -> str:
    statement = clause.statement.as_bilingual().in_language(language)
    why = clause.why.as_bilingual().in_language(language)
    lines = [fenced(f"{marked(clause, mark)}: {statement}\n{why}", "clause")]
    lines += [fenced(text, "breaks") for text in _posts(clause, language, ("violating",))]
    lines += [
        fenced(text, "keeps") for text in _posts(clause, language, ("near_miss", "compliant"))
    ]
    return "\n".join(lines)


def _posts(clause: Clause, language: Language, kinds: Sequence[str]) -> list[str]:
    """Return the first short examples of these kinds that need no circumstances of their own."""
    fitting = (
        one.text
        for kind in kinds
        for one in clause.examples
        if (one.kind, one.language) == (kind, language)
        and one.model_dump(exclude_defaults=True).keys() <= _BARE
        and len(one.text) <= _LONGEST_EXAMPLE
    )
    return list(islice(fitting, _EXAMPLES))
