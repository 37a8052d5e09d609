"""The one way out: which addresses it takes, what it does against tricks, and what it takes of an answer."""

from __future__ import annotations

import asyncio
import gzip
import time
from collections.abc import Awaitable, Callable
from typing import Any

import httpcore
import pytest

from tests.web import Page, as_json, serving
from tools.clients.addresses import is_public
from tools.clients.fetch import Fetcher, Limits
from tools.clients.network import Checked
from tools.postings.posting import Fetched, Get

Resolve = Callable[[str, int], Awaitable[list[str]]]
NOT_PUBLIC = "it is no public address"


def got(get: Get | str, servers: dict[str, str] | None = None, **more: object) -> Fetched:
    """What the fetcher answers."""

    async def once() -> Fetched:
        fetcher = Fetcher(servers, **more)  # type: ignore[arg-type]
        try:
            return await fetcher.fetch(Get(get) if isinstance(get, str) else get)
        finally:
            await fetcher.close()

    return asyncio.run(once())


class Recording(httpcore.AsyncMockBackend):
    """Keeps to which addresses connections would be opened."""

    def __init__(self) -> None:
        super().__init__([])
        self.opened: list[str] = []

    async def connect_tcp(self, host: str, *args: Any, **more: Any) -> httpcore.AsyncNetworkStream:
        """Opens nothing."""
        self.opened.append(host)
        return await super().connect_tcp(host, *args, **more)


def named(*addresses: str) -> Resolve:
    """A resolver that knows one answer."""

    async def resolve(_: str, __: int) -> list[str]:
        return list(addresses)

    return resolve


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "127.8.9.10", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.1",
     "255.255.255.255", "224.0.0.1", "192.0.2.1", "198.18.0.1", "240.0.0.1", "::1", "::", "fe80::1", "fe80::1%eth0",
     "fc00::1", "fd12::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "2002:7f00:1::",
     "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2001::1", "2001:db8::1", "::ffff:0:127.0.0.1", "",
     "localhost"],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "2130706433", "0177.0.0.1", "0x7f.0.0.1", "127.1", "017700000001", "[::1]", "[::ffff:127.0.0.1]",
     "[0:0:0:0:0:ffff:7f00:1]", "localhost", "127.0.0.1.", "0", "①②⑦.⓪.⓪.①"],
)  # fmt: skip
def test_all_ways_to_write_loopback(host: str) -> None:
    with serving({"/": Page(b"secret")}) as web:
        answer = got(f"http://{host}:{web.url.rpartition(':')[2]}/")
        assert answer.trouble and "secret" not in answer.body
        assert web.asked == []


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://inn.example/", "gopher://inn.example/", "http://", "http:///x", "data:,x", "",
            "http://inn.example:22/", "http://inn.example:6379/", "//inn.example", "http://[::1", "http://\x00.example/"],
)  # fmt: skip
def test_what_is_no_address_of_a_page(url: str) -> None:
    assert got(url, resolve=named("93.184.216.34")).trouble


def test_one_address_of_a_name_that_is_not_public_is_enough() -> None:
    assert got("http://inn.example/", resolve=named("93.184.216.34", "127.0.0.1")).trouble == NOT_PUBLIC


def test_a_name_is_resolved_once_and_connected_to_as_it_was_checked() -> None:
    """Rebinding: the second answer would be another address."""
    asked: list[str] = []

    async def changing(host: str, _: int) -> list[str]:
        asked.append(host)
        return ["203.0.114.1"] if len(asked) == 1 else ["127.0.0.1"]

    inner = Recording()
    asyncio.run(Checked(changing, inner).connect_tcp("inn.example", 443))
    assert (asked, inner.opened) == (["inn.example"], ["203.0.114.1"])


@pytest.mark.parametrize(
    "onward", ["http://127.0.0.1:{port}/secret", "//localhost:{port}/secret", "file:///etc/passwd", "http://169.254.169.254/"]
)  # fmt: skip
def test_a_redirect_is_checked_like_any_other_address(onward: str) -> None:
    with serving({"/secret": Page(b"secret")}) as other, serving() as web:
        port = other.url.rpartition(":")[2]
        web.pages["/j"] = Page(status=302, headers={"Location": onward.format(port=port)})
        answer = got(Get("https://lever.example/j", "lever"), {"lever": web.url})
        assert answer.trouble == NOT_PUBLIC and other.asked == []


