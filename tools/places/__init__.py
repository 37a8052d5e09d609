"""Whether words name a place, and by which clock people live there; loaded when first asked, knows no sentences."""

from tools.places.gazetteer import is_city, is_region, zone_of

__all__ = ["is_city", "is_region", "zone_of"]
