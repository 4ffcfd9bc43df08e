<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>QShortcut</name>
    <message>
        <source>Space</source>
        <translation>空格</translation>
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
        <translation>←</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
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
        <translation>、</translation>
    </message>
</context>
<context>
    <name>Quoth::Annotation</name>
    <message>
        <source>a byte order mark was dropped</source>
        <translation>已去除字节顺序标记（BOM）</translation>
    </message>
    <message numerus="yes">
        <source>%n line end(s) became LF</source>
        <translation>
            <numerusform>%n 处换行符已改为 LF</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invalid character(s) became U+FFFD</source>
        <translation>
            <numerusform>%n 个无效字符已替换为 U+FFFD</numerusform>
        </translation>
    </message>
    <message>
        <source>The schema has no labels.</source>
        <translation>标签体系中没有标签。</translation>
    </message>
    <message>
        <source>A &quot;%1&quot; is missing or empty in the schema.</source>
        <translation>标签体系中有“%1”缺失或为空。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is given twice in the schema.</source>
        <translation>标签体系中“%1”重复出现。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a colour; write it as #rrggbb.</source>
        <translation>“%1”不是颜色；请写成 #rrggbb 的形式。</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; has more than one character.</source>
        <translation>键“%1”多于一个字符。</translation>
    </message>
    <message>
        <source>The label %1 has an unknown mark &quot;%2&quot;; known are box, dots, bar, line and wave.</source>
        <translation>标签 %1 的标记“%2”未知；可用的有 box、dots、bar、line 和 wave。</translation>
    </message>
    <message>
        <source>The role %1 accepts no label.</source>
        <translation>角色 %1 不接受任何标签。</translation>
    </message>
    <message>
        <source>The role %1 accepts an unknown label &quot;%2&quot;.</source>
        <translation>角色 %1 接受未知的标签“%2”。</translation>
    </message>
    <message>
        <source>The frame %1 has no roles.</source>
        <translation>框架 %1 没有角色。</translation>
    </message>
    <message>
        <source>This is no schema: %1 at byte %2.</source>
        <translation>这不是标签体系：%1，位于第 %2 字节。</translation>
    </message>
    <message>
        <source>full colour vision</source>
        <translation>正常色觉</translation>
    </message>
    <message>
        <source>protanopia</source>
        <translation>红色盲</translation>
    </message>
    <message>
        <source>deuteranopia</source>
        <translation>绿色盲</translation>
    </message>
    <message>
        <source>tritanopia</source>
        <translation>蓝色盲</translation>
    </message>
    <message>
        <source>no colour vision</source>
        <translation>全色盲</translation>
    </message>
    <message>
        <source>The schema needs a name.</source>
        <translation>标签体系需要名称。</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>缺少名称。</translation>
    </message>
    <message>
        <source>The name “%1” has blanks at its ends or signs that cannot be seen.</source>
        <translation>名称“%1”首尾有空格，或含有不可见的字符。</translation>
    </message>
    <message>
        <source>The name “%1” is given twice.</source>
        <translation>名称“%1”重复出现。</translation>
    </message>
    <message>
        <source>The key “%1” is not one sign that can be typed.</source>
        <translation>键“%1”不是可以键入的单个字符。</translation>
    </message>
    <message>
        <source>The key %1 is that of %2 already.</source>
        <translation>键 %1 已用于 %2。</translation>
    </message>
    <message>
        <source>The key %1 belongs to the program: %2.</source>
        <translation>键 %1 为程序保留：%2。</translation>
    </message>
    <message>
        <source>A title is missing: it is what people read.</source>
        <translation>缺少标题：标题是给人看的。</translation>
    </message>
    <message>
        <source>Two labels are shown as “%1”.</source>
        <translation>有两个标签都显示为“%1”。</translation>
    </message>
    <message>
        <source>%1 has no guideline: say what it is for, with an example.</source>
        <translation>%1 没有标注规范：请说明它的用途，并举一例。</translation>
    </message>
    <message>
        <source>A value is empty.</source>
        <translation>有一个值为空。</translation>
    </message>
    <message>
        <source>The value “%1” is given twice.</source>
        <translation>值“%1”重复出现。</translation>
    </message>
    <message>
        <source>%1 has no roles.</source>
        <translation>%1 没有角色。</translation>
    </message>
    <message>
        <source>The role %1 takes no label.</source>
        <translation>角色 %1 不接受任何标签。</translation>
    </message>
    <message>
        <source>The role %1 takes “%2”, which is no label but a relation. Roles take spans with labels only, so that no relation can contain itself.</source>
        <translation>角色 %1 接受“%2”，但它不是标签，而是一种关系。角色只接受带标签的片段，以免关系包含自身。</translation>
    </message>
    <message>
        <source>The role %1 takes an unknown label “%2”.</source>
        <translation>角色 %1 接受未知的标签“%2”。</translation>
    </message>
    <message>
        <source>The role %1 takes “%2” twice.</source>
        <translation>角色 %1 重复接受“%2”。</translation>
    </message>
    <message>
        <source>“%1” is not a colour; write it as #rrggbb.</source>
        <translation>“%1”不是颜色；请写成 #rrggbb 的形式。</translation>
    </message>
    <message>
        <source>%1 is hard to see on dark: its contrast is %2 to 1, 3 is the least.</source>
        <translation>%1 在深色背景上不易看清：对比度为 %2:1，至少应为 3:1。</translation>
    </message>
    <message>
        <source>%1 is hard to see on light: its contrast is %2 to 1, 3 is the least.</source>
        <translation>%1 在浅色背景上不易看清：对比度为 %2:1，至少应为 3:1。</translation>
    </message>
    <message>
        <source>on dark</source>
        <translation>深色背景上</translation>
    </message>
    <message>
        <source>on light</source>
        <translation>浅色背景上</translation>
    </message>
    <message>
        <source>%1 and %2 have the same mark, and %3 the colours look alike to readers with %4 (difference %5, 10 is the least). Give one another mark or colour.</source>
        <translation>%1 与 %2 的标记相同，而且在%3，对%4的读者而言颜色相近（差异为 %5，至少应为 10）。请为其中之一换用其他标记或颜色。</translation>
    </message>
    <message>
        <source>%1 and %2 look alike %3 to readers with %4 (difference %5, 10 is the least): only their marks tell them apart.</source>
        <translation>在%3，对%4的读者而言，%1 与 %2 颜色相近（差异为 %5，至少应为 10）：只能靠标记区分。</translation>
    </message>
