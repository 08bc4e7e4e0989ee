"""Why an item is suggested, in sentences that people can check, in French and in English."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from types import MappingProxyType
from typing import Final

from domain.language import Bilingual, Language
from domain.recommendation import Reason, Recommendation
from recommender.diversity import Pick
from recommender.factors import ABOUT, MANY, OBJECTIVE_TABLE, TYPE_TABLE, Request
from recommender.kinds import KIND_NAMES, KINDS, OBJECTIVES, TYPES
from recommender.phrasing import (
    LANGUAGE_NAMES,
    OBJECTIVE_NAMES,
    TYPE_NAMES,
    age,
    joined,
    quoted,
)
from recommender.raising import Raising
from recommender.ranking import Ranking
from recommender.snapshot import Snapshot, instant
from recommender.vectors import Doubles
from recommender.weights import Factor
from recommender.what_if import WhatIf

# Naming more topics than this makes a list, not a reason.
_TOPICS_TOLD: Final = 3

_ALWAYS_SAID: Final[Mapping[Factor, Bilingual]] = MappingProxyType(
    {
        Factor.POSTS: Bilingual(
            "Proche de ce que vous avez déjà écrit.", "Close to what you have written before."
        ),
        Factor.COLLEAGUES: Bilingual(
            "Retenu par des collègues qui ont retenu les mêmes contenus que vous.",
            "Kept by colleagues who kept the same items as you.",
        ),
        Factor.OUTCOMES: Bilingual(
            "Les messages à son sujet ont trouvé plus d’écho que d’autres.",
            "Posts about it met with more response than others.",
        ),
        Factor.TURN: Bilingual(
            "Tour de rôle : des collègues aux mêmes goûts ne reçoivent pas tous le même contenu.",
            "In turn: colleagues of the same taste are not all sent the same item.",
        ),
        Factor.COVERAGE: Bilingual(
            "Peu de collègues en ont parlé jusqu’ici, ou aucun.",
            "Few colleagues have spoken about it so far, if any.",
        ),
    }
)
_NEAR_TOPICS: Final = Bilingual(
    "Plus proche de vos sujets que d’autres contenus.", "Closer to your topics than other items."
)
# Opening hours and moves of an office show no kind above this.
_SURE: Final = 0.4
# A topic that nobody writes about is near to something too: only what is named is claimed.
_NAMES_NONE: Final = Bilingual(
    "Ne nomme aucun de vos sujets, mais en paraît moins loin que d’autres contenus.",
    "Names none of your topics, but seems less far from them than other items.",
)
_TOLD_BY_SEVERAL: Final = Bilingual(
    "Plusieurs collègues en ont déjà parlé.", "Several colleagues have already spoken about it."
)
_TOLD_BY_MANY: Final = Bilingual(
    "Beaucoup de collègues en ont déjà parlé.", "Many colleagues have already spoken about it."
)
_IN_CAMPAIGN: Final = Bilingual(
    "Fait partie d’une campagne en cours.", "Part of a running campaign."
)
_LIKE_ABOVE: Final = Bilingual(
    "Ressemble à un contenu proposé plus haut.", "Resembles an item suggested above."
)
_COPY_OF_ABOVE: Final = Bilingual(
    "Dit presque la même chose qu’un contenu proposé plus haut.",
    "Says almost the same as an item suggested above.",
)


@dataclass(frozen=True, slots=True, eq=False)
class _Fit:
    """How it is said what a content fits: by a kind, or perhaps."""

    names: Sequence[Bilingual]
    by_kind: Bilingual
    perhaps: Bilingual


_SUITS: Final = _Fit(
    names=tuple(TYPE_NAMES[type_] for type_ in TYPES),
    by_kind=Bilingual("qui convient au profil {}", "which suits the {} profile"),
    perhaps=Bilingual("Peut convenir au profil {}", "May suit the {} profile"),
)
_SERVES: Final = _Fit(
    names=tuple(OBJECTIVE_NAMES[objective] for objective in OBJECTIVES),
    by_kind=Bilingual("utile à l’objectif {}", "useful for the objective {}"),
    perhaps=Bilingual("Peut être utile à l’objectif {}", "May be useful for the objective {}"),
)


@dataclass(frozen=True, slots=True)
class Explainer:
    """Tells what a ranking was made of.

    `about` says how surely each pick is about each topic, `named` which picks name one at all.
    """

    snapshot: Snapshot
    request: Request
    ranking: Ranking
    about: Mapping[int, Sequence[float]]
    named: frozenset[int]
    what_if: WhatIf | None = None
    raising: Raising | None = None
    _suited: Doubles = field(init=False)
    _served: Doubles = field(init=False)

    def __post_init__(self) -> None:
        mix, objective = self.request.interests.mix, self.request.objective
        object.__setattr__(self, "_suited", mix[:, None] * TYPE_TABLE)
        object.__setattr__(self, "_served", objective[:, None] * OBJECTIVE_TABLE)

    def recommend(self, rank: int, pick: Pick) -> Recommendation:
        """Return the pick of a rank (from 0) as a recommendation, the weightiest reason first."""
        reasons = [
            Reason(factor, float(values[pick.place]), self._text(factor, pick.place))
            for factor, values in self.ranking.contributions.items()
            if values[pick.place]
        ]
        if pick.penalty:
            text = _COPY_OF_ABOVE if pick.is_copy else _LIKE_ABOVE
            reasons.append(Reason(Factor.DIVERSITY, -pick.penalty, text))
        return Recommendation(
            item=self.snapshot.items[self.ranking.rows[pick.place]],
            score=float(self.ranking.scores[pick.place] - pick.penalty),
            reasons=tuple(sorted(reasons, key=lambda reason: -abs(reason.contribution))),
            shift=self.what_if.shift(rank) if self.what_if else None,
            raising=self.raising.shift(rank) if self.raising else None,
        )

    def _text(self, factor: Factor, place: int) -> Bilingual:
        match factor:
            case Factor.TOPICS:
                said = self._on_topics(place)
            case Factor.PROFILE_TYPE:
                said = self._of_kind(self._suited, place, _SUITS)
            case Factor.OBJECTIVE:
                said = self._of_kind(self._served, place, _SERVES)
            case Factor.CAMPAIGN:
                said = self._in_campaign(place)
            case Factor.FRESHNESS:
                said = self._published(place)
            case Factor.SATURATION:
                said = self._told(place)
            case Factor.LANGUAGE:
                said = _in_language(self.request.languages[0])
            case _:
                said = _ALWAYS_SAID[factor]
        return said

    def _on_topics(self, place: int) -> Bilingual:
        values = self.about[place]
        told = [at for at, value in enumerate(values) if value >= ABOUT]
        if not told:
            return _NEAR_TOPICS if place in self.named else _NAMES_NONE
        told.sort(key=lambda at: -values[at])
        names = [self.request.interests.topics[at].name for at in told[:_TOPICS_TOLD]]
        topics = joined([quoted(Bilingual(name, name)) for name in names])
        return Bilingual(f"Parle de {topics.fr}.", f"About {topics.en}.")

    def _told(self, place: int) -> Bilingual:
        return _TOLD_BY_MANY if self.ranking.told[place] >= MANY else _TOLD_BY_SEVERAL

    def _in_campaign(self, place: int) -> Bilingual:
        called = self.snapshot.items[self.ranking.rows[place]].campaign
        found = (one for one in self.request.campaigns if called in one.names)
        meant = {kind for one in found for kind in one.profile_types}
        own = [
            kind
            for kind in TYPES
            if kind in meant and self.request.interests.mix[TYPES.index(kind)]
        ]
        if not own:
            return _IN_CAMPAIGN
        types = joined([quoted(TYPE_NAMES[kind]) for kind in own])
        return Bilingual(
            f"Fait partie d’une campagne en cours, pour le profil {types.fr}.",
            f"Part of a running campaign, for the profile {types.en}.",
        )

    def _of_kind(self, table: Doubles, place: int, fit: _Fit) -> Bilingual:
        """Say what a fit owes most to; a kind that nothing shows well enough is not named."""
        row, kind = self._leading(table, place)
        share = self.snapshot.kinds[self.ranking.rows[place]][kind]
        return _fitting(fit, row, kind if share >= _SURE else None)

    def _leading(self, table: Doubles, place: int) -> tuple[int, int]:
        """Return which row of a table a fit owes most to, and which kind."""
        parts = table * self.snapshot.kinds[self.ranking.rows[place]]
        return divmod(int(parts.argmax()), len(KINDS))

    def _published(self, place: int) -> Bilingual:
        published = int(self.snapshot.published[self.ranking.rows[place]])
        passed = instant(self.request.now, otherwise=published) - published
        since = age(timedelta(microseconds=passed))
        return Bilingual(f"Publié {since.fr}.", f"Published {since.en}.")


@cache
def _fitting(fit: _Fit, row: int, kind: int | None) -> Bilingual:
    """Say what a content of a kind fits, or of no clear one."""
    if kind is None:
        said = _filled(fit.perhaps, fit.names[row])
        return Bilingual(
            f"{said.fr}, sans être nettement d’un genre.",
            f"{said.en}, though it is of no clear kind.",
        )
    seems, said = quoted(KIND_NAMES[KINDS[kind]]), _filled(fit.by_kind, fit.names[row])
    return Bilingual(
        f"Semble du genre {seems.fr}, {said.fr}.",
        f"Seems to be of the kind {seems.en}, {said.en}.",
    )


def _filled(said: Bilingual, name: Bilingual) -> Bilingual:
    return Bilingual(said.fr.format(name.fr), said.en.format(name.en))


@cache
def _in_language(language: Language) -> Bilingual:
    name = LANGUAGE_NAMES[language]
    return Bilingual(
        f"En {name.fr}, la langue que vous préférez.", f"In {name.en}, the language you prefer."
    )
