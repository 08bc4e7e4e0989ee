"""What a model gives in place of a post, and ordinary posts that look a little like it."""

from dataclasses import replace
from time import perf_counter
from typing import Any

import pytest

from domain.language import Language
from personalizer.defect_words import ASKED_ANEW, TOLD, Defect
from personalizer.defects import Asked, defect_of
from personalizer.swapped_figures import swaps_figures

FR = "Je travaille chez Ardemont. Le réglage prend désormais 12 minutes au lieu de 40."
EN = "I work at Ardemont. Setting up a press now takes 12 minutes instead of 40."
LONG_FR = (
    f"{FR} L’écran est posé au pied de la presse. Il guide la personne pas à pas. La première"
    " équipe l’a reçu en mars, les deux autres en juin. Une feuille reste au mur pour les pannes."
)


def defect(text: str, language: Language = Language.FRENCH, **fields: Any) -> Defect | None:
    asked = Asked(language=language, characters=1_300, told=())
    return defect_of(text, replace(asked, **fields))


def in_english(text: str) -> Defect | None:
    return defect(text, Language.ENGLISH)


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
    assert defect(text) is not None


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


@pytest.mark.parametrize(
    "text",
    [
        "Je travaille chez Ardemont, et le. Setup now takes 12 minutes instead of 40.",
        f"{FR} Les équipes ont suivi la formation.\n\n🇬🇧 {EN}",
        f"{FR}\n\nThe screen at the foot of the machine guides the operator, and they follow it.",
    ],
)
def test_a_part_in_the_other_language_is_no_post(text: str) -> None:
    assert defect(text) in {Defect.MIXED, Defect.LANGUAGE}


def test_an_english_post_with_a_french_part_is_no_post() -> None:
    assert in_english(f"{EN}\n\nL’écran guide la personne, et elle le suit pas à pas.") is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            Language.FRENCH,
            "La pantalla está en el pie de cada máquina y la persona la usa en el taller.",
        ),
        (
            Language.FRENCH,
            "Je travaille chez Ardemont. Lo schermo è in officina e si regola con calma.",
        ),
        (
            Language.FRENCH,
            "A tela fica ao pé de cada máquina. É a equipe de Nantes que a usa, e não se perde.",
        ),
        (
            Language.ENGLISH,
            "In der Werkstatt steht an der Maschine ein Bildschirm, und so was will man in Nantes.",
        ),
        (Language.ENGLISH, "In de werkplaats is er een scherm, en we do so at Nantes."),
    ],
)
def test_a_third_language_is_no_post(language: Language, text: str) -> None:
    assert defect(text, language) in {Defect.LANGUAGE, Defect.MIXED}


@pytest.mark.parametrize(
    ("never", "text"),
    [
        ("formation", f"{FR} Trois équipes ont suivi la formation."),
        ("formation", f"{FR} #Formations"),
        ("La Presse", f"{FR} Ils règlent la presse plus tôt."),
        ("chiffre d’affaires", f"{FR} Le chiffre d'affaires suit."),
    ],
)
def test_what_its_author_never_speaks_of_is_no_post(never: str, text: str) -> None:
    assert defect(text) is None
    assert defect(text, never=(never,)) is Defect.NEVER


def test_a_link_is_nobodys_words() -> None:
    text = f"{FR}\n\nhttps://ardemont.example/engagements/ecran"
    assert defect(text, never=("engagement",)) is None


@pytest.mark.parametrize("never", ["format", "min", "", "  ", "équipe de nuit"])
def test_a_part_of_a_word_is_not_the_subject(never: str) -> None:
    assert defect(f"{FR} La formation est courte.", never=(never,)) is None


SOURCE = "Le réglage prend désormais 12 minutes au lieu de 40. Le débit est passé de 118 à 87 m³."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Je travaille chez Ardemont. Le réglage prend 40 minutes au lieu de 12.", True),
        ("Je travaille chez Ardemont. Le réglage est passé de 12 minutes à 40.", True),
        ("Je travaille chez Ardemont. Le débit est monté de 87 à 118 m³.", True),
        ("Je travaille chez Ardemont. Le réglage est passé de 40 minutes à 12.", False),
        ("Je travaille chez Ardemont. C’est 12 minutes contre 40 avant.", False),
        ("Je travaille chez Ardemont. 40 minutes hier, 12 minutes désormais.", False),
        ("Je travaille chez Ardemont. Le site est passé de 3 à 5 presses.", False),
    ],
)
def test_a_change_told_backwards_is_no_post(text: str, *, found: bool) -> None:
    assert (defect(text, material=(SOURCE,)) is Defect.SWAPPED) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I work at Ardemont. Setting one up takes 40 minutes instead of 12.", True),
        ("I work at Ardemont. The setting went from 12 minutes to 40.", True),
        ("I work at Ardemont. The setting fell from 40 minutes to 12.", False),
    ],
)
def test_a_change_told_backwards_in_english_is_no_post(text: str, *, found: bool) -> None:
    source = "Setting one up now takes 12 minutes instead of 40."
    told = defect(text, Language.ENGLISH, material=(source,))
    assert (told is Defect.SWAPPED) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{FR} Les pannes ont disparu et les clients sont livrés plus tôt.", True),
        ("Je travaille chez Ardemont. 12 minutes, ce qui divise par trois les rebuts.", True),
        (f"{FR} Les équipes gagnent du temps.", True),
        (f"{FR} Les rebuts ont doublé d’intérêt.", False),
        (f"{FR} Les pannes ont-elles disparu chez vous ?", False),
        (f"{FR} « Les pannes ont disparu », dit la notice.", False),
        (f"{FR} L’écran est au pied de la machine.", False),
    ],
)
def test_a_result_that_nothing_tells_is_no_post(text: str, *, found: bool) -> None:
    assert (defect(text, material=(SOURCE,)) is Defect.RESULT) is found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("The stops have all disappeared since May.", False),
        ("Fourteen stops were removed.", False),
        ("The screen is beside the press.", True),
    ],
)
def test_a_result_told_in_other_words_is_told(source: str, *, found: bool) -> None:
    text = f"{EN} The stops have disappeared."
    told = defect(text, Language.ENGLISH, material=(source,))
    assert (told is Defect.RESULT) is found


