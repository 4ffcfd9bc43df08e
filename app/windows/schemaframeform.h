// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "problemform.h"

#include <app/editing/schemadraft.h>

class QLineEdit;
class QPlainTextEdit;
class QTableWidget;

namespace Quoth::Windows {

/// The fields of one frame type of a schema, with its roles.
class SchemaFrameForm : public ProblemForm
{
    Q_OBJECT

public:
    explicit SchemaFrameForm(QWidget *parent = nullptr);

    /// labels: what roles can take.
    void showFrame(const Editing::SchemaDraft::DraftFrame &frame, const QList<Editing::SchemaDraft::DraftLabel> &labels);
    void take(Editing::SchemaDraft::DraftFrame &frame) const;
    void focusFirst();

signals:
    /// By the user.
    void edited();
    /// The user wants to be rid of the role that the project knows by this name.
    void roleRemovalRequested(const QString &origin, int row);

public slots:
    void removeRole(int row);

private:
    QWidget *makeRoles();
    void addRoleRow(const Editing::SchemaDraft::DraftRole &role);

    QList<Editing::SchemaDraft::DraftLabel> m_labels;
    QLineEdit *m_title;
    QLineEdit *m_name;
    QLineEdit *m_key;
    QPlainTextEdit *m_guideline;
    QTableWidget *m_roles = nullptr;
    bool m_showing = false;
};

} // namespace Quoth::Windows
