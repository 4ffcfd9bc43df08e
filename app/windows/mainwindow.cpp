// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"

#include "actions.h"
#include "articlelistdock.h"
#include "articlepane.h"
#include "colourmenu.h"
#include "exchangetasks.h"
#include "helpmenu.h"
#include "languagemenu.h"
#include "localfiles.h"
#include "printing.h"
#include "recentprojects.h"
#include "shortcuts.h"
#include "startpage.h"
#include "symbolicon.h"
#include "tour.h"

#include <app/rendering/articlerenderer.h>
#include <app/storage/projectfile.h>
#include <app/tasks/sampleproject.h>
#include <app/tasks/schemas.h>
#include <widgets/commandpalette.h>

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QStandardPaths>
#include <QStatusBar>

#include <utility>

namespace Quoth::Windows {

namespace {

const QString geometrySetting = QStringLiteral("window/geometry");
const QString dockSetting = QStringLiteral("window/docks/"); // and the dock's name
const QString stateSetting = QStringLiteral("window/state");
constexpr qsizetype mostOnStartPage = 8;

/// Where the projects for trying things are.
QString dataFile(const QString &name)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    folder.mkpath(QStringLiteral("."));
    return folder.filePath(name);
}

const QString folderSetting = QStringLiteral("files/folder");

/// Where files were chosen last, or the documents.
QString documents()
{
    for (const QString &folder :
         {QSettings().value(folderSetting).toString(), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)}) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir())
            return folder;
    }
    return QDir::homePath();
}

void rememberFolderOf(const QString &file)
{
    if (!file.isEmpty())
        QSettings().setValue(folderSetting, QFileInfo(file).absolutePath());
}

} // namespace

MainWindow::MainWindow(QString person, QWidget *parent) : QMainWindow(parent), m_person(std::move(person)), m_shortcuts(new Shortcuts(this)),
      m_languages(new LanguageMenu(this)), m_help(new HelpMenu(*this, *m_shortcuts, [this] { return allActions(); }))
{
    setWindowIcon(QIcon(QStringLiteral(":/quoth/icons/quoth.svg")));
    setAcceptDrops(true);
    setAnimated(false);
    resize(1360, 860);
    createActions();
    connect(m_languages, &LanguageMenu::chosen, this, &MainWindow::languageChosen);
    restoreGeometry(QSettings().value(geometrySetting).toByteArray());
    showStartPage();
}

MainWindow::~MainWindow() { closeProject(); }

