"""Clauses that need meaning, asked of a model: structured, bounded, closed when in doubt."""

from guardrails.judging.judge import Judge

__all__ = ["Judge"]
