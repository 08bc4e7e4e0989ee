"""How a note tells whoever writes what to do: the words of form, tone and length, and the orders.

An order is a verb of writing with what is written ("écris un post drôle"), or another verb with
what only a draft has ("make it funny", "mets une blague"). Readers are told many things too, but
not these: "Évitez les fuites", "Keep it simple: clean the sensor". Every pattern is matched at one
place and looks a bounded number of words ahead.
"""

import re
from typing import Final

from personalizer.wished_limits import BOUND, IN, LIMIT


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE | re.VERBOSE)


_LENGTH: Final = r"(?:courte?|br[eè]ve|bref|concise?|short(?:er)?|brief(?:er)?|long(?:ue|er)?)"
# In the singular: a reader is told to be brief in the plural, a draft is one.
_TONE: Final = rf"""(?:{_LENGTH}|dr[oô]le|humoristique|l[ée]g[eè]re?|fun|marrante?|enthousiaste
    |d[ée]contract[ée]e?|d[ée]tendue?|cool|formel(?:le)?|informel(?:le)?|s[ée]rieu(?:x|se)
    |pro(?:fessionnel(?:le)?)?|chaleureu(?:x|se)|sobre|punchy|dynamique|percutante?|intime
    |amicale?|famili(?:er|ère)|enjou[ée]e?|inspirante?|po[ée]tique|engageante?|ironique
    |accrocheu(?:r|se)|vivante?|naturel(?:le)?|p[ée]dagogique|convivial(?:e)?
    |personnel(?:le)?|technique|factuel(?:le)?|personal|technical|factual
    |funny|humou?rous|witty|light(?:er|-?hearted)?|playful|enthusiastic|casual|formal|informal
    |serious|professional|warm(?:er)?|catchy|snappy|friendl(?:y|ier)|conversational|upbeat
    |inspiring|poetic|lively|engaging|ironic|relaxed|chatty|energetic)(?![\w-])"""
_DEGREE: Final = r"""(?:(?:un[ ]|tout[ ]|a[ ])?(?:petit[ ])?(?:(?:peu|bit|little|beaucoup
      |much)[ ])?
    (?:(?:plus|moins|très|bien|assez|super|plutôt|vraiment|more|less|very|quite|really
      |rather)[ ])?)"""
_MARKS: Final = r"(?:[eé]mojis?|[eé]motic[oô]nes?|emoticons?|smileys?|hashtags?|mots?-dièses?)"
_TONES: Final = rf"{_DEGREE}{_TONE}(?:(?:[ ]?,[ ]?|[ ]et[ ]|[ ]and[ ]){_DEGREE}{_TONE}){{0,4}}"
# Care and work are human and direct as well: these are tones where a draft is named beside them.
_CARING: Final = r"(?:humaine?|directe?|positi(?:f|ve)|human|positive)(?![\w-])"
_TONED: Final = rf"(?:{_TONES}|{_DEGREE}{_CARING})"
_POST: Final = r"""(?:posts?|publications?|tweets?|brouillons?|drafts?|po[èe]mes?|poems?
    |ha[iï]kus?)(?![\w-])"""
# Readers write messages and texts as well: these are drafts where a tone goes with them.
_TEXT: Final = (
    r"(?:messages?|textes?|texts?|titres?|accroches?|légendes?|captions?|hooks?)(?![\w-])"
)
_MANNER: Final = r"(?:ton|style|registre|tonalité|tone|voice)(?![\w-])"
_FEW: Final = r"(?:[ ][^\s.!?;:]+){0,4}?"

