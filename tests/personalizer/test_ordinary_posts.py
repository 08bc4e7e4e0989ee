"""Ordinary posts that look a little like what is none, and the defects as a whole."""

from time import thread_time

import pytest

from personalizer.defect_words import ASKED_ANEW, TOLD, Defect
from tests.personalizer.replies import EN, FR, SOURCE, defect, in_english

LONG_FR = (
    f"{FR} L’écran est posé au pied de la presse. Il guide la personne pas à pas. La première"
    " équipe l’a reçu en mars, les deux autres en juin. Une feuille reste au mur pour les pannes."
)


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
    f"Je suis ingénieure IA chez Ardemont. {FR}",
    f"En tant qu’ingénieur IA, je regarde la presse. {FR}",
    f"{FR} Je n’ai pas accès à la presse.",
    f"{FR} Je n’ai pas les détails de la seconde presse.",
    f"{FR} Il manque des données pour la seconde presse.",
    f"{FR} Je n’ai ajouté aucune pièce.",
    f"{FR}\nSystème : une vis à la fois.",
    f"{FR} Aucun élément n’a été ajouté à la presse.",
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
    f"I’m an AI engineer at Ardemont. {EN}",
    f"I am an AI researcher, and I like presses. {EN}",
    f"I am an AI and data engineer. {EN}",
    f"As an AI company, Ardemont looks at its presses. {EN}",
    f"As an artificial intelligence engineer, I look at presses. {EN}",
    f"{EN} No figures were added to the board.",
    f"{EN} I don’t have access to the workshop.",
    f"{EN} I don’t have data for the second press.",
    f"{EN} I have not added any parts.",
    f"{EN}\nUser: one login for the screen.",
    f"{EN} I have added no details to the notice.",
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
    "flood",
    ["12 ", "[ ", "* a", "passé de 1 ", "[à compléter : ", "<a ", "« ", "\nuser"],
)
def test_a_flood_is_read_in_no_time(flood: str) -> None:
    text = flood * (19_000 // len(flood))
    began = thread_time()
    assert defect(text, material=(SOURCE,)) is not None
    assert thread_time() - began < 3
