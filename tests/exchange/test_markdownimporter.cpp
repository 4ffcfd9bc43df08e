// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangetesting.h"

#include <app/exchange/markdowntext.h>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestMarkdownImporter : public QObject
{
    Q_OBJECT

private slots:
    void readsAnArticle();
    void readsTexts_data();
    void readsTexts();
    void readsFrontMatter();
    void readsValuesOfFrontMatter_data();
    void readsValuesOfFrontMatter();
    void takesNoThematicBreakForFrontMatter_data();
    void takesNoThematicBreakForFrontMatter();
    void putsATitleThatIsNotInTheArticleFirst();
    void takesTheFirstLineForTheTitleWithoutAHeading();
    void readsOtherEncodingsAndLineEnds();
    void isToldBySuffixAlone();
    void leavesOutWhatTellsOfAFolder();
    void refusesFilesWithoutWords_data();
    void refusesFilesWithoutWords();
    void survivesDamage_data();
    void survivesDamage();

private:
    Reading read(const QByteArray &bytes, const QString &name = QStringLiteral("article.md"),
                 const ImportOptions &options = {}) const
    {
        return readPath(writeFile(m_folder, name, bytes), options);
    }
    static Result<DocumentText> parse(const QString &markdown)
    {
        QList<Issue> issues;
        IssueList list(issues);
        return parseMarkdown(markdown, QStringLiteral("t.md"), list);
    }

    QTemporaryDir m_folder;
};

void TestMarkdownImporter::readsAnArticle()
{
    const Reading reading = read(
        "# Teachers *walk out*\n\n"
        "**Varmouth** \xE2\x80\x94 \"We had no choice,\" she\nsaid, as [the paper](https://example.org/p \"Paper\") has it.\n\n"
        "## What next?\n\n> They will be back,\n> said Lind.\n\n- pay\n- *smaller* classes\n\n1. First\n2. "
        "Second\n\n***\n\nEnd.\n");
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(reading.report.articles, 1);
    QCOMPARE(
        reading.article().text,
        QStringLiteral("Teachers walk out\nVarmouth \u2014 \"We had no choice,\" she said, as the paper has it.\nWhat next?\n"
                       "They will be back, said Lind.\npay\nsmaller classes\nFirst\nSecond\nEnd.\n"));
    QCOMPARE(reading.article().meta.title, QStringLiteral("Teachers walk out"));
    QCOMPARE(reading.article().externalId, QStringLiteral("article"));
    QVERIFY(reading.articles[0].isDocument);
    QCOMPARE(reading.articles[0].encoding, QStringLiteral("UTF-8"));
}

void TestMarkdownImporter::readsTexts_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char16_t *markdown, const char16_t *text) {
        QTest::newRow(name) << QString::fromUtf16(markdown) << QString::fromUtf16(text);
    };
    row("nested emphasis", u"a ***b** c* __d *e* f__ ~~g~~ snake_case_name 2 * 3", u"a b c d e f g snake_case_name 2 * 3");
    row("no emphasis", u"\\*a\\* ** b **", u"*a* ** b **");
    row("emoji in emphasis", u"*\U0001F600* said **\U0001F1FA\U0001F1E6!**", u"\U0001F600 said \U0001F1FA\U0001F1E6!");
    row("combining marks", u"**agre\u0301ed** e\u0301*\u0301*", u"agre\u0301ed e\u0301\u0301");
    row("right to left", u"# \u0642\u0627\u0644\u062A\n\n**\u05E8\u05D5\u05EA** \u05D0\u05DE\u05E8\u05D4: *\u200F\u05DB\u05DF*",
        u"\u0642\u0627\u0644\u062A|\u05E8\u05D5\u05EA \u05D0\u05DE\u05E8\u05D4: \u200F\u05DB\u05DF");
    row("no-break blanks", u"\u00AB\u00A0oui\u00A0\u00BB&nbsp;! a  b", u"\u00AB\u00A0oui\u00A0\u00BB\u00A0! a b");
    row("underlined headings", u"Head\n====\n\nSub\n---\ntext", u"Head|Sub|text");
    row("hard breaks", u"a  \nb\\\nc\nd<br>e<BR />f", u"a\nb\nc d\ne\nf");
    row("links", u"[a *b*](https://x.org) [c][r] [r] <https://y.org> [d]()\n\n[r]: https://z.org 'title'",
        u"a b c r https://y.org d");
    row("no link", u"[sic] he [a](b", u"[sic] he [a](b");
    row("picture", u"a ![words *in* it](p.png) b\n\n![alone](q.png)\n\n[![x](y)](z)c", u"a  b|c");
    row("table", u"| Who | *What* |\n|:--|--:|\n| `a\\|b` | c<br>d |\n| e\\|f | |\n", u"Who\tWhat\t|a|b\tc d\t|e|f\t\t");
    row("code", u"`a *b*` ``c ` d``\n\n```cpp\nint *p;\n\n  *p = 1;\n```\n\n    in *four*\n\nz",
        u"a *b* c ` d|int *p;\n\n  *p = 1;\n|in *four*\n|z");
    row("entities", u"AT&amp;T &copy;&#8212;&#x1F600; &nosuch; &lt;b&gt; R&D `&amp;`",
        u"AT&T \u00A9\u2014\U0001F600 &nosuch; <b> R&D &amp;");
    row("no character", u"a&#0;&#xD800;b", u"a\uFFFD\uFFFDb");
    row("HTML",
        u"a <b class=\"x\">b</b> <!-- no --> c\n\n<div><p>d <i>e</i></p>f</div>\n\n<script>\nno();\n</script>\n\n<!-- no "
        u"-->\n\ng",
        u"a b  c|d e|f|g");
    row("HTML around Markdown", u"<div>\n\n*a*\n\n</div>", u"a");
    row("less than", u"a < b and 3<4 > 2", u"a < b and 3<4 > 2");
    row("tasks", u"- [x] done\n- [ ] open\n  - deeper\n\n    more", u"done|open|deeper|more");
    row("loose list", u"* a\n\n  b\n* c", u"a|b|c");
    row("quotation in a quotation", u"> a\n>> b\n>\n> - c", u"a|b|c");
}

