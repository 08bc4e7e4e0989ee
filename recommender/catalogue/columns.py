"""The names that columns and fields go by, in French and in English."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

_NAMES = {
    "title": "title titre headline intitule",
    "text": "text texte body corps content contenu article content_text",
    "html": "html content_html body_html texte_html",
    "summary": "summary resume description excerpt extrait abstract chapo chapeau accroche",
    "language": "language langue lang locale",
    "url": "url lien link adresse address permalink canonical_url external_url",
    "key": "id guid path chemin slug identifiant identifier",
    "source": "source",
    "authors": "authors author auteurs auteur auteure auteures autrice autrices auteur_s by par",
    "tags": "tags tag mots_cles mot_cle motscles etiquettes etiquette keywords keyword categories"
    " category categorie topics topic sujets sujet themes theme",
    "image": "image image_url images photo illustration cover banner_image",
    "image_alt": "image_alt alt alt_text texte_alternatif description_image image_description",
    "image_rights": "image_rights rights droits droits_image credit credits copyright",
    "people_agreed": "people_agreed accord accord_des_personnes consent consentement",
    "published_at": "published_at published date publie_le publie publication_date"
    " date_de_publication date_published pubdate pub_date publishdate created_at created",
    "embargo_until": "embargo_until embargo embargo_jusqu_au sous_embargo_jusqu_au",
    "expires_at": "expires_at expires expire_le expire expiration expiry expirydate expiry_date"
    " expiration_date date_d_expiration date_expiration",
    "campaign": "campaign campagne",
    "draft": "draft brouillon",
}
_MEANINGS = {name: meaning for meaning, names in _NAMES.items() for name in names.split()}


def meaning_of(column: str) -> str | None:
    """Return what a column holds, whatever its language, case and accents; None when unknown."""
    decomposed = unicodedata.normalize("NFKD", column.casefold())
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _MEANINGS.get(re.sub(r"[^a-z0-9]+", "_", letters).strip("_"))


def by_meaning(row: Mapping[str, object]) -> dict[str, list[object]]:
    """Return what a row says under each meaning, in the order of its columns."""
    found: dict[str, list[object]] = {}
    for column, value in row.items():
        meaning = meaning_of(column)
        if meaning is not None and value not in (None, "", []):
            found.setdefault(meaning, []).append(value)
    return found


def unknown(columns: Iterable[str]) -> tuple[str, ...]:
    """Return the columns that mean nothing here."""
    return tuple(column for column in columns if meaning_of(column) is None)
