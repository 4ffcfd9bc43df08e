// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <widgets/articleview.h>

#include <QPainter>
#include <QSignalSpy>
#include <QtTest>

using namespace Quoth::Widgets;

/// Margin cards and the words that are dragged onto them.
class TestArticleCards : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void givesTheOpenCardASlotForEachRole();
    void dropsTheSelectedWordsOnASlot();
    void dropsAHighlightOnASlot();
    void dropsTheWordPressedOnASlot();
    void leavesTheSelectionAloneBesideTheSlots();
    void selectsAnewWhereThereIsNoSlot();
    void activatesTheSlotClicked();
    void ringsTheActiveSlot();
    void tellsWhichCardIsHovered();
    void turnsCardsRoundWithTheInterfaceAlone();

private:
    QPoint at(const QString &part) const;
    void move(const QPoint &to, Qt::MouseButtons buttons = Qt::LeftButton);
    QPoint slot(int index);
    void drag(const QPoint &from, const QPoint &to);

    SampleSource m_source;
    std::unique_ptr<ArticleView> m_view;
};

void TestArticleCards::init()
{
    m_source = SampleSource();
    m_view = std::make_unique<ArticleView>();
    m_view->resize(900, 600);
    m_view->setStyles(sampleStyles());
    m_view->setHighlightSource(&m_source);
    m_view->show();
    m_view->setArticle(QStringLiteral("The harbour board met. Ines Almeida said that the bridge would close."));
    MarginCard card;
    card.key = 9;
    card.title = QStringLiteral("no speaker");
    card.current = true;
    card.cardSlots = {{QStringLiteral("Source"), {}, Qt::blue, QStringLiteral("1")},
                      {QStringLiteral("Cue"), QStringLiteral("said"), Qt::darkYellow, QStringLiteral("2")},
                      {QStringLiteral("Content"), {}, Qt::darkGreen, QStringLiteral("3")}};
    m_source.cards = {card};
    m_view->setCardSource(&m_source);
}

void TestArticleCards::cleanup() { m_view.reset(); }

QPoint TestArticleCards::at(const QString &part) const
{
    const QRectF here = m_view->caretRectangle(qint32(m_view->text().indexOf(part)));
    return (here.center() + QPointF(4, 0)).toPoint();
}

QPoint TestArticleCards::slot(int index)
{
    const PlacedCard placed = m_view->visibleCards().first();
    return cardSlotRects(placed.card, placed.rect, m_view->font()).at(index).center();
}

void TestArticleCards::move(const QPoint &to, Qt::MouseButtons buttons)
{
    QMouseEvent event(QEvent::MouseMove, to, m_view->viewport()->mapToGlobal(to), Qt::NoButton, buttons, {});
    QApplication::sendEvent(m_view->viewport(), &event);
}

void TestArticleCards::drag(const QPoint &from, const QPoint &to)
{
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
    move((from + to) / 2);
    move(to);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, to);
}

void TestArticleCards::givesTheOpenCardASlotForEachRole()
{
    const PlacedCard placed = m_view->visibleCards().first();
    const QList<QRect> rects = cardSlotRects(placed.card, placed.rect, m_view->font());
    QCOMPARE(rects.size(), 3);
    for (qsizetype i = 0; i < rects.size(); ++i) {
        QVERIFY(placed.rect.contains(rects[i]));
        QVERIFY(i == 0 || rects[i].top() > rects[i - 1].bottom());
    }
    for (const CardButton &button : cardButtons(placed.card, placed.rect, m_view->font()))
        QVERIFY(button.rect.top() > rects.last().bottom());
    MarginCard closed = placed.card;
    closed.current = false;
    QVERIFY(cardSlotRects(closed, placed.rect, m_view->font()).isEmpty());
    QVERIFY(cardHeight(closed, 272, m_view->font()) < cardHeight(placed.card, 272, m_view->font()) - rects.size() * 10);
}

void TestArticleCards::dropsTheSelectedWordsOnASlot()
{
    const qint32 begin = qint32(m_view->text().indexOf(QStringLiteral("Ines")));
    m_view->setSelection(begin, begin + 12);
    QSignalSpy dropped(m_view.get(), &ArticleView::slotDropped);
    drag(at(QStringLiteral("Almeida")), slot(0));
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped[0][0].toULongLong(), 9);
    QCOMPARE(dropped[0][1].toInt(), 0);
    QCOMPARE(dropped[0][2].value<Extent>(), (Extent{begin, begin + 12}));
    QCOMPARE(dropped[0][3].toULongLong(), 0);
}

void TestArticleCards::dropsAHighlightOnASlot()
{
    m_source.mark(m_view->text(), QStringLiteral("that the bridge would close"), 2);
    const Highlight inner = m_source.mark(m_view->text(), QStringLiteral("the bridge"), 3);
    QSignalSpy dropped(m_view.get(), &ArticleView::slotDropped);
    drag(at(QStringLiteral("bridge")), slot(2));
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped[0][1].toInt(), 2);
    QCOMPARE(dropped[0][2].value<Extent>(), (Extent{inner.begin, inner.end}));
    QCOMPARE(dropped[0][3].toULongLong(), inner.key);
}

