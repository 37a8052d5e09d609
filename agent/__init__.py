"""Floor 3: which tool do these words ask for; knows tools and storage, not the channels or the scheduler."""
