// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <QWidget>

namespace Quoth::Windows {

class RowGrid;

/// The fields for the attributes that the schema's labels have, as rows of a form; those of one span show at a time. They commit what is
/// chosen or typed.
class AttributeFields : public QObject
{
    Q_OBJECT

public:
    /// Adds the rows to the form, hidden.
    AttributeFields(Workbench &workbench, RowGrid *form, QWidget *parent);

    void showSpan(std::optional<SpanId> id);

private:
    struct Field
    {
        QString label;
        Annotation::AttributeType type;
        QWidget *editor;
    };

    QWidget *makeEditor(const Annotation::AttributeType &type, QWidget *parent);
    void commit(const QString &name, const QString &value);

    Workbench &m_workbench;
    RowGrid *m_form;
    QList<Field> m_fields;
    std::optional<SpanId> m_span;
};

} // namespace Quoth::Windows
