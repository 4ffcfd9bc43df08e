// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articlelistdock.h"

#include "articledrag.h"
#include "detailsdialog.h"
#include "localfiles.h"
#include "projectquestion.h"
#include "workbench.h"

#include <app/storage/learnerversions.h>
#include <app/storage/textsearch.h>
#include <widgets/articlelistdelegate.h>
#include <widgets/clearbutton.h>

#include <QAction>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Quoth::Windows {

using Editing::EditSession;
using Storage::ArticleSummary;
using Storage::Project;

namespace {

constexpr int searchDelay = 200;
constexpr int refreshDelay = 150;
// Counting what is in a very long article takes as long as a person notices: then only in a pause.
constexpr int longRefreshDelay = 2000;
constexpr qsizetype manySpans = 20000;

} // namespace

ArticleListDock::ArticleListDock(Workbench &workbench, QWidget *parent)
    : QDockWidget(tr("Articles"), parent), m_workbench(workbench), m_filter(m_articles)
{
    setObjectName(QStringLiteral("dock.articles"));
    setAcceptDrops(true);
    buildActions();
    setWidget(buildContent());
    m_searchDelay.setSingleShot(true);
    m_searchDelay.setInterval(searchDelay);
    connect(&m_searchDelay, &QTimer::timeout, this, &ArticleListDock::searchTexts);
    m_refreshDelay.setSingleShot(true);
    m_refreshDelay.setInterval(refreshDelay);
    m_refreshAllDelay.setSingleShot(true);
    m_refreshAllDelay.setInterval(refreshDelay);
    connect(&m_refreshAllDelay, &QTimer::timeout, this, &ArticleListDock::refresh);
    connect(&m_refreshDelay, &QTimer::timeout, this, &ArticleListDock::refreshStale);
    followSession();
    refresh();
}

void ArticleListDock::buildActions()
{
    const auto action = [this](const QString &id, const QString &text, const QKeySequence &keys) {
        auto *made = new QAction(text, this);
        made->setObjectName(id);
        made->setShortcut(keys);
        addAction(made);
        return made;
    };
    m_actions.next = action(QStringLiteral("article.next"), tr("&Next article"), Qt::CTRL | Qt::Key_PageDown);
    m_actions.previous = action(QStringLiteral("article.previous"), tr("&Previous article"), Qt::CTRL | Qt::Key_PageUp);
    m_actions.focusFilter = action(QStringLiteral("article.find"), tr("&Find an article"), Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    m_actions.byUncertainty = action(QStringLiteral("article.byUncertainty"), tr("Articles with the &least sure suggestions first"), {});
    m_actions.byUncertainty->setCheckable(true);
    connect(m_actions.byUncertainty, &QAction::toggled, this, &ArticleListDock::putInOrder);
    m_actions.details = action(QStringLiteral("article.details"), tr("Article &details…"), Qt::ALT | Qt::Key_Return);
    m_actions.details->setToolTip(tr("Title, outlet, author, date, address and language of the open article"));
    connect(m_actions.details, &QAction::triggered, this, &ArticleListDock::editDetails);
    m_actions.original = action(QStringLiteral("article.original"), tr("Show the &original page"), {});
    m_actions.original->setToolTip(tr("Opens the page or document the article was read from, as it was then, in the program for it"));
    connect(m_actions.original, &QAction::triggered, this, &ArticleListDock::showOriginal);
    m_actions.remove = action(QStringLiteral("article.remove"), tr("&Remove article from the project"), {});
    m_actions.remove->setToolTip(tr("Takes the open article, or those chosen in the list, out of the project; undo brings them back"));
    connect(m_actions.remove, &QAction::triggered, this, &ArticleListDock::removeChosen);
    connect(m_actions.next, &QAction::triggered, this, [this] {
        if (const auto row = rowAt(1))
            openRow(*row);
    });
    connect(m_actions.previous, &QAction::triggered, this, [this] {
        if (const auto row = rowAt(-1))
            openRow(*row);
    });
    connect(m_actions.focusFilter, &QAction::triggered, this, [this] {
        show();
        raise();
        m_needle->setFocus(Qt::ShortcutFocusReason);
        m_needle->selectAll();
    });
}

QWidget *ArticleListDock::buildContent()
{
    m_needle = new QLineEdit;
    m_needle->setObjectName(QStringLiteral("articles.filter"));
    m_needle->setPlaceholderText(tr("Filter or search the articles"));
    m_needle->setAccessibleName(tr("Filter the articles"));
    Widgets::addClearButton(*m_needle);
    m_needle->installEventFilter(this);
    connect(m_needle, &QLineEdit::textChanged, this, &ArticleListDock::setNeedle);

    m_list = new DraggedList;
    m_list->setObjectName(QStringLiteral("articles.list"));
    m_list->setAccessibleName(tr("Articles"));
    m_list->setModel(&m_filter);
    m_list->setItemDelegate(new Widgets::ArticleListDelegate(m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->installEventFilter(this);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setDragEnabled(true);
    auto *drag = new ArticleDrag(m_workbench.session(), *m_list);
    connect(m_list, &DraggedList::dragWanted, drag, [this, drag] { drag->start(chosen()); });
    connect(drag, &ArticleDrag::failed, this, &ArticleListDock::failed);
    connect(drag, &ArticleDrag::copied, this, [this](int articles) {
        emit told(tr("%n article(s) copied, with all that is labelled in them", nullptr, articles));
    });
    m_drag = drag;
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (m_list->selectionModel()->selectedIndexes().size() <= 1)
            openRow(index.row());
    });
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addActions(articleActions());

    m_emptyText = new QLabel;
    m_emptyText->setObjectName(QStringLiteral("articles.empty"));
    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    m_emptyText->setMargin(12);
    m_emptyText->setTextFormat(Qt::PlainText);

    m_pages = new QStackedWidget;
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_emptyText);
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &ArticleListDock::showState);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &ArticleListDock::showState);
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &ArticleListDock::showState);

    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_needle);
    layout->addWidget(m_pages);
    return content;
}

