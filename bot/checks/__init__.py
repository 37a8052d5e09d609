"""What `jobbot doctor` looks at, a file for each kind of thing; each check says in words how to mend what it finds."""
