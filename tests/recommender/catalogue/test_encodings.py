import io

import pytest

from domain.errors import ImportFailed
from recommender.catalogue.encodings import find_encoding

TEXT = (
    "Où l’été s’achève, l’équipe « façade » a déjà livré le chantier.\n"
    "Cœur de métier : 40 € par mois, à Besançon.\n"
)


def decoded(data: bytes) -> str:
    return find_encoding(io.BytesIO(data), "file").decode(data).lstrip("\ufeff")


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "cp1252"],
)
def test_a_file_is_read_in_the_encoding_it_was_written_in(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding)) == TEXT


def test_an_old_mac_file_is_recovered() -> None:
    text = TEXT.replace("€", "EUR")
    assert decoded(text.encode("mac_roman")) == text


def test_one_old_letter_at_the_very_end_is_recovered() -> None:
    assert decoded(b"un caf" + b"\xe9") == "un café"


def test_an_old_letter_beyond_the_first_megabyte_is_recovered() -> None:
    data = b"plain words\n" * 100_000 + "café\n".encode("cp1252")
    assert decoded(data).endswith("café\n")


def test_one_damaged_byte_in_utf_8_spoils_no_other_letter() -> None:
    data = "déjà vu, été\n".encode() + b"\xff" + "où ça\n".encode()
    assert decoded(data) == "déjà vu, été\n\ufffdoù ça\n"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + b"\x00\x01\x02\x03\x04\x00" * 100,
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00" + b"\x07" * 5000,
    ],
)
def test_what_is_no_text_is_refused_with_a_remedy(data: bytes) -> None:
    with pytest.raises(ImportFailed, match=r"not text.*CSV"):
        find_encoding(io.BytesIO(data), "report.xlsx")


def test_a_single_nul_does_not_make_a_file_binary() -> None:
    assert decoded(b"words " * 100 + b"\x00 more") == "words " * 100 + "\x00 more"
