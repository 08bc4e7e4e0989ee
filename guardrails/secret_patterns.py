"""Secrets a text holds: keys, tokens, passwords.

Keys and tokens are known by the shape their issuers gave them, passwords by what introduces
them, and the rest by being too random for anything else.

A commit's hash, a UUID and a hashtag are no secrets: they lack one of the letter cases.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator

from domain.review import Span
from guardrails.checks.patterns import compiled
from guardrails.wordings import occurrences

_ISSUED = (
    r"\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b"
    r"|\bgh[pousr]_[A-Za-z0-9]{30,}"
    r"|\bgithub_pat_[A-Za-z0-9_]{22,}"
    r"|\bglpat-[A-Za-z0-9_\-]{18,}"
    r"|\bxox[abeprs]-[A-Za-z0-9\-]{10,}"
    r"|https://hooks\.slack\.com/services/[A-Za-z0-9/]{20,}"
    r"|\bAIza[A-Za-z0-9_\-]{30,}"
    r"|\b[rs]k_(?:live|test)_[A-Za-z0-9]{10,}"
    r"|\bsk-(?:proj-|ant-)?[A-Za-z0-9_\-]{18,}"
    r"|\b(?:hf|npm)_[A-Za-z0-9]{30,}"
    r"|\bpypi-[A-Za-z0-9_\-]{40,}"
    r"|\bdop_v1_[a-f0-9]{40,}"
    r"|\bSG\.[A-Za-z0-9_\-]{16,}\.[A-Za-z0-9_\-]{16,}"
    r"|\beyJ[A-Za-z0-9_\-]{8,}\.[A-Za-z0-9_\-]{8,}\.[A-Za-z0-9_\-]{6,}"
    r"|-----BEGIN (?:[A-Z]+ ){0,3}PRIVATE KEY-----"
    r"|\b[a-z][a-z+]{2,19}://[^\s:/@]{1,40}:[^\s:/@]{3,60}@"
    r"|(?i:\bbearer [A-Za-z0-9._~+/=\-]{20,})"
)
_INTRODUCED = re.compile(
    r"(?<!\w)(?:mots? de passe|mdp|password|passwd|passphrase|pwd|(?:code|cl[eé]) wi-?fi"
    r"|wi-?fi (?:password|key|code)|api[_ -]?key|cl[eé] (?:d'|d’)?api|secret(?:[_ -]key)?"
    r"|(?:access|auth|api)[_ -]?token|client[_ -]secret|token|jeton)"
    r"[^.,;\n:=«\"“`]{0,30}?(?:(?P<sign>\s?[:=]\s?)|\s(?:est|is)\s|\s(?=[«\"“`]))"
    r"[\"'«“`\s]{0,3}(?P<value>[^\s\"'»”`]{4,80})",
    re.IGNORECASE,
)
_INTRODUCES = r"(?i)passe|mdp|passw|passphrase|pwd|wi-?fi|key|cl[eé]|secret|token|jeton"
_SYMBOL = re.compile(r"[!@#$%^&*_+=?~]")
_USED_BY_EVERYBODY = frozenset(
    "azerty azertyuiop qwerty qwertyuiop password motdepasse letmein admin administrateur secret"
    " welcome bienvenue changeme root toor soleil doudou".split()
)
_RANDOM = r"[A-Za-z0-9+/_\-]{28,}={0,2}"
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
# The fewer figures a string has, the more its letters must look drawn by lot.
_LEAST = ((4.2, 3), (4.5, 1))


def secrets(text: str) -> Iterator[Span]:
    """Yield where each secret stands in a text as sent; a place may be named twice."""
    for start, end in occurrences(compiled(_ISSUED), text):
        yield Span(start, end)
    for match in _INTRODUCED.finditer(text) if _may_introduce(text) else ():
        if _is_password(match.group("value").rstrip(".,;:!?)"), is_assigned=bool(match["sign"])):
            yield Span(*match.span("value"))
    yield from _random_strings(text)


def _may_introduce(text: str) -> bool:
    """Tell in microseconds that an ordinary text introduces no password."""
    return next(occurrences(compiled(_INTRODUCES), text), None) is not None


def _is_password(value: str, *, is_assigned: bool) -> bool:
    """Tell a password from the next word of a sentence."""
    if value.casefold() in _USED_BY_EVERYBODY:
        return True
    if value.startswith(("http", "[", "<", "{", "(")) or value.isdigit():
        return value.isdigit() and is_assigned
    has_letter = any(character.isalpha() for character in value)
    has_digit = any(character.isdigit() for character in value)
    return has_letter and (has_digit or _SYMBOL.search(value) is not None)


def _random_strings(text: str) -> Iterator[Span]:
    found = list(occurrences(compiled(_RANDOM), text))
    if not found:
        return
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    for start, end in found:
        is_in_address = any(begin <= start < finish for begin, finish in addresses)
        if not is_in_address and _is_random(text[start:end]):
            yield Span(start, end)


def _is_random(string: str) -> bool:
    kinds = (str.islower, str.isupper, str.isdigit)
    if not all(any(map(kind, string)) for kind in kinds):
        return False
    digits = sum(map(str.isdigit, string))
    randomness = _bits_per_character(string[:200])
    return any(randomness >= bits and digits >= least for bits, least in _LEAST)


def _bits_per_character(string: str) -> float:
    """Return the Shannon entropy of a string's characters."""
    shares = [count / len(string) for count in Counter(string).values()]
    return -sum(share * math.log2(share) for share in shares)
