"""What stands between the sentences of a published text: furniture, code, talk of the text itself.

Also how a sentence shows that it leans on the one before it, or is only tied to it by a word.
"""

import re
from typing import Final

from personalizer.pointing_back import points_back
from personalizer.prefiltered import Prefiltered

_FURNITURE: Final = Prefiltered(
    r"cookies?|newsletter|lire (?:la suite|aussi|l['’]article)|read (?:more|on|the full)"
    r"|continue reading"
    r"|tous droits|all rights reserved|copyright|©|crédits? photo|photo (?:by|credit)"
    r"|image (?:by|credit|via)"
    r"|^(?:publié|posté|mis à jour|posted|published|updated|filed|written|écrit|par"
    r"|by)\b[^.]{0,60}\d{4}"
    r"|abonne[zr]|subscrib\w+|sign up|inscrivez-vous|partage[rz] (?:cet|sur)|share this|follow us"
    r"|suivez-nous|contactez-nous|contact us|cliquez|click here|mentions légales|privacy policy"
    r"|commentaires?\b|comments? (?:below|section)|in the comments|\btl;dr|leave a comment|tweet"
    r"|stay tuned|check out|^calling all\b"
    r"|get ready!|^(?:go to|take a look|look at|head (?:over )?to)\b"
    r"|, (?:visit|check out|contact) |\bupcoming posts?\b|\bof (?:the|this|our) series\b"
    r"|\b(?:tomorrow|yesterday|tonight|demain|hier)\b|^today\b|\btoday,? (?:we|they)\b"
    r"|^(?:in the (?:first|second|third|next) post),? we\b"
    r"|^(?:visit|bookmark|check out|learn more|see|read|watch|find out|join us"
    r"|contact|questions\?|interested)\b"
    r"|\bshar(?:e|ing) with you\b|^what follows\b|^ce qui suit\b|\bplus d['’]infos?\b"
    r"|\bvous trouverez\b|\b(?:throughout the|this|next|last) (?:summer|spring|fall|winter)\b"
    r"|^(?:salut|bonjour|coucou|hello|hi|hey)\b|\bclosing time\b|\bdeadline\b"
    r"|\bspace is limited\b|\bregister (?:today|now)\b|\bvous verrez\b"
    r"|\bhead over\b|\bvoici de quoi\b"
    # Neither French nor English.
    r"|\b(?:según|también|nuestr[oa]s?|para el|de los|de las|y cada|así|desde|pero)\b"
    r"|\bon est bons?\b|^si (?:on|nous) résum"
    r"|\bfait le tour\b|\bvous l['’]aurez\b|\bça donne\b|\bif you answered\b"
    r"|, (?:voyons|attaquons|regardons|passons|prenons|parlons|imaginons|commençons|essayons)\b"
    r"|^recently\b|^récemment\b|^get in touch\b|\bqui (?:va|vont) suivre\b"
    r"|\bvoici (?:une?|des|les?|la)\b|, (?:know|note|remember|keep in mind) that\b"
    # Who speaks, or what an item is called, stands before its colon.
    r"|^(?-i:[A-ZÀ-Þ][\w.'’-]*(?: [\w'’-]+){0,3}(?: \([^)]*\))?\s?: [A-ZÀ-Þ“\"])"
    r"|guest post|originally (?:appeared|posted|published)|cross-posted|(?:cet|mon|précédent"
    r"|prochain) (?:article|billet|post)"
    r"|this (?:post|blog|article)|(?:blog )?post (?:series|about)|next (?:post|time)|à bientôt"
    r"|you can (?:read|find|see|download|follow|learn)\b|look(?:ing)? forward to"
    r"|n['’]hésitez|\bplease\b|^(?:apply|register|rsvp|email|download|click)\b|la suite (?:du|de)\b"
    r"|merci de\b|rendez-vous (?:sur|le|en|à)\b",
    re.IGNORECASE,
)
_ELSEWHERE: Final = Prefiltered(
    r"ci-(?:dessous|dessus|contre|après|joint)|plus (?:haut|bas)|(?<!en )suivante?s?\b"
    r"|précéd(?:entes?|ents?|emment)\b"
    r"|(?<!by )(?<!, )\bfollowing\b|(?<!my )(?<!their )(?<!our )\bprevious(?:ly)?\b"
    r"|\b(?:below|above|earlier|aforementioned|respectively|latter"
    r"|former)\b"
    r"|ce(?:s|lui|lle)?(?:-là| derni\w+)|^(?:voici|voilà|et voilà)|\bhere(?:['’]s| are| is)\b"
    r"|comme suit|screenshot"
    r"|capture d|exemple de code|snippet|figure \d|footnote|^[A-Z\d]{1,5}\s?:|\[\^?\w*\]|(?:^"
    r"|\()(?:see|cf\.?|voir) ",
    re.IGNORECASE,
)
# What an author says of the text itself carries nothing outside of it.
_ABOUT_ITSELF: Final = Prefiltered(
    r"^(?!Avons|Sommes|Allons|Options|Versions|Solutions|Actions|Questions|Millions|Dons"
    r"|Fonctions|Raisons)[A-Z]\w{2,}ons\b"
    r"|(?:on|nous|je|vous) (?:va|vais|allons|allez)\s(?:maintenant|ensuite|donc|d['’]abord|devoir"
    r"|pouvoir|avoir besoin)\b|\bpour (?:ce (?:post|billet|tuto\w*)|commencer)\b"
    r"|(?:on|nous|je) (?:va|vais|allons|verrons|verra|vais)\s(?:\w+\s){0,2}?(?:voir|aborder"
    r"|parler|commencer|revenir|essayer|tenter|regarder|attaquer|vous|découvrir|passer|faire|rendre"
    r"|déplacer|ajouter|utiliser|créer|installer|partir|prendre|mettre|écrire)\b"
    r"|\bmauvaise foi\b|^pour mémoire\b|\((?:mais|bon|oui|enfin|eh)\b"
    r"|^(?:exemples?\s?:|assez|à noter|attention|rappel|point important|notez|rassurez-vous|croyez"
    r"|pas de panique|en soi|je vous|envie d\w*|prêts?|eh\b|hé|hop|tadam"
    r"|(?:remplac|lanc|tap|exécut|copi|coll|imagin|suppos|regard|pren|voy)ez)\b"
    r"|^(?:on|vous) (?:note\w*|voi[st]|voyez|verr\w+|remarque\w*|constate\w*|accède\w*) "
    r"|(?:que|qui) (?:vient|venons|allons|vais) (?:de |d['’])?\w+"
    r"|\b(?:as we|as you) (?:said|saw|can see)\b|\bwe (?:just|will now)\b"
    r"|^(?:on|nous|vous) (?:a|avons|avez) (?:\w+ )?(?:vu|parlé|dit|lire|lu|abordé|évoqué|compris"
    r"|remarqué|créé|ajouté|défini|configuré|installé)\b|^maintenant\b|\bmaintenant (?:on|nous) va"
    r"|\b(?:on|vous) (?:remarque|remarquez|constate)\b"
    r"|\bje (?:\w+ ){1,8}vous\b|\bvous (?:\w+ ){0,8}je\b"
    r"|^(?:we|you) (?:have|['’]ve) (?:already )?(?:seen|covered|discussed|read)\b"
    r"|^si (?:on|vous) regarde|contributors? to this|\bcaption\b"
    r"|in a nutshell|let['’]s|we['’]ll (?:look|cover|discuss|talk|explain|share|describe|start"
    r"|go|see|walk)|i['’]ll (?:look|cover|describe|explain|share|walk)"
    r"|^(?:note|as a|as an|like|just like|and that|thanks|welcome|hopefully|stay|editor)\b"
    r"|more information|more about|we['’]d (?:love|like) to",
    re.IGNORECASE,
)
_CODE: Final = Prefiltered(
    r":\w+:|\w#\w|\s-\w\s|[{}<>|=\\`~^_]|;(?! [\wÀ-ÿ])|\w\(|\s\+\s|\(\)|::|//"
    r"|\.\w{2,4}/|--\w|\$[A-Za-z_]|\w\.\w+\(|\w/\w+/|&\w+;"
    # "Node.js" is a name.
    r"|(?<![A-Z][a-z])(?<![A-Z][a-z]{2})(?<![A-Z][a-z]{3})(?<![A-Z][a-z]{4})\.js\b"
    r"|\.(?:css|html|json|py|rb|md|yml|yaml|toml|xml)\b|\.\w{2,4}\.,"
)
_LEANS: Final = Prefiltered(
    r"^(?:(?:although|when|while|if|because|since|as|before|after|once) (?:they|he|she|it)\b"
    r"|(?:quand|si|lorsqu|comme|parce qu|puisqu|bien qu|même s|s)['’ ](?:ils?"
    r"|elles?)\b(?! (?:faut|y a|s['’]agit))"
    r"|(?:en|dans|depuis|le|la|à|in|on|since|by|at|after|for|from|during)\b[^,]{1,40}, (?:ils?"
    r"|elles?|he|she|they)\b(?! (?:y a|faut|s['’]agit))"
    r"|(?:si|quand|lorsque|dès que|if|when|once|where) (?:vous|tu|on|you|we|they)\b[^,]{1,80}"
    r", (?:ils?|elles?|he|she|they|it)\b(?! (?:y a|faut|s['’]agit|suffit|est (?:possible|utile)))"
    r"|(?:\w+ ){1,4}(?:did|does|doing|done) (?:that|so|it|this)\b"
    r"|namely\b|first and foremost|without (?:forgetting|mentioning)|let alone"
    r"|the (?:first|second|third|latter|other) (?:one|way|method|option|approach|step|point)\b"
    r"|sans (?:oublier|compter|parler de)\b|tout d['’]abord|plus qu['’]à\b|question de\b"
    r"|l['’]une?\b|(?:la|le) (?:première|deuxième|seconde?|troisième|dernière)\b"
    r"(?! (?:version|semaine|année|édition))"
    r"|qu['’]|.{0,80}\b(?:donc|du coup)\b|.{0,80}\balors\b(?! qu)|.{0,60}\b(?:ici|here)\b"
    r"|(?:le (?:principe|but|problème|résultat|truc)|l['’](?:idée|intérêt|objectif|avantage"
    r"|inconvénient)|la (?:solution|différence|réponse|raison)|the (?:end |main |basic )?(?:problem"
    r"|solution|idea|answer|goal|result|difference|reason|point|question))(?: principale?)?"
    r" (?:est|étant|c['’]|sera|était|reste|is|was|here)\b"
    r"|.{0,40}\bqui (?:vont|va) suivre\b"
    r"|pour mémoire\b|sans être\b|où\b|what follows\b|for now\b|all throughout"
    r"|.{0,60}\b(?:you already|vous le) (?:know|sav\w+)"
    r"|(?:each|either|none) (?:is|was|has|are)\b|now (?:you|anyone|we|they|it)\b"
    r"|you(?:['’]re| are| aren['’]t| have| haven['’]t| can['’]t) |(?:we|they)['’]ll then\b"
    r"|\w+, (?:and|et)\b|.{0,30}\b(?:yesterday|last week|last month)['’]s (?:post|blog|article)\b"
    r"|(?:when|while|if|because|although|whether|quand|lorsque?|si|parce que|puisque|bien que"
    r"|comme)\b[^,?]*$|rather, "
    r"|.{0,60}\b(?:on the other hand|d['’]un autre côté|de (?:son|leur) côté"
    r"|quant à (?:lui|elle|eux|elles))\b"
    r"|.{0,60}\b(?:just that|in the meantime)\b|.{0,40}\balso\b|.*, (?:however|though|too)[.!]?$"
    r"|(?:son|sa|ses|leurs?|identiques?|autre)\b|.{0,20}\ben effet\b"
    r"|(?:on|vous|nous|tu) (?:ne |n['’])?(?:l['’]|(?:les?|la|lui|y|en) )"
    r"|.{0,25}\b(?:ensuite|dès lors)\b|.{0,80}\ben question\b"
    r"|(?:à moins que|pour que|afin que|alors que|tandis que|sauf si)\b[^,]*$"
    r"|petite?s? \w+\b|un petit\b|(?:plus|pas) d(?:e |['’])|les \w+(?:er|ir|re)\b|peut-être\b"
    r"|(?:dans|pour|avec|selon|si|quand)\b[^,]{1,100}, (?:[^,]{1,40}, )?(?:cela|ça|ceci|celui|celle"
    r"|ceux|celles|c['’](?:est|était))\b"
    r"|(?:visible|disponible|conçue?|née?|apparue?|basée?|inspirée?)s?\b"
    r"|en attendant\b|whereas\b|[^,]{1,40}, où\b[^,]*$|.{0,60}\b(?:encore d['’]autres|tout aussi)\b"
    r"|.{0,30}\bmaintenant\b|.*, maintenant\b|.*\b(?:ça|cela)[.!]?$|pas grand"
    r"|(?![^,]*\b(?:is|are|was|were|has|have|can|will|est|sont|a|ont|était|peut|permet)\b)"
    r"[^,]{1,40}, (?:which|who|qui) [^,]*$"
    r"|une (?:dernière|petite)\b|(?:if|when) (?:that|this)\b"
    r"|an? (?:overview|look|list|guide|summary|example) (?:of|at|for)\b"
    r"|(?:le|la|un|une) \w+ (?:lorsqu|quand|si)\b"
    r"|.{0,60}\bjusqu['’]ici\b|.*\botherwise[.!]?$|how (?:many|much)\b[^?]*$"
    r"|(?:conducted|created|developed|built|designed|launched|improved|added|updated) (?!by\b)"
    r"|.{0,60}\bdoing so\b|.*\bas well[.!]?$|.*\b(?:with|of|for|in|on|at|by|to) that \w+[.!]?$"
    r"|le (?:problème|souci|but|principe|résultat|avantage|inconvénient)\b(?! (?:de|du|des|d['’]))"
    r"|the (?:problem|goal|idea|result|issue|reason|answer|trick|catch) (?:is|was)\b"
    r"|.{0,40}\baussi\b|.{0,45}(?<!\bet )(?<!mais )\bégalement\b|en l['’]occurr?ence\b|parce qu"
    r"|.{0,25}\b(?:pouvez|peut|peux|faut|doit|devez) (?:l['’]|le |la |les )\w+(?:er|ir|re)\b"
    r"|(?:les (?:deux|trois|quatre) (?:derni|premi)|the (?:last|first) (?:two|three|four))"
    r"|on a (?:une?|des|donc|ici)\b|.{0,60}\bcan still\b|(?:if|when) (?:they|we|you) need to,"
    r"|.{0,40}\b(?:on|at) the (?:second|third|fourth|fifth|sixth|seventh) (?:version|round|step)"
    r"|.{0,45}\b(?:cet|cette|ces|cela|ça|ce (?:type|genre|langage|outil|code|fichier|projet"
    r"|module|cas))\b"
    r"|.{0,45}\bthose (?!who\b)[a-z]+|.{0,60}\b(?:this|these) (?!is\b|was\b|year\b"
    r"|week\b|month\b|morning\b|time\b)[a-z]+"
    r"|.{0,60}\bbien d['’]autres\b|(?:le|la|the) (?:premi\w+|first) \w+ (?:est|is)\b"
    r"|(?:next|later|elsewhere|the rest|plus tard|ailleurs|le reste)\b"
    r"|(?:the )?(?:next|first|last|other|large|small|good|old|new|bad|big) ones?\b"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|several|many|most|some|few|others)"
    r" (?:of them|were|was|are|is|have|had|came|went|got)\b"
    r"|(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|certaine?s|d['’]autres)"
    r" (?:d['’]entre|sont|est|étaient|était|ont|a|viennent)\b"
    r"|\w+ées? |cel(?:a|ui|le|les)|ceux|ceci|ça|c['’]|ils?(?! (?:y a|faut|existe|suffit|convient"
    r"|arrive|reste|vaut mieux|n['’]y a|s['’]agit|(?:est|était|sera|serait) (?:possible|utile"
    r"|important|nécessaire|conseillé|préférable|temps|question|facile|difficile|rare|courant)))\b"
    r"|elles?\b"
    r"|(?:pratique|utile|parfait|idéal|génial|sympa|dommage|efficace|simple|facile|impossible"
    r"|handy|useful|nice|great|easy|simple|cool)\b(?!,)(?! \w+s\b)"
    r"|ce (?:sont|n['’]|qui|que)|et\b|ou\b|mais\b|donc\b|or\b|car\b|bref|du coup|ainsi|alors\b"
    r"|aussi\b|puis\b"
    r"|ici\b|(?:pour|avec|sans|malgré|après|avant|comme|dans|à|à partir de|au delà de|en dehors de"
    r"|pour \w+) (?:cela|ça|ceci|ce faire|cet effet|cette fin)\b"
    r"|en (?:effet|fait|revanche|outre|plus|bref|gros|clair|somme)|par (?:contre|exemple"
    r"|ailleurs|conséquent)"
    r"|de (?:plus|même|ce fait)|au (?:final|contraire)|sinon|cependant|pourtant|néanmoins"
    r"|toutefois|d['’]ailleurs"
    r"|une? autre|l['’]autre|les autres|tous (?:deux|ces)|cet|cette|ces|ce\b|là\b|y\b|bon\b|oui"
    r"|non\b|évidemment|bien (?:sûr|entendu)"
    r"|(?:this|that|these|those|it|they|he|she|his|her|their|its|them|such)\b|and\b|or\b|but\b"
    r"|so\b|yet\b|also\b"
    r"|however|therefore|moreover|furthermore|in (?:addition|fact|other|short|turn|this|that"
    r"|these|both)\b|for (?:example|instance|this|that|these)"
    r"|as (?:a result|such|you)|then\b|thus|hence|instead|otherwise|still\b|again\b|additionally"
    r"|similarly|likewise"
    r"|here\b|to (?:this|that) end\b"
    r"|(?:with|from|for|after|before|by|beyond) (?:this|that|these|those)\b"
    r"|meanwhile|finally|another|the (?:same|other|result|second|third|last)\b|both\b|neither"
    r"|either|there(?:fore|by)|yes|no,|of course|luckily|sadly)",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(r"\s\([^()]*\)")
