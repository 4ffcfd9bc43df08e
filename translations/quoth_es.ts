<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>QShortcut</name>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
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
        <translation>Retroceso</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Supr</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Izquierda</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Arriba</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Derecha</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Abajo</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Re Pág</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Av Pág</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
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
        <translation>se eliminó una marca de orden de bytes</translation>
    </message>
    <message numerus="yes">
        <source>%n line end(s) became LF</source>
        <translation>
            <numerusform>%n final de línea se convirtió en LF</numerusform>
            <numerusform>%n finales de línea se convirtieron en LF</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invalid character(s) became U+FFFD</source>
        <translation>
            <numerusform>%n carácter no válido se convirtió en U+FFFD</numerusform>
            <numerusform>%n caracteres no válidos se convirtieron en U+FFFD</numerusform>
        </translation>
    </message>
    <message>
        <source>The schema has no labels.</source>
        <translation>El esquema no tiene etiquetas.</translation>
    </message>
    <message>
        <source>A &quot;%1&quot; is missing or empty in the schema.</source>
        <translation>En el esquema falta un «%1» o está vacío.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is given twice in the schema.</source>
        <translation>«%1» aparece dos veces en el esquema.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a colour; write it as #rrggbb.</source>
        <translation>«%1» no es un color; escríbalo como #rrggbb.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; has more than one character.</source>
        <translation>La tecla «%1» tiene más de un carácter.</translation>
    </message>
    <message>
        <source>The label %1 has an unknown mark &quot;%2&quot;; known are box, dots, bar, line and wave.</source>
        <translation>La etiqueta %1 tiene una marca desconocida, «%2»; se conocen box, dots, bar, line y wave.</translation>
    </message>
    <message>
        <source>The role %1 accepts no label.</source>
        <translation>El rol %1 no admite ninguna etiqueta.</translation>
    </message>
    <message>
        <source>The role %1 accepts an unknown label &quot;%2&quot;.</source>
        <translation>El rol %1 admite una etiqueta desconocida, «%2».</translation>
    </message>
    <message>
        <source>The frame %1 has no roles.</source>
        <translation>El marco %1 no tiene roles.</translation>
    </message>
    <message>
        <source>This is no schema: %1 at byte %2.</source>
        <translation>Esto no es un esquema: %1 en el byte %2.</translation>
    </message>
    <message>
        <source>full colour vision</source>
        <translation>visión cromática normal</translation>
    </message>
    <message>
        <source>protanopia</source>
        <translation>protanopía</translation>
    </message>
    <message>
        <source>deuteranopia</source>
        <translation>deuteranopía</translation>
    </message>
    <message>
        <source>tritanopia</source>
        <translation>tritanopía</translation>
    </message>
    <message>
        <source>no colour vision</source>
        <translation>ausencia de visión cromática</translation>
    </message>
    <message>
        <source>The schema needs a name.</source>
        <translation>El esquema necesita un nombre.</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>Falta un nombre.</translation>
    </message>
    <message>
        <source>The name “%1” has blanks at its ends or signs that cannot be seen.</source>
        <translation>El nombre «%1» tiene espacios en los extremos o signos que no se ven.</translation>
    </message>
    <message>
        <source>The name “%1” is given twice.</source>
        <translation>El nombre «%1» aparece dos veces.</translation>
    </message>
    <message>
        <source>The key “%1” is not one sign that can be typed.</source>
        <translation>La tecla «%1» no es un único signo que se pueda teclear.</translation>
    </message>
    <message>
        <source>The key %1 is that of %2 already.</source>
        <translation>La tecla %1 ya es de %2.</translation>
    </message>
    <message>
        <source>The key %1 belongs to the program: %2.</source>
        <translation>La tecla %1 es del programa: %2.</translation>
    </message>
    <message>
        <source>A title is missing: it is what people read.</source>
        <translation>Falta un título: es lo que se lee.</translation>
    </message>
    <message>
        <source>Two labels are shown as “%1”.</source>
        <translation>Dos etiquetas se muestran como «%1».</translation>
    </message>
    <message>
        <source>%1 has no guideline: say what it is for, with an example.</source>
        <translation>%1: falta la pauta; diga para qué sirve, con un ejemplo.</translation>
    </message>
    <message>
        <source>A value is empty.</source>
        <translation>Hay un valor vacío.</translation>
    </message>
    <message>
        <source>The value “%1” is given twice.</source>
        <translation>El valor «%1» aparece dos veces.</translation>
    </message>
    <message>
        <source>%1 has no roles.</source>
        <translation>%1 no tiene roles.</translation>
    </message>
    <message>
        <source>The role %1 takes no label.</source>
        <translation>El rol %1 no admite ninguna etiqueta.</translation>
    </message>
    <message>
        <source>The role %1 takes “%2”, which is no label but a relation. Roles take spans with labels only, so that no relation can contain itself.</source>
        <translation>El rol %1 admite «%2», que no es una etiqueta, sino una relación. Los roles solo admiten segmentos con etiqueta, para que ninguna relación pueda contenerse a sí misma.</translation>
    </message>
    <message>
        <source>The role %1 takes an unknown label “%2”.</source>
        <translation>El rol %1 admite una etiqueta desconocida, «%2».</translation>
    </message>
    <message>
        <source>The role %1 takes “%2” twice.</source>
        <translation>El rol %1 admite «%2» dos veces.</translation>
    </message>
    <message>
        <source>“%1” is not a colour; write it as #rrggbb.</source>
        <translation>«%1» no es un color; escríbalo como #rrggbb.</translation>
    </message>
    <message>
        <source>%1 is hard to see on dark: its contrast is %2 to 1, 3 is the least.</source>
        <translation>%1 se ve mal sobre fondo oscuro: su contraste es de %2 a 1; el mínimo es 3.</translation>
    </message>
    <message>
        <source>%1 is hard to see on light: its contrast is %2 to 1, 3 is the least.</source>
        <translation>%1 se ve mal sobre fondo claro: su contraste es de %2 a 1; el mínimo es 3.</translation>
    </message>
    <message>
        <source>on dark</source>
        <translation>sobre fondo oscuro</translation>
    </message>
    <message>
        <source>on light</source>
        <translation>sobre fondo claro</translation>
    </message>
    <message>
        <source>%1 and %2 have the same mark, and %3 the colours look alike to readers with %4 (difference %5, 10 is the least). Give one another mark or colour.</source>
        <translation>%1 y %2 tienen la misma marca y, %3, los colores se parecen para quien lee con %4 (diferencia %5; el mínimo es 10). Dé a una de las dos otra marca u otro color.</translation>
    </message>
    <message>
        <source>%1 and %2 look alike %3 to readers with %4 (difference %5, 10 is the least): only their marks tell them apart.</source>
        <translation>%1 y %2 se parecen %3 para quien lee con %4 (diferencia %5; el mínimo es 10): solo las distinguen sus marcas.</translation>
    </message>
