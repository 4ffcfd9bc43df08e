<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>QShortcut</name>
    <message>
        <source>Space</source>
        <translation>Пробіл</translation>
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
        <translation>Ліворуч</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Вгору</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Праворуч</translation>
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
        <translation>позначку порядку байтів (BOM) відкинуто</translation>
    </message>
    <message numerus="yes">
        <source>%n line end(s) became LF</source>
        <translation>
            <numerusform>%n кінець рядка замінено на LF</numerusform>
            <numerusform>%n кінці рядків замінено на LF</numerusform>
            <numerusform>%n кінців рядків замінено на LF</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invalid character(s) became U+FFFD</source>
        <translation>
            <numerusform>%n недопустимий символ замінено на U+FFFD</numerusform>
            <numerusform>%n недопустимі символи замінено на U+FFFD</numerusform>
            <numerusform>%n недопустимих символів замінено на U+FFFD</numerusform>
        </translation>
    </message>
    <message>
        <source>The schema has no labels.</source>
        <translation>У схемі немає міток.</translation>
    </message>
    <message>
        <source>A &quot;%1&quot; is missing or empty in the schema.</source>
        <translation>У схемі бракує «%1», або воно порожнє.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is given twice in the schema.</source>
        <translation>«%1» трапляється у схемі двічі.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a colour; write it as #rrggbb.</source>
        <translation>«%1» — це не колір; запишіть його як #rrggbb.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; has more than one character.</source>
        <translation>Клавіша «%1» складається з кількох символів.</translation>
    </message>
    <message>
        <source>The label %1 has an unknown mark &quot;%2&quot;; known are box, dots, bar, line and wave.</source>
        <translation>Мітка %1 має невідому форму позначення «%2»; відомі box, dots, bar, line і wave.</translation>
    </message>
    <message>
        <source>The role %1 accepts no label.</source>
        <translation>Роль %1 не приймає жодної мітки.</translation>
    </message>
    <message>
        <source>The role %1 accepts an unknown label &quot;%2&quot;.</source>
        <translation>Роль %1 приймає невідому мітку «%2».</translation>
    </message>
    <message>
        <source>The frame %1 has no roles.</source>
        <translation>Фрейм %1 не має ролей.</translation>
    </message>
    <message>
        <source>This is no schema: %1 at byte %2.</source>
        <translation>Це не схема: %1, байт %2.</translation>
    </message>
    <message>
        <source>full colour vision</source>
        <translation>повне сприйняття кольорів</translation>
    </message>
    <message>
        <source>protanopia</source>
        <translation>протанопія</translation>
    </message>
    <message>
        <source>deuteranopia</source>
        <translation>дейтеранопія</translation>
    </message>
    <message>
        <source>tritanopia</source>
        <translation>тританопія</translation>
    </message>
    <message>
        <source>no colour vision</source>
        <translation>без сприйняття кольорів</translation>
    </message>
    <message>
        <source>The schema needs a name.</source>
        <translation>Схемі потрібна назва.</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>Бракує назви.</translation>
    </message>
    <message>
        <source>The name “%1” has blanks at its ends or signs that cannot be seen.</source>
        <translation>Назва «%1» має пробіли на краях або невидимі знаки.</translation>
    </message>
    <message>
        <source>The name “%1” is given twice.</source>
        <translation>Назва «%1» трапляється двічі.</translation>
    </message>
    <message>
        <source>The key “%1” is not one sign that can be typed.</source>
        <translation>Клавіша «%1» — не один знак, який можна ввести.</translation>
    </message>
    <message>
        <source>The key %1 is that of %2 already.</source>
        <translation>Клавішу %1 вже має %2.</translation>
    </message>
    <message>
        <source>The key %1 belongs to the program: %2.</source>
        <translation>Клавіша %1 належить програмі: %2.</translation>
    </message>
    <message>
        <source>A title is missing: it is what people read.</source>
        <translation>Бракує заголовка: саме його читають люди.</translation>
    </message>
    <message>
        <source>Two labels are shown as “%1”.</source>
        <translation>Дві мітки показано як «%1».</translation>
    </message>
    <message>
        <source>%1 has no guideline: say what it is for, with an example.</source>
        <translation>%1: немає настанови; напишіть, для чого це, і наведіть приклад.</translation>
    </message>
    <message>
        <source>A value is empty.</source>
        <translation>Порожнє значення.</translation>
    </message>
    <message>
        <source>The value “%1” is given twice.</source>
        <translation>Значення «%1» трапляється двічі.</translation>
    </message>
    <message>
        <source>%1 has no roles.</source>
        <translation>%1: немає ролей.</translation>
    </message>
    <message>
        <source>The role %1 takes no label.</source>
        <translation>Роль %1 не приймає жодної мітки.</translation>
    </message>
    <message>
        <source>The role %1 takes “%2”, which is no label but a relation. Roles take spans with labels only, so that no relation can contain itself.</source>
        <translation>Роль %1 приймає «%2», а це не мітка, а відношення. Ролі приймають лише відрізки з мітками, щоб жодне відношення не містило саме себе.</translation>
    </message>
    <message>
        <source>The role %1 takes an unknown label “%2”.</source>
        <translation>Роль %1 приймає невідому мітку «%2».</translation>
    </message>
    <message>
        <source>The role %1 takes “%2” twice.</source>
        <translation>Роль %1 приймає «%2» двічі.</translation>
    </message>
    <message>
        <source>“%1” is not a colour; write it as #rrggbb.</source>
        <translation>«%1» — це не колір; запишіть його як #rrggbb.</translation>
    </message>
    <message>
        <source>%1 is hard to see on dark: its contrast is %2 to 1, 3 is the least.</source>
        <translation>%1 погано видно на темному тлі: контраст %2 до 1, а потрібно щонайменше 3.</translation>
    </message>
    <message>
        <source>%1 is hard to see on light: its contrast is %2 to 1, 3 is the least.</source>
        <translation>%1 погано видно на світлому тлі: контраст %2 до 1, а потрібно щонайменше 3.</translation>
    </message>
    <message>
        <source>on dark</source>
        <translation>на темному тлі</translation>
    </message>
    <message>
        <source>on light</source>
        <translation>на світлому тлі</translation>
    </message>
    <message>
        <source>%1 and %2 have the same mark, and %3 the colours look alike to readers with %4 (difference %5, 10 is the least). Give one another mark or colour.</source>
        <translation>%1 і %2 мають однакову форму позначення, а кольори %3 виглядають схоже (зір: %4; різниця %5, потрібно щонайменше 10). Змініть одній із міток форму або колір.</translation>
    </message>
    <message>
        <source>%1 and %2 look alike %3 to readers with %4 (difference %5, 10 is the least): only their marks tell them apart.</source>
        <translation>%1 і %2 %3 виглядають схоже (зір: %4; різниця %5, потрібно щонайменше 10): їх розрізняє лише форма позначення.</translation>
    </message>
