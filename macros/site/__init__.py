"""Everything that knows MkDocs. So far: the preview, which survives whatever is saved under it."""
