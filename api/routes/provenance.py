"""Where a text came from: verified here, or anywhere with the public key."""

from fastapi import APIRouter

from api.identity import AnyCaller, ServicesDep
from api.routes.described import PROBLEMS
from api.schemas.provenance import KeysOut, VerifiedOut, VerifyIn
from personalizer.provenance import differing

router = APIRouter(tags=["provenance"])


@router.post("/v1/provenance/verify", summary="Verify where a text came from", responses=PROBLEMS)
def verify(asked: VerifyIn, _caller: AnyCaller, services: ServicesDep) -> VerifiedOut:
    """Say whether a draft of this deployment is genuine, edited since, or none of ours.

    What is said of it in `provenance` is held against what was signed.
    """
    found = services.seal.examine(asked.signature, asked.text)
    return VerifiedOut(
        verification=found.verification,
        differing=differing(asked.provenance or {}, found.claims),
        claims=dict(found.claims),
    )


@router.get("/.well-known/porte-voix-keys.json", summary="The keys that verify signatures")
def public_keys(services: ServicesDep) -> KeysOut:
    """Return what anybody needs to verify a signature without asking us."""
    return KeysOut.model_validate(services.seal.public_keys())
