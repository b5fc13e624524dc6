"""What is known about words: cleaning, normalising, language, packs, topics. Pure; no Qt, no database."""
