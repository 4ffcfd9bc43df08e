// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "projectdesk.h"

#include <app/base/result.h>
#include <app/storage/projectthread.h>

#include <QMainWindow>

namespace Quoth::Windows {

class ColourMenu;
class HelpMenu;
class LanguageMenu;
class Shortcuts;
class SystemColours;
class Tour;

/// A window with one project, or with the start page while there is none.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// person: who edits, for the log.
    explicit MainWindow(QString person, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// nullptr while no project is open.
    ProjectDesk *desk() { return m_desk.get(); }
    /// The error is also shown to the user.
    Result<void> openProject(const QString &path);
    Result<void> createProject(const QString &path);
    Result<void> openSampleProject(const QString &path);
    /// Articles come into the open project; without one, the user is asked where to make it.
    void openFiles(const QStringList &files);
    QList<QAction *> allActions() const;
    /// Offers the choice of colours in the menu View.
    void setColours(SystemColours &colours);
    /// So that the next window comes up where this one is.
    void rememberPlace() const;
    /// On a sample project of its own, made anew each time; the project that is open is closed.
    void takeTour();
    /// nullptr while there is none.
    Tour *tour() const { return m_tour; }

signals:
    /// Of the interface; whoever keeps the window makes it anew.
    void languageChosen(const QString &language);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void createActions();
    void buildMenus();
    void showStartPage();
    void saveLayout() const;
    void restoreLayout();
    void closeProject();
    Result<void> show(const Storage::ProjectThread::Opener &opener);
    void report(const Error &error);
    void askForProject();
    bool askForNewProject(const QString &suggestedName);
    static QString articleFilter();
    void askForArticles();
    /// Whether a project is open; asks for one where none is.
    bool hasProject(const QString &suggestedName);
    void openSample();
    void saveRendering();
    void printArticle();
    void showCommands();

    QString m_person;
    Shortcuts *m_shortcuts;
    ColourMenu *m_colours = nullptr;
    LanguageMenu *m_languages;
    HelpMenu *m_help;
    Tour *m_tour = nullptr;
    std::unique_ptr<ProjectDesk> m_desk;
    QAction *m_new = nullptr;
    QAction *m_open = nullptr;
    QAction *m_sample = nullptr;
    QAction *m_import = nullptr;
    QAction *m_importFolder = nullptr;
    QAction *m_importAddress = nullptr;
    QAction *m_importClipboard = nullptr;
    QAction *m_render = nullptr;
    QAction *m_print = nullptr;
    QAction *m_close = nullptr;
    QAction *m_quit = nullptr;
    QAction *m_commands = nullptr;
};

} // namespace Quoth::Windows
