import pytest

from domain.drafts import Draft
from domain.language import Language
from guardrails import naming
from guardrails.naming import core, is_written_as_name, named, split_camel
from guardrails.reading import Reading

NAMES = ("projet Orion", "Cobalt", "C++", "X2")


def pieces(text: str, *names: str) -> list[str]:
    reading = Reading(Draft(text, Language.FRENCH))
    return [reading.slice(span) for _, span in named(reading, names or NAMES)]


@pytest.mark.parametrize(
    "text",
    [
        "projet Orion",
        "PROJET ORION",
        "projets Orions",
        "projet-orion",
        "projet\nOrion",
        "projetorion",
        "projet_orion",
        "p r o j e t  o r i o n",
        "projet O.r.i.o.n",
        "pro-jet Ori-on",
        "рrоjеt Оriоn",
        "pro\u200bjet Orion",
        "𝐩𝐫𝐨𝐣𝐞𝐭 𝐎𝐫𝐢𝐨𝐧",
        "pro-\njet Orion",
        "🅒🅞🅑🅐🅛🅣",
        "ᴄᴏʙᴀʟᴛ",
        "cobalts",
        "C++",
        "X2",
    ],
)
def test_a_name_is_found_however_it_is_written(text: str) -> None:
    assert pieces(f"Le {text}, demain") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "projet orionide",
        "projet Orionais",
        "orientation du projet",
        "cobaltifère",
        "recobalt",
        "C",
        "X20",
        "œcobalt",
        "le projet d'Orion",
        "",
    ],
)
def test_another_word_is_not_the_name(text: str) -> None:
    assert pieces(text) == []


@pytest.mark.parametrize("sign", ["™", "®", "℠", "©"])
def test_a_sign_behind_a_name_is_no_part_of_it(sign: str) -> None:
    assert pieces(f"Le projet Orion{sign} avance") == ["projet Orion"]


@pytest.mark.parametrize("text", ["#ProjetOrion", "#EquipeProjetOrion", "#CobaltTeam", "#cobalt"])
def test_a_name_is_found_in_a_hashtag(text: str) -> None:
    assert len(pieces(f"Bravo {text}")) == 1


@pytest.mark.parametrize(
    "text", ["https://ardemont.example/projet-orion/plan", "projet-orion.ardemont.example"]
)
def test_a_name_is_found_in_an_address(text: str) -> None:
    assert pieces(text) == ["projet-orion"]


def test_a_name_that_is_a_common_word_needs_its_capital() -> None:
    reading = Reading(Draft("un boulanger chez Boulanger", Language.FRENCH))
    spans = [span for name, span in named(reading, ("Boulanger",))]
    assert [is_written_as_name(reading, "Boulanger", span) for span in spans] == [False, True]


def test_the_core_of_a_name_is_its_longest_word() -> None:
    assert core("Projet Zéphyrin") == "zephyrin"


def test_words_of_a_hashtag_are_told_apart_by_their_capitals() -> None:
    assert split_camel("#SiteDeLyon").split() == ["Site", "De", "Lyon"]
    assert split_camel("#projet_orion").split() == ["projet", "orion"]


def test_a_number_behind_a_name_hides_nothing() -> None:
    assert pieces("Cobalt2 arrive") == ["Cobalt"]


def test_without_names_nothing_is_looked_for() -> None:
    assert list(named(Reading(Draft("projet Orion", Language.FRENCH)), ())) == []


class NoRoom:
    """A finder without the room to look for all at once."""

    def Match(self, text: bytes) -> list[int] | None:  # noqa: N802 - as RE2 calls it
        return None


@pytest.mark.parametrize("has_room", [True, False])
def test_each_of_many_names_is_found_as_if_it_were_the_only_one(
    monkeypatch: pytest.MonkeyPatch, *, has_room: bool
) -> None:
    if not has_room:
        monkeypatch.setattr(naming, "_every_core", lambda _: NoRoom())
    many = tuple(f"projet {start}{end}" for start in ("ori", "rio", "on") for end in ("on", "x2"))
    names = (*many, "Orion", "Rion", "C++", *(f"Zorvalk{number}" for number in range(200)))
    text = "Le projet-Orion et zorvalk7, #ProjetRioX2, O.r.i.o.n, coordination du C++, zorvalk71."
    reading = Reading(Draft(text, Language.FRENCH))
    alone = [found for name in names for found in named(reading, (name,))]
    assert list(named(reading, names)) == alone
    assert len({name for name, _ in alone}) >= 5
