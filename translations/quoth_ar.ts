<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>QShortcut</name>
    <message>
        <source>Space</source>
        <translation>المسافة</translation>
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
        <translation>Left</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Down</translation>
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
        <translation>، </translation>
    </message>
</context>
<context>
    <name>Quoth::Annotation</name>
    <message>
        <source>a byte order mark was dropped</source>
        <translation>أُسقطت علامة ترتيب البايتات</translation>
    </message>
    <message numerus="yes">
        <source>%n line end(s) became LF</source>
        <translation>
            <numerusform>لم تُحوَّل أي نهاية سطر</numerusform>
            <numerusform>حُوِّلت نهاية سطر واحدة إلى LF</numerusform>
            <numerusform>حُوِّلت نهايتا سطر إلى LF</numerusform>
            <numerusform>حُوِّلت %n نهايات أسطر إلى LF</numerusform>
            <numerusform>حُوِّلت %n نهاية سطر إلى LF</numerusform>
            <numerusform>حُوِّلت %n نهاية سطر إلى LF</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invalid character(s) became U+FFFD</source>
        <translation>
            <numerusform>لم يُحوَّل أي محرف</numerusform>
            <numerusform>حُوِّل محرف واحد غير صالح إلى U+FFFD</numerusform>
            <numerusform>حُوِّل محرفان غير صالحين إلى U+FFFD</numerusform>
            <numerusform>حُوِّلت %n محارف غير صالحة إلى U+FFFD</numerusform>
            <numerusform>حُوِّل %n محرفًا غير صالح إلى U+FFFD</numerusform>
            <numerusform>حُوِّل %n محرف غير صالح إلى U+FFFD</numerusform>
        </translation>
    </message>
    <message>
        <source>The schema has no labels.</source>
        <translation>ليس في المخطط أي وسوم.</translation>
    </message>
    <message>
        <source>A &quot;%1&quot; is missing or empty in the schema.</source>
        <translation>«%1» مفقود أو فارغ في المخطط.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is given twice in the schema.</source>
        <translation>ورد «%1» مرتين في المخطط.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a colour; write it as #rrggbb.</source>
        <translation>«%1» ليس لونًا؛ اكتبه على الصورة ‎#rrggbb.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; has more than one character.</source>
        <translation>المفتاح «%1» أكثر من محرف واحد.</translation>
    </message>
    <message>
        <source>The label %1 has an unknown mark &quot;%2&quot;; known are box, dots, bar, line and wave.</source>
        <translation>للوسم %1 علامة غير معروفة «%2»؛ المعروف: box و dots و bar و line و wave.</translation>
    </message>
    <message>
        <source>The role %1 accepts no label.</source>
        <translation>الدور %1 لا يقبل أي وسم.</translation>
    </message>
    <message>
        <source>The role %1 accepts an unknown label &quot;%2&quot;.</source>
        <translation>الدور %1 يقبل وسمًا غير معروف «%2».</translation>
    </message>
    <message>
        <source>The frame %1 has no roles.</source>
        <translation>الإطار %1 بلا أدوار.</translation>
    </message>
    <message>
        <source>This is no schema: %1 at byte %2.</source>
        <translation>هذا ليس مخططًا: %1 عند البايت %2.</translation>
    </message>
    <message>
        <source>full colour vision</source>
        <translation>رؤية ألوان كاملة</translation>
    </message>
    <message>
        <source>protanopia</source>
        <translation>عمى الأحمر</translation>
    </message>
    <message>
        <source>deuteranopia</source>
        <translation>عمى الأخضر</translation>
    </message>
    <message>
        <source>tritanopia</source>
        <translation>عمى الأزرق</translation>
    </message>
    <message>
        <source>no colour vision</source>
        <translation>انعدام رؤية الألوان</translation>
    </message>
    <message>
        <source>The schema needs a name.</source>
        <translation>يحتاج المخطط إلى اسم.</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>ثمة اسم ناقص.</translation>
    </message>
    <message>
        <source>The name “%1” has blanks at its ends or signs that cannot be seen.</source>
        <translation>في طرفي الاسم «%1» فراغات أو فيه محارف لا تُرى.</translation>
    </message>
    <message>
        <source>The name “%1” is given twice.</source>
        <translation>ورد الاسم «%1» مرتين.</translation>
    </message>
    <message>
        <source>The key “%1” is not one sign that can be typed.</source>
        <translation>المفتاح «%1» ليس محرفًا واحدًا يمكن كتابته.</translation>
    </message>
    <message>
        <source>The key %1 is that of %2 already.</source>
        <translation>المفتاح %1 مخصص من قبل لـ%2.</translation>
    </message>
    <message>
        <source>The key %1 belongs to the program: %2.</source>
        <translation>المفتاح %1 محجوز للبرنامج: %2.</translation>
    </message>
    <message>
        <source>A title is missing: it is what people read.</source>
        <translation>ثمة عنوان ناقص، وهو ما يقرؤه الناس.</translation>
    </message>
    <message>
        <source>Two labels are shown as “%1”.</source>
        <translation>وسمان يظهران باسم «%1».</translation>
    </message>
    <message>
        <source>%1 has no guideline: say what it is for, with an example.</source>
        <translation>%1 بلا إرشادات: اذكر الغرض منه مع مثال.</translation>
    </message>
    <message>
        <source>A value is empty.</source>
        <translation>ثمة قيمة فارغة.</translation>
    </message>
    <message>
        <source>The value “%1” is given twice.</source>
        <translation>وردت القيمة «%1» مرتين.</translation>
    </message>
    <message>
        <source>%1 has no roles.</source>
        <translation>%1 بلا أدوار.</translation>
    </message>
    <message>
        <source>The role %1 takes no label.</source>
        <translation>الدور %1 لا يقبل أي وسم.</translation>
    </message>
    <message>
        <source>The role %1 takes “%2”, which is no label but a relation. Roles take spans with labels only, so that no relation can contain itself.</source>
        <translation>الدور %1 يقبل «%2»، وهو ليس وسمًا بل علاقة. لا تقبل الأدوار إلا المقاطع الموسومة، حتى لا تحتوي علاقة نفسها.</translation>
    </message>
    <message>
        <source>The role %1 takes an unknown label “%2”.</source>
        <translation>الدور %1 يقبل وسمًا غير معروف «%2».</translation>
    </message>
    <message>
        <source>The role %1 takes “%2” twice.</source>
        <translation>الدور %1 يقبل «%2» مرتين.</translation>
    </message>
    <message>
        <source>“%1” is not a colour; write it as #rrggbb.</source>
        <translation>«%1» ليس لونًا؛ اكتبه على الصورة ‎#rrggbb.</translation>
    </message>
    <message>
        <source>%1 is hard to see on dark: its contrast is %2 to 1, 3 is the least.</source>
        <translation>تصعب رؤية %1 على خلفية داكنة: تباينه %2 إلى 1، والحد الأدنى 3.</translation>
    </message>
    <message>
        <source>%1 is hard to see on light: its contrast is %2 to 1, 3 is the least.</source>
        <translation>تصعب رؤية %1 على خلفية فاتحة: تباينه %2 إلى 1، والحد الأدنى 3.</translation>
    </message>
    <message>
        <source>on dark</source>
        <translation>على خلفية داكنة</translation>
    </message>
    <message>
        <source>on light</source>
        <translation>على خلفية فاتحة</translation>
    </message>
    <message>
        <source>%1 and %2 have the same mark, and %3 the colours look alike to readers with %4 (difference %5, 10 is the least). Give one another mark or colour.</source>
        <translation>علامة %1 وعلامة %2 واحدة، ولوناهما %3 متشابهان لدى القراء ذوي: %4 (الفرق %5، والحد الأدنى 10). غيّر علامة أحدهما أو لونه.</translation>
    </message>
    <message>
        <source>%1 and %2 look alike %3 to readers with %4 (difference %5, 10 is the least): only their marks tell them apart.</source>
        <translation>يتشابه %1 و%2 %3 لدى القراء ذوي: %4 (الفرق %5، والحد الأدنى 10): لا تفرّق بينهما إلا العلامة.</translation>
    </message>
