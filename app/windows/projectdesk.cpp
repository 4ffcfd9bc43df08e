// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "projectdesk.h"

#include "acceptalldialog.h"
#include "actions.h"
#include "articlelistdock.h"
#include "articlepane.h"
#include "colourchoice.h"
#include "exchangetasks.h"
#include "historydock.h"
#include "framebuilding.h"
#include "guidelines.h"
#include "inspectordock.h"
#include "keytips.h"
#include "labelbrush.h"
#include "labelling.h"
#include "learning.h"
#include "menubutton.h"
#include "palettebar.h"
#include "recentprojects.h"
#include "reviewing.h"
#include "reviewlistdock.h"
#include "speakersdock.h"
#include "spreading.h"
#include "schemaediting.h"
#include "statusline.h"
#include "textwalk.h"

#include <QMessageBox>
#include <QToolBar>
#include <QToolButton>

namespace Quoth::Windows {

using namespace Annotation;

ProjectDesk::ProjectDesk(std::unique_ptr<Editing::EditSession> session, QMainWindow &window)
    : m_window(window), m_session(std::move(session)), m_workbench(std::make_unique<Workbench>(*m_session))
{
    m_pane = new ArticlePane(*m_workbench);
    m_list = new ArticleListDock(*m_workbench);
    m_inspector = new InspectorDock(*m_workbench);
    m_history = new HistoryDock(*m_workbench);
    m_reviewList = new ReviewListDock(*m_workbench);
    m_status = new StatusLine(*m_workbench);
    m_speakers = new SpeakersDock(*m_workbench);
    m_labelling = new Labelling(*m_workbench, this);
    m_brush = new LabelBrush(*m_workbench, *m_labelling, this);
    m_walk = new TextWalk(*m_workbench, this);
    m_guidelines = new Guidelines(*m_workbench, m_pane->view(), *m_labelling, *m_brush, this);
    m_spreading = new Spreading(*m_workbench, window);
    m_reviewing = new Reviewing(*m_workbench, m_labelling->frames(), this);
    m_schemaEditing = new SchemaEditing(*m_workbench, [this] { return keysOfOneCharacter(actions()); }, window, this);
    m_exchange = new ExchangeTasks(*m_workbench, m_formats, window, this);
    m_learning = new Learning(*m_workbench, window, this);
    createUndoActions();
    window.setCentralWidget(m_pane);
    window.setStatusBar(m_status);
    placeDocks(window);
    createToolBar(window);
    bindKeysToTheArticle();
    connectParts(window);
    updateUndo();
}

ProjectDesk::~ProjectDesk()
{
    m_inspector->finishEditing();
    // The parts look at the workbench: they go first.
    m_window.removeToolBar(m_toolBar);
    delete m_toolBar;
    delete m_list;
    delete m_inspector;
    delete m_history;
    delete m_reviewList;
    delete m_guidelines;
    delete m_speakers;
    delete m_spreading;
    delete m_window.takeCentralWidget();
    m_window.setStatusBar(nullptr);
    delete m_status; // Qt would do so later, when its timers have asked for a workbench that is gone
    delete m_learning;
    delete m_exchange;
    delete m_schemaEditing;
    delete m_reviewing;
    delete m_walk;
    delete m_brush;
    delete m_labelling;
}

void ProjectDesk::createUndoActions()
{
    m_undo = makeAction(this, "edit.undo", tr("Undo"), {QStringLiteral("Ctrl+Z")}, "undo");
    m_redo = makeAction(this, "edit.redo", tr("Redo"), {QStringLiteral("Ctrl+Shift+Z"), QStringLiteral("Ctrl+Y")}, "redo");
    connect(m_undo, &QAction::triggered, m_session.get(), &Editing::EditSession::undo);
    connect(m_redo, &QAction::triggered, m_session.get(), &Editing::EditSession::redo);
    connect(m_session.get(), &Editing::EditSession::undoStateChanged, this, &ProjectDesk::updateUndo);
}

void ProjectDesk::updateUndo()
{
    const Storage::UndoState &state = m_session->undoState();
    m_undo->setEnabled(state.canUndo);
    m_undo->setText(state.undoTitle.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(state.undoTitle));
    m_redo->setEnabled(state.canRedo);
    m_redo->setText(state.redoTitle.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(state.redoTitle));
    if (!m_workbench->model().isOpen())
        showKeys(); // an empty window tells of redo
}

void ProjectDesk::placeDocks(QMainWindow &window)
{
    m_list->setObjectName(QStringLiteral("articles"));
    m_inspector->setObjectName(QStringLiteral("inspector"));
    window.addDockWidget(Qt::LeftDockWidgetArea, m_list);
    window.addDockWidget(Qt::RightDockWidgetArea, m_inspector);
    window.addDockWidget(Qt::RightDockWidgetArea, m_history);
    m_history->hide(); // until it is asked for
    window.addDockWidget(Qt::BottomDockWidgetArea, m_reviewList);
    window.addDockWidget(Qt::RightDockWidgetArea, m_speakers);
    m_speakers->hide(); // until F6, or as it was left
    window.resizeDocks({m_list, m_inspector}, {230, 250}, Qt::Horizontal);
}

void ProjectDesk::createToolBar(QMainWindow &window)
{
    m_toolBar = window.addToolBar(tr("Labels and review"));
    m_toolBar->setObjectName(QStringLiteral("main"));
    m_toolBar->setMovable(false);
    m_toolBar->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_toolBar->addAction(m_undo);
    m_toolBar->addAction(m_redo);
    m_palette = new PaletteBar(*m_workbench);
    m_toolBar->addWidget(m_palette);
    auto *space = new QWidget;
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(space);
    m_colours = new ColourChoice;
    connect(m_colours, &ColourChoice::chosen, m_pane, &ArticlePane::setColourBy);
    m_pane->setColourBy(m_colours->colourBy());
    m_toolBar->addWidget(m_colours);
    auto *show = new MenuButton(tr("Show"));
    show->setToolTip(tr("Which highlights are shown"));
    show->setAccessibleName(tr("Which highlights are shown"));
    auto *menu = new QMenu(show);
    menu->addActions(m_pane->actions().show->actions());
    show->setMenu(menu);
    m_toolBar->addWidget(show);
    for (QAction *action : {m_exchange->suggestAction(), m_reviewing->actions().acceptAll, m_exchange->exportAction()}) {
        m_toolBar->addAction(action);
        if (auto *button = qobject_cast<QToolButton *>(m_toolBar->widgetForAction(action)))
            button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    }
    auto *tips = new KeyTips(m_toolBar);
    const QList<QToolButton *> buttons = m_toolBar->findChildren<QToolButton *>();
    for (QToolButton *button : buttons)
        button->installEventFilter(tips);
}

void ProjectDesk::showKeys()
{
    const auto sign = [](const QAction *action) {
        const QKeySequence key = action->shortcut();
        return key == QKeySequence(Qt::Key_Return) ? QStringLiteral("\u23CE") : key == QKeySequence(Qt::Key_Backspace) ? QStringLiteral("\u232B") : keyText(*action);
    };
    const Reviewing::Actions &actions = m_reviewing->actions();
    m_pane->view().setCardKeys({sign(actions.accept), sign(actions.reject), sign(actions.fix), sign(actions.reopen)});
    m_status->setKeys({keyText(*actions.next), keyText(*actions.accept), keyText(*actions.reject), keyText(*actions.fix),
                       keyText(*m_exchange->suggestAction())});
    // What is empty says how it is filled.
    const auto *import = m_window.findChild<QAction *>(QStringLiteral("project.import"));
    const QString importKey = import ? keyOrName(*import) : QString();
    m_list->setImportKey(importKey);
    const QString credit = keyOrName(*m_inspector->namedActions().setSpeaker);
    m_speakers->setCreditKey(credit);
    m_spreading->setCreditKey(credit);
    m_reviewList->setSuggestKey(keyOrName(*m_exchange->suggestAction()));
    m_inspector->setNextKey(keyOrName(*actions.next));
    if (session().undoState().canRedo)
        m_pane->setEmptyText(tr("No article is open. What was undone comes back by %1.").arg(keyOrName(*m_redo)));
    else
        m_pane->setEmptyText(tr("No article is open. Choose one in the list of articles (%1), or import some by %2.")
                                 .arg(keyOrName(*m_list->namedActions().focusFilter), importKey));
}

void ProjectDesk::bindKeysToTheArticle()
{
    // Letters, digits, Enter and Tab mean something only while the article has the focus; elsewhere they type and move.
    for (QAction *action : m_labelling->allActions() + m_brush->actions() + m_walk->actions() + m_reviewing->allActions()
             + m_pane->allActions() + m_spreading->actions()
             + QList<QAction *>{m_guidelines->action()}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_pane->addAction(action);
    }
    for (QAction *action : m_inspector->actions()) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_pane->addAction(action);
    }
}

