"""The chat as a person at a terminal has it: the first run, typing, pasting, completing, stopping, leaving."""

from __future__ import annotations

import asyncio
import json
import stat
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from agent.assistant import Message, Said
from bot import app
from bot.console.exchange import Exchange
from bot.console.lines import Lines
from bot.console.waiting import Waiting
from bot.settings import Settings
from storage.problems import DatabaseProblem
from tests.bot.console.sitting import CTRL_C, CTRL_D, ENTER, TAB, UP, Sitting
from tests.talk import NOON


def settings(folder: Path) -> Settings:
    return Settings(folder, f"sqlite:///{folder / 'jobbot.db'}", offline=True)


def test_the_first_run_asks_for_the_zone_and_for_nothing_else(tmp_path: Path) -> None:
    async def script(person: Sitting) -> None:
        await person.until("press Enter to take Europe/Berlin")
        await person.prompt()
        await person.line("", "Your time zone is Europe/Berlin")
        await person.until("applied to Stripe for backend engineer yesterday")
        await person.line("applied to Lidl as cook", "Logged: Lidl · cook")
        await person.line("/settings", "Time zone: Europe/Berlin")
        person.keys("/quit" + ENTER)

    text = Sitting(tmp_path).run(script, zone="Europe/Berlin")
    assert text.index("Nothing you type leaves this machine.") < text.index("time zone")


@pytest.mark.parametrize(
    ("said", "zone"), [("Leeds", "Europe/London"), ("I'm in Tokyo", "Asia/Tokyo"), ("america/lima", "America/Lima")]
)
def test_a_city_is_a_zone(tmp_path: Path, said: str, zone: str) -> None:
    async def script(person: Sitting) -> None:
        await person.prompt()
        await person.line("Berlni", "“Berlni” is no time zone I know.")
        await person.line(said, f"Your time zone is {zone}")
        person.keys(CTRL_D)

    Sitting(tmp_path).run(script, zone="UTC")


def test_news_instead_of_a_zone_are_not_lost(tmp_path: Path) -> None:
    async def script(person: Sitting) -> None:
        await person.prompt()
        await person.line("applied to Lidl as cook yesterday", "Logged: Lidl · cook")
        await person.line("/settings", "Time zone: Europe/Berlin")
        person.keys(CTRL_D)

    Sitting(tmp_path).run(script, zone="Europe/Berlin")


def test_somebody_who_comes_back_sees_what_lies_ahead(tmp_path: Path) -> None:
    async def first(person: Sitting) -> None:
        await person.prompt()
        await person.line("Lidl wants to talk tomorrow at 3pm", "1")
        await person.line("1", "Interview")
        person.keys("bye" + ENTER)

    async def second(person: Sitting) -> None:
        await person.until("Welcome back")
        await person.until("Lidl")
        person.keys(CTRL_D)

    Sitting(tmp_path).run(first)
    assert "Time zone" not in Sitting(tmp_path).run(second)


def test_what_is_pasted_is_one_message(tmp_path: Path) -> None:
    async def script(person: Sitting) -> None:
        await person.prompt()
        person.keys("\x1b[200~applied to Lidl as cook\r\napplied to Aldi as baker\x1b[201~")
        await asyncio.sleep(0.1)
        assert "Logged" not in person.screen.text
        await person.line("", "Logged: Lidl · cook")
        await person.until("Aldi · baker")
        person.keys(CTRL_D)

    assert Sitting(tmp_path).run(script).count("[1] Undo") == 1


def test_buttons_are_numbers(tmp_path: Path) -> None:
    async def script(person: Sitting) -> None:
        await person.prompt()
        await person.line("applied to Lidl as cook", "[1] Undo")
        await person.line("delete Lidl", "[1] Yes, delete  [2] No, keep it")
        await person.line("[2]", "All right, I changed nothing.")
        await person.line("99999999999", "99999999999")
        person.keys(CTRL_D)

    Sitting(tmp_path).run(script)


def test_tab_completes_commands_and_companies(tmp_path: Path) -> None:
    async def script(person: Sitting) -> None:
        await person.prompt()
        await person.line("/log Mercy General, nurse", "Logged: Mercy General")
        for part in ("/statu", TAB, f" offer, mer{TAB}", ENTER):
            person.keys(part)
            await asyncio.sleep(0.2)
        await person.until("applied → offer")
        await person.prompt()
        person.keys(f"note for mercy g{TAB}")
        await asyncio.sleep(0.2)
        await person.line(": blue door", "Noted at Mercy General · nurse: blue door")
        person.keys(CTRL_D)

    Sitting(tmp_path).run(script)