</context>
<context>
    <name>Quoth::CommandLine</name>
    <message>
        <source>Show this help.</source>
        <translation>显示此帮助。</translation>
    </message>
    <message>
        <source>Answer as JSON.</source>
        <translation>以 JSON 输出。</translation>
    </message>
    <message>
        <source>Who works, for the project&apos;s log. The name of the user if not given.</source>
        <translation>操作者，记入项目日志。默认为当前用户名。</translation>
    </message>
    <message>
        <source>An article&apos;s id or number; may be given several times. All if not given.</source>
        <translation>文章的 ID 或序号；可多次给出。默认为全部。</translation>
    </message>
    <message>
        <source>Which annotations to take: a list of suggested, accepted and rejected. %1 if not given.</source>
        <translation>采用哪些标注：suggested、accepted 和 rejected 的列表。默认为 %1。</translation>
    </message>
    <message>
        <source>Usage: quoth %1 [options] %2</source>
        <translation>用法：quoth %1 [选项] %2</translation>
    </message>
    <message>
        <source>Something is missing. Usage: quoth %1 [options] %2</source>
        <translation>缺少参数。用法：quoth %1 [选项] %2</translation>
    </message>
    <message>
        <source>What is &quot;%1&quot; for?</source>
        <translation>“%1”是做什么用的？</translation>
    </message>
    <message>
        <source>Try &quot;quoth %1 --help&quot;.</source>
        <translation>请试试“quoth %1 --help”。</translation>
    </message>
    <message>
        <source>The project has no article &quot;%1&quot;. &quot;quoth list&quot; shows the articles it has.</source>
        <translation>项目中没有文章“%1”。“quoth list”可显示其中的文章。</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>%1: no problems found</source>
        <translation>%1：未发现问题</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found</source>
        <translation>
            <numerusform>发现 %n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>create an empty project</source>
        <translation>创建空项目</translation>
    </message>
    <message>
        <source>take articles and annotations from files into a project</source>
        <translation>将文件中的文章和标注导入项目</translation>
    </message>
    <message>
        <source>let detectors suggest annotations</source>
        <translation>让检测器生成标注建议</translation>
    </message>
    <message>
        <source>train a model of labelled articles for suggesting</source>
        <translation>用已标注的文章训练模型，用于生成建议</translation>
    </message>
    <message>
        <source>list, add, test, move or remove detectors: programs and servers of yours</source>
        <translation>列出、添加、测试、移动或移除检测器（自己的程序和服务器）</translation>
    </message>
    <message>
        <source>learn from what was decided; show, reset or export what was learned</source>
        <translation>从已作的决定中学习；显示、重置或导出学到的内容</translation>
    </message>
    <message>
        <source>accept, reject, delete, reopen or relabel many annotations at once</source>
        <translation>批量接受、拒绝、删除、恢复待审或更改标签</translation>
    </message>
    <message>
        <source>write a labelled dataset</source>
        <translation>写出已标注的数据集</translation>
    </message>
    <message>
        <source>publish a dataset: splits without leaks, a card, checksums; list, repeat, compare releases</source>
        <translation>发布数据集：无泄漏的划分、数据集卡片、校验和；列出、重复、比较发布版</translation>
    </message>
    <message>
        <source>measure predictions against gold: spans, attributions, confidence, speakers, claims</source>
        <translation>对照金标准评估预测：片段、引述、置信度、说话人、断言</translation>
    </message>
    <message>
        <source>show the articles of a project and how far their review is</source>
        <translation>显示项目中的文章及其审阅进度</translation>
    </message>
    <message>
        <source>show the speakers of a project; merge, rename, set types</source>
        <translation>显示项目中的说话人；合并、重命名、设置类型</translation>
    </message>
    <message>
        <source>show who did what, and when</source>
        <translation>显示谁在何时做了什么</translation>
    </message>
    <message>
        <source>draw an article with its annotations</source>
        <translation>绘制文章及其标注</translation>
    </message>
    <message>
        <source>look for damage in a project; changes nothing</source>
        <translation>检查项目有无损坏；不作任何更改</translation>
    </message>
    <message>
        <source>check or show a label schema: names, keys, colours for all readers</source>
        <translation>检查或显示标签体系：名称、快捷键、适合所有读者的颜色</translation>
    </message>
    <message>
        <source>show the file formats that can be read and written</source>
        <translation>显示可读写的文件格式</translation>
    </message>
    <message>
        <source>create a project of three articles to try things on</source>
        <translation>创建含三篇文章的项目，供试用</translation>
    </message>
    <message>
        <source>Quoth %1: label who said what in news articles</source>
        <translation>Quoth %1：标注新闻文章中谁说了什么</translation>
    </message>
    <message>
        <source>  quoth [PROJECT | FILE...]  open the window</source>
        <translation>  quoth [PROJECT | FILE...]  打开窗口</translation>
    </message>
    <message>
        <source>  quoth COMMAND --help       say how to use a command</source>
        <translation>  quoth COMMAND --help       说明命令的用法</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>命令：</translation>
    </message>
    <message>
        <source>PROJECT is a .quoth file. Exit status: 0 done, 1 could not do it, 2 wrong usage.</source>
        <translation>PROJECT 是 .quoth 文件。退出状态：0 完成，1 无法完成，2 用法错误。</translation>
    </message>
    <message>
        <source>There is no such command and no such file. Try &quot;quoth --help&quot;.</source>
        <translation>没有这样的命令，也没有这样的文件。请试试“quoth --help”。</translation>
    </message>
    <message>
        <source>warning: </source>
        <translation>警告: </translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of detector: program, http, label-studio or inception.</source>
        <translation>“%1”不是检测器类型；可用的有 program、http、label-studio 和 inception。</translation>
    </message>
    <message>
        <source>--timeout wants a number of seconds, not &quot;%1&quot;.</source>
        <translation>--timeout 需要秒数，而不是“%1”。</translation>
    </message>
    <message>
        <source>--label wants THEIRS=OURS, not &quot;%1&quot;.</source>
        <translation>--label 需要 THEIRS=OURS，而不是“%1”。</translation>
    </message>
    <message>
        <source>The texts of articles will be sent to %1 whenever this detector is used.</source>
        <translation>每次使用此检测器时，文章的文本都会发送到 %1。</translation>
    </message>
    <message>
        <source>%1: added; try it with: quoth detectors test %1</source>
        <translation>%1：已添加；可用此命令试用：quoth detectors test %1</translation>
    </message>
    <message>
        <source>This detector is built in; only those from outside are tested.</source>
        <translation>此检测器是内置的；只能测试外部检测器。</translation>
    </message>
    <message>
        <source>%1: answered in %2 ms; found in a sample of ours: %3, %4</source>
        <translation>%1：%2 毫秒内应答；在我们的样例中发现：%3、%4</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n 个片段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n 条引述</numerusform>
        </translation>
    </message>
    <message>
        <source>Of a new one: program, http, label-studio or inception.</source>
        <translation>新检测器的类型：program、http、label-studio 或 inception。</translation>
    </message>
    <message>
        <source>Of a new one: the program to start.</source>
        <translation>新检测器：要启动的程序。</translation>
    </message>
    <message>
        <source>Of a new one: an argument for the program; may be given several times.</source>
        <translation>新检测器：传给程序的参数；可多次给出。</translation>
    </message>
    <message>
        <source>Of a new one: the address of the server.</source>
        <translation>新检测器：服务器地址。</translation>
    </message>
    <message>
        <source>Of a new one: seconds for an article; 60 if not given.</source>
        <translation>新检测器：每篇文章的秒数；默认为 60。</translation>
    </message>
    <message>
        <source>Of a new one: which of our labels is meant by one of theirs; may be given several times.</source>
        <translation>新检测器：它的标签对应我们的哪个标签；可多次给出。</translation>
    </message>
    <message>
        <source>Of a new INCEpTION recommender: the layer; named entities if not given.</source>
        <translation>新的 INCEpTION 推荐器：层；默认为命名实体。</translation>
    </message>
    <message>
        <source>Of a new INCEpTION recommender: the feature with the label; &quot;value&quot; if not given.</source>
        <translation>新的 INCEpTION 推荐器：存放标签的特征；默认为“value”。</translation>
    </message>
    <message>
        <source>For test: the label schema, a name or a file.</source>
        <translation>用于 test：标签体系的名称或文件。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of: %2; or a name is missing or too many.</source>
        <translation>“%1”不属于：%2；或者缺少名称，或名称过多。</translation>
    </message>
    <message>
        <source>There is no detector of that name; &quot;quoth detectors list&quot; shows those there are.</source>
        <translation>没有这个名称的检测器；“quoth detectors list”可列出现有的检测器。</translation>
    </message>
    <message>
        <source>This detector is built in; it can be disabled but not removed.</source>
        <translation>此检测器是内置的；可以停用，但不能移除。</translation>
    </message>
    <message>
        <source>PLACE is a number from 1 to %1.</source>
        <translation>PLACE 是 1 到 %1 的数字。</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>正在评估</translation>
    </message>
    <message>
        <source>There is nothing to draw: the picture needs attributions with a confidence, measured against documents.</source>
        <translation>没有可绘制的内容：绘图需要对照文档评估且带置信度的引述。</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 对照 %2</translation>
    </message>
    <message>
        <source>What is right: JSON Lines with attributions, CofeNet&apos;s instances, labelled sentences, or a project.</source>
        <translation>正确答案：带引述的 JSON Lines、CofeNet 的实例、已标注的句子，或项目。</translation>
    </message>
    <message>
        <source>What is measured: JSON Lines with attributions, or a project.</source>
        <translation>待评估的内容：带引述的 JSON Lines，或项目。</translation>
    </message>
    <message>
        <source>Instead of these: how far the annotators of the versions of articles in a file agree.</source>
        <translation>用以代替以上两项：文件中各文章版本的标注者之间的一致性。</translation>
    </message>
    <message>
        <source>Which predictions: a list of suggested, accepted and rejected. Of a project suggested,accepted and of a file all if not given.</source>
        <translation>采用哪些预测：suggested、accepted 和 rejected 的列表。项目默认为 suggested,accepted，文件默认为全部。</translation>
    </message>
    <message>
        <source>Which gold attributions. Of a project accepted and of a file all if not given.</source>
        <translation>采用哪些金标准引述。项目默认为 accepted，文件默认为全部。</translation>
    </message>
    <message>
        <source>Also recall by the gold attributions&apos; kind.</source>
        <translation>同时按金标准引述的类型给出召回率。</translation>
    </message>
    <message>
        <source>Keep only the outermost predicted attributions, for gold that holds no others.</source>
        <translation>只保留最外层的预测引述，用于不含嵌套引述的金标准。</translation>
    </message>
    <message>
        <source>Also draw the reliability diagram and the curve of precision and recall; the suffix says what: %1.</source>
        <translation>同时绘制可靠性图以及精确率与召回率曲线；由后缀决定格式：%1。</translation>
    </message>
    <message>
        <source>--gold and --predicted are needed, or --agreement alone.</source>
        <translation>需要 --gold 和 --predicted，或单独使用 --agreement。</translation>
    </message>
    <message>
        <source>--picture draws confidences, which annotators do not give; it does not go with --agreement.</source>
        <translation>--picture 绘制置信度，而标注者不给出置信度；不能与 --agreement 同用。</translation>
    </message>
    <message>
        <source>The suffix of the picture must be one of %1.</source>
        <translation>图的后缀必须是下列之一：%1。</translation>
    </message>
    <message>
        <source>--%1 takes a list of suggested, accepted and rejected.</source>
        <translation>--%1 接受 suggested、accepted 和 rejected 的列表。</translation>
    </message>
    <message>
        <source>The format to write; see &quot;quoth formats&quot;.</source>
        <translation>要写出的格式；见“quoth formats”。</translation>
    </message>
    <message>
        <source>The file, or the folder for some formats; - is the standard output.</source>
        <translation>文件，某些格式则为文件夹；- 表示标准输出。</translation>
    </message>
    <message>
        <source>Only tell what the format cannot carry; write nothing.</source>
        <translation>只说明该格式无法承载的内容；不写出任何文件。</translation>
    </message>
    <message>
        <source>--format and --output are needed.</source>
        <translation>需要 --format 和 --output。</translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot; to write; see &quot;quoth formats&quot;.</source>
        <translation>没有可写出的格式“%1”；见“quoth formats”。</translation>
    </message>
    <message>
        <source>The standard output cannot take both the export and --json.</source>
        <translation>标准输出不能同时用于导出和 --json。</translation>
    </message>
    <message>
        <source>--state takes a list of suggested, accepted and rejected.</source>
        <translation>--state 接受 suggested、accepted 和 rejected 的列表。</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) can be written without loss.</source>
        <translation>
            <numerusform>%n 篇文章可无损写出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) can be written with what is told above; nothing was written.</source>
        <translation>
            <numerusform>%n 篇文章可写出，但有上述缺失；未写出任何内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) written to %1</source>
        <translation>
            <numerusform>已将 %n 篇文章写出到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>What each format carries, as a table in Markdown.</source>
        <translation>以 Markdown 表格列出各格式能承载的内容。</translation>
    </message>
    <message>
        <source>import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Not here: %1 (%2). %3</source>
        <translation>此处不支持：%1（%2）。%3</translation>
    </message>
    <message>
        <source>The files&apos; format; recognised if not given. See &quot;quoth formats&quot;.</source>
        <translation>文件的格式；默认自动识别。见“quoth formats”。</translation>
    </message>
    <message>
        <source>The files&apos; encoding; detected if not given.</source>
        <translation>文件的编码；默认自动检测。</translation>
    </message>
    <message>
        <source>suggested or accepted: the state of annotations whose file gives none. accepted if not given.</source>
        <translation>suggested 或 accepted：文件未注明状态的标注所取的状态。默认为 accepted。</translation>
    </message>
    <message>
        <source>Of tables of articles: which column is what, as in text=body,title=headline. Guessed by the names if not given.</source>
        <translation>用于文章表格：各列的含义，如 text=body,title=headline。默认按列名推测。</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) added</source>
        <translation>
            <numerusform>已添加 %n 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with new annotations</source>
        <translation>
            <numerusform>%n 篇有新标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n 篇已存在</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot; to read; see &quot;quoth formats&quot;.</source>
        <translation>没有可读取的格式“%1”；见“quoth formats”。</translation>
    </message>
    <message>
        <source>--as takes suggested or accepted.</source>
        <translation>--as 接受 suggested 或 accepted。</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>正在获取 %1</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>正在导入 %1</translation>
    </message>
    <message>
        <source>The model cannot be written: %1</source>
        <translation>无法写出模型：%1</translation>
    </message>
    <message>
        <source>What was learned is forgotten; what was decided so far is not learned from again.</source>
        <translation>已忘记学到的内容；至今所作的决定不会再用于学习。</translation>
    </message>
    <message>
        <source>Back to what version %1 had learned.</source>
        <translation>已回到版本 %1 学到的内容。</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>正在学习</translation>
    </message>
    <message>
        <source>There is nothing new to learn.</source>
        <translation>没有新内容可学。</translation>
    </message>
    <message>
        <source>%1: the model with what was learned, %2 kB.</source>
        <translation>%1：包含学到内容的模型，%2 kB。</translation>
    </message>
    <message>
        <source>Nothing was learned in this project yet.</source>
        <translation>此项目中尚未学到任何内容。</translation>
    </message>
    <message>
        <source>version %1 of %2, on the model %3</source>
        <translation>版本 %1（%2），基于模型 %3</translation>
    </message>
    <message numerus="yes">
        <source>learned from %n article(s)</source>
        <translation>
            <numerusform>已从 %n 篇文章中学习</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n 项决定</numerusform>
        </translation>
    </message>
    <message>
        <source>version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>made</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>base</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>strength</source>
        <translation>采用强度</translation>
    </message>
    <message>
        <source>Learn from all that was decided in the project, and keep that as a new version.</source>
        <translation>从项目中所有已作的决定学习，并保存为新版本。</translation>
    </message>
    <message>
        <source>Show the versions that are kept, the last first.</source>
        <translation>显示保留的版本，最新的在前。</translation>
    </message>
    <message>
        <source>Show what was learned, the strongest first.</source>
        <translation>显示学到的内容，最强的在前。</translation>
    </message>
    <message>
        <source>Forget what was learned; what was decided so far is not learned from again.</source>
        <translation>忘记学到的内容；至今所作的决定不会再用于学习。</translation>
    </message>
    <message>
        <source>Go back to what a version had learned; articles learned from since are passed over.</source>
        <translation>回到某一版本学到的内容；此后学过的文章不再计入。</translation>
    </message>
    <message>
        <source>Write a model file that has learned it, for &quot;quoth suggest --model&quot;.</source>
        <translation>写出含学到内容的模型文件，供“quoth suggest --model”使用。</translation>
    </message>
    <message>
        <source>The model to learn on, made by &quot;quoth train&quot;, instead of the one that comes with the program.</source>
        <translation>用作学习基础的模型，由“quoth train”生成，以代替程序自带的模型。</translation>
    </message>
    <message>
        <source>Only one of --learn, --reset and --revert can be done at a time.</source>
        <translation>--learn、--reset 和 --revert 每次只能执行一项。</translation>
    </message>
    <message>
        <source>Only one of --list and --findings can be shown at a time.</source>
        <translation>--list 和 --findings 每次只能显示一项。</translation>
    </message>
    <message>
        <source>--revert takes the number of a version; --list shows them.</source>
        <translation>--revert 需要版本号；--list 可列出版本号。</translation>
    </message>
    <message>
        <source>The order of the articles: &quot;added&quot;, or &quot;uncertainty&quot;: those first whose suggestions are least sure.</source>
        <translation>文章的顺序：“added”（添加顺序）或“uncertainty”（建议最不确定的在前）。</translation>
    </message>
    <message>
        <source>There is no order &quot;%1&quot;; there are: added, uncertainty.</source>
        <translation>没有顺序“%1”；可用的有：added、uncertainty。</translation>
    </message>
    <message>
        <source>no.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>字符数</translation>
    </message>
    <message>
        <source>attributions</source>
        <translation>引述</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>待审</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>已审阅</translation>
    </message>
    <message>
        <source>uncertainty</source>
        <translation>不确定度</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>undid</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>redid</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>did</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Only what was done to the article with this id or number.</source>
        <translation>只显示对此 ID 或序号的文章所做的操作。</translation>
    </message>
    <message>
        <source>Only so many entries. All if not given.</source>
        <translation>只显示这么多条记录。默认为全部。</translation>
    </message>
    <message>
        <source>--most takes a number from 1.</source>
        <translation>--most 需要不小于 1 的数字。</translation>
    </message>
    <message>
        <source>--article may be given once here.</source>
        <translation>--article 在此只能给出一次。</translation>
    </message>
    <message>
        <source>when</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>what</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>A schema file, or the name of one that comes with the program: %1.</source>
        <translation>标签体系文件，或程序自带的标签体系的名称：%1。</translation>
    </message>
    <message>
        <source>Created %1 with the schema &quot;%2&quot;. &quot;quoth import&quot; takes articles into it.</source>
        <translation>已创建 %1，标签体系为“%2”。可用“quoth import”向其中导入文章。</translation>
    </message>
    <message>
        <source>by</source>
        <translation>发布者</translation>
    </message>
    <message>
        <source>manifest</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>added</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>moved  %1  from %2 to %3</source>
        <translation>移动  %1  从 %2 到 %3</translation>
    </message>
    <message>
        <source>--%1 takes the number of a release; &quot;quoth release PROJECT --list&quot; shows them.</source>
        <translation>--%1 需要发布版的编号；“quoth release PROJECT --list”可列出编号。</translation>
    </message>
    <message>
        <source>release %1</source>
        <translation>发布版 %1</translation>
    </message>
    <message>
        <source>its recipe now</source>
        <translation>其配方的当前结果</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <source>%1 and %2: %3 added, %4 removed, %5 changed, %6 moved to another split</source>
        <translation>%1 与 %2：添加 %3，移除 %4，更改 %5，移至其他划分 %6</translation>
    </message>
    <message>
        <source>split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>组</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>片段</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) would be released; nothing was written.</source>
        <translation>
            <numerusform>将发布 %n 篇文章；未写出任何内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Release %2: %n article(s) written to %1</source>
        <translation>
            <numerusform>发布版 %2：已将 %n 篇文章写出到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Releasing</source>
        <translation>正在发布</translation>
    </message>
    <message>
        <source>The folder of the dataset; one that is there must be empty or an untouched release.</source>
        <translation>数据集的文件夹；若已存在，须为空或为未经改动的发布版。</translation>
    </message>
    <message>
        <source>Only tell how many articles would go where; write nothing.</source>
        <translation>只说明各处会有多少篇文章；不写出任何内容。</translation>
    </message>
    <message>
        <source>Do not remember the release in the project.</source>
        <translation>不在项目中记录此发布版。</translation>
    </message>
    <message>
        <source>Show the releases that were made of the project.</source>
        <translation>显示项目已有的发布版。</translation>
    </message>
    <message>
        <source>Release by the recipe of this release; further options change it.</source>
        <translation>按此发布版的配方发布；其他选项可加以修改。</translation>
    </message>
    <message>
        <source>Tell what is different between this release and the last one; for the last one, what its recipe would give now.</source>
        <translation>说明此发布版与最新发布版的差异；若为最新发布版，则与按其配方现在会得到的结果比较。</translation>
    </message>
    <message>
        <source>--list, --compare and --repeat go one at a time.</source>
        <translation>--list、--compare 和 --repeat 每次只能用一个。</translation>
    </message>
    <message>
        <source>--repeat and --recipe are two recipes; give one.</source>
        <translation>--repeat 和 --recipe 各是一个配方；请只给出一个。</translation>
    </message>
    <message>
        <source>--output is needed.</source>
        <translation>需要 --output。</translation>
    </message>
    <message>
        <source>--review takes any, started or complete.</source>
        <translation>--review 接受 any、started 或 complete。</translation>
    </message>
    <message>
        <source>--origin takes a list of person, detector and import.</source>
        <translation>--origin 接受 person、detector 和 import 的列表。</translation>
    </message>
    <message>
        <source>--where takes FIELD=VALUE.</source>
        <translation>--where 接受 FIELD=VALUE。</translation>
    </message>
    <message>
        <source>--seed takes a whole number from 0 to 4294967295.</source>
        <translation>--seed 接受 0 到 4294967295 的整数。</translation>
    </message>
    <message>
        <source>--similarity takes a number from 0 to 1.</source>
        <translation>--similarity 接受 0 到 1 的数字。</translation>
    </message>
    <message>
        <source>--group-by similarity and --similarity 0 contradict each other.</source>
        <translation>--group-by similarity 与 --similarity 0 相互矛盾。</translation>
    </message>
    <message>
        <source>Take the recipe from a file; further options change it.</source>
        <translation>从文件中读取配方；其他选项可加以修改。</translation>
    </message>
    <message>
        <source>Write the recipe to a file.</source>
        <translation>将配方写入文件。</translation>
    </message>
    <message>
        <source>The dataset&apos;s name; that of the project if not given.</source>
        <translation>数据集的名称；默认为项目名称。</translation>
    </message>
    <message>
        <source>A few sentences for the dataset card, in Markdown.</source>
        <translation>数据集卡片中的几句说明，使用 Markdown。</translation>
    </message>
    <message>
        <source>The licence, by its SPDX identifier: CC-BY-4.0.</source>
        <translation>许可证的 SPDX 标识符，如 CC-BY-4.0。</translation>
    </message>
    <message>
        <source>A list of the languages&apos; ISO 639 codes; those of the articles if not given.</source>
        <translation>语言的 ISO 639 代码列表；默认为各文章的语言。</translation>
    </message>
    <message>
        <source>Only articles whose review is started, or complete; any if not given.</source>
        <translation>只含审阅已开始（started）或已完成（complete）的文章；默认不限（any）。</translation>
    </message>
    <message>
        <source>Only articles with an annotation by a person, a detector or an import; a list.</source>
        <translation>只含有由人（person）、检测器（detector）或导入（import）产生的标注的文章；列表。</translation>
    </message>
    <message>
        <source>Only articles with an annotation made by this person or detector; may be given several times.</source>
        <translation>只含有由此人或此检测器所作标注的文章；可多次给出。</translation>
    </message>
    <message>
        <source>Only articles with one of these labels or frame types; a list.</source>
        <translation>只含有这些标签或框架类型之一的文章；列表。</translation>
    </message>
    <message>
        <source>Only articles with this metadata: outlet=NAME; may be given several times.</source>
        <translation>只含有此元数据的文章：outlet=NAME；可多次给出。</translation>
    </message>
    <message>
        <source>The shares of train, validation and test: 80,10,10 or train=4,test=1.</source>
        <translation>train、validation 和 test 的比例：80,10,10 或 train=4,test=1。</translation>
    </message>
    <message>
        <source>Another number gives another split; 1 if not given.</source>
        <translation>换一个数字即得到另一种划分；默认为 1。</translation>
    </message>
    <message>
        <source>Keep together what is equal in these: outlet, day, author or any field of the metadata; a list.</source>
        <translation>将下列各项相同的文章归在一起：outlet、day、author 或任意元数据字段；列表。</translation>
    </message>
    <message>
        <source>From which share of common words on articles are one story, and stay together: 0.5 if not given, 0 for never.</source>
        <translation>相同词语占比达到多少时，视文章为同一报道并归在一起：默认为 0.5，0 表示从不。</translation>
    </message>
    <message>
        <source>Split anew, rather than as in earlier releases.</source>
        <translation>重新划分，而不沿用先前发布版的划分。</translation>
    </message>
    <message>
        <source>Leave the texts out: only offsets, checksums and the labelled words.</source>
        <translation>略去文本：只保留偏移量、校验和与被标注的文字。</translation>
    </message>
    <message>
        <source>Leave the labelled words out too.</source>
        <translation>连同被标注的文字也略去。</translation>
    </message>
    <message>
        <source>This article came without a page or document of its own.</source>
        <translation>此文章导入时没有附带网页或文档。</translation>
    </message>
    <message>
        <source>%1 as it was in %2 written to %3</source>
        <translation>已将 %1 在 %2 中的原样写出到 %3</translation>
    </message>
    <message>
        <source>The article&apos;s id or number.</source>
        <translation>文章的 ID 或序号。</translation>
    </message>
    <message>
        <source>The file to write; its suffix says what: %1.</source>
        <translation>要写出的文件；由后缀决定格式：%1。</translation>
    </message>
    <message>
        <source>The width of a picture in pixels, 400 to 4000. 960 if not given.</source>
        <translation>图片宽度，以像素计，400 到 4000。默认为 960。</translation>
    </message>
    <message>
        <source>So many times as many pixels, 0.25 to 8, for a sharper picture. 1 if not given.</source>
        <translation>像素倍数，0.25 到 8，倍数大则图片更清晰。默认为 1。</translation>
    </message>
    <message>
        <source>Light text on a dark background. Web pages follow the reader&apos;s setting.</source>
        <translation>深色背景配浅色文字。网页则依读者的设置。</translation>
    </message>
    <message>
        <source>What the colours tell apart: %1. label if not given.</source>
        <translation>颜色用于区分什么：%1。默认为 label。</translation>
    </message>
    <message>
        <source>Instead, the page or document that the article was read from, as it was; any suffix.</source>
        <translation>改为写出此文章读取自的网页或文档原件；后缀任意。</translation>
    </message>
    <message>
        <source>One --article and --output are needed.</source>
        <translation>需要一个 --article 和 --output。</translation>
    </message>
    <message>
        <source>The suffix of the output must be one of %1.</source>
        <translation>输出的后缀必须是下列之一：%1。</translation>
    </message>
    <message>
        <source>--width takes a number from 400 to 4000.</source>
        <translation>--width 接受 400 到 4000 的数字。</translation>
    </message>
    <message>
        <source>--scale takes a number from 0.25 to 8.</source>
        <translation>--scale 接受 0.25 到 8 的数字。</translation>
    </message>
    <message>
        <source>--colour-by takes one of %1.</source>
        <translation>--colour-by 接受下列之一：%1。</translation>
    </message>
    <message>
        <source>%1 drawn to %2</source>
        <translation>已将 %1 绘制到 %2</translation>
    </message>
    <message>
        <source>Accept what is meant.</source>
        <translation>接受所指定的条目。</translation>
    </message>
    <message>
        <source>Reject it: it stays as a negative example.</source>
        <translation>拒绝：保留为反例。</translation>
    </message>
    <message>
        <source>Delete it; what a detector found is rejected instead.</source>
        <translation>删除；由检测器发现的则改为拒绝。</translation>
    </message>
    <message>
        <source>Make it a suggestion again.</source>
        <translation>使其重新成为建议。</translation>
    </message>
    <message>
        <source>Give spans this label, where their attributions allow it.</source>
        <translation>在引述允许的情况下，为片段赋予此标签。</translation>
    </message>
    <message>
        <source>Only spans with this label, or attributions by the name of their frame; may be given several times. Attributions and free spans if not given.</source>
        <translation>只含带此标签的片段，或按框架名称选取的引述；可多次给出。默认为引述和独立片段。</translation>
    </message>
    <message>
        <source>Only what is in one of these states: a list of suggested, accepted and rejected.</source>
        <translation>只含处于这些状态之一的：suggested、accepted 和 rejected 的列表。</translation>
    </message>
    <message>
        <source>Only what has at least this confidence, 0 to 1.</source>
        <translation>只含置信度不低于此值的，0 到 1。</translation>
    </message>
    <message>
        <source>Only what has at most this confidence, 0 to 1.</source>
        <translation>只含置信度不高于此值的，0 到 1。</translation>
    </message>
    <message>
        <source>Only what was made by a person, a detector or an import, or by the one with this name.</source>
        <translation>只含由人（person）、检测器（detector）或导入（import）产生的，或由此名称者产生的。</translation>
    </message>
    <message>
        <source>Only what is credited to the speaker of this name.</source>
        <translation>只含归于此名称的说话人的。</translation>
    </message>
    <message>
        <source>Only what says this in its words, its speaker&apos;s name or its notes.</source>
        <translation>只含文字、说话人名称或备注中有此内容的。</translation>
    </message>
    <message>
        <source>Say what would be done, and change nothing.</source>
        <translation>只说明将做什么，不作任何更改。</translation>
    </message>
    <message>
        <source>One of --accept, --reject, --delete, --reopen and --relabel is needed.</source>
        <translation>需要 --accept、--reject、--delete、--reopen 和 --relabel 之一。</translation>
    </message>
    <message>
        <source>--min-confidence takes a number from 0 to 1.</source>
        <translation>--min-confidence 接受 0 到 1 的数字。</translation>
    </message>
    <message>
        <source>--max-confidence takes a number from 0 to 1.</source>
        <translation>--max-confidence 接受 0 到 1 的数字。</translation>
    </message>
    <message>
        <source>--min-confidence is more than --max-confidence: nothing can be meant.</source>
        <translation>--min-confidence 大于 --max-confidence：不会有任何匹配。</translation>
    </message>
    <message>
        <source>The project&apos;s schema has no label &quot;%1&quot;.</source>
        <translation>项目的标签体系中没有标签“%1”。</translation>
    </message>
    <message>
        <source>The project has no speaker &quot;%1&quot;.</source>
        <translation>项目中没有说话人“%1”。</translation>
    </message>
    <message>
        <source>Several speakers are called &quot;%1&quot;.</source>
        <translation>有多个说话人叫“%1”。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) accepted</source>
        <translation>
            <numerusform>接受 %n 个条目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) rejected</source>
        <translation>
            <numerusform>拒绝 %n 个条目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) reopened</source>
        <translation>
            <numerusform>%n 个条目恢复待审</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) deleted</source>
        <translation>
            <numerusform>删除 %n 个条目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) relabelled as %1</source>
        <translation>
            <numerusform>将 %n 个条目的标签改为“%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matched; nothing was changed.</source>
        <translation>没有匹配的条目；未作任何更改。</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>items, articles</comment>
        <translation>%1（涉及 %2）</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n 篇文章</numerusform>
        </translation>
    </message>
    <message>
        <source>Would do: %1. Nothing was changed.</source>
        <translation>将执行：%1。未作任何更改。</translation>
    </message>
    <message>
        <source>%1. &quot;quoth log&quot; tells; undo in the window takes it back.</source>
        <translation>已执行：%1。“quoth log”可查看；在窗口中可撤销。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them, found by a detector, kept as rejected</source>
        <translation>
            <numerusform>其中 %n 个由检测器发现，保留为已拒绝</numerusform>
        </translation>
    </message>
    <message>
        <source>Reviewing</source>
        <translation>正在审阅</translation>
    </message>
    <message>
        <source>Created %1: one article is labelled, the others have suggestions to review.</source>
        <translation>已创建 %1：其中一篇文章已标注，其余有建议待审阅。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither check nor show.</source>
        <translation>“%1”既不是 check，也不是 show。</translation>
    </message>
    <message>
        <source>Only one of --merge, --rename and --type can be done at a time.</source>
        <translation>--merge、--rename 和 --type 每次只能执行一项。</translation>
    </message>
    <message>
        <source>--merge NAME and --into NAME belong together.</source>
        <translation>--merge NAME 和 --into NAME 须一起使用。</translation>
    </message>
    <message>
        <source>Say with --speaker NAME whose it is.</source>
        <translation>请用 --speaker NAME 指明说话人。</translation>
    </message>
    <message>
        <source>--speaker NAME needs --rename or --type.</source>
        <translation>--speaker NAME 需要 --rename 或 --type。</translation>
    </message>
    <message>
        <source>--type takes one of person, organisation, country, group, anonymous and article.</source>
        <translation>--type 接受 person、organisation、country、group、anonymous 和 article 之一。</translation>
    </message>
    <message>
        <source>The project has no speaker &quot;%1&quot;; &quot;quoth speakers PROJECT&quot; lists them.</source>
        <translation>项目中没有说话人“%1”；“quoth speakers PROJECT”可列出说话人。</translation>
    </message>
    <message>
        <source>Several speakers are called &quot;%1&quot;: give the number that &quot;quoth speakers PROJECT&quot; shows.</source>
        <translation>有多个说话人叫“%1”：请给出“quoth speakers PROJECT”所示的编号。</translation>
    </message>
    <message>
        <source>No speakers yet.</source>
        <translation>尚无说话人。</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>aliases</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Credit this speaker&apos;s words to the one of --into, and keep the name as an alias; may be given several times.</source>
        <translation>将此说话人的话归于 --into 所指的说话人，名称保留为别名；可多次给出。</translation>
    </message>
    <message>
        <source>The speaker that stays in a merge.</source>
        <translation>合并后保留的说话人。</translation>
    </message>
    <message>
        <source>The speaker to change: a name, or the number in the list.</source>
        <translation>要更改的说话人：名称或列表中的编号。</translation>
    </message>
    <message>
        <source>Give the speaker another name; the old one becomes an alias.</source>
        <translation>为说话人换一个名称；旧名称成为别名。</translation>
    </message>
    <message>
        <source>Make the speaker a person, organisation, country, group, anonymous or article.</source>
        <translation>将说话人的类型设为 person、organisation、country、group、anonymous 或 article。</translation>
    </message>
    <message>
        <source>It is so already; nothing was changed.</source>
        <translation>已是如此；未作任何更改。</translation>
    </message>
    <message>
        <source>Done: %1. &quot;quoth log&quot; tells; undo in the window takes it back.</source>
        <translation>已完成：%1。“quoth log”可查看；在窗口中可撤销。</translation>
    </message>
    <message>
        <source>A model that &quot;quoth train&quot; made, to suggest with instead of the one that comes with the program.</source>
        <translation>由“quoth train”生成的模型，用来代替程序自带的模型生成建议。</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>训练所得模型</translation>
    </message>
    <message>
        <source>There is no detector &quot;%1&quot;; there are: %2.</source>
        <translation>没有检测器“%1”；可用的有：%2。</translation>
    </message>
    <message>
        <source>Suggesting</source>
        <translation>正在生成建议</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>发现 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>待审 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>The file of the model.</source>
        <translation>模型文件。</translation>
    </message>
    <message>
        <source>What the model is called; the output&apos;s name if not given.</source>
        <translation>模型的名称；默认为输出文件的名称。</translation>
    </message>
    <message>
        <source>How often to go through the articles (%1 if not given).</source>
        <translation>遍历文章的次数（默认为 %1）。</translation>
    </message>
    <message>
        <source>How many models to train first, whose agreement teaches the one that is written (%1 if not given); 0 is fastest.</source>
        <translation>先训练多少个教师模型，以其一致结果训练最终写出的模型（默认为 %1）；0 最快。</translation>
    </message>
    <message>
        <source>A model to take the vectors of words from, or a text of them as GloVe has it; &quot;none&quot; for none. If not given, those of the model that Quoth carries.</source>
        <translation>从中取词向量的模型，或 GloVe 格式的词向量文本；“none”表示不用。默认采用 Quoth 自带模型的词向量。</translation>
    </message>
    <message>
        <source>The number that chance begins with (%1 if not given).</source>
        <translation>随机种子（默认为 %1）。</translation>
    </message>
    <message>
        <source>--epochs takes a number from 1 to 100.</source>
        <translation>--epochs 接受 1 到 100 的数字。</translation>
    </message>
    <message>
        <source>--teachers takes a number from 0 to 10.</source>
        <translation>--teachers 接受 0 到 10 的数字。</translation>
    </message>
    <message>
        <source>--seed takes a number from 0 to 1000000.</source>
        <translation>--seed 接受 0 到 1000000 的数字。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>%1, round %2 of %3: loss %4</source>
        <translation>%1，第 %2/%3 轮：损失 %4</translation>
    </message>
    <message numerus="yes">
        <source>%1: a model of %n article(s), version %2, %3 kB.</source>
        <translation>
            <numerusform>%1：由 %n 篇文章训练的模型，版本 %2，%3 kB。</numerusform>
        </translation>
    </message>
    <message>
        <source>show a chapter of the manual; write it as a web page, as PDF or into a folder</source>
        <translation>显示手册的某一章；将手册写成网页、PDF 或写入文件夹</translation>
    </message>
    <message>
        <source>Which of overlapping spans is written by formats with one label a word: longest or shortest. longest if not given.</source>
        <translation>对每词只有一个标签的格式，写出重叠片段中的哪一个：longest 或 shortest。默认为 longest。</translation>
    </message>
    <message>
        <source>--overlaps takes longest or shortest.</source>
        <translation>--overlaps 的值须为 longest 或 shortest。</translation>
    </message>
    <message>
        <source>Writes instead: manual.html is one page with all in it, manual.pdf is for paper, a folder gets a page for each chapter.</source>
        <translation>改为写出：manual.html 为含全部内容的单个网页，manual.pdf 供打印，给出文件夹则每章一页。</translation>
    </message>
    <message>
        <source>The names and titles of the chapters.</source>
        <translation>列出各章的名称和标题。</translation>
    </message>
    <message>
        <source>The manual has no chapter “%1”. It has: %2.</source>
        <translation>手册中没有“%1”这一章。现有的章：%2。</translation>
    </message>
    <message>
        <source>--output takes a file or a folder.</source>
        <translation>--output 后须给出文件或文件夹。</translation>
    </message>
    <message>
        <source>The manual was written to %1</source>
        <translation>手册已写出到 %1</translation>
    </message>
    <message>
        <source>Which detector; may be given several times. There are: %1. Those that are enabled, see &quot;quoth detectors&quot;, if not given.</source>
        <translation>使用哪个检测器；可多次给出。可用的有：%1。默认为已启用的检测器，参见“quoth detectors”。</translation>
    </message>
    <message>
        <source>print the manual page or a shell&apos;s completion</source>
        <translation>输出 man 手册页或 shell 的补全脚本</translation>
    </message>
    <message>
        <source>Options of the window:</source>
        <translation>窗口的选项：</translation>
    </message>
    <message>
        <source>open the window</source>
        <translation>打开窗口</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of man, bash, zsh and fish.</source>
        <translation>“%1”不是 man、bash、zsh、fish 中的任何一个。</translation>
    </message>
    <message>
        <source>A project: one SQLite database with the articles, the annotations and the log of all edits.</source>
        <translation>项目：单个 SQLite 数据库，包含文章、标注和全部编辑的日志。</translation>
    </message>
    <message>
        <source>Held by the program that has the project open for writing.</source>
        <translation>由以写入方式打开此项目的程序持有。</translation>
    </message>
    <message>
        <source>Settings of the window, and detectors of your own.</source>
        <translation>窗口的设置，以及自己添加的检测器。</translation>
    </message>
    <message>
        <source>From an article to a dataset:</source>
        <translation>从文章到数据集：</translation>
    </message>
    <message>
        <source>Reject all that the detectors are not sure of, after a look at what that would be:</source>
        <translation>先查看会涉及哪些，再拒绝检测器没有把握的所有建议：</translation>
    </message>
    <message>
        <source>label who said what in news articles</source>
        <translation>标注新闻文章中谁说了什么</translation>
    </message>
    <message>
        <source>Quoth finds and labels speakers, reporting verbs, quotations, claims and scare quotes in news articles. Without a command it opens a window on a project or on articles; with one it does a part of that work without a display. This is version %1.</source>
        <translation>Quoth 查找并标注新闻文章中的说话人、转述动词、引语、断言和警示引语。不带命令时，打开项目或文章的窗口；带命令时，无需图形显示即可完成其中一部分工作。此为版本 %1。</translation>
    </message>
    <message>
        <source>How Qt draws: &quot;offscreen&quot; needs no display, and is what commands that draw take if it is not set.</source>
        <translation>Qt 的绘图方式：“offscreen”不需要图形显示；未设置此变量时，绘图的命令即采用它。</translation>
    </message>
    <message>
        <source>Who works, for the project&apos;s log, where no annotator is given.</source>
        <translation>未给出标注者时的操作者，记入项目日志。</translation>
    </message>
    <message>
        <source>0 if it is done, 1 if it could not be done, 2 for wrong usage.</source>
        <translation>0 表示完成，1 表示无法完成，2 表示用法错误。</translation>
    </message>
    <message>
        <source>The picture could not be made.</source>
        <translation>无法生成图片。</translation>
    </message>
    <message>
        <source>Instead, the begin of the article, or of the first one, as a small PNG no larger than this, 16 to 1024; any suffix.</source>
        <translation>改为将文章（未给出时为第一篇）的开头写成小幅 PNG 图片，大小不超过此值，16 到 1024；后缀任意。</translation>
    </message>
    <message>
        <source>--original and --thumbnail go one at a time.</source>
        <translation>--original 和 --thumbnail 每次只能用一个。</translation>
    </message>
    <message>
        <source>--thumbnail takes a number from 16 to 1024.</source>
        <translation>--thumbnail 接受 16 到 1024 的数字。</translation>
    </message>
    <message>
        <source>The project has no article.</source>
        <translation>项目中没有文章。</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection</name>
    <message>
        <source>This is not a model for claims that this version of Quoth can read.</source>
        <translation>这不是此版本 Quoth 能读取的断言模型。</translation>
    </message>
    <message>
        <source>The model for claims was cut short or altered; take a new copy of it.</source>
        <translation>断言模型被截断或改动过；请重新复制一份。</translation>
    </message>
    <message>
        <source>The model for claims contradicts itself; train it again.</source>
        <translation>断言模型自相矛盾；请重新训练。</translation>
    </message>
    <message>
        <source>The training was cancelled.</source>
        <translation>训练已取消。</translation>
    </message>
    <message>
        <source>Too few sentences to learn from: %1 that state something worth checking, %2 that do not, and at least %3 of either are needed.</source>
        <translation>可供学习的句子太少：陈述了值得核查内容的有 %1 句，没有的有 %2 句，两者各需至少 %3 句。</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>训练所得模型</translation>
    </message>
    <message>
        <source>word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>word before</source>
        <translation>前一词</translation>
    </message>
    <message>
        <source>word after</source>
        <translation>后一词</translation>
    </message>
    <message>
        <source>words</source>
        <translation>词组</translation>
    </message>
    <message>
        <source>What was learned cannot be read: it is damaged.</source>
        <translation>无法读取学到的内容：已损坏。</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>查找已取消。</translation>
    </message>
    <message>
        <source>The model cannot be read: %1</source>
        <translation>无法读取模型：%1</translation>
    </message>
    <message>
        <source>This is no model of Quoth&apos;s, or it is damaged. Make it anew with &quot;quoth train&quot;.</source>
        <translation>这不是 Quoth 的模型，或者已损坏。请用“quoth train”重新生成。</translation>
    </message>
    <message>
        <source>This model has the format %1; this Quoth reads %2. Make it anew with &quot;quoth train&quot;.</source>
        <translation>此模型的格式为 %1；此 Quoth 读取 %2。请用“quoth train”重新生成。</translation>
    </message>
    <message>
        <source>The model&apos;s file is cut short or too long: copy it again.</source>
        <translation>模型文件被截断或过长：请重新复制。</translation>
    </message>
    <message>
        <source>The model&apos;s file has changed since it was made: copy it again.</source>
        <translation>模型文件在生成后被改动过：请重新复制。</translation>
    </message>
    <message>
        <source>There are %1 articles with attributions: label %2 at least before a model is trained of them.</source>
        <translation>有引述的文章共 %1 篇：至少标注 %2 篇后才能用来训练模型。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>a word and %1 numbers are needed; there are %2</source>
        <translation>需要一个词和 %1 个数字；现有 %2 个</translation>
    </message>
    <message>
        <source>“%1” is no number</source>
        <translation>“%1”不是数字</translation>
    </message>
    <message>
        <source>There are no vectors of words in it.</source>
        <translation>其中没有词向量。</translation>
    </message>
    <message>
        <source>The vectors of words are damaged.</source>
        <translation>词向量已损坏。</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>The word list cannot be used; install Quoth again.</source>
        <translation>词表无法使用；请重新安装 Quoth。</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection::AnnotationBuilder</name>
    <message>
        <source>%1; second guess for the source: “%2” (%3 %)</source>
        <translation>%1；信源的次选：“%2”（%3%）</translation>
    </message>
    <message>
        <source>reporting verb “%1”</source>
        <translation>转述动词“%1”</translation>
    </message>
    <message>
        <source>reporting participle “%1”</source>
        <translation>转述分词“%1”</translation>
    </message>
    <message>
        <source>reporting noun “%1”</source>
        <translation>转述名词“%1”</translation>
    </message>
    <message>
        <source>words of attitude “%1”</source>
        <translation>态度词语“%1”</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>name and colon at the begin of the paragraph</source>
        <translation>段首的姓名和冒号</translation>
    </message>
    <message>
        <source>goes on from the quotation in the paragraph before</source>
        <translation>承接上一段的引语</translation>
    </message>
    <message>
        <source>capital letters and marks beside it</source>
        <translation>旁有大写字母和标点</translation>
    </message>
    <message>
        <source>mood of reported speech, goes on from the sentence before</source>
        <translation>转述语气，承接上一句</translation>
    </message>
    <message>
        <source>the sentence reports as a whole</source>
        <translation>整句为转述</translation>
    </message>
    <message>
        <source>pronoun before it</source>
        <translation>前有代词</translation>
    </message>
    <message>
        <source>pronoun after it</source>
        <translation>后有代词</translation>
    </message>
    <message>
        <source>name before it</source>
        <translation>前有姓名</translation>
    </message>
    <message>
        <source>name after it</source>
        <translation>后有姓名</translation>
    </message>
    <message>
        <source>subject before it</source>
        <translation>前有主语</translation>
    </message>
    <message>
        <source>subject after it</source>
        <translation>后有主语</translation>
    </message>
    <message>
        <source>quotation marks</source>
        <translation>引号</translation>
    </message>
    <message>
        <source>quotation marks, nobody named near</source>
        <translation>有引号，附近未指明何人</translation>
    </message>
    <message>
        <source>a word or two in quotation marks without a statement</source>
        <translation>引号中只有一两个词，不成陈述</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection::ClaimJudge</name>
    <message>
        <source>states a figure: %1</source>
        <translation>陈述了数字：%1</translation>
    </message>
    <message>
        <source>compares</source>
        <translation>作比较</translation>
    </message>
    <message>
        <source>compares: %1</source>
        <translation>作比较：%1</translation>
    </message>
    <message>
        <source>names a cause: %1</source>
        <translation>指出原因：%1</translation>
    </message>
    <message>
        <source>is about a law: %1</source>
        <translation>涉及法律：%1</translation>
    </message>
    <message>
        <source>says what happened</source>
        <translation>陈述发生的事</translation>
    </message>
    <message>
        <source>states something that can be checked</source>
        <translation>陈述了可以核查的内容</translation>
    </message>
    <message>
        <source>words of claims: %1</source>
        <translation>断言用语：%1</translation>
    </message>
    <message>
        <source>against it: %1</source>
        <translation>相反证据：%1</translation>
    </message>
