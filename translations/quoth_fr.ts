<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>QShortcut</name>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Retour arrière</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Inser</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Gauche</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Droite</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bas</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Page préc.</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Page suiv.</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Maj</translation>
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
        <translation>une marque d’ordre des octets a été supprimée</translation>
    </message>
    <message numerus="yes">
        <source>%n line end(s) became LF</source>
        <translation>
            <numerusform>%n fin de ligne convertie en LF</numerusform>
            <numerusform>%n fins de ligne converties en LF</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invalid character(s) became U+FFFD</source>
        <translation>
            <numerusform>%n caractère invalide remplacé par U+FFFD</numerusform>
            <numerusform>%n caractères invalides remplacés par U+FFFD</numerusform>
        </translation>
    </message>
    <message>
        <source>The schema has no labels.</source>
        <translation>Le schéma n’a pas d’étiquettes.</translation>
    </message>
    <message>
        <source>A &quot;%1&quot; is missing or empty in the schema.</source>
        <translation>Un champ «&#xa0;%1&#xa0;» manque ou est vide dans le schéma.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is given twice in the schema.</source>
        <translation>«&#xa0;%1&#xa0;» figure deux fois dans le schéma.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a colour; write it as #rrggbb.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une couleur&#x202f;; écrivez-la sous la forme #rrggbb.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; has more than one character.</source>
        <translation>La touche «&#xa0;%1&#xa0;» compte plus d’un caractère.</translation>
    </message>
    <message>
        <source>The label %1 has an unknown mark &quot;%2&quot;; known are box, dots, bar, line and wave.</source>
        <translation>L’étiquette %1 a une forme inconnue, «&#xa0;%2&#xa0;»&#x202f;; sont connues box, dots, bar, line et wave.</translation>
    </message>
    <message>
        <source>The role %1 accepts no label.</source>
        <translation>Le rôle %1 n’accepte aucune étiquette.</translation>
    </message>
    <message>
        <source>The role %1 accepts an unknown label &quot;%2&quot;.</source>
        <translation>Le rôle %1 accepte une étiquette inconnue, «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>The frame %1 has no roles.</source>
        <translation>Le cadre %1 n’a pas de rôles.</translation>
    </message>
    <message>
        <source>This is no schema: %1 at byte %2.</source>
        <translation>Ce n’est pas un schéma&#xa0;: %1 à l’octet %2.</translation>
    </message>
    <message>
        <source>full colour vision</source>
        <translation>vision normale des couleurs</translation>
    </message>
    <message>
        <source>protanopia</source>
        <translation>protanopie</translation>
    </message>
    <message>
        <source>deuteranopia</source>
        <translation>deutéranopie</translation>
    </message>
    <message>
        <source>tritanopia</source>
        <translation>tritanopie</translation>
    </message>
    <message>
        <source>no colour vision</source>
        <translation>achromatopsie</translation>
    </message>
    <message>
        <source>The schema needs a name.</source>
        <translation>Il faut un nom au schéma.</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>Un nom manque.</translation>
    </message>
    <message>
        <source>The name “%1” has blanks at its ends or signs that cannot be seen.</source>
        <translation>Le nom «&#xa0;%1&#xa0;» commence ou finit par une espace, ou contient des signes invisibles.</translation>
    </message>
    <message>
        <source>The name “%1” is given twice.</source>
        <translation>Le nom «&#xa0;%1&#xa0;» est donné deux fois.</translation>
    </message>
    <message>
        <source>The key “%1” is not one sign that can be typed.</source>
        <translation>La touche «&#xa0;%1&#xa0;» n’est pas un caractère unique que l’on puisse taper.</translation>
    </message>
    <message>
        <source>The key %1 is that of %2 already.</source>
        <translation>La touche %1 est déjà celle de %2.</translation>
    </message>
    <message>
        <source>The key %1 belongs to the program: %2.</source>
        <translation>La touche %1 appartient au programme&#xa0;: %2.</translation>
    </message>
    <message>
        <source>A title is missing: it is what people read.</source>
        <translation>Un titre manque&#xa0;: c’est lui qui est lu à l’écran.</translation>
    </message>
    <message>
        <source>Two labels are shown as “%1”.</source>
        <translation>Deux étiquettes s’affichent comme «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>%1 has no guideline: say what it is for, with an example.</source>
        <translation>%1 n’a pas de consigne&#xa0;: dites à quoi elle sert, avec un exemple.</translation>
    </message>
    <message>
        <source>A value is empty.</source>
        <translation>Une valeur est vide.</translation>
    </message>
    <message>
        <source>The value “%1” is given twice.</source>
        <translation>La valeur «&#xa0;%1&#xa0;» est donnée deux fois.</translation>
    </message>
    <message>
        <source>%1 has no roles.</source>
        <translation>%1 n’a pas de rôles.</translation>
    </message>
    <message>
        <source>The role %1 takes no label.</source>
        <translation>Le rôle %1 n’admet aucune étiquette.</translation>
    </message>
    <message>
        <source>The role %1 takes “%2”, which is no label but a relation. Roles take spans with labels only, so that no relation can contain itself.</source>
        <translation>Le rôle %1 admet «&#xa0;%2&#xa0;», qui n’est pas une étiquette mais une relation. Un rôle n’admet que des segments étiquetés, pour qu’aucune relation ne puisse se contenir elle-même.</translation>
    </message>
    <message>
        <source>The role %1 takes an unknown label “%2”.</source>
        <translation>Le rôle %1 admet une étiquette inconnue, «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>The role %1 takes “%2” twice.</source>
        <translation>Le rôle %1 admet «&#xa0;%2&#xa0;» deux fois.</translation>
    </message>
    <message>
        <source>“%1” is not a colour; write it as #rrggbb.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une couleur&#x202f;; écrivez-la sous la forme #rrggbb.</translation>
    </message>
    <message>
        <source>%1 is hard to see on dark: its contrast is %2 to 1, 3 is the least.</source>
        <translation>%1 se voit mal sur fond sombre&#xa0;: son contraste est de %2 pour 1, il faut au moins 3.</translation>
    </message>
    <message>
        <source>%1 is hard to see on light: its contrast is %2 to 1, 3 is the least.</source>
        <translation>%1 se voit mal sur fond clair&#xa0;: son contraste est de %2 pour 1, il faut au moins 3.</translation>
    </message>
    <message>
        <source>on dark</source>
        <translation>sur fond sombre</translation>
    </message>
    <message>
        <source>on light</source>
        <translation>sur fond clair</translation>
    </message>
    <message>
        <source>%1 and %2 have the same mark, and %3 the colours look alike to readers with %4 (difference %5, 10 is the least). Give one another mark or colour.</source>
        <translation>%1 et %2 ont la même forme et, %3, leurs couleurs se confondent en cas de %4 (écart de %5, il faut au moins 10). Donnez à l’une une autre forme ou une autre couleur.</translation>
    </message>
    <message>
        <source>%1 and %2 look alike %3 to readers with %4 (difference %5, 10 is the least): only their marks tell them apart.</source>
        <translation>%1 et %2 se ressemblent %3 en cas de %4 (écart de %5, il faut au moins 10)&#xa0;: seules leurs formes les distinguent.</translation>
    </message>
