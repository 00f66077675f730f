"""The day on which tests of services take place."""

from datetime import date

TODAY = date(2026, 3, 14)
