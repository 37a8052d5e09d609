"""Measurements: ratios between the product's own functions and others', taken side by side in one run."""