</context>
<context>
    <name>Quoth::CommandLine</name>
    <message>
        <source>Show this help.</source>
        <translation>إظهار هذه المساعدة.</translation>
    </message>
    <message>
        <source>Answer as JSON.</source>
        <translation>الإجابة بصيغة JSON.</translation>
    </message>
    <message>
        <source>Who works, for the project&apos;s log. The name of the user if not given.</source>
        <translation>من يعمل، من أجل سجل المشروع. الافتراضي: اسم المستخدم.</translation>
    </message>
    <message>
        <source>An article&apos;s id or number; may be given several times. All if not given.</source>
        <translation>معرّف مقال أو رقمه؛ يمكن تكراره. الافتراضي: كل المقالات.</translation>
    </message>
    <message>
        <source>Which annotations to take: a list of suggested, accepted and rejected. %1 if not given.</source>
        <translation>أي التوسيمات تؤخذ: قائمة من suggested و accepted و rejected. الافتراضي: %1.</translation>
    </message>
    <message>
        <source>Usage: quoth %1 [options] %2</source>
        <translation>الاستعمال: quoth %1 [options] %2</translation>
    </message>
    <message>
        <source>Something is missing. Usage: quoth %1 [options] %2</source>
        <translation>ثمة شيء ناقص. الاستعمال: quoth %1 [options] %2</translation>
    </message>
    <message>
        <source>What is &quot;%1&quot; for?</source>
        <translation>ما الغرض من «%1»؟</translation>
    </message>
    <message>
        <source>Try &quot;quoth %1 --help&quot;.</source>
        <translation>جرّب «quoth %1 --help».</translation>
    </message>
    <message>
        <source>The project has no article &quot;%1&quot;. &quot;quoth list&quot; shows the articles it has.</source>
        <translation>ليس في المشروع مقال «%1». يعرض «quoth list» ما فيه من مقالات.</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>فحص</translation>
    </message>
    <message>
        <source>%1: no problems found</source>
        <translation>%1: لم يُعثر على مشكلات</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found</source>
        <translation>
            <numerusform>لم يُعثر على مشكلات</numerusform>
            <numerusform>عُثر على مشكلة واحدة</numerusform>
            <numerusform>عُثر على مشكلتين</numerusform>
            <numerusform>عُثر على %n مشكلات</numerusform>
            <numerusform>عُثر على %n مشكلة</numerusform>
            <numerusform>عُثر على %n مشكلة</numerusform>
        </translation>
    </message>
    <message>
        <source>create an empty project</source>
        <translation>إنشاء مشروع فارغ</translation>
    </message>
    <message>
        <source>take articles and annotations from files into a project</source>
        <translation>إدخال مقالات وتوسيمات من ملفات في مشروع</translation>
    </message>
    <message>
        <source>let detectors suggest annotations</source>
        <translation>طلب اقتراح التوسيمات من الكواشف</translation>
    </message>
    <message>
        <source>train a model of labelled articles for suggesting</source>
        <translation>تدريب نموذج على مقالات موسومة لاستعماله في الاقتراح</translation>
    </message>
    <message>
        <source>list, add, test, move or remove detectors: programs and servers of yours</source>
        <translation>سرد الكواشف أو إضافتها أو اختبارها أو نقلها أو إزالتها: برامج وخوادم لك</translation>
    </message>
    <message>
        <source>learn from what was decided; show, reset or export what was learned</source>
        <translation>التعلّم مما تقرر؛ عرض ما جرى تعلّمه أو تصفيره أو تصديره</translation>
    </message>
    <message>
        <source>accept, reject, delete, reopen or relabel many annotations at once</source>
        <translation>قبول توسيمات كثيرة دفعة واحدة أو رفضها أو حذفها أو إعادة فتحها أو تغيير وسمها</translation>
    </message>
    <message>
        <source>write a labelled dataset</source>
        <translation>كتابة مجموعة بيانات موسومة</translation>
    </message>
    <message>
        <source>publish a dataset: splits without leaks, a card, checksums; list, repeat, compare releases</source>
        <translation>نشر مجموعة بيانات: أقسام بلا تسرب وبطاقة ومجاميع تحقق؛ سرد الإصدارات أو تكرارها أو مقارنتها</translation>
    </message>
    <message>
        <source>measure predictions against gold: spans, attributions, confidence, speakers, claims</source>
        <translation>قياس التنبؤات إزاء المرجع: المقاطع والإسنادات والثقة والمتحدثون والادعاءات</translation>
    </message>
    <message>
        <source>show the articles of a project and how far their review is</source>
        <translation>عرض مقالات مشروع ومدى تقدم مراجعتها</translation>
    </message>
    <message>
        <source>show the speakers of a project; merge, rename, set types</source>
        <translation>عرض متحدثي مشروع؛ الدمج وتغيير الاسم وتعيين النوع</translation>
    </message>
    <message>
        <source>show who did what, and when</source>
        <translation>عرض من فعل ماذا ومتى</translation>
    </message>
    <message>
        <source>draw an article with its annotations</source>
        <translation>رسم مقال مع توسيماته</translation>
    </message>
    <message>
        <source>look for damage in a project; changes nothing</source>
        <translation>البحث عن تلف في مشروع؛ لا يغيّر شيئًا</translation>
    </message>
    <message>
        <source>check or show a label schema: names, keys, colours for all readers</source>
        <translation>فحص مخطط وسوم أو عرضه: الأسماء والمفاتيح وألوان تناسب كل القراء</translation>
    </message>
    <message>
        <source>show the file formats that can be read and written</source>
        <translation>عرض صيغ الملفات التي يمكن قراءتها وكتابتها</translation>
    </message>
    <message>
        <source>create a project of three articles to try things on</source>
        <translation>إنشاء مشروع من ثلاثة مقالات للتجربة</translation>
    </message>
    <message>
        <source>Quoth %1: label who said what in news articles</source>
        <translation>Quoth %1: توسيم من قال ماذا في المقالات الإخبارية</translation>
    </message>
    <message>
        <source>  quoth [PROJECT | FILE...]  open the window</source>
        <translation>  quoth [PROJECT | FILE...]  فتح النافذة</translation>
    </message>
    <message>
        <source>  quoth COMMAND --help       say how to use a command</source>
        <translation>  quoth COMMAND --help       شرح طريقة استعمال أمر</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>الأوامر:</translation>
    </message>
    <message>
        <source>PROJECT is a .quoth file. Exit status: 0 done, 1 could not do it, 2 wrong usage.</source>
        <translation>PROJECT ملف امتداده quoth. حالة الخروج: 0 تم، 1 تعذّر، 2 استعمال خاطئ.</translation>
    </message>
    <message>
        <source>There is no such command and no such file. Try &quot;quoth --help&quot;.</source>
        <translation>لا يوجد أمر ولا ملف بهذا الاسم. جرّب «quoth --help».</translation>
    </message>
    <message>
        <source>warning: </source>
        <translation>تحذير: </translation>
    </message>
    <message>
        <source>name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>مفعّل</translation>
    </message>
    <message>
        <source>where</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>مدمج</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of detector: program, http, label-studio or inception.</source>
        <translation>«%1» ليس نوعًا من الكواشف: program أو http أو label-studio أو inception.</translation>
    </message>
    <message>
        <source>--timeout wants a number of seconds, not &quot;%1&quot;.</source>
        <translation>الخيار --timeout يأخذ عدد ثوانٍ، لا «%1».</translation>
    </message>
    <message>
        <source>--label wants THEIRS=OURS, not &quot;%1&quot;.</source>
        <translation>الخيار --label يأخذ THEIRS=OURS، لا «%1».</translation>
    </message>
    <message>
        <source>The texts of articles will be sent to %1 whenever this detector is used.</source>
        <translation>ستُرسَل نصوص المقالات إلى %1 كلما استُعمل هذا الكاشف.</translation>
    </message>
    <message>
        <source>%1: added; try it with: quoth detectors test %1</source>
        <translation>%1: أُضيف؛ جرّبه بالأمر: quoth detectors test %1</translation>
    </message>
    <message>
        <source>This detector is built in; only those from outside are tested.</source>
        <translation>هذا الكاشف مدمج؛ لا تُختبر إلا الكواشف الخارجية.</translation>
    </message>
    <message>
        <source>%1: answered in %2 ms; found in a sample of ours: %3, %4</source>
        <translation>%1: أجاب خلال %2 م.ث؛ وُجد في نص تجريبي من عندنا: %3، %4</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>لا مقاطع</numerusform>
            <numerusform>مقطع واحد</numerusform>
            <numerusform>مقطعان</numerusform>
            <numerusform>%n مقاطع</numerusform>
            <numerusform>%n مقطعًا</numerusform>
            <numerusform>%n مقطع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>لا إسنادات</numerusform>
            <numerusform>إسناد واحد</numerusform>
            <numerusform>إسنادان</numerusform>
            <numerusform>%n إسنادات</numerusform>
            <numerusform>%n إسنادًا</numerusform>
            <numerusform>%n إسناد</numerusform>
        </translation>
    </message>
    <message>
        <source>Of a new one: program, http, label-studio or inception.</source>
        <translation>لكاشف جديد: program أو http أو label-studio أو inception.</translation>
    </message>
    <message>
        <source>Of a new one: the program to start.</source>
        <translation>لكاشف جديد: البرنامج الذي يُشغَّل.</translation>
    </message>
    <message>
        <source>Of a new one: an argument for the program; may be given several times.</source>
        <translation>لكاشف جديد: وسيط للبرنامج؛ يمكن تكراره.</translation>
    </message>
    <message>
        <source>Of a new one: the address of the server.</source>
        <translation>لكاشف جديد: عنوان الخادم.</translation>
    </message>
    <message>
        <source>Of a new one: seconds for an article; 60 if not given.</source>
        <translation>لكاشف جديد: عدد الثواني لكل مقال؛ الافتراضي 60.</translation>
    </message>
    <message>
        <source>Of a new one: which of our labels is meant by one of theirs; may be given several times.</source>
        <translation>لكاشف جديد: أي وسومنا يقابل وسمًا من وسومه؛ يمكن تكراره.</translation>
    </message>
    <message>
        <source>Of a new INCEpTION recommender: the layer; named entities if not given.</source>
        <translation>لمُوصٍ جديد من INCEpTION: الطبقة؛ الافتراضي: الكيانات المسماة.</translation>
    </message>
    <message>
        <source>Of a new INCEpTION recommender: the feature with the label; &quot;value&quot; if not given.</source>
        <translation>لمُوصٍ جديد من INCEpTION: الخاصية التي فيها الوسم؛ الافتراضي «value».</translation>
    </message>
    <message>
        <source>For test: the label schema, a name or a file.</source>
        <translation>للأمر test: مخطط الوسوم، اسمه أو ملفه.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of: %2; or a name is missing or too many.</source>
        <translation>«%1» ليس واحدًا من: %2؛ أو ثمة اسم ناقص أو زائد.</translation>
    </message>
    <message>
        <source>There is no detector of that name; &quot;quoth detectors list&quot; shows those there are.</source>
        <translation>لا يوجد كاشف بهذا الاسم؛ يعرض «quoth detectors list» الكواشف الموجودة.</translation>
    </message>
    <message>
        <source>This detector is built in; it can be disabled but not removed.</source>
        <translation>هذا الكاشف مدمج؛ يمكن تعطيله لا إزالته.</translation>
    </message>
    <message>
        <source>PLACE is a number from 1 to %1.</source>
        <translation>PLACE رقم من 1 إلى %1.</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>قياس</translation>
    </message>
    <message>
        <source>There is nothing to draw: the picture needs attributions with a confidence, measured against documents.</source>
        <translation>لا شيء يُرسم: تحتاج الصورة إلى إسنادات لها درجة ثقة، مقيسة إزاء مستندات.</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 إزاء %2</translation>
    </message>
    <message>
        <source>What is right: JSON Lines with attributions, CofeNet&apos;s instances, labelled sentences, or a project.</source>
        <translation>ما هو صحيح: JSON Lines فيها إسنادات، أو عينات CofeNet، أو جمل موسومة، أو مشروع.</translation>
    </message>
    <message>
        <source>What is measured: JSON Lines with attributions, or a project.</source>
        <translation>ما يُقاس: JSON Lines فيها إسنادات، أو مشروع.</translation>
    </message>
    <message>
        <source>Instead of these: how far the annotators of the versions of articles in a file agree.</source>
        <translation>بدلًا من هذين: مدى اتفاق موسّمي نسخ المقالات في ملف.</translation>
    </message>
    <message>
        <source>Which predictions: a list of suggested, accepted and rejected. Of a project suggested,accepted and of a file all if not given.</source>
        <translation>أي التنبؤات: قائمة من suggested و accepted و rejected. الافتراضي للمشروع suggested,accepted وللملف كل التنبؤات.</translation>
    </message>
    <message>
        <source>Which gold attributions. Of a project accepted and of a file all if not given.</source>
        <translation>أي الإسنادات المرجعية. الافتراضي للمشروع accepted وللملف كلها.</translation>
    </message>
    <message>
        <source>Also recall by the gold attributions&apos; kind.</source>
        <translation>الاستدعاء أيضًا بحسب نوع الإسنادات المرجعية.</translation>
    </message>
    <message>
        <source>Keep only the outermost predicted attributions, for gold that holds no others.</source>
        <translation>الإبقاء على الإسنادات الخارجية المتنبأ بها دون المتداخلة فيها، لمرجع لا يضم غيرها.</translation>
    </message>
    <message>
        <source>Also draw the reliability diagram and the curve of precision and recall; the suffix says what: %1.</source>
        <translation>رسم مخطط الموثوقية ومنحنى الدقة والاستدعاء أيضًا؛ الامتداد يحدد الصيغة: %1.</translation>
    </message>
    <message>
        <source>--gold and --predicted are needed, or --agreement alone.</source>
        <translation>يلزم الخياران --gold و --predicted، أو --agreement وحده.</translation>
    </message>
    <message>
        <source>--picture draws confidences, which annotators do not give; it does not go with --agreement.</source>
        <translation>يرسم --picture درجات الثقة، والموسّمون لا يعطونها؛ فلا يجتمع مع --agreement.</translation>
    </message>
    <message>
        <source>The suffix of the picture must be one of %1.</source>
        <translation>يجب أن يكون امتداد الصورة واحدًا من %1.</translation>
    </message>
    <message>
        <source>--%1 takes a list of suggested, accepted and rejected.</source>
        <translation>الخيار --%1 يأخذ قائمة من suggested و accepted و rejected.</translation>
    </message>
    <message>
        <source>The format to write; see &quot;quoth formats&quot;.</source>
        <translation>صيغة الكتابة؛ انظر «quoth formats».</translation>
    </message>
    <message>
        <source>The file, or the folder for some formats; - is the standard output.</source>
        <translation>الملف، أو المجلد لبعض الصيغ؛ و - هو الخرج القياسي.</translation>
    </message>
    <message>
        <source>Only tell what the format cannot carry; write nothing.</source>
        <translation>الإخبار فقط بما لا تتسع له الصيغة، دون كتابة شيء.</translation>
    </message>
    <message>
        <source>--format and --output are needed.</source>
        <translation>يلزم الخياران --format و --output.</translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot; to write; see &quot;quoth formats&quot;.</source>
        <translation>لا توجد صيغة «%1» للكتابة؛ انظر «quoth formats».</translation>
    </message>
    <message>
        <source>The standard output cannot take both the export and --json.</source>
        <translation>لا يتسع الخرج القياسي للتصدير و --json معًا.</translation>
    </message>
    <message>
        <source>--state takes a list of suggested, accepted and rejected.</source>
        <translation>الخيار --state يأخذ قائمة من suggested و accepted و rejected.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>تصدير</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) can be written without loss.</source>
        <translation>
            <numerusform>لا مقالات لكتابتها.</numerusform>
            <numerusform>يمكن كتابة مقال واحد بلا فقد.</numerusform>
            <numerusform>يمكن كتابة مقالين بلا فقد.</numerusform>
            <numerusform>يمكن كتابة %n مقالات بلا فقد.</numerusform>
            <numerusform>يمكن كتابة %n مقالًا بلا فقد.</numerusform>
            <numerusform>يمكن كتابة %n مقال بلا فقد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) can be written with what is told above; nothing was written.</source>
        <translation>
            <numerusform>لا مقالات لكتابتها؛ لم يُكتب شيء.</numerusform>
            <numerusform>يمكن كتابة مقال واحد مع ما ذُكر أعلاه؛ لم يُكتب شيء.</numerusform>
            <numerusform>يمكن كتابة مقالين مع ما ذُكر أعلاه؛ لم يُكتب شيء.</numerusform>
            <numerusform>يمكن كتابة %n مقالات مع ما ذُكر أعلاه؛ لم يُكتب شيء.</numerusform>
            <numerusform>يمكن كتابة %n مقالًا مع ما ذُكر أعلاه؛ لم يُكتب شيء.</numerusform>
            <numerusform>يمكن كتابة %n مقال مع ما ذُكر أعلاه؛ لم يُكتب شيء.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) written to %1</source>
        <translation>
            <numerusform>لم يُكتب أي مقال إلى %1</numerusform>
            <numerusform>كُتب مقال واحد إلى %1</numerusform>
            <numerusform>كُتب مقالان إلى %1</numerusform>
            <numerusform>كُتبت %n مقالات إلى %1</numerusform>
            <numerusform>كُتب %n مقالًا إلى %1</numerusform>
            <numerusform>كُتب %n مقال إلى %1</numerusform>
        </translation>
    </message>
    <message>
        <source>What each format carries, as a table in Markdown.</source>
        <translation>ما تتسع له كل صيغة، في جدول Markdown.</translation>
    </message>
    <message>
        <source>import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>files</source>
        <translation>الملفات</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>ما هي</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>مجلد</translation>
    </message>
    <message>
        <source>Not here: %1 (%2). %3</source>
        <translation>غير متاحة هنا: %1 (%2). %3</translation>
    </message>
    <message>
        <source>The files&apos; format; recognised if not given. See &quot;quoth formats&quot;.</source>
        <translation>صيغة الملفات؛ تُستنتج إن لم تُذكر. انظر «quoth formats».</translation>
    </message>
    <message>
        <source>The files&apos; encoding; detected if not given.</source>
        <translation>ترميز الملفات؛ يُكتشف إن لم يُذكر.</translation>
    </message>
    <message>
        <source>suggested or accepted: the state of annotations whose file gives none. accepted if not given.</source>
        <translation>suggested أو accepted: حالة التوسيمات التي لا يذكر ملفها حالة. الافتراضي accepted.</translation>
    </message>
    <message>
        <source>Of tables of articles: which column is what, as in text=body,title=headline. Guessed by the names if not given.</source>
        <translation>لجداول المقالات: وظيفة كل عمود، مثل text=body,title=headline. تُخمَّن من الأسماء إن لم تُذكر.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) added</source>
        <translation>
            <numerusform>لم يُضف أي مقال</numerusform>
            <numerusform>أُضيف مقال واحد</numerusform>
            <numerusform>أُضيف مقالان</numerusform>
            <numerusform>أُضيفت %n مقالات</numerusform>
            <numerusform>أُضيف %n مقالًا</numerusform>
            <numerusform>أُضيف %n مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with new annotations</source>
        <translation>
            <numerusform>بلا توسيمات جديدة</numerusform>
            <numerusform>واحد بتوسيمات جديدة</numerusform>
            <numerusform>اثنان بتوسيمات جديدة</numerusform>
            <numerusform>%n بتوسيمات جديدة</numerusform>
            <numerusform>%n بتوسيمات جديدة</numerusform>
            <numerusform>%n بتوسيمات جديدة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>لا شيء موجود من قبل</numerusform>
            <numerusform>واحد موجود من قبل</numerusform>
            <numerusform>اثنان موجودان من قبل</numerusform>
            <numerusform>%n موجودة من قبل</numerusform>
            <numerusform>%n موجودة من قبل</numerusform>
            <numerusform>%n موجودة من قبل</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot; to read; see &quot;quoth formats&quot;.</source>
        <translation>لا توجد صيغة «%1» للقراءة؛ انظر «quoth formats».</translation>
    </message>
    <message>
        <source>--as takes suggested or accepted.</source>
        <translation>الخيار --as يأخذ suggested أو accepted.</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>جلب %1</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>استيراد %1</translation>
    </message>
    <message>
        <source>The model cannot be written: %1</source>
        <translation>تتعذر كتابة النموذج: %1</translation>
    </message>
    <message>
        <source>What was learned is forgotten; what was decided so far is not learned from again.</source>
        <translation>نُسي ما جرى تعلّمه؛ ولن يجري التعلّم مجددًا مما تقرر حتى الآن.</translation>
    </message>
    <message>
        <source>Back to what version %1 had learned.</source>
        <translation>عودة إلى ما تعلّمته النسخة %1.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>تعلّم</translation>
    </message>
    <message>
        <source>There is nothing new to learn.</source>
        <translation>لا جديد للتعلّم منه.</translation>
    </message>
    <message>
        <source>%1: the model with what was learned, %2 kB.</source>
        <translation>%1: النموذج مع ما جرى تعلّمه، %2 ك.ب.</translation>
    </message>
    <message>
        <source>Nothing was learned in this project yet.</source>
        <translation>لم يجرِ أي تعلّم في هذا المشروع بعد.</translation>
    </message>
    <message>
        <source>version %1 of %2, on the model %3</source>
        <translation>النسخة %1 بتاريخ %2، على النموذج %3</translation>
    </message>
    <message numerus="yes">
        <source>learned from %n article(s)</source>
        <translation>
            <numerusform>تعلّم بلا مقالات</numerusform>
            <numerusform>تعلّم من مقال واحد</numerusform>
            <numerusform>تعلّم من مقالين</numerusform>
            <numerusform>تعلّم من %n مقالات</numerusform>
            <numerusform>تعلّم من %n مقالًا</numerusform>
            <numerusform>تعلّم من %n مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>لا قرارات</numerusform>
            <numerusform>قرار واحد</numerusform>
            <numerusform>قراران</numerusform>
            <numerusform>%n قرارات</numerusform>
            <numerusform>%n قرارًا</numerusform>
            <numerusform>%n قرار</numerusform>
        </translation>
    </message>
    <message>
        <source>version</source>
        <translation>النسخة</translation>
    </message>
    <message>
        <source>made</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>base</source>
        <translation>الأساس</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>القرارات</translation>
    </message>
    <message>
        <source>strength</source>
        <translation>القوة</translation>
    </message>
    <message>
        <source>Learn from all that was decided in the project, and keep that as a new version.</source>
        <translation>التعلّم من كل ما تقرر في المشروع، وحفظ ذلك نسخةً جديدة.</translation>
    </message>
    <message>
        <source>Show the versions that are kept, the last first.</source>
        <translation>عرض النسخ المحفوظة، الأحدث أولًا.</translation>
    </message>
    <message>
        <source>Show what was learned, the strongest first.</source>
        <translation>عرض ما جرى تعلّمه، الأقوى أولًا.</translation>
    </message>
    <message>
        <source>Forget what was learned; what was decided so far is not learned from again.</source>
        <translation>نسيان ما جرى تعلّمه؛ ولن يجري التعلّم مجددًا مما تقرر حتى الآن.</translation>
    </message>
    <message>
        <source>Go back to what a version had learned; articles learned from since are passed over.</source>
        <translation>العودة إلى ما تعلّمته نسخة سابقة؛ وتُتخطى المقالات التي جرى التعلّم منها بعدها.</translation>
    </message>
    <message>
        <source>Write a model file that has learned it, for &quot;quoth suggest --model&quot;.</source>
        <translation>كتابة ملف نموذج تعلّم ذلك، للأمر «quoth suggest --model».</translation>
    </message>
    <message>
        <source>The model to learn on, made by &quot;quoth train&quot;, instead of the one that comes with the program.</source>
        <translation>النموذج الذي يُبنى عليه التعلّم، من صنع «quoth train»، بدلًا من المرفق بالبرنامج.</translation>
    </message>
    <message>
        <source>Only one of --learn, --reset and --revert can be done at a time.</source>
        <translation>لا يمكن الجمع بين --learn و --reset و --revert.</translation>
    </message>
    <message>
        <source>Only one of --list and --findings can be shown at a time.</source>
        <translation>لا يمكن عرض --list و --findings معًا.</translation>
    </message>
    <message>
        <source>--revert takes the number of a version; --list shows them.</source>
        <translation>الخيار --revert يأخذ رقم نسخة؛ يعرض --list الأرقام.</translation>
    </message>
    <message>
        <source>The order of the articles: &quot;added&quot;, or &quot;uncertainty&quot;: those first whose suggestions are least sure.</source>
        <translation>ترتيب المقالات: «added»، أو «uncertainty»: الأقل ثقةً في اقتراحاته أولًا.</translation>
    </message>
    <message>
        <source>There is no order &quot;%1&quot;; there are: added, uncertainty.</source>
        <translation>لا يوجد ترتيب «%1»؛ المتاح: added و uncertainty.</translation>
    </message>
    <message>
        <source>no.</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>id</source>
        <translation>المعرّف</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>المحارف</translation>
    </message>
    <message>
        <source>attributions</source>
        <translation>الإسنادات</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>للمراجعة</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>رُوجع</translation>
    </message>
    <message>
        <source>uncertainty</source>
        <translation>عدم اليقين</translation>
    </message>
    <message>
        <source>title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>undid</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>redid</source>
        <translation>أعاد</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>استورد</translation>
    </message>
    <message>
        <source>did</source>
        <translation>فعل</translation>
    </message>
    <message>
        <source>Only what was done to the article with this id or number.</source>
        <translation>ما جرى للمقال ذي هذا المعرّف أو الرقم فقط.</translation>
    </message>
    <message>
        <source>Only so many entries. All if not given.</source>
        <translation>هذا العدد من المدخلات فقط. الافتراضي: كلها.</translation>
    </message>
    <message>
        <source>--most takes a number from 1.</source>
        <translation>الخيار --most يأخذ عددًا من 1 فأكثر.</translation>
    </message>
    <message>
        <source>--article may be given once here.</source>
        <translation>لا يُذكر --article هنا إلا مرة واحدة.</translation>
    </message>
    <message>
        <source>when</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>who</source>
        <translation>من</translation>
    </message>
    <message>
        <source>what</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>A schema file, or the name of one that comes with the program: %1.</source>
        <translation>ملف مخطط، أو اسم مخطط مرفق بالبرنامج: %1.</translation>
    </message>
    <message>
        <source>Created %1 with the schema &quot;%2&quot;. &quot;quoth import&quot; takes articles into it.</source>
        <translation>أُنشئ %1 بالمخطط «%2». لإدخال المقالات فيه: «quoth import».</translation>
    </message>
    <message>
        <source>by</source>
        <translation>أنشأه</translation>
    </message>
    <message>
        <source>manifest</source>
        <translation>بيان الملفات</translation>
    </message>
    <message>
        <source>added</source>
        <translation>أُضيف</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>أُزيل</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>تغيّر</translation>
    </message>
    <message>
        <source>moved  %1  from %2 to %3</source>
        <translation>نُقل  %1  من %2 إلى %3</translation>
    </message>
    <message>
        <source>--%1 takes the number of a release; &quot;quoth release PROJECT --list&quot; shows them.</source>
        <translation>الخيار --%1 يأخذ رقم إصدار؛ يعرض «quoth release PROJECT --list» الإصدارات.</translation>
    </message>
    <message>
        <source>release %1</source>
        <translation>الإصدار %1</translation>
    </message>
    <message>
        <source>its recipe now</source>
        <translation>وصفته الآن</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>مقارنة</translation>
    </message>
    <message>
        <source>%1 and %2: %3 added, %4 removed, %5 changed, %6 moved to another split</source>
        <translation>%1 و%2: أُضيف %3، أُزيل %4، تغيّر %5، نُقل إلى قسم آخر %6</translation>
    </message>
    <message>
        <source>split</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>المجموعات</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>المقاطع</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) would be released; nothing was written.</source>
        <translation>
            <numerusform>لن يُصدَر أي مقال؛ لم يُكتب شيء.</numerusform>
            <numerusform>سيُصدَر مقال واحد؛ لم يُكتب شيء.</numerusform>
            <numerusform>سيُصدَر مقالان؛ لم يُكتب شيء.</numerusform>
            <numerusform>ستُصدَر %n مقالات؛ لم يُكتب شيء.</numerusform>
            <numerusform>سيُصدَر %n مقالًا؛ لم يُكتب شيء.</numerusform>
            <numerusform>سيُصدَر %n مقال؛ لم يُكتب شيء.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Release %2: %n article(s) written to %1</source>
        <translation>
            <numerusform>الإصدار %2: لم يُكتب أي مقال إلى %1</numerusform>
            <numerusform>الإصدار %2: كُتب مقال واحد إلى %1</numerusform>
            <numerusform>الإصدار %2: كُتب مقالان إلى %1</numerusform>
            <numerusform>الإصدار %2: كُتبت %n مقالات إلى %1</numerusform>
            <numerusform>الإصدار %2: كُتب %n مقالًا إلى %1</numerusform>
            <numerusform>الإصدار %2: كُتب %n مقال إلى %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Releasing</source>
        <translation>إصدار</translation>
    </message>
    <message>
        <source>The folder of the dataset; one that is there must be empty or an untouched release.</source>
        <translation>مجلد مجموعة البيانات؛ إن كان موجودًا وجب أن يكون فارغًا أو إصدارًا لم يُمَس.</translation>
    </message>
    <message>
        <source>Only tell how many articles would go where; write nothing.</source>
        <translation>الإخبار فقط بعدد المقالات في كل قسم، دون كتابة شيء.</translation>
    </message>
    <message>
        <source>Do not remember the release in the project.</source>
        <translation>عدم تسجيل الإصدار في المشروع.</translation>
    </message>
    <message>
        <source>Show the releases that were made of the project.</source>
        <translation>عرض الإصدارات التي صُنعت من المشروع.</translation>
    </message>
    <message>
        <source>Release by the recipe of this release; further options change it.</source>
        <translation>الإصدار بوصفة هذا الإصدار؛ والخيارات الأخرى تعدّلها.</translation>
    </message>
    <message>
        <source>Tell what is different between this release and the last one; for the last one, what its recipe would give now.</source>
        <translation>ذكر الفرق بين هذا الإصدار وآخر إصدار؛ وللإصدار الأخير، الفرق عما تعطيه وصفته الآن.</translation>
    </message>
    <message>
        <source>--list, --compare and --repeat go one at a time.</source>
        <translation>لا يمكن الجمع بين --list و --compare و --repeat.</translation>
    </message>
    <message>
        <source>--repeat and --recipe are two recipes; give one.</source>
        <translation>الخياران --repeat و --recipe وصفتان؛ اذكر واحدة.</translation>
    </message>
    <message>
        <source>--output is needed.</source>
        <translation>يلزم الخيار --output.</translation>
    </message>
    <message>
        <source>--review takes any, started or complete.</source>
        <translation>الخيار --review يأخذ any أو started أو complete.</translation>
    </message>
    <message>
        <source>--origin takes a list of person, detector and import.</source>
        <translation>الخيار --origin يأخذ قائمة من person و detector و import.</translation>
    </message>
    <message>
        <source>--where takes FIELD=VALUE.</source>
        <translation>الخيار --where يأخذ FIELD=VALUE.</translation>
    </message>
    <message>
        <source>--seed takes a whole number from 0 to 4294967295.</source>
        <translation>الخيار --seed يأخذ عددًا صحيحًا من 0 إلى 4294967295.</translation>
    </message>
    <message>
        <source>--similarity takes a number from 0 to 1.</source>
        <translation>الخيار --similarity يأخذ عددًا من 0 إلى 1.</translation>
    </message>
    <message>
        <source>--group-by similarity and --similarity 0 contradict each other.</source>
        <translation>الخياران --group-by similarity و --similarity 0 متناقضان.</translation>
    </message>
    <message>
        <source>Take the recipe from a file; further options change it.</source>
        <translation>أخذ الوصفة من ملف؛ والخيارات الأخرى تعدّلها.</translation>
    </message>
    <message>
        <source>Write the recipe to a file.</source>
        <translation>كتابة الوصفة إلى ملف.</translation>
    </message>
    <message>
        <source>The dataset&apos;s name; that of the project if not given.</source>
        <translation>اسم مجموعة البيانات؛ الافتراضي: اسم المشروع.</translation>
    </message>
    <message>
        <source>A few sentences for the dataset card, in Markdown.</source>
        <translation>بضع جمل لبطاقة مجموعة البيانات، بصيغة Markdown.</translation>
    </message>
    <message>
        <source>The licence, by its SPDX identifier: CC-BY-4.0.</source>
        <translation>الترخيص، بمعرّفه في SPDX: CC-BY-4.0.</translation>
    </message>
    <message>
        <source>A list of the languages&apos; ISO 639 codes; those of the articles if not given.</source>
        <translation>قائمة برموز اللغات وفق ISO 639؛ الافتراضي: لغات المقالات.</translation>
    </message>
    <message>
        <source>Only articles whose review is started, or complete; any if not given.</source>
        <translation>المقالات التي بدأت مراجعتها (started) أو اكتملت (complete) فقط؛ الافتراضي: كلها.</translation>
    </message>
    <message>
        <source>Only articles with an annotation by a person, a detector or an import; a list.</source>
        <translation>المقالات التي فيها توسيم من person أو detector أو import فقط؛ قائمة.</translation>
    </message>
    <message>
        <source>Only articles with an annotation made by this person or detector; may be given several times.</source>
        <translation>المقالات التي فيها توسيم أنشأه هذا الشخص أو الكاشف فقط؛ يمكن تكراره.</translation>
    </message>
    <message>
        <source>Only articles with one of these labels or frame types; a list.</source>
        <translation>المقالات التي فيها أحد هذه الوسوم أو أنواع الأطر فقط؛ قائمة.</translation>
    </message>
    <message>
        <source>Only articles with this metadata: outlet=NAME; may be given several times.</source>
        <translation>المقالات التي لها هذه البيانات الوصفية فقط: outlet=NAME؛ يمكن تكراره.</translation>
    </message>
    <message>
        <source>The shares of train, validation and test: 80,10,10 or train=4,test=1.</source>
        <translation>حصص train و validation و test: 80,10,10 أو train=4,test=1.</translation>
    </message>
    <message>
        <source>Another number gives another split; 1 if not given.</source>
        <translation>كل عدد آخر يعطي تقسيمًا آخر؛ الافتراضي 1.</translation>
    </message>
    <message>
        <source>Keep together what is equal in these: outlet, day, author or any field of the metadata; a list.</source>
        <translation>إبقاء ما يتساوى في هذه معًا: outlet أو day أو author أو أي حقل من البيانات الوصفية؛ قائمة.</translation>
    </message>
    <message>
        <source>From which share of common words on articles are one story, and stay together: 0.5 if not given, 0 for never.</source>
        <translation>حدّ حصة الكلمات المشتركة الذي تُعدّ المقالات عنده خبرًا واحدًا وتبقى معًا: الافتراضي 0.5، و0 تعني أبدًا.</translation>
    </message>
    <message>
        <source>Split anew, rather than as in earlier releases.</source>
        <translation>التقسيم من جديد، لا كما في الإصدارات السابقة.</translation>
    </message>
    <message>
        <source>Leave the texts out: only offsets, checksums and the labelled words.</source>
        <translation>استبعاد النصوص: الإزاحات ومجاميع التحقق والكلمات الموسومة فقط.</translation>
    </message>
    <message>
        <source>Leave the labelled words out too.</source>
        <translation>استبعاد الكلمات الموسومة أيضًا.</translation>
    </message>
    <message>
        <source>This article came without a page or document of its own.</source>
        <translation>ورد هذا المقال بلا صفحة أو مستند خاص به.</translation>
    </message>
    <message>
        <source>%1 as it was in %2 written to %3</source>
        <translation>كُتب %1 كما كان في %2 إلى %3</translation>
    </message>
    <message>
        <source>The article&apos;s id or number.</source>
        <translation>معرّف المقال أو رقمه.</translation>
    </message>
    <message>
        <source>The file to write; its suffix says what: %1.</source>
        <translation>الملف الذي يُكتب؛ امتداده يحدد الصيغة: %1.</translation>
    </message>
    <message>
        <source>The width of a picture in pixels, 400 to 4000. 960 if not given.</source>
        <translation>عرض الصورة بالبكسل، من 400 إلى 4000. الافتراضي 960.</translation>
    </message>
    <message>
        <source>So many times as many pixels, 0.25 to 8, for a sharper picture. 1 if not given.</source>
        <translation>مضاعفة عدد البكسلات بهذا القدر، من 0.25 إلى 8، لصورة أوضح. الافتراضي 1.</translation>
    </message>
    <message>
        <source>Light text on a dark background. Web pages follow the reader&apos;s setting.</source>
        <translation>نص فاتح على خلفية داكنة. صفحات الويب تتبع إعداد القارئ.</translation>
    </message>
    <message>
        <source>What the colours tell apart: %1. label if not given.</source>
        <translation>ما تميّزه الألوان: %1. الافتراضي label.</translation>
    </message>
    <message>
        <source>Instead, the page or document that the article was read from, as it was; any suffix.</source>
        <translation>كتابة الصفحة أو المستند الذي قُرئ منه المقال، كما كان، بدلًا من ذلك؛ بأي امتداد.</translation>
    </message>
    <message>
        <source>One --article and --output are needed.</source>
        <translation>يلزم الخياران --article (مرة واحدة) و --output.</translation>
    </message>
    <message>
        <source>The suffix of the output must be one of %1.</source>
        <translation>يجب أن يكون امتداد الخرج واحدًا من %1.</translation>
    </message>
    <message>
        <source>--width takes a number from 400 to 4000.</source>
        <translation>الخيار --width يأخذ عددًا من 400 إلى 4000.</translation>
    </message>
    <message>
        <source>--scale takes a number from 0.25 to 8.</source>
        <translation>الخيار --scale يأخذ عددًا من 0.25 إلى 8.</translation>
    </message>
    <message>
        <source>--colour-by takes one of %1.</source>
        <translation>الخيار --colour-by يأخذ واحدًا من %1.</translation>
    </message>
    <message>
        <source>%1 drawn to %2</source>
        <translation>رُسم %1 إلى %2</translation>
    </message>
    <message>
        <source>Accept what is meant.</source>
        <translation>قبول المقصود.</translation>
    </message>
    <message>
        <source>Reject it: it stays as a negative example.</source>
        <translation>رفضه: يبقى مثالًا سلبيًا.</translation>
    </message>
    <message>
        <source>Delete it; what a detector found is rejected instead.</source>
        <translation>حذفه؛ وما وجده كاشف يُرفض بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>Make it a suggestion again.</source>
        <translation>إعادته اقتراحًا.</translation>
    </message>
    <message>
        <source>Give spans this label, where their attributions allow it.</source>
        <translation>إعطاء المقاطع هذا الوسم، حيث تسمح إسناداتها بذلك.</translation>
    </message>
    <message>
        <source>Only spans with this label, or attributions by the name of their frame; may be given several times. Attributions and free spans if not given.</source>
        <translation>المقاطع ذات هذا الوسم فقط، أو الإسنادات باسم إطارها؛ يمكن تكراره. الافتراضي: الإسنادات والمقاطع الحرة.</translation>
    </message>
    <message>
        <source>Only what is in one of these states: a list of suggested, accepted and rejected.</source>
        <translation>ما هو في إحدى هذه الحالات فقط: قائمة من suggested و accepted و rejected.</translation>
    </message>
    <message>
        <source>Only what has at least this confidence, 0 to 1.</source>
        <translation>ما لا تقل درجة ثقته عن هذه فقط، من 0 إلى 1.</translation>
    </message>
    <message>
        <source>Only what has at most this confidence, 0 to 1.</source>
        <translation>ما لا تزيد درجة ثقته على هذه فقط، من 0 إلى 1.</translation>
    </message>
    <message>
        <source>Only what was made by a person, a detector or an import, or by the one with this name.</source>
        <translation>ما أنشأه person أو detector أو import فقط، أو صاحب هذا الاسم.</translation>
    </message>
    <message>
        <source>Only what is credited to the speaker of this name.</source>
        <translation>ما هو منسوب إلى المتحدث بهذا الاسم فقط.</translation>
    </message>
    <message>
        <source>Only what says this in its words, its speaker&apos;s name or its notes.</source>
        <translation>ما فيه هذا النص فقط، في كلماته أو اسم متحدثه أو ملاحظاته.</translation>
    </message>
    <message>
        <source>Say what would be done, and change nothing.</source>
        <translation>ذكر ما سيُفعل، دون تغيير شيء.</translation>
    </message>
    <message>
        <source>One of --accept, --reject, --delete, --reopen and --relabel is needed.</source>
        <translation>يلزم واحد من --accept و --reject و --delete و --reopen و --relabel.</translation>
    </message>
    <message>
        <source>--min-confidence takes a number from 0 to 1.</source>
        <translation>الخيار --min-confidence يأخذ عددًا من 0 إلى 1.</translation>
    </message>
    <message>
        <source>--max-confidence takes a number from 0 to 1.</source>
        <translation>الخيار --max-confidence يأخذ عددًا من 0 إلى 1.</translation>
    </message>
    <message>
        <source>--min-confidence is more than --max-confidence: nothing can be meant.</source>
        <translation>قيمة --min-confidence أكبر من --max-confidence: لا شيء يمكن أن يكون مقصودًا.</translation>
    </message>
    <message>
        <source>The project&apos;s schema has no label &quot;%1&quot;.</source>
        <translation>ليس في مخطط المشروع وسم «%1».</translation>
    </message>
    <message>
        <source>The project has no speaker &quot;%1&quot;.</source>
        <translation>ليس في المشروع متحدث «%1».</translation>
    </message>
    <message>
        <source>Several speakers are called &quot;%1&quot;.</source>
        <translation>ثمة عدة متحدثين باسم «%1».</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) accepted</source>
        <translation>
            <numerusform>لم يُقبل أي عنصر</numerusform>
            <numerusform>قُبل عنصر واحد</numerusform>
            <numerusform>قُبل عنصران</numerusform>
            <numerusform>قُبلت %n عناصر</numerusform>
            <numerusform>قُبل %n عنصرًا</numerusform>
            <numerusform>قُبل %n عنصر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) rejected</source>
        <translation>
            <numerusform>لم يُرفض أي عنصر</numerusform>
            <numerusform>رُفض عنصر واحد</numerusform>
            <numerusform>رُفض عنصران</numerusform>
            <numerusform>رُفضت %n عناصر</numerusform>
            <numerusform>رُفض %n عنصرًا</numerusform>
            <numerusform>رُفض %n عنصر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) reopened</source>
        <translation>
            <numerusform>لم يُعَد فتح أي عنصر</numerusform>
            <numerusform>أُعيد فتح عنصر واحد</numerusform>
            <numerusform>أُعيد فتح عنصرين</numerusform>
            <numerusform>أُعيد فتح %n عناصر</numerusform>
            <numerusform>أُعيد فتح %n عنصرًا</numerusform>
            <numerusform>أُعيد فتح %n عنصر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) deleted</source>
        <translation>
            <numerusform>لم يُحذف أي عنصر</numerusform>
            <numerusform>حُذف عنصر واحد</numerusform>
            <numerusform>حُذف عنصران</numerusform>
            <numerusform>حُذفت %n عناصر</numerusform>
            <numerusform>حُذف %n عنصرًا</numerusform>
            <numerusform>حُذف %n عنصر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) relabelled as %1</source>
        <translation>
            <numerusform>لم يُغيَّر وسم أي عنصر إلى %1</numerusform>
            <numerusform>غُيِّر وسم عنصر واحد إلى %1</numerusform>
            <numerusform>غُيِّر وسم عنصرين إلى %1</numerusform>
            <numerusform>غُيِّر وسم %n عناصر إلى %1</numerusform>
            <numerusform>غُيِّر وسم %n عنصرًا إلى %1</numerusform>
            <numerusform>غُيِّر وسم %n عنصر إلى %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matched; nothing was changed.</source>
        <translation>لا شيء يطابق؛ لم يُغيَّر شيء.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>items, articles</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالًا</numerusform>
            <numerusform>%n مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>Would do: %1. Nothing was changed.</source>
        <translation>النتيجة المتوقعة: %1. لم يُغيَّر شيء.</translation>
    </message>
    <message>
        <source>%1. &quot;quoth log&quot; tells; undo in the window takes it back.</source>
        <translation>%1. التفاصيل في «quoth log»؛ ويمكن التراجع عن ذلك في النافذة.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them, found by a detector, kept as rejected</source>
        <translation>
            <numerusform>لم يُحفظ أي منها مرفوضًا</numerusform>
            <numerusform>منها واحد وجده كاشف، فحُفظ مرفوضًا</numerusform>
            <numerusform>منها اثنان وجدهما كاشف، فحُفظا مرفوضين</numerusform>
            <numerusform>منها %n وجدها كاشف، فحُفظت مرفوضة</numerusform>
            <numerusform>منها %n وجدها كاشف، فحُفظت مرفوضة</numerusform>
            <numerusform>منها %n وجدها كاشف، فحُفظت مرفوضة</numerusform>
        </translation>
    </message>
    <message>
        <source>Reviewing</source>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>Created %1: one article is labelled, the others have suggestions to review.</source>
        <translation>أُنشئ %1: أحد مقالاته موسوم، وللبقية اقتراحات للمراجعة.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither check nor show.</source>
        <translation>«%1» ليس check ولا show.</translation>
    </message>
    <message>
        <source>Only one of --merge, --rename and --type can be done at a time.</source>
        <translation>لا يمكن الجمع بين --merge و --rename و --type.</translation>
    </message>
    <message>
        <source>--merge NAME and --into NAME belong together.</source>
        <translation>الخياران --merge NAME و --into NAME متلازمان.</translation>
    </message>
    <message>
        <source>Say with --speaker NAME whose it is.</source>
        <translation>اذكر صاحبه بالخيار --speaker NAME.</translation>
    </message>
    <message>
        <source>--speaker NAME needs --rename or --type.</source>
        <translation>الخيار --speaker NAME يحتاج إلى --rename أو --type.</translation>
    </message>
    <message>
        <source>--type takes one of person, organisation, country, group, anonymous and article.</source>
        <translation>الخيار --type يأخذ واحدًا من person و organisation و country و group و anonymous و article.</translation>
    </message>
    <message>
        <source>The project has no speaker &quot;%1&quot;; &quot;quoth speakers PROJECT&quot; lists them.</source>
        <translation>ليس في المشروع متحدث «%1»؛ يسرد «quoth speakers PROJECT» المتحدثين.</translation>
    </message>
    <message>
        <source>Several speakers are called &quot;%1&quot;: give the number that &quot;quoth speakers PROJECT&quot; shows.</source>
        <translation>ثمة عدة متحدثين باسم «%1»: اذكر الرقم الذي يعرضه «quoth speakers PROJECT».</translation>
    </message>
    <message>
        <source>No speakers yet.</source>
        <translation>لا متحدثين بعد.</translation>
    </message>
    <message>
        <source>type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>aliases</source>
        <translation>الأسماء البديلة</translation>
    </message>
    <message>
        <source>Credit this speaker&apos;s words to the one of --into, and keep the name as an alias; may be given several times.</source>
        <translation>نسبة كلام هذا المتحدث إلى متحدث --into، وحفظ الاسم اسمًا بديلًا؛ يمكن تكراره.</translation>
    </message>
    <message>
        <source>The speaker that stays in a merge.</source>
        <translation>المتحدث الذي يبقى بعد الدمج.</translation>
    </message>
    <message>
        <source>The speaker to change: a name, or the number in the list.</source>
        <translation>المتحدث المراد تغييره: اسمه، أو رقمه في القائمة.</translation>
    </message>
    <message>
        <source>Give the speaker another name; the old one becomes an alias.</source>
        <translation>إعطاء المتحدث اسمًا آخر؛ ويصبح القديم اسمًا بديلًا.</translation>
    </message>
    <message>
        <source>Make the speaker a person, organisation, country, group, anonymous or article.</source>
        <translation>جعل نوع المتحدث person أو organisation أو country أو group أو anonymous أو article.</translation>
    </message>
    <message>
        <source>It is so already; nothing was changed.</source>
        <translation>هو كذلك من قبل؛ لم يُغيَّر شيء.</translation>
    </message>
    <message>
        <source>Done: %1. &quot;quoth log&quot; tells; undo in the window takes it back.</source>
        <translation>تم: %1. التفاصيل في «quoth log»؛ ويمكن التراجع عن ذلك في النافذة.</translation>
    </message>
    <message>
        <source>A model that &quot;quoth train&quot; made, to suggest with instead of the one that comes with the program.</source>
        <translation>نموذج من صنع «quoth train» للاقتراح به بدلًا من المرفق بالبرنامج.</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>النموذج المدرَّب</translation>
    </message>
    <message>
        <source>There is no detector &quot;%1&quot;; there are: %2.</source>
        <translation>لا يوجد كاشف «%1»؛ المتاح: %2.</translation>
    </message>
    <message>
        <source>Suggesting</source>
        <translation>اقتراح</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>لم يوجد شيء</numerusform>
            <numerusform>وُجد واحد</numerusform>
            <numerusform>وُجد اثنان</numerusform>
            <numerusform>وُجد %n</numerusform>
            <numerusform>وُجد %n</numerusform>
            <numerusform>وُجد %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>لا شيء للمراجعة</numerusform>
            <numerusform>واحد للمراجعة</numerusform>
            <numerusform>اثنان للمراجعة</numerusform>
            <numerusform>%n للمراجعة</numerusform>
            <numerusform>%n للمراجعة</numerusform>
            <numerusform>%n للمراجعة</numerusform>
        </translation>
    </message>
    <message>
        <source>The file of the model.</source>
        <translation>ملف النموذج.</translation>
    </message>
    <message>
        <source>What the model is called; the output&apos;s name if not given.</source>
        <translation>اسم النموذج؛ الافتراضي: اسم ملف الخرج.</translation>
    </message>
    <message>
        <source>How often to go through the articles (%1 if not given).</source>
        <translation>عدد مرات المرور على المقالات (الافتراضي %1).</translation>
    </message>
    <message>
        <source>How many models to train first, whose agreement teaches the one that is written (%1 if not given); 0 is fastest.</source>
        <translation>عدد النماذج التي تُدرَّب أولًا ليتعلّم من اتفاقها النموذج المكتوب (الافتراضي %1)؛ 0 هو الأسرع.</translation>
    </message>
    <message>
        <source>A model to take the vectors of words from, or a text of them as GloVe has it; &quot;none&quot; for none. If not given, those of the model that Quoth carries.</source>
        <translation>نموذج تؤخذ منه متجهات الكلمات، أو نص بها كما في GloVe؛ «none» لعدم استعمالها. الافتراضي: متجهات النموذج المرفق بـ Quoth.</translation>
    </message>
    <message>
        <source>The number that chance begins with (%1 if not given).</source>
        <translation>العدد الذي تبدأ به العشوائية (الافتراضي %1).</translation>
    </message>
    <message>
        <source>--epochs takes a number from 1 to 100.</source>
        <translation>الخيار --epochs يأخذ عددًا من 1 إلى 100.</translation>
    </message>
    <message>
        <source>--teachers takes a number from 0 to 10.</source>
        <translation>الخيار --teachers يأخذ عددًا من 0 إلى 10.</translation>
    </message>
    <message>
        <source>--seed takes a number from 0 to 1000000.</source>
        <translation>الخيار --seed يأخذ عددًا من 0 إلى 1000000.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>تدريب</translation>
    </message>
    <message>
        <source>%1, round %2 of %3: loss %4</source>
        <translation>%1، الدورة %2 من %3: الخسارة %4</translation>
    </message>
    <message numerus="yes">
        <source>%1: a model of %n article(s), version %2, %3 kB.</source>
        <translation>
            <numerusform>%1: نموذج بلا مقالات، النسخة %2، %3 ك.ب.</numerusform>
            <numerusform>%1: نموذج من مقال واحد، النسخة %2، %3 ك.ب.</numerusform>
            <numerusform>%1: نموذج من مقالين، النسخة %2، %3 ك.ب.</numerusform>
            <numerusform>%1: نموذج من %n مقالات، النسخة %2، %3 ك.ب.</numerusform>
            <numerusform>%1: نموذج من %n مقالًا، النسخة %2، %3 ك.ب.</numerusform>
            <numerusform>%1: نموذج من %n مقال، النسخة %2، %3 ك.ب.</numerusform>
        </translation>
    </message>
    <message>
        <source>show a chapter of the manual; write it as a web page, as PDF or into a folder</source>
        <translation>عرض فصل من الدليل؛ أو كتابة الدليل صفحةَ ويب أو PDF أو في مجلد</translation>
    </message>
    <message>
        <source>Which of overlapping spans is written by formats with one label a word: longest or shortest. longest if not given.</source>
        <translation>أي المقاطع المتراكبة تكتبه الصيغ التي لا تتسع إلا لوسم واحد لكل كلمة: longest أو shortest. الافتراضي longest.</translation>
    </message>
    <message>
        <source>--overlaps takes longest or shortest.</source>
        <translation>الخيار --overlaps يأخذ longest أو shortest.</translation>
    </message>
    <message>
        <source>Writes instead: manual.html is one page with all in it, manual.pdf is for paper, a folder gets a page for each chapter.</source>
        <translation>الكتابة بدلًا من العرض: manual.html صفحة واحدة فيها كل شيء، و manual.pdf للطباعة على الورق، والمجلد فيه صفحة لكل فصل.</translation>
    </message>
    <message>
        <source>The names and titles of the chapters.</source>
        <translation>أسماء الفصول وعناوينها.</translation>
    </message>
    <message>
        <source>The manual has no chapter “%1”. It has: %2.</source>
        <translation>ليس في الدليل فصل «%1». فصوله: %2.</translation>
    </message>
    <message>
        <source>--output takes a file or a folder.</source>
        <translation>الخيار --output يأخذ ملفًا أو مجلدًا.</translation>
    </message>
    <message>
        <source>The manual was written to %1</source>
        <translation>كُتب الدليل إلى %1</translation>
    </message>
    <message>
        <source>Which detector; may be given several times. There are: %1. Those that are enabled, see &quot;quoth detectors&quot;, if not given.</source>
        <translation>أي كاشف؛ يمكن تكراره. المتاح: %1. الافتراضي: الكواشف المفعّلة، انظر «quoth detectors».</translation>
    </message>
    <message>
        <source>print the manual page or a shell&apos;s completion</source>
        <translation>طباعة صفحة الدليل (man) أو الإكمال التلقائي لصدفة (shell)</translation>
    </message>
    <message>
        <source>Options of the window:</source>
        <translation>خيارات النافذة:</translation>
    </message>
    <message>
        <source>open the window</source>
        <translation>فتح النافذة</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of man, bash, zsh and fish.</source>
        <translation>«%1» ليس واحدًا من man و bash و zsh و fish.</translation>
    </message>
    <message>
        <source>A project: one SQLite database with the articles, the annotations and the log of all edits.</source>
        <translation>مشروع: قاعدة بيانات SQLite واحدة فيها المقالات والتوسيمات وسجل كل التعديلات.</translation>
    </message>
    <message>
        <source>Held by the program that has the project open for writing.</source>
        <translation>يحتفظ به البرنامج الذي فتح المشروع للكتابة.</translation>
    </message>
    <message>
        <source>Settings of the window, and detectors of your own.</source>
        <translation>إعدادات النافذة، وكواشفك الخاصة.</translation>
    </message>
    <message>
        <source>From an article to a dataset:</source>
        <translation>من مقال إلى مجموعة بيانات:</translation>
    </message>
    <message>
        <source>Reject all that the detectors are not sure of, after a look at what that would be:</source>
        <translation>رفض كل ما لا تثق به الكواشف، بعد الاطلاع على ما سيُرفض:</translation>
    </message>
    <message>
        <source>label who said what in news articles</source>
        <translation>توسيم من قال ماذا في المقالات الإخبارية</translation>
    </message>
    <message>
        <source>Quoth finds and labels speakers, reporting verbs, quotations, claims and scare quotes in news articles. Without a command it opens a window on a project or on articles; with one it does a part of that work without a display. This is version %1.</source>
        <translation>يعثر Quoth في المقالات الإخبارية على المتحدثين وأفعال القول والاقتباسات والادعاءات ومواضع التنصيص التحفظي ويَسِمها. من دون أمر يفتح نافذة على مشروع أو على مقالات؛ ومع أمر ينجز جزءًا من هذا العمل من دون شاشة عرض. هذه هي النسخة %1.</translation>
    </message>
    <message>
        <source>How Qt draws: &quot;offscreen&quot; needs no display, and is what commands that draw take if it is not set.</source>
        <translation>كيف يرسم Qt: القيمة «offscreen» لا تحتاج إلى شاشة عرض، وهي ما تستعمله الأوامر التي ترسم إن لم يُعيَّن المتغير.</translation>
    </message>
    <message>
        <source>Who works, for the project&apos;s log, where no annotator is given.</source>
        <translation>من يعمل، من أجل سجل المشروع، إن لم يُذكر موسِّم.</translation>
    </message>
    <message>
        <source>0 if it is done, 1 if it could not be done, 2 for wrong usage.</source>
        <translation>0 إن تم العمل، و 1 إن تعذّر، و 2 عند الاستعمال الخاطئ.</translation>
    </message>
    <message>
        <source>The picture could not be made.</source>
        <translation>تعذّر إنشاء الصورة.</translation>
    </message>
    <message>
        <source>Instead, the begin of the article, or of the first one, as a small PNG no larger than this, 16 to 1024; any suffix.</source>
        <translation>كتابة بداية المقال، أو بداية المقال الأول إن لم يُحدَّد، صورةَ PNG صغيرة لا تتجاوز هذا القدر، من 16 إلى 1024، بدلًا من ذلك؛ بأي امتداد.</translation>
    </message>
    <message>
        <source>--original and --thumbnail go one at a time.</source>
        <translation>لا يمكن الجمع بين --original و --thumbnail.</translation>
    </message>
    <message>
        <source>--thumbnail takes a number from 16 to 1024.</source>
        <translation>الخيار --thumbnail يأخذ عددًا من 16 إلى 1024.</translation>
    </message>
    <message>
        <source>The project has no article.</source>
        <translation>ليس في المشروع أي مقال.</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection</name>
    <message>
        <source>This is not a model for claims that this version of Quoth can read.</source>
        <translation>هذا ليس نموذج ادعاءات تستطيع هذه النسخة من Quoth قراءته.</translation>
    </message>
    <message>
        <source>The model for claims was cut short or altered; take a new copy of it.</source>
        <translation>نموذج الادعاءات مبتور أو معدَّل؛ خذ نسخة جديدة منه.</translation>
    </message>
    <message>
        <source>The model for claims contradicts itself; train it again.</source>
        <translation>نموذج الادعاءات يناقض نفسه؛ درِّبه من جديد.</translation>
    </message>
    <message>
        <source>The training was cancelled.</source>
        <translation>أُلغي التدريب.</translation>
    </message>
    <message>
        <source>Too few sentences to learn from: %1 that state something worth checking, %2 that do not, and at least %3 of either are needed.</source>
        <translation>الجمل أقل مما يكفي للتعلّم: %1 تقول ما هو جدير بالتحقق، و%2 لا تقوله، ويلزم %3 على الأقل من كل منهما.</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>النموذج المدرَّب</translation>
    </message>
    <message>
        <source>word</source>
        <translation>كلمة</translation>
    </message>
    <message>
        <source>word before</source>
        <translation>كلمة سابقة</translation>
    </message>
    <message>
        <source>word after</source>
        <translation>كلمة لاحقة</translation>
    </message>
    <message>
        <source>words</source>
        <translation>كلمات</translation>
    </message>
    <message>
        <source>What was learned cannot be read: it is damaged.</source>
        <translation>تتعذر قراءة ما جرى تعلّمه: إنه تالف.</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>أُلغي البحث.</translation>
    </message>
    <message>
        <source>The model cannot be read: %1</source>
        <translation>تتعذر قراءة النموذج: %1</translation>
    </message>
    <message>
        <source>This is no model of Quoth&apos;s, or it is damaged. Make it anew with &quot;quoth train&quot;.</source>
        <translation>هذا ليس نموذجًا من نماذج Quoth، أو هو تالف. اصنعه من جديد بالأمر «quoth train».</translation>
    </message>
    <message>
        <source>This model has the format %1; this Quoth reads %2. Make it anew with &quot;quoth train&quot;.</source>
        <translation>صيغة هذا النموذج %1؛ وهذه النسخة من Quoth تقرأ %2. اصنعه من جديد بالأمر «quoth train».</translation>
    </message>
    <message>
        <source>The model&apos;s file is cut short or too long: copy it again.</source>
        <translation>ملف النموذج مبتور أو أطول من اللازم: انسخه من جديد.</translation>
    </message>
    <message>
        <source>The model&apos;s file has changed since it was made: copy it again.</source>
        <translation>تغيّر ملف النموذج منذ صنعه: انسخه من جديد.</translation>
    </message>
    <message>
        <source>There are %1 articles with attributions: label %2 at least before a model is trained of them.</source>
        <translation>عدد المقالات التي فيها إسنادات %1: وسِّم %2 على الأقل قبل تدريب نموذج عليها.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>السطر %1: %2</translation>
    </message>
    <message>
        <source>a word and %1 numbers are needed; there are %2</source>
        <translation>تلزم كلمة مع %1 من الأعداد؛ والموجود %2</translation>
    </message>
    <message>
        <source>“%1” is no number</source>
        <translation>«%1» ليس عددًا</translation>
    </message>
    <message>
        <source>There are no vectors of words in it.</source>
        <translation>ليس فيه متجهات كلمات.</translation>
    </message>
    <message>
        <source>The vectors of words are damaged.</source>
        <translation>متجهات الكلمات تالفة.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>القواعد</translation>
    </message>
    <message>
        <source>The word list cannot be used; install Quoth again.</source>
        <translation>لا يمكن استعمال قائمة الكلمات؛ ثبّت Quoth من جديد.</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection::AnnotationBuilder</name>
    <message>
        <source>%1; second guess for the source: “%2” (%3 %)</source>
        <translation>%1؛ التخمين الثاني للمصدر: «%2» (%3%)</translation>
    </message>
    <message>
        <source>reporting verb “%1”</source>
        <translation>فعل قول «%1»</translation>
    </message>
    <message>
        <source>reporting participle “%1”</source>
        <translation>مشتقّ دالّ على القول «%1»</translation>
    </message>
    <message>
        <source>reporting noun “%1”</source>
        <translation>اسم دالّ على القول «%1»</translation>
    </message>
    <message>
        <source>words of attitude “%1”</source>
        <translation>كلمات موقف «%1»</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>name and colon at the begin of the paragraph</source>
        <translation>اسم ونقطتان في بداية الفقرة</translation>
    </message>
    <message>
        <source>goes on from the quotation in the paragraph before</source>
        <translation>تتمة الاقتباس في الفقرة السابقة</translation>
    </message>
    <message>
        <source>capital letters and marks beside it</source>
        <translation>حروف كبيرة وعلامات بجواره</translation>
    </message>
    <message>
        <source>mood of reported speech, goes on from the sentence before</source>
        <translation>صيغة الكلام المنقول، تتمة الجملة السابقة</translation>
    </message>
    <message>
        <source>the sentence reports as a whole</source>
        <translation>الجملة كلها نقل كلام</translation>
    </message>
    <message>
        <source>pronoun before it</source>
        <translation>ضمير قبله</translation>
    </message>
    <message>
        <source>pronoun after it</source>
        <translation>ضمير بعده</translation>
    </message>
    <message>
        <source>name before it</source>
        <translation>اسم قبله</translation>
    </message>
    <message>
        <source>name after it</source>
        <translation>اسم بعده</translation>
    </message>
    <message>
        <source>subject before it</source>
        <translation>فاعل قبله</translation>
    </message>
    <message>
        <source>subject after it</source>
        <translation>فاعل بعده</translation>
    </message>
    <message>
        <source>quotation marks</source>
        <translation>علامتا تنصيص</translation>
    </message>
    <message>
        <source>quotation marks, nobody named near</source>
        <translation>علامتا تنصيص، ولا أحد مذكور بالقرب</translation>
    </message>
    <message>
        <source>a word or two in quotation marks without a statement</source>
        <translation>كلمة أو كلمتان بين علامتي تنصيص بلا قول كامل</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection::ClaimJudge</name>
    <message>
        <source>states a figure: %1</source>
        <translation>يذكر رقمًا: %1</translation>
    </message>
    <message>
        <source>compares</source>
        <translation>يقارن</translation>
    </message>
    <message>
        <source>compares: %1</source>
        <translation>يقارن: %1</translation>
    </message>
    <message>
        <source>names a cause: %1</source>
        <translation>يذكر سببًا: %1</translation>
    </message>
    <message>
        <source>is about a law: %1</source>
        <translation>يتعلق بقانون: %1</translation>
    </message>
    <message>
        <source>says what happened</source>
        <translation>يقول ما حدث</translation>
    </message>
    <message>
        <source>states something that can be checked</source>
        <translation>يقول ما يمكن التحقق منه</translation>
    </message>
    <message>
        <source>words of claims: %1</source>
        <translation>كلمات دالة على ادعاء: %1</translation>
    </message>
    <message>
        <source>against it: %1</source>
        <translation>ضد ذلك: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection::Outside</name>
    <message>
        <source>More was left out for other reasons.</source>
        <translation>استُبعد المزيد لأسباب أخرى.</translation>
    </message>
    <message>
        <source>Spans outside of the text were left out: offsets count characters (code points), from 0, to the end exclusive.</source>
        <translation>استُبعدت مقاطع خارج النص: تعدّ الإزاحات المحارف (نقاط الترميز) بدءًا من 0، والنهاية غير داخلة.</translation>
    </message>
    <message>
        <source>Spans without any text were left out.</source>
        <translation>استُبعدت مقاطع بلا نص.</translation>
    </message>
    <message>
        <source>Spans outside of the text were left out: offsets count UTF-16 units, from 0, to the end exclusive.</source>
        <translation>استُبعدت مقاطع خارج النص: تعدّ الإزاحات وحدات UTF-16 بدءًا من 0، والنهاية غير داخلة.</translation>
    </message>
    <message>
        <source>Spans that begin or end within a character were left out: offsets count UTF-16 units.</source>
        <translation>استُبعدت مقاطع تبدأ أو تنتهي داخل محرف: تعدّ الإزاحات وحدات UTF-16.</translation>
    </message>
    <message>
        <source>Confidences outside of 0 to 1 were left out.</source>
        <translation>استُبعدت درجات ثقة خارج المدى من 0 إلى 1.</translation>
    </message>
    <message>
        <source>Attributes that the label schema does not know, or not with this value, were left out.</source>
        <translation>استُبعدت سمات لا يعرفها مخطط الوسوم، أو لا يعرفها بهذه القيمة.</translation>
    </message>
    <message>
        <source>Spans with the label &quot;%1&quot; were left out, as the detector&apos;s settings say.</source>
        <translation>استُبعدت مقاطع ذات الوسم «%1»، كما تنص إعدادات الكاشف.</translation>
    </message>
    <message>
        <source>Spans without a label were left out.</source>
        <translation>استُبعدت مقاطع بلا وسم.</translation>
    </message>
    <message>
        <source>Spans with the label &quot;%1&quot; were left out: the label schema has none. Say in the detector&apos;s settings which of its labels is meant.</source>
        <translation>استُبعدت مقاطع ذات الوسم «%1»: ليس في مخطط الوسوم. حدد في إعدادات الكاشف أي وسوم المخطط يقابله.</translation>
    </message>
    <message>
        <source>Fragments of a span that overlap were joined.</source>
        <translation>ضُمّت قطع متراكبة من مقطع واحد.</translation>
    </message>
    <message>
        <source>Speakers without a name were left out.</source>
        <translation>استُبعد متحدثون بلا اسم.</translation>
    </message>
    <message>
        <source>Types of speakers that are not known were read as &quot;person&quot;.</source>
        <translation>قُرئت أنواع المتحدثين غير المعروفة على أنها «person».</translation>
    </message>
    <message>
        <source>Speakers of spans whose label names nobody were left out.</source>
        <translation>استُبعد متحدثو مقاطع لا يسمّي وسمها أحدًا.</translation>
    </message>
    <message>
        <source>Attributions of the type &quot;%1&quot; were left out: the label schema has none.</source>
        <translation>استُبعدت إسنادات من النوع «%1»: ليس في مخطط الوسوم.</translation>
    </message>
    <message>
        <source>Parts of attributions whose role the label schema does not know, or not with this label, were left out.</source>
        <translation>استُبعدت أجزاء إسنادات لا يعرف مخطط الوسوم دورها، أو لا يعرفه بهذا الوسم.</translation>
    </message>
    <message>
        <source>Parts of attributions with too many parts were left out.</source>
        <translation>استُبعدت الأجزاء الزائدة من إسنادات كثيرة الأجزاء.</translation>
    </message>
    <message>
        <source>Attributions without &quot;%1&quot; were left out.</source>
        <translation>استُبعدت إسنادات بلا «%1».</translation>
    </message>
    <message>
        <source>Attributions without any part were left out.</source>
        <translation>استُبعدت إسنادات بلا أي جزء.</translation>
    </message>
    <message>
        <source>A detector in your settings cannot be read and is left out: %1</source>
        <translation>في إعداداتك كاشف تتعذر قراءته فاستُبعد: %1</translation>
    </message>
    <message>
        <source>There is a detector of that name already; give it another one.</source>
        <translation>يوجد كاشف بهذا الاسم؛ أعطه اسمًا آخر.</translation>
    </message>
    <message>
        <source>No server answers there; is it running, and is the port right?</source>
        <translation>لا يجيب أي خادم هناك؛ هل هو قيد التشغيل، وهل المنفذ صحيح؟</translation>
    </message>
    <message>
        <source>There is no host of that name; is the address right, and the network up?</source>
        <translation>لا يوجد مضيف بهذا الاسم؛ هل العنوان صحيح، وهل الشبكة متصلة؟</translation>
    </message>
    <message>
        <source>The server closed the connection before its answer was complete.</source>
        <translation>أغلق الخادم الاتصال قبل اكتمال إجابته.</translation>
    </message>
    <message>
        <source>There is no safe connection (TLS) to the server: %1</source>
        <translation>لا يوجد اتصال آمن (TLS) بالخادم: %1</translation>
    </message>
    <message>
        <source>The server could not be asked: %1</source>
        <translation>تعذّر سؤال الخادم: %1</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>أُلغي البحث.</translation>
    </message>
    <message numerus="yes">
        <source>It did not answer within %n second(s). Give it more time in the detector&apos;s settings, or see why it is slow.</source>
        <translation>
            <numerusform>لم يجب فورًا. أعطه وقتًا أطول في إعدادات الكاشف، أو انظر سبب بطئه.</numerusform>
            <numerusform>لم يجب خلال ثانية واحدة. أعطه وقتًا أطول في إعدادات الكاشف، أو انظر سبب بطئه.</numerusform>
            <numerusform>لم يجب خلال ثانيتين. أعطه وقتًا أطول في إعدادات الكاشف، أو انظر سبب بطئه.</numerusform>
            <numerusform>لم يجب خلال %n ثوانٍ. أعطه وقتًا أطول في إعدادات الكاشف، أو انظر سبب بطئه.</numerusform>
            <numerusform>لم يجب خلال %n ثانية. أعطه وقتًا أطول في إعدادات الكاشف، أو انظر سبب بطئه.</numerusform>
            <numerusform>لم يجب خلال %n ثانية. أعطه وقتًا أطول في إعدادات الكاشف، أو انظر سبب بطئه.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its answer is longer than %1 MB and was not read.</source>
        <translation>إجابته أطول من %1 م.ب. فلم تُقرأ.</translation>
    </message>
    <message>
        <source>The server sends on to %1. Nothing was sent there; if that is right, give this address in the detector&apos;s settings.</source>
        <translation>يحيل الخادم إلى %1. لم يُرسل شيء إلى هناك؛ إن كان ذلك صحيحًا فضع هذا العنوان في إعدادات الكاشف.</translation>
    </message>
    <message>
        <source>The server wants a name and a password (status %1). Put them into the address: http://name:password@host.</source>
        <translation>يطلب الخادم اسمًا وكلمة مرور (الحالة %1). ضعهما في العنوان: http://name:password@host.</translation>
    </message>
    <message>
        <source>The server knows no such address (status %1); is the kind of detector right?</source>
        <translation>لا يعرف الخادم عنوانًا كهذا (الحالة %1)؛ هل نوع الكاشف صحيح؟</translation>
    </message>
    <message>
        <source>The server failed (status %1): &quot;%2&quot;.</source>
        <translation>أخفق الخادم (الحالة %1): «%2».</translation>
    </message>
    <message>
        <source>The server answered with %1, not with JSON; is the address right?</source>
        <translation>أجاب الخادم بـ %1 لا بـ JSON؛ هل العنوان صحيح؟</translation>
    </message>
    <message>
        <source>Spans whose fragments are no pairs of whole numbers were left out.</source>
        <translation>استُبعدت مقاطع ليست قطعها أزواجًا من الأعداد الصحيحة.</translation>
    </message>
    <message>
        <source>Relations were left out: a recommender for a layer of spans is needed.</source>
        <translation>استُبعدت علاقات: يلزم مُوصٍ لطبقة مقاطع.</translation>
    </message>
    <message>
        <source>Its answer has no text &quot;document&quot; with the XMI.</source>
        <translation>ليس في إجابته نص «document» فيه XMI.</translation>
    </message>
    <message>
        <source>The XMI in its answer has a document type, which may hide anything; it was not read.</source>
        <translation>في XMI الذي في إجابته تعريف نوع المستند، وقد يخفي أي شيء؛ فلم يُقرأ.</translation>
    </message>
    <message>
        <source>The XMI in its answer is broken (line %1: %2).</source>
        <translation>ملف XMI الذي في إجابته معطوب (السطر %1: %2).</translation>
    </message>
    <message>
        <source>The document in its answer is no XMI with a text.</source>
        <translation>المستند الذي في إجابته ليس XMI فيه نص.</translation>
    </message>
    <message>
        <source>The text in its answer is not the one that was sent, so its offsets mean nothing.</source>
        <translation>النص الذي في إجابته ليس النص المُرسَل، فلا معنى لإزاحاته.</translation>
    </message>
    <message>
        <source>Results of the type &quot;%1&quot; were left out: only labels and relations of text are read.</source>
        <translation>استُبعدت نتائج من النوع «%1»: لا تُقرأ إلا وسوم النص وعلاقاته.</translation>
    </message>
    <message>
        <source>Relations of spans that are not there, or were left out, were left out.</source>
        <translation>استُبعدت علاقات بين مقاطع غير موجودة أو مستبعدة.</translation>
    </message>
    <message>
        <source>Spans whose &quot;text&quot; is not what stands there were left out: offsets count characters (code points), not bytes or UTF-16 units.</source>
        <translation>استُبعدت مقاطع لا يطابق «text» فيها ما في موضعها: تعدّ الإزاحات المحارف (نقاط الترميز)، لا البايتات ولا وحدات UTF-16.</translation>
    </message>
    <message>
        <source>/health does not say &quot;UP&quot; but &quot;%1&quot;: this is no Label Studio ML backend, or it is not ready.</source>
        <translation>لا يجيب ‎/health بالقيمة «UP» بل بالقيمة «%1»: هذا ليس Label Studio ML backend، أو ليس جاهزًا.</translation>
    </message>
    <message>
        <source>Its answer has no list &quot;results&quot;.</source>
        <translation>ليس في إجابته قائمة «results».</translation>
    </message>
    <message numerus="yes">
        <source>It answered for %n task(s) where one was asked.</source>
        <translation>
            <numerusform>لم يجب عن أي مهمة وقد سُئل عن واحدة.</numerusform>
            <numerusform>أجاب عن مهمة واحدة وقد سُئل عن واحدة.</numerusform>
            <numerusform>أجاب عن مهمتين وقد سُئل عن واحدة.</numerusform>
            <numerusform>أجاب عن %n مهام وقد سُئل عن واحدة.</numerusform>
            <numerusform>أجاب عن %n مهمة وقد سُئل عن واحدة.</numerusform>
            <numerusform>أجاب عن %n مهمة وقد سُئل عن واحدة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Further predictions for the same article were left out.</source>
        <translation>استُبعدت تنبؤات إضافية للمقال نفسه.</translation>
    </message>
    <message>
        <source>A prediction in its answer has no list &quot;result&quot;.</source>
        <translation>في إجابته تنبؤ بلا قائمة «result».</translation>
    </message>
    <message>
        <source>Relations between labels that no role of the label schema joins were left out.</source>
        <translation>استُبعدت علاقات بين وسوم لا يصل بينها أي دور في مخطط الوسوم.</translation>
    </message>
    <message>
        <source>This detector would send articles to %1, to which nobody has agreed yet: test it in the window, or add it anew.</source>
        <translation>هذا الكاشف سيرسل مقالات إلى %1، ولم يوافق أحد على ذلك بعد: اختبره في النافذة، أو أضفه من جديد.</translation>
    </message>
    <message>
        <source>It is not asked any more after %1 failures in a row; the last: %2</source>
        <translation>لم يعد يُسأل بعد %1 من الإخفاقات المتتالية؛ آخرها: %2</translation>
    </message>
    <message>
        <source>Only answers may go to its standard output.</source>
        <translation>لا يجوز أن يُكتب على خرجه القياسي إلا الإجابات.</translation>
    </message>
    <message>
        <source>detector</source>
        <translation>كاشف</translation>
    </message>
    <message>
        <source>Give the detector a name.</source>
        <translation>أعطِ الكاشف اسمًا.</translation>
    </message>
    <message>
        <source>The name may hold letters, digits, &quot;-&quot;, &quot;_&quot; and &quot;.&quot; and at most 60 of them.</source>
        <translation>يجوز أن يضم الاسم حروفًا وأرقامًا و«-» و«_» و«.»، بما لا يزيد على 60.</translation>
    </message>
    <message>
        <source>The time-out must be between 1 and %1 seconds.</source>
        <translation>يجب أن تكون المهلة بين 1 و%1 ثانية.</translation>
    </message>
    <message>
        <source>Say which program is to be started.</source>
        <translation>حدد البرنامج الذي يُشغَّل.</translation>
    </message>
    <message>
        <source>The address must begin with http:// or https:// and name a host, as in http://localhost:9090.</source>
        <translation>يجب أن يبدأ العنوان بـ http:// أو https:// وأن يذكر مضيفًا، مثل http://localhost:9090.</translation>
    </message>
    <message>
        <source>The address may have no &quot;?&quot; and no &quot;#&quot;; paths are put behind it.</source>
        <translation>لا يجوز أن يضم العنوان «?» ولا «#»؛ فالمسارات تُضاف بعده.</translation>
    </message>
    <message>
        <source>INCEpTION needs a layer, such as %1, and a feature, such as %2.</source>
        <translation>يحتاج INCEpTION إلى طبقة، مثل %1، وخاصية، مثل %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of detector.</source>
        <translation>«%1» ليس نوعًا من الكواشف.</translation>
    </message>
    <message>
        <source>It could not be started (%1); is the path right, and may the file be run?</source>
        <translation>تعذّر تشغيله (%1)؛ هل المسار صحيح، وهل الملف قابل للتنفيذ؟</translation>
    </message>
    <message numerus="yes">
        <source>It did not answer within %n second(s). Give it more time in the detector&apos;s settings, or see why it is slow; each answer must end its line and be flushed.</source>
        <translation>
            <numerusform>لم يجب فورًا. أعطه وقتًا أطول في إعدادات الكاشف، أو انظر سبب بطئه؛ يجب أن تُنهي كل إجابة سطرها وأن تُرسَل في حينها.</numerusform>
            <numerusform>لم يجب خلال ثانية واحدة. أعطه وقتًا أطول في إعدادات الكاشف، أو انظر سبب بطئه؛ يجب أن تُنهي كل إجابة سطرها وأن تُرسَل في حينها.</numerusform>
            <numerusform>لم يجب خلال ثانيتين. أعطه وقتًا أطول في إعدادات الكاشف، أو انظر سبب بطئه؛ يجب أن تُنهي كل إجابة سطرها وأن تُرسَل في حينها.</numerusform>
            <numerusform>لم يجب خلال %n ثوانٍ. أعطه وقتًا أطول في إعدادات الكاشف، أو انظر سبب بطئه؛ يجب أن تُنهي كل إجابة سطرها وأن تُرسَل في حينها.</numerusform>
            <numerusform>لم يجب خلال %n ثانية. أعطه وقتًا أطول في إعدادات الكاشف، أو انظر سبب بطئه؛ يجب أن تُنهي كل إجابة سطرها وأن تُرسَل في حينها.</numerusform>
            <numerusform>لم يجب خلال %n ثانية. أعطه وقتًا أطول في إعدادات الكاشف، أو انظر سبب بطئه؛ يجب أن تُنهي كل إجابة سطرها وأن تُرسَل في حينها.</numerusform>
        </translation>
    </message>
    <message>
        <source>It crashed before it answered.</source>
        <translation>انهار قبل أن يجيب.</translation>
    </message>
    <message>
        <source>It ended with status %1 before it answered.</source>
        <translation>انتهى بالحالة %1 قبل أن يجيب.</translation>
    </message>
    <message>
        <source>It wrote on standard error: %1</source>
        <translation>كتب على خرج الأخطاء القياسي: %1</translation>
    </message>
    <message>
        <source>Parts of attributions that name a span which is not there were left out.</source>
        <translation>استُبعدت أجزاء إسنادات تذكر مقطعًا غير موجود.</translation>
    </message>
    <message>
        <source>Spans without fragments were left out.</source>
        <translation>استُبعدت مقاطع بلا قطع.</translation>
    </message>
    <message>
        <source>Mentions of a speaker that the answer does not list were left out.</source>
        <translation>استُبعدت إشارات إلى متحدث لا تسرده الإجابة.</translation>
    </message>
    <message>
        <source>It answered with nothing.</source>
        <translation>أجاب بلا شيء.</translation>
    </message>
    <message>
        <source>It answered with bytes that are not valid UTF-8: &quot;%1&quot;.</source>
        <translation>أجاب ببايتات ليست UTF-8 صالحًا: «%1».</translation>
    </message>
    <message>
        <source>It answered with what is no JSON, or is cut short (%1, at byte %2): &quot;%3&quot;.</source>
        <translation>أجاب بما ليس JSON، أو بما هو مبتور (%1، عند البايت %2): «%3».</translation>
    </message>
    <message>
        <source>It answered with JSON that is no object: &quot;%1&quot;.</source>
        <translation>أجاب بـ JSON ليس كائنًا: «%1».</translation>
    </message>
    <message>
        <source>It told an error: %1</source>
        <translation>أبلغ عن خطأ: %1</translation>
    </message>
    <message>
        <source>It did not introduce itself: the first answer must hold &quot;name&quot;, &quot;version&quot; and &quot;protocol&quot;.</source>
        <translation>لم يعرّف بنفسه: يجب أن تضم الإجابة الأولى «name» و«version» و«protocol».</translation>
    </message>
    <message>
        <source>It speaks version %1 of the protocol, Quoth speaks version %2.</source>
        <translation>يستعمل النسخة %1 من البروتوكول، و Quoth يستعمل النسخة %2.</translation>
    </message>
    <message>
        <source>(not told)</source>
        <translation>(غير مذكورة)</translation>
    </message>
    <message>
        <source>It answered to another article: &quot;id&quot; is not that of the question.</source>
        <translation>أجاب عن مقال آخر: «id» ليس معرّف السؤال.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in its answer is no list.</source>
        <translation>القيمة «%1» في إجابته ليست قائمة.</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing</name>
    <message>
        <source>The search was stopped.</source>
        <translation>أُوقف البحث.</translation>
    </message>
    <message>
        <source>same words as “%1”</source>
        <translation>الكلمات نفسها في «%1»</translation>
    </message>
    <message numerus="yes">
        <source>suggest %n further place(s)</source>
        <translation>
            <numerusform>لا اقتراحات في مواضع أخرى</numerusform>
            <numerusform>اقتراح في موضع آخر</numerusform>
            <numerusform>اقتراح في موضعين آخرين</numerusform>
            <numerusform>اقتراح في %n مواضع أخرى</numerusform>
            <numerusform>اقتراح في %n موضعًا آخر</numerusform>
            <numerusform>اقتراح في %n موضع آخر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::BulkReview</name>
    <message numerus="yes">
        <source>accept %n item(s)</source>
        <translation>
            <numerusform>عدم قبول أي عنصر</numerusform>
            <numerusform>قبول عنصر واحد</numerusform>
            <numerusform>قبول عنصرين</numerusform>
            <numerusform>قبول %n عناصر</numerusform>
            <numerusform>قبول %n عنصرًا</numerusform>
            <numerusform>قبول %n عنصر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reject %n item(s)</source>
        <translation>
            <numerusform>عدم رفض أي عنصر</numerusform>
            <numerusform>رفض عنصر واحد</numerusform>
            <numerusform>رفض عنصرين</numerusform>
            <numerusform>رفض %n عناصر</numerusform>
            <numerusform>رفض %n عنصرًا</numerusform>
            <numerusform>رفض %n عنصر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reopen %n item(s)</source>
        <translation>
            <numerusform>عدم إعادة فتح أي عنصر</numerusform>
            <numerusform>إعادة فتح عنصر واحد</numerusform>
            <numerusform>إعادة فتح عنصرين</numerusform>
            <numerusform>إعادة فتح %n عناصر</numerusform>
            <numerusform>إعادة فتح %n عنصرًا</numerusform>
            <numerusform>إعادة فتح %n عنصر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>delete %n item(s)</source>
        <translation>
            <numerusform>عدم حذف أي عنصر</numerusform>
            <numerusform>حذف عنصر واحد</numerusform>
            <numerusform>حذف عنصرين</numerusform>
            <numerusform>حذف %n عناصر</numerusform>
            <numerusform>حذف %n عنصرًا</numerusform>
            <numerusform>حذف %n عنصر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>relabel %n item(s) as %1</source>
        <translation>
            <numerusform>عدم تغيير وسم أي عنصر إلى %1</numerusform>
            <numerusform>تغيير وسم عنصر واحد إلى %1</numerusform>
            <numerusform>تغيير وسم عنصرين إلى %1</numerusform>
            <numerusform>تغيير وسم %n عناصر إلى %1</numerusform>
            <numerusform>تغيير وسم %n عنصرًا إلى %1</numerusform>
            <numerusform>تغيير وسم %n عنصر إلى %1</numerusform>
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
        <translation>توسيم بـ«%1»</translation>
    </message>
    <message>
        <source>move an edge</source>
        <translation>نقل حدّ</translation>
    </message>
    <message>
        <source>relabel as %1</source>
        <translation>تغيير الوسم إلى «%1»</translation>
    </message>
    <message>
        <source>change a note</source>
        <translation>تغيير ملاحظة</translation>
    </message>
    <message>
        <source>set %1</source>
        <translation>تعيين %1</translation>
    </message>
    <message numerus="yes">
        <source>delete %n item(s)</source>
        <translation>
            <numerusform>عدم حذف أي عنصر</numerusform>
            <numerusform>حذف عنصر واحد</numerusform>
            <numerusform>حذف عنصرين</numerusform>
            <numerusform>حذف %n عناصر</numerusform>
            <numerusform>حذف %n عنصرًا</numerusform>
            <numerusform>حذف %n عنصر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>accept %n item(s)</source>
        <translation>
            <numerusform>عدم قبول أي عنصر</numerusform>
            <numerusform>قبول عنصر واحد</numerusform>
            <numerusform>قبول عنصرين</numerusform>
            <numerusform>قبول %n عناصر</numerusform>
            <numerusform>قبول %n عنصرًا</numerusform>
            <numerusform>قبول %n عنصر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reject %n item(s)</source>
        <translation>
            <numerusform>عدم رفض أي عنصر</numerusform>
            <numerusform>رفض عنصر واحد</numerusform>
            <numerusform>رفض عنصرين</numerusform>
            <numerusform>رفض %n عناصر</numerusform>
            <numerusform>رفض %n عنصرًا</numerusform>
            <numerusform>رفض %n عنصر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reopen %n item(s)</source>
        <translation>
            <numerusform>عدم إعادة فتح أي عنصر</numerusform>
            <numerusform>إعادة فتح عنصر واحد</numerusform>
            <numerusform>إعادة فتح عنصرين</numerusform>
            <numerusform>إعادة فتح %n عناصر</numerusform>
            <numerusform>إعادة فتح %n عنصرًا</numerusform>
            <numerusform>إعادة فتح %n عنصر</numerusform>
        </translation>
    </message>
    <message>
        <source>set the speaker</source>
        <translation>تعيين المتحدث</translation>
    </message>
    <message>
        <source>change the speaker %1</source>
        <translation>تغيير المتحدث %1</translation>
    </message>
    <message>
        <source>add an attribution</source>
        <translation>إضافة إسناد</translation>
    </message>
    <message>
        <source>fill the %1</source>
        <translation>ملء الدور %1</translation>
    </message>
    <message>
        <source>clear the %1</source>
        <translation>إفراغ الدور %1</translation>
    </message>
    <message>
        <source>change the kind</source>
        <translation>تغيير النوع</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::ReviewFilter</name>
    <message>
        <source>open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>a range of confidence</comment>
        <translation>%1 إلى %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>the least confidence</comment>
        <translation>من %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <comment>the greatest confidence</comment>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>made by %1</source>
        <translation>أنشأه %1</translation>
    </message>
    <message>
        <source>made by people</source>
        <translation>أنشأه أشخاص</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>مستورد</translation>
    </message>
    <message>
        <source>found by detectors</source>
        <translation>وجدته الكواشف</translation>
    </message>
    <message>
        <source>without a speaker</source>
        <translation>بلا متحدث</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>مع ملاحظة</translation>
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
        <translation>وسم جديد</translation>
    </message>
    <message>
        <source>New frame</source>
        <translation>إطار جديد</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>دور</translation>
    </message>
    <message>
        <source>New label %1</source>
        <translation>وسم جديد %1</translation>
    </message>
    <message>
        <source>New frame %1</source>
        <translation>إطار جديد %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::SchemaStep</name>
    <message numerus="yes">
        <source>%n span(s) in the project have the label “%1”. Say which label they get instead.</source>
        <translation>
            <numerusform>لا مقاطع في المشروع بالوسم «%1». حدد الوسم البديل.</numerusform>
            <numerusform>في المشروع مقطع واحد بالوسم «%1». حدد الوسم البديل.</numerusform>
            <numerusform>في المشروع مقطعان بالوسم «%1». حدد الوسم البديل.</numerusform>
            <numerusform>في المشروع %n مقاطع بالوسم «%1». حدد الوسم البديل.</numerusform>
            <numerusform>في المشروع %n مقطعًا بالوسم «%1». حدد الوسم البديل.</numerusform>
            <numerusform>في المشروع %n مقطع بالوسم «%1». حدد الوسم البديل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind “%1”. Remove them first.</source>
        <translation>
            <numerusform>لا أطر في المشروع من النوع «%1».</numerusform>
            <numerusform>في المشروع إطار واحد من النوع «%1». أزِله أولًا.</numerusform>
            <numerusform>في المشروع إطاران من النوع «%1». أزِلهما أولًا.</numerusform>
            <numerusform>في المشروع %n أطر من النوع «%1». أزِلها أولًا.</numerusform>
            <numerusform>في المشروع %n إطارًا من النوع «%1». أزِلها أولًا.</numerusform>
            <numerusform>في المشروع %n إطار من النوع «%1». أزِلها أولًا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project fill the role “%1”. Take them out of it first.</source>
        <translation>
            <numerusform>لا مقاطع في المشروع تشغل الدور «%1».</numerusform>
            <numerusform>في المشروع مقطع واحد يشغل الدور «%1». أخرِجه منه أولًا.</numerusform>
            <numerusform>في المشروع مقطعان يشغلان الدور «%1». أخرِجهما منه أولًا.</numerusform>
            <numerusform>في المشروع %n مقاطع تشغل الدور «%1». أخرِجها منه أولًا.</numerusform>
            <numerusform>في المشروع %n مقطعًا تشغل الدور «%1». أخرِجها منه أولًا.</numerusform>
            <numerusform>في المشروع %n مقطع تشغل الدور «%1». أخرِجها منه أولًا.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::SpeakerEdits</name>
    <message>
        <source>A speaker needs a name.</source>
        <translation>يحتاج المتحدث إلى اسم.</translation>
    </message>
    <message>
        <source>“%1” is no item of Wikidata: those are a Q and a number, like Q42.</source>
        <translation>‏«%1» ليس عنصرًا في ويكي بيانات: عناصرها حرف Q ثم رقم، مثل Q42.</translation>
    </message>
    <message>
        <source>“%1” is no colour of the form #rrggbb.</source>
        <translation>‏«%1» ليس لونًا على الصورة ‎#rrggbb.</translation>
    </message>
    <message>
        <source>There is a speaker called %1 already. Merge the two instead.</source>
        <translation>يوجد متحدث باسم %1. ادمج الاثنين بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>add the speaker %1</source>
        <translation>إضافة المتحدث %1</translation>
    </message>
    <message>
        <source>This speaker is gone.</source>
        <translation>لم يعد هذا المتحدث موجودًا.</translation>
    </message>
    <message>
        <source>change the speaker %1</source>
        <translation>تغيير المتحدث %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 is mentioned in %n article(s). Merge the speaker with another one instead.</source>
        <translation>
            <numerusform>لا إشارة إلى %1 في أي مقال. ادمج المتحدث مع آخر بدلًا من ذلك.</numerusform>
            <numerusform>يُشار إلى %1 في مقال واحد. ادمج المتحدث مع آخر بدلًا من ذلك.</numerusform>
            <numerusform>يُشار إلى %1 في مقالين. ادمج المتحدث مع آخر بدلًا من ذلك.</numerusform>
            <numerusform>يُشار إلى %1 في %n مقالات. ادمج المتحدث مع آخر بدلًا من ذلك.</numerusform>
            <numerusform>يُشار إلى %1 في %n مقالًا. ادمج المتحدث مع آخر بدلًا من ذلك.</numerusform>
            <numerusform>يُشار إلى %1 في %n مقال. ادمج المتحدث مع آخر بدلًا من ذلك.</numerusform>
        </translation>
    </message>
    <message>
        <source>delete the speaker %1</source>
        <translation>حذف المتحدث %1</translation>
    </message>
    <message>
        <source>A speaker cannot be merged into itself: choose another one.</source>
        <translation>لا يمكن دمج متحدث في نفسه: اختر متحدثًا آخر.</translation>
    </message>
    <message>
        <source>merge %1 into %2</source>
        <translation>دمج %1 في %2</translation>
    </message>
    <message numerus="yes">
        <source>merge %n speaker(s) into %1</source>
        <translation>
            <numerusform>عدم دمج أي متحدث في %1</numerusform>
            <numerusform>دمج متحدث واحد في %1</numerusform>
            <numerusform>دمج متحدثَين في %1</numerusform>
            <numerusform>دمج %n متحدثين في %1</numerusform>
            <numerusform>دمج %n متحدثًا في %1</numerusform>
            <numerusform>دمج %n متحدث في %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the mentions that go to the new speaker.</source>
        <translation>اختر الإشارات التي تنتقل إلى المتحدث الجديد.</translation>
    </message>
    <message>
        <source>split %1 from %2</source>
        <translation>فصل %1 عن %2</translation>
    </message>
    <message>
        <source>%1 is not mentioned by these words.</source>
        <translation>لا يُشار إلى %1 بهذه الكلمات.</translation>
    </message>
    <message>
        <source>“%1” is always %2</source>
        <translation>«%1» هو دائمًا %2</translation>
    </message>
    <message>
        <source>There is another speaker called %1, who is mentioned by other words too. Merge the two, or give that one another name, first.</source>
        <translation>ثمة متحدث آخر باسم %1، يُشار إليه بكلمات أخرى أيضًا. ادمج الاثنين، أو أعطِ ذاك اسمًا آخر، أولًا.</translation>
    </message>
