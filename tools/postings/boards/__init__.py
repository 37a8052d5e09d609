"""One file for each platform with a keyless endpoint: where it is asked, and how its answer is read."""
