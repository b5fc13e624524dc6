"""Finished sentences laid out for a terminal or an HTML file. No wording of their own."""