void ArticleListDock::followSession()
{
    EditSession &session = m_workbench.session();
    connect(&session, &EditSession::articleOpened, this, [this] {
        m_opening.reset(); // what was asked for earlier does not come any more
        showState();
    });
    connect(&session, &EditSession::articleWithdrawn, this, [this](ArticleId article) {
        m_opening.reset();
        m_openNext = m_filter.rowOf(article).value_or(0);
        refresh();
    });
    connect(&session, &EditSession::failed, this, [this] {
        m_opening.reset();
        showState();
    });
    connect(&session, &EditSession::savedChanged, this, [this] {
        if (m_workbench.session().isSaved())
            refreshSoon();
    });
    connect(&session, &EditSession::stepped, this, [this] {
        refreshSoon();
        m_refreshAllDelay.start(); // the step may be one of several articles
    });
    connect(&session, &EditSession::otherArticlesChanged, this, &ArticleListDock::refresh);
}

void ArticleListDock::setImportKey(const QString &key)
{
    if (std::exchange(m_importKey, key) != key)
        showState();
}

void ArticleListDock::refresh()
{
    askProject(m_workbench.session(), this, [](Project &project) { return project.articles(); },
               [this](const Result<QList<ArticleSummary>> &articles) {
                   if (!articles) {
                       emit failed(articles.error());
                       return;
                   }
                   m_read = true;
                   m_articles.setSummaries(*articles);
                   if (!m_filter.needle().isEmpty())
                       m_searchDelay.start();
                   showState();
                   if (m_actions.byUncertainty->isChecked())
                       putInOrder();
                   if (const auto row = std::exchange(m_openNext, {}); row && !m_opening && !openArticle())
                       openRow(std::min(*row, m_filter.rowCount() - 1));
                   emit refreshed();
               });
}

void ArticleListDock::refreshSoon()
{
    if (const auto id = openArticle())
        m_stale.insert(*id); // another may be open by then
    m_refreshDelay.start(m_workbench.index().spanCount() > manySpans ? longRefreshDelay : refreshDelay);
}

