// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/editing/bulkreview.h>

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QRadioButton;

namespace Quoth::Windows {

/// Says what a bulk decision will change before it is done, and asks for the new label and for this article or the whole project.
class BulkDialog : public QDialog
{
    Q_OBJECT

public:
    /// what: which items are meant, in words; empty for all. Without mayWiden only this article is offered.
    BulkDialog(Editing::BulkAction action, const Annotation::Schema &schema, const QString &what, bool mayWiden, QWidget *parent = nullptr);

    Editing::Bulk bulk() const;
    bool wholeProject() const;
    /// Asks for a first preview; to be called once previewWanted() is connected.
    void start() { ask(); }
    void showPreview(const Editing::BulkPreview &preview);
    void showError(const QString &error);

signals:
    void previewWanted();

private:
    void ask();
    QString verb() const;

    Editing::BulkAction m_action;
    const Annotation::Schema &m_schema;
    QComboBox *m_label = nullptr;
    QRadioButton *m_project = nullptr;
    QLabel *m_summary;
    QLabel *m_counts;
    QLabel *m_examples;
    QPushButton *m_do;
};

} // namespace Quoth::Windows
