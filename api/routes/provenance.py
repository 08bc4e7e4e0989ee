"""Where a text came from: verified here, or anywhere with the public key."""

from fastapi import APIRouter

from api.identity import AnyCaller, ServicesDep
from api.routes.described import PROBLEMS
from api.schemas.provenance import KeysOut, VerifiedOut, VerifyIn

router = APIRouter(tags=["provenance"])


@router.post("/v1/provenance/verify", summary="Verify where a text came from", responses=PROBLEMS)
def verify(asked: VerifyIn, _caller: AnyCaller, services: ServicesDep) -> VerifiedOut:
    """Say whether a draft of this deployment is genuine, edited since, or none of ours."""
    found = services.seal.examine(asked.signature, asked.text)
    return VerifiedOut(verification=found.verification, claims=dict(found.claims))


@router.get("/.well-known/porte-voix-keys.json", summary="The keys that verify signatures")
def public_keys(services: ServicesDep) -> KeysOut:
    """Return what anybody needs to verify a signature without asking us."""
    return KeysOut.model_validate(services.seal.public_keys())
