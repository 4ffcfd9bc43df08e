// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "notification.h"
#include "workbench.h"

#include <app/exchange/formatregistry.h>

#include <QAction>
#include <QHash>
#include <QMainWindow>
#include <QPointer>
#include <QProgressDialog>
#include <QTemporaryDir>
#include <QTimer>

namespace Quoth::Windows {

class Importing;
struct ImportRequest;

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
    QAction *publishAction() const { return m_publish; }
    QAction *detectorsAction() const { return m_detectors; }
    QList<QAction *> actions() const { return {m_suggest, m_detectors, m_export, m_publish}; }

public slots:
    void importFiles(const QStringList &files);
    /// Asks for the address of a page and fetches it; address: what is offered.
    void importFromAddress(const QString &address = {});
    /// Files, an address or words: whatever was copied last.
    void importFromClipboard();

signals:
    void articlesChanged();

private:
    void import(const QList<ImportRequest> &requests);
    /// Asks where an import would take the way back to articles that were undone.
    bool givesUpWhatWasUndone();
    QString scratchFolder();
    void suggest();
    void editDetectors();
    void showSearching();
    void tell(int added, const QStringList &lines, bool hasErrors, bool isSuggesting);
    void exportDataset();
    void publishDataset();
    void showProgress(const QString &title);
    void finishImport(int added, const QList<Annotation::Issue> &issues, const QList<Error> &errors, std::optional<ArticleId> firstAdded);

    Workbench &m_workbench;
    QMainWindow &m_window;
    const Exchange::FormatRegistry &m_formats;
    Importing *m_importing;
    QPointer<QProgressDialog> m_progress;
    std::unique_ptr<QTemporaryDir> m_scratch; // for what is fetched or copied
    QAction *m_suggest;
    QAction *m_detectors;
    LongWork m_work;
    QHash<QString, QString> m_lastErrors; // of detectors, by name
    QTimer m_untilItIsSlow; // before the search is shown
    bool m_isSuggesting = false;
    QAction *m_export;
    QAction *m_publish;
};

} // namespace Quoth::Windows
