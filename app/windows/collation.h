// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/speaker.h>

#include <QStringList>

namespace Quoth::Windows {

/// As the language of the interface sorts names, letter case only where they are alike, numbers in them by their worth.
/// (QString::localeAwareCompare would stay with the language that the program started in.)
void sortByLanguage(QStringList &names);
/// By name, and those of one name in the order in which they came into the project.
void sortByLanguage(QList<Annotation::Speaker> &speakers);

} // namespace Quoth::Windows
