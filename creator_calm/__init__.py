"""Creator Calm: a private desk for reading comments without being hurt by them."""

__version__ = "0.1.0"
