"""Small catalogues whose right answers are known by construction."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from domain.content import ContentItem
from domain.language import Language
from domain.ports import Encoder, Hit, VectorIndex
from domain.recommendation import Reason, Recommendations
from recommender.adapters.exact import ExactIndex
from recommender.adapters.hashing import HashingEncoder
from recommender.recommender import Recommender
from recommender.snapshot import Snapshot, text_to_embed
from tests.builders import NOW, item

ENCODER = HashingEncoder()
FR, EN = Language.FRENCH, Language.ENGLISH

# Contents of every type in both languages, on subjects that do not overlap.
WORLD = tuple(
    item(content_id=content_id, title=title, text=text, language=language, url=None)
    for content_id, language, title, text in (
        (
            "fr-cyber",
            FR,
            "Analyse : la cybersécurité des automates industriels",
            "Étude de cas sur le chiffrement des échanges et les vulnérabilités des automates.",
        ),
        (
            "en-cyber",
            EN,
            "Cybersecurity of industrial controllers: an in-depth analysis",
            "A case study of encryption and of the vulnerabilities we found in controllers.",
        ),
        (
            "fr-heat",
            FR,
            "Décryptage : le rendement des pompes à chaleur",
            "Méthodologie, simulation et incertitudes du dimensionnement en montagne.",
        ),
        (
            "en-heat",
            EN,
            "Benchmark: how efficient are heat pumps?",
            "Methodology, simulation and uncertainty of sizing in the mountains.",
        ),
        (
            "fr-job",
            FR,
            "Nous recrutons deux soudeurs en CDI",
            "Offre d’emploi à Brest : envoyez votre candidature avant la fin du mois.",
        ),
        (
            "en-job",
            EN,
            "We are hiring two welders in Leeds",
            "Permanent role with a good salary: apply now, no cover letter needed.",
        ),
        (
            "fr-backstage",
            FR,
            "Dans les coulisses du service de nuit",
            "Une journée avec l’équipe de Karim, entre café et clés à molette.",
        ),
        (
            "en-backstage",
            EN,
            "Behind the scenes: a day in the life of a night porter",
            "We followed George through the empty building, keys in hand.",
        ),
        (
            "fr-success",
            FR,
            "Nous remportons le trophée de l’artisanat",
            "Bravo à toutes les équipes pour cette distinction, une vraie fierté.",
        ),
        (
            "en-success",
            EN,
            "We won the craft award",
            "Congratulations to all teams for this milestone, we are so proud.",
        ),
    )
)


def embedded(items: Iterable[ContentItem], encoder: Encoder = ENCODER) -> dict[str, bytes]:
    """Return the vector of each item by its id."""
    listed = list(items)
    vectors = encoder.encode([text_to_embed(each) for each in listed])
    return {each.content_id: vector for each, vector in zip(listed, vectors, strict=True)}


def recommender_over(
    items: Sequence[ContentItem], *, index: VectorIndex | None = None, **fields: Any
) -> Recommender:
    """Return the recommender of a catalogue, by the default encoder and exact search."""
    vectors = embedded(items)
    index = ExactIndex(ENCODER.dimension) if index is None else index
    index.reconcile(vectors)
    snapshot = Snapshot.of(items, vectors, dimension=ENCODER.dimension)
    return Recommender(ENCODER, index, snapshot, **fields)


def ids(found: Recommendations) -> list[str]:
    """Return the ids of what is suggested, best first."""
    return [each.item.content_id for each in found.items]


def reasons(found: Recommendations, content_id: str) -> Mapping[str, Reason]:
    """Return the reasons of one item by their factor."""
    (item_found,) = (each for each in found.items if each.item.content_id == content_id)
    return {reason.factor: reason for reason in item_found.reasons}


def many(count: int, *, start: int = 0) -> list[ContentItem]:
    """Return a catalogue of invented words: nobody cares for it, a day between each two."""
    sounds = ("ba", "co", "di", "fu", "ga", "le", "mi", "no", "pa", "ru", "so", "tu")
    return [
        item(
            content_id=f"x{number:05}",
            title=" ".join(
                "".join(sounds[number // 12**place % 12] for place in (n, n + 1, 0, n))
                for n in range(3)
            ),
            text=f"{sounds[number % 12]}{number}",
            language=(FR, EN)[number % 2],
            published_at=NOW - timedelta(days=200 + number),
        )
        for number in range(start, start + count)
    ]


class BrokenIndex:
    """An index that fails whenever it is asked."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def reconcile(self, vectors: Mapping[str, bytes]) -> None:
        """Take note of nothing."""

    def search(self, query: bytes, k: int, *, among: frozenset[str] | None = None) -> list[Hit]:
        """Fail."""
        raise self._error
