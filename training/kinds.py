"""Make recommender/kind_model.npz: which kind a text is, and so which profile type it suits.

    python training/kinds.py

Trained on training/texts/profile_type_training.jsonl, invented texts written for it from the
descriptions of the four types; `benchmarks/sets/profile_type_test.jsonl` was written by somebody
else and is never read here. Half a minute on one core, the same bytes each time.
"""

import json
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import numpy as np
from scipy import sparse
from scipy.optimize import minimize_scalar
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, log_loss
from sklearn.model_selection import StratifiedKFold

from recommender.form import Form, form_of
from recommender.kind_model import ARTEFACT, CARD, vector_of
from recommender.kinds import KINDS, ContentKind
from recommender.suggestion import TYPE_OF_KIND

HERE = Path(__file__).parent
TEXTS = HERE / "texts" / "profile_type_training.jsonl"
PLACE = HERE.parent / "recommender"
# Two names the texts' author used for kinds the product calls otherwise.
OTHER_NAMES = {"answers": "answer", "day_in_the_life": "behind_the_scenes"}
SEEN_AT_LEAST = 1
REGULARIZATION = 10.0
FOLDS = 5
SEED = 1


def main() -> None:
    """Train, calibrate on texts held out in turn, and write the model and its card."""
    records = read()
    forms = [form_of(record["title"], record["text"]) for record in records]
    kinds = kinds_named(records)
    scores = held_out(forms, kinds)
    warmth = calibrated(scores, kinds)
    known, rarity, model = fit(forms, kinds)
    buffer = BytesIO()
    np.savez_compressed(
        buffer,
        known=known,
        rarity=rarity.astype(np.float32),
        weights=model.coef_.T.astype(np.float16),
        bias=model.intercept_.astype(np.float32),
        warmth=np.float64(warmth),
    )
    (PLACE / ARTEFACT).write_bytes(buffer.getvalue())
    card = {
        "what": "the kind of a text, in French and English",
        "made_by": "training/kinds.py",
        "trained_on": f"{len(records)} invented texts of {TEXTS.name}, half per language",
        "licence": "Apache-2.0",
        "method": "multinomial logistic regression over words, pairs of words, letters, title and"
        " last sentence; temperature fitted on held-out texts",
        "held_out_macro_f1_of_types": round(types_f1(scores, kinds), 3),
        "temperature": round(1 / warmth, 3),
        "features": len(known),
        "limits": "short company news like the training texts; a post of a line is mostly doubt",
        "kinds": list(KINDS),
        "sha256": sha256(buffer.getvalue()).hexdigest(),
    }
    (PLACE / CARD).write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(card, indent=2))


def read() -> list[dict[str, str]]:
    """Return the training texts."""
    return [json.loads(line) for line in TEXTS.read_text(encoding="utf-8").splitlines()]


def kinds_named(records: list[dict[str, str]]) -> np.ndarray:
    """Return the place of each text's kind."""
    names = [OTHER_NAMES.get(record["kind"], record["kind"]) for record in records]
    return np.array([KINDS.index(ContentKind(name)) for name in names])


def folds(kinds: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return which texts are seen and which are held out, in turn."""
    return list(StratifiedKFold(FOLDS, shuffle=True, random_state=SEED).split(kinds, kinds))


def fit(forms: list[Form], kinds: np.ndarray) -> tuple[np.ndarray, np.ndarray, LogisticRegression]:
    """Return the features kept, their rarity and the fitted model."""
    hashes = np.concatenate([np.unique(form.hashes) for form in forms])
    known, seen = np.unique(hashes, return_counts=True)
    kept = seen >= SEEN_AT_LEAST
    known, seen = known[kept], seen[kept]
    rarity = (1 + np.log((1 + len(forms)) / (1 + seen))).astype(np.float32)
    model = LogisticRegression(C=REGULARIZATION, max_iter=800)
    return known, rarity, model.fit(matrix(forms, known, rarity), kinds)


def matrix(forms: list[Form], known: np.ndarray, rarity: np.ndarray) -> sparse.csr_matrix:
    """Return a row per form and a column per known feature."""
    rows = [vector_of(form, known, rarity) for form in forms]
    starts = np.cumsum([0, *(len(columns) for columns, _ in rows)])
    columns = np.concatenate([columns for columns, _ in rows])
    values = np.concatenate([values for _, values in rows])
    return sparse.csr_matrix((values, columns, starts), (len(forms), len(known)))


def held_out(forms: list[Form], kinds: np.ndarray) -> np.ndarray:
    """Return scores for each text by a model that has not seen it."""
    scores = np.zeros((len(forms), len(KINDS)))
    for seen, unseen in folds(kinds):
        known, rarity, model = fit([forms[at] for at in seen], kinds[seen])
        scores[unseen] = model.decision_function(
            matrix([forms[at] for at in unseen], known, rarity)
        )
    return scores


def calibrated(scores: np.ndarray, kinds: np.ndarray) -> float:
    """Return the factor under which held-out texts are the least surprising."""
    found = minimize_scalar(
        lambda warmth: log_loss(kinds, chances(scores * warmth)), bounds=(0.2, 10), method="bounded"
    )
    return float(found.x)


def chances(scores: np.ndarray) -> np.ndarray:
    """Return scores as chances."""
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    found: np.ndarray = odds / odds.sum(axis=1, keepdims=True)
    return found


def types_f1(scores: np.ndarray, kinds: np.ndarray) -> float:
    """Return macro-F1 of the profile types that the kinds add up to."""
    said = (chances(scores) @ TYPE_OF_KIND).argmax(axis=1)
    return float(f1_score(TYPE_OF_KIND[kinds].argmax(axis=1), said, average="macro"))


if __name__ == "__main__":
    main()