void ArticleListDock::refreshStale()
{
    for (const ArticleId id : std::exchange(m_stale, {})) {
        askProject(
            m_workbench.session(), this, [id](Project &project) { return project.articleSummary(id); },
            [this](const Result<ArticleSummary> &article) {
                if (article)
                    m_articles.updateSummary(*article);
                else
                    emit failed(article.error());
            });
    }
}

void ArticleListDock::setNeedle(const QString &needle)
{
    const QString trimmed = needle.trimmed();
    m_filter.setNeedle(trimmed);
    if (trimmed.isEmpty())
        m_searchDelay.stop();
    else
        m_searchDelay.start();
    showState();
}

void ArticleListDock::searchTexts()
{
    const QString needle = m_filter.needle();
    askProject(m_workbench.session(), this, [needle](Project &project) { return Storage::articlesContaining(project, needle); },
               [this, needle](const Result<QSet<ArticleId>> &matches) {
                   if (needle != m_filter.needle())
                       return;
                   if (matches)
                       m_filter.setTextMatches(*matches);
                   else
                       emit failed(matches.error());
                   showState();
               });
}

std::optional<ArticleId> ArticleListDock::openArticle() const
{
    const Annotation::AnnotationModel &model = m_workbench.session().model();
    return model.isOpen() ? std::optional(model.article().id) : std::nullopt;
}

void ArticleListDock::open(ArticleId id)
{
    if (id == m_opening || (!m_opening && id == openArticle()))
        return;
    m_opening = id;
    m_workbench.session().openArticle(id);
    showState();
}

void ArticleListDock::putInOrder()
{
    if (!m_actions.byUncertainty->isChecked()) {
        m_filter.setUncertainties(std::nullopt);
        showState();
        return;
    }
    using Answer = Result<QHash<ArticleId, double>>;
    askProject(m_workbench.session(), this, [](Project &project) { return Storage::uncertainties(project); },
               [this](const Answer &uncertainties) {
                   if (!uncertainties) {
                       emit failed(uncertainties.error());
                       return;
                   }
                   if (m_actions.byUncertainty->isChecked())
                       m_filter.setUncertainties(*uncertainties);
                   showState();
               });
}

void ArticleListDock::openRow(int row)
{
    if (row >= 0 && row < m_filter.rowCount())
        open(m_filter.articleAt(row));
}

void ArticleListDock::editDetails()
{
    if (!openArticle())
        return;
    const Annotation::Article &article = m_workbench.article();
    DetailsDialog dialog(article, this);
    if (dialog.exec() != QDialog::Accepted || dialog.meta() == article.meta)
        return;
    m_workbench.commit(Annotation::Edit{tr("change article details"), article.id, {Annotation::ChangeOf<Annotation::ArticleMeta>{article.meta, dialog.meta()}}, {}, {}});
}

void ArticleListDock::showOriginal()
{
    const auto article = openArticle();
    if (!article)
        return;
    using Answer = Result<std::optional<Storage::Original>>;
    askProject(m_workbench.session(), this, [id = *article](Project &project) -> Answer { return project.original(id); },
               [this](const Answer &original) {
                   if (!original) {
                       emit failed(original.error());
                       return;
                   }
                   if (!*original) {
                       emit told(tr("This article came without a page or document of its own."));
                       return;
                   }
                   m_originals = std::make_unique<QTemporaryDir>();
                   QFile file(m_originals->filePath(QFileInfo((*original)->name).fileName()));
                   if (!file.open(QIODevice::WriteOnly) || file.write((*original)->bytes) != (*original)->bytes.size()) {
                       emit failed(Error{ErrorCode::NotWritable, file.errorString(), file.fileName()});
                       return;
                   }
                   file.close();
                   QDesktopServices::openUrl(QUrl::fromLocalFile(file.fileName()));
               });
}

QList<ArticleId> ArticleListDock::chosen() const
{
    QModelIndexList rows = m_list->selectionModel()->selectedIndexes();
    std::sort(rows.begin(), rows.end());
    QList<ArticleId> articles;
    for (const QModelIndex &row : std::as_const(rows))
        articles.append(m_filter.articleAt(row.row()));
    return articles;
}

