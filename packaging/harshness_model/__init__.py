"""How the weights of `resources/harshness` were made, and how to make them again."""
