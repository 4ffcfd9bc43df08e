<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>QShortcut</name>
    <message>
        <source>Space</source>
        <translation>Пробел</translation>
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
        <translation>Backspace</translation>
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
        <translation>Insert</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Влево</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Вверх</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Вправо</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Вниз</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>PgDn</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
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
        <translation>метка порядка байтов удалена</translation>
    </message>
    <message numerus="yes">
        <source>%n line end(s) became LF</source>
        <translation>
            <numerusform>%n конец строки заменён на LF</numerusform>
            <numerusform>%n конца строки заменены на LF</numerusform>
            <numerusform>%n концов строк заменены на LF</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invalid character(s) became U+FFFD</source>
        <translation>
            <numerusform>%n недопустимый символ заменён на U+FFFD</numerusform>
            <numerusform>%n недопустимых символа заменены на U+FFFD</numerusform>
            <numerusform>%n недопустимых символов заменены на U+FFFD</numerusform>
        </translation>
    </message>
    <message>
        <source>The schema has no labels.</source>
        <translation>В схеме нет меток.</translation>
    </message>
    <message>
        <source>A &quot;%1&quot; is missing or empty in the schema.</source>
        <translation>В схеме отсутствует или пусто поле «%1».</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is given twice in the schema.</source>
        <translation>«%1» встречается в схеме дважды.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a colour; write it as #rrggbb.</source>
        <translation>«%1» — не цвет; он записывается как #rrggbb.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; has more than one character.</source>
        <translation>Клавиша «%1» состоит более чем из одного символа.</translation>
    </message>
    <message>
        <source>The label %1 has an unknown mark &quot;%2&quot;; known are box, dots, bar, line and wave.</source>
        <translation>У метки %1 неизвестное обозначение «%2»; есть box, dots, bar, line и wave.</translation>
    </message>
    <message>
        <source>The role %1 accepts no label.</source>
        <translation>Роль %1 не допускает ни одной метки.</translation>
    </message>
    <message>
        <source>The role %1 accepts an unknown label &quot;%2&quot;.</source>
        <translation>Роль %1 допускает неизвестную метку «%2».</translation>
    </message>
    <message>
        <source>The frame %1 has no roles.</source>
        <translation>У фрейма %1 нет ролей.</translation>
    </message>
    <message>
        <source>This is no schema: %1 at byte %2.</source>
        <translation>Это не схема: %1, байт %2.</translation>
    </message>
    <message>
        <source>full colour vision</source>
        <translation>полным цветовым зрением</translation>
    </message>
    <message>
        <source>protanopia</source>
        <translation>протанопией</translation>
    </message>
    <message>
        <source>deuteranopia</source>
        <translation>дейтеранопией</translation>
    </message>
    <message>
        <source>tritanopia</source>
        <translation>тританопией</translation>
    </message>
    <message>
        <source>no colour vision</source>
        <translation>полной цветовой слепотой</translation>
    </message>
    <message>
        <source>The schema needs a name.</source>
        <translation>Схеме нужно имя.</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>Не хватает имени.</translation>
    </message>
    <message>
        <source>The name “%1” has blanks at its ends or signs that cannot be seen.</source>
        <translation>В имени «%1» есть пробелы по краям или невидимые знаки.</translation>
    </message>
    <message>
        <source>The name “%1” is given twice.</source>
        <translation>Имя «%1» встречается дважды.</translation>
    </message>
    <message>
        <source>The key “%1” is not one sign that can be typed.</source>
        <translation>Клавиша «%1» — не один знак, который можно набрать.</translation>
    </message>
    <message>
        <source>The key %1 is that of %2 already.</source>
        <translation>Клавиша %1 уже занята: %2.</translation>
    </message>
    <message>
        <source>The key %1 belongs to the program: %2.</source>
        <translation>Клавиша %1 занята программой: %2.</translation>
    </message>
    <message>
        <source>A title is missing: it is what people read.</source>
        <translation>Не хватает названия: именно его видят люди.</translation>
    </message>
    <message>
        <source>Two labels are shown as “%1”.</source>
        <translation>Две метки называются «%1».</translation>
    </message>
    <message>
        <source>%1 has no guideline: say what it is for, with an example.</source>
        <translation>У «%1» нет инструкции: поясните, для чего это, и приведите пример.</translation>
    </message>
    <message>
        <source>A value is empty.</source>
        <translation>Одно из значений пусто.</translation>
    </message>
    <message>
        <source>The value “%1” is given twice.</source>
        <translation>Значение «%1» встречается дважды.</translation>
    </message>
    <message>
        <source>%1 has no roles.</source>
        <translation>У «%1» нет ролей.</translation>
    </message>
    <message>
        <source>The role %1 takes no label.</source>
        <translation>Роль %1 не допускает ни одной метки.</translation>
    </message>
    <message>
        <source>The role %1 takes “%2”, which is no label but a relation. Roles take spans with labels only, so that no relation can contain itself.</source>
        <translation>Роль %1 допускает «%2», а это не метка, а отношение. Роли заполняются только размеченными фрагментами, чтобы отношение не могло содержать само себя.</translation>
    </message>
    <message>
        <source>The role %1 takes an unknown label “%2”.</source>
        <translation>Роль %1 допускает неизвестную метку «%2».</translation>
    </message>
    <message>
        <source>The role %1 takes “%2” twice.</source>
        <translation>Роль %1 допускает «%2» дважды.</translation>
    </message>
    <message>
        <source>“%1” is not a colour; write it as #rrggbb.</source>
        <translation>«%1» — не цвет; он записывается как #rrggbb.</translation>
    </message>
    <message>
        <source>%1 is hard to see on dark: its contrast is %2 to 1, 3 is the least.</source>
        <translation>«%1» плохо видно на тёмном фоне: контраст %2 к 1, нужно не менее 3.</translation>
    </message>
    <message>
        <source>%1 is hard to see on light: its contrast is %2 to 1, 3 is the least.</source>
        <translation>«%1» плохо видно на светлом фоне: контраст %2 к 1, нужно не менее 3.</translation>
    </message>
    <message>
        <source>on dark</source>
        <translation>на тёмном фоне</translation>
    </message>
    <message>
        <source>on light</source>
        <translation>на светлом фоне</translation>
    </message>
    <message>
        <source>%1 and %2 have the same mark, and %3 the colours look alike to readers with %4 (difference %5, 10 is the least). Give one another mark or colour.</source>
        <translation>У «%1» и «%2» одинаковое обозначение, а цвета %3 неразличимы для читателей с %4 (разница %5, нужно не менее 10). Задайте одному из них другое обозначение или цвет.</translation>
    </message>
    <message>
        <source>%1 and %2 look alike %3 to readers with %4 (difference %5, 10 is the least): only their marks tell them apart.</source>
        <translation>«%1» и «%2» %3 выглядят одинаково для читателей с %4 (разница %5, нужно не менее 10): их различают только обозначения.</translation>
    </message>
