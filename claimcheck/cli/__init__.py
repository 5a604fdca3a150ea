"""The command line: one module a command, the only home of typer and rich."""
