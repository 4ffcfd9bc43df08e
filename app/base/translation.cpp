// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translation.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace Quoth {

namespace {

const QString folder = QStringLiteral(":/quoth/translations");
const QString ours = QStringLiteral("quoth_");

void install(QCoreApplication &application, const QLocale &locale, const QString &name, const QString &from)
{
    auto *translator = new QTranslator(&application);
    translator->setObjectName(QStringLiteral("quoth.language"));
    if (translator->load(locale, name, QStringLiteral("_"), from))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

QStringList interfaceLanguages()
{
    QStringList languages{QStringLiteral("en")};
    const QStringList files = QDir(folder).entryList({ours + QStringLiteral("*.qm")}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const QString language = file.sliced(ours.size()).chopped(3);
        if (!languages.contains(language))
            languages.append(language);
    }
    return languages;
}

void installLanguage(QCoreApplication &application, const QString &language)
{
    const auto before = application.findChildren<QTranslator *>(QStringLiteral("quoth.language"), Qt::FindDirectChildrenOnly);
    for (QTranslator *translator : before) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
    const QLocale system = QLocale::system();
    const QLocale wanted = language.isEmpty() || QLocale(language).language() == system.language() ? system : QLocale(language);
    QLocale::setDefault(wanted);
    install(application, QLocale(QLocale::English, QLocale::UnitedStates), QStringLiteral("quoth"), folder);
    // The last one is asked first; what it lacks is English.
    if (wanted.language() == QLocale::English || wanted.language() == QLocale::C)
        return;
    install(application, wanted, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, wanted, QStringLiteral("quoth"), folder);
}

} // namespace Quoth
