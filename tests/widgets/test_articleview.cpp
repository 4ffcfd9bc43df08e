// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <widgets/articleview.h>

#include <QAccessible>
#include <QClipboard>
#include <QHelpEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolTip>
#include <QVBoxLayout>
#include <QtTest>

using namespace Quoth::Widgets;

namespace {

/// Counts the keys the view leaves to its window.
class Window : public QWidget
{
public:
    int unusedKeys = 0;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() != Qt::Key_Alt && event->key() != Qt::Key_Shift)
            ++unusedKeys;
        event->accept();
    }
};

} // namespace

class TestArticleView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void selectsTheWordClicked();
    void selectsTheSentenceOnTheThirdClick();
    void dragsWholeWords();
    void dragsCharactersWithAlt();
    void dragsBackwards();
    void activatesTheShortestHighlightAndCycles();
    void hoversTheShortestHighlight();
    void selectsByKeyboard();
    void movesOverLinesAndParagraphs();
    void trimsBlanksOfASelection();
    void copiesTheSelection();
    void leavesUnusedKeysToTheWindow_data();
    void leavesUnusedKeysToTheWindow();
    void asksForVisibleHighlightsOnly();
    void bringsAFarPlaceIntoView();
    void staysAtItsPlaceWhenTextAboveIsLaidOut();
    void staysAtItsPlaceWhenZoomed();
    void neverOverlapsCards();
    void triggersACardsButtonsByMouse();
    void describesWhatThePointerRestsOn();
    void foldsACornerOfWhatHasANote();
    void hidesCardsWhenNarrow();
    void tellsAScreenReaderWhatItShows();
    void asksForAContextMenuWithKeys();
    void standsAnEmptyArticle();

private:
    QPoint at(const QString &part, int into = 0) const;
    Extent extentOf(const QString &part) const;
    void drag(const QPoint &from, const QPoint &to, Qt::KeyboardModifiers modifiers = {});
    void load(const QString &text, qint32 headline = 0);

    SampleSource m_source;
    Window *m_window = nullptr;
    ArticleView *m_view = nullptr;
};

void TestArticleView::init()
{
    m_source = SampleSource();
    m_window = new Window;
    m_view = new ArticleView(m_window);
    auto *layout = new QVBoxLayout(m_window);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    m_window->resize(900, 600);
    m_view->setStyles(sampleStyles());
    m_view->setHighlightSource(&m_source);
    m_window->show();
    m_view->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
}

void TestArticleView::cleanup() { delete m_window; }

void TestArticleView::load(const QString &text, qint32 headline)
{
    m_view->setArticle(text, headline);
    QTest::qWait(1);
}

QPoint TestArticleView::at(const QString &part, int into) const
{
    const qint32 begin = qint32(m_view->text().indexOf(part)) + into;
    const QRectF here = m_view->caretRectangle(begin);
    return (here.center() + QPointF(2, 0)).toPoint();
}

Extent TestArticleView::extentOf(const QString &part) const
{
    const qint32 begin = qint32(m_view->text().indexOf(part));
    return {begin, begin + qint32(part.size())};
}

void TestArticleView::drag(const QPoint &from, const QPoint &to, Qt::KeyboardModifiers modifiers)
{
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, modifiers, from);
    const auto moveTo = [&](const QPoint &position) {
        QMouseEvent move(QEvent::MouseMove, position, m_view->viewport()->mapToGlobal(position), Qt::NoButton,
                         Qt::LeftButton, modifiers);
        QApplication::sendEvent(m_view->viewport(), &move);
    };
    moveTo((from + to) / 2);
    moveTo(to);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, modifiers, to);
}

void TestArticleView::selectsTheWordClicked()
{
    load(QStringLiteral("The harbour\u2019s mayor said so."));
    QSignalSpy changed(m_view, &ArticleView::selectionChanged);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(QStringLiteral("bour")));
    QCOMPARE(m_view->selectedText(), QStringLiteral("harbour\u2019s"));
    QCOMPARE(changed.size(), 1);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at(QStringLiteral("ayor")));
    QCOMPARE(m_view->selectedText(), QStringLiteral("mayor"));
}

