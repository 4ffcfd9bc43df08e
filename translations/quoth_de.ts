<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>QShortcut</name>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Runter</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
</context>
<context>
    <name>Quoth</name>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Quoth::Annotation</name>
    <message>
        <source>a byte order mark was dropped</source>
        <translation>eine Byte-Reihenfolge-Marke (BOM) wurde entfernt</translation>
    </message>
    <message numerus="yes">
        <source>%n line end(s) became LF</source>
        <translation>
            <numerusform>%n Zeilenende wurde zu LF</numerusform>
            <numerusform>%n Zeilenenden wurden zu LF</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invalid character(s) became U+FFFD</source>
        <translation>
            <numerusform>%n ungültiges Zeichen wurde zu U+FFFD</numerusform>
            <numerusform>%n ungültige Zeichen wurden zu U+FFFD</numerusform>
        </translation>
    </message>
    <message>
        <source>The schema has no labels.</source>
        <translation>Das Schema hat keine Labels.</translation>
    </message>
    <message>
        <source>A &quot;%1&quot; is missing or empty in the schema.</source>
        <translation>„%1“ fehlt im Schema oder ist leer.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is given twice in the schema.</source>
        <translation>„%1“ kommt im Schema doppelt vor.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a colour; write it as #rrggbb.</source>
        <translation>„%1“ ist keine Farbe; Schreibweise: #rrggbb.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; has more than one character.</source>
        <translation>Die Taste „%1“ hat mehr als ein Zeichen.</translation>
    </message>
    <message>
        <source>The label %1 has an unknown mark &quot;%2&quot;; known are box, dots, bar, line and wave.</source>
        <translation>Das Label %1 hat eine unbekannte Form „%2“; bekannt sind box, dots, bar, line und wave.</translation>
    </message>
    <message>
        <source>The role %1 accepts no label.</source>
        <translation>Die Rolle %1 nimmt kein Label an.</translation>
    </message>
    <message>
        <source>The role %1 accepts an unknown label &quot;%2&quot;.</source>
        <translation>Die Rolle %1 nimmt ein unbekanntes Label „%2“ an.</translation>
    </message>
    <message>
        <source>The frame %1 has no roles.</source>
        <translation>Der Frame %1 hat keine Rollen.</translation>
    </message>
    <message>
        <source>This is no schema: %1 at byte %2.</source>
        <translation>Das ist kein Schema: %1 bei Byte %2.</translation>
    </message>
    <message>
        <source>full colour vision</source>
        <translation>vollem Farbensehen</translation>
    </message>
    <message>
        <source>protanopia</source>
        <translation>Protanopie</translation>
    </message>
    <message>
        <source>deuteranopia</source>
        <translation>Deuteranopie</translation>
    </message>
    <message>
        <source>tritanopia</source>
        <translation>Tritanopie</translation>
    </message>
    <message>
        <source>no colour vision</source>
        <translation>vollständiger Farbenblindheit</translation>
    </message>
    <message>
        <source>The schema needs a name.</source>
        <translation>Das Schema braucht einen Namen.</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>Ein Name fehlt.</translation>
    </message>
    <message>
        <source>The name “%1” has blanks at its ends or signs that cannot be seen.</source>
        <translation>Der Name „%1“ hat Leerzeichen am Rand oder unsichtbare Zeichen.</translation>
    </message>
    <message>
        <source>The name “%1” is given twice.</source>
        <translation>Der Name „%1“ ist doppelt vergeben.</translation>
    </message>
    <message>
        <source>The key “%1” is not one sign that can be typed.</source>
        <translation>Die Taste „%1“ ist nicht genau ein Zeichen, das sich tippen lässt.</translation>
    </message>
    <message>
        <source>The key %1 is that of %2 already.</source>
        <translation>Die Taste %1 gehört schon zu %2.</translation>
    </message>
    <message>
        <source>The key %1 belongs to the program: %2.</source>
        <translation>Die Taste %1 gehört dem Programm: %2.</translation>
    </message>
    <message>
        <source>A title is missing: it is what people read.</source>
        <translation>Ein Titel fehlt: Er ist es, den man liest.</translation>
    </message>
    <message>
        <source>Two labels are shown as “%1”.</source>
        <translation>Zwei Labels werden als „%1“ angezeigt.</translation>
    </message>
    <message>
        <source>%1 has no guideline: say what it is for, with an example.</source>
        <translation>%1 hat keine Richtlinie: Beschreiben Sie mit einem Beispiel, wofür das Label da ist.</translation>
    </message>
    <message>
        <source>A value is empty.</source>
        <translation>Ein Wert ist leer.</translation>
    </message>
    <message>
        <source>The value “%1” is given twice.</source>
        <translation>Der Wert „%1“ ist doppelt vergeben.</translation>
    </message>
    <message>
        <source>%1 has no roles.</source>
        <translation>%1 hat keine Rollen.</translation>
    </message>
    <message>
        <source>The role %1 takes no label.</source>
        <translation>Die Rolle %1 nimmt kein Label an.</translation>
    </message>
    <message>
        <source>The role %1 takes “%2”, which is no label but a relation. Roles take spans with labels only, so that no relation can contain itself.</source>
        <translation>Die Rolle %1 nimmt „%2“ an, das kein Label, sondern eine Relation ist. Rollen nehmen nur Spannen mit Labels an, damit keine Relation sich selbst enthalten kann.</translation>
    </message>
    <message>
        <source>The role %1 takes an unknown label “%2”.</source>
        <translation>Die Rolle %1 nimmt ein unbekanntes Label „%2“ an.</translation>
    </message>
    <message>
        <source>The role %1 takes “%2” twice.</source>
        <translation>Die Rolle %1 nimmt „%2“ doppelt an.</translation>
    </message>
    <message>
        <source>“%1” is not a colour; write it as #rrggbb.</source>
        <translation>„%1“ ist keine Farbe; Schreibweise: #rrggbb.</translation>
    </message>
    <message>
        <source>%1 is hard to see on dark: its contrast is %2 to 1, 3 is the least.</source>
        <translation>%1 ist auf dunklem Grund schlecht zu sehen: Der Kontrast beträgt %2 zu 1, das Minimum ist 3.</translation>
    </message>
    <message>
        <source>%1 is hard to see on light: its contrast is %2 to 1, 3 is the least.</source>
        <translation>%1 ist auf hellem Grund schlecht zu sehen: Der Kontrast beträgt %2 zu 1, das Minimum ist 3.</translation>
    </message>
    <message>
        <source>on dark</source>
        <translation>auf dunklem Grund</translation>
    </message>
    <message>
        <source>on light</source>
        <translation>auf hellem Grund</translation>
    </message>
    <message>
        <source>%1 and %2 have the same mark, and %3 the colours look alike to readers with %4 (difference %5, 10 is the least). Give one another mark or colour.</source>
        <translation>%1 und %2 haben dieselbe Form, und %3 wirken die Farben gleich für Personen mit %4 (Abstand %5, das Minimum ist 10). Geben Sie einem der beiden eine andere Form oder Farbe.</translation>
    </message>
    <message>
        <source>%1 and %2 look alike %3 to readers with %4 (difference %5, 10 is the least): only their marks tell them apart.</source>
        <translation>%1 und %2 sehen %3 gleich aus für Personen mit %4 (Abstand %5, das Minimum ist 10): Nur ihre Formen unterscheiden sie.</translation>
    </message>
