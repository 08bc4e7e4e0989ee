"""One request to one machine, its answer kept on disk when it is large."""

from tempfile import SpooledTemporaryFile
from typing import IO

import httpx

from domain.errors import ImportFailed
from recommender.catalogue.documents import Document, checked, source_of, too_large
from recommender.catalogue.network import Target

_HEADERS = {
    "User-Agent": "porte-voix (content import)",
    "Accept": "application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
}
# Others grow faster than they can be counted, and so does one inside another.
_CODINGS = {"", "identity", "gzip", "deflate"}
_IN_MEMORY_BYTES = 5 * 1024 * 1024
_SILENCE_SECONDS = 10.0


def new_client() -> httpx.AsyncClient:
    """Return a client that believes the authorities of the system, and no proxy settings."""
    context = httpx.create_ssl_context(trust_env=False)
    context.load_default_certs()
    return httpx.AsyncClient(
        verify=context, trust_env=False, headers=_HEADERS, timeout=_SILENCE_SECONDS
    )


def shown(url: httpx.URL) -> str:
    """Return an address without the name and password it may carry."""
    return str(url.copy_with(userinfo=b""))


async def download(
    client: httpx.AsyncClient, url: httpx.URL, target: Target, max_bytes: int, *, name: str
) -> Document | httpx.URL:
    """Return what an address holds, or the address it redirects to; raises ImportFailed.

    It connects to the machines that were looked up and judged, whatever the name says by now.
    """
    response = await _send(client, url, target.addresses)
    try:
        if response.has_redirect_location:
            return url.join(response.headers["location"])
        _refuse(response, max_bytes, name)
        stream, size = await _body(response, max_bytes, name)
    finally:
        await response.aclose()
    address = shown(url)
    return checked(
        Document(
            name=name,
            source=source_of(address),
            stream=stream,
            size=size,
            url=address,
            media_type=response.headers.get("content-type"),
        )
    )


async def _send(
    client: httpx.AsyncClient, url: httpx.URL, addresses: tuple[str, ...]
) -> httpx.Response:
    *others, last = addresses
    for address in others:
        try:
            return await client.send(_request(client, url, address), stream=True)
        except httpx.ConnectError:
            continue
    return await client.send(_request(client, url, last), stream=True)


def _request(client: httpx.AsyncClient, url: httpx.URL, address: str) -> httpx.Request:
    name = url.raw_host.decode("ascii")
    return client.build_request(
        "GET",
        url.copy_with(host=address),
        headers={"Host": url.netloc.decode("ascii")},
        extensions={"sni_hostname": name},
    )


def _refuse(response: httpx.Response, max_bytes: int, name: str) -> None:
    if not response.is_success:
        raise ImportFailed(f"{name} answers {response.status_code}: check the address.")
    if response.headers.get("content-encoding", "").strip().lower() not in _CODINGS:
        raise ImportFailed(f"{name} is compressed in a way that is not read: download it first.")
    announced = response.headers.get("content-length", "")
    _refuse_size(int(announced) if announced.isdecimal() else 0, max_bytes, name)


def _refuse_size(size: int, max_bytes: int, name: str) -> None:
    if size > max_bytes:
        raise too_large(name, max_bytes)


async def _body(response: httpx.Response, max_bytes: int, name: str) -> tuple[IO[bytes], int]:
    stream = SpooledTemporaryFile(max_size=_IN_MEMORY_BYTES)  # noqa: SIM115 - its reader closes it
    size = 0
    try:
        async for chunk in response.aiter_bytes():
            size += len(chunk)
            _refuse_size(size, max_bytes, name)
            stream.write(chunk)
    except BaseException:
        stream.close()
        raise
    stream.seek(0)
    return stream, size
