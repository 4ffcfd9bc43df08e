// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangetesting.h"

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestHtml : public QObject
{
    Q_OBJECT

private slots:
    void takesTheArticleAndLeavesTheFurniture();
    void readsMetadata_data();
    void readsMetadata();
    void findsTheBodyWithoutAnArticleElement();
    void takesLineBreaksForParagraphs();
    void readsTheDeclaredEncoding_data();
    void readsTheDeclaredEncoding();
    void keepsAWrapperWithAMisleadingClass();
    void refusesPagesWithoutAnArticle_data();
    void refusesPagesWithoutAnArticle();
    void isToldApartFromText();

private:
    Reading read(const QByteArray &bytes, const ImportOptions &options = {})
    {
        return readPath(writeFile(m_folder, QStringLiteral("page.html"), bytes), options);
    }

    QTemporaryDir m_folder;
    const QByteArray m_one = "<p>The minister said on Monday that the new bridge would not open before the end of next year.</p>";
    const QByteArray m_two = "<p>“That is a \xF0\x9F\x98\x80 scandal,” replied the leader of the opposition, <a href='/x'>who</a> wants an inquiry.</p>";
};

void TestHtml::takesTheArticleAndLeavesTheFurniture()
{
    const Reading reading = read(
        "<!DOCTYPE html><html lang=en><head><title>Bridge late | The Example</title><style>p{}</style></head><body>"
        "<header><p>The Example: all the news that you could ever want to read.</p></header>"
        "<nav><ul><li><a href=/a>Home and away from home</a></li></ul></nav>"
        "<div class='cookie-notice'><p>We use cookies to make this page better for you and for everybody else.</p></div>"
        "<main><article><h1>Bridge late</h1><div class='share_bar'><p>Share this article with all of your friends on every network.</p></div>"
        + m_one + "<figure><img src=x><figcaption>The bridge, as it stood in the fog on Monday morning.</figcaption></figure>"
        "<h2>A scandal?</h2>" + m_two + "<script>var text = 'The minister said that scripts are no text at all.';</script>"
        "<ul><li>One cause is steel.</li></ul>"
        "<div class='relatedLinks'><p><a href=/b>Another bridge that came late</a></p></div></article></main>"
        "<section id='comments'><p>A reader wrote that this was a long and winding comment on bridges.</p></section>"
        "<aside><p>Most people who read this article also read the one about the other bridge.</p></aside>"
        "<footer><p>Copyright The Example, who have all the rights reserved for themselves.</p></footer></body></html>");
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.article().text,
             QStringLiteral("Bridge late\n"
                            "The minister said on Monday that the new bridge would not open before the end of next year.\nA scandal?\n"
                            "“That is a \U0001F600 scandal,” replied the leader of the opposition, who wants an inquiry.\nOne cause is steel.\n"));
    QCOMPARE(reading.article().meta.title, QStringLiteral("Bridge late"));
    QCOMPARE(reading.article().meta.language, QStringLiteral("en"));
    QCOMPARE(reading.article().externalId, QStringLiteral("page"));
}

void TestHtml::readsMetadata_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("JSON-LD") << QByteArray("<link rel=canonical href='https://example.org/a'><script type='application/ld+json'>{\"@context\":\"https://schema.org\","
                                           "\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},{\"@type\":[\"NewsArticle\"],\"headline\":\"The title\","
                                           "\"datePublished\":\"2024-05-06\",\"author\":[{\"@type\":\"Person\",\"name\":\"J. Doe\"},{\"name\":\"A. Roe\"}],"
                                           "\"publisher\":{\"name\":\"The Example\"}}]}</script><meta property='og:title' content='Other'>");
    QTest::newRow("Open Graph") << QByteArray("<meta property='og:title' content='The title'><meta property='og:url' content='https://example.org/a'>"
                                              "<meta property='og:site_name' content='The Example'><meta property='article:published_time' content='2024-05-06'>"
                                              "<meta name='author' content='J. Doe, A. Roe'>");
    QTest::newRow("broken JSON-LD") << QByteArray("<script type='application/ld+json'>{\"@type\":</script><meta name=DC.date content='2024-05-06'><meta name='twitter:title' content='The title'>"
                                                  "<meta name='application-name' content='The Example'><meta name=author content='J. Doe,  A. Roe'><link rel=canonical href='https://example.org/a'>");
}

void TestHtml::readsMetadata()
{
    QFETCH(QByteArray, head);
    const Reading reading = read("<html><head>" + head + "</head><body>" + m_one + m_two + "</body></html>");
    const ArticleMeta &meta = reading.article().meta;
    QCOMPARE(meta.title, QStringLiteral("The title"));
    QCOMPARE(meta.published, QStringLiteral("2024-05-06"));
    QCOMPARE(meta.author, QStringLiteral("J. Doe, A. Roe"));
    QCOMPARE(meta.outlet, QStringLiteral("The Example"));
    QCOMPARE(meta.url, QStringLiteral("https://example.org/a"));
}

