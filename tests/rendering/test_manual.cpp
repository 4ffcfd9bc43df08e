// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/rendering/manualpages.h>

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Rendering;

namespace {

QString html(const char *markdown, bool isRichText = false)
{
    MarkdownStyle style;
    style.isRichText = isRichText;
    return readMarkdown(QString::fromUtf8(markdown), style).html.simplified();
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The manual as it is carried, and what it is written into.
class TestManual : public QObject
{
    Q_OBJECT

private slots:
    void writesMarkdownAsHtml_data();
    void writesMarkdownAsHtml();
    void makesAnchorsAsGitHubDoes();
    void keepsSectionsWithTheirPlainText();
    void hasItsChaptersInTheOrderOfTheFirst();
    void everyLinkLeadsSomewhere();
    void everyPictureIsThere();
    void everyChapterHasATitleAndClosesWhatItOpens();
    void findsWords();
    void isOnePageThatNeedsNothingElse();
    void leavesLinksToOtherChaptersOut();
    void fillsAFolder();
    void writesPdfWithAPageForEachChapter();
    void saysWhyNothingWasWritten();

private:
    const Manual m_manual;
};

void TestManual::writesMarkdownAsHtml_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *markdown, const char *expected) {
        QTest::newRow(name) << QByteArray(markdown) << QString::fromUtf8(expected);
    };
    row("paragraph", "One\ntwo.\n\nThree & <four>.", "<p>One two.</p> <p>Three &amp; &lt;four&gt;.</p>");
    row("emphasis", "*a* **b** **c *d* e** 2 * 3 * 4",
        "<p><em>a</em> <strong>b</strong> <strong>c <em>d</em> e</strong> 2 * 3 * 4</p>");
    row("underscores in a word", "_a_ snake_case_word", "<p><em>a</em> snake_case_word</p>");
    row("code", "`a *b* <c>` and ``d ` e``", "<p><code>a *b* &lt;c&gt;</code> and <code>d ` e</code></p>");
    row("signs that begin nothing", "a ** b ` c [d] (e) \\*f\\*", "<p>a ** b ` c [d] (e) *f*</p>");
    row("link", "See [the *other* one](b.md#c-d).", "<p>See <a href=\"b.md#c-d\">the <em>other</em> one</a>.</p>");
    row("brackets of an example", "[S: Olsen][C: :] [Q: so].", "<p>[S: Olsen][C: :] [Q: so].</p>");
    row("address", "<https://example.org/a?b=1&c>",
        "<p><a href=\"https://example.org/a?b=1&amp;c\">https://example.org/a?b=1&amp;c</a></p>");
    row("picture", "![What *is* seen](pictures/a.png)", "<p><img src=\"pictures/a.png\" alt=\"What is seen\"></p>");
    row("heading", "## Which **one**?\nText", "<h2 id=\"which-one\">Which <strong>one</strong>?</h2> <p>Text</p>");
    row("tight list", "- a\n  b\n- c", "<ul> <li>a b</li> <li>c</li> </ul>");
    row("loose list", "1. a\n\n2. b", "<ol> <li><p>a</p> </li> <li><p>b</p> </li> </ol>");
    row("list that begins later", "3. a\n4. b", "<ol start=\"3\"> <li>a</li> <li>b</li> </ol>");
    row("list in a list", "- a\n  - b\n  - c\n- d", "<ul> <li>a<ul> <li>b</li> <li>c</li> </ul> </li> <li>d</li> </ul>");
    row("list after words", "Words:\n- a", "<p>Words:</p> <ul> <li>a</li> </ul>");
    row("year in a line", "It was in\n1988. Then", "<p>It was in 1988. Then</p>");
    row("fence", "```bash\na < b\n\n*c*\n```\nd", "<pre>a &lt; b *c*</pre> <p>d</p>");
    row("table", "| a | b |\n| --- | ---: |\n| `c \\| c` | d \\| e |",
        "<div class=\"table\"><table> <tr><th align=\"left\">a</th><th align=\"right\">b</th></tr> <tr><td "
        "align=\"left\"><code>c | c</code></td><td "
        "align=\"right\">d | e</td></tr> </table></div>");
    row("table with an empty corner", "| | a |\n| --- | --- |\n| b | |",
        "<div class=\"table\"><table> <tr><th align=\"left\"></th><th align=\"left\">a</th></tr> <tr><td "
        "align=\"left\">b</td><td align=\"left\"></td></tr> "
        "</table></div>");
    row("quotation", "> a\n> b\n\nc", "<blockquote> <p>a b</p> </blockquote> <p>c</p>");
    row("code in a tight item", "- a\n  ```\n  b\n  ```\n  c\n", "<ul> <li>a<pre>b</pre> c</li> </ul>");
    row("entity", "&eacute; &lt; &none; `&lt;` [a](b?c&amp;d)",
        "<p>\u00e9 &lt; &amp;none; <code>&amp;lt;</code> <a href=\"b?c&amp;d\">a</a></p>");
    row("remark of HTML", "<!-- a -->\n\n<b>b</b>", "<p>&lt;!-- a --&gt;</p> <p>&lt;b&gt;b&lt;/b&gt;</p>");
    row("rule", "a\n\n---\n\nb", "<p>a</p> <hr> <p>b</p>");
}

