// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/schemaproblems.h>

#include <QFormLayout>
#include <QHash>
#include <QWidget>

class QLabel;

namespace Quoth::Windows {

/// A form whose fields each have room for what is wrong with them, in words, right below.
class ProblemForm : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemForm(QWidget *parent = nullptr);

    /// Those whose place begins with prefix stand beside their fields: what follows it is the field's name, or begins with it.
    void showProblems(const QList<Annotation::SchemaProblem> &problems, const QString &prefix);
    /// As shown at a field; for tests.
    QString problemAt(const QString &field) const;

protected:
    void addField(const QString &field, const QString &title, QWidget *widget);

private:
    QFormLayout *m_rows;
    QHash<QString, QLabel *> m_notes; // by field
};

} // namespace Quoth::Windows
