"""An invented log: two sorts of readers, new items each day, read while they are new."""

import csv
import random
from pathlib import Path

DAY = 86_400
START = 1_700_000_000


def write(folder: Path, *, days: int = 70, people: int = 36, seed: int = 5) -> tuple[Path, Path]:
    """Write both files; items of even days suit even people, and titles say so."""
    chance = random.Random(seed)  # noqa: S311 - the same log each time
    interactions, items = folder / "interactions.csv", folder / "items.csv"
    with items.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(("contentId", "title"))
        for number in range(days * 4):
            rows.writerow((f"i{number}", f"{'football' if number % 2 else 'gardening'} n{number}"))
    with interactions.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(("timestamp", "eventType", "contentId", "personId", "sessionId"))
        for day in range(days):
            for person in range(people):
                for _ in range(2):
                    age = min(day, chance.choice((0, 0, 1, 1, 2)))
                    number = 4 * (day - age) + 2 * chance.randrange(2) + person % 2
                    moment = START + day * DAY + chance.randrange(DAY)
                    kind = chance.choice(("VIEW", "LIKE", "SHARE"))
                    rows.writerow((moment, kind, f"i{number}", f"p{person}", "s"))
    return interactions, items
