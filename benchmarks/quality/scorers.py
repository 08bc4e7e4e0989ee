"""The learned scorers of the rules alone, without the lists beside them.

What they find of texts as oblique as those they learned from is measured when they are trained,
family by family held out, and read here off their card; what they say of real posts that no
training reads is measured here.
"""

from collections import Counter
from collections.abc import Iterator

from benchmarks.material import blogs
from benchmarks.planting import is_for_development
from benchmarks.quality.figure import Figure
from domain.drafts import Draft
from domain.language import Language
from guardrails.learned import guesses, model
from guardrails.learned.model import Card
from guardrails.reading import Reading

_DOUBT = "0.002"
_ASKED_ALONE = 0.98
_POST = 1_300


def figures() -> Iterator[Figure]:
    """Yield per rule what is found, and what is left alone of near misses and of clean posts."""
    card = model("rules").card
    said = Counter[str]()
    posts = 0
    for one in _unseen_posts():
        posts += 1
        said.update(_rules_said(one, card))
    found, let = [], []
    for rule in card.scorers:
        held_out = card.held_out[rule]
        found.append(held_out[f"found at {_DOUBT}"])
        let.append(1 - held_out[f"stopped at {_DOUBT}"])
        yield Figure(f"{rule} scorer alone: oblique texts found", found[-1])
        yield Figure(f"{rule} scorer alone: near misses let pass", let[-1], asked=0.9)
        alone = 1 - said[rule] / posts if posts else None
        yield Figure(f"{rule} scorer alone: unseen posts left alone", alone, asked=_ASKED_ALONE)
    yield Figure("every scorer alone: oblique texts found", sum(found) / len(found))
    yield Figure("every scorer alone: near misses let pass", sum(let) / len(let), asked=0.9)


def _unseen_posts() -> Iterator[Draft]:
    """Yield the half of the blogs' posts that no scorer learned from."""
    for language in Language:
        for post in blogs(language):
            if not is_for_development(post.content_id):
                yield Draft(post.text[:_POST], language)


def _rules_said(draft: Draft, card: Card) -> set[str]:
    return {
        rule
        for guess in guesses(Reading(draft), "rules")
        for rule, score in zip(card.scorers, guess.scores, strict=True)
        if score > card.thresholds[rule][_DOUBT]
    }
