"""What each entity is made of, one file per area."""