</context>
<context>
    <name>Quoth::Detection::Outside</name>
    <message>
        <source>More was left out for other reasons.</source>
        <translation>还有内容因其他原因被略去。</translation>
    </message>
    <message>
        <source>Spans outside of the text were left out: offsets count characters (code points), from 0, to the end exclusive.</source>
        <translation>已略去超出文本的片段：偏移量以字符（码点）计，从 0 开始，不含末端。</translation>
    </message>
    <message>
        <source>Spans without any text were left out.</source>
        <translation>已略去不含任何文本的片段。</translation>
    </message>
    <message>
        <source>Spans outside of the text were left out: offsets count UTF-16 units, from 0, to the end exclusive.</source>
        <translation>已略去超出文本的片段：偏移量以 UTF-16 单元计，从 0 开始，不含末端。</translation>
    </message>
    <message>
        <source>Spans that begin or end within a character were left out: offsets count UTF-16 units.</source>
        <translation>已略去起止于字符中间的片段：偏移量以 UTF-16 单元计。</translation>
    </message>
    <message>
        <source>Confidences outside of 0 to 1 were left out.</source>
        <translation>已略去不在 0 到 1 之间的置信度。</translation>
    </message>
    <message>
        <source>Attributes that the label schema does not know, or not with this value, were left out.</source>
        <translation>已略去标签体系不认识或不含此值的属性。</translation>
    </message>
    <message>
        <source>Spans with the label &quot;%1&quot; were left out, as the detector&apos;s settings say.</source>
        <translation>已按检测器的设置略去标签为“%1”的片段。</translation>
    </message>
    <message>
        <source>Spans without a label were left out.</source>
        <translation>已略去没有标签的片段。</translation>
    </message>
    <message>
        <source>Spans with the label &quot;%1&quot; were left out: the label schema has none. Say in the detector&apos;s settings which of its labels is meant.</source>
        <translation>已略去标签为“%1”的片段：标签体系中没有此标签。请在检测器的设置中指明它对应哪个标签。</translation>
    </message>
    <message>
        <source>Fragments of a span that overlap were joined.</source>
        <translation>已合并片段中相互重叠的分段。</translation>
    </message>
    <message>
        <source>Speakers without a name were left out.</source>
        <translation>已略去没有名称的说话人。</translation>
    </message>
    <message>
        <source>Types of speakers that are not known were read as &quot;person&quot;.</source>
        <translation>未知的说话人类型已按“person”读取。</translation>
    </message>
    <message>
        <source>Speakers of spans whose label names nobody were left out.</source>
        <translation>已略去标签不指人的片段的说话人。</translation>
    </message>
    <message>
        <source>Attributions of the type &quot;%1&quot; were left out: the label schema has none.</source>
        <translation>已略去类型为“%1”的引述：标签体系中没有此类型。</translation>
    </message>
    <message>
        <source>Parts of attributions whose role the label schema does not know, or not with this label, were left out.</source>
        <translation>已略去引述中角色不为标签体系所知，或角色不接受其标签的部分。</translation>
    </message>
    <message>
        <source>Parts of attributions with too many parts were left out.</source>
        <translation>引述的部分过多，多余的部分已略去。</translation>
    </message>
    <message>
        <source>Attributions without &quot;%1&quot; were left out.</source>
        <translation>已略去没有“%1”的引述。</translation>
    </message>
    <message>
        <source>Attributions without any part were left out.</source>
        <translation>已略去没有任何部分的引述。</translation>
    </message>
    <message>
        <source>A detector in your settings cannot be read and is left out: %1</source>
        <translation>设置中有一个检测器无法读取，已略去：%1</translation>
    </message>
    <message>
        <source>There is a detector of that name already; give it another one.</source>
        <translation>已有这个名称的检测器；请换一个名称。</translation>
    </message>
    <message>
        <source>No server answers there; is it running, and is the port right?</source>
        <translation>该处没有服务器应答；它在运行吗？端口对吗？</translation>
    </message>
    <message>
        <source>There is no host of that name; is the address right, and the network up?</source>
        <translation>没有这个名称的主机；地址对吗？网络通吗？</translation>
    </message>
    <message>
        <source>The server closed the connection before its answer was complete.</source>
        <translation>服务器在应答完成之前关闭了连接。</translation>
    </message>
    <message>
        <source>There is no safe connection (TLS) to the server: %1</source>
        <translation>与服务器之间没有安全连接（TLS）：%1</translation>
    </message>
    <message>
        <source>The server could not be asked: %1</source>
        <translation>无法询问服务器：%1</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>查找已取消。</translation>
    </message>
    <message numerus="yes">
        <source>It did not answer within %n second(s). Give it more time in the detector&apos;s settings, or see why it is slow.</source>
        <translation>
            <numerusform>未在 %n 秒内应答。请在检测器的设置中给它更多时间，或查明其缓慢的原因。</numerusform>
        </translation>
    </message>
    <message>
        <source>Its answer is longer than %1 MB and was not read.</source>
        <translation>其应答超过 %1 MB，未读取。</translation>
    </message>
    <message>
        <source>The server sends on to %1. Nothing was sent there; if that is right, give this address in the detector&apos;s settings.</source>
        <translation>服务器转向 %1。未向该处发送任何内容；如果无误，请在检测器的设置中填写此地址。</translation>
    </message>
    <message>
        <source>The server wants a name and a password (status %1). Put them into the address: http://name:password@host.</source>
        <translation>服务器要求用户名和密码（状态 %1）。请写入地址：http://name:password@host。</translation>
    </message>
    <message>
        <source>The server knows no such address (status %1); is the kind of detector right?</source>
        <translation>服务器没有这个地址（状态 %1）；检测器的类型对吗？</translation>
    </message>
    <message>
        <source>The server failed (status %1): &quot;%2&quot;.</source>
        <translation>服务器出错（状态 %1）：“%2”。</translation>
    </message>
    <message>
        <source>The server answered with %1, not with JSON; is the address right?</source>
        <translation>服务器应答的是 %1，而不是 JSON；地址对吗？</translation>
    </message>
    <message>
        <source>Spans whose fragments are no pairs of whole numbers were left out.</source>
        <translation>已略去分段不是整数对的片段。</translation>
    </message>
    <message>
        <source>Relations were left out: a recommender for a layer of spans is needed.</source>
        <translation>已略去关系：需要用于片段层的推荐器。</translation>
    </message>
    <message>
        <source>Its answer has no text &quot;document&quot; with the XMI.</source>
        <translation>其应答中没有含 XMI 的文本“document”。</translation>
    </message>
    <message>
        <source>The XMI in its answer has a document type, which may hide anything; it was not read.</source>
        <translation>其应答中的 XMI 含有文档类型声明，其中可能隐藏任何内容；未读取。</translation>
    </message>
    <message>
        <source>The XMI in its answer is broken (line %1: %2).</source>
        <translation>其应答中的 XMI 有错误（第 %1 行：%2）。</translation>
    </message>
    <message>
        <source>The document in its answer is no XMI with a text.</source>
        <translation>其应答中的文档不是含有文本的 XMI。</translation>
    </message>
    <message>
        <source>The text in its answer is not the one that was sent, so its offsets mean nothing.</source>
        <translation>其应答中的文本与所发送的不同，因此其偏移量没有意义。</translation>
    </message>
    <message>
        <source>Results of the type &quot;%1&quot; were left out: only labels and relations of text are read.</source>
        <translation>已略去类型为“%1”的结果：只读取文本的标签和关系。</translation>
    </message>
    <message>
        <source>Relations of spans that are not there, or were left out, were left out.</source>
        <translation>已略去所连片段不存在或已被略去的关系。</translation>
    </message>
    <message>
        <source>Spans whose &quot;text&quot; is not what stands there were left out: offsets count characters (code points), not bytes or UTF-16 units.</source>
        <translation>已略去“text”与原处文字不符的片段：偏移量以字符（码点）计，而不是以字节或 UTF-16 单元计。</translation>
    </message>
    <message>
        <source>/health does not say &quot;UP&quot; but &quot;%1&quot;: this is no Label Studio ML backend, or it is not ready.</source>
        <translation>/health 返回的不是“UP”，而是“%1”：这不是 Label Studio ML 后端，或尚未就绪。</translation>
    </message>
    <message>
        <source>Its answer has no list &quot;results&quot;.</source>
        <translation>其应答中没有列表“results”。</translation>
    </message>
    <message numerus="yes">
        <source>It answered for %n task(s) where one was asked.</source>
        <translation>
            <numerusform>只询问了一个任务，它却应答了 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Further predictions for the same article were left out.</source>
        <translation>已略去对同一篇文章的其他预测。</translation>
    </message>
    <message>
        <source>A prediction in its answer has no list &quot;result&quot;.</source>
        <translation>其应答中有一个预测没有列表“result”。</translation>
    </message>
    <message>
        <source>Relations between labels that no role of the label schema joins were left out.</source>
        <translation>已略去标签体系中无角色可连接的标签之间的关系。</translation>
    </message>
    <message>
        <source>This detector would send articles to %1, to which nobody has agreed yet: test it in the window, or add it anew.</source>
        <translation>此检测器会将文章发送到 %1，而此事尚未经人同意：请在窗口中测试它，或重新添加。</translation>
    </message>
    <message>
        <source>It is not asked any more after %1 failures in a row; the last: %2</source>
        <translation>连续失败 %1 次后不再询问；最后一次：%2</translation>
    </message>
    <message>
        <source>Only answers may go to its standard output.</source>
        <translation>其标准输出中只能有应答。</translation>
    </message>
    <message>
        <source>detector</source>
        <translation>检测器</translation>
    </message>
    <message>
        <source>Give the detector a name.</source>
        <translation>请为检测器命名。</translation>
    </message>
    <message>
        <source>The name may hold letters, digits, &quot;-&quot;, &quot;_&quot; and &quot;.&quot; and at most 60 of them.</source>
        <translation>名称可含字母、数字、“-”、“_”和“.”，至多 60 个字符。</translation>
    </message>
    <message>
        <source>The time-out must be between 1 and %1 seconds.</source>
        <translation>超时须在 1 到 %1 秒之间。</translation>
    </message>
    <message>
        <source>Say which program is to be started.</source>
        <translation>请指明要启动的程序。</translation>
    </message>
    <message>
        <source>The address must begin with http:// or https:// and name a host, as in http://localhost:9090.</source>
        <translation>地址须以 http:// 或 https:// 开头并给出主机，例如 http://localhost:9090。</translation>
    </message>
    <message>
        <source>The address may have no &quot;?&quot; and no &quot;#&quot;; paths are put behind it.</source>
        <translation>地址中不能有“?”和“#”；路径会接在其后。</translation>
    </message>
    <message>
        <source>INCEpTION needs a layer, such as %1, and a feature, such as %2.</source>
        <translation>INCEpTION 需要层（如 %1）和特征（如 %2）。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of detector.</source>
        <translation>“%1”不是检测器类型。</translation>
    </message>
    <message>
        <source>It could not be started (%1); is the path right, and may the file be run?</source>
        <translation>无法启动（%1）；路径对吗？文件可以运行吗？</translation>
    </message>
    <message numerus="yes">
        <source>It did not answer within %n second(s). Give it more time in the detector&apos;s settings, or see why it is slow; each answer must end its line and be flushed.</source>
        <translation>
            <numerusform>未在 %n 秒内应答。请在检测器的设置中给它更多时间，或查明其缓慢的原因；每个应答都须以换行结束并刷新输出。</numerusform>
        </translation>
    </message>
    <message>
        <source>It crashed before it answered.</source>
        <translation>它在应答之前崩溃了。</translation>
    </message>
    <message>
        <source>It ended with status %1 before it answered.</source>
        <translation>它在应答之前以状态 %1 结束。</translation>
    </message>
    <message>
        <source>It wrote on standard error: %1</source>
        <translation>它在标准错误中写道：%1</translation>
    </message>
    <message>
        <source>Parts of attributions that name a span which is not there were left out.</source>
        <translation>已略去引述中指向不存在片段的部分。</translation>
    </message>
    <message>
        <source>Spans without fragments were left out.</source>
        <translation>已略去没有分段的片段。</translation>
    </message>
    <message>
        <source>Mentions of a speaker that the answer does not list were left out.</source>
        <translation>已略去应答中未列出的说话人的提及。</translation>
    </message>
    <message>
        <source>It answered with nothing.</source>
        <translation>它的应答为空。</translation>
    </message>
    <message>
        <source>It answered with bytes that are not valid UTF-8: &quot;%1&quot;.</source>
        <translation>它的应答含有不是有效 UTF-8 的字节：“%1”。</translation>
    </message>
    <message>
        <source>It answered with what is no JSON, or is cut short (%1, at byte %2): &quot;%3&quot;.</source>
        <translation>它的应答不是 JSON，或被截断（%1，位于第 %2 字节）：“%3”。</translation>
    </message>
    <message>
        <source>It answered with JSON that is no object: &quot;%1&quot;.</source>
        <translation>它的应答是 JSON，但不是对象：“%1”。</translation>
    </message>
    <message>
        <source>It told an error: %1</source>
        <translation>它报告了错误：%1</translation>
    </message>
    <message>
        <source>It did not introduce itself: the first answer must hold &quot;name&quot;, &quot;version&quot; and &quot;protocol&quot;.</source>
        <translation>它没有介绍自己：第一个应答须含“name”、“version”和“protocol”。</translation>
    </message>
    <message>
        <source>It speaks version %1 of the protocol, Quoth speaks version %2.</source>
        <translation>它使用协议版本 %1，Quoth 使用版本 %2。</translation>
    </message>
    <message>
        <source>(not told)</source>
        <translation>（未说明）</translation>
    </message>
    <message>
        <source>It answered to another article: &quot;id&quot; is not that of the question.</source>
        <translation>它应答的是另一篇文章：“id”与所问的不同。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in its answer is no list.</source>
        <translation>其应答中的“%1”不是列表。</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing</name>
    <message>
        <source>The search was stopped.</source>
        <translation>查找已停止。</translation>
    </message>
    <message>
        <source>same words as “%1”</source>
        <translation>与“%1”文字相同</translation>
    </message>
    <message numerus="yes">
        <source>suggest %n further place(s)</source>
        <translation>
            <numerusform>为另外 %n 处生成建议</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::BulkReview</name>
    <message numerus="yes">
        <source>accept %n item(s)</source>
        <translation>
            <numerusform>接受 %n 个条目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reject %n item(s)</source>
        <translation>
            <numerusform>拒绝 %n 个条目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reopen %n item(s)</source>
        <translation>
            <numerusform>%n 个条目恢复待审</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>delete %n item(s)</source>
        <translation>
            <numerusform>删除 %n 个条目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>relabel %n item(s) as %1</source>
        <translation>
            <numerusform>将 %n 个条目的标签改为“%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is done, and to which items</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a label, and words that have it</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::Edits</name>
    <message>
        <source>label as %1</source>
        <translation>标注为“%1”</translation>
    </message>
    <message>
        <source>move an edge</source>
        <translation>移动边界</translation>
    </message>
    <message>
        <source>relabel as %1</source>
        <translation>标签改为“%1”</translation>
    </message>
    <message>
        <source>change a note</source>
        <translation>更改备注</translation>
    </message>
    <message>
        <source>set %1</source>
        <translation>设置 %1</translation>
    </message>
    <message numerus="yes">
        <source>delete %n item(s)</source>
        <translation>
            <numerusform>删除 %n 个条目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>accept %n item(s)</source>
        <translation>
            <numerusform>接受 %n 个条目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reject %n item(s)</source>
        <translation>
            <numerusform>拒绝 %n 个条目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reopen %n item(s)</source>
        <translation>
            <numerusform>%n 个条目恢复待审</numerusform>
        </translation>
    </message>
    <message>
        <source>set the speaker</source>
        <translation>设置说话人</translation>
    </message>
    <message>
        <source>change the speaker %1</source>
        <translation>更改说话人 %1</translation>
    </message>
    <message>
        <source>add an attribution</source>
        <translation>添加引述</translation>
    </message>
    <message>
        <source>fill the %1</source>
        <translation>填写 %1</translation>
    </message>
    <message>
        <source>clear the %1</source>
        <translation>清空 %1</translation>
    </message>
    <message>
        <source>change the kind</source>
        <translation>更改类型</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::ReviewFilter</name>
    <message>
        <source>open</source>
        <translation>待审</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>a range of confidence</comment>
        <translation>置信度 %1 至 %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>the least confidence</comment>
        <translation>置信度 ≥ %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <comment>the greatest confidence</comment>
        <translation>置信度 ≤ %1</translation>
    </message>
    <message>
        <source>made by %1</source>
        <translation>由 %1 创建</translation>
    </message>
    <message>
        <source>made by people</source>
        <translation>人工创建</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>found by detectors</source>
        <translation>检测器发现</translation>
    </message>
    <message>
        <source>without a speaker</source>
        <translation>无说话人</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>有备注</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::SchemaDraft</name>
    <message>
        <source>New label</source>
        <translation>新标签</translation>
    </message>
    <message>
        <source>New frame</source>
        <translation>新框架</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>New label %1</source>
        <translation>新标签 %1</translation>
    </message>
    <message>
        <source>New frame %1</source>
        <translation>新框架 %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::SchemaStep</name>
    <message numerus="yes">
        <source>%n span(s) in the project have the label “%1”. Say which label they get instead.</source>
        <translation>
            <numerusform>项目中有 %n 个片段的标签为“%1”。请指明它们改用哪个标签。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind “%1”. Remove them first.</source>
        <translation>
            <numerusform>项目中有 %n 个框架的类型为“%1”。请先移除它们。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project fill the role “%1”. Take them out of it first.</source>
        <translation>
            <numerusform>项目中有 %n 个片段填充角色“%1”。请先将它们从中移出。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Editing::SpeakerEdits</name>
    <message>
        <source>A speaker needs a name.</source>
        <translation>说话人需要名称。</translation>
    </message>
    <message>
        <source>“%1” is no item of Wikidata: those are a Q and a number, like Q42.</source>
        <translation>“%1”不是 Wikidata 条目：条目由 Q 和数字组成，如 Q42。</translation>
    </message>
    <message>
        <source>“%1” is no colour of the form #rrggbb.</source>
        <translation>“%1”不是形如 #rrggbb 的颜色。</translation>
    </message>
    <message>
        <source>There is a speaker called %1 already. Merge the two instead.</source>
        <translation>已有叫 %1 的说话人。请将两者合并。</translation>
    </message>
    <message>
        <source>add the speaker %1</source>
        <translation>添加说话人 %1</translation>
    </message>
    <message>
        <source>This speaker is gone.</source>
        <translation>此说话人已不存在。</translation>
    </message>
    <message>
        <source>change the speaker %1</source>
        <translation>更改说话人 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 is mentioned in %n article(s). Merge the speaker with another one instead.</source>
        <translation>
            <numerusform>有 %n 篇文章提及 %1。请将此说话人与另一个合并。</numerusform>
        </translation>
    </message>
    <message>
        <source>delete the speaker %1</source>
        <translation>删除说话人 %1</translation>
    </message>
    <message>
        <source>A speaker cannot be merged into itself: choose another one.</source>
        <translation>说话人不能与自身合并：请选择另一个。</translation>
    </message>
    <message>
        <source>merge %1 into %2</source>
        <translation>将 %1 并入 %2</translation>
    </message>
    <message numerus="yes">
        <source>merge %n speaker(s) into %1</source>
        <translation>
            <numerusform>将 %n 个说话人并入 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the mentions that go to the new speaker.</source>
        <translation>请选择归于新说话人的提及。</translation>
    </message>
    <message>
        <source>split %1 from %2</source>
        <translation>将 %1 从 %2 中拆分出来</translation>
    </message>
    <message>
        <source>%1 is not mentioned by these words.</source>
        <translation>这些文字没有提及 %1。</translation>
    </message>
    <message>
        <source>“%1” is always %2</source>
        <translation>“%1”始终是 %2</translation>
    </message>
    <message>
        <source>There is another speaker called %1, who is mentioned by other words too. Merge the two, or give that one another name, first.</source>
        <translation>另有一个叫 %1 的说话人，也以其他文字提及。请先将两者合并，或为那一个改名。</translation>
    </message>
