// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <app/exchange/formatregistry.h>

#include <QAction>
#include <QHash>
#include <QMainWindow>
#include <QTimer>

namespace Quoth::Windows {

class Importing;

/// Long work on a project, started from the window: importing, suggesting, exporting. It runs in the project's thread, shows its progress
/// and can be cancelled.
class ExchangeTasks : public QObject
{
    Q_OBJECT

public:
    /// The formats must outlive the session.
    ExchangeTasks(Workbench &workbench, const Exchange::FormatRegistry &formats, QMainWindow &window, QObject *parent);
    ~ExchangeTasks() override;

    QAction *suggestAction() const { return m_suggest; }
    QAction *exportAction() const { return m_export; }
    QAction *detectorsAction() const { return m_detectors; }
    QList<QAction *> actions() const { return {m_suggest, m_detectors, m_export}; }

public slots:
    void importFiles(const QStringList &files);

signals:
    void articlesChanged();

private:
    void suggest();
    void editDetectors();
    void showSearching();
    void tell(int added, const QStringList &lines, bool hasErrors, bool isSuggesting);
    void exportDataset();
    void showProgress(const QString &title);
    void finishImport(int added, const QList<Annotation::Issue> &issues, const QList<Error> &errors, std::optional<ArticleId> firstAdded);

    Workbench &m_workbench;
    QMainWindow &m_window;
    const Exchange::FormatRegistry &m_formats;
    Importing *m_importing;
    QAction *m_suggest;
    QAction *m_detectors;
    QHash<QString, QString> m_lastErrors; // of detectors, by name
    QTimer m_untilItIsSlow; // before the search is shown
    bool m_isSuggesting = false;
    QAction *m_export;
};

} // namespace Quoth::Windows
