// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "notification.h"

#include <app/base/progress.h>
#include <app/tasks/release.h>

#include <QDialog>
#include <QTimer>

#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace Quoth::Editing {
class EditSession;
}

namespace Quoth::Windows {

class ReleaseForm;

/// Publishes a dataset: what "quoth release" does. The counts follow the choices, before anything is written; earlier releases can be
/// taken up again.
class ReleaseDialog : public QDialog
{
    Q_OBJECT

public:
    ReleaseDialog(Editing::EditSession &session, QWidget *parent);
    /// Cancels.
    ~ReleaseDialog() override;

    ReleaseForm &form() { return *m_form; }

public slots:
    /// While it publishes that is cancelled instead, and the dialog stays.
    void reject() override;

private:
    struct Made; ///< a release, or why there is none
    void build();
    QWidget *buildOutcome();
    void readEarlier();
    void takeUp(int index);
    void countSoon();
    void count();
    void publish();
    void run(const QString &folder, const std::function<void(const Made &)> &then);
    void showRelease(const Tasks::Release &release);
    void tellIssues(const QList<Annotation::Issue> &issues);
    void showState();

    Editing::EditSession &m_session;
    ReleaseForm *m_form = nullptr;
    QList<Storage::ReleaseRecord> m_earlier;
    Progress m_progress;
    LongWork m_work;
    QTimer m_delay;
    int m_asked = 0; // counts what was asked of the project: answers to earlier questions are out of date
    bool m_isPublishing = false;
    bool m_canPublish = false;
    QComboBox *m_start = nullptr;
    QTableWidget *m_counts = nullptr;
    QLabel *m_summary = nullptr;
    QListWidget *m_issues = nullptr;
    QLineEdit *m_output = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_publish = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace Quoth::Windows
