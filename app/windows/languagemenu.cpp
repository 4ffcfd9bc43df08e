// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "languagemenu.h"

#include <app/base/translation.h>

#include <QActionGroup>
#include <QLocale>
#include <QSettings>

namespace Quoth::Windows {

namespace {

const QString setting = QStringLiteral("language");

QString ownName(const QString &language)
{
    const QLocale locale(language);
    if (locale.language() == QLocale::English)
        return QStringLiteral("English"); // and not that of a country
    if (locale.language() == QLocale::Chinese)
        return QStringLiteral("简体中文");
    QString name = locale.nativeLanguageName();
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

} // namespace

LanguageMenu::LanguageMenu(QObject *parent) : QObject(parent)
{
    auto *group = new QActionGroup(this);
    const auto add = [&](const QString &language, const QString &text) {
        auto *action = new QAction(text, this);
        action->setObjectName(QStringLiteral("language.") + (language.isEmpty() ? QStringLiteral("system") : language));
        action->setCheckable(true);
        action->setChecked(language == remembered());
        group->addAction(action);
        m_actions.append(action);
        connect(action, &QAction::triggered, this, [this, language] {
            QSettings().setValue(setting, language);
            emit chosen(language);
        });
    };
    add({}, tr("As the system"));
    const QStringList languages = interfaceLanguages();
    for (const QString &language : languages)
        add(language, ownName(language));
}

QString LanguageMenu::remembered()
{
    const QString language = QSettings().value(setting).toString();
    return interfaceLanguages().contains(language) ? language : QString();
}

} // namespace Quoth::Windows