void ProjectDesk::connectLabelling()
{
    FrameBuilding &frames = m_labelling->frames();
    m_pane->follow(frames);
    connect(&frames, &FrameBuilding::walked, this, [this, &frames](const QString &slot) {
        const QList<QAction *> edges = m_labelling->edgeActions();
        const Reviewing::Actions &review = m_reviewing->actions();
        if (frames.isMending())
            m_status->setHint(tr("%1: select other words, or move its edges: %2 %3 its begin, %4 %5 its end")
                                  .arg(slot, keyOrName(*edges[0]), keyOrName(*edges[1]), keyOrName(*edges[2]), keyOrName(*edges[3])));
        else if (frames.proposal().isEmpty())
            m_status->setHint(tr("%1: select its words, or %2", "a part, and a key").arg(slot, keyOrName(*m_pane->actions().letGo)));
        else
            m_status->setHint(tr("%2 takes what is proposed. %1: select other words, %3 drops it, %4 the next part", "a part, and keys")
                                  .arg(slot, keyOrName(*review.accept), keyOrName(*review.reject), keyOrName(*review.next)));
    });
    connect(&m_pane->view(), &Widgets::ArticleView::selectedByMouse, this, [this](Qt::KeyboardModifiers modifiers) {
        if (m_brush->takeSelection(modifiers))
            m_pane->view().clearSelection();
    });
    connect(m_pane->actions().letGo, &QAction::triggered, this, [this] { m_brush->setLabel({}); });
    connect(m_brush, &LabelBrush::changed, this, [this] {
        m_palette->setStuck(m_brush->label());
        const Label *label = m_workbench->schema().label(m_brush->label());
        m_status->setHint(label ? tr("Words selected with the mouse become “%1”, until %2", "a label, and a key")
                                      .arg(label->title, keyOrName(*m_pane->actions().letGo))
                                : QString());
    });
    connect(m_walk, &TextWalk::selected, this, [this](TextRange range) {
        m_workbench->setCurrent(std::nullopt);
        m_pane->view().setSelection(range.begin, range.end);
        m_pane->view().ensureVisible(range.begin, range.end);
    });
    connect(m_walk, &TextWalk::nothingFound, m_status, &StatusLine::setHint);
}

