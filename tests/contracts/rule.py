"""What every rule promises, whatever it looks for.

Subclass `RuleContract` in the rule's test module, say how to build one, and give it the
`fragments` of text that it reacts to: they are strewn into the texts it must survive.
"""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import UTC, datetime
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.drafts import Draft
from domain.language import Language
from domain.organization import NamedEntity, Organization
from domain.review import Circumstances
from guardrails.checks.base import Rule
from guardrails.reading import Reading

NOW = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)
ARDEMONT = Organization(
    name="Ardemont",
    products=("Flow",),
    competitors=(NamedEntity("Norvia"),),
    clients_not_allowed=("Delmas Logistique",),
    domains=("ardemont.example",),
)

# Each rule's own subclass runs these, which is what the first health check warns about.
any_rule = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow],
)

_AWKWARD = (
    "🚀" * 40,
    "👩🏽‍💻 Je travaille chez Ardemont 👨‍👩‍👧",
    "\u202eאני עובד בארדמונט\u202c Ardemont",
    "A\u200br\u200bd\u200be\u200bm\u200bo\u200bn\u200bt",
    "e\u0301" * 30,
    "\u0000\u0007\ufeff",
    '« “ " ‘ ( [à compléter : ',
    "\n\n\n \t\r\n",
    "Ardemont",
    "ﬃ ｆｕｌｌ　ｗｉｄｔｈ 𝐛𝐨𝐥𝐝",
)


# Far above what any check takes (`make bench` tells), far below what a quadratic one would.
BEARABLE_SECONDS = 0.5


class RuleContract(ABC):
    """Subclass it in the rule's test module and say how to build one."""

    fragments: ClassVar[tuple[str, ...]] = ("Je travaille chez Ardemont.", "I work at Ardemont.")

    @abstractmethod
    def rule(self) -> Rule:
        """Build the rule under test."""

    def circumstances(self) -> Circumstances:
        """Return circumstances in which the rule has something to look for."""
        return Circumstances(now=NOW, organization=ARDEMONT)

    @any_rule
    @given(data=st.data(), language=st.sampled_from(Language))
    def test_points_inside_the_draft(self, data: st.DataObject, language: Language) -> None:
        self._inspect(data.draw(self._texts()), language)

    @any_rule
    @given(data=st.data(), language=st.sampled_from(Language))
    def test_says_the_same_thing_twice(self, data: st.DataObject, language: Language) -> None:
        draft = Draft(data.draw(self._texts()), language)
        rule, circumstances = self.rule(), self.circumstances()
        first, again = Reading(draft), Reading(draft)
        findings = list(rule.inspect(first, circumstances))
        assert findings == list(rule.inspect(again, circumstances))
        assert findings == list(self.rule().inspect(first, circumstances))

    @pytest.mark.parametrize("text", _AWKWARD)
    @pytest.mark.parametrize("language", list(Language))
    def test_survives_any_text(self, text: str, language: Language) -> None:
        for fragment in ("", *self.fragments):
            self._inspect(fragment + text, language)
            self._inspect(text + "\n" + fragment, language)

    @pytest.mark.parametrize("language", list(Language))
    def test_takes_no_more_than_fifty_milliseconds(self, language: Language) -> None:
        sentences = " ".join((*self.fragments, "Trois choses vues à l'atelier cette année."))
        long_texts = (
            "a" * 50_000,
            "a " * 10_000,
            '"' * 20_000,
            "je ne " * 3_300,
            "«" * 20_000,
            "<!-- ( [ " * 2_200,
            (sentences + "\n") * (20_000 // len(sentences)),
            (" ".join(self.fragments) + ", ") * (5_000 // (len(" ".join(self.fragments)) + 2)),
        )
        for text in long_texts:
            assert self._is_bearable(text, language), text[:30]

    def _texts(self) -> st.SearchStrategy[str]:
        pieces = st.one_of(st.text(max_size=20), st.sampled_from(self.fragments))
        joints = st.sampled_from([" ", "\n", ", ", "\u00a0", ". ", ""])
        return st.tuples(joints, st.lists(pieces, max_size=6)).map(lambda p: p[0].join(p[1]))

    def _inspect(self, text: str, language: Language) -> None:
        rule = self.rule()
        for finding in rule.inspect(Reading(Draft(text, language)), self.circumstances()):
            assert finding.check == rule.kind
            assert finding.rule == rule.clause
            assert finding.message.fr
            assert finding.message.en
            assert finding.suggestion is None or finding.suggestion.strip()
            if finding.span is not None:
                assert 0 <= finding.span.start < finding.span.end <= len(text)

    def _is_bearable(self, text: str, language: Language) -> bool:
        """Tell whether the best of three is; the views of a text are shared, so they do not count.

        One that is good enough is not followed by another: it could only say the same.
        """
        reading = Reading(Draft(text, language))
        rule, circumstances = self.rule(), self.circumstances()
        _ = reading.folded, reading.bare, reading.sentences
        return any(
            _seconds(lambda: list(rule.inspect(reading, circumstances))) <= BEARABLE_SECONDS
            for _attempt in range(3)
        )


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started