def test_the_operators_own_server_may_stand_anywhere() -> None:
    with serving({"/v1/x?y=1": as_json({"a": 1}, ETag='"e1"')}) as web:
        answer = got(Get("https://lever.example/v1/x?y=1", "lever"), {"lever": web.url})
        assert (answer.ok, answer.body, answer.kind, answer.etag) == (True, '{"a": 1}', "application/json", '"e1"')
        again = got(Get("https://lever.example/v1/x?y=1", "lever", etag='"e1"'), {"lever": web.url})
        assert (again.status, again.body) == (304, "")
        assert got(Get("https://lever.example/v1/x", "ashby"), {"lever": web.url}, resolve=named("127.0.0.1")).trouble


def test_redirects_end() -> None:
    with serving({"/j": Page(status=301, headers={"Location": "/j"})}) as web:
        assert got(Get("https://x.example/j", "x"), {"x": web.url}).trouble == "it sends us round in circles"
        assert len(web.asked) == 6


def test_no_cookie_is_ever_sent() -> None:
    pages = {"/a": Page(status=302, headers={"Location": "/b", "Set-Cookie": "s=1; Path=/"}), "/b": Page(b"b")}
    with serving(pages) as web:
        assert got(Get("https://x.example/a", "x"), {"x": web.url}).body == "b"
        assert all("cookie" not in headers and "authorization" not in headers for _, headers in web.asked)


def test_what_is_too_large_is_not_read_on() -> None:
    limits = Limits(bytes=100_000)
    bomb = gzip.compress(b"0" * 50_000_000)
    pages = {
        "/large": Page(b"x" * 200_000),
        "/bomb": Page(bomb, headers={"Content-Encoding": "gzip"}),
        "/small": Page(gzip.compress(b"y" * 1000), headers={"Content-Encoding": "gzip"}),
        "/broken": Page(b"\x1f\x8bnonsense", headers={"Content-Encoding": "gzip"}),
        "/strange": Page(b"z", headers={"Content-Encoding": "br"}),
    }
    with serving(pages) as web:
        found = {path: got(Get(f"https://x.example{path}", "x"), {"x": web.url}, limits=limits) for path in pages}
    assert found["/large"].trouble == found["/bomb"].trouble == "it is too large"
    assert found["/small"].body == "y" * 1000
    assert found["/broken"].trouble == "it is broken"
    assert found["/strange"].trouble == "it is packed in an unknown way"


def test_whatever_takes_too_long_is_given_up() -> None:
    with serving({"/slow": Page(b"x", delay=5), "/drip": Page(b"x" * 200, drip=0.05)}) as web:
        begun = time.monotonic()
        for path in ("/slow", "/drip"):
            answer = got(Get(f"https://x.example{path}", "x"), {"x": web.url}, limits=Limits(seconds=0.4))
            assert answer.trouble == "it did not answer in time"
        assert time.monotonic() - begun < 4


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (Page("Köchin".encode("latin-1"), kind="text/html; charset=ISO-8859-1"), "Köchin"),
        (Page(b'<meta charset="windows-1252">K\xf6chin', kind="text/html"), '<meta charset="windows-1252">Köchin'),
        (Page("Köchin".encode(), kind="text/html; charset=nonsense"), "Köchin"),
        (Page(b"K\xff", kind=""), "K\ufffd"),
    ],
)
def test_letters(page: Page, text: str) -> None:
    with serving({"/": page}) as web:
        assert got(Get("https://x.example/", "x"), {"x": web.url}).body == text


@pytest.mark.parametrize(
    ("wait", "seconds"), [("120", 120.0), ("Sat, 21 Nov 2026 10:01:00 GMT", 60.0), ("soon", None), ("-5", None)]
)
def test_how_long_to_wait(wait: str, seconds: float | None) -> None:
    headers = {"Retry-After": wait, "Date": "Sat, 21 Nov 2026 10:00:00 GMT"}
    with serving({"/": Page(status=429, headers=headers)}) as web:
        answer = got(Get("https://x.example/", "x"), {"x": web.url})
        assert (answer.status, answer.ok, answer.trouble) == (429, False, "")
        assert answer.retry_after == seconds
