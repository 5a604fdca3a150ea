"""Schema, migrations and all SQL, the only home of sqlite-utils."""
