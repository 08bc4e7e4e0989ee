"""The little words before a claim or a name are elided where French asks for it."""

import pytest

from domain.language import Language
from personalizer.citing import of_before, that_before

FR, EN = Language.FRENCH, Language.ENGLISH


@pytest.mark.parametrize(
    ("claim", "language", "expected"),
    [
        ("il faut mesurer", FR, "qu’"),
        ("une équipe a mesuré", FR, "qu’"),
        ("le relevé compte", FR, "que "),
        ("onze équipes ont mesuré", FR, "que "),
        ("12 minutes suffisent", FR, "que "),
        ("habituellement, le relevé compte", FR, "qu’"),
        ("heureusement, le relevé compte", FR, "qu’"),
        ("huit équipes ont mesuré", FR, "que "),
        ("haut placé, le capteur entend mieux", FR, "que "),
        ("en avril, une équipe a mesuré", FR, "qu’"),
        ("si la pompe s’arrête, le bruit change", FR, "que, "),
        ("the record helps", EN, "that "),
        ("in April, a crew measured", EN, "that, "),
    ],
)
def test_the_joining_word_is_elided_and_set_off(
    claim: str, language: Language, expected: str
) -> None:
    assert that_before(claim, language) == expected


def test_of_is_elided_before_a_vowel() -> None:
    assert of_before("Anne Besson", FR) == "d’Anne Besson"
    assert of_before("Claire Besson", FR) == "de Claire Besson"
    assert of_before("Anne Benson", EN) == "of Anne Benson"
