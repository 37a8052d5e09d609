"""Files that a person takes away: tables, reports, all of one's data; written by a process that reads the database."""