void ProjectDesk::connectParts(QMainWindow &window)
{
    connectLabelling();
    connect(m_palette, &Widgets::LabelPalette::labelTriggered, this, [this](const QString &name) {
        // Without words to label, the label waits for them.
        if (m_workbench->selection().isEmpty() && !m_workbench->currentSpan())
            m_brush->setLabel(m_brush->label() == name ? QString() : name);
        else
            m_labelling->label(name);
        m_pane->view().setFocus();
    });
    connect(m_session.get(), &Editing::EditSession::articleOpened, m_pane, [this] {
        m_pane->view().setFocus();
        rememberArticle(m_session->path(), m_workbench->article().id);
    });
    connect(m_session.get(), &Editing::EditSession::failed, &window, [&window](const Error &error) {
        QMessageBox::warning(&window, tr("Quoth"), error.text());
    });
    const auto bindAnew = [this] {
        bindKeysToTheArticle();
        emit actionsChanged();
    };
    connect(m_labelling, &Labelling::actionsChanged, this, bindAnew);
    connect(m_brush, &LabelBrush::actionsChanged, this, bindAnew);
    connect(m_history, &HistoryDock::done, m_pane, [this] { m_pane->view().setFocus(); });
    connect(m_exchange, &ExchangeTasks::articlesChanged, m_history, &HistoryDock::refresh);
    connect(m_reviewList, &ReviewListDock::left, m_pane, [this] { m_pane->view().setFocus(); });
    connect(m_reviewList, &ReviewListDock::told, m_status, [this](const QString &what) {
        m_status->showMessage(tr("Done: %1. %2 takes it back.", "what was done, and a key").arg(what, keyOrName(*m_undo)), 10000);
    });
    connect(m_spreading, &Spreading::done, m_pane, [this] { m_pane->view().setFocus(); });
    connect(m_pane, &ArticlePane::shownChanged, m_reviewing, &Reviewing::setShown);
    connect(m_labelling, &Labelling::told, this, [this](const QString &message) { m_status->showMessage(message, 8000); });
    connect(m_spreading, &Spreading::told, this, [this](const QString &message) { m_status->showMessage(message, 8000); });
    connect(m_speakers, &SpeakersDock::told, this, [this](const QString &message) { m_status->showMessage(message, 8000); });
    connect(m_speakers, &SpeakersDock::left, m_pane, [this] { m_pane->view().setFocus(); });
    connect(m_schemaEditing, &SchemaEditing::done, m_pane, [this] { m_pane->view().setFocus(); });
    connect(m_inspector, &InspectorDock::done, m_pane, [this] { m_pane->view().setFocus(); });
    connect(m_reviewing, &Reviewing::acceptAllRequested, this, &ProjectDesk::acceptAll);
    connect(m_reviewing, &Reviewing::nothingLeft, this, [this] { m_status->setHint(tr("No other suggestion is left in this article")); });
    const Reviewing::Actions &review = m_reviewing->actions();
    for (const QAction *action : {review.next, review.accept, review.reject, review.fix, review.reopen, m_exchange->suggestAction(),
                                  m_inspector->namedActions().setSpeaker})
        connect(action, &QAction::changed, this, &ProjectDesk::showKeys);
    if (const auto *import = m_window.findChild<QAction *>(QStringLiteral("project.import")))
        connect(import, &QAction::changed, this, &ProjectDesk::showKeys);
    showKeys();
    connect(m_reviewing, &Reviewing::restDecided, this, [this](int count, State state) {
        m_status->setHint((state == State::Accepted ? tr("%n suggestion(s) accepted; %1 takes it back", "a key", count)
                                                    : tr("%n suggestion(s) rejected; %1 takes it back", "a key", count))
                              .arg(keyOrName(*m_undo)));
    });
    connect(m_reviewing, &Reviewing::fixing, this, [this](const QString &label) {
        const QList<QAction *> edges = m_labelling->edgeActions();
        m_status->setHint(tr("%1: %2 %3 move its begin, %4 %5 its end; %6 the next part")
                              .arg(label, keyOrName(*edges[0]), keyOrName(*edges[1]), keyOrName(*edges[2]), keyOrName(*edges[3]),
                                   keyOrName(*m_reviewing->actions().fix)));
    });
    connect(m_pane, &ArticlePane::cardActionTriggered, this, [this](const Editing::Item &item, Widgets::CardAction action) {
        if (action == Widgets::CardAction::Fix && m_workbench->current() != item)
            m_workbench->setCurrent(item);
        switch (action) {
        case Widgets::CardAction::Accept: m_reviewing->decide(item, State::Accepted); break;
        case Widgets::CardAction::Reject: m_reviewing->decide(item, State::Rejected); break;
        case Widgets::CardAction::Reopen: m_reviewing->decide(item, State::Suggested); break;
        case Widgets::CardAction::Fix: m_reviewing->fix(); break;
        case Widgets::CardAction::Take: m_labelling->frames().take(); break;
        case Widgets::CardAction::Drop: m_labelling->frames().drop(); break;
        }
        m_pane->view().setFocus();
    });
    connect(m_pane, &ArticlePane::contextMenuRequested, this, [this](const QPoint &position) {
        QMenu menu;
        menu.addActions(m_labelling->labelActions());
        menu.addSeparator();
        menu.addActions({m_reviewing->actions().accept, m_reviewing->actions().reject, m_reviewing->actions().fix});
        menu.addActions(m_inspector->actions());
        menu.addActions(m_spreading->actions());
        menu.addActions(m_labelling->otherActions());
        menu.exec(position);
    });
    connect(m_learning, &Learning::told, m_status, [this](const QString &message) { m_status->showMessage(message, 8000); });
    connect(m_learning, &Learning::learned, m_status, &StatusLine::setLearnedFrom);
    connect(m_list, &ArticleListDock::told, m_status, &StatusLine::setHint);
    connect(m_list, &ArticleListDock::filesDropped, m_exchange, &ExchangeTasks::importFiles);
    connect(m_exchange, &ExchangeTasks::articlesChanged, m_list, &ArticleListDock::refresh);
}

