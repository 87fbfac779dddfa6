"""How the programs run: writing files whole. Knows no entry."""
