// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangetesting.h"

#include <app/exchange/nativeformat.h>

#include <QDir>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

/// What a file's columns and fields are called, which files a folder holds, and where a page was fetched from.
class TestColumns : public QObject
{
    Q_OBJECT

private slots:
    void findsTheFilesOfAFolder();
    void takesAFileOrAnAnnotatedFolderAsItIs();
    void tellsTheColumnsOfATable();
    void takesNoColumnWhereNoneIsWanted();
    void readsRecordsOfOtherPrograms();
    void takesTheFieldsThatAreNamed();
    void leavesNativeRecordsAsTheyAre();
    void takesTheAddressWhereTheArticleNamesNone();

private:
    using Columns = QMap<QString, qsizetype>;
    Reading read(const QString &name, const QByteArray &bytes, const ImportOptions &options = {})
    {
        return readPath(writeFile(m_folder, name, bytes), options);
    }

    QTemporaryDir m_folder;
};

void TestColumns::findsTheFilesOfAFolder()
{
    const QDir folder(m_folder.filePath(QStringLiteral("news")));
    QVERIFY(folder.mkpath(QStringLiteral("more/deep")));
    for (const char *name : {"news/b.txt", "news/A.TXT", "news/picture.xcf", "news/.hidden.txt", "news/more/c.html", "news/more/deep/d.jsonl", "news/readme"})
        writeFile(m_folder, QString::fromLatin1(name), "It rained.\n");
    const QStringList found = FormatRegistry().filesOf(folder.path());
    QStringList names;
    for (const QString &path : found)
        names.append(folder.relativeFilePath(path));
    QCOMPARE(names, (QStringList{QStringLiteral("A.TXT"), QStringLiteral("b.txt"), QStringLiteral("more/c.html"), QStringLiteral("more/deep/d.jsonl")}));
}

void TestColumns::takesAFileOrAnAnnotatedFolderAsItIs()
{
    const FormatRegistry formats;
    const QString file = writeFile(m_folder, QStringLiteral("one.txt"), "It rained.\n");
    QCOMPARE(formats.filesOf(file), QStringList{file});
    const QString none = m_folder.filePath(QStringLiteral("none.txt"));
    QCOMPARE(formats.filesOf(none), QStringList{none});
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("brat")) && QDir(m_folder.path()).mkpath(QStringLiteral("empty")));
    writeFile(m_folder, QStringLiteral("brat/one.txt"), "It rained.\n");
    writeFile(m_folder, QStringLiteral("brat/one.ann"), "");
    for (const char *name : {"brat", "empty"}) {
        const QString folder = m_folder.filePath(QString::fromLatin1(name));
        QCOMPARE(formats.filesOf(folder), QStringList{folder});
    }
}

void TestColumns::tellsTheColumnsOfATable()
{
    const Reading reading = read(QStringLiteral("t.csv"), "Headline,Body,Section,Link\nOne,Ana spoke.,World,https://example.org/1\n");
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.report.header, (QStringList{QStringLiteral("Headline"), QStringLiteral("Body"), QStringLiteral("Section"), QStringLiteral("Link")}));
    QCOMPARE(reading.report.columns, (Columns{{QStringLiteral("title"), 0}, {QStringLiteral("text"), 1}, {QStringLiteral("url"), 3}}));
    // Where no column is known to hold the text, they are told all the same.
    const Reading unknown = read(QStringLiteral("t.csv"), "Name,Words\nOne,Ana spoke.\n");
    QVERIFY(!unknown.result);
    QCOMPARE(unknown.report.header, (QStringList{QStringLiteral("Name"), QStringLiteral("Words")}));
    QCOMPARE(unknown.report.columns, Columns());
}

void TestColumns::takesNoColumnWhereNoneIsWanted()
{
    ImportOptions options;
    options.columns = {{QStringLiteral("title"), QString()}, {QStringLiteral("url"), QString()}};
    const QByteArray table("Headline,Body,Link\nOne,\"Ana spoke.\nThen she left.\",https://example.org/1\n");
    const Reading reading = read(QStringLiteral("t.csv"), table, options);
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.report.columns, (Columns{{QStringLiteral("text"), 1}}));
    QCOMPARE(reading.article().meta.title, QStringLiteral("Ana spoke."));
    QCOMPARE(reading.article().meta.url, QString());
    QCOMPARE(reading.article().meta.extra.value(u"Headline").toString(), QStringLiteral("One"));
    options.columns = {{QStringLiteral("text"), QString()}};
    QVERIFY(read(QStringLiteral("t.csv"), table, options).result.error().message.contains(QStringLiteral("text=NAME")));
}

