"""What a model gives in place of a post."""

import pytest

from personalizer.defect_words import Defect
from personalizer.defects import opening
from tests.personalizer.replies import EN, FR, SOURCE, defect, in_english

LONG_FR = (
    f"{FR} L’écran est posé au pied de la presse. Il guide la personne pas à pas. La première"
    " équipe l’a reçu en mars, les deux autres en juin. Une feuille reste au mur pour les pannes."
)


@pytest.mark.parametrize(
    "text",
    [
        "Je suis désolé, mais je ne peux pas vous aider à rédiger ce post.",
        "Désolée, je ne peux pas rédiger ce texte. Je travaille chez Ardemont.",
        "Je suis désolé, mais je ne peux pas rédiger ce post pour une personne d’Ardemont.",
        "Je ne suis pas en mesure de répondre à cette demande.",
        "Il m’est impossible de produire ce contenu sans plus d’éléments.",
        f"En tant que modèle de langage, je ne peux pas avoir d’avis. {FR}",
        "Je suis une intelligence artificielle et je n’ai pas d’expérience au travail.",
        "Pouvez-vous me donner plus de détails sur le sujet ? Sans cela, je ne peux pas continuer.",
        "Pourriez-vous me préciser le ton de la publication ?",
        "Souhaitez-vous que je rende le texte plus court ?",
        "Il me manque des informations sur l’auteur pour écrire ce post.",
        f"Conformément à vos consignes, je n’invente aucun chiffre. {FR}",
        f"{FR}\n\nNote : ce post respecte toutes les règles demandées.",
        f"En tant qu’IA, je n’ai pas de collègues. {FR}",
        "Je suis une IA et je n’ai pas d’expérience au travail.",
        "Je n’ai pas accès à la source, et je préfère le dire d’abord.",
        "Je n’ai pas assez d’informations. Je travaille chez Ardemont.",
        f"{FR}\n\nJe n’ai ajouté aucun chiffre.",
        f"{FR}\n\nAucun fait n’a été inventé dans ce que vous lisez.",
        f"{FR}\n\n(J’ai laissé la marque à remplir comme demandé, avec le ton de la source.)",
    ],
)
def test_a_refusal_or_a_word_about_the_task_is_no_post(text: str) -> None:
    assert defect(text) is Defect.TALK


@pytest.mark.parametrize(
    "text",
    [
        "I'm sorry, but I can't help with that request.",
        "I cannot write this post because the source contains no information about the author.",
        "Unfortunately, I am unable to draft this for you.",
        "I won’t write a post that speaks for somebody else.",
        f"As an AI language model, I do not have personal experiences. {EN}",
        "I am an AI and have no colleagues of my own to speak about.",
        f"As an AI, I have no colleagues. {EN}",
        f"I’m an AI assistant here to help with posts. {EN}",
        "I don’t have access to the source of this, and so I say that first.",
        "There isn’t enough context. I work at Ardemont.",
        f"{EN}\n\nI have not added any figures.",
        f"{EN}\n\nNo figures were invented for what you read here.",
        "Could you please provide more details about the topic of the post?",
        "Would you like me to write it in a shorter form?",
        "I don’t have enough information to write about the author of this.",
        f"Following your guidelines, no figure was made up. {EN}",
        f"{EN}\n\nNote: this post respects all the rules you gave.",
        f"{EN}\n\nI've kept the tone of the source and left a placeholder for the memory.",
        "Please provide the source text so that it can be told.",
    ],
)
def test_a_refusal_in_english_is_no_post(text: str) -> None:
    assert in_english(text) is Defect.TALK


@pytest.mark.parametrize("text", ["I'm sorry, but I can't help with that request."])
def test_a_refusal_in_the_other_language_is_none_either(text: str) -> None:
    assert defect(text) is Defect.TALK


def test_a_refusal_in_french_of_an_english_post_is_none_either() -> None:
    assert in_english("Je suis désolé, mais je ne peux pas rédiger ce post.") is Defect.TALK


