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

/// Names of keys are Qt's texts; translated with ours they are named as in ours, and also where Qt has no translation.
[[maybe_unused]] constexpr const char *keys[]
    = {QT_TRANSLATE_NOOP("QShortcut", "Space"), QT_TRANSLATE_NOOP("QShortcut", "Esc"),
       QT_TRANSLATE_NOOP("QShortcut", "Tab"),   QT_TRANSLATE_NOOP("QShortcut", "Backspace"),
       QT_TRANSLATE_NOOP("QShortcut", "Enter"), QT_TRANSLATE_NOOP("QShortcut", "Return"),
       QT_TRANSLATE_NOOP("QShortcut", "Ins"),   QT_TRANSLATE_NOOP("QShortcut", "Del"),
       QT_TRANSLATE_NOOP("QShortcut", "Home"),  QT_TRANSLATE_NOOP("QShortcut", "End"),
       QT_TRANSLATE_NOOP("QShortcut", "Left"),  QT_TRANSLATE_NOOP("QShortcut", "Up"),
       QT_TRANSLATE_NOOP("QShortcut", "Right"), QT_TRANSLATE_NOOP("QShortcut", "Down"),
       QT_TRANSLATE_NOOP("QShortcut", "PgUp"),  QT_TRANSLATE_NOOP("QShortcut", "PgDown"),
       QT_TRANSLATE_NOOP("QShortcut", "Ctrl"),  QT_TRANSLATE_NOOP("QShortcut", "Shift"),
       QT_TRANSLATE_NOOP("QShortcut", "Alt")};

void install(QCoreApplication &application, const QLocale &locale, const QString &name, const QString &from)
{
    auto *translator = new QTranslator(&application);
    translator->setObjectName(QStringLiteral("quoth.language"));
    if (translator->load(locale, name, QStringLiteral("_"), from))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

/// A text with a plural gives its number Latin digits in every language. So that no two kinds of digits stand side by side, Arabic
/// has the other numbers and dates as they are written where these digits are at home.
QLocale withLatinDigits(const QLocale &locale)
{
    return locale.language() == QLocale::Arabic && locale.zeroDigit() != u"0"
        ? QLocale(QLocale::Arabic, QLocale::UnitedArabEmirates)
        : locale;
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
    QLocale::setDefault(withLatinDigits(wanted));
    install(application, QLocale(QLocale::English, QLocale::UnitedStates), QStringLiteral("quoth"), folder);
    // The last one is asked first; what it lacks is English.
    if (wanted.language() == QLocale::English || wanted.language() == QLocale::C)
        return;
    install(application, wanted, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, wanted, QStringLiteral("quoth"), folder);
}

QString listed(const QStringList &parts)
{
    return parts.join(QCoreApplication::translate("Quoth", ", ", "between the parts of a list"));
}

} // namespace Quoth
