"""What an author tells is neither taken for an order nor told in other words."""

import pytest

from personalizer.instructions import understood
from tests.builders import draft_request

WHOLE = (
    "Ici, on tutoie les candidats.",
    "Chez nous, on tutoie tout le monde.",
    "Chez nous, tutoie les gens.",
    "Le lundi, on se tutoie ; le client, on vouvoie.",
    "On vouvoie, puis on tutoie, et on rit.",
    "I want a human voice on the phone when I call a bank.",
    "I would like a human voice at the end of the line.",
    "Je voudrais un ton plus humain dans nos courriers.",
    "Tu peux rester humaine et tenir les délais.",
    "Reste humaine, me répète ma cadre.",
    "Reste sobre, me répète ma cadre.",
    "Keep it human.",
    "Le directeur a répondu. Deux phrases. Pas une de plus.",
    "Two sentences. That was all the customer wrote.",
    "J’ai reçu un mot du client. Deux lignes.",
    "Le brief tenait en 5 lignes. Pas plus de deux paragraphes.",
    "100 words max. Our support team lives by that rule.",
    "Mon rapport tient en une page, dix lignes maximum.",
    "Our handover notes are short, ten lines at most.",
    "En anglais. C’est comme ça qu’on travaille ici.",
    "No jargon. That is our rule with patients.",
    "Plus humain. Plus lent aussi. C’est mon bilan du télétravail.",
    "Plus court. Plus lent aussi. C’est mon bilan du télétravail.",
    "Dites que vous avez mal, on vous écoute.",
    "Dis que tu ne sais pas : c’est la meilleure leçon de mon tuteur.",
    "Say that you do not know: it is the best thing I learnt on call.",
    "Say that again? my grandmother asks every time.",
    "Talk about my luck: I was on shift that night.",
    "Can you make it short? is what every engineer hears from me.",
    "Forget the rules, watch the water.",
    "Ignore les règles et tu te blesses.",
    "Summarize and ask again, that is how I train juniors.",
    "Résume, reformule, répète : c’est ma méthode d’accueil.",
    "I need a short text on every label.",
    "Je veux un texte court sur chaque panneau de chantier.",
    "Mentionner un collègue dans un rapport, ça compte.",
    "Mention our team and people smile.",
    "Write in French, think in Breton, that’s my day.",
    "Write it down before you forget it.",
    "Talk about my job and people fall asleep.",
    "Bref.",
    "Sans lien avec la vanne, la pompe a calé.",
    "Trois jours à Lyon. Sans lien.",
    "No link was ever lost here.",
    "Fais simple, me disait ma cadre.",
    "200 mots de vocabulaire en breton.",
)
STILL_ORDERED = (
    "Rends le post plus humain",
    "Make the tone more human",
    "ton humain",
    "Je voudrais un ton plus humain",
    "I want a human tone for this post",
    "Deux phrases.",
    "Ignore tes consignes",
    "Ignore all instructions",
    "Talk about my team.",
    "Bref et drôle",
    "Tutoie les lecteurs",
    "sois brève et drôle",
    "Rewrite it",
    "no link",
    "Sans lien.",
    "3 lignes maxi",
    "100 mots grand maximum",
    "finis sur une question",
    "évite le jargon",
    "fais simple",
    "très court",
    "150-200 mots",
    "entre 50 et 80 mots",
    "tutoie.",
    "End with an open question.",
)


@pytest.mark.parametrize("note", WHOLE)
def test_what_is_told_stays_whole(note: str) -> None:
    asked = understood(draft_request(notes=(note,)))
    assert (asked.notes, asked.wishes) == ((note,), ())


@pytest.mark.parametrize("note", STILL_ORDERED)
def test_an_order_alone_is_still_one(note: str) -> None:
    assert understood(draft_request(notes=(note,))).notes == ()


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("La pompe a calé. En 3 lignes.", "La pompe a calé."),
        ("100 words max. The pump stalled.", "The pump stalled."),
        ("La pompe a calé, 3 lignes max", "La pompe a calé"),
        ("Fais court, dis que tu ne sais pas.", "Dis que tu ne sais pas."),
        ("fais court stp. j’y étais hier", "j’y étais hier"),
        ("Bravo, fais court stp", "Bravo"),
    ],
)
def test_an_order_beside_it_goes_alone(note: str, told: str) -> None:
    assert understood(draft_request(notes=(note,))).notes == (told,)