</context>
<context>
    <name>Quoth::CommandLine</name>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe anzeigen.</translation>
    </message>
    <message>
        <source>Answer as JSON.</source>
        <translation>Als JSON antworten.</translation>
    </message>
    <message>
        <source>Who works, for the project&apos;s log. The name of the user if not given.</source>
        <translation>Wer arbeitet, für das Protokoll des Projekts. Der Benutzername, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>An article&apos;s id or number; may be given several times. All if not given.</source>
        <translation>ID oder Nummer eines Artikels; mehrfach möglich. Alle, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>Which annotations to take: a list of suggested, accepted and rejected. %1 if not given.</source>
        <translation>Welche Annotationen: eine Liste aus suggested, accepted und rejected. %1, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>Usage: quoth %1 [options] %2</source>
        <translation>Aufruf: quoth %1 [Optionen] %2</translation>
    </message>
    <message>
        <source>Something is missing. Usage: quoth %1 [options] %2</source>
        <translation>Etwas fehlt. Aufruf: quoth %1 [Optionen] %2</translation>
    </message>
    <message>
        <source>What is &quot;%1&quot; for?</source>
        <translation>Unerwartetes Argument „%1“.</translation>
    </message>
    <message>
        <source>Try &quot;quoth %1 --help&quot;.</source>
        <translation>Versuchen Sie „quoth %1 --help“.</translation>
    </message>
    <message>
        <source>The project has no article &quot;%1&quot;. &quot;quoth list&quot; shows the articles it has.</source>
        <translation>Das Projekt hat keinen Artikel „%1“. „quoth list“ zeigt die vorhandenen Artikel.</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>%1: no problems found</source>
        <translation>%1: keine Probleme gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found</source>
        <translation>
            <numerusform>%n Problem gefunden</numerusform>
            <numerusform>%n Probleme gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>create an empty project</source>
        <translation>ein leeres Projekt anlegen</translation>
    </message>
    <message>
        <source>take articles and annotations from files into a project</source>
        <translation>Artikel und Annotationen aus Dateien in ein Projekt übernehmen</translation>
    </message>
    <message>
        <source>let detectors suggest annotations</source>
        <translation>Annotationen von Detektoren vorschlagen lassen</translation>
    </message>
    <message>
        <source>train a model of labelled articles for suggesting</source>
        <translation>aus annotierten Artikeln ein Modell für Vorschläge trainieren</translation>
    </message>
    <message>
        <source>list, add, test, move or remove detectors: programs and servers of yours</source>
        <translation>Detektoren auflisten, hinzufügen, testen, verschieben, entfernen: eigene Programme und Server</translation>
    </message>
    <message>
        <source>learn from what was decided; show, reset or export what was learned</source>
        <translation>aus Entscheidungen lernen; Gelerntes anzeigen, zurücksetzen oder exportieren</translation>
    </message>
    <message>
        <source>accept, reject, delete, reopen or relabel many annotations at once</source>
        <translation>viele Annotationen auf einmal annehmen, ablehnen, löschen, wieder öffnen oder ihr Label ändern</translation>
    </message>
    <message>
        <source>write a labelled dataset</source>
        <translation>einen annotierten Datensatz schreiben</translation>
    </message>
    <message>
        <source>publish a dataset: splits without leaks, a card, checksums; list, repeat, compare releases</source>
        <translation>einen Datensatz veröffentlichen: Splits ohne Überschneidung, Karte, Prüfsummen; Releases auflisten, wiederholen, vergleichen</translation>
    </message>
    <message>
        <source>measure predictions against gold: spans, attributions, confidence, speakers, claims</source>
        <translation>Vorhersagen am Goldstandard messen: Spannen, Zuschreibungen, Konfidenz, Sprecher, Behauptungen</translation>
    </message>
    <message>
        <source>show the articles of a project and how far their review is</source>
        <translation>die Artikel eines Projekts und den Stand ihrer Durchsicht anzeigen</translation>
    </message>
    <message>
        <source>show the speakers of a project; merge, rename, set types</source>
        <translation>die Sprecher eines Projekts anzeigen; zusammenführen, umbenennen, Typen setzen</translation>
    </message>
    <message>
        <source>show who did what, and when</source>
        <translation>anzeigen, wer wann was getan hat</translation>
    </message>
    <message>
        <source>draw an article with its annotations</source>
        <translation>einen Artikel mit seinen Annotationen zeichnen</translation>
    </message>
    <message>
        <source>look for damage in a project; changes nothing</source>
        <translation>ein Projekt auf Schäden prüfen; ändert nichts</translation>
    </message>
    <message>
        <source>check or show a label schema: names, keys, colours for all readers</source>
        <translation>ein Annotationsschema prüfen oder anzeigen: Namen, Tasten, Farben für alle Lesenden</translation>
    </message>
    <message>
        <source>show the file formats that can be read and written</source>
        <translation>die Dateiformate anzeigen, die gelesen und geschrieben werden können</translation>
    </message>
    <message>
        <source>create a project of three articles to try things on</source>
        <translation>ein Projekt mit drei Artikeln zum Ausprobieren anlegen</translation>
    </message>
    <message>
        <source>Quoth %1: label who said what in news articles</source>
        <translation>Quoth %1: annotieren, wer in Nachrichtenartikeln was gesagt hat</translation>
    </message>
    <message>
        <source>  quoth [PROJECT | FILE...]  open the window</source>
        <translation>  quoth [PROJECT | FILE...]  das Fenster öffnen</translation>
    </message>
    <message>
        <source>  quoth COMMAND --help       say how to use a command</source>
        <translation>  quoth COMMAND --help       zeigen, wie ein Befehl benutzt wird</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Befehle:</translation>
    </message>
    <message>
        <source>PROJECT is a .quoth file. Exit status: 0 done, 1 could not do it, 2 wrong usage.</source>
        <translation>PROJECT ist eine .quoth-Datei. Exit-Status: 0 erledigt, 1 nicht möglich, 2 falscher Aufruf.</translation>
    </message>
    <message>
        <source>There is no such command and no such file. Try &quot;quoth --help&quot;.</source>
        <translation>Es gibt keinen solchen Befehl und keine solche Datei. Versuchen Sie „quoth --help“.</translation>
    </message>
    <message>
        <source>warning: </source>
        <translation>Warnung: </translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>where</source>
        <translation>wo</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of detector: program, http, label-studio or inception.</source>
        <translation>„%1“ ist keine Detektorart; möglich sind: program, http, label-studio oder inception.</translation>
    </message>
    <message>
        <source>--timeout wants a number of seconds, not &quot;%1&quot;.</source>
        <translation>--timeout erwartet eine Anzahl von Sekunden, nicht „%1“.</translation>
    </message>
    <message>
        <source>--label wants THEIRS=OURS, not &quot;%1&quot;.</source>
        <translation>--label erwartet THEIRS=OURS, nicht „%1“.</translation>
    </message>
    <message>
        <source>The texts of articles will be sent to %1 whenever this detector is used.</source>
        <translation>Bei jeder Verwendung dieses Detektors werden die Texte der Artikel an %1 gesendet.</translation>
    </message>
    <message>
        <source>%1: added; try it with: quoth detectors test %1</source>
        <translation>%1: hinzugefügt; ausprobieren mit: quoth detectors test %1</translation>
    </message>
    <message>
        <source>This detector is built in; only those from outside are tested.</source>
        <translation>Dieser Detektor ist eingebaut; nur externe werden getestet.</translation>
    </message>
    <message>
        <source>%1: answered in %2 ms; found in a sample of ours: %3, %4</source>
        <translation>%1: hat in %2 ms geantwortet; in einem Beispieltext von Quoth gefunden: %3, %4</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n Spanne</numerusform>
            <numerusform>%n Spannen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n Zuschreibung</numerusform>
            <numerusform>%n Zuschreibungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Of a new one: program, http, label-studio or inception.</source>
        <translation>Für einen neuen: program, http, label-studio oder inception.</translation>
    </message>
    <message>
        <source>Of a new one: the program to start.</source>
        <translation>Für einen neuen: das zu startende Programm.</translation>
    </message>
    <message>
        <source>Of a new one: an argument for the program; may be given several times.</source>
        <translation>Für einen neuen: ein Argument für das Programm; mehrfach möglich.</translation>
    </message>
    <message>
        <source>Of a new one: the address of the server.</source>
        <translation>Für einen neuen: die Adresse des Servers.</translation>
    </message>
    <message>
        <source>Of a new one: seconds for an article; 60 if not given.</source>
        <translation>Für einen neuen: Sekunden für einen Artikel; 60, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>Of a new one: which of our labels is meant by one of theirs; may be given several times.</source>
        <translation>Für einen neuen: welches unserer Labels mit einem seiner Labels gemeint ist; mehrfach möglich.</translation>
    </message>
    <message>
        <source>Of a new INCEpTION recommender: the layer; named entities if not given.</source>
        <translation>Für einen neuen INCEpTION-Recommender: der Layer; Named Entities, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>Of a new INCEpTION recommender: the feature with the label; &quot;value&quot; if not given.</source>
        <translation>Für einen neuen INCEpTION-Recommender: das Feature mit dem Label; „value“, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>For test: the label schema, a name or a file.</source>
        <translation>Für test: das Annotationsschema, ein Name oder eine Datei.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of: %2; or a name is missing or too many.</source>
        <translation>„%1“ ist nichts von: %2; oder ein Name fehlt oder ist zu viel.</translation>
    </message>
    <message>
        <source>There is no detector of that name; &quot;quoth detectors list&quot; shows those there are.</source>
        <translation>Es gibt keinen Detektor dieses Namens; „quoth detectors list“ zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>This detector is built in; it can be disabled but not removed.</source>
        <translation>Dieser Detektor ist eingebaut; er lässt sich deaktivieren, aber nicht entfernen.</translation>
    </message>
    <message>
        <source>PLACE is a number from 1 to %1.</source>
        <translation>PLACE ist eine Zahl von 1 bis %1.</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>There is nothing to draw: the picture needs attributions with a confidence, measured against documents.</source>
        <translation>Es gibt nichts zu zeichnen: Das Bild braucht Zuschreibungen mit Konfidenz, gemessen an Dokumenten.</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 gegen %2</translation>
    </message>
    <message>
        <source>What is right: JSON Lines with attributions, CofeNet&apos;s instances, labelled sentences, or a project.</source>
        <translation>Was richtig ist: JSON Lines mit Zuschreibungen, Instanzen von CofeNet, annotierte Sätze oder ein Projekt.</translation>
    </message>
    <message>
        <source>What is measured: JSON Lines with attributions, or a project.</source>
        <translation>Was gemessen wird: JSON Lines mit Zuschreibungen oder ein Projekt.</translation>
    </message>
    <message>
        <source>Instead of these: how far the annotators of the versions of articles in a file agree.</source>
        <translation>Stattdessen: wie weit die Annotatoren der Artikelversionen in einer Datei übereinstimmen.</translation>
    </message>
    <message>
        <source>Which predictions: a list of suggested, accepted and rejected. Of a project suggested,accepted and of a file all if not given.</source>
        <translation>Welche Vorhersagen: eine Liste aus suggested, accepted und rejected. Bei einem Projekt suggested,accepted und bei einer Datei alle, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>Which gold attributions. Of a project accepted and of a file all if not given.</source>
        <translation>Welche Gold-Zuschreibungen. Bei einem Projekt accepted und bei einer Datei alle, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>Also recall by the gold attributions&apos; kind.</source>
        <translation>Auch den Recall nach Art der Gold-Zuschreibungen.</translation>
    </message>
    <message>
        <source>Keep only the outermost predicted attributions, for gold that holds no others.</source>
        <translation>Nur die äußersten vorhergesagten Zuschreibungen behalten, für Gold, das keine anderen enthält.</translation>
    </message>
    <message>
        <source>Also draw the reliability diagram and the curve of precision and recall; the suffix says what: %1.</source>
        <translation>Auch das Zuverlässigkeitsdiagramm und die Precision-Recall-Kurve zeichnen; die Endung bestimmt das Format: %1.</translation>
    </message>
    <message>
        <source>--gold and --predicted are needed, or --agreement alone.</source>
        <translation>--gold und --predicted werden gebraucht, oder --agreement allein.</translation>
    </message>
    <message>
        <source>--picture draws confidences, which annotators do not give; it does not go with --agreement.</source>
        <translation>--picture zeichnet Konfidenzen, die Annotatoren nicht angeben; es passt nicht zu --agreement.</translation>
    </message>
    <message>
        <source>The suffix of the picture must be one of %1.</source>
        <translation>Die Endung des Bildes muss eine von %1 sein.</translation>
    </message>
    <message>
        <source>--%1 takes a list of suggested, accepted and rejected.</source>
        <translation>--%1 erwartet eine Liste aus suggested, accepted und rejected.</translation>
    </message>
    <message>
        <source>The format to write; see &quot;quoth formats&quot;.</source>
        <translation>Das zu schreibende Format; siehe „quoth formats“.</translation>
    </message>
    <message>
        <source>The file, or the folder for some formats; - is the standard output.</source>
        <translation>Die Datei, bei manchen Formaten der Ordner; - ist die Standardausgabe.</translation>
    </message>
    <message>
        <source>Only tell what the format cannot carry; write nothing.</source>
        <translation>Nur melden, was das Format nicht aufnehmen kann; nichts schreiben.</translation>
    </message>
    <message>
        <source>--format and --output are needed.</source>
        <translation>--format und --output werden gebraucht.</translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot; to write; see &quot;quoth formats&quot;.</source>
        <translation>Das Format „%1“ kann nicht geschrieben werden; siehe „quoth formats“.</translation>
    </message>
    <message>
        <source>The standard output cannot take both the export and --json.</source>
        <translation>Die Standardausgabe kann nicht zugleich den Export und --json aufnehmen.</translation>
    </message>
    <message>
        <source>--state takes a list of suggested, accepted and rejected.</source>
        <translation>--state erwartet eine Liste aus suggested, accepted und rejected.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) can be written without loss.</source>
        <translation>
            <numerusform>%n Artikel kann ohne Verlust geschrieben werden.</numerusform>
            <numerusform>%n Artikel können ohne Verlust geschrieben werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) can be written with what is told above; nothing was written.</source>
        <translation>
            <numerusform>%n Artikel kann mit den oben genannten Verlusten geschrieben werden; nichts wurde geschrieben.</numerusform>
            <numerusform>%n Artikel können mit den oben genannten Verlusten geschrieben werden; nichts wurde geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) written to %1</source>
        <translation>
            <numerusform>%n Artikel nach %1 geschrieben</numerusform>
            <numerusform>%n Artikel nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>What each format carries, as a table in Markdown.</source>
        <translation>Was jedes Format aufnimmt, als Tabelle in Markdown.</translation>
    </message>
    <message>
        <source>import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>was es ist</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Not here: %1 (%2). %3</source>
        <translation>Hier nicht verfügbar: %1 (%2). %3</translation>
    </message>
    <message>
        <source>The files&apos; format; recognised if not given. See &quot;quoth formats&quot;.</source>
        <translation>Das Format der Dateien; wird erkannt, wenn nicht angegeben. Siehe „quoth formats“.</translation>
    </message>
    <message>
        <source>The files&apos; encoding; detected if not given.</source>
        <translation>Die Kodierung der Dateien; wird erkannt, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>suggested or accepted: the state of annotations whose file gives none. accepted if not given.</source>
        <translation>suggested oder accepted: der Status von Annotationen, deren Datei keinen nennt. accepted, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>Of tables of articles: which column is what, as in text=body,title=headline. Guessed by the names if not given.</source>
        <translation>Bei Tabellen mit Artikeln: welche Spalte was ist, etwa text=body,title=headline. Wird aus den Namen erschlossen, wenn nicht angegeben.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) added</source>
        <translation>
            <numerusform>%n Artikel hinzugefügt</numerusform>
            <numerusform>%n Artikel hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with new annotations</source>
        <translation>
            <numerusform>%n mit neuen Annotationen</numerusform>
            <numerusform>%n mit neuen Annotationen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n schon vorhanden</numerusform>
            <numerusform>%n schon vorhanden</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot; to read; see &quot;quoth formats&quot;.</source>
        <translation>Das Format „%1“ kann nicht gelesen werden; siehe „quoth formats“.</translation>
    </message>
    <message>
        <source>--as takes suggested or accepted.</source>
        <translation>--as erwartet suggested oder accepted.</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>%1 abrufen</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>The model cannot be written: %1</source>
        <translation>Das Modell kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>What was learned is forgotten; what was decided so far is not learned from again.</source>
        <translation>Das Gelernte ist vergessen; aus den bisherigen Entscheidungen wird nicht erneut gelernt.</translation>
    </message>
    <message>
        <source>Back to what version %1 had learned.</source>
        <translation>Zurück zu dem, was Version %1 gelernt hatte.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>There is nothing new to learn.</source>
        <translation>Es gibt nichts Neues zu lernen.</translation>
    </message>
    <message>
        <source>%1: the model with what was learned, %2 kB.</source>
        <translation>%1: das Modell mit dem Gelernten, %2 kB.</translation>
    </message>
    <message>
        <source>Nothing was learned in this project yet.</source>
        <translation>In diesem Projekt wurde noch nichts gelernt.</translation>
    </message>
    <message>
        <source>version %1 of %2, on the model %3</source>
        <translation>Version %1 vom %2, auf dem Modell %3</translation>
    </message>
    <message numerus="yes">
        <source>learned from %n article(s)</source>
        <translation>
            <numerusform>aus %n Artikel gelernt</numerusform>
            <numerusform>aus %n Artikeln gelernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n Entscheidung</numerusform>
            <numerusform>%n Entscheidungen</numerusform>
        </translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>made</source>
        <translation>erstellt</translation>
    </message>
    <message>
        <source>base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Learn from all that was decided in the project, and keep that as a new version.</source>
        <translation>Aus allen Entscheidungen im Projekt lernen und das als neue Version aufbewahren.</translation>
    </message>
    <message>
        <source>Show the versions that are kept, the last first.</source>
        <translation>Die aufbewahrten Versionen anzeigen, die letzte zuerst.</translation>
    </message>
    <message>
        <source>Show what was learned, the strongest first.</source>
        <translation>Das Gelernte anzeigen, das Stärkste zuerst.</translation>
    </message>
    <message>
        <source>Forget what was learned; what was decided so far is not learned from again.</source>
        <translation>Das Gelernte vergessen; aus den bisherigen Entscheidungen wird nicht erneut gelernt.</translation>
    </message>
    <message>
        <source>Go back to what a version had learned; articles learned from since are passed over.</source>
        <translation>Zurück zu dem, was eine Version gelernt hatte; seither gelernte Artikel werden übergangen.</translation>
    </message>
    <message>
        <source>Write a model file that has learned it, for &quot;quoth suggest --model&quot;.</source>
        <translation>Eine Modelldatei mit dem Gelernten schreiben, für „quoth suggest --model“.</translation>
    </message>
    <message>
        <source>The model to learn on, made by &quot;quoth train&quot;, instead of the one that comes with the program.</source>
        <translation>Das Modell, auf dem gelernt wird, erstellt mit „quoth train“, statt des mitgelieferten.</translation>
    </message>
    <message>
        <source>Only one of --learn, --reset and --revert can be done at a time.</source>
        <translation>--learn, --reset und --revert gehen nur einzeln.</translation>
    </message>
    <message>
        <source>Only one of --list and --findings can be shown at a time.</source>
        <translation>--list und --findings gehen nur einzeln.</translation>
    </message>
    <message>
        <source>--revert takes the number of a version; --list shows them.</source>
        <translation>--revert erwartet die Nummer einer Version; --list zeigt sie.</translation>
    </message>
    <message>
        <source>The order of the articles: &quot;added&quot;, or &quot;uncertainty&quot;: those first whose suggestions are least sure.</source>
        <translation>Die Reihenfolge der Artikel: „added“ oder „uncertainty“: zuerst die mit den unsichersten Vorschlägen.</translation>
    </message>
    <message>
        <source>There is no order &quot;%1&quot;; there are: added, uncertainty.</source>
        <translation>Es gibt keine Reihenfolge „%1“; es gibt: added, uncertainty.</translation>
    </message>
    <message>
        <source>no.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>attributions</source>
        <translation>Zuschreibungen</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>durchzusehen</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>durchgesehen</translation>
    </message>
    <message>
        <source>uncertainty</source>
        <translation>Unsicherheit</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>undid</source>
        <translation>rückgängig</translation>
    </message>
    <message>
        <source>redid</source>
        <translation>wiederhergestellt</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>did</source>
        <translation>ausgeführt</translation>
    </message>
    <message>
        <source>Only what was done to the article with this id or number.</source>
        <translation>Nur was am Artikel mit dieser ID oder Nummer getan wurde.</translation>
    </message>
    <message>
        <source>Only so many entries. All if not given.</source>
        <translation>Nur so viele Einträge. Alle, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>--most takes a number from 1.</source>
        <translation>--most erwartet eine Zahl ab 1.</translation>
    </message>
    <message>
        <source>--article may be given once here.</source>
        <translation>--article ist hier nur einmal möglich.</translation>
    </message>
    <message>
        <source>when</source>
        <translation>wann</translation>
    </message>
    <message>
        <source>who</source>
        <translation>wer</translation>
    </message>
    <message>
        <source>what</source>
        <translation>was</translation>
    </message>
    <message>
        <source>article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>A schema file, or the name of one that comes with the program: %1.</source>
        <translation>Eine Schemadatei oder der Name eines mitgelieferten Schemas: %1.</translation>
    </message>
    <message>
        <source>Created %1 with the schema &quot;%2&quot;. &quot;quoth import&quot; takes articles into it.</source>
        <translation>%1 mit dem Schema „%2“ angelegt. „quoth import“ holt Artikel hinein.</translation>
    </message>
    <message>
        <source>by</source>
        <translation>von</translation>
    </message>
    <message>
        <source>manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>moved  %1  from %2 to %3</source>
        <translation>verschoben  %1  von %2 nach %3</translation>
    </message>
    <message>
        <source>--%1 takes the number of a release; &quot;quoth release PROJECT --list&quot; shows them.</source>
        <translation>--%1 erwartet die Nummer eines Releases; „quoth release PROJECT --list“ zeigt sie.</translation>
    </message>
    <message>
        <source>release %1</source>
        <translation>Release %1</translation>
    </message>
    <message>
        <source>its recipe now</source>
        <translation>sein Rezept heute</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>%1 and %2: %3 added, %4 removed, %5 changed, %6 moved to another split</source>
        <translation>%1 und %2: %3 hinzugefügt, %4 entfernt, %5 geändert, %6 in einen anderen Split verschoben</translation>
    </message>
    <message>
        <source>split</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>Spannen</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) would be released; nothing was written.</source>
        <translation>
            <numerusform>%n Artikel würde veröffentlicht; nichts wurde geschrieben.</numerusform>
            <numerusform>%n Artikel würden veröffentlicht; nichts wurde geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Release %2: %n article(s) written to %1</source>
        <translation>
            <numerusform>Release %2: %n Artikel nach %1 geschrieben</numerusform>
            <numerusform>Release %2: %n Artikel nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Releasing</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>The folder of the dataset; one that is there must be empty or an untouched release.</source>
        <translation>Der Ordner des Datensatzes; ein vorhandener muss leer oder ein unverändertes Release sein.</translation>
    </message>
    <message>
        <source>Only tell how many articles would go where; write nothing.</source>
        <translation>Nur melden, wie viele Artikel wohin kämen; nichts schreiben.</translation>
    </message>
    <message>
        <source>Do not remember the release in the project.</source>
        <translation>Das Release nicht im Projekt vermerken.</translation>
    </message>
    <message>
        <source>Show the releases that were made of the project.</source>
        <translation>Die Releases anzeigen, die aus dem Projekt entstanden sind.</translation>
    </message>
    <message>
        <source>Release by the recipe of this release; further options change it.</source>
        <translation>Nach dem Rezept dieses Releases veröffentlichen; weitere Optionen ändern es.</translation>
    </message>
    <message>
        <source>Tell what is different between this release and the last one; for the last one, what its recipe would give now.</source>
        <translation>Die Unterschiede zwischen diesem und dem letzten Release melden; beim letzten, was sein Rezept heute ergäbe.</translation>
    </message>
    <message>
        <source>--list, --compare and --repeat go one at a time.</source>
        <translation>--list, --compare und --repeat gehen nur einzeln.</translation>
    </message>
    <message>
        <source>--repeat and --recipe are two recipes; give one.</source>
        <translation>--repeat und --recipe sind zwei Rezepte; geben Sie eines an.</translation>
    </message>
    <message>
        <source>--output is needed.</source>
        <translation>--output wird gebraucht.</translation>
    </message>
    <message>
        <source>--review takes any, started or complete.</source>
        <translation>--review erwartet any, started oder complete.</translation>
    </message>
    <message>
        <source>--origin takes a list of person, detector and import.</source>
        <translation>--origin erwartet eine Liste aus person, detector und import.</translation>
    </message>
    <message>
        <source>--where takes FIELD=VALUE.</source>
        <translation>--where erwartet FIELD=VALUE.</translation>
    </message>
    <message>
        <source>--seed takes a whole number from 0 to 4294967295.</source>
        <translation>--seed erwartet eine ganze Zahl von 0 bis 4294967295.</translation>
    </message>
    <message>
        <source>--similarity takes a number from 0 to 1.</source>
        <translation>--similarity erwartet eine Zahl von 0 bis 1.</translation>
    </message>
    <message>
        <source>--group-by similarity and --similarity 0 contradict each other.</source>
        <translation>--group-by similarity und --similarity 0 widersprechen einander.</translation>
    </message>
    <message>
        <source>Take the recipe from a file; further options change it.</source>
        <translation>Das Rezept aus einer Datei nehmen; weitere Optionen ändern es.</translation>
    </message>
    <message>
        <source>Write the recipe to a file.</source>
        <translation>Das Rezept in eine Datei schreiben.</translation>
    </message>
    <message>
        <source>The dataset&apos;s name; that of the project if not given.</source>
        <translation>Der Name des Datensatzes; der des Projekts, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>A few sentences for the dataset card, in Markdown.</source>
        <translation>Einige Sätze für die Datensatzkarte, in Markdown.</translation>
    </message>
    <message>
        <source>The licence, by its SPDX identifier: CC-BY-4.0.</source>
        <translation>Die Lizenz mit ihrer SPDX-Kennung: CC-BY-4.0.</translation>
    </message>
    <message>
        <source>A list of the languages&apos; ISO 639 codes; those of the articles if not given.</source>
        <translation>Eine Liste der Sprachen als ISO-639-Codes; die der Artikel, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>Only articles whose review is started, or complete; any if not given.</source>
        <translation>Nur Artikel, deren Durchsicht begonnen (started) oder abgeschlossen (complete) ist; any, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>Only articles with an annotation by a person, a detector or an import; a list.</source>
        <translation>Nur Artikel mit einer Annotation einer Person (person), eines Detektors (detector) oder eines Imports (import); eine Liste.</translation>
    </message>
    <message>
        <source>Only articles with an annotation made by this person or detector; may be given several times.</source>
        <translation>Nur Artikel mit einer Annotation dieser Person oder dieses Detektors; mehrfach möglich.</translation>
    </message>
    <message>
        <source>Only articles with one of these labels or frame types; a list.</source>
        <translation>Nur Artikel mit einem dieser Labels oder Frame-Typen; eine Liste.</translation>
    </message>
    <message>
        <source>Only articles with this metadata: outlet=NAME; may be given several times.</source>
        <translation>Nur Artikel mit diesen Metadaten: outlet=NAME; mehrfach möglich.</translation>
    </message>
    <message>
        <source>The shares of train, validation and test: 80,10,10 or train=4,test=1.</source>
        <translation>Die Anteile von train, validation und test: 80,10,10 oder train=4,test=1.</translation>
    </message>
    <message>
        <source>Another number gives another split; 1 if not given.</source>
        <translation>Eine andere Zahl ergibt eine andere Aufteilung; 1, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>Keep together what is equal in these: outlet, day, author or any field of the metadata; a list.</source>
        <translation>Zusammenhalten, was hierin gleich ist: outlet, day, author oder ein beliebiges Feld der Metadaten; eine Liste.</translation>
    </message>
    <message>
        <source>From which share of common words on articles are one story, and stay together: 0.5 if not given, 0 for never.</source>
        <translation>Ab welchem Anteil gemeinsamer Wörter Artikel als dieselbe Meldung gelten und zusammenbleiben: 0.5, wenn nicht angegeben, 0 für nie.</translation>
    </message>
    <message>
        <source>Split anew, rather than as in earlier releases.</source>
        <translation>Neu aufteilen, statt wie in früheren Releases.</translation>
    </message>
    <message>
        <source>Leave the texts out: only offsets, checksums and the labelled words.</source>
        <translation>Die Texte auslassen: nur Offsets, Prüfsummen und die annotierten Wörter.</translation>
    </message>
    <message>
        <source>Leave the labelled words out too.</source>
        <translation>Auch die annotierten Wörter auslassen.</translation>
    </message>
    <message>
        <source>This article came without a page or document of its own.</source>
        <translation>Dieser Artikel wurde ohne eigene Seite oder eigenes Dokument importiert.</translation>
    </message>
    <message>
        <source>%1 as it was in %2 written to %3</source>
        <translation>%1, so wie in %2, nach %3 geschrieben</translation>
    </message>
    <message>
        <source>The article&apos;s id or number.</source>
        <translation>ID oder Nummer des Artikels.</translation>
    </message>
    <message>
        <source>The file to write; its suffix says what: %1.</source>
        <translation>Die zu schreibende Datei; ihre Endung bestimmt das Format: %1.</translation>
    </message>
    <message>
        <source>The width of a picture in pixels, 400 to 4000. 960 if not given.</source>
        <translation>Die Breite eines Bildes in Pixeln, 400 bis 4000. 960, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>So many times as many pixels, 0.25 to 8, for a sharper picture. 1 if not given.</source>
        <translation>So viel mal so viele Pixel, 0.25 bis 8, für ein schärferes Bild. 1, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>Light text on a dark background. Web pages follow the reader&apos;s setting.</source>
        <translation>Helle Schrift auf dunklem Grund. Webseiten folgen der Einstellung der Lesenden.</translation>
    </message>
    <message>
        <source>What the colours tell apart: %1. label if not given.</source>
        <translation>Was die Farben unterscheiden: %1. label, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>Instead, the page or document that the article was read from, as it was; any suffix.</source>
        <translation>Stattdessen die Seite oder das Dokument, aus dem der Artikel gelesen wurde, unverändert; beliebige Endung.</translation>
    </message>
    <message>
        <source>One --article and --output are needed.</source>
        <translation>Genau ein --article und --output werden gebraucht.</translation>
    </message>
    <message>
        <source>The suffix of the output must be one of %1.</source>
        <translation>Die Endung der Ausgabe muss eine von %1 sein.</translation>
    </message>
    <message>
        <source>--width takes a number from 400 to 4000.</source>
        <translation>--width erwartet eine Zahl von 400 bis 4000.</translation>
    </message>
    <message>
        <source>--scale takes a number from 0.25 to 8.</source>
        <translation>--scale erwartet eine Zahl von 0.25 bis 8.</translation>
    </message>
    <message>
        <source>--colour-by takes one of %1.</source>
        <translation>--colour-by erwartet eines von %1.</translation>
    </message>
    <message>
        <source>%1 drawn to %2</source>
        <translation>%1 nach %2 gezeichnet</translation>
    </message>
    <message>
        <source>Accept what is meant.</source>
        <translation>Annehmen, was gemeint ist.</translation>
    </message>
    <message>
        <source>Reject it: it stays as a negative example.</source>
        <translation>Ablehnen: Es bleibt als Negativbeispiel.</translation>
    </message>
    <message>
        <source>Delete it; what a detector found is rejected instead.</source>
        <translation>Löschen; was ein Detektor gefunden hat, wird stattdessen abgelehnt.</translation>
    </message>
    <message>
        <source>Make it a suggestion again.</source>
        <translation>Wieder zum Vorschlag machen.</translation>
    </message>
    <message>
        <source>Give spans this label, where their attributions allow it.</source>
        <translation>Spannen dieses Label geben, wo ihre Zuschreibungen es zulassen.</translation>
    </message>
    <message>
        <source>Only spans with this label, or attributions by the name of their frame; may be given several times. Attributions and free spans if not given.</source>
        <translation>Nur Spannen mit diesem Label oder Zuschreibungen mit dem Namen ihres Frames; mehrfach möglich. Zuschreibungen und freie Spannen, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>Only what is in one of these states: a list of suggested, accepted and rejected.</source>
        <translation>Nur was einen dieser Status hat: eine Liste aus suggested, accepted und rejected.</translation>
    </message>
    <message>
        <source>Only what has at least this confidence, 0 to 1.</source>
        <translation>Nur was mindestens diese Konfidenz hat, 0 bis 1.</translation>
    </message>
    <message>
        <source>Only what has at most this confidence, 0 to 1.</source>
        <translation>Nur was höchstens diese Konfidenz hat, 0 bis 1.</translation>
    </message>
    <message>
        <source>Only what was made by a person, a detector or an import, or by the one with this name.</source>
        <translation>Nur was von einer Person (person), einem Detektor (detector) oder einem Import (import) stammt oder von dem mit diesem Namen.</translation>
    </message>
    <message>
        <source>Only what is credited to the speaker of this name.</source>
        <translation>Nur was dem Sprecher dieses Namens zugeschrieben ist.</translation>
    </message>
    <message>
        <source>Only what says this in its words, its speaker&apos;s name or its notes.</source>
        <translation>Nur was dies in seinem Wortlaut, im Namen seines Sprechers oder in seinen Notizen enthält.</translation>
    </message>
    <message>
        <source>Say what would be done, and change nothing.</source>
        <translation>Melden, was geschehen würde, und nichts ändern.</translation>
    </message>
    <message>
        <source>One of --accept, --reject, --delete, --reopen and --relabel is needed.</source>
        <translation>Eines von --accept, --reject, --delete, --reopen und --relabel wird gebraucht.</translation>
    </message>
    <message>
        <source>--min-confidence takes a number from 0 to 1.</source>
        <translation>--min-confidence erwartet eine Zahl von 0 bis 1.</translation>
    </message>
    <message>
        <source>--max-confidence takes a number from 0 to 1.</source>
        <translation>--max-confidence erwartet eine Zahl von 0 bis 1.</translation>
    </message>
    <message>
        <source>--min-confidence is more than --max-confidence: nothing can be meant.</source>
        <translation>--min-confidence ist größer als --max-confidence: Damit kann nichts gemeint sein.</translation>
    </message>
    <message>
        <source>The project&apos;s schema has no label &quot;%1&quot;.</source>
        <translation>Das Schema des Projekts hat kein Label „%1“.</translation>
    </message>
    <message>
        <source>The project has no speaker &quot;%1&quot;.</source>
        <translation>Das Projekt hat keinen Sprecher „%1“.</translation>
    </message>
    <message>
        <source>Several speakers are called &quot;%1&quot;.</source>
        <translation>Mehrere Sprecher heißen „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) accepted</source>
        <translation>
            <numerusform>%n Element angenommen</numerusform>
            <numerusform>%n Elemente angenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) rejected</source>
        <translation>
            <numerusform>%n Element abgelehnt</numerusform>
            <numerusform>%n Elemente abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) reopened</source>
        <translation>
            <numerusform>%n Element wieder geöffnet</numerusform>
            <numerusform>%n Elemente wieder geöffnet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) deleted</source>
        <translation>
            <numerusform>%n Element gelöscht</numerusform>
            <numerusform>%n Elemente gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) relabelled as %1</source>
        <translation>
            <numerusform>Label von %n Element zu %1 geändert</numerusform>
            <numerusform>Label von %n Elementen zu %1 geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matched; nothing was changed.</source>
        <translation>Nichts passte; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>items, articles</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n Artikel</numerusform>
            <numerusform>%n Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>Would do: %1. Nothing was changed.</source>
        <translation>Würde geschehen: %1. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1. &quot;quoth log&quot; tells; undo in the window takes it back.</source>
        <translation>%1. „quoth log“ zeigt es; „Rückgängig“ im Fenster nimmt es zurück.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them, found by a detector, kept as rejected</source>
        <translation>
            <numerusform>%n davon, von einem Detektor gefunden, bleibt als abgelehnt erhalten</numerusform>
            <numerusform>%n davon, von einem Detektor gefunden, bleiben als abgelehnt erhalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Reviewing</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>Created %1: one article is labelled, the others have suggestions to review.</source>
        <translation>%1 angelegt: Ein Artikel ist annotiert, die anderen haben Vorschläge zum Durchsehen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither check nor show.</source>
        <translation>„%1“ ist weder check noch show.</translation>
    </message>
    <message>
        <source>Only one of --merge, --rename and --type can be done at a time.</source>
        <translation>--merge, --rename und --type gehen nur einzeln.</translation>
    </message>
    <message>
        <source>--merge NAME and --into NAME belong together.</source>
        <translation>--merge NAME und --into NAME gehören zusammen.</translation>
    </message>
    <message>
        <source>Say with --speaker NAME whose it is.</source>
        <translation>Geben Sie mit --speaker NAME an, um wen es geht.</translation>
    </message>
    <message>
        <source>--speaker NAME needs --rename or --type.</source>
        <translation>--speaker NAME braucht --rename oder --type.</translation>
    </message>
    <message>
        <source>--type takes one of person, organisation, country, group, anonymous and article.</source>
        <translation>--type erwartet eines von person, organisation, country, group, anonymous und article.</translation>
    </message>
    <message>
        <source>The project has no speaker &quot;%1&quot;; &quot;quoth speakers PROJECT&quot; lists them.</source>
        <translation>Das Projekt hat keinen Sprecher „%1“; „quoth speakers PROJECT“ listet sie auf.</translation>
    </message>
    <message>
        <source>Several speakers are called &quot;%1&quot;: give the number that &quot;quoth speakers PROJECT&quot; shows.</source>
        <translation>Mehrere Sprecher heißen „%1“: Geben Sie die Nummer an, die „quoth speakers PROJECT“ zeigt.</translation>
    </message>
    <message>
        <source>No speakers yet.</source>
        <translation>Noch keine Sprecher.</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>aliases</source>
        <translation>Aliasse</translation>
    </message>
    <message>
        <source>Credit this speaker&apos;s words to the one of --into, and keep the name as an alias; may be given several times.</source>
        <translation>Die Worte dieses Sprechers dem von --into zuschreiben und den Namen als Alias behalten; mehrfach möglich.</translation>
    </message>
    <message>
        <source>The speaker that stays in a merge.</source>
        <translation>Der Sprecher, der beim Zusammenführen bleibt.</translation>
    </message>
    <message>
        <source>The speaker to change: a name, or the number in the list.</source>
        <translation>Der zu ändernde Sprecher: ein Name oder die Nummer in der Liste.</translation>
    </message>
    <message>
        <source>Give the speaker another name; the old one becomes an alias.</source>
        <translation>Dem Sprecher einen anderen Namen geben; der alte wird zum Alias.</translation>
    </message>
    <message>
        <source>Make the speaker a person, organisation, country, group, anonymous or article.</source>
        <translation>Den Typ des Sprechers setzen: person, organisation, country, group, anonymous oder article.</translation>
    </message>
    <message>
        <source>It is so already; nothing was changed.</source>
        <translation>Das ist schon so; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Done: %1. &quot;quoth log&quot; tells; undo in the window takes it back.</source>
        <translation>Erledigt: %1. „quoth log“ zeigt es; „Rückgängig“ im Fenster nimmt es zurück.</translation>
    </message>
    <message>
        <source>A model that &quot;quoth train&quot; made, to suggest with instead of the one that comes with the program.</source>
        <translation>Ein mit „quoth train“ erstelltes Modell, mit dem statt mit dem mitgelieferten vorgeschlagen wird.</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>Trainiertes Modell</translation>
    </message>
    <message>
        <source>There is no detector &quot;%1&quot;; there are: %2.</source>
        <translation>Es gibt keinen Detektor „%1“; es gibt: %2.</translation>
    </message>
    <message>
        <source>Suggesting</source>
        <translation>Vorschlagen</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n durchzusehen</numerusform>
            <numerusform>%n durchzusehen</numerusform>
        </translation>
    </message>
    <message>
        <source>The file of the model.</source>
        <translation>Die Datei des Modells.</translation>
    </message>
    <message>
        <source>What the model is called; the output&apos;s name if not given.</source>
        <translation>Wie das Modell heißt; der Name der Ausgabe, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>How often to go through the articles (%1 if not given).</source>
        <translation>Wie oft die Artikel durchlaufen werden (%1, wenn nicht angegeben).</translation>
    </message>
    <message>
        <source>How many models to train first, whose agreement teaches the one that is written (%1 if not given); 0 is fastest.</source>
        <translation>Wie viele Modelle zuerst trainiert werden, deren Übereinstimmung das geschriebene lehrt (%1, wenn nicht angegeben); 0 ist am schnellsten.</translation>
    </message>
    <message>
        <source>A model to take the vectors of words from, or a text of them as GloVe has it; &quot;none&quot; for none. If not given, those of the model that Quoth carries.</source>
        <translation>Ein Modell, aus dem die Wortvektoren genommen werden, oder ein Text mit ihnen im Format von GloVe; „none“ für keine. Wenn nicht angegeben, die des mitgelieferten Modells.</translation>
    </message>
    <message>
        <source>The number that chance begins with (%1 if not given).</source>
        <translation>Der Startwert des Zufallsgenerators (%1, wenn nicht angegeben).</translation>
    </message>
    <message>
        <source>--epochs takes a number from 1 to 100.</source>
        <translation>--epochs erwartet eine Zahl von 1 bis 100.</translation>
    </message>
    <message>
        <source>--teachers takes a number from 0 to 10.</source>
        <translation>--teachers erwartet eine Zahl von 0 bis 10.</translation>
    </message>
    <message>
        <source>--seed takes a number from 0 to 1000000.</source>
        <translation>--seed erwartet eine Zahl von 0 bis 1000000.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>%1, round %2 of %3: loss %4</source>
        <translation>%1, Runde %2 von %3: Loss %4</translation>
    </message>
    <message numerus="yes">
        <source>%1: a model of %n article(s), version %2, %3 kB.</source>
        <translation>
            <numerusform>%1: ein Modell aus %n Artikel, Version %2, %3 kB.</numerusform>
            <numerusform>%1: ein Modell aus %n Artikeln, Version %2, %3 kB.</numerusform>
        </translation>
    </message>
    <message>
        <source>show a chapter of the manual; write it as a web page, as PDF or into a folder</source>
        <translation>ein Kapitel des Handbuchs anzeigen; als Webseite, als PDF oder in einen Ordner schreiben</translation>
    </message>
    <message>
        <source>Which of overlapping spans is written by formats with one label a word: longest or shortest. longest if not given.</source>
        <translation>Welche von überlappenden Spannen Formate mit einem Label je Wort schreiben: longest oder shortest. longest, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>--overlaps takes longest or shortest.</source>
        <translation>--overlaps erwartet longest oder shortest.</translation>
    </message>
    <message>
        <source>Writes instead: manual.html is one page with all in it, manual.pdf is for paper, a folder gets a page for each chapter.</source>
        <translation>Stattdessen schreiben: manual.html ist eine einzige Seite mit allem, manual.pdf ist für Papier, ein Ordner bekommt eine Seite je Kapitel.</translation>
    </message>
    <message>
        <source>The names and titles of the chapters.</source>
        <translation>Die Namen und Titel der Kapitel.</translation>
    </message>
    <message>
        <source>The manual has no chapter “%1”. It has: %2.</source>
        <translation>Das Handbuch hat kein Kapitel „%1“. Vorhanden sind: %2.</translation>
    </message>
    <message>
        <source>--output takes a file or a folder.</source>
        <translation>--output erwartet eine Datei oder einen Ordner.</translation>
    </message>
    <message>
        <source>The manual was written to %1</source>
        <translation>Das Handbuch wurde nach %1 geschrieben</translation>
    </message>
    <message>
        <source>Which detector; may be given several times. There are: %1. Those that are enabled, see &quot;quoth detectors&quot;, if not given.</source>
        <translation>Welcher Detektor; mehrfach möglich. Es gibt: %1. Die aktiven, siehe „quoth detectors“, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>print the manual page or a shell&apos;s completion</source>
        <translation>die Manpage oder die Vervollständigung einer Shell ausgeben</translation>
    </message>
    <message>
        <source>Options of the window:</source>
        <translation>Optionen des Fensters:</translation>
    </message>
    <message>
        <source>open the window</source>
        <translation>das Fenster öffnen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of man, bash, zsh and fish.</source>
        <translation>„%1“ ist weder man noch bash, zsh oder fish.</translation>
    </message>
    <message>
        <source>A project: one SQLite database with the articles, the annotations and the log of all edits.</source>
        <translation>Ein Projekt: eine einzige SQLite-Datenbank mit den Artikeln, den Annotationen und dem Protokoll aller Änderungen.</translation>
    </message>
    <message>
        <source>Held by the program that has the project open for writing.</source>
        <translation>Gehalten von dem Programm, das das Projekt zum Schreiben geöffnet hat.</translation>
    </message>
    <message>
        <source>Settings of the window, and detectors of your own.</source>
        <translation>Einstellungen des Fensters und eigene Detektoren.</translation>
    </message>
    <message>
        <source>From an article to a dataset:</source>
        <translation>Vom Artikel zum Datensatz:</translation>
    </message>
    <message>
        <source>Reject all that the detectors are not sure of, after a look at what that would be:</source>
        <translation>Alles ablehnen, bei dem die Detektoren unsicher sind, und vorher ansehen, was das beträfe:</translation>
    </message>
    <message>
        <source>label who said what in news articles</source>
        <translation>annotieren, wer in Nachrichtenartikeln was gesagt hat</translation>
    </message>
    <message>
        <source>Quoth finds and labels speakers, reporting verbs, quotations, claims and scare quotes in news articles. Without a command it opens a window on a project or on articles; with one it does a part of that work without a display. This is version %1.</source>
        <translation>Quoth findet und annotiert Sprecher, redeeinleitende Verben, Zitate, Behauptungen und distanzierende Anführungszeichen in Nachrichtenartikeln. Ohne Befehl öffnet es ein Fenster mit einem Projekt oder mit Artikeln; mit einem Befehl erledigt es einen Teil dieser Arbeit ohne grafische Anzeige. Dies ist Version %1.</translation>
    </message>
    <message>
        <source>How Qt draws: &quot;offscreen&quot; needs no display, and is what commands that draw take if it is not set.</source>
        <translation>Wie Qt zeichnet: „offscreen“ braucht keine grafische Anzeige; Befehle, die zeichnen, verwenden es, wenn die Variable nicht gesetzt ist.</translation>
    </message>
    <message>
        <source>Who works, for the project&apos;s log, where no annotator is given.</source>
        <translation>Wer arbeitet, für das Protokoll des Projekts, wenn kein Annotator angegeben ist.</translation>
    </message>
    <message>
        <source>0 if it is done, 1 if it could not be done, 2 for wrong usage.</source>
        <translation>0, wenn es erledigt ist, 1, wenn es nicht möglich war, 2 bei falschem Aufruf.</translation>
    </message>
    <message>
        <source>The picture could not be made.</source>
        <translation>Das Bild konnte nicht erstellt werden.</translation>
    </message>
    <message>
        <source>Instead, the begin of the article, or of the first one, as a small PNG no larger than this, 16 to 1024; any suffix.</source>
        <translation>Stattdessen der Anfang des Artikels oder, ohne Angabe, des ersten als kleines PNG, nicht größer als dieser Wert, 16 bis 1024; beliebige Endung.</translation>
    </message>
    <message>
        <source>--original and --thumbnail go one at a time.</source>
        <translation>--original und --thumbnail gehen nur einzeln.</translation>
    </message>
    <message>
        <source>--thumbnail takes a number from 16 to 1024.</source>
        <translation>--thumbnail erwartet eine Zahl von 16 bis 1024.</translation>
    </message>
    <message>
        <source>The project has no article.</source>
        <translation>Das Projekt hat keine Artikel.</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection</name>
    <message>
        <source>This is not a model for claims that this version of Quoth can read.</source>
        <translation>Das ist kein Behauptungsmodell, das diese Version von Quoth lesen kann.</translation>
    </message>
    <message>
        <source>The model for claims was cut short or altered; take a new copy of it.</source>
        <translation>Das Behauptungsmodell wurde abgeschnitten oder verändert; nehmen Sie eine neue Kopie.</translation>
    </message>
    <message>
        <source>The model for claims contradicts itself; train it again.</source>
        <translation>Das Behauptungsmodell widerspricht sich selbst; trainieren Sie es neu.</translation>
    </message>
    <message>
        <source>The training was cancelled.</source>
        <translation>Das Training wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Too few sentences to learn from: %1 that state something worth checking, %2 that do not, and at least %3 of either are needed.</source>
        <translation>Zu wenige Sätze zum Lernen: %1 stellen etwas Prüfenswertes fest, %2 nicht; von beiden werden mindestens %3 gebraucht.</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>Trainiertes Modell</translation>
    </message>
    <message>
        <source>word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>word before</source>
        <translation>Wort davor</translation>
    </message>
    <message>
        <source>word after</source>
        <translation>Wort danach</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>What was learned cannot be read: it is damaged.</source>
        <translation>Das Gelernte kann nicht gelesen werden: Es ist beschädigt.</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>Die Suche wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The model cannot be read: %1</source>
        <translation>Das Modell kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>This is no model of Quoth&apos;s, or it is damaged. Make it anew with &quot;quoth train&quot;.</source>
        <translation>Das ist kein Modell von Quoth, oder es ist beschädigt. Erstellen Sie es neu mit „quoth train“.</translation>
    </message>
    <message>
        <source>This model has the format %1; this Quoth reads %2. Make it anew with &quot;quoth train&quot;.</source>
        <translation>Dieses Modell hat das Format %1; dieses Quoth liest %2. Erstellen Sie es neu mit „quoth train“.</translation>
    </message>
    <message>
        <source>The model&apos;s file is cut short or too long: copy it again.</source>
        <translation>Die Datei des Modells ist abgeschnitten oder zu lang: Kopieren Sie sie erneut.</translation>
    </message>
    <message>
        <source>The model&apos;s file has changed since it was made: copy it again.</source>
        <translation>Die Datei des Modells hat sich seit ihrer Erstellung geändert: Kopieren Sie sie erneut.</translation>
    </message>
    <message>
        <source>There are %1 articles with attributions: label %2 at least before a model is trained of them.</source>
        <translation>Es gibt %1 Artikel mit Zuschreibungen: Annotieren Sie mindestens %2, bevor daraus ein Modell trainiert wird.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>a word and %1 numbers are needed; there are %2</source>
        <translation>ein Wort und %1 Zahlen werden gebraucht; da sind %2</translation>
    </message>
    <message>
        <source>“%1” is no number</source>
        <translation>„%1“ ist keine Zahl</translation>
    </message>
    <message>
        <source>There are no vectors of words in it.</source>
        <translation>Es sind keine Wortvektoren darin.</translation>
    </message>
    <message>
        <source>The vectors of words are damaged.</source>
        <translation>Die Wortvektoren sind beschädigt.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>The word list cannot be used; install Quoth again.</source>
        <translation>Die Wortliste ist nicht verwendbar; installieren Sie Quoth neu.</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection::AnnotationBuilder</name>
    <message>
        <source>%1; second guess for the source: “%2” (%3 %)</source>
        <translation>%1; zweite Vermutung für die Quelle: „%2“ (%3 %)</translation>
    </message>
    <message>
        <source>reporting verb “%1”</source>
        <translation>redeeinleitendes Verb „%1“</translation>
    </message>
    <message>
        <source>reporting participle “%1”</source>
        <translation>redeeinleitendes Partizip „%1“</translation>
    </message>
    <message>
        <source>reporting noun “%1”</source>
        <translation>redeeinleitendes Nomen „%1“</translation>
    </message>
    <message>
        <source>words of attitude “%1”</source>
        <translation>Einstellungsausdruck „%1“</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>name and colon at the begin of the paragraph</source>
        <translation>Name und Doppelpunkt am Absatzanfang</translation>
    </message>
    <message>
        <source>goes on from the quotation in the paragraph before</source>
        <translation>setzt das Zitat aus dem vorigen Absatz fort</translation>
    </message>
    <message>
        <source>capital letters and marks beside it</source>
        <translation>Großbuchstaben und Satzzeichen daneben</translation>
    </message>
    <message>
        <source>mood of reported speech, goes on from the sentence before</source>
        <translation>Konjunktiv der indirekten Rede, setzt den vorigen Satz fort</translation>
    </message>
    <message>
        <source>the sentence reports as a whole</source>
        <translation>der ganze Satz gibt Rede wieder</translation>
    </message>
    <message>
        <source>pronoun before it</source>
        <translation>Pronomen davor</translation>
    </message>
    <message>
        <source>pronoun after it</source>
        <translation>Pronomen danach</translation>
    </message>
    <message>
        <source>name before it</source>
        <translation>Name davor</translation>
    </message>
    <message>
        <source>name after it</source>
        <translation>Name danach</translation>
    </message>
    <message>
        <source>subject before it</source>
        <translation>Subjekt davor</translation>
    </message>
    <message>
        <source>subject after it</source>
        <translation>Subjekt danach</translation>
    </message>
    <message>
        <source>quotation marks</source>
        <translation>Anführungszeichen</translation>
    </message>
    <message>
        <source>quotation marks, nobody named near</source>
        <translation>Anführungszeichen, niemand in der Nähe genannt</translation>
    </message>
    <message>
        <source>a word or two in quotation marks without a statement</source>
        <translation>ein, zwei Wörter in Anführungszeichen ohne Aussage</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection::ClaimJudge</name>
    <message>
        <source>states a figure: %1</source>
        <translation>nennt eine Zahl: %1</translation>
    </message>
    <message>
        <source>compares</source>
        <translation>vergleicht</translation>
    </message>
    <message>
        <source>compares: %1</source>
        <translation>vergleicht: %1</translation>
    </message>
    <message>
        <source>names a cause: %1</source>
        <translation>nennt eine Ursache: %1</translation>
    </message>
    <message>
        <source>is about a law: %1</source>
        <translation>betrifft ein Gesetz: %1</translation>
    </message>
    <message>
        <source>says what happened</source>
        <translation>sagt, was geschehen ist</translation>
    </message>
    <message>
        <source>states something that can be checked</source>
        <translation>stellt etwas Überprüfbares fest</translation>
    </message>
    <message>
        <source>words of claims: %1</source>
        <translation>spricht dafür: %1</translation>
    </message>
    <message>
        <source>against it: %1</source>
        <translation>spricht dagegen: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection::Outside</name>
    <message>
        <source>More was left out for other reasons.</source>
        <translation>Weiteres wurde aus anderen Gründen ausgelassen.</translation>
    </message>
    <message>
        <source>Spans outside of the text were left out: offsets count characters (code points), from 0, to the end exclusive.</source>
        <translation>Spannen außerhalb des Textes wurden ausgelassen: Offsets zählen Zeichen (Codepunkte) ab 0, Ende exklusive.</translation>
    </message>
    <message>
        <source>Spans without any text were left out.</source>
        <translation>Spannen ohne Text wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Spans outside of the text were left out: offsets count UTF-16 units, from 0, to the end exclusive.</source>
        <translation>Spannen außerhalb des Textes wurden ausgelassen: Offsets zählen UTF-16-Einheiten ab 0, Ende exklusive.</translation>
    </message>
    <message>
        <source>Spans that begin or end within a character were left out: offsets count UTF-16 units.</source>
        <translation>Spannen, die innerhalb eines Zeichens beginnen oder enden, wurden ausgelassen: Offsets zählen UTF-16-Einheiten.</translation>
    </message>
    <message>
        <source>Confidences outside of 0 to 1 were left out.</source>
        <translation>Konfidenzen außerhalb von 0 bis 1 wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Attributes that the label schema does not know, or not with this value, were left out.</source>
        <translation>Attribute, die das Annotationsschema nicht oder nicht mit diesem Wert kennt, wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Spans with the label &quot;%1&quot; were left out, as the detector&apos;s settings say.</source>
        <translation>Spannen mit dem Label „%1“ wurden ausgelassen, wie in den Einstellungen des Detektors angegeben.</translation>
    </message>
    <message>
        <source>Spans without a label were left out.</source>
        <translation>Spannen ohne Label wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Spans with the label &quot;%1&quot; were left out: the label schema has none. Say in the detector&apos;s settings which of its labels is meant.</source>
        <translation>Spannen mit dem Label „%1“ wurden ausgelassen: Das Annotationsschema hat kein solches. Geben Sie in den Einstellungen des Detektors an, welches Label des Schemas gemeint ist.</translation>
    </message>
    <message>
        <source>Fragments of a span that overlap were joined.</source>
        <translation>Überlappende Fragmente einer Spanne wurden verbunden.</translation>
    </message>
    <message>
        <source>Speakers without a name were left out.</source>
        <translation>Sprecher ohne Namen wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Types of speakers that are not known were read as &quot;person&quot;.</source>
        <translation>Unbekannte Sprechertypen wurden als „person“ gelesen.</translation>
    </message>
    <message>
        <source>Speakers of spans whose label names nobody were left out.</source>
        <translation>Sprecher von Spannen, deren Label niemanden nennt, wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Attributions of the type &quot;%1&quot; were left out: the label schema has none.</source>
        <translation>Zuschreibungen des Typs „%1“ wurden ausgelassen: Das Annotationsschema hat keinen solchen.</translation>
    </message>
    <message>
        <source>Parts of attributions whose role the label schema does not know, or not with this label, were left out.</source>
        <translation>Teile von Zuschreibungen, deren Rolle das Annotationsschema nicht oder nicht mit diesem Label kennt, wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Parts of attributions with too many parts were left out.</source>
        <translation>Teile von Zuschreibungen mit zu vielen Teilen wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Attributions without &quot;%1&quot; were left out.</source>
        <translation>Zuschreibungen ohne „%1“ wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Attributions without any part were left out.</source>
        <translation>Zuschreibungen ohne Teile wurden ausgelassen.</translation>
    </message>
    <message>
        <source>A detector in your settings cannot be read and is left out: %1</source>
        <translation>Ein Detektor in Ihren Einstellungen kann nicht gelesen werden und wird ausgelassen: %1</translation>
    </message>
    <message>
        <source>There is a detector of that name already; give it another one.</source>
        <translation>Es gibt schon einen Detektor dieses Namens; geben Sie ihm einen anderen.</translation>
    </message>
    <message>
        <source>No server answers there; is it running, and is the port right?</source>
        <translation>Dort antwortet kein Server; läuft er, und stimmt der Port?</translation>
    </message>
    <message>
        <source>There is no host of that name; is the address right, and the network up?</source>
        <translation>Es gibt keinen Host dieses Namens; stimmt die Adresse, und ist das Netz verfügbar?</translation>
    </message>
    <message>
        <source>The server closed the connection before its answer was complete.</source>
        <translation>Der Server hat die Verbindung geschlossen, bevor seine Antwort vollständig war.</translation>
    </message>
    <message>
        <source>There is no safe connection (TLS) to the server: %1</source>
        <translation>Es gibt keine sichere Verbindung (TLS) zum Server: %1</translation>
    </message>
    <message>
        <source>The server could not be asked: %1</source>
        <translation>Der Server konnte nicht gefragt werden: %1</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>Die Suche wurde abgebrochen.</translation>
    </message>
    <message numerus="yes">
        <source>It did not answer within %n second(s). Give it more time in the detector&apos;s settings, or see why it is slow.</source>
        <translation>
            <numerusform>Er hat binnen %n Sekunde nicht geantwortet. Geben Sie ihm in den Einstellungen des Detektors mehr Zeit, oder sehen Sie nach, warum er langsam ist.</numerusform>
            <numerusform>Er hat binnen %n Sekunden nicht geantwortet. Geben Sie ihm in den Einstellungen des Detektors mehr Zeit, oder sehen Sie nach, warum er langsam ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its answer is longer than %1 MB and was not read.</source>
        <translation>Die Antwort ist länger als %1 MB und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The server sends on to %1. Nothing was sent there; if that is right, give this address in the detector&apos;s settings.</source>
        <translation>Der Server leitet weiter an %1. Dorthin wurde nichts gesendet; wenn das richtig ist, geben Sie diese Adresse in den Einstellungen des Detektors an.</translation>
    </message>
    <message>
        <source>The server wants a name and a password (status %1). Put them into the address: http://name:password@host.</source>
        <translation>Der Server verlangt einen Namen und ein Passwort (Status %1). Schreiben Sie sie in die Adresse: http://name:password@host.</translation>
    </message>
    <message>
        <source>The server knows no such address (status %1); is the kind of detector right?</source>
        <translation>Der Server kennt diese Adresse nicht (Status %1); stimmt die Art des Detektors?</translation>
    </message>
    <message>
        <source>The server failed (status %1): &quot;%2&quot;.</source>
        <translation>Der Server ist gescheitert (Status %1): „%2“.</translation>
    </message>
    <message>
        <source>The server answered with %1, not with JSON; is the address right?</source>
        <translation>Der Server hat mit %1 geantwortet, nicht mit JSON; stimmt die Adresse?</translation>
    </message>
    <message>
        <source>Spans whose fragments are no pairs of whole numbers were left out.</source>
        <translation>Spannen, deren Fragmente keine Paare ganzer Zahlen sind, wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Relations were left out: a recommender for a layer of spans is needed.</source>
        <translation>Relationen wurden ausgelassen: Gebraucht wird ein Recommender für einen Layer mit Spannen.</translation>
    </message>
    <message>
        <source>Its answer has no text &quot;document&quot; with the XMI.</source>
        <translation>Die Antwort hat keinen Text „document“ mit dem XMI.</translation>
    </message>
    <message>
        <source>The XMI in its answer has a document type, which may hide anything; it was not read.</source>
        <translation>Das XMI in der Antwort hat einen Dokumenttyp, der alles Mögliche verbergen kann; es wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The XMI in its answer is broken (line %1: %2).</source>
        <translation>Das XMI in der Antwort ist fehlerhaft (Zeile %1: %2).</translation>
    </message>
    <message>
        <source>The document in its answer is no XMI with a text.</source>
        <translation>Das Dokument in der Antwort ist kein XMI mit einem Text.</translation>
    </message>
    <message>
        <source>The text in its answer is not the one that was sent, so its offsets mean nothing.</source>
        <translation>Der Text in der Antwort ist nicht der gesendete, daher sind die Offsets ohne Bedeutung.</translation>
    </message>
    <message>
        <source>Results of the type &quot;%1&quot; were left out: only labels and relations of text are read.</source>
        <translation>Ergebnisse des Typs „%1“ wurden ausgelassen: Nur Labels und Relationen von Text werden gelesen.</translation>
    </message>
    <message>
        <source>Relations of spans that are not there, or were left out, were left out.</source>
        <translation>Relationen von Spannen, die fehlen oder ausgelassen wurden, wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Spans whose &quot;text&quot; is not what stands there were left out: offsets count characters (code points), not bytes or UTF-16 units.</source>
        <translation>Spannen, deren „text“ nicht dem entspricht, was dort steht, wurden ausgelassen: Offsets zählen Zeichen (Codepunkte), nicht Bytes oder UTF-16-Einheiten.</translation>
    </message>
    <message>
        <source>/health does not say &quot;UP&quot; but &quot;%1&quot;: this is no Label Studio ML backend, or it is not ready.</source>
        <translation>/health meldet nicht „UP“, sondern „%1“: Das ist kein Label-Studio-ML-Backend, oder es ist nicht bereit.</translation>
    </message>
    <message>
        <source>Its answer has no list &quot;results&quot;.</source>
        <translation>Die Antwort hat keine Liste „results“.</translation>
    </message>
    <message numerus="yes">
        <source>It answered for %n task(s) where one was asked.</source>
        <translation>
            <numerusform>Die Antwort umfasst %n Aufgabe statt der einen gefragten.</numerusform>
            <numerusform>Die Antwort umfasst %n Aufgaben statt der einen gefragten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Further predictions for the same article were left out.</source>
        <translation>Weitere Vorhersagen zu demselben Artikel wurden ausgelassen.</translation>
    </message>
    <message>
        <source>A prediction in its answer has no list &quot;result&quot;.</source>
        <translation>Eine Vorhersage in der Antwort hat keine Liste „result“.</translation>
    </message>
    <message>
        <source>Relations between labels that no role of the label schema joins were left out.</source>
        <translation>Relationen zwischen Labels, die keine Rolle des Annotationsschemas verbindet, wurden ausgelassen.</translation>
    </message>
    <message>
        <source>This detector would send articles to %1, to which nobody has agreed yet: test it in the window, or add it anew.</source>
        <translation>Dieser Detektor würde Artikel an %1 senden, dem noch niemand zugestimmt hat: Testen Sie ihn im Fenster, oder fügen Sie ihn neu hinzu.</translation>
    </message>
    <message>
        <source>It is not asked any more after %1 failures in a row; the last: %2</source>
        <translation>Er wird nach %1 Fehlschlägen in Folge nicht mehr gefragt; der letzte: %2</translation>
    </message>
    <message>
        <source>Only answers may go to its standard output.</source>
        <translation>Auf seine Standardausgabe dürfen nur Antworten gehen.</translation>
    </message>
    <message>
        <source>detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>Give the detector a name.</source>
        <translation>Geben Sie dem Detektor einen Namen.</translation>
    </message>
    <message>
        <source>The name may hold letters, digits, &quot;-&quot;, &quot;_&quot; and &quot;.&quot; and at most 60 of them.</source>
        <translation>Der Name darf Buchstaben, Ziffern, „-“, „_“ und „.“ enthalten, höchstens 60 Zeichen.</translation>
    </message>
    <message>
        <source>The time-out must be between 1 and %1 seconds.</source>
        <translation>Das Zeitlimit muss zwischen 1 und %1 Sekunden liegen.</translation>
    </message>
    <message>
        <source>Say which program is to be started.</source>
        <translation>Geben Sie an, welches Programm gestartet werden soll.</translation>
    </message>
    <message>
        <source>The address must begin with http:// or https:// and name a host, as in http://localhost:9090.</source>
        <translation>Die Adresse muss mit http:// oder https:// beginnen und einen Host nennen, etwa http://localhost:9090.</translation>
    </message>
    <message>
        <source>The address may have no &quot;?&quot; and no &quot;#&quot;; paths are put behind it.</source>
        <translation>Die Adresse darf kein „?“ und kein „#“ enthalten; Pfade werden an sie angehängt.</translation>
    </message>
    <message>
        <source>INCEpTION needs a layer, such as %1, and a feature, such as %2.</source>
        <translation>INCEpTION braucht einen Layer, etwa %1, und ein Feature, etwa %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of detector.</source>
        <translation>„%1“ ist keine Detektorart.</translation>
    </message>
    <message>
        <source>It could not be started (%1); is the path right, and may the file be run?</source>
        <translation>Er konnte nicht gestartet werden (%1); stimmt der Pfad, und darf die Datei ausgeführt werden?</translation>
    </message>
    <message numerus="yes">
        <source>It did not answer within %n second(s). Give it more time in the detector&apos;s settings, or see why it is slow; each answer must end its line and be flushed.</source>
        <translation>
            <numerusform>Er hat binnen %n Sekunde nicht geantwortet. Geben Sie ihm in den Einstellungen des Detektors mehr Zeit, oder sehen Sie nach, warum er langsam ist; jede Antwort muss ihre Zeile beenden und der Puffer geleert werden (flush).</numerusform>
            <numerusform>Er hat binnen %n Sekunden nicht geantwortet. Geben Sie ihm in den Einstellungen des Detektors mehr Zeit, oder sehen Sie nach, warum er langsam ist; jede Antwort muss ihre Zeile beenden und der Puffer geleert werden (flush).</numerusform>
        </translation>
    </message>
    <message>
        <source>It crashed before it answered.</source>
        <translation>Er ist abgestürzt, bevor er geantwortet hat.</translation>
    </message>
    <message>
        <source>It ended with status %1 before it answered.</source>
        <translation>Er hat sich mit Status %1 beendet, bevor er geantwortet hat.</translation>
    </message>
    <message>
        <source>It wrote on standard error: %1</source>
        <translation>Er hat auf die Standardfehlerausgabe geschrieben: %1</translation>
    </message>
    <message>
        <source>Parts of attributions that name a span which is not there were left out.</source>
        <translation>Teile von Zuschreibungen, die eine fehlende Spanne nennen, wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Spans without fragments were left out.</source>
        <translation>Spannen ohne Fragmente wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Mentions of a speaker that the answer does not list were left out.</source>
        <translation>Erwähnungen eines Sprechers, den die Antwort nicht aufführt, wurden ausgelassen.</translation>
    </message>
    <message>
        <source>It answered with nothing.</source>
        <translation>Er hat mit nichts geantwortet.</translation>
    </message>
    <message>
        <source>It answered with bytes that are not valid UTF-8: &quot;%1&quot;.</source>
        <translation>Er hat mit Bytes geantwortet, die kein gültiges UTF-8 sind: „%1“.</translation>
    </message>
    <message>
        <source>It answered with what is no JSON, or is cut short (%1, at byte %2): &quot;%3&quot;.</source>
        <translation>Er hat mit etwas geantwortet, das kein JSON oder abgeschnitten ist (%1, bei Byte %2): „%3“.</translation>
    </message>
    <message>
        <source>It answered with JSON that is no object: &quot;%1&quot;.</source>
        <translation>Er hat mit JSON geantwortet, das kein Objekt ist: „%1“.</translation>
    </message>
    <message>
        <source>It told an error: %1</source>
        <translation>Er hat einen Fehler gemeldet: %1</translation>
    </message>
    <message>
        <source>It did not introduce itself: the first answer must hold &quot;name&quot;, &quot;version&quot; and &quot;protocol&quot;.</source>
        <translation>Er hat sich nicht vorgestellt: Die erste Antwort muss „name“, „version“ und „protocol“ enthalten.</translation>
    </message>
    <message>
        <source>It speaks version %1 of the protocol, Quoth speaks version %2.</source>
        <translation>Er spricht Version %1 des Protokolls, Quoth spricht Version %2.</translation>
    </message>
    <message>
        <source>(not told)</source>
        <translation>(nicht angegeben)</translation>
    </message>
    <message>
        <source>It answered to another article: &quot;id&quot; is not that of the question.</source>
        <translation>Er hat zu einem anderen Artikel geantwortet: „id“ ist nicht die der Anfrage.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in its answer is no list.</source>
        <translation>„%1“ in der Antwort ist keine Liste.</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing</name>
    <message>
        <source>The search was stopped.</source>
        <translation>Die Suche wurde angehalten.</translation>
    </message>
    <message>
        <source>same words as “%1”</source>
        <translation>derselbe Wortlaut wie „%1“</translation>
    </message>
    <message numerus="yes">
        <source>suggest %n further place(s)</source>
        <translation>
            <numerusform>%n weitere Stelle vorschlagen</numerusform>
            <numerusform>%n weitere Stellen vorschlagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::BulkReview</name>
    <message numerus="yes">
        <source>accept %n item(s)</source>
        <translation>
            <numerusform>%n Element annehmen</numerusform>
            <numerusform>%n Elemente annehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reject %n item(s)</source>
        <translation>
            <numerusform>%n Element ablehnen</numerusform>
            <numerusform>%n Elemente ablehnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reopen %n item(s)</source>
        <translation>
            <numerusform>%n Element wieder öffnen</numerusform>
            <numerusform>%n Elemente wieder öffnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>delete %n item(s)</source>
        <translation>
            <numerusform>%n Element löschen</numerusform>
            <numerusform>%n Elemente löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>relabel %n item(s) as %1</source>
        <translation>
            <numerusform>Label von %n Element zu %1 ändern</numerusform>
            <numerusform>Label von %n Elementen zu %1 ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is done, and to which items</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a label, and words that have it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::Edits</name>
    <message>
        <source>label as %1</source>
        <translation>als %1 annotieren</translation>
    </message>
    <message>
        <source>move an edge</source>
        <translation>eine Grenze verschieben</translation>
    </message>
    <message>
        <source>relabel as %1</source>
        <translation>Label zu %1 ändern</translation>
    </message>
    <message>
        <source>change a note</source>
        <translation>eine Notiz ändern</translation>
    </message>
    <message>
        <source>set %1</source>
        <translation>„%1“ setzen</translation>
    </message>
    <message numerus="yes">
        <source>delete %n item(s)</source>
        <translation>
            <numerusform>%n Element löschen</numerusform>
            <numerusform>%n Elemente löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>accept %n item(s)</source>
        <translation>
            <numerusform>%n Element annehmen</numerusform>
            <numerusform>%n Elemente annehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reject %n item(s)</source>
        <translation>
            <numerusform>%n Element ablehnen</numerusform>
            <numerusform>%n Elemente ablehnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reopen %n item(s)</source>
        <translation>
            <numerusform>%n Element wieder öffnen</numerusform>
            <numerusform>%n Elemente wieder öffnen</numerusform>
        </translation>
    </message>
    <message>
        <source>set the speaker</source>
        <translation>den Sprecher setzen</translation>
    </message>
    <message>
        <source>change the speaker %1</source>
        <translation>den Sprecher %1 ändern</translation>
    </message>
    <message>
        <source>add an attribution</source>
        <translation>eine Zuschreibung hinzufügen</translation>
    </message>
    <message>
        <source>fill the %1</source>
        <translation>„%1“ füllen</translation>
    </message>
    <message>
        <source>clear the %1</source>
        <translation>„%1“ leeren</translation>
    </message>
    <message>
        <source>change the kind</source>
        <translation>die Art ändern</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::ReviewFilter</name>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>a range of confidence</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>the least confidence</comment>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <comment>the greatest confidence</comment>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>made by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>made by people</source>
        <translation>von Personen</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>found by detectors</source>
        <translation>von Detektoren gefunden</translation>
    </message>
    <message>
        <source>without a speaker</source>
        <translation>ohne Sprecher</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>mit einer Notiz</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::SchemaDraft</name>
    <message>
        <source>New label</source>
        <translation>Neues Label</translation>
    </message>
    <message>
        <source>New frame</source>
        <translation>Neuer Frame</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>New label %1</source>
        <translation>Neues Label %1</translation>
    </message>
    <message>
        <source>New frame %1</source>
        <translation>Neuer Frame %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::SchemaStep</name>
    <message numerus="yes">
        <source>%n span(s) in the project have the label “%1”. Say which label they get instead.</source>
        <translation>
            <numerusform>%n Spanne im Projekt hat das Label „%1“. Geben Sie an, welches Label sie stattdessen bekommt.</numerusform>
            <numerusform>%n Spannen im Projekt haben das Label „%1“. Geben Sie an, welches Label sie stattdessen bekommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind “%1”. Remove them first.</source>
        <translation>
            <numerusform>%n Frame im Projekt ist von der Art „%1“. Entfernen Sie ihn zuerst.</numerusform>
            <numerusform>%n Frames im Projekt sind von der Art „%1“. Entfernen Sie sie zuerst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project fill the role “%1”. Take them out of it first.</source>
        <translation>
            <numerusform>%n Spanne im Projekt füllt die Rolle „%1“. Nehmen Sie sie zuerst heraus.</numerusform>
            <numerusform>%n Spannen im Projekt füllen die Rolle „%1“. Nehmen Sie sie zuerst heraus.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::SpeakerEdits</name>
    <message>
        <source>A speaker needs a name.</source>
        <translation>Ein Sprecher braucht einen Namen.</translation>
    </message>
    <message>
        <source>“%1” is no item of Wikidata: those are a Q and a number, like Q42.</source>
        <translation>„%1“ ist kein Objekt von Wikidata: Diese bestehen aus einem Q und einer Zahl, etwa Q42.</translation>
    </message>
    <message>
        <source>“%1” is no colour of the form #rrggbb.</source>
        <translation>„%1“ ist keine Farbe der Form #rrggbb.</translation>
    </message>
    <message>
        <source>There is a speaker called %1 already. Merge the two instead.</source>
        <translation>Es gibt schon einen Sprecher namens %1. Führen Sie stattdessen die beiden zusammen.</translation>
    </message>
    <message>
        <source>add the speaker %1</source>
        <translation>den Sprecher %1 hinzufügen</translation>
    </message>
    <message>
        <source>This speaker is gone.</source>
        <translation>Diesen Sprecher gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>change the speaker %1</source>
        <translation>den Sprecher %1 ändern</translation>
    </message>
    <message numerus="yes">
        <source>%1 is mentioned in %n article(s). Merge the speaker with another one instead.</source>
        <translation>
            <numerusform>%1 wird in %n Artikel erwähnt. Führen Sie den Sprecher stattdessen mit einem anderen zusammen.</numerusform>
            <numerusform>%1 wird in %n Artikeln erwähnt. Führen Sie den Sprecher stattdessen mit einem anderen zusammen.</numerusform>
        </translation>
    </message>
    <message>
        <source>delete the speaker %1</source>
        <translation>den Sprecher %1 löschen</translation>
    </message>
    <message>
        <source>A speaker cannot be merged into itself: choose another one.</source>
        <translation>Ein Sprecher kann nicht mit sich selbst zusammengeführt werden: Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>merge %1 into %2</source>
        <translation>%1 mit %2 zusammenführen</translation>
    </message>
    <message numerus="yes">
        <source>merge %n speaker(s) into %1</source>
        <translation>
            <numerusform>%n Sprecher mit %1 zusammenführen</numerusform>
            <numerusform>%n Sprecher mit %1 zusammenführen</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the mentions that go to the new speaker.</source>
        <translation>Wählen Sie die Erwähnungen, die an den neuen Sprecher gehen.</translation>
    </message>
    <message>
        <source>split %1 from %2</source>
        <translation>%1 von %2 abtrennen</translation>
    </message>
    <message>
        <source>%1 is not mentioned by these words.</source>
        <translation>%1 wird mit diesem Wortlaut nicht erwähnt.</translation>
    </message>
    <message>
        <source>“%1” is always %2</source>
        <translation>„%1“ ist immer %2</translation>
    </message>
    <message>
        <source>There is another speaker called %1, who is mentioned by other words too. Merge the two, or give that one another name, first.</source>
        <translation>Es gibt einen anderen Sprecher namens %1, der auch mit anderem Wortlaut erwähnt wird. Führen Sie zuerst die beiden zusammen, oder benennen Sie jenen um.</translation>
    </message>
