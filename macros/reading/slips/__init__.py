"""Slips of the pen that a YAML parser reports badly, or reads as something else; `diagnosis` weighs them."""
