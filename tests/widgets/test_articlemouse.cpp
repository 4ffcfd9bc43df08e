// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <widgets/articleview.h>

#include <QSignalSpy>
#include <QtTest>

using namespace Quoth::Widgets;

/// What is done to highlights and cards with the mouse alone.
class TestArticleMouse : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void drawsAnEdgeOutByWholeWords();
    void drawsAnEdgeInByCharactersWithAlt();
    void keepsAHighlightFromBeingDrawnAway();
    void selectsFromWithinAHighlightThatIsNotInHand();
    void takesTheEdgeOfWhatIsInHandBeforeOthers();
    void drawsTheEndOfRightToLeftText();
    void tellsOfWordsSelectedByMouse();
    void selectsASignByADoubleClick();
    void decidesOnTheCardUnderThePointer();

private:
    QPoint at(const QString &part, bool end = false, int beside = 0);
    void drag(const QPoint &from, const QPoint &to, Qt::KeyboardModifiers modifiers = {});
    void load(const QString &text);

    SampleSource m_source;
    std::unique_ptr<ArticleView> m_view;
};

void TestArticleMouse::init()
{
    m_source = SampleSource();
    m_view = std::make_unique<ArticleView>();
    m_view->resize(900, 600);
    m_view->setStyles(sampleStyles());
    m_view->setHighlightSource(&m_source);
    m_view->show();
    m_view->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

void TestArticleMouse::load(const QString &text)
{
    m_view->setArticle(text);
    QTest::qWait(1);
}

QPoint TestArticleMouse::at(const QString &part, bool end, int beside)
{
    const qint32 begin = qint32(m_view->text().indexOf(part));
    const QRectF here = m_view->caretRectangle(end ? begin + qint32(part.size()) : begin);
    return QPoint(qRound(here.left()) + beside, int(here.center().y()));
}

void TestArticleMouse::drag(const QPoint &from, const QPoint &to, Qt::KeyboardModifiers modifiers)
{
    QTest::mouseMove(m_view->viewport(), from);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, modifiers, from);
    for (const QPoint &position : {(from + to) / 2, to}) {
        QMouseEvent move(QEvent::MouseMove, position, m_view->viewport()->mapToGlobal(position), Qt::NoButton,
                         Qt::LeftButton, modifiers);
        QApplication::sendEvent(m_view->viewport(), &move);
    }
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, modifiers, to);
}

void TestArticleMouse::drawsAnEdgeOutByWholeWords()
{
    load(QStringLiteral("The mayor said that the harbour would close."));
    m_source.mark(m_view->text(), QStringLiteral("harbour"), 2);
    QSignalSpy dragged(m_view.get(), &ArticleView::edgeDragged);
    drag(at(QStringLiteral("harbour"), true, 2), at(QStringLiteral("close"), true, -6));
    QCOMPARE(dragged.size(), 1);
    QCOMPARE(dragged[0][0].toULongLong(), 1);
    QCOMPARE(dragged[0][1].value<Extent>(), (Extent{24, 31}));
    QCOMPARE(dragged[0][2].value<Extent>(), (Extent{24, 43}));
    QVERIFY(m_view->selection().isEmpty());
}

void TestArticleMouse::drawsAnEdgeInByCharactersWithAlt()
{
    load(QStringLiteral("The mayor said that the harbour would close."));
    const Highlight &mark = m_source.mark(m_view->text(), QStringLiteral("the harbour"), 2);
    m_view->setFocusedKey(mark.key);
    QSignalSpy dragged(m_view.get(), &ArticleView::edgeDragged);
    drag(at(QStringLiteral("the harbour"), false, 1), at(QStringLiteral("arbour")), Qt::AltModifier);
    QCOMPARE(dragged.size(), 1);
    QCOMPARE(dragged[0][2].value<Extent>(), (Extent{25, 31}));
}

void TestArticleMouse::keepsAHighlightFromBeingDrawnAway()
{
    load(QStringLiteral("The mayor said that the harbour would close."));
    m_source.mark(m_view->text(), QStringLiteral("harbour"), 2);
    QSignalSpy dragged(m_view.get(), &ArticleView::edgeDragged);
    drag(at(QStringLiteral("harbour"), true, 2), at(QStringLiteral("mayor")));
    for (const QList<QVariant> &arguments : dragged)
        QVERIFY(!arguments[2].value<Extent>().isEmpty() && arguments[2].value<Extent>().begin == 24);
}

