"""Full texts of sources: they stay on the machine of who works with them."""
