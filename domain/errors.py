"""Every error the product raises on purpose, grouped by who must act.

PorteVoixError
├── NotFound                 the caller asked for something there is not
├── RequestInvalid           the caller: a value that cannot be, named with its field
│   ├── LanguageUnsupported  the caller: a language other than fr and en
│   └── KeyReused            the caller: an idempotency key that came with another request
├── Forbidden                the caller may not do this
│   └── SignInRefused        the organisation's provider does not vouch for them
├── Conflict                 the caller: somebody or something else was first
│   ├── KeyInFlight          try later: the first request of this key is still running
│   ├── CharterChanged       the caller: what was allowed first may not be now; ask anew
│   └── VersionStale         the caller: it changed since it was read; read it again
├── VersionNeeded            the caller: say which version is being changed
├── ImportFailed             whoever imports: the file or address cannot be read at all
├── CharterInvalid           whoever maintains the charter
├── OrganizationInvalid      whoever maintains the organisation file
├── SettingsInvalid          whoever operates the service
├── IdentityUnavailable      try later (the identity provider)
├── RestoreFailed            whoever operates the service: no sound backup; nothing was changed
├── StorageUnavailable       try later (locked, full, read-only)
├── IndexUnavailable         the vector index: rebuilt from SQL, or searched exactly
├── ModelUnavailable         try later (timeout, connection, 429, 5xx)
│   └── ModelMisconfigured   whoever operates the service (401, 403, 404)
└── ModelMisbehaved          look at the prompt (cut off, not the agreed shape)
    ├── ModelRefused         the model or its provider would not answer
    └── PromptTooLong        the caller: the content is longer than the model reads
"""

from domain.language import Bilingual


class PorteVoixError(Exception):
    """Anything the product itself says no to; `code` is stable, the message is for people."""

    code = "error"


class NotFound(PorteVoixError):
    """There is no such thing, or not for this caller; the two are not told apart."""

    code = "not_found"


class RequestInvalid(PorteVoixError):
    """A value that cannot be; `field` names it as the caller wrote it."""

    code = "invalid"

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class LanguageUnsupported(RequestInvalid):
    """A language other than French and English."""

    code = "language_unsupported"


class KeyReused(RequestInvalid):
    """An idempotency key that came with another request before."""

    code = "idempotency_key_reused"

    def __init__(self) -> None:
        super().__init__(
            "this key came with another request before: take a new key for a new request",
            field="Idempotency-Key",
        )


class Forbidden(PorteVoixError):
    """The caller's role does not allow this."""

    code = "forbidden"


class SignInRefused(Forbidden):
    """The organisation's provider does not vouch for whoever comes, or in a way to believe."""

    code = "sign_in_refused"


class Conflict(PorteVoixError):
    """Somebody or something else was first.

    `why` says in a stable word what it was, and `field` names what of the request met it.
    """

    code = "conflict"

    def __init__(self, message: str, *, why: str = "", field: str | None = None) -> None:
        super().__init__(message)
        self.why = why
        self.field = field


class KeyInFlight(Conflict):
    """The first request of an idempotency key is still running."""

    code = "in_flight"

    def __init__(self) -> None:
        super().__init__("the first request with this key is still running; ask again in a moment")


_CHANGED = (
    "the charter, an embargo or a frozen topic changed since the first answer: "
    "ask again with another Idempotency-Key"
)


class CharterChanged(Conflict):
    """What was answered first under a key may no longer be given."""

    code = "charter_changed"

    def __init__(self, message: str = _CHANGED) -> None:
        super().__init__(message)


class VersionStale(Conflict):
    """Something changed since the caller read it."""

    code = "version_stale"

    def __init__(self) -> None:
        super().__init__(
            "it changed since you read it: read it again and send its new ETag", why="stale"
        )


class VersionNeeded(PorteVoixError):
    """A change that must name the version it changes, so that nobody's work is overwritten."""

    code = "version_needed"

    def __init__(self) -> None:
        super().__init__("send the ETag of what you read in If-Match, or * to overwrite")


class ImportFailed(PorteVoixError):
    """A file or address that gives no content at all."""

    code = "import_failed"


class CharterInvalid(PorteVoixError):
    """A charter that cannot be put in force; `said` tells it in both languages."""

    code = "charter_invalid"

    def __init__(self, said: Bilingual | str) -> None:
        self.said = Bilingual(said, said) if isinstance(said, str) else said
        super().__init__(self.said.en)


class OrganizationInvalid(PorteVoixError):
    """An organisation file that cannot be used."""

    code = "organization_invalid"


class SettingsInvalid(PorteVoixError):
    """A setting that cannot be; the message names it and the remedy."""

    code = "settings_invalid"


class IdentityUnavailable(PorteVoixError):
    """The identity provider does not answer, or not as one."""

    code = "identity_unavailable"


class RestoreFailed(PorteVoixError):
    """A backup that cannot be brought back; nothing was changed."""

    code = "restore_failed"


class StorageUnavailable(PorteVoixError):
    """The database is locked, full or read-only; nothing was half-written."""

    code = "storage_unavailable"


class IndexUnavailable(PorteVoixError):
    """The vector index cannot be opened here; SQL still holds every vector."""

    code = "index_unavailable"


class ModelUnavailable(PorteVoixError):
    """The language model did not answer in time; `retry_after_seconds` when it said."""

    code = "model_unavailable"

    def __init__(self, message: str, *, retry_after_seconds: float | None = None) -> None:
        super().__init__(message)
        self.retry_after_seconds = retry_after_seconds


class ModelMisconfigured(ModelUnavailable):
    """The endpoint refuses this key, or does not know this model."""

    code = "model_misconfigured"


class ModelMisbehaved(PorteVoixError):
    """The language model answered something that is not a draft."""

    code = "model_misbehaved"


class ModelRefused(ModelMisbehaved):
    """The model or its provider would not answer; asking again does not help."""

    code = "model_refused"


class PromptTooLong(ModelMisbehaved):
    """The prompt is longer than the model reads; a shorter one may fit."""

    code = "prompt_too_long"
