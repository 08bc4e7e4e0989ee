"""Whose words disclose: the author's own, now, and in earnest."""

from dataclasses import replace

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from domain.review import Circumstances
from guardrails.disclosure import first_disclosure
from guardrails.reading import Reading
from tests.guardrails.shipped import circumstances, found

ARDEMONT = Organization(name="Ardemont")

NOT_ONES_OWN_EN = """
My sister works at Ardemont.
My sister is an engineer at Ardemont and the new furnace is impressive.
My husband works for Ardemont. Their new furnace is impressive.
I know someone who works at Ardemont.
My brother's employer, Ardemont, opens a workshop.
My sister says "I work at Ardemont" and the new furnace is impressive.
I used to work at Ardemont. The new furnace is impressive.
I worked at Ardemont until last year. The new furnace is impressive.
I worked for Ardemont in 2019. The new furnace is impressive.
Do I work at Ardemont? No.
Do I work at Ardemont? Guess.
Do I work at Ardemont? I wish. The new furnace is impressive.
If I worked at Ardemont, I would be proud of the new furnace.
Imagine: I work at Ardemont, and the new furnace is impressive.
I don't work at Ardemont. The new furnace is impressive.
I no longer work at Ardemont. The new furnace is impressive.
I'm not an employee of Ardemont. The new furnace is impressive.
In my novel, the hero says: I work at Ardemont.
Once upon a time, a robot said: "I work at Ardemont."
My daughter dreams that I work at Ardemont.
People think I work at Ardemont. The new furnace is impressive.
I wish I worked at Ardemont. The new furnace is impressive.
My father spent his life at Ardemont.
My wife's colleagues at Ardemont are brilliant.
My wife's team at Ardemont is brilliant.
My sister at Ardemont told me about the new furnace.
My friend at Ardemont told me about the new furnace.
Our client at Ardemont told me about the new furnace.
My contact at Ardemont told me about the new furnace.
I left Ardemont in 2020, the new furnace is impressive.
Years ago I joined Ardemont; today I work elsewhere. The new furnace is impressive.
As a former employee of Ardemont, I admire the new furnace.
Who says I work at Ardemont? Nobody.
I was an engineer at Ardemont for ten years before retiring.
"I work at Ardemont", said the speaker. The new furnace is impressive.
I almost worked at Ardemont once.
I would love to work at Ardemont.
I had been working at Ardemont before I moved to Borel.
I will never work at Ardemont.
I work at Ardemont, he said. The new furnace is impressive.
I work at Ardemont, says Sarah. The new furnace is impressive.
I work at Ardemont, says my sister. The new furnace is impressive.
I work at Ardemont — he said. The new furnace is impressive.
I work at Ardemont, he said, and smiled. The new furnace is impressive.
I work at Ardemont, my neighbour told me. The new furnace is impressive.
If only I work at Ardemont one day! The new furnace is impressive.
They treat me as if I work at Ardemont. The new furnace is impressive.
"""
NOT_ONES_OWN_FR = """
Ma sœur travaille chez Ardemont. Leur nouveau four est impressionnant.
Mon mari est ingénieur chez Ardemont. Leur nouveau four est impressionnant.
L'employeur de mon frère, Ardemont, ouvre un atelier.
Je connais quelqu'un qui travaille chez Ardemont.
J'ai travaillé chez Ardemont jusqu'en 2019. Leur nouveau four est impressionnant.
Je travaillais chez Ardemont avant. Leur nouveau four est impressionnant.
Est-ce que je travaille chez Ardemont ? Non.
Si je travaillais chez Ardemont, je serais fier de ce four.
Imaginez : je travaille chez Ardemont et ce four est impressionnant.
Je ne travaille pas chez Ardemont. Ce four est impressionnant.
Je ne travaille plus chez Ardemont. Ce four est impressionnant.
Ma sœur dit : « Je travaille chez Ardemont. » Ce four est impressionnant.
On croit que je travaille chez Ardemont. Ce four est impressionnant.
Les collègues de ma femme chez Ardemont sont brillants.
Mon frère chez Ardemont m'a parlé du nouveau four.
Ma voisine chez Ardemont m'a parlé du nouveau four.
J'ai quitté Ardemont en 2020, le nouveau four est impressionnant.
J'ai rejoint Ardemont en 2010 ; aujourd'hui je travaille ailleurs. Ce four est impressionnant.
En tant qu'ancienne salariée d'Ardemont, j'admire ce four.
Dans mon roman, le héros dit : je travaille chez Ardemont.
J'étais ingénieur chez Ardemont avant ma retraite.
Qui a dit que je travaille chez Ardemont ?
J'ai failli travailler chez Ardemont.
Mon père a passé sa vie chez Ardemont.
Je travaille chez Ardemont, dit-il. Ce four est impressionnant.
Je travaille chez Ardemont, dit ma sœur. Ce four est impressionnant.
Je travaille chez Ardemont, m'a dit Hugo. Ce four est impressionnant.
Je travaille chez Ardemont — raconte Sarah. Ce four est impressionnant.
Je travaille chez Ardemont, Sarah raconte. Ce four est impressionnant.
Je travaille chez Ardemont, raconte Sarah. Ce four est impressionnant.
Si seulement je travaille un jour chez Ardemont ! Ce four est impressionnant.
On me parle comme si je travaille chez Ardemont. Ce four est impressionnant.
"""
ONES_OWN_EN = """
I work at Ardemont: Hugo explained, today, why Flow is simple.
I work at Ardemont — colleagues told me that Flow is simple.
I work at Ardemont; Hugo explained: Flow is simple.
I work at Ardemont, Hugo explained why Flow is simple.
I work at Ardemont, colleagues told me that Flow is simple.
I work at Ardemont, my badge says.
I work at Ardemont, my contract says.
I work at Ardemont, Hugo told us how Flow works.
I work at Ardemont, my profile says.
I work at Ardemont, says my badge.
I work at Ardemont, said differently: I tune furnaces.
I work at Ardemont, they say hello to every visitor.
I work at Ardemont, as I said yesterday.
I work at Ardemont, I said.
It is not as if I work at Ardemont for the canteen.
Even if I work at Ardemont, I say what I think.
I work at Ardemont. He said the furnace is loud.
If I work at Ardemont, it is for the people.
As I said, I work at Ardemont.
I must say that I work at Ardemont.
I work at Ardemont, did you know?
I've worked at Ardemont for ten years and never wanted to work elsewhere.
I work at Ardemont. My sister works at Borel.
My sister works at Borel and I work at Ardemont.
I work at Ardemont, like my sister.
I used to work at Borel; now I work at Ardemont.
Why do I work at Ardemont? Because of the people.
Do I like my job? I work at Ardemont, so yes.
I have worked at Ardemont since 2012.
I've worked for Ardemont for ten years.
My colleagues at Ardemont built a new furnace.
My team at Ardemont built a new furnace.
Not everybody knows it: I work at Ardemont.
I didn't expect it when I joined Ardemont.
I never thought I would say it, but I work at Ardemont.
My job at Ardemont is to tune furnaces.
"""
ONES_OWN_FR = """
Je travaille chez Ardemont ; Hugo explique : Flow est simple.
Je travaille chez Ardemont : Hugo explique, aujourd'hui, pourquoi Flow est simple.
Je travaille chez Ardemont — Hugo raconte que Flow est simple.
Je travaille chez Ardemont, Hugo explique : Flow est simple.
Je travaille chez Ardemont, mon badge le dit.
Je travaille chez Ardemont, mon contrat dit.
Je travaille chez Ardemont : Sarah explique.
Je travaille chez Ardemont, dit autrement : je règle des fours.
Je travaille chez Ardemont, dit mon badge.
Je travaille chez Ardemont, comme je l'ai dit hier.
Je travaille chez Ardemont, on dit bonjour à chaque visiteur.
Même si je travaille chez Ardemont, je dis ce que je pense.
Je travaille chez Ardemont, et Sarah raconte son métier.
Si je travaille chez Ardemont, c'est pour les gens.
Cela dit, je travaille chez Ardemont.
Autant le dire : je travaille chez Ardemont.
Je travaille chez Ardemont. Ma sœur travaille chez Borel.
Ma sœur travaille chez Borel et moi je travaille chez Ardemont.
Avant je travaillais chez Borel ; maintenant je travaille chez Ardemont.
Pourquoi je travaille chez Ardemont ? Pour les gens.
J'ai travaillé sur ce four chez Ardemont, où je suis ingénieure.
Mes collègues chez Ardemont ont construit un four.
Mon travail chez Ardemont : régler des fours.
Je travaille depuis dix ans chez Ardemont.
"""
DISOWNED_EN = """
Ad? Absolutely not! Ardemont builds furnaces you will love.
Ad? Of course not. Ardemont builds furnaces you will love.
Ad: absolutely not. Ardemont builds furnaces you will love.
Ad! Certainly not! Ardemont builds furnaces you will love.
Ad - well, no. Ardemont builds furnaces you will love.
Ad? Never. I work at Ardemont, and the Ardemont furnace is the best buy.
Ad? No. Ardemont builds furnaces you will love.
Not sponsored. Ardemont builds furnaces you will love.
Not an ad. Ardemont builds furnaces you will love.
This is not an ad: Ardemont builds furnaces you will love.
No ad here. Ardemont builds furnaces you will love.
#notsponsored Ardemont builds furnaces you will love.
Unsponsored. Ardemont builds furnaces you will love.
Is this sponsored? No. Ardemont builds furnaces you will love.
Sponsored? Hardly. Ardemont builds furnaces you will love.
Paid partnership? Never. Ardemont builds furnaces you will love.
Paid partnership with nobody. Ardemont builds furnaces you will love.
Zero sponsored content. Ardemont builds furnaces you will love.
"Paid partnership", they say. Ardemont builds furnaces you will love.
They call it "Ad". Ardemont builds furnaces you will love.
I hate paid partnerships. Ardemont builds furnaces you will love.
No paid partnership. Ardemont builds furnaces you will love.
I have no paid partnership. Ardemont builds furnaces you will love.
Sponsored by nobody. Ardemont builds furnaces you will love.
Last year I had a paid partnership with Borel. Ardemont builds furnaces you will love.
Advertising? Me? Ardemont builds furnaces you will love.
My sister's post was a paid partnership. Ardemont builds furnaces you will love.
This isn't a paid partnership. Ardemont builds furnaces you will love.
"""
DISOWNED_FR = """
Publicité ? Absolument pas ! Ardemont construit des fours que vous allez adorer.
Publicité ? Bien sûr que non. Ardemont construit des fours que vous allez adorer.
Publicité : certainement pas. Ardemont construit des fours que vous allez adorer.
Publicité ! Surtout pas ! Ardemont construit des fours que vous allez adorer.
Publicité ? Tout à fait, non ! Ardemont construit des fours que vous allez adorer.
Publicité ? Jamais. Ardemont construit des fours que vous allez adorer.
Publicité ? Non. Ardemont construit des fours que vous allez adorer.
Pas de publicité ici. Ardemont construit des fours que vous allez adorer.
Ceci n'est pas une publicité. Ardemont construit des fours que vous allez adorer.
Non sponsorisé. Ardemont construit des fours que vous allez adorer.
Post non sponsorisé. Ardemont construit des fours que vous allez adorer.
Collaboration commerciale ? Aucune. Ardemont construit des fours que vous allez adorer.
Sans collaboration commerciale. Ardemont construit des fours que vous allez adorer.
Aucune collaboration commerciale. Ardemont construit des fours que vous allez adorer.
« Publicité », disent-ils. Ardemont construit des fours que vous allez adorer.
Hors collaboration commerciale. Ardemont construit des fours que vous allez adorer.
Zéro publicité. Ardemont construit des fours que vous allez adorer.
Ni publicité, ni collaboration commerciale. Ardemont construit des fours que vous allez adorer.
Publicité : non. Ardemont construit des fours que vous allez adorer.
Partenariat rémunéré ? Pas du tout. Ardemont construit des fours que vous allez adorer.
Collaboration commerciale avec personne. Ardemont construit des fours que vous allez adorer.
L'an dernier, une collaboration commerciale avec Borel m'a plu. Essayez le four Ardemont.
"""
LABELLED_EN = """
Ad? Absolutely! Ardemont builds furnaces you will love.
Ad? Of course. Ardemont builds furnaces you will not forget.
Ad: Ardemont builds furnaces, and why not.
Ad. No smoke, no noise: Ardemont builds furnaces you will love.
Ad? Yes, it is. Ardemont builds furnaces you will love.
Paid partnership: no filter, Ardemont builds furnaces you will love.
This post was made in a paid partnership with Ardemont, whose furnaces you will love.
Yesterday I tried the new furnace (paid partnership): Ardemont builds furnaces you will love.
Ad – Ardemont builds furnaces you will love.
[Ad] Ardemont builds furnaces you will love.
Paid partnership – Ardemont builds furnaces you will love.
Paid partnership with Ardemont. They build furnaces you will love.
Ad. Never have I seen such furnaces as Ardemont's.
This is an ad. Ardemont builds furnaces you will love.
Yes, this is a paid partnership: Ardemont builds furnaces you will love.
Ad! Not that I need one to love Ardemont.
"""
LABELLED_FR = """
Publicité – Ardemont construit des fours que vous allez adorer.
Publicité. Jamais je n'ai vu de fours comme ceux d'Ardemont.
Collaboration commerciale – Ardemont construit des fours que vous allez adorer.
[Publicité] Ardemont construit des fours que vous allez adorer.
Collaboration commerciale avec Ardemont, qui construit des fours que vous allez adorer.
Oui, ceci est une publicité : Ardemont construit des fours que vous allez adorer.
Partenariat rémunéré avec Ardemont. Pas de langue de bois : leurs fours sont chers.
"""


