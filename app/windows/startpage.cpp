// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "startpage.h"

#include <QAction>
#include <QCommandLinkButton>
#include <QFileInfo>
#include <QLabel>
#include <QVBoxLayout>

namespace Quoth::Windows {

StartPage::StartPage(const QList<QAction *> &choices, const QStringList &recent, QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(6);
    auto *title = new QLabel(tr("Quoth"));
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 2.2);
    large.setBold(true);
    title->setFont(large);
    column->addWidget(title);
    auto *says = new QLabel(tr("Label who said what in news articles. Quoth highlights speakers, quotations and claims; you accept, "
                               "reject or fix each from the keyboard."));
    says->setWordWrap(true);
    column->addWidget(says);
    column->addSpacing(16);
    for (QAction *choice : choices) {
        auto *button = new QCommandLinkButton(choice->iconText(), choice->toolTip());
        button->setIcon(choice->icon());
        button->setAccessibleName(choice->iconText());
        connect(button, &QAbstractButton::clicked, choice, &QAction::trigger);
        column->addWidget(button);
    }
    if (!recent.isEmpty()) {
        column->addSpacing(16);
        auto *heading = new QLabel(tr("Projects of late"));
        QFont bold = heading->font();
        bold.setBold(true);
        heading->setFont(bold);
        column->addWidget(heading);
    }
    for (const QString &path : recent) {
        auto *button = new QCommandLinkButton(QFileInfo(path).completeBaseName(), QFileInfo(path).absolutePath());
        button->setAccessibleName(tr("Open %1").arg(path));
        connect(button, &QAbstractButton::clicked, this, [this, path] { emit projectChosen(path); });
        column->addWidget(button);
    }
    auto *middle = new QWidget;
    middle->setMaximumWidth(560);
    middle->setLayout(column);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(middle, 1);
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(1);
    layout->addLayout(row);
    layout->addStretch(2);
}

} // namespace Quoth::Windows
