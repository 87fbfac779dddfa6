"""Each sort of slip, told where it was made."""