</context>
<context>
    <name>Quoth::CommandLine</name>
    <message>
        <source>Show this help.</source>
        <translation>Показать эту справку.</translation>
    </message>
    <message>
        <source>Answer as JSON.</source>
        <translation>Ответить в формате JSON.</translation>
    </message>
    <message>
        <source>Who works, for the project&apos;s log. The name of the user if not given.</source>
        <translation>Кто работает — для журнала проекта. По умолчанию имя пользователя.</translation>
    </message>
    <message>
        <source>An article&apos;s id or number; may be given several times. All if not given.</source>
        <translation>Идентификатор или номер статьи; можно указать несколько раз. По умолчанию все.</translation>
    </message>
    <message>
        <source>Which annotations to take: a list of suggested, accepted and rejected. %1 if not given.</source>
        <translation>Какие аннотации брать: список из suggested, accepted и rejected. По умолчанию %1.</translation>
    </message>
    <message>
        <source>Usage: quoth %1 [options] %2</source>
        <translation>Использование: quoth %1 [параметры] %2</translation>
    </message>
    <message>
        <source>Something is missing. Usage: quoth %1 [options] %2</source>
        <translation>Чего-то не хватает. Использование: quoth %1 [параметры] %2</translation>
    </message>
    <message>
        <source>What is &quot;%1&quot; for?</source>
        <translation>Для чего здесь «%1»?</translation>
    </message>
    <message>
        <source>Try &quot;quoth %1 --help&quot;.</source>
        <translation>Попробуйте «quoth %1 --help».</translation>
    </message>
    <message>
        <source>The project has no article &quot;%1&quot;. &quot;quoth list&quot; shows the articles it has.</source>
        <translation>В проекте нет статьи «%1». Список статей показывает «quoth list».</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>%1: no problems found</source>
        <translation>%1: ошибок не найдено</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found</source>
        <translation>
            <numerusform>найдена %n ошибка</numerusform>
            <numerusform>найдены %n ошибки</numerusform>
            <numerusform>найдено %n ошибок</numerusform>
        </translation>
    </message>
    <message>
        <source>create an empty project</source>
        <translation>создать пустой проект</translation>
    </message>
    <message>
        <source>take articles and annotations from files into a project</source>
        <translation>взять в проект статьи и аннотации из файлов</translation>
    </message>
    <message>
        <source>let detectors suggest annotations</source>
        <translation>дать детекторам предложить разметку</translation>
    </message>
    <message>
        <source>train a model of labelled articles for suggesting</source>
        <translation>обучить модель для подсказок на размеченных статьях</translation>
    </message>
    <message>
        <source>list, add, test, move or remove detectors: programs and servers of yours</source>
        <translation>показать, добавить, проверить, переместить или удалить детекторы: ваши программы и серверы</translation>
    </message>
    <message>
        <source>learn from what was decided; show, reset or export what was learned</source>
        <translation>обучиться на решениях; показать, сбросить или экспортировать усвоенное</translation>
    </message>
    <message>
        <source>accept, reject, delete, reopen or relabel many annotations at once</source>
        <translation>принять, отклонить, удалить, пересмотреть много аннотаций сразу или сменить их метки</translation>
    </message>
    <message>
        <source>write a labelled dataset</source>
        <translation>записать размеченный набор данных</translation>
    </message>
    <message>
        <source>publish a dataset: splits without leaks, a card, checksums; list, repeat, compare releases</source>
        <translation>опубликовать набор данных: выборки без утечек, карточка, контрольные суммы; показать, повторить, сравнить выпуски</translation>
    </message>
    <message>
        <source>measure predictions against gold: spans, attributions, confidence, speakers, claims</source>
        <translation>сравнить предсказания с эталоном: фрагменты, атрибуции, уверенность, говорящие, утверждения</translation>
    </message>
    <message>
        <source>show the articles of a project and how far their review is</source>
        <translation>показать статьи проекта и ход их проверки</translation>
    </message>
    <message>
        <source>show the speakers of a project; merge, rename, set types</source>
        <translation>показать говорящих проекта; объединить, переименовать, задать типы</translation>
    </message>
    <message>
        <source>show who did what, and when</source>
        <translation>показать, кто, что и когда сделал</translation>
    </message>
    <message>
        <source>draw an article with its annotations</source>
        <translation>нарисовать статью с её разметкой</translation>
    </message>
    <message>
        <source>look for damage in a project; changes nothing</source>
        <translation>поискать повреждения в проекте; ничего не меняет</translation>
    </message>
    <message>
        <source>check or show a label schema: names, keys, colours for all readers</source>
        <translation>проверить или показать схему разметки: имена, клавиши, цвета для всех читателей</translation>
    </message>
    <message>
        <source>show the file formats that can be read and written</source>
        <translation>показать форматы файлов для чтения и записи</translation>
    </message>
    <message>
        <source>create a project of three articles to try things on</source>
        <translation>создать пробный проект из трёх статей</translation>
    </message>
    <message>
        <source>Quoth %1: label who said what in news articles</source>
        <translation>Quoth %1: разметка того, кто что сказал, в новостных статьях</translation>
    </message>
    <message>
        <source>  quoth [PROJECT | FILE...]  open the window</source>
        <translation>  quoth [PROJECT | FILE...]  открыть окно</translation>
    </message>
    <message>
        <source>  quoth COMMAND --help       say how to use a command</source>
        <translation>  quoth COMMAND --help       как пользоваться командой</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Команды:</translation>
    </message>
    <message>
        <source>PROJECT is a .quoth file. Exit status: 0 done, 1 could not do it, 2 wrong usage.</source>
        <translation>PROJECT — файл .quoth. Код завершения: 0 — сделано, 1 — не удалось, 2 — неверный вызов.</translation>
    </message>
    <message>
        <source>There is no such command and no such file. Try &quot;quoth --help&quot;.</source>
        <translation>Нет ни такой команды, ни такого файла. Попробуйте «quoth --help».</translation>
    </message>
    <message>
        <source>warning: </source>
        <translation>предупреждение: </translation>
    </message>
    <message>
        <source>name</source>
        <translation>имя</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>вид</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>включён</translation>
    </message>
    <message>
        <source>where</source>
        <translation>где</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>встроенный</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of detector: program, http, label-studio or inception.</source>
        <translation>«%1» — не вид детектора; есть program, http, label-studio и inception.</translation>
    </message>
    <message>
        <source>--timeout wants a number of seconds, not &quot;%1&quot;.</source>
        <translation>--timeout ожидает число секунд, а не «%1».</translation>
    </message>
    <message>
        <source>--label wants THEIRS=OURS, not &quot;%1&quot;.</source>
        <translation>--label ожидает THEIRS=OURS, а не «%1».</translation>
    </message>
    <message>
        <source>The texts of articles will be sent to %1 whenever this detector is used.</source>
        <translation>При каждом использовании этого детектора тексты статей будут отправляться на %1.</translation>
    </message>
    <message>
        <source>%1: added; try it with: quoth detectors test %1</source>
        <translation>%1: добавлен; проверить его можно так: quoth detectors test %1</translation>
    </message>
    <message>
        <source>This detector is built in; only those from outside are tested.</source>
        <translation>Это встроенный детектор; проверяются только внешние.</translation>
    </message>
    <message>
        <source>%1: answered in %2 ms; found in a sample of ours: %3, %4</source>
        <translation>%1: ответил за %2 мс; найдено в нашем образце: %3, %4</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n фрагмент</numerusform>
            <numerusform>%n фрагмента</numerusform>
            <numerusform>%n фрагментов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n атрибуция</numerusform>
            <numerusform>%n атрибуции</numerusform>
            <numerusform>%n атрибуций</numerusform>
        </translation>
    </message>
    <message>
        <source>Of a new one: program, http, label-studio or inception.</source>
        <translation>Для нового: program, http, label-studio или inception.</translation>
    </message>
    <message>
        <source>Of a new one: the program to start.</source>
        <translation>Для нового: какую программу запускать.</translation>
    </message>
    <message>
        <source>Of a new one: an argument for the program; may be given several times.</source>
        <translation>Для нового: аргумент программы; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>Of a new one: the address of the server.</source>
        <translation>Для нового: адрес сервера.</translation>
    </message>
    <message>
        <source>Of a new one: seconds for an article; 60 if not given.</source>
        <translation>Для нового: сколько секунд на статью; по умолчанию 60.</translation>
    </message>
    <message>
        <source>Of a new one: which of our labels is meant by one of theirs; may be given several times.</source>
        <translation>Для нового: какая наша метка соответствует его метке; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>Of a new INCEpTION recommender: the layer; named entities if not given.</source>
        <translation>Для нового модуля рекомендаций INCEpTION: слой; по умолчанию именованные сущности.</translation>
    </message>
    <message>
        <source>Of a new INCEpTION recommender: the feature with the label; &quot;value&quot; if not given.</source>
        <translation>Для нового модуля рекомендаций INCEpTION: признак с меткой; по умолчанию «value».</translation>
    </message>
    <message>
        <source>For test: the label schema, a name or a file.</source>
        <translation>Для test: схема разметки, имя или файл.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of: %2; or a name is missing or too many.</source>
        <translation>«%1» — не одно из: %2; либо не хватает имени, либо оно лишнее.</translation>
    </message>
    <message>
        <source>There is no detector of that name; &quot;quoth detectors list&quot; shows those there are.</source>
        <translation>Детектора с таким именем нет; список показывает «quoth detectors list».</translation>
    </message>
    <message>
        <source>This detector is built in; it can be disabled but not removed.</source>
        <translation>Это встроенный детектор; его можно отключить, но не удалить.</translation>
    </message>
    <message>
        <source>PLACE is a number from 1 to %1.</source>
        <translation>PLACE — число от 1 до %1.</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Измерение</translation>
    </message>
    <message>
        <source>There is nothing to draw: the picture needs attributions with a confidence, measured against documents.</source>
        <translation>Рисовать нечего: для изображения нужны атрибуции с уверенностью, измеренные по документам.</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 относительно %2</translation>
    </message>
    <message>
        <source>What is right: JSON Lines with attributions, CofeNet&apos;s instances, labelled sentences, or a project.</source>
        <translation>Эталон: JSON Lines с атрибуциями, экземпляры CofeNet, размеченные предложения или проект.</translation>
    </message>
    <message>
        <source>What is measured: JSON Lines with attributions, or a project.</source>
        <translation>Что измеряется: JSON Lines с атрибуциями или проект.</translation>
    </message>
    <message>
        <source>Instead of these: how far the annotators of the versions of articles in a file agree.</source>
        <translation>Вместо этого: насколько согласны аннотаторы, чьи версии статей есть в файле.</translation>
    </message>
    <message>
        <source>Which predictions: a list of suggested, accepted and rejected. Of a project suggested,accepted and of a file all if not given.</source>
        <translation>Какие предсказания: список из suggested, accepted и rejected. По умолчанию для проекта suggested,accepted, для файла все.</translation>
    </message>
    <message>
        <source>Which gold attributions. Of a project accepted and of a file all if not given.</source>
        <translation>Какие эталонные атрибуции. По умолчанию для проекта accepted, для файла все.</translation>
    </message>
    <message>
        <source>Also recall by the gold attributions&apos; kind.</source>
        <translation>Показать также полноту по видам эталонных атрибуций.</translation>
    </message>
    <message>
        <source>Keep only the outermost predicted attributions, for gold that holds no others.</source>
        <translation>Оставить только самые внешние предсказанные атрибуции — если в эталоне других нет.</translation>
    </message>
    <message>
        <source>Also draw the reliability diagram and the curve of precision and recall; the suffix says what: %1.</source>
        <translation>Нарисовать также диаграмму надёжности и кривую точности и полноты; вид файла задаёт суффикс: %1.</translation>
    </message>
    <message>
        <source>--gold and --predicted are needed, or --agreement alone.</source>
        <translation>Нужны --gold и --predicted либо один --agreement.</translation>
    </message>
    <message>
        <source>--picture draws confidences, which annotators do not give; it does not go with --agreement.</source>
        <translation>--picture показывает уверенность, а аннотаторы её не указывают; с --agreement не сочетается.</translation>
    </message>
    <message>
        <source>The suffix of the picture must be one of %1.</source>
        <translation>Суффикс изображения должен быть одним из: %1.</translation>
    </message>
    <message>
        <source>--%1 takes a list of suggested, accepted and rejected.</source>
        <translation>--%1 принимает список из suggested, accepted и rejected.</translation>
    </message>
    <message>
        <source>The format to write; see &quot;quoth formats&quot;.</source>
        <translation>Формат записи; см. «quoth formats».</translation>
    </message>
    <message>
        <source>The file, or the folder for some formats; - is the standard output.</source>
        <translation>Файл, для некоторых форматов папка; - означает стандартный вывод.</translation>
    </message>
    <message>
        <source>Only tell what the format cannot carry; write nothing.</source>
        <translation>Только сообщить, чего формат не передаёт; ничего не записывать.</translation>
    </message>
    <message>
        <source>--format and --output are needed.</source>
        <translation>Нужны --format и --output.</translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot; to write; see &quot;quoth formats&quot;.</source>
        <translation>Нет формата «%1» для записи; см. «quoth formats».</translation>
    </message>
    <message>
        <source>The standard output cannot take both the export and --json.</source>
        <translation>Экспорт и --json не могут вместе идти в стандартный вывод.</translation>
    </message>
    <message>
        <source>--state takes a list of suggested, accepted and rejected.</source>
        <translation>--state принимает список из suggested, accepted и rejected.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Экспорт</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) can be written without loss.</source>
        <translation>
            <numerusform>%n статью можно записать без потерь.</numerusform>
            <numerusform>%n статьи можно записать без потерь.</numerusform>
            <numerusform>%n статей можно записать без потерь.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) can be written with what is told above; nothing was written.</source>
        <translation>
            <numerusform>%n статью можно записать с указанными выше потерями; ничего не записано.</numerusform>
            <numerusform>%n статьи можно записать с указанными выше потерями; ничего не записано.</numerusform>
            <numerusform>%n статей можно записать с указанными выше потерями; ничего не записано.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) written to %1</source>
        <translation>
            <numerusform>%n статья записана в %1</numerusform>
            <numerusform>%n статьи записаны в %1</numerusform>
            <numerusform>%n статей записано в %1</numerusform>
        </translation>
    </message>
    <message>
        <source>What each format carries, as a table in Markdown.</source>
        <translation>Что передаёт каждый формат — таблицей в Markdown.</translation>
    </message>
    <message>
        <source>import</source>
        <translation>импорт</translation>
    </message>
    <message>
        <source>export</source>
        <translation>экспорт</translation>
    </message>
    <message>
        <source>files</source>
        <translation>файлы</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>что это</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>папка</translation>
    </message>
    <message>
        <source>Not here: %1 (%2). %3</source>
        <translation>Здесь нет: %1 (%2). %3</translation>
    </message>
    <message>
        <source>The files&apos; format; recognised if not given. See &quot;quoth formats&quot;.</source>
        <translation>Формат файлов; по умолчанию определяется сам. См. «quoth formats».</translation>
    </message>
    <message>
        <source>The files&apos; encoding; detected if not given.</source>
        <translation>Кодировка файлов; по умолчанию определяется сама.</translation>
    </message>
    <message>
        <source>suggested or accepted: the state of annotations whose file gives none. accepted if not given.</source>
        <translation>suggested или accepted: состояние аннотаций, для которых файл его не указывает. По умолчанию accepted.</translation>
    </message>
    <message>
        <source>Of tables of articles: which column is what, as in text=body,title=headline. Guessed by the names if not given.</source>
        <translation>Для таблиц статей: что в каком столбце, например text=body,title=headline. По умолчанию угадывается по названиям.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) added</source>
        <translation>
            <numerusform>%n статья добавлена</numerusform>
            <numerusform>%n статьи добавлены</numerusform>
            <numerusform>%n статей добавлено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with new annotations</source>
        <translation>
            <numerusform>%n с новыми аннотациями</numerusform>
            <numerusform>%n с новыми аннотациями</numerusform>
            <numerusform>%n с новыми аннотациями</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n уже есть</numerusform>
            <numerusform>%n уже есть</numerusform>
            <numerusform>%n уже есть</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot; to read; see &quot;quoth formats&quot;.</source>
        <translation>Нет формата «%1» для чтения; см. «quoth formats».</translation>
    </message>
    <message>
        <source>--as takes suggested or accepted.</source>
        <translation>--as принимает suggested или accepted.</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>Загрузка: %1</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>Импорт: %1</translation>
    </message>
    <message>
        <source>The model cannot be written: %1</source>
        <translation>Не удаётся записать модель: %1</translation>
    </message>
    <message>
        <source>What was learned is forgotten; what was decided so far is not learned from again.</source>
        <translation>Усвоенное забыто; на прежних решениях обучение больше не идёт.</translation>
    </message>
    <message>
        <source>Back to what version %1 had learned.</source>
        <translation>Возвращено к тому, что усвоила версия %1.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>There is nothing new to learn.</source>
        <translation>Учиться пока не на чем новом.</translation>
    </message>
    <message>
        <source>%1: the model with what was learned, %2 kB.</source>
        <translation>%1: модель с усвоенным, %2 кБ.</translation>
    </message>
    <message>
        <source>Nothing was learned in this project yet.</source>
        <translation>В этом проекте пока ничего не усвоено.</translation>
    </message>
    <message>
        <source>version %1 of %2, on the model %3</source>
        <translation>версия %1 от %2, на модели %3</translation>
    </message>
    <message numerus="yes">
        <source>learned from %n article(s)</source>
        <translation>
            <numerusform>обучено на %n статье</numerusform>
            <numerusform>обучено на %n статьях</numerusform>
            <numerusform>обучено на %n статьях</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n решение</numerusform>
            <numerusform>%n решения</numerusform>
            <numerusform>%n решений</numerusform>
        </translation>
    </message>
    <message>
        <source>version</source>
        <translation>версия</translation>
    </message>
    <message>
        <source>made</source>
        <translation>создано</translation>
    </message>
    <message>
        <source>base</source>
        <translation>основа</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>статьи</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>решения</translation>
    </message>
    <message>
        <source>strength</source>
        <translation>сила</translation>
    </message>
    <message>
        <source>Learn from all that was decided in the project, and keep that as a new version.</source>
        <translation>Обучиться на всех решениях в проекте и сохранить это как новую версию.</translation>
    </message>
    <message>
        <source>Show the versions that are kept, the last first.</source>
        <translation>Показать сохранённые версии, последняя — первой.</translation>
    </message>
    <message>
        <source>Show what was learned, the strongest first.</source>
        <translation>Показать усвоенное, самое сильное — первым.</translation>
    </message>
    <message>
        <source>Forget what was learned; what was decided so far is not learned from again.</source>
        <translation>Забыть усвоенное; на прежних решениях обучение больше не идёт.</translation>
    </message>
    <message>
        <source>Go back to what a version had learned; articles learned from since are passed over.</source>
        <translation>Вернуться к тому, что усвоила версия; статьи, на которых обучение шло позже, пропускаются.</translation>
    </message>
    <message>
        <source>Write a model file that has learned it, for &quot;quoth suggest --model&quot;.</source>
        <translation>Записать файл модели с усвоенным — для «quoth suggest --model».</translation>
    </message>
    <message>
        <source>The model to learn on, made by &quot;quoth train&quot;, instead of the one that comes with the program.</source>
        <translation>Модель, которую дообучать, созданная «quoth train», вместо поставляемой с программой.</translation>
    </message>
    <message>
        <source>Only one of --learn, --reset and --revert can be done at a time.</source>
        <translation>Из --learn, --reset и --revert за раз выполняется только одно.</translation>
    </message>
    <message>
        <source>Only one of --list and --findings can be shown at a time.</source>
        <translation>Из --list и --findings за раз показывается только одно.</translation>
    </message>
    <message>
        <source>--revert takes the number of a version; --list shows them.</source>
        <translation>--revert принимает номер версии; их показывает --list.</translation>
    </message>
    <message>
        <source>The order of the articles: &quot;added&quot;, or &quot;uncertainty&quot;: those first whose suggestions are least sure.</source>
        <translation>Порядок статей: «added» или «uncertainty» — сначала те, чьи подсказки наименее надёжны.</translation>
    </message>
    <message>
        <source>There is no order &quot;%1&quot;; there are: added, uncertainty.</source>
        <translation>Порядка «%1» нет; есть added, uncertainty.</translation>
    </message>
    <message>
        <source>no.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>id</source>
        <translation>id</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>символы</translation>
    </message>
    <message>
        <source>attributions</source>
        <translation>атрибуции</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>на проверку</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>проверено</translation>
    </message>
    <message>
        <source>uncertainty</source>
        <translation>неопределённость</translation>
    </message>
    <message>
        <source>title</source>
        <translation>заголовок</translation>
    </message>
    <message>
        <source>undid</source>
        <translation>отмена</translation>
    </message>
    <message>
        <source>redid</source>
        <translation>повтор</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>импорт</translation>
    </message>
    <message>
        <source>did</source>
        <translation>действие</translation>
    </message>
    <message>
        <source>Only what was done to the article with this id or number.</source>
        <translation>Только сделанное со статьёй с этим идентификатором или номером.</translation>
    </message>
    <message>
        <source>Only so many entries. All if not given.</source>
        <translation>Не больше стольких записей. По умолчанию все.</translation>
    </message>
    <message>
        <source>--most takes a number from 1.</source>
        <translation>--most принимает число от 1.</translation>
    </message>
    <message>
        <source>--article may be given once here.</source>
        <translation>--article здесь можно указать один раз.</translation>
    </message>
    <message>
        <source>when</source>
        <translation>когда</translation>
    </message>
    <message>
        <source>who</source>
        <translation>кто</translation>
    </message>
    <message>
        <source>what</source>
        <translation>что</translation>
    </message>
    <message>
        <source>article</source>
        <translation>статья</translation>
    </message>
    <message>
        <source>A schema file, or the name of one that comes with the program: %1.</source>
        <translation>Файл схемы или имя поставляемой с программой: %1.</translation>
    </message>
    <message>
        <source>Created %1 with the schema &quot;%2&quot;. &quot;quoth import&quot; takes articles into it.</source>
        <translation>Создан %1 со схемой «%2». Статьи добавляет «quoth import».</translation>
    </message>
    <message>
        <source>by</source>
        <translation>кто</translation>
    </message>
    <message>
        <source>manifest</source>
        <translation>манифест</translation>
    </message>
    <message>
        <source>added</source>
        <translation>добавлено</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>удалено</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>изменено</translation>
    </message>
    <message>
        <source>moved  %1  from %2 to %3</source>
        <translation>перемещено  %1  из %2 в %3</translation>
    </message>
    <message>
        <source>--%1 takes the number of a release; &quot;quoth release PROJECT --list&quot; shows them.</source>
        <translation>--%1 принимает номер выпуска; их показывает «quoth release PROJECT --list».</translation>
    </message>
    <message>
        <source>release %1</source>
        <translation>выпуск %1</translation>
    </message>
    <message>
        <source>its recipe now</source>
        <translation>его рецепт сейчас</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Сравнение</translation>
    </message>
    <message>
        <source>%1 and %2: %3 added, %4 removed, %5 changed, %6 moved to another split</source>
        <translation>%1 и %2: добавлено %3, удалено %4, изменено %5, перешло в другую выборку %6</translation>
    </message>
    <message>
        <source>split</source>
        <translation>выборка</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>группы</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>фрагменты</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) would be released; nothing was written.</source>
        <translation>
            <numerusform>Вышла бы %n статья; ничего не записано.</numerusform>
            <numerusform>Вышли бы %n статьи; ничего не записано.</numerusform>
            <numerusform>Вышло бы %n статей; ничего не записано.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Release %2: %n article(s) written to %1</source>
        <translation>
            <numerusform>Выпуск %2: %n статья записана в %1</numerusform>
            <numerusform>Выпуск %2: %n статьи записаны в %1</numerusform>
            <numerusform>Выпуск %2: %n статей записано в %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Releasing</source>
        <translation>Выпуск</translation>
    </message>
    <message>
        <source>The folder of the dataset; one that is there must be empty or an untouched release.</source>
        <translation>Папка набора данных; если она есть, она должна быть пустой или содержать нетронутый выпуск.</translation>
    </message>
    <message>
        <source>Only tell how many articles would go where; write nothing.</source>
        <translation>Только сообщить, сколько статей куда попадёт; ничего не записывать.</translation>
    </message>
    <message>
        <source>Do not remember the release in the project.</source>
        <translation>Не запоминать выпуск в проекте.</translation>
    </message>
    <message>
        <source>Show the releases that were made of the project.</source>
        <translation>Показать сделанные выпуски проекта.</translation>
    </message>
    <message>
        <source>Release by the recipe of this release; further options change it.</source>
        <translation>Выпустить по рецепту этого выпуска; другие параметры его меняют.</translation>
    </message>
    <message>
        <source>Tell what is different between this release and the last one; for the last one, what its recipe would give now.</source>
        <translation>Сообщить, чем этот выпуск отличается от последнего; для последнего — что его рецепт дал бы сейчас.</translation>
    </message>
    <message>
        <source>--list, --compare and --repeat go one at a time.</source>
        <translation>--list, --compare и --repeat указываются по одному.</translation>
    </message>
    <message>
        <source>--repeat and --recipe are two recipes; give one.</source>
        <translation>--repeat и --recipe — это два рецепта; укажите один.</translation>
    </message>
    <message>
        <source>--output is needed.</source>
        <translation>Нужен --output.</translation>
    </message>
    <message>
        <source>--review takes any, started or complete.</source>
        <translation>--review принимает any, started или complete.</translation>
    </message>
    <message>
        <source>--origin takes a list of person, detector and import.</source>
        <translation>--origin принимает список из person, detector и import.</translation>
    </message>
    <message>
        <source>--where takes FIELD=VALUE.</source>
        <translation>--where принимает FIELD=VALUE.</translation>
    </message>
    <message>
        <source>--seed takes a whole number from 0 to 4294967295.</source>
        <translation>--seed принимает целое число от 0 до 4294967295.</translation>
    </message>
    <message>
        <source>--similarity takes a number from 0 to 1.</source>
        <translation>--similarity принимает число от 0 до 1.</translation>
    </message>
    <message>
        <source>--group-by similarity and --similarity 0 contradict each other.</source>
        <translation>--group-by similarity и --similarity 0 противоречат друг другу.</translation>
    </message>
    <message>
        <source>Take the recipe from a file; further options change it.</source>
        <translation>Взять рецепт из файла; другие параметры его меняют.</translation>
    </message>
    <message>
        <source>Write the recipe to a file.</source>
        <translation>Записать рецепт в файл.</translation>
    </message>
    <message>
        <source>The dataset&apos;s name; that of the project if not given.</source>
        <translation>Название набора данных; по умолчанию название проекта.</translation>
    </message>
    <message>
        <source>A few sentences for the dataset card, in Markdown.</source>
        <translation>Несколько предложений для карточки набора данных, в Markdown.</translation>
    </message>
    <message>
        <source>The licence, by its SPDX identifier: CC-BY-4.0.</source>
        <translation>Лицензия, идентификатор SPDX: CC-BY-4.0.</translation>
    </message>
    <message>
        <source>A list of the languages&apos; ISO 639 codes; those of the articles if not given.</source>
        <translation>Список кодов языков ISO 639; по умолчанию языки статей.</translation>
    </message>
    <message>
        <source>Only articles whose review is started, or complete; any if not given.</source>
        <translation>Только статьи, проверка которых начата или завершена; по умолчанию любые.</translation>
    </message>
    <message>
        <source>Only articles with an annotation by a person, a detector or an import; a list.</source>
        <translation>Только статьи с аннотацией человека, детектора или импорта; список.</translation>
    </message>
    <message>
        <source>Only articles with an annotation made by this person or detector; may be given several times.</source>
        <translation>Только статьи с аннотацией этого человека или детектора; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>Only articles with one of these labels or frame types; a list.</source>
        <translation>Только статьи с одной из этих меток или типов фреймов; список.</translation>
    </message>
    <message>
        <source>Only articles with this metadata: outlet=NAME; may be given several times.</source>
        <translation>Только статьи с такими метаданными: outlet=NAME; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>The shares of train, validation and test: 80,10,10 or train=4,test=1.</source>
        <translation>Доли train, validation и test: 80,10,10 или train=4,test=1.</translation>
    </message>
    <message>
        <source>Another number gives another split; 1 if not given.</source>
        <translation>Другое число даёт другое разбиение; по умолчанию 1.</translation>
    </message>
    <message>
        <source>Keep together what is equal in these: outlet, day, author or any field of the metadata; a list.</source>
        <translation>Держать вместе совпадающее по этим полям: outlet, day, author или любое поле метаданных; список.</translation>
    </message>
    <message>
        <source>From which share of common words on articles are one story, and stay together: 0.5 if not given, 0 for never.</source>
        <translation>С какой доли общих слов статьи считаются одной историей и остаются вместе: по умолчанию 0.5, 0 — никогда.</translation>
    </message>
    <message>
        <source>Split anew, rather than as in earlier releases.</source>
        <translation>Разбить заново, а не как в прежних выпусках.</translation>
    </message>
    <message>
        <source>Leave the texts out: only offsets, checksums and the labelled words.</source>
        <translation>Без текстов: только смещения, контрольные суммы и размеченные слова.</translation>
    </message>
    <message>
        <source>Leave the labelled words out too.</source>
        <translation>Без размеченных слов тоже.</translation>
    </message>
    <message>
        <source>This article came without a page or document of its own.</source>
        <translation>У этой статьи нет исходной страницы или документа.</translation>
    </message>
    <message>
        <source>%1 as it was in %2 written to %3</source>
        <translation>%1: оригинал из %2 записан в %3</translation>
    </message>
    <message>
        <source>The article&apos;s id or number.</source>
        <translation>Идентификатор или номер статьи.</translation>
    </message>
    <message>
        <source>The file to write; its suffix says what: %1.</source>
        <translation>Файл для записи; вид задаёт суффикс: %1.</translation>
    </message>
    <message>
        <source>The width of a picture in pixels, 400 to 4000. 960 if not given.</source>
        <translation>Ширина изображения в пикселях, от 400 до 4000. По умолчанию 960.</translation>
    </message>
    <message>
        <source>So many times as many pixels, 0.25 to 8, for a sharper picture. 1 if not given.</source>
        <translation>Во сколько раз больше пикселей, от 0.25 до 8, для более чёткого изображения. По умолчанию 1.</translation>
    </message>
    <message>
        <source>Light text on a dark background. Web pages follow the reader&apos;s setting.</source>
        <translation>Светлый текст на тёмном фоне. Веб-страницы следуют настройке читателя.</translation>
    </message>
    <message>
        <source>What the colours tell apart: %1. label if not given.</source>
        <translation>Что различают цвета: %1. По умолчанию label.</translation>
    </message>
    <message>
        <source>Instead, the page or document that the article was read from, as it was; any suffix.</source>
        <translation>Вместо этого — страница или документ, откуда прочитана статья, в исходном виде; суффикс любой.</translation>
    </message>
    <message>
        <source>One --article and --output are needed.</source>
        <translation>Нужны один --article и --output.</translation>
    </message>
    <message>
        <source>The suffix of the output must be one of %1.</source>
        <translation>Суффикс вывода должен быть одним из: %1.</translation>
    </message>
    <message>
        <source>--width takes a number from 400 to 4000.</source>
        <translation>--width принимает число от 400 до 4000.</translation>
    </message>
    <message>
        <source>--scale takes a number from 0.25 to 8.</source>
        <translation>--scale принимает число от 0.25 до 8.</translation>
    </message>
    <message>
        <source>--colour-by takes one of %1.</source>
        <translation>--colour-by принимает одно из: %1.</translation>
    </message>
    <message>
        <source>%1 drawn to %2</source>
        <translation>%1 нарисовано в %2</translation>
    </message>
    <message>
        <source>Accept what is meant.</source>
        <translation>Принять отобранное.</translation>
    </message>
    <message>
        <source>Reject it: it stays as a negative example.</source>
        <translation>Отклонить: останется как отрицательный пример.</translation>
    </message>
    <message>
        <source>Delete it; what a detector found is rejected instead.</source>
        <translation>Удалить; найденное детектором вместо этого отклоняется.</translation>
    </message>
    <message>
        <source>Make it a suggestion again.</source>
        <translation>Снова сделать подсказкой.</translation>
    </message>
    <message>
        <source>Give spans this label, where their attributions allow it.</source>
        <translation>Присвоить фрагментам эту метку там, где их атрибуции это допускают.</translation>
    </message>
    <message>
        <source>Only spans with this label, or attributions by the name of their frame; may be given several times. Attributions and free spans if not given.</source>
        <translation>Только фрагменты с этой меткой или атрибуции по имени фрейма; можно указать несколько раз. По умолчанию атрибуции и отдельные фрагменты.</translation>
    </message>
    <message>
        <source>Only what is in one of these states: a list of suggested, accepted and rejected.</source>
        <translation>Только в одном из этих состояний: список из suggested, accepted и rejected.</translation>
    </message>
    <message>
        <source>Only what has at least this confidence, 0 to 1.</source>
        <translation>Только с уверенностью не ниже этой, от 0 до 1.</translation>
    </message>
    <message>
        <source>Only what has at most this confidence, 0 to 1.</source>
        <translation>Только с уверенностью не выше этой, от 0 до 1.</translation>
    </message>
    <message>
        <source>Only what was made by a person, a detector or an import, or by the one with this name.</source>
        <translation>Только созданное человеком, детектором или импортом (person, detector, import) либо тем, кого так зовут.</translation>
    </message>
    <message>
        <source>Only what is credited to the speaker of this name.</source>
        <translation>Только приписанное говорящему с этим именем.</translation>
    </message>
    <message>
        <source>Only what says this in its words, its speaker&apos;s name or its notes.</source>
        <translation>Только то, где это есть в словах, имени говорящего или заметках.</translation>
    </message>
    <message>
        <source>Say what would be done, and change nothing.</source>
        <translation>Сообщить, что было бы сделано, и ничего не менять.</translation>
    </message>
    <message>
        <source>One of --accept, --reject, --delete, --reopen and --relabel is needed.</source>
        <translation>Нужно одно из --accept, --reject, --delete, --reopen и --relabel.</translation>
    </message>
    <message>
        <source>--min-confidence takes a number from 0 to 1.</source>
        <translation>--min-confidence принимает число от 0 до 1.</translation>
    </message>
    <message>
        <source>--max-confidence takes a number from 0 to 1.</source>
        <translation>--max-confidence принимает число от 0 до 1.</translation>
    </message>
    <message>
        <source>--min-confidence is more than --max-confidence: nothing can be meant.</source>
        <translation>--min-confidence больше --max-confidence: под это ничего не подходит.</translation>
    </message>
    <message>
        <source>The project&apos;s schema has no label &quot;%1&quot;.</source>
        <translation>В схеме проекта нет метки «%1».</translation>
    </message>
    <message>
        <source>The project has no speaker &quot;%1&quot;.</source>
        <translation>В проекте нет говорящего «%1».</translation>
    </message>
    <message>
        <source>Several speakers are called &quot;%1&quot;.</source>
        <translation>Имя «%1» носят несколько говорящих.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) accepted</source>
        <translation>
            <numerusform>%n элемент принят</numerusform>
            <numerusform>%n элемента приняты</numerusform>
            <numerusform>%n элементов принято</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) rejected</source>
        <translation>
            <numerusform>%n элемент отклонён</numerusform>
            <numerusform>%n элемента отклонены</numerusform>
            <numerusform>%n элементов отклонено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) reopened</source>
        <translation>
            <numerusform>%n элемент возвращён на пересмотр</numerusform>
            <numerusform>%n элемента возвращены на пересмотр</numerusform>
            <numerusform>%n элементов возвращено на пересмотр</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) deleted</source>
        <translation>
            <numerusform>%n элемент удалён</numerusform>
            <numerusform>%n элемента удалены</numerusform>
            <numerusform>%n элементов удалено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) relabelled as %1</source>
        <translation>
            <numerusform>%n элемент получил метку «%1»</numerusform>
            <numerusform>%n элемента получили метку «%1»</numerusform>
            <numerusform>%n элементов получили метку «%1»</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matched; nothing was changed.</source>
        <translation>Ничего не подошло; ничего не изменено.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>items, articles</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n статья</numerusform>
            <numerusform>%n статьи</numerusform>
            <numerusform>%n статей</numerusform>
        </translation>
    </message>
    <message>
        <source>Would do: %1. Nothing was changed.</source>
        <translation>Было бы сделано: %1. Ничего не изменено.</translation>
    </message>
    <message>
        <source>%1. &quot;quoth log&quot; tells; undo in the window takes it back.</source>
        <translation>%1. Подробности — «quoth log»; отменить можно в окне.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them, found by a detector, kept as rejected</source>
        <translation>
            <numerusform>из них %n, найденный детектором, оставлен отклонённым</numerusform>
            <numerusform>из них %n, найденные детектором, оставлены отклонёнными</numerusform>
            <numerusform>из них %n, найденные детектором, оставлены отклонёнными</numerusform>
        </translation>
    </message>
    <message>
        <source>Reviewing</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Created %1: one article is labelled, the others have suggestions to review.</source>
        <translation>Создан %1: одна статья размечена, в остальных есть подсказки для проверки.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither check nor show.</source>
        <translation>«%1» — это ни check, ни show.</translation>
    </message>
    <message>
        <source>Only one of --merge, --rename and --type can be done at a time.</source>
        <translation>Из --merge, --rename и --type за раз выполняется только одно.</translation>
    </message>
    <message>
        <source>--merge NAME and --into NAME belong together.</source>
        <translation>--merge NAME и --into NAME указываются вместе.</translation>
    </message>
    <message>
        <source>Say with --speaker NAME whose it is.</source>
        <translation>Укажите с помощью --speaker NAME, о ком речь.</translation>
    </message>
    <message>
        <source>--speaker NAME needs --rename or --type.</source>
        <translation>Для --speaker NAME нужен --rename или --type.</translation>
    </message>
    <message>
        <source>--type takes one of person, organisation, country, group, anonymous and article.</source>
        <translation>--type принимает одно из person, organisation, country, group, anonymous и article.</translation>
    </message>
    <message>
        <source>The project has no speaker &quot;%1&quot;; &quot;quoth speakers PROJECT&quot; lists them.</source>
        <translation>В проекте нет говорящего «%1»; список показывает «quoth speakers PROJECT».</translation>
    </message>
    <message>
        <source>Several speakers are called &quot;%1&quot;: give the number that &quot;quoth speakers PROJECT&quot; shows.</source>
        <translation>Имя «%1» носят несколько говорящих: укажите номер, который показывает «quoth speakers PROJECT».</translation>
    </message>
    <message>
        <source>No speakers yet.</source>
        <translation>Говорящих пока нет.</translation>
    </message>
    <message>
        <source>type</source>
        <translation>тип</translation>
    </message>
    <message>
        <source>aliases</source>
        <translation>другие имена</translation>
    </message>
    <message>
        <source>Credit this speaker&apos;s words to the one of --into, and keep the name as an alias; may be given several times.</source>
        <translation>Приписать слова этого говорящего тому, кто указан в --into, а имя сохранить среди его других имён; можно указать несколько раз.</translation>
    </message>
    <message>
        <source>The speaker that stays in a merge.</source>
        <translation>Говорящий, который остаётся после объединения.</translation>
    </message>
    <message>
        <source>The speaker to change: a name, or the number in the list.</source>
        <translation>Какого говорящего изменить: имя или номер в списке.</translation>
    </message>
    <message>
        <source>Give the speaker another name; the old one becomes an alias.</source>
        <translation>Дать говорящему новое имя; старое перейдёт в другие имена.</translation>
    </message>
    <message>
        <source>Make the speaker a person, organisation, country, group, anonymous or article.</source>
        <translation>Сделать говорящего одним из: person, organisation, country, group, anonymous, article.</translation>
    </message>
    <message>
        <source>It is so already; nothing was changed.</source>
        <translation>Так уже и есть; ничего не изменено.</translation>
    </message>
    <message>
        <source>Done: %1. &quot;quoth log&quot; tells; undo in the window takes it back.</source>
        <translation>Готово: %1. Подробности — «quoth log»; отменить можно в окне.</translation>
    </message>
    <message>
        <source>A model that &quot;quoth train&quot; made, to suggest with instead of the one that comes with the program.</source>
        <translation>Модель, созданная «quoth train», которая даёт подсказки вместо поставляемой с программой.</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>Обученная модель</translation>
    </message>
    <message>
        <source>There is no detector &quot;%1&quot;; there are: %2.</source>
        <translation>Детектора «%1» нет; есть: %2.</translation>
    </message>
    <message>
        <source>Suggesting</source>
        <translation>Поиск подсказок</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>найдено: %n</numerusform>
            <numerusform>найдено: %n</numerusform>
            <numerusform>найдено: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>на проверку: %n</numerusform>
            <numerusform>на проверку: %n</numerusform>
            <numerusform>на проверку: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>The file of the model.</source>
        <translation>Файл модели.</translation>
    </message>
    <message>
        <source>What the model is called; the output&apos;s name if not given.</source>
        <translation>Как называется модель; по умолчанию как файл вывода.</translation>
    </message>
    <message>
        <source>How often to go through the articles (%1 if not given).</source>
        <translation>Сколько раз пройти по статьям (по умолчанию %1).</translation>
    </message>
    <message>
        <source>How many models to train first, whose agreement teaches the one that is written (%1 if not given); 0 is fastest.</source>
        <translation>Сколько моделей обучить сначала, чтобы их согласие учило ту, что записывается (по умолчанию %1); 0 — быстрее всего.</translation>
    </message>
    <message>
        <source>A model to take the vectors of words from, or a text of them as GloVe has it; &quot;none&quot; for none. If not given, those of the model that Quoth carries.</source>
        <translation>Модель, из которой взять векторы слов, или их текст в формате GloVe; «none» — без них. По умолчанию векторы модели, поставляемой с Quoth.</translation>
    </message>
    <message>
        <source>The number that chance begins with (%1 if not given).</source>
        <translation>Начальное число генератора случайных чисел (по умолчанию %1).</translation>
    </message>
    <message>
        <source>--epochs takes a number from 1 to 100.</source>
        <translation>--epochs принимает число от 1 до 100.</translation>
    </message>
    <message>
        <source>--teachers takes a number from 0 to 10.</source>
        <translation>--teachers принимает число от 0 до 10.</translation>
    </message>
    <message>
        <source>--seed takes a number from 0 to 1000000.</source>
        <translation>--seed принимает число от 0 до 1000000.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>%1, round %2 of %3: loss %4</source>
        <translation>%1, проход %2 из %3: функция потерь %4</translation>
    </message>
    <message numerus="yes">
        <source>%1: a model of %n article(s), version %2, %3 kB.</source>
        <translation>
            <numerusform>%1: модель по %n статье, версия %2, %3 кБ.</numerusform>
            <numerusform>%1: модель по %n статьям, версия %2, %3 кБ.</numerusform>
            <numerusform>%1: модель по %n статьям, версия %2, %3 кБ.</numerusform>
        </translation>
    </message>
    <message>
        <source>show a chapter of the manual; write it as a web page, as PDF or into a folder</source>
        <translation>показать раздел руководства; записать руководство как веб-страницу, как PDF или в папку</translation>
    </message>
    <message>
        <source>Which of overlapping spans is written by formats with one label a word: longest or shortest. longest if not given.</source>
        <translation>Какой из перекрывающихся фрагментов записывают форматы с одной меткой на слово: longest или shortest. По умолчанию longest.</translation>
    </message>
    <message>
        <source>--overlaps takes longest or shortest.</source>
        <translation>--overlaps принимает longest или shortest.</translation>
    </message>
    <message>
        <source>Writes instead: manual.html is one page with all in it, manual.pdf is for paper, a folder gets a page for each chapter.</source>
        <translation>Вместо этого записать руководство: manual.html — одна страница со всем содержимым, manual.pdf — для бумаги, в папку — по странице на каждый раздел.</translation>
    </message>
    <message>
        <source>The names and titles of the chapters.</source>
        <translation>Имена и заголовки разделов.</translation>
    </message>
    <message>
        <source>The manual has no chapter “%1”. It has: %2.</source>
        <translation>В руководстве нет раздела «%1». Есть: %2.</translation>
    </message>
    <message>
        <source>--output takes a file or a folder.</source>
        <translation>--output принимает файл или папку.</translation>
    </message>
    <message>
        <source>The manual was written to %1</source>
        <translation>Руководство записано в %1</translation>
    </message>
    <message>
        <source>Which detector; may be given several times. There are: %1. Those that are enabled, see &quot;quoth detectors&quot;, if not given.</source>
        <translation>Какой детектор; можно указать несколько раз. Есть: %1. По умолчанию все включённые, см. «quoth detectors».</translation>
    </message>
    <message>
        <source>print the manual page or a shell&apos;s completion</source>
        <translation>вывести man-страницу или автодополнение для оболочки</translation>
    </message>
    <message>
        <source>Options of the window:</source>
        <translation>Параметры окна:</translation>
    </message>
    <message>
        <source>open the window</source>
        <translation>открыть окно</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of man, bash, zsh and fish.</source>
        <translation>«%1» — не man, bash, zsh или fish.</translation>
    </message>
    <message>
        <source>A project: one SQLite database with the articles, the annotations and the log of all edits.</source>
        <translation>Проект: одна база данных SQLite со статьями, разметкой и журналом всех правок.</translation>
    </message>
    <message>
        <source>Held by the program that has the project open for writing.</source>
        <translation>Удерживается программой, которая открыла проект для записи.</translation>
    </message>
    <message>
        <source>Settings of the window, and detectors of your own.</source>
        <translation>Настройки окна и ваши собственные детекторы.</translation>
    </message>
    <message>
        <source>From an article to a dataset:</source>
        <translation>От статьи к набору данных:</translation>
    </message>
    <message>
        <source>Reject all that the detectors are not sure of, after a look at what that would be:</source>
        <translation>Отклонить всё, в чём детекторы не уверены, сначала посмотрев, что это будет:</translation>
    </message>
    <message>
        <source>label who said what in news articles</source>
        <translation>разметка того, кто что сказал, в новостных статьях</translation>
    </message>
    <message>
        <source>Quoth finds and labels speakers, reporting verbs, quotations, claims and scare quotes in news articles. Without a command it opens a window on a project or on articles; with one it does a part of that work without a display. This is version %1.</source>
        <translation>Quoth находит и размечает говорящих, глаголы речи, цитаты, утверждения и иронические кавычки в новостных статьях. Без команды открывает окно с проектом или статьями; с командой выполняет часть этой работы без графического дисплея. Это версия %1.</translation>
    </message>
    <message>
        <source>How Qt draws: &quot;offscreen&quot; needs no display, and is what commands that draw take if it is not set.</source>
        <translation>Как рисует Qt: «offscreen» не требует графического дисплея; его и используют рисующие команды, если переменная не задана.</translation>
    </message>
    <message>
        <source>Who works, for the project&apos;s log, where no annotator is given.</source>
        <translation>Кто работает — для журнала проекта, если аннотатор не указан.</translation>
    </message>
    <message>
        <source>0 if it is done, 1 if it could not be done, 2 for wrong usage.</source>
        <translation>0 — сделано, 1 — не удалось, 2 — неверный вызов.</translation>
    </message>
    <message>
        <source>The picture could not be made.</source>
        <translation>Не удалось создать изображение.</translation>
    </message>
    <message>
        <source>Instead, the begin of the article, or of the first one, as a small PNG no larger than this, 16 to 1024; any suffix.</source>
        <translation>Вместо этого — начало статьи (если она не указана, то первой) в виде маленького PNG, не больше этого размера, от 16 до 1024; суффикс любой.</translation>
    </message>
    <message>
        <source>--original and --thumbnail go one at a time.</source>
        <translation>--original и --thumbnail указываются по одному.</translation>
    </message>
    <message>
        <source>--thumbnail takes a number from 16 to 1024.</source>
        <translation>--thumbnail принимает число от 16 до 1024.</translation>
    </message>
    <message>
        <source>The project has no article.</source>
        <translation>В проекте нет статей.</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection</name>
    <message>
        <source>This is not a model for claims that this version of Quoth can read.</source>
        <translation>Это не модель утверждений, которую может прочесть эта версия Quoth.</translation>
    </message>
    <message>
        <source>The model for claims was cut short or altered; take a new copy of it.</source>
        <translation>Модель утверждений обрезана или изменена; возьмите новую копию.</translation>
    </message>
    <message>
        <source>The model for claims contradicts itself; train it again.</source>
        <translation>Модель утверждений противоречит сама себе; обучите её заново.</translation>
    </message>
    <message>
        <source>The training was cancelled.</source>
        <translation>Обучение отменено.</translation>
    </message>
    <message>
        <source>Too few sentences to learn from: %1 that state something worth checking, %2 that do not, and at least %3 of either are needed.</source>
        <translation>Слишком мало предложений для обучения: %1 содержат то, что заслуживает проверки, %2 — нет, а тех и других нужно не менее %3.</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>Обученная модель</translation>
    </message>
    <message>
        <source>word</source>
        <translation>слово</translation>
    </message>
    <message>
        <source>word before</source>
        <translation>после слова</translation>
    </message>
    <message>
        <source>word after</source>
        <translation>перед словом</translation>
    </message>
    <message>
        <source>words</source>
        <translation>слова</translation>
    </message>
    <message>
        <source>What was learned cannot be read: it is damaged.</source>
        <translation>Усвоенное прочесть нельзя: оно повреждено.</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>Поиск отменён.</translation>
    </message>
    <message>
        <source>The model cannot be read: %1</source>
        <translation>Не удаётся прочесть модель: %1</translation>
    </message>
    <message>
        <source>This is no model of Quoth&apos;s, or it is damaged. Make it anew with &quot;quoth train&quot;.</source>
        <translation>Это не модель Quoth, или она повреждена. Создайте её заново командой «quoth train».</translation>
    </message>
    <message>
        <source>This model has the format %1; this Quoth reads %2. Make it anew with &quot;quoth train&quot;.</source>
        <translation>Формат этой модели — %1; эта версия Quoth читает %2. Создайте её заново командой «quoth train».</translation>
    </message>
    <message>
        <source>The model&apos;s file is cut short or too long: copy it again.</source>
        <translation>Файл модели обрезан или слишком длинный: скопируйте его заново.</translation>
    </message>
    <message>
        <source>The model&apos;s file has changed since it was made: copy it again.</source>
        <translation>Файл модели изменился после создания: скопируйте его заново.</translation>
    </message>
    <message>
        <source>There are %1 articles with attributions: label %2 at least before a model is trained of them.</source>
        <translation>Статей с атрибуциями: %1; чтобы обучить на них модель, разметьте не менее %2.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Строка %1: %2</translation>
    </message>
    <message>
        <source>a word and %1 numbers are needed; there are %2</source>
        <translation>нужно слово и столько чисел: %1; есть %2</translation>
    </message>
    <message>
        <source>“%1” is no number</source>
        <translation>«%1» — не число</translation>
    </message>
    <message>
        <source>There are no vectors of words in it.</source>
        <translation>В нём нет векторов слов.</translation>
    </message>
    <message>
        <source>The vectors of words are damaged.</source>
        <translation>Векторы слов повреждены.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>The word list cannot be used; install Quoth again.</source>
        <translation>Список слов непригоден; установите Quoth заново.</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection::AnnotationBuilder</name>
    <message>
        <source>%1; second guess for the source: “%2” (%3 %)</source>
        <translation>%1; второе предположение об источнике: «%2» (%3&#xa0;%)</translation>
    </message>
    <message>
        <source>reporting verb “%1”</source>
        <translation>глагол речи «%1»</translation>
    </message>
    <message>
        <source>reporting participle “%1”</source>
        <translation>причастие речи «%1»</translation>
    </message>
    <message>
        <source>reporting noun “%1”</source>
        <translation>существительное речи «%1»</translation>
    </message>
    <message>
        <source>words of attitude “%1”</source>
        <translation>выражение позиции «%1»</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>name and colon at the begin of the paragraph</source>
        <translation>имя и двоеточие в начале абзаца</translation>
    </message>
    <message>
        <source>goes on from the quotation in the paragraph before</source>
        <translation>продолжение цитаты из предыдущего абзаца</translation>
    </message>
    <message>
        <source>capital letters and marks beside it</source>
        <translation>прописные буквы и знаки рядом</translation>
    </message>
    <message>
        <source>mood of reported speech, goes on from the sentence before</source>
        <translation>наклонение пересказа, продолжение предыдущего предложения</translation>
    </message>
    <message>
        <source>the sentence reports as a whole</source>
        <translation>предложение целиком — пересказ</translation>
    </message>
    <message>
        <source>pronoun before it</source>
        <translation>местоимение перед ним</translation>
    </message>
    <message>
        <source>pronoun after it</source>
        <translation>местоимение после него</translation>
    </message>
    <message>
        <source>name before it</source>
        <translation>имя перед ним</translation>
    </message>
    <message>
        <source>name after it</source>
        <translation>имя после него</translation>
    </message>
    <message>
        <source>subject before it</source>
        <translation>подлежащее перед ним</translation>
    </message>
    <message>
        <source>subject after it</source>
        <translation>подлежащее после него</translation>
    </message>
    <message>
        <source>quotation marks</source>
        <translation>кавычки</translation>
    </message>
    <message>
        <source>quotation marks, nobody named near</source>
        <translation>кавычки, рядом никто не назван</translation>
    </message>
    <message>
        <source>a word or two in quotation marks without a statement</source>
        <translation>слово или два в кавычках, без высказывания</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection::ClaimJudge</name>
    <message>
        <source>states a figure: %1</source>
        <translation>называет число: %1</translation>
    </message>
    <message>
        <source>compares</source>
        <translation>сравнивает</translation>
    </message>
    <message>
        <source>compares: %1</source>
        <translation>сравнивает: %1</translation>
    </message>
    <message>
        <source>names a cause: %1</source>
        <translation>называет причину: %1</translation>
    </message>
    <message>
        <source>is about a law: %1</source>
        <translation>говорит о законе: %1</translation>
    </message>
    <message>
        <source>says what happened</source>
        <translation>говорит, что произошло</translation>
    </message>
    <message>
        <source>states something that can be checked</source>
        <translation>сообщает то, что можно проверить</translation>
    </message>
    <message>
        <source>words of claims: %1</source>
        <translation>характерные слова: %1</translation>
    </message>
    <message>
        <source>against it: %1</source>
        <translation>против этого: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection::Outside</name>
    <message>
        <source>More was left out for other reasons.</source>
        <translation>Ещё часть пропущена по другим причинам.</translation>
    </message>
    <message>
        <source>Spans outside of the text were left out: offsets count characters (code points), from 0, to the end exclusive.</source>
        <translation>Фрагменты вне текста пропущены: смещения отсчитываются в символах (кодовых позициях) от 0, конец не включается.</translation>
    </message>
    <message>
        <source>Spans without any text were left out.</source>
        <translation>Фрагменты без текста пропущены.</translation>
    </message>
    <message>
        <source>Spans outside of the text were left out: offsets count UTF-16 units, from 0, to the end exclusive.</source>
        <translation>Фрагменты вне текста пропущены: смещения отсчитываются в единицах UTF-16 от 0, конец не включается.</translation>
    </message>
    <message>
        <source>Spans that begin or end within a character were left out: offsets count UTF-16 units.</source>
        <translation>Фрагменты, которые начинаются или кончаются внутри символа, пропущены: смещения отсчитываются в единицах UTF-16.</translation>
    </message>
    <message>
        <source>Confidences outside of 0 to 1 were left out.</source>
        <translation>Значения уверенности не от 0 до 1 пропущены.</translation>
    </message>
    <message>
        <source>Attributes that the label schema does not know, or not with this value, were left out.</source>
        <translation>Атрибуты, которых (или значений которых) нет в схеме разметки, пропущены.</translation>
    </message>
    <message>
        <source>Spans with the label &quot;%1&quot; were left out, as the detector&apos;s settings say.</source>
        <translation>Фрагменты с меткой «%1» пропущены, как задано в настройках детектора.</translation>
    </message>
    <message>
        <source>Spans without a label were left out.</source>
        <translation>Фрагменты без метки пропущены.</translation>
    </message>
    <message>
        <source>Spans with the label &quot;%1&quot; were left out: the label schema has none. Say in the detector&apos;s settings which of its labels is meant.</source>
        <translation>Фрагменты с меткой «%1» пропущены: в схеме разметки такой нет. Укажите в настройках детектора, какая метка схемы имеется в виду.</translation>
    </message>
    <message>
        <source>Fragments of a span that overlap were joined.</source>
        <translation>Перекрывающиеся отрезки одного фрагмента объединены.</translation>
    </message>
    <message>
        <source>Speakers without a name were left out.</source>
        <translation>Говорящие без имени пропущены.</translation>
    </message>
    <message>
        <source>Types of speakers that are not known were read as &quot;person&quot;.</source>
        <translation>Неизвестные типы говорящих прочитаны как «person».</translation>
    </message>
    <message>
        <source>Speakers of spans whose label names nobody were left out.</source>
        <translation>Говорящие у фрагментов, метка которых никого не называет, пропущены.</translation>
    </message>
    <message>
        <source>Attributions of the type &quot;%1&quot; were left out: the label schema has none.</source>
        <translation>Атрибуции типа «%1» пропущены: в схеме разметки такого нет.</translation>
    </message>
    <message>
        <source>Parts of attributions whose role the label schema does not know, or not with this label, were left out.</source>
        <translation>Части атрибуций с ролью, которой нет в схеме разметки или которая не допускает этой метки, пропущены.</translation>
    </message>
    <message>
        <source>Parts of attributions with too many parts were left out.</source>
        <translation>Части атрибуций, в которых частей слишком много, пропущены.</translation>
    </message>
    <message>
        <source>Attributions without &quot;%1&quot; were left out.</source>
        <translation>Атрибуции без «%1» пропущены.</translation>
    </message>
    <message>
        <source>Attributions without any part were left out.</source>
        <translation>Атрибуции без единой части пропущены.</translation>
    </message>
    <message>
        <source>A detector in your settings cannot be read and is left out: %1</source>
        <translation>Один из детекторов в ваших настройках не читается и пропущен: %1</translation>
    </message>
    <message>
        <source>There is a detector of that name already; give it another one.</source>
        <translation>Детектор с таким именем уже есть; дайте другое.</translation>
    </message>
    <message>
        <source>No server answers there; is it running, and is the port right?</source>
        <translation>Сервер не отвечает; запущен ли он и верен ли порт?</translation>
    </message>
    <message>
        <source>There is no host of that name; is the address right, and the network up?</source>
        <translation>Узла с таким именем нет; верен ли адрес и есть ли сеть?</translation>
    </message>
    <message>
        <source>The server closed the connection before its answer was complete.</source>
        <translation>Сервер закрыл соединение, не закончив ответ.</translation>
    </message>
    <message>
        <source>There is no safe connection (TLS) to the server: %1</source>
        <translation>Нет защищённого соединения (TLS) с сервером: %1</translation>
    </message>
    <message>
        <source>The server could not be asked: %1</source>
        <translation>Не удалось обратиться к серверу: %1</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>Поиск отменён.</translation>
    </message>
    <message numerus="yes">
        <source>It did not answer within %n second(s). Give it more time in the detector&apos;s settings, or see why it is slow.</source>
        <translation>
            <numerusform>Нет ответа за %n секунду. Увеличьте время ожидания в настройках детектора или выясните, почему он медлит.</numerusform>
            <numerusform>Нет ответа за %n секунды. Увеличьте время ожидания в настройках детектора или выясните, почему он медлит.</numerusform>
            <numerusform>Нет ответа за %n секунд. Увеличьте время ожидания в настройках детектора или выясните, почему он медлит.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its answer is longer than %1 MB and was not read.</source>
        <translation>Ответ длиннее %1 МБ и не прочитан.</translation>
    </message>
    <message>
        <source>The server sends on to %1. Nothing was sent there; if that is right, give this address in the detector&apos;s settings.</source>
        <translation>Сервер перенаправляет на %1. Туда ничего не отправлено; если это верно, укажите этот адрес в настройках детектора.</translation>
    </message>
    <message>
        <source>The server wants a name and a password (status %1). Put them into the address: http://name:password@host.</source>
        <translation>Серверу нужны имя и пароль (код %1). Впишите их в адрес: http://name:password@host.</translation>
    </message>
    <message>
        <source>The server knows no such address (status %1); is the kind of detector right?</source>
        <translation>Сервер не знает такого адреса (код %1); верно ли указан вид детектора?</translation>
    </message>
    <message>
        <source>The server failed (status %1): &quot;%2&quot;.</source>
        <translation>Ошибка сервера (код %1): «%2».</translation>
    </message>
    <message>
        <source>The server answered with %1, not with JSON; is the address right?</source>
        <translation>Сервер ответил не JSON, а %1; верен ли адрес?</translation>
    </message>
    <message>
        <source>Spans whose fragments are no pairs of whole numbers were left out.</source>
        <translation>Фрагменты, отрезки которых — не пары целых чисел, пропущены.</translation>
    </message>
    <message>
        <source>Relations were left out: a recommender for a layer of spans is needed.</source>
        <translation>Отношения пропущены: нужен модуль рекомендаций для слоя фрагментов.</translation>
    </message>
    <message>
        <source>Its answer has no text &quot;document&quot; with the XMI.</source>
        <translation>В ответе нет текста «document» с XMI.</translation>
    </message>
    <message>
        <source>The XMI in its answer has a document type, which may hide anything; it was not read.</source>
        <translation>В XMI из ответа есть тип документа, за которым может скрываться что угодно; он не прочитан.</translation>
    </message>
    <message>
        <source>The XMI in its answer is broken (line %1: %2).</source>
        <translation>XMI из ответа испорчен (строка %1: %2).</translation>
    </message>
    <message>
        <source>The document in its answer is no XMI with a text.</source>
        <translation>Документ в ответе — не XMI с текстом.</translation>
    </message>
    <message>
        <source>The text in its answer is not the one that was sent, so its offsets mean nothing.</source>
        <translation>Текст в ответе — не тот, что был отправлен, поэтому его смещения ничего не значат.</translation>
    </message>
    <message>
        <source>Results of the type &quot;%1&quot; were left out: only labels and relations of text are read.</source>
        <translation>Результаты типа «%1» пропущены: читаются только метки и отношения в тексте.</translation>
    </message>
    <message>
        <source>Relations of spans that are not there, or were left out, were left out.</source>
        <translation>Отношения с отсутствующими или пропущенными фрагментами пропущены.</translation>
    </message>
    <message>
        <source>Spans whose &quot;text&quot; is not what stands there were left out: offsets count characters (code points), not bytes or UTF-16 units.</source>
        <translation>Фрагменты, у которых «text» не совпадает с текстом статьи, пропущены: смещения отсчитываются в символах (кодовых позициях), а не в байтах или единицах UTF-16.</translation>
    </message>
    <message>
        <source>/health does not say &quot;UP&quot; but &quot;%1&quot;: this is no Label Studio ML backend, or it is not ready.</source>
        <translation>/health отвечает не «UP», а «%1»: это не ML-бэкенд Label Studio, или он не готов.</translation>
    </message>
    <message>
        <source>Its answer has no list &quot;results&quot;.</source>
        <translation>В ответе нет списка «results».</translation>
    </message>
    <message numerus="yes">
        <source>It answered for %n task(s) where one was asked.</source>
        <translation>
            <numerusform>Ответ для %n задачи, а запрошена была одна.</numerusform>
            <numerusform>Ответ для %n задач, а запрошена была одна.</numerusform>
            <numerusform>Ответ для %n задач, а запрошена была одна.</numerusform>
        </translation>
    </message>
    <message>
        <source>Further predictions for the same article were left out.</source>
        <translation>Остальные предсказания для той же статьи пропущены.</translation>
    </message>
    <message>
        <source>A prediction in its answer has no list &quot;result&quot;.</source>
        <translation>У предсказания в ответе нет списка «result».</translation>
    </message>
    <message>
        <source>Relations between labels that no role of the label schema joins were left out.</source>
        <translation>Отношения между метками, которые не связывает ни одна роль схемы разметки, пропущены.</translation>
    </message>
    <message>
        <source>This detector would send articles to %1, to which nobody has agreed yet: test it in the window, or add it anew.</source>
        <translation>Этот детектор отправлял бы статьи на %1, на что ещё никто не согласился: проверьте его в окне или добавьте заново.</translation>
    </message>
    <message>
        <source>It is not asked any more after %1 failures in a row; the last: %2</source>
        <translation>После %1 неудач подряд к нему больше не обращаются; последняя: %2</translation>
    </message>
    <message>
        <source>Only answers may go to its standard output.</source>
        <translation>В стандартный вывод он должен писать только ответы.</translation>
    </message>
    <message>
        <source>detector</source>
        <translation>детектор</translation>
    </message>
    <message>
        <source>Give the detector a name.</source>
        <translation>Дайте детектору имя.</translation>
    </message>
    <message>
        <source>The name may hold letters, digits, &quot;-&quot;, &quot;_&quot; and &quot;.&quot; and at most 60 of them.</source>
        <translation>В имени допустимы буквы, цифры, «-», «_» и «.», всего не более 60.</translation>
    </message>
    <message>
        <source>The time-out must be between 1 and %1 seconds.</source>
        <translation>Время ожидания должно быть от 1 до %1 с.</translation>
    </message>
    <message>
        <source>Say which program is to be started.</source>
        <translation>Укажите, какую программу запускать.</translation>
    </message>
    <message>
        <source>The address must begin with http:// or https:// and name a host, as in http://localhost:9090.</source>
        <translation>Адрес должен начинаться с http:// или https:// и содержать имя узла, например http://localhost:9090.</translation>
    </message>
    <message>
        <source>The address may have no &quot;?&quot; and no &quot;#&quot;; paths are put behind it.</source>
        <translation>В адресе не должно быть «?» и «#»; пути добавляются к нему в конец.</translation>
    </message>
    <message>
        <source>INCEpTION needs a layer, such as %1, and a feature, such as %2.</source>
        <translation>Для INCEpTION нужны слой, например %1, и признак, например %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of detector.</source>
        <translation>«%1» — не вид детектора.</translation>
    </message>
    <message>
        <source>It could not be started (%1); is the path right, and may the file be run?</source>
        <translation>Не удалось запустить (%1); верен ли путь и можно ли выполнять файл?</translation>
    </message>
    <message numerus="yes">
        <source>It did not answer within %n second(s). Give it more time in the detector&apos;s settings, or see why it is slow; each answer must end its line and be flushed.</source>
        <translation>
            <numerusform>Нет ответа за %n секунду. Увеличьте время ожидания в настройках детектора или выясните, почему он медлит; каждый ответ должен кончаться концом строки и сбросом буфера.</numerusform>
            <numerusform>Нет ответа за %n секунды. Увеличьте время ожидания в настройках детектора или выясните, почему он медлит; каждый ответ должен кончаться концом строки и сбросом буфера.</numerusform>
            <numerusform>Нет ответа за %n секунд. Увеличьте время ожидания в настройках детектора или выясните, почему он медлит; каждый ответ должен кончаться концом строки и сбросом буфера.</numerusform>
        </translation>
    </message>
    <message>
        <source>It crashed before it answered.</source>
        <translation>Сбой до ответа.</translation>
    </message>
    <message>
        <source>It ended with status %1 before it answered.</source>
        <translation>Завершился с кодом %1 до ответа.</translation>
    </message>
    <message>
        <source>It wrote on standard error: %1</source>
        <translation>В поток ошибок записано: %1</translation>
    </message>
    <message>
        <source>Parts of attributions that name a span which is not there were left out.</source>
        <translation>Части атрибуций со ссылкой на отсутствующий фрагмент пропущены.</translation>
    </message>
    <message>
        <source>Spans without fragments were left out.</source>
        <translation>Фрагменты без отрезков пропущены.</translation>
    </message>
    <message>
        <source>Mentions of a speaker that the answer does not list were left out.</source>
        <translation>Упоминания говорящего, которого нет в списке ответа, пропущены.</translation>
    </message>
    <message>
        <source>It answered with nothing.</source>
        <translation>Ответ пуст.</translation>
    </message>
    <message>
        <source>It answered with bytes that are not valid UTF-8: &quot;%1&quot;.</source>
        <translation>В ответе байты, недопустимые в UTF-8: «%1».</translation>
    </message>
    <message>
        <source>It answered with what is no JSON, or is cut short (%1, at byte %2): &quot;%3&quot;.</source>
        <translation>Ответ — не JSON или обрезан (%1, байт %2): «%3».</translation>
    </message>
    <message>
        <source>It answered with JSON that is no object: &quot;%1&quot;.</source>
        <translation>Ответ — JSON, но не объект: «%1».</translation>
    </message>
    <message>
        <source>It told an error: %1</source>
        <translation>Сообщение об ошибке: %1</translation>
    </message>
    <message>
        <source>It did not introduce itself: the first answer must hold &quot;name&quot;, &quot;version&quot; and &quot;protocol&quot;.</source>
        <translation>Детектор не представился: в первом ответе должны быть «name», «version» и «protocol».</translation>
    </message>
    <message>
        <source>It speaks version %1 of the protocol, Quoth speaks version %2.</source>
        <translation>Детектор говорит на версии %1 протокола, а Quoth — на версии %2.</translation>
    </message>
    <message>
        <source>(not told)</source>
        <translation>(не указано)</translation>
    </message>
    <message>
        <source>It answered to another article: &quot;id&quot; is not that of the question.</source>
        <translation>Ответ относится к другой статье: «id» не тот, что в запросе.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in its answer is no list.</source>
        <translation>«%1» в ответе — не список.</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing</name>
    <message>
        <source>The search was stopped.</source>
        <translation>Поиск остановлен.</translation>
    </message>
    <message>
        <source>same words as “%1”</source>
        <translation>те же слова, что и «%1»</translation>
    </message>
    <message numerus="yes">
        <source>suggest %n further place(s)</source>
        <translation>
            <numerusform>подсказки ещё в %n месте</numerusform>
            <numerusform>подсказки ещё в %n местах</numerusform>
            <numerusform>подсказки ещё в %n местах</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::BulkReview</name>
    <message numerus="yes">
        <source>accept %n item(s)</source>
        <translation>
            <numerusform>принятие %n элемента</numerusform>
            <numerusform>принятие %n элементов</numerusform>
            <numerusform>принятие %n элементов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reject %n item(s)</source>
        <translation>
            <numerusform>отклонение %n элемента</numerusform>
            <numerusform>отклонение %n элементов</numerusform>
            <numerusform>отклонение %n элементов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reopen %n item(s)</source>
        <translation>
            <numerusform>пересмотр %n элемента</numerusform>
            <numerusform>пересмотр %n элементов</numerusform>
            <numerusform>пересмотр %n элементов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>delete %n item(s)</source>
        <translation>
            <numerusform>удаление %n элемента</numerusform>
            <numerusform>удаление %n элементов</numerusform>
            <numerusform>удаление %n элементов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>relabel %n item(s) as %1</source>
        <translation>
            <numerusform>смена метки %n элемента на «%1»</numerusform>
            <numerusform>смена метки %n элементов на «%1»</numerusform>
            <numerusform>смена метки %n элементов на «%1»</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is done, and to which items</comment>
        <translation>%1 (%2)</translation>
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
        <translation>присвоение метки «%1»</translation>
    </message>
    <message>
        <source>move an edge</source>
        <translation>сдвиг границы</translation>
    </message>
    <message>
        <source>relabel as %1</source>
        <translation>смена метки на «%1»</translation>
    </message>
    <message>
        <source>change a note</source>
        <translation>изменение заметки</translation>
    </message>
    <message>
        <source>set %1</source>
        <translation>изменение атрибута «%1»</translation>
    </message>
    <message numerus="yes">
        <source>delete %n item(s)</source>
        <translation>
            <numerusform>удаление %n элемента</numerusform>
            <numerusform>удаление %n элементов</numerusform>
            <numerusform>удаление %n элементов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>accept %n item(s)</source>
        <translation>
            <numerusform>принятие %n элемента</numerusform>
            <numerusform>принятие %n элементов</numerusform>
            <numerusform>принятие %n элементов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reject %n item(s)</source>
        <translation>
            <numerusform>отклонение %n элемента</numerusform>
            <numerusform>отклонение %n элементов</numerusform>
            <numerusform>отклонение %n элементов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reopen %n item(s)</source>
        <translation>
            <numerusform>пересмотр %n элемента</numerusform>
            <numerusform>пересмотр %n элементов</numerusform>
            <numerusform>пересмотр %n элементов</numerusform>
        </translation>
    </message>
    <message>
        <source>set the speaker</source>
        <translation>указание говорящего</translation>
    </message>
    <message>
        <source>change the speaker %1</source>
        <translation>изменение говорящего %1</translation>
    </message>
    <message>
        <source>add an attribution</source>
        <translation>добавление атрибуции</translation>
    </message>
    <message>
        <source>fill the %1</source>
        <translation>заполнение роли «%1»</translation>
    </message>
    <message>
        <source>clear the %1</source>
        <translation>очистка роли «%1»</translation>
    </message>
    <message>
        <source>change the kind</source>
        <translation>смена вида</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::ReviewFilter</name>
    <message>
        <source>open</source>
        <translation>открытые</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>принятые</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>отклонённые</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>a range of confidence</comment>
        <translation>от %1 до %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>the least confidence</comment>
        <translation>от %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <comment>the greatest confidence</comment>
        <translation>до %1</translation>
    </message>
    <message>
        <source>made by %1</source>
        <translation>откуда: %1</translation>
    </message>
    <message>
        <source>made by people</source>
        <translation>созданные людьми</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>импортированные</translation>
    </message>
    <message>
        <source>found by detectors</source>
        <translation>найденные детекторами</translation>
    </message>
    <message>
        <source>without a speaker</source>
        <translation>без говорящего</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>с заметкой</translation>
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
        <translation>Новая метка</translation>
    </message>
    <message>
        <source>New frame</source>
        <translation>Новый фрейм</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>New label %1</source>
        <translation>Новая метка %1</translation>
    </message>
    <message>
        <source>New frame %1</source>
        <translation>Новый фрейм %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::SchemaStep</name>
    <message numerus="yes">
        <source>%n span(s) in the project have the label “%1”. Say which label they get instead.</source>
        <translation>
            <numerusform>В проекте метка «%1» у %n фрагмента. Укажите, какую метку он получит взамен.</numerusform>
            <numerusform>В проекте метка «%1» у %n фрагментов. Укажите, какую метку они получат взамен.</numerusform>
            <numerusform>В проекте метка «%1» у %n фрагментов. Укажите, какую метку они получат взамен.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind “%1”. Remove them first.</source>
        <translation>
            <numerusform>В проекте %n фрейм вида «%1». Сначала удалите его.</numerusform>
            <numerusform>В проекте %n фрейма вида «%1». Сначала удалите их.</numerusform>
            <numerusform>В проекте %n фреймов вида «%1». Сначала удалите их.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project fill the role “%1”. Take them out of it first.</source>
        <translation>
            <numerusform>В проекте роль «%1» заполняет %n фрагмент. Сначала уберите его из неё.</numerusform>
            <numerusform>В проекте роль «%1» заполняют %n фрагмента. Сначала уберите их из неё.</numerusform>
            <numerusform>В проекте роль «%1» заполняют %n фрагментов. Сначала уберите их из неё.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::SpeakerEdits</name>
    <message>
        <source>A speaker needs a name.</source>
        <translation>Говорящему нужно имя.</translation>
    </message>
    <message>
        <source>“%1” is no item of Wikidata: those are a Q and a number, like Q42.</source>
        <translation>«%1» — не элемент Викиданных: он состоит из Q и числа, например Q42.</translation>
    </message>
    <message>
        <source>“%1” is no colour of the form #rrggbb.</source>
        <translation>«%1» — не цвет вида #rrggbb.</translation>
    </message>
    <message>
        <source>There is a speaker called %1 already. Merge the two instead.</source>
        <translation>Говорящий с именем %1 уже есть. Лучше объедините их.</translation>
    </message>
    <message>
        <source>add the speaker %1</source>
        <translation>добавление говорящего %1</translation>
    </message>
    <message>
        <source>This speaker is gone.</source>
        <translation>Этого говорящего больше нет.</translation>
    </message>
    <message>
        <source>change the speaker %1</source>
        <translation>изменение говорящего %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 is mentioned in %n article(s). Merge the speaker with another one instead.</source>
        <translation>
            <numerusform>%1 упоминается в %n статье. Лучше объедините этого говорящего с другим.</numerusform>
            <numerusform>%1 упоминается в %n статьях. Лучше объедините этого говорящего с другим.</numerusform>
            <numerusform>%1 упоминается в %n статьях. Лучше объедините этого говорящего с другим.</numerusform>
        </translation>
    </message>
    <message>
        <source>delete the speaker %1</source>
        <translation>удаление говорящего %1</translation>
    </message>
    <message>
        <source>A speaker cannot be merged into itself: choose another one.</source>
        <translation>Говорящего нельзя объединить с самим собой: выберите другого.</translation>
    </message>
    <message>
        <source>merge %1 into %2</source>
        <translation>объединение: %1 → %2</translation>
    </message>
    <message numerus="yes">
        <source>merge %n speaker(s) into %1</source>
        <translation>
            <numerusform>объединение %n говорящего с %1</numerusform>
            <numerusform>объединение %n говорящих с %1</numerusform>
            <numerusform>объединение %n говорящих с %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the mentions that go to the new speaker.</source>
        <translation>Выберите упоминания, которые отойдут новому говорящему.</translation>
    </message>
    <message>
        <source>split %1 from %2</source>
        <translation>отделение: %1 от %2</translation>
    </message>
    <message>
        <source>%1 is not mentioned by these words.</source>
        <translation>Этими словами %1 не упоминается.</translation>
    </message>
    <message>
        <source>“%1” is always %2</source>
        <translation>«%1» — всегда %2</translation>
    </message>
    <message>
        <source>There is another speaker called %1, who is mentioned by other words too. Merge the two, or give that one another name, first.</source>
        <translation>Есть другой говорящий с именем %1, которого упоминают и другими словами. Сначала объедините их или переименуйте его.</translation>
    </message>
</context>
<context>
    <name>Quoth::Exchange</name>
    <message>
        <source>This is a table of annotations as Quoth writes it, not one of articles. To take annotations along, export them as &quot;jsonl&quot; and import that.</source>
        <translation>Это таблица аннотаций, записанная Quoth, а не таблица статей. Чтобы перенести аннотации, экспортируйте их как «jsonl» и импортируйте этот файл.</translation>
    </message>
    <message>
        <source>The table has no column &quot;%1&quot;; it has: %2.</source>
        <translation>В таблице нет столбца «%1»; есть: %2.</translation>
    </message>
    <message>
        <source>A column cannot be &quot;%1&quot;, only one of: %2.</source>
        <translation>Столбец не может быть «%1», только одним из: %2.</translation>
    </message>
    <message>
        <source>No column of the table is known to hold the articles&apos; text. Say which one does, with --columns text=NAME; it has: %1.</source>
        <translation>Ни один столбец таблицы не опознан как текст статей. Укажите его с помощью --columns text=NAME; есть: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not say which column is what, as in text=body; what it can be: %2.</source>
        <translation>«%1» не говорит, что в каком столбце, как в text=body; возможно: %2.</translation>
    </message>
    <message>
        <source>An article&apos;s id comes more than once; a number was added to it.</source>
        <translation>Идентификатор статьи повторяется; к нему добавлен номер.</translation>
    </message>
    <message>
        <source>The file holds no article. %1</source>
        <translation>В файле нет статей. %1</translation>
    </message>
    <message>
        <source>The file holds no article.</source>
        <translation>В файле нет статей.</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>столбец %1</translation>
    </message>
    <message>
        <source>The row has no text and was skipped.</source>
        <translation>В строке нет текста, она пропущена.</translation>
    </message>
    <message>
        <source>The row has more cells than the header.</source>
        <translation>В строке больше ячеек, чем в заголовке.</translation>
    </message>
    <message>
        <source>The table is empty.</source>
        <translation>Таблица пуста.</translation>
    </message>
    <message>
        <source>The table holds no article.</source>
        <translation>В таблице нет статей.</translation>
    </message>
    <message>
        <source>A span without characters was left out.</source>
        <translation>Фрагмент без символов пропущен.</translation>
    </message>
    <message>
        <source>A span outside the text was left out.</source>
        <translation>Фрагмент вне текста пропущен.</translation>
    </message>
    <message>
        <source>A line that is no annotation of brat&apos;s was skipped.</source>
        <translation>Строка, которая не является аннотацией brat, пропущена.</translation>
    </message>
    <message>
        <source>An equivalence was not kept.</source>
        <translation>Отношение эквивалентности не сохранено.</translation>
    </message>
    <message>
        <source>An annotation whose id is given twice was skipped.</source>
        <translation>Аннотация с повторным идентификатором пропущена.</translation>
    </message>
    <message>
        <source>Origins, confidences, explanations and speakers went into notes of the type &quot;Quoth&quot;.</source>
        <translation>Происхождение, уверенность, пояснения и говорящие записаны в заметки типа «Quoth».</translation>
    </message>
    <message>
        <source>Spans were cut at line breaks; notes keep how they were.</source>
        <translation>Фрагменты разрезаны по концам строк; исходный вид сохранён в заметках.</translation>
    </message>
    <message>
        <source>Annotations of nothing but line breaks were left out.</source>
        <translation>Аннотации из одних концов строк не записаны.</translation>
    </message>
    <message>
        <source>Articles&apos; ids were changed so that they can be file names.</source>
        <translation>Идентификаторы статей изменены, чтобы годились как имена файлов.</translation>
    </message>
    <message>
        <source>Articles lost their metadata, for which brat has no place.</source>
        <translation>Статьи потеряли метаданные: в brat для них нет места.</translation>
    </message>
    <message>
        <source>The folder could not be put in its place.</source>
        <translation>Не удалось поместить папку на место.</translation>
    </message>
    <message>
        <source>The file could not be put in its place.</source>
        <translation>Не удалось поместить файл на место.</translation>
    </message>
    <message>
        <source>brat standoff is a folder of files and cannot go to the standard output.</source>
        <translation>brat standoff — это папка с файлами, в стандартный вывод её не записать.</translation>
    </message>
    <message>
        <source>brat standoff is a folder, but there is a file of this name.</source>
        <translation>brat standoff — это папка, но файл с таким именем уже есть.</translation>
    </message>
    <message>
        <source>brat standoff</source>
        <translation>brat standoff</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>Нет такого файла или папки.</translation>
    </message>
    <message>
        <source>An annotation file without its text was skipped.</source>
        <translation>Файл аннотаций без текста пропущен.</translation>
    </message>
    <message>
        <source>The folder holds no text file.</source>
        <translation>В папке нет текстовых файлов.</translation>
    </message>
    <message>
        <source>A file was skipped. %1</source>
        <translation>Файл пропущен. %1</translation>
    </message>
    <message>
        <source>A fragment outside the text was dropped.</source>
        <translation>Отрезок вне текста отброшен.</translation>
    </message>
    <message>
        <source>A fragment without characters was dropped.</source>
        <translation>Отрезок без символов отброшен.</translation>
    </message>
    <message>
        <source>A span of which no fragment was left was dropped.</source>
        <translation>Фрагмент, от которого не осталось ни одного отрезка, отброшен.</translation>
    </message>
    <message>
        <source>A span&apos;s text is not what its offsets give; the offsets were believed.</source>
        <translation>Текст фрагмента не совпадает с тем, что дают смещения; взяты смещения.</translation>
    </message>
    <message>
        <source>An event&apos;s reference to a trigger that is not there was dropped.</source>
        <translation>Ссылка события на отсутствующий триггер отброшена.</translation>
    </message>
    <message>
        <source>An argument that is an event was replaced by that event&apos;s trigger.</source>
        <translation>Аргумент-событие заменён триггером этого события.</translation>
    </message>
    <message>
        <source>A role&apos;s reference to a span that is not there was dropped.</source>
        <translation>Ссылка роли на отсутствующий фрагмент отброшена.</translation>
    </message>
    <message>
        <source>An attribution of which no span was left was dropped.</source>
        <translation>Атрибуция, от которой не осталось фрагментов, отброшена.</translation>
    </message>
    <message>
        <source>A binary relation was not kept: it is no attribution.</source>
        <translation>Бинарное отношение не сохранено: это не атрибуция.</translation>
    </message>
    <message>
        <source>An attribute of something that is not there was dropped.</source>
        <translation>Атрибут отсутствующего элемента отброшен.</translation>
    </message>
    <message>
        <source>A note on something that is not there was dropped.</source>
        <translation>Заметка к отсутствующему элементу отброшена.</translation>
    </message>
    <message>
        <source>A normalisation was not kept: it is no reference of a span to Wikidata.</source>
        <translation>Нормализация не сохранена: это не ссылка фрагмента на Викиданные.</translation>
    </message>
    <message>
        <source>The offsets count CRLF as two characters and were read so.</source>
        <translation>Смещения считают CRLF за два символа; так они и прочитаны.</translation>
    </message>
    <message>
        <source>Attributes that are no texts, or are named as no feature may be, went as JSON into the feature &quot;attributes&quot;.</source>
        <translation>Атрибуты, которые не являются текстом или имя которых не годится для признака, записаны как JSON в признак «attributes».</translation>
    </message>
    <message>
        <source>UIMA CAS JSON (INCEpTION)</source>
        <translation>UIMA CAS JSON (INCEpTION)</translation>
    </message>
    <message>
        <source>This is no JSON: %1, at byte %2.</source>
        <translation>Это не JSON: %1, байт %2.</translation>
    </message>
    <message>
        <source>This is no UIMA CAS: there is no &quot;%1&quot;.</source>
        <translation>Это не UIMA CAS: нет «%1».</translation>
    </message>
    <message>
        <source>Annotations of another view than the first with a text were dropped.</source>
        <translation>Аннотации других представлений, кроме первого с текстом, отброшены.</translation>
    </message>
    <message>
        <source>References to arrays that very many structures share were dropped.</source>
        <translation>Ссылки на массивы, общие для слишком многих структур, отброшены.</translation>
    </message>
    <message>
        <source>A structure without a type was dropped.</source>
        <translation>Структура без типа отброшена.</translation>
    </message>
    <message>
        <source>%1, structure %2</source>
        <translation>%1, структура %2</translation>
    </message>
    <message>
        <source>An id is given twice; references mean the first one.</source>
        <translation>Идентификатор повторяется; ссылки указывают на первый.</translation>
    </message>
    <message>
        <source>An annotation lies outside the text and was dropped.</source>
        <translation>Аннотация лежит вне текста и отброшена.</translation>
    </message>
    <message>
        <source>An annotation without characters was dropped.</source>
        <translation>Аннотация без символов отброшена.</translation>
    </message>
    <message>
        <source>Annotations of words and syntax were not taken in.</source>
        <translation>Аннотации слов и синтаксиса не взяты.</translation>
    </message>
    <message>
        <source>A link to something that is not there was dropped.</source>
        <translation>Связь с отсутствующим элементом отброшена.</translation>
    </message>
    <message>
        <source>Chains were not taken in, only their links.</source>
        <translation>Цепочки не взяты, только их звенья.</translation>
    </message>
    <message>
        <source>An attribution without any span was dropped.</source>
        <translation>Атрибуция без единого фрагмента отброшена.</translation>
    </message>
    <message>
        <source>There is no text in it.</source>
        <translation>В нём нет текста.</translation>
    </message>
    <message>
        <source>A file of the suffix .%1 holds one article. Export several to a .zip.</source>
        <translation>Файл с суффиксом .%1 содержит одну статью. Несколько статей экспортируйте в .zip.</translation>
    </message>
    <message>
        <source>Spans that are no claims were left out.</source>
        <translation>Фрагменты, не являющиеся утверждениями, не записаны.</translation>
    </message>
    <message>
        <source>Attributions were left out; claimants come from them.</source>
        <translation>Атрибуции не записаны; из них взяты только авторы утверждений.</translation>
    </message>
    <message>
        <source>The articles&apos; texts and further metadata were left out.</source>
        <translation>Тексты статей и прочие метаданные не записаны.</translation>
    </message>
    <message>
        <source>States, origins, confidences and explanations of claims were left out.</source>
        <translation>Состояние, происхождение, уверенность и пояснения утверждений не записаны.</translation>
    </message>
    <message>
        <source>Notes and attributes of claims were left out.</source>
        <translation>Заметки и атрибуты утверждений не записаны.</translation>
    </message>
    <message>
        <source>The places of claims in the text were left out.</source>
        <translation>Места утверждений в тексте не записаны.</translation>
    </message>
    <message>
        <source>Claims in several pieces were joined by &quot; … &quot;.</source>
        <translation>Утверждения из нескольких отрезков соединены знаком « … ».</translation>
    </message>
    <message>
        <source>Claims for schema.org</source>
        <translation>Утверждения для schema.org</translation>
    </message>
    <message>
        <source>Articles without words were left out.</source>
        <translation>Статьи без слов не записаны.</translation>
    </message>
    <message>
        <source>States, which have no column: what was not accepted looks like the rest.</source>
        <translation>Для состояния нет столбца: непринятое выглядит как остальное.</translation>
    </message>
    <message>
        <source>Confidences have no column.</source>
        <translation>Для уверенности нет столбца.</translation>
    </message>
    <message>
        <source>Origins and explanations have no column.</source>
        <translation>Для происхождения и пояснений нет столбца.</translation>
    </message>
    <message>
        <source>Notes have no column.</source>
        <translation>Для заметок нет столбца.</translation>
    </message>
    <message>
        <source>Attributes have no column.</source>
        <translation>Для атрибутов нет столбца.</translation>
    </message>
    <message>
        <source>Speakers have no column.</source>
        <translation>Для говорящих нет столбца.</translation>
    </message>
    <message>
        <source>Spans in several pieces became as many spans.</source>
        <translation>Фрагменты из нескольких отрезков стали отдельными фрагментами.</translation>
    </message>
    <message>
        <source>Attributions have no place; their spans were written.</source>
        <translation>Для атрибуций нет места; записаны их фрагменты.</translation>
    </message>
    <message>
        <source>Articles lost their id and metadata.</source>
        <translation>Статьи потеряли идентификатор и метаданные.</translation>
    </message>
    <message>
        <source>Articles lost the blanks and line ends between their words.</source>
        <translation>Статьи потеряли пробелы и концы строк между словами.</translation>
    </message>
    <message>
        <source>Spans were left out because one with more words holds their place: a word has one label.</source>
        <translation>Фрагменты не записаны, если их место занял более длинный: у слова одна метка.</translation>
    </message>
    <message>
        <source>CoNLL-2003, four columns</source>
        <translation>CoNLL-2003, четыре столбца</translation>
    </message>
    <message>
        <source>CoNLL-2002, two columns</source>
        <translation>CoNLL-2002, два столбца</translation>
    </message>
    <message>
        <source>CoNLL, two columns, IOBES</source>
        <translation>CoNLL, два столбца, IOBES</translation>
    </message>
    <message>
        <source>CoNLL, columns for each label</source>
        <translation>CoNLL, столбцы для каждой метки</translation>
    </message>
    <message>
        <source>A line has not as many columns as the others; what it lacks was taken as O.</source>
        <translation>В строке меньше столбцов, чем в других; недостающее принято за O.</translation>
    </message>
    <message>
        <source>All of spans and attributions but their words, labels and roles went into a comment that only Quoth reads.</source>
        <translation>Всё о фрагментах и атрибуциях, кроме слов, меток и ролей, записано в комментарий, который читает только Quoth.</translation>
    </message>
    <message>
        <source>Articles&apos; metadata went into a comment that only Quoth reads.</source>
        <translation>Метаданные статей записаны в комментарий, который читает только Quoth.</translation>
    </message>
    <message>
        <source>CoNLL-U</source>
        <translation>CoNLL-U</translation>
    </message>
    <message>
        <source>A line that is no word of CoNLL-U was skipped.</source>
        <translation>Строка, которая не является словом CoNLL-U, пропущена.</translation>
    </message>
    <message>
        <source>The details of an article are no JSON and were left out.</source>
        <translation>Сведения о статье — не JSON и пропущены.</translation>
    </message>
    <message>
        <source>A span that is not of the form B-Label:id was dropped.</source>
        <translation>Фрагмент не вида B-Label:id отброшен.</translation>
    </message>
    <message>
        <source>Spans of nothing but blanks were left out.</source>
        <translation>Фрагменты из одних пробелов не записаны.</translation>
    </message>
    <message>
        <source>Spans lost the blanks that they begin or end with.</source>
        <translation>Фрагменты потеряли пробелы в начале и в конце.</translation>
    </message>
    <message>
        <source>Cells that look like formulas got an apostrophe before them.</source>
        <translation>Перед содержимым ячеек, похожим на формулу, поставлен апостроф.</translation>
    </message>
    <message>
        <source>Table for spreadsheets</source>
        <translation>Электронная таблица (CSV)</translation>
    </message>
    <message>
        <source>Table with tabs</source>
        <translation>Таблица с табуляцией</translation>
    </message>
    <message>
        <source>A quotation mark is not closed: the cell goes on to the end of the file.</source>
        <translation>Кавычка не закрыта: ячейка тянется до конца файла.</translation>
    </message>
    <message>
        <source>doccano JSON Lines, counting grapheme clusters</source>
        <translation>doccano JSON Lines, счёт в графемных кластерах</translation>
    </message>
    <message>
        <source>doccano JSON Lines</source>
        <translation>doccano JSON Lines</translation>
    </message>
    <message>
        <source>Suggestions look like labels that were given; Quoth finds their state beside the text.</source>
        <translation>Подсказки выглядят как поставленные метки; их состояние Quoth находит рядом с текстом.</translation>
    </message>
    <message>
        <source>Confidences, explanations, speakers, notes and attributes of spans were kept beside the text, where Quoth finds them.</source>
        <translation>Уверенность, пояснения, говорящие, заметки и атрибуты фрагментов сохранены рядом с текстом, где их находит Quoth.</translation>
    </message>
    <message>
        <source>Spans that begin or end within a character (a grapheme cluster) show the whole of it; Quoth finds the exact place beside the text.</source>
        <translation>Фрагменты, которые начинаются или кончаются внутри символа (графемного кластера), показывают его целиком; точное место Quoth находит рядом с текстом.</translation>
    </message>
    <message>
        <source>Spans overlap: doccano takes them only into projects that allow it, and drops them elsewhere.</source>
        <translation>Фрагменты перекрываются: doccano примет их только в проектах, где это разрешено, в остальных отбросит.</translation>
    </message>
    <message>
        <source>Labels that are no list were left out.</source>
        <translation>Метки, которые не являются списком, пропущены.</translation>
    </message>
    <message>
        <source>A label that belongs to no place in the text was left out.</source>
        <translation>Метка, не относящаяся ни к одному месту текста, пропущена.</translation>
    </message>
    <message>
        <source>A span whose offsets are no whole numbers was left out.</source>
        <translation>Фрагмент, смещения которого — не целые числа, пропущен.</translation>
    </message>
    <message>
        <source>A span without a label was left out.</source>
        <translation>Фрагмент без метки пропущен.</translation>
    </message>
    <message>
        <source>A span&apos;s id is given twice; references mean the first.</source>
        <translation>Идентификатор фрагмента повторяется; ссылки указывают на первый.</translation>
    </message>
    <message>
        <source>A relation of a span that is not there was left out.</source>
        <translation>Отношение с отсутствующим фрагментом пропущено.</translation>
    </message>
    <message>
        <source>The file holds no text.</source>
        <translation>В файле нет текста.</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Документ Word</translation>
    </message>
    <message>
        <source>The archive holds no Word document.</source>
        <translation>В архиве нет документа Word.</translation>
    </message>
    <message>
        <source>EPUB book</source>
        <translation>Книга EPUB</translation>
    </message>
    <message>
        <source>The archive holds no EPUB.</source>
        <translation>В архиве нет EPUB.</translation>
    </message>
    <message>
        <source>The book is locked (DRM) and cannot be read.</source>
        <translation>Книга защищена (DRM) и не читается.</translation>
    </message>
    <message>
        <source>A document of the book was left out. %1</source>
        <translation>Один из документов книги пропущен. %1</translation>
    </message>
    <message>
        <source>The page&apos;s elements are nested too deep to be read.</source>
        <translation>Элементы страницы вложены слишком глубоко, чтобы их прочесть.</translation>
    </message>
    <message>
        <source>Notes at the foot or the end were left out.</source>
        <translation>Сноски и примечания в конце пропущены.</translation>
    </message>
    <message>
        <source>The book names no documents with text.</source>
        <translation>В книге не указаны документы с текстом.</translation>
    </message>
    <message>
        <source>Role fillers were left out because their spans are in a state that is not exported.</source>
        <translation>Заполнители ролей не записаны, потому что их фрагменты в состоянии, которое не экспортируется.</translation>
    </message>
    <message>
        <source>Attributions were left out because none of their spans is exported.</source>
        <translation>Атрибуции не записаны, потому что ни один их фрагмент не экспортируется.</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>Это папка, а не файл.</translation>
    </message>
    <message>
        <source>The file is larger than an article may be (1 GiB).</source>
        <translation>Файл больше допустимого для статьи (1 ГиБ).</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Файл пуст.</translation>
    </message>
    <message>
        <source>This is no text: it seems to be %1.</source>
        <translation>Это не текст: похоже на %1.</translation>
    </message>
    <message>
        <source>Bytes that are not valid %1 became U+FFFD.</source>
        <translation>Байты, недопустимые в %1, заменены на U+FFFD.</translation>
    </message>
    <message>
        <source>The import was cancelled.</source>
        <translation>Импорт отменён.</translation>
    </message>
    <message>
        <source>Spans that other programs would take for valid ones were only kept beside the text, where Quoth finds them.</source>
        <translation>Фрагменты, которые другие программы сочли бы действительными, сохранены только рядом с текстом, где их находит Quoth.</translation>
    </message>
    <message>
        <source>Interrupted spans became regions joined by relations.</source>
        <translation>Прерванные фрагменты стали областями, соединёнными отношениями.</translation>
    </message>
    <message>
        <source>Attributions with one filler have no relation that shows them; they were kept beside the text, where Quoth finds them.</source>
        <translation>У атрибуций с одним заполнителем нет отношения, которое бы их показало; они сохранены рядом с текстом, где их находит Quoth.</translation>
    </message>
    <message>
        <source>Role fillers of attributions that differ from them in state have no relation; they were kept beside the text, where Quoth finds them.</source>
        <translation>У заполнителей ролей, состояние которых иное, чем у атрибуции, нет отношения; они сохранены рядом с текстом, где их находит Quoth.</translation>
    </message>
    <message>
        <source>Attributions that share a cue look like one to other programs.</source>
        <translation>Атрибуции с общим маркером в других программах выглядят как одна.</translation>
    </message>
    <message>
        <source>Kinds, speakers, notes, confidences and further attributes of attributions were kept beside the text, where Quoth finds them.</source>
        <translation>Виды, говорящие, заметки, уверенность и прочие атрибуты атрибуций сохранены рядом с текстом, где их находит Quoth.</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>Документ PDF</translation>
    </message>
    <message>
        <source>This Quoth was built without Poppler (libpoppler-qt6-dev). Convert the file first: pdftotext FILE.pdf.</source>
        <translation>Эта версия Quoth собрана без Poppler (libpoppler-qt6-dev). Сначала преобразуйте файл: pdftotext FILE.pdf.</translation>
    </message>
    <message>
        <source>This Quoth was built without libzip (libzip-dev) and knows no zip archives.</source>
        <translation>Эта версия Quoth собрана без libzip (libzip-dev) и не работает с архивами zip.</translation>
    </message>
    <message>
        <source>No known format fits. Name the format to read it as.</source>
        <translation>Ни один известный формат не подходит. Укажите, в каком формате читать файл.</translation>
    </message>
    <message>
        <source>The format &quot;%1&quot; cannot be read.</source>
        <translation>Формат «%1» не читается.</translation>
    </message>
    <message>
        <source>The page is not in the encoding that it declares (%1); another was detected.</source>
        <translation>Страница не в той кодировке, которую объявляет (%1); определена другая.</translation>
    </message>
    <message>
        <source>No article was found on the page.</source>
        <translation>На странице не найдено статьи.</translation>
    </message>
    <message>
        <source>Saved web page</source>
        <translation>Сохранённая веб-страница</translation>
    </message>
    <message>
        <source>%1 and further places</source>
        <translation>%1 и другие места</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, строка %2</translation>
    </message>
    <message>
        <source>Quoth JSON Lines</source>
        <translation>Quoth JSON Lines</translation>
    </message>
    <message>
        <source>The record is of the format &quot;%1&quot;; what &quot;%2&quot; knows of it was read.</source>
        <translation>Запись в формате «%1»; прочитано то, что в ней знает «%2».</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>это не объект</translation>
    </message>
    <message>
        <source>The line is not a JSON record (%1) and was skipped.</source>
        <translation>Строка — не запись JSON (%1) и пропущена.</translation>
    </message>
    <message>
        <source>The line is longer than a record may be and was skipped.</source>
        <translation>Строка длиннее, чем может быть запись, и пропущена.</translation>
    </message>
    <message>
        <source>The labelling configuration was not written: a file of another kind has its name, %1.</source>
        <translation>Конфигурация разметки не записана: её имя занято файлом другого вида, %1.</translation>
    </message>
    <message>
        <source>Label Studio tasks</source>
        <translation>Задачи Label Studio</translation>
    </message>
    <message>
        <source>%1, task %2</source>
        <translation>%1, задача %2</translation>
    </message>
    <message>
        <source>A task could not be read (%1) and was skipped.</source>
        <translation>Задача не читается (%1) и пропущена.</translation>
    </message>
    <message>
        <source>The file ends before its list of tasks does.</source>
        <translation>Файл кончается раньше, чем список задач в нём.</translation>
    </message>
    <message>
        <source>A task has annotations by several people; what they have in common was read once.</source>
        <translation>У задачи аннотации от нескольких людей; общее в них прочитано один раз.</translation>
    </message>
    <message>
        <source>A score that is no number from 0 to 1 was left out.</source>
        <translation>Оценка, которая не является числом от 0 до 1, пропущена.</translation>
    </message>
    <message>
        <source>An annotation without a list of results was left out.</source>
        <translation>Аннотация без списка результатов пропущена.</translation>
    </message>
    <message>
        <source>Results of the type &quot;%1&quot; were left out: labels, relations, choices and text areas are read.</source>
        <translation>Результаты типа «%1» пропущены: читаются метки, отношения, варианты выбора и текстовые поля.</translation>
    </message>
    <message>
        <source>Choices and texts that belong to no span were left out.</source>
        <translation>Варианты выбора и тексты, не относящиеся ни к одному фрагменту, пропущены.</translation>
    </message>
    <message>
        <source>A task&apos;s data has no &quot;text&quot;; the longest of its fields was taken for it.</source>
        <translation>В данных задачи нет «text»; за него принято самое длинное поле.</translation>
    </message>
    <message>
        <source>Confidences, explanations, speakers and attributes of spans that Label Studio has no place for were kept in the task&apos;s &quot;meta&quot;.</source>
        <translation>Уверенность, пояснения, говорящие и атрибуты фрагментов, для которых в Label Studio нет места, сохранены в «meta» задачи.</translation>
    </message>
    <message>
        <source>Web page with its pictures</source>
        <translation>Веб-страница с картинками</translation>
    </message>
    <message>
        <source>No web page was found in the file.</source>
        <translation>В файле не найдено веб-страницы.</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>Текст OpenDocument</translation>
    </message>
    <message>
        <source>The archive holds no OpenDocument text.</source>
        <translation>В архиве нет текста OpenDocument.</translation>
    </message>
    <message>
        <source>The document is encrypted. Save it without a password.</source>
        <translation>Документ зашифрован. Сохраните его без пароля.</translation>
    </message>
    <message>
        <source>%1 What stands before that was taken.</source>
        <translation>%1 То, что стоит раньше, взято.</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>стандартный вывод</translation>
    </message>
    <message>
        <source>This is no PDF document, or it is damaged.</source>
        <translation>Это не документ PDF, или он повреждён.</translation>
    </message>
    <message>
        <source>The document holds no text, only pictures of it. Run a text recognition over it first, such as ocrmypdf.</source>
        <translation>В документе нет текста, только его изображения. Сначала распознайте текст, например программой ocrmypdf.</translation>
    </message>
    <message>
        <source>Words that are written from right to left may stand in the wrong order.</source>
        <translation>Слова, которые пишутся справа налево, могут стоять не по порядку.</translation>
    </message>
    <message>
        <source>Prodigy JSON Lines</source>
        <translation>Prodigy JSON Lines</translation>
    </message>
    <message>
        <source>The spans of a rejected record were read as rejected.</source>
        <translation>Фрагменты отклонённой записи прочитаны как отклонённые.</translation>
    </message>
    <message>
        <source>The spans of a record that was passed over were read as suggestions.</source>
        <translation>Фрагменты пропущенной записи прочитаны как подсказки.</translation>
    </message>
    <message>
        <source>An answer that is not accept, reject or ignore was passed over.</source>
        <translation>Ответ, отличный от accept, reject и ignore, пропущен.</translation>
    </message>
    <message>
        <source>Suggestions stand in records without an answer, with what is accepted of the article; Quoth finds their state beside the text.</source>
        <translation>Подсказки стоят в записях без ответа вместе с принятым в статье; их состояние Quoth находит рядом с текстом.</translation>
    </message>
    <message>
        <source>The text of a note could not be read. %1</source>
        <translation>Текст заметки не читается. %1</translation>
    </message>
    <message>
        <source>A source was left out. %1</source>
        <translation>Источник пропущен. %1</translation>
    </message>
    <message>
        <source>A source was left out: it has no text.</source>
        <translation>Источник пропущен: в нём нет текста.</translation>
    </message>
    <message>
        <source>The project holds no text that could be read.</source>
        <translation>В проекте нет текста, который можно прочесть.</translation>
    </message>
    <message>
        <source>This is no project of the REFI-QDA standard.</source>
        <translation>Это не проект стандарта REFI-QDA.</translation>
    </message>
    <message>
        <source>The project is of an unknown version of the standard (%1); it was read as 1.0.</source>
        <translation>Проект неизвестной версии стандарта (%1); прочитан как 1.0.</translation>
    </message>
    <message>
        <source>its codes are nested too deep</source>
        <translation>коды вложены слишком глубоко</translation>
    </message>
    <message>
        <source>A selection without positions was dropped.</source>
        <translation>Выделение без позиций отброшено.</translation>
    </message>
    <message>
        <source>A selection&apos;s GUID is given twice; references mean the first.</source>
        <translation>GUID выделения повторяется; ссылки указывают на первое.</translation>
    </message>
    <message>
        <source>A selection without characters was dropped.</source>
        <translation>Выделение без символов отброшено.</translation>
    </message>
    <message>
        <source>A selection outside the text was dropped.</source>
        <translation>Выделение вне текста отброшено.</translation>
    </message>
    <message>
        <source>A piece of a span whose first piece is not there became a span of its own.</source>
        <translation>Отрезок фрагмента, первого отрезка которого нет, стал отдельным фрагментом.</translation>
    </message>
    <message>
        <source>A selection without a code was dropped.</source>
        <translation>Выделение без кода отброшено.</translation>
    </message>
    <message>
        <source>A coding whose code is not there was dropped.</source>
        <translation>Кодирование с отсутствующим кодом отброшено.</translation>
    </message>
    <message>
        <source>A note that is not there was not kept.</source>
        <translation>Отсутствующая заметка не сохранена.</translation>
    </message>
    <message>
        <source>A speaker that is not there was not kept.</source>
        <translation>Отсутствующий говорящий не сохранён.</translation>
    </message>
    <message>
        <source>The positions of a source fit its text only if they are counted in an unusual way, and were read so.</source>
        <translation>Позиции в источнике подходят к тексту лишь при необычном счёте; так они и прочитаны.</translation>
    </message>
    <message>
        <source>Codes of a whole source were not kept.</source>
        <translation>Коды целого источника не сохранены.</translation>
    </message>
    <message>
        <source>Links were not kept: they join no parts of an attribution.</source>
        <translation>Связи не сохранены: они не соединяют части атрибуции.</translation>
    </message>
    <message>
        <source>Selections of cases were not kept: their label names no speaker.</source>
        <translation>Выделения случаев не сохранены: их метка не называет говорящего.</translation>
    </message>
    <message>
        <source>Sources that have no text (pictures, sound, films, pages) were not read.</source>
        <translation>Источники без текста (изображения, звук, фильмы, страницы) не прочитаны.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Spans in several pieces became selections that are linked.</source>
        <translation>Фрагменты из нескольких отрезков стали связанными выделениями.</translation>
    </message>
    <message>
        <source>Suggested and rejected annotations stand among the others; only descriptions tell them apart.</source>
        <translation>Предложенные и отклонённые аннотации стоят среди остальных; их отличают только описания.</translation>
    </message>
    <message>
        <source>What REFI-QDA has no place for (origin, confidence, attributes and the like) stands in descriptions.</source>
        <translation>То, для чего в REFI-QDA нет места (происхождение, уверенность, атрибуты и подобное), записано в описания.</translation>
    </message>
    <message>
        <source>Attributions without spans were left out.</source>
        <translation>Атрибуции без фрагментов не записаны.</translation>
    </message>
    <message>
        <source>Speaker: %1</source>
        <translation>Говорящий: %1</translation>
    </message>
    <message>
        <source>A codebook holds labels only: articles are not in it.</source>
        <translation>Книга кодов содержит только метки: статей в ней нет.</translation>
    </message>
    <message>
        <source>A codebook holds labels only: annotations are not in it.</source>
        <translation>Книга кодов содержит только метки: аннотаций в ней нет.</translation>
    </message>
    <message>
        <source>There is no label to write.</source>
        <translation>Нет меток для записи.</translation>
    </message>
    <message>
        <source>REFI-QDA project</source>
        <translation>Проект REFI-QDA</translation>
    </message>
    <message>
        <source>REFI-QDA codebook</source>
        <translation>Книга кодов REFI-QDA</translation>
    </message>
    <message>
        <source>The archive has no project.qde: it is no project of the REFI-QDA standard.</source>
        <translation>В архиве нет project.qde: это не проект стандарта REFI-QDA.</translation>
    </message>
    <message>
        <source>The text lies outside the archive (&quot;%1&quot;).</source>
        <translation>Текст лежит вне архива («%1»).</translation>
    </message>
    <message>
        <source>The record has no &quot;text&quot; and was skipped.</source>
        <translation>В записи нет «text», она пропущена.</translation>
    </message>
    <message>
        <source>speaker %1</source>
        <translation>говорящий %1</translation>
    </message>
    <message>
        <source>A speaker without a name was dropped.</source>
        <translation>Говорящий без имени отброшен.</translation>
    </message>
    <message>
        <source>A speaker&apos;s id is given twice; references mean the first.</source>
        <translation>Идентификатор говорящего повторяется; ссылки указывают на первого.</translation>
    </message>
    <message>
        <source>A speaker&apos;s type is not known; it became a person.</source>
        <translation>Тип говорящего неизвестен; взята персона.</translation>
    </message>
    <message>
        <source>A speaker&apos;s colour is none of the form #rrggbb; it was dropped.</source>
        <translation>Цвет говорящего — не вида #rrggbb и отброшен.</translation>
    </message>
    <message>
        <source>A fragment that is no pair of whole numbers was dropped.</source>
        <translation>Отрезок, который не является парой целых чисел, отброшен.</translation>
    </message>
    <message>
        <source>A fragment that ends before it begins was dropped.</source>
        <translation>Отрезок, который кончается раньше, чем начинается, отброшен.</translation>
    </message>
    <message>
        <source>Fragments that are no list were dropped.</source>
        <translation>Отрезки, которые не являются списком, отброшены.</translation>
    </message>
    <message>
        <source>A state is not known and was taken as &quot;%1&quot;.</source>
        <translation>Состояние неизвестно и принято за «%1».</translation>
    </message>
    <message>
        <source>A confidence that is no number from 0 to 1 was dropped.</source>
        <translation>Уверенность, которая не является числом от 0 до 1, отброшена.</translation>
    </message>
    <message>
        <source>A reference to a speaker that is not listed was dropped.</source>
        <translation>Ссылка на говорящего, которого нет в списке, отброшена.</translation>
    </message>
    <message>
        <source>span %1</source>
        <translation>фрагмент %1</translation>
    </message>
    <message>
        <source>A span without a label was dropped.</source>
        <translation>Фрагмент без метки отброшен.</translation>
    </message>
    <message>
        <source>claim %1</source>
        <translation>утверждение %1</translation>
    </message>
    <message>
        <source>A claim of which no fragment was left was dropped.</source>
        <translation>Утверждение, от которого не осталось ни одного отрезка, отброшено.</translation>
    </message>
    <message>
        <source>attribution %1</source>
        <translation>атрибуция %1</translation>
    </message>
    <message>
        <source>A kind that is not direct, indirect or mixed was dropped.</source>
        <translation>Вид, отличный от direct, indirect и mixed, отброшен.</translation>
    </message>
    <message>
        <source>An attribution&apos;s id is given twice; both were kept.</source>
        <translation>Идентификатор атрибуции повторяется; сохранены обе.</translation>
    </message>
    <message>
        <source>it has no %1</source>
        <translation>в ней нет %1</translation>
    </message>
    <message>
        <source>its %1 is not of a release by Quoth</source>
        <translation>её %1 — не от выпуска Quoth</translation>
    </message>
    <message>
        <source>the release had no folder %1</source>
        <translation>в выпуске не было папки %1</translation>
    </message>
    <message>
        <source>the release had no file %1</source>
        <translation>в выпуске не было файла %1</translation>
    </message>
    <message>
        <source>%1 was changed since</source>
        <translation>%1 с тех пор изменён</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 отсутствует</translation>
    </message>
    <message>
        <source>A release is a folder, but there is a file or link of this name.</source>
        <translation>Выпуск — это папка, но файл или ссылка с таким именем уже есть.</translation>
    </message>
    <message>
        <source>The folder holds something else than an untouched release (%1) and was left alone. Choose another one.</source>
        <translation>В папке не нетронутый выпуск, а что-то другое (%1), и она оставлена как есть. Выберите другую.</translation>
    </message>
    <message>
        <source>Titles were left out.</source>
        <translation>Заголовки не записаны.</translation>
    </message>
    <message>
        <source>Further metadata was left out.</source>
        <translation>Прочие метаданные не записаны.</translation>
    </message>
    <message>
        <source>Attributes in free words were left out.</source>
        <translation>Атрибуты со свободным текстом не записаны.</translation>
    </message>
    <message>
        <source>Explanations were left out.</source>
        <translation>Пояснения не записаны.</translation>
    </message>
    <message>
        <source>Notes were left out.</source>
        <translation>Заметки не записаны.</translation>
    </message>
    <message>
        <source>Rich Text Format</source>
        <translation>Rich Text Format</translation>
    </message>
    <message>
        <source>Groups are nested too deep; what stands before that was taken.</source>
        <translation>Группы вложены слишком глубоко; взято то, что стоит раньше.</translation>
    </message>
    <message>
        <source>The file is cut short.</source>
        <translation>Файл обрезан.</translation>
    </message>
    <message>
        <source>This is no RTF document.</source>
        <translation>Это не документ RTF.</translation>
    </message>
    <message>
        <source>Articles without annotations have no row.</source>
        <translation>Для статей без аннотаций нет строк.</translation>
    </message>
    <message>
        <source>Texts in several pieces were joined by &quot; … &quot;; the offsets keep the pieces.</source>
        <translation>Тексты из нескольких отрезков соединены знаком « … »; отрезки сохранены в смещениях.</translation>
    </message>
    <message>
        <source>Role fillers of roles other than source, cue and content have no column.</source>
        <translation>Для заполнителей ролей, кроме источника, маркера и содержания, нет столбца.</translation>
    </message>
    <message>
        <source>TEI P5</source>
        <translation>TEI P5</translation>
    </message>
    <message>
        <source>The file has a document type declaration, which is not read: it could hide what it wants to be read. Take it out.</source>
        <translation>В файле есть объявление типа документа, оно не читается: за ним можно скрыть что угодно. Удалите его.</translation>
    </message>
    <message>
        <source>This is not well-formed XML (%1).</source>
        <translation>Это не правильно построенный XML (%1).</translation>
    </message>
    <message>
        <source>The rest of the file was not read: it is not well-formed XML (%1).</source>
        <translation>Остаток файла не прочитан: это не правильно построенный XML (%1).</translation>
    </message>
    <message>
        <source>A second text of the same TEI element was skipped.</source>
        <translation>Второй текст того же элемента TEI пропущен.</translation>
    </message>
    <message>
        <source>A TEI element without text was skipped.</source>
        <translation>Элемент TEI без текста пропущен.</translation>
    </message>
    <message>
        <source>An article that breaks off was skipped.</source>
        <translation>Обрывающаяся статья пропущена.</translation>
    </message>
    <message>
        <source>Notes, deletions and the like are no part of the text and were left out.</source>
        <translation>Примечания, зачёркнутое и подобное не входят в текст и пропущены.</translation>
    </message>
    <message>
        <source>An id that was given before was not taken.</source>
        <translation>Идентификатор, который уже встречался, не взят.</translation>
    </message>
    <message>
        <source>A speaker that the header does not list was named after its id.</source>
        <translation>Говорящий, которого нет в заголовке, назван по его идентификатору.</translation>
    </message>
    <message>
        <source>A span whose place is not in the text was dropped.</source>
        <translation>Фрагмент, места которого нет в тексте, отброшен.</translation>
    </message>
    <message>
        <source>Pieces of spans whose first piece is not there were dropped.</source>
        <translation>Отрезки фрагментов, первого отрезка которых нет, отброшены.</translation>
    </message>
    <message>
        <source>A quotation without text was dropped.</source>
        <translation>Цитата без текста отброшена.</translation>
    </message>
    <message>
        <source>Of several speakers of one quotation the first was taken.</source>
        <translation>Из нескольких говорящих одной цитаты взят первый.</translation>
    </message>
    <message>
        <source>A link that does not say what its targets do was dropped.</source>
        <translation>Связь, в которой не указано, что делают её концы, отброшена.</translation>
    </message>
    <message>
        <source>Control characters that XML cannot hold became blanks.</source>
        <translation>Управляющие символы, недопустимые в XML, заменены на пробелы.</translation>
    </message>
    <message>
        <source>The encoding &quot;%1&quot; is not known.</source>
        <translation>Кодировка «%1» неизвестна.</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Простой текст</translation>
    </message>
    <message>
        <source>This is no WebAnno TSV of version 3.</source>
        <translation>Это не WebAnno TSV версии 3.</translation>
    </message>
    <message>
        <source>A sentence without words was dropped.</source>
        <translation>Предложение без слов отброшено.</translation>
    </message>
    <message>
        <source>The line is no row of WebAnno TSV and was skipped.</source>
        <translation>Строка — не строка WebAnno TSV и пропущена.</translation>
    </message>
    <message>
        <source>The row has too few columns.</source>
        <translation>В строке слишком мало столбцов.</translation>
    </message>
    <message>
        <source>The offsets do not fit the sentences before; the texts were believed.</source>
        <translation>Смещения не подходят к предложениям выше; взяты тексты.</translation>
    </message>
    <message>
        <source>Articles without words lost their text, for which WebAnno TSV has no place.</source>
        <translation>Статьи без слов потеряли текст: в WebAnno TSV для него нет места.</translation>
    </message>
    <message>
        <source>Annotations in articles without words were left out.</source>
        <translation>Аннотации в статьях без слов не записаны.</translation>
    </message>
    <message>
        <source>Spans that begin or end between words, or hold none, end with words; the feature &quot;exact&quot; keeps where.</source>
        <translation>Фрагменты, которые начинаются или кончаются между словами либо не содержат слов, доведены до границ слов; точное место хранит признак «exact».</translation>
    </message>
    <message>
        <source>Line ends in notes and other features became spaces.</source>
        <translation>Концы строк в заметках и других признаках заменены на пробелы.</translation>
    </message>
    <message>
        <source>Empty lines and other white space before the first word became spaces.</source>
        <translation>Пустые строки и другие пробельные символы перед первым словом заменены на пробелы.</translation>
    </message>
    <message>
        <source>a PNG image</source>
        <translation>изображение PNG</translation>
    </message>
    <message>
        <source>a JPEG image</source>
        <translation>изображение JPEG</translation>
    </message>
    <message>
        <source>a GIF image</source>
        <translation>изображение GIF</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>документ PDF</translation>
    </message>
    <message>
        <source>a ZIP archive or an office document</source>
        <translation>архив ZIP или офисный документ</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>базу данных SQLite</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>архив gzip</translation>
    </message>
    <message>
        <source>a bzip2 archive</source>
        <translation>архив bzip2</translation>
    </message>
    <message>
        <source>an xz archive</source>
        <translation>архив xz</translation>
    </message>
    <message>
        <source>a Zstandard archive</source>
        <translation>архив Zstandard</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>архив 7-Zip</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>архив RAR</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>программу</translation>
    </message>
    <message>
        <source>an old office document</source>
        <translation>офисный документ старого формата</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>документ RTF</translation>
    </message>
    <message>
        <source>a sound or film file</source>
        <translation>звук или фильм</translation>
    </message>
    <message>
        <source>a sound, image or film file</source>
        <translation>звук, изображение или фильм</translation>
    </message>
    <message>
        <source>a binary file</source>
        <translation>двоичный файл</translation>
    </message>
    <message>
        <source>W3C Web Annotation</source>
        <translation>W3C Web Annotation</translation>
    </message>
    <message>
        <source>An item is not JSON of web annotations (%1) and was skipped.</source>
        <translation>Элемент — не JSON веб-аннотаций (%1) и пропущен.</translation>
    </message>
    <message>
        <source>An item that is no annotation and no page of them was skipped.</source>
        <translation>Элемент, который не является ни аннотацией, ни их страницей, пропущен.</translation>
    </message>
    <message>
        <source>The annotations come without their text. Put it beside them as &quot;%1&quot;.</source>
        <translation>Аннотации пришли без текста. Положите его рядом под именем «%1».</translation>
    </message>
    <message>
        <source>annotation %1</source>
        <translation>аннотация %1</translation>
    </message>
    <message>
        <source>An annotation that links others without saying in which roles was dropped.</source>
        <translation>Аннотация, которая связывает другие, но не указывает их роли, отброшена.</translation>
    </message>
    <message>
        <source>An annotation of which no place was found in the text was dropped.</source>
        <translation>Аннотация, место которой в тексте не найдено, отброшена.</translation>
    </message>
    <message>
        <source>A piece of an annotation has no place in the text and was dropped.</source>
        <translation>Отрезок аннотации не имеет места в тексте и отброшен.</translation>
    </message>
    <message>
        <source>A position does not fit its quote; the quote was looked for.</source>
        <translation>Позиция не соответствует цитате; выполнен поиск цитаты.</translation>
    </message>
    <message>
        <source>Confidences went into a property that only Quoth knows.</source>
        <translation>Уверенность записана в свойство, известное только Quoth.</translation>
    </message>
    <message>
        <source>Roles of attributions went into a property that only Quoth knows.</source>
        <translation>Роли атрибуций записаны в свойство, известное только Quoth.</translation>
    </message>
    <message>
        <source>Articles lost their metadata, for which WebAnno TSV has no place.</source>
        <translation>Статьи потеряли метаданные: в WebAnno TSV для них нет места.</translation>
    </message>
    <message>
        <source>WebAnno TSV 3.3 (INCEpTION)</source>
        <translation>WebAnno TSV 3.3 (INCEpTION)</translation>
    </message>
    <message>
        <source>Cells were cut that are longer than a workbook allows (32767 characters).</source>
        <translation>Ячейки длиннее, чем допускает книга (32767 символов), обрезаны.</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Книга Excel</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1, строка %2</translation>
    </message>
    <message>
        <source>This is no workbook of Excel&apos;s format, or it is damaged.</source>
        <translation>Это не книга формата Excel, или она повреждена.</translation>
    </message>
    <message>
        <source>Only the first sheet of the workbook was read.</source>
        <translation>Прочитан только первый лист книги.</translation>
    </message>
    <message>
        <source>A cell outside the sheet was dropped.</source>
        <translation>Ячейка вне листа отброшена.</translation>
    </message>
    <message>
        <source>What types the annotations have, which other programs must know, goes only into a .zip.</source>
        <translation>Типы аннотаций, которые нужны другим программам, записываются только в .zip.</translation>
    </message>
    <message>
        <source>UIMA CAS XMI (INCEpTION)</source>
        <translation>UIMA CAS XMI (INCEpTION)</translation>
    </message>
    <message>
        <source>The file declares a document type, which is not read for safety.</source>
        <translation>В файле объявлен тип документа, который из соображений безопасности не читается.</translation>
    </message>
    <message>
        <source>This is no XMI file.</source>
        <translation>Это не файл XMI.</translation>
    </message>
    <message>
        <source>The file is broken here and was read up to here: %1</source>
        <translation>Здесь файл испорчен и прочитан до этого места: %1</translation>
    </message>
    <message>
        <source>The description of the types cannot be read and was not used.</source>
        <translation>Описание типов не читается и не использовано.</translation>
    </message>
    <message>
        <source>Control characters, which XML forbids, became spaces.</source>
        <translation>Управляющие символы, запрещённые в XML, заменены на пробелы.</translation>
    </message>
    <message>
        <source>it has a document type, which is not read because it can hide traps</source>
        <translation>есть тип документа, который не читается, так как может скрывать ловушки</translation>
    </message>
    <message>
        <source>The XML could not be read to its end: %1.</source>
        <translation>XML не удалось дочитать до конца: %1.</translation>
    </message>
    <message>
        <source>This is no zip archive, or it is damaged: %1.</source>
        <translation>Это не архив zip, или он повреждён: %1.</translation>
    </message>
    <message>
        <source>The archive has no such file.</source>
        <translation>В архиве нет такого файла.</translation>
    </message>
    <message>
        <source>The file unpacks to more than %1 MB and was not read.</source>
        <translation>После распаковки файл больше %1 МБ и не прочитан.</translation>
    </message>
    <message>
        <source>The file cannot be unpacked: %1.</source>
        <translation>Файл не распаковывается: %1.</translation>
    </message>
    <message>
        <source>The archive cannot be made: %1.</source>
        <translation>Не удаётся создать архив: %1.</translation>
    </message>
    <message>
        <source>This Quoth was built without libzip and knows no zip archives.</source>
        <translation>Эта версия Quoth собрана без libzip и не работает с архивами zip.</translation>
    </message>
    <message>
        <source>Spans were left out because one with fewer words holds a part of their place: a word has one label.</source>
        <translation>Фрагменты не записаны, если часть их места занял более короткий: у слова одна метка.</translation>
    </message>
    <message>
        <source>There is no library for it in Debian 12. Publish the dataset (&quot;quoth release&quot;) and convert its files: pandas.read_json(FILE, lines=True).to_parquet(OUTPUT).</source>
        <translation>В Debian 12 для него нет библиотеки. Опубликуйте набор данных («quoth release») и преобразуйте его файлы: pandas.read_json(FILE, lines=True).to_parquet(OUTPUT).</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>The file cannot be read as Markdown.</source>
        <translation>Файл не удаётся прочесть как Markdown.</translation>
    </message>
</context>
<context>
    <name>Quoth::Measure</name>
    <message>
        <source>document %1</source>
        <translation>документ %1</translation>
    </message>
    <message>
        <source>The version has no &quot;annotator&quot; in its &quot;meta&quot;.</source>
        <translation>В «meta» версии нет «annotator».</translation>
    </message>
    <message>
        <source>There are two versions by the annotator %1.</source>
        <translation>Есть две версии аннотатора %1.</translation>
    </message>
    <message>
        <source>The texts of its versions differ.</source>
        <translation>Тексты версий различаются.</translation>
    </message>
    <message>
        <source>The line has no document &quot;id&quot;.</source>
        <translation>В строке нет «id» документа.</translation>
    </message>
    <message>
        <source>The document has no &quot;text&quot;.</source>
        <translation>В документе нет «text».</translation>
    </message>
    <message>
        <source>The document has no list of &quot;attributions&quot;.</source>
        <translation>В документе нет списка «attributions».</translation>
    </message>
    <message>
        <source>%1, document %2</source>
        <translation>%1, документ %2</translation>
    </message>
    <message>
        <source>%1: the fragments are no list of [begin, end] pairs.</source>
        <translation>%1: отрезки — не список пар [begin, end].</translation>
    </message>
    <message>
        <source>%1: a fragment is no pair of whole numbers [begin, end].</source>
        <translation>%1: отрезок — не пара целых чисел [begin, end].</translation>
    </message>
    <message>
        <source>%1: the fragment [%2, %3] is empty; ends are exclusive.</source>
        <translation>%1: отрезок [%2, %3] пуст; конец не включается.</translation>
    </message>
    <message>
        <source>%1: the fragment [%2, %3] is reversed or outside the text, which has %4 code points.</source>
        <translation>%1: отрезок [%2, %3] перевёрнут или вне текста, в котором кодовых позиций: %4.</translation>
    </message>
    <message>
        <source>span %1</source>
        <translation>фрагмент %1</translation>
    </message>
    <message>
        <source>attribution %1 is no object</source>
        <translation>атрибуция %1 — не объект</translation>
    </message>
    <message>
        <source>attribution %1, %2</source>
        <translation>атрибуция %1, %2</translation>
    </message>
    <message>
        <source>claim %1</source>
        <translation>утверждение %1</translation>
    </message>
    <message>
        <source>An instance needs a &quot;doc&quot; and as many &quot;tokens&quot; ([begin, end] pairs) as &quot;labels&quot;.</source>
        <translation>Экземпляру нужны «doc» и столько же «tokens» (пар [begin, end]), сколько «labels».</translation>
    </message>
    <message>
        <source>The predicted text is not the gold text. Predictions must be made on the very text of the gold file.</source>
        <translation>Предсказанный текст не совпадает с эталонным. Предсказания должны быть сделаны на том же тексте, что в эталоне.</translation>
    </message>
    <message>
        <source>document %1, instance %2</source>
        <translation>документ %1, экземпляр %2</translation>
    </message>
    <message>
        <source>The instance&apos;s tokens do not fit the text: they end after it, or are not in its order.</source>
        <translation>Токены экземпляра не подходят к тексту: они выходят за его конец или идут не по порядку.</translation>
    </message>
    <message>
        <source>A label is none of B- or I- with source, cue or content, nor O.</source>
        <translation>Метка — не B- или I- с source, cue или content и не O.</translation>
    </message>
    <message>
        <source>Units (all fragments of an attribution&apos;s role together)</source>
        <translation>Единицы (все отрезки одной роли атрибуции вместе)</translation>
    </message>
    <message>
        <source>Fragments (each contiguous piece a span of its own: CofeNet)</source>
        <translation>Отрезки (каждый непрерывный отрезок — сам по себе: CofeNet)</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>эталон</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>предсказано</translation>
    </message>
    <message>
        <source>strict P</source>
        <translation>строго P</translation>
    </message>
    <message>
        <source>begin F1</source>
        <translation>F1 начала</translation>
    </message>
    <message>
        <source>overlap P</source>
        <translation>перекрытие P</translation>
    </message>
    <message>
        <source>soft P</source>
        <translation>мягко P</translation>
    </message>
    <message>
        <source>token P</source>
        <translation>токены P</translation>
    </message>
    <message>
        <source>Attributions</source>
        <translation>Атрибуции</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>верно</translation>
    </message>
    <message>
        <source>full</source>
        <translation>полностью</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>связано</translation>
    </message>
    <message>
        <source>Given overlapping content: %1 pairs; source strict %2, overlap %3; cue strict %4, overlap %5</source>
        <translation>При перекрытии содержания: пар %1; источник строго %2, с перекрытием %3; маркер строго %4, с перекрытием %5</translation>
    </message>
    <message>
        <source>Recall by gold kind</source>
        <translation>Полнота по видам эталона</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>вид</translation>
    </message>
    <message>
        <source>role</source>
        <translation>роль</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>строго</translation>
    </message>
    <message>
        <source>begin</source>
        <translation>начало</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>перекрытие</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>мягко</translation>
    </message>
    <message>
        <source>token</source>
        <translation>токены</translation>
    </message>
    <message>
        <source>content fragments</source>
        <translation>отрезки содержания</translation>
    </message>
    <message>
        <source>%1: full %2, linked %3 of %4; given overlapping content: %5 pairs, source strict %6, overlap %7</source>
        <translation>%1: полностью %2, связано %3 из %4; при перекрытии содержания: пар %5, источник строго %6, с перекрытием %7</translation>
    </message>
    <message>
        <source>Attributions by kind</source>
        <translation>Атрибуции по видам</translation>
    </message>
    <message>
        <source>full P</source>
        <translation>полностью P</translation>
    </message>
    <message>
        <source>linked P</source>
        <translation>связано P</translation>
    </message>
    <message>
        <source>Of the linked ones, %1 have the kind that gold gives.</source>
        <translation>Из связанных %1 того же вида, что в эталоне.</translation>
    </message>
    <message>
        <source>Precision by what made the prediction</source>
        <translation>Точность по происхождению предсказаний</translation>
    </message>
    <message>
        <source>made by</source>
        <translation>откуда</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>не указано</translation>
    </message>
    <message>
        <source>Calibration: how many of a confidence are right</source>
        <translation>Калибровка: сколько верных при данной уверенности</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>уверенность</translation>
    </message>
    <message>
        <source>attributions</source>
        <translation>атрибуции</translation>
    </message>
    <message>
        <source>mean confidence</source>
        <translation>средняя уверенность</translation>
    </message>
    <message numerus="yes">
        <source>Expected calibration error: %1 linked, %2 full; %n attribution(s) without a confidence left out</source>
        <translation>
            <numerusform>Ожидаемая ошибка калибровки: связанные %1, полностью верные %2; без уверенности и не учтена %n атрибуция</numerusform>
            <numerusform>Ожидаемая ошибка калибровки: связанные %1, полностью верные %2; без уверенности и не учтены %n атрибуции</numerusform>
            <numerusform>Ожидаемая ошибка калибровки: связанные %1, полностью верные %2; без уверенности и не учтено %n атрибуций</numerusform>
        </translation>
    </message>
    <message>
        <source>What accepting all of a confidence and above gives</source>
        <translation>Что даёт принятие всего от данной уверенности и выше</translation>
    </message>
    <message>
        <source>from</source>
        <translation>от</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>принято</translation>
    </message>
    <message>
        <source>Claims, ranked by confidence</source>
        <translation>Утверждения, упорядоченные по уверенности</translation>
    </message>
    <message>
        <source>ranked</source>
        <translation>в списке</translation>
    </message>
    <message>
        <source>right</source>
        <translation>верно</translation>
    </message>
    <message>
        <source>average precision</source>
        <translation>средняя точность</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>утверждения</translation>
    </message>
    <message>
        <source>Speakers of the linked attributions</source>
        <translation>Говорящие у связанных атрибуций</translation>
    </message>
    <message>
        <source>B-cubed P</source>
        <translation>B-cubed P</translation>
    </message>
    <message>
        <source>named in gold</source>
        <translation>названы в эталоне</translation>
    </message>
    <message>
        <source>rightly named</source>
        <translation>названы верно</translation>
    </message>
    <message>
        <source>share</source>
        <translation>доля</translation>
    </message>
    <message>
        <source>speakers</source>
        <translation>говорящие</translation>
    </message>
    <message numerus="yes">
        <source>%n of them without a predicted speaker</source>
        <translation>
            <numerusform>из них %n без предсказанного говорящего</numerusform>
            <numerusform>из них %n без предсказанного говорящего</numerusform>
            <numerusform>из них %n без предсказанного говорящего</numerusform>
        </translation>
    </message>
    <message>
        <source>documents %1</source>
        <translation>документов: %1</translation>
    </message>
    <message>
        <source>gold attributions %1</source>
        <translation>эталонных атрибуций: %1</translation>
    </message>
    <message>
        <source>predicted attributions %1</source>
        <translation>предсказанных атрибуций: %1</translation>
    </message>
    <message>
        <source>missing documents %1</source>
        <translation>недостаёт документов: %1</translation>
    </message>
    <message>
        <source>ignored documents %1</source>
        <translation>не учтено документов: %1</translation>
    </message>
    <message>
        <source>dropped nested %1</source>
        <translation>отброшено вложенных: %1</translation>
    </message>
    <message>
        <source>instances %1</source>
        <translation>экземпляров: %1</translation>
    </message>
    <message>
        <source>articles %1</source>
        <translation>статей: %1</translation>
    </message>
    <message>
        <source>pairs of versions %1</source>
        <translation>пар версий: %1</translation>
    </message>
    <message numerus="yes">
        <source>All %n article(s) belong together in one group, which cannot be split.</source>
        <translation>
            <numerusform>%n статья составляет одну группу, которую нельзя разбить.</numerusform>
            <numerusform>Все %n статьи составляют одну группу, которую нельзя разбить.</numerusform>
            <numerusform>Все %n статей составляют одну группу, которую нельзя разбить.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, too few for the %2 splits asked for.</source>
        <translation>%1 — слишком мало для запрошенного числа выборок (%2).</translation>
    </message>
    <message numerus="yes">
        <source>There are only %n group(s) of articles that belong together</source>
        <translation>
            <numerusform>Есть только %n группа связанных статей</numerusform>
            <numerusform>Есть только %n группы связанных статей</numerusform>
            <numerusform>Есть только %n групп связанных статей</numerusform>
        </translation>
    </message>
    <message>
        <source>Group by less, or ask for fewer splits.</source>
        <translation>Группируйте по меньшему числу полей или запросите меньше выборок.</translation>
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
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>dashed: not accepted yet</source>
        <translation>штриховой контур: ещё не принято</translation>
    </message>
    <message>
        <source>The picture would be %1 by %2 pixels, more than a picture can have. Write PDF or HTML instead.</source>
        <translation>Изображение было бы %1 на %2 пикселей — больше, чем бывает. Выберите PDF или HTML.</translation>
    </message>
    <message>
        <source>There is not enough memory for the picture.</source>
        <translation>Для изображения не хватает памяти.</translation>
    </message>
    <message>
        <source>The pages could not be written.</source>
        <translation>Не удалось записать страницы.</translation>
    </message>
    <message>
        <source>The file&apos;s name must end in one of .%1.</source>
        <translation>Имя файла должно кончаться одним из: .%1.</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>прямая</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>косвенная</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>смешанная</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>предложено</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>принято</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>отклонено</translation>
    </message>
    <message>
        <source>no speaker</source>
        <translation>без говорящего</translation>
    </message>
    <message>
        <source>the article</source>
        <translation>статья</translation>
    </message>
    <message>
        <source>somebody unnamed</source>
        <translation>не назван</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>автор: %1</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>человек</translation>
    </message>
    <message>
        <source>detector “%1”</source>
        <translation>детектор «%1»</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>импорт</translation>
    </message>
    <message>
        <source>imported: %1</source>
        <translation>импорт: %1</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Метка</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Говорящий</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Аннотатор</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>никто</translation>
    </message>
    <message>
        <source>Is the confidence true?</source>
        <translation>Верна ли уверенность?</translation>
    </message>
    <message>
        <source>share that is right</source>
        <translation>доля верных</translation>
    </message>
    <message>
        <source>perfect</source>
        <translation>идеал</translation>
    </message>
    <message>
        <source>confidence (bars: how many attributions)</source>
        <translation>уверенность (столбики: число атрибуций)</translation>
    </message>
    <message>
        <source>What “accept all from …” gives</source>
        <translation>Что даёт «принять всё от …»</translation>
    </message>
    <message>
        <source>share</source>
        <translation>доля</translation>
    </message>
    <message>
        <source>precision, linked</source>
        <translation>точность, связанные</translation>
    </message>
    <message>
        <source>precision, exact</source>
        <translation>точность, совпавшие</translation>
    </message>
    <message>
        <source>recall, linked</source>
        <translation>полнота, связанные</translation>
    </message>
    <message>
        <source>recall, exact</source>
        <translation>полнота, совпавшие</translation>
    </message>
    <message>
        <source>accepted from this confidence on</source>
        <translation>принято от этой уверенности</translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s) with a confidence</source>
        <translation>
            <numerusform>%n атрибуция с уверенностью</numerusform>
            <numerusform>%n атрибуции с уверенностью</numerusform>
            <numerusform>%n атрибуций с уверенностью</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: expected calibration error %2</source>
        <translation>%1: ожидаемая ошибка калибровки %2</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>связанные</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>совпавшие</translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n атрибуция</numerusform>
            <numerusform>%n атрибуции</numerusform>
            <numerusform>%n атрибуций</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>%n говорящий</numerusform>
            <numerusform>%n говорящих</numerusform>
            <numerusform>%n говорящих</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n фрагмент</numerusform>
            <numerusform>%n фрагмента</numerusform>
            <numerusform>%n фрагментов</numerusform>
        </translation>
    </message>
    <message>
        <source>not “%1”</source>
        <comment>the title of an attribute</comment>
        <translation>не «%1»</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Разделы</translation>
    </message>
    <message>
        <source>The manual of Quoth</source>
        <translation>Руководство по Quoth</translation>
    </message>
    <message>
        <source>The folder cannot be made.</source>
        <translation>Не удаётся создать папку.</translation>
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
        <translation>Клауза, сообщающая нечто проверяемое: факт, число, причину, сравнение. Мнения, пожелания и объявления о планах не размечаются. Кто автор утверждения, следует из цитаты, внутри которой оно стоит.</translation>
    </message>
    <message>
        <source>Attribution &amp; claims</source>
        <translation>Атрибуция и утверждения</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>Атрибуция</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Утверждение</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Содержание</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Маркер</translation>
    </message>
    <message>
        <source>Kind of claim</source>
        <translation>Вид утверждения</translation>
    </message>
    <message>
        <source>One relation: content that is credited to a source by a cue. Several attributions may share a source; an attribution may stand inside the content of another.</source>
        <translation>Одно отношение: содержание, приписанное источнику с помощью маркера. У нескольких атрибуций может быть общий источник; атрибуция может стоять внутри содержания другой.</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Цитата</translation>
    </message>
    <message>
        <source>Scare quote</source>
        <translation>Иронические кавычки</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Говорящий</translation>
    </message>
    <message>
        <source>The expression that reports: the whole verb group with auxiliaries and negation, a noun (“his view”), or “according to”. A colon that introduces the content belongs to it, a comma does not.</source>
        <translation>Выражение, вводящее чужую речь: вся глагольная группа со вспомогательными глаголами и отрицанием, существительное («его мнение») или «по словам». Двоеточие, вводящее содержание, входит в маркер, запятая — нет.</translation>
    </message>
    <message>
        <source>The words that name who is credited: the whole noun phrase with title, apposition and what identifies the person, or a pronoun as it stands. “Kremlin aide Yuri Ushakov”, “the official”, “he”.</source>
        <translation>Слова, называющие того, кому приписана речь: вся именная группа с должностью, приложением и всем, что указывает на лицо, или местоимение как есть. «Помощник президента Юрий Ушаков», «чиновник», «он».</translation>
    </message>
    <message>
        <source>What is credited, quoted or paraphrased. Quotation marks belong to it with all that stands inside them; so do “that”, “whether” and the “to” of an infinitive. The full stop of the writer’s own sentence does not. If the cue interrupts it, it is one quotation in two pieces.</source>
        <translation>То, что приписано, — приведённое дословно или пересказанное. Кавычки входят в цитату вместе со всем, что стоит внутри них; входят и «что», «будто», «ли», и инфинитив. Точка в конце предложения самого автора не входит. Если цитату прерывает маркер, это одна цитата из двух отрезков.</translation>
    </message>
    <message>
        <source>Words in quotation marks by which the writer keeps a distance, without a statement quoted: the so-called ‘reform’. Titles of works and nicknames are none.</source>
        <translation>Слова в кавычках, которыми автор отстраняется от сказанного, не приводя высказывания: так называемая «реформа». Названия произведений и прозвища сюда не относятся.</translation>
    </message>
    <message>
        <source>Worth checking</source>
        <translation>Заслуживает проверки</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>причина</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>сравнение</translation>
    </message>
    <message>
        <source>event</source>
        <translation>событие</translation>
    </message>
    <message>
        <source>law</source>
        <translation>закон</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>other</source>
        <translation>другое</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>качество</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>количество</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
