// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QCoreApplication;

namespace Quoth {

/// Gives the texts of the program their English plurals and, where there is a translation for it, the language of QLocale().
/// To be called once, before the first text is made; the application owns what is installed.
void installTranslations(QCoreApplication &application);

} // namespace Quoth
