// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articlepane.h"

#include "actions.h"
#include "framebuilding.h"
#include "keytips.h"
#include "overlaps.h"
#include "overlays.h"
#include "slotfilling.h"
#include "softlabel.h"

#include <app/editing/reviewqueue.h>
#include <app/rendering/itemkey.h>
#include <widgets/painting/colours.h>

#include <QEvent>
#include <QSettings>
#include <QVBoxLayout>

namespace Quoth::Windows {

using namespace Annotation;
using namespace std::chrono_literals;
using Editing::Item;
using Rendering::itemOf;
using Rendering::keyOf;

namespace {

quint64 keyOfItem(const std::optional<Item> &item)
{
    return item ? std::visit([](auto id) { return keyOf(id); }, *item) : 0;
}

/// Counting what is in an article reads all of it: above this many spans its byline does without.
constexpr qsizetype countedSpans = 20000;

} // namespace

ArticlePane::ArticlePane(Workbench &workbench, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_legend(new Widgets::LegendRow(this)), m_empty(new SoftLabel), m_view(new Widgets::ArticleView(this)),
      m_findBar(new Widgets::FindBar(this)), m_finder(new Widgets::ArticleFinder(*m_view, *m_findBar, this))
{
    m_view->setAccessibleName(tr("Article"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_legend);
    layout->addWidget(m_empty);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_findBar);
    m_legend->hide();
    m_empty->setObjectName(QStringLiteral("article.empty"));
    m_empty->setMargin(24);
    m_empty->setAutoFillBackground(true);
    m_empty->setBackgroundRole(QPalette::Base); // of the empty page below it
    m_empty->hide();
    m_emptySoon.setSingleShot(true);
    m_emptySoon.setInterval(400ms);
    connect(&m_emptySoon, &QTimer::timeout, this, [this] { m_empty->setVisible(!m_workbench.model().isOpen() && !m_empty->text().isEmpty()); });
    m_emptySoon.start();
    m_legendSoon.setSingleShot(true); // it looks at all of the article: once for a burst of edits
    m_legendSoon.setInterval(60);
    connect(&m_legendSoon, &QTimer::timeout, this, &ArticlePane::showLegend);
    setFocusProxy(m_view);
    createActions();
    m_bylineSoon.setSingleShot(true);
    m_bylineSoon.setInterval(400ms);
    connect(&m_bylineSoon, &QTimer::timeout, this, [this] {
        if (m_workbench.model().isOpen())
            m_view->setByline(headline().byline);
    });

    m_highlights = std::make_unique<Rendering::ArticleHighlights>(workbench.article(), workbench.index(), workbench.schema());
    m_view->setHighlightSource(m_highlights.get());
    m_view->setCardSource(m_highlights.get());
    updateStyles();
    m_view->setZoom(QSettings().value(QStringLiteral("view/zoom"), 1.0).toReal());

    connect(&workbench.model(), &AnnotationModel::reset, this, [this] {
        m_lastEdited.reset();
        showArticle();
    });
    connect(&workbench.model(), &AnnotationModel::applied, this, &ArticlePane::showEdit);
    connect(&workbench.session(), &Editing::EditSession::schemaChanged, this, [this] {
        m_highlights->takeSchema();
        updateStyles();
        repaintAll();
    });
    connect(&workbench, &Workbench::currentChanged, this, &ArticlePane::showCurrent);
    connect(&workbench.session(), &Editing::EditSession::stepped, this, [this](std::optional<TextRange> selection) {
        if (const auto item = std::exchange(m_lastEdited, {}); item && (!selection || selection->isEmpty())) {
            m_workbench.setCurrent(*item, std::nullopt, true); // what was undone can be decided anew
            return;
        }
        if (!selection)
            return;
        m_view->setSelection(selection->begin, selection->end);
        m_view->ensureVisible(selection->begin, selection->end);
    });
    connect(m_view, &Widgets::ArticleView::selectionChanged, this, [this] {
        const Widgets::Extent selected = m_view->selection();
        const qint32 caret = m_view->caret();
        m_workbench.setSelection(selected.begin < selected.end ? TextRange{selected.begin, selected.end} : TextRange{caret, caret});
    });
    connect(m_view, &Widgets::ArticleView::caretMoved, this, [this](qint32 caret) {
        const Widgets::Extent selected = m_view->selection();
        if (selected.begin >= selected.end)
            m_workbench.setSelection({caret, caret});
    });
    connect(m_view, &Widgets::ArticleView::zoomChanged, this,
            [](qreal zoom) { QSettings().setValue(QStringLiteral("view/zoom"), zoom); });
    connect(m_view, &Widgets::ArticleView::highlightActivated, this, &ArticlePane::activate);
    connect(m_view, &Widgets::ArticleView::highlightHovered, this, &ArticlePane::showRelated);
    connect(m_view, &Widgets::ArticleView::cardHovered, this, &ArticlePane::showRelated);
    m_actions.choose = (new Overlaps(workbench, *m_view, [this](quint64 key) { activate(key); }, this))->action();
    m_actions.overlays = (new Overlays(workbench, *m_view, this))->actions();
    m_slotFilling = new SlotFilling(workbench, *m_view, this);
    connect(m_view, &Widgets::ArticleView::cardActivated, this, [this](quint64 key) {
        if (const auto item = itemOf(key))
            m_workbench.setCurrent(*item, std::nullopt, true);
    });
    connect(m_view, &Widgets::ArticleView::edgeDragged, this, &ArticlePane::moveEdge);
    connect(m_view, &Widgets::ArticleView::cardActionTriggered, this, [this](quint64 key, Widgets::CardAction action) {
        if (const auto item = itemOf(key))
            emit cardActionTriggered(*item, action);
    });
    connect(m_view, &Widgets::ArticleView::contextMenuRequested, this,
            [this](const QPoint &position, qint32, const QList<quint64> &keys) {
                if (!keys.isEmpty() && m_workbench.selection().isEmpty())
                    activate(keys.constFirst());
                emit contextMenuRequested(position);
            });
}

ArticlePane::~ArticlePane()
{
    m_view->setHighlightSource(nullptr);
    m_view->setCardSource(nullptr);
}

void ArticlePane::createActions()
{
    m_actions.zoomIn = makeAction(this, "view.zoomIn", tr("Larger text"), {QStringLiteral("Ctrl++"), QStringLiteral("Ctrl+=")});
    m_actions.zoomOut = makeAction(this, "view.zoomOut", tr("Smaller text"), {QStringLiteral("Ctrl+-")});
    m_actions.resetZoom = makeAction(this, "view.resetZoom", tr("Normal text size"), {QStringLiteral("Ctrl+0")});
    m_actions.take = makeAction(this, "item.take", tr("Take the highlight at the caret"), {QStringLiteral("Space")});
    m_actions.letGo = makeAction(this, "item.letGo", tr("Let go"), {QStringLiteral("Esc")});
    connect(m_actions.zoomIn, &QAction::triggered, m_view, &Widgets::ArticleView::zoomIn);
    connect(m_actions.zoomOut, &QAction::triggered, m_view, &Widgets::ArticleView::zoomOut);
    connect(m_actions.resetZoom, &QAction::triggered, m_view, &Widgets::ArticleView::resetZoom);
    connect(m_actions.take, &QAction::triggered, this, &ArticlePane::takeAtCaret);
    connect(m_actions.letGo, &QAction::triggered, this, [this] {
        m_view->clearSelection();
        m_workbench.setCurrent(std::nullopt);
    });

    m_actions.find = {makeAction(this, "find.open", tr("Find in article\u2026"), {QStringLiteral("Ctrl+F")}, "search"),
                      makeAction(this, "find.next", tr("Find next"), {QStringLiteral("F3")}),
                      makeAction(this, "find.previous", tr("Find previous"), {QStringLiteral("Shift+F3")})};
    const auto tellKeys = [this] { m_findBar->setArticleKeys(keyText(*m_actions.find[2]), keyText(*m_actions.find[1])); };
    connect(m_actions.find[1], &QAction::changed, m_findBar, tellKeys);
    connect(m_actions.find[2], &QAction::changed, m_findBar, tellKeys);
    tellKeys();
    connect(m_actions.find[0], &QAction::triggered, m_finder, &Widgets::ArticleFinder::open);
    connect(m_actions.find[1], &QAction::triggered, m_finder, [this] { m_finder->step(1); });
    connect(m_actions.find[2], &QAction::triggered, m_finder, [this] { m_finder->step(-1); });

    m_actions.show = new QActionGroup(this);
    const struct
    {
        const char *id;
        QString text;
        QList<State> states;
    } choices[] = {{"view.showOpenAndAccepted", tr("Suggested and accepted"), {State::Suggested, State::Accepted}},
                   {"view.showSuggested", tr("Suggested only"), {State::Suggested}},
                   {"view.showAccepted", tr("Accepted only"), {State::Accepted}},
                   {"view.showAll", tr("All, also rejected"), {State::Suggested, State::Accepted, State::Rejected}}};
    for (const auto &choice : choices) {
        QAction *action = makeAction(this, choice.id, choice.text);
        action->setCheckable(true);
        action->setChecked(m_actions.show->actions().isEmpty());
        m_actions.show->addAction(action);
        connect(action, &QAction::triggered, this, [this, states = choice.states] {
            if (m_highlights->setStates(states)) {
                emit shownChanged(states);
                repaintAll();
                m_legendSoon.start();
            }
        });
    }
}

void ArticlePane::follow(FrameBuilding &frames)
{
    connect(m_slotFilling, &SlotFilling::slotChosen, &frames, &FrameBuilding::setSlot);
    connect(this, &ArticlePane::ghostActivated, &frames, &FrameBuilding::takeAt);
    connect(m_actions.letGo, &QAction::triggered, &frames, &FrameBuilding::finish);
    connect(&frames, &FrameBuilding::changed, this, [this, &frames] {
        QList<Rendering::Ghost> ghosts;
        for (const Editing::RoleWords &part : frames.proposal().parts)
            ghosts.append({part.role, part.label, part.fragments});
        if (m_highlights->setGhosts(ghosts)) {
            const Widgets::Extent shown = m_view->visibleExtent();
            m_view->highlightsChanged(shown.begin, shown.end);
        }
        m_highlights->setActiveSlot(frames.slotIndex());
        m_view->cardsChanged();
    });
}

QList<QAction *> ArticlePane::allActions() const
{
    return QList<QAction *>{m_actions.zoomIn, m_actions.zoomOut, m_actions.resetZoom, m_actions.take, m_actions.letGo}
    + m_actions.find + m_actions.overlays + QList<QAction *>{m_actions.choose} + m_actions.show->actions();
}

void ArticlePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlights)
        updateStyles();
}

