// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reviewlistdock.h"

#include "actions.h"
#include "provenancetext.h"
#include "reviewfilterbar.h"
#include "reviewlistmodel.h"

#include <widgets/flowlayout.h>
#include <widgets/painting/colours.h>

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMainWindow>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Quoth::Windows {

using namespace Annotation;
using Editing::BulkAction;
using Editing::Item;

namespace {

/// Letters are keys here, not the begin of a word to search for.
class List : public QTreeView
{
public:
    using QTreeView::QTreeView;
    void keyboardSearch(const QString &) override { }
    /// Ten rows: the article beside it is what one reads.
    QSize sizeHint() const override { return {QTreeView::sizeHint().width(), header()->sizeHint().height() + 10 * (fontMetrics().height() + 4)}; }
};

} // namespace

ReviewListDock::ReviewListDock(Workbench &workbench, QWidget *parent)
    : QDockWidget(tr("List of everything"), parent), m_workbench(workbench), m_bulk(new BulkReviewing(workbench, this)),
      m_model(new ReviewListModel(workbench, this))
{
    setObjectName(QStringLiteral("reviewList"));
    createActions();
    setWidget(makeContents());
    m_model->setDark(Widgets::isDark(palette()));
    m_soon.setSingleShot(true);
    m_soon.setInterval(60);
    connect(&m_soon, &QTimer::timeout, this, &ReviewListDock::showCounts);
    connect(m_filters, &ReviewFilterBar::filterChanged, this, [this] {
        m_model->setFilter(m_filters->filter());
        followArticle();
    });
    connect(m_filters, &ReviewFilterBar::done, this, [this] {
        m_list->setFocus();
        if (!m_list->currentIndex().isValid())
            show(m_model->index(0, 0));
    });
    connect(m_model, &ReviewListModel::changed, &m_soon, qOverload<>(&QTimer::start));
    connect(m_bulk, &BulkReviewing::told, this, &ReviewListDock::told);
    connect(&workbench, &Workbench::currentChanged, this, &ReviewListDock::followArticle);
    connect(&workbench.model(), &AnnotationModel::reset, this, [this] {
        if (isVisible())
            m_filters->refreshOffers();
    });
    connect(this, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        if (visible)
            m_filters->refreshOffers();
        m_model->setActive(visible);
        followArticle();
    });
    showCounts();
    hide();
    toggleViewAction()->setText(tr("List of everything"));
}

void ReviewListDock::createActions()
{
    QAction *toggleList = makeAction(this, "review.list", tr("List of everything, to filter and decide on many"), {QStringLiteral("F7")});
    connect(toggleList, &QAction::triggered, this, &ReviewListDock::toggle);
    m_actions.append(toggleList);
    const struct
    {
        BulkAction action;
        const char *id;
        QString text;
    } bulks[] = {{BulkAction::Accept, "review.bulkAccept", tr("Accept what the list shows…")},
                 {BulkAction::Reject, "review.bulkReject", tr("Reject what the list shows…")},
                 {BulkAction::Reopen, "review.bulkReopen", tr("Reopen what the list shows…")},
                 {BulkAction::Relabel, "review.bulkRelabel", tr("Relabel what the list shows…")},
                 {BulkAction::Delete, "review.bulkDelete", tr("Delete what the list shows…")}};
    for (const auto &bulk : bulks) {
        QAction *action = makeAction(this, bulk.id, bulk.text);
        connect(action, &QAction::triggered, this, [this, which = bulk.action] {
            setVisible(true);
            raise();
            ask(which);
        });
        m_actions.append(action);
    }
}

