// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/rendering/htmlparagraph.h>

#include <QRegularExpression>
#include <QtTest>

using namespace Quoth::Rendering;
using Quoth::Widgets::Highlight;

class TestHtmlParagraph : public QObject
{
    Q_OBJECT

private slots:
    void writesSpans_data();
    void writesSpans();
    void closesWhatItOpensForAnyHighlights();
};

namespace {

/// The page's text with short tags: "<0oe>" for style 0 that opens and ends here, "</>" for an end.
QString brief(QString html)
{
    static const QRegularExpression tag(QStringLiteral("<span class=\"h l(\\d+)([^\"]*)\" title=\"[^\"]*\">"));
    html.replace(tag, QStringLiteral("<\\1\\2>"));
    return html.replace(QStringLiteral("</span>"), QStringLiteral("</>"));
}

Highlight highlight(qint32 begin, qint32 end, int style)
{
    Highlight result;
    result.begin = begin;
    result.end = end;
    result.style = style;
    result.key = quint64(style) + 2;
    return result;
}

QString titleOf(quint64 key) { return QStringLiteral("no. %1 & \"more\"").arg(key); }

} // namespace

void TestHtmlParagraph::writesSpans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<Highlight>>("highlights");
    QTest::addColumn<QString>("expected");
    const QString text = QStringLiteral("abcdefgh");
    QTest::newRow("none") << text << QList<Highlight>() << text;
    QTest::newRow("one") << text << QList<Highlight>{highlight(2, 4, 0)} << QStringLiteral("ab<0 o e>cd</>efgh");
    QTest::newRow("nested") << text << QList<Highlight>{highlight(1, 7, 0), highlight(2, 4, 1)}
                            << QStringLiteral("a<0 o e>b<1 o e>cd</>efg</>h");
    QTest::newRow("the same place") << text << QList<Highlight>{highlight(1, 3, 0), highlight(1, 3, 1)}
                                    << QStringLiteral("a<0 o e><1 o e>bc</></>defgh");
    QTest::newRow("crossing") << text << QList<Highlight>{highlight(1, 4, 0), highlight(2, 6, 1)}
                              << QStringLiteral("a<0 o e>b<1 o>cd</></><1 e>ef</>gh");
    QTest::newRow("three crossing") << text << QList<Highlight>{highlight(0, 4, 0), highlight(1, 6, 1), highlight(2, 8, 2)}
                                    << QStringLiteral("<0 o e>a<1 o>b<2 o>cd</></></><1 e><2>ef</></><2 e>gh</>");
    QTest::newRow("neighbours") << text << QList<Highlight>{highlight(0, 4, 0), highlight(4, 8, 1)}
                                << QStringLiteral("<0 o e>abcd</><1 o e>efgh</>");
    QTest::newRow("signs of HTML") << QStringLiteral("a<b>&\"c") << QList<Highlight>{highlight(1, 5, 0)}
                                   << QStringLiteral("a<0 o e>&lt;b&gt;&amp;</>&quot;c");
    QTest::newRow("beyond both ends") << text << QList<Highlight>{highlight(-3, 2, 0), highlight(6, 20, 1)}
                                      << QStringLiteral("<0 e>ab</>cdef<1 o>gh</>");
}

void TestHtmlParagraph::writesSpans()
{
    QFETCH(QString, text);
    QFETCH(QList<Highlight>, highlights);
    QFETCH(QString, expected);
    const QString html = paragraphHtml(text, 0, qint32(text.size()), highlights, titleOf);
    QCOMPARE(brief(html), expected);
    QVERIFY(highlights.isEmpty() || html.contains(QStringLiteral(" title=\"no. 2 &amp; &quot;more&quot;\"")));
}

void TestHtmlParagraph::closesWhatItOpensForAnyHighlights()
{
    QRandomGenerator random(7);
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    const QString text = QStringLiteral("All the words of a paragraph that is long enough.");
    for (int round = 0; round < 300; ++round) {
        QList<Highlight> highlights;
        for (int i = 0; i < 8; ++i) {
            const qint32 begin = random.bounded(int(text.size()) - 1);
            highlights.append(highlight(begin, begin + 1 + random.bounded(int(text.size()) - begin), i));
        }
        std::sort(highlights.begin(), highlights.end(),
                  [](const Highlight &a, const Highlight &b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
        const QString html = paragraphHtml(text, 0, qint32(text.size()), highlights, titleOf);
        // Each character lies within exactly the highlights that cover it.
        QList<QString> open;
        qint32 position = 0;
        for (qsizetype i = 0; i < html.size();) {
            const auto match = tag.match(html, i, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
            if (!match.hasMatch()) {
                int covering = 0;
                for (const Highlight &one : std::as_const(highlights))
                    covering += one.begin <= position && position < one.end;
                QCOMPARE(int(open.size()), covering);
                ++position;
                ++i;
                continue;
            }
            if (match.captured().startsWith(QStringLiteral("</")))
                open.removeLast();
            else
                open.append(match.captured());
            i += match.capturedLength();
        }
        QVERIFY(open.isEmpty());
        QCOMPARE(position, qint32(text.size()));
        QCOMPARE(QString(html).remove(tag), text);
    }
}

QTEST_APPLESS_MAIN(TestHtmlParagraph)
#include "test_htmlparagraph.moc"