void TestMarkdownImporter::readsTexts()
{
    QFETCH(QString, markdown);
    QFETCH(QString, text);
    const Result<DocumentText> document = parse(markdown);
    QVERIFY(document);
    QCOMPARE(document->paragraphs.join(u'|'), text);
}

void TestMarkdownImporter::readsFrontMatter()
{
    const Reading reading
        = read("---\ntitle: The Talks\nauthor: J. Doe\ndate: 2024-05-06\nurl: https://example.org/a?b=1#c\nlanguage: en\n"
               "publisher: The Example\ntags: [a, b]\ndraft: false\n---\n\n# The Talks\n\nThey *ended*.\n");
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.article().text, QStringLiteral("The Talks\nThey ended.\n"));
    const ArticleMeta meta = {QStringLiteral("The Talks"),
                              QStringLiteral("https://example.org/a?b=1#c"),
                              QStringLiteral("The Example"),
                              QStringLiteral("J. Doe"),
                              QStringLiteral("2024-05-06"),
                              QStringLiteral("en"),
                              {}};
    QCOMPARE(reading.article().meta, meta);
}

void TestMarkdownImporter::readsValuesOfFrontMatter_data()
{
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("author");
    const auto row = [](const char *name, const char16_t *yaml, const char16_t *title, const char16_t *author) {
        QTest::newRow(name) << QString::fromUtf16(yaml) << QString::fromUtf16(title) << QString::fromUtf16(author);
    };
    row("double quotes", u"title: \"A \\\"B\\\": \\u201Cc\\u201D # d\" # e", u"A \"B\": \u201Cc\u201D # d", u"");
    row("single quotes", u"title: 'It''s \"so\"'", u"It's \"so\"", u"");
    row("plain with colon and comment", u"title: A: b#c # d", u"A: b#c", u"");
    row("other case and comment lines", u"# head\nTitle: A\n\n'Author': B", u"A", u"B");
    row("several lines", u"title: A\n  b\n\n  c", u"A b c", u"");
    row("below", u"title:\n  A b\n  c", u"A b c", u"");
    row("folded", u"title: >-\n  A\n  b\nauthor: |\n  C", u"A b", u"C");
    row("list", u"authors:\n- A\n- \"B, C\"\n-\n- name: D\n  email: e@x.org", u"", u"A, B, C, D");
    row("indented list", u"author:\n  - A\n  - B\ntitle: T", u"T", u"A, B");
    row("flow list", u"author: [A, \"B, C\", 'D']", u"", u"A, B, C, D");
    row("flow list over lines", u"author: [\n  A,\n  B\n]", u"", u"A, B");
    row("thing with a name", u"author:\n  name: A\n  url: https://x.org", u"", u"A");
    row("nothing", u"title:\nauthor: ~", u"", u"");
    row("first of two", u"title: A\nheadline: B", u"A", u"");
    row("cut quotes", u"title: \"A\\\nauthor: 'B", u"A\\", u"B");
    row("emoji and right to left", u"title: \U0001F600 \u05E8\u05D5\u05EA\nauthor: \"\\U0001F600\"",
        u"\U0001F600 \u05E8\u05D5\u05EA", u"\U0001F600");
}

