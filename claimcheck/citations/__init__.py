"""Notes and markers, parsed references, lint rules and exporters."""
