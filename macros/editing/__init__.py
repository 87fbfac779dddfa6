"""What editors do with entries: comparing them with what was, holding them before they are committed."""
