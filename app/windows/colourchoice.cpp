// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "colourchoice.h"

#include "actions.h"

#include <QMenu>
#include <QSettings>

namespace Quoth::Windows {

using Rendering::ColourBy;

namespace {
const QString setting = QStringLiteral("view/colourBy");
}

ColourChoice::ColourChoice(QWidget *parent)
    : MenuButton({}, parent), m_group(new QActionGroup(this)),
      m_colourBy(Rendering::colourByFromString(QSettings().value(setting).toString()).value_or(ColourBy::Label))
{
    setObjectName(QStringLiteral("colourBy"));
    setToolTip(tr("What the colours of the highlights tell apart. Their shapes always tell the labels."));
    auto *menu = new QMenu(this);
    const QList<ColourBy> choices = Rendering::allColourBy();
    for (const ColourBy choice : choices) {
        QAction *action = makeAction(this, "", tr("Colour by: %1").arg(titleOf(choice)));
        action->setObjectName(QStringLiteral("view.colourBy.") + toString(choice));
        action->setCheckable(true);
        action->setChecked(choice == m_colourBy);
        m_group->addAction(action);
        menu->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] { choose(choice); });
    }
    setMenu(menu);
    showChoice();
}

void ColourChoice::choose(ColourBy colourBy)
{
    m_colourBy = colourBy;
    QSettings().setValue(setting, toString(colourBy));
    showChoice();
    emit chosen(colourBy);
}

void ColourChoice::showChoice()
{
    setText(tr("Colour by: %1").arg(titleOf(m_colourBy)));
    setAccessibleName(text());
    updateGeometry();
}

} // namespace Quoth::Windows
