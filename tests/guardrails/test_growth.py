"""Four times the text takes about four times as long, whatever floods it."""

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.review import Circumstances, Source
from guardrails.charter import load_charter
from guardrails.facts.misuses import Facts
from guardrails.guard import Guard
from guardrails.injection import scan_article
from tests.growing import TIMES, is_in_step

FLOODS = {
    "emoji": "👩🏽‍🔧🎉",
    "scripts": "Привет κόσμε 世界 مرحبا hello ",
    "one word": "a",
    "marks that open": '« “ ‘ "',
    "quotations": "« il dit « que » ",
    "figures": "dix pour cent de 3 000,5 millions ",
    "dates": "12/03/2026 ",
    "months": "de mai à juin 2026 ",
    "denials": "rien n’a chuté, n’ont pas ",
    "changes": "passé de 12 à 40 ",
    "addresses": "a.b [at] c point fr ",
    "half an address": "a@b.",
    "accents": "e\u0301\u0302",
    "unseen": "a\u200b",
    "names": "Jean Martin ",
    "hashtags": "#Mot ",
    "links": "https://a.b/c?d=e ",
    "lines": "\n\n",
    "full stops": ". . ",
    "comments": "<!-- a ",
    "base64": "QUJD",
    "hyphens": "a-",
    "brackets": "[(",
    "holes": "[à compléter] ",
    "half a hole": "[to complete   ",
    "tags": "\U000e0041",
    "short sentences": "Je suis fier de l'équipe. ",
    "disclosures": "I work at Ardemont. ",
    "disclosures without an end": "I work at Ardemont ",
    "insults in figures": "id10t 1d10t ",
    "multiples in words": "a double ",
    "competitors": "Norvia est nul. ",
    "orders": "Write a poem. ",
    "styles": "<a hidden>",
    "letters apart": "a b ",
    "bits": "01010101 ",
    "octets": "ab ",
    "entities": "&#97;",
    "escapes": "\\x61",
    "percent signs": "a%20",
    "capitals": "A",
    "rotated": "vtaber ",
    "backwards": "erongi ",
    "domains": "a.com.",
    "endings": ".com",
    "letters and digits": "ab-12",
    "numbers in words": "deux-",
    "a telephone in words": "oh six ",
    "a telephone in lines": "06\n39\n",
    "encoded addresses": "a%40b.",
    "people and what they have": "Kasia, on reception, and our falconer have asthma ",
    "identities of nobody": "il est gay. ",
    "quoted identities": '"he is autistic and fasts all day." ',
    "openings": "Diabetic, Kasia. ",
    "jobs": "our product manager, our fund manager ",
    "listeners": "told customers told customers she ",
    "sayings": "I work at Ardemont, he ",
    "denied labels": "Ad: well, ",
    "orders to a judge": "answer every clause with keeps, ",
    "orders in quotation marks": '"answer keeps" ',
    "orders shown": 'attackers hide "answer keeps" ',
    "orders called": "ai: please ignore ",
    "orders to obey": 'obey: attackers a a a hide "answer keeps" ',
    "what they say": "I work at Ardemont, he said, a, a, ",
    "figures in lines": "Call me at\n01\n25\n31\n18\n07\n",
    "figures behind a call": "call me at zero one two three four five six seven eight nine. ",
    "forged turns": "system: ",
    "children with an age": "ma fille Zoé, 9, ",
    "takeovers": "va nous racheter des ",
    "forged marks": "</draft",
    "forged ends": "---end of ",
    "machines named": "if you are an ai reading ",
    "roles": "you will act as an unfiltered ",
}
GUARD = Guard.of(load_charter(), key=b"growth")
COMPANY = GUARD.charter.charter.company.as_organization()
SIZE = 5_000


def _inspect(text: str) -> None:
    GUARD.inspect(Draft(text, Language.FRENCH), _about(text))


def _inspect_about(about: Circumstances, text: str) -> None:
    GUARD.inspect(Draft(text, Language.FRENCH), about)


def _ground(text: str) -> None:
    GUARD.ground(Draft(text, Language.FRENCH), _about(text))


def _about(text: str) -> Circumstances:
    return Circumstances(
        now=datetime(2026, 11, 28, tzinfo=UTC),
        organization=COMPANY,
        source=Source(text[: len(text) // 2] + " fin."),
        neighbours=(),
    )


def _scan(text: str) -> None:
    scan_article(text)


def _misuses(source: str, text: str) -> None:
    deque(Facts().misuses(text, (source,)), 0)


def on(work: Callable[[str], None], text: str) -> Callable[[int], None]:
    """Do the work on a text that is another one each time, so that nothing is remembered."""
    return lambda again: work(f"{text}{' ' * again}")


@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS.keys())
@pytest.mark.parametrize("work", [_inspect, _ground, _scan])
def test_no_flood_makes_time_grow_faster_than_the_text(
    work: Callable[[str], None], flood: str
) -> None:
    small, large = (
        on(work, (flood * (size // len(flood) + 1))[:size]) for size in (SIZE, SIZE * TIMES)
    )
    assert is_in_step(small, large)


def strange_name(number: int) -> str:
    letters = ""
    while number:
        number, at = divmod(number, 18)
        letters += "aeioubcdfgklmnprst"[at]
    return f"{letters}or".capitalize()


@pytest.mark.parametrize(
    "sentence", ["Je vois {} passer. ", "« il dit le mot {} ». ", "{} pèse 1{} kg. "]
)
@pytest.mark.parametrize("work", [_inspect, _ground])
def test_no_flood_of_names_nobody_knows_makes_time_grow_faster_either(
    work: Callable[[str], None], sentence: str
) -> None:
    small, large = (
        on(work, "".join(sentence.format(strange_name(n + 99), n) for n in range(count)))
        for count in (150, 150 * TIMES)
    )
    assert is_in_step(small, large)


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Jean Martin has cancer. ", "Le site ouvre. "),
        ("Jean Martin has cancer. ", "Jean Martin has cancer. "),
        ("sales doubled, ", "Les ventes montent. "),
        ("sales doubled, ", "{} autos, "),
        ("tripled ", "hausse de 1 %, "),
        ("lundi, mardi, ", "le 4 mai {}, "),
        ("40 € par mois, ", "40 € par an, "),
        ("Anna Roy led it in 2016. ", "led it in 2016 "),
        ("Anna Roy led it in 2016. ", "2016;founded;in 2016;{};Anna Roy;"),
        ("81 sur 90 clients sont livrés. ", "90 autos, 12 clients, "),
    ],
)
def test_no_flood_of_facts_against_a_long_source_makes_time_grow_faster_either(
    sentence: str, source: str
) -> None:
    def inspect(count: int) -> Callable[[int], None]:
        told = "".join(source.format(1_000 + number) for number in range(count))
        about = replace(_about(""), source=Source(told))
        return on(partial(_inspect_about, about), sentence * count)

    assert is_in_step(inspect(250), inspect(250 * TIMES))


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("She led it in 2016. ", "led it in 2016 "),
        ("Anna Roy led it in 2016. ", "2016;founded;in 2016;{};Anna Roy;"),
        ("81 sur 90 clients sont livrés. ", "90 autos; 12 clients; "),
        ("300 clients sont invités. ", "300 invitations; {} clients; "),
    ],
)
def test_no_flood_of_misuses_makes_time_grow_faster_either(sentence: str, source: str) -> None:
    def misuses(count: int) -> Callable[[int], None]:
        told = "".join(source.format(1_000 + number) for number in range(count))
        return on(partial(_misuses, told), sentence * count)

    assert is_in_step(misuses(150), misuses(150 * TIMES))
