"""Marks to fill that are not ours: "[Votre nom]", "{{prénom}}", "XX collègues".

Our own mark, in any of its near forms, is recognised and shown for filling; any other one would
go out as it stands.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from domain.placeholders import placeholder_bounds

_BRACKETED: Final = re.compile(r"\[[^\[\]\n]{1,120}\]")
_OTHERS: Final = re.compile(
    r"""
    \{\{?[^{}\n]{1,60}\}\}? | <[^<>\n]*\b(?:votre|your|nom|name|insert|ins[ée]rer)\b[^<>\n]*>
    | \b[Xx]{3,}\b | \bXX\b | _{4,} | \.{6,} | …{3,} | %[A-Z_]{3,}% | \$\{?[A-Z_]{3,}\}?
    | \blorem\ ipsum\b
    | \((?:votre|your|ins[ée]re[rz]|insert|à\ compl[ée]ter|to\ complete|ajoute[rz]|add)\b[^()\n]*\)
    """,
    re.VERBOSE,
)
_TO_FILL: Final = re.compile(
    r"""
    ^\[\s*(?:
      (?:votre|vos|ton|ta|tes|notre|mon|ma|mes|le|la|les|un|une|l['’])\s?
        (?:nom|prénom|poste|métier|entreprise|équipe|exemple|anecdote|expérience|avis|mot|lien|date
          |chiffre|collègue|fonction|titre|ville|service|opinion|souvenir|ressenti|employeur|photo)
      |(?:nom|prénom|poste|entreprise|exemple|anecdote|lien|date|chiffre|titre|ville|insérer|insérez
        |insère|ajouter|ajoutez|ajoute|préciser|précisez|remplacer|remplacez|mettre|mettez|décrire
        |citer|indiquer|renseigner|compléter|complétez|complète|espace|placeholder|personnaliser
        |raconter|racontez|partager|partagez|mentionner|nommer|image|photo|emoji)\b
      |(?:your|my|our|the|an?)\s(?:\w+\s){0,2}
        (?:name|job|role|title|company|employer|team|example|anecdote|experience|opinion|word|link
          |date|figure|colleague|city|department|memory|story|view|thoughts?|photo|position)
      |(?:name|job\stitle|company|example|anecdote|link|date|figure|title|city|insert|add|specify
        |replace|put|describe|mention|fill|complete|share|tell|personal|placeholder|image|photo
        |emoji|tbd|todo|n/?a|xx+|x)\b
      |…|\.\.\.
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CUT_OUT: Final = re.compile(r"^\[\s*(?:…|\.\.\.)\s*\]$")


def foreign_marks(text: str, material: Iterable[str]) -> Iterator[str]:
    """Yield each mark to fill of a text that is not ours and not of its material."""
    own = [range(start, end) for start, end in placeholder_bounds(text)]
    found = [
        match.group()
        for pattern in (_BRACKETED, _OTHERS)
        for match in pattern.finditer(text)
        if not any(match.start() in place for place in own)
    ]
    known = "\n".join(material) if found else ""
    return (one for one in found if _is_to_fill(one) and one not in known)


def _is_to_fill(mark: str) -> bool:
    if not mark.startswith("["):
        return True
    # "[…]" is a cut in a quotation, "[RECRUTEMENT]" a heading.
    return _TO_FILL.match(mark) is not None and not (_CUT_OUT.match(mark) or mark.isupper())
