import asyncio
import gzip
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest

from domain.errors import ImportFailed
from recommender.catalogue.fetch import Fetcher
from recommender.catalogue.limits import MAX_REDIRECTS
from recommender.catalogue.network import Target
from tests.recommender.catalogue.web_server import Handler, Site, content, redirect, running

OPERATOR = Fetcher(allow_any_host=True)


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as started:
        yield started


def body(fetcher: Fetcher, url: str) -> bytes:
    document = fetcher(url)
    with closing(document.stream):
        return document.read()


def test_an_address_gives_its_bytes_and_says_where_they_came_from(site: Site) -> None:
    site.answers["/feed.xml"] = content("<rss/>", "application/rss+xml")
    document = OPERATOR(f"{site.url}/feed.xml")
    with closing(document.stream):
        assert document.read() == b"<rss/>"
    assert (document.url, document.source) == (f"{site.url}/feed.xml", "feed.xml")
    assert (document.media_type, document.size) == ("application/rss+xml", 6)
    (_, headers) = site.requests[0]
    assert headers["User-Agent"].startswith("porte-voix")
    assert headers["Host"] == f"127.0.0.1:{site.server_port}"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_this_machine_is_refused_unless_it_is_allowed(site: Site, host: str) -> None:
    site.answers["/"] = content("words")
    url = f"http://{host}:{site.server_port}/"
    with pytest.raises(ImportFailed, match=rf"private network.*{host}.*PORTEVOIX_IMPORT_ALLOW"):
        Fetcher()(url)
    with pytest.raises(ImportFailed, match="private network"):
        Fetcher(allow=frozenset({"example.org"}))(url)
    assert site.requests == []
    assert body(Fetcher(allow=frozenset({host})), url) == b"words"


@pytest.mark.parametrize(
    "url",
    ["http://[::1]/", "http://LOCALHOST/", "http://127.8.9.1/", "http://0.0.0.0/", "http://[::]/"],
)
def test_this_machine_is_known_under_its_other_names(url: str) -> None:
    with pytest.raises(ImportFailed, match="private network"):
        Fetcher()(url)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(site: Site, status: int) -> None:
    site.answers["/old"] = redirect("/new", status)
    site.answers["/new"] = content("words")
    document = OPERATOR(f"{site.url}/old")
    document.stream.close()
    assert document.url == f"{site.url}/new"


@pytest.mark.parametrize(
    ("hops", "is_followed"), [(MAX_REDIRECTS, True), (MAX_REDIRECTS + 1, False)]
)
def test_redirects_are_followed_up_to_a_number(site: Site, hops: int, *, is_followed: bool) -> None:
    for hop in range(hops):
        site.answers[f"/{hop}"] = redirect(f"/{hop + 1}")
    site.answers[f"/{hops}"] = content("words")
    if is_followed:
        assert body(OPERATOR, f"{site.url}/0") == b"words"
        return
    with pytest.raises(ImportFailed, match="redirects more than"):
        OPERATOR(f"{site.url}/0")


@pytest.mark.parametrize("location", ["file:///etc/hostname", "ftp://127.0.0.1/", "gopher://x/"])
def test_a_redirect_leaves_http_for_nothing(site: Site, location: str) -> None:
    site.answers["/"] = redirect(location)
    with pytest.raises(ImportFailed, match="only http and https"):
        OPERATOR(f"{site.url}/")


@dataclass(frozen=True)
class NameServer:
    """Knows one public host, which stands on this machine so that it can answer."""

    addresses: tuple[str, ...] = ("127.0.0.1",)

    async def __call__(self, host: str, port: int) -> Target:
        return Target(host, self.addresses, is_public=host == "public.example")


def test_a_public_host_never_leads_into_a_private_network(site: Site) -> None:
    site.answers["/"] = redirect(f"http://intranet.example:{site.server_port}/secret")
    site.answers["/secret"] = content("secret")
    fetcher = Fetcher(allow_any_host=True, look_up=NameServer())
    with pytest.raises(ImportFailed, match="private network"):
        fetcher(f"http://public.example:{site.server_port}/")
    with pytest.raises(ImportFailed, match="private network"):
        fetcher(
            f"http://intranet.example:{site.server_port}/secret",
            linked_from="http://public.example/",
        )
    assert [path for path, _ in site.requests] == ["/"]


def test_a_private_host_that_was_typed_leads_to_its_neighbours(site: Site) -> None:
    site.answers["/"] = redirect(f"http://wiki.example:{site.server_port}/a")
    site.answers["/a"] = content("words")
    fetcher = Fetcher(allow_any_host=True, look_up=NameServer())
    assert body(fetcher, f"http://intranet.example:{site.server_port}/") == b"words"
    (_, (_, headers)) = site.requests
    assert headers["Host"] == f"wiki.example:{site.server_port}"


