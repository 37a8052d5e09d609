"""What the tests of the storage floor share."""

import pytest

from storage.database import Database
from tests.storage.search import Search, new_search


@pytest.fixture
def search(database: Database) -> Search:
    """One person in New York, on both databases."""
    return new_search(database)
