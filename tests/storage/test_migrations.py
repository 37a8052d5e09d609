"""Migrations: from nothing and from each earlier revision to the tables of the program."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from storage import migrations
from storage.columns import metadata
from storage.database import DatabaseProblem, migrate, open_database


def script_directory() -> ScriptDirectory:
    """The migrations as Alembic sees them."""
    database = open_database("sqlite://")
    with database.write() as db:
        return ScriptDirectory.from_config(migrations.alembic_config(db))


# SQLite's index on an expression cannot be read back; PostgreSQL's is compared.
pytestmark = pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
REVISIONS = [script.revision for script in reversed(list(script_directory().walk_revisions()))]


def differences(db: Connection) -> list[object]:
    """What Alembic would change to get from the tables to the models."""
    context = MigrationContext.configure(db, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))


def test_the_head_that_a_start_compares_with() -> None:
    assert script_directory().get_heads() == [migrations.HEAD]


def test_from_nothing(blank_url: str) -> None:
    database = open_database(blank_url)
    migrate(database)
    migrate(database)
    with database.read() as db:
        assert differences(db) == []
        assert migrations.revision(db) == migrations.HEAD
    database.close()


@pytest.mark.parametrize("earlier", REVISIONS[:-1])
def test_from_each_earlier_revision(blank_url: str, earlier: str) -> None:
    database = open_database(blank_url)
    with database.migrating() as db:
        migrations.bring_up(db, earlier)
        assert migrations.revision(db) == earlier
        db.execute(text("INSERT INTO users (id, created_at, timezone, morning, quiet_from, quiet_to, digest,"
                        " digest_weekday, follow_up_days, working_days_after, offline)"
                        " VALUES (7, '2026-11-01 10:00:00', 'UTC', '09:00', '21:00', '08:00', 'off',"
                        " 0, '[7, 14, 30]', 5, false)"))  # fmt: skip
    migrate(database)
    with database.read() as db:
        assert differences(db) == []
        assert db.scalar(text("SELECT id FROM users")) == 7
    database.close()


def test_in_memory() -> None:
    database = open_database("sqlite://")
    migrate(database)
    with database.read() as db:
        assert differences(db) == []


def test_a_newer_database(blank_url: str) -> None:
    database = open_database(blank_url)
    migrate(database)
    with database.write() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseProblem, match="newer version of this program"):
        migrate(database)
    database.close()


def test_another_programs_database(blank_url: str) -> None:
    database = open_database(blank_url)
    with database.write() as db:
        db.execute(text("CREATE TABLE users (id INTEGER)"))
    with pytest.raises(DatabaseProblem, match="another program"):
        migrate(database)
    database.close()


def test_a_migration_that_fails_leaves_nothing(blank_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    database = open_database(blank_url)
    with pytest.raises(RuntimeError), database.migrating() as db:
        migrations.bring_up(db)
        raise RuntimeError
    with database.read() as db:
        assert inspect(db).get_table_names() == []
    database.close()


def test_several_processes_at_once(blank_url: str) -> None:
    failures: list[BaseException] = []

    def start() -> None:
        database = open_database(blank_url)
        try:
            migrate(database)
        except BaseException as error:
            failures.append(error)
        finally:
            database.close()

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_the_scripts_are_packaged() -> None:
    folder = Path(migrations.__file__).parent
    assert {path.name for path in folder.iterdir() if path.is_file()} == {"__init__.py", "env.py", "script.py.mako"}
    assert len(list((folder / "versions").glob("*.py"))) == len(REVISIONS)