</context>
<context>
    <name>Quoth::CommandLine</name>
    <message>
        <source>Show this help.</source>
        <translation>Mostrar esta ayuda.</translation>
    </message>
    <message>
        <source>Answer as JSON.</source>
        <translation>Responder en JSON.</translation>
    </message>
    <message>
        <source>Who works, for the project&apos;s log. The name of the user if not given.</source>
        <translation>Quién trabaja, para el registro del proyecto. Si no se indica, el nombre del usuario.</translation>
    </message>
    <message>
        <source>An article&apos;s id or number; may be given several times. All if not given.</source>
        <translation>El identificador o el número de un artículo; puede repetirse. Si no se indica, todos.</translation>
    </message>
    <message>
        <source>Which annotations to take: a list of suggested, accepted and rejected. %1 if not given.</source>
        <translation>Qué anotaciones tomar: una lista con suggested, accepted y rejected. Si no se indica, %1.</translation>
    </message>
    <message>
        <source>Usage: quoth %1 [options] %2</source>
        <translation>Uso: quoth %1 [opciones] %2</translation>
    </message>
    <message>
        <source>Something is missing. Usage: quoth %1 [options] %2</source>
        <translation>Falta algo. Uso: quoth %1 [opciones] %2</translation>
    </message>
    <message>
        <source>What is &quot;%1&quot; for?</source>
        <translation>¿Para qué es «%1»?</translation>
    </message>
    <message>
        <source>Try &quot;quoth %1 --help&quot;.</source>
        <translation>Pruebe «quoth %1 --help».</translation>
    </message>
    <message>
        <source>The project has no article &quot;%1&quot;. &quot;quoth list&quot; shows the articles it has.</source>
        <translation>El proyecto no tiene el artículo «%1». «quoth list» muestra los que tiene.</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Comprobando</translation>
    </message>
    <message>
        <source>%1: no problems found</source>
        <translation>%1: no se encontraron problemas</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found</source>
        <translation>
            <numerusform>%n problema encontrado</numerusform>
            <numerusform>%n problemas encontrados</numerusform>
        </translation>
    </message>
    <message>
        <source>create an empty project</source>
        <translation>crear un proyecto vacío</translation>
    </message>
    <message>
        <source>take articles and annotations from files into a project</source>
        <translation>incorporar a un proyecto artículos y anotaciones de archivos</translation>
    </message>
    <message>
        <source>let detectors suggest annotations</source>
        <translation>hacer que los detectores sugieran anotaciones</translation>
    </message>
    <message>
        <source>train a model of labelled articles for suggesting</source>
        <translation>entrenar con artículos etiquetados un modelo que sugiera</translation>
    </message>
    <message>
        <source>list, add, test, move or remove detectors: programs and servers of yours</source>
        <translation>listar, añadir, probar, mover o quitar detectores: programas y servidores propios</translation>
    </message>
    <message>
        <source>learn from what was decided; show, reset or export what was learned</source>
        <translation>aprender de lo decidido; mostrar, restablecer o exportar lo aprendido</translation>
    </message>
    <message>
        <source>accept, reject, delete, reopen or relabel many annotations at once</source>
        <translation>aceptar, rechazar, eliminar, reabrir o reetiquetar muchas anotaciones a la vez</translation>
    </message>
    <message>
        <source>write a labelled dataset</source>
        <translation>escribir un conjunto de datos etiquetado</translation>
    </message>
    <message>
        <source>publish a dataset: splits without leaks, a card, checksums; list, repeat, compare releases</source>
        <translation>publicar un conjunto de datos: particiones sin fugas, ficha, sumas de verificación; listar, repetir y comparar publicaciones</translation>
    </message>
    <message>
        <source>measure predictions against gold: spans, attributions, confidence, speakers, claims</source>
        <translation>medir predicciones frente a la referencia: segmentos, atribuciones, confianza, hablantes, afirmaciones</translation>
    </message>
    <message>
        <source>show the articles of a project and how far their review is</source>
        <translation>mostrar los artículos de un proyecto y lo avanzada que está su revisión</translation>
    </message>
    <message>
        <source>show the speakers of a project; merge, rename, set types</source>
        <translation>mostrar los hablantes de un proyecto; fusionar, renombrar, asignar tipos</translation>
    </message>
    <message>
        <source>show who did what, and when</source>
        <translation>mostrar quién hizo qué y cuándo</translation>
    </message>
    <message>
        <source>draw an article with its annotations</source>
        <translation>dibujar un artículo con sus anotaciones</translation>
    </message>
    <message>
        <source>look for damage in a project; changes nothing</source>
        <translation>buscar daños en un proyecto; no cambia nada</translation>
    </message>
    <message>
        <source>check or show a label schema: names, keys, colours for all readers</source>
        <translation>comprobar o mostrar un esquema de etiquetas: nombres, teclas, colores para cualquier lector</translation>
    </message>
    <message>
        <source>show the file formats that can be read and written</source>
        <translation>mostrar los formatos de archivo que se pueden leer y escribir</translation>
    </message>
    <message>
        <source>create a project of three articles to try things on</source>
        <translation>crear un proyecto de tres artículos para hacer pruebas</translation>
    </message>
    <message>
        <source>Quoth %1: label who said what in news articles</source>
        <translation>Quoth %1: etiquetar quién dijo qué en las noticias</translation>
    </message>
    <message>
        <source>  quoth [PROJECT | FILE...]  open the window</source>
        <translation>  quoth [PROJECT | FILE...]  abrir la ventana</translation>
    </message>
    <message>
        <source>  quoth COMMAND --help       say how to use a command</source>
        <translation>  quoth COMMAND --help       explicar cómo se usa un comando</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Comandos:</translation>
    </message>
    <message>
        <source>PROJECT is a .quoth file. Exit status: 0 done, 1 could not do it, 2 wrong usage.</source>
        <translation>PROJECT es un archivo .quoth. Código de salida: 0 hecho, 1 no se pudo hacer, 2 uso incorrecto.</translation>
    </message>
    <message>
        <source>There is no such command and no such file. Try &quot;quoth --help&quot;.</source>
        <translation>No existe tal comando ni tal archivo. Pruebe «quoth --help».</translation>
    </message>
    <message>
        <source>warning: </source>
        <translation>aviso: </translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>tipo</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>activo</translation>
    </message>
    <message>
        <source>where</source>
        <translation>dónde</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>integrado</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of detector: program, http, label-studio or inception.</source>
        <translation>«%1» no es un tipo de detector: program, http, label-studio o inception.</translation>
    </message>
    <message>
        <source>--timeout wants a number of seconds, not &quot;%1&quot;.</source>
        <translation>--timeout requiere un número de segundos, no «%1».</translation>
    </message>
    <message>
        <source>--label wants THEIRS=OURS, not &quot;%1&quot;.</source>
        <translation>--label requiere THEIRS=OURS, no «%1».</translation>
    </message>
    <message>
        <source>The texts of articles will be sent to %1 whenever this detector is used.</source>
        <translation>Cada vez que se use este detector, los textos de los artículos se enviarán a %1.</translation>
    </message>
    <message>
        <source>%1: added; try it with: quoth detectors test %1</source>
        <translation>%1: añadido; pruébelo con: quoth detectors test %1</translation>
    </message>
    <message>
        <source>This detector is built in; only those from outside are tested.</source>
        <translation>Este detector está integrado; solo se prueban los externos.</translation>
    </message>
    <message>
        <source>%1: answered in %2 ms; found in a sample of ours: %3, %4</source>
        <translation>%1: respondió en %2 ms; encontrado en una muestra nuestra: %3, %4</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n segmento</numerusform>
            <numerusform>%n segmentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n atribución</numerusform>
            <numerusform>%n atribuciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Of a new one: program, http, label-studio or inception.</source>
        <translation>De uno nuevo: program, http, label-studio o inception.</translation>
    </message>
    <message>
        <source>Of a new one: the program to start.</source>
        <translation>De uno nuevo: el programa que hay que iniciar.</translation>
    </message>
    <message>
        <source>Of a new one: an argument for the program; may be given several times.</source>
        <translation>De uno nuevo: un argumento para el programa; puede repetirse.</translation>
    </message>
    <message>
        <source>Of a new one: the address of the server.</source>
        <translation>De uno nuevo: la dirección del servidor.</translation>
    </message>
    <message>
        <source>Of a new one: seconds for an article; 60 if not given.</source>
        <translation>De uno nuevo: segundos por artículo; si no se indica, 60.</translation>
    </message>
    <message>
        <source>Of a new one: which of our labels is meant by one of theirs; may be given several times.</source>
        <translation>De uno nuevo: a cuál de nuestras etiquetas equivale una de las suyas; puede repetirse.</translation>
    </message>
    <message>
        <source>Of a new INCEpTION recommender: the layer; named entities if not given.</source>
        <translation>De un recomendador nuevo de INCEpTION: la capa; si no se indica, las entidades con nombre.</translation>
    </message>
    <message>
        <source>Of a new INCEpTION recommender: the feature with the label; &quot;value&quot; if not given.</source>
        <translation>De un recomendador nuevo de INCEpTION: el rasgo que lleva la etiqueta; si no se indica, «value».</translation>
    </message>
    <message>
        <source>For test: the label schema, a name or a file.</source>
        <translation>Para test: el esquema de etiquetas, un nombre o un archivo.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of: %2; or a name is missing or too many.</source>
        <translation>«%1» no es ninguno de: %2; o falta o sobra un nombre.</translation>
    </message>
    <message>
        <source>There is no detector of that name; &quot;quoth detectors list&quot; shows those there are.</source>
        <translation>No hay ningún detector con ese nombre; «quoth detectors list» muestra los que hay.</translation>
    </message>
    <message>
        <source>This detector is built in; it can be disabled but not removed.</source>
        <translation>Este detector está integrado; se puede desactivar, pero no quitar.</translation>
    </message>
    <message>
        <source>PLACE is a number from 1 to %1.</source>
        <translation>PLACE es un número de 1 a %1.</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Midiendo</translation>
    </message>
    <message>
        <source>There is nothing to draw: the picture needs attributions with a confidence, measured against documents.</source>
        <translation>No hay nada que dibujar: la imagen necesita atribuciones con confianza, medidas frente a documentos.</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 frente a %2</translation>
    </message>
    <message>
        <source>What is right: JSON Lines with attributions, CofeNet&apos;s instances, labelled sentences, or a project.</source>
        <translation>Lo correcto: JSON Lines con atribuciones, las instancias de CofeNet, oraciones etiquetadas o un proyecto.</translation>
    </message>
    <message>
        <source>What is measured: JSON Lines with attributions, or a project.</source>
        <translation>Lo que se mide: JSON Lines con atribuciones o un proyecto.</translation>
    </message>
    <message>
        <source>Instead of these: how far the annotators of the versions of articles in a file agree.</source>
        <translation>En lugar de lo anterior: en qué medida están de acuerdo los anotadores de las versiones de los artículos de un archivo.</translation>
    </message>
    <message>
        <source>Which predictions: a list of suggested, accepted and rejected. Of a project suggested,accepted and of a file all if not given.</source>
        <translation>Qué predicciones: una lista con suggested, accepted y rejected. Si no se indica, de un proyecto suggested,accepted y de un archivo todas.</translation>
    </message>
    <message>
        <source>Which gold attributions. Of a project accepted and of a file all if not given.</source>
        <translation>Qué atribuciones de referencia. Si no se indica, de un proyecto accepted y de un archivo todas.</translation>
    </message>
    <message>
        <source>Also recall by the gold attributions&apos; kind.</source>
        <translation>También la exhaustividad según el tipo de las atribuciones de referencia.</translation>
    </message>
    <message>
        <source>Keep only the outermost predicted attributions, for gold that holds no others.</source>
        <translation>Conservar solo las atribuciones predichas más externas, para referencias que no contienen otras.</translation>
    </message>
    <message>
        <source>Also draw the reliability diagram and the curve of precision and recall; the suffix says what: %1.</source>
        <translation>Dibujar también el diagrama de fiabilidad y la curva de precisión y exhaustividad; la extensión dice en qué formato: %1.</translation>
    </message>
    <message>
        <source>--gold and --predicted are needed, or --agreement alone.</source>
        <translation>Se necesitan --gold y --predicted, o solo --agreement.</translation>
    </message>
    <message>
        <source>--picture draws confidences, which annotators do not give; it does not go with --agreement.</source>
        <translation>--picture dibuja confianzas, que los anotadores no dan; no se combina con --agreement.</translation>
    </message>
    <message>
        <source>The suffix of the picture must be one of %1.</source>
        <translation>La extensión de la imagen debe ser una de %1.</translation>
    </message>
    <message>
        <source>--%1 takes a list of suggested, accepted and rejected.</source>
        <translation>--%1 admite una lista con suggested, accepted y rejected.</translation>
    </message>
    <message>
        <source>The format to write; see &quot;quoth formats&quot;.</source>
        <translation>El formato que se escribe; véase «quoth formats».</translation>
    </message>
    <message>
        <source>The file, or the folder for some formats; - is the standard output.</source>
        <translation>El archivo o, en algunos formatos, la carpeta; - es la salida estándar.</translation>
    </message>
    <message>
        <source>Only tell what the format cannot carry; write nothing.</source>
        <translation>Decir solo qué no puede representar el formato; no escribir nada.</translation>
    </message>
    <message>
        <source>--format and --output are needed.</source>
        <translation>Se necesitan --format y --output.</translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot; to write; see &quot;quoth formats&quot;.</source>
        <translation>No hay ningún formato «%1» para escribir; véase «quoth formats».</translation>
    </message>
    <message>
        <source>The standard output cannot take both the export and --json.</source>
        <translation>La salida estándar no puede recibir a la vez la exportación y --json.</translation>
    </message>
    <message>
        <source>--state takes a list of suggested, accepted and rejected.</source>
        <translation>--state admite una lista con suggested, accepted y rejected.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exportando</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) can be written without loss.</source>
        <translation>
            <numerusform>%n artículo se puede escribir sin pérdidas.</numerusform>
            <numerusform>%n artículos se pueden escribir sin pérdidas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) can be written with what is told above; nothing was written.</source>
        <translation>
            <numerusform>%n artículo se puede escribir con lo indicado arriba; no se ha escrito nada.</numerusform>
            <numerusform>%n artículos se pueden escribir con lo indicado arriba; no se ha escrito nada.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) written to %1</source>
        <translation>
            <numerusform>%n artículo escrito en %1</numerusform>
            <numerusform>%n artículos escritos en %1</numerusform>
        </translation>
    </message>
    <message>
        <source>What each format carries, as a table in Markdown.</source>
        <translation>Lo que puede representar cada formato, como tabla en Markdown.</translation>
    </message>
    <message>
        <source>import</source>
        <translation>importar</translation>
    </message>
    <message>
        <source>export</source>
        <translation>exportar</translation>
    </message>
    <message>
        <source>files</source>
        <translation>archivos</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>qué es</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>carpeta</translation>
    </message>
    <message>
        <source>Not here: %1 (%2). %3</source>
        <translation>No disponible: %1 (%2). %3</translation>
    </message>
    <message>
        <source>The files&apos; format; recognised if not given. See &quot;quoth formats&quot;.</source>
        <translation>El formato de los archivos; si no se indica, se reconoce. Véase «quoth formats».</translation>
    </message>
    <message>
        <source>The files&apos; encoding; detected if not given.</source>
        <translation>La codificación de los archivos; si no se indica, se detecta.</translation>
    </message>
    <message>
        <source>suggested or accepted: the state of annotations whose file gives none. accepted if not given.</source>
        <translation>suggested o accepted: el estado de las anotaciones cuyo archivo no indica ninguno. Si no se indica, accepted.</translation>
    </message>
    <message>
        <source>Of tables of articles: which column is what, as in text=body,title=headline. Guessed by the names if not given.</source>
        <translation>En tablas de artículos: qué es cada columna, como en text=body,title=headline. Si no se indica, se deduce de los nombres.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) added</source>
        <translation>
            <numerusform>%n artículo añadido</numerusform>
            <numerusform>%n artículos añadidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with new annotations</source>
        <translation>
            <numerusform>%n con anotaciones nuevas</numerusform>
            <numerusform>%n con anotaciones nuevas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n ya estaba</numerusform>
            <numerusform>%n ya estaban</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot; to read; see &quot;quoth formats&quot;.</source>
        <translation>No hay ningún formato «%1» para leer; véase «quoth formats».</translation>
    </message>
    <message>
        <source>--as takes suggested or accepted.</source>
        <translation>--as admite suggested o accepted.</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>Descargando %1</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>Importando %1</translation>
    </message>
    <message>
        <source>The model cannot be written: %1</source>
        <translation>No se puede escribir el modelo: %1</translation>
    </message>
    <message>
        <source>What was learned is forgotten; what was decided so far is not learned from again.</source>
        <translation>Lo aprendido se ha olvidado; de lo decidido hasta ahora no se volverá a aprender.</translation>
    </message>
    <message>
        <source>Back to what version %1 had learned.</source>
        <translation>Se ha vuelto a lo que había aprendido la versión %1.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Aprendiendo</translation>
    </message>
    <message>
        <source>There is nothing new to learn.</source>
        <translation>No hay nada nuevo que aprender.</translation>
    </message>
    <message>
        <source>%1: the model with what was learned, %2 kB.</source>
        <translation>%1: el modelo con lo aprendido, %2 kB.</translation>
    </message>
    <message>
        <source>Nothing was learned in this project yet.</source>
        <translation>En este proyecto aún no se ha aprendido nada.</translation>
    </message>
    <message>
        <source>version %1 of %2, on the model %3</source>
        <translation>versión %1 de %2, sobre el modelo %3</translation>
    </message>
    <message numerus="yes">
        <source>learned from %n article(s)</source>
        <translation>
            <numerusform>aprendido de %n artículo</numerusform>
            <numerusform>aprendido de %n artículos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n decisión</numerusform>
            <numerusform>%n decisiones</numerusform>
        </translation>
    </message>
    <message>
        <source>version</source>
        <translation>versión</translation>
    </message>
    <message>
        <source>made</source>
        <translation>fecha</translation>
    </message>
    <message>
        <source>base</source>
        <translation>base</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>artículos</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>decisiones</translation>
    </message>
    <message>
        <source>strength</source>
        <translation>fuerza</translation>
    </message>
    <message>
        <source>Learn from all that was decided in the project, and keep that as a new version.</source>
        <translation>Aprender de todo lo decidido en el proyecto y guardarlo como una versión nueva.</translation>
    </message>
    <message>
        <source>Show the versions that are kept, the last first.</source>
        <translation>Mostrar las versiones guardadas, la última primero.</translation>
    </message>
    <message>
        <source>Show what was learned, the strongest first.</source>
        <translation>Mostrar lo aprendido, lo más fuerte primero.</translation>
    </message>
    <message>
        <source>Forget what was learned; what was decided so far is not learned from again.</source>
        <translation>Olvidar lo aprendido; de lo decidido hasta ahora no se volverá a aprender.</translation>
    </message>
    <message>
        <source>Go back to what a version had learned; articles learned from since are passed over.</source>
        <translation>Volver a lo que había aprendido una versión; los artículos de los que se aprendió después se pasan por alto.</translation>
    </message>
    <message>
        <source>Write a model file that has learned it, for &quot;quoth suggest --model&quot;.</source>
        <translation>Escribir un archivo de modelo que lo haya aprendido, para «quoth suggest --model».</translation>
    </message>
    <message>
        <source>The model to learn on, made by &quot;quoth train&quot;, instead of the one that comes with the program.</source>
        <translation>El modelo sobre el que aprender, hecho con «quoth train», en lugar del que trae el programa.</translation>
    </message>
    <message>
        <source>Only one of --learn, --reset and --revert can be done at a time.</source>
        <translation>Solo se puede hacer una cosa a la vez: --learn, --reset o --revert.</translation>
    </message>
    <message>
        <source>Only one of --list and --findings can be shown at a time.</source>
        <translation>Solo se puede mostrar una cosa a la vez: --list o --findings.</translation>
    </message>
    <message>
        <source>--revert takes the number of a version; --list shows them.</source>
        <translation>--revert requiere el número de una versión; --list las muestra.</translation>
    </message>
    <message>
        <source>The order of the articles: &quot;added&quot;, or &quot;uncertainty&quot;: those first whose suggestions are least sure.</source>
        <translation>El orden de los artículos: «added», o «uncertainty»: primero aquellos cuyas sugerencias son menos seguras.</translation>
    </message>
    <message>
        <source>There is no order &quot;%1&quot;; there are: added, uncertainty.</source>
        <translation>No existe el orden «%1»; existen: added, uncertainty.</translation>
    </message>
    <message>
        <source>no.</source>
        <translation>n.º</translation>
    </message>
    <message>
        <source>id</source>
        <translation>id</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>caracteres</translation>
    </message>
    <message>
        <source>attributions</source>
        <translation>atribuciones</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>por revisar</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>revisados</translation>
    </message>
    <message>
        <source>uncertainty</source>
        <translation>incertidumbre</translation>
    </message>
    <message>
        <source>title</source>
        <translation>título</translation>
    </message>
    <message>
        <source>undid</source>
        <translation>deshizo</translation>
    </message>
    <message>
        <source>redid</source>
        <translation>rehízo</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importó</translation>
    </message>
    <message>
        <source>did</source>
        <translation>hizo</translation>
    </message>
    <message>
        <source>Only what was done to the article with this id or number.</source>
        <translation>Solo lo hecho en el artículo con este identificador o número.</translation>
    </message>
    <message>
        <source>Only so many entries. All if not given.</source>
        <translation>Solo este número de entradas. Si no se indica, todas.</translation>
    </message>
    <message>
        <source>--most takes a number from 1.</source>
        <translation>--most requiere un número a partir de 1.</translation>
    </message>
    <message>
        <source>--article may be given once here.</source>
        <translation>--article solo puede indicarse una vez aquí.</translation>
    </message>
    <message>
        <source>when</source>
        <translation>cuándo</translation>
    </message>
    <message>
        <source>who</source>
        <translation>quién</translation>
    </message>
    <message>
        <source>what</source>
        <translation>qué</translation>
    </message>
    <message>
        <source>article</source>
        <translation>artículo</translation>
    </message>
    <message>
        <source>A schema file, or the name of one that comes with the program: %1.</source>
        <translation>Un archivo de esquema, o el nombre de uno de los que trae el programa: %1.</translation>
    </message>
    <message>
        <source>Created %1 with the schema &quot;%2&quot;. &quot;quoth import&quot; takes articles into it.</source>
        <translation>Se ha creado %1 con el esquema «%2». «quoth import» le incorpora artículos.</translation>
    </message>
    <message>
        <source>by</source>
        <translation>autor</translation>
    </message>
    <message>
        <source>manifest</source>
        <translation>manifiesto</translation>
    </message>
    <message>
        <source>added</source>
        <translation>añadido</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>eliminado</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiado</translation>
    </message>
    <message>
        <source>moved  %1  from %2 to %3</source>
        <translation>movido  %1  de %2 a %3</translation>
    </message>
    <message>
        <source>--%1 takes the number of a release; &quot;quoth release PROJECT --list&quot; shows them.</source>
        <translation>--%1 requiere el número de una publicación; «quoth release PROJECT --list» las muestra.</translation>
    </message>
    <message>
        <source>release %1</source>
        <translation>publicación %1</translation>
    </message>
    <message>
        <source>its recipe now</source>
        <translation>su receta ahora</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Comparando</translation>
    </message>
    <message>
        <source>%1 and %2: %3 added, %4 removed, %5 changed, %6 moved to another split</source>
        <translation>%1 y %2: %3 añadidos, %4 eliminados, %5 cambiados, %6 movidos a otra partición</translation>
    </message>
    <message>
        <source>split</source>
        <translation>partición</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>grupos</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>segmentos</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) would be released; nothing was written.</source>
        <translation>
            <numerusform>Se publicaría %n artículo; no se ha escrito nada.</numerusform>
            <numerusform>Se publicarían %n artículos; no se ha escrito nada.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Release %2: %n article(s) written to %1</source>
        <translation>
            <numerusform>Publicación %2: %n artículo escrito en %1</numerusform>
            <numerusform>Publicación %2: %n artículos escritos en %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Releasing</source>
        <translation>Publicando</translation>
    </message>
    <message>
        <source>The folder of the dataset; one that is there must be empty or an untouched release.</source>
        <translation>La carpeta del conjunto de datos; si ya existe, debe estar vacía o ser una publicación intacta.</translation>
    </message>
    <message>
        <source>Only tell how many articles would go where; write nothing.</source>
        <translation>Decir solo cuántos artículos irían a cada parte; no escribir nada.</translation>
    </message>
    <message>
        <source>Do not remember the release in the project.</source>
        <translation>No recordar la publicación en el proyecto.</translation>
    </message>
    <message>
        <source>Show the releases that were made of the project.</source>
        <translation>Mostrar las publicaciones que se han hecho del proyecto.</translation>
    </message>
    <message>
        <source>Release by the recipe of this release; further options change it.</source>
        <translation>Publicar según la receta de esta publicación; las demás opciones la modifican.</translation>
    </message>
    <message>
        <source>Tell what is different between this release and the last one; for the last one, what its recipe would give now.</source>
        <translation>Decir en qué se diferencian esta publicación y la última; para la última, qué daría ahora su receta.</translation>
    </message>
    <message>
        <source>--list, --compare and --repeat go one at a time.</source>
        <translation>--list, --compare y --repeat van de una en una.</translation>
    </message>
    <message>
        <source>--repeat and --recipe are two recipes; give one.</source>
        <translation>--repeat y --recipe son dos recetas; indique una.</translation>
    </message>
    <message>
        <source>--output is needed.</source>
        <translation>Se necesita --output.</translation>
    </message>
    <message>
        <source>--review takes any, started or complete.</source>
        <translation>--review admite any, started o complete.</translation>
    </message>
    <message>
        <source>--origin takes a list of person, detector and import.</source>
        <translation>--origin admite una lista con person, detector e import.</translation>
    </message>
    <message>
        <source>--where takes FIELD=VALUE.</source>
        <translation>--where requiere FIELD=VALUE.</translation>
    </message>
    <message>
        <source>--seed takes a whole number from 0 to 4294967295.</source>
        <translation>--seed requiere un número entero de 0 a 4294967295.</translation>
    </message>
    <message>
        <source>--similarity takes a number from 0 to 1.</source>
        <translation>--similarity requiere un número de 0 a 1.</translation>
    </message>
    <message>
        <source>--group-by similarity and --similarity 0 contradict each other.</source>
        <translation>--group-by similarity y --similarity 0 se contradicen.</translation>
    </message>
    <message>
        <source>Take the recipe from a file; further options change it.</source>
        <translation>Tomar la receta de un archivo; las demás opciones la modifican.</translation>
    </message>
    <message>
        <source>Write the recipe to a file.</source>
        <translation>Escribir la receta en un archivo.</translation>
    </message>
    <message>
        <source>The dataset&apos;s name; that of the project if not given.</source>
        <translation>El nombre del conjunto de datos; si no se indica, el del proyecto.</translation>
    </message>
    <message>
        <source>A few sentences for the dataset card, in Markdown.</source>
        <translation>Unas frases para la ficha del conjunto de datos, en Markdown.</translation>
    </message>
    <message>
        <source>The licence, by its SPDX identifier: CC-BY-4.0.</source>
        <translation>La licencia, con su identificador SPDX: CC-BY-4.0.</translation>
    </message>
    <message>
        <source>A list of the languages&apos; ISO 639 codes; those of the articles if not given.</source>
        <translation>Una lista de los códigos ISO 639 de las lenguas; si no se indica, las de los artículos.</translation>
    </message>
    <message>
        <source>Only articles whose review is started, or complete; any if not given.</source>
        <translation>Solo artículos con la revisión empezada (started) o completa (complete); si no se indica, cualquiera.</translation>
    </message>
    <message>
        <source>Only articles with an annotation by a person, a detector or an import; a list.</source>
        <translation>Solo artículos con una anotación de una persona (person), un detector (detector) o una importación (import); una lista.</translation>
    </message>
    <message>
        <source>Only articles with an annotation made by this person or detector; may be given several times.</source>
        <translation>Solo artículos con una anotación hecha por esta persona o este detector; puede repetirse.</translation>
    </message>
    <message>
        <source>Only articles with one of these labels or frame types; a list.</source>
        <translation>Solo artículos con una de estas etiquetas o tipos de marco; una lista.</translation>
    </message>
    <message>
        <source>Only articles with this metadata: outlet=NAME; may be given several times.</source>
        <translation>Solo artículos con estos metadatos: outlet=NAME; puede repetirse.</translation>
    </message>
    <message>
        <source>The shares of train, validation and test: 80,10,10 or train=4,test=1.</source>
        <translation>Las proporciones de train, validation y test: 80,10,10 o train=4,test=1.</translation>
    </message>
    <message>
        <source>Another number gives another split; 1 if not given.</source>
        <translation>Otro número da otra partición; si no se indica, 1.</translation>
    </message>
    <message>
        <source>Keep together what is equal in these: outlet, day, author or any field of the metadata; a list.</source>
        <translation>Mantener junto lo que coincida en estos campos: outlet, day, author o cualquier campo de los metadatos; una lista.</translation>
    </message>
    <message>
        <source>From which share of common words on articles are one story, and stay together: 0.5 if not given, 0 for never.</source>
        <translation>Desde qué proporción de palabras comunes los artículos son una misma noticia y quedan juntos: si no se indica, 0.5; 0 para nunca.</translation>
    </message>
    <message>
        <source>Split anew, rather than as in earlier releases.</source>
        <translation>Repartir de nuevo, en lugar de como en publicaciones anteriores.</translation>
    </message>
    <message>
        <source>Leave the texts out: only offsets, checksums and the labelled words.</source>
        <translation>Omitir los textos: solo posiciones, sumas de verificación y palabras etiquetadas.</translation>
    </message>
    <message>
        <source>Leave the labelled words out too.</source>
        <translation>Omitir también las palabras etiquetadas.</translation>
    </message>
    <message>
        <source>This article came without a page or document of its own.</source>
        <translation>Este artículo llegó sin página ni documento propios.</translation>
    </message>
    <message>
        <source>%1 as it was in %2 written to %3</source>
        <translation>%1, tal como estaba en %2, escrito en %3</translation>
    </message>
    <message>
        <source>The article&apos;s id or number.</source>
        <translation>El identificador o el número del artículo.</translation>
    </message>
    <message>
        <source>The file to write; its suffix says what: %1.</source>
        <translation>El archivo que se escribe; su extensión dice en qué formato: %1.</translation>
    </message>
    <message>
        <source>The width of a picture in pixels, 400 to 4000. 960 if not given.</source>
        <translation>La anchura de una imagen en píxeles, de 400 a 4000. Si no se indica, 960.</translation>
    </message>
    <message>
        <source>So many times as many pixels, 0.25 to 8, for a sharper picture. 1 if not given.</source>
        <translation>Cuántas veces más píxeles, de 0.25 a 8, para una imagen más nítida. Si no se indica, 1.</translation>
    </message>
    <message>
        <source>Light text on a dark background. Web pages follow the reader&apos;s setting.</source>
        <translation>Texto claro sobre fondo oscuro. Las páginas web siguen la preferencia del lector.</translation>
    </message>
    <message>
        <source>What the colours tell apart: %1. label if not given.</source>
        <translation>Lo que distinguen los colores: %1. Si no se indica, label.</translation>
    </message>
    <message>
        <source>Instead, the page or document that the article was read from, as it was; any suffix.</source>
        <translation>En su lugar, la página o el documento del que se leyó el artículo, tal como era; con cualquier extensión.</translation>
    </message>
    <message>
        <source>One --article and --output are needed.</source>
        <translation>Se necesitan un solo --article y --output.</translation>
    </message>
    <message>
        <source>The suffix of the output must be one of %1.</source>
        <translation>La extensión de la salida debe ser una de %1.</translation>
    </message>
    <message>
        <source>--width takes a number from 400 to 4000.</source>
        <translation>--width requiere un número de 400 a 4000.</translation>
    </message>
    <message>
        <source>--scale takes a number from 0.25 to 8.</source>
        <translation>--scale requiere un número de 0.25 a 8.</translation>
    </message>
    <message>
        <source>--colour-by takes one of %1.</source>
        <translation>--colour-by admite uno de %1.</translation>
    </message>
    <message>
        <source>%1 drawn to %2</source>
        <translation>%1 dibujado en %2</translation>
    </message>
    <message>
        <source>Accept what is meant.</source>
        <translation>Aceptar los elementos indicados.</translation>
    </message>
    <message>
        <source>Reject it: it stays as a negative example.</source>
        <translation>Rechazarlos: se conservan como ejemplos negativos.</translation>
    </message>
    <message>
        <source>Delete it; what a detector found is rejected instead.</source>
        <translation>Eliminarlos; lo que encontró un detector se rechaza en su lugar.</translation>
    </message>
    <message>
        <source>Make it a suggestion again.</source>
        <translation>Volver a convertirlos en sugerencias.</translation>
    </message>
    <message>
        <source>Give spans this label, where their attributions allow it.</source>
        <translation>Dar esta etiqueta a los segmentos, donde sus atribuciones lo permitan.</translation>
    </message>
    <message>
        <source>Only spans with this label, or attributions by the name of their frame; may be given several times. Attributions and free spans if not given.</source>
        <translation>Solo segmentos con esta etiqueta, o atribuciones según el nombre de su marco; puede repetirse. Si no se indica, atribuciones y segmentos sueltos.</translation>
    </message>
    <message>
        <source>Only what is in one of these states: a list of suggested, accepted and rejected.</source>
        <translation>Solo lo que esté en uno de estos estados: una lista con suggested, accepted y rejected.</translation>
    </message>
    <message>
        <source>Only what has at least this confidence, 0 to 1.</source>
        <translation>Solo lo que tenga al menos esta confianza, de 0 a 1.</translation>
    </message>
    <message>
        <source>Only what has at most this confidence, 0 to 1.</source>
        <translation>Solo lo que tenga como mucho esta confianza, de 0 a 1.</translation>
    </message>
    <message>
        <source>Only what was made by a person, a detector or an import, or by the one with this name.</source>
        <translation>Solo lo hecho por una persona (person), un detector (detector) o una importación (import), o por quien tenga este nombre.</translation>
    </message>
    <message>
        <source>Only what is credited to the speaker of this name.</source>
        <translation>Solo lo atribuido al hablante con este nombre.</translation>
    </message>
    <message>
        <source>Only what says this in its words, its speaker&apos;s name or its notes.</source>
        <translation>Solo lo que contenga esto en sus palabras, en el nombre de su hablante o en sus notas.</translation>
    </message>
    <message>
        <source>Say what would be done, and change nothing.</source>
        <translation>Decir qué se haría, sin cambiar nada.</translation>
    </message>
    <message>
        <source>One of --accept, --reject, --delete, --reopen and --relabel is needed.</source>
        <translation>Se necesita una de --accept, --reject, --delete, --reopen y --relabel.</translation>
    </message>
    <message>
        <source>--min-confidence takes a number from 0 to 1.</source>
        <translation>--min-confidence requiere un número de 0 a 1.</translation>
    </message>
    <message>
        <source>--max-confidence takes a number from 0 to 1.</source>
        <translation>--max-confidence requiere un número de 0 a 1.</translation>
    </message>
    <message>
        <source>--min-confidence is more than --max-confidence: nothing can be meant.</source>
        <translation>--min-confidence es mayor que --max-confidence: nada puede cumplirlo.</translation>
    </message>
    <message>
        <source>The project&apos;s schema has no label &quot;%1&quot;.</source>
        <translation>El esquema del proyecto no tiene la etiqueta «%1».</translation>
    </message>
    <message>
        <source>The project has no speaker &quot;%1&quot;.</source>
        <translation>El proyecto no tiene ningún hablante «%1».</translation>
    </message>
    <message>
        <source>Several speakers are called &quot;%1&quot;.</source>
        <translation>Varios hablantes se llaman «%1».</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) accepted</source>
        <translation>
            <numerusform>%n elemento aceptado</numerusform>
            <numerusform>%n elementos aceptados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) rejected</source>
        <translation>
            <numerusform>%n elemento rechazado</numerusform>
            <numerusform>%n elementos rechazados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) reopened</source>
        <translation>
            <numerusform>%n elemento reabierto</numerusform>
            <numerusform>%n elementos reabiertos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) deleted</source>
        <translation>
            <numerusform>%n elemento eliminado</numerusform>
            <numerusform>%n elementos eliminados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) relabelled as %1</source>
        <translation>
            <numerusform>%n elemento reetiquetado como %1</numerusform>
            <numerusform>%n elementos reetiquetados como %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matched; nothing was changed.</source>
        <translation>Ninguna coincidencia; no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>items, articles</comment>
        <translation>%1 en %2</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n artículo</numerusform>
            <numerusform>%n artículos</numerusform>
        </translation>
    </message>
    <message>
        <source>Would do: %1. Nothing was changed.</source>
        <translation>Resultado previsto: %1. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>%1. &quot;quoth log&quot; tells; undo in the window takes it back.</source>
        <translation>%1. «quoth log» lo muestra; en la ventana se puede deshacer.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them, found by a detector, kept as rejected</source>
        <translation>
            <numerusform>%n de ellos, encontrado por un detector, queda como rechazado</numerusform>
            <numerusform>%n de ellos, encontrados por un detector, quedan como rechazados</numerusform>
        </translation>
    </message>
    <message>
        <source>Reviewing</source>
        <translation>Revisando</translation>
    </message>
    <message>
        <source>Created %1: one article is labelled, the others have suggestions to review.</source>
        <translation>Se ha creado %1: un artículo está etiquetado; los demás tienen sugerencias por revisar.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither check nor show.</source>
        <translation>«%1» no es ni check ni show.</translation>
    </message>
    <message>
        <source>Only one of --merge, --rename and --type can be done at a time.</source>
        <translation>Solo se puede hacer una cosa a la vez: --merge, --rename o --type.</translation>
    </message>
    <message>
        <source>--merge NAME and --into NAME belong together.</source>
        <translation>--merge NAME y --into NAME van juntas.</translation>
    </message>
    <message>
        <source>Say with --speaker NAME whose it is.</source>
        <translation>Indique con --speaker NAME de quién se trata.</translation>
    </message>
    <message>
        <source>--speaker NAME needs --rename or --type.</source>
        <translation>--speaker NAME necesita --rename o --type.</translation>
    </message>
    <message>
        <source>--type takes one of person, organisation, country, group, anonymous and article.</source>
        <translation>--type admite uno de person, organisation, country, group, anonymous y article.</translation>
    </message>
    <message>
        <source>The project has no speaker &quot;%1&quot;; &quot;quoth speakers PROJECT&quot; lists them.</source>
        <translation>El proyecto no tiene ningún hablante «%1»; «quoth speakers PROJECT» los enumera.</translation>
    </message>
    <message>
        <source>Several speakers are called &quot;%1&quot;: give the number that &quot;quoth speakers PROJECT&quot; shows.</source>
        <translation>Varios hablantes se llaman «%1»: indique el número que muestra «quoth speakers PROJECT».</translation>
    </message>
    <message>
        <source>No speakers yet.</source>
        <translation>Aún no hay hablantes.</translation>
    </message>
    <message>
        <source>type</source>
        <translation>tipo</translation>
    </message>
    <message>
        <source>aliases</source>
        <translation>alias</translation>
    </message>
    <message>
        <source>Credit this speaker&apos;s words to the one of --into, and keep the name as an alias; may be given several times.</source>
        <translation>Atribuir las palabras de este hablante al de --into y conservar el nombre como alias; puede repetirse.</translation>
    </message>
    <message>
        <source>The speaker that stays in a merge.</source>
        <translation>El hablante que queda en una fusión.</translation>
    </message>
    <message>
        <source>The speaker to change: a name, or the number in the list.</source>
        <translation>El hablante que se cambia: un nombre, o el número de la lista.</translation>
    </message>
    <message>
        <source>Give the speaker another name; the old one becomes an alias.</source>
        <translation>Dar otro nombre al hablante; el antiguo pasa a ser un alias.</translation>
    </message>
    <message>
        <source>Make the speaker a person, organisation, country, group, anonymous or article.</source>
        <translation>El tipo del hablante: person, organisation, country, group, anonymous o article.</translation>
    </message>
    <message>
        <source>It is so already; nothing was changed.</source>
        <translation>Ya está así; no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Done: %1. &quot;quoth log&quot; tells; undo in the window takes it back.</source>
        <translation>Hecho: %1. «quoth log» lo muestra; en la ventana se puede deshacer.</translation>
    </message>
    <message>
        <source>A model that &quot;quoth train&quot; made, to suggest with instead of the one that comes with the program.</source>
        <translation>Un modelo hecho con «quoth train», para sugerir en lugar del que trae el programa.</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>Modelo entrenado</translation>
    </message>
    <message>
        <source>There is no detector &quot;%1&quot;; there are: %2.</source>
        <translation>No hay ningún detector «%1»; hay: %2.</translation>
    </message>
    <message>
        <source>Suggesting</source>
        <translation>Sugiriendo</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n encontrada</numerusform>
            <numerusform>%n encontradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n por revisar</numerusform>
            <numerusform>%n por revisar</numerusform>
        </translation>
    </message>
    <message>
        <source>The file of the model.</source>
        <translation>El archivo del modelo.</translation>
    </message>
    <message>
        <source>What the model is called; the output&apos;s name if not given.</source>
        <translation>Cómo se llama el modelo; si no se indica, el nombre de la salida.</translation>
    </message>
    <message>
        <source>How often to go through the articles (%1 if not given).</source>
        <translation>Cuántas veces se recorren los artículos (%1 si no se indica).</translation>
    </message>
    <message>
        <source>How many models to train first, whose agreement teaches the one that is written (%1 if not given); 0 is fastest.</source>
        <translation>Cuántos modelos se entrenan antes, cuyo acuerdo enseña al que se escribe (%1 si no se indica); 0 es lo más rápido.</translation>
    </message>
    <message>
        <source>A model to take the vectors of words from, or a text of them as GloVe has it; &quot;none&quot; for none. If not given, those of the model that Quoth carries.</source>
        <translation>Un modelo del que tomar los vectores de palabras, o un texto con ellos como el de GloVe; «none» para ninguno. Si no se indica, los del modelo que trae Quoth.</translation>
    </message>
    <message>
        <source>The number that chance begins with (%1 if not given).</source>
        <translation>El número con el que empieza el azar (%1 si no se indica).</translation>
    </message>
    <message>
        <source>--epochs takes a number from 1 to 100.</source>
        <translation>--epochs requiere un número de 1 a 100.</translation>
    </message>
    <message>
        <source>--teachers takes a number from 0 to 10.</source>
        <translation>--teachers requiere un número de 0 a 10.</translation>
    </message>
    <message>
        <source>--seed takes a number from 0 to 1000000.</source>
        <translation>--seed requiere un número de 0 a 1000000.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenando</translation>
    </message>
    <message>
        <source>%1, round %2 of %3: loss %4</source>
        <translation>%1, época %2 de %3: pérdida %4</translation>
    </message>
    <message numerus="yes">
        <source>%1: a model of %n article(s), version %2, %3 kB.</source>
        <translation>
            <numerusform>%1: un modelo de %n artículo, versión %2, %3 kB.</numerusform>
            <numerusform>%1: un modelo de %n artículos, versión %2, %3 kB.</numerusform>
        </translation>
    </message>
    <message>
        <source>show a chapter of the manual; write it as a web page, as PDF or into a folder</source>
        <translation>mostrar un capítulo del manual; escribirlo como página web, como PDF o en una carpeta</translation>
    </message>
    <message>
        <source>Which of overlapping spans is written by formats with one label a word: longest or shortest. longest if not given.</source>
        <translation>Cuál de los segmentos que se solapan escriben los formatos con una etiqueta por palabra: longest o shortest. Si no se indica, longest.</translation>
    </message>
    <message>
        <source>--overlaps takes longest or shortest.</source>
        <translation>--overlaps admite longest o shortest.</translation>
    </message>
    <message>
        <source>Writes instead: manual.html is one page with all in it, manual.pdf is for paper, a folder gets a page for each chapter.</source>
        <translation>Escribirlo en lugar de mostrarlo: manual.html es una sola página con todo, manual.pdf es para imprimir y una carpeta recibe una página por capítulo.</translation>
    </message>
    <message>
        <source>The names and titles of the chapters.</source>
        <translation>Los nombres y los títulos de los capítulos.</translation>
    </message>
    <message>
        <source>The manual has no chapter “%1”. It has: %2.</source>
        <translation>El manual no tiene el capítulo «%1». Tiene: %2.</translation>
    </message>
    <message>
        <source>--output takes a file or a folder.</source>
        <translation>--output admite un archivo o una carpeta.</translation>
    </message>
    <message>
        <source>The manual was written to %1</source>
        <translation>El manual se ha escrito en %1</translation>
    </message>
    <message>
        <source>Which detector; may be given several times. There are: %1. Those that are enabled, see &quot;quoth detectors&quot;, if not given.</source>
        <translation>Qué detector; puede repetirse. Hay: %1. Si no se indica, los que están activos; véase «quoth detectors».</translation>
    </message>
    <message>
        <source>print the manual page or a shell&apos;s completion</source>
        <translation>mostrar la página de manual (man) o el autocompletado de un intérprete de comandos</translation>
    </message>
    <message>
        <source>Options of the window:</source>
        <translation>Opciones de la ventana:</translation>
    </message>
    <message>
        <source>open the window</source>
        <translation>abrir la ventana</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of man, bash, zsh and fish.</source>
        <translation>«%1» no es man, bash, zsh ni fish.</translation>
    </message>
    <message>
        <source>A project: one SQLite database with the articles, the annotations and the log of all edits.</source>
        <translation>Un proyecto: una sola base de datos SQLite con los artículos, las anotaciones y el registro de todos los cambios.</translation>
    </message>
    <message>
        <source>Held by the program that has the project open for writing.</source>
        <translation>Lo retiene el programa que tiene abierto el proyecto para escritura.</translation>
    </message>
    <message>
        <source>Settings of the window, and detectors of your own.</source>
        <translation>Preferencias de la ventana y detectores propios.</translation>
    </message>
    <message>
        <source>From an article to a dataset:</source>
        <translation>De un artículo a un conjunto de datos:</translation>
    </message>
    <message>
        <source>Reject all that the detectors are not sure of, after a look at what that would be:</source>
        <translation>Rechazar todo aquello de lo que los detectores no están seguros, después de ver qué sería:</translation>
    </message>
    <message>
        <source>label who said what in news articles</source>
        <translation>etiquetar quién dijo qué en las noticias</translation>
    </message>
    <message>
        <source>Quoth finds and labels speakers, reporting verbs, quotations, claims and scare quotes in news articles. Without a command it opens a window on a project or on articles; with one it does a part of that work without a display. This is version %1.</source>
        <translation>Quoth encuentra y etiqueta hablantes, verbos introductores, citas, afirmaciones y comillas de distancia en las noticias. Sin comando, abre una ventana con un proyecto o con artículos; con un comando, hace una parte de ese trabajo sin entorno gráfico. Esta es la versión %1.</translation>
    </message>
    <message>
        <source>How Qt draws: &quot;offscreen&quot; needs no display, and is what commands that draw take if it is not set.</source>
        <translation>Cómo dibuja Qt: «offscreen» no necesita entorno gráfico y es lo que usan los comandos que dibujan si la variable no está definida.</translation>
    </message>
    <message>
        <source>Who works, for the project&apos;s log, where no annotator is given.</source>
        <translation>Quién trabaja, para el registro del proyecto, cuando no se indica ningún anotador.</translation>
    </message>
    <message>
        <source>0 if it is done, 1 if it could not be done, 2 for wrong usage.</source>
        <translation>0 si se ha hecho, 1 si no se pudo hacer, 2 si el uso es incorrecto.</translation>
    </message>
    <message>
        <source>The picture could not be made.</source>
        <translation>No se pudo crear la imagen.</translation>
    </message>
    <message>
        <source>Instead, the begin of the article, or of the first one, as a small PNG no larger than this, 16 to 1024; any suffix.</source>
        <translation>En su lugar, el comienzo del artículo, o del primero si no se indica, como un PNG pequeño que no supera este tamaño, de 16 a 1024; con cualquier extensión.</translation>
    </message>
    <message>
        <source>--original and --thumbnail go one at a time.</source>
        <translation>--original y --thumbnail van de una en una.</translation>
    </message>
    <message>
        <source>--thumbnail takes a number from 16 to 1024.</source>
        <translation>--thumbnail requiere un número de 16 a 1024.</translation>
    </message>
    <message>
        <source>The project has no article.</source>
        <translation>El proyecto no tiene ningún artículo.</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection</name>
    <message>
        <source>This is not a model for claims that this version of Quoth can read.</source>
        <translation>Esto no es un modelo de afirmaciones que pueda leer esta versión de Quoth.</translation>
    </message>
    <message>
        <source>The model for claims was cut short or altered; take a new copy of it.</source>
        <translation>El modelo de afirmaciones está truncado o alterado; consiga otra copia.</translation>
    </message>
    <message>
        <source>The model for claims contradicts itself; train it again.</source>
        <translation>El modelo de afirmaciones se contradice; entrénelo de nuevo.</translation>
    </message>
    <message>
        <source>The training was cancelled.</source>
        <translation>Se canceló el entrenamiento.</translation>
    </message>
    <message>
        <source>Too few sentences to learn from: %1 that state something worth checking, %2 that do not, and at least %3 of either are needed.</source>
        <translation>Hay pocas oraciones de las que aprender: %1 que dicen algo que merece verificación y %2 que no; se necesitan al menos %3 de cada clase.</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>Modelo entrenado</translation>
    </message>
    <message>
        <source>word</source>
        <translation>palabra</translation>
    </message>
    <message>
        <source>word before</source>
        <translation>palabra anterior</translation>
    </message>
    <message>
        <source>word after</source>
        <translation>palabra siguiente</translation>
    </message>
    <message>
        <source>words</source>
        <translation>palabras</translation>
    </message>
    <message>
        <source>What was learned cannot be read: it is damaged.</source>
        <translation>No se puede leer lo aprendido: está dañado.</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>Se canceló la búsqueda.</translation>
    </message>
    <message>
        <source>The model cannot be read: %1</source>
        <translation>No se puede leer el modelo: %1</translation>
    </message>
    <message>
        <source>This is no model of Quoth&apos;s, or it is damaged. Make it anew with &quot;quoth train&quot;.</source>
        <translation>Esto no es un modelo de Quoth, o está dañado. Hágalo de nuevo con «quoth train».</translation>
    </message>
    <message>
        <source>This model has the format %1; this Quoth reads %2. Make it anew with &quot;quoth train&quot;.</source>
        <translation>Este modelo tiene el formato %1; este Quoth lee el %2. Hágalo de nuevo con «quoth train».</translation>
    </message>
    <message>
        <source>The model&apos;s file is cut short or too long: copy it again.</source>
        <translation>El archivo del modelo está truncado o es demasiado largo: cópielo otra vez.</translation>
    </message>
    <message>
        <source>The model&apos;s file has changed since it was made: copy it again.</source>
        <translation>El archivo del modelo ha cambiado desde que se hizo: cópielo otra vez.</translation>
    </message>
    <message>
        <source>There are %1 articles with attributions: label %2 at least before a model is trained of them.</source>
        <translation>Hay %1 artículos con atribuciones: etiquete al menos %2 antes de entrenar un modelo con ellos.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Línea %1: %2</translation>
    </message>
    <message>
        <source>a word and %1 numbers are needed; there are %2</source>
        <translation>se necesitan una palabra y %1 números; hay %2</translation>
    </message>
    <message>
        <source>“%1” is no number</source>
        <translation>«%1» no es un número</translation>
    </message>
    <message>
        <source>There are no vectors of words in it.</source>
        <translation>No contiene vectores de palabras.</translation>
    </message>
    <message>
        <source>The vectors of words are damaged.</source>
        <translation>Los vectores de palabras están dañados.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Reglas</translation>
    </message>
    <message>
        <source>The word list cannot be used; install Quoth again.</source>
        <translation>La lista de palabras no se puede usar; instale Quoth de nuevo.</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection::AnnotationBuilder</name>
    <message>
        <source>%1; second guess for the source: “%2” (%3 %)</source>
        <translation>%1; segunda opción para la fuente: «%2» (%3&#xa0;%)</translation>
    </message>
    <message>
        <source>reporting verb “%1”</source>
        <translation>verbo introductor «%1»</translation>
    </message>
    <message>
        <source>reporting participle “%1”</source>
        <translation>participio introductor «%1»</translation>
    </message>
    <message>
        <source>reporting noun “%1”</source>
        <translation>sustantivo introductor «%1»</translation>
    </message>
    <message>
        <source>words of attitude “%1”</source>
        <translation>palabras de actitud «%1»</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>name and colon at the begin of the paragraph</source>
        <translation>nombre y dos puntos al principio del párrafo</translation>
    </message>
    <message>
        <source>goes on from the quotation in the paragraph before</source>
        <translation>continúa la cita del párrafo anterior</translation>
    </message>
    <message>
        <source>capital letters and marks beside it</source>
        <translation>mayúsculas y signos a su lado</translation>
    </message>
    <message>
        <source>mood of reported speech, goes on from the sentence before</source>
        <translation>modo del discurso referido, continúa la oración anterior</translation>
    </message>
    <message>
        <source>the sentence reports as a whole</source>
        <translation>la oración entera es discurso referido</translation>
    </message>
    <message>
        <source>pronoun before it</source>
        <translation>pronombre antes</translation>
    </message>
    <message>
        <source>pronoun after it</source>
        <translation>pronombre después</translation>
    </message>
    <message>
        <source>name before it</source>
        <translation>nombre antes</translation>
    </message>
    <message>
        <source>name after it</source>
        <translation>nombre después</translation>
    </message>
    <message>
        <source>subject before it</source>
        <translation>sujeto antes</translation>
    </message>
    <message>
        <source>subject after it</source>
        <translation>sujeto después</translation>
    </message>
    <message>
        <source>quotation marks</source>
        <translation>comillas</translation>
    </message>
    <message>
        <source>quotation marks, nobody named near</source>
        <translation>comillas, sin nadie nombrado cerca</translation>
    </message>
    <message>
        <source>a word or two in quotation marks without a statement</source>
        <translation>una o dos palabras entre comillas sin una declaración</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection::ClaimJudge</name>
    <message>
        <source>states a figure: %1</source>
        <translation>da una cifra: %1</translation>
    </message>
    <message>
        <source>compares</source>
        <translation>compara</translation>
    </message>
    <message>
        <source>compares: %1</source>
        <translation>compara: %1</translation>
    </message>
    <message>
        <source>names a cause: %1</source>
        <translation>nombra una causa: %1</translation>
    </message>
    <message>
        <source>is about a law: %1</source>
        <translation>trata de una ley: %1</translation>
    </message>
    <message>
        <source>says what happened</source>
        <translation>dice qué ocurrió</translation>
    </message>
    <message>
        <source>states something that can be checked</source>
        <translation>dice algo que puede comprobarse</translation>
    </message>
    <message>
        <source>words of claims: %1</source>
        <translation>palabras de afirmaciones: %1</translation>
    </message>
    <message>
        <source>against it: %1</source>
        <translation>en contra: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection::Outside</name>
    <message>
        <source>More was left out for other reasons.</source>
        <translation>Se omitió más por otros motivos.</translation>
    </message>
    <message>
        <source>Spans outside of the text were left out: offsets count characters (code points), from 0, to the end exclusive.</source>
        <translation>Se omitieron segmentos fuera del texto: las posiciones cuentan caracteres (puntos de código), desde 0 y con el final excluido.</translation>
    </message>
    <message>
        <source>Spans without any text were left out.</source>
        <translation>Se omitieron segmentos sin texto.</translation>
    </message>
    <message>
        <source>Spans outside of the text were left out: offsets count UTF-16 units, from 0, to the end exclusive.</source>
        <translation>Se omitieron segmentos fuera del texto: las posiciones cuentan unidades UTF-16, desde 0 y con el final excluido.</translation>
    </message>
    <message>
        <source>Spans that begin or end within a character were left out: offsets count UTF-16 units.</source>
        <translation>Se omitieron segmentos que empiezan o terminan dentro de un carácter: las posiciones cuentan unidades UTF-16.</translation>
    </message>
    <message>
        <source>Confidences outside of 0 to 1 were left out.</source>
        <translation>Se omitieron confianzas fuera del intervalo de 0 a 1.</translation>
    </message>
    <message>
        <source>Attributes that the label schema does not know, or not with this value, were left out.</source>
        <translation>Se omitieron atributos que el esquema de etiquetas no conoce, o no con ese valor.</translation>
    </message>
    <message>
        <source>Spans with the label &quot;%1&quot; were left out, as the detector&apos;s settings say.</source>
        <translation>Se omitieron segmentos con la etiqueta «%1», como dicen las preferencias del detector.</translation>
    </message>
    <message>
        <source>Spans without a label were left out.</source>
        <translation>Se omitieron segmentos sin etiqueta.</translation>
    </message>
    <message>
        <source>Spans with the label &quot;%1&quot; were left out: the label schema has none. Say in the detector&apos;s settings which of its labels is meant.</source>
        <translation>Se omitieron segmentos con la etiqueta «%1»: el esquema de etiquetas no la tiene. Indique en las preferencias del detector a cuál de las suyas equivale.</translation>
    </message>
    <message>
        <source>Fragments of a span that overlap were joined.</source>
        <translation>Se unieron fragmentos de un segmento que se solapan.</translation>
    </message>
    <message>
        <source>Speakers without a name were left out.</source>
        <translation>Se omitieron hablantes sin nombre.</translation>
    </message>
    <message>
        <source>Types of speakers that are not known were read as &quot;person&quot;.</source>
        <translation>Los tipos de hablante desconocidos se leyeron como «person».</translation>
    </message>
    <message>
        <source>Speakers of spans whose label names nobody were left out.</source>
        <translation>Se omitieron los hablantes de segmentos cuya etiqueta no nombra a nadie.</translation>
    </message>
    <message>
        <source>Attributions of the type &quot;%1&quot; were left out: the label schema has none.</source>
        <translation>Se omitieron atribuciones del tipo «%1»: el esquema de etiquetas no lo tiene.</translation>
    </message>
    <message>
        <source>Parts of attributions whose role the label schema does not know, or not with this label, were left out.</source>
        <translation>Se omitieron partes de atribuciones cuyo rol no conoce el esquema de etiquetas, o no con esa etiqueta.</translation>
    </message>
    <message>
        <source>Parts of attributions with too many parts were left out.</source>
        <translation>Se omitieron partes de atribuciones con demasiadas partes.</translation>
    </message>
    <message>
        <source>Attributions without &quot;%1&quot; were left out.</source>
        <translation>Se omitieron atribuciones sin «%1».</translation>
    </message>
    <message>
        <source>Attributions without any part were left out.</source>
        <translation>Se omitieron atribuciones sin ninguna parte.</translation>
    </message>
    <message>
        <source>A detector in your settings cannot be read and is left out: %1</source>
        <translation>Un detector de sus preferencias no se puede leer y se omite: %1</translation>
    </message>
    <message>
        <source>There is a detector of that name already; give it another one.</source>
        <translation>Ya hay un detector con ese nombre; dele otro.</translation>
    </message>
    <message>
        <source>No server answers there; is it running, and is the port right?</source>
        <translation>Allí no responde ningún servidor; ¿está en marcha y es correcto el puerto?</translation>
    </message>
    <message>
        <source>There is no host of that name; is the address right, and the network up?</source>
        <translation>No hay ningún servidor con ese nombre; ¿es correcta la dirección y funciona la red?</translation>
    </message>
    <message>
        <source>The server closed the connection before its answer was complete.</source>
        <translation>El servidor cerró la conexión antes de completar su respuesta.</translation>
    </message>
    <message>
        <source>There is no safe connection (TLS) to the server: %1</source>
        <translation>No hay conexión segura (TLS) con el servidor: %1</translation>
    </message>
    <message>
        <source>The server could not be asked: %1</source>
        <translation>No se pudo consultar al servidor: %1</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>Se canceló la búsqueda.</translation>
    </message>
    <message numerus="yes">
        <source>It did not answer within %n second(s). Give it more time in the detector&apos;s settings, or see why it is slow.</source>
        <translation>
            <numerusform>No respondió en %n segundo. Dele más tiempo en las preferencias del detector o averigüe por qué es lento.</numerusform>
            <numerusform>No respondió en %n segundos. Dele más tiempo en las preferencias del detector o averigüe por qué es lento.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its answer is longer than %1 MB and was not read.</source>
        <translation>Su respuesta ocupa más de %1 MB y no se leyó.</translation>
    </message>
    <message>
        <source>The server sends on to %1. Nothing was sent there; if that is right, give this address in the detector&apos;s settings.</source>
        <translation>El servidor remite a %1. No se envió nada allí; si es correcto, ponga esa dirección en las preferencias del detector.</translation>
    </message>
    <message>
        <source>The server wants a name and a password (status %1). Put them into the address: http://name:password@host.</source>
        <translation>El servidor pide un nombre y una contraseña (estado %1). Póngalos en la dirección: http://name:password@host.</translation>
    </message>
    <message>
        <source>The server knows no such address (status %1); is the kind of detector right?</source>
        <translation>El servidor no conoce esa dirección (estado %1); ¿es correcto el tipo de detector?</translation>
    </message>
    <message>
        <source>The server failed (status %1): &quot;%2&quot;.</source>
        <translation>El servidor falló (estado %1): «%2».</translation>
    </message>
    <message>
        <source>The server answered with %1, not with JSON; is the address right?</source>
        <translation>El servidor respondió con %1, no con JSON; ¿es correcta la dirección?</translation>
    </message>
    <message>
        <source>Spans whose fragments are no pairs of whole numbers were left out.</source>
        <translation>Se omitieron segmentos cuyos fragmentos no son pares de números enteros.</translation>
    </message>
    <message>
        <source>Relations were left out: a recommender for a layer of spans is needed.</source>
        <translation>Se omitieron relaciones: se necesita un recomendador para una capa de segmentos.</translation>
    </message>
    <message>
        <source>Its answer has no text &quot;document&quot; with the XMI.</source>
        <translation>Su respuesta no tiene el texto «document» con el XMI.</translation>
    </message>
    <message>
        <source>The XMI in its answer has a document type, which may hide anything; it was not read.</source>
        <translation>El XMI de su respuesta tiene un tipo de documento, que puede ocultar cualquier cosa; no se leyó.</translation>
    </message>
    <message>
        <source>The XMI in its answer is broken (line %1: %2).</source>
        <translation>El XMI de su respuesta está mal formado (línea %1: %2).</translation>
    </message>
    <message>
        <source>The document in its answer is no XMI with a text.</source>
        <translation>El documento de su respuesta no es un XMI con texto.</translation>
    </message>
    <message>
        <source>The text in its answer is not the one that was sent, so its offsets mean nothing.</source>
        <translation>El texto de su respuesta no es el que se envió, así que sus posiciones no significan nada.</translation>
    </message>
    <message>
        <source>Results of the type &quot;%1&quot; were left out: only labels and relations of text are read.</source>
        <translation>Se omitieron resultados del tipo «%1»: solo se leen etiquetas y relaciones de texto.</translation>
    </message>
    <message>
        <source>Relations of spans that are not there, or were left out, were left out.</source>
        <translation>Se omitieron relaciones de segmentos que no existen o que se omitieron.</translation>
    </message>
    <message>
        <source>Spans whose &quot;text&quot; is not what stands there were left out: offsets count characters (code points), not bytes or UTF-16 units.</source>
        <translation>Se omitieron segmentos cuyo «text» no es lo que hay en ese lugar: las posiciones cuentan caracteres (puntos de código), no bytes ni unidades UTF-16.</translation>
    </message>
    <message>
        <source>/health does not say &quot;UP&quot; but &quot;%1&quot;: this is no Label Studio ML backend, or it is not ready.</source>
        <translation>/health no dice «UP», sino «%1»: no es un servidor de ML de Label Studio, o no está listo.</translation>
    </message>
    <message>
        <source>Its answer has no list &quot;results&quot;.</source>
        <translation>Su respuesta no tiene la lista «results».</translation>
    </message>
    <message numerus="yes">
        <source>It answered for %n task(s) where one was asked.</source>
        <translation>
            <numerusform>Respondió para %n tarea cuando se pidió una.</numerusform>
            <numerusform>Respondió para %n tareas cuando se pidió una.</numerusform>
        </translation>
    </message>
    <message>
        <source>Further predictions for the same article were left out.</source>
        <translation>Se omitieron más predicciones para el mismo artículo.</translation>
    </message>
    <message>
        <source>A prediction in its answer has no list &quot;result&quot;.</source>
        <translation>Una predicción de su respuesta no tiene la lista «result».</translation>
    </message>
    <message>
        <source>Relations between labels that no role of the label schema joins were left out.</source>
        <translation>Se omitieron relaciones entre etiquetas que ningún rol del esquema de etiquetas une.</translation>
    </message>
    <message>
        <source>This detector would send articles to %1, to which nobody has agreed yet: test it in the window, or add it anew.</source>
        <translation>Este detector enviaría artículos a %1, y nadie ha dado aún su consentimiento: pruébelo en la ventana o añádalo de nuevo.</translation>
    </message>
    <message>
        <source>It is not asked any more after %1 failures in a row; the last: %2</source>
        <translation>Ya no se le consulta, tras %1 fallos seguidos; el último: %2</translation>
    </message>
    <message>
        <source>Only answers may go to its standard output.</source>
        <translation>En su salida estándar solo puede haber respuestas.</translation>
    </message>
    <message>
        <source>detector</source>
        <translation>detector</translation>
    </message>
    <message>
        <source>Give the detector a name.</source>
        <translation>Dé un nombre al detector.</translation>
    </message>
    <message>
        <source>The name may hold letters, digits, &quot;-&quot;, &quot;_&quot; and &quot;.&quot; and at most 60 of them.</source>
        <translation>El nombre puede contener letras, cifras, «-», «_» y «.», 60 como máximo.</translation>
    </message>
    <message>
        <source>The time-out must be between 1 and %1 seconds.</source>
        <translation>El tiempo límite debe estar entre 1 y %1 segundos.</translation>
    </message>
    <message>
        <source>Say which program is to be started.</source>
        <translation>Indique qué programa hay que iniciar.</translation>
    </message>
    <message>
        <source>The address must begin with http:// or https:// and name a host, as in http://localhost:9090.</source>
        <translation>La dirección debe empezar por http:// o https:// y nombrar un servidor, como en http://localhost:9090.</translation>
    </message>
    <message>
        <source>The address may have no &quot;?&quot; and no &quot;#&quot;; paths are put behind it.</source>
        <translation>La dirección no puede llevar «?» ni «#»; detrás de ella se añaden rutas.</translation>
    </message>
    <message>
        <source>INCEpTION needs a layer, such as %1, and a feature, such as %2.</source>
        <translation>INCEpTION necesita una capa, como %1, y un rasgo, como %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of detector.</source>
        <translation>«%1» no es un tipo de detector.</translation>
    </message>
    <message>
        <source>It could not be started (%1); is the path right, and may the file be run?</source>
        <translation>No se pudo iniciar (%1); ¿es correcta la ruta y se puede ejecutar el archivo?</translation>
    </message>
    <message numerus="yes">
        <source>It did not answer within %n second(s). Give it more time in the detector&apos;s settings, or see why it is slow; each answer must end its line and be flushed.</source>
        <translation>
            <numerusform>No respondió en %n segundo. Dele más tiempo en las preferencias del detector o averigüe por qué es lento; cada respuesta debe terminar su línea y enviarse de inmediato (flush).</numerusform>
            <numerusform>No respondió en %n segundos. Dele más tiempo en las preferencias del detector o averigüe por qué es lento; cada respuesta debe terminar su línea y enviarse de inmediato (flush).</numerusform>
        </translation>
    </message>
    <message>
        <source>It crashed before it answered.</source>
        <translation>Se cerró inesperadamente antes de responder.</translation>
    </message>
    <message>
        <source>It ended with status %1 before it answered.</source>
        <translation>Terminó con el estado %1 antes de responder.</translation>
    </message>
    <message>
        <source>It wrote on standard error: %1</source>
        <translation>Escribió en la salida de error: %1</translation>
    </message>
    <message>
        <source>Parts of attributions that name a span which is not there were left out.</source>
        <translation>Se omitieron partes de atribuciones que nombran un segmento que no existe.</translation>
    </message>
    <message>
        <source>Spans without fragments were left out.</source>
        <translation>Se omitieron segmentos sin fragmentos.</translation>
    </message>
    <message>
        <source>Mentions of a speaker that the answer does not list were left out.</source>
        <translation>Se omitieron menciones de un hablante que la respuesta no enumera.</translation>
    </message>
    <message>
        <source>It answered with nothing.</source>
        <translation>No respondió nada.</translation>
    </message>
    <message>
        <source>It answered with bytes that are not valid UTF-8: &quot;%1&quot;.</source>
        <translation>Respondió con bytes que no son UTF-8 válido: «%1».</translation>
    </message>
    <message>
        <source>It answered with what is no JSON, or is cut short (%1, at byte %2): &quot;%3&quot;.</source>
        <translation>Respondió con algo que no es JSON o está truncado (%1, en el byte %2): «%3».</translation>
    </message>
    <message>
        <source>It answered with JSON that is no object: &quot;%1&quot;.</source>
        <translation>Respondió con JSON que no es un objeto: «%1».</translation>
    </message>
    <message>
        <source>It told an error: %1</source>
        <translation>Informó de un error: %1</translation>
    </message>
    <message>
        <source>It did not introduce itself: the first answer must hold &quot;name&quot;, &quot;version&quot; and &quot;protocol&quot;.</source>
        <translation>No se presentó: la primera respuesta debe contener «name», «version» y «protocol».</translation>
    </message>
    <message>
        <source>It speaks version %1 of the protocol, Quoth speaks version %2.</source>
        <translation>Habla la versión %1 del protocolo; Quoth habla la versión %2.</translation>
    </message>
    <message>
        <source>(not told)</source>
        <translation>(no indicado)</translation>
    </message>
    <message>
        <source>It answered to another article: &quot;id&quot; is not that of the question.</source>
        <translation>Respondió a otro artículo: «id» no es el de la pregunta.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in its answer is no list.</source>
        <translation>«%1» no es una lista en su respuesta.</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing</name>
    <message>
        <source>The search was stopped.</source>
        <translation>Se detuvo la búsqueda.</translation>
    </message>
    <message>
        <source>same words as “%1”</source>
        <translation>las mismas palabras que «%1»</translation>
    </message>
    <message numerus="yes">
        <source>suggest %n further place(s)</source>
        <translation>
            <numerusform>sugerir en %n lugar más</numerusform>
            <numerusform>sugerir en %n lugares más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::BulkReview</name>
    <message numerus="yes">
        <source>accept %n item(s)</source>
        <translation>
            <numerusform>aceptar %n elemento</numerusform>
            <numerusform>aceptar %n elementos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reject %n item(s)</source>
        <translation>
            <numerusform>rechazar %n elemento</numerusform>
            <numerusform>rechazar %n elementos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reopen %n item(s)</source>
        <translation>
            <numerusform>reabrir %n elemento</numerusform>
            <numerusform>reabrir %n elementos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>delete %n item(s)</source>
        <translation>
            <numerusform>eliminar %n elemento</numerusform>
            <numerusform>eliminar %n elementos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>relabel %n item(s) as %1</source>
        <translation>
            <numerusform>reetiquetar %n elemento como %1</numerusform>
            <numerusform>reetiquetar %n elementos como %1</numerusform>
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
        <translation>etiquetar como %1</translation>
    </message>
    <message>
        <source>move an edge</source>
        <translation>mover un límite</translation>
    </message>
    <message>
        <source>relabel as %1</source>
        <translation>reetiquetar como %1</translation>
    </message>
    <message>
        <source>change a note</source>
        <translation>cambiar una nota</translation>
    </message>
    <message>
        <source>set %1</source>
        <translation>asignar el atributo %1</translation>
    </message>
    <message numerus="yes">
        <source>delete %n item(s)</source>
        <translation>
            <numerusform>eliminar %n elemento</numerusform>
            <numerusform>eliminar %n elementos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>accept %n item(s)</source>
        <translation>
            <numerusform>aceptar %n elemento</numerusform>
            <numerusform>aceptar %n elementos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reject %n item(s)</source>
        <translation>
            <numerusform>rechazar %n elemento</numerusform>
            <numerusform>rechazar %n elementos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reopen %n item(s)</source>
        <translation>
            <numerusform>reabrir %n elemento</numerusform>
            <numerusform>reabrir %n elementos</numerusform>
        </translation>
    </message>
    <message>
        <source>set the speaker</source>
        <translation>asignar el hablante</translation>
    </message>
    <message>
        <source>change the speaker %1</source>
        <translation>cambiar el hablante %1</translation>
    </message>
    <message>
        <source>add an attribution</source>
        <translation>añadir una atribución</translation>
    </message>
    <message>
        <source>fill the %1</source>
        <translation>completar el rol %1</translation>
    </message>
    <message>
        <source>clear the %1</source>
        <translation>vaciar el rol %1</translation>
    </message>
    <message>
        <source>change the kind</source>
        <translation>cambiar el tipo</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::ReviewFilter</name>
    <message>
        <source>open</source>
        <translation>pendiente</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>a range of confidence</comment>
        <translation>de %1 a %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>the least confidence</comment>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <comment>the greatest confidence</comment>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>made by %1</source>
        <translation>hecho por %1</translation>
    </message>
    <message>
        <source>made by people</source>
        <translation>hecho por personas</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importado</translation>
    </message>
    <message>
        <source>found by detectors</source>
        <translation>encontrado por detectores</translation>
    </message>
    <message>
        <source>without a speaker</source>
        <translation>sin hablante</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>con nota</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::SchemaDraft</name>
    <message>
        <source>New label</source>
        <translation>Etiqueta nueva</translation>
    </message>
    <message>
        <source>New frame</source>
        <translation>Marco nuevo</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>New label %1</source>
        <translation>Etiqueta nueva %1</translation>
    </message>
    <message>
        <source>New frame %1</source>
        <translation>Marco nuevo %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::SchemaStep</name>
    <message numerus="yes">
        <source>%n span(s) in the project have the label “%1”. Say which label they get instead.</source>
        <translation>
            <numerusform>%n segmento del proyecto tiene la etiqueta «%1». Indique qué etiqueta recibe en su lugar.</numerusform>
            <numerusform>%n segmentos del proyecto tienen la etiqueta «%1». Indique qué etiqueta reciben en su lugar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind “%1”. Remove them first.</source>
        <translation>
            <numerusform>%n marco del proyecto es del tipo «%1». Quítelo antes.</numerusform>
            <numerusform>%n marcos del proyecto son del tipo «%1». Quítelos antes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project fill the role “%1”. Take them out of it first.</source>
        <translation>
            <numerusform>%n segmento del proyecto ocupa el rol «%1». Sáquelo antes de él.</numerusform>
            <numerusform>%n segmentos del proyecto ocupan el rol «%1». Sáquelos antes de él.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::SpeakerEdits</name>
    <message>
        <source>A speaker needs a name.</source>
        <translation>Un hablante necesita un nombre.</translation>
    </message>
    <message>
        <source>“%1” is no item of Wikidata: those are a Q and a number, like Q42.</source>
        <translation>«%1» no es un elemento de Wikidata: se escriben con una Q y un número, como Q42.</translation>
    </message>
    <message>
        <source>“%1” is no colour of the form #rrggbb.</source>
        <translation>«%1» no es un color de la forma #rrggbb.</translation>
    </message>
    <message>
        <source>There is a speaker called %1 already. Merge the two instead.</source>
        <translation>Ya hay un hablante llamado %1. Fusione los dos en su lugar.</translation>
    </message>
    <message>
        <source>add the speaker %1</source>
        <translation>añadir el hablante %1</translation>
    </message>
    <message>
        <source>This speaker is gone.</source>
        <translation>Este hablante ya no existe.</translation>
    </message>
    <message>
        <source>change the speaker %1</source>
        <translation>cambiar el hablante %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 is mentioned in %n article(s). Merge the speaker with another one instead.</source>
        <translation>
            <numerusform>%1 se menciona en %n artículo. Fusione este hablante con otro en su lugar.</numerusform>
            <numerusform>%1 se menciona en %n artículos. Fusione este hablante con otro en su lugar.</numerusform>
        </translation>
    </message>
    <message>
        <source>delete the speaker %1</source>
        <translation>eliminar el hablante %1</translation>
    </message>
    <message>
        <source>A speaker cannot be merged into itself: choose another one.</source>
        <translation>Un hablante no se puede fusionar consigo mismo: elija otro.</translation>
    </message>
    <message>
        <source>merge %1 into %2</source>
        <translation>fusionar %1 con %2</translation>
    </message>
    <message numerus="yes">
        <source>merge %n speaker(s) into %1</source>
        <translation>
            <numerusform>fusionar %n hablante con %1</numerusform>
            <numerusform>fusionar %n hablantes con %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the mentions that go to the new speaker.</source>
        <translation>Elija las menciones que pasan al hablante nuevo.</translation>
    </message>
    <message>
        <source>split %1 from %2</source>
        <translation>separar %1 de %2</translation>
    </message>
    <message>
        <source>%1 is not mentioned by these words.</source>
        <translation>%1 no se menciona con estas palabras.</translation>
    </message>
    <message>
        <source>“%1” is always %2</source>
        <translation>«%1» es siempre %2</translation>
    </message>
    <message>
        <source>There is another speaker called %1, who is mentioned by other words too. Merge the two, or give that one another name, first.</source>
        <translation>Hay otro hablante llamado %1, al que también se menciona con otras palabras. Fusione antes los dos, o dé otro nombre a aquel.</translation>
    </message>
</context>
<context>
    <name>Quoth::Exchange</name>
    <message>
        <source>This is a table of annotations as Quoth writes it, not one of articles. To take annotations along, export them as &quot;jsonl&quot; and import that.</source>
        <translation>Esta es una tabla de anotaciones como las que escribe Quoth, no de artículos. Para llevarse las anotaciones, expórtelas como «jsonl» e importe ese archivo.</translation>
    </message>
    <message>
        <source>The table has no column &quot;%1&quot;; it has: %2.</source>
        <translation>La tabla no tiene la columna «%1»; tiene: %2.</translation>
    </message>
    <message>
        <source>A column cannot be &quot;%1&quot;, only one of: %2.</source>
        <translation>Una columna no puede ser «%1», solo una de: %2.</translation>
    </message>
    <message>
        <source>No column of the table is known to hold the articles&apos; text. Say which one does, with --columns text=NAME; it has: %1.</source>
        <translation>No se sabe qué columna de la tabla contiene el texto de los artículos. Indíquela con --columns text=NAME; la tabla tiene: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not say which column is what, as in text=body; what it can be: %2.</source>
        <translation>«%1» no dice qué es cada columna, como en text=body; puede ser: %2.</translation>
    </message>
    <message>
        <source>An article&apos;s id comes more than once; a number was added to it.</source>
        <translation>El identificador de un artículo aparece más de una vez; se le añadió un número.</translation>
    </message>
    <message>
        <source>The file holds no article. %1</source>
        <translation>El archivo no contiene ningún artículo. %1</translation>
    </message>
    <message>
        <source>The file holds no article.</source>
        <translation>El archivo no contiene ningún artículo.</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>columna %1</translation>
    </message>
    <message>
        <source>The row has no text and was skipped.</source>
        <translation>La fila no tiene texto y se saltó.</translation>
    </message>
    <message>
        <source>The row has more cells than the header.</source>
        <translation>La fila tiene más celdas que el encabezado.</translation>
    </message>
    <message>
        <source>The table is empty.</source>
        <translation>La tabla está vacía.</translation>
    </message>
    <message>
        <source>The table holds no article.</source>
        <translation>La tabla no contiene ningún artículo.</translation>
    </message>
    <message>
        <source>A span without characters was left out.</source>
        <translation>Se omitió un segmento sin caracteres.</translation>
    </message>
    <message>
        <source>A span outside the text was left out.</source>
        <translation>Se omitió un segmento fuera del texto.</translation>
    </message>
    <message>
        <source>A line that is no annotation of brat&apos;s was skipped.</source>
        <translation>Se saltó una línea que no es una anotación de brat.</translation>
    </message>
    <message>
        <source>An equivalence was not kept.</source>
        <translation>No se conservó una equivalencia.</translation>
    </message>
    <message>
        <source>An annotation whose id is given twice was skipped.</source>
        <translation>Se saltó una anotación cuyo identificador aparece dos veces.</translation>
    </message>
    <message>
        <source>Origins, confidences, explanations and speakers went into notes of the type &quot;Quoth&quot;.</source>
        <translation>Los orígenes, las confianzas, las explicaciones y los hablantes pasaron a notas del tipo «Quoth».</translation>
    </message>
    <message>
        <source>Spans were cut at line breaks; notes keep how they were.</source>
        <translation>Los segmentos se cortaron en los saltos de línea; unas notas conservan cómo eran.</translation>
    </message>
    <message>
        <source>Annotations of nothing but line breaks were left out.</source>
        <translation>Se omitieron anotaciones formadas solo por saltos de línea.</translation>
    </message>
    <message>
        <source>Articles&apos; ids were changed so that they can be file names.</source>
        <translation>Se cambiaron los identificadores de los artículos para que puedan ser nombres de archivo.</translation>
    </message>
    <message>
        <source>Articles lost their metadata, for which brat has no place.</source>
        <translation>Los artículos perdieron sus metadatos, para los que brat no tiene sitio.</translation>
    </message>
    <message>
        <source>The folder could not be put in its place.</source>
        <translation>No se pudo poner la carpeta en su sitio.</translation>
    </message>
    <message>
        <source>The file could not be put in its place.</source>
        <translation>No se pudo poner el archivo en su sitio.</translation>
    </message>
    <message>
        <source>brat standoff is a folder of files and cannot go to the standard output.</source>
        <translation>brat standoff es una carpeta de archivos y no puede ir a la salida estándar.</translation>
    </message>
    <message>
        <source>brat standoff is a folder, but there is a file of this name.</source>
        <translation>brat standoff es una carpeta, pero hay un archivo con este nombre.</translation>
    </message>
    <message>
        <source>brat standoff</source>
        <translation>brat standoff</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>No existe tal archivo ni carpeta.</translation>
    </message>
    <message>
        <source>An annotation file without its text was skipped.</source>
        <translation>Se saltó un archivo de anotaciones sin su texto.</translation>
    </message>
    <message>
        <source>The folder holds no text file.</source>
        <translation>La carpeta no contiene ningún archivo de texto.</translation>
    </message>
    <message>
        <source>A file was skipped. %1</source>
        <translation>Se saltó un archivo. %1</translation>
    </message>
    <message>
        <source>A fragment outside the text was dropped.</source>
        <translation>Se descartó un fragmento fuera del texto.</translation>
    </message>
    <message>
        <source>A fragment without characters was dropped.</source>
        <translation>Se descartó un fragmento sin caracteres.</translation>
    </message>
    <message>
        <source>A span of which no fragment was left was dropped.</source>
        <translation>Se descartó un segmento del que no quedaba ningún fragmento.</translation>
    </message>
    <message>
        <source>A span&apos;s text is not what its offsets give; the offsets were believed.</source>
        <translation>El texto de un segmento no es el que dan sus posiciones; se dieron por buenas las posiciones.</translation>
    </message>
    <message>
        <source>An event&apos;s reference to a trigger that is not there was dropped.</source>
        <translation>Se descartó la referencia de un evento a un disparador que no existe.</translation>
    </message>
    <message>
        <source>An argument that is an event was replaced by that event&apos;s trigger.</source>
        <translation>Un argumento que es un evento se sustituyó por el disparador de ese evento.</translation>
    </message>
    <message>
        <source>A role&apos;s reference to a span that is not there was dropped.</source>
        <translation>Se descartó la referencia de un rol a un segmento que no existe.</translation>
    </message>
    <message>
        <source>An attribution of which no span was left was dropped.</source>
        <translation>Se descartó una atribución de la que no quedaba ningún segmento.</translation>
    </message>
    <message>
        <source>A binary relation was not kept: it is no attribution.</source>
        <translation>No se conservó una relación binaria: no es una atribución.</translation>
    </message>
    <message>
        <source>An attribute of something that is not there was dropped.</source>
        <translation>Se descartó un atributo de algo que no existe.</translation>
    </message>
    <message>
        <source>A note on something that is not there was dropped.</source>
        <translation>Se descartó una nota sobre algo que no existe.</translation>
    </message>
    <message>
        <source>A normalisation was not kept: it is no reference of a span to Wikidata.</source>
        <translation>No se conservó una normalización: no es una referencia de un segmento a Wikidata.</translation>
    </message>
    <message>
        <source>The offsets count CRLF as two characters and were read so.</source>
        <translation>Las posiciones cuentan CRLF como dos caracteres y se leyeron así.</translation>
    </message>
    <message>
        <source>Attributes that are no texts, or are named as no feature may be, went as JSON into the feature &quot;attributes&quot;.</source>
        <translation>Los atributos que no son textos, o que se llaman como no puede llamarse un rasgo, pasaron como JSON al rasgo «attributes».</translation>
    </message>
    <message>
        <source>UIMA CAS JSON (INCEpTION)</source>
        <translation>UIMA CAS JSON (INCEpTION)</translation>
    </message>
    <message>
        <source>This is no JSON: %1, at byte %2.</source>
        <translation>Esto no es JSON: %1, en el byte %2.</translation>
    </message>
    <message>
        <source>This is no UIMA CAS: there is no &quot;%1&quot;.</source>
        <translation>Esto no es UIMA CAS: no hay «%1».</translation>
    </message>
    <message>
        <source>Annotations of another view than the first with a text were dropped.</source>
        <translation>Se descartaron las anotaciones de vistas distintas de la primera con texto.</translation>
    </message>
    <message>
        <source>References to arrays that very many structures share were dropped.</source>
        <translation>Se descartaron las referencias a matrices que comparten muchísimas estructuras.</translation>
    </message>
    <message>
        <source>A structure without a type was dropped.</source>
        <translation>Se descartó una estructura sin tipo.</translation>
    </message>
    <message>
        <source>%1, structure %2</source>
        <translation>%1, estructura %2</translation>
    </message>
    <message>
        <source>An id is given twice; references mean the first one.</source>
        <translation>Un identificador aparece dos veces; las referencias remiten al primero.</translation>
    </message>
    <message>
        <source>An annotation lies outside the text and was dropped.</source>
        <translation>Una anotación está fuera del texto y se descartó.</translation>
    </message>
    <message>
        <source>An annotation without characters was dropped.</source>
        <translation>Se descartó una anotación sin caracteres.</translation>
    </message>
    <message>
        <source>Annotations of words and syntax were not taken in.</source>
        <translation>No se incorporaron las anotaciones de palabras y de sintaxis.</translation>
    </message>
    <message>
        <source>A link to something that is not there was dropped.</source>
        <translation>Se descartó un enlace a algo que no existe.</translation>
    </message>
    <message>
        <source>Chains were not taken in, only their links.</source>
        <translation>No se incorporaron cadenas, solo sus eslabones.</translation>
    </message>
    <message>
        <source>An attribution without any span was dropped.</source>
        <translation>Se descartó una atribución sin ningún segmento.</translation>
    </message>
    <message>
        <source>There is no text in it.</source>
        <translation>No contiene texto.</translation>
    </message>
    <message>
        <source>A file of the suffix .%1 holds one article. Export several to a .zip.</source>
        <translation>Un archivo con la extensión .%1 contiene un solo artículo. Exporte varios a un .zip.</translation>
    </message>
    <message>
        <source>Spans that are no claims were left out.</source>
        <translation>Se omitieron los segmentos que no son afirmaciones.</translation>
    </message>
    <message>
        <source>Attributions were left out; claimants come from them.</source>
        <translation>Se omitieron las atribuciones; de ellas proceden los autores de las afirmaciones.</translation>
    </message>
    <message>
        <source>The articles&apos; texts and further metadata were left out.</source>
        <translation>Se omitieron los textos de los artículos y otros metadatos.</translation>
    </message>
    <message>
        <source>States, origins, confidences and explanations of claims were left out.</source>
        <translation>Se omitieron los estados, los orígenes, las confianzas y las explicaciones de las afirmaciones.</translation>
    </message>
    <message>
        <source>Notes and attributes of claims were left out.</source>
        <translation>Se omitieron las notas y los atributos de las afirmaciones.</translation>
    </message>
    <message>
        <source>The places of claims in the text were left out.</source>
        <translation>Se omitió el lugar de las afirmaciones en el texto.</translation>
    </message>
    <message>
        <source>Claims in several pieces were joined by &quot; … &quot;.</source>
        <translation>Las afirmaciones en varios fragmentos se unieron con « … ».</translation>
    </message>
    <message>
        <source>Claims for schema.org</source>
        <translation>Afirmaciones para schema.org</translation>
    </message>
    <message>
        <source>Articles without words were left out.</source>
        <translation>Se omitieron los artículos sin palabras.</translation>
    </message>
    <message>
        <source>States, which have no column: what was not accepted looks like the rest.</source>
        <translation>Los estados no tienen columna: lo que no se aceptó se ve igual que lo demás.</translation>
    </message>
    <message>
        <source>Confidences have no column.</source>
        <translation>Las confianzas no tienen columna.</translation>
    </message>
    <message>
        <source>Origins and explanations have no column.</source>
        <translation>Los orígenes y las explicaciones no tienen columna.</translation>
    </message>
    <message>
        <source>Notes have no column.</source>
        <translation>Las notas no tienen columna.</translation>
    </message>
    <message>
        <source>Attributes have no column.</source>
        <translation>Los atributos no tienen columna.</translation>
    </message>
    <message>
        <source>Speakers have no column.</source>
        <translation>Los hablantes no tienen columna.</translation>
    </message>
    <message>
        <source>Spans in several pieces became as many spans.</source>
        <translation>Los segmentos en varios fragmentos se convirtieron en otros tantos segmentos.</translation>
    </message>
    <message>
        <source>Attributions have no place; their spans were written.</source>
        <translation>Las atribuciones no tienen sitio; se escribieron sus segmentos.</translation>
    </message>
    <message>
        <source>Articles lost their id and metadata.</source>
        <translation>Los artículos perdieron su identificador y sus metadatos.</translation>
    </message>
    <message>
        <source>Articles lost the blanks and line ends between their words.</source>
        <translation>Los artículos perdieron los espacios y los finales de línea entre sus palabras.</translation>
    </message>
    <message>
        <source>Spans were left out because one with more words holds their place: a word has one label.</source>
        <translation>Se omitieron segmentos porque otro con más palabras ocupa su lugar: una palabra tiene una sola etiqueta.</translation>
    </message>
    <message>
        <source>CoNLL-2003, four columns</source>
        <translation>CoNLL-2003, cuatro columnas</translation>
    </message>
    <message>
        <source>CoNLL-2002, two columns</source>
        <translation>CoNLL-2002, dos columnas</translation>
    </message>
    <message>
        <source>CoNLL, two columns, IOBES</source>
        <translation>CoNLL, dos columnas, IOBES</translation>
    </message>
    <message>
        <source>CoNLL, columns for each label</source>
        <translation>CoNLL, columnas para cada etiqueta</translation>
    </message>
    <message>
        <source>A line has not as many columns as the others; what it lacks was taken as O.</source>
        <translation>Una línea no tiene tantas columnas como las demás; lo que falta se tomó como O.</translation>
    </message>
    <message>
        <source>All of spans and attributions but their words, labels and roles went into a comment that only Quoth reads.</source>
        <translation>De los segmentos y las atribuciones, todo salvo sus palabras, etiquetas y roles pasó a un comentario que solo lee Quoth.</translation>
    </message>
    <message>
        <source>Articles&apos; metadata went into a comment that only Quoth reads.</source>
        <translation>Los metadatos de los artículos pasaron a un comentario que solo lee Quoth.</translation>
    </message>
    <message>
        <source>CoNLL-U</source>
        <translation>CoNLL-U</translation>
    </message>
    <message>
        <source>A line that is no word of CoNLL-U was skipped.</source>
        <translation>Se saltó una línea que no es una palabra de CoNLL-U.</translation>
    </message>
    <message>
        <source>The details of an article are no JSON and were left out.</source>
        <translation>Los detalles de un artículo no son JSON y se omitieron.</translation>
    </message>
    <message>
        <source>A span that is not of the form B-Label:id was dropped.</source>
        <translation>Se descartó un segmento que no tiene la forma B-Label:id.</translation>
    </message>
    <message>
        <source>Spans of nothing but blanks were left out.</source>
        <translation>Se omitieron segmentos formados solo por espacios.</translation>
    </message>
    <message>
        <source>Spans lost the blanks that they begin or end with.</source>
        <translation>Los segmentos perdieron los espacios con los que empiezan o terminan.</translation>
    </message>
    <message>
        <source>Cells that look like formulas got an apostrophe before them.</source>
        <translation>Las celdas que parecen fórmulas recibieron un apóstrofo delante.</translation>
    </message>
    <message>
        <source>Table for spreadsheets</source>
        <translation>Tabla para hojas de cálculo</translation>
    </message>
    <message>
        <source>Table with tabs</source>
        <translation>Tabla con tabuladores</translation>
    </message>
    <message>
        <source>A quotation mark is not closed: the cell goes on to the end of the file.</source>
        <translation>Falta cerrar unas comillas: la celda llega hasta el final del archivo.</translation>
    </message>
    <message>
        <source>doccano JSON Lines, counting grapheme clusters</source>
        <translation>JSON Lines de doccano, contando clústeres de grafemas</translation>
    </message>
    <message>
        <source>doccano JSON Lines</source>
        <translation>JSON Lines de doccano</translation>
    </message>
    <message>
        <source>Suggestions look like labels that were given; Quoth finds their state beside the text.</source>
        <translation>Las sugerencias parecen etiquetas puestas; Quoth encuentra su estado junto al texto.</translation>
    </message>
    <message>
        <source>Confidences, explanations, speakers, notes and attributes of spans were kept beside the text, where Quoth finds them.</source>
        <translation>Las confianzas, explicaciones, hablantes, notas y atributos de los segmentos se guardaron junto al texto, donde Quoth los encuentra.</translation>
    </message>
    <message>
        <source>Spans that begin or end within a character (a grapheme cluster) show the whole of it; Quoth finds the exact place beside the text.</source>
        <translation>Los segmentos que empiezan o terminan dentro de un carácter (un clúster de grafemas) lo muestran entero; Quoth encuentra el lugar exacto junto al texto.</translation>
    </message>
    <message>
        <source>Spans overlap: doccano takes them only into projects that allow it, and drops them elsewhere.</source>
        <translation>Hay segmentos que se solapan: doccano solo los admite en proyectos que lo permiten, y en los demás los descarta.</translation>
    </message>
    <message>
        <source>Labels that are no list were left out.</source>
        <translation>Se omitieron etiquetas que no son una lista.</translation>
    </message>
    <message>
        <source>A label that belongs to no place in the text was left out.</source>
        <translation>Se omitió una etiqueta que no corresponde a ningún lugar del texto.</translation>
    </message>
    <message>
        <source>A span whose offsets are no whole numbers was left out.</source>
        <translation>Se omitió un segmento cuyas posiciones no son números enteros.</translation>
    </message>
    <message>
        <source>A span without a label was left out.</source>
        <translation>Se omitió un segmento sin etiqueta.</translation>
    </message>
    <message>
        <source>A span&apos;s id is given twice; references mean the first.</source>
        <translation>El identificador de un segmento aparece dos veces; las referencias remiten al primero.</translation>
    </message>
    <message>
        <source>A relation of a span that is not there was left out.</source>
        <translation>Se omitió una relación de un segmento que no existe.</translation>
    </message>
    <message>
        <source>The file holds no text.</source>
        <translation>El archivo no contiene texto.</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Documento de Word</translation>
    </message>
    <message>
        <source>The archive holds no Word document.</source>
        <translation>El archivo comprimido no contiene ningún documento de Word.</translation>
    </message>
    <message>
        <source>EPUB book</source>
        <translation>Libro EPUB</translation>
    </message>
    <message>
        <source>The archive holds no EPUB.</source>
        <translation>El archivo comprimido no contiene ningún EPUB.</translation>
    </message>
    <message>
        <source>The book is locked (DRM) and cannot be read.</source>
        <translation>El libro está bloqueado (DRM) y no se puede leer.</translation>
    </message>
    <message>
        <source>A document of the book was left out. %1</source>
        <translation>Se omitió un documento del libro. %1</translation>
    </message>
    <message>
        <source>The page&apos;s elements are nested too deep to be read.</source>
        <translation>Los elementos de la página están anidados a demasiada profundidad para leerlos.</translation>
    </message>
    <message>
        <source>Notes at the foot or the end were left out.</source>
        <translation>Se omitieron las notas al pie o al final.</translation>
    </message>
    <message>
        <source>The book names no documents with text.</source>
        <translation>El libro no nombra documentos con texto.</translation>
    </message>
    <message>
        <source>Role fillers were left out because their spans are in a state that is not exported.</source>
        <translation>Se omitieron segmentos que ocupan roles, porque están en un estado que no se exporta.</translation>
    </message>
    <message>
        <source>Attributions were left out because none of their spans is exported.</source>
        <translation>Se omitieron atribuciones porque no se exporta ninguno de sus segmentos.</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>Esto es una carpeta, no un archivo.</translation>
    </message>
    <message>
        <source>The file is larger than an article may be (1 GiB).</source>
        <translation>El archivo es mayor de lo que puede ser un artículo (1 GiB).</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>El archivo está vacío.</translation>
    </message>
    <message>
        <source>This is no text: it seems to be %1.</source>
        <translation>Esto no es texto: parece ser %1.</translation>
    </message>
    <message>
        <source>Bytes that are not valid %1 became U+FFFD.</source>
        <translation>Los bytes que no son %1 válido se convirtieron en U+FFFD.</translation>
    </message>
    <message>
        <source>The import was cancelled.</source>
        <translation>Se canceló la importación.</translation>
    </message>
    <message>
        <source>Spans that other programs would take for valid ones were only kept beside the text, where Quoth finds them.</source>
        <translation>Los segmentos que otros programas tomarían por válidos solo se guardaron junto al texto, donde Quoth los encuentra.</translation>
    </message>
    <message>
        <source>Interrupted spans became regions joined by relations.</source>
        <translation>Los segmentos interrumpidos se convirtieron en regiones unidas por relaciones.</translation>
    </message>
    <message>
        <source>Attributions with one filler have no relation that shows them; they were kept beside the text, where Quoth finds them.</source>
        <translation>Las atribuciones con un solo segmento no tienen una relación que las muestre; se guardaron junto al texto, donde Quoth las encuentra.</translation>
    </message>
    <message>
        <source>Role fillers of attributions that differ from them in state have no relation; they were kept beside the text, where Quoth finds them.</source>
        <translation>Los segmentos que ocupan un rol en una atribución y difieren de ella en el estado no tienen relación; se guardaron junto al texto, donde Quoth los encuentra.</translation>
    </message>
    <message>
        <source>Attributions that share a cue look like one to other programs.</source>
        <translation>Las atribuciones que comparten un introductor parecen una sola para otros programas.</translation>
    </message>
    <message>
        <source>Kinds, speakers, notes, confidences and further attributes of attributions were kept beside the text, where Quoth finds them.</source>
        <translation>Los tipos, hablantes, notas, confianzas y otros atributos de las atribuciones se guardaron junto al texto, donde Quoth los encuentra.</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>Documento PDF</translation>
    </message>
    <message>
        <source>This Quoth was built without Poppler (libpoppler-qt6-dev). Convert the file first: pdftotext FILE.pdf.</source>
        <translation>Este Quoth se compiló sin Poppler (libpoppler-qt6-dev). Convierta antes el archivo: pdftotext FILE.pdf.</translation>
    </message>
    <message>
        <source>This Quoth was built without libzip (libzip-dev) and knows no zip archives.</source>
        <translation>Este Quoth se compiló sin libzip (libzip-dev) y no entiende los archivos zip.</translation>
    </message>
    <message>
        <source>No known format fits. Name the format to read it as.</source>
        <translation>Ningún formato conocido encaja. Indique con qué formato leerlo.</translation>
    </message>
    <message>
        <source>The format &quot;%1&quot; cannot be read.</source>
        <translation>El formato «%1» no se puede leer.</translation>
    </message>
    <message>
        <source>The page is not in the encoding that it declares (%1); another was detected.</source>
        <translation>La página no está en la codificación que declara (%1); se detectó otra.</translation>
    </message>
    <message>
        <source>No article was found on the page.</source>
        <translation>No se encontró ningún artículo en la página.</translation>
    </message>
    <message>
        <source>Saved web page</source>
        <translation>Página web guardada</translation>
    </message>
    <message>
        <source>%1 and further places</source>
        <translation>%1 y otros lugares</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, línea %2</translation>
    </message>
    <message>
        <source>Quoth JSON Lines</source>
        <translation>JSON Lines de Quoth</translation>
    </message>
    <message>
        <source>The record is of the format &quot;%1&quot;; what &quot;%2&quot; knows of it was read.</source>
        <translation>El registro es del formato «%1»; se leyó lo que «%2» conoce de él.</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>no es un objeto</translation>
    </message>
    <message>
        <source>The line is not a JSON record (%1) and was skipped.</source>
        <translation>La línea no es un registro JSON (%1) y se saltó.</translation>
    </message>
    <message>
        <source>The line is longer than a record may be and was skipped.</source>
        <translation>La línea es más larga de lo que puede ser un registro y se saltó.</translation>
    </message>
    <message>
        <source>The labelling configuration was not written: a file of another kind has its name, %1.</source>
        <translation>No se escribió la configuración de etiquetado: un archivo de otra clase tiene su nombre, %1.</translation>
    </message>
    <message>
        <source>Label Studio tasks</source>
        <translation>Tareas de Label Studio</translation>
    </message>
    <message>
        <source>%1, task %2</source>
        <translation>%1, tarea %2</translation>
    </message>
    <message>
        <source>A task could not be read (%1) and was skipped.</source>
        <translation>Una tarea no se pudo leer (%1) y se saltó.</translation>
    </message>
    <message>
        <source>The file ends before its list of tasks does.</source>
        <translation>El archivo termina antes que su lista de tareas.</translation>
    </message>
    <message>
        <source>A task has annotations by several people; what they have in common was read once.</source>
        <translation>Una tarea tiene anotaciones de varias personas; lo que tienen en común se leyó una vez.</translation>
    </message>
    <message>
        <source>A score that is no number from 0 to 1 was left out.</source>
        <translation>Se omitió una puntuación que no es un número de 0 a 1.</translation>
    </message>
    <message>
        <source>An annotation without a list of results was left out.</source>
        <translation>Se omitió una anotación sin lista de resultados.</translation>
    </message>
    <message>
        <source>Results of the type &quot;%1&quot; were left out: labels, relations, choices and text areas are read.</source>
        <translation>Se omitieron resultados del tipo «%1»: se leen etiquetas, relaciones, opciones y áreas de texto.</translation>
    </message>
    <message>
        <source>Choices and texts that belong to no span were left out.</source>
        <translation>Se omitieron opciones y textos que no corresponden a ningún segmento.</translation>
    </message>
    <message>
        <source>A task&apos;s data has no &quot;text&quot;; the longest of its fields was taken for it.</source>
        <translation>Los datos de una tarea no tienen «text»; se tomó en su lugar el campo más largo.</translation>
    </message>
    <message>
        <source>Confidences, explanations, speakers and attributes of spans that Label Studio has no place for were kept in the task&apos;s &quot;meta&quot;.</source>
        <translation>Las confianzas, explicaciones, hablantes y atributos de segmentos para los que Label Studio no tiene sitio se guardaron en el «meta» de la tarea.</translation>
    </message>
    <message>
        <source>Web page with its pictures</source>
        <translation>Página web con sus imágenes</translation>
    </message>
    <message>
        <source>No web page was found in the file.</source>
        <translation>No se encontró ninguna página web en el archivo.</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>Texto OpenDocument</translation>
    </message>
    <message>
        <source>The archive holds no OpenDocument text.</source>
        <translation>El archivo comprimido no contiene ningún texto OpenDocument.</translation>
    </message>
    <message>
        <source>The document is encrypted. Save it without a password.</source>
        <translation>El documento está cifrado. Guárdelo sin contraseña.</translation>
    </message>
    <message>
        <source>%1 What stands before that was taken.</source>
        <translation>%1 Se tomó lo que hay antes.</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>salida estándar</translation>
    </message>
    <message>
        <source>This is no PDF document, or it is damaged.</source>
        <translation>Esto no es un documento PDF, o está dañado.</translation>
    </message>
    <message>
        <source>The document holds no text, only pictures of it. Run a text recognition over it first, such as ocrmypdf.</source>
        <translation>El documento no contiene texto, solo imágenes de él. Pásele antes un reconocimiento de texto, como ocrmypdf.</translation>
    </message>
    <message>
        <source>Words that are written from right to left may stand in the wrong order.</source>
        <translation>Las palabras que se escriben de derecha a izquierda pueden estar en un orden equivocado.</translation>
    </message>
    <message>
        <source>Prodigy JSON Lines</source>
        <translation>JSON Lines de Prodigy</translation>
    </message>
    <message>
        <source>The spans of a rejected record were read as rejected.</source>
        <translation>Los segmentos de un registro rechazado se leyeron como rechazados.</translation>
    </message>
    <message>
        <source>The spans of a record that was passed over were read as suggestions.</source>
        <translation>Los segmentos de un registro que se pasó por alto se leyeron como sugerencias.</translation>
    </message>
    <message>
        <source>An answer that is not accept, reject or ignore was passed over.</source>
        <translation>Se pasó por alto una respuesta que no es accept, reject ni ignore.</translation>
    </message>
    <message>
        <source>Suggestions stand in records without an answer, with what is accepted of the article; Quoth finds their state beside the text.</source>
        <translation>Las sugerencias están en registros sin respuesta, con lo aceptado del artículo; Quoth encuentra su estado junto al texto.</translation>
    </message>
    <message>
        <source>The text of a note could not be read. %1</source>
        <translation>No se pudo leer el texto de una nota. %1</translation>
    </message>
    <message>
        <source>A source was left out. %1</source>
        <translation>Se omitió una fuente. %1</translation>
    </message>
    <message>
        <source>A source was left out: it has no text.</source>
        <translation>Se omitió una fuente: no tiene texto.</translation>
    </message>
    <message>
        <source>The project holds no text that could be read.</source>
        <translation>El proyecto no contiene ningún texto que se pudiera leer.</translation>
    </message>
    <message>
        <source>This is no project of the REFI-QDA standard.</source>
        <translation>Esto no es un proyecto del estándar REFI-QDA.</translation>
    </message>
    <message>
        <source>The project is of an unknown version of the standard (%1); it was read as 1.0.</source>
        <translation>El proyecto es de una versión desconocida del estándar (%1); se leyó como 1.0.</translation>
    </message>
    <message>
        <source>its codes are nested too deep</source>
        <translation>sus códigos están anidados a demasiada profundidad</translation>
    </message>
    <message>
        <source>A selection without positions was dropped.</source>
        <translation>Se descartó una selección sin posiciones.</translation>
    </message>
    <message>
        <source>A selection&apos;s GUID is given twice; references mean the first.</source>
        <translation>El GUID de una selección aparece dos veces; las referencias remiten a la primera.</translation>
    </message>
    <message>
        <source>A selection without characters was dropped.</source>
        <translation>Se descartó una selección sin caracteres.</translation>
    </message>
    <message>
        <source>A selection outside the text was dropped.</source>
        <translation>Se descartó una selección fuera del texto.</translation>
    </message>
    <message>
        <source>A piece of a span whose first piece is not there became a span of its own.</source>
        <translation>Un fragmento de un segmento cuyo primer fragmento no existe se convirtió en un segmento propio.</translation>
    </message>
    <message>
        <source>A selection without a code was dropped.</source>
        <translation>Se descartó una selección sin código.</translation>
    </message>
    <message>
        <source>A coding whose code is not there was dropped.</source>
        <translation>Se descartó una codificación cuyo código no existe.</translation>
    </message>
    <message>
        <source>A note that is not there was not kept.</source>
        <translation>No se conservó una nota que no existe.</translation>
    </message>
    <message>
        <source>A speaker that is not there was not kept.</source>
        <translation>No se conservó un hablante que no existe.</translation>
    </message>
    <message>
        <source>The positions of a source fit its text only if they are counted in an unusual way, and were read so.</source>
        <translation>Las posiciones de una fuente solo encajan con su texto si se cuentan de un modo poco usual, y se leyeron así.</translation>
    </message>
    <message>
        <source>Codes of a whole source were not kept.</source>
        <translation>No se conservaron los códigos de una fuente entera.</translation>
    </message>
    <message>
        <source>Links were not kept: they join no parts of an attribution.</source>
        <translation>No se conservaron enlaces: no unen partes de una atribución.</translation>
    </message>
    <message>
        <source>Selections of cases were not kept: their label names no speaker.</source>
        <translation>No se conservaron selecciones de casos: su etiqueta no nombra a ningún hablante.</translation>
    </message>
    <message>
        <source>Sources that have no text (pictures, sound, films, pages) were not read.</source>
        <translation>No se leyeron las fuentes que no tienen texto (imágenes, sonido, vídeos, páginas).</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Spans in several pieces became selections that are linked.</source>
        <translation>Los segmentos en varios fragmentos se convirtieron en selecciones enlazadas.</translation>
    </message>
    <message>
        <source>Suggested and rejected annotations stand among the others; only descriptions tell them apart.</source>
        <translation>Las anotaciones sugeridas y rechazadas están entre las demás; solo las descripciones las distinguen.</translation>
    </message>
    <message>
        <source>What REFI-QDA has no place for (origin, confidence, attributes and the like) stands in descriptions.</source>
        <translation>Aquello para lo que REFI-QDA no tiene sitio (origen, confianza, atributos y similares) está en descripciones.</translation>
    </message>
    <message>
        <source>Attributions without spans were left out.</source>
        <translation>Se omitieron las atribuciones sin segmentos.</translation>
    </message>
    <message>
        <source>Speaker: %1</source>
        <translation>Hablante: %1</translation>
    </message>
    <message>
        <source>A codebook holds labels only: articles are not in it.</source>
        <translation>Un libro de códigos solo contiene etiquetas: los artículos no están en él.</translation>
    </message>
    <message>
        <source>A codebook holds labels only: annotations are not in it.</source>
        <translation>Un libro de códigos solo contiene etiquetas: las anotaciones no están en él.</translation>
    </message>
    <message>
        <source>There is no label to write.</source>
        <translation>No hay ninguna etiqueta que escribir.</translation>
    </message>
    <message>
        <source>REFI-QDA project</source>
        <translation>Proyecto REFI-QDA</translation>
    </message>
    <message>
        <source>REFI-QDA codebook</source>
        <translation>Libro de códigos REFI-QDA</translation>
    </message>
    <message>
        <source>The archive has no project.qde: it is no project of the REFI-QDA standard.</source>
        <translation>El archivo comprimido no tiene project.qde: no es un proyecto del estándar REFI-QDA.</translation>
    </message>
    <message>
        <source>The text lies outside the archive (&quot;%1&quot;).</source>
        <translation>El texto está fuera del archivo comprimido («%1»).</translation>
    </message>
    <message>
        <source>The record has no &quot;text&quot; and was skipped.</source>
        <translation>El registro no tiene «text» y se saltó.</translation>
    </message>
    <message>
        <source>speaker %1</source>
        <translation>hablante %1</translation>
    </message>
    <message>
        <source>A speaker without a name was dropped.</source>
        <translation>Se descartó un hablante sin nombre.</translation>
    </message>
    <message>
        <source>A speaker&apos;s id is given twice; references mean the first.</source>
        <translation>El identificador de un hablante aparece dos veces; las referencias remiten al primero.</translation>
    </message>
    <message>
        <source>A speaker&apos;s type is not known; it became a person.</source>
        <translation>El tipo de un hablante es desconocido; se le dio el de persona.</translation>
    </message>
    <message>
        <source>A speaker&apos;s colour is none of the form #rrggbb; it was dropped.</source>
        <translation>El color de un hablante no tiene la forma #rrggbb; se descartó.</translation>
    </message>
    <message>
        <source>A fragment that is no pair of whole numbers was dropped.</source>
        <translation>Se descartó un fragmento que no es un par de números enteros.</translation>
    </message>
    <message>
        <source>A fragment that ends before it begins was dropped.</source>
        <translation>Se descartó un fragmento que termina antes de empezar.</translation>
    </message>
    <message>
        <source>Fragments that are no list were dropped.</source>
        <translation>Se descartaron fragmentos que no son una lista.</translation>
    </message>
    <message>
        <source>A state is not known and was taken as &quot;%1&quot;.</source>
        <translation>Un estado es desconocido y se tomó como «%1».</translation>
    </message>
    <message>
        <source>A confidence that is no number from 0 to 1 was dropped.</source>
        <translation>Se descartó una confianza que no es un número de 0 a 1.</translation>
    </message>
    <message>
        <source>A reference to a speaker that is not listed was dropped.</source>
        <translation>Se descartó una referencia a un hablante que no figura en la lista.</translation>
    </message>
    <message>
        <source>span %1</source>
        <translation>segmento %1</translation>
    </message>
    <message>
        <source>A span without a label was dropped.</source>
        <translation>Se descartó un segmento sin etiqueta.</translation>
    </message>
    <message>
        <source>claim %1</source>
        <translation>afirmación %1</translation>
    </message>
    <message>
        <source>A claim of which no fragment was left was dropped.</source>
        <translation>Se descartó una afirmación de la que no quedaba ningún fragmento.</translation>
    </message>
    <message>
        <source>attribution %1</source>
        <translation>atribución %1</translation>
    </message>
    <message>
        <source>A kind that is not direct, indirect or mixed was dropped.</source>
        <translation>Se descartó un tipo que no es direct, indirect ni mixed.</translation>
    </message>
    <message>
        <source>An attribution&apos;s id is given twice; both were kept.</source>
        <translation>El identificador de una atribución aparece dos veces; se conservaron las dos.</translation>
    </message>
    <message>
        <source>it has no %1</source>
        <translation>no tiene %1</translation>
    </message>
    <message>
        <source>its %1 is not of a release by Quoth</source>
        <translation>su %1 no es de una publicación de Quoth</translation>
    </message>
    <message>
        <source>the release had no folder %1</source>
        <translation>la publicación no tenía la carpeta %1</translation>
    </message>
    <message>
        <source>the release had no file %1</source>
        <translation>la publicación no tenía el archivo %1</translation>
    </message>
    <message>
        <source>%1 was changed since</source>
        <translation>%1 ha cambiado desde entonces</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>falta %1</translation>
    </message>
    <message>
        <source>A release is a folder, but there is a file or link of this name.</source>
        <translation>Una publicación es una carpeta, pero hay un archivo o enlace con este nombre.</translation>
    </message>
    <message>
        <source>The folder holds something else than an untouched release (%1) and was left alone. Choose another one.</source>
        <translation>La carpeta contiene algo distinto de una publicación intacta (%1) y no se ha tocado. Elija otra.</translation>
    </message>
    <message>
        <source>Titles were left out.</source>
        <translation>Se omitieron los títulos.</translation>
    </message>
    <message>
        <source>Further metadata was left out.</source>
        <translation>Se omitieron otros metadatos.</translation>
    </message>
    <message>
        <source>Attributes in free words were left out.</source>
        <translation>Se omitieron los atributos de texto libre.</translation>
    </message>
    <message>
        <source>Explanations were left out.</source>
        <translation>Se omitieron las explicaciones.</translation>
    </message>
    <message>
        <source>Notes were left out.</source>
        <translation>Se omitieron las notas.</translation>
    </message>
    <message>
        <source>Rich Text Format</source>
        <translation>Formato de texto enriquecido (RTF)</translation>
    </message>
    <message>
        <source>Groups are nested too deep; what stands before that was taken.</source>
        <translation>Los grupos están anidados a demasiada profundidad; se tomó lo que hay antes.</translation>
    </message>
    <message>
        <source>The file is cut short.</source>
        <translation>El archivo está truncado.</translation>
    </message>
    <message>
        <source>This is no RTF document.</source>
        <translation>Esto no es un documento RTF.</translation>
    </message>
    <message>
        <source>Articles without annotations have no row.</source>
        <translation>Los artículos sin anotaciones no tienen fila.</translation>
    </message>
    <message>
        <source>Texts in several pieces were joined by &quot; … &quot;; the offsets keep the pieces.</source>
        <translation>Los textos en varios fragmentos se unieron con « … »; las posiciones conservan los fragmentos.</translation>
    </message>
    <message>
        <source>Role fillers of roles other than source, cue and content have no column.</source>
        <translation>Los segmentos que ocupan roles distintos de fuente, introductor y contenido no tienen columna.</translation>
    </message>
    <message>
        <source>TEI P5</source>
        <translation>TEI P5</translation>
    </message>
    <message>
        <source>The file has a document type declaration, which is not read: it could hide what it wants to be read. Take it out.</source>
        <translation>El archivo tiene una declaración de tipo de documento, que no se lee: podría ocultar lo que quiere que se lea. Quítela.</translation>
    </message>
    <message>
        <source>This is not well-formed XML (%1).</source>
        <translation>Esto no es XML bien formado (%1).</translation>
    </message>
    <message>
        <source>The rest of the file was not read: it is not well-formed XML (%1).</source>
        <translation>El resto del archivo no se leyó: no es XML bien formado (%1).</translation>
    </message>
    <message>
        <source>A second text of the same TEI element was skipped.</source>
        <translation>Se saltó un segundo texto del mismo elemento TEI.</translation>
    </message>
    <message>
        <source>A TEI element without text was skipped.</source>
        <translation>Se saltó un elemento TEI sin texto.</translation>
    </message>
    <message>
        <source>An article that breaks off was skipped.</source>
        <translation>Se saltó un artículo interrumpido.</translation>
    </message>
    <message>
        <source>Notes, deletions and the like are no part of the text and were left out.</source>
        <translation>Las notas, supresiones y similares no forman parte del texto y se omitieron.</translation>
    </message>
    <message>
        <source>An id that was given before was not taken.</source>
        <translation>No se tomó un identificador que ya había aparecido.</translation>
    </message>
    <message>
        <source>A speaker that the header does not list was named after its id.</source>
        <translation>Un hablante que el encabezado no enumera recibió como nombre su identificador.</translation>
    </message>
    <message>
        <source>A span whose place is not in the text was dropped.</source>
        <translation>Se descartó un segmento cuyo lugar no está en el texto.</translation>
    </message>
    <message>
        <source>Pieces of spans whose first piece is not there were dropped.</source>
        <translation>Se descartaron fragmentos de segmentos cuyo primer fragmento no existe.</translation>
    </message>
    <message>
        <source>A quotation without text was dropped.</source>
        <translation>Se descartó una cita sin texto.</translation>
    </message>
    <message>
        <source>Of several speakers of one quotation the first was taken.</source>
        <translation>De varios hablantes de una misma cita se tomó el primero.</translation>
    </message>
    <message>
        <source>A link that does not say what its targets do was dropped.</source>
        <translation>Se descartó un enlace que no dice qué hacen sus destinos.</translation>
    </message>
    <message>
        <source>Control characters that XML cannot hold became blanks.</source>
        <translation>Los caracteres de control que XML no admite se convirtieron en espacios.</translation>
    </message>
    <message>
        <source>The encoding &quot;%1&quot; is not known.</source>
        <translation>La codificación «%1» es desconocida.</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Texto sin formato</translation>
    </message>
    <message>
        <source>This is no WebAnno TSV of version 3.</source>
        <translation>Esto no es WebAnno TSV de la versión 3.</translation>
    </message>
    <message>
        <source>A sentence without words was dropped.</source>
        <translation>Se descartó una oración sin palabras.</translation>
    </message>
    <message>
        <source>The line is no row of WebAnno TSV and was skipped.</source>
        <translation>La línea no es una fila de WebAnno TSV y se saltó.</translation>
    </message>
    <message>
        <source>The row has too few columns.</source>
        <translation>La fila tiene muy pocas columnas.</translation>
    </message>
    <message>
        <source>The offsets do not fit the sentences before; the texts were believed.</source>
        <translation>Las posiciones no encajan con las oraciones anteriores; se dieron por buenos los textos.</translation>
    </message>
    <message>
        <source>Articles without words lost their text, for which WebAnno TSV has no place.</source>
        <translation>Los artículos sin palabras perdieron su texto, para el que WebAnno TSV no tiene sitio.</translation>
    </message>
    <message>
        <source>Annotations in articles without words were left out.</source>
        <translation>Se omitieron las anotaciones de artículos sin palabras.</translation>
    </message>
    <message>
        <source>Spans that begin or end between words, or hold none, end with words; the feature &quot;exact&quot; keeps where.</source>
        <translation>Los segmentos que empiezan o terminan entre palabras, o no contienen ninguna, terminan con palabras; el rasgo «exact» conserva dónde.</translation>
    </message>
    <message>
        <source>Line ends in notes and other features became spaces.</source>
        <translation>Los finales de línea de notas y otros rasgos se convirtieron en espacios.</translation>
    </message>
    <message>
        <source>Empty lines and other white space before the first word became spaces.</source>
        <translation>Las líneas vacías y otros espacios en blanco antes de la primera palabra se convirtieron en espacios.</translation>
    </message>
    <message>
        <source>a PNG image</source>
        <translation>una imagen PNG</translation>
    </message>
    <message>
        <source>a JPEG image</source>
        <translation>una imagen JPEG</translation>
    </message>
    <message>
        <source>a GIF image</source>
        <translation>una imagen GIF</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>un documento PDF</translation>
    </message>
    <message>
        <source>a ZIP archive or an office document</source>
        <translation>un archivo ZIP o un documento de ofimática</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>una base de datos SQLite</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>un archivo gzip</translation>
    </message>
    <message>
        <source>a bzip2 archive</source>
        <translation>un archivo bzip2</translation>
    </message>
    <message>
        <source>an xz archive</source>
        <translation>un archivo xz</translation>
    </message>
    <message>
        <source>a Zstandard archive</source>
        <translation>un archivo Zstandard</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>un archivo 7-Zip</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>un archivo RAR</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>un programa</translation>
    </message>
    <message>
        <source>an old office document</source>
        <translation>un documento de ofimática antiguo</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>un documento RTF</translation>
    </message>
    <message>
        <source>a sound or film file</source>
        <translation>un archivo de sonido o vídeo</translation>
    </message>
    <message>
        <source>a sound, image or film file</source>
        <translation>un archivo de sonido, imagen o vídeo</translation>
    </message>
    <message>
        <source>a binary file</source>
        <translation>un archivo binario</translation>
    </message>
    <message>
        <source>W3C Web Annotation</source>
        <translation>W3C Web Annotation</translation>
    </message>
    <message>
        <source>An item is not JSON of web annotations (%1) and was skipped.</source>
        <translation>Un elemento no es JSON de anotaciones web (%1) y se saltó.</translation>
    </message>
    <message>
        <source>An item that is no annotation and no page of them was skipped.</source>
        <translation>Se saltó un elemento que no es una anotación ni una página de ellas.</translation>
    </message>
    <message>
        <source>The annotations come without their text. Put it beside them as &quot;%1&quot;.</source>
        <translation>Las anotaciones vienen sin su texto. Póngalo junto a ellas como «%1».</translation>
    </message>
    <message>
        <source>annotation %1</source>
        <translation>anotación %1</translation>
    </message>
    <message>
        <source>An annotation that links others without saying in which roles was dropped.</source>
        <translation>Se descartó una anotación que enlaza otras sin decir con qué roles.</translation>
    </message>
    <message>
        <source>An annotation of which no place was found in the text was dropped.</source>
        <translation>Se descartó una anotación para la que no se encontró ningún lugar en el texto.</translation>
    </message>
    <message>
        <source>A piece of an annotation has no place in the text and was dropped.</source>
        <translation>Un fragmento de una anotación no tiene lugar en el texto y se descartó.</translation>
    </message>
    <message>
        <source>A position does not fit its quote; the quote was looked for.</source>
        <translation>Una posición no encaja con su cita; se buscó la cita.</translation>
    </message>
    <message>
        <source>Confidences went into a property that only Quoth knows.</source>
        <translation>Las confianzas pasaron a una propiedad que solo conoce Quoth.</translation>
    </message>
    <message>
        <source>Roles of attributions went into a property that only Quoth knows.</source>
        <translation>Los roles de las atribuciones pasaron a una propiedad que solo conoce Quoth.</translation>
    </message>
    <message>
        <source>Articles lost their metadata, for which WebAnno TSV has no place.</source>
        <translation>Los artículos perdieron sus metadatos, para los que WebAnno TSV no tiene sitio.</translation>
    </message>
    <message>
        <source>WebAnno TSV 3.3 (INCEpTION)</source>
        <translation>WebAnno TSV 3.3 (INCEpTION)</translation>
    </message>
    <message>
        <source>Cells were cut that are longer than a workbook allows (32767 characters).</source>
        <translation>Se cortaron celdas más largas de lo que permite un libro de Excel (32767 caracteres).</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Libro de Excel</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1, fila %2</translation>
    </message>
    <message>
        <source>This is no workbook of Excel&apos;s format, or it is damaged.</source>
        <translation>Esto no es un libro en el formato de Excel, o está dañado.</translation>
    </message>
    <message>
        <source>Only the first sheet of the workbook was read.</source>
        <translation>Solo se leyó la primera hoja del libro.</translation>
    </message>
    <message>
        <source>A cell outside the sheet was dropped.</source>
        <translation>Se descartó una celda fuera de la hoja.</translation>
    </message>
    <message>
        <source>What types the annotations have, which other programs must know, goes only into a .zip.</source>
        <translation>Qué tipos tienen las anotaciones, que otros programas deben conocer, solo se escribe en un .zip.</translation>
    </message>
    <message>
        <source>UIMA CAS XMI (INCEpTION)</source>
        <translation>UIMA CAS XMI (INCEpTION)</translation>
    </message>
    <message>
        <source>The file declares a document type, which is not read for safety.</source>
        <translation>El archivo declara un tipo de documento, que por seguridad no se lee.</translation>
    </message>
    <message>
        <source>This is no XMI file.</source>
        <translation>Esto no es un archivo XMI.</translation>
    </message>
    <message>
        <source>The file is broken here and was read up to here: %1</source>
        <translation>El archivo está mal formado aquí y se leyó hasta este punto: %1</translation>
    </message>
    <message>
        <source>The description of the types cannot be read and was not used.</source>
        <translation>No se puede leer la descripción de los tipos y no se usó.</translation>
    </message>
    <message>
        <source>Control characters, which XML forbids, became spaces.</source>
        <translation>Los caracteres de control, que XML prohíbe, se convirtieron en espacios.</translation>
    </message>
    <message>
        <source>it has a document type, which is not read because it can hide traps</source>
        <translation>tiene un tipo de documento, que no se lee porque puede ocultar trampas</translation>
    </message>
    <message>
        <source>The XML could not be read to its end: %1.</source>
        <translation>El XML no se pudo leer hasta el final: %1.</translation>
    </message>
    <message>
        <source>This is no zip archive, or it is damaged: %1.</source>
        <translation>Esto no es un archivo zip, o está dañado: %1.</translation>
    </message>
    <message>
        <source>The archive has no such file.</source>
        <translation>El archivo comprimido no contiene ese archivo.</translation>
    </message>
    <message>
        <source>The file unpacks to more than %1 MB and was not read.</source>
        <translation>El archivo descomprimido ocupa más de %1 MB y no se leyó.</translation>
    </message>
    <message>
        <source>The file cannot be unpacked: %1.</source>
        <translation>No se puede descomprimir el archivo: %1.</translation>
    </message>
    <message>
        <source>The archive cannot be made: %1.</source>
        <translation>No se puede crear el archivo comprimido: %1.</translation>
    </message>
    <message>
        <source>This Quoth was built without libzip and knows no zip archives.</source>
        <translation>Este Quoth se compiló sin libzip y no entiende los archivos zip.</translation>
    </message>
    <message>
        <source>Spans were left out because one with fewer words holds a part of their place: a word has one label.</source>
        <translation>Se omitieron segmentos porque otro con menos palabras ocupa parte de su lugar: una palabra tiene una sola etiqueta.</translation>
    </message>
    <message>
        <source>There is no library for it in Debian 12. Publish the dataset (&quot;quoth release&quot;) and convert its files: pandas.read_json(FILE, lines=True).to_parquet(OUTPUT).</source>
        <translation>En Debian 12 no hay ninguna biblioteca para ello. Publique el conjunto de datos («quoth release») y convierta sus archivos: pandas.read_json(FILE, lines=True).to_parquet(OUTPUT).</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>The file cannot be read as Markdown.</source>
        <translation>No se puede leer el archivo como Markdown.</translation>
    </message>
</context>
<context>
    <name>Quoth::Measure</name>
    <message>
        <source>document %1</source>
        <translation>documento %1</translation>
    </message>
    <message>
        <source>The version has no &quot;annotator&quot; in its &quot;meta&quot;.</source>
        <translation>La versión no tiene «annotator» en su «meta».</translation>
    </message>
    <message>
        <source>There are two versions by the annotator %1.</source>
        <translation>Hay dos versiones del anotador %1.</translation>
    </message>
    <message>
        <source>The texts of its versions differ.</source>
        <translation>Los textos de sus versiones difieren.</translation>
    </message>
    <message>
        <source>The line has no document &quot;id&quot;.</source>
        <translation>La línea no tiene el «id» del documento.</translation>
    </message>
    <message>
        <source>The document has no &quot;text&quot;.</source>
        <translation>El documento no tiene «text».</translation>
    </message>
    <message>
        <source>The document has no list of &quot;attributions&quot;.</source>
        <translation>El documento no tiene la lista «attributions».</translation>
    </message>
    <message>
        <source>%1, document %2</source>
        <translation>%1, documento %2</translation>
    </message>
    <message>
        <source>%1: the fragments are no list of [begin, end] pairs.</source>
        <translation>%1: los fragmentos no son una lista de pares [inicio, fin].</translation>
    </message>
    <message>
        <source>%1: a fragment is no pair of whole numbers [begin, end].</source>
        <translation>%1: un fragmento no es un par de números enteros [inicio, fin].</translation>
    </message>
    <message>
        <source>%1: the fragment [%2, %3] is empty; ends are exclusive.</source>
        <translation>%1: el fragmento [%2, %3] está vacío; el final queda excluido.</translation>
    </message>
    <message>
        <source>%1: the fragment [%2, %3] is reversed or outside the text, which has %4 code points.</source>
        <translation>%1: el fragmento [%2, %3] está invertido o fuera del texto, que tiene %4 puntos de código.</translation>
    </message>
    <message>
        <source>span %1</source>
        <translation>segmento %1</translation>
    </message>
    <message>
        <source>attribution %1 is no object</source>
        <translation>la atribución %1 no es un objeto</translation>
    </message>
    <message>
        <source>attribution %1, %2</source>
        <translation>atribución %1, %2</translation>
    </message>
    <message>
        <source>claim %1</source>
        <translation>afirmación %1</translation>
    </message>
    <message>
        <source>An instance needs a &quot;doc&quot; and as many &quot;tokens&quot; ([begin, end] pairs) as &quot;labels&quot;.</source>
        <translation>Una instancia necesita un «doc» y tantos «tokens» (pares [inicio, fin]) como «labels».</translation>
    </message>
    <message>
        <source>The predicted text is not the gold text. Predictions must be made on the very text of the gold file.</source>
        <translation>El texto predicho no es el de referencia. Las predicciones deben hacerse sobre el mismo texto del archivo de referencia.</translation>
    </message>
    <message>
        <source>document %1, instance %2</source>
        <translation>documento %1, instancia %2</translation>
    </message>
    <message>
        <source>The instance&apos;s tokens do not fit the text: they end after it, or are not in its order.</source>
        <translation>Los tokens de la instancia no encajan con el texto: terminan después de él o no siguen su orden.</translation>
    </message>
    <message>
        <source>A label is none of B- or I- with source, cue or content, nor O.</source>
        <translation>Una etiqueta no es B- ni I- con source, cue o content, ni tampoco O.</translation>
    </message>
    <message>
        <source>Units (all fragments of an attribution&apos;s role together)</source>
        <translation>Unidades (todos los fragmentos del rol de una atribución juntos)</translation>
    </message>
    <message>
        <source>Fragments (each contiguous piece a span of its own: CofeNet)</source>
        <translation>Fragmentos (cada uno, contiguo, es un segmento propio: CofeNet)</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>referencia</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>predichas</translation>
    </message>
    <message>
        <source>strict P</source>
        <translation>P estricta</translation>
    </message>
    <message>
        <source>begin F1</source>
        <translation>F1 de inicio</translation>
    </message>
    <message>
        <source>overlap P</source>
        <translation>P de solape</translation>
    </message>
    <message>
        <source>soft P</source>
        <translation>P blanda</translation>
    </message>
    <message>
        <source>token P</source>
        <translation>P por token</translation>
    </message>
    <message>
        <source>Attributions</source>
        <translation>Atribuciones</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>correctas</translation>
    </message>
    <message>
        <source>full</source>
        <translation>completa</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>enlazada</translation>
    </message>
    <message>
        <source>Given overlapping content: %1 pairs; source strict %2, overlap %3; cue strict %4, overlap %5</source>
        <translation>Con contenido solapado: %1 pares; fuente estricta %2, solape %3; introductor estricto %4, solape %5</translation>
    </message>
    <message>
        <source>Recall by gold kind</source>
        <translation>Exhaustividad por tipo de referencia</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>tipo</translation>
    </message>
    <message>
        <source>role</source>
        <translation>rol</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>estricta</translation>
    </message>
    <message>
        <source>begin</source>
        <translation>inicio</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>solape</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>blanda</translation>
    </message>
    <message>
        <source>token</source>
        <translation>token</translation>
    </message>
    <message>
        <source>content fragments</source>
        <translation>fragmentos de contenido</translation>
    </message>
    <message>
        <source>%1: full %2, linked %3 of %4; given overlapping content: %5 pairs, source strict %6, overlap %7</source>
        <translation>%1: completas %2, enlazadas %3 de %4; con contenido solapado: %5 pares, fuente estricta %6, solape %7</translation>
    </message>
    <message>
        <source>Attributions by kind</source>
        <translation>Atribuciones por tipo</translation>
    </message>
    <message>
        <source>full P</source>
        <translation>P completa</translation>
    </message>
    <message>
        <source>linked P</source>
        <translation>P enlazada</translation>
    </message>
    <message>
        <source>Of the linked ones, %1 have the kind that gold gives.</source>
        <translation>De las enlazadas, %1 tienen el tipo que da la referencia.</translation>
    </message>
    <message>
        <source>Precision by what made the prediction</source>
        <translation>Precisión según quién hizo la predicción</translation>
    </message>
    <message>
        <source>made by</source>
        <translation>hecho por</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>no indicado</translation>
    </message>
    <message>
        <source>Calibration: how many of a confidence are right</source>
        <translation>Calibración: cuántas de una confianza son correctas</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>confianza</translation>
    </message>
    <message>
        <source>attributions</source>
        <translation>atribuciones</translation>
    </message>
    <message>
        <source>mean confidence</source>
        <translation>confianza media</translation>
    </message>
    <message numerus="yes">
        <source>Expected calibration error: %1 linked, %2 full; %n attribution(s) without a confidence left out</source>
        <translation>
            <numerusform>Error de calibración esperado: %1 enlazadas, %2 completas; se omitió %n atribución sin confianza</numerusform>
            <numerusform>Error de calibración esperado: %1 enlazadas, %2 completas; se omitieron %n atribuciones sin confianza</numerusform>
        </translation>
    </message>
    <message>
        <source>What accepting all of a confidence and above gives</source>
        <translation>Resultado de aceptar todo desde una confianza</translation>
    </message>
    <message>
        <source>from</source>
        <translation>desde</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptadas</translation>
    </message>
    <message>
        <source>Claims, ranked by confidence</source>
        <translation>Afirmaciones, ordenadas por confianza</translation>
    </message>
    <message>
        <source>ranked</source>
        <translation>ordenadas</translation>
    </message>
    <message>
        <source>right</source>
        <translation>correctas</translation>
    </message>
    <message>
        <source>average precision</source>
        <translation>precisión media</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>afirmaciones</translation>
    </message>
    <message>
        <source>Speakers of the linked attributions</source>
        <translation>Hablantes de las atribuciones enlazadas</translation>
    </message>
    <message>
        <source>B-cubed P</source>
        <translation>P B-cubed</translation>
    </message>
    <message>
        <source>named in gold</source>
        <translation>con nombre en ref.</translation>
    </message>
    <message>
        <source>rightly named</source>
        <translation>bien nombrados</translation>
    </message>
    <message>
        <source>share</source>
        <translation>proporción</translation>
    </message>
    <message>
        <source>speakers</source>
        <translation>hablantes</translation>
    </message>
    <message numerus="yes">
        <source>%n of them without a predicted speaker</source>
        <translation>
            <numerusform>%n de ellas sin hablante predicho</numerusform>
            <numerusform>%n de ellas sin hablante predicho</numerusform>
        </translation>
    </message>
    <message>
        <source>documents %1</source>
        <translation>documentos %1</translation>
    </message>
    <message>
        <source>gold attributions %1</source>
        <translation>atribuciones de referencia %1</translation>
    </message>
    <message>
        <source>predicted attributions %1</source>
        <translation>atribuciones predichas %1</translation>
    </message>
    <message>
        <source>missing documents %1</source>
        <translation>documentos que faltan %1</translation>
    </message>
    <message>
        <source>ignored documents %1</source>
        <translation>documentos ignorados %1</translation>
    </message>
    <message>
        <source>dropped nested %1</source>
        <translation>anidadas descartadas %1</translation>
    </message>
    <message>
        <source>instances %1</source>
        <translation>instancias %1</translation>
    </message>
    <message>
        <source>articles %1</source>
        <translation>artículos %1</translation>
    </message>
    <message>
        <source>pairs of versions %1</source>
        <translation>pares de versiones %1</translation>
    </message>
    <message numerus="yes">
        <source>All %n article(s) belong together in one group, which cannot be split.</source>
        <translation>
            <numerusform>%n artículo forma un solo grupo, que no se puede repartir.</numerusform>
            <numerusform>Los %n artículos forman un solo grupo, que no se puede repartir.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, too few for the %2 splits asked for.</source>
        <translation>%1; no basta para las %2 particiones pedidas.</translation>
    </message>
    <message numerus="yes">
        <source>There are only %n group(s) of articles that belong together</source>
        <translation>
            <numerusform>Solo hay %n grupo de artículos que van juntos</numerusform>
            <numerusform>Solo hay %n grupos de artículos que van juntos</numerusform>
        </translation>
    </message>
    <message>
        <source>Group by less, or ask for fewer splits.</source>
        <translation>Agrupe con menos criterios o pida menos particiones.</translation>
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
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>dashed: not accepted yet</source>
        <translation>trazo discontinuo: aún sin aceptar</translation>
    </message>
    <message>
        <source>The picture would be %1 by %2 pixels, more than a picture can have. Write PDF or HTML instead.</source>
        <translation>La imagen tendría %1 por %2 píxeles, más de los que puede tener una imagen. Escriba PDF o HTML en su lugar.</translation>
    </message>
    <message>
        <source>There is not enough memory for the picture.</source>
        <translation>No hay memoria suficiente para la imagen.</translation>
    </message>
    <message>
        <source>The pages could not be written.</source>
        <translation>No se pudieron escribir las páginas.</translation>
    </message>
    <message>
        <source>The file&apos;s name must end in one of .%1.</source>
        <translation>El nombre del archivo debe terminar en uno de .%1.</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>directa</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>indirecta</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>mixta</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>sugerido</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>no speaker</source>
        <translation>sin hablante</translation>
    </message>
    <message>
        <source>the article</source>
        <translation>el artículo</translation>
    </message>
    <message>
        <source>somebody unnamed</source>
        <translation>alguien sin nombre</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>según %1</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>una persona</translation>
    </message>
    <message>
        <source>detector “%1”</source>
        <translation>detector «%1»</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importado</translation>
    </message>
    <message>
        <source>imported: %1</source>
        <translation>importado: %1</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Hablante</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Anotador</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>Is the confidence true?</source>
        <translation>¿Es fiable la confianza?</translation>
    </message>
    <message>
        <source>share that is right</source>
        <translation>proporción correcta</translation>
    </message>
    <message>
        <source>perfect</source>
        <translation>perfecta</translation>
    </message>
    <message>
        <source>confidence (bars: how many attributions)</source>
        <translation>confianza (barras: cuántas atribuciones)</translation>
    </message>
    <message>
        <source>What “accept all from …” gives</source>
        <translation>Resultado de «aceptar todo desde …»</translation>
    </message>
    <message>
        <source>share</source>
        <translation>proporción</translation>
    </message>
    <message>
        <source>precision, linked</source>
        <translation>precisión, enlazadas</translation>
    </message>
    <message>
        <source>precision, exact</source>
        <translation>precisión, exactas</translation>
    </message>
    <message>
        <source>recall, linked</source>
        <translation>exhaustividad, enlazadas</translation>
    </message>
    <message>
        <source>recall, exact</source>
        <translation>exhaustividad, exactas</translation>
    </message>
    <message>
        <source>accepted from this confidence on</source>
        <translation>aceptado a partir de esta confianza</translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s) with a confidence</source>
        <translation>
            <numerusform>%n atribución con confianza</numerusform>
            <numerusform>%n atribuciones con confianza</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: expected calibration error %2</source>
        <translation>%1: error de calibración esperado %2</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>enlazadas</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exactas</translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n atribución</numerusform>
            <numerusform>%n atribuciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>%n hablante</numerusform>
            <numerusform>%n hablantes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n segmento</numerusform>
            <numerusform>%n segmentos</numerusform>
        </translation>
    </message>
    <message>
        <source>not “%1”</source>
        <comment>the title of an attribute</comment>
        <translation>no «%1»</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Capítulos</translation>
    </message>
    <message>
        <source>The manual of Quoth</source>
        <translation>Manual de Quoth</translation>
    </message>
    <message>
        <source>The folder cannot be made.</source>
        <translation>No se puede crear la carpeta.</translation>
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
        <translation>Una cláusula que dice algo que puede comprobarse: un hecho, una cifra, una causa, una comparación. Se excluyen las opiniones, los deseos y los anuncios. Quién hace la afirmación se deduce de la cita en la que está.</translation>
    </message>
    <message>
        <source>Attribution &amp; claims</source>
        <translation>Atribución y afirmaciones</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>Atribución</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Afirmación</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Introductor</translation>
    </message>
    <message>
        <source>Kind of claim</source>
        <translation>Tipo de afirmación</translation>
    </message>
    <message>
        <source>One relation: content that is credited to a source by a cue. Several attributions may share a source; an attribution may stand inside the content of another.</source>
        <translation>Una relación: un contenido que un introductor atribuye a una fuente. Varias atribuciones pueden compartir una fuente; una atribución puede estar dentro del contenido de otra.</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Scare quote</source>
        <translation>Comillas de distancia</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Hablante</translation>
    </message>
    <message>
        <source>The expression that reports: the whole verb group with auxiliaries and negation, a noun (“his view”), or “according to”. A colon that introduces the content belongs to it, a comma does not.</source>
        <translation>La expresión que introduce lo dicho: el grupo verbal entero con sus auxiliares y su negación, un sustantivo («su opinión») o «según». Los dos puntos que preceden al contenido forman parte del introductor; la coma, no.</translation>
    </message>
    <message>
        <source>The words that name who is credited: the whole noun phrase with title, apposition and what identifies the person, or a pronoun as it stands. “Kremlin aide Yuri Ushakov”, “the official”, “he”.</source>
        <translation>Las palabras que nombran a aquel a quien se atribuye lo dicho: el sintagma nominal entero con el cargo, la aposición y lo que identifica a la persona, o un pronombre tal como está. «El asesor del Kremlin Yuri Ushakov», «la funcionaria», «él».</translation>
    </message>
    <message>
        <source>What is credited, quoted or paraphrased. Quotation marks belong to it with all that stands inside them; so do “that”, “whether” and the “to” of an infinitive. The full stop of the writer’s own sentence does not. If the cue interrupts it, it is one quotation in two pieces.</source>
        <translation>Lo que se atribuye, citado o parafraseado. Las comillas forman parte de la cita con todo lo que encierran; también «que», «si» y el «to» del infinitivo inglés. El punto final de la oración del propio redactor, no. Si el introductor la interrumpe, es una sola cita en dos fragmentos.</translation>
    </message>
    <message>
        <source>Words in quotation marks by which the writer keeps a distance, without a statement quoted: the so-called ‘reform’. Titles of works and nicknames are none.</source>
        <translation>Palabras entre comillas con las que quien escribe marca distancia, sin que se cite una declaración: la llamada «reforma». No lo son los títulos de obras ni los apodos.</translation>
    </message>
    <message>
        <source>Worth checking</source>
        <translation>Merece verificación</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>causa</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>comparación</translation>
    </message>
    <message>
        <source>event</source>
        <translation>suceso</translation>
    </message>
    <message>
        <source>law</source>
        <translation>ley</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>other</source>
        <translation>otro</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>cualidad</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>cantidad</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
