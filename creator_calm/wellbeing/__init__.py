"""Rules of looking after the creator: pure, without Qt and without a clock of their own."""
