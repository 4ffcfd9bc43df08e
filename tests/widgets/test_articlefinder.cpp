// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <widgets/articlefinder.h>

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QtTest>

using namespace Quoth::Widgets;

class TestArticleFinder : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void findsEveryPlace_data();
    void findsEveryPlace();
    void findsInTenMegabytesAtOnce();
    void selectsWhileOneTypes();
    void goesOnAndRoundAgain();
    void leavesTheHitSelectedOnEscape();
    void findsTheSelectedWords();
    void findsByCaseAndWholeWords();
    void saysThatNothingIsFound();
    void marksHitsInTheTextAndAlongTheScrollBar();
    void searchesTheNextArticleToo();

private:
    QLineEdit *line() const { return m_bar->findChild<QLineEdit *>(); }
    QString count() const { return m_bar->findChild<QLabel *>(QStringLiteral("find.count"))->text(); }
    void check(const QString &text) const
    {
        for (QCheckBox *box : m_bar->findChildren<QCheckBox *>()) {
            if (box->text() == text)
                QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
        }
    }

    std::unique_ptr<QWidget> m_window;
    ArticleView *m_view = nullptr;
    FindBar *m_bar = nullptr;
    ArticleFinder *m_finder = nullptr;
};

void TestArticleFinder::init()
{
    m_window = std::make_unique<QWidget>();
    m_view = new ArticleView;
    m_bar = new FindBar;
    m_finder = new ArticleFinder(*m_view, *m_bar, m_window.get());
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_view);
    layout->addWidget(m_bar);
    m_window->resize(900, 600);
    m_window->show();
    m_view->setArticle(QStringLiteral("The bridge is old. A bridge ages.\n\nBridges do not last: the Bridge board knows."));
    m_view->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestArticleFinder::cleanup() { m_window.reset(); }

void TestArticleFinder::findsEveryPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("matchCase");
    QTest::addColumn<bool>("wholeWords");
    QTest::addColumn<QList<int>>("begins");
    const QString text = QStringLiteral("Ann and anna, ANN's span.");
    QTest::newRow("any case") << text << QStringLiteral("ann") << false << false << QList<int>{0, 8, 14};
    QTest::newRow("case") << text << QStringLiteral("ann") << true << false << QList<int>{8};
    QTest::newRow("whole words") << text << QStringLiteral("ann") << false << true << QList<int>{0, 14};
    QTest::newRow("nothing") << text << QString() << false << false << QList<int>();
    QTest::newRow("longer than the text") << QStringLiteral("a") << QStringLiteral("aa") << false << false << QList<int>();
    QTest::newRow("no overlaps") << QStringLiteral("aaaaa") << QStringLiteral("aa") << false << false << QList<int>{0, 2};
    QTest::newRow("at the ends") << QStringLiteral("no, no") << QStringLiteral("no") << false << true << QList<int>{0, 4};
    QTest::newRow("curly quotes") << QStringLiteral("“don’t”") << QStringLiteral("\"don't\"") << true << false
                                  << QList<int>{0};
    QTest::newRow("no-break space") << QStringLiteral("4\u00a0per") << QStringLiteral("4 per") << false << false
                                    << QList<int>{0};
    QTest::newRow("Greek") << QStringLiteral("ΠΟΛΗ πολη") << QStringLiteral("Πολη") << false << false
                           << QList<int>{0, 5};
    QTest::newRow("Arabic") << QStringLiteral("قال الوزير إن الوزير") << QStringLiteral("الوزير") << false << true
                            << QList<int>{4, 14};
    QTest::newRow("after an emoji") << QStringLiteral("😀 yes") << QStringLiteral("YES") << false << true << QList<int>{3};
}

void TestArticleFinder::findsEveryPlace()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    QFETCH(bool, matchCase);
    QFETCH(bool, wholeWords);
    QFETCH(QList<int>, begins);
    QList<int> found;
    for (const Extent &extent : findAll(text, words, {matchCase, wholeWords})) {
        QCOMPARE(extent.length(), qint32(words.size()));
        found.append(extent.begin);
    }
    QCOMPARE(found, begins);
}

void TestArticleFinder::findsInTenMegabytesAtOnce()
{
    QString text = QStringLiteral("The harbour board met on Monday and said nothing new. ").repeated(190000);
    text += QStringLiteral("Here it is.");
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(findAll(text, QStringLiteral("here IT is")).size(), 1);
    QCOMPARE(findAll(text, QStringLiteral("e")).size(), 190000 * 3 + 2);
    const qint64 taken = timer.elapsed();
    qInfo("two searches through %lld characters: %lld ms", qint64(text.size()), taken);
    QVERIFY2(taken < 2000, qPrintable(QString::number(taken))); // slow machines and sanitizers
}