void MainWindow::createActions()
{
    m_new = makeAction(this, "project.new", tr("New project\u2026"), {QStringLiteral("Ctrl+N")}, "add");
    m_new->setToolTip(tr("One file that holds your articles and all that you label in them"));
    m_open = makeAction(this, "project.open", tr("Open project\u2026"), {QStringLiteral("Ctrl+O")}, "open");
    m_open->setToolTip(tr("A file that ends in .quoth"));
    m_sample = makeAction(this, "project.sample", tr("Open the sample project"), {}, "speaker");
    m_sample->setToolTip(tr("Three short articles: one is labelled, two have suggestions to review"));
    m_import = makeAction(this, "project.import", tr("Import articles\u2026"), {QStringLiteral("Ctrl+I")}, "import");
    m_import->setIconText(tr("Open an article\u2026"));
    m_import->setToolTip(tr("Text, saved web pages, documents, tables, and what other annotation tools write"));
    m_importFolder = makeAction(this, "project.importFolder", tr("Import a folder\u2026"), {}, "folder");
    m_importFolder->setToolTip(tr("All articles in a folder and the folders in it"));
    m_importAddress = makeAction(this, "project.importAddress", tr("Import from an address\u2026"));
    m_importAddress->setToolTip(tr("Fetches a web page or document by its address"));
    m_importClipboard = makeAction(this, "project.importClipboard", tr("Import from the clipboard"), {QStringLiteral("Ctrl+Shift+V")});
    m_importClipboard->setToolTip(tr("Makes an article of the text, address or files that were copied last"));
    m_render = makeAction(this, "article.render", tr("Save article as picture or page\u2026"));
    m_print = makeAction(this, "article.print", tr("Print article\u2026"), {QStringLiteral("Ctrl+P")});
    m_close = makeAction(this, "project.close", tr("Close project"), {QStringLiteral("Ctrl+W")});
    m_quit = makeAction(this, "window.quit", tr("Quit"), {QStringLiteral("Ctrl+Q")});
    m_commands = makeAction(this, "window.commands", tr("Commands\u2026"), {QStringLiteral("Ctrl+K")}, "search");
    connect(m_new, &QAction::triggered, this, [this] { askForNewProject(tr("articles")); });
    connect(m_open, &QAction::triggered, this, &MainWindow::askForProject);
    connect(m_sample, &QAction::triggered, this, &MainWindow::openSample);
    connect(m_import, &QAction::triggered, this, &MainWindow::askForArticles);
    connect(m_importFolder, &QAction::triggered, this, [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Import a folder"), documents());
        if (!folder.isEmpty())
            openFiles({folder});
    });
    connect(m_importAddress, &QAction::triggered, this, [this] {
        if (hasProject(tr("articles")))
            m_desk->exchange().importFromAddress();
    });
    connect(m_importClipboard, &QAction::triggered, this, [this] {
        if (hasProject(tr("articles")))
            m_desk->exchange().importFromClipboard();
    });
    connect(m_render, &QAction::triggered, this, &MainWindow::saveRendering);
    connect(m_print, &QAction::triggered, this, &MainWindow::printArticle);
    connect(m_close, &QAction::triggered, this, &MainWindow::showStartPage);
    connect(m_quit, &QAction::triggered, this, &QWidget::close);
    connect(m_commands, &QAction::triggered, this, &MainWindow::showCommands);
    connect(m_help->tourAction(), &QAction::triggered, this, &MainWindow::takeTour);
}

