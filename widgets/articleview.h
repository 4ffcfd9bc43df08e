// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cardstack.h"
#include "textsteps.h"

#include <widgets/painting/articlelayout.h>
#include <widgets/painting/cardpainter.h>

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QElapsedTimer>
#include <QSet>

class QHelpEvent;

namespace Quoth::Widgets {

/// An article to read and to label: its text with highlights and, where there is room, cards in the right margin.
/// It shows what its sources say and asks them only for what is visible; it changes nothing itself. The sources stay
/// the caller's and must outlive the view or be set back to null. Offsets are UTF-16. Keys it has no use for are left
/// to the window.
class ArticleView : public QAbstractScrollArea
{
    Q_OBJECT
    Q_PROPERTY(qreal zoom READ zoom WRITE setZoom NOTIFY zoomChanged)

public:
    explicit ArticleView(QWidget *parent = nullptr);
    ~ArticleView() override;

    /// Scrolls to the top and clears the selection.
    void setArticle(const QString &text, qint32 headlineLength = 0, const QString &byline = {});
    const QString &text() const { return m_layout.text(); }
    /// Another byline under the headline, where there is one.
    void setByline(const QString &byline);
    void setHighlightSource(const HighlightSource *source);
    void setCardSource(const CardSource *source);
    /// What the buttons of cards say about keys.
    void setCardKeys(const CardKeys &keys);
    void setStyles(const QList<HighlightStyle> &styles);
    void setReadingFont(const QFont &font);
    /// The widest the text gets, in characters; 68 at first.
    void setColumnCharacters(int characters);

    void setFocusedKey(quint64 key);
    quint64 focusedKey() const { return m_focusedKey; }
    void setRelatedKeys(const QSet<quint64> &keys);

    /// Empty when nothing is selected; never with blanks at its ends.
    Extent selection() const;
    void setSelection(qint32 begin, qint32 end);
    void clearSelection();
    QString selectedText() const;
    qint32 caret() const { return m_caret; }
    void setCaret(qint32 offset);

    /// Places to mark as found, in the text and along the scroll bar; by begin, without overlaps. Another article clears
    /// them.
    void setHits(const QList<Extent> &hits);
    const QList<Extent> &hits() const { return m_hits; }

    /// Lines between the parts of what is in hand.
    void setLinks(const QList<Link> &links);
    const QList<Link> &links() const { return m_links; }
    /// Shows signs for characters that cannot be seen or that turn the direction.
    void setInvisiblesShown(bool shown);
    bool invisiblesShown() const { return m_invisiblesShown; }

    qreal zoom() const { return m_layout.zoom(); }
    void setZoom(qreal zoom);
    void ensureVisible(qint32 begin, qint32 end);
    /// Scrolls on by as much as the open card reaches below the window.
    void ensureCardVisible();
    /// The offsets of what is on the screen.
    Extent visibleExtent();

    /// In the viewport's pixels.
    QRectF caretRectangle(qint32 offset);
    qint32 offsetAt(const QPoint &position);
    qint32 characterAt(const QPoint &position);
    /// The line on the screen that holds the offset.
    Extent lineAt(qint32 offset);
    /// The highlights at a character, shortest first.
    QList<quint64> keysAt(qint32 offset) const;
    QList<PlacedCard> visibleCards();

