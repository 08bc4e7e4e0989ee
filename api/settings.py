"""Every setting of the product, read once from the environment or a `.env` file."""

import os
from base64 import b64decode
from collections.abc import Mapping
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AliasChoices,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from domain.errors import SettingsInvalid

PREFIX = "PORTEVOIX_"
# Plain http is for this machine alone: a token sent over it can be read by anybody on the way.
_ADDRESS = r"^(https://[^\s/?#@]+|http://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?)(/[^\s?#]*)?$"


_SHORTEST_SECRET = 24
# How Standard Webhooks writes a secret.
_STANDARD_PREFIX = "whsec_"


def _split(written: object) -> object:
    if not isinstance(written, str):
        return written
    return tuple(host.strip() for host in written.split(",") if host.strip())


Webhook = Annotated[str, Field(pattern=r"^https?://[^\s/?#@]+([/?]\S*)?$")]


class Settings(BaseSettings):
    """What an operator may set; without any, everything runs on this machine alone."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", extra="ignore", frozen=True, env_ignore_empty=True
    )

    data_dir: Path = Path("var")
    database_url: str | None = None
    vector_index: Literal["chroma", "pgvector", "exact"] = "chroma"
    encoder: str = "bundled"
    collective: Literal["counts", "model"] = "counts"

    model: str | None = None
    fallback_model: str | None = None
    judge_model: str | None = None
    judge_seconds: Annotated[float, Field(gt=0, le=120)] = 15.0
    openai_base_url: str | None = Field(None, validation_alias=AliasChoices("OPENAI_BASE_URL"))
    openai_api_key: SecretStr | None = Field(None, validation_alias=AliasChoices("OPENAI_API_KEY"))
    structured_output: Literal["json_schema", "json_object", "prompt"] = "json_schema"
    deadline_seconds: Annotated[float, Field(gt=0, le=600)] = 60.0
    max_tokens: Annotated[int, Field(ge=100, le=32_000)] = 2_000
    on_model_failure: Literal["offline", "error"] = "offline"

    charter: Path | None = None
    organization: Path | None = None
    public_url: Annotated[str, Field(pattern=_ADDRESS)] | None = None
    oidc_issuer: Annotated[str, Field(pattern=_ADDRESS)] | None = None
    oidc_client_id: str | None = None
    oidc_client_secret: SecretStr | None = None
    oidc_scope: str = "openid email profile"
    oidc_comms_claim: str | None = None
    oidc_admin_claim: str | None = None
    import_allow: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)] = ()
    demo: bool = False
    stateless: bool = False

    rate_limit: Annotated[int, Field(ge=1, le=10_000_000)] = 60_000
    log_requests: bool = True
    metrics_port: Annotated[int, Field(ge=1, le=65_535)] | None = None
    webhook_urls: Annotated[tuple[Webhook, ...], NoDecode, BeforeValidator(_split)] = ()
    webhook_secret: SecretStr | None = None
    otlp_endpoint: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None

    @classmethod
    def from_environment(cls, **chosen: Any) -> Self:  # noqa: ANN401 - the fields' own types
        """Read the settings; arguments come before the environment.

        Raises SettingsInvalid, naming the setting and the remedy.
        """
        _refuse_unknown(os.environ)
        try:
            return cls(**chosen)
        except ValidationError as error:
            raise SettingsInvalid(_told(error)) from None

    @model_validator(mode="after")
    def _signed_webhooks(self) -> Self:
        if self.webhook_urls and len(self.webhook_key) < _SHORTEST_SECRET:
            raise ValueError(
                "PORTEVOIX_WEBHOOK_URLS needs PORTEVOIX_WEBHOOK_SECRET, "
                f"of {_SHORTEST_SECRET} characters or more; behind whsec_ stands base64 of as many"
            )
        return self

    @model_validator(mode="after")
    def _whole_provider(self) -> Self:
        if (self.oidc_issuer is None) != (self.oidc_client_id is None):
            raise ValueError("PORTEVOIX_OIDC_ISSUER and PORTEVOIX_OIDC_CLIENT_ID go together")
        return self

    @model_validator(mode="after")
    def _vectors_beside_their_data(self) -> Self:
        if self.vector_index == "pgvector" and not self.database_address.startswith("postgresql"):
            raise ValueError("PORTEVOIX_VECTOR_INDEX=pgvector needs a PostgreSQL database")
        return self

    @property
    def webhook_key(self) -> bytes:
        """The key of signatures: the secret, or what base64 behind `whsec_` stands for."""
        secret = self.webhook_secret.get_secret_value() if self.webhook_secret else ""
        if not secret.startswith(_STANDARD_PREFIX):
            return secret.encode()
        with suppress(ValueError):
            return b64decode(secret.removeprefix(_STANDARD_PREFIX), validate=True)
        return b""

    @property
    def database_address(self) -> str:
        """The database as SQLAlchemy writes it; SQLite in the data folder unless set."""
        return self.database_url or f"sqlite:///{self.data_dir / 'porte-voix.db'}"


def _refuse_unknown(environment: Mapping[str, str]) -> None:
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields} | _FOR_TESTS
    for name in environment:
        if name.startswith(PREFIX) and name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise SettingsInvalid(f"there is no setting {name}{hint}")


_FOR_TESTS = {"PORTEVOIX_REQUIRE_ALL"}


def _told(error: ValidationError) -> str:
    problems = error.errors(include_url=False, include_input=False)
    places = []
    for problem in problems:
        if not problem["loc"]:
            places.append(_plain(problem["msg"]))
            continue
        name = str(problem["loc"][0])
        written = name if name.isupper() else f"{PREFIX}{name.upper()}"
        places.append(f"{written}: {_plain(problem['msg'])}")
    return "; ".join(places)


def _plain(message: str) -> str:
    return message.removeprefix("Value error, ")
