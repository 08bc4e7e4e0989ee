"""Make guardrails/belonging/tie.json: whether an author is seen to belong to a company.

    python -m training.ties

Logistic regression over what `guardrails/belonging/shown.py` reads, on `training/texts/ties.jsonl`:
invented posts of people inside a company and, as near to them as could be written, of customers,
relatives, former staff, rivals and salesmen. Each writer's posts are judged by what the others
alone taught, which is how a stranger's posts fare; of those of outsiders at most one in fifty
passes in either language. Seconds, the same file each time.
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from guardrails.belonging.shown import shown
from guardrails.belonging.tie import ARTEFACT, Judge, digest_of
from guardrails.reading import Reading

TEXTS = Path(__file__).parent / "texts" / "ties.jsonl"
REGULARIZATION, SEEN_AT_LEAST = 0.15, 4
MAY_PASS = 0.02
DIGITS = 4
NEVER = -9.0
Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """A post as the judge sees it, and who wrote it of whom.

    `told` says that a form or a sign disclosed it when it was written down; `pair` is shared by a
    post and its counterpart in the other language.
    """

    values: frozenset[str]
    language: Language
    writer: str
    pair: str
    inside: bool
    told: bool
    may_tell: bool

    @property
    def weight(self) -> float:
        """Those inside whom no form or sign knows are the ones the judge is for."""
        return 0.1 if self.told and self.inside else 1.0


def main() -> None:
    """Train, measure on posts held out in turn, and write the judge."""
    posts = rows()
    scores = by_unseen_writers(posts)
    bars = {one: _threshold(posts, scores, one) for one in Language}
    bias, weights = fit(posts)
    card: dict[str, Any] = {
        "what": "how likely an author whom no form or sign knows is seen to belong to the company",
        "made_by": "training/ties.py",
        "trained_on": f"{len(posts)} invented posts, {sum(one.inside for one in posts)} of them"
        f" by people inside, by {len({one.writer for one in posts})} hands",
        "method": "logistic regression; log odds of being inside",
        "unseen_writer": {one.value: _figures(posts, scores, one, bars[one]) for one in Language},
        "bias": bias,
        "thresholds": {one.value: bars[one] for one in Language},
        "weights": weights,
    }
    card["sha256"] = digest_of(card)
    written = json.dumps(card, indent=2, ensure_ascii=False)
    ARTEFACT.write_text(written + "\n", encoding="utf-8")
    print(json.dumps(card["unseen_writer"], indent=2))
    for writer, language in sorted({(one.writer, one.language) for one in posts}):
        own = [at for at, one in enumerate(posts) if one.writer == writer]
        of_them = [posts[at] for at in own]
        print(writer, language, _figures(of_them, scores[own], language, bars[language]))


def rows() -> list[Row]:
    """Return every post whose company it names."""
    return [row for line in TEXTS.read_text(encoding="utf-8").splitlines() if (row := _row(line))]


def _row(line: str) -> Row | None:
    told = json.loads(line)
    name, *aliases = told["company"]
    language = Language(told["language"])
    company = Organization(name=name, aliases=tuple(aliases))
    found = shown(Reading(Draft(told["text"], language)), company)
    if found is None:
        return None
    writer, pair = told["writer"], told["pair"]
    inside, is_told = told["inside"], told["told"]
    return Row(found.values, language, writer, pair, inside, is_told, found.may_tell)


def fit(posts: Sequence[Row]) -> tuple[float, dict[str, float]]:
    """Return what these posts teach: the bias, and what each value counts."""
    seen = Counter(value for one in posts for value in one.values)
    names = sorted(name for name, count in seen.items() if count >= SEEN_AT_LEAST)
    values = np.array([[name in one.values for name in names] for one in posts], dtype=float)
    model = LogisticRegression(C=REGULARIZATION, max_iter=2000)
    model.fit(values, [one.inside for one in posts], [one.weight for one in posts])
    counts = (round(float(weight), DIGITS) for weight in model.coef_[0])
    return round(float(model.intercept_[0]), DIGITS), dict(zip(names, counts, strict=True))


def by_unseen_writers(posts: Sequence[Row]) -> Scores:
    """Return a score for each post by a judge that has seen nothing of who wrote it."""
    scores = np.zeros(len(posts))
    for writer in sorted({one.writer for one in posts}):
        known = fit([one for one in posts if one.writer != writer])
        for at, one in enumerate(posts):
            if one.writer == writer:
                scores[at] = _odds(known, one)
    return scores


def _odds(known: tuple[float, dict[str, float]], one: Row) -> float:
    return Judge(known[0], {}, known[1]).odds(one.values) if one.may_tell else NEVER


def _threshold(posts: Sequence[Row], scores: Scores, language: Language) -> float:
    """Return what no more than the share allowed of a language's outsiders exceed."""
    own = sorted(
        score
        for one, score in zip(posts, scores, strict=True)
        if one.language is language and not one.inside
    )
    return float(ceil(own[-1 - int(len(own) * MAY_PASS)] * 10**DIGITS) / 10**DIGITS)


def _figures(
    posts: Sequence[Row], scores: Scores, language: Language, threshold: float
) -> dict[str, float]:
    own = [(one, score) for one, score in zip(posts, scores, strict=True)]
    own = [(one, score) for one, score in own if one.language is language]
    inside = [one.told or score > threshold for one, score in own if one.inside]
    untold = [score for one, score in own if one.inside and not one.told]
    outside = [score for one, score in own if not one.inside]
    return {
        "inside": len(inside),
        "of them told or seen": round(float(np.mean(inside)), 3),
        "untold": len(untold),
        "of those seen": round(
            float(np.mean([score > threshold for score in untold or [-9.0]])), 3
        ),
        "outside": len(outside),
        "of them let pass": round(float(np.mean([score > threshold for score in outside])), 3),
    }


if __name__ == "__main__":
    main()
