"""What a model is told of its text when it is no draft, beside the words that it is about."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from domain.language import Bilingual
from domain.misuses import Misuse


class Defect(StrEnum):
    """Why a text is no draft; the value is what an error says."""

    EMPTY = "empty"
    TOO_LONG = "too long"
    SAME = "the same text again"
    PROMPT_MARKS = "written with the marks of the prompt"
    INSTRUCTIONS = "a piece of its own instructions"
    OLD_POST = "a piece of an old post"
    LANGUAGE = "not in the language asked for"
    MIXED = "partly in another language"
    TALK = "a refusal, a question back or a word about the task"
    WRAPPED = "wrapped in an announcement, a label or an offer"
    TOKENS = "written with the tokens of a chat or a thought told aloud"
    MARKUP = "written in Markdown or HTML"
    FOREIGN_MARKS = "with marks to fill that are not ours"
    SWAPPED = "with the two figures of a change in each other's place"
    MOVED = "with a figure of one thing told of another"
    CONTRARY = "with the contrary of what was given"
    LINK = "with a link that was not given"
    RESULT = "with a result that its material does not tell"
    STEP = "with a step that its material does not tell"
    OF_ITS_AUTHOR = "about its own author, as about somebody else"
    NEVER = "about what its author never speaks of, or in words they never use"
    CUT = "cut off"
    LOOP = "the same words over and over"
    SHOUTED = "in capitals"
    OVERLONG = "far over the length asked for"
    UNDISCLOSED = "about its author's employer, who is not named"
    ADDRESS = "with two ways to address its reader"
    HOLLOW = "with a question at its end that asks nothing"


@dataclass(frozen=True, slots=True)
class Flaw:
    """One defect of a text: the words it is about, and what was given that tells it right.

    Both are quoted to the model alone, never in an error.
    """

    defect: Defect
    words: str | None = None
    given: str | None = None


# To these the question is put again as it was: the text itself would be no help, or harm.
ASKED_ANEW = frozenset(
    {Defect.EMPTY, Defect.TOO_LONG, Defect.SAME, Defect.INSTRUCTIONS, Defect.LOOP}
)

# Told once: a text that keeps them may still be reviewed.
MILD = frozenset({Defect.HOLLOW, Defect.ADDRESS})

# Nothing of them is worth keeping.
NO_POST = frozenset({Defect.LANGUAGE, Defect.TALK})

OF_MISUSE: Mapping[Misuse, Defect] = MappingProxyType(
    {
        Misuse.SWAPPED: Defect.SWAPPED,
        Misuse.MOVED: Defect.MOVED,
        Misuse.CONTRARY: Defect.CONTRARY,
        Misuse.LINK: Defect.LINK,
        Misuse.RESULT: Defect.RESULT,
        Misuse.STEP: Defect.STEP,
    }
)

TOLD: Mapping[Defect, Bilingual] = MappingProxyType(
    {
        Defect.PROMPT_MARKS: Bilingual(
            fr="Le texte porte des marques entre chevrons, qui ne sont que pour toi.",
            en="The text bears marks in angle brackets, which are for you alone.",
        ),
        Defect.OLD_POST: Bilingual(
            fr="Le texte reprend plus de huit mots de suite d’un ancien post : dis-le autrement.",
            en="The text takes more than eight words in a row from an old post: say it otherwise.",
        ),
        Defect.LANGUAGE: Bilingual(
            fr="Le texte n’est pas en français : écris tout le post en français.",
            en="The text is not in English: write the whole post in English.",
        ),
        Defect.MIXED: Bilingual(
            fr="Une partie du texte est dans une autre langue : tout le post est en français.",
            en="Part of the text is in another language: the whole post is in English.",
        ),
        Defect.TALK: Bilingual(
            fr="Ce n’est pas un post : le texte refuse, interroge ou parle de la tâche. Écris le"
            " post seul, avec ce que la source donne ; si la matière est mince, écris-le court.",
            en="This is no post: the text refuses, asks back or speaks of the task. Write the post"
            " alone, from what the source gives; if the material is thin, write a short one.",
        ),
        Defect.WRAPPED: Bilingual(
            fr="Le post est entouré d’une annonce, d’un titre de rubrique, d’une offre ou d’une"
            " seconde version : rends un seul post et rien autour.",
            en="The post stands in an announcement, a label, an offer or beside a second version:"
            " give one post and nothing around it.",
        ),
        Defect.TOKENS: Bilingual(
            fr="Le texte porte des marques techniques ou une réflexion : rends le post seul.",
            en="The text bears technical marks or a train of thought: give the post alone.",
        ),
        Defect.MARKUP: Bilingual(
            fr="Le texte porte du Markdown, du HTML ou des caractères échappés, que le réseau"
            " montrerait tels quels : écris en texte simple.",
            en="The text bears Markdown, HTML or escaped signs, which the network would show as"
            " they are: write plain text.",
        ),
        Defect.FOREIGN_MARKS: Bilingual(
            fr="Le texte porte une marque à remplir d’une autre forme que celle des règles : prends"
            " celle-là, ou passe-t’en.",
            en="The text bears a mark to fill in another form than the rules give: use that one, or"
            " do without.",
        ),
        Defect.SWAPPED: Bilingual(
            fr="Deux chiffres ont échangé leur place : ce qui était avant est dit comme ce qui est"
            " maintenant. Relis la source.",
            en="Two figures have changed places: what was before is told as what is now. Read the"
            " source again.",
        ),
        Defect.MOVED: Bilingual(
            fr="Un chiffre ou une date est dit d’autre chose que dans la source : relis ce qu’il"
            " compte.",
            en="A figure or a date of the source is told of something else than in the source: read"
            " again what it counts.",
        ),
        Defect.CONTRARY: Bilingual(
            fr="Le texte dit le contraire de la source : ce qui y monte baisse, ou ce qu’elle nie"
            " est affirmé. Relis-la.",
            en="The text says the contrary of the source: what rises there falls, or what it denies"
            " is asserted. Read it again.",
        ),
        Defect.LINK: Bilingual(
            fr="Le texte porte un lien que personne n’a donné : garde le lien donné tel quel, ou"
            " aucun.",
            en="The text bears a link that nobody gave: keep the given link as it is, or none.",
        ),
        Defect.RESULT: Bilingual(
            fr="Le texte annonce un effet, ou cite une autorité, que ni la source ni les notes ne"
            " disent : retire-le.",
            en="The text announces an effect, or cites an authority, that neither source nor notes"
            " tell: drop it.",
        ),
        Defect.STEP: Bilingual(
            fr="Cette étape, ou ce point de la liste, n’est ni dans la source ni dans les notes :"
            " retire-le, sans en mettre un autre à la place.",
            en="This step, or item of the list, is neither in the source nor in the notes: take it"
            " out, with no other in its place.",
        ),
        Defect.OF_ITS_AUTHOR: Bilingual(
            fr="Le texte parle de la personne qui publie comme d’une autre : dis-le à la première"
            " personne si une note le dit, sinon retire-le.",
            en="The text speaks of the person who publishes as of somebody else: say it in the"
            " first person if a note says it, take it out otherwise.",
        ),
        Defect.NEVER: Bilingual(
            fr="Le texte touche un sujet dont l’auteur ne parle pas, ou un mot qu’il n’écrit"
            " jamais.",
            en="The text touches a topic the author does not speak about, or a word they never"
            " use.",
        ),
        Defect.CUT: Bilingual(
            fr="Le texte s’arrête au milieu d’une phrase : finis-la.",
            en="The text stops in the middle of a sentence: finish it.",
        ),
        Defect.SHOUTED: Bilingual(
            fr="Le texte est en capitales : écris en minuscules.",
            en="The text is in capitals: write in lower case.",
        ),
        Defect.OVERLONG: Bilingual(
            fr="Le texte dépasse de loin la longueur demandée : raccourcis-le.",
            en="The text is far over the length asked for: make it shorter.",
        ),
        Defect.UNDISCLOSED: Bilingual(
            fr="Le texte ne dit pas où travaille la personne : dis-le dans l’une des deux premières"
            " phrases, avec le nom exact de l’employeur.",
            en="The text does not say where the person works: say it in one of the first two"
            " sentences, with the employer's exact name.",
        ),
        Defect.ADDRESS: Bilingual(
            fr="Le texte dit « tu » et « vous » aux mêmes gens : un seul des deux, partout ; change"
            " les mots montrés.",
            en="The text says “tu” and “vous” to the same people: one of the two throughout; change"
            " the words shown.",
        ),
        Defect.HOLLOW: Bilingual(
            fr="La question de la fin est creuse : ôte-la, ou finis sur un fait.",
            en="The question at the end is hollow: take it out, or end on a fact.",
        ),
    }
)
