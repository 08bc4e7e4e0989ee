import pytest

from domain.employers import is_plural, where_one_works, with_article
from domain.language import Language
from domain.organization import Organization


@pytest.mark.parametrize(
    ("name", "said", "at"),
    [
        ("Ardemont", "Ardemont", "chez Ardemont"),
        ("Marchés Tessonde", "Marchés Tessonde", "chez Marchés Tessonde"),
        ("Ville de Brissol", "la Ville de Brissol", "à la Ville de Brissol"),
        ("Centre hospitalier de Brissol", "le Centre hospitalier de Brissol",
         "au Centre hospitalier de Brissol"),
        ("Institut Tessonde", "l’Institut Tessonde", "à l’Institut Tessonde"),
        ("École des Tilleuls", "l’École des Tilleuls", "à l’École des Tilleuls"),
        ("Hôpital Saint-Roch", "l’Hôpital Saint-Roch", "à l’Hôpital Saint-Roch"),
        ("Ateliers Tessonde", "les Ateliers Tessonde", "aux Ateliers Tessonde"),
        ("Mutuelle Tessonde", "la Mutuelle Tessonde", "à la Mutuelle Tessonde"),
        ("CHU de Brissol", "le CHU de Brissol", "au CHU de Brissol"),
        ("EHPAD Les Tilleuls", "l’EHPAD Les Tilleuls", "à l’EHPAD Les Tilleuls"),
        ("Maison de la nature", "la Maison de la nature", "à la Maison de la nature"),
        ("Maison Tessonde", "Maison Tessonde", "chez Maison Tessonde"),
        ("Groupe Ardemont", "le Groupe Ardemont", "au sein du Groupe Ardemont"),
        ("Pôle emploi", "Pôle emploi", "chez Pôle emploi"),
        ("Studio", "Studio", "chez Studio"),
        ("La Poste", "La Poste", "à La Poste"),
        ("Le Creuset", "Le Creuset", "chez Le Creuset"),
        ("SNCF", "la SNCF", "à la SNCF"),
        ("SNCF Réseau", "SNCF Réseau", "chez SNCF Réseau"),
        ("CH de Brissol", "le CH de Brissol", "au CH de Brissol"),
        ("CH intercommunal Nord", "le CH intercommunal Nord", "au CH intercommunal Nord"),
        ("CH Architectes", "CH Architectes", "chez CH Architectes"),
        ("ARS d’Occitanie", "l’ARS d’Occitanie", "à l’ARS d’Occitanie"),
        ("ARS Nova", "ARS Nova", "chez ARS Nova"),
        ("CHU Nord", "le CHU Nord", "au CHU Nord"),
        ("la mairie de Brissol", "la mairie de Brissol", "à la mairie de Brissol"),
        ("le bureau d’études Oriel", "le bureau d’études Oriel", "au bureau d’études Oriel"),
        ("l'Institut Tessonde", "l'Institut Tessonde", "à l’Institut Tessonde"),
        ("les Transports Guérin", "les Transports Guérin", "aux Transports Guérin"),
        ("", "", "chez "),
    ],
)  # fmt: skip
def test_a_french_employer_takes_the_article_of_its_common_noun(
    name: str, said: str, at: str
) -> None:
    assert with_article(name, Language.FRENCH) == said
    assert where_one_works(name, Language.FRENCH) == at


@pytest.mark.parametrize(
    ("name", "at"),
    [
        ("Ardemont", "at Ardemont"),
        ("City of Elmford", "at the City of Elmford"),
        ("Elmford City Council", "at Elmford City Council"),
        ("University of Elmford", "at the University of Elmford"),
        ("Royal College of Weavers", "at the Royal College of Weavers"),
        ("Elmford Hospitals NHS Foundation Trust", "at Elmford Hospitals NHS Foundation Trust"),
        ("BBC", "at the BBC"),
        ("BBC Studios", "at BBC Studios"),
        ("Bank of America", "at Bank of America"),
        ("Bank of England", "at the Bank of England"),
        ("House of Fraser", "at House of Fraser"),
        ("House of Commons", "at the House of Commons"),
        ("Ports United", "at Ports United"),
        ("The Bank of Elmford", "at The Bank of Elmford"),
    ],
)
def test_an_english_employer_takes_the_where_its_noun_is_explained(name: str, at: str) -> None:
    assert where_one_works(name, Language.ENGLISH) == at


def test_a_verb_agrees_with_the_employer_it_stands_behind() -> None:
    assert is_plural("Ateliers Tessonde", Language.FRENCH)
    assert not is_plural("Ville de Brissol", Language.FRENCH)
    assert not is_plural("Marchés Tessonde", Language.FRENCH)
    assert not is_plural("City of Elmford", Language.ENGLISH)


def test_a_name_written_with_its_article_is_known_without_it() -> None:
    names = Organization(name="le bureau d’études Oriel", aliases=("Oriel",)).names
    assert names == ("le bureau d’études Oriel", "Oriel", "bureau d’études Oriel")
    assert Organization(name="Le Creuset").names == ("Le Creuset",)
    assert Organization(name="the Elmford Museum").names[-1] == "Elmford Museum"
    assert is_plural("les Transports Guérin", Language.FRENCH)
