"""Secrets and look-alikes, beside detect-secrets in the same run."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from string import ascii_letters, ascii_uppercase, digits, hexdigits

from benchmarks.material import blogs
from benchmarks.quality.figure import Figure
from guardrails.secret_patterns import secrets

_PER_KIND = 12
_SENTENCES = (
    "Voici la clé du bac à sable : {} pour les curieux.",
    "On m'a demandé ce que c'était : {}",
    "The sandbox key is {} if anybody needs it.",
    "Somebody asked what this was: {}",
)


def figures() -> Iterator[Figure]:
    """Yield the share of secrets found, of look-alikes and of clean posts let pass."""
    shown = list(_texts(_SECRETS))
    alike = list(_texts(_LOOKALIKES))
    clean = [post.text[:1_300] for language in ("fr", "en") for post in blogs(language)[:150]]
    for who, find in (("ours", _ours), ("detect-secrets", _peer)):
        asked = 0.98 if who == "ours" else None
        yield Figure(f"secrets found, {who}", sum(map(find, shown)) / len(shown), asked)
        passed = 1 - sum(map(find, alike)) / len(alike)
        yield Figure(f"look-alikes of secrets let pass, {who}", passed, asked)
        let = 1 - sum(map(find, clean)) / len(clean) if clean else None
        yield Figure(f"clean posts without a secret found, {who}", let, asked)


def _ours(text: str) -> bool:
    return next(secrets(text), None) is not None


def _peer(text: str) -> bool:
    from detect_secrets import SecretsCollection  # noqa: PLC0415 - a peer of the development environment
    from detect_secrets.settings import default_settings  # noqa: PLC0415 - see above

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "post.txt"
        path.write_text(text, encoding="utf-8")
        found = SecretsCollection()
        with default_settings():
            found.scan_file(str(path))
        return bool(list(found))


def _texts(kinds: dict[str, Callable[[Random], str]]) -> Iterator[str]:
    chance = Random(27)  # noqa: S311 - a repeatable choice, of no use as a secret
    for make in kinds.values():
        for number in range(_PER_KIND):
            yield _SENTENCES[number % len(_SENTENCES)].format(make(chance))


def _drawn(chance: Random, letters: str, count: int) -> str:
    return "".join(chance.choices(letters, k=count))


_LETTERS = ascii_letters + digits
_HEX = "".join(sorted(set(hexdigits.lower())))
_SECRETS: dict[str, Callable[[Random], str]] = {
    "aws": lambda c: "AKIA" + _drawn(c, ascii_uppercase + digits, 16),
    "github": lambda c: "ghp_" + _drawn(c, _LETTERS, 36),
    "github app": lambda c: "ghs_" + _drawn(c, _LETTERS, 36),
    "gitlab": lambda c: "glpat-" + _drawn(c, _LETTERS, 20),
    "slack": lambda c: f"xoxb-{_drawn(c, digits, 12)}-{_drawn(c, _LETTERS, 24)}",
    "google": lambda c: "AIza" + _drawn(c, _LETTERS, 35),
    "stripe": lambda c: "sk_live_" + _drawn(c, _LETTERS, 24),
    "openai": lambda c: "sk-proj-" + _drawn(c, _LETTERS, 48),
    "npm": lambda c: "npm_" + _drawn(c, _LETTERS, 36),
    "sendgrid": lambda c: f"SG.{_drawn(c, _LETTERS, 22)}.{_drawn(c, _LETTERS, 43)}",
    "jwt": lambda c: (
        f"eyJ{_drawn(c, _LETTERS, 33)}.eyJ{_drawn(c, _LETTERS, 60)}.{_drawn(c, _LETTERS, 43)}"
    ),
    "pem": lambda c: f"-----BEGIN RSA PRIVATE KEY-----\n{_drawn(c, _LETTERS, 64)}",
    "database": lambda c: f"postgres://app:{_drawn(c, _LETTERS, 14)}@db.example:5432/app",
    "azure": lambda c: _drawn(c, _LETTERS + "+/", 86) + "==",
    "password, fr": lambda c: f"mot de passe : {_drawn(c, _LETTERS, 8)}7!",
    "password, en": lambda c: f"password: {_drawn(c, _LETTERS, 8)}7!",
    "bearer": lambda c: f"Authorization: Bearer {_drawn(c, _LETTERS, 40)}",
}
_LOOKALIKES: dict[str, Callable[[Random], str]] = {
    "git sha": lambda c: _drawn(c, _HEX, 40),
    "short sha": lambda c: _drawn(c, _HEX, 7),
    "sha256": lambda c: _drawn(c, _HEX, 64),
    "uuid": lambda c: "-".join(_drawn(c, _HEX, n) for n in (8, 4, 4, 4, 12)),
    "hashtag": lambda c: (
        "#" + "".join(c.choices(("Maintenance", "Predictive", "Industrie", "Durable"), k=3))
    ),
    "video": lambda c: f"https://videos.example/watch?v={_drawn(c, _LETTERS, 11)}",
    "tracked link": lambda c: f"https://example.org/guide?utm_id={_drawn(c, _LETTERS, 30)}",
    "reference": lambda c: (
        f"VX-{_drawn(c, digits, 4)}-{_drawn(c, ascii_uppercase, 3)}-{_drawn(c, digits, 3)}"
    ),
    "long word": lambda _: "anticonstitutionnellementinterdépartementalisation",
    "snake": lambda _: "prefers_reduced_motion_and_color_scheme_dark_mode",
    "camel": lambda _: "AbstractSingletonProxyFactoryBeanConfigurationProvider",
    "advice": lambda _: "mot de passe long et unique, ou password manager",
}