</context>
<context>
    <name>Quoth::CommandLine</name>
    <message>
        <source>Show this help.</source>
        <translation>Afficher cette aide.</translation>
    </message>
    <message>
        <source>Answer as JSON.</source>
        <translation>Répondre en JSON.</translation>
    </message>
    <message>
        <source>Who works, for the project&apos;s log. The name of the user if not given.</source>
        <translation>Qui travaille, pour le journal du projet. Par défaut, le nom de l’utilisateur.</translation>
    </message>
    <message>
        <source>An article&apos;s id or number; may be given several times. All if not given.</source>
        <translation>L’identifiant ou le numéro d’un article&#x202f;; peut être répété. Tous par défaut.</translation>
    </message>
    <message>
        <source>Which annotations to take: a list of suggested, accepted and rejected. %1 if not given.</source>
        <translation>Les annotations à prendre&#xa0;: une liste de suggested, accepted et rejected. %1 par défaut.</translation>
    </message>
    <message>
        <source>Usage: quoth %1 [options] %2</source>
        <translation>Utilisation&#xa0;: quoth %1 [options] %2</translation>
    </message>
    <message>
        <source>Something is missing. Usage: quoth %1 [options] %2</source>
        <translation>Il manque quelque chose. Utilisation&#xa0;: quoth %1 [options] %2</translation>
    </message>
    <message>
        <source>What is &quot;%1&quot; for?</source>
        <translation>À quoi sert «&#xa0;%1&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>Try &quot;quoth %1 --help&quot;.</source>
        <translation>Essayez «&#xa0;quoth %1 --help&#xa0;».</translation>
    </message>
    <message>
        <source>The project has no article &quot;%1&quot;. &quot;quoth list&quot; shows the articles it has.</source>
        <translation>Le projet n’a pas d’article «&#xa0;%1&#xa0;». «&#xa0;quoth list&#xa0;» montre ceux qu’il contient.</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>%1: no problems found</source>
        <translation>%1&#xa0;: aucun problème trouvé</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found</source>
        <translation>
            <numerusform>%n problème trouvé</numerusform>
            <numerusform>%n problèmes trouvés</numerusform>
        </translation>
    </message>
    <message>
        <source>create an empty project</source>
        <translation>créer un projet vide</translation>
    </message>
    <message>
        <source>take articles and annotations from files into a project</source>
        <translation>reprendre dans un projet les articles et annotations de fichiers</translation>
    </message>
    <message>
        <source>let detectors suggest annotations</source>
        <translation>laisser les détecteurs suggérer des annotations</translation>
    </message>
    <message>
        <source>train a model of labelled articles for suggesting</source>
        <translation>entraîner un modèle de suggestion sur des articles étiquetés</translation>
    </message>
    <message>
        <source>list, add, test, move or remove detectors: programs and servers of yours</source>
        <translation>lister, ajouter, tester, déplacer ou retirer des détecteurs&#xa0;: vos programmes et serveurs</translation>
    </message>
    <message>
        <source>learn from what was decided; show, reset or export what was learned</source>
        <translation>apprendre des décisions&#x202f;; montrer, effacer ou exporter ce qui a été appris</translation>
    </message>
    <message>
        <source>accept, reject, delete, reopen or relabel many annotations at once</source>
        <translation>accepter, rejeter, supprimer, rouvrir ou réétiqueter beaucoup d’annotations à la fois</translation>
    </message>
    <message>
        <source>write a labelled dataset</source>
        <translation>écrire un jeu de données étiqueté</translation>
    </message>
    <message>
        <source>publish a dataset: splits without leaks, a card, checksums; list, repeat, compare releases</source>
        <translation>publier un jeu de données&#xa0;: partitions sans fuites, carte, sommes de contrôle&#x202f;; lister, répéter, comparer les publications</translation>
    </message>
    <message>
        <source>measure predictions against gold: spans, attributions, confidence, speakers, claims</source>
        <translation>mesurer des prédictions par rapport à une référence&#xa0;: segments, attributions, confiance, locuteurs, affirmations</translation>
    </message>
    <message>
        <source>show the articles of a project and how far their review is</source>
        <translation>montrer les articles d’un projet et l’avancement de leur révision</translation>
    </message>
    <message>
        <source>show the speakers of a project; merge, rename, set types</source>
        <translation>montrer les locuteurs d’un projet&#x202f;; fusionner, renommer, changer le type</translation>
    </message>
    <message>
        <source>show who did what, and when</source>
        <translation>montrer qui a fait quoi, et quand</translation>
    </message>
    <message>
        <source>draw an article with its annotations</source>
        <translation>dessiner un article avec ses annotations</translation>
    </message>
    <message>
        <source>look for damage in a project; changes nothing</source>
        <translation>chercher des dommages dans un projet&#x202f;; ne change rien</translation>
    </message>
    <message>
        <source>check or show a label schema: names, keys, colours for all readers</source>
        <translation>vérifier ou montrer un schéma d’étiquettes&#xa0;: noms, touches, couleurs pour tous les lecteurs</translation>
    </message>
    <message>
        <source>show the file formats that can be read and written</source>
        <translation>montrer les formats de fichier que l’on peut lire et écrire</translation>
    </message>
    <message>
        <source>create a project of three articles to try things on</source>
        <translation>créer un projet de trois articles pour faire des essais</translation>
    </message>
    <message>
        <source>Quoth %1: label who said what in news articles</source>
        <translation>Quoth %1&#xa0;: étiqueter qui a dit quoi dans les articles de presse</translation>
    </message>
    <message>
        <source>  quoth [PROJECT | FILE...]  open the window</source>
        <translation>  quoth [PROJECT | FILE...]  ouvrir la fenêtre</translation>
    </message>
    <message>
        <source>  quoth COMMAND --help       say how to use a command</source>
        <translation>  quoth COMMAND --help       expliquer une commande</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Commandes&#xa0;:</translation>
    </message>
    <message>
        <source>PROJECT is a .quoth file. Exit status: 0 done, 1 could not do it, 2 wrong usage.</source>
        <translation>PROJECT est un fichier .quoth. Code de sortie&#xa0;: 0 fait, 1 échec, 2 mauvaise utilisation.</translation>
    </message>
    <message>
        <source>There is no such command and no such file. Try &quot;quoth --help&quot;.</source>
        <translation>Il n’y a ni commande ni fichier de ce nom. Essayez «&#xa0;quoth --help&#xa0;».</translation>
    </message>
    <message>
        <source>warning: </source>
        <translation>avertissement&#xa0;: </translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>type</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>activé</translation>
    </message>
    <message>
        <source>where</source>
        <translation>où</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>intégré</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of detector: program, http, label-studio or inception.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un type de détecteur&#xa0;: program, http, label-studio ou inception.</translation>
    </message>
    <message>
        <source>--timeout wants a number of seconds, not &quot;%1&quot;.</source>
        <translation>--timeout attend un nombre de secondes, pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>--label wants THEIRS=OURS, not &quot;%1&quot;.</source>
        <translation>--label attend THEIRS=OURS, pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The texts of articles will be sent to %1 whenever this detector is used.</source>
        <translation>Les textes des articles seront envoyés à %1 chaque fois que ce détecteur servira.</translation>
    </message>
    <message>
        <source>%1: added; try it with: quoth detectors test %1</source>
        <translation>%1&#xa0;: ajouté&#x202f;; pour l’essayer&#xa0;: quoth detectors test %1</translation>
    </message>
    <message>
        <source>This detector is built in; only those from outside are tested.</source>
        <translation>Ce détecteur est intégré&#x202f;; seuls les détecteurs externes se testent.</translation>
    </message>
    <message>
        <source>%1: answered in %2 ms; found in a sample of ours: %3, %4</source>
        <translation>%1&#xa0;: a répondu en %2 ms&#x202f;; trouvé dans notre échantillon&#xa0;: %3, %4</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n attribution</numerusform>
            <numerusform>%n attributions</numerusform>
        </translation>
    </message>
    <message>
        <source>Of a new one: program, http, label-studio or inception.</source>
        <translation>Pour un nouveau&#xa0;: program, http, label-studio ou inception.</translation>
    </message>
    <message>
        <source>Of a new one: the program to start.</source>
        <translation>Pour un nouveau&#xa0;: le programme à lancer.</translation>
    </message>
    <message>
        <source>Of a new one: an argument for the program; may be given several times.</source>
        <translation>Pour un nouveau&#xa0;: un argument du programme&#x202f;; peut être répété.</translation>
    </message>
    <message>
        <source>Of a new one: the address of the server.</source>
        <translation>Pour un nouveau&#xa0;: l’adresse du serveur.</translation>
    </message>
    <message>
        <source>Of a new one: seconds for an article; 60 if not given.</source>
        <translation>Pour un nouveau&#xa0;: le délai en secondes pour un article&#x202f;; 60 par défaut.</translation>
    </message>
    <message>
        <source>Of a new one: which of our labels is meant by one of theirs; may be given several times.</source>
        <translation>Pour un nouveau&#xa0;: laquelle de nos étiquettes correspond à l’une des siennes&#x202f;; peut être répété.</translation>
    </message>
    <message>
        <source>Of a new INCEpTION recommender: the layer; named entities if not given.</source>
        <translation>Pour un nouveau recommandeur INCEpTION&#xa0;: la couche&#x202f;; par défaut, les entités nommées.</translation>
    </message>
    <message>
        <source>Of a new INCEpTION recommender: the feature with the label; &quot;value&quot; if not given.</source>
        <translation>Pour un nouveau recommandeur INCEpTION&#xa0;: le trait qui porte l’étiquette&#x202f;; «&#xa0;value&#xa0;» par défaut.</translation>
    </message>
    <message>
        <source>For test: the label schema, a name or a file.</source>
        <translation>Pour test&#xa0;: le schéma d’étiquettes, un nom ou un fichier.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of: %2; or a name is missing or too many.</source>
        <translation>«&#xa0;%1&#xa0;» ne fait pas partie de&#xa0;: %2&#x202f;; ou bien un nom manque ou est de trop.</translation>
    </message>
    <message>
        <source>There is no detector of that name; &quot;quoth detectors list&quot; shows those there are.</source>
        <translation>Il n’y a pas de détecteur de ce nom&#x202f;; «&#xa0;quoth detectors list&#xa0;» montre ceux qui existent.</translation>
    </message>
    <message>
        <source>This detector is built in; it can be disabled but not removed.</source>
        <translation>Ce détecteur est intégré&#x202f;; on peut le désactiver mais pas le retirer.</translation>
    </message>
    <message>
        <source>PLACE is a number from 1 to %1.</source>
        <translation>PLACE est un nombre de 1 à %1.</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>There is nothing to draw: the picture needs attributions with a confidence, measured against documents.</source>
        <translation>Il n’y a rien à dessiner&#xa0;: l’image demande des attributions dotées d’une confiance, mesurées sur des documents.</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 par rapport à %2</translation>
    </message>
    <message>
        <source>What is right: JSON Lines with attributions, CofeNet&apos;s instances, labelled sentences, or a project.</source>
        <translation>Ce qui est juste&#xa0;: du JSON Lines avec des attributions, les instances de CofeNet, des phrases étiquetées ou un projet.</translation>
    </message>
    <message>
        <source>What is measured: JSON Lines with attributions, or a project.</source>
        <translation>Ce que l’on mesure&#xa0;: du JSON Lines avec des attributions, ou un projet.</translation>
    </message>
    <message>
        <source>Instead of these: how far the annotators of the versions of articles in a file agree.</source>
        <translation>Au lieu de cela&#xa0;: à quel point s’accordent les annotateurs des versions d’articles contenues dans un fichier.</translation>
    </message>
    <message>
        <source>Which predictions: a list of suggested, accepted and rejected. Of a project suggested,accepted and of a file all if not given.</source>
        <translation>Quelles prédictions&#xa0;: une liste de suggested, accepted et rejected. Par défaut, suggested,accepted pour un projet et toutes pour un fichier.</translation>
    </message>
    <message>
        <source>Which gold attributions. Of a project accepted and of a file all if not given.</source>
        <translation>Quelles attributions de référence. Par défaut, accepted pour un projet et toutes pour un fichier.</translation>
    </message>
    <message>
        <source>Also recall by the gold attributions&apos; kind.</source>
        <translation>Donner aussi le rappel par type des attributions de référence.</translation>
    </message>
    <message>
        <source>Keep only the outermost predicted attributions, for gold that holds no others.</source>
        <translation>Ne garder que les attributions prédites les plus externes, pour une référence qui n’en contient pas d’autres.</translation>
    </message>
    <message>
        <source>Also draw the reliability diagram and the curve of precision and recall; the suffix says what: %1.</source>
        <translation>Dessiner aussi le diagramme de fiabilité et la courbe de précision et de rappel&#x202f;; le suffixe indique le format&#xa0;: %1.</translation>
    </message>
    <message>
        <source>--gold and --predicted are needed, or --agreement alone.</source>
        <translation>Il faut --gold et --predicted, ou --agreement seul.</translation>
    </message>
    <message>
        <source>--picture draws confidences, which annotators do not give; it does not go with --agreement.</source>
        <translation>--picture dessine des scores de confiance, que les annotateurs ne donnent pas&#x202f;; cela ne va pas avec --agreement.</translation>
    </message>
    <message>
        <source>The suffix of the picture must be one of %1.</source>
        <translation>Le suffixe de l’image doit être l’un de %1.</translation>
    </message>
    <message>
        <source>--%1 takes a list of suggested, accepted and rejected.</source>
        <translation>--%1 attend une liste de suggested, accepted et rejected.</translation>
    </message>
    <message>
        <source>The format to write; see &quot;quoth formats&quot;.</source>
        <translation>Le format à écrire&#x202f;; voir «&#xa0;quoth formats&#xa0;».</translation>
    </message>
    <message>
        <source>The file, or the folder for some formats; - is the standard output.</source>
        <translation>Le fichier, ou le dossier pour certains formats&#x202f;; - est la sortie standard.</translation>
    </message>
    <message>
        <source>Only tell what the format cannot carry; write nothing.</source>
        <translation>Dire seulement ce que le format ne peut pas porter&#x202f;; ne rien écrire.</translation>
    </message>
    <message>
        <source>--format and --output are needed.</source>
        <translation>Il faut --format et --output.</translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot; to write; see &quot;quoth formats&quot;.</source>
        <translation>Il n’y a pas de format «&#xa0;%1&#xa0;» en écriture&#x202f;; voir «&#xa0;quoth formats&#xa0;».</translation>
    </message>
    <message>
        <source>The standard output cannot take both the export and --json.</source>
        <translation>La sortie standard ne peut recevoir à la fois l’export et --json.</translation>
    </message>
    <message>
        <source>--state takes a list of suggested, accepted and rejected.</source>
        <translation>--state attend une liste de suggested, accepted et rejected.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Export</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) can be written without loss.</source>
        <translation>
            <numerusform>%n article peut être écrit sans perte.</numerusform>
            <numerusform>%n articles peuvent être écrits sans perte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) can be written with what is told above; nothing was written.</source>
        <translation>
            <numerusform>%n article peut être écrit, avec ce qui est dit plus haut&#x202f;; rien n’a été écrit.</numerusform>
            <numerusform>%n articles peuvent être écrits, avec ce qui est dit plus haut&#x202f;; rien n’a été écrit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) written to %1</source>
        <translation>
            <numerusform>%n article écrit dans %1</numerusform>
            <numerusform>%n articles écrits dans %1</numerusform>
        </translation>
    </message>
    <message>
        <source>What each format carries, as a table in Markdown.</source>
        <translation>Ce que porte chaque format, sous forme de tableau Markdown.</translation>
    </message>
    <message>
        <source>import</source>
        <translation>import</translation>
    </message>
    <message>
        <source>export</source>
        <translation>export</translation>
    </message>
    <message>
        <source>files</source>
        <translation>fichiers</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>description</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>Not here: %1 (%2). %3</source>
        <translation>Indisponible&#xa0;: %1 (%2). %3</translation>
    </message>
    <message>
        <source>The files&apos; format; recognised if not given. See &quot;quoth formats&quot;.</source>
        <translation>Le format des fichiers&#x202f;; reconnu par défaut. Voir «&#xa0;quoth formats&#xa0;».</translation>
    </message>
    <message>
        <source>The files&apos; encoding; detected if not given.</source>
        <translation>L’encodage des fichiers&#x202f;; détecté par défaut.</translation>
    </message>
    <message>
        <source>suggested or accepted: the state of annotations whose file gives none. accepted if not given.</source>
        <translation>suggested ou accepted&#xa0;: l’état des annotations dont le fichier n’en donne pas. accepted par défaut.</translation>
    </message>
    <message>
        <source>Of tables of articles: which column is what, as in text=body,title=headline. Guessed by the names if not given.</source>
        <translation>Pour des tables d’articles&#xa0;: le sens des colonnes, comme dans text=body,title=headline. Deviné d’après les noms par défaut.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) added</source>
        <translation>
            <numerusform>%n article ajouté</numerusform>
            <numerusform>%n articles ajoutés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with new annotations</source>
        <translation>
            <numerusform>%n avec de nouvelles annotations</numerusform>
            <numerusform>%n avec de nouvelles annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n déjà présent</numerusform>
            <numerusform>%n déjà présents</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot; to read; see &quot;quoth formats&quot;.</source>
        <translation>Il n’y a pas de format «&#xa0;%1&#xa0;» en lecture&#x202f;; voir «&#xa0;quoth formats&#xa0;».</translation>
    </message>
    <message>
        <source>--as takes suggested or accepted.</source>
        <translation>--as attend suggested ou accepted.</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>Récupération de %1</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>Import de %1</translation>
    </message>
    <message>
        <source>The model cannot be written: %1</source>
        <translation>Le modèle ne peut pas être écrit&#xa0;: %1</translation>
    </message>
    <message>
        <source>What was learned is forgotten; what was decided so far is not learned from again.</source>
        <translation>Ce qui a été appris est oublié&#x202f;; les décisions prises jusqu’ici ne serviront plus à l’apprentissage.</translation>
    </message>
    <message>
        <source>Back to what version %1 had learned.</source>
        <translation>Retour à ce que la version %1 avait appris.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Apprentissage</translation>
    </message>
    <message>
        <source>There is nothing new to learn.</source>
        <translation>Il n’y a rien de nouveau à apprendre.</translation>
    </message>
    <message>
        <source>%1: the model with what was learned, %2 kB.</source>
        <translation>%1&#xa0;: le modèle avec ce qui a été appris, %2 ko.</translation>
    </message>
    <message>
        <source>Nothing was learned in this project yet.</source>
        <translation>Rien n’a encore été appris dans ce projet.</translation>
    </message>
    <message>
        <source>version %1 of %2, on the model %3</source>
        <translation>version %1 du %2, sur le modèle %3</translation>
    </message>
    <message numerus="yes">
        <source>learned from %n article(s)</source>
        <translation>
            <numerusform>appris à partir de %n article</numerusform>
            <numerusform>appris à partir de %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n décision</numerusform>
            <numerusform>%n décisions</numerusform>
        </translation>
    </message>
    <message>
        <source>version</source>
        <translation>version</translation>
    </message>
    <message>
        <source>made</source>
        <translation>créée</translation>
    </message>
    <message>
        <source>base</source>
        <translation>base</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>décisions</translation>
    </message>
    <message>
        <source>strength</source>
        <translation>force</translation>
    </message>
    <message>
        <source>Learn from all that was decided in the project, and keep that as a new version.</source>
        <translation>Apprendre de toutes les décisions du projet, et conserver le résultat comme nouvelle version.</translation>
    </message>
    <message>
        <source>Show the versions that are kept, the last first.</source>
        <translation>Montrer les versions conservées, la dernière d’abord.</translation>
    </message>
    <message>
        <source>Show what was learned, the strongest first.</source>
        <translation>Montrer ce qui a été appris, du plus fort au plus faible.</translation>
    </message>
    <message>
        <source>Forget what was learned; what was decided so far is not learned from again.</source>
        <translation>Oublier ce qui a été appris&#x202f;; les décisions prises jusqu’ici ne serviront plus à l’apprentissage.</translation>
    </message>
    <message>
        <source>Go back to what a version had learned; articles learned from since are passed over.</source>
        <translation>Revenir à ce qu’une version avait appris&#x202f;; les articles appris depuis sont ignorés.</translation>
    </message>
    <message>
        <source>Write a model file that has learned it, for &quot;quoth suggest --model&quot;.</source>
        <translation>Écrire un fichier de modèle qui l’a appris, pour «&#xa0;quoth suggest --model&#xa0;».</translation>
    </message>
    <message>
        <source>The model to learn on, made by &quot;quoth train&quot;, instead of the one that comes with the program.</source>
        <translation>Le modèle à partir duquel apprendre, produit par «&#xa0;quoth train&#xa0;», au lieu de celui qui est fourni avec le programme.</translation>
    </message>
    <message>
        <source>Only one of --learn, --reset and --revert can be done at a time.</source>
        <translation>Une seule des options --learn, --reset et --revert à la fois.</translation>
    </message>
    <message>
        <source>Only one of --list and --findings can be shown at a time.</source>
        <translation>Une seule des options --list et --findings à la fois.</translation>
    </message>
    <message>
        <source>--revert takes the number of a version; --list shows them.</source>
        <translation>--revert attend le numéro d’une version&#x202f;; --list les montre.</translation>
    </message>
    <message>
        <source>The order of the articles: &quot;added&quot;, or &quot;uncertainty&quot;: those first whose suggestions are least sure.</source>
        <translation>L’ordre des articles&#xa0;: «&#xa0;added&#xa0;» (ordre d’ajout), ou «&#xa0;uncertainty&#xa0;»&#xa0;: d’abord ceux dont les suggestions sont les moins sûres.</translation>
    </message>
    <message>
        <source>There is no order &quot;%1&quot;; there are: added, uncertainty.</source>
        <translation>Il n’y a pas d’ordre «&#xa0;%1&#xa0;»&#x202f;; il y a&#xa0;: added, uncertainty.</translation>
    </message>
    <message>
        <source>no.</source>
        <translation>n°</translation>
    </message>
    <message>
        <source>id</source>
        <translation>id</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>caractères</translation>
    </message>
    <message>
        <source>attributions</source>
        <translation>attributions</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>à réviser</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>révisés</translation>
    </message>
    <message>
        <source>uncertainty</source>
        <translation>incertitude</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titre</translation>
    </message>
    <message>
        <source>undid</source>
        <translation>a annulé</translation>
    </message>
    <message>
        <source>redid</source>
        <translation>a rétabli</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>a importé</translation>
    </message>
    <message>
        <source>did</source>
        <translation>a fait</translation>
    </message>
    <message>
        <source>Only what was done to the article with this id or number.</source>
        <translation>Seulement ce qui a été fait dans l’article de cet identifiant ou numéro.</translation>
    </message>
    <message>
        <source>Only so many entries. All if not given.</source>
        <translation>Au plus ce nombre d’entrées. Toutes par défaut.</translation>
    </message>
    <message>
        <source>--most takes a number from 1.</source>
        <translation>--most attend un nombre, 1 au moins.</translation>
    </message>
    <message>
        <source>--article may be given once here.</source>
        <translation>--article ne peut être donné qu’une fois ici.</translation>
    </message>
    <message>
        <source>when</source>
        <translation>quand</translation>
    </message>
    <message>
        <source>who</source>
        <translation>qui</translation>
    </message>
    <message>
        <source>what</source>
        <translation>quoi</translation>
    </message>
    <message>
        <source>article</source>
        <translation>article</translation>
    </message>
    <message>
        <source>A schema file, or the name of one that comes with the program: %1.</source>
        <translation>Un fichier de schéma, ou le nom d’un schéma fourni avec le programme&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Created %1 with the schema &quot;%2&quot;. &quot;quoth import&quot; takes articles into it.</source>
        <translation>%1 a été créé avec le schéma «&#xa0;%2&#xa0;». «&#xa0;quoth import&#xa0;» y ajoute des articles.</translation>
    </message>
    <message>
        <source>by</source>
        <translation>par</translation>
    </message>
    <message>
        <source>manifest</source>
        <translation>manifeste</translation>
    </message>
    <message>
        <source>added</source>
        <translation>ajouté</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>moved  %1  from %2 to %3</source>
        <translation>déplacé  %1  de %2 à %3</translation>
    </message>
    <message>
        <source>--%1 takes the number of a release; &quot;quoth release PROJECT --list&quot; shows them.</source>
        <translation>--%1 attend le numéro d’une publication&#x202f;; «&#xa0;quoth release PROJECT --list&#xa0;» les montre.</translation>
    </message>
    <message>
        <source>release %1</source>
        <translation>publication %1</translation>
    </message>
    <message>
        <source>its recipe now</source>
        <translation>sa recette aujourd’hui</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>%1 and %2: %3 added, %4 removed, %5 changed, %6 moved to another split</source>
        <translation>%1 et %2&#xa0;: %3 ajoutés, %4 retirés, %5 modifiés, %6 passés dans une autre partition</translation>
    </message>
    <message>
        <source>split</source>
        <translation>partition</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>groupes</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>segments</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) would be released; nothing was written.</source>
        <translation>
            <numerusform>%n article serait publié&#x202f;; rien n’a été écrit.</numerusform>
            <numerusform>%n articles seraient publiés&#x202f;; rien n’a été écrit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Release %2: %n article(s) written to %1</source>
        <translation>
            <numerusform>Publication %2&#xa0;: %n article écrit dans %1</numerusform>
            <numerusform>Publication %2&#xa0;: %n articles écrits dans %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Releasing</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>The folder of the dataset; one that is there must be empty or an untouched release.</source>
        <translation>Le dossier du jeu de données&#x202f;; s’il existe, il doit être vide ou contenir une publication intacte.</translation>
    </message>
    <message>
        <source>Only tell how many articles would go where; write nothing.</source>
        <translation>Dire seulement combien d’articles iraient où&#x202f;; ne rien écrire.</translation>
    </message>
    <message>
        <source>Do not remember the release in the project.</source>
        <translation>Ne pas retenir la publication dans le projet.</translation>
    </message>
    <message>
        <source>Show the releases that were made of the project.</source>
        <translation>Montrer les publications faites à partir du projet.</translation>
    </message>
    <message>
        <source>Release by the recipe of this release; further options change it.</source>
        <translation>Publier selon la recette de cette publication&#x202f;; d’autres options la modifient.</translation>
    </message>
    <message>
        <source>Tell what is different between this release and the last one; for the last one, what its recipe would give now.</source>
        <translation>Dire ce qui diffère entre cette publication et la dernière&#x202f;; pour la dernière, ce que sa recette donnerait aujourd’hui.</translation>
    </message>
    <message>
        <source>--list, --compare and --repeat go one at a time.</source>
        <translation>--list, --compare et --repeat s’emploient une à la fois.</translation>
    </message>
    <message>
        <source>--repeat and --recipe are two recipes; give one.</source>
        <translation>--repeat et --recipe sont deux recettes&#x202f;; n’en donnez qu’une.</translation>
    </message>
    <message>
        <source>--output is needed.</source>
        <translation>Il faut --output.</translation>
    </message>
    <message>
        <source>--review takes any, started or complete.</source>
        <translation>--review attend any, started ou complete.</translation>
    </message>
    <message>
        <source>--origin takes a list of person, detector and import.</source>
        <translation>--origin attend une liste de person, detector et import.</translation>
    </message>
    <message>
        <source>--where takes FIELD=VALUE.</source>
        <translation>--where attend FIELD=VALUE.</translation>
    </message>
    <message>
        <source>--seed takes a whole number from 0 to 4294967295.</source>
        <translation>--seed attend un nombre entier de 0 à 4294967295.</translation>
    </message>
    <message>
        <source>--similarity takes a number from 0 to 1.</source>
        <translation>--similarity attend un nombre de 0 à 1.</translation>
    </message>
    <message>
        <source>--group-by similarity and --similarity 0 contradict each other.</source>
        <translation>--group-by similarity et --similarity 0 se contredisent.</translation>
    </message>
    <message>
        <source>Take the recipe from a file; further options change it.</source>
        <translation>Prendre la recette dans un fichier&#x202f;; d’autres options la modifient.</translation>
    </message>
    <message>
        <source>Write the recipe to a file.</source>
        <translation>Écrire la recette dans un fichier.</translation>
    </message>
    <message>
        <source>The dataset&apos;s name; that of the project if not given.</source>
        <translation>Le nom du jeu de données&#x202f;; par défaut, celui du projet.</translation>
    </message>
    <message>
        <source>A few sentences for the dataset card, in Markdown.</source>
        <translation>Quelques phrases pour la carte du jeu de données, en Markdown.</translation>
    </message>
    <message>
        <source>The licence, by its SPDX identifier: CC-BY-4.0.</source>
        <translation>La licence, par son identifiant SPDX&#xa0;: CC-BY-4.0.</translation>
    </message>
    <message>
        <source>A list of the languages&apos; ISO 639 codes; those of the articles if not given.</source>
        <translation>Une liste de codes ISO 639 des langues&#x202f;; par défaut, celles des articles.</translation>
    </message>
    <message>
        <source>Only articles whose review is started, or complete; any if not given.</source>
        <translation>Seulement les articles dont la révision est commencée (started) ou terminée (complete)&#x202f;; any par défaut.</translation>
    </message>
    <message>
        <source>Only articles with an annotation by a person, a detector or an import; a list.</source>
        <translation>Seulement les articles ayant une annotation d’une personne (person), d’un détecteur (detector) ou d’un import (import)&#x202f;; une liste.</translation>
    </message>
    <message>
        <source>Only articles with an annotation made by this person or detector; may be given several times.</source>
        <translation>Seulement les articles ayant une annotation faite par cette personne ou ce détecteur&#x202f;; peut être répété.</translation>
    </message>
    <message>
        <source>Only articles with one of these labels or frame types; a list.</source>
        <translation>Seulement les articles ayant l’une de ces étiquettes ou l’un de ces types de cadre&#x202f;; une liste.</translation>
    </message>
    <message>
        <source>Only articles with this metadata: outlet=NAME; may be given several times.</source>
        <translation>Seulement les articles ayant cette métadonnée&#xa0;: outlet=NAME&#x202f;; peut être répété.</translation>
    </message>
    <message>
        <source>The shares of train, validation and test: 80,10,10 or train=4,test=1.</source>
        <translation>Les parts de train, validation et test&#xa0;: 80,10,10 ou train=4,test=1.</translation>
    </message>
    <message>
        <source>Another number gives another split; 1 if not given.</source>
        <translation>Un autre nombre donne d’autres partitions&#x202f;; 1 par défaut.</translation>
    </message>
    <message>
        <source>Keep together what is equal in these: outlet, day, author or any field of the metadata; a list.</source>
        <translation>Garder ensemble ce qui a en commun&#xa0;: outlet, day, author ou tout champ des métadonnées&#x202f;; une liste.</translation>
    </message>
    <message>
        <source>From which share of common words on articles are one story, and stay together: 0.5 if not given, 0 for never.</source>
        <translation>À partir de quelle part de mots communs des articles rapportent une même information et restent ensemble&#xa0;: 0.5 par défaut, 0 pour jamais.</translation>
    </message>
    <message>
        <source>Split anew, rather than as in earlier releases.</source>
        <translation>Refaire les partitions, au lieu de suivre les publications antérieures.</translation>
    </message>
    <message>
        <source>Leave the texts out: only offsets, checksums and the labelled words.</source>
        <translation>Omettre les textes&#xa0;: seulement les positions, les sommes de contrôle et les mots étiquetés.</translation>
    </message>
    <message>
        <source>Leave the labelled words out too.</source>
        <translation>Omettre aussi les mots étiquetés.</translation>
    </message>
    <message>
        <source>This article came without a page or document of its own.</source>
        <translation>Cet article n’a ni page ni document d’origine.</translation>
    </message>
    <message>
        <source>%1 as it was in %2 written to %3</source>
        <translation>%1, tel qu’il était dans %2, écrit dans %3</translation>
    </message>
    <message>
        <source>The article&apos;s id or number.</source>
        <translation>L’identifiant ou le numéro de l’article.</translation>
    </message>
    <message>
        <source>The file to write; its suffix says what: %1.</source>
        <translation>Le fichier à écrire&#x202f;; son suffixe indique le format&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The width of a picture in pixels, 400 to 4000. 960 if not given.</source>
        <translation>La largeur d’une image en pixels, de 400 à 4000. 960 par défaut.</translation>
    </message>
    <message>
        <source>So many times as many pixels, 0.25 to 8, for a sharper picture. 1 if not given.</source>
        <translation>Multiplier d’autant le nombre de pixels, de 0.25 à 8, pour une image plus nette. 1 par défaut.</translation>
    </message>
    <message>
        <source>Light text on a dark background. Web pages follow the reader&apos;s setting.</source>
        <translation>Texte clair sur fond sombre. Les pages web suivent le réglage du lecteur.</translation>
    </message>
    <message>
        <source>What the colours tell apart: %1. label if not given.</source>
        <translation>Ce que distinguent les couleurs&#xa0;: %1. label par défaut.</translation>
    </message>
    <message>
        <source>Instead, the page or document that the article was read from, as it was; any suffix.</source>
        <translation>Écrire plutôt la page ou le document d’où l’article a été lu, tel quel&#x202f;; suffixe au choix.</translation>
    </message>
    <message>
        <source>One --article and --output are needed.</source>
        <translation>Il faut un seul --article et --output.</translation>
    </message>
    <message>
        <source>The suffix of the output must be one of %1.</source>
        <translation>Le suffixe de la sortie doit être l’un de %1.</translation>
    </message>
    <message>
        <source>--width takes a number from 400 to 4000.</source>
        <translation>--width attend un nombre de 400 à 4000.</translation>
    </message>
    <message>
        <source>--scale takes a number from 0.25 to 8.</source>
        <translation>--scale attend un nombre de 0.25 à 8.</translation>
    </message>
    <message>
        <source>--colour-by takes one of %1.</source>
        <translation>--colour-by attend l’une des valeurs %1.</translation>
    </message>
    <message>
        <source>%1 drawn to %2</source>
        <translation>%1 dessiné dans %2</translation>
    </message>
    <message>
        <source>Accept what is meant.</source>
        <translation>Accepter ce qui est visé.</translation>
    </message>
    <message>
        <source>Reject it: it stays as a negative example.</source>
        <translation>Rejeter&#xa0;: cela reste comme exemple négatif.</translation>
    </message>
    <message>
        <source>Delete it; what a detector found is rejected instead.</source>
        <translation>Supprimer&#x202f;; ce qu’un détecteur a trouvé est rejeté à la place.</translation>
    </message>
    <message>
        <source>Make it a suggestion again.</source>
        <translation>En refaire une suggestion.</translation>
    </message>
    <message>
        <source>Give spans this label, where their attributions allow it.</source>
        <translation>Donner cette étiquette à des segments, là où leurs attributions le permettent.</translation>
    </message>
    <message>
        <source>Only spans with this label, or attributions by the name of their frame; may be given several times. Attributions and free spans if not given.</source>
        <translation>Seulement les segments ayant cette étiquette, ou les attributions, par le nom de leur cadre&#x202f;; peut être répété. Par défaut, les attributions et les segments libres.</translation>
    </message>
    <message>
        <source>Only what is in one of these states: a list of suggested, accepted and rejected.</source>
        <translation>Seulement ce qui est dans l’un de ces états&#xa0;: une liste de suggested, accepted et rejected.</translation>
    </message>
    <message>
        <source>Only what has at least this confidence, 0 to 1.</source>
        <translation>Seulement ce qui a au moins cette confiance, de 0 à 1.</translation>
    </message>
    <message>
        <source>Only what has at most this confidence, 0 to 1.</source>
        <translation>Seulement ce qui a au plus cette confiance, de 0 à 1.</translation>
    </message>
    <message>
        <source>Only what was made by a person, a detector or an import, or by the one with this name.</source>
        <translation>Seulement ce qui vient d’une personne (person), d’un détecteur (detector) ou d’un import (import), ou de qui porte ce nom.</translation>
    </message>
    <message>
        <source>Only what is credited to the speaker of this name.</source>
        <translation>Seulement ce qui est attribué au locuteur de ce nom.</translation>
    </message>
    <message>
        <source>Only what says this in its words, its speaker&apos;s name or its notes.</source>
        <translation>Seulement ce qui contient ceci dans ses mots, le nom de son locuteur ou ses notes.</translation>
    </message>
    <message>
        <source>Say what would be done, and change nothing.</source>
        <translation>Dire ce qui serait fait, et ne rien changer.</translation>
    </message>
    <message>
        <source>One of --accept, --reject, --delete, --reopen and --relabel is needed.</source>
        <translation>Il faut l’une des options --accept, --reject, --delete, --reopen et --relabel.</translation>
    </message>
    <message>
        <source>--min-confidence takes a number from 0 to 1.</source>
        <translation>--min-confidence attend un nombre de 0 à 1.</translation>
    </message>
    <message>
        <source>--max-confidence takes a number from 0 to 1.</source>
        <translation>--max-confidence attend un nombre de 0 à 1.</translation>
    </message>
    <message>
        <source>--min-confidence is more than --max-confidence: nothing can be meant.</source>
        <translation>--min-confidence dépasse --max-confidence&#xa0;: rien ne peut être visé.</translation>
    </message>
    <message>
        <source>The project&apos;s schema has no label &quot;%1&quot;.</source>
        <translation>Le schéma du projet n’a pas d’étiquette «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The project has no speaker &quot;%1&quot;.</source>
        <translation>Le projet n’a pas de locuteur «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Several speakers are called &quot;%1&quot;.</source>
        <translation>Plusieurs locuteurs s’appellent «&#xa0;%1&#xa0;».</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) accepted</source>
        <translation>
            <numerusform>%n élément accepté</numerusform>
            <numerusform>%n éléments acceptés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) rejected</source>
        <translation>
            <numerusform>%n élément rejeté</numerusform>
            <numerusform>%n éléments rejetés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) reopened</source>
        <translation>
            <numerusform>%n élément rouvert</numerusform>
            <numerusform>%n éléments rouverts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) deleted</source>
        <translation>
            <numerusform>%n élément supprimé</numerusform>
            <numerusform>%n éléments supprimés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) relabelled as %1</source>
        <translation>
            <numerusform>%n élément réétiqueté en %1</numerusform>
            <numerusform>%n éléments réétiquetés en %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matched; nothing was changed.</source>
        <translation>Rien ne correspond&#x202f;; rien n’a été changé.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>items, articles</comment>
        <translation>%1 dans %2</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message>
        <source>Would do: %1. Nothing was changed.</source>
        <translation>Serait fait&#xa0;: %1. Rien n’a été changé.</translation>
    </message>
    <message>
        <source>%1. &quot;quoth log&quot; tells; undo in the window takes it back.</source>
        <translation>%1. «&#xa0;quoth log&#xa0;» donne le détail&#x202f;; «&#xa0;Annuler&#xa0;» dans la fenêtre revient en arrière.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them, found by a detector, kept as rejected</source>
        <translation>
            <numerusform>dont %n, trouvé par un détecteur, conservé comme rejeté</numerusform>
            <numerusform>dont %n, trouvés par un détecteur, conservés comme rejetés</numerusform>
        </translation>
    </message>
    <message>
        <source>Reviewing</source>
        <translation>Révision</translation>
    </message>
    <message>
        <source>Created %1: one article is labelled, the others have suggestions to review.</source>
        <translation>%1 a été créé&#xa0;: un article est étiqueté, les autres ont des suggestions à réviser.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither check nor show.</source>
        <translation>«&#xa0;%1&#xa0;» n’est ni check ni show.</translation>
    </message>
    <message>
        <source>Only one of --merge, --rename and --type can be done at a time.</source>
        <translation>Une seule des options --merge, --rename et --type à la fois.</translation>
    </message>
    <message>
        <source>--merge NAME and --into NAME belong together.</source>
        <translation>--merge NAME et --into NAME vont ensemble.</translation>
    </message>
    <message>
        <source>Say with --speaker NAME whose it is.</source>
        <translation>Dites avec --speaker NAME de qui il s’agit.</translation>
    </message>
    <message>
        <source>--speaker NAME needs --rename or --type.</source>
        <translation>--speaker NAME demande --rename ou --type.</translation>
    </message>
    <message>
        <source>--type takes one of person, organisation, country, group, anonymous and article.</source>
        <translation>--type attend l’une des valeurs person, organisation, country, group, anonymous et article.</translation>
    </message>
    <message>
        <source>The project has no speaker &quot;%1&quot;; &quot;quoth speakers PROJECT&quot; lists them.</source>
        <translation>Le projet n’a pas de locuteur «&#xa0;%1&#xa0;»&#x202f;; «&#xa0;quoth speakers PROJECT&#xa0;» les énumère.</translation>
    </message>
    <message>
        <source>Several speakers are called &quot;%1&quot;: give the number that &quot;quoth speakers PROJECT&quot; shows.</source>
        <translation>Plusieurs locuteurs s’appellent «&#xa0;%1&#xa0;»&#xa0;: donnez le numéro que montre «&#xa0;quoth speakers PROJECT&#xa0;».</translation>
    </message>
    <message>
        <source>No speakers yet.</source>
        <translation>Pas encore de locuteurs.</translation>
    </message>
    <message>
        <source>type</source>
        <translation>type</translation>
    </message>
    <message>
        <source>aliases</source>
        <translation>alias</translation>
    </message>
    <message>
        <source>Credit this speaker&apos;s words to the one of --into, and keep the name as an alias; may be given several times.</source>
        <translation>Attribuer les paroles de ce locuteur à celui de --into, et garder son nom comme alias&#x202f;; peut être répété.</translation>
    </message>
    <message>
        <source>The speaker that stays in a merge.</source>
        <translation>Le locuteur qui reste après une fusion.</translation>
    </message>
    <message>
        <source>The speaker to change: a name, or the number in the list.</source>
        <translation>Le locuteur à modifier&#xa0;: un nom, ou le numéro dans la liste.</translation>
    </message>
    <message>
        <source>Give the speaker another name; the old one becomes an alias.</source>
        <translation>Donner un autre nom au locuteur&#x202f;; l’ancien devient un alias.</translation>
    </message>
    <message>
        <source>Make the speaker a person, organisation, country, group, anonymous or article.</source>
        <translation>Faire du locuteur une personne (person), une organisation (organisation), un pays (country), un groupe (group), un anonyme (anonymous) ou l’article (article).</translation>
    </message>
    <message>
        <source>It is so already; nothing was changed.</source>
        <translation>C’est déjà le cas&#x202f;; rien n’a été changé.</translation>
    </message>
    <message>
        <source>Done: %1. &quot;quoth log&quot; tells; undo in the window takes it back.</source>
        <translation>Fait&#xa0;: %1. «&#xa0;quoth log&#xa0;» donne le détail&#x202f;; «&#xa0;Annuler&#xa0;» dans la fenêtre revient en arrière.</translation>
    </message>
    <message>
        <source>A model that &quot;quoth train&quot; made, to suggest with instead of the one that comes with the program.</source>
        <translation>Un modèle produit par «&#xa0;quoth train&#xa0;», avec lequel suggérer au lieu de celui qui est fourni avec le programme.</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>Modèle entraîné</translation>
    </message>
    <message>
        <source>There is no detector &quot;%1&quot;; there are: %2.</source>
        <translation>Il n’y a pas de détecteur «&#xa0;%1&#xa0;»&#x202f;; il y a&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Suggesting</source>
        <translation>Suggestion</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n trouvé</numerusform>
            <numerusform>%n trouvés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n à réviser</numerusform>
            <numerusform>%n à réviser</numerusform>
        </translation>
    </message>
    <message>
        <source>The file of the model.</source>
        <translation>Le fichier du modèle.</translation>
    </message>
    <message>
        <source>What the model is called; the output&apos;s name if not given.</source>
        <translation>Le nom du modèle&#x202f;; par défaut, celui de la sortie.</translation>
    </message>
    <message>
        <source>How often to go through the articles (%1 if not given).</source>
        <translation>Combien de fois parcourir les articles (%1 par défaut).</translation>
    </message>
    <message>
        <source>How many models to train first, whose agreement teaches the one that is written (%1 if not given); 0 is fastest.</source>
        <translation>Combien de modèles entraîner d’abord, dont l’accord instruit celui qui est écrit (%1 par défaut)&#x202f;; 0 est le plus rapide.</translation>
    </message>
    <message>
        <source>A model to take the vectors of words from, or a text of them as GloVe has it; &quot;none&quot; for none. If not given, those of the model that Quoth carries.</source>
        <translation>Un modèle où prendre les vecteurs de mots, ou un texte qui les contient à la manière de GloVe&#x202f;; «&#xa0;none&#xa0;» pour aucun. Par défaut, ceux du modèle fourni avec Quoth.</translation>
    </message>
    <message>
        <source>The number that chance begins with (%1 if not given).</source>
        <translation>La graine du hasard (%1 par défaut).</translation>
    </message>
    <message>
        <source>--epochs takes a number from 1 to 100.</source>
        <translation>--epochs attend un nombre de 1 à 100.</translation>
    </message>
    <message>
        <source>--teachers takes a number from 0 to 10.</source>
        <translation>--teachers attend un nombre de 0 à 10.</translation>
    </message>
    <message>
        <source>--seed takes a number from 0 to 1000000.</source>
        <translation>--seed attend un nombre de 0 à 1000000.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>%1, round %2 of %3: loss %4</source>
        <translation>%1, passage %2 sur %3&#xa0;: perte %4</translation>
    </message>
    <message numerus="yes">
        <source>%1: a model of %n article(s), version %2, %3 kB.</source>
        <translation>
            <numerusform>%1&#xa0;: un modèle de %n article, version %2, %3 ko.</numerusform>
            <numerusform>%1&#xa0;: un modèle de %n articles, version %2, %3 ko.</numerusform>
        </translation>
    </message>
    <message>
        <source>show a chapter of the manual; write it as a web page, as PDF or into a folder</source>
        <translation>montrer un chapitre du manuel&#x202f;; l’écrire en page web, en PDF ou dans un dossier</translation>
    </message>
    <message>
        <source>Which of overlapping spans is written by formats with one label a word: longest or shortest. longest if not given.</source>
        <translation>Parmi des segments qui se chevauchent, celui qu’écrivent les formats à une étiquette par mot&#xa0;: longest (le plus long) ou shortest (le plus court). longest par défaut.</translation>
    </message>
    <message>
        <source>--overlaps takes longest or shortest.</source>
        <translation>--overlaps attend longest ou shortest.</translation>
    </message>
    <message>
        <source>Writes instead: manual.html is one page with all in it, manual.pdf is for paper, a folder gets a page for each chapter.</source>
        <translation>Écrire plutôt dans un fichier ou un dossier&#xa0;: manual.html est une page unique avec tout, manual.pdf est fait pour le papier, un dossier reçoit une page par chapitre.</translation>
    </message>
    <message>
        <source>The names and titles of the chapters.</source>
        <translation>Les noms et titres des chapitres.</translation>
    </message>
    <message>
        <source>The manual has no chapter “%1”. It has: %2.</source>
        <translation>Le manuel n’a pas de chapitre «&#xa0;%1&#xa0;». Il a&#xa0;: %2.</translation>
    </message>
    <message>
        <source>--output takes a file or a folder.</source>
        <translation>--output attend un fichier ou un dossier.</translation>
    </message>
    <message>
        <source>The manual was written to %1</source>
        <translation>Le manuel a été écrit dans %1</translation>
    </message>
    <message>
        <source>Which detector; may be given several times. There are: %1. Those that are enabled, see &quot;quoth detectors&quot;, if not given.</source>
        <translation>Quel détecteur&#x202f;; peut être répété. Il y a&#xa0;: %1. Par défaut, ceux qui sont activés, voir «&#xa0;quoth detectors&#xa0;».</translation>
    </message>
    <message>
        <source>print the manual page or a shell&apos;s completion</source>
        <translation>afficher la page de manuel (man) ou la complétion d’un shell</translation>
    </message>
    <message>
        <source>Options of the window:</source>
        <translation>Options de la fenêtre&#xa0;:</translation>
    </message>
    <message>
        <source>open the window</source>
        <translation>ouvrir la fenêtre</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of man, bash, zsh and fish.</source>
        <translation>«&#xa0;%1&#xa0;» n’est ni man, ni bash, ni zsh, ni fish.</translation>
    </message>
    <message>
        <source>A project: one SQLite database with the articles, the annotations and the log of all edits.</source>
        <translation>Un projet&#xa0;: une seule base de données SQLite, avec les articles, les annotations et le journal de toutes les modifications.</translation>
    </message>
    <message>
        <source>Held by the program that has the project open for writing.</source>
        <translation>Détenu par le programme qui a ouvert le projet en écriture.</translation>
    </message>
    <message>
        <source>Settings of the window, and detectors of your own.</source>
        <translation>Réglages de la fenêtre, et vos propres détecteurs.</translation>
    </message>
    <message>
        <source>From an article to a dataset:</source>
        <translation>D’un article à un jeu de données&#xa0;:</translation>
    </message>
    <message>
        <source>Reject all that the detectors are not sure of, after a look at what that would be:</source>
        <translation>Rejeter tout ce dont les détecteurs ne sont pas sûrs, après avoir regardé ce que cela concerne&#xa0;:</translation>
    </message>
    <message>
        <source>label who said what in news articles</source>
        <translation>étiqueter qui a dit quoi dans les articles de presse</translation>
    </message>
    <message>
        <source>Quoth finds and labels speakers, reporting verbs, quotations, claims and scare quotes in news articles. Without a command it opens a window on a project or on articles; with one it does a part of that work without a display. This is version %1.</source>
        <translation>Quoth trouve et étiquette locuteurs, verbes introducteurs, citations, affirmations et guillemets de distance dans les articles de presse. Sans commande, il ouvre une fenêtre sur un projet ou des articles&#x202f;; avec une commande, il fait une partie de ce travail sans affichage graphique. Ceci est la version %1.</translation>
    </message>
    <message>
        <source>How Qt draws: &quot;offscreen&quot; needs no display, and is what commands that draw take if it is not set.</source>
        <translation>Comment Qt dessine&#xa0;: «&#xa0;offscreen&#xa0;» se passe d’affichage graphique&#x202f;; c’est ce qu’emploient les commandes qui dessinent si la variable n’est pas définie.</translation>
    </message>
    <message>
        <source>Who works, for the project&apos;s log, where no annotator is given.</source>
        <translation>Qui travaille, pour le journal du projet, si aucun annotateur n’est indiqué.</translation>
    </message>
    <message>
        <source>0 if it is done, 1 if it could not be done, 2 for wrong usage.</source>
        <translation>0 si c’est fait, 1 en cas d’échec, 2 en cas de mauvaise utilisation.</translation>
    </message>
    <message>
        <source>The picture could not be made.</source>
        <translation>L’image n’a pas pu être créée.</translation>
    </message>
    <message>
        <source>Instead, the begin of the article, or of the first one, as a small PNG no larger than this, 16 to 1024; any suffix.</source>
        <translation>Écrire plutôt le début de l’article, ou du premier si aucun n’est indiqué, en petite image PNG ne dépassant pas cette taille, de 16 à 1024&#x202f;; suffixe au choix.</translation>
    </message>
    <message>
        <source>--original and --thumbnail go one at a time.</source>
        <translation>--original et --thumbnail s’emploient une à la fois.</translation>
    </message>
    <message>
        <source>--thumbnail takes a number from 16 to 1024.</source>
        <translation>--thumbnail attend un nombre de 16 à 1024.</translation>
    </message>
    <message>
        <source>The project has no article.</source>
        <translation>Le projet n’a aucun article.</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection</name>
    <message>
        <source>This is not a model for claims that this version of Quoth can read.</source>
        <translation>Ce n’est pas un modèle d’affirmations que cette version de Quoth sache lire.</translation>
    </message>
    <message>
        <source>The model for claims was cut short or altered; take a new copy of it.</source>
        <translation>Le modèle d’affirmations est tronqué ou altéré&#x202f;; prenez-en une nouvelle copie.</translation>
    </message>
    <message>
        <source>The model for claims contradicts itself; train it again.</source>
        <translation>Le modèle d’affirmations se contredit&#x202f;; entraînez-le de nouveau.</translation>
    </message>
    <message>
        <source>The training was cancelled.</source>
        <translation>L’entraînement a été interrompu.</translation>
    </message>
    <message>
        <source>Too few sentences to learn from: %1 that state something worth checking, %2 that do not, and at least %3 of either are needed.</source>
        <translation>Trop peu de phrases pour apprendre&#xa0;: %1 énoncent quelque chose à vérifier, %2 non, et il en faut au moins %3 de chaque sorte.</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>Modèle entraîné</translation>
    </message>
    <message>
        <source>word</source>
        <translation>mot</translation>
    </message>
    <message>
        <source>word before</source>
        <translation>mot précédent</translation>
    </message>
    <message>
        <source>word after</source>
        <translation>mot suivant</translation>
    </message>
    <message>
        <source>words</source>
        <translation>mots</translation>
    </message>
    <message>
        <source>What was learned cannot be read: it is damaged.</source>
        <translation>Ce qui a été appris ne peut pas être lu&#xa0;: le contenu est endommagé.</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>La recherche a été interrompue.</translation>
    </message>
    <message>
        <source>The model cannot be read: %1</source>
        <translation>Le modèle ne peut pas être lu&#xa0;: %1</translation>
    </message>
    <message>
        <source>This is no model of Quoth&apos;s, or it is damaged. Make it anew with &quot;quoth train&quot;.</source>
        <translation>Ce n’est pas un modèle de Quoth, ou il est endommagé. Refaites-le avec «&#xa0;quoth train&#xa0;».</translation>
    </message>
    <message>
        <source>This model has the format %1; this Quoth reads %2. Make it anew with &quot;quoth train&quot;.</source>
        <translation>Ce modèle a le format %1&#x202f;; ce Quoth lit le format %2. Refaites-le avec «&#xa0;quoth train&#xa0;».</translation>
    </message>
    <message>
        <source>The model&apos;s file is cut short or too long: copy it again.</source>
        <translation>Le fichier du modèle est tronqué ou trop long&#xa0;: copiez-le de nouveau.</translation>
    </message>
    <message>
        <source>The model&apos;s file has changed since it was made: copy it again.</source>
        <translation>Le fichier du modèle a changé depuis sa création&#xa0;: copiez-le de nouveau.</translation>
    </message>
    <message>
        <source>There are %1 articles with attributions: label %2 at least before a model is trained of them.</source>
        <translation>%1 articles ont des attributions&#xa0;: étiquetez-en au moins %2 avant d’entraîner un modèle.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Ligne %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>a word and %1 numbers are needed; there are %2</source>
        <translation>il faut un mot et %1 nombres&#x202f;; il y en a %2</translation>
    </message>
    <message>
        <source>“%1” is no number</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un nombre</translation>
    </message>
    <message>
        <source>There are no vectors of words in it.</source>
        <translation>Il ne contient pas de vecteurs de mots.</translation>
    </message>
    <message>
        <source>The vectors of words are damaged.</source>
        <translation>Les vecteurs de mots sont endommagés.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>The word list cannot be used; install Quoth again.</source>
        <translation>La liste de mots est inutilisable&#x202f;; réinstallez Quoth.</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection::AnnotationBuilder</name>
    <message>
        <source>%1; second guess for the source: “%2” (%3 %)</source>
        <translation>%1&#x202f;; autre source possible&#xa0;: «&#xa0;%2&#xa0;» (%3&#xa0;%)</translation>
    </message>
    <message>
        <source>reporting verb “%1”</source>
        <translation>verbe introducteur «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>reporting participle “%1”</source>
        <translation>participe introducteur «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>reporting noun “%1”</source>
        <translation>nom introducteur «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>words of attitude “%1”</source>
        <translation>mots d’attitude «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>name and colon at the begin of the paragraph</source>
        <translation>nom et deux-points au début du paragraphe</translation>
    </message>
    <message>
        <source>goes on from the quotation in the paragraph before</source>
        <translation>suite de la citation du paragraphe précédent</translation>
    </message>
    <message>
        <source>capital letters and marks beside it</source>
        <translation>majuscules et signes à côté</translation>
    </message>
    <message>
        <source>mood of reported speech, goes on from the sentence before</source>
        <translation>mode du discours rapporté, suite de la phrase précédente</translation>
    </message>
    <message>
        <source>the sentence reports as a whole</source>
        <translation>la phrase entière rapporte</translation>
    </message>
    <message>
        <source>pronoun before it</source>
        <translation>pronom avant</translation>
    </message>
    <message>
        <source>pronoun after it</source>
        <translation>pronom après</translation>
    </message>
    <message>
        <source>name before it</source>
        <translation>nom avant</translation>
    </message>
    <message>
        <source>name after it</source>
        <translation>nom après</translation>
    </message>
    <message>
        <source>subject before it</source>
        <translation>sujet avant</translation>
    </message>
    <message>
        <source>subject after it</source>
        <translation>sujet après</translation>
    </message>
    <message>
        <source>quotation marks</source>
        <translation>guillemets</translation>
    </message>
    <message>
        <source>quotation marks, nobody named near</source>
        <translation>guillemets, personne n’est nommé à proximité</translation>
    </message>
    <message>
        <source>a word or two in quotation marks without a statement</source>
        <translation>un ou deux mots entre guillemets sans énoncé</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection::ClaimJudge</name>
    <message>
        <source>states a figure: %1</source>
        <translation>énonce un chiffre&#xa0;: %1</translation>
    </message>
    <message>
        <source>compares</source>
        <translation>compare</translation>
    </message>
    <message>
        <source>compares: %1</source>
        <translation>compare&#xa0;: %1</translation>
    </message>
    <message>
        <source>names a cause: %1</source>
        <translation>nomme une cause&#xa0;: %1</translation>
    </message>
    <message>
        <source>is about a law: %1</source>
        <translation>porte sur une loi&#xa0;: %1</translation>
    </message>
    <message>
        <source>says what happened</source>
        <translation>dit ce qui s’est passé</translation>
    </message>
    <message>
        <source>states something that can be checked</source>
        <translation>énonce quelque chose de vérifiable</translation>
    </message>
    <message>
        <source>words of claims: %1</source>
        <translation>mots typiques d’affirmations&#xa0;: %1</translation>
    </message>
    <message>
        <source>against it: %1</source>
        <translation>contre&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection::Outside</name>
    <message>
        <source>More was left out for other reasons.</source>
        <translation>D’autres éléments ont été omis pour d’autres raisons.</translation>
    </message>
    <message>
        <source>Spans outside of the text were left out: offsets count characters (code points), from 0, to the end exclusive.</source>
        <translation>Des segments hors du texte ont été omis&#xa0;: les positions se comptent en caractères (points de code), à partir de 0, fin exclue.</translation>
    </message>
    <message>
        <source>Spans without any text were left out.</source>
        <translation>Des segments sans texte ont été omis.</translation>
    </message>
    <message>
        <source>Spans outside of the text were left out: offsets count UTF-16 units, from 0, to the end exclusive.</source>
        <translation>Des segments hors du texte ont été omis&#xa0;: les positions se comptent en unités UTF-16, à partir de 0, fin exclue.</translation>
    </message>
    <message>
        <source>Spans that begin or end within a character were left out: offsets count UTF-16 units.</source>
        <translation>Des segments commençant ou finissant à l’intérieur d’un caractère ont été omis&#xa0;: les positions se comptent en unités UTF-16.</translation>
    </message>
    <message>
        <source>Confidences outside of 0 to 1 were left out.</source>
        <translation>Des scores de confiance hors de l’intervalle de 0 à 1 ont été omis.</translation>
    </message>
    <message>
        <source>Attributes that the label schema does not know, or not with this value, were left out.</source>
        <translation>Des attributs que le schéma d’étiquettes ne connaît pas, ou pas avec cette valeur, ont été omis.</translation>
    </message>
    <message>
        <source>Spans with the label &quot;%1&quot; were left out, as the detector&apos;s settings say.</source>
        <translation>Des segments étiquetés «&#xa0;%1&#xa0;» ont été omis, comme le veulent les réglages du détecteur.</translation>
    </message>
    <message>
        <source>Spans without a label were left out.</source>
        <translation>Des segments sans étiquette ont été omis.</translation>
    </message>
    <message>
        <source>Spans with the label &quot;%1&quot; were left out: the label schema has none. Say in the detector&apos;s settings which of its labels is meant.</source>
        <translation>Des segments étiquetés «&#xa0;%1&#xa0;» ont été omis&#xa0;: le schéma n’a pas cette étiquette. Dites dans les réglages du détecteur laquelle des siennes est visée.</translation>
    </message>
    <message>
        <source>Fragments of a span that overlap were joined.</source>
        <translation>Des fragments d’un même segment qui se chevauchaient ont été réunis.</translation>
    </message>
    <message>
        <source>Speakers without a name were left out.</source>
        <translation>Des locuteurs sans nom ont été omis.</translation>
    </message>
    <message>
        <source>Types of speakers that are not known were read as &quot;person&quot;.</source>
        <translation>Des types de locuteur inconnus ont été lus comme «&#xa0;person&#xa0;».</translation>
    </message>
    <message>
        <source>Speakers of spans whose label names nobody were left out.</source>
        <translation>Des locuteurs de segments dont l’étiquette ne nomme personne ont été omis.</translation>
    </message>
    <message>
        <source>Attributions of the type &quot;%1&quot; were left out: the label schema has none.</source>
        <translation>Des attributions du type «&#xa0;%1&#xa0;» ont été omises&#xa0;: le schéma d’étiquettes ne l’a pas.</translation>
    </message>
    <message>
        <source>Parts of attributions whose role the label schema does not know, or not with this label, were left out.</source>
        <translation>Des parties d’attributions dont le schéma d’étiquettes ne connaît pas le rôle, ou pas avec cette étiquette, ont été omises.</translation>
    </message>
    <message>
        <source>Parts of attributions with too many parts were left out.</source>
        <translation>Des parties d’attributions qui en ont trop ont été omises.</translation>
    </message>
    <message>
        <source>Attributions without &quot;%1&quot; were left out.</source>
        <translation>Des attributions sans «&#xa0;%1&#xa0;» ont été omises.</translation>
    </message>
    <message>
        <source>Attributions without any part were left out.</source>
        <translation>Des attributions sans aucune partie ont été omises.</translation>
    </message>
    <message>
        <source>A detector in your settings cannot be read and is left out: %1</source>
        <translation>Un détecteur de vos réglages ne peut pas être lu et est omis&#xa0;: %1</translation>
    </message>
    <message>
        <source>There is a detector of that name already; give it another one.</source>
        <translation>Il y a déjà un détecteur de ce nom&#x202f;; donnez-lui-en un autre.</translation>
    </message>
    <message>
        <source>No server answers there; is it running, and is the port right?</source>
        <translation>Aucun serveur ne répond à cette adresse&#x202f;; est-il lancé, et le port est-il le bon&#x202f;?</translation>
    </message>
    <message>
        <source>There is no host of that name; is the address right, and the network up?</source>
        <translation>Il n’y a pas d’hôte de ce nom&#x202f;; l’adresse est-elle juste, et le réseau disponible&#x202f;?</translation>
    </message>
    <message>
        <source>The server closed the connection before its answer was complete.</source>
        <translation>Le serveur a fermé la connexion avant la fin de sa réponse.</translation>
    </message>
    <message>
        <source>There is no safe connection (TLS) to the server: %1</source>
        <translation>Pas de connexion sûre (TLS) avec le serveur&#xa0;: %1</translation>
    </message>
    <message>
        <source>The server could not be asked: %1</source>
        <translation>Le serveur n’a pas pu être interrogé&#xa0;: %1</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>La recherche a été interrompue.</translation>
    </message>
    <message numerus="yes">
        <source>It did not answer within %n second(s). Give it more time in the detector&apos;s settings, or see why it is slow.</source>
        <translation>
            <numerusform>Pas de réponse en %n seconde. Donnez-lui plus de temps dans les réglages du détecteur, ou cherchez pourquoi il est lent.</numerusform>
            <numerusform>Pas de réponse en %n secondes. Donnez-lui plus de temps dans les réglages du détecteur, ou cherchez pourquoi il est lent.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its answer is longer than %1 MB and was not read.</source>
        <translation>Sa réponse dépasse %1 Mo et n’a pas été lue.</translation>
    </message>
    <message>
        <source>The server sends on to %1. Nothing was sent there; if that is right, give this address in the detector&apos;s settings.</source>
        <translation>Le serveur renvoie à %1. Rien n’y a été envoyé&#x202f;; si c’est juste, donnez cette adresse dans les réglages du détecteur.</translation>
    </message>
    <message>
        <source>The server wants a name and a password (status %1). Put them into the address: http://name:password@host.</source>
        <translation>Le serveur demande un nom et un mot de passe (statut %1). Mettez-les dans l’adresse&#xa0;: http://name:password@host.</translation>
    </message>
    <message>
        <source>The server knows no such address (status %1); is the kind of detector right?</source>
        <translation>Le serveur ne connaît pas cette adresse (statut %1)&#x202f;; le type de détecteur est-il le bon&#x202f;?</translation>
    </message>
    <message>
        <source>The server failed (status %1): &quot;%2&quot;.</source>
        <translation>Le serveur a échoué (statut %1)&#xa0;: «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>The server answered with %1, not with JSON; is the address right?</source>
        <translation>Le serveur a répondu par %1 et non par du JSON&#x202f;; l’adresse est-elle juste&#x202f;?</translation>
    </message>
    <message>
        <source>Spans whose fragments are no pairs of whole numbers were left out.</source>
        <translation>Des segments dont les fragments ne sont pas des couples de nombres entiers ont été omis.</translation>
    </message>
    <message>
        <source>Relations were left out: a recommender for a layer of spans is needed.</source>
        <translation>Des relations ont été omises&#xa0;: il faut un recommandeur pour une couche de segments.</translation>
    </message>
    <message>
        <source>Its answer has no text &quot;document&quot; with the XMI.</source>
        <translation>Sa réponse n’a pas de texte «&#xa0;document&#xa0;» contenant le XMI.</translation>
    </message>
    <message>
        <source>The XMI in its answer has a document type, which may hide anything; it was not read.</source>
        <translation>Le XMI de sa réponse a un type de document, qui peut cacher n’importe quoi&#x202f;; il n’a pas été lu.</translation>
    </message>
    <message>
        <source>The XMI in its answer is broken (line %1: %2).</source>
        <translation>Le XMI de sa réponse est défectueux (ligne %1&#xa0;: %2).</translation>
    </message>
    <message>
        <source>The document in its answer is no XMI with a text.</source>
        <translation>Le document de sa réponse n’est pas du XMI avec un texte.</translation>
    </message>
    <message>
        <source>The text in its answer is not the one that was sent, so its offsets mean nothing.</source>
        <translation>Le texte de sa réponse n’est pas celui qui a été envoyé&#x202f;; ses positions ne veulent donc rien dire.</translation>
    </message>
    <message>
        <source>Results of the type &quot;%1&quot; were left out: only labels and relations of text are read.</source>
        <translation>Des résultats du type «&#xa0;%1&#xa0;» ont été omis&#xa0;: seules sont lues les étiquettes et les relations de texte.</translation>
    </message>
    <message>
        <source>Relations of spans that are not there, or were left out, were left out.</source>
        <translation>Des relations entre des segments absents ou omis ont été omises.</translation>
    </message>
    <message>
        <source>Spans whose &quot;text&quot; is not what stands there were left out: offsets count characters (code points), not bytes or UTF-16 units.</source>
        <translation>Des segments dont le «&#xa0;text&#xa0;» n’est pas celui qui se trouve là ont été omis&#xa0;: les positions se comptent en caractères (points de code), pas en octets ni en unités UTF-16.</translation>
    </message>
    <message>
        <source>/health does not say &quot;UP&quot; but &quot;%1&quot;: this is no Label Studio ML backend, or it is not ready.</source>
        <translation>/health ne dit pas «&#xa0;UP&#xa0;» mais «&#xa0;%1&#xa0;»&#xa0;: ce n’est pas un backend ML de Label Studio, ou il n’est pas prêt.</translation>
    </message>
    <message>
        <source>Its answer has no list &quot;results&quot;.</source>
        <translation>Sa réponse n’a pas de liste «&#xa0;results&#xa0;».</translation>
    </message>
    <message numerus="yes">
        <source>It answered for %n task(s) where one was asked.</source>
        <translation>
            <numerusform>Il a répondu pour %n tâche alors qu’une seule était demandée.</numerusform>
            <numerusform>Il a répondu pour %n tâches alors qu’une seule était demandée.</numerusform>
        </translation>
    </message>
    <message>
        <source>Further predictions for the same article were left out.</source>
        <translation>D’autres prédictions pour le même article ont été omises.</translation>
    </message>
    <message>
        <source>A prediction in its answer has no list &quot;result&quot;.</source>
        <translation>Une prédiction de sa réponse n’a pas de liste «&#xa0;result&#xa0;».</translation>
    </message>
    <message>
        <source>Relations between labels that no role of the label schema joins were left out.</source>
        <translation>Des relations entre étiquettes qu’aucun rôle du schéma ne relie ont été omises.</translation>
    </message>
    <message>
        <source>This detector would send articles to %1, to which nobody has agreed yet: test it in the window, or add it anew.</source>
        <translation>Ce détecteur enverrait des articles à %1, ce que personne n’a encore accepté&#xa0;: testez-le dans la fenêtre, ou ajoutez-le de nouveau.</translation>
    </message>
    <message>
        <source>It is not asked any more after %1 failures in a row; the last: %2</source>
        <translation>Il n’est plus interrogé après %1 échecs de suite&#x202f;; le dernier&#xa0;: %2</translation>
    </message>
    <message>
        <source>Only answers may go to its standard output.</source>
        <translation>Seules des réponses peuvent aller sur sa sortie standard.</translation>
    </message>
    <message>
        <source>detector</source>
        <translation>détecteur</translation>
    </message>
    <message>
        <source>Give the detector a name.</source>
        <translation>Donnez un nom au détecteur.</translation>
    </message>
    <message>
        <source>The name may hold letters, digits, &quot;-&quot;, &quot;_&quot; and &quot;.&quot; and at most 60 of them.</source>
        <translation>Le nom peut contenir des lettres, des chiffres, «&#xa0;-&#xa0;», «&#xa0;_&#xa0;» et «&#xa0;.&#xa0;», 60 signes au plus.</translation>
    </message>
    <message>
        <source>The time-out must be between 1 and %1 seconds.</source>
        <translation>Le délai doit être compris entre 1 et %1 secondes.</translation>
    </message>
    <message>
        <source>Say which program is to be started.</source>
        <translation>Dites quel programme lancer.</translation>
    </message>
    <message>
        <source>The address must begin with http:// or https:// and name a host, as in http://localhost:9090.</source>
        <translation>L’adresse doit commencer par http:// ou https:// et nommer un hôte, comme http://localhost:9090.</translation>
    </message>
    <message>
        <source>The address may have no &quot;?&quot; and no &quot;#&quot;; paths are put behind it.</source>
        <translation>L’adresse ne doit contenir ni «&#xa0;?&#xa0;» ni «&#xa0;#&#xa0;»&#x202f;; des chemins y sont ajoutés.</translation>
    </message>
    <message>
        <source>INCEpTION needs a layer, such as %1, and a feature, such as %2.</source>
        <translation>INCEpTION demande une couche, comme %1, et un trait, comme %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of detector.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un type de détecteur.</translation>
    </message>
    <message>
        <source>It could not be started (%1); is the path right, and may the file be run?</source>
        <translation>Il n’a pas pu être lancé (%1)&#x202f;; le chemin est-il juste, et le fichier exécutable&#x202f;?</translation>
    </message>
    <message numerus="yes">
        <source>It did not answer within %n second(s). Give it more time in the detector&apos;s settings, or see why it is slow; each answer must end its line and be flushed.</source>
        <translation>
            <numerusform>Pas de réponse en %n seconde. Donnez-lui plus de temps dans les réglages du détecteur, ou cherchez pourquoi il est lent&#x202f;; chaque réponse doit terminer sa ligne et vider le tampon.</numerusform>
            <numerusform>Pas de réponse en %n secondes. Donnez-lui plus de temps dans les réglages du détecteur, ou cherchez pourquoi il est lent&#x202f;; chaque réponse doit terminer sa ligne et vider le tampon.</numerusform>
        </translation>
    </message>
    <message>
        <source>It crashed before it answered.</source>
        <translation>Il a planté avant de répondre.</translation>
    </message>
    <message>
        <source>It ended with status %1 before it answered.</source>
        <translation>Il s’est terminé avec le statut %1 avant de répondre.</translation>
    </message>
    <message>
        <source>It wrote on standard error: %1</source>
        <translation>Il a écrit sur l’erreur standard&#xa0;: %1</translation>
    </message>
    <message>
        <source>Parts of attributions that name a span which is not there were left out.</source>
        <translation>Des parties d’attributions nommant un segment absent ont été omises.</translation>
    </message>
    <message>
        <source>Spans without fragments were left out.</source>
        <translation>Des segments sans fragments ont été omis.</translation>
    </message>
    <message>
        <source>Mentions of a speaker that the answer does not list were left out.</source>
        <translation>Des mentions d’un locuteur absent de la liste de la réponse ont été omises.</translation>
    </message>
    <message>
        <source>It answered with nothing.</source>
        <translation>Sa réponse est vide.</translation>
    </message>
    <message>
        <source>It answered with bytes that are not valid UTF-8: &quot;%1&quot;.</source>
        <translation>Il a répondu par des octets qui ne sont pas de l’UTF-8 valide&#xa0;: «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>It answered with what is no JSON, or is cut short (%1, at byte %2): &quot;%3&quot;.</source>
        <translation>Sa réponse n’est pas du JSON, ou elle est tronquée (%1, à l’octet %2)&#xa0;: «&#xa0;%3&#xa0;».</translation>
    </message>
    <message>
        <source>It answered with JSON that is no object: &quot;%1&quot;.</source>
        <translation>Il a répondu par du JSON qui n’est pas un objet&#xa0;: «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>It told an error: %1</source>
        <translation>Il a signalé une erreur&#xa0;: %1</translation>
    </message>
    <message>
        <source>It did not introduce itself: the first answer must hold &quot;name&quot;, &quot;version&quot; and &quot;protocol&quot;.</source>
        <translation>Il ne s’est pas présenté&#xa0;: la première réponse doit contenir «&#xa0;name&#xa0;», «&#xa0;version&#xa0;» et «&#xa0;protocol&#xa0;».</translation>
    </message>
    <message>
        <source>It speaks version %1 of the protocol, Quoth speaks version %2.</source>
        <translation>Il parle la version %1 du protocole, Quoth parle la version %2.</translation>
    </message>
    <message>
        <source>(not told)</source>
        <translation>(non indiquée)</translation>
    </message>
    <message>
        <source>It answered to another article: &quot;id&quot; is not that of the question.</source>
        <translation>Il a répondu pour un autre article&#xa0;: «&#xa0;id&#xa0;» n’est pas celui de la question.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in its answer is no list.</source>
        <translation>«&#xa0;%1&#xa0;» dans sa réponse n’est pas une liste.</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing</name>
    <message>
        <source>The search was stopped.</source>
        <translation>La recherche a été arrêtée.</translation>
    </message>
    <message>
        <source>same words as “%1”</source>
        <translation>mêmes mots que «&#xa0;%1&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>suggest %n further place(s)</source>
        <translation>
            <numerusform>suggérer à %n autre endroit</numerusform>
            <numerusform>suggérer à %n autres endroits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::BulkReview</name>
    <message numerus="yes">
        <source>accept %n item(s)</source>
        <translation>
            <numerusform>accepter %n élément</numerusform>
            <numerusform>accepter %n éléments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reject %n item(s)</source>
        <translation>
            <numerusform>rejeter %n élément</numerusform>
            <numerusform>rejeter %n éléments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reopen %n item(s)</source>
        <translation>
            <numerusform>rouvrir %n élément</numerusform>
            <numerusform>rouvrir %n éléments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>delete %n item(s)</source>
        <translation>
            <numerusform>supprimer %n élément</numerusform>
            <numerusform>supprimer %n éléments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>relabel %n item(s) as %1</source>
        <translation>
            <numerusform>réétiqueter %n élément en %1</numerusform>
            <numerusform>réétiqueter %n éléments en %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is done, and to which items</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a label, and words that have it</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::Edits</name>
    <message>
        <source>label as %1</source>
        <translation>étiqueter comme %1</translation>
    </message>
    <message>
        <source>move an edge</source>
        <translation>déplacer une limite</translation>
    </message>
    <message>
        <source>relabel as %1</source>
        <translation>réétiqueter en %1</translation>
    </message>
    <message>
        <source>change a note</source>
        <translation>modifier une note</translation>
    </message>
    <message>
        <source>set %1</source>
        <translation>définir %1</translation>
    </message>
    <message numerus="yes">
        <source>delete %n item(s)</source>
        <translation>
            <numerusform>supprimer %n élément</numerusform>
            <numerusform>supprimer %n éléments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>accept %n item(s)</source>
        <translation>
            <numerusform>accepter %n élément</numerusform>
            <numerusform>accepter %n éléments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reject %n item(s)</source>
        <translation>
            <numerusform>rejeter %n élément</numerusform>
            <numerusform>rejeter %n éléments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reopen %n item(s)</source>
        <translation>
            <numerusform>rouvrir %n élément</numerusform>
            <numerusform>rouvrir %n éléments</numerusform>
        </translation>
    </message>
    <message>
        <source>set the speaker</source>
        <translation>définir le locuteur</translation>
    </message>
    <message>
        <source>change the speaker %1</source>
        <translation>modifier le locuteur %1</translation>
    </message>
    <message>
        <source>add an attribution</source>
        <translation>ajouter une attribution</translation>
    </message>
    <message>
        <source>fill the %1</source>
        <translation>remplir le rôle %1</translation>
    </message>
    <message>
        <source>clear the %1</source>
        <translation>vider le rôle %1</translation>
    </message>
    <message>
        <source>change the kind</source>
        <translation>changer le type</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::ReviewFilter</name>
    <message>
        <source>open</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>accepté</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejeté</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>a range of confidence</comment>
        <translation>de %1 à %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>the least confidence</comment>
        <translation>à partir de %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <comment>the greatest confidence</comment>
        <translation>jusqu’à %1</translation>
    </message>
    <message>
        <source>made by %1</source>
        <translation>fait par %1</translation>
    </message>
    <message>
        <source>made by people</source>
        <translation>fait par des personnes</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importé</translation>
    </message>
    <message>
        <source>found by detectors</source>
        <translation>trouvé par des détecteurs</translation>
    </message>
    <message>
        <source>without a speaker</source>
        <translation>sans locuteur</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>avec une note</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::SchemaDraft</name>
    <message>
        <source>New label</source>
        <translation>Nouvelle étiquette</translation>
    </message>
    <message>
        <source>New frame</source>
        <translation>Nouveau cadre</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>New label %1</source>
        <translation>Nouvelle étiquette %1</translation>
    </message>
    <message>
        <source>New frame %1</source>
        <translation>Nouveau cadre %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::SchemaStep</name>
    <message numerus="yes">
        <source>%n span(s) in the project have the label “%1”. Say which label they get instead.</source>
        <translation>
            <numerusform>%n segment du projet porte l’étiquette «&#xa0;%1&#xa0;». Dites quelle étiquette il reçoit à la place.</numerusform>
            <numerusform>%n segments du projet portent l’étiquette «&#xa0;%1&#xa0;». Dites quelle étiquette ils reçoivent à la place.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind “%1”. Remove them first.</source>
        <translation>
            <numerusform>%n cadre du projet est du type «&#xa0;%1&#xa0;». Retirez-le d’abord.</numerusform>
            <numerusform>%n cadres du projet sont du type «&#xa0;%1&#xa0;». Retirez-les d’abord.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project fill the role “%1”. Take them out of it first.</source>
        <translation>
            <numerusform>%n segment du projet occupe le rôle «&#xa0;%1&#xa0;». Sortez-le d’abord de ce rôle.</numerusform>
            <numerusform>%n segments du projet occupent le rôle «&#xa0;%1&#xa0;». Sortez-les d’abord de ce rôle.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::SpeakerEdits</name>
    <message>
        <source>A speaker needs a name.</source>
        <translation>Il faut un nom au locuteur.</translation>
    </message>
    <message>
        <source>“%1” is no item of Wikidata: those are a Q and a number, like Q42.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un élément de Wikidata&#xa0;: c’est un Q suivi d’un nombre, comme Q42.</translation>
    </message>
    <message>
        <source>“%1” is no colour of the form #rrggbb.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une couleur de la forme #rrggbb.</translation>
    </message>
    <message>
        <source>There is a speaker called %1 already. Merge the two instead.</source>
        <translation>Il y a déjà un locuteur nommé %1. Fusionnez plutôt les deux.</translation>
    </message>
    <message>
        <source>add the speaker %1</source>
        <translation>ajouter le locuteur %1</translation>
    </message>
    <message>
        <source>This speaker is gone.</source>
        <translation>Ce locuteur n’existe plus.</translation>
    </message>
    <message>
        <source>change the speaker %1</source>
        <translation>modifier le locuteur %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 is mentioned in %n article(s). Merge the speaker with another one instead.</source>
        <translation>
            <numerusform>%1 est mentionné dans %n article. Fusionnez plutôt ce locuteur avec un autre.</numerusform>
            <numerusform>%1 est mentionné dans %n articles. Fusionnez plutôt ce locuteur avec un autre.</numerusform>
        </translation>
    </message>
    <message>
        <source>delete the speaker %1</source>
        <translation>supprimer le locuteur %1</translation>
    </message>
    <message>
        <source>A speaker cannot be merged into itself: choose another one.</source>
        <translation>Un locuteur ne peut pas être fusionné avec lui-même&#xa0;: choisissez-en un autre.</translation>
    </message>
    <message>
        <source>merge %1 into %2</source>
        <translation>fusionner %1 avec %2</translation>
    </message>
    <message numerus="yes">
        <source>merge %n speaker(s) into %1</source>
        <translation>
            <numerusform>fusionner %n locuteur avec %1</numerusform>
            <numerusform>fusionner %n locuteurs avec %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the mentions that go to the new speaker.</source>
        <translation>Choisissez les mentions qui vont au nouveau locuteur.</translation>
    </message>
    <message>
        <source>split %1 from %2</source>
        <translation>séparer %1 de %2</translation>
    </message>
    <message>
        <source>%1 is not mentioned by these words.</source>
        <translation>Ces mots ne mentionnent pas %1.</translation>
    </message>
    <message>
        <source>“%1” is always %2</source>
        <translation>«&#xa0;%1&#xa0;» est toujours %2</translation>
    </message>
    <message>
        <source>There is another speaker called %1, who is mentioned by other words too. Merge the two, or give that one another name, first.</source>
        <translation>Il y a un autre locuteur nommé %1, mentionné aussi par d’autres mots. Fusionnez d’abord les deux, ou donnez un autre nom à celui-là.</translation>
    </message>
</context>
<context>
    <name>Quoth::Exchange</name>
    <message>
        <source>This is a table of annotations as Quoth writes it, not one of articles. To take annotations along, export them as &quot;jsonl&quot; and import that.</source>
        <translation>C’est une table d’annotations telle que Quoth l’écrit, pas une table d’articles. Pour emporter des annotations, exportez-les en «&#xa0;jsonl&#xa0;» et importez ce fichier.</translation>
    </message>
    <message>
        <source>The table has no column &quot;%1&quot;; it has: %2.</source>
        <translation>La table n’a pas de colonne «&#xa0;%1&#xa0;»&#x202f;; elle a&#xa0;: %2.</translation>
    </message>
    <message>
        <source>A column cannot be &quot;%1&quot;, only one of: %2.</source>
        <translation>Une colonne ne peut pas être «&#xa0;%1&#xa0;», mais seulement&#xa0;: %2.</translation>
    </message>
    <message>
        <source>No column of the table is known to hold the articles&apos; text. Say which one does, with --columns text=NAME; it has: %1.</source>
        <translation>Aucune colonne de la table n’est connue pour contenir le texte des articles. Dites laquelle avec --columns text=NAME&#x202f;; il y a&#xa0;: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not say which column is what, as in text=body; what it can be: %2.</source>
        <translation>«&#xa0;%1&#xa0;» ne dit pas le sens d’une colonne, comme dans text=body&#x202f;; elle peut être&#xa0;: %2.</translation>
    </message>
    <message>
        <source>An article&apos;s id comes more than once; a number was added to it.</source>
        <translation>L’identifiant d’un article revient plusieurs fois&#x202f;; un numéro y a été ajouté.</translation>
    </message>
    <message>
        <source>The file holds no article. %1</source>
        <translation>Le fichier ne contient aucun article. %1</translation>
    </message>
    <message>
        <source>The file holds no article.</source>
        <translation>Le fichier ne contient aucun article.</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>colonne %1</translation>
    </message>
    <message>
        <source>The row has no text and was skipped.</source>
        <translation>La ligne n’a pas de texte et a été ignorée.</translation>
    </message>
    <message>
        <source>The row has more cells than the header.</source>
        <translation>La ligne a plus de cellules que l’en-tête.</translation>
    </message>
    <message>
        <source>The table is empty.</source>
        <translation>La table est vide.</translation>
    </message>
    <message>
        <source>The table holds no article.</source>
        <translation>La table ne contient aucun article.</translation>
    </message>
    <message>
        <source>A span without characters was left out.</source>
        <translation>Un segment sans caractères a été omis.</translation>
    </message>
    <message>
        <source>A span outside the text was left out.</source>
        <translation>Un segment hors du texte a été omis.</translation>
    </message>
    <message>
        <source>A line that is no annotation of brat&apos;s was skipped.</source>
        <translation>Une ligne qui n’est pas une annotation de brat a été ignorée.</translation>
    </message>
    <message>
        <source>An equivalence was not kept.</source>
        <translation>Une équivalence n’a pas été conservée.</translation>
    </message>
    <message>
        <source>An annotation whose id is given twice was skipped.</source>
        <translation>Une annotation dont l’identifiant est donné deux fois a été ignorée.</translation>
    </message>
    <message>
        <source>Origins, confidences, explanations and speakers went into notes of the type &quot;Quoth&quot;.</source>
        <translation>Les origines, scores de confiance, explications et locuteurs sont allés dans des notes du type «&#xa0;Quoth&#xa0;».</translation>
    </message>
    <message>
        <source>Spans were cut at line breaks; notes keep how they were.</source>
        <translation>Des segments ont été coupés aux fins de ligne&#x202f;; des notes gardent leur forme première.</translation>
    </message>
    <message>
        <source>Annotations of nothing but line breaks were left out.</source>
        <translation>Des annotations ne contenant que des fins de ligne ont été omises.</translation>
    </message>
    <message>
        <source>Articles&apos; ids were changed so that they can be file names.</source>
        <translation>Des identifiants d’articles ont été modifiés pour pouvoir servir de noms de fichiers.</translation>
    </message>
    <message>
        <source>Articles lost their metadata, for which brat has no place.</source>
        <translation>Les articles ont perdu leurs métadonnées, pour lesquelles brat n’a pas de place.</translation>
    </message>
    <message>
        <source>The folder could not be put in its place.</source>
        <translation>Le dossier n’a pas pu être mis à sa place.</translation>
    </message>
    <message>
        <source>The file could not be put in its place.</source>
        <translation>Le fichier n’a pas pu être mis à sa place.</translation>
    </message>
    <message>
        <source>brat standoff is a folder of files and cannot go to the standard output.</source>
        <translation>Le format brat standoff est un dossier de fichiers et ne peut pas aller sur la sortie standard.</translation>
    </message>
    <message>
        <source>brat standoff is a folder, but there is a file of this name.</source>
        <translation>Le format brat standoff est un dossier, mais il y a un fichier de ce nom.</translation>
    </message>
    <message>
        <source>brat standoff</source>
        <translation>brat standoff</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>Il n’y a ni fichier ni dossier de ce nom.</translation>
    </message>
    <message>
        <source>An annotation file without its text was skipped.</source>
        <translation>Un fichier d’annotations sans son texte a été ignoré.</translation>
    </message>
    <message>
        <source>The folder holds no text file.</source>
        <translation>Le dossier ne contient aucun fichier texte.</translation>
    </message>
    <message>
        <source>A file was skipped. %1</source>
        <translation>Un fichier a été ignoré. %1</translation>
    </message>
    <message>
        <source>A fragment outside the text was dropped.</source>
        <translation>Un fragment hors du texte a été écarté.</translation>
    </message>
    <message>
        <source>A fragment without characters was dropped.</source>
        <translation>Un fragment sans caractères a été écarté.</translation>
    </message>
    <message>
        <source>A span of which no fragment was left was dropped.</source>
        <translation>Un segment dont il ne restait aucun fragment a été écarté.</translation>
    </message>
    <message>
        <source>A span&apos;s text is not what its offsets give; the offsets were believed.</source>
        <translation>Le texte d’un segment n’est pas celui que donnent ses positions&#x202f;; on s’est fié aux positions.</translation>
    </message>
    <message>
        <source>An event&apos;s reference to a trigger that is not there was dropped.</source>
        <translation>La référence d’un événement à un déclencheur absent a été écartée.</translation>
    </message>
    <message>
        <source>An argument that is an event was replaced by that event&apos;s trigger.</source>
        <translation>Un argument qui est un événement a été remplacé par le déclencheur de celui-ci.</translation>
    </message>
    <message>
        <source>A role&apos;s reference to a span that is not there was dropped.</source>
        <translation>La référence d’un rôle à un segment absent a été écartée.</translation>
    </message>
    <message>
        <source>An attribution of which no span was left was dropped.</source>
        <translation>Une attribution dont il ne restait aucun segment a été écartée.</translation>
    </message>
    <message>
        <source>A binary relation was not kept: it is no attribution.</source>
        <translation>Une relation binaire n’a pas été conservée&#xa0;: ce n’est pas une attribution.</translation>
    </message>
    <message>
        <source>An attribute of something that is not there was dropped.</source>
        <translation>Un attribut de quelque chose d’absent a été écarté.</translation>
    </message>
    <message>
        <source>A note on something that is not there was dropped.</source>
        <translation>Une note sur quelque chose d’absent a été écartée.</translation>
    </message>
    <message>
        <source>A normalisation was not kept: it is no reference of a span to Wikidata.</source>
        <translation>Une normalisation n’a pas été conservée&#xa0;: ce n’est pas une référence d’un segment à Wikidata.</translation>
    </message>
    <message>
        <source>The offsets count CRLF as two characters and were read so.</source>
        <translation>Les positions comptent CRLF pour deux caractères et ont été lues ainsi.</translation>
    </message>
    <message>
        <source>Attributes that are no texts, or are named as no feature may be, went as JSON into the feature &quot;attributes&quot;.</source>
        <translation>Les attributs qui ne sont pas du texte, ou dont le nom ne peut être celui d’un trait, sont allés en JSON dans le trait «&#xa0;attributes&#xa0;».</translation>
    </message>
    <message>
        <source>UIMA CAS JSON (INCEpTION)</source>
        <translation>UIMA CAS JSON (INCEpTION)</translation>
    </message>
    <message>
        <source>This is no JSON: %1, at byte %2.</source>
        <translation>Ce n’est pas du JSON&#xa0;: %1, à l’octet %2.</translation>
    </message>
    <message>
        <source>This is no UIMA CAS: there is no &quot;%1&quot;.</source>
        <translation>Ce n’est pas un CAS UIMA&#xa0;: il n’y a pas de «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Annotations of another view than the first with a text were dropped.</source>
        <translation>Les annotations d’une autre vue que la première contenant un texte ont été écartées.</translation>
    </message>
    <message>
        <source>References to arrays that very many structures share were dropped.</source>
        <translation>Les références à des tableaux que partagent de très nombreuses structures ont été écartées.</translation>
    </message>
    <message>
        <source>A structure without a type was dropped.</source>
        <translation>Une structure sans type a été écartée.</translation>
    </message>
    <message>
        <source>%1, structure %2</source>
        <translation>%1, structure %2</translation>
    </message>
    <message>
        <source>An id is given twice; references mean the first one.</source>
        <translation>Un identifiant est donné deux fois&#x202f;; les références visent le premier.</translation>
    </message>
    <message>
        <source>An annotation lies outside the text and was dropped.</source>
        <translation>Une annotation se trouve hors du texte et a été écartée.</translation>
    </message>
    <message>
        <source>An annotation without characters was dropped.</source>
        <translation>Une annotation sans caractères a été écartée.</translation>
    </message>
    <message>
        <source>Annotations of words and syntax were not taken in.</source>
        <translation>Les annotations de mots et de syntaxe n’ont pas été reprises.</translation>
    </message>
    <message>
        <source>A link to something that is not there was dropped.</source>
        <translation>Un lien vers quelque chose d’absent a été écarté.</translation>
    </message>
    <message>
        <source>Chains were not taken in, only their links.</source>
        <translation>Les chaînes n’ont pas été reprises, seulement leurs maillons.</translation>
    </message>
    <message>
        <source>An attribution without any span was dropped.</source>
        <translation>Une attribution sans aucun segment a été écartée.</translation>
    </message>
    <message>
        <source>There is no text in it.</source>
        <translation>Il ne contient pas de texte.</translation>
    </message>
    <message>
        <source>A file of the suffix .%1 holds one article. Export several to a .zip.</source>
        <translation>Un fichier de suffixe .%1 contient un seul article. Exportez-en plusieurs dans un .zip.</translation>
    </message>
    <message>
        <source>Spans that are no claims were left out.</source>
        <translation>Les segments qui ne sont pas des affirmations ont été omis.</translation>
    </message>
    <message>
        <source>Attributions were left out; claimants come from them.</source>
        <translation>Les attributions ont été omises&#x202f;; les auteurs des affirmations en sont tirés.</translation>
    </message>
    <message>
        <source>The articles&apos; texts and further metadata were left out.</source>
        <translation>Les textes et les autres métadonnées des articles ont été omis.</translation>
    </message>
    <message>
        <source>States, origins, confidences and explanations of claims were left out.</source>
        <translation>Les états, origines, scores de confiance et explications des affirmations ont été omis.</translation>
    </message>
    <message>
        <source>Notes and attributes of claims were left out.</source>
        <translation>Les notes et attributs des affirmations ont été omis.</translation>
    </message>
    <message>
        <source>The places of claims in the text were left out.</source>
        <translation>La place des affirmations dans le texte a été omise.</translation>
    </message>
    <message>
        <source>Claims in several pieces were joined by &quot; … &quot;.</source>
        <translation>Les affirmations en plusieurs morceaux ont été réunies par «&#xa0;…&#xa0;».</translation>
    </message>
    <message>
        <source>Claims for schema.org</source>
        <translation>Affirmations pour schema.org</translation>
    </message>
    <message>
        <source>Articles without words were left out.</source>
        <translation>Les articles sans mots ont été omis.</translation>
    </message>
    <message>
        <source>States, which have no column: what was not accepted looks like the rest.</source>
        <translation>Les états, qui n’ont pas de colonne&#xa0;: ce qui n’a pas été accepté ressemble au reste.</translation>
    </message>
    <message>
        <source>Confidences have no column.</source>
        <translation>Les scores de confiance n’ont pas de colonne.</translation>
    </message>
    <message>
        <source>Origins and explanations have no column.</source>
        <translation>Les origines et explications n’ont pas de colonne.</translation>
    </message>
    <message>
        <source>Notes have no column.</source>
        <translation>Les notes n’ont pas de colonne.</translation>
    </message>
    <message>
        <source>Attributes have no column.</source>
        <translation>Les attributs n’ont pas de colonne.</translation>
    </message>
    <message>
        <source>Speakers have no column.</source>
        <translation>Les locuteurs n’ont pas de colonne.</translation>
    </message>
    <message>
        <source>Spans in several pieces became as many spans.</source>
        <translation>Les segments en plusieurs morceaux sont devenus autant de segments.</translation>
    </message>
    <message>
        <source>Attributions have no place; their spans were written.</source>
        <translation>Les attributions n’ont pas de place&#x202f;; leurs segments ont été écrits.</translation>
    </message>
    <message>
        <source>Articles lost their id and metadata.</source>
        <translation>Les articles ont perdu leur identifiant et leurs métadonnées.</translation>
    </message>
    <message>
        <source>Articles lost the blanks and line ends between their words.</source>
        <translation>Les articles ont perdu les blancs et fins de ligne entre leurs mots.</translation>
    </message>
    <message>
        <source>Spans were left out because one with more words holds their place: a word has one label.</source>
        <translation>Des segments ont été omis parce qu’un autre, plus long, occupe leur place&#xa0;: un mot n’a qu’une étiquette.</translation>
    </message>
    <message>
        <source>CoNLL-2003, four columns</source>
        <translation>CoNLL-2003, quatre colonnes</translation>
    </message>
    <message>
        <source>CoNLL-2002, two columns</source>
        <translation>CoNLL-2002, deux colonnes</translation>
    </message>
    <message>
        <source>CoNLL, two columns, IOBES</source>
        <translation>CoNLL, deux colonnes, IOBES</translation>
    </message>
    <message>
        <source>CoNLL, columns for each label</source>
        <translation>CoNLL, une colonne par étiquette</translation>
    </message>
    <message>
        <source>A line has not as many columns as the others; what it lacks was taken as O.</source>
        <translation>Une ligne a moins de colonnes que les autres&#x202f;; ce qui manque a été pris pour O.</translation>
    </message>
    <message>
        <source>All of spans and attributions but their words, labels and roles went into a comment that only Quoth reads.</source>
        <translation>Tout ce qui concerne les segments et attributions, sauf leurs mots, étiquettes et rôles, est allé dans un commentaire que seul Quoth lit.</translation>
    </message>
    <message>
        <source>Articles&apos; metadata went into a comment that only Quoth reads.</source>
        <translation>Les métadonnées des articles sont allées dans un commentaire que seul Quoth lit.</translation>
    </message>
    <message>
        <source>CoNLL-U</source>
        <translation>CoNLL-U</translation>
    </message>
    <message>
        <source>A line that is no word of CoNLL-U was skipped.</source>
        <translation>Une ligne qui n’est pas un mot de CoNLL-U a été ignorée.</translation>
    </message>
    <message>
        <source>The details of an article are no JSON and were left out.</source>
        <translation>Les détails d’un article ne sont pas du JSON et ont été omis.</translation>
    </message>
    <message>
        <source>A span that is not of the form B-Label:id was dropped.</source>
        <translation>Un segment qui n’est pas de la forme B-Label:id a été écarté.</translation>
    </message>
    <message>
        <source>Spans of nothing but blanks were left out.</source>
        <translation>Les segments ne contenant que des blancs ont été omis.</translation>
    </message>
    <message>
        <source>Spans lost the blanks that they begin or end with.</source>
        <translation>Des segments ont perdu les blancs par lesquels ils commencent ou finissent.</translation>
    </message>
    <message>
        <source>Cells that look like formulas got an apostrophe before them.</source>
        <translation>Les cellules qui ressemblent à des formules ont été précédées d’une apostrophe.</translation>
    </message>
    <message>
        <source>Table for spreadsheets</source>
        <translation>Table pour tableur</translation>
    </message>
    <message>
        <source>Table with tabs</source>
        <translation>Table avec tabulations</translation>
    </message>
    <message>
        <source>A quotation mark is not closed: the cell goes on to the end of the file.</source>
        <translation>Un guillemet n’est pas fermé&#xa0;: la cellule va jusqu’à la fin du fichier.</translation>
    </message>
    <message>
        <source>doccano JSON Lines, counting grapheme clusters</source>
        <translation>doccano JSON Lines, comptant les grappes de graphèmes</translation>
    </message>
    <message>
        <source>doccano JSON Lines</source>
        <translation>doccano JSON Lines</translation>
    </message>
    <message>
        <source>Suggestions look like labels that were given; Quoth finds their state beside the text.</source>
        <translation>Les suggestions ressemblent à des étiquettes posées&#x202f;; Quoth trouve leur état à côté du texte.</translation>
    </message>
    <message>
        <source>Confidences, explanations, speakers, notes and attributes of spans were kept beside the text, where Quoth finds them.</source>
        <translation>Les scores de confiance, explications, locuteurs, notes et attributs des segments ont été conservés à côté du texte, où Quoth les trouve.</translation>
    </message>
    <message>
        <source>Spans that begin or end within a character (a grapheme cluster) show the whole of it; Quoth finds the exact place beside the text.</source>
        <translation>Les segments commençant ou finissant à l’intérieur d’un caractère (une grappe de graphèmes) le montrent en entier&#x202f;; Quoth trouve la place exacte à côté du texte.</translation>
    </message>
    <message>
        <source>Spans overlap: doccano takes them only into projects that allow it, and drops them elsewhere.</source>
        <translation>Des segments se chevauchent&#xa0;: doccano ne les prend que dans les projets qui le permettent, et les écarte ailleurs.</translation>
    </message>
    <message>
        <source>Labels that are no list were left out.</source>
        <translation>Des étiquettes qui ne sont pas une liste ont été omises.</translation>
    </message>
    <message>
        <source>A label that belongs to no place in the text was left out.</source>
        <translation>Une étiquette sans place dans le texte a été omise.</translation>
    </message>
    <message>
        <source>A span whose offsets are no whole numbers was left out.</source>
        <translation>Un segment dont les positions ne sont pas des nombres entiers a été omis.</translation>
    </message>
    <message>
        <source>A span without a label was left out.</source>
        <translation>Un segment sans étiquette a été omis.</translation>
    </message>
    <message>
        <source>A span&apos;s id is given twice; references mean the first.</source>
        <translation>L’identifiant d’un segment est donné deux fois&#x202f;; les références visent le premier.</translation>
    </message>
    <message>
        <source>A relation of a span that is not there was left out.</source>
        <translation>Une relation d’un segment absent a été omise.</translation>
    </message>
    <message>
        <source>The file holds no text.</source>
        <translation>Le fichier ne contient pas de texte.</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Document Word</translation>
    </message>
    <message>
        <source>The archive holds no Word document.</source>
        <translation>L’archive ne contient pas de document Word.</translation>
    </message>
    <message>
        <source>EPUB book</source>
        <translation>Livre EPUB</translation>
    </message>
    <message>
        <source>The archive holds no EPUB.</source>
        <translation>L’archive ne contient pas d’EPUB.</translation>
    </message>
    <message>
        <source>The book is locked (DRM) and cannot be read.</source>
        <translation>Le livre est verrouillé (DRM) et ne peut pas être lu.</translation>
    </message>
    <message>
        <source>A document of the book was left out. %1</source>
        <translation>Un document du livre a été omis. %1</translation>
    </message>
    <message>
        <source>The page&apos;s elements are nested too deep to be read.</source>
        <translation>Les éléments de la page sont trop profondément imbriqués pour être lus.</translation>
    </message>
    <message>
        <source>Notes at the foot or the end were left out.</source>
        <translation>Les notes de bas de page ou de fin ont été omises.</translation>
    </message>
    <message>
        <source>The book names no documents with text.</source>
        <translation>Le livre n’indique aucun document avec du texte.</translation>
    </message>
    <message>
        <source>Role fillers were left out because their spans are in a state that is not exported.</source>
        <translation>Des segments occupant un rôle ont été omis parce qu’ils sont dans un état qui n’est pas exporté.</translation>
    </message>
    <message>
        <source>Attributions were left out because none of their spans is exported.</source>
        <translation>Des attributions ont été omises parce qu’aucun de leurs segments n’est exporté.</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>C’est un dossier, pas un fichier.</translation>
    </message>
    <message>
        <source>The file is larger than an article may be (1 GiB).</source>
        <translation>Le fichier dépasse la taille permise pour un article (1 Gio).</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Le fichier est vide.</translation>
    </message>
    <message>
        <source>This is no text: it seems to be %1.</source>
        <translation>Ce n’est pas du texte&#xa0;: cela semble être %1.</translation>
    </message>
    <message>
        <source>Bytes that are not valid %1 became U+FFFD.</source>
        <translation>Des octets qui ne sont pas du %1 valide ont été remplacés par U+FFFD.</translation>
    </message>
    <message>
        <source>The import was cancelled.</source>
        <translation>L’import a été interrompu.</translation>
    </message>
    <message>
        <source>Spans that other programs would take for valid ones were only kept beside the text, where Quoth finds them.</source>
        <translation>Des segments que d’autres programmes prendraient pour valides n’ont été conservés qu’à côté du texte, où Quoth les trouve.</translation>
    </message>
    <message>
        <source>Interrupted spans became regions joined by relations.</source>
        <translation>Les segments interrompus sont devenus des régions jointes par des relations.</translation>
    </message>
    <message>
        <source>Attributions with one filler have no relation that shows them; they were kept beside the text, where Quoth finds them.</source>
        <translation>Les attributions dont un seul rôle est occupé n’ont pas de relation qui les montre&#x202f;; elles ont été conservées à côté du texte, où Quoth les trouve.</translation>
    </message>
    <message>
        <source>Role fillers of attributions that differ from them in state have no relation; they were kept beside the text, where Quoth finds them.</source>
        <translation>Les segments occupant un rôle dont l’état diffère de celui de l’attribution n’ont pas de relation&#x202f;; ils ont été conservés à côté du texte, où Quoth les trouve.</translation>
    </message>
    <message>
        <source>Attributions that share a cue look like one to other programs.</source>
        <translation>Des attributions qui partagent un marqueur paraissent n’en faire qu’une aux autres programmes.</translation>
    </message>
    <message>
        <source>Kinds, speakers, notes, confidences and further attributes of attributions were kept beside the text, where Quoth finds them.</source>
        <translation>Les types, locuteurs, notes, scores de confiance et autres attributs des attributions ont été conservés à côté du texte, où Quoth les trouve.</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>Document PDF</translation>
    </message>
    <message>
        <source>This Quoth was built without Poppler (libpoppler-qt6-dev). Convert the file first: pdftotext FILE.pdf.</source>
        <translation>Ce Quoth a été compilé sans Poppler (libpoppler-qt6-dev). Convertissez d’abord le fichier&#xa0;: pdftotext FILE.pdf.</translation>
    </message>
    <message>
        <source>This Quoth was built without libzip (libzip-dev) and knows no zip archives.</source>
        <translation>Ce Quoth a été compilé sans libzip (libzip-dev) et ne connaît pas les archives zip.</translation>
    </message>
    <message>
        <source>No known format fits. Name the format to read it as.</source>
        <translation>Aucun format connu ne convient. Indiquez le format de lecture.</translation>
    </message>
    <message>
        <source>The format &quot;%1&quot; cannot be read.</source>
        <translation>Le format «&#xa0;%1&#xa0;» ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The page is not in the encoding that it declares (%1); another was detected.</source>
        <translation>La page n’est pas dans l’encodage qu’elle déclare (%1)&#x202f;; un autre a été détecté.</translation>
    </message>
    <message>
        <source>No article was found on the page.</source>
        <translation>Aucun article n’a été trouvé dans la page.</translation>
    </message>
    <message>
        <source>Saved web page</source>
        <translation>Page web enregistrée</translation>
    </message>
    <message>
        <source>%1 and further places</source>
        <translation>%1 et d’autres endroits</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, ligne %2</translation>
    </message>
    <message>
        <source>Quoth JSON Lines</source>
        <translation>Quoth JSON Lines</translation>
    </message>
    <message>
        <source>The record is of the format &quot;%1&quot;; what &quot;%2&quot; knows of it was read.</source>
        <translation>L’enregistrement est au format «&#xa0;%1&#xa0;»&#x202f;; ce que «&#xa0;%2&#xa0;» en connaît a été lu.</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>ce n’est pas un objet</translation>
    </message>
    <message>
        <source>The line is not a JSON record (%1) and was skipped.</source>
        <translation>La ligne n’est pas un enregistrement JSON (%1) et a été ignorée.</translation>
    </message>
    <message>
        <source>The line is longer than a record may be and was skipped.</source>
        <translation>La ligne est plus longue qu’un enregistrement ne peut l’être et a été ignorée.</translation>
    </message>
    <message>
        <source>The labelling configuration was not written: a file of another kind has its name, %1.</source>
        <translation>La configuration d’étiquetage n’a pas été écrite&#xa0;: un fichier d’une autre sorte porte son nom, %1.</translation>
    </message>
    <message>
        <source>Label Studio tasks</source>
        <translation>Tâches Label Studio</translation>
    </message>
    <message>
        <source>%1, task %2</source>
        <translation>%1, tâche %2</translation>
    </message>
    <message>
        <source>A task could not be read (%1) and was skipped.</source>
        <translation>Une tâche n’a pas pu être lue (%1) et a été ignorée.</translation>
    </message>
    <message>
        <source>The file ends before its list of tasks does.</source>
        <translation>Le fichier se termine avant sa liste de tâches.</translation>
    </message>
    <message>
        <source>A task has annotations by several people; what they have in common was read once.</source>
        <translation>Une tâche a des annotations de plusieurs personnes&#x202f;; ce qu’elles ont en commun a été lu une fois.</translation>
    </message>
    <message>
        <source>A score that is no number from 0 to 1 was left out.</source>
        <translation>Un score qui n’est pas un nombre de 0 à 1 a été omis.</translation>
    </message>
    <message>
        <source>An annotation without a list of results was left out.</source>
        <translation>Une annotation sans liste de résultats a été omise.</translation>
    </message>
    <message>
        <source>Results of the type &quot;%1&quot; were left out: labels, relations, choices and text areas are read.</source>
        <translation>Des résultats du type «&#xa0;%1&#xa0;» ont été omis&#xa0;: sont lus les étiquettes, les relations, les choix et les zones de texte.</translation>
    </message>
    <message>
        <source>Choices and texts that belong to no span were left out.</source>
        <translation>Des choix et des textes n’appartenant à aucun segment ont été omis.</translation>
    </message>
    <message>
        <source>A task&apos;s data has no &quot;text&quot;; the longest of its fields was taken for it.</source>
        <translation>Les données d’une tâche n’ont pas de «&#xa0;text&#xa0;»&#x202f;; le plus long de leurs champs en a tenu lieu.</translation>
    </message>
    <message>
        <source>Confidences, explanations, speakers and attributes of spans that Label Studio has no place for were kept in the task&apos;s &quot;meta&quot;.</source>
        <translation>Les scores de confiance, explications, locuteurs et attributs des segments pour lesquels Label Studio n’a pas de place ont été conservés dans le «&#xa0;meta&#xa0;» de la tâche.</translation>
    </message>
    <message>
        <source>Web page with its pictures</source>
        <translation>Page web avec ses images</translation>
    </message>
    <message>
        <source>No web page was found in the file.</source>
        <translation>Aucune page web n’a été trouvée dans le fichier.</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>Texte OpenDocument</translation>
    </message>
    <message>
        <source>The archive holds no OpenDocument text.</source>
        <translation>L’archive ne contient pas de texte OpenDocument.</translation>
    </message>
    <message>
        <source>The document is encrypted. Save it without a password.</source>
        <translation>Le document est chiffré. Enregistrez-le sans mot de passe.</translation>
    </message>
    <message>
        <source>%1 What stands before that was taken.</source>
        <translation>%1 Ce qui précède a été repris.</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>sortie standard</translation>
    </message>
    <message>
        <source>This is no PDF document, or it is damaged.</source>
        <translation>Ce n’est pas un document PDF, ou il est endommagé.</translation>
    </message>
    <message>
        <source>The document holds no text, only pictures of it. Run a text recognition over it first, such as ocrmypdf.</source>
        <translation>Le document ne contient pas de texte, seulement des images de texte. Passez-le d’abord dans une reconnaissance de caractères, comme ocrmypdf.</translation>
    </message>
    <message>
        <source>Words that are written from right to left may stand in the wrong order.</source>
        <translation>Les mots écrits de droite à gauche peuvent être dans le mauvais ordre.</translation>
    </message>
    <message>
        <source>Prodigy JSON Lines</source>
        <translation>Prodigy JSON Lines</translation>
    </message>
    <message>
        <source>The spans of a rejected record were read as rejected.</source>
        <translation>Les segments d’un enregistrement rejeté ont été lus comme rejetés.</translation>
    </message>
    <message>
        <source>The spans of a record that was passed over were read as suggestions.</source>
        <translation>Les segments d’un enregistrement laissé de côté ont été lus comme des suggestions.</translation>
    </message>
    <message>
        <source>An answer that is not accept, reject or ignore was passed over.</source>
        <translation>Une réponse autre que accept, reject ou ignore a été ignorée.</translation>
    </message>
    <message>
        <source>Suggestions stand in records without an answer, with what is accepted of the article; Quoth finds their state beside the text.</source>
        <translation>Les suggestions se trouvent dans des enregistrements sans réponse, avec ce qui est accepté dans l’article&#x202f;; Quoth trouve leur état à côté du texte.</translation>
    </message>
    <message>
        <source>The text of a note could not be read. %1</source>
        <translation>Le texte d’une note n’a pas pu être lu. %1</translation>
    </message>
    <message>
        <source>A source was left out. %1</source>
        <translation>Une source a été omise. %1</translation>
    </message>
    <message>
        <source>A source was left out: it has no text.</source>
        <translation>Une source a été omise&#xa0;: elle n’a pas de texte.</translation>
    </message>
    <message>
        <source>The project holds no text that could be read.</source>
        <translation>Le projet ne contient aucun texte lisible.</translation>
    </message>
    <message>
        <source>This is no project of the REFI-QDA standard.</source>
        <translation>Ce n’est pas un projet au standard REFI-QDA.</translation>
    </message>
    <message>
        <source>The project is of an unknown version of the standard (%1); it was read as 1.0.</source>
        <translation>Le projet est d’une version inconnue du standard (%1)&#x202f;; il a été lu comme 1.0.</translation>
    </message>
    <message>
        <source>its codes are nested too deep</source>
        <translation>ses codes sont trop profondément imbriqués</translation>
    </message>
    <message>
        <source>A selection without positions was dropped.</source>
        <translation>Une sélection sans positions a été écartée.</translation>
    </message>
    <message>
        <source>A selection&apos;s GUID is given twice; references mean the first.</source>
        <translation>Le GUID d’une sélection est donné deux fois&#x202f;; les références visent la première.</translation>
    </message>
    <message>
        <source>A selection without characters was dropped.</source>
        <translation>Une sélection sans caractères a été écartée.</translation>
    </message>
    <message>
        <source>A selection outside the text was dropped.</source>
        <translation>Une sélection hors du texte a été écartée.</translation>
    </message>
    <message>
        <source>A piece of a span whose first piece is not there became a span of its own.</source>
        <translation>Un morceau de segment dont le premier morceau est absent est devenu un segment à part.</translation>
    </message>
    <message>
        <source>A selection without a code was dropped.</source>
        <translation>Une sélection sans code a été écartée.</translation>
    </message>
    <message>
        <source>A coding whose code is not there was dropped.</source>
        <translation>Un codage dont le code est absent a été écarté.</translation>
    </message>
    <message>
        <source>A note that is not there was not kept.</source>
        <translation>Une référence à une note absente n’a pas été conservée.</translation>
    </message>
    <message>
        <source>A speaker that is not there was not kept.</source>
        <translation>Une référence à un locuteur absent n’a pas été conservée.</translation>
    </message>
    <message>
        <source>The positions of a source fit its text only if they are counted in an unusual way, and were read so.</source>
        <translation>Les positions d’une source ne conviennent à son texte que si on les compte d’une façon inhabituelle, et ont été lues ainsi.</translation>
    </message>
    <message>
        <source>Codes of a whole source were not kept.</source>
        <translation>Les codes portant sur une source entière n’ont pas été conservés.</translation>
    </message>
    <message>
        <source>Links were not kept: they join no parts of an attribution.</source>
        <translation>Des liens n’ont pas été conservés&#xa0;: ils ne joignent pas les parties d’une attribution.</translation>
    </message>
    <message>
        <source>Selections of cases were not kept: their label names no speaker.</source>
        <translation>Des sélections de cas n’ont pas été conservées&#xa0;: leur étiquette ne nomme pas de locuteur.</translation>
    </message>
    <message>
        <source>Sources that have no text (pictures, sound, films, pages) were not read.</source>
        <translation>Les sources sans texte (images, sons, films, pages) n’ont pas été lues.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Spans in several pieces became selections that are linked.</source>
        <translation>Les segments en plusieurs morceaux sont devenus des sélections liées.</translation>
    </message>
    <message>
        <source>Suggested and rejected annotations stand among the others; only descriptions tell them apart.</source>
        <translation>Les annotations suggérées et rejetées se trouvent parmi les autres&#x202f;; seules les descriptions les distinguent.</translation>
    </message>
    <message>
        <source>What REFI-QDA has no place for (origin, confidence, attributes and the like) stands in descriptions.</source>
        <translation>Ce pour quoi REFI-QDA n’a pas de place (origine, confiance, attributs, etc.) se trouve dans les descriptions.</translation>
    </message>
    <message>
        <source>Attributions without spans were left out.</source>
        <translation>Les attributions sans segments ont été omises.</translation>
    </message>
    <message>
        <source>Speaker: %1</source>
        <translation>Locuteur&#xa0;: %1</translation>
    </message>
    <message>
        <source>A codebook holds labels only: articles are not in it.</source>
        <translation>Une grille de codage ne contient que des étiquettes&#xa0;: les articles n’y sont pas.</translation>
    </message>
    <message>
        <source>A codebook holds labels only: annotations are not in it.</source>
        <translation>Une grille de codage ne contient que des étiquettes&#xa0;: les annotations n’y sont pas.</translation>
    </message>
    <message>
        <source>There is no label to write.</source>
        <translation>Il n’y a pas d’étiquette à écrire.</translation>
    </message>
    <message>
        <source>REFI-QDA project</source>
        <translation>Projet REFI-QDA</translation>
    </message>
    <message>
        <source>REFI-QDA codebook</source>
        <translation>Grille de codage REFI-QDA</translation>
    </message>
    <message>
        <source>The archive has no project.qde: it is no project of the REFI-QDA standard.</source>
        <translation>L’archive n’a pas de project.qde&#xa0;: ce n’est pas un projet au standard REFI-QDA.</translation>
    </message>
    <message>
        <source>The text lies outside the archive (&quot;%1&quot;).</source>
        <translation>Le texte se trouve hors de l’archive («&#xa0;%1&#xa0;»).</translation>
    </message>
    <message>
        <source>The record has no &quot;text&quot; and was skipped.</source>
        <translation>L’enregistrement n’a pas de «&#xa0;text&#xa0;» et a été ignoré.</translation>
    </message>
    <message>
        <source>speaker %1</source>
        <translation>locuteur %1</translation>
    </message>
    <message>
        <source>A speaker without a name was dropped.</source>
        <translation>Un locuteur sans nom a été écarté.</translation>
    </message>
    <message>
        <source>A speaker&apos;s id is given twice; references mean the first.</source>
        <translation>L’identifiant d’un locuteur est donné deux fois&#x202f;; les références visent le premier.</translation>
    </message>
    <message>
        <source>A speaker&apos;s type is not known; it became a person.</source>
        <translation>Le type d’un locuteur est inconnu&#x202f;; il est devenu une personne.</translation>
    </message>
    <message>
        <source>A speaker&apos;s colour is none of the form #rrggbb; it was dropped.</source>
        <translation>La couleur d’un locuteur n’est pas de la forme #rrggbb&#x202f;; elle a été écartée.</translation>
    </message>
    <message>
        <source>A fragment that is no pair of whole numbers was dropped.</source>
        <translation>Un fragment qui n’est pas un couple de nombres entiers a été écarté.</translation>
    </message>
    <message>
        <source>A fragment that ends before it begins was dropped.</source>
        <translation>Un fragment qui finit avant de commencer a été écarté.</translation>
    </message>
    <message>
        <source>Fragments that are no list were dropped.</source>
        <translation>Des fragments qui ne sont pas une liste ont été écartés.</translation>
    </message>
    <message>
        <source>A state is not known and was taken as &quot;%1&quot;.</source>
        <translation>Un état inconnu a été pris pour «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>A confidence that is no number from 0 to 1 was dropped.</source>
        <translation>Une confiance qui n’est pas un nombre de 0 à 1 a été écartée.</translation>
    </message>
    <message>
        <source>A reference to a speaker that is not listed was dropped.</source>
        <translation>Une référence à un locuteur absent de la liste a été écartée.</translation>
    </message>
    <message>
        <source>span %1</source>
        <translation>segment %1</translation>
    </message>
    <message>
        <source>A span without a label was dropped.</source>
        <translation>Un segment sans étiquette a été écarté.</translation>
    </message>
    <message>
        <source>claim %1</source>
        <translation>affirmation %1</translation>
    </message>
    <message>
        <source>A claim of which no fragment was left was dropped.</source>
        <translation>Une affirmation dont il ne restait aucun fragment a été écartée.</translation>
    </message>
    <message>
        <source>attribution %1</source>
        <translation>attribution %1</translation>
    </message>
    <message>
        <source>A kind that is not direct, indirect or mixed was dropped.</source>
        <translation>Un type autre que direct, indirect ou mixed a été écarté.</translation>
    </message>
    <message>
        <source>An attribution&apos;s id is given twice; both were kept.</source>
        <translation>L’identifiant d’une attribution est donné deux fois&#x202f;; les deux ont été conservées.</translation>
    </message>
    <message>
        <source>it has no %1</source>
        <translation>il n’y a pas de %1</translation>
    </message>
    <message>
        <source>its %1 is not of a release by Quoth</source>
        <translation>son %1 n’est pas celui d’une publication de Quoth</translation>
    </message>
    <message>
        <source>the release had no folder %1</source>
        <translation>la publication n’avait pas de dossier %1</translation>
    </message>
    <message>
        <source>the release had no file %1</source>
        <translation>la publication n’avait pas de fichier %1</translation>
    </message>
    <message>
        <source>%1 was changed since</source>
        <translation>%1 a été modifié depuis</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 manque</translation>
    </message>
    <message>
        <source>A release is a folder, but there is a file or link of this name.</source>
        <translation>Une publication est un dossier, mais il y a un fichier ou un lien de ce nom.</translation>
    </message>
    <message>
        <source>The folder holds something else than an untouched release (%1) and was left alone. Choose another one.</source>
        <translation>Le dossier contient autre chose qu’une publication intacte (%1) et a été laissé tel quel. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Titles were left out.</source>
        <translation>Les titres ont été omis.</translation>
    </message>
    <message>
        <source>Further metadata was left out.</source>
        <translation>Les autres métadonnées ont été omises.</translation>
    </message>
    <message>
        <source>Attributes in free words were left out.</source>
        <translation>Les attributs en texte libre ont été omis.</translation>
    </message>
    <message>
        <source>Explanations were left out.</source>
        <translation>Les explications ont été omises.</translation>
    </message>
    <message>
        <source>Notes were left out.</source>
        <translation>Les notes ont été omises.</translation>
    </message>
    <message>
        <source>Rich Text Format</source>
        <translation>Rich Text Format</translation>
    </message>
    <message>
        <source>Groups are nested too deep; what stands before that was taken.</source>
        <translation>Des groupes sont trop profondément imbriqués&#x202f;; ce qui précède a été repris.</translation>
    </message>
    <message>
        <source>The file is cut short.</source>
        <translation>Le fichier est tronqué.</translation>
    </message>
    <message>
        <source>This is no RTF document.</source>
        <translation>Ce n’est pas un document RTF.</translation>
    </message>
    <message>
        <source>Articles without annotations have no row.</source>
        <translation>Les articles sans annotations n’ont pas de ligne.</translation>
    </message>
    <message>
        <source>Texts in several pieces were joined by &quot; … &quot;; the offsets keep the pieces.</source>
        <translation>Les textes en plusieurs morceaux ont été réunis par «&#xa0;…&#xa0;»&#x202f;; les positions gardent les morceaux.</translation>
    </message>
    <message>
        <source>Role fillers of roles other than source, cue and content have no column.</source>
        <translation>Les segments occupant d’autres rôles que source, marqueur et contenu n’ont pas de colonne.</translation>
    </message>
    <message>
        <source>TEI P5</source>
        <translation>TEI P5</translation>
    </message>
    <message>
        <source>The file has a document type declaration, which is not read: it could hide what it wants to be read. Take it out.</source>
        <translation>Le fichier a une déclaration de type de document, qui n’est pas lue&#xa0;: elle pourrait cacher ce qu’elle veut faire lire. Retirez-la.</translation>
    </message>
    <message>
        <source>This is not well-formed XML (%1).</source>
        <translation>Ce n’est pas du XML bien formé (%1).</translation>
    </message>
    <message>
        <source>The rest of the file was not read: it is not well-formed XML (%1).</source>
        <translation>Le reste du fichier n’a pas été lu&#xa0;: ce n’est pas du XML bien formé (%1).</translation>
    </message>
    <message>
        <source>A second text of the same TEI element was skipped.</source>
        <translation>Un second texte du même élément TEI a été ignoré.</translation>
    </message>
    <message>
        <source>A TEI element without text was skipped.</source>
        <translation>Un élément TEI sans texte a été ignoré.</translation>
    </message>
    <message>
        <source>An article that breaks off was skipped.</source>
        <translation>Un article interrompu a été ignoré.</translation>
    </message>
    <message>
        <source>Notes, deletions and the like are no part of the text and were left out.</source>
        <translation>Les notes, suppressions et autres éléments qui ne font pas partie du texte ont été omis.</translation>
    </message>
    <message>
        <source>An id that was given before was not taken.</source>
        <translation>Un identifiant déjà donné n’a pas été repris.</translation>
    </message>
    <message>
        <source>A speaker that the header does not list was named after its id.</source>
        <translation>Un locuteur absent de l’en-tête a reçu son identifiant pour nom.</translation>
    </message>
    <message>
        <source>A span whose place is not in the text was dropped.</source>
        <translation>Un segment dont la place n’est pas dans le texte a été écarté.</translation>
    </message>
    <message>
        <source>Pieces of spans whose first piece is not there were dropped.</source>
        <translation>Des morceaux de segments dont le premier morceau est absent ont été écartés.</translation>
    </message>
    <message>
        <source>A quotation without text was dropped.</source>
        <translation>Une citation sans texte a été écartée.</translation>
    </message>
    <message>
        <source>Of several speakers of one quotation the first was taken.</source>
        <translation>De plusieurs locuteurs d’une même citation, le premier a été pris.</translation>
    </message>
    <message>
        <source>A link that does not say what its targets do was dropped.</source>
        <translation>Un lien qui ne dit pas ce que font ses cibles a été écarté.</translation>
    </message>
    <message>
        <source>Control characters that XML cannot hold became blanks.</source>
        <translation>Les caractères de contrôle que XML ne peut contenir sont devenus des blancs.</translation>
    </message>
    <message>
        <source>The encoding &quot;%1&quot; is not known.</source>
        <translation>L’encodage «&#xa0;%1&#xa0;» est inconnu.</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Texte brut</translation>
    </message>
    <message>
        <source>This is no WebAnno TSV of version 3.</source>
        <translation>Ce n’est pas du WebAnno TSV version 3.</translation>
    </message>
    <message>
        <source>A sentence without words was dropped.</source>
        <translation>Une phrase sans mots a été écartée.</translation>
    </message>
    <message>
        <source>The line is no row of WebAnno TSV and was skipped.</source>
        <translation>La ligne n’est pas une ligne de WebAnno TSV et a été ignorée.</translation>
    </message>
    <message>
        <source>The row has too few columns.</source>
        <translation>La ligne a trop peu de colonnes.</translation>
    </message>
    <message>
        <source>The offsets do not fit the sentences before; the texts were believed.</source>
        <translation>Les positions ne correspondent pas aux phrases précédentes&#x202f;; on s’est fié aux textes.</translation>
    </message>
    <message>
        <source>Articles without words lost their text, for which WebAnno TSV has no place.</source>
        <translation>Les articles sans mots ont perdu leur texte, pour lequel WebAnno TSV n’a pas de place.</translation>
    </message>
    <message>
        <source>Annotations in articles without words were left out.</source>
        <translation>Les annotations d’articles sans mots ont été omises.</translation>
    </message>
    <message>
        <source>Spans that begin or end between words, or hold none, end with words; the feature &quot;exact&quot; keeps where.</source>
        <translation>Les segments commençant ou finissant entre des mots, ou n’en contenant aucun, sont alignés sur des mots&#x202f;; le trait «&#xa0;exact&#xa0;» garde les vraies limites.</translation>
    </message>
    <message>
        <source>Line ends in notes and other features became spaces.</source>
        <translation>Les fins de ligne dans les notes et autres traits sont devenues des espaces.</translation>
    </message>
    <message>
        <source>Empty lines and other white space before the first word became spaces.</source>
        <translation>Les lignes vides et autres blancs avant le premier mot sont devenus des espaces.</translation>
    </message>
    <message>
        <source>a PNG image</source>
        <translation>une image PNG</translation>
    </message>
    <message>
        <source>a JPEG image</source>
        <translation>une image JPEG</translation>
    </message>
    <message>
        <source>a GIF image</source>
        <translation>une image GIF</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>un document PDF</translation>
    </message>
    <message>
        <source>a ZIP archive or an office document</source>
        <translation>une archive ZIP ou un document bureautique</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>une base de données SQLite</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>une archive gzip</translation>
    </message>
    <message>
        <source>a bzip2 archive</source>
        <translation>une archive bzip2</translation>
    </message>
    <message>
        <source>an xz archive</source>
        <translation>une archive xz</translation>
    </message>
    <message>
        <source>a Zstandard archive</source>
        <translation>une archive Zstandard</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>une archive 7-Zip</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>une archive RAR</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>un programme</translation>
    </message>
    <message>
        <source>an old office document</source>
        <translation>un ancien document bureautique</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>un document RTF</translation>
    </message>
    <message>
        <source>a sound or film file</source>
        <translation>un fichier son ou vidéo</translation>
    </message>
    <message>
        <source>a sound, image or film file</source>
        <translation>un fichier son, image ou vidéo</translation>
    </message>
    <message>
        <source>a binary file</source>
        <translation>un fichier binaire</translation>
    </message>
    <message>
        <source>W3C Web Annotation</source>
        <translation>W3C Web Annotation</translation>
    </message>
    <message>
        <source>An item is not JSON of web annotations (%1) and was skipped.</source>
        <translation>Un élément n’est pas du JSON d’annotations web (%1) et a été ignoré.</translation>
    </message>
    <message>
        <source>An item that is no annotation and no page of them was skipped.</source>
        <translation>Un élément qui n’est ni une annotation ni une page d’annotations a été ignoré.</translation>
    </message>
    <message>
        <source>The annotations come without their text. Put it beside them as &quot;%1&quot;.</source>
        <translation>Les annotations viennent sans leur texte. Mettez-le à côté d’elles sous le nom «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>annotation %1</source>
        <translation>annotation %1</translation>
    </message>
    <message>
        <source>An annotation that links others without saying in which roles was dropped.</source>
        <translation>Une annotation qui en relie d’autres sans dire dans quels rôles a été écartée.</translation>
    </message>
    <message>
        <source>An annotation of which no place was found in the text was dropped.</source>
        <translation>Une annotation dont aucune place n’a été trouvée dans le texte a été écartée.</translation>
    </message>
    <message>
        <source>A piece of an annotation has no place in the text and was dropped.</source>
        <translation>Un morceau d’annotation n’a pas de place dans le texte et a été écarté.</translation>
    </message>
    <message>
        <source>A position does not fit its quote; the quote was looked for.</source>
        <translation>Une position ne correspond pas à son extrait&#x202f;; l’extrait a été cherché.</translation>
    </message>
    <message>
        <source>Confidences went into a property that only Quoth knows.</source>
        <translation>Les scores de confiance sont allés dans une propriété que seul Quoth connaît.</translation>
    </message>
    <message>
        <source>Roles of attributions went into a property that only Quoth knows.</source>
        <translation>Les rôles des attributions sont allés dans une propriété que seul Quoth connaît.</translation>
    </message>
    <message>
        <source>Articles lost their metadata, for which WebAnno TSV has no place.</source>
        <translation>Les articles ont perdu leurs métadonnées, pour lesquelles WebAnno TSV n’a pas de place.</translation>
    </message>
    <message>
        <source>WebAnno TSV 3.3 (INCEpTION)</source>
        <translation>WebAnno TSV 3.3 (INCEpTION)</translation>
    </message>
    <message>
        <source>Cells were cut that are longer than a workbook allows (32767 characters).</source>
        <translation>Des cellules plus longues que ne le permet un classeur (32767 caractères) ont été coupées.</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Classeur Excel</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1, ligne %2</translation>
    </message>
    <message>
        <source>This is no workbook of Excel&apos;s format, or it is damaged.</source>
        <translation>Ce n’est pas un classeur au format Excel, ou il est endommagé.</translation>
    </message>
    <message>
        <source>Only the first sheet of the workbook was read.</source>
        <translation>Seule la première feuille du classeur a été lue.</translation>
    </message>
    <message>
        <source>A cell outside the sheet was dropped.</source>
        <translation>Une cellule hors de la feuille a été écartée.</translation>
    </message>
    <message>
        <source>What types the annotations have, which other programs must know, goes only into a .zip.</source>
        <translation>Les types des annotations, que les autres programmes doivent connaître, ne vont que dans un .zip.</translation>
    </message>
    <message>
        <source>UIMA CAS XMI (INCEpTION)</source>
        <translation>UIMA CAS XMI (INCEpTION)</translation>
    </message>
    <message>
        <source>The file declares a document type, which is not read for safety.</source>
        <translation>Le fichier déclare un type de document, qui par sécurité n’est pas lu.</translation>
    </message>
    <message>
        <source>This is no XMI file.</source>
        <translation>Ce n’est pas un fichier XMI.</translation>
    </message>
    <message>
        <source>The file is broken here and was read up to here: %1</source>
        <translation>Le fichier est défectueux ici et n’a été lu que jusqu’ici&#xa0;: %1</translation>
    </message>
    <message>
        <source>The description of the types cannot be read and was not used.</source>
        <translation>La description des types ne peut pas être lue et n’a pas servi.</translation>
    </message>
    <message>
        <source>Control characters, which XML forbids, became spaces.</source>
        <translation>Les caractères de contrôle, que XML interdit, sont devenus des espaces.</translation>
    </message>
    <message>
        <source>it has a document type, which is not read because it can hide traps</source>
        <translation>il a un type de document, qui n’est pas lu parce qu’il peut cacher des pièges</translation>
    </message>
    <message>
        <source>The XML could not be read to its end: %1.</source>
        <translation>Le XML n’a pas pu être lu jusqu’au bout&#xa0;: %1.</translation>
    </message>
    <message>
        <source>This is no zip archive, or it is damaged: %1.</source>
        <translation>Ce n’est pas une archive zip, ou elle est endommagée&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The archive has no such file.</source>
        <translation>L’archive ne contient pas ce fichier.</translation>
    </message>
    <message>
        <source>The file unpacks to more than %1 MB and was not read.</source>
        <translation>Le fichier décompressé dépasse %1 Mo et n’a pas été lu.</translation>
    </message>
    <message>
        <source>The file cannot be unpacked: %1.</source>
        <translation>Le fichier ne peut pas être décompressé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The archive cannot be made: %1.</source>
        <translation>L’archive ne peut pas être créée&#xa0;: %1.</translation>
    </message>
    <message>
        <source>This Quoth was built without libzip and knows no zip archives.</source>
        <translation>Ce Quoth a été compilé sans libzip et ne connaît pas les archives zip.</translation>
    </message>
    <message>
        <source>Spans were left out because one with fewer words holds a part of their place: a word has one label.</source>
        <translation>Des segments ont été omis parce qu’un autre, comptant moins de mots, occupe une partie de leur place&#xa0;: un mot n’a qu’une étiquette.</translation>
    </message>
    <message>
        <source>There is no library for it in Debian 12. Publish the dataset (&quot;quoth release&quot;) and convert its files: pandas.read_json(FILE, lines=True).to_parquet(OUTPUT).</source>
        <translation>Il n’y a pas de bibliothèque pour cela dans Debian 12. Publiez le jeu de données («&#xa0;quoth release&#xa0;») et convertissez ses fichiers&#xa0;: pandas.read_json(FILE, lines=True).to_parquet(OUTPUT).</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>The file cannot be read as Markdown.</source>
        <translation>Le fichier ne peut pas être lu comme du Markdown.</translation>
    </message>
</context>
<context>
    <name>Quoth::Measure</name>
    <message>
        <source>document %1</source>
        <translation>document %1</translation>
    </message>
    <message>
        <source>The version has no &quot;annotator&quot; in its &quot;meta&quot;.</source>
        <translation>La version n’a pas d’«&#xa0;annotator&#xa0;» dans son «&#xa0;meta&#xa0;».</translation>
    </message>
    <message>
        <source>There are two versions by the annotator %1.</source>
        <translation>Il y a deux versions de l’annotateur %1.</translation>
    </message>
    <message>
        <source>The texts of its versions differ.</source>
        <translation>Les textes de ses versions diffèrent.</translation>
    </message>
    <message>
        <source>The line has no document &quot;id&quot;.</source>
        <translation>La ligne n’a pas d’«&#xa0;id&#xa0;» de document.</translation>
    </message>
    <message>
        <source>The document has no &quot;text&quot;.</source>
        <translation>Le document n’a pas de «&#xa0;text&#xa0;».</translation>
    </message>
    <message>
        <source>The document has no list of &quot;attributions&quot;.</source>
        <translation>Le document n’a pas de liste «&#xa0;attributions&#xa0;».</translation>
    </message>
    <message>
        <source>%1, document %2</source>
        <translation>%1, document %2</translation>
    </message>
    <message>
        <source>%1: the fragments are no list of [begin, end] pairs.</source>
        <translation>%1&#xa0;: les fragments ne sont pas une liste de couples [début, fin].</translation>
    </message>
    <message>
        <source>%1: a fragment is no pair of whole numbers [begin, end].</source>
        <translation>%1&#xa0;: un fragment n’est pas un couple de nombres entiers [début, fin].</translation>
    </message>
    <message>
        <source>%1: the fragment [%2, %3] is empty; ends are exclusive.</source>
        <translation>%1&#xa0;: le fragment [%2, %3] est vide&#x202f;; les fins sont exclues.</translation>
    </message>
    <message>
        <source>%1: the fragment [%2, %3] is reversed or outside the text, which has %4 code points.</source>
        <translation>%1&#xa0;: le fragment [%2, %3] est inversé ou hors du texte, qui compte %4 points de code.</translation>
    </message>
    <message>
        <source>span %1</source>
        <translation>segment %1</translation>
    </message>
    <message>
        <source>attribution %1 is no object</source>
        <translation>l’attribution %1 n’est pas un objet</translation>
    </message>
    <message>
        <source>attribution %1, %2</source>
        <translation>attribution %1, %2</translation>
    </message>
    <message>
        <source>claim %1</source>
        <translation>affirmation %1</translation>
    </message>
    <message>
        <source>An instance needs a &quot;doc&quot; and as many &quot;tokens&quot; ([begin, end] pairs) as &quot;labels&quot;.</source>
        <translation>Il faut à une instance un «&#xa0;doc&#xa0;» et autant de «&#xa0;tokens&#xa0;» (couples [début, fin]) que de «&#xa0;labels&#xa0;».</translation>
    </message>
    <message>
        <source>The predicted text is not the gold text. Predictions must be made on the very text of the gold file.</source>
        <translation>Le texte prédit n’est pas celui de la référence. Les prédictions doivent porter sur le texte même du fichier de référence.</translation>
    </message>
    <message>
        <source>document %1, instance %2</source>
        <translation>document %1, instance %2</translation>
    </message>
    <message>
        <source>The instance&apos;s tokens do not fit the text: they end after it, or are not in its order.</source>
        <translation>Les tokens de l’instance ne correspondent pas au texte&#xa0;: ils finissent après lui, ou n’en suivent pas l’ordre.</translation>
    </message>
    <message>
        <source>A label is none of B- or I- with source, cue or content, nor O.</source>
        <translation>Une étiquette n’est ni B- ou I- avec source, cue ou content, ni O.</translation>
    </message>
    <message>
        <source>Units (all fragments of an attribution&apos;s role together)</source>
        <translation>Unités (tous les fragments d’un rôle d’une attribution réunis)</translation>
    </message>
    <message>
        <source>Fragments (each contiguous piece a span of its own: CofeNet)</source>
        <translation>Fragments (chaque morceau contigu est un segment&#xa0;: CofeNet)</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>référence</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>prédit</translation>
    </message>
    <message>
        <source>strict P</source>
        <translation>P strict</translation>
    </message>
    <message>
        <source>begin F1</source>
        <translation>F1 début</translation>
    </message>
    <message>
        <source>overlap P</source>
        <translation>P recouvr.</translation>
    </message>
    <message>
        <source>soft P</source>
        <translation>P souple</translation>
    </message>
    <message>
        <source>token P</source>
        <translation>P token</translation>
    </message>
    <message>
        <source>Attributions</source>
        <translation>Attributions</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>juste</translation>
    </message>
    <message>
        <source>full</source>
        <translation>complet</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>lié</translation>
    </message>
    <message>
        <source>Given overlapping content: %1 pairs; source strict %2, overlap %3; cue strict %4, overlap %5</source>
        <translation>À contenu recouvrant&#xa0;: %1 paires&#x202f;; source strict %2, recouvrement %3&#x202f;; marqueur strict %4, recouvrement %5</translation>
    </message>
    <message>
        <source>Recall by gold kind</source>
        <translation>Rappel par type de la référence</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>type</translation>
    </message>
    <message>
        <source>role</source>
        <translation>rôle</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>strict</translation>
    </message>
    <message>
        <source>begin</source>
        <translation>début</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>recouvr.</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>souple</translation>
    </message>
    <message>
        <source>token</source>
        <translation>token</translation>
    </message>
    <message>
        <source>content fragments</source>
        <translation>fragments du contenu</translation>
    </message>
    <message>
        <source>%1: full %2, linked %3 of %4; given overlapping content: %5 pairs, source strict %6, overlap %7</source>
        <translation>%1&#xa0;: complet %2, lié %3 sur %4&#x202f;; à contenu recouvrant&#xa0;: %5 paires, source strict %6, recouvrement %7</translation>
    </message>
    <message>
        <source>Attributions by kind</source>
        <translation>Attributions par type</translation>
    </message>
    <message>
        <source>full P</source>
        <translation>P complet</translation>
    </message>
    <message>
        <source>linked P</source>
        <translation>P lié</translation>
    </message>
    <message>
        <source>Of the linked ones, %1 have the kind that gold gives.</source>
        <translation>Parmi les attributions liées, %1 ont le type de la référence.</translation>
    </message>
    <message>
        <source>Precision by what made the prediction</source>
        <translation>Précision selon l’origine de la prédiction</translation>
    </message>
    <message>
        <source>made by</source>
        <translation>fait par</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>non précisé</translation>
    </message>
    <message>
        <source>Calibration: how many of a confidence are right</source>
        <translation>Calibration&#xa0;: combien sont justes à confiance donnée</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>confiance</translation>
    </message>
    <message>
        <source>attributions</source>
        <translation>attributions</translation>
    </message>
    <message>
        <source>mean confidence</source>
        <translation>confiance moyenne</translation>
    </message>
    <message numerus="yes">
        <source>Expected calibration error: %1 linked, %2 full; %n attribution(s) without a confidence left out</source>
        <translation>
            <numerusform>Erreur de calibration attendue&#xa0;: %1 lié, %2 complet&#x202f;; %n attribution sans confiance omise</numerusform>
            <numerusform>Erreur de calibration attendue&#xa0;: %1 lié, %2 complet&#x202f;; %n attributions sans confiance omises</numerusform>
        </translation>
    </message>
    <message>
        <source>What accepting all of a confidence and above gives</source>
        <translation>Ce que donne l’acceptation de tout à partir d’une confiance</translation>
    </message>
    <message>
        <source>from</source>
        <translation>à partir de</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>accepté</translation>
    </message>
    <message>
        <source>Claims, ranked by confidence</source>
        <translation>Affirmations, classées par confiance</translation>
    </message>
    <message>
        <source>ranked</source>
        <translation>classées</translation>
    </message>
    <message>
        <source>right</source>
        <translation>justes</translation>
    </message>
    <message>
        <source>average precision</source>
        <translation>précision moyenne</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>affirmations</translation>
    </message>
    <message>
        <source>Speakers of the linked attributions</source>
        <translation>Locuteurs des attributions liées</translation>
    </message>
    <message>
        <source>B-cubed P</source>
        <translation>P B-cubed</translation>
    </message>
    <message>
        <source>named in gold</source>
        <translation>nommés dans la réf.</translation>
    </message>
    <message>
        <source>rightly named</source>
        <translation>bien nommés</translation>
    </message>
    <message>
        <source>share</source>
        <translation>part</translation>
    </message>
    <message>
        <source>speakers</source>
        <translation>locuteurs</translation>
    </message>
    <message numerus="yes">
        <source>%n of them without a predicted speaker</source>
        <translation>
            <numerusform>dont %n sans locuteur prédit</numerusform>
            <numerusform>dont %n sans locuteur prédit</numerusform>
        </translation>
    </message>
    <message>
        <source>documents %1</source>
        <translation>documents %1</translation>
    </message>
    <message>
        <source>gold attributions %1</source>
        <translation>attributions de référence %1</translation>
    </message>
    <message>
        <source>predicted attributions %1</source>
        <translation>attributions prédites %1</translation>
    </message>
    <message>
        <source>missing documents %1</source>
        <translation>documents manquants %1</translation>
    </message>
    <message>
        <source>ignored documents %1</source>
        <translation>documents ignorés %1</translation>
    </message>
    <message>
        <source>dropped nested %1</source>
        <translation>imbriquées écartées %1</translation>
    </message>
    <message>
        <source>instances %1</source>
        <translation>instances %1</translation>
    </message>
    <message>
        <source>articles %1</source>
        <translation>articles %1</translation>
    </message>
    <message>
        <source>pairs of versions %1</source>
        <translation>paires de versions %1</translation>
    </message>
    <message numerus="yes">
        <source>All %n article(s) belong together in one group, which cannot be split.</source>
        <translation>
            <numerusform>L’unique article (%n) forme un seul groupe, qui ne peut pas être partagé.</numerusform>
            <numerusform>Les %n articles vont ensemble et forment un seul groupe, qui ne peut pas être partagé.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, too few for the %2 splits asked for.</source>
        <translation>%1, trop peu pour les %2 partitions demandées.</translation>
    </message>
    <message numerus="yes">
        <source>There are only %n group(s) of articles that belong together</source>
        <translation>
            <numerusform>Il n’y a que %n groupe d’articles allant ensemble</numerusform>
            <numerusform>Il n’y a que %n groupes d’articles allant ensemble</numerusform>
        </translation>
    </message>
    <message>
        <source>Group by less, or ask for fewer splits.</source>
        <translation>Groupez moins, ou demandez moins de partitions.</translation>
    </message>
</context>
<context>
    <name>Quoth::Rendering</name>
    <message>
        <source>%1: %2</source>
        <comment>a label, and the note on a span of it</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>dashed: not accepted yet</source>
        <translation>tirets&#xa0;: pas encore accepté</translation>
    </message>
    <message>
        <source>The picture would be %1 by %2 pixels, more than a picture can have. Write PDF or HTML instead.</source>
        <translation>L’image ferait %1 sur %2 pixels, plus qu’une image ne peut avoir. Écrivez plutôt du PDF ou du HTML.</translation>
    </message>
    <message>
        <source>There is not enough memory for the picture.</source>
        <translation>Il n’y a pas assez de mémoire pour l’image.</translation>
    </message>
    <message>
        <source>The pages could not be written.</source>
        <translation>Les pages n’ont pas pu être écrites.</translation>
    </message>
    <message>
        <source>The file&apos;s name must end in one of .%1.</source>
        <translation>Le nom du fichier doit finir par l’un de .%1.</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direct</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>indirect</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>mixte</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>suggéré</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>accepté</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejeté</translation>
    </message>
    <message>
        <source>no speaker</source>
        <translation>sans locuteur</translation>
    </message>
    <message>
        <source>the article</source>
        <translation>l’article</translation>
    </message>
    <message>
        <source>somebody unnamed</source>
        <translation>une personne non nommée</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>par %1</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>une personne</translation>
    </message>
    <message>
        <source>detector “%1”</source>
        <translation>détecteur «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importé</translation>
    </message>
    <message>
        <source>imported: %1</source>
        <translation>importé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Locuteur</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotateur</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>sans locuteur</translation>
    </message>
    <message>
        <source>Is the confidence true?</source>
        <translation>La confiance est-elle fiable&#x202f;?</translation>
    </message>
    <message>
        <source>share that is right</source>
        <translation>part de justes</translation>
    </message>
    <message>
        <source>perfect</source>
        <translation>parfait</translation>
    </message>
    <message>
        <source>confidence (bars: how many attributions)</source>
        <translation>confiance (barres&#xa0;: nombre d’attributions)</translation>
    </message>
    <message>
        <source>What “accept all from …” gives</source>
        <translation>Ce que donne «&#xa0;tout accepter à partir de…&#xa0;»</translation>
    </message>
    <message>
        <source>share</source>
        <translation>part</translation>
    </message>
    <message>
        <source>precision, linked</source>
        <translation>précision, lié</translation>
    </message>
    <message>
        <source>precision, exact</source>
        <translation>précision, exact</translation>
    </message>
    <message>
        <source>recall, linked</source>
        <translation>rappel, lié</translation>
    </message>
    <message>
        <source>recall, exact</source>
        <translation>rappel, exact</translation>
    </message>
    <message>
        <source>accepted from this confidence on</source>
        <translation>accepté à partir de cette confiance</translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s) with a confidence</source>
        <translation>
            <numerusform>%n attribution dotée d’une confiance</numerusform>
            <numerusform>%n attributions dotées d’une confiance</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: expected calibration error %2</source>
        <translation>%1&#xa0;: erreur de calibration attendue %2</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>lié</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exact</translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n attribution</numerusform>
            <numerusform>%n attributions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>%n locuteur</numerusform>
            <numerusform>%n locuteurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
    <message>
        <source>not “%1”</source>
        <comment>the title of an attribute</comment>
        <translation>pas «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Chapitres</translation>
    </message>
    <message>
        <source>The manual of Quoth</source>
        <translation>Le manuel de Quoth</translation>
    </message>
    <message>
        <source>The folder cannot be made.</source>
        <translation>Le dossier ne peut pas être créé.</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date, see QLocale::toString</comment>
        <translation>d MMM yyyy</translation>
    </message>
</context>
<context>
    <name>Quoth::Schema</name>
    <message>
        <source>A clause that states something that can be checked: a fact, a figure, a cause, a comparison. Leave out opinions, wishes and announcements. Who makes the claim follows from the quotation it stands in.</source>
        <translation>Une proposition qui énonce quelque chose de vérifiable&#xa0;: un fait, un chiffre, une cause, une comparaison. Laissez de côté opinions, souhaits et annonces. L’auteur de l’affirmation se déduit de la citation où elle se trouve.</translation>
    </message>
    <message>
        <source>Attribution &amp; claims</source>
        <translation>Attribution et affirmations</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>Attribution</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Affirmation</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Marqueur</translation>
    </message>
    <message>
        <source>Kind of claim</source>
        <translation>Type d’affirmation</translation>
    </message>
    <message>
        <source>One relation: content that is credited to a source by a cue. Several attributions may share a source; an attribution may stand inside the content of another.</source>
        <translation>Une relation&#xa0;: un contenu attribué à une source par un marqueur. Plusieurs attributions peuvent partager une source&#x202f;; une attribution peut se trouver dans le contenu d’une autre.</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Citation</translation>
    </message>
    <message>
        <source>Scare quote</source>
        <translation>Guillemets de distance</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Locuteur</translation>
    </message>
    <message>
        <source>The expression that reports: the whole verb group with auxiliaries and negation, a noun (“his view”), or “according to”. A colon that introduces the content belongs to it, a comma does not.</source>
        <translation>L’expression qui rapporte&#xa0;: tout le groupe verbal avec auxiliaires et négation, un nom («&#xa0;son avis&#xa0;»), ou «&#xa0;selon&#xa0;». Un deux-points qui introduit le contenu en fait partie, une virgule non.</translation>
    </message>
    <message>
        <source>The words that name who is credited: the whole noun phrase with title, apposition and what identifies the person, or a pronoun as it stands. “Kremlin aide Yuri Ushakov”, “the official”, “he”.</source>
        <translation>Les mots qui nomment la personne à qui l’on attribue&#xa0;: tout le groupe nominal avec titre, apposition et ce qui identifie la personne, ou un pronom tel quel. «&#xa0;Iouri Ouchakov, conseiller du Kremlin&#xa0;», «&#xa0;le responsable&#xa0;», «&#xa0;il&#xa0;».</translation>
    </message>
    <message>
        <source>What is credited, quoted or paraphrased. Quotation marks belong to it with all that stands inside them; so do “that”, “whether” and the “to” of an infinitive. The full stop of the writer’s own sentence does not. If the cue interrupts it, it is one quotation in two pieces.</source>
        <translation>Ce qui est attribué, cité ou paraphrasé. Les guillemets en font partie, avec tout ce qu’ils contiennent&#x202f;; de même «&#xa0;que&#xa0;», «&#xa0;si&#xa0;» et le «&#xa0;de&#xa0;» d’un infinitif. Le point final de la phrase du journaliste n’en fait pas partie. Si le marqueur l’interrompt, c’est une seule citation en deux morceaux.</translation>
    </message>
    <message>
        <source>Words in quotation marks by which the writer keeps a distance, without a statement quoted: the so-called ‘reform’. Titles of works and nicknames are none.</source>
        <translation>Mots entre guillemets par lesquels le journaliste prend ses distances, sans qu’un énoncé soit cité&#xa0;: la prétendue «&#xa0;réforme&#xa0;». Les titres d’œuvres et les surnoms n’en sont pas.</translation>
    </message>
    <message>
        <source>Worth checking</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>cause</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>comparaison</translation>
    </message>
    <message>
        <source>event</source>
        <translation>événement</translation>
    </message>
    <message>
        <source>law</source>
        <translation>loi</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>other</source>
        <translation>autre</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>qualité</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>quantité</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
</context>
<context>
    <name>Quoth::Storage</name>
    <message>
        <source>An entry of the operation log cannot be read.</source>
        <translation>Une entrée du journal des opérations ne peut pas être lue.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing. Install it (Debian: libqt6sql6-sqlite) and try again.</source>
        <translation>Le pilote SQLite de Qt manque. Installez-le (Debian&#xa0;: libqt6sql6-sqlite) et réessayez.</translation>
    </message>
    <message>
        <source>Another program is using the project. Close it there and try again.</source>
        <translation>Un autre programme utilise le projet. Fermez-le dans ce programme et réessayez.</translation>
    </message>
    <message>
        <source>The project cannot be written: the file or its folder is read-only. Copy it to a place you may write to.</source>
        <translation>Le projet ne peut pas être écrit&#xa0;: le fichier ou son dossier est en lecture seule. Copiez-le à un endroit où vous pouvez écrire.</translation>
    </message>
    <message>
        <source>The disk reported a fault. Nothing of the edit was kept; check the disk and try again.</source>
        <translation>Le disque a signalé une erreur. La modification n’a pas été conservée&#x202f;; vérifiez le disque et réessayez.</translation>
    </message>
    <message>
        <source>The project file is damaged. Work on a copy of it: &quot;sqlite3 FILE .recover&quot; can save what is readable.</source>
        <translation>Le fichier du projet est endommagé. Travaillez sur une copie&#xa0;: «&#xa0;sqlite3 FILE .recover&#xa0;» peut sauver ce qui est lisible.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing of the edit was kept; free some space and try again.</source>
        <translation>Le disque est plein. La modification n’a pas été conservée&#x202f;; libérez de la place et réessayez.</translation>
    </message>
    <message>
        <source>The file cannot be opened. Check that it is there and that you may read it.</source>
        <translation>Le fichier ne peut pas être ouvert. Vérifiez qu’il existe et que vous avez le droit de le lire.</translation>
    </message>
    <message>
        <source>That does not fit what is in the project (%1). Nothing of it was kept.</source>
        <translation>Cela ne s’accorde pas avec le contenu du projet (%1). Rien n’en a été conservé.</translation>
    </message>
    <message>
        <source>The database refused: %1</source>
        <translation>La base de données a refusé&#xa0;: %1</translation>
    </message>
    <message>
        <source>The project was written by a newer Quoth (file version %1, this program knows %2). Install the newer program to open it.</source>
        <translation>Le projet a été écrit par un Quoth plus récent (version de fichier %1, ce programme connaît %2). Installez ce programme plus récent pour l’ouvrir.</translation>
    </message>
    <message>
        <source>The project is already open in %1 (process %2 on %3). Close it there first.</source>
        <translation>Le projet est déjà ouvert dans %1 (processus %2 sur %3). Fermez-le d’abord dans ce programme.</translation>
    </message>
    <message>
        <source>The folder of the project is read-only, so that edits could not be kept. Copy the project to a place you may write to.</source>
        <translation>Le dossier du projet est en lecture seule&#xa0;: les modifications ne pourraient pas être conservées. Copiez le projet à un endroit où vous pouvez écrire.</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name.</source>
        <translation>Il y a déjà un fichier de ce nom. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>The folder for the project does not exist. Make it first.</source>
        <translation>Le dossier du projet n’existe pas. Créez-le d’abord.</translation>
    </message>
    <message>
        <source>The project is read-only, so that edits could not be kept. Copy it to a place you may write to.</source>
        <translation>Le projet est en lecture seule&#xa0;: les modifications ne pourraient pas être conservées. Copiez-le à un endroit où vous pouvez écrire.</translation>
    </message>
    <message>
        <source>The project file is damaged (%1). Take it from a backup, or work on a copy of it: &quot;sqlite3 FILE .recover&quot; can save what is readable.</source>
        <translation>Le fichier du projet est endommagé (%1). Reprenez-le d’une sauvegarde, ou travaillez sur une copie&#xa0;: «&#xa0;sqlite3 FILE .recover&#xa0;» peut sauver ce qui est lisible.</translation>
    </message>
    <message>
        <source>The project&apos;s schema cannot be read: %1</source>
        <translation>Le schéma du projet ne peut pas être lu&#xa0;: %1</translation>
    </message>
    <message>
        <source>The project has no article %1.</source>
        <translation>Le projet n’a pas d’article %1.</translation>
    </message>
    <message>
        <source>import %1</source>
        <translation>importer %1</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>Arrêté&#x202f;; rien n’a été changé.</translation>
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation>La vérification a été interrompue.</translation>
    </message>
    <message>
        <source>The file is damaged: %1.</source>
        <translation>Le fichier est endommagé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>It refers to a row of %1 that is not there.</source>
        <translation>Renvoi à une ligne de %1 qui n’existe pas.</translation>
    </message>
    <message>
        <source>The text is not the one that was imported: its SHA-256 differs.</source>
        <translation>Le texte n’est pas celui qui a été importé&#xa0;: son SHA-256 diffère.</translation>
    </message>
    <message>
        <source>The fragments of the span overlap, touch or are out of order.</source>
        <translation>Les fragments du segment se chevauchent, se touchent ou sont dans le désordre.</translation>
    </message>
    <message>
        <source>The schema has no label &quot;%1&quot;.</source>
        <translation>Le schéma n’a pas d’étiquette «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The schema has no frame &quot;%1&quot;.</source>
        <translation>Le schéma n’a pas de cadre «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>It is filled by a span of another article.</source>
        <translation>Le rôle est occupé par un segment d’un autre article.</translation>
    </message>
    <message>
        <source>There is no such file. Make a project with &quot;quoth new&quot;.</source>
        <translation>Il n’y a pas de fichier de ce nom. Créez un projet avec «&#xa0;quoth new&#xa0;».</translation>
    </message>
    <message>
        <source>This is a folder, not a Quoth project.</source>
        <translation>C’est un dossier, pas un projet Quoth.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Le fichier ne peut pas être lu&#xa0;: %1.</translation>
    </message>
    <message>
        <source>This is no Quoth project. To work on an article, import it into a project.</source>
        <translation>Ce n’est pas un projet Quoth. Pour travailler sur un article, importez-le dans un projet.</translation>
    </message>
    <message>
        <source>The project file is damaged: it ends within its first page.</source>
        <translation>Le fichier du projet est endommagé&#xa0;: il s’arrête avant la fin de sa première page.</translation>
    </message>
    <message>
        <source>This is an SQLite database, but not a Quoth project.</source>
        <translation>C’est une base de données SQLite, mais pas un projet Quoth.</translation>
    </message>
    <message>
        <source>The project file is damaged: %1 of %2 bytes are there. Take it from a backup, or work on a copy of it: &quot;sqlite3 FILE .recover&quot; can save what is readable.</source>
        <translation>Le fichier du projet est endommagé&#xa0;: il y a %1 octets sur %2. Reprenez-le d’une sauvegarde, ou travaillez sur une copie&#xa0;: «&#xa0;sqlite3 FILE .recover&#xa0;» peut sauver ce qui est lisible.</translation>
    </message>
    <message>
        <source>The project has no release %1; &quot;quoth release PROJECT --list&quot; shows those it has.</source>
        <translation>Le projet n’a pas de publication %1&#x202f;; «&#xa0;quoth release PROJECT --list&#xa0;» montre celles qu’il contient.</translation>
    </message>
    <message>
        <source>Span %1 of article %2 lies outside its text. Run &quot;quoth check&quot; on the project.</source>
        <translation>Le segment %1 de l’article %2 se trouve hors de son texte. Lancez «&#xa0;quoth check&#xa0;» sur le projet.</translation>
    </message>
    <message>
        <source>A project cannot be without a schema.</source>
        <translation>Un projet ne peut pas se passer de schéma.</translation>
    </message>
    <message>
        <source>A span without text cannot be stored.</source>
        <translation>Un segment sans texte ne peut pas être enregistré.</translation>
    </message>
    <message>
        <source>A span from %1 to %2 does not fit the text of %3 characters.</source>
        <translation>Un segment de %1 à %2 ne tient pas dans le texte de %3 caractères.</translation>
    </message>
    <message>
        <source>The schema has no label &quot;%1&quot;. Nothing of the edit was kept.</source>
        <translation>Le schéma n’a pas d’étiquette «&#xa0;%1&#xa0;». La modification n’a pas été conservée.</translation>
    </message>
    <message>
        <source>The schema has no frame &quot;%1&quot;. Nothing of the edit was kept.</source>
        <translation>Le schéma n’a pas de cadre «&#xa0;%1&#xa0;». La modification n’a pas été conservée.</translation>
    </message>
    <message numerus="yes">
        <source>The label “%1” is still on %n span(s). Relabel or delete what has it first.</source>
        <translation>
            <numerusform>L’étiquette «&#xa0;%1&#xa0;» est encore sur %n segment. Réétiquetez-le ou supprimez-le d’abord.</numerusform>
            <numerusform>L’étiquette «&#xa0;%1&#xa0;» est encore sur %n segments. Réétiquetez-les ou supprimez-les d’abord.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are still attributions of the frame &quot;%1&quot;. Delete them first.</source>
        <translation>Il y a encore des attributions du cadre «&#xa0;%1&#xa0;». Supprimez-les d’abord.</translation>
    </message>
    <message numerus="yes">
        <source>The role “%1” is still filled by %n span(s). Empty it first.</source>
        <translation>
            <numerusform>Le rôle «&#xa0;%1&#xa0;» est encore occupé par %n segment. Videz-le d’abord.</numerusform>
            <numerusform>Le rôle «&#xa0;%1&#xa0;» est encore occupé par %n segments. Videz-le d’abord.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Tasks</name>
    <message>
        <source>import %1</source>
        <translation>importer %1</translation>
    </message>
    <message numerus="yes">
        <source>import %n file(s)</source>
        <translation>
            <numerusform>importer %n fichier</numerusform>
            <numerusform>importer %n fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>The project has another text under the id &quot;%1&quot;; this one became &quot;%2&quot;.</source>
        <translation>Le projet a un autre texte sous l’identifiant «&#xa0;%1&#xa0;»&#x202f;; celui-ci est devenu «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” is nearly the same as “%2”: %3 % of the words.</source>
        <translation>«&#xa0;%1&#xa0;» est presque identique à «&#xa0;%2&#xa0;»&#xa0;: %3&#xa0;% de mots communs.</translation>
    </message>
    <message>
        <source>Further articles are nearly the same as others; they are not listed.</source>
        <translation>D’autres articles encore sont presque identiques à des articles existants&#x202f;; ils ne sont pas énumérés.</translation>
    </message>
    <message>
        <source>bring back article</source>
        <translation>remettre l’article dans le projet</translation>
    </message>
    <message>
        <source>import annotations from %1</source>
        <translation>importer des annotations de %1</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>C’est un dossier, pas un fichier.</translation>
    </message>
    <message>
        <source>The line is longer than a record may be.</source>
        <translation>La ligne est plus longue qu’un enregistrement ne peut l’être.</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>ce n’est pas un objet</translation>
    </message>
    <message>
        <source>The line is not a JSON record (%1). One JSON object a line is needed, or a project.</source>
        <translation>La ligne n’est pas un enregistrement JSON (%1). Il faut un objet JSON par ligne, ou un projet.</translation>
    </message>
    <message>
        <source>The document is there more than once. Several annotators&apos; versions of an article are for --agreement.</source>
        <translation>Le document s’y trouve plus d’une fois. Les versions d’un article par plusieurs annotateurs sont pour --agreement.</translation>
    </message>
    <message>
        <source>%1, document %2</source>
        <translation>%1, document %2</translation>
    </message>
    <message>
        <source>There is no document in it to measure against.</source>
        <translation>Il ne contient aucun document auquel comparer.</translation>
    </message>
    <message>
        <source>There is no document in it.</source>
        <translation>Il ne contient aucun document.</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Arrêté&#x202f;; rien n’a été écrit.</translation>
    </message>
    <message>
        <source>Learning was stopped; nothing has changed.</source>
        <translation>L’apprentissage a été arrêté&#x202f;; rien n’a changé.</translation>
    </message>
    <message>
        <source>Nothing was learned in this project yet. Decide on the suggestions of an article, then learn.</source>
        <translation>Rien n’a encore été appris dans ce projet. Traitez les suggestions d’un article, puis lancez l’apprentissage.</translation>
    </message>
    <message>
        <source>This Quoth was built without a trained model, so that nothing can be learned. Name a model that &quot;quoth train&quot; made.</source>
        <translation>Ce Quoth a été compilé sans modèle entraîné&#xa0;: rien ne peut être appris. Indiquez un modèle produit par «&#xa0;quoth train&#xa0;».</translation>
    </message>
    <message>
        <source>There is no version %1 of what was learned. The last %2 are kept.</source>
        <translation>Il n’y a pas de version %1 de ce qui a été appris. Les %2 dernières sont conservées.</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>Modèle entraîné</translation>
    </message>
    <message>
        <source>What was learned belongs to the model %1, and this is %2. Learn anew with this one first.</source>
        <translation>Ce qui a été appris appartient au modèle %1, et celui-ci est %2. Relancez d’abord l’apprentissage avec celui-ci.</translation>
    </message>
    <message>
        <source>%1: more often in no attribution</source>
        <translation>%1&#xa0;: plus souvent hors de toute attribution</translation>
    </message>
    <message>
        <source>%1: less often in no attribution</source>
        <translation>%1&#xa0;: moins souvent hors de toute attribution</translation>
    </message>
    <message>
        <source>%1: begins a source more often</source>
        <translation>%1&#xa0;: commence plus souvent une source</translation>
    </message>
    <message>
        <source>%1: begins a source less often</source>
        <translation>%1&#xa0;: commence moins souvent une source</translation>
    </message>
    <message>
        <source>%1: goes on in a source more often</source>
        <translation>%1&#xa0;: continue plus souvent une source</translation>
    </message>
    <message>
        <source>%1: goes on in a source less often</source>
        <translation>%1&#xa0;: continue moins souvent une source</translation>
    </message>
    <message>
        <source>%1: begins a cue more often</source>
        <translation>%1&#xa0;: commence plus souvent un marqueur</translation>
    </message>
    <message>
        <source>%1: begins a cue less often</source>
        <translation>%1&#xa0;: commence moins souvent un marqueur</translation>
    </message>
    <message>
        <source>%1: goes on in a cue more often</source>
        <translation>%1&#xa0;: continue plus souvent un marqueur</translation>
    </message>
    <message>
        <source>%1: goes on in a cue less often</source>
        <translation>%1&#xa0;: continue moins souvent un marqueur</translation>
    </message>
    <message>
        <source>%1: begins a content more often</source>
        <translation>%1&#xa0;: commence plus souvent un contenu</translation>
    </message>
    <message>
        <source>%1: begins a content less often</source>
        <translation>%1&#xa0;: commence moins souvent un contenu</translation>
    </message>
    <message>
        <source>%1: goes on in a content more often</source>
        <translation>%1&#xa0;: continue plus souvent un contenu</translation>
    </message>
    <message>
        <source>%1: goes on in a content less often</source>
        <translation>%1&#xa0;: continue moins souvent un contenu</translation>
    </message>
    <message>
        <source>nothing is learned</source>
        <translation>rien n’est appris</translation>
    </message>
    <message>
        <source>not used yet: it has not been seen to help</source>
        <translation>pas encore employé&#xa0;: rien ne montre que cela aide</translation>
    </message>
    <message>
        <source>used a little: it has helped somewhat so far</source>
        <translation>un peu employé&#xa0;: cela a aidé quelque peu jusqu’ici</translation>
    </message>
    <message>
        <source>used for the most part: it has helped so far</source>
        <translation>employé pour l’essentiel&#xa0;: cela a aidé jusqu’ici</translation>
    </message>
    <message>
        <source>used in full: it has helped so far</source>
        <translation>pleinement employé&#xa0;: cela a aidé jusqu’ici</translation>
    </message>
    <message>
        <source>The site does not give the page to programs (status %1). Save it from your browser and import the file.</source>
        <translation>Le site refuse cette page aux programmes (code %1). Enregistrez-la depuis votre navigateur et importez le fichier.</translation>
    </message>
    <message>
        <source>The site has no page at this address (status %1).</source>
        <translation>Le site n’a pas de page à cette adresse (code %1).</translation>
    </message>
    <message>
        <source>The site could not give the page (status %1). Try again later, or save it from your browser.</source>
        <translation>Le site n’a pas pu fournir la page (code %1). Réessayez plus tard, ou enregistrez-la depuis votre navigateur.</translation>
    </message>
    <message>
        <source>There is no site of that name; is the address right, and the network up?</source>
        <translation>Il n’y a pas de site de ce nom&#x202f;; l’adresse est-elle juste, et le réseau disponible&#x202f;?</translation>
    </message>
    <message>
        <source>The site did not answer within 30 seconds.</source>
        <translation>Le site n’a pas répondu dans les 30 secondes.</translation>
    </message>
    <message>
        <source>The page could not be fetched: %1</source>
        <translation>La page n’a pas pu être récupérée&#xa0;: %1</translation>
    </message>
    <message>
        <source>This is no address of a web page; one looks like https://example.org/news/article.</source>
        <translation>Ce n’est pas l’adresse d’une page web&#x202f;; une telle adresse ressemble à https://example.org/news/article.</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>Arrêté&#x202f;; rien n’a été changé.</translation>
    </message>
    <message>
        <source>There is more than %1 MB at this address; that is no article.</source>
        <translation>Il y a plus de %1&#xa0;Mo à cette adresse&#x202f;; ce n’est pas un article.</translation>
    </message>
    <message>
        <source>The page is empty.</source>
        <translation>La page est vide.</translation>
    </message>
    <message>
        <source>No licence is given; without one nobody may use the dataset.</source>
        <translation>Aucune licence n’est donnée&#x202f;; sans licence, personne n’a le droit d’utiliser le jeu de données.</translation>
    </message>
    <message>
        <source>No article says its language, so that the card names none.</source>
        <translation>Aucun article n’indique sa langue&#x202f;; la carte n’en nomme donc aucune.</translation>
    </message>
    <message>
        <source>No article has a field &quot;%1&quot;; there are: %2.</source>
        <translation>Aucun article n’a de champ «&#xa0;%1&#xa0;»&#x202f;; il y a&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The schema has no label or frame type &quot;%1&quot;; there are: %2.</source>
        <translation>Le schéma n’a ni étiquette ni type de cadre «&#xa0;%1&#xa0;»&#x202f;; il y a&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The project has no article &quot;%1&quot;. &quot;quoth list&quot; shows the articles it has.</source>
        <translation>Le projet n’a pas d’article «&#xa0;%1&#xa0;». «&#xa0;quoth list&#xa0;» montre ceux qu’il contient.</translation>
    </message>
    <message>
        <source>%1 got %2 % of the articles rather than %3 %, as whole groups allow or earlier releases left it.</source>
        <translation>%1 a reçu %2&#xa0;% des articles au lieu de %3&#xa0;%, selon ce que permettent des groupes entiers ou ce qu’ont fixé les publications antérieures.</translation>
    </message>
    <message>
        <source>Articles without &quot;%1&quot; are not grouped by it.</source>
        <translation>Les articles sans «&#xa0;%1&#xa0;» ne sont pas groupés d’après ce champ.</translation>
    </message>
    <message>
        <source>No article of the project fits what was asked for.</source>
        <translation>Aucun article du projet ne répond à la demande.</translation>
    </message>
    <message>
        <source>Articles are in another split than in an earlier release, because they belong together with others now.</source>
        <translation>Des articles sont dans une autre partition que dans une publication antérieure, parce qu’ils vont maintenant avec d’autres.</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>est inconnu</translation>
    </message>
    <message>
        <source>In the recipe, &quot;%1&quot; %2.</source>
        <translation>Dans la recette, «&#xa0;%1&#xa0;» %2.</translation>
    </message>
    <message>
        <source>is no text</source>
        <translation>n’est pas un texte</translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation>n’est ni true ni false</translation>
    </message>
    <message>
        <source>is no list of texts</source>
        <translation>n’est pas une liste de textes</translation>
    </message>
    <message>
        <source>holds &quot;%1&quot;, which is not known</source>
        <translation>contient «&#xa0;%1&#xa0;», qui est inconnu</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;, which is not known</source>
        <translation>est «&#xa0;%1&#xa0;», qui est inconnu</translation>
    </message>
    <message>
        <source>is no object</source>
        <translation>n’est pas un objet</translation>
    </message>
    <message>
        <source>Shares are positive numbers for some of train, validation and test: 80,10,10 or train=4,test=1.</source>
        <translation>Les parts sont des nombres positifs pour certains de train, validation et test&#xa0;: 80,10,10 ou train=4,test=1.</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>est vide</translation>
    </message>
    <message>
        <source>holds something else than texts</source>
        <translation>contient autre chose que des textes</translation>
    </message>
    <message>
        <source>holds something else than positive numbers for train, validation and test</source>
        <translation>contient autre chose que des nombres positifs pour train, validation et test</translation>
    </message>
    <message>
        <source>is no whole number from 0 to 4294967295</source>
        <translation>n’est pas un nombre entier de 0 à 4294967295</translation>
    </message>
    <message>
        <source>is no number from 0 to 1</source>
        <translation>n’est pas un nombre de 0 à 1</translation>
    </message>
    <message>
        <source>is not &quot;%1&quot;</source>
        <translation>n’est pas «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>The recipe is no JSON: %1</source>
        <translation>La recette n’est pas du JSON&#xa0;: %1</translation>
    </message>
    <message>
        <source>The recipe is no JSON object.</source>
        <translation>La recette n’est pas un objet JSON.</translation>
    </message>
    <message>
        <source>There is no schema file of this name, nor does the program carry such a schema (it has %1).</source>
        <translation>Il n’y a pas de fichier de schéma de ce nom, et le programme ne fournit pas non plus de tel schéma (il a %1).</translation>
    </message>
    <message>
        <source>suggest with %1</source>
        <translation>suggérer avec %1</translation>
    </message>
    <message>
        <source>Stopped; %1 of %2 articles have their suggestions.</source>
        <translation>Arrêté&#x202f;; %1 articles sur %2 ont leurs suggestions.</translation>
    </message>
    <message>
        <source>There are no accepted attributions to learn from.</source>
        <translation>Il n’y a pas d’attributions acceptées à partir desquelles apprendre.</translation>
    </message>
    <message>
        <source>The vectors of words cannot be read: %1</source>
        <translation>Les vecteurs de mots ne peuvent pas être lus&#xa0;: %1</translation>
    </message>
    <message>
        <source>This model has no vectors of words.</source>
        <translation>Ce modèle n’a pas de vecteurs de mots.</translation>
    </message>
    <message>
        <source>Teachers</source>
        <translation>Enseignants</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>The project&apos;s label schema has no &quot;%1&quot;: what has this label is kept, but not shown. Add the label in Annotate, Labels and roles.</source>
        <translation>Le schéma d’étiquettes du projet n’a pas «&#xa0;%1&#xa0;»&#xa0;: ce qui porte cette étiquette est conservé, mais pas affiché. Ajoutez l’étiquette dans Annoter, Étiquettes et rôles.</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <comment>what of a word, and the word</comment>
        <translation>%1 «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>One of %1; this time only.</source>
        <translation>L’une des valeurs %1&#x202f;; cette fois seulement.</translation>
    </message>
    <message>
        <source>Open PROJECT, and make the sample project of it where it is not there yet.</source>
        <translation>Ouvrir PROJECT, créé comme projet d’exemple s’il n’existe pas encore.</translation>
    </message>
    <message>
        <source>Nothing in it is labelled: no highlight of these articles is in the chosen states. Suggestions have to be accepted first, or chosen as well.</source>
        <translation>Rien n’y est étiqueté&#xa0;: aucun surlignage de ces articles n’est dans les états choisis. Les suggestions doivent d’abord être acceptées, ou choisies aussi.</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::ArticleView</name>
    <message>
        <source>Article text</source>
        <translation>Texte de l’article</translation>
    </message>
    <message>
        <source>; in </source>
        <translation>&#x202f;; dans </translation>
    </message>
    <message>
        <source>In hand: %1</source>
        <translation>Élément actif&#xa0;: %1</translation>
    </message>
    <message>
        <source>At the caret: %1</source>
        <translation>Au curseur&#xa0;: %1</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>encore rien</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::Balloon</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Précédent</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>En&amp;d tour</source>
        <translation>&amp;Quitter la visite</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Do&amp;ne</source>
        <translation>&amp;Terminer</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::Card</name>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Take what is proposed</source>
        <translation>Prendre la proposition</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Écarter</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>Tapez une commande</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Trouver une commande</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>Commandes trouvées</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::FindBar</name>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Respecter la casse</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Mots entiers</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>Chercher dans cet article</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Words to find in this article</source>
        <translation>Mots à chercher dans cet article</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Esc: back to the article, with what was found selected</source>
        <translation>Échap&#xa0;: retour à l’article, le passage trouvé restant sélectionné</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n trouvé</numerusform>
            <numerusform>%n trouvés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>from the top</source>
        <translation>depuis le début</translation>
    </message>
    <message>
        <source>from the end</source>
        <translation>depuis la fin</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Maj+Entrée</translation>
    </message>
    <message>
        <source>Shift+Enter, or %1 in the article</source>
        <comment>a key</comment>
        <translation>Maj+Entrée, ou %1 dans l’article</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Enter, or %1 in the article</source>
        <comment>a key</comment>
        <translation>Entrée, ou %1 dans l’article</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::GuidelinePanel</name>
    <message>
        <source>  key %1</source>
        <comment>the key of a label</comment>
        <translation>  touche %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::KeyCapture</name>
    <message>
        <source>Press a key</source>
        <translation>Appuyez sur une touche</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::LabelButton</name>
    <message>
        <source>Key %1. %2</source>
        <translation>Touche %1. %2</translation>
    </message>
    <message>
        <source>%1, sticks</source>
        <translation>%1, persistante</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::LabelPalette</name>
    <message>
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::LegendRow</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::MarkPreview</name>
    <message>
        <source>How the marks look on light and on dark</source>
        <translation>Les formes sur fond clair et sur fond sombre</translation>
    </message>
    <message>
        <source>some words</source>
        <translation>quelques mots</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::ProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>%1 percent</source>
        <translation>%1 pour cent</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::SpanList</name>
    <message>
        <source>Highlights in this place</source>
        <translation>Surlignages à cet endroit</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows</name>
    <message>
        <source>Opens the window on a project or on articles.</source>
        <translation>Ouvre la fenêtre sur un projet ou des articles.</translation>
    </message>
    <message>
        <source>A project, or articles.</source>
        <translation>Un projet, ou des articles.</translation>
    </message>
    <message>
        <source>analyst</source>
        <translation>analyste</translation>
    </message>
    <message>
        <source>person</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>organisation</translation>
    </message>
    <message>
        <source>country</source>
        <translation>pays</translation>
    </message>
    <message>
        <source>group</source>
        <translation>groupe</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonyme</translation>
    </message>
    <message>
        <source>the article</source>
        <translation>l’article</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AcceptAllDialog</name>
    <message>
        <source>Accept all that are sure</source>
        <translation>Accepter tout ce qui est sûr</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>Confiance minimale</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>&amp;Confidence at least</source>
        <translation>&amp;Confiance d’au moins</translation>
    </message>
    <message>
        <source>No open suggestion of this article is that sure.</source>
        <translation>Aucune suggestion en attente dans cet article n’est aussi sûre.</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) of this article will be accepted. Undo takes it back in one step.</source>
        <translation>
            <numerusform>%n suggestion de cet article sera acceptée. Cela pourra être annulé en une seule étape.</numerusform>
            <numerusform>%n suggestions de cet article seront acceptées. Cela pourra être annulé en une seule étape.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ActionGroups</name>
    <message>
        <source>Label the selected words</source>
        <translation>Étiqueter les mots sélectionnés</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Révision</translation>
    </message>
    <message>
        <source>Go and take in hand</source>
        <translation>Se déplacer et activer</translation>
    </message>
    <message>
        <source>Change what is in hand</source>
        <translation>Modifier l’élément actif</translation>
    </message>
    <message>
        <source>Articles and projects</source>
        <translation>Articles et projets</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Autres</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AddressDialog</name>
    <message>
        <source>Import from an address</source>
        <translation>Importer depuis une adresse</translation>
    </message>
    <message>
        <source>&amp;Address of the article:</source>
        <translation>&amp;Adresse de l’article&#xa0;:</translation>
    </message>
    <message>
        <source>Address of the article</source>
        <translation>Adresse de l’article</translation>
    </message>
    <message>
        <source>Only this page is fetched, none of its pictures, and nothing is sent but the address. What needs a login has to be saved from a browser.</source>
        <translation>Seule cette page est récupérée, sans aucune de ses images, et rien n’est envoyé hormis l’adresse. Ce qui exige de s’identifier doit être enregistré depuis un navigateur.</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>Récupération</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>&amp;Récupérer</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ArticleListDock</name>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>&amp;Next article</source>
        <translation>Article &amp;suivant</translation>
    </message>
    <message>
        <source>&amp;Previous article</source>
        <translation>Article &amp;précédent</translation>
    </message>
    <message>
        <source>&amp;Find an article</source>
        <translation>&amp;Trouver un article</translation>
    </message>
    <message>
        <source>Articles with the &amp;least sure suggestions first</source>
        <translation>Suggestions les &amp;moins sûres d’abord</translation>
    </message>
    <message>
        <source>Show the &amp;original page</source>
        <translation>Afficher la page d’&amp;origine</translation>
    </message>
    <message>
        <source>Opens the page or document the article was read from, as it was then, in the program for it</source>
        <translation>Ouvre la page ou le document d’où l’article a été lu, tel qu’il était alors, dans le programme associé</translation>
    </message>
    <message>
        <source>&amp;Remove article from the project</source>
        <translation>&amp;Retirer l’article du projet</translation>
    </message>
    <message>
        <source>Takes the open article, or those chosen in the list, out of the project; undo brings them back</source>
        <translation>Retire du projet l’article ouvert, ou ceux choisis dans la liste&#x202f;; «&#xa0;Annuler&#xa0;» les remet</translation>
    </message>
    <message>
        <source>Filter or search the articles</source>
        <translation>Filtrer ou chercher dans les textes</translation>
    </message>
    <message>
        <source>Filter the articles</source>
        <translation>Filtrer les articles</translation>
    </message>
    <message>
        <source>This article came without a page or document of its own.</source>
        <translation>Cet article n’a ni page ni document d’origine.</translation>
    </message>
    <message numerus="yes">
        <source>remove %n article(s)</source>
        <translation>
            <numerusform>retirer %n article</numerusform>
            <numerusform>retirer %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) removed; undo brings them back</source>
        <translation>
            <numerusform>%n article retiré&#x202f;; «&#xa0;Annuler&#xa0;» le remet</numerusform>
            <numerusform>%n articles retirés&#x202f;; «&#xa0;Annuler&#xa0;» les remet</numerusform>
        </translation>
    </message>
    <message>
        <source>No article has “%1” in its title, outlet, id or text.</source>
        <translation>Aucun article n’a «&#xa0;%1&#xa0;» dans son titre, son média, son identifiant ou son texte.</translation>
    </message>
    <message>
        <source>No articles yet.

Open article files, or drop them here: text, saved web pages, JSON Lines, or a brat folder.</source>
        <translation>Pas encore d’articles.

Ouvrez des fichiers d’articles, ou déposez-les ici&#xa0;: texte, pages web enregistrées, JSON Lines ou un dossier brat.</translation>
    </message>
    <message>
        <source>Article &amp;details…</source>
        <translation>&amp;Détails de l’article…</translation>
    </message>
    <message>
        <source>Title, outlet, author, date, address and language of the open article</source>
        <translation>Titre, média, auteur, date, adresse et langue de l’article ouvert</translation>
    </message>
    <message>
        <source>change article details</source>
        <translation>modifier les détails de l’article</translation>
    </message>
    <message>
        <source>No articles yet.

Import some by %1, or drop files here: text, saved web pages, documents, tables, and what other annotation tools write.</source>
        <translation>Pas encore d’articles.

Importez-en avec %1, ou déposez des fichiers ici&#xa0;: texte, pages web enregistrées, documents, tables, et ce qu’écrivent d’autres outils d’annotation.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) copied, with all that is labelled in them</source>
        <translation>
            <numerusform>%n article copié, avec tout ce qui y est étiqueté</numerusform>
            <numerusform>%n articles copiés, avec tout ce qui y est étiqueté</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ArticleListModel</name>
    <message>
        <source>no highlights yet</source>
        <translation>pas encore de surlignages</translation>
    </message>
    <message>
        <source>done ✓</source>
        <translation>terminé ✓</translation>
    </message>
    <message numerus="yes">
        <source>new · %n suggestion(s)</source>
        <translation>
            <numerusform>nouveau · %n suggestion</numerusform>
            <numerusform>nouveau · %n suggestions</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 reviewed</source>
        <translation>%1 sur %2 révisés</translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n attribution</numerusform>
            <numerusform>%n attributions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ArticlePane</name>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Agrandir le texte</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Réduire le texte</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Taille normale du texte</translation>
    </message>
    <message>
        <source>Take the highlight at the caret</source>
        <translation>Activer le surlignage au curseur</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Relâcher</translation>
    </message>
    <message>
        <source>Find in article…</source>
        <translation>Chercher dans l’article…</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Occurrence suivante</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Occurrence précédente</translation>
    </message>
    <message>
        <source>Suggested and accepted</source>
        <translation>Suggérés et acceptés</translation>
    </message>
    <message>
        <source>Suggested only</source>
        <translation>Suggérés seulement</translation>
    </message>
    <message>
        <source>Accepted only</source>
        <translation>Acceptés seulement</translation>
    </message>
    <message>
        <source>All, also rejected</source>
        <translation>Tous, même rejetés</translation>
    </message>
    <message>
        <source>Colours: %1</source>
        <translation>Couleurs&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AssignKeyDialog</name>
    <message>
        <source>Choose a key</source>
        <translation>Choisir une touche</translation>
    </message>
    <message>
        <source>Press the key for “%1”.</source>
        <translation>Appuyez sur la touche pour «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Any key, alone or with Ctrl, Alt and Shift. Esc leaves all as it is.</source>
        <translation>N’importe quelle touche, seule ou avec Ctrl, Alt et Maj. Échap laisse tout en l’état.</translation>
    </message>
    <message>
        <source>Set key</source>
        <translation>Définir</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>La reprendre</translation>
    </message>
    <message>
        <source>%1 Press another.</source>
        <translation>%1 Appuyez sur une autre.</translation>
    </message>
    <message>
        <source>“%1” has this key. Taken from there, it has it no more.</source>
        <translation>«&#xa0;%1&#xa0;» a cette touche et la perdra si vous la reprenez.</translation>
    </message>
    <message>
        <source>This key is free.</source>
        <translation>Cette touche est libre.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AttributeFields</name>
    <message>
        <source>not given</source>
        <translation>non précisé</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::BulkDialog</name>
    <message>
        <source>What will be done</source>
        <translation>Ce qui sera fait</translation>
    </message>
    <message>
        <source>How many of what</source>
        <translation>Décompte par étiquette et par état</translation>
    </message>
    <message>
        <source>%1 many</source>
        <translation>%1 par lot</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>Which items</source>
        <translation>Éléments visés</translation>
    </message>
    <message>
        <source>all in the list</source>
        <translation>tous ceux de la liste</translation>
    </message>
    <message>
        <source>Which items:</source>
        <translation>Éléments visés&#xa0;:</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Nouvelle étiquette</translation>
    </message>
    <message>
        <source>New &amp;label:</source>
        <translation>Nouvelle éti&amp;quette&#xa0;:</translation>
    </message>
    <message>
        <source>In &amp;this article</source>
        <translation>Dans cet &amp;article</translation>
    </message>
    <message>
        <source>In all articles of the &amp;project</source>
        <translation>Dans tous les articles du &amp;projet</translation>
    </message>
    <message>
        <source>Where:</source>
        <translation>Où&#xa0;:</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>Réétiqueter</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Décompte…</translation>
    </message>
    <message>
        <source>No span of these can have that label, or all have it already.</source>
        <translation>Aucun de ces segments ne peut avoir cette étiquette, ou tous l’ont déjà.</translation>
    </message>
    <message>
        <source>Nothing would change: all of these are so already.</source>
        <translation>Rien ne changerait&#xa0;: c’est déjà le cas de tous.</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n article(s) will change.</source>
        <translation>
            <numerusform>Changement prévu&#xa0;: %1 dans %n article.</numerusform>
            <numerusform>Changement prévu&#xa0;: %1 dans %n articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n élément</numerusform>
            <numerusform>%n éléments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of this article will change.</source>
        <translation>
            <numerusform>%n élément de cet article va changer.</numerusform>
            <numerusform>%n éléments de cet article vont changer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them will be rejected instead, so as not to come back: found by a detector.</source>
        <translation>
            <numerusform>%n d’entre eux, trouvé par un détecteur, sera plutôt rejeté, pour ne pas revenir.</numerusform>
            <numerusform>%n d’entre eux, trouvés par un détecteur, seront plutôt rejetés, pour ne pas revenir.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is relabelled is thereby accepted.</source>
        <translation>Ce qui est réétiqueté est par là même accepté.</translation>
    </message>
    <message>
        <source>One step of undo takes it back.</source>
        <translation>Le tout pourra être annulé en une seule étape.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a number, and a state</comment>
        <translation>%2 (%1)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a label, and how many of it</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a verb, and how many</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::BulkReviewing</name>
    <message numerus="yes">
        <source>%n selected item(s)</source>
        <translation>
            <numerusform>%n élément sélectionné</numerusform>
            <numerusform>%n éléments sélectionnés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColourChoice</name>
    <message>
        <source>What the colours of the highlights tell apart. Their shapes always tell the labels.</source>
        <translation>Ce que distinguent les couleurs des surlignages. Leurs formes distinguent toujours les étiquettes.</translation>
    </message>
    <message>
        <source>Colour by: %1</source>
        <translation>Colorer selon&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColourField</name>
    <message>
        <source>Choose: %1</source>
        <translation>Choisir&#xa0;: %1</translation>
    </message>
    <message>
        <source>Choose a colour</source>
        <translation>Choisir une couleur</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColourMenu</name>
    <message>
        <source>Colours of the system</source>
        <translation>Couleurs du système</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Couleurs claires</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Couleurs sombres</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>Contraste élevé, clair</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Contraste élevé, sombre</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColumnChoice</name>
    <message>
        <source>Text:</source>
        <translation>Texte&#xa0;:</translation>
    </message>
    <message>
        <source>Title:</source>
        <translation>Titre&#xa0;:</translation>
    </message>
    <message>
        <source>Date:</source>
        <translation>Date&#xa0;:</translation>
    </message>
    <message>
        <source>Outlet:</source>
        <translation>Média&#xa0;:</translation>
    </message>
    <message>
        <source>Author:</source>
        <translation>Auteur&#xa0;:</translation>
    </message>
    <message>
        <source>Address:</source>
        <translation>Adresse&#xa0;:</translation>
    </message>
    <message>
        <source>Id:</source>
        <translation>Identifiant&#xa0;:</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Langue&#xa0;:</translation>
    </message>
    <message>
        <source>Column that holds: %1</source>
        <translation>Colonne contenant&#xa0;: %1</translation>
    </message>
    <message>
        <source>(choose one)</source>
        <translation>(à choisir)</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(aucune)</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ContextHelp</name>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::DetailsDialog</name>
    <message>
        <source>Article details</source>
        <translation>Détails de l’article</translation>
    </message>
    <message>
        <source>told from the text</source>
        <translation>déduite du texte</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>&amp;Titre&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Outlet:</source>
        <translation>&amp;Média&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Author:</source>
        <translation>&amp;Auteur&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Date:</source>
        <translation>&amp;Date&#xa0;:</translation>
    </message>
    <message>
        <source>Add&amp;ress:</source>
        <translation>Ad&amp;resse&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Langue&#xa0;:</translation>
    </message>
    <message>
        <source>Id:</source>
        <translation>Identifiant&#xa0;:</translation>
    </message>
    <message>
        <source>The language decides which words the detectors know; suggest again after a change.</source>
        <translation>La langue détermine les mots que connaissent les détecteurs&#x202f;; après un changement, relancez les suggestions.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::DetectorDialog</name>
    <message>
        <source>Add a detector</source>
        <translation>Ajouter un détecteur</translation>
    </message>
    <message>
        <source>Detector %1</source>
        <translation>Détecteur %1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Arguments</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Trait</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Program on this machine</source>
        <translation>Programme sur cette machine</translation>
    </message>
    <message>
        <source>Server (Quoth&apos;s protocol)</source>
        <translation>Serveur (protocole de Quoth)</translation>
    </message>
    <message>
        <source>Label Studio ML backend</source>
        <translation>Backend ML Label Studio</translation>
    </message>
    <message>
        <source>INCEpTION external recommender</source>
        <translation>Recommandeur externe INCEpTION</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Time-out for an article</source>
        <translation>Délai pour un article</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Its label</source>
        <translation>Son étiquette</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Correspond à</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>Délai</translation>
    </message>
    <message>
        <source>Labels that are not listed are taken as they are, if the project has them.</source>
        <translation>Les étiquettes absentes de la liste sont prises telles quelles, si le projet les a.</translation>
    </message>
    <message>
        <source>The detector was not kept, as nothing may be sent to %1.</source>
        <translation>Le détecteur n’a pas été conservé, puisque rien ne doit être envoyé à %1.</translation>
    </message>
    <message>
        <source>It is started without a shell and gets articles as JSON on its standard input, one a line.</source>
        <translation>Il est lancé sans shell et reçoit les articles en JSON sur son entrée standard, un par ligne.</translation>
    </message>
    <message>
        <source>names.py --fast</source>
        <translation>noms.py --fast</translation>
    </message>
    <message>
        <source>A server that answers to /info and /detect below the address.</source>
        <translation>Un serveur qui répond à /info et à /detect sous l’adresse.</translation>
    </message>
    <message>
        <source>It is asked as Label Studio does: /health, /setup and /predict below the address.</source>
        <translation>Il est interrogé comme le fait Label Studio&#xa0;: /health, /setup et /predict sous l’adresse.</translation>
    </message>
    <message>
        <source>It is asked as INCEpTION does: /predict below the address, for the annotations of one layer.</source>
        <translation>Il est interrogé comme le fait INCEpTION&#xa0;: /predict sous l’adresse, pour les annotations d’une couche.</translation>
    </message>
    <message>
        <source>⚠ The texts of articles will be sent to %1.</source>
        <translation>⚠ Les textes des articles seront envoyés à %1.</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>(omise)</translation>
    </message>
    <message>
        <source>Texts leave this machine</source>
        <translation>Des textes quittent cette machine</translation>
    </message>
    <message>
        <source>The whole text of each article that this detector looks at will be sent to %1.</source>
        <translation>Le texte entier de chaque article qu’examine ce détecteur sera envoyé à %1.</translation>
    </message>
    <message>
        <source>Whoever runs it can read and keep the articles. This is asked once for a host.</source>
        <translation>Ceux qui l’exploitent peuvent lire et garder les articles. La question est posée une fois par hôte.</translation>
    </message>
    <message>
        <source>Send texts</source>
        <translation>Envoyer les textes</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::DetectorsDialog</name>
    <message>
        <source>Detectors</source>
        <translation>Détecteurs</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>What the detector told</source>
        <translation>Ce que le détecteur a signalé</translation>
    </message>
    <message>
        <source>The enabled ones look for highlights in this order; what the earlier ones found is not doubled. Space enables and disables. They are yours, not the project’s.</source>
        <translation>Les détecteurs activés cherchent des surlignages dans cet ordre&#x202f;; ce que les premiers ont trouvé n’est pas doublé. Espace active et désactive. Ce sont les vôtres, pas ceux du projet.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Sends two sentences of ours and shows what comes back</source>
        <translation>Envoie deux de nos phrases et montre ce qui revient</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>✗ failed</source>
        <translation>✗ échec</translation>
    </message>
    <message>
        <source>✓ works</source>
        <translation>✓ fonctionne</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>non testé</translation>
    </message>
    <message>
        <source>✓ built in</source>
        <translation>✓ intégré</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>intégré</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
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
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Remove a detector</source>
        <translation>Retirer un détecteur</translation>
    </message>
    <message>
        <source>Remove %1 from your detectors? What it suggested stays.</source>
        <translation>Retirer %1 de vos détecteurs&#x202f;? Ce qu’il a suggéré reste.</translation>
    </message>
    <message numerus="yes">
        <source>%1 was sent two sentences of ours; waiting for at most %n second(s)…</source>
        <translation>
            <numerusform>%1 a reçu deux de nos phrases&#x202f;; attente d’au plus %n seconde…</numerusform>
            <numerusform>%1 a reçu deux de nos phrases&#x202f;; attente d’au plus %n secondes…</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered in %1 ms.</source>
        <translation>Réponse en %1 ms.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n attribution</numerusform>
            <numerusform>%n attributions</numerusform>
        </translation>
    </message>
    <message>
        <source>It says that it is %1, version %2.</source>
        <translation>Il dit être %1, version %2.</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>Le test a été arrêté.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ExchangeTasks</name>
    <message>
        <source>Suggest highlights</source>
        <translation>Suggérer des surlignages</translation>
    </message>
    <message>
        <source>Look for speakers, quotations and claims in this article. What you accepted or rejected stays.</source>
        <translation>Chercher locuteurs, citations et affirmations dans cet article. Ce que vous avez accepté ou rejeté reste.</translation>
    </message>
    <message>
        <source>Detectors…</source>
        <translation>Détecteurs…</translation>
    </message>
    <message>
        <source>Which detectors look for highlights, in which order; add programs and servers of your own</source>
        <translation>Quels détecteurs cherchent des surlignages, et dans quel ordre&#x202f;; ajouter vos programmes et serveurs</translation>
    </message>
    <message>
        <source>Export dataset…</source>
        <translation>Exporter les données…</translation>
    </message>
    <message>
        <source>Publish dataset…</source>
        <translation>Publier les données…</translation>
    </message>
    <message>
        <source>A folder with splits, card, label schema and checksums, as Hugging Face has it</source>
        <translation>Un dossier avec partitions, carte, schéma d’étiquettes et sommes de contrôle, à la manière de Hugging Face</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>Importing %n file(s)…</source>
        <translation>
            <numerusform>Import de %n fichier…</numerusform>
            <numerusform>Import de %n fichiers…</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is on the clipboard that could be an article: copy its text, its address or its file.</source>
        <translation>Rien dans le presse-papiers ne peut être un article&#xa0;: copiez son texte, son adresse ou son fichier.</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>Arrêter la recherche</translation>
    </message>
    <message>
        <source>Detectors are looking for highlights; go on working. %1 stops them.</source>
        <translation>Les détecteurs cherchent des surlignages&#x202f;; vous pouvez continuer à travailler. %1 les arrête.</translation>
    </message>
    <message>
        <source>Nothing new was found.</source>
        <translation>Rien de nouveau n’a été trouvé.</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Détecteurs</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>The detectors have this to tell:</source>
        <translation>Les détecteurs signalent ceci&#xa0;:</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) came in. This is to be told:</source>
        <translation>
            <numerusform>%n article importé. À signaler&#xa0;:</numerusform>
            <numerusform>%n articles importés. À signaler&#xa0;:</numerusform>
        </translation>
    </message>
    <message>
        <source>The detectors are done.</source>
        <translation>Les détecteurs ont terminé.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) came in.</source>
        <translation>
            <numerusform>%n article importé.</numerusform>
            <numerusform>%n articles importés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>All articles that were here are undone. After an import they cannot be brought back.</source>
        <translation>Tous les articles qui étaient ici sont annulés. Après une importation, ils ne pourront plus être rétablis.</translation>
    </message>
    <message>
        <source>Redo brings them back, with all that was labelled in them.</source>
        <translation>Rétablir les ramène, avec tout ce qui y était étiqueté.</translation>
    </message>
    <message>
        <source>Import all the same</source>
        <translation>Importer quand même</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ExportDialog</name>
    <message>
        <source>Export dataset</source>
        <translation>Exporter les données</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Avancement de l’export</translation>
    </message>
    <message>
        <source>What the format could not carry</source>
        <translation>Ce que le format n’a pas pu porter</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exporter</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>&amp;Accepted</source>
        <translation>&amp;Acceptés</translation>
    </message>
    <message>
        <source>&amp;Suggested, not reviewed yet</source>
        <translation>&amp;Suggérés, pas encore révisés</translation>
    </message>
    <message>
        <source>&amp;Rejected, as negative examples</source>
        <translation>&amp;Rejetés, comme exemples négatifs</translation>
    </message>
    <message>
        <source>Export accepted highlights</source>
        <translation>Exporter les surlignages acceptés</translation>
    </message>
    <message>
        <source>Export suggested highlights</source>
        <translation>Exporter les surlignages suggérés</translation>
    </message>
    <message>
        <source>Export rejected highlights</source>
        <translation>Exporter les surlignages rejetés</translation>
    </message>
    <message>
        <source>A&amp;ll articles</source>
        <translation>&amp;Tous les articles</translation>
    </message>
    <message>
        <source>&amp;This article</source>
        <translation>&amp;Cet article</translation>
    </message>
    <message>
        <source>Export all articles</source>
        <translation>Exporter tous les articles</translation>
    </message>
    <message>
        <source>Export the open article only</source>
        <translation>Exporter seulement l’article ouvert</translation>
    </message>
    <message>
        <source>Output path</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>Choose the output</source>
        <translation>Choisir la destination</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format&#xa0;:</translation>
    </message>
    <message>
        <source>Highlights:</source>
        <translation>Surlignages&#xa0;:</translation>
    </message>
    <message>
        <source>Articles:</source>
        <translation>Articles&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Output:</source>
        <translation>&amp;Destination&#xa0;:</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Dossier des fichiers</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>Exporter sous</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is written yet. Of %n article(s) the format cannot carry all: choose another one, or export anyway.</source>
        <translation>
            <numerusform>Rien n’est encore écrit. Le format ne peut pas porter tout le contenu de %n article&#xa0;: choisissez-en un autre, ou exportez quand même.</numerusform>
            <numerusform>Rien n’est encore écrit. Le format ne peut pas porter tout le contenu de %n articles&#xa0;: choisissez-en un autre, ou exportez quand même.</numerusform>
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
            <numerusform>%n article écrit dans %1.</numerusform>
            <numerusform>%n articles écrits dans %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The format could not carry all:</source>
        <translation>Le format n’a pas pu tout porter&#xa0;:</translation>
    </message>
    <message>
        <source>Nothing was written. %1</source>
        <translation>Rien n’a été écrit. %1</translation>
    </message>
    <message>
        <source>No highlights are chosen: only the texts will be written.</source>
        <translation>Aucun surlignage n’est choisi&#xa0;: seuls les textes seront écrits.</translation>
    </message>
    <message>
        <source>The folder exists; files of the same name in it will be replaced.</source>
        <translation>Le dossier existe&#x202f;; ses fichiers de même nom seront remplacés.</translation>
    </message>
    <message>
        <source>The file exists and will be replaced.</source>
        <translation>Le fichier existe et sera remplacé.</translation>
    </message>
    <message>
        <source>&amp;Export anyway</source>
        <translation>&amp;Exporter quand même</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;nnuler</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Fer&amp;mer</translation>
    </message>
    <message>
        <source>Of overlapping spans, write</source>
        <translation>En cas de chevauchement, écrire</translation>
    </message>
    <message>
        <source>the longest</source>
        <translation>le plus long</translation>
    </message>
    <message>
        <source>the shortest</source>
        <translation>le plus court</translation>
    </message>
    <message>
        <source>Of o&amp;verlapping spans:</source>
        <translation>En cas de che&amp;vauchement&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Exporting</name>
    <message>
        <source>The format “%1” cannot be written.</source>
        <translation>Le format «&#xa0;%1&#xa0;» ne peut pas être écrit.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Guidelines</name>
    <message>
        <source>Show the guideline</source>
        <translation>Afficher la consigne</translation>
    </message>
    <message>
        <source>What to label, and where it begins and ends</source>
        <translation>Ce qu’il faut étiqueter, et où cela commence et finit</translation>
    </message>
    <message>
        <source>The label schema has no guideline for this label.</source>
        <translation>Le schéma d’étiquettes n’a pas de consigne pour cette étiquette.</translation>
    </message>
    <message>
        <source>Its parts: %1.</source>
        <comment>the roles of a frame</comment>
        <translation>Ses parties&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Guidelines of all labels</source>
        <translation>Consignes de toutes les étiquettes</translation>
    </message>
    <message>
        <source>Guideline of %1</source>
        <comment>a label</comment>
        <translation>Consigne&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HelpMenu</name>
    <message>
        <source>Manual</source>
        <translation>Manuel</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Visite guidée</translation>
    </message>
    <message>
        <source>Shows on the sample articles how to review and label, in ten steps</source>
        <translation>Montre en dix étapes, sur les articles d’exemple, comment réviser et étiqueter</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Modifier les raccourcis…</translation>
    </message>
    <message>
        <source>About Quoth</source>
        <translation>À propos de Quoth</translation>
    </message>
    <message>
        <source>&lt;b&gt;Quoth %1&lt;/b&gt;&lt;p&gt;Label who said what in news articles.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Quoth %1&lt;/b&gt;&lt;p&gt;Étiqueter qui a dit quoi dans les articles de presse.&lt;/p&gt;&lt;p&gt;Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HelpWindow</name>
    <message>
        <source>Manual</source>
        <translation>Manuel</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Réduire le texte</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Agrandir le texte</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Taille normale du texte</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Chercher dans le manuel</translation>
    </message>
    <message>
        <source>Next place found</source>
        <translation>Passage trouvé suivant</translation>
    </message>
    <message>
        <source>Previous place found</source>
        <translation>Passage trouvé précédent</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Chapitres</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Passages trouvés</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a heading and its chapter</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) found; Enter goes on</source>
        <translation>
            <numerusform>%n passage trouvé&#x202f;; Entrée pour continuer</numerusform>
            <numerusform>%n passages trouvés&#x202f;; Entrée pour continuer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – Manual of Quoth</source>
        <translation>%1 – Manuel de Quoth</translation>
    </message>
    <message>
        <source>%1 of %2 in this chapter</source>
        <translation>%1 sur %2 dans ce chapitre</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HistoryDock</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Only the open article</source>
        <translation>Seulement l’article ouvert</translation>
    </message>
    <message>
        <source>Go back to this point</source>
        <translation>Revenir à ce point</translation>
    </message>
    <message>
        <source>The project is here. Choose a point to go to.</source>
        <translation>Le projet en est ici. Choisissez un point où aller.</translation>
    </message>
    <message numerus="yes">
        <source>Undo %n step(s)</source>
        <translation>
            <numerusform>Annuler %n étape</numerusform>
            <numerusform>Annuler %n étapes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redo %n step(s)</source>
        <translation>
            <numerusform>Rétablir %n étape</numerusform>
            <numerusform>Rétablir %n étapes</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them in the open article</source>
        <translation>Toutes dans l’article ouvert</translation>
    </message>
    <message numerus="yes">
        <source>%n of them in other articles</source>
        <translation>
            <numerusform>dont %n dans d’autres articles</numerusform>
            <numerusform>dont %n dans d’autres articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo %n step(s)?</source>
        <translation>
            <numerusform>Annuler %n étape&#x202f;?</numerusform>
            <numerusform>Annuler %n étapes&#x202f;?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redo %n step(s)?</source>
        <translation>
            <numerusform>Rétablir %n étape&#x202f;?</numerusform>
            <numerusform>Rétablir %n étapes&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Until something else is done, this can be reversed from here.</source>
        <translation>Tant que rien d’autre n’est fait, cela peut être inversé d’ici.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them in other articles. Until something else is done, this can be reversed from here.</source>
        <translation>
            <numerusform>Dont %n dans d’autres articles. Tant que rien d’autre n’est fait, cela peut être inversé d’ici.</numerusform>
            <numerusform>Dont %n dans d’autres articles. Tant que rien d’autre n’est fait, cela peut être inversé d’ici.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undoing %n step(s)…</source>
        <translation>
            <numerusform>Annulation de %n étape…</numerusform>
            <numerusform>Annulation de %n étapes…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redoing %n step(s)…</source>
        <translation>
            <numerusform>Rétablissement de %n étape…</numerusform>
            <numerusform>Rétablissement de %n étapes…</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Nothing has been done yet. Each step that you do comes to stand here, to go back to.</source>
        <translation>Rien n’a encore été fait. Chaque étape que vous faites s’affiche ici, pour pouvoir y revenir.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HistoryModel</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message>
        <source>the project is here</source>
        <translation>le projet en est ici</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>annulé</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HistoryView</name>
    <message>
        <source>History of the article</source>
        <translation>Historique de l’article</translation>
    </message>
    <message>
        <source>undone: %1</source>
        <translation>annulé&#xa0;: %1</translation>
    </message>
    <message>
        <source>done again: %1</source>
        <translation>rétabli&#xa0;: %1</translation>
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
        <translation>Importer des articles</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>Fichiers à importer</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Encodage</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>&amp;Suggest highlights at once</source>
        <translation>&amp;Suggérer aussitôt des surlignages</translation>
    </message>
    <message>
        <source>Suggest highlights at once</source>
        <translation>Suggérer aussitôt des surlignages</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <source>Format of the selected file</source>
        <translation>Format du fichier sélectionné</translation>
    </message>
    <message>
        <source>Encoding of the selected file</source>
        <translation>Encodage du fichier sélectionné</translation>
    </message>
    <message>
        <source>Which column is what:</source>
        <translation>Sens des colonnes&#xa0;:</translation>
    </message>
    <message>
        <source>Beginning of the text</source>
        <translation>Début du texte</translation>
    </message>
    <message>
        <source>&amp;Noticed while reading:</source>
        <translation>&amp;Remarqué à la lecture&#xa0;:</translation>
    </message>
    <message>
        <source>Noticed while reading</source>
        <translation>Remarqué à la lecture</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>&amp;Encodage&#xa0;:</translation>
    </message>
    <message>
        <source>Beginning of the &amp;text:</source>
        <translation>Début du &amp;texte&#xa0;:</translation>
    </message>
    <message>
        <source>Nearly the same as “%1” in the project: %2 % of the words</source>
        <translation>Presque identique à «&#xa0;%1&#xa0;» dans le projet&#xa0;: %2&#xa0;% de mots communs</translation>
    </message>
    <message>
        <source>Nearly the same as the file “%1”: %2 % of the words</source>
        <translation>Presque identique au fichier «&#xa0;%1&#xa0;»&#xa0;: %2&#xa0;% de mots communs</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Cannot be read: %1</source>
        <translation>Illisible&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 (there already?)</source>
        <translation>%1 (déjà présent&#x202f;?)</translation>
    </message>
    <message>
        <source>Recognised by its content</source>
        <translation>Reconnu à son contenu</translation>
    </message>
    <message>
        <source>Recognised: %1</source>
        <translation>Reconnu&#xa0;: %1</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>Détecté</translation>
    </message>
    <message>
        <source>Detected: %1</source>
        <translation>Détecté&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>(%n times)</source>
        <translation>
            <numerusform>(%n fois)</numerusform>
            <numerusform>(%n fois)</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>Lecture des fichiers…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read and will be left out.</source>
        <translation>
            <numerusform>%n fichier est illisible et sera omis.</numerusform>
            <numerusform>%n fichiers sont illisibles et seront omis.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Importing</name>
    <message>
        <source>Stopped; what was done so far stays in the project.</source>
        <translation>Arrêté&#x202f;; ce qui a été fait jusqu’ici reste dans le projet.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were in the project already and got new annotations.</source>
        <translation>
            <numerusform>%n article était déjà dans le projet et a reçu de nouvelles annotations.</numerusform>
            <numerusform>%n articles étaient déjà dans le projet et ont reçu de nouvelles annotations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were in the project already.</source>
        <translation>
            <numerusform>%n article était déjà dans le projet.</numerusform>
            <numerusform>%n articles étaient déjà dans le projet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::InspectorDock</name>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>Set speaker</source>
        <translation>Définir le locuteur</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Modifier la note</translation>
    </message>
    <message>
        <source>Nothing is in hand. Select words and press a label’s key to label them, or go to the next suggestion.</source>
        <translation>Aucun élément actif. Sélectionnez des mots et appuyez sur la touche d’une étiquette pour les étiqueter, ou allez à la suggestion suivante.</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Consigne</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Nothing is in hand. Select words and press a label’s key to label them, or go to the next suggestion by %1.</source>
        <translation>Aucun élément actif. Sélectionnez des mots et appuyez sur la touche d’une étiquette pour les étiqueter, ou allez à la suggestion suivante avec %1.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ItemForm</name>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Locuteur</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direct</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>indirect</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>mixte</translation>
    </message>
    <message>
        <source>none</source>
        <comment>kind of quotation</comment>
        <translation>aucun</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Note on “%1”</source>
        <comment>a label</comment>
        <translation>Note sur «&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::KeySheet</name>
    <message>
        <source>Accept on the card</source>
        <translation>Accepter sur la fiche</translation>
    </message>
    <message>
        <source>Reject on the card</source>
        <translation>Rejeter sur la fiche</translation>
    </message>
    <message>
        <source>Fix on the card</source>
        <translation>Corriger sur la fiche</translation>
    </message>
    <message>
        <source>click it, again for the next there</source>
        <translation>clic dessus, encore un pour le suivant</translation>
    </message>
    <message>
        <source>click beside it</source>
        <translation>clic à côté</translation>
    </message>
    <message>
        <source>Ctrl and wheel</source>
        <translation>Ctrl et molette</translation>
    </message>
    <message>
        <source>in the inspector</source>
        <translation>dans l’inspecteur</translation>
    </message>
    <message>
        <source>click it in the bar</source>
        <translation>clic dans la barre</translation>
    </message>
    <message>
        <source>Add the selected words to the span in hand</source>
        <translation>Ajouter les mots sélectionnés au segment actif</translation>
    </message>
    <message>
        <source>Label all that is selected with the mouse, until the key is pressed again</source>
        <translation>Étiqueter tout ce que la souris sélectionne, jusqu’à la même touche</translation>
    </message>
    <message>
        <source>The caret in the article</source>
        <translation>Le curseur dans l’article</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Flèches</translation>
    </message>
    <message>
        <source>Move the caret; with Shift select</source>
        <translation>Déplacer le curseur&#x202f;; avec Maj, sélectionner</translation>
    </message>
    <message>
        <source>click</source>
        <translation>clic</translation>
    </message>
    <message>
        <source>Ctrl and arrows</source>
        <translation>Ctrl et flèches</translation>
    </message>
    <message>
        <source>By words</source>
        <translation>Par mots</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Début, Fin</translation>
    </message>
    <message>
        <source>Beginning and end of the line; with Ctrl, of the article</source>
        <translation>Début et fin de la ligne&#x202f;; avec Ctrl, de l’article</translation>
    </message>
    <message>
        <source>With the mouse</source>
        <translation>À la souris</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Clic</translation>
    </message>
    <message>
        <source>A word, or the highlight there; again for the next highlight</source>
        <translation>Un mot, ou le surlignage à cet endroit&#x202f;; de nouveau, le surlignage suivant</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Double clic</translation>
    </message>
    <message>
        <source>Select a word; a third click its sentence</source>
        <translation>Sélectionner un mot&#x202f;; un troisième clic, sa phrase</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Glisser</translation>
    </message>
    <message>
        <source>Select whole words; with Alt single characters</source>
        <translation>Sélectionner des mots entiers&#x202f;; avec Alt, des caractères</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>Clic droit</translation>
    </message>
    <message>
        <source>A menu of all that can be done there</source>
        <translation>Un menu de tout ce que l’on peut faire à cet endroit</translation>
    </message>
    <message>
        <source>No key does that. %1 finds actions without a key, too.</source>
        <comment>a key</comment>
        <translation>Aucune touche ne fait cela. %1 trouve aussi les actions sans raccourci.</translation>
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
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Find a key or what it does</source>
        <translation>Chercher une touche ou ce qu’elle fait</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Modifier les raccourcis…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::LabelBrush</name>
    <message>
        <source>Label all that is selected as %1</source>
        <translation>Étiqueter toute sélection comme %1</translation>
    </message>
    <message>
        <source>Label as the last time</source>
        <translation>Étiqueter comme la dernière fois</translation>
    </message>
    <message>
        <source>Words selected with the mouse become “%1” at once, until this is chosen again</source>
        <translation>Les mots sélectionnés à la souris deviennent aussitôt «&#xa0;%1&#xa0;», jusqu’à ce que cette action soit choisie de nouveau</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Labelling</name>
    <message>
        <source>New attribution from here</source>
        <translation>Nouvelle attribution à partir d’ici</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Label as %1</source>
        <translation>Étiqueter comme %1</translation>
    </message>
    <message>
        <source>Add words to the %1 in hand</source>
        <translation>Ajouter des mots au segment actif (%1)</translation>
    </message>
    <message>
        <source>Begin a word earlier</source>
        <translation>Commencer un mot plus tôt</translation>
    </message>
    <message>
        <source>Begin a word later</source>
        <translation>Commencer un mot plus tard</translation>
    </message>
    <message>
        <source>End a word earlier</source>
        <translation>Finir un mot plus tôt</translation>
    </message>
    <message>
        <source>End a word later</source>
        <translation>Finir un mot plus tard</translation>
    </message>
    <message>
        <source>Begin a character earlier</source>
        <translation>Commencer un caractère plus tôt</translation>
    </message>
    <message>
        <source>Begin a character later</source>
        <translation>Commencer un caractère plus tard</translation>
    </message>
    <message>
        <source>End a character earlier</source>
        <translation>Finir un caractère plus tôt</translation>
    </message>
    <message>
        <source>End a character later</source>
        <translation>Finir un caractère plus tard</translation>
    </message>
    <message>
        <source>Select the words that are credited to somebody first, or put the caret into a quotation.</source>
        <translation>Sélectionnez d’abord les mots attribués à quelqu’un, ou placez le curseur dans une citation.</translation>
    </message>
    <message>
        <source>No %1 is in hand that words could be added to.</source>
        <comment>a label</comment>
        <translation>Aucun élément «&#xa0;%1&#xa0;» n’est actif auquel ajouter des mots.</translation>
    </message>
    <message>
        <source>Select the words to add first.</source>
        <translation>Sélectionnez d’abord les mots à ajouter.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::LanguageMenu</name>
    <message>
        <source>As the system</source>
        <translation>Langue du système</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::LearnedDialog</name>
    <message>
        <source>What was learned</source>
        <translation>Ce qui a été appris</translation>
    </message>
    <message>
        <source>Nothing yet. Quoth learns from the suggestions that you accept, fix and reject, while you work.</source>
        <translation>Encore rien. Quoth apprend des suggestions que vous acceptez, corrigez et rejetez, pendant que vous travaillez.</translation>
    </message>
    <message numerus="yes">
        <source>Learned from %n article(s)</source>
        <translation>
            <numerusform>Appris à partir de %n article</numerusform>
            <numerusform>Appris à partir de %n articles</numerusform>
        </translation>
    </message>
    <message>
        <source>Version:</source>
        <translation>Version&#xa0;:</translation>
    </message>
    <message>
        <source>%1, of %2</source>
        <translation>%1, du %2</translation>
    </message>
    <message>
        <source>Model:</source>
        <translation>Modèle&#xa0;:</translation>
    </message>
    <message>
        <source>Decisions:</source>
        <translation>Décisions&#xa0;:</translation>
    </message>
    <message>
        <source>Strength:</source>
        <translation>Force&#xa0;:</translation>
    </message>
    <message>
        <source>What was learned, the strongest first</source>
        <translation>Ce qui a été appris, du plus fort au plus faible</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;Oublier</translation>
    </message>
    <message>
        <source>What you decided so far will not be learned from again; your labels stay as they are.</source>
        <translation>Ce que vous avez décidé jusqu’ici ne servira plus à l’apprentissage&#x202f;; vos étiquettes restent telles quelles.</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>A model file that knows this, for other projects</source>
        <translation>Un fichier de modèle qui sait cela, pour d’autres projets</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Learning</name>
    <message>
        <source>What was learned…</source>
        <translation>Ce qui a été appris…</translation>
    </message>
    <message>
        <source>What Quoth has learned from your decisions in this project, and how to forget or export it</source>
        <translation>Ce que Quoth a appris de vos décisions dans ce projet, et comment l’oublier ou l’exporter</translation>
    </message>
    <message>
        <source>Nothing was learned: %1</source>
        <translation>Rien n’a été appris&#xa0;: %1</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>What was learned is forgotten; what you decide from now on is learned from.</source>
        <translation>Ce qui a été appris est oublié&#x202f;; l’apprentissage portera sur ce que vous déciderez désormais.</translation>
    </message>
    <message>
        <source>Export the model with what was learned</source>
        <translation>Exporter le modèle avec ce qui a été appris</translation>
    </message>
    <message>
        <source>Models (*.quothmodel)</source>
        <translation>Modèles (*.quothmodel)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 enregistré</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 ne peut pas être écrit&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::MainWindow</name>
    <message>
        <source>New project…</source>
        <translation>Nouveau projet…</translation>
    </message>
    <message>
        <source>One file that holds your articles and all that you label in them</source>
        <translation>Un fichier qui contient vos articles et tout ce que vous y étiquetez</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Ouvrir un projet…</translation>
    </message>
    <message>
        <source>A file that ends in .quoth</source>
        <translation>Un fichier qui se termine par .quoth</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>Ouvrir le projet d’exemple</translation>
    </message>
    <message>
        <source>Three short articles: one is labelled, two have suggestions to review</source>
        <translation>Trois courts articles&#xa0;: l’un est étiqueté, deux ont des suggestions à réviser</translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation>Importer des articles…</translation>
    </message>
    <message>
        <source>Open articles</source>
        <translation>Ouvrir des articles</translation>
    </message>
    <message>
        <source>Text, saved web pages, documents, tables, and what other annotation tools write</source>
        <translation>Texte, pages web enregistrées, documents, tables, et ce qu’écrivent d’autres outils d’annotation</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Importer un dossier…</translation>
    </message>
    <message>
        <source>All articles in a folder and the folders in it</source>
        <translation>Tous les articles d’un dossier et de ses sous-dossiers</translation>
    </message>
    <message>
        <source>Import from an address…</source>
        <translation>Importer depuis une adresse…</translation>
    </message>
    <message>
        <source>Fetches a web page or document by its address</source>
        <translation>Récupère une page web ou un document à partir de son adresse</translation>
    </message>
    <message>
        <source>Import from the clipboard</source>
        <translation>Importer depuis le presse-papiers</translation>
    </message>
    <message>
        <source>Makes an article of the text, address or files that were copied last</source>
        <translation>Fait un article du texte, de l’adresse ou des fichiers copiés en dernier</translation>
    </message>
    <message>
        <source>Save article as picture or page…</source>
        <translation>Enregistrer l’article en image ou page…</translation>
    </message>
    <message>
        <source>Print article…</source>
        <translation>Imprimer l’article…</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>Fermer le projet</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation>Commandes…</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Importer un dossier</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>&amp;Annoter</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Révision</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Affic&amp;hage</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
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
        <translation>Ouvrir un projet</translation>
    </message>
    <message>
        <source>Quoth projects (*.quoth)</source>
        <translation>Projets Quoth (*.quoth)</translation>
    </message>
    <message>
        <source>Where shall the project be kept?</source>
        <translation>Où faut-il garder le projet&#x202f;?</translation>
    </message>
    <message>
        <source>Articles (%1)</source>
        <translation>Articles (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Save article as</source>
        <translation>Enregistrer l’article sous</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Web page (*.html);;Picture (*.png)</source>
        <translation>PDF (*.pdf);;Page web (*.html);;Image (*.png)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 enregistré</translation>
    </message>
    <message>
        <source>Open an article…</source>
        <translation>Ouvrir un article…</translation>
    </message>
    <message>
        <source>The project “%1” is there already. Open it and go on in it?</source>
        <translation>Le projet «&#xa0;%1&#xa0;» existe déjà. L’ouvrir et y continuer&#x202f;?</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ManualView</name>
    <message>
        <source>Chapter of the manual</source>
        <translation>Chapitre du manuel</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::MergeDialog</name>
    <message>
        <source>Merge speakers</source>
        <translation>Fusionner des locuteurs</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionner</translation>
    </message>
    <message>
        <source>These are one speaker. Which name shall stay?</source>
        <translation>Il s’agit d’un seul et même locuteur. Quel nom garder&#x202f;?</translation>
    </message>
    <message>
        <source>Name of another speaker</source>
        <translation>Nom d’un autre locuteur</translation>
    </message>
    <message>
        <source>&amp;And also</source>
        <translation>&amp;Et aussi</translation>
    </message>
    <message>
        <source>The other names become aliases, and all that was credited to them is credited to the one that stays, in all articles. Undo takes it back in one step.</source>
        <translation>Les autres noms deviennent des alias, et tout ce qui leur était attribué est attribué à celui qui reste, dans tous les articles. Le tout pourra être annulé en une seule étape.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::OccurrencesDialog</name>
    <message>
        <source>&amp;Whole words only</source>
        <translation>&amp;Mots entiers seulement</translation>
    </message>
    <message>
        <source>&amp;Upper and lower case as here</source>
        <translation>Respecter la &amp;casse</translation>
    </message>
    <message>
        <source>In &amp;this article</source>
        <translation>Dans cet &amp;article</translation>
    </message>
    <message>
        <source>In the whole &amp;project</source>
        <translation>Dans tout le &amp;projet</translation>
    </message>
    <message>
        <source>Suggest at all occurrences</source>
        <translation>Suggérer à toutes les occurrences</translation>
    </message>
    <message>
        <source>Wherever “%1” stands again, suggest “%2”, credited to %3.</source>
        <translation>Partout où «&#xa0;%1&#xa0;» réapparaît, suggérer «&#xa0;%2&#xa0;», attribué à %3.</translation>
    </message>
    <message>
        <source>Wherever “%1” stands again, suggest “%2”.</source>
        <translation>Partout où «&#xa0;%1&#xa0;» réapparaît, suggérer «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>Where the words stand</source>
        <translation>Où se trouvent les mots</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>Suggérer</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>No further place. What is labelled so already, or was rejected, does not count.</source>
        <translation>Aucun autre endroit. Ce qui est déjà étiqueté ainsi, ou a été rejeté, ne compte pas.</translation>
    </message>
    <message numerus="yes">
        <source>%n further place(s) in this article.</source>
        <translation>
            <numerusform>%n autre endroit dans cet article.</numerusform>
            <numerusform>%n autres endroits dans cet article.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further place(s)</source>
        <translation>
            <numerusform>%n autre endroit</numerusform>
            <numerusform>%n autres endroits</numerusform>
        </translation>
    </message>
    <message>
        <source>Suggest %1</source>
        <translation>Suggérer %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n article(s).</source>
        <comment>places</comment>
        <translation>
            <numerusform>%1 dans %n article.</numerusform>
            <numerusform>%1 dans %n articles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Overlaps</name>
    <message>
        <source>Choose among the highlights at the caret…</source>
        <translation>Choisir parmi les surlignages au curseur…</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Overlays</name>
    <message>
        <source>Lines between the parts of the attribution in hand</source>
        <translation>Lignes entre les parties de l’attribution active</translation>
    </message>
    <message>
        <source>Invisible characters</source>
        <translation>Caractères invisibles</translation>
    </message>
    <message>
        <source>Shows no-break blanks, zero-width and direction-changing characters, tabs, doubled and trailing blanks</source>
        <translation>Montre les espaces insécables, les caractères de largeur nulle ou changeant le sens d’écriture, les tabulations, les blancs doubles et en fin de ligne</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::PaletteBar</name>
    <message>
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::PartList</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Descendre</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Printing</name>
    <message>
        <source>Print article</source>
        <translation>Imprimer l’article</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ProjectDesk</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Annuler&#xa0;: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Rétablir&#xa0;: %1</translation>
    </message>
    <message>
        <source>Labels and review</source>
        <translation>Étiquettes et révision</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Which highlights are shown</source>
        <translation>Quels surlignages sont affichés</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>No other suggestion is left in this article</source>
        <translation>Il ne reste pas d’autre suggestion dans cet article</translation>
    </message>
    <message>
        <source>%1: %2 %3 move its begin, %4 %5 its end; %6 the next part</source>
        <translation>%1&#xa0;: %2 %3 déplacent son début, %4 %5 sa fin&#x202f;; %6 la partie suivante</translation>
    </message>
    <message>
        <source>No article is open. Choose one in the list of articles (%1), or import some by %2.</source>
        <translation>Aucun article n’est ouvert. Choisissez-en un dans la liste des articles (%1), ou importez-en avec %2.</translation>
    </message>
    <message>
        <source>%1: select other words, or move its edges: %2 %3 its begin, %4 %5 its end</source>
        <translation>%1&#xa0;: sélectionnez d’autres mots, ou déplacez ses limites&#xa0;: %2 %3 le début, %4 %5 la fin</translation>
    </message>
    <message>
        <source>%1: select its words, or %2</source>
        <comment>a part, and a key</comment>
        <translation>%1&#xa0;: sélectionnez ses mots, ou %2</translation>
    </message>
    <message>
        <source>%2 takes what is proposed. %1: select other words, %3 drops it, %4 the next part</source>
        <comment>a part, and keys</comment>
        <translation>%2 prend ce qui est proposé. %1&#xa0;: sélectionnez d’autres mots, %3 l’écarte, %4 passe à la partie suivante</translation>
    </message>
    <message>
        <source>Words selected with the mouse become “%1”, until %2</source>
        <comment>a label, and a key</comment>
        <translation>Les mots sélectionnés à la souris deviennent «&#xa0;%1&#xa0;», jusqu’à %2</translation>
    </message>
    <message>
        <source>Done: %1. %2 takes it back.</source>
        <comment>what was done, and a key</comment>
        <translation>Fait&#xa0;: %1. %2 pour revenir en arrière.</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) accepted; %1 takes it back</source>
        <comment>a key</comment>
        <translation>
            <numerusform>%n suggestion acceptée&#x202f;; %1 pour revenir en arrière</numerusform>
            <numerusform>%n suggestions acceptées&#x202f;; %1 pour revenir en arrière</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) rejected; %1 takes it back</source>
        <comment>a key</comment>
        <translation>
            <numerusform>%n suggestion rejetée&#x202f;; %1 pour revenir en arrière</numerusform>
            <numerusform>%n suggestions rejetées&#x202f;; %1 pour revenir en arrière</numerusform>
        </translation>
    </message>
    <message>
        <source>No article is open. What was undone comes back by %1.</source>
        <translation>Aucun article n’est ouvert. Ce qui a été annulé revient par %1.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Provenance</name>
    <message>
        <source>suggested</source>
        <translation>suggéré</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>accepté</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejeté</translation>
    </message>
    <message>
        <source>built-in rules %1</source>
        <translation>règles intégrées %1</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importé</translation>
    </message>
    <message>
        <source>imported, %1</source>
        <translation>importé, %1</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>modifié</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReleaseDialog</name>
    <message>
        <source>Publish dataset</source>
        <translation>Publier les données</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Partir de</translation>
    </message>
    <message>
        <source>&amp;Begin with:</source>
        <translation>Part&amp;ir de&#xa0;:</translation>
    </message>
    <message>
        <source>Folder of the dataset</source>
        <translation>Dossier du jeu de données</translation>
    </message>
    <message>
        <source>Br&amp;owse…</source>
        <translation>Parc&amp;ourir…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Choisir le dossier</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Dossier&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>&amp;Publier</translation>
    </message>
    <message>
        <source>What goes into each split</source>
        <translation>Ce que contient chaque partition</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>Attributions</source>
        <translation>Attributions</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>What is to be told of it</source>
        <translation>À signaler</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>What it will hold</source>
        <translation>Contenu prévu</translation>
    </message>
    <message>
        <source>a new recipe</source>
        <translation>une nouvelle recette</translation>
    </message>
    <message numerus="yes">
        <source>release %1 of %2, %n article(s)</source>
        <translation>
            <numerusform>publication %1 du %2, %n article</numerusform>
            <numerusform>publication %1 du %2, %n articles</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was written. %1</source>
        <translation>Rien n’a été écrit. %1</translation>
    </message>
    <message numerus="yes">
        <source>Release %1 is in %2: %n article(s), with card, label schema and checksums.</source>
        <translation>
            <numerusform>La publication %1 est dans %2&#xa0;: %n article, avec carte, schéma d’étiquettes et sommes de contrôle.</numerusform>
            <numerusform>La publication %1 est dans %2&#xa0;: %n articles, avec carte, schéma d’étiquettes et sommes de contrôle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) of the project are left out.</source>
        <translation>
            <numerusform>%n article du projet est omis.</numerusform>
            <numerusform>%n articles du projet sont omis.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of articles are one story and stay together.</source>
        <translation>
            <numerusform>%n paire d’articles rapporte une même information et reste ensemble.</numerusform>
            <numerusform>%n paires d’articles rapportent chacune une même information et restent ensemble.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) had to leave the split of earlier releases.</source>
        <translation>
            <numerusform>%n article a dû quitter sa partition des publications antérieures.</numerusform>
            <numerusform>%n articles ont dû quitter leur partition des publications antérieures.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Ann&amp;uler</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Fer&amp;mer</translation>
    </message>
    <message>
        <source>The dataset is published.</source>
        <translation>Le jeu de données est publié.</translation>
    </message>
    <message>
        <source>The dataset could not be published.</source>
        <translation>Le jeu de données n’a pas pu être publié.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReleaseForm</name>
    <message>
        <source>Name of the dataset</source>
        <translation>Nom du jeu de données</translation>
    </message>
    <message>
        <source>that of the project</source>
        <translation>celui du projet</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>none given</source>
        <translation>non précisée</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>What these articles are, who labelled them, and what for</source>
        <translation>Ce que sont ces articles, qui les a étiquetés et dans quel but</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Textes</translation>
    </message>
    <message>
        <source>with the articles’ texts</source>
        <translation>avec les textes des articles</translation>
    </message>
    <message>
        <source>without texts: offsets and labelled words</source>
        <translation>sans textes&#xa0;: positions et mots étiquetés</translation>
    </message>
    <message>
        <source>without texts and words: offsets alone</source>
        <translation>sans textes ni mots&#xa0;: positions seules</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Jeu de données</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Licence:</source>
        <translation>&amp;Licence&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation>D&amp;escription&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Texts:</source>
        <translation>&amp;Textes&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;accepted</source>
        <translation>&amp;acceptés</translation>
    </message>
    <message>
        <source>&amp;suggested</source>
        <translation>&amp;suggérés</translation>
    </message>
    <message>
        <source>&amp;rejected</source>
        <translation>&amp;rejetés</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>all articles</source>
        <translation>tous les articles</translation>
    </message>
    <message>
        <source>those where something is decided</source>
        <translation>ceux où une décision est déjà prise</translation>
    </message>
    <message>
        <source>those where nothing is left to decide</source>
        <translation>ceux où il ne reste rien à décider</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>À inclure</translation>
    </message>
    <message>
        <source>Highlights:</source>
        <translation>Surlignages&#xa0;:</translation>
    </message>
    <message>
        <source>Art&amp;icles:</source>
        <translation>Arti&amp;cles&#xa0;:</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validation</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Share of: %1</source>
        <translation>Part&#xa0;: %1</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>versions of one story (by their words)</source>
        <translation>versions d’une même information (d’après leurs mots)</translation>
    </message>
    <message>
        <source>articles of one outlet</source>
        <translation>articles d’un même média</translation>
    </message>
    <message>
        <source>articles of one day</source>
        <translation>articles d’un même jour</translation>
    </message>
    <message>
        <source>Articles stay where they were in earlier releases</source>
        <translation>Les articles restent où ils étaient dans les publications antérieures</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>Partitions</translation>
    </message>
    <message>
        <source>Shares:</source>
        <translation>Parts&#xa0;:</translation>
    </message>
    <message>
        <source>Never in two splits:</source>
        <translation>Jamais dans deux partitions&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReviewFilterBar</name>
    <message>
        <source>Filter by words, speaker or note</source>
        <translation>Filtrer par mots, locuteur ou note</translation>
    </message>
    <message>
        <source>Words, speaker or note</source>
        <translation>Mots, locuteur ou note</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>Ce qui est listé</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Tout état</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Accepté</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejeté</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Avec une note</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>Confiance minimale</translation>
    </message>
    <message>
        <source>Greatest confidence</source>
        <translation>Confiance maximale</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <source>to</source>
        <comment>from one confidence to another</comment>
        <translation>à</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Fait par</translation>
    </message>
    <message>
        <source>Credited to</source>
        <translation>Attribué à</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Takes all filters away</source>
        <translation>Retire tous les filtres</translation>
    </message>
    <message>
        <source>Attributions and free spans</source>
        <translation>Attributions et segments libres</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <comment>a label</comment>
        <translation>Seulement&#xa0;: %1</translation>
    </message>
    <message>
        <source>Made by anybody</source>
        <translation>Toute origine</translation>
    </message>
    <message>
        <source>Made by people</source>
        <translation>Fait par des personnes</translation>
    </message>
    <message>
        <source>Found by detectors</source>
        <translation>Trouvé par des détecteurs</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importé</translation>
    </message>
    <message>
        <source>Anybody’s words</source>
        <translation>Tous les locuteurs</translation>
    </message>
    <message>
        <source>Without a speaker</source>
        <translation>Sans locuteur</translation>
    </message>
    <message>
        <source>Made by %1</source>
        <translation>Fait par %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReviewListDock</name>
    <message>
        <source>List of everything</source>
        <translation>Liste complète</translation>
    </message>
    <message>
        <source>List of everything, to filter and decide on many</source>
        <translation>Liste complète, pour filtrer et décider par lot</translation>
    </message>
    <message>
        <source>Accept what the list shows…</source>
        <translation>Accepter ce que montre la liste…</translation>
    </message>
    <message>
        <source>Reject what the list shows…</source>
        <translation>Rejeter ce que montre la liste…</translation>
    </message>
    <message>
        <source>Reopen what the list shows…</source>
        <translation>Rouvrir ce que montre la liste…</translation>
    </message>
    <message>
        <source>Relabel what the list shows…</source>
        <translation>Réétiqueter ce que montre la liste…</translation>
    </message>
    <message>
        <source>Delete what the list shows…</source>
        <translation>Supprimer ce que montre la liste…</translation>
    </message>
    <message>
        <source>How many are listed</source>
        <translation>Nombre d’éléments listés</translation>
    </message>
    <message>
        <source>What is selected, if that is several, else what the list shows. Says first what will change.</source>
        <translation>La sélection, si elle compte plusieurs éléments, sinon ce que montre la liste. Dit d’abord ce qui changera.</translation>
    </message>
    <message>
        <source>Enter accepts, Backspace rejects, U reopens, Delete deletes, a label’s key relabels; Escape goes back to the article</source>
        <translation>Entrée accepte, Retour arrière rejette, U rouvre, Suppr supprime, la touche d’une étiquette réétiquette&#x202f;; Échap revient à l’article</translation>
    </message>
    <message>
        <source>Nothing fits the filter</source>
        <translation>Rien ne répond au filtre</translation>
    </message>
    <message numerus="yes">
        <source>%n listed</source>
        <translation>
            <numerusform>%n listé</numerusform>
            <numerusform>%n listés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n selected</source>
        <translation>
            <numerusform>%1, %n sélectionné</numerusform>
            <numerusform>%1, %n sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept %1…</source>
        <comment>a number of items</comment>
        <translation>Accepter %1…</translation>
    </message>
    <message>
        <source>Reject %1…</source>
        <comment>a number of items</comment>
        <translation>Rejeter %1…</translation>
    </message>
    <message>
        <source>Reopen %1…</source>
        <comment>a number of items</comment>
        <translation>Rouvrir %1…</translation>
    </message>
    <message>
        <source>Delete %1…</source>
        <comment>a number of items</comment>
        <translation>Supprimer %1…</translation>
    </message>
    <message>
        <source>Relabel %1 as…</source>
        <comment>a number of items</comment>
        <translation>Réétiqueter %1 en…</translation>
    </message>
    <message>
        <source>No article is open. Choose one in the list of articles.</source>
        <translation>Aucun article n’est ouvert. Choisissez-en un dans la liste des articles.</translation>
    </message>
    <message>
        <source>Nothing is labelled yet. Select words and press a label’s key, or let Quoth suggest by %1.</source>
        <translation>Rien n’est encore étiqueté. Sélectionnez des mots et appuyez sur la touche d’une étiquette, ou laissez Quoth suggérer avec %1.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReviewListModel</name>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Locuteur</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Reviewing</name>
    <message>
        <source>Next suggestion</source>
        <translation>Suggestion suivante</translation>
    </message>
    <message>
        <source>Previous suggestion</source>
        <translation>Suggestion précédente</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Fix the next part</source>
        <translation>Corriger la partie suivante</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Accept all that are sure…</source>
        <translation>Accepter tout ce qui est sûr…</translation>
    </message>
    <message>
        <source>Accept all that is left</source>
        <translation>Accepter tout le reste</translation>
    </message>
    <message>
        <source>Every suggestion of this article that is still open</source>
        <translation>Toutes les suggestions encore en attente dans cet article</translation>
    </message>
    <message>
        <source>Reject all that is left</source>
        <translation>Rejeter tout le reste</translation>
    </message>
    <message>
        <source>Next attribution or span</source>
        <translation>Attribution ou segment suivant</translation>
    </message>
    <message>
        <source>Previous attribution or span</source>
        <translation>Attribution ou segment précédent</translation>
    </message>
    <message>
        <source>Accept the sure…</source>
        <translation>Accepter les sûrs…</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaDialog</name>
    <message>
        <source>Labels and roles</source>
        <translation>Étiquettes et rôles</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Frames and roles</source>
        <translation>Cadres et rôles</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Cadres</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Ce qui ne va pas</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>Charger…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>All labels can be told apart, on light and on dark, also by colour-blind readers.</source>
        <translation>Toutes les étiquettes se distinguent, sur fond clair et sur fond sombre, même pour les lecteurs daltoniens.</translation>
    </message>
    <message>
        <source>It can be used, but think about this:</source>
        <translation>C’est utilisable, mais réfléchissez à ceci&#xa0;:</translation>
    </message>
    <message>
        <source>To be mended before it can be taken over:</source>
        <translation>À corriger avant de pouvoir appliquer&#xa0;:</translation>
    </message>
    <message>
        <source>Remove label</source>
        <translation>Retirer une étiquette</translation>
    </message>
    <message>
        <source>A schema has at least one label.</source>
        <translation>Un schéma a au moins une étiquette.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project have the label %1. Which label instead?</source>
        <translation>
            <numerusform>%n segment du projet porte l’étiquette %1. Quelle étiquette à la place&#x202f;?</numerusform>
            <numerusform>%n segments du projet portent l’étiquette %1. Quelle étiquette à la place&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove frame</source>
        <translation>Retirer un cadre</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind %1. Remove them first.</source>
        <translation>
            <numerusform>%n cadre du projet est du type %1. Retirez-le d’abord.</numerusform>
            <numerusform>%n cadres du projet sont du type %1. Retirez-les d’abord.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove role</source>
        <translation>Retirer un rôle</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project fill this role. Take them out of it first.</source>
        <translation>
            <numerusform>%n segment du projet occupe ce rôle. Sortez-le d’abord de ce rôle.</numerusform>
            <numerusform>%n segments du projet occupent ce rôle. Sortez-les d’abord de ce rôle.</numerusform>
        </translation>
    </message>
    <message>
        <source>Load labels and roles</source>
        <translation>Charger étiquettes et rôles</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind %1, which the file does not have.</source>
        <translation>
            <numerusform>%n cadre du projet est du type %1, que le fichier n’a pas.</numerusform>
            <numerusform>%n cadres du projet sont du type %1, que le fichier n’a pas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project have the label %1, which the file does not have. Which label instead?</source>
        <translation>
            <numerusform>%n segment du projet porte l’étiquette %1, que le fichier n’a pas. Quelle étiquette à la place&#x202f;?</numerusform>
            <numerusform>%n segments du projet portent l’étiquette %1, que le fichier n’a pas. Quelle étiquette à la place&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Label schemas (*.json)</source>
        <translation>Schémas d’étiquettes (*.json)</translation>
    </message>
    <message>
        <source>Save labels and roles</source>
        <translation>Enregistrer étiquettes et rôles</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaEditing</name>
    <message>
        <source>Labels and roles…</source>
        <translation>Étiquettes et rôles…</translation>
    </message>
    <message>
        <source>Change the labels of this project: names, keys, colours, guidelines, attributes, and which of them fill which roles</source>
        <translation>Modifier les étiquettes de ce projet&#xa0;: noms, touches, couleurs, consignes, attributs, et lesquelles occupent quels rôles</translation>
    </message>
    <message>
        <source>Labels and roles</source>
        <translation>Étiquettes et rôles</translation>
    </message>
    <message>
        <source>change labels and roles</source>
        <translation>modifier étiquettes et rôles</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaFrameForm</name>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>Takes: %1</source>
        <translation>Admet&#xa0;: %1</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>Nom dans les fichiers</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Touche</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Consigne</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Obligatoire</translation>
    </message>
    <message>
        <source>Takes spans labelled</source>
        <translation>Admet les étiquettes</translation>
    </message>
    <message>
        <source>Add role</source>
        <translation>Ajouter un rôle</translation>
    </message>
    <message>
        <source>Remove role</source>
        <translation>Retirer le rôle</translation>
    </message>
    <message>
        <source>Role %1</source>
        <translation>Rôle %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaLabelForm</name>
    <message>
        <source>Colour on light</source>
        <translation>Couleur sur fond clair</translation>
    </message>
    <message>
        <source>Colour on dark</source>
        <translation>Couleur sur fond sombre</translation>
    </message>
    <message>
        <source>Its words name somebody: they may be given a speaker</source>
        <translation>Ses mots nomment quelqu’un&#xa0;: ils peuvent recevoir un locuteur</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Encadré</translation>
    </message>
    <message>
        <source>Dotted line</source>
        <translation>Ligne pointillée</translation>
    </message>
    <message>
        <source>Bars at both ends</source>
        <translation>Barres aux deux bouts</translation>
    </message>
    <message>
        <source>Thick line</source>
        <translation>Ligne épaisse</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Ligne ondulée</translation>
    </message>
    <message>
        <source>What it is for, with an example, and what it is not for</source>
        <translation>Ce à quoi elle sert, avec un exemple, et ce à quoi elle ne sert pas</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>Nom dans les fichiers</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Touche</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Forme</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Consigne</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Locuteurs</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attributs</translation>
    </message>
    <message>
        <source>Values, with commas; none: any text</source>
        <translation>Valeurs, avec des virgules&#x202f;; aucune&#xa0;: texte libre</translation>
    </message>
    <message>
        <source>Add attribute</source>
        <translation>Ajouter un attribut</translation>
    </message>
    <message>
        <source>Remove attribute</source>
        <translation>Retirer l’attribut</translation>
    </message>
    <message>
        <source>Attribute %1</source>
        <translation>Attribut %1</translation>
    </message>
    <message>
        <source>The values that spans have stay in the project, unseen</source>
        <translation>Les valeurs des segments restent dans le projet, sans être montrées</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Shortcuts</name>
    <message>
        <source>This key cannot be used.</source>
        <translation>Cette touche ne peut pas servir.</translation>
    </message>
    <message>
        <source>This key moves the caret in texts.</source>
        <translation>Cette touche déplace le curseur dans les textes.</translation>
    </message>
    <message>
        <source>Esc always lets go of what is in hand and closes what is open.</source>
        <translation>Échap relâche toujours l’élément actif et ferme ce qui est ouvert.</translation>
    </message>
    <message>
        <source>This key opens the menus.</source>
        <translation>Cette touche ouvre les menus.</translation>
    </message>
    <message>
        <source>This key copies, cuts and pastes, here as everywhere.</source>
        <translation>Cette touche copie, coupe et colle, ici comme partout.</translation>
    </message>
    <message>
        <source>This key selects all, here as everywhere.</source>
        <translation>Cette touche sélectionne tout, ici comme partout.</translation>
    </message>
    <message>
        <source>Alt with a letter opens menus.</source>
        <translation>Alt avec une lettre ouvre les menus.</translation>
    </message>
    <message>
        <source>This key closes the window.</source>
        <translation>Cette touche ferme la fenêtre.</translation>
    </message>
    <message>
        <source>This key belongs to a label (“%1”). Give the label another key first.</source>
        <translation>Cette touche appartient à une étiquette («&#xa0;%1&#xa0;»). Donnez d’abord une autre touche à l’étiquette.</translation>
    </message>
    <message>
        <source>This is no file of keys as Quoth writes them.</source>
        <translation>Ce n’est pas un fichier de raccourcis tel que Quoth les écrit.</translation>
    </message>
    <message>
        <source>%1 cannot have the key %2. %3</source>
        <translation>%1 ne peut pas avoir la touche %2. %3</translation>
    </message>
    <message>
        <source>The key %1 is given to %2 and to %3.</source>
        <translation>La touche %1 est donnée à %2 et à %3.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ShortcutsDialog</name>
    <message>
        <source>Change keys</source>
        <translation>Modifier les raccourcis</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions et leurs touches</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>Nom dans les fichiers</translation>
    </message>
    <message>
        <source>Find by words</source>
        <translation>Chercher par mots</translation>
    </message>
    <message>
        <source>Find by key: press it here</source>
        <translation>Chercher par touche&#xa0;: appuyez ici</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Add another…</source>
        <translation>En ajouter une…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Tout réinitialiser</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>Charger…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>It came without a key.</source>
        <translation>Pas de touche à l’origine.</translation>
    </message>
    <message>
        <source>It came with: %1</source>
        <translation>À l’origine&#xa0;: %1</translation>
    </message>
    <message>
        <source>No action has the key %1.</source>
        <translation>Aucune action n’a la touche %1.</translation>
    </message>
    <message>
        <source>Choose an action to change its keys. Those you changed stand in bold.</source>
        <translation>Choisissez une action pour modifier ses touches. Celles que vous avez modifiées sont en gras.</translation>
    </message>
    <message>
        <source>This key belongs to the project’s labels: “Change” opens “Labels and roles”, where it is changed for everyone who works on the project.</source>
        <translation>Cette touche appartient aux étiquettes du projet&#xa0;: «&#xa0;Modifier…&#xa0;» ouvre «&#xa0;Étiquettes et rôles&#xa0;», où on la change pour tous ceux qui travaillent sur le projet.</translation>
    </message>
    <message>
        <source>Give all actions the keys they came with?</source>
        <translation>Rendre à toutes les actions leurs touches d’origine&#x202f;?</translation>
    </message>
    <message>
        <source>Save keys</source>
        <translation>Enregistrer les raccourcis</translation>
    </message>
    <message>
        <source>Keys (*.json)</source>
        <translation>Raccourcis (*.json)</translation>
    </message>
    <message>
        <source>Load keys</source>
        <translation>Charger des raccourcis</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakerDialog</name>
    <message>
        <source>New speaker</source>
        <translation>Nouveau locuteur</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Other names, one a line</source>
        <translation>Autres noms, un par ligne</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Show the item in the browser</source>
        <translation>Montrer l’élément dans le navigateur</translation>
    </message>
    <message>
        <source>Open the item of Wikidata in the browser</source>
        <translation>Ouvrir l’élément de Wikidata dans le navigateur</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Take the colour that Quoth gives</source>
        <translation>Prendre la couleur que donne Quoth</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Also called</source>
        <translation>&amp;Aussi appelé</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Type</translation>
    </message>
    <message>
        <source>&amp;Wikidata</source>
        <translation>&amp;Wikidata</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Couleur</translation>
    </message>
    <message>
        <source>Colour of the speaker</source>
        <translation>Couleur du locuteur</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose a colour; now Quoth gives one</source>
        <translation>Choisir une couleur&#x202f;; pour l’instant, Quoth en donne une</translation>
    </message>
    <message>
        <source>Colour %1; choose another</source>
        <translation>Couleur %1&#x202f;; en choisir une autre</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakerEdit</name>
    <message>
        <source>Speaker</source>
        <translation>Locuteur</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Encore personne</translation>
    </message>
    <message>
        <source>To whom the words are credited. Enter takes the name, Escape leaves it as it was.</source>
        <translation>À qui les mots sont attribués. Entrée prend le nom, Échap le laisse comme il était.</translation>
    </message>
    <message>
        <source>Type of speaker</source>
        <translation>Type de locuteur</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
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
        <translation>Locuteurs</translation>
    </message>
    <message>
        <source>Next mention of the speaker</source>
        <translation>Mention suivante du locuteur</translation>
    </message>
    <message>
        <source>New speaker…</source>
        <translation>Nouveau locuteur…</translation>
    </message>
    <message>
        <source>Change speaker…</source>
        <translation>Modifier le locuteur…</translation>
    </message>
    <message>
        <source>Merge speakers…</source>
        <translation>Fusionner des locuteurs…</translation>
    </message>
    <message>
        <source>Split speaker…</source>
        <translation>Scinder le locuteur…</translation>
    </message>
    <message>
        <source>Delete speaker</source>
        <translation>Supprimer le locuteur</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Nouveau…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Fusionner…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Scinder…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Two entries that are one speaker become one, in all articles</source>
        <translation>Deux entrées qui sont un même locuteur n’en font plus qu’une, dans tous les articles</translation>
    </message>
    <message>
        <source>Some of the mentions go to a new speaker, in all articles</source>
        <translation>Une partie des mentions va à un nouveau locuteur, dans tous les articles</translation>
    </message>
    <message>
        <source>Only a speaker that nobody mentions can be deleted</source>
        <translation>Seul un locuteur sans aucune mention peut être supprimé</translation>
    </message>
    <message>
        <source>Type a name or an alias</source>
        <translation>Tapez un nom ou un alias</translation>
    </message>
    <message>
        <source>Filter the speakers</source>
        <translation>Filtrer les locuteurs</translation>
    </message>
    <message>
        <source>%1 is not mentioned in this article</source>
        <translation>%1 n’est pas mentionné dans cet article</translation>
    </message>
    <message>
        <source>Merged. Undo parts them again.</source>
        <translation>Fusionnés. «&#xa0;Annuler&#xa0;» les sépare de nouveau.</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>Split. Undo joins them again.</source>
        <translation>Scindé. «&#xa0;Annuler&#xa0;» les réunit de nouveau.</translation>
    </message>
    <message>
        <source>No speakers yet. Take an attribution in hand and credit it to somebody (%1), or add a speaker here.</source>
        <comment>a key</comment>
        <translation>Pas encore de locuteurs. Activez une attribution et attribuez-la à quelqu’un (%1), ou ajoutez un locuteur ici.</translation>
    </message>
    <message>
        <source>No speaker is called so. %1 adds one of this name.</source>
        <translation>Aucun locuteur ne s’appelle ainsi. «&#xa0;%1&#xa0;» en ajoute un de ce nom.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakersModel</name>
    <message>
        <source>Also called %1</source>
        <translation>Aussi appelé %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n mention(s)</source>
        <translation>
            <numerusform>%1, %2, %n mention</numerusform>
            <numerusform>%1, %2, %n mentions</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Mentions</translation>
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
        <translation>Scinder %1</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Scinder</translation>
    </message>
    <message>
        <source>Which of these mentions are those of another speaker?</source>
        <translation>Lesquelles de ces mentions sont celles d’un autre locuteur&#x202f;?</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Mentions</translation>
    </message>
    <message>
        <source>(attributions without a source)</source>
        <translation>(attributions sans source)</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Name of the new speaker</source>
        <translation>&amp;Nom du nouveau locuteur</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Type</translation>
    </message>
    <message>
        <source>Nobody mentions this speaker, so that there is nothing to split.</source>
        <translation>Rien ne mentionne ce locuteur&#x202f;; il n’y a donc rien à scinder.</translation>
    </message>
    <message>
        <source>Space ticks a row. Undo takes it back in one step.</source>
        <translation>Espace coche une ligne. La scission pourra être annulée en une seule étape.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Spreading</name>
    <message>
        <source>Suggest at all occurrences…</source>
        <translation>Suggérer à toutes les occurrences…</translation>
    </message>
    <message>
        <source>This name is always this speaker</source>
        <translation>Ce nom est toujours ce locuteur</translation>
    </message>
    <message>
        <source>The same words, elsewhere in the article or the project, are suggested with the same label and speaker</source>
        <translation>Les mêmes mots, ailleurs dans l’article ou le projet, sont suggérés avec la même étiquette et le même locuteur</translation>
    </message>
    <message>
        <source>Wherever this name is a source, in all articles and from now on, it is credited to the speaker it has here</source>
        <translation>Partout où ce nom est une source, dans tous les articles et désormais, il est attribué au locuteur qu’il a ici</translation>
    </message>
    <message>
        <source>Interrupted words cannot be looked for. Take a span of one piece.</source>
        <translation>Des mots interrompus ne peuvent pas être cherchés. Prenez un segment d’un seul morceau.</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>“%1” is somebody else at each place</source>
        <translation>«&#xa0;%1&#xa0;» désigne quelqu’un d’autre à chaque endroit</translation>
    </message>
    <message numerus="yes">
        <source>%1 made in %n article(s)</source>
        <comment>suggestions</comment>
        <translation>
            <numerusform>Ajout de %1 dans %n article</numerusform>
            <numerusform>Ajout de %1 dans %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n suggestion</numerusform>
            <numerusform>%n suggestions</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is credited here yet. Say who it is first: %1</source>
        <comment>a key</comment>
        <translation>Personne n’est encore désigné ici. Dites d’abord de qui il s’agit&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is always %2 now: %n mention(s) changed</source>
        <translation>
            <numerusform>«&#xa0;%1&#xa0;» est maintenant toujours %2&#xa0;: %n mention modifiée</numerusform>
            <numerusform>«&#xa0;%1&#xa0;» est maintenant toujours %2&#xa0;: %n mentions modifiées</numerusform>
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
        <translation>Étiqueter qui a dit quoi dans les articles de presse. Quoth surligne locuteurs, citations et affirmations&#x202f;; vous acceptez, rejetez ou corrigez chaque suggestion au clavier.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Projets récents</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Ouvrir %1</translation>
    </message>
    <message>
        <source>%1 · opened %2</source>
        <translation>%1 · ouvert le %2</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Retirer de cette liste</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::StatusLine</name>
    <message>
        <source>Review progress</source>
        <translation>Avancement de la révision</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Apprentissage</translation>
    </message>
    <message>
        <source>Selected characters</source>
        <translation>Caractères sélectionnés</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Conseil</translation>
    </message>
    <message numerus="yes">
        <source>Learned from %n article(s)</source>
        <translation>
            <numerusform>Appris de %n article</numerusform>
            <numerusform>Appris de %n articles</numerusform>
        </translation>
    </message>
    <message>
        <source>No highlights yet</source>
        <translation>Pas encore de surlignages</translation>
    </message>
    <message>
        <source>Review: %1 of %2</source>
        <translation>Révision&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>Select words and press a label’s key, or let Quoth suggest: %1</source>
        <translation>Sélectionnez des mots et appuyez sur la touche d’une étiquette, ou laissez Quoth suggérer&#xa0;: %1</translation>
    </message>
    <message>
        <source>Next: %1 · accept: %2 · reject: %3 · fix: %4</source>
        <translation>Suivant&#xa0;: %1 · accepter&#xa0;: %2 · rejeter&#xa0;: %3 · corriger&#xa0;: %4</translation>
    </message>
    <message>
        <source>All reviewed</source>
        <translation>Tout est révisé</translation>
    </message>
    <message>
        <source>Character %1</source>
        <translation>Caractère %1</translation>
    </message>
    <message>
        <source>Characters %1–%2</source>
        <translation>Caractères %1–%2</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>Tout est enregistré</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::TextWalk</name>
    <message>
        <source>Select more: word, quotation, clause, sentence, paragraph</source>
        <translation>Sélectionner plus&#xa0;: mot, citation, proposition, phrase, paragraphe</translation>
    </message>
    <message>
        <source>Select less</source>
        <translation>Sélectionner moins</translation>
    </message>
    <message>
        <source>Next quotation without a label</source>
        <translation>Citation suivante sans étiquette</translation>
    </message>
    <message>
        <source>Previous quotation without a label</source>
        <translation>Citation précédente sans étiquette</translation>
    </message>
    <message>
        <source>Next claim</source>
        <translation>Affirmation suivante</translation>
    </message>
    <message>
        <source>Previous claim</source>
        <translation>Affirmation précédente</translation>
    </message>
    <message>
        <source>Next attribution</source>
        <translation>Attribution suivante</translation>
    </message>
    <message>
        <source>Previous attribution</source>
        <translation>Attribution précédente</translation>
    </message>
    <message>
        <source>No other quotation without a label</source>
        <translation>Pas d’autre citation sans étiquette</translation>
    </message>
    <message>
        <source>No other claim</source>
        <translation>Pas d’autre affirmation</translation>
    </message>
    <message>
        <source>No other attribution</source>
        <translation>Pas d’autre attribution</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Tour</name>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>Quoth has read this article. What stands dashed is a suggestion: who speaks, the word that reports, what is said. The cards at the right name the speaker and say how sure it is. Nothing counts until you decide.</source>
        <translation>Quoth a lu cet article. Ce qui est en tirets est une suggestion&#xa0;: qui parle, le mot qui rapporte, ce qui est dit. Les fiches à droite nomment le locuteur et indiquent le degré de confiance. Rien ne compte avant votre décision.</translation>
    </message>
    <message>
        <source>Take the next suggestion</source>
        <translation>Activer la suggestion suivante</translation>
    </message>
    <message>
        <source>Press %1. The next suggestion comes to hand: its parts get a ring, and its card opens.</source>
        <translation>Appuyez sur %1. La suggestion suivante devient active&#xa0;: ses parties sont cerclées et sa fiche s’ouvre.</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>L’accepter</translation>
    </message>
    <message>
        <source>Read the words and the card. If they are right, press %1. The next suggestion then comes by itself.</source>
        <translation>Lisez les mots et la fiche. S’ils sont justes, appuyez sur %1. La suggestion suivante vient alors d’elle-même.</translation>
    </message>
    <message>
        <source>Reject the next one</source>
        <translation>Rejeter la suivante</translation>
    </message>
    <message>
        <source>Press %1 to reject this one, just to see how. It is kept as a wrong one, so that it does not come back.</source>
        <translation>Appuyez sur %1 pour rejeter celle-ci, juste pour voir. Elle est conservée comme fausse, afin de ne pas revenir.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Revenir en arrière</translation>
    </message>
    <message>
        <source>Press %1. Whatever you do can be undone, also tomorrow. Nothing has to be saved: each edit is on the disk at once.</source>
        <translation>Appuyez sur %1. Tout ce que vous faites peut être annulé, même demain. Il n’y a rien à enregistrer&#xa0;: chaque modification est aussitôt sur le disque.</translation>
    </message>
    <message>
        <source>Label something yourself</source>
        <translation>Étiqueter vous-même</translation>
    </message>
    <message>
        <source>Select some words without a highlight, by dragging or with Shift and the arrow keys. Then press %1: they become a quotation. The other labels and their keys stand above the text.</source>
        <translation>Sélectionnez quelques mots sans surlignage, en glissant à la souris ou avec Maj et les flèches. Appuyez ensuite sur %1&#xa0;: ils deviennent une citation. Les autres étiquettes et leurs touches se trouvent au-dessus du texte.</translation>
    </message>
    <message>
        <source>Take what is proposed</source>
        <translation>Prendre la proposition</translation>
    </message>
    <message>
        <source>Quoth proposes who said it, and with which word: drawn lightly, and no part of the article yet. %1 takes it, %2 drops it.</source>
        <translation>Quoth propose qui l’a dit, et avec quel mot&#xa0;: c’est dessiné en léger et ne fait pas encore partie de l’article. %1 prend la proposition, %2 l’écarte.</translation>
    </message>
    <message>
        <source>What is in hand</source>
        <translation>L’élément actif</translation>
    </message>
    <message>
        <source>The inspector shows it in full: the speaker (%1), a note (%2), its state, why it was suggested, its guideline and its history.</source>
        <translation>L’inspecteur le montre en entier&#xa0;: le locuteur (%1), une note (%2), son état, la raison de la suggestion, sa consigne et son historique.</translation>
    </message>
    <message>
        <source>On to the next article</source>
        <translation>Passer à l’article suivant</translation>
    </message>
    <message>
        <source>Here stand all articles, and how far the review of each is. Press %1 to open the next one.</source>
        <translation>Tous les articles se trouvent ici, avec l’avancement de leur révision. Appuyez sur %1 pour ouvrir le suivant.</translation>
    </message>
    <message>
        <source>Your dataset</source>
        <translation>Vos données</translation>
    </message>
    <message>
        <source>%1 exports what was accepted, in the format that you need. %2 opens the manual, %3 finds all commands, and the menu Help has this tour again. The articles here are for trying things: change what you like.</source>
        <translation>%1 exporte ce qui a été accepté, dans le format dont vous avez besoin. %2 ouvre le manuel, %3 trouve toutes les commandes, et le menu Aide propose de nouveau cette visite. Les articles d’ici servent aux essais&#xa0;: modifiez-les à votre gré.</translation>
    </message>
</context>
</TS>