</context>
<context>
    <name>Quoth::Storage</name>
    <message>
        <source>An entry of the operation log cannot be read.</source>
        <translation>Запись журнала операций не читается.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing. Install it (Debian: libqt6sql6-sqlite) and try again.</source>
        <translation>Нет драйвера SQLite для Qt. Установите его (Debian: libqt6sql6-sqlite) и повторите попытку.</translation>
    </message>
    <message>
        <source>Another program is using the project. Close it there and try again.</source>
        <translation>Проект занят другой программой. Закройте его там и повторите попытку.</translation>
    </message>
    <message>
        <source>The project cannot be written: the file or its folder is read-only. Copy it to a place you may write to.</source>
        <translation>Записать проект нельзя: файл или его папка доступны только для чтения. Скопируйте проект туда, где у вас есть право записи.</translation>
    </message>
    <message>
        <source>The disk reported a fault. Nothing of the edit was kept; check the disk and try again.</source>
        <translation>Ошибка диска. Изменение не сохранено; проверьте диск и повторите попытку.</translation>
    </message>
    <message>
        <source>The project file is damaged. Work on a copy of it: &quot;sqlite3 FILE .recover&quot; can save what is readable.</source>
        <translation>Файл проекта повреждён. Работайте с копией: «sqlite3 FILE .recover» может спасти то, что ещё читается.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing of the edit was kept; free some space and try again.</source>
        <translation>Диск переполнен. Изменение не сохранено; освободите место и повторите попытку.</translation>
    </message>
    <message>
        <source>The file cannot be opened. Check that it is there and that you may read it.</source>
        <translation>Не удаётся открыть файл. Проверьте, что он есть и что у вас есть право его читать.</translation>
    </message>
    <message>
        <source>That does not fit what is in the project (%1). Nothing of it was kept.</source>
        <translation>Это не согласуется с содержимым проекта (%1). Ничего не сохранено.</translation>
    </message>
    <message>
        <source>The database refused: %1</source>
        <translation>База данных отказала: %1</translation>
    </message>
    <message>
        <source>The project was written by a newer Quoth (file version %1, this program knows %2). Install the newer program to open it.</source>
        <translation>Проект записан более новой версией Quoth (версия файла %1, эта программа знает %2). Чтобы открыть его, установите новую версию.</translation>
    </message>
    <message>
        <source>The project is already open in %1 (process %2 on %3). Close it there first.</source>
        <translation>Проект уже открыт в %1 (процесс %2 на %3). Сначала закройте его там.</translation>
    </message>
    <message>
        <source>The folder of the project is read-only, so that edits could not be kept. Copy the project to a place you may write to.</source>
        <translation>Папка проекта доступна только для чтения, изменения нельзя было бы сохранить. Скопируйте проект туда, где у вас есть право записи.</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name.</source>
        <translation>Файл с таким именем уже есть. Выберите другое имя.</translation>
    </message>
    <message>
        <source>The folder for the project does not exist. Make it first.</source>
        <translation>Папки для проекта нет. Сначала создайте её.</translation>
    </message>
    <message>
        <source>The project is read-only, so that edits could not be kept. Copy it to a place you may write to.</source>
        <translation>Проект доступен только для чтения, изменения нельзя было бы сохранить. Скопируйте его туда, где у вас есть право записи.</translation>
    </message>
    <message>
        <source>The project file is damaged (%1). Take it from a backup, or work on a copy of it: &quot;sqlite3 FILE .recover&quot; can save what is readable.</source>
        <translation>Файл проекта повреждён (%1). Возьмите резервную копию или работайте с копией файла: «sqlite3 FILE .recover» может спасти то, что ещё читается.</translation>
    </message>
    <message>
        <source>The project&apos;s schema cannot be read: %1</source>
        <translation>Не удаётся прочесть схему проекта: %1</translation>
    </message>
    <message>
        <source>The project has no article %1.</source>
        <translation>В проекте нет статьи %1.</translation>
    </message>
    <message>
        <source>import %1</source>
        <translation>импорт %1</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>Остановлено; ничего не изменено.</translation>
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation>Проверка отменена.</translation>
    </message>
    <message>
        <source>The file is damaged: %1.</source>
        <translation>Файл повреждён: %1.</translation>
    </message>
    <message>
        <source>It refers to a row of %1 that is not there.</source>
        <translation>Ссылка на отсутствующую строку таблицы %1.</translation>
    </message>
    <message>
        <source>The text is not the one that was imported: its SHA-256 differs.</source>
        <translation>Текст не тот, что был импортирован: SHA-256 не совпадает.</translation>
    </message>
    <message>
        <source>The fragments of the span overlap, touch or are out of order.</source>
        <translation>Отрезки фрагмента перекрываются, соприкасаются или идут не по порядку.</translation>
    </message>
    <message>
        <source>The schema has no label &quot;%1&quot;.</source>
        <translation>В схеме нет метки «%1».</translation>
    </message>
    <message>
        <source>The schema has no frame &quot;%1&quot;.</source>
        <translation>В схеме нет фрейма «%1».</translation>
    </message>
    <message>
        <source>It is filled by a span of another article.</source>
        <translation>Заполнено фрагментом другой статьи.</translation>
    </message>
    <message>
        <source>There is no such file. Make a project with &quot;quoth new&quot;.</source>
        <translation>Нет такого файла. Создайте проект командой «quoth new».</translation>
    </message>
    <message>
        <source>This is a folder, not a Quoth project.</source>
        <translation>Это папка, а не проект Quoth.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Файл не читается: %1.</translation>
    </message>
    <message>
        <source>This is no Quoth project. To work on an article, import it into a project.</source>
        <translation>Это не проект Quoth. Чтобы работать со статьёй, импортируйте её в проект.</translation>
    </message>
    <message>
        <source>The project file is damaged: it ends within its first page.</source>
        <translation>Файл проекта повреждён: он кончается на первой странице.</translation>
    </message>
    <message>
        <source>This is an SQLite database, but not a Quoth project.</source>
        <translation>Это база данных SQLite, но не проект Quoth.</translation>
    </message>
    <message>
        <source>The project file is damaged: %1 of %2 bytes are there. Take it from a backup, or work on a copy of it: &quot;sqlite3 FILE .recover&quot; can save what is readable.</source>
        <translation>Файл проекта повреждён: есть %1 из %2 байтов. Возьмите резервную копию или работайте с копией файла: «sqlite3 FILE .recover» может спасти то, что ещё читается.</translation>
    </message>
    <message>
        <source>The project has no release %1; &quot;quoth release PROJECT --list&quot; shows those it has.</source>
        <translation>В проекте нет выпуска %1; имеющиеся показывает «quoth release PROJECT --list».</translation>
    </message>
    <message>
        <source>Span %1 of article %2 lies outside its text. Run &quot;quoth check&quot; on the project.</source>
        <translation>Фрагмент %1 статьи %2 лежит вне её текста. Выполните для проекта «quoth check».</translation>
    </message>
    <message>
        <source>A project cannot be without a schema.</source>
        <translation>Проекта без схемы не бывает.</translation>
    </message>
    <message>
        <source>A span without text cannot be stored.</source>
        <translation>Фрагмент без текста сохранить нельзя.</translation>
    </message>
    <message>
        <source>A span from %1 to %2 does not fit the text of %3 characters.</source>
        <translation>Фрагмент от %1 до %2 не подходит к тексту из %3 символов.</translation>
    </message>
    <message>
        <source>The schema has no label &quot;%1&quot;. Nothing of the edit was kept.</source>
        <translation>В схеме нет метки «%1». Изменение не сохранено.</translation>
    </message>
    <message>
        <source>The schema has no frame &quot;%1&quot;. Nothing of the edit was kept.</source>
        <translation>В схеме нет фрейма «%1». Изменение не сохранено.</translation>
    </message>
    <message numerus="yes">
        <source>The label “%1” is still on %n span(s). Relabel or delete what has it first.</source>
        <translation>
            <numerusform>Метка «%1» ещё стоит на %n фрагменте. Сначала смените у него метку или удалите его.</numerusform>
            <numerusform>Метка «%1» ещё стоит на %n фрагментах. Сначала смените у них метку или удалите их.</numerusform>
            <numerusform>Метка «%1» ещё стоит на %n фрагментах. Сначала смените у них метку или удалите их.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are still attributions of the frame &quot;%1&quot;. Delete them first.</source>
        <translation>Ещё есть атрибуции с фреймом «%1». Сначала удалите их.</translation>
    </message>
    <message numerus="yes">
        <source>The role “%1” is still filled by %n span(s). Empty it first.</source>
        <translation>
            <numerusform>Роль «%1» ещё заполняет %n фрагмент. Сначала освободите её.</numerusform>
            <numerusform>Роль «%1» ещё заполняют %n фрагмента. Сначала освободите её.</numerusform>
            <numerusform>Роль «%1» ещё заполняют %n фрагментов. Сначала освободите её.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Tasks</name>
    <message>
        <source>import %1</source>
        <translation>импорт: %1</translation>
    </message>
    <message numerus="yes">
        <source>import %n file(s)</source>
        <translation>
            <numerusform>импорт %n файла</numerusform>
            <numerusform>импорт %n файлов</numerusform>
            <numerusform>импорт %n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>The project has another text under the id &quot;%1&quot;; this one became &quot;%2&quot;.</source>
        <translation>В проекте под идентификатором «%1» другой текст; этот стал «%2».</translation>
    </message>
    <message>
        <source>“%1” is nearly the same as “%2”: %3 % of the words.</source>
        <translation>«%1» почти совпадает с «%2»: %3&#xa0;% слов.</translation>
    </message>
    <message>
        <source>Further articles are nearly the same as others; they are not listed.</source>
        <translation>Есть и другие статьи, почти совпадающие с какими-либо; здесь они не перечислены.</translation>
    </message>
    <message>
        <source>bring back article</source>
        <translation>возврат статьи</translation>
    </message>
    <message>
        <source>import annotations from %1</source>
        <translation>импорт аннотаций из %1</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>Это папка, а не файл.</translation>
    </message>
    <message>
        <source>The line is longer than a record may be.</source>
        <translation>Строка длиннее, чем может быть запись.</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>это не объект</translation>
    </message>
    <message>
        <source>The line is not a JSON record (%1). One JSON object a line is needed, or a project.</source>
        <translation>Строка — не запись JSON (%1). Нужен один объект JSON на строку или проект.</translation>
    </message>
    <message>
        <source>The document is there more than once. Several annotators&apos; versions of an article are for --agreement.</source>
        <translation>Документ встречается не один раз. Версии статьи от нескольких аннотаторов — для --agreement.</translation>
    </message>
    <message>
        <source>%1, document %2</source>
        <translation>%1, документ %2</translation>
    </message>
    <message>
        <source>There is no document in it to measure against.</source>
        <translation>В нём нет документа, с которым можно сравнить.</translation>
    </message>
    <message>
        <source>There is no document in it.</source>
        <translation>В нём нет документа.</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Остановлено; ничего не записано.</translation>
    </message>
    <message>
        <source>Learning was stopped; nothing has changed.</source>
        <translation>Обучение остановлено; ничего не изменилось.</translation>
    </message>
    <message>
        <source>Nothing was learned in this project yet. Decide on the suggestions of an article, then learn.</source>
        <translation>В этом проекте пока ничего не усвоено. Примите решения по подсказкам статьи, потом обучайте.</translation>
    </message>
    <message>
        <source>This Quoth was built without a trained model, so that nothing can be learned. Name a model that &quot;quoth train&quot; made.</source>
        <translation>Эта версия Quoth собрана без обученной модели, поэтому усвоить ничего нельзя. Укажите модель, созданную «quoth train».</translation>
    </message>
    <message>
        <source>There is no version %1 of what was learned. The last %2 are kept.</source>
        <translation>Версии усвоенного %1 нет. Хранятся последние %2.</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>Обученная модель</translation>
    </message>
    <message>
        <source>What was learned belongs to the model %1, and this is %2. Learn anew with this one first.</source>
        <translation>Усвоенное относится к модели %1, а это %2. Сначала проведите обучение с этой моделью.</translation>
    </message>
    <message>
        <source>%1: more often in no attribution</source>
        <translation>%1: чаще вне атрибуций</translation>
    </message>
    <message>
        <source>%1: less often in no attribution</source>
        <translation>%1: реже вне атрибуций</translation>
    </message>
    <message>
        <source>%1: begins a source more often</source>
        <translation>%1: чаще начало источника</translation>
    </message>
    <message>
        <source>%1: begins a source less often</source>
        <translation>%1: реже начало источника</translation>
    </message>
    <message>
        <source>%1: goes on in a source more often</source>
        <translation>%1: чаще продолжение источника</translation>
    </message>
    <message>
        <source>%1: goes on in a source less often</source>
        <translation>%1: реже продолжение источника</translation>
    </message>
    <message>
        <source>%1: begins a cue more often</source>
        <translation>%1: чаще начало маркера</translation>
    </message>
    <message>
        <source>%1: begins a cue less often</source>
        <translation>%1: реже начало маркера</translation>
    </message>
    <message>
        <source>%1: goes on in a cue more often</source>
        <translation>%1: чаще продолжение маркера</translation>
    </message>
    <message>
        <source>%1: goes on in a cue less often</source>
        <translation>%1: реже продолжение маркера</translation>
    </message>
    <message>
        <source>%1: begins a content more often</source>
        <translation>%1: чаще начало содержания</translation>
    </message>
    <message>
        <source>%1: begins a content less often</source>
        <translation>%1: реже начало содержания</translation>
    </message>
    <message>
        <source>%1: goes on in a content more often</source>
        <translation>%1: чаще продолжение содержания</translation>
    </message>
    <message>
        <source>%1: goes on in a content less often</source>
        <translation>%1: реже продолжение содержания</translation>
    </message>
    <message>
        <source>nothing is learned</source>
        <translation>ничего не усвоено</translation>
    </message>
    <message>
        <source>not used yet: it has not been seen to help</source>
        <translation>пока не применяется: пользы ещё не видно</translation>
    </message>
    <message>
        <source>used a little: it has helped somewhat so far</source>
        <translation>применяется немного: до сих пор отчасти помогало</translation>
    </message>
    <message>
        <source>used for the most part: it has helped so far</source>
        <translation>применяется большей частью: до сих пор помогало</translation>
    </message>
    <message>
        <source>used in full: it has helped so far</source>
        <translation>применяется полностью: до сих пор помогало</translation>
    </message>
    <message>
        <source>The site does not give the page to programs (status %1). Save it from your browser and import the file.</source>
        <translation>Сайт не отдаёт эту страницу программам (код состояния %1). Сохраните её в браузере и импортируйте файл.</translation>
    </message>
    <message>
        <source>The site has no page at this address (status %1).</source>
        <translation>На сайте нет страницы по этому адресу (код состояния %1).</translation>
    </message>
    <message>
        <source>The site could not give the page (status %1). Try again later, or save it from your browser.</source>
        <translation>Сайт не смог отдать страницу (код состояния %1). Попробуйте позже или сохраните её в браузере.</translation>
    </message>
    <message>
        <source>There is no site of that name; is the address right, and the network up?</source>
        <translation>Сайта с таким именем нет; проверьте адрес и подключение к сети.</translation>
    </message>
    <message>
        <source>The site did not answer within 30 seconds.</source>
        <translation>Сайт не ответил за 30 секунд.</translation>
    </message>
    <message>
        <source>The page could not be fetched: %1</source>
        <translation>Не удалось загрузить страницу: %1</translation>
    </message>
    <message>
        <source>This is no address of a web page; one looks like https://example.org/news/article.</source>
        <translation>Это не адрес веб-страницы; такой адрес имеет вид https://example.org/news/article.</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>Остановлено; ничего не изменено.</translation>
    </message>
    <message>
        <source>There is more than %1 MB at this address; that is no article.</source>
        <translation>По этому адресу больше %1 МБ; это не статья.</translation>
    </message>
    <message>
        <source>The page is empty.</source>
        <translation>Страница пуста.</translation>
    </message>
    <message>
        <source>No licence is given; without one nobody may use the dataset.</source>
        <translation>Лицензия не указана; без неё никто не вправе пользоваться набором данных.</translation>
    </message>
    <message>
        <source>No article says its language, so that the card names none.</source>
        <translation>Ни у одной статьи не указан язык, поэтому его нет и в карточке.</translation>
    </message>
    <message>
        <source>No article has a field &quot;%1&quot;; there are: %2.</source>
        <translation>Ни у одной статьи нет поля «%1»; есть: %2.</translation>
    </message>
    <message>
        <source>The schema has no label or frame type &quot;%1&quot;; there are: %2.</source>
        <translation>В схеме нет метки или типа фреймов «%1»; есть: %2.</translation>
    </message>
    <message>
        <source>The project has no article &quot;%1&quot;. &quot;quoth list&quot; shows the articles it has.</source>
        <translation>В проекте нет статьи «%1». Список статей показывает «quoth list».</translation>
    </message>
    <message>
        <source>%1 got %2 % of the articles rather than %3 %, as whole groups allow or earlier releases left it.</source>
        <translation>В %1 вошло %2&#xa0;% статей вместо %3&#xa0;%: иначе не позволяют неделимые группы или прежние выпуски.</translation>
    </message>
    <message>
        <source>Articles without &quot;%1&quot; are not grouped by it.</source>
        <translation>Статьи без «%1» по этому полю не группируются.</translation>
    </message>
    <message>
        <source>No article of the project fits what was asked for.</source>
        <translation>Ни одна статья проекта не отвечает запросу.</translation>
    </message>
    <message>
        <source>Articles are in another split than in an earlier release, because they belong together with others now.</source>
        <translation>Некоторые статьи попали в иную выборку, чем в прежнем выпуске, потому что теперь связаны с другими.</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>— неизвестное поле</translation>
    </message>
    <message>
        <source>In the recipe, &quot;%1&quot; %2.</source>
        <translation>В рецепте: «%1» %2.</translation>
    </message>
    <message>
        <source>is no text</source>
        <translation>— не текст</translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation>— ни true, ни false</translation>
    </message>
    <message>
        <source>is no list of texts</source>
        <translation>— не список текстов</translation>
    </message>
    <message>
        <source>holds &quot;%1&quot;, which is not known</source>
        <translation>содержит неизвестное значение «%1»</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;, which is not known</source>
        <translation>имеет неизвестное значение «%1»</translation>
    </message>
    <message>
        <source>is no object</source>
        <translation>— не объект</translation>
    </message>
    <message>
        <source>Shares are positive numbers for some of train, validation and test: 80,10,10 or train=4,test=1.</source>
        <translation>Доли — положительные числа для train, validation и test (или части из них): 80,10,10 или train=4,test=1.</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>— пустое поле</translation>
    </message>
    <message>
        <source>holds something else than texts</source>
        <translation>содержит не только тексты</translation>
    </message>
    <message>
        <source>holds something else than positive numbers for train, validation and test</source>
        <translation>содержит не только положительные числа для train, validation и test</translation>
    </message>
    <message>
        <source>is no whole number from 0 to 4294967295</source>
        <translation>— не целое число от 0 до 4294967295</translation>
    </message>
    <message>
        <source>is no number from 0 to 1</source>
        <translation>— не число от 0 до 1</translation>
    </message>
    <message>
        <source>is not &quot;%1&quot;</source>
        <translation>— не «%1»</translation>
    </message>
    <message>
        <source>The recipe is no JSON: %1</source>
        <translation>Рецепт — не JSON: %1</translation>
    </message>
    <message>
        <source>The recipe is no JSON object.</source>
        <translation>Рецепт — не объект JSON.</translation>
    </message>
    <message>
        <source>There is no schema file of this name, nor does the program carry such a schema (it has %1).</source>
        <translation>Нет ни файла схемы с таким именем, ни такой схемы в программе (есть %1).</translation>
    </message>
    <message>
        <source>suggest with %1</source>
        <translation>подсказки от %1</translation>
    </message>
    <message>
        <source>Stopped; %1 of %2 articles have their suggestions.</source>
        <translation>Остановлено; подсказки готовы в %1 из %2 статей.</translation>
    </message>
    <message>
        <source>There are no accepted attributions to learn from.</source>
        <translation>Нет принятых атрибуций для обучения.</translation>
    </message>
    <message>
        <source>The vectors of words cannot be read: %1</source>
        <translation>Не удаётся прочесть векторы слов: %1</translation>
    </message>
    <message>
        <source>This model has no vectors of words.</source>
        <translation>В этой модели нет векторов слов.</translation>
    </message>
    <message>
        <source>Teachers</source>
        <translation>Учителя</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Измерение</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>The project&apos;s label schema has no &quot;%1&quot;: what has this label is kept, but not shown. Add the label in Annotate, Labels and roles.</source>
        <translation>В схеме разметки проекта нет метки «%1»: фрагменты с этой меткой сохранены, но не показаны. Добавьте метку: «Разметка», «Метки и роли».</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <comment>what of a word, and the word</comment>
        <translation>%1 «%2»</translation>
    </message>
    <message>
        <source>One of %1; this time only.</source>
        <translation>Одно из: %1; только на этот раз.</translation>
    </message>
    <message>
        <source>Open PROJECT, and make the sample project of it where it is not there yet.</source>
        <translation>Открыть PROJECT; если его ещё нет, создать как пробный проект.</translation>
    </message>
    <message>
        <source>Nothing in it is labelled: no highlight of these articles is in the chosen states. Suggestions have to be accepted first, or chosen as well.</source>
        <translation>В нём ничего не размечено: ни одно выделение этих статей не имеет выбранных состояний. Предложения сначала нужно принять или тоже выбрать.</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::ArticleView</name>
    <message>
        <source>Article text</source>
        <translation>Текст статьи</translation>
    </message>
    <message>
        <source>; in </source>
        <translation>; внутри: </translation>
    </message>
    <message>
        <source>In hand: %1</source>
        <translation>Выбрано: %1</translation>
    </message>
    <message>
        <source>At the caret: %1</source>
        <translation>У курсора: %1</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>пока пусто</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::Balloon</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Далее</translation>
    </message>
    <message>
        <source>En&amp;d tour</source>
        <translation>&amp;Закончить экскурсию</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Do&amp;ne</source>
        <translation>&amp;Готово</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::Card</name>
    <message>
        <source>Accept</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Отклонить</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Пересмотреть</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Исправить</translation>
    </message>
    <message>
        <source>Take what is proposed</source>
        <translation>Принять предлагаемое</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Убрать</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>Введите команду</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Найти команду</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>Подходящие команды</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::FindBar</name>
    <message>
        <source>Previous</source>
        <translation>Предыдущее</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Следующее</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>С учётом регистра</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Слова целиком</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>Найти в этой статье</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Words to find in this article</source>
        <translation>Что искать в этой статье</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
    <message>
        <source>Esc: back to the article, with what was found selected</source>
        <translation>Esc: обратно в статью, найденное останется выделенным</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>не найдено</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>найдено: %n</numerusform>
            <numerusform>найдено: %n</numerusform>
            <numerusform>найдено: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>from the top</source>
        <translation>с начала</translation>
    </message>
    <message>
        <source>from the end</source>
        <translation>с конца</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>Shift+Enter, or %1 in the article</source>
        <comment>a key</comment>
        <translation>Shift+Enter, в статье %1</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter, or %1 in the article</source>
        <comment>a key</comment>
        <translation>Enter, в статье %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::GuidelinePanel</name>
    <message>
        <source>  key %1</source>
        <comment>the key of a label</comment>
        <translation>  клавиша %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::KeyCapture</name>
    <message>
        <source>Press a key</source>
        <translation>Нажмите клавишу</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::LabelButton</name>
    <message>
        <source>Key %1. %2</source>
        <translation>Клавиша %1. %2</translation>
    </message>
    <message>
        <source>%1, sticks</source>
        <translation>%1, закреплена</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::LabelPalette</name>
    <message>
        <source>Labels</source>
        <translation>Метки</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::LegendRow</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::MarkPreview</name>
    <message>
        <source>How the marks look on light and on dark</source>
        <translation>Как обозначения выглядят на светлом и на тёмном фоне</translation>
    </message>
    <message>
        <source>some words</source>
        <translation>несколько слов</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::ProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>Ход выполнения</translation>
    </message>
    <message>
        <source>%1 percent</source>
        <translation>%1&#xa0;%</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::SpanList</name>
    <message>
        <source>Highlights in this place</source>
        <translation>Аннотации в этом месте</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows</name>
    <message>
        <source>Opens the window on a project or on articles.</source>
        <translation>Открывает окно с проектом или статьями.</translation>
    </message>
    <message>
        <source>A project, or articles.</source>
        <translation>Проект или статьи.</translation>
    </message>
    <message>
        <source>analyst</source>
        <translation>аналитик</translation>
    </message>
    <message>
        <source>person</source>
        <translation>персона</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>организация</translation>
    </message>
    <message>
        <source>country</source>
        <translation>страна</translation>
    </message>
    <message>
        <source>group</source>
        <translation>группа</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>аноним</translation>
    </message>
    <message>
        <source>the article</source>
        <translation>статья</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AcceptAllDialog</name>
    <message>
        <source>Accept all that are sure</source>
        <translation>Принять все надёжные</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>Наименьшая уверенность</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>&amp;Confidence at least</source>
        <translation>&amp;Уверенность не ниже</translation>
    </message>
    <message>
        <source>No open suggestion of this article is that sure.</source>
        <translation>Ни в одной открытой подсказке этой статьи нет такой уверенности.</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) of this article will be accepted. Undo takes it back in one step.</source>
        <translation>
            <numerusform>Будет принята %n подсказка этой статьи. Отменить можно за один шаг.</numerusform>
            <numerusform>Будут приняты %n подсказки этой статьи. Отменить можно за один шаг.</numerusform>
            <numerusform>Будет принято %n подсказок этой статьи. Отменить можно за один шаг.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ActionGroups</name>
    <message>
        <source>Label the selected words</source>
        <translation>Разметка выделенных слов</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Go and take in hand</source>
        <translation>Переход и выбор</translation>
    </message>
    <message>
        <source>Change what is in hand</source>
        <translation>Изменение выбранного</translation>
    </message>
    <message>
        <source>Articles and projects</source>
        <translation>Статьи и проекты</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AddressDialog</name>
    <message>
        <source>Import from an address</source>
        <translation>Импорт по адресу</translation>
    </message>
    <message>
        <source>&amp;Address of the article:</source>
        <translation>&amp;Адрес статьи:</translation>
    </message>
    <message>
        <source>Address of the article</source>
        <translation>Адрес статьи</translation>
    </message>
    <message>
        <source>Only this page is fetched, none of its pictures, and nothing is sent but the address. What needs a login has to be saved from a browser.</source>
        <translation>Загружается только эта страница, без изображений, и не отправляется ничего, кроме адреса. То, что требует входа, нужно сохранить в браузере.</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>Загрузка</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>&amp;Загрузить</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ArticleListDock</name>
    <message>
        <source>Articles</source>
        <translation>Статьи</translation>
    </message>
    <message>
        <source>&amp;Next article</source>
        <translation>С&amp;ледующая статья</translation>
    </message>
    <message>
        <source>&amp;Previous article</source>
        <translation>&amp;Предыдущая статья</translation>
    </message>
    <message>
        <source>&amp;Find an article</source>
        <translation>&amp;Найти статью</translation>
    </message>
    <message>
        <source>Articles with the &amp;least sure suggestions first</source>
        <translation>&amp;Сначала статьи с наименее надёжными подсказками</translation>
    </message>
    <message>
        <source>Show the &amp;original page</source>
        <translation>Показать &amp;оригинал страницы</translation>
    </message>
    <message>
        <source>Opens the page or document the article was read from, as it was then, in the program for it</source>
        <translation>Открывает в подходящей программе страницу или документ, откуда прочитана статья, в тогдашнем виде</translation>
    </message>
    <message>
        <source>&amp;Remove article from the project</source>
        <translation>&amp;Удалить статью из проекта</translation>
    </message>
    <message>
        <source>Takes the open article, or those chosen in the list, out of the project; undo brings them back</source>
        <translation>Убирает из проекта открытую статью или выбранные в списке; вернуть их можно отменой</translation>
    </message>
    <message>
        <source>Filter or search the articles</source>
        <translation>Фильтр и поиск по тексту статей</translation>
    </message>
    <message>
        <source>Filter the articles</source>
        <translation>Фильтр статей</translation>
    </message>
    <message>
        <source>This article came without a page or document of its own.</source>
        <translation>У этой статьи нет исходной страницы или документа.</translation>
    </message>
    <message numerus="yes">
        <source>remove %n article(s)</source>
        <translation>
            <numerusform>удаление %n статьи</numerusform>
            <numerusform>удаление %n статей</numerusform>
            <numerusform>удаление %n статей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) removed; undo brings them back</source>
        <translation>
            <numerusform>Удалена %n статья; это можно отменить</numerusform>
            <numerusform>Удалены %n статьи; это можно отменить</numerusform>
            <numerusform>Удалено %n статей; это можно отменить</numerusform>
        </translation>
    </message>
    <message>
        <source>No article has “%1” in its title, outlet, id or text.</source>
        <translation>Ни в одной статье нет «%1» в заголовке, издании, идентификаторе или тексте.</translation>
    </message>
    <message>
        <source>No articles yet.

