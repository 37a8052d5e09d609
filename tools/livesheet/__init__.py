"""A Google sheet that is kept up to date with a person's list: what is written, what was changed there, the words."""
