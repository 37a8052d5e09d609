"""Employers' systems for applicants: what they say of one person's applications, a platform a file."""