void TestArticleMouse::selectsFromWithinAHighlightThatIsNotInHand()
{
    load(QStringLiteral("The mayor said that the harbour would close."));
    m_source.mark(m_view->text(), QStringLiteral("the harbour would"), 2);
    QSignalSpy dragged(m_view.get(), &ArticleView::edgeDragged);
    drag(at(QStringLiteral("the harbour"), false, 2), at(QStringLiteral("harbour"), true, -3));
    QVERIFY(dragged.isEmpty());
    QCOMPARE(m_view->selectedText(), QStringLiteral("the harbour"));
}

void TestArticleMouse::takesTheEdgeOfWhatIsInHandBeforeOthers()
{
    load(QStringLiteral("The mayor said that the harbour would close."));
    m_source.mark(m_view->text(), QStringLiteral("that the harbour"), 2);
    m_source.mark(m_view->text(), QStringLiteral("the harbour"), 3);
    m_source.sort();
    QSignalSpy dragged(m_view.get(), &ArticleView::edgeDragged);
    m_view->setFocusedKey(1);
    drag(at(QStringLiteral("harbour"), true, 2), at(QStringLiteral("would"), true, -3));
    QCOMPARE(dragged.takeFirst()[0].toULongLong(), 1);
    m_view->setFocusedKey(2);
    drag(at(QStringLiteral("harbour"), true, 2), at(QStringLiteral("would"), true, -3));
    QCOMPARE(dragged.takeFirst()[0].toULongLong(), 2);
}

void TestArticleMouse::drawsTheEndOfRightToLeftText()
{
    load(QStringLiteral("קרא המורה את השיר הישן."));
    const Highlight mark = m_source.mark(m_view->text(), QStringLiteral("המורה"), 0);
    m_view->setFocusedKey(mark.key);
    QSignalSpy dragged(m_view.get(), &ArticleView::edgeDragged);
    drag(at(QStringLiteral("המורה"), true), at(QStringLiteral("השיר"), true, 2));
    QCOMPARE(dragged.size(), 1);
    QCOMPARE(dragged[0][2].value<Extent>(), (Extent{mark.begin, qint32(m_view->text().indexOf(QStringLiteral("השיר")) + 4)}));
}

void TestArticleMouse::tellsOfWordsSelectedByMouse()
{
    load(QStringLiteral("The mayor said that the harbour would close."));
    QSignalSpy selected(m_view.get(), &ArticleView::selectedByMouse);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(QStringLiteral("mayor"), false, 8));
    QVERIFY(selected.isEmpty());
    drag(at(QStringLiteral("the"), false, 1), at(QStringLiteral("harbour"), true, -3), Qt::ControlModifier);
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected[0][0].value<Qt::KeyboardModifiers>(), Qt::ControlModifier);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at(QStringLiteral("would"), false, 8));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, at(QStringLiteral("would"), false, 8));
    QCOMPARE(selected.size(), 2);
    QCOMPARE(m_view->selectedText(), QStringLiteral("would"));
}

void TestArticleMouse::selectsASignByADoubleClick()
{
    load(QStringLiteral("MOREAU: The bridge is safe."));
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at(QStringLiteral(":"), false, 2));
    QCOMPARE(m_view->selectedText(), QStringLiteral(":"));
}

void TestArticleMouse::decidesOnTheCardUnderThePointer()
{
    load(QStringLiteral("One two three.\nFour five six."));
    m_source.cards = {{7, 0, QStringLiteral("First"), {}, {}, QStringLiteral("0.9"), Qt::blue, true, false},
                      {8, 15, QStringLiteral("Second"), {}, {}, QStringLiteral("✓"), Qt::blue, false, false}};
    m_source.cards[1].decision = Decision::Accepted;
    m_view->setCardSource(&m_source);
    QSignalSpy activated(m_view.get(), &ArticleView::cardActivated);
    QSignalSpy acted(m_view.get(), &ArticleView::cardActionTriggered);
    const QList<PlacedCard> cards = m_view->visibleCards();
    const QList<CardButton> buttons = cardButtons(cards[0].card, cards[0].rect, m_view->font());
    QCOMPARE(buttons.size(), 2);
    for (const CardButton &button : buttons) {
        QTest::mouseMove(m_view->viewport(), button.rect.center());
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, button.rect.center());
        QCOMPARE(acted.takeFirst()[1].value<CardAction>(), button.action);
    }
    QVERIFY(activated.isEmpty());
    QVERIFY(cardButtons(cards[1].card, cards[1].rect, m_view->font()).isEmpty());
}

QTEST_MAIN(TestArticleMouse)
#include "test_articlemouse.moc"