Open article files, or drop them here: text, saved web pages, JSON Lines, or a brat folder.</source>
        <translation>Статей пока нет.

Откройте файлы статей или перетащите их сюда: текст, сохранённые веб-страницы, JSON Lines или папку brat.</translation>
    </message>
    <message>
        <source>Article &amp;details…</source>
        <translation>Све&amp;дения о статье…</translation>
    </message>
    <message>
        <source>Title, outlet, author, date, address and language of the open article</source>
        <translation>Заголовок, издание, автор, дата, адрес и язык открытой статьи</translation>
    </message>
    <message>
        <source>change article details</source>
        <translation>изменение сведений о статье</translation>
    </message>
    <message>
        <source>No articles yet.

Import some by %1, or drop files here: text, saved web pages, documents, tables, and what other annotation tools write.</source>
        <translation>Статей пока нет.

Импортируйте их (%1) или перетащите файлы сюда: текст, сохранённые веб-страницы, документы, таблицы и файлы других программ разметки.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) copied, with all that is labelled in them</source>
        <translation>
            <numerusform>%n статья скопирована со всей разметкой</numerusform>
            <numerusform>%n статьи скопированы со всей разметкой</numerusform>
            <numerusform>%n статей скопировано со всей разметкой</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ArticleListModel</name>
    <message>
        <source>no highlights yet</source>
        <translation>разметки пока нет</translation>
    </message>
    <message>
        <source>done ✓</source>
        <translation>готово ✓</translation>
    </message>
    <message numerus="yes">
        <source>new · %n suggestion(s)</source>
        <translation>
            <numerusform>новая · %n подсказка</numerusform>
            <numerusform>новая · %n подсказки</numerusform>
            <numerusform>новая · %n подсказок</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 reviewed</source>
        <translation>проверено %1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n атрибуция</numerusform>
            <numerusform>%n атрибуции</numerusform>
            <numerusform>%n атрибуций</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ArticlePane</name>
    <message>
        <source>Article</source>
        <translation>Статья</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Крупнее текст</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Мельче текст</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Обычный размер текста</translation>
    </message>
    <message>
        <source>Take the highlight at the caret</source>
        <translation>Выбрать аннотацию у курсора</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Снять выбор</translation>
    </message>
    <message>
        <source>Find in article…</source>
        <translation>Найти в статье…</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Найти следующее</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Найти предыдущее</translation>
    </message>
    <message>
        <source>Suggested and accepted</source>
        <translation>Предложенные и принятые</translation>
    </message>
    <message>
        <source>Suggested only</source>
        <translation>Только предложенные</translation>
    </message>
    <message>
        <source>Accepted only</source>
        <translation>Только принятые</translation>
    </message>
    <message>
        <source>All, also rejected</source>
        <translation>Все, и отклонённые</translation>
    </message>
    <message>
        <source>Colours: %1</source>
        <translation>Цвета: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AssignKeyDialog</name>
    <message>
        <source>Choose a key</source>
        <translation>Выбор клавиши</translation>
    </message>
    <message>
        <source>Press the key for “%1”.</source>
        <translation>Нажмите клавишу для «%1».</translation>
    </message>
    <message>
        <source>Any key, alone or with Ctrl, Alt and Shift. Esc leaves all as it is.</source>
        <translation>Любая клавиша, одна или с Ctrl, Alt и Shift. Esc оставляет всё как есть.</translation>
    </message>
    <message>
        <source>Set key</source>
        <translation>Задать</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>Забрать клавишу</translation>
    </message>
    <message>
        <source>%1 Press another.</source>
        <translation>%1 Нажмите другую.</translation>
    </message>
    <message>
        <source>“%1” has this key. Taken from there, it has it no more.</source>
        <translation>Эта клавиша занята: «%1». Если её забрать, там её больше не будет.</translation>
    </message>
    <message>
        <source>This key is free.</source>
        <translation>Эта клавиша свободна.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AttributeFields</name>
    <message>
        <source>not given</source>
        <translation>не указано</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::BulkDialog</name>
    <message>
        <source>What will be done</source>
        <translation>Что будет сделано</translation>
    </message>
    <message>
        <source>How many of what</source>
        <translation>Сколько и чего</translation>
    </message>
    <message>
        <source>%1 many</source>
        <translation>%1: несколько элементов</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Примеры</translation>
    </message>
    <message>
        <source>Which items</source>
        <translation>Какие элементы</translation>
    </message>
    <message>
        <source>all in the list</source>
        <translation>все в списке</translation>
    </message>
    <message>
        <source>Which items:</source>
        <translation>Какие элементы:</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Новая метка</translation>
    </message>
    <message>
        <source>New &amp;label:</source>
        <translation>Новая &amp;метка:</translation>
    </message>
    <message>
        <source>In &amp;this article</source>
        <translation>В &amp;этой статье</translation>
    </message>
    <message>
        <source>In all articles of the &amp;project</source>
        <translation>Во всех статьях &amp;проекта</translation>
    </message>
    <message>
        <source>Where:</source>
        <translation>Где:</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Отклонить</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Пересмотреть</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>Сменить метку</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Подсчёт…</translation>
    </message>
    <message>
        <source>No span of these can have that label, or all have it already.</source>
        <translation>Ни один из этих фрагментов не может иметь такую метку, или она уже у всех.</translation>
    </message>
    <message>
        <source>Nothing would change: all of these are so already.</source>
        <translation>Ничего не изменилось бы: всё уже так.</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n article(s) will change.</source>
        <translation>
            <numerusform>Изменится: %1 в %n статье.</numerusform>
            <numerusform>Изменится: %1 в %n статьях.</numerusform>
            <numerusform>Изменится: %1 в %n статьях.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n элемент</numerusform>
            <numerusform>%n элемента</numerusform>
            <numerusform>%n элементов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of this article will change.</source>
        <translation>
            <numerusform>В этой статье изменится %n элемент.</numerusform>
            <numerusform>В этой статье изменятся %n элемента.</numerusform>
            <numerusform>В этой статье изменится %n элементов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them will be rejected instead, so as not to come back: found by a detector.</source>
        <translation>
            <numerusform>Из них %n, найденный детектором, будет отклонён, чтобы не появился снова.</numerusform>
            <numerusform>Из них %n, найденные детектором, будут отклонены, чтобы не появились снова.</numerusform>
            <numerusform>Из них %n, найденные детектором, будут отклонены, чтобы не появились снова.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is relabelled is thereby accepted.</source>
        <translation>Смена метки означает и принятие.</translation>
    </message>
    <message>
        <source>One step of undo takes it back.</source>
        <translation>Отменить можно за один шаг.</translation>
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
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a verb, and how many</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::BulkReviewing</name>
    <message numerus="yes">
        <source>%n selected item(s)</source>
        <translation>
            <numerusform>%n выделенный элемент</numerusform>
            <numerusform>%n выделенных элемента</numerusform>
            <numerusform>%n выделенных элементов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColourChoice</name>
    <message>
        <source>What the colours of the highlights tell apart. Their shapes always tell the labels.</source>
        <translation>Что различают цвета подсветки. Её форма всегда показывает метку.</translation>
    </message>
    <message>
        <source>Colour by: %1</source>
        <translation>Цвета: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColourField</name>
    <message>
        <source>Choose: %1</source>
        <translation>Выбрать: %1</translation>
    </message>
    <message>
        <source>Choose a colour</source>
        <translation>Выбор цвета</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColourMenu</name>
    <message>
        <source>Colours of the system</source>
        <translation>Системные цвета</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Светлые цвета</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Тёмные цвета</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>Высокий контраст, светлый</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Высокий контраст, тёмный</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColumnChoice</name>
    <message>
        <source>Text:</source>
        <translation>Текст:</translation>
    </message>
    <message>
        <source>Title:</source>
        <translation>Заголовок:</translation>
    </message>
    <message>
        <source>Date:</source>
        <translation>Дата:</translation>
    </message>
    <message>
        <source>Outlet:</source>
        <translation>Издание:</translation>
    </message>
    <message>
        <source>Author:</source>
        <translation>Автор:</translation>
    </message>
    <message>
        <source>Address:</source>
        <translation>Адрес:</translation>
    </message>
    <message>
        <source>Id:</source>
        <translation>Идентификатор:</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Язык:</translation>
    </message>
    <message>
        <source>Column that holds: %1</source>
        <translation>Столбец с данными: %1</translation>
    </message>
    <message>
        <source>(choose one)</source>
        <translation>(выберите)</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(нет)</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ContextHelp</name>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::DetailsDialog</name>
    <message>
        <source>Article details</source>
        <translation>Сведения о статье</translation>
    </message>
    <message>
        <source>told from the text</source>
        <translation>определить по тексту</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>&amp;Заголовок:</translation>
    </message>
    <message>
        <source>&amp;Outlet:</source>
        <translation>&amp;Издание:</translation>
    </message>
    <message>
        <source>&amp;Author:</source>
        <translation>&amp;Автор:</translation>
    </message>
    <message>
        <source>&amp;Date:</source>
        <translation>&amp;Дата:</translation>
    </message>
    <message>
        <source>Add&amp;ress:</source>
        <translation>Ад&amp;рес:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Язык:</translation>
    </message>
    <message>
        <source>Id:</source>
        <translation>Идентификатор:</translation>
    </message>
    <message>
        <source>The language decides which words the detectors know; suggest again after a change.</source>
        <translation>От языка зависит, какие слова знают детекторы; сменив его, предложите разметку заново.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::DetectorDialog</name>
    <message>
        <source>Add a detector</source>
        <translation>Добавление детектора</translation>
    </message>
    <message>
        <source>Detector %1</source>
        <translation>Детектор %1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Аргументы</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Слой</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Признак</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Program on this machine</source>
        <translation>Программа на этом компьютере</translation>
    </message>
    <message>
        <source>Server (Quoth&apos;s protocol)</source>
        <translation>Сервер (протокол Quoth)</translation>
    </message>
    <message>
        <source>Label Studio ML backend</source>
        <translation>ML-бэкенд Label Studio</translation>
    </message>
    <message>
        <source>INCEpTION external recommender</source>
        <translation>Внешний модуль рекомендаций INCEpTION</translation>
    </message>
    <message>
        <source> s</source>
        <translation> с</translation>
    </message>
    <message>
        <source>Time-out for an article</source>
        <translation>Время ожидания на статью</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Обзор…</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Its label</source>
        <translation>Его метка</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Означает</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>Время ожидания</translation>
    </message>
    <message>
        <source>Labels that are not listed are taken as they are, if the project has them.</source>
        <translation>Метки, которых нет в списке, берутся как есть, если они есть в проекте.</translation>
    </message>
    <message>
        <source>The detector was not kept, as nothing may be sent to %1.</source>
        <translation>Детектор не сохранён, так как на %1 ничего отправлять нельзя.</translation>
    </message>
    <message>
        <source>It is started without a shell and gets articles as JSON on its standard input, one a line.</source>
        <translation>Запускается без оболочки и получает статьи в формате JSON через стандартный ввод, по одной на строку.</translation>
    </message>
    <message>
        <source>names.py --fast</source>
        <translation>names.py --fast</translation>
    </message>
    <message>
        <source>A server that answers to /info and /detect below the address.</source>
        <translation>Сервер, который по этому адресу отвечает на /info и /detect.</translation>
    </message>
    <message>
        <source>It is asked as Label Studio does: /health, /setup and /predict below the address.</source>
        <translation>Запросы — как от Label Studio: /health, /setup и /predict по этому адресу.</translation>
    </message>
    <message>
        <source>It is asked as INCEpTION does: /predict below the address, for the annotations of one layer.</source>
        <translation>Запросы — как от INCEpTION: /predict по этому адресу, аннотации одного слоя.</translation>
    </message>
    <message>
        <source>⚠ The texts of articles will be sent to %1.</source>
        <translation>⚠ Тексты статей будут отправляться на %1.</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>(пропускается)</translation>
    </message>
    <message>
        <source>Texts leave this machine</source>
        <translation>Тексты покинут этот компьютер</translation>
    </message>
    <message>
        <source>The whole text of each article that this detector looks at will be sent to %1.</source>
        <translation>Полный текст каждой статьи, которую просматривает этот детектор, будет отправляться на %1.</translation>
    </message>
    <message>
        <source>Whoever runs it can read and keep the articles. This is asked once for a host.</source>
        <translation>Владелец сервера сможет читать и хранить статьи. Вопрос задаётся один раз для каждого узла.</translation>
    </message>
    <message>
        <source>Send texts</source>
        <translation>Отправлять тексты</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::DetectorsDialog</name>
    <message>
        <source>Detectors</source>
        <translation>Детекторы</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>What the detector told</source>
        <translation>Что сообщил детектор</translation>
    </message>
    <message>
        <source>The enabled ones look for highlights in this order; what the earlier ones found is not doubled. Space enables and disables. They are yours, not the project’s.</source>
        <translation>Включённые ищут аннотации в этом порядке; найденное первыми не повторяется. Пробел включает и отключает. Это ваши настройки, а не проекта.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Добавить…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Sends two sentences of ours and shows what comes back</source>
        <translation>Отправляет две пробные фразы и показывает ответ</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>✗ failed</source>
        <translation>✗ ошибка</translation>
    </message>
    <message>
        <source>✓ works</source>
        <translation>✓ работает</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>не проверен</translation>
    </message>
    <message>
        <source>✓ built in</source>
        <translation>✓ встроенный</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>встроенный</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
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
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Remove a detector</source>
        <translation>Удаление детектора</translation>
    </message>
    <message>
        <source>Remove %1 from your detectors? What it suggested stays.</source>
        <translation>Удалить %1 из ваших детекторов? Его подсказки останутся.</translation>
    </message>
    <message numerus="yes">
        <source>%1 was sent two sentences of ours; waiting for at most %n second(s)…</source>
        <translation>
            <numerusform>Детектору %1 отправлены две пробные фразы; ожидание не более %n секунды…</numerusform>
            <numerusform>Детектору %1 отправлены две пробные фразы; ожидание не более %n секунд…</numerusform>
            <numerusform>Детектору %1 отправлены две пробные фразы; ожидание не более %n секунд…</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered in %1 ms.</source>
        <translation>Ответ за %1 мс.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n фрагмент</numerusform>
            <numerusform>%n фрагмента</numerusform>
            <numerusform>%n фрагментов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n атрибуция</numerusform>
            <numerusform>%n атрибуции</numerusform>
            <numerusform>%n атрибуций</numerusform>
        </translation>
    </message>
    <message>
        <source>It says that it is %1, version %2.</source>
        <translation>Назвался: %1, версия %2.</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>Проверка остановлена.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ExchangeTasks</name>
    <message>
        <source>Suggest highlights</source>
        <translation>Предложить разметку</translation>
    </message>
    <message>
        <source>Look for speakers, quotations and claims in this article. What you accepted or rejected stays.</source>
        <translation>Искать в этой статье говорящих, цитаты и утверждения. Принятое и отклонённое вами остаётся.</translation>
    </message>
    <message>
        <source>Detectors…</source>
        <translation>Детекторы…</translation>
    </message>
    <message>
        <source>Which detectors look for highlights, in which order; add programs and servers of your own</source>
        <translation>Какие детекторы и в каком порядке ищут аннотации; здесь же добавляются свои программы и серверы</translation>
    </message>
    <message>
        <source>Export dataset…</source>
        <translation>Экспорт набора данных…</translation>
    </message>
    <message>
        <source>Publish dataset…</source>
        <translation>Опубликовать набор данных…</translation>
    </message>
    <message>
        <source>A folder with splits, card, label schema and checksums, as Hugging Face has it</source>
        <translation>Папка с выборками, карточкой, схемой разметки и контрольными суммами, как принято на Hugging Face</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message numerus="yes">
        <source>Importing %n file(s)…</source>
        <translation>
            <numerusform>Импорт %n файла…</numerusform>
            <numerusform>Импорт %n файлов…</numerusform>
            <numerusform>Импорт %n файлов…</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is on the clipboard that could be an article: copy its text, its address or its file.</source>
        <translation>В буфере обмена нет ничего, что может быть статьёй: скопируйте её текст, адрес или файл.</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>Прервать поиск</translation>
    </message>
    <message>
        <source>Detectors are looking for highlights; go on working. %1 stops them.</source>
        <translation>Детекторы ищут аннотации; можно работать дальше. %1 останавливает их.</translation>
    </message>
    <message>
        <source>Nothing new was found.</source>
        <translation>Ничего нового не найдено.</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Детекторы</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>The detectors have this to tell:</source>
        <translation>Сообщения детекторов:</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) came in. This is to be told:</source>
        <translation>
            <numerusform>Добавлена %n статья. Замечания:</numerusform>
            <numerusform>Добавлены %n статьи. Замечания:</numerusform>
            <numerusform>Добавлено %n статей. Замечания:</numerusform>
        </translation>
    </message>
    <message>
        <source>The detectors are done.</source>
        <translation>Детекторы закончили работу.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) came in.</source>
        <translation>
            <numerusform>Добавлена %n статья.</numerusform>
            <numerusform>Добавлены %n статьи.</numerusform>
            <numerusform>Добавлено %n статей.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>All articles that were here are undone. After an import they cannot be brought back.</source>
        <translation>Все статьи, которые здесь были, отменены. После импорта их уже не вернуть.</translation>
    </message>
    <message>
        <source>Redo brings them back, with all that was labelled in them.</source>
        <translation>Повтор вернёт их со всем, что в них размечено.</translation>
    </message>
    <message>
        <source>Import all the same</source>
        <translation>Всё равно импортировать</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ExportDialog</name>
    <message>
        <source>Export dataset</source>
        <translation>Экспорт набора данных</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Ход экспорта</translation>
    </message>
    <message>
        <source>What the format could not carry</source>
        <translation>Что формат не смог передать</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Экспорт</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>&amp;Accepted</source>
        <translation>&amp;Принятая</translation>
    </message>
    <message>
        <source>&amp;Suggested, not reviewed yet</source>
        <translation>Предло&amp;женная, ещё не проверенная</translation>
    </message>
    <message>
        <source>&amp;Rejected, as negative examples</source>
        <translation>О&amp;тклонённая — как отрицательные примеры</translation>
    </message>
    <message>
        <source>Export accepted highlights</source>
        <translation>Экспортировать принятую разметку</translation>
    </message>
    <message>
        <source>Export suggested highlights</source>
        <translation>Экспортировать предложенную разметку</translation>
    </message>
    <message>
        <source>Export rejected highlights</source>
        <translation>Экспортировать отклонённую разметку</translation>
    </message>
    <message>
        <source>A&amp;ll articles</source>
        <translation>&amp;Все статьи</translation>
    </message>
    <message>
        <source>&amp;This article</source>
        <translation>Эта &amp;статья</translation>
    </message>
    <message>
        <source>Export all articles</source>
        <translation>Экспортировать все статьи</translation>
    </message>
    <message>
        <source>Export the open article only</source>
        <translation>Экспортировать только открытую статью</translation>
    </message>
    <message>
        <source>Output path</source>
        <translation>Путь для вывода</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Обзор…</translation>
    </message>
    <message>
        <source>Choose the output</source>
        <translation>Куда записать</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Формат:</translation>
    </message>
    <message>
        <source>Highlights:</source>
        <translation>Разметка:</translation>
    </message>
    <message>
        <source>Articles:</source>
        <translation>Статьи:</translation>
    </message>
    <message>
        <source>&amp;Output:</source>
        <translation>&amp;Куда:</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Папка для файлов</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>Экспортировать как</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is written yet. Of %n article(s) the format cannot carry all: choose another one, or export anyway.</source>
        <translation>
            <numerusform>Пока ничего не записано. В %n статье есть то, чего формат не передаёт: выберите другой или всё равно запишите.</numerusform>
            <numerusform>Пока ничего не записано. В %n статьях есть то, чего формат не передаёт: выберите другой или всё равно запишите.</numerusform>
            <numerusform>Пока ничего не записано. В %n статьях есть то, чего формат не передаёт: выберите другой или всё равно запишите.</numerusform>
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
            <numerusform>%n статья записана в %1.</numerusform>
            <numerusform>%n статьи записаны в %1.</numerusform>
            <numerusform>%n статей записано в %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The format could not carry all:</source>
        <translation>Формат смог передать не всё:</translation>
    </message>
    <message>
        <source>Nothing was written. %1</source>
        <translation>Ничего не записано. %1</translation>
    </message>
    <message>
        <source>No highlights are chosen: only the texts will be written.</source>
        <translation>Разметка не выбрана: будут записаны только тексты.</translation>
    </message>
    <message>
        <source>The folder exists; files of the same name in it will be replaced.</source>
        <translation>Папка уже есть; одноимённые файлы в ней будут заменены.</translation>
    </message>
    <message>
        <source>The file exists and will be replaced.</source>
        <translation>Файл уже есть и будет заменён.</translation>
    </message>
    <message>
        <source>&amp;Export anyway</source>
        <translation>Всё &amp;равно записать</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Отме&amp;на</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>Of overlapping spans, write</source>
        <translation>При перекрытии фрагментов записывать</translation>
    </message>
    <message>
        <source>the longest</source>
        <translation>самый длинный</translation>
    </message>
    <message>
        <source>the shortest</source>
        <translation>самый короткий</translation>
    </message>
    <message>
        <source>Of o&amp;verlapping spans:</source>
        <translation>При перекрытии фра&amp;гментов:</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Exporting</name>
    <message>
        <source>The format “%1” cannot be written.</source>
        <translation>Формат «%1» нельзя записать.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Guidelines</name>
    <message>
        <source>Show the guideline</source>
        <translation>Показать инструкцию</translation>
    </message>
    <message>
        <source>What to label, and where it begins and ends</source>
        <translation>Что размечать, где начинать и где заканчивать</translation>
    </message>
    <message>
        <source>The label schema has no guideline for this label.</source>
        <translation>В схеме разметки нет инструкции для этой метки.</translation>
    </message>
    <message>
        <source>Its parts: %1.</source>
        <comment>the roles of a frame</comment>
        <translation>Части: %1.</translation>
    </message>
    <message>
        <source>Guidelines of all labels</source>
        <translation>Инструкции для всех меток</translation>
    </message>
    <message>
        <source>Guideline of %1</source>
        <comment>a label</comment>
        <translation>Инструкция: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HelpMenu</name>
    <message>
        <source>Manual</source>
        <translation>Руководство</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Экскурсия по программе</translation>
    </message>
    <message>
        <source>Shows on the sample articles how to review and label, in ten steps</source>
        <translation>За десять шагов показывает на пробных статьях, как проверять подсказки и размечать</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Изменить клавиши…</translation>
    </message>
    <message>
        <source>About Quoth</source>
        <translation>О программе Quoth</translation>
    </message>
    <message>
        <source>&lt;b&gt;Quoth %1&lt;/b&gt;&lt;p&gt;Label who said what in news articles.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Quoth %1&lt;/b&gt;&lt;p&gt;Разметка новостных статей: кто что сказал.&lt;/p&gt;&lt;p&gt;Свободная программа на условиях GNU General Public License, версии 3 или более поздней.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HelpWindow</name>
    <message>
        <source>Manual</source>
        <translation>Руководство</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Вперёд</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Мельче текст</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Крупнее текст</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Обычный размер текста</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Поиск в руководстве</translation>
    </message>
    <message>
        <source>Next place found</source>
        <translation>Следующее найденное место</translation>
    </message>
    <message>
        <source>Previous place found</source>
        <translation>Предыдущее найденное место</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Разделы</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Найденные места</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a heading and its chapter</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) found; Enter goes on</source>
        <translation>
            <numerusform>Найдено %n место; Enter — далее</numerusform>
            <numerusform>Найдено %n места; Enter — далее</numerusform>
            <numerusform>Найдено %n мест; Enter — далее</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – Manual of Quoth</source>
        <translation>%1 — Руководство по Quoth</translation>
    </message>
    <message>
        <source>%1 of %2 in this chapter</source>
        <translation>%1 из %2 в этом разделе</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HistoryDock</name>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Only the open article</source>
        <translation>Только открытая статья</translation>
    </message>
    <message>
        <source>Go back to this point</source>
        <translation>Вернуться к этой точке</translation>
    </message>
    <message>
        <source>The project is here. Choose a point to go to.</source>
        <translation>Проект сейчас в этой точке. Выберите, куда перейти.</translation>
    </message>
    <message numerus="yes">
        <source>Undo %n step(s)</source>
        <translation>
            <numerusform>Отменить %n шаг</numerusform>
            <numerusform>Отменить %n шага</numerusform>
            <numerusform>Отменить %n шагов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redo %n step(s)</source>
        <translation>
            <numerusform>Повторить %n шаг</numerusform>
            <numerusform>Повторить %n шага</numerusform>
            <numerusform>Повторить %n шагов</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them in the open article</source>
        <translation>Все — в открытой статье</translation>
    </message>
    <message numerus="yes">
        <source>%n of them in other articles</source>
        <translation>
            <numerusform>Из них в других статьях: %n</numerusform>
            <numerusform>Из них в других статьях: %n</numerusform>
            <numerusform>Из них в других статьях: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo %n step(s)?</source>
        <translation>
            <numerusform>Отменить %n шаг?</numerusform>
            <numerusform>Отменить %n шага?</numerusform>
            <numerusform>Отменить %n шагов?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redo %n step(s)?</source>
        <translation>
            <numerusform>Повторить %n шаг?</numerusform>
            <numerusform>Повторить %n шага?</numerusform>
            <numerusform>Повторить %n шагов?</numerusform>
        </translation>
    </message>
    <message>
        <source>Until something else is done, this can be reversed from here.</source>
        <translation>Пока не сделано ничего другого, отсюда можно вернуть всё обратно.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them in other articles. Until something else is done, this can be reversed from here.</source>
        <translation>
            <numerusform>Из них в других статьях: %n. Пока не сделано ничего другого, отсюда можно вернуть всё обратно.</numerusform>
            <numerusform>Из них в других статьях: %n. Пока не сделано ничего другого, отсюда можно вернуть всё обратно.</numerusform>
            <numerusform>Из них в других статьях: %n. Пока не сделано ничего другого, отсюда можно вернуть всё обратно.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undoing %n step(s)…</source>
        <translation>
            <numerusform>Отмена %n шага…</numerusform>
            <numerusform>Отмена %n шагов…</numerusform>
            <numerusform>Отмена %n шагов…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redoing %n step(s)…</source>
        <translation>
            <numerusform>Повтор %n шага…</numerusform>
            <numerusform>Повтор %n шагов…</numerusform>
            <numerusform>Повтор %n шагов…</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Nothing has been done yet. Each step that you do comes to stand here, to go back to.</source>
        <translation>Пока ничего не сделано. Здесь появится каждый ваш шаг, чтобы к нему можно было вернуться.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HistoryModel</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n статья</numerusform>
            <numerusform>%n статьи</numerusform>
            <numerusform>%n статей</numerusform>
        </translation>
    </message>
    <message>
        <source>the project is here</source>
        <translation>проект сейчас здесь</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>отменено</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HistoryView</name>
    <message>
        <source>History of the article</source>
        <translation>История статьи</translation>
    </message>
    <message>
        <source>undone: %1</source>
        <translation>отменено: %1</translation>
    </message>
    <message>
        <source>done again: %1</source>
        <translation>повторено: %1</translation>
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
        <translation>Импорт статей</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>Файлы для импорта</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Кодировка</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>&amp;Suggest highlights at once</source>
        <translation>Сразу &amp;предложить разметку</translation>
    </message>
    <message>
        <source>Suggest highlights at once</source>
        <translation>Сразу предложить разметку</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Импорт</translation>
    </message>
    <message>
        <source>Format of the selected file</source>
        <translation>Формат выбранного файла</translation>
    </message>
    <message>
        <source>Encoding of the selected file</source>
        <translation>Кодировка выбранного файла</translation>
    </message>
    <message>
        <source>Which column is what:</source>
        <translation>Что в каком столбце:</translation>
    </message>
    <message>
        <source>Beginning of the text</source>
        <translation>Начало текста</translation>
    </message>
    <message>
        <source>&amp;Noticed while reading:</source>
        <translation>&amp;Замечания при чтении:</translation>
    </message>
    <message>
        <source>Noticed while reading</source>
        <translation>Замечания при чтении</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Формат:</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>&amp;Кодировка:</translation>
    </message>
    <message>
        <source>Beginning of the &amp;text:</source>
        <translation>Начало &amp;текста:</translation>
    </message>
    <message>
        <source>Nearly the same as “%1” in the project: %2 % of the words</source>
        <translation>Почти совпадает со статьёй «%1» в проекте: %2&#xa0;% слов</translation>
    </message>
    <message>
        <source>Nearly the same as the file “%1”: %2 % of the words</source>
        <translation>Почти совпадает с файлом «%1»: %2&#xa0;% слов</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Чтение…</translation>
    </message>
    <message>
        <source>Cannot be read: %1</source>
        <translation>Не читается: %1</translation>
    </message>
    <message>
        <source>%1 (there already?)</source>
        <translation>%1 (уже есть?)</translation>
    </message>
    <message>
        <source>Recognised by its content</source>
        <translation>Определяется по содержимому</translation>
    </message>
    <message>
        <source>Recognised: %1</source>
        <translation>Определён: %1</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>Определяется автоматически</translation>
    </message>
    <message>
        <source>Detected: %1</source>
        <translation>Определена: %1</translation>
    </message>
    <message numerus="yes">
        <source>(%n times)</source>
        <translation>
            <numerusform>(%n раз)</numerusform>
            <numerusform>(%n раза)</numerusform>
            <numerusform>(%n раз)</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>Чтение файлов…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read and will be left out.</source>
        <translation>
            <numerusform>%n файл не читается и будет пропущен.</numerusform>
            <numerusform>%n файла не читаются и будут пропущены.</numerusform>
            <numerusform>%n файлов не читаются и будут пропущены.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Importing</name>
    <message>
        <source>Stopped; what was done so far stays in the project.</source>
        <translation>Остановлено; уже сделанное остаётся в проекте.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were in the project already and got new annotations.</source>
        <translation>
            <numerusform>%n статья уже была в проекте и получила новые аннотации.</numerusform>
            <numerusform>%n статьи уже были в проекте и получили новые аннотации.</numerusform>
            <numerusform>%n статей уже были в проекте и получили новые аннотации.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were in the project already.</source>
        <translation>
            <numerusform>%n статья уже была в проекте.</numerusform>
            <numerusform>%n статьи уже были в проекте.</numerusform>
            <numerusform>%n статей уже были в проекте.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::InspectorDock</name>
    <message>
        <source>Inspector</source>
        <translation>Инспектор</translation>
    </message>
    <message>
        <source>Set speaker</source>
        <translation>Указать говорящего</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Изменить заметку</translation>
    </message>
    <message>
        <source>Nothing is in hand. Select words and press a label’s key to label them, or go to the next suggestion.</source>
        <translation>Ничего не выбрано. Выделите слова и нажмите клавишу метки, чтобы разметить их, или перейдите к следующей подсказке.</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Инструкция</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Nothing is in hand. Select words and press a label’s key to label them, or go to the next suggestion by %1.</source>
        <translation>Ничего не выбрано. Выделите слова и нажмите клавишу метки, чтобы разметить их, или перейдите к следующей подсказке (%1).</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ItemForm</name>
    <message>
        <source>Words</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Говорящий</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>прямая</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>косвенная</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>смешанная</translation>
    </message>
    <message>
        <source>none</source>
        <comment>kind of quotation</comment>
        <translation>нет</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Note on “%1”</source>
        <comment>a label</comment>
        <translation>Заметка («%1»)</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::KeySheet</name>
    <message>
        <source>Accept on the card</source>
        <translation>«Принять» на карточке</translation>
    </message>
    <message>
        <source>Reject on the card</source>
        <translation>«Отклонить» на карточке</translation>
    </message>
    <message>
        <source>Fix on the card</source>
        <translation>«Исправить» на карточке</translation>
    </message>
    <message>
        <source>click it, again for the next there</source>
        <translation>щелчок по ней, ещё раз — следующая там же</translation>
    </message>
    <message>
        <source>click beside it</source>
        <translation>щелчок рядом</translation>
    </message>
    <message>
        <source>Ctrl and wheel</source>
        <translation>Ctrl и колёсико</translation>
    </message>
    <message>
        <source>in the inspector</source>
        <translation>в инспекторе</translation>
    </message>
    <message>
        <source>click it in the bar</source>
        <translation>щелчок на панели</translation>
    </message>
    <message>
        <source>Add the selected words to the span in hand</source>
        <translation>Добавить выделенные слова к текущему фрагменту</translation>
    </message>
    <message>
        <source>Label all that is selected with the mouse, until the key is pressed again</source>
        <translation>Размечать всё, что выделяется мышью, до нажатия той же клавиши</translation>
    </message>
    <message>
        <source>The caret in the article</source>
        <translation>Курсор в статье</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Стрелки</translation>
    </message>
    <message>
        <source>Move the caret; with Shift select</source>
        <translation>Перемещение курсора; с Shift — выделение</translation>
    </message>
    <message>
        <source>click</source>
        <translation>щелчок</translation>
    </message>
    <message>
        <source>Ctrl and arrows</source>
        <translation>Ctrl и стрелки</translation>
    </message>
    <message>
        <source>By words</source>
        <translation>По словам</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home, End</translation>
    </message>
    <message>
        <source>Beginning and end of the line; with Ctrl, of the article</source>
        <translation>Начало и конец строки; с Ctrl — статьи</translation>
    </message>
    <message>
        <source>With the mouse</source>
        <translation>Мышью</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Щелчок</translation>
    </message>
    <message>
        <source>A word, or the highlight there; again for the next highlight</source>
        <translation>Слово или аннотация на нём; ещё раз — следующая аннотация</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Двойной щелчок</translation>
    </message>
    <message>
        <source>Select a word; a third click its sentence</source>
        <translation>Выделить слово; третий щелчок — его предложение</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Перетаскивание</translation>
    </message>
    <message>
        <source>Select whole words; with Alt single characters</source>
        <translation>Выделить целые слова; с Alt — отдельные символы</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>Правый щелчок</translation>
    </message>
    <message>
        <source>A menu of all that can be done there</source>
        <translation>Меню всего, что здесь можно сделать</translation>
    </message>
    <message>
        <source>No key does that. %1 finds actions without a key, too.</source>
        <comment>a key</comment>
        <translation>Такой клавиши нет. %1 находит и действия без клавиши.</translation>
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
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Find a key or what it does</source>
        <translation>Найти клавишу или действие</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Изменить клавиши…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Печать…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::LabelBrush</name>
    <message>
        <source>Label all that is selected as %1</source>
        <translation>Размечать всё выделяемое как «%1»</translation>
    </message>
    <message>
        <source>Label as the last time</source>
        <translation>Разметить как в прошлый раз</translation>
    </message>
    <message>
        <source>Words selected with the mouse become “%1” at once, until this is chosen again</source>
        <translation>Слова, выделенные мышью, сразу получают метку «%1» — пока это действие не выбрано ещё раз</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Labelling</name>
    <message>
        <source>New attribution from here</source>
        <translation>Новая атрибуция отсюда</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Label as %1</source>
        <translation>Разметить как «%1»</translation>
    </message>
    <message>
        <source>Add words to the %1 in hand</source>
        <translation>Добавить слова к текущему фрагменту «%1»</translation>
    </message>
    <message>
        <source>Begin a word earlier</source>
        <translation>Начать на слово раньше</translation>
    </message>
    <message>
        <source>Begin a word later</source>
        <translation>Начать на слово позже</translation>
    </message>
    <message>
        <source>End a word earlier</source>
        <translation>Закончить на слово раньше</translation>
    </message>
    <message>
        <source>End a word later</source>
        <translation>Закончить на слово позже</translation>
    </message>
    <message>
        <source>Begin a character earlier</source>
        <translation>Начать на символ раньше</translation>
    </message>
    <message>
        <source>Begin a character later</source>
        <translation>Начать на символ позже</translation>
    </message>
    <message>
        <source>End a character earlier</source>
        <translation>Закончить на символ раньше</translation>
    </message>
    <message>
        <source>End a character later</source>
        <translation>Закончить на символ позже</translation>
    </message>
    <message>
        <source>Select the words that are credited to somebody first, or put the caret into a quotation.</source>
        <translation>Сначала выделите слова, приписанные кому-либо, или поставьте курсор в цитату.</translation>
    </message>
    <message>
        <source>No %1 is in hand that words could be added to.</source>
        <comment>a label</comment>
        <translation>Не выбран элемент «%1», к которому можно было бы добавить слова.</translation>
    </message>
    <message>
        <source>Select the words to add first.</source>
        <translation>Сначала выделите слова, которые нужно добавить.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::LanguageMenu</name>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::LearnedDialog</name>
    <message>
        <source>What was learned</source>
        <translation>Усвоенное</translation>
    </message>
    <message>
        <source>Nothing yet. Quoth learns from the suggestions that you accept, fix and reject, while you work.</source>
        <translation>Пока ничего. Quoth учится во время работы на подсказках, которые вы принимаете, исправляете и отклоняете.</translation>
    </message>
    <message numerus="yes">
        <source>Learned from %n article(s)</source>
        <translation>
            <numerusform>Обучено на %n статье</numerusform>
            <numerusform>Обучено на %n статьях</numerusform>
            <numerusform>Обучено на %n статьях</numerusform>
        </translation>
    </message>
    <message>
        <source>Version:</source>
        <translation>Версия:</translation>
    </message>
    <message>
        <source>%1, of %2</source>
        <translation>%1 от %2</translation>
    </message>
    <message>
        <source>Model:</source>
        <translation>Модель:</translation>
    </message>
    <message>
        <source>Decisions:</source>
        <translation>Решения:</translation>
    </message>
    <message>
        <source>Strength:</source>
        <translation>Сила:</translation>
    </message>
    <message>
        <source>What was learned, the strongest first</source>
        <translation>Усвоенное, самое сильное — первым</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;Забыть</translation>
    </message>
    <message>
        <source>What you decided so far will not be learned from again; your labels stay as they are.</source>
        <translation>На прежних решениях обучения больше не будет; ваши метки останутся как есть.</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Экспорт…</translation>
    </message>
    <message>
        <source>A model file that knows this, for other projects</source>
        <translation>Файл модели, которая это знает, для других проектов</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Learning</name>
    <message>
        <source>What was learned…</source>
        <translation>Усвоенное…</translation>
    </message>
    <message>
        <source>What Quoth has learned from your decisions in this project, and how to forget or export it</source>
        <translation>Что Quoth усвоил из ваших решений в этом проекте и как это забыть или экспортировать</translation>
    </message>
    <message>
        <source>Nothing was learned: %1</source>
        <translation>Ничего не усвоено: %1</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>What was learned is forgotten; what you decide from now on is learned from.</source>
        <translation>Усвоенное забыто; обучение пойдёт на ваших дальнейших решениях.</translation>
    </message>
    <message>
        <source>Export the model with what was learned</source>
        <translation>Экспорт модели с усвоенным</translation>
    </message>
    <message>
        <source>Models (*.quothmodel)</source>
        <translation>Модели (*.quothmodel)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Не удаётся записать %1: %2</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::MainWindow</name>
    <message>
        <source>New project…</source>
        <translation>Создать проект…</translation>
    </message>
    <message>
        <source>One file that holds your articles and all that you label in them</source>
        <translation>Один файл, где хранятся ваши статьи и вся их разметка</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Открыть проект…</translation>
    </message>
    <message>
        <source>A file that ends in .quoth</source>
        <translation>Файл с расширением .quoth</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>Открыть пробный проект</translation>
    </message>
    <message>
        <source>Three short articles: one is labelled, two have suggestions to review</source>
        <translation>Три короткие статьи: одна размечена, в двух подсказки для проверки</translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation>Импорт статей…</translation>
    </message>
    <message>
        <source>Open articles</source>
        <translation>Открыть статьи</translation>
    </message>
    <message>
        <source>Text, saved web pages, documents, tables, and what other annotation tools write</source>
        <translation>Текст, сохранённые веб-страницы, документы, таблицы и файлы других программ разметки</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Импорт папки…</translation>
    </message>
    <message>
        <source>All articles in a folder and the folders in it</source>
        <translation>Все статьи в папке и вложенных в неё папках</translation>
    </message>
    <message>
        <source>Import from an address…</source>
        <translation>Импорт по адресу…</translation>
    </message>
    <message>
        <source>Fetches a web page or document by its address</source>
        <translation>Загружает веб-страницу или документ по адресу</translation>
    </message>
    <message>
        <source>Import from the clipboard</source>
        <translation>Импорт из буфера обмена</translation>
    </message>
    <message>
        <source>Makes an article of the text, address or files that were copied last</source>
        <translation>Создаёт статью из текста, адреса или файлов, скопированных последними</translation>
    </message>
    <message>
        <source>Save article as picture or page…</source>
        <translation>Сохранить статью как изображение или страницу…</translation>
    </message>
    <message>
        <source>Print article…</source>
        <translation>Печать статьи…</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>Закрыть проект</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выход</translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation>Команды…</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>статьи</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Импорт папки</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>&amp;Разметка</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>Пр&amp;оверка</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цветовая схема</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>%1 – Quoth</source>
        <translation>%1 — Quoth</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Открытие проекта</translation>
    </message>
    <message>
        <source>Quoth projects (*.quoth)</source>
        <translation>Проекты Quoth (*.quoth)</translation>
    </message>
    <message>
        <source>Where shall the project be kept?</source>
        <translation>Где хранить проект?</translation>
    </message>
    <message>
        <source>Articles (%1)</source>
        <translation>Статьи (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Save article as</source>
        <translation>Сохранить статью как</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Web page (*.html);;Picture (*.png)</source>
        <translation>PDF (*.pdf);;Веб-страница (*.html);;Изображение (*.png)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>Open an article…</source>
        <translation>Открыть статью…</translation>
    </message>
    <message>
        <source>The project “%1” is there already. Open it and go on in it?</source>
        <translation>Проект «%1» уже есть. Открыть его и продолжить в нём?</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ManualView</name>
    <message>
        <source>Chapter of the manual</source>
        <translation>Раздел руководства</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::MergeDialog</name>
    <message>
        <source>Merge speakers</source>
        <translation>Объединение говорящих</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Объединить</translation>
    </message>
    <message>
        <source>These are one speaker. Which name shall stay?</source>
        <translation>Это один говорящий. Какое имя оставить?</translation>
    </message>
    <message>
        <source>Name of another speaker</source>
        <translation>Имя ещё одного говорящего</translation>
    </message>
    <message>
        <source>&amp;And also</source>
        <translation>&amp;А также</translation>
    </message>
    <message>
        <source>The other names become aliases, and all that was credited to them is credited to the one that stays, in all articles. Undo takes it back in one step.</source>
        <translation>Остальные имена сохранятся в «других именах», и всё приписанное им во всех статьях перейдёт к оставшемуся. Отменить можно за один шаг.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::OccurrencesDialog</name>
    <message>
        <source>&amp;Whole words only</source>
        <translation>Только &amp;целые слова</translation>
    </message>
    <message>
        <source>&amp;Upper and lower case as here</source>
        <translation>С учётом &amp;регистра</translation>
    </message>
    <message>
        <source>In &amp;this article</source>
        <translation>В &amp;этой статье</translation>
    </message>
    <message>
        <source>In the whole &amp;project</source>
        <translation>Во всём &amp;проекте</translation>
    </message>
    <message>
        <source>Suggest at all occurrences</source>
        <translation>Предложить во всех местах</translation>
    </message>
    <message>
        <source>Wherever “%1” stands again, suggest “%2”, credited to %3.</source>
        <translation>Всюду, где ещё встречается «%1», предложить «%2», приписав: %3.</translation>
    </message>
    <message>
        <source>Wherever “%1” stands again, suggest “%2”.</source>
        <translation>Всюду, где ещё встречается «%1», предложить «%2».</translation>
    </message>
    <message>
        <source>Where the words stand</source>
        <translation>Где встречаются эти слова</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>Предложить</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>No further place. What is labelled so already, or was rejected, does not count.</source>
        <translation>Других мест нет. Уже размеченное так же и отклонённое не считается.</translation>
    </message>
    <message numerus="yes">
        <source>%n further place(s) in this article.</source>
        <translation>
            <numerusform>Ещё %n место в этой статье.</numerusform>
            <numerusform>Ещё %n места в этой статье.</numerusform>
            <numerusform>Ещё %n мест в этой статье.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further place(s)</source>
        <translation>
            <numerusform>Ещё %n место</numerusform>
            <numerusform>Ещё %n места</numerusform>
            <numerusform>Ещё %n мест</numerusform>
        </translation>
    </message>
    <message>
        <source>Suggest %1</source>
        <translation>Предложить: %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n article(s).</source>
        <comment>places</comment>
        <translation>
            <numerusform>%1 в %n статье.</numerusform>
            <numerusform>%1 в %n статьях.</numerusform>
            <numerusform>%1 в %n статьях.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Overlaps</name>
    <message>
        <source>Choose among the highlights at the caret…</source>
        <translation>Выбрать из аннотаций у курсора…</translation>
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
        <translation>Линии между частями текущей атрибуции</translation>
    </message>
    <message>
        <source>Invisible characters</source>
        <translation>Невидимые символы</translation>
    </message>
    <message>
        <source>Shows no-break blanks, zero-width and direction-changing characters, tabs, doubled and trailing blanks</source>
        <translation>Показывает неразрывные пробелы, символы нулевой ширины и направления письма, табуляцию, двойные и концевые пробелы</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::PaletteBar</name>
    <message>
        <source>Labels</source>
        <translation>Метки</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::PartList</name>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ниже</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Printing</name>
    <message>
        <source>Print article</source>
        <translation>Печать статьи</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ProjectDesk</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Отменить: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Повторить: %1</translation>
    </message>
    <message>
        <source>Labels and review</source>
        <translation>Метки и проверка</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Which highlights are shown</source>
        <translation>Какие аннотации показаны</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>No other suggestion is left in this article</source>
        <translation>Других подсказок в этой статье нет</translation>
    </message>
    <message>
        <source>%1: %2 %3 move its begin, %4 %5 its end; %6 the next part</source>
        <translation>%1: %2 %3 двигают начало, %4 %5 — конец; %6 — следующая часть</translation>
    </message>
    <message>
        <source>No article is open. Choose one in the list of articles (%1), or import some by %2.</source>
        <translation>Статья не открыта. Выберите её в списке статей (%1) или импортируйте новые (%2).</translation>
    </message>
    <message>
        <source>%1: select other words, or move its edges: %2 %3 its begin, %4 %5 its end</source>
        <translation>%1: выделите другие слова или сдвиньте границы: %2 %3 — начало, %4 %5 — конец</translation>
    </message>
    <message>
        <source>%1: select its words, or %2</source>
        <comment>a part, and a key</comment>
        <translation>%1: выделите слова или нажмите %2</translation>
    </message>
    <message>
        <source>%2 takes what is proposed. %1: select other words, %3 drops it, %4 the next part</source>
        <comment>a part, and keys</comment>
        <translation>%2 принимает предлагаемое. %1: выделите другие слова, %3 убирает, %4 — следующая часть</translation>
    </message>
    <message>
        <source>Words selected with the mouse become “%1”, until %2</source>
        <comment>a label, and a key</comment>
        <translation>Слова, выделенные мышью, получают метку «%1» — до нажатия %2</translation>
    </message>
    <message>
        <source>Done: %1. %2 takes it back.</source>
        <comment>what was done, and a key</comment>
        <translation>Готово: %1. %2 отменяет.</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) accepted; %1 takes it back</source>
        <comment>a key</comment>
        <translation>
            <numerusform>Принята %n подсказка; %1 отменяет</numerusform>
            <numerusform>Приняты %n подсказки; %1 отменяет</numerusform>
            <numerusform>Принято %n подсказок; %1 отменяет</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) rejected; %1 takes it back</source>
        <comment>a key</comment>
        <translation>
            <numerusform>Отклонена %n подсказка; %1 отменяет</numerusform>
            <numerusform>Отклонены %n подсказки; %1 отменяет</numerusform>
            <numerusform>Отклонено %n подсказок; %1 отменяет</numerusform>
        </translation>
    </message>
    <message>
        <source>No article is open. What was undone comes back by %1.</source>
        <translation>Ни одна статья не открыта. Отменённое возвращает %1.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Provenance</name>
    <message>
        <source>suggested</source>
        <translation>предложено</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>принято</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>отклонено</translation>
    </message>
    <message>
        <source>built-in rules %1</source>
        <translation>встроенные правила %1</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>импорт</translation>
    </message>
    <message>
        <source>imported, %1</source>
        <translation>импорт, %1</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>изменено</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReleaseDialog</name>
    <message>
        <source>Publish dataset</source>
        <translation>Публикация набора данных</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Основа</translation>
    </message>
    <message>
        <source>&amp;Begin with:</source>
        <translation>Осно&amp;ва:</translation>
    </message>
    <message>
        <source>Folder of the dataset</source>
        <translation>Папка набора данных</translation>
    </message>
    <message>
        <source>Br&amp;owse…</source>
        <translation>О&amp;бзор…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Выбрать папку</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Папка:</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>&amp;Опубликовать</translation>
    </message>
    <message>
        <source>What goes into each split</source>
        <translation>Что попадёт в каждую выборку</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Выборка</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Статьи</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Группы</translation>
    </message>
    <message>
        <source>Attributions</source>
        <translation>Атрибуции</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Фрагменты</translation>
    </message>
    <message>
        <source>What is to be told of it</source>
        <translation>Замечания к набору</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход выполнения</translation>
    </message>
    <message>
        <source>What it will hold</source>
        <translation>Состав набора данных</translation>
    </message>
    <message>
        <source>a new recipe</source>
        <translation>новый рецепт</translation>
    </message>
    <message numerus="yes">
        <source>release %1 of %2, %n article(s)</source>
        <translation>
            <numerusform>выпуск %1 от %2, %n статья</numerusform>
            <numerusform>выпуск %1 от %2, %n статьи</numerusform>
            <numerusform>выпуск %1 от %2, %n статей</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was written. %1</source>
        <translation>Ничего не записано. %1</translation>
    </message>
    <message numerus="yes">
        <source>Release %1 is in %2: %n article(s), with card, label schema and checksums.</source>
        <translation>
            <numerusform>Выпуск %1 в папке %2: %n статья, с карточкой, схемой разметки и контрольными суммами.</numerusform>
            <numerusform>Выпуск %1 в папке %2: %n статьи, с карточкой, схемой разметки и контрольными суммами.</numerusform>
            <numerusform>Выпуск %1 в папке %2: %n статей, с карточкой, схемой разметки и контрольными суммами.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) of the project are left out.</source>
        <translation>
            <numerusform>Не вошла %n статья проекта.</numerusform>
            <numerusform>Не вошли %n статьи проекта.</numerusform>
            <numerusform>Не вошло %n статей проекта.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of articles are one story and stay together.</source>
        <translation>
            <numerusform>У %n пары статей общая история, они остаются вместе.</numerusform>
            <numerusform>У %n пар статей общая история, они остаются вместе.</numerusform>
            <numerusform>У %n пар статей общая история, они остаются вместе.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) had to leave the split of earlier releases.</source>
        <translation>
            <numerusform>%n статью пришлось перенести из выборки прежних выпусков.</numerusform>
            <numerusform>%n статьи пришлось перенести из выборки прежних выпусков.</numerusform>
            <numerusform>%n статей пришлось перенести из выборки прежних выпусков.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Отм&amp;ена</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>The dataset is published.</source>
        <translation>Набор данных опубликован.</translation>
    </message>
    <message>
        <source>The dataset could not be published.</source>
        <translation>Не удалось опубликовать набор данных.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReleaseForm</name>
    <message>
        <source>Name of the dataset</source>
        <translation>Название набора данных</translation>
    </message>
    <message>
        <source>that of the project</source>
        <translation>название проекта</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Лицензия</translation>
    </message>
    <message>
        <source>none given</source>
        <translation>не указана</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>What these articles are, who labelled them, and what for</source>
        <translation>Что это за статьи, кто и зачем их разметил</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Тексты</translation>
    </message>
    <message>
        <source>with the articles’ texts</source>
        <translation>с текстами статей</translation>
    </message>
    <message>
        <source>without texts: offsets and labelled words</source>
        <translation>без текстов: смещения и размеченные слова</translation>
    </message>
    <message>
        <source>without texts and words: offsets alone</source>
        <translation>без текстов и слов: только смещения</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Набор данных</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Название:</translation>
    </message>
    <message>
        <source>&amp;Licence:</source>
        <translation>&amp;Лицензия:</translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation>Оп&amp;исание:</translation>
    </message>
    <message>
        <source>&amp;Texts:</source>
        <translation>&amp;Тексты:</translation>
    </message>
    <message>
        <source>&amp;accepted</source>
        <translation>прин&amp;ятая</translation>
    </message>
    <message>
        <source>&amp;suggested</source>
        <translation>пре&amp;дложенная</translation>
    </message>
    <message>
        <source>&amp;rejected</source>
        <translation>от&amp;клонённая</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Статьи</translation>
    </message>
    <message>
        <source>all articles</source>
        <translation>все статьи</translation>
    </message>
    <message>
        <source>those where something is decided</source>
        <translation>те, где что-то уже решено</translation>
    </message>
    <message>
        <source>those where nothing is left to decide</source>
        <translation>те, где всё уже решено</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>Что включить</translation>
    </message>
    <message>
        <source>Highlights:</source>
        <translation>Разметка:</translation>
    </message>
    <message>
        <source>Art&amp;icles:</source>
        <translation>&amp;Статьи:</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Обучающая</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Валидационная</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Тестовая</translation>
    </message>
    <message>
        <source>Share of: %1</source>
        <translation>Доля: %1</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>versions of one story (by their words)</source>
        <translation>версии одной истории (по словам)</translation>
    </message>
    <message>
        <source>articles of one outlet</source>
        <translation>статьи одного издания</translation>
    </message>
    <message>
        <source>articles of one day</source>
        <translation>статьи одного дня</translation>
    </message>
    <message>
        <source>Articles stay where they were in earlier releases</source>
        <translation>Статьи остаются там, где были в прежних выпусках</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>Выборки</translation>
    </message>
    <message>
        <source>Shares:</source>
        <translation>Доли:</translation>
    </message>
    <message>
        <source>Never in two splits:</source>
        <translation>Держать вместе:</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReviewFilterBar</name>
    <message>
        <source>Filter by words, speaker or note</source>
        <translation>Фильтр по словам, говорящему или заметке</translation>
    </message>
    <message>
        <source>Words, speaker or note</source>
        <translation>Слова, говорящий, заметка</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>Что в списке</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Любое состояние</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открытые</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Принятые</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отклонённые</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>С заметкой</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>Наименьшая уверенность</translation>
    </message>
    <message>
        <source>Greatest confidence</source>
        <translation>Наибольшая уверенность</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Уверенность</translation>
    </message>
    <message>
        <source>to</source>
        <comment>from one confidence to another</comment>
        <translation>до</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Credited to</source>
        <translation>Кому приписано</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать все</translation>
    </message>
    <message>
        <source>Takes all filters away</source>
        <translation>Снимает все фильтры</translation>
    </message>
    <message>
        <source>Attributions and free spans</source>
        <translation>Атрибуции и отдельные фрагменты</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <comment>a label</comment>
        <translation>Только: %1</translation>
    </message>
    <message>
        <source>Made by anybody</source>
        <translation>Откуда угодно</translation>
    </message>
    <message>
        <source>Made by people</source>
        <translation>Созданные людьми</translation>
    </message>
    <message>
        <source>Found by detectors</source>
        <translation>Найденные детекторами</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Импортированные</translation>
    </message>
    <message>
        <source>Anybody’s words</source>
        <translation>Чьи угодно слова</translation>
    </message>
    <message>
        <source>Without a speaker</source>
        <translation>Без говорящего</translation>
    </message>
    <message>
        <source>Made by %1</source>
        <translation>Откуда: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReviewListDock</name>
    <message>
        <source>List of everything</source>
        <translation>Общий список</translation>
    </message>
    <message>
        <source>List of everything, to filter and decide on many</source>
        <translation>Общий список: фильтр и решения сразу по многим</translation>
    </message>
    <message>
        <source>Accept what the list shows…</source>
        <translation>Принять всё из списка…</translation>
    </message>
    <message>
        <source>Reject what the list shows…</source>
        <translation>Отклонить всё из списка…</translation>
    </message>
    <message>
        <source>Reopen what the list shows…</source>
        <translation>Пересмотреть всё из списка…</translation>
    </message>
    <message>
        <source>Relabel what the list shows…</source>
        <translation>Сменить метки в списке…</translation>
    </message>
    <message>
        <source>Delete what the list shows…</source>
        <translation>Удалить всё из списка…</translation>
    </message>
    <message>
        <source>How many are listed</source>
        <translation>Сколько в списке</translation>
    </message>
    <message>
        <source>What is selected, if that is several, else what the list shows. Says first what will change.</source>
        <translation>Относится к выделенному, если выделено несколько, иначе ко всему списку. Сначала покажет, что изменится.</translation>
    </message>
    <message>
        <source>Enter accepts, Backspace rejects, U reopens, Delete deletes, a label’s key relabels; Escape goes back to the article</source>
        <translation>Enter принимает, Backspace отклоняет, U пересматривает, Delete удаляет, клавиша метки меняет метку; Escape возвращает в статью</translation>
    </message>
    <message>
        <source>Nothing fits the filter</source>
        <translation>Под фильтр ничего не подходит</translation>
    </message>
    <message numerus="yes">
        <source>%n listed</source>
        <translation>
            <numerusform>В списке %n</numerusform>
            <numerusform>В списке %n</numerusform>
            <numerusform>В списке %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n selected</source>
        <translation>
            <numerusform>%1, выделено %n</numerusform>
            <numerusform>%1, выделено %n</numerusform>
            <numerusform>%1, выделено %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept %1…</source>
        <comment>a number of items</comment>
        <translation>Принять (%1)…</translation>
    </message>
    <message>
        <source>Reject %1…</source>
        <comment>a number of items</comment>
        <translation>Отклонить (%1)…</translation>
    </message>
    <message>
        <source>Reopen %1…</source>
        <comment>a number of items</comment>
        <translation>Пересмотреть (%1)…</translation>
    </message>
    <message>
        <source>Delete %1…</source>
        <comment>a number of items</comment>
        <translation>Удалить (%1)…</translation>
    </message>
    <message>
        <source>Relabel %1 as…</source>
        <comment>a number of items</comment>
        <translation>Сменить метку (%1)…</translation>
    </message>
    <message>
        <source>No article is open. Choose one in the list of articles.</source>
        <translation>Статья не открыта. Выберите её в списке статей.</translation>
    </message>
    <message>
        <source>Nothing is labelled yet. Select words and press a label’s key, or let Quoth suggest by %1.</source>
        <translation>Пока ничего не размечено. Выделите слова и нажмите клавишу метки или пусть Quoth предложит сам (%1).</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReviewListModel</name>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Говорящий</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Уверенность</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Reviewing</name>
    <message>
        <source>Next suggestion</source>
        <translation>Следующая подсказка</translation>
    </message>
    <message>
        <source>Previous suggestion</source>
        <translation>Предыдущая подсказка</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Отклонить</translation>
    </message>
    <message>
        <source>Fix the next part</source>
        <translation>Исправить следующую часть</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Пересмотреть</translation>
    </message>
    <message>
        <source>Accept all that are sure…</source>
        <translation>Принять все надёжные…</translation>
    </message>
    <message>
        <source>Accept all that is left</source>
        <translation>Принять все оставшиеся</translation>
    </message>
    <message>
        <source>Every suggestion of this article that is still open</source>
        <translation>Все ещё открытые подсказки этой статьи</translation>
    </message>
    <message>
        <source>Reject all that is left</source>
        <translation>Отклонить все оставшиеся</translation>
    </message>
    <message>
        <source>Next attribution or span</source>
        <translation>Следующая атрибуция или фрагмент</translation>
    </message>
    <message>
        <source>Previous attribution or span</source>
        <translation>Предыдущая атрибуция или фрагмент</translation>
    </message>
    <message>
        <source>Accept the sure…</source>
        <translation>Принять надёжные…</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaDialog</name>
    <message>
        <source>Labels and roles</source>
        <translation>Метки и роли</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Frames and roles</source>
        <translation>Фреймы и роли</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Фреймы</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Что не так</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>Загрузить…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Сохранить…</translation>
    </message>
    <message>
        <source>All labels can be told apart, on light and on dark, also by colour-blind readers.</source>
        <translation>Все метки различимы на светлом и на тёмном фоне, в том числе для дальтоников.</translation>
    </message>
    <message>
        <source>It can be used, but think about this:</source>
        <translation>Схему можно использовать, но обратите внимание:</translation>
    </message>
    <message>
        <source>To be mended before it can be taken over:</source>
        <translation>Исправьте, прежде чем применить:</translation>
    </message>
    <message>
        <source>Remove label</source>
        <translation>Удалить метку</translation>
    </message>
    <message>
        <source>A schema has at least one label.</source>
        <translation>В схеме должна быть хотя бы одна метка.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project have the label %1. Which label instead?</source>
        <translation>
            <numerusform>В проекте метка «%1» у %n фрагмента. Какую метку поставить взамен?</numerusform>
            <numerusform>В проекте метка «%1» у %n фрагментов. Какую метку поставить взамен?</numerusform>
            <numerusform>В проекте метка «%1» у %n фрагментов. Какую метку поставить взамен?</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove frame</source>
        <translation>Удалить фрейм</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind %1. Remove them first.</source>
        <translation>
            <numerusform>В проекте %n фрейм вида «%1». Сначала удалите его.</numerusform>
            <numerusform>В проекте %n фрейма вида «%1». Сначала удалите их.</numerusform>
            <numerusform>В проекте %n фреймов вида «%1». Сначала удалите их.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove role</source>
        <translation>Удалить роль</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project fill this role. Take them out of it first.</source>
        <translation>
            <numerusform>В проекте эту роль заполняет %n фрагмент. Сначала уберите его из неё.</numerusform>
            <numerusform>В проекте эту роль заполняют %n фрагмента. Сначала уберите их из неё.</numerusform>
            <numerusform>В проекте эту роль заполняют %n фрагментов. Сначала уберите их из неё.</numerusform>
        </translation>
    </message>
    <message>
        <source>Load labels and roles</source>
        <translation>Загрузка меток и ролей</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind %1, which the file does not have.</source>
        <translation>
            <numerusform>В проекте %n фрейм вида «%1», которого нет в файле.</numerusform>
            <numerusform>В проекте %n фрейма вида «%1», которого нет в файле.</numerusform>
            <numerusform>В проекте %n фреймов вида «%1», которого нет в файле.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project have the label %1, which the file does not have. Which label instead?</source>
        <translation>
            <numerusform>В проекте метка «%1», которой нет в файле, у %n фрагмента. Какую метку поставить взамен?</numerusform>
            <numerusform>В проекте метка «%1», которой нет в файле, у %n фрагментов. Какую метку поставить взамен?</numerusform>
            <numerusform>В проекте метка «%1», которой нет в файле, у %n фрагментов. Какую метку поставить взамен?</numerusform>
        </translation>
    </message>
    <message>
        <source>Label schemas (*.json)</source>
        <translation>Схемы разметки (*.json)</translation>
    </message>
    <message>
        <source>Save labels and roles</source>
        <translation>Сохранение меток и ролей</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaEditing</name>
    <message>
        <source>Labels and roles…</source>
        <translation>Метки и роли…</translation>
    </message>
    <message>
        <source>Change the labels of this project: names, keys, colours, guidelines, attributes, and which of them fill which roles</source>
        <translation>Изменить метки этого проекта: имена, клавиши, цвета, инструкции, атрибуты и то, какие роли они заполняют</translation>
    </message>
    <message>
        <source>Labels and roles</source>
        <translation>Метки и роли</translation>
    </message>
    <message>
        <source>change labels and roles</source>
        <translation>изменение меток и ролей</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaFrameForm</name>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Takes: %1</source>
        <translation>Допускает: %1</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>Имя в файлах</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Клавиша</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Инструкция</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Роли</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Обязательная</translation>
    </message>
    <message>
        <source>Takes spans labelled</source>
        <translation>Допускает метки</translation>
    </message>
    <message>
        <source>Add role</source>
        <translation>Добавить роль</translation>
    </message>
    <message>
        <source>Remove role</source>
        <translation>Удалить роль</translation>
    </message>
    <message>
        <source>Role %1</source>
        <translation>Роль %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaLabelForm</name>
    <message>
        <source>Colour on light</source>
        <translation>Цвет на светлом фоне</translation>
    </message>
    <message>
        <source>Colour on dark</source>
        <translation>Цвет на тёмном фоне</translation>
    </message>
    <message>
        <source>Its words name somebody: they may be given a speaker</source>
        <translation>Слова называют кого-то: им можно указать говорящего</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Рамка</translation>
    </message>
    <message>
        <source>Dotted line</source>
        <translation>Точечная линия</translation>
    </message>
    <message>
        <source>Bars at both ends</source>
        <translation>Полосы по краям</translation>
    </message>
    <message>
        <source>Thick line</source>
        <translation>Толстая линия</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Волна</translation>
    </message>
    <message>
        <source>What it is for, with an example, and what it is not for</source>
        <translation>Для чего это, с примером, и для чего нет</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>Имя в файлах</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Клавиша</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Обозначение</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Инструкция</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Говорящие</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Атрибуты</translation>
    </message>
    <message>
        <source>Values, with commas; none: any text</source>
        <translation>Значения через запятую; пусто — любой текст</translation>
    </message>
    <message>
        <source>Add attribute</source>
        <translation>Добавить атрибут</translation>
    </message>
    <message>
        <source>Remove attribute</source>
        <translation>Удалить атрибут</translation>
    </message>
    <message>
        <source>Attribute %1</source>
        <translation>Атрибут %1</translation>
    </message>
    <message>
        <source>The values that spans have stay in the project, unseen</source>
        <translation>Значения, которые есть у фрагментов, останутся в проекте, но видны не будут</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Shortcuts</name>
    <message>
        <source>This key cannot be used.</source>
        <translation>Эту клавишу использовать нельзя.</translation>
    </message>
    <message>
        <source>This key moves the caret in texts.</source>
        <translation>Эта клавиша двигает курсор в тексте.</translation>
    </message>
    <message>
        <source>Esc always lets go of what is in hand and closes what is open.</source>
        <translation>Esc всегда снимает выбор и закрывает открытое.</translation>
    </message>
    <message>
        <source>This key opens the menus.</source>
        <translation>Эта клавиша открывает меню.</translation>
    </message>
    <message>
        <source>This key copies, cuts and pastes, here as everywhere.</source>
        <translation>Эта клавиша копирует, вырезает и вставляет — здесь, как и везде.</translation>
    </message>
    <message>
        <source>This key selects all, here as everywhere.</source>
        <translation>Эта клавиша выделяет всё — здесь, как и везде.</translation>
    </message>
    <message>
        <source>Alt with a letter opens menus.</source>
        <translation>Alt с буквой открывает меню.</translation>
    </message>
    <message>
        <source>This key closes the window.</source>
        <translation>Эта клавиша закрывает окно.</translation>
    </message>
    <message>
        <source>This key belongs to a label (“%1”). Give the label another key first.</source>
        <translation>Эта клавиша принадлежит метке («%1»). Сначала дайте метке другую клавишу.</translation>
    </message>
    <message>
        <source>This is no file of keys as Quoth writes them.</source>
        <translation>Это не файл клавиш, записанный Quoth.</translation>
    </message>
    <message>
        <source>%1 cannot have the key %2. %3</source>
        <translation>Действию «%1» нельзя назначить клавишу %2. %3</translation>
    </message>
    <message>
        <source>The key %1 is given to %2 and to %3.</source>
        <translation>Клавиша %1 назначена и действию «%2», и действию «%3».</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ShortcutsDialog</name>
    <message>
        <source>Change keys</source>
        <translation>Изменение клавиш</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Действия и их клавиши</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Что делает</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>Имя в файлах</translation>
    </message>
    <message>
        <source>Find by words</source>
        <translation>Найти по словам</translation>
    </message>
    <message>
        <source>Find by key: press it here</source>
        <translation>Найти по клавише: нажмите её здесь</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать все</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Add another…</source>
        <translation>Добавить ещё…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Сбросить все</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>Загрузить…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Сохранить…</translation>
    </message>
    <message>
        <source>It came without a key.</source>
        <translation>Изначально без клавиши.</translation>
    </message>
    <message>
        <source>It came with: %1</source>
        <translation>Изначально: %1</translation>
    </message>
    <message>
        <source>No action has the key %1.</source>
        <translation>Ни у одного действия нет клавиши %1.</translation>
    </message>
    <message>
        <source>Choose an action to change its keys. Those you changed stand in bold.</source>
        <translation>Выберите действие, чтобы изменить его клавиши. Изменённые вами выделены полужирным.</translation>
    </message>
    <message>
        <source>This key belongs to the project’s labels: “Change” opens “Labels and roles”, where it is changed for everyone who works on the project.</source>
        <translation>Эта клавиша относится к меткам проекта: «Изменить» открывает «Метки и роли», где она меняется для всех, кто работает над проектом.</translation>
    </message>
    <message>
        <source>Give all actions the keys they came with?</source>
        <translation>Вернуть всем действиям изначальные клавиши?</translation>
    </message>
    <message>
        <source>Save keys</source>
        <translation>Сохранение клавиш</translation>
    </message>
    <message>
        <source>Keys (*.json)</source>
        <translation>Клавиши (*.json)</translation>
    </message>
    <message>
        <source>Load keys</source>
        <translation>Загрузка клавиш</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakerDialog</name>
    <message>
        <source>New speaker</source>
        <translation>Новый говорящий</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Other names, one a line</source>
        <translation>Другие имена, по одному на строку</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Show the item in the browser</source>
        <translation>Показать элемент в браузере</translation>
    </message>
    <message>
        <source>Open the item of Wikidata in the browser</source>
        <translation>Открыть элемент Викиданных в браузере</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматически</translation>
    </message>
    <message>
        <source>Take the colour that Quoth gives</source>
        <translation>Взять цвет, который даёт Quoth</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Имя</translation>
    </message>
    <message>
        <source>&amp;Also called</source>
        <translation>&amp;Другие имена</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Тип</translation>
    </message>
    <message>
        <source>&amp;Wikidata</source>
        <translation>&amp;Викиданные</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Цвет</translation>
    </message>
    <message>
        <source>Colour of the speaker</source>
        <translation>Цвет говорящего</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Choose a colour; now Quoth gives one</source>
        <translation>Выбрать цвет; сейчас его даёт Quoth</translation>
    </message>
    <message>
        <source>Colour %1; choose another</source>
        <translation>Цвет %1; выбрать другой</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakerEdit</name>
    <message>
        <source>Speaker</source>
        <translation>Говорящий</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Пока никто</translation>
    </message>
    <message>
        <source>To whom the words are credited. Enter takes the name, Escape leaves it as it was.</source>
        <translation>Кому приписаны слова. Enter принимает имя, Escape оставляет прежнее.</translation>
    </message>
    <message>
        <source>Type of speaker</source>
        <translation>Тип говорящего</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n упоминание</numerusform>
            <numerusform>%n упоминания</numerusform>
            <numerusform>%n упоминаний</numerusform>
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
        <translation>Говорящие</translation>
    </message>
    <message>
        <source>Next mention of the speaker</source>
        <translation>Следующее упоминание говорящего</translation>
    </message>
    <message>
        <source>New speaker…</source>
        <translation>Новый говорящий…</translation>
    </message>
    <message>
        <source>Change speaker…</source>
        <translation>Изменить говорящего…</translation>
    </message>
    <message>
        <source>Merge speakers…</source>
        <translation>Объединить говорящих…</translation>
    </message>
    <message>
        <source>Split speaker…</source>
        <translation>Разделить говорящего…</translation>
    </message>
    <message>
        <source>Delete speaker</source>
        <translation>Удалить говорящего</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Новый…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Объединить…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Разделить…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Two entries that are one speaker become one, in all articles</source>
        <translation>Две записи об одном говорящем становятся одной во всех статьях</translation>
    </message>
    <message>
        <source>Some of the mentions go to a new speaker, in all articles</source>
        <translation>Часть упоминаний отходит новому говорящему во всех статьях</translation>
    </message>
    <message>
        <source>Only a speaker that nobody mentions can be deleted</source>
        <translation>Удалить можно только говорящего, которого никто не упоминает</translation>
    </message>
    <message>
        <source>Type a name or an alias</source>
        <translation>Введите имя</translation>
    </message>
    <message>
        <source>Filter the speakers</source>
        <translation>Фильтр говорящих</translation>
    </message>
    <message>
        <source>%1 is not mentioned in this article</source>
        <translation>В этой статье %1 не упоминается</translation>
    </message>
    <message>
        <source>Merged. Undo parts them again.</source>
        <translation>Объединено. Отмена снова разделит.</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>Split. Undo joins them again.</source>
        <translation>Разделено. Отмена снова объединит.</translation>
    </message>
    <message>
        <source>No speakers yet. Take an attribution in hand and credit it to somebody (%1), or add a speaker here.</source>
        <comment>a key</comment>
        <translation>Говорящих пока нет. Выберите атрибуцию и припишите её кому-нибудь (%1) или добавьте говорящего здесь.</translation>
    </message>
    <message>
        <source>No speaker is called so. %1 adds one of this name.</source>
        <translation>Говорящего с таким именем нет. «%1» добавит его.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakersModel</name>
    <message>
        <source>Also called %1</source>
        <translation>Другие имена: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n mention(s)</source>
        <translation>
            <numerusform>%1, %2, %n упоминание</numerusform>
            <numerusform>%1, %2, %n упоминания</numerusform>
            <numerusform>%1, %2, %n упоминаний</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Упоминания</translation>
    </message>
    <message>
        <source>Wikidata</source>
        <translation>Викиданные</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SplitDialog</name>
    <message>
        <source>Split %1</source>
        <translation>Разделение: %1</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Разделить</translation>
    </message>
    <message>
        <source>Which of these mentions are those of another speaker?</source>
        <translation>Какие из этих упоминаний относятся к другому говорящему?</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Упоминания</translation>
    </message>
    <message>
        <source>(attributions without a source)</source>
        <translation>(атрибуции без источника)</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n упоминание</numerusform>
            <numerusform>%n упоминания</numerusform>
            <numerusform>%n упоминаний</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Name of the new speaker</source>
        <translation>&amp;Имя нового говорящего</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Тип</translation>
    </message>
    <message>
        <source>Nobody mentions this speaker, so that there is nothing to split.</source>
        <translation>Этого говорящего никто не упоминает, разделять нечего.</translation>
    </message>
    <message>
        <source>Space ticks a row. Undo takes it back in one step.</source>
        <translation>Пробел отмечает строку. Отменить можно за один шаг.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Spreading</name>
    <message>
        <source>Suggest at all occurrences…</source>
        <translation>Предложить во всех местах…</translation>
    </message>
    <message>
        <source>This name is always this speaker</source>
        <translation>Это имя — всегда этот говорящий</translation>
    </message>
    <message>
        <source>The same words, elsewhere in the article or the project, are suggested with the same label and speaker</source>
        <translation>Те же слова в других местах статьи или проекта предлагаются с той же меткой и тем же говорящим</translation>
    </message>
    <message>
        <source>Wherever this name is a source, in all articles and from now on, it is credited to the speaker it has here</source>
        <translation>Всюду, где это имя — источник, во всех статьях и впредь, слова приписываются тому же говорящему, что и здесь</translation>
    </message>
    <message>
        <source>Interrupted words cannot be looked for. Take a span of one piece.</source>
        <translation>Прерванные слова искать нельзя. Возьмите фрагмент из одного отрезка.</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>“%1” is somebody else at each place</source>
        <translation>«%1» в каждом месте — кто-то другой</translation>
    </message>
    <message numerus="yes">
        <source>%1 made in %n article(s)</source>
        <comment>suggestions</comment>
        <translation>
            <numerusform>Сделано: %1 в %n статье</numerusform>
            <numerusform>Сделано: %1 в %n статьях</numerusform>
            <numerusform>Сделано: %1 в %n статьях</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n подсказка</numerusform>
            <numerusform>%n подсказки</numerusform>
            <numerusform>%n подсказок</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is credited here yet. Say who it is first: %1</source>
        <comment>a key</comment>
        <translation>Здесь пока никто не указан. Сначала укажите, кто это: %1</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is always %2 now: %n mention(s) changed</source>
        <translation>
            <numerusform>Теперь «%1» — всегда %2: изменено %n упоминание</numerusform>
            <numerusform>Теперь «%1» — всегда %2: изменены %n упоминания</numerusform>
            <numerusform>Теперь «%1» — всегда %2: изменено %n упоминаний</numerusform>
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
        <translation>Размечайте в новостных статьях, кто что сказал. Quoth подсвечивает говорящих, цитаты и утверждения; вы принимаете, отклоняете или исправляете каждое с клавиатуры.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Недавние проекты</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Открыть %1</translation>
    </message>
    <message>
        <source>%1 · opened %2</source>
        <translation>%1 · открыт %2</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Удалить из списка</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::StatusLine</name>
    <message>
        <source>Review progress</source>
        <translation>Ход проверки</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Selected characters</source>
        <translation>Выделенные символы</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Сохранение</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Совет</translation>
    </message>
    <message numerus="yes">
        <source>Learned from %n article(s)</source>
        <translation>
            <numerusform>Обучено на %n статье</numerusform>
            <numerusform>Обучено на %n статьях</numerusform>
            <numerusform>Обучено на %n статьях</numerusform>
        </translation>
    </message>
    <message>
        <source>No highlights yet</source>
        <translation>Разметки пока нет</translation>
    </message>
    <message>
        <source>Review: %1 of %2</source>
        <translation>Проверено: %1 из %2</translation>
    </message>
    <message>
        <source>Select words and press a label’s key, or let Quoth suggest: %1</source>
        <translation>Выделите слова и нажмите клавишу метки или пусть Quoth предложит сам: %1</translation>
    </message>
    <message>
        <source>Next: %1 · accept: %2 · reject: %3 · fix: %4</source>
        <translation>Далее: %1 · принять: %2 · отклонить: %3 · исправить: %4</translation>
    </message>
    <message>
        <source>All reviewed</source>
        <translation>Всё проверено</translation>
    </message>
    <message>
        <source>Character %1</source>
        <translation>символ %1</translation>
    </message>
    <message>
        <source>Characters %1–%2</source>
        <translation>символы %1–%2</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>Все изменения сохранены</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Сохранение…</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::TextWalk</name>
    <message>
        <source>Select more: word, quotation, clause, sentence, paragraph</source>
        <translation>Выделить больше: слово, цитата, клауза, предложение, абзац</translation>
    </message>
    <message>
        <source>Select less</source>
        <translation>Выделить меньше</translation>
    </message>
    <message>
        <source>Next quotation without a label</source>
        <translation>Следующая цитата без метки</translation>
    </message>
    <message>
        <source>Previous quotation without a label</source>
        <translation>Предыдущая цитата без метки</translation>
    </message>
    <message>
        <source>Next claim</source>
        <translation>Следующее утверждение</translation>
    </message>
    <message>
        <source>Previous claim</source>
        <translation>Предыдущее утверждение</translation>
    </message>
    <message>
        <source>Next attribution</source>
        <translation>Следующая атрибуция</translation>
    </message>
    <message>
        <source>Previous attribution</source>
        <translation>Предыдущая атрибуция</translation>
    </message>
    <message>
        <source>No other quotation without a label</source>
        <translation>Других цитат без метки нет</translation>
    </message>
    <message>
        <source>No other claim</source>
        <translation>Других утверждений нет</translation>
    </message>
    <message>
        <source>No other attribution</source>
        <translation>Других атрибуций нет</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Tour</name>
    <message>
        <source>Suggestions</source>
        <translation>Подсказки</translation>
    </message>
    <message>
        <source>Quoth has read this article. What stands dashed is a suggestion: who speaks, the word that reports, what is said. The cards at the right name the speaker and say how sure it is. Nothing counts until you decide.</source>
        <translation>Quoth уже прочитал эту статью. Всё, что отмечено штриховой линией, — подсказки: кто говорит, каким словом передана речь, что сказано. Карточки справа называют говорящего и показывают, насколько Quoth уверен. Ничего не засчитывается, пока вы не решите.</translation>
    </message>
    <message>
        <source>Take the next suggestion</source>
        <translation>Перейдите к подсказке</translation>
    </message>
    <message>
        <source>Press %1. The next suggestion comes to hand: its parts get a ring, and its card opens.</source>
        <translation>Нажмите %1. Будет выбрана следующая подсказка: её части обводятся, а её карточка раскрывается.</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>Примите её</translation>
    </message>
    <message>
        <source>Read the words and the card. If they are right, press %1. The next suggestion then comes by itself.</source>
        <translation>Прочитайте слова и карточку. Если всё верно, нажмите %1. После этого следующая подсказка выберется сама.</translation>
    </message>
    <message>
        <source>Reject the next one</source>
        <translation>Отклоните следующую</translation>
    </message>
    <message>
        <source>Press %1 to reject this one, just to see how. It is kept as a wrong one, so that it does not come back.</source>
        <translation>Нажмите %1, чтобы отклонить эту подсказку, просто для пробы. Она сохранится как неверная, чтобы не появиться снова.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Отмените это</translation>
    </message>
    <message>
        <source>Press %1. Whatever you do can be undone, also tomorrow. Nothing has to be saved: each edit is on the disk at once.</source>
        <translation>Нажмите %1. Всё, что вы делаете, можно отменить, даже завтра. Сохранять ничего не нужно: каждое изменение сразу записывается на диск.</translation>
    </message>
    <message>
        <source>Label something yourself</source>
        <translation>Разметьте что-нибудь сами</translation>
    </message>
    <message>
        <source>Select some words without a highlight, by dragging or with Shift and the arrow keys. Then press %1: they become a quotation. The other labels and their keys stand above the text.</source>
        <translation>Выделите несколько слов без разметки: протяните мышью или используйте Shift и стрелки. Затем нажмите %1: они станут цитатой. Другие метки и их клавиши — над текстом.</translation>
    </message>
    <message>
        <source>Take what is proposed</source>
        <translation>Примите предлагаемое</translation>
    </message>
    <message>
        <source>Quoth proposes who said it, and with which word: drawn lightly, and no part of the article yet. %1 takes it, %2 drops it.</source>
        <translation>Quoth предлагает, кто это сказал и каким словом это передано: нарисовано бледно и пока не входит в статью. %1 принимает предлагаемое, %2 убирает.</translation>
    </message>
    <message>
        <source>What is in hand</source>
        <translation>Выбранный элемент</translation>
    </message>
    <message>
        <source>The inspector shows it in full: the speaker (%1), a note (%2), its state, why it was suggested, its guideline and its history.</source>
        <translation>Инспектор показывает его целиком: говорящий (%1), заметка (%2), состояние, почему он предложен, инструкция и история.</translation>
    </message>
    <message>
        <source>On to the next article</source>
        <translation>К следующей статье</translation>
    </message>
    <message>
        <source>Here stand all articles, and how far the review of each is. Press %1 to open the next one.</source>
        <translation>Здесь все статьи и ход проверки каждой из них. Нажмите %1, чтобы открыть следующую.</translation>
    </message>
    <message>
        <source>Your dataset</source>
        <translation>Ваш набор данных</translation>
    </message>
    <message>
        <source>%1 exports what was accepted, in the format that you need. %2 opens the manual, %3 finds all commands, and the menu Help has this tour again. The articles here are for trying things: change what you like.</source>
        <translation>%1 экспортирует принятое в нужном вам формате. %2 открывает руководство, %3 находит все команды, а эту экскурсию можно повторить из меню «Справка». Эти статьи — для пробы: меняйте что угодно.</translation>
    </message>
</context>
</TS>
