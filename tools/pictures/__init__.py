"""Pictures of figures as PNG: what each shows (facts.py) and how it is drawn; drawn in a process of its own."""
