"""The Slack channel: events in, answers out; all other floors know nothing of it."""
