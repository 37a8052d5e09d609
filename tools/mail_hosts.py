"""Where the mail of an address is fetched from: the IMAP servers of the large mail services; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

SECURE = 993
ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}", re.IGNORECASE)
# A name, not a number: what is inside a network is none of anybody's mail servers.
HOST = re.compile(r"(?=.{4,253}$)(?:localhost|(?:[a-z0-9-]{1,63}\.)+[a-z][a-z0-9-]{1,62})", re.IGNORECASE)
_APP = "an app password"
_SWITCH = "your password; IMAP has to be switched on in the settings of your mail first"
_OWN = "your password"


@dataclass(frozen=True)
class Service:
    """A mail service: its server, what it takes as a password, and where that is made; `hint`: what to know of it."""

    host: str
    password: str = _OWN
    page: str = ""
    hint: str = ""


MICROSOFT = (
    "Microsoft has switched passwords off for most of its addresses. If it refuses yours, forward your job mails to "
    "another mailbox, or send me single mails as files."
)
_GOOGLE = Service("imap.gmail.com", _APP, "https://myaccount.google.com/apppasswords")
_YAHOO = Service("imap.mail.yahoo.com", _APP, "https://login.yahoo.com/account/security")
_AOL = Service("imap.aol.com", _APP, "https://login.aol.com/account/security")
_OUTLOOK = Service("outlook.office365.com", _APP, "https://account.microsoft.com/security", MICROSOFT)
_FASTMAIL = Service("imap.fastmail.com", _APP, "https://app.fastmail.com/settings/security")
_ICLOUD = Service("imap.mail.me.com", _APP, "https://account.apple.com")
_GMX, _GMX_NET = Service("imap.gmx.com", _SWITCH), Service("imap.gmx.net", _SWITCH)
_BRIDGE = "Proton lets nobody read its mail from outside. Forward your job mails to another mailbox, or send me files."
_SERVICES: tuple[tuple[str, Service], ...] = (
    ("gmail.com googlemail.com", _GOOGLE),
    ("yahoo.com yahoo.co.uk yahoo.de yahoo.fr yahoo.es yahoo.it yahoo.ca yahoo.com.au yahoo.com.br yahoo.co.in "
     "ymail.com rocketmail.com myyahoo.com", _YAHOO),
    ("aol.com aim.com", _AOL),
    ("outlook.com hotmail.com live.com msn.com outlook.de outlook.fr outlook.es hotmail.co.uk hotmail.de hotmail.fr "
     "hotmail.es live.co.uk live.de live.fr office365.com", _OUTLOOK),
    ("fastmail.com fastmail.fm fastmail.net sent.com", _FASTMAIL),
    ("icloud.com me.com mac.com", _ICLOUD),
    ("gmx.com gmx.us", _GMX),
    ("gmx.net gmx.de gmx.at gmx.ch", _GMX_NET),
    ("web.de", Service("imap.web.de", _SWITCH)),
    ("t-online.de magenta.de", Service("secureimap.t-online.de", "the e-mail password that you set at Telekom")),
    ("freenet.de", Service("mx.freenet.de")),
    ("posteo.de posteo.net posteo.eu", Service("posteo.de")),
    ("mailbox.org", Service("imap.mailbox.org")),
    ("zoho.com zohomail.com", Service("imap.zoho.com", _APP, "https://accounts.zoho.com/home#security/app_password")),
    ("zoho.eu zohomail.eu", Service("imap.zoho.eu", _APP, "https://accounts.zoho.eu/home#security/app_password")),
    ("orange.fr wanadoo.fr", Service("imap.orange.fr")),
    ("free.fr", Service("imap.free.fr")),
    ("laposte.net", Service("imap.laposte.net")),
    ("sfr.fr neuf.fr", Service("imap.sfr.fr")),
    ("libero.it", Service("imapmail.libero.it", f"{_APP}, which you make in the security settings of your account")),
    ("uol.com.br", Service("imap.uol.com.br")),
    ("btinternet.com", Service("mail.btinternet.com")),
    ("comcast.net", Service("imap.comcast.net")),
    ("yandex.com yandex.ru", Service("imap.yandex.com", _APP, "https://id.yandex.com/security/app-passwords")),
    ("proton.me protonmail.com pm.me", Service("", _OWN, "", _BRIDGE)),
)  # fmt: skip
_BY_DOMAIN = {domain: service for domains, service in _SERVICES for domain in domains.split()}
# As people call them, and a domain of each.
NAMES = {
    "gmail": "gmail.com", "google mail": "gmail.com", "googlemail": "gmail.com", "yahoo": "yahoo.com",
    "aol": "aol.com", "outlook": "outlook.com", "hotmail": "hotmail.com", "fastmail": "fastmail.com",
    "icloud": "icloud.com", "gmx": "gmx.de", "web.de": "web.de", "zoho": "zoho.com", "proton": "proton.me",
}  # fmt: skip


def address_in(text: str) -> str | None:
    """The first mail address in a text, in lower case."""
    found = ADDRESS.search(text)
    return found.group().casefold().rstrip(".") if found else None


def service_of(address: str) -> Service | None:
    """The service that an address is of; None for one that is not known."""
    return _BY_DOMAIN.get(address.rpartition("@")[2].casefold())


def server_in(text: str) -> tuple[str, int] | None:
    """A server as people write it: "imap.example.org", "mail.example.org:1993"; None for words that name none."""
    for word in text.replace("imaps://", " ").replace("imap://", " ").split():
        host, _, port = word.strip(".,;()<>\"'").partition(":")
        number = int(port) if port.isdecimal() and len(port) < 6 else SECURE
        if HOST.fullmatch(host) and 0 < number < 65_536:
            return host.casefold(), number
    return None
