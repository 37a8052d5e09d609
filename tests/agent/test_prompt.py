"""What a model is told: short, the same for all, and what is known of a person cut to what may be meant."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import bpe_openai
from langchain_core.messages import HumanMessage

from agent import prompt
from agent.offline.briefing import Briefing, Known
from storage.conversations import Turn
from tools.catalog import default

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
MOST = 2_500


def test_fixed_words_and_schemas_are_short() -> None:
    tools = json.dumps([*default().schemas, prompt.LOOK_UP], ensure_ascii=False, separators=(",", ":"))
    encoding = bpe_openai.get_encoding("o200k_base")
    assert len(encoding.encode(prompt.SYSTEM)) + len(encoding.encode(tools)) <= MOST


def test_twelve_to_eighteen_tools_are_offered() -> None:
    assert 12 <= len(default().offered) <= 18


def test_the_applications_that_are_named_come_first_and_few_are_told() -> None:
    many = tuple(Known(n, f"Firm{n:04} Works", "cook", "applied") for n in range(5000))
    told = prompt.known("any news from Firm4321 Works?", Briefing(NOW, many))
    assert "#4321 Firm4321 Works · cook · applied" in told and told.count("Works") == prompt.MOST_KNOWN
    assert len(told) < 1_500


def test_recent_turns_fit_and_begin_with_the_person() -> None:
    spoken = [
        Turn(n, role, f"{role} {n} " + "word " * 100, NOW) for n in range(0, 40, 2) for role in ("user", "assistant")
    ]
    kept = prompt.history(spoken)
    assert isinstance(kept[0], HumanMessage) and "assistant 38" in str(kept[-1].content)
    assert 2 <= len(kept) < len(spoken)
