"""The interpreter that needs no key: words in, tool calls out, by small stages that can each be read alone."""
