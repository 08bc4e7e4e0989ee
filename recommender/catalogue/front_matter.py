"""The fields before the text of a Markdown file: YAML, TOML or JSON."""

import re
import tomllib

from recommender.catalogue.rows import Unusable

_TOML = re.compile(r"\A\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


def split_front_matter(text: str) -> tuple[dict[str, object], str]:
    """Return the fields of a file and the rest; raises Unusable when they cannot be read."""
    import frontmatter  # noqa: PLC0415 - only Markdown needs it
    import yaml  # noqa: PLC0415 - only Markdown needs it

    text = text.lstrip("\ufeff").replace("\r\n", "\n")
    try:
        toml = _TOML.match(text)
        if toml is not None:
            return tomllib.loads(toml[1]), text[toml.end() :]
        fields, body = frontmatter.parse(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _unreadable(f" from line {line} on") from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise _unreadable("") from None
    # Rules that only look like front matter: what stands between them is text.
    return {str(key): value for key, value in fields.items()}, body if fields else text


def _unreadable(where: str) -> Unusable:
    return Unusable(
        f"its front matter is not YAML, TOML or JSON{where}: put values that hold a colon in"
        " quotes, and write dates as 2024-05-31",
        field="front matter",
    )
