"""Make recommender/kind_vectors.npz: what the vectors of the bundled encoder say of a text's kind.

    python -m training.kind_vectors

To be run again whenever the encoder or `kind_model.npz` changes. Trained on the texts of
`training/kinds.py`; how far its word counts beside that of form and cues is fitted on texts that
neither had seen. Half a minute on one core, the same bytes each time.
"""

import json
from hashlib import sha256
from io import BytesIO

import numpy as np
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, log_loss

from domain.content import ContentItem
from domain.language import Language
from recommender.encoders import open_encoder
from recommender.form import form_of
from recommender.kind_vectors import ARTEFACT, CARD, DOUBT
from recommender.kinds import KINDS
from recommender.pooling import encode_contents
from recommender.reading import Reader
from recommender.recognition import blended
from recommender.suggestion import TYPE_OF_KIND
from recommender.vectors import Doubles, Floats, unpack
from training.kinds import PLACE, TEXTS, calibrated, chances, folds, held_out, kinds_named, read

REGULARIZATION = 10.0


def main() -> None:
    """Train, fit how far each side counts, and write the model and its card."""
    records = read()
    kinds = kinds_named(records)
    encoder = open_encoder()
    texts = [f"{record['title']}\n{record['text']}" for record in records]
    vectors = unpack(encode_contents(encoder, texts), encoder.dimension)
    said, meant = _said(records, kinds), _held_out(vectors, kinds)
    shares = _weighed(said, meant, kinds)
    model = _fitted(vectors, kinds)
    buffer = BytesIO()
    np.savez_compressed(
        buffer,
        weights=model.coef_.T.astype(np.float16),
        bias=model.intercept_.astype(np.float32),
        shares=np.array(shares),
    )
    (PLACE / ARTEFACT).write_bytes(buffer.getvalue())
    joined = chances(shares[0] * np.log(said + DOUBT) + shares[1] * meant)
    card = {
        "what": "the kind of a text, in French and English, by its vector, its form and its cues",
        "made_by": "training/kind_vectors.py",
        "encoder": encoder.fingerprint,
        "trained_on": f"{len(records)} invented texts of {TEXTS.name}, half per language",
        "licence": "Apache-2.0",
        "method": "multinomial logistic regression over vectors; its scores are added to the"
        " logarithms of what form and cues say, both weighed on held-out texts",
        "held_out_macro_f1_of_types": round(_types_f1(joined, kinds), 3),
        "held_out_log_loss": round(float(log_loss(kinds, joined)), 3),
        "limits": "short company news like the training texts; another encoder does without it",
        "kinds": list(KINDS),
        "sha256": sha256(buffer.getvalue()).hexdigest(),
    }
    (PLACE / CARD).write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(card, indent=2))


def _said(records: list[dict[str, str]], kinds: np.ndarray) -> Doubles:
    """Return what cues and form say of each text, the form by a model that has not seen it."""
    forms = [form_of(record["title"], record["text"]) for record in records]
    scores = held_out(forms, kinds)
    unseen = chances(scores * calibrated(scores, kinds))
    reader = Reader()
    cues = [reader.cues(_item(record)) for record in records]
    pairs = zip(cues, unseen, records, strict=True)
    return np.array([blended(cue, chance, record["text"]) for cue, chance, record in pairs])


def _item(record: dict[str, str]) -> ContentItem:
    return ContentItem(
        content_id=record["title"],
        title=record["title"],
        text=record["text"],
        language=Language(record["language"]),
        digest="",
        source="training",
    )


def _held_out(vectors: Floats, kinds: np.ndarray) -> Doubles:
    scores = np.zeros((len(kinds), len(KINDS)))
    for seen, unseen in folds(kinds):
        scores[unseen] = _fitted(vectors[seen], kinds[seen]).decision_function(vectors[unseen])
    return scores


def _fitted(vectors: Floats, kinds: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=REGULARIZATION, max_iter=2_000).fit(vectors, kinds)


def _weighed(said: Doubles, meant: Doubles, kinds: np.ndarray) -> tuple[float, float]:
    """Return how far each side counts: the least surprise on texts neither had seen."""

    def surprise(shares: np.ndarray) -> float:
        scores = shares[0] * np.log(said + DOUBT) + shares[1] * meant
        return float(log_loss(kinds, chances(scores)))

    read_, meant_ = minimize(surprise, [1.0, 1.0], method="Nelder-Mead").x
    return round(float(read_), 3), round(float(meant_), 3)


def _types_f1(joined: Doubles, kinds: np.ndarray) -> float:
    told = (joined @ TYPE_OF_KIND).argmax(axis=1)
    return float(f1_score(TYPE_OF_KIND[kinds].argmax(axis=1), told, average="macro"))


if __name__ == "__main__":
    main()
