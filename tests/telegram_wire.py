"""What comes over the wire to the test's Telegram: fields of a request, HTML read strictly, and its errors."""

from __future__ import annotations

import email
import json
import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs

TAGS = frozenset(("b", "strong", "i", "em", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler"))


class WireError(Exception):
    """A refusal, with the status, the words and the parameters of the real server."""

    def __init__(self, code: int, words: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(words)
        self.code, self.words, self.parameters = code, words, parameters


def too_many(seconds: int) -> WireError:
    """The refusal that asks for a pause."""
    return WireError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def fields_of(kind: str, body: bytes) -> dict[str, Any]:
    """The arguments of a call: form, multipart or JSON."""
    if kind.startswith("application/json"):
        found: dict[str, Any] = json.loads(body or b"{}")
        return found
    if kind.startswith("multipart/form-data"):
        return _multipart(kind, body)
    return {name: _value(values[0]) for name, values in parse_qs(body.decode(), keep_blank_values=True).items()}


def _value(words: str) -> Any:
    """Lists and objects come as JSON inside the form."""
    return json.loads(words) if words[:1] in ("{", "[") and words[-1:] in ("}", "]") else words


def _multipart(kind: str, body: bytes) -> dict[str, Any]:
    message = email.message_from_bytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body)
    fields: dict[str, Any] = {}
    for part in message.get_payload():
        assert isinstance(part, email.message.Message)
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        name = part.get_param("name", header="content-disposition")
        file = part.get_filename()
        fields[str(name)] = (file, content) if file else _value(content.decode())
    attached = [name for name, value in fields.items() if isinstance(value, str) and value.startswith("attach://")]
    for name in attached:
        fields[name] = fields.pop(fields[name].removeprefix("attach://"))
    return fields


class _Strict(HTMLParser):
    """Reads HTML as the server does: known tags, closed in order, and no bare "<" or "&"."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            raise WireError(400, f'Bad Request: can\'t parse entities: Unsupported start tag "{tag}"')
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise WireError(400, "Bad Request: can't parse entities: Unexpected end tag")

    def handle_data(self, data: str) -> None:
        self.text += data


def plain_of(html: str) -> str:
    """The text without its markup. Raises WireError for markup that the server does not take."""
    if re.search(r"<(?![/a-z])|&(?!lt;|gt;|amp;|quot;|#)", html):
        raise WireError(400, "Bad Request: can't parse entities: unescaped character")
    parser = _Strict()
    parser.feed(html)
    parser.close()
    if parser.open:
        raise WireError(400, f"Bad Request: can't parse entities: Can't find end tag for \"{parser.open[-1]}\"")
    return parser.text