@pytest.mark.parametrize(
    "text",
    [
        f"Voici votre post :\n\n{FR}",
        f"Bien sûr ! Voici une proposition de post LinkedIn :\n\n{FR}",
        f"Voici une proposition :\n\n{FR}",
        f"Post LinkedIn :\n{FR}",
        f"Texte : {FR}",
        f"{FR}\n\nN’hésitez pas à me dire si vous souhaitez que je modifie le ton.",
        f"{FR}\n\nDites-moi si vous préférez un ton plus libre.",
        f"{FR}\n\nJe peux aussi proposer une variante plus courte.",
        f"Version 1 :\n{FR}\n\nVersion 2 :\nChez Ardemont, où je travaille, il prend 12 minutes.",
        f"« {FR} »",
        f"{FR}\n\n(78 caractères)",
    ],
)
def test_a_wrapped_post_is_no_post(text: str) -> None:
    assert defect(text) is Defect.WRAPPED


@pytest.mark.parametrize(
    "text",
    [
        f"Here is your post:\n\n{EN}",
        f"Sure! Here's a LinkedIn post that follows the rules:\n\n{EN}",
        f"Here are two versions:\n\n{EN}",
        f"LinkedIn post:\n{EN}",
        f"Text: {EN}",
        f"{EN}\n\nLet me know if you'd like me to adjust the tone!",
        f"{EN}\n\nFeel free to tweak it to your taste.",
        f"Option A:\n{EN}\n\nOption B:\nAt Ardemont, where I work, it takes 12 minutes.",
        f"“{EN}”",
        f"{EN}\n\n(74 characters)",
    ],
)
def test_a_wrapped_post_in_english_is_no_post(text: str) -> None:
    assert in_english(text) is Defect.WRAPPED


@pytest.mark.parametrize(
    "mark",
    [
        "**Je travaille** chez Ardemont. Le réglage prend 12 minutes.",
        f"{FR} Il tient en *12 minutes*.",
        f"# Un réglage plus court\n\n{FR}",
        f"{FR}\n\n[Lire l’article](https://ardemont.example/ecran)",
        f"```\n{FR}\n```",
        f"{FR}\n\n---\n\nLe site de Lyon est le suivant.",
        f"* Le réglage est court.\n* La presse attend moins.\n\n{FR}",
        f"<p>{FR}</p>",
        FR.replace(". ", ".<br/>"),
        f'{FR} <a href="https://ardemont.example/ecran">Lire</a>.',
        f"{FR} <script >alert(1)</script >.",
        f"{FR}&nbsp;Les équipes&amp;le site.",
        FR.replace(". ", ".\\n\\n"),
        f"{FR} La commande est `reglage`.",
    ],
)
def test_markdown_and_html_are_no_post(mark: str) -> None:
    assert defect(mark) is Defect.MARKUP


@pytest.mark.parametrize(
    "text",
    [
        f"{FR}<|im_end|>",
        f"[INST] {FR} [/INST]",
        f"[THINK]je dois écrire un post[/THINK]{FR}",
        f"◁think▷je dois écrire◁/think▷{FR}",
        f"analysis: il faut un post. assistantfinal {FR}",
        f"Assistant : {FR}".replace(" :", ":"),
        '{"text": "' + FR + '"}',
        f"<source>\n{FR}\n</source>",
        f"‹note› {FR}",
        f"{FR}\nAssistant: un post.\nUser: merci.",
    ],
)
def test_a_chats_own_tokens_are_no_post(text: str) -> None:
    assert defect(text) is Defect.TOKENS


@pytest.mark.parametrize(
    "text", [f"<THINK>plan</THINK> {FR}", f"{FR}</s>", f"<think>Il faut un post. {FR}"]
)
def test_a_thought_or_an_end_mark_is_no_post(text: str) -> None:
    assert defect(text) in {Defect.MARKUP, Defect.PROMPT_MARKS}


