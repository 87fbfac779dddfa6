"""The library for other programs: JSON, tables, Word and search engines. One format is one module."""
