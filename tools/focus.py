"""What a conversation is about: the last list, the last receipt, the open question; never a source of facts."""

from __future__ import annotations

from tools.result import Call, Frozen, Wanted


class Focus(Frozen):
    """`subject`: refs of the last receipt or card ("application:12"); `listed`: those of the last list, as shown.

    `step` and `calls` are the last change and how it was asked for, so that "no, it was Tuesday" can replace it;
    `wanted` is the open question; `find` is the last query; `last` are the calls of the last turn, changed or not.
    """

    subject: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    step: int | None = None
    calls: tuple[Call, ...] = ()
    wanted: Wanted | None = None
    find: Call | None = None
    last: tuple[Call, ...] = ()


def numbers(refs: tuple[str, ...], kind: str) -> tuple[int, ...]:
    """The ids of one kind among refs, in order."""
    return tuple(int(ref.split(":")[1]) for ref in refs if ref.startswith(f"{kind}:"))
