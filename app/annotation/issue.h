// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Quoth::Annotation {

enum class Severity : quint8 { Note, Warning, Error };

/// Something an importer, an exporter or a check has to tell: what, where (file, line, item), how often.
struct Issue
{
    Severity severity = Severity::Warning;
    QString message; ///< what is wrong and what was done about it, one sentence
    QString place;
    int count = 1;

    bool operator==(const Issue &) const = default;
};

} // namespace Quoth::Annotation
