"""Who looks at a page, and in which language."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, HTTPException, Request

from api.identity import COOKIE, csrf_token, services_of
from api.problem_words import preferred
from domain.errors import Forbidden, NotFound
from domain.language import Language
from domain.roles import Caller, Role

LANGUAGE_COOKIE = "porte_voix_language"
LANGUAGE_QUERY = "lang"

_LANGUAGES = {language.value: language for language in Language}


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody at a page; `caller` is None and `csrf` empty for somebody not signed in."""

    language: Language
    caller: Caller | None = None
    csrf: str = ""

    @property
    def role(self) -> Role | None:
        """Return the role, None for somebody not signed in."""
        return self.caller.role if self.caller else None

    @property
    def is_employee(self) -> bool:
        """Tell whether the visitor has a record of their own."""
        return self.role is Role.EMPLOYEE

    @property
    def is_communicator(self) -> bool:
        """Tell whether the visitor looks after the content."""
        return self.role in {Role.COMMS, Role.ADMIN}

    @property
    def is_administrator(self) -> bool:
        """Tell whether the visitor looks after the service itself."""
        return self.role is Role.ADMIN

    @property
    def ambassador_id(self) -> str:
        """Return the id of the visitor's own record.

        Raises Forbidden for a visitor who has none.
        """
        if self.caller is None or self.caller.ambassador_id is None:
            raise Forbidden("this page is about one's own record")
        return self.caller.ambassador_id


def caller_of(visitor: Visitor) -> Caller:
    """Return who is signed in. Raises NotFound for nobody."""
    if visitor.caller is None:
        raise NotFound("nobody is signed in")
    return visitor.caller


def visitor_of(request: Request) -> Visitor:
    """Return who looks; a session that is unknown or over is nobody's."""
    services = services_of(request)
    session = request.cookies.get(COOKIE, "")
    caller = services.access.caller_with_session(session) if session else None
    if caller is not None and caller.ambassador_id is not None:
        services.presence.note(caller.ambassador_id)
    csrf = csrf_token(services.secret, session) if caller else ""
    return Visitor(language_of(request), caller, csrf)


def language_of(request: Request) -> Language:
    """Return the language asked for: on this page, earlier, or by the browser."""
    chosen = asked_language(request) or _LANGUAGES.get(request.cookies.get(LANGUAGE_COOKIE, ""))
    return chosen or preferred(request.headers.get("Accept-Language", ""))


def asked_language(request: Request) -> Language | None:
    """Return the language that the address asks for, if it does."""
    return _LANGUAGES.get(request.query_params.get(LANGUAGE_QUERY, ""))


def employee(visitor: Annotated[Visitor, Depends(visitor_of)]) -> Visitor:
    """Let employees through."""
    return _let_through(visitor, visitor.is_employee)


def communicator(visitor: Annotated[Visitor, Depends(visitor_of)]) -> Visitor:
    """Let the communication team through."""
    return _let_through(visitor, visitor.is_communicator)


def administrator(visitor: Annotated[Visitor, Depends(visitor_of)]) -> Visitor:
    """Let administrators through."""
    return _let_through(visitor, visitor.is_administrator)


def signed_in(visitor: Annotated[Visitor, Depends(visitor_of)]) -> Visitor:
    """Let everybody who is signed in through."""
    return _let_through(visitor, visitor.caller is not None)


def _let_through(visitor: Visitor, is_welcome: bool) -> Visitor:  # noqa: FBT001 - private, and named by its callers' own words
    if visitor.caller is None:
        raise HTTPException(401)
    if not is_welcome:
        raise Forbidden("this page is for another role")
    return visitor


AnyVisitor = Annotated[Visitor, Depends(visitor_of)]
SignedIn = Annotated[Visitor, Depends(signed_in)]
EmployeeVisitor = Annotated[Visitor, Depends(employee)]
Communicator = Annotated[Visitor, Depends(communicator)]
AdministratorVisitor = Annotated[Visitor, Depends(administrator)]