</context>
<context>
    <name>Quoth::Storage</name>
    <message>
        <source>An entry of the operation log cannot be read.</source>
        <translation>No se puede leer una entrada del registro de operaciones.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing. Install it (Debian: libqt6sql6-sqlite) and try again.</source>
        <translation>Falta el controlador de SQLite de Qt. Instálelo (Debian: libqt6sql6-sqlite) e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Another program is using the project. Close it there and try again.</source>
        <translation>Otro programa está usando el proyecto. Ciérrelo allí e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The project cannot be written: the file or its folder is read-only. Copy it to a place you may write to.</source>
        <translation>No se puede escribir en el proyecto: el archivo o su carpeta es de solo lectura. Cópielo a un lugar donde tenga permiso de escritura.</translation>
    </message>
    <message>
        <source>The disk reported a fault. Nothing of the edit was kept; check the disk and try again.</source>
        <translation>El disco comunicó un error. No se ha guardado nada de la edición; compruebe el disco e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The project file is damaged. Work on a copy of it: &quot;sqlite3 FILE .recover&quot; can save what is readable.</source>
        <translation>El archivo del proyecto está dañado. Trabaje con una copia: «sqlite3 FILE .recover» puede salvar lo que sea legible.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing of the edit was kept; free some space and try again.</source>
        <translation>El disco está lleno. No se ha guardado nada de la edición; libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The file cannot be opened. Check that it is there and that you may read it.</source>
        <translation>No se puede abrir el archivo. Compruebe que existe y que tiene permiso para leerlo.</translation>
    </message>
    <message>
        <source>That does not fit what is in the project (%1). Nothing of it was kept.</source>
        <translation>Eso no encaja con lo que hay en el proyecto (%1). No se ha guardado nada de ello.</translation>
    </message>
    <message>
        <source>The database refused: %1</source>
        <translation>La base de datos lo rechazó: %1</translation>
    </message>
    <message>
        <source>The project was written by a newer Quoth (file version %1, this program knows %2). Install the newer program to open it.</source>
        <translation>El proyecto lo escribió un Quoth más reciente (versión de archivo %1; este programa conoce la %2). Instale el programa más reciente para abrirlo.</translation>
    </message>
    <message>
        <source>The project is already open in %1 (process %2 on %3). Close it there first.</source>
        <translation>El proyecto ya está abierto en %1 (proceso %2 en %3). Ciérrelo allí antes.</translation>
    </message>
    <message>
        <source>The folder of the project is read-only, so that edits could not be kept. Copy the project to a place you may write to.</source>
        <translation>La carpeta del proyecto es de solo lectura, de modo que no se podrían guardar las ediciones. Copie el proyecto a un lugar donde tenga permiso de escritura.</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name.</source>
        <translation>Ya hay un archivo con este nombre. Elija otro.</translation>
    </message>
    <message>
        <source>The folder for the project does not exist. Make it first.</source>
        <translation>La carpeta para el proyecto no existe. Créela antes.</translation>
    </message>
    <message>
        <source>The project is read-only, so that edits could not be kept. Copy it to a place you may write to.</source>
        <translation>El proyecto es de solo lectura, de modo que no se podrían guardar las ediciones. Cópielo a un lugar donde tenga permiso de escritura.</translation>
    </message>
    <message>
        <source>The project file is damaged (%1). Take it from a backup, or work on a copy of it: &quot;sqlite3 FILE .recover&quot; can save what is readable.</source>
        <translation>El archivo del proyecto está dañado (%1). Recupérelo de una copia de seguridad o trabaje con una copia: «sqlite3 FILE .recover» puede salvar lo que sea legible.</translation>
    </message>
    <message>
        <source>The project&apos;s schema cannot be read: %1</source>
        <translation>No se puede leer el esquema del proyecto: %1</translation>
    </message>
    <message>
        <source>The project has no article %1.</source>
        <translation>El proyecto no tiene el artículo %1.</translation>
    </message>
    <message>
        <source>import %1</source>
        <translation>importar %1</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>Detenido; no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation>Se canceló la comprobación.</translation>
    </message>
    <message>
        <source>The file is damaged: %1.</source>
        <translation>El archivo está dañado: %1.</translation>
    </message>
    <message>
        <source>It refers to a row of %1 that is not there.</source>
        <translation>Remite a una fila de %1 que no existe.</translation>
    </message>
    <message>
        <source>The text is not the one that was imported: its SHA-256 differs.</source>
        <translation>El texto no es el que se importó: su SHA-256 es distinto.</translation>
    </message>
    <message>
        <source>The fragments of the span overlap, touch or are out of order.</source>
        <translation>Los fragmentos del segmento se solapan, se tocan o están desordenados.</translation>
    </message>
    <message>
        <source>The schema has no label &quot;%1&quot;.</source>
        <translation>El esquema no tiene la etiqueta «%1».</translation>
    </message>
    <message>
        <source>The schema has no frame &quot;%1&quot;.</source>
        <translation>El esquema no tiene el marco «%1».</translation>
    </message>
    <message>
        <source>It is filled by a span of another article.</source>
        <translation>Lo ocupa un segmento de otro artículo.</translation>
    </message>
    <message>
        <source>There is no such file. Make a project with &quot;quoth new&quot;.</source>
        <translation>No existe ese archivo. Cree un proyecto con «quoth new».</translation>
    </message>
    <message>
        <source>This is a folder, not a Quoth project.</source>
        <translation>Esto es una carpeta, no un proyecto de Quoth.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>No se puede leer el archivo: %1.</translation>
    </message>
    <message>
        <source>This is no Quoth project. To work on an article, import it into a project.</source>
        <translation>Esto no es un proyecto de Quoth. Para trabajar con un artículo, impórtelo en un proyecto.</translation>
    </message>
    <message>
        <source>The project file is damaged: it ends within its first page.</source>
        <translation>El archivo del proyecto está dañado: termina en su primera página.</translation>
    </message>
    <message>
        <source>This is an SQLite database, but not a Quoth project.</source>
        <translation>Esto es una base de datos SQLite, pero no un proyecto de Quoth.</translation>
    </message>
    <message>
        <source>The project file is damaged: %1 of %2 bytes are there. Take it from a backup, or work on a copy of it: &quot;sqlite3 FILE .recover&quot; can save what is readable.</source>
        <translation>El archivo del proyecto está dañado: hay %1 de %2 bytes. Recupérelo de una copia de seguridad o trabaje con una copia: «sqlite3 FILE .recover» puede salvar lo que sea legible.</translation>
    </message>
    <message>
        <source>The project has no release %1; &quot;quoth release PROJECT --list&quot; shows those it has.</source>
        <translation>El proyecto no tiene la publicación %1; «quoth release PROJECT --list» muestra las que tiene.</translation>
    </message>
    <message>
        <source>Span %1 of article %2 lies outside its text. Run &quot;quoth check&quot; on the project.</source>
        <translation>El segmento %1 del artículo %2 está fuera de su texto. Ejecute «quoth check» con el proyecto.</translation>
    </message>
    <message>
        <source>A project cannot be without a schema.</source>
        <translation>Un proyecto no puede estar sin esquema.</translation>
    </message>
    <message>
        <source>A span without text cannot be stored.</source>
        <translation>Un segmento sin texto no se puede guardar.</translation>
    </message>
    <message>
        <source>A span from %1 to %2 does not fit the text of %3 characters.</source>
        <translation>Un segmento de %1 a %2 no cabe en el texto de %3 caracteres.</translation>
    </message>
    <message>
        <source>The schema has no label &quot;%1&quot;. Nothing of the edit was kept.</source>
        <translation>El esquema no tiene la etiqueta «%1». No se ha guardado nada de la edición.</translation>
    </message>
    <message>
        <source>The schema has no frame &quot;%1&quot;. Nothing of the edit was kept.</source>
        <translation>El esquema no tiene el marco «%1». No se ha guardado nada de la edición.</translation>
    </message>
    <message numerus="yes">
        <source>The label “%1” is still on %n span(s). Relabel or delete what has it first.</source>
        <translation>
            <numerusform>La etiqueta «%1» aún está en %n segmento. Reetiquételo o elimínelo antes.</numerusform>
            <numerusform>La etiqueta «%1» aún está en %n segmentos. Reetiquételos o elimínelos antes.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are still attributions of the frame &quot;%1&quot;. Delete them first.</source>
        <translation>Aún hay atribuciones del marco «%1». Elimínelas antes.</translation>
    </message>
    <message numerus="yes">
        <source>The role “%1” is still filled by %n span(s). Empty it first.</source>
        <translation>
            <numerusform>El rol «%1» aún lo ocupa %n segmento. Vacíelo antes.</numerusform>
            <numerusform>El rol «%1» aún lo ocupan %n segmentos. Vacíelo antes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Tasks</name>
    <message>
        <source>import %1</source>
        <translation>importar %1</translation>
    </message>
    <message numerus="yes">
        <source>import %n file(s)</source>
        <translation>
            <numerusform>importar %n archivo</numerusform>
            <numerusform>importar %n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>The project has another text under the id &quot;%1&quot;; this one became &quot;%2&quot;.</source>
        <translation>El proyecto tiene otro texto con el identificador «%1»; este pasó a ser «%2».</translation>
    </message>
    <message>
        <source>“%1” is nearly the same as “%2”: %3 % of the words.</source>
        <translation>«%1» es casi igual que «%2»: el %3 % de las palabras.</translation>
    </message>
    <message>
        <source>Further articles are nearly the same as others; they are not listed.</source>
        <translation>Hay más artículos casi iguales que otros; no se enumeran.</translation>
    </message>
    <message>
        <source>bring back article</source>
        <translation>recuperar el artículo</translation>
    </message>
    <message>
        <source>import annotations from %1</source>
        <translation>importar anotaciones de %1</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>Esto es una carpeta, no un archivo.</translation>
    </message>
    <message>
        <source>The line is longer than a record may be.</source>
        <translation>La línea es más larga de lo que puede ser un registro.</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>no es un objeto</translation>
    </message>
    <message>
        <source>The line is not a JSON record (%1). One JSON object a line is needed, or a project.</source>
        <translation>La línea no es un registro JSON (%1). Se necesita un objeto JSON por línea, o un proyecto.</translation>
    </message>
    <message>
        <source>The document is there more than once. Several annotators&apos; versions of an article are for --agreement.</source>
        <translation>El documento está más de una vez. Para las versiones de un artículo de varios anotadores está --agreement.</translation>
    </message>
    <message>
        <source>%1, document %2</source>
        <translation>%1, documento %2</translation>
    </message>
    <message>
        <source>There is no document in it to measure against.</source>
        <translation>No contiene ningún documento con el que medir.</translation>
    </message>
    <message>
        <source>There is no document in it.</source>
        <translation>No contiene ningún documento.</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Detenido; no se ha escrito nada.</translation>
    </message>
    <message>
        <source>Learning was stopped; nothing has changed.</source>
        <translation>Se detuvo el aprendizaje; nada ha cambiado.</translation>
    </message>
    <message>
        <source>Nothing was learned in this project yet. Decide on the suggestions of an article, then learn.</source>
        <translation>En este proyecto aún no se ha aprendido nada. Decida sobre las sugerencias de un artículo y después aprenda.</translation>
    </message>
    <message>
        <source>This Quoth was built without a trained model, so that nothing can be learned. Name a model that &quot;quoth train&quot; made.</source>
        <translation>Este Quoth se compiló sin modelo entrenado, de modo que no se puede aprender nada. Indique un modelo hecho con «quoth train».</translation>
    </message>
    <message>
        <source>There is no version %1 of what was learned. The last %2 are kept.</source>
        <translation>No hay ninguna versión %1 de lo aprendido. Se conservan las últimas %2.</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>Modelo entrenado</translation>
    </message>
    <message>
        <source>What was learned belongs to the model %1, and this is %2. Learn anew with this one first.</source>
        <translation>Lo aprendido corresponde al modelo %1, y este es %2. Aprenda antes de nuevo con este.</translation>
    </message>
    <message>
        <source>%1: more often in no attribution</source>
        <translation>%1: más a menudo fuera de toda atribución</translation>
    </message>
    <message>
        <source>%1: less often in no attribution</source>
        <translation>%1: menos a menudo fuera de toda atribución</translation>
    </message>
    <message>
        <source>%1: begins a source more often</source>
        <translation>%1: empieza una fuente más a menudo</translation>
    </message>
    <message>
        <source>%1: begins a source less often</source>
        <translation>%1: empieza una fuente menos a menudo</translation>
    </message>
    <message>
        <source>%1: goes on in a source more often</source>
        <translation>%1: continúa una fuente más a menudo</translation>
    </message>
    <message>
        <source>%1: goes on in a source less often</source>
        <translation>%1: continúa una fuente menos a menudo</translation>
    </message>
    <message>
        <source>%1: begins a cue more often</source>
        <translation>%1: empieza un introductor más a menudo</translation>
    </message>
    <message>
        <source>%1: begins a cue less often</source>
        <translation>%1: empieza un introductor menos a menudo</translation>
    </message>
    <message>
        <source>%1: goes on in a cue more often</source>
        <translation>%1: continúa un introductor más a menudo</translation>
    </message>
    <message>
        <source>%1: goes on in a cue less often</source>
        <translation>%1: continúa un introductor menos a menudo</translation>
    </message>
    <message>
        <source>%1: begins a content more often</source>
        <translation>%1: empieza un contenido más a menudo</translation>
    </message>
    <message>
        <source>%1: begins a content less often</source>
        <translation>%1: empieza un contenido menos a menudo</translation>
    </message>
    <message>
        <source>%1: goes on in a content more often</source>
        <translation>%1: continúa un contenido más a menudo</translation>
    </message>
    <message>
        <source>%1: goes on in a content less often</source>
        <translation>%1: continúa un contenido menos a menudo</translation>
    </message>
    <message>
        <source>nothing is learned</source>
        <translation>no se ha aprendido nada</translation>
    </message>
    <message>
        <source>not used yet: it has not been seen to help</source>
        <translation>aún sin usar: no se ha visto que ayude</translation>
    </message>
    <message>
        <source>used a little: it has helped somewhat so far</source>
        <translation>se usa un poco: hasta ahora ha ayudado algo</translation>
    </message>
    <message>
        <source>used for the most part: it has helped so far</source>
        <translation>se usa en su mayor parte: hasta ahora ha ayudado</translation>
    </message>
    <message>
        <source>used in full: it has helped so far</source>
        <translation>se usa por completo: hasta ahora ha ayudado</translation>
    </message>
    <message>
        <source>The site does not give the page to programs (status %1). Save it from your browser and import the file.</source>
        <translation>El sitio no entrega la página a programas (estado %1). Guárdela desde el navegador e importe el archivo.</translation>
    </message>
    <message>
        <source>The site has no page at this address (status %1).</source>
        <translation>El sitio no tiene ninguna página en esta dirección (estado %1).</translation>
    </message>
    <message>
        <source>The site could not give the page (status %1). Try again later, or save it from your browser.</source>
        <translation>El sitio no pudo entregar la página (estado %1). Inténtelo más tarde o guárdela desde el navegador.</translation>
    </message>
    <message>
        <source>There is no site of that name; is the address right, and the network up?</source>
        <translation>No hay ningún sitio con ese nombre; ¿es correcta la dirección y funciona la red?</translation>
    </message>
    <message>
        <source>The site did not answer within 30 seconds.</source>
        <translation>El sitio no respondió en 30 segundos.</translation>
    </message>
    <message>
        <source>The page could not be fetched: %1</source>
        <translation>No se pudo descargar la página: %1</translation>
    </message>
    <message>
        <source>This is no address of a web page; one looks like https://example.org/news/article.</source>
        <translation>Esto no es la dirección de una página web; una dirección es como https://example.org/news/article.</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>Detenido; no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>There is more than %1 MB at this address; that is no article.</source>
        <translation>En esta dirección hay más de %1 MB; eso no es un artículo.</translation>
    </message>
    <message>
        <source>The page is empty.</source>
        <translation>La página está vacía.</translation>
    </message>
    <message>
        <source>No licence is given; without one nobody may use the dataset.</source>
        <translation>No se indica ninguna licencia; sin ella nadie puede usar el conjunto de datos.</translation>
    </message>
    <message>
        <source>No article says its language, so that the card names none.</source>
        <translation>Ningún artículo indica su lengua, así que la ficha no nombra ninguna.</translation>
    </message>
    <message>
        <source>No article has a field &quot;%1&quot;; there are: %2.</source>
        <translation>Ningún artículo tiene el campo «%1»; hay: %2.</translation>
    </message>
    <message>
        <source>The schema has no label or frame type &quot;%1&quot;; there are: %2.</source>
        <translation>El esquema no tiene la etiqueta ni el tipo de marco «%1»; hay: %2.</translation>
    </message>
    <message>
        <source>The project has no article &quot;%1&quot;. &quot;quoth list&quot; shows the articles it has.</source>
        <translation>El proyecto no tiene el artículo «%1». «quoth list» muestra los que tiene.</translation>
    </message>
    <message>
        <source>%1 got %2 % of the articles rather than %3 %, as whole groups allow or earlier releases left it.</source>
        <translation>%1 recibió el %2&#xa0;% de los artículos en lugar del %3&#xa0;%, hasta donde lo permiten los grupos enteros o las publicaciones anteriores.</translation>
    </message>
    <message>
        <source>Articles without &quot;%1&quot; are not grouped by it.</source>
        <translation>Los artículos sin «%1» no se agrupan según ese campo.</translation>
    </message>
    <message>
        <source>No article of the project fits what was asked for.</source>
        <translation>Ningún artículo del proyecto cumple lo pedido.</translation>
    </message>
    <message>
        <source>Articles are in another split than in an earlier release, because they belong together with others now.</source>
        <translation>Hay artículos en otra partición que en una publicación anterior, porque ahora van junto con otros.</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>es desconocido</translation>
    </message>
    <message>
        <source>In the recipe, &quot;%1&quot; %2.</source>
        <translation>En la receta, «%1» %2.</translation>
    </message>
    <message>
        <source>is no text</source>
        <translation>no es un texto</translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation>no es ni true ni false</translation>
    </message>
    <message>
        <source>is no list of texts</source>
        <translation>no es una lista de textos</translation>
    </message>
    <message>
        <source>holds &quot;%1&quot;, which is not known</source>
        <translation>contiene «%1», que es desconocido</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;, which is not known</source>
        <translation>es «%1», que es desconocido</translation>
    </message>
    <message>
        <source>is no object</source>
        <translation>no es un objeto</translation>
    </message>
    <message>
        <source>Shares are positive numbers for some of train, validation and test: 80,10,10 or train=4,test=1.</source>
        <translation>Las proporciones son números positivos para alguno de train, validation y test: 80,10,10 o train=4,test=1.</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>está vacío</translation>
    </message>
    <message>
        <source>holds something else than texts</source>
        <translation>contiene algo distinto de textos</translation>
    </message>
    <message>
        <source>holds something else than positive numbers for train, validation and test</source>
        <translation>contiene algo distinto de números positivos para train, validation y test</translation>
    </message>
    <message>
        <source>is no whole number from 0 to 4294967295</source>
        <translation>no es un número entero de 0 a 4294967295</translation>
    </message>
    <message>
        <source>is no number from 0 to 1</source>
        <translation>no es un número de 0 a 1</translation>
    </message>
    <message>
        <source>is not &quot;%1&quot;</source>
        <translation>no es «%1»</translation>
    </message>
    <message>
        <source>The recipe is no JSON: %1</source>
        <translation>La receta no es JSON: %1</translation>
    </message>
    <message>
        <source>The recipe is no JSON object.</source>
        <translation>La receta no es un objeto JSON.</translation>
    </message>
    <message>
        <source>There is no schema file of this name, nor does the program carry such a schema (it has %1).</source>
        <translation>No hay ningún archivo de esquema con este nombre, ni el programa trae tal esquema (tiene %1).</translation>
    </message>
    <message>
        <source>suggest with %1</source>
        <translation>sugerir con %1</translation>
    </message>
    <message>
        <source>Stopped; %1 of %2 articles have their suggestions.</source>
        <translation>Detenido; %1 de %2 artículos tienen sus sugerencias.</translation>
    </message>
    <message>
        <source>There are no accepted attributions to learn from.</source>
        <translation>No hay atribuciones aceptadas de las que aprender.</translation>
    </message>
    <message>
        <source>The vectors of words cannot be read: %1</source>
        <translation>No se pueden leer los vectores de palabras: %1</translation>
    </message>
    <message>
        <source>This model has no vectors of words.</source>
        <translation>Este modelo no tiene vectores de palabras.</translation>
    </message>
    <message>
        <source>Teachers</source>
        <translation>Maestros</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Medición</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>The project&apos;s label schema has no &quot;%1&quot;: what has this label is kept, but not shown. Add the label in Annotate, Labels and roles.</source>
        <translation>El esquema de etiquetas del proyecto no tiene «%1»: lo que lleva esta etiqueta se conserva, pero no se muestra. Añada la etiqueta en el menú Anotar, «Etiquetas y roles».</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <comment>what of a word, and the word</comment>
        <translation>%1 «%2»</translation>
    </message>
    <message>
        <source>One of %1; this time only.</source>
        <translation>Uno de %1; solo esta vez.</translation>
    </message>
    <message>
        <source>Open PROJECT, and make the sample project of it where it is not there yet.</source>
        <translation>Abrir PROJECT; si aún no existe, crearlo como proyecto de ejemplo.</translation>
    </message>
    <message>
        <source>Nothing in it is labelled: no highlight of these articles is in the chosen states. Suggestions have to be accepted first, or chosen as well.</source>
        <translation>No hay nada etiquetado: ningún resaltado de estos artículos está en los estados elegidos. Primero hay que aceptar las sugerencias, o elegirlas también.</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::ArticleView</name>
    <message>
        <source>Article text</source>
        <translation>Texto del artículo</translation>
    </message>
    <message>
        <source>; in </source>
        <translation>; en </translation>
    </message>
    <message>
        <source>In hand: %1</source>
        <translation>Actual: %1</translation>
    </message>
    <message>
        <source>At the caret: %1</source>
        <translation>En el cursor: %1</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>aún nada</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::Balloon</name>
    <message>
        <source>&amp;Back</source>
        <translation>A&amp;trás</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Siguiente</translation>
    </message>
    <message>
        <source>En&amp;d tour</source>
        <translation>Ter&amp;minar visita</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Do&amp;ne</source>
        <translation>&amp;Listo</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::Card</name>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Reabrir</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Corregir</translation>
    </message>
    <message>
        <source>Take what is proposed</source>
        <translation>Tomar lo propuesto</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>Escriba un comando</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Buscar un comando</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>Comandos que coinciden</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::FindBar</name>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Distinguir mayúsculas</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Palabras completas</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>Buscar en este artículo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Words to find in this article</source>
        <translation>Palabras que buscar en este artículo</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Esc: back to the article, with what was found selected</source>
        <translation>Esc: volver al artículo, con lo encontrado seleccionado</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>no encontrado</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n encontrado</numerusform>
            <numerusform>%n encontrados</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>from the top</source>
        <translation>desde el principio</translation>
    </message>
    <message>
        <source>from the end</source>
        <translation>desde el final</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Mayús+Intro</translation>
    </message>
    <message>
        <source>Shift+Enter, or %1 in the article</source>
        <comment>a key</comment>
        <translation>Mayús+Intro, o %1 en el artículo</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Enter, or %1 in the article</source>
        <comment>a key</comment>
        <translation>Intro, o %1 en el artículo</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::GuidelinePanel</name>
    <message>
        <source>  key %1</source>
        <comment>the key of a label</comment>
        <translation>  tecla %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::KeyCapture</name>
    <message>
        <source>Press a key</source>
        <translation>Pulse una tecla</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::LabelButton</name>
    <message>
        <source>Key %1. %2</source>
        <translation>Tecla %1. %2</translation>
    </message>
    <message>
        <source>%1, sticks</source>
        <translation>%1, fijada</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::LabelPalette</name>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::LegendRow</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::MarkPreview</name>
    <message>
        <source>How the marks look on light and on dark</source>
        <translation>Cómo se ven las marcas sobre fondo claro y oscuro</translation>
    </message>
    <message>
        <source>some words</source>
        <translation>unas palabras</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::ProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>%1 percent</source>
        <translation>%1 por ciento</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::SpanList</name>
    <message>
        <source>Highlights in this place</source>
        <translation>Resaltados en este lugar</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows</name>
    <message>
        <source>Opens the window on a project or on articles.</source>
        <translation>Abre la ventana con un proyecto o con artículos.</translation>
    </message>
    <message>
        <source>A project, or articles.</source>
        <translation>Un proyecto o artículos.</translation>
    </message>
    <message>
        <source>analyst</source>
        <translation>analista</translation>
    </message>
    <message>
        <source>person</source>
        <translation>persona</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>organización</translation>
    </message>
    <message>
        <source>country</source>
        <translation>país</translation>
    </message>
    <message>
        <source>group</source>
        <translation>grupo</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anónimo</translation>
    </message>
    <message>
        <source>the article</source>
        <translation>el artículo</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AcceptAllDialog</name>
    <message>
        <source>Accept all that are sure</source>
        <translation>Aceptar todas las seguras</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>Confianza mínima</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>&amp;Confidence at least</source>
        <translation>&amp;Confianza mínima</translation>
    </message>
    <message>
        <source>No open suggestion of this article is that sure.</source>
        <translation>Ninguna sugerencia pendiente de este artículo es tan segura.</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) of this article will be accepted. Undo takes it back in one step.</source>
        <translation>
            <numerusform>Se aceptará %n sugerencia de este artículo. Se puede deshacer en un solo paso.</numerusform>
            <numerusform>Se aceptarán %n sugerencias de este artículo. Se puede deshacer en un solo paso.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ActionGroups</name>
    <message>
        <source>Label the selected words</source>
        <translation>Etiquetar las palabras seleccionadas</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Go and take in hand</source>
        <translation>Ir y tomar elementos</translation>
    </message>
    <message>
        <source>Change what is in hand</source>
        <translation>Cambiar el elemento actual</translation>
    </message>
    <message>
        <source>Articles and projects</source>
        <translation>Artículos y proyectos</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AddressDialog</name>
    <message>
        <source>Import from an address</source>
        <translation>Importar desde una dirección</translation>
    </message>
    <message>
        <source>&amp;Address of the article:</source>
        <translation>D&amp;irección del artículo:</translation>
    </message>
    <message>
        <source>Address of the article</source>
        <translation>Dirección del artículo</translation>
    </message>
    <message>
        <source>Only this page is fetched, none of its pictures, and nothing is sent but the address. What needs a login has to be saved from a browser.</source>
        <translation>Solo se descarga esta página, sin sus imágenes, y no se envía nada más que la dirección. Lo que exige iniciar sesión hay que guardarlo desde un navegador.</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>Descargando</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>&amp;Descargar</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ArticleListDock</name>
    <message>
        <source>Articles</source>
        <translation>Artículos</translation>
    </message>
    <message>
        <source>&amp;Next article</source>
        <translation>Artículo &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Previous article</source>
        <translation>Artículo &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Find an article</source>
        <translation>&amp;Buscar un artículo</translation>
    </message>
    <message>
        <source>Articles with the &amp;least sure suggestions first</source>
        <translation>Artículos con las sugerencias &amp;menos seguras primero</translation>
    </message>
    <message>
        <source>Show the &amp;original page</source>
        <translation>Mostrar la página &amp;original</translation>
    </message>
    <message>
        <source>Opens the page or document the article was read from, as it was then, in the program for it</source>
        <translation>Abre la página o el documento del que se leyó el artículo, tal como era entonces, con el programa correspondiente</translation>
    </message>
    <message>
        <source>&amp;Remove article from the project</source>
        <translation>&amp;Quitar el artículo del proyecto</translation>
    </message>
    <message>
        <source>Takes the open article, or those chosen in the list, out of the project; undo brings them back</source>
        <translation>Quita del proyecto el artículo abierto o los seleccionados en la lista; «Deshacer» los recupera</translation>
    </message>
    <message>
        <source>Filter or search the articles</source>
        <translation>Filtrar o buscar en los artículos</translation>
    </message>
    <message>
        <source>Filter the articles</source>
        <translation>Filtrar los artículos</translation>
    </message>
    <message>
        <source>This article came without a page or document of its own.</source>
        <translation>Este artículo llegó sin página ni documento propios.</translation>
    </message>
    <message numerus="yes">
        <source>remove %n article(s)</source>
        <translation>
            <numerusform>quitar %n artículo</numerusform>
            <numerusform>quitar %n artículos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) removed; undo brings them back</source>
        <translation>
            <numerusform>Se quitó %n artículo; «Deshacer» lo recupera</numerusform>
            <numerusform>Se quitaron %n artículos; «Deshacer» los recupera</numerusform>
        </translation>
    </message>
    <message>
        <source>No article has “%1” in its title, outlet, id or text.</source>
        <translation>Ningún artículo contiene «%1» en su título, medio, identificador o texto.</translation>
    </message>
    <message>
        <source>No articles yet.