</context>
<context>
    <name>Quoth::CommandLine</name>
    <message>
        <source>Show this help.</source>
        <translation>Показати цю довідку.</translation>
    </message>
    <message>
        <source>Answer as JSON.</source>
        <translation>Відповісти як JSON.</translation>
    </message>
    <message>
        <source>Who works, for the project&apos;s log. The name of the user if not given.</source>
        <translation>Хто працює, для журналу проєкту. Якщо не вказано, ім’я користувача.</translation>
    </message>
    <message>
        <source>An article&apos;s id or number; may be given several times. All if not given.</source>
        <translation>Ідентифікатор або номер статті; можна вказати кілька разів. Якщо не вказано, усі.</translation>
    </message>
    <message>
        <source>Which annotations to take: a list of suggested, accepted and rejected. %1 if not given.</source>
        <translation>Які анотації взяти: список із suggested, accepted і rejected. Якщо не вказано, %1.</translation>
    </message>
    <message>
        <source>Usage: quoth %1 [options] %2</source>
        <translation>Використання: quoth %1 [параметри] %2</translation>
    </message>
    <message>
        <source>Something is missing. Usage: quoth %1 [options] %2</source>
        <translation>Чогось бракує. Використання: quoth %1 [параметри] %2</translation>
    </message>
    <message>
        <source>What is &quot;%1&quot; for?</source>
        <translation>Для чого тут «%1»?</translation>
    </message>
    <message>
        <source>Try &quot;quoth %1 --help&quot;.</source>
        <translation>Спробуйте «quoth %1 --help».</translation>
    </message>
    <message>
        <source>The project has no article &quot;%1&quot;. &quot;quoth list&quot; shows the articles it has.</source>
        <translation>У проєкті немає статті «%1». Наявні статті показує «quoth list».</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Перевірка</translation>
    </message>
    <message>
        <source>%1: no problems found</source>
        <translation>%1: проблем не знайдено</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found</source>
        <translation>
            <numerusform>знайдено %n проблему</numerusform>
            <numerusform>знайдено %n проблеми</numerusform>
            <numerusform>знайдено %n проблем</numerusform>
        </translation>
    </message>
    <message>
        <source>create an empty project</source>
        <translation>створити порожній проєкт</translation>
    </message>
    <message>
        <source>take articles and annotations from files into a project</source>
        <translation>додати до проєкту статті й анотації з файлів</translation>
    </message>
    <message>
        <source>let detectors suggest annotations</source>
        <translation>доручити детекторам запропонувати анотації</translation>
    </message>
    <message>
        <source>train a model of labelled articles for suggesting</source>
        <translation>навчити на розмічених статтях модель, яка пропонує анотації</translation>
    </message>
    <message>
        <source>list, add, test, move or remove detectors: programs and servers of yours</source>
        <translation>показати, додати, випробувати, перемістити чи вилучити детектори: ваші програми та сервери</translation>
    </message>
    <message>
        <source>learn from what was decided; show, reset or export what was learned</source>
        <translation>навчитися на прийнятих рішеннях; показати, скинути або експортувати вивчене</translation>
    </message>
    <message>
        <source>accept, reject, delete, reopen or relabel many annotations at once</source>
        <translation>прийняти, відхилити, видалити, відкрити знову багато анотацій одразу або змінити їхні мітки</translation>
    </message>
    <message>
        <source>write a labelled dataset</source>
        <translation>записати розмічений набір даних</translation>
    </message>
    <message>
        <source>publish a dataset: splits without leaks, a card, checksums; list, repeat, compare releases</source>
        <translation>випустити набір даних: вибірки без витоків, картка, контрольні суми; показати, повторити, порівняти випуски</translation>
    </message>
    <message>
        <source>measure predictions against gold: spans, attributions, confidence, speakers, claims</source>
        <translation>порівняти передбачення з еталоном: відрізки, атрибуції, впевненість, мовці, твердження</translation>
    </message>
    <message>
        <source>show the articles of a project and how far their review is</source>
        <translation>показати статті проєкту та стан їх перегляду</translation>
    </message>
    <message>
        <source>show the speakers of a project; merge, rename, set types</source>
        <translation>показати мовців проєкту; об’єднати, перейменувати, задати типи</translation>
    </message>
    <message>
        <source>show who did what, and when</source>
        <translation>показати, хто, що і коли зробив</translation>
    </message>
    <message>
        <source>draw an article with its annotations</source>
        <translation>намалювати статтю з її анотаціями</translation>
    </message>
    <message>
        <source>look for damage in a project; changes nothing</source>
        <translation>шукати пошкодження у проєкті; нічого не змінює</translation>
    </message>
    <message>
        <source>check or show a label schema: names, keys, colours for all readers</source>
        <translation>перевірити або показати схему міток: назви, клавіші, кольори для всіх читачів</translation>
    </message>
    <message>
        <source>show the file formats that can be read and written</source>
        <translation>показати формати файлів, які можна читати й записувати</translation>
    </message>
    <message>
        <source>create a project of three articles to try things on</source>
        <translation>створити проєкт із трьох статей, щоб усе спробувати</translation>
    </message>
    <message>
        <source>Quoth %1: label who said what in news articles</source>
        <translation>Quoth %1: позначайте, хто що сказав у новинних статтях</translation>
    </message>
    <message>
        <source>  quoth [PROJECT | FILE...]  open the window</source>
        <translation>  quoth [PROJECT | FILE...]  відкрити вікно</translation>
    </message>
    <message>
        <source>  quoth COMMAND --help       say how to use a command</source>
        <translation>  quoth COMMAND --help       пояснити, як користуватися командою</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Команди:</translation>
    </message>
    <message>
        <source>PROJECT is a .quoth file. Exit status: 0 done, 1 could not do it, 2 wrong usage.</source>
        <translation>PROJECT — файл .quoth. Код завершення: 0 — виконано, 1 — не вдалося виконати, 2 — неправильне використання.</translation>
    </message>
    <message>
        <source>There is no such command and no such file. Try &quot;quoth --help&quot;.</source>
        <translation>Немає ні такої команди, ні такого файлу. Спробуйте «quoth --help».</translation>
    </message>
    <message>
        <source>warning: </source>
        <translation>попередження: </translation>
    </message>
    <message>
        <source>name</source>
        <translation>назва</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>вид</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>увімкнено</translation>
    </message>
    <message>
        <source>where</source>
        <translation>де</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>вбудований</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>так</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of detector: program, http, label-studio or inception.</source>
        <translation>Виду детектора «%1» немає; є program, http, label-studio та inception.</translation>
    </message>
    <message>
        <source>--timeout wants a number of seconds, not &quot;%1&quot;.</source>
        <translation>--timeout приймає кількість секунд, а не «%1».</translation>
    </message>
    <message>
        <source>--label wants THEIRS=OURS, not &quot;%1&quot;.</source>
        <translation>--label приймає THEIRS=OURS, а не «%1».</translation>
    </message>
    <message>
        <source>The texts of articles will be sent to %1 whenever this detector is used.</source>
        <translation>Щоразу, коли використовується цей детектор, тексти статей надсилатимуться на %1.</translation>
    </message>
    <message>
        <source>%1: added; try it with: quoth detectors test %1</source>
        <translation>%1: додано; випробуйте: quoth detectors test %1</translation>
    </message>
    <message>
        <source>This detector is built in; only those from outside are tested.</source>
        <translation>Цей детектор вбудований; випробовують лише зовнішні.</translation>
    </message>
    <message>
        <source>%1: answered in %2 ms; found in a sample of ours: %3, %4</source>
        <translation>%1: відповідь за %2 мс; у нашому зразку знайдено: %3, %4</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n відрізок</numerusform>
            <numerusform>%n відрізки</numerusform>
            <numerusform>%n відрізків</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n атрибуція</numerusform>
            <numerusform>%n атрибуції</numerusform>
            <numerusform>%n атрибуцій</numerusform>
        </translation>
    </message>
    <message>
        <source>Of a new one: program, http, label-studio or inception.</source>
        <translation>Для нового: program, http, label-studio або inception.</translation>
    </message>
    <message>
        <source>Of a new one: the program to start.</source>
        <translation>Для нового: програма, яку слід запускати.</translation>
    </message>
    <message>
        <source>Of a new one: an argument for the program; may be given several times.</source>
        <translation>Для нового: аргумент програми; можна вказати кілька разів.</translation>
    </message>
    <message>
        <source>Of a new one: the address of the server.</source>
        <translation>Для нового: адреса сервера.</translation>
    </message>
    <message>
        <source>Of a new one: seconds for an article; 60 if not given.</source>
        <translation>Для нового: секунд на статтю; якщо не вказано, 60.</translation>
    </message>
    <message>
        <source>Of a new one: which of our labels is meant by one of theirs; may be given several times.</source>
        <translation>Для нового: яку з наших міток означає одна з його міток; можна вказати кілька разів.</translation>
    </message>
    <message>
        <source>Of a new INCEpTION recommender: the layer; named entities if not given.</source>
        <translation>Для нового рекомендувача INCEpTION: шар; якщо не вказано, іменовані сутності.</translation>
    </message>
    <message>
        <source>Of a new INCEpTION recommender: the feature with the label; &quot;value&quot; if not given.</source>
        <translation>Для нового рекомендувача INCEpTION: ознака з міткою; якщо не вказано, «value».</translation>
    </message>
    <message>
        <source>For test: the label schema, a name or a file.</source>
        <translation>Для test: схема міток, назва або файл.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of: %2; or a name is missing or too many.</source>
        <translation>Серед дій (%2) немає «%1», або ж бракує назви чи вона зайва.</translation>
    </message>
    <message>
        <source>There is no detector of that name; &quot;quoth detectors list&quot; shows those there are.</source>
        <translation>Детектора з такою назвою немає; наявні показує «quoth detectors list».</translation>
    </message>
    <message>
        <source>This detector is built in; it can be disabled but not removed.</source>
        <translation>Цей детектор вбудований; його можна вимкнути, але не вилучити.</translation>
    </message>
    <message>
        <source>PLACE is a number from 1 to %1.</source>
        <translation>PLACE — число від 1 до %1.</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Вимірювання</translation>
    </message>
    <message>
        <source>There is nothing to draw: the picture needs attributions with a confidence, measured against documents.</source>
        <translation>Малювати нічого: для рисунка потрібні атрибуції з упевненістю, порівняні з документами.</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 порівняно з %2</translation>
    </message>
    <message>
        <source>What is right: JSON Lines with attributions, CofeNet&apos;s instances, labelled sentences, or a project.</source>
        <translation>Що є правильним: JSON Lines з атрибуціями, екземпляри CofeNet, розмічені речення або проєкт.</translation>
    </message>
    <message>
        <source>What is measured: JSON Lines with attributions, or a project.</source>
        <translation>Що вимірюють: JSON Lines з атрибуціями або проєкт.</translation>
    </message>
    <message>
        <source>Instead of these: how far the annotators of the versions of articles in a file agree.</source>
        <translation>Замість цих двох: наскільки узгоджені анотатори версій статей у файлі.</translation>
    </message>
    <message>
        <source>Which predictions: a list of suggested, accepted and rejected. Of a project suggested,accepted and of a file all if not given.</source>
        <translation>Які передбачення: список із suggested, accepted і rejected. Якщо не вказано, з проєкту suggested,accepted, а з файлу всі.</translation>
    </message>
    <message>
        <source>Which gold attributions. Of a project accepted and of a file all if not given.</source>
        <translation>Які еталонні атрибуції. Якщо не вказано, з проєкту accepted, а з файлу всі.</translation>
    </message>
    <message>
        <source>Also recall by the gold attributions&apos; kind.</source>
        <translation>Також повнота за видом еталонних атрибуцій.</translation>
    </message>
    <message>
        <source>Keep only the outermost predicted attributions, for gold that holds no others.</source>
        <translation>Лишити тільки найзовнішні з передбачених атрибуцій, якщо еталон не містить інших.</translation>
    </message>
    <message>
        <source>Also draw the reliability diagram and the curve of precision and recall; the suffix says what: %1.</source>
        <translation>Також намалювати діаграму надійності та криву точності й повноти; формат визначає розширення: %1.</translation>
    </message>
    <message>
        <source>--gold and --predicted are needed, or --agreement alone.</source>
        <translation>Потрібні --gold і --predicted або лише --agreement.</translation>
    </message>
    <message>
        <source>--picture draws confidences, which annotators do not give; it does not go with --agreement.</source>
        <translation>--picture малює впевненість, якої анотатори не вказують; разом із --agreement не діє.</translation>
    </message>
    <message>
        <source>The suffix of the picture must be one of %1.</source>
        <translation>Розширення рисунка має бути одним із: %1.</translation>
    </message>
    <message>
        <source>--%1 takes a list of suggested, accepted and rejected.</source>
        <translation>--%1 приймає список із suggested, accepted і rejected.</translation>
    </message>
    <message>
        <source>The format to write; see &quot;quoth formats&quot;.</source>
        <translation>Формат запису; див. «quoth formats».</translation>
    </message>
    <message>
        <source>The file, or the folder for some formats; - is the standard output.</source>
        <translation>Файл, а для деяких форматів тека; - означає стандартний вивід.</translation>
    </message>
    <message>
        <source>Only tell what the format cannot carry; write nothing.</source>
        <translation>Лише повідомити, чого формат не передає; нічого не записувати.</translation>
    </message>
    <message>
        <source>--format and --output are needed.</source>
        <translation>Потрібні --format і --output.</translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot; to write; see &quot;quoth formats&quot;.</source>
        <translation>Формату «%1» для запису немає; див. «quoth formats».</translation>
    </message>
    <message>
        <source>The standard output cannot take both the export and --json.</source>
        <translation>У стандартний вивід не можна писати водночас експорт і --json.</translation>
    </message>
    <message>
        <source>--state takes a list of suggested, accepted and rejected.</source>
        <translation>--state приймає список із suggested, accepted і rejected.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Експорт</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) can be written without loss.</source>
        <translation>
            <numerusform>%n статтю можна записати без втрат.</numerusform>
            <numerusform>%n статті можна записати без втрат.</numerusform>
            <numerusform>%n статей можна записати без втрат.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) can be written with what is told above; nothing was written.</source>
        <translation>
            <numerusform>%n статтю можна записати зі згаданими вище втратами; нічого не записано.</numerusform>
            <numerusform>%n статті можна записати зі згаданими вище втратами; нічого не записано.</numerusform>
            <numerusform>%n статей можна записати зі згаданими вище втратами; нічого не записано.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) written to %1</source>
        <translation>
            <numerusform>%n статтю записано до %1</numerusform>
            <numerusform>%n статті записано до %1</numerusform>
            <numerusform>%n статей записано до %1</numerusform>
        </translation>
    </message>
    <message>
        <source>What each format carries, as a table in Markdown.</source>
        <translation>Що передає кожен формат, таблицею в Markdown.</translation>
    </message>
    <message>
        <source>import</source>
        <translation>імпорт</translation>
    </message>
    <message>
        <source>export</source>
        <translation>експорт</translation>
    </message>
    <message>
        <source>files</source>
        <translation>файли</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>що це</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>тека</translation>
    </message>
    <message>
        <source>Not here: %1 (%2). %3</source>
        <translation>Недоступно: %1 (%2). %3</translation>
    </message>
    <message>
        <source>The files&apos; format; recognised if not given. See &quot;quoth formats&quot;.</source>
        <translation>Формат файлів; якщо не вказано, буде розпізнано. Див. «quoth formats».</translation>
    </message>
    <message>
        <source>The files&apos; encoding; detected if not given.</source>
        <translation>Кодування файлів; якщо не вказано, буде визначено.</translation>
    </message>
    <message>
        <source>suggested or accepted: the state of annotations whose file gives none. accepted if not given.</source>
        <translation>suggested або accepted: стан анотацій, для яких файл його не вказує. Якщо не вказано, accepted.</translation>
    </message>
    <message>
        <source>Of tables of articles: which column is what, as in text=body,title=headline. Guessed by the names if not given.</source>
        <translation>Для таблиць статей: що в якому стовпці, наприклад text=body,title=headline. Якщо не вказано, визначається за назвами.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) added</source>
        <translation>
            <numerusform>додано %n статтю</numerusform>
            <numerusform>додано %n статті</numerusform>
            <numerusform>додано %n статей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with new annotations</source>
        <translation>
            <numerusform>%n з новими анотаціями</numerusform>
            <numerusform>%n з новими анотаціями</numerusform>
            <numerusform>%n з новими анотаціями</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n уже є</numerusform>
            <numerusform>%n уже є</numerusform>
            <numerusform>%n уже є</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot; to read; see &quot;quoth formats&quot;.</source>
        <translation>Формату «%1» для читання немає; див. «quoth formats».</translation>
    </message>
    <message>
        <source>--as takes suggested or accepted.</source>
        <translation>--as приймає suggested або accepted.</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>Завантаження %1</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>Імпорт %1</translation>
    </message>
    <message>
        <source>The model cannot be written: %1</source>
        <translation>Не вдалося записати модель: %1</translation>
    </message>
    <message>
        <source>What was learned is forgotten; what was decided so far is not learned from again.</source>
        <translation>Вивчене забуто; на прийнятих дотепер рішеннях модель більше не навчатиметься.</translation>
    </message>
    <message>
        <source>Back to what version %1 had learned.</source>
        <translation>Повернуто до того, що вивчила версія %1.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Навчання</translation>
    </message>
    <message>
        <source>There is nothing new to learn.</source>
        <translation>Нового для навчання немає.</translation>
    </message>
    <message>
        <source>%1: the model with what was learned, %2 kB.</source>
        <translation>%1: модель із вивченим, %2 кБ.</translation>
    </message>
    <message>
        <source>Nothing was learned in this project yet.</source>
        <translation>У цьому проєкті ще нічого не вивчено.</translation>
    </message>
    <message>
        <source>version %1 of %2, on the model %3</source>
        <translation>версія %1 від %2, на моделі %3</translation>
    </message>
    <message numerus="yes">
        <source>learned from %n article(s)</source>
        <translation>
            <numerusform>вивчено з %n статті</numerusform>
            <numerusform>вивчено з %n статей</numerusform>
            <numerusform>вивчено з %n статей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n рішення</numerusform>
            <numerusform>%n рішення</numerusform>
            <numerusform>%n рішень</numerusform>
        </translation>
    </message>
    <message>
        <source>version</source>
        <translation>версія</translation>
    </message>
    <message>
        <source>made</source>
        <translation>створено</translation>
    </message>
    <message>
        <source>base</source>
        <translation>основа</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>статті</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>рішення</translation>
    </message>
    <message>
        <source>strength</source>
        <translation>сила</translation>
    </message>
    <message>
        <source>Learn from all that was decided in the project, and keep that as a new version.</source>
        <translation>Навчитися на всіх рішеннях у проєкті та зберегти це як нову версію.</translation>
    </message>
    <message>
        <source>Show the versions that are kept, the last first.</source>
        <translation>Показати збережені версії, від останньої.</translation>
    </message>
    <message>
        <source>Show what was learned, the strongest first.</source>
        <translation>Показати вивчене, від найсильнішого.</translation>
    </message>
    <message>
        <source>Forget what was learned; what was decided so far is not learned from again.</source>
        <translation>Забути вивчене; на прийнятих дотепер рішеннях модель більше не навчатиметься.</translation>
    </message>
    <message>
        <source>Go back to what a version had learned; articles learned from since are passed over.</source>
        <translation>Повернутися до того, що вивчила версія; статті, вивчені відтоді, буде пропущено.</translation>
    </message>
    <message>
        <source>Write a model file that has learned it, for &quot;quoth suggest --model&quot;.</source>
        <translation>Записати файл моделі, що вміє вивчене, для «quoth suggest --model».</translation>
    </message>
    <message>
        <source>The model to learn on, made by &quot;quoth train&quot;, instead of the one that comes with the program.</source>
        <translation>Модель, на якій навчатися, створена «quoth train», замість тієї, що постачається з програмою.</translation>
    </message>
    <message>
        <source>Only one of --learn, --reset and --revert can be done at a time.</source>
        <translation>За один раз можна вказати лише один із параметрів --learn, --reset і --revert.</translation>
    </message>
    <message>
        <source>Only one of --list and --findings can be shown at a time.</source>
        <translation>За один раз можна показати лише --list або --findings.</translation>
    </message>
    <message>
        <source>--revert takes the number of a version; --list shows them.</source>
        <translation>--revert приймає номер версії; їх показує --list.</translation>
    </message>
    <message>
        <source>The order of the articles: &quot;added&quot;, or &quot;uncertainty&quot;: those first whose suggestions are least sure.</source>
        <translation>Порядок статей: «added» або «uncertainty»: спершу ті, чиї пропозиції найменш певні.</translation>
    </message>
    <message>
        <source>There is no order &quot;%1&quot;; there are: added, uncertainty.</source>
        <translation>Порядку «%1» немає; є added, uncertainty.</translation>
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
        <translation>символи</translation>
    </message>
    <message>
        <source>attributions</source>
        <translation>атрибуції</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>до перегляду</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>переглянуто</translation>
    </message>
    <message>
        <source>uncertainty</source>
        <translation>невпевненість</translation>
    </message>
    <message>
        <source>title</source>
        <translation>заголовок</translation>
    </message>
    <message>
        <source>undid</source>
        <translation>скасовано</translation>
    </message>
    <message>
        <source>redid</source>
        <translation>повторено</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>імпортовано</translation>
    </message>
    <message>
        <source>did</source>
        <translation>виконано</translation>
    </message>
    <message>
        <source>Only what was done to the article with this id or number.</source>
        <translation>Лише те, що зроблено зі статтею з цим ідентифікатором або номером.</translation>
    </message>
    <message>
        <source>Only so many entries. All if not given.</source>
        <translation>Лише стільки записів. Якщо не вказано, усі.</translation>
    </message>
    <message>
        <source>--most takes a number from 1.</source>
        <translation>--most приймає число від 1.</translation>
    </message>
    <message>
        <source>--article may be given once here.</source>
        <translation>Тут --article можна вказати один раз.</translation>
    </message>
    <message>
        <source>when</source>
        <translation>коли</translation>
    </message>
    <message>
        <source>who</source>
        <translation>хто</translation>
    </message>
    <message>
        <source>what</source>
        <translation>що</translation>
    </message>
    <message>
        <source>article</source>
        <translation>стаття</translation>
    </message>
    <message>
        <source>A schema file, or the name of one that comes with the program: %1.</source>
        <translation>Файл схеми або назва тієї, що постачається з програмою: %1.</translation>
    </message>
    <message>
        <source>Created %1 with the schema &quot;%2&quot;. &quot;quoth import&quot; takes articles into it.</source>
        <translation>Створено %1 зі схемою «%2». Статті до нього додає «quoth import».</translation>
    </message>
    <message>
        <source>by</source>
        <translation>хто</translation>
    </message>
    <message>
        <source>manifest</source>
        <translation>маніфест</translation>
    </message>
    <message>
        <source>added</source>
        <translation>додано</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>вилучено</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>змінено</translation>
    </message>
    <message>
        <source>moved  %1  from %2 to %3</source>
        <translation>переміщено  %1  з %2 до %3</translation>
    </message>
    <message>
        <source>--%1 takes the number of a release; &quot;quoth release PROJECT --list&quot; shows them.</source>
        <translation>--%1 приймає номер випуску; їх показує «quoth release PROJECT --list».</translation>
    </message>
    <message>
        <source>release %1</source>
        <translation>випуск %1</translation>
    </message>
    <message>
        <source>its recipe now</source>
        <translation>його рецепт тепер</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Порівняння</translation>
    </message>
    <message>
        <source>%1 and %2: %3 added, %4 removed, %5 changed, %6 moved to another split</source>
        <translation>%1 і %2: додано %3, вилучено %4, змінено %5, переміщено до іншої вибірки %6</translation>
    </message>
    <message>
        <source>split</source>
        <translation>вибірка</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>групи</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>відрізки</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) would be released; nothing was written.</source>
        <translation>
            <numerusform>Було б випущено %n статтю; нічого не записано.</numerusform>
            <numerusform>Було б випущено %n статті; нічого не записано.</numerusform>
            <numerusform>Було б випущено %n статей; нічого не записано.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Release %2: %n article(s) written to %1</source>
        <translation>
            <numerusform>Випуск %2: %n статтю записано до %1</numerusform>
            <numerusform>Випуск %2: %n статті записано до %1</numerusform>
            <numerusform>Випуск %2: %n статей записано до %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Releasing</source>
        <translation>Випуск</translation>
    </message>
    <message>
        <source>The folder of the dataset; one that is there must be empty or an untouched release.</source>
        <translation>Тека набору даних; якщо вона вже є, має бути порожньою або незміненим випуском.</translation>
    </message>
    <message>
        <source>Only tell how many articles would go where; write nothing.</source>
        <translation>Лише повідомити, скільки статей куди потрапило б; нічого не записувати.</translation>
    </message>
    <message>
        <source>Do not remember the release in the project.</source>
        <translation>Не запам’ятовувати випуск у проєкті.</translation>
    </message>
    <message>
        <source>Show the releases that were made of the project.</source>
        <translation>Показати випуски, зроблені з проєкту.</translation>
    </message>
    <message>
        <source>Release by the recipe of this release; further options change it.</source>
        <translation>Випустити за рецептом цього випуску; інші параметри змінюють його.</translation>
    </message>
    <message>
        <source>Tell what is different between this release and the last one; for the last one, what its recipe would give now.</source>
        <translation>Повідомити, чим цей випуск відрізняється від останнього; для останнього — що його рецепт дав би тепер.</translation>
    </message>
    <message>
        <source>--list, --compare and --repeat go one at a time.</source>
        <translation>--list, --compare і --repeat вказують лише окремо.</translation>
    </message>
    <message>
        <source>--repeat and --recipe are two recipes; give one.</source>
        <translation>--repeat і --recipe — це два рецепти; вкажіть один.</translation>
    </message>
    <message>
        <source>--output is needed.</source>
        <translation>Потрібен --output.</translation>
    </message>
    <message>
        <source>--review takes any, started or complete.</source>
        <translation>--review приймає any, started або complete.</translation>
    </message>
    <message>
        <source>--origin takes a list of person, detector and import.</source>
        <translation>--origin приймає список із person, detector і import.</translation>
    </message>
    <message>
        <source>--where takes FIELD=VALUE.</source>
        <translation>--where приймає FIELD=VALUE.</translation>
    </message>
    <message>
        <source>--seed takes a whole number from 0 to 4294967295.</source>
        <translation>--seed приймає ціле число від 0 до 4294967295.</translation>
    </message>
    <message>
        <source>--similarity takes a number from 0 to 1.</source>
        <translation>--similarity приймає число від 0 до 1.</translation>
    </message>
    <message>
        <source>--group-by similarity and --similarity 0 contradict each other.</source>
        <translation>--group-by similarity і --similarity 0 суперечать одне одному.</translation>
    </message>
    <message>
        <source>Take the recipe from a file; further options change it.</source>
        <translation>Взяти рецепт із файлу; інші параметри змінюють його.</translation>
    </message>
    <message>
        <source>Write the recipe to a file.</source>
        <translation>Записати рецепт у файл.</translation>
    </message>
    <message>
        <source>The dataset&apos;s name; that of the project if not given.</source>
        <translation>Назва набору даних; якщо не вказано, назва проєкту.</translation>
    </message>
    <message>
        <source>A few sentences for the dataset card, in Markdown.</source>
        <translation>Кілька речень для картки набору даних, у Markdown.</translation>
    </message>
    <message>
        <source>The licence, by its SPDX identifier: CC-BY-4.0.</source>
        <translation>Ліцензія за її ідентифікатором SPDX: CC-BY-4.0.</translation>
    </message>
    <message>
        <source>A list of the languages&apos; ISO 639 codes; those of the articles if not given.</source>
        <translation>Список кодів мов за ISO 639; якщо не вказано, мови статей.</translation>
    </message>
    <message>
        <source>Only articles whose review is started, or complete; any if not given.</source>
        <translation>Лише статті, перегляд яких розпочато (started) або завершено (complete); якщо не вказано, будь-які.</translation>
    </message>
    <message>
        <source>Only articles with an annotation by a person, a detector or an import; a list.</source>
        <translation>Лише статті з анотацією від person, detector або import; список.</translation>
    </message>
    <message>
        <source>Only articles with an annotation made by this person or detector; may be given several times.</source>
        <translation>Лише статті з анотацією цієї людини або детектора; можна вказати кілька разів.</translation>
    </message>
    <message>
        <source>Only articles with one of these labels or frame types; a list.</source>
        <translation>Лише статті з однією з цих міток або типів фрейму; список.</translation>
    </message>
    <message>
        <source>Only articles with this metadata: outlet=NAME; may be given several times.</source>
        <translation>Лише статті з такими метаданими: outlet=NAME; можна вказати кілька разів.</translation>
    </message>
    <message>
        <source>The shares of train, validation and test: 80,10,10 or train=4,test=1.</source>
        <translation>Частки train, validation і test: 80,10,10 або train=4,test=1.</translation>
    </message>
    <message>
        <source>Another number gives another split; 1 if not given.</source>
        <translation>Інше число дає інше розбиття; якщо не вказано, 1.</translation>
    </message>
    <message>
        <source>Keep together what is equal in these: outlet, day, author or any field of the metadata; a list.</source>
        <translation>Тримати разом те, що збігається в цьому: outlet, day, author або будь-яке поле метаданих; список.</translation>
    </message>
    <message>
        <source>From which share of common words on articles are one story, and stay together: 0.5 if not given, 0 for never.</source>
        <translation>Від якої частки спільних слів статті є одним сюжетом і тримаються разом: якщо не вказано, 0.5; 0 — ніколи.</translation>
    </message>
    <message>
        <source>Split anew, rather than as in earlier releases.</source>
        <translation>Розбити заново, а не так, як у попередніх випусках.</translation>
    </message>
    <message>
        <source>Leave the texts out: only offsets, checksums and the labelled words.</source>
        <translation>Опустити тексти: лише зміщення, контрольні суми та позначені слова.</translation>
    </message>
    <message>
        <source>Leave the labelled words out too.</source>
        <translation>Опустити й позначені слова.</translation>
    </message>
    <message>
        <source>This article came without a page or document of its own.</source>
        <translation>Ця стаття надійшла без власної сторінки чи документа.</translation>
    </message>
    <message>
        <source>%1 as it was in %2 written to %3</source>
        <translation>%1: оригінал із %2 записано до %3</translation>
    </message>
    <message>
        <source>The article&apos;s id or number.</source>
        <translation>Ідентифікатор або номер статті.</translation>
    </message>
    <message>
        <source>The file to write; its suffix says what: %1.</source>
        <translation>Файл для запису; формат визначає розширення: %1.</translation>
    </message>
    <message>
        <source>The width of a picture in pixels, 400 to 4000. 960 if not given.</source>
        <translation>Ширина зображення в пікселях, від 400 до 4000. Якщо не вказано, 960.</translation>
    </message>
    <message>
        <source>So many times as many pixels, 0.25 to 8, for a sharper picture. 1 if not given.</source>
        <translation>У скільки разів більше пікселів, від 0.25 до 8, для чіткішого зображення. Якщо не вказано, 1.</translation>
    </message>
    <message>
        <source>Light text on a dark background. Web pages follow the reader&apos;s setting.</source>
        <translation>Світлий текст на темному тлі. Вебсторінки беруть налаштування читача.</translation>
    </message>
    <message>
        <source>What the colours tell apart: %1. label if not given.</source>
        <translation>Що розрізняють кольори: %1. Якщо не вказано, label.</translation>
    </message>
    <message>
        <source>Instead, the page or document that the article was read from, as it was; any suffix.</source>
        <translation>Натомість сторінка або документ, з яких прочитано статтю, без змін; розширення будь-яке.</translation>
    </message>
    <message>
        <source>One --article and --output are needed.</source>
        <translation>Потрібні один --article і --output.</translation>
    </message>
    <message>
        <source>The suffix of the output must be one of %1.</source>
        <translation>Розширення вихідного файлу має бути одним із: %1.</translation>
    </message>
    <message>
        <source>--width takes a number from 400 to 4000.</source>
        <translation>--width приймає число від 400 до 4000.</translation>
    </message>
    <message>
        <source>--scale takes a number from 0.25 to 8.</source>
        <translation>--scale приймає число від 0.25 до 8.</translation>
    </message>
    <message>
        <source>--colour-by takes one of %1.</source>
        <translation>--colour-by приймає одне з: %1.</translation>
    </message>
    <message>
        <source>%1 drawn to %2</source>
        <translation>%1: намальовано у файл %2</translation>
    </message>
    <message>
        <source>Accept what is meant.</source>
        <translation>Прийняти відібране.</translation>
    </message>
    <message>
        <source>Reject it: it stays as a negative example.</source>
        <translation>Відхилити: лишиться як негативний приклад.</translation>
    </message>
    <message>
        <source>Delete it; what a detector found is rejected instead.</source>
        <translation>Видалити; знайдене детектором натомість відхиляється.</translation>
    </message>
    <message>
        <source>Make it a suggestion again.</source>
        <translation>Знову зробити пропозицією.</translation>
    </message>
    <message>
        <source>Give spans this label, where their attributions allow it.</source>
        <translation>Дати відрізкам цю мітку, де їхні атрибуції це дозволяють.</translation>
    </message>
    <message>
        <source>Only spans with this label, or attributions by the name of their frame; may be given several times. Attributions and free spans if not given.</source>
        <translation>Лише відрізки з цією міткою або атрибуції за назвою їхнього фрейму; можна вказати кілька разів. Якщо не вказано, атрибуції та вільні відрізки.</translation>
    </message>
    <message>
        <source>Only what is in one of these states: a list of suggested, accepted and rejected.</source>
        <translation>Лише те, що має один із цих станів: список із suggested, accepted і rejected.</translation>
    </message>
    <message>
        <source>Only what has at least this confidence, 0 to 1.</source>
        <translation>Лише те, що має принаймні таку впевненість, від 0 до 1.</translation>
    </message>
    <message>
        <source>Only what has at most this confidence, 0 to 1.</source>
        <translation>Лише те, що має щонайбільше таку впевненість, від 0 до 1.</translation>
    </message>
    <message>
        <source>Only what was made by a person, a detector or an import, or by the one with this name.</source>
        <translation>Лише те, що створено person, detector або import, чи тим, хто має цю назву.</translation>
    </message>
    <message>
        <source>Only what is credited to the speaker of this name.</source>
        <translation>Лише те, що приписано мовцеві з цим ім’ям.</translation>
    </message>
    <message>
        <source>Only what says this in its words, its speaker&apos;s name or its notes.</source>
        <translation>Лише те, що містить це у своїх словах, імені мовця чи примітках.</translation>
    </message>
    <message>
        <source>Say what would be done, and change nothing.</source>
        <translation>Сказати, що було б зроблено, і нічого не змінювати.</translation>
    </message>
    <message>
        <source>One of --accept, --reject, --delete, --reopen and --relabel is needed.</source>
        <translation>Потрібен один із --accept, --reject, --delete, --reopen і --relabel.</translation>
    </message>
    <message>
        <source>--min-confidence takes a number from 0 to 1.</source>
        <translation>--min-confidence приймає число від 0 до 1.</translation>
    </message>
    <message>
        <source>--max-confidence takes a number from 0 to 1.</source>
        <translation>--max-confidence приймає число від 0 до 1.</translation>
    </message>
    <message>
        <source>--min-confidence is more than --max-confidence: nothing can be meant.</source>
        <translation>--min-confidence більше за --max-confidence: нічого не може бути відібрано.</translation>
    </message>
    <message>
        <source>The project&apos;s schema has no label &quot;%1&quot;.</source>
        <translation>У схемі проєкту немає мітки «%1».</translation>
    </message>
    <message>
        <source>The project has no speaker &quot;%1&quot;.</source>
        <translation>У проєкті немає мовця «%1».</translation>
    </message>
    <message>
        <source>Several speakers are called &quot;%1&quot;.</source>
        <translation>Кілька мовців звуться «%1».</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) accepted</source>
        <translation>
            <numerusform>прийнято %n елемент</numerusform>
            <numerusform>прийнято %n елементи</numerusform>
            <numerusform>прийнято %n елементів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) rejected</source>
        <translation>
            <numerusform>відхилено %n елемент</numerusform>
            <numerusform>відхилено %n елементи</numerusform>
            <numerusform>відхилено %n елементів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) reopened</source>
        <translation>
            <numerusform>відкрито знову %n елемент</numerusform>
            <numerusform>відкрито знову %n елементи</numerusform>
            <numerusform>відкрито знову %n елементів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) deleted</source>
        <translation>
            <numerusform>видалено %n елемент</numerusform>
            <numerusform>видалено %n елементи</numerusform>
            <numerusform>видалено %n елементів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) relabelled as %1</source>
        <translation>
            <numerusform>мітку %n елемента змінено на «%1»</numerusform>
            <numerusform>мітку %n елементів змінено на «%1»</numerusform>
            <numerusform>мітку %n елементів змінено на «%1»</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matched; nothing was changed.</source>
        <translation>Нічого не підійшло; нічого не змінено.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>items, articles</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n стаття</numerusform>
            <numerusform>%n статті</numerusform>
            <numerusform>%n статей</numerusform>
        </translation>
    </message>
    <message>
        <source>Would do: %1. Nothing was changed.</source>
        <translation>Було б зроблено: %1. Нічого не змінено.</translation>
    </message>
    <message>
        <source>%1. &quot;quoth log&quot; tells; undo in the window takes it back.</source>
        <translation>%1. Подробиці — «quoth log»; скасувати можна у вікні.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them, found by a detector, kept as rejected</source>
        <translation>
            <numerusform>%n із них знайшов детектор, тож його збережено як відхилений</numerusform>
            <numerusform>%n із них знайшов детектор, тож їх збережено як відхилені</numerusform>
            <numerusform>%n із них знайшов детектор, тож їх збережено як відхилені</numerusform>
        </translation>
    </message>
    <message>
        <source>Reviewing</source>
        <translation>Перегляд</translation>
    </message>
    <message>
        <source>Created %1: one article is labelled, the others have suggestions to review.</source>
        <translation>Створено %1: одну статтю розмічено, в інших є пропозиції до перегляду.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither check nor show.</source>
        <translation>«%1» — це не check і не show.</translation>
    </message>
    <message>
        <source>Only one of --merge, --rename and --type can be done at a time.</source>
        <translation>За один раз можна вказати лише один із параметрів --merge, --rename і --type.</translation>
    </message>
    <message>
        <source>--merge NAME and --into NAME belong together.</source>
        <translation>--merge NAME і --into NAME вказують разом.</translation>
    </message>
    <message>
        <source>Say with --speaker NAME whose it is.</source>
        <translation>Укажіть через --speaker NAME, кого це стосується.</translation>
    </message>
    <message>
        <source>--speaker NAME needs --rename or --type.</source>
        <translation>Для --speaker NAME потрібен --rename або --type.</translation>
    </message>
    <message>
        <source>--type takes one of person, organisation, country, group, anonymous and article.</source>
        <translation>--type приймає одне з person, organisation, country, group, anonymous і article.</translation>
    </message>
    <message>
        <source>The project has no speaker &quot;%1&quot;; &quot;quoth speakers PROJECT&quot; lists them.</source>
        <translation>У проєкті немає мовця «%1»; список показує «quoth speakers PROJECT».</translation>
    </message>
    <message>
        <source>Several speakers are called &quot;%1&quot;: give the number that &quot;quoth speakers PROJECT&quot; shows.</source>
        <translation>Кілька мовців звуться «%1»: вкажіть номер, який показує «quoth speakers PROJECT».</translation>
    </message>
    <message>
        <source>No speakers yet.</source>
        <translation>Мовців ще немає.</translation>
    </message>
    <message>
        <source>type</source>
        <translation>тип</translation>
    </message>
    <message>
        <source>aliases</source>
        <translation>інші імена</translation>
    </message>
    <message>
        <source>Credit this speaker&apos;s words to the one of --into, and keep the name as an alias; may be given several times.</source>
        <translation>Приписати слова цього мовця тому, кого вказано в --into, а ім’я зберегти як інше ім’я; можна вказати кілька разів.</translation>
    </message>
    <message>
        <source>The speaker that stays in a merge.</source>
        <translation>Мовець, який лишається після об’єднання.</translation>
    </message>
    <message>
        <source>The speaker to change: a name, or the number in the list.</source>
        <translation>Мовець, якого слід змінити: ім’я або номер у списку.</translation>
    </message>
    <message>
        <source>Give the speaker another name; the old one becomes an alias.</source>
        <translation>Дати мовцеві нове ім’я; старе лишиться серед інших імен.</translation>
    </message>
    <message>
        <source>Make the speaker a person, organisation, country, group, anonymous or article.</source>
        <translation>Задати тип мовця: person, organisation, country, group, anonymous або article.</translation>
    </message>
    <message>
        <source>It is so already; nothing was changed.</source>
        <translation>Так уже є; нічого не змінено.</translation>
    </message>
    <message>
        <source>Done: %1. &quot;quoth log&quot; tells; undo in the window takes it back.</source>
        <translation>Зроблено: %1. Подробиці — «quoth log»; скасувати можна у вікні.</translation>
    </message>
    <message>
        <source>A model that &quot;quoth train&quot; made, to suggest with instead of the one that comes with the program.</source>
        <translation>Модель, створена «quoth train», для пропозицій замість тієї, що постачається з програмою.</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>Навчена модель</translation>
    </message>
    <message>
        <source>There is no detector &quot;%1&quot;; there are: %2.</source>
        <translation>Детектора «%1» немає; є такі: %2.</translation>
    </message>
    <message>
        <source>Suggesting</source>
        <translation>Пошук пропозицій</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>знайдено %n</numerusform>
            <numerusform>знайдено %n</numerusform>
            <numerusform>знайдено %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n до перегляду</numerusform>
            <numerusform>%n до перегляду</numerusform>
            <numerusform>%n до перегляду</numerusform>
        </translation>
    </message>
    <message>
        <source>The file of the model.</source>
        <translation>Файл моделі.</translation>
    </message>
    <message>
        <source>What the model is called; the output&apos;s name if not given.</source>
        <translation>Як зветься модель; якщо не вказано, за назвою вихідного файлу.</translation>
    </message>
    <message>
        <source>How often to go through the articles (%1 if not given).</source>
        <translation>Скільки разів пройти статті (якщо не вказано, %1).</translation>
    </message>
    <message>
        <source>How many models to train first, whose agreement teaches the one that is written (%1 if not given); 0 is fastest.</source>
        <translation>Скільки моделей навчити спершу, щоб їхня узгодженість навчала ту, яку буде записано (якщо не вказано, %1); 0 — найшвидше.</translation>
    </message>
    <message>
        <source>A model to take the vectors of words from, or a text of them as GloVe has it; &quot;none&quot; for none. If not given, those of the model that Quoth carries.</source>
        <translation>Модель, з якої взяти вектори слів, або текст із ними у вигляді GloVe; «none» — без них. Якщо не вказано, вектори моделі, яку містить Quoth.</translation>
    </message>
    <message>
        <source>The number that chance begins with (%1 if not given).</source>
        <translation>Зерно генератора випадкових чисел (якщо не вказано, %1).</translation>
    </message>
    <message>
        <source>--epochs takes a number from 1 to 100.</source>
        <translation>--epochs приймає число від 1 до 100.</translation>
    </message>
    <message>
        <source>--teachers takes a number from 0 to 10.</source>
        <translation>--teachers приймає число від 0 до 10.</translation>
    </message>
    <message>
        <source>--seed takes a number from 0 to 1000000.</source>
        <translation>--seed приймає число від 0 до 1000000.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Навчання моделі</translation>
    </message>
    <message>
        <source>%1, round %2 of %3: loss %4</source>
        <translation>%1, прохід %2 з %3: втрати %4</translation>
    </message>
    <message numerus="yes">
        <source>%1: a model of %n article(s), version %2, %3 kB.</source>
        <translation>
            <numerusform>%1: модель із %n статті, версія %2, %3 кБ.</numerusform>
            <numerusform>%1: модель із %n статей, версія %2, %3 кБ.</numerusform>
            <numerusform>%1: модель із %n статей, версія %2, %3 кБ.</numerusform>
        </translation>
    </message>
    <message>
        <source>show a chapter of the manual; write it as a web page, as PDF or into a folder</source>
        <translation>показати розділ посібника; записати посібник як вебсторінку, як PDF або в теку</translation>
    </message>
    <message>
        <source>Which of overlapping spans is written by formats with one label a word: longest or shortest. longest if not given.</source>
        <translation>Який із відрізків, що перекриваються, записують формати з однією міткою на слово: longest або shortest. Якщо не вказано, longest.</translation>
    </message>
    <message>
        <source>--overlaps takes longest or shortest.</source>
        <translation>--overlaps приймає longest або shortest.</translation>
    </message>
    <message>
        <source>Writes instead: manual.html is one page with all in it, manual.pdf is for paper, a folder gets a page for each chapter.</source>
        <translation>Натомість записати посібник: manual.html — одна сторінка з усім вмістом, manual.pdf — для паперу, у теці — по сторінці на кожен розділ.</translation>
    </message>
    <message>
        <source>The names and titles of the chapters.</source>
        <translation>Назви й заголовки розділів.</translation>
    </message>
    <message>
        <source>The manual has no chapter “%1”. It has: %2.</source>
        <translation>У посібнику немає розділу «%1». Є такі: %2.</translation>
    </message>
    <message>
        <source>--output takes a file or a folder.</source>
        <translation>--output приймає файл або теку.</translation>
    </message>
    <message>
        <source>The manual was written to %1</source>
        <translation>Посібник записано до %1</translation>
    </message>
    <message>
        <source>Which detector; may be given several times. There are: %1. Those that are enabled, see &quot;quoth detectors&quot;, if not given.</source>
        <translation>Який детектор; можна вказати кілька разів. Є такі: %1. Якщо не вказано, усі ввімкнені, див. «quoth detectors».</translation>
    </message>
    <message>
        <source>print the manual page or a shell&apos;s completion</source>
        <translation>вивести сторінку довідника man або автодоповнення для оболонки</translation>
    </message>
    <message>
        <source>Options of the window:</source>
        <translation>Параметри вікна:</translation>
    </message>
    <message>
        <source>open the window</source>
        <translation>відкрити вікно</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of man, bash, zsh and fish.</source>
        <translation>«%1» — не man, bash, zsh чи fish.</translation>
    </message>
    <message>
        <source>A project: one SQLite database with the articles, the annotations and the log of all edits.</source>
        <translation>Проєкт: одна база даних SQLite зі статтями, анотаціями та журналом усіх змін.</translation>
    </message>
    <message>
        <source>Held by the program that has the project open for writing.</source>
        <translation>Його утримує програма, яка відкрила проєкт для запису.</translation>
    </message>
    <message>
        <source>Settings of the window, and detectors of your own.</source>
        <translation>Налаштування вікна та ваші власні детектори.</translation>
    </message>
    <message>
        <source>From an article to a dataset:</source>
        <translation>Від статті до набору даних:</translation>
    </message>
    <message>
        <source>Reject all that the detectors are not sure of, after a look at what that would be:</source>
        <translation>Відхилити все, у чому детектори не впевнені, спершу подивившись, що саме це буде:</translation>
    </message>
    <message>
        <source>label who said what in news articles</source>
        <translation>позначати, хто що сказав у новинних статтях</translation>
    </message>
    <message>
        <source>Quoth finds and labels speakers, reporting verbs, quotations, claims and scare quotes in news articles. Without a command it opens a window on a project or on articles; with one it does a part of that work without a display. This is version %1.</source>
        <translation>Quoth знаходить і позначає мовців, дієслова мовлення, цитати, твердження та іронічні лапки в новинних статтях. Без команди відкриває вікно з проєктом або статтями; з командою виконує частину цієї роботи без графічного дисплея. Це версія %1.</translation>
    </message>
    <message>
        <source>How Qt draws: &quot;offscreen&quot; needs no display, and is what commands that draw take if it is not set.</source>
        <translation>Як малює Qt: «offscreen» не потребує графічного дисплея; саме його беруть команди, що малюють, якщо змінну не задано.</translation>
    </message>
    <message>
        <source>Who works, for the project&apos;s log, where no annotator is given.</source>
        <translation>Хто працює, для журналу проєкту, якщо анотатора не вказано.</translation>
    </message>
    <message>
        <source>0 if it is done, 1 if it could not be done, 2 for wrong usage.</source>
        <translation>0 — виконано, 1 — не вдалося виконати, 2 — неправильне використання.</translation>
    </message>
    <message>
        <source>The picture could not be made.</source>
        <translation>Зображення не вдалося створити.</translation>
    </message>
    <message>
        <source>Instead, the begin of the article, or of the first one, as a small PNG no larger than this, 16 to 1024; any suffix.</source>
        <translation>Натомість початок статті (якщо її не вказано — першої) як мале зображення PNG, не більше за цей розмір, від 16 до 1024; розширення будь-яке.</translation>
    </message>
    <message>
        <source>--original and --thumbnail go one at a time.</source>
        <translation>--original і --thumbnail вказують лише окремо.</translation>
    </message>
    <message>
        <source>--thumbnail takes a number from 16 to 1024.</source>
        <translation>--thumbnail приймає число від 16 до 1024.</translation>
    </message>
    <message>
        <source>The project has no article.</source>
        <translation>У проєкті немає статей.</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection</name>
    <message>
        <source>This is not a model for claims that this version of Quoth can read.</source>
        <translation>Це не модель для тверджень, яку може прочитати ця версія Quoth.</translation>
    </message>
    <message>
        <source>The model for claims was cut short or altered; take a new copy of it.</source>
        <translation>Модель для тверджень обірвано або змінено; візьміть нову копію.</translation>
    </message>
    <message>
        <source>The model for claims contradicts itself; train it again.</source>
        <translation>Модель для тверджень суперечить сама собі; навчіть її знову.</translation>
    </message>
    <message>
        <source>The training was cancelled.</source>
        <translation>Навчання скасовано.</translation>
    </message>
    <message>
        <source>Too few sentences to learn from: %1 that state something worth checking, %2 that do not, and at least %3 of either are needed.</source>
        <translation>Замало речень для навчання: %1 стверджують щось варте перевірки, %2 — ні, а потрібно щонайменше по %3 тих і тих.</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>Навчена модель</translation>
    </message>
    <message>
        <source>word</source>
        <translation>слово</translation>
    </message>
    <message>
        <source>word before</source>
        <translation>попереднє слово</translation>
    </message>
    <message>
        <source>word after</source>
        <translation>наступне слово</translation>
    </message>
    <message>
        <source>words</source>
        <translation>слова</translation>
    </message>
    <message>
        <source>What was learned cannot be read: it is damaged.</source>
        <translation>Вивчене не вдалося прочитати: воно пошкоджене.</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>Пошук скасовано.</translation>
    </message>
    <message>
        <source>The model cannot be read: %1</source>
        <translation>Модель не вдалося прочитати: %1</translation>
    </message>
    <message>
        <source>This is no model of Quoth&apos;s, or it is damaged. Make it anew with &quot;quoth train&quot;.</source>
        <translation>Це не модель Quoth, або вона пошкоджена. Створіть її заново за допомогою «quoth train».</translation>
    </message>
    <message>
        <source>This model has the format %1; this Quoth reads %2. Make it anew with &quot;quoth train&quot;.</source>
        <translation>Ця модель має формат %1, а цей Quoth читає %2. Створіть її заново за допомогою «quoth train».</translation>
    </message>
    <message>
        <source>The model&apos;s file is cut short or too long: copy it again.</source>
        <translation>Файл моделі обірваний або задовгий: скопіюйте його знову.</translation>
    </message>
    <message>
        <source>The model&apos;s file has changed since it was made: copy it again.</source>
        <translation>Файл моделі змінився, відколи його створено: скопіюйте його знову.</translation>
    </message>
    <message>
        <source>There are %1 articles with attributions: label %2 at least before a model is trained of them.</source>
        <translation>Статей з атрибуціями: %1; щоб навчити на них модель, розмітьте щонайменше %2.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Рядок %1: %2</translation>
    </message>
    <message>
        <source>a word and %1 numbers are needed; there are %2</source>
        <translation>потрібні слово та числа (%1); є %2</translation>
    </message>
    <message>
        <source>“%1” is no number</source>
        <translation>«%1» — не число</translation>
    </message>
    <message>
        <source>There are no vectors of words in it.</source>
        <translation>У ньому немає векторів слів.</translation>
    </message>
    <message>
        <source>The vectors of words are damaged.</source>
        <translation>Вектори слів пошкоджено.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>The word list cannot be used; install Quoth again.</source>
        <translation>Списком слів неможливо скористатися; встановіть Quoth знову.</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection::AnnotationBuilder</name>
    <message>
        <source>%1; second guess for the source: “%2” (%3 %)</source>
        <translation>%1; друге припущення про джерело: «%2» (%3&#xa0;%)</translation>
    </message>
    <message>
        <source>reporting verb “%1”</source>
        <translation>дієслово мовлення «%1»</translation>
    </message>
    <message>
        <source>reporting participle “%1”</source>
        <translation>дієприкметник мовлення «%1»</translation>
    </message>
    <message>
        <source>reporting noun “%1”</source>
        <translation>іменник мовлення «%1»</translation>
    </message>
    <message>
        <source>words of attitude “%1”</source>
        <translation>слова ставлення «%1»</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>name and colon at the begin of the paragraph</source>
        <translation>ім’я та двокрапка на початку абзацу</translation>
    </message>
    <message>
        <source>goes on from the quotation in the paragraph before</source>
        <translation>продовжує цитату з попереднього абзацу</translation>
    </message>
    <message>
        <source>capital letters and marks beside it</source>
        <translation>великі літери та знаки поруч</translation>
    </message>
    <message>
        <source>mood of reported speech, goes on from the sentence before</source>
        <translation>спосіб непрямої мови, продовжує попереднє речення</translation>
    </message>
    <message>
        <source>the sentence reports as a whole</source>
        <translation>речення загалом передає чужі слова</translation>
    </message>
    <message>
        <source>pronoun before it</source>
        <translation>займенник перед ним</translation>
    </message>
    <message>
        <source>pronoun after it</source>
        <translation>займенник після нього</translation>
    </message>
    <message>
        <source>name before it</source>
        <translation>ім’я перед ним</translation>
    </message>
    <message>
        <source>name after it</source>
        <translation>ім’я після нього</translation>
    </message>
    <message>
        <source>subject before it</source>
        <translation>підмет перед ним</translation>
    </message>
    <message>
        <source>subject after it</source>
        <translation>підмет після нього</translation>
    </message>
    <message>
        <source>quotation marks</source>
        <translation>лапки</translation>
    </message>
    <message>
        <source>quotation marks, nobody named near</source>
        <translation>лапки, поруч нікого не названо</translation>
    </message>
    <message>
        <source>a word or two in quotation marks without a statement</source>
        <translation>одне-два слова в лапках без висловлювання</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection::ClaimJudge</name>
    <message>
        <source>states a figure: %1</source>
        <translation>називає число: %1</translation>
    </message>
    <message>
        <source>compares</source>
        <translation>порівнює</translation>
    </message>
    <message>
        <source>compares: %1</source>
        <translation>порівнює: %1</translation>
    </message>
    <message>
        <source>names a cause: %1</source>
        <translation>називає причину: %1</translation>
    </message>
    <message>
        <source>is about a law: %1</source>
        <translation>йдеться про закон: %1</translation>
    </message>
    <message>
        <source>says what happened</source>
        <translation>каже, що сталося</translation>
    </message>
    <message>
        <source>states something that can be checked</source>
        <translation>стверджує щось таке, що можна перевірити</translation>
    </message>
    <message>
        <source>words of claims: %1</source>
        <translation>слова тверджень: %1</translation>
    </message>
    <message>
        <source>against it: %1</source>
        <translation>проти: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection::Outside</name>
    <message>
        <source>More was left out for other reasons.</source>
        <translation>Більше опущено з інших причин.</translation>
    </message>
    <message>
        <source>Spans outside of the text were left out: offsets count characters (code points), from 0, to the end exclusive.</source>
        <translation>Відрізки поза текстом опущено: зміщення рахують символи (кодові точки), від 0, кінець не включно.</translation>
    </message>
    <message>
        <source>Spans without any text were left out.</source>
        <translation>Відрізки без тексту опущено.</translation>
    </message>
    <message>
        <source>Spans outside of the text were left out: offsets count UTF-16 units, from 0, to the end exclusive.</source>
        <translation>Відрізки поза текстом опущено: зміщення рахують одиниці UTF-16, від 0, кінець не включно.</translation>
    </message>
    <message>
        <source>Spans that begin or end within a character were left out: offsets count UTF-16 units.</source>
        <translation>Відрізки, що починаються або закінчуються всередині символу, опущено: зміщення рахують одиниці UTF-16.</translation>
    </message>
    <message>
        <source>Confidences outside of 0 to 1 were left out.</source>
        <translation>Впевненість поза межами від 0 до 1 опущено.</translation>
    </message>
    <message>
        <source>Attributes that the label schema does not know, or not with this value, were left out.</source>
        <translation>Атрибути, яких схема міток не знає або не знає з таким значенням, опущено.</translation>
    </message>
    <message>
        <source>Spans with the label &quot;%1&quot; were left out, as the detector&apos;s settings say.</source>
        <translation>Відрізки з міткою «%1» опущено, як велять налаштування детектора.</translation>
    </message>
    <message>
        <source>Spans without a label were left out.</source>
        <translation>Відрізки без мітки опущено.</translation>
    </message>
    <message>
        <source>Spans with the label &quot;%1&quot; were left out: the label schema has none. Say in the detector&apos;s settings which of its labels is meant.</source>
        <translation>Відрізки з міткою «%1» опущено: у схемі міток такої немає. Укажіть у налаштуваннях детектора, яку з її міток він має на увазі.</translation>
    </message>
    <message>
        <source>Fragments of a span that overlap were joined.</source>
        <translation>Фрагменти відрізка, що перекриваються, з’єднано.</translation>
    </message>
    <message>
        <source>Speakers without a name were left out.</source>
        <translation>Мовців без імені опущено.</translation>
    </message>
    <message>
        <source>Types of speakers that are not known were read as &quot;person&quot;.</source>
        <translation>Невідомі типи мовців прочитано як «person».</translation>
    </message>
    <message>
        <source>Speakers of spans whose label names nobody were left out.</source>
        <translation>Мовців у відрізків, чия мітка нікого не називає, опущено.</translation>
    </message>
    <message>
        <source>Attributions of the type &quot;%1&quot; were left out: the label schema has none.</source>
        <translation>Атрибуції типу «%1» опущено: у схемі міток такого немає.</translation>
    </message>
    <message>
        <source>Parts of attributions whose role the label schema does not know, or not with this label, were left out.</source>
        <translation>Частини атрибуцій, роль яких схема міток не знає або не знає з цією міткою, опущено.</translation>
    </message>
    <message>
        <source>Parts of attributions with too many parts were left out.</source>
        <translation>Частини атрибуцій, у яких забагато частин, опущено.</translation>
    </message>
    <message>
        <source>Attributions without &quot;%1&quot; were left out.</source>
        <translation>Атрибуції без «%1» опущено.</translation>
    </message>
    <message>
        <source>Attributions without any part were left out.</source>
        <translation>Атрибуції без жодної частини опущено.</translation>
    </message>
    <message>
        <source>A detector in your settings cannot be read and is left out: %1</source>
        <translation>Один із детекторів у ваших налаштуваннях не вдалося прочитати, його пропущено: %1</translation>
    </message>
    <message>
        <source>There is a detector of that name already; give it another one.</source>
        <translation>Детектор із такою назвою вже є; дайте цьому іншу.</translation>
    </message>
    <message>
        <source>No server answers there; is it running, and is the port right?</source>
        <translation>За цією адресою не відповідає жоден сервер; чи він запущений і чи правильний порт?</translation>
    </message>
    <message>
        <source>There is no host of that name; is the address right, and the network up?</source>
        <translation>Вузла з такою назвою немає; чи правильна адреса й чи працює мережа?</translation>
    </message>
    <message>
        <source>The server closed the connection before its answer was complete.</source>
        <translation>Сервер закрив з’єднання, не завершивши відповіді.</translation>
    </message>
    <message>
        <source>There is no safe connection (TLS) to the server: %1</source>
        <translation>Немає безпечного з’єднання (TLS) із сервером: %1</translation>
    </message>
    <message>
        <source>The server could not be asked: %1</source>
        <translation>Не вдалося звернутися до сервера: %1</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>Пошук скасовано.</translation>
    </message>
    <message numerus="yes">
        <source>It did not answer within %n second(s). Give it more time in the detector&apos;s settings, or see why it is slow.</source>
        <translation>
            <numerusform>Відповіді не було протягом %n секунди. Збільште час у налаштуваннях детектора або з’ясуйте, чому він повільний.</numerusform>
            <numerusform>Відповіді не було протягом %n секунд. Збільште час у налаштуваннях детектора або з’ясуйте, чому він повільний.</numerusform>
            <numerusform>Відповіді не було протягом %n секунд. Збільште час у налаштуваннях детектора або з’ясуйте, чому він повільний.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its answer is longer than %1 MB and was not read.</source>
        <translation>Відповідь довша за %1 МБ, її не прочитано.</translation>
    </message>
    <message>
        <source>The server sends on to %1. Nothing was sent there; if that is right, give this address in the detector&apos;s settings.</source>
        <translation>Сервер переспрямовує на %1. Туди нічого не надіслано; якщо це правильно, вкажіть цю адресу в налаштуваннях детектора.</translation>
    </message>
    <message>
        <source>The server wants a name and a password (status %1). Put them into the address: http://name:password@host.</source>
        <translation>Сервер вимагає ім’я та пароль (стан %1). Додайте їх до адреси: http://name:password@host.</translation>
    </message>
    <message>
        <source>The server knows no such address (status %1); is the kind of detector right?</source>
        <translation>Сервер не знає такої адреси (стан %1); чи правильний вид детектора?</translation>
    </message>
    <message>
        <source>The server failed (status %1): &quot;%2&quot;.</source>
        <translation>Помилка сервера (стан %1): «%2».</translation>
    </message>
    <message>
        <source>The server answered with %1, not with JSON; is the address right?</source>
        <translation>Сервер відповів у форматі %1, а не JSON; чи правильна адреса?</translation>
    </message>
    <message>
        <source>Spans whose fragments are no pairs of whole numbers were left out.</source>
        <translation>Відрізки, фрагменти яких не є парами цілих чисел, опущено.</translation>
    </message>
    <message>
        <source>Relations were left out: a recommender for a layer of spans is needed.</source>
        <translation>Відношення опущено: потрібен рекомендувач для шару відрізків.</translation>
    </message>
    <message>
        <source>Its answer has no text &quot;document&quot; with the XMI.</source>
        <translation>У відповіді немає тексту «document» з XMI.</translation>
    </message>
    <message>
        <source>The XMI in its answer has a document type, which may hide anything; it was not read.</source>
        <translation>XMI у відповіді має тип документа, який може приховувати що завгодно; його не прочитано.</translation>
    </message>
    <message>
        <source>The XMI in its answer is broken (line %1: %2).</source>
        <translation>XMI у відповіді пошкоджено (рядок %1: %2).</translation>
    </message>
    <message>
        <source>The document in its answer is no XMI with a text.</source>
        <translation>Документ у відповіді — не XMI з текстом.</translation>
    </message>
    <message>
        <source>The text in its answer is not the one that was sent, so its offsets mean nothing.</source>
        <translation>Текст у відповіді не той, який надіслано, тож його зміщення нічого не означають.</translation>
    </message>
    <message>
        <source>Results of the type &quot;%1&quot; were left out: only labels and relations of text are read.</source>
        <translation>Результати типу «%1» опущено: читаються лише мітки та відношення тексту.</translation>
    </message>
    <message>
        <source>Relations of spans that are not there, or were left out, were left out.</source>
        <translation>Відношення відрізків, яких немає або які опущено, опущено.</translation>
    </message>
    <message>
        <source>Spans whose &quot;text&quot; is not what stands there were left out: offsets count characters (code points), not bytes or UTF-16 units.</source>
        <translation>Відрізки, чий «text» не збігається з тим, що там стоїть, опущено: зміщення рахують символи (кодові точки), а не байти чи одиниці UTF-16.</translation>
    </message>
    <message>
        <source>/health does not say &quot;UP&quot; but &quot;%1&quot;: this is no Label Studio ML backend, or it is not ready.</source>
        <translation>/health повертає не «UP», а «%1»: це не ML backend Label Studio, або він не готовий.</translation>
    </message>
    <message>
        <source>Its answer has no list &quot;results&quot;.</source>
        <translation>У відповіді немає списку «results».</translation>
    </message>
    <message numerus="yes">
        <source>It answered for %n task(s) where one was asked.</source>
        <translation>
            <numerusform>Відповідь надійшла на %n завдання, хоча поставлено одне.</numerusform>
            <numerusform>Відповідь надійшла на %n завдання, хоча поставлено одне.</numerusform>
            <numerusform>Відповідь надійшла на %n завдань, хоча поставлено одне.</numerusform>
        </translation>
    </message>
    <message>
        <source>Further predictions for the same article were left out.</source>
        <translation>Інші передбачення для тієї самої статті опущено.</translation>
    </message>
    <message>
        <source>A prediction in its answer has no list &quot;result&quot;.</source>
        <translation>Передбачення у відповіді не має списку «result».</translation>
    </message>
    <message>
        <source>Relations between labels that no role of the label schema joins were left out.</source>
        <translation>Відношення між мітками, яких не поєднує жодна роль схеми міток, опущено.</translation>
    </message>
    <message>
        <source>This detector would send articles to %1, to which nobody has agreed yet: test it in the window, or add it anew.</source>
        <translation>Цей детектор надсилав би статті на %1, а згоди на це ще ніхто не дав: випробуйте його у вікні або додайте заново.</translation>
    </message>
    <message>
        <source>It is not asked any more after %1 failures in a row; the last: %2</source>
        <translation>Невдач поспіль: %1, тож до нього більше не звертаються; остання: %2</translation>
    </message>
    <message>
        <source>Only answers may go to its standard output.</source>
        <translation>До стандартного виводу мають потрапляти лише відповіді.</translation>
    </message>
    <message>
        <source>detector</source>
        <translation>детектор</translation>
    </message>
    <message>
        <source>Give the detector a name.</source>
        <translation>Дайте детекторові назву.</translation>
    </message>
    <message>
        <source>The name may hold letters, digits, &quot;-&quot;, &quot;_&quot; and &quot;.&quot; and at most 60 of them.</source>
        <translation>Назва може містити літери, цифри, «-», «_» і «.», не більше 60 знаків.</translation>
    </message>
    <message>
        <source>The time-out must be between 1 and %1 seconds.</source>
        <translation>Час очікування має бути від 1 до %1 секунд.</translation>
    </message>
    <message>
        <source>Say which program is to be started.</source>
        <translation>Укажіть, яку програму запускати.</translation>
    </message>
    <message>
        <source>The address must begin with http:// or https:// and name a host, as in http://localhost:9090.</source>
        <translation>Адреса має починатися з http:// або https:// і називати вузол, наприклад http://localhost:9090.</translation>
    </message>
    <message>
        <source>The address may have no &quot;?&quot; and no &quot;#&quot;; paths are put behind it.</source>
        <translation>В адресі не може бути «?» і «#»; шляхи додаються після неї.</translation>
    </message>
    <message>
        <source>INCEpTION needs a layer, such as %1, and a feature, such as %2.</source>
        <translation>INCEpTION потребує шару, наприклад %1, та ознаки, наприклад %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of detector.</source>
        <translation>Виду детектора «%1» немає.</translation>
    </message>
    <message>
        <source>It could not be started (%1); is the path right, and may the file be run?</source>
        <translation>Не вдалося запустити (%1); чи правильний шлях і чи можна виконувати файл?</translation>
    </message>
    <message numerus="yes">
        <source>It did not answer within %n second(s). Give it more time in the detector&apos;s settings, or see why it is slow; each answer must end its line and be flushed.</source>
        <translation>
            <numerusform>Відповіді не було протягом %n секунди. Збільште час у налаштуваннях детектора або з’ясуйте, чому він повільний; кожна відповідь має закінчувати рядок і скидати буфер.</numerusform>
            <numerusform>Відповіді не було протягом %n секунд. Збільште час у налаштуваннях детектора або з’ясуйте, чому він повільний; кожна відповідь має закінчувати рядок і скидати буфер.</numerusform>
            <numerusform>Відповіді не було протягом %n секунд. Збільште час у налаштуваннях детектора або з’ясуйте, чому він повільний; кожна відповідь має закінчувати рядок і скидати буфер.</numerusform>
        </translation>
    </message>
    <message>
        <source>It crashed before it answered.</source>
        <translation>Аварійне завершення до відповіді.</translation>
    </message>
    <message>
        <source>It ended with status %1 before it answered.</source>
        <translation>Завершення з кодом %1 до відповіді.</translation>
    </message>
    <message>
        <source>It wrote on standard error: %1</source>
        <translation>Виведено до стандартного потоку помилок: %1</translation>
    </message>
    <message>
        <source>Parts of attributions that name a span which is not there were left out.</source>
        <translation>Частини атрибуцій, що посилаються на відсутній відрізок, опущено.</translation>
    </message>
    <message>
        <source>Spans without fragments were left out.</source>
        <translation>Відрізки без фрагментів опущено.</translation>
    </message>
    <message>
        <source>Mentions of a speaker that the answer does not list were left out.</source>
        <translation>Згадки мовця, якого немає у списку відповіді, опущено.</translation>
    </message>
    <message>
        <source>It answered with nothing.</source>
        <translation>Відповідь порожня.</translation>
    </message>
    <message>
        <source>It answered with bytes that are not valid UTF-8: &quot;%1&quot;.</source>
        <translation>У відповіді байти, що не є правильним UTF-8: «%1».</translation>
    </message>
    <message>
        <source>It answered with what is no JSON, or is cut short (%1, at byte %2): &quot;%3&quot;.</source>
        <translation>Відповідь — не JSON, або її обірвано (%1, байт %2): «%3».</translation>
    </message>
    <message>
        <source>It answered with JSON that is no object: &quot;%1&quot;.</source>
        <translation>Відповідь — JSON, але не об’єкт: «%1».</translation>
    </message>
    <message>
        <source>It told an error: %1</source>
        <translation>Повідомлено про помилку: %1</translation>
    </message>
    <message>
        <source>It did not introduce itself: the first answer must hold &quot;name&quot;, &quot;version&quot; and &quot;protocol&quot;.</source>
        <translation>Детектор не назвався: перша відповідь має містити «name», «version» і «protocol».</translation>
    </message>
    <message>
        <source>It speaks version %1 of the protocol, Quoth speaks version %2.</source>
        <translation>Він використовує версію протоколу %1, а Quoth — версію %2.</translation>
    </message>
    <message>
        <source>(not told)</source>
        <translation>(не вказано)</translation>
    </message>
    <message>
        <source>It answered to another article: &quot;id&quot; is not that of the question.</source>
        <translation>Відповідь стосується іншої статті: «id» не той, що в запиті.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in its answer is no list.</source>
        <translation>«%1» у відповіді — не список.</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing</name>
    <message>
        <source>The search was stopped.</source>
        <translation>Пошук зупинено.</translation>
    </message>
    <message>
        <source>same words as “%1”</source>
        <translation>ті самі слова, що «%1»</translation>
    </message>
    <message numerus="yes">
        <source>suggest %n further place(s)</source>
        <translation>
            <numerusform>запропонувати ще %n місце</numerusform>
            <numerusform>запропонувати ще %n місця</numerusform>
            <numerusform>запропонувати ще %n місць</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::BulkReview</name>
    <message numerus="yes">
        <source>accept %n item(s)</source>
        <translation>
            <numerusform>прийняти %n елемент</numerusform>
            <numerusform>прийняти %n елементи</numerusform>
            <numerusform>прийняти %n елементів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reject %n item(s)</source>
        <translation>
            <numerusform>відхилити %n елемент</numerusform>
            <numerusform>відхилити %n елементи</numerusform>
            <numerusform>відхилити %n елементів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reopen %n item(s)</source>
        <translation>
            <numerusform>відкрити знову %n елемент</numerusform>
            <numerusform>відкрити знову %n елементи</numerusform>
            <numerusform>відкрити знову %n елементів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>delete %n item(s)</source>
        <translation>
            <numerusform>видалити %n елемент</numerusform>
            <numerusform>видалити %n елементи</numerusform>
            <numerusform>видалити %n елементів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>relabel %n item(s) as %1</source>
        <translation>
            <numerusform>змінити мітку %n елемента на «%1»</numerusform>
            <numerusform>змінити мітку %n елементів на «%1»</numerusform>
            <numerusform>змінити мітку %n елементів на «%1»</numerusform>
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
        <translation>позначити як «%1»</translation>
    </message>
    <message>
        <source>move an edge</source>
        <translation>перемістити межу</translation>
    </message>
    <message>
        <source>relabel as %1</source>
        <translation>змінити мітку на «%1»</translation>
    </message>
    <message>
        <source>change a note</source>
        <translation>змінити примітку</translation>
    </message>
    <message>
        <source>set %1</source>
        <translation>задати %1</translation>
    </message>
    <message numerus="yes">
        <source>delete %n item(s)</source>
        <translation>
            <numerusform>видалити %n елемент</numerusform>
            <numerusform>видалити %n елементи</numerusform>
            <numerusform>видалити %n елементів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>accept %n item(s)</source>
        <translation>
            <numerusform>прийняти %n елемент</numerusform>
            <numerusform>прийняти %n елементи</numerusform>
            <numerusform>прийняти %n елементів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reject %n item(s)</source>
        <translation>
            <numerusform>відхилити %n елемент</numerusform>
            <numerusform>відхилити %n елементи</numerusform>
            <numerusform>відхилити %n елементів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reopen %n item(s)</source>
        <translation>
            <numerusform>відкрити знову %n елемент</numerusform>
            <numerusform>відкрити знову %n елементи</numerusform>
            <numerusform>відкрити знову %n елементів</numerusform>
        </translation>
    </message>
    <message>
        <source>set the speaker</source>
        <translation>задати мовця</translation>
    </message>
    <message>
        <source>change the speaker %1</source>
        <translation>змінити мовця %1</translation>
    </message>
    <message>
        <source>add an attribution</source>
        <translation>додати атрибуцію</translation>
    </message>
    <message>
        <source>fill the %1</source>
        <translation>заповнити: %1</translation>
    </message>
    <message>
        <source>clear the %1</source>
        <translation>очистити: %1</translation>
    </message>
    <message>
        <source>change the kind</source>
        <translation>змінити вид</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::ReviewFilter</name>
    <message>
        <source>open</source>
        <translation>відкриті</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>прийняті</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>відхилені</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>a range of confidence</comment>
        <translation>від %1 до %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>the least confidence</comment>
        <translation>від %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <comment>the greatest confidence</comment>
        <translation>до %1</translation>
    </message>
    <message>
        <source>made by %1</source>
        <translation>створено: %1</translation>
    </message>
    <message>
        <source>made by people</source>
        <translation>створені людьми</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>імпортовані</translation>
    </message>
    <message>
        <source>found by detectors</source>
        <translation>знайдені детекторами</translation>
    </message>
    <message>
        <source>without a speaker</source>
        <translation>без мовця</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>із приміткою</translation>
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
        <translation>Нова мітка</translation>
    </message>
    <message>
        <source>New frame</source>
        <translation>Новий фрейм</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>New label %1</source>
        <translation>Нова мітка %1</translation>
    </message>
    <message>
        <source>New frame %1</source>
        <translation>Новий фрейм %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::SchemaStep</name>
    <message numerus="yes">
        <source>%n span(s) in the project have the label “%1”. Say which label they get instead.</source>
        <translation>
            <numerusform>%n відрізок у проєкті має мітку «%1». Укажіть, яку мітку він отримає натомість.</numerusform>
            <numerusform>%n відрізки у проєкті мають мітку «%1». Укажіть, яку мітку вони отримають натомість.</numerusform>
            <numerusform>%n відрізків у проєкті мають мітку «%1». Укажіть, яку мітку вони отримають натомість.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind “%1”. Remove them first.</source>
        <translation>
            <numerusform>%n фрейм у проєкті має вид «%1». Спершу вилучіть його.</numerusform>
            <numerusform>%n фрейми у проєкті мають вид «%1». Спершу вилучіть їх.</numerusform>
            <numerusform>%n фреймів у проєкті мають вид «%1». Спершу вилучіть їх.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project fill the role “%1”. Take them out of it first.</source>
        <translation>
            <numerusform>%n відрізок у проєкті заповнює роль «%1». Спершу заберіть його з неї.</numerusform>
            <numerusform>%n відрізки у проєкті заповнюють роль «%1». Спершу заберіть їх із неї.</numerusform>
            <numerusform>%n відрізків у проєкті заповнюють роль «%1». Спершу заберіть їх із неї.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::SpeakerEdits</name>
    <message>
        <source>A speaker needs a name.</source>
        <translation>Мовцеві потрібне ім’я.</translation>
    </message>
    <message>
        <source>“%1” is no item of Wikidata: those are a Q and a number, like Q42.</source>
        <translation>«%1» — не елемент Вікіданих: це Q і число, наприклад Q42.</translation>
    </message>
    <message>
        <source>“%1” is no colour of the form #rrggbb.</source>
        <translation>«%1» — не колір у вигляді #rrggbb.</translation>
    </message>
    <message>
        <source>There is a speaker called %1 already. Merge the two instead.</source>
        <translation>Мовець на ім’я %1 уже є. Натомість об’єднайте обох.</translation>
    </message>
    <message>
        <source>add the speaker %1</source>
        <translation>додати мовця %1</translation>
    </message>
    <message>
        <source>This speaker is gone.</source>
        <translation>Цього мовця вже немає.</translation>
    </message>
    <message>
        <source>change the speaker %1</source>
        <translation>змінити мовця %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 is mentioned in %n article(s). Merge the speaker with another one instead.</source>
        <translation>
            <numerusform>%1: є згадки в %n статті. Натомість об’єднайте мовця з іншим.</numerusform>
            <numerusform>%1: є згадки в %n статтях. Натомість об’єднайте мовця з іншим.</numerusform>
            <numerusform>%1: є згадки в %n статтях. Натомість об’єднайте мовця з іншим.</numerusform>
        </translation>
    </message>
    <message>
        <source>delete the speaker %1</source>
        <translation>видалити мовця %1</translation>
    </message>
    <message>
        <source>A speaker cannot be merged into itself: choose another one.</source>
        <translation>Мовця не можна об’єднати із самим собою: виберіть іншого.</translation>
    </message>
    <message>
        <source>merge %1 into %2</source>
        <translation>приєднати «%1» до «%2»</translation>
    </message>
    <message numerus="yes">
        <source>merge %n speaker(s) into %1</source>
        <translation>
            <numerusform>приєднати %n мовця до «%1»</numerusform>
            <numerusform>приєднати %n мовців до «%1»</numerusform>
            <numerusform>приєднати %n мовців до «%1»</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the mentions that go to the new speaker.</source>
        <translation>Виберіть згадки, які перейдуть до нового мовця.</translation>
    </message>
    <message>
        <source>split %1 from %2</source>
        <translation>відокремити «%1» від «%2»</translation>
    </message>
    <message>
        <source>%1 is not mentioned by these words.</source>
        <translation>%1: цими словами цього мовця не згадують.</translation>
    </message>
    <message>
        <source>“%1” is always %2</source>
        <translation>«%1» — це завжди %2</translation>
    </message>
    <message>
        <source>There is another speaker called %1, who is mentioned by other words too. Merge the two, or give that one another name, first.</source>
        <translation>Є інший мовець на ім’я %1, якого згадують і іншими словами. Спершу об’єднайте обох або дайте тому інше ім’я.</translation>
    </message>
</context>
<context>
    <name>Quoth::Exchange</name>
    <message>
        <source>This is a table of annotations as Quoth writes it, not one of articles. To take annotations along, export them as &quot;jsonl&quot; and import that.</source>
        <translation>Це таблиця анотацій, яку пише Quoth, а не таблиця статей. Щоб перенести анотації, експортуйте їх як «jsonl» та імпортуйте цей файл.</translation>
    </message>
    <message>
        <source>The table has no column &quot;%1&quot;; it has: %2.</source>
        <translation>У таблиці немає стовпця «%1»; є: %2.</translation>
    </message>
    <message>
        <source>A column cannot be &quot;%1&quot;, only one of: %2.</source>
        <translation>Стовпець не може бути «%1», лише одним із: %2.</translation>
    </message>
    <message>
        <source>No column of the table is known to hold the articles&apos; text. Say which one does, with --columns text=NAME; it has: %1.</source>
        <translation>Не відомо, який стовпець таблиці містить текст статей. Укажіть його за допомогою --columns text=NAME; є: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not say which column is what, as in text=body; what it can be: %2.</source>
        <translation>«%1» не каже, що в якому стовпці, як-от text=body; можливі: %2.</translation>
    </message>
    <message>
        <source>An article&apos;s id comes more than once; a number was added to it.</source>
        <translation>Ідентифікатор статті трапляється не раз; до нього додано число.</translation>
    </message>
    <message>
        <source>The file holds no article. %1</source>
        <translation>Файл не містить жодної статті. %1</translation>
    </message>
    <message>
        <source>The file holds no article.</source>
        <translation>Файл не містить жодної статті.</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>стовпець %1</translation>
    </message>
    <message>
        <source>The row has no text and was skipped.</source>
        <translation>У рядку немає тексту, його пропущено.</translation>
    </message>
    <message>
        <source>The row has more cells than the header.</source>
        <translation>У рядку більше клітинок, ніж у заголовку.</translation>
    </message>
    <message>
        <source>The table is empty.</source>
        <translation>Таблиця порожня.</translation>
    </message>
    <message>
        <source>The table holds no article.</source>
        <translation>Таблиця не містить жодної статті.</translation>
    </message>
    <message>
        <source>A span without characters was left out.</source>
        <translation>Відрізок без символів опущено.</translation>
    </message>
    <message>
        <source>A span outside the text was left out.</source>
        <translation>Відрізок поза текстом опущено.</translation>
    </message>
    <message>
        <source>A line that is no annotation of brat&apos;s was skipped.</source>
        <translation>Рядок, що не є анотацією brat, пропущено.</translation>
    </message>
    <message>
        <source>An equivalence was not kept.</source>
        <translation>Еквівалентність не збережено.</translation>
    </message>
    <message>
        <source>An annotation whose id is given twice was skipped.</source>
        <translation>Анотацію, чий ідентифікатор трапляється двічі, пропущено.</translation>
    </message>
    <message>
        <source>Origins, confidences, explanations and speakers went into notes of the type &quot;Quoth&quot;.</source>
        <translation>Походження, впевненість, пояснення та мовців записано до приміток типу «Quoth».</translation>
    </message>
    <message>
        <source>Spans were cut at line breaks; notes keep how they were.</source>
        <translation>Відрізки розрізано на розривах рядків; примітки зберігають, якими вони були.</translation>
    </message>
    <message>
        <source>Annotations of nothing but line breaks were left out.</source>
        <translation>Анотації, що містять лише розриви рядків, опущено.</translation>
    </message>
    <message>
        <source>Articles&apos; ids were changed so that they can be file names.</source>
        <translation>Ідентифікатори статей змінено, щоб вони могли бути назвами файлів.</translation>
    </message>
    <message>
        <source>Articles lost their metadata, for which brat has no place.</source>
        <translation>Статті втратили метадані, для яких у brat немає місця.</translation>
    </message>
    <message>
        <source>The folder could not be put in its place.</source>
        <translation>Теку не вдалося поставити на місце.</translation>
    </message>
    <message>
        <source>The file could not be put in its place.</source>
        <translation>Файл не вдалося поставити на місце.</translation>
    </message>
    <message>
        <source>brat standoff is a folder of files and cannot go to the standard output.</source>
        <translation>brat standoff — це тека з файлами, вона не може потрапити до стандартного виводу.</translation>
    </message>
    <message>
        <source>brat standoff is a folder, but there is a file of this name.</source>
        <translation>brat standoff — це тека, але є файл із такою назвою.</translation>
    </message>
    <message>
        <source>brat standoff</source>
        <translation>brat standoff</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>Такого файлу чи теки немає.</translation>
    </message>
    <message>
        <source>An annotation file without its text was skipped.</source>
        <translation>Файл анотацій без його тексту пропущено.</translation>
    </message>
    <message>
        <source>The folder holds no text file.</source>
        <translation>У теці немає текстових файлів.</translation>
    </message>
    <message>
        <source>A file was skipped. %1</source>
        <translation>Файл пропущено. %1</translation>
    </message>
    <message>
        <source>A fragment outside the text was dropped.</source>
        <translation>Фрагмент поза текстом відкинуто.</translation>
    </message>
    <message>
        <source>A fragment without characters was dropped.</source>
        <translation>Фрагмент без символів відкинуто.</translation>
    </message>
    <message>
        <source>A span of which no fragment was left was dropped.</source>
        <translation>Відрізок, від якого не лишилося жодного фрагмента, відкинуто.</translation>
    </message>
    <message>
        <source>A span&apos;s text is not what its offsets give; the offsets were believed.</source>
        <translation>Текст відрізка не збігається з тим, що дають його зміщення; взято зміщення.</translation>
    </message>
    <message>
        <source>An event&apos;s reference to a trigger that is not there was dropped.</source>
        <translation>Посилання події на відсутній тригер відкинуто.</translation>
    </message>
    <message>
        <source>An argument that is an event was replaced by that event&apos;s trigger.</source>
        <translation>Аргумент, що є подією, замінено тригером цієї події.</translation>
    </message>
    <message>
        <source>A role&apos;s reference to a span that is not there was dropped.</source>
        <translation>Посилання ролі на відсутній відрізок відкинуто.</translation>
    </message>
    <message>
        <source>An attribution of which no span was left was dropped.</source>
        <translation>Атрибуцію, від якої не лишилося жодного відрізка, відкинуто.</translation>
    </message>
    <message>
        <source>A binary relation was not kept: it is no attribution.</source>
        <translation>Бінарне відношення не збережено: це не атрибуція.</translation>
    </message>
    <message>
        <source>An attribute of something that is not there was dropped.</source>
        <translation>Атрибут чогось відсутнього відкинуто.</translation>
    </message>
    <message>
        <source>A note on something that is not there was dropped.</source>
        <translation>Примітку до чогось відсутнього відкинуто.</translation>
    </message>
    <message>
        <source>A normalisation was not kept: it is no reference of a span to Wikidata.</source>
        <translation>Нормалізацію не збережено: це не посилання відрізка на Вікідані.</translation>
    </message>
    <message>
        <source>The offsets count CRLF as two characters and were read so.</source>
        <translation>Зміщення рахують CRLF як два символи, так їх і прочитано.</translation>
    </message>
    <message>
        <source>Attributes that are no texts, or are named as no feature may be, went as JSON into the feature &quot;attributes&quot;.</source>
        <translation>Атрибути, що не є текстом або мають назви, неможливі для ознаки, записано як JSON до ознаки «attributes».</translation>
    </message>
    <message>
        <source>UIMA CAS JSON (INCEpTION)</source>
        <translation>UIMA CAS JSON (INCEpTION)</translation>
    </message>
    <message>
        <source>This is no JSON: %1, at byte %2.</source>
        <translation>Це не JSON: %1, байт %2.</translation>
    </message>
    <message>
        <source>This is no UIMA CAS: there is no &quot;%1&quot;.</source>
        <translation>Це не UIMA CAS: немає «%1».</translation>
    </message>
    <message>
        <source>Annotations of another view than the first with a text were dropped.</source>
        <translation>Анотації з інших представлень, ніж перше з текстом, відкинуто.</translation>
    </message>
    <message>
        <source>References to arrays that very many structures share were dropped.</source>
        <translation>Посилання на масиви, спільні для дуже багатьох структур, відкинуто.</translation>
    </message>
    <message>
        <source>A structure without a type was dropped.</source>
        <translation>Структуру без типу відкинуто.</translation>
    </message>
    <message>
        <source>%1, structure %2</source>
        <translation>%1, структура %2</translation>
    </message>
    <message>
        <source>An id is given twice; references mean the first one.</source>
        <translation>Ідентифікатор трапляється двічі; посилання стосуються першого.</translation>
    </message>
    <message>
        <source>An annotation lies outside the text and was dropped.</source>
        <translation>Анотація лежить поза текстом, її відкинуто.</translation>
    </message>
    <message>
        <source>An annotation without characters was dropped.</source>
        <translation>Анотацію без символів відкинуто.</translation>
    </message>
    <message>
        <source>Annotations of words and syntax were not taken in.</source>
        <translation>Анотації слів і синтаксису не взято.</translation>
    </message>
    <message>
        <source>A link to something that is not there was dropped.</source>
        <translation>Зв’язок із чимось відсутнім відкинуто.</translation>
    </message>
    <message>
        <source>Chains were not taken in, only their links.</source>
        <translation>Ланцюжки не взято, лише їхні ланки.</translation>
    </message>
    <message>
        <source>An attribution without any span was dropped.</source>
        <translation>Атрибуцію без жодного відрізка відкинуто.</translation>
    </message>
    <message>
        <source>There is no text in it.</source>
        <translation>У ньому немає тексту.</translation>
    </message>
    <message>
        <source>A file of the suffix .%1 holds one article. Export several to a .zip.</source>
        <translation>Файл із розширенням .%1 містить одну статтю. Кілька експортуйте до .zip.</translation>
    </message>
    <message>
        <source>Spans that are no claims were left out.</source>
        <translation>Відрізки, що не є твердженнями, опущено.</translation>
    </message>
    <message>
        <source>Attributions were left out; claimants come from them.</source>
        <translation>Атрибуції опущено; з них походять автори тверджень.</translation>
    </message>
    <message>
        <source>The articles&apos; texts and further metadata were left out.</source>
        <translation>Тексти статей та інші метадані опущено.</translation>
    </message>
    <message>
        <source>States, origins, confidences and explanations of claims were left out.</source>
        <translation>Стани, походження, впевненість і пояснення тверджень опущено.</translation>
    </message>
    <message>
        <source>Notes and attributes of claims were left out.</source>
        <translation>Примітки й атрибути тверджень опущено.</translation>
    </message>
    <message>
        <source>The places of claims in the text were left out.</source>
        <translation>Місця тверджень у тексті опущено.</translation>
    </message>
    <message>
        <source>Claims in several pieces were joined by &quot; … &quot;.</source>
        <translation>Твердження з кількох фрагментів з’єднано за допомогою « … ».</translation>
    </message>
    <message>
        <source>Claims for schema.org</source>
        <translation>Твердження для schema.org</translation>
    </message>
    <message>
        <source>Articles without words were left out.</source>
        <translation>Статті без слів опущено.</translation>
    </message>
    <message>
        <source>States, which have no column: what was not accepted looks like the rest.</source>
        <translation>Для станів немає стовпця: не прийняте виглядає як решта.</translation>
    </message>
    <message>
        <source>Confidences have no column.</source>
        <translation>Для впевненості немає стовпця.</translation>
    </message>
    <message>
        <source>Origins and explanations have no column.</source>
        <translation>Для походження та пояснень немає стовпця.</translation>
    </message>
    <message>
        <source>Notes have no column.</source>
        <translation>Для приміток немає стовпця.</translation>
    </message>
    <message>
        <source>Attributes have no column.</source>
        <translation>Для атрибутів немає стовпця.</translation>
    </message>
    <message>
        <source>Speakers have no column.</source>
        <translation>Для мовців немає стовпця.</translation>
    </message>
    <message>
        <source>Spans in several pieces became as many spans.</source>
        <translation>Відрізки з кількох фрагментів стали відповідною кількістю відрізків.</translation>
    </message>
    <message>
        <source>Attributions have no place; their spans were written.</source>
        <translation>Для атрибуцій немає місця; записано їхні відрізки.</translation>
    </message>
    <message>
        <source>Articles lost their id and metadata.</source>
        <translation>Статті втратили ідентифікатор і метадані.</translation>
    </message>
    <message>
        <source>Articles lost the blanks and line ends between their words.</source>
        <translation>Статті втратили пробіли та кінці рядків між словами.</translation>
    </message>
    <message>
        <source>Spans were left out because one with more words holds their place: a word has one label.</source>
        <translation>Відрізки опущено, бо їхнє місце займає відрізок із більшою кількістю слів: слово має одну мітку.</translation>
    </message>
    <message>
        <source>CoNLL-2003, four columns</source>
        <translation>CoNLL-2003, чотири стовпці</translation>
    </message>
    <message>
        <source>CoNLL-2002, two columns</source>
        <translation>CoNLL-2002, два стовпці</translation>
    </message>
    <message>
        <source>CoNLL, two columns, IOBES</source>
        <translation>CoNLL, два стовпці, IOBES</translation>
    </message>
    <message>
        <source>CoNLL, columns for each label</source>
        <translation>CoNLL, стовпці для кожної мітки</translation>
    </message>
    <message>
        <source>A line has not as many columns as the others; what it lacks was taken as O.</source>
        <translation>У рядку менше стовпців, ніж в інших; відсутнє прийнято за O.</translation>
    </message>
    <message>
        <source>All of spans and attributions but their words, labels and roles went into a comment that only Quoth reads.</source>
        <translation>Усе, що мають відрізки й атрибуції, крім слів, міток і ролей, записано до коментаря, який читає лише Quoth.</translation>
    </message>
    <message>
        <source>Articles&apos; metadata went into a comment that only Quoth reads.</source>
        <translation>Метадані статей записано до коментаря, який читає лише Quoth.</translation>
    </message>
    <message>
        <source>CoNLL-U</source>
        <translation>CoNLL-U</translation>
    </message>
    <message>
        <source>A line that is no word of CoNLL-U was skipped.</source>
        <translation>Рядок, що не є словом CoNLL-U, пропущено.</translation>
    </message>
    <message>
        <source>The details of an article are no JSON and were left out.</source>
        <translation>Відомості про статтю — не JSON, їх опущено.</translation>
    </message>
    <message>
        <source>A span that is not of the form B-Label:id was dropped.</source>
        <translation>Відрізок, що не має вигляду B-Label:id, відкинуто.</translation>
    </message>
    <message>
        <source>Spans of nothing but blanks were left out.</source>
        <translation>Відрізки із самих пробілів опущено.</translation>
    </message>
    <message>
        <source>Spans lost the blanks that they begin or end with.</source>
        <translation>Відрізки втратили пробіли на початку або в кінці.</translation>
    </message>
    <message>
        <source>Cells that look like formulas got an apostrophe before them.</source>
        <translation>Перед клітинками, схожими на формули, поставлено апостроф.</translation>
    </message>
    <message>
        <source>Table for spreadsheets</source>
        <translation>Електронна таблиця (CSV)</translation>
    </message>
    <message>
        <source>Table with tabs</source>
        <translation>Таблиця з табуляцією</translation>
    </message>
    <message>
        <source>A quotation mark is not closed: the cell goes on to the end of the file.</source>
        <translation>Лапки не закрито: клітинка триває до кінця файлу.</translation>
    </message>
    <message>
        <source>doccano JSON Lines, counting grapheme clusters</source>
        <translation>doccano JSON Lines, рахує кластери графем</translation>
    </message>
    <message>
        <source>doccano JSON Lines</source>
        <translation>doccano JSON Lines</translation>
    </message>
    <message>
        <source>Suggestions look like labels that were given; Quoth finds their state beside the text.</source>
        <translation>Пропозиції виглядають як надані мітки; їхній стан Quoth знаходить поруч із текстом.</translation>
    </message>
    <message>
        <source>Confidences, explanations, speakers, notes and attributes of spans were kept beside the text, where Quoth finds them.</source>
        <translation>Впевненість, пояснення, мовців, примітки й атрибути відрізків збережено поруч із текстом, де їх знаходить Quoth.</translation>
    </message>
    <message>
        <source>Spans that begin or end within a character (a grapheme cluster) show the whole of it; Quoth finds the exact place beside the text.</source>
        <translation>Відрізки, що починаються або закінчуються всередині символу (кластера графем), показують його весь; точне місце Quoth знаходить поруч із текстом.</translation>
    </message>
    <message>
        <source>Spans overlap: doccano takes them only into projects that allow it, and drops them elsewhere.</source>
        <translation>Відрізки перекриваються: doccano бере їх лише до проєктів, які це дозволяють, а в інших відкидає.</translation>
    </message>
    <message>
        <source>Labels that are no list were left out.</source>
        <translation>Мітки, що не є списком, опущено.</translation>
    </message>
    <message>
        <source>A label that belongs to no place in the text was left out.</source>
        <translation>Мітку, що не належить жодному місцю в тексті, опущено.</translation>
    </message>
    <message>
        <source>A span whose offsets are no whole numbers was left out.</source>
        <translation>Відрізок, зміщення якого не є цілими числами, опущено.</translation>
    </message>
    <message>
        <source>A span without a label was left out.</source>
        <translation>Відрізок без мітки опущено.</translation>
    </message>
    <message>
        <source>A span&apos;s id is given twice; references mean the first.</source>
        <translation>Ідентифікатор відрізка трапляється двічі; посилання стосуються першого.</translation>
    </message>
    <message>
        <source>A relation of a span that is not there was left out.</source>
        <translation>Відношення відсутнього відрізка опущено.</translation>
    </message>
    <message>
        <source>The file holds no text.</source>
        <translation>Файл не містить тексту.</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Документ Word</translation>
    </message>
    <message>
        <source>The archive holds no Word document.</source>
        <translation>Архів не містить документа Word.</translation>
    </message>
    <message>
        <source>EPUB book</source>
        <translation>Книга EPUB</translation>
    </message>
    <message>
        <source>The archive holds no EPUB.</source>
        <translation>Архів не містить EPUB.</translation>
    </message>
    <message>
        <source>The book is locked (DRM) and cannot be read.</source>
        <translation>Книгу заблоковано (DRM), її не можна прочитати.</translation>
    </message>
    <message>
        <source>A document of the book was left out. %1</source>
        <translation>Документ книги опущено. %1</translation>
    </message>
    <message>
        <source>The page&apos;s elements are nested too deep to be read.</source>
        <translation>Елементи сторінки вкладено надто глибоко, щоб їх прочитати.</translation>
    </message>
    <message>
        <source>Notes at the foot or the end were left out.</source>
        <translation>Виноски та кінцеві примітки опущено.</translation>
    </message>
    <message>
        <source>The book names no documents with text.</source>
        <translation>Книга не називає документів із текстом.</translation>
    </message>
    <message>
        <source>Role fillers were left out because their spans are in a state that is not exported.</source>
        <translation>Наповнювачі ролей опущено, бо їхні відрізки мають стан, який не експортується.</translation>
    </message>
    <message>
        <source>Attributions were left out because none of their spans is exported.</source>
        <translation>Атрибуції опущено, бо жоден із їхніх відрізків не експортується.</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>Це тека, а не файл.</translation>
    </message>
    <message>
        <source>The file is larger than an article may be (1 GiB).</source>
        <translation>Файл більший, ніж може бути стаття (1 ГіБ).</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Файл порожній.</translation>
    </message>
    <message>
        <source>This is no text: it seems to be %1.</source>
        <translation>Це не текст; схоже, це %1.</translation>
    </message>
    <message>
        <source>Bytes that are not valid %1 became U+FFFD.</source>
        <translation>Байти, що не є правильним %1, замінено на U+FFFD.</translation>
    </message>
    <message>
        <source>The import was cancelled.</source>
        <translation>Імпорт скасовано.</translation>
    </message>
    <message>
        <source>Spans that other programs would take for valid ones were only kept beside the text, where Quoth finds them.</source>
        <translation>Відрізки, які інші програми вважали б чинними, збережено лише поруч із текстом, де їх знаходить Quoth.</translation>
    </message>
    <message>
        <source>Interrupted spans became regions joined by relations.</source>
        <translation>Перервані відрізки стали ділянками, з’єднаними відношеннями.</translation>
    </message>
    <message>
        <source>Attributions with one filler have no relation that shows them; they were kept beside the text, where Quoth finds them.</source>
        <translation>Для атрибуцій з одним наповнювачем немає відношення, яке б їх показало; їх збережено поруч із текстом, де їх знаходить Quoth.</translation>
    </message>
    <message>
        <source>Role fillers of attributions that differ from them in state have no relation; they were kept beside the text, where Quoth finds them.</source>
        <translation>Для наповнювачів ролей, стан яких відрізняється від стану атрибуції, немає відношення; їх збережено поруч із текстом, де їх знаходить Quoth.</translation>
    </message>
    <message>
        <source>Attributions that share a cue look like one to other programs.</source>
        <translation>Атрибуції зі спільним маркером для інших програм виглядають як одна.</translation>
    </message>
    <message>
        <source>Kinds, speakers, notes, confidences and further attributes of attributions were kept beside the text, where Quoth finds them.</source>
        <translation>Види, мовців, примітки, впевненість та інші атрибути атрибуцій збережено поруч із текстом, де їх знаходить Quoth.</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>Документ PDF</translation>
    </message>
    <message>
        <source>This Quoth was built without Poppler (libpoppler-qt6-dev). Convert the file first: pdftotext FILE.pdf.</source>
        <translation>Цей Quoth зібрано без Poppler (libpoppler-qt6-dev). Спершу перетворіть файл: pdftotext FILE.pdf.</translation>
    </message>
    <message>
        <source>This Quoth was built without libzip (libzip-dev) and knows no zip archives.</source>
        <translation>Цей Quoth зібрано без libzip (libzip-dev), він не знає архівів zip.</translation>
    </message>
    <message>
        <source>No known format fits. Name the format to read it as.</source>
        <translation>Жоден відомий формат не підходить. Укажіть формат, у якому його читати.</translation>
    </message>
    <message>
        <source>The format &quot;%1&quot; cannot be read.</source>
        <translation>Формат «%1» не можна прочитати.</translation>
    </message>
    <message>
        <source>The page is not in the encoding that it declares (%1); another was detected.</source>
        <translation>Сторінка має не те кодування, яке оголошує (%1); визначено інше.</translation>
    </message>
    <message>
        <source>No article was found on the page.</source>
        <translation>На сторінці не знайдено статті.</translation>
    </message>
    <message>
        <source>Saved web page</source>
        <translation>Збережена вебсторінка</translation>
    </message>
    <message>
        <source>%1 and further places</source>
        <translation>%1 та інші місця</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, рядок %2</translation>
    </message>
    <message>
        <source>Quoth JSON Lines</source>
        <translation>Quoth JSON Lines</translation>
    </message>
    <message>
        <source>The record is of the format &quot;%1&quot;; what &quot;%2&quot; knows of it was read.</source>
        <translation>Запис має формат «%1»; прочитано те, що з нього знає «%2».</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>це не об’єкт</translation>
    </message>
    <message>
        <source>The line is not a JSON record (%1) and was skipped.</source>
        <translation>Рядок — не запис JSON (%1), його пропущено.</translation>
    </message>
    <message>
        <source>The line is longer than a record may be and was skipped.</source>
        <translation>Рядок довший, ніж може бути запис, його пропущено.</translation>
    </message>
    <message>
        <source>The labelling configuration was not written: a file of another kind has its name, %1.</source>
        <translation>Конфігурацію розмітки не записано: файл іншого виду має її назву, %1.</translation>
    </message>
    <message>
        <source>Label Studio tasks</source>
        <translation>Завдання Label Studio</translation>
    </message>
    <message>
        <source>%1, task %2</source>
        <translation>%1, завдання %2</translation>
    </message>
    <message>
        <source>A task could not be read (%1) and was skipped.</source>
        <translation>Завдання не вдалося прочитати (%1), його пропущено.</translation>
    </message>
    <message>
        <source>The file ends before its list of tasks does.</source>
        <translation>Файл закінчується раніше за список завдань.</translation>
    </message>
    <message>
        <source>A task has annotations by several people; what they have in common was read once.</source>
        <translation>Завдання має анотації кількох людей; спільне прочитано один раз.</translation>
    </message>
    <message>
        <source>A score that is no number from 0 to 1 was left out.</source>
        <translation>Оцінку, що не є числом від 0 до 1, опущено.</translation>
    </message>
    <message>
        <source>An annotation without a list of results was left out.</source>
        <translation>Анотацію без списку результатів опущено.</translation>
    </message>
    <message>
        <source>Results of the type &quot;%1&quot; were left out: labels, relations, choices and text areas are read.</source>
        <translation>Результати типу «%1» опущено: читаються мітки, відношення, вибори та текстові поля.</translation>
    </message>
    <message>
        <source>Choices and texts that belong to no span were left out.</source>
        <translation>Вибори й тексти, що не належать жодному відрізку, опущено.</translation>
    </message>
    <message>
        <source>A task&apos;s data has no &quot;text&quot;; the longest of its fields was taken for it.</source>
        <translation>У даних завдання немає «text»; за нього взято найдовше з полів.</translation>
    </message>
    <message>
        <source>Confidences, explanations, speakers and attributes of spans that Label Studio has no place for were kept in the task&apos;s &quot;meta&quot;.</source>
        <translation>Впевненість, пояснення, мовців та атрибути відрізків, для яких у Label Studio немає місця, збережено в «meta» завдання.</translation>
    </message>
    <message>
        <source>Web page with its pictures</source>
        <translation>Вебсторінка із зображеннями</translation>
    </message>
    <message>
        <source>No web page was found in the file.</source>
        <translation>У файлі не знайдено вебсторінки.</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>Текст OpenDocument</translation>
    </message>
    <message>
        <source>The archive holds no OpenDocument text.</source>
        <translation>Архів не містить тексту OpenDocument.</translation>
    </message>
    <message>
        <source>The document is encrypted. Save it without a password.</source>
        <translation>Документ зашифровано. Збережіть його без пароля.</translation>
    </message>
    <message>
        <source>%1 What stands before that was taken.</source>
        <translation>%1 Взято те, що стоїть до цього місця.</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>стандартний вивід</translation>
    </message>
    <message>
        <source>This is no PDF document, or it is damaged.</source>
        <translation>Це не документ PDF, або він пошкоджений.</translation>
    </message>
    <message>
        <source>The document holds no text, only pictures of it. Run a text recognition over it first, such as ocrmypdf.</source>
        <translation>Документ не містить тексту, лише його зображення. Спершу розпізнайте текст, наприклад за допомогою ocrmypdf.</translation>
    </message>
    <message>
        <source>Words that are written from right to left may stand in the wrong order.</source>
        <translation>Слова, написані справа наліво, можуть стояти в неправильному порядку.</translation>
    </message>
    <message>
        <source>Prodigy JSON Lines</source>
        <translation>Prodigy JSON Lines</translation>
    </message>
    <message>
        <source>The spans of a rejected record were read as rejected.</source>
        <translation>Відрізки відхиленого запису прочитано як відхилені.</translation>
    </message>
    <message>
        <source>The spans of a record that was passed over were read as suggestions.</source>
        <translation>Відрізки пропущеного запису прочитано як пропозиції.</translation>
    </message>
    <message>
        <source>An answer that is not accept, reject or ignore was passed over.</source>
        <translation>Відповідь, що не є accept, reject чи ignore, пропущено.</translation>
    </message>
    <message>
        <source>Suggestions stand in records without an answer, with what is accepted of the article; Quoth finds their state beside the text.</source>
        <translation>Пропозиції стоять у записах без відповіді разом із прийнятим у статті; їхній стан Quoth знаходить поруч із текстом.</translation>
    </message>
    <message>
        <source>The text of a note could not be read. %1</source>
        <translation>Текст примітки не вдалося прочитати. %1</translation>
    </message>
    <message>
        <source>A source was left out. %1</source>
        <translation>Джерело опущено. %1</translation>
    </message>
    <message>
        <source>A source was left out: it has no text.</source>
        <translation>Джерело опущено: у ньому немає тексту.</translation>
    </message>
    <message>
        <source>The project holds no text that could be read.</source>
        <translation>Проєкт не містить тексту, який можна прочитати.</translation>
    </message>
    <message>
        <source>This is no project of the REFI-QDA standard.</source>
        <translation>Це не проєкт стандарту REFI-QDA.</translation>
    </message>
    <message>
        <source>The project is of an unknown version of the standard (%1); it was read as 1.0.</source>
        <translation>Проєкт має невідому версію стандарту (%1); його прочитано як 1.0.</translation>
    </message>
    <message>
        <source>its codes are nested too deep</source>
        <translation>його коди вкладено надто глибоко</translation>
    </message>
    <message>
        <source>A selection without positions was dropped.</source>
        <translation>Виділення без позицій відкинуто.</translation>
    </message>
    <message>
        <source>A selection&apos;s GUID is given twice; references mean the first.</source>
        <translation>GUID виділення трапляється двічі; посилання стосуються першого.</translation>
    </message>
    <message>
        <source>A selection without characters was dropped.</source>
        <translation>Виділення без символів відкинуто.</translation>
    </message>
    <message>
        <source>A selection outside the text was dropped.</source>
        <translation>Виділення поза текстом відкинуто.</translation>
    </message>
    <message>
        <source>A piece of a span whose first piece is not there became a span of its own.</source>
        <translation>Фрагмент відрізка, перший фрагмент якого відсутній, став окремим відрізком.</translation>
    </message>
    <message>
        <source>A selection without a code was dropped.</source>
        <translation>Виділення без коду відкинуто.</translation>
    </message>
    <message>
        <source>A coding whose code is not there was dropped.</source>
        <translation>Призначення коду, якого немає, відкинуто.</translation>
    </message>
    <message>
        <source>A note that is not there was not kept.</source>
        <translation>Відсутню примітку не збережено.</translation>
    </message>
    <message>
        <source>A speaker that is not there was not kept.</source>
        <translation>Відсутнього мовця не збережено.</translation>
    </message>
    <message>
        <source>The positions of a source fit its text only if they are counted in an unusual way, and were read so.</source>
        <translation>Позиції джерела відповідають його тексту, лише якщо рахувати їх незвично; так їх і прочитано.</translation>
    </message>
    <message>
        <source>Codes of a whole source were not kept.</source>
        <translation>Коди цілого джерела не збережено.</translation>
    </message>
    <message>
        <source>Links were not kept: they join no parts of an attribution.</source>
        <translation>Зв’язки не збережено: вони не з’єднують частин атрибуції.</translation>
    </message>
    <message>
        <source>Selections of cases were not kept: their label names no speaker.</source>
        <translation>Виділення випадків не збережено: їхня мітка не називає мовця.</translation>
    </message>
    <message>
        <source>Sources that have no text (pictures, sound, films, pages) were not read.</source>
        <translation>Джерела без тексту (зображення, звук, фільми, сторінки) не прочитано.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примітка</translation>
    </message>
    <message>
        <source>Spans in several pieces became selections that are linked.</source>
        <translation>Відрізки з кількох фрагментів стали пов’язаними виділеннями.</translation>
    </message>
    <message>
        <source>Suggested and rejected annotations stand among the others; only descriptions tell them apart.</source>
        <translation>Запропоновані та відхилені анотації стоять серед інших; їх розрізняють лише описи.</translation>
    </message>
    <message>
        <source>What REFI-QDA has no place for (origin, confidence, attributes and the like) stands in descriptions.</source>
        <translation>Те, для чого в REFI-QDA немає місця (походження, впевненість, атрибути тощо), стоїть в описах.</translation>
    </message>
    <message>
        <source>Attributions without spans were left out.</source>
        <translation>Атрибуції без відрізків опущено.</translation>
    </message>
    <message>
        <source>Speaker: %1</source>
        <translation>Мовець: %1</translation>
    </message>
    <message>
        <source>A codebook holds labels only: articles are not in it.</source>
        <translation>Кодова книга містить лише мітки: статей у ній немає.</translation>
    </message>
    <message>
        <source>A codebook holds labels only: annotations are not in it.</source>
        <translation>Кодова книга містить лише мітки: анотацій у ній немає.</translation>
    </message>
    <message>
        <source>There is no label to write.</source>
        <translation>Немає жодної мітки для запису.</translation>
    </message>
    <message>
        <source>REFI-QDA project</source>
        <translation>Проєкт REFI-QDA</translation>
    </message>
    <message>
        <source>REFI-QDA codebook</source>
        <translation>Кодова книга REFI-QDA</translation>
    </message>
    <message>
        <source>The archive has no project.qde: it is no project of the REFI-QDA standard.</source>
        <translation>В архіві немає project.qde: це не проєкт стандарту REFI-QDA.</translation>
    </message>
    <message>
        <source>The text lies outside the archive (&quot;%1&quot;).</source>
        <translation>Текст лежить поза архівом («%1»).</translation>
    </message>
    <message>
        <source>The record has no &quot;text&quot; and was skipped.</source>
        <translation>У записі немає «text», його пропущено.</translation>
    </message>
    <message>
        <source>speaker %1</source>
        <translation>мовець %1</translation>
    </message>
    <message>
        <source>A speaker without a name was dropped.</source>
        <translation>Мовця без імені відкинуто.</translation>
    </message>
    <message>
        <source>A speaker&apos;s id is given twice; references mean the first.</source>
        <translation>Ідентифікатор мовця трапляється двічі; посилання стосуються першого.</translation>
    </message>
    <message>
        <source>A speaker&apos;s type is not known; it became a person.</source>
        <translation>Тип мовця невідомий; мовець став особою.</translation>
    </message>
    <message>
        <source>A speaker&apos;s colour is none of the form #rrggbb; it was dropped.</source>
        <translation>Колір мовця не має вигляду #rrggbb; його відкинуто.</translation>
    </message>
    <message>
        <source>A fragment that is no pair of whole numbers was dropped.</source>
        <translation>Фрагмент, що не є парою цілих чисел, відкинуто.</translation>
    </message>
    <message>
        <source>A fragment that ends before it begins was dropped.</source>
        <translation>Фрагмент, що закінчується раніше, ніж починається, відкинуто.</translation>
    </message>
    <message>
        <source>Fragments that are no list were dropped.</source>
        <translation>Фрагменти, що не є списком, відкинуто.</translation>
    </message>
    <message>
        <source>A state is not known and was taken as &quot;%1&quot;.</source>
        <translation>Стан невідомий, його прийнято за «%1».</translation>
    </message>
    <message>
        <source>A confidence that is no number from 0 to 1 was dropped.</source>
        <translation>Впевненість, що не є числом від 0 до 1, відкинуто.</translation>
    </message>
    <message>
        <source>A reference to a speaker that is not listed was dropped.</source>
        <translation>Посилання на мовця, якого немає у списку, відкинуто.</translation>
    </message>
    <message>
        <source>span %1</source>
        <translation>відрізок %1</translation>
    </message>
    <message>
        <source>A span without a label was dropped.</source>
        <translation>Відрізок без мітки відкинуто.</translation>
    </message>
    <message>
        <source>claim %1</source>
        <translation>твердження %1</translation>
    </message>
    <message>
        <source>A claim of which no fragment was left was dropped.</source>
        <translation>Твердження, від якого не лишилося жодного фрагмента, відкинуто.</translation>
    </message>
    <message>
        <source>attribution %1</source>
        <translation>атрибуція %1</translation>
    </message>
    <message>
        <source>A kind that is not direct, indirect or mixed was dropped.</source>
        <translation>Вид, що не є direct, indirect чи mixed, відкинуто.</translation>
    </message>
    <message>
        <source>An attribution&apos;s id is given twice; both were kept.</source>
        <translation>Ідентифікатор атрибуції трапляється двічі; збережено обидві.</translation>
    </message>
    <message>
        <source>it has no %1</source>
        <translation>немає %1</translation>
    </message>
    <message>
        <source>its %1 is not of a release by Quoth</source>
        <translation>%1 не від випуску Quoth</translation>
    </message>
    <message>
        <source>the release had no folder %1</source>
        <translation>у випуску не було теки %1</translation>
    </message>
    <message>
        <source>the release had no file %1</source>
        <translation>у випуску не було файлу %1</translation>
    </message>
    <message>
        <source>%1 was changed since</source>
        <translation>%1 відтоді змінено</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>бракує %1</translation>
    </message>
    <message>
        <source>A release is a folder, but there is a file or link of this name.</source>
        <translation>Випуск — це тека, але є файл або посилання з такою назвою.</translation>
    </message>
    <message>
        <source>The folder holds something else than an untouched release (%1) and was left alone. Choose another one.</source>
        <translation>Тека містить не лише незмінений випуск (%1), тож її не зачеплено. Виберіть іншу.</translation>
    </message>
    <message>
        <source>Titles were left out.</source>
        <translation>Заголовки опущено.</translation>
    </message>
    <message>
        <source>Further metadata was left out.</source>
        <translation>Інші метадані опущено.</translation>
    </message>
    <message>
        <source>Attributes in free words were left out.</source>
        <translation>Атрибути з довільним текстом опущено.</translation>
    </message>
    <message>
        <source>Explanations were left out.</source>
        <translation>Пояснення опущено.</translation>
    </message>
    <message>
        <source>Notes were left out.</source>
        <translation>Примітки опущено.</translation>
    </message>
    <message>
        <source>Rich Text Format</source>
        <translation>Rich Text Format</translation>
    </message>
    <message>
        <source>Groups are nested too deep; what stands before that was taken.</source>
        <translation>Групи вкладено надто глибоко; взято те, що стоїть до цього місця.</translation>
    </message>
    <message>
        <source>The file is cut short.</source>
        <translation>Файл обірвано.</translation>
    </message>
    <message>
        <source>This is no RTF document.</source>
        <translation>Це не документ RTF.</translation>
    </message>
    <message>
        <source>Articles without annotations have no row.</source>
        <translation>Для статей без анотацій немає рядка.</translation>
    </message>
    <message>
        <source>Texts in several pieces were joined by &quot; … &quot;; the offsets keep the pieces.</source>
        <translation>Тексти з кількох фрагментів з’єднано за допомогою « … »; зміщення зберігають фрагменти.</translation>
    </message>
    <message>
        <source>Role fillers of roles other than source, cue and content have no column.</source>
        <translation>Для наповнювачів ролей, крім джерела, маркера та змісту, немає стовпця.</translation>
    </message>
    <message>
        <source>TEI P5</source>
        <translation>TEI P5</translation>
    </message>
    <message>
        <source>The file has a document type declaration, which is not read: it could hide what it wants to be read. Take it out.</source>
        <translation>Файл має оголошення типу документа, яке не читається: воно могло б приховати, що саме слід прочитати. Приберіть його.</translation>
    </message>
    <message>
        <source>This is not well-formed XML (%1).</source>
        <translation>Це не правильно побудований XML (%1).</translation>
    </message>
    <message>
        <source>The rest of the file was not read: it is not well-formed XML (%1).</source>
        <translation>Решту файлу не прочитано: це не правильно побудований XML (%1).</translation>
    </message>
    <message>
        <source>A second text of the same TEI element was skipped.</source>
        <translation>Другий текст того самого елемента TEI пропущено.</translation>
    </message>
    <message>
        <source>A TEI element without text was skipped.</source>
        <translation>Елемент TEI без тексту пропущено.</translation>
    </message>
    <message>
        <source>An article that breaks off was skipped.</source>
        <translation>Обірвану статтю пропущено.</translation>
    </message>
    <message>
        <source>Notes, deletions and the like are no part of the text and were left out.</source>
        <translation>Примітки, вилучення тощо не є частиною тексту, їх опущено.</translation>
    </message>
    <message>
        <source>An id that was given before was not taken.</source>
        <translation>Ідентифікатор, який уже траплявся, не взято.</translation>
    </message>
    <message>
        <source>A speaker that the header does not list was named after its id.</source>
        <translation>Мовця, якого немає в заголовку TEI, названо за його ідентифікатором.</translation>
    </message>
    <message>
        <source>A span whose place is not in the text was dropped.</source>
        <translation>Відрізок, місця якого немає в тексті, відкинуто.</translation>
    </message>
    <message>
        <source>Pieces of spans whose first piece is not there were dropped.</source>
        <translation>Фрагменти відрізків, перший фрагмент яких відсутній, відкинуто.</translation>
    </message>
    <message>
        <source>A quotation without text was dropped.</source>
        <translation>Цитату без тексту відкинуто.</translation>
    </message>
    <message>
        <source>Of several speakers of one quotation the first was taken.</source>
        <translation>З кількох мовців однієї цитати взято першого.</translation>
    </message>
    <message>
        <source>A link that does not say what its targets do was dropped.</source>
        <translation>Зв’язок, який не каже, що роблять його цілі, відкинуто.</translation>
    </message>
    <message>
        <source>Control characters that XML cannot hold became blanks.</source>
        <translation>Керівні символи, неможливі в XML, замінено пробілами.</translation>
    </message>
    <message>
        <source>The encoding &quot;%1&quot; is not known.</source>
        <translation>Кодування «%1» невідоме.</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Простий текст</translation>
    </message>
    <message>
        <source>This is no WebAnno TSV of version 3.</source>
        <translation>Це не WebAnno TSV версії 3.</translation>
    </message>
    <message>
        <source>A sentence without words was dropped.</source>
        <translation>Речення без слів відкинуто.</translation>
    </message>
    <message>
        <source>The line is no row of WebAnno TSV and was skipped.</source>
        <translation>Рядок не є рядком WebAnno TSV, його пропущено.</translation>
    </message>
    <message>
        <source>The row has too few columns.</source>
        <translation>У рядку замало стовпців.</translation>
    </message>
    <message>
        <source>The offsets do not fit the sentences before; the texts were believed.</source>
        <translation>Зміщення не відповідають попереднім реченням; взято тексти.</translation>
    </message>
    <message>
        <source>Articles without words lost their text, for which WebAnno TSV has no place.</source>
        <translation>Статті без слів втратили текст, для якого у WebAnno TSV немає місця.</translation>
    </message>
    <message>
        <source>Annotations in articles without words were left out.</source>
        <translation>Анотації у статтях без слів опущено.</translation>
    </message>
    <message>
        <source>Spans that begin or end between words, or hold none, end with words; the feature &quot;exact&quot; keeps where.</source>
        <translation>Відрізки, що починаються або закінчуються між словами чи не містять слів, закінчуються словами; точне місце зберігає ознака «exact».</translation>
    </message>
    <message>
        <source>Line ends in notes and other features became spaces.</source>
        <translation>Кінці рядків у примітках та інших ознаках замінено пробілами.</translation>
    </message>
    <message>
        <source>Empty lines and other white space before the first word became spaces.</source>
        <translation>Порожні рядки та інші пробільні символи перед першим словом замінено пробілами.</translation>
    </message>
    <message>
        <source>a PNG image</source>
        <translation>зображення PNG</translation>
    </message>
    <message>
        <source>a JPEG image</source>
        <translation>зображення JPEG</translation>
    </message>
    <message>
        <source>a GIF image</source>
        <translation>зображення GIF</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>документ PDF</translation>
    </message>
    <message>
        <source>a ZIP archive or an office document</source>
        <translation>архів ZIP або офісний документ</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>база даних SQLite</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>архів gzip</translation>
    </message>
    <message>
        <source>a bzip2 archive</source>
        <translation>архів bzip2</translation>
    </message>
    <message>
        <source>an xz archive</source>
        <translation>архів xz</translation>
    </message>
    <message>
        <source>a Zstandard archive</source>
        <translation>архів Zstandard</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>архів 7-Zip</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>архів RAR</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>програма</translation>
    </message>
    <message>
        <source>an old office document</source>
        <translation>старий офісний документ</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>документ RTF</translation>
    </message>
    <message>
        <source>a sound or film file</source>
        <translation>файл зі звуком або фільмом</translation>
    </message>
    <message>
        <source>a sound, image or film file</source>
        <translation>файл зі звуком, зображенням або фільмом</translation>
    </message>
    <message>
        <source>a binary file</source>
        <translation>двійковий файл</translation>
    </message>
    <message>
        <source>W3C Web Annotation</source>
        <translation>W3C Web Annotation</translation>
    </message>
    <message>
        <source>An item is not JSON of web annotations (%1) and was skipped.</source>
        <translation>Елемент — не JSON веб-анотацій (%1), його пропущено.</translation>
    </message>
    <message>
        <source>An item that is no annotation and no page of them was skipped.</source>
        <translation>Елемент, що не є анотацією чи їх сторінкою, пропущено.</translation>
    </message>
    <message>
        <source>The annotations come without their text. Put it beside them as &quot;%1&quot;.</source>
        <translation>Анотації надійшли без тексту. Покладіть його поруч під назвою «%1».</translation>
    </message>
    <message>
        <source>annotation %1</source>
        <translation>анотація %1</translation>
    </message>
    <message>
        <source>An annotation that links others without saying in which roles was dropped.</source>
        <translation>Анотацію, що пов’язує інші, не вказуючи ролей, відкинуто.</translation>
    </message>
    <message>
        <source>An annotation of which no place was found in the text was dropped.</source>
        <translation>Анотацію, місця якої не знайдено в тексті, відкинуто.</translation>
    </message>
    <message>
        <source>A piece of an annotation has no place in the text and was dropped.</source>
        <translation>Фрагмент анотації не має місця в тексті, його відкинуто.</translation>
    </message>
    <message>
        <source>A position does not fit its quote; the quote was looked for.</source>
        <translation>Позиція не відповідає цитованому тексту; місце шукали за текстом.</translation>
    </message>
    <message>
        <source>Confidences went into a property that only Quoth knows.</source>
        <translation>Впевненість записано до властивості, яку знає лише Quoth.</translation>
    </message>
    <message>
        <source>Roles of attributions went into a property that only Quoth knows.</source>
        <translation>Ролі атрибуцій записано до властивості, яку знає лише Quoth.</translation>
    </message>
    <message>
        <source>Articles lost their metadata, for which WebAnno TSV has no place.</source>
        <translation>Статті втратили метадані, для яких у WebAnno TSV немає місця.</translation>
    </message>
    <message>
        <source>WebAnno TSV 3.3 (INCEpTION)</source>
        <translation>WebAnno TSV 3.3 (INCEpTION)</translation>
    </message>
    <message>
        <source>Cells were cut that are longer than a workbook allows (32767 characters).</source>
        <translation>Обрізано клітинки, довші, ніж дозволяє книга (32767 символів).</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Книга Excel</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1, рядок %2</translation>
    </message>
    <message>
        <source>This is no workbook of Excel&apos;s format, or it is damaged.</source>
        <translation>Це не книга формату Excel, або вона пошкоджена.</translation>
    </message>
    <message>
        <source>Only the first sheet of the workbook was read.</source>
        <translation>Прочитано лише перший аркуш книги.</translation>
    </message>
    <message>
        <source>A cell outside the sheet was dropped.</source>
        <translation>Клітинку поза аркушем відкинуто.</translation>
    </message>
    <message>
        <source>What types the annotations have, which other programs must know, goes only into a .zip.</source>
        <translation>Типи анотацій, які мають знати інші програми, потрапляють лише до .zip.</translation>
    </message>
    <message>
        <source>UIMA CAS XMI (INCEpTION)</source>
        <translation>UIMA CAS XMI (INCEpTION)</translation>
    </message>
    <message>
        <source>The file declares a document type, which is not read for safety.</source>
        <translation>Файл оголошує тип документа, який не читається задля безпеки.</translation>
    </message>
    <message>
        <source>This is no XMI file.</source>
        <translation>Це не файл XMI.</translation>
    </message>
    <message>
        <source>The file is broken here and was read up to here: %1</source>
        <translation>Тут файл пошкоджено, прочитано до цього місця: %1</translation>
    </message>
    <message>
        <source>The description of the types cannot be read and was not used.</source>
        <translation>Опис типів не вдалося прочитати, його не використано.</translation>
    </message>
    <message>
        <source>Control characters, which XML forbids, became spaces.</source>
        <translation>Керівні символи, які XML забороняє, замінено пробілами.</translation>
    </message>
    <message>
        <source>it has a document type, which is not read because it can hide traps</source>
        <translation>він має тип документа, який не читається, бо може приховувати пастки</translation>
    </message>
    <message>
        <source>The XML could not be read to its end: %1.</source>
        <translation>XML не вдалося прочитати до кінця: %1.</translation>
    </message>
    <message>
        <source>This is no zip archive, or it is damaged: %1.</source>
        <translation>Це не архів zip, або він пошкоджений: %1.</translation>
    </message>
    <message>
        <source>The archive has no such file.</source>
        <translation>В архіві немає такого файлу.</translation>
    </message>
    <message>
        <source>The file unpacks to more than %1 MB and was not read.</source>
        <translation>Файл розпаковується більш ніж у %1 МБ, його не прочитано.</translation>
    </message>
    <message>
        <source>The file cannot be unpacked: %1.</source>
        <translation>Файл не вдалося розпакувати: %1.</translation>
    </message>
    <message>
        <source>The archive cannot be made: %1.</source>
        <translation>Архів не вдалося створити: %1.</translation>
    </message>
    <message>
        <source>This Quoth was built without libzip and knows no zip archives.</source>
        <translation>Цей Quoth зібрано без libzip, він не знає архівів zip.</translation>
    </message>
    <message>
        <source>Spans were left out because one with fewer words holds a part of their place: a word has one label.</source>
        <translation>Відрізки опущено, бо частину їхнього місця займає відрізок із меншою кількістю слів: слово має одну мітку.</translation>
    </message>
    <message>
        <source>There is no library for it in Debian 12. Publish the dataset (&quot;quoth release&quot;) and convert its files: pandas.read_json(FILE, lines=True).to_parquet(OUTPUT).</source>
        <translation>У Debian 12 немає бібліотеки для цього. Опублікуйте набір даних («quoth release») і перетворіть його файли: pandas.read_json(FILE, lines=True).to_parquet(OUTPUT).</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>The file cannot be read as Markdown.</source>
        <translation>Файл не вдалося прочитати як Markdown.</translation>
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
        <translation>У версії немає «annotator» у «meta».</translation>
    </message>
    <message>
        <source>There are two versions by the annotator %1.</source>
        <translation>Є дві версії анотатора %1.</translation>
    </message>
    <message>
        <source>The texts of its versions differ.</source>
        <translation>Тексти його версій відрізняються.</translation>
    </message>
    <message>
        <source>The line has no document &quot;id&quot;.</source>
        <translation>У рядку немає «id» документа.</translation>
    </message>
    <message>
        <source>The document has no &quot;text&quot;.</source>
        <translation>У документа немає «text».</translation>
    </message>
    <message>
        <source>The document has no list of &quot;attributions&quot;.</source>
        <translation>У документа немає списку «attributions».</translation>
    </message>
    <message>
        <source>%1, document %2</source>
        <translation>%1, документ %2</translation>
    </message>
    <message>
        <source>%1: the fragments are no list of [begin, end] pairs.</source>
        <translation>%1: фрагменти — не список пар [begin, end].</translation>
    </message>
    <message>
        <source>%1: a fragment is no pair of whole numbers [begin, end].</source>
        <translation>%1: фрагмент — не пара цілих чисел [begin, end].</translation>
    </message>
    <message>
        <source>%1: the fragment [%2, %3] is empty; ends are exclusive.</source>
        <translation>%1: фрагмент [%2, %3] порожній; кінці не включно.</translation>
    </message>
    <message>
        <source>%1: the fragment [%2, %3] is reversed or outside the text, which has %4 code points.</source>
        <translation>%1: фрагмент [%2, %3] перевернутий або лежить поза текстом, у якому кодових точок %4.</translation>
    </message>
    <message>
        <source>span %1</source>
        <translation>відрізок %1</translation>
    </message>
    <message>
        <source>attribution %1 is no object</source>
        <translation>атрибуція %1 — не об’єкт</translation>
    </message>
    <message>
        <source>attribution %1, %2</source>
        <translation>атрибуція %1, %2</translation>
    </message>
    <message>
        <source>claim %1</source>
        <translation>твердження %1</translation>
    </message>
    <message>
        <source>An instance needs a &quot;doc&quot; and as many &quot;tokens&quot; ([begin, end] pairs) as &quot;labels&quot;.</source>
        <translation>Екземпляр потребує «doc» і стільки ж «tokens» (пар [begin, end]), скільки «labels».</translation>
    </message>
    <message>
        <source>The predicted text is not the gold text. Predictions must be made on the very text of the gold file.</source>
        <translation>Передбачений текст не збігається з еталонним. Передбачення мають бути зроблені саме на тексті еталонного файлу.</translation>
    </message>
    <message>
        <source>document %1, instance %2</source>
        <translation>документ %1, екземпляр %2</translation>
    </message>
    <message>
        <source>The instance&apos;s tokens do not fit the text: they end after it, or are not in its order.</source>
        <translation>Токени екземпляра не відповідають тексту: вони закінчуються після нього або стоять не в його порядку.</translation>
    </message>
    <message>
        <source>A label is none of B- or I- with source, cue or content, nor O.</source>
        <translation>Мітка — не B- чи I- із source, cue або content і не O.</translation>
    </message>
    <message>
        <source>Units (all fragments of an attribution&apos;s role together)</source>
        <translation>Одиниці (усі фрагменти ролі атрибуції разом)</translation>
    </message>
    <message>
        <source>Fragments (each contiguous piece a span of its own: CofeNet)</source>
        <translation>Фрагменти (кожен суцільний фрагмент — окремий відрізок: CofeNet)</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>еталон</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>передбачено</translation>
    </message>
    <message>
        <source>strict P</source>
        <translation>строго P</translation>
    </message>
    <message>
        <source>begin F1</source>
        <translation>початок F1</translation>
    </message>
    <message>
        <source>overlap P</source>
        <translation>перекриття P</translation>
    </message>
    <message>
        <source>soft P</source>
        <translation>м’яко P</translation>
    </message>
    <message>
        <source>token P</source>
        <translation>токени P</translation>
    </message>
    <message>
        <source>Attributions</source>
        <translation>Атрибуції</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>правильно</translation>
    </message>
    <message>
        <source>full</source>
        <translation>повністю</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>пов’язано</translation>
    </message>
    <message>
        <source>Given overlapping content: %1 pairs; source strict %2, overlap %3; cue strict %4, overlap %5</source>
        <translation>За перекриття змісту: пар %1; джерело: строго %2, перекриття %3; маркер: строго %4, перекриття %5</translation>
    </message>
    <message>
        <source>Recall by gold kind</source>
        <translation>Повнота за видом в еталоні</translation>
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
        <translation>початок</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>перекриття</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>м’яко</translation>
    </message>
    <message>
        <source>token</source>
        <translation>токени</translation>
    </message>
    <message>
        <source>content fragments</source>
        <translation>фрагменти змісту</translation>
    </message>
    <message>
        <source>%1: full %2, linked %3 of %4; given overlapping content: %5 pairs, source strict %6, overlap %7</source>
        <translation>%1: повністю %2, пов’язано %3 із %4; за перекриття змісту: пар %5, джерело: строго %6, перекриття %7</translation>
    </message>
    <message>
        <source>Attributions by kind</source>
        <translation>Атрибуції за видом</translation>
    </message>
    <message>
        <source>full P</source>
        <translation>повністю P</translation>
    </message>
    <message>
        <source>linked P</source>
        <translation>пов’язано P</translation>
    </message>
    <message>
        <source>Of the linked ones, %1 have the kind that gold gives.</source>
        <translation>З пов’язаних %1 мають той самий вид, що в еталоні.</translation>
    </message>
    <message>
        <source>Precision by what made the prediction</source>
        <translation>Точність за тим, хто зробив передбачення</translation>
    </message>
    <message>
        <source>made by</source>
        <translation>ким створено</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>не вказано</translation>
    </message>
    <message>
        <source>Calibration: how many of a confidence are right</source>
        <translation>Калібрування: скільки правильних за певної впевненості</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>впевненість</translation>
    </message>
    <message>
        <source>attributions</source>
        <translation>атрибуції</translation>
    </message>
    <message>
        <source>mean confidence</source>
        <translation>середня впевненість</translation>
    </message>
    <message numerus="yes">
        <source>Expected calibration error: %1 linked, %2 full; %n attribution(s) without a confidence left out</source>
        <translation>
            <numerusform>Очікувана похибка калібрування: пов’язано %1, повністю %2; опущено %n атрибуцію без впевненості</numerusform>
            <numerusform>Очікувана похибка калібрування: пов’язано %1, повністю %2; опущено %n атрибуції без впевненості</numerusform>
            <numerusform>Очікувана похибка калібрування: пов’язано %1, повністю %2; опущено %n атрибуцій без впевненості</numerusform>
        </translation>
    </message>
    <message>
        <source>What accepting all of a confidence and above gives</source>
        <translation>Що дає прийняття всього від певної впевненості</translation>
    </message>
    <message>
        <source>from</source>
        <translation>від</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>прийнято</translation>
    </message>
    <message>
        <source>Claims, ranked by confidence</source>
        <translation>Твердження, впорядковані за впевненістю</translation>
    </message>
    <message>
        <source>ranked</source>
        <translation>впорядковано</translation>
    </message>
    <message>
        <source>right</source>
        <translation>правильно</translation>
    </message>
    <message>
        <source>average precision</source>
        <translation>середня точність</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>твердження</translation>
    </message>
    <message>
        <source>Speakers of the linked attributions</source>
        <translation>Мовці пов’язаних атрибуцій</translation>
    </message>
    <message>
        <source>B-cubed P</source>
        <translation>B-cubed P</translation>
    </message>
    <message>
        <source>named in gold</source>
        <translation>названо в еталоні</translation>
    </message>
    <message>
        <source>rightly named</source>
        <translation>названо правильно</translation>
    </message>
    <message>
        <source>share</source>
        <translation>частка</translation>
    </message>
    <message>
        <source>speakers</source>
        <translation>мовці</translation>
    </message>
    <message numerus="yes">
        <source>%n of them without a predicted speaker</source>
        <translation>
            <numerusform>%n із них без передбаченого мовця</numerusform>
            <numerusform>%n із них без передбаченого мовця</numerusform>
            <numerusform>%n із них без передбаченого мовця</numerusform>
        </translation>
    </message>
    <message>
        <source>documents %1</source>
        <translation>документи: %1</translation>
    </message>
    <message>
        <source>gold attributions %1</source>
        <translation>еталонні атрибуції: %1</translation>
    </message>
    <message>
        <source>predicted attributions %1</source>
        <translation>передбачені атрибуції: %1</translation>
    </message>
    <message>
        <source>missing documents %1</source>
        <translation>відсутні документи: %1</translation>
    </message>
    <message>
        <source>ignored documents %1</source>
        <translation>проігноровані документи: %1</translation>
    </message>
    <message>
        <source>dropped nested %1</source>
        <translation>відкинуті вкладені: %1</translation>
    </message>
    <message>
        <source>instances %1</source>
        <translation>екземпляри: %1</translation>
    </message>
    <message>
        <source>articles %1</source>
        <translation>статті: %1</translation>
    </message>
    <message>
        <source>pairs of versions %1</source>
        <translation>пари версій: %1</translation>
    </message>
    <message numerus="yes">
        <source>All %n article(s) belong together in one group, which cannot be split.</source>
        <translation>
            <numerusform>Усі статті (%n) утворюють одну групу, яку не можна розбити.</numerusform>
            <numerusform>Усі статті (%n) утворюють одну групу, яку не можна розбити.</numerusform>
            <numerusform>Усі статті (%n) утворюють одну групу, яку не можна розбити.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, too few for the %2 splits asked for.</source>
        <translation>%1, замало для %2 потрібних вибірок.</translation>
    </message>
    <message numerus="yes">
        <source>There are only %n group(s) of articles that belong together</source>
        <translation>
            <numerusform>Є лише %n група статей, які мають бути разом</numerusform>
            <numerusform>Є лише %n групи статей, які мають бути разом</numerusform>
            <numerusform>Є лише %n груп статей, які мають бути разом</numerusform>
        </translation>
    </message>
    <message>
        <source>Group by less, or ask for fewer splits.</source>
        <translation>Групуйте менше або зменште кількість вибірок.</translation>
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
            <numerusform>і ще %n</numerusform>
            <numerusform>і ще %n</numerusform>
            <numerusform>і ще %n</numerusform>
        </translation>
    </message>
    <message>
        <source>dashed: not accepted yet</source>
        <translation>штрихом: ще не прийнято</translation>
    </message>
    <message>
        <source>The picture would be %1 by %2 pixels, more than a picture can have. Write PDF or HTML instead.</source>
        <translation>Зображення мало б %1 на %2 пікселів, більше, ніж може мати зображення. Натомість запишіть PDF або HTML.</translation>
    </message>
    <message>
        <source>There is not enough memory for the picture.</source>
        <translation>Для зображення замало пам’яті.</translation>
    </message>
    <message>
        <source>The pages could not be written.</source>
        <translation>Сторінки не вдалося записати.</translation>
    </message>
    <message>
        <source>The file&apos;s name must end in one of .%1.</source>
        <translation>Назва файлу має закінчуватися на одне з .%1.</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>пряма</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>непряма</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>змішана</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>запропоновано</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>прийнято</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>відхилено</translation>
    </message>
    <message>
        <source>no speaker</source>
        <translation>без мовця</translation>
    </message>
    <message>
        <source>the article</source>
        <translation>стаття</translation>
    </message>
    <message>
        <source>somebody unnamed</source>
        <translation>не названо</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>автор: %1</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>людина</translation>
    </message>
    <message>
        <source>detector “%1”</source>
        <translation>детектор «%1»</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>імпортовано</translation>
    </message>
    <message>
        <source>imported: %1</source>
        <translation>імпортовано: %1</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Мітка</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Мовець</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Анотатор</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>ніхто</translation>
    </message>
    <message>
        <source>Is the confidence true?</source>
        <translation>Чи правдива впевненість?</translation>
    </message>
    <message>
        <source>share that is right</source>
        <translation>частка правильних</translation>
    </message>
    <message>
        <source>perfect</source>
        <translation>ідеально</translation>
    </message>
    <message>
        <source>confidence (bars: how many attributions)</source>
        <translation>впевненість (стовпчики: кількість атрибуцій)</translation>
    </message>
    <message>
        <source>What “accept all from …” gives</source>
        <translation>Що дає «прийняти все від …»</translation>
    </message>
    <message>
        <source>share</source>
        <translation>частка</translation>
    </message>
    <message>
        <source>precision, linked</source>
        <translation>точність, пов’язані</translation>
    </message>
    <message>
        <source>precision, exact</source>
        <translation>точність, повний збіг</translation>
    </message>
    <message>
        <source>recall, linked</source>
        <translation>повнота, пов’язані</translation>
    </message>
    <message>
        <source>recall, exact</source>
        <translation>повнота, повний збіг</translation>
    </message>
    <message>
        <source>accepted from this confidence on</source>
        <translation>прийнято від цієї впевненості</translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s) with a confidence</source>
        <translation>
            <numerusform>%n атрибуція з упевненістю</numerusform>
            <numerusform>%n атрибуції з упевненістю</numerusform>
            <numerusform>%n атрибуцій з упевненістю</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: expected calibration error %2</source>
        <translation>%1: очік. похибка калібрування %2</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>пов’язані</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>повний збіг</translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n атрибуція</numerusform>
            <numerusform>%n атрибуції</numerusform>
            <numerusform>%n атрибуцій</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>%n мовець</numerusform>
            <numerusform>%n мовці</numerusform>
            <numerusform>%n мовців</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n відрізок</numerusform>
            <numerusform>%n відрізки</numerusform>
            <numerusform>%n відрізків</numerusform>
        </translation>
    </message>
    <message>
        <source>not “%1”</source>
        <comment>the title of an attribute</comment>
        <translation>не «%1»</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Розділи</translation>
    </message>
    <message>
        <source>The manual of Quoth</source>
        <translation>Посібник Quoth</translation>
    </message>
    <message>
        <source>The folder cannot be made.</source>
        <translation>Не вдалося створити теку.</translation>
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
        <translation>Клауза, яка стверджує щось таке, що можна перевірити: факт, число, причину, порівняння. Думки, побажання й анонси не позначають. Хто автор твердження, випливає з цитати, в якій воно стоїть.</translation>
    </message>
    <message>
        <source>Attribution &amp; claims</source>
        <translation>Атрибуція та твердження</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>Атрибуція</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Твердження</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Зміст</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Маркер</translation>
    </message>
    <message>
        <source>Kind of claim</source>
        <translation>Вид твердження</translation>
    </message>
    <message>
        <source>One relation: content that is credited to a source by a cue. Several attributions may share a source; an attribution may stand inside the content of another.</source>
        <translation>Одне відношення: зміст, приписаний джерелу за допомогою маркера. Кілька атрибуцій можуть мати спільне джерело; атрибуція може стояти всередині змісту іншої.</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Цитата</translation>
    </message>
    <message>
        <source>Scare quote</source>
        <translation>Іронічні лапки</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Джерело</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Мовець</translation>
    </message>
    <message>
        <source>The expression that reports: the whole verb group with auxiliaries and negation, a noun (“his view”), or “according to”. A colon that introduces the content belongs to it, a comma does not.</source>
        <translation>Вислів, що вводить чужі слова: уся дієслівна група з допоміжними дієсловами та запереченням, іменник («його думка») або «за словами», «на думку». Двокрапка, яка вводить зміст, належить до маркера, кома — ні.</translation>
    </message>
    <message>
        <source>The words that name who is credited: the whole noun phrase with title, apposition and what identifies the person, or a pronoun as it stands. “Kremlin aide Yuri Ushakov”, “the official”, “he”.</source>
        <translation>Слова, що називають того, кому приписано сказане: уся іменна група з посадою, прикладкою та всім, що уточнює особу, або займенник, як він є. «Речниця міністерства Олена Коваль», «посадовець», «він».</translation>
    </message>
    <message>
        <source>What is credited, quoted or paraphrased. Quotation marks belong to it with all that stands inside them; so do “that”, “whether” and the “to” of an infinitive. The full stop of the writer’s own sentence does not. If the cue interrupts it, it is one quotation in two pieces.</source>
        <translation>Те, що приписано, процитоване чи переказане. Лапки належать до цитати разом з усім, що в них стоїть; так само й сполучники «що», «чи», «щоб». Крапка, яка закінчує речення самого автора, не належить. Якщо цитату перериває маркер, це одна цитата з двох фрагментів.</translation>
    </message>
    <message>
        <source>Words in quotation marks by which the writer keeps a distance, without a statement quoted: the so-called ‘reform’. Titles of works and nicknames are none.</source>
        <translation>Слова в лапках, якими автор тримає дистанцію, не цитуючи висловлювання: так звана «реформа». Назви творів і прізвиська сюди не належать.</translation>
    </message>
    <message>
        <source>Worth checking</source>
        <translation>Варте перевірки</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>причина</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>порівняння</translation>
    </message>
    <message>
        <source>event</source>
        <translation>подія</translation>
    </message>
    <message>
        <source>law</source>
        <translation>закон</translation>
    </message>
    <message>
        <source>no</source>
        <translation>ні</translation>
    </message>
    <message>
        <source>other</source>
        <translation>інше</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>якість</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>кількість</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>так</translation>
    </message>