void TestMarkdownImporter::readsValuesOfFrontMatter()
{
    QFETCH(QString, yaml);
    QFETCH(QString, title);
    QFETCH(QString, author);
    const Result<DocumentText> document = parse(QStringLiteral("---\n") + yaml + QStringLiteral("\n---\nText\n"));
    QVERIFY(document);
    QCOMPARE(document->meta.title, title);
    QCOMPARE(document->meta.author, author);
    QCOMPARE(document->paragraphs.constLast(), QStringLiteral("Text"));
    const ArticleMeta meta = parse(QStringLiteral("---\nlang: pt_BR\nsource: The Example\n...\nText"))->meta;
    QCOMPARE(meta.language, QStringLiteral("pt-BR"));
    QCOMPARE(meta.outlet, QStringLiteral("The Example"));
    const ArticleMeta other = parse(QStringLiteral("---\nlang: English\nsource: https://x.org\nurl: a.html\n---\nText"))->meta;
    QCOMPARE(other.language, QString());
    QCOMPARE(other.url, QStringLiteral("https://x.org"));
}

void TestMarkdownImporter::takesNoThematicBreakForFrontMatter_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("text");
    QTest::newRow("words between breaks") << QStringLiteral("---\nShe said: no.\nThen nothing\n\n---\nEnd")
                                          << QStringLiteral("She said: no. Then nothing|End");
    QTest::newRow("not closed") << QStringLiteral("---\ntitle: A\n\nText") << QStringLiteral("title: A|Text");
    QTest::newRow("not at the top") << QStringLiteral("\n---\ntitle: A\n\n---\nText") << QStringLiteral("title: A|Text");
    QTest::newRow("list between breaks") << QStringLiteral("---\n- a\n\n---\nText") << QStringLiteral("a|Text");
    QTest::newRow("nothing between breaks") << QStringLiteral("---\n\n---\nText") << QStringLiteral("Text");
}

void TestMarkdownImporter::takesNoThematicBreakForFrontMatter()
{
    QFETCH(QString, markdown);
    QFETCH(QString, text);
    const Result<DocumentText> document = parse(markdown);
    QVERIFY(document);
    QCOMPARE(document->paragraphs.join(u'|'), text);
    QCOMPARE(document->meta, ArticleMeta());
}

void TestMarkdownImporter::putsATitleThatIsNotInTheArticleFirst()
{
    QCOMPARE(read("---\ntitle: The Talks\n---\nThey ended.\n").article().text, QStringLiteral("The Talks\nThey ended.\n"));
    const Reading kicker = read("Politics\n\n# The Talks\n\nThey ended.\n\n# More\n");
    QCOMPARE(kicker.article().text, QStringLiteral("Politics\nThe Talks\nThey ended.\nMore\n"));
    QCOMPARE(kicker.article().meta.title, QStringLiteral("The Talks"));
}

void TestMarkdownImporter::takesTheFirstLineForTheTitleWithoutAHeading()
{
    QCOMPARE(read("**The talks**\n\nThey ended.\n").article().meta.title, QStringLiteral("The talks"));
    QCOMPARE(read("Words.\n", QStringLiteral("of 3 May.markdown")).article().meta.title, QStringLiteral("of 3 May"));
}

void TestMarkdownImporter::readsOtherEncodingsAndLineEnds()
{
    const QString text = QStringLiteral("\u00C9tude\nElle dit\u00A0: \u00ABoui\u00BB.\nFin\n");
    const QString source
        = QStringLiteral("---\r\nlang: fr\r\n---\r\n# \u00C9tude\r\n\r\nElle\r\ndit\u00A0: *\u00ABoui\u00BB*.\r\n\r\nFin\r\n");
    const Reading mark = read("\xEF\xBB\xBF" + source.toUtf8());
    QCOMPARE(mark.article().text, text);
    QCOMPARE(mark.article().meta.language, QStringLiteral("fr"));
    QVERIFY(!mark.articles[0].changes.isEmpty());
    ImportOptions options;
    options.encoding = QStringLiteral("ISO-8859-1");
    QCOMPARE(read(source.toLatin1(), QStringLiteral("l.md"), options).article().text, text);
    const Reading wide
        = read(QByteArray("\xFF\xFE") + QByteArray(reinterpret_cast<const char *>(source.utf16()), source.size() * 2));
    QCOMPARE(wide.article().text, text);
    QVERIFY2(wide.articles[0].encoding.startsWith(QStringLiteral("UTF-16")), qPrintable(wide.articles[0].encoding));
    QCOMPARE(read(QString(source).replace(QStringLiteral("\r\n"), QStringLiteral("\r")).toUtf8()).article().text, text);
    options.encoding = QStringLiteral("UTF-8");
    QCOMPARE(read("a \xFF b *c*\n", QStringLiteral("i.md"), options).issuesWith(QStringLiteral("U+FFFD")), 1);
}

