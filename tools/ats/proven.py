"""Which addresses are known to be a person's own: none that was only typed; a mailbox that lets us in proves one."""

from __future__ import annotations

from collections.abc import Sequence

from storage.mailboxes import Kind, Mailbox, State
from tools.mail_hosts import service_of


def addresses(boxes: Sequence[Mailbox]) -> list[str]:
    """The addresses of a person's connected mailboxes that their own mail service vouches for, in their order."""
    return list(dict.fromkeys(box.address.casefold() for box in boxes if _proves(box)))


def _proves(box: Mailbox) -> bool:
    """Google says whose a mailbox is. Of others only a well-known service does, asked at its own server: any other
    server may be the person's and let them in under any name."""
    if box.kind == Kind.GMAIL:
        return box.state != State.UNCONFIRMED
    if box.kind != Kind.IMAP or box.state == State.UNCONFIRMED:
        return False
    service = service_of(box.address)
    return service is not None and bool(service.host) and (box.host, box.port) == _server(service.host)


def _server(host: str) -> tuple[str, int]:
    name, _, port = host.partition(":")
    return name, int(port or 993)
