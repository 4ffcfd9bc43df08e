// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangetesting.h"
#include "quotelistexporter.h"
#include "quotelistimporter.h"
#include "roundtrip.h"

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestQuoteList : public QObject
{
    Q_OBJECT

private slots:
    void readsWhoIsCreditedWithWhat();
    void countsOffsetsAfterAnEmoji();
    void leavesOutWhatIsNoQuotation();
    void refusesAFileOfNothing();
    void takesAFileThatIsCutShort();
    void stopsWhenItIsCancelled();
    void tellsWhatIsLost();
    void comesBackAsItWas();
    void writesNothingThatItDoesNotRead();

private:
    Reading read(const QByteArray &bytes, const Progress &progress = Progress()) const
    {
        Reading reading;
        const auto sink = [&reading](ImportedArticle article) -> Result<void> {
            reading.articles.append(std::move(article));
            return {};
        };
        const QString path = writeFile(m_folder, QStringLiteral("list.quotes"), bytes);
        reading.result = QuoteListImporter().read(path, {}, sink, reading.report, progress);
        return reading;
    }
    QByteArray written(const QList<AnnotatedArticle> &articles, QList<Issue> *losses = nullptr) const
    {
        const QString path = m_folder.filePath(QStringLiteral("out.quotes"));
        auto session = QuoteListExporter().open(path, {});
        for (const AnnotatedArticle &article : articles) {
            if (!(*session)->write(article))
                return "not written";
        }
        if (losses)
            *losses = (*session)->losses();
        return (*session)->commit() ? contentsOf(path) : "not committed";
    }

    const QTemporaryDir m_folder;
};

void TestQuoteList::readsWhoIsCreditedWithWhat()
{
    const Reading reading
        = read("Old bridge closed\nAna Moreau\tThe deck is thin.\r\n\nBoris Lind\tWe knew.\nAna Moreau\tNow we know.\n");
    QVERIFY(reading.result);
    QCOMPARE(reading.report.articles, 1);
    QVERIFY(reading.report.issues.isEmpty());
    QCOMPARE(reading.article().meta.title, QStringLiteral("Old bridge closed"));
    QCOMPARE(reading.article().text.section(u'\n', 0, 0), QStringLiteral("\u201CThe deck is thin.\u201D \u2014 Ana Moreau"));
    QCOMPARE(reading.annotations().attributions.size(), 3);
    QVERIFY(reading.annotations().attributions[0].kind == Kind::Direct);
    QCOMPARE(reading.annotations().speakers.size(), 2);
}

void TestQuoteList::countsOffsetsAfterAnEmoji()
{
    const Reading reading = read("\xf0\x9f\x98\x80 Ana\tYes \xf0\x9f\x98\x80 indeed\nLind\tNo\n");
    const Span &last = reading.annotations().spans.constLast();
    QCOMPARE(textOf(last.fragments, reading.article().text), QStringLiteral("Lind"));
}

void TestQuoteList::leavesOutWhatIsNoQuotation()
{
    const Reading reading = read("Ana\t\n\tNobody said it.\nA title alone\nAnother\nAna\tYes \xff\n");
    QCOMPARE(reading.report.articles, 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("without a speaker")), 2);
    QCOMPARE(reading.issuesWith(QStringLiteral("Titles without")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("not valid UTF-8")), 1);
}

void TestQuoteList::refusesAFileOfNothing()
{
    QVERIFY(!read("").result);
    QVERIFY(!read("A title alone\n").result);
}

void TestQuoteList::takesAFileThatIsCutShort()
{
    const QByteArray whole = "Old bridge closed\nAna\tYes\nLind\tNo\n";
    for (qsizetype length = 0; length < whole.size(); ++length)
        QVERIFY(read(whole.first(length)).report.articles <= 1);
    QCOMPARE(read(whole.first(whole.indexOf("Lind"))).annotations().attributions.size(), 1);
}

void TestQuoteList::stopsWhenItIsCancelled()
{
    const Progress progress;
    progress.cancel();
    QCOMPARE(read("Ana\tYes\n", progress).result.error().code, ErrorCode::Cancelled);
}

void TestQuoteList::tellsWhatIsLost()
{
    QList<Issue> losses;
    const QByteArray list = written({richArticle()}, &losses);
    QVERIFY(list.startsWith("Talks ended\nAna Petrova\t"));
    const auto count = [&losses](const QString &words) {
        int found = 0;
        for (const Issue &issue : std::as_const(losses))
            found += issue.message.contains(words) ? issue.count : 0;
        return found;
    };
    QCOMPARE(count(QStringLiteral("text around")), 1);
    QCOMPARE(count(QStringLiteral("neither speaker nor words")), 5); // three cues, a claim and a scare quote
    QCOMPARE(count(QStringLiteral("Confidences")), 1);
}

void TestQuoteList::comesBackAsItWas()
{
    const QByteArray list = "Old bridge closed\nAna\t\xe2\x80\x9cYes\xe2\x80\x9d, twice\nLind\tNo\nNew bridge\nAna\tPerhaps\n";
    const Reading reading = read(list);
    QCOMPARE(reading.articles.size(), 2);
    QCOMPARE(written({reading.articles[0].article, reading.articles[1].article}), list);
}

void TestQuoteList::writesNothingThatItDoesNotRead()
{
    for (quint32 seed = 0; seed < 50; ++seed) {
        const QByteArray list = written({randomArticle(seed)});
        const Reading reading = read(list);
        QCOMPARE(reading.issuesWith(QString()), reading.articles.isEmpty() ? 1 : 0); // a title without quotations
        qsizetype quotations = 0;
        for (const ImportedArticle &imported : reading.articles)
            quotations += imported.article.annotations.attributions.size();
        QCOMPARE(quotations, list.count('\t'));
    }
}

QTEST_GUILESS_MAIN(TestQuoteList)
#include "test_quotelist.moc"
