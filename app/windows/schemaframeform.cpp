// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schemaframeform.h"

#include "menubutton.h"

#include <app/base/translation.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>

#include <functional>

namespace Quoth::Windows {

using namespace Annotation;
using DraftFrame = Editing::SchemaDraft::DraftFrame;
using DraftLabel = Editing::SchemaDraft::DraftLabel;
using DraftRole = Editing::SchemaDraft::DraftRole;

namespace {

enum Column { Title, Name, Required, Labels };

/// The labels that a role takes, in the order they were chosen: the first is given to new spans.
class LabelsButton : public MenuButton
{
public:
    LabelsButton(const QList<DraftLabel> &labels, const QList<int> &chosen, std::function<void()> changed)
        : MenuButton({}), m_labels(labels), m_chosen(chosen)
    {
        auto *choices = new QMenu(this);
        for (const DraftLabel &label : labels) {
            QAction *action = choices->addAction(label.value.title);
            action->setCheckable(true);
            action->setChecked(chosen.contains(label.id));
            QObject::connect(action, &QAction::toggled, this, [this, id = label.id, changed](bool on) {
                m_chosen.removeAll(id);
                if (on)
                    m_chosen.append(id);
                showChosen();
                changed();
            });
        }
        setMenu(choices);
        showChosen();
    }

    const QList<int> &chosen() const { return m_chosen; }

private:
    void showChosen()
    {
        QStringList titles;
        for (const int id : std::as_const(m_chosen)) {
            for (const DraftLabel &label : m_labels) {
                if (label.id == id)
                    titles.append(label.value.title);
            }
        }
        setText(titles.isEmpty() ? SchemaFrameForm::tr("none") : listed(titles));
        setAccessibleName(SchemaFrameForm::tr("Takes: %1").arg(text()));
    }

    QList<DraftLabel> m_labels;
    QList<int> m_chosen;
};

} // namespace

SchemaFrameForm::SchemaFrameForm(QWidget *parent)
    : ProblemForm(parent), m_title(new QLineEdit), m_name(new QLineEdit), m_key(new QLineEdit), m_guideline(new QPlainTextEdit)
{
    m_key->setMaxLength(1);
    m_key->setMaximumWidth(m_key->fontMetrics().averageCharWidth() * 8);
    m_key->setPlaceholderText(tr("none"));
    m_guideline->setTabChangesFocus(true);
    m_guideline->setMaximumHeight(m_guideline->fontMetrics().lineSpacing() * 6);
    addField(QStringLiteral("title"), tr("Title"), m_title);
    addField(QStringLiteral("name"), tr("Name in files"), m_name);
    addField(QStringLiteral("key"), tr("Key"), m_key);
    addField(QStringLiteral("guideline"), tr("Guideline"), m_guideline);
    addField(QStringLiteral("roles"), tr("Roles"), makeRoles());
    const auto tell = [this] {
        if (!m_showing)
            emit edited();
    };
    for (QLineEdit *line : {m_title, m_name, m_key})
        connect(line, &QLineEdit::textEdited, this, tell);
    connect(m_guideline, &QPlainTextEdit::textChanged, this, tell);
    connect(m_roles, &QTableWidget::cellChanged, this, tell);
}

QWidget *SchemaFrameForm::makeRoles()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    m_roles = new QTableWidget(0, 4);
    m_roles->setAccessibleName(tr("Roles"));
    m_roles->setHorizontalHeaderLabels({tr("Title"), tr("Name in files"), tr("Required"), tr("Takes spans labelled")});
    m_roles->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_roles->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_roles->verticalHeader()->hide();
    m_roles->setTabKeyNavigation(false);
    m_roles->setMinimumHeight(m_roles->fontMetrics().lineSpacing() * 9);
    auto *add = new QPushButton(tr("Add role"));
    auto *remove = new QPushButton(tr("Remove role"));
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {add, remove}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    column->addWidget(m_roles);
    column->addLayout(row);
    connect(add, &QPushButton::clicked, this, [this] {
        const int number = m_roles->rowCount() + 1;
        addRoleRow({{}, {QStringLiteral("role%1").arg(number), tr("Role %1").arg(number), {}, false}, m_labels.isEmpty() ? QList<int>() : QList<int>{m_labels.constFirst().id}});
        m_roles->setCurrentCell(number - 1, Title);
        emit edited();
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        const int chosen = m_roles->currentRow();
        if (chosen >= 0)
            emit roleRemovalRequested(m_roles->item(chosen, Name)->data(Qt::UserRole).toString(), chosen);
    });
    return box;
}

void SchemaFrameForm::removeRole(int row)
{
    m_roles->removeRow(row);
    emit edited();
}

void SchemaFrameForm::addRoleRow(const DraftRole &role)
{
    const bool before = std::exchange(m_showing, true);
    const int row = m_roles->rowCount();
    m_roles->insertRow(row);
    m_roles->setItem(row, Title, new QTableWidgetItem(role.value.title));
    auto *name = new QTableWidgetItem(role.value.name);
    name->setData(Qt::UserRole, role.origin);
    m_roles->setItem(row, Name, name);
    auto *required = new QTableWidgetItem;
    required->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
    required->setCheckState(role.value.required ? Qt::Checked : Qt::Unchecked);
    m_roles->setItem(row, Required, required);
    m_roles->setCellWidget(row, Labels, new LabelsButton(m_labels, role.labels, [this] { emit edited(); }));
    m_showing = before;
}

void SchemaFrameForm::showFrame(const DraftFrame &frame, const QList<DraftLabel> &labels)
{
    m_showing = true;
    m_labels = labels;
    m_title->setText(frame.value.title);
    m_name->setText(frame.value.name);
    m_key->setText(frame.value.key);
    m_guideline->setPlainText(frame.value.guideline);
    m_roles->setRowCount(0);
    for (const DraftRole &role : frame.roles)
        addRoleRow(role);
    m_showing = false;
}

void SchemaFrameForm::take(DraftFrame &frame) const
{
    frame.value.title = m_title->text();
    frame.value.name = m_name->text();
    frame.value.key = m_key->text().toUpper();
    frame.value.guideline = m_guideline->toPlainText();
    frame.roles.clear();
    for (int row = 0; row < m_roles->rowCount(); ++row) {
        const auto *labels = static_cast<const LabelsButton *>(m_roles->cellWidget(row, Labels));
        frame.roles.append({m_roles->item(row, Name)->data(Qt::UserRole).toString(),
                            {m_roles->item(row, Name)->text(), m_roles->item(row, Title)->text(), {}, m_roles->item(row, Required)->checkState() == Qt::Checked},
                            labels->chosen()});
    }
}

void SchemaFrameForm::focusFirst()
{
    m_title->setFocus();
    m_title->selectAll();
}

} // namespace Quoth::Windows
