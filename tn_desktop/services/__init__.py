"""What a user does, one function each; every write goes through here."""