_WRITE: Final = rf"""(?:
    (?:(?:ré)?[ée]cri(?:s|vez|re)|rédige[rz]?|compose[rz]?|génère|génére[rz]|propose[rz]?
      |fai(?:s|re)|faites)
      (?:[ -](?:moi|nous))?(?:[ ](?:plutôt|juste|donc))?[ ](?:un|une|le|la|ce|cet|cette|mon)
      (?:{_FEW}[ ]{_POST}|{_FEW}[ ]{_TEXT}[ ]{_TONES}|[ ]{_TEXT}$)
    |(?:ré)?[ée]cri(?:s|vez|re)[ ](?:(?:avec|dans|sur)[ ](?:un|une)[ ]{_MANNER}|comme[ ]si
      |en[ ](?:anglais|français)(?!\w)
      |à[ ]la[ ]première[ ]personne)
    |(?:reformule|raccourci[st]?|traduis|réécris|résume|raccourcissez|reformulez|réécrivez)
      (?:-l[ea])?(?:[ ](?:le|la|ce|mon)[ ](?:{_POST}|{_TEXT}))?(?=[ ]?[.!,]|[ ](?:et|en|stp
      |svp)\b|$)
    |(?:re)?(?:write|draft|compose|generate|create)(?:[ ](?:me|us))?[ ](?:an?|the|this|my)
      (?:{_FEW}[ ]{_POST}|[ ]{_TONES}[ ]{_TEXT})
    |(?:re)?write[ ](?:it(?![ ]down)|this|in[ ](?:english|french)|as[ ]if|like[ ]an?
      |(?:in|with)[ ]an?{_FEW}[ ]{_MANNER})(?!\w)
    |(?:rephrase|reword|shorten|translate|summari[sz]e|rewrite)
      (?:[ ](?:it|this|(?:the|my|this)[ ](?:{_POST}|{_TEXT})))?(?=[ ]?[.!,]|[ ](?:and|in
      |please)\b|$)
    |(?:ignore[rz]?|oublie[rz]?)[ ](?:toutes[ ])?(?:(?:tes|vos)[ ](?:instructions|consignes
      |règles)|les[ ](?:instructions|consignes|règles)[ ](?:précédentes|ci-dessus|d['’]avant))
    |(?:ignore|disregard|forget)[ ](?:(?:all|any|the|your|these|of)[ ]){{0,3}}
      (?:(?:previous|prior|earlier|above|preceding)[ ](?:instructions|rules|prompts?)
      |(?:(?<=all[ ])|(?<=your[ ]))(?:instructions|prompts?))
    )"""
_THING: Final = rf"""(?:{_MARKS}|(?:l['’])?humour|humor|blagues?|jokes?|puns?|jeux?[ ]de[ ]mots
    |questions?|appels?[ ]à[ ]l['’]action|calls?[ ]to[ ]action|puces|bullet[ ]points?|accroche
      |hook
    |phrases?[ ](?:plus[ ])?courtes?|short(?:er)?[ ]sentences
    |points?[ ]d['’]exclamation|exclamation[ ](?:marks?|points?)|citation|quote
    |{_MANNER}(?:[ ]{_TONED})?|{_TONED}[ ]{_MANNER}|{_TONED}[ ]{_POST})(?![\w-])"""
_SMALL: Final = r"""(?:(?:un|une|des|de|du|le|la|les|ton|par|avec|sur|quelques?|pas|trop
      |beaucoup|plus|moins
    |petite?s?|bonne?s?|touche|aucun|peu|an?|some|any|more|few|fewer|less|too|many|the|with
      |good|little
    |bit|of|on)[ ]|d['’]|de[ ]l['’]){0,5}"""
_DO: Final = rf"""(?:
    (?:fai(?:s|re)|faites|rends|rendez|rendre|reste[rz]?|sois
      |soyez)(?:-l[ea])?[ ](?:(?:ça[ ])?{_TONES}
      |(?:le|la|ce|mon)[ ](?:{_POST}|{_TEXT})[ ]{_TONED})
    |(?:(?:ne?[ ]|n['’]))?(?:pas[ ])?(?:mets|mettez|mettre|ajoute[rz]?|utilise[rz]?|emploie
      |employez|garde[rz]?
      |adopte[rz]?|prends|prenez|évite[rz]?|enlève|enlevez|supprime[rz]?|retire[rz]?
      |commence[rz]?
      |termine[rz]?|finis|finissez|finir|glisse[rz]?)(?:-(?:y|moi))?[ ]{_SMALL}{_THING}
    |(?:make|keep)[ ](?:(?:it|this)[ ]{_TONES}
      |(?:this|the|my)[ ](?:{_POST}|{_TEXT}|{_MANNER})[ ]{_TONED})
    |(?:be|sound)[ ]{_TONES}
    |(?:(?:do[ ]not|don['’]?t)[ ])?(?:use|add|include|put|insert|avoid|drop|remove|skip|adopt
      |keep
      |start|begin|open|end|finish|close)(?:[ ]in)?[ ]{_SMALL}{_THING}
    )"""
