"""Own widgets, painted from the tokens of the theme."""