void TestArticleView::selectsTheSentenceOnTheThirdClick()
{
    load(QStringLiteral("One thing is sure. The mayor said so. Nobody minded."));
    const QPoint place = at(QStringLiteral("mayor"), 2);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(m_view->selectedText(), QStringLiteral("The mayor said so."));
}

void TestArticleView::dragsWholeWords()
{
    load(QStringLiteral("The harbour board met on Monday."));
    drag(at(QStringLiteral("bour")), at(QStringLiteral("oard"), 1));
    QCOMPARE(m_view->selectedText(), QStringLiteral("harbour board"));
}

void TestArticleView::dragsCharactersWithAlt()
{
    load(QStringLiteral("The harbour board met on Monday."));
    drag(at(QStringLiteral("bour board")), at(QStringLiteral("ard met")), Qt::AltModifier);
    QCOMPARE(m_view->selectedText(), QStringLiteral("bour bo"));
}

void TestArticleView::dragsBackwards()
{
    load(QStringLiteral("The harbour board met on Monday."));
    drag(at(QStringLiteral("et on")), at(QStringLiteral("rbour")));
    QCOMPARE(m_view->selectedText(), QStringLiteral("harbour board met"));
    QCOMPARE(m_view->caret(), extentOf(QStringLiteral("harbour")).begin);
}

void TestArticleView::activatesTheShortestHighlightAndCycles()
{
    load(QStringLiteral("He said \u201Cthe old bridge will stay open\u201D and left."));
    m_source.mark(m_view->text(), QStringLiteral("\u201Cthe old bridge will stay open\u201D"), 2);
    m_source.mark(m_view->text(), QStringLiteral("the old bridge will stay open"), 3);
    m_source.mark(m_view->text(), QStringLiteral("old bridge"), 0);
    QSignalSpy activated(m_view, &ArticleView::highlightActivated);
    const QPoint place = at(QStringLiteral("bridge"), 2);
    QList<quint64> keys;
    for (int i = 0; i < 4; ++i) {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, place);
        keys.append(activated.takeFirst().first().toULongLong());
    }
    QCOMPARE(keys, (QList<quint64>{3, 2, 1, 3}));
    QVERIFY(m_view->selection().isEmpty());
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(QStringLiteral("stay")));
    QCOMPARE(activated.takeFirst().first().toULongLong(), 2);
}

void TestArticleView::hoversTheShortestHighlight()
{
    load(QStringLiteral("He said \u201Cthe old bridge stays\u201D and left."));
    m_source.mark(m_view->text(), QStringLiteral("the old bridge stays"), 2);
    m_source.mark(m_view->text(), QStringLiteral("old bridge"), 0);
    QSignalSpy hovered(m_view, &ArticleView::highlightHovered);
    for (const QString &part : {QStringLiteral("bridge"), QStringLiteral("stays"), QStringLiteral("left")}) {
        const QPoint place = at(part, 1);
        QMouseEvent move(QEvent::MouseMove, place, m_view->viewport()->mapToGlobal(place), Qt::NoButton, Qt::NoButton,
                         {});
        QApplication::sendEvent(m_view->viewport(), &move);
    }
    QList<quint64> keys;
    for (const auto &arguments : hovered)
        keys.append(arguments.first().toULongLong());
    QCOMPARE(keys, (QList<quint64>{2, 1, 0}));
}

