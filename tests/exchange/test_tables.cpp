// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangetesting.h"

#include <app/exchange/articlecolumns.h>
#include <app/exchange/csvimporter.h>
#include <app/exchange/delimitedreader.h>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestTables : public QObject
{
    Q_OBJECT

private slots:
    void readsAnArticleARow();
    void knowsColumnsByNameInSeveralLanguages_data();
    void knowsColumnsByNameInSeveralLanguages();
    void takesTheColumnsThatAreNamed();
    void readsOptionsInWords();
    void findsTheSeparator();
    void readsQuotedCells();
    void readsTabsAndOtherEncodings();
    void reportsRowsThatDoNotDo();
    void saysThatNoColumnHoldsTheText();
    void refusesTheTableOfAnnotations();
    void writesTheTableWithTabs();
    void leavesFilesOfOtherFormatsAlone();
    void cancels();

private:
    Reading read(const QByteArray &bytes, const QString &name = QStringLiteral("t.csv"), const ImportOptions &options = {})
    {
        return readPath(writeFile(m_folder, name, bytes), options);
    }
    static QList<QStringList> rows(const QString &text, QChar separator = u',')
    {
        QList<QStringList> result;
        DelimitedReader reader(text, separator);
        while (const auto cells = reader.next())
            result.append(*cells);
        return result;
    }

    QTemporaryDir m_folder;
};

void TestTables::readsAnArticleARow()
{
    const Reading reading = read("\xEF\xBB\xBFid,Headline,Body,Link,Newspaper,Byline,Published At,lang,Section,\r\n"
                                 "n1,One,\"Ana said \"\"yes\"\".\r\nThen left. \xF0\x9F\x98\x80\",https://example.org/1,The Example,J. Doe,2024-05-06,en,World,x\r\n"
                                 "\r\n,,\"Two lines.\nAnd more.\"\r\n");
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(reading.articles.size(), 2);
    QCOMPARE(reading.article().text, QStringLiteral("Ana said \"yes\".\nThen left. \U0001F600"));
    QCOMPARE(reading.article().externalId, QStringLiteral("n1"));
    const ArticleMeta meta = {QStringLiteral("One"), QStringLiteral("https://example.org/1"), QStringLiteral("The Example"), QStringLiteral("J. Doe"), QStringLiteral("2024-05-06"),
                              QStringLiteral("en"), {{QStringLiteral("Section"), QStringLiteral("World")}, {QStringLiteral("column 10"), QStringLiteral("x")}}};
    QCOMPARE(reading.article().meta, meta);
    QCOMPARE(reading.article(1).externalId, QStringLiteral("t-2"));
    QCOMPARE(reading.article(1).meta.title, QStringLiteral("Two lines."));
    QVERIFY(reading.annotations().isEmpty());
}

void TestTables::knowsColumnsByNameInSeveralLanguages_data()
{
    QTest::addColumn<QString>("header");
    QTest::newRow("English") << QStringLiteral("Author|TEXT|doc_id|Title|URL|Publication|Date|Language");
    QTest::newRow("German") << QStringLiteral("Autorin|Volltext|Nummer|Überschrift|Webadresse|Zeitung|Erscheinungsdatum|Sprache");
    QTest::newRow("French") << QStringLiteral("auteur|texte|identifiant|titre|lien|journal|date|langue");
    QTest::newRow("Spanish") << QStringLiteral("autor|texto|identificador|titular|enlace|periódico|fecha|idioma");
    QTest::newRow("Russian") << QStringLiteral("автор|текст|идентификатор|заголовок|ссылка|издание|дата|язык");
    QTest::newRow("Chinese") << QStringLiteral("作者|正文|id|标题|链接|来源|日期|语言");
    QTest::newRow("decomposed") << QStringLiteral("author|text|id|U\u0308berschrift|url|outlet|date|language");
}

