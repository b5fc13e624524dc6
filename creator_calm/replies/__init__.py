"""Advice on what to do about a comment, and a calm look at a draft. Pure; nothing is ever sent."""
