"""Files that a person takes away: tables and reports, written by a process of its own that reads the database."""
