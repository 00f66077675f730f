"""Sync by workbooks: what laptops tell each other, how it is written, read, and merged (exchange.md)."""
