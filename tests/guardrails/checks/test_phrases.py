import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.review import Severity
from guardrails.checks.phrases import Phrases
from guardrails.reading import Reading
from guardrails.wordings import Wordings
from tests.builders import circumstances
from tests.contracts.rule import RuleContract

CHECK = Phrases(
    clause="FIN-01",
    severity=Severity.BLOCK,
    phrases=Wordings(fr=("rendement (garanti|assure)",), en=("guaranteed (return|returns)",)),
)


class TestContract(RuleContract):
    def rule(self) -> Phrases:
        return CHECK


def found(text: str) -> list[str]:
    reading = Reading(Draft(text, Language.FRENCH))
    spans = [one.span for one in CHECK.inspect(reading, circumstances())]
    return [text[span.start : span.end] for span in spans if span]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un rendement garanti !", ["rendement garanti"]),
        ("RENDEMENT ASSURÉ", ["RENDEMENT ASSURÉ"]),
        ("Enjoy guaranteed returns.", ["guaranteed returns"]),
        ("Ce n’est pas un rendement garanti.", []),
        ("There are no guaranteed returns.", []),
        ("Le client a lu « rendement garanti » et s’est méfié.", []),
        ("Le rendement de la machine.", []),
    ],
)
def test_a_phrase_counts_when_it_is_said_in_earnest(text: str, expected: list[str]) -> None:
    assert found(text) == expected