_MENTION: Final = r"""(?:mentionne[rz]?[ ](?!par\b|que[ ]c|une?[ ]fois)\S|parle[ ](?:bien[ ]
      |aussi[ ]|surtout[ ])?de[ ](?:mon|ma|mes|moi|notre|nos)\b
    |n['’]oublie(?:z)?[ ]pas[ ]de[ ](?:mentionner|citer|parler[ ]de)\b
    |(?:don['’]?t[ ]forget[ ]to[ ])?mention[ ](?:my|our|me|us|that|(?-i:[A-ZÀ-Þ]))
      |talk[ ]about[ ](?:my|me)\b(?:[ ]\w+){0,3}[ ]?[.!]*$)"""
_ADDRESS: Final = r"""(?:(?:tutoie|vouvoie)(?:[rsz]|ment)?(?:-les)?
      (?:[ ](?:les[ ](?:gens|lecteurs|candidats)|tout[ ]le[ ]monde|le[ ]lecteur))?
    |(?:au|avec[ ]le|utilise[rz]?[ ]le|dis|passe[ ]au|en)[ ](?:tu|vous|tutoiement|vouvoiement))"""
_ENDS: Final = r"""(?=[ ]?[.!?,;…)]|[ ]?$|[ ](?:et|mais|and|but|puis|then|stp|svp|s['’]il
      |please|à[ ]la[ ]fin|au[ ]début
    |at[ ]the[ ](?:end|start|beginning)|dans[ ](?:le|ce|mon)|in[ ](?:the|this|my)|pour|for|sur
      |about)\b)"""
_ASKED: Final = r"""(?:(?:est-ce[ ]que[ ])?(?:tu[ ](?:peux|pourrais)|vous[ ](?:pouvez
      |pourriez))
    |(?:peux|pourrais|pouvez|pourriez)-(?:tu|vous)|merci[ ]de|(?:can|could
      |would)[ ]you(?:[ ]please)?
    |i(?:['’]d[ ]like|[ ]want|[ ]would[ ]like)[ ]you[ ]to)[ ](?:me[ ]|plutôt[ ])?"""
# A voice on the phone and the tone of letters are wanted, too.
_ALONE: Final = rf"""(?=[ ]?[.!?,;…]|$|[ ](?:stp|svp|please|et|and)\b
    |[ ](?:pour|dans|for|in)[ ](?:ce|le|mon|this|the|my)[ ]{_POST})"""
_WANTED: Final = rf"""(?:je[ ](?:veux|voudrais|souhaite)|j['’]aimerais
      |il[ ]me[ ]faut(?:drait)?|donne[- ]moi
    |i(?:['’]d[ ]like|[ ]want|[ ]would[ ]like|[ ]need)|give[ ]me)[ ](?:un|une|an?)[ ]
    (?:(?:{_TONED}[ ](?:{_TEXT}|{_MANNER})|(?:{_TEXT}|{_MANNER})[ ]{_TONED}){_ALONE}
      |{_TONED}[ ]{_POST}|{_POST}[ ]{_TONED}
      |{_POST}(?=[ ]?[.!?,;…]|$|[ ](?:sur|about|on|for|pour|qui|que|with|avec|stp|please)\b))"""
_POLITE: Final = r"(?:stp|svp|s['’]il[ ](?:te|vous)[ ]pla[iî]t|please|pls|plz)"

# "Écrire un post me prend deux heures": a verb that is what is spoken about.
_SUBJECT: Final = r"""\w+(?:er|re|ir)[ ][^.!?]{0,80}?[ ,](?:(?:c|m|n)['’]|(?:ce|ça|est|était|me
      |nous|prend
    |demande|reste|permet|aide|fait)[ ])"""