void TestArticleView::selectsByKeyboard()
{
    load(QStringLiteral("The harbour board, late on Monday, met."));
    QTest::keyClick(m_view, Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(m_view->caret(), 4);
    QTest::keyClick(m_view, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_view->selectedText(), QStringLiteral("harbour"));
    QTest::keyClick(m_view, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_view->selectedText(), QStringLiteral("harbour board"));
    QTest::keyClick(m_view, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedText(), QStringLiteral("harbour boar"));
    QTest::keyClick(m_view, Qt::Key_Left);
    QVERIFY(m_view->selection().isEmpty());
    QCOMPARE(m_view->caret(), 4);
    QTest::keyClick(m_view, Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedText(), QStringLiteral("harbour board, late on Monday, met."));
    QTest::keyClick(m_view, Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(m_view->caret(), 0);
}

void TestArticleView::movesOverLinesAndParagraphs()
{
    load(QStringLiteral("A headline\n\nFirst line of text.\n\nSecond line of text."), 10);
    const Extent first = extentOf(QStringLiteral("First"));
    const Extent second = extentOf(QStringLiteral("Second"));
    QTest::keyClick(m_view, Qt::Key_Down);
    QCOMPARE(m_view->caret(), first.begin);
    QTest::keyClick(m_view, Qt::Key_Down);
    QCOMPARE(m_view->caret(), second.begin);
    QTest::keyClick(m_view, Qt::Key_Left);
    QCOMPARE(m_view->caret(), second.begin - 2);
    QTest::keyClick(m_view, Qt::Key_Up);
    QTest::keyClick(m_view, Qt::Key_Up);
    QCOMPARE(m_view->caret(), 0);
    QTest::keyClick(m_view, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(m_view->caret(), qint32(m_view->text().size()));
}

void TestArticleView::trimsBlanksOfASelection()
{
    load(QStringLiteral("One two three."));
    m_view->setSelection(3, 8);
    QCOMPARE(m_view->selection(), (Extent{4, 7}));
    m_view->setSelection(3, 4);
    QVERIFY(m_view->selection().isEmpty());
}

void TestArticleView::copiesTheSelection()
{
    load(QStringLiteral("One two three."));
    m_view->setSelection(4, 7);
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("two"));
}

void TestArticleView::leavesUnusedKeysToTheWindow_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::newRow("digit") << int(Qt::Key_1) << 0;
    QTest::newRow("letter") << int(Qt::Key_S) << 0;
    QTest::newRow("enter") << int(Qt::Key_Return) << 0;
    QTest::newRow("backspace") << int(Qt::Key_Backspace) << 0;
    QTest::newRow("delete") << int(Qt::Key_Delete) << 0;
    QTest::newRow("F2") << int(Qt::Key_F2) << 0;
    QTest::newRow("escape") << int(Qt::Key_Escape) << 0;
    QTest::newRow("space") << int(Qt::Key_Space) << 0;
    QTest::newRow("Alt+Left") << int(Qt::Key_Left) << int(Qt::AltModifier);
    QTest::newRow("Alt+Shift+Right") << int(Qt::Key_Right) << int(Qt::AltModifier | Qt::ShiftModifier);
}

void TestArticleView::leavesUnusedKeysToTheWindow()
{
    QFETCH(int, key);
    QFETCH(int, modifiers);
    load(QStringLiteral("One two three."));
    m_view->setSelection(4, 7);
    QTest::keyClick(m_view, Qt::Key(key), Qt::KeyboardModifiers(modifiers));
    QCOMPARE(m_window->unusedKeys, 1);
    QCOMPARE(m_view->selectedText(), QStringLiteral("two"));
    QTest::keyClick(m_view, Qt::Key_Right);
    QCOMPARE(m_window->unusedKeys, 1);
}

void TestArticleView::asksForVisibleHighlightsOnly()
{
    QString text;
    for (int i = 0; i < 3000; ++i)
        text += QStringLiteral("Sentence %1 of a long article says little.\n").arg(i);
    m_source.askedLength = 0;
    load(text);
    m_view->grab();
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() / 2);
    m_view->grab();
    QVERIFY(m_source.askedLength > 0);
    QVERIFY2(m_source.askedLength < 4000, qPrintable(QString::number(m_source.askedLength)));
}

void TestArticleView::bringsAFarPlaceIntoView()
{
    QString text;
    for (int i = 0; i < 2000; ++i)
        text += (i % 7 ? QStringLiteral("A short one.") : QString(500, u'w')) + QStringLiteral("\n\n");
    text += QStringLiteral("Here it is.");
    load(text);
    for (const QString &part : {QStringLiteral("Here it is"), QStringLiteral("A short one")}) {
        const Extent place = extentOf(part);
        m_view->ensureVisible(place.begin, place.end);
        QVERIFY(m_view->viewport()->rect().contains(m_view->caretRectangle(place.begin).toRect()));
        const Extent shown = m_view->visibleExtent();
        QVERIFY(shown.begin <= place.begin && place.end <= shown.end);
    }
}

