"""Floor 2: the typed functions of the tracker and the one door to them; knows no language model and no channel."""
