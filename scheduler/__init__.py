"""Floor 3: what is owed at this instant; knows tools and storage, not the agent or the channels."""
