"""The program under long use: a year of work, and a thousand kills."""
