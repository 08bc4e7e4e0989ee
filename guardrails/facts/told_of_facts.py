"""What an author is told of a fact that nothing given bears out."""

from collections.abc import Sequence

from domain.language import Bilingual, Language
from guardrails.facts.kept import Kept, view
from guardrails.facts.told_right import nearest_sentence

FIGURE = Bilingual(
    fr="Ce chiffre n'est pas tel quel dans la source ni dans vos notes : valeur, unité, échelle.",
    en="This figure is not in the source or your notes as it stands: value, unit, scale.",
)
TOO_MANY = Bilingual(
    fr="Il y a trop de chiffres ici pour les vérifier tous : gardez ceux qui comptent.",
    en="There are too many figures here to check them all: keep those that matter.",
)
AMOUNT = Bilingual(
    fr="Ni un chiffre de la source ni vos notes ne disent cette quantité.",
    en="Neither a figure of the source nor your notes tell this amount.",
)
DATE = Bilingual(
    fr="Cette date ou cette heure n'est ni dans la source ni dans vos notes.",
    en="This date or time is neither in the source nor in your notes.",
)
NAME = Bilingual(
    fr="Ce nom n'est ni dans la source ni dans vos notes.",
    en="This name is neither in the source nor in your notes.",
)
QUOTATION = Bilingual(
    fr="Ces mots ne sont pas exactement ceux de la source ni de vos notes : citez à la lettre "
    "ou retirez les guillemets.",
    en="These are not the exact words of the source or of your notes: quote to the letter or "
    "take the quotation marks away.",
)
SWAPPED = Bilingual(
    fr="Deux chiffres, ou deux noms, ont échangé leur place : relisez dans la source lequel était "
    "avant, ou qui a fait quoi.",
    en="Two figures, or two names, have changed places: read again in the source which one came "
    "before, or who did what.",
)
MOVED = Bilingual(
    fr="La source donne ce chiffre ou cette année à autre chose : relisez ce qu'il compte.",
    en="The source gives this figure or this year to something else: read again what it counts.",
)
CONTRARY = Bilingual(
    fr="La source dit le contraire : relisez-la. Si cela a changé depuis, notez-le.",
    en="The source says the contrary: read it again. If this has changed since, add it to your "
    "notes.",
)
AUTHORITY = Bilingual(
    fr="Qui le dit ? Ni la source ni vos notes ne parlent de cette étude ou de ces experts : "
    "nommez-les, ou parlez en votre nom.",
    en="Who says so? Neither the source nor your notes speak of this study or these experts: "
    "name them, or speak for yourself.",
)
EFFECT = Bilingual(
    fr="Ni la source ni vos notes ne disent cet effet : vérifiez-le, ou dites d'où vous le savez.",
    en="Neither the source nor your notes tell this effect: check it, or say how you know.",
)
UNSOURCED = Bilingual(
    fr="D'où vient ce chiffre ? Citez la source, que chacun puisse vérifier.",
    en="Where does this figure come from? Cite the source, so that anyone can check.",
)
_LONGEST, _MOST_READ = 300, 10_000
"""Characters: so much of what was found, and of each text given, is compared."""
_MEND = Bilingual(
    fr="Retirez-le, ou ajoutez à vos notes ce que vous en savez.",
    en="Remove it, or add to your notes what you know of it.",
)
_NEAREST = Bilingual(
    fr="À relire : « %s » Dites-le ainsi, retirez-le, ou ajoutez-le à vos notes.",
    en="To read again: “%s” Say it so, remove it, or add it to your notes.",
)


def how_to_mend(words: str, given: Sequence[str], language: Language) -> str:
    """Say what to do with words that nothing given bears out: what stands nearest is shown."""
    texts = [view(text, _beginning) for text in given]
    nearest = nearest_sentence(words[:_LONGEST], texts) if texts else None
    if nearest is None:
        return _MEND.in_language(language)
    return _NEAREST.in_language(language).replace("%s", nearest)


def _beginning(text: str) -> Kept:
    return Kept(text[:_MOST_READ])