</context>
<context>
    <name>Quoth::Exchange</name>
    <message>
        <source>This is a table of annotations as Quoth writes it, not one of articles. To take annotations along, export them as &quot;jsonl&quot; and import that.</source>
        <translation>Das ist eine Tabelle von Annotationen, wie Quoth sie schreibt, keine von Artikeln. Um Annotationen mitzunehmen, exportieren Sie sie als „jsonl“ und importieren Sie das.</translation>
    </message>
    <message>
        <source>The table has no column &quot;%1&quot;; it has: %2.</source>
        <translation>Die Tabelle hat keine Spalte „%1“; sie hat: %2.</translation>
    </message>
    <message>
        <source>A column cannot be &quot;%1&quot;, only one of: %2.</source>
        <translation>Eine Spalte kann nicht „%1“ sein, nur eines von: %2.</translation>
    </message>
    <message>
        <source>No column of the table is known to hold the articles&apos; text. Say which one does, with --columns text=NAME; it has: %1.</source>
        <translation>Von keiner Spalte der Tabelle ist bekannt, dass sie den Text der Artikel enthält. Geben Sie sie mit --columns text=NAME an; vorhanden sind: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not say which column is what, as in text=body; what it can be: %2.</source>
        <translation>„%1“ sagt nicht, welche Spalte was ist, wie etwa text=body; möglich sind: %2.</translation>
    </message>
    <message>
        <source>An article&apos;s id comes more than once; a number was added to it.</source>
        <translation>Die ID eines Artikels kommt mehrfach vor; eine Zahl wurde angehängt.</translation>
    </message>
    <message>
        <source>The file holds no article. %1</source>
        <translation>Die Datei enthält keinen Artikel. %1</translation>
    </message>
    <message>
        <source>The file holds no article.</source>
        <translation>Die Datei enthält keinen Artikel.</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>The row has no text and was skipped.</source>
        <translation>Die Zeile hat keinen Text und wurde übersprungen.</translation>
    </message>
    <message>
        <source>The row has more cells than the header.</source>
        <translation>Die Zeile hat mehr Zellen als der Kopf.</translation>
    </message>
    <message>
        <source>The table is empty.</source>
        <translation>Die Tabelle ist leer.</translation>
    </message>
    <message>
        <source>The table holds no article.</source>
        <translation>Die Tabelle enthält keinen Artikel.</translation>
    </message>
    <message>
        <source>A span without characters was left out.</source>
        <translation>Eine Spanne ohne Zeichen wurde ausgelassen.</translation>
    </message>
    <message>
        <source>A span outside the text was left out.</source>
        <translation>Eine Spanne außerhalb des Textes wurde ausgelassen.</translation>
    </message>
    <message>
        <source>A line that is no annotation of brat&apos;s was skipped.</source>
        <translation>Eine Zeile, die keine brat-Annotation ist, wurde übersprungen.</translation>
    </message>
    <message>
        <source>An equivalence was not kept.</source>
        <translation>Eine Äquivalenz wurde nicht übernommen.</translation>
    </message>
    <message>
        <source>An annotation whose id is given twice was skipped.</source>
        <translation>Eine Annotation mit doppelter ID wurde übersprungen.</translation>
    </message>
    <message>
        <source>Origins, confidences, explanations and speakers went into notes of the type &quot;Quoth&quot;.</source>
        <translation>Herkunft, Konfidenzen, Erklärungen und Sprecher kamen in Notizen des Typs „Quoth“.</translation>
    </message>
    <message>
        <source>Spans were cut at line breaks; notes keep how they were.</source>
        <translation>Spannen wurden an Zeilenumbrüchen zerschnitten; Notizen halten fest, wie sie waren.</translation>
    </message>
    <message>
        <source>Annotations of nothing but line breaks were left out.</source>
        <translation>Annotationen aus nichts als Zeilenumbrüchen wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Articles&apos; ids were changed so that they can be file names.</source>
        <translation>IDs von Artikeln wurden geändert, damit sie Dateinamen sein können.</translation>
    </message>
    <message>
        <source>Articles lost their metadata, for which brat has no place.</source>
        <translation>Artikel haben ihre Metadaten verloren, für die brat keinen Platz hat.</translation>
    </message>
    <message>
        <source>The folder could not be put in its place.</source>
        <translation>Der Ordner konnte nicht an seinen Platz gebracht werden.</translation>
    </message>
    <message>
        <source>The file could not be put in its place.</source>
        <translation>Die Datei konnte nicht an ihren Platz gebracht werden.</translation>
    </message>
    <message>
        <source>brat standoff is a folder of files and cannot go to the standard output.</source>
        <translation>brat-Standoff ist ein Ordner mit Dateien und kann nicht auf die Standardausgabe gehen.</translation>
    </message>
    <message>
        <source>brat standoff is a folder, but there is a file of this name.</source>
        <translation>brat-Standoff ist ein Ordner, aber es gibt eine Datei dieses Namens.</translation>
    </message>
    <message>
        <source>brat standoff</source>
        <translation>brat-Standoff</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>Es gibt keine solche Datei und keinen solchen Ordner.</translation>
    </message>
    <message>
        <source>An annotation file without its text was skipped.</source>
        <translation>Eine Annotationsdatei ohne ihren Text wurde übersprungen.</translation>
    </message>
    <message>
        <source>The folder holds no text file.</source>
        <translation>Der Ordner enthält keine Textdatei.</translation>
    </message>
    <message>
        <source>A file was skipped. %1</source>
        <translation>Eine Datei wurde übersprungen. %1</translation>
    </message>
    <message>
        <source>A fragment outside the text was dropped.</source>
        <translation>Ein Fragment außerhalb des Textes wurde verworfen.</translation>
    </message>
    <message>
        <source>A fragment without characters was dropped.</source>
        <translation>Ein Fragment ohne Zeichen wurde verworfen.</translation>
    </message>
    <message>
        <source>A span of which no fragment was left was dropped.</source>
        <translation>Eine Spanne, von der kein Fragment übrig blieb, wurde verworfen.</translation>
    </message>
    <message>
        <source>A span&apos;s text is not what its offsets give; the offsets were believed.</source>
        <translation>Der Text einer Spanne entspricht nicht ihren Offsets; maßgeblich waren die Offsets.</translation>
    </message>
    <message>
        <source>An event&apos;s reference to a trigger that is not there was dropped.</source>
        <translation>Der Verweis eines Ereignisses auf einen fehlenden Trigger wurde verworfen.</translation>
    </message>
    <message>
        <source>An argument that is an event was replaced by that event&apos;s trigger.</source>
        <translation>Ein Argument, das ein Ereignis ist, wurde durch dessen Trigger ersetzt.</translation>
    </message>
    <message>
        <source>A role&apos;s reference to a span that is not there was dropped.</source>
        <translation>Der Verweis einer Rolle auf eine fehlende Spanne wurde verworfen.</translation>
    </message>
    <message>
        <source>An attribution of which no span was left was dropped.</source>
        <translation>Eine Zuschreibung, von der keine Spanne übrig blieb, wurde verworfen.</translation>
    </message>
    <message>
        <source>A binary relation was not kept: it is no attribution.</source>
        <translation>Eine binäre Relation wurde nicht übernommen: Sie ist keine Zuschreibung.</translation>
    </message>
    <message>
        <source>An attribute of something that is not there was dropped.</source>
        <translation>Ein Attribut von etwas, das fehlt, wurde verworfen.</translation>
    </message>
    <message>
        <source>A note on something that is not there was dropped.</source>
        <translation>Eine Notiz zu etwas, das fehlt, wurde verworfen.</translation>
    </message>
    <message>
        <source>A normalisation was not kept: it is no reference of a span to Wikidata.</source>
        <translation>Eine Normalisierung wurde nicht übernommen: Sie ist kein Verweis einer Spanne auf Wikidata.</translation>
    </message>
    <message>
        <source>The offsets count CRLF as two characters and were read so.</source>
        <translation>Die Offsets zählen CRLF als zwei Zeichen und wurden so gelesen.</translation>
    </message>
    <message>
        <source>Attributes that are no texts, or are named as no feature may be, went as JSON into the feature &quot;attributes&quot;.</source>
        <translation>Attribute, die keine Texte sind oder deren Name für ein Feature nicht zulässig ist, kamen als JSON in das Feature „attributes“.</translation>
    </message>
    <message>
        <source>UIMA CAS JSON (INCEpTION)</source>
        <translation>UIMA CAS JSON (INCEpTION)</translation>
    </message>
    <message>
        <source>This is no JSON: %1, at byte %2.</source>
        <translation>Das ist kein JSON: %1 bei Byte %2.</translation>
    </message>
    <message>
        <source>This is no UIMA CAS: there is no &quot;%1&quot;.</source>
        <translation>Das ist kein UIMA CAS: „%1“ fehlt.</translation>
    </message>
    <message>
        <source>Annotations of another view than the first with a text were dropped.</source>
        <translation>Annotationen einer anderen als der ersten Sicht mit einem Text wurden verworfen.</translation>
    </message>
    <message>
        <source>References to arrays that very many structures share were dropped.</source>
        <translation>Verweise auf Arrays, die sich sehr viele Strukturen teilen, wurden verworfen.</translation>
    </message>
    <message>
        <source>A structure without a type was dropped.</source>
        <translation>Eine Struktur ohne Typ wurde verworfen.</translation>
    </message>
    <message>
        <source>%1, structure %2</source>
        <translation>%1, Struktur %2</translation>
    </message>
    <message>
        <source>An id is given twice; references mean the first one.</source>
        <translation>Eine ID ist doppelt vergeben; Verweise meinen die erste.</translation>
    </message>
    <message>
        <source>An annotation lies outside the text and was dropped.</source>
        <translation>Eine Annotation liegt außerhalb des Textes und wurde verworfen.</translation>
    </message>
    <message>
        <source>An annotation without characters was dropped.</source>
        <translation>Eine Annotation ohne Zeichen wurde verworfen.</translation>
    </message>
    <message>
        <source>Annotations of words and syntax were not taken in.</source>
        <translation>Annotationen von Wörtern und Syntax wurden nicht übernommen.</translation>
    </message>
    <message>
        <source>A link to something that is not there was dropped.</source>
        <translation>Eine Verknüpfung mit etwas, das fehlt, wurde verworfen.</translation>
    </message>
    <message>
        <source>Chains were not taken in, only their links.</source>
        <translation>Ketten wurden nicht übernommen, nur ihre Glieder.</translation>
    </message>
    <message>
        <source>An attribution without any span was dropped.</source>
        <translation>Eine Zuschreibung ohne Spannen wurde verworfen.</translation>
    </message>
    <message>
        <source>There is no text in it.</source>
        <translation>Es ist kein Text darin.</translation>
    </message>
    <message>
        <source>A file of the suffix .%1 holds one article. Export several to a .zip.</source>
        <translation>Eine Datei mit der Endung .%1 enthält einen Artikel. Exportieren Sie mehrere in eine .zip.</translation>
    </message>
    <message>
        <source>Spans that are no claims were left out.</source>
        <translation>Spannen, die keine Behauptungen sind, wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Attributions were left out; claimants come from them.</source>
        <translation>Zuschreibungen wurden ausgelassen; die Angaben, wer etwas behauptet, stammen aus ihnen.</translation>
    </message>
    <message>
        <source>The articles&apos; texts and further metadata were left out.</source>
        <translation>Die Texte und weitere Metadaten der Artikel wurden ausgelassen.</translation>
    </message>
    <message>
        <source>States, origins, confidences and explanations of claims were left out.</source>
        <translation>Status, Herkunft, Konfidenz und Erklärung von Behauptungen wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Notes and attributes of claims were left out.</source>
        <translation>Notizen und Attribute von Behauptungen wurden ausgelassen.</translation>
    </message>
    <message>
        <source>The places of claims in the text were left out.</source>
        <translation>Die Stellen der Behauptungen im Text wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Claims in several pieces were joined by &quot; … &quot;.</source>
        <translation>Behauptungen in mehreren Stücken wurden mit „ … “ verbunden.</translation>
    </message>
    <message>
        <source>Claims for schema.org</source>
        <translation>Behauptungen für schema.org</translation>
    </message>
    <message>
        <source>Articles without words were left out.</source>
        <translation>Artikel ohne Wörter wurden ausgelassen.</translation>
    </message>
    <message>
        <source>States, which have no column: what was not accepted looks like the rest.</source>
        <translation>Der Status hat keine Spalte: Was nicht angenommen wurde, sieht aus wie das Übrige.</translation>
    </message>
    <message>
        <source>Confidences have no column.</source>
        <translation>Konfidenzen haben keine Spalte.</translation>
    </message>
    <message>
        <source>Origins and explanations have no column.</source>
        <translation>Herkunft und Erklärungen haben keine Spalte.</translation>
    </message>
    <message>
        <source>Notes have no column.</source>
        <translation>Notizen haben keine Spalte.</translation>
    </message>
    <message>
        <source>Attributes have no column.</source>
        <translation>Attribute haben keine Spalte.</translation>
    </message>
    <message>
        <source>Speakers have no column.</source>
        <translation>Sprecher haben keine Spalte.</translation>
    </message>
    <message>
        <source>Spans in several pieces became as many spans.</source>
        <translation>Aus Spannen in mehreren Stücken wurden ebenso viele Spannen.</translation>
    </message>
    <message>
        <source>Attributions have no place; their spans were written.</source>
        <translation>Zuschreibungen haben keinen Platz; ihre Spannen wurden geschrieben.</translation>
    </message>
    <message>
        <source>Articles lost their id and metadata.</source>
        <translation>Artikel haben ihre ID und ihre Metadaten verloren.</translation>
    </message>
    <message>
        <source>Articles lost the blanks and line ends between their words.</source>
        <translation>Artikel haben die Leerzeichen und Zeilenenden zwischen ihren Wörtern verloren.</translation>
    </message>
    <message>
        <source>Spans were left out because one with more words holds their place: a word has one label.</source>
        <translation>Spannen wurden ausgelassen, weil eine mit mehr Wörtern ihren Platz einnimmt: Ein Wort hat nur ein Label.</translation>
    </message>
    <message>
        <source>CoNLL-2003, four columns</source>
        <translation>CoNLL-2003, vier Spalten</translation>
    </message>
    <message>
        <source>CoNLL-2002, two columns</source>
        <translation>CoNLL-2002, zwei Spalten</translation>
    </message>
    <message>
        <source>CoNLL, two columns, IOBES</source>
        <translation>CoNLL, zwei Spalten, IOBES</translation>
    </message>
    <message>
        <source>CoNLL, columns for each label</source>
        <translation>CoNLL, Spalten für jedes Label</translation>
    </message>
    <message>
        <source>A line has not as many columns as the others; what it lacks was taken as O.</source>
        <translation>Eine Zeile hat nicht so viele Spalten wie die anderen; was fehlt, wurde als O genommen.</translation>
    </message>
    <message>
        <source>All of spans and attributions but their words, labels and roles went into a comment that only Quoth reads.</source>
        <translation>Von Spannen und Zuschreibungen kam alles außer Wörtern, Labels und Rollen in einen Kommentar, den nur Quoth liest.</translation>
    </message>
    <message>
        <source>Articles&apos; metadata went into a comment that only Quoth reads.</source>
        <translation>Die Metadaten der Artikel kamen in einen Kommentar, den nur Quoth liest.</translation>
    </message>
    <message>
        <source>CoNLL-U</source>
        <translation>CoNLL-U</translation>
    </message>
    <message>
        <source>A line that is no word of CoNLL-U was skipped.</source>
        <translation>Eine Zeile, die kein Wort von CoNLL-U ist, wurde übersprungen.</translation>
    </message>
    <message>
        <source>The details of an article are no JSON and were left out.</source>
        <translation>Die Einzelheiten eines Artikels sind kein JSON und wurden ausgelassen.</translation>
    </message>
    <message>
        <source>A span that is not of the form B-Label:id was dropped.</source>
        <translation>Eine Spanne, die nicht die Form B-Label:id hat, wurde verworfen.</translation>
    </message>
    <message>
        <source>Spans of nothing but blanks were left out.</source>
        <translation>Spannen aus nichts als Leerzeichen wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Spans lost the blanks that they begin or end with.</source>
        <translation>Spannen haben Leerzeichen an Anfang und Ende verloren.</translation>
    </message>
    <message>
        <source>Cells that look like formulas got an apostrophe before them.</source>
        <translation>Zellen, die wie Formeln aussehen, bekamen einen Apostroph vorangestellt.</translation>
    </message>
    <message>
        <source>Table for spreadsheets</source>
        <translation>Tabelle für Tabellenprogramme</translation>
    </message>
    <message>
        <source>Table with tabs</source>
        <translation>Tabelle mit Tabulatoren</translation>
    </message>
    <message>
        <source>A quotation mark is not closed: the cell goes on to the end of the file.</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen: Die Zelle geht bis zum Ende der Datei.</translation>
    </message>
    <message>
        <source>doccano JSON Lines, counting grapheme clusters</source>
        <translation>doccano JSON Lines, gezählt in Graphemclustern</translation>
    </message>
    <message>
        <source>doccano JSON Lines</source>
        <translation>doccano JSON Lines</translation>
    </message>
    <message>
        <source>Suggestions look like labels that were given; Quoth finds their state beside the text.</source>
        <translation>Vorschläge sehen aus wie vergebene Labels; Quoth findet ihren Status neben dem Text.</translation>
    </message>
    <message>
        <source>Confidences, explanations, speakers, notes and attributes of spans were kept beside the text, where Quoth finds them.</source>
        <translation>Konfidenzen, Erklärungen, Sprecher, Notizen und Attribute von Spannen wurden neben dem Text aufbewahrt, wo Quoth sie findet.</translation>
    </message>
    <message>
        <source>Spans that begin or end within a character (a grapheme cluster) show the whole of it; Quoth finds the exact place beside the text.</source>
        <translation>Spannen, die innerhalb eines Zeichens (eines Graphemclusters) beginnen oder enden, zeigen es ganz; Quoth findet die genaue Stelle neben dem Text.</translation>
    </message>
    <message>
        <source>Spans overlap: doccano takes them only into projects that allow it, and drops them elsewhere.</source>
        <translation>Spannen überlappen: doccano nimmt sie nur in Projekte auf, die das erlauben, und verwirft sie sonst.</translation>
    </message>
    <message>
        <source>Labels that are no list were left out.</source>
        <translation>Labels, die keine Liste sind, wurden ausgelassen.</translation>
    </message>
    <message>
        <source>A label that belongs to no place in the text was left out.</source>
        <translation>Ein Label, das zu keiner Stelle im Text gehört, wurde ausgelassen.</translation>
    </message>
    <message>
        <source>A span whose offsets are no whole numbers was left out.</source>
        <translation>Eine Spanne, deren Offsets keine ganzen Zahlen sind, wurde ausgelassen.</translation>
    </message>
    <message>
        <source>A span without a label was left out.</source>
        <translation>Eine Spanne ohne Label wurde ausgelassen.</translation>
    </message>
    <message>
        <source>A span&apos;s id is given twice; references mean the first.</source>
        <translation>Die ID einer Spanne ist doppelt vergeben; Verweise meinen die erste.</translation>
    </message>
    <message>
        <source>A relation of a span that is not there was left out.</source>
        <translation>Eine Relation einer fehlenden Spanne wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The file holds no text.</source>
        <translation>Die Datei enthält keinen Text.</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word-Dokument</translation>
    </message>
    <message>
        <source>The archive holds no Word document.</source>
        <translation>Das Archiv enthält kein Word-Dokument.</translation>
    </message>
    <message>
        <source>EPUB book</source>
        <translation>EPUB-Buch</translation>
    </message>
    <message>
        <source>The archive holds no EPUB.</source>
        <translation>Das Archiv enthält kein EPUB.</translation>
    </message>
    <message>
        <source>The book is locked (DRM) and cannot be read.</source>
        <translation>Das Buch ist gesperrt (DRM) und kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>A document of the book was left out. %1</source>
        <translation>Ein Dokument des Buches wurde ausgelassen. %1</translation>
    </message>
    <message>
        <source>The page&apos;s elements are nested too deep to be read.</source>
        <translation>Die Elemente der Seite sind zu tief verschachtelt, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>Notes at the foot or the end were left out.</source>
        <translation>Fuß- und Endnoten wurden ausgelassen.</translation>
    </message>
    <message>
        <source>The book names no documents with text.</source>
        <translation>Das Buch nennt keine Dokumente mit Text.</translation>
    </message>
    <message>
        <source>Role fillers were left out because their spans are in a state that is not exported.</source>
        <translation>Rollenfüller wurden ausgelassen, weil ihre Spannen einen Status haben, der nicht exportiert wird.</translation>
    </message>
    <message>
        <source>Attributions were left out because none of their spans is exported.</source>
        <translation>Zuschreibungen wurden ausgelassen, weil keine ihrer Spannen exportiert wird.</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>Das ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>The file is larger than an article may be (1 GiB).</source>
        <translation>Die Datei ist größer, als ein Artikel sein darf (1 GiB).</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>This is no text: it seems to be %1.</source>
        <translation>Das ist kein Text: Es scheint %1 zu sein.</translation>
    </message>
    <message>
        <source>Bytes that are not valid %1 became U+FFFD.</source>
        <translation>Bytes, die kein gültiges %1 sind, wurden zu U+FFFD.</translation>
    </message>
    <message>
        <source>The import was cancelled.</source>
        <translation>Der Import wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Spans that other programs would take for valid ones were only kept beside the text, where Quoth finds them.</source>
        <translation>Spannen, die andere Programme für gültig halten würden, wurden nur neben dem Text aufbewahrt, wo Quoth sie findet.</translation>
    </message>
    <message>
        <source>Interrupted spans became regions joined by relations.</source>
        <translation>Aus unterbrochenen Spannen wurden durch Relationen verbundene Regionen.</translation>
    </message>
    <message>
        <source>Attributions with one filler have no relation that shows them; they were kept beside the text, where Quoth finds them.</source>
        <translation>Zuschreibungen mit nur einem Füller haben keine Relation, die sie zeigt; sie wurden neben dem Text aufbewahrt, wo Quoth sie findet.</translation>
    </message>
    <message>
        <source>Role fillers of attributions that differ from them in state have no relation; they were kept beside the text, where Quoth finds them.</source>
        <translation>Rollenfüller mit anderem Status als ihre Zuschreibung haben keine Relation; sie wurden neben dem Text aufbewahrt, wo Quoth sie findet.</translation>
    </message>
    <message>
        <source>Attributions that share a cue look like one to other programs.</source>
        <translation>Zuschreibungen, die sich einen Redeeinleiter teilen, sehen für andere Programme wie eine aus.</translation>
    </message>
    <message>
        <source>Kinds, speakers, notes, confidences and further attributes of attributions were kept beside the text, where Quoth finds them.</source>
        <translation>Arten, Sprecher, Notizen, Konfidenzen und weitere Attribute von Zuschreibungen wurden neben dem Text aufbewahrt, wo Quoth sie findet.</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF-Dokument</translation>
    </message>
    <message>
        <source>This Quoth was built without Poppler (libpoppler-qt6-dev). Convert the file first: pdftotext FILE.pdf.</source>
        <translation>Dieses Quoth wurde ohne Poppler (libpoppler-qt6-dev) gebaut. Wandeln Sie die Datei zuerst um: pdftotext FILE.pdf.</translation>
    </message>
    <message>
        <source>This Quoth was built without libzip (libzip-dev) and knows no zip archives.</source>
        <translation>Dieses Quoth wurde ohne libzip (libzip-dev) gebaut und kennt keine Zip-Archive.</translation>
    </message>
    <message>
        <source>No known format fits. Name the format to read it as.</source>
        <translation>Kein bekanntes Format passt. Geben Sie das Format an, in dem gelesen werden soll.</translation>
    </message>
    <message>
        <source>The format &quot;%1&quot; cannot be read.</source>
        <translation>Das Format „%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The page is not in the encoding that it declares (%1); another was detected.</source>
        <translation>Die Seite hat nicht die Kodierung, die sie angibt (%1); eine andere wurde erkannt.</translation>
    </message>
    <message>
        <source>No article was found on the page.</source>
        <translation>Auf der Seite wurde kein Artikel gefunden.</translation>
    </message>
    <message>
        <source>Saved web page</source>
        <translation>Gespeicherte Webseite</translation>
    </message>
    <message>
        <source>%1 and further places</source>
        <translation>%1 und weitere Stellen</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>Quoth JSON Lines</source>
        <translation>Quoth JSON Lines</translation>
    </message>
    <message>
        <source>The record is of the format &quot;%1&quot;; what &quot;%2&quot; knows of it was read.</source>
        <translation>Der Eintrag hat das Format „%1“; gelesen wurde, was „%2“ davon kennt.</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>kein Objekt</translation>
    </message>
    <message>
        <source>The line is not a JSON record (%1) and was skipped.</source>
        <translation>Die Zeile ist kein JSON-Eintrag (%1) und wurde übersprungen.</translation>
    </message>
    <message>
        <source>The line is longer than a record may be and was skipped.</source>
        <translation>Die Zeile ist länger, als ein Eintrag sein darf, und wurde übersprungen.</translation>
    </message>
    <message>
        <source>The labelling configuration was not written: a file of another kind has its name, %1.</source>
        <translation>Die Annotationskonfiguration wurde nicht geschrieben: Eine andersartige Datei trägt ihren Namen, %1.</translation>
    </message>
    <message>
        <source>Label Studio tasks</source>
        <translation>Label-Studio-Aufgaben</translation>
    </message>
    <message>
        <source>%1, task %2</source>
        <translation>%1, Aufgabe %2</translation>
    </message>
    <message>
        <source>A task could not be read (%1) and was skipped.</source>
        <translation>Eine Aufgabe konnte nicht gelesen werden (%1) und wurde übersprungen.</translation>
    </message>
    <message>
        <source>The file ends before its list of tasks does.</source>
        <translation>Die Datei endet vor dem Ende ihrer Aufgabenliste.</translation>
    </message>
    <message>
        <source>A task has annotations by several people; what they have in common was read once.</source>
        <translation>Eine Aufgabe hat Annotationen mehrerer Personen; was ihnen gemeinsam ist, wurde einmal gelesen.</translation>
    </message>
    <message>
        <source>A score that is no number from 0 to 1 was left out.</source>
        <translation>Eine Bewertung (score), die keine Zahl von 0 bis 1 ist, wurde ausgelassen.</translation>
    </message>
    <message>
        <source>An annotation without a list of results was left out.</source>
        <translation>Eine Annotation ohne Ergebnisliste wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Results of the type &quot;%1&quot; were left out: labels, relations, choices and text areas are read.</source>
        <translation>Ergebnisse des Typs „%1“ wurden ausgelassen: Gelesen werden Labels, Relationen, Auswahlfelder und Textfelder.</translation>
    </message>
    <message>
        <source>Choices and texts that belong to no span were left out.</source>
        <translation>Auswahlen und Texte, die zu keiner Spanne gehören, wurden ausgelassen.</translation>
    </message>
    <message>
        <source>A task&apos;s data has no &quot;text&quot;; the longest of its fields was taken for it.</source>
        <translation>Die Daten einer Aufgabe haben kein „text“; das längste ihrer Felder wurde dafür genommen.</translation>
    </message>
    <message>
        <source>Confidences, explanations, speakers and attributes of spans that Label Studio has no place for were kept in the task&apos;s &quot;meta&quot;.</source>
        <translation>Konfidenzen, Erklärungen, Sprecher und Attribute von Spannen, für die Label Studio keinen Platz hat, wurden im „meta“ der Aufgabe aufbewahrt.</translation>
    </message>
    <message>
        <source>Web page with its pictures</source>
        <translation>Webseite mit ihren Bildern</translation>
    </message>
    <message>
        <source>No web page was found in the file.</source>
        <translation>In der Datei wurde keine Webseite gefunden.</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>OpenDocument-Text</translation>
    </message>
    <message>
        <source>The archive holds no OpenDocument text.</source>
        <translation>Das Archiv enthält keinen OpenDocument-Text.</translation>
    </message>
    <message>
        <source>The document is encrypted. Save it without a password.</source>
        <translation>Das Dokument ist verschlüsselt. Speichern Sie es ohne Passwort.</translation>
    </message>
    <message>
        <source>%1 What stands before that was taken.</source>
        <translation>%1 Übernommen wurde, was davor steht.</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>Standardausgabe</translation>
    </message>
    <message>
        <source>This is no PDF document, or it is damaged.</source>
        <translation>Das ist kein PDF-Dokument, oder es ist beschädigt.</translation>
    </message>
    <message>
        <source>The document holds no text, only pictures of it. Run a text recognition over it first, such as ocrmypdf.</source>
        <translation>Das Dokument enthält keinen Text, nur Bilder davon. Wenden Sie zuerst eine Texterkennung an, etwa ocrmypdf.</translation>
    </message>
    <message>
        <source>Words that are written from right to left may stand in the wrong order.</source>
        <translation>Von rechts nach links geschriebene Wörter stehen womöglich in falscher Reihenfolge.</translation>
    </message>
    <message>
        <source>Prodigy JSON Lines</source>
        <translation>Prodigy JSON Lines</translation>
    </message>
    <message>
        <source>The spans of a rejected record were read as rejected.</source>
        <translation>Die Spannen eines abgelehnten Eintrags wurden als abgelehnt gelesen.</translation>
    </message>
    <message>
        <source>The spans of a record that was passed over were read as suggestions.</source>
        <translation>Die Spannen eines übergangenen Eintrags wurden als Vorschläge gelesen.</translation>
    </message>
    <message>
        <source>An answer that is not accept, reject or ignore was passed over.</source>
        <translation>Eine Antwort, die nicht accept, reject oder ignore ist, wurde übergangen.</translation>
    </message>
    <message>
        <source>Suggestions stand in records without an answer, with what is accepted of the article; Quoth finds their state beside the text.</source>
        <translation>Vorschläge stehen in Einträgen ohne Antwort, zusammen mit dem Angenommenen des Artikels; Quoth findet ihren Status neben dem Text.</translation>
    </message>
    <message>
        <source>The text of a note could not be read. %1</source>
        <translation>Der Text einer Notiz konnte nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>A source was left out. %1</source>
        <translation>Eine Quelle wurde ausgelassen. %1</translation>
    </message>
    <message>
        <source>A source was left out: it has no text.</source>
        <translation>Eine Quelle wurde ausgelassen: Sie hat keinen Text.</translation>
    </message>
    <message>
        <source>The project holds no text that could be read.</source>
        <translation>Das Projekt enthält keinen lesbaren Text.</translation>
    </message>
    <message>
        <source>This is no project of the REFI-QDA standard.</source>
        <translation>Das ist kein Projekt nach dem REFI-QDA-Standard.</translation>
    </message>
    <message>
        <source>The project is of an unknown version of the standard (%1); it was read as 1.0.</source>
        <translation>Das Projekt hat eine unbekannte Version des Standards (%1); es wurde als 1.0 gelesen.</translation>
    </message>
    <message>
        <source>its codes are nested too deep</source>
        <translation>seine Codes sind zu tief verschachtelt</translation>
    </message>
    <message>
        <source>A selection without positions was dropped.</source>
        <translation>Eine Auswahl ohne Positionen wurde verworfen.</translation>
    </message>
    <message>
        <source>A selection&apos;s GUID is given twice; references mean the first.</source>
        <translation>Die GUID einer Auswahl ist doppelt vergeben; Verweise meinen die erste.</translation>
    </message>
    <message>
        <source>A selection without characters was dropped.</source>
        <translation>Eine Auswahl ohne Zeichen wurde verworfen.</translation>
    </message>
    <message>
        <source>A selection outside the text was dropped.</source>
        <translation>Eine Auswahl außerhalb des Textes wurde verworfen.</translation>
    </message>
    <message>
        <source>A piece of a span whose first piece is not there became a span of its own.</source>
        <translation>Ein Stück einer Spanne, deren erstes Stück fehlt, wurde zu einer eigenen Spanne.</translation>
    </message>
    <message>
        <source>A selection without a code was dropped.</source>
        <translation>Eine Auswahl ohne Code wurde verworfen.</translation>
    </message>
    <message>
        <source>A coding whose code is not there was dropped.</source>
        <translation>Eine Kodierung, deren Code fehlt, wurde verworfen.</translation>
    </message>
    <message>
        <source>A note that is not there was not kept.</source>
        <translation>Eine fehlende Notiz wurde nicht übernommen.</translation>
    </message>
    <message>
        <source>A speaker that is not there was not kept.</source>
        <translation>Ein fehlender Sprecher wurde nicht übernommen.</translation>
    </message>
    <message>
        <source>The positions of a source fit its text only if they are counted in an unusual way, and were read so.</source>
        <translation>Die Positionen einer Quelle passen nur zu ihrem Text, wenn sie auf ungewöhnliche Weise gezählt sind; so wurden sie gelesen.</translation>
    </message>
    <message>
        <source>Codes of a whole source were not kept.</source>
        <translation>Codes einer ganzen Quelle wurden nicht übernommen.</translation>
    </message>
    <message>
        <source>Links were not kept: they join no parts of an attribution.</source>
        <translation>Verknüpfungen wurden nicht übernommen: Sie verbinden keine Teile einer Zuschreibung.</translation>
    </message>
    <message>
        <source>Selections of cases were not kept: their label names no speaker.</source>
        <translation>Auswahlen von Fällen wurden nicht übernommen: Das Label nennt keinen Sprecher.</translation>
    </message>
    <message>
        <source>Sources that have no text (pictures, sound, films, pages) were not read.</source>
        <translation>Quellen ohne Text (Bilder, Ton, Filme, Seiten) wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Spans in several pieces became selections that are linked.</source>
        <translation>Aus Spannen in mehreren Stücken wurden verknüpfte Auswahlen.</translation>
    </message>
    <message>
        <source>Suggested and rejected annotations stand among the others; only descriptions tell them apart.</source>
        <translation>Vorgeschlagene und abgelehnte Annotationen stehen unter den anderen; nur Beschreibungen unterscheiden sie.</translation>
    </message>
    <message>
        <source>What REFI-QDA has no place for (origin, confidence, attributes and the like) stands in descriptions.</source>
        <translation>Wofür REFI-QDA keinen Platz hat (Herkunft, Konfidenz, Attribute und dergleichen), steht in Beschreibungen.</translation>
    </message>
    <message>
        <source>Attributions without spans were left out.</source>
        <translation>Zuschreibungen ohne Spannen wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Speaker: %1</source>
        <translation>Sprecher: %1</translation>
    </message>
    <message>
        <source>A codebook holds labels only: articles are not in it.</source>
        <translation>Ein Codebuch enthält nur Labels: Artikel sind nicht darin.</translation>
    </message>
    <message>
        <source>A codebook holds labels only: annotations are not in it.</source>
        <translation>Ein Codebuch enthält nur Labels: Annotationen sind nicht darin.</translation>
    </message>
    <message>
        <source>There is no label to write.</source>
        <translation>Es gibt kein Label zu schreiben.</translation>
    </message>
    <message>
        <source>REFI-QDA project</source>
        <translation>REFI-QDA-Projekt</translation>
    </message>
    <message>
        <source>REFI-QDA codebook</source>
        <translation>REFI-QDA-Codebuch</translation>
    </message>
    <message>
        <source>The archive has no project.qde: it is no project of the REFI-QDA standard.</source>
        <translation>Das Archiv hat kein project.qde: Es ist kein Projekt nach dem REFI-QDA-Standard.</translation>
    </message>
    <message>
        <source>The text lies outside the archive (&quot;%1&quot;).</source>
        <translation>Der Text liegt außerhalb des Archivs („%1“).</translation>
    </message>
    <message>
        <source>The record has no &quot;text&quot; and was skipped.</source>
        <translation>Der Eintrag hat kein „text“ und wurde übersprungen.</translation>
    </message>
    <message>
        <source>speaker %1</source>
        <translation>Sprecher %1</translation>
    </message>
    <message>
        <source>A speaker without a name was dropped.</source>
        <translation>Ein Sprecher ohne Namen wurde verworfen.</translation>
    </message>
    <message>
        <source>A speaker&apos;s id is given twice; references mean the first.</source>
        <translation>Die ID eines Sprechers ist doppelt vergeben; Verweise meinen den ersten.</translation>
    </message>
    <message>
        <source>A speaker&apos;s type is not known; it became a person.</source>
        <translation>Der Typ eines Sprechers ist unbekannt; er wurde zur Person.</translation>
    </message>
    <message>
        <source>A speaker&apos;s colour is none of the form #rrggbb; it was dropped.</source>
        <translation>Die Farbe eines Sprechers hat nicht die Form #rrggbb; sie wurde verworfen.</translation>
    </message>
    <message>
        <source>A fragment that is no pair of whole numbers was dropped.</source>
        <translation>Ein Fragment, das kein Paar ganzer Zahlen ist, wurde verworfen.</translation>
    </message>
    <message>
        <source>A fragment that ends before it begins was dropped.</source>
        <translation>Ein Fragment, das vor seinem Anfang endet, wurde verworfen.</translation>
    </message>
    <message>
        <source>Fragments that are no list were dropped.</source>
        <translation>Fragmente, die keine Liste sind, wurden verworfen.</translation>
    </message>
    <message>
        <source>A state is not known and was taken as &quot;%1&quot;.</source>
        <translation>Ein Status ist unbekannt und wurde als „%1“ genommen.</translation>
    </message>
    <message>
        <source>A confidence that is no number from 0 to 1 was dropped.</source>
        <translation>Eine Konfidenz, die keine Zahl von 0 bis 1 ist, wurde verworfen.</translation>
    </message>
    <message>
        <source>A reference to a speaker that is not listed was dropped.</source>
        <translation>Ein Verweis auf einen nicht aufgeführten Sprecher wurde verworfen.</translation>
    </message>
    <message>
        <source>span %1</source>
        <translation>Spanne %1</translation>
    </message>
    <message>
        <source>A span without a label was dropped.</source>
        <translation>Eine Spanne ohne Label wurde verworfen.</translation>
    </message>
    <message>
        <source>claim %1</source>
        <translation>Behauptung %1</translation>
    </message>
    <message>
        <source>A claim of which no fragment was left was dropped.</source>
        <translation>Eine Behauptung, von der kein Fragment übrig blieb, wurde verworfen.</translation>
    </message>
    <message>
        <source>attribution %1</source>
        <translation>Zuschreibung %1</translation>
    </message>
    <message>
        <source>A kind that is not direct, indirect or mixed was dropped.</source>
        <translation>Eine Art, die nicht direct, indirect oder mixed ist, wurde verworfen.</translation>
    </message>
    <message>
        <source>An attribution&apos;s id is given twice; both were kept.</source>
        <translation>Die ID einer Zuschreibung ist doppelt vergeben; beide wurden behalten.</translation>
    </message>
    <message>
        <source>it has no %1</source>
        <translation>%1 fehlt darin</translation>
    </message>
    <message>
        <source>its %1 is not of a release by Quoth</source>
        <translation>%1 darin gehört nicht zu einem Release von Quoth</translation>
    </message>
    <message>
        <source>the release had no folder %1</source>
        <translation>das Release hatte keinen Ordner %1</translation>
    </message>
    <message>
        <source>the release had no file %1</source>
        <translation>das Release hatte keine Datei %1</translation>
    </message>
    <message>
        <source>%1 was changed since</source>
        <translation>%1 wurde seither geändert</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>A release is a folder, but there is a file or link of this name.</source>
        <translation>Ein Release ist ein Ordner, aber es gibt eine Datei oder Verknüpfung dieses Namens.</translation>
    </message>
    <message>
        <source>The folder holds something else than an untouched release (%1) and was left alone. Choose another one.</source>
        <translation>Der Ordner enthält etwas anderes als ein unverändertes Release (%1) und wurde nicht angerührt. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Titles were left out.</source>
        <translation>Titel wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Further metadata was left out.</source>
        <translation>Weitere Metadaten wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Attributes in free words were left out.</source>
        <translation>Attribute mit freiem Text wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Explanations were left out.</source>
        <translation>Erklärungen wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Notes were left out.</source>
        <translation>Notizen wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Rich Text Format</source>
        <translation>Rich Text Format</translation>
    </message>
    <message>
        <source>Groups are nested too deep; what stands before that was taken.</source>
        <translation>Gruppen sind zu tief verschachtelt; übernommen wurde, was davor steht.</translation>
    </message>
    <message>
        <source>The file is cut short.</source>
        <translation>Die Datei ist abgeschnitten.</translation>
    </message>
    <message>
        <source>This is no RTF document.</source>
        <translation>Das ist kein RTF-Dokument.</translation>
    </message>
    <message>
        <source>Articles without annotations have no row.</source>
        <translation>Artikel ohne Annotationen haben keine Zeile.</translation>
    </message>
    <message>
        <source>Texts in several pieces were joined by &quot; … &quot;; the offsets keep the pieces.</source>
        <translation>Texte in mehreren Stücken wurden mit „ … “ verbunden; die Offsets bewahren die Stücke.</translation>
    </message>
    <message>
        <source>Role fillers of roles other than source, cue and content have no column.</source>
        <translation>Füller anderer Rollen als Quelle, Redeeinleiter und Inhalt haben keine Spalte.</translation>
    </message>
    <message>
        <source>TEI P5</source>
        <translation>TEI P5</translation>
    </message>
    <message>
        <source>The file has a document type declaration, which is not read: it could hide what it wants to be read. Take it out.</source>
        <translation>Die Datei hat eine Dokumenttypdeklaration, die nicht gelesen wird: Sie könnte unbemerkt anderes einlesen lassen. Entfernen Sie sie.</translation>
    </message>
    <message>
        <source>This is not well-formed XML (%1).</source>
        <translation>Das ist kein wohlgeformtes XML (%1).</translation>
    </message>
    <message>
        <source>The rest of the file was not read: it is not well-formed XML (%1).</source>
        <translation>Der Rest der Datei wurde nicht gelesen: Er ist kein wohlgeformtes XML (%1).</translation>
    </message>
    <message>
        <source>A second text of the same TEI element was skipped.</source>
        <translation>Ein zweiter Text desselben TEI-Elements wurde übersprungen.</translation>
    </message>
    <message>
        <source>A TEI element without text was skipped.</source>
        <translation>Ein TEI-Element ohne Text wurde übersprungen.</translation>
    </message>
    <message>
        <source>An article that breaks off was skipped.</source>
        <translation>Ein Artikel, der abbricht, wurde übersprungen.</translation>
    </message>
    <message>
        <source>Notes, deletions and the like are no part of the text and were left out.</source>
        <translation>Anmerkungen, Streichungen und dergleichen gehören nicht zum Text und wurden ausgelassen.</translation>
    </message>
    <message>
        <source>An id that was given before was not taken.</source>
        <translation>Eine schon vergebene ID wurde nicht übernommen.</translation>
    </message>
    <message>
        <source>A speaker that the header does not list was named after its id.</source>
        <translation>Ein Sprecher, den der Header nicht aufführt, wurde nach seiner ID benannt.</translation>
    </message>
    <message>
        <source>A span whose place is not in the text was dropped.</source>
        <translation>Eine Spanne, deren Stelle nicht im Text liegt, wurde verworfen.</translation>
    </message>
    <message>
        <source>Pieces of spans whose first piece is not there were dropped.</source>
        <translation>Stücke von Spannen, deren erstes Stück fehlt, wurden verworfen.</translation>
    </message>
    <message>
        <source>A quotation without text was dropped.</source>
        <translation>Ein Zitat ohne Text wurde verworfen.</translation>
    </message>
    <message>
        <source>Of several speakers of one quotation the first was taken.</source>
        <translation>Von mehreren Sprechern eines Zitats wurde der erste genommen.</translation>
    </message>
    <message>
        <source>A link that does not say what its targets do was dropped.</source>
        <translation>Eine Verknüpfung, die nicht sagt, was ihre Ziele tun, wurde verworfen.</translation>
    </message>
    <message>
        <source>Control characters that XML cannot hold became blanks.</source>
        <translation>Steuerzeichen, die XML nicht enthalten darf, wurden zu Leerzeichen.</translation>
    </message>
    <message>
        <source>The encoding &quot;%1&quot; is not known.</source>
        <translation>Die Kodierung „%1“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>This is no WebAnno TSV of version 3.</source>
        <translation>Das ist kein WebAnno TSV der Version 3.</translation>
    </message>
    <message>
        <source>A sentence without words was dropped.</source>
        <translation>Ein Satz ohne Wörter wurde verworfen.</translation>
    </message>
    <message>
        <source>The line is no row of WebAnno TSV and was skipped.</source>
        <translation>Die Zeile ist keine Zeile von WebAnno TSV und wurde übersprungen.</translation>
    </message>
    <message>
        <source>The row has too few columns.</source>
        <translation>Die Zeile hat zu wenige Spalten.</translation>
    </message>
    <message>
        <source>The offsets do not fit the sentences before; the texts were believed.</source>
        <translation>Die Offsets passen nicht zu den Sätzen davor; maßgeblich waren die Texte.</translation>
    </message>
    <message>
        <source>Articles without words lost their text, for which WebAnno TSV has no place.</source>
        <translation>Artikel ohne Wörter haben ihren Text verloren, für den WebAnno TSV keinen Platz hat.</translation>
    </message>
    <message>
        <source>Annotations in articles without words were left out.</source>
        <translation>Annotationen in Artikeln ohne Wörter wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Spans that begin or end between words, or hold none, end with words; the feature &quot;exact&quot; keeps where.</source>
        <translation>Spannen, die zwischen Wörtern beginnen oder enden oder keines enthalten, wurden auf Wortgrenzen gelegt; das Feature „exact“ hält die Stelle fest.</translation>
    </message>
    <message>
        <source>Line ends in notes and other features became spaces.</source>
        <translation>Zeilenenden in Notizen und anderen Features wurden zu Leerzeichen.</translation>
    </message>
    <message>
        <source>Empty lines and other white space before the first word became spaces.</source>
        <translation>Leere Zeilen und anderer Leerraum vor dem ersten Wort wurden zu Leerzeichen.</translation>
    </message>
    <message>
        <source>a PNG image</source>
        <translation>ein PNG-Bild</translation>
    </message>
    <message>
        <source>a JPEG image</source>
        <translation>ein JPEG-Bild</translation>
    </message>
    <message>
        <source>a GIF image</source>
        <translation>ein GIF-Bild</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a ZIP archive or an office document</source>
        <translation>ein ZIP-Archiv oder ein Office-Dokument</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>eine SQLite-Datenbank</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>ein gzip-Archiv</translation>
    </message>
    <message>
        <source>a bzip2 archive</source>
        <translation>ein bzip2-Archiv</translation>
    </message>
    <message>
        <source>an xz archive</source>
        <translation>ein xz-Archiv</translation>
    </message>
    <message>
        <source>a Zstandard archive</source>
        <translation>ein Zstandard-Archiv</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>ein 7-Zip-Archiv</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>ein RAR-Archiv</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>an old office document</source>
        <translation>ein altes Office-Dokument</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>ein RTF-Dokument</translation>
    </message>
    <message>
        <source>a sound or film file</source>
        <translation>eine Ton- oder Filmdatei</translation>
    </message>
    <message>
        <source>a sound, image or film file</source>
        <translation>eine Ton-, Bild- oder Filmdatei</translation>
    </message>
    <message>
        <source>a binary file</source>
        <translation>eine Binärdatei</translation>
    </message>
    <message>
        <source>W3C Web Annotation</source>
        <translation>W3C Web Annotation</translation>
    </message>
    <message>
        <source>An item is not JSON of web annotations (%1) and was skipped.</source>
        <translation>Ein Element ist kein JSON von Web Annotations (%1) und wurde übersprungen.</translation>
    </message>
    <message>
        <source>An item that is no annotation and no page of them was skipped.</source>
        <translation>Ein Element, das weder eine Annotation noch eine Seite davon ist, wurde übersprungen.</translation>
    </message>
    <message>
        <source>The annotations come without their text. Put it beside them as &quot;%1&quot;.</source>
        <translation>Die Annotationen kommen ohne ihren Text. Legen Sie ihn als „%1“ daneben.</translation>
    </message>
    <message>
        <source>annotation %1</source>
        <translation>Annotation %1</translation>
    </message>
    <message>
        <source>An annotation that links others without saying in which roles was dropped.</source>
        <translation>Eine Annotation, die andere verknüpft, ohne die Rollen zu nennen, wurde verworfen.</translation>
    </message>
    <message>
        <source>An annotation of which no place was found in the text was dropped.</source>
        <translation>Eine Annotation, deren Stelle im Text nicht gefunden wurde, wurde verworfen.</translation>
    </message>
    <message>
        <source>A piece of an annotation has no place in the text and was dropped.</source>
        <translation>Ein Stück einer Annotation hat keine Stelle im Text und wurde verworfen.</translation>
    </message>
    <message>
        <source>A position does not fit its quote; the quote was looked for.</source>
        <translation>Eine Position passt nicht zum zitierten Text; nach diesem wurde gesucht.</translation>
    </message>
    <message>
        <source>Confidences went into a property that only Quoth knows.</source>
        <translation>Konfidenzen kamen in eine Eigenschaft, die nur Quoth kennt.</translation>
    </message>
    <message>
        <source>Roles of attributions went into a property that only Quoth knows.</source>
        <translation>Rollen von Zuschreibungen kamen in eine Eigenschaft, die nur Quoth kennt.</translation>
    </message>
    <message>
        <source>Articles lost their metadata, for which WebAnno TSV has no place.</source>
        <translation>Artikel haben ihre Metadaten verloren, für die WebAnno TSV keinen Platz hat.</translation>
    </message>
    <message>
        <source>WebAnno TSV 3.3 (INCEpTION)</source>
        <translation>WebAnno TSV 3.3 (INCEpTION)</translation>
    </message>
    <message>
        <source>Cells were cut that are longer than a workbook allows (32767 characters).</source>
        <translation>Zellen, die länger sind, als eine Arbeitsmappe erlaubt (32767 Zeichen), wurden gekürzt.</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel-Arbeitsmappe</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>This is no workbook of Excel&apos;s format, or it is damaged.</source>
        <translation>Das ist keine Arbeitsmappe im Format von Excel, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>Only the first sheet of the workbook was read.</source>
        <translation>Nur das erste Blatt der Arbeitsmappe wurde gelesen.</translation>
    </message>
    <message>
        <source>A cell outside the sheet was dropped.</source>
        <translation>Eine Zelle außerhalb des Blattes wurde verworfen.</translation>
    </message>
    <message>
        <source>What types the annotations have, which other programs must know, goes only into a .zip.</source>
        <translation>Welche Typen die Annotationen haben, was andere Programme wissen müssen, kommt nur in eine .zip.</translation>
    </message>
    <message>
        <source>UIMA CAS XMI (INCEpTION)</source>
        <translation>UIMA CAS XMI (INCEpTION)</translation>
    </message>
    <message>
        <source>The file declares a document type, which is not read for safety.</source>
        <translation>Die Datei deklariert einen Dokumenttyp, der zur Sicherheit nicht gelesen wird.</translation>
    </message>
    <message>
        <source>This is no XMI file.</source>
        <translation>Das ist keine XMI-Datei.</translation>
    </message>
    <message>
        <source>The file is broken here and was read up to here: %1</source>
        <translation>Die Datei ist hier fehlerhaft und wurde bis hierher gelesen: %1</translation>
    </message>
    <message>
        <source>The description of the types cannot be read and was not used.</source>
        <translation>Die Beschreibung der Typen kann nicht gelesen werden und wurde nicht verwendet.</translation>
    </message>
    <message>
        <source>Control characters, which XML forbids, became spaces.</source>
        <translation>Steuerzeichen, die XML verbietet, wurden zu Leerzeichen.</translation>
    </message>
    <message>
        <source>it has a document type, which is not read because it can hide traps</source>
        <translation>es hat einen Dokumenttyp, der nicht gelesen wird, weil er Fallen verbergen kann</translation>
    </message>
    <message>
        <source>The XML could not be read to its end: %1.</source>
        <translation>Das XML konnte nicht bis zum Ende gelesen werden: %1.</translation>
    </message>
    <message>
        <source>This is no zip archive, or it is damaged: %1.</source>
        <translation>Das ist kein Zip-Archiv, oder es ist beschädigt: %1.</translation>
    </message>
    <message>
        <source>The archive has no such file.</source>
        <translation>Das Archiv hat keine solche Datei.</translation>
    </message>
    <message>
        <source>The file unpacks to more than %1 MB and was not read.</source>
        <translation>Die Datei ergibt entpackt mehr als %1 MB und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The file cannot be unpacked: %1.</source>
        <translation>Die Datei kann nicht entpackt werden: %1.</translation>
    </message>
    <message>
        <source>The archive cannot be made: %1.</source>
        <translation>Das Archiv kann nicht erstellt werden: %1.</translation>
    </message>
    <message>
        <source>This Quoth was built without libzip and knows no zip archives.</source>
        <translation>Dieses Quoth wurde ohne libzip gebaut und kennt keine Zip-Archive.</translation>
    </message>
    <message>
        <source>Spans were left out because one with fewer words holds a part of their place: a word has one label.</source>
        <translation>Spannen wurden ausgelassen, weil eine mit weniger Wörtern einen Teil ihres Platzes einnimmt: Ein Wort hat nur ein Label.</translation>
    </message>
    <message>
        <source>There is no library for it in Debian 12. Publish the dataset (&quot;quoth release&quot;) and convert its files: pandas.read_json(FILE, lines=True).to_parquet(OUTPUT).</source>
        <translation>In Debian 12 gibt es keine Bibliothek dafür. Veröffentlichen Sie den Datensatz („quoth release“), und wandeln Sie seine Dateien um: pandas.read_json(FILE, lines=True).to_parquet(OUTPUT).</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>The file cannot be read as Markdown.</source>
        <translation>Die Datei kann nicht als Markdown gelesen werden.</translation>
    </message>
