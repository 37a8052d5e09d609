"""Floor 4: channels, renderers, settings and the command line; `app.py` alone knows all parts."""
