"""The Telegram channel: updates in, answers out; all other floors know nothing of it."""
