"""Make guardrails/belonging/tie.json: whether an author is seen to belong to a company.

    python -m training.ties

Logistic regression over what `guardrails/belonging/shown.py` reads, on `training/texts/ties.jsonl`:
invented posts of people inside a company and, as near to them as could be written, of customers,
relatives, former staff, rivals and salesmen. Beside what a text shows and its words, it learns a
direction in the meanings that the bundled encoder gives to words, so that a word of no training
text leans as its kin do; only what that comes to for each word is kept. Each writer's posts are
judged by what the others alone taught, which is how a stranger's posts fare; of the outsiders at
most 22 in a hundred pass, most of them twins of an insider's post. A minute or two, the same file
each time on one machine.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from guardrails.belonging.shown import Shown, shown
from guardrails.belonging.tie import ARTEFACT, FEWEST, Judge, digest_of
from guardrails.reading import Reading
from training.meanings import Meanings

TEXTS = Path(__file__).parent / "texts" / "ties.jsonl"
REGULARIZATION, SEEN_AT_LEAST = 0.05, 3
MAY_PASS = 0.22
DIGITS = 3
NEVER = -9.0
TOLD_COUNTS = 0.3
Scores = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Row:
    """A post as the judge sees it, and who wrote it of whom.

    `told` says that a form or a sign disclosed it when it was written down; `pair` is shared by a
    post and its counterpart in the other language.
    """

    shown: Shown
    language: Language
    writer: str
    pair: str
    inside: bool
    told: bool

    @property
    def weight(self) -> float:
        """Those inside whom no form or sign knows are the ones the judge is for."""
        return TOLD_COUNTS if self.told and self.inside else 1.0

    @cached_property
    def values(self) -> frozenset[str]:
        """Return what the text shows."""
        return self.shown.values


def main() -> None:
    """Train, measure on posts held out in turn, and write the judge."""
    posts = rows()
    meanings = Meanings.of({word for one in posts for word in one.shown.words})
    scores = by_unseen_writers(posts, meanings)
    bars = {one: _threshold(posts, scores, one) for one in Language}
    bias, weights, leanings = fit(posts, meanings)
    card: dict[str, Any] = {
        "what": "how likely an author whom no form or sign knows is seen to belong to the company",
        "made_by": "training/ties.py",
        "trained_on": f"{len(posts)} invented posts, {sum(one.inside for one in posts)} of them"
        f" by people inside, by {len({one.writer for one in posts})} hands",
        "method": "logistic regression; log odds of being inside",
        "unseen_writer": {one.value: _figures(posts, scores, one, bars[one]) for one in Language},
        "bias": bias,
        "thresholds": {one.value: bars[one] for one in Language},
    }
    card |= {"weights": weights, "leanings": leanings}
    card["sha256"] = digest_of(card)
    ARTEFACT.write_text(_written(card) + "\n", encoding="utf-8")
    print(json.dumps(card["unseen_writer"], indent=2))
    for writer, language in sorted({(one.writer, one.language) for one in posts}):
        own = [at for at, one in enumerate(posts) if one.writer == writer]
        of_them = [posts[at] for at in own]
        print(writer, language, _figures(of_them, scores[own], language, bars[language]))


def _written(card: dict[str, Any]) -> str:
    """Write one value a line, and a word's leanings on one."""
    lines = []
    for name, told in card.items():
        said = json.dumps(told, ensure_ascii=False)
        if name in ("weights", "leanings"):
            said = "{\n" + ",\n".join(_entries(told)) + "\n}"
        lines.append(f"{json.dumps(name)}: {said}")
    return "{\n" + ",\n".join(lines) + "\n}"


def _entries(told: dict[str, Any]) -> Iterator[str]:
    for name, counts in told.items():
        yield f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(counts)}"


def rows() -> list[Row]:
    """Return every post whose company it names."""
    return [row for line in TEXTS.read_text(encoding="utf-8").splitlines() if (row := _row(line))]


def _row(line: str) -> Row | None:
    told = json.loads(line)
    name, *aliases = told["company"]
    language = Language(told["language"])
    products = tuple(told.get("products", ()))
    company = Organization(name=name, aliases=tuple(aliases), products=products)
    found = shown(Reading(Draft(told["text"], language)), company)
    if found is None:
        return None
    return Row(found, language, told["writer"], told["pair"], told["inside"], told["told"])


Learned = tuple[float, dict[str, float], dict[str, list[float]]]


def fit(posts: Sequence[Row], meanings: Meanings) -> Learned:
    """Return what these posts teach: the bias, and what each value and each word counts."""
    seen = Counter(value for one in posts for value in one.values)
    names = sorted(name for name, count in seen.items() if count >= SEEN_AT_LEAST)
    told = hstack([_held(posts, names), csr_matrix(_meant(posts, meanings))]).tocsr()
    model = LogisticRegression(C=REGULARIZATION, max_iter=2000)
    model.fit(told, [one.inside for one in posts], [one.weight for one in posts])
    counts, meant = model.coef_[0][: len(names)], model.coef_[0][len(names) :]
    leanings = meanings.towards(meant.reshape(2, -1), DIGITS)
    weights = dict(zip(names, np.round(counts, DIGITS).tolist(), strict=True))
    weights = {name: count for name, count in weights.items() if count}
    return round(float(model.intercept_[0]), DIGITS), weights, leanings


def _held(posts: Sequence[Row], names: Sequence[str]) -> csr_matrix:
    at = {name: column for column, name in enumerate(names)}
    columns = [sorted(at[value] for value in one.values if value in at) for one in posts]
    ends = np.cumsum([0, *map(len, columns)])
    flat = [column for own in columns for column in own]
    return csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(posts), len(names)))


def _meant(posts: Sequence[Row], meanings: Meanings) -> Scores:
    return np.array(
        [
            np.concatenate(
                [meanings.mean(part, FEWEST) for part in (one.shown.words, one.shown.own)]
            )
            for one in posts
        ]
    )


def by_unseen_writers(posts: Sequence[Row], meanings: Meanings) -> Scores:
    """Return a score for each post by a judge that has seen nothing of who wrote it."""
    scores = np.zeros(len(posts))
    for writer in sorted({one.writer for one in posts}):
        bias, weights, leanings = fit([one for one in posts if one.writer != writer], meanings)
        known = Judge(bias, {}, weights, leanings)
        for at, one in enumerate(posts):
            if one.writer == writer:
                scores[at] = known.odds(one.shown) if one.shown.may_tell else NEVER
    return scores


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