void TestMarkdownImporter::isToldBySuffixAlone()
{
    const FormatRegistry registry;
    const auto best = [&](const QString &name, const QByteArray &bytes) {
        return (*registry.bestImporter(writeFile(m_folder, name, bytes)))->info().name;
    };
    const QByteArray markdown = "# A\n\n**b**\n";
    QCOMPARE(best(QStringLiteral("a.md"), markdown), QStringLiteral("markdown"));
    QCOMPARE(best(QStringLiteral("a.MARKDOWN"), markdown), QStringLiteral("markdown"));
    QCOMPARE(best(QStringLiteral("a.txt"), markdown), QStringLiteral("text"));
    QCOMPARE(best(QStringLiteral("a"), markdown), QStringLiteral("text"));
    QCOMPARE(best(QStringLiteral("b.md"), "A page begins with `<html>`.\n"), QStringLiteral("markdown"));
    ImportOptions options;
    options.format = QStringLiteral("markdown");
    QCOMPARE(read(markdown, QStringLiteral("a.txt"), options).article().text, QStringLiteral("A\nb\n"));
}

void TestMarkdownImporter::leavesOutWhatTellsOfAFolder()
{
    const QTemporaryDir folder;
    const QString article = writeFile(folder, QStringLiteral("a.md"), "A\n");
    const QString readme = writeFile(folder, QStringLiteral("Readme.md"), "What is in here\n");
    QCOMPARE(FormatRegistry().filesOf(folder.path()), QStringList{article});
    QCOMPARE(FormatRegistry().filesOf(readme), QStringList{readme});
}

void TestMarkdownImporter::refusesFilesWithoutWords_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
    QTest::newRow("blank") << QByteArray(" \n\n\t\n") << QStringLiteral("no text");
    QTest::newRow("front matter alone") << QByteArray("---\ntitle: A\n---\n") << QStringLiteral("no text");
    QTest::newRow("a picture alone") << QByteArray("![a](b.png)\n\n* * *\n") << QStringLiteral("no text");
    QTest::newRow("another file") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", 16)
                                  << QStringLiteral("no text: it seems to be");
    QTest::newRow("deep HTML") << QByteArray("<div>\n").repeated(20'000) << QStringLiteral("too deep");
}

void TestMarkdownImporter::refusesFilesWithoutWords()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const Reading reading = read(bytes);
    QVERIFY(!reading.result);
    QVERIFY2(reading.result.error().message.contains(reason), qPrintable(reading.result.error().text()));
    QCOMPARE(reading.articles.size(), 0);
}

void TestMarkdownImporter::survivesDamage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("begin");
    QTest::newRow("a span left that was not entered") << QByteArray("![a [b](\n![c)](d) e\n\nf\n") << QString();
    QTest::newRow("picture not closed") << QByteArray("![a [b\n\nafter\n") << QStringLiteral("![a [b\nafter\n");
    QTest::newRow("code not closed") << QByteArray("a\n\n```\n*b*\n") << QStringLiteral("a\n*b*\n");
    QTest::newRow("NUL") << QByteArray("a *b\0c* d\n", 10) << QStringLiteral("a b\uFFFDc d\n");
    QTest::newRow("quotations") << QByteArray(">").repeated(5'000) + "a\n" << QString();
    QTest::newRow("lists") << QByteArray("- ").repeated(1'000) + "a\n" << QStringLiteral("a\n");
    QTest::newRow("brackets") << QByteArray("[").repeated(20'000) + "a\n" << QString();
    QTest::newRow("pictures") << QByteArray("![").repeated(5'000) + QByteArray("](a)").repeated(5'000) + "\n\nb\n" << QString();
    QTest::newRow("emphases") << QByteArray("*a **b ").repeated(5'000) + "\n" << QString();
    QTest::newRow("a wide table") << QByteArray("|a").repeated(100) + "\n" + QByteArray("|---").repeated(100) + "\n|b\n"
                                  << QStringLiteral("a\ta\t");
}

void TestMarkdownImporter::survivesDamage()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, begin);
    ImportOptions options;
    options.encoding = QStringLiteral("UTF-8");
    const Reading reading = read(bytes, QStringLiteral("damage.md"), options);
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    const QString text = reading.article().text;
    QVERIFY(!text.trimmed().isEmpty());
    QVERIFY2(text.startsWith(begin), qPrintable(text.left(200)));
    QCOMPARE(Annotation::normalised(text).text, text);
}

QTEST_GUILESS_MAIN(TestMarkdownImporter)
#include "test_markdownimporter.moc"