QWidget *ReviewListDock::makeContents()
{
    auto *contents = new QWidget;
    auto *layout = new QVBoxLayout(contents);
    layout->setContentsMargins(8, 6, 8, 6);
    m_filters = new ReviewFilterBar(m_workbench);
    layout->addWidget(m_filters);
    setUpList();
    layout->addWidget(m_list, 1);
    auto *below = new QWidget;
    auto *flow = new Widgets::FlowLayout(below);
    m_count = new QLabel;
    m_count->setObjectName(QStringLiteral("review.count"));
    m_count->setAccessibleDescription(tr("How many are listed"));
    m_count->setMinimumWidth(fontMetrics().averageCharWidth() * 24);
    flow->addWidget(m_count);
    for (const auto &[action, name] : std::initializer_list<std::pair<BulkAction, const char *>>{{BulkAction::Accept, "review.accept"},
                                                                                                {BulkAction::Reject, "review.reject"},
                                                                                                {BulkAction::Reopen, "review.reopen"},
                                                                                                {BulkAction::Relabel, "review.relabel"},
                                                                                                {BulkAction::Delete, "review.delete"}}) {
        auto *button = new QPushButton;
        button->setObjectName(QLatin1String(name) + QStringLiteral("Many"));
        button->setAutoDefault(false);
        button->setToolTip(tr("What is selected, if that is several, else what the list shows. Says first what will change."));
        connect(button, &QPushButton::clicked, this, [this, which = action] { ask(which); });
        flow->addWidget(button);
        m_buttons.append({action, button});
    }
    layout->addWidget(below);
    return contents;
}

void ReviewListDock::setUpList()
{
    m_list = new List;
    m_list->setObjectName(QStringLiteral("review.rows"));
    m_list->setAccessibleName(tr("List of everything"));
    m_list->setAccessibleDescription(tr("Enter accepts, Backspace rejects, U reopens, Delete deletes, a label’s key relabels; Escape goes back to the article"));
    m_list->setModel(m_model);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setAllColumnsShowFocus(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setExpandsOnDoubleClick(false);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->installEventFilter(this);
    const int em = fontMetrics().averageCharWidth();
    const int widths[] = {22, 56, 22, 11, 11, 22, 20};
    for (int column = 0; column < ReviewListModel::ColumnCount; ++column)
        m_list->setColumnWidth(column, std::max(em * widths[column], m_list->header()->sectionSizeHint(column)));
    const auto widen = [this, em](int column, const QString &text) {
        m_list->setColumnWidth(column, std::max(m_list->columnWidth(column), fontMetrics().horizontalAdvance(text) + 2 * em));
    };
    using Annotation::State;
    for (const State state : {State::Suggested, State::Accepted, State::Rejected})
        widen(ReviewListModel::State, stateText(state));
    for (const Annotation::Label &label : m_workbench.schema().labels)
        widen(ReviewListModel::What, label.title + QStringLiteral("      ")); // the swatch and the step of the tree
    m_list->header()->setStretchLastSection(true);
    m_list->header()->setSectionsMovable(false);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ReviewListDock::leadArticle);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(m_list, &QTreeView::doubleClicked, this, &ReviewListDock::left);
}

void ReviewListDock::changeEvent(QEvent *event)
{
    QDockWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_model->setDark(Widgets::isDark(palette()));
}

void ReviewListDock::toggle()
{
    if (isVisible() && m_list->hasFocus()) {
        hide();
        emit left();
        return;
    }
    setVisible(true);
    raise();
    // Left to itself it would take most of the window from the article.
    auto *window = qobject_cast<QMainWindow *>(parentWidget());
    if (!std::exchange(m_sized, true) && window && height() > window->height() / 3)
        window->resizeDocks({this}, {window->height() / 3}, Qt::Vertical);
    m_list->setFocus();
    if (!m_list->currentIndex().isValid())
        show(m_model->index(0, 0));
}

void ReviewListDock::followArticle()
{
    if (m_leading || !isVisible())
        return;
    const QScopedValueRollback guard(m_leading, true);
    const auto item = m_workbench.current();
    const QModelIndex index = item ? m_model->indexOf(*item, m_workbench.currentSpan()) : QModelIndex();
    if (index.isValid() && m_list->currentIndex().siblingAtColumn(0) == index && m_list->selectionModel()->isSelected(index))
        return;
    show(index);
}

void ReviewListDock::show(const QModelIndex &index)
{
    if (!index.isValid()) {
        m_list->selectionModel()->clear();
        return;
    }
    m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_list->scrollTo(index);
}

void ReviewListDock::leadArticle(const QModelIndex &current)
{
    if (m_leading || !m_list->hasFocus())
        return;
    const auto item = m_model->item(current);
    if (!item)
        return;
    const QScopedValueRollback guard(m_leading, true);
    const auto *span = std::get_if<SpanId>(&*item);
    std::optional<Item> owner = m_model->owner(current);
    if (owner == item && span) {
        const QList<AttributionId> users = m_workbench.index().attributionsOf(*span);
        if (!users.isEmpty())
            owner = users.constFirst();
    }
    m_workbench.setCurrent(owner, span ? std::optional(*span) : std::nullopt, true);
}

