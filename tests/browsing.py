"""What a person's browser gets at the addresses of the web application to which Google leads them."""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit

import httpx

from bot import http
from bot.metrics import Metrics
from bot.oauth import GoogleWay
from tests.house import House

PUBLIC = "https://jobs.example.org"


def browse(house: House, url: str, told: list[bool] | None = None) -> httpx.Response:
    """The answer to one of our addresses; `told` grows where a person is owed a word because of it."""
    way = GoogleWay(house.app.toolbox, lambda: house.now, lambda: (told if told is not None else []).append(True))
    application = http.build(way.routes, dict, Metrics())
    parts = urlsplit(url)

    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(application, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=PUBLIC) as client:
            return await client.get(f"{parts.path}?{parts.query}")

    return asyncio.run(asked())
