"""Make the crowds that voices are set beside: `python -m training.voice_background`.

Read from the posts of two company blogs (18F, public domain; putaindecode, MIT; see DATA) and from
the demo's invented people; kept are traces, from which no text can be read.
"""

import gzip
import json
import sys
from collections import Counter, defaultdict
from hashlib import sha256
from pathlib import Path

from api.personas import personas
from benchmarks.material import BLOGS, blogs
from domain.language import Language
from personalizer.offline.likeness import runs_of
from personalizer.stylometry.background import Background
from personalizer.stylometry.crowd import Crowd

FOLDER = Path("personalizer/stylometry")
OFFLINE = Path("personalizer/offline")
# As long as a post of a social network.
_WINDOW = slice(200, 1_400)
_LEAST_LETTERS = 300
_MOST_PER_AUTHOR = 3
_LEAST_HOLDERS = 4


def main() -> int:
    """Write one file per language."""
    if not BLOGS.is_dir():
        print(f"{BLOGS} is not there: posts of 18F (public domain) and putaindecode (MIT)")
        return 1
    written: list[Path] = []
    for language in Language:
        texts = _texts(language)
        background = Background.of([text for own in texts.values() for text in own])
        few = [(name, text) for name, own in texts.items() for text in own[:_MOST_PER_AUTHOR]]
        places = {name: at for at, name in enumerate(texts)}
        crowd = Crowd.of(background, [text for _, text in few], [places[name] for name, _ in few])
        path = FOLDER / f"crowd.{language}.json.gz"
        data = json.dumps(crowd.as_data(), ensure_ascii=False, separators=(",", ":"))
        path.write_bytes(gzip.compress(data.encode(), mtime=0))
        _write_usual([text for own in texts.values() for text in own], language)
        written += [path, OFFLINE / f"usual.{language}.json.gz"]
        print(f"{path}: {len(texts)} authors, {len(few)} texts, {path.stat().st_size:,} bytes")
    sums = [f"{sha256(path.read_bytes()).hexdigest()}  {path.as_posix()}\n" for path in written]
    (FOLDER / "traces.sha256").write_text("".join(sums))
    return 0


def _write_usual(texts: list[str], language: Language) -> None:
    held = Counter(run for text in texts for run in runs_of(text))
    named = {
        run: round(count / len(texts), 3)
        for run, count in sorted(held.items())
        if count >= _LEAST_HOLDERS
    }
    data = json.dumps({"texts": len(texts), "held": named}, ensure_ascii=False)
    path = OFFLINE / f"usual.{language}.json.gz"
    path.write_bytes(gzip.compress(data.encode(), mtime=0))
    print(f"{path}: {len(named)} runs, {path.stat().st_size:,} bytes")


def _texts(language: Language) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for item in blogs(language.value):
        text = item.text[_WINDOW]
        if len(item.authors) == 1 and len(text) >= _LEAST_LETTERS:
            found[item.authors[0]].append(text)
    for persona in personas():
        if language in persona.ambassador.languages[:1]:
            found[persona.ambassador.ambassador_id or ""] += persona.ambassador.posts
    return {name: own for name, own in found.items() if len(own) >= _MOST_PER_AUTHOR}


if __name__ == "__main__":
    sys.exit(main())
