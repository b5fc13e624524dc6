"""Frozen values and pure rules: stdlib only, no files, no clock, no Qt."""
