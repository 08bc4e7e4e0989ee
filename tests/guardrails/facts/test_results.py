"""An effect that is denied is not told; one that only sounds denied is."""

import pytest

from guardrails.facts.results import untold

GIVEN = ("Nous avons une machine. We have a machine.",)


@pytest.mark.parametrize(
    "text",
    [
        "Les pannes n'ont pas diminué et rien n'a chuté.",
        "Je n'ai pas amélioré la machine.",
        "Les pannes n’ont jamais chuté.",
        "Les pannes n’ont guère diminué, elles n’ont pas chuté non plus.",
        "Aucune de nos équipes n’a amélioré la machine.",
        "Personne n’a amélioré quoi que ce soit.",
        "Les pannes ont pas diminué.",
        "Une machine neuve sans améliorer le poste.",
        "Ne pas améliorer, c’est reculer.",
        "Les commandes n’ont pas doublé.",
        "Les clients ne sont pas plus satisfaits.",
        "Cela ne change pas et n’a rien révolutionné.",
        "Les arrêts ne chutent pas.",
        "Rien ne chute.",
        "La machine ne s’améliore pas vraiment.",
        "Cela n’améliore en rien le poste.",
        "Ni les pannes ni les arrêts n’ont diminué.",
        "Je ne dis pas que les pannes ont diminué.",
        "We do not claim that the machine has improved.",
        "I never said we improved it.",
        "Neither the stops nor the breaks have improved.",
        "None of it improved.",
        "The stops have not plummeted, and nothing has collapsed.",
        "I haven't improved the machine.",
        "I didn’t improve it; it never improved.",
        "Nothing has improved, and none of our machines has improved.",
        "Orders have not doubled.",
        "It is not a thing of the past.",
        "It failed to make anyone happier, without having improved anything.",
    ],
)
def test_what_is_denied_is_not_told(text: str) -> None:
    assert list(untold(text, GIVEN)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Les pannes ont chuté.",
        "Les pannes n’ont cessé de diminuer : elles ont chuté.",
        "Les pannes n’ont pas seulement diminué.",
        "Les pannes n’ont jamais autant diminué.",
        "Les pannes n’ont pas diminué, elles ont chuté.",
        "Ce n’est pas un hasard si les pannes ont chuté.",
        "Ce n’est pas magique : les pannes ont chuté.",
        "Sans doute les pannes ont-elles chuté.",
        "Rien de neuf, mais les pannes ont chuté.",
        "Je n’ai rien fait et les pannes ont chuté.",
        "Sans ce réglage, les pannes auraient chuté.",
        "Les pannes ont plus que chuté.",
        "Les pannes ne diminuent pas seulement.",
        "Cela n’améliore que le poste.",
        "Les pannes ne chutent jamais autant.",
        "Rien n’améliore autant le poste.",
        "Sans effort on gagne du temps.",
        "Without effort it improved.",
        "With no new machine we improved it.",
        "No machine breaks now that it improved.",
        "The stops have plummeted.",
        "The stops have not only plummeted.",
        "The machine has never improved so much: it improved.",
        "No doubt the machine improved.",
        "It is not magic, the machine improved.",
        "I did nothing and the machine improved.",
        "It is no wonder that the machine improved.",
        "The machine did not just improve: it improved everything.",
    ],
)
def test_what_only_sounds_denied_is_told(text: str) -> None:
    assert list(untold(text, GIVEN)) != []


PLAIN = (
    "Les capteurs se recalent chaque nuit. L’équipe appelle la régie chaque mardi. Cela coûte"
    " 90 heures. The sensors set their clock each night. The team calls the utility every Tuesday."
    " It cost 90 hours."
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On peut réduire les coûts de terrassement.", "réduire les coûts"),
        ("De quoi économiser des millions de litres.", "économiser"),
        ("On localise les fuites plus vite.", "plus vite"),
        ("Les équipes sont plus soudées que jamais.", "plus soudées que jamais"),
        ("Utilities can reduce their operating costs.", "reduce their operating costs"),
        ("They save millions of litres.", "save millions"),
        ("It brought them closer together than ever before.", "closer together than ever"),
        ("Leaks are found much faster than before.", "much faster than"),
    ],
)
def test_an_effect_that_small_models_add_is_found(text: str, found: str) -> None:
    assert [text[one.start : one.end] for one in untold(text, (PLAIN,))] == [found]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("On réduit les coûts.", "La facture a baissé de 12 %."),
        ("On localise les fuites plus vite.", "Le délai est passé de 41 à 9 jours."),
        ("Repairs come faster than before.", "The time to a repair went from 41 days to nine."),
        ("It saves millions of litres.", "The region saved 3 million litres."),
        ("Est-ce que l’on réduit les coûts ?", PLAIN),
        ("Cela ne réduit pas les coûts.", PLAIN),
        ("Set up faster than at Norvia.", PLAIN),
    ],
)
def test_an_effect_told_in_other_words_passes(text: str, source: str) -> None:
    assert not list(untold(text, (source,)))