void TestArticleFinder::selectsWhileOneTypes()
{
    m_finder->open();
    QVERIFY(line()->hasFocus());
    QTest::keyClicks(line(), QStringLiteral("bri"));
    QCOMPARE(m_view->hits().size(), 4);
    QCOMPARE(m_view->selection(), (Extent{4, 7}));
    QCOMPARE(count(), QStringLiteral("1 of 4"));
    QTest::keyClicks(line(), QStringLiteral("dges"));
    QCOMPARE(m_view->selectedText(), QStringLiteral("Bridges"));
    QCOMPARE(count(), QStringLiteral("1 of 1"));
}

void TestArticleFinder::goesOnAndRoundAgain()
{
    m_finder->open();
    QTest::keyClicks(line(), QStringLiteral("bridge"));
    QStringList counts;
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(line(), Qt::Key_Return);
        counts.append(count());
    }
    QCOMPARE(counts, (QStringList{QStringLiteral("2 of 4"), QStringLiteral("3 of 4"), QStringLiteral("4 of 4"),
                                  QStringLiteral("1 of 4 · from the top")}));
    QTest::keyClick(line(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(count(), QStringLiteral("4 of 4 · from the end"));
    QCOMPARE(m_view->selection().begin, qint32(m_view->text().lastIndexOf(QStringLiteral("Bridge"))));
}

void TestArticleFinder::leavesTheHitSelectedOnEscape()
{
    m_finder->open();
    QTest::keyClicks(line(), QStringLiteral("board"));
    QTest::keyClick(line(), Qt::Key_Escape);
    QVERIFY(m_bar->isHidden());
    QVERIFY(m_view->hasFocus());
    QCOMPARE(m_view->selectedText(), QStringLiteral("board"));
    QVERIFY(m_view->hits().isEmpty());
}

void TestArticleFinder::findsTheSelectedWords()
{
    m_view->setSelection(4, 10);
    m_finder->step(1);
    QCOMPARE(m_view->selection(), (Extent{21, 27}));
    QVERIFY(m_view->hasFocus());
    QCOMPARE(m_view->hits().size(), 4);
    m_finder->step(-1);
    QCOMPARE(m_view->selection(), (Extent{4, 10}));
    QCOMPARE(count(), QStringLiteral("1 of 4"));
}

void TestArticleFinder::findsByCaseAndWholeWords()
{
    m_finder->open();
    QTest::keyClicks(line(), QStringLiteral("bridge"));
    check(QStringLiteral("Whole words"));
    QCOMPARE(m_view->hits().size(), 3);
    check(QStringLiteral("Match case"));
    QCOMPARE(m_view->hits().size(), 2);
}

void TestArticleFinder::saysThatNothingIsFound()
{
    m_finder->open();
    QTest::keyClicks(line(), QStringLiteral("tunnel"));
    QCOMPARE(count(), QStringLiteral("not found"));
    QVERIFY(m_view->hits().isEmpty());
    QTest::keyClick(line(), Qt::Key_Return);
    line()->clear();
    QVERIFY(count().isEmpty());
}

void TestArticleFinder::marksHitsInTheTextAndAlongTheScrollBar()
{
    m_view->setArticle((QStringLiteral("A short line.\n").repeated(400) + QStringLiteral("Here it is.\n")).repeated(3));
    const QImage bar = m_view->verticalScrollBar()->grab().toImage();
    const QImage text = m_view->viewport()->grab().toImage();
    m_view->setHits(findAll(m_view->text(), u"here it is"));
    const QImage ticked = m_view->verticalScrollBar()->grab().toImage();
    QList<int> rows;
    for (int y = 0; y < bar.height(); ++y) {
        if (bar.pixel(bar.width() / 2, y) != ticked.pixel(bar.width() / 2, y) && (rows.isEmpty() || y > rows.last() + 4))
            rows.append(y);
    }
    QCOMPARE(rows.size(), 3);
    QVERIFY(std::abs(rows[1] - 2 * bar.height() / 3) < bar.height() / 10);
    QCOMPARE(m_view->viewport()->grab().toImage(), text);
    m_view->setHits(findAll(m_view->text(), u"short"));
    QVERIFY(m_view->viewport()->grab().toImage() != text);
    m_view->setHits({});
    QCOMPARE(m_view->verticalScrollBar()->grab().toImage(), bar);
}

void TestArticleFinder::searchesTheNextArticleToo()
{
    m_finder->open();
    QTest::keyClicks(line(), QStringLiteral("bridge"));
    m_view->setArticle(QStringLiteral("Another bridge."));
    QCOMPARE(m_view->hits(), (QList<Extent>{{8, 14}}));
    QVERIFY(m_view->selection().isEmpty());
    m_finder->close();
    m_view->setArticle(QStringLiteral("A bridge."));
    QVERIFY(m_view->hits().isEmpty());
}

QTEST_MAIN(TestArticleFinder)
#include "test_articlefinder.moc"
