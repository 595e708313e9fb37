"""The HTTP side: a keep-alive server, and the life of the process."""