</context>
<context>
    <name>Quoth::Exchange</name>
    <message>
        <source>This is a table of annotations as Quoth writes it, not one of articles. To take annotations along, export them as &quot;jsonl&quot; and import that.</source>
        <translation>هذا جدول توسيمات كما يكتبه Quoth، لا جدول مقالات. لأخذ التوسيمات معك، صدّرها بصيغة «jsonl» واستورد ذلك.</translation>
    </message>
    <message>
        <source>The table has no column &quot;%1&quot;; it has: %2.</source>
        <translation>ليس في الجدول عمود «%1»؛ أعمدته: %2.</translation>
    </message>
    <message>
        <source>A column cannot be &quot;%1&quot;, only one of: %2.</source>
        <translation>لا يمكن أن يكون العمود «%1»، بل واحد من: %2.</translation>
    </message>
    <message>
        <source>No column of the table is known to hold the articles&apos; text. Say which one does, with --columns text=NAME; it has: %1.</source>
        <translation>لا يُعرف في الجدول عمود فيه نص المقالات. حدده بالخيار ‎--columns text=NAME؛ والأعمدة: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not say which column is what, as in text=body; what it can be: %2.</source>
        <translation>لا يحدد «%1» وظيفة عمود، كما في text=body؛ الوظائف الممكنة: %2.</translation>
    </message>
    <message>
        <source>An article&apos;s id comes more than once; a number was added to it.</source>
        <translation>تكرر معرّف مقال؛ فأُضيف إليه رقم.</translation>
    </message>
    <message>
        <source>The file holds no article. %1</source>
        <translation>ليس في الملف أي مقال. %1</translation>
    </message>
    <message>
        <source>The file holds no article.</source>
        <translation>ليس في الملف أي مقال.</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>العمود %1</translation>
    </message>
    <message>
        <source>The row has no text and was skipped.</source>
        <translation>الصف بلا نص فتُخطي.</translation>
    </message>
    <message>
        <source>The row has more cells than the header.</source>
        <translation>في الصف خلايا أكثر مما في الترويسة.</translation>
    </message>
    <message>
        <source>The table is empty.</source>
        <translation>الجدول فارغ.</translation>
    </message>
    <message>
        <source>The table holds no article.</source>
        <translation>ليس في الجدول أي مقال.</translation>
    </message>
    <message>
        <source>A span without characters was left out.</source>
        <translation>استُبعد مقطع بلا محارف.</translation>
    </message>
    <message>
        <source>A span outside the text was left out.</source>
        <translation>استُبعد مقطع خارج النص.</translation>
    </message>
    <message>
        <source>A line that is no annotation of brat&apos;s was skipped.</source>
        <translation>تُخطي سطر ليس توسيمًا من brat.</translation>
    </message>
    <message>
        <source>An equivalence was not kept.</source>
        <translation>لم يُحفظ تكافؤ.</translation>
    </message>
    <message>
        <source>An annotation whose id is given twice was skipped.</source>
        <translation>تُخطي توسيم ورد معرّفه مرتين.</translation>
    </message>
    <message>
        <source>Origins, confidences, explanations and speakers went into notes of the type &quot;Quoth&quot;.</source>
        <translation>وُضعت المناشئ ودرجات الثقة والتعليلات والمتحدثون في ملاحظات من النوع «Quoth».</translation>
    </message>
    <message>
        <source>Spans were cut at line breaks; notes keep how they were.</source>
        <translation>قُسّمت المقاطع عند فواصل الأسطر؛ وتحفظ الملاحظات ما كانت عليه.</translation>
    </message>
    <message>
        <source>Annotations of nothing but line breaks were left out.</source>
        <translation>استُبعدت توسيمات ليس فيها إلا فواصل أسطر.</translation>
    </message>
    <message>
        <source>Articles&apos; ids were changed so that they can be file names.</source>
        <translation>غُيّرت معرّفات مقالات لتصلح أسماء ملفات.</translation>
    </message>
    <message>
        <source>Articles lost their metadata, for which brat has no place.</source>
        <translation>فقدت المقالات بياناتها الوصفية، إذ لا مكان لها في brat.</translation>
    </message>
    <message>
        <source>The folder could not be put in its place.</source>
        <translation>تعذّر وضع المجلد في مكانه.</translation>
    </message>
    <message>
        <source>The file could not be put in its place.</source>
        <translation>تعذّر وضع الملف في مكانه.</translation>
    </message>
    <message>
        <source>brat standoff is a folder of files and cannot go to the standard output.</source>
        <translation>صيغة brat standoff مجلد من الملفات ولا يمكن أن تذهب إلى الخرج القياسي.</translation>
    </message>
    <message>
        <source>brat standoff is a folder, but there is a file of this name.</source>
        <translation>صيغة brat standoff مجلد، لكن يوجد ملف بهذا الاسم.</translation>
    </message>
    <message>
        <source>brat standoff</source>
        <translation>brat standoff</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>لا يوجد ملف أو مجلد بهذا الاسم.</translation>
    </message>
    <message>
        <source>An annotation file without its text was skipped.</source>
        <translation>تُخطي ملف توسيمات بلا نصه.</translation>
    </message>
    <message>
        <source>The folder holds no text file.</source>
        <translation>ليس في المجلد أي ملف نصي.</translation>
    </message>
    <message>
        <source>A file was skipped. %1</source>
        <translation>تُخطي ملف. %1</translation>
    </message>
    <message>
        <source>A fragment outside the text was dropped.</source>
        <translation>أُسقطت قطعة خارج النص.</translation>
    </message>
    <message>
        <source>A fragment without characters was dropped.</source>
        <translation>أُسقطت قطعة بلا محارف.</translation>
    </message>
    <message>
        <source>A span of which no fragment was left was dropped.</source>
        <translation>أُسقط مقطع لم يبق منه أي قطعة.</translation>
    </message>
    <message>
        <source>A span&apos;s text is not what its offsets give; the offsets were believed.</source>
        <translation>نص مقطع لا يوافق إزاحاته؛ فاعتُمدت الإزاحات.</translation>
    </message>
    <message>
        <source>An event&apos;s reference to a trigger that is not there was dropped.</source>
        <translation>أُسقطت إحالة حدث إلى مثير (trigger) غير موجود.</translation>
    </message>
    <message>
        <source>An argument that is an event was replaced by that event&apos;s trigger.</source>
        <translation>وُضع مثير الحدث (trigger) مكان وسيط هو حدث.</translation>
    </message>
    <message>
        <source>A role&apos;s reference to a span that is not there was dropped.</source>
        <translation>أُسقطت إحالة دور إلى مقطع غير موجود.</translation>
    </message>
    <message>
        <source>An attribution of which no span was left was dropped.</source>
        <translation>أُسقط إسناد لم يبق منه أي مقطع.</translation>
    </message>
    <message>
        <source>A binary relation was not kept: it is no attribution.</source>
        <translation>لم تُحفظ علاقة ثنائية: ليست إسنادًا.</translation>
    </message>
    <message>
        <source>An attribute of something that is not there was dropped.</source>
        <translation>أُسقطت سمة لشيء غير موجود.</translation>
    </message>
    <message>
        <source>A note on something that is not there was dropped.</source>
        <translation>أُسقطت ملاحظة على شيء غير موجود.</translation>
    </message>
    <message>
        <source>A normalisation was not kept: it is no reference of a span to Wikidata.</source>
        <translation>لم تُحفظ تسوية (normalisation): ليست إحالة مقطع إلى ويكي بيانات.</translation>
    </message>
    <message>
        <source>The offsets count CRLF as two characters and were read so.</source>
        <translation>تعدّ الإزاحات CRLF محرفين، وقُرئت كذلك.</translation>
    </message>
    <message>
        <source>Attributes that are no texts, or are named as no feature may be, went as JSON into the feature &quot;attributes&quot;.</source>
        <translation>وُضعت السمات التي ليست نصوصًا، أو التي لا تصلح أسماؤها للخصائص، بصيغة JSON في الخاصية «attributes».</translation>
    </message>
    <message>
        <source>UIMA CAS JSON (INCEpTION)</source>
        <translation>UIMA CAS JSON (INCEpTION)</translation>
    </message>
    <message>
        <source>This is no JSON: %1, at byte %2.</source>
        <translation>هذا ليس JSON: %1، عند البايت %2.</translation>
    </message>
    <message>
        <source>This is no UIMA CAS: there is no &quot;%1&quot;.</source>
        <translation>هذا ليس UIMA CAS: لا يوجد «%1».</translation>
    </message>
    <message>
        <source>Annotations of another view than the first with a text were dropped.</source>
        <translation>أُسقطت توسيمات منظور غير أول منظور له نص.</translation>
    </message>
    <message>
        <source>References to arrays that very many structures share were dropped.</source>
        <translation>أُسقطت إحالات إلى مصفوفات مشتركة بين بنى كثيرة جدًا.</translation>
    </message>
    <message>
        <source>A structure without a type was dropped.</source>
        <translation>أُسقطت بنية بلا نوع.</translation>
    </message>
    <message>
        <source>%1, structure %2</source>
        <translation>%1، البنية %2</translation>
    </message>
    <message>
        <source>An id is given twice; references mean the first one.</source>
        <translation>ورد معرّف مرتين؛ والإحالات تعني الأول.</translation>
    </message>
    <message>
        <source>An annotation lies outside the text and was dropped.</source>
        <translation>توسيم خارج النص، فأُسقط.</translation>
    </message>
    <message>
        <source>An annotation without characters was dropped.</source>
        <translation>توسيم بلا محارف، فأُسقط.</translation>
    </message>
    <message>
        <source>Annotations of words and syntax were not taken in.</source>
        <translation>لم تؤخذ توسيمات الكلمات والنحو.</translation>
    </message>
    <message>
        <source>A link to something that is not there was dropped.</source>
        <translation>أُسقط رابط إلى شيء غير موجود.</translation>
    </message>
    <message>
        <source>Chains were not taken in, only their links.</source>
        <translation>لم تؤخذ السلاسل، بل حلقاتها فقط.</translation>
    </message>
    <message>
        <source>An attribution without any span was dropped.</source>
        <translation>أُسقط إسناد بلا أي مقطع.</translation>
    </message>
    <message>
        <source>There is no text in it.</source>
        <translation>ليس فيه نص.</translation>
    </message>
    <message>
        <source>A file of the suffix .%1 holds one article. Export several to a .zip.</source>
        <translation>يضم الملف ذو الامتداد %1 مقالًا واحدًا. صدّر عدة مقالات إلى ملف zip.</translation>
    </message>
    <message>
        <source>Spans that are no claims were left out.</source>
        <translation>استُبعدت مقاطع ليست ادعاءات.</translation>
    </message>
    <message>
        <source>Attributions were left out; claimants come from them.</source>
        <translation>استُبعدت الإسنادات؛ ومنها يُعرف أصحاب الادعاءات.</translation>
    </message>
    <message>
        <source>The articles&apos; texts and further metadata were left out.</source>
        <translation>استُبعدت نصوص المقالات وبيانات وصفية أخرى.</translation>
    </message>
    <message>
        <source>States, origins, confidences and explanations of claims were left out.</source>
        <translation>استُبعدت حالات الادعاءات ومناشئها ودرجات ثقتها وتعليلاتها.</translation>
    </message>
    <message>
        <source>Notes and attributes of claims were left out.</source>
        <translation>استُبعدت ملاحظات الادعاءات وسماتها.</translation>
    </message>
    <message>
        <source>The places of claims in the text were left out.</source>
        <translation>استُبعدت مواضع الادعاءات في النص.</translation>
    </message>
    <message>
        <source>Claims in several pieces were joined by &quot; … &quot;.</source>
        <translation>ضُمّت الادعاءات ذات القطع المتعددة بـ« … ».</translation>
    </message>
    <message>
        <source>Claims for schema.org</source>
        <translation>ادعاءات لـ schema.org</translation>
    </message>
    <message>
        <source>Articles without words were left out.</source>
        <translation>استُبعدت مقالات بلا كلمات.</translation>
    </message>
    <message>
        <source>States, which have no column: what was not accepted looks like the rest.</source>
        <translation>لا عمود للحالات: فما لم يُقبل يظهر كغيره.</translation>
    </message>
    <message>
        <source>Confidences have no column.</source>
        <translation>لا عمود لدرجات الثقة.</translation>
    </message>
    <message>
        <source>Origins and explanations have no column.</source>
        <translation>لا عمود للمناشئ والتعليلات.</translation>
    </message>
    <message>
        <source>Notes have no column.</source>
        <translation>لا عمود للملاحظات.</translation>
    </message>
    <message>
        <source>Attributes have no column.</source>
        <translation>لا عمود للسمات.</translation>
    </message>
    <message>
        <source>Speakers have no column.</source>
        <translation>لا عمود للمتحدثين.</translation>
    </message>
    <message>
        <source>Spans in several pieces became as many spans.</source>
        <translation>صارت المقاطع ذات القطع المتعددة مقاطع بعدد قطعها.</translation>
    </message>
    <message>
        <source>Attributions have no place; their spans were written.</source>
        <translation>لا مكان للإسنادات؛ وكُتبت مقاطعها.</translation>
    </message>
    <message>
        <source>Articles lost their id and metadata.</source>
        <translation>فقدت المقالات معرّفها وبياناتها الوصفية.</translation>
    </message>
    <message>
        <source>Articles lost the blanks and line ends between their words.</source>
        <translation>فقدت المقالات الفراغات ونهايات الأسطر بين كلماتها.</translation>
    </message>
    <message>
        <source>Spans were left out because one with more words holds their place: a word has one label.</source>
        <translation>استُبعدت مقاطع لأن مقطعًا أكثر كلمات يشغل مكانها: فللكلمة وسم واحد.</translation>
    </message>
    <message>
        <source>CoNLL-2003, four columns</source>
        <translation>CoNLL-2003، أربعة أعمدة</translation>
    </message>
    <message>
        <source>CoNLL-2002, two columns</source>
        <translation>CoNLL-2002، عمودان</translation>
    </message>
    <message>
        <source>CoNLL, two columns, IOBES</source>
        <translation>CoNLL، عمودان، IOBES</translation>
    </message>
    <message>
        <source>CoNLL, columns for each label</source>
        <translation>CoNLL، أعمدة لكل وسم</translation>
    </message>
    <message>
        <source>A line has not as many columns as the others; what it lacks was taken as O.</source>
        <translation>عدد أعمدة سطر أقل من غيره؛ وعُدّ الناقص O.</translation>
    </message>
    <message>
        <source>All of spans and attributions but their words, labels and roles went into a comment that only Quoth reads.</source>
        <translation>وُضع كل ما في المقاطع والإسنادات، سوى كلماتها ووسومها وأدوارها، في تعليق لا يقرؤه إلا Quoth.</translation>
    </message>
    <message>
        <source>Articles&apos; metadata went into a comment that only Quoth reads.</source>
        <translation>وُضعت البيانات الوصفية للمقالات في تعليق لا يقرؤه إلا Quoth.</translation>
    </message>
    <message>
        <source>CoNLL-U</source>
        <translation>CoNLL-U</translation>
    </message>
    <message>
        <source>A line that is no word of CoNLL-U was skipped.</source>
        <translation>تُخطي سطر ليس كلمة من CoNLL-U.</translation>
    </message>
    <message>
        <source>The details of an article are no JSON and were left out.</source>
        <translation>تفاصيل مقال ليست JSON فاستُبعدت.</translation>
    </message>
    <message>
        <source>A span that is not of the form B-Label:id was dropped.</source>
        <translation>أُسقط مقطع ليس على الصورة B-Label:id.</translation>
    </message>
    <message>
        <source>Spans of nothing but blanks were left out.</source>
        <translation>استُبعدت مقاطع ليس فيها إلا فراغات.</translation>
    </message>
    <message>
        <source>Spans lost the blanks that they begin or end with.</source>
        <translation>فقدت المقاطع الفراغات في بداياتها ونهاياتها.</translation>
    </message>
    <message>
        <source>Cells that look like formulas got an apostrophe before them.</source>
        <translation>سُبقت الخلايا التي تشبه الصيغ الحسابية بفاصلة عليا.</translation>
    </message>
    <message>
        <source>Table for spreadsheets</source>
        <translation>جدول لبرامج الجداول</translation>
    </message>
    <message>
        <source>Table with tabs</source>
        <translation>جدول بعلامات جدولة</translation>
    </message>
    <message>
        <source>A quotation mark is not closed: the cell goes on to the end of the file.</source>
        <translation>علامة تنصيص غير مغلقة: تمتد الخلية إلى نهاية الملف.</translation>
    </message>
    <message>
        <source>doccano JSON Lines, counting grapheme clusters</source>
        <translation>doccano JSON Lines، بعدّ عناقيد المحارف</translation>
    </message>
    <message>
        <source>doccano JSON Lines</source>
        <translation>doccano JSON Lines</translation>
    </message>
    <message>
        <source>Suggestions look like labels that were given; Quoth finds their state beside the text.</source>
        <translation>تظهر الاقتراحات كوسوم معطاة؛ ويجد Quoth حالتها بجانب النص.</translation>
    </message>
    <message>
        <source>Confidences, explanations, speakers, notes and attributes of spans were kept beside the text, where Quoth finds them.</source>
        <translation>حُفظت درجات الثقة والتعليلات والمتحدثون والملاحظات وسمات المقاطع بجانب النص، حيث يجدها Quoth.</translation>
    </message>
    <message>
        <source>Spans that begin or end within a character (a grapheme cluster) show the whole of it; Quoth finds the exact place beside the text.</source>
        <translation>المقاطع التي تبدأ أو تنتهي داخل محرف (عنقود محارف) تُظهره كله؛ ويجد Quoth الموضع الدقيق بجانب النص.</translation>
    </message>
    <message>
        <source>Spans overlap: doccano takes them only into projects that allow it, and drops them elsewhere.</source>
        <translation>تتراكب مقاطع: لا يقبلها doccano إلا في مشاريع تسمح بذلك، ويسقطها في غيرها.</translation>
    </message>
    <message>
        <source>Labels that are no list were left out.</source>
        <translation>استُبعدت وسوم ليست قائمة.</translation>
    </message>
    <message>
        <source>A label that belongs to no place in the text was left out.</source>
        <translation>استُبعد وسم لا يخص موضعًا في النص.</translation>
    </message>
    <message>
        <source>A span whose offsets are no whole numbers was left out.</source>
        <translation>استُبعد مقطع ليست إزاحاته أعدادًا صحيحة.</translation>
    </message>
    <message>
        <source>A span without a label was left out.</source>
        <translation>استُبعد مقطع بلا وسم.</translation>
    </message>
    <message>
        <source>A span&apos;s id is given twice; references mean the first.</source>
        <translation>ورد معرّف مقطع مرتين؛ والإحالات تعني الأول.</translation>
    </message>
    <message>
        <source>A relation of a span that is not there was left out.</source>
        <translation>استُبعدت علاقة لمقطع غير موجود.</translation>
    </message>
    <message>
        <source>The file holds no text.</source>
        <translation>ليس في الملف نص.</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>مستند Word</translation>
    </message>
    <message>
        <source>The archive holds no Word document.</source>
        <translation>ليس في الأرشيف مستند Word.</translation>
    </message>
    <message>
        <source>EPUB book</source>
        <translation>كتاب EPUB</translation>
    </message>
    <message>
        <source>The archive holds no EPUB.</source>
        <translation>ليس في الأرشيف EPUB.</translation>
    </message>
    <message>
        <source>The book is locked (DRM) and cannot be read.</source>
        <translation>الكتاب مقفل (DRM) وتتعذر قراءته.</translation>
    </message>
    <message>
        <source>A document of the book was left out. %1</source>
        <translation>استُبعد مستند من الكتاب. %1</translation>
    </message>
    <message>
        <source>The page&apos;s elements are nested too deep to be read.</source>
        <translation>عناصر الصفحة متداخلة بعمق يمنع قراءتها.</translation>
    </message>
    <message>
        <source>Notes at the foot or the end were left out.</source>
        <translation>استُبعدت الحواشي السفلية والختامية.</translation>
    </message>
    <message>
        <source>The book names no documents with text.</source>
        <translation>لا يذكر الكتاب أي مستندات فيها نص.</translation>
    </message>
    <message>
        <source>Role fillers were left out because their spans are in a state that is not exported.</source>
        <translation>استُبعد شاغلو أدوار لأن مقاطعهم في حالة لا تُصدَّر.</translation>
    </message>
    <message>
        <source>Attributions were left out because none of their spans is exported.</source>
        <translation>استُبعدت إسنادات لأنه لا يُصدَّر أي من مقاطعها.</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>هذا مجلد، لا ملف.</translation>
    </message>
    <message>
        <source>The file is larger than an article may be (1 GiB).</source>
        <translation>الملف أكبر مما يجوز للمقال (1 GiB).</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>الملف فارغ.</translation>
    </message>
    <message>
        <source>This is no text: it seems to be %1.</source>
        <translation>هذا ليس نصًا: يبدو أنه %1.</translation>
    </message>
    <message>
        <source>Bytes that are not valid %1 became U+FFFD.</source>
        <translation>حُوِّلت بايتات ليست %1 صالحًا إلى U+FFFD.</translation>
    </message>
    <message>
        <source>The import was cancelled.</source>
        <translation>أُلغي الاستيراد.</translation>
    </message>
    <message>
        <source>Spans that other programs would take for valid ones were only kept beside the text, where Quoth finds them.</source>
        <translation>المقاطع التي قد تعدّها برامج أخرى صالحة حُفظت بجانب النص فقط، حيث يجدها Quoth.</translation>
    </message>
    <message>
        <source>Interrupted spans became regions joined by relations.</source>
        <translation>صارت المقاطع المتقطعة مناطق تصل بينها علاقات.</translation>
    </message>
    <message>
        <source>Attributions with one filler have no relation that shows them; they were kept beside the text, where Quoth finds them.</source>
        <translation>الإسنادات ذات الشاغل الواحد بلا علاقة تُظهرها؛ فحُفظت بجانب النص، حيث يجدها Quoth.</translation>
    </message>
    <message>
        <source>Role fillers of attributions that differ from them in state have no relation; they were kept beside the text, where Quoth finds them.</source>
        <translation>شاغلو أدوار الإسنادات الذين تختلف حالتهم عن حالتها بلا علاقة؛ فحُفظوا بجانب النص، حيث يجدهم Quoth.</translation>
    </message>
    <message>
        <source>Attributions that share a cue look like one to other programs.</source>
        <translation>الإسنادات المشتركة في قرينة تظهر إسنادًا واحدًا في برامج أخرى.</translation>
    </message>
    <message>
        <source>Kinds, speakers, notes, confidences and further attributes of attributions were kept beside the text, where Quoth finds them.</source>
        <translation>حُفظت أنواع الإسنادات ومتحدثوها وملاحظاتها ودرجات ثقتها وسماتها الأخرى بجانب النص، حيث يجدها Quoth.</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>مستند PDF</translation>
    </message>
    <message>
        <source>This Quoth was built without Poppler (libpoppler-qt6-dev). Convert the file first: pdftotext FILE.pdf.</source>
        <translation>بُنيت هذه النسخة من Quoth دون Poppler (libpoppler-qt6-dev). حوّل الملف أولًا: pdftotext FILE.pdf.</translation>
    </message>
    <message>
        <source>This Quoth was built without libzip (libzip-dev) and knows no zip archives.</source>
        <translation>بُنيت هذه النسخة من Quoth دون libzip (libzip-dev) ولا تعرف أرشيفات zip.</translation>
    </message>
    <message>
        <source>No known format fits. Name the format to read it as.</source>
        <translation>لا تناسبه أي صيغة معروفة. اذكر الصيغة التي يُقرأ بها.</translation>
    </message>
    <message>
        <source>The format &quot;%1&quot; cannot be read.</source>
        <translation>تتعذر قراءة الصيغة «%1».</translation>
    </message>
    <message>
        <source>The page is not in the encoding that it declares (%1); another was detected.</source>
        <translation>الصفحة ليست بالترميز الذي تعلنه (%1)؛ واكتُشف غيره.</translation>
    </message>
    <message>
        <source>No article was found on the page.</source>
        <translation>لم يُعثر على مقال في الصفحة.</translation>
    </message>
    <message>
        <source>Saved web page</source>
        <translation>صفحة ويب محفوظة</translation>
    </message>
    <message>
        <source>%1 and further places</source>
        <translation>%1 ومواضع أخرى</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1، السطر %2</translation>
    </message>
    <message>
        <source>Quoth JSON Lines</source>
        <translation>Quoth JSON Lines</translation>
    </message>
    <message>
        <source>The record is of the format &quot;%1&quot;; what &quot;%2&quot; knows of it was read.</source>
        <translation>التسجيلة بصيغة «%1»؛ وقُرئ منها ما تعرفه «%2».</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>ليس كائنًا</translation>
    </message>
    <message>
        <source>The line is not a JSON record (%1) and was skipped.</source>
        <translation>السطر ليس تسجيلة JSON (%1) فتُخطي.</translation>
    </message>
    <message>
        <source>The line is longer than a record may be and was skipped.</source>
        <translation>السطر أطول مما يجوز للتسجيلة فتُخطي.</translation>
    </message>
    <message>
        <source>The labelling configuration was not written: a file of another kind has its name, %1.</source>
        <translation>لم يُكتب إعداد التوسيم: فاسمه، %1، لملف من نوع آخر.</translation>
    </message>
    <message>
        <source>Label Studio tasks</source>
        <translation>مهام Label Studio</translation>
    </message>
    <message>
        <source>%1, task %2</source>
        <translation>%1، المهمة %2</translation>
    </message>
    <message>
        <source>A task could not be read (%1) and was skipped.</source>
        <translation>تعذّرت قراءة مهمة (%1) فتُخطيت.</translation>
    </message>
    <message>
        <source>The file ends before its list of tasks does.</source>
        <translation>ينتهي الملف قبل انتهاء قائمة مهامه.</translation>
    </message>
    <message>
        <source>A task has annotations by several people; what they have in common was read once.</source>
        <translation>في مهمة توسيمات لعدة أشخاص؛ وقُرئ المشترك بينهم مرة واحدة.</translation>
    </message>
    <message>
        <source>A score that is no number from 0 to 1 was left out.</source>
        <translation>استُبعدت درجة ليست عددًا من 0 إلى 1.</translation>
    </message>
    <message>
        <source>An annotation without a list of results was left out.</source>
        <translation>استُبعد توسيم بلا قائمة نتائج.</translation>
    </message>
    <message>
        <source>Results of the type &quot;%1&quot; were left out: labels, relations, choices and text areas are read.</source>
        <translation>استُبعدت نتائج من النوع «%1»: تُقرأ الوسوم والعلاقات والخيارات ومساحات النص.</translation>
    </message>
    <message>
        <source>Choices and texts that belong to no span were left out.</source>
        <translation>استُبعدت خيارات ونصوص لا تخص مقطعًا.</translation>
    </message>
    <message>
        <source>A task&apos;s data has no &quot;text&quot;; the longest of its fields was taken for it.</source>
        <translation>ليس في بيانات مهمة «text»؛ فأُخذ أطول حقولها بدلًا منه.</translation>
    </message>
    <message>
        <source>Confidences, explanations, speakers and attributes of spans that Label Studio has no place for were kept in the task&apos;s &quot;meta&quot;.</source>
        <translation>حُفظ ما لا مكان له في Label Studio من درجات الثقة والتعليلات والمتحدثين وسمات المقاطع في «meta» الخاصة بالمهمة.</translation>
    </message>
    <message>
        <source>Web page with its pictures</source>
        <translation>صفحة ويب مع صورها</translation>
    </message>
    <message>
        <source>No web page was found in the file.</source>
        <translation>لم يُعثر على صفحة ويب في الملف.</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>نص OpenDocument</translation>
    </message>
    <message>
        <source>The archive holds no OpenDocument text.</source>
        <translation>ليس في الأرشيف نص OpenDocument.</translation>
    </message>
    <message>
        <source>The document is encrypted. Save it without a password.</source>
        <translation>المستند معمّى. احفظه دون كلمة مرور.</translation>
    </message>
    <message>
        <source>%1 What stands before that was taken.</source>
        <translation>%1 وأُخذ ما قبل ذلك.</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>الخرج القياسي</translation>
    </message>
    <message>
        <source>This is no PDF document, or it is damaged.</source>
        <translation>هذا ليس مستند PDF، أو هو تالف.</translation>
    </message>
    <message>
        <source>The document holds no text, only pictures of it. Run a text recognition over it first, such as ocrmypdf.</source>
        <translation>ليس في المستند نص، بل صور له فقط. شغّل عليه التعرف على النصوص أولًا، مثل ocrmypdf.</translation>
    </message>
    <message>
        <source>Words that are written from right to left may stand in the wrong order.</source>
        <translation>قد يختل ترتيب الكلمات المكتوبة من اليمين إلى اليسار.</translation>
    </message>
    <message>
        <source>Prodigy JSON Lines</source>
        <translation>Prodigy JSON Lines</translation>
    </message>
    <message>
        <source>The spans of a rejected record were read as rejected.</source>
        <translation>قُرئت مقاطع تسجيلة مرفوضة على أنها مرفوضة.</translation>
    </message>
    <message>
        <source>The spans of a record that was passed over were read as suggestions.</source>
        <translation>قُرئت مقاطع تسجيلة متخطاة على أنها اقتراحات.</translation>
    </message>
    <message>
        <source>An answer that is not accept, reject or ignore was passed over.</source>
        <translation>تُخطيت إجابة ليست accept ولا reject ولا ignore.</translation>
    </message>
    <message>
        <source>Suggestions stand in records without an answer, with what is accepted of the article; Quoth finds their state beside the text.</source>
        <translation>الاقتراحات في تسجيلات بلا إجابة، مع ما قُبل من المقال؛ ويجد Quoth حالتها بجانب النص.</translation>
    </message>
    <message>
        <source>The text of a note could not be read. %1</source>
        <translation>تعذّرت قراءة نص ملاحظة. %1</translation>
    </message>
    <message>
        <source>A source was left out. %1</source>
        <translation>استُبعد مصدر. %1</translation>
    </message>
    <message>
        <source>A source was left out: it has no text.</source>
        <translation>استُبعد مصدر: لا نص فيه.</translation>
    </message>
    <message>
        <source>The project holds no text that could be read.</source>
        <translation>ليس في المشروع نص تمكن قراءته.</translation>
    </message>
    <message>
        <source>This is no project of the REFI-QDA standard.</source>
        <translation>هذا ليس مشروعًا وفق معيار REFI-QDA.</translation>
    </message>
    <message>
        <source>The project is of an unknown version of the standard (%1); it was read as 1.0.</source>
        <translation>المشروع بنسخة غير معروفة من المعيار (%1)؛ فقُرئ على أنه 1.0.</translation>
    </message>
    <message>
        <source>its codes are nested too deep</source>
        <translation>رموزه متداخلة بعمق مفرط</translation>
    </message>
    <message>
        <source>A selection without positions was dropped.</source>
        <translation>أُسقط تحديد بلا مواضع.</translation>
    </message>
    <message>
        <source>A selection&apos;s GUID is given twice; references mean the first.</source>
        <translation>ورد GUID تحديد مرتين؛ والإحالات تعني الأول.</translation>
    </message>
    <message>
        <source>A selection without characters was dropped.</source>
        <translation>أُسقط تحديد بلا محارف.</translation>
    </message>
    <message>
        <source>A selection outside the text was dropped.</source>
        <translation>أُسقط تحديد خارج النص.</translation>
    </message>
    <message>
        <source>A piece of a span whose first piece is not there became a span of its own.</source>
        <translation>قطعة من مقطع لا وجود لقطعته الأولى، فصارت مقطعًا بذاتها.</translation>
    </message>
    <message>
        <source>A selection without a code was dropped.</source>
        <translation>أُسقط تحديد بلا رمز.</translation>
    </message>
    <message>
        <source>A coding whose code is not there was dropped.</source>
        <translation>أُسقط ترميز لا وجود لرمزه.</translation>
    </message>
    <message>
        <source>A note that is not there was not kept.</source>
        <translation>لم تُحفظ ملاحظة غير موجودة.</translation>
    </message>
    <message>
        <source>A speaker that is not there was not kept.</source>
        <translation>لم يُحفظ متحدث غير موجود.</translation>
    </message>
    <message>
        <source>The positions of a source fit its text only if they are counted in an unusual way, and were read so.</source>
        <translation>لا توافق مواضع مصدر نصه إلا إذا عُدّت بطريقة غير معتادة، وقُرئت كذلك.</translation>
    </message>
    <message>
        <source>Codes of a whole source were not kept.</source>
        <translation>لم تُحفظ رموز مصدر كامل.</translation>
    </message>
    <message>
        <source>Links were not kept: they join no parts of an attribution.</source>
        <translation>لم تُحفظ الروابط: فهي لا تصل بين أجزاء إسناد.</translation>
    </message>
    <message>
        <source>Selections of cases were not kept: their label names no speaker.</source>
        <translation>لم تُحفظ تحديدات الحالات: فوسمها لا يسمّي متحدثًا.</translation>
    </message>
    <message>
        <source>Sources that have no text (pictures, sound, films, pages) were not read.</source>
        <translation>لم تُقرأ المصادر التي لا نص فيها (صور، أصوات، أفلام، صفحات).</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Spans in several pieces became selections that are linked.</source>
        <translation>صارت المقاطع ذات القطع المتعددة تحديدات مترابطة.</translation>
    </message>
    <message>
        <source>Suggested and rejected annotations stand among the others; only descriptions tell them apart.</source>
        <translation>التوسيمات المقترحة والمرفوضة بين غيرها؛ ولا تميّزها إلا الأوصاف.</translation>
    </message>
    <message>
        <source>What REFI-QDA has no place for (origin, confidence, attributes and the like) stands in descriptions.</source>
        <translation>ما لا مكان له في REFI-QDA (المنشأ والثقة والسمات ونحوها) موجود في الأوصاف.</translation>
    </message>
    <message>
        <source>Attributions without spans were left out.</source>
        <translation>استُبعدت إسنادات بلا مقاطع.</translation>
    </message>
    <message>
        <source>Speaker: %1</source>
        <translation>المتحدث: %1</translation>
    </message>
    <message>
        <source>A codebook holds labels only: articles are not in it.</source>
        <translation>دليل الترميز لا يضم إلا الوسوم: المقالات ليست فيه.</translation>
    </message>
    <message>
        <source>A codebook holds labels only: annotations are not in it.</source>
        <translation>دليل الترميز لا يضم إلا الوسوم: التوسيمات ليست فيه.</translation>
    </message>
    <message>
        <source>There is no label to write.</source>
        <translation>لا وسم يُكتب.</translation>
    </message>
    <message>
        <source>REFI-QDA project</source>
        <translation>مشروع REFI-QDA</translation>
    </message>
    <message>
        <source>REFI-QDA codebook</source>
        <translation>دليل ترميز REFI-QDA</translation>
    </message>
    <message>
        <source>The archive has no project.qde: it is no project of the REFI-QDA standard.</source>
        <translation>ليس في الأرشيف project.qde: فهو ليس مشروعًا وفق معيار REFI-QDA.</translation>
    </message>
    <message>
        <source>The text lies outside the archive (&quot;%1&quot;).</source>
        <translation>يقع النص خارج الأرشيف («%1»).</translation>
    </message>
    <message>
        <source>The record has no &quot;text&quot; and was skipped.</source>
        <translation>ليس في التسجيلة «text» فتُخطيت.</translation>
    </message>
    <message>
        <source>speaker %1</source>
        <translation>المتحدث %1</translation>
    </message>
    <message>
        <source>A speaker without a name was dropped.</source>
        <translation>أُسقط متحدث بلا اسم.</translation>
    </message>
    <message>
        <source>A speaker&apos;s id is given twice; references mean the first.</source>
        <translation>ورد معرّف متحدث مرتين؛ والإحالات تعني الأول.</translation>
    </message>
    <message>
        <source>A speaker&apos;s type is not known; it became a person.</source>
        <translation>نوع متحدث غير معروف؛ فصار شخصًا.</translation>
    </message>
    <message>
        <source>A speaker&apos;s colour is none of the form #rrggbb; it was dropped.</source>
        <translation>لون متحدث ليس على الصورة ‎#rrggbb؛ فأُسقط.</translation>
    </message>
    <message>
        <source>A fragment that is no pair of whole numbers was dropped.</source>
        <translation>أُسقطت قطعة ليست زوجًا من الأعداد الصحيحة.</translation>
    </message>
    <message>
        <source>A fragment that ends before it begins was dropped.</source>
        <translation>أُسقطت قطعة تنتهي قبل أن تبدأ.</translation>
    </message>
    <message>
        <source>Fragments that are no list were dropped.</source>
        <translation>أُسقطت قطع ليست قائمة.</translation>
    </message>
    <message>
        <source>A state is not known and was taken as &quot;%1&quot;.</source>
        <translation>ثمة حالة غير معروفة فعُدّت «%1».</translation>
    </message>
    <message>
        <source>A confidence that is no number from 0 to 1 was dropped.</source>
        <translation>أُسقطت درجة ثقة ليست عددًا من 0 إلى 1.</translation>
    </message>
    <message>
        <source>A reference to a speaker that is not listed was dropped.</source>
        <translation>أُسقطت إحالة إلى متحدث غير مسرود.</translation>
    </message>
    <message>
        <source>span %1</source>
        <translation>المقطع %1</translation>
    </message>
    <message>
        <source>A span without a label was dropped.</source>
        <translation>أُسقط مقطع بلا وسم.</translation>
    </message>
    <message>
        <source>claim %1</source>
        <translation>الادعاء %1</translation>
    </message>
    <message>
        <source>A claim of which no fragment was left was dropped.</source>
        <translation>أُسقط ادعاء لم يبق منه أي قطعة.</translation>
    </message>
    <message>
        <source>attribution %1</source>
        <translation>الإسناد %1</translation>
    </message>
    <message>
        <source>A kind that is not direct, indirect or mixed was dropped.</source>
        <translation>أُسقط نوع ليس direct ولا indirect ولا mixed.</translation>
    </message>
    <message>
        <source>An attribution&apos;s id is given twice; both were kept.</source>
        <translation>ورد معرّف إسناد مرتين؛ وحُفظ كلاهما.</translation>
    </message>
    <message>
        <source>it has no %1</source>
        <translation>ليس فيه %1</translation>
    </message>
    <message>
        <source>its %1 is not of a release by Quoth</source>
        <translation>ملف %1 فيه ليس لإصدار من Quoth</translation>
    </message>
    <message>
        <source>the release had no folder %1</source>
        <translation>لم يكن في الإصدار مجلد %1</translation>
    </message>
    <message>
        <source>the release had no file %1</source>
        <translation>لم يكن في الإصدار ملف %1</translation>
    </message>
    <message>
        <source>%1 was changed since</source>
        <translation>تغيّر %1 بعد ذلك</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>لا وجود لملف %1</translation>
    </message>
    <message>
        <source>A release is a folder, but there is a file or link of this name.</source>
        <translation>الإصدار مجلد، لكن يوجد ملف أو رابط بهذا الاسم.</translation>
    </message>
    <message>
        <source>The folder holds something else than an untouched release (%1) and was left alone. Choose another one.</source>
        <translation>في المجلد شيء غير إصدار لم يُمَس (%1) فتُرك على حاله. اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>Titles were left out.</source>
        <translation>استُبعدت العناوين.</translation>
    </message>
    <message>
        <source>Further metadata was left out.</source>
        <translation>استُبعدت بيانات وصفية أخرى.</translation>
    </message>
    <message>
        <source>Attributes in free words were left out.</source>
        <translation>استُبعدت سمات بكلمات حرة.</translation>
    </message>
    <message>
        <source>Explanations were left out.</source>
        <translation>استُبعدت التعليلات.</translation>
    </message>
    <message>
        <source>Notes were left out.</source>
        <translation>استُبعدت الملاحظات.</translation>
    </message>
    <message>
        <source>Rich Text Format</source>
        <translation>نص منسق (RTF)</translation>
    </message>
    <message>
        <source>Groups are nested too deep; what stands before that was taken.</source>
        <translation>المجموعات متداخلة بعمق مفرط؛ وأُخذ ما قبل ذلك.</translation>
    </message>
    <message>
        <source>The file is cut short.</source>
        <translation>الملف مبتور.</translation>
    </message>
    <message>
        <source>This is no RTF document.</source>
        <translation>هذا ليس مستند RTF.</translation>
    </message>
    <message>
        <source>Articles without annotations have no row.</source>
        <translation>لا صف للمقالات التي بلا توسيمات.</translation>
    </message>
    <message>
        <source>Texts in several pieces were joined by &quot; … &quot;; the offsets keep the pieces.</source>
        <translation>ضُمّت النصوص ذات القطع المتعددة بـ« … »؛ وتحفظ الإزاحات القطع.</translation>
    </message>
    <message>
        <source>Role fillers of roles other than source, cue and content have no column.</source>
        <translation>لا عمود لشاغلي الأدوار سوى المصدر والقرينة والمضمون.</translation>
    </message>
    <message>
        <source>TEI P5</source>
        <translation>TEI P5</translation>
    </message>
    <message>
        <source>The file has a document type declaration, which is not read: it could hide what it wants to be read. Take it out.</source>
        <translation>في الملف تعريف نوع المستند، وهو لا يُقرأ: فقد يخفي ما يراد أن يُقرأ. أزِله.</translation>
    </message>
    <message>
        <source>This is not well-formed XML (%1).</source>
        <translation>هذا ليس XML سليم البناء (%1).</translation>
    </message>
    <message>
        <source>The rest of the file was not read: it is not well-formed XML (%1).</source>
        <translation>لم تُقرأ بقية الملف: ليست XML سليم البناء (%1).</translation>
    </message>
    <message>
        <source>A second text of the same TEI element was skipped.</source>
        <translation>تُخطي نص ثانٍ في عنصر TEI نفسه.</translation>
    </message>
    <message>
        <source>A TEI element without text was skipped.</source>
        <translation>تُخطي عنصر TEI بلا نص.</translation>
    </message>
    <message>
        <source>An article that breaks off was skipped.</source>
        <translation>تُخطي مقال منقطع.</translation>
    </message>
    <message>
        <source>Notes, deletions and the like are no part of the text and were left out.</source>
        <translation>الملاحظات والمحذوفات ونحوها ليست من النص، فاستُبعدت.</translation>
    </message>
    <message>
        <source>An id that was given before was not taken.</source>
        <translation>لم يؤخذ معرّف ورد من قبل.</translation>
    </message>
    <message>
        <source>A speaker that the header does not list was named after its id.</source>
        <translation>سُمّي متحدث لا تسرده الترويسة بمعرّفه.</translation>
    </message>
    <message>
        <source>A span whose place is not in the text was dropped.</source>
        <translation>أُسقط مقطع ليس موضعه في النص.</translation>
    </message>
    <message>
        <source>Pieces of spans whose first piece is not there were dropped.</source>
        <translation>أُسقطت قطع مقاطع لا وجود لقطعتها الأولى.</translation>
    </message>
    <message>
        <source>A quotation without text was dropped.</source>
        <translation>أُسقط اقتباس بلا نص.</translation>
    </message>
    <message>
        <source>Of several speakers of one quotation the first was taken.</source>
        <translation>لاقتباس عدة متحدثين، فأُخذ أولهم.</translation>
    </message>
    <message>
        <source>A link that does not say what its targets do was dropped.</source>
        <translation>أُسقط رابط لا يذكر وظيفة أهدافه.</translation>
    </message>
    <message>
        <source>Control characters that XML cannot hold became blanks.</source>
        <translation>حُوِّلت محارف التحكم التي لا يتسع لها XML إلى فراغات.</translation>
    </message>
    <message>
        <source>The encoding &quot;%1&quot; is not known.</source>
        <translation>الترميز «%1» غير معروف.</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>نص مجرد</translation>
    </message>
    <message>
        <source>This is no WebAnno TSV of version 3.</source>
        <translation>هذا ليس WebAnno TSV من النسخة 3.</translation>
    </message>
    <message>
        <source>A sentence without words was dropped.</source>
        <translation>أُسقطت جملة بلا كلمات.</translation>
    </message>
    <message>
        <source>The line is no row of WebAnno TSV and was skipped.</source>
        <translation>السطر ليس صفًا من WebAnno TSV فتُخطي.</translation>
    </message>
    <message>
        <source>The row has too few columns.</source>
        <translation>أعمدة الصف أقل من اللازم.</translation>
    </message>
    <message>
        <source>The offsets do not fit the sentences before; the texts were believed.</source>
        <translation>لا توافق الإزاحات الجمل السابقة؛ فاعتُمدت النصوص.</translation>
    </message>
    <message>
        <source>Articles without words lost their text, for which WebAnno TSV has no place.</source>
        <translation>فقدت المقالات التي بلا كلمات نصها، إذ لا مكان له في WebAnno TSV.</translation>
    </message>
    <message>
        <source>Annotations in articles without words were left out.</source>
        <translation>استُبعدت توسيمات في مقالات بلا كلمات.</translation>
    </message>
    <message>
        <source>Spans that begin or end between words, or hold none, end with words; the feature &quot;exact&quot; keeps where.</source>
        <translation>المقاطع التي تبدأ أو تنتهي بين الكلمات، أو لا تضم كلمة، مُدّت إلى حدود الكلمات؛ وتحفظ الخاصية «exact» الموضع.</translation>
    </message>
    <message>
        <source>Line ends in notes and other features became spaces.</source>
        <translation>حُوِّلت نهايات الأسطر في الملاحظات والخصائص الأخرى إلى مسافات.</translation>
    </message>
    <message>
        <source>Empty lines and other white space before the first word became spaces.</source>
        <translation>حُوِّلت الأسطر الفارغة والفراغات الأخرى قبل الكلمة الأولى إلى مسافات.</translation>
    </message>
    <message>
        <source>a PNG image</source>
        <translation>صورة PNG</translation>
    </message>
    <message>
        <source>a JPEG image</source>
        <translation>صورة JPEG</translation>
    </message>
    <message>
        <source>a GIF image</source>
        <translation>صورة GIF</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>مستند PDF</translation>
    </message>
    <message>
        <source>a ZIP archive or an office document</source>
        <translation>أرشيف ZIP أو مستند مكتبي</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>قاعدة بيانات SQLite</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>أرشيف gzip</translation>
    </message>
    <message>
        <source>a bzip2 archive</source>
        <translation>أرشيف bzip2</translation>
    </message>
    <message>
        <source>an xz archive</source>
        <translation>أرشيف xz</translation>
    </message>
    <message>
        <source>a Zstandard archive</source>
        <translation>أرشيف Zstandard</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>أرشيف 7-Zip</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>أرشيف RAR</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>برنامج</translation>
    </message>
    <message>
        <source>an old office document</source>
        <translation>مستند مكتبي قديم</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>مستند RTF</translation>
    </message>
    <message>
        <source>a sound or film file</source>
        <translation>ملف صوت أو فيلم</translation>
    </message>
    <message>
        <source>a sound, image or film file</source>
        <translation>ملف صوت أو صورة أو فيلم</translation>
    </message>
    <message>
        <source>a binary file</source>
        <translation>ملف ثنائي</translation>
    </message>
    <message>
        <source>W3C Web Annotation</source>
        <translation>W3C Web Annotation</translation>
    </message>
    <message>
        <source>An item is not JSON of web annotations (%1) and was skipped.</source>
        <translation>تُخطي عنصر ليس من JSON توسيمات الويب (%1).</translation>
    </message>
    <message>
        <source>An item that is no annotation and no page of them was skipped.</source>
        <translation>تُخطي عنصر ليس توسيمًا ولا صفحة توسيمات.</translation>
    </message>
    <message>
        <source>The annotations come without their text. Put it beside them as &quot;%1&quot;.</source>
        <translation>جاءت التوسيمات بلا نصها. ضعه بجوارها باسم «%1».</translation>
    </message>
    <message>
        <source>annotation %1</source>
        <translation>التوسيم %1</translation>
    </message>
    <message>
        <source>An annotation that links others without saying in which roles was dropped.</source>
        <translation>أُسقط توسيم يربط غيره دون ذكر الأدوار.</translation>
    </message>
    <message>
        <source>An annotation of which no place was found in the text was dropped.</source>
        <translation>أُسقط توسيم لم يُعثر على موضع له في النص.</translation>
    </message>
    <message>
        <source>A piece of an annotation has no place in the text and was dropped.</source>
        <translation>لا موضع في النص لقطعة من توسيم، فأُسقطت.</translation>
    </message>
    <message>
        <source>A position does not fit its quote; the quote was looked for.</source>
        <translation>لا يوافق موضع نصه المقتبس؛ فبُحث عن النص المقتبس.</translation>
    </message>
    <message>
        <source>Confidences went into a property that only Quoth knows.</source>
        <translation>وُضعت درجات الثقة في خاصية لا يعرفها إلا Quoth.</translation>
    </message>
    <message>
        <source>Roles of attributions went into a property that only Quoth knows.</source>
        <translation>وُضعت أدوار الإسنادات في خاصية لا يعرفها إلا Quoth.</translation>
    </message>
    <message>
        <source>Articles lost their metadata, for which WebAnno TSV has no place.</source>
        <translation>فقدت المقالات بياناتها الوصفية، إذ لا مكان لها في WebAnno TSV.</translation>
    </message>
    <message>
        <source>WebAnno TSV 3.3 (INCEpTION)</source>
        <translation>WebAnno TSV 3.3 (INCEpTION)</translation>
    </message>
    <message>
        <source>Cells were cut that are longer than a workbook allows (32767 characters).</source>
        <translation>قُصّت الخلايا التي تزيد على ما يسمح به المصنف (32767 محرفًا).</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>مصنف Excel</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1، الصف %2</translation>
    </message>
    <message>
        <source>This is no workbook of Excel&apos;s format, or it is damaged.</source>
        <translation>هذا ليس مصنفًا بصيغة Excel، أو هو تالف.</translation>
    </message>
    <message>
        <source>Only the first sheet of the workbook was read.</source>
        <translation>لم تُقرأ إلا الورقة الأولى من المصنف.</translation>
    </message>
    <message>
        <source>A cell outside the sheet was dropped.</source>
        <translation>أُسقطت خلية خارج الورقة.</translation>
    </message>
    <message>
        <source>What types the annotations have, which other programs must know, goes only into a .zip.</source>
        <translation>أنواع التوسيمات، التي يلزم أن تعرفها البرامج الأخرى، لا تُكتب إلا في ملف zip.</translation>
    </message>
    <message>
        <source>UIMA CAS XMI (INCEpTION)</source>
        <translation>UIMA CAS XMI (INCEpTION)</translation>
    </message>
    <message>
        <source>The file declares a document type, which is not read for safety.</source>
        <translation>يعلن الملف نوع مستند، وهو لا يُقرأ حرصًا على الأمان.</translation>
    </message>
    <message>
        <source>This is no XMI file.</source>
        <translation>هذا ليس ملف XMI.</translation>
    </message>
    <message>
        <source>The file is broken here and was read up to here: %1</source>
        <translation>الملف معطوب هنا وقُرئ حتى هذا الموضع: %1</translation>
    </message>
    <message>
        <source>The description of the types cannot be read and was not used.</source>
        <translation>تعذّرت قراءة وصف الأنواع فلم يُستعمل.</translation>
    </message>
    <message>
        <source>Control characters, which XML forbids, became spaces.</source>
        <translation>حُوِّلت محارف التحكم التي يمنعها XML إلى مسافات.</translation>
    </message>
    <message>
        <source>it has a document type, which is not read because it can hide traps</source>
        <translation>فيه تعريف نوع المستند، وهو لا يُقرأ لأنه قد يخفي فخاخًا</translation>
    </message>
    <message>
        <source>The XML could not be read to its end: %1.</source>
        <translation>تعذّرت قراءة XML حتى نهايته: %1.</translation>
    </message>
    <message>
        <source>This is no zip archive, or it is damaged: %1.</source>
        <translation>هذا ليس أرشيف zip، أو هو تالف: %1.</translation>
    </message>
    <message>
        <source>The archive has no such file.</source>
        <translation>ليس في الأرشيف ملف كهذا.</translation>
    </message>
    <message>
        <source>The file unpacks to more than %1 MB and was not read.</source>
        <translation>يتجاوز الملف بعد فك ضغطه %1 م.ب. فلم يُقرأ.</translation>
    </message>
    <message>
        <source>The file cannot be unpacked: %1.</source>
        <translation>تعذّر فك ضغط الملف: %1.</translation>
    </message>
    <message>
        <source>The archive cannot be made: %1.</source>
        <translation>تعذّر صنع الأرشيف: %1.</translation>
    </message>
    <message>
        <source>This Quoth was built without libzip and knows no zip archives.</source>
        <translation>بُنيت هذه النسخة من Quoth دون libzip ولا تعرف أرشيفات zip.</translation>
    </message>
    <message>
        <source>Spans were left out because one with fewer words holds a part of their place: a word has one label.</source>
        <translation>استُبعدت مقاطع لأن مقطعًا أقل كلمات يشغل جزءًا من مكانها: فللكلمة وسم واحد.</translation>
    </message>
    <message>
        <source>There is no library for it in Debian 12. Publish the dataset (&quot;quoth release&quot;) and convert its files: pandas.read_json(FILE, lines=True).to_parquet(OUTPUT).</source>
        <translation>لا مكتبة لها في Debian 12. انشر مجموعة البيانات («quoth release») وحوّل ملفاتها: pandas.read_json(FILE, lines=True).to_parquet(OUTPUT).</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>The file cannot be read as Markdown.</source>
        <translation>تتعذر قراءة الملف بصيغة Markdown.</translation>
    </message>
