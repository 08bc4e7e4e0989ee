"""What the authors of a source say of themselves is told of them where each verb is known."""

import pytest

from domain.language import Language
from personalizer.reported import as_reported

FR, EN = Language.FRENCH, Language.ENGLISH


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We can trust our tests because they run for us.", None),
        ("We trust what helps us.", "They trust what helps them."),
        ("We’ve kept our sheets ourselves.", "They’ve kept their sheets themselves."),
        ("The team kept the sheets.", None),
        ("I think we kept the sheets.", None),
    ],
)
def test_english_we_becomes_they(sentence: str, expected: str | None) -> None:
    assert as_reported(sentence, EN) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Nous avons relu nos notes.", "Ils ont relu leurs notes."),
        ("Nous n’avons pas relu notre plan.", "Ils n’ont pas relu leur plan."),
        ("Nous avons relu les versions.", "Ils ont relu les versions."),
        ("Nous mesurons notre débit.", "Ils mesurent leur débit."),
        ("Nous modifions notre plan.", "Ils modifient leur plan."),
        ("Nous n’installons pas de vanne.", "Ils n’installent pas de vanne."),
        ("Nous préparions nos essais.", "Ils préparaient leurs essais."),
        ("Nous lancions nos essais.", None),
        ("Nous appelons nos clients.", None),
        ("Nous achetons nos vannes.", None),
        ("Nous relisons nos notes.", None),
        ("Nous avons relu et gardons nos notes.", None),
        ("Cela nous permet de relire.", None),
        ("L’équipe a relu le plan.", None),
    ],
)
def test_french_nous_becomes_ils_where_the_verb_is_known(
    sentence: str, expected: str | None
) -> None:
    assert as_reported(sentence, FR) == expected
