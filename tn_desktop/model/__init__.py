"""Mapped classes, rules, stamps: no Qt, no input or output."""
