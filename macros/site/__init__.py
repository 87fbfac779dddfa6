"""Everything that knows MkDocs, and what stands between the library and its built site."""
