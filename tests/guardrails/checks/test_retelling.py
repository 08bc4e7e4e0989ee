"""A guess at a secret says nothing of what the published source tells, in both languages."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.review import Circumstances, Source, Span
from guardrails.checks.retelling import is_published, retells
from guardrails.reading import Reading
from tests.builders import circumstances

FR = Source(
    "La pompe gouttait au-dessus de la moquette cinq minutes plus tard. Un voisin a prêté 60 kg de"
    " sable, et le bruit de fond a perdu 9 dB. La grille interne a été relue par 12 collègues.",
    "Une grille de salaires publiée",
    "https://ardemont.example/grille-de-salaires",
    is_public=True,
)
EN = Source(
    "The pump dripped above the carpet five minutes later. A neighbour lent 60 kg of sand, and the"
    " background noise lost 9 dB.",
    "A published salary grid",
    "https://ardemont.example/salary-grid",
    is_public=True,
)


Asked = Callable[[Reading, Span, Circumstances], bool]


def says(asked: Asked, text: str, source: Source, words: str | None = None) -> bool:
    language = Language.FRENCH if source.url == FR.url else Language.ENGLISH
    start = text.index(words) if words else 0
    span = Span(start, start + len(words or text))
    return asked(Reading(Draft(text, language)), span, circumstances(source=source))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (FR, "Pourtant, cinq minutes plus tard, elle gouttait au-dessus de la moquette."),
        (FR, "Chez Ardemont, 60 kg de sable prêtés par un voisin ont fait perdre 9 dB au bruit."),
        (EN, "Yet five minutes later it dripped above the carpet."),
        (EN, "At Ardemont, 60 kg of sand lent by a neighbour lost 9 dB of background noise."),
    ],
)
def test_what_the_published_source_tells_is_retold(source: Source, text: str) -> None:
    assert says(retells, text, source)
    assert not says(retells, text, replace(source, is_public=False))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (FR, "Le site ferme en juin, la direction le cache."),
        (FR, "Il est viré. Oui, lui."),
        (FR, "La pompe ne gouttait pas au-dessus de la moquette cinq minutes plus tard."),
        (FR, "La pompe gouttait au-dessus de la moquette cinq minutes plus tard à Roanne."),
        (EN, "The CEO is out. He got the axe."),
        (EN, "The pump never dripped above the carpet five minutes later."),
        (EN, "The pump dripped above the carpet five minutes later, before Roanne."),
        (FR, "60 kg de sable prêtés par un voisin ont fait perdre 15 dB au bruit de fond."),
        (
            FR,
            "La pompe gouttait au-dessus de la moquette cinq minutes plus tard. On ferme en juin.",
        ),
        (EN, "The site closes in June, and management hides it."),
        (EN, "60 kg of sand lent by a neighbour lost 12 dB of background noise."),
        (EN, "The pump dripped above the carpet five minutes later. We close in June."),
    ],
)
def test_what_is_added_to_it_is_not(source: Source, text: str) -> None:
    assert not says(retells, text, source)


@pytest.mark.parametrize(
    ("source", "text", "words", "is_so"),
    [
        (FR, "J’ai lu cela : une grille de salaires sans détour.", "grille de salaires", True),
        (FR, "https://ardemont.example/grille-de-salaires", "grille-de-salaires", True),
        (FR, "La grille interne relue par 12 collègues.", "grille interne", True),
        (FR, "Notre grille interne dit que Paul gagne trop.", "grille interne", False),
        (FR, "La grille des primes.", "grille des primes", False),
        (EN, "I read it: a salary grid, at last.", "salary grid", True),
        (EN, "https://ardemont.example/salary-grid", "salary-grid", True),
        (EN, "The bonus grid.", "bonus grid", False),
    ],
)
def test_words_of_the_title_or_retold_are_published(
    source: Source, text: str, words: str, *, is_so: bool
) -> None:
    assert says(is_published, text, source, words) is is_so
    assert not says(is_published, text, replace(source, is_public=False), words)


def test_a_flood_is_read_in_no_time() -> None:
    flood = "12,12 moquette " * 4_000
    began = time.thread_time()
    says(retells, flood, FR)
    says(retells, "La moquette.", replace(FR, text=flood))
    assert time.thread_time() - began < 2


OPENS = {
    "fr": Source(
        "L'atelier ouvre une nouvelle ligne de peinture en mars.", url=FR.url, is_public=True
    ),
    "en": Source("The workshop opens a new paint line in March.", url=EN.url, is_public=True),
}


@pytest.mark.parametrize(
    ("language", "text", "is_told"),
    [
        ("fr", "Notre atelier n'ouvre plus de nouvelle ligne de peinture.", False),
        ("fr", "Notre atelier ne rouvre ni la ligne de peinture ni la nouvelle.", False),
        ("fr", "Notre atelier ouvre une nouvelle ligne de peinture.", True),
        ("en", "Our workshop opens neither a new paint line nor a workshop.", False),
        ("en", "Our workshop no longer opens a new paint line.", False),
        ("en", "Our workshop opens a new paint line.", True),
    ],
)
def test_a_sentence_turned_round_is_not_retold(language: str, text: str, *, is_told: bool) -> None:
    assert says(retells, text, OPENS[language]) is is_told
