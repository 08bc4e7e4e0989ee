"""Which encoder a deployment uses, from one setting."""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Final

from domain.ports import Encoder
from recommender.adapters.manifest import MANIFEST

_BUNDLED: Final = ("", "bundled")


def is_bundled(setting: str) -> bool:
    """Tell whether a setting names the encoder that comes along."""
    return setting.strip() in _BUNDLED


def open_encoder(setting: str = "") -> Encoder:
    """Open the encoder a setting names: a folder, a hub name, or nothing for the default.

    The default comes along and needs no network and no torch; neither does a folder that
    `make encoder` wrote. "hashing" needs no model at all. Raises SettingsInvalid.
    """
    chosen = setting.strip()
    if is_bundled(chosen):
        from recommender.adapters.static import StaticEncoder  # noqa: PLC0415 - only where chosen

        return StaticEncoder()
    if chosen == "hashing":
        from recommender.adapters.hashing import (  # noqa: PLC0415 - scikit-learn takes a second
            HashingEncoder,
        )

        return HashingEncoder()
    return _named(chosen)


def encoder_once(setting: str = "") -> Callable[[], Encoder]:
    """Return what opens the encoder a setting names at the first call, and then returns it."""
    return cache(partial(open_encoder, setting))


def _named(setting: str) -> Encoder:
    folder = Path(setting).expanduser()
    if (folder / MANIFEST).is_file():
        from recommender.adapters.static import StaticEncoder  # noqa: PLC0415 - only where chosen

        return StaticEncoder(folder)
    from recommender.adapters.sentence_transformer import (  # noqa: PLC0415 - torch takes seconds
        SentenceTransformerEncoder,
    )

    return SentenceTransformerEncoder(setting)