</context>
<context>
    <name>Quoth::Storage</name>
    <message>
        <source>An entry of the operation log cannot be read.</source>
        <translation>Запис журналу операцій не вдалося прочитати.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing. Install it (Debian: libqt6sql6-sqlite) and try again.</source>
        <translation>Бракує драйвера SQLite для Qt. Встановіть його (Debian: libqt6sql6-sqlite) і спробуйте знову.</translation>
    </message>
    <message>
        <source>Another program is using the project. Close it there and try again.</source>
        <translation>Проєктом користується інша програма. Закрийте його там і спробуйте знову.</translation>
    </message>
    <message>
        <source>The project cannot be written: the file or its folder is read-only. Copy it to a place you may write to.</source>
        <translation>Проєкт не можна записати: файл або його тека лише для читання. Скопіюйте його туди, де ви маєте право запису.</translation>
    </message>
    <message>
        <source>The disk reported a fault. Nothing of the edit was kept; check the disk and try again.</source>
        <translation>Диск повідомив про збій. Зі зміни нічого не збережено; перевірте диск і спробуйте знову.</translation>
    </message>
    <message>
        <source>The project file is damaged. Work on a copy of it: &quot;sqlite3 FILE .recover&quot; can save what is readable.</source>
        <translation>Файл проєкту пошкоджено. Працюйте з його копією: «sqlite3 FILE .recover» може врятувати те, що читається.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing of the edit was kept; free some space and try again.</source>
        <translation>Диск заповнено. Зі зміни нічого не збережено; звільніть місце і спробуйте знову.</translation>
    </message>
    <message>
        <source>The file cannot be opened. Check that it is there and that you may read it.</source>
        <translation>Файл не вдалося відкрити. Перевірте, чи він є і чи ви можете його читати.</translation>
    </message>
    <message>
        <source>That does not fit what is in the project (%1). Nothing of it was kept.</source>
        <translation>Це не узгоджується з тим, що є у проєкті (%1). Нічого з цього не збережено.</translation>
    </message>
    <message>
        <source>The database refused: %1</source>
        <translation>База даних відмовила: %1</translation>
    </message>
    <message>
        <source>The project was written by a newer Quoth (file version %1, this program knows %2). Install the newer program to open it.</source>
        <translation>Проєкт записано новішим Quoth (версія файлу %1, ця програма знає %2). Щоб відкрити його, встановіть новішу програму.</translation>
    </message>
    <message>
        <source>The project is already open in %1 (process %2 on %3). Close it there first.</source>
        <translation>Проєкт уже відкрито в %1 (процес %2 на %3). Спершу закрийте його там.</translation>
    </message>
    <message>
        <source>The folder of the project is read-only, so that edits could not be kept. Copy the project to a place you may write to.</source>
        <translation>Тека проєкту лише для читання, тож зміни не можна було б зберегти. Скопіюйте проєкт туди, де ви маєте право запису.</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name.</source>
        <translation>Файл із такою назвою вже є. Виберіть іншу назву.</translation>
    </message>
    <message>
        <source>The folder for the project does not exist. Make it first.</source>
        <translation>Теки для проєкту не існує. Спершу створіть її.</translation>
    </message>
    <message>
        <source>The project is read-only, so that edits could not be kept. Copy it to a place you may write to.</source>
        <translation>Проєкт лише для читання, тож зміни не можна було б зберегти. Скопіюйте його туди, де ви маєте право запису.</translation>
    </message>
    <message>
        <source>The project file is damaged (%1). Take it from a backup, or work on a copy of it: &quot;sqlite3 FILE .recover&quot; can save what is readable.</source>
        <translation>Файл проєкту пошкоджено (%1). Візьміть його з резервної копії або працюйте з копією: «sqlite3 FILE .recover» може врятувати те, що читається.</translation>
    </message>
    <message>
        <source>The project&apos;s schema cannot be read: %1</source>
        <translation>Схему проєкту не вдалося прочитати: %1</translation>
    </message>
    <message>
        <source>The project has no article %1.</source>
        <translation>У проєкті немає статті %1.</translation>
    </message>
    <message>
        <source>import %1</source>
        <translation>імпортувати %1</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>Зупинено; нічого не змінено.</translation>
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation>Перевірку скасовано.</translation>
    </message>
    <message>
        <source>The file is damaged: %1.</source>
        <translation>Файл пошкоджено: %1.</translation>
    </message>
    <message>
        <source>It refers to a row of %1 that is not there.</source>
        <translation>Посилається на рядок таблиці %1, якого немає.</translation>
    </message>
    <message>
        <source>The text is not the one that was imported: its SHA-256 differs.</source>
        <translation>Текст не той, що імпортовано: його SHA-256 відрізняється.</translation>
    </message>
    <message>
        <source>The fragments of the span overlap, touch or are out of order.</source>
        <translation>Фрагменти відрізка перекриваються, дотикаються або стоять не за порядком.</translation>
    </message>
    <message>
        <source>The schema has no label &quot;%1&quot;.</source>
        <translation>У схемі немає мітки «%1».</translation>
    </message>
    <message>
        <source>The schema has no frame &quot;%1&quot;.</source>
        <translation>У схемі немає фрейму «%1».</translation>
    </message>
    <message>
        <source>It is filled by a span of another article.</source>
        <translation>Заповнено відрізком іншої статті.</translation>
    </message>
    <message>
        <source>There is no such file. Make a project with &quot;quoth new&quot;.</source>
        <translation>Такого файлу немає. Створіть проєкт за допомогою «quoth new».</translation>
    </message>
    <message>
        <source>This is a folder, not a Quoth project.</source>
        <translation>Це тека, а не проєкт Quoth.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Файл не вдалося прочитати: %1.</translation>
    </message>
    <message>
        <source>This is no Quoth project. To work on an article, import it into a project.</source>
        <translation>Це не проєкт Quoth. Щоб працювати зі статтею, імпортуйте її до проєкту.</translation>
    </message>
    <message>
        <source>The project file is damaged: it ends within its first page.</source>
        <translation>Файл проєкту пошкоджено: він закінчується на першій сторінці.</translation>
    </message>
    <message>
        <source>This is an SQLite database, but not a Quoth project.</source>
        <translation>Це база даних SQLite, але не проєкт Quoth.</translation>
    </message>
    <message>
        <source>The project file is damaged: %1 of %2 bytes are there. Take it from a backup, or work on a copy of it: &quot;sqlite3 FILE .recover&quot; can save what is readable.</source>
        <translation>Файл проєкту пошкоджено: є %1 з %2 байтів. Візьміть його з резервної копії або працюйте з копією: «sqlite3 FILE .recover» може врятувати те, що читається.</translation>
    </message>
    <message>
        <source>The project has no release %1; &quot;quoth release PROJECT --list&quot; shows those it has.</source>
        <translation>У проєкті немає випуску %1; наявні показує «quoth release PROJECT --list».</translation>
    </message>
    <message>
        <source>Span %1 of article %2 lies outside its text. Run &quot;quoth check&quot; on the project.</source>
        <translation>Відрізок %1 статті %2 лежить поза її текстом. Виконайте для проєкту «quoth check».</translation>
    </message>
    <message>
        <source>A project cannot be without a schema.</source>
        <translation>Проєкт не може бути без схеми.</translation>
    </message>
    <message>
        <source>A span without text cannot be stored.</source>
        <translation>Відрізок без тексту не можна зберегти.</translation>
    </message>
    <message>
        <source>A span from %1 to %2 does not fit the text of %3 characters.</source>
        <translation>Відрізок від %1 до %2 не вміщується в текст із %3 символів.</translation>
    </message>
    <message>
        <source>The schema has no label &quot;%1&quot;. Nothing of the edit was kept.</source>
        <translation>У схемі немає мітки «%1». Зі зміни нічого не збережено.</translation>
    </message>
    <message>
        <source>The schema has no frame &quot;%1&quot;. Nothing of the edit was kept.</source>
        <translation>У схемі немає фрейму «%1». Зі зміни нічого не збережено.</translation>
    </message>
    <message numerus="yes">
        <source>The label “%1” is still on %n span(s). Relabel or delete what has it first.</source>
        <translation>
            <numerusform>Мітку «%1» ще має %n відрізок. Спершу змініть його мітку або видаліть його.</numerusform>
            <numerusform>Мітку «%1» ще мають %n відрізки. Спершу змініть їхню мітку або видаліть їх.</numerusform>
            <numerusform>Мітку «%1» ще мають %n відрізків. Спершу змініть їхню мітку або видаліть їх.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are still attributions of the frame &quot;%1&quot;. Delete them first.</source>
        <translation>Ще є атрибуції з фреймом «%1». Спершу видаліть їх.</translation>
    </message>
    <message numerus="yes">
        <source>The role “%1” is still filled by %n span(s). Empty it first.</source>
        <translation>
            <numerusform>Роль «%1» ще заповнює %n відрізок. Спершу очистіть її.</numerusform>
            <numerusform>Роль «%1» ще заповнюють %n відрізки. Спершу очистіть її.</numerusform>
            <numerusform>Роль «%1» ще заповнюють %n відрізків. Спершу очистіть її.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Tasks</name>
    <message>
        <source>import %1</source>
        <translation>імпортувати %1</translation>
    </message>
    <message numerus="yes">
        <source>import %n file(s)</source>
        <translation>
            <numerusform>імпортувати %n файл</numerusform>
            <numerusform>імпортувати %n файли</numerusform>
            <numerusform>імпортувати %n файлів</numerusform>
        </translation>
    </message>
    <message>
        <source>The project has another text under the id &quot;%1&quot;; this one became &quot;%2&quot;.</source>
        <translation>У проєкті під ідентифікатором «%1» є інший текст; цей отримав «%2».</translation>
    </message>
    <message>
        <source>“%1” is nearly the same as “%2”: %3 % of the words.</source>
        <translation>«%1» майже збігається з «%2»: %3&#xa0;% слів.</translation>
    </message>
    <message>
        <source>Further articles are nearly the same as others; they are not listed.</source>
        <translation>Інші статті теж майже збігаються з якимись; їх тут не перелічено.</translation>
    </message>
    <message>
        <source>bring back article</source>
        <translation>повернути статтю</translation>
    </message>
    <message>
        <source>import annotations from %1</source>
        <translation>імпортувати анотації з %1</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>Це тека, а не файл.</translation>
    </message>
    <message>
        <source>The line is longer than a record may be.</source>
        <translation>Рядок довший, ніж може бути запис.</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>це не об’єкт</translation>
    </message>
    <message>
        <source>The line is not a JSON record (%1). One JSON object a line is needed, or a project.</source>
        <translation>Рядок — не запис JSON (%1). Потрібен один об’єкт JSON у рядку або проєкт.</translation>
    </message>
    <message>
        <source>The document is there more than once. Several annotators&apos; versions of an article are for --agreement.</source>
        <translation>Документ трапляється не раз. Версії статті від кількох анотаторів призначені для --agreement.</translation>
    </message>
    <message>
        <source>%1, document %2</source>
        <translation>%1, документ %2</translation>
    </message>
    <message>
        <source>There is no document in it to measure against.</source>
        <translation>У ньому немає документа, з яким порівнювати.</translation>
    </message>
    <message>
        <source>There is no document in it.</source>
        <translation>У ньому немає документа.</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Зупинено; нічого не записано.</translation>
    </message>
    <message>
        <source>Learning was stopped; nothing has changed.</source>
        <translation>Навчання зупинено; нічого не змінилося.</translation>
    </message>
    <message>
        <source>Nothing was learned in this project yet. Decide on the suggestions of an article, then learn.</source>
        <translation>У цьому проєкті ще нічого не вивчено. Прийміть рішення щодо пропозицій статті, а потім запустіть навчання.</translation>
    </message>
    <message>
        <source>This Quoth was built without a trained model, so that nothing can be learned. Name a model that &quot;quoth train&quot; made.</source>
        <translation>Цей Quoth зібрано без навченої моделі, тож нічого не можна вивчити. Вкажіть модель, створену «quoth train».</translation>
    </message>
    <message>
        <source>There is no version %1 of what was learned. The last %2 are kept.</source>
        <translation>Версії %1 вивченого немає. Зберігаються останні %2.</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>Навчена модель</translation>
    </message>
    <message>
        <source>What was learned belongs to the model %1, and this is %2. Learn anew with this one first.</source>
        <translation>Вивчене належить до моделі %1, а це %2. Спершу проведіть навчання заново з цією моделлю.</translation>
    </message>
    <message>
        <source>%1: more often in no attribution</source>
        <translation>%1: частіше поза атрибуцією</translation>
    </message>
    <message>
        <source>%1: less often in no attribution</source>
        <translation>%1: рідше поза атрибуцією</translation>
    </message>
    <message>
        <source>%1: begins a source more often</source>
        <translation>%1: частіше початок джерела</translation>
    </message>
    <message>
        <source>%1: begins a source less often</source>
        <translation>%1: рідше початок джерела</translation>
    </message>
    <message>
        <source>%1: goes on in a source more often</source>
        <translation>%1: частіше продовження джерела</translation>
    </message>
    <message>
        <source>%1: goes on in a source less often</source>
        <translation>%1: рідше продовження джерела</translation>
    </message>
    <message>
        <source>%1: begins a cue more often</source>
        <translation>%1: частіше початок маркера</translation>
    </message>
    <message>
        <source>%1: begins a cue less often</source>
        <translation>%1: рідше початок маркера</translation>
    </message>
    <message>
        <source>%1: goes on in a cue more often</source>
        <translation>%1: частіше продовження маркера</translation>
    </message>
    <message>
        <source>%1: goes on in a cue less often</source>
        <translation>%1: рідше продовження маркера</translation>
    </message>
    <message>
        <source>%1: begins a content more often</source>
        <translation>%1: частіше початок змісту</translation>
    </message>
    <message>
        <source>%1: begins a content less often</source>
        <translation>%1: рідше початок змісту</translation>
    </message>
    <message>
        <source>%1: goes on in a content more often</source>
        <translation>%1: частіше продовження змісту</translation>
    </message>
    <message>
        <source>%1: goes on in a content less often</source>
        <translation>%1: рідше продовження змісту</translation>
    </message>
    <message>
        <source>nothing is learned</source>
        <translation>нічого не вивчено</translation>
    </message>
    <message>
        <source>not used yet: it has not been seen to help</source>
        <translation>ще не використовується: користі поки не видно</translation>
    </message>
    <message>
        <source>used a little: it has helped somewhat so far</source>
        <translation>використовується трохи: дотепер дещо допомагало</translation>
    </message>
    <message>
        <source>used for the most part: it has helped so far</source>
        <translation>використовується здебільшого: дотепер допомагало</translation>
    </message>
    <message>
        <source>used in full: it has helped so far</source>
        <translation>використовується повністю: дотепер допомагало</translation>
    </message>
    <message>
        <source>The site does not give the page to programs (status %1). Save it from your browser and import the file.</source>
        <translation>Сайт не віддає цю сторінку програмам (код стану %1). Збережіть її у браузері та імпортуйте файл.</translation>
    </message>
    <message>
        <source>The site has no page at this address (status %1).</source>
        <translation>На сайті немає сторінки за цією адресою (код стану %1).</translation>
    </message>
    <message>
        <source>The site could not give the page (status %1). Try again later, or save it from your browser.</source>
        <translation>Сайт не зміг віддати сторінку (код стану %1). Спробуйте пізніше або збережіть її у браузері.</translation>
    </message>
    <message>
        <source>There is no site of that name; is the address right, and the network up?</source>
        <translation>Сайту з такою назвою немає; перевірте адресу та з’єднання з мережею.</translation>
    </message>
    <message>
        <source>The site did not answer within 30 seconds.</source>
        <translation>Сайт не відповів за 30 секунд.</translation>
    </message>
    <message>
        <source>The page could not be fetched: %1</source>
        <translation>Не вдалося завантажити сторінку: %1</translation>
    </message>
    <message>
        <source>This is no address of a web page; one looks like https://example.org/news/article.</source>
        <translation>Це не адреса вебсторінки; така адреса має вигляд https://example.org/news/article.</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>Зупинено; нічого не змінено.</translation>
    </message>
    <message>
        <source>There is more than %1 MB at this address; that is no article.</source>
        <translation>За цією адресою понад %1 МБ; це не стаття.</translation>
    </message>
    <message>
        <source>The page is empty.</source>
        <translation>Сторінка порожня.</translation>
    </message>
    <message>
        <source>No licence is given; without one nobody may use the dataset.</source>
        <translation>Ліцензії не вказано; без неї ніхто не має права користуватися набором даних.</translation>
    </message>
    <message>
        <source>No article says its language, so that the card names none.</source>
        <translation>Жодна стаття не вказує мови, тож у картці мову не названо.</translation>
    </message>
    <message>
        <source>No article has a field &quot;%1&quot;; there are: %2.</source>
        <translation>Жодна стаття не має поля «%1»; є: %2.</translation>
    </message>
    <message>
        <source>The schema has no label or frame type &quot;%1&quot;; there are: %2.</source>
        <translation>У схемі немає мітки чи типу фрейму «%1»; є: %2.</translation>
    </message>
    <message>
        <source>The project has no article &quot;%1&quot;. &quot;quoth list&quot; shows the articles it has.</source>
        <translation>У проєкті немає статті «%1». Наявні статті показує «quoth list».</translation>
    </message>
    <message>
        <source>%1 got %2 % of the articles rather than %3 %, as whole groups allow or earlier releases left it.</source>
        <translation>%1: %2&#xa0;% статей замість %3&#xa0;%, бо інакше не дозволяють неподільні групи або попередні випуски.</translation>
    </message>
    <message>
        <source>Articles without &quot;%1&quot; are not grouped by it.</source>
        <translation>Статті без «%1» за цим не групуються.</translation>
    </message>
    <message>
        <source>No article of the project fits what was asked for.</source>
        <translation>Жодна стаття проєкту не відповідає умовам.</translation>
    </message>
    <message>
        <source>Articles are in another split than in an earlier release, because they belong together with others now.</source>
        <translation>Деякі статті потрапили до іншої вибірки, ніж у попередньому випуску, бо тепер вони мають бути разом з іншими.</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>невідоме</translation>
    </message>
    <message>
        <source>In the recipe, &quot;%1&quot; %2.</source>
        <translation>У рецепті поле «%1»: %2.</translation>
    </message>
    <message>
        <source>is no text</source>
        <translation>не текст</translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation>не true і не false</translation>
    </message>
    <message>
        <source>is no list of texts</source>
        <translation>не список текстів</translation>
    </message>
    <message>
        <source>holds &quot;%1&quot;, which is not known</source>
        <translation>містить «%1», а це невідоме</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;, which is not known</source>
        <translation>має невідоме значення «%1»</translation>
    </message>
    <message>
        <source>is no object</source>
        <translation>не об’єкт</translation>
    </message>
    <message>
        <source>Shares are positive numbers for some of train, validation and test: 80,10,10 or train=4,test=1.</source>
        <translation>Частки — додатні числа для деяких із train, validation і test: 80,10,10 або train=4,test=1.</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>порожнє</translation>
    </message>
    <message>
        <source>holds something else than texts</source>
        <translation>містить не лише тексти</translation>
    </message>
    <message>
        <source>holds something else than positive numbers for train, validation and test</source>
        <translation>містить не лише додатні числа для train, validation і test</translation>
    </message>
    <message>
        <source>is no whole number from 0 to 4294967295</source>
        <translation>не ціле число від 0 до 4294967295</translation>
    </message>
    <message>
        <source>is no number from 0 to 1</source>
        <translation>не число від 0 до 1</translation>
    </message>
    <message>
        <source>is not &quot;%1&quot;</source>
        <translation>не «%1»</translation>
    </message>
    <message>
        <source>The recipe is no JSON: %1</source>
        <translation>Рецепт — не JSON: %1</translation>
    </message>
    <message>
        <source>The recipe is no JSON object.</source>
        <translation>Рецепт — не об’єкт JSON.</translation>
    </message>
    <message>
        <source>There is no schema file of this name, nor does the program carry such a schema (it has %1).</source>
        <translation>Немає ні файлу схеми з такою назвою, ні такої схеми у програмі (вона має %1).</translation>
    </message>
    <message>
        <source>suggest with %1</source>
        <translation>запропонувати з %1</translation>
    </message>
    <message>
        <source>Stopped; %1 of %2 articles have their suggestions.</source>
        <translation>Зупинено; пропозиції мають %1 з %2 статей.</translation>
    </message>
    <message>
        <source>There are no accepted attributions to learn from.</source>
        <translation>Немає прийнятих атрибуцій, на яких можна навчатися.</translation>
    </message>
    <message>
        <source>The vectors of words cannot be read: %1</source>
        <translation>Вектори слів не вдалося прочитати: %1</translation>
    </message>
    <message>
        <source>This model has no vectors of words.</source>
        <translation>Ця модель не має векторів слів.</translation>
    </message>
    <message>
        <source>Teachers</source>
        <translation>Моделі-вчителі</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Вимірювання</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Навчання моделі</translation>
    </message>
    <message>
        <source>The project&apos;s label schema has no &quot;%1&quot;: what has this label is kept, but not shown. Add the label in Annotate, Labels and roles.</source>
        <translation>У схемі міток проєкту немає «%1»: відрізки з цією міткою збережено, але не показано. Додайте мітку: «Анотування», «Мітки та ролі».</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <comment>what of a word, and the word</comment>
        <translation>%1 «%2»</translation>
    </message>
    <message>
        <source>One of %1; this time only.</source>
        <translation>Одне з: %1; лише цього разу.</translation>
    </message>
    <message>
        <source>Open PROJECT, and make the sample project of it where it is not there yet.</source>
        <translation>Відкрити PROJECT, а якщо його ще немає, створити як зразок проєкту.</translation>
    </message>
    <message>
        <source>Nothing in it is labelled: no highlight of these articles is in the chosen states. Suggestions have to be accepted first, or chosen as well.</source>
        <translation>Нічого в ньому не розмічено: жодне виділення цих статей не має вибраних станів. Пропозиції спершу треба прийняти або теж вибрати.</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::ArticleView</name>
    <message>
        <source>Article text</source>
        <translation>Текст статті</translation>
    </message>
    <message>
        <source>; in </source>
        <translation>; всередині: </translation>
    </message>
    <message>
        <source>In hand: %1</source>
        <translation>Вибрано: %1</translation>
    </message>
    <message>
        <source>At the caret: %1</source>
        <translation>Біля курсора: %1</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>ще нічого</translation>
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
        <translation>&amp;Далі</translation>
    </message>
    <message>
        <source>En&amp;d tour</source>
        <translation>&amp;Завершити екскурсію</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 з %2</translation>
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
        <translation>Прийняти</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Відхилити</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Відкрити знову</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Виправити</translation>
    </message>
    <message>
        <source>Take what is proposed</source>
        <translation>Взяти запропоноване</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Прибрати</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Команди</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>Введіть команду</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Знайти команду</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>Відповідні команди</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::FindBar</name>
    <message>
        <source>Previous</source>
        <translation>Попереднє</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Наступне</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Враховувати регістр</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Цілі слова</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>Знайти в цій статті</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Words to find in this article</source>
        <translation>Слова для пошуку в цій статті</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистити</translation>
    </message>
    <message>
        <source>Esc: back to the article, with what was found selected</source>
        <translation>Esc: назад до статті, знайдене виділено</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>не знайдено</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>знайдено %n</numerusform>
            <numerusform>знайдено %n</numerusform>
            <numerusform>знайдено %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 з %2</translation>
    </message>
    <message>
        <source>from the top</source>
        <translation>від початку</translation>
    </message>
    <message>
        <source>from the end</source>
        <translation>від кінця</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>Shift+Enter, or %1 in the article</source>
        <comment>a key</comment>
        <translation>Shift+Enter або %1 у статті</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter, or %1 in the article</source>
        <comment>a key</comment>
        <translation>Enter або %1 у статті</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::GuidelinePanel</name>
    <message>
        <source>  key %1</source>
        <comment>the key of a label</comment>
        <translation>  клавіша %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::KeyCapture</name>
    <message>
        <source>Press a key</source>
        <translation>Натисніть клавішу</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::LabelButton</name>
    <message>
        <source>Key %1. %2</source>
        <translation>Клавіша %1. %2</translation>
    </message>
    <message>
        <source>%1, sticks</source>
        <translation>%1, закріплено</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::LabelPalette</name>
    <message>
        <source>Labels</source>
        <translation>Мітки</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::LegendRow</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>і ще %n</numerusform>
            <numerusform>і ще %n</numerusform>
            <numerusform>і ще %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::MarkPreview</name>
    <message>
        <source>How the marks look on light and on dark</source>
        <translation>Вигляд міток на світлому й темному тлі</translation>
    </message>
    <message>
        <source>some words</source>
        <translation>якісь слова</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::ProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>Поступ</translation>
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
        <translation>Підсвічування в цьому місці</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows</name>
    <message>
        <source>Opens the window on a project or on articles.</source>
        <translation>Відкриває вікно з проєктом або статтями.</translation>
    </message>
    <message>
        <source>A project, or articles.</source>
        <translation>Проєкт або статті.</translation>
    </message>
    <message>
        <source>analyst</source>
        <translation>аналітик</translation>
    </message>
    <message>
        <source>person</source>
        <translation>особа</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>організація</translation>
    </message>
    <message>
        <source>country</source>
        <translation>країна</translation>
    </message>
    <message>
        <source>group</source>
        <translation>група</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>анонім</translation>
    </message>
    <message>
        <source>the article</source>
        <translation>стаття</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AcceptAllDialog</name>
    <message>
        <source>Accept all that are sure</source>
        <translation>Прийняти всі певні</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>Найменша впевненість</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Прийняти</translation>
    </message>
    <message>
        <source>&amp;Confidence at least</source>
        <translation>&amp;Впевненість щонайменше</translation>
    </message>
    <message>
        <source>No open suggestion of this article is that sure.</source>
        <translation>Жодна відкрита пропозиція цієї статті не має такої впевненості.</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) of this article will be accepted. Undo takes it back in one step.</source>
        <translation>
            <numerusform>Буде прийнято %n пропозицію цієї статті. Усе скасовується одним кроком.</numerusform>
            <numerusform>Буде прийнято %n пропозиції цієї статті. Усе скасовується одним кроком.</numerusform>
            <numerusform>Буде прийнято %n пропозицій цієї статті. Усе скасовується одним кроком.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ActionGroups</name>
    <message>
        <source>Label the selected words</source>
        <translation>Позначення виділених слів</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Перегляд</translation>
    </message>
    <message>
        <source>Go and take in hand</source>
        <translation>Перехід і вибір</translation>
    </message>
    <message>
        <source>Change what is in hand</source>
        <translation>Зміна вибраного</translation>
    </message>
    <message>
        <source>Articles and projects</source>
        <translation>Статті та проєкти</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Вікно</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Інше</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AddressDialog</name>
    <message>
        <source>Import from an address</source>
        <translation>Імпорт за адресою</translation>
    </message>
    <message>
        <source>&amp;Address of the article:</source>
        <translation>&amp;Адреса статті:</translation>
    </message>
    <message>
        <source>Address of the article</source>
        <translation>Адреса статті</translation>
    </message>
    <message>
        <source>Only this page is fetched, none of its pictures, and nothing is sent but the address. What needs a login has to be saved from a browser.</source>
        <translation>Завантажується лише ця сторінка, без зображень, і не надсилається нічого, крім адреси. Те, що потребує входу, слід зберегти у браузері.</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>Завантаження</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>&amp;Завантажити</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ArticleListDock</name>
    <message>
        <source>Articles</source>
        <translation>Статті</translation>
    </message>
    <message>
        <source>&amp;Next article</source>
        <translation>&amp;Наступна стаття</translation>
    </message>
    <message>
        <source>&amp;Previous article</source>
        <translation>&amp;Попередня стаття</translation>
    </message>
    <message>
        <source>&amp;Find an article</source>
        <translation>&amp;Знайти статтю</translation>
    </message>
    <message>
        <source>Articles with the &amp;least sure suggestions first</source>
        <translation>Спершу статті з най&amp;менш певними пропозиціями</translation>
    </message>
    <message>
        <source>Show the &amp;original page</source>
        <translation>Показати &amp;оригінал сторінки</translation>
    </message>
    <message>
        <source>Opens the page or document the article was read from, as it was then, in the program for it</source>
        <translation>Відкриває у відповідній програмі сторінку або документ, з яких прочитано статтю, у тогочасному вигляді</translation>
    </message>
    <message>
        <source>&amp;Remove article from the project</source>
        <translation>Ви&amp;лучити статтю з проєкту</translation>
    </message>
    <message>
        <source>Takes the open article, or those chosen in the list, out of the project; undo brings them back</source>
        <translation>Вилучає з проєкту відкриту статтю або вибрані у списку; їх можна повернути скасуванням</translation>
    </message>
    <message>
        <source>Filter or search the articles</source>
        <translation>Фільтр або пошук у тексті статей</translation>
    </message>
    <message>
        <source>Filter the articles</source>
        <translation>Фільтрувати статті</translation>
    </message>
    <message>
        <source>This article came without a page or document of its own.</source>
        <translation>Ця стаття надійшла без власної сторінки чи документа.</translation>
    </message>
    <message numerus="yes">
        <source>remove %n article(s)</source>
        <translation>
            <numerusform>вилучити %n статтю</numerusform>
            <numerusform>вилучити %n статті</numerusform>
            <numerusform>вилучити %n статей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) removed; undo brings them back</source>
        <translation>
            <numerusform>Вилучено %n статтю; це можна скасувати</numerusform>
            <numerusform>Вилучено %n статті; це можна скасувати</numerusform>
            <numerusform>Вилучено %n статей; це можна скасувати</numerusform>
        </translation>
    </message>
    <message>
        <source>No article has “%1” in its title, outlet, id or text.</source>
        <translation>Жодна стаття не має «%1» у заголовку, виданні, ідентифікаторі чи тексті.</translation>
    </message>
    <message>
        <source>No articles yet.

