// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <widgets/articleview.h>

#include <QtTest>

using namespace Quoth::Widgets;

/// The caret by sentence and paragraph, by real keys.
class TestArticleKeys : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void movesBySentence();
    void selectsSentences();
    void movesByParagraph();
    void selectsParagraphs();
    void staysWithinTheText();
    void movesInRightToLeftText();
    void pointsWithTheArrowsInEitherDirection_data();
    void pointsWithTheArrowsInEitherDirection();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers) { QTest::keyClick(m_view.get(), key, modifiers); }
    qint32 find(const char *words) const { return qint32(m_view->text().indexOf(QString::fromUtf8(words))); }

    std::unique_ptr<ArticleView> m_view;
};

void TestArticleKeys::init()
{
    m_view = std::make_unique<ArticleView>();
    m_view->resize(700, 400);
    m_view->setArticle(QStringLiteral("One is first. Two comes after it.\n\n  Three begins here. Four ends it. \n\nFive stands alone."));
    m_view->show();
    m_view->setFocus();
}

void TestArticleKeys::movesBySentence()
{
    for (const char *next : {"Two", "Three", "Four", "Five"}) {
        press(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(m_view->caret(), find(next));
    }
    press(Qt::Key_Right, {});
    for (const char *before : {"Five", "Four", "Three", "Two", "One"}) {
        press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(m_view->caret(), find(before));
    }
}

void TestArticleKeys::selectsSentences()
{
    press(Qt::Key_Down, Qt::AltModifier);
    press(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(m_view->selectedText(), QStringLiteral("Two comes after it."));
    press(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(m_view->selectedText(), QStringLiteral("Two comes after it.\n\n  Three begins here."));
    press(Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(m_view->selectedText(), QStringLiteral("Two comes after it."));
}

void TestArticleKeys::movesByParagraph()
{
    for (const char *next : {"Three", "Five"}) {
        press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(m_view->caret(), find(next));
    }
    press(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(m_view->caret(), qint32(m_view->text().size()));
    for (const char *before : {"Five", "Three", "One"}) {
        press(Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(m_view->caret(), find(before));
    }
}

void TestArticleKeys::selectsParagraphs()
{
    press(Qt::Key_Down, Qt::ControlModifier);
    press(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_view->selectedText(), QStringLiteral("Three begins here. Four ends it."));
}

void TestArticleKeys::staysWithinTheText()
{
    for (const Qt::KeyboardModifiers modifiers : {Qt::KeyboardModifiers(Qt::AltModifier), Qt::KeyboardModifiers(Qt::ControlModifier)}) {
        for (int i = 0; i < 8; ++i)
            press(Qt::Key_Down, modifiers);
        QCOMPARE(m_view->caret(), qint32(m_view->text().size()));
        for (int i = 0; i < 8; ++i)
            press(Qt::Key_Up, modifiers);
        QCOMPARE(m_view->caret(), 0);
    }
    m_view->setArticle({});
    press(Qt::Key_Down, Qt::AltModifier);
    press(Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(m_view->caret(), 0);
}

void TestArticleKeys::movesInRightToLeftText()
{
    m_view->setArticle(QStringLiteral("قال الوزير نعم. ثم غادر المبنى.\nאמר כן. הלך."));
    press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_view->caret(), find("ثم"));
    press(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(m_view->selectedText(), QStringLiteral("ثم غادر المبنى."));
    press(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(m_view->caret(), find("אמר"));
}

void TestArticleKeys::pointsWithTheArrowsInEitherDirection_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("rightToLeft");
    QTest::newRow("English") << QStringLiteral("The board met again.") << false;
    QTest::newRow("Arabic") << QStringLiteral("قال الوزير نعم للصحفيين.") << true;
    QTest::newRow("Hebrew") << QStringLiteral("אמר ראש העיר היום.") << true;
}

void TestArticleKeys::pointsWithTheArrowsInEitherDirection()
{
    QFETCH(QString, text);
    QFETCH(bool, rightToLeft);
    m_view->setArticle(text);
    const Qt::Key on = rightToLeft ? Qt::Key_Left : Qt::Key_Right;
    const Qt::Key back = rightToLeft ? Qt::Key_Right : Qt::Key_Left;
    for (int i = 1; i < 9; ++i) {
        const qreal before = m_view->caretRectangle(m_view->caret()).left();
        press(on, {});
        QCOMPARE(m_view->caret(), i);
        const qreal now = m_view->caretRectangle(m_view->caret()).left();
        QVERIFY(rightToLeft ? now < before : now > before);
    }
    press(back, {});
    QCOMPARE(m_view->caret(), 7);
    press(Qt::Key_Home, Qt::ControlModifier);
    press(on, Qt::ControlModifier);
    press(on, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_view->selectedText(), text.split(u' ')[1]);
    // A mark around the selected words stands where the words stand.
    const Extent chosen = m_view->selection();
    const QRectF first = m_view->caretRectangle(chosen.begin);
    QCOMPARE(m_view->offsetAt(first.center().toPoint() + QPoint(rightToLeft ? -1 : 1, 0)), chosen.begin);
}

QTEST_MAIN(TestArticleKeys)
#include "test_articlekeys.moc"