</context>
<context>
    <name>Quoth::Exchange</name>
    <message>
        <source>This is a table of annotations as Quoth writes it, not one of articles. To take annotations along, export them as &quot;jsonl&quot; and import that.</source>
        <translation>这是 Quoth 写出的标注表格，而不是文章表格。若要连同标注一起导入，请先导出为“jsonl”，再导入该文件。</translation>
    </message>
    <message>
        <source>The table has no column &quot;%1&quot;; it has: %2.</source>
        <translation>表格中没有列“%1”；现有的列：%2。</translation>
    </message>
    <message>
        <source>A column cannot be &quot;%1&quot;, only one of: %2.</source>
        <translation>列的含义不能是“%1”，只能是下列之一：%2。</translation>
    </message>
    <message>
        <source>No column of the table is known to hold the articles&apos; text. Say which one does, with --columns text=NAME; it has: %1.</source>
        <translation>不知道表格的哪一列含有文章文本。请用 --columns text=NAME 指明；现有的列：%1。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not say which column is what, as in text=body; what it can be: %2.</source>
        <translation>“%1”没有像 text=body 那样说明各列的含义；可用的含义：%2。</translation>
    </message>
    <message>
        <source>An article&apos;s id comes more than once; a number was added to it.</source>
        <translation>某篇文章的 ID 多次出现；已在其后加上数字。</translation>
    </message>
    <message>
        <source>The file holds no article. %1</source>
        <translation>文件中没有文章。%1</translation>
    </message>
    <message>
        <source>The file holds no article.</source>
        <translation>文件中没有文章。</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>The row has no text and was skipped.</source>
        <translation>此行没有文本，已跳过。</translation>
    </message>
    <message>
        <source>The row has more cells than the header.</source>
        <translation>此行的单元格多于表头。</translation>
    </message>
    <message>
        <source>The table is empty.</source>
        <translation>表格为空。</translation>
    </message>
    <message>
        <source>The table holds no article.</source>
        <translation>表格中没有文章。</translation>
    </message>
    <message>
        <source>A span without characters was left out.</source>
        <translation>已略去一个不含字符的片段。</translation>
    </message>
    <message>
        <source>A span outside the text was left out.</source>
        <translation>已略去一个超出文本的片段。</translation>
    </message>
    <message>
        <source>A line that is no annotation of brat&apos;s was skipped.</source>
        <translation>已跳过一行不是 brat 标注的内容。</translation>
    </message>
    <message>
        <source>An equivalence was not kept.</source>
        <translation>有一个等价关系未保留。</translation>
    </message>
    <message>
        <source>An annotation whose id is given twice was skipped.</source>
        <translation>已跳过一个 ID 重复的标注。</translation>
    </message>
    <message>
        <source>Origins, confidences, explanations and speakers went into notes of the type &quot;Quoth&quot;.</source>
        <translation>来源、置信度、解释和说话人已写入类型为“Quoth”的备注。</translation>
    </message>
    <message>
        <source>Spans were cut at line breaks; notes keep how they were.</source>
        <translation>片段已在换行处断开；备注中保留其原状。</translation>
    </message>
    <message>
        <source>Annotations of nothing but line breaks were left out.</source>
        <translation>已略去只含换行的标注。</translation>
    </message>
    <message>
        <source>Articles&apos; ids were changed so that they can be file names.</source>
        <translation>文章的 ID 已更改，以便用作文件名。</translation>
    </message>
    <message>
        <source>Articles lost their metadata, for which brat has no place.</source>
        <translation>文章的元数据已丢失，因为 brat 没有存放之处。</translation>
    </message>
    <message>
        <source>The folder could not be put in its place.</source>
        <translation>文件夹无法放到目标位置。</translation>
    </message>
    <message>
        <source>The file could not be put in its place.</source>
        <translation>文件无法放到目标位置。</translation>
    </message>
    <message>
        <source>brat standoff is a folder of files and cannot go to the standard output.</source>
        <translation>brat standoff 是含多个文件的文件夹，不能写到标准输出。</translation>
    </message>
    <message>
        <source>brat standoff is a folder, but there is a file of this name.</source>
        <translation>brat standoff 是文件夹，但已有同名文件。</translation>
    </message>
    <message>
        <source>brat standoff</source>
        <translation>brat standoff</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>没有这样的文件或文件夹。</translation>
    </message>
    <message>
        <source>An annotation file without its text was skipped.</source>
        <translation>已跳过一个没有对应文本的标注文件。</translation>
    </message>
    <message>
        <source>The folder holds no text file.</source>
        <translation>文件夹中没有文本文件。</translation>
    </message>
    <message>
        <source>A file was skipped. %1</source>
        <translation>已跳过一个文件。%1</translation>
    </message>
    <message>
        <source>A fragment outside the text was dropped.</source>
        <translation>已丢弃一个超出文本的分段。</translation>
    </message>
    <message>
        <source>A fragment without characters was dropped.</source>
        <translation>已丢弃一个不含字符的分段。</translation>
    </message>
    <message>
        <source>A span of which no fragment was left was dropped.</source>
        <translation>已丢弃一个没有剩余分段的片段。</translation>
    </message>
    <message>
        <source>A span&apos;s text is not what its offsets give; the offsets were believed.</source>
        <translation>某片段的文字与其偏移量所指不符；以偏移量为准。</translation>
    </message>
    <message>
        <source>An event&apos;s reference to a trigger that is not there was dropped.</source>
        <translation>已丢弃事件对不存在的触发词的引用。</translation>
    </message>
    <message>
        <source>An argument that is an event was replaced by that event&apos;s trigger.</source>
        <translation>某个参数是事件，已替换为该事件的触发词。</translation>
    </message>
    <message>
        <source>A role&apos;s reference to a span that is not there was dropped.</source>
        <translation>已丢弃角色对不存在的片段的引用。</translation>
    </message>
    <message>
        <source>An attribution of which no span was left was dropped.</source>
        <translation>已丢弃一条没有剩余片段的引述。</translation>
    </message>
    <message>
        <source>A binary relation was not kept: it is no attribution.</source>
        <translation>有一个二元关系未保留：它不是引述。</translation>
    </message>
    <message>
        <source>An attribute of something that is not there was dropped.</source>
        <translation>已丢弃指向不存在内容的属性。</translation>
    </message>
    <message>
        <source>A note on something that is not there was dropped.</source>
        <translation>已丢弃指向不存在内容的备注。</translation>
    </message>
    <message>
        <source>A normalisation was not kept: it is no reference of a span to Wikidata.</source>
        <translation>有一个规范化未保留：它不是片段对 Wikidata 的引用。</translation>
    </message>
    <message>
        <source>The offsets count CRLF as two characters and were read so.</source>
        <translation>偏移量将 CRLF 计为两个字符，已按此读取。</translation>
    </message>
    <message>
        <source>Attributes that are no texts, or are named as no feature may be, went as JSON into the feature &quot;attributes&quot;.</source>
        <translation>不是文本或名称不能用作特征名的属性，已以 JSON 写入特征“attributes”。</translation>
    </message>
    <message>
        <source>UIMA CAS JSON (INCEpTION)</source>
        <translation>UIMA CAS JSON (INCEpTION)</translation>
    </message>
    <message>
        <source>This is no JSON: %1, at byte %2.</source>
        <translation>这不是 JSON：%1，位于第 %2 字节。</translation>
    </message>
    <message>
        <source>This is no UIMA CAS: there is no &quot;%1&quot;.</source>
        <translation>这不是 UIMA CAS：没有“%1”。</translation>
    </message>
    <message>
        <source>Annotations of another view than the first with a text were dropped.</source>
        <translation>已丢弃不属于首个含文本视图的标注。</translation>
    </message>
    <message>
        <source>References to arrays that very many structures share were dropped.</source>
        <translation>已丢弃对被极多结构共用的数组的引用。</translation>
    </message>
    <message>
        <source>A structure without a type was dropped.</source>
        <translation>已丢弃一个没有类型的结构。</translation>
    </message>
    <message>
        <source>%1, structure %2</source>
        <translation>%1，结构 %2</translation>
    </message>
    <message>
        <source>An id is given twice; references mean the first one.</source>
        <translation>某个 ID 重复出现；引用均指第一个。</translation>
    </message>
    <message>
        <source>An annotation lies outside the text and was dropped.</source>
        <translation>有一个标注超出文本，已丢弃。</translation>
    </message>
    <message>
        <source>An annotation without characters was dropped.</source>
        <translation>已丢弃一个不含字符的标注。</translation>
    </message>
    <message>
        <source>Annotations of words and syntax were not taken in.</source>
        <translation>词和句法的标注未导入。</translation>
    </message>
    <message>
        <source>A link to something that is not there was dropped.</source>
        <translation>已丢弃指向不存在内容的链接。</translation>
    </message>
    <message>
        <source>Chains were not taken in, only their links.</source>
        <translation>链未导入，只导入了其中的链接。</translation>
    </message>
    <message>
        <source>An attribution without any span was dropped.</source>
        <translation>已丢弃一条没有任何片段的引述。</translation>
    </message>
    <message>
        <source>There is no text in it.</source>
        <translation>其中没有文本。</translation>
    </message>
    <message>
        <source>A file of the suffix .%1 holds one article. Export several to a .zip.</source>
        <translation>后缀为 .%1 的文件只能容纳一篇文章。要导出多篇，请导出为 .zip。</translation>
    </message>
    <message>
        <source>Spans that are no claims were left out.</source>
        <translation>已略去不是断言的片段。</translation>
    </message>
    <message>
        <source>Attributions were left out; claimants come from them.</source>
        <translation>已略去引述；断言的提出者取自引述。</translation>
    </message>
    <message>
        <source>The articles&apos; texts and further metadata were left out.</source>
        <translation>已略去文章的文本和其他元数据。</translation>
    </message>
    <message>
        <source>States, origins, confidences and explanations of claims were left out.</source>
        <translation>已略去断言的状态、来源、置信度和解释。</translation>
    </message>
    <message>
        <source>Notes and attributes of claims were left out.</source>
        <translation>已略去断言的备注和属性。</translation>
    </message>
    <message>
        <source>The places of claims in the text were left out.</source>
        <translation>已略去断言在文本中的位置。</translation>
    </message>
    <message>
        <source>Claims in several pieces were joined by &quot; … &quot;.</source>
        <translation>分成多段的断言已用“ … ”连接。</translation>
    </message>
    <message>
        <source>Claims for schema.org</source>
        <translation>schema.org 断言</translation>
    </message>
    <message>
        <source>Articles without words were left out.</source>
        <translation>已略去没有词的文章。</translation>
    </message>
    <message>
        <source>States, which have no column: what was not accepted looks like the rest.</source>
        <translation>状态没有对应的列：未接受的与其余的看起来一样。</translation>
    </message>
    <message>
        <source>Confidences have no column.</source>
        <translation>置信度没有对应的列。</translation>
    </message>
    <message>
        <source>Origins and explanations have no column.</source>
        <translation>来源和解释没有对应的列。</translation>
    </message>
    <message>
        <source>Notes have no column.</source>
        <translation>备注没有对应的列。</translation>
    </message>
    <message>
        <source>Attributes have no column.</source>
        <translation>属性没有对应的列。</translation>
    </message>
    <message>
        <source>Speakers have no column.</source>
        <translation>说话人没有对应的列。</translation>
    </message>
    <message>
        <source>Spans in several pieces became as many spans.</source>
        <translation>分成多段的片段已变为多个片段。</translation>
    </message>
    <message>
        <source>Attributions have no place; their spans were written.</source>
        <translation>引述没有存放之处；已写出其中的片段。</translation>
    </message>
    <message>
        <source>Articles lost their id and metadata.</source>
        <translation>文章的 ID 和元数据已丢失。</translation>
    </message>
    <message>
        <source>Articles lost the blanks and line ends between their words.</source>
        <translation>文章中词与词之间的空格和换行已丢失。</translation>
    </message>
    <message>
        <source>Spans were left out because one with more words holds their place: a word has one label.</source>
        <translation>已略去部分片段，因为其位置被含词更多的片段占据：一个词只能有一个标签。</translation>
    </message>
    <message>
        <source>CoNLL-2003, four columns</source>
        <translation>CoNLL-2003，四列</translation>
    </message>
    <message>
        <source>CoNLL-2002, two columns</source>
        <translation>CoNLL-2002，两列</translation>
    </message>
    <message>
        <source>CoNLL, two columns, IOBES</source>
        <translation>CoNLL，两列，IOBES</translation>
    </message>
    <message>
        <source>CoNLL, columns for each label</source>
        <translation>CoNLL，按标签分列</translation>
    </message>
    <message>
        <source>A line has not as many columns as the others; what it lacks was taken as O.</source>
        <translation>某行的列数少于其他行；缺少的列按 O 处理。</translation>
    </message>
    <message>
        <source>All of spans and attributions but their words, labels and roles went into a comment that only Quoth reads.</source>
        <translation>片段和引述除文字、标签和角色以外的内容，已写入只有 Quoth 读取的注释。</translation>
    </message>
    <message>
        <source>Articles&apos; metadata went into a comment that only Quoth reads.</source>
        <translation>文章的元数据已写入只有 Quoth 读取的注释。</translation>
    </message>
    <message>
        <source>CoNLL-U</source>
        <translation>CoNLL-U</translation>
    </message>
    <message>
        <source>A line that is no word of CoNLL-U was skipped.</source>
        <translation>已跳过一行不是 CoNLL-U 词的内容。</translation>
    </message>
    <message>
        <source>The details of an article are no JSON and were left out.</source>
        <translation>某篇文章的详细信息不是 JSON，已略去。</translation>
    </message>
    <message>
        <source>A span that is not of the form B-Label:id was dropped.</source>
        <translation>已丢弃一个不符合 B-Label:id 形式的片段。</translation>
    </message>
    <message>
        <source>Spans of nothing but blanks were left out.</source>
        <translation>已略去只含空格的片段。</translation>
    </message>
    <message>
        <source>Spans lost the blanks that they begin or end with.</source>
        <translation>片段首尾的空格已丢失。</translation>
    </message>
    <message>
        <source>Cells that look like formulas got an apostrophe before them.</source>
        <translation>看似公式的单元格前已加上撇号。</translation>
    </message>
    <message>
        <source>Table for spreadsheets</source>
        <translation>供电子表格软件使用的表格</translation>
    </message>
    <message>
        <source>Table with tabs</source>
        <translation>以制表符分隔的表格</translation>
    </message>
    <message>
        <source>A quotation mark is not closed: the cell goes on to the end of the file.</source>
        <translation>引号未闭合：该单元格一直延伸到文件末尾。</translation>
    </message>
    <message>
        <source>doccano JSON Lines, counting grapheme clusters</source>
        <translation>doccano JSON Lines，按字素簇计数</translation>
    </message>
    <message>
        <source>doccano JSON Lines</source>
        <translation>doccano JSON Lines</translation>
    </message>
    <message>
        <source>Suggestions look like labels that were given; Quoth finds their state beside the text.</source>
        <translation>建议看起来与已给出的标签一样；Quoth 可从正文之外读取其状态。</translation>
    </message>
    <message>
        <source>Confidences, explanations, speakers, notes and attributes of spans were kept beside the text, where Quoth finds them.</source>
        <translation>片段的置信度、解释、说话人、备注和属性已另存于正文之外，供 Quoth 读取。</translation>
    </message>
    <message>
        <source>Spans that begin or end within a character (a grapheme cluster) show the whole of it; Quoth finds the exact place beside the text.</source>
        <translation>起止于字符（字素簇）中间的片段显示为整个字符；Quoth 可从正文之外读取其确切位置。</translation>
    </message>
    <message>
        <source>Spans overlap: doccano takes them only into projects that allow it, and drops them elsewhere.</source>
        <translation>片段有重叠：doccano 只在允许重叠的项目中接受它们，在其他项目中会将其丢弃。</translation>
    </message>
    <message>
        <source>Labels that are no list were left out.</source>
        <translation>已略去不是列表的标签。</translation>
    </message>
    <message>
        <source>A label that belongs to no place in the text was left out.</source>
        <translation>已略去一个不对应文本中任何位置的标签。</translation>
    </message>
    <message>
        <source>A span whose offsets are no whole numbers was left out.</source>
        <translation>已略去一个偏移量不是整数的片段。</translation>
    </message>
    <message>
        <source>A span without a label was left out.</source>
        <translation>已略去一个没有标签的片段。</translation>
    </message>
    <message>
        <source>A span&apos;s id is given twice; references mean the first.</source>
        <translation>某片段的 ID 重复出现；引用均指第一个。</translation>
    </message>
    <message>
        <source>A relation of a span that is not there was left out.</source>
        <translation>已略去一个所连片段不存在的关系。</translation>
    </message>
    <message>
        <source>The file holds no text.</source>
        <translation>文件中没有文本。</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word 文档</translation>
    </message>
    <message>
        <source>The archive holds no Word document.</source>
        <translation>压缩包中没有 Word 文档。</translation>
    </message>
    <message>
        <source>EPUB book</source>
        <translation>EPUB 电子书</translation>
    </message>
    <message>
        <source>The archive holds no EPUB.</source>
        <translation>压缩包中没有 EPUB。</translation>
    </message>
    <message>
        <source>The book is locked (DRM) and cannot be read.</source>
        <translation>此书已加密（DRM），无法读取。</translation>
    </message>
    <message>
        <source>A document of the book was left out. %1</source>
        <translation>已略去书中的一个文档。%1</translation>
    </message>
    <message>
        <source>The page&apos;s elements are nested too deep to be read.</source>
        <translation>页面元素嵌套过深，无法读取。</translation>
    </message>
    <message>
        <source>Notes at the foot or the end were left out.</source>
        <translation>已略去脚注和尾注。</translation>
    </message>
    <message>
        <source>The book names no documents with text.</source>
        <translation>此书未列出含文本的文档。</translation>
    </message>
    <message>
        <source>Role fillers were left out because their spans are in a state that is not exported.</source>
        <translation>已略去部分角色填充项，因为其片段所处的状态不导出。</translation>
    </message>
    <message>
        <source>Attributions were left out because none of their spans is exported.</source>
        <translation>已略去部分引述，因为其中没有片段要导出。</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>这是文件夹，不是文件。</translation>
    </message>
    <message>
        <source>The file is larger than an article may be (1 GiB).</source>
        <translation>文件大于一篇文章的上限（1 GiB）。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>This is no text: it seems to be %1.</source>
        <translation>这不是文本，看来是：%1。</translation>
    </message>
    <message>
        <source>Bytes that are not valid %1 became U+FFFD.</source>
        <translation>不是有效 %1 的字节已替换为 U+FFFD。</translation>
    </message>
    <message>
        <source>The import was cancelled.</source>
        <translation>导入已取消。</translation>
    </message>
    <message>
        <source>Spans that other programs would take for valid ones were only kept beside the text, where Quoth finds them.</source>
        <translation>会被其他程序误认为有效的片段只保存在正文之外，供 Quoth 读取。</translation>
    </message>
    <message>
        <source>Interrupted spans became regions joined by relations.</source>
        <translation>不连续的片段已变为以关系相连的区域。</translation>
    </message>
    <message>
        <source>Attributions with one filler have no relation that shows them; they were kept beside the text, where Quoth finds them.</source>
        <translation>只有一个填充项的引述没有可以表示它的关系；已另存于正文之外，供 Quoth 读取。</translation>
    </message>
    <message>
        <source>Role fillers of attributions that differ from them in state have no relation; they were kept beside the text, where Quoth finds them.</source>
        <translation>与引述状态不同的角色填充项没有关系；已另存于正文之外，供 Quoth 读取。</translation>
    </message>
    <message>
        <source>Attributions that share a cue look like one to other programs.</source>
        <translation>共用提示语的引述在其他程序看来是同一条。</translation>
    </message>
    <message>
        <source>Kinds, speakers, notes, confidences and further attributes of attributions were kept beside the text, where Quoth finds them.</source>
        <translation>引述的类型、说话人、备注、置信度和其他属性已另存于正文之外，供 Quoth 读取。</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>This Quoth was built without Poppler (libpoppler-qt6-dev). Convert the file first: pdftotext FILE.pdf.</source>
        <translation>此 Quoth 编译时未包含 Poppler（libpoppler-qt6-dev）。请先转换文件：pdftotext FILE.pdf。</translation>
    </message>
    <message>
        <source>This Quoth was built without libzip (libzip-dev) and knows no zip archives.</source>
        <translation>此 Quoth 编译时未包含 libzip（libzip-dev），不支持 zip 压缩包。</translation>
    </message>
    <message>
        <source>No known format fits. Name the format to read it as.</source>
        <translation>没有相符的已知格式。请指明按哪种格式读取。</translation>
    </message>
    <message>
        <source>The format &quot;%1&quot; cannot be read.</source>
        <translation>无法读取格式“%1”。</translation>
    </message>
    <message>
        <source>The page is not in the encoding that it declares (%1); another was detected.</source>
        <translation>页面的编码与其声明的（%1）不符；已检测出另一种编码。</translation>
    </message>
    <message>
        <source>No article was found on the page.</source>
        <translation>页面中未找到文章。</translation>
    </message>
    <message>
        <source>Saved web page</source>
        <translation>已保存的网页</translation>
    </message>
    <message>
        <source>%1 and further places</source>
        <translation>%1 及其他位置</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1，第 %2 行</translation>
    </message>
    <message>
        <source>Quoth JSON Lines</source>
        <translation>Quoth JSON Lines</translation>
    </message>
    <message>
        <source>The record is of the format &quot;%1&quot;; what &quot;%2&quot; knows of it was read.</source>
        <translation>此记录的格式为“%1”；已读取其中为“%2”所知的内容。</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>不是对象</translation>
    </message>
    <message>
        <source>The line is not a JSON record (%1) and was skipped.</source>
        <translation>此行不是 JSON 记录（%1），已跳过。</translation>
    </message>
    <message>
        <source>The line is longer than a record may be and was skipped.</source>
        <translation>此行超过记录的长度上限，已跳过。</translation>
    </message>
    <message>
        <source>The labelling configuration was not written: a file of another kind has its name, %1.</source>
        <translation>未写出标注配置：其名称 %1 已被另一种文件占用。</translation>
    </message>
    <message>
        <source>Label Studio tasks</source>
        <translation>Label Studio 任务</translation>
    </message>
    <message>
        <source>%1, task %2</source>
        <translation>%1，任务 %2</translation>
    </message>
    <message>
        <source>A task could not be read (%1) and was skipped.</source>
        <translation>有一个任务无法读取（%1），已跳过。</translation>
    </message>
    <message>
        <source>The file ends before its list of tasks does.</source>
        <translation>文件在任务列表结束之前就结束了。</translation>
    </message>
    <message>
        <source>A task has annotations by several people; what they have in common was read once.</source>
        <translation>某个任务有多人的标注；其共同部分只读取一次。</translation>
    </message>
    <message>
        <source>A score that is no number from 0 to 1 was left out.</source>
        <translation>已略去不是 0 到 1 的数字的分数。</translation>
    </message>
    <message>
        <source>An annotation without a list of results was left out.</source>
        <translation>已略去一个没有结果列表的标注。</translation>
    </message>
    <message>
        <source>Results of the type &quot;%1&quot; were left out: labels, relations, choices and text areas are read.</source>
        <translation>已略去类型为“%1”的结果：只读取标签、关系、选项和文本区域。</translation>
    </message>
    <message>
        <source>Choices and texts that belong to no span were left out.</source>
        <translation>已略去不属于任何片段的选项和文本。</translation>
    </message>
    <message>
        <source>A task&apos;s data has no &quot;text&quot;; the longest of its fields was taken for it.</source>
        <translation>某个任务的数据没有“text”；已取其中最长的字段代替。</translation>
    </message>
    <message>
        <source>Confidences, explanations, speakers and attributes of spans that Label Studio has no place for were kept in the task&apos;s &quot;meta&quot;.</source>
        <translation>Label Studio 没有存放之处的置信度、解释、说话人和片段属性，已保存在任务的“meta”中。</translation>
    </message>
    <message>
        <source>Web page with its pictures</source>
        <translation>含图片的网页</translation>
    </message>
    <message>
        <source>No web page was found in the file.</source>
        <translation>文件中未找到网页。</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>OpenDocument 文本</translation>
    </message>
    <message>
        <source>The archive holds no OpenDocument text.</source>
        <translation>压缩包中没有 OpenDocument 文本。</translation>
    </message>
    <message>
        <source>The document is encrypted. Save it without a password.</source>
        <translation>文档已加密。请以不带密码的方式保存。</translation>
    </message>
    <message>
        <source>%1 What stands before that was taken.</source>
        <translation>%1已读取该处之前的内容。</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>标准输出</translation>
    </message>
    <message>
        <source>This is no PDF document, or it is damaged.</source>
        <translation>这不是 PDF 文档，或者已损坏。</translation>
    </message>
    <message>
        <source>The document holds no text, only pictures of it. Run a text recognition over it first, such as ocrmypdf.</source>
        <translation>文档中没有文本，只有文本的图片。请先用 ocrmypdf 等工具识别文字。</translation>
    </message>
    <message>
        <source>Words that are written from right to left may stand in the wrong order.</source>
        <translation>从右向左书写的文字顺序可能有误。</translation>
    </message>
    <message>
        <source>Prodigy JSON Lines</source>
        <translation>Prodigy JSON Lines</translation>
    </message>
    <message>
        <source>The spans of a rejected record were read as rejected.</source>
        <translation>被拒绝的记录中的片段已按“已拒绝”读取。</translation>
    </message>
    <message>
        <source>The spans of a record that was passed over were read as suggestions.</source>
        <translation>被略过的记录中的片段已按建议读取。</translation>
    </message>
    <message>
        <source>An answer that is not accept, reject or ignore was passed over.</source>
        <translation>不是 accept、reject 或 ignore 的回答已略过。</translation>
    </message>
    <message>
        <source>Suggestions stand in records without an answer, with what is accepted of the article; Quoth finds their state beside the text.</source>
        <translation>建议与文章中已接受的内容一起，放在没有回答的记录中；Quoth 可从正文之外读取其状态。</translation>
    </message>
    <message>
        <source>The text of a note could not be read. %1</source>
        <translation>某条备注的文本无法读取。%1</translation>
    </message>
    <message>
        <source>A source was left out. %1</source>
        <translation>已略去一个源文档。%1</translation>
    </message>
    <message>
        <source>A source was left out: it has no text.</source>
        <translation>已略去一个源文档：其中没有文本。</translation>
    </message>
    <message>
        <source>The project holds no text that could be read.</source>
        <translation>项目中没有可以读取的文本。</translation>
    </message>
    <message>
        <source>This is no project of the REFI-QDA standard.</source>
        <translation>这不是 REFI-QDA 标准的项目。</translation>
    </message>
    <message>
        <source>The project is of an unknown version of the standard (%1); it was read as 1.0.</source>
        <translation>项目使用的标准版本未知（%1）；已按 1.0 读取。</translation>
    </message>
    <message>
        <source>its codes are nested too deep</source>
        <translation>其代码嵌套过深</translation>
    </message>
    <message>
        <source>A selection without positions was dropped.</source>
        <translation>已丢弃一个没有位置的选区。</translation>
    </message>
    <message>
        <source>A selection&apos;s GUID is given twice; references mean the first.</source>
        <translation>某选区的 GUID 重复出现；引用均指第一个。</translation>
    </message>
    <message>
        <source>A selection without characters was dropped.</source>
        <translation>已丢弃一个不含字符的选区。</translation>
    </message>
    <message>
        <source>A selection outside the text was dropped.</source>
        <translation>已丢弃一个超出文本的选区。</translation>
    </message>
    <message>
        <source>A piece of a span whose first piece is not there became a span of its own.</source>
        <translation>某片段的首段不存在，其后的一段已成为单独的片段。</translation>
    </message>
    <message>
        <source>A selection without a code was dropped.</source>
        <translation>已丢弃一个没有代码的选区。</translation>
    </message>
    <message>
        <source>A coding whose code is not there was dropped.</source>
        <translation>已丢弃一个代码不存在的编码。</translation>
    </message>
    <message>
        <source>A note that is not there was not kept.</source>
        <translation>有一条不存在的备注未保留。</translation>
    </message>
    <message>
        <source>A speaker that is not there was not kept.</source>
        <translation>有一个不存在的说话人未保留。</translation>
    </message>
    <message>
        <source>The positions of a source fit its text only if they are counted in an unusual way, and were read so.</source>
        <translation>某源文档的位置只有按不寻常的方式计数才与文本相符，已按此读取。</translation>
    </message>
    <message>
        <source>Codes of a whole source were not kept.</source>
        <translation>整个源文档的代码未保留。</translation>
    </message>
    <message>
        <source>Links were not kept: they join no parts of an attribution.</source>
        <translation>链接未保留：它们不连接引述的各部分。</translation>
    </message>
    <message>
        <source>Selections of cases were not kept: their label names no speaker.</source>
        <translation>个案的选区未保留：其标签不指说话人。</translation>
    </message>
    <message>
        <source>Sources that have no text (pictures, sound, films, pages) were not read.</source>
        <translation>没有文本的源文档（图片、声音、影片、页面）未读取。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Spans in several pieces became selections that are linked.</source>
        <translation>分成多段的片段已变为相互链接的选区。</translation>
    </message>
    <message>
        <source>Suggested and rejected annotations stand among the others; only descriptions tell them apart.</source>
        <translation>建议和已拒绝的标注与其他标注混在一起；只能靠说明来区分。</translation>
    </message>
    <message>
        <source>What REFI-QDA has no place for (origin, confidence, attributes and the like) stands in descriptions.</source>
        <translation>REFI-QDA 没有存放之处的内容（来源、置信度、属性等）写在说明中。</translation>
    </message>
    <message>
        <source>Attributions without spans were left out.</source>
        <translation>已略去没有片段的引述。</translation>
    </message>
    <message>
        <source>Speaker: %1</source>
        <translation>说话人：%1</translation>
    </message>
    <message>
        <source>A codebook holds labels only: articles are not in it.</source>
        <translation>编码本只含标签：不含文章。</translation>
    </message>
    <message>
        <source>A codebook holds labels only: annotations are not in it.</source>
        <translation>编码本只含标签：不含标注。</translation>
    </message>
    <message>
        <source>There is no label to write.</source>
        <translation>没有可写出的标签。</translation>
    </message>
    <message>
        <source>REFI-QDA project</source>
        <translation>REFI-QDA 项目</translation>
    </message>
    <message>
        <source>REFI-QDA codebook</source>
        <translation>REFI-QDA 编码本</translation>
    </message>
    <message>
        <source>The archive has no project.qde: it is no project of the REFI-QDA standard.</source>
        <translation>压缩包中没有 project.qde：这不是 REFI-QDA 标准的项目。</translation>
    </message>
    <message>
        <source>The text lies outside the archive (&quot;%1&quot;).</source>
        <translation>文本位于压缩包之外（“%1”）。</translation>
    </message>
    <message>
        <source>The record has no &quot;text&quot; and was skipped.</source>
        <translation>记录中没有“text”，已跳过。</translation>
    </message>
    <message>
        <source>speaker %1</source>
        <translation>说话人 %1</translation>
    </message>
    <message>
        <source>A speaker without a name was dropped.</source>
        <translation>已丢弃一个没有名称的说话人。</translation>
    </message>
    <message>
        <source>A speaker&apos;s id is given twice; references mean the first.</source>
        <translation>某说话人的 ID 重复出现；引用均指第一个。</translation>
    </message>
    <message>
        <source>A speaker&apos;s type is not known; it became a person.</source>
        <translation>某说话人的类型未知；已改为个人。</translation>
    </message>
    <message>
        <source>A speaker&apos;s colour is none of the form #rrggbb; it was dropped.</source>
        <translation>某说话人的颜色不是 #rrggbb 形式，已丢弃。</translation>
    </message>
    <message>
        <source>A fragment that is no pair of whole numbers was dropped.</source>
        <translation>已丢弃一个不是整数对的分段。</translation>
    </message>
    <message>
        <source>A fragment that ends before it begins was dropped.</source>
        <translation>已丢弃一个结束先于开始的分段。</translation>
    </message>
    <message>
        <source>Fragments that are no list were dropped.</source>
        <translation>已丢弃不是列表的分段。</translation>
    </message>
    <message>
        <source>A state is not known and was taken as &quot;%1&quot;.</source>
        <translation>某个状态未知，已按“%1”处理。</translation>
    </message>
    <message>
        <source>A confidence that is no number from 0 to 1 was dropped.</source>
        <translation>已丢弃一个不是 0 到 1 的数字的置信度。</translation>
    </message>
    <message>
        <source>A reference to a speaker that is not listed was dropped.</source>
        <translation>已丢弃对未列出的说话人的引用。</translation>
    </message>
    <message>
        <source>span %1</source>
        <translation>片段 %1</translation>
    </message>
    <message>
        <source>A span without a label was dropped.</source>
        <translation>已丢弃一个没有标签的片段。</translation>
    </message>
    <message>
        <source>claim %1</source>
        <translation>断言 %1</translation>
    </message>
    <message>
        <source>A claim of which no fragment was left was dropped.</source>
        <translation>已丢弃一条没有剩余分段的断言。</translation>
    </message>
    <message>
        <source>attribution %1</source>
        <translation>引述 %1</translation>
    </message>
    <message>
        <source>A kind that is not direct, indirect or mixed was dropped.</source>
        <translation>已丢弃一个不是 direct、indirect 或 mixed 的类型。</translation>
    </message>
    <message>
        <source>An attribution&apos;s id is given twice; both were kept.</source>
        <translation>某条引述的 ID 重复出现；两条均已保留。</translation>
    </message>
    <message>
        <source>it has no %1</source>
        <translation>其中没有 %1</translation>
    </message>
    <message>
        <source>its %1 is not of a release by Quoth</source>
        <translation>其中的 %1 不属于 Quoth 的发布版</translation>
    </message>
    <message>
        <source>the release had no folder %1</source>
        <translation>发布版中没有文件夹 %1</translation>
    </message>
    <message>
        <source>the release had no file %1</source>
        <translation>发布版中没有文件 %1</translation>
    </message>
    <message>
        <source>%1 was changed since</source>
        <translation>%1 此后被改动过</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 缺失</translation>
    </message>
    <message>
        <source>A release is a folder, but there is a file or link of this name.</source>
        <translation>发布版是文件夹，但已有同名的文件或链接。</translation>
    </message>
    <message>
        <source>The folder holds something else than an untouched release (%1) and was left alone. Choose another one.</source>
        <translation>此文件夹中不是未经改动的发布版（%1），未作改动。请另选一个。</translation>
    </message>
    <message>
        <source>Titles were left out.</source>
        <translation>已略去标题。</translation>
    </message>
    <message>
        <source>Further metadata was left out.</source>
        <translation>已略去其他元数据。</translation>
    </message>
    <message>
        <source>Attributes in free words were left out.</source>
        <translation>已略去自由文本属性。</translation>
    </message>
    <message>
        <source>Explanations were left out.</source>
        <translation>已略去解释。</translation>
    </message>
    <message>
        <source>Notes were left out.</source>
        <translation>已略去备注。</translation>
    </message>
    <message>
        <source>Rich Text Format</source>
        <translation>富文本格式（RTF）</translation>
    </message>
    <message>
        <source>Groups are nested too deep; what stands before that was taken.</source>
        <translation>组嵌套过深；已读取该处之前的内容。</translation>
    </message>
    <message>
        <source>The file is cut short.</source>
        <translation>文件被截断。</translation>
    </message>
    <message>
        <source>This is no RTF document.</source>
        <translation>这不是 RTF 文档。</translation>
    </message>
    <message>
        <source>Articles without annotations have no row.</source>
        <translation>没有标注的文章不占行。</translation>
    </message>
    <message>
        <source>Texts in several pieces were joined by &quot; … &quot;; the offsets keep the pieces.</source>
        <translation>分成多段的文本已用“ … ”连接；偏移量保留各段。</translation>
    </message>
    <message>
        <source>Role fillers of roles other than source, cue and content have no column.</source>
        <translation>除信源、提示语和内容以外的角色填充项没有对应的列。</translation>
    </message>
    <message>
        <source>TEI P5</source>
        <translation>TEI P5</translation>
    </message>
    <message>
        <source>The file has a document type declaration, which is not read: it could hide what it wants to be read. Take it out.</source>
        <translation>文件含有文档类型声明，未予读取：其中可能隐藏内容。请将其删去。</translation>
    </message>
    <message>
        <source>This is not well-formed XML (%1).</source>
        <translation>这不是格式良好的 XML（%1）。</translation>
    </message>
    <message>
        <source>The rest of the file was not read: it is not well-formed XML (%1).</source>
        <translation>文件的其余部分未读取：它不是格式良好的 XML（%1）。</translation>
    </message>
    <message>
        <source>A second text of the same TEI element was skipped.</source>
        <translation>已跳过同一 TEI 元素的第二个文本。</translation>
    </message>
    <message>
        <source>A TEI element without text was skipped.</source>
        <translation>已跳过一个没有文本的 TEI 元素。</translation>
    </message>
    <message>
        <source>An article that breaks off was skipped.</source>
        <translation>已跳过一篇中断的文章。</translation>
    </message>
    <message>
        <source>Notes, deletions and the like are no part of the text and were left out.</source>
        <translation>注释、删除等不属于文本，已略去。</translation>
    </message>
    <message>
        <source>An id that was given before was not taken.</source>
        <translation>先前已出现的 ID 未采用。</translation>
    </message>
    <message>
        <source>A speaker that the header does not list was named after its id.</source>
        <translation>某说话人未在头部列出，已以其 ID 命名。</translation>
    </message>
    <message>
        <source>A span whose place is not in the text was dropped.</source>
        <translation>已丢弃一个位置不在文本中的片段。</translation>
    </message>
    <message>
        <source>Pieces of spans whose first piece is not there were dropped.</source>
        <translation>已丢弃首段不存在的片段的其他各段。</translation>
    </message>
    <message>
        <source>A quotation without text was dropped.</source>
        <translation>已丢弃一条没有文本的引语。</translation>
    </message>
    <message>
        <source>Of several speakers of one quotation the first was taken.</source>
        <translation>同一引语有多个说话人，已取第一个。</translation>
    </message>
    <message>
        <source>A link that does not say what its targets do was dropped.</source>
        <translation>已丢弃一个未说明其目标作用的链接。</translation>
    </message>
    <message>
        <source>Control characters that XML cannot hold became blanks.</source>
        <translation>XML 不能容纳的控制字符已替换为空格。</translation>
    </message>
    <message>
        <source>The encoding &quot;%1&quot; is not known.</source>
        <translation>未知编码“%1”。</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>This is no WebAnno TSV of version 3.</source>
        <translation>这不是第 3 版的 WebAnno TSV。</translation>
    </message>
    <message>
        <source>A sentence without words was dropped.</source>
        <translation>已丢弃一个没有词的句子。</translation>
    </message>
    <message>
        <source>The line is no row of WebAnno TSV and was skipped.</source>
        <translation>此行不是 WebAnno TSV 的行，已跳过。</translation>
    </message>
    <message>
        <source>The row has too few columns.</source>
        <translation>此行的列太少。</translation>
    </message>
    <message>
        <source>The offsets do not fit the sentences before; the texts were believed.</source>
        <translation>偏移量与前面的句子不符；以文本为准。</translation>
    </message>
    <message>
        <source>Articles without words lost their text, for which WebAnno TSV has no place.</source>
        <translation>没有词的文章的文本已丢失，因为 WebAnno TSV 没有存放之处。</translation>
    </message>
    <message>
        <source>Annotations in articles without words were left out.</source>
        <translation>已略去没有词的文章中的标注。</translation>
    </message>
    <message>
        <source>Spans that begin or end between words, or hold none, end with words; the feature &quot;exact&quot; keeps where.</source>
        <translation>起止于词与词之间或不含词的片段，改为以词为界；特征“exact”保留其确切位置。</translation>
    </message>
    <message>
        <source>Line ends in notes and other features became spaces.</source>
        <translation>备注和其他特征中的换行已替换为空格。</translation>
    </message>
    <message>
        <source>Empty lines and other white space before the first word became spaces.</source>
        <translation>首词之前的空行和其他空白已替换为空格。</translation>
    </message>
    <message>
        <source>a PNG image</source>
        <translation>PNG 图像</translation>
    </message>
    <message>
        <source>a JPEG image</source>
        <translation>JPEG 图像</translation>
    </message>
    <message>
        <source>a GIF image</source>
        <translation>GIF 图像</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>a ZIP archive or an office document</source>
        <translation>ZIP 压缩包或办公文档</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>SQLite 数据库</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>gzip 压缩包</translation>
    </message>
    <message>
        <source>a bzip2 archive</source>
        <translation>bzip2 压缩包</translation>
    </message>
    <message>
        <source>an xz archive</source>
        <translation>xz 压缩包</translation>
    </message>
    <message>
        <source>a Zstandard archive</source>
        <translation>Zstandard 压缩包</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>7-Zip 压缩包</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>RAR 压缩包</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>an old office document</source>
        <translation>旧格式的办公文档</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>RTF 文档</translation>
    </message>
    <message>
        <source>a sound or film file</source>
        <translation>音频或视频文件</translation>
    </message>
    <message>
        <source>a sound, image or film file</source>
        <translation>音频、图像或视频文件</translation>
    </message>
    <message>
        <source>a binary file</source>
        <translation>二进制文件</translation>
    </message>
    <message>
        <source>W3C Web Annotation</source>
        <translation>W3C Web Annotation</translation>
    </message>
    <message>
        <source>An item is not JSON of web annotations (%1) and was skipped.</source>
        <translation>有一项不是网页标注的 JSON（%1），已跳过。</translation>
    </message>
    <message>
        <source>An item that is no annotation and no page of them was skipped.</source>
        <translation>有一项既不是标注，也不是标注页，已跳过。</translation>
    </message>
    <message>
        <source>The annotations come without their text. Put it beside them as &quot;%1&quot;.</source>
        <translation>标注缺少对应的文本。请将文本以“%1”为名放在一旁。</translation>
    </message>
    <message>
        <source>annotation %1</source>
        <translation>标注 %1</translation>
    </message>
    <message>
        <source>An annotation that links others without saying in which roles was dropped.</source>
        <translation>已丢弃一个连接其他标注却未说明角色的标注。</translation>
    </message>
    <message>
        <source>An annotation of which no place was found in the text was dropped.</source>
        <translation>已丢弃一个在文本中找不到位置的标注。</translation>
    </message>
    <message>
        <source>A piece of an annotation has no place in the text and was dropped.</source>
        <translation>某标注的一段在文本中没有位置，已丢弃。</translation>
    </message>
    <message>
        <source>A position does not fit its quote; the quote was looked for.</source>
        <translation>某位置与其引文不符；已查找该引文。</translation>
    </message>
    <message>
        <source>Confidences went into a property that only Quoth knows.</source>
        <translation>置信度已写入只有 Quoth 认识的属性。</translation>
    </message>
    <message>
        <source>Roles of attributions went into a property that only Quoth knows.</source>
        <translation>引述的角色已写入只有 Quoth 认识的属性。</translation>
    </message>
    <message>
        <source>Articles lost their metadata, for which WebAnno TSV has no place.</source>
        <translation>文章的元数据已丢失，因为 WebAnno TSV 没有存放之处。</translation>
    </message>
    <message>
        <source>WebAnno TSV 3.3 (INCEpTION)</source>
        <translation>WebAnno TSV 3.3 (INCEpTION)</translation>
    </message>
    <message>
        <source>Cells were cut that are longer than a workbook allows (32767 characters).</source>
        <translation>已截断长度超过工作簿上限（32767 个字符）的单元格。</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1，第 %2 行</translation>
    </message>
    <message>
        <source>This is no workbook of Excel&apos;s format, or it is damaged.</source>
        <translation>这不是 Excel 格式的工作簿，或者已损坏。</translation>
    </message>
    <message>
        <source>Only the first sheet of the workbook was read.</source>
        <translation>只读取了工作簿的第一个工作表。</translation>
    </message>
    <message>
        <source>A cell outside the sheet was dropped.</source>
        <translation>已丢弃一个工作表之外的单元格。</translation>
    </message>
    <message>
        <source>What types the annotations have, which other programs must know, goes only into a .zip.</source>
        <translation>其他程序必须知道的标注类型，只能写入 .zip。</translation>
    </message>
    <message>
        <source>UIMA CAS XMI (INCEpTION)</source>
        <translation>UIMA CAS XMI (INCEpTION)</translation>
    </message>
    <message>
        <source>The file declares a document type, which is not read for safety.</source>
        <translation>文件声明了文档类型，出于安全考虑未予读取。</translation>
    </message>
    <message>
        <source>This is no XMI file.</source>
        <translation>这不是 XMI 文件。</translation>
    </message>
    <message>
        <source>The file is broken here and was read up to here: %1</source>
        <translation>文件在此处有错误，已读取到此处为止：%1</translation>
    </message>
    <message>
        <source>The description of the types cannot be read and was not used.</source>
        <translation>类型描述无法读取，未予采用。</translation>
    </message>
    <message>
        <source>Control characters, which XML forbids, became spaces.</source>
        <translation>XML 禁止的控制字符已替换为空格。</translation>
    </message>
    <message>
        <source>it has a document type, which is not read because it can hide traps</source>
        <translation>其中含有文档类型声明，因可能隐藏陷阱而未读取</translation>
    </message>
    <message>
        <source>The XML could not be read to its end: %1.</source>
        <translation>XML 未能读取到末尾：%1。</translation>
    </message>
    <message>
        <source>This is no zip archive, or it is damaged: %1.</source>
        <translation>这不是 zip 压缩包，或者已损坏：%1。</translation>
    </message>
    <message>
        <source>The archive has no such file.</source>
        <translation>压缩包中没有这样的文件。</translation>
    </message>
    <message>
        <source>The file unpacks to more than %1 MB and was not read.</source>
        <translation>文件解压后超过 %1 MB，未读取。</translation>
    </message>
    <message>
        <source>The file cannot be unpacked: %1.</source>
        <translation>文件无法解压：%1。</translation>
    </message>
    <message>
        <source>The archive cannot be made: %1.</source>
        <translation>无法创建压缩包：%1。</translation>
    </message>
    <message>
        <source>This Quoth was built without libzip and knows no zip archives.</source>
        <translation>此 Quoth 编译时未包含 libzip，不支持 zip 压缩包。</translation>
    </message>
    <message>
        <source>Spans were left out because one with fewer words holds a part of their place: a word has one label.</source>
        <translation>已略去部分片段，因为其位置的一部分被含词更少的片段占据：一个词只能有一个标签。</translation>
    </message>
    <message>
        <source>There is no library for it in Debian 12. Publish the dataset (&quot;quoth release&quot;) and convert its files: pandas.read_json(FILE, lines=True).to_parquet(OUTPUT).</source>
        <translation>Debian 12 中没有相应的库。请发布数据集（“quoth release”）再转换其文件：pandas.read_json(FILE, lines=True).to_parquet(OUTPUT)。</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>The file cannot be read as Markdown.</source>
        <translation>无法将该文件作为 Markdown 读取。</translation>
    </message>