QList<Item> ReviewListDock::chosen() const
{
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QList<Item> items;
    for (const QModelIndex &row : std::as_const(rows)) {
        if (const auto item = m_model->item(row); item && !items.contains(*item))
            items.append(*item);
    }
    return items;
}

bool ReviewListDock::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const Qt::KeyboardModifiers modifiers = key->modifiers() & ~Qt::KeypadModifier;
        if (modifiers == Qt::NoModifier && decide(key->key(), key->text()))
            return true;
    }
    return QDockWidget::eventFilter(watched, event);
}

bool ReviewListDock::decide(int key, const QString &text)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter: apply({BulkAction::Accept, {}}); return true;
    case Qt::Key_Backspace: apply({BulkAction::Reject, {}}); return true;
    case Qt::Key_Delete: apply({BulkAction::Delete, {}}); return true;
    case Qt::Key_U: apply({BulkAction::Reopen, {}}); return true;
    case Qt::Key_Escape: emit left(); return true;
    default: break;
    }
    for (const Label &label : m_workbench.schema().labels) {
        if (!label.key.isEmpty() && text.compare(label.key, Qt::CaseInsensitive) == 0) {
            apply({BulkAction::Relabel, label.name});
            return true;
        }
    }
    return false;
}

void ReviewListDock::apply(const Editing::Bulk &bulk)
{
    const QList<Item> items = chosen();
    if (items.isEmpty())
        return;
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    const QPersistentModelIndex last = rows.constLast();
    const QModelIndex below = m_list->indexBelow(last);
    const bool atEnd = !below.isValid();
    const QPersistentModelIndex next = atEnd ? QModelIndex(last) : below.siblingAtColumn(0);
    {
        const QScopedValueRollback guard(m_leading, true);
        m_bulk->apply(bulk, items);
        if (next.isValid())
            show(next);
        else if (const int count = m_model->rowCount(); count > 0)
            show(m_model->index(count - 1, 0));
    }
    leadArticle(m_list->currentIndex());
}

void ReviewListDock::ask(BulkAction action)
{
    const QList<Item> items = chosen();
    m_bulk->ask(action, items.size() > 1 ? items : QList<Item>(), m_filters->filter(), m_filters->description(), this);
    m_list->setFocus();
}

void ReviewListDock::setSuggestKey(const QString &key)
{
    if (std::exchange(m_suggestKey, key) != key)
        showCounts();
}

void ReviewListDock::showCounts()
{
    const int rows = m_model->rowCount();
    const int selected = int(m_list->selectionModel()->selectedRows().size());
    QString text = rows == 0 ? tr("Nothing fits the filter") : tr("%n listed", nullptr, rows);
    if (!m_workbench.model().isOpen())
        text = tr("No article is open. Choose one in the list of articles.");
    else if (rows == 0 && m_filters->filter() == Editing::ReviewFilter())
        text = tr("Nothing is labelled yet. Select words and press a label\u2019s key, or let Quoth suggest by %1.").arg(m_suggestKey);
    m_count->setText(selected > 1 ? tr("%1, %n selected", nullptr, selected).arg(text) : text);
    const QString number = QLocale().toString(selected > 1 ? selected : rows);
    for (const auto &[action, button] : std::as_const(m_buttons)) {
        QString title;
        switch (action) {
        case BulkAction::Accept: title = tr("Accept %1…", "a number of items"); break;
        case BulkAction::Reject: title = tr("Reject %1…", "a number of items"); break;
        case BulkAction::Reopen: title = tr("Reopen %1…", "a number of items"); break;
        case BulkAction::Delete: title = tr("Delete %1…", "a number of items"); break;
        case BulkAction::Relabel: title = tr("Relabel %1 as…", "a number of items"); break;
        }
        button->setText(title.arg(number));
        button->setEnabled(rows > 0);
    }
    for (QAction *action : m_actions.mid(1))
        action->setEnabled(m_workbench.model().isOpen());
}

} // namespace Quoth::Windows