void TestManual::writesMarkdownAsHtml()
{
    QFETCH(QByteArray, markdown);
    QFETCH(QString, expected);
    QCOMPARE(html(markdown.constData()), expected);
}

void TestManual::makesAnchorsAsGitHubDoes()
{
    QCOMPARE(headingAnchor(QStringLiteral("What can be read")), QStringLiteral("what-can-be-read"));
    QCOMPARE(headingAnchor(QStringLiteral("Which one?")), QStringLiteral("which-one"));
    QCOMPARE(headingAnchor(QStringLiteral("Überschrift: \u201CX\u201D & y_z")), QStringLiteral("überschrift-x--y_z"));
    const MarkdownPage page = readMarkdown(QStringLiteral("# A\n## B\n## B\n"));
    QCOMPARE(page.sections.value(2).anchor, QStringLiteral("b-1"));
    QVERIFY(html("# A b", true).contains(QStringLiteral("<a name=\"a-b\">A b</a>")));
}

void TestManual::keepsSectionsWithTheirPlainText()
{
    const MarkdownPage page
        = readMarkdown(QStringLiteral("Before\n# *One*\nsome [link](x.md) and `code`\n\n| a | b |\n|---|---|\n| c | d |\n\n## "
                                      "Two\n- e\n  - f &amp;\n\n```\ng\n  h\n```\n"));
    QCOMPARE(page.sections.size(), 3);
    QCOMPARE(page.sections[0].text, QStringLiteral("Before"));
    QCOMPARE(page.sections[1].title, QStringLiteral("One"));
    QCOMPARE(page.sections[1].text, QStringLiteral("some link and code\na b\nc d"));
    QCOMPARE(page.sections[2].level, 2);
    QCOMPARE(page.sections[2].text, QStringLiteral("e\nf &\ng\n  h"));
    QCOMPARE(page.links, QStringList{QStringLiteral("x.md")});
    QCOMPARE(page.emphases, QStringList{QStringLiteral("One")});
    QCOMPARE(page.codes, QStringList{QStringLiteral("code")});
}

void TestManual::hasItsChaptersInTheOrderOfTheFirst()
{
    QVERIFY(m_manual.chapters().size() > 10);
    QCOMPARE(m_manual.chapters().constFirst().name, QStringLiteral("index"));
    QCOMPARE(m_manual.chapters().at(1).name, QStringLiteral("first-steps"));
    QVERIFY(m_manual.chapter(QStringLiteral("formats")));
    QVERIFY(!m_manual.chapter(QStringLiteral("none")));
    // The first names all others.
    const QStringList named = m_manual.chapters().constFirst().links;
    for (const ManualChapter &chapter : m_manual.chapters())
        QVERIFY2(chapter.name == u"index" || named.contains(chapter.name + QStringLiteral(".md")), qPrintable(chapter.name));
}

void TestManual::everyLinkLeadsSomewhere()
{
    QStringList lost;
    for (const ManualChapter &chapter : m_manual.chapters()) {
        for (const QString &link : chapter.links) {
            const auto place = Manual::placeOf(link, chapter.name);
            const bool isAddress = link.startsWith(QStringLiteral("https://"));
            if (place ? !m_manual.has(*place) : !isAddress)
                lost.append(chapter.name + QStringLiteral(".md: ") + link);
        }
    }
    QVERIFY2(lost.isEmpty(), qPrintable(lost.join(u'\n')));
}