</context>
<context>
    <name>Quoth::Measure</name>
    <message>
        <source>document %1</source>
        <translation>文档 %1</translation>
    </message>
    <message>
        <source>The version has no &quot;annotator&quot; in its &quot;meta&quot;.</source>
        <translation>此版本的“meta”中没有“annotator”。</translation>
    </message>
    <message>
        <source>There are two versions by the annotator %1.</source>
        <translation>标注者 %1 有两个版本。</translation>
    </message>
    <message>
        <source>The texts of its versions differ.</source>
        <translation>各版本的文本不同。</translation>
    </message>
    <message>
        <source>The line has no document &quot;id&quot;.</source>
        <translation>此行没有文档“id”。</translation>
    </message>
    <message>
        <source>The document has no &quot;text&quot;.</source>
        <translation>文档没有“text”。</translation>
    </message>
    <message>
        <source>The document has no list of &quot;attributions&quot;.</source>
        <translation>文档没有“attributions”列表。</translation>
    </message>
    <message>
        <source>%1, document %2</source>
        <translation>%1，文档 %2</translation>
    </message>
    <message>
        <source>%1: the fragments are no list of [begin, end] pairs.</source>
        <translation>%1：分段不是 [begin, end] 对的列表。</translation>
    </message>
    <message>
        <source>%1: a fragment is no pair of whole numbers [begin, end].</source>
        <translation>%1：有一个分段不是整数对 [begin, end]。</translation>
    </message>
    <message>
        <source>%1: the fragment [%2, %3] is empty; ends are exclusive.</source>
        <translation>%1：分段 [%2, %3] 为空；不含末端。</translation>
    </message>
    <message>
        <source>%1: the fragment [%2, %3] is reversed or outside the text, which has %4 code points.</source>
        <translation>%1：分段 [%2, %3] 起止颠倒或超出文本，文本有 %4 个码点。</translation>
    </message>
    <message>
        <source>span %1</source>
        <translation>片段 %1</translation>
    </message>
    <message>
        <source>attribution %1 is no object</source>
        <translation>引述 %1 不是对象</translation>
    </message>
    <message>
        <source>attribution %1, %2</source>
        <translation>引述 %1，%2</translation>
    </message>
    <message>
        <source>claim %1</source>
        <translation>断言 %1</translation>
    </message>
    <message>
        <source>An instance needs a &quot;doc&quot; and as many &quot;tokens&quot; ([begin, end] pairs) as &quot;labels&quot;.</source>
        <translation>实例需要“doc”，并且“tokens”（[begin, end] 对）与“labels”数目相同。</translation>
    </message>
    <message>
        <source>The predicted text is not the gold text. Predictions must be made on the very text of the gold file.</source>
        <translation>预测的文本与金标准的文本不同。预测必须基于金标准文件的原文。</translation>
    </message>
    <message>
        <source>document %1, instance %2</source>
        <translation>文档 %1，实例 %2</translation>
    </message>
    <message>
        <source>The instance&apos;s tokens do not fit the text: they end after it, or are not in its order.</source>
        <translation>实例的词元与文本不符：超出文本末尾，或与文本顺序不一致。</translation>
    </message>
    <message>
        <source>A label is none of B- or I- with source, cue or content, nor O.</source>
        <translation>有一个标签既不是 B- 或 I- 加 source、cue 或 content，也不是 O。</translation>
    </message>
    <message>
        <source>Units (all fragments of an attribution&apos;s role together)</source>
        <translation>单元（引述中同一角色的所有分段合计）</translation>
    </message>
    <message>
        <source>Fragments (each contiguous piece a span of its own: CofeNet)</source>
        <translation>分段（每个连续的段各为一个片段：CofeNet）</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>金标准</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>strict P</source>
        <translation>严格 P</translation>
    </message>
    <message>
        <source>begin F1</source>
        <translation>起点 F1</translation>
    </message>
    <message>
        <source>overlap P</source>
        <translation>重叠 P</translation>
    </message>
    <message>
        <source>soft P</source>
        <translation>宽松 P</translation>
    </message>
    <message>
        <source>token P</source>
        <translation>词元 P</translation>
    </message>
    <message>
        <source>Attributions</source>
        <translation>引述</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>full</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Given overlapping content: %1 pairs; source strict %2, overlap %3; cue strict %4, overlap %5</source>
        <translation>在内容重叠的情况下：%1 对；信源严格 %2，重叠 %3；提示语严格 %4，重叠 %5</translation>
    </message>
    <message>
        <source>Recall by gold kind</source>
        <translation>按金标准类型的召回率</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>严格</translation>
    </message>
    <message>
        <source>begin</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>token</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>content fragments</source>
        <translation>内容分段</translation>
    </message>
    <message>
        <source>%1: full %2, linked %3 of %4; given overlapping content: %5 pairs, source strict %6, overlap %7</source>
        <translation>%1：完整 %2，关联 %3，共 %4；在内容重叠的情况下：%5 对，信源严格 %6，重叠 %7</translation>
    </message>
    <message>
        <source>Attributions by kind</source>
        <translation>按类型的引述</translation>
    </message>
    <message>
        <source>full P</source>
        <translation>完整 P</translation>
    </message>
    <message>
        <source>linked P</source>
        <translation>关联 P</translation>
    </message>
    <message>
        <source>Of the linked ones, %1 have the kind that gold gives.</source>
        <translation>在关联的引述中，%1 的类型与金标准一致。</translation>
    </message>
    <message>
        <source>Precision by what made the prediction</source>
        <translation>按预测来源的精确率</translation>
    </message>
    <message>
        <source>made by</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>Calibration: how many of a confidence are right</source>
        <translation>校准：各置信度有多少正确</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>attributions</source>
        <translation>引述</translation>
    </message>
    <message>
        <source>mean confidence</source>
        <translation>平均置信度</translation>
    </message>
    <message numerus="yes">
        <source>Expected calibration error: %1 linked, %2 full; %n attribution(s) without a confidence left out</source>
        <translation>
            <numerusform>期望校准误差：关联 %1，完整 %2；已略去 %n 条没有置信度的引述</numerusform>
        </translation>
    </message>
    <message>
        <source>What accepting all of a confidence and above gives</source>
        <translation>全部接受某一置信度及以上的结果</translation>
    </message>
    <message>
        <source>from</source>
        <translation>不低于</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Claims, ranked by confidence</source>
        <translation>断言，按置信度排序</translation>
    </message>
    <message>
        <source>ranked</source>
        <translation>参与排序</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>average precision</source>
        <translation>平均精确率</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>断言</translation>
    </message>
    <message>
        <source>Speakers of the linked attributions</source>
        <translation>关联引述的说话人</translation>
    </message>
    <message>
        <source>B-cubed P</source>
        <translation>B-cubed P</translation>
    </message>
    <message>
        <source>named in gold</source>
        <translation>金标准中有名称</translation>
    </message>
    <message>
        <source>rightly named</source>
        <translation>名称正确</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>speakers</source>
        <translation>说话人</translation>
    </message>
    <message numerus="yes">
        <source>%n of them without a predicted speaker</source>
        <translation>
            <numerusform>其中 %n 条没有预测的说话人</numerusform>
        </translation>
    </message>
    <message>
        <source>documents %1</source>
        <translation>文档 %1</translation>
    </message>
    <message>
        <source>gold attributions %1</source>
        <translation>金标准引述 %1</translation>
    </message>
    <message>
        <source>predicted attributions %1</source>
        <translation>预测引述 %1</translation>
    </message>
    <message>
        <source>missing documents %1</source>
        <translation>缺失文档 %1</translation>
    </message>
    <message>
        <source>ignored documents %1</source>
        <translation>忽略文档 %1</translation>
    </message>
    <message>
        <source>dropped nested %1</source>
        <translation>舍去嵌套 %1</translation>
    </message>
    <message>
        <source>instances %1</source>
        <translation>实例 %1</translation>
    </message>
    <message>
        <source>articles %1</source>
        <translation>文章 %1</translation>
    </message>
    <message>
        <source>pairs of versions %1</source>
        <translation>版本对 %1</translation>
    </message>
    <message numerus="yes">
        <source>All %n article(s) belong together in one group, which cannot be split.</source>
        <translation>
            <numerusform>全部 %n 篇文章同属一组，无法划分。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, too few for the %2 splits asked for.</source>
        <translation>%1，不足以作所要求的 %2 个划分。</translation>
    </message>
    <message numerus="yes">
        <source>There are only %n group(s) of articles that belong together</source>
        <translation>
            <numerusform>相互关联的文章只有 %n 组</numerusform>
        </translation>
    </message>
    <message>
        <source>Group by less, or ask for fewer splits.</source>
        <translation>请减少分组条件，或减少划分数目。</translation>
    </message>
