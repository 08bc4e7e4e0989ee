"""Fetching an address: bounded in time, size and redirects, and only from where it may."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import httpx

from domain.errors import ImportFailed
from recommender.catalogue.documents import Document
from recommender.catalogue.downloads import download, new_client, shown
from recommender.catalogue.limits import FETCH_SECONDS, MAX_FILE_BYTES, MAX_REDIRECTS
from recommender.catalogue.network import LookUp, Target, look_up

_PORTS = {"http": 80, "https": 443}
_LAST_PORT = 65535


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches over http and https.

    Machines that are not on the open Internet are refused unless `allow` names their host;
    with `allow_any_host`, for an address that its operator typed, also the host of that
    address. A redirect, or a page that links a feed, never leads from the open Internet into
    a private network.
    """

    allow: frozenset[str] = frozenset()
    allow_any_host: bool = False
    seconds: float = FETCH_SECONDS
    max_bytes: int = MAX_FILE_BYTES
    look_up: LookUp = look_up

    def __call__(self, url: str, *, linked_from: str | None = None) -> Document:
        """Return what an address holds; raises ImportFailed."""
        # In a thread of its own, so that it can be called where a loop is running already.
        with ThreadPoolExecutor(max_workers=1) as thread:
            return thread.submit(asyncio.run, self._in_time(url, linked_from)).result()

    async def _in_time(self, url: str, linked_from: str | None) -> Document:
        try:
            start = httpx.URL(url)
        except httpx.InvalidURL:
            without_password = re.sub("//[^/@]*@", "//", url)
            raise ImportFailed(
                f"{without_password!r} is not an address: write it as https://example.org/feed.xml."
            ) from None
        try:
            async with asyncio.timeout(self.seconds):
                return await self._follow(start, linked_from)
        except TimeoutError:
            problem = f"did not answer within {self.seconds:g} seconds: try again later."
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            problem = f"could not be fetched ({type(error).__name__}): try it in a browser."
        raise ImportFailed(f"{shown(start)} {problem}")

    async def _follow(self, start: httpx.URL, linked_from: str | None) -> Document:
        url, trusted = start, self.allow_any_host
        if trusted and linked_from is not None:
            trusted = not (await self._target(httpx.URL(linked_from))).is_public
        async with new_client() as client:
            for _ in range(MAX_REDIRECTS + 1):
                target = await self._target(url)
                self._refuse_private(target, url, trusted=trusted)
                answer = await download(client, url, target, self.max_bytes, name=shown(start))
                if isinstance(answer, Document):
                    return answer
                url, trusted = answer, trusted and not target.is_public
        raise ImportFailed(
            f"{shown(start)} redirects more than {MAX_REDIRECTS} times: give the last address."
        )

    def _refuse_private(self, target: Target, url: httpx.URL, *, trusted: bool) -> None:
        if trusted or target.is_public or target.host in self.allow:
            return
        raise ImportFailed(
            f"{shown(url)} is inside a private network: whoever operates the service can allow"
            f" {target.host} in PORTEVOIX_IMPORT_ALLOW."
        )

    async def _target(self, url: httpx.URL) -> Target:
        if url.scheme not in _PORTS or not url.host:
            raise ImportFailed(
                f"{shown(url)} cannot be fetched: only http and https addresses can."
            )
        port = url.port or _PORTS[url.scheme]
        if port > _LAST_PORT:
            raise ImportFailed(f"{shown(url)} names a port that cannot be: check the address.")
        return await self.look_up(url.host, port)