void TestManual::everyPictureIsThere()
{
    QStringList missing;
    for (const ManualChapter &chapter : m_manual.chapters()) {
        for (const QString &picture : chapter.pictures) {
            const QString path = m_manual.picturePath(picture);
            if (path.isEmpty()) {
                missing.append(chapter.name + QStringLiteral(".md: ") + picture);
                continue;
            }
            const QImage image(path);
            QVERIFY2(!image.isNull() && image.width() <= 1200, qPrintable(picture));
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

void TestManual::everyChapterHasATitleAndClosesWhatItOpens()
{
    for (const ManualChapter &chapter : m_manual.chapters()) {
        QVERIFY2(!chapter.sections.isEmpty() && chapter.sections.constFirst().level == 1, qPrintable(chapter.name));
        QVERIFY2(!chapter.title.isEmpty(), qPrintable(chapter.name));
        for (const char *tag :
             {"p", "ul", "ol", "li", "table", "tr", "td", "th", "em", "strong", "code", "pre", "a", "h2", "h3"}) {
            const QString page = readMarkdown(chapter.source).html;
            const QString name = QString::fromLatin1(tag);
            const qsizetype opened = page.count(u'<' + name + u'>') + page.count(u'<' + name + u' ');
            QVERIFY2(opened == page.count(QStringLiteral("</") + name + u'>'), qPrintable(chapter.name + u' ' + name));
        }
        // Markup that was not understood would stand in the text, as of a table without blank lines around it.
        static const QRegularExpression markup(QStringLiteral(R"re(\]\(|\| *:?---|^##+ )re"),
                                               QRegularExpression::MultilineOption);
        for (const MarkdownSection &section : chapter.sections)
            QVERIFY2(!section.text.contains(markup) && !section.title.contains(u'`'),
                     qPrintable(chapter.name + u' ' + section.title));
    }
}

void TestManual::findsWords()
{
    const QList<ManualHit> hits = m_manual.search(QStringLiteral("offsets"));
    QVERIFY(!hits.isEmpty());
    QCOMPARE(hits.constFirst().chapter, QStringLiteral("formats")); // its heading goes first
    QCOMPARE(hits.constFirst().anchor, QStringLiteral("offsets"));
    for (const ManualHit &hit : hits)
        QVERIFY(m_manual.has({hit.chapter, hit.anchor}));
    QVERIFY(m_manual.search(QStringLiteral("offsets xyzzy")).isEmpty());
    QVERIFY(m_manual.search(QStringLiteral("  ")).isEmpty());
}

void TestManual::isOnePageThatNeedsNothingElse()
{
    const QString page = manualPage(m_manual);
    QVERIFY(page.startsWith(QStringLiteral("<!DOCTYPE html>")));
    QVERIFY(page.contains(QStringLiteral("prefers-color-scheme: dark")));
    QVERIFY(!page.contains(QStringLiteral(".md\"")) && !page.contains(QStringLiteral("src=\"pictures")));
    // Every place that is gone to is there once.
    static const QRegularExpression target(QStringLiteral("href=\"#([^\"]+)\""));
    auto links = target.globalMatch(page);
    int count = 0;
    while (links.hasNext()) {
        const QString id = links.next().captured(1);
        QVERIFY2(page.count(QStringLiteral("id=\"") + id + u'"') == 1, qPrintable(id));
        ++count;
    }
    QVERIFY(count > m_manual.chapters().size());
}

void TestManual::leavesLinksToOtherChaptersOut()
{
    const QString page = manualPage(m_manual, {QStringLiteral("labelling")});
    QVERIFY(page.contains(QStringLiteral("<title>Labelling</title>")));
    QVERIFY(!page.contains(QStringLiteral("guideline.md")) && !page.contains(QStringLiteral("href=\"#guideline\"")));
    QVERIFY(page.contains(QStringLiteral("href=\"#labelling--move-edges\"")));
}

void TestManual::fillsAFolder()
{
    const QTemporaryDir folder;
    const QDir out(folder.filePath(QStringLiteral("manual")));
    QVERIFY(writeManual(m_manual, {}, out.path()));
    QCOMPARE(out.entryList({QStringLiteral("*.html")}).size(), m_manual.chapters().size());
    const QString page = QString::fromUtf8(contents(out.filePath(QStringLiteral("labelling.html"))));
    QVERIFY(page.contains(QStringLiteral("href=\"guideline.html\"")));
    QVERIFY(page.contains(QStringLiteral("aria-current=\"page\">Labelling<")));
    QVERIFY(page.contains(QStringLiteral("id=\"move-edges\""))
            && page.contains(QStringLiteral("href=\"labelling.html#move-edges\"")));
}

void TestManual::writesPdfWithAPageForEachChapter()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QVERIFY(writeManualPdf(m_manual, {}, buffer));
    QVERIFY(buffer.data().startsWith("%PDF-"));
    const qsizetype pages = buffer.data().count("/Type /Page\n");
    QVERIFY2(pages > m_manual.chapters().size(), QByteArray::number(pages).constData());
    QBuffer one;
    QVERIFY(one.open(QIODevice::WriteOnly));
    QVERIFY(writeManualPdf(m_manual, {QStringLiteral("printing")}, one));
    QVERIFY(one.data().count("/Type /Page\n") < pages);
}

void TestManual::saysWhyNothingWasWritten()
{
    for (const char *name : {"manual.html", "manual.pdf"}) {
        const auto done = writeManual(m_manual, {}, QStringLiteral("/nowhere/") + QString::fromLatin1(name));
        QVERIFY(!done);
        QVERIFY(done.error().code == ErrorCode::NotWritable);
        QVERIFY(done.error().place.contains(QString::fromLatin1(name)));
    }
}

QTEST_MAIN(TestManual)
#include "test_manual.moc"
