"""Numbers that are someone's: bank accounts, payment cards, social security, companies, VAT.

The pattern only says where to look; python-stdnum checks the key of what it finds.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module

from guardrails.identifiers import Identifier
from guardrails.identifiers.phone import is_called_at

_SEP = r"[ .-]?"
_IBAN = re.compile(rf"(?<!\w)[a-z]{{2}}{_SEP}\d{{2}}(?:{_SEP}[a-z0-9]){{11,30}}(?!\w)")
_CARD = re.compile(rf"(?<![\w.,-])[0-6]\d{{3}}(?:{_SEP}\d){{8,15}}(?![\w]|[.,-]\d)")
_NIR = re.compile(
    rf"(?<!\d)[12378]{_SEP}\d{{2}}{_SEP}(?:0[1-9]|1[0-2]|[2-9]\d){_SEP}(?:\d{{2}}|2[ab])"
    rf"{_SEP}\d{{3}}{_SEP}\d{{3}}(?P<key>{_SEP}\d{{2}})?(?!\d)"
)
_NIR_SAID = re.compile(r"(?:securite sociale|secu|nir|social security|insee)(?!\w)[^\d\n]{0,20}$")
_SIRET = re.compile(rf"(?<![\w.,-])\d{{3}}{_SEP}\d{{3}}{_SEP}\d{{3}}{_SEP}\d{{5}}(?![\w]|[.,-]\d)")
_CARD_SAID = re.compile(r"(?<!\w)(?:card|carte|cb|visa|mastercard|amex|diners)(?!\w)[^\d\n]{0,25}$")
_SIREN = re.compile(rf"(?<![\w.,-])\d{{3}}({_SEP})\d{{3}}\1\d{{3}}(?![\w%€$]|[.,-]\d)")
_SIREN_SAID = re.compile(r"(?:siren|siret|rcs|immatricul\w*|registre)(?!\w)[^\d\n]{0,25}$")
_GOES_BEFORE = re.compile(r"[+\d][ .()-]{0,2}$")
_ROUND = re.compile(r"00$")
_COUNTED = re.compile(r" ?(?:[%€$£]|[a-z]{2,})")
# Letters of a country right before the digits; "de 123 456 789" is a preposition and a count.
_VAT = re.compile(
    rf"(?<!\w)(?:fr{_SEP}[a-z0-9]{{2}}|che{_SEP}\d|[a-z]{{2}}u?\d)(?:{_SEP}\d){{7,10}}[a-z]?(?!\w)"
)
_SSN = re.compile(r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])")
_AHV = re.compile(r"(?<![\w.])756\.\d{4}\.\d{4}\.\d{2}(?![\w.])")
_BELGIAN = re.compile(r"(?<![\w.])\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}(?![\w.])")
_NINO = re.compile(
    r"(?<!\w)(?!bg|gb|kn|nk|nt|tn|zz)[a-ceghj-prstw-z][a-ceghj-npr-tw-z]"
    r" ?\d{2} ?\d{2} ?\d{2} ?[a-d](?!\w)"
)
_VAT_DIGITS = 8
# The first digits and the lengths of each network (ISO/IEC 7812).
_CARDS = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}"
    r"|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|35\d{14}|(?:2131|1800)\d{11}|6(?:011|5\d\d)\d{12}"
    r"|(?:50|5[6-8]|6\d)\d{10,17}"
)


def numbers_of_someone(text: str) -> Iterator[Identifier]:
    """Yield the identifying numbers of a text, the longest kinds first."""
    yield from _ibans(text)
    yield from _checked(text, "nir", _NIR, _is_nir)
    yield from _checked(text, "siret", _SIRET, _is_siret)
    yield from _checked(text, "vat", _VAT, _is_vat)
    yield from _checked(text, "card", _CARD, _is_card)
    yield from _checked(text, "siren", _SIREN, _is_siren)
    yield from _checked(text, "ssn", _SSN, lambda match: _is_valid("us.ssn", match.group()))
    yield from _checked(text, "ssn", _AHV, lambda match: _is_valid("ch.ssn", match.group()))
    yield from _checked(text, "ssn", _BELGIAN, lambda match: _is_valid("be.nn", match.group()))
    yield from _checked(text, "ssn", _NINO, lambda _: True)


def _checked(
    text: str, kind: str, pattern: re.Pattern[str], is_one: Callable[[re.Match[str]], bool]
) -> Iterator[Identifier]:
    return (Identifier(kind, *match.span()) for match in pattern.finditer(text) if is_one(match))


def _ibans(text: str) -> Iterator[Identifier]:
    """Yield IBANs; a pattern cannot see where one ends and the next word begins."""
    for match in _IBAN.finditer(text):
        places = [at for at in range(*match.span()) if text[at].isalnum()]
        for length in range(min(34, len(places)), 14, -1):
            end = places[length - 1] + 1
            if text[end : end + 1].isalnum() or not _has_iban_key(text, places[:length]):
                continue
            if _is_valid("iban", text[match.start() : end]):
                yield Identifier("iban", match.start(), end)
                break


def _has_iban_key(text: str, places: Sequence[int]) -> bool:
    """Check the key (ISO 7064, modulo 97) alone, which costs little and fails mostly."""
    turned = (*places[4:], *places[:4])
    return int("".join(str(int(text[at], 36)) for at in turned)) % 97 == 1


def _is_nir(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 45) : match.start()]
    if _NIR_SAID.search(before):
        return True
    return match["key"] is not None and _is_valid("fr.nir", match.group())


def _is_siret(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 45) : match.start()]
    return _CARD_SAID.search(before) is None and _is_valid("fr.siret", match.group())


def _is_vat(match: re.Match[str]) -> bool:
    written = match.group()
    if sum(map(str.isdigit, written)) < _VAT_DIGITS:
        return False
    return any(_is_valid(module, written) for module in ("eu.vat", "ch.vat", "ch.uid", "gb.vat"))


def _is_card(match: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", match.group())
    is_grouped_evenly = len(re.findall(r"\D", match.group())) <= 4  # noqa: PLR2004 - cards are printed in up to five groups
    before = match.string[max(0, match.start() - 45) : match.start()]
    is_of_a_network = _CARDS.fullmatch(digits) is not None
    return (
        is_grouped_evenly
        and (is_of_a_network or _CARD_SAID.search(before) is not None)
        and len(set(digits)) > 1
        and _is_valid("luhn", digits)
    )


def _is_siren(match: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", match.group())
    if not _is_valid("fr.siren", digits):
        return False
    before = match.string[max(0, match.start() - 45) : match.start()]
    if _SIREN_SAID.search(before):
        return True
    if is_called_at(match.string, match.start()) or _GOES_BEFORE.search(before):
        return False
    is_counted = _COUNTED.match(match.string, match.end()) is not None
    return bool(match[1]) and not is_counted and not _ROUND.search(digits)


def _is_valid(module: str, written: str) -> bool:
    compact = re.sub(r"[ .-]", "", written) if module != "us.ssn" else written
    return bool(_validator(module)(compact.upper()))


@lru_cache(maxsize=32)
def _validator(module: str) -> Callable[[str], bool]:
    # Few posts hold such a number, and stdnum loads a table for some of them.
    validator: Callable[[str], bool] = import_module(f"stdnum.{module}").is_valid
    return validator
