"""What a small model puts around its post is taken off, and nothing of the post."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from personalizer.defect_words import Defect
from personalizer.unwrapping import unwrapped
from tests.personalizer.replies import EN, FR, defect
from tests.personalizer.test_ordinary_posts import ORDINARY, ORDINARY_ENGLISH


@pytest.mark.parametrize(
    "text",
    [
        f"Voici une proposition de post :\n\n{FR}",
        f"Bien sûr ! Voici une proposition de post LinkedIn :\n\n{FR}",
        f"Bien sûr !\n\nVoici le post :\n\n---\n\n{FR}",
        f"**Post LinkedIn :**\n{FR}",
        f"{FR}\n\n---\n\nN’hésitez pas à me dire si vous souhaitez des modifications !",
        f"{FR}\n\nDites-moi si vous préférez un ton plus libre.\n\n(78 caractères)",
        f"```\n{FR}\n```",
        f"```markdown\nVoici votre post :\n{FR}\n```",
        FR.replace("12 minutes", "**12 minutes**"),
        FR.replace("12 minutes", "***12 minutes***"),
        FR.replace("12 minutes", "__12 minutes__"),
        FR.replace("12 minutes", "*12 minutes*"),
        FR.replace("12 minutes", "_12 minutes_"),
        f"## {FR}",
        f"### {FR} ###",
        f"> {FR}",
    ],
)
def test_what_surrounds_a_post_is_taken_off(text: str) -> None:
    assert unwrapped(text, ()) == FR


@pytest.mark.parametrize(
    "text",
    [
        f"Here is your post:\n\n{EN}",
        f"Sure! Here's a LinkedIn post that follows the rules:\n\n{EN}",
        f"**Mastodon post:**\n\n{EN}",
        f"Certainly!\n\n{EN}",
        f"{EN}\n\nLet me know if you'd like me to adjust the tone!",
        f"{EN}\n\nFeel free to tweak it to your taste. Let me know if you want a shorter version.",
        f"{EN}\n\n(74 characters)",
        f"# {EN}",
        EN.replace("12 minutes", "**12 minutes**"),
    ],
)
def test_what_surrounds_an_english_post_is_taken_off(text: str) -> None:
    assert unwrapped(text, ()) == EN


def test_lines_keep_their_places_without_the_signs_of_markdown() -> None:
    text = "# Trois règles\n\n***\n\n* **Un** : la ligne.\n+ **Deux** : la radio.\n\n<https://a.example/b>"
    assert unwrapped(text, ()) == (
        "Trois règles\n\n- Un : la ligne.\n- Deux : la radio.\n\nhttps://a.example/b"
    )


def test_breaks_written_as_two_letters_are_broken_where_there_is_no_other() -> None:
    assert unwrapped("Un.\\n\\nDeux.\\nTrois.", ()) == "Un.\n\nDeux.\nTrois."
    for text in ("C:\\notes est un dossier.", "Un.\\n\\nDeux.\nTrois."):
        assert unwrapped(text, ()) == text
    assert unwrapped("Un.\\n\\nDeux.", ("Un \\n se lit.",)) == "Un.\\n\\nDeux."


# Of these something would be lost, or nobody can tell: they stay, and are no draft.
@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Voici deux versions :\n\n{FR}", Defect.WRAPPED),
        (f"Here are some options for your post:\n\n{FR}", Defect.WRAPPED),
        (f"Texte : {FR}", Defect.WRAPPED),
        (f"Version 1 :\n{FR}\n\nVersion 2 :\nChez Ardemont, où je travaille.", Defect.WRAPPED),
        ("Voici votre post :", Defect.LANGUAGE),
        (f"« {FR} »", Defect.WRAPPED),
        (f"{FR}\n\n[Lire l’article](https://ardemont.example/ecran)", Defect.MARKUP),
        (f"<p>{FR}</p>", Defect.MARKUP),
        (f"{FR} La commande est `reglage`.", Defect.MARKUP),
        (f"{FR} **Le reste est ouvert.", Defect.MARKUP),
        (f"Je ne peux pas rédiger ce post.\n\n{FR}", Defect.TALK),
    ],
)
def test_what_is_not_sure_stays_and_is_no_draft(text: str, found: Defect) -> None:
    assert unwrapped(text, ()) == text
    assert defect(text) is found


@pytest.mark.parametrize(
    "line",
    [
        "Bien sûr, voici ce que disent dix-neuf rapports :",
        "Voici pourquoi la ligne s’arrête :",
        "Here is what a post office taught us about queues:",
        "Sure, here is how the line stops:",
    ],
)
def test_a_first_line_that_tells_something_stays(line: str) -> None:
    assert unwrapped(f"{line}\n\n{FR}", ()).startswith(line)


def test_a_sign_that_the_material_writes_the_same_way_stays() -> None:
    text = f"{FR} La variable **kwargs** et `x` se lisent ainsi."
    assert unwrapped(text, ("On écrit **kwargs** partout.",)) == text


@pytest.mark.parametrize("text", [*ORDINARY, *ORDINARY_ENGLISH])
def test_an_ordinary_post_stays_as_it_is(text: str) -> None:
    assert unwrapped(text, ()) == text.strip()


@given(st.text(alphabet="ab *_#>-+`\\n\n:[]()<>", max_size=80))
def test_it_is_done_in_one_go_or_says_less_each_time(text: str) -> None:
    once = unwrapped(text, ())
    assert len(once) <= len(text)


@pytest.mark.parametrize("flood", ["*", "**a", "_a ", "# ", "> ", "`", "[h", "\\n", "* a\n"])
def test_a_flood_is_unwrapped_in_no_time(flood: str) -> None:
    began = time.process_time()
    unwrapped(flood * 20_000, ())
    assert time.process_time() - began < 2
