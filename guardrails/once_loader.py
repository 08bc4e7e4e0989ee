"""YAML in which no key stands twice: the second would silently undo the first."""

from collections.abc import Hashable
from typing import Any

import yaml

# libyaml's loader is ten times faster; PyYAML may have been built without it.
_Fast: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class OnceLoader(_Fast):  # type: ignore[misc]  # whichever of the two there is
    """The safe loader, refusing a key that stands twice in one place."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 - as the base declares it
        """Read a mapping.

        Raises ConstructorError, with the line, for a key there already is.
        """
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.tag != "tag:yaml.org,2002:merge":
                if key.value in seen:
                    raise yaml.constructor.ConstructorError(
                        None, None, f"the key {key.value!r} stands twice", key.start_mark
                    )
                seen.add(key.value)
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep=deep)
        return mapping
