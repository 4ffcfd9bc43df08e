// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"

#include "actions.h"
#include "articlelistdock.h"
#include "articlepane.h"
#include "colourmenu.h"
#include "exchangetasks.h"
#include "keysdialog.h"
#include "printing.h"
#include "shortcuts.h"
#include "shortcutsdialog.h"
#include "startpage.h"

#include <app/rendering/articlerenderer.h>
#include <app/storage/projectfile.h>
#include <app/tasks/sampleproject.h>
#include <app/tasks/schemas.h>
#include <widgets/commandpalette.h>

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QStandardPaths>
#include <QStatusBar>

namespace Quoth::Windows {

namespace {

const QString recentSetting = QStringLiteral("recentProjects");
const QString geometrySetting = QStringLiteral("window/geometry");
const QString dockSetting = QStringLiteral("window/docks/"); // and the dock's name
const QString stateSetting = QStringLiteral("window/state");

QString documents() { return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation); }

QStringList localFiles(const QMimeData &data)
{
    QStringList files;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    return files;
}

} // namespace

MainWindow::MainWindow(QString person, QWidget *parent) : QMainWindow(parent), m_person(std::move(person)), m_shortcuts(new Shortcuts(this))
{
    setWindowIcon(QIcon(QStringLiteral(":/quoth/icons/quoth.svg")));
    setAcceptDrops(true);
    setAnimated(false);
    resize(1360, 860);
    createActions();
    restoreGeometry(QSettings().value(geometrySetting).toByteArray());
    showStartPage();
}

MainWindow::~MainWindow() { closeProject(); }

void MainWindow::createActions()
{
    m_new = makeAction(this, "project.new", tr("New project\u2026"), {QStringLiteral("Ctrl+N")}, "add");
    m_new->setIconText(tr("New project"));
    m_new->setToolTip(tr("One file that holds your articles and all that you label in them"));
    m_open = makeAction(this, "project.open", tr("Open project\u2026"), {QStringLiteral("Ctrl+O")});
    m_open->setIconText(tr("Open a project"));
    m_open->setToolTip(tr("A file that ends in .quoth"));
    m_sample = makeAction(this, "project.sample", tr("Open the sample project"), {}, "speaker");
    m_sample->setIconText(tr("Open the sample project"));
    m_sample->setToolTip(tr("Three short articles: one is labelled, two have suggestions to review"));
    m_import = makeAction(this, "project.import", tr("Import articles\u2026"), {QStringLiteral("Ctrl+I")}, "import");
    m_import->setIconText(tr("Open articles"));
    m_import->setToolTip(tr("Text files, saved web pages, Quoth\u2019s JSON Lines or brat files"));
    m_render = makeAction(this, "article.render", tr("Save article as picture or page\u2026"));
    m_print = makeAction(this, "article.print", tr("Print article\u2026"), {QStringLiteral("Ctrl+P")});
    m_close = makeAction(this, "project.close", tr("Close project"), {QStringLiteral("Ctrl+W")});
    m_quit = makeAction(this, "window.quit", tr("Quit"), {QStringLiteral("Ctrl+Q")});
    m_commands = makeAction(this, "window.commands", tr("Commands\u2026"), {QStringLiteral("Ctrl+K")}, "search");
    m_keys = makeAction(this, "help.keys", tr("Keys"), {QStringLiteral("F1")});
    m_changeKeys = makeAction(this, "help.changeKeys", tr("Change keys\u2026"), {QStringLiteral("Ctrl+Shift+K")});
    m_about = makeAction(this, "help.about", tr("About Quoth"));
    connect(m_new, &QAction::triggered, this, [this] { askForNewProject(tr("articles")); });
    connect(m_open, &QAction::triggered, this, &MainWindow::askForProject);
    connect(m_sample, &QAction::triggered, this, &MainWindow::openSample);
    connect(m_import, &QAction::triggered, this, &MainWindow::askForArticles);
    connect(m_render, &QAction::triggered, this, &MainWindow::saveRendering);
    connect(m_print, &QAction::triggered, this, &MainWindow::printArticle);
    connect(m_close, &QAction::triggered, this, &MainWindow::showStartPage);
    connect(m_quit, &QAction::triggered, this, &QWidget::close);
    connect(m_commands, &QAction::triggered, this, &MainWindow::showCommands);
    connect(m_keys, &QAction::triggered, this, &MainWindow::showKeys);
    connect(m_changeKeys, &QAction::triggered, this, &MainWindow::changeKeys);
    connect(m_about, &QAction::triggered, this, &MainWindow::showAbout);
}