void TestColumns::readsRecordsOfOtherPrograms()
{
    const Reading reading = read(QStringLiteral("crawl.jsonl"),
                                 "{\"headline\": \"One\", \"body\": \"Ana spoke. \xF0\x9F\x98\x80\", \"published_at\": \"2024-05-06\", \"newspaper\": \"The Example\","
                                 " \"byline\": [\"J. Doe\", \"A. Roe\"], \"section\": \"World\"}\n"
                                 "{\"body\": \"Ben left.\"}\n"
                                 "{\"headline\": \"No text\"}\n"
                                 "{\"body\": \"Cy came.\", \"permalink\": \"https://example.org/3\"}\n");
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.articles.size(), 3);
    QCOMPARE(reading.article().text, QStringLiteral("Ana spoke. \U0001F600"));
    const ArticleMeta &meta = reading.article().meta;
    QCOMPARE(meta.title, QStringLiteral("One"));
    QCOMPARE(meta.published, QStringLiteral("2024-05-06"));
    QCOMPARE(meta.outlet, QStringLiteral("The Example"));
    QCOMPARE(meta.author, QStringLiteral("J. Doe, A. Roe"));
    QCOMPARE(meta.extra.value(recordFields).toObject().value(u"section").toString(), QStringLiteral("World"));
    QCOMPARE(reading.article(1).text, QStringLiteral("Ben left."));
    QCOMPARE(reading.article(2).meta.url, QStringLiteral("https://example.org/3"));
    QCOMPARE(reading.issuesWith(QStringLiteral("no \"text\"")), 1);
    QCOMPARE(reading.report.header, (QStringList{QStringLiteral("body"), QStringLiteral("byline"), QStringLiteral("headline"), QStringLiteral("newspaper"),
                                                 QStringLiteral("published_at"), QStringLiteral("section"), QStringLiteral("permalink")}));
    QCOMPARE(reading.report.columns, (Columns{{QStringLiteral("text"), 0}, {QStringLiteral("author"), 1}, {QStringLiteral("title"), 2}, {QStringLiteral("outlet"), 3},
                                              {QStringLiteral("date"), 4}, {QStringLiteral("url"), 6}}));
}

void TestColumns::takesTheFieldsThatAreNamed()
{
    ImportOptions options;
    options.columns = {{QStringLiteral("text"), QStringLiteral("Lede")}, {QStringLiteral("outlet"), QStringLiteral("channel")}, {QStringLiteral("title"), QString()}};
    const Reading reading = read(QStringLiteral("crawl.jsonl"),
                                 "{\"lede\": \"Ana spoke.\", \"body\": \"Much more.\", \"headline\": \"One\", \"channel\": \"Radio\"}\n"
                                 "{\"lede\": \"Ben left.\", \"body\": \"Much more.\"}\n",
                                 options);
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.articles.size(), 2);
    QCOMPARE(reading.article().text, QStringLiteral("Ana spoke."));
    QCOMPARE(reading.article().meta.outlet, QStringLiteral("Radio"));
    QVERIFY(reading.article().meta.title != u"One");
    const QJsonObject rest = reading.article().meta.extra.value(recordFields).toObject();
    QCOMPARE(rest.value(u"headline").toString(), QStringLiteral("One"));
    QCOMPARE(rest.value(u"body").toString(), QStringLiteral("Much more."));
    QCOMPARE(reading.article(1).text, QStringLiteral("Ben left."));
    QCOMPARE(reading.article(1).meta.outlet, QString());
}

void TestColumns::leavesNativeRecordsAsTheyAre()
{
    const QString path = m_folder.filePath(QStringLiteral("native.jsonl"));
    const AnnotatedArticle article = richArticle();
    QCOMPARE(exportTo(path, QStringLiteral("jsonl"), {article}, allStates()), QList<Issue>());
    const Reading reading = readPath(path);
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.report.header, QStringList());
    QCOMPARE(renumbered(reading.articles[0].article).article, renumbered(article).article);
    // A record with a text is one of ours, whatever else it has.
    const Reading plain = read(QStringLiteral("plain.jsonl"), "{\"text\": \"Ana spoke.\", \"headline\": \"One\"}\n");
    QCOMPARE(plain.report.header, QStringList());
    QCOMPARE(plain.article().meta.extra.value(recordFields).toObject().value(u"headline").toString(), QStringLiteral("One"));
}

void TestColumns::takesTheAddressWhereTheArticleNamesNone()
{
    ImportOptions options;
    options.url = QStringLiteral("https://example.org/fetched");
    QCOMPARE(read(QStringLiteral("a.txt"), "Ana spoke.\n", options).article().meta.url, options.url);
    options.format = QStringLiteral("jsonl");
    const Reading reading = read(QStringLiteral("a.jsonl"),
                                 "{\"text\": \"Ana spoke.\", \"meta\": {\"url\": \"https://example.org/own\"}}\n"
                                 "{\"text\": \"Ben left.\"}\n",
                                 options);
    QCOMPARE(reading.articles.size(), 2);
    QCOMPARE(reading.article().meta.url, QStringLiteral("https://example.org/own"));
    QCOMPARE(reading.article(1).meta.url, options.url);
}

QTEST_GUILESS_MAIN(TestColumns)
#include "test_columns.moc"
