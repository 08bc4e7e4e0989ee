"""Charters proposed from real policies by lists of words: how many clauses, and all cited."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.material import DATA
from benchmarks.quality.figure import Figure
from domain.errors import CharterInvalid
from domain.language import Language
from guardrails.charter import parse_charter
from guardrails.proposing import Paragraph, propose, read_policy


def figures() -> Iterator[Figure]:
    """Yield the share of proposed clauses whose citation stands in the policy, by language."""
    for language in Language:
        clauses = cited = 0
        policies = sorted((DATA / "charters" / language).glob("*.md"))
        for policy in policies:
            paragraphs = read_policy(policy)
            sentences = _cited(policy, paragraphs, language)
            found = sum(any(one in each.text for each in paragraphs) for one in sentences)
            print(f"{policy.name}: {len(sentences)} clauses proposed, {found} cited")
            clauses, cited = clauses + len(sentences), cited + found
        share = cited / clauses if clauses else None
        yield Figure(f"proposed clauses that cite their policy, {language}", share, asked=1.0)


def _cited(policy: Path, paragraphs: tuple[Paragraph, ...], language: Language) -> list[str]:
    try:
        proposal = propose(paragraphs, name=policy.stem, language=language)
    except CharterInvalid:
        return []  # a policy may ask nothing that a check examines
    clauses = parse_charter(proposal.yaml).charter.clauses
    return [clause.cites.sentence if clause.cites else "" for clause in clauses]
