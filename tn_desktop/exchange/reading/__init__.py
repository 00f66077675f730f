"""Reading any spreadsheet people really make, without trusting it.

`supervise.read_spreadsheet` reads a file in a child process with limits and gives a `book.Book`:
sheets of plain cells, before anybody has asked what they mean.
"""
