"""Company names: their keys, their other names, their misspellings; storage/companies.py is the door."""
