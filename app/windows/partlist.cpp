// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "partlist.h"

#include <QGridLayout>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace Quoth::Windows {

PartList::PartList(const QString &title, QWidget *parent) : QWidget(parent), m_list(new QListWidget)
{
    m_list->setAccessibleName(title);
    m_list->setIconSize(QSize(22, 16));
    auto *buttons = new QGridLayout;
    const auto make = [&](const QString &text, const char *name, int row, int column) {
        auto *button = new QPushButton(text);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        buttons->addWidget(button, row, column);
        return button;
    };
    QPushButton *add = make(tr("Add"), "add", 0, 0);
    m_remove = make(tr("Remove\u2026"), "remove", 0, 1);
    m_up = make(tr("Up"), "up", 1, 0);
    m_down = make(tr("Down"), "down", 1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    // As wide as the buttons need it in this language and font, but no wider than a list.
    setMinimumWidth(std::max(fontMetrics().averageCharWidth() * 30, buttons->minimumSize().width()));
    setMaximumWidth(std::max(fontMetrics().averageCharWidth() * 40, minimumWidth()));
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        updateButtons();
        emit currentChanged(row);
    });
    connect(add, &QPushButton::clicked, this, &PartList::addRequested);
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removeRequested(currentRow()); });
    connect(m_up, &QPushButton::clicked, this, [this] { emit moveRequested(currentRow(), currentRow() - 1); });
    connect(m_down, &QPushButton::clicked, this, [this] { emit moveRequested(currentRow(), currentRow() + 1); });
    updateButtons();
}

void PartList::setParts(const QList<Part> &parts)
{
    const QSignalBlocker blocker(m_list);
    const int row = currentRow();
    while (m_list->count() > parts.size())
        delete m_list->takeItem(m_list->count() - 1);
    for (int i = 0; i < int(parts.size()); ++i) {
        if (i == m_list->count())
            m_list->addItem(QString());
        m_list->item(i)->setText(parts[i].hasErrors ? QStringLiteral("\u2717 ") + parts[i].text : parts[i].text);
        m_list->item(i)->setIcon(parts[i].icon);
    }
    if (!parts.isEmpty())
        m_list->setCurrentRow(std::clamp(row, 0, int(parts.size()) - 1));
    updateButtons();
}

int PartList::currentRow() const { return m_list->currentRow(); }

void PartList::setCurrentRow(int row) { m_list->setCurrentRow(row); }

void PartList::updateButtons()
{
    const int row = currentRow();
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
}

} // namespace Quoth::Windows
