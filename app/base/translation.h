// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

class QCoreApplication;

namespace Quoth {

/// The languages the interface speaks, by the names that QLocale takes: "en" first, then "ar", "de", "zh_CN" and so on.
QStringList interfaceLanguages();

/// Gives the texts of the program one of these languages, or for none that of the system, where there is a translation for it: what is
/// made from then on has it. Numbers and dates follow: QLocale() is one of the language, and the system's where that speaks it. Replaces what
/// was installed before; the application owns it. The English plurals are always there.
void installLanguage(QCoreApplication &application, const QString &language = {});

/// The parts of a list as the language sets them one after the other, without an "and".
QString listed(const QStringList &parts);

} // namespace Quoth
