"""Where a draft came from, signed: so that anybody can tell later, without asking us.

The signature is a compact JWS (RFC 7515) by an Ed25519 key (RFC 8037, 9864) derived from the
deployment's secret, so that a restored backup signs with the same key. It names no person. What
it says of the text is a digest: a text that its author edited is told from one that never left
here, and neither is kept by anybody. The source type is IPTC's word for machine-made media, which
is how Article 50 of the AI Act can be read by a machine.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final
from unicodedata import normalize

from domain.drafts import Draft, Provenance

if TYPE_CHECKING:
    from joserfc.jwk import KeySet, OKPKey

MEDIA_TYPE: Final = "porte-voix-provenance+jwt"
_ALGORITHM: Final = "Ed25519"
_PURPOSE: Final = b"porte-voix provenance v1"
_LONGEST: Final = 8_000
# By the names of an answer, what is signed under which name.
_COMPARED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "engine": "engine",
        "model": "model",
        "prompt": "prompt",
        "charter": "charter",
        "generated_at": "iat",
        "digital_source_type": "digital_source_type",
    }
)


class Verification(StrEnum):
    """What a signature says of a text."""

    GENUINE = "genuine"
    EDITED = "edited"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found: `claims` are what the deployment vouched for, empty when it did not."""

    verification: Verification
    claims: Mapping[str, Any]


@dataclass(frozen=True)
class Seal:
    """Signs provenances with the key of this deployment, whose secret has 32 bytes."""

    secret: bytes

    def sign(self, provenance: Provenance, draft: Draft, draft_id: str) -> Provenance:
        """Return the provenance with its signature, over exactly the characters of a draft."""
        from joserfc import jws  # noqa: PLC0415 - a check signs nothing

        header = {"alg": _ALGORITHM, "typ": MEDIA_TYPE, "kid": self._key.kid}
        payload = _json(_claims(provenance, draft, draft_id))
        signature = jws.serialize_compact(header, payload, self._key, algorithms=[_ALGORITHM])
        return replace(provenance, signature=signature)

    def public_keys(self) -> dict[str, Any]:
        """Return the public key as a JWK set (RFC 7517), which `examine` takes anywhere."""
        return {"keys": [{**self._key.as_dict(private=False), "kid": self._key.kid}]}

    def examine(self, signature: str, text: str) -> Examined:
        """Say what a signature of this deployment says of a text."""
        return examine(signature, text, self.public_keys())

    @cached_property
    def _key(self) -> "OKPKey":
        from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - as above
            Ed25519PrivateKey,
        )
        from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415 - as above
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415 - as above
        from joserfc.jwk import OKPKey  # noqa: PLC0415 - as above

        seed = HKDF(SHA256(), length=32, salt=None, info=_PURPOSE).derive(self.secret)
        key: OKPKey = OKPKey(Ed25519PrivateKey.from_private_bytes(seed), None, {})
        key.ensure_kid()
        return key


def examine(signature: str, text: str, public_keys: Mapping[str, Any]) -> Examined:
    """Say what a signature says of a text, by the public keys of whoever should have signed it.

    A signature by another key, or no signature at all, is invalid; nothing is raised.
    """
    from joserfc import jws  # noqa: PLC0415 - as above
    from joserfc.errors import JoseError  # noqa: PLC0415 - as above

    nothing = Examined(Verification.INVALID, {})
    if len(signature) > _LONGEST:
        return nothing
    try:
        keys = _imported(public_keys)
        signed = jws.deserialize_compact(signature, keys, algorithms=[_ALGORITHM])
        claims = json.loads(signed.payload)
    except (JoseError, ValueError, KeyError, TypeError):
        return nothing
    if signed.headers().get("typ") != MEDIA_TYPE or not isinstance(claims, dict):
        return nothing
    is_same = claims.get("text_sha256") == _digest(text)
    return Examined(Verification.GENUINE if is_same else Verification.EDITED, claims)


def differing(said: Mapping[str, Any], claims: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the fields that a draft's own provenance says otherwise than what was signed.

    What it leaves out, and what was never signed, says nothing otherwise.
    """
    told = {name: said[name] for name in _COMPARED if name in said}
    if "prompt" in told:
        told["prompt"] = _prompt_signed(told["prompt"])
    if "generated_at" in told:
        told["generated_at"] = _seconds(told["generated_at"])
    return tuple(
        name for name, value in told.items() if claims and value != claims.get(_COMPARED[name])
    )


def _prompt_signed(prompt: object) -> object:
    if not isinstance(prompt, Mapping):
        return prompt
    return f"{prompt.get('name')}.v{prompt.get('version')}#{prompt.get('digest')}"


def _seconds(moment: object) -> int | None:
    try:
        return int(datetime.fromisoformat(str(moment)).timestamp())
    except (ValueError, OverflowError, OSError):
        return None


def _imported(public_keys: Mapping[str, Any]) -> "KeySet":
    from joserfc.jwk import KeySet  # noqa: PLC0415 - as above

    keys: KeySet = KeySet.import_key_set({"keys": list(public_keys["keys"])})
    return keys


def _claims(provenance: Provenance, draft: Draft, draft_id: str) -> dict[str, Any]:
    prompt = provenance.prompt
    return {
        "iss": "porte-voix",
        "jti": draft_id,
        "iat": int(provenance.generated_at.timestamp()),
        "text_sha256": _digest(draft.text),
        "language": draft.language.value,
        "platform": draft.platform.value,
        "engine": provenance.engine,
        "model": provenance.model,
        "prompt": f"{prompt.name}.v{prompt.version}#{prompt.digest}" if prompt else None,
        "charter": provenance.charter,
        "digital_source_type": provenance.digital_source_type,
    }


def _digest(text: str) -> str:
    # An editor may compose accents otherwise and end lines otherwise; neither is an edit.
    lines = normalize("NFC", text).strip().splitlines()
    return sha256("\n".join(lines).encode()).hexdigest()


def _json(claims: Mapping[str, Any]) -> bytes:
    return json.dumps(claims, ensure_ascii=False, separators=(",", ":")).encode()
