"""What stands between the library and its built site."""