    /// In words, for a screen reader: the highlights at a character from the innermost on; what is in hand and what is at
    /// the caret; around which the same highlights lie, looked for nearby only.
    QString descriptionAt(qint32 offset) const;
    QString description() const;
    Extent sameHighlightsAt(qint32 offset) const;

public slots:
    void highlightsChanged(qint32 begin, qint32 end);
    void cardsChanged();
    void zoomIn();
    void zoomOut();
    void resetZoom();
    void copy() const;

signals:
    void articleShown();
    void selectionChanged();
    void caretMoved(qint32 offset);
    void zoomChanged(qreal zoom);
    void highlightActivated(quint64 key);
    void highlightHovered(quint64 key);
    /// A click took one of several highlights that lie over each other; another click takes the next.
    void overlapClicked(const QList<quint64> &keys, quint64 taken, qint32 offset);
    /// Words were selected by dragging or by a double click; the modifiers are those at the release.
    void selectedByMouse(Qt::KeyboardModifiers modifiers);
    /// A piece of a highlight was drawn out or in with the mouse, by one edge.
    void edgeDragged(quint64 key, Quoth::Widgets::Extent before, Quoth::Widgets::Extent after);
    void cardActivated(quint64 key);
    void cardHovered(quint64 key);
    void cardActionTriggered(quint64 key, Quoth::Widgets::CardAction action);
    void slotActivated(quint64 cardKey, int slot);
    /// Words were dragged onto a slot of the open card: the selected ones, else the highlight or the word that the drag
    /// began at. highlight is its key, or 0.
    void slotDropped(quint64 cardKey, int slot, Quoth::Widgets::Extent words, quint64 highlight);
    void contextMenuRequested(const QPoint &globalPosition, qint32 offset, const QList<quint64> &keys);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    enum class Unit { Character, Word, Sentence };
    struct CardHit
    {
        quint64 key = 0;
        CardHover part;
        bool found = false;

        bool operator==(const CardHit &) const = default;
    };
    /// Words under the pointer while they are dragged towards a card.
    struct Carried
    {
        Extent words;
        quint64 highlight = 0;
        bool selected = false; ///< the press was on the selection, which then stays as it is
    };

    struct EdgeHit
    {
        quint64 key = 0;
        Extent piece;
        bool isBegin = false;
    };

    qreal scrollTop();
    QPointF toContent(const QPointF &position);
    void relayout();
    void placeColumn();
    void settle();
    void updateRange();
    void scrollTo(qreal top);
    QList<int> hitRows(int rows) const;
    void placeCards();
    CardHit cardAt(const QPoint &position);
    void beginCarrying(const QPoint &position);
    bool carryTo(const QPoint &position);
    bool drop(const QPoint &position);
    void updateHover(const QPoint &position);
    void setHovered(quint64 key, CardHit card);
    void showToolTip(QHelpEvent *event);

    void select(qint32 anchor, qint32 caret, bool keepGoal = false);
    void moveCaret(qint32 offset, bool extend, bool keepGoal = false);
    bool moveByKey(const QKeyEvent &event);
    qint32 unitTarget(bool back, bool paragraph, bool extend) const;
    qint32 verticalTarget(int direction, bool page);
    Extent unitAt(const QPoint &position, Unit unit);
    void dragTo(const QPoint &position, bool characters);
    void click(const QPoint &position, Qt::KeyboardModifiers modifiers);
    void clickCard(const CardHit &hit);
    EdgeHit edgeAt(const QPoint &position);
    void dragEdgeTo(const QPoint &position, bool characters);
    void dropEdge();
    void restartCaret();
    void announceDescription();
    void updateCaret();

    ArticleLayout m_layout;
    const HighlightSource *m_highlights = nullptr;
    const CardSource *m_cards = nullptr;
    CardKeys m_cardKeys;
    QList<HighlightStyle> m_styles;
    quint64 m_focusedKey = 0;
    QSet<quint64> m_relatedKeys;
    QList<Extent> m_hits;
    QList<Link> m_links;
    bool m_invisiblesShown = false;
    int m_columnCharacters = 68;
    int m_columnLeft = 40;
    QRect m_cardColumn;
    QList<PlacedCard> m_placedCards;
    bool m_cardsPlaced = false;

    qint32 m_anchor = 0;
    qint32 m_caret = 0;
    qreal m_goalX = -1;
    bool m_caretShown = true;
    QString m_described;
    QBasicTimer m_caretTimer;
    QBasicTimer m_dragTimer;

    bool m_pressed = false;
    bool m_dragging = false;
    QPoint m_pressPosition;
    Extent m_pressUnit;
    Unit m_unit = Unit::Word;
    QElapsedTimer m_sinceDoubleClick;
    QPoint m_doubleClickPosition;
    QPoint m_lastClick;
    quint64 m_lastActivated = 0;
    quint64 m_hoveredKey = 0;
    CardHit m_hoveredCard;
    CardHit m_pressedCard;
    Carried m_carried;
    EdgeHit m_edge; ///< pressed or dragged
};

} // namespace Quoth::Widgets
