// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articleaccessible.h"

#include "articleview.h"
#include "cardaccessible.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>

#include <algorithm>
#include <utility>

namespace Quoth::Widgets {

namespace {

/// The article as a read-only text. Words, sentences and lines are looked up near the offset, never by copying all.
class ArticleAccessible : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit ArticleAccessible(ArticleView *view)
        : QAccessibleWidget(view, QAccessible::EditableText)
    {
    }

    ~ArticleAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_cards))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return QAccessibleWidget::childCount() + int(view()->visibleCards().size()); }
    QAccessibleInterface *child(int index) const override
    {
        const int widgets = QAccessibleWidget::childCount();
        if (index < widgets)
            return QAccessibleWidget::child(index);
        const QList<PlacedCard> cards = view()->visibleCards();
        return index - widgets < cards.size() ? cardOf(cards[index - widgets].card.key) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const QList<PlacedCard> cards = view()->visibleCards();
        for (qsizetype i = 0; i < cards.size(); ++i) {
            if (cardOf(cards[i].card.key) == child)
                return QAccessibleWidget::childCount() + int(i);
        }
        return QAccessibleWidget::indexOfChild(child);
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint place = view()->viewport()->mapFromGlobal(QPoint(x, y));
        const QList<PlacedCard> cards = view()->visibleCards();
        for (const PlacedCard &placed : cards) {
            if (placed.rect.contains(place))
                return cardOf(placed.card.key);
        }
        return QAccessibleWidget::childAt(x, y);
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Description)
            return view()->description();
        if (kind != QAccessible::Value)
            return QAccessibleWidget::text(kind);
        const Extent shown = view()->visibleExtent();
        return text(shown.begin, shown.end);
    }

    QString text(int begin, int end) const override
    {
        const int size = characterCount();
        begin = std::clamp(begin, 0, size);
        return view()->text().mid(begin, std::clamp(end, begin, size) - begin);
    }

    int characterCount() const override { return int(view()->text().size()); }
    int cursorPosition() const override { return view()->caret(); }
    void setCursorPosition(int position) override
    {
        view()->setCaret(position);
        view()->ensureVisible(position, position);
    }

    int selectionCount() const override { return view()->selection().isEmpty() ? 0 : 1; }
    void selection(int index, int *begin, int *end) const override
    {
        const Extent chosen = index == 0 ? view()->selection() : Extent();
        *begin = chosen.begin;
        *end = chosen.end;
    }
    void addSelection(int begin, int end) override { view()->setSelection(begin, end); }
    void setSelection(int index, int begin, int end) override
    {
        if (index == 0)
            view()->setSelection(begin, end);
    }
    void removeSelection(int index) override
    {
        if (index == 0)
            view()->clearSelection();
    }

    QRect characterRect(int offset) const override
    {
        const QRectF here = view()->caretRectangle(offset);
        const QRectF next = view()->caretRectangle(offset + 1);
        const qreal width = qFuzzyCompare(here.top(), next.top()) ? next.left() - here.left() : 0;
        const QRect rect = QRectF(here.topLeft(), QSizeF(std::max(1.0, width), here.height())).toAlignedRect();
        return {view()->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }
    int offsetAtPoint(const QPoint &point) const override
    {
        return view()->offsetAt(view()->viewport()->mapFromGlobal(point));
    }
    void scrollToSubstring(int begin, int end) override { view()->ensureVisible(begin, end); }
    QString attributes(int offset, int *begin, int *end) const override
    {
        const qint32 at = std::clamp(offset < 0 ? cursorPosition() : offset, 0, std::max(0, characterCount() - 1));
        const Extent same = view()->sameHighlightsAt(at);
        *begin = same.begin;
        *end = same.end;
        QString description = view()->descriptionAt(at);
        if (description.isEmpty())
            return {};
        // IAccessible2 keeps these signs for itself.
        for (const QChar sign : {u'\\', u':', u',', u'=', u';'})
            description.replace(sign, QStringLiteral("\\") + sign);
        return QStringLiteral("mark:true;highlight:%1;").arg(description);
    }

    QString textAtOffset(int offset, QAccessible::TextBoundaryType type, int *begin, int *end) const override
    {
        return piece(extentAt(offset < 0 ? cursorPosition() : offset, type), begin, end);
    }
    QString textBeforeOffset(int offset, QAccessible::TextBoundaryType type, int *begin, int *end) const override
    {
        const Extent here = extentAt(offset < 0 ? cursorPosition() : offset, type);
        return piece(here.begin > 0 ? extentAt(here.begin - 1, type) : Extent(), begin, end);
    }
    QString textAfterOffset(int offset, QAccessible::TextBoundaryType type, int *begin, int *end) const override
    {
        const Extent here = extentAt(offset < 0 ? cursorPosition() : offset, type);
        return piece(here.end < characterCount() ? extentAt(here.end, type) : Extent(), begin, end);
    }

private:
    QAccessibleInterface *cardOf(quint64 key) const
    {
        auto known = m_cards.constFind(key);
        if (known == m_cards.constEnd())
            known = m_cards.insert(key, QAccessible::registerAccessibleInterface(new CardAccessible(*view(), key)));
        return QAccessible::accessibleInterface(*known);
    }
    ArticleView *view() const { return static_cast<ArticleView *>(object()); }

    QString piece(Extent extent, int *begin, int *end) const
    {
        *begin = extent.begin;
        *end = extent.end;
        return text(extent.begin, extent.end);
    }

    Extent extentAt(int offset, QAccessible::TextBoundaryType type) const
    {
        const QString &whole = view()->text();
        const qint32 size = characterCount();
        const qint32 at = std::clamp(offset, 0, size);
        switch (type) {
        case QAccessible::CharBoundary:
            return {at, std::min(at + 1, size)};
        case QAccessible::WordBoundary: {
            const Extent word = wordAt(whole, at);
            return word.isEmpty() ? Extent{at, std::min(at + 1, size)} : word;
        }
        case QAccessible::SentenceBoundary:
            return sentenceAt(whole, at);
        case QAccessible::LineBoundary:
            return view()->lineAt(at);
        case QAccessible::ParagraphBoundary: {
            const qsizetype before = at > 0 ? whole.lastIndexOf(u'\n', at - 1) : -1;
            const qsizetype after = whole.indexOf(u'\n', at);
            return {qint32(before + 1), after < 0 ? size : qint32(after)};
        }
        default:
            return {0, size};
        }
    }

    mutable QHash<quint64, QAccessible::Id> m_cards;
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *view = qobject_cast<ArticleView *>(object);
    return view ? new ArticleAccessible(view) : nullptr;
}

} // namespace

void installArticleAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace Quoth::Widgets
