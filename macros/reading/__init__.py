"""A file becomes data and places; what is refused, and how that is said."""
