"""A board on loopback that answers each posting after fifty milliseconds, in a process of its own."""

from __future__ import annotations

import asyncio
import json
import sys

DELAY = 0.05
BODY = json.dumps(
    {
        "id": 1, "title": "Cook", "company_name": "Old Inn", "location": {"name": "Bonn"}, "absolute_url": "https://x.example",
        "content": "&lt;p&gt;You cook.&lt;/p&gt;" * 60, "first_published": "2026-11-02T09:00:00-05:00",
    }
).encode()  # fmt: skip
HEAD = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(BODY)}\r\n\r\n".encode()


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer request after request on one connection."""
    try:
        while await reader.readuntil(b"\r\n\r\n"):
            await asyncio.sleep(DELAY)
            writer.write(HEAD + BODY)
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()


async def main() -> None:
    """Serve, and say on which port."""
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