</context>
<context>
    <name>Quoth::Measure</name>
    <message>
        <source>document %1</source>
        <translation>المستند %1</translation>
    </message>
    <message>
        <source>The version has no &quot;annotator&quot; in its &quot;meta&quot;.</source>
        <translation>ليس في «meta» الخاصة بالنسخة «annotator».</translation>
    </message>
    <message>
        <source>There are two versions by the annotator %1.</source>
        <translation>ثمة نسختان للموسّم %1.</translation>
    </message>
    <message>
        <source>The texts of its versions differ.</source>
        <translation>نصوص نسخه مختلفة.</translation>
    </message>
    <message>
        <source>The line has no document &quot;id&quot;.</source>
        <translation>ليس في السطر «id» لمستند.</translation>
    </message>
    <message>
        <source>The document has no &quot;text&quot;.</source>
        <translation>ليس في المستند «text».</translation>
    </message>
    <message>
        <source>The document has no list of &quot;attributions&quot;.</source>
        <translation>ليس في المستند قائمة «attributions».</translation>
    </message>
    <message>
        <source>%1, document %2</source>
        <translation>%1، المستند %2</translation>
    </message>
    <message>
        <source>%1: the fragments are no list of [begin, end] pairs.</source>
        <translation>%1: القطع ليست قائمة أزواج [begin, end].</translation>
    </message>
    <message>
        <source>%1: a fragment is no pair of whole numbers [begin, end].</source>
        <translation>%1: قطعة ليست زوج أعداد صحيحة [begin, end].</translation>
    </message>
    <message>
        <source>%1: the fragment [%2, %3] is empty; ends are exclusive.</source>
        <translation>%1: القطعة [%2, %3] فارغة؛ فالنهاية غير داخلة.</translation>
    </message>
    <message>
        <source>%1: the fragment [%2, %3] is reversed or outside the text, which has %4 code points.</source>
        <translation>%1: القطعة [%2, %3] معكوسة أو خارج النص، وفيه %4 من نقاط الترميز.</translation>
    </message>
    <message>
        <source>span %1</source>
        <translation>المقطع %1</translation>
    </message>
    <message>
        <source>attribution %1 is no object</source>
        <translation>الإسناد %1 ليس كائنًا</translation>
    </message>
    <message>
        <source>attribution %1, %2</source>
        <translation>الإسناد %1، %2</translation>
    </message>
    <message>
        <source>claim %1</source>
        <translation>الادعاء %1</translation>
    </message>
    <message>
        <source>An instance needs a &quot;doc&quot; and as many &quot;tokens&quot; ([begin, end] pairs) as &quot;labels&quot;.</source>
        <translation>تحتاج العينة إلى «doc» وإلى «tokens» (أزواج [begin, end]) بعدد «labels».</translation>
    </message>
    <message>
        <source>The predicted text is not the gold text. Predictions must be made on the very text of the gold file.</source>
        <translation>نص التنبؤ ليس نص المرجع. يجب أن تُصنع التنبؤات على نص ملف المرجع نفسه.</translation>
    </message>
    <message>
        <source>document %1, instance %2</source>
        <translation>المستند %1، العينة %2</translation>
    </message>
    <message>
        <source>The instance&apos;s tokens do not fit the text: they end after it, or are not in its order.</source>
        <translation>لا توافق رموز العينة النص: تنتهي بعده، أو ليست بترتيبه.</translation>
    </message>
    <message>
        <source>A label is none of B- or I- with source, cue or content, nor O.</source>
        <translation>ثمة وسم ليس B- أو I- مع source أو cue أو content، ولا O.</translation>
    </message>
    <message>
        <source>Units (all fragments of an attribution&apos;s role together)</source>
        <translation>الوحدات (كل قطع دور الإسناد معًا)</translation>
    </message>
    <message>
        <source>Fragments (each contiguous piece a span of its own: CofeNet)</source>
        <translation>القطع (كل قطعة متصلة مقطع بذاته: CofeNet)</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>المتنبأ به</translation>
    </message>
    <message>
        <source>strict P</source>
        <translation>P صارم</translation>
    </message>
    <message>
        <source>begin F1</source>
        <translation>F1 البداية</translation>
    </message>
    <message>
        <source>overlap P</source>
        <translation>P تراكب</translation>
    </message>
    <message>
        <source>soft P</source>
        <translation>P مرن</translation>
    </message>
    <message>
        <source>token P</source>
        <translation>P الرموز</translation>
    </message>
    <message>
        <source>Attributions</source>
        <translation>الإسنادات</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>صحيح</translation>
    </message>
    <message>
        <source>full</source>
        <translation>كامل</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>مرتبط</translation>
    </message>
    <message>
        <source>Given overlapping content: %1 pairs; source strict %2, overlap %3; cue strict %4, overlap %5</source>
        <translation>عند تراكب المضمون: %1 من الأزواج؛ المصدر: صارم %2، تراكب %3؛ القرينة: صارم %4، تراكب %5</translation>
    </message>
    <message>
        <source>Recall by gold kind</source>
        <translation>الاستدعاء بحسب نوع المرجع</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>صارم</translation>
    </message>
    <message>
        <source>begin</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>تراكب</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>مرن</translation>
    </message>
    <message>
        <source>token</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>content fragments</source>
        <translation>قطع المضمون</translation>
    </message>
    <message>
        <source>%1: full %2, linked %3 of %4; given overlapping content: %5 pairs, source strict %6, overlap %7</source>
        <translation>%1: كامل %2، مرتبط %3 من %4؛ عند تراكب المضمون: %5 من الأزواج، المصدر صارم %6، تراكب %7</translation>
    </message>
    <message>
        <source>Attributions by kind</source>
        <translation>الإسنادات بحسب النوع</translation>
    </message>
    <message>
        <source>full P</source>
        <translation>P كامل</translation>
    </message>
    <message>
        <source>linked P</source>
        <translation>P مرتبط</translation>
    </message>
    <message>
        <source>Of the linked ones, %1 have the kind that gold gives.</source>
        <translation>من المرتبطة، %1 لها النوع الذي في المرجع.</translation>
    </message>
    <message>
        <source>Precision by what made the prediction</source>
        <translation>الدقة بحسب صاحب التنبؤ</translation>
    </message>
    <message>
        <source>made by</source>
        <translation>أنشأه</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>غير مذكور</translation>
    </message>
    <message>
        <source>Calibration: how many of a confidence are right</source>
        <translation>المعايرة: كم من كل درجة ثقة صحيح</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>الثقة</translation>
    </message>
    <message>
        <source>attributions</source>
        <translation>الإسنادات</translation>
    </message>
    <message>
        <source>mean confidence</source>
        <translation>متوسط الثقة</translation>
    </message>
    <message numerus="yes">
        <source>Expected calibration error: %1 linked, %2 full; %n attribution(s) without a confidence left out</source>
        <translation>
            <numerusform>خطأ المعايرة المتوقع: مرتبط %1، كامل %2؛ لم يُستبعد أي إسناد</numerusform>
            <numerusform>خطأ المعايرة المتوقع: مرتبط %1، كامل %2؛ استُبعد إسناد واحد بلا درجة ثقة</numerusform>
            <numerusform>خطأ المعايرة المتوقع: مرتبط %1، كامل %2؛ استُبعد إسنادان بلا درجة ثقة</numerusform>
            <numerusform>خطأ المعايرة المتوقع: مرتبط %1، كامل %2؛ استُبعدت %n إسنادات بلا درجة ثقة</numerusform>
            <numerusform>خطأ المعايرة المتوقع: مرتبط %1، كامل %2؛ استُبعد %n إسنادًا بلا درجة ثقة</numerusform>
            <numerusform>خطأ المعايرة المتوقع: مرتبط %1، كامل %2؛ استُبعد %n إسناد بلا درجة ثقة</numerusform>
        </translation>
    </message>
    <message>
        <source>What accepting all of a confidence and above gives</source>
        <translation>ما يعطيه قبول كل ما يبلغ درجة ثقة فأكثر</translation>
    </message>
    <message>
        <source>from</source>
        <translation>من</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>Claims, ranked by confidence</source>
        <translation>الادعاءات، مرتبة بحسب الثقة</translation>
    </message>
    <message>
        <source>ranked</source>
        <translation>مرتبة</translation>
    </message>
    <message>
        <source>right</source>
        <translation>صحيحة</translation>
    </message>
    <message>
        <source>average precision</source>
        <translation>متوسط الدقة</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>الادعاءات</translation>
    </message>
    <message>
        <source>Speakers of the linked attributions</source>
        <translation>متحدثو الإسنادات المرتبطة</translation>
    </message>
    <message>
        <source>B-cubed P</source>
        <translation>P (B-cubed)</translation>
    </message>
    <message>
        <source>named in gold</source>
        <translation>مسمى في المرجع</translation>
    </message>
    <message>
        <source>rightly named</source>
        <translation>سُمّي صوابًا</translation>
    </message>
    <message>
        <source>share</source>
        <translation>الحصة</translation>
    </message>
    <message>
        <source>speakers</source>
        <translation>المتحدثون</translation>
    </message>
    <message numerus="yes">
        <source>%n of them without a predicted speaker</source>
        <translation>
            <numerusform>ليس منها ما هو بلا متحدث متنبأ به</numerusform>
            <numerusform>منها واحد بلا متحدث متنبأ به</numerusform>
            <numerusform>منها اثنان بلا متحدث متنبأ به</numerusform>
            <numerusform>منها %n بلا متحدث متنبأ به</numerusform>
            <numerusform>منها %n بلا متحدث متنبأ به</numerusform>
            <numerusform>منها %n بلا متحدث متنبأ به</numerusform>
        </translation>
    </message>
    <message>
        <source>documents %1</source>
        <translation>المستندات %1</translation>
    </message>
    <message>
        <source>gold attributions %1</source>
        <translation>الإسنادات المرجعية %1</translation>
    </message>
    <message>
        <source>predicted attributions %1</source>
        <translation>الإسنادات المتنبأ بها %1</translation>
    </message>
    <message>
        <source>missing documents %1</source>
        <translation>المستندات المفقودة %1</translation>
    </message>
    <message>
        <source>ignored documents %1</source>
        <translation>المستندات المتجاهلة %1</translation>
    </message>
    <message>
        <source>dropped nested %1</source>
        <translation>المتداخلة المسقطة %1</translation>
    </message>
    <message>
        <source>instances %1</source>
        <translation>العينات %1</translation>
    </message>
    <message>
        <source>articles %1</source>
        <translation>المقالات %1</translation>
    </message>
    <message>
        <source>pairs of versions %1</source>
        <translation>أزواج النسخ %1</translation>
    </message>
    <message numerus="yes">
        <source>All %n article(s) belong together in one group, which cannot be split.</source>
        <translation>
            <numerusform>لا مقالات، فلا شيء يُقسَّم.</numerusform>
            <numerusform>المقال الوحيد مجموعة واحدة لا يمكن تقسيمها.</numerusform>
            <numerusform>المقالان كلاهما في مجموعة واحدة لا يمكن تقسيمها.</numerusform>
            <numerusform>المقالات الـ%n كلها في مجموعة واحدة لا يمكن تقسيمها.</numerusform>
            <numerusform>كل المقالات، وعددها %n، في مجموعة واحدة لا يمكن تقسيمها.</numerusform>
            <numerusform>كل المقالات، وعددها %n، في مجموعة واحدة لا يمكن تقسيمها.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, too few for the %2 splits asked for.</source>
        <translation>%1، وهذا أقل من عدد الأقسام المطلوبة (%2).</translation>
    </message>
    <message numerus="yes">
        <source>There are only %n group(s) of articles that belong together</source>
        <translation>
            <numerusform>لا توجد أي مجموعة من المقالات المترابطة</numerusform>
            <numerusform>لا توجد إلا مجموعة واحدة من المقالات المترابطة</numerusform>
            <numerusform>لا توجد إلا مجموعتان من المقالات المترابطة</numerusform>
            <numerusform>لا توجد إلا %n مجموعات من المقالات المترابطة</numerusform>
            <numerusform>لا توجد إلا %n مجموعة من المقالات المترابطة</numerusform>
            <numerusform>لا توجد إلا %n مجموعة من المقالات المترابطة</numerusform>
        </translation>
    </message>
    <message>
        <source>Group by less, or ask for fewer splits.</source>
        <translation>اجمع بحسب أمور أقل، أو اطلب أقسامًا أقل.</translation>
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
            <numerusform>ولا شيء غيرها</numerusform>
            <numerusform>وواحد آخر</numerusform>
            <numerusform>واثنان آخران</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>dashed: not accepted yet</source>
        <translation>متقطع: لم يُقبل بعد</translation>
    </message>
    <message>
        <source>The picture would be %1 by %2 pixels, more than a picture can have. Write PDF or HTML instead.</source>
        <translation>ستكون الصورة %1 في %2 بكسل، وهذا أكبر مما تتسع له صورة. اكتب PDF أو HTML بدلًا منها.</translation>
    </message>
    <message>
        <source>There is not enough memory for the picture.</source>
        <translation>الذاكرة لا تكفي للصورة.</translation>
    </message>
    <message>
        <source>The pages could not be written.</source>
        <translation>تعذّرت كتابة الصفحات.</translation>
    </message>
    <message>
        <source>The file&apos;s name must end in one of .%1.</source>
        <translation>يجب أن ينتهي اسم الملف بواحد من ‎.%1.</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>غير مباشر</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>مختلط</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>مقترح</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>no speaker</source>
        <translation>بلا متحدث</translation>
    </message>
    <message>
        <source>the article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>somebody unnamed</source>
        <translation>جهة غير مسماة</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>من %1</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>شخص</translation>
    </message>
    <message>
        <source>detector “%1”</source>
        <translation>الكاشف «%1»</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>مستورد</translation>
    </message>
    <message>
        <source>imported: %1</source>
        <translation>مستورد: %1</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>المتحدث</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>الموسّم</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>Is the confidence true?</source>
        <translation>هل درجة الثقة صادقة؟</translation>
    </message>
    <message>
        <source>share that is right</source>
        <translation>حصة الصحيح</translation>
    </message>
    <message>
        <source>perfect</source>
        <translation>مثالي</translation>
    </message>
    <message>
        <source>confidence (bars: how many attributions)</source>
        <translation>الثقة (الأعمدة: عدد الإسنادات)</translation>
    </message>
    <message>
        <source>What “accept all from …” gives</source>
        <translation>ما يعطيه «قبول الكل من …»</translation>
    </message>
    <message>
        <source>share</source>
        <translation>الحصة</translation>
    </message>
    <message>
        <source>precision, linked</source>
        <translation>الدقة، مرتبط</translation>
    </message>
    <message>
        <source>precision, exact</source>
        <translation>الدقة، تام</translation>
    </message>
    <message>
        <source>recall, linked</source>
        <translation>الاستدعاء، مرتبط</translation>
    </message>
    <message>
        <source>recall, exact</source>
        <translation>الاستدعاء، تام</translation>
    </message>
    <message>
        <source>accepted from this confidence on</source>
        <translation>مقبول من درجة الثقة هذه فأكثر</translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s) with a confidence</source>
        <translation>
            <numerusform>لا إسنادات لها درجة ثقة</numerusform>
            <numerusform>إسناد واحد له درجة ثقة</numerusform>
            <numerusform>إسنادان لهما درجة ثقة</numerusform>
            <numerusform>%n إسنادات لها درجة ثقة</numerusform>
            <numerusform>%n إسنادًا لها درجة ثقة</numerusform>
            <numerusform>%n إسناد لها درجة ثقة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: expected calibration error %2</source>
        <translation>%1: خطأ المعايرة المتوقع %2</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>مرتبط</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>تام</translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>لا إسنادات</numerusform>
            <numerusform>إسناد واحد</numerusform>
            <numerusform>إسنادان</numerusform>
            <numerusform>%n إسنادات</numerusform>
            <numerusform>%n إسنادًا</numerusform>
            <numerusform>%n إسناد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>لا متحدثين</numerusform>
            <numerusform>متحدث واحد</numerusform>
            <numerusform>متحدثان</numerusform>
            <numerusform>%n متحدثين</numerusform>
            <numerusform>%n متحدثًا</numerusform>
            <numerusform>%n متحدث</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>لا مقاطع</numerusform>
            <numerusform>مقطع واحد</numerusform>
            <numerusform>مقطعان</numerusform>
            <numerusform>%n مقاطع</numerusform>
            <numerusform>%n مقطعًا</numerusform>
            <numerusform>%n مقطع</numerusform>
        </translation>
    </message>
    <message>
        <source>not “%1”</source>
        <comment>the title of an attribute</comment>
        <translation>غير «%1»</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>الفصول</translation>
    </message>
    <message>
        <source>The manual of Quoth</source>
        <translation>دليل Quoth</translation>
    </message>
    <message>
        <source>The folder cannot be made.</source>
        <translation>يتعذر إنشاء المجلد.</translation>
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
        <translation>جملة تقول ما يمكن التحقق منه: واقعة أو رقمًا أو سببًا أو مقارنة. تُستثنى الآراء والأمنيات والإعلانات. أما صاحب الادعاء فيُعرف من الاقتباس الذي يقع فيه.</translation>
    </message>
    <message>
        <source>Attribution &amp; claims</source>
        <translation>الإسناد والادعاءات</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>إسناد</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>ادعاء</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>مضمون</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>قرينة</translation>
    </message>
    <message>
        <source>Kind of claim</source>
        <translation>نوع الادعاء</translation>
    </message>
    <message>
        <source>One relation: content that is credited to a source by a cue. Several attributions may share a source; an attribution may stand inside the content of another.</source>
        <translation>علاقة واحدة: مضمون منسوب إلى مصدر بقرينة. قد تشترك عدة إسنادات في مصدر؛ وقد يقع إسناد داخل مضمون إسناد آخر.</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>اقتباس</translation>
    </message>
    <message>
        <source>Scare quote</source>
        <translation>تنصيص تحفظي</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>مصدر</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>متحدث</translation>
    </message>
    <message>
        <source>The expression that reports: the whole verb group with auxiliaries and negation, a noun (“his view”), or “according to”. A colon that introduces the content belongs to it, a comma does not.</source>
        <translation>العبارة الدالّة على النقل: الفعل كله مع الأفعال المساعدة وأدوات النفي، أو اسم («رأيه»)، أو «وفقًا لـ». النقطتان اللتان تمهّدان للمضمون منها، أما الفاصلة فلا.</translation>
    </message>
    <message>
        <source>The words that name who is credited: the whole noun phrase with title, apposition and what identifies the person, or a pronoun as it stands. “Kremlin aide Yuri Ushakov”, “the official”, “he”.</source>
        <translation>الكلمات التي تسمّي من يُنسب إليه الكلام: المركّب الاسمي كله مع اللقب والبدل وما يعرّف بالشخص، أو الضمير كما هو. «مساعد الكرملين يوري أوشاكوف»، «المسؤول»، «هو».</translation>
    </message>
    <message>
        <source>What is credited, quoted or paraphrased. Quotation marks belong to it with all that stands inside them; so do “that”, “whether” and the “to” of an infinitive. The full stop of the writer’s own sentence does not. If the cue interrupts it, it is one quotation in two pieces.</source>
        <translation>الكلام المنسوب، منقولًا بنصه أو بمعناه. علامات التنصيص منه مع كل ما بداخلها؛ وكذلك «إنّ» و«أنّ» و«ما إذا» و«أنْ» المصدرية. أما نقطة ختام جملة الكاتب نفسه فليست منه. وإذا قطعته القرينة فهو اقتباس واحد من قطعتين.</translation>
    </message>
    <message>
        <source>Words in quotation marks by which the writer keeps a distance, without a statement quoted: the so-called ‘reform’. Titles of works and nicknames are none.</source>
        <translation>كلمات بين علامتي تنصيص ينأى بها الكاتب بنفسه عن العبارة، دون نقل قول: ما يسمى “الإصلاح”. وليست منها عناوين الأعمال والألقاب.</translation>
    </message>
    <message>
        <source>Worth checking</source>
        <translation>جدير بالتحقق</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>سبب</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>مقارنة</translation>
    </message>
    <message>
        <source>event</source>
        <translation>حدث</translation>
    </message>
    <message>
        <source>law</source>
        <translation>قانون</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>other</source>
        <translation>غير ذلك</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>صفة</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>كمية</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
