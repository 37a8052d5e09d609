"""What all tests share."""

from tests.databases import (
    blank_url,
    database,
    postgres,
    postgres_empty,
    postgres_migrated,
    sqlite_database,
    sqlite_migrated,
)

__all__ = [
    "blank_url",
    "database",
    "postgres",
    "postgres_empty",
    "postgres_migrated",
    "sqlite_database",
    "sqlite_migrated",
]
