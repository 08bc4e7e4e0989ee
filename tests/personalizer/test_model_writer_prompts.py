"""What a model is told: everything a draft is written from, in its language, in one prompt."""

from dataclasses import replace

import pytest

from domain.errors import PromptTooLong
from domain.language import Language
from domain.platforms import Platform
from domain.review import Span
from personalizer.lengths import LENGTHS
from personalizer.writing import Angle, Form
from tests.builders import ambassador, draft_request, item, organization
from tests.personalizer.model_writing import (
    ENGLISH,
    TEXT,
    brief,
    told,
    words,
    writer,
)

pytestmark = pytest.mark.anyio


async def test_the_prompt_holds_everything_a_draft_is_written_from() -> None:
    writing, model = writer(TEXT)
    author = ambassador(never=("la politique",), posts=("Un vieux post.",))
    request = draft_request(
        ambassador=author, notes=("J’étais à Nantes.",), consideration="un bon d’achat"
    )
    await writing.write(brief(request, exemplars=("Un vieux post.",)))
    said = told(model)
    for piece in (
        item().text,
        item().title,
        item().text[97:150],
        "<employer>Ardemont</employer>",
        "<person>Inès Caradec</person>",
        "<never>la politique</never>",
        "J’étais à Nantes.",
        "Un vieux post.",
        "un bon d’achat",
        "https://ardemont.example/ecran",
    ):
        assert piece in said


async def test_a_model_is_shown_old_posts_that_nobody_looked_for_before() -> None:
    writing, model = writer(TEXT)
    request = draft_request(ambassador=ambassador(posts=("Un vieux post.",)))
    await writing.write(brief(request, exemplars=None))
    assert "Un vieux post." in told(model)


async def test_a_content_told_as_a_whole_stands_in_the_prompt_once() -> None:
    writing, model = writer(TEXT)
    text = item().text
    whole = Angle("lesson:whole", Form.LESSON, Span(0, len(text)), of_whole=True)
    await writing.write(replace(brief(), angle=whole))
    said = told(model)
    assert said.count(text) == 1
    assert said.count(item().title) == 2


@pytest.mark.parametrize(
    ("said", "used"),
    [
        ("Ardemont Industries", "Ardemont Industries"),
        ("ardemont industries", "Ardemont Industries"),
        ("Norvia", "Ardemont"),
        (None, "Ardemont"),
    ],
)
async def test_the_employer_is_named_as_the_author_says_it_if_the_charter_knows_that_name(
    said: str | None, used: str
) -> None:
    writing, model = writer(TEXT)
    await writing.write(brief(draft_request(ambassador=ambassador(organization=said))))
    assert f"<employer>{used}</employer>" in told(model)


@pytest.mark.parametrize("language", list(Language))
async def test_the_prompt_is_in_the_language_asked(language: Language) -> None:
    writing, model = writer({Language.FRENCH: TEXT, Language.ENGLISH: ENGLISH}[language])
    await writing.write(brief(draft_request(language=language)))
    assert ("Tu écris un post pour une personne" in told(model)) is (language is Language.FRENCH)


@pytest.mark.parametrize("platform", list(Platform))
async def test_the_prompt_names_the_length_of_the_platform(platform: Platform) -> None:
    writing, model = writer(TEXT)
    await writing.write(brief(draft_request(platform=platform)))
    assert f"{LENGTHS[platform].characters} caractères au plus" in told(model)


async def test_a_prompt_that_does_not_fit_is_asked_again_with_less() -> None:
    writing, model = writer(PromptTooLong("too long"), TEXT)
    long = item(text=item().text + " Et la suite." * 2_000)
    request = draft_request(content=long, notes=("note " * 700,))
    written = await writing.write(brief(request, exemplars=("Un vieux post.",)))
    assert words(written) == TEXT
    assert len(told(model, 1)) < len(told(model, 0)) / 2
    assert "Un vieux post." not in told(model, 1)


async def test_a_prompt_that_never_fits_is_given_up() -> None:
    writing, model = writer(PromptTooLong("too long"))
    with pytest.raises(PromptTooLong):
        await writing.write(brief())
    assert len(model.asked) == 2


async def test_no_secret_of_the_company_goes_into_a_prompt() -> None:
    writing, model = writer(TEXT)
    company = organization(confidential_terms=("Projet Cobalt",), clients_not_allowed=("Delmas",))
    await writing.write(brief(organization=company))
    assert "Cobalt" not in told(model)
    assert "Delmas" not in told(model)
    assert "owner-1" not in told(model)