# Words that only tie a sentence to the one before it; what follows them stands alone.
_TIE: Final = re.compile(
    r"^(?:(?:(?:petite )?(?:note|remarque|rappel|précision|astuce|tip)|à noter|nota bene|nb)\s?: "
    r"|(?:de plus|par (?:exemple|ailleurs|conséquent)|en (?:effet|fait|outre|résumé|bref|gros)"
    r"|en (?:conséquence|particulier|clair|d['’]autres termes)|autrement dit|dit autrement"
    r"|plus (?:précisément|généralement|particulièrement|concrètement)|concrètement|notamment"
    r"|dans la même (?:veine|idée)|de la même (?:manière|façon)"
    r"|consequently|accordingly|along (?:similar|the same|these) lines"
    r"|(?:more|most) (?:specifically|generally|broadly|importantly|notably)|specifically|notably"
    r"|in the same (?:vein|way)|on top of that|that said|put simply|simply put|to put it simply"
    r"|ainsi|donc|or|bref|cependant"
    r"|toutefois|néanmoins|enfin|ensuite|d['’]ailleurs|du coup|bien (?:sûr|entendu)|évidemment"
    r"|au final|heureusement"
    r"|pour (?:résumer|rappel|info|information)|however|therefore|moreover|furthermore"
    r"|in (?:addition|fact"
    r"|short|turn|particular|other words)"
    r"|for (?:example|instance)|as a result|thus|hence|additionally|similarly|likewise|meanwhile"
    r"|finally|first|second|third"
    r"|en revanche|par contre|of course|also|and|but|so|then|still|again|instead|luckily"
    r"|unfortunately|fortunately|ultimately"
    r"|basically|in the end|plus), |(?:en revanche|par contre) (?=(?:le|la|les|un|une|des|du) "
    r"|l['’]))",
    re.IGNORECASE,
)


def is_chaff(sentence: str) -> bool:
    """Tell whether a sentence carries nothing outside of the page it stood on."""
    return any(each.search(sentence) for each in (_CODE, _FURNITURE, _ELSEWHERE, _ABOUT_ITSELF))


def leans(sentence: str) -> bool:
    """Tell whether a sentence only makes sense behind the one before it."""
    bare = _BRACKETED.sub("", sentence)
    return points_back(sentence) or any(_LEANS.search(one) for one in (sentence, bare))


def tie_length(sentence: str) -> int:
    """Return how many characters at its beginning only tie a sentence to the one before it."""
    tie = _TIE.search(sentence)
    return tie.end() if tie else 0
