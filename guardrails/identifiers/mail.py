"""E-mail addresses, also spelled out so that a robot does not read them."""

import re
from collections.abc import Iterator

from guardrails.facts.digits import is_in
from guardrails.identifiers import Identifier
from guardrails.lexicon import is_given_name, words_of

_ENDINGS = "fr|com|org|net|eu|io|be|ch|uk|co|info|biz|de|es|it|lu|ca|gouv|gov|edu|dev|tech|example"
_PLAIN_DOMAIN = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.[a-z]{2,24}(?![\w-]*@)(?!\w)")
_PLAIN_LOCAL = re.compile(r"(?<![\w.+%/@-])[\w.+%-]{0,63}[\w+%-]$")
_OPEN, _CLOSE = r"\s?[\[({<]\s?", r"\s?[\])}>]\s?"
_BRACKETED_AT = re.compile(rf"{_OPEN}(?:at|a|arobase|arobas|arrobase|@|chez){_CLOSE}")
_DOT = rf"(?:\s?\.\s?|{_OPEN}(?:dot|point|pt|\.){_CLOSE}|\s(?:dot|point)\s)"
_SPELLED_DOMAIN = re.compile(
    rf"[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,4}}{_DOT}(?:{_ENDINGS})(?!\w)"
)
_SPELLED_LOCAL = re.compile(rf"(?<![\w.+@-])[\w+-]{{1,64}}(?:{_DOT}[\w+-]{{1,64}}){{0,3}}$")
# Without brackets, "at" is a word like another: the dots must be spelled out too.
_SAID_AT = re.compile(r"\s(?:at|a|arobase|arobas|arrobase|chez)\s|\s@\s")
# Hosts that give nothing but mailboxes, and names as mailboxes have them ("jean.dupont").
_MAILBOX_HOST = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|proton|protonmail|gmx|laposte|wanadoo|aol)"
    r"\.(?:com|fr|net|me|de|ch|be|co\.uk)(?!\w)"
)
# RE2 finds out in microseconds that an ordinary text holds neither them nor dots spelled out.
_MAY_BE_SAID = (
    r"\sdot\s|\spoint\s|arob|@|(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|proton|protonmail"
    r"|gmx|laposte|wanadoo|aol)\."
)
_MAILBOX_NAME = re.compile(r"(?<![\w.+@-])\w{1,40}[._]\w{1,40}$")
_SAID_DOMAIN = re.compile(
    rf"[\w-]{{1,63}}(?:\s(?:dot|point)\s[\w-]{{1,63}}){{0,3}}\s(?:dot|point)\s(?:{_ENDINGS})(?!\w)"
)
_SPACED_DOMAIN = re.compile(rf"[\w-]{{1,63}}\s?\.\s?(?:{_ENDINGS})(?!\w)")
_FURTHEST = 90
# Spaces put in so that no robot sees it: "dupont@ ardemont .fr", "d u p o n t @ a . f r".
_LOOSE_DOMAIN = re.compile(
    rf"\s?[\w-]{{1,63}}(?:\s?\.\s?[\w-]{{1,63}}){{0,4}}\s?\.\s?(?:{_ENDINGS})(?!\w)"
)
_SPREAD_LOCAL = re.compile(r"(?<![^\s:(])\w(?: [\w.+-]){1,40} $")
_SPREAD_DOMAIN = re.compile(
    r" [\w-](?: [\w-]){0,40}(?: \.(?: [\w-]){1,40}){0,4} \. "
    rf"(?:{'|'.join(' '.join(one) for one in _ENDINGS.split('|'))})(?!\w)"
)
# How links and pages write "@".
_ENCODED_AT = re.compile(r"%40|&#(?:64|x40);|&commat;")


# Where people have mailboxes of their own.
_PRIVATE = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|proton|protonmail|gmx|orange"
    r"|wanadoo|free|sfr|laposte|bbox|neuf|aol|skynet|bluewin)\."
)
_PARTS = re.compile(r"[^\W\d_]+")
_SHORTEST_WORD, _LONGEST_SIGN = 3, 4


def belongs_to_a_role(address: str, roles: frozenset[str]) -> bool:
    """Tell whether a mailbox is a role's or a project's rather than a person's.

    A person's is recognised by a given name, by a private provider, or by letters that make
    no common words ("mdupont"); what is in doubt is a person's.
    """
    mailbox, _, domain = address.partition("@")
    parts = _PARTS.findall(mailbox)
    if not domain or _PRIVATE.match(domain) or any(map(is_given_name, parts)):
        return False
    if roles & set(parts):
        return True
    return all(_is_no_surname(part) for part in parts)


def _is_no_surname(part: str) -> bool:
    if len(part) <= _LONGEST_SIGN:
        return len(part) == 1 or len(part) >= _SHORTEST_WORD
    return words_of(part) != ()


def as_written(address: str) -> str:
    """Return an address with "@" for what links and pages write instead."""
    return _ENCODED_AT.sub("@", address)


def mail_addresses(text: str) -> Iterator[Identifier]:
    """Yield the e-mail addresses of a text, plain and disguised."""
    position = text.find("@")
    while position != -1:
        plain = tuple(_joined(text, position, position + 1, _PLAIN_LOCAL, _PLAIN_DOMAIN))
        spelled = _joined(text, position, position + 1, _PLAIN_LOCAL, _SPELLED_DOMAIN)
        loose = _joined(text, position, position + 1, _PLAIN_LOCAL, _LOOSE_DOMAIN)
        spread = _joined(text, position, position + 1, _SPREAD_LOCAL, _SPREAD_DOMAIN)
        yield from plain or tuple(spelled) or tuple(loose) or spread
        position = text.find("@", position + 1)
    for match in _ENCODED_AT.finditer(text):
        yield from _joined(text, *match.span(), _PLAIN_LOCAL, _PLAIN_DOMAIN)
    for match in _BRACKETED_AT.finditer(text) if any(map(text.__contains__, "[({<")) else ():
        yield from _joined(text, *match.span(), _SPELLED_LOCAL, _SPELLED_DOMAIN)
    for match in _SAID_AT.finditer(text) if is_in(_MAY_BE_SAID, text) else ():
        yield from _joined(text, *match.span(), _SPELLED_LOCAL, _SAID_DOMAIN)
        yield from _joined(text, *match.span(), _MAILBOX_NAME, _MAILBOX_HOST)
        if "arob" in match.group() or "@" in match.group():
            yield from _joined(text, *match.span(), _SPELLED_LOCAL, _SPACED_DOMAIN)


def _joined(
    text: str, start: int, end: int, local: re.Pattern[str], domain: re.Pattern[str]
) -> Iterator[Identifier]:
    after = domain.match(text, end)
    if after is None:
        return
    floor = max(0, start - _FURTHEST)
    before = local.search(text[floor:start])
    is_path = text[after.end() : after.end() + 1] == ":" and text[after.end() + 1 :][:1].isalnum()
    if before is not None and not is_path:  # git@host:path names a repository
        yield Identifier("mail", floor + before.start(), after.end())