void ArticlePane::updateStyles()
{
    m_highlights->setDark(Widgets::isDark(palette()));
    m_view->setStyles(m_highlights->styles());
    showLegend();
}

Rendering::RenderOptions ArticlePane::shown() const
{
    Rendering::RenderOptions options;
    options.states = m_highlights->states();
    options.colourBy = m_highlights->colourBy();
    return options;
}

void ArticlePane::setColourBy(Rendering::ColourBy colourBy)
{
    if (!m_highlights->setColourBy(colourBy))
        return;
    updateStyles();
    repaintAll();
}

void ArticlePane::showLegend()
{
    const Rendering::ColourBy colourBy = m_highlights->colourBy();
    m_legend->setVisible(colourBy != Rendering::ColourBy::Label);
    if (!m_legend->isHidden()) {
        const QList<Widgets::HighlightStyle> styles = m_highlights->styles();
        QList<Widgets::HighlightStyle> entries;
        if (m_workbench.index().spanCount() <= countedSpans) {
            const auto legend = m_highlights->legendOfColours();
            for (const auto &entry : legend)
                entries.append({entry.title, styles[entry.style].colour, Widgets::Mark::Box});
        }
        m_legend->setEntries(tr("Colours: %1").arg(titleOf(colourBy)), entries);
    }
}