QList<QAction *> MainWindow::allActions() const
{
    QList<QAction *> actions{m_new, m_open, m_sample, m_import, m_render, m_print, m_close, m_quit, m_commands, m_keys, m_changeKeys, m_about};
    if (m_colours)
        actions += m_colours->actions();
    return m_desk ? actions + m_desk->actions() : actions;
}

void MainWindow::buildMenus()
{
    menuBar()->clear();
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addActions({m_new, m_open, m_sample});
    file->addSeparator();
    file->addAction(m_import);
    if (m_desk) {
        file->addAction(m_desk->exchange().exportAction());
        file->addActions({m_render, m_print});
        file->addSeparator();
        file->addAction(m_close);
    }
    file->addSeparator();
    file->addAction(m_quit);
    QMenu *view = nullptr;
    if (m_desk) {
        QMenu *edit = menuBar()->addMenu(tr("&Edit"));
        QMenu *annotate = menuBar()->addMenu(tr("&Annotate"));
        QMenu *review = menuBar()->addMenu(tr("&Review"));
        view = menuBar()->addMenu(tr("&View"));
        m_desk->fill(*edit, *annotate, *review, *view);
        edit->addSeparator();
        edit->addAction(m_commands);
    }
    if (m_colours) {
        if (!view)
            view = menuBar()->addMenu(tr("&View"));
        view->addMenu(tr("Colours"))->addActions(m_colours->actions());
    }
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addActions({m_keys, m_changeKeys, m_about});
    m_shortcuts->adopt(allActions());
}

void MainWindow::setColours(SystemColours &colours)
{
    m_colours = new ColourMenu(colours, this);
    buildMenus();
}

void MainWindow::showStartPage()
{
    closeProject();
    QStringList recent = QSettings().value(recentSetting).toStringList();
    recent.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    auto *page = new StartPage({m_import, m_new, m_open, m_sample}, recent.mid(0, 5));
    connect(page, &StartPage::projectChosen, this, [this](const QString &path) { (void)openProject(path); });
    setCentralWidget(page);
    setWindowTitle(tr("Quoth"));
    buildMenus();
}

void MainWindow::closeProject()
{
    if (!m_desk)
        return;
    saveLayout();
    menuBar()->clear();
    m_desk.reset();
}

Result<void> MainWindow::show(const Storage::ProjectThread::Opener &opener)
{
    auto thread = Storage::ProjectThread::start(opener);
    if (!thread) {
        report(thread.error());
        return thread.error();
    }
    closeProject();
    delete takeCentralWidget();
    m_desk = std::make_unique<ProjectDesk>(std::make_unique<Editing::EditSession>(*std::move(thread), m_person), *this);
    // The article has its room by then.
    QMetaObject::invokeMethod(this, &MainWindow::restoreLayout, Qt::QueuedConnection);
    const QString path = m_desk->session().path();
    setWindowTitle(tr("%1 \u2013 Quoth").arg(QFileInfo(path).completeBaseName()));
    buildMenus();
    connect(m_desk.get(), &ProjectDesk::actionsChanged, this, &MainWindow::buildMenus);
    remember(path);
    m_desk->openFirstArticle();
    return {};
}

Result<void> MainWindow::openProject(const QString &path)
{
    return show([path] { return Storage::Project::open(path, Storage::Project::Access::ReadWrite); });
}

Result<void> MainWindow::createProject(const QString &path)
{
    return show([path]() -> Result<std::unique_ptr<Storage::Project>> {
        const auto schema = Tasks::readSchema({});
        if (!schema)
            return schema.error();
        return Storage::Project::create(path, *schema);
    });
}

Result<void> MainWindow::openSampleProject(const QString &path)
{
    if (QFileInfo::exists(path))
        return openProject(path);
    return show([path] { return Tasks::createSampleProject(path); });
}

void MainWindow::openSample()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    folder.mkpath(QStringLiteral("."));
    (void)openSampleProject(folder.filePath(QStringLiteral("sample.quoth")));
}

void MainWindow::openFiles(const QStringList &files)
{
    if (files.isEmpty())
        return;
    if (files.size() == 1 && (files[0].endsWith(QStringLiteral(".quoth")) || Storage::readProjectHeader(files[0]))) {
        (void)openProject(files[0]);
        return;
    }
    if (!m_desk && !askForNewProject(QFileInfo(files[0]).completeBaseName()))
        return;
    m_desk->exchange().importFiles(files);
}

void MainWindow::report(const Error &error) { QMessageBox::warning(this, tr("Quoth"), error.text()); }