# "Ignore les règles et tu te blesses": what comes of it is told.
_AND_THEN: Final = r"""[^.!?]{0,60}[ ](?:and|et)[ ](?:people|you|they|everyone|everybody|tu
    |vous|on|les[ ]gens|tout[ ]le[ ]monde)[ ]"""
_ORDER: Final = rf"""(?!{_SUBJECT})(?!{_AND_THEN})(?:{_ASKED})?
    (?:{_WRITE}|{_WANTED}|{_MENTION}|(?:{_DO}|{_ADDRESS}){_ENDS})"""
# What is told by a verb stands at the beginning of a sentence or of a part of one.
ORDER: Final = _pattern(rf"(?:(?:{_POLITE}|ok|alors)[ ]?,?[ ])?{_ORDER}")
_BARE: Final = rf"""(?:(?:(?:sur|dans|avec|in)[ ](?:un|une|an?)[ ])?(?:{_MANNER}|format
      |version|longueur|post|texte)[ ]?:?[ ]?{_TONED}
    |(?:in[ ]an?[ ])?{_TONED}[ ](?:{_MANNER}|post|text)
    |(?:un[ ]peu[ ]|beaucoup[ ]|bien[ ]|a[ ](?:bit|little)[ ]|much[ ])?(?:plus|moins|more
      |less)[ ]{_TONE}(?:[ ](?:et|and)[ ]{_TONES})?
    |(?:a[ ](?:bit|little)[ ])?(?:shorter|longer)
    |(?!bref[ ]?(?:[.!…,]|$)){_LENGTH}(?:[ ](?:et|and)[ ]{_TONES})?
    |(?:sans|pas[ ]d(?:e[ ]|['’])|aucun[ ]|zéro[ ]|ni[ ]|no[ ]|without[ ](?:any[ ])?|zero[ ]
      |avec[ ](?:des[ ])?|with[ ](?:some[ ])?
      |moins[ ]d(?:e[ ]|['’])|fewer[ ]|less[ ])[ ]?(?:trop[ ]d(?:e[ ]|['’]))?{_MARKS}
      (?:[ ](?:ni|ou|et|or|nor|and)[ ](?:de[ ]|d['’])?{_MARKS})?
    |(?:avec[ ]|with[ ])?(?:un[ ]peu[ ]d['’]|plus[ ]d['’]|a[ ](?:bit|little|touch)[ ]of[ ]
      |some[ ]|more[ ])humou?r
    |(?:sans|pas[ ]de|no|zero|zéro)[ ](?:trop[ ]de[ ])?jargon
    |(?:in|en)[ ](?:english|french|anglais|français)
    |{LIMIT})"""