</context>
<context>
    <name>Quoth::Measure</name>
    <message>
        <source>document %1</source>
        <translation>Dokument %1</translation>
    </message>
    <message>
        <source>The version has no &quot;annotator&quot; in its &quot;meta&quot;.</source>
        <translation>Die Version hat keinen „annotator“ in ihrem „meta“.</translation>
    </message>
    <message>
        <source>There are two versions by the annotator %1.</source>
        <translation>Es gibt zwei Versionen des Annotators %1.</translation>
    </message>
    <message>
        <source>The texts of its versions differ.</source>
        <translation>Die Texte seiner Versionen unterscheiden sich.</translation>
    </message>
    <message>
        <source>The line has no document &quot;id&quot;.</source>
        <translation>Die Zeile hat keine „id“ des Dokuments.</translation>
    </message>
    <message>
        <source>The document has no &quot;text&quot;.</source>
        <translation>Das Dokument hat keinen „text“.</translation>
    </message>
    <message>
        <source>The document has no list of &quot;attributions&quot;.</source>
        <translation>Das Dokument hat keine Liste „attributions“.</translation>
    </message>
    <message>
        <source>%1, document %2</source>
        <translation>%1, Dokument %2</translation>
    </message>
    <message>
        <source>%1: the fragments are no list of [begin, end] pairs.</source>
        <translation>%1: Die Fragmente sind keine Liste von Paaren [begin, end].</translation>
    </message>
    <message>
        <source>%1: a fragment is no pair of whole numbers [begin, end].</source>
        <translation>%1: Ein Fragment ist kein Paar ganzer Zahlen [begin, end].</translation>
    </message>
    <message>
        <source>%1: the fragment [%2, %3] is empty; ends are exclusive.</source>
        <translation>%1: Das Fragment [%2, %3] ist leer; das Ende ist exklusive.</translation>
    </message>
    <message>
        <source>%1: the fragment [%2, %3] is reversed or outside the text, which has %4 code points.</source>
        <translation>%1: Das Fragment [%2, %3] ist verkehrt herum oder liegt außerhalb des Textes, der %4 Codepunkte hat.</translation>
    </message>
    <message>
        <source>span %1</source>
        <translation>Spanne %1</translation>
    </message>
    <message>
        <source>attribution %1 is no object</source>
        <translation>Zuschreibung %1 ist kein Objekt</translation>
    </message>
    <message>
        <source>attribution %1, %2</source>
        <translation>Zuschreibung %1, %2</translation>
    </message>
    <message>
        <source>claim %1</source>
        <translation>Behauptung %1</translation>
    </message>
    <message>
        <source>An instance needs a &quot;doc&quot; and as many &quot;tokens&quot; ([begin, end] pairs) as &quot;labels&quot;.</source>
        <translation>Eine Instanz braucht ein „doc“ und ebenso viele „tokens“ (Paare [begin, end]) wie „labels“.</translation>
    </message>
    <message>
        <source>The predicted text is not the gold text. Predictions must be made on the very text of the gold file.</source>
        <translation>Der vorhergesagte Text ist nicht der Gold-Text. Vorhersagen müssen auf genau dem Text der Gold-Datei beruhen.</translation>
    </message>
    <message>
        <source>document %1, instance %2</source>
        <translation>Dokument %1, Instanz %2</translation>
    </message>
    <message>
        <source>The instance&apos;s tokens do not fit the text: they end after it, or are not in its order.</source>
        <translation>Die Tokens der Instanz passen nicht zum Text: Sie enden hinter ihm oder folgen nicht seiner Reihenfolge.</translation>
    </message>
    <message>
        <source>A label is none of B- or I- with source, cue or content, nor O.</source>
        <translation>Ein Label ist weder B- oder I- mit source, cue oder content noch O.</translation>
    </message>
    <message>
        <source>Units (all fragments of an attribution&apos;s role together)</source>
        <translation>Einheiten (alle Fragmente einer Rolle einer Zuschreibung zusammen)</translation>
    </message>
    <message>
        <source>Fragments (each contiguous piece a span of its own: CofeNet)</source>
        <translation>Fragmente (jedes zusammenhängende Stück eine eigene Spanne: CofeNet)</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>vorhergesagt</translation>
    </message>
    <message>
        <source>strict P</source>
        <translation>strikt P</translation>
    </message>
    <message>
        <source>begin F1</source>
        <translation>Anfang F1</translation>
    </message>
    <message>
        <source>overlap P</source>
        <translation>Überlappung P</translation>
    </message>
    <message>
        <source>soft P</source>
        <translation>weich P</translation>
    </message>
    <message>
        <source>token P</source>
        <translation>Token P</translation>
    </message>
    <message>
        <source>Attributions</source>
        <translation>Zuschreibungen</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>full</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>verknüpft</translation>
    </message>
    <message>
        <source>Given overlapping content: %1 pairs; source strict %2, overlap %3; cue strict %4, overlap %5</source>
        <translation>Bei überlappendem Inhalt: %1 Paare; Quelle strikt %2, Überlappung %3; Redeeinleiter strikt %4, Überlappung %5</translation>
    </message>
    <message>
        <source>Recall by gold kind</source>
        <translation>Recall nach Art im Gold</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>strikt</translation>
    </message>
    <message>
        <source>begin</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>weich</translation>
    </message>
    <message>
        <source>token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>content fragments</source>
        <translation>Inhaltsfragmente</translation>
    </message>
    <message>
        <source>%1: full %2, linked %3 of %4; given overlapping content: %5 pairs, source strict %6, overlap %7</source>
        <translation>%1: vollständig %2, verknüpft %3 von %4; bei überlappendem Inhalt: %5 Paare, Quelle strikt %6, Überlappung %7</translation>
    </message>
    <message>
        <source>Attributions by kind</source>
        <translation>Zuschreibungen nach Art</translation>
    </message>
    <message>
        <source>full P</source>
        <translation>vollständig P</translation>
    </message>
    <message>
        <source>linked P</source>
        <translation>verknüpft P</translation>
    </message>
    <message>
        <source>Of the linked ones, %1 have the kind that gold gives.</source>
        <translation>Von den verknüpften haben %1 die Art, die das Gold angibt.</translation>
    </message>
    <message>
        <source>Precision by what made the prediction</source>
        <translation>Precision nach dem Urheber der Vorhersage</translation>
    </message>
    <message>
        <source>made by</source>
        <translation>erstellt von</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Calibration: how many of a confidence are right</source>
        <translation>Kalibrierung: wie viele mit einer Konfidenz richtig sind</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>attributions</source>
        <translation>Zuschreibungen</translation>
    </message>
    <message>
        <source>mean confidence</source>
        <translation>mittlere Konfidenz</translation>
    </message>
    <message numerus="yes">
        <source>Expected calibration error: %1 linked, %2 full; %n attribution(s) without a confidence left out</source>
        <translation>
            <numerusform>Erwarteter Kalibrierungsfehler: %1 verknüpft, %2 vollständig; %n Zuschreibung ohne Konfidenz ausgelassen</numerusform>
            <numerusform>Erwarteter Kalibrierungsfehler: %1 verknüpft, %2 vollständig; %n Zuschreibungen ohne Konfidenz ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>What accepting all of a confidence and above gives</source>
        <translation>Was es bringt, alle ab einer Konfidenz anzunehmen</translation>
    </message>
    <message>
        <source>from</source>
        <translation>ab</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>Claims, ranked by confidence</source>
        <translation>Behauptungen, nach Konfidenz gereiht</translation>
    </message>
    <message>
        <source>ranked</source>
        <translation>gereiht</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>average precision</source>
        <translation>mittlere Precision</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>Behauptungen</translation>
    </message>
    <message>
        <source>Speakers of the linked attributions</source>
        <translation>Sprecher der verknüpften Zuschreibungen</translation>
    </message>
    <message>
        <source>B-cubed P</source>
        <translation>B-Cubed P</translation>
    </message>
    <message>
        <source>named in gold</source>
        <translation>im Gold genannt</translation>
    </message>
    <message>
        <source>rightly named</source>
        <translation>richtig genannt</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>speakers</source>
        <translation>Sprecher</translation>
    </message>
    <message numerus="yes">
        <source>%n of them without a predicted speaker</source>
        <translation>
            <numerusform>%n davon ohne vorhergesagten Sprecher</numerusform>
            <numerusform>%n davon ohne vorhergesagten Sprecher</numerusform>
        </translation>
    </message>
    <message>
        <source>documents %1</source>
        <translation>Dokumente %1</translation>
    </message>
    <message>
        <source>gold attributions %1</source>
        <translation>Gold-Zuschreibungen %1</translation>
    </message>
    <message>
        <source>predicted attributions %1</source>
        <translation>vorhergesagte Zuschreibungen %1</translation>
    </message>
    <message>
        <source>missing documents %1</source>
        <translation>fehlende Dokumente %1</translation>
    </message>
    <message>
        <source>ignored documents %1</source>
        <translation>ignorierte Dokumente %1</translation>
    </message>
    <message>
        <source>dropped nested %1</source>
        <translation>verworfene verschachtelte %1</translation>
    </message>
    <message>
        <source>instances %1</source>
        <translation>Instanzen %1</translation>
    </message>
    <message>
        <source>articles %1</source>
        <translation>Artikel %1</translation>
    </message>
    <message>
        <source>pairs of versions %1</source>
        <translation>Versionspaare %1</translation>
    </message>
    <message numerus="yes">
        <source>All %n article(s) belong together in one group, which cannot be split.</source>
        <translation>
            <numerusform>%n Artikel gehört in eine Gruppe, die sich nicht aufteilen lässt.</numerusform>
            <numerusform>Alle %n Artikel gehören in eine Gruppe, die sich nicht aufteilen lässt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, too few for the %2 splits asked for.</source>
        <translation>%1, zu wenige für die %2 verlangten Splits.</translation>
    </message>
    <message numerus="yes">
        <source>There are only %n group(s) of articles that belong together</source>
        <translation>
            <numerusform>Es gibt nur %n Gruppe zusammengehöriger Artikel</numerusform>
            <numerusform>Es gibt nur %n Gruppen zusammengehöriger Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>Group by less, or ask for fewer splits.</source>
        <translation>Gruppieren Sie nach weniger, oder verlangen Sie weniger Splits.</translation>
    </message>
