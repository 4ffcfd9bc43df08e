// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attributefields.h"

#include "choicebox.h"
#include "rowgrid.h"
#include "schematexts.h"

#include <QLineEdit>

namespace Quoth::Windows {

using namespace Annotation;

AttributeFields::AttributeFields(Workbench &workbench, RowGrid *form, QWidget *parent)
    : QObject(parent), m_workbench(workbench), m_form(form)
{
    for (const Label &label : workbench.schema().labels) {
        for (const AttributeType &type : label.attributes) {
            QWidget *editor = makeEditor(type, parent);
            editor->setObjectName(QStringLiteral("attribute.") + type.name);
            editor->setAccessibleName(type.title);
            form->addRow(type.title, editor);
            form->setRowVisible(editor, false);
            m_fields.append({label.name, type, editor});
        }
    }
}

QWidget *AttributeFields::makeEditor(const AttributeType &type, QWidget *parent)
{
    const QString name = type.name;
    if (type.values.isEmpty()) {
        auto *line = new QLineEdit(parent);
        connect(line, &QLineEdit::editingFinished, this, [this, line, name] {
            if (!line->isModified())
                return;
            line->setModified(false);
            commit(name, line->text().trimmed());
        });
        return line;
    }
    auto *box = new ChoiceBox(parent);
    box->addItem(tr("not given"), QString());
    for (const QString &value : type.values)
        box->addItem(inInterfaceLanguage(value), value);
    connect(box, &ChoiceBox::chosen, this, [this, name](const QVariant &value) { commit(name, value.toString()); });
    return box;
}

void AttributeFields::showSpan(std::optional<SpanId> id)
{
    const Span *span = id ? m_workbench.index().span(*id) : nullptr;
    const bool isSame = id == m_span;
    m_span = id;
    for (const Field &field : std::as_const(m_fields)) {
        const bool shown = span && span->label == field.label;
        m_form->setRowVisible(field.editor, shown);
        const QString value = shown ? span->attributes.value(field.type.name).toString() : QString();
        if (auto *box = qobject_cast<ChoiceBox *>(field.editor))
            box->setValue(value);
        else if (auto *line = qobject_cast<QLineEdit *>(field.editor); line && !(isSame && line->isModified()))
            line->setText(value);
    }
}

void AttributeFields::commit(const QString &name, const QString &value)
{
    if (m_span && m_workbench.index().span(*m_span))
        m_workbench.commit(m_workbench.edits().setAttribute(*m_span, name, value));
}

} // namespace Quoth::Windows
