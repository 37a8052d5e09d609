"""What stands behind a link to a job: which platform, which posting, what it says; opens no connection itself."""
