"""Sign-in with the organisation's own OpenID Connect provider: code flow, PKCE, checked tokens.

What a provider says is data: a token is believed only when its signature, issuer, audience,
nonce and time are right, and of its claims only the subject and the roles are read.
"""

import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from pydantic import SecretStr

from api.settings import Settings
from domain.errors import IdentityUnavailable, SignInRefused

if TYPE_CHECKING:
    from authlib.integrations.httpx_client import AsyncOAuth2Client

_SECONDS: Final = 10.0
_LEEWAY_SECONDS: Final = 60
# Signatures that a provider alone can make; a shared secret or none would let others in.
_ALGORITHMS: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384")
_DISCOVERY: Final = "/.well-known/openid-configuration"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One sign-in under way; all three are unguessable, and known to one browser alone."""

    state: str
    nonce: str
    verifier: str

    @classmethod
    def new(cls) -> "Attempt":
        """Return a new attempt."""
        return cls(secrets.token_urlsafe(32), secrets.token_urlsafe(32), secrets.token_urlsafe(48))


@dataclass(slots=True)
class Provider:
    """The provider that an operator named by its issuer."""

    issuer: str
    client_id: str
    client_secret: SecretStr | None
    scope: str
    _document: Mapping[str, Any] = field(default_factory=dict)
    _keys: Mapping[str, Any] = field(default_factory=dict)

    async def address(self, attempt: Attempt, redirect_uri: str) -> str:
        """Return where a browser goes to sign in; raises IdentityUnavailable."""
        async with self._client() as client:
            document = await self._discover(client)
            url, _ = client.create_authorization_url(
                document["authorization_endpoint"],
                redirect_uri=redirect_uri,
                state=attempt.state,
                nonce=attempt.nonce,
                code_verifier=attempt.verifier,
            )
        return str(url)

    async def claims(self, attempt: Attempt, code: str, redirect_uri: str) -> Mapping[str, Any]:
        """Return what the provider says of whoever came back with this code.

        Raises SignInRefused for a code or a token that cannot be believed, IdentityUnavailable.
        """
        async with self._client() as client:
            document = await self._discover(client)
            token = await client.fetch_token(
                document["token_endpoint"],
                grant_type="authorization_code",
                code=code,
                redirect_uri=redirect_uri,
                code_verifier=attempt.verifier,
            )
            return await self._believed(client, token.get("id_token"), attempt.nonce)

    async def _believed(
        self, client: "AsyncOAuth2Client", token: object, nonce: str
    ) -> Mapping[str, Any]:
        from joserfc.errors import JoseError  # noqa: PLC0415 - only a sign-in needs it

        if not isinstance(token, str):
            raise SignInRefused("the provider sent no identity token")
        for is_fresh in (False, True):
            # A provider changes its keys now and then: they are read anew, once.
            keys = await self._read_keys(client, anew=is_fresh)
            try:
                return _checked(token, keys, (self.issuer, self.client_id, nonce))
            except (JoseError, ValueError) as error:
                reason = type(error).__name__
        raise SignInRefused(f"the provider's token cannot be believed ({reason})")

    async def _discover(self, client: "AsyncOAuth2Client") -> Mapping[str, Any]:
        if not self._document:
            found = await _json(client, self.issuer.rstrip("/") + _DISCOVERY)
            if found.get("issuer") != self.issuer:
                raise IdentityUnavailable(
                    "the provider calls itself otherwise than PORTEVOIX_OIDC_ISSUER does"
                )
            self._document = found
        return self._document

    async def _read_keys(self, client: "AsyncOAuth2Client", *, anew: bool) -> Mapping[str, Any]:
        if anew or not self._keys:
            self._keys = await _json(client, (await self._discover(client))["jwks_uri"])
        return self._keys

    @asynccontextmanager
    async def _client(self) -> AsyncIterator["AsyncOAuth2Client"]:
        from authlib.integrations.base_client import OAuthError  # noqa: PLC0415 - the same
        from authlib.integrations.httpx_client import AsyncOAuth2Client  # noqa: PLC0415 - the same
        from httpx2 import HTTPError  # noqa: PLC0415 - the same

        secret = self.client_secret.get_secret_value() if self.client_secret else None
        client = AsyncOAuth2Client(
            self.client_id,
            secret,
            scope=self.scope,
            code_challenge_method="S256",
            token_endpoint_auth_method="client_secret_basic" if secret else "none",
            timeout=_SECONDS,
            trust_env=False,
        )
        try:
            async with client:
                yield client
        except OAuthError as error:
            raise SignInRefused(f"the provider refused the sign-in ({error.error})") from None
        except (HTTPError, KeyError, ValueError) as error:
            raise IdentityUnavailable(
                f"the identity provider did not answer as one ({type(error).__name__}); try again"
            ) from None


def provider_of(settings: Settings) -> Provider | None:
    """Return the provider that is set, None for an organisation without one."""
    if settings.oidc_issuer is None or settings.oidc_client_id is None:
        return None
    return Provider(
        settings.oidc_issuer,
        settings.oidc_client_id,
        settings.oidc_client_secret,
        settings.oidc_scope,
    )


async def _json(client: "AsyncOAuth2Client", url: str) -> Mapping[str, Any]:
    if urlsplit(url).scheme not in {"http", "https"}:
        raise ValueError("an address that is none")
    response = await client.request("GET", url, withhold_token=True)
    response.raise_for_status()
    found = response.json()
    if not isinstance(found, dict):
        raise ValueError("an answer that is no object")  # noqa: TRY004 - caught with the others
    return found


def _checked(
    token: str, keys: Mapping[str, Any], expected: tuple[str, str, str]
) -> Mapping[str, Any]:
    from joserfc import jwt  # noqa: PLC0415 - only a sign-in needs it
    from joserfc.jwk import KeySet  # noqa: PLC0415 - the same

    issuer, audience, nonce = expected
    key_set = KeySet.import_key_set({"keys": list(keys["keys"])})
    claims = jwt.decode(token, key_set, algorithms=list(_ALGORITHMS)).claims
    jwt.JWTClaimsRegistry(
        leeway=_LEEWAY_SECONDS,
        iss={"essential": True, "value": issuer},
        aud={"essential": True, "value": audience},
        nonce={"essential": True, "value": nonce},
        sub={"essential": True},
        exp={"essential": True},
        iat={"essential": True},
    ).validate(claims)
    if claims.get("azp", audience) != audience:
        raise ValueError("a token for another party")
    return claims