Rendering::Headline ArticlePane::headline() const
{
    const AnnotationIndex &index = m_workbench.index();
    const Annotations counted = index.spanCount() <= countedSpans ? inStates(index.toAnnotations(), m_highlights->states()) : Annotations();
    return Rendering::headlineOf(m_workbench.article(), counted, m_workbench.schema());
}

void ArticlePane::setEmptyText(const QString &text) { m_empty->setText(text); }

void ArticlePane::showArticle()
{
    if (m_workbench.model().isOpen())
        m_empty->hide();
    else
        m_emptySoon.start();
    if (m_highlights->refresh())
        m_view->setStyles(m_highlights->styles());
    m_legendSoon.start();
    const Rendering::Headline shown = m_workbench.model().isOpen() ? headline() : Rendering::Headline();
    m_view->setArticle(m_workbench.article().text, shown.length, shown.byline);
}

std::optional<Editing::Item> ArticlePane::itemOfEdit(const Edit &edit) const
{
    if (edit.article != m_workbench.article().id)
        return std::nullopt;
    QList<Editing::Item> attributions;
    QList<Editing::Item> spans;
    for (const Change &change : edit.changes) {
        if (const auto *attribution = std::get_if<ChangeOf<Attribution>>(&change); attribution && attribution->after)
            attributions.append(attribution->after->id);
        else if (const auto *span = std::get_if<ChangeOf<Span>>(&change); span && span->after)
            spans.append(span->after->id);
    }
    const QList<Editing::Item> &found = attributions.isEmpty() ? spans : attributions;
    return found.size() == 1 ? std::optional(found.constFirst()) : std::nullopt;
}

