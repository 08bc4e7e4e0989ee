"""What the words beside an image say of the people in it: that they agreed, or that there are none.

Where the words leave a doubt neither is said, and whoever posts is asked.
"""

import re
import unicodedata
from typing import Final

_OF_PEOPLE: Final = (
    r"(?:people|persons?|everyone|everybody|colleagues?|employees?|those|parents?|interviewees?"
    r"|personnes?|collegues?|salarie\w*|interesse\w*|gens|tous|toutes|equipe|team)"
)
# An agreement of the photographer's is about the picture, and nobody's who is in it.
_AGREED: Final = re.compile(
    r"\b(?:with|avec|by|sous)\b[^.;]{0,30}?\b(?:agreements?|consent|accords?|consentement)\b"
    r"(?![^.;]{0,20}\b(?:photo\w*|agenc\w*|auteure?s?|authors?|rights|droits|ayants?|owners?"
    r"|publish\w*|edit\w*|museum|musee)\b)"
    rf"|\b(?:permission|autorisation)\b[^.;]{{1,20}}?\b{_OF_PEOPLE}\b"
    rf"|\b{_OF_PEOPLE}\b[^.;]{{0,30}}?\b(?:agreed|consented|d['’]accord)(?!\w)"
)
_NOT_AGREED: Final = re.compile(
    r"\b(?:without|no|not|pending|awaiting|sans|pas|aucun|en attente|reste|subject|reserve)\b"
    r"|n['’]t\b"
)
_PICTURE: Final = (
    r"(?:spectrogram\w*|maps?|carte|plan|diagram\w*|schema|charts?|graph(?:e|s|ique)?|courbes?"
    r"|screenshots?|capture|logo|tableau|table|floor plan|drawing of|icon|icone|histogram\w*)"
)
_OBJECT: Final = (
    r"(?:machines?|pumps?|pompes?|sensors?|capteurs?|valves?|vannes?|pipes?|tuyaux?|building"
    r"|batiment|camion|truck|boitier|device|appareil|tools?|outils?|screens?|ecrans?)"
)
_LEADS: Final = r"^(?:(?:an?|the|our|une?|le|la|les|notre|nos|deux|two|\d+) |l['’])?"
_IS_PICTURE: Final = re.compile(rf"{_LEADS}(?:[a-z-]+ )?{_PICTURE}\b")
_IS_OBJECT: Final = re.compile(rf"{_LEADS}(?:[a-z-]+ )?{_OBJECT}\b")
_PEOPLE: Final = re.compile(
    r"\b(?:\w*(?:person|personne|people|gens|wom[ae]n|m[ae]n|femme|homme|fille|garcon|girl|boy|child"
    r"|enfant|team|equipe|group|groupe|colleague|collegue|portrait|faces?|visage|hands?|mains?|smil"
    r"|sour[ia]|crowd|foule|visitor|visiteu|public|someone|somebody|quelqu|employ|salari|customer"
    r"|client|worker|ouvri|apprenti|trainee|student|eleve|family|famille)\w*"
    r"|\w+(?:eers?|icians?|iciens?|iennes?|ists?|istes?|eurs?|euses?|trices?|teurs?|ators?"
    r"|gers?|nieres?|niers?)|he|she|they|elle|elles|ils?|who|qui|avec|with|by|held|tenue?)\b"
)
_CAPITAL: Final = re.compile(r"(?<=\s)[A-ZÀ-ÖØ-Þ][a-zà-ÿ]")


def says_people_agreed(rights: str) -> bool:
    """Tell whether the rights of an image say that the people shown have agreed."""
    bare = _bare(rights)
    return _AGREED.search(bare) is not None and _NOT_AGREED.search(bare) is None


def shows_nobody(alt: str) -> bool:
    """Tell whether an alternative text describes a picture or a thing, and nobody beside it."""
    bare = _bare(alt.strip())
    if _PEOPLE.search(_IS_OBJECT.sub(" ", _IS_PICTURE.sub(" ", bare))):
        return False
    if _IS_PICTURE.match(bare):
        return True
    # "The pump of Daniel" may show Daniel.
    return _IS_OBJECT.match(bare) is not None and _CAPITAL.search(alt.strip()) is None


def _bare(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).lower()
    return "".join(one for one in plain if not unicodedata.combining(one))
