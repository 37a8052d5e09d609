"""The fault of a setting that cannot be read."""


class BadSetting(ValueError):
    """A variable of the environment that cannot be read; the words say which and how to mend it, and give no secret."""
