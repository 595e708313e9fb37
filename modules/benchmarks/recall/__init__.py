"""How much a drift check misses: every mutable property that the vendor's schema has, changed behind its back."""
