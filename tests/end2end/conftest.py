"""Fixtures of the tests that start the program, some of them in their own process."""

from tests.languages import no_language_stays

__all__ = ["no_language_stays"]
