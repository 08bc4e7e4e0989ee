"""First answers as they are kept: readable only to whoever comes again with the same key.

An answer holds drafts, which somebody may not want kept. It is sealed by the deployment's secret
together with the caller's own idempotency key, of which nothing but a hash is kept: neither the
database nor whoever operates it can read an answer without the request that made it.
"""

import hmac
import os
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Self

_PURPOSE = b"porte-voix first answers v1"
_NONCE_BYTES = 12


class AnswerUnreadable(ValueError):
    """What is kept was not sealed by this key."""


@dataclass(frozen=True, slots=True)
class AnswerSeal:
    """Seals the answer to one idempotency key of one caller."""

    key: bytes = field(repr=False)

    @classmethod
    def of(cls, secret: bytes, *told: str) -> Self:
        """Return the seal that the secret and what the caller told make."""
        bound = _PURPOSE + b"".join(len(one).to_bytes(4, "big") + one for one in _bytes(told))
        return cls(hmac.new(secret, bound, sha256).digest())

    def close(self, answer: str) -> str:
        """Return an answer as it is kept."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - only for a key

        nonce = os.urandom(_NONCE_BYTES)
        return b64encode(nonce + AESGCM(self.key).encrypt(nonce, answer.encode(), None)).decode()

    def open(self, kept: str) -> str:
        """Return a kept answer as it was given.

        Raises AnswerUnreadable for what this seal did not close.
        """
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - as above
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - as above

        try:
            sealed = b64decode(kept, validate=True)
            nonce, rest = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
            return AESGCM(self.key).decrypt(nonce, rest, None).decode()
        except (ValueError, InvalidTag) as error:
            raise AnswerUnreadable from error


def _bytes(told: tuple[str, ...]) -> list[bytes]:
    return [one.encode("utf-8", "surrogatepass") for one in told]
