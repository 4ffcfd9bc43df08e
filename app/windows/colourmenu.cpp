// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "colourmenu.h"

#include "actions.h"

#include <QSettings>

namespace Quoth::Windows {

namespace {

const QString setting = QStringLiteral("view/colours");

} // namespace

ColourMenu::ColourMenu(SystemColours &colours, QObject *parent) : QObject(parent), m_colours(colours), m_group(new QActionGroup(this))
{
    const struct
    {
        const char *id;
        ColourScheme scheme;
        QString text;
    } choices[] = {{"colours.system", ColourScheme::System, tr("Colours of the system")},
                   {"colours.light", ColourScheme::Light, tr("Light colours")},
                   {"colours.dark", ColourScheme::Dark, tr("Dark colours")},
                   {"colours.contrastLight", ColourScheme::ContrastLight, tr("High contrast, light")},
                   {"colours.contrastDark", ColourScheme::ContrastDark, tr("High contrast, dark")}};
    for (const auto &choice : choices) {
        QAction *action = makeAction(this, choice.id, choice.text);
        action->setCheckable(true);
        action->setData(int(choice.scheme));
        m_group->addAction(action);
        connect(action, &QAction::triggered, this, [this, scheme = choice.scheme] {
            QSettings().setValue(setting, toString(scheme));
            m_colours.setScheme(scheme);
        });
    }
    connect(&colours, &SystemColours::schemeChanged, this, &ColourMenu::showScheme);
    showScheme();
}

ColourScheme ColourMenu::remembered()
{
    return colourSchemeFromString(QSettings().value(setting).toString()).value_or(ColourScheme::System);
}

void ColourMenu::showScheme()
{
    const QList<QAction *> actions = m_group->actions();
    for (QAction *action : actions)
        action->setChecked(action->data().toInt() == int(m_colours.scheme()));
}

} // namespace Quoth::Windows
