"""Fill the HTML templates; everything from a source is escaped."""

from __future__ import annotations


def render_page(template: str, **values: object) -> str:
    """Return the page that a template of this package makes of *values*."""
    from jinja2 import Environment, PackageLoader  # noqa: PLC0415 - only HTML needs it

    environment = Environment(
        loader=PackageLoader("claimcheck.report"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(template).render(**values)