</context>
<context>
    <name>Quoth::Rendering</name>
    <message>
        <source>%1: %2</source>
        <comment>a label, and the note on a span of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>dashed: not accepted yet</source>
        <translation>gestrichelt: noch nicht angenommen</translation>
    </message>
    <message>
        <source>The picture would be %1 by %2 pixels, more than a picture can have. Write PDF or HTML instead.</source>
        <translation>Das Bild hätte %1 mal %2 Pixel, mehr als ein Bild haben kann. Schreiben Sie stattdessen PDF oder HTML.</translation>
    </message>
    <message>
        <source>There is not enough memory for the picture.</source>
        <translation>Für das Bild reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>The pages could not be written.</source>
        <translation>Die Seiten konnten nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The file&apos;s name must end in one of .%1.</source>
        <translation>Der Dateiname muss auf eines von .%1 enden.</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direkt</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>indirekt</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>no speaker</source>
        <translation>kein Sprecher</translation>
    </message>
    <message>
        <source>the article</source>
        <translation>dem Artikel</translation>
    </message>
    <message>
        <source>somebody unnamed</source>
        <translation>jemand Ungenanntem</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>eine Person</translation>
    </message>
    <message>
        <source>detector “%1”</source>
        <translation>Detektor „%1“</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>imported: %1</source>
        <translation>importiert: %1</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Is the confidence true?</source>
        <translation>Stimmt die Konfidenz?</translation>
    </message>
    <message>
        <source>share that is right</source>
        <translation>Anteil der richtigen</translation>
    </message>
    <message>
        <source>perfect</source>
        <translation>perfekt</translation>
    </message>
    <message>
        <source>confidence (bars: how many attributions)</source>
        <translation>Konfidenz (Balken: wie viele Zuschreibungen)</translation>
    </message>
    <message>
        <source>What “accept all from …” gives</source>
        <translation>Was „alle annehmen ab …“ bringt</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>precision, linked</source>
        <translation>Precision, verknüpft</translation>
    </message>
    <message>
        <source>precision, exact</source>
        <translation>Precision, exakt</translation>
    </message>
    <message>
        <source>recall, linked</source>
        <translation>Recall, verknüpft</translation>
    </message>
    <message>
        <source>recall, exact</source>
        <translation>Recall, exakt</translation>
    </message>
    <message>
        <source>accepted from this confidence on</source>
        <translation>angenommen ab dieser Konfidenz</translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s) with a confidence</source>
        <translation>
            <numerusform>%n Zuschreibung mit Konfidenz</numerusform>
            <numerusform>%n Zuschreibungen mit Konfidenz</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: expected calibration error %2</source>
        <translation>%1: erwarteter Kalibrierungsfehler %2</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>verknüpft</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n Zuschreibung</numerusform>
            <numerusform>%n Zuschreibungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>%n Sprecher</numerusform>
            <numerusform>%n Sprecher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n Spanne</numerusform>
            <numerusform>%n Spannen</numerusform>
        </translation>
    </message>
    <message>
        <source>not “%1”</source>
        <comment>the title of an attribute</comment>
        <translation>nicht „%1“</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>The manual of Quoth</source>
        <translation>Das Quoth-Handbuch</translation>
    </message>
    <message>
        <source>The folder cannot be made.</source>
        <translation>Der Ordner kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date, see QLocale::toString</comment>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>Quoth::Schema</name>
    <message>
        <source>A clause that states something that can be checked: a fact, a figure, a cause, a comparison. Leave out opinions, wishes and announcements. Who makes the claim follows from the quotation it stands in.</source>
        <translation>Ein Teilsatz, der etwas Überprüfbares feststellt: eine Tatsache, eine Zahl, eine Ursache, einen Vergleich. Meinungen, Wünsche und Ankündigungen gehören nicht dazu. Wer es behauptet, ergibt sich aus dem Zitat, in dem der Teilsatz steht.</translation>
    </message>
    <message>
        <source>Attribution &amp; claims</source>
        <translation>Zuschreibungen und Behauptungen</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>Zuschreibung</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Redeeinleiter</translation>
    </message>
    <message>
        <source>Kind of claim</source>
        <translation>Art der Behauptung</translation>
    </message>
    <message>
        <source>One relation: content that is credited to a source by a cue. Several attributions may share a source; an attribution may stand inside the content of another.</source>
        <translation>Eine Relation: Inhalt, der durch einen Redeeinleiter einer Quelle zugeschrieben wird. Mehrere Zuschreibungen können sich eine Quelle teilen; eine Zuschreibung kann im Inhalt einer anderen stehen.</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>Scare quote</source>
        <translation>Distanzierung</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>The expression that reports: the whole verb group with auxiliaries and negation, a noun (“his view”), or “according to”. A colon that introduces the content belongs to it, a comma does not.</source>
        <translation>Der Ausdruck, der die Wiedergabe anzeigt: der ganze Verbalkomplex mit Hilfsverben und Negation, ein Nomen („seine Ansicht“) oder „laut“. Ein Doppelpunkt, der den Inhalt einleitet, gehört dazu, ein Komma nicht.</translation>
    </message>
    <message>
        <source>The words that name who is credited: the whole noun phrase with title, apposition and what identifies the person, or a pronoun as it stands. “Kremlin aide Yuri Ushakov”, “the official”, “he”.</source>
        <translation>Die Wörter, die nennen, wem etwas zugeschrieben wird: die ganze Nominalphrase mit Titel, Apposition und allem, was die Person kenntlich macht, oder ein Pronomen, wie es dasteht. „Kreml-Berater Juri Uschakow“, „die Beamtin“, „er“.</translation>
    </message>
    <message>
        <source>What is credited, quoted or paraphrased. Quotation marks belong to it with all that stands inside them; so do “that”, “whether” and the “to” of an infinitive. The full stop of the writer’s own sentence does not. If the cue interrupts it, it is one quotation in two pieces.</source>
        <translation>Das Zugeschriebene, wörtlich oder sinngemäß wiedergegeben. Anführungszeichen gehören dazu mit allem, was in ihnen steht, ebenso „dass“, „ob“ und das „zu“ eines Infinitivs. Der Schlusspunkt des Satzes, in dem es steht, gehört nicht dazu. Unterbricht es der Redeeinleiter, ist es ein Zitat in zwei Stücken.</translation>
    </message>
    <message>
        <source>Words in quotation marks by which the writer keeps a distance, without a statement quoted: the so-called ‘reform’. Titles of works and nicknames are none.</source>
        <translation>Wörter in Anführungszeichen, mit denen die schreibende Person auf Abstand geht, ohne eine Äußerung zu zitieren: die sogenannte ‚Reform‘. Werktitel und Spitznamen gehören nicht dazu.</translation>
    </message>
    <message>
        <source>Worth checking</source>
        <translation>Prüfenswert</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>law</source>
        <translation>Gesetz</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anderes</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>Eigenschaft</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>Quoth::Storage</name>
    <message>
        <source>An entry of the operation log cannot be read.</source>
        <translation>Ein Eintrag des Änderungsprotokolls kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing. Install it (Debian: libqt6sql6-sqlite) and try again.</source>
        <translation>Der SQLite-Treiber von Qt fehlt. Installieren Sie ihn (Debian: libqt6sql6-sqlite), und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Another program is using the project. Close it there and try again.</source>
        <translation>Ein anderes Programm verwendet das Projekt. Schließen Sie es dort, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The project cannot be written: the file or its folder is read-only. Copy it to a place you may write to.</source>
        <translation>Das Projekt kann nicht geschrieben werden: Die Datei oder ihr Ordner ist schreibgeschützt. Kopieren Sie es an einen Ort, an dem Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>The disk reported a fault. Nothing of the edit was kept; check the disk and try again.</source>
        <translation>Der Datenträger hat einen Fehler gemeldet. Von der Änderung wurde nichts gespeichert; prüfen Sie den Datenträger, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The project file is damaged. Work on a copy of it: &quot;sqlite3 FILE .recover&quot; can save what is readable.</source>
        <translation>Die Projektdatei ist beschädigt. Arbeiten Sie mit einer Kopie: „sqlite3 FILE .recover“ kann retten, was lesbar ist.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing of the edit was kept; free some space and try again.</source>
        <translation>Der Datenträger ist voll. Von der Änderung wurde nichts gespeichert; schaffen Sie Platz, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The file cannot be opened. Check that it is there and that you may read it.</source>
        <translation>Die Datei kann nicht geöffnet werden. Prüfen Sie, ob sie da ist und Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>That does not fit what is in the project (%1). Nothing of it was kept.</source>
        <translation>Das passt nicht zu dem, was im Projekt steht (%1). Nichts davon wurde gespeichert.</translation>
    </message>
    <message>
        <source>The database refused: %1</source>
        <translation>Die Datenbank hat abgelehnt: %1</translation>
    </message>
    <message>
        <source>The project was written by a newer Quoth (file version %1, this program knows %2). Install the newer program to open it.</source>
        <translation>Das Projekt wurde von einem neueren Quoth geschrieben (Dateiversion %1, dieses Programm kennt %2). Installieren Sie das neuere Programm, um es zu öffnen.</translation>
    </message>
    <message>
        <source>The project is already open in %1 (process %2 on %3). Close it there first.</source>
        <translation>Das Projekt ist bereits in %1 geöffnet (Prozess %2 auf %3). Schließen Sie es dort zuerst.</translation>
    </message>
    <message>
        <source>The folder of the project is read-only, so that edits could not be kept. Copy the project to a place you may write to.</source>
        <translation>Der Ordner des Projekts ist schreibgeschützt, sodass Änderungen nicht gespeichert werden könnten. Kopieren Sie das Projekt an einen Ort, an dem Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name.</source>
        <translation>Es gibt schon eine Datei dieses Namens. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The folder for the project does not exist. Make it first.</source>
        <translation>Der Ordner für das Projekt existiert nicht. Legen Sie ihn zuerst an.</translation>
    </message>
    <message>
        <source>The project is read-only, so that edits could not be kept. Copy it to a place you may write to.</source>
        <translation>Das Projekt ist schreibgeschützt, sodass Änderungen nicht gespeichert werden könnten. Kopieren Sie es an einen Ort, an dem Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>The project file is damaged (%1). Take it from a backup, or work on a copy of it: &quot;sqlite3 FILE .recover&quot; can save what is readable.</source>
        <translation>Die Projektdatei ist beschädigt (%1). Nehmen Sie eine Sicherungskopie, oder arbeiten Sie mit einer Kopie: „sqlite3 FILE .recover“ kann retten, was lesbar ist.</translation>
    </message>
    <message>
        <source>The project&apos;s schema cannot be read: %1</source>
        <translation>Das Schema des Projekts kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The project has no article %1.</source>
        <translation>Das Projekt hat keinen Artikel %1.</translation>
    </message>
    <message>
        <source>import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>Angehalten; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation>Die Prüfung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The file is damaged: %1.</source>
        <translation>Die Datei ist beschädigt: %1.</translation>
    </message>
    <message>
        <source>It refers to a row of %1 that is not there.</source>
        <translation>Verweist auf eine Zeile von %1, die fehlt.</translation>
    </message>
    <message>
        <source>The text is not the one that was imported: its SHA-256 differs.</source>
        <translation>Der Text ist nicht der importierte: Sein SHA-256 weicht ab.</translation>
    </message>
    <message>
        <source>The fragments of the span overlap, touch or are out of order.</source>
        <translation>Die Fragmente der Spanne überlappen oder berühren sich oder sind nicht in Reihenfolge.</translation>
    </message>
    <message>
        <source>The schema has no label &quot;%1&quot;.</source>
        <translation>Das Schema hat kein Label „%1“.</translation>
    </message>
    <message>
        <source>The schema has no frame &quot;%1&quot;.</source>
        <translation>Das Schema hat keinen Frame „%1“.</translation>
    </message>
    <message>
        <source>It is filled by a span of another article.</source>
        <translation>Sie ist mit einer Spanne eines anderen Artikels gefüllt.</translation>
    </message>
    <message>
        <source>There is no such file. Make a project with &quot;quoth new&quot;.</source>
        <translation>Es gibt keine solche Datei. Legen Sie ein Projekt mit „quoth new“ an.</translation>
    </message>
    <message>
        <source>This is a folder, not a Quoth project.</source>
        <translation>Das ist ein Ordner, kein Quoth-Projekt.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>This is no Quoth project. To work on an article, import it into a project.</source>
        <translation>Das ist kein Quoth-Projekt. Um einen Artikel zu bearbeiten, importieren Sie ihn in ein Projekt.</translation>
    </message>
    <message>
        <source>The project file is damaged: it ends within its first page.</source>
        <translation>Die Projektdatei ist beschädigt: Sie endet innerhalb ihrer ersten Seite.</translation>
    </message>
    <message>
        <source>This is an SQLite database, but not a Quoth project.</source>
        <translation>Das ist eine SQLite-Datenbank, aber kein Quoth-Projekt.</translation>
    </message>
    <message>
        <source>The project file is damaged: %1 of %2 bytes are there. Take it from a backup, or work on a copy of it: &quot;sqlite3 FILE .recover&quot; can save what is readable.</source>
        <translation>Die Projektdatei ist beschädigt: %1 von %2 Bytes sind vorhanden. Nehmen Sie eine Sicherungskopie, oder arbeiten Sie mit einer Kopie: „sqlite3 FILE .recover“ kann retten, was lesbar ist.</translation>
    </message>
    <message>
        <source>The project has no release %1; &quot;quoth release PROJECT --list&quot; shows those it has.</source>
        <translation>Das Projekt hat kein Release %1; „quoth release PROJECT --list“ zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>Span %1 of article %2 lies outside its text. Run &quot;quoth check&quot; on the project.</source>
        <translation>Spanne %1 des Artikels %2 liegt außerhalb seines Textes. Führen Sie „quoth check“ für das Projekt aus.</translation>
    </message>
    <message>
        <source>A project cannot be without a schema.</source>
        <translation>Ein Projekt kann nicht ohne Schema sein.</translation>
    </message>
    <message>
        <source>A span without text cannot be stored.</source>
        <translation>Eine Spanne ohne Text kann nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>A span from %1 to %2 does not fit the text of %3 characters.</source>
        <translation>Eine Spanne von %1 bis %2 passt nicht zum Text mit %3 Zeichen.</translation>
    </message>
    <message>
        <source>The schema has no label &quot;%1&quot;. Nothing of the edit was kept.</source>
        <translation>Das Schema hat kein Label „%1“. Von der Änderung wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>The schema has no frame &quot;%1&quot;. Nothing of the edit was kept.</source>
        <translation>Das Schema hat keinen Frame „%1“. Von der Änderung wurde nichts gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>The label “%1” is still on %n span(s). Relabel or delete what has it first.</source>
        <translation>
            <numerusform>Das Label „%1“ ist noch an %n Spanne. Ändern Sie zuerst deren Label, oder löschen Sie sie.</numerusform>
            <numerusform>Das Label „%1“ ist noch an %n Spannen. Ändern Sie zuerst deren Label, oder löschen Sie sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are still attributions of the frame &quot;%1&quot;. Delete them first.</source>
        <translation>Es gibt noch Zuschreibungen des Frames „%1“. Löschen Sie sie zuerst.</translation>
    </message>
    <message numerus="yes">
        <source>The role “%1” is still filled by %n span(s). Empty it first.</source>
        <translation>
            <numerusform>Die Rolle „%1“ ist noch mit %n Spanne gefüllt. Leeren Sie sie zuerst.</numerusform>
            <numerusform>Die Rolle „%1“ ist noch mit %n Spannen gefüllt. Leeren Sie sie zuerst.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Tasks</name>
    <message>
        <source>import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message numerus="yes">
        <source>import %n file(s)</source>
        <translation>
            <numerusform>%n Datei importieren</numerusform>
            <numerusform>%n Dateien importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>The project has another text under the id &quot;%1&quot;; this one became &quot;%2&quot;.</source>
        <translation>Das Projekt hat unter der ID „%1“ einen anderen Text; dieser wurde zu „%2“.</translation>
    </message>
    <message>
        <source>“%1” is nearly the same as “%2”: %3 % of the words.</source>
        <translation>„%1“ ist fast identisch mit „%2“: %3 % der Wörter.</translation>
    </message>
    <message>
        <source>Further articles are nearly the same as others; they are not listed.</source>
        <translation>Weitere Artikel sind fast identisch mit anderen; sie werden nicht aufgelistet.</translation>
    </message>
    <message>
        <source>bring back article</source>
        <translation>Artikel zurückholen</translation>
    </message>
    <message>
        <source>import annotations from %1</source>
        <translation>Annotationen aus %1 importieren</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>Das ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>The line is longer than a record may be.</source>
        <translation>Die Zeile ist länger, als ein Eintrag sein darf.</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>kein Objekt</translation>
    </message>
    <message>
        <source>The line is not a JSON record (%1). One JSON object a line is needed, or a project.</source>
        <translation>Die Zeile ist kein JSON-Eintrag (%1). Gebraucht wird ein JSON-Objekt je Zeile oder ein Projekt.</translation>
    </message>
    <message>
        <source>The document is there more than once. Several annotators&apos; versions of an article are for --agreement.</source>
        <translation>Das Dokument ist mehrfach vorhanden. Versionen eines Artikels von mehreren Annotatoren sind für --agreement da.</translation>
    </message>
    <message>
        <source>%1, document %2</source>
        <translation>%1, Dokument %2</translation>
    </message>
    <message>
        <source>There is no document in it to measure against.</source>
        <translation>Es ist kein Dokument darin, an dem gemessen werden könnte.</translation>
    </message>
    <message>
        <source>There is no document in it.</source>
        <translation>Es ist kein Dokument darin.</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Angehalten; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Learning was stopped; nothing has changed.</source>
        <translation>Das Lernen wurde angehalten; nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>Nothing was learned in this project yet. Decide on the suggestions of an article, then learn.</source>
        <translation>In diesem Projekt wurde noch nichts gelernt. Entscheiden Sie über die Vorschläge eines Artikels, dann lernen Sie.</translation>
    </message>
    <message>
        <source>This Quoth was built without a trained model, so that nothing can be learned. Name a model that &quot;quoth train&quot; made.</source>
        <translation>Dieses Quoth wurde ohne trainiertes Modell gebaut, daher kann nichts gelernt werden. Geben Sie ein mit „quoth train“ erstelltes Modell an.</translation>
    </message>
    <message>
        <source>There is no version %1 of what was learned. The last %2 are kept.</source>
        <translation>Es gibt keine Version %1 des Gelernten. Aufbewahrt werden die letzten %2.</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>Trainiertes Modell</translation>
    </message>
    <message>
        <source>What was learned belongs to the model %1, and this is %2. Learn anew with this one first.</source>
        <translation>Das Gelernte gehört zum Modell %1, und dies ist %2. Lernen Sie zuerst neu mit diesem.</translation>
    </message>
    <message>
        <source>%1: more often in no attribution</source>
        <translation>%1: öfter in keiner Zuschreibung</translation>
    </message>
    <message>
        <source>%1: less often in no attribution</source>
        <translation>%1: seltener in keiner Zuschreibung</translation>
    </message>
    <message>
        <source>%1: begins a source more often</source>
        <translation>%1: beginnt öfter eine Quelle</translation>
    </message>
    <message>
        <source>%1: begins a source less often</source>
        <translation>%1: beginnt seltener eine Quelle</translation>
    </message>
    <message>
        <source>%1: goes on in a source more often</source>
        <translation>%1: setzt öfter eine Quelle fort</translation>
    </message>
    <message>
        <source>%1: goes on in a source less often</source>
        <translation>%1: setzt seltener eine Quelle fort</translation>
    </message>
    <message>
        <source>%1: begins a cue more often</source>
        <translation>%1: beginnt öfter einen Redeeinleiter</translation>
    </message>
    <message>
        <source>%1: begins a cue less often</source>
        <translation>%1: beginnt seltener einen Redeeinleiter</translation>
    </message>
    <message>
        <source>%1: goes on in a cue more often</source>
        <translation>%1: setzt öfter einen Redeeinleiter fort</translation>
    </message>
    <message>
        <source>%1: goes on in a cue less often</source>
        <translation>%1: setzt seltener einen Redeeinleiter fort</translation>
    </message>
    <message>
        <source>%1: begins a content more often</source>
        <translation>%1: beginnt öfter einen Inhalt</translation>
    </message>
    <message>
        <source>%1: begins a content less often</source>
        <translation>%1: beginnt seltener einen Inhalt</translation>
    </message>
    <message>
        <source>%1: goes on in a content more often</source>
        <translation>%1: setzt öfter einen Inhalt fort</translation>
    </message>
    <message>
        <source>%1: goes on in a content less often</source>
        <translation>%1: setzt seltener einen Inhalt fort</translation>
    </message>
    <message>
        <source>nothing is learned</source>
        <translation>nichts ist gelernt</translation>
    </message>
    <message>
        <source>not used yet: it has not been seen to help</source>
        <translation>noch nicht verwendet: hat noch nicht erkennbar geholfen</translation>
    </message>
    <message>
        <source>used a little: it has helped somewhat so far</source>
        <translation>ein wenig verwendet: hat bisher etwas geholfen</translation>
    </message>
    <message>
        <source>used for the most part: it has helped so far</source>
        <translation>größtenteils verwendet: hat bisher geholfen</translation>
    </message>
    <message>
        <source>used in full: it has helped so far</source>
        <translation>voll verwendet: hat bisher geholfen</translation>
    </message>
    <message>
        <source>The site does not give the page to programs (status %1). Save it from your browser and import the file.</source>
        <translation>Die Website gibt die Seite nicht an Programme heraus (Status %1). Speichern Sie die Seite im Browser, und importieren Sie die Datei.</translation>
    </message>
    <message>
        <source>The site has no page at this address (status %1).</source>
        <translation>Die Website hat unter dieser Adresse keine Seite (Status %1).</translation>
    </message>
    <message>
        <source>The site could not give the page (status %1). Try again later, or save it from your browser.</source>
        <translation>Die Website konnte die Seite nicht liefern (Status %1). Versuchen Sie es später erneut, oder speichern Sie die Seite im Browser.</translation>
    </message>
    <message>
        <source>There is no site of that name; is the address right, and the network up?</source>
        <translation>Es gibt keine Website dieses Namens; stimmt die Adresse, und besteht eine Netzwerkverbindung?</translation>
    </message>
    <message>
        <source>The site did not answer within 30 seconds.</source>
        <translation>Die Website hat nicht innerhalb von 30 Sekunden geantwortet.</translation>
    </message>
    <message>
        <source>The page could not be fetched: %1</source>
        <translation>Die Seite konnte nicht abgerufen werden: %1</translation>
    </message>
    <message>
        <source>This is no address of a web page; one looks like https://example.org/news/article.</source>
        <translation>Das ist keine Adresse einer Webseite; eine solche sieht aus wie https://example.org/news/article.</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>Angehalten; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is more than %1 MB at this address; that is no article.</source>
        <translation>Unter dieser Adresse liegen mehr als %1 MB; das ist kein Artikel.</translation>
    </message>
    <message>
        <source>The page is empty.</source>
        <translation>Die Seite ist leer.</translation>
    </message>
    <message>
        <source>No licence is given; without one nobody may use the dataset.</source>
        <translation>Es ist keine Lizenz angegeben; ohne eine darf niemand den Datensatz verwenden.</translation>
    </message>
    <message>
        <source>No article says its language, so that the card names none.</source>
        <translation>Kein Artikel nennt seine Sprache, daher nennt die Karte keine.</translation>
    </message>
    <message>
        <source>No article has a field &quot;%1&quot;; there are: %2.</source>
        <translation>Kein Artikel hat ein Feld „%1“; vorhanden sind: %2.</translation>
    </message>
    <message>
        <source>The schema has no label or frame type &quot;%1&quot;; there are: %2.</source>
        <translation>Das Schema hat weder ein Label noch einen Frame-Typ „%1“; vorhanden sind: %2.</translation>
    </message>
    <message>
        <source>The project has no article &quot;%1&quot;. &quot;quoth list&quot; shows the articles it has.</source>
        <translation>Das Projekt hat keinen Artikel „%1“. „quoth list“ zeigt die vorhandenen Artikel.</translation>
    </message>
    <message>
        <source>%1 got %2 % of the articles rather than %3 %, as whole groups allow or earlier releases left it.</source>
        <translation>%1 hat %2 % der Artikel bekommen statt %3 %, so wie ganze Gruppen es zulassen oder frühere Releases es hinterlassen haben.</translation>
    </message>
    <message>
        <source>Articles without &quot;%1&quot; are not grouped by it.</source>
        <translation>Artikel ohne „%1“ werden nicht danach gruppiert.</translation>
    </message>
    <message>
        <source>No article of the project fits what was asked for.</source>
        <translation>Kein Artikel des Projekts entspricht dem Verlangten.</translation>
    </message>
    <message>
        <source>Articles are in another split than in an earlier release, because they belong together with others now.</source>
        <translation>Artikel sind in einem anderen Split als in einem früheren Release, weil sie jetzt mit anderen zusammengehören.</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>ist nicht bekannt</translation>
    </message>
    <message>
        <source>In the recipe, &quot;%1&quot; %2.</source>
        <translation>„%1“ im Rezept %2.</translation>
    </message>
    <message>
        <source>is no text</source>
        <translation>ist kein Text</translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation>ist weder true noch false</translation>
    </message>
    <message>
        <source>is no list of texts</source>
        <translation>ist keine Liste von Texten</translation>
    </message>
    <message>
        <source>holds &quot;%1&quot;, which is not known</source>
        <translation>enthält „%1“, das nicht bekannt ist</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;, which is not known</source>
        <translation>ist „%1“, das nicht bekannt ist</translation>
    </message>
    <message>
        <source>is no object</source>
        <translation>ist kein Objekt</translation>
    </message>
    <message>
        <source>Shares are positive numbers for some of train, validation and test: 80,10,10 or train=4,test=1.</source>
        <translation>Anteile sind positive Zahlen für einige von train, validation und test: 80,10,10 oder train=4,test=1.</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>holds something else than texts</source>
        <translation>enthält etwas anderes als Texte</translation>
    </message>
    <message>
        <source>holds something else than positive numbers for train, validation and test</source>
        <translation>enthält etwas anderes als positive Zahlen für train, validation und test</translation>
    </message>
    <message>
        <source>is no whole number from 0 to 4294967295</source>
        <translation>ist keine ganze Zahl von 0 bis 4294967295</translation>
    </message>
    <message>
        <source>is no number from 0 to 1</source>
        <translation>ist keine Zahl von 0 bis 1</translation>
    </message>
    <message>
        <source>is not &quot;%1&quot;</source>
        <translation>ist nicht „%1“</translation>
    </message>
    <message>
        <source>The recipe is no JSON: %1</source>
        <translation>Das Rezept ist kein JSON: %1</translation>
    </message>
    <message>
        <source>The recipe is no JSON object.</source>
        <translation>Das Rezept ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>There is no schema file of this name, nor does the program carry such a schema (it has %1).</source>
        <translation>Es gibt keine Schemadatei dieses Namens, und das Programm bringt kein solches Schema mit (mitgeliefert: %1).</translation>
    </message>
    <message>
        <source>suggest with %1</source>
        <translation>mit %1 vorschlagen</translation>
    </message>
    <message>
        <source>Stopped; %1 of %2 articles have their suggestions.</source>
        <translation>Angehalten; %1 von %2 Artikeln haben ihre Vorschläge.</translation>
    </message>
    <message>
        <source>There are no accepted attributions to learn from.</source>
        <translation>Es gibt keine angenommenen Zuschreibungen, aus denen gelernt werden könnte.</translation>
    </message>
    <message>
        <source>The vectors of words cannot be read: %1</source>
        <translation>Die Wortvektoren können nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>This model has no vectors of words.</source>
        <translation>Dieses Modell hat keine Wortvektoren.</translation>
    </message>
    <message>
        <source>Teachers</source>
        <translation>Lehrermodelle</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>The project&apos;s label schema has no &quot;%1&quot;: what has this label is kept, but not shown. Add the label in Annotate, Labels and roles.</source>
        <translation>Das Annotationsschema des Projekts hat kein „%1“: Was dieses Label hat, bleibt erhalten, wird aber nicht angezeigt. Fügen Sie das Label im Menü „Annotieren“ unter „Labels und Rollen“ hinzu.</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <comment>what of a word, and the word</comment>
        <translation>%1 „%2“</translation>
    </message>
    <message>
        <source>One of %1; this time only.</source>
        <translation>Eines von %1; nur dieses Mal.</translation>
    </message>
    <message>
        <source>Open PROJECT, and make the sample project of it where it is not there yet.</source>
        <translation>PROJECT öffnen und, wenn es noch fehlt, als Beispielprojekt anlegen.</translation>
    </message>
    <message>
        <source>Nothing in it is labelled: no highlight of these articles is in the chosen states. Suggestions have to be accepted first, or chosen as well.</source>
        <translation>Nichts darin ist gelabelt: Keine Markierung dieser Artikel hat einen der gewählten Zustände. Vorschläge müssen erst angenommen oder mitgewählt werden.</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::ArticleView</name>
    <message>
        <source>Article text</source>
        <translation>Artikeltext</translation>
    </message>
    <message>
        <source>; in </source>
        <translation>; in </translation>
    </message>
    <message>
        <source>In hand: %1</source>
        <translation>Aktuell: %1</translation>
    </message>
    <message>
        <source>At the caret: %1</source>
        <translation>Am Cursor: %1</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::Balloon</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>En&amp;d tour</source>
        <translation>Tour &amp;beenden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Do&amp;ne</source>
        <translation>&amp;Fertig</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::Card</name>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <source>Take what is proposed</source>
        <translation>Vorgeschlagenes übernehmen</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>Befehl eingeben</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>Passende Befehle</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::FindBar</name>
    <message>
        <source>Previous</source>
        <translation>Vorherige</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächste</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß-/Kleinschreibung</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>In diesem Artikel suchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Words to find in this article</source>
        <translation>In diesem Artikel zu suchende Wörter</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Esc: back to the article, with what was found selected</source>
        <translation>Esc: zurück zum Artikel, Gefundenes ausgewählt</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>from the top</source>
        <translation>von oben</translation>
    </message>
    <message>
        <source>from the end</source>
        <translation>vom Ende</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Umschalt+Enter</translation>
    </message>
    <message>
        <source>Shift+Enter, or %1 in the article</source>
        <comment>a key</comment>
        <translation>Umschalt+Enter oder %1 im Artikel</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter, or %1 in the article</source>
        <comment>a key</comment>
        <translation>Enter oder %1 im Artikel</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::GuidelinePanel</name>
    <message>
        <source>  key %1</source>
        <comment>the key of a label</comment>
        <translation>  Taste %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::KeyCapture</name>
    <message>
        <source>Press a key</source>
        <translation>Taste drücken</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::LabelButton</name>
    <message>
        <source>Key %1. %2</source>
        <translation>Taste %1. %2</translation>
    </message>
    <message>
        <source>%1, sticks</source>
        <translation>%1, eingerastet</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::LabelPalette</name>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::LegendRow</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::MarkPreview</name>
    <message>
        <source>How the marks look on light and on dark</source>
        <translation>Wie die Formen auf hellem und auf dunklem Grund aussehen</translation>
    </message>
    <message>
        <source>some words</source>
        <translation>einige Wörter</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::ProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>%1 percent</source>
        <translation>%1 Prozent</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::SpanList</name>
    <message>
        <source>Highlights in this place</source>
        <translation>Markierungen an dieser Stelle</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows</name>
    <message>
        <source>Opens the window on a project or on articles.</source>
        <translation>Öffnet das Fenster mit einem Projekt oder mit Artikeln.</translation>
    </message>
    <message>
        <source>A project, or articles.</source>
        <translation>Ein Projekt oder Artikel.</translation>
    </message>
    <message>
        <source>analyst</source>
        <translation>Analyst</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonym</translation>
    </message>
    <message>
        <source>the article</source>
        <translation>der Artikel</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AcceptAllDialog</name>
    <message>
        <source>Accept all that are sure</source>
        <translation>Alle sicheren annehmen</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>Kleinste Konfidenz</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>&amp;Confidence at least</source>
        <translation>&amp;Konfidenz mindestens</translation>
    </message>
    <message>
        <source>No open suggestion of this article is that sure.</source>
        <translation>Kein offener Vorschlag dieses Artikels ist so sicher.</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) of this article will be accepted. Undo takes it back in one step.</source>
        <translation>
            <numerusform>%n Vorschlag dieses Artikels wird angenommen. Das lässt sich in einem Schritt rückgängig machen.</numerusform>
            <numerusform>%n Vorschläge dieses Artikels werden angenommen. Das lässt sich in einem Schritt rückgängig machen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ActionGroups</name>
    <message>
        <source>Label the selected words</source>
        <translation>Ausgewählte Wörter annotieren</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>Go and take in hand</source>
        <translation>Navigieren und aufnehmen</translation>
    </message>
    <message>
        <source>Change what is in hand</source>
        <translation>Aktuelles ändern</translation>
    </message>
    <message>
        <source>Articles and projects</source>
        <translation>Artikel und Projekte</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AddressDialog</name>
    <message>
        <source>Import from an address</source>
        <translation>Von Adresse importieren</translation>
    </message>
    <message>
        <source>&amp;Address of the article:</source>
        <translation>&amp;Adresse des Artikels:</translation>
    </message>
    <message>
        <source>Address of the article</source>
        <translation>Adresse des Artikels</translation>
    </message>
    <message>
        <source>Only this page is fetched, none of its pictures, and nothing is sent but the address. What needs a login has to be saved from a browser.</source>
        <translation>Nur diese Seite wird abgerufen, keines ihrer Bilder, und außer der Adresse wird nichts gesendet. Was eine Anmeldung erfordert, muss im Browser gespeichert werden.</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>Abrufen</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>Ab&amp;rufen</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ArticleListDock</name>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>&amp;Next article</source>
        <translation>&amp;Nächster Artikel</translation>
    </message>
    <message>
        <source>&amp;Previous article</source>
        <translation>&amp;Vorheriger Artikel</translation>
    </message>
    <message>
        <source>&amp;Find an article</source>
        <translation>Artikel &amp;suchen</translation>
    </message>
    <message>
        <source>Articles with the &amp;least sure suggestions first</source>
        <translation>Artikel mit den &amp;unsichersten Vorschlägen zuerst</translation>
    </message>
    <message>
        <source>Show the &amp;original page</source>
        <translation>&amp;Originalseite anzeigen</translation>
    </message>
    <message>
        <source>Opens the page or document the article was read from, as it was then, in the program for it</source>
        <translation>Öffnet die Seite oder das Dokument, aus dem der Artikel gelesen wurde, im damaligen Zustand mit dem zugehörigen Programm</translation>
    </message>
    <message>
        <source>&amp;Remove article from the project</source>
        <translation>Artikel aus dem Projekt &amp;entfernen</translation>
    </message>
    <message>
        <source>Takes the open article, or those chosen in the list, out of the project; undo brings them back</source>
        <translation>Entfernt den geöffneten Artikel oder die in der Liste ausgewählten aus dem Projekt; „Rückgängig“ bringt sie zurück</translation>
    </message>
    <message>
        <source>Filter or search the articles</source>
        <translation>Artikel filtern oder durchsuchen</translation>
    </message>
    <message>
        <source>Filter the articles</source>
        <translation>Artikel filtern</translation>
    </message>
    <message>
        <source>This article came without a page or document of its own.</source>
        <translation>Dieser Artikel wurde ohne eigene Seite oder eigenes Dokument importiert.</translation>
    </message>
    <message numerus="yes">
        <source>remove %n article(s)</source>
        <translation>
            <numerusform>%n Artikel entfernen</numerusform>
            <numerusform>%n Artikel entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) removed; undo brings them back</source>
        <translation>
            <numerusform>%n Artikel entfernt; „Rückgängig“ bringt ihn zurück</numerusform>
            <numerusform>%n Artikel entfernt; „Rückgängig“ bringt sie zurück</numerusform>
        </translation>
    </message>
    <message>
        <source>No article has “%1” in its title, outlet, id or text.</source>
        <translation>Kein Artikel enthält „%1“ in Titel, Medium, ID oder Text.</translation>
    </message>
    <message>
        <source>No articles yet.