void TestTables::knowsColumnsByNameInSeveralLanguages()
{
    QFETCH(QString, header);
    const auto columns = articleColumns(header.split(u'|'), {}, {});
    QVERIFY(columns);
    const char *order[] = {"author", "text", "id", "title", "url", "outlet", "date", "language"};
    for (qsizetype i = 0; i < 8; ++i)
        QCOMPARE(columns->value(QLatin1String(order[i]), -1), i);
}

void TestTables::takesTheColumnsThatAreNamed()
{
    ImportOptions options;
    options.columns = {{QStringLiteral("text"), QStringLiteral("lead TEXT")}, {QStringLiteral("title"), QStringLiteral("text")}};
    const Reading reading = read("text,Lead text,title\nA,Ana spoke.,B\n", QStringLiteral("t.csv"), options);
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.article().text, QStringLiteral("Ana spoke."));
    QCOMPARE(reading.article().meta.title, QStringLiteral("A"));
    QCOMPARE(reading.article().meta.extra.value(u"title").toString(), QStringLiteral("B"));
    options.columns = {{QStringLiteral("text"), QStringLiteral("none")}};
    QVERIFY(read("text\nA\n", QStringLiteral("t.csv"), options).result.error().message.contains(QStringLiteral("no column \"none\"")));
    options.columns = {{QStringLiteral("colour"), QStringLiteral("text")}};
    QVERIFY(read("text\nA\n", QStringLiteral("t.csv"), options).result.error().message.contains(QStringLiteral("cannot be \"colour\"")));
}

void TestTables::readsOptionsInWords()
{
    const auto columns = columnsFromWords(QStringLiteral("text = Main body ,TITLE=a=b"));
    QVERIFY(columns);
    QCOMPARE(*columns, (QMap<QString, QString>{{QStringLiteral("text"), QStringLiteral("Main body")}, {QStringLiteral("title"), QStringLiteral("a=b")}}));
    QVERIFY(!columnsFromWords(QStringLiteral("text")));
    QVERIFY(!columnsFromWords(QStringLiteral("colour=red")));
}

void TestTables::findsTheSeparator()
{
    QCOMPARE(separatorOf(u"a;b;\"c,d,e,f\"\n"), QChar(u';'));
    QCOMPARE(separatorOf(u"a\tb, c\td\n,,,,"), QChar(u'\t'));
    QCOMPARE(separatorOf(u"a|b"), QChar(u'|'));
    QCOMPARE(separatorOf(u"text"), QChar(u','));
    QCOMPARE(read("titel;text\nA;\"B;C, D\"\n").article().text, QStringLiteral("B;C, D"));
}

void TestTables::readsQuotedCells()
{
    QCOMPARE(rows(QStringLiteral("a,\"b,\"\"c\"\"\n\",\"\"\r\nit\"s,\"x\"y,\n\n,")),
             (QList<QStringList>{{QStringLiteral("a"), QStringLiteral("b,\"c\"\n"), QString()}, {QStringLiteral("it\"s"), QStringLiteral("xy"), QString()}, {QString()}, {QString(), QString()}}));
    QCOMPARE(rows(QString()), QList<QStringList>());
    QCOMPARE(rows(QStringLiteral("a\rb")), (QList<QStringList>{{QStringLiteral("a")}, {QStringLiteral("b")}}));
}

void TestTables::readsTabsAndOtherEncodings()
{
    QCOMPARE(read("Text\tTitle\nA, \"b\"; c\tT\n", QStringLiteral("t.tsv")).article().text, QStringLiteral("A, \"b\"; c"));
    const Reading wide = read(QByteArray("\xFF\xFE").append(reinterpret_cast<const char *>(u"text,titel\n\u00C4rger,\u05E8\u05D5\u05EA\n"), 2 * 21), QStringLiteral("t.csv"));
    QCOMPARE(wide.article().text, QStringLiteral("\u00C4rger"));
    QCOMPARE(wide.article().meta.title, QStringLiteral("\u05E8\u05D5\u05EA"));
}