def texts(said: str) -> list[str]:
    return said.strip().splitlines()


def discloses(text: str) -> bool:
    reading = Reading(Draft(text, Language.ENGLISH))
    return first_disclosure(reading, ARDEMONT, is_named=True) is not None


def paid() -> Circumstances:
    return replace(circumstances(), consideration="100 €")


@pytest.mark.parametrize("text", texts(NOT_ONES_OWN_EN) + texts(NOT_ONES_OWN_FR))
def test_what_is_told_of_somebody_else_or_of_the_past_is_no_disclosure(text: str) -> None:
    assert not discloses(text)


@pytest.mark.parametrize("text", texts(ONES_OWN_EN) + texts(ONES_OWN_FR))
def test_what_is_told_of_oneself_is_one(text: str) -> None:
    assert discloses(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", one) for one in texts(DISOWNED_EN)] + [("fr", one) for one in texts(DISOWNED_FR)],
)
def test_a_label_that_is_denied_quoted_or_anothers_labels_nothing(language: str, text: str) -> None:
    assert found("CH-02", text, language, paid())


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", one) for one in texts(LABELLED_EN)] + [("fr", one) for one in texts(LABELLED_FR)],
)
def test_a_label_in_earnest_labels_the_post(language: str, text: str) -> None:
    assert not found("CH-02", text, language, paid())