void ArticlePane::showEdit(const Edit &edit)
{
    m_lastEdited = itemOfEdit(edit);
    showCurrent(false); // the pointer may have been over what is gone
    m_bylineSoon.start();
    if (m_highlights->colourBy() != Rendering::ColourBy::Label) {
        // A source that gets another speaker colours what lies elsewhere, and speakers may change in edits of no article.
        if (m_highlights->follow(edit))
            m_view->setStyles(m_highlights->styles());
        m_legendSoon.start();
        repaintAll();
        return;
    }
    if (edit.article != m_workbench.article().id) {
        m_view->cardsChanged(); // they name speakers
        return;
    }
    TextRange touched{std::numeric_limits<qint32>::max(), 0};
    const auto add = [&touched](const std::optional<Span> &span) {
        if (span) {
            touched.begin = std::min(touched.begin, span->extent().begin);
            touched.end = std::max(touched.end, span->extent().end);
        }
    };
    for (const Change &change : edit.changes) {
        if (const auto *span = std::get_if<ChangeOf<Span>>(&change)) {
            add(span->before);
            add(span->after);
        }
    }
    if (!touched.isEmpty())
        m_view->highlightsChanged(touched.begin, touched.end);
    m_view->cardsChanged();
}

void ArticlePane::showCurrent(bool reveal)
{
    const std::optional<Item> item = m_workbench.current();
    const quint64 key = keyOfItem(item);
    m_highlights->setCurrent(key);
    QSet<quint64> related;
    quint64 focused = m_workbench.currentSpan() ? keyOf(*m_workbench.currentSpan()) : key;
    if (item) {
        if (const auto *id = std::get_if<AttributionId>(&*item)) {
            const Attribution *attribution = m_workbench.index().attribution(*id);
            for (const RoleFiller &filler : attribution->fillers)
                related.insert(keyOf(filler.span));
            // An attribution by itself is not drawn: ring its content, or what it has.
            if (!m_workbench.currentSpan() && !attribution->fillers.isEmpty()) {
                const QList<SpanId> contents = attribution->spans(contentRole);
                focused = keyOf(contents.isEmpty() ? attribution->fillers.constFirst().span : contents.constFirst());
            }
        }
    }
    m_view->setFocusedKey(focused);
    m_view->setRelatedKeys(related);
    m_view->cardsChanged();
    if (reveal && item) {
        const TextRange extent = m_workbench.currentSpan() ? m_workbench.index().span(*m_workbench.currentSpan())->extent()
                                                           : Editing::extentOf(*item, m_workbench.index());
        m_view->setCaret(extent.begin);
        m_view->ensureVisible(extent.begin, extent.end);
    }
    if (item)
        m_view->ensureCardVisible();
}

void ArticlePane::showRelated(quint64 key)
{
    const auto item = itemOf(key);
    if (!item) {
        showCurrent(false);
        return;
    }
    QList<AttributionId> frames;
    if (const auto *span = std::get_if<SpanId>(&*item))
        frames = m_workbench.index().attributionsOf(*span);
    else
        frames = {std::get<AttributionId>(*item)};
    QSet<quint64> related;
    for (const AttributionId frame : std::as_const(frames)) {
        if (const Attribution *attribution = m_workbench.index().attribution(frame)) {
            for (const RoleFiller &filler : attribution->fillers)
                related.insert(keyOf(filler.span));
        }
    }
    m_view->setRelatedKeys(related);
}

void ArticlePane::activate(quint64 key)
{
    if (key == Rendering::ghostKey)
        emit ghostActivated(m_view->caret());
    const auto item = itemOf(key);
    if (!item)
        return;
    if (const auto *span = std::get_if<SpanId>(&*item)) {
        const QList<AttributionId> frames = m_workbench.index().attributionsOf(*span);
        // A span that several attributions share: the one in hand, else the last made.
        const auto current = m_workbench.current();
        for (const AttributionId frame : frames) {
            if (current == Item(frame)) {
                m_workbench.setCurrent(current, *span);
                return;
            }
        }
        m_workbench.setCurrent(frames.isEmpty() ? Item(*span) : Item(frames.constFirst()), *span);
        return;
    }
    m_workbench.setCurrent(*item);
}

void ArticlePane::moveEdge(quint64 key, Widgets::Extent before, Widgets::Extent after)
{
    const auto item = itemOf(key);
    const SpanId *id = item ? std::get_if<SpanId>(&*item) : nullptr;
    const Span *span = id ? m_workbench.index().span(*id) : nullptr;
    if (!span)
        return;
    QList<TextRange> fragments = span->fragments;
    std::replace(fragments.begin(), fragments.end(), TextRange{before.begin, before.end}, TextRange{after.begin, after.end});
    m_workbench.commit(m_workbench.edits().setFragments(*id, fragments));
}

void ArticlePane::takeAtCaret()
{
    const QList<quint64> keys = m_view->keysAt(m_view->caret());
    if (keys.isEmpty())
        return;
    const auto span = m_workbench.currentSpan();
    const qsizetype at = span ? keys.indexOf(keyOf(*span)) : -1;
    activate(keys[(at + 1) % keys.size()]);
}

void ArticlePane::repaintAll()
{
    m_view->highlightsChanged(0, qint32(m_workbench.article().text.size()));
    m_view->cardsChanged();
}

} // namespace Quoth::Windows