void TestArticleView::staysAtItsPlaceWhenTextAboveIsLaidOut()
{
    load((QString(700, u'W') + QStringLiteral("\n\n")).repeated(300));
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() / 2);
    const Extent shown = m_view->visibleExtent();
    const QRectF before = m_view->caretRectangle(shown.begin);
    for (int i = 1; i < 60; ++i)
        m_view->setSelection(i * 702, i * 702 + 50);
    QCOMPARE(m_view->caretRectangle(shown.begin), before);
    QCOMPARE(m_view->visibleExtent(), shown);
}

void TestArticleView::staysAtItsPlaceWhenZoomed()
{
    QString text;
    for (int i = 0; i < 500; ++i)
        text += QStringLiteral("Sentence %1 of a long article says a little, but not much of it.\n").arg(i);
    load(text);
    m_view->verticalScrollBar()->setValue(6000);
    const qint32 shown = m_view->visibleExtent().begin;
    QSignalSpy zoomed(m_view, &ArticleView::zoomChanged);
    QWheelEvent wheel({50, 50}, m_view->mapToGlobal(QPointF(50, 50)), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_view->viewport(), &wheel);
    QCOMPARE(zoomed.size(), 1);
    QVERIFY(m_view->zoom() > 1.05);
    QVERIFY(std::abs(m_view->visibleExtent().begin - shown) < 200);
}

void TestArticleView::neverOverlapsCards()
{
    QString text = QStringLiteral("A text of one sentence after another, each with a card of its own. ").repeated(40);
    for (int i = 0; i < 40; ++i)
        m_source.cards.append({quint64(i + 1), i * 67, QStringLiteral("Ines Almeida"), QStringLiteral("said"),
                               QStringList(i % 3, QStringLiteral("\u2514 nested")), QStringLiteral("0.9"), Qt::blue,
                               false, i == 20});
    m_view->setCardSource(&m_source);
    load(text);
    for (int value = 0; value <= m_view->verticalScrollBar()->maximum(); value += 150) {
        m_view->verticalScrollBar()->setValue(value);
        const QList<PlacedCard> cards = m_view->visibleCards();
        QVERIFY(!cards.isEmpty());
        for (qsizetype i = 1; i < cards.size(); ++i)
            QVERIFY(cards[i].rect.top() > cards[i - 1].rect.bottom());
        for (const PlacedCard &placed : cards) {
            if (placed.card.current)
                QVERIFY(std::abs(placed.rect.top() - m_view->caretRectangle(placed.card.anchor).top()) < 12);
        }
    }
}

void TestArticleView::triggersACardsButtonsByMouse()
{
    load(QStringLiteral("One two three.\nFour five six."));
    m_source.cards = {{7, 0, QStringLiteral("First"), {}, {}, {}, Qt::blue, true, false},
                      {8, 15, QStringLiteral("Second"), {}, {}, {}, Qt::blue, true, true}};
    m_view->setCardSource(&m_source);
    QSignalSpy activated(m_view, &ArticleView::cardActivated);
    QSignalSpy acted(m_view, &ArticleView::cardActionTriggered);
    const QList<PlacedCard> cards = m_view->visibleCards();
    QCOMPARE(cards.size(), 2);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, cards[0].rect.center());
    QCOMPARE(activated.takeFirst().first().toULongLong(), 7);
    for (const CardButton &button : cardButtons(cards[1].card, cards[1].rect, m_view->font())) {
        QVERIFY(cards[1].rect.contains(button.rect));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, button.rect.center());
        const QList<QVariant> arguments = acted.takeFirst();
        QCOMPARE(arguments[0].toULongLong(), 8);
        QCOMPARE(arguments[1].value<CardAction>(), button.action);
    }
    QVERIFY(activated.isEmpty());
}

