"""Make the model that finds orders to a machine in articles, and the words articles use.

    python -m training.injection      # reads DATA (../shared/data), writes guardrails/injection

It learns from our own orders and questions (`injection_attacks.toml` and, built from parts,
`injection_templates.toml`), planted in one half of the real posts, against every other sentence
of that half. The other half, and every published set of attacks, only measure.
"""

import hashlib
import json
import random
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.material import blogs
from benchmarks.planting import is_for_development, planted
from guardrails.injection import passages
from guardrails.injection.passages import Article, read_article
from guardrails.injection.weighing import weighable

_HERE = Path(__file__).parent
_TARGET = _HERE.parent / "guardrails" / "injection"
_LANGUAGES = ("fr", "en")
_BUILT = 450  # per language
_TIMES = 4
_CLEAN_SHARE = 0.01  # of the posts it learned from, left out in turn, that may be suspect
_FOLDS = 5
_TOGETHER = (
    (" de le ", " du "),
    (" de les ", " des "),
    (" à le ", " au "),
    (" à les ", " aux "),
    (" de des ", " de "),
    (" à Le ", " au "),
)


def main() -> None:
    """Write the background, train on it, and say how well posts and orders come apart."""
    posts = {
        language: [one.text for one in blogs(language) if is_for_development(one.content_id)]
        for language in _LANGUAGES
    }
    _write_background([text for texts in posts.values() for text in texts])
    clean, owners = _clean(posts)
    orders = [row for each in _orders(posts) for row in each]
    names = sorted(clean[0])
    x = np.array([[row[name] for name in names] for row in clean + orders])
    y = np.array([0] * len(clean) + [1] * len(orders))
    threshold = _threshold(x, y, owners, sum(map(len, posts.values())))
    model = _fitted(x, y)
    values = dict(zip(names, (round(float(w), 4) for w in model.coef_[0]), strict=True))
    _write_weights(float(model.intercept_[0]), threshold, values)
    found = np.mean(model.decision_function(x[len(clean) :]) > threshold)
    print(f"{len(clean)} sentences of posts, {len(orders)} of orders; {found:.3f} of these found")


def _orders(posts: dict[str, list[str]]) -> Iterator[list[dict[str, float]]]:
    chance = random.Random(1)  # noqa: S311 - no secret
    written = tomllib.loads((_HERE / "injection_attacks.toml").read_text(encoding="utf-8"))
    parts = tomllib.loads((_HERE / "injection_templates.toml").read_text(encoding="utf-8"))
    for language in _LANGUAGES:
        other = posts[_LANGUAGES[1 - _LANGUAGES.index(language)]]
        for order in (*written[language], *_built(parts[language], chance)):
            for turn in range(_TIMES):
                text = chance.choice(other if turn == 0 else posts[language])
                with_order, start = planted(text, order, chance)
                article = read_article(with_order, is_background=True)
                yield _shown_within(article, start, start + len(order))


def _built(parts: dict[str, list[str]], chance: random.Random) -> list[str]:
    built: set[str] = set()
    while len(built) < _BUILT:
        order = chance.choice(parts["templates"])
        for slot in (name for name in parts if name != "templates"):
            while f"{{{slot}}}" in order:
                order = order.replace(f"{{{slot}}}", chance.choice(parts[slot]), 1)
        built.add(_contracted(order))
    return sorted(built)


def _contracted(order: str) -> str:
    """Write what French runs together: "de le" is "du"."""
    for apart, together in _TOGETHER:
        order = order.replace(apart, together)
    return order


def _shown_within(article: Article, start: int, end: int) -> list[dict[str, float]]:
    return [values for one, values in weighable(article) if one.start < end and one.end > start]


def _clean(posts: dict[str, list[str]]) -> tuple[list[dict[str, float]], list[int]]:
    rows, owners = [], []
    for number, text in enumerate(text for texts in posts.values() for text in texts):
        shown = _shown_within(read_article(text, is_background=True), 0, len(text))
        rows += shown
        owners += [number] * len(shown)
    return rows, owners


def _fitted(x: np.ndarray, y: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=0.5, max_iter=4_000).fit(x, y)


def _threshold(x: np.ndarray, y: np.ndarray, owners: Sequence[int], count: int) -> float:
    """Return what the allowed share of posts reaches when the model has not seen them."""
    fold = np.array([owner % _FOLDS for owner in owners] + [-1] * (len(y) - len(owners)))
    best: dict[int, float] = defaultdict(lambda: -99.0)
    for number in range(_FOLDS):
        left_out = np.flatnonzero(fold == number)
        scores = _fitted(x[fold != number], y[fold != number]).decision_function(x[left_out])
        for row, score in zip(left_out, scores, strict=True):
            best[owners[row]] = max(best[owners[row]], float(score))
    return sorted(best.values(), reverse=True)[int(_CLEAN_SHARE * count)]


def _write_background(texts: Sequence[str]) -> None:
    seen = Counter(
        stem
        for text in texts
        for stem in {stem for one in read_article(text).passages for stem in one.stems}
    )
    by_count = defaultdict(list)
    for stem, count in seen.items():
        by_count[count].append(stem)
    lines = [
        f"{count} {' '.join(stems[at : at + 12])}"
        for count in sorted(by_count, reverse=True)
        if count > 1
        for stems in [sorted(by_count[count])]
        for at in range(0, len(stems), 12)
    ]
    (_TARGET / "background.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    passages.background.cache_clear()


def _write_weights(bias: float, threshold: float, values: dict[str, float]) -> None:
    data = {"bias": round(bias, 4), "threshold": round(threshold, 4), "values": values}
    content = json.dumps(data, indent=1).encode() + b"\n"
    (_TARGET / "weights.json").write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    (_TARGET / "weights.sha256").write_text(f"{digest}  weights.json\n", encoding="ascii")


if __name__ == "__main__":
    main()