Open article files, or drop them here: text, saved web pages, JSON Lines, or a brat folder.</source>
        <translation>Noch keine Artikel.

Öffnen Sie Artikeldateien, oder ziehen Sie sie hierher: Text, gespeicherte Webseiten, JSON Lines oder einen brat-Ordner.</translation>
    </message>
    <message>
        <source>Article &amp;details…</source>
        <translation>Artikel&amp;details…</translation>
    </message>
    <message>
        <source>Title, outlet, author, date, address and language of the open article</source>
        <translation>Titel, Medium, Autor, Datum, Adresse und Sprache des geöffneten Artikels</translation>
    </message>
    <message>
        <source>change article details</source>
        <translation>Artikeldetails ändern</translation>
    </message>
    <message>
        <source>No articles yet.

Import some by %1, or drop files here: text, saved web pages, documents, tables, and what other annotation tools write.</source>
        <translation>Noch keine Artikel.

Importieren Sie welche mit %1, oder ziehen Sie Dateien hierher: Text, gespeicherte Webseiten, Dokumente, Tabellen und Dateien anderer Annotationswerkzeuge.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) copied, with all that is labelled in them</source>
        <translation>
            <numerusform>%n Artikel kopiert, mit allem, was darin gelabelt ist</numerusform>
            <numerusform>%n Artikel kopiert, mit allem, was darin gelabelt ist</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ArticleListModel</name>
    <message>
        <source>no highlights yet</source>
        <translation>noch keine Markierungen</translation>
    </message>
    <message>
        <source>done ✓</source>
        <translation>fertig ✓</translation>
    </message>
    <message numerus="yes">
        <source>new · %n suggestion(s)</source>
        <translation>
            <numerusform>neu · %n Vorschlag</numerusform>
            <numerusform>neu · %n Vorschläge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 reviewed</source>
        <translation>%1 von %2 durchgesehen</translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n Zuschreibung</numerusform>
            <numerusform>%n Zuschreibungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ArticlePane</name>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Normale Schriftgröße</translation>
    </message>
    <message>
        <source>Take the highlight at the caret</source>
        <translation>Markierung am Cursor aufnehmen</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Loslassen</translation>
    </message>
    <message>
        <source>Find in article…</source>
        <translation>Im Artikel suchen…</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Weitersuchen</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Rückwärts suchen</translation>
    </message>
    <message>
        <source>Suggested and accepted</source>
        <translation>Vorgeschlagene und angenommene</translation>
    </message>
    <message>
        <source>Suggested only</source>
        <translation>Nur vorgeschlagene</translation>
    </message>
    <message>
        <source>Accepted only</source>
        <translation>Nur angenommene</translation>
    </message>
    <message>
        <source>All, also rejected</source>
        <translation>Alle, auch abgelehnte</translation>
    </message>
    <message>
        <source>Colours: %1</source>
        <translation>Farben: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AssignKeyDialog</name>
    <message>
        <source>Choose a key</source>
        <translation>Taste wählen</translation>
    </message>
    <message>
        <source>Press the key for “%1”.</source>
        <translation>Drücken Sie die Taste für „%1“.</translation>
    </message>
    <message>
        <source>Any key, alone or with Ctrl, Alt and Shift. Esc leaves all as it is.</source>
        <translation>Jede Taste, allein oder mit Strg, Alt und Umschalt. Esc lässt alles, wie es ist.</translation>
    </message>
    <message>
        <source>Set key</source>
        <translation>Taste setzen</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>Dort wegnehmen</translation>
    </message>
    <message>
        <source>%1 Press another.</source>
        <translation>%1 Drücken Sie eine andere.</translation>
    </message>
    <message>
        <source>“%1” has this key. Taken from there, it has it no more.</source>
        <translation>„%1“ hat diese Taste. Dort weggenommen, hat es sie nicht mehr.</translation>
    </message>
    <message>
        <source>This key is free.</source>
        <translation>Diese Taste ist frei.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AttributeFields</name>
    <message>
        <source>not given</source>
        <translation>nicht angegeben</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::BulkDialog</name>
    <message>
        <source>What will be done</source>
        <translation>Was getan wird</translation>
    </message>
    <message>
        <source>How many of what</source>
        <translation>Wie viele wovon</translation>
    </message>
    <message>
        <source>%1 many</source>
        <translation>%1: mehrere Elemente</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Which items</source>
        <translation>Welche Elemente</translation>
    </message>
    <message>
        <source>all in the list</source>
        <translation>alle in der Liste</translation>
    </message>
    <message>
        <source>Which items:</source>
        <translation>Welche Elemente:</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Neues Label</translation>
    </message>
    <message>
        <source>New &amp;label:</source>
        <translation>Neues &amp;Label:</translation>
    </message>
    <message>
        <source>In &amp;this article</source>
        <translation>In &amp;diesem Artikel</translation>
    </message>
    <message>
        <source>In all articles of the &amp;project</source>
        <translation>In allen Artikeln des &amp;Projekts</translation>
    </message>
    <message>
        <source>Where:</source>
        <translation>Wo:</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>Label ändern</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>No span of these can have that label, or all have it already.</source>
        <translation>Keine dieser Spannen kann das Label haben, oder alle haben es schon.</translation>
    </message>
    <message>
        <source>Nothing would change: all of these are so already.</source>
        <translation>Es würde sich nichts ändern: Alle sind schon so.</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n article(s) will change.</source>
        <translation>
            <numerusform>In %n Artikel ändert sich: %1.</numerusform>
            <numerusform>In %n Artikeln ändert sich: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Element</numerusform>
            <numerusform>%n Elemente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of this article will change.</source>
        <translation>
            <numerusform>%n Element dieses Artikels ändert sich.</numerusform>
            <numerusform>%n Elemente dieses Artikels ändern sich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them will be rejected instead, so as not to come back: found by a detector.</source>
        <translation>
            <numerusform>%n davon, von einem Detektor gefunden, wird stattdessen abgelehnt, damit es nicht wiederkommt.</numerusform>
            <numerusform>%n davon, von einem Detektor gefunden, werden stattdessen abgelehnt, damit sie nicht wiederkommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is relabelled is thereby accepted.</source>
        <translation>Was ein anderes Label bekommt, ist damit angenommen.</translation>
    </message>
    <message>
        <source>One step of undo takes it back.</source>
        <translation>Das alles lässt sich in einem Schritt rückgängig machen.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a number, and a state</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a label, and how many of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a verb, and how many</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::BulkReviewing</name>
    <message numerus="yes">
        <source>%n selected item(s)</source>
        <translation>
            <numerusform>%n ausgewähltes Element</numerusform>
            <numerusform>%n ausgewählte Elemente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColourChoice</name>
    <message>
        <source>What the colours of the highlights tell apart. Their shapes always tell the labels.</source>
        <translation>Was die Farben der Markierungen unterscheiden. Die Formen zeigen immer die Labels.</translation>
    </message>
    <message>
        <source>Colour by: %1</source>
        <translation>Farbe nach: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColourField</name>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
    <message>
        <source>Choose a colour</source>
        <translation>Farbe wählen</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColourMenu</name>
    <message>
        <source>Colours of the system</source>
        <translation>Farben des Systems</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>Hoher Kontrast, hell</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Hoher Kontrast, dunkel</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColumnChoice</name>
    <message>
        <source>Text:</source>
        <translation>Text:</translation>
    </message>
    <message>
        <source>Title:</source>
        <translation>Titel:</translation>
    </message>
    <message>
        <source>Date:</source>
        <translation>Datum:</translation>
    </message>
    <message>
        <source>Outlet:</source>
        <translation>Medium:</translation>
    </message>
    <message>
        <source>Author:</source>
        <translation>Autor:</translation>
    </message>
    <message>
        <source>Address:</source>
        <translation>Adresse:</translation>
    </message>
    <message>
        <source>Id:</source>
        <translation>ID:</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Sprache:</translation>
    </message>
    <message>
        <source>Column that holds: %1</source>
        <translation>Spalte mit: %1</translation>
    </message>
    <message>
        <source>(choose one)</source>
        <translation>(bitte wählen)</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ContextHelp</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::DetailsDialog</name>
    <message>
        <source>Article details</source>
        <translation>Artikeldetails</translation>
    </message>
    <message>
        <source>told from the text</source>
        <translation>am Text erkannt</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>&amp;Titel:</translation>
    </message>
    <message>
        <source>&amp;Outlet:</source>
        <translation>&amp;Medium:</translation>
    </message>
    <message>
        <source>&amp;Author:</source>
        <translation>&amp;Autor:</translation>
    </message>
    <message>
        <source>&amp;Date:</source>
        <translation>&amp;Datum:</translation>
    </message>
    <message>
        <source>Add&amp;ress:</source>
        <translation>Ad&amp;resse:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>Id:</source>
        <translation>ID:</translation>
    </message>
    <message>
        <source>The language decides which words the detectors know; suggest again after a change.</source>
        <translation>Die Sprache entscheidet, welche Wörter die Detektoren kennen; lassen Sie nach einer Änderung neu vorschlagen.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::DetectorDialog</name>
    <message>
        <source>Add a detector</source>
        <translation>Detektor hinzufügen</translation>
    </message>
    <message>
        <source>Detector %1</source>
        <translation>Detektor %1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Feature</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Program on this machine</source>
        <translation>Programm auf diesem Rechner</translation>
    </message>
    <message>
        <source>Server (Quoth&apos;s protocol)</source>
        <translation>Server (Protokoll von Quoth)</translation>
    </message>
    <message>
        <source>Label Studio ML backend</source>
        <translation>Label-Studio-ML-Backend</translation>
    </message>
    <message>
        <source>INCEpTION external recommender</source>
        <translation>Externer INCEpTION-Recommender</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Time-out for an article</source>
        <translation>Zeitlimit für einen Artikel</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Its label</source>
        <translation>Sein Label</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Bedeutet</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>Zeitlimit</translation>
    </message>
    <message>
        <source>Labels that are not listed are taken as they are, if the project has them.</source>
        <translation>Nicht aufgeführte Labels werden übernommen, wie sie sind, wenn das Projekt sie hat.</translation>
    </message>
    <message>
        <source>The detector was not kept, as nothing may be sent to %1.</source>
        <translation>Der Detektor wurde nicht behalten, da nichts an %1 gesendet werden darf.</translation>
    </message>
    <message>
        <source>It is started without a shell and gets articles as JSON on its standard input, one a line.</source>
        <translation>Es wird ohne Shell gestartet und bekommt Artikel als JSON auf der Standardeingabe, einen je Zeile.</translation>
    </message>
    <message>
        <source>names.py --fast</source>
        <translation>names.py --fast</translation>
    </message>
    <message>
        <source>A server that answers to /info and /detect below the address.</source>
        <translation>Ein Server, der unter der Adresse auf /info und /detect antwortet.</translation>
    </message>
    <message>
        <source>It is asked as Label Studio does: /health, /setup and /predict below the address.</source>
        <translation>Er wird gefragt, wie Label Studio es tut: /health, /setup und /predict unter der Adresse.</translation>
    </message>
    <message>
        <source>It is asked as INCEpTION does: /predict below the address, for the annotations of one layer.</source>
        <translation>Er wird gefragt, wie INCEpTION es tut: /predict unter der Adresse, nach den Annotationen eines Layers.</translation>
    </message>
    <message>
        <source>⚠ The texts of articles will be sent to %1.</source>
        <translation>⚠ Die Texte der Artikel werden an %1 gesendet.</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>(ausgelassen)</translation>
    </message>
    <message>
        <source>Texts leave this machine</source>
        <translation>Texte verlassen diesen Rechner</translation>
    </message>
    <message>
        <source>The whole text of each article that this detector looks at will be sent to %1.</source>
        <translation>Der ganze Text jedes Artikels, den dieser Detektor ansieht, wird an %1 gesendet.</translation>
    </message>
    <message>
        <source>Whoever runs it can read and keep the articles. This is asked once for a host.</source>
        <translation>Wer den Host betreibt, kann die Artikel lesen und behalten. Die Frage kommt einmal je Host.</translation>
    </message>
    <message>
        <source>Send texts</source>
        <translation>Texte senden</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::DetectorsDialog</name>
    <message>
        <source>Detectors</source>
        <translation>Detektoren</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>What the detector told</source>
        <translation>Meldung des Detektors</translation>
    </message>
    <message>
        <source>The enabled ones look for highlights in this order; what the earlier ones found is not doubled. Space enables and disables. They are yours, not the project’s.</source>
        <translation>Aktive Detektoren suchen in dieser Reihenfolge nach Markierungen; was frühere gefunden haben, wird nicht verdoppelt. Die Leertaste schaltet sie ein und aus. Sie gehören Ihnen, nicht dem Projekt.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Sends two sentences of ours and shows what comes back</source>
        <translation>Sendet zwei Beispielsätze von Quoth und zeigt, was zurückkommt</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>✗ failed</source>
        <translation>✗ gescheitert</translation>
    </message>
    <message>
        <source>✓ works</source>
        <translation>✓ funktioniert</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht getestet</translation>
    </message>
    <message>
        <source>✓ built in</source>
        <translation>✓ eingebaut</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Label Studio</source>
        <translation>Label Studio</translation>
    </message>
    <message>
        <source>INCEpTION</source>
        <translation>INCEpTION</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Remove a detector</source>
        <translation>Detektor entfernen</translation>
    </message>
    <message>
        <source>Remove %1 from your detectors? What it suggested stays.</source>
        <translation>%1 aus Ihren Detektoren entfernen? Vorgeschlagenes bleibt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 was sent two sentences of ours; waiting for at most %n second(s)…</source>
        <translation>
            <numerusform>%1 hat zwei Beispielsätze von Quoth bekommen; es wird höchstens %n Sekunde gewartet…</numerusform>
            <numerusform>%1 hat zwei Beispielsätze von Quoth bekommen; es wird höchstens %n Sekunden gewartet…</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered in %1 ms.</source>
        <translation>Hat in %1 ms geantwortet.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n Spanne</numerusform>
            <numerusform>%n Spannen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n Zuschreibung</numerusform>
            <numerusform>%n Zuschreibungen</numerusform>
        </translation>
    </message>
    <message>
        <source>It says that it is %1, version %2.</source>
        <translation>Nach eigener Angabe %1, Version %2.</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>Der Test wurde angehalten.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ExchangeTasks</name>
    <message>
        <source>Suggest highlights</source>
        <translation>Markierungen vorschlagen</translation>
    </message>
    <message>
        <source>Look for speakers, quotations and claims in this article. What you accepted or rejected stays.</source>
        <translation>Sprecher, Zitate und Behauptungen in diesem Artikel suchen. Was Sie angenommen oder abgelehnt haben, bleibt.</translation>
    </message>
    <message>
        <source>Detectors…</source>
        <translation>Detektoren…</translation>
    </message>
    <message>
        <source>Which detectors look for highlights, in which order; add programs and servers of your own</source>
        <translation>Welche Detektoren in welcher Reihenfolge nach Markierungen suchen; eigene Programme und Server hinzufügen</translation>
    </message>
    <message>
        <source>Export dataset…</source>
        <translation>Datensatz exportieren…</translation>
    </message>
    <message>
        <source>Publish dataset…</source>
        <translation>Datensatz veröffentlichen…</translation>
    </message>
    <message>
        <source>A folder with splits, card, label schema and checksums, as Hugging Face has it</source>
        <translation>Ein Ordner mit Splits, Karte, Annotationsschema und Prüfsummen, wie bei Hugging Face</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Importing %n file(s)…</source>
        <translation>
            <numerusform>%n Datei wird importiert…</numerusform>
            <numerusform>%n Dateien werden importiert…</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is on the clipboard that could be an article: copy its text, its address or its file.</source>
        <translation>In der Zwischenablage ist nichts, was ein Artikel sein könnte: Kopieren Sie seinen Text, seine Adresse oder seine Datei.</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>Suche anhalten</translation>
    </message>
    <message>
        <source>Detectors are looking for highlights; go on working. %1 stops them.</source>
        <translation>Detektoren suchen nach Markierungen; arbeiten Sie weiter. %1 hält sie an.</translation>
    </message>
    <message>
        <source>Nothing new was found.</source>
        <translation>Nichts Neues gefunden.</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Detektoren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>The detectors have this to tell:</source>
        <translation>Die Detektoren melden:</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) came in. This is to be told:</source>
        <translation>
            <numerusform>%n Artikel wurde übernommen. Hinweise:</numerusform>
            <numerusform>%n Artikel wurden übernommen. Hinweise:</numerusform>
        </translation>
    </message>
    <message>
        <source>The detectors are done.</source>
        <translation>Die Detektoren sind fertig.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) came in.</source>
        <translation>
            <numerusform>%n Artikel wurde übernommen.</numerusform>
            <numerusform>%n Artikel wurden übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>All articles that were here are undone. After an import they cannot be brought back.</source>
        <translation>Alle Artikel, die hier waren, sind rückgängig gemacht. Nach einem Import lassen sie sich nicht mehr zurückholen.</translation>
    </message>
    <message>
        <source>Redo brings them back, with all that was labelled in them.</source>
        <translation>„Wiederherstellen“ holt sie zurück, mit allem, was darin gelabelt war.</translation>
    </message>
    <message>
        <source>Import all the same</source>
        <translation>Trotzdem importieren</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ExportDialog</name>
    <message>
        <source>Export dataset</source>
        <translation>Datensatz exportieren</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>What the format could not carry</source>
        <translation>Was das Format nicht aufnehmen konnte</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>&amp;Accepted</source>
        <translation>&amp;Angenommene</translation>
    </message>
    <message>
        <source>&amp;Suggested, not reviewed yet</source>
        <translation>&amp;Vorgeschlagene, noch nicht durchgesehen</translation>
    </message>
    <message>
        <source>&amp;Rejected, as negative examples</source>
        <translation>A&amp;bgelehnte, als Negativbeispiele</translation>
    </message>
    <message>
        <source>Export accepted highlights</source>
        <translation>Angenommene Markierungen exportieren</translation>
    </message>
    <message>
        <source>Export suggested highlights</source>
        <translation>Vorgeschlagene Markierungen exportieren</translation>
    </message>
    <message>
        <source>Export rejected highlights</source>
        <translation>Abgelehnte Markierungen exportieren</translation>
    </message>
    <message>
        <source>A&amp;ll articles</source>
        <translation>A&amp;lle Artikel</translation>
    </message>
    <message>
        <source>&amp;This article</source>
        <translation>&amp;Dieser Artikel</translation>
    </message>
    <message>
        <source>Export all articles</source>
        <translation>Alle Artikel exportieren</translation>
    </message>
    <message>
        <source>Export the open article only</source>
        <translation>Nur den geöffneten Artikel exportieren</translation>
    </message>
    <message>
        <source>Output path</source>
        <translation>Ausgabepfad</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>D&amp;urchsuchen…</translation>
    </message>
    <message>
        <source>Choose the output</source>
        <translation>Ausgabe wählen</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>Highlights:</source>
        <translation>Markierungen:</translation>
    </message>
    <message>
        <source>Articles:</source>
        <translation>Artikel:</translation>
    </message>
    <message>
        <source>&amp;Output:</source>
        <translation>Aus&amp;gabe:</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Ordner für die Dateien</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>Exportieren als</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is written yet. Of %n article(s) the format cannot carry all: choose another one, or export anyway.</source>
        <translation>
            <numerusform>Noch ist nichts geschrieben. Von %n Artikel kann das Format nicht alles aufnehmen: Wählen Sie ein anderes, oder exportieren Sie trotzdem.</numerusform>
            <numerusform>Noch ist nichts geschrieben. Von %n Artikeln kann das Format nicht alles aufnehmen: Wählen Sie ein anderes, oder exportieren Sie trotzdem.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>how often, what</comment>
        <translation>%1 × %2</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) written to %1.</source>
        <translation>
            <numerusform>%n Artikel nach %1 geschrieben.</numerusform>
            <numerusform>%n Artikel nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The format could not carry all:</source>
        <translation>Das Format konnte nicht alles aufnehmen:</translation>
    </message>
    <message>
        <source>Nothing was written. %1</source>
        <translation>Nichts wurde geschrieben. %1</translation>
    </message>
    <message>
        <source>No highlights are chosen: only the texts will be written.</source>
        <translation>Keine Markierungen sind gewählt: Nur die Texte werden geschrieben.</translation>
    </message>
    <message>
        <source>The folder exists; files of the same name in it will be replaced.</source>
        <translation>Der Ordner existiert; gleichnamige Dateien darin werden ersetzt.</translation>
    </message>
    <message>
        <source>The file exists and will be replaced.</source>
        <translation>Die Datei existiert und wird ersetzt.</translation>
    </message>
    <message>
        <source>&amp;Export anyway</source>
        <translation>&amp;Trotzdem exportieren</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Of overlapping spans, write</source>
        <translation>Von überlappenden Spannen schreiben</translation>
    </message>
    <message>
        <source>the longest</source>
        <translation>die längste</translation>
    </message>
    <message>
        <source>the shortest</source>
        <translation>die kürzeste</translation>
    </message>
    <message>
        <source>Of o&amp;verlapping spans:</source>
        <translation>Von überla&amp;ppenden Spannen:</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Exporting</name>
    <message>
        <source>The format “%1” cannot be written.</source>
        <translation>Das Format „%1“ kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Guidelines</name>
    <message>
        <source>Show the guideline</source>
        <translation>Richtlinie anzeigen</translation>
    </message>
    <message>
        <source>What to label, and where it begins and ends</source>
        <translation>Was zu annotieren ist und wo es beginnt und endet</translation>
    </message>
    <message>
        <source>The label schema has no guideline for this label.</source>
        <translation>Das Annotationsschema hat keine Richtlinie für dieses Label.</translation>
    </message>
    <message>
        <source>Its parts: %1.</source>
        <comment>the roles of a frame</comment>
        <translation>Teile: %1.</translation>
    </message>
    <message>
        <source>Guidelines of all labels</source>
        <translation>Richtlinien aller Labels</translation>
    </message>
    <message>
        <source>Guideline of %1</source>
        <comment>a label</comment>
        <translation>Richtlinie für %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HelpMenu</name>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Tour starten</translation>
    </message>
    <message>
        <source>Shows on the sample articles how to review and label, in ten steps</source>
        <translation>Zeigt an den Beispielartikeln in zehn Schritten, wie man durchsieht und annotiert</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Tastenkürzel ändern…</translation>
    </message>
    <message>
        <source>About Quoth</source>
        <translation>Über Quoth</translation>
    </message>
    <message>
        <source>&lt;b&gt;Quoth %1&lt;/b&gt;&lt;p&gt;Label who said what in news articles.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Quoth %1&lt;/b&gt;&lt;p&gt;Annotieren, wer in Nachrichtenartikeln was gesagt hat.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder neuer.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HelpWindow</name>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Normale Schriftgröße</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Im Handbuch suchen</translation>
    </message>
    <message>
        <source>Next place found</source>
        <translation>Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Previous place found</source>
        <translation>Vorherige Fundstelle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Fundstellen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a heading and its chapter</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) found; Enter goes on</source>
        <translation>
            <numerusform>%n Fundstelle; weiter mit Enter</numerusform>
            <numerusform>%n Fundstellen; weiter mit Enter</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – Manual of Quoth</source>
        <translation>%1 – Quoth-Handbuch</translation>
    </message>
    <message>
        <source>%1 of %2 in this chapter</source>
        <translation>%1 von %2 in diesem Kapitel</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HistoryDock</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Only the open article</source>
        <translation>Nur der geöffnete Artikel</translation>
    </message>
    <message>
        <source>Go back to this point</source>
        <translation>Zurück zu diesem Punkt</translation>
    </message>
    <message>
        <source>The project is here. Choose a point to go to.</source>
        <translation>Hier steht das Projekt. Wählen Sie einen Punkt als Ziel.</translation>
    </message>
    <message numerus="yes">
        <source>Undo %n step(s)</source>
        <translation>
            <numerusform>%n Schritt rückgängig machen</numerusform>
            <numerusform>%n Schritte rückgängig machen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redo %n step(s)</source>
        <translation>
            <numerusform>%n Schritt wiederherstellen</numerusform>
            <numerusform>%n Schritte wiederherstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them in the open article</source>
        <translation>Alle im geöffneten Artikel</translation>
    </message>
    <message numerus="yes">
        <source>%n of them in other articles</source>
        <translation>
            <numerusform>%n davon in anderen Artikeln</numerusform>
            <numerusform>%n davon in anderen Artikeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo %n step(s)?</source>
        <translation>
            <numerusform>%n Schritt rückgängig machen?</numerusform>
            <numerusform>%n Schritte rückgängig machen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redo %n step(s)?</source>
        <translation>
            <numerusform>%n Schritt wiederherstellen?</numerusform>
            <numerusform>%n Schritte wiederherstellen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Until something else is done, this can be reversed from here.</source>
        <translation>Bis etwas anderes getan wird, lässt sich das von hier aus umkehren.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them in other articles. Until something else is done, this can be reversed from here.</source>
        <translation>
            <numerusform>%n davon in anderen Artikeln. Bis etwas anderes getan wird, lässt sich das von hier aus umkehren.</numerusform>
            <numerusform>%n davon in anderen Artikeln. Bis etwas anderes getan wird, lässt sich das von hier aus umkehren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undoing %n step(s)…</source>
        <translation>
            <numerusform>%n Schritt wird rückgängig gemacht…</numerusform>
            <numerusform>%n Schritte werden rückgängig gemacht…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redoing %n step(s)…</source>
        <translation>
            <numerusform>%n Schritt wird wiederhergestellt…</numerusform>
            <numerusform>%n Schritte werden wiederhergestellt…</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Nothing has been done yet. Each step that you do comes to stand here, to go back to.</source>
        <translation>Noch wurde nichts getan. Jeder Ihrer Schritte erscheint hier, damit Sie zu ihm zurückkehren können.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HistoryModel</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n Artikel</numerusform>
            <numerusform>%n Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>the project is here</source>
        <translation>hier steht das Projekt</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>rückgängig gemacht</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HistoryView</name>
    <message>
        <source>History of the article</source>
        <translation>Verlauf des Artikels</translation>
    </message>
    <message>
        <source>undone: %1</source>
        <translation>rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>done again: %1</source>
        <translation>wiederhergestellt: %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>what was done, and who did it</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ImportDialog</name>
    <message>
        <source>Import articles</source>
        <translation>Artikel importieren</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>Zu importierende Dateien</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>&amp;Suggest highlights at once</source>
        <translation>Markierungen sofort &amp;vorschlagen</translation>
    </message>
    <message>
        <source>Suggest highlights at once</source>
        <translation>Markierungen sofort vorschlagen</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Format of the selected file</source>
        <translation>Format der ausgewählten Datei</translation>
    </message>
    <message>
        <source>Encoding of the selected file</source>
        <translation>Kodierung der ausgewählten Datei</translation>
    </message>
    <message>
        <source>Which column is what:</source>
        <translation>Bedeutung der Spalten:</translation>
    </message>
    <message>
        <source>Beginning of the text</source>
        <translation>Textanfang</translation>
    </message>
    <message>
        <source>&amp;Noticed while reading:</source>
        <translation>Beim &amp;Lesen aufgefallen:</translation>
    </message>
    <message>
        <source>Noticed while reading</source>
        <translation>Beim Lesen aufgefallen</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>&amp;Kodierung:</translation>
    </message>
    <message>
        <source>Beginning of the &amp;text:</source>
        <translation>&amp;Textanfang:</translation>
    </message>
    <message>
        <source>Nearly the same as “%1” in the project: %2 % of the words</source>
        <translation>Fast identisch mit „%1“ im Projekt: %2 % der Wörter</translation>
    </message>
    <message>
        <source>Nearly the same as the file “%1”: %2 % of the words</source>
        <translation>Fast identisch mit der Datei „%1“: %2 % der Wörter</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Cannot be read: %1</source>
        <translation>Kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>%1 (there already?)</source>
        <translation>%1 (schon vorhanden?)</translation>
    </message>
    <message>
        <source>Recognised by its content</source>
        <translation>Am Inhalt erkannt</translation>
    </message>
    <message>
        <source>Recognised: %1</source>
        <translation>Erkannt: %1</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>Erkannt</translation>
    </message>
    <message>
        <source>Detected: %1</source>
        <translation>Erkannt: %1</translation>
    </message>
    <message numerus="yes">
        <source>(%n times)</source>
        <translation>
            <numerusform>(%n-mal)</numerusform>
            <numerusform>(%n-mal)</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>Dateien werden gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read and will be left out.</source>
        <translation>
            <numerusform>%n Datei kann nicht gelesen werden und wird ausgelassen.</numerusform>
            <numerusform>%n Dateien können nicht gelesen werden und werden ausgelassen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Importing</name>
    <message>
        <source>Stopped; what was done so far stays in the project.</source>
        <translation>Angehalten; was bisher getan ist, bleibt im Projekt.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were in the project already and got new annotations.</source>
        <translation>
            <numerusform>%n Artikel war schon im Projekt und hat neue Annotationen bekommen.</numerusform>
            <numerusform>%n Artikel waren schon im Projekt und haben neue Annotationen bekommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were in the project already.</source>
        <translation>
            <numerusform>%n Artikel war schon im Projekt.</numerusform>
            <numerusform>%n Artikel waren schon im Projekt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::InspectorDock</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Set speaker</source>
        <translation>Sprecher setzen</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Notiz bearbeiten</translation>
    </message>
    <message>
        <source>Nothing is in hand. Select words and press a label’s key to label them, or go to the next suggestion.</source>
        <translation>Nichts ist aufgenommen. Wählen Sie Wörter aus und drücken Sie die Taste eines Labels, um sie zu annotieren, oder gehen Sie zum nächsten Vorschlag.</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Nothing is in hand. Select words and press a label’s key to label them, or go to the next suggestion by %1.</source>
        <translation>Nichts ist aufgenommen. Wählen Sie Wörter aus und drücken Sie die Taste eines Labels, um sie zu annotieren, oder gehen Sie mit %1 zum nächsten Vorschlag.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ItemForm</name>
    <message>
        <source>Words</source>
        <translation>Wortlaut</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direkt</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>indirekt</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>none</source>
        <comment>kind of quotation</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Note on “%1”</source>
        <comment>a label</comment>
        <translation>Notiz zu „%1“</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::KeySheet</name>
    <message>
        <source>Accept on the card</source>
        <translation>Annehmen auf der Karte</translation>
    </message>
    <message>
        <source>Reject on the card</source>
        <translation>Ablehnen auf der Karte</translation>
    </message>
    <message>
        <source>Fix on the card</source>
        <translation>Korrigieren auf der Karte</translation>
    </message>
    <message>
        <source>click it, again for the next there</source>
        <translation>anklicken; nochmals für die nächste dort</translation>
    </message>
    <message>
        <source>click beside it</source>
        <translation>daneben klicken</translation>
    </message>
    <message>
        <source>Ctrl and wheel</source>
        <translation>Strg und Mausrad</translation>
    </message>
    <message>
        <source>in the inspector</source>
        <translation>im Inspektor</translation>
    </message>
    <message>
        <source>click it in the bar</source>
        <translation>in der Leiste anklicken</translation>
    </message>
    <message>
        <source>Add the selected words to the span in hand</source>
        <translation>Ausgewählte Wörter der aktuellen Spanne hinzufügen</translation>
    </message>
    <message>
        <source>Label all that is selected with the mouse, until the key is pressed again</source>
        <translation>Alles mit der Maus Ausgewählte annotieren, bis zur selben Taste</translation>
    </message>
    <message>
        <source>The caret in the article</source>
        <translation>Der Cursor im Artikel</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Move the caret; with Shift select</source>
        <translation>Cursor bewegen; mit Umschalt auswählen</translation>
    </message>
    <message>
        <source>click</source>
        <translation>klicken</translation>
    </message>
    <message>
        <source>Ctrl and arrows</source>
        <translation>Strg und Pfeiltasten</translation>
    </message>
    <message>
        <source>By words</source>
        <translation>Wortweise</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <source>Beginning and end of the line; with Ctrl, of the article</source>
        <translation>Anfang und Ende der Zeile; mit Strg des Artikels</translation>
    </message>
    <message>
        <source>With the mouse</source>
        <translation>Mit der Maus</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klicken</translation>
    </message>
    <message>
        <source>A word, or the highlight there; again for the next highlight</source>
        <translation>Ein Wort oder die Markierung dort; nochmals für die nächste Markierung</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklicken</translation>
    </message>
    <message>
        <source>Select a word; a third click its sentence</source>
        <translation>Ein Wort auswählen; mit einem dritten Klick seinen Satz</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Select whole words; with Alt single characters</source>
        <translation>Ganze Wörter auswählen; mit Alt einzelne Zeichen</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>Rechtsklicken</translation>
    </message>
    <message>
        <source>A menu of all that can be done there</source>
        <translation>Ein Menü mit allem, was dort möglich ist</translation>
    </message>
    <message>
        <source>No key does that. %1 finds actions without a key, too.</source>
        <comment>a key</comment>
        <translation>Keine Taste tut das. %1 findet auch Aktionen ohne Taste.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::KeyTips</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Find a key or what it does</source>
        <translation>Taste oder Wirkung suchen</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Tastenkürzel ändern…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::LabelBrush</name>
    <message>
        <source>Label all that is selected as %1</source>
        <translation>Alles Ausgewählte als %1 annotieren</translation>
    </message>
    <message>
        <source>Label as the last time</source>
        <translation>Annotieren wie beim letzten Mal</translation>
    </message>
    <message>
        <source>Words selected with the mouse become “%1” at once, until this is chosen again</source>
        <translation>Mit der Maus ausgewählte Wörter werden sofort als „%1“ annotiert, bis dies erneut gewählt wird</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Labelling</name>
    <message>
        <source>New attribution from here</source>
        <translation>Neue Zuschreibung von hier aus</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Label as %1</source>
        <translation>Als %1 annotieren</translation>
    </message>
    <message>
        <source>Add words to the %1 in hand</source>
        <translation>Wörter zur aktuellen Spanne (%1) hinzufügen</translation>
    </message>
    <message>
        <source>Begin a word earlier</source>
        <translation>Ein Wort früher beginnen</translation>
    </message>
    <message>
        <source>Begin a word later</source>
        <translation>Ein Wort später beginnen</translation>
    </message>
    <message>
        <source>End a word earlier</source>
        <translation>Ein Wort früher enden</translation>
    </message>
    <message>
        <source>End a word later</source>
        <translation>Ein Wort später enden</translation>
    </message>
    <message>
        <source>Begin a character earlier</source>
        <translation>Ein Zeichen früher beginnen</translation>
    </message>
    <message>
        <source>Begin a character later</source>
        <translation>Ein Zeichen später beginnen</translation>
    </message>
    <message>
        <source>End a character earlier</source>
        <translation>Ein Zeichen früher enden</translation>
    </message>
    <message>
        <source>End a character later</source>
        <translation>Ein Zeichen später enden</translation>
    </message>
    <message>
        <source>Select the words that are credited to somebody first, or put the caret into a quotation.</source>
        <translation>Wählen Sie zuerst die Worte aus, die jemandem zugeschrieben sind, oder setzen Sie den Cursor in ein Zitat.</translation>
    </message>
    <message>
        <source>No %1 is in hand that words could be added to.</source>
        <comment>a label</comment>
        <translation>Es ist kein Element „%1“ aufgenommen, zu dem Worte hinzukommen könnten.</translation>
    </message>
    <message>
        <source>Select the words to add first.</source>
        <translation>Wählen Sie zuerst die Worte aus, die hinzukommen sollen.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::LanguageMenu</name>
    <message>
        <source>As the system</source>
        <translation>Systemsprache</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::LearnedDialog</name>
    <message>
        <source>What was learned</source>
        <translation>Gelerntes</translation>
    </message>
    <message>
        <source>Nothing yet. Quoth learns from the suggestions that you accept, fix and reject, while you work.</source>
        <translation>Noch nichts. Quoth lernt aus den Vorschlägen, die Sie annehmen, korrigieren und ablehnen, während Sie arbeiten.</translation>
    </message>
    <message numerus="yes">
        <source>Learned from %n article(s)</source>
        <translation>
            <numerusform>Aus %n Artikel gelernt</numerusform>
            <numerusform>Aus %n Artikeln gelernt</numerusform>
        </translation>
    </message>
    <message>
        <source>Version:</source>
        <translation>Version:</translation>
    </message>
    <message>
        <source>%1, of %2</source>
        <translation>%1, vom %2</translation>
    </message>
    <message>
        <source>Model:</source>
        <translation>Modell:</translation>
    </message>
    <message>
        <source>Decisions:</source>
        <translation>Entscheidungen:</translation>
    </message>
    <message>
        <source>Strength:</source>
        <translation>Stärke:</translation>
    </message>
    <message>
        <source>What was learned, the strongest first</source>
        <translation>Gelerntes, das Stärkste zuerst</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>What you decided so far will not be learned from again; your labels stay as they are.</source>
        <translation>Aus Ihren bisherigen Entscheidungen wird nicht erneut gelernt; Ihre Labels bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>A model file that knows this, for other projects</source>
        <translation>Eine Modelldatei, die dies kennt, für andere Projekte</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Learning</name>
    <message>
        <source>What was learned…</source>
        <translation>Gelerntes…</translation>
    </message>
    <message>
        <source>What Quoth has learned from your decisions in this project, and how to forget or export it</source>
        <translation>Was Quoth aus Ihren Entscheidungen in diesem Projekt gelernt hat und wie man es vergisst oder exportiert</translation>
    </message>
    <message>
        <source>Nothing was learned: %1</source>
        <translation>Nichts wurde gelernt: %1</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>What was learned is forgotten; what you decide from now on is learned from.</source>
        <translation>Das Gelernte ist vergessen; gelernt wird aus dem, was Sie von jetzt an entscheiden.</translation>
    </message>
    <message>
        <source>Export the model with what was learned</source>
        <translation>Modell mit dem Gelernten exportieren</translation>
    </message>
    <message>
        <source>Models (*.quothmodel)</source>
        <translation>Modelle (*.quothmodel)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::MainWindow</name>
    <message>
        <source>New project…</source>
        <translation>Neues Projekt…</translation>
    </message>
    <message>
        <source>One file that holds your articles and all that you label in them</source>
        <translation>Eine Datei mit Ihren Artikeln und allem, was Sie darin annotieren</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Projekt öffnen…</translation>
    </message>
    <message>
        <source>A file that ends in .quoth</source>
        <translation>Eine Datei, die auf .quoth endet</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>Beispielprojekt öffnen</translation>
    </message>
    <message>
        <source>Three short articles: one is labelled, two have suggestions to review</source>
        <translation>Drei kurze Artikel: Einer ist annotiert, zwei haben Vorschläge zum Durchsehen</translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation>Artikel importieren…</translation>
    </message>
    <message>
        <source>Open articles</source>
        <translation>Artikel öffnen</translation>
    </message>
    <message>
        <source>Text, saved web pages, documents, tables, and what other annotation tools write</source>
        <translation>Text, gespeicherte Webseiten, Dokumente, Tabellen und Dateien anderer Annotationswerkzeuge</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Ordner importieren…</translation>
    </message>
    <message>
        <source>All articles in a folder and the folders in it</source>
        <translation>Alle Artikel in einem Ordner und seinen Unterordnern</translation>
    </message>
    <message>
        <source>Import from an address…</source>
        <translation>Von Adresse importieren…</translation>
    </message>
    <message>
        <source>Fetches a web page or document by its address</source>
        <translation>Ruft eine Webseite oder ein Dokument unter der angegebenen Adresse ab</translation>
    </message>
    <message>
        <source>Import from the clipboard</source>
        <translation>Aus Zwischenablage importieren</translation>
    </message>
    <message>
        <source>Makes an article of the text, address or files that were copied last</source>
        <translation>Macht einen Artikel aus dem Text, der Adresse oder den Dateien, die zuletzt kopiert wurden</translation>
    </message>
    <message>
        <source>Save article as picture or page…</source>
        <translation>Artikel als Bild oder Seite speichern…</translation>
    </message>
    <message>
        <source>Print article…</source>
        <translation>Artikel drucken…</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>Projekt schließen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation>Befehle…</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Ordner importieren</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>&amp;Annotieren</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>Durch&amp;sicht</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>%1 – Quoth</source>
        <translation>%1 – Quoth</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Quoth projects (*.quoth)</source>
        <translation>Quoth-Projekte (*.quoth)</translation>
    </message>
    <message>
        <source>Where shall the project be kept?</source>
        <translation>Wo soll das Projekt abgelegt werden?</translation>
    </message>
    <message>
        <source>Articles (%1)</source>
        <translation>Artikel (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save article as</source>
        <translation>Artikel speichern als</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Web page (*.html);;Picture (*.png)</source>
        <translation>PDF (*.pdf);;Webseite (*.html);;Bild (*.png)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Open an article…</source>
        <translation>Artikel öffnen…</translation>
    </message>
    <message>
        <source>The project “%1” is there already. Open it and go on in it?</source>
        <translation>Das Projekt „%1“ gibt es schon. Öffnen und darin weiterarbeiten?</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ManualView</name>
    <message>
        <source>Chapter of the manual</source>
        <translation>Kapitel des Handbuchs</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::MergeDialog</name>
    <message>
        <source>Merge speakers</source>
        <translation>Sprecher zusammenführen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>These are one speaker. Which name shall stay?</source>
        <translation>Das ist ein und derselbe Sprecher. Welcher Name soll bleiben?</translation>
    </message>
    <message>
        <source>Name of another speaker</source>
        <translation>Name eines anderen Sprechers</translation>
    </message>
    <message>
        <source>&amp;And also</source>
        <translation>Und &amp;auch</translation>
    </message>
    <message>
        <source>The other names become aliases, and all that was credited to them is credited to the one that stays, in all articles. Undo takes it back in one step.</source>
        <translation>Die anderen Namen werden zu Aliassen, und was ihnen zugeschrieben war, wird in allen Artikeln dem zugeschrieben, der bleibt. Das lässt sich in einem Schritt rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::OccurrencesDialog</name>
    <message>
        <source>&amp;Whole words only</source>
        <translation>Nur ganze &amp;Wörter</translation>
    </message>
    <message>
        <source>&amp;Upper and lower case as here</source>
        <translation>&amp;Groß-/Kleinschreibung wie hier</translation>
    </message>
    <message>
        <source>In &amp;this article</source>
        <translation>In &amp;diesem Artikel</translation>
    </message>
    <message>
        <source>In the whole &amp;project</source>
        <translation>Im ganzen &amp;Projekt</translation>
    </message>
    <message>
        <source>Suggest at all occurrences</source>
        <translation>An allen Vorkommen vorschlagen</translation>
    </message>
    <message>
        <source>Wherever “%1” stands again, suggest “%2”, credited to %3.</source>
        <translation>Wo immer „%1“ noch steht, „%2“ vorschlagen und %3 zuschreiben.</translation>
    </message>
    <message>
        <source>Wherever “%1” stands again, suggest “%2”.</source>
        <translation>Wo immer „%1“ noch steht, „%2“ vorschlagen.</translation>
    </message>
    <message>
        <source>Where the words stand</source>
        <translation>Wo die Wörter stehen</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>Vorschlagen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>No further place. What is labelled so already, or was rejected, does not count.</source>
        <translation>Keine weitere Stelle. Was schon so annotiert oder abgelehnt ist, zählt nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n further place(s) in this article.</source>
        <translation>
            <numerusform>%n weitere Stelle in diesem Artikel.</numerusform>
            <numerusform>%n weitere Stellen in diesem Artikel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further place(s)</source>
        <translation>
            <numerusform>%n weitere Stelle</numerusform>
            <numerusform>%n weitere Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Suggest %1</source>
        <translation>%1 vorschlagen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n article(s).</source>
        <comment>places</comment>
        <translation>
            <numerusform>%1 in %n Artikel.</numerusform>
            <numerusform>%1 in %n Artikeln.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Overlaps</name>
    <message>
        <source>Choose among the highlights at the caret…</source>
        <translation>Unter den Markierungen am Cursor wählen…</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Overlays</name>
    <message>
        <source>Lines between the parts of the attribution in hand</source>
        <translation>Linien zwischen den Teilen der aktuellen Zuschreibung</translation>
    </message>
    <message>
        <source>Invisible characters</source>
        <translation>Unsichtbare Zeichen</translation>
    </message>
    <message>
        <source>Shows no-break blanks, zero-width and direction-changing characters, tabs, doubled and trailing blanks</source>
        <translation>Zeigt geschützte Leerzeichen, Zeichen ohne Breite und zum Richtungswechsel, Tabulatoren, doppelte und abschließende Leerzeichen</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::PaletteBar</name>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::PartList</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Printing</name>
    <message>
        <source>Print article</source>
        <translation>Artikel drucken</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ProjectDesk</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederherstellen: %1</translation>
    </message>
    <message>
        <source>Labels and review</source>
        <translation>Labels und Durchsicht</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Which highlights are shown</source>
        <translation>Welche Markierungen angezeigt werden</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>No other suggestion is left in this article</source>
        <translation>In diesem Artikel ist kein anderer Vorschlag übrig</translation>
    </message>
    <message>
        <source>%1: %2 %3 move its begin, %4 %5 its end; %6 the next part</source>
        <translation>%1: %2 %3 verschieben den Anfang, %4 %5 das Ende; %6 zum nächsten Teil</translation>
    </message>
    <message>
        <source>No article is open. Choose one in the list of articles (%1), or import some by %2.</source>
        <translation>Kein Artikel ist geöffnet. Wählen Sie einen in der Artikelliste (%1), oder importieren Sie welche mit %2.</translation>
    </message>
    <message>
        <source>%1: select other words, or move its edges: %2 %3 its begin, %4 %5 its end</source>
        <translation>%1: andere Wörter auswählen oder die Grenzen verschieben: %2 %3 den Anfang, %4 %5 das Ende</translation>
    </message>
    <message>
        <source>%1: select its words, or %2</source>
        <comment>a part, and a key</comment>
        <translation>%1: die Wörter auswählen, oder %2</translation>
    </message>
    <message>
        <source>%2 takes what is proposed. %1: select other words, %3 drops it, %4 the next part</source>
        <comment>a part, and keys</comment>
        <translation>%2 übernimmt das Vorgeschlagene. %1: andere Wörter auswählen, %3 verwirft, %4 zum nächsten Teil</translation>
    </message>
    <message>
        <source>Words selected with the mouse become “%1”, until %2</source>
        <comment>a label, and a key</comment>
        <translation>Mit der Maus ausgewählte Wörter werden als „%1“ annotiert, bis %2</translation>
    </message>
    <message>
        <source>Done: %1. %2 takes it back.</source>
        <comment>what was done, and a key</comment>
        <translation>Erledigt: %1. %2 nimmt es zurück.</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) accepted; %1 takes it back</source>
        <comment>a key</comment>
        <translation>
            <numerusform>%n Vorschlag angenommen; %1 nimmt das zurück</numerusform>
            <numerusform>%n Vorschläge angenommen; %1 nimmt das zurück</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) rejected; %1 takes it back</source>
        <comment>a key</comment>
        <translation>
            <numerusform>%n Vorschlag abgelehnt; %1 nimmt das zurück</numerusform>
            <numerusform>%n Vorschläge abgelehnt; %1 nimmt das zurück</numerusform>
        </translation>
    </message>
    <message>
        <source>No article is open. What was undone comes back by %1.</source>
        <translation>Kein Artikel ist geöffnet. Was rückgängig gemacht wurde, kommt mit %1 zurück.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Provenance</name>
    <message>
        <source>suggested</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>built-in rules %1</source>
        <translation>eingebaute Regeln %1</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>imported, %1</source>
        <translation>importiert, %1</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReleaseDialog</name>
    <message>
        <source>Publish dataset</source>
        <translation>Datensatz veröffentlichen</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>&amp;Begin with:</source>
        <translation>&amp;Beginnen mit:</translation>
    </message>
    <message>
        <source>Folder of the dataset</source>
        <translation>Ordner des Datensatzes</translation>
    </message>
    <message>
        <source>Br&amp;owse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>&amp;Veröffentlichen</translation>
    </message>
    <message>
        <source>What goes into each split</source>
        <translation>Was in welchen Split kommt</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Attributions</source>
        <translation>Zuschreibungen</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Spannen</translation>
    </message>
    <message>
        <source>What is to be told of it</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>What it will hold</source>
        <translation>Inhalt des Datensatzes</translation>
    </message>
    <message>
        <source>a new recipe</source>
        <translation>einem neuen Rezept</translation>
    </message>
    <message numerus="yes">
        <source>release %1 of %2, %n article(s)</source>
        <translation>
            <numerusform>Release %1 vom %2, %n Artikel</numerusform>
            <numerusform>Release %1 vom %2, %n Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was written. %1</source>
        <translation>Nichts wurde geschrieben. %1</translation>
    </message>
    <message numerus="yes">
        <source>Release %1 is in %2: %n article(s), with card, label schema and checksums.</source>
        <translation>
            <numerusform>Release %1 liegt in %2: %n Artikel, mit Karte, Annotationsschema und Prüfsummen.</numerusform>
            <numerusform>Release %1 liegt in %2: %n Artikel, mit Karte, Annotationsschema und Prüfsummen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) of the project are left out.</source>
        <translation>
            <numerusform>%n Artikel des Projekts wird ausgelassen.</numerusform>
            <numerusform>%n Artikel des Projekts werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of articles are one story and stay together.</source>
        <translation>
            <numerusform>%n Artikelpaar ist dieselbe Meldung und bleibt zusammen.</numerusform>
            <numerusform>%n Artikelpaare sind jeweils dieselbe Meldung und bleiben zusammen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) had to leave the split of earlier releases.</source>
        <translation>
            <numerusform>%n Artikel musste den Split früherer Releases verlassen.</numerusform>
            <numerusform>%n Artikel mussten den Split früherer Releases verlassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>The dataset is published.</source>
        <translation>Der Datensatz ist veröffentlicht.</translation>
    </message>
    <message>
        <source>The dataset could not be published.</source>
        <translation>Der Datensatz konnte nicht veröffentlicht werden.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReleaseForm</name>
    <message>
        <source>Name of the dataset</source>
        <translation>Name des Datensatzes</translation>
    </message>
    <message>
        <source>that of the project</source>
        <translation>der des Projekts</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>none given</source>
        <translation>keine angegeben</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>What these articles are, who labelled them, and what for</source>
        <translation>Was das für Artikel sind, wer sie annotiert hat und wofür</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>with the articles’ texts</source>
        <translation>mit den Texten der Artikel</translation>
    </message>
    <message>
        <source>without texts: offsets and labelled words</source>
        <translation>ohne Texte: Offsets und annotierte Wörter</translation>
    </message>
    <message>
        <source>without texts and words: offsets alone</source>
        <translation>ohne Texte und Wörter: nur Offsets</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Licence:</source>
        <translation>&amp;Lizenz:</translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation>B&amp;eschreibung:</translation>
    </message>
    <message>
        <source>&amp;Texts:</source>
        <translation>&amp;Texte:</translation>
    </message>
    <message>
        <source>&amp;accepted</source>
        <translation>&amp;angenommene</translation>
    </message>
    <message>
        <source>&amp;suggested</source>
        <translation>vor&amp;geschlagene</translation>
    </message>
    <message>
        <source>&amp;rejected</source>
        <translation>abgele&amp;hnte</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>all articles</source>
        <translation>alle Artikel</translation>
    </message>
    <message>
        <source>those where something is decided</source>
        <translation>die, in denen etwas entschieden ist</translation>
    </message>
    <message>
        <source>those where nothing is left to decide</source>
        <translation>die, in denen nichts mehr zu entscheiden ist</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>Was hineinkommt</translation>
    </message>
    <message>
        <source>Highlights:</source>
        <translation>Markierungen:</translation>
    </message>
    <message>
        <source>Art&amp;icles:</source>
        <translation>A&amp;rtikel:</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Share of: %1</source>
        <translation>Anteil: %1</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>versions of one story (by their words)</source>
        <translation>Versionen derselben Meldung (nach Wortlaut)</translation>
    </message>
    <message>
        <source>articles of one outlet</source>
        <translation>Artikel desselben Mediums</translation>
    </message>
    <message>
        <source>articles of one day</source>
        <translation>Artikel desselben Tages</translation>
    </message>
    <message>
        <source>Articles stay where they were in earlier releases</source>
        <translation>Artikel bleiben, wo sie in früheren Releases waren</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>Splits</translation>
    </message>
    <message>
        <source>Shares:</source>
        <translation>Anteile:</translation>
    </message>
    <message>
        <source>Never in two splits:</source>
        <translation>Nie in zwei Splits:</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReviewFilterBar</name>
    <message>
        <source>Filter by words, speaker or note</source>
        <translation>Nach Wortlaut, Sprecher oder Notiz filtern</translation>
    </message>
    <message>
        <source>Words, speaker or note</source>
        <translation>Wortlaut, Sprecher oder Notiz</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>Was aufgelistet ist</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Jeder Status</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Mit Notiz</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>Kleinste Konfidenz</translation>
    </message>
    <message>
        <source>Greatest confidence</source>
        <translation>Größte Konfidenz</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>to</source>
        <comment>from one confidence to another</comment>
        <translation>bis</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>Credited to</source>
        <translation>Zugeschrieben</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>Takes all filters away</source>
        <translation>Entfernt alle Filter</translation>
    </message>
    <message>
        <source>Attributions and free spans</source>
        <translation>Zuschreibungen und freie Spannen</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <comment>a label</comment>
        <translation>Nur: %1</translation>
    </message>
    <message>
        <source>Made by anybody</source>
        <translation>Beliebige Herkunft</translation>
    </message>
    <message>
        <source>Made by people</source>
        <translation>Von Personen</translation>
    </message>
    <message>
        <source>Found by detectors</source>
        <translation>Von Detektoren gefunden</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Anybody’s words</source>
        <translation>Beliebige Sprecher</translation>
    </message>
    <message>
        <source>Without a speaker</source>
        <translation>Ohne Sprecher</translation>
    </message>
    <message>
        <source>Made by %1</source>
        <translation>Von %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReviewListDock</name>
    <message>
        <source>List of everything</source>
        <translation>Gesamtliste</translation>
    </message>
    <message>
        <source>List of everything, to filter and decide on many</source>
        <translation>Gesamtliste, um zu filtern und über viele zu entscheiden</translation>
    </message>
    <message>
        <source>Accept what the list shows…</source>
        <translation>Aufgelistetes annehmen…</translation>
    </message>
    <message>
        <source>Reject what the list shows…</source>
        <translation>Aufgelistetes ablehnen…</translation>
    </message>
    <message>
        <source>Reopen what the list shows…</source>
        <translation>Aufgelistetes wieder öffnen…</translation>
    </message>
    <message>
        <source>Relabel what the list shows…</source>
        <translation>Label von Aufgelistetem ändern…</translation>
    </message>
    <message>
        <source>Delete what the list shows…</source>
        <translation>Aufgelistetes löschen…</translation>
    </message>
    <message>
        <source>How many are listed</source>
        <translation>Wie viele aufgelistet sind</translation>
    </message>
    <message>
        <source>What is selected, if that is several, else what the list shows. Says first what will change.</source>
        <translation>Das Ausgewählte, wenn es mehrere sind, sonst das Aufgelistete. Zeigt zuerst, was sich ändern wird.</translation>
    </message>
    <message>
        <source>Enter accepts, Backspace rejects, U reopens, Delete deletes, a label’s key relabels; Escape goes back to the article</source>
        <translation>Enter nimmt an, Rücktaste lehnt ab, U öffnet wieder, Entf löscht, die Taste eines Labels ändert das Label; Esc geht zurück zum Artikel</translation>
    </message>
    <message>
        <source>Nothing fits the filter</source>
        <translation>Nichts entspricht dem Filter</translation>
    </message>
    <message numerus="yes">
        <source>%n listed</source>
        <translation>
            <numerusform>%n aufgelistet</numerusform>
            <numerusform>%n aufgelistet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n selected</source>
        <translation>
            <numerusform>%1, %n ausgewählt</numerusform>
            <numerusform>%1, %n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept %1…</source>
        <comment>a number of items</comment>
        <translation>%1 annehmen…</translation>
    </message>
    <message>
        <source>Reject %1…</source>
        <comment>a number of items</comment>
        <translation>%1 ablehnen…</translation>
    </message>
    <message>
        <source>Reopen %1…</source>
        <comment>a number of items</comment>
        <translation>%1 wieder öffnen…</translation>
    </message>
    <message>
        <source>Delete %1…</source>
        <comment>a number of items</comment>
        <translation>%1 löschen…</translation>
    </message>
    <message>
        <source>Relabel %1 as…</source>
        <comment>a number of items</comment>
        <translation>Label von %1 ändern…</translation>
    </message>
    <message>
        <source>No article is open. Choose one in the list of articles.</source>
        <translation>Kein Artikel ist geöffnet. Wählen Sie einen in der Artikelliste.</translation>
    </message>
    <message>
        <source>Nothing is labelled yet. Select words and press a label’s key, or let Quoth suggest by %1.</source>
        <translation>Noch ist nichts annotiert. Wählen Sie Wörter aus und drücken Sie die Taste eines Labels, oder lassen Sie Quoth mit %1 vorschlagen.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReviewListModel</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wortlaut</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Reviewing</name>
    <message>
        <source>Next suggestion</source>
        <translation>Nächster Vorschlag</translation>
    </message>
    <message>
        <source>Previous suggestion</source>
        <translation>Vorheriger Vorschlag</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Fix the next part</source>
        <translation>Nächsten Teil korrigieren</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Accept all that are sure…</source>
        <translation>Alle sicheren annehmen…</translation>
    </message>
    <message>
        <source>Accept all that is left</source>
        <translation>Alle übrigen annehmen</translation>
    </message>
    <message>
        <source>Every suggestion of this article that is still open</source>
        <translation>Jeder noch offene Vorschlag dieses Artikels</translation>
    </message>
    <message>
        <source>Reject all that is left</source>
        <translation>Alle übrigen ablehnen</translation>
    </message>
    <message>
        <source>Next attribution or span</source>
        <translation>Nächste Zuschreibung oder Spanne</translation>
    </message>
    <message>
        <source>Previous attribution or span</source>
        <translation>Vorherige Zuschreibung oder Spanne</translation>
    </message>
    <message>
        <source>Accept the sure…</source>
        <translation>Sichere annehmen…</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaDialog</name>
    <message>
        <source>Labels and roles</source>
        <translation>Labels und Rollen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Frames and roles</source>
        <translation>Frames und Rollen</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Frames</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>Laden…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>All labels can be told apart, on light and on dark, also by colour-blind readers.</source>
        <translation>Alle Labels lassen sich unterscheiden, auf hellem wie auf dunklem Grund, auch bei Farbenblindheit.</translation>
    </message>
    <message>
        <source>It can be used, but think about this:</source>
        <translation>Es ist verwendbar, aber bedenken Sie:</translation>
    </message>
    <message>
        <source>To be mended before it can be taken over:</source>
        <translation>Vor dem Übernehmen zu korrigieren:</translation>
    </message>
    <message>
        <source>Remove label</source>
        <translation>Label entfernen</translation>
    </message>
    <message>
        <source>A schema has at least one label.</source>
        <translation>Ein Schema hat mindestens ein Label.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project have the label %1. Which label instead?</source>
        <translation>
            <numerusform>%n Spanne im Projekt hat das Label %1. Welches Label stattdessen?</numerusform>
            <numerusform>%n Spannen im Projekt haben das Label %1. Welches Label stattdessen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove frame</source>
        <translation>Frame entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind %1. Remove them first.</source>
        <translation>
            <numerusform>%n Frame im Projekt ist von der Art %1. Entfernen Sie ihn zuerst.</numerusform>
            <numerusform>%n Frames im Projekt sind von der Art %1. Entfernen Sie sie zuerst.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove role</source>
        <translation>Rolle entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project fill this role. Take them out of it first.</source>
        <translation>
            <numerusform>%n Spanne im Projekt füllt diese Rolle. Nehmen Sie sie zuerst heraus.</numerusform>
            <numerusform>%n Spannen im Projekt füllen diese Rolle. Nehmen Sie sie zuerst heraus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Load labels and roles</source>
        <translation>Labels und Rollen laden</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind %1, which the file does not have.</source>
        <translation>
            <numerusform>%n Frame im Projekt ist von der Art %1, die die Datei nicht hat.</numerusform>
            <numerusform>%n Frames im Projekt sind von der Art %1, die die Datei nicht hat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project have the label %1, which the file does not have. Which label instead?</source>
        <translation>
            <numerusform>%n Spanne im Projekt hat das Label %1, das die Datei nicht hat. Welches Label stattdessen?</numerusform>
            <numerusform>%n Spannen im Projekt haben das Label %1, das die Datei nicht hat. Welches Label stattdessen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Label schemas (*.json)</source>
        <translation>Annotationsschemata (*.json)</translation>
    </message>
    <message>
        <source>Save labels and roles</source>
        <translation>Labels und Rollen speichern</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaEditing</name>
    <message>
        <source>Labels and roles…</source>
        <translation>Labels und Rollen…</translation>
    </message>
    <message>
        <source>Change the labels of this project: names, keys, colours, guidelines, attributes, and which of them fill which roles</source>
        <translation>Die Labels dieses Projekts ändern: Namen, Tasten, Farben, Richtlinien, Attribute und welche von ihnen welche Rollen füllen</translation>
    </message>
    <message>
        <source>Labels and roles</source>
        <translation>Labels und Rollen</translation>
    </message>
    <message>
        <source>change labels and roles</source>
        <translation>Labels und Rollen ändern</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaFrameForm</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Takes: %1</source>
        <translation>Nimmt an: %1</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>Name in Dateien</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Erforderlich</translation>
    </message>
    <message>
        <source>Takes spans labelled</source>
        <translation>Nimmt Spannen mit Label</translation>
    </message>
    <message>
        <source>Add role</source>
        <translation>Rolle hinzufügen</translation>
    </message>
    <message>
        <source>Remove role</source>
        <translation>Rolle entfernen</translation>
    </message>
    <message>
        <source>Role %1</source>
        <translation>Rolle %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaLabelForm</name>
    <message>
        <source>Colour on light</source>
        <translation>Farbe auf Hell</translation>
    </message>
    <message>
        <source>Colour on dark</source>
        <translation>Farbe auf Dunkel</translation>
    </message>
    <message>
        <source>Its words name somebody: they may be given a speaker</source>
        <translation>Die Wörter nennen jemanden und können einen Sprecher bekommen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Kasten</translation>
    </message>
    <message>
        <source>Dotted line</source>
        <translation>Gepunktete Linie</translation>
    </message>
    <message>
        <source>Bars at both ends</source>
        <translation>Balken an beiden Enden</translation>
    </message>
    <message>
        <source>Thick line</source>
        <translation>Dicke Linie</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Welle</translation>
    </message>
    <message>
        <source>What it is for, with an example, and what it is not for</source>
        <translation>Wofür es da ist, mit Beispiel, und wofür nicht</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>Name in Dateien</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Values, with commas; none: any text</source>
        <translation>Werte, mit Kommas; keine: beliebiger Text</translation>
    </message>
    <message>
        <source>Add attribute</source>
        <translation>Attribut hinzufügen</translation>
    </message>
    <message>
        <source>Remove attribute</source>
        <translation>Attribut entfernen</translation>
    </message>
    <message>
        <source>Attribute %1</source>
        <translation>Attribut %1</translation>
    </message>
    <message>
        <source>The values that spans have stay in the project, unseen</source>
        <translation>Die Werte, die Spannen haben, bleiben unsichtbar im Projekt</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Shortcuts</name>
    <message>
        <source>This key cannot be used.</source>
        <translation>Diese Taste ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>This key moves the caret in texts.</source>
        <translation>Diese Taste bewegt den Cursor in Texten.</translation>
    </message>
    <message>
        <source>Esc always lets go of what is in hand and closes what is open.</source>
        <translation>Esc lässt immer los, was aufgenommen ist, und schließt, was offen ist.</translation>
    </message>
    <message>
        <source>This key opens the menus.</source>
        <translation>Diese Taste öffnet die Menüs.</translation>
    </message>
    <message>
        <source>This key copies, cuts and pastes, here as everywhere.</source>
        <translation>Diese Taste kopiert, schneidet aus und fügt ein, hier wie überall.</translation>
    </message>
    <message>
        <source>This key selects all, here as everywhere.</source>
        <translation>Diese Taste wählt alles aus, hier wie überall.</translation>
    </message>
    <message>
        <source>Alt with a letter opens menus.</source>
        <translation>Alt mit einem Buchstaben öffnet Menüs.</translation>
    </message>
    <message>
        <source>This key closes the window.</source>
        <translation>Diese Taste schließt das Fenster.</translation>
    </message>
    <message>
        <source>This key belongs to a label (“%1”). Give the label another key first.</source>
        <translation>Diese Taste gehört zu einem Label („%1“). Geben Sie zuerst dem Label eine andere Taste.</translation>
    </message>
    <message>
        <source>This is no file of keys as Quoth writes them.</source>
        <translation>Das ist keine Datei mit Tastenkürzeln, wie Quoth sie schreibt.</translation>
    </message>
    <message>
        <source>%1 cannot have the key %2. %3</source>
        <translation>%1 kann die Taste %2 nicht haben. %3</translation>
    </message>
    <message>
        <source>The key %1 is given to %2 and to %3.</source>
        <translation>Die Taste %1 ist an %2 und an %3 vergeben.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ShortcutsDialog</name>
    <message>
        <source>Change keys</source>
        <translation>Tastenkürzel ändern</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>Name in Dateien</translation>
    </message>
    <message>
        <source>Find by words</source>
        <translation>Nach Wörtern suchen</translation>
    </message>
    <message>
        <source>Find by key: press it here</source>
        <translation>Nach Taste suchen: hier drücken</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Add another…</source>
        <translation>Weitere hinzufügen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>Laden…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>It came without a key.</source>
        <translation>Ursprünglich ohne Taste.</translation>
    </message>
    <message>
        <source>It came with: %1</source>
        <translation>Ursprünglich: %1</translation>
    </message>
    <message>
        <source>No action has the key %1.</source>
        <translation>Keine Aktion hat die Taste %1.</translation>
    </message>
    <message>
        <source>Choose an action to change its keys. Those you changed stand in bold.</source>
        <translation>Wählen Sie eine Aktion, um ihre Tasten zu ändern. Von Ihnen geänderte sind fett.</translation>
    </message>
    <message>
        <source>This key belongs to the project’s labels: “Change” opens “Labels and roles”, where it is changed for everyone who works on the project.</source>
        <translation>Diese Taste gehört zu den Labels des Projekts: „Ändern“ öffnet „Labels und Rollen“, wo sie für alle geändert wird, die am Projekt arbeiten.</translation>
    </message>
    <message>
        <source>Give all actions the keys they came with?</source>
        <translation>Allen Aktionen ihre ursprünglichen Tasten geben?</translation>
    </message>
    <message>
        <source>Save keys</source>
        <translation>Tastenkürzel speichern</translation>
    </message>
    <message>
        <source>Keys (*.json)</source>
        <translation>Tastenkürzel (*.json)</translation>
    </message>
    <message>
        <source>Load keys</source>
        <translation>Tastenkürzel laden</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakerDialog</name>
    <message>
        <source>New speaker</source>
        <translation>Neuer Sprecher</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Other names, one a line</source>
        <translation>Andere Namen, einer je Zeile</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show the item in the browser</source>
        <translation>Das Objekt im Browser anzeigen</translation>
    </message>
    <message>
        <source>Open the item of Wikidata in the browser</source>
        <translation>Das Wikidata-Objekt im Browser öffnen</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Take the colour that Quoth gives</source>
        <translation>Die Farbe nehmen, die Quoth vergibt</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Also called</source>
        <translation>&amp;Auch genannt</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Typ</translation>
    </message>
    <message>
        <source>&amp;Wikidata</source>
        <translation>&amp;Wikidata</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>Colour of the speaker</source>
        <translation>Farbe des Sprechers</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose a colour; now Quoth gives one</source>
        <translation>Farbe wählen; zurzeit vergibt Quoth eine</translation>
    </message>
    <message>
        <source>Colour %1; choose another</source>
        <translation>Farbe %1; andere wählen</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakerEdit</name>
    <message>
        <source>Speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Noch niemand</translation>
    </message>
    <message>
        <source>To whom the words are credited. Enter takes the name, Escape leaves it as it was.</source>
        <translation>Wem die Worte zugeschrieben sind. Enter übernimmt den Namen, Esc lässt ihn, wie er war.</translation>
    </message>
    <message>
        <source>Type of speaker</source>
        <translation>Sprechertyp</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n Erwähnung</numerusform>
            <numerusform>%n Erwähnungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakerLine</name>
    <message>
        <source>%1 — %2</source>
        <comment>alias, canonical name</comment>
        <translation>%1 — %2</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakersDock</name>
    <message>
        <source>Speakers</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Next mention of the speaker</source>
        <translation>Nächste Erwähnung des Sprechers</translation>
    </message>
    <message>
        <source>New speaker…</source>
        <translation>Neuer Sprecher…</translation>
    </message>
    <message>
        <source>Change speaker…</source>
        <translation>Sprecher ändern…</translation>
    </message>
    <message>
        <source>Merge speakers…</source>
        <translation>Sprecher zusammenführen…</translation>
    </message>
    <message>
        <source>Split speaker…</source>
        <translation>Sprecher aufteilen…</translation>
    </message>
    <message>
        <source>Delete speaker</source>
        <translation>Sprecher löschen</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Neu…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Zusammenführen…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Aufteilen…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Two entries that are one speaker become one, in all articles</source>
        <translation>Zwei Einträge, die ein Sprecher sind, werden in allen Artikeln zu einem</translation>
    </message>
    <message>
        <source>Some of the mentions go to a new speaker, in all articles</source>
        <translation>Einige Erwähnungen gehen in allen Artikeln an einen neuen Sprecher</translation>
    </message>
    <message>
        <source>Only a speaker that nobody mentions can be deleted</source>
        <translation>Nur ein Sprecher ohne Erwähnungen kann gelöscht werden</translation>
    </message>
    <message>
        <source>Type a name or an alias</source>
        <translation>Name oder Alias eingeben</translation>
    </message>
    <message>
        <source>Filter the speakers</source>
        <translation>Sprecher filtern</translation>
    </message>
    <message>
        <source>%1 is not mentioned in this article</source>
        <translation>%1 wird in diesem Artikel nicht erwähnt</translation>
    </message>
    <message>
        <source>Merged. Undo parts them again.</source>
        <translation>Zusammengeführt. „Rückgängig“ trennt sie wieder.</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>Split. Undo joins them again.</source>
        <translation>Aufgeteilt. „Rückgängig“ vereint sie wieder.</translation>
    </message>
    <message>
        <source>No speakers yet. Take an attribution in hand and credit it to somebody (%1), or add a speaker here.</source>
        <comment>a key</comment>
        <translation>Noch keine Sprecher. Nehmen Sie eine Zuschreibung auf, und schreiben Sie sie jemandem zu (%1), oder fügen Sie hier einen Sprecher hinzu.</translation>
    </message>
    <message>
        <source>No speaker is called so. %1 adds one of this name.</source>
        <translation>Kein Sprecher heißt so. „%1“ fügt einen dieses Namens hinzu.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakersModel</name>
    <message>
        <source>Also called %1</source>
        <translation>Auch genannt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n mention(s)</source>
        <translation>
            <numerusform>%1, %2, %n Erwähnung</numerusform>
            <numerusform>%1, %2, %n Erwähnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Erwähnungen</translation>
    </message>
    <message>
        <source>Wikidata</source>
        <translation>Wikidata</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SplitDialog</name>
    <message>
        <source>Split %1</source>
        <translation>%1 aufteilen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilen</translation>
    </message>
    <message>
        <source>Which of these mentions are those of another speaker?</source>
        <translation>Welche dieser Erwähnungen gehören zu einem anderen Sprecher?</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Erwähnungen</translation>
    </message>
    <message>
        <source>(attributions without a source)</source>
        <translation>(Zuschreibungen ohne Quelle)</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n Erwähnung</numerusform>
            <numerusform>%n Erwähnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Name of the new speaker</source>
        <translation>&amp;Name des neuen Sprechers</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Typ</translation>
    </message>
    <message>
        <source>Nobody mentions this speaker, so that there is nothing to split.</source>
        <translation>Dieser Sprecher wird nirgends erwähnt, daher gibt es nichts aufzuteilen.</translation>
    </message>
    <message>
        <source>Space ticks a row. Undo takes it back in one step.</source>
        <translation>Die Leertaste hakt eine Zeile an. Das Aufteilen lässt sich in einem Schritt rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Spreading</name>
    <message>
        <source>Suggest at all occurrences…</source>
        <translation>An allen Vorkommen vorschlagen…</translation>
    </message>
    <message>
        <source>This name is always this speaker</source>
        <translation>Dieser Name ist immer dieser Sprecher</translation>
    </message>
    <message>
        <source>The same words, elsewhere in the article or the project, are suggested with the same label and speaker</source>
        <translation>Dieselben Wörter werden an anderen Stellen des Artikels oder des Projekts mit demselben Label und Sprecher vorgeschlagen</translation>
    </message>
    <message>
        <source>Wherever this name is a source, in all articles and from now on, it is credited to the speaker it has here</source>
        <translation>Wo immer dieser Name eine Quelle ist, wird er in allen Artikeln und künftig dem Sprecher zugeschrieben, den er hier hat</translation>
    </message>
    <message>
        <source>Interrupted words cannot be looked for. Take a span of one piece.</source>
        <translation>Unterbrochene Wörter können nicht gesucht werden. Nehmen Sie eine Spanne aus einem Stück.</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>“%1” is somebody else at each place</source>
        <translation>„%1“ ist an jeder Stelle jemand anderes</translation>
    </message>
    <message numerus="yes">
        <source>%1 made in %n article(s)</source>
        <comment>suggestions</comment>
        <translation>
            <numerusform>%1 in %n Artikel gemacht</numerusform>
            <numerusform>%1 in %n Artikeln gemacht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n Vorschlag</numerusform>
            <numerusform>%n Vorschläge</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is credited here yet. Say who it is first: %1</source>
        <comment>a key</comment>
        <translation>Hier ist noch niemandem etwas zugeschrieben. Geben Sie zuerst an, wer es ist: %1</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is always %2 now: %n mention(s) changed</source>
        <translation>
            <numerusform>„%1“ ist jetzt immer %2: %n Erwähnung geändert</numerusform>
            <numerusform>„%1“ ist jetzt immer %2: %n Erwähnungen geändert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::StartPage</name>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>Label who said what in news articles. Quoth highlights speakers, quotations and claims; you accept, reject or fix each from the keyboard.</source>
        <translation>Annotieren, wer in Nachrichtenartikeln was gesagt hat. Quoth markiert Sprecher, Zitate und Behauptungen; Sie nehmen jede Markierung mit der Tastatur an, lehnen sie ab oder korrigieren sie.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Letzte Projekte</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>%1 · opened %2</source>
        <translation>%1 · geöffnet am %2</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Aus dieser Liste entfernen</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::StatusLine</name>
    <message>
        <source>Review progress</source>
        <translation>Stand der Durchsicht</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Selected characters</source>
        <translation>Ausgewählte Zeichen</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speicherstand</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message numerus="yes">
        <source>Learned from %n article(s)</source>
        <translation>
            <numerusform>Aus %n Artikel gelernt</numerusform>
            <numerusform>Aus %n Artikeln gelernt</numerusform>
        </translation>
    </message>
    <message>
        <source>No highlights yet</source>
        <translation>Noch keine Markierungen</translation>
    </message>
    <message>
        <source>Review: %1 of %2</source>
        <translation>Durchsicht: %1 von %2</translation>
    </message>
    <message>
        <source>Select words and press a label’s key, or let Quoth suggest: %1</source>
        <translation>Wählen Sie Wörter aus und drücken Sie die Taste eines Labels, oder lassen Sie Quoth vorschlagen: %1</translation>
    </message>
    <message>
        <source>Next: %1 · accept: %2 · reject: %3 · fix: %4</source>
        <translation>Weiter: %1 · annehmen: %2 · ablehnen: %3 · korrigieren: %4</translation>
    </message>
    <message>
        <source>All reviewed</source>
        <translation>Alles durchgesehen</translation>
    </message>
    <message>
        <source>Character %1</source>
        <translation>Zeichen %1</translation>
    </message>
    <message>
        <source>Characters %1–%2</source>
        <translation>Zeichen %1–%2</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>Alle Änderungen gespeichert</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::TextWalk</name>
    <message>
        <source>Select more: word, quotation, clause, sentence, paragraph</source>
        <translation>Mehr auswählen: Wort, Zitat, Teilsatz, Satz, Absatz</translation>
    </message>
    <message>
        <source>Select less</source>
        <translation>Weniger auswählen</translation>
    </message>
    <message>
        <source>Next quotation without a label</source>
        <translation>Nächstes Zitat ohne Label</translation>
    </message>
    <message>
        <source>Previous quotation without a label</source>
        <translation>Vorheriges Zitat ohne Label</translation>
    </message>
    <message>
        <source>Next claim</source>
        <translation>Nächste Behauptung</translation>
    </message>
    <message>
        <source>Previous claim</source>
        <translation>Vorherige Behauptung</translation>
    </message>
    <message>
        <source>Next attribution</source>
        <translation>Nächste Zuschreibung</translation>
    </message>
    <message>
        <source>Previous attribution</source>
        <translation>Vorherige Zuschreibung</translation>
    </message>
    <message>
        <source>No other quotation without a label</source>
        <translation>Kein anderes Zitat ohne Label</translation>
    </message>
    <message>
        <source>No other claim</source>
        <translation>Keine andere Behauptung</translation>
    </message>
    <message>
        <source>No other attribution</source>
        <translation>Keine andere Zuschreibung</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Tour</name>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Quoth has read this article. What stands dashed is a suggestion: who speaks, the word that reports, what is said. The cards at the right name the speaker and say how sure it is. Nothing counts until you decide.</source>
        <translation>Quoth hat diesen Artikel gelesen. Was gestrichelt ist, ist ein Vorschlag: wer spricht, das redeeinleitende Wort, was gesagt wird. Die Karten rechts nennen den Sprecher und wie sicher der Vorschlag ist. Nichts zählt, bevor Sie entscheiden.</translation>
    </message>
    <message>
        <source>Take the next suggestion</source>
        <translation>Nächsten Vorschlag aufnehmen</translation>
    </message>
    <message>
        <source>Press %1. The next suggestion comes to hand: its parts get a ring, and its card opens.</source>
        <translation>Drücken Sie %1. Der nächste Vorschlag wird aufgenommen: Seine Teile werden umrandet, und seine Karte öffnet sich.</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>Vorschlag annehmen</translation>
    </message>
    <message>
        <source>Read the words and the card. If they are right, press %1. The next suggestion then comes by itself.</source>
        <translation>Lesen Sie die Wörter und die Karte. Wenn sie stimmen, drücken Sie %1. Der nächste Vorschlag kommt dann von selbst.</translation>
    </message>
    <message>
        <source>Reject the next one</source>
        <translation>Den nächsten ablehnen</translation>
    </message>
    <message>
        <source>Press %1 to reject this one, just to see how. It is kept as a wrong one, so that it does not come back.</source>
        <translation>Drücken Sie %1, um diesen abzulehnen, nur um zu sehen, wie es geht. Er bleibt als falscher erhalten, damit er nicht wiederkommt.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Press %1. Whatever you do can be undone, also tomorrow. Nothing has to be saved: each edit is on the disk at once.</source>
        <translation>Drücken Sie %1. Alles, was Sie tun, lässt sich rückgängig machen, auch morgen noch. Speichern müssen Sie nie: Jede Änderung steht sofort auf der Festplatte.</translation>
    </message>
    <message>
        <source>Label something yourself</source>
        <translation>Selbst etwas annotieren</translation>
    </message>
    <message>
        <source>Select some words without a highlight, by dragging or with Shift and the arrow keys. Then press %1: they become a quotation. The other labels and their keys stand above the text.</source>
        <translation>Wählen Sie einige Wörter ohne Markierung aus, durch Ziehen oder mit Umschalt und den Pfeiltasten. Drücken Sie dann %1: Aus den Wörtern wird ein Zitat. Die anderen Labels und ihre Tasten stehen über dem Text.</translation>
    </message>
    <message>
        <source>Take what is proposed</source>
        <translation>Vorgeschlagenes übernehmen</translation>
    </message>
    <message>
        <source>Quoth proposes who said it, and with which word: drawn lightly, and no part of the article yet. %1 takes it, %2 drops it.</source>
        <translation>Quoth schlägt vor, wer es gesagt hat und mit welchem Wort: blass gezeichnet und noch kein Teil des Artikels. %1 übernimmt es, %2 verwirft es.</translation>
    </message>
    <message>
        <source>What is in hand</source>
        <translation>Das aktuelle Element</translation>
    </message>
    <message>
        <source>The inspector shows it in full: the speaker (%1), a note (%2), its state, why it was suggested, its guideline and its history.</source>
        <translation>Der Inspektor zeigt es vollständig: den Sprecher (%1), eine Notiz (%2), den Status, den Grund des Vorschlags, die Richtlinie und den Verlauf.</translation>
    </message>
    <message>
        <source>On to the next article</source>
        <translation>Weiter zum nächsten Artikel</translation>
    </message>
    <message>
        <source>Here stand all articles, and how far the review of each is. Press %1 to open the next one.</source>
        <translation>Hier stehen alle Artikel und der Stand ihrer Durchsicht. Drücken Sie %1, um den nächsten zu öffnen.</translation>
    </message>
    <message>
        <source>Your dataset</source>
        <translation>Ihr Datensatz</translation>
    </message>
    <message>
        <source>%1 exports what was accepted, in the format that you need. %2 opens the manual, %3 finds all commands, and the menu Help has this tour again. The articles here are for trying things: change what you like.</source>
        <translation>%1 exportiert das Angenommene in dem Format, das Sie brauchen. %2 öffnet das Handbuch, %3 findet alle Befehle, und im Menü „Hilfe“ gibt es diese Tour noch einmal. Die Artikel hier sind zum Ausprobieren da: Ändern Sie, was Sie wollen.</translation>
    </message>
</context>
</TS>