void TestArticleCards::dropsTheWordPressedOnASlot()
{
    QSignalSpy dropped(m_view.get(), &ArticleView::slotDropped);
    drag(at(QStringLiteral("board")), slot(0));
    QCOMPARE(dropped.size(), 1);
    const Extent words = dropped[0][2].value<Extent>();
    QCOMPARE(m_view->text().mid(words.begin, words.length()), QStringLiteral("board"));
}

void TestArticleCards::leavesTheSelectionAloneBesideTheSlots()
{
    m_view->setSelection(4, 17);
    QSignalSpy dropped(m_view.get(), &ArticleView::slotDropped);
    drag(at(QStringLiteral("board")), at(QStringLiteral("said")));
    QCOMPARE(m_view->selectedText(), QStringLiteral("harbour board"));
    QVERIFY(dropped.isEmpty());
    drag(at(QStringLiteral("board")), m_view->visibleCards().first().rect.topLeft() + QPoint(10, 10));
    QVERIFY(dropped.isEmpty());
}

void TestArticleCards::selectsAnewWhereThereIsNoSlot()
{
    m_source.cards[0].current = false;
    m_view->cardsChanged();
    m_view->setSelection(4, 17);
    drag(at(QStringLiteral("board")), at(QStringLiteral("et.")));
    QCOMPARE(m_view->selectedText(), QStringLiteral("board met"));
}

void TestArticleCards::activatesTheSlotClicked()
{
    QSignalSpy activated(m_view.get(), &ArticleView::slotActivated);
    QSignalSpy card(m_view.get(), &ArticleView::cardActivated);
    for (int i = 0; i < 3; ++i)
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, slot(i));
    QCOMPARE(activated.size(), 3);
    QCOMPARE(activated[1][0].toULongLong(), 9);
    QCOMPARE(activated[1][1].toInt(), 1);
    QVERIFY(card.isEmpty());
}

void TestArticleCards::ringsTheActiveSlot()
{
    const QImage before = m_view->viewport()->grab().toImage();
    m_source.cards[0].activeSlot = 1;
    m_view->cardsChanged();
    const QImage after = m_view->viewport()->grab().toImage();
    const PlacedCard placed = m_view->visibleCards().first();
    const QList<QRect> rects = cardSlotRects(placed.card, placed.rect, m_view->font());
    QVERIFY(before.copy(rects[1]) != after.copy(rects[1]));
    QVERIFY(before.copy(rects[2].adjusted(0, 3, 0, 0)) == after.copy(rects[2].adjusted(0, 3, 0, 0)));
}

void TestArticleCards::tellsWhichCardIsHovered()
{
    QSignalSpy hovered(m_view.get(), &ArticleView::cardHovered);
    move(m_view->visibleCards().first().rect.topLeft() + QPoint(10, 10), Qt::NoButton);
    move(slot(0), Qt::NoButton);
    move(at(QStringLiteral("board")), Qt::NoButton);
    QCOMPARE(hovered.size(), 2);
    QCOMPARE(hovered[0][0].toULongLong(), 9);
    QCOMPARE(hovered[1][0].toULongLong(), 0);
}

void TestArticleCards::turnsCardsRoundWithTheInterfaceAlone()
{
    QList<QImage> images;
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QImage image(280, 200, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setLayoutDirection(direction);
        MarginCard card = m_source.cards[0];
        card.detail = QStringLiteral("said");
        card.badge = QStringLiteral("0.97");
        paintCard(painter, QRect(4, 4, 270, cardHeight(card, 270, m_view->font())), card, m_view->font(), m_view->palette());
        painter.end();
        images.append(image);
    }
    QCOMPARE(images[0], images[1]); // the painter of a widget has a direction of its own

    const QRect place(4, 4, 270, 200);
    const QList<CardButton> plain = cardButtons(m_source.cards[0], place, m_view->font());
    const QList<QRect> plainSlots = cardSlotRects(m_source.cards[0], place, m_view->font());
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    const QList<CardButton> turned = cardButtons(m_source.cards[0], place, m_view->font());
    const QList<QRect> turnedSlots = cardSlotRects(m_source.cards[0], place, m_view->font());
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QVERIFY(plain.size() > 1 && plain.size() == turned.size() && plainSlots.size() == turnedSlots.size());
    for (qsizetype i = 0; i < plain.size(); ++i)
        QCOMPARE(turned[i].rect.left() - place.left(), place.right() - plain[i].rect.right());
    for (qsizetype i = 0; i < plainSlots.size(); ++i)
        QCOMPARE(place.right() - turnedSlots[i].right(), plainSlots[i].left() - place.left());
}

QTEST_MAIN(TestArticleCards)
#include "test_articlecards.moc"
