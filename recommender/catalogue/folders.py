"""The files of a folder that may hold content, and those left aside."""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from recommender.catalogue.formats import is_readable


@dataclass(frozen=True, slots=True)
class Folder:
    """What a folder and its subfolders hold; hidden ones are not looked into."""

    files: tuple[Path, ...]
    left_aside: Counter[str]

    def remark(self) -> str:
        """Say how many files of which kinds were left aside, empty if none."""
        kinds = ", ".join(suffix or "no ending" for suffix, _ in self.left_aside.most_common(8))
        count = self.left_aside.total()
        return f"{count} files of other kinds were left aside ({kinds})" if count else ""


def look_into(root: Path) -> Folder:
    """Return the files of a folder, in an order that does not change from one day to the next."""
    paths = sorted(_visible(root))
    return Folder(
        tuple(path for path in paths if is_readable(path)),
        Counter(path.suffix.lower() for path in paths if not is_readable(path)),
    )


def _visible(root: Path) -> Iterator[Path]:
    real = root.resolve()
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(folder, name)
            # A link may lead to a file that the folder's author has no right to show.
            if not name.startswith(".") and path.resolve().is_relative_to(real):
                yield path
