"""Clients of the outside world, a file for each; none knows a database, a person or another client."""