void ArticleListDock::removeChosen()
{
    QList<ArticleId> articles = chosen();
    const auto open = openArticle();
    if (open && (articles.isEmpty() || !m_list->hasFocus()))
        articles = {*open};
    if (articles.isEmpty())
        return;
    QList<Annotation::Edit> step;
    for (const ArticleId article : std::as_const(articles)) {
        step.append({tr("remove %n article(s)", nullptr, int(articles.size())), article,
                     {Annotation::ChangeOf<Annotation::ArticlePresence>{Annotation::ArticlePresence(), std::nullopt}}, {}, {}});
    }
    m_workbench.session().commit(step);
    refresh();
    emit told(tr("%n article(s) removed; undo brings them back", nullptr, int(articles.size())));
}

std::optional<int> ArticleListDock::rowAt(int steps) const
{
    const auto from = m_opening ? m_opening : openArticle();
    const auto row = from ? m_filter.rowOf(*from) : std::nullopt;
    // The open article may be filtered away: then the list begins anew.
    const int to = row ? *row + steps : steps > 0 ? 0 : m_filter.rowCount() - 1;
    return to >= 0 && to < m_filter.rowCount() ? std::optional(to) : std::nullopt;
}

void ArticleListDock::showState()
{
    const bool empty = m_filter.rowCount() == 0;
    if (m_articles.rowCount() > 0)
        m_emptyText->setText(tr("No article has \u201C%1\u201D in its title, outlet, id or text.").arg(m_filter.needle()));
    else if (m_read)
        m_emptyText->setText(m_importKey.isEmpty()
                                 ? tr("No articles yet.\n\nOpen article files, or drop them here: text, saved web pages, JSON Lines, or a brat folder.")
                                 : tr("No articles yet.\n\nImport some by %1, or drop files here: text, saved web pages, documents, tables, and what other annotation "
                                      "tools write.")
                                       .arg(m_importKey));
    m_pages->setCurrentWidget(empty ? static_cast<QWidget *>(m_emptyText) : m_list);
    const auto shown = m_opening ? m_opening : openArticle();
    const auto row = shown ? m_filter.rowOf(*shown) : std::nullopt;
    const QModelIndex current = row ? m_filter.index(*row, 0) : QModelIndex();
    if (m_list->currentIndex() != current) {
        // Not as a click would: the keys that are held belong to the command.
        m_list->selectionModel()->setCurrentIndex(current, QItemSelectionModel::ClearAndSelect);
        if (current.isValid())
            m_list->scrollTo(current);
    }
    m_actions.next->setEnabled(rowAt(1).has_value());
    m_actions.previous->setEnabled(rowAt(-1).has_value());
    m_actions.remove->setEnabled(openArticle().has_value() || m_list->selectionModel()->hasSelection());
    m_actions.details->setEnabled(openArticle().has_value());
    m_actions.original->setEnabled(openArticle().has_value());
}

bool ArticleListDock::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDockWidget::eventFilter(watched, event);
    if (watched == m_list && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        m_drag->copy(chosen());
        return true;
    }
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        const int current = m_list->currentIndex().row();
        openRow(watched == m_needle && current < 0 ? 0 : current);
        return true;
    }
    if (watched == m_needle && (key == Qt::Key_Down || key == Qt::Key_Up)) {
        m_list->setFocus(Qt::OtherFocusReason);
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_filter.index(0, 0));
        return true;
    }
    if (watched == m_needle && key == Qt::Key_Escape && !m_needle->text().isEmpty()) {
        m_needle->clear();
        return true;
    }
    return QDockWidget::eventFilter(watched, event);
}

void ArticleListDock::dragEnterEvent(QDragEnterEvent *event) { acceptFiles(*event); }

void ArticleListDock::dragMoveEvent(QDragMoveEvent *event)
{
    event->acceptProposedAction();
}

void ArticleListDock::dropEvent(QDropEvent *event)
{
    const QStringList files = localFiles(*event->mimeData());
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    emit filesDropped(files);
}

} // namespace Quoth::Windows
