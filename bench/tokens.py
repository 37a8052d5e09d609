"""What a language model reads of fixed text at each turn: its instructions and the schemas of all tools, in tokens."""

from __future__ import annotations

import json
from collections.abc import Iterator

import bpe_openai

from agent import prompt
from bench.measure import Figure
from tools.catalog import default

MOST = 2500
GOAL = 1.0


def run() -> Iterator[Figure]:
    """The tokens of the instructions and the schemas, written as JSON, of what a turn that writes may cost."""
    count = bpe_openai.get_encoding("o200k_base").encode
    words = len(count(prompt.SYSTEM))
    schemas = [*default().schemas, prompt.LOOK_UP]
    tools = len(count(json.dumps(schemas, ensure_ascii=False, separators=(",", ":"))))
    note = f"{words} of instructions, {tools} of {len(schemas)} tools; the limit is {MOST}"
    yield Figure("tokens/limit", (words + tools) / MOST, GOAL, note)
