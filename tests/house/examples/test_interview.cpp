// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "interviewdetector.h"

#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;

class TestInterview : public QObject
{
    Q_OBJECT

private slots:
    void creditsAParagraphToTheNameBeforeIt();
    void passesOverWhatIsNoName();
    void stopsWhenItIsCancelled();

private:
    static Article articleOf(const QString &text)
    {
        Article article;
        article.text = text;
        return article;
    }
    const Detection::InterviewDetector m_detector{};
};

void TestInterview::creditsAParagraphToTheNameBeforeIt()
{
    const Article article = articleOf(QStringLiteral(
        "\U0001F600 A talk\n\nAnn Reed: The bridge is closed. \nIt was time.\n\nLind: Why?\n\nAnn Reed: It is old."));
    const auto found = m_detector.detect(article, Progress());
    QVERIFY(found);
    QCOMPARE(found->attributions.size(), 3);
    QCOMPARE(found->speakers.size(), 2);
    QCOMPARE(textOf(found->spans[0].fragments, article.text), QStringLiteral("Ann Reed"));
    QCOMPARE(textOf(found->spans[1].fragments, article.text), QStringLiteral("The bridge is closed."));
    QVERIFY(found->spans[0].speaker == found->spans[4].speaker);
    QVERIFY(!found->attributions[0].provenance.explanation.isEmpty());
}

void TestInterview::passesOverWhatIsNoName()
{
    for (const char *text : {"", "It is late: go home.", "the minister: no", "Ann Reed:", "Ann Reed: ", "Ann\nReed : yes"})
        QVERIFY(m_detector.detect(articleOf(QString::fromLatin1(text)), Progress())->isEmpty());
}

void TestInterview::stopsWhenItIsCancelled()
{
    const Progress progress;
    progress.cancel();
    QCOMPARE(m_detector.detect(articleOf(QStringLiteral("Ann Reed: Yes.")), progress).error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestInterview)
#include "test_interview.moc"