void ProjectDesk::acceptAll()
{
    AcceptAllDialog dialog([this](double confidence) { return m_reviewing->countAtOrAbove(confidence); }, &m_window);
    if (dialog.exec() == QDialog::Accepted)
        m_reviewing->acceptAll(dialog.confidence());
    m_pane->view().setFocus();
}

void ProjectDesk::openFirstArticle()
{
    const auto articles = m_session->project().call([](Storage::Project &project) { return project.articles(); });
    if (!articles || articles->isEmpty())
        return;
    // The one that was open last, if it is still there; else the first with something to review, else the first.
    const auto last = rememberedArticle(m_session->path());
    auto open = std::find_if(articles->begin(), articles->end(), [&last](const auto &article) { return last && article.id == *last; });
    if (open == articles->end())
        open = std::find_if(articles->begin(), articles->end(), [](const auto &article) { return article.suggested > 0; });
    m_session->openArticle(open == articles->end() ? articles->constFirst().id : open->id);
}

QList<QAction *> ProjectDesk::actions() const
{
    return QList<QAction *>{m_undo, m_redo} + m_labelling->allActions() + m_brush->actions() + m_walk->actions()
        + m_reviewing->allActions() + m_pane->allActions() + m_inspector->actions() + m_history->actions() + m_list->actions()
        + m_exchange->actions() + m_reviewList->actions() + m_colours->actions() + m_spreading->actions() + m_speakers->actions()
        + QList<QAction *>{m_learning->action(), m_guidelines->action(), m_schemaEditing->action()};
}

