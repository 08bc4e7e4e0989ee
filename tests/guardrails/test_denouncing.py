"""A pressure that is denounced is none; one that is exerted is, whoever asks for it."""

import pytest

from domain.drafts import Draft
from domain.language import Language
from guardrails.catalogue import build_rules
from guardrails.reading import Reading
from tests.guardrails.shipped import circumstances, clauses, found


def pressed(text: str, language: str) -> list[str]:
    """Return the checks of CH-04 that object, the guess among them."""
    reading = Reading(Draft(text, Language(language)))
    rules = build_rules(clauses()["CH-04"], key=b"a test's key")
    return [one.check for rule in rules for one in rule.inspect(reading, circumstances())]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le patron m'oblige à poster ça pour avoir ma prime."),
        ("fr", "Mon manager m'a obligé à publier ce message."),
        ("fr", "Je suis forcée de partager ce post, sinon pas de prime."),
        ("fr", "On nous oblige à liker chaque post : pas de like, pas de prime."),
        ("fr", "Ma cheffe me force à partager, mon évaluation dépend de mes partages."),
        ("fr", "Chez nous, tout le monde doit partager ses posts, et je trouve ça malsain."),
        ("fr", "Chez nous, tout le monde doit partager ses posts. C'est malsain."),
        ("fr", "Je refuse de publier ce message : ma prime ne devrait pas en dépendre."),
        ("fr", "On nous menace : partager ce post est obligatoire, sinon l'évaluation baisse."),
        ("fr", "Le patron nous force à relayer ce post, et je le dénonce."),
        ("en", "My boss forces me to post this or I lose my bonus. I work at Ardemont."),
        ("en", "I am forced to share this post, or there goes my bonus."),
        ("en", "Management makes us post this: no post, no bonus."),
        ("en", "My manager pressures me to share this, my appraisal depends on it."),
        ("en", "At work everyone must share the posts of the boss, and I find that wrong."),
        ("en", "Everyone must share the posts of the boss here. That's unhealthy."),
        ("en", "I refuse to post this: my bonus should not depend on my shares."),
        ("en", "It is wrong that colleagues have to share this post to get their bonus."),
        ("en", "They threaten us: post this or lose your bonus."),
        ("en", "I was ordered to post this and my bonus hangs on it."),
    ],
)
def test_a_denounced_pressure_is_none(language: str, text: str) -> None:
    assert pressed(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Partagez ce post, collègues, sinon pas de prime."),
        ("fr", "Mon patron m'oblige à le dire : tout le monde doit partager ce post."),
        ("fr", "J'exige que chacun partage ce post."),
        ("fr", "Pas de like, pas de prime."),
        ("fr", "Je force mon équipe : tous les collègues doivent liker ce post."),
        ("fr", "Personne n'est forcé, mais tout le monde doit partager ce post."),
        ("fr", "Vous êtes tous tenus de partager ce post, et il n'est pas normal de refuser."),
        ("fr", "Tout le monde doit partager ce post. C'est inacceptable que certains se taisent."),
        ("fr", "On m'a dit de vous le rappeler : chaque collègue doit liker la page."),
        ("fr", "On m'oblige à partager ce post, et tout le monde doit partager ce post."),
        ("en", "Post this, it is mandatory, our appraisal counts."),
        ("en", "My boss forces me to say it: everyone must share this post by noon."),
        ("en", "I expect everyone on my team to share this post."),
        ("en", "No like, no bonus."),
        ("en", "I force my team to share this: everyone has to like it."),
        ("en", "Nobody is forced, but everyone must share this post by noon."),
        ("en", "You are all required to share this post, and it is wrong to refuse."),
        ("en", "Everyone must share this post. It's unacceptable that some do not."),
        ("en", "Managers must share this post. I was told to pass it on."),
        ("en", "I was forced to share this: everyone must like it by noon."),
    ],
)
def test_an_exerted_one_is_found(language: str, text: str) -> None:
    assert "pressure" in pressed(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Je poste ça pour toucher ma prime."),
        ("fr", "Je publie ce message pour avoir ma prime."),
        ("fr", "Je partage cet article pour décrocher mon bonus."),
        ("fr", "Si je relaie cette page, c'est pour la prime."),
        ("fr", "J'écris ces lignes afin d'obtenir mon bon d'achat."),
        ("fr", "Je ne poste ça que pour ma carte cadeau."),
        ("fr", "Ce post, c'est pour toucher mes points."),
        ("fr", "C'est pour ma prime que je publie."),
        ("en", "I post this to get my bonus."),
        ("en", "I'm only posting this to get my bonus."),
        ("en", "I share this article to earn a gift card."),
        ("en", "I am writing this for my bonus."),
        ("en", "If I repost this page, it is for the bonus."),
        ("en", "I'm sharing this so that I get my voucher."),
        ("en", "This post is to get my points."),
        ("en", "Posting this for the bonus."),
    ],
)
def test_a_post_for_a_bonus_is_a_paid_one(language: str, text: str) -> None:
    assert found("CH-02", text, language)
    label = "Publicité" if language == "fr" else "Advertisement"
    assert found("CH-02", f"{label} – {text}", language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Je poste ça pour toucher plus de monde."),
        ("fr", "Je partage cet article pour avoir vos avis."),
        ("fr", "Je ne poste pas ça pour toucher une prime."),
        ("fr", "Le patron m'oblige à poster ça pour avoir ma prime."),
        ("fr", "J'écris pour réclamer ma prime de nuit."),
        ("fr", "Je publie notre enquête pour comprendre la prime."),
        ("en", "I post this to get your views."),
        ("en", "I share this article to reach more people."),
        ("en", "I don't post this to get a bonus."),
        ("en", "My boss forces me to post this or I lose my bonus."),
        ("en", "I write to claim my night bonus."),
        ("en", "I share the article on the bonus scheme."),
    ],
)
def test_what_only_names_a_bonus_is_not(language: str, text: str) -> None:
    assert found("CH-02", text, language) == []
