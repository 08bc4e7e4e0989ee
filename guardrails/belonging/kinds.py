"""What kind of organisation a noun names, in either language: "hôpital" and "hospital" are one."""

from collections.abc import Mapping
from types import MappingProxyType

_GROUPS = (
    "hopital hospital chu clinique clinic",
    "mairie ville city council commune",
    "metropole metropolis agglomeration",
    "banque bank caisse",
    "mutuelle insurer assurance assurances insurance",
    "studio studios",
    "lycee ecole school college academy academie",
    "universite university faculte",
    "cooperative coop co-op",
    "hotel hotels hostel",
    "fonderie fonderies foundry foundries",
    "transports transport",
    "laboratoire laboratoires laboratory laboratories lab labs",
    "librairie bookshop",
    "courrier journal gazette herald times courier",
    "restaurant brasserie cafe",
    "construction constructions",
    "trust trusts",
)
_KINDS: Mapping[str, str] = MappingProxyType(
    {word: group.split()[0] for group in _GROUPS for word in group.split()}
)


def kind_of(noun: str) -> str | None:
    """Return what a bare folded noun says an organisation is, None if it says nothing of it."""
    return _KINDS.get(noun)