QList<QAction *> MainWindow::allActions() const
{
    QList<QAction *> actions{m_new, m_open, m_sample, m_import, m_importFolder, m_importAddress, m_importClipboard, m_render, m_print, m_close, m_quit, m_commands};
    actions += m_help->actions();
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
    file->addActions({m_import, m_importFolder, m_importAddress, m_importClipboard});
    if (m_desk) {
        file->addActions({m_desk->exchange().exportAction(), m_desk->exchange().publishAction()});
        file->addSeparator();
        file->addActions(m_desk->articleList().articleActions());
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
    if (!view)
        view = menuBar()->addMenu(tr("&View"));
    if (m_colours)
        view->addMenu(tr("Colours"))->addActions(m_colours->actions());
    // So that somebody who cannot read the language finds it.
    view->addMenu(symbolIcon(QStringLiteral("language")), tr("Language") + (tr("Language") == u"Language" ? QString() : QStringLiteral(" (Language)")))
        ->addActions(m_languages->actions());
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addActions(m_help->actions());
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
    QList<RecentProject> recent = recentProjects();
    recent.removeIf([](const RecentProject &project) { return !QFileInfo::exists(project.path); });
    auto *page = new StartPage({m_sample, m_import, m_importFolder, m_new, m_open, m_help->tourAction()}, recent.mid(0, mostOnStartPage));
    // Queued: the page goes with the button that was pressed.
    connect(page, &StartPage::projectChosen, this, [this](const QString &path) { (void)openProject(path); }, Qt::QueuedConnection);
    connect(page, &StartPage::projectForgotten, this, &forgetProject);
    setCentralWidget(page);
    page->setFocus(Qt::OtherFocusReason);
    setWindowTitle(tr("Quoth"));
    buildMenus();
}

void MainWindow::closeProject()
{
    if (!m_desk)
        return;
    delete std::exchange(m_tour, nullptr); // it looks at the desk
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
    rememberProject(path);
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

void MainWindow::openSample() { (void)openSampleProject(dataFile(QStringLiteral("sample.quoth"))); }

void MainWindow::takeTour()
{
    showStartPage(); // it may be that very project
    const QString path = dataFile(QStringLiteral("tour.quoth"));
    // Of an earlier tour, in which everything may be decided.
    for (const QString &part : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::remove(path + part);
    forgetProject(path);
    if (!openSampleProject(path))
        return;
    m_tour = new Tour(*this, *m_desk, allActions());
    connect(m_tour, &Tour::ended, this, [this] {
        if (Tour *ended = std::exchange(m_tour, nullptr))
            ended->deleteLater();
    });
}

void MainWindow::openFiles(const QStringList &files)
{
    if (files.isEmpty())
        return;
    if (files.size() == 1 && (files[0].endsWith(QStringLiteral(".quoth")) || Storage::readProjectHeader(files[0]))) {
        (void)openProject(files[0]);
        return;
    }
    if (hasProject(QFileInfo(files[0]).completeBaseName()))
        m_desk->exchange().importFiles(files);
}

bool MainWindow::hasProject(const QString &suggestedName) { return m_desk || askForNewProject(suggestedName); }

void MainWindow::report(const Error &error) { QMessageBox::warning(this, tr("Quoth"), error.text()); }

void MainWindow::askForProject()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open project"), documents(), tr("Quoth projects (*.quoth)"));
    rememberFolderOf(path);
    if (!path.isEmpty())
        (void)openProject(path);
}

bool MainWindow::askForNewProject(const QString &suggestedName)
{
    QString path = QFileDialog::getSaveFileName(this, tr("Where shall the project be kept?"),
                                                QDir(documents()).filePath(suggestedName + QStringLiteral(".quoth")),
                                                tr("Quoth projects (*.quoth)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty())
        return false;
    rememberFolderOf(path);
    if (!path.endsWith(QStringLiteral(".quoth")))
        path += QStringLiteral(".quoth");
    if (!Storage::readProjectHeader(path))
        return bool(createProject(path));
    // Nobody means to lose one.
    const auto answer = QMessageBox::question(
        this, tr("Quoth"),
        tr("The project \u201C%1\u201D is there already. Open it and go on in it?").arg(QFileInfo(path).completeBaseName()),
        QMessageBox::Open | QMessageBox::Cancel, QMessageBox::Open);
    return answer == QMessageBox::Open && bool(openProject(path));
}

QString MainWindow::articleFilter()
{
    QStringList patterns;
    const Exchange::FormatRegistry formats;
    for (const Exchange::Importer *importer : formats.importers()) {
        for (const QString &suffix : importer->info().suffixes)
            patterns.append(QStringLiteral("*.") + suffix);
    }
    patterns.removeDuplicates();
    return tr("Articles (%1)").arg(patterns.join(u' ')) + QStringLiteral(";;") + tr("All files (*)");
}

void MainWindow::askForArticles()
{
    const QStringList files = QFileDialog::getOpenFileNames(this, tr("Open articles"), documents(), articleFilter());
    rememberFolderOf(files.value(0));
    openFiles(files);
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
    if (const auto done = Rendering::renderFile(article, m_desk->workbench().schema(), m_desk->pane().shown(), path); !done)
        report(done.error());
    else
        statusBar()->showMessage(tr("Saved %1").arg(path), 6000);
}

void MainWindow::printArticle()
{
    if (!m_desk || !m_desk->workbench().model().isOpen())
        return;
    const Annotation::AnnotatedArticle article{m_desk->workbench().article(), m_desk->workbench().index().toAnnotations()};
    if (const auto done = previewPrint(article, m_desk->workbench().schema(), m_desk->pane().shown(), this); !done)
        report(done.error());
}

void MainWindow::showCommands()
{
    auto *palette = new Widgets::CommandPalette(this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->setActions(allActions());
    palette->open();
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

void MainWindow::rememberPlace() const
{
    QSettings().setValue(geometrySetting, saveGeometry());
    if (m_desk)
        saveLayout();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings().setValue(geometrySetting, saveGeometry());
    closeProject(); // waits for what is still to be written
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event) { acceptFiles(*event); }

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    openFiles(localFiles(*event->mimeData()));
}

} // namespace Quoth::Windows
