"""Telephone numbers: those a numbering plan knows, those a shape or a word before them betrays."""

import re
from collections.abc import Iterator

from guardrails.identifiers import Identifier

REGIONS = ("FR", "BE", "CH", "GB", "US")
_RUN = re.compile(
    r"(?<![\w./@#])(?<!\d,)(?:\+|\(\+?)?\d(?:[ .()/_·|-]{0,3}\d){5,20}"
    r"(?: ?(?:x|ext\.?|poste) ?\d{1,5})?(?![\w/]|[.,]\d)"
)
_EXTENSION = re.compile(r" ?(?:x|ext\.?|poste) ?\d{1,5}$")
# A letter that looks like a figure stands for it: "o6 12 34 56 78".
_WITH_LETTERS = re.compile(
    r"(?<![\w.,-])(?=[\d ._-]{0,14}[ol])[0o] ?[1-9](?:[ ._-]?[\dol]{2}){4}(?![\w-])"
)
_FRENCH = re.compile(r"(?<!\d)0[ ._-]?[1-9](?:[ ./_·|-]{0,3}\d){8}(?!\d)")
_AMERICAN = re.compile(
    r"(?<![\w-])(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .-])[2-9]\d{2}[.-]\d{4}(?![\w-])"
)
# A form that ends at its own length: the figure before it or behind it is another number.
_NATIONAL = re.compile(
    r"(?<![\w./@#+(])(?<!\d[,-])(?:"
    r"(?:\+33[ .-]?(?:\(0\) ?)?[1-9]|0[1-9])(?P<pairs>[ ._-]?)\d\d(?:(?P=pairs)\d\d){3}"
    r"|(?:\+44 ?(?:\(0\) ?)?|0)(?:7\d{3} ?\d{3} ?\d{3}|1\d{3} \d{3} ?\d{3}|20 \d{4} \d{4}"
    r"|1\d1 \d{3} \d{4}|11\d \d{3} \d{4})"
    r"|(?:\+?1[ .-])?[2-9]\d{2}(?P<thirds>[.-])[2-9]\d{2}(?P=thirds)\d{4}"
    r")(?: ?(?:x|ext\.?|poste) ?\d{1,5})?(?![\w/]|[.,_-]\d)"
)
_CALLED = re.compile(
    r"(?<!\w)(?:tel|telephone|telephoner|phone|phones|mobile|portable|gsm|fax|cell|call|calls"
    r"|called|calling|appel|appels|appeler|appelez|appelle|joindre|joignez|joignable"
    r"|whatsapp|sms|texto"
    r"|text me|ring|dial|reach me|reach us|hotline|ligne directe|direct line"
    r"|standard(?= (?:est|au|du))|extension"
    r"|numero de tel\w*|phone number|(?:my|his|her) number|mon numero|son numero|answering at"
    r")(?!\w)[^\d\n]{0,30}$"
)
# Nothing but a preposition between the word and the number.
_CALLED_AT = re.compile(
    r"(?<!\w)(?:call|ring|dial|phone|text|reach (?:me|us|him|her)|answer(?:ing|s)?|appel\w*"
    r"|joign\w*|joindre|telephon\w*|composez|tel|mobile|portable|fax|messages? (?:to|au|sur)"
    r"|(?:my|your|his|her) registered)"
    r"(?: (?:me|us|him|her|at|on|to|the|au|sur|le|de|est|is))*[ :.]{0,3}\+?\(?$"
)
_LABEL = re.compile(r"(?:tel|telephone|phone|mobile|portable|gsm|fax|cell|desk) ?[:.]\s?$")
_NAMED_AFTER = re.compile(r"[ -](?:office|fax|mobile|cell|desk|phone|portable|fixe)(?!\w)")
_THOUSANDS = re.compile(r"\d{1,3}(?:[ .]\d{3})+")
_TRUNKED = re.compile(r"0\d{2,4}-\d{6,8}")  # area code, hyphen, number
_NO_PHONE = re.compile(  # a date, an address on a network
    r"(?:\d{4}([-/.])\d{2}\1\d{2}|\d{1,2}([-/.])\d{1,2}\2\d{4})(?:\D.*)?|\d{1,3}(?:\.\d{1,3}){2,3}"
)
_PRICED = re.compile(r" ?(?:[%€$£]|(?:euros?|dollars?)(?!\w))")
_COUNTED = re.compile(
    rf"{_PRICED.pattern}| ?(?:k|m|md|millions?|milliards?|billions?|d'|de|of|personnes"
    r"|people|clients|users|utilisateurs|km|kg|ans|years)(?!\w)"
)
_FEWEST, _MOST = 7, 15
_SAID_TENS = (
    r"(?:dix|vingt|trente|quarante|cinquante|soixante|septante|huitante|nonante|quatre[ -]vingts?)"
)
_SAID_ONES = (
    r"(?:zero|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze"
    r"|seize)"
)
_SPELLED = re.compile(
    rf"(?<!\w)zero[ ,.-]{{1,2}}{_SAID_ONES}"
    rf"(?:[ ,.-]{{1,2}}(?:{_SAID_TENS}(?:[ -](?:et[ -])?{_SAID_ONES})?|{_SAID_ONES})){{4,9}}(?!\w)"
)


