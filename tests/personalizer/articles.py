"""Two invented articles of a company, one in each language, and the people who share them."""

from datetime import timedelta
from typing import Any

from domain.content import ContentItem
from domain.drafts import DraftRequest
from domain.language import Language
from domain.people import Ambassador, ProfileMix, ProfileType
from guardrails.platform_rules import length_on
from personalizer.angles import angles_of
from personalizer.offline.engine import first_draft
from personalizer.writing import Angle, Brief, NothingToSay
from tests.builders import NOW, ambassador, item, organization

FRENCH = """\
L’atelier de Nantes a changé sa façon de régler les machines, et les chiffres sont publiés.
Le réglage d’une presse prend 12 minutes au lieu de 40, sur trois lignes et deux équipes.
Pour y parvenir, les opérateurs ont écrit eux-mêmes la liste des gestes à faire.

« La liste tient sur une page, et chacun peut la corriger », explique Claire Besson,
responsable de production. Cette page est affichée au pied de chaque machine.

Les premières semaines ont été difficiles pour les équipes du matin. Une erreur sur deux venait
d’une unité oubliée sur le plan. Depuis avril 2025, l’unité est imprimée avant le nombre, et les
rebuts sont passés de 3,1 % à 1,2 %.

Comment prévenir l’équipe de nuit quand une série change à 20 heures ? L’atelier a essayé un
tableau, puis un message, puis une fiche agrafée au carton. La fiche est la seule solution qui
résiste au week-end, mais elle coûte 45 minutes par semaine.

Pour commencer, il faut choisir une seule machine et mesurer pendant dix jours. Le relevé sert
à comparer les équipes sans désigner personne, parce que les noms ne sont pas notés. Les
apprentis remplissent la moitié des fiches, contrairement aux réglages qui restent aux anciens.

Le site de Lyon a repris la méthode en septembre, avec 28 personnes formées en deux semaines.
La formation dure une demi-journée et se termine par un réglage complet. Un réglage sur cinq
dépasse encore 20 minutes, surtout sur les moules anciens.

Nous avons gardé les feuilles de 2019 pour comparer. Notre objectif reste de publier le temps
médian chaque trimestre. Abonnez-vous à la newsletter pour ne rien manquer.
"""

ENGLISH = """\
The Leeds workshop changed the way it sets up its machines, and the figures are public.
Setting up a press takes 12 minutes instead of 40, on three lines and with two crews.
To get there, the operators wrote the list of moves by themselves.

“The list fits on one page, and anybody can correct it,” says Claire Benson, head of
production. This page hangs beside each machine.

The first weeks were hard for the morning crews. One mistake in two came from a unit that was
missing on the drawing. Since April 2025 the unit has been printed before the number, and scrap
went from 3.1% to 1.2%.

How do you warn the night crew when a series changes at 8 pm? The workshop tried a board, then
a message, then a sheet stapled to the box. The sheet is the only answer that survives the
weekend, but it costs 45 minutes a week.

To begin, choose a single machine and measure it for ten days. The record helps to compare crews
without pointing at anybody, because names are not written down. Apprentices fill in half of the
sheets, unlike the settings, which stay with the senior operators.

The Bristol site took up the method in September, with 28 people trained in two weeks. The
course lasts half a day and ends with a complete set-up. One set-up in five still takes more
than 20 minutes, mostly on the old moulds.

We kept the sheets of 2019 for comparison. Our aim is to publish the median time every quarter.
Subscribe to our newsletter so as not to miss anything.
"""

TITLES = {
    Language.FRENCH: "Douze minutes pour régler une presse",
    Language.ENGLISH: "Twelve minutes to set up a press",
}

FRENCH_POSTS = (
    "🔧 Panne ce matin sur la ligne 2 ! Deux heures perdues, une vis à remplacer. #Atelier",
    "🔧 Visite des apprentis aujourd’hui ! Ils posent les bonnes questions. #Atelier #Formation",
    "👷 Trois semaines de travaux, et la ligne repart ! Merci à tous. #Atelier",
)
TU_POSTS = (
    "Tu connais ce moment où tout s’arrête ? Tu cherches, tu doutes, et puis tu trouves la vis.",
    "Ton premier réglage, tu t’en souviens ? Moi, il avait duré trois heures.",
    "Tu formes quelqu’un cette semaine ? Laisse-lui la clé, et garde tes mains dans tes poches.",
)


def article(language: Language, **fields: Any) -> ContentItem:
    """Return the article of a language."""
    text = FRENCH if language is Language.FRENCH else ENGLISH
    given = {"content_id": f"article-{language}", "title": TITLES[language], "tags": ("atelier",)}
    return item(**{"text": text, "language": language, **given, **fields})


def colleagues(count: int) -> list[Ambassador]:
    """Return so many colleagues of all four types, without posts."""
    types = list(ProfileType)
    return [
        ambassador(
            name=f"Personne {number}",
            ambassador_id=f"ambassador-{number}",
            profile=ProfileMix.only(types[number % len(types)]),
        )
        for number in range(count)
    ]


def brief(
    content: ContentItem, person: Ambassador, angle: Angle | None = None, **fields: Any
) -> Brief:
    """Return a brief on a content; its angle is the person's first unless one is given.

    `fields` are those of the request, and `variant`.
    """
    variant = fields.pop("variant", 0)
    request = DraftRequest(
        content=content,
        ambassador=person,
        owner="owner",
        reservation_ends_at=NOW + timedelta(days=14),
        **{"language": content.language, **fields},
    )
    chosen = angle or angles_of(content, person, request.language)[0]
    return Brief(request=request, angle=chosen, organization=organization(), variant=variant)


def allocated(content: ContentItem, people: list[Ambassador], language: Language) -> list[Brief]:
    """Return a brief for each person, on the best free angle that can be written."""
    taken: set[str] = set()
    briefs: list[Brief] = []
    for person in people:
        free = [one for one in angles_of(content, person, language) if one.key not in taken]
        asked = (brief(content, person, angle, language=language) for angle in free)
        found = next(filter(can_be_written, asked), None)
        if found is not None:
            taken.add(found.angle.key)
            briefs.append(found)
    return briefs


def can_be_written(asked: Brief) -> bool:
    """Tell whether any way to write a brief fits."""
    return first_of(asked) is not None


_WRITTEN: dict[str, str | None] = {}


def first_of(asked: Brief) -> str | None:
    """Return the first draft of a brief, None where no way to write it fits.

    The same brief gives the same draft, as a test of the writer says: each is written once.
    """
    told = repr(asked)
    if told not in _WRITTEN:
        try:
            _WRITTEN[told] = first_draft(asked, length_on)
        except NothingToSay:
            _WRITTEN[told] = None
    return _WRITTEN[told]
