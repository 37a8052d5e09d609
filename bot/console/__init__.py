"""The chat in a terminal: what is typed, what is shown, and what goes on while somebody waits."""