void MainWindow::askForProject()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open project"), documents(), tr("Quoth projects (*.quoth)"));
    if (!path.isEmpty())
        (void)openProject(path);
}

bool MainWindow::askForNewProject(const QString &suggestedName)
{
    QString path = QFileDialog::getSaveFileName(this, tr("Where shall the project be kept?"),
                                                QDir(documents()).filePath(suggestedName + QStringLiteral(".quoth")),
                                                tr("Quoth projects (*.quoth)"));
    if (path.isEmpty())
        return false;
    if (!path.endsWith(QStringLiteral(".quoth")))
        path += QStringLiteral(".quoth");
    return bool(createProject(path));
}

void MainWindow::askForArticles()
{
    openFiles(QFileDialog::getOpenFileNames(this, tr("Open articles"), documents(),
                                            tr("Articles (*.txt *.html *.htm *.jsonl *.ann);;All files (*)")));
}

void MainWindow::saveRendering()
{
    if (!m_desk || !m_desk->workbench().model().isOpen())
        return;
    const Annotation::AnnotatedArticle article{m_desk->workbench().article(), m_desk->workbench().index().toAnnotations()};
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save article as"), QDir(documents()).filePath(article.article.externalId + QStringLiteral(".pdf")),
        tr("PDF (*.pdf);;Web page (*.html);;Picture (*.png)"));
    if (path.isEmpty())
        return;
    if (const auto done = Rendering::renderFile(article, m_desk->workbench().schema(), {}, path); !done)
        report(done.error());
    else
        statusBar()->showMessage(tr("Saved %1").arg(path), 6000);
}

void MainWindow::printArticle()
{
    if (!m_desk || !m_desk->workbench().model().isOpen())
        return;
    const Annotation::AnnotatedArticle article{m_desk->workbench().article(), m_desk->workbench().index().toAnnotations()};
    if (const auto done = previewPrint(article, m_desk->workbench().schema(), this); !done)
        report(done.error());
}

void MainWindow::showKeys()
{
    KeysDialog dialog(allActions(), m_changeKeys, this);
    dialog.exec();
}

void MainWindow::changeKeys()
{
    ShortcutsDialog dialog(*m_shortcuts, this);
    connect(&dialog, &ShortcutsDialog::labelKeysRequested, this, [this] {
        if (QAction *action = m_shortcuts->action(QStringLiteral("schema.edit")))
            action->trigger();
    });
    dialog.exec();
}

void MainWindow::showAbout()
{
    QMessageBox::about(this, tr("About Quoth"),
                       tr("<b>Quoth %1</b><p>Label who said what in news articles.</p><p>Free software under the GNU General Public "
                          "License, version 3 or later.</p>")
                           .arg(QLatin1String(QUOTH_VERSION)));
}

void MainWindow::showCommands()
{
    auto *palette = new Widgets::CommandPalette(this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->setActions(allActions());
    palette->open();
}

void MainWindow::remember(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList recent = QSettings().value(recentSetting).toStringList();
    recent.removeAll(absolute);
    recent.prepend(absolute);
    QSettings().setValue(recentSetting, recent.mid(0, 10));
}

void MainWindow::saveLayout() const
{
    QSettings settings;
    settings.setValue(stateSetting, saveState());
    const QList<QDockWidget *> docks = findChildren<QDockWidget *>();
    for (const QDockWidget *dock : docks) {
        if (dock->isVisible() && !dock->isFloating())
            settings.setValue(dockSetting + dock->objectName(), dock->size());
    }
}

// Qt spreads the docks of a restored state over the article's room, so that their sizes are given again once the window has its own.
void MainWindow::restoreLayout()
{
    if (!isVisible() || !m_desk)
        return;
    const QSettings settings;
    restoreState(settings.value(stateSetting).toByteArray());
    QList<QDockWidget *> docks;
    QList<int> widths;
    QList<int> heights;
    for (QDockWidget *dock : findChildren<QDockWidget *>()) {
        const QSize size = settings.value(dockSetting + dock->objectName()).toSize();
        if (!dock->isVisible() || dock->isFloating() || !size.isValid())
            continue;
        docks.append(dock);
        widths.append(size.width());
        heights.append(size.height());
    }
    resizeDocks(docks, widths, Qt::Horizontal);
    resizeDocks(docks, heights, Qt::Vertical);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings().setValue(geometrySetting, saveGeometry());
    closeProject(); // waits for what is still to be written
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    openFiles(localFiles(*event->mimeData()));
}

} // namespace Quoth::Windows
