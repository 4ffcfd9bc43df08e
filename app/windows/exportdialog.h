// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exporting.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace Quoth::Exchange {
struct FormatInfo;
}

namespace Quoth::Windows {

class Workbench;

/// Asks what to export, tells what would be lost before it is written, writes it, and stays open to tell what the format could not carry.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// The formats must outlive the workbench's session.
    ExportDialog(QWidget *parent, Workbench &workbench, const Exchange::FormatRegistry &formats);

    ExportRequest request() const;

public slots:
    /// While an export is under way it is cancelled instead, and the dialog stays.
    void reject() override;

private:
    void build();
    QLayout *buildChoices();
    Exchange::FormatInfo format() const;
    void browse();
    void proposeOutput();
    void start();
    void showLosses(int articles, const QList<Annotation::Issue> &losses);
    void listLosses(const QList<Annotation::Issue> &losses);
    void showFinished(int articles, const QList<Annotation::Issue> &losses);
    void showFailed(const Error &error);
    void showState();

    Workbench &m_workbench;
    const Exchange::FormatRegistry &m_formats;
    Exporting m_exporting;
    std::optional<ExportRequest> m_asked; // of which the losses were told, and which is written when asked for once more
    QString m_proposed; // the output, as long as nobody chose one
    QComboBox *m_format = nullptr;
    QCheckBox *m_accepted = nullptr;
    QCheckBox *m_suggested = nullptr;
    QCheckBox *m_rejected = nullptr;
    QRadioButton *m_thisArticle = nullptr;
    QRadioButton *m_allArticles = nullptr;
    QComboBox *m_overlaps = nullptr;
    QLabel *m_overlapsTitle = nullptr;
    QLineEdit *m_output = nullptr;
    QPushButton *m_browse = nullptr;
    QLabel *m_hint = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_result = nullptr;
    QListWidget *m_losses = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace Quoth::Windows