</context>
<context>
    <name>Quoth::Rendering</name>
    <message>
        <source>%1: %2</source>
        <comment>a label, and the note on a span of it</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>dashed: not accepted yet</source>
        <translation>虚线：尚未接受</translation>
    </message>
    <message>
        <source>The picture would be %1 by %2 pixels, more than a picture can have. Write PDF or HTML instead.</source>
        <translation>图片将为 %1×%2 像素，超出图片的上限。请改为写出 PDF 或 HTML。</translation>
    </message>
    <message>
        <source>There is not enough memory for the picture.</source>
        <translation>内存不足以生成图片。</translation>
    </message>
    <message>
        <source>The pages could not be written.</source>
        <translation>无法写出页面。</translation>
    </message>
    <message>
        <source>The file&apos;s name must end in one of .%1.</source>
        <translation>文件名必须以下列之一结尾：.%1。</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>直接</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>间接</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>no speaker</source>
        <translation>无说话人</translation>
    </message>
    <message>
        <source>the article</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>somebody unnamed</source>
        <translation>未具名者</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>提出者：%1</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>人工</translation>
    </message>
    <message>
        <source>detector “%1”</source>
        <translation>检测器“%1”</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>imported: %1</source>
        <translation>导入：%1</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>标注者</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Is the confidence true?</source>
        <translation>置信度可信吗？</translation>
    </message>
    <message>
        <source>share that is right</source>
        <translation>正确的占比</translation>
    </message>
    <message>
        <source>perfect</source>
        <translation>理想</translation>
    </message>
    <message>
        <source>confidence (bars: how many attributions)</source>
        <translation>置信度（条形：引述数目）</translation>
    </message>
    <message>
        <source>What “accept all from …” gives</source>
        <translation>“全部接受不低于…”的结果</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>precision, linked</source>
        <translation>精确率（关联）</translation>
    </message>
    <message>
        <source>precision, exact</source>
        <translation>精确率（完整）</translation>
    </message>
    <message>
        <source>recall, linked</source>
        <translation>召回率（关联）</translation>
    </message>
    <message>
        <source>recall, exact</source>
        <translation>召回率（完整）</translation>
    </message>
    <message>
        <source>accepted from this confidence on</source>
        <translation>从此置信度起接受</translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s) with a confidence</source>
        <translation>
            <numerusform>%n 条带置信度的引述</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: expected calibration error %2</source>
        <translation>%1：期望校准误差 %2</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>完整</translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n 条引述</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>%n 个说话人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n 个片段</numerusform>
        </translation>
    </message>
    <message>
        <source>not “%1”</source>
        <comment>the title of an attribute</comment>
        <translation>“%1”：否</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>The manual of Quoth</source>
        <translation>Quoth 手册</translation>
    </message>
    <message>
        <source>The folder cannot be made.</source>
        <translation>无法创建文件夹。</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date, see QLocale::toString</comment>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>Quoth::Schema</name>
    <message>
        <source>A clause that states something that can be checked: a fact, a figure, a cause, a comparison. Leave out opinions, wishes and announcements. Who makes the claim follows from the quotation it stands in.</source>
        <translation>陈述了可以核查的内容的小句：事实、数字、原因、比较。意见、愿望和宣告不算。断言由谁提出，取决于它所在的引语。</translation>
    </message>
    <message>
        <source>Attribution &amp; claims</source>
        <translation>引述与断言</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>引述</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>断言</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>提示语</translation>
    </message>
    <message>
        <source>Kind of claim</source>
        <translation>断言类型</translation>
    </message>
    <message>
        <source>One relation: content that is credited to a source by a cue. Several attributions may share a source; an attribution may stand inside the content of another.</source>
        <translation>一种关系：由提示语将内容归于信源。多条引述可以共用一个信源；一条引述可以位于另一条引述的内容之中。</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>引语</translation>
    </message>
    <message>
        <source>Scare quote</source>
        <translation>警示引语</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>信源</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>The expression that reports: the whole verb group with auxiliaries and negation, a noun (“his view”), or “according to”. A colon that introduces the content belongs to it, a comma does not.</source>
        <translation>引出转述的表达：整个动词组，包括助动词和否定词；名词（“他的看法”）；或“据……称”“according to”之类。引出内容的冒号属于提示语，逗号不属于。</translation>
    </message>
    <message>
        <source>The words that name who is credited: the whole noun phrase with title, apposition and what identifies the person, or a pronoun as it stands. “Kremlin aide Yuri Ushakov”, “the official”, “he”.</source>
        <translation>指明引语归于谁的文字：整个名词短语，包括头衔、同位语和说明身份的成分；代词则照原样。如“克里姆林宫助理尤里·乌沙科夫”“该官员”“他”。</translation>
    </message>
    <message>
        <source>What is credited, quoted or paraphrased. Quotation marks belong to it with all that stands inside them; so do “that”, “whether” and the “to” of an infinitive. The full stop of the writer’s own sentence does not. If the cue interrupts it, it is one quotation in two pieces.</source>
        <translation>归于信源的内容，无论原话还是转述。引号及引号内的一切都属于引语；英文中的“that”“whether”和不定式的“to”也属于引语。作者自己句子的句号不属于。若被提示语打断，则为分成两段的一条引语。</translation>
    </message>
    <message>
        <source>Words in quotation marks by which the writer keeps a distance, without a statement quoted: the so-called ‘reform’. Titles of works and nicknames are none.</source>
        <translation>作者加引号以示保留、而并未引用任何陈述的词语：所谓的“改革”。作品名和绰号不算。</translation>
    </message>
    <message>
        <source>Worth checking</source>
        <translation>值得核查</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>law</source>
        <translation>法律</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>Quoth::Storage</name>
    <message>
        <source>An entry of the operation log cannot be read.</source>
        <translation>操作日志中有一条记录无法读取。</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing. Install it (Debian: libqt6sql6-sqlite) and try again.</source>
        <translation>缺少 Qt 的 SQLite 驱动。请安装（Debian：libqt6sql6-sqlite）后重试。</translation>
    </message>
    <message>
        <source>Another program is using the project. Close it there and try again.</source>
        <translation>另一个程序正在使用此项目。请在该处关闭后重试。</translation>
    </message>
    <message>
        <source>The project cannot be written: the file or its folder is read-only. Copy it to a place you may write to.</source>
        <translation>项目无法写入：文件或其文件夹为只读。请将其复制到可写的位置。</translation>
    </message>
    <message>
        <source>The disk reported a fault. Nothing of the edit was kept; check the disk and try again.</source>
        <translation>磁盘报告了故障。此次编辑未作任何保留；请检查磁盘后重试。</translation>
    </message>
    <message>
        <source>The project file is damaged. Work on a copy of it: &quot;sqlite3 FILE .recover&quot; can save what is readable.</source>
        <translation>项目文件已损坏。请用其副本操作：“sqlite3 FILE .recover”可挽救尚可读取的内容。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing of the edit was kept; free some space and try again.</source>
        <translation>磁盘已满。此次编辑未作任何保留；请释放空间后重试。</translation>
    </message>
    <message>
        <source>The file cannot be opened. Check that it is there and that you may read it.</source>
        <translation>文件无法打开。请检查它是否存在，以及您是否有权读取。</translation>
    </message>
    <message>
        <source>That does not fit what is in the project (%1). Nothing of it was kept.</source>
        <translation>与项目中已有的内容不符（%1）。未保留其中任何内容。</translation>
    </message>
    <message>
        <source>The database refused: %1</source>
        <translation>数据库拒绝：%1</translation>
    </message>
    <message>
        <source>The project was written by a newer Quoth (file version %1, this program knows %2). Install the newer program to open it.</source>
        <translation>此项目由更新版本的 Quoth 写成（文件版本 %1，此程序支持到 %2）。请安装新版程序以打开它。</translation>
    </message>
    <message>
        <source>The project is already open in %1 (process %2 on %3). Close it there first.</source>
        <translation>项目已在 %1 中打开（%3 上的进程 %2）。请先在该处关闭。</translation>
    </message>
    <message>
        <source>The folder of the project is read-only, so that edits could not be kept. Copy the project to a place you may write to.</source>
        <translation>项目所在的文件夹为只读，编辑无法保留。请将项目复制到可写的位置。</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name.</source>
        <translation>已有同名文件。请另选名称。</translation>
    </message>
    <message>
        <source>The folder for the project does not exist. Make it first.</source>
        <translation>项目的文件夹不存在。请先创建。</translation>
    </message>
    <message>
        <source>The project is read-only, so that edits could not be kept. Copy it to a place you may write to.</source>
        <translation>项目为只读，编辑无法保留。请将其复制到可写的位置。</translation>
    </message>
    <message>
        <source>The project file is damaged (%1). Take it from a backup, or work on a copy of it: &quot;sqlite3 FILE .recover&quot; can save what is readable.</source>
        <translation>项目文件已损坏（%1）。请从备份恢复，或用其副本操作：“sqlite3 FILE .recover”可挽救尚可读取的内容。</translation>
    </message>
    <message>
        <source>The project&apos;s schema cannot be read: %1</source>
        <translation>无法读取项目的标签体系：%1</translation>
    </message>
    <message>
        <source>The project has no article %1.</source>
        <translation>项目中没有文章 %1。</translation>
    </message>
    <message>
        <source>import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>已停止；未作任何更改。</translation>
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation>检查已取消。</translation>
    </message>
    <message>
        <source>The file is damaged: %1.</source>
        <translation>文件已损坏：%1。</translation>
    </message>
    <message>
        <source>It refers to a row of %1 that is not there.</source>
        <translation>它引用了 %1 中不存在的行。</translation>
    </message>
    <message>
        <source>The text is not the one that was imported: its SHA-256 differs.</source>
        <translation>文本与导入时不同：SHA-256 不一致。</translation>
    </message>
    <message>
        <source>The fragments of the span overlap, touch or are out of order.</source>
        <translation>片段的分段相互重叠、相接或次序有误。</translation>
    </message>
    <message>
        <source>The schema has no label &quot;%1&quot;.</source>
        <translation>标签体系中没有标签“%1”。</translation>
    </message>
    <message>
        <source>The schema has no frame &quot;%1&quot;.</source>
        <translation>标签体系中没有框架“%1”。</translation>
    </message>
    <message>
        <source>It is filled by a span of another article.</source>
        <translation>它由另一篇文章的片段填充。</translation>
    </message>
    <message>
        <source>There is no such file. Make a project with &quot;quoth new&quot;.</source>
        <translation>没有这样的文件。请用“quoth new”创建项目。</translation>
    </message>
    <message>
        <source>This is a folder, not a Quoth project.</source>
        <translation>这是文件夹，不是 Quoth 项目。</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>文件无法读取：%1。</translation>
    </message>
    <message>
        <source>This is no Quoth project. To work on an article, import it into a project.</source>
        <translation>这不是 Quoth 项目。要处理文章，请将其导入项目。</translation>
    </message>
    <message>
        <source>The project file is damaged: it ends within its first page.</source>
        <translation>项目文件已损坏：在第一页之内就结束了。</translation>
    </message>
    <message>
        <source>This is an SQLite database, but not a Quoth project.</source>
        <translation>这是 SQLite 数据库，但不是 Quoth 项目。</translation>
    </message>
    <message>
        <source>The project file is damaged: %1 of %2 bytes are there. Take it from a backup, or work on a copy of it: &quot;sqlite3 FILE .recover&quot; can save what is readable.</source>
        <translation>项目文件已损坏：%2 字节中只有 %1 字节。请从备份恢复，或用其副本操作：“sqlite3 FILE .recover”可挽救尚可读取的内容。</translation>
    </message>
    <message>
        <source>The project has no release %1; &quot;quoth release PROJECT --list&quot; shows those it has.</source>
        <translation>项目没有发布版 %1；“quoth release PROJECT --list”可列出已有的发布版。</translation>
    </message>
    <message>
        <source>Span %1 of article %2 lies outside its text. Run &quot;quoth check&quot; on the project.</source>
        <translation>文章 %2 的片段 %1 超出其文本。请对项目运行“quoth check”。</translation>
    </message>
    <message>
        <source>A project cannot be without a schema.</source>
        <translation>项目不能没有标签体系。</translation>
    </message>
    <message>
        <source>A span without text cannot be stored.</source>
        <translation>没有文本的片段不能存储。</translation>
    </message>
    <message>
        <source>A span from %1 to %2 does not fit the text of %3 characters.</source>
        <translation>从 %1 到 %2 的片段与 %3 个字符的文本不符。</translation>
    </message>
    <message>
        <source>The schema has no label &quot;%1&quot;. Nothing of the edit was kept.</source>
        <translation>标签体系中没有标签“%1”。此次编辑未作任何保留。</translation>
    </message>
    <message>
        <source>The schema has no frame &quot;%1&quot;. Nothing of the edit was kept.</source>
        <translation>标签体系中没有框架“%1”。此次编辑未作任何保留。</translation>
    </message>
    <message numerus="yes">
        <source>The label “%1” is still on %n span(s). Relabel or delete what has it first.</source>
        <translation>
            <numerusform>仍有 %n 个片段使用标签“%1”。请先更改这些片段的标签或将其删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>There are still attributions of the frame &quot;%1&quot;. Delete them first.</source>
        <translation>仍有框架“%1”的引述。请先将其删除。</translation>
    </message>
    <message numerus="yes">
        <source>The role “%1” is still filled by %n span(s). Empty it first.</source>
        <translation>
            <numerusform>仍有 %n 个片段填充角色“%1”。请先将其清空。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Tasks</name>
    <message>
        <source>import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message numerus="yes">
        <source>import %n file(s)</source>
        <translation>
            <numerusform>导入 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>The project has another text under the id &quot;%1&quot;; this one became &quot;%2&quot;.</source>
        <translation>项目中 ID“%1”已用于另一文本；此文本改为“%2”。</translation>
    </message>
    <message>
        <source>“%1” is nearly the same as “%2”: %3 % of the words.</source>
        <translation>“%1”与“%2”几乎相同：%3% 的文字一致。</translation>
    </message>
    <message>
        <source>Further articles are nearly the same as others; they are not listed.</source>
        <translation>还有其他文章与已有文章几乎相同；不再列出。</translation>
    </message>
    <message>
        <source>bring back article</source>
        <translation>恢复文章</translation>
    </message>
    <message>
        <source>import annotations from %1</source>
        <translation>从 %1 导入标注</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>这是文件夹，不是文件。</translation>
    </message>
    <message>
        <source>The line is longer than a record may be.</source>
        <translation>此行超过记录的长度上限。</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>不是对象</translation>
    </message>
    <message>
        <source>The line is not a JSON record (%1). One JSON object a line is needed, or a project.</source>
        <translation>此行不是 JSON 记录（%1）。需要每行一个 JSON 对象，或一个项目。</translation>
    </message>
    <message>
        <source>The document is there more than once. Several annotators&apos; versions of an article are for --agreement.</source>
        <translation>此文档出现不止一次。同一文章多个标注者的版本请用 --agreement。</translation>
    </message>
    <message>
        <source>%1, document %2</source>
        <translation>%1，文档 %2</translation>
    </message>
    <message>
        <source>There is no document in it to measure against.</source>
        <translation>其中没有可供对照评估的文档。</translation>
    </message>
    <message>
        <source>There is no document in it.</source>
        <translation>其中没有文档。</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>已停止；未写出任何内容。</translation>
    </message>
    <message>
        <source>Learning was stopped; nothing has changed.</source>
        <translation>学习已停止；没有任何改变。</translation>
    </message>
    <message>
        <source>Nothing was learned in this project yet. Decide on the suggestions of an article, then learn.</source>
        <translation>此项目中尚未学到任何内容。请先对一篇文章的建议作出决定，再学习。</translation>
    </message>
    <message>
        <source>This Quoth was built without a trained model, so that nothing can be learned. Name a model that &quot;quoth train&quot; made.</source>
        <translation>此 Quoth 编译时未包含训练好的模型，因此无法学习。请指明由“quoth train”生成的模型。</translation>
    </message>
    <message>
        <source>There is no version %1 of what was learned. The last %2 are kept.</source>
        <translation>学到的内容没有版本 %1。只保留最近 %2 个版本。</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>训练所得模型</translation>
    </message>
    <message>
        <source>What was learned belongs to the model %1, and this is %2. Learn anew with this one first.</source>
        <translation>学到的内容属于模型 %1，而这是 %2。请先用此模型重新学习。</translation>
    </message>
    <message>
        <source>%1: more often in no attribution</source>
        <translation>%1：更常出现在引述之外</translation>
    </message>
    <message>
        <source>%1: less often in no attribution</source>
        <translation>%1：更少出现在引述之外</translation>
    </message>
    <message>
        <source>%1: begins a source more often</source>
        <translation>%1：更常作为信源的开头</translation>
    </message>
    <message>
        <source>%1: begins a source less often</source>
        <translation>%1：更少作为信源的开头</translation>
    </message>
    <message>
        <source>%1: goes on in a source more often</source>
        <translation>%1：更常延续信源</translation>
    </message>
    <message>
        <source>%1: goes on in a source less often</source>
        <translation>%1：更少延续信源</translation>
    </message>
    <message>
        <source>%1: begins a cue more often</source>
        <translation>%1：更常作为提示语的开头</translation>
    </message>
    <message>
        <source>%1: begins a cue less often</source>
        <translation>%1：更少作为提示语的开头</translation>
    </message>
    <message>
        <source>%1: goes on in a cue more often</source>
        <translation>%1：更常延续提示语</translation>
    </message>
    <message>
        <source>%1: goes on in a cue less often</source>
        <translation>%1：更少延续提示语</translation>
    </message>
    <message>
        <source>%1: begins a content more often</source>
        <translation>%1：更常作为内容的开头</translation>
    </message>
    <message>
        <source>%1: begins a content less often</source>
        <translation>%1：更少作为内容的开头</translation>
    </message>
    <message>
        <source>%1: goes on in a content more often</source>
        <translation>%1：更常延续内容</translation>
    </message>
    <message>
        <source>%1: goes on in a content less often</source>
        <translation>%1：更少延续内容</translation>
    </message>
    <message>
        <source>nothing is learned</source>
        <translation>未学到任何内容</translation>
    </message>
    <message>
        <source>not used yet: it has not been seen to help</source>
        <translation>尚未采用：尚未见其有帮助</translation>
    </message>
    <message>
        <source>used a little: it has helped somewhat so far</source>
        <translation>少量采用：至今略有帮助</translation>
    </message>
    <message>
        <source>used for the most part: it has helped so far</source>
        <translation>大部分采用：至今有帮助</translation>
    </message>
    <message>
        <source>used in full: it has helped so far</source>
        <translation>完全采用：至今有帮助</translation>
    </message>
    <message>
        <source>The site does not give the page to programs (status %1). Save it from your browser and import the file.</source>
        <translation>该网站不向程序提供此网页（状态 %1）。请在浏览器中保存网页，再导入该文件。</translation>
    </message>
    <message>
        <source>The site has no page at this address (status %1).</source>
        <translation>该网站上没有此网址的网页（状态 %1）。</translation>
    </message>
    <message>
        <source>The site could not give the page (status %1). Try again later, or save it from your browser.</source>
        <translation>该网站未能提供此网页（状态 %1）。请稍后再试，或在浏览器中保存网页。</translation>
    </message>
    <message>
        <source>There is no site of that name; is the address right, and the network up?</source>
        <translation>没有这个名称的网站；网址对吗？网络通吗？</translation>
    </message>
    <message>
        <source>The site did not answer within 30 seconds.</source>
        <translation>该网站未在 30 秒内应答。</translation>
    </message>
    <message>
        <source>The page could not be fetched: %1</source>
        <translation>无法获取此网页：%1</translation>
    </message>
    <message>
        <source>This is no address of a web page; one looks like https://example.org/news/article.</source>
        <translation>这不是网页的网址；网址形如 https://example.org/news/article。</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>已停止；未作任何更改。</translation>
    </message>
    <message>
        <source>There is more than %1 MB at this address; that is no article.</source>
        <translation>此网址的内容超过 %1 MB，不是文章。</translation>
    </message>
    <message>
        <source>The page is empty.</source>
        <translation>网页为空。</translation>
    </message>
    <message>
        <source>No licence is given; without one nobody may use the dataset.</source>
        <translation>未给出许可证；没有许可证，任何人都无权使用此数据集。</translation>
    </message>
    <message>
        <source>No article says its language, so that the card names none.</source>
        <translation>没有文章注明语言，因此数据集卡片中未列出语言。</translation>
    </message>
    <message>
        <source>No article has a field &quot;%1&quot;; there are: %2.</source>
        <translation>没有文章含有字段“%1”；现有的字段：%2。</translation>
    </message>
    <message>
        <source>The schema has no label or frame type &quot;%1&quot;; there are: %2.</source>
        <translation>标签体系中没有标签或框架类型“%1”；现有的：%2。</translation>
    </message>
    <message>
        <source>The project has no article &quot;%1&quot;. &quot;quoth list&quot; shows the articles it has.</source>
        <translation>项目中没有文章“%1”。“quoth list”可显示其中的文章。</translation>
    </message>
    <message>
        <source>%1 got %2 % of the articles rather than %3 %, as whole groups allow or earlier releases left it.</source>
        <translation>%1 得到 %2% 的文章，而不是 %3%，因为分组须保持完整或受先前发布版所限。</translation>
    </message>
    <message>
        <source>Articles without &quot;%1&quot; are not grouped by it.</source>
        <translation>没有“%1”的文章不按它分组。</translation>
    </message>
    <message>
        <source>No article of the project fits what was asked for.</source>
        <translation>项目中没有符合要求的文章。</translation>
    </message>
    <message>
        <source>Articles are in another split than in an earlier release, because they belong together with others now.</source>
        <translation>有文章所在的划分与先前的发布版不同，因为它们现在与其他文章同组。</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>In the recipe, &quot;%1&quot; %2.</source>
        <translation>在配方中，“%1”%2。</translation>
    </message>
    <message>
        <source>is no text</source>
        <translation>不是文本</translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation>既不是 true，也不是 false</translation>
    </message>
    <message>
        <source>is no list of texts</source>
        <translation>不是文本列表</translation>
    </message>
    <message>
        <source>holds &quot;%1&quot;, which is not known</source>
        <translation>含有未知的“%1”</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;, which is not known</source>
        <translation>是未知的“%1”</translation>
    </message>
    <message>
        <source>is no object</source>
        <translation>不是对象</translation>
    </message>
    <message>
        <source>Shares are positive numbers for some of train, validation and test: 80,10,10 or train=4,test=1.</source>
        <translation>比例是 train、validation 和 test 中若干项的正数：80,10,10 或 train=4,test=1。</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>holds something else than texts</source>
        <translation>含有文本以外的内容</translation>
    </message>
    <message>
        <source>holds something else than positive numbers for train, validation and test</source>
        <translation>含有 train、validation 和 test 的正数以外的内容</translation>
    </message>
    <message>
        <source>is no whole number from 0 to 4294967295</source>
        <translation>不是 0 到 4294967295 的整数</translation>
    </message>
    <message>
        <source>is no number from 0 to 1</source>
        <translation>不是 0 到 1 的数字</translation>
    </message>
    <message>
        <source>is not &quot;%1&quot;</source>
        <translation>不是“%1”</translation>
    </message>
    <message>
        <source>The recipe is no JSON: %1</source>
        <translation>配方不是 JSON：%1</translation>
    </message>
    <message>
        <source>The recipe is no JSON object.</source>
        <translation>配方不是 JSON 对象。</translation>
    </message>
    <message>
        <source>There is no schema file of this name, nor does the program carry such a schema (it has %1).</source>
        <translation>没有这个名称的标签体系文件，程序也没有自带这样的标签体系（自带的有 %1）。</translation>
    </message>
    <message>
        <source>suggest with %1</source>
        <translation>用 %1 生成建议</translation>
    </message>
    <message>
        <source>Stopped; %1 of %2 articles have their suggestions.</source>
        <translation>已停止；%2 篇文章中有 %1 篇已有建议。</translation>
    </message>
    <message>
        <source>There are no accepted attributions to learn from.</source>
        <translation>没有可供学习的已接受引述。</translation>
    </message>
    <message>
        <source>The vectors of words cannot be read: %1</source>
        <translation>无法读取词向量：%1</translation>
    </message>
    <message>
        <source>This model has no vectors of words.</source>
        <translation>此模型没有词向量。</translation>
    </message>
    <message>
        <source>Teachers</source>
        <translation>教师模型</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>正在评估</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>The project&apos;s label schema has no &quot;%1&quot;: what has this label is kept, but not shown. Add the label in Annotate, Labels and roles.</source>
        <translation>项目的标签体系中没有“%1”：带此标签的内容会保留，但不显示。请在“标注”菜单的“标签和角色”中添加此标签。</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <comment>what of a word, and the word</comment>
        <translation>%1“%2”</translation>
    </message>
    <message>
        <source>One of %1; this time only.</source>
        <translation>下列之一：%1；仅限本次。</translation>
    </message>
    <message>
        <source>Open PROJECT, and make the sample project of it where it is not there yet.</source>
        <translation>打开 PROJECT；若尚不存在，则将其创建为示例项目。</translation>
    </message>
    <message>
        <source>Nothing in it is labelled: no highlight of these articles is in the chosen states. Suggestions have to be accepted first, or chosen as well.</source>
        <translation>其中没有任何标注：这些文章没有处于所选状态的高亮。须先接受建议，或一并选择建议。</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::ArticleView</name>
    <message>
        <source>Article text</source>
        <translation>文章文本</translation>
    </message>
    <message>
        <source>; in </source>
        <translation>；位于 </translation>
    </message>
    <message>
        <source>In hand: %1</source>
        <translation>当前：%1</translation>
    </message>
    <message>
        <source>At the caret: %1</source>
        <translation>光标处：%1</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>尚无</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::Balloon</name>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>En&amp;d tour</source>
        <translation>结束导览(&amp;D)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1/%2 步</translation>
    </message>
    <message>
        <source>Do&amp;ne</source>
        <translation>完成(&amp;N)</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::Card</name>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>恢复待审</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>Take what is proposed</source>
        <translation>采纳提议</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>舍弃</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>输入命令</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>匹配的命令</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::FindBar</name>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>全词匹配</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>在本篇文章中查找</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Words to find in this article</source>
        <translation>要在本篇文章中查找的文字</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Esc: back to the article, with what was found selected</source>
        <translation>Esc：回到文章，并选中找到的文字</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1/%2 处</translation>
    </message>
    <message>
        <source>from the top</source>
        <translation>已从开头继续</translation>
    </message>
    <message>
        <source>from the end</source>
        <translation>已从末尾继续</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>Shift+Enter, or %1 in the article</source>
        <comment>a key</comment>
        <translation>Shift+Enter，或在文章中按 %1</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter, or %1 in the article</source>
        <comment>a key</comment>
        <translation>Enter，或在文章中按 %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::GuidelinePanel</name>
    <message>
        <source>  key %1</source>
        <comment>the key of a label</comment>
        <translation>  快捷键 %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::KeyCapture</name>
    <message>
        <source>Press a key</source>
        <translation>请按键</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::LabelButton</name>
    <message>
        <source>Key %1. %2</source>
        <translation>快捷键 %1。%2</translation>
    </message>
    <message>
        <source>%1, sticks</source>
        <translation>%1，连续标注中</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::LabelPalette</name>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::LegendRow</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::MarkPreview</name>
    <message>
        <source>How the marks look on light and on dark</source>
        <translation>标记在浅色和深色背景上的外观</translation>
    </message>
    <message>
        <source>some words</source>
        <translation>一些文字</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::ProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>%1 percent</source>
        <translation>百分之 %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Widgets::SpanList</name>
    <message>
        <source>Highlights in this place</source>
        <translation>此处的高亮</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows</name>
    <message>
        <source>Opens the window on a project or on articles.</source>
        <translation>打开项目或文章的窗口。</translation>
    </message>
    <message>
        <source>A project, or articles.</source>
        <translation>一个项目，或若干文章。</translation>
    </message>
    <message>
        <source>analyst</source>
        <translation>分析员</translation>
    </message>
    <message>
        <source>person</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>group</source>
        <translation>群体</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>the article</source>
        <translation>本文</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AcceptAllDialog</name>
    <message>
        <source>Accept all that are sure</source>
        <translation>接受所有高置信度建议</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>最低置信度</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>&amp;Confidence at least</source>
        <translation>置信度不低于(&amp;C)</translation>
    </message>
    <message>
        <source>No open suggestion of this article is that sure.</source>
        <translation>本篇文章中没有置信度这么高的待审建议。</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) of this article will be accepted. Undo takes it back in one step.</source>
        <translation>
            <numerusform>将接受本篇文章的 %n 条建议。撤销一步即可恢复。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ActionGroups</name>
    <message>
        <source>Label the selected words</source>
        <translation>标注选中的文字</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审阅</translation>
    </message>
    <message>
        <source>Go and take in hand</source>
        <translation>跳转与选定</translation>
    </message>
    <message>
        <source>Change what is in hand</source>
        <translation>修改当前条目</translation>
    </message>
    <message>
        <source>Articles and projects</source>
        <translation>文章与项目</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>More</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AddressDialog</name>
    <message>
        <source>Import from an address</source>
        <translation>从网址导入</translation>
    </message>
    <message>
        <source>&amp;Address of the article:</source>
        <translation>文章的网址(&amp;A)：</translation>
    </message>
    <message>
        <source>Address of the article</source>
        <translation>文章的网址</translation>
    </message>
    <message>
        <source>Only this page is fetched, none of its pictures, and nothing is sent but the address. What needs a login has to be saved from a browser.</source>
        <translation>只获取此网页本身，不获取其中的图片；除网址外不发送任何内容。需要登录的网页须在浏览器中保存。</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>正在获取</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>获取(&amp;F)</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ArticleListDock</name>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>&amp;Next article</source>
        <translation>下一篇文章(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous article</source>
        <translation>上一篇文章(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Find an article</source>
        <translation>查找文章(&amp;F)</translation>
    </message>
    <message>
        <source>Articles with the &amp;least sure suggestions first</source>
        <translation>建议最不确定的文章在前(&amp;L)</translation>
    </message>
    <message>
        <source>Show the &amp;original page</source>
        <translation>显示原始页面(&amp;O)</translation>
    </message>
    <message>
        <source>Opens the page or document the article was read from, as it was then, in the program for it</source>
        <translation>用相应的程序打开此文章读取自的网页或文档，保持当时的原样</translation>
    </message>
    <message>
        <source>&amp;Remove article from the project</source>
        <translation>从项目中移除文章(&amp;R)</translation>
    </message>
    <message>
        <source>Takes the open article, or those chosen in the list, out of the project; undo brings them back</source>
        <translation>将打开的文章或列表中所选的文章移出项目；撤销可恢复</translation>
    </message>
    <message>
        <source>Filter or search the articles</source>
        <translation>筛选，或搜索所有文章的文本</translation>
    </message>
    <message>
        <source>Filter the articles</source>
        <translation>筛选文章</translation>
    </message>
    <message>
        <source>This article came without a page or document of its own.</source>
        <translation>此文章导入时没有附带网页或文档。</translation>
    </message>
    <message numerus="yes">
        <source>remove %n article(s)</source>
        <translation>
            <numerusform>移除 %n 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) removed; undo brings them back</source>
        <translation>
            <numerusform>已移除 %n 篇文章；撤销可恢复</numerusform>
        </translation>
    </message>
    <message>
        <source>No article has “%1” in its title, outlet, id or text.</source>
        <translation>没有文章的标题、媒体、ID 或文本含有“%1”。</translation>
    </message>
    <message>
        <source>No articles yet.

Open article files, or drop them here: text, saved web pages, JSON Lines, or a brat folder.</source>
        <translation>尚无文章。

请打开文章文件，或拖放到此处：文本、已保存的网页、JSON Lines 或 brat 文件夹。</translation>
    </message>
    <message>
        <source>Article &amp;details…</source>
        <translation>文章信息(&amp;D)…</translation>
    </message>
    <message>
        <source>Title, outlet, author, date, address and language of the open article</source>
        <translation>打开的文章的标题、媒体、作者、日期、网址和语言</translation>
    </message>
    <message>
        <source>change article details</source>
        <translation>更改文章信息</translation>
    </message>
    <message>
        <source>No articles yet.

Import some by %1, or drop files here: text, saved web pages, documents, tables, and what other annotation tools write.</source>
        <translation>尚无文章。

请按 %1 导入，或将文件拖放到此处：文本、已保存的网页、文档、表格，以及其他标注工具写出的文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) copied, with all that is labelled in them</source>
        <translation>
            <numerusform>已复制 %n 篇文章及其全部标注</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ArticleListModel</name>
    <message>
        <source>no highlights yet</source>
        <translation>尚无高亮</translation>
    </message>
    <message>
        <source>done ✓</source>
        <translation>完成 ✓</translation>
    </message>
    <message numerus="yes">
        <source>new · %n suggestion(s)</source>
        <translation>
            <numerusform>新 · %n 条建议</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 reviewed</source>
        <translation>已审阅 %1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n 条引述</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ArticlePane</name>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>正常文字大小</translation>
    </message>
    <message>
        <source>Take the highlight at the caret</source>
        <translation>选定光标处的高亮</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>取消选定</translation>
    </message>
    <message>
        <source>Find in article…</source>
        <translation>在文章中查找…</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>查找下一个</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>查找上一个</translation>
    </message>
    <message>
        <source>Suggested and accepted</source>
        <translation>建议和已接受</translation>
    </message>
    <message>
        <source>Suggested only</source>
        <translation>仅建议</translation>
    </message>
    <message>
        <source>Accepted only</source>
        <translation>仅已接受</translation>
    </message>
    <message>
        <source>All, also rejected</source>
        <translation>全部（含已拒绝）</translation>
    </message>
    <message>
        <source>Colours: %1</source>
        <translation>颜色：%1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AssignKeyDialog</name>
    <message>
        <source>Choose a key</source>
        <translation>选择快捷键</translation>
    </message>
    <message>
        <source>Press the key for “%1”.</source>
        <translation>请按要用于“%1”的键。</translation>
    </message>
    <message>
        <source>Any key, alone or with Ctrl, Alt and Shift. Esc leaves all as it is.</source>
        <translation>任意键，单独或与 Ctrl、Alt 和 Shift 组合。按 Esc 保持原样。</translation>
    </message>
    <message>
        <source>Set key</source>
        <translation>设置快捷键</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>从该处移来</translation>
    </message>
    <message>
        <source>%1 Press another.</source>
        <translation>%1请按其他键。</translation>
    </message>
    <message>
        <source>“%1” has this key. Taken from there, it has it no more.</source>
        <translation>“%1”已使用此快捷键。移来后，它便不再使用。</translation>
    </message>
    <message>
        <source>This key is free.</source>
        <translation>此键可用。</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::AttributeFields</name>
    <message>
        <source>not given</source>
        <translation>未给出</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::BulkDialog</name>
    <message>
        <source>What will be done</source>
        <translation>将做什么</translation>
    </message>
    <message>
        <source>How many of what</source>
        <translation>各类数目</translation>
    </message>
    <message>
        <source>%1 many</source>
        <translation>批量%1</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Which items</source>
        <translation>哪些条目</translation>
    </message>
    <message>
        <source>all in the list</source>
        <translation>列表中全部</translation>
    </message>
    <message>
        <source>Which items:</source>
        <translation>条目：</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>新标签</translation>
    </message>
    <message>
        <source>New &amp;label:</source>
        <translation>新标签(&amp;L)：</translation>
    </message>
    <message>
        <source>In &amp;this article</source>
        <translation>本篇文章(&amp;T)</translation>
    </message>
    <message>
        <source>In all articles of the &amp;project</source>
        <translation>项目的所有文章(&amp;P)</translation>
    </message>
    <message>
        <source>Where:</source>
        <translation>范围：</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>恢复待审</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>更改标签</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在计数…</translation>
    </message>
    <message>
        <source>No span of these can have that label, or all have it already.</source>
        <translation>其中没有片段可以使用该标签，或均已使用该标签。</translation>
    </message>
    <message>
        <source>Nothing would change: all of these are so already.</source>
        <translation>不会有任何更改：这些条目均已如此。</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n article(s) will change.</source>
        <translation>
            <numerusform>将更改 %n 篇文章中的 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 个条目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of this article will change.</source>
        <translation>
            <numerusform>将更改本篇文章的 %n 个条目。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them will be rejected instead, so as not to come back: found by a detector.</source>
        <translation>
            <numerusform>其中 %n 个由检测器发现，将改为拒绝，以免再次出现。</numerusform>
        </translation>
    </message>
    <message>
        <source>What is relabelled is thereby accepted.</source>
        <translation>更改标签的条目即视为已接受。</translation>
    </message>
    <message>
        <source>One step of undo takes it back.</source>
        <translation>撤销一步即可恢复。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a number, and a state</comment>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a label, and how many of it</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a verb, and how many</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::BulkReviewing</name>
    <message numerus="yes">
        <source>%n selected item(s)</source>
        <translation>
            <numerusform>选中的 %n 个条目</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColourChoice</name>
    <message>
        <source>What the colours of the highlights tell apart. Their shapes always tell the labels.</source>
        <translation>高亮的颜色用于区分什么。形状始终表示标签。</translation>
    </message>
    <message>
        <source>Colour by: %1</source>
        <translation>着色依据：%1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColourField</name>
    <message>
        <source>Choose: %1</source>
        <translation>选择：%1</translation>
    </message>
    <message>
        <source>Choose a colour</source>
        <translation>选择颜色</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColourMenu</name>
    <message>
        <source>Colours of the system</source>
        <translation>系统颜色</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>高对比度，浅色</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>高对比度，深色</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ColumnChoice</name>
    <message>
        <source>Text:</source>
        <translation>文本：</translation>
    </message>
    <message>
        <source>Title:</source>
        <translation>标题：</translation>
    </message>
    <message>
        <source>Date:</source>
        <translation>日期：</translation>
    </message>
    <message>
        <source>Outlet:</source>
        <translation>媒体：</translation>
    </message>
    <message>
        <source>Author:</source>
        <translation>作者：</translation>
    </message>
    <message>
        <source>Address:</source>
        <translation>网址：</translation>
    </message>
    <message>
        <source>Id:</source>
        <translation>ID：</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>语言：</translation>
    </message>
    <message>
        <source>Column that holds: %1</source>
        <translation>“%1”所在的列</translation>
    </message>
    <message>
        <source>(choose one)</source>
        <translation>（请选择）</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ContextHelp</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::DetailsDialog</name>
    <message>
        <source>Article details</source>
        <translation>文章信息</translation>
    </message>
    <message>
        <source>told from the text</source>
        <translation>根据文本判断</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>标题(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Outlet:</source>
        <translation>媒体(&amp;O)：</translation>
    </message>
    <message>
        <source>&amp;Author:</source>
        <translation>作者(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Date:</source>
        <translation>日期(&amp;D)：</translation>
    </message>
    <message>
        <source>Add&amp;ress:</source>
        <translation>网址(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>Id:</source>
        <translation>ID：</translation>
    </message>
    <message>
        <source>The language decides which words the detectors know; suggest again after a change.</source>
        <translation>检测器认得哪些词由语言决定；更改后请重新生成建议。</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::DetectorDialog</name>
    <message>
        <source>Add a detector</source>
        <translation>添加检测器</translation>
    </message>
    <message>
        <source>Detector %1</source>
        <translation>检测器 %1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Program on this machine</source>
        <translation>本机程序</translation>
    </message>
    <message>
        <source>Server (Quoth&apos;s protocol)</source>
        <translation>服务器（Quoth 协议）</translation>
    </message>
    <message>
        <source>Label Studio ML backend</source>
        <translation>Label Studio ML 后端</translation>
    </message>
    <message>
        <source>INCEpTION external recommender</source>
        <translation>INCEpTION 外部推荐器</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Time-out for an article</source>
        <translation>每篇文章的超时</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Its label</source>
        <translation>检测器的标签</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>对应的标签</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Labels that are not listed are taken as they are, if the project has them.</source>
        <translation>未列出的标签，若项目中有，则照原样采用。</translation>
    </message>
    <message>
        <source>The detector was not kept, as nothing may be sent to %1.</source>
        <translation>检测器未保存，因为不允许向 %1 发送任何内容。</translation>
    </message>
    <message>
        <source>It is started without a shell and gets articles as JSON on its standard input, one a line.</source>
        <translation>启动时不经过 shell，从标准输入逐行接收 JSON 格式的文章。</translation>
    </message>
    <message>
        <source>names.py --fast</source>
        <translation>names.py --fast</translation>
    </message>
    <message>
        <source>A server that answers to /info and /detect below the address.</source>
        <translation>在该地址下应答 /info 和 /detect 的服务器。</translation>
    </message>
    <message>
        <source>It is asked as Label Studio does: /health, /setup and /predict below the address.</source>
        <translation>按 Label Studio 的方式询问：该地址下的 /health、/setup 和 /predict。</translation>
    </message>
    <message>
        <source>It is asked as INCEpTION does: /predict below the address, for the annotations of one layer.</source>
        <translation>按 INCEpTION 的方式询问：该地址下的 /predict，取一层的标注。</translation>
    </message>
    <message>
        <source>⚠ The texts of articles will be sent to %1.</source>
        <translation>⚠ 文章的文本会发送到 %1。</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>（略去）</translation>
    </message>
    <message>
        <source>Texts leave this machine</source>
        <translation>文本将离开本机</translation>
    </message>
    <message>
        <source>The whole text of each article that this detector looks at will be sent to %1.</source>
        <translation>此检测器查看的每篇文章，其全文都会发送到 %1。</translation>
    </message>
    <message>
        <source>Whoever runs it can read and keep the articles. This is asked once for a host.</source>
        <translation>运行该服务的人可以阅读并保留这些文章。每个主机只询问一次。</translation>
    </message>
    <message>
        <source>Send texts</source>
        <translation>发送文本</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::DetectorsDialog</name>
    <message>
        <source>Detectors</source>
        <translation>检测器</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What the detector told</source>
        <translation>检测器的反馈</translation>
    </message>
    <message>
        <source>The enabled ones look for highlights in this order; what the earlier ones found is not doubled. Space enables and disables. They are yours, not the project’s.</source>
        <translation>已启用的检测器按此顺序查找高亮；前面已发现的不会重复。按空格键启用或停用。它们属于您，而不属于项目。</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Sends two sentences of ours and shows what comes back</source>
        <translation>发送两个内置例句，并显示返回的结果</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>✗ failed</source>
        <translation>✗ 失败</translation>
    </message>
    <message>
        <source>✓ works</source>
        <translation>✓ 正常</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>未测试</translation>
    </message>
    <message>
        <source>✓ built in</source>
        <translation>✓ 内置</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
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
        <translation>停止</translation>
    </message>
    <message>
        <source>Remove a detector</source>
        <translation>移除检测器</translation>
    </message>
    <message>
        <source>Remove %1 from your detectors? What it suggested stays.</source>
        <translation>要从您的检测器中移除 %1 吗？它已给出的建议会保留。</translation>
    </message>
    <message numerus="yes">
        <source>%1 was sent two sentences of ours; waiting for at most %n second(s)…</source>
        <translation>
            <numerusform>已向 %1 发送两个内置例句；最多等待 %n 秒…</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered in %1 ms.</source>
        <translation>%1 毫秒内应答。</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n 个片段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attribution(s)</source>
        <translation>
            <numerusform>%n 条引述</numerusform>
        </translation>
    </message>
    <message>
        <source>It says that it is %1, version %2.</source>
        <translation>它自称 %1，版本 %2。</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>测试已停止。</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ExchangeTasks</name>
    <message>
        <source>Suggest highlights</source>
        <translation>生成高亮建议</translation>
    </message>
    <message>
        <source>Look for speakers, quotations and claims in this article. What you accepted or rejected stays.</source>
        <translation>在本篇文章中查找说话人、引语和断言。您已接受或拒绝的内容保持不变。</translation>
    </message>
    <message>
        <source>Detectors…</source>
        <translation>检测器…</translation>
    </message>
    <message>
        <source>Which detectors look for highlights, in which order; add programs and servers of your own</source>
        <translation>由哪些检测器以何种顺序查找高亮；可添加自己的程序和服务器</translation>
    </message>
    <message>
        <source>Export dataset…</source>
        <translation>导出数据集…</translation>
    </message>
    <message>
        <source>Publish dataset…</source>
        <translation>发布数据集…</translation>
    </message>
    <message>
        <source>A folder with splits, card, label schema and checksums, as Hugging Face has it</source>
        <translation>一个文件夹，含划分、数据集卡片、标签体系和校验和，采用 Hugging Face 的形式</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>Importing %n file(s)…</source>
        <translation>
            <numerusform>正在导入 %n 个文件…</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is on the clipboard that could be an article: copy its text, its address or its file.</source>
        <translation>剪贴板中没有可作为文章的内容：请复制文章的文本、网址或文件。</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>停止查找</translation>
    </message>
    <message>
        <source>Detectors are looking for highlights; go on working. %1 stops them.</source>
        <translation>检测器正在查找高亮；您可继续工作。按 %1 停止。</translation>
    </message>
    <message>
        <source>Nothing new was found.</source>
        <translation>没有新发现。</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>检测器</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>The detectors have this to tell:</source>
        <translation>检测器有以下说明：</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) came in. This is to be told:</source>
        <translation>
            <numerusform>已导入 %n 篇文章。有以下说明：</numerusform>
        </translation>
    </message>
    <message>
        <source>The detectors are done.</source>
        <translation>检测器已查找完毕。</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) came in.</source>
        <translation>
            <numerusform>已导入 %n 篇文章。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>All articles that were here are undone. After an import they cannot be brought back.</source>
        <translation>这里的所有文章都已撤销。导入之后将无法恢复。</translation>
    </message>
    <message>
        <source>Redo brings them back, with all that was labelled in them.</source>
        <translation>重做可恢复它们及其中的全部标注。</translation>
    </message>
    <message>
        <source>Import all the same</source>
        <translation>仍然导入</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ExportDialog</name>
    <message>
        <source>Export dataset</source>
        <translation>导出数据集</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>What the format could not carry</source>
        <translation>该格式无法承载的内容</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>&amp;Accepted</source>
        <translation>已接受(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Suggested, not reviewed yet</source>
        <translation>建议，尚未审阅(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Rejected, as negative examples</source>
        <translation>已拒绝，作为反例(&amp;R)</translation>
    </message>
    <message>
        <source>Export accepted highlights</source>
        <translation>导出已接受的高亮</translation>
    </message>
    <message>
        <source>Export suggested highlights</source>
        <translation>导出建议的高亮</translation>
    </message>
    <message>
        <source>Export rejected highlights</source>
        <translation>导出已拒绝的高亮</translation>
    </message>
    <message>
        <source>A&amp;ll articles</source>
        <translation>所有文章(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;This article</source>
        <translation>本篇文章(&amp;T)</translation>
    </message>
    <message>
        <source>Export all articles</source>
        <translation>导出所有文章</translation>
    </message>
    <message>
        <source>Export the open article only</source>
        <translation>仅导出打开的文章</translation>
    </message>
    <message>
        <source>Output path</source>
        <translation>输出路径</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Choose the output</source>
        <translation>选择输出位置</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>格式(&amp;F)：</translation>
    </message>
    <message>
        <source>Highlights:</source>
        <translation>高亮：</translation>
    </message>
    <message>
        <source>Articles:</source>
        <translation>文章：</translation>
    </message>
    <message>
        <source>&amp;Output:</source>
        <translation>输出(&amp;O)：</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>文件的目标文件夹</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>导出为</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is written yet. Of %n article(s) the format cannot carry all: choose another one, or export anyway.</source>
        <translation>
            <numerusform>尚未写出任何内容。该格式无法完整承载 %n 篇文章的内容：请另选格式，或仍然导出。</numerusform>
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
            <numerusform>已将 %n 篇文章写出到 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The format could not carry all:</source>
        <translation>该格式未能承载全部内容：</translation>
    </message>
    <message>
        <source>Nothing was written. %1</source>
        <translation>未写出任何内容。%1</translation>
    </message>
    <message>
        <source>No highlights are chosen: only the texts will be written.</source>
        <translation>未选择任何高亮：只会写出文本。</translation>
    </message>
    <message>
        <source>The folder exists; files of the same name in it will be replaced.</source>
        <translation>文件夹已存在；其中的同名文件会被替换。</translation>
    </message>
    <message>
        <source>The file exists and will be replaced.</source>
        <translation>文件已存在，将被替换。</translation>
    </message>
    <message>
        <source>&amp;Export anyway</source>
        <translation>仍然导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Of overlapping spans, write</source>
        <translation>片段重叠时，写出</translation>
    </message>
    <message>
        <source>the longest</source>
        <translation>最长的</translation>
    </message>
    <message>
        <source>the shortest</source>
        <translation>最短的</translation>
    </message>
    <message>
        <source>Of o&amp;verlapping spans:</source>
        <translation>片段重叠时写出(&amp;V)：</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Exporting</name>
    <message>
        <source>The format “%1” cannot be written.</source>
        <translation>无法写出格式“%1”。</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Guidelines</name>
    <message>
        <source>Show the guideline</source>
        <translation>显示标注规范</translation>
    </message>
    <message>
        <source>What to label, and where it begins and ends</source>
        <translation>标注什么，从何处起，到何处止</translation>
    </message>
    <message>
        <source>The label schema has no guideline for this label.</source>
        <translation>标签体系中没有此标签的标注规范。</translation>
    </message>
    <message>
        <source>Its parts: %1.</source>
        <comment>the roles of a frame</comment>
        <translation>组成部分：%1。</translation>
    </message>
    <message>
        <source>Guidelines of all labels</source>
        <translation>所有标签的标注规范</translation>
    </message>
    <message>
        <source>Guideline of %1</source>
        <comment>a label</comment>
        <translation>“%1”的标注规范</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HelpMenu</name>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>开始导览</translation>
    </message>
    <message>
        <source>Shows on the sample articles how to review and label, in ten steps</source>
        <translation>用示例文章分十步演示如何审阅和标注</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>更改快捷键…</translation>
    </message>
    <message>
        <source>About Quoth</source>
        <translation>关于 Quoth</translation>
    </message>
    <message>
        <source>&lt;b&gt;Quoth %1&lt;/b&gt;&lt;p&gt;Label who said what in news articles.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Quoth %1&lt;/b&gt;&lt;p&gt;标注新闻文章中谁说了什么。&lt;/p&gt;&lt;p&gt;自由软件，按 GNU 通用公共许可证第 3 版或更高版本发布。&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HelpWindow</name>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>正常文字大小</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>搜索手册</translation>
    </message>
    <message>
        <source>Next place found</source>
        <translation>下一处匹配</translation>
    </message>
    <message>
        <source>Previous place found</source>
        <translation>上一处匹配</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a heading and its chapter</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) found; Enter goes on</source>
        <translation>
            <numerusform>找到 %n 处；按 Enter 转到下一处</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – Manual of Quoth</source>
        <translation>%1 – Quoth 手册</translation>
    </message>
    <message>
        <source>%1 of %2 in this chapter</source>
        <translation>本章第 %1/%2 处</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HistoryDock</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Only the open article</source>
        <translation>仅打开的文章</translation>
    </message>
    <message>
        <source>Go back to this point</source>
        <translation>回到此处</translation>
    </message>
    <message>
        <source>The project is here. Choose a point to go to.</source>
        <translation>项目现处于此处。请选择要前往的位置。</translation>
    </message>
    <message numerus="yes">
        <source>Undo %n step(s)</source>
        <translation>
            <numerusform>撤销 %n 步</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redo %n step(s)</source>
        <translation>
            <numerusform>重做 %n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them in the open article</source>
        <translation>均在打开的文章中</translation>
    </message>
    <message numerus="yes">
        <source>%n of them in other articles</source>
        <translation>
            <numerusform>其中 %n 步在其他文章中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo %n step(s)?</source>
        <translation>
            <numerusform>要撤销 %n 步吗？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redo %n step(s)?</source>
        <translation>
            <numerusform>要重做 %n 步吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Until something else is done, this can be reversed from here.</source>
        <translation>在进行其他操作之前，可从此处恢复。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them in other articles. Until something else is done, this can be reversed from here.</source>
        <translation>
            <numerusform>其中 %n 步在其他文章中。在进行其他操作之前，可从此处恢复。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undoing %n step(s)…</source>
        <translation>
            <numerusform>正在撤销 %n 步…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redoing %n step(s)…</source>
        <translation>
            <numerusform>正在重做 %n 步…</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Nothing has been done yet. Each step that you do comes to stand here, to go back to.</source>
        <translation>尚未做任何操作。您所做的每一步都会列在此处，以便回到该步。</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HistoryModel</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n 篇文章</numerusform>
        </translation>
    </message>
    <message>
        <source>the project is here</source>
        <translation>项目现处于此处</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::HistoryView</name>
    <message>
        <source>History of the article</source>
        <translation>文章的历史</translation>
    </message>
    <message>
        <source>undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>done again: %1</source>
        <translation>已重做：%1</translation>
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
        <translation>导入文章</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>要导入的文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>&amp;Suggest highlights at once</source>
        <translation>立即生成高亮建议(&amp;S)</translation>
    </message>
    <message>
        <source>Suggest highlights at once</source>
        <translation>立即生成高亮建议</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Format of the selected file</source>
        <translation>所选文件的格式</translation>
    </message>
    <message>
        <source>Encoding of the selected file</source>
        <translation>所选文件的编码</translation>
    </message>
    <message>
        <source>Which column is what:</source>
        <translation>各列的含义：</translation>
    </message>
    <message>
        <source>Beginning of the text</source>
        <translation>文本开头</translation>
    </message>
    <message>
        <source>&amp;Noticed while reading:</source>
        <translation>读取时发现(&amp;N)：</translation>
    </message>
    <message>
        <source>Noticed while reading</source>
        <translation>读取时发现</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>格式(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>编码(&amp;E)：</translation>
    </message>
    <message>
        <source>Beginning of the &amp;text:</source>
        <translation>文本开头(&amp;T)：</translation>
    </message>
    <message>
        <source>Nearly the same as “%1” in the project: %2 % of the words</source>
        <translation>与项目中的“%1”几乎相同：%2% 的文字一致</translation>
    </message>
    <message>
        <source>Nearly the same as the file “%1”: %2 % of the words</source>
        <translation>与文件“%1”几乎相同：%2% 的文字一致</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Cannot be read: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <source>%1 (there already?)</source>
        <translation>%1（可能已有？）</translation>
    </message>
    <message>
        <source>Recognised by its content</source>
        <translation>按内容识别</translation>
    </message>
    <message>
        <source>Recognised: %1</source>
        <translation>识别为：%1</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>自动检测</translation>
    </message>
    <message>
        <source>Detected: %1</source>
        <translation>检测为：%1</translation>
    </message>
    <message numerus="yes">
        <source>(%n times)</source>
        <translation>
            <numerusform>（%n 次）</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read and will be left out.</source>
        <translation>
            <numerusform>%n 个文件无法读取，将被略去。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Importing</name>
    <message>
        <source>Stopped; what was done so far stays in the project.</source>
        <translation>已停止；至今完成的内容保留在项目中。</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were in the project already and got new annotations.</source>
        <translation>
            <numerusform>%n 篇文章已在项目中，并获得了新标注。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were in the project already.</source>
        <translation>
            <numerusform>%n 篇文章已在项目中。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::InspectorDock</name>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Set speaker</source>
        <translation>设置说话人</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>编辑备注</translation>
    </message>
    <message>
        <source>Nothing is in hand. Select words and press a label’s key to label them, or go to the next suggestion.</source>
        <translation>当前没有选定任何条目。请选中文字并按标签的快捷键来标注，或前往下一条建议。</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>标注规范</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Nothing is in hand. Select words and press a label’s key to label them, or go to the next suggestion by %1.</source>
        <translation>当前没有选定任何条目。请选中文字并按标签的快捷键来标注，或按 %1 前往下一条建议。</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ItemForm</name>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>直接</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>间接</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>none</source>
        <comment>kind of quotation</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Note on “%1”</source>
        <comment>a label</comment>
        <translation>“%1”的备注</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::KeySheet</name>
    <message>
        <source>Accept on the card</source>
        <translation>点击卡片上的“接受”</translation>
    </message>
    <message>
        <source>Reject on the card</source>
        <translation>点击卡片上的“拒绝”</translation>
    </message>
    <message>
        <source>Fix on the card</source>
        <translation>点击卡片上的“修正”</translation>
    </message>
    <message>
        <source>click it, again for the next there</source>
        <translation>点击它；再次点击选定该处的下一个</translation>
    </message>
    <message>
        <source>click beside it</source>
        <translation>点击空白处</translation>
    </message>
    <message>
        <source>Ctrl and wheel</source>
        <translation>Ctrl 加滚轮</translation>
    </message>
    <message>
        <source>in the inspector</source>
        <translation>在检查器中</translation>
    </message>
    <message>
        <source>click it in the bar</source>
        <translation>在工具栏中点击</translation>
    </message>
    <message>
        <source>Add the selected words to the span in hand</source>
        <translation>将选中的文字加入当前片段</translation>
    </message>
    <message>
        <source>Label all that is selected with the mouse, until the key is pressed again</source>
        <translation>连续标注鼠标选中的文字，再按同一键结束</translation>
    </message>
    <message>
        <source>The caret in the article</source>
        <translation>文章中的光标</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>Move the caret; with Shift select</source>
        <translation>移动光标；加 Shift 则选中</translation>
    </message>
    <message>
        <source>click</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Ctrl and arrows</source>
        <translation>Ctrl 加方向键</translation>
    </message>
    <message>
        <source>By words</source>
        <translation>按词移动</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home、End</translation>
    </message>
    <message>
        <source>Beginning and end of the line; with Ctrl, of the article</source>
        <translation>行首和行尾；加 Ctrl 则为文章首尾</translation>
    </message>
    <message>
        <source>With the mouse</source>
        <translation>使用鼠标</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>单击</translation>
    </message>
    <message>
        <source>A word, or the highlight there; again for the next highlight</source>
        <translation>选定词或该处的高亮；再次单击选定下一个高亮</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Select a word; a third click its sentence</source>
        <translation>选中一个词；第三击选中整句</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Select whole words; with Alt single characters</source>
        <translation>选中整词；加 Alt 则按单个字符</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>右击</translation>
    </message>
    <message>
        <source>A menu of all that can be done there</source>
        <translation>列出该处所有操作的菜单</translation>
    </message>
    <message>
        <source>No key does that. %1 finds actions without a key, too.</source>
        <comment>a key</comment>
        <translation>没有快捷键对应此操作。%1 还能找到没有快捷键的操作。</translation>
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
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Find a key or what it does</source>
        <translation>查找快捷键或其作用</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>更改快捷键…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::LabelBrush</name>
    <message>
        <source>Label all that is selected as %1</source>
        <translation>将所有选中文字标注为“%1”</translation>
    </message>
    <message>
        <source>Label as the last time</source>
        <translation>按上次的标签标注</translation>
    </message>
    <message>
        <source>Words selected with the mouse become “%1” at once, until this is chosen again</source>
        <translation>用鼠标选中的文字会立即标注为“%1”，再次选择此项即结束</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Labelling</name>
    <message>
        <source>New attribution from here</source>
        <translation>从此处新建引述</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Label as %1</source>
        <translation>标注为“%1”</translation>
    </message>
    <message>
        <source>Add words to the %1 in hand</source>
        <translation>将文字加入当前的“%1”</translation>
    </message>
    <message>
        <source>Begin a word earlier</source>
        <translation>开头提前一词</translation>
    </message>
    <message>
        <source>Begin a word later</source>
        <translation>开头推后一词</translation>
    </message>
    <message>
        <source>End a word earlier</source>
        <translation>结尾提前一词</translation>
    </message>
    <message>
        <source>End a word later</source>
        <translation>结尾推后一词</translation>
    </message>
    <message>
        <source>Begin a character earlier</source>
        <translation>开头提前一个字符</translation>
    </message>
    <message>
        <source>Begin a character later</source>
        <translation>开头推后一个字符</translation>
    </message>
    <message>
        <source>End a character earlier</source>
        <translation>结尾提前一个字符</translation>
    </message>
    <message>
        <source>End a character later</source>
        <translation>结尾推后一个字符</translation>
    </message>
    <message>
        <source>Select the words that are credited to somebody first, or put the caret into a quotation.</source>
        <translation>请先选中归于某人的话，或将光标置于引语中。</translation>
    </message>
    <message>
        <source>No %1 is in hand that words could be added to.</source>
        <comment>a label</comment>
        <translation>没有选定可以添加文字的“%1”。</translation>
    </message>
    <message>
        <source>Select the words to add first.</source>
        <translation>请先选中要添加的文字。</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::LanguageMenu</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::LearnedDialog</name>
    <message>
        <source>What was learned</source>
        <translation>学到的内容</translation>
    </message>
    <message>
        <source>Nothing yet. Quoth learns from the suggestions that you accept, fix and reject, while you work.</source>
        <translation>尚无。Quoth 会在您工作时，从您接受、修正和拒绝的建议中学习。</translation>
    </message>
    <message numerus="yes">
        <source>Learned from %n article(s)</source>
        <translation>
            <numerusform>已从 %n 篇文章中学习</numerusform>
        </translation>
    </message>
    <message>
        <source>Version:</source>
        <translation>版本：</translation>
    </message>
    <message>
        <source>%1, of %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Model:</source>
        <translation>模型：</translation>
    </message>
    <message>
        <source>Decisions:</source>
        <translation>决定：</translation>
    </message>
    <message>
        <source>Strength:</source>
        <translation>采用强度：</translation>
    </message>
    <message>
        <source>What was learned, the strongest first</source>
        <translation>学到的内容，最强的在前</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>忘记(&amp;F)</translation>
    </message>
    <message>
        <source>What you decided so far will not be learned from again; your labels stay as they are.</source>
        <translation>您至今所作的决定不会再用于学习；您的标签保持不变。</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>A model file that knows this, for other projects</source>
        <translation>包含这些内容的模型文件，供其他项目使用</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Learning</name>
    <message>
        <source>What was learned…</source>
        <translation>学到的内容…</translation>
    </message>
    <message>
        <source>What Quoth has learned from your decisions in this project, and how to forget or export it</source>
        <translation>Quoth 从您在此项目中的决定学到了什么，以及如何忘记或导出</translation>
    </message>
    <message>
        <source>Nothing was learned: %1</source>
        <translation>未学到任何内容：%1</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>What was learned is forgotten; what you decide from now on is learned from.</source>
        <translation>学到的内容已忘记；今后的决定会用于学习。</translation>
    </message>
    <message>
        <source>Export the model with what was learned</source>
        <translation>导出包含学到内容的模型</translation>
    </message>
    <message>
        <source>Models (*.quothmodel)</source>
        <translation>模型 (*.quothmodel)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::MainWindow</name>
    <message>
        <source>New project…</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>One file that holds your articles and all that you label in them</source>
        <translation>一个文件，保存您的文章和其中的所有标注</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>打开项目…</translation>
    </message>
    <message>
        <source>A file that ends in .quoth</source>
        <translation>以 .quoth 结尾的文件</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>打开示例项目</translation>
    </message>
    <message>
        <source>Three short articles: one is labelled, two have suggestions to review</source>
        <translation>三篇短文：一篇已标注，两篇有建议待审阅</translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation>导入文章…</translation>
    </message>
    <message>
        <source>Open articles</source>
        <translation>打开文章</translation>
    </message>
    <message>
        <source>Text, saved web pages, documents, tables, and what other annotation tools write</source>
        <translation>文本、已保存的网页、文档、表格，以及其他标注工具写出的文件</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>导入文件夹…</translation>
    </message>
    <message>
        <source>All articles in a folder and the folders in it</source>
        <translation>文件夹及其子文件夹中的所有文章</translation>
    </message>
    <message>
        <source>Import from an address…</source>
        <translation>从网址导入…</translation>
    </message>
    <message>
        <source>Fetches a web page or document by its address</source>
        <translation>按网址获取网页或文档</translation>
    </message>
    <message>
        <source>Import from the clipboard</source>
        <translation>从剪贴板导入</translation>
    </message>
    <message>
        <source>Makes an article of the text, address or files that were copied last</source>
        <translation>用最近复制的文本、网址或文件创建文章</translation>
    </message>
    <message>
        <source>Save article as picture or page…</source>
        <translation>将文章另存为图片或网页…</translation>
    </message>
    <message>
        <source>Print article…</source>
        <translation>打印文章…</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>关闭项目</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation>命令…</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>标注(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>审阅(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
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
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Quoth projects (*.quoth)</source>
        <translation>Quoth 项目 (*.quoth)</translation>
    </message>
    <message>
        <source>Where shall the project be kept?</source>
        <translation>项目保存在何处？</translation>
    </message>
    <message>
        <source>Articles (%1)</source>
        <translation>文章 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save article as</source>
        <translation>文章另存为</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Web page (*.html);;Picture (*.png)</source>
        <translation>PDF (*.pdf);;网页 (*.html);;图片 (*.png)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Open an article…</source>
        <translation>打开文章…</translation>
    </message>
    <message>
        <source>The project “%1” is there already. Open it and go on in it?</source>
        <translation>项目“%1”已存在。要打开并在其中继续吗？</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ManualView</name>
    <message>
        <source>Chapter of the manual</source>
        <translation>手册章节</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::MergeDialog</name>
    <message>
        <source>Merge speakers</source>
        <translation>合并说话人</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>These are one speaker. Which name shall stay?</source>
        <translation>这些是同一个说话人。保留哪个名称？</translation>
    </message>
    <message>
        <source>Name of another speaker</source>
        <translation>另一个说话人的名称</translation>
    </message>
    <message>
        <source>&amp;And also</source>
        <translation>以及(&amp;A)</translation>
    </message>
    <message>
        <source>The other names become aliases, and all that was credited to them is credited to the one that stays, in all articles. Undo takes it back in one step.</source>
        <translation>其他名称成为别名，归于它们的一切在所有文章中都改归保留的说话人。撤销一步即可恢复。</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::OccurrencesDialog</name>
    <message>
        <source>&amp;Whole words only</source>
        <translation>仅全词匹配(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Upper and lower case as here</source>
        <translation>大小写与此处一致(&amp;U)</translation>
    </message>
    <message>
        <source>In &amp;this article</source>
        <translation>本篇文章(&amp;T)</translation>
    </message>
    <message>
        <source>In the whole &amp;project</source>
        <translation>整个项目(&amp;P)</translation>
    </message>
    <message>
        <source>Suggest at all occurrences</source>
        <translation>在所有相同文字处生成建议</translation>
    </message>
    <message>
        <source>Wherever “%1” stands again, suggest “%2”, credited to %3.</source>
        <translation>凡再次出现“%1”之处，均建议标注为“%2”，并归于 %3。</translation>
    </message>
    <message>
        <source>Wherever “%1” stands again, suggest “%2”.</source>
        <translation>凡再次出现“%1”之处，均建议标注为“%2”。</translation>
    </message>
    <message>
        <source>Where the words stand</source>
        <translation>文字出现之处</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>生成建议</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>No further place. What is labelled so already, or was rejected, does not count.</source>
        <translation>没有其他位置。已如此标注或已拒绝的不计在内。</translation>
    </message>
    <message numerus="yes">
        <source>%n further place(s) in this article.</source>
        <translation>
            <numerusform>本篇文章中另有 %n 处。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further place(s)</source>
        <translation>
            <numerusform>另有 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Suggest %1</source>
        <translation>生成 %1 条建议</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n article(s).</source>
        <comment>places</comment>
        <translation>
            <numerusform>%1，分布在 %n 篇文章中。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Overlaps</name>
    <message>
        <source>Choose among the highlights at the caret…</source>
        <translation>在光标处的高亮中选择…</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Overlays</name>
    <message>
        <source>Lines between the parts of the attribution in hand</source>
        <translation>当前引述各部分之间的连线</translation>
    </message>
    <message>
        <source>Invisible characters</source>
        <translation>不可见字符</translation>
    </message>
    <message>
        <source>Shows no-break blanks, zero-width and direction-changing characters, tabs, doubled and trailing blanks</source>
        <translation>显示不换行空格、零宽字符、改变方向的字符、制表符、重复空格和行尾空格</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::PaletteBar</name>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::PartList</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Printing</name>
    <message>
        <source>Print article</source>
        <translation>打印文章</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ProjectDesk</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Labels and review</source>
        <translation>标签与审阅</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Which highlights are shown</source>
        <translation>显示哪些高亮</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>No other suggestion is left in this article</source>
        <translation>本篇文章中没有其他建议了</translation>
    </message>
    <message>
        <source>%1: %2 %3 move its begin, %4 %5 its end; %6 the next part</source>
        <translation>%1：%2 %3 移动开头，%4 %5 移动结尾；%6 转到下一部分</translation>
    </message>
    <message>
        <source>No article is open. Choose one in the list of articles (%1), or import some by %2.</source>
        <translation>未打开文章。请在文章列表中选择一篇（%1），或按 %2 导入文章。</translation>
    </message>
    <message>
        <source>%1: select other words, or move its edges: %2 %3 its begin, %4 %5 its end</source>
        <translation>%1：选中其他文字，或移动其边界：%2 %3 移动开头，%4 %5 移动结尾</translation>
    </message>
    <message>
        <source>%1: select its words, or %2</source>
        <comment>a part, and a key</comment>
        <translation>%1：选中其文字，或按 %2</translation>
    </message>
    <message>
        <source>%2 takes what is proposed. %1: select other words, %3 drops it, %4 the next part</source>
        <comment>a part, and keys</comment>
        <translation>%2 采纳提议。%1：选中其他文字，%3 舍弃，%4 转到下一部分</translation>
    </message>
    <message>
        <source>Words selected with the mouse become “%1”, until %2</source>
        <comment>a label, and a key</comment>
        <translation>用鼠标选中的文字会标注为“%1”，按 %2 结束</translation>
    </message>
    <message>
        <source>Done: %1. %2 takes it back.</source>
        <comment>what was done, and a key</comment>
        <translation>已完成：%1。按 %2 可撤销。</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) accepted; %1 takes it back</source>
        <comment>a key</comment>
        <translation>
            <numerusform>已接受 %n 条建议；按 %1 可撤销</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) rejected; %1 takes it back</source>
        <comment>a key</comment>
        <translation>
            <numerusform>已拒绝 %n 条建议；按 %1 可撤销</numerusform>
        </translation>
    </message>
    <message>
        <source>No article is open. What was undone comes back by %1.</source>
        <translation>没有打开的文章。按 %1 可恢复已撤销的内容。</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Provenance</name>
    <message>
        <source>suggested</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>built-in rules %1</source>
        <translation>内置规则 %1</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>imported, %1</source>
        <translation>导入，%1</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已编辑</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReleaseDialog</name>
    <message>
        <source>Publish dataset</source>
        <translation>发布数据集</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>基于</translation>
    </message>
    <message>
        <source>&amp;Begin with:</source>
        <translation>基于(&amp;B)：</translation>
    </message>
    <message>
        <source>Folder of the dataset</source>
        <translation>数据集的文件夹</translation>
    </message>
    <message>
        <source>Br&amp;owse…</source>
        <translation>浏览(&amp;O)…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>文件夹(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>发布(&amp;P)</translation>
    </message>
    <message>
        <source>What goes into each split</source>
        <translation>各划分的内容</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Attributions</source>
        <translation>引述</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>What is to be told of it</source>
        <translation>相关说明</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>What it will hold</source>
        <translation>将包含的内容</translation>
    </message>
    <message>
        <source>a new recipe</source>
        <translation>新配方</translation>
    </message>
    <message numerus="yes">
        <source>release %1 of %2, %n article(s)</source>
        <translation>
            <numerusform>%2 的发布版 %1，%n 篇文章</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was written. %1</source>
        <translation>未写出任何内容。%1</translation>
    </message>
    <message numerus="yes">
        <source>Release %1 is in %2: %n article(s), with card, label schema and checksums.</source>
        <translation>
            <numerusform>发布版 %1 位于 %2：%n 篇文章，附数据集卡片、标签体系和校验和。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) of the project are left out.</source>
        <translation>
            <numerusform>略去项目中的 %n 篇文章。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of articles are one story and stay together.</source>
        <translation>
            <numerusform>%n 对文章属于同一报道，始终分在一起。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) had to leave the split of earlier releases.</source>
        <translation>
            <numerusform>%n 篇文章不得不移出先前发布版中所属的划分。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>The dataset is published.</source>
        <translation>数据集已发布。</translation>
    </message>
    <message>
        <source>The dataset could not be published.</source>
        <translation>数据集未能发布。</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReleaseForm</name>
    <message>
        <source>Name of the dataset</source>
        <translation>数据集的名称</translation>
    </message>
    <message>
        <source>that of the project</source>
        <translation>与项目同名</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>none given</source>
        <translation>未给出</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>What these articles are, who labelled them, and what for</source>
        <translation>这些是什么文章，由谁标注，作何用途</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>with the articles’ texts</source>
        <translation>含文章文本</translation>
    </message>
    <message>
        <source>without texts: offsets and labelled words</source>
        <translation>不含文本：偏移量和所标注的文字</translation>
    </message>
    <message>
        <source>without texts and words: offsets alone</source>
        <translation>不含文本和文字：仅偏移量</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Licence:</source>
        <translation>许可证(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation>说明(&amp;D)：</translation>
    </message>
    <message>
        <source>&amp;Texts:</source>
        <translation>文本(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;accepted</source>
        <translation>已接受(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;suggested</source>
        <translation>建议(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;rejected</source>
        <translation>已拒绝(&amp;R)</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>all articles</source>
        <translation>所有文章</translation>
    </message>
    <message>
        <source>those where something is decided</source>
        <translation>已有决定的文章</translation>
    </message>
    <message>
        <source>those where nothing is left to decide</source>
        <translation>没有待审内容的文章</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>收录内容</translation>
    </message>
    <message>
        <source>Highlights:</source>
        <translation>高亮：</translation>
    </message>
    <message>
        <source>Art&amp;icles:</source>
        <translation>文章(&amp;E)：</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Share of: %1</source>
        <translation>%1的比例</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>versions of one story (by their words)</source>
        <translation>同一报道的不同版本（按文字判断）</translation>
    </message>
    <message>
        <source>articles of one outlet</source>
        <translation>同一媒体的文章</translation>
    </message>
    <message>
        <source>articles of one day</source>
        <translation>同一天的文章</translation>
    </message>
    <message>
        <source>Articles stay where they were in earlier releases</source>
        <translation>文章保留在先前发布版的划分中</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Shares:</source>
        <translation>比例：</translation>
    </message>
    <message>
        <source>Never in two splits:</source>
        <translation>不跨划分：</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReviewFilterBar</name>
    <message>
        <source>Filter by words, speaker or note</source>
        <translation>按文字、说话人或备注筛选</translation>
    </message>
    <message>
        <source>Words, speaker or note</source>
        <translation>文字、说话人或备注</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>列出的内容</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>任何状态</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待审</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>有备注</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>最低置信度</translation>
    </message>
    <message>
        <source>Greatest confidence</source>
        <translation>最高置信度</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>to</source>
        <comment>from one confidence to another</comment>
        <translation>至</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>创建者</translation>
    </message>
    <message>
        <source>Credited to</source>
        <translation>归于</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Takes all filters away</source>
        <translation>去除所有筛选条件</translation>
    </message>
    <message>
        <source>Attributions and free spans</source>
        <translation>引述和独立片段</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <comment>a label</comment>
        <translation>仅：%1</translation>
    </message>
    <message>
        <source>Made by anybody</source>
        <translation>任何创建者</translation>
    </message>
    <message>
        <source>Made by people</source>
        <translation>人工创建</translation>
    </message>
    <message>
        <source>Found by detectors</source>
        <translation>检测器发现</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Anybody’s words</source>
        <translation>任何说话人</translation>
    </message>
    <message>
        <source>Without a speaker</source>
        <translation>无说话人</translation>
    </message>
    <message>
        <source>Made by %1</source>
        <translation>由 %1 创建</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReviewListDock</name>
    <message>
        <source>List of everything</source>
        <translation>全部条目</translation>
    </message>
    <message>
        <source>List of everything, to filter and decide on many</source>
        <translation>全部条目的列表，可筛选并批量决定</translation>
    </message>
    <message>
        <source>Accept what the list shows…</source>
        <translation>接受列表所示条目…</translation>
    </message>
    <message>
        <source>Reject what the list shows…</source>
        <translation>拒绝列表所示条目…</translation>
    </message>
    <message>
        <source>Reopen what the list shows…</source>
        <translation>将列表所示条目恢复待审…</translation>
    </message>
    <message>
        <source>Relabel what the list shows…</source>
        <translation>更改列表所示条目的标签…</translation>
    </message>
    <message>
        <source>Delete what the list shows…</source>
        <translation>删除列表所示条目…</translation>
    </message>
    <message>
        <source>How many are listed</source>
        <translation>列出的数目</translation>
    </message>
    <message>
        <source>What is selected, if that is several, else what the list shows. Says first what will change.</source>
        <translation>若选中多个，则针对选中的条目，否则针对列表所示的条目。会先说明将作何更改。</translation>
    </message>
    <message>
        <source>Enter accepts, Backspace rejects, U reopens, Delete deletes, a label’s key relabels; Escape goes back to the article</source>
        <translation>Enter 接受，Backspace 拒绝，U 恢复待审，Delete 删除，标签的快捷键更改标签；Escape 回到文章</translation>
    </message>
    <message>
        <source>Nothing fits the filter</source>
        <translation>没有符合筛选条件的条目</translation>
    </message>
    <message numerus="yes">
        <source>%n listed</source>
        <translation>
            <numerusform>列出 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n selected</source>
        <translation>
            <numerusform>%1，选中 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept %1…</source>
        <comment>a number of items</comment>
        <translation>接受 %1 个…</translation>
    </message>
    <message>
        <source>Reject %1…</source>
        <comment>a number of items</comment>
        <translation>拒绝 %1 个…</translation>
    </message>
    <message>
        <source>Reopen %1…</source>
        <comment>a number of items</comment>
        <translation>将 %1 个恢复待审…</translation>
    </message>
    <message>
        <source>Delete %1…</source>
        <comment>a number of items</comment>
        <translation>删除 %1 个…</translation>
    </message>
    <message>
        <source>Relabel %1 as…</source>
        <comment>a number of items</comment>
        <translation>更改 %1 个的标签…</translation>
    </message>
    <message>
        <source>No article is open. Choose one in the list of articles.</source>
        <translation>未打开文章。请在文章列表中选择一篇。</translation>
    </message>
    <message>
        <source>Nothing is labelled yet. Select words and press a label’s key, or let Quoth suggest by %1.</source>
        <translation>尚无任何标注。请选中文字并按标签的快捷键，或按 %1 让 Quoth 生成建议。</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ReviewListModel</name>
    <message>
        <source>What</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Reviewing</name>
    <message>
        <source>Next suggestion</source>
        <translation>下一条建议</translation>
    </message>
    <message>
        <source>Previous suggestion</source>
        <translation>上一条建议</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Fix the next part</source>
        <translation>修正下一部分</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>恢复待审</translation>
    </message>
    <message>
        <source>Accept all that are sure…</source>
        <translation>接受所有高置信度建议…</translation>
    </message>
    <message>
        <source>Accept all that is left</source>
        <translation>接受所有剩余建议</translation>
    </message>
    <message>
        <source>Every suggestion of this article that is still open</source>
        <translation>本篇文章中所有仍待审的建议</translation>
    </message>
    <message>
        <source>Reject all that is left</source>
        <translation>拒绝所有剩余建议</translation>
    </message>
    <message>
        <source>Next attribution or span</source>
        <translation>下一条引述或片段</translation>
    </message>
    <message>
        <source>Previous attribution or span</source>
        <translation>上一条引述或片段</translation>
    </message>
    <message>
        <source>Accept the sure…</source>
        <translation>接受高置信度…</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaDialog</name>
    <message>
        <source>Labels and roles</source>
        <translation>标签和角色</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Frames and roles</source>
        <translation>框架和角色</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>框架</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>加载…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>All labels can be told apart, on light and on dark, also by colour-blind readers.</source>
        <translation>所有标签在浅色和深色背景上均可区分，色觉异常的读者也能区分。</translation>
    </message>
    <message>
        <source>It can be used, but think about this:</source>
        <translation>可以使用，但请考虑以下问题：</translation>
    </message>
    <message>
        <source>To be mended before it can be taken over:</source>
        <translation>采用之前须修正：</translation>
    </message>
    <message>
        <source>Remove label</source>
        <translation>移除标签</translation>
    </message>
    <message>
        <source>A schema has at least one label.</source>
        <translation>标签体系至少要有一个标签。</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project have the label %1. Which label instead?</source>
        <translation>
            <numerusform>项目中有 %n 个片段的标签为“%1”。改用哪个标签？</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove frame</source>
        <translation>移除框架</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind %1. Remove them first.</source>
        <translation>
            <numerusform>项目中有 %n 个框架的类型为“%1”。请先移除它们。</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove role</source>
        <translation>移除角色</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project fill this role. Take them out of it first.</source>
        <translation>
            <numerusform>项目中有 %n 个片段填充此角色。请先将它们从中移出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Load labels and roles</source>
        <translation>加载标签和角色</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) in the project are of the kind %1, which the file does not have.</source>
        <translation>
            <numerusform>项目中有 %n 个框架的类型为“%1”，而文件中没有此类型。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the project have the label %1, which the file does not have. Which label instead?</source>
        <translation>
            <numerusform>项目中有 %n 个片段的标签为“%1”，而文件中没有此标签。改用哪个标签？</numerusform>
        </translation>
    </message>
    <message>
        <source>Label schemas (*.json)</source>
        <translation>标签体系 (*.json)</translation>
    </message>
    <message>
        <source>Save labels and roles</source>
        <translation>保存标签和角色</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaEditing</name>
    <message>
        <source>Labels and roles…</source>
        <translation>标签和角色…</translation>
    </message>
    <message>
        <source>Change the labels of this project: names, keys, colours, guidelines, attributes, and which of them fill which roles</source>
        <translation>更改此项目的标签：名称、快捷键、颜色、标注规范、属性，以及哪些标签填充哪些角色</translation>
    </message>
    <message>
        <source>Labels and roles</source>
        <translation>标签和角色</translation>
    </message>
    <message>
        <source>change labels and roles</source>
        <translation>更改标签和角色</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaFrameForm</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Takes: %1</source>
        <translation>接受：%1</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>文件中的名称</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>标注规范</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必需</translation>
    </message>
    <message>
        <source>Takes spans labelled</source>
        <translation>接受的片段标签</translation>
    </message>
    <message>
        <source>Add role</source>
        <translation>添加角色</translation>
    </message>
    <message>
        <source>Remove role</source>
        <translation>移除角色</translation>
    </message>
    <message>
        <source>Role %1</source>
        <translation>角色 %1</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SchemaLabelForm</name>
    <message>
        <source>Colour on light</source>
        <translation>浅色背景上的颜色</translation>
    </message>
    <message>
        <source>Colour on dark</source>
        <translation>深色背景上的颜色</translation>
    </message>
    <message>
        <source>Its words name somebody: they may be given a speaker</source>
        <translation>其文字指人：可为其指定说话人</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>Dotted line</source>
        <translation>点线</translation>
    </message>
    <message>
        <source>Bars at both ends</source>
        <translation>两端竖条</translation>
    </message>
    <message>
        <source>Thick line</source>
        <translation>粗线</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>波浪线</translation>
    </message>
    <message>
        <source>What it is for, with an example, and what it is not for</source>
        <translation>用于什么，举一例，以及不用于什么</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>文件中的名称</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>标注规范</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Values, with commas; none: any text</source>
        <translation>值，以英文逗号分隔；空则为任意文本</translation>
    </message>
    <message>
        <source>Add attribute</source>
        <translation>添加属性</translation>
    </message>
    <message>
        <source>Remove attribute</source>
        <translation>移除属性</translation>
    </message>
    <message>
        <source>Attribute %1</source>
        <translation>属性 %1</translation>
    </message>
    <message>
        <source>The values that spans have stay in the project, unseen</source>
        <translation>片段已有的值仍保留在项目中，但不显示</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Shortcuts</name>
    <message>
        <source>This key cannot be used.</source>
        <translation>此键不能使用。</translation>
    </message>
    <message>
        <source>This key moves the caret in texts.</source>
        <translation>此键用于在文本中移动光标。</translation>
    </message>
    <message>
        <source>Esc always lets go of what is in hand and closes what is open.</source>
        <translation>Esc 始终用于取消选定的条目和关闭打开的内容。</translation>
    </message>
    <message>
        <source>This key opens the menus.</source>
        <translation>此键用于打开菜单。</translation>
    </message>
    <message>
        <source>This key copies, cuts and pastes, here as everywhere.</source>
        <translation>与其他程序一样，此键用于复制、剪切和粘贴。</translation>
    </message>
    <message>
        <source>This key selects all, here as everywhere.</source>
        <translation>与其他程序一样，此键用于全选。</translation>
    </message>
    <message>
        <source>Alt with a letter opens menus.</source>
        <translation>Alt 加字母用于打开菜单。</translation>
    </message>
    <message>
        <source>This key closes the window.</source>
        <translation>此键用于关闭窗口。</translation>
    </message>
    <message>
        <source>This key belongs to a label (“%1”). Give the label another key first.</source>
        <translation>此键属于标签（“%1”）。请先为该标签换一个键。</translation>
    </message>
    <message>
        <source>This is no file of keys as Quoth writes them.</source>
        <translation>这不是 Quoth 写出的快捷键文件。</translation>
    </message>
    <message>
        <source>%1 cannot have the key %2. %3</source>
        <translation>%1 不能使用快捷键 %2。%3</translation>
    </message>
    <message>
        <source>The key %1 is given to %2 and to %3.</source>
        <translation>快捷键 %1 同时给了 %2 和 %3。</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::ShortcutsDialog</name>
    <message>
        <source>Change keys</source>
        <translation>更改快捷键</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其快捷键</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Name in files</source>
        <translation>文件中的名称</translation>
    </message>
    <message>
        <source>Find by words</source>
        <translation>按文字查找</translation>
    </message>
    <message>
        <source>Find by key: press it here</source>
        <translation>按快捷键查找：在此处按键</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Add another…</source>
        <translation>另加一个…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>加载…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>It came without a key.</source>
        <translation>原本没有快捷键。</translation>
    </message>
    <message>
        <source>It came with: %1</source>
        <translation>原为：%1</translation>
    </message>
    <message>
        <source>No action has the key %1.</source>
        <translation>没有操作使用快捷键 %1。</translation>
    </message>
    <message>
        <source>Choose an action to change its keys. Those you changed stand in bold.</source>
        <translation>请选择要更改快捷键的操作。您更改过的以粗体显示。</translation>
    </message>
    <message>
        <source>This key belongs to the project’s labels: “Change” opens “Labels and roles”, where it is changed for everyone who works on the project.</source>
        <translation>此快捷键属于项目的标签：“更改”会打开“标签和角色”，在那里所作的更改对参与此项目的所有人生效。</translation>
    </message>
    <message>
        <source>Give all actions the keys they came with?</source>
        <translation>将所有操作恢复为原本的快捷键吗？</translation>
    </message>
    <message>
        <source>Save keys</source>
        <translation>保存快捷键</translation>
    </message>
    <message>
        <source>Keys (*.json)</source>
        <translation>快捷键 (*.json)</translation>
    </message>
    <message>
        <source>Load keys</source>
        <translation>加载快捷键</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakerDialog</name>
    <message>
        <source>New speaker</source>
        <translation>新说话人</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Other names, one a line</source>
        <translation>其他名称，每行一个</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show the item in the browser</source>
        <translation>在浏览器中显示此条目</translation>
    </message>
    <message>
        <source>Open the item of Wikidata in the browser</source>
        <translation>在浏览器中打开 Wikidata 条目</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Take the colour that Quoth gives</source>
        <translation>采用 Quoth 给出的颜色</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Also called</source>
        <translation>又名(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>类型(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Wikidata</source>
        <translation>Wikidata(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>Colour of the speaker</source>
        <translation>说话人的颜色</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a colour; now Quoth gives one</source>
        <translation>选择颜色；现由 Quoth 给出</translation>
    </message>
    <message>
        <source>Colour %1; choose another</source>
        <translation>颜色 %1；另选一个</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakerEdit</name>
    <message>
        <source>Speaker</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>To whom the words are credited. Enter takes the name, Escape leaves it as it was.</source>
        <translation>这些话归于谁。Enter 采用此名称，Escape 保持原样。</translation>
    </message>
    <message>
        <source>Type of speaker</source>
        <translation>说话人类型</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n 次提及</numerusform>
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
        <translation>说话人</translation>
    </message>
    <message>
        <source>Next mention of the speaker</source>
        <translation>此说话人的下一次提及</translation>
    </message>
    <message>
        <source>New speaker…</source>
        <translation>新建说话人…</translation>
    </message>
    <message>
        <source>Change speaker…</source>
        <translation>更改说话人…</translation>
    </message>
    <message>
        <source>Merge speakers…</source>
        <translation>合并说话人…</translation>
    </message>
    <message>
        <source>Split speaker…</source>
        <translation>拆分说话人…</translation>
    </message>
    <message>
        <source>Delete speaker</source>
        <translation>删除说话人</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>拆分…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Two entries that are one speaker become one, in all articles</source>
        <translation>在所有文章中将同属一个说话人的两个条目合而为一</translation>
    </message>
    <message>
        <source>Some of the mentions go to a new speaker, in all articles</source>
        <translation>在所有文章中将部分提及归于新说话人</translation>
    </message>
    <message>
        <source>Only a speaker that nobody mentions can be deleted</source>
        <translation>只能删除没有提及的说话人</translation>
    </message>
    <message>
        <source>Type a name or an alias</source>
        <translation>输入名称或别名</translation>
    </message>
    <message>
        <source>Filter the speakers</source>
        <translation>筛选说话人</translation>
    </message>
    <message>
        <source>%1 is not mentioned in this article</source>
        <translation>本篇文章中没有提及 %1</translation>
    </message>
    <message>
        <source>Merged. Undo parts them again.</source>
        <translation>已合并。撤销可重新分开。</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>Split. Undo joins them again.</source>
        <translation>已拆分。撤销可重新合并。</translation>
    </message>
    <message>
        <source>No speakers yet. Take an attribution in hand and credit it to somebody (%1), or add a speaker here.</source>
        <comment>a key</comment>
        <translation>尚无说话人。请选定一条引述并将其归于某人（%1），或在此处添加说话人。</translation>
    </message>
    <message>
        <source>No speaker is called so. %1 adds one of this name.</source>
        <translation>没有叫这个名称的说话人。“%1”可添加此名称的说话人。</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::SpeakersModel</name>
    <message>
        <source>Also called %1</source>
        <translation>又名 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n mention(s)</source>
        <translation>
            <numerusform>%1，%2，%n 次提及</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>提及</translation>
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
        <translation>拆分 %1</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Which of these mentions are those of another speaker?</source>
        <translation>其中哪些提及属于另一个说话人？</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>提及</translation>
    </message>
    <message>
        <source>(attributions without a source)</source>
        <translation>（没有信源的引述）</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n 次提及</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Name of the new speaker</source>
        <translation>新说话人的名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>类型(&amp;T)</translation>
    </message>
    <message>
        <source>Nobody mentions this speaker, so that there is nothing to split.</source>
        <translation>此说话人没有提及，因此没有可拆分的内容。</translation>
    </message>
    <message>
        <source>Space ticks a row. Undo takes it back in one step.</source>
        <translation>按空格键勾选一行。撤销一步即可恢复。</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Spreading</name>
    <message>
        <source>Suggest at all occurrences…</source>
        <translation>在所有相同文字处生成建议…</translation>
    </message>
    <message>
        <source>This name is always this speaker</source>
        <translation>此名称始终是此说话人</translation>
    </message>
    <message>
        <source>The same words, elsewhere in the article or the project, are suggested with the same label and speaker</source>
        <translation>为本篇文章或项目中其他位置的相同文字建议同样的标签和说话人</translation>
    </message>
    <message>
        <source>Wherever this name is a source, in all articles and from now on, it is credited to the speaker it has here</source>
        <translation>在所有文章中，凡此名称作信源之处，从此都归于它在此处的说话人</translation>
    </message>
    <message>
        <source>Interrupted words cannot be looked for. Take a span of one piece.</source>
        <translation>无法查找不连续的文字。请选定只有一段的片段。</translation>
    </message>
    <message>
        <source>Quoth</source>
        <translation>Quoth</translation>
    </message>
    <message>
        <source>“%1” is somebody else at each place</source>
        <translation>“%1”在各处所指不同</translation>
    </message>
    <message numerus="yes">
        <source>%1 made in %n article(s)</source>
        <comment>suggestions</comment>
        <translation>
            <numerusform>已在 %n 篇文章中生成 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n 条建议</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is credited here yet. Say who it is first: %1</source>
        <comment>a key</comment>
        <translation>此处尚未归于任何人。请先指明说话人：%1</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is always %2 now: %n mention(s) changed</source>
        <translation>
            <numerusform>“%1”现在始终是 %2：已更改 %n 次提及</numerusform>
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
        <translation>标注新闻文章中谁说了什么。Quoth 会高亮说话人、引语和断言；您用键盘逐一接受、拒绝或修正。</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>%1 · opened %2</source>
        <translation>%1 · 打开于 %2</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>从此列表中移除</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::StatusLine</name>
    <message>
        <source>Review progress</source>
        <translation>审阅进度</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Selected characters</source>
        <translation>选中的字符</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message numerus="yes">
        <source>Learned from %n article(s)</source>
        <translation>
            <numerusform>已从 %n 篇文章中学习</numerusform>
        </translation>
    </message>
    <message>
        <source>No highlights yet</source>
        <translation>尚无高亮</translation>
    </message>
    <message>
        <source>Review: %1 of %2</source>
        <translation>审阅：%1/%2</translation>
    </message>
    <message>
        <source>Select words and press a label’s key, or let Quoth suggest: %1</source>
        <translation>选中文字并按标签的快捷键，或让 Quoth 生成建议：%1</translation>
    </message>
    <message>
        <source>Next: %1 · accept: %2 · reject: %3 · fix: %4</source>
        <translation>下一条：%1 · 接受：%2 · 拒绝：%3 · 修正：%4</translation>
    </message>
    <message>
        <source>All reviewed</source>
        <translation>已全部审阅</translation>
    </message>
    <message>
        <source>Character %1</source>
        <translation>第 %1 个字符</translation>
    </message>
    <message>
        <source>Characters %1–%2</source>
        <translation>第 %1–%2 个字符</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>所有更改均已保存</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::TextWalk</name>
    <message>
        <source>Select more: word, quotation, clause, sentence, paragraph</source>
        <translation>扩大选择：词、引语、小句、句子、段落</translation>
    </message>
    <message>
        <source>Select less</source>
        <translation>缩小选择</translation>
    </message>
    <message>
        <source>Next quotation without a label</source>
        <translation>下一处未标注的引语</translation>
    </message>
    <message>
        <source>Previous quotation without a label</source>
        <translation>上一处未标注的引语</translation>
    </message>
    <message>
        <source>Next claim</source>
        <translation>下一条断言</translation>
    </message>
    <message>
        <source>Previous claim</source>
        <translation>上一条断言</translation>
    </message>
    <message>
        <source>Next attribution</source>
        <translation>下一条引述</translation>
    </message>
    <message>
        <source>Previous attribution</source>
        <translation>上一条引述</translation>
    </message>
    <message>
        <source>No other quotation without a label</source>
        <translation>没有其他未标注的引语</translation>
    </message>
    <message>
        <source>No other claim</source>
        <translation>没有其他断言</translation>
    </message>
    <message>
        <source>No other attribution</source>
        <translation>没有其他引述</translation>
    </message>
</context>
<context>
    <name>Quoth::Windows::Tour</name>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Quoth has read this article. What stands dashed is a suggestion: who speaks, the word that reports, what is said. The cards at the right name the speaker and say how sure it is. Nothing counts until you decide.</source>
        <translation>Quoth 已读过这篇文章。虚线标出的是建议：谁在说话、用哪个词转述、说了什么。右侧的卡片写明说话人，并说明有多大把握。在您决定之前，一切都不算数。</translation>
    </message>
    <message>
        <source>Take the next suggestion</source>
        <translation>选定下一条建议</translation>
    </message>
    <message>
        <source>Press %1. The next suggestion comes to hand: its parts get a ring, and its card opens.</source>
        <translation>请按 %1。下一条建议随即被选定：其各部分加上圈线，卡片展开。</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>接受这条建议</translation>
    </message>
    <message>
        <source>Read the words and the card. If they are right, press %1. The next suggestion then comes by itself.</source>
        <translation>请阅读文字和卡片。如果无误，请按 %1。随后会自动转到下一条建议。</translation>
    </message>
    <message>
        <source>Reject the next one</source>
        <translation>拒绝下一条建议</translation>
    </message>
    <message>
        <source>Press %1 to reject this one, just to see how. It is kept as a wrong one, so that it does not come back.</source>
        <translation>请按 %1 拒绝这一条，只为看看如何操作。它会作为错误的建议保留下来，以免再次出现。</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤销刚才的操作</translation>
    </message>
    <message>
        <source>Press %1. Whatever you do can be undone, also tomorrow. Nothing has to be saved: each edit is on the disk at once.</source>
        <translation>请按 %1。您做的任何操作都可以撤销，明天也可以。无需保存：每次编辑都会立即写入磁盘。</translation>
    </message>
    <message>
        <source>Label something yourself</source>
        <translation>自己动手标注</translation>
    </message>
    <message>
        <source>Select some words without a highlight, by dragging or with Shift and the arrow keys. Then press %1: they become a quotation. The other labels and their keys stand above the text.</source>
        <translation>通过拖动或用 Shift 加方向键选中一些没有高亮的文字，然后按 %1：这些文字就成为引语。其他标签及其快捷键显示在文本上方。</translation>
    </message>
    <message>
        <source>Take what is proposed</source>
        <translation>采纳提议</translation>
    </message>
    <message>
        <source>Quoth proposes who said it, and with which word: drawn lightly, and no part of the article yet. %1 takes it, %2 drops it.</source>
        <translation>Quoth 会提议这话是谁说的、用哪个词转述：提议以淡色绘出，尚不属于文章。按 %1 采纳，按 %2 舍弃。</translation>
    </message>
    <message>
        <source>What is in hand</source>
        <translation>当前条目</translation>
    </message>
    <message>
        <source>The inspector shows it in full: the speaker (%1), a note (%2), its state, why it was suggested, its guideline and its history.</source>
        <translation>检查器完整显示当前条目：说话人（%1）、备注（%2）、状态、建议的理由、标注规范和历史。</translation>
    </message>
    <message>
        <source>On to the next article</source>
        <translation>前往下一篇文章</translation>
    </message>
    <message>
        <source>Here stand all articles, and how far the review of each is. Press %1 to open the next one.</source>
        <translation>这里列出所有文章及每篇的审阅进度。请按 %1 打开下一篇。</translation>
    </message>
    <message>
        <source>Your dataset</source>
        <translation>您的数据集</translation>
    </message>
    <message>
        <source>%1 exports what was accepted, in the format that you need. %2 opens the manual, %3 finds all commands, and the menu Help has this tour again. The articles here are for trying things: change what you like.</source>
        <translation>%1 以您需要的格式导出已接受的内容。%2 打开手册，%3 查找所有命令；从“帮助”菜单可再次开始此导览。这里的文章供您练习：请随意修改。</translation>
    </message>
</context>
</TS>