</context>
<context>
    <name>Quoth::Storage</name>
    <message>
        <source>An entry of the operation log cannot be read.</source>
        <translation>تتعذر قراءة مدخلة في سجل العمليات.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing. Install it (Debian: libqt6sql6-sqlite) and try again.</source>
        <translation>مشغّل SQLite الخاص بـ Qt مفقود. ثبّته (في Debian: libqt6sql6-sqlite) وحاول مجددًا.</translation>
    </message>
    <message>
        <source>Another program is using the project. Close it there and try again.</source>
        <translation>برنامج آخر يستعمل المشروع. أغلقه هناك وحاول مجددًا.</translation>
    </message>
    <message>
        <source>The project cannot be written: the file or its folder is read-only. Copy it to a place you may write to.</source>
        <translation>تتعذر كتابة المشروع: الملف أو مجلده للقراءة فقط. انسخه إلى مكان تجوز لك الكتابة فيه.</translation>
    </message>
    <message>
        <source>The disk reported a fault. Nothing of the edit was kept; check the disk and try again.</source>
        <translation>أبلغ القرص عن عطل. لم يُحفظ شيء من التعديل؛ افحص القرص وحاول مجددًا.</translation>
    </message>
    <message>
        <source>The project file is damaged. Work on a copy of it: &quot;sqlite3 FILE .recover&quot; can save what is readable.</source>
        <translation>ملف المشروع تالف. اعمل على نسخة منه: قد ينقذ «sqlite3 FILE .recover» ما يمكن قراءته.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing of the edit was kept; free some space and try again.</source>
        <translation>القرص ممتلئ. لم يُحفظ شيء من التعديل؛ أفرغ بعض المساحة وحاول مجددًا.</translation>
    </message>
    <message>
        <source>The file cannot be opened. Check that it is there and that you may read it.</source>
        <translation>يتعذر فتح الملف. تحقق من وجوده ومن أنه تجوز لك قراءته.</translation>
    </message>
    <message>
        <source>That does not fit what is in the project (%1). Nothing of it was kept.</source>
        <translation>لا يوافق ذلك ما في المشروع (%1). لم يُحفظ منه شيء.</translation>
    </message>
    <message>
        <source>The database refused: %1</source>
        <translation>رفضت قاعدة البيانات: %1</translation>
    </message>
    <message>
        <source>The project was written by a newer Quoth (file version %1, this program knows %2). Install the newer program to open it.</source>
        <translation>كتبت المشروعَ نسخةٌ أحدث من Quoth (نسخة الملف %1، وهذا البرنامج يعرف %2). ثبّت البرنامج الأحدث لفتحه.</translation>
    </message>
    <message>
        <source>The project is already open in %1 (process %2 on %3). Close it there first.</source>
        <translation>المشروع مفتوح من قبل في %1 (العملية %2 على %3). أغلقه هناك أولًا.</translation>
    </message>
    <message>
        <source>The folder of the project is read-only, so that edits could not be kept. Copy the project to a place you may write to.</source>
        <translation>مجلد المشروع للقراءة فقط، فلا يمكن حفظ التعديلات. انسخ المشروع إلى مكان تجوز لك الكتابة فيه.</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name.</source>
        <translation>يوجد ملف بهذا الاسم. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>The folder for the project does not exist. Make it first.</source>
        <translation>المجلد المراد للمشروع غير موجود. أنشئه أولًا.</translation>
    </message>
    <message>
        <source>The project is read-only, so that edits could not be kept. Copy it to a place you may write to.</source>
        <translation>المشروع للقراءة فقط، فلا يمكن حفظ التعديلات. انسخه إلى مكان تجوز لك الكتابة فيه.</translation>
    </message>
    <message>
        <source>The project file is damaged (%1). Take it from a backup, or work on a copy of it: &quot;sqlite3 FILE .recover&quot; can save what is readable.</source>
        <translation>ملف المشروع تالف (%1). خذه من نسخة احتياطية، أو اعمل على نسخة منه: قد ينقذ «sqlite3 FILE .recover» ما يمكن قراءته.</translation>
    </message>
    <message>
        <source>The project&apos;s schema cannot be read: %1</source>
        <translation>تتعذر قراءة مخطط المشروع: %1</translation>
    </message>
    <message>
        <source>The project has no article %1.</source>
        <translation>ليس في المشروع المقال %1.</translation>
    </message>
    <message>
        <source>import %1</source>
        <translation>استيراد %1</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>أُوقف؛ لم يُغيَّر شيء.</translation>
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation>أُلغي الفحص.</translation>
    </message>
    <message>
        <source>The file is damaged: %1.</source>
        <translation>الملف تالف: %1.</translation>
    </message>
    <message>
        <source>It refers to a row of %1 that is not there.</source>
        <translation>يحيل إلى صف غير موجود من %1.</translation>
    </message>
    <message>
        <source>The text is not the one that was imported: its SHA-256 differs.</source>
        <translation>النص ليس هو المستورد: فقيمة SHA-256 له مختلفة.</translation>
    </message>
    <message>
        <source>The fragments of the span overlap, touch or are out of order.</source>
        <translation>قطع المقطع متراكبة أو متلاصقة أو غير مرتبة.</translation>
    </message>
    <message>
        <source>The schema has no label &quot;%1&quot;.</source>
        <translation>ليس في المخطط وسم «%1».</translation>
    </message>
    <message>
        <source>The schema has no frame &quot;%1&quot;.</source>
        <translation>ليس في المخطط إطار «%1».</translation>
    </message>
    <message>
        <source>It is filled by a span of another article.</source>
        <translation>يشغله مقطع من مقال آخر.</translation>
    </message>
    <message>
        <source>There is no such file. Make a project with &quot;quoth new&quot;.</source>
        <translation>لا يوجد ملف كهذا. أنشئ مشروعًا بالأمر «quoth new».</translation>
    </message>
    <message>
        <source>This is a folder, not a Quoth project.</source>
        <translation>هذا مجلد، لا مشروع Quoth.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>تتعذر قراءة الملف: %1.</translation>
    </message>
    <message>
        <source>This is no Quoth project. To work on an article, import it into a project.</source>
        <translation>هذا ليس مشروع Quoth. للعمل على مقال، استورده إلى مشروع.</translation>
    </message>
    <message>
        <source>The project file is damaged: it ends within its first page.</source>
        <translation>ملف المشروع تالف: ينتهي داخل صفحته الأولى.</translation>
    </message>
    <message>
        <source>This is an SQLite database, but not a Quoth project.</source>
        <translation>هذه قاعدة بيانات SQLite، لكنها ليست مشروع Quoth.</translation>
    </message>
    <message>
        <source>The project file is damaged: %1 of %2 bytes are there. Take it from a backup, or work on a copy of it: &quot;sqlite3 FILE .recover&quot; can save what is readable.</source>
        <translation>ملف المشروع تالف: الموجود %1 من %2 بايت. خذه من نسخة احتياطية، أو اعمل على نسخة منه: قد ينقذ «sqlite3 FILE .recover» ما يمكن قراءته.</translation>
    </message>
    <message>
        <source>The project has no release %1; &quot;quoth release PROJECT --list&quot; shows those it has.</source>
        <translation>ليس في المشروع إصدار %1؛ يعرض «quoth release PROJECT --list» ما فيه.</translation>
    </message>
    <message>
        <source>Span %1 of article %2 lies outside its text. Run &quot;quoth check&quot; on the project.</source>
        <translation>المقطع %1 من المقال %2 يقع خارج نصه. شغّل «quoth check» على المشروع.</translation>
    </message>
    <message>
        <source>A project cannot be without a schema.</source>
        <translation>لا يمكن أن يكون المشروع بلا مخطط.</translation>
    </message>
    <message>
        <source>A span without text cannot be stored.</source>
        <translation>لا يمكن تخزين مقطع بلا نص.</translation>
    </message>
    <message>
        <source>A span from %1 to %2 does not fit the text of %3 characters.</source>
        <translation>المقطع من %1 إلى %2 لا يوافق النص، وطوله %3 من المحارف.</translation>
    </message>
    <message>
        <source>The schema has no label &quot;%1&quot;. Nothing of the edit was kept.</source>
        <translation>ليس في المخطط وسم «%1». لم يُحفظ شيء من التعديل.</translation>
    </message>
    <message>
        <source>The schema has no frame &quot;%1&quot;. Nothing of the edit was kept.</source>
        <translation>ليس في المخطط إطار «%1». لم يُحفظ شيء من التعديل.</translation>
    </message>
    <message numerus="yes">
        <source>The label “%1” is still on %n span(s). Relabel or delete what has it first.</source>
        <translation>
            <numerusform>ليس الوسم «%1» على أي مقطع.</numerusform>
            <numerusform>ما زال الوسم «%1» على مقطع واحد. غيّر وسمه أو احذفه أولًا.</numerusform>
            <numerusform>ما زال الوسم «%1» على مقطعين. غيّر وسمهما أو احذفهما أولًا.</numerusform>
            <numerusform>ما زال الوسم «%1» على %n مقاطع. غيّر وسمها أو احذفها أولًا.</numerusform>
            <numerusform>ما زال الوسم «%1» على %n مقطعًا. غيّر وسمها أو احذفها أولًا.</numerusform>
            <numerusform>ما زال الوسم «%1» على %n مقطع. غيّر وسمها أو احذفها أولًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are still attributions of the frame &quot;%1&quot;. Delete them first.</source>
        <translation>ما زالت هناك إسنادات من الإطار «%1». احذفها أولًا.</translation>
    </message>
    <message numerus="yes">
        <source>The role “%1” is still filled by %n span(s). Empty it first.</source>
        <translation>
            <numerusform>لا يشغل الدور «%1» أي مقطع.</numerusform>
            <numerusform>ما زال الدور «%1» يشغله مقطع واحد. أفرغه أولًا.</numerusform>
            <numerusform>ما زال الدور «%1» يشغله مقطعان. أفرغه أولًا.</numerusform>
            <numerusform>ما زال الدور «%1» تشغله %n مقاطع. أفرغه أولًا.</numerusform>
            <numerusform>ما زال الدور «%1» يشغله %n مقطعًا. أفرغه أولًا.</numerusform>
            <numerusform>ما زال الدور «%1» يشغله %n مقطع. أفرغه أولًا.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Tasks</name>
    <message>
        <source>import %1</source>
        <translation>استيراد %1</translation>
    </message>
    <message numerus="yes">
        <source>import %n file(s)</source>
        <translation>
            <numerusform>عدم استيراد أي ملف</numerusform>
            <numerusform>استيراد ملف واحد</numerusform>
            <numerusform>استيراد ملفين</numerusform>
            <numerusform>استيراد %n ملفات</numerusform>
            <numerusform>استيراد %n ملفًا</numerusform>
            <numerusform>استيراد %n ملف</numerusform>
        </translation>
    </message>
    <message>
        <source>The project has another text under the id &quot;%1&quot;; this one became &quot;%2&quot;.</source>
        <translation>في المشروع نص آخر بالمعرّف «%1»؛ فصار هذا «%2».</translation>
    </message>
    <message>
        <source>“%1” is nearly the same as “%2”: %3 % of the words.</source>
        <translation>«%1» شبه مطابق لـ«%2»: %3% من الكلمات.</translation>
    </message>
    <message>
        <source>Further articles are nearly the same as others; they are not listed.</source>
        <translation>ثمة مقالات أخرى شبه مطابقة لغيرها؛ وهي غير مسرودة.</translation>
    </message>
    <message>
        <source>bring back article</source>
        <translation>استرجاع مقال</translation>
    </message>
    <message>
        <source>import annotations from %1</source>
        <translation>استيراد توسيمات من %1</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>هذا مجلد، لا ملف.</translation>
    </message>
    <message>
        <source>The line is longer than a record may be.</source>
        <translation>السطر أطول مما يجوز للتسجيلة.</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>ليس كائنًا</translation>
    </message>
    <message>
        <source>The line is not a JSON record (%1). One JSON object a line is needed, or a project.</source>
        <translation>السطر ليس تسجيلة JSON (%1). يلزم كائن JSON في كل سطر، أو مشروع.</translation>
    </message>
    <message>
        <source>The document is there more than once. Several annotators&apos; versions of an article are for --agreement.</source>
        <translation>المستند موجود أكثر من مرة. نسخ عدة موسّمين لمقال واحد مكانها الخيار --agreement.</translation>
    </message>
    <message>
        <source>%1, document %2</source>
        <translation>%1، المستند %2</translation>
    </message>
    <message>
        <source>There is no document in it to measure against.</source>
        <translation>ليس فيه مستند يُقاس إزاءه.</translation>
    </message>
    <message>
        <source>There is no document in it.</source>
        <translation>ليس فيه أي مستند.</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>أُوقف؛ لم يُكتب شيء.</translation>
    </message>
    <message>
        <source>Learning was stopped; nothing has changed.</source>
        <translation>أُوقف التعلّم؛ لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>Nothing was learned in this project yet. Decide on the suggestions of an article, then learn.</source>
        <translation>لم يجرِ أي تعلّم في هذا المشروع بعد. احسم اقتراحات مقال، ثم اطلب التعلّم.</translation>
    </message>
    <message>
        <source>This Quoth was built without a trained model, so that nothing can be learned. Name a model that &quot;quoth train&quot; made.</source>
        <translation>بُنيت هذه النسخة من Quoth دون نموذج مدرَّب، فلا يمكن التعلّم. اذكر نموذجًا من صنع «quoth train».</translation>
    </message>
    <message>
        <source>There is no version %1 of what was learned. The last %2 are kept.</source>
        <translation>لا توجد نسخة %1 مما جرى تعلّمه. يُحفظ آخر %2 من النسخ.</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>النموذج المدرَّب</translation>
    </message>
    <message>
        <source>What was learned belongs to the model %1, and this is %2. Learn anew with this one first.</source>
        <translation>ما جرى تعلّمه يخص النموذج %1، وهذا %2. اطلب التعلّم بهذا النموذج أولًا.</translation>
    </message>
    <message>
        <source>%1: more often in no attribution</source>
        <translation>%1: أكثر ورودًا خارج الإسنادات</translation>
    </message>
    <message>
        <source>%1: less often in no attribution</source>
        <translation>%1: أقل ورودًا خارج الإسنادات</translation>
    </message>
    <message>
        <source>%1: begins a source more often</source>
        <translation>%1: تبدأ مصدرًا أكثر</translation>
    </message>
    <message>
        <source>%1: begins a source less often</source>
        <translation>%1: تبدأ مصدرًا أقل</translation>
    </message>
    <message>
        <source>%1: goes on in a source more often</source>
        <translation>%1: تستمر في مصدر أكثر</translation>
    </message>
    <message>
        <source>%1: goes on in a source less often</source>
        <translation>%1: تستمر في مصدر أقل</translation>
    </message>
    <message>
        <source>%1: begins a cue more often</source>
        <translation>%1: تبدأ قرينةً أكثر</translation>
    </message>
    <message>
        <source>%1: begins a cue less often</source>
        <translation>%1: تبدأ قرينةً أقل</translation>
    </message>
    <message>
        <source>%1: goes on in a cue more often</source>
        <translation>%1: تستمر في قرينة أكثر</translation>
    </message>
    <message>
        <source>%1: goes on in a cue less often</source>
        <translation>%1: تستمر في قرينة أقل</translation>
    </message>
    <message>
        <source>%1: begins a content more often</source>
        <translation>%1: تبدأ مضمونًا أكثر</translation>
    </message>
    <message>
        <source>%1: begins a content less often</source>
        <translation>%1: تبدأ مضمونًا أقل</translation>
    </message>
    <message>
        <source>%1: goes on in a content more often</source>
        <translation>%1: تستمر في مضمون أكثر</translation>
    </message>
    <message>
        <source>%1: goes on in a content less often</source>
        <translation>%1: تستمر في مضمون أقل</translation>
    </message>
    <message>
        <source>nothing is learned</source>
        <translation>لا شيء جرى تعلّمه</translation>
    </message>
    <message>
        <source>not used yet: it has not been seen to help</source>
        <translation>لا يُستعمل بعد: لم يتبيّن نفعه</translation>
    </message>
    <message>
        <source>used a little: it has helped somewhat so far</source>
        <translation>يُستعمل قليلًا: نفع بعض النفع حتى الآن</translation>
    </message>
    <message>
        <source>used for the most part: it has helped so far</source>
        <translation>يُستعمل في معظمه: نفع حتى الآن</translation>
    </message>
    <message>
        <source>used in full: it has helped so far</source>
        <translation>يُستعمل كله: نفع حتى الآن</translation>
    </message>
    <message>
        <source>The site does not give the page to programs (status %1). Save it from your browser and import the file.</source>
        <translation>لا يعطي الموقع الصفحة للبرامج (الحالة %1). احفظها من متصفحك واستورد الملف.</translation>
    </message>
    <message>
        <source>The site has no page at this address (status %1).</source>
        <translation>ليس في الموقع صفحة على هذا الرابط (الحالة %1).</translation>
    </message>
    <message>
        <source>The site could not give the page (status %1). Try again later, or save it from your browser.</source>
        <translation>لم يستطع الموقع إعطاء الصفحة (الحالة %1). حاول مجددًا لاحقًا، أو احفظها من متصفحك.</translation>
    </message>
    <message>
        <source>There is no site of that name; is the address right, and the network up?</source>
        <translation>لا يوجد موقع بهذا الاسم؛ هل الرابط صحيح، وهل الشبكة متصلة؟</translation>
    </message>
    <message>
        <source>The site did not answer within 30 seconds.</source>
        <translation>لم يُجب الموقع خلال 30 ثانية.</translation>
    </message>
    <message>
        <source>The page could not be fetched: %1</source>
        <translation>تعذّر جلب الصفحة: %1</translation>
    </message>
    <message>
        <source>This is no address of a web page; one looks like https://example.org/news/article.</source>
        <translation>هذا ليس رابط صفحة ويب؛ الرابط مثل https://example.org/news/article.</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>أُوقف؛ لم يُغيَّر شيء.</translation>
    </message>
    <message>
        <source>There is more than %1 MB at this address; that is no article.</source>
        <translation>على هذا الرابط أكثر من %1 م.ب؛ وهذا ليس مقالًا.</translation>
    </message>
    <message>
        <source>The page is empty.</source>
        <translation>الصفحة فارغة.</translation>
    </message>
    <message>
        <source>No licence is given; without one nobody may use the dataset.</source>
        <translation>لم يُذكر ترخيص؛ وبدونه لا يجوز لأحد استعمال مجموعة البيانات.</translation>
    </message>
    <message>
        <source>No article says its language, so that the card names none.</source>
        <translation>لا يذكر أي مقال لغته، فلا تسمّي البطاقة لغة.</translation>
    </message>
    <message>
        <source>No article has a field &quot;%1&quot;; there are: %2.</source>
        <translation>ليس لأي مقال حقل «%1»؛ الحقول: %2.</translation>
    </message>
    <message>
        <source>The schema has no label or frame type &quot;%1&quot;; there are: %2.</source>
        <translation>ليس في المخطط وسم أو نوع إطار «%1»؛ الموجود: %2.</translation>
    </message>
    <message>
        <source>The project has no article &quot;%1&quot;. &quot;quoth list&quot; shows the articles it has.</source>
        <translation>ليس في المشروع مقال «%1». يعرض «quoth list» ما فيه من مقالات.</translation>
    </message>
    <message>
        <source>%1 got %2 % of the articles rather than %3 %, as whole groups allow or earlier releases left it.</source>
        <translation>حصل %1 على %2% من المقالات بدلًا من %3%، لأن المجموعات لا تُجزَّأ أو لأن إصدارات سابقة أبقته كذلك.</translation>
    </message>
    <message>
        <source>Articles without &quot;%1&quot; are not grouped by it.</source>
        <translation>لا تُجمَع به المقالات التي ليس لها «%1».</translation>
    </message>
    <message>
        <source>No article of the project fits what was asked for.</source>
        <translation>لا يوافق المطلوبَ أي مقال من المشروع.</translation>
    </message>
    <message>
        <source>Articles are in another split than in an earlier release, because they belong together with others now.</source>
        <translation>مقالات في قسم غير قسمها في إصدار سابق، لأنها صارت مترابطة مع غيرها.</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>In the recipe, &quot;%1&quot; %2.</source>
        <translation>في الوصفة: «%1» %2.</translation>
    </message>
    <message>
        <source>is no text</source>
        <translation>ليس نصًا</translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation>ليس true ولا false</translation>
    </message>
    <message>
        <source>is no list of texts</source>
        <translation>ليس قائمة نصوص</translation>
    </message>
    <message>
        <source>holds &quot;%1&quot;, which is not known</source>
        <translation>فيه «%1»، وهو غير معروف</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;, which is not known</source>
        <translation>قيمته «%1»، وهي غير معروفة</translation>
    </message>
    <message>
        <source>is no object</source>
        <translation>ليس كائنًا</translation>
    </message>
    <message>
        <source>Shares are positive numbers for some of train, validation and test: 80,10,10 or train=4,test=1.</source>
        <translation>الحصص أعداد موجبة لبعض من train و validation و test: 80,10,10 أو train=4,test=1.</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>فارغ</translation>
    </message>
    <message>
        <source>holds something else than texts</source>
        <translation>فيه شيء غير النصوص</translation>
    </message>
    <message>
        <source>holds something else than positive numbers for train, validation and test</source>
        <translation>فيه شيء غير أعداد موجبة لـ train و validation و test</translation>
    </message>
    <message>
        <source>is no whole number from 0 to 4294967295</source>
        <translation>ليس عددًا صحيحًا من 0 إلى 4294967295</translation>
    </message>
    <message>
        <source>is no number from 0 to 1</source>
        <translation>ليس عددًا من 0 إلى 1</translation>
    </message>
    <message>
        <source>is not &quot;%1&quot;</source>
        <translation>ليس «%1»</translation>
    </message>
    <message>
        <source>The recipe is no JSON: %1</source>
        <translation>الوصفة ليست JSON: %1</translation>
    </message>
    <message>
        <source>The recipe is no JSON object.</source>
        <translation>الوصفة ليست كائن JSON.</translation>
    </message>
    <message>
        <source>There is no schema file of this name, nor does the program carry such a schema (it has %1).</source>
        <translation>لا يوجد ملف مخطط بهذا الاسم، ولا مخطط كهذا مرفق بالبرنامج (المرفق: %1).</translation>
    </message>
    <message>
        <source>suggest with %1</source>
        <translation>اقتراح بـ %1</translation>
    </message>
    <message>
        <source>Stopped; %1 of %2 articles have their suggestions.</source>
        <translation>أُوقف؛ وُضعت الاقتراحات في %1 من %2 من المقالات.</translation>
    </message>
    <message>
        <source>There are no accepted attributions to learn from.</source>
        <translation>لا إسنادات مقبولة للتعلّم منها.</translation>
    </message>
    <message>
        <source>The vectors of words cannot be read: %1</source>
        <translation>تتعذر قراءة متجهات الكلمات: %1</translation>
    </message>
    <message>
        <source>This model has no vectors of words.</source>
        <translation>ليس في هذا النموذج متجهات كلمات.</translation>
    </message>
    <message>
        <source>Teachers</source>
        <translation>النماذج المعلِّمة</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>القياس</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>التدريب</translation>
    </message>
    <message>
        <source>The project&apos;s label schema has no &quot;%1&quot;: what has this label is kept, but not shown. Add the label in Annotate, Labels and roles.</source>
        <translation>ليس في مخطط وسوم المشروع «%1»: ما يحمل هذا الوسم محفوظ، لكنه لا يظهر. أضف الوسم من القائمة «توسيم»، «الوسوم والأدوار».</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <comment>what of a word, and the word</comment>
        <translation>%1 «%2»</translation>
    </message>
    <message>
        <source>One of %1; this time only.</source>
        <translation>واحد من %1؛ لهذه المرة فقط.</translation>
    </message>
    <message>
        <source>Open PROJECT, and make the sample project of it where it is not there yet.</source>
        <translation>فتح PROJECT، وإنشاؤه مشروعًا تجريبيًا إن لم يكن موجودًا.</translation>
    </message>
    <message>
        <source>Nothing in it is labelled: no highlight of these articles is in the chosen states. Suggestions have to be accepted first, or chosen as well.</source>
        <translation>لا شيء موسوم فيها: لا تظليل في هذه المقالات بالحالات المختارة. يجب قبول الاقتراحات أولًا أو اختيارها أيضًا.</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::ArticleView</name>
    <message>
        <source>Article text</source>
        <translation>نص المقال</translation>
    </message>
    <message>
        <source>; in </source>
        <translation>؛ ضمن </translation>
    </message>
    <message>
        <source>In hand: %1</source>
        <translation>العنصر الحالي: %1</translation>
    </message>
    <message>
        <source>At the caret: %1</source>
        <translation>عند مؤشر الكتابة: %1</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>لا شيء بعد</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::Balloon</name>
    <message>
        <source>&amp;Back</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>En&amp;d tour</source>
        <translation>إنهاء الجولة</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Do&amp;ne</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::Card</name>
    <message>
        <source>Accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>إعادة فتح</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>تصحيح</translation>
    </message>
    <message>
        <source>Take what is proposed</source>
        <translation>أخذ المقترح</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>إسقاط</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>اكتب أمرًا</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>البحث عن أمر</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>الأوامر المطابقة</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::FindBar</name>
    <message>
        <source>Previous</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>مطابقة حالة الأحرف</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>كلمات كاملة</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>البحث في هذا المقال</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Words to find in this article</source>
        <translation>الكلمات المراد البحث عنها في هذا المقال</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Esc: back to the article, with what was found selected</source>
        <translation>‏Esc: العودة إلى المقال مع تحديد ما وُجد</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>غير موجود</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>لم يوجد شيء</numerusform>
            <numerusform>وُجد واحد</numerusform>
            <numerusform>وُجد اثنان</numerusform>
            <numerusform>وُجد %n</numerusform>
            <numerusform>وُجد %n</numerusform>
            <numerusform>وُجد %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>from the top</source>
        <translation>من البداية</translation>
    </message>
    <message>
        <source>from the end</source>
        <translation>من النهاية</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>Shift+Enter, or %1 in the article</source>
        <comment>a key</comment>
        <translation>‏Shift+Enter، أو %1 في المقال</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter, or %1 in the article</source>
        <comment>a key</comment>
        <translation>‏Enter، أو %1 في المقال</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::GuidelinePanel</name>
    <message>
        <source>  key %1</source>
        <comment>the key of a label</comment>
        <translation>  المفتاح %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::KeyCapture</name>
    <message>
        <source>Press a key</source>
        <translation>اضغط مفتاحًا</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::LabelButton</name>
    <message>
        <source>Key %1. %2</source>
        <translation>المفتاح %1. %2</translation>
    </message>
    <message>
        <source>%1, sticks</source>
        <translation>%1، مثبّت</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::LabelPalette</name>
    <message>
        <source>Labels</source>
        <translation>الوسوم</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::LegendRow</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا شيء غيرها</numerusform>
            <numerusform>وواحد آخر</numerusform>
            <numerusform>واثنان آخران</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::MarkPreview</name>
    <message>
        <source>How the marks look on light and on dark</source>
        <translation>شكل العلامات على خلفية فاتحة وداكنة</translation>
    </message>
    <message>
        <source>some words</source>
        <translation>بعض الكلمات</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::ProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>التقدم</translation>
    </message>
    <message>
        <source>%1 percent</source>
        <translation>%1 بالمئة</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::SpanList</name>
    <message>
        <source>Highlights in this place</source>
        <translation>التظليلات في هذا الموضع</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows</name>
    <message>
        <source>Opens the window on a project or on articles.</source>
        <translation>يفتح النافذة على مشروع أو على مقالات.</translation>
    </message>
    <message>
        <source>A project, or articles.</source>
        <translation>مشروع، أو مقالات.</translation>
    </message>
    <message>
        <source>analyst</source>
        <translation>محلل</translation>
    </message>
    <message>
        <source>person</source>
        <translation>شخص</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>مؤسسة</translation>
    </message>
    <message>
        <source>country</source>
        <translation>دولة</translation>
    </message>
    <message>
        <source>group</source>
        <translation>جماعة</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>مجهول</translation>
    </message>
    <message>
        <source>the article</source>
        <translation>المقال</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AcceptAllDialog</name>
    <message>
        <source>Accept all that are sure</source>
        <translation>قبول كل الموثوق</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>أدنى درجة ثقة</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>&amp;Confidence at least</source>
        <translation>درجة الثقة الدنيا</translation>
    </message>
    <message>
        <source>No open suggestion of this article is that sure.</source>
        <translation>لا اقتراح مفتوحًا في هذا المقال بهذا القدر من الثقة.</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) of this article will be accepted. Undo takes it back in one step.</source>
        <translation>
            <numerusform>لن يُقبل أي اقتراح من هذا المقال.</numerusform>
            <numerusform>سيُقبل اقتراح واحد من هذا المقال. يمكن التراجع عن ذلك بخطوة واحدة.</numerusform>
            <numerusform>سيُقبل اقتراحان من هذا المقال. يمكن التراجع عن ذلك بخطوة واحدة.</numerusform>
            <numerusform>ستُقبل %n اقتراحات من هذا المقال. يمكن التراجع عن ذلك بخطوة واحدة.</numerusform>
            <numerusform>سيُقبل %n اقتراحًا من هذا المقال. يمكن التراجع عن ذلك بخطوة واحدة.</numerusform>
            <numerusform>سيُقبل %n اقتراح من هذا المقال. يمكن التراجع عن ذلك بخطوة واحدة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ActionGroups</name>
    <message>
        <source>Label the selected words</source>
        <translation>توسيم الكلمات المحددة</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Go and take in hand</source>
        <translation>التنقل واختيار العناصر</translation>
    </message>
    <message>
        <source>Change what is in hand</source>
        <translation>تغيير العنصر الحالي</translation>
    </message>
    <message>
        <source>Articles and projects</source>
        <translation>المقالات والمشاريع</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>النافذة</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AddressDialog</name>
    <message>
        <source>Import from an address</source>
        <translation>استيراد من رابط</translation>
    </message>
    <message>
        <source>&amp;Address of the article:</source>
        <translation>رابط المقال:</translation>
    </message>
    <message>
        <source>Address of the article</source>
        <translation>رابط المقال</translation>
    </message>
    <message>
        <source>Only this page is fetched, none of its pictures, and nothing is sent but the address. What needs a login has to be saved from a browser.</source>
        <translation>تُجلب هذه الصفحة وحدها دون صورها، ولا يُرسَل شيء سوى الرابط. ما يتطلب تسجيل دخول يلزم حفظه من المتصفح.</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>الجلب</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>جلب</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ArticleListDock</name>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>&amp;Next article</source>
        <translation>المقال التالي</translation>
    </message>
    <message>
        <source>&amp;Previous article</source>
        <translation>المقال السابق</translation>
    </message>
    <message>
        <source>&amp;Find an article</source>
        <translation>البحث عن مقال</translation>
    </message>
    <message>
        <source>Articles with the &amp;least sure suggestions first</source>
        <translation>المقالات الأقل ثقةً في اقتراحاتها أولًا</translation>
    </message>
    <message>
        <source>Show the &amp;original page</source>
        <translation>عرض الصفحة الأصلية</translation>
    </message>
    <message>
        <source>Opens the page or document the article was read from, as it was then, in the program for it</source>
        <translation>يفتح الصفحة أو المستند الذي قُرئ منه المقال، كما كان آنذاك، في البرنامج المخصص له</translation>
    </message>
    <message>
        <source>&amp;Remove article from the project</source>
        <translation>إزالة المقال من المشروع</translation>
    </message>
    <message>
        <source>Takes the open article, or those chosen in the list, out of the project; undo brings them back</source>
        <translation>يُخرج المقال المفتوح، أو المقالات المختارة في القائمة، من المشروع؛ والتراجع يعيدها</translation>
    </message>
    <message>
        <source>Filter or search the articles</source>
        <translation>تصفية أو بحث في نصوص كل المقالات</translation>
    </message>
    <message>
        <source>Filter the articles</source>
        <translation>تصفية المقالات</translation>
    </message>
    <message>
        <source>This article came without a page or document of its own.</source>
        <translation>ورد هذا المقال بلا صفحة أو مستند خاص به.</translation>
    </message>
    <message numerus="yes">
        <source>remove %n article(s)</source>
        <translation>
            <numerusform>عدم إزالة أي مقال</numerusform>
            <numerusform>إزالة مقال واحد</numerusform>
            <numerusform>إزالة مقالين</numerusform>
            <numerusform>إزالة %n مقالات</numerusform>
            <numerusform>إزالة %n مقالًا</numerusform>
            <numerusform>إزالة %n مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) removed; undo brings them back</source>
        <translation>
            <numerusform>لم يُزَل أي مقال</numerusform>
            <numerusform>أُزيل مقال واحد؛ والتراجع يعيده</numerusform>
            <numerusform>أُزيل مقالان؛ والتراجع يعيدهما</numerusform>
            <numerusform>أُزيلت %n مقالات؛ والتراجع يعيدها</numerusform>
            <numerusform>أُزيل %n مقالًا؛ والتراجع يعيدها</numerusform>
            <numerusform>أُزيل %n مقال؛ والتراجع يعيدها</numerusform>
        </translation>
    </message>
    <message>
        <source>No article has “%1” in its title, outlet, id or text.</source>
        <translation>لا مقال فيه «%1»، لا في عنوانه ولا وسيلة إعلامه ولا معرّفه ولا نصه.</translation>
    </message>
    <message>
        <source>No articles yet.