def test_the_question_itself_is_no_post_whoever_asked_it() -> None:
    asked = "Écris le post en français. Sa forme : un chiffre, et ce qu’il veut dire."
    assert defect(f"{asked} {FR}", told=("Tu prépares un brouillon.", asked)) is Defect.INSTRUCTIONS
    assert defect(FR, told=(f"{asked}\n{FR}",), material=(FR,)) is None


ORDINARY = [
    f"Voici ce que j’ai appris : {FR}",
    f"Voici l’écran, posé au pied de la machine. {FR}",
    f"{FR} Sur ces feuilles, je ne peux pas rester silencieux.",
    f"Désolé pour le retard. {FR}",
    f"{FR} « Pouvez-vous me donner plus de détails sur le réglage ? », demande une équipe.",
    f"{FR}\n\n1. L’écran s’allume.\n2. La personne suit.\n3. La presse part.",
    f"{FR}\n\n- un écran\n- une presse\n- deux équipes",
    f"{FR}\n\nN’hésitez pas à candidater.",
    f"{FR}\n\nN’hésitez pas à me contacter en message privé.",
    f"{FR}\n\nDites-moi comment vous faites dans vos ateliers.",
    f"{FR}\n\nEt vous, combien de minutes ?\n\n#Atelier #Maintenance",
    f"{FR}\n\nhttps://ardemont.example/ecran",
    f"{FR} 🔧",
    f"{FR}\n\nBonne semaine",
    f"{FR}\n\n– Inês",
    f"RECRUTEMENT EN CDI À NANTES\n\n{FR}",
    f"[RECRUTEMENT] {FR}",
    f"La Version 2 de Flow est là. {FR}",
    f"{FR} Le prix* est celui du catalogue.\n\n* hors taxes.",
    f"{FR} La règle : x < y > z, et R&D.",
    f"{FR} J’aime ça <3",
    f"{FR}\n\n[à compléter : votre exemple]",
    f"{FR}\n\n[A compléter : votre exemple]",
    f"{FR} « The screen knows what the press needs and it is the best of them », dit la notice.",
    f"{FR} Le fichier snake_case_name reste en place.",
    f"{FR} Je ne peux pas écrire ce post sans remercier Claire Besson.",
    f"{FR} Selon les règles de sécurité, la presse s’arrête d’abord.",
    f"Bien sûr, le réglage compte. {FR}",
    f"« On ne court plus », dit Claire Besson. {FR} « Enfin », dit une équipe.",
    f"{FR} Un café chez « Los Amigos » et un rendez-vous à la Plaza de la Concordia.",
    f"{FR} Résultat : la presse attend moins.",
    f"Résultat : 12 minutes. {FR}",
    f"En tant qu’assistante de direction, elle suit le site. {FR}",
    f"{FR} Le prochain site. Puis le prochain site. Et le prochain site.",
]
ORDINARY_ENGLISH = [
    f"Here is what the screen changed. {EN}",
    f"Here's a thought about presses: {EN}",
    f"{EN} On paper records, I cannot stay silent.",
    f"I can't help but think of paper. {EN}",
    f"Sorry for the delay. {EN}",
    f"{EN} “Could you please provide more details about the press?” is what a team asked.",
    f"{EN}\n\n1. The screen lights up.\n2. The operator follows.\n3. The press starts.",
    f"{EN}\n\nFeel free to apply.",
    f"{EN}\n\nLet me know how your workshop does it.",
    f"{EN}\n\nDo you want to see the screen? Would you like to work here?",
    f"{EN}\n\n#Maintenance #Workshop",
    f"{EN}\n\nHave a good week",
    f"HIRING IN NANTES\n\n{EN}",
    f"Update: the Lyon site is next. {EN}",
    f"As an assistant manager, she follows the site. {EN}",
    f"{EN} The notice says « L’écran est au pied de la machine et la personne le suit ».",
    f"Analysis: {EN}",
    f"Version 2 of Flow is here. {EN}",
    f"{EN} I need more time for the second press.",
    f"{EN} According to the rules of the workshop, the press stops first.",
    f"{EN} Of course, the screen is only a part of it.",
    f"{EN}\n\n[to complete: your example]",
    f"{EN}\n\n[To be completed]",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_post_is_a_post(text: str) -> None:
    assert defect(text) is None


@pytest.mark.parametrize("text", ORDINARY_ENGLISH)
def test_an_ordinary_post_in_english_is_a_post(text: str) -> None:
    assert in_english(text) is None


def test_every_defect_is_told_in_both_languages_or_asked_anew() -> None:
    assert set(TOLD) | ASKED_ANEW == set(Defect)
    assert not set(TOLD) & ASKED_ANEW
    assert all(told.fr and told.en and told.fr != told.en for told in TOLD.values())


@pytest.mark.parametrize(
    "flood", ["12 ", "[ ", "* a", "passé de 1 ", "[à compléter : ", "<a ", "« "]
)
def test_a_flood_is_read_in_no_time(flood: str) -> None:
    text = flood * (19_000 // len(flood))
    began = perf_counter()
    assert defect(text, material=(SOURCE,)) is not None
    assert not swaps_figures(text, (SOURCE,))
    assert perf_counter() - began < 3