void TestTables::reportsRowsThatDoNotDo()
{
    const Reading reading = read("id,text\n1,A.\n2,  \n1,B.,more,\n3,\"C.\n4,D.\n");
    QVERIFY(reading.result);
    QCOMPARE(reading.articles.size(), 3);
    QCOMPARE(reading.article(1).externalId, QStringLiteral("1 (3)"));
    QCOMPARE(reading.article(1).meta.extra.value(u"column 3").toString(), QStringLiteral("more"));
    QCOMPARE(reading.article(2).text, QStringLiteral("C.\n4,D.\n"));
    QCOMPARE(reading.issuesWith(QStringLiteral("no text")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("more than once")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("more cells")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("not closed")), 1);
    QVERIFY(reading.report.issues[0].place.endsWith(QStringLiteral("line 3")));
    QVERIFY(read("id,text\n\n").result.error().message.contains(QStringLiteral("no article")));
    QVERIFY(!read("").result);
    QVERIFY(!read("PK\x03\x04text,title\n").result);
}

void TestTables::saysThatNoColumnHoldsTheText()
{
    const Reading reading = read("name,price\nA,3\n");
    QVERIFY(reading.result.error().message.contains(QStringLiteral("--columns text=NAME; it has: name, price")));
    QVERIFY(reading.result.error().place.contains(QStringLiteral("line 1")));
}

void TestTables::refusesTheTableOfAnnotations()
{
    for (const QString &format : {QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("xlsx")}) {
        if (!FormatRegistry().exporter(format))
            continue; // without libzip
        const QString path = m_folder.filePath(QStringLiteral("annotations.") + format);
        exportTo(path, format, {richArticle()});
        const Reading reading = readPath(path);
        QVERIFY(reading.result.error().message.contains(QStringLiteral("table of annotations")));
        QCOMPARE(reading.articles.size(), 0);
    }
}

void TestTables::writesTheTableWithTabs()
{
    AnnotatedArticle article = richArticle();
    article.article.meta.title = QStringLiteral("=1+1");
    exportTo(m_folder.filePath(QStringLiteral("a.csv")), QStringLiteral("csv"), {article});
    const QList<Issue> issues = exportTo(m_folder.filePath(QStringLiteral("a.tsv")), QStringLiteral("tsv"), {article});
    QCOMPARE(issues.size(), 2);
    const auto read = [this](const char *name, QChar separator) { return rows(QString::fromUtf8(contentsOf(m_folder.filePath(QLatin1String(name))).mid(3)), separator); };
    const QList<QStringList> table = read("a.tsv", u'\t');
    QCOMPARE(table, read("a.csv", u','));
    QCOMPARE(table.size(), 6);
    QCOMPARE(table[1][1], QStringLiteral("'=1+1"));
    for (const QStringList &row : table)
        QCOMPARE(row.size(), table[0].size());
}

void TestTables::leavesFilesOfOtherFormatsAlone()
{
    const auto likelihood = [](const char *path, const QByteArray &head) { return CsvImporter().likelihood(QLatin1String(path), head); };
    QCOMPARE(likelihood("a.csv", "text,title\n"), 90);
    QCOMPARE(likelihood("a.csv", "within,source_offsets,content_offsets\n"), 90);
    QCOMPARE(likelihood("a.csv", "a,b\n"), 45);
    QCOMPARE(likelihood("a.txt", "text,title\n"), 0);
    QCOMPARE(likelihood("a.csv", "{\"text\": 1}"), 0);
    QCOMPARE(likelihood("a.csv", "PK\x03\x04"), 0);
    QCOMPARE(TsvImporter().likelihood(QStringLiteral("a.tsv"), "#FORMAT=WebAnno TSV 3.3\n"), 0);
}

void TestTables::cancels()
{
    const Progress progress;
    ImportReport report;
    const auto sink = [&progress](ImportedArticle) -> Result<void> {
        progress.cancel();
        return {};
    };
    const Result<void> read = CsvImporter().read(writeFile(m_folder, QStringLiteral("c.csv"), "text\nA\nB\nC\n"), {}, sink, report, progress);
    QCOMPARE(read.error().code, ErrorCode::Cancelled);
    QCOMPARE(report.articles, 1);
}

QTEST_GUILESS_MAIN(TestTables)
#include "test_tables.moc"