void TestArticleView::describesWhatThePointerRestsOn()
{
    load(QStringLiteral("One two three."));
    m_source.highlights = {{0, 7, 0, 0, false, true, true, 1, true}, {4, 7, 1, 0, false, true, true, 2}};
    m_view->setHighlightSource(&m_source);
    const auto restAt = [this](qint32 offset) {
        const QPoint place = m_view->caretRectangle(offset).center().toPoint() + QPoint(3, 0);
        QHelpEvent event(QEvent::ToolTip, place, m_view->viewport()->mapToGlobal(place));
        QApplication::sendEvent(m_view->viewport(), &event);
    };
    restAt(5);
    QVERIFY2(QToolTip::text().contains(QStringLiteral("highlight 2\nhighlight 1")), qPrintable(QToolTip::text()));
    restAt(9);
    QTRY_COMPARE(QToolTip::text(), QString());
}

void TestArticleView::foldsACornerOfWhatHasANote()
{
    load(QStringLiteral("One two three."));
    m_source.highlights = {{0, 7, 0, 0, false, true, true, 1}};
    m_view->setStyles(sampleStyles());
    m_view->setHighlightSource(&m_source);
    const QImage without = m_view->grab().toImage();
    m_source.highlights[0].noted = true;
    QVERIFY(m_view->grab().toImage() != without);
}

void TestArticleView::hidesCardsWhenNarrow()
{
    load(QStringLiteral("One two three."));
    m_source.cards = {{7, 0, QStringLiteral("First"), {}, {}, {}, Qt::blue, true, false}};
    m_view->setCardSource(&m_source);
    QCOMPARE(m_view->visibleCards().size(), 1);
    m_window->resize(500, 600);
    QTRY_COMPARE(m_view->visibleCards().size(), 0);
}

void TestArticleView::tellsAScreenReaderWhatItShows()
{
    load(QStringLiteral("One two three. Four five.\nSix."));
    m_view->setSelection(4, 7);
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(m_view);
    QVERIFY(accessible);
    QAccessibleTextInterface *text = accessible->textInterface();
    QVERIFY(text);
    QVERIFY(!accessible->text(QAccessible::Name).isEmpty());
    QCOMPARE(text->characterCount(), int(m_view->text().size()));
    QCOMPARE(text->cursorPosition(), 7);
    int begin = 0;
    int end = 0;
    text->selection(0, &begin, &end);
    QCOMPARE(Extent({begin, end}), (Extent{4, 7}));
    QCOMPARE(text->textAtOffset(9, QAccessible::WordBoundary, &begin, &end), QStringLiteral("three"));
    QCOMPARE(text->textAtOffset(9, QAccessible::SentenceBoundary, &begin, &end), QStringLiteral("One two three."));
    QCOMPARE(text->textAtOffset(9, QAccessible::ParagraphBoundary, &begin, &end),
             QStringLiteral("One two three. Four five."));
    text->setCursorPosition(2);
    QCOMPARE(m_view->caret(), 2);
}

void TestArticleView::asksForAContextMenuWithKeys()
{
    load(QStringLiteral("One two three."));
    m_source.mark(m_view->text(), QStringLiteral("two"), 0);
    QSignalSpy requested(m_view, &ArticleView::contextMenuRequested);
    const QPoint place = at(QStringLiteral("two"), 1);
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, m_view->viewport()->mapToGlobal(place));
    QApplication::sendEvent(m_view->viewport(), &event);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first()[2].value<QList<quint64>>(), QList<quint64>{1});
}

void TestArticleView::standsAnEmptyArticle()
{
    m_view->setCardSource(&m_source);
    load(QString());
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Left, Qt::Key_Up, Qt::Key_Down, Qt::Key_PageDown, Qt::Key_End})
        QTest::keyClick(m_view, key, Qt::ShiftModifier);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, {100, 100});
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {100, 100});
    QVERIFY(m_view->selection().isEmpty());
    QCOMPARE(m_view->caret(), 0);
    QVERIFY(!m_view->grab().isNull());
}

QTEST_MAIN(TestArticleView)
#include "test_articleview.moc"
