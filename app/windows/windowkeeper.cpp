// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowkeeper.h"

#include "languagemenu.h"
#include "mainwindow.h"
#include "projectdesk.h"

#include <app/base/translation.h>

#include <QApplication>
#include <QLocale>

namespace Quoth::Windows {

WindowKeeper::WindowKeeper(QString person, SystemColours &colours) : m_person(std::move(person)), m_colours(colours)
{
    setLanguage(LanguageMenu::remembered());
}

WindowKeeper::~WindowKeeper() = default;

void WindowKeeper::open()
{
    m_window = std::make_unique<MainWindow>(m_person);
    m_window->setColours(m_colours);
    // Queued: the menu that was chosen from goes with the window.
    connect(m_window.get(), &MainWindow::languageChosen, this, &WindowKeeper::setLanguage, Qt::QueuedConnection);
}

void WindowKeeper::setLanguage(const QString &language)
{
    QString project;
    std::optional<ArticleId> article;
    QRect place;
    const bool wasShown = m_window && m_window->isVisible();
    const bool quits = QGuiApplication::quitOnLastWindowClosed();
    QGuiApplication::setQuitOnLastWindowClosed(false);
    if (m_window) {
        place = m_window->geometry();
        if (ProjectDesk *desk = m_window->desk()) {
            project = desk->session().path();
            if (desk->workbench().model().isOpen())
                article = desk->workbench().article().id;
        }
        m_window->close();
        m_window.reset();
    }
    QGuiApplication::setQuitOnLastWindowClosed(quits);
    installLanguage(*qApp, language);
    QGuiApplication::setLayoutDirection(QLocale().textDirection());
    open();
    if (!wasShown)
        return;
    m_window->setGeometry(place);
    m_window->QWidget::show();
    if (!project.isEmpty() && m_window->openProject(project) && article)
        m_window->desk()->session().openArticle(*article);
}

} // namespace Quoth::Windows