Open article files, or drop them here: text, saved web pages, JSON Lines, or a brat folder.</source>
        <translation>لا مقالات بعد.

افتح ملفات مقالات، أو أفلتها هنا: نصوص، أو صفحات ويب محفوظة، أو JSON Lines، أو مجلد brat.</translation>
    </message>
    <message>
        <source>Article &amp;details…</source>
        <translation>تفاصيل المقال…</translation>
    </message>
    <message>
        <source>Title, outlet, author, date, address and language of the open article</source>
        <translation>عنوان المقال المفتوح ووسيلة إعلامه وكاتبه وتاريخه ورابطه ولغته</translation>
    </message>
    <message>
        <source>change article details</source>
        <translation>تغيير تفاصيل المقال</translation>
    </message>
    <message>
        <source>No articles yet.

Import some by %1, or drop files here: text, saved web pages, documents, tables, and what other annotation tools write.</source>
        <translation>لا مقالات بعد.

استورد مقالات بـ %1، أو أفلت ملفات هنا: نصوصًا، أو صفحات ويب محفوظة، أو مستندات، أو جداول، أو ما تكتبه أدوات التوسيم الأخرى.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) copied, with all that is labelled in them</source>
        <translation>
            <numerusform>لم يُنسخ أي مقال</numerusform>
            <numerusform>نُسخ مقال واحد مع كل ما وُسم فيه</numerusform>
            <numerusform>نُسخ مقالان مع كل ما وُسم فيهما</numerusform>
            <numerusform>نُسخت %n مقالات مع كل ما وُسم فيها</numerusform>
            <numerusform>نُسخ %n مقالًا مع كل ما وُسم فيها</numerusform>
            <numerusform>نُسخ %n مقال مع كل ما وُسم فيها</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ArticleListModel</name>
    <message>
        <source>no highlights yet</source>
        <translation>لا تظليلات بعد</translation>
    </message>
    <message>
        <source>done ✓</source>
        <translation>تم ✓</translation>
    </message>
    <message numerus="yes">
        <source>new · %n suggestion(s)</source>
        <translation>
            <numerusform>جديد · لا اقتراحات</numerusform>
            <numerusform>جديد · اقتراح واحد</numerusform>
            <numerusform>جديد · اقتراحان</numerusform>
            <numerusform>جديد · %n اقتراحات</numerusform>
            <numerusform>جديد · %n اقتراحًا</numerusform>
            <numerusform>جديد · %n اقتراح</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 reviewed</source>
        <translation>رُوجع %1 من %2</translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>لا إسنادات</numerusform>
            <numerusform>إسناد واحد</numerusform>
            <numerusform>إسنادان</numerusform>
            <numerusform>%n إسنادات</numerusform>
            <numerusform>%n إسنادًا</numerusform>
            <numerusform>%n إسناد</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ArticlePane</name>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>تكبير النص</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>تصغير النص</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>حجم النص العادي</translation>
    </message>
    <message>
        <source>Take the highlight at the caret</source>
        <translation>اختيار التظليل عند مؤشر الكتابة</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>ترك العنصر الحالي</translation>
    </message>
    <message>
        <source>Find in article…</source>
        <translation>البحث في المقال…</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>بحث عن التالي</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>بحث عن السابق</translation>
    </message>
    <message>
        <source>Suggested and accepted</source>
        <translation>المقترح والمقبول</translation>
    </message>
    <message>
        <source>Suggested only</source>
        <translation>المقترح فقط</translation>
    </message>
    <message>
        <source>Accepted only</source>
        <translation>المقبول فقط</translation>
    </message>
    <message>
        <source>All, also rejected</source>
        <translation>الكل، والمرفوض أيضًا</translation>
    </message>
    <message>
        <source>Colours: %1</source>
        <translation>الألوان: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AssignKeyDialog</name>
    <message>
        <source>Choose a key</source>
        <translation>اختيار مفتاح</translation>
    </message>
    <message>
        <source>Press the key for “%1”.</source>
        <translation>اضغط المفتاح المراد لـ«%1».</translation>
    </message>
    <message>
        <source>Any key, alone or with Ctrl, Alt and Shift. Esc leaves all as it is.</source>
        <translation>أي مفتاح، وحده أو مع Ctrl و Alt و Shift. يترك Esc كل شيء كما هو.</translation>
    </message>
    <message>
        <source>Set key</source>
        <translation>تعيين المفتاح</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>أخذه من هناك</translation>
    </message>
    <message>
        <source>%1 Press another.</source>
        <translation>%1 اضغط غيره.</translation>
    </message>
    <message>
        <source>“%1” has this key. Taken from there, it has it no more.</source>
        <translation>لـ«%1» هذا المفتاح. إن أُخذ منه فلن يبقى له.</translation>
    </message>
    <message>
        <source>This key is free.</source>
        <translation>هذا المفتاح متاح.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AttributeFields</name>
    <message>
        <source>not given</source>
        <translation>غير معطى</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::BulkDialog</name>
    <message>
        <source>What will be done</source>
        <translation>ما سيُفعل</translation>
    </message>
    <message>
        <source>How many of what</source>
        <translation>كم من كل نوع</translation>
    </message>
    <message>
        <source>%1 many</source>
        <translation>%1: عدة عناصر</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>أمثلة</translation>
    </message>
    <message>
        <source>Which items</source>
        <translation>أي العناصر</translation>
    </message>
    <message>
        <source>all in the list</source>
        <translation>كل ما في القائمة</translation>
    </message>
    <message>
        <source>Which items:</source>
        <translation>أي العناصر:</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>الوسم الجديد</translation>
    </message>
    <message>
        <source>New &amp;label:</source>
        <translation>الوسم الجديد:</translation>
    </message>
    <message>
        <source>In &amp;this article</source>
        <translation>في هذا المقال</translation>
    </message>
    <message>
        <source>In all articles of the &amp;project</source>
        <translation>في كل مقالات المشروع</translation>
    </message>
    <message>
        <source>Where:</source>
        <translation>أين:</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>إعادة فتح</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>تغيير الوسم</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>يجري العدّ…</translation>
    </message>
    <message>
        <source>No span of these can have that label, or all have it already.</source>
        <translation>لا مقطع من هذه يقبل هذا الوسم، أو كلها تحمله من قبل.</translation>
    </message>
    <message>
        <source>Nothing would change: all of these are so already.</source>
        <translation>لن يتغيّر شيء: كلها كذلك من قبل.</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n article(s) will change.</source>
        <translation>
            <numerusform>ما سيتغيّر: %1.</numerusform>
            <numerusform>ما سيتغيّر: %1 في مقال واحد.</numerusform>
            <numerusform>ما سيتغيّر: %1 في مقالين.</numerusform>
            <numerusform>ما سيتغيّر: %1 في %n مقالات.</numerusform>
            <numerusform>ما سيتغيّر: %1 في %n مقالًا.</numerusform>
            <numerusform>ما سيتغيّر: %1 في %n مقال.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>لا عناصر</numerusform>
            <numerusform>عنصر واحد</numerusform>
            <numerusform>عنصران</numerusform>
            <numerusform>%n عناصر</numerusform>
            <numerusform>%n عنصرًا</numerusform>
            <numerusform>%n عنصر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of this article will change.</source>
        <translation>
            <numerusform>لن يتغيّر أي عنصر من هذا المقال.</numerusform>
            <numerusform>سيتغيّر عنصر واحد من هذا المقال.</numerusform>
            <numerusform>سيتغيّر عنصران من هذا المقال.</numerusform>
            <numerusform>ستتغيّر %n عناصر من هذا المقال.</numerusform>
            <numerusform>سيتغيّر %n عنصرًا من هذا المقال.</numerusform>
            <numerusform>سيتغيّر %n عنصر من هذا المقال.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them will be rejected instead, so as not to come back: found by a detector.</source>
        <translation>
            <numerusform>لن يُرفض أي منها.</numerusform>
            <numerusform>سيُرفض واحد منها بدلًا من ذلك كي لا يعود: فقد وجده كاشف.</numerusform>
            <numerusform>سيُرفض اثنان منها بدلًا من ذلك كي لا يعودا: فقد وجدهما كاشف.</numerusform>
            <numerusform>ستُرفض %n منها بدلًا من ذلك كي لا تعود: فقد وجدها كاشف.</numerusform>
            <numerusform>سيُرفض %n منها بدلًا من ذلك كي لا تعود: فقد وجدها كاشف.</numerusform>
            <numerusform>سيُرفض %n منها بدلًا من ذلك كي لا تعود: فقد وجدها كاشف.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is relabelled is thereby accepted.</source>
        <translation>ما يُغيَّر وسمه يُعدّ مقبولًا.</translation>
    </message>
    <message>
        <source>One step of undo takes it back.</source>
        <translation>يمكن التراجع عن ذلك بخطوة واحدة.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a number, and a state</comment>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a label, and how many of it</comment>
        <translation>‏%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا شيء غيرها</numerusform>
            <numerusform>وواحد آخر</numerusform>
            <numerusform>واثنان آخران</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
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
            <numerusform>لا عناصر محددة</numerusform>
            <numerusform>عنصر محدد واحد</numerusform>
            <numerusform>عنصران محددان</numerusform>
            <numerusform>%n عناصر محددة</numerusform>
            <numerusform>%n عنصرًا محددًا</numerusform>
            <numerusform>%n عنصر محدد</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColourChoice</name>
    <message>
        <source>What the colours of the highlights tell apart. Their shapes always tell the labels.</source>
        <translation>ما تميّزه ألوان التظليلات. أما أشكالها فتدل دائمًا على الوسوم.</translation>
    </message>
    <message>
        <source>Colour by: %1</source>
        <translation>التلوين حسب: %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColourField</name>
    <message>
        <source>Choose: %1</source>
        <translation>اختيار: %1</translation>
    </message>
    <message>
        <source>Choose a colour</source>
        <translation>اختيار لون</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColourMenu</name>
    <message>
        <source>Colours of the system</source>
        <translation>ألوان النظام</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>ألوان فاتحة</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>ألوان داكنة</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>تباين عالٍ، فاتح</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>تباين عالٍ، داكن</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColumnChoice</name>
    <message>
        <source>Text:</source>
        <translation>النص:</translation>
    </message>
    <message>
        <source>Title:</source>
        <translation>العنوان:</translation>
    </message>
    <message>
        <source>Date:</source>
        <translation>التاريخ:</translation>
    </message>
    <message>
        <source>Outlet:</source>
        <translation>وسيلة الإعلام:</translation>
    </message>
    <message>
        <source>Author:</source>
        <translation>الكاتب:</translation>
    </message>
    <message>
        <source>Address:</source>
        <translation>الرابط:</translation>
    </message>
    <message>
        <source>Id:</source>
        <translation>المعرّف:</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>اللغة:</translation>
    </message>
    <message>
        <source>Column that holds: %1</source>
        <translation>العمود الذي فيه: %1</translation>
    </message>
    <message>
        <source>(choose one)</source>
        <translation>(اختر عمودًا)</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(بلا)</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ContextHelp</name>
    <message>
        <source>Help</source>
        <translation>مساعدة</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::DetailsDialog</name>
    <message>
        <source>Article details</source>
        <translation>تفاصيل المقال</translation>
    </message>
    <message>
        <source>told from the text</source>
        <translation>تُستنتج من النص</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>العنوان:</translation>
    </message>
    <message>
        <source>&amp;Outlet:</source>
        <translation>وسيلة الإعلام:</translation>
    </message>
    <message>
        <source>&amp;Author:</source>
        <translation>الكاتب:</translation>
    </message>
    <message>
        <source>&amp;Date:</source>
        <translation>التاريخ:</translation>
    </message>
    <message>
        <source>Add&amp;ress:</source>
        <translation>الرابط:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>اللغة:</translation>
    </message>
    <message>
        <source>Id:</source>
        <translation>المعرّف:</translation>
    </message>
    <message>
        <source>The language decides which words the detectors know; suggest again after a change.</source>
        <translation>تحدد اللغة الكلمات التي تعرفها الكواشف؛ اطلب الاقتراح مجددًا بعد تغييرها.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::DetectorDialog</name>
    <message>
        <source>Add a detector</source>
        <translation>إضافة كاشف</translation>
    </message>
    <message>
        <source>Detector %1</source>
        <translation>الكاشف %1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>الوسائط</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>عنوان الخادم</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>الطبقة</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>الخاصية</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Program on this machine</source>
        <translation>برنامج على هذا الجهاز</translation>
    </message>
    <message>
        <source>Server (Quoth&apos;s protocol)</source>
        <translation>خادم (بروتوكول Quoth)</translation>
    </message>
    <message>
        <source>Label Studio ML backend</source>
        <translation>Label Studio ML backend</translation>
    </message>
    <message>
        <source>INCEpTION external recommender</source>
        <translation>موصٍ خارجي من INCEpTION</translation>
    </message>
    <message>
        <source> s</source>
        <translation> ث</translation>
    </message>
    <message>
        <source>Time-out for an article</source>
        <translation>المهلة لكل مقال</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>استعراض…</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Its label</source>
        <translation>وسم الكاشف</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>يقابل</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>المهلة</translation>
    </message>
    <message>
        <source>Labels that are not listed are taken as they are, if the project has them.</source>
        <translation>الوسوم غير المسرودة تؤخذ كما هي، إن كانت في المشروع.</translation>
    </message>
    <message>
        <source>The detector was not kept, as nothing may be sent to %1.</source>
        <translation>لم يُحفظ الكاشف، إذ لا يجوز إرسال شيء إلى %1.</translation>
    </message>
    <message>
        <source>It is started without a shell and gets articles as JSON on its standard input, one a line.</source>
        <translation>يُشغَّل بلا صدفة (shell)، وتصله المقالات بصيغة JSON على دخله القياسي، كل منها في سطر.</translation>
    </message>
    <message>
        <source>names.py --fast</source>
        <translation>names.py --fast</translation>
    </message>
    <message>
        <source>A server that answers to /info and /detect below the address.</source>
        <translation>خادم يجيب على المسارين ‎/info و ‎/detect تحت العنوان.</translation>
    </message>
    <message>
        <source>It is asked as Label Studio does: /health, /setup and /predict below the address.</source>
        <translation>يُسأل كما يسأل Label Studio: المسارات ‎/health و ‎/setup و ‎/predict تحت العنوان.</translation>
    </message>
    <message>
        <source>It is asked as INCEpTION does: /predict below the address, for the annotations of one layer.</source>
        <translation>يُسأل كما يسأل INCEpTION: المسار ‎/predict تحت العنوان، عن توسيمات طبقة واحدة.</translation>
    </message>
    <message>
        <source>⚠ The texts of articles will be sent to %1.</source>
        <translation>⚠ ستُرسَل نصوص المقالات إلى %1.</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>(مستبعد)</translation>
    </message>
    <message>
        <source>Texts leave this machine</source>
        <translation>نصوص تغادر هذا الجهاز</translation>
    </message>
    <message>
        <source>The whole text of each article that this detector looks at will be sent to %1.</source>
        <translation>سيُرسَل النص الكامل لكل مقال يفحصه هذا الكاشف إلى %1.</translation>
    </message>
    <message>
        <source>Whoever runs it can read and keep the articles. This is asked once for a host.</source>
        <translation>ومن يشغّله يستطيع قراءة المقالات وحفظها. يُطرح هذا السؤال مرة واحدة لكل مضيف.</translation>
    </message>
    <message>
        <source>Send texts</source>
        <translation>إرسال النصوص</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::DetectorsDialog</name>
    <message>
        <source>Detectors</source>
        <translation>الكواشف</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>What the detector told</source>
        <translation>ما أبلغ به الكاشف</translation>
    </message>
    <message>
        <source>The enabled ones look for highlights in this order; what the earlier ones found is not doubled. Space enables and disables. They are yours, not the project’s.</source>
        <translation>تبحث الكواشف المفعّلة عن التظليلات بهذا الترتيب؛ وما وجده السابق لا يُكرَّر. مفتاح المسافة يفعّل ويعطّل. وهي خاصة بك، لا بالمشروع.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>إضافة…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>تغيير…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>اختبار</translation>
    </message>
    <message>
        <source>Sends two sentences of ours and shows what comes back</source>
        <translation>يرسل جملتين من عندنا ويعرض ما يعود</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>لأعلى</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>لأسفل</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>إزالة…</translation>
    </message>
    <message>
        <source>✗ failed</source>
        <translation>✗ أخفق</translation>
    </message>
    <message>
        <source>✓ works</source>
        <translation>✓ يعمل</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>لم يُختبر</translation>
    </message>
    <message>
        <source>✓ built in</source>
        <translation>✓ مدمج</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>مدمج</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>برنامج</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>خادم</translation>
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
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Remove a detector</source>
        <translation>إزالة كاشف</translation>
    </message>
    <message>
        <source>Remove %1 from your detectors? What it suggested stays.</source>
        <translation>أتريد إزالة %1 من كواشفك؟ يبقى ما اقترحه.</translation>
    </message>
    <message numerus="yes">
        <source>%1 was sent two sentences of ours; waiting for at most %n second(s)…</source>
        <translation>
            <numerusform>أُرسلت إلى %1 جملتان من عندنا؛ بلا انتظار…</numerusform>
            <numerusform>أُرسلت إلى %1 جملتان من عندنا؛ الانتظار ثانية واحدة على الأكثر…</numerusform>
            <numerusform>أُرسلت إلى %1 جملتان من عندنا؛ الانتظار ثانيتان على الأكثر…</numerusform>
            <numerusform>أُرسلت إلى %1 جملتان من عندنا؛ الانتظار %n ثوانٍ على الأكثر…</numerusform>
            <numerusform>أُرسلت إلى %1 جملتان من عندنا؛ الانتظار %n ثانية على الأكثر…</numerusform>
            <numerusform>أُرسلت إلى %1 جملتان من عندنا؛ الانتظار %n ثانية على الأكثر…</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered in %1 ms.</source>
        <translation>أجاب خلال %1 م.ث.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>لا مقاطع</numerusform>
            <numerusform>مقطع واحد</numerusform>
            <numerusform>مقطعان</numerusform>
            <numerusform>%n مقاطع</numerusform>
            <numerusform>%n مقطعًا</numerusform>
            <numerusform>%n مقطع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>لا إسنادات</numerusform>
            <numerusform>إسناد واحد</numerusform>
            <numerusform>إسنادان</numerusform>
            <numerusform>%n إسنادات</numerusform>
            <numerusform>%n إسنادًا</numerusform>
            <numerusform>%n إسناد</numerusform>
        </translation>
    </message>
    <message>
        <source>It says that it is %1, version %2.</source>
        <translation>يقول إنه %1، النسخة %2.</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>أُوقف الاختبار.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ExchangeTasks</name>
    <message>
        <source>Suggest highlights</source>
        <translation>اقتراح تظليلات</translation>
    </message>
    <message>
        <source>Look for speakers, quotations and claims in this article. What you accepted or rejected stays.</source>
        <translation>البحث عن المتحدثين والاقتباسات والادعاءات في هذا المقال. ويبقى ما قبلته أو رفضته.</translation>
    </message>
    <message>
        <source>Detectors…</source>
        <translation>الكواشف…</translation>
    </message>
    <message>
        <source>Which detectors look for highlights, in which order; add programs and servers of your own</source>
        <translation>أي الكواشف يبحث عن التظليلات وبأي ترتيب؛ وإضافة برامج وخوادم لك</translation>
    </message>
    <message>
        <source>Export dataset…</source>
        <translation>تصدير مجموعة بيانات…</translation>
    </message>
    <message>
        <source>Publish dataset…</source>
        <translation>نشر مجموعة بيانات…</translation>
    </message>
    <message>
        <source>A folder with splits, card, label schema and checksums, as Hugging Face has it</source>
        <translation>مجلد فيه أقسام وبطاقة ومخطط وسوم ومجاميع تحقق، كما في Hugging Face</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message numerus="yes">
        <source>Importing %n file(s)…</source>
        <translation>
            <numerusform>لا ملفات للاستيراد…</numerusform>
            <numerusform>يجري استيراد ملف واحد…</numerusform>
            <numerusform>يجري استيراد ملفين…</numerusform>
            <numerusform>يجري استيراد %n ملفات…</numerusform>
            <numerusform>يجري استيراد %n ملفًا…</numerusform>
            <numerusform>يجري استيراد %n ملف…</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is on the clipboard that could be an article: copy its text, its address or its file.</source>
        <translation>لا شيء في الحافظة يصلح مقالًا: انسخ نصه أو رابطه أو ملفه.</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>إيقاف البحث</translation>
    </message>
    <message>
        <source>Detectors are looking for highlights; go on working. %1 stops them.</source>
        <translation>الكواشف تبحث عن تظليلات؛ واصل عملك. لإيقافها: %1.</translation>
    </message>
    <message>
        <source>Nothing new was found.</source>
        <translation>لم يُعثر على جديد.</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>الكواشف</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>The detectors have this to tell:</source>
        <translation>لدى الكواشف ما تبلغه:</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) came in. This is to be told:</source>
        <translation>
            <numerusform>لم يدخل أي مقال. وهذا ما يلزم ذكره:</numerusform>
            <numerusform>دخل مقال واحد. وهذا ما يلزم ذكره:</numerusform>
            <numerusform>دخل مقالان. وهذا ما يلزم ذكره:</numerusform>
            <numerusform>دخلت %n مقالات. وهذا ما يلزم ذكره:</numerusform>
            <numerusform>دخل %n مقالًا. وهذا ما يلزم ذكره:</numerusform>
            <numerusform>دخل %n مقال. وهذا ما يلزم ذكره:</numerusform>
        </translation>
    </message>
    <message>
        <source>The detectors are done.</source>
        <translation>انتهى عمل الكواشف.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) came in.</source>
        <translation>
            <numerusform>لم يدخل أي مقال.</numerusform>
            <numerusform>دخل مقال واحد.</numerusform>
            <numerusform>دخل مقالان.</numerusform>
            <numerusform>دخلت %n مقالات.</numerusform>
            <numerusform>دخل %n مقالًا.</numerusform>
            <numerusform>دخل %n مقال.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>All articles that were here are undone. After an import they cannot be brought back.</source>
        <translation>تم التراجع عن كل المقالات التي كانت هنا. لا يمكن استعادتها بعد الاستيراد.</translation>
    </message>
    <message>
        <source>Redo brings them back, with all that was labelled in them.</source>
        <translation>الإعادة تستعيدها مع كل ما وُسم فيها.</translation>
    </message>
    <message>
        <source>Import all the same</source>
        <translation>الاستيراد مع ذلك</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ExportDialog</name>
    <message>
        <source>Export dataset</source>
        <translation>تصدير مجموعة بيانات</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>تقدم التصدير</translation>
    </message>
    <message>
        <source>What the format could not carry</source>
        <translation>ما لم تتسع له الصيغة</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>&amp;Accepted</source>
        <translation>المقبول</translation>
    </message>
    <message>
        <source>&amp;Suggested, not reviewed yet</source>
        <translation>المقترح، ولم يُراجَع بعد</translation>
    </message>
    <message>
        <source>&amp;Rejected, as negative examples</source>
        <translation>المرفوض، أمثلةً سلبية</translation>
    </message>
    <message>
        <source>Export accepted highlights</source>
        <translation>تصدير التظليلات المقبولة</translation>
    </message>
    <message>
        <source>Export suggested highlights</source>
        <translation>تصدير التظليلات المقترحة</translation>
    </message>
    <message>
        <source>Export rejected highlights</source>
        <translation>تصدير التظليلات المرفوضة</translation>
    </message>
    <message>
        <source>A&amp;ll articles</source>
        <translation>كل المقالات</translation>
    </message>
    <message>
        <source>&amp;This article</source>
        <translation>هذا المقال</translation>
    </message>
    <message>
        <source>Export all articles</source>
        <translation>تصدير كل المقالات</translation>
    </message>
    <message>
        <source>Export the open article only</source>
        <translation>تصدير المقال المفتوح فقط</translation>
    </message>
    <message>
        <source>Output path</source>
        <translation>مسار الخرج</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>استعراض…</translation>
    </message>
    <message>
        <source>Choose the output</source>
        <translation>اختيار الخرج</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>الصيغة:</translation>
    </message>
    <message>
        <source>Highlights:</source>
        <translation>التظليلات:</translation>
    </message>
    <message>
        <source>Articles:</source>
        <translation>المقالات:</translation>
    </message>
    <message>
        <source>&amp;Output:</source>
        <translation>الخرج:</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>مجلد الملفات</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>تصدير باسم</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is written yet. Of %n article(s) the format cannot carry all: choose another one, or export anyway.</source>
        <translation>
            <numerusform>لم يُكتب شيء بعد. لا مقالات لا تتسع لها الصيغة.</numerusform>
            <numerusform>لم يُكتب شيء بعد. لا تتسع الصيغة لكل ما في المقال: اختر صيغة أخرى، أو صدّر مع ذلك.</numerusform>
            <numerusform>لم يُكتب شيء بعد. لا تتسع الصيغة لكل ما في المقالين: اختر صيغة أخرى، أو صدّر مع ذلك.</numerusform>
            <numerusform>لم يُكتب شيء بعد. لا تتسع الصيغة لكل ما في %n مقالات: اختر صيغة أخرى، أو صدّر مع ذلك.</numerusform>
            <numerusform>لم يُكتب شيء بعد. لا تتسع الصيغة لكل ما في %n مقالًا: اختر صيغة أخرى، أو صدّر مع ذلك.</numerusform>
            <numerusform>لم يُكتب شيء بعد. لا تتسع الصيغة لكل ما في %n مقال: اختر صيغة أخرى، أو صدّر مع ذلك.</numerusform>
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
            <numerusform>لم يُكتب أي مقال إلى ‎%1.</numerusform>
            <numerusform>كُتب مقال واحد إلى ‎%1.</numerusform>
            <numerusform>كُتب مقالان إلى ‎%1.</numerusform>
            <numerusform>كُتبت %n مقالات إلى ‎%1.</numerusform>
            <numerusform>كُتب %n مقالًا إلى ‎%1.</numerusform>
            <numerusform>كُتب %n مقال إلى ‎%1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The format could not carry all:</source>
        <translation>لم تتسع الصيغة لكل شيء:</translation>
    </message>
    <message>
        <source>Nothing was written. %1</source>
        <translation>لم يُكتب شيء. %1</translation>
    </message>
    <message>
        <source>No highlights are chosen: only the texts will be written.</source>
        <translation>لم تُختر تظليلات: ستُكتب النصوص وحدها.</translation>
    </message>
    <message>
        <source>The folder exists; files of the same name in it will be replaced.</source>
        <translation>المجلد موجود؛ وستُستبدل فيه الملفات ذات الأسماء نفسها.</translation>
    </message>
    <message>
        <source>The file exists and will be replaced.</source>
        <translation>الملف موجود وسيُستبدل.</translation>
    </message>
    <message>
        <source>&amp;Export anyway</source>
        <translation>تصدير مع ذلك</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Of overlapping spans, write</source>
        <translation>ما يُكتب من المقاطع المتراكبة</translation>
    </message>
    <message>
        <source>the longest</source>
        <translation>الأطول</translation>
    </message>
    <message>
        <source>the shortest</source>
        <translation>الأقصر</translation>
    </message>
    <message>
        <source>Of o&amp;verlapping spans:</source>
        <translation>من المقاطع المتراكبة:</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Exporting</name>
    <message>
        <source>The format “%1” cannot be written.</source>
        <translation>تتعذر الكتابة بالصيغة «%1».</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Guidelines</name>
    <message>
        <source>Show the guideline</source>
        <translation>عرض الإرشادات</translation>
    </message>
    <message>
        <source>What to label, and where it begins and ends</source>
        <translation>ما يوسَم، وأين يبدأ وأين ينتهي</translation>
    </message>
    <message>
        <source>The label schema has no guideline for this label.</source>
        <translation>ليس في مخطط الوسوم إرشادات لهذا الوسم.</translation>
    </message>
    <message>
        <source>Its parts: %1.</source>
        <comment>the roles of a frame</comment>
        <translation>أجزاؤه: %1.</translation>
    </message>
    <message>
        <source>Guidelines of all labels</source>
        <translation>إرشادات كل الوسوم</translation>
    </message>
    <message>
        <source>Guideline of %1</source>
        <comment>a label</comment>
        <translation>إرشادات «%1»</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HelpMenu</name>
    <message>
        <source>Manual</source>
        <translation>دليل المستخدم</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>بدء الجولة التعريفية</translation>
    </message>
    <message>
        <source>Shows on the sample articles how to review and label, in ten steps</source>
        <translation>تبيّن على المقالات التجريبية كيفية المراجعة والتوسيم، في عشر خطوات</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>تغيير المفاتيح…</translation>
    </message>
    <message>
        <source>About Quoth</source>
        <translation>عن Quoth</translation>
    </message>
    <message>
        <source>&lt;b&gt;Quoth %1&lt;/b&gt;&lt;p&gt;Label who said what in news articles.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Quoth %1&lt;/b&gt;&lt;p&gt;توسيم من قال ماذا في المقالات الإخبارية.&lt;/p&gt;&lt;p&gt;برمجية حرة برخصة جنو العمومية العامة (GNU GPL)، النسخة 3 أو ما بعدها.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HelpWindow</name>
    <message>
        <source>Manual</source>
        <translation>دليل المستخدم</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>للخلف</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>للأمام</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>تصغير النص</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>تكبير النص</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>حجم النص العادي</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>البحث في الدليل</translation>
    </message>
    <message>
        <source>Next place found</source>
        <translation>النتيجة التالية</translation>
    </message>
    <message>
        <source>Previous place found</source>
        <translation>النتيجة السابقة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>الفصول</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>النتائج</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a heading and its chapter</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>لا نتائج</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) found; Enter goes on</source>
        <translation>
            <numerusform>لا نتائج</numerusform>
            <numerusform>نتيجة واحدة؛ Enter للانتقال إليها</numerusform>
            <numerusform>نتيجتان؛ Enter للتالية</numerusform>
            <numerusform>%n نتائج؛ Enter للتالية</numerusform>
            <numerusform>%n نتيجة؛ Enter للتالية</numerusform>
            <numerusform>%n نتيجة؛ Enter للتالية</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – Manual of Quoth</source>
        <translation>%1 – دليل Quoth</translation>
    </message>
    <message>
        <source>%1 of %2 in this chapter</source>
        <translation>%1 من %2 في هذا الفصل</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HistoryDock</name>
    <message>
        <source>History</source>
        <translation>سجل التعديلات</translation>
    </message>
    <message>
        <source>Only the open article</source>
        <translation>المقال المفتوح فقط</translation>
    </message>
    <message>
        <source>Go back to this point</source>
        <translation>العودة إلى هذه النقطة</translation>
    </message>
    <message>
        <source>The project is here. Choose a point to go to.</source>
        <translation>المشروع هنا. اختر نقطة للانتقال إليها.</translation>
    </message>
    <message numerus="yes">
        <source>Undo %n step(s)</source>
        <translation>
            <numerusform>لا تراجع</numerusform>
            <numerusform>تراجع عن خطوة واحدة</numerusform>
            <numerusform>تراجع عن خطوتين</numerusform>
            <numerusform>تراجع عن %n خطوات</numerusform>
            <numerusform>تراجع عن %n خطوة</numerusform>
            <numerusform>تراجع عن %n خطوة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redo %n step(s)</source>
        <translation>
            <numerusform>لا إعادة</numerusform>
            <numerusform>إعادة خطوة واحدة</numerusform>
            <numerusform>إعادة خطوتين</numerusform>
            <numerusform>إعادة %n خطوات</numerusform>
            <numerusform>إعادة %n خطوة</numerusform>
            <numerusform>إعادة %n خطوة</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them in the open article</source>
        <translation>كلها في المقال المفتوح</translation>
    </message>
    <message numerus="yes">
        <source>%n of them in other articles</source>
        <translation>
            <numerusform>لا شيء منها في مقالات أخرى</numerusform>
            <numerusform>واحدة منها في مقالات أخرى</numerusform>
            <numerusform>اثنتان منها في مقالات أخرى</numerusform>
            <numerusform>%n منها في مقالات أخرى</numerusform>
            <numerusform>%n منها في مقالات أخرى</numerusform>
            <numerusform>%n منها في مقالات أخرى</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo %n step(s)?</source>
        <translation>
            <numerusform>لا تراجع؟</numerusform>
            <numerusform>أتريد التراجع عن خطوة واحدة؟</numerusform>
            <numerusform>أتريد التراجع عن خطوتين؟</numerusform>
            <numerusform>أتريد التراجع عن %n خطوات؟</numerusform>
            <numerusform>أتريد التراجع عن %n خطوة؟</numerusform>
            <numerusform>أتريد التراجع عن %n خطوة؟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redo %n step(s)?</source>
        <translation>
            <numerusform>لا إعادة؟</numerusform>
            <numerusform>أتريد إعادة خطوة واحدة؟</numerusform>
            <numerusform>أتريد إعادة خطوتين؟</numerusform>
            <numerusform>أتريد إعادة %n خطوات؟</numerusform>
            <numerusform>أتريد إعادة %n خطوة؟</numerusform>
            <numerusform>أتريد إعادة %n خطوة؟</numerusform>
        </translation>
    </message>
    <message>
        <source>Until something else is done, this can be reversed from here.</source>
        <translation>ما لم يُفعل شيء آخر، يمكن عكس ذلك من هنا.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them in other articles. Until something else is done, this can be reversed from here.</source>
        <translation>
            <numerusform>لا شيء منها في مقالات أخرى. ما لم يُفعل شيء آخر، يمكن عكس ذلك من هنا.</numerusform>
            <numerusform>واحدة منها في مقالات أخرى. ما لم يُفعل شيء آخر، يمكن عكس ذلك من هنا.</numerusform>
            <numerusform>اثنتان منها في مقالات أخرى. ما لم يُفعل شيء آخر، يمكن عكس ذلك من هنا.</numerusform>
            <numerusform>%n منها في مقالات أخرى. ما لم يُفعل شيء آخر، يمكن عكس ذلك من هنا.</numerusform>
            <numerusform>%n منها في مقالات أخرى. ما لم يُفعل شيء آخر، يمكن عكس ذلك من هنا.</numerusform>
            <numerusform>%n منها في مقالات أخرى. ما لم يُفعل شيء آخر، يمكن عكس ذلك من هنا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undoing %n step(s)…</source>
        <translation>
            <numerusform>لا تراجع…</numerusform>
            <numerusform>يجري التراجع عن خطوة واحدة…</numerusform>
            <numerusform>يجري التراجع عن خطوتين…</numerusform>
            <numerusform>يجري التراجع عن %n خطوات…</numerusform>
            <numerusform>يجري التراجع عن %n خطوة…</numerusform>
            <numerusform>يجري التراجع عن %n خطوة…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redoing %n step(s)…</source>
        <translation>
            <numerusform>لا إعادة…</numerusform>
            <numerusform>تجري إعادة خطوة واحدة…</numerusform>
            <numerusform>تجري إعادة خطوتين…</numerusform>
            <numerusform>تجري إعادة %n خطوات…</numerusform>
            <numerusform>تجري إعادة %n خطوة…</numerusform>
            <numerusform>تجري إعادة %n خطوة…</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Nothing has been done yet. Each step that you do comes to stand here, to go back to.</source>
        <translation>لم يُفعل شيء بعد. كل خطوة تقوم بها تُدرج هنا، للعودة إليها.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HistoryModel</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالًا</numerusform>
            <numerusform>%n مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>the project is here</source>
        <translation>المشروع هنا</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>متراجَع عنه</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HistoryView</name>
    <message>
        <source>History of the article</source>
        <translation>سجل تعديلات المقال</translation>
    </message>
    <message>
        <source>undone: %1</source>
        <translation>تراجع: %1</translation>
    </message>
    <message>
        <source>done again: %1</source>
        <translation>إعادة: %1</translation>
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
        <translation>استيراد مقالات</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>الملفات المراد استيرادها</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>الترميز</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>&amp;Suggest highlights at once</source>
        <translation>اقتراح التظليلات فورًا</translation>
    </message>
    <message>
        <source>Suggest highlights at once</source>
        <translation>اقتراح التظليلات فورًا</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Format of the selected file</source>
        <translation>صيغة الملف المحدد</translation>
    </message>
    <message>
        <source>Encoding of the selected file</source>
        <translation>ترميز الملف المحدد</translation>
    </message>
    <message>
        <source>Which column is what:</source>
        <translation>وظيفة كل عمود:</translation>
    </message>
    <message>
        <source>Beginning of the text</source>
        <translation>بداية النص</translation>
    </message>
    <message>
        <source>&amp;Noticed while reading:</source>
        <translation>ملاحظات القراءة:</translation>
    </message>
    <message>
        <source>Noticed while reading</source>
        <translation>ملاحظات القراءة</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>الصيغة:</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>الترميز:</translation>
    </message>
    <message>
        <source>Beginning of the &amp;text:</source>
        <translation>بداية النص:</translation>
    </message>
    <message>
        <source>Nearly the same as “%1” in the project: %2 % of the words</source>
        <translation>شبه مطابق لـ«%1» في المشروع: %2% من الكلمات</translation>
    </message>
    <message>
        <source>Nearly the same as the file “%1”: %2 % of the words</source>
        <translation>شبه مطابق للملف «%1»: %2% من الكلمات</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>تجري القراءة…</translation>
    </message>
    <message>
        <source>Cannot be read: %1</source>
        <translation>تتعذر القراءة: %1</translation>
    </message>
    <message>
        <source>%1 (there already?)</source>
        <translation>%1 (موجود من قبل؟)</translation>
    </message>
    <message>
        <source>Recognised by its content</source>
        <translation>تُستنتج من المحتوى</translation>
    </message>
    <message>
        <source>Recognised: %1</source>
        <translation>مستنتجة: %1</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>مكتشَف</translation>
    </message>
    <message>
        <source>Detected: %1</source>
        <translation>مكتشَف: %1</translation>
    </message>
    <message numerus="yes">
        <source>(%n times)</source>
        <translation>
            <numerusform>(ولا مرة)</numerusform>
            <numerusform>(مرة واحدة)</numerusform>
            <numerusform>(مرتان)</numerusform>
            <numerusform>(%n مرات)</numerusform>
            <numerusform>(%n مرة)</numerusform>
            <numerusform>(%n مرة)</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>تجري قراءة الملفات…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read and will be left out.</source>
        <translation>
            <numerusform>كل الملفات تمكن قراءتها.</numerusform>
            <numerusform>تتعذر قراءة ملف واحد وسيُستبعد.</numerusform>
            <numerusform>تتعذر قراءة ملفين وسيُستبعدان.</numerusform>
            <numerusform>تتعذر قراءة %n ملفات وستُستبعد.</numerusform>
            <numerusform>تتعذر قراءة %n ملفًا وستُستبعد.</numerusform>
            <numerusform>تتعذر قراءة %n ملف وستُستبعد.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Importing</name>
    <message>
        <source>Stopped; what was done so far stays in the project.</source>
        <translation>أُوقف؛ وما فُعل حتى الآن باقٍ في المشروع.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were in the project already and got new annotations.</source>
        <translation>
            <numerusform>لم يكن أي مقال في المشروع من قبل.</numerusform>
            <numerusform>كان مقال واحد في المشروع من قبل وأُضيفت إليه توسيمات جديدة.</numerusform>
            <numerusform>كان مقالان في المشروع من قبل وأُضيفت إليهما توسيمات جديدة.</numerusform>
            <numerusform>كانت %n مقالات في المشروع من قبل وأُضيفت إليها توسيمات جديدة.</numerusform>
            <numerusform>كان %n مقالًا في المشروع من قبل وأُضيفت إليها توسيمات جديدة.</numerusform>
            <numerusform>كان %n مقال في المشروع من قبل وأُضيفت إليها توسيمات جديدة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were in the project already.</source>
        <translation>
            <numerusform>لم يكن أي مقال في المشروع من قبل.</numerusform>
            <numerusform>كان مقال واحد في المشروع من قبل.</numerusform>
            <numerusform>كان مقالان في المشروع من قبل.</numerusform>
            <numerusform>كانت %n مقالات في المشروع من قبل.</numerusform>
            <numerusform>كان %n مقالًا في المشروع من قبل.</numerusform>
            <numerusform>كان %n مقال في المشروع من قبل.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::InspectorDock</name>
    <message>
        <source>Inspector</source>
        <translation>لوحة التفاصيل</translation>
    </message>
    <message>
        <source>Set speaker</source>
        <translation>تعيين المتحدث</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>تحرير الملاحظة</translation>
    </message>
    <message>
        <source>Nothing is in hand. Select words and press a label’s key to label them, or go to the next suggestion.</source>
        <translation>لا عنصر حاليًا. حدد كلمات واضغط مفتاح وسم لتوسيمها، أو انتقل إلى الاقتراح التالي.</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>الإرشادات</translation>
    </message>
    <message>
        <source>History</source>
        <translation>سجل التعديلات</translation>
    </message>
    <message>
        <source>Nothing is in hand. Select words and press a label’s key to label them, or go to the next suggestion by %1.</source>
        <translation>لا عنصر حاليًا. حدد كلمات واضغط مفتاح وسم لتوسيمها، أو انتقل إلى الاقتراح التالي بـ %1.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ItemForm</name>
    <message>
        <source>Words</source>
        <translation>الكلمات</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>المتحدث</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>From</source>
        <translation>المنشأ</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>غير مباشر</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>مختلط</translation>
    </message>
    <message>
        <source>none</source>
        <comment>kind of quotation</comment>
        <translation>بلا</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Note on “%1”</source>
        <comment>a label</comment>
        <translation>ملاحظة على «%1»</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::KeySheet</name>
    <message>
        <source>Accept on the card</source>
        <translation>«قبول» على البطاقة</translation>
    </message>
    <message>
        <source>Reject on the card</source>
        <translation>«رفض» على البطاقة</translation>
    </message>
    <message>
        <source>Fix on the card</source>
        <translation>«تصحيح» على البطاقة</translation>
    </message>
    <message>
        <source>click it, again for the next there</source>
        <translation>انقره، ومجددًا للتالي في الموضع</translation>
    </message>
    <message>
        <source>click beside it</source>
        <translation>انقر بجانبه</translation>
    </message>
    <message>
        <source>Ctrl and wheel</source>
        <translation>Ctrl مع العجلة</translation>
    </message>
    <message>
        <source>in the inspector</source>
        <translation>في لوحة التفاصيل</translation>
    </message>
    <message>
        <source>click it in the bar</source>
        <translation>انقره في الشريط</translation>
    </message>
    <message>
        <source>Add the selected words to the span in hand</source>
        <translation>إضافة الكلمات المحددة إلى المقطع الحالي</translation>
    </message>
    <message>
        <source>Label all that is selected with the mouse, until the key is pressed again</source>
        <translation>توسيم كل ما يُحدَّد بالفأرة، حتى ضغط المفتاح نفسه</translation>
    </message>
    <message>
        <source>The caret in the article</source>
        <translation>مؤشر الكتابة في المقال</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>مفاتيح الأسهم</translation>
    </message>
    <message>
        <source>Move the caret; with Shift select</source>
        <translation>نقل مؤشر الكتابة؛ ومع Shift تحديد</translation>
    </message>
    <message>
        <source>click</source>
        <translation>نقر</translation>
    </message>
    <message>
        <source>Ctrl and arrows</source>
        <translation>‏Ctrl مع الأسهم</translation>
    </message>
    <message>
        <source>By words</source>
        <translation>كلمة كلمة</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>‏Home و End</translation>
    </message>
    <message>
        <source>Beginning and end of the line; with Ctrl, of the article</source>
        <translation>بداية السطر ونهايته؛ ومع Ctrl بداية المقال ونهايته</translation>
    </message>
    <message>
        <source>With the mouse</source>
        <translation>بالفأرة</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>نقر</translation>
    </message>
    <message>
        <source>A word, or the highlight there; again for the next highlight</source>
        <translation>كلمة، أو التظليل في الموضع؛ ومجددًا للتظليل التالي</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>نقر مزدوج</translation>
    </message>
    <message>
        <source>Select a word; a third click its sentence</source>
        <translation>تحديد كلمة؛ والنقرة الثالثة جملتها</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>Select whole words; with Alt single characters</source>
        <translation>تحديد كلمات كاملة؛ ومع Alt محارف مفردة</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>نقر بالزر الأيمن</translation>
    </message>
    <message>
        <source>A menu of all that can be done there</source>
        <translation>قائمة بكل ما يمكن فعله هناك</translation>
    </message>
    <message>
        <source>No key does that. %1 finds actions without a key, too.</source>
        <comment>a key</comment>
        <translation>لا مفتاح يفعل ذلك. يجد %1 الإجراءات التي بلا مفتاح أيضًا.</translation>
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
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Find a key or what it does</source>
        <translation>البحث عن مفتاح أو عمله</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>تغيير المفاتيح…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>طباعة…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::LabelBrush</name>
    <message>
        <source>Label all that is selected as %1</source>
        <translation>توسيم كل ما يُحدَّد بـ«%1»</translation>
    </message>
    <message>
        <source>Label as the last time</source>
        <translation>توسيم كآخر مرة</translation>
    </message>
    <message>
        <source>Words selected with the mouse become “%1” at once, until this is chosen again</source>
        <translation>الكلمات التي تُحدَّد بالفأرة تصير «%1» فورًا، حتى اختيار هذا مجددًا</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Labelling</name>
    <message>
        <source>New attribution from here</source>
        <translation>إسناد جديد من هنا</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Label as %1</source>
        <translation>توسيم بـ«%1»</translation>
    </message>
    <message>
        <source>Add words to the %1 in hand</source>
        <translation>إضافة كلمات إلى «%1» الحالي</translation>
    </message>
    <message>
        <source>Begin a word earlier</source>
        <translation>تقديم البداية كلمة</translation>
    </message>
    <message>
        <source>Begin a word later</source>
        <translation>تأخير البداية كلمة</translation>
    </message>
    <message>
        <source>End a word earlier</source>
        <translation>تقديم النهاية كلمة</translation>
    </message>
    <message>
        <source>End a word later</source>
        <translation>تأخير النهاية كلمة</translation>
    </message>
    <message>
        <source>Begin a character earlier</source>
        <translation>تقديم البداية محرفًا</translation>
    </message>
    <message>
        <source>Begin a character later</source>
        <translation>تأخير البداية محرفًا</translation>
    </message>
    <message>
        <source>End a character earlier</source>
        <translation>تقديم النهاية محرفًا</translation>
    </message>
    <message>
        <source>End a character later</source>
        <translation>تأخير النهاية محرفًا</translation>
    </message>
    <message>
        <source>Select the words that are credited to somebody first, or put the caret into a quotation.</source>
        <translation>حدّد أولًا الكلمات المنسوبة إلى أحد، أو ضع مؤشر الكتابة داخل اقتباس.</translation>
    </message>
    <message>
        <source>No %1 is in hand that words could be added to.</source>
        <comment>a label</comment>
        <translation>لا يوجد عنصر حالي من نوع «%1» تُضاف إليه كلمات.</translation>
    </message>
    <message>
        <source>Select the words to add first.</source>
        <translation>حدّد أولًا الكلمات التي تريد إضافتها.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::LanguageMenu</name>
    <message>
        <source>As the system</source>
        <translation>لغة النظام</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::LearnedDialog</name>
    <message>
        <source>What was learned</source>
        <translation>ما جرى تعلّمه</translation>
    </message>
    <message>
        <source>Nothing yet. Quoth learns from the suggestions that you accept, fix and reject, while you work.</source>
        <translation>لا شيء بعد. يتعلّم Quoth أثناء عملك مما تقبله وتصححه وترفضه من الاقتراحات.</translation>
    </message>
    <message numerus="yes">
        <source>Learned from %n article(s)</source>
        <translation>
            <numerusform>تعلّم بلا مقالات</numerusform>
            <numerusform>تعلّم من مقال واحد</numerusform>
            <numerusform>تعلّم من مقالين</numerusform>
            <numerusform>تعلّم من %n مقالات</numerusform>
            <numerusform>تعلّم من %n مقالًا</numerusform>
            <numerusform>تعلّم من %n مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>Version:</source>
        <translation>النسخة:</translation>
    </message>
    <message>
        <source>%1, of %2</source>
        <translation>%1، بتاريخ %2</translation>
    </message>
    <message>
        <source>Model:</source>
        <translation>النموذج:</translation>
    </message>
    <message>
        <source>Decisions:</source>
        <translation>القرارات:</translation>
    </message>
    <message>
        <source>Strength:</source>
        <translation>القوة:</translation>
    </message>
    <message>
        <source>What was learned, the strongest first</source>
        <translation>ما جرى تعلّمه، الأقوى أولًا</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>نسيانه</translation>
    </message>
    <message>
        <source>What you decided so far will not be learned from again; your labels stay as they are.</source>
        <translation>لن يجري التعلّم مجددًا مما قررته حتى الآن؛ وتبقى وسومك كما هي.</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>A model file that knows this, for other projects</source>
        <translation>ملف نموذج يعرف ذلك، لمشاريع أخرى</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Learning</name>
    <message>
        <source>What was learned…</source>
        <translation>ما جرى تعلّمه…</translation>
    </message>
    <message>
        <source>What Quoth has learned from your decisions in this project, and how to forget or export it</source>
        <translation>ما تعلّمه Quoth من قراراتك في هذا المشروع، وكيف يُنسى أو يُصدَّر</translation>
    </message>
    <message>
        <source>Nothing was learned: %1</source>
        <translation>لم يجرِ تعلّم شيء: %1</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>What was learned is forgotten; what you decide from now on is learned from.</source>
        <translation>نُسي ما جرى تعلّمه؛ وسيجري التعلّم مما تقرره من الآن فصاعدًا.</translation>
    </message>
    <message>
        <source>Export the model with what was learned</source>
        <translation>تصدير النموذج مع ما جرى تعلّمه</translation>
    </message>
    <message>
        <source>Models (*.quothmodel)</source>
        <translation>نماذج (*.quothmodel)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>حُفظ ‎%1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>تتعذر كتابة ‎%1: %2</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::MainWindow</name>
    <message>
        <source>New project…</source>
        <translation>مشروع جديد…</translation>
    </message>
    <message>
        <source>One file that holds your articles and all that you label in them</source>
        <translation>ملف واحد يضم مقالاتك وكل ما توسمه فيها</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>فتح مشروع…</translation>
    </message>
    <message>
        <source>A file that ends in .quoth</source>
        <translation>ملف امتداده quoth</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>فتح المشروع التجريبي</translation>
    </message>
    <message>
        <source>Three short articles: one is labelled, two have suggestions to review</source>
        <translation>ثلاثة مقالات قصيرة: واحد موسوم، ولاثنين اقتراحات للمراجعة</translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation>استيراد مقالات…</translation>
    </message>
    <message>
        <source>Open articles</source>
        <translation>فتح مقالات</translation>
    </message>
    <message>
        <source>Text, saved web pages, documents, tables, and what other annotation tools write</source>
        <translation>نصوص، وصفحات ويب محفوظة، ومستندات، وجداول، وما تكتبه أدوات التوسيم الأخرى</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>استيراد مجلد…</translation>
    </message>
    <message>
        <source>All articles in a folder and the folders in it</source>
        <translation>كل المقالات في مجلد وفي المجلدات التي بداخله</translation>
    </message>
    <message>
        <source>Import from an address…</source>
        <translation>استيراد من رابط…</translation>
    </message>
    <message>
        <source>Fetches a web page or document by its address</source>
        <translation>يجلب صفحة ويب أو مستندًا من رابطه</translation>
    </message>
    <message>
        <source>Import from the clipboard</source>
        <translation>استيراد من الحافظة</translation>
    </message>
    <message>
        <source>Makes an article of the text, address or files that were copied last</source>
        <translation>يُنشئ مقالًا من آخر ما نُسخ من نص أو رابط أو ملفات</translation>
    </message>
    <message>
        <source>Save article as picture or page…</source>
        <translation>حفظ المقال صورةً أو صفحةً…</translation>
    </message>
    <message>
        <source>Print article…</source>
        <translation>طباعة المقال…</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>إغلاق المشروع</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation>الأوامر…</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>مقالات</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>استيراد مجلد</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>توسيم</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>مساعدة</translation>
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
        <translation>فتح مشروع</translation>
    </message>
    <message>
        <source>Quoth projects (*.quoth)</source>
        <translation>مشاريع Quoth (*.quoth)</translation>
    </message>
    <message>
        <source>Where shall the project be kept?</source>
        <translation>أين يُحفظ المشروع؟</translation>
    </message>
    <message>
        <source>Articles (%1)</source>
        <translation>المقالات (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>Save article as</source>
        <translation>حفظ المقال باسم</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Web page (*.html);;Picture (*.png)</source>
        <translation>PDF (*.pdf);;صفحة ويب (*.html);;صورة (*.png)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>حُفظ ‎%1</translation>
    </message>
    <message>
        <source>Open an article…</source>
        <translation>فتح مقال…</translation>
    </message>
    <message>
        <source>The project “%1” is there already. Open it and go on in it?</source>
        <translation>المشروع «%1» موجود بالفعل. هل تريد فتحه والمتابعة فيه؟</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ManualView</name>
    <message>
        <source>Chapter of the manual</source>
        <translation>فصل من الدليل</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::MergeDialog</name>
    <message>
        <source>Merge speakers</source>
        <translation>دمج متحدثين</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>دمج</translation>
    </message>
    <message>
        <source>These are one speaker. Which name shall stay?</source>
        <translation>هؤلاء متحدث واحد. أي اسم يبقى؟</translation>
    </message>
    <message>
        <source>Name of another speaker</source>
        <translation>اسم متحدث آخر</translation>
    </message>
    <message>
        <source>&amp;And also</source>
        <translation>وأيضًا</translation>
    </message>
    <message>
        <source>The other names become aliases, and all that was credited to them is credited to the one that stays, in all articles. Undo takes it back in one step.</source>
        <translation>تصبح الأسماء الأخرى أسماء بديلة، وكل ما نُسب إلى أصحابها يُنسب إلى الباقي، في كل المقالات. يمكن التراجع عن ذلك بخطوة واحدة.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::OccurrencesDialog</name>
    <message>
        <source>&amp;Whole words only</source>
        <translation>كلمات كاملة فقط</translation>
    </message>
    <message>
        <source>&amp;Upper and lower case as here</source>
        <translation>حالة الأحرف كما هنا</translation>
    </message>
    <message>
        <source>In &amp;this article</source>
        <translation>في هذا المقال</translation>
    </message>
    <message>
        <source>In the whole &amp;project</source>
        <translation>في المشروع كله</translation>
    </message>
    <message>
        <source>Suggest at all occurrences</source>
        <translation>اقتراح في كل المواضع</translation>
    </message>
    <message>
        <source>Wherever “%1” stands again, suggest “%2”, credited to %3.</source>
        <translation>حيثما ورد «%1» مجددًا، يُقترح «%2» منسوبًا إلى %3.</translation>
    </message>
    <message>
        <source>Wherever “%1” stands again, suggest “%2”.</source>
        <translation>حيثما ورد «%1» مجددًا، يُقترح «%2».</translation>
    </message>
    <message>
        <source>Where the words stand</source>
        <translation>مواضع ورود الكلمات</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>اقتراح</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>يجري البحث…</translation>
    </message>
    <message>
        <source>No further place. What is labelled so already, or was rejected, does not count.</source>
        <translation>لا مواضع أخرى. لا يُعدّ ما هو موسوم كذلك من قبل أو ما رُفض.</translation>
    </message>
    <message numerus="yes">
        <source>%n further place(s) in this article.</source>
        <translation>
            <numerusform>لا مواضع أخرى في هذا المقال.</numerusform>
            <numerusform>موضع آخر في هذا المقال.</numerusform>
            <numerusform>موضعان آخران في هذا المقال.</numerusform>
            <numerusform>%n مواضع أخرى في هذا المقال.</numerusform>
            <numerusform>%n موضعًا آخر في هذا المقال.</numerusform>
            <numerusform>%n موضع آخر في هذا المقال.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further place(s)</source>
        <translation>
            <numerusform>لا مواضع أخرى</numerusform>
            <numerusform>موضع آخر</numerusform>
            <numerusform>موضعان آخران</numerusform>
            <numerusform>%n مواضع أخرى</numerusform>
            <numerusform>%n موضعًا آخر</numerusform>
            <numerusform>%n موضع آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Suggest %1</source>
        <translation>اقتراح (%1)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا شيء غيرها</numerusform>
            <numerusform>وواحد آخر</numerusform>
            <numerusform>واثنان آخران</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n article(s).</source>
        <comment>places</comment>
        <translation>
            <numerusform>%1 في أي مقال.</numerusform>
            <numerusform>%1 في مقال واحد.</numerusform>
            <numerusform>%1 في مقالين.</numerusform>
            <numerusform>%1 في %n مقالات.</numerusform>
            <numerusform>%1 في %n مقالًا.</numerusform>
            <numerusform>%1 في %n مقال.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Overlaps</name>
    <message>
        <source>Choose among the highlights at the caret…</source>
        <translation>اختيار أحد التظليلات عند مؤشر الكتابة…</translation>
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
        <translation>خطوط بين أجزاء الإسناد الحالي</translation>
    </message>
    <message>
        <source>Invisible characters</source>
        <translation>المحارف الخفية</translation>
    </message>
    <message>
        <source>Shows no-break blanks, zero-width and direction-changing characters, tabs, doubled and trailing blanks</source>
        <translation>يُظهر الفراغات غير القابلة للكسر، والمحارف المنعدمة العرض ومحارف تغيير الاتجاه، وعلامات الجدولة، والفراغات المكررة والختامية</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::PaletteBar</name>
    <message>
        <source>Labels</source>
        <translation>الوسوم</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::PartList</name>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>إزالة…</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>لأعلى</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>لأسفل</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Printing</name>
    <message>
        <source>Print article</source>
        <translation>طباعة المقال</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ProjectDesk</name>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>تراجع: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>إعادة: %1</translation>
    </message>
    <message>
        <source>Labels and review</source>
        <translation>الوسوم والمراجعة</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>إظهار</translation>
    </message>
    <message>
        <source>Which highlights are shown</source>
        <translation>أي التظليلات تظهر</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>No other suggestion is left in this article</source>
        <translation>لم يبق اقتراح آخر في هذا المقال</translation>
    </message>
    <message>
        <source>%1: %2 %3 move its begin, %4 %5 its end; %6 the next part</source>
        <translation>%1: %2 و %3 لنقل بدايته، %4 و %5 لنهايته؛ %6 للجزء التالي</translation>
    </message>
    <message>
        <source>No article is open. Choose one in the list of articles (%1), or import some by %2.</source>
        <translation>لا مقال مفتوح. اختر مقالًا من قائمة المقالات (%1)، أو استورد مقالات بـ %2.</translation>
    </message>
    <message>
        <source>%1: select other words, or move its edges: %2 %3 its begin, %4 %5 its end</source>
        <translation>%1: حدد كلمات أخرى، أو انقل حدوده: %2 و %3 للبداية، %4 و %5 للنهاية</translation>
    </message>
    <message>
        <source>%1: select its words, or %2</source>
        <comment>a part, and a key</comment>
        <translation>%1: حدد كلماته، أو %2</translation>
    </message>
    <message>
        <source>%2 takes what is proposed. %1: select other words, %3 drops it, %4 the next part</source>
        <comment>a part, and keys</comment>
        <translation>لأخذ المقترح %2. %1: حدد كلمات أخرى، أو %3 لإسقاطه، أو %4 للجزء التالي</translation>
    </message>
    <message>
        <source>Words selected with the mouse become “%1”, until %2</source>
        <comment>a label, and a key</comment>
        <translation>الكلمات التي تُحدَّد بالفأرة تصير «%1»، حتى %2</translation>
    </message>
    <message>
        <source>Done: %1. %2 takes it back.</source>
        <comment>what was done, and a key</comment>
        <translation>تم: %1. للتراجع %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) accepted; %1 takes it back</source>
        <comment>a key</comment>
        <translation>
            <numerusform>لم يُقبل أي اقتراح؛ للتراجع %1</numerusform>
            <numerusform>قُبل اقتراح واحد؛ للتراجع %1</numerusform>
            <numerusform>قُبل اقتراحان؛ للتراجع %1</numerusform>
            <numerusform>قُبلت %n اقتراحات؛ للتراجع %1</numerusform>
            <numerusform>قُبل %n اقتراحًا؛ للتراجع %1</numerusform>
            <numerusform>قُبل %n اقتراح؛ للتراجع %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) rejected; %1 takes it back</source>
        <comment>a key</comment>
        <translation>
            <numerusform>لم يُرفض أي اقتراح؛ للتراجع %1</numerusform>
            <numerusform>رُفض اقتراح واحد؛ للتراجع %1</numerusform>
            <numerusform>رُفض اقتراحان؛ للتراجع %1</numerusform>
            <numerusform>رُفضت %n اقتراحات؛ للتراجع %1</numerusform>
            <numerusform>رُفض %n اقتراحًا؛ للتراجع %1</numerusform>
            <numerusform>رُفض %n اقتراح؛ للتراجع %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No article is open. What was undone comes back by %1.</source>
        <translation>لا يوجد مقال مفتوح. ما تم التراجع عنه يعود بواسطة %1.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Provenance</name>
    <message>
        <source>suggested</source>
        <translation>مقترح</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>built-in rules %1</source>
        <translation>القواعد المدمجة %1</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>مستورد</translation>
    </message>
    <message>
        <source>imported, %1</source>
        <translation>مستورد، %1</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>معدَّل</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReleaseDialog</name>
    <message>
        <source>Publish dataset</source>
        <translation>نشر مجموعة بيانات</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>البدء من</translation>
    </message>
    <message>
        <source>&amp;Begin with:</source>
        <translation>البدء من:</translation>
    </message>
    <message>
        <source>Folder of the dataset</source>
        <translation>مجلد مجموعة البيانات</translation>
    </message>
    <message>
        <source>Br&amp;owse…</source>
        <translation>استعراض…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>اختيار المجلد</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>المجلد:</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>نشر</translation>
    </message>
    <message>
        <source>What goes into each split</source>
        <translation>ما يدخل في كل قسم</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>المجموعات</translation>
    </message>
    <message>
        <source>Attributions</source>
        <translation>الإسنادات</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>المقاطع</translation>
    </message>
    <message>
        <source>What is to be told of it</source>
        <translation>ما يلزم ذكره عنها</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>التقدم</translation>
    </message>
    <message>
        <source>What it will hold</source>
        <translation>ما ستضمه</translation>
    </message>
    <message>
        <source>a new recipe</source>
        <translation>وصفة جديدة</translation>
    </message>
    <message numerus="yes">
        <source>release %1 of %2, %n article(s)</source>
        <translation>
            <numerusform>الإصدار %1 بتاريخ %2، بلا مقالات</numerusform>
            <numerusform>الإصدار %1 بتاريخ %2، مقال واحد</numerusform>
            <numerusform>الإصدار %1 بتاريخ %2، مقالان</numerusform>
            <numerusform>الإصدار %1 بتاريخ %2، %n مقالات</numerusform>
            <numerusform>الإصدار %1 بتاريخ %2، %n مقالًا</numerusform>
            <numerusform>الإصدار %1 بتاريخ %2، %n مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was written. %1</source>
        <translation>لم يُكتب شيء. %1</translation>
    </message>
    <message numerus="yes">
        <source>Release %1 is in %2: %n article(s), with card, label schema and checksums.</source>
        <translation>
            <numerusform>الإصدار %1 في ‎%2: بلا مقالات، مع البطاقة ومخطط الوسوم ومجاميع التحقق.</numerusform>
            <numerusform>الإصدار %1 في ‎%2: مقال واحد، مع البطاقة ومخطط الوسوم ومجاميع التحقق.</numerusform>
            <numerusform>الإصدار %1 في ‎%2: مقالان، مع البطاقة ومخطط الوسوم ومجاميع التحقق.</numerusform>
            <numerusform>الإصدار %1 في ‎%2: %n مقالات، مع البطاقة ومخطط الوسوم ومجاميع التحقق.</numerusform>
            <numerusform>الإصدار %1 في ‎%2: %n مقالًا، مع البطاقة ومخطط الوسوم ومجاميع التحقق.</numerusform>
            <numerusform>الإصدار %1 في ‎%2: %n مقال، مع البطاقة ومخطط الوسوم ومجاميع التحقق.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) of the project are left out.</source>
        <translation>
            <numerusform>لم يُستبعد أي من مقالات المشروع.</numerusform>
            <numerusform>استُبعد واحد من مقالات المشروع.</numerusform>
            <numerusform>استُبعد اثنان من مقالات المشروع.</numerusform>
            <numerusform>استُبعدت %n من مقالات المشروع.</numerusform>
            <numerusform>استُبعد %n من مقالات المشروع.</numerusform>
            <numerusform>استُبعد %n من مقالات المشروع.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of articles are one story and stay together.</source>
        <translation>
            <numerusform>لا أزواج مقالات من خبر واحد.</numerusform>
            <numerusform>زوج واحد من المقالات خبر واحد، ويبقى معًا.</numerusform>
            <numerusform>زوجان من المقالات كل منهما خبر واحد، ويبقى معًا.</numerusform>
            <numerusform>%n أزواج من المقالات كل منها خبر واحد، ويبقى معًا.</numerusform>
            <numerusform>%n زوجًا من المقالات كل منها خبر واحد، ويبقى معًا.</numerusform>
            <numerusform>%n زوج من المقالات كل منها خبر واحد، ويبقى معًا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) had to leave the split of earlier releases.</source>
        <translation>
            <numerusform>لم يلزم نقل أي مقال من قسمه في الإصدارات السابقة.</numerusform>
            <numerusform>لزم نقل مقال واحد من قسمه في الإصدارات السابقة.</numerusform>
            <numerusform>لزم نقل مقالين من قسميهما في الإصدارات السابقة.</numerusform>
            <numerusform>لزم نقل %n مقالات من أقسامها في الإصدارات السابقة.</numerusform>
            <numerusform>لزم نقل %n مقالًا من أقسامها في الإصدارات السابقة.</numerusform>
            <numerusform>لزم نقل %n مقال من أقسامها في الإصدارات السابقة.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>The dataset is published.</source>
        <translation>نُشرت مجموعة البيانات.</translation>
    </message>
    <message>
        <source>The dataset could not be published.</source>
        <translation>تعذّر نشر مجموعة البيانات.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReleaseForm</name>
    <message>
        <source>Name of the dataset</source>
        <translation>اسم مجموعة البيانات</translation>
    </message>
    <message>
        <source>that of the project</source>
        <translation>اسم المشروع</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الترخيص</translation>
    </message>
    <message>
        <source>none given</source>
        <translation>لم يُذكر</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <source>What these articles are, who labelled them, and what for</source>
        <translation>ما هذه المقالات، ومن وسمها، ولأي غرض</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>النصوص</translation>
    </message>
    <message>
        <source>with the articles’ texts</source>
        <translation>مع نصوص المقالات</translation>
    </message>
    <message>
        <source>without texts: offsets and labelled words</source>
        <translation>بلا نصوص: الإزاحات والكلمات الموسومة</translation>
    </message>
    <message>
        <source>without texts and words: offsets alone</source>
        <translation>بلا نصوص ولا كلمات: الإزاحات وحدها</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>مجموعة البيانات</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>الاسم:</translation>
    </message>
    <message>
        <source>&amp;Licence:</source>
        <translation>الترخيص:</translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation>الوصف:</translation>
    </message>
    <message>
        <source>&amp;Texts:</source>
        <translation>النصوص:</translation>
    </message>
    <message>
        <source>&amp;accepted</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>&amp;suggested</source>
        <translation>مقترح</translation>
    </message>
    <message>
        <source>&amp;rejected</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>all articles</source>
        <translation>كل المقالات</translation>
    </message>
    <message>
        <source>those where something is decided</source>
        <translation>ما حُسم فيه شيء</translation>
    </message>
    <message>
        <source>those where nothing is left to decide</source>
        <translation>ما لم يبق فيه شيء يُحسم</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>ما يدخل فيها</translation>
    </message>
    <message>
        <source>Highlights:</source>
        <translation>التظليلات:</translation>
    </message>
    <message>
        <source>Art&amp;icles:</source>
        <translation>المقالات:</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>التدريب</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>التحقق</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>الاختبار</translation>
    </message>
    <message>
        <source>Share of: %1</source>
        <translation>حصة: %1</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>versions of one story (by their words)</source>
        <translation>نسخ الخبر الواحد (بحسب كلماتها)</translation>
    </message>
    <message>
        <source>articles of one outlet</source>
        <translation>مقالات وسيلة الإعلام الواحدة</translation>
    </message>
    <message>
        <source>articles of one day</source>
        <translation>مقالات اليوم الواحد</translation>
    </message>
    <message>
        <source>Articles stay where they were in earlier releases</source>
        <translation>تبقى المقالات حيث كانت في الإصدارات السابقة</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>الأقسام</translation>
    </message>
    <message>
        <source>Shares:</source>
        <translation>الحصص:</translation>
    </message>
    <message>
        <source>Never in two splits:</source>
        <translation>لا تُفرَّق بين قسمين:</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReviewFilterBar</name>
    <message>
        <source>Filter by words, speaker or note</source>
        <translation>تصفية بالكلمات أو المتحدث أو الملاحظة</translation>
    </message>
    <message>
        <source>Words, speaker or note</source>
        <translation>كلمات أو متحدث أو ملاحظة</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>ما يُسرد</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>أي حالة</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>مع ملاحظة</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>أدنى درجة ثقة</translation>
    </message>
    <message>
        <source>Greatest confidence</source>
        <translation>أعلى درجة ثقة</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>الثقة</translation>
    </message>
    <message>
        <source>to</source>
        <comment>from one confidence to another</comment>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>أنشأه</translation>
    </message>
    <message>
        <source>Credited to</source>
        <translation>منسوب إلى</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>إظهار الكل</translation>
    </message>
    <message>
        <source>Takes all filters away</source>
        <translation>يزيل كل عوامل التصفية</translation>
    </message>
    <message>
        <source>Attributions and free spans</source>
        <translation>الإسنادات والمقاطع الحرة</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <comment>a label</comment>
        <translation>فقط: %1</translation>
    </message>
    <message>
        <source>Made by anybody</source>
        <translation>أنشأه أي كان</translation>
    </message>
    <message>
        <source>Made by people</source>
        <translation>أنشأه أشخاص</translation>
    </message>
    <message>
        <source>Found by detectors</source>
        <translation>وجدته الكواشف</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>مستورد</translation>
    </message>
    <message>
        <source>Anybody’s words</source>
        <translation>كلام أي كان</translation>
    </message>
    <message>
        <source>Without a speaker</source>
        <translation>بلا متحدث</translation>
    </message>
    <message>
        <source>Made by %1</source>
        <translation>أنشأه %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReviewListDock</name>
    <message>
        <source>List of everything</source>
        <translation>قائمة بكل شيء</translation>
    </message>
    <message>
        <source>List of everything, to filter and decide on many</source>
        <translation>قائمة بكل شيء، للتصفية والبتّ في الكثير</translation>
    </message>
    <message>
        <source>Accept what the list shows…</source>
        <translation>قبول ما تعرضه القائمة…</translation>
    </message>
    <message>
        <source>Reject what the list shows…</source>
        <translation>رفض ما تعرضه القائمة…</translation>
    </message>
    <message>
        <source>Reopen what the list shows…</source>
        <translation>إعادة فتح ما تعرضه القائمة…</translation>
    </message>
    <message>
        <source>Relabel what the list shows…</source>
        <translation>تغيير وسم ما تعرضه القائمة…</translation>
    </message>
    <message>
        <source>Delete what the list shows…</source>
        <translation>حذف ما تعرضه القائمة…</translation>
    </message>
    <message>
        <source>How many are listed</source>
        <translation>عدد ما في القائمة</translation>
    </message>
    <message>
        <source>What is selected, if that is several, else what the list shows. Says first what will change.</source>
        <translation>ما هو محدد إن كان أكثر من واحد، وإلا فما تعرضه القائمة. ويُذكر أولًا ما سيتغيّر.</translation>
    </message>
    <message>
        <source>Enter accepts, Backspace rejects, U reopens, Delete deletes, a label’s key relabels; Escape goes back to the article</source>
        <translation>يقبل Enter، ويرفض Backspace، ويعيد U الفتح، ويحذف Delete، ويغيّر مفتاح الوسمِ الوسمَ؛ ويعود Escape إلى المقال</translation>
    </message>
    <message>
        <source>Nothing fits the filter</source>
        <translation>لا شيء يوافق التصفية</translation>
    </message>
    <message numerus="yes">
        <source>%n listed</source>
        <translation>
            <numerusform>لا شيء في القائمة</numerusform>
            <numerusform>واحد في القائمة</numerusform>
            <numerusform>اثنان في القائمة</numerusform>
            <numerusform>%n في القائمة</numerusform>
            <numerusform>%n في القائمة</numerusform>
            <numerusform>%n في القائمة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n selected</source>
        <translation>
            <numerusform>%1، والمحدد لا شيء</numerusform>
            <numerusform>%1، والمحدد واحد</numerusform>
            <numerusform>%1، والمحدد اثنان</numerusform>
            <numerusform>%1، والمحدد %n</numerusform>
            <numerusform>%1، والمحدد %n</numerusform>
            <numerusform>%1، والمحدد %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept %1…</source>
        <comment>a number of items</comment>
        <translation>قبول %1…</translation>
    </message>
    <message>
        <source>Reject %1…</source>
        <comment>a number of items</comment>
        <translation>رفض %1…</translation>
    </message>
    <message>
        <source>Reopen %1…</source>
        <comment>a number of items</comment>
        <translation>إعادة فتح %1…</translation>
    </message>
    <message>
        <source>Delete %1…</source>
        <comment>a number of items</comment>
        <translation>حذف %1…</translation>
    </message>
    <message>
        <source>Relabel %1 as…</source>
        <comment>a number of items</comment>
        <translation>تغيير وسم %1 إلى…</translation>
    </message>
    <message>
        <source>No article is open. Choose one in the list of articles.</source>
        <translation>لا مقال مفتوح. اختر مقالًا من قائمة المقالات.</translation>
    </message>
    <message>
        <source>Nothing is labelled yet. Select words and press a label’s key, or let Quoth suggest by %1.</source>
        <translation>لا شيء موسوم بعد. حدد كلمات واضغط مفتاح وسم، أو دع Quoth يقترح بـ %1.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReviewListModel</name>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>الكلمات</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>المتحدث</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>الثقة</translation>
    </message>
    <message>
        <source>From</source>
        <translation>المنشأ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Reviewing</name>
    <message>
        <source>Next suggestion</source>
        <translation>الاقتراح التالي</translation>
    </message>
    <message>
        <source>Previous suggestion</source>
        <translation>الاقتراح السابق</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Fix the next part</source>
        <translation>تصحيح الجزء التالي</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>إعادة فتح</translation>
    </message>
    <message>
        <source>Accept all that are sure…</source>
        <translation>قبول كل الموثوق…</translation>
    </message>
    <message>
        <source>Accept all that is left</source>
        <translation>قبول كل ما تبقى</translation>
    </message>
    <message>
        <source>Every suggestion of this article that is still open</source>
        <translation>كل اقتراح في هذا المقال ما زال مفتوحًا</translation>
    </message>
    <message>
        <source>Reject all that is left</source>
        <translation>رفض كل ما تبقى</translation>
    </message>
    <message>
        <source>Next attribution or span</source>
        <translation>الإسناد أو المقطع التالي</translation>
    </message>
    <message>
        <source>Previous attribution or span</source>
        <translation>الإسناد أو المقطع السابق</translation>
    </message>
    <message>
        <source>Accept the sure…</source>
        <translation>قبول الموثوق…</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaDialog</name>
    <message>
        <source>Labels and roles</source>
        <translation>الوسوم والأدوار</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Frames and roles</source>
        <translation>الأطر والأدوار</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>الأطر</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>ما الخطأ</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>اعتماد</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>تحميل…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>حفظ…</translation>
    </message>
    <message>
        <source>All labels can be told apart, on light and on dark, also by colour-blind readers.</source>
        <translation>يمكن التمييز بين كل الوسوم، على خلفية فاتحة وداكنة، حتى لدى المصابين بعمى الألوان.</translation>
    </message>
    <message>
        <source>It can be used, but think about this:</source>
        <translation>يمكن استعماله، لكن فكّر في هذا:</translation>
    </message>
    <message>
        <source>To be mended before it can be taken over:</source>
        <translation>ما يلزم إصلاحه قبل اعتماده:</translation>
    </message>
    <message>
        <source>Remove label</source>
        <translation>إزالة الوسم</translation>
    </message>
    <message>
        <source>A schema has at least one label.</source>
        <translation>في كل مخطط وسم واحد على الأقل.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project have the label %1. Which label instead?</source>
        <translation>
            <numerusform>لا مقاطع في المشروع بالوسم %1. ما الوسم البديل؟</numerusform>
            <numerusform>في المشروع مقطع واحد بالوسم %1. ما الوسم البديل؟</numerusform>
            <numerusform>في المشروع مقطعان بالوسم %1. ما الوسم البديل؟</numerusform>
            <numerusform>في المشروع %n مقاطع بالوسم %1. ما الوسم البديل؟</numerusform>
            <numerusform>في المشروع %n مقطعًا بالوسم %1. ما الوسم البديل؟</numerusform>
            <numerusform>في المشروع %n مقطع بالوسم %1. ما الوسم البديل؟</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove frame</source>
        <translation>إزالة الإطار</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind %1. Remove them first.</source>
        <translation>
            <numerusform>لا أطر في المشروع من النوع %1.</numerusform>
            <numerusform>في المشروع إطار واحد من النوع %1. أزِله أولًا.</numerusform>
            <numerusform>في المشروع إطاران من النوع %1. أزِلهما أولًا.</numerusform>
            <numerusform>في المشروع %n أطر من النوع %1. أزِلها أولًا.</numerusform>
            <numerusform>في المشروع %n إطارًا من النوع %1. أزِلها أولًا.</numerusform>
            <numerusform>في المشروع %n إطار من النوع %1. أزِلها أولًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove role</source>
        <translation>إزالة الدور</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project fill this role. Take them out of it first.</source>
        <translation>
            <numerusform>لا مقاطع في المشروع تشغل هذا الدور.</numerusform>
            <numerusform>في المشروع مقطع واحد يشغل هذا الدور. أخرِجه منه أولًا.</numerusform>
            <numerusform>في المشروع مقطعان يشغلان هذا الدور. أخرِجهما منه أولًا.</numerusform>
            <numerusform>في المشروع %n مقاطع تشغل هذا الدور. أخرِجها منه أولًا.</numerusform>
            <numerusform>في المشروع %n مقطعًا تشغل هذا الدور. أخرِجها منه أولًا.</numerusform>
            <numerusform>في المشروع %n مقطع تشغل هذا الدور. أخرِجها منه أولًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Load labels and roles</source>
        <translation>تحميل الوسوم والأدوار</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind %1, which the file does not have.</source>
        <translation>
            <numerusform>لا أطر في المشروع من النوع %1، وليس في الملف.</numerusform>
            <numerusform>في المشروع إطار واحد من النوع %1، وليس في الملف.</numerusform>
            <numerusform>في المشروع إطاران من النوع %1، وليس في الملف.</numerusform>
            <numerusform>في المشروع %n أطر من النوع %1، وليس في الملف.</numerusform>
            <numerusform>في المشروع %n إطارًا من النوع %1، وليس في الملف.</numerusform>
            <numerusform>في المشروع %n إطار من النوع %1، وليس في الملف.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project have the label %1, which the file does not have. Which label instead?</source>
        <translation>
            <numerusform>لا مقاطع في المشروع بالوسم %1، وليس في الملف. ما الوسم البديل؟</numerusform>
            <numerusform>في المشروع مقطع واحد بالوسم %1، وليس في الملف. ما الوسم البديل؟</numerusform>
            <numerusform>في المشروع مقطعان بالوسم %1، وليس في الملف. ما الوسم البديل؟</numerusform>
            <numerusform>في المشروع %n مقاطع بالوسم %1، وليس في الملف. ما الوسم البديل؟</numerusform>
            <numerusform>في المشروع %n مقطعًا بالوسم %1، وليس في الملف. ما الوسم البديل؟</numerusform>
            <numerusform>في المشروع %n مقطع بالوسم %1، وليس في الملف. ما الوسم البديل؟</numerusform>
        </translation>
    </message>
    <message>
        <source>Label schemas (*.json)</source>
        <translation>مخططات الوسوم (*.json)</translation>
    </message>
    <message>
        <source>Save labels and roles</source>
        <translation>حفظ الوسوم والأدوار</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaEditing</name>
    <message>
        <source>Labels and roles…</source>
        <translation>الوسوم والأدوار…</translation>
    </message>
    <message>
        <source>Change the labels of this project: names, keys, colours, guidelines, attributes, and which of them fill which roles</source>
        <translation>تغيير وسوم هذا المشروع: الأسماء والمفاتيح والألوان والإرشادات والسمات، وأيها يشغل أي الأدوار</translation>
    </message>
    <message>
        <source>Labels and roles</source>
        <translation>الوسوم والأدوار</translation>
    </message>
    <message>
        <source>change labels and roles</source>
        <translation>تغيير الوسوم والأدوار</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaFrameForm</name>
    <message>
        <source>none</source>
        <translation>بلا</translation>
    </message>
    <message>
        <source>Takes: %1</source>
        <translation>يقبل: %1</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>الاسم في الملفات</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>الإرشادات</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>الأدوار</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>مطلوب</translation>
    </message>
    <message>
        <source>Takes spans labelled</source>
        <translation>يقبل مقاطع بالوسوم</translation>
    </message>
    <message>
        <source>Add role</source>
        <translation>إضافة دور</translation>
    </message>
    <message>
        <source>Remove role</source>
        <translation>إزالة الدور</translation>
    </message>
    <message>
        <source>Role %1</source>
        <translation>الدور %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaLabelForm</name>
    <message>
        <source>Colour on light</source>
        <translation>اللون على خلفية فاتحة</translation>
    </message>
    <message>
        <source>Colour on dark</source>
        <translation>اللون على خلفية داكنة</translation>
    </message>
    <message>
        <source>Its words name somebody: they may be given a speaker</source>
        <translation>كلماته تسمّي أحدًا: يجوز أن يُعيَّن لها متحدث</translation>
    </message>
    <message>
        <source>none</source>
        <translation>بلا</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>مستطيل</translation>
    </message>
    <message>
        <source>Dotted line</source>
        <translation>خط منقّط</translation>
    </message>
    <message>
        <source>Bars at both ends</source>
        <translation>عمودان عند الطرفين</translation>
    </message>
    <message>
        <source>Thick line</source>
        <translation>خط عريض</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>موجة</translation>
    </message>
    <message>
        <source>What it is for, with an example, and what it is not for</source>
        <translation>الغرض منه، مع مثال، وما ليس من غرضه</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>الاسم في الملفات</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>العلامة</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>الإرشادات</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>المتحدثون</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>السمات</translation>
    </message>
    <message>
        <source>Values, with commas; none: any text</source>
        <translation>القيم، بينها فواصل؛ بلا قيم: أي نص</translation>
    </message>
    <message>
        <source>Add attribute</source>
        <translation>إضافة سمة</translation>
    </message>
    <message>
        <source>Remove attribute</source>
        <translation>إزالة السمة</translation>
    </message>
    <message>
        <source>Attribute %1</source>
        <translation>السمة %1</translation>
    </message>
    <message>
        <source>The values that spans have stay in the project, unseen</source>
        <translation>تبقى القيم التي للمقاطع في المشروع، دون أن تظهر</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Shortcuts</name>
    <message>
        <source>This key cannot be used.</source>
        <translation>لا يمكن استعمال هذا المفتاح.</translation>
    </message>
    <message>
        <source>This key moves the caret in texts.</source>
        <translation>هذا المفتاح ينقل مؤشر الكتابة في النصوص.</translation>
    </message>
    <message>
        <source>Esc always lets go of what is in hand and closes what is open.</source>
        <translation>يترك Esc دائمًا العنصر الحالي ويغلق ما هو مفتوح.</translation>
    </message>
    <message>
        <source>This key opens the menus.</source>
        <translation>هذا المفتاح يفتح القوائم.</translation>
    </message>
    <message>
        <source>This key copies, cuts and pastes, here as everywhere.</source>
        <translation>هذا المفتاح ينسخ ويقص ويلصق، هنا كما في كل مكان.</translation>
    </message>
    <message>
        <source>This key selects all, here as everywhere.</source>
        <translation>هذا المفتاح يحدد الكل، هنا كما في كل مكان.</translation>
    </message>
    <message>
        <source>Alt with a letter opens menus.</source>
        <translation>يفتح Alt مع حرف القوائم.</translation>
    </message>
    <message>
        <source>This key closes the window.</source>
        <translation>هذا المفتاح يغلق النافذة.</translation>
    </message>
    <message>
        <source>This key belongs to a label (“%1”). Give the label another key first.</source>
        <translation>هذا المفتاح لوسم («%1»). أعطِ الوسم مفتاحًا آخر أولًا.</translation>
    </message>
    <message>
        <source>This is no file of keys as Quoth writes them.</source>
        <translation>هذا ليس ملف مفاتيح كما يكتبها Quoth.</translation>
    </message>
    <message>
        <source>%1 cannot have the key %2. %3</source>
        <translation>لا يمكن أن يكون لـ %1 المفتاح %2. %3</translation>
    </message>
    <message>
        <source>The key %1 is given to %2 and to %3.</source>
        <translation>المفتاح %1 معطى لـ %2 ولـ %3.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ShortcutsDialog</name>
    <message>
        <source>Change keys</source>
        <translation>تغيير المفاتيح</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>الإجراءات ومفاتيحها</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>ما يفعله</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>الاسم في الملفات</translation>
    </message>
    <message>
        <source>Find by words</source>
        <translation>بحث بالكلمات</translation>
    </message>
    <message>
        <source>Find by key: press it here</source>
        <translation>بحث بالمفتاح: اضغطه هنا</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>إظهار الكل</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>تغيير…</translation>
    </message>
    <message>
        <source>Add another…</source>
        <translation>إضافة آخر…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>استعادة الكل</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>تحميل…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>حفظ…</translation>
    </message>
    <message>
        <source>It came without a key.</source>
        <translation>الأصل بلا مفتاح.</translation>
    </message>
    <message>
        <source>It came with: %1</source>
        <translation>الأصل: %1</translation>
    </message>
    <message>
        <source>No action has the key %1.</source>
        <translation>لا إجراء له المفتاح %1.</translation>
    </message>
    <message>
        <source>Choose an action to change its keys. Those you changed stand in bold.</source>
        <translation>اختر إجراءً لتغيير مفاتيحه. ما غيّرته يظهر بخط عريض.</translation>
    </message>
    <message>
        <source>This key belongs to the project’s labels: “Change” opens “Labels and roles”, where it is changed for everyone who works on the project.</source>
        <translation>هذا المفتاح لوسوم المشروع: يفتح «تغيير…» نافذة «الوسوم والأدوار»، وفيها يُغيَّر لكل من يعمل على المشروع.</translation>
    </message>
    <message>
        <source>Give all actions the keys they came with?</source>
        <translation>أتريد إعطاء كل الإجراءات مفاتيحها الأصلية؟</translation>
    </message>
    <message>
        <source>Save keys</source>
        <translation>حفظ المفاتيح</translation>
    </message>
    <message>
        <source>Keys (*.json)</source>
        <translation>مفاتيح (*.json)</translation>
    </message>
    <message>
        <source>Load keys</source>
        <translation>تحميل المفاتيح</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakerDialog</name>
    <message>
        <source>New speaker</source>
        <translation>متحدث جديد</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Other names, one a line</source>
        <translation>أسماء أخرى، كل منها في سطر</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Show the item in the browser</source>
        <translation>عرض العنصر في المتصفح</translation>
    </message>
    <message>
        <source>Open the item of Wikidata in the browser</source>
        <translation>فتح عنصر ويكي بيانات في المتصفح</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>Take the colour that Quoth gives</source>
        <translation>أخذ اللون الذي يعطيه Quoth</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>&amp;Also called</source>
        <translation>يسمى أيضًا</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>&amp;Wikidata</source>
        <translation>ويكي بيانات</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Colour of the speaker</source>
        <translation>لون المتحدث</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Choose a colour; now Quoth gives one</source>
        <translation>اختيار لون؛ يعطيه Quoth الآن</translation>
    </message>
    <message>
        <source>Colour %1; choose another</source>
        <translation>اللون %1؛ اختيار غيره</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakerEdit</name>
    <message>
        <source>Speaker</source>
        <translation>المتحدث</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>لا أحد بعد</translation>
    </message>
    <message>
        <source>To whom the words are credited. Enter takes the name, Escape leaves it as it was.</source>
        <translation>من يُنسب إليه الكلام. يأخذ Enter الاسم، ويتركه Escape كما كان.</translation>
    </message>
    <message>
        <source>Type of speaker</source>
        <translation>نوع المتحدث</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>لا إشارات</numerusform>
            <numerusform>إشارة واحدة</numerusform>
            <numerusform>إشارتان</numerusform>
            <numerusform>%n إشارات</numerusform>
            <numerusform>%n إشارة</numerusform>
            <numerusform>%n إشارة</numerusform>
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
        <translation>المتحدثون</translation>
    </message>
    <message>
        <source>Next mention of the speaker</source>
        <translation>الإشارة التالية إلى المتحدث</translation>
    </message>
    <message>
        <source>New speaker…</source>
        <translation>متحدث جديد…</translation>
    </message>
    <message>
        <source>Change speaker…</source>
        <translation>تغيير المتحدث…</translation>
    </message>
    <message>
        <source>Merge speakers…</source>
        <translation>دمج متحدثين…</translation>
    </message>
    <message>
        <source>Split speaker…</source>
        <translation>فصل المتحدث…</translation>
    </message>
    <message>
        <source>Delete speaker</source>
        <translation>حذف المتحدث</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>جديد…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>تغيير…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>دمج…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>فصل…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Two entries that are one speaker become one, in all articles</source>
        <translation>مدخلتان لمتحدث واحد تصيران واحدة، في كل المقالات</translation>
    </message>
    <message>
        <source>Some of the mentions go to a new speaker, in all articles</source>
        <translation>تنتقل بعض الإشارات إلى متحدث جديد، في كل المقالات</translation>
    </message>
    <message>
        <source>Only a speaker that nobody mentions can be deleted</source>
        <translation>لا يُحذف إلا متحدث لا إشارة إليه</translation>
    </message>
    <message>
        <source>Type a name or an alias</source>
        <translation>اكتب اسمًا أو اسمًا بديلًا</translation>
    </message>
    <message>
        <source>Filter the speakers</source>
        <translation>تصفية المتحدثين</translation>
    </message>
    <message>
        <source>%1 is not mentioned in this article</source>
        <translation>لا إشارة إلى %1 في هذا المقال</translation>
    </message>
    <message>
        <source>Merged. Undo parts them again.</source>
        <translation>تم الدمج. والتراجع يفصلهم مجددًا.</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>Split. Undo joins them again.</source>
        <translation>تم الفصل. والتراجع يضمهما مجددًا.</translation>
    </message>
    <message>
        <source>No speakers yet. Take an attribution in hand and credit it to somebody (%1), or add a speaker here.</source>
        <comment>a key</comment>
        <translation>لا متحدثين بعد. اختر إسنادًا وانسبه إلى أحد (%1)، أو أضف متحدثًا هنا.</translation>
    </message>
    <message>
        <source>No speaker is called so. %1 adds one of this name.</source>
        <translation>لا متحدث بهذا الاسم. لإضافته: «%1».</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakersModel</name>
    <message>
        <source>Also called %1</source>
        <translation>يسمى أيضًا %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n mention(s)</source>
        <translation>
            <numerusform>%1، %2، بلا إشارات</numerusform>
            <numerusform>%1، %2، إشارة واحدة</numerusform>
            <numerusform>%1، %2، إشارتان</numerusform>
            <numerusform>%1، %2، %n إشارات</numerusform>
            <numerusform>%1، %2، %n إشارة</numerusform>
            <numerusform>%1، %2، %n إشارة</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>الإشارات</translation>
    </message>
    <message>
        <source>Wikidata</source>
        <translation>ويكي بيانات</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SplitDialog</name>
    <message>
        <source>Split %1</source>
        <translation>فصل %1</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>فصل</translation>
    </message>
    <message>
        <source>Which of these mentions are those of another speaker?</source>
        <translation>أي هذه الإشارات لمتحدث آخر؟</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>الإشارات</translation>
    </message>
    <message>
        <source>(attributions without a source)</source>
        <translation>(إسنادات بلا مصدر)</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»‏</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>لا إشارات</numerusform>
            <numerusform>إشارة واحدة</numerusform>
            <numerusform>إشارتان</numerusform>
            <numerusform>%n إشارات</numerusform>
            <numerusform>%n إشارة</numerusform>
            <numerusform>%n إشارة</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Name of the new speaker</source>
        <translation>اسم المتحدث الجديد</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Nobody mentions this speaker, so that there is nothing to split.</source>
        <translation>لا إشارة إلى هذا المتحدث، فليس ثمة ما يُفصل.</translation>
    </message>
    <message>
        <source>Space ticks a row. Undo takes it back in one step.</source>
        <translation>مفتاح المسافة يؤشّر على صف. يمكن التراجع عن ذلك بخطوة واحدة.</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Spreading</name>
    <message>
        <source>Suggest at all occurrences…</source>
        <translation>اقتراح في كل المواضع…</translation>
    </message>
    <message>
        <source>This name is always this speaker</source>
        <translation>هذا الاسم هو دائمًا هذا المتحدث</translation>
    </message>
    <message>
        <source>The same words, elsewhere in the article or the project, are suggested with the same label and speaker</source>
        <translation>تُقترح الكلمات نفسها، حيث وردت في المقال أو المشروع، بالوسم والمتحدث نفسيهما</translation>
    </message>
    <message>
        <source>Wherever this name is a source, in all articles and from now on, it is credited to the speaker it has here</source>
        <translation>حيثما كان هذا الاسم مصدرًا، في كل المقالات ومن الآن فصاعدًا، يُنسب كلامه إلى متحدثه هنا</translation>
    </message>
    <message>
        <source>Interrupted words cannot be looked for. Take a span of one piece.</source>
        <translation>لا يمكن البحث عن كلمات متقطعة. اختر مقطعًا من قطعة واحدة.</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>“%1” is somebody else at each place</source>
        <translation>‏«%1» شخص مختلف في كل موضع</translation>
    </message>
    <message numerus="yes">
        <source>%1 made in %n article(s)</source>
        <comment>suggestions</comment>
        <translation>
            <numerusform>%1 في أي مقال</numerusform>
            <numerusform>%1 في مقال واحد</numerusform>
            <numerusform>%1 في مقالين</numerusform>
            <numerusform>%1 في %n مقالات</numerusform>
            <numerusform>%1 في %n مقالًا</numerusform>
            <numerusform>%1 في %n مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>لم يوضع أي اقتراح</numerusform>
            <numerusform>وُضع اقتراح واحد</numerusform>
            <numerusform>وُضع اقتراحان</numerusform>
            <numerusform>وُضعت %n اقتراحات</numerusform>
            <numerusform>وُضع %n اقتراحًا</numerusform>
            <numerusform>وُضع %n اقتراح</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is credited here yet. Say who it is first: %1</source>
        <comment>a key</comment>
        <translation>لم يُنسب الكلام هنا إلى أحد بعد. حدد من هو أولًا: %1</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is always %2 now: %n mention(s) changed</source>
        <translation>
            <numerusform>‏«%1» هو الآن دائمًا %2: لم تتغيّر أي إشارة</numerusform>
            <numerusform>‏«%1» هو الآن دائمًا %2: تغيّرت إشارة واحدة</numerusform>
            <numerusform>‏«%1» هو الآن دائمًا %2: تغيّرت إشارتان</numerusform>
            <numerusform>‏«%1» هو الآن دائمًا %2: تغيّرت %n إشارات</numerusform>
            <numerusform>‏«%1» هو الآن دائمًا %2: تغيّرت %n إشارة</numerusform>
            <numerusform>‏«%1» هو الآن دائمًا %2: تغيّرت %n إشارة</numerusform>
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
        <translation>توسيم من قال ماذا في المقالات الإخبارية. يظلّل Quoth المتحدثين والاقتباسات والادعاءات؛ وتقبل كلًا منها أو ترفضه أو تصححه من لوحة المفاتيح.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>المشاريع الأخيرة</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>فتح %1</translation>
    </message>
    <message>
        <source>%1 · opened %2</source>
        <translation>‎%1 · فُتح %2</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>إزالة من هذه القائمة</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::StatusLine</name>
    <message>
        <source>Review progress</source>
        <translation>تقدم المراجعة</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>التعلّم</translation>
    </message>
    <message>
        <source>Selected characters</source>
        <translation>المحارف المحددة</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>الحفظ</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>تلميح</translation>
    </message>
    <message numerus="yes">
        <source>Learned from %n article(s)</source>
        <translation>
            <numerusform>تعلّم بلا مقالات</numerusform>
            <numerusform>تعلّم من مقال واحد</numerusform>
            <numerusform>تعلّم من مقالين</numerusform>
            <numerusform>تعلّم من %n مقالات</numerusform>
            <numerusform>تعلّم من %n مقالًا</numerusform>
            <numerusform>تعلّم من %n مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>No highlights yet</source>
        <translation>لا تظليلات بعد</translation>
    </message>
    <message>
        <source>Review: %1 of %2</source>
        <translation>المراجعة: %1 من %2</translation>
    </message>
    <message>
        <source>Select words and press a label’s key, or let Quoth suggest: %1</source>
        <translation>حدد كلمات واضغط مفتاح وسم، أو دع Quoth يقترح: %1</translation>
    </message>
    <message>
        <source>Next: %1 · accept: %2 · reject: %3 · fix: %4</source>
        <translation>التالي: %1 · قبول: %2 · رفض: %3 · تصحيح: %4</translation>
    </message>
    <message>
        <source>All reviewed</source>
        <translation>رُوجع الكل</translation>
    </message>
    <message>
        <source>Character %1</source>
        <translation>المحرف %1</translation>
    </message>
    <message>
        <source>Characters %1–%2</source>
        <translation>المحارف %1–%2</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>كل التغييرات محفوظة</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>يجري الحفظ…</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::TextWalk</name>
    <message>
        <source>Select more: word, quotation, clause, sentence, paragraph</source>
        <translation>تحديد أكثر: كلمة، اقتباس، جملة فرعية، جملة، فقرة</translation>
    </message>
    <message>
        <source>Select less</source>
        <translation>تحديد أقل</translation>
    </message>
    <message>
        <source>Next quotation without a label</source>
        <translation>الاقتباس التالي بلا وسم</translation>
    </message>
    <message>
        <source>Previous quotation without a label</source>
        <translation>الاقتباس السابق بلا وسم</translation>
    </message>
    <message>
        <source>Next claim</source>
        <translation>الادعاء التالي</translation>
    </message>
    <message>
        <source>Previous claim</source>
        <translation>الادعاء السابق</translation>
    </message>
    <message>
        <source>Next attribution</source>
        <translation>الإسناد التالي</translation>
    </message>
    <message>
        <source>Previous attribution</source>
        <translation>الإسناد السابق</translation>
    </message>
    <message>
        <source>No other quotation without a label</source>
        <translation>لا اقتباس آخر بلا وسم</translation>
    </message>
    <message>
        <source>No other claim</source>
        <translation>لا ادعاء آخر</translation>
    </message>
    <message>
        <source>No other attribution</source>
        <translation>لا إسناد آخر</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Tour</name>
    <message>
        <source>Suggestions</source>
        <translation>الاقتراحات</translation>
    </message>
    <message>
        <source>Quoth has read this article. What stands dashed is a suggestion: who speaks, the word that reports, what is said. The cards at the right name the speaker and say how sure it is. Nothing counts until you decide.</source>
        <translation>قرأ Quoth هذا المقال. ما يظهر متقطعًا اقتراح: من المتحدث، والكلمة التي تنقل كلامه، وما قيل. وتسمّي البطاقات في الهامش المتحدث وتذكر درجة الثقة. ولا يُعتدّ بشيء حتى تقرر.</translation>
    </message>
    <message>
        <source>Take the next suggestion</source>
        <translation>اختيار الاقتراح التالي</translation>
    </message>
    <message>
        <source>Press %1. The next suggestion comes to hand: its parts get a ring, and its card opens.</source>
        <translation>اضغط %1. يصير الاقتراح التالي هو العنصر الحالي: تحيط بأجزائه حلقة، وتُفتح بطاقته.</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>قبوله</translation>
    </message>
    <message>
        <source>Read the words and the card. If they are right, press %1. The next suggestion then comes by itself.</source>
        <translation>اقرأ الكلمات والبطاقة. فإن صحّت، فاضغط %1. ثم يأتي الاقتراح التالي من تلقاء نفسه.</translation>
    </message>
    <message>
        <source>Reject the next one</source>
        <translation>رفض التالي</translation>
    </message>
    <message>
        <source>Press %1 to reject this one, just to see how. It is kept as a wrong one, so that it does not come back.</source>
        <translation>اضغط %1 لرفض هذا، لمجرد التجربة. يُحفظ على أنه خطأ كي لا يعود.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>التراجع عن ذلك</translation>
    </message>
    <message>
        <source>Press %1. Whatever you do can be undone, also tomorrow. Nothing has to be saved: each edit is on the disk at once.</source>
        <translation>اضغط %1. كل ما تفعله يمكن التراجع عنه، حتى في الغد. ولا يلزم حفظ شيء: كل تعديل يُكتب على القرص فورًا.</translation>
    </message>
    <message>
        <source>Label something yourself</source>
        <translation>التوسيم بنفسك</translation>
    </message>
    <message>
        <source>Select some words without a highlight, by dragging or with Shift and the arrow keys. Then press %1: they become a quotation. The other labels and their keys stand above the text.</source>
        <translation>حدد كلمات بلا تظليل، بالسحب أو بـ Shift مع مفاتيح الأسهم. ثم اضغط %1: فتصير اقتباسًا. الوسوم الأخرى ومفاتيحها فوق النص.</translation>
    </message>
    <message>
        <source>Take what is proposed</source>
        <translation>أخذ المقترح</translation>
    </message>
    <message>
        <source>Quoth proposes who said it, and with which word: drawn lightly, and no part of the article yet. %1 takes it, %2 drops it.</source>
        <translation>يقترح Quoth من قال ذلك وبأي كلمة: يُرسم باهتًا، وليس جزءًا من المقال بعد. %1 لأخذه، و %2 لإسقاطه.</translation>
    </message>
    <message>
        <source>What is in hand</source>
        <translation>العنصر الحالي</translation>
    </message>
    <message>
        <source>The inspector shows it in full: the speaker (%1), a note (%2), its state, why it was suggested, its guideline and its history.</source>
        <translation>تعرضه لوحة التفاصيل كاملًا: المتحدث (%1)، والملاحظة (%2)، وحالته، وسبب اقتراحه، وإرشاداته، وسجل تعديلاته.</translation>
    </message>
    <message>
        <source>On to the next article</source>
        <translation>إلى المقال التالي</translation>
    </message>
    <message>
        <source>Here stand all articles, and how far the review of each is. Press %1 to open the next one.</source>
        <translation>هنا كل المقالات، ومدى تقدم مراجعة كل منها. اضغط %1 لفتح التالي.</translation>
    </message>
    <message>
        <source>Your dataset</source>
        <translation>مجموعة بياناتك</translation>
    </message>
    <message>
        <source>%1 exports what was accepted, in the format that you need. %2 opens the manual, %3 finds all commands, and the menu Help has this tour again. The articles here are for trying things: change what you like.</source>
        <translation>يصدّر %1 ما قُبل، بالصيغة التي تحتاج إليها. ويفتح %2 الدليل، ويجد %3 كل الأوامر، وفي القائمة «مساعدة» هذه الجولة مجددًا. المقالات هنا للتجربة: غيّر ما تشاء.</translation>
    </message>
</context>
</TS>
