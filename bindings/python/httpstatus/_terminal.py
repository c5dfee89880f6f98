"""Drawing on a terminal, by rich. Colours are those of the terminal's own palette, so they suit dark and light."""

import re

import httpstatus
from rich.console import Console
from rich.table import Table
from rich.text import Text

COLOURS = {
    "informational": "cyan",
    "success": "green",
    "redirection": "blue",
    "client_error": "yellow",
    "server_error": "red",
    "invalid": "magenta",
}
CITATION = re.compile(r"\[RFC [^\]]*\]")
LABEL = re.compile(r"^[A-Z][a-z ]+:(?=  )", re.MULTILINE)
SECTION = re.compile(r"(?<=\n\n)(?![A-Z][a-z ]+:  )[A-Z][^\n]*(?=\n(?:  |- ))")

console = Console(highlight=False, soft_wrap=True)


def colour(code):
    return COLOURS[httpstatus.classify(code)]


def explanation(text, code):
    """An explanation as C made it, with its parts told apart."""
    drawn = Text(text.removesuffix("\n"))
    title = text.index("\n")
    drawn.stylize("bold" if code is None else f"bold {colour(code)}", 0, title)
    drawn.highlight_regex(SECTION, "bold")
    drawn.highlight_regex(LABEL, "bold")
    drawn.highlight_regex(CITATION, "dim")
    console.print(drawn)


def rows(found):
    """Rows of the registry as a table."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("Code", no_wrap=True)
    table.add_column("Phrase", max_width=36)
    owners = {row.vendor for row in found} - {"iana"}
    if owners:
        table.add_column("Owner", style="dim", max_width=24)
    table.add_column("Summary")
    for row in found:
        cells = [Text(str(row.code), f"bold {colour(row.code)}"), row.phrase or ""]
        cells += ["" if row.vendor == "iana" else row.vendor] * bool(owners)
        table.add_row(*cells, Text(row.summary))
    console.print(table, soft_wrap=False)


def painted(text, style):
    """A text in a style, as the terminal takes it."""
    with console.capture() as capture:
        console.print(Text(text, style), end="")
    return capture.get()
