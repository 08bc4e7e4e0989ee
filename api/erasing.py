"""Erasing a person wherever this process keeps something of them."""

from api.wiring import Services


def erase(services: Services, ambassador_id: str) -> bool:
    """Erase somebody from every store, backup and index, and tell whether there was anything."""
    was_there = services.erasure.erase(ambassador_id)
    if "live" in services.__dict__:
        # What was made of their proposals is gone from the catalogue; the index follows at once.
        services.live.refresh()
        services.live.settle()
    return was_there