def test_a_mark_that_the_source_writes_the_same_way_may_be_written() -> None:
    text = f"{FR} La page s’écrit avec des `<br>` et un __init__ de trop."
    assert defect(text) is Defect.MARKUP
    source = "Dans le gabarit, `<br>` coupe la ligne."
    assert defect(text, material=(source,)) is None


@pytest.mark.parametrize("text", ["La balise <title> compte.", "La balise ‹title› compte."])
def test_a_mark_of_a_prompt_that_the_source_has_is_the_sources(text: str) -> None:
    source = f"{SOURCE} La balise <title> compte, et <source> aussi."
    assert defect(f"{FR} {text}", material=(source,)) is None
    assert defect(f"{FR} {text}", material=(SOURCE,)) is Defect.TOKENS
    assert defect(f"{FR} {text} <draft>", material=(source,)) is Defect.TOKENS


@pytest.mark.parametrize(
    "text",
    [
        f"{FR}\n\n[Votre nom]",
        f"{FR}\n\n[insérer un exemple personnel ici]",
        f"{FR}\n\n{{{{prénom}}}}.",
        f"{FR}\n\nXXX collègues ont suivi la formation.",
        f"{FR} Pour moi, ____ compte.",
        f"{FR} (votre exemple ici)",
    ],
)
def test_a_foreign_mark_to_fill_is_no_post(text: str) -> None:
    assert defect(text) is Defect.FOREIGN_MARKS


@pytest.mark.parametrize(
    "text", [f"{EN}\n\n[Your Name]\n[Insert link here]", f"{EN} [your example]."]
)
def test_a_foreign_mark_in_english_is_no_post(text: str) -> None:
    assert in_english(text) is Defect.FOREIGN_MARKS


@pytest.mark.parametrize(
    "text",
    [
        "Je travaille chez Ardemont. Le réglage prend désormais 12 minutes au lieu de",
        "Je travaille chez Ardemont. Le réglage prend désormais 12 minutes et les équi",
        f"{FR} « On ne court plus, dit la notice.",
        f"{FR}\n\n[à compléter : un souv",
        f"{FR} Les équipes, les machines,",
    ],
)
def test_a_cut_text_is_no_post(text: str) -> None:
    assert defect(text) is Defect.CUT


@pytest.mark.parametrize(
    "text",
    [
        f"{FR} " * 12,
        "Je travaille chez Ardemont. " + "Le réglage est plus court, " * 40,
        f"{FR}\n" + "\net voilà" * 60,
        f"{FR} très très très très court.",
    ],
)
def test_a_loop_is_no_post(text: str) -> None:
    assert defect(text, characters=9_000) is Defect.LOOP


def test_a_text_in_capitals_is_no_post() -> None:
    assert defect(FR.upper()) is Defect.SHOUTED


def test_a_text_a_quarter_over_the_length_asked_is_no_post() -> None:
    assert defect(LONG_FR, characters=len(LONG_FR) // 2) is Defect.OVERLONG
    assert defect(LONG_FR, characters=int(len(LONG_FR) / 1.2)) is None


NOTE = "J'ai suivi ce projet de près, avec mon équipe."


@pytest.mark.parametrize(
    ("text", "notes", "expected"),
    [
        (f"{NOTE} L’article raconte une nuit d’écoute.", (NOTE,), "l article raconte une nuit"),
        (f"{NOTE} L’article raconte.", (), "j ai suivi ce projet"),
        (f"{NOTE} Un ajout. L’article raconte.", (NOTE, "Un ajout."), "l article raconte"),
        ("J’ai suivi une autre affaire hier.", (NOTE,), "j ai suivi une autre"),
        ("I followed it. The article tells a", ("I followed it.",), "the article tells a"),
        ("I followed it. The end", ("I followed it closely.",), "i followed it the end"),
        (NOTE, (NOTE,), ""),
    ],
)
def test_two_drafts_are_told_apart_behind_what_their_author_said(
    text: str, notes: tuple[str, ...], expected: str
) -> None:
    assert " ".join(opening(text, notes)) == expected
