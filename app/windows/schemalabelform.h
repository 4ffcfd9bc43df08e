// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "problemform.h"

#include <app/editing/schemadraft.h>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QTableWidget;

namespace Quoth::Windows {

class ColourField;

/// The fields of one label of a schema.
class SchemaLabelForm : public ProblemForm
{
    Q_OBJECT

public:
    explicit SchemaLabelForm(QWidget *parent = nullptr);

    void showLabel(const Editing::SchemaDraft::DraftLabel &label);
    /// Writes what stands in the fields.
    void take(Editing::SchemaDraft::DraftLabel &label) const;
    void focusFirst();

signals:
    /// By the user.
    void edited();

private:
    QWidget *makeAttributes();
    void addAttributeRow(const Editing::SchemaDraft::DraftAttribute &attribute);

    QLineEdit *m_title;
    QLineEdit *m_name;
    QLineEdit *m_key;
    QComboBox *m_mark;
    ColourField *m_colour;
    ColourField *m_darkColour;
    QCheckBox *m_namesSpeaker;
    QPlainTextEdit *m_guideline;
    QTableWidget *m_attributes = nullptr;
    bool m_showing = false; // what changes is not the user's doing
};

} // namespace Quoth::Windows