def test_ctrl_c_clears_the_line_and_twice_it_ends(tmp_path: Path) -> None:
    async def script(person: Sitting) -> None:
        await person.prompt()
        person.keys("applied to Lidl" + CTRL_C)
        await asyncio.sleep(0.1)
        await person.line("applied to Aldi as cook", "Logged: Aldi · cook")
        person.keys(CTRL_C)
        await person.until("Ctrl-C again")
        await person.prompt()
        person.keys(CTRL_C)

    assert "Lidl" not in Sitting(tmp_path).run(script)


def test_the_arrow_key_brings_back_what_was_said_another_day(tmp_path: Path) -> None:
    async def first(person: Sitting) -> None:
        await person.prompt()
        await person.line("applied to Lidl as cook", "Logged: Lidl")
        await person.line("note for Lidl: my password is hunter2", "Noted at Lidl")
        person.keys(CTRL_D)

    async def second(person: Sitting) -> None:
        await person.prompt()
        await asyncio.sleep(0.2)  # the history comes in behind the prompt
        await person.line(f"{UP} yesterday", "Lidl · cook is already there")
        person.keys(CTRL_D)

    Sitting(tmp_path).run(first)
    sitting = Sitting(tmp_path)
    sitting.run(second)
    kept = [json.loads(line) for line in sitting.history.path.read_text("utf-8").splitlines()]
    assert kept == ["applied to Lidl as cook", "applied to Lidl as cook yesterday"]
    assert stat.S_IMODE(sitting.history.path.stat().st_mode) == 0o600


def test_what_falls_due_appears_with_buttons_behind_the_others(tmp_path: Path) -> None:
    ring = asyncio.Event()

    async def pushes(parts: app.App) -> AsyncIterator[Said]:
        await ring.wait()
        # Any answer with buttons will do: what rings is made elsewhere.
        message = Message("terminal", "local", NOON, text="note for Lidl: ask for the rota")
        yield await parts.assistant.answer(message)

    async def script(person: Sitting) -> None:
        await person.prompt()
        await person.line("applied to Lidl as cook", "[1] Undo")
        person.keys("half a sen")
        ring.set()
        await person.until("ask for the rota\n[2] Undo\n\n")
        person.keys(CTRL_C)
        await asyncio.sleep(0.1)
        await person.line("2", "Taken back: Noted")
        person.keys(CTRL_D)

    Sitting(tmp_path, pushes=pushes).run(script)


def test_a_broken_start_ends_the_chat_and_says_why(tmp_path: Path) -> None:
    def broken() -> app.App:
        raise DatabaseProblem("The disk is full.")

    async def script(person: Sitting) -> None:
        await person.prompt()

    with pytest.raises(DatabaseProblem, match="The disk is full"):
        Sitting(tmp_path, broken).run(script)


def test_a_turn_that_was_cut_off_says_what_it_had_done(tmp_path: Path) -> None:
    async def both() -> tuple[str, str]:
        parts = app.build(settings(tmp_path))
        screen = Lines(alive=False)
        exchange = Exchange(parts, screen)
        before = await exchange.stopped()
        await exchange.answer("applied to Lidl as cook", Waiting(screen, ""))
        after = await exchange.stopped()
        parts.close()
        return before, after

    before, after = asyncio.run(both())
    assert before == "" and "Logged: Lidl · cook" in after and "undo" in after


def test_a_password_is_neither_shown_nor_remembered(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path)
    sitting.build = lambda: app.build(replace(sitting.settings, offline=False))

    async def script(there: Sitting) -> None:
        await there.prompt()
        await there.line("connect ana@x.example", "Which server")
        there.keys("localhost:1" + ENTER)
        await there.until("Now send me the password")
        while not there.screen.hidden.app.is_running:
            await asyncio.sleep(0.01)
        there.keys("my-app-password" + ENTER)
        await there.until("could not reach localhost")
        await there.prompt()
        there.keys(CTRL_D)

    text = sitting.run(script)
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert "my-app-password" not in text and b"my-app-password" not in kept
