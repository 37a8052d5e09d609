"""The tests; tests/house.py is the product as a test meets it."""
