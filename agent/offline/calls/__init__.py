"""Stage 7: a clause of a known intent becomes tool calls; one file for each group of intents."""
