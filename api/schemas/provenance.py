"""Whether a text came from here as it stands."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from api.schemas.base import Answer, Body, LongText, with_example
from personalizer.provenance import Verification

Signature = Annotated[str, StringConstraints(min_length=1, max_length=8_000, pattern=r"^[\w.\-]+$")]


class VerifyIn(Body):
    """A text, and the signature that came with its draft."""

    model_config = with_example(
        {"text": "Je travaille chez Tessonde. Deux capteurs suffisent.", "signature": "e30.e30.e30"}
    )

    text: LongText
    signature: Signature
    provenance: Annotated[
        dict[str, Any] | None,
        Field(
            max_length=20, description="The draft's own provenance, held against what was signed."
        ),
    ] = None


class VerifiedOut(Answer):
    """What a signature says of a text: `genuine`, `edited` since, or `invalid`."""

    verification: Verification
    differing: Annotated[
        tuple[str, ...],
        Field(description="Fields of the provenance sent that say otherwise than was signed."),
    ]
    claims: Annotated[
        dict[str, Any],
        Field(description="What was signed (RFC 7515 payload); empty when invalid."),
    ]


class KeysOut(Answer):
    """The public keys that verify signatures, as a JWK set (RFC 7517)."""

    keys: list[dict[str, str]]
