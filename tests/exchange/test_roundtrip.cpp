// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roundtrip.h"

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestRoundTrip : public QObject
{
    Q_OBJECT

private slots:
    void makesArticlesThatHoldWhatTheyShould();
    void givesBackRandomArticles_data();
    void givesBackRandomArticles();
    void knowsWhatEachFormatCarries();
};

void TestRoundTrip::makesArticlesThatHoldWhatTheyShould()
{
    int interrupted = 0;
    int attributions = 0;
    for (quint32 seed = 0; seed < 20; ++seed) {
        const AnnotatedArticle article = randomArticle(seed);
        QCOMPARE(linesOf(randomArticle(seed)), linesOf(article));
        for (const Span &span : article.annotations.spans) {
            QVERIFY(isValid(span.fragments, article.article.text.size()));
            interrupted += span.fragments.size() > 1;
        }
        attributions += int(article.annotations.attributions.size());
    }
    QVERIFY(interrupted > 20 && attributions > 60);
}

void TestRoundTrip::givesBackRandomArticles_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("jsonl") << QStringLiteral("jsonl");
    QTest::newRow("brat") << QStringLiteral("brat");
}

/// These two lose nothing of articles but, brat, their metadata.
void TestRoundTrip::givesBackRandomArticles()
{
    QFETCH(QString, format);
    QList<AnnotatedArticle> articles;
    for (quint32 seed = 0; seed < 25; ++seed)
        articles.append(randomArticle(seed));
    const QTemporaryDir folder;
    const Reading reading = throughFile(folder.filePath(QStringLiteral("out")), format, articles);
    QCOMPARE(reading.articles.size(), articles.size());
    Kept kept;
    kept.origins = true;
    kept.meta = format != u"brat";
    for (const ImportedArticle &imported : reading.articles) {
        const quint32 seed = imported.article.article.externalId.mid(1).toUInt();
        QCOMPARE(linesOf(imported.article, kept), linesOf(articles[seed], kept));
    }
}

void TestRoundTrip::knowsWhatEachFormatCarries()
{
    const QStringList withoutAnnotations{QStringLiteral("text"),    QStringLiteral("html"),  QStringLiteral("qdc"),
                                         QStringLiteral("docx"),    QStringLiteral("odt"),   QStringLiteral("epub"),
                                         QStringLiteral("rtf"),     QStringLiteral("mhtml"), QStringLiteral("pdf"),
                                         QStringLiteral("markdown")};
    for (const FormatInfo &format : FormatRegistry().formats()) {
        const Carries &carries = format.carries;
        const bool annotates = carries != Carries();
        QCOMPARE(annotates, !withoutAnnotations.contains(format.name));
        QCOMPARE(carries.offsets != OffsetUnit::None, annotates && format.name != u"claimreview");
        QVERIFY2(!annotates || !carries.checkedAgainst.isEmpty(), qPrintable(format.name));
    }
}

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "test_roundtrip.moc"
