// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "columnchoice.h"

#include <app/exchange/articlecolumns.h>

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

namespace Quoth::Windows {

ColumnChoice::ColumnChoice(QWidget *parent) : QWidget(parent)
{
    const QMap<QString, QString> titles{
        {QStringLiteral("text"), tr("Text:")},   {QStringLiteral("title"), tr("Title:")},   {QStringLiteral("date"), tr("Date:")},
        {QStringLiteral("outlet"), tr("Outlet:")}, {QStringLiteral("author"), tr("Author:")}, {QStringLiteral("url"), tr("Address:")},
        {QStringLiteral("id"), tr("Id:")},       {QStringLiteral("language"), tr("Language:")}};
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    constexpr int inARow = 4;
    int place = 0;
    const QStringList roles = Exchange::columnRoles();
    for (const QString &role : roles) {
        auto *box = new QComboBox;
        box->setObjectName(QStringLiteral("columns.") + role);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        auto *title = new QLabel(titles.value(role, role));
        title->setBuddy(box);
        box->setAccessibleName(tr("Column that holds: %1").arg(title->text().remove(u':').remove(u'：').trimmed()));
        connect(box, &QComboBox::activated, this, &ColumnChoice::changed);
        grid->addWidget(title, place / inARow * 2, place % inARow);
        grid->addWidget(box, place / inARow * 2 + 1, place % inARow);
        m_boxes.insert(role, box);
        ++place;
    }
}

void ColumnChoice::setColumns(const QStringList &header, const QMap<QString, qsizetype> &columns)
{
    for (auto i = m_boxes.cbegin(); i != m_boxes.cend(); ++i) {
        QComboBox *box = i.value();
        box->clear();
        box->addItem(i.key() == u"text" ? tr("(choose one)") : tr("(none)"), QString());
        for (const QString &name : header)
            box->addItem(name, name);
        box->setCurrentIndex(int(columns.value(i.key(), -1)) + 1);
    }
}

QMap<QString, QString> ColumnChoice::chosen() const
{
    QMap<QString, QString> chosen;
    for (auto i = m_boxes.cbegin(); i != m_boxes.cend(); ++i) {
        const QString name = i.value()->currentData().toString();
        if (!name.isEmpty() || i.key() != u"text")
            chosen.insert(i.key(), name);
    }
    return chosen;
}

} // namespace Quoth::Windows
