"""Which encoder a deployment uses, from one setting."""

from domain.ports import Encoder

_BUNDLED = ("", "bundled")


def open_encoder(setting: str = "") -> Encoder:
    """Open the encoder a setting names: a folder, a hub name, or nothing for the default.

    The default needs no model and no network. Until a trained one is bundled it is the hashing
    encoder, and its fingerprint says so. Raises SettingsInvalid.
    """
    if setting.strip() in _BUNDLED:
        from recommender.adapters.hashing import (  # noqa: PLC0415 - scikit-learn takes a second
            HashingEncoder,
        )

        return HashingEncoder()
    from recommender.adapters.sentence_transformer import (  # noqa: PLC0415 - only where chosen
        SentenceTransformerEncoder,
    )

    return SentenceTransformerEncoder(setting.strip())
