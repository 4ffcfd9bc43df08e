// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "badtexts.h"
#include "detectionchecks.h"

#include <app/detection/detectorregistry.h>

#include <QtTest>

#include <ctime>

using namespace Quoth;

class TestBadInput : public QObject
{
    Q_OBJECT

private slots:
    void givesWhatAProjectCanTake_data();
    void givesWhatAProjectCanTake();
    void readsTenTimesAsMuchInTenTimesTheTime_data();
    void readsTenTimesAsMuchInTenTimesTheTime();
    void readsManyMarksAndBracketsAtOnce();
};

static void addRows()
{
    QTest::addColumn<int>("which");
    for (int i = 0; i < int(badTexts.size()); ++i)
        QTest::newRow(badTexts[size_t(i)].name) << i;
}

void TestBadInput::givesWhatAProjectCanTake_data() { addRows(); }

void TestBadInput::givesWhatAProjectCanTake()
{
    QFETCH(int, which);
    const Detection::DetectorRegistry registry;
    Annotation::Article article;
    for (const qsizetype length : {1, 100, 5'000}) {
        const QString whole = makeBadText(badTexts[size_t(which)], length);
        // Cut short anywhere, and behind an open quotation.
        for (const QString &text :
             {whole, whole.left(whole.size() - 1), QStringLiteral("Carter said: \u201CIt ") + whole + u'\u201D'}) {
            article.text = text;
            for (const QString &language : {QString(), QStringLiteral("en"), QStringLiteral("xx")}) {
                article.meta.language = language;
                for (const QString &name : registry.names()) {
                    const auto found = registry.detector(name)->detect(article, Progress());
                    QVERIFY2(found, found ? "" : qPrintable(found.error().text()));
                    QCOMPARE(Detection::whatIsWrong(*found, text), QString());
                }
            }
        }
    }
}

void TestBadInput::readsTenTimesAsMuchInTenTimesTheTime_data() { addRows(); }

void TestBadInput::readsTenTimesAsMuchInTenTimesTheTime()
{
    QFETCH(int, which);
    const Detection::DetectorRegistry registry;
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("xx")}) {
        const auto seconds = [&](qsizetype length) {
            Annotation::Article article;
            article.text = makeBadText(badTexts[size_t(which)], length);
            article.meta.language = language;
            double best = 1e9;
            for (int round = 0; round < 2; ++round) {
                const std::clock_t begin = std::clock();
                (void)registry.detector(u"rules")->detect(article, Progress());
                best = std::min(best, double(std::clock() - begin) / CLOCKS_PER_SEC);
            }
            return best;
        };
        const double shorter = seconds(6'000);
        const double longer = seconds(60'000);
        // Quadratic work would take a hundred times as long.
        QVERIFY2(longer < 35 * shorter + 0.05, qPrintable(QStringLiteral("%1 s, %2 s").arg(shorter).arg(longer)));
    }
}

void TestBadInput::readsManyMarksAndBracketsAtOnce()
{
    const Detection::DetectorRegistry registry;
    Annotation::Article article;
    article.meta.language = QStringLiteral("en");
    for (const QString &text :
         {QStringLiteral("(").repeated(100'000) + QStringLiteral(" Carter said so ") + QStringLiteral(")").repeated(100'000),
          QStringLiteral("\"said\" ").repeated(25'000)}) {
        article.text = text;
        const std::clock_t begin = std::clock();
        const auto found = registry.detector(u"rules")->detect(article, Progress());
        QVERIFY(found);
        QCOMPARE(Detection::whatIsWrong(*found, text), QString());
        QVERIFY(double(std::clock() - begin) / CLOCKS_PER_SEC < 5);
    }
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "test_badinput.moc"
