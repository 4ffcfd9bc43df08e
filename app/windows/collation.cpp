// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collation.h"

#include <QCollator>

#include <algorithm>

namespace Quoth::Windows {

namespace {

QCollator collator()
{
    QCollator made{QLocale()};
    made.setNumericMode(true);
    return made;
}

} // namespace

void sortByLanguage(QStringList &names) { std::stable_sort(names.begin(), names.end(), collator()); }

void sortByLanguage(QList<Annotation::Speaker> &speakers)
{
    const QCollator order = collator();
    std::sort(speakers.begin(), speakers.end(), [&order](const Annotation::Speaker &a, const Annotation::Speaker &b) {
        const int compared = order.compare(a.name, b.name);
        return compared != 0 ? compared < 0 : a.id < b.id;
    });
}

} // namespace Quoth::Windows