def test_every_redirect_is_judged_without_the_operator(site: Site) -> None:
    site.answers["/"] = redirect(f"http://intranet.example:{site.server_port}/secret")
    fetcher = Fetcher(look_up=NameServer())
    with pytest.raises(ImportFailed, match="private network"):
        fetcher(f"http://public.example:{site.server_port}/")


@pytest.mark.parametrize("announced", [True, False])
def test_more_bytes_than_the_limit_are_not_fetched(site: Site, *, announced: bool) -> None:
    def endless(handler: Handler) -> None:
        handler.send_response(200)
        if announced:
            handler.send_header("Content-Length", str(10**12))
        handler.end_headers()
        try:
            for _ in range(1000):
                handler.wfile.write(b"x" * 1_000_000)
        except OSError:
            handler.close_connection = True

    site.answers["/"] = endless
    with pytest.raises(ImportFailed, match="larger than 2 MB"):
        Fetcher(allow_any_host=True, max_bytes=2 * 1024**2)(f"{site.url}/")


def test_a_compressed_answer_is_counted_as_it_unfolds(site: Site) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    site.answers["/bomb"] = content(bomb, Content_Encoding="gzip")
    site.answers["/small"] = content(gzip.compress(b"words"), Content_Encoding="gzip")
    fetcher = Fetcher(allow_any_host=True, max_bytes=2 * 1024**2)
    with pytest.raises(ImportFailed, match="larger than 2 MB"):
        fetcher(f"{site.url}/bomb")
    assert body(fetcher, f"{site.url}/small") == b"words"


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip"])
def test_a_compression_that_cannot_be_counted_is_refused(site: Site, coding: str) -> None:
    site.answers["/"] = content(b"x", Content_Encoding=coding)
    with pytest.raises(ImportFailed, match="compressed"):
        OPERATOR(f"{site.url}/")


def test_time_is_counted_over_everything(site: Site) -> None:
    def drip(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            for _ in range(100):
                handler.wfile.write(b"x")
                time.sleep(0.05)
        except OSError:
            handler.close_connection = True

    site.answers["/"] = drip
    began = time.monotonic()
    with pytest.raises(ImportFailed, match=r"did not answer within 0\.3 seconds"):
        Fetcher(allow_any_host=True, seconds=0.3)(f"{site.url}/")
    assert time.monotonic() - began < 3


def test_what_cannot_be_fetched_is_refused_by_its_address(site: Site) -> None:
    def hang_up(handler: Handler) -> None:
        handler.close_connection = True
        handler.connection.close()

    site.answers["/gone"] = lambda handler: handler.send_error(404)
    site.answers["/cut"] = hang_up
    site.answers["/empty"] = content("")
    site.answers["/broken"] = content(b"no gzip", Content_Encoding="gzip")
    for path, problem in (
        ("gone", "answers 404"),
        ("cut", "could not be fetched"),
        ("empty", "is empty"),
        ("broken", "could not be fetched"),
    ):
        with pytest.raises(ImportFailed, match=f"/{path} {problem}"):
            OPERATOR(f"{site.url}/{path}")


def test_the_next_machine_of_a_name_is_tried(site: Site) -> None:
    site.answers["/"] = content("words")
    fetcher = Fetcher(look_up=NameServer(("127.0.0.2", "127.0.0.1")))
    assert body(fetcher, f"http://public.example:{site.server_port}/") == b"words"


def test_a_closed_port_is_refused() -> None:
    with running() as site:
        url = site.url
    with pytest.raises(ImportFailed, match="could not be fetched"):
        OPERATOR(f"{url}/")


@pytest.mark.parametrize(
    "url",
    ["http://", "https:///path", "http://localhost:99999/", "x", "http://e\0/", "http://[::1"],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(ImportFailed):
        OPERATOR(url)


def test_a_password_is_in_no_message_and_in_no_content(site: Site) -> None:
    site.answers["/a"] = content("words")
    secret = site.url.replace("http://", "http://me:secret@")
    document = OPERATOR(f"{secret}/a")
    document.stream.close()
    assert "secret" not in f"{document.name} {document.url}"
    site.answers["/gone"] = lambda handler: handler.send_error(404)
    with pytest.raises(ImportFailed) as failure:
        OPERATOR(f"{secret}/gone")
    assert "secret" not in str(failure.value)


def test_it_works_where_a_loop_is_running_already(site: Site) -> None:
    site.answers["/"] = content("words")

    async def inside() -> bytes:
        await asyncio.sleep(0)
        return body(OPERATOR, f"{site.url}/")

    assert asyncio.run(inside()) == b"words"
