"""Floor 1: tables, queries and the rules of the status; knows no tool, agent or channel."""