Open article files, or drop them here: text, saved web pages, JSON Lines, or a brat folder.</source>
        <translation>Aún no hay artículos.

Abra archivos de artículos o suéltelos aquí: texto, páginas web guardadas, JSON Lines o una carpeta de brat.</translation>
    </message>
    <message>
        <source>Article &amp;details…</source>
        <translation>&amp;Detalles del artículo…</translation>
    </message>
    <message>
        <source>Title, outlet, author, date, address and language of the open article</source>
        <translation>Título, medio, autor, fecha, dirección y lengua del artículo abierto</translation>
    </message>
    <message>
        <source>change article details</source>
        <translation>cambiar los detalles del artículo</translation>
    </message>
    <message>
        <source>No articles yet.

Import some by %1, or drop files here: text, saved web pages, documents, tables, and what other annotation tools write.</source>
        <translation>Aún no hay artículos.

Impórtelos con %1 o suelte archivos aquí: texto, páginas web guardadas, documentos, tablas y lo que escriben otras herramientas de anotación.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) copied, with all that is labelled in them</source>
        <translation>
            <numerusform>%n artículo copiado, con todo lo etiquetado en él</numerusform>
            <numerusform>%n artículos copiados, con todo lo etiquetado en ellos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ArticleListModel</name>
    <message>
        <source>no highlights yet</source>
        <translation>aún sin resaltados</translation>
    </message>
    <message>
        <source>done ✓</source>
        <translation>hecho ✓</translation>
    </message>
    <message numerus="yes">
        <source>new · %n suggestion(s)</source>
        <translation>
            <numerusform>nuevo · %n sugerencia</numerusform>
            <numerusform>nuevo · %n sugerencias</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 reviewed</source>
        <translation>%1 de %2 revisados</translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n atribución</numerusform>
            <numerusform>%n atribuciones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ArticlePane</name>
    <message>
        <source>Article</source>
        <translation>Artículo</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Tamaño de texto normal</translation>
    </message>
    <message>
        <source>Take the highlight at the caret</source>
        <translation>Tomar el resaltado del cursor</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Soltar</translation>
    </message>
    <message>
        <source>Find in article…</source>
        <translation>Buscar en el artículo…</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Buscar siguiente</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Buscar anterior</translation>
    </message>
    <message>
        <source>Suggested and accepted</source>
        <translation>Sugeridos y aceptados</translation>
    </message>
    <message>
        <source>Suggested only</source>
        <translation>Solo sugeridos</translation>
    </message>
    <message>
        <source>Accepted only</source>
        <translation>Solo aceptados</translation>
    </message>
    <message>
        <source>All, also rejected</source>
        <translation>Todos, también rechazados</translation>
    </message>
    <message>
        <source>Colours: %1</source>
        <translation>Colores: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AssignKeyDialog</name>
    <message>
        <source>Choose a key</source>
        <translation>Elegir una tecla</translation>
    </message>
    <message>
        <source>Press the key for “%1”.</source>
        <translation>Pulse la tecla para «%1».</translation>
    </message>
    <message>
        <source>Any key, alone or with Ctrl, Alt and Shift. Esc leaves all as it is.</source>
        <translation>Cualquier tecla, sola o con Ctrl, Alt y Mayús. Esc lo deja todo como está.</translation>
    </message>
    <message>
        <source>Set key</source>
        <translation>Asignar tecla</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>Quitarla de allí</translation>
    </message>
    <message>
        <source>%1 Press another.</source>
        <translation>%1 Pulse otra.</translation>
    </message>
    <message>
        <source>“%1” has this key. Taken from there, it has it no more.</source>
        <translation>«%1» tiene esta tecla. Si se quita de allí, dejará de tenerla.</translation>
    </message>
    <message>
        <source>This key is free.</source>
        <translation>Esta tecla está libre.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AttributeFields</name>
    <message>
        <source>not given</source>
        <translation>no indicado</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::BulkDialog</name>
    <message>
        <source>What will be done</source>
        <translation>Lo que se hará</translation>
    </message>
    <message>
        <source>How many of what</source>
        <translation>Cuántos de cada tipo</translation>
    </message>
    <message>
        <source>%1 many</source>
        <translation>%1 varios</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>Which items</source>
        <translation>Qué elementos</translation>
    </message>
    <message>
        <source>all in the list</source>
        <translation>todos los de la lista</translation>
    </message>
    <message>
        <source>Which items:</source>
        <translation>Qué elementos:</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Etiqueta nueva</translation>
    </message>
    <message>
        <source>New &amp;label:</source>
        <translation>Nueva &amp;etiqueta:</translation>
    </message>
    <message>
        <source>In &amp;this article</source>
        <translation>En es&amp;te artículo</translation>
    </message>
    <message>
        <source>In all articles of the &amp;project</source>
        <translation>En todos los artículos del &amp;proyecto</translation>
    </message>
    <message>
        <source>Where:</source>
        <translation>Dónde:</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Reabrir</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>Reetiquetar</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>No span of these can have that label, or all have it already.</source>
        <translation>Ninguno de estos segmentos puede tener esa etiqueta, o todos la tienen ya.</translation>
    </message>
    <message>
        <source>Nothing would change: all of these are so already.</source>
        <translation>No cambiaría nada: todos están ya así.</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n article(s) will change.</source>
        <translation>
            <numerusform>Cambio: %1 en %n artículo.</numerusform>
            <numerusform>Cambio: %1 en %n artículos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n elemento</numerusform>
            <numerusform>%n elementos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of this article will change.</source>
        <translation>
            <numerusform>Cambiará %n elemento de este artículo.</numerusform>
            <numerusform>Cambiarán %n elementos de este artículo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them will be rejected instead, so as not to come back: found by a detector.</source>
        <translation>
            <numerusform>%n de ellos se rechazará en su lugar, para que no vuelva: lo encontró un detector.</numerusform>
            <numerusform>%n de ellos se rechazarán en su lugar, para que no vuelvan: los encontró un detector.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is relabelled is thereby accepted.</source>
        <translation>Lo que se reetiqueta queda así aceptado.</translation>
    </message>
    <message>
        <source>One step of undo takes it back.</source>
        <translation>Se puede deshacer en un solo paso.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a number, and a state</comment>
        <translation>%1 en estado %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a label, and how many of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
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
            <numerusform>%n elemento seleccionado</numerusform>
            <numerusform>%n elementos seleccionados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColourChoice</name>
    <message>
        <source>What the colours of the highlights tell apart. Their shapes always tell the labels.</source>
        <translation>Lo que distinguen los colores de los resaltados. Sus formas indican siempre las etiquetas.</translation>
    </message>
    <message>
        <source>Colour by: %1</source>
        <translation>Colorear por: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColourField</name>
    <message>
        <source>Choose: %1</source>
        <translation>Elegir: %1</translation>
    </message>
    <message>
        <source>Choose a colour</source>
        <translation>Elegir un color</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColourMenu</name>
    <message>
        <source>Colours of the system</source>
        <translation>Colores del sistema</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Colores claros</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Colores oscuros</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>Alto contraste, claro</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Alto contraste, oscuro</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColumnChoice</name>
    <message>
        <source>Text:</source>
        <translation>Texto:</translation>
    </message>
    <message>
        <source>Title:</source>
        <translation>Título:</translation>
    </message>
    <message>
        <source>Date:</source>
        <translation>Fecha:</translation>
    </message>
    <message>
        <source>Outlet:</source>
        <translation>Medio:</translation>
    </message>
    <message>
        <source>Author:</source>
        <translation>Autor:</translation>
    </message>
    <message>
        <source>Address:</source>
        <translation>Dirección:</translation>
    </message>
    <message>
        <source>Id:</source>
        <translation>Id:</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Lengua:</translation>
    </message>
    <message>
        <source>Column that holds: %1</source>
        <translation>Columna que contiene: %1</translation>
    </message>
    <message>
        <source>(choose one)</source>
        <translation>(elija una)</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(ninguna)</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ContextHelp</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::DetailsDialog</name>
    <message>
        <source>Article details</source>
        <translation>Detalles del artículo</translation>
    </message>
    <message>
        <source>told from the text</source>
        <translation>deducida del texto</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>&amp;Título:</translation>
    </message>
    <message>
        <source>&amp;Outlet:</source>
        <translation>&amp;Medio:</translation>
    </message>
    <message>
        <source>&amp;Author:</source>
        <translation>A&amp;utor:</translation>
    </message>
    <message>
        <source>&amp;Date:</source>
        <translation>&amp;Fecha:</translation>
    </message>
    <message>
        <source>Add&amp;ress:</source>
        <translation>&amp;Dirección:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Lengua:</translation>
    </message>
    <message>
        <source>Id:</source>
        <translation>Id:</translation>
    </message>
    <message>
        <source>The language decides which words the detectors know; suggest again after a change.</source>
        <translation>La lengua determina qué palabras conocen los detectores; tras cambiarla, sugiera de nuevo.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::DetectorDialog</name>
    <message>
        <source>Add a detector</source>
        <translation>Añadir un detector</translation>
    </message>
    <message>
        <source>Detector %1</source>
        <translation>Detector %1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumentos</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Rasgo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Program on this machine</source>
        <translation>Programa en este equipo</translation>
    </message>
    <message>
        <source>Server (Quoth&apos;s protocol)</source>
        <translation>Servidor (protocolo de Quoth)</translation>
    </message>
    <message>
        <source>Label Studio ML backend</source>
        <translation>Servidor de ML de Label Studio</translation>
    </message>
    <message>
        <source>INCEpTION external recommender</source>
        <translation>Recomendador externo de INCEpTION</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Time-out for an article</source>
        <translation>Tiempo límite por artículo</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Its label</source>
        <translation>Su etiqueta</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Equivale a</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>Tiempo límite</translation>
    </message>
    <message>
        <source>Labels that are not listed are taken as they are, if the project has them.</source>
        <translation>Las etiquetas que no figuran se toman como están, si el proyecto las tiene.</translation>
    </message>
    <message>
        <source>The detector was not kept, as nothing may be sent to %1.</source>
        <translation>No se ha guardado el detector, porque no se permite enviar nada a %1.</translation>
    </message>
    <message>
        <source>It is started without a shell and gets articles as JSON on its standard input, one a line.</source>
        <translation>Se inicia sin intérprete de comandos y recibe los artículos como JSON por la entrada estándar, uno por línea.</translation>
    </message>
    <message>
        <source>names.py --fast</source>
        <translation>names.py --fast</translation>
    </message>
    <message>
        <source>A server that answers to /info and /detect below the address.</source>
        <translation>Un servidor que responde a /info y /detect bajo la dirección.</translation>
    </message>
    <message>
        <source>It is asked as Label Studio does: /health, /setup and /predict below the address.</source>
        <translation>Se le consulta como lo hace Label Studio: /health, /setup y /predict bajo la dirección.</translation>
    </message>
    <message>
        <source>It is asked as INCEpTION does: /predict below the address, for the annotations of one layer.</source>
        <translation>Se le consulta como lo hace INCEpTION: /predict bajo la dirección, para las anotaciones de una capa.</translation>
    </message>
    <message>
        <source>⚠ The texts of articles will be sent to %1.</source>
        <translation>⚠ Los textos de los artículos se enviarán a %1.</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>(omitida)</translation>
    </message>
    <message>
        <source>Texts leave this machine</source>
        <translation>Los textos salen de este equipo</translation>
    </message>
    <message>
        <source>The whole text of each article that this detector looks at will be sent to %1.</source>
        <translation>El texto completo de cada artículo que examine este detector se enviará a %1.</translation>
    </message>
    <message>
        <source>Whoever runs it can read and keep the articles. This is asked once for a host.</source>
        <translation>Quien lo gestione puede leer y conservar los artículos. Esto se pregunta una vez por servidor.</translation>
    </message>
    <message>
        <source>Send texts</source>
        <translation>Enviar textos</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::DetectorsDialog</name>
    <message>
        <source>Detectors</source>
        <translation>Detectores</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>What the detector told</source>
        <translation>Lo que comunicó el detector</translation>
    </message>
    <message>
        <source>The enabled ones look for highlights in this order; what the earlier ones found is not doubled. Space enables and disables. They are yours, not the project’s.</source>
        <translation>Los detectores activos buscan resaltados en este orden; lo que ya encontraron los anteriores no se duplica. Espacio los activa y desactiva. Pertenecen a usted, no al proyecto.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Añadir…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Sends two sentences of ours and shows what comes back</source>
        <translation>Envía dos oraciones nuestras y muestra lo que devuelve</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>✗ failed</source>
        <translation>✗ falló</translation>
    </message>
    <message>
        <source>✓ works</source>
        <translation>✓ funciona</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>sin probar</translation>
    </message>
    <message>
        <source>✓ built in</source>
        <translation>✓ integrado</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>integrado</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
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
        <translation>Detener</translation>
    </message>
    <message>
        <source>Remove a detector</source>
        <translation>Quitar un detector</translation>
    </message>
    <message>
        <source>Remove %1 from your detectors? What it suggested stays.</source>
        <translation>¿Quitar %1 de sus detectores? Lo que sugirió se conserva.</translation>
    </message>
    <message numerus="yes">
        <source>%1 was sent two sentences of ours; waiting for at most %n second(s)…</source>
        <translation>
            <numerusform>Se han enviado dos oraciones nuestras a %1; esperando como mucho %n segundo…</numerusform>
            <numerusform>Se han enviado dos oraciones nuestras a %1; esperando como mucho %n segundos…</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered in %1 ms.</source>
        <translation>Respondió en %1 ms.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n segmento</numerusform>
            <numerusform>%n segmentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n atribución</numerusform>
            <numerusform>%n atribuciones</numerusform>
        </translation>
    </message>
    <message>
        <source>It says that it is %1, version %2.</source>
        <translation>Dice que es %1, versión %2.</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>Se detuvo la prueba.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ExchangeTasks</name>
    <message>
        <source>Suggest highlights</source>
        <translation>Sugerir resaltados</translation>
    </message>
    <message>
        <source>Look for speakers, quotations and claims in this article. What you accepted or rejected stays.</source>
        <translation>Buscar hablantes, citas y afirmaciones en este artículo. Lo que haya aceptado o rechazado se conserva.</translation>
    </message>
    <message>
        <source>Detectors…</source>
        <translation>Detectores…</translation>
    </message>
    <message>
        <source>Which detectors look for highlights, in which order; add programs and servers of your own</source>
        <translation>Qué detectores buscan resaltados y en qué orden; añadir programas y servidores propios</translation>
    </message>
    <message>
        <source>Export dataset…</source>
        <translation>Exportar datos…</translation>
    </message>
    <message>
        <source>Publish dataset…</source>
        <translation>Publicar datos…</translation>
    </message>
    <message>
        <source>A folder with splits, card, label schema and checksums, as Hugging Face has it</source>
        <translation>Una carpeta con particiones, ficha, esquema de etiquetas y sumas de verificación, como en Hugging Face</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message numerus="yes">
        <source>Importing %n file(s)…</source>
        <translation>
            <numerusform>Importando %n archivo…</numerusform>
            <numerusform>Importando %n archivos…</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is on the clipboard that could be an article: copy its text, its address or its file.</source>
        <translation>En el portapapeles no hay nada que pueda ser un artículo: copie su texto, su dirección o su archivo.</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>Dejar de buscar</translation>
    </message>
    <message>
        <source>Detectors are looking for highlights; go on working. %1 stops them.</source>
        <translation>Los detectores buscan resaltados; siga trabajando. %1 los detiene.</translation>
    </message>
    <message>
        <source>Nothing new was found.</source>
        <translation>No se encontró nada nuevo.</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Detectores</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>The detectors have this to tell:</source>
        <translation>Los detectores comunican lo siguiente:</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) came in. This is to be told:</source>
        <translation>
            <numerusform>Se incorporó %n artículo. Conviene saber:</numerusform>
            <numerusform>Se incorporaron %n artículos. Conviene saber:</numerusform>
        </translation>
    </message>
    <message>
        <source>The detectors are done.</source>
        <translation>Los detectores han terminado.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) came in.</source>
        <translation>
            <numerusform>Se incorporó %n artículo.</numerusform>
            <numerusform>Se incorporaron %n artículos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>All articles that were here are undone. After an import they cannot be brought back.</source>
        <translation>Todos los artículos que había aquí están deshechos. Después de una importación ya no se podrán recuperar.</translation>
    </message>
    <message>
        <source>Redo brings them back, with all that was labelled in them.</source>
        <translation>Rehacer los recupera, con todo lo etiquetado en ellos.</translation>
    </message>
    <message>
        <source>Import all the same</source>
        <translation>Importar de todos modos</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ExportDialog</name>
    <message>
        <source>Export dataset</source>
        <translation>Exportar datos</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Progreso de la exportación</translation>
    </message>
    <message>
        <source>What the format could not carry</source>
        <translation>Lo que el formato no pudo representar</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>&amp;Accepted</source>
        <translation>&amp;Aceptados</translation>
    </message>
    <message>
        <source>&amp;Suggested, not reviewed yet</source>
        <translation>&amp;Sugeridos, aún sin revisar</translation>
    </message>
    <message>
        <source>&amp;Rejected, as negative examples</source>
        <translation>&amp;Rechazados, como ejemplos negativos</translation>
    </message>
    <message>
        <source>Export accepted highlights</source>
        <translation>Exportar los resaltados aceptados</translation>
    </message>
    <message>
        <source>Export suggested highlights</source>
        <translation>Exportar los resaltados sugeridos</translation>
    </message>
    <message>
        <source>Export rejected highlights</source>
        <translation>Exportar los resaltados rechazados</translation>
    </message>
    <message>
        <source>A&amp;ll articles</source>
        <translation>Todos &amp;los artículos</translation>
    </message>
    <message>
        <source>&amp;This article</source>
        <translation>Es&amp;te artículo</translation>
    </message>
    <message>
        <source>Export all articles</source>
        <translation>Exportar todos los artículos</translation>
    </message>
    <message>
        <source>Export the open article only</source>
        <translation>Exportar solo el artículo abierto</translation>
    </message>
    <message>
        <source>Output path</source>
        <translation>Ruta de salida</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>E&amp;xaminar…</translation>
    </message>
    <message>
        <source>Choose the output</source>
        <translation>Elegir la salida</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Formato:</translation>
    </message>
    <message>
        <source>Highlights:</source>
        <translation>Resaltados:</translation>
    </message>
    <message>
        <source>Articles:</source>
        <translation>Artículos:</translation>
    </message>
    <message>
        <source>&amp;Output:</source>
        <translation>Sali&amp;da:</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Carpeta para los archivos</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>Exportar como</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is written yet. Of %n article(s) the format cannot carry all: choose another one, or export anyway.</source>
        <translation>
            <numerusform>Aún no se ha escrito nada. De %n artículo el formato no puede representarlo todo: elija otro o exporte igualmente.</numerusform>
            <numerusform>Aún no se ha escrito nada. De %n artículos el formato no puede representarlo todo: elija otro o exporte igualmente.</numerusform>
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
            <numerusform>%n artículo escrito en %1.</numerusform>
            <numerusform>%n artículos escritos en %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The format could not carry all:</source>
        <translation>El formato no pudo representarlo todo:</translation>
    </message>
    <message>
        <source>Nothing was written. %1</source>
        <translation>No se ha escrito nada. %1</translation>
    </message>
    <message>
        <source>No highlights are chosen: only the texts will be written.</source>
        <translation>No se ha elegido ningún resaltado: solo se escribirán los textos.</translation>
    </message>
    <message>
        <source>The folder exists; files of the same name in it will be replaced.</source>
        <translation>La carpeta existe; los archivos con el mismo nombre que haya en ella se sustituirán.</translation>
    </message>
    <message>
        <source>The file exists and will be replaced.</source>
        <translation>El archivo existe y se sustituirá.</translation>
    </message>
    <message>
        <source>&amp;Export anyway</source>
        <translation>&amp;Exportar igualmente</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Of overlapping spans, write</source>
        <translation>De los segmentos que se solapan, escribir</translation>
    </message>
    <message>
        <source>the longest</source>
        <translation>el más largo</translation>
    </message>
    <message>
        <source>the shortest</source>
        <translation>el más corto</translation>
    </message>
    <message>
        <source>Of o&amp;verlapping spans:</source>
        <translation>De segmentos sola&amp;pados:</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Exporting</name>
    <message>
        <source>The format “%1” cannot be written.</source>
        <translation>El formato «%1» no se puede escribir.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Guidelines</name>
    <message>
        <source>Show the guideline</source>
        <translation>Mostrar la pauta</translation>
    </message>
    <message>
        <source>What to label, and where it begins and ends</source>
        <translation>Qué etiquetar, y dónde empieza y termina</translation>
    </message>
    <message>
        <source>The label schema has no guideline for this label.</source>
        <translation>El esquema de etiquetas no tiene pauta para esta etiqueta.</translation>
    </message>
    <message>
        <source>Its parts: %1.</source>
        <comment>the roles of a frame</comment>
        <translation>Sus partes: %1.</translation>
    </message>
    <message>
        <source>Guidelines of all labels</source>
        <translation>Pautas de todas las etiquetas</translation>
    </message>
    <message>
        <source>Guideline of %1</source>
        <comment>a label</comment>
        <translation>Pauta: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HelpMenu</name>
    <message>
        <source>Manual</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Hacer la visita guiada</translation>
    </message>
    <message>
        <source>Shows on the sample articles how to review and label, in ten steps</source>
        <translation>Muestra con los artículos de ejemplo cómo revisar y etiquetar, en diez pasos</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Cambiar teclas…</translation>
    </message>
    <message>
        <source>About Quoth</source>
        <translation>Acerca de Quoth</translation>
    </message>
    <message>
        <source>&lt;b&gt;Quoth %1&lt;/b&gt;&lt;p&gt;Label who said what in news articles.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Quoth %1&lt;/b&gt;&lt;p&gt;Etiquetar quién dijo qué en las noticias.&lt;/p&gt;&lt;p&gt;Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HelpWindow</name>
    <message>
        <source>Manual</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Tamaño de texto normal</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Buscar en el manual</translation>
    </message>
    <message>
        <source>Next place found</source>
        <translation>Resultado siguiente</translation>
    </message>
    <message>
        <source>Previous place found</source>
        <translation>Resultado anterior</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Capítulos</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a heading and its chapter</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) found; Enter goes on</source>
        <translation>
            <numerusform>%n resultado; Intro pasa al siguiente</numerusform>
            <numerusform>%n resultados; Intro pasa al siguiente</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – Manual of Quoth</source>
        <translation>%1 – Manual de Quoth</translation>
    </message>
    <message>
        <source>%1 of %2 in this chapter</source>
        <translation>%1 de %2 en este capítulo</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HistoryDock</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Only the open article</source>
        <translation>Solo el artículo abierto</translation>
    </message>
    <message>
        <source>Go back to this point</source>
        <translation>Volver a este punto</translation>
    </message>
    <message>
        <source>The project is here. Choose a point to go to.</source>
        <translation>El proyecto está aquí. Elija un punto al que ir.</translation>
    </message>
    <message numerus="yes">
        <source>Undo %n step(s)</source>
        <translation>
            <numerusform>Deshacer %n paso</numerusform>
            <numerusform>Deshacer %n pasos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redo %n step(s)</source>
        <translation>
            <numerusform>Rehacer %n paso</numerusform>
            <numerusform>Rehacer %n pasos</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them in the open article</source>
        <translation>Todos en el artículo abierto</translation>
    </message>
    <message numerus="yes">
        <source>%n of them in other articles</source>
        <translation>
            <numerusform>%n de ellos en otros artículos</numerusform>
            <numerusform>%n de ellos en otros artículos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo %n step(s)?</source>
        <translation>
            <numerusform>¿Deshacer %n paso?</numerusform>
            <numerusform>¿Deshacer %n pasos?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redo %n step(s)?</source>
        <translation>
            <numerusform>¿Rehacer %n paso?</numerusform>
            <numerusform>¿Rehacer %n pasos?</numerusform>
        </translation>
    </message>
    <message>
        <source>Until something else is done, this can be reversed from here.</source>
        <translation>Mientras no se haga otra cosa, se puede revertir desde aquí.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them in other articles. Until something else is done, this can be reversed from here.</source>
        <translation>
            <numerusform>%n de ellos en otros artículos. Mientras no se haga otra cosa, se puede revertir desde aquí.</numerusform>
            <numerusform>%n de ellos en otros artículos. Mientras no se haga otra cosa, se puede revertir desde aquí.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undoing %n step(s)…</source>
        <translation>
            <numerusform>Deshaciendo %n paso…</numerusform>
            <numerusform>Deshaciendo %n pasos…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redoing %n step(s)…</source>
        <translation>
            <numerusform>Rehaciendo %n paso…</numerusform>
            <numerusform>Rehaciendo %n pasos…</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Nothing has been done yet. Each step that you do comes to stand here, to go back to.</source>
        <translation>Aún no se ha hecho nada. Cada paso que dé aparecerá aquí, para poder volver a él.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HistoryModel</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n artículo</numerusform>
            <numerusform>%n artículos</numerusform>
        </translation>
    </message>
    <message>
        <source>the project is here</source>
        <translation>el proyecto está aquí</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>deshecho</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HistoryView</name>
    <message>
        <source>History of the article</source>
        <translation>Historial del artículo</translation>
    </message>
    <message>
        <source>undone: %1</source>
        <translation>deshecho: %1</translation>
    </message>
    <message>
        <source>done again: %1</source>
        <translation>rehecho: %1</translation>
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
        <translation>Importar artículos</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>Archivos que importar</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codificación</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>&amp;Suggest highlights at once</source>
        <translation>&amp;Sugerir resaltados de inmediato</translation>
    </message>
    <message>
        <source>Suggest highlights at once</source>
        <translation>Sugerir resaltados de inmediato</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importar</translation>
    </message>
    <message>
        <source>Format of the selected file</source>
        <translation>Formato del archivo seleccionado</translation>
    </message>
    <message>
        <source>Encoding of the selected file</source>
        <translation>Codificación del archivo seleccionado</translation>
    </message>
    <message>
        <source>Which column is what:</source>
        <translation>Qué es cada columna:</translation>
    </message>
    <message>
        <source>Beginning of the text</source>
        <translation>Principio del texto</translation>
    </message>
    <message>
        <source>&amp;Noticed while reading:</source>
        <translation>&amp;Avisos al leer:</translation>
    </message>
    <message>
        <source>Noticed while reading</source>
        <translation>Avisos al leer</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Formato:</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>&amp;Codificación:</translation>
    </message>
    <message>
        <source>Beginning of the &amp;text:</source>
        <translation>Principio del &amp;texto:</translation>
    </message>
    <message>
        <source>Nearly the same as “%1” in the project: %2 % of the words</source>
        <translation>Casi igual que «%1», del proyecto: el %2 % de las palabras</translation>
    </message>
    <message>
        <source>Nearly the same as the file “%1”: %2 % of the words</source>
        <translation>Casi igual que el archivo «%1»: el %2 % de las palabras</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Cannot be read: %1</source>
        <translation>No se puede leer: %1</translation>
    </message>
    <message>
        <source>%1 (there already?)</source>
        <translation>%1 (¿ya está?)</translation>
    </message>
    <message>
        <source>Recognised by its content</source>
        <translation>Reconocido por su contenido</translation>
    </message>
    <message>
        <source>Recognised: %1</source>
        <translation>Reconocido: %1</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>Detectada</translation>
    </message>
    <message>
        <source>Detected: %1</source>
        <translation>Detectada: %1</translation>
    </message>
    <message numerus="yes">
        <source>(%n times)</source>
        <translation>
            <numerusform>(%n vez)</numerusform>
            <numerusform>(%n veces)</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>Leyendo los archivos…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read and will be left out.</source>
        <translation>
            <numerusform>%n archivo no se puede leer y se omitirá.</numerusform>
            <numerusform>%n archivos no se pueden leer y se omitirán.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Importing</name>
    <message>
        <source>Stopped; what was done so far stays in the project.</source>
        <translation>Detenido; lo hecho hasta ahora se conserva en el proyecto.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were in the project already and got new annotations.</source>
        <translation>
            <numerusform>%n artículo ya estaba en el proyecto y recibió anotaciones nuevas.</numerusform>
            <numerusform>%n artículos ya estaban en el proyecto y recibieron anotaciones nuevas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were in the project already.</source>
        <translation>
            <numerusform>%n artículo ya estaba en el proyecto.</numerusform>
            <numerusform>%n artículos ya estaban en el proyecto.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::InspectorDock</name>
    <message>
        <source>Inspector</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>Set speaker</source>
        <translation>Asignar hablante</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Editar nota</translation>
    </message>
    <message>
        <source>Nothing is in hand. Select words and press a label’s key to label them, or go to the next suggestion.</source>
        <translation>No hay ningún elemento actual. Seleccione palabras y pulse la tecla de una etiqueta para etiquetarlas, o vaya a la sugerencia siguiente.</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Pauta</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Nothing is in hand. Select words and press a label’s key to label them, or go to the next suggestion by %1.</source>
        <translation>No hay ningún elemento actual. Seleccione palabras y pulse la tecla de una etiqueta para etiquetarlas, o vaya a la sugerencia siguiente con %1.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ItemForm</name>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Hablante</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>directa</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>indirecta</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>mixta</translation>
    </message>
    <message>
        <source>none</source>
        <comment>kind of quotation</comment>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Note on “%1”</source>
        <comment>a label</comment>
        <translation>Nota sobre «%1»</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::KeySheet</name>
    <message>
        <source>Accept on the card</source>
        <translation>Aceptar en la tarjeta</translation>
    </message>
    <message>
        <source>Reject on the card</source>
        <translation>Rechazar en la tarjeta</translation>
    </message>
    <message>
        <source>Fix on the card</source>
        <translation>Corregir en la tarjeta</translation>
    </message>
    <message>
        <source>click it, again for the next there</source>
        <translation>clic en él; otro clic, el siguiente</translation>
    </message>
    <message>
        <source>click beside it</source>
        <translation>clic al lado</translation>
    </message>
    <message>
        <source>Ctrl and wheel</source>
        <translation>Ctrl y rueda</translation>
    </message>
    <message>
        <source>in the inspector</source>
        <translation>en el inspector</translation>
    </message>
    <message>
        <source>click it in the bar</source>
        <translation>clic en la barra</translation>
    </message>
    <message>
        <source>Add the selected words to the span in hand</source>
        <translation>Añadir las palabras seleccionadas al segmento actual</translation>
    </message>
    <message>
        <source>Label all that is selected with the mouse, until the key is pressed again</source>
        <translation>Etiquetar todo lo que se seleccione con el ratón, hasta la misma tecla</translation>
    </message>
    <message>
        <source>The caret in the article</source>
        <translation>El cursor en el artículo</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Teclas de flecha</translation>
    </message>
    <message>
        <source>Move the caret; with Shift select</source>
        <translation>Mover el cursor; con Mayús, seleccionar</translation>
    </message>
    <message>
        <source>click</source>
        <translation>clic</translation>
    </message>
    <message>
        <source>Ctrl and arrows</source>
        <translation>Ctrl y flechas</translation>
    </message>
    <message>
        <source>By words</source>
        <translation>Por palabras</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Inicio, Fin</translation>
    </message>
    <message>
        <source>Beginning and end of the line; with Ctrl, of the article</source>
        <translation>Principio y final de la línea; con Ctrl, del artículo</translation>
    </message>
    <message>
        <source>With the mouse</source>
        <translation>Con el ratón</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Clic</translation>
    </message>
    <message>
        <source>A word, or the highlight there; again for the next highlight</source>
        <translation>Una palabra, o el resaltado que haya; otra vez, el resaltado siguiente</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doble clic</translation>
    </message>
    <message>
        <source>Select a word; a third click its sentence</source>
        <translation>Seleccionar una palabra; con un tercer clic, su oración</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Arrastrar</translation>
    </message>
    <message>
        <source>Select whole words; with Alt single characters</source>
        <translation>Seleccionar palabras enteras; con Alt, caracteres sueltos</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>Clic derecho</translation>
    </message>
    <message>
        <source>A menu of all that can be done there</source>
        <translation>Un menú con todo lo que se puede hacer ahí</translation>
    </message>
    <message>
        <source>No key does that. %1 finds actions without a key, too.</source>
        <comment>a key</comment>
        <translation>Ninguna tecla hace eso. %1 encuentra también acciones sin tecla.</translation>
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
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Find a key or what it does</source>
        <translation>Buscar una tecla o lo que hace</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Cambiar teclas…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::LabelBrush</name>
    <message>
        <source>Label all that is selected as %1</source>
        <translation>Etiquetar todo lo seleccionado como %1</translation>
    </message>
    <message>
        <source>Label as the last time</source>
        <translation>Etiquetar como la última vez</translation>
    </message>
    <message>
        <source>Words selected with the mouse become “%1” at once, until this is chosen again</source>
        <translation>Las palabras seleccionadas con el ratón se etiquetan de inmediato como «%1», hasta que se elija esto otra vez</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Labelling</name>
    <message>
        <source>New attribution from here</source>
        <translation>Nueva atribución desde aquí</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Label as %1</source>
        <translation>Etiquetar como %1</translation>
    </message>
    <message>
        <source>Add words to the %1 in hand</source>
        <translation>Añadir palabras al segmento actual (%1)</translation>
    </message>
    <message>
        <source>Begin a word earlier</source>
        <translation>Empezar una palabra antes</translation>
    </message>
    <message>
        <source>Begin a word later</source>
        <translation>Empezar una palabra después</translation>
    </message>
    <message>
        <source>End a word earlier</source>
        <translation>Terminar una palabra antes</translation>
    </message>
    <message>
        <source>End a word later</source>
        <translation>Terminar una palabra después</translation>
    </message>
    <message>
        <source>Begin a character earlier</source>
        <translation>Empezar un carácter antes</translation>
    </message>
    <message>
        <source>Begin a character later</source>
        <translation>Empezar un carácter después</translation>
    </message>
    <message>
        <source>End a character earlier</source>
        <translation>Terminar un carácter antes</translation>
    </message>
    <message>
        <source>End a character later</source>
        <translation>Terminar un carácter después</translation>
    </message>
    <message>
        <source>Select the words that are credited to somebody first, or put the caret into a quotation.</source>
        <translation>Seleccione primero las palabras que se atribuyen a alguien, o ponga el cursor en una cita.</translation>
    </message>
    <message>
        <source>No %1 is in hand that words could be added to.</source>
        <comment>a label</comment>
        <translation>No hay ningún elemento «%1» actual al que añadir palabras.</translation>
    </message>
    <message>
        <source>Select the words to add first.</source>
        <translation>Seleccione primero las palabras que quiere añadir.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::LanguageMenu</name>
    <message>
        <source>As the system</source>
        <translation>Idioma del sistema</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::LearnedDialog</name>
    <message>
        <source>What was learned</source>
        <translation>Lo aprendido</translation>
    </message>
    <message>
        <source>Nothing yet. Quoth learns from the suggestions that you accept, fix and reject, while you work.</source>
        <translation>Nada todavía. Quoth aprende de las sugerencias que se aceptan, corrigen y rechazan mientras se trabaja.</translation>
    </message>
    <message numerus="yes">
        <source>Learned from %n article(s)</source>
        <translation>
            <numerusform>Aprendido de %n artículo</numerusform>
            <numerusform>Aprendido de %n artículos</numerusform>
        </translation>
    </message>
    <message>
        <source>Version:</source>
        <translation>Versión:</translation>
    </message>
    <message>
        <source>%1, of %2</source>
        <translation>%1, del %2</translation>
    </message>
    <message>
        <source>Model:</source>
        <translation>Modelo:</translation>
    </message>
    <message>
        <source>Decisions:</source>
        <translation>Decisiones:</translation>
    </message>
    <message>
        <source>Strength:</source>
        <translation>Fuerza:</translation>
    </message>
    <message>
        <source>What was learned, the strongest first</source>
        <translation>Lo aprendido, lo más fuerte primero</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;Olvidarlo</translation>
    </message>
    <message>
        <source>What you decided so far will not be learned from again; your labels stay as they are.</source>
        <translation>De lo decidido hasta ahora no se volverá a aprender; sus etiquetas quedan como están.</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>A model file that knows this, for other projects</source>
        <translation>Un archivo de modelo con lo aprendido, para otros proyectos</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Learning</name>
    <message>
        <source>What was learned…</source>
        <translation>Lo aprendido…</translation>
    </message>
    <message>
        <source>What Quoth has learned from your decisions in this project, and how to forget or export it</source>
        <translation>Lo que Quoth ha aprendido de sus decisiones en este proyecto, y cómo olvidarlo o exportarlo</translation>
    </message>
    <message>
        <source>Nothing was learned: %1</source>
        <translation>No se ha aprendido nada: %1</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>What was learned is forgotten; what you decide from now on is learned from.</source>
        <translation>Lo aprendido se ha olvidado; se aprenderá de lo que decida de ahora en adelante.</translation>
    </message>
    <message>
        <source>Export the model with what was learned</source>
        <translation>Exportar el modelo con lo aprendido</translation>
    </message>
    <message>
        <source>Models (*.quothmodel)</source>
        <translation>Modelos (*.quothmodel)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Guardado: %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>No se puede escribir %1: %2</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::MainWindow</name>
    <message>
        <source>New project…</source>
        <translation>Nuevo proyecto…</translation>
    </message>
    <message>
        <source>One file that holds your articles and all that you label in them</source>
        <translation>Un archivo que contiene sus artículos y todo lo que etiquete en ellos</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Abrir proyecto…</translation>
    </message>
    <message>
        <source>A file that ends in .quoth</source>
        <translation>Un archivo que termina en .quoth</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>Abrir el proyecto de ejemplo</translation>
    </message>
    <message>
        <source>Three short articles: one is labelled, two have suggestions to review</source>
        <translation>Tres artículos breves: uno está etiquetado; dos tienen sugerencias por revisar</translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation>Importar artículos…</translation>
    </message>
    <message>
        <source>Open articles</source>
        <translation>Abrir artículos</translation>
    </message>
    <message>
        <source>Text, saved web pages, documents, tables, and what other annotation tools write</source>
        <translation>Texto, páginas web guardadas, documentos, tablas y lo que escriben otras herramientas de anotación</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Importar una carpeta…</translation>
    </message>
    <message>
        <source>All articles in a folder and the folders in it</source>
        <translation>Todos los artículos de una carpeta y de sus subcarpetas</translation>
    </message>
    <message>
        <source>Import from an address…</source>
        <translation>Importar desde una dirección…</translation>
    </message>
    <message>
        <source>Fetches a web page or document by its address</source>
        <translation>Descarga una página web o un documento por su dirección</translation>
    </message>
    <message>
        <source>Import from the clipboard</source>
        <translation>Importar desde el portapapeles</translation>
    </message>
    <message>
        <source>Makes an article of the text, address or files that were copied last</source>
        <translation>Crea un artículo con lo último que se copió: texto, dirección o archivos</translation>
    </message>
    <message>
        <source>Save article as picture or page…</source>
        <translation>Guardar artículo como imagen o página…</translation>
    </message>
    <message>
        <source>Print article…</source>
        <translation>Imprimir artículo…</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>Cerrar proyecto</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation>Comandos…</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>artículos</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Importar una carpeta</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>A&amp;notar</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Revisar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
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
        <translation>Abrir proyecto</translation>
    </message>
    <message>
        <source>Quoth projects (*.quoth)</source>
        <translation>Proyectos de Quoth (*.quoth)</translation>
    </message>
    <message>
        <source>Where shall the project be kept?</source>
        <translation>¿Dónde guardar el proyecto?</translation>
    </message>
    <message>
        <source>Articles (%1)</source>
        <translation>Artículos (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Save article as</source>
        <translation>Guardar artículo como</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Web page (*.html);;Picture (*.png)</source>
        <translation>PDF (*.pdf);;Página web (*.html);;Imagen (*.png)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Guardado: %1</translation>
    </message>
    <message>
        <source>Open an article…</source>
        <translation>Abrir un artículo…</translation>
    </message>
    <message>
        <source>The project “%1” is there already. Open it and go on in it?</source>
        <translation>El proyecto «%1» ya existe. ¿Abrirlo y seguir en él?</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ManualView</name>
    <message>
        <source>Chapter of the manual</source>
        <translation>Capítulo del manual</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::MergeDialog</name>
    <message>
        <source>Merge speakers</source>
        <translation>Fusionar hablantes</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionar</translation>
    </message>
    <message>
        <source>These are one speaker. Which name shall stay?</source>
        <translation>Son un mismo hablante. ¿Qué nombre se conserva?</translation>
    </message>
    <message>
        <source>Name of another speaker</source>
        <translation>Nombre de otro hablante</translation>
    </message>
    <message>
        <source>&amp;And also</source>
        <translation>Y &amp;también</translation>
    </message>
    <message>
        <source>The other names become aliases, and all that was credited to them is credited to the one that stays, in all articles. Undo takes it back in one step.</source>
        <translation>Los demás nombres pasan a ser alias y todo lo que se les atribuía se atribuye al que se conserva, en todos los artículos. Se puede deshacer en un solo paso.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::OccurrencesDialog</name>
    <message>
        <source>&amp;Whole words only</source>
        <translation>Solo palabras &amp;completas</translation>
    </message>
    <message>
        <source>&amp;Upper and lower case as here</source>
        <translation>&amp;Mayúsculas y minúsculas como aquí</translation>
    </message>
    <message>
        <source>In &amp;this article</source>
        <translation>En es&amp;te artículo</translation>
    </message>
    <message>
        <source>In the whole &amp;project</source>
        <translation>En todo el &amp;proyecto</translation>
    </message>
    <message>
        <source>Suggest at all occurrences</source>
        <translation>Sugerir en todas las apariciones</translation>
    </message>
    <message>
        <source>Wherever “%1” stands again, suggest “%2”, credited to %3.</source>
        <translation>Sugerir «%2», atribuido a %3, dondequiera que vuelva a aparecer «%1».</translation>
    </message>
    <message>
        <source>Wherever “%1” stands again, suggest “%2”.</source>
        <translation>Sugerir «%2» dondequiera que vuelva a aparecer «%1».</translation>
    </message>
    <message>
        <source>Where the words stand</source>
        <translation>Dónde están las palabras</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>Sugerir</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>No further place. What is labelled so already, or was rejected, does not count.</source>
        <translation>Ningún lugar más. No cuenta lo que ya está etiquetado así o se rechazó.</translation>
    </message>
    <message numerus="yes">
        <source>%n further place(s) in this article.</source>
        <translation>
            <numerusform>%n lugar más en este artículo.</numerusform>
            <numerusform>%n lugares más en este artículo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further place(s)</source>
        <translation>
            <numerusform>%n lugar más</numerusform>
            <numerusform>%n lugares más</numerusform>
        </translation>
    </message>
    <message>
        <source>Suggest %1</source>
        <translation>Sugerir %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n article(s).</source>
        <comment>places</comment>
        <translation>
            <numerusform>%1 en %n artículo.</numerusform>
            <numerusform>%1 en %n artículos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Overlaps</name>
    <message>
        <source>Choose among the highlights at the caret…</source>
        <translation>Elegir entre los resaltados del cursor…</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Overlays</name>
    <message>
        <source>Lines between the parts of the attribution in hand</source>
        <translation>Líneas entre las partes de la atribución actual</translation>
    </message>
    <message>
        <source>Invisible characters</source>
        <translation>Caracteres invisibles</translation>
    </message>
    <message>
        <source>Shows no-break blanks, zero-width and direction-changing characters, tabs, doubled and trailing blanks</source>
        <translation>Muestra espacios de no separación, caracteres de anchura cero y de cambio de dirección, tabuladores, espacios dobles y finales</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::PaletteBar</name>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::PartList</name>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bajar</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Printing</name>
    <message>
        <source>Print article</source>
        <translation>Imprimir artículo</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ProjectDesk</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Deshacer: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Rehacer: %1</translation>
    </message>
    <message>
        <source>Labels and review</source>
        <translation>Etiquetas y revisión</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Which highlights are shown</source>
        <translation>Qué resaltados se muestran</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>No other suggestion is left in this article</source>
        <translation>No quedan más sugerencias en este artículo</translation>
    </message>
    <message>
        <source>%1: %2 %3 move its begin, %4 %5 its end; %6 the next part</source>
        <translation>%1: %2 %3 mueven el principio, %4 %5 el final; %6 la parte siguiente</translation>
    </message>
    <message>
        <source>No article is open. Choose one in the list of articles (%1), or import some by %2.</source>
        <translation>Ningún artículo abierto. Elija uno en la lista de artículos (%1) o importe alguno con %2.</translation>
    </message>
    <message>
        <source>%1: select other words, or move its edges: %2 %3 its begin, %4 %5 its end</source>
        <translation>%1: seleccione otras palabras o mueva sus límites: %2 %3 el principio, %4 %5 el final</translation>
    </message>
    <message>
        <source>%1: select its words, or %2</source>
        <comment>a part, and a key</comment>
        <translation>%1: seleccione sus palabras, o %2</translation>
    </message>
    <message>
        <source>%2 takes what is proposed. %1: select other words, %3 drops it, %4 the next part</source>
        <comment>a part, and keys</comment>
        <translation>%2 toma lo propuesto. %1: seleccione otras palabras; %3 lo descarta, %4 pasa a la parte siguiente</translation>
    </message>
    <message>
        <source>Words selected with the mouse become “%1”, until %2</source>
        <comment>a label, and a key</comment>
        <translation>Las palabras seleccionadas con el ratón se etiquetan como «%1», hasta %2</translation>
    </message>
    <message>
        <source>Done: %1. %2 takes it back.</source>
        <comment>what was done, and a key</comment>
        <translation>Hecho: %1. %2 lo deshace.</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) accepted; %1 takes it back</source>
        <comment>a key</comment>
        <translation>
            <numerusform>%n sugerencia aceptada; %1 lo deshace</numerusform>
            <numerusform>%n sugerencias aceptadas; %1 lo deshace</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) rejected; %1 takes it back</source>
        <comment>a key</comment>
        <translation>
            <numerusform>%n sugerencia rechazada; %1 lo deshace</numerusform>
            <numerusform>%n sugerencias rechazadas; %1 lo deshace</numerusform>
        </translation>
    </message>
    <message>
        <source>No article is open. What was undone comes back by %1.</source>
        <translation>No hay ningún artículo abierto. Lo deshecho vuelve con %1.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Provenance</name>
    <message>
        <source>suggested</source>
        <translation>sugerido</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>built-in rules %1</source>
        <translation>reglas integradas %1</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importado</translation>
    </message>
    <message>
        <source>imported, %1</source>
        <translation>importado, %1</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>editado</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReleaseDialog</name>
    <message>
        <source>Publish dataset</source>
        <translation>Publicar datos</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Empezar con</translation>
    </message>
    <message>
        <source>&amp;Begin with:</source>
        <translation>&amp;Empezar con:</translation>
    </message>
    <message>
        <source>Folder of the dataset</source>
        <translation>Carpeta del conjunto de datos</translation>
    </message>
    <message>
        <source>Br&amp;owse…</source>
        <translation>E&amp;xaminar…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Elegir la carpeta</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>Ca&amp;rpeta:</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>&amp;Publicar</translation>
    </message>
    <message>
        <source>What goes into each split</source>
        <translation>Qué va a cada partición</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Partición</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artículos</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupos</translation>
    </message>
    <message>
        <source>Attributions</source>
        <translation>Atribuciones</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Segmentos</translation>
    </message>
    <message>
        <source>What is to be told of it</source>
        <translation>Lo que conviene saber</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>What it will hold</source>
        <translation>Lo que contendrá</translation>
    </message>
    <message>
        <source>a new recipe</source>
        <translation>una receta nueva</translation>
    </message>
    <message numerus="yes">
        <source>release %1 of %2, %n article(s)</source>
        <translation>
            <numerusform>publicación %1 del %2, %n artículo</numerusform>
            <numerusform>publicación %1 del %2, %n artículos</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was written. %1</source>
        <translation>No se ha escrito nada. %1</translation>
    </message>
    <message numerus="yes">
        <source>Release %1 is in %2: %n article(s), with card, label schema and checksums.</source>
        <translation>
            <numerusform>La publicación %1 está en %2: %n artículo, con ficha, esquema de etiquetas y sumas de verificación.</numerusform>
            <numerusform>La publicación %1 está en %2: %n artículos, con ficha, esquema de etiquetas y sumas de verificación.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) of the project are left out.</source>
        <translation>
            <numerusform>Se omite %n artículo del proyecto.</numerusform>
            <numerusform>Se omiten %n artículos del proyecto.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of articles are one story and stay together.</source>
        <translation>
            <numerusform>%n par de artículos es una misma noticia y queda junto.</numerusform>
            <numerusform>%n pares de artículos son una misma noticia y quedan juntos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) had to leave the split of earlier releases.</source>
        <translation>
            <numerusform>%n artículo tuvo que dejar la partición de publicaciones anteriores.</numerusform>
            <numerusform>%n artículos tuvieron que dejar la partición de publicaciones anteriores.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>The dataset is published.</source>
        <translation>Se ha publicado el conjunto de datos.</translation>
    </message>
    <message>
        <source>The dataset could not be published.</source>
        <translation>No se pudo publicar el conjunto de datos.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReleaseForm</name>
    <message>
        <source>Name of the dataset</source>
        <translation>Nombre del conjunto de datos</translation>
    </message>
    <message>
        <source>that of the project</source>
        <translation>el del proyecto</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>none given</source>
        <translation>sin indicar</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>What these articles are, who labelled them, and what for</source>
        <translation>Qué artículos son, quién los etiquetó y para qué</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Textos</translation>
    </message>
    <message>
        <source>with the articles’ texts</source>
        <translation>con los textos de los artículos</translation>
    </message>
    <message>
        <source>without texts: offsets and labelled words</source>
        <translation>sin textos: posiciones y palabras etiquetadas</translation>
    </message>
    <message>
        <source>without texts and words: offsets alone</source>
        <translation>sin textos ni palabras: solo posiciones</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Conjunto de datos</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nombre:</translation>
    </message>
    <message>
        <source>&amp;Licence:</source>
        <translation>&amp;Licencia:</translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation>&amp;Descripción:</translation>
    </message>
    <message>
        <source>&amp;Texts:</source>
        <translation>&amp;Textos:</translation>
    </message>
    <message>
        <source>&amp;accepted</source>
        <translation>&amp;aceptados</translation>
    </message>
    <message>
        <source>&amp;suggested</source>
        <translation>&amp;sugeridos</translation>
    </message>
    <message>
        <source>&amp;rejected</source>
        <translation>rec&amp;hazados</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artículos</translation>
    </message>
    <message>
        <source>all articles</source>
        <translation>todos los artículos</translation>
    </message>
    <message>
        <source>those where something is decided</source>
        <translation>aquellos en los que se ha decidido algo</translation>
    </message>
    <message>
        <source>those where nothing is left to decide</source>
        <translation>aquellos en los que no queda nada por decidir</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>Qué se incluye</translation>
    </message>
    <message>
        <source>Highlights:</source>
        <translation>Resaltados:</translation>
    </message>
    <message>
        <source>Art&amp;icles:</source>
        <translation>Artíc&amp;ulos:</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validación</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Share of: %1</source>
        <translation>Proporción de: %1</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>versions of one story (by their words)</source>
        <translation>versiones de una misma noticia (por sus palabras)</translation>
    </message>
    <message>
        <source>articles of one outlet</source>
        <translation>artículos de un mismo medio</translation>
    </message>
    <message>
        <source>articles of one day</source>
        <translation>artículos de un mismo día</translation>
    </message>
    <message>
        <source>Articles stay where they were in earlier releases</source>
        <translation>Los artículos se quedan donde estaban en publicaciones anteriores</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>Particiones</translation>
    </message>
    <message>
        <source>Shares:</source>
        <translation>Proporciones:</translation>
    </message>
    <message>
        <source>Never in two splits:</source>
        <translation>Nunca en dos particiones:</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReviewFilterBar</name>
    <message>
        <source>Filter by words, speaker or note</source>
        <translation>Filtrar por palabras, hablante o nota</translation>
    </message>
    <message>
        <source>Words, speaker or note</source>
        <translation>Palabras, hablante o nota</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>Lo que se enumera</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Cualquier estado</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptado</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Con nota</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>Confianza mínima</translation>
    </message>
    <message>
        <source>Greatest confidence</source>
        <translation>Confianza máxima</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <source>to</source>
        <comment>from one confidence to another</comment>
        <translation>a</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Hecho por</translation>
    </message>
    <message>
        <source>Credited to</source>
        <translation>Atribuido a</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Takes all filters away</source>
        <translation>Quita todos los filtros</translation>
    </message>
    <message>
        <source>Attributions and free spans</source>
        <translation>Atribuciones y segmentos sueltos</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <comment>a label</comment>
        <translation>Solo: %1</translation>
    </message>
    <message>
        <source>Made by anybody</source>
        <translation>Hecho por cualquiera</translation>
    </message>
    <message>
        <source>Made by people</source>
        <translation>Hecho por personas</translation>
    </message>
    <message>
        <source>Found by detectors</source>
        <translation>Encontrado por detectores</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importado</translation>
    </message>
    <message>
        <source>Anybody’s words</source>
        <translation>Palabras de cualquiera</translation>
    </message>
    <message>
        <source>Without a speaker</source>
        <translation>Sin hablante</translation>
    </message>
    <message>
        <source>Made by %1</source>
        <translation>Hecho por %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReviewListDock</name>
    <message>
        <source>List of everything</source>
        <translation>Lista de todo</translation>
    </message>
    <message>
        <source>List of everything, to filter and decide on many</source>
        <translation>Lista de todo, para filtrar y decidir sobre muchos elementos</translation>
    </message>
    <message>
        <source>Accept what the list shows…</source>
        <translation>Aceptar lo que muestra la lista…</translation>
    </message>
    <message>
        <source>Reject what the list shows…</source>
        <translation>Rechazar lo que muestra la lista…</translation>
    </message>
    <message>
        <source>Reopen what the list shows…</source>
        <translation>Reabrir lo que muestra la lista…</translation>
    </message>
    <message>
        <source>Relabel what the list shows…</source>
        <translation>Reetiquetar lo que muestra la lista…</translation>
    </message>
    <message>
        <source>Delete what the list shows…</source>
        <translation>Eliminar lo que muestra la lista…</translation>
    </message>
    <message>
        <source>How many are listed</source>
        <translation>Cuántos hay en la lista</translation>
    </message>
    <message>
        <source>What is selected, if that is several, else what the list shows. Says first what will change.</source>
        <translation>Lo seleccionado, si son varios elementos; si no, lo que muestra la lista. Antes dice qué cambiará.</translation>
    </message>
    <message>
        <source>Enter accepts, Backspace rejects, U reopens, Delete deletes, a label’s key relabels; Escape goes back to the article</source>
        <translation>Intro acepta, Retroceso rechaza, U reabre, Supr elimina, la tecla de una etiqueta reetiqueta; Esc vuelve al artículo</translation>
    </message>
    <message>
        <source>Nothing fits the filter</source>
        <translation>Nada cumple el filtro</translation>
    </message>
    <message numerus="yes">
        <source>%n listed</source>
        <translation>
            <numerusform>%n en la lista</numerusform>
            <numerusform>%n en la lista</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n selected</source>
        <translation>
            <numerusform>%1, %n seleccionado</numerusform>
            <numerusform>%1, %n seleccionados</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept %1…</source>
        <comment>a number of items</comment>
        <translation>Aceptar %1…</translation>
    </message>
    <message>
        <source>Reject %1…</source>
        <comment>a number of items</comment>
        <translation>Rechazar %1…</translation>
    </message>
    <message>
        <source>Reopen %1…</source>
        <comment>a number of items</comment>
        <translation>Reabrir %1…</translation>
    </message>
    <message>
        <source>Delete %1…</source>
        <comment>a number of items</comment>
        <translation>Eliminar %1…</translation>
    </message>
    <message>
        <source>Relabel %1 as…</source>
        <comment>a number of items</comment>
        <translation>Reetiquetar %1 como…</translation>
    </message>
    <message>
        <source>No article is open. Choose one in the list of articles.</source>
        <translation>Ningún artículo abierto. Elija uno en la lista de artículos.</translation>
    </message>
    <message>
        <source>Nothing is labelled yet. Select words and press a label’s key, or let Quoth suggest by %1.</source>
        <translation>Aún no hay nada etiquetado. Seleccione palabras y pulse la tecla de una etiqueta, o deje que Quoth sugiera con %1.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReviewListModel</name>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Hablante</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Reviewing</name>
    <message>
        <source>Next suggestion</source>
        <translation>Sugerencia siguiente</translation>
    </message>
    <message>
        <source>Previous suggestion</source>
        <translation>Sugerencia anterior</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Fix the next part</source>
        <translation>Corregir la parte siguiente</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Reabrir</translation>
    </message>
    <message>
        <source>Accept all that are sure…</source>
        <translation>Aceptar todas las seguras…</translation>
    </message>
    <message>
        <source>Accept all that is left</source>
        <translation>Aceptar todo el resto</translation>
    </message>
    <message>
        <source>Every suggestion of this article that is still open</source>
        <translation>Todas las sugerencias de este artículo que siguen pendientes</translation>
    </message>
    <message>
        <source>Reject all that is left</source>
        <translation>Rechazar todo el resto</translation>
    </message>
    <message>
        <source>Next attribution or span</source>
        <translation>Atribución o segmento siguiente</translation>
    </message>
    <message>
        <source>Previous attribution or span</source>
        <translation>Atribución o segmento anterior</translation>
    </message>
    <message>
        <source>Accept the sure…</source>
        <translation>Aceptar seguras…</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaDialog</name>
    <message>
        <source>Labels and roles</source>
        <translation>Etiquetas y roles</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Frames and roles</source>
        <translation>Marcos y roles</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Marcos</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Lo que está mal</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>Cargar…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>All labels can be told apart, on light and on dark, also by colour-blind readers.</source>
        <translation>Todas las etiquetas se distinguen, sobre fondo claro y oscuro, también para lectores daltónicos.</translation>
    </message>
    <message>
        <source>It can be used, but think about this:</source>
        <translation>Se puede usar, pero tenga esto en cuenta:</translation>
    </message>
    <message>
        <source>To be mended before it can be taken over:</source>
        <translation>Hay que corregirlo antes de poder aplicarlo:</translation>
    </message>
    <message>
        <source>Remove label</source>
        <translation>Quitar etiqueta</translation>
    </message>
    <message>
        <source>A schema has at least one label.</source>
        <translation>Un esquema tiene al menos una etiqueta.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project have the label %1. Which label instead?</source>
        <translation>
            <numerusform>%n segmento del proyecto tiene la etiqueta %1. ¿Qué etiqueta en su lugar?</numerusform>
            <numerusform>%n segmentos del proyecto tienen la etiqueta %1. ¿Qué etiqueta en su lugar?</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove frame</source>
        <translation>Quitar marco</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind %1. Remove them first.</source>
        <translation>
            <numerusform>%n marco del proyecto es del tipo %1. Quítelo antes.</numerusform>
            <numerusform>%n marcos del proyecto son del tipo %1. Quítelos antes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove role</source>
        <translation>Quitar rol</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project fill this role. Take them out of it first.</source>
        <translation>
            <numerusform>%n segmento del proyecto ocupa este rol. Sáquelo antes de él.</numerusform>
            <numerusform>%n segmentos del proyecto ocupan este rol. Sáquelos antes de él.</numerusform>
        </translation>
    </message>
    <message>
        <source>Load labels and roles</source>
        <translation>Cargar etiquetas y roles</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind %1, which the file does not have.</source>
        <translation>
            <numerusform>%n marco del proyecto es del tipo %1, que el archivo no tiene.</numerusform>
            <numerusform>%n marcos del proyecto son del tipo %1, que el archivo no tiene.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project have the label %1, which the file does not have. Which label instead?</source>
        <translation>
            <numerusform>%n segmento del proyecto tiene la etiqueta %1, que el archivo no tiene. ¿Qué etiqueta en su lugar?</numerusform>
            <numerusform>%n segmentos del proyecto tienen la etiqueta %1, que el archivo no tiene. ¿Qué etiqueta en su lugar?</numerusform>
        </translation>
    </message>
    <message>
        <source>Label schemas (*.json)</source>
        <translation>Esquemas de etiquetas (*.json)</translation>
    </message>
    <message>
        <source>Save labels and roles</source>
        <translation>Guardar etiquetas y roles</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaEditing</name>
    <message>
        <source>Labels and roles…</source>
        <translation>Etiquetas y roles…</translation>
    </message>
    <message>
        <source>Change the labels of this project: names, keys, colours, guidelines, attributes, and which of them fill which roles</source>
        <translation>Cambiar las etiquetas de este proyecto: nombres, teclas, colores, pautas, atributos y cuáles ocupan qué roles</translation>
    </message>
    <message>
        <source>Labels and roles</source>
        <translation>Etiquetas y roles</translation>
    </message>
    <message>
        <source>change labels and roles</source>
        <translation>cambiar etiquetas y roles</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaFrameForm</name>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Takes: %1</source>
        <translation>Admite: %1</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>Nombre en archivos</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Pauta</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Obligatorio</translation>
    </message>
    <message>
        <source>Takes spans labelled</source>
        <translation>Admite segmentos con etiqueta</translation>
    </message>
    <message>
        <source>Add role</source>
        <translation>Añadir rol</translation>
    </message>
    <message>
        <source>Remove role</source>
        <translation>Quitar rol</translation>
    </message>
    <message>
        <source>Role %1</source>
        <translation>Rol %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaLabelForm</name>
    <message>
        <source>Colour on light</source>
        <translation>Color sobre claro</translation>
    </message>
    <message>
        <source>Colour on dark</source>
        <translation>Color sobre oscuro</translation>
    </message>
    <message>
        <source>Its words name somebody: they may be given a speaker</source>
        <translation>Sus palabras nombran a alguien: se les puede asignar un hablante</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Recuadro</translation>
    </message>
    <message>
        <source>Dotted line</source>
        <translation>Línea de puntos</translation>
    </message>
    <message>
        <source>Bars at both ends</source>
        <translation>Barras en ambos extremos</translation>
    </message>
    <message>
        <source>Thick line</source>
        <translation>Línea gruesa</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Onda</translation>
    </message>
    <message>
        <source>What it is for, with an example, and what it is not for</source>
        <translation>Para qué sirve, con un ejemplo, y para qué no</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>Nombre en archivos</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marca</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Pauta</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Hablantes</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Atributos</translation>
    </message>
    <message>
        <source>Values, with commas; none: any text</source>
        <translation>Valores, con comas; sin ellos, cualquier texto</translation>
    </message>
    <message>
        <source>Add attribute</source>
        <translation>Añadir atributo</translation>
    </message>
    <message>
        <source>Remove attribute</source>
        <translation>Quitar atributo</translation>
    </message>
    <message>
        <source>Attribute %1</source>
        <translation>Atributo %1</translation>
    </message>
    <message>
        <source>The values that spans have stay in the project, unseen</source>
        <translation>Los valores que tienen los segmentos se quedan en el proyecto, ocultos</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Shortcuts</name>
    <message>
        <source>This key cannot be used.</source>
        <translation>Esta tecla no se puede usar.</translation>
    </message>
    <message>
        <source>This key moves the caret in texts.</source>
        <translation>Esta tecla mueve el cursor en los textos.</translation>
    </message>
    <message>
        <source>Esc always lets go of what is in hand and closes what is open.</source>
        <translation>Esc siempre suelta el elemento actual y cierra lo que está abierto.</translation>
    </message>
    <message>
        <source>This key opens the menus.</source>
        <translation>Esta tecla abre los menús.</translation>
    </message>
    <message>
        <source>This key copies, cuts and pastes, here as everywhere.</source>
        <translation>Esta tecla copia, corta y pega, aquí como en todas partes.</translation>
    </message>
    <message>
        <source>This key selects all, here as everywhere.</source>
        <translation>Esta tecla lo selecciona todo, aquí como en todas partes.</translation>
    </message>
    <message>
        <source>Alt with a letter opens menus.</source>
        <translation>Alt con una letra abre menús.</translation>
    </message>
    <message>
        <source>This key closes the window.</source>
        <translation>Esta tecla cierra la ventana.</translation>
    </message>
    <message>
        <source>This key belongs to a label (“%1”). Give the label another key first.</source>
        <translation>Esta tecla es de una etiqueta («%1»). Dé antes otra tecla a la etiqueta.</translation>
    </message>
    <message>
        <source>This is no file of keys as Quoth writes them.</source>
        <translation>Esto no es un archivo de teclas como los que escribe Quoth.</translation>
    </message>
    <message>
        <source>%1 cannot have the key %2. %3</source>
        <translation>%1 no puede tener la tecla %2. %3</translation>
    </message>
    <message>
        <source>The key %1 is given to %2 and to %3.</source>
        <translation>La tecla %1 está asignada a %2 y a %3.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ShortcutsDialog</name>
    <message>
        <source>Change keys</source>
        <translation>Cambiar teclas</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Acciones y sus teclas</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Qué hace</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>Nombre en archivos</translation>
    </message>
    <message>
        <source>Find by words</source>
        <translation>Buscar por palabras</translation>
    </message>
    <message>
        <source>Find by key: press it here</source>
        <translation>Buscar por tecla: púlsela aquí</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Add another…</source>
        <translation>Añadir otra…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>Cargar…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>It came without a key.</source>
        <translation>Sin tecla predeterminada.</translation>
    </message>
    <message>
        <source>It came with: %1</source>
        <translation>Predeterminada: %1</translation>
    </message>
    <message>
        <source>No action has the key %1.</source>
        <translation>Ninguna acción tiene la tecla %1.</translation>
    </message>
    <message>
        <source>Choose an action to change its keys. Those you changed stand in bold.</source>
        <translation>Elija una acción para cambiar sus teclas. Las que ha cambiado están en negrita.</translation>
    </message>
    <message>
        <source>This key belongs to the project’s labels: “Change” opens “Labels and roles”, where it is changed for everyone who works on the project.</source>
        <translation>Esta tecla es de las etiquetas del proyecto: «Cambiar» abre «Etiquetas y roles», donde se cambia para todos los que trabajan en el proyecto.</translation>
    </message>
    <message>
        <source>Give all actions the keys they came with?</source>
        <translation>¿Devolver a todas las acciones sus teclas predeterminadas?</translation>
    </message>
    <message>
        <source>Save keys</source>
        <translation>Guardar teclas</translation>
    </message>
    <message>
        <source>Keys (*.json)</source>
        <translation>Teclas (*.json)</translation>
    </message>
    <message>
        <source>Load keys</source>
        <translation>Cargar teclas</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakerDialog</name>
    <message>
        <source>New speaker</source>
        <translation>Nuevo hablante</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Other names, one a line</source>
        <translation>Otros nombres, uno por línea</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Show the item in the browser</source>
        <translation>Mostrar el elemento en el navegador</translation>
    </message>
    <message>
        <source>Open the item of Wikidata in the browser</source>
        <translation>Abrir el elemento de Wikidata en el navegador</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Take the colour that Quoth gives</source>
        <translation>Tomar el color que asigna Quoth</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Also called</source>
        <translation>También &amp;llamado</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <source>&amp;Wikidata</source>
        <translation>&amp;Wikidata</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Color</translation>
    </message>
    <message>
        <source>Colour of the speaker</source>
        <translation>Color del hablante</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose a colour; now Quoth gives one</source>
        <translation>Elegir un color; ahora lo asigna Quoth</translation>
    </message>
    <message>
        <source>Colour %1; choose another</source>
        <translation>Color %1; elegir otro</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakerEdit</name>
    <message>
        <source>Speaker</source>
        <translation>Hablante</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Nadie todavía</translation>
    </message>
    <message>
        <source>To whom the words are credited. Enter takes the name, Escape leaves it as it was.</source>
        <translation>A quién se atribuyen las palabras. Intro toma el nombre; Esc lo deja como estaba.</translation>
    </message>
    <message>
        <source>Type of speaker</source>
        <translation>Tipo de hablante</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mención</numerusform>
            <numerusform>%n menciones</numerusform>
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
        <translation>Hablantes</translation>
    </message>
    <message>
        <source>Next mention of the speaker</source>
        <translation>Mención siguiente del hablante</translation>
    </message>
    <message>
        <source>New speaker…</source>
        <translation>Nuevo hablante…</translation>
    </message>
    <message>
        <source>Change speaker…</source>
        <translation>Cambiar hablante…</translation>
    </message>
    <message>
        <source>Merge speakers…</source>
        <translation>Fusionar hablantes…</translation>
    </message>
    <message>
        <source>Split speaker…</source>
        <translation>Dividir hablante…</translation>
    </message>
    <message>
        <source>Delete speaker</source>
        <translation>Eliminar hablante</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Nuevo…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Fusionar…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Dividir…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Two entries that are one speaker become one, in all articles</source>
        <translation>Dos entradas que son un mismo hablante pasan a ser una, en todos los artículos</translation>
    </message>
    <message>
        <source>Some of the mentions go to a new speaker, in all articles</source>
        <translation>Algunas de las menciones pasan a un hablante nuevo, en todos los artículos</translation>
    </message>
    <message>
        <source>Only a speaker that nobody mentions can be deleted</source>
        <translation>Solo se puede eliminar un hablante al que nadie menciona</translation>
    </message>
    <message>
        <source>Type a name or an alias</source>
        <translation>Escriba un nombre o un alias</translation>
    </message>
    <message>
        <source>Filter the speakers</source>
        <translation>Filtrar los hablantes</translation>
    </message>
    <message>
        <source>%1 is not mentioned in this article</source>
        <translation>%1 no se menciona en este artículo</translation>
    </message>
    <message>
        <source>Merged. Undo parts them again.</source>
        <translation>Fusionados. «Deshacer» los vuelve a separar.</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>Split. Undo joins them again.</source>
        <translation>Dividido. «Deshacer» los vuelve a unir.</translation>
    </message>
    <message>
        <source>No speakers yet. Take an attribution in hand and credit it to somebody (%1), or add a speaker here.</source>
        <comment>a key</comment>
        <translation>Aún no hay hablantes. Tome una atribución y atribúyala a alguien (%1), o añada aquí un hablante.</translation>
    </message>
    <message>
        <source>No speaker is called so. %1 adds one of this name.</source>
        <translation>Ningún hablante se llama así. «%1» añade uno con este nombre.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakersModel</name>
    <message>
        <source>Also called %1</source>
        <translation>También llamado %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n mention(s)</source>
        <translation>
            <numerusform>%1, %2, %n mención</numerusform>
            <numerusform>%1, %2, %n menciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Menciones</translation>
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
        <translation>Dividir %1</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Dividir</translation>
    </message>
    <message>
        <source>Which of these mentions are those of another speaker?</source>
        <translation>¿Cuáles de estas menciones son de otro hablante?</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Menciones</translation>
    </message>
    <message>
        <source>(attributions without a source)</source>
        <translation>(atribuciones sin fuente)</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mención</numerusform>
            <numerusform>%n menciones</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Name of the new speaker</source>
        <translation>&amp;Nombre del nuevo hablante</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <source>Nobody mentions this speaker, so that there is nothing to split.</source>
        <translation>Nadie menciona a este hablante, así que no hay nada que dividir.</translation>
    </message>
    <message>
        <source>Space ticks a row. Undo takes it back in one step.</source>
        <translation>Espacio marca una fila. Se puede deshacer en un solo paso.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Spreading</name>
    <message>
        <source>Suggest at all occurrences…</source>
        <translation>Sugerir en todas las apariciones…</translation>
    </message>
    <message>
        <source>This name is always this speaker</source>
        <translation>Este nombre es siempre este hablante</translation>
    </message>
    <message>
        <source>The same words, elsewhere in the article or the project, are suggested with the same label and speaker</source>
        <translation>Las mismas palabras, en otros lugares del artículo o del proyecto, se sugieren con la misma etiqueta y el mismo hablante</translation>
    </message>
    <message>
        <source>Wherever this name is a source, in all articles and from now on, it is credited to the speaker it has here</source>
        <translation>Dondequiera que este nombre sea una fuente, en todos los artículos y en adelante, se atribuye al hablante que tiene aquí</translation>
    </message>
    <message>
        <source>Interrupted words cannot be looked for. Take a span of one piece.</source>
        <translation>No se pueden buscar palabras interrumpidas. Tome un segmento de un solo fragmento.</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>“%1” is somebody else at each place</source>
        <translation>«%1» es alguien distinto en cada lugar</translation>
    </message>
    <message numerus="yes">
        <source>%1 made in %n article(s)</source>
        <comment>suggestions</comment>
        <translation>
            <numerusform>Hecho: %1 en %n artículo</numerusform>
            <numerusform>Hecho: %1 en %n artículos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n sugerencia</numerusform>
            <numerusform>%n sugerencias</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is credited here yet. Say who it is first: %1</source>
        <comment>a key</comment>
        <translation>Aquí aún no se atribuye a nadie. Diga antes quién es: %1</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is always %2 now: %n mention(s) changed</source>
        <translation>
            <numerusform>«%1» es ahora siempre %2: %n mención cambiada</numerusform>
            <numerusform>«%1» es ahora siempre %2: %n menciones cambiadas</numerusform>
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
        <translation>Etiquete quién dijo qué en las noticias. Quoth resalta hablantes, citas y afirmaciones; usted los acepta, rechaza o corrige con el teclado.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Proyectos recientes</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>%1 · opened %2</source>
        <translation>%1 · abierto el %2</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Quitar de esta lista</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::StatusLine</name>
    <message>
        <source>Review progress</source>
        <translation>Progreso de la revisión</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Aprendizaje</translation>
    </message>
    <message>
        <source>Selected characters</source>
        <translation>Caracteres seleccionados</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Indicación</translation>
    </message>
    <message numerus="yes">
        <source>Learned from %n article(s)</source>
        <translation>
            <numerusform>Aprendido de %n artículo</numerusform>
            <numerusform>Aprendido de %n artículos</numerusform>
        </translation>
    </message>
    <message>
        <source>No highlights yet</source>
        <translation>Aún sin resaltados</translation>
    </message>
    <message>
        <source>Review: %1 of %2</source>
        <translation>Revisión: %1 de %2</translation>
    </message>
    <message>
        <source>Select words and press a label’s key, or let Quoth suggest: %1</source>
        <translation>Seleccione palabras y pulse la tecla de una etiqueta, o deje que Quoth sugiera: %1</translation>
    </message>
    <message>
        <source>Next: %1 · accept: %2 · reject: %3 · fix: %4</source>
        <translation>Siguiente: %1 · aceptar: %2 · rechazar: %3 · corregir: %4</translation>
    </message>
    <message>
        <source>All reviewed</source>
        <translation>Todo revisado</translation>
    </message>
    <message>
        <source>Character %1</source>
        <translation>carácter %1</translation>
    </message>
    <message>
        <source>Characters %1–%2</source>
        <translation>caracteres %1–%2</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>Cambios guardados</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::TextWalk</name>
    <message>
        <source>Select more: word, quotation, clause, sentence, paragraph</source>
        <translation>Seleccionar más: palabra, cita, cláusula, oración, párrafo</translation>
    </message>
    <message>
        <source>Select less</source>
        <translation>Seleccionar menos</translation>
    </message>
    <message>
        <source>Next quotation without a label</source>
        <translation>Cita siguiente sin etiqueta</translation>
    </message>
    <message>
        <source>Previous quotation without a label</source>
        <translation>Cita anterior sin etiqueta</translation>
    </message>
    <message>
        <source>Next claim</source>
        <translation>Afirmación siguiente</translation>
    </message>
    <message>
        <source>Previous claim</source>
        <translation>Afirmación anterior</translation>
    </message>
    <message>
        <source>Next attribution</source>
        <translation>Atribución siguiente</translation>
    </message>
    <message>
        <source>Previous attribution</source>
        <translation>Atribución anterior</translation>
    </message>
    <message>
        <source>No other quotation without a label</source>
        <translation>Ninguna otra cita sin etiqueta</translation>
    </message>
    <message>
        <source>No other claim</source>
        <translation>Ninguna otra afirmación</translation>
    </message>
    <message>
        <source>No other attribution</source>
        <translation>Ninguna otra atribución</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Tour</name>
    <message>
        <source>Suggestions</source>
        <translation>Sugerencias</translation>
    </message>
    <message>
        <source>Quoth has read this article. What stands dashed is a suggestion: who speaks, the word that reports, what is said. The cards at the right name the speaker and say how sure it is. Nothing counts until you decide.</source>
        <translation>Quoth ha leído este artículo. Lo que tiene trazo discontinuo es una sugerencia: quién habla, la palabra que introduce lo dicho, qué se dice. Las tarjetas de la derecha nombran al hablante y dicen lo segura que es la sugerencia. Nada cuenta hasta que usted decida.</translation>
    </message>
    <message>
        <source>Take the next suggestion</source>
        <translation>Tomar la sugerencia siguiente</translation>
    </message>
    <message>
        <source>Press %1. The next suggestion comes to hand: its parts get a ring, and its card opens.</source>
        <translation>Pulse %1. La sugerencia siguiente pasa a ser el elemento actual: sus partes quedan rodeadas y se abre su tarjeta.</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>Aceptarla</translation>
    </message>
    <message>
        <source>Read the words and the card. If they are right, press %1. The next suggestion then comes by itself.</source>
        <translation>Lea las palabras y la tarjeta. Si son correctas, pulse %1. La sugerencia siguiente viene después por sí sola.</translation>
    </message>
    <message>
        <source>Reject the next one</source>
        <translation>Rechazar la siguiente</translation>
    </message>
    <message>
        <source>Press %1 to reject this one, just to see how. It is kept as a wrong one, so that it does not come back.</source>
        <translation>Pulse %1 para rechazar esta, solo para ver cómo se hace. Se conserva como errónea, para que no vuelva.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Deshacerlo</translation>
    </message>
    <message>
        <source>Press %1. Whatever you do can be undone, also tomorrow. Nothing has to be saved: each edit is on the disk at once.</source>
        <translation>Pulse %1. Todo lo que haga se puede deshacer, también mañana. No hace falta guardar nada: cada edición queda al momento en el disco.</translation>
    </message>
    <message>
        <source>Label something yourself</source>
        <translation>Etiquetar algo por su cuenta</translation>
    </message>
    <message>
        <source>Select some words without a highlight, by dragging or with Shift and the arrow keys. Then press %1: they become a quotation. The other labels and their keys stand above the text.</source>
        <translation>Seleccione unas palabras sin resaltado, arrastrando o con Mayús y las teclas de flecha. Después pulse %1: se convierten en una cita. Las demás etiquetas y sus teclas están encima del texto.</translation>
    </message>
    <message>
        <source>Take what is proposed</source>
        <translation>Tomar lo propuesto</translation>
    </message>
    <message>
        <source>Quoth proposes who said it, and with which word: drawn lightly, and no part of the article yet. %1 takes it, %2 drops it.</source>
        <translation>Quoth propone quién lo dijo y con qué palabra: se dibuja en tono tenue y aún no forma parte del artículo. %1 lo toma, %2 lo descarta.</translation>
    </message>
    <message>
        <source>What is in hand</source>
        <translation>El elemento actual</translation>
    </message>
    <message>
        <source>The inspector shows it in full: the speaker (%1), a note (%2), its state, why it was suggested, its guideline and its history.</source>
        <translation>El inspector lo muestra al completo: el hablante (%1), una nota (%2), su estado, por qué se sugirió, su pauta y su historial.</translation>
    </message>
    <message>
        <source>On to the next article</source>
        <translation>Pasar al artículo siguiente</translation>
    </message>
    <message>
        <source>Here stand all articles, and how far the review of each is. Press %1 to open the next one.</source>
        <translation>Aquí están todos los artículos y lo avanzada que está la revisión de cada uno. Pulse %1 para abrir el siguiente.</translation>
    </message>
    <message>
        <source>Your dataset</source>
        <translation>Su conjunto de datos</translation>
    </message>
    <message>
        <source>%1 exports what was accepted, in the format that you need. %2 opens the manual, %3 finds all commands, and the menu Help has this tour again. The articles here are for trying things: change what you like.</source>
        <translation>%1 exporta lo aceptado en el formato que necesite. %2 abre el manual, %3 encuentra todos los comandos y en el menú Ayuda está de nuevo esta visita guiada. Los artículos de aquí son para probar: cambie lo que quiera.</translation>
    </message>
</context>
</TS>