def phone_numbers(text: str) -> Iterator[Identifier]:
    """Yield the telephone numbers of a text, in digits and in French words."""
    for match in _SPELLED.finditer(text) if "zero" in text else ():
        yield Identifier("phone", *match.span())
    for match in _WITH_LETTERS.finditer(text):
        yield Identifier("phone", *match.span())
    national = [one.span() for one in _national(text)]
    yield from (Identifier("phone", *one) for one in national)
    taken = {at for one in national for at in range(*one)}
    for match in _RUN.finditer(text):
        if not taken.isdisjoint(range(*match.span())):
            continue
        written = _EXTENSION.sub("", match.group())
        digits = sum(character.isdigit() for character in written)
        if digits < _FEWEST or digits > _MOST or _NO_PHONE.fullmatch(written):
            continue
        if _is_phone(text, match, written):
            # A bracket that opens a remark is none of the number's.
            opens = written.startswith("(") and ")" not in written.replace("(0)", "")
            yield Identifier("phone", match.start() + opens, match.end())


def _national(text: str) -> Iterator[re.Match[str]]:
    return (one for one in _NATIONAL.finditer(text) if not _PRICED.match(text, one.end()))


def _is_phone(text: str, match: re.Match[str], written: str) -> bool:
    bare = written.lstrip("(") if ")" not in written.replace("(0)", "") else written
    if (_PRICED if _is_national(bare) else _COUNTED).match(text, match.end()):
        return False
    is_labelled = _LABEL.search(text, max(0, match.start() - 14), match.start()) is not None
    if is_labelled or any(one.fullmatch(bare) for one in (_FRENCH, _AMERICAN, _TRUNKED)):
        return True
    if bare.startswith(("+", "(+", "00")):
        return _exists(bare.replace("(0)", "").replace("00", "+", bare.startswith("00")), None)
    if bare.startswith(("0", "(0")):
        is_said = _is_called(text, match) or _is_surely_called(text, match)
        return is_said or any(_exists(bare, region) for region in REGIONS)
    if _THOUSANDS.fullmatch(bare):
        return _is_surely_called(text, match)
    return _is_called(text, match) or _is_surely_called(text, match)


def _is_national(bare: str) -> bool:
    """Tell whether a number has a form no amount has: "06 39 98 12 34 de Sarah" counts nothing."""
    if bare.startswith(("+", "(+")):
        return _THOUSANDS.fullmatch(bare.lstrip("(+")) is None
    return bare.startswith(("0", "(0")) or _AMERICAN.fullmatch(bare) is not None


def _is_called(text: str, match: re.Match[str]) -> bool:
    return (
        _CALLED.search(text, max(0, match.start() - 50), match.start()) is not None
        or _NAMED_AFTER.match(text, match.end()) is not None
    )


def _is_surely_called(text: str, match: re.Match[str]) -> bool:
    return is_called_at(text, match.start()) or _NAMED_AFTER.match(text, match.end()) is not None


def is_called_at(text: str, start: int) -> bool:
    """Tell whether what stands right before a place leads to a telephone number."""
    return _CALLED_AT.search(text, max(0, start - 40), start) is not None


def _exists(written: str, region: str | None) -> bool:
    import phonenumbers  # noqa: PLC0415 - 0.13 s to import, and few posts hold a number

    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(number) or (
        region is None and phonenumbers.is_possible_number(number)
    )
