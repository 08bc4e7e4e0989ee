"""How much the catalogue reads at most, so that no file or address can exhaust the service."""

MAX_FILE_BYTES = 200 * 1024 * 1024
"""CSV and JSON Lines are streamed up to here; so is what an address sends."""

MAX_DOCUMENT_BYTES = 50 * 1024 * 1024
"""Feeds, pages and Markdown files are held in memory as a whole, up to here."""

MAX_LINE_BYTES = 5 * 1024 * 1024
"""One line of CSV or JSON Lines, and one row of CSV over several lines."""

MAX_TITLE_CHARACTERS = 1_000
MAX_TEXT_CHARACTERS = 200_000
"""Of one item; cutting would lose content, so a longer one is refused."""

MAX_EXPANSION_BYTES = 1024 * 1024
"""What the entities that a feed declares for itself may grow to."""

MAX_PROLOGUE_BYTES = 64 * 1024
"""What stands before the first tag of a feed, runs of white space counted once."""

MAX_TAGS = 1_500_000
"""Tags in one feed; every one costs its reader memory, however short it is."""

MAX_REDIRECTS = 5
FETCH_SECONDS = 30.0
"""From the first look-up of a name to the last byte, redirects included."""