Open article files, or drop them here: text, saved web pages, JSON Lines, or a brat folder.</source>
        <translation>Статей ще немає.

Відкрийте файли статей або перетягніть їх сюди: текст, збережені вебсторінки, JSON Lines або теку brat.</translation>
    </message>
    <message>
        <source>Article &amp;details…</source>
        <translation>&amp;Відомості про статтю…</translation>
    </message>
    <message>
        <source>Title, outlet, author, date, address and language of the open article</source>
        <translation>Заголовок, видання, автор, дата, адреса й мова відкритої статті</translation>
    </message>
    <message>
        <source>change article details</source>
        <translation>змінити відомості про статтю</translation>
    </message>
    <message>
        <source>No articles yet.

Import some by %1, or drop files here: text, saved web pages, documents, tables, and what other annotation tools write.</source>
        <translation>Статей ще немає.

Імпортуйте їх (%1) або перетягніть файли сюди: текст, збережені вебсторінки, документи, таблиці та файли інших програм для анотування.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) copied, with all that is labelled in them</source>
        <translation>
            <numerusform>%n статтю скопійовано з усією розміткою</numerusform>
            <numerusform>%n статті скопійовано з усією розміткою</numerusform>
            <numerusform>%n статей скопійовано з усією розміткою</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ArticleListModel</name>
    <message>
        <source>no highlights yet</source>
        <translation>підсвічувань ще немає</translation>
    </message>
    <message>
        <source>done ✓</source>
        <translation>готово ✓</translation>
    </message>
    <message numerus="yes">
        <source>new · %n suggestion(s)</source>
        <translation>
            <numerusform>нова · %n пропозиція</numerusform>
            <numerusform>нова · %n пропозиції</numerusform>
            <numerusform>нова · %n пропозицій</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 reviewed</source>
        <translation>переглянуто %1 з %2</translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n атрибуція</numerusform>
            <numerusform>%n атрибуції</numerusform>
            <numerusform>%n атрибуцій</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ArticlePane</name>
    <message>
        <source>Article</source>
        <translation>Стаття</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Збільшити текст</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Зменшити текст</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Звичайний розмір тексту</translation>
    </message>
    <message>
        <source>Take the highlight at the caret</source>
        <translation>Вибрати підсвічування біля курсора</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Зняти вибір</translation>
    </message>
    <message>
        <source>Find in article…</source>
        <translation>Знайти у статті…</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Знайти наступне</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Знайти попереднє</translation>
    </message>
    <message>
        <source>Suggested and accepted</source>
        <translation>Запропоновані та прийняті</translation>
    </message>
    <message>
        <source>Suggested only</source>
        <translation>Лише запропоновані</translation>
    </message>
    <message>
        <source>Accepted only</source>
        <translation>Лише прийняті</translation>
    </message>
    <message>
        <source>All, also rejected</source>
        <translation>Усі, також відхилені</translation>
    </message>
    <message>
        <source>Colours: %1</source>
        <translation>Кольори: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AssignKeyDialog</name>
    <message>
        <source>Choose a key</source>
        <translation>Вибір клавіші</translation>
    </message>
    <message>
        <source>Press the key for “%1”.</source>
        <translation>Натисніть клавішу для «%1».</translation>
    </message>
    <message>
        <source>Any key, alone or with Ctrl, Alt and Shift. Esc leaves all as it is.</source>
        <translation>Будь-яка клавіша, сама або з Ctrl, Alt і Shift. Esc залишає все як є.</translation>
    </message>
    <message>
        <source>Set key</source>
        <translation>Призначити</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>Забрати звідти</translation>
    </message>
    <message>
        <source>%1 Press another.</source>
        <translation>%1 Натисніть іншу.</translation>
    </message>
    <message>
        <source>“%1” has this key. Taken from there, it has it no more.</source>
        <translation>Цю клавішу має «%1». Якщо її забрати, там її не буде.</translation>
    </message>
    <message>
        <source>This key is free.</source>
        <translation>Ця клавіша вільна.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AttributeFields</name>
    <message>
        <source>not given</source>
        <translation>не вказано</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::BulkDialog</name>
    <message>
        <source>What will be done</source>
        <translation>Що буде зроблено</translation>
    </message>
    <message>
        <source>How many of what</source>
        <translation>Скільки чого</translation>
    </message>
    <message>
        <source>%1 many</source>
        <translation>%1: багато елементів</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Приклади</translation>
    </message>
    <message>
        <source>Which items</source>
        <translation>Які елементи</translation>
    </message>
    <message>
        <source>all in the list</source>
        <translation>усі у списку</translation>
    </message>
    <message>
        <source>Which items:</source>
        <translation>Які елементи:</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Нова мітка</translation>
    </message>
    <message>
        <source>New &amp;label:</source>
        <translation>Нова &amp;мітка:</translation>
    </message>
    <message>
        <source>In &amp;this article</source>
        <translation>У цій &amp;статті</translation>
    </message>
    <message>
        <source>In all articles of the &amp;project</source>
        <translation>В усіх статтях &amp;проєкту</translation>
    </message>
    <message>
        <source>Where:</source>
        <translation>Де:</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Прийняти</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Відхилити</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Відкрити знову</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Видалити</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>Змінити мітку</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Підрахунок…</translation>
    </message>
    <message>
        <source>No span of these can have that label, or all have it already.</source>
        <translation>Жоден із цих відрізків не може мати цієї мітки, або всі її вже мають.</translation>
    </message>
    <message>
        <source>Nothing would change: all of these are so already.</source>
        <translation>Нічого не зміниться: усі вони вже такі.</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n article(s) will change.</source>
        <translation>
            <numerusform>Буде змінено %1 у %n статті.</numerusform>
            <numerusform>Буде змінено %1 у %n статтях.</numerusform>
            <numerusform>Буде змінено %1 у %n статтях.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n елемент</numerusform>
            <numerusform>%n елементи</numerusform>
            <numerusform>%n елементів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of this article will change.</source>
        <translation>
            <numerusform>Буде змінено %n елемент цієї статті.</numerusform>
            <numerusform>Буде змінено %n елементи цієї статті.</numerusform>
            <numerusform>Буде змінено %n елементів цієї статті.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them will be rejected instead, so as not to come back: found by a detector.</source>
        <translation>
            <numerusform>%n з них знайшов детектор, тож його буде натомість відхилено, щоб він не з’явився знову.</numerusform>
            <numerusform>%n з них знайшов детектор, тож їх буде натомість відхилено, щоб вони не з’явилися знову.</numerusform>
            <numerusform>%n з них знайшов детектор, тож їх буде натомість відхилено, щоб вони не з’явилися знову.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is relabelled is thereby accepted.</source>
        <translation>Елемент зі зміненою міткою тим самим приймається.</translation>
    </message>
    <message>
        <source>One step of undo takes it back.</source>
        <translation>Усе скасовується одним кроком.</translation>
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
            <numerusform>і ще %n</numerusform>
            <numerusform>і ще %n</numerusform>
            <numerusform>і ще %n</numerusform>
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
            <numerusform>%n вибраний елемент</numerusform>
            <numerusform>%n вибрані елементи</numerusform>
            <numerusform>%n вибраних елементів</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColourChoice</name>
    <message>
        <source>What the colours of the highlights tell apart. Their shapes always tell the labels.</source>
        <translation>Що розрізняють кольори підсвічувань. Їхня форма завжди вказує на мітку.</translation>
    </message>
    <message>
        <source>Colour by: %1</source>
        <translation>Колір: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColourField</name>
    <message>
        <source>Choose: %1</source>
        <translation>Вибрати: %1</translation>
    </message>
    <message>
        <source>Choose a colour</source>
        <translation>Вибір кольору</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColourMenu</name>
    <message>
        <source>Colours of the system</source>
        <translation>Кольори системи</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Світлі кольори</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Темні кольори</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>Високий контраст, світлий</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Високий контраст, темний</translation>
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
        <translation>Видання:</translation>
    </message>
    <message>
        <source>Author:</source>
        <translation>Автор:</translation>
    </message>
    <message>
        <source>Address:</source>
        <translation>Адреса:</translation>
    </message>
    <message>
        <source>Id:</source>
        <translation>Ідентифікатор:</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Мова:</translation>
    </message>
    <message>
        <source>Column that holds: %1</source>
        <translation>Стовпець із даними: %1</translation>
    </message>
    <message>
        <source>(choose one)</source>
        <translation>(виберіть)</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(немає)</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ContextHelp</name>
    <message>
        <source>Help</source>
        <translation>Довідка</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::DetailsDialog</name>
    <message>
        <source>Article details</source>
        <translation>Відомості про статтю</translation>
    </message>
    <message>
        <source>told from the text</source>
        <translation>визначити за текстом</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>&amp;Заголовок:</translation>
    </message>
    <message>
        <source>&amp;Outlet:</source>
        <translation>&amp;Видання:</translation>
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
        <translation>Ад&amp;реса:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Мова:</translation>
    </message>
    <message>
        <source>Id:</source>
        <translation>Ідентифікатор:</translation>
    </message>
    <message>
        <source>The language decides which words the detectors know; suggest again after a change.</source>
        <translation>Від мови залежить, які слова знають детектори; змінивши її, запропонуйте підсвічування ще раз.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::DetectorDialog</name>
    <message>
        <source>Add a detector</source>
        <translation>Додавання детектора</translation>
    </message>
    <message>
        <source>Detector %1</source>
        <translation>Детектор %1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Додати</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Програма</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Аргументи</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адреса</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Шар</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Ознака</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Program on this machine</source>
        <translation>Програма на цьому комп’ютері</translation>
    </message>
    <message>
        <source>Server (Quoth&apos;s protocol)</source>
        <translation>Сервер (протокол Quoth)</translation>
    </message>
    <message>
        <source>Label Studio ML backend</source>
        <translation>ML backend Label Studio</translation>
    </message>
    <message>
        <source>INCEpTION external recommender</source>
        <translation>Зовнішній рекомендувач INCEpTION</translation>
    </message>
    <message>
        <source> s</source>
        <translation> с</translation>
    </message>
    <message>
        <source>Time-out for an article</source>
        <translation>Час очікування на статтю</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Огляд…</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Мітки</translation>
    </message>
    <message>
        <source>Its label</source>
        <translation>Його мітка</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Означає</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>Час очікування</translation>
    </message>
    <message>
        <source>Labels that are not listed are taken as they are, if the project has them.</source>
        <translation>Мітки поза списком беруться як є, якщо вони є у проєкті.</translation>
    </message>
    <message>
        <source>The detector was not kept, as nothing may be sent to %1.</source>
        <translation>Детектор не збережено, бо на %1 нічого не можна надсилати.</translation>
    </message>
    <message>
        <source>It is started without a shell and gets articles as JSON on its standard input, one a line.</source>
        <translation>Запускається без оболонки й отримує статті як JSON зі стандартного вводу, по одній у рядку.</translation>
    </message>
    <message>
        <source>names.py --fast</source>
        <translation>names.py --fast</translation>
    </message>
    <message>
        <source>A server that answers to /info and /detect below the address.</source>
        <translation>Сервер, який відповідає на /info та /detect під цією адресою.</translation>
    </message>
    <message>
        <source>It is asked as Label Studio does: /health, /setup and /predict below the address.</source>
        <translation>Запити як у Label Studio: /health, /setup і /predict під цією адресою.</translation>
    </message>
    <message>
        <source>It is asked as INCEpTION does: /predict below the address, for the annotations of one layer.</source>
        <translation>Запити як в INCEpTION: /predict під цією адресою, для анотацій одного шару.</translation>
    </message>
    <message>
        <source>⚠ The texts of articles will be sent to %1.</source>
        <translation>⚠ Тексти статей надсилатимуться на %1.</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>(опустити)</translation>
    </message>
    <message>
        <source>Texts leave this machine</source>
        <translation>Тексти залишають цей комп’ютер</translation>
    </message>
    <message>
        <source>The whole text of each article that this detector looks at will be sent to %1.</source>
        <translation>Увесь текст кожної статті, яку опрацьовує цей детектор, надсилатиметься на %1.</translation>
    </message>
    <message>
        <source>Whoever runs it can read and keep the articles. This is asked once for a host.</source>
        <translation>Хто керує цим вузлом, може читати й зберігати статті. Це запитують один раз для кожного вузла.</translation>
    </message>
    <message>
        <source>Send texts</source>
        <translation>Надсилати тексти</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::DetectorsDialog</name>
    <message>
        <source>Detectors</source>
        <translation>Детектори</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>What the detector told</source>
        <translation>Що повідомив детектор</translation>
    </message>
    <message>
        <source>The enabled ones look for highlights in this order; what the earlier ones found is not doubled. Space enables and disables. They are yours, not the project’s.</source>
        <translation>Увімкнені шукають підсвічування в цьому порядку; знайдене попередніми не дублюється. Пробіл вмикає та вимикає. Вони належать вам, а не проєкту.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Додати…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Змінити…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Випробувати</translation>
    </message>
    <message>
        <source>Sends two sentences of ours and shows what comes back</source>
        <translation>Надсилає два наші речення й показує, що повернулося</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Вище</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Нижче</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Вилучити…</translation>
    </message>
    <message>
        <source>✗ failed</source>
        <translation>✗ збій</translation>
    </message>
    <message>
        <source>✓ works</source>
        <translation>✓ працює</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>не випробувано</translation>
    </message>
    <message>
        <source>✓ built in</source>
        <translation>✓ вбудований</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>вбудований</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Програма</translation>
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
        <translation>Зупинити</translation>
    </message>
    <message>
        <source>Remove a detector</source>
        <translation>Вилучення детектора</translation>
    </message>
    <message>
        <source>Remove %1 from your detectors? What it suggested stays.</source>
        <translation>Вилучити %1 із ваших детекторів? Його пропозиції залишаться.</translation>
    </message>
    <message numerus="yes">
        <source>%1 was sent two sentences of ours; waiting for at most %n second(s)…</source>
        <translation>
            <numerusform>%1: надіслано два наші речення; очікування щонайбільше %n секунду…</numerusform>
            <numerusform>%1: надіслано два наші речення; очікування щонайбільше %n секунди…</numerusform>
            <numerusform>%1: надіслано два наші речення; очікування щонайбільше %n секунд…</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered in %1 ms.</source>
        <translation>Відповідь за %1 мс.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n відрізок</numerusform>
            <numerusform>%n відрізки</numerusform>
            <numerusform>%n відрізків</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n атрибуція</numerusform>
            <numerusform>%n атрибуції</numerusform>
            <numerusform>%n атрибуцій</numerusform>
        </translation>
    </message>
    <message>
        <source>It says that it is %1, version %2.</source>
        <translation>Називає себе %1, версія %2.</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>Випробування зупинено.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ExchangeTasks</name>
    <message>
        <source>Suggest highlights</source>
        <translation>Запропонувати підсвічування</translation>
    </message>
    <message>
        <source>Look for speakers, quotations and claims in this article. What you accepted or rejected stays.</source>
        <translation>Шукати в цій статті мовців, цитати й твердження. Прийняте й відхилене вами лишається.</translation>
    </message>
    <message>
        <source>Detectors…</source>
        <translation>Детектори…</translation>
    </message>
    <message>
        <source>Which detectors look for highlights, in which order; add programs and servers of your own</source>
        <translation>Які детектори шукають підсвічування і в якому порядку; додати власні програми та сервери</translation>
    </message>
    <message>
        <source>Export dataset…</source>
        <translation>Експорт набору даних…</translation>
    </message>
    <message>
        <source>Publish dataset…</source>
        <translation>Опублікувати набір даних…</translation>
    </message>
    <message>
        <source>A folder with splits, card, label schema and checksums, as Hugging Face has it</source>
        <translation>Тека з вибірками, карткою, схемою міток і контрольними сумами, як заведено на Hugging Face</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message numerus="yes">
        <source>Importing %n file(s)…</source>
        <translation>
            <numerusform>Імпорт %n файлу…</numerusform>
            <numerusform>Імпорт %n файлів…</numerusform>
            <numerusform>Імпорт %n файлів…</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is on the clipboard that could be an article: copy its text, its address or its file.</source>
        <translation>У буфері обміну немає нічого, що може бути статтею: скопіюйте її текст, адресу або файл.</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>Зупинити пошук</translation>
    </message>
    <message>
        <source>Detectors are looking for highlights; go on working. %1 stops them.</source>
        <translation>Детектори шукають підсвічування; працюйте далі. %1 зупиняє їх.</translation>
    </message>
    <message>
        <source>Nothing new was found.</source>
        <translation>Нічого нового не знайдено.</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Детектори</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Імпорт</translation>
    </message>
    <message>
        <source>The detectors have this to tell:</source>
        <translation>Детектори повідомляють:</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) came in. This is to be told:</source>
        <translation>
            <numerusform>Надійшла %n стаття. Зауваження:</numerusform>
            <numerusform>Надійшло %n статті. Зауваження:</numerusform>
            <numerusform>Надійшло %n статей. Зауваження:</numerusform>
        </translation>
    </message>
    <message>
        <source>The detectors are done.</source>
        <translation>Детектори закінчили роботу.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) came in.</source>
        <translation>
            <numerusform>Надійшла %n стаття.</numerusform>
            <numerusform>Надійшло %n статті.</numerusform>
            <numerusform>Надійшло %n статей.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Експорт…</translation>
    </message>
    <message>
        <source>All articles that were here are undone. After an import they cannot be brought back.</source>
        <translation>Усі статті, що тут були, скасовано. Після імпорту їх уже не можна буде повернути.</translation>
    </message>
    <message>
        <source>Redo brings them back, with all that was labelled in them.</source>
        <translation>Повторення дії поверне їх з усім, що в них розмічено.</translation>
    </message>
    <message>
        <source>Import all the same</source>
        <translation>Усе одно імпортувати</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ExportDialog</name>
    <message>
        <source>Export dataset</source>
        <translation>Експорт набору даних</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Поступ експорту</translation>
    </message>
    <message>
        <source>What the format could not carry</source>
        <translation>Чого формат не зміг передати</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Експортувати</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>&amp;Accepted</source>
        <translation>&amp;Прийняті</translation>
    </message>
    <message>
        <source>&amp;Suggested, not reviewed yet</source>
        <translation>&amp;Запропоновані, ще не переглянуті</translation>
    </message>
    <message>
        <source>&amp;Rejected, as negative examples</source>
        <translation>&amp;Відхилені, як негативні приклади</translation>
    </message>
    <message>
        <source>Export accepted highlights</source>
        <translation>Експортувати прийняті підсвічування</translation>
    </message>
    <message>
        <source>Export suggested highlights</source>
        <translation>Експортувати запропоновані підсвічування</translation>
    </message>
    <message>
        <source>Export rejected highlights</source>
        <translation>Експортувати відхилені підсвічування</translation>
    </message>
    <message>
        <source>A&amp;ll articles</source>
        <translation>&amp;Усі статті</translation>
    </message>
    <message>
        <source>&amp;This article</source>
        <translation>&amp;Ця стаття</translation>
    </message>
    <message>
        <source>Export all articles</source>
        <translation>Експортувати всі статті</translation>
    </message>
    <message>
        <source>Export the open article only</source>
        <translation>Експортувати лише відкриту статтю</translation>
    </message>
    <message>
        <source>Output path</source>
        <translation>Шлях для запису</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>О&amp;гляд…</translation>
    </message>
    <message>
        <source>Choose the output</source>
        <translation>Куди записати</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Формат:</translation>
    </message>
    <message>
        <source>Highlights:</source>
        <translation>Підсвічування:</translation>
    </message>
    <message>
        <source>Articles:</source>
        <translation>Статті:</translation>
    </message>
    <message>
        <source>&amp;Output:</source>
        <translation>&amp;Куди:</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Тека для файлів</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>Експортувати як</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is written yet. Of %n article(s) the format cannot carry all: choose another one, or export anyway.</source>
        <translation>
            <numerusform>Ще нічого не записано. З %n статті формат не може передати все: виберіть інший або експортуйте все одно.</numerusform>
            <numerusform>Ще нічого не записано. З %n статей формат не може передати все: виберіть інший або експортуйте все одно.</numerusform>
            <numerusform>Ще нічого не записано. З %n статей формат не може передати все: виберіть інший або експортуйте все одно.</numerusform>
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
            <numerusform>%n статтю записано до %1.</numerusform>
            <numerusform>%n статті записано до %1.</numerusform>
            <numerusform>%n статей записано до %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The format could not carry all:</source>
        <translation>Формат не зміг передати всього:</translation>
    </message>
    <message>
        <source>Nothing was written. %1</source>
        <translation>Нічого не записано. %1</translation>
    </message>
    <message>
        <source>No highlights are chosen: only the texts will be written.</source>
        <translation>Підсвічувань не вибрано: буде записано лише тексти.</translation>
    </message>
    <message>
        <source>The folder exists; files of the same name in it will be replaced.</source>
        <translation>Тека існує; однойменні файли в ній буде замінено.</translation>
    </message>
    <message>
        <source>The file exists and will be replaced.</source>
        <translation>Файл існує, його буде замінено.</translation>
    </message>
    <message>
        <source>&amp;Export anyway</source>
        <translation>&amp;Експортувати все одно</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Скасувати</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Закри&amp;ти</translation>
    </message>
    <message>
        <source>Of overlapping spans, write</source>
        <translation>За перекриття відрізків записувати</translation>
    </message>
    <message>
        <source>the longest</source>
        <translation>найдовший</translation>
    </message>
    <message>
        <source>the shortest</source>
        <translation>найкоротший</translation>
    </message>
    <message>
        <source>Of o&amp;verlapping spans:</source>
        <translation>За перекриття ві&amp;дрізків:</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Exporting</name>
    <message>
        <source>The format “%1” cannot be written.</source>
        <translation>У форматі «%1» не можна записати.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Guidelines</name>
    <message>
        <source>Show the guideline</source>
        <translation>Показати настанову</translation>
    </message>
    <message>
        <source>What to label, and where it begins and ends</source>
        <translation>Що позначати, де воно починається й закінчується</translation>
    </message>
    <message>
        <source>The label schema has no guideline for this label.</source>
        <translation>У схемі міток немає настанови для цієї мітки.</translation>
    </message>
    <message>
        <source>Its parts: %1.</source>
        <comment>the roles of a frame</comment>
        <translation>Частини: %1.</translation>
    </message>
    <message>
        <source>Guidelines of all labels</source>
        <translation>Настанови для всіх міток</translation>
    </message>
    <message>
        <source>Guideline of %1</source>
        <comment>a label</comment>
        <translation>Настанова: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HelpMenu</name>
    <message>
        <source>Manual</source>
        <translation>Посібник</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Екскурсія програмою</translation>
    </message>
    <message>
        <source>Shows on the sample articles how to review and label, in ten steps</source>
        <translation>За десять кроків показує на зразках статей, як переглядати пропозиції та ставити мітки</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Комбінації клавіш</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Змінити клавіші…</translation>
    </message>
    <message>
        <source>About Quoth</source>
        <translation>Про Quoth</translation>
    </message>
    <message>
        <source>&lt;b&gt;Quoth %1&lt;/b&gt;&lt;p&gt;Label who said what in news articles.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Quoth %1&lt;/b&gt;&lt;p&gt;Позначайте в новинних статтях, хто що сказав.&lt;/p&gt;&lt;p&gt;Вільне програмне забезпечення на умовах GNU General Public License, версія 3 або новіша.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HelpWindow</name>
    <message>
        <source>Manual</source>
        <translation>Посібник</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Вперед</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Зменшити текст</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Збільшити текст</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Звичайний розмір тексту</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Пошук у посібнику</translation>
    </message>
    <message>
        <source>Next place found</source>
        <translation>Наступне знайдене місце</translation>
    </message>
    <message>
        <source>Previous place found</source>
        <translation>Попереднє знайдене місце</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Розділи</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Знайдені місця</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a heading and its chapter</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Нічого не знайдено</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) found; Enter goes on</source>
        <translation>
            <numerusform>Знайдено %n місце; Enter — далі</numerusform>
            <numerusform>Знайдено %n місця; Enter — далі</numerusform>
            <numerusform>Знайдено %n місць; Enter — далі</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – Manual of Quoth</source>
        <translation>%1 — Посібник Quoth</translation>
    </message>
    <message>
        <source>%1 of %2 in this chapter</source>
        <translation>%1 з %2 у цьому розділі</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HistoryDock</name>
    <message>
        <source>History</source>
        <translation>Історія</translation>
    </message>
    <message>
        <source>Only the open article</source>
        <translation>Лише відкрита стаття</translation>
    </message>
    <message>
        <source>Go back to this point</source>
        <translation>Повернутися сюди</translation>
    </message>
    <message>
        <source>The project is here. Choose a point to go to.</source>
        <translation>Проєкт зараз тут. Виберіть, куди перейти.</translation>
    </message>
    <message numerus="yes">
        <source>Undo %n step(s)</source>
        <translation>
            <numerusform>Скасувати %n крок</numerusform>
            <numerusform>Скасувати %n кроки</numerusform>
            <numerusform>Скасувати %n кроків</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redo %n step(s)</source>
        <translation>
            <numerusform>Повторити %n крок</numerusform>
            <numerusform>Повторити %n кроки</numerusform>
            <numerusform>Повторити %n кроків</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them in the open article</source>
        <translation>Усі у відкритій статті</translation>
    </message>
    <message numerus="yes">
        <source>%n of them in other articles</source>
        <translation>
            <numerusform>%n з них в інших статтях</numerusform>
            <numerusform>%n з них в інших статтях</numerusform>
            <numerusform>%n з них в інших статтях</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo %n step(s)?</source>
        <translation>
            <numerusform>Скасувати %n крок?</numerusform>
            <numerusform>Скасувати %n кроки?</numerusform>
            <numerusform>Скасувати %n кроків?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redo %n step(s)?</source>
        <translation>
            <numerusform>Повторити %n крок?</numerusform>
            <numerusform>Повторити %n кроки?</numerusform>
            <numerusform>Повторити %n кроків?</numerusform>
        </translation>
    </message>
    <message>
        <source>Until something else is done, this can be reversed from here.</source>
        <translation>Доки не зроблено нічого іншого, звідси можна повернутися назад.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them in other articles. Until something else is done, this can be reversed from here.</source>
        <translation>
            <numerusform>%n з них в інших статтях. Доки не зроблено нічого іншого, звідси можна повернутися назад.</numerusform>
            <numerusform>%n з них в інших статтях. Доки не зроблено нічого іншого, звідси можна повернутися назад.</numerusform>
            <numerusform>%n з них в інших статтях. Доки не зроблено нічого іншого, звідси можна повернутися назад.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undoing %n step(s)…</source>
        <translation>
            <numerusform>Скасування %n кроку…</numerusform>
            <numerusform>Скасування %n кроків…</numerusform>
            <numerusform>Скасування %n кроків…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redoing %n step(s)…</source>
        <translation>
            <numerusform>Повторення %n кроку…</numerusform>
            <numerusform>Повторення %n кроків…</numerusform>
            <numerusform>Повторення %n кроків…</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <source>Nothing has been done yet. Each step that you do comes to stand here, to go back to.</source>
        <translation>Ще нічого не зроблено. Тут з’являтиметься кожен ваш крок, щоб до нього можна було повернутися.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HistoryModel</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n стаття</numerusform>
            <numerusform>%n статті</numerusform>
            <numerusform>%n статей</numerusform>
        </translation>
    </message>
    <message>
        <source>the project is here</source>
        <translation>проєкт зараз тут</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>скасовано</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HistoryView</name>
    <message>
        <source>History of the article</source>
        <translation>Історія статті</translation>
    </message>
    <message>
        <source>undone: %1</source>
        <translation>скасовано: %1</translation>
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
        <translation>Імпорт статей</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>Файли для імпорту</translation>
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
        <translation>Кодування</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>&amp;Suggest highlights at once</source>
        <translation>&amp;Запропонувати підсвічування одразу</translation>
    </message>
    <message>
        <source>Suggest highlights at once</source>
        <translation>Запропонувати підсвічування одразу</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Імпортувати</translation>
    </message>
    <message>
        <source>Format of the selected file</source>
        <translation>Формат вибраного файлу</translation>
    </message>
    <message>
        <source>Encoding of the selected file</source>
        <translation>Кодування вибраного файлу</translation>
    </message>
    <message>
        <source>Which column is what:</source>
        <translation>Що в якому стовпці:</translation>
    </message>
    <message>
        <source>Beginning of the text</source>
        <translation>Початок тексту</translation>
    </message>
    <message>
        <source>&amp;Noticed while reading:</source>
        <translation>&amp;Помічено під час читання:</translation>
    </message>
    <message>
        <source>Noticed while reading</source>
        <translation>Помічено під час читання</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Формат:</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>&amp;Кодування:</translation>
    </message>
    <message>
        <source>Beginning of the &amp;text:</source>
        <translation>Початок &amp;тексту:</translation>
    </message>
    <message>
        <source>Nearly the same as “%1” in the project: %2 % of the words</source>
        <translation>Майже збігається зі статтею «%1» у проєкті: %2&#xa0;% слів</translation>
    </message>
    <message>
        <source>Nearly the same as the file “%1”: %2 % of the words</source>
        <translation>Майже збігається з файлом «%1»: %2&#xa0;% слів</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Читання…</translation>
    </message>
    <message>
        <source>Cannot be read: %1</source>
        <translation>Не вдалося прочитати: %1</translation>
    </message>
    <message>
        <source>%1 (there already?)</source>
        <translation>%1 (уже є?)</translation>
    </message>
    <message>
        <source>Recognised by its content</source>
        <translation>Розпізнано за вмістом</translation>
    </message>
    <message>
        <source>Recognised: %1</source>
        <translation>Розпізнано: %1</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>Визначено</translation>
    </message>
    <message>
        <source>Detected: %1</source>
        <translation>Визначено: %1</translation>
    </message>
    <message numerus="yes">
        <source>(%n times)</source>
        <translation>
            <numerusform>(%n раз)</numerusform>
            <numerusform>(%n рази)</numerusform>
            <numerusform>(%n разів)</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>Читання файлів…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read and will be left out.</source>
        <translation>
            <numerusform>%n файл не вдалося прочитати, його буде опущено.</numerusform>
            <numerusform>%n файли не вдалося прочитати, їх буде опущено.</numerusform>
            <numerusform>%n файлів не вдалося прочитати, їх буде опущено.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Importing</name>
    <message>
        <source>Stopped; what was done so far stays in the project.</source>
        <translation>Зупинено; зроблене дотепер лишається у проєкті.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were in the project already and got new annotations.</source>
        <translation>
            <numerusform>%n стаття вже була у проєкті й отримала нові анотації.</numerusform>
            <numerusform>%n статті вже були у проєкті й отримали нові анотації.</numerusform>
            <numerusform>%n статей уже були у проєкті й отримали нові анотації.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were in the project already.</source>
        <translation>
            <numerusform>%n стаття вже була у проєкті.</numerusform>
            <numerusform>%n статті вже були у проєкті.</numerusform>
            <numerusform>%n статей уже були у проєкті.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::InspectorDock</name>
    <message>
        <source>Inspector</source>
        <translation>Інспектор</translation>
    </message>
    <message>
        <source>Set speaker</source>
        <translation>Задати мовця</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Змінити примітку</translation>
    </message>
    <message>
        <source>Nothing is in hand. Select words and press a label’s key to label them, or go to the next suggestion.</source>
        <translation>Нічого не вибрано. Виділіть слова й натисніть клавішу мітки, щоб їх позначити, або перейдіть до наступної пропозиції.</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Настанова</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Історія</translation>
    </message>
    <message>
        <source>Nothing is in hand. Select words and press a label’s key to label them, or go to the next suggestion by %1.</source>
        <translation>Нічого не вибрано. Виділіть слова й натисніть клавішу мітки, щоб їх позначити, або перейдіть до наступної пропозиції (%1).</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ItemForm</name>
    <message>
        <source>Words</source>
        <translation>Слова</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Мовець</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Походження</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Чому</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примітка</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>пряма</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>непряма</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>змішана</translation>
    </message>
    <message>
        <source>none</source>
        <comment>kind of quotation</comment>
        <translation>немає</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Note on “%1”</source>
        <comment>a label</comment>
        <translation>Примітка («%1»)</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::KeySheet</name>
    <message>
        <source>Accept on the card</source>
        <translation>«Прийняти» на картці</translation>
    </message>
    <message>
        <source>Reject on the card</source>
        <translation>«Відхилити» на картці</translation>
    </message>
    <message>
        <source>Fix on the card</source>
        <translation>«Виправити» на картці</translation>
    </message>
    <message>
        <source>click it, again for the next there</source>
        <translation>клацнути, ще раз — наступне там</translation>
    </message>
    <message>
        <source>click beside it</source>
        <translation>клацнути поруч</translation>
    </message>
    <message>
        <source>Ctrl and wheel</source>
        <translation>Ctrl і коліщатко</translation>
    </message>
    <message>
        <source>in the inspector</source>
        <translation>в інспекторі</translation>
    </message>
    <message>
        <source>click it in the bar</source>
        <translation>клацнути на панелі</translation>
    </message>
    <message>
        <source>Add the selected words to the span in hand</source>
        <translation>Додати виділені слова до вибраного відрізка</translation>
    </message>
    <message>
        <source>Label all that is selected with the mouse, until the key is pressed again</source>
        <translation>Позначати все виділене мишею, до тієї самої клавіші</translation>
    </message>
    <message>
        <source>The caret in the article</source>
        <translation>Курсор у статті</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Стрілки</translation>
    </message>
    <message>
        <source>Move the caret; with Shift select</source>
        <translation>Перемістити курсор; із Shift виділити</translation>
    </message>
    <message>
        <source>click</source>
        <translation>клацнути</translation>
    </message>
    <message>
        <source>Ctrl and arrows</source>
        <translation>Ctrl і стрілки</translation>
    </message>
    <message>
        <source>By words</source>
        <translation>За словами</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home, End</translation>
    </message>
    <message>
        <source>Beginning and end of the line; with Ctrl, of the article</source>
        <translation>Початок і кінець рядка; з Ctrl — статті</translation>
    </message>
    <message>
        <source>With the mouse</source>
        <translation>Мишею</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Клацання</translation>
    </message>
    <message>
        <source>A word, or the highlight there; again for the next highlight</source>
        <translation>Слово або підсвічування там; ще раз — наступне підсвічування</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Подвійне клацання</translation>
    </message>
    <message>
        <source>Select a word; a third click its sentence</source>
        <translation>Виділити слово; третє клацання — його речення</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Протягування</translation>
    </message>
    <message>
        <source>Select whole words; with Alt single characters</source>
        <translation>Виділити цілі слова; з Alt — окремі символи</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>Правою кнопкою</translation>
    </message>
    <message>
        <source>A menu of all that can be done there</source>
        <translation>Меню всього, що там можна зробити</translation>
    </message>
    <message>
        <source>No key does that. %1 finds actions without a key, too.</source>
        <comment>a key</comment>
        <translation>Жодна клавіша цього не робить. %1 знаходить і дії без клавіші.</translation>
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
        <translation>Клавіші</translation>
    </message>
    <message>
        <source>Find a key or what it does</source>
        <translation>Знайти клавішу або її дію</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Змінити клавіші…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Друкувати…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::LabelBrush</name>
    <message>
        <source>Label all that is selected as %1</source>
        <translation>Позначати все виділене як «%1»</translation>
    </message>
    <message>
        <source>Label as the last time</source>
        <translation>Позначити як минулого разу</translation>
    </message>
    <message>
        <source>Words selected with the mouse become “%1” at once, until this is chosen again</source>
        <translation>Виділені мишею слова відразу отримують мітку «%1», доки цю дію не вибрано ще раз</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Labelling</name>
    <message>
        <source>New attribution from here</source>
        <translation>Нова атрибуція звідси</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Видалити</translation>
    </message>
    <message>
        <source>Label as %1</source>
        <translation>Позначити як «%1»</translation>
    </message>
    <message>
        <source>Add words to the %1 in hand</source>
        <translation>Додати слова до вибраного: %1</translation>
    </message>
    <message>
        <source>Begin a word earlier</source>
        <translation>Початок на слово раніше</translation>
    </message>
    <message>
        <source>Begin a word later</source>
        <translation>Початок на слово далі</translation>
    </message>
    <message>
        <source>End a word earlier</source>
        <translation>Кінець на слово раніше</translation>
    </message>
    <message>
        <source>End a word later</source>
        <translation>Кінець на слово далі</translation>
    </message>
    <message>
        <source>Begin a character earlier</source>
        <translation>Початок на символ раніше</translation>
    </message>
    <message>
        <source>Begin a character later</source>
        <translation>Початок на символ далі</translation>
    </message>
    <message>
        <source>End a character earlier</source>
        <translation>Кінець на символ раніше</translation>
    </message>
    <message>
        <source>End a character later</source>
        <translation>Кінець на символ далі</translation>
    </message>
    <message>
        <source>Select the words that are credited to somebody first, or put the caret into a quotation.</source>
        <translation>Спершу виділіть слова, приписані комусь, або поставте курсор у цитату.</translation>
    </message>
    <message>
        <source>No %1 is in hand that words could be added to.</source>
        <comment>a label</comment>
        <translation>Не вибрано елемента «%1», до якого можна було б додати слова.</translation>
    </message>
    <message>
        <source>Select the words to add first.</source>
        <translation>Спершу виділіть слова, які треба додати.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::LanguageMenu</name>
    <message>
        <source>As the system</source>
        <translation>Як у системі</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::LearnedDialog</name>
    <message>
        <source>What was learned</source>
        <translation>Вивчене</translation>
    </message>
    <message>
        <source>Nothing yet. Quoth learns from the suggestions that you accept, fix and reject, while you work.</source>
        <translation>Ще нічого. Quoth навчається під час вашої роботи на пропозиціях, які ви приймаєте, виправляєте й відхиляєте.</translation>
    </message>
    <message numerus="yes">
        <source>Learned from %n article(s)</source>
        <translation>
            <numerusform>Вивчено з %n статті</numerusform>
            <numerusform>Вивчено з %n статей</numerusform>
            <numerusform>Вивчено з %n статей</numerusform>
        </translation>
    </message>
    <message>
        <source>Version:</source>
        <translation>Версія:</translation>
    </message>
    <message>
        <source>%1, of %2</source>
        <translation>%1 від %2</translation>
    </message>
    <message>
        <source>Model:</source>
        <translation>Модель:</translation>
    </message>
    <message>
        <source>Decisions:</source>
        <translation>Рішення:</translation>
    </message>
    <message>
        <source>Strength:</source>
        <translation>Сила:</translation>
    </message>
    <message>
        <source>What was learned, the strongest first</source>
        <translation>Вивчене, від найсильнішого</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;Забути</translation>
    </message>
    <message>
        <source>What you decided so far will not be learned from again; your labels stay as they are.</source>
        <translation>На прийнятих дотепер рішеннях навчання більше не буде; ваші мітки залишаються як є.</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Експортувати…</translation>
    </message>
    <message>
        <source>A model file that knows this, for other projects</source>
        <translation>Файл моделі, яка це вміє, для інших проєктів</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Learning</name>
    <message>
        <source>What was learned…</source>
        <translation>Вивчене…</translation>
    </message>
    <message>
        <source>What Quoth has learned from your decisions in this project, and how to forget or export it</source>
        <translation>Чого Quoth навчився з ваших рішень у цьому проєкті, як це забути або експортувати</translation>
    </message>
    <message>
        <source>Nothing was learned: %1</source>
        <translation>Нічого не вивчено: %1</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>What was learned is forgotten; what you decide from now on is learned from.</source>
        <translation>Вивчене забуто; навчання триває на рішеннях, які ви приймете відтепер.</translation>
    </message>
    <message>
        <source>Export the model with what was learned</source>
        <translation>Експорт моделі з вивченим</translation>
    </message>
    <message>
        <source>Models (*.quothmodel)</source>
        <translation>Моделі (*.quothmodel)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Збережено %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 не вдалося записати: %2</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::MainWindow</name>
    <message>
        <source>New project…</source>
        <translation>Створити проєкт…</translation>
    </message>
    <message>
        <source>One file that holds your articles and all that you label in them</source>
        <translation>Один файл, що містить ваші статті й усе, що ви в них позначаєте</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Відкрити проєкт…</translation>
    </message>
    <message>
        <source>A file that ends in .quoth</source>
        <translation>Файл із розширенням .quoth</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>Відкрити зразок проєкту</translation>
    </message>
    <message>
        <source>Three short articles: one is labelled, two have suggestions to review</source>
        <translation>Три короткі статті: одну розмічено, у двох є пропозиції до перегляду</translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation>Імпортувати статті…</translation>
    </message>
    <message>
        <source>Open articles</source>
        <translation>Відкрити статті</translation>
    </message>
    <message>
        <source>Text, saved web pages, documents, tables, and what other annotation tools write</source>
        <translation>Текст, збережені вебсторінки, документи, таблиці та файли інших програм для анотування</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Імпортувати теку…</translation>
    </message>
    <message>
        <source>All articles in a folder and the folders in it</source>
        <translation>Усі статті в теці та її підтеках</translation>
    </message>
    <message>
        <source>Import from an address…</source>
        <translation>Імпортувати за адресою…</translation>
    </message>
    <message>
        <source>Fetches a web page or document by its address</source>
        <translation>Завантажує вебсторінку або документ за адресою</translation>
    </message>
    <message>
        <source>Import from the clipboard</source>
        <translation>Імпортувати з буфера обміну</translation>
    </message>
    <message>
        <source>Makes an article of the text, address or files that were copied last</source>
        <translation>Створює статтю з тексту, адреси або файлів, скопійованих останніми</translation>
    </message>
    <message>
        <source>Save article as picture or page…</source>
        <translation>Зберегти статтю як зображення чи сторінку…</translation>
    </message>
    <message>
        <source>Print article…</source>
        <translation>Друкувати статтю…</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>Закрити проєкт</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Вийти</translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation>Команди…</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>статті</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Імпорт теки</translation>
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
        <translation>&amp;Анотування</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>Пе&amp;регляд</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вигляд</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Кольори</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Мова</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Довідка</translation>
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
        <translation>Відкриття проєкту</translation>
    </message>
    <message>
        <source>Quoth projects (*.quoth)</source>
        <translation>Проєкти Quoth (*.quoth)</translation>
    </message>
    <message>
        <source>Where shall the project be kept?</source>
        <translation>Де зберігати проєкт?</translation>
    </message>
    <message>
        <source>Articles (%1)</source>
        <translation>Статті (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Усі файли (*)</translation>
    </message>
    <message>
        <source>Save article as</source>
        <translation>Зберегти статтю як</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Web page (*.html);;Picture (*.png)</source>
        <translation>PDF (*.pdf);;Вебсторінка (*.html);;Зображення (*.png)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Збережено %1</translation>
    </message>
    <message>
        <source>Open an article…</source>
        <translation>Відкрити статтю…</translation>
    </message>
    <message>
        <source>The project “%1” is there already. Open it and go on in it?</source>
        <translation>Проєкт «%1» уже є. Відкрити його і продовжити в ньому?</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ManualView</name>
    <message>
        <source>Chapter of the manual</source>
        <translation>Розділ посібника</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::MergeDialog</name>
    <message>
        <source>Merge speakers</source>
        <translation>Об’єднання мовців</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Об’єднати</translation>
    </message>
    <message>
        <source>These are one speaker. Which name shall stay?</source>
        <translation>Це один мовець. Яке ім’я залишити?</translation>
    </message>
    <message>
        <source>Name of another speaker</source>
        <translation>Ім’я іншого мовця</translation>
    </message>
    <message>
        <source>&amp;And also</source>
        <translation>&amp;А також</translation>
    </message>
    <message>
        <source>The other names become aliases, and all that was credited to them is credited to the one that stays, in all articles. Undo takes it back in one step.</source>
        <translation>Решта імен стануть іншими іменами того, хто лишається, і все приписане їм буде приписано йому, в усіх статтях. Усе скасовується одним кроком.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::OccurrencesDialog</name>
    <message>
        <source>&amp;Whole words only</source>
        <translation>Лише &amp;цілі слова</translation>
    </message>
    <message>
        <source>&amp;Upper and lower case as here</source>
        <translation>&amp;Регістр як тут</translation>
    </message>
    <message>
        <source>In &amp;this article</source>
        <translation>У цій &amp;статті</translation>
    </message>
    <message>
        <source>In the whole &amp;project</source>
        <translation>В усьому &amp;проєкті</translation>
    </message>
    <message>
        <source>Suggest at all occurrences</source>
        <translation>Запропонувати в усіх місцях</translation>
    </message>
    <message>
        <source>Wherever “%1” stands again, suggest “%2”, credited to %3.</source>
        <translation>Усюди, де ще стоїть «%1», запропонувати «%2» і приписати мовцеві %3.</translation>
    </message>
    <message>
        <source>Wherever “%1” stands again, suggest “%2”.</source>
        <translation>Усюди, де ще стоїть «%1», запропонувати «%2».</translation>
    </message>
    <message>
        <source>Where the words stand</source>
        <translation>Де стоять ці слова</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>Запропонувати</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Пошук…</translation>
    </message>
    <message>
        <source>No further place. What is labelled so already, or was rejected, does not count.</source>
        <translation>Інших місць немає. Уже позначене так або відхилене не враховується.</translation>
    </message>
    <message numerus="yes">
        <source>%n further place(s) in this article.</source>
        <translation>
            <numerusform>Ще %n місце в цій статті.</numerusform>
            <numerusform>Ще %n місця в цій статті.</numerusform>
            <numerusform>Ще %n місць у цій статті.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further place(s)</source>
        <translation>
            <numerusform>Ще %n місце</numerusform>
            <numerusform>Ще %n місця</numerusform>
            <numerusform>Ще %n місць</numerusform>
        </translation>
    </message>
    <message>
        <source>Suggest %1</source>
        <translation>Запропонувати (%1)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>і ще %n</numerusform>
            <numerusform>і ще %n</numerusform>
            <numerusform>і ще %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n article(s).</source>
        <comment>places</comment>
        <translation>
            <numerusform>%1 у %n статті.</numerusform>
            <numerusform>%1 у %n статтях.</numerusform>
            <numerusform>%1 у %n статтях.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Overlaps</name>
    <message>
        <source>Choose among the highlights at the caret…</source>
        <translation>Вибрати з підсвічувань біля курсора…</translation>
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
        <translation>Лінії між частинами вибраної атрибуції</translation>
    </message>
    <message>
        <source>Invisible characters</source>
        <translation>Невидимі символи</translation>
    </message>
    <message>
        <source>Shows no-break blanks, zero-width and direction-changing characters, tabs, doubled and trailing blanks</source>
        <translation>Показує нерозривні пробіли, символи нульової ширини та зміни напряму, табуляцію, подвійні й кінцеві пробіли</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::PaletteBar</name>
    <message>
        <source>Labels</source>
        <translation>Мітки</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::PartList</name>
    <message>
        <source>Add</source>
        <translation>Додати</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Вилучити…</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Вище</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Нижче</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Printing</name>
    <message>
        <source>Print article</source>
        <translation>Друк статті</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ProjectDesk</name>
    <message>
        <source>Undo</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторити</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Скасувати: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Повторити: %1</translation>
    </message>
    <message>
        <source>Labels and review</source>
        <translation>Мітки та перегляд</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показувати</translation>
    </message>
    <message>
        <source>Which highlights are shown</source>
        <translation>Які підсвічування показано</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>No other suggestion is left in this article</source>
        <translation>У цій статті більше немає пропозицій</translation>
    </message>
    <message>
        <source>%1: %2 %3 move its begin, %4 %5 its end; %6 the next part</source>
        <translation>%1: %2 %3 пересувають початок, %4 %5 — кінець; %6 — наступна частина</translation>
    </message>
    <message>
        <source>No article is open. Choose one in the list of articles (%1), or import some by %2.</source>
        <translation>Жодної статті не відкрито. Виберіть її у списку статей (%1) або імпортуйте нові (%2).</translation>
    </message>
    <message>
        <source>%1: select other words, or move its edges: %2 %3 its begin, %4 %5 its end</source>
        <translation>%1: виділіть інші слова або пересуньте межі: %2 %3 — початок, %4 %5 — кінець</translation>
    </message>
    <message>
        <source>%1: select its words, or %2</source>
        <comment>a part, and a key</comment>
        <translation>%1: виділіть відповідні слова або натисніть %2</translation>
    </message>
    <message>
        <source>%2 takes what is proposed. %1: select other words, %3 drops it, %4 the next part</source>
        <comment>a part, and keys</comment>
        <translation>%2 бере запропоноване. %1: виділіть інші слова, %3 прибирає, %4 — наступна частина</translation>
    </message>
    <message>
        <source>Words selected with the mouse become “%1”, until %2</source>
        <comment>a label, and a key</comment>
        <translation>Виділені мишею слова отримують мітку «%1», доки не натиснуто %2</translation>
    </message>
    <message>
        <source>Done: %1. %2 takes it back.</source>
        <comment>what was done, and a key</comment>
        <translation>Зроблено: %1. %2 скасовує це.</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) accepted; %1 takes it back</source>
        <comment>a key</comment>
        <translation>
            <numerusform>Прийнято %n пропозицію; %1 скасовує це</numerusform>
            <numerusform>Прийнято %n пропозиції; %1 скасовує це</numerusform>
            <numerusform>Прийнято %n пропозицій; %1 скасовує це</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) rejected; %1 takes it back</source>
        <comment>a key</comment>
        <translation>
            <numerusform>Відхилено %n пропозицію; %1 скасовує це</numerusform>
            <numerusform>Відхилено %n пропозиції; %1 скасовує це</numerusform>
            <numerusform>Відхилено %n пропозицій; %1 скасовує це</numerusform>
        </translation>
    </message>
    <message>
        <source>No article is open. What was undone comes back by %1.</source>
        <translation>Жодної статті не відкрито. Скасоване повертає %1.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Provenance</name>
    <message>
        <source>suggested</source>
        <translation>запропоновано</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>прийнято</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>відхилено</translation>
    </message>
    <message>
        <source>built-in rules %1</source>
        <translation>вбудовані правила %1</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>імпортовано</translation>
    </message>
    <message>
        <source>imported, %1</source>
        <translation>імпортовано, %1</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>змінено</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReleaseDialog</name>
    <message>
        <source>Publish dataset</source>
        <translation>Публікація набору даних</translation>
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
        <translation>Тека набору даних</translation>
    </message>
    <message>
        <source>Br&amp;owse…</source>
        <translation>О&amp;гляд…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Вибрати теку</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Тека:</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>&amp;Опублікувати</translation>
    </message>
    <message>
        <source>What goes into each split</source>
        <translation>Що потрапить до кожної вибірки</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Вибірка</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Статті</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Групи</translation>
    </message>
    <message>
        <source>Attributions</source>
        <translation>Атрибуції</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Відрізки</translation>
    </message>
    <message>
        <source>What is to be told of it</source>
        <translation>Зауваження щодо набору</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Поступ</translation>
    </message>
    <message>
        <source>What it will hold</source>
        <translation>Склад набору даних</translation>
    </message>
    <message>
        <source>a new recipe</source>
        <translation>новий рецепт</translation>
    </message>
    <message numerus="yes">
        <source>release %1 of %2, %n article(s)</source>
        <translation>
            <numerusform>випуск %1 від %2, %n стаття</numerusform>
            <numerusform>випуск %1 від %2, %n статті</numerusform>
            <numerusform>випуск %1 від %2, %n статей</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was written. %1</source>
        <translation>Нічого не записано. %1</translation>
    </message>
    <message numerus="yes">
        <source>Release %1 is in %2: %n article(s), with card, label schema and checksums.</source>
        <translation>
            <numerusform>Випуск %1 у теці %2: %n стаття, з карткою, схемою міток і контрольними сумами.</numerusform>
            <numerusform>Випуск %1 у теці %2: %n статті, з карткою, схемою міток і контрольними сумами.</numerusform>
            <numerusform>Випуск %1 у теці %2: %n статей, з карткою, схемою міток і контрольними сумами.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) of the project are left out.</source>
        <translation>
            <numerusform>Опущено %n статтю проєкту.</numerusform>
            <numerusform>Опущено %n статті проєкту.</numerusform>
            <numerusform>Опущено %n статей проєкту.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of articles are one story and stay together.</source>
        <translation>
            <numerusform>%n пара статей має спільний сюжет, їх тримають разом.</numerusform>
            <numerusform>%n пари статей мають спільний сюжет, їх тримають разом.</numerusform>
            <numerusform>%n пар статей мають спільний сюжет, їх тримають разом.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) had to leave the split of earlier releases.</source>
        <translation>
            <numerusform>%n статтю довелося перемістити з вибірки попередніх випусків.</numerusform>
            <numerusform>%n статті довелося перемістити з вибірки попередніх випусків.</numerusform>
            <numerusform>%n статей довелося перемістити з вибірки попередніх випусків.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Скасувати</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрити</translation>
    </message>
    <message>
        <source>The dataset is published.</source>
        <translation>Набір даних опубліковано.</translation>
    </message>
    <message>
        <source>The dataset could not be published.</source>
        <translation>Не вдалося опублікувати набір даних.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReleaseForm</name>
    <message>
        <source>Name of the dataset</source>
        <translation>Назва набору даних</translation>
    </message>
    <message>
        <source>that of the project</source>
        <translation>назва проєкту</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Ліцензія</translation>
    </message>
    <message>
        <source>none given</source>
        <translation>не вказано</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Опис</translation>
    </message>
    <message>
        <source>What these articles are, who labelled them, and what for</source>
        <translation>Що це за статті, хто їх розмітив і навіщо</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Тексти</translation>
    </message>
    <message>
        <source>with the articles’ texts</source>
        <translation>із текстами статей</translation>
    </message>
    <message>
        <source>without texts: offsets and labelled words</source>
        <translation>без текстів: зміщення та позначені слова</translation>
    </message>
    <message>
        <source>without texts and words: offsets alone</source>
        <translation>без текстів і слів: лише зміщення</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Набір даних</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Назва:</translation>
    </message>
    <message>
        <source>&amp;Licence:</source>
        <translation>&amp;Ліцензія:</translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation>Оп&amp;ис:</translation>
    </message>
    <message>
        <source>&amp;Texts:</source>
        <translation>Т&amp;ексти:</translation>
    </message>
    <message>
        <source>&amp;accepted</source>
        <translation>&amp;прийняті</translation>
    </message>
    <message>
        <source>&amp;suggested</source>
        <translation>зап&amp;ропоновані</translation>
    </message>
    <message>
        <source>&amp;rejected</source>
        <translation>ві&amp;дхилені</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Статті</translation>
    </message>
    <message>
        <source>all articles</source>
        <translation>усі статті</translation>
    </message>
    <message>
        <source>those where something is decided</source>
        <translation>ті, де вже щось вирішено</translation>
    </message>
    <message>
        <source>those where nothing is left to decide</source>
        <translation>ті, де вже все вирішено</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>Що включити</translation>
    </message>
    <message>
        <source>Highlights:</source>
        <translation>Підсвічування:</translation>
    </message>
    <message>
        <source>Art&amp;icles:</source>
        <translation>Ст&amp;атті:</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Навчальна</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Валідаційна</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Тестова</translation>
    </message>
    <message>
        <source>Share of: %1</source>
        <translation>Частка: %1</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>versions of one story (by their words)</source>
        <translation>версії одного сюжету (за словами)</translation>
    </message>
    <message>
        <source>articles of one outlet</source>
        <translation>статті одного видання</translation>
    </message>
    <message>
        <source>articles of one day</source>
        <translation>статті одного дня</translation>
    </message>
    <message>
        <source>Articles stay where they were in earlier releases</source>
        <translation>Статті лишаються там, де були в попередніх випусках</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>Вибірки</translation>
    </message>
    <message>
        <source>Shares:</source>
        <translation>Частки:</translation>
    </message>
    <message>
        <source>Never in two splits:</source>
        <translation>Не ділити між вибірками:</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReviewFilterBar</name>
    <message>
        <source>Filter by words, speaker or note</source>
        <translation>Фільтр за словами, мовцем або приміткою</translation>
    </message>
    <message>
        <source>Words, speaker or note</source>
        <translation>Слова, мовець або примітка</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>Що у списку</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Будь-який стан</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Відкриті</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Прийняті</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Відхилені</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Із приміткою</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>Найменша впевненість</translation>
    </message>
    <message>
        <source>Greatest confidence</source>
        <translation>Найбільша впевненість</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Впевненість</translation>
    </message>
    <message>
        <source>to</source>
        <comment>from one confidence to another</comment>
        <translation>до</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Ким створено</translation>
    </message>
    <message>
        <source>Credited to</source>
        <translation>Кому приписано</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показати все</translation>
    </message>
    <message>
        <source>Takes all filters away</source>
        <translation>Знімає всі фільтри</translation>
    </message>
    <message>
        <source>Attributions and free spans</source>
        <translation>Атрибуції та вільні відрізки</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <comment>a label</comment>
        <translation>Лише: %1</translation>
    </message>
    <message>
        <source>Made by anybody</source>
        <translation>Створено будь-ким</translation>
    </message>
    <message>
        <source>Made by people</source>
        <translation>Створено людьми</translation>
    </message>
    <message>
        <source>Found by detectors</source>
        <translation>Знайдено детекторами</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Імпортовано</translation>
    </message>
    <message>
        <source>Anybody’s words</source>
        <translation>Слова будь-кого</translation>
    </message>
    <message>
        <source>Without a speaker</source>
        <translation>Без мовця</translation>
    </message>
    <message>
        <source>Made by %1</source>
        <translation>Створено: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReviewListDock</name>
    <message>
        <source>List of everything</source>
        <translation>Список усього</translation>
    </message>
    <message>
        <source>List of everything, to filter and decide on many</source>
        <translation>Список усього, щоб фільтрувати й вирішувати щодо багатьох</translation>
    </message>
    <message>
        <source>Accept what the list shows…</source>
        <translation>Прийняти показане у списку…</translation>
    </message>
    <message>
        <source>Reject what the list shows…</source>
        <translation>Відхилити показане у списку…</translation>
    </message>
    <message>
        <source>Reopen what the list shows…</source>
        <translation>Відкрити знову показане у списку…</translation>
    </message>
    <message>
        <source>Relabel what the list shows…</source>
        <translation>Змінити мітку показаного у списку…</translation>
    </message>
    <message>
        <source>Delete what the list shows…</source>
        <translation>Видалити показане у списку…</translation>
    </message>
    <message>
        <source>How many are listed</source>
        <translation>Скільки у списку</translation>
    </message>
    <message>
        <source>What is selected, if that is several, else what the list shows. Says first what will change.</source>
        <translation>Вибране, якщо його кілька, інакше показане у списку. Спершу показує, що зміниться.</translation>
    </message>
    <message>
        <source>Enter accepts, Backspace rejects, U reopens, Delete deletes, a label’s key relabels; Escape goes back to the article</source>
        <translation>Enter приймає, Backspace відхиляє, U відкриває знову, Delete видаляє, клавіша мітки змінює мітку; Escape повертає до статті</translation>
    </message>
    <message>
        <source>Nothing fits the filter</source>
        <translation>Нічого не відповідає фільтру</translation>
    </message>
    <message numerus="yes">
        <source>%n listed</source>
        <translation>
            <numerusform>У списку: %n</numerusform>
            <numerusform>У списку: %n</numerusform>
            <numerusform>У списку: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n selected</source>
        <translation>
            <numerusform>%1, вибрано %n</numerusform>
            <numerusform>%1, вибрано %n</numerusform>
            <numerusform>%1, вибрано %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept %1…</source>
        <comment>a number of items</comment>
        <translation>Прийняти (%1)…</translation>
    </message>
    <message>
        <source>Reject %1…</source>
        <comment>a number of items</comment>
        <translation>Відхилити (%1)…</translation>
    </message>
    <message>
        <source>Reopen %1…</source>
        <comment>a number of items</comment>
        <translation>Відкрити знову (%1)…</translation>
    </message>
    <message>
        <source>Delete %1…</source>
        <comment>a number of items</comment>
        <translation>Видалити (%1)…</translation>
    </message>
    <message>
        <source>Relabel %1 as…</source>
        <comment>a number of items</comment>
        <translation>Змінити мітку (%1)…</translation>
    </message>
    <message>
        <source>No article is open. Choose one in the list of articles.</source>
        <translation>Жодної статті не відкрито. Виберіть її у списку статей.</translation>
    </message>
    <message>
        <source>Nothing is labelled yet. Select words and press a label’s key, or let Quoth suggest by %1.</source>
        <translation>Ще нічого не позначено. Виділіть слова й натисніть клавішу мітки або дайте Quoth запропонувати (%1).</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReviewListModel</name>
    <message>
        <source>What</source>
        <translation>Що</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Слова</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Мовець</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Впевненість</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Походження</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примітка</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Reviewing</name>
    <message>
        <source>Next suggestion</source>
        <translation>Наступна пропозиція</translation>
    </message>
    <message>
        <source>Previous suggestion</source>
        <translation>Попередня пропозиція</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Прийняти</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Відхилити</translation>
    </message>
    <message>
        <source>Fix the next part</source>
        <translation>Виправити наступну частину</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Відкрити знову</translation>
    </message>
    <message>
        <source>Accept all that are sure…</source>
        <translation>Прийняти всі певні…</translation>
    </message>
    <message>
        <source>Accept all that is left</source>
        <translation>Прийняти решту</translation>
    </message>
    <message>
        <source>Every suggestion of this article that is still open</source>
        <translation>Усі ще відкриті пропозиції цієї статті</translation>
    </message>
    <message>
        <source>Reject all that is left</source>
        <translation>Відхилити решту</translation>
    </message>
    <message>
        <source>Next attribution or span</source>
        <translation>Наступна атрибуція або відрізок</translation>
    </message>
    <message>
        <source>Previous attribution or span</source>
        <translation>Попередня атрибуція або відрізок</translation>
    </message>
    <message>
        <source>Accept the sure…</source>
        <translation>Прийняти певні…</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaDialog</name>
    <message>
        <source>Labels and roles</source>
        <translation>Мітки та ролі</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Мітки</translation>
    </message>
    <message>
        <source>Frames and roles</source>
        <translation>Фрейми та ролі</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Фрейми</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Що не так</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Застосувати</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>Завантажити…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Зберегти…</translation>
    </message>
    <message>
        <source>All labels can be told apart, on light and on dark, also by colour-blind readers.</source>
        <translation>Усі мітки можна розрізнити на світлому й темному тлі, зокрема й людям із порушенням сприйняття кольорів.</translation>
    </message>
    <message>
        <source>It can be used, but think about this:</source>
        <translation>Можна використовувати, але зверніть увагу:</translation>
    </message>
    <message>
        <source>To be mended before it can be taken over:</source>
        <translation>Слід виправити перед застосуванням:</translation>
    </message>
    <message>
        <source>Remove label</source>
        <translation>Вилучення мітки</translation>
    </message>
    <message>
        <source>A schema has at least one label.</source>
        <translation>Схема має принаймні одну мітку.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project have the label %1. Which label instead?</source>
        <translation>
            <numerusform>%n відрізок у проєкті має мітку %1. Яку мітку дати натомість?</numerusform>
            <numerusform>%n відрізки у проєкті мають мітку %1. Яку мітку дати натомість?</numerusform>
            <numerusform>%n відрізків у проєкті мають мітку %1. Яку мітку дати натомість?</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove frame</source>
        <translation>Вилучення фрейму</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind %1. Remove them first.</source>
        <translation>
            <numerusform>%n фрейм у проєкті має вид %1. Спершу вилучіть його.</numerusform>
            <numerusform>%n фрейми у проєкті мають вид %1. Спершу вилучіть їх.</numerusform>
            <numerusform>%n фреймів у проєкті мають вид %1. Спершу вилучіть їх.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove role</source>
        <translation>Вилучення ролі</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project fill this role. Take them out of it first.</source>
        <translation>
            <numerusform>%n відрізок у проєкті заповнює цю роль. Спершу заберіть його з неї.</numerusform>
            <numerusform>%n відрізки у проєкті заповнюють цю роль. Спершу заберіть їх із неї.</numerusform>
            <numerusform>%n відрізків у проєкті заповнюють цю роль. Спершу заберіть їх із неї.</numerusform>
        </translation>
    </message>
    <message>
        <source>Load labels and roles</source>
        <translation>Завантаження міток і ролей</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind %1, which the file does not have.</source>
        <translation>
            <numerusform>%n фрейм у проєкті має вид %1, якого у файлі немає.</numerusform>
            <numerusform>%n фрейми у проєкті мають вид %1, якого у файлі немає.</numerusform>
            <numerusform>%n фреймів у проєкті мають вид %1, якого у файлі немає.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project have the label %1, which the file does not have. Which label instead?</source>
        <translation>
            <numerusform>%n відрізок у проєкті має мітку %1, якої у файлі немає. Яку мітку дати натомість?</numerusform>
            <numerusform>%n відрізки у проєкті мають мітку %1, якої у файлі немає. Яку мітку дати натомість?</numerusform>
            <numerusform>%n відрізків у проєкті мають мітку %1, якої у файлі немає. Яку мітку дати натомість?</numerusform>
        </translation>
    </message>
    <message>
        <source>Label schemas (*.json)</source>
        <translation>Схеми міток (*.json)</translation>
    </message>
    <message>
        <source>Save labels and roles</source>
        <translation>Збереження міток і ролей</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaEditing</name>
    <message>
        <source>Labels and roles…</source>
        <translation>Мітки та ролі…</translation>
    </message>
    <message>
        <source>Change the labels of this project: names, keys, colours, guidelines, attributes, and which of them fill which roles</source>
        <translation>Змінити мітки цього проєкту: назви, клавіші, кольори, настанови, атрибути й те, які з них заповнюють які ролі</translation>
    </message>
    <message>
        <source>Labels and roles</source>
        <translation>Мітки та ролі</translation>
    </message>
    <message>
        <source>change labels and roles</source>
        <translation>змінити мітки та ролі</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaFrameForm</name>
    <message>
        <source>none</source>
        <translation>немає</translation>
    </message>
    <message>
        <source>Takes: %1</source>
        <translation>Приймає: %1</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>Назва у файлах</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Клавіша</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Настанова</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Ролі</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Обов’язкова</translation>
    </message>
    <message>
        <source>Takes spans labelled</source>
        <translation>Приймає відрізки з міткою</translation>
    </message>
    <message>
        <source>Add role</source>
        <translation>Додати роль</translation>
    </message>
    <message>
        <source>Remove role</source>
        <translation>Вилучити роль</translation>
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
        <translation>Колір на світлому тлі</translation>
    </message>
    <message>
        <source>Colour on dark</source>
        <translation>Колір на темному тлі</translation>
    </message>
    <message>
        <source>Its words name somebody: they may be given a speaker</source>
        <translation>Слова когось називають: їм можна задати мовця</translation>
    </message>
    <message>
        <source>none</source>
        <translation>немає</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Рамка</translation>
    </message>
    <message>
        <source>Dotted line</source>
        <translation>Крапкова лінія</translation>
    </message>
    <message>
        <source>Bars at both ends</source>
        <translation>Риски на кінцях</translation>
    </message>
    <message>
        <source>Thick line</source>
        <translation>Груба лінія</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Хвиля</translation>
    </message>
    <message>
        <source>What it is for, with an example, and what it is not for</source>
        <translation>Для чого це, з прикладом, і для чого ні</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>Назва у файлах</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Клавіша</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Форма</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Настанова</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Мовці</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Атрибути</translation>
    </message>
    <message>
        <source>Values, with commas; none: any text</source>
        <translation>Значення через кому; без них — вільний текст</translation>
    </message>
    <message>
        <source>Add attribute</source>
        <translation>Додати атрибут</translation>
    </message>
    <message>
        <source>Remove attribute</source>
        <translation>Вилучити атрибут</translation>
    </message>
    <message>
        <source>Attribute %1</source>
        <translation>Атрибут %1</translation>
    </message>
    <message>
        <source>The values that spans have stay in the project, unseen</source>
        <translation>Значення, які мають відрізки, лишаються у проєкті, але їх не видно</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Shortcuts</name>
    <message>
        <source>This key cannot be used.</source>
        <translation>Цю клавішу не можна використати.</translation>
    </message>
    <message>
        <source>This key moves the caret in texts.</source>
        <translation>Ця клавіша пересуває курсор у текстах.</translation>
    </message>
    <message>
        <source>Esc always lets go of what is in hand and closes what is open.</source>
        <translation>Esc завжди знімає вибір і закриває те, що відкрито.</translation>
    </message>
    <message>
        <source>This key opens the menus.</source>
        <translation>Ця клавіша відкриває меню.</translation>
    </message>
    <message>
        <source>This key copies, cuts and pastes, here as everywhere.</source>
        <translation>Ця клавіша копіює, вирізає та вставляє, тут, як і всюди.</translation>
    </message>
    <message>
        <source>This key selects all, here as everywhere.</source>
        <translation>Ця клавіша виділяє все, тут, як і всюди.</translation>
    </message>
    <message>
        <source>Alt with a letter opens menus.</source>
        <translation>Alt із літерою відкриває меню.</translation>
    </message>
    <message>
        <source>This key closes the window.</source>
        <translation>Ця клавіша закриває вікно.</translation>
    </message>
    <message>
        <source>This key belongs to a label (“%1”). Give the label another key first.</source>
        <translation>Ця клавіша належить мітці («%1»). Спершу дайте мітці іншу клавішу.</translation>
    </message>
    <message>
        <source>This is no file of keys as Quoth writes them.</source>
        <translation>Це не файл клавіш, який записує Quoth.</translation>
    </message>
    <message>
        <source>%1 cannot have the key %2. %3</source>
        <translation>%1 не може мати клавіші %2. %3</translation>
    </message>
    <message>
        <source>The key %1 is given to %2 and to %3.</source>
        <translation>Клавішу %1 призначено і для %2, і для %3.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ShortcutsDialog</name>
    <message>
        <source>Change keys</source>
        <translation>Зміна клавіш</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Дії та їхні клавіші</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Що робить</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавіші</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>Назва у файлах</translation>
    </message>
    <message>
        <source>Find by words</source>
        <translation>Знайти за словами</translation>
    </message>
    <message>
        <source>Find by key: press it here</source>
        <translation>Знайти за клавішею: натисніть її тут</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показати все</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Змінити…</translation>
    </message>
    <message>
        <source>Add another…</source>
        <translation>Додати ще…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Вилучити</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Скинути</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Скинути все</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>Завантажити…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Зберегти…</translation>
    </message>
    <message>
        <source>It came without a key.</source>
        <translation>Початково клавіші не було.</translation>
    </message>
    <message>
        <source>It came with: %1</source>
        <translation>Початкова клавіша: %1</translation>
    </message>
    <message>
        <source>No action has the key %1.</source>
        <translation>Жодна дія не має клавіші %1.</translation>
    </message>
    <message>
        <source>Choose an action to change its keys. Those you changed stand in bold.</source>
        <translation>Виберіть дію, щоб змінити її клавіші. Змінені вами виділено жирним.</translation>
    </message>
    <message>
        <source>This key belongs to the project’s labels: “Change” opens “Labels and roles”, where it is changed for everyone who works on the project.</source>
        <translation>Ця клавіша належить міткам проєкту: «Змінити» відкриває «Мітки та ролі», де її змінюють для всіх, хто працює з проєктом.</translation>
    </message>
    <message>
        <source>Give all actions the keys they came with?</source>
        <translation>Повернути всім діям початкові клавіші?</translation>
    </message>
    <message>
        <source>Save keys</source>
        <translation>Зберегти клавіші</translation>
    </message>
    <message>
        <source>Keys (*.json)</source>
        <translation>Клавіші (*.json)</translation>
    </message>
    <message>
        <source>Load keys</source>
        <translation>Завантажити клавіші</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakerDialog</name>
    <message>
        <source>New speaker</source>
        <translation>Новий мовець</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Додати</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Other names, one a line</source>
        <translation>Інші імена, по одному в рядку</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Відкрити</translation>
    </message>
    <message>
        <source>Show the item in the browser</source>
        <translation>Показати елемент у браузері</translation>
    </message>
    <message>
        <source>Open the item of Wikidata in the browser</source>
        <translation>Відкрити елемент Вікіданих у браузері</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматично</translation>
    </message>
    <message>
        <source>Take the colour that Quoth gives</source>
        <translation>Взяти колір, який дає Quoth</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Ім’я</translation>
    </message>
    <message>
        <source>&amp;Also called</source>
        <translation>І&amp;нші імена</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Тип</translation>
    </message>
    <message>
        <source>&amp;Wikidata</source>
        <translation>&amp;Вікідані</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Колір</translation>
    </message>
    <message>
        <source>Colour of the speaker</source>
        <translation>Колір мовця</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Вибрати…</translation>
    </message>
    <message>
        <source>Choose a colour; now Quoth gives one</source>
        <translation>Вибрати колір; зараз його дає Quoth</translation>
    </message>
    <message>
        <source>Colour %1; choose another</source>
        <translation>Колір %1; вибрати інший</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakerEdit</name>
    <message>
        <source>Speaker</source>
        <translation>Мовець</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Ще ніхто</translation>
    </message>
    <message>
        <source>To whom the words are credited. Enter takes the name, Escape leaves it as it was.</source>
        <translation>Кому приписано слова. Enter приймає ім’я, Escape залишає попереднє.</translation>
    </message>
    <message>
        <source>Type of speaker</source>
        <translation>Тип мовця</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n згадка</numerusform>
            <numerusform>%n згадки</numerusform>
            <numerusform>%n згадок</numerusform>
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
        <translation>Мовці</translation>
    </message>
    <message>
        <source>Next mention of the speaker</source>
        <translation>Наступна згадка мовця</translation>
    </message>
    <message>
        <source>New speaker…</source>
        <translation>Новий мовець…</translation>
    </message>
    <message>
        <source>Change speaker…</source>
        <translation>Змінити мовця…</translation>
    </message>
    <message>
        <source>Merge speakers…</source>
        <translation>Об’єднати мовців…</translation>
    </message>
    <message>
        <source>Split speaker…</source>
        <translation>Розділити мовця…</translation>
    </message>
    <message>
        <source>Delete speaker</source>
        <translation>Видалити мовця</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Новий…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Змінити…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Об’єднати…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Розділити…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Видалити</translation>
    </message>
    <message>
        <source>Two entries that are one speaker become one, in all articles</source>
        <translation>Два записи про одного мовця стають одним, в усіх статтях</translation>
    </message>
    <message>
        <source>Some of the mentions go to a new speaker, in all articles</source>
        <translation>Частина згадок переходить до нового мовця, в усіх статтях</translation>
    </message>
    <message>
        <source>Only a speaker that nobody mentions can be deleted</source>
        <translation>Видалити можна лише мовця, якого ніде не згадано</translation>
    </message>
    <message>
        <source>Type a name or an alias</source>
        <translation>Введіть ім’я або інше ім’я</translation>
    </message>
    <message>
        <source>Filter the speakers</source>
        <translation>Фільтрувати мовців</translation>
    </message>
    <message>
        <source>%1 is not mentioned in this article</source>
        <translation>%1: у цій статті згадок немає</translation>
    </message>
    <message>
        <source>Merged. Undo parts them again.</source>
        <translation>Об’єднано. Скасування розділяє їх знову.</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>Split. Undo joins them again.</source>
        <translation>Розділено. Скасування об’єднує їх знову.</translation>
    </message>
    <message>
        <source>No speakers yet. Take an attribution in hand and credit it to somebody (%1), or add a speaker here.</source>
        <comment>a key</comment>
        <translation>Мовців ще немає. Виберіть атрибуцію та припишіть її комусь (%1) або додайте мовця тут.</translation>
    </message>
    <message>
        <source>No speaker is called so. %1 adds one of this name.</source>
        <translation>Мовця з таким ім’ям немає. «%1» додає його.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakersModel</name>
    <message>
        <source>Also called %1</source>
        <translation>Інші імена: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n mention(s)</source>
        <translation>
            <numerusform>%1, %2, %n згадка</numerusform>
            <numerusform>%1, %2, %n згадки</numerusform>
            <numerusform>%1, %2, %n згадок</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ім’я</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Згадки</translation>
    </message>
    <message>
        <source>Wikidata</source>
        <translation>Вікідані</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SplitDialog</name>
    <message>
        <source>Split %1</source>
        <translation>Розділення: %1</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Розділити</translation>
    </message>
    <message>
        <source>Which of these mentions are those of another speaker?</source>
        <translation>Які з цих згадок належать іншому мовцеві?</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Згадки</translation>
    </message>
    <message>
        <source>(attributions without a source)</source>
        <translation>(атрибуції без джерела)</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n згадка</numerusform>
            <numerusform>%n згадки</numerusform>
            <numerusform>%n згадок</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Name of the new speaker</source>
        <translation>&amp;Ім’я нового мовця</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Тип</translation>
    </message>
    <message>
        <source>Nobody mentions this speaker, so that there is nothing to split.</source>
        <translation>Цього мовця ніде не згадано, тож розділяти нічого.</translation>
    </message>
    <message>
        <source>Space ticks a row. Undo takes it back in one step.</source>
        <translation>Пробіл ставить галочку в рядку. Усе скасовується одним кроком.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Spreading</name>
    <message>
        <source>Suggest at all occurrences…</source>
        <translation>Запропонувати в усіх місцях…</translation>
    </message>
    <message>
        <source>This name is always this speaker</source>
        <translation>Це ім’я — завжди цей мовець</translation>
    </message>
    <message>
        <source>The same words, elsewhere in the article or the project, are suggested with the same label and speaker</source>
        <translation>Ті самі слова в інших місцях статті або проєкту пропонуються з тією самою міткою та мовцем</translation>
    </message>
    <message>
        <source>Wherever this name is a source, in all articles and from now on, it is credited to the speaker it has here</source>
        <translation>Усюди, де це ім’я є джерелом, в усіх статтях і відтепер, воно приписується мовцеві, якого має тут</translation>
    </message>
    <message>
        <source>Interrupted words cannot be looked for. Take a span of one piece.</source>
        <translation>Перервані слова не можна шукати. Виберіть відрізок з одного фрагмента.</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>“%1” is somebody else at each place</source>
        <translation>«%1» — у кожному місці хтось інший</translation>
    </message>
    <message numerus="yes">
        <source>%1 made in %n article(s)</source>
        <comment>suggestions</comment>
        <translation>
            <numerusform>Зроблено: %1 у %n статті</numerusform>
            <numerusform>Зроблено: %1 у %n статтях</numerusform>
            <numerusform>Зроблено: %1 у %n статтях</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n пропозиція</numerusform>
            <numerusform>%n пропозиції</numerusform>
            <numerusform>%n пропозицій</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is credited here yet. Say who it is first: %1</source>
        <comment>a key</comment>
        <translation>Тут ще нікому не приписано. Спершу вкажіть, хто це: %1</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is always %2 now: %n mention(s) changed</source>
        <translation>
            <numerusform>«%1» тепер завжди %2: змінено %n згадку</numerusform>
            <numerusform>«%1» тепер завжди %2: змінено %n згадки</numerusform>
            <numerusform>«%1» тепер завжди %2: змінено %n згадок</numerusform>
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
        <translation>Позначайте в новинних статтях, хто що сказав. Quoth підсвічує мовців, цитати й твердження; ви приймаєте, відхиляєте або виправляєте кожне з клавіатури.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Недавні проєкти</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Відкрити %1</translation>
    </message>
    <message>
        <source>%1 · opened %2</source>
        <translation>%1 · відкрито %2</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Вилучити зі списку</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::StatusLine</name>
    <message>
        <source>Review progress</source>
        <translation>Поступ перегляду</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Навчання</translation>
    </message>
    <message>
        <source>Selected characters</source>
        <translation>Виділені символи</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Збереження</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Підказка</translation>
    </message>
    <message numerus="yes">
        <source>Learned from %n article(s)</source>
        <translation>
            <numerusform>Вивчено з %n статті</numerusform>
            <numerusform>Вивчено з %n статей</numerusform>
            <numerusform>Вивчено з %n статей</numerusform>
        </translation>
    </message>
    <message>
        <source>No highlights yet</source>
        <translation>Підсвічувань ще немає</translation>
    </message>
    <message>
        <source>Review: %1 of %2</source>
        <translation>Перегляд: %1 з %2</translation>
    </message>
    <message>
        <source>Select words and press a label’s key, or let Quoth suggest: %1</source>
        <translation>Виділіть слова й натисніть клавішу мітки або дайте Quoth запропонувати: %1</translation>
    </message>
    <message>
        <source>Next: %1 · accept: %2 · reject: %3 · fix: %4</source>
        <translation>Далі: %1 · прийняти: %2 · відхилити: %3 · виправити: %4</translation>
    </message>
    <message>
        <source>All reviewed</source>
        <translation>Усе переглянуто</translation>
    </message>
    <message>
        <source>Character %1</source>
        <translation>символ %1</translation>
    </message>
    <message>
        <source>Characters %1–%2</source>
        <translation>символи %1–%2</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>Усі зміни збережено</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Збереження…</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::TextWalk</name>
    <message>
        <source>Select more: word, quotation, clause, sentence, paragraph</source>
        <translation>Виділити більше: слово, цитату, клаузу, речення, абзац</translation>
    </message>
    <message>
        <source>Select less</source>
        <translation>Виділити менше</translation>
    </message>
    <message>
        <source>Next quotation without a label</source>
        <translation>Наступна цитата без мітки</translation>
    </message>
    <message>
        <source>Previous quotation without a label</source>
        <translation>Попередня цитата без мітки</translation>
    </message>
    <message>
        <source>Next claim</source>
        <translation>Наступне твердження</translation>
    </message>
    <message>
        <source>Previous claim</source>
        <translation>Попереднє твердження</translation>
    </message>
    <message>
        <source>Next attribution</source>
        <translation>Наступна атрибуція</translation>
    </message>
    <message>
        <source>Previous attribution</source>
        <translation>Попередня атрибуція</translation>
    </message>
    <message>
        <source>No other quotation without a label</source>
        <translation>Інших цитат без мітки немає</translation>
    </message>
    <message>
        <source>No other claim</source>
        <translation>Інших тверджень немає</translation>
    </message>
    <message>
        <source>No other attribution</source>
        <translation>Інших атрибуцій немає</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Tour</name>
    <message>
        <source>Suggestions</source>
        <translation>Пропозиції</translation>
    </message>
    <message>
        <source>Quoth has read this article. What stands dashed is a suggestion: who speaks, the word that reports, what is said. The cards at the right name the speaker and say how sure it is. Nothing counts until you decide.</source>
        <translation>Quoth уже прочитав цю статтю. Усе, що обведено чи підкреслено штриховою лінією, — пропозиції: хто говорить, яке слово передає мовлення, що сказано. Картки праворуч називають мовця й показують, наскільки Quoth упевнений. Нічого не враховується, доки ви не вирішите.</translation>
    </message>
    <message>
        <source>Take the next suggestion</source>
        <translation>Перейдіть до пропозиції</translation>
    </message>
    <message>
        <source>Press %1. The next suggestion comes to hand: its parts get a ring, and its card opens.</source>
        <translation>Натисніть %1. Буде вибрано наступну пропозицію: її частини отримають обвідку, а її картка розгорнеться.</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>Прийміть її</translation>
    </message>
    <message>
        <source>Read the words and the card. If they are right, press %1. The next suggestion then comes by itself.</source>
        <translation>Прочитайте слова й картку. Якщо все правильно, натисніть %1. Після цього наступна пропозиція вибереться сама.</translation>
    </message>
    <message>
        <source>Reject the next one</source>
        <translation>Відхиліть наступну</translation>
    </message>
    <message>
        <source>Press %1 to reject this one, just to see how. It is kept as a wrong one, so that it does not come back.</source>
        <translation>Натисніть %1, щоб відхилити цю пропозицію, просто для спроби. Її буде збережено як хибну, щоб вона не з’явилася знову.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Скасуйте це</translation>
    </message>
    <message>
        <source>Press %1. Whatever you do can be undone, also tomorrow. Nothing has to be saved: each edit is on the disk at once.</source>
        <translation>Натисніть %1. Усе, що ви робите, можна скасувати, навіть завтра. Зберігати нічого не треба: кожна зміна відразу записується на диск.</translation>
    </message>
    <message>
        <source>Label something yourself</source>
        <translation>Позначте щось самі</translation>
    </message>
    <message>
        <source>Select some words without a highlight, by dragging or with Shift and the arrow keys. Then press %1: they become a quotation. The other labels and their keys stand above the text.</source>
        <translation>Виділіть кілька слів без підсвічування: протягніть мишею або скористайтеся Shift і стрілками. Потім натисніть %1: вони стануть цитатою. Інші мітки та їхні клавіші — над текстом.</translation>
    </message>
    <message>
        <source>Take what is proposed</source>
        <translation>Візьміть запропоноване</translation>
    </message>
    <message>
        <source>Quoth proposes who said it, and with which word: drawn lightly, and no part of the article yet. %1 takes it, %2 drops it.</source>
        <translation>Quoth пропонує, хто це сказав і яким словом це передано: намальовано блідо, і це ще не частина статті. %1 бере запропоноване, %2 прибирає.</translation>
    </message>
    <message>
        <source>What is in hand</source>
        <translation>Вибраний елемент</translation>
    </message>
    <message>
        <source>The inspector shows it in full: the speaker (%1), a note (%2), its state, why it was suggested, its guideline and its history.</source>
        <translation>Інспектор показує його повністю: мовець (%1), примітка (%2), стан, чому його запропоновано, настанова та історія.</translation>
    </message>
    <message>
        <source>On to the next article</source>
        <translation>До наступної статті</translation>
    </message>
    <message>
        <source>Here stand all articles, and how far the review of each is. Press %1 to open the next one.</source>
        <translation>Тут усі статті та стан перегляду кожної з них. Натисніть %1, щоб відкрити наступну.</translation>
    </message>
    <message>
        <source>Your dataset</source>
        <translation>Ваш набір даних</translation>
    </message>
    <message>
        <source>%1 exports what was accepted, in the format that you need. %2 opens the manual, %3 finds all commands, and the menu Help has this tour again. The articles here are for trying things: change what you like.</source>
        <translation>%1 експортує прийняте в потрібному вам форматі. %2 відкриває посібник, %3 знаходить усі команди, а цю екскурсію можна повторити з меню «Довідка». Ці статті — для спроб: змінюйте що завгодно.</translation>
    </message>
</context>
</TS>
