"""Whether the program that serves beside this one still answers; where nothing listens, nothing is to be said."""

from __future__ import annotations

from collections.abc import Iterator
from http.client import HTTPConnection, HTTPException

from bot.checks.finding import Finding, Patient, bad, ok

PATIENCE = 5.0  # seconds
# Where one listens everywhere, one is found at home.
HOME = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - it is asked for, not listened on


def check_serving(patient: Patient) -> Iterator[Finding]:
    """What `jobbot run` of these settings says at /healthz."""
    settings = patient.settings
    if settings.telegram is None and settings.slack is None:
        return
    where = f"{settings.http.host}:{settings.http.port}"
    try:
        said = _asked(HOME.get(settings.http.host, settings.http.host), settings.http.port)
    except ConnectionRefusedError:
        return
    except (OSError, HTTPException) as error:
        yield bad(f"run: what listens on {where} does not answer ({type(error).__name__}). Start jobbot run again.")
        return
    if said == "ok":
        yield ok(f"run: it serves on {where}")
    else:
        yield bad(f"run: another program answers on {where}. Set JOBBOT_HTTP_PORT to a free port.")


def _asked(host: str, port: int) -> str:
    connection = HTTPConnection(host, port, timeout=PATIENCE)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().read(100).decode("utf-8", "replace").strip()
    finally:
        connection.close()
