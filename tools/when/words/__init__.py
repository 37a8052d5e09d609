"""The words of each language as tables; months and weekdays come from CLDR. Knows no rules.

A kind of word has its words, separated by commas ("a phrase" of several; marks stand apart: "o ' clock"), by meaning;
or only its words where the kind says all.
"""

from __future__ import annotations

from typing import Any

Table = dict[str, str | dict[Any, str]]
