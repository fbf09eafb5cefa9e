"""Page residue in other languages than English: the phrases that sites set around their articles.

As in :mod:`newskit.loaders.residue`, a row is one pattern for a whole line, and no sentence.
"""

from __future__ import annotations

# What ends a label: nothing, or a mark and the headline that it leads to.
_LEADS = r"(?:\W*|\s*[:|»›>–—-]\s*.{1,200})"

# name of the rule, pattern of the whole line (case does not matter)
RESIDUE_ABROAD: tuple[tuple[str, str], ...] = (
    ("also read",
     r"\(?(?:lesen sie (?:auch|hier|mehr|dazu|hierzu)|auch interessant|mehr (?:zum thema"
     r"|dazu|lesen)|das könnte sie (?:auch )?interessieren|(?:à |a )?lire (?:aussi|également)"
     r"|(?:à )?voir aussi"
     r"|sur le même sujet|lea (?:también|además|más)|lee (?:también|además|más)|leer (?:más"
     r"|también)"
     r"|te puede interesar|vea también|leia (?:também|mais)|veja (?:também|mais)|saiba mais"
     r"|você pode gostar|leggi (?:anche|pure|qui)|ti potrebbe interessare|lees (?:ook|meer"
     r"|verder)|läs (?:mer|också|även)|les (?:også|mer)|læs (?:også|mere)|lue (?:myös|lisää)"
     r"|(?:prze)?czytaj (?:także|też|również|więcej)|zobacz (?:też|także|również)"
     r"|читайте (?:также|ещё|еще|далее|подробнее)|читать (?:далее|также)|читайте також"
     r"|ayrıca okuyun|baca (?:juga|selengkapnya)|xem thêm|اقرأ أيضا[ًه]?|इसे भी पढ़ें"
     rf"|यह भी पढ़ें|もっと読む|続きを読む|相关阅读|延伸阅读){_LEADS}"),
    ("advertisement",
     r"[-–—(\s]*(?:anzeige|werbung|publicité|publicidad|publicidade|pubblicità|advertentie"
     r"|reklama|реклама|annons|annonse|annonce|mainos|iklan|reklam|διαφήμιση|إعلان|広告|广告)\W*"),
    ("share",
     r"(?:teilen|partager|compartir|compartilhar|compartilhe|condividi|delen|dela|udostępnij"
     r"|поделиться|paylaş|bagikan)(?: (?:auf|sur|en|no|su|op|på|na|в) \w+| (?:l['’]article"
     r"|artículo|artikel|articolo))?\W*"),
    ("newsletter",
     r"(?:newsletter abonnieren|abonnieren sie|jetzt (?:abonnieren|anmelden|registrieren)"
     r"|s['’](?:abonner|inscrire)|abonnez-vous|inscrivez-vous|suscr[ií]be(?:te|rse)|assine"
     r"|iscriviti|zapisz się|подпи(?:шитесь|саться)|abonneer|meld je aan)(?:\W*"
     r"|\b.{0,60}[^.!?,])"),
    ("reading time",
     r"(?:lesezeit|temps de lecture|tiempo de lectura|tempo d[ei] (?:leitura|lettura)"
     r"|leestijd|lästid|lukuaika|czas czytania|время чтения) ?:? ?.{0,6}\d+.{0,12}"),
    ("photo credit",
     r"\(?(?:fotos?|bild(?:er)?|imagen|imágenes|immagine|crédits?(?: photos?)?|fot\.|фото|quelle"
     r"|fonte|fuente|źródło|источник) ?[:/©] ?.{1,100}[^.!?]"),
    ("navigation",
     r"(?:zum inhalt(?: springen)?|(?:seiten)?navigation(?: überspringen)?|startseite|menü|suche"
     r"|anmelden|einloggen|registrieren|abo(?:nnement)?(?: testen)?|merken|drucken|vorlesen"
     r"|zur merkliste hinzufügen|(?:artikel ?)?zusammenfass(?:en|ung)|nach oben|mehr anzeigen"
     r"|artikel (?:anhören|merken|drucken|verschenken)(?: ?[•|].{0,20})?"
     r"|aller au (?:contenu|menu)(?: principal)?|accueil|se connecter|s['’]identifier|rechercher"
     r"|offrir (?:l['’]|cet )article|ajouter à (?:vos|mes) .{0,30}|envoyer par e-?mail|imprimer"
     r"|écouter (?:l['’]|cet )article.{0,20}|retour en haut(?: de .{0,20})?|ir al contenido|inicio"
     r"|iniciar sesión|buscar|página inicial|accedi|vai al contenuto)\W*"),
    ("navigation",  # at the foot of a page
     r"(?:impressum|datenschutz(?:erklärung|hinweise|einstellungen)?|nutzungsbedingungen|agb"
     r"|barrierefreiheit|jugendschutz|bildrechte|kontakt|hilfe(?: & kontakt)?|cookies & tracking"
     r"|mentions légales|politique de (?:confidentialité|cookies)|conditions générales.{0,20}"
     r"|gestion des cookies|cgu|cgv|plan du site|nous contacter|aide(?: \(faq\))?|aviso legal"
     r"|política de (?:privacidade?|cookies)|términos y condiciones|contacto|note legali)\W*"),
    ("source notice",
     r"über dieses thema berichtete.{0,160}|dieses thema im programm.{0,160}|(?:quelle: ?)?"
     r"[a-z]{2,5}(?:/(?:dpa|afp|reuters|ap|epd|kna|sid))+(?:/\w+)*"),
    ("comments",
     r"diskutieren sie mit|feedback|réagir|contribuer|l['’]espace des contributions .{0,60}"),
    ("comments",
     r"(?:\d+ )?(?:kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties"
     r"|komentarze|комментарии)(?: \(?\d+\)?)?\W*|(?:deja un comentario|deixe um comentário"
     r"|laisser un commentaire|lascia un commento|kommentar (?:schreiben"
     r"|hinterlassen))\b.{0,40}"),
    ("tags", r"(?:schlagw[oö]rter|stichw[oö]rter|themen|mots-clés|etiquetas|temas|palavras-chave"
     r"|теги) ?: ?.{1,200}"),
)  # fmt: skip
