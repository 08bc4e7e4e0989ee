"""Make guardrails/lexicon/more_given_names.txt: given names of many countries, no common words.

    python -m training.given_names

They are Faker's (MIT), those of the locales below, without accents, one a line. Names that are
words or places as well are left out.
"""

import re
import unicodedata
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from guardrails.lexicon import is_given_name, is_known

LEXICON = Path(__file__).parent.parent / "guardrails" / "lexicon"
LOCALES = (
    "fr_FR fr_BE fr_CH fr_DZ fr_QC en_GB en_US en_IN en_NG en_IE en_NZ en en_PK en_KE de_DE es_ES"
    " it_IT pt_PT pl_PL nl_NL nl_BE tr_TR ro_RO vi_VN yo_NG ha_NG ig_NG zu_ZA sw"
).split()
PLACES = frozenset(
    "adelaide africa alabama alaska albany america arizona asia athena atlanta atlas austin berlin"
    " bordeaux boston britain brittany brooklyn cairo california carolina catalina chelsea chester"
    " china cleveland colorado dakota dallas denmark denver devon dublin egypt essex florence"
    " florida france geneva georgia germany holland houston india indiana ireland israel italia"
    " italy jamaica jersey jordan kent kenya kingston lancaster lincoln london lorraine lourdes"
    " lyon madison malta maryland memphis milan montana montgomery montreal nevada normandie oslo"
    " oxford paris persia phoenix preston quebec richmond rio roma russia salem samaria savannah"
    " scotland siena sierra spain stanford sydney tennessee texas troy tunis valencia vegas venice"
    " vienna virginia wales warren washington wellington windsor york zion zurich".split()
)
# What is the name of more companies and things than people, and a greeting.
BRANDS = frozenset(
    "alexa amazon apple armani bentley bosch cisco dell diesel dior dolce ford google harley"
    " honda java kia lexus linux mercedes microsoft nike nokia oracle porsche prada pepsi python"
    " merry ruby sap shell siemens siri sony tesla toyota".split()
)
_KINDS = ("first_names", "first_names_male", "first_names_female", "first_names_nonbinary")


def main() -> None:
    """Gather the names, and write the list."""
    names = sorted(frozenset(filter(_is_only_a_name, _names())) - PLACES - BRANDS)
    written = "\n".join(names) + "\n"
    (LEXICON / "more_given_names.txt").write_text(written, encoding="utf-8")
    print(f"{len(names)} names")


def _names() -> Iterator[str]:
    for locale in LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        yield from (_bare(name) for kind in _KINDS for name in getattr(provider, kind, ()))


def _is_only_a_name(name: str) -> bool:
    return re.fullmatch(r"[a-z]{3,}", name) is not None and not (
        is_known(name) or is_given_name(name)
    )


def _bare(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(one for one in letters if not unicodedata.combining(one))


if __name__ == "__main__":
    main()
