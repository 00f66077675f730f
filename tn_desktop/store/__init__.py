"""The database: engine, unit of work, migrations, search index, backup."""