void ProjectDesk::fill(QMenu &edit, QMenu &annotate, QMenu &review, QMenu &view) const
{
    edit.addActions({m_undo, m_redo});
    edit.addActions(m_history->actions());
    edit.addSeparator();
    edit.addActions(m_pane->actions().find);
    edit.addSeparator();
    edit.addActions(m_labelling->otherActions());
    edit.addActions(m_inspector->actions());
    edit.addActions(m_spreading->actions());
    edit.addSeparator();
    edit.addActions(m_speakers->actions().mid(1));
    annotate.addActions(m_labelling->labelActions());
    annotate.addSeparator();
    annotate.addActions(m_labelling->extendActions());
    annotate.addSeparator();
    annotate.addActions(m_brush->actions());
    annotate.addSeparator();
    annotate.addActions(m_labelling->edgeActions());
    annotate.addSeparator();
    annotate.addActions(m_walk->actions());
    annotate.addSeparator();
    annotate.addAction(m_guidelines->action());
    annotate.addAction(m_schemaEditing->action());
    review.addActions(m_reviewing->allActions());
    review.addSeparator();
    review.addActions({m_exchange->suggestAction(), m_exchange->detectorsAction(), m_learning->action()});
    review.addSeparator();
    review.addActions(m_reviewList->actions());
    const ArticlePane::Actions &pane = m_pane->actions();
    view.addActions(pane.show->actions());
    view.addSeparator();
    view.addActions(m_colours->actions());
    view.addSeparator();
    view.addActions(pane.overlays);
    view.addSeparator();
    view.addActions({pane.zoomIn, pane.zoomOut, pane.resetZoom, pane.take, pane.choose, pane.letGo});
    view.addSeparator();
    view.addActions(m_list->goingActions());
    view.addSeparator();
    view.addActions({m_list->toggleViewAction(), m_inspector->toggleViewAction(), m_reviewList->toggleViewAction(), m_speakers->namedActions().show});
}

} // namespace Quoth::Windows