void TestHtml::findsTheBodyWithoutAnArticleElement()
{
    const Reading reading = read("<body><div id=a><a href=/1>One long link to another story of the day</a> <a href=/2>And yet another long link to a story</a></div>"
                                 "<div id=b><div>" + m_one + m_two + m_one + "</div></div><div id=c><p>Short words at the end.</p></div></body>");
    QCOMPARE(reading.article().text.count(u'\n'), 3);
    QVERIFY(!reading.article().text.contains(QStringLiteral("Short words")));
    QVERIFY(!reading.article().text.contains(QStringLiteral("long link")));
}

void TestHtml::takesLineBreaksForParagraphs()
{
    const Reading reading = read("<body><div>The minister said on Monday that the bridge would not open before the end of the year.<br><br>"
                                 "Nobody had expected anything else of it, said the leader of the opposition, who laughed.</div></body>");
    QCOMPARE(reading.article().text.count(u'\n'), 2);
}

void TestHtml::readsTheDeclaredEncoding_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QString>("encoding");
    QTest::newRow("meta charset") << QByteArray("<meta charset=\"windows-1251\">") << QByteArray("\xEC\xEE\xF1\xF2") << QStringLiteral("windows-1251");
    QTest::newRow("http-equiv") << QByteArray("<meta http-equiv='Content-Type' content='text/html; charset=KOI8-R'>") << QByteArray("\xCD\xCF\xD3\xD4") << QStringLiteral("KOI8-R");
    QTest::newRow("UTF-8") << QByteArray("<meta charset=utf-8>") << QByteArray("\xD0\xBC\xD0\xBE\xD1\x81\xD1\x82") << QStringLiteral("UTF-8");
    QTest::newRow("none") << QByteArray() << QByteArray("\xD0\xBC\xD0\xBE\xD1\x81\xD1\x82") << QStringLiteral("UTF-8");
    QTest::newRow("a false UTF-16") << QByteArray("<meta charset=utf-16>") << QByteArray("\xD0\xBC\xD0\xBE\xD1\x81\xD1\x82") << QStringLiteral("UTF-8");
}

void TestHtml::readsTheDeclaredEncoding()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, word);
    QFETCH(QString, encoding);
    const Reading reading = read("<html><head>" + head + "</head><body><p>The word is " + word + ", said the minister of bridges in the evening.</p></body>");
    QVERIFY(reading.article().text.contains(QStringLiteral("мост")));
    QCOMPARE(reading.articles[0].encoding.toLower(), encoding.toLower());
}

void TestHtml::keepsAWrapperWithAMisleadingClass()
{
    const Reading reading = read("<body><div class='with-sidebar comments-open'>" + m_one + m_two + "</div></body>");
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.article().text.count(u'\n'), 2);
}

void TestHtml::refusesPagesWithoutAnArticle_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no text") << QByteArray("<html><body><img src=x></body></html>");
    QTest::newRow("links only") << QByteArray("<html><body><p><a href=x>A page that is nothing but one long link to another page</a></p></body></html>");
    QTest::newRow("binary") << QByteArray("\x89PNG\r\n\x1A\n\0\0", 10);
    QTest::newRow("nested too deep") << QByteArray("<html>") + QByteArray("<div>").repeated(20000) + "text";
}

void TestHtml::refusesPagesWithoutAnArticle()
{
    QFETCH(QByteArray, html);
    const Reading reading = read(html);
    QVERIFY(!reading.result);
    QCOMPARE(reading.result.error().code, ErrorCode::BadInput);
}

void TestHtml::isToldApartFromText()
{
    const FormatRegistry registry;
    const auto best = [&](const QString &name, const QByteArray &bytes) { return (*registry.bestImporter(writeFile(m_folder, name, bytes)))->info().name; };
    QCOMPARE(best(QStringLiteral("a.txt"), "<!DOCTYPE html><html>" + m_one), QStringLiteral("html"));
    QCOMPARE(best(QStringLiteral("b.html"), m_one), QStringLiteral("html"));
    QCOMPARE(best(QStringLiteral("c"), "A text"), QStringLiteral("text"));
    QCOMPARE(best(QStringLiteral("d.txt"), "{\"id\":\"a\",\"text\":\"b\"}"), QStringLiteral("jsonl"));
    QCOMPARE(best(QStringLiteral("e.ann"), "T1\tX 0 1\ta"), QStringLiteral("brat"));
    QStringList names;
    for (const FormatInfo &format : registry.formats())
        names.append(format.name + (format.reads ? u'r' : u'-') + (format.writes ? u'w' : u'-'));
    for (const QString &name : {QStringLiteral("jsonlrw"), QStringLiteral("textr-"), QStringLiteral("htmlr-"), QStringLiteral("bratrw"), QStringLiteral("csv-w")})
        QVERIFY2(names.contains(name), qPrintable(name));
}

QTEST_GUILESS_MAIN(TestHtml)
#include "test_html.moc"
