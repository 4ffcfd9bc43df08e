// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "problemform.h"

#include <QLabel>
#include <QVBoxLayout>

namespace Quoth::Windows {

using namespace Annotation;

ProblemForm::ProblemForm(QWidget *parent) : QWidget(parent), m_rows(new QFormLayout(this))
{
    m_rows->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_rows->setRowWrapPolicy(QFormLayout::DontWrapRows);
}

void ProblemForm::addField(const QString &field, const QString &title, QWidget *widget)
{
    auto *box = new QWidget;
    box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // room to spare goes below the last field
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *note = new QLabel;
    note->setWordWrap(true);
    note->setTextFormat(Qt::PlainText);
    note->setVisible(false);
    column->addWidget(widget);
    column->addWidget(note);
    m_notes.insert(field, note);
    if (widget->accessibleName().isEmpty())
        widget->setAccessibleName(title);
    auto *label = new QLabel(title);
    label->setBuddy(widget);
    m_rows->addRow(label, box);
}

void ProblemForm::showProblems(const QList<SchemaProblem> &problems, const QString &prefix)
{
    for (auto it = m_notes.begin(); it != m_notes.end(); ++it) {
        QStringList lines;
        for (const SchemaProblem &problem : problems) {
            if (!problem.place.startsWith(prefix) || problem.place.mid(prefix.size()).section(u'/', 0, 0) != it.key())
                continue;
            lines.append((problem.severity == Severity::Error ? QStringLiteral("\u2717 ") : QStringLiteral("\u26A0 ")) + problem.message);
        }
        it.value()->setText(lines.join(u'\n'));
        it.value()->setVisible(!lines.isEmpty());
    }
}

QString ProblemForm::problemAt(const QString &field) const
{
    const QLabel *note = m_notes.value(field);
    return note ? note->text() : QString();
}

} // namespace Quoth::Windows