_AND: Final = r"(?:[ ]?[,;][ ]?|[ ](?:et|and|mais|but)[ ])(?:et[ ]|and[ ])?"
# What is told by no verb is an order where it is all that a sentence says.
BARE: Final = _pattern(
    rf"""(?:{_POLITE}[ ]?,?[ ])?{_BARE}(?:{_AND}(?:{_BARE}|{_ORDER})){{0,4}}
    (?:[ ]?,?[ ]?{_POLITE})?[ ]?[.!…]*$"""
)
LIMITED: Final = _pattern(rf"(?:{_POLITE}[ ]?,?[ ])?{LIMIT}(?!\w)")
# A limit that a writer is set: the most, or "en", "in".
SET: Final = _pattern(rf"(?:{_POLITE}[ ]?,?[ ])?(?:{IN}|{IN}{{0,2}}{BOUND})")
# Said with a "please", a tone alone is an order.
BEGGED: Final = _pattern(rf"(?:{_POLITE}[ ]?,?[ ]{_TONES}|{_TONES}[ ]?,?[ ]{_POLITE})[ ]?[.!…]*$")
# What only a draft has: its marks, its tone, its humour; or a "please".
OF_A_DRAFT: Final = _pattern(
    rf"\b(?:{_MARKS}|{_MANNER}|humou?r|{_POST}|{_TEXT}|{_POLITE}|{BOUND})\b"
)
# "Mention our team: it won", "dis que je suis fière": what is to be told stands in the order.
NAMES: Final = _pattern(
    r"""(?:(?:don['’]?t[ ]forget[ ]to[ ])?mention
    |mentionne|parle(?:[ ](?:bien|aussi|surtout))?[ ](?:de[ ]|d['’])
    |n['’]oublie[ ]pas[ ]de[ ](?:mentionner|citer|parler[ ]de)|cite)[ ]?
    (?P<named>(?:[^\s:]+[ ]?){1,8}):[ ]"""
)
TELLS: Final = _pattern(
    r"""(?:^|[,;][ ](?:et[ ]|and[ ])?|[ ](?:et|and)[ ])
    (?P<verb>(?:(?:parle[rz]?[ ]du[ ]fait|dis(?:-leur)?|dites(?:-leur)?|mentionne[rz]?|ajoute[rz]?
      |précise[rz]?|rappelle[rz]?|insiste[rz]?[ ]sur[ ]le[ ]fait)[ ](?:bien[ ])?qu(?:e[ ]|['’])
    |(?:say|mention|add|point[ ]out|insist|stress)[ ]that[ ])(?P<told>\S.*))$"""
)
# "Say that you do not know" is told to readers; of its author, only a draft's writer is told.
OF_THE_AUTHOR: Final = _pattern(
    r"(?:je|on|nous|notre|nos|mon|ma|mes|i|we|our|my)\b|j['’]|c['’]est[ ](?:moi|nous)\b"
)
TO_READERS: Final = _pattern(r"(?:tu|t['’]|vous|ton|ta|tes|votre|vos|you|your)\b")
TUTOIE: Final = _pattern(r"\btutoi(?:e|em)|\b(?:au|le|dis|en)[ ]tu\b")
VOUVOIE: Final = _pattern(r"\bvouvoi(?:e|em)|\b(?:au|le|dis|en)[ ]vous\b")
CLOSES_ON_QUESTION: Final = _pattern(
    r"""\b(?:end|finish|close|termine[rz]?|finis(?:sez)?|finir|conclus|avec|with|ajoute[rz]?|add
    |pose[rz]?|ask)[ ](?:(?:it|on|with|par|sur|avec|le|post)[ ]){0,2}(?:une?|a|an)[ ]question\b"""
)
OTHER_LANGUAGE: Final = _pattern(r"\b(?:in|en)[ ](?:english|french|anglais|français)\b")
_NOT: Final = r"""(?:sans|pas[ ]d(?:e[ ]|['’])|aucun[ ]|zéro[ ]|ni[ ]|no[ ]
      |without[ ](?:any[ ])?|zero[ ]|avoid[ ]
    |(?<!n['’])(?<!ne[ ])(?:évite[rz]?|enlève[rz]?|enlevez|retire[rz]?|supprime[rz]?)[ ](?:les[ ])?
    |(?<!not[ ])(?<!n['’]t[ ])(?<!dont[ ])(?:remove|drop|skip)[ ](?:the[ ])?
    |(?<!enlève[ ])(?<!enlevez[ ])(?<!supprime[ ])(?<!retire[ ])(?<!évite[ ])
    (?:pas|not|don['’]?t)[ ](?:mettre[ ]|utiliser[ ]|use[ ]|add[ ]|put[ ])?(?:d['’]|de[ ]
      |des[ ]|les[ ]|any[ ])?)"""
NO_EMOJI: Final = _pattern(rf"{_NOT}[ ]?(?:[eé]mojis?|[eé]motic[oô]nes?|emoticons?|smileys?)")
NO_HASHTAGS: Final = _pattern(
    rf"{_NOT}[ ]?(?:[eé]mojis?[ ](?:ni|or|et|and)[ ](?:de[ ])?)?(?:hashtags?|mots?-dièses?)"
)
SHORTER: Final = _pattern(
    r"(?<!moins[ ])(?<!less[ ])(?<!pas[ ])(?<!pas[ ]plus[ ])(?<!not[ ])(?<!trop[ ])(?<!too[ ])"
    r"(?<!\w)"
    r"(?:courte?|br[eè]ve|bref|concise?|short(?:er)?|brief(?:er)?|raccourcis|raccourcissez|shorten)(?!\w)"
    r"(?![ ]sentences)"
)
