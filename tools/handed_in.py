"""The mails in files that a person hands in, one at a time; knows not what they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from tools.mail.files import is_mail, mails_in
from tools.mail.mail import Mail
from tools.result import Refusal

MOST_MAILS = 5_000  # of one file


def handed_in(paths: Sequence[Path]) -> Iterator[Mail]:
    """The mails of files. Raises Refusal."""
    wrong = [path.name for path in paths if not is_mail(path)]
    if wrong:
        raise Refusal(f"{wrong[0]} is no mail: save it as .eml or .mbox and send that.")
    for path in paths:
        try:
            yield from islice(mails_in(path), MOST_MAILS)
        except OSError as error:
            raise Refusal(f"I cannot read {path.name}: {error.strerror or 'no such file'}.") from None
