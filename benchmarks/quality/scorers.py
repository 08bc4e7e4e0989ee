"""The learned scorers of the rules, without the lists beside them.

What they find of texts as oblique as those they learned from is measured when they are trained,
family by family held out, and read here off their card; what their checks say of real posts
that no training reads is measured here.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

from benchmarks.material import blogs
from benchmarks.planting import is_for_development
from benchmarks.quality.figure import Figure
from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from domain.review import Circumstances
from guardrails.charter import load_charter
from guardrails.checks.learned import Learned
from guardrails.guard import Guard
from guardrails.learned import model

_DOUBT = "0.002"
_POST = 1_300


def figures() -> Iterator[Figure]:
    """Yield per rule what is found, and what is left alone of near misses and of clean posts."""
    card = model("rules").card
    posts = list(_unseen_posts())
    said = _said(posts)
    for rule in card.scorers:
        held_out = card.held_out[rule]
        yield Figure(f"{rule} scorer: oblique texts found", held_out[f"found at {_DOUBT}"])
        let = 1 - held_out[f"stopped at {_DOUBT}"]
        yield Figure(f"{rule} scorer: near misses let pass", let, asked=0.9)
        alone = 1 - said[rule] / len(posts) if posts else None
        yield Figure(f"{rule} scorer: unseen posts left alone", alone, asked=0.98)
    found = [card.held_out[rule][f"found at {_DOUBT}"] for rule in card.scorers]
    yield Figure("every scorer: oblique texts found, mean", sum(found) / len(found))
    told = 1 - said[""] / len(posts) if posts else None
    yield Figure("every scorer: unseen posts told no guess", told, asked=0.9)


def _unseen_posts() -> Iterator[Draft]:
    """Yield the half of the blogs' posts that no scorer learned from."""
    for language in Language:
        for post in blogs(language):
            if not is_for_development(post.content_id):
                yield Draft(post.text[:_POST], language)


def _said(posts: list[Draft]) -> Counter[str]:
    """Return how many posts were told a guess, by rule, and by any under ""."""
    guard = Guard.of(load_charter(), key=b"quality")
    nobody = Circumstances(now=datetime.now(UTC), organization=Organization(name=""))
    said = Counter[str]()
    for post in posts:
        found = guard.inspect(post, nobody).findings
        rules = {one.rule for one in found if one.check == Learned.kind}
        said.update(rules | {""} if rules else ())
    return said
