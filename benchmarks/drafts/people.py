"""Invented colleagues: every profile type, some with the posts of a real author as their voice."""

from collections import defaultdict
from itertools import cycle, islice

from api.personas import personas
from benchmarks.material import blogs
from domain.language import Language
from domain.people import Ambassador, ProfileMix, ProfileType

EMPLOYER = "Tessonde"
_POST = slice(200, 1_400)
_LEAST_POSTS = 3
_MOST_POSTS = 10


def colleagues(count: int, language: Language) -> list[Ambassador]:
    """Return so many colleagues; every second one writes like somebody, the others like nobody."""
    types = list(ProfileType)
    voices = cycle(authors(language).values())
    return [
        Ambassador(
            ambassador_id=f"amb_{language}_{number}",
            name=f"Personne {number}" if language is Language.FRENCH else f"Person {number}",
            organization=EMPLOYER,
            languages=(language,),
            profile=ProfileMix.only(types[number % len(types)]),
            posts=next(voices) if number % 2 else (),
        )
        for number in range(count)
    ]


def authors(language: Language) -> dict[str, tuple[str, ...]]:
    """Return the posts of real authors by name, and those of the demo's invented people."""
    found: dict[str, list[str]] = defaultdict(list)
    for persona in personas():
        if language in persona.ambassador.languages[:1]:
            found[persona.ambassador.name or ""] += persona.ambassador.posts
    for item in blogs(language.value):
        if len(item.authors) == 1 and len(item.text) > _POST.start:
            found[item.authors[0]].append(item.text[_POST])
    return {
        name: tuple(islice(posts, _MOST_POSTS))
        for name, posts in found.items()
        if len(posts) >= _LEAST_POSTS
    }
