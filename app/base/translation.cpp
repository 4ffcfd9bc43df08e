// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translation.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace Quoth {

void installTranslations(QCoreApplication &application)
{
    const QString folder = QStringLiteral(":/quoth/translations");
    const auto install = [&](const QLocale &locale) {
        auto *translator = new QTranslator(&application);
        if (translator->load(locale, QStringLiteral("quoth"), QStringLiteral("_"), folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    install(QLocale(QLocale::English, QLocale::UnitedStates));
    // The last one is asked first; what it lacks is English.
    if (QLocale().language() != QLocale::English)
        install(QLocale());
}

} // namespace Quoth
