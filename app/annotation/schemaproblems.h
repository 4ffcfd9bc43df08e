// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issue.h"
#include "schema.h"

#include <QHash>

namespace Quoth::Annotation {

/// What is wrong with a schema, and where: place is a path as in its JSON file, "labels/2/key" or "frames/0/roles/1/labels"; "labels" alone is
/// all of them. Errors make it unusable; warnings and notes do not.
struct SchemaProblem
{
    Severity severity = Severity::Error;
    QString place;
    QString message;

    bool operator==(const SchemaProblem &) const = default;
};

/// Two labels of one mark whose colours differ by less than this (CIEDE2000) for some reader are told as alike. Just noticed side by side is
/// 1; for thin marks in different lines ten times that is asked.
constexpr double leastDifference = 10;
/// WCAG 2.1, 1.4.11: graphics that carry meaning, against what is around them.
constexpr double leastMarkContrast = 3;

/// takenKeys: what the program's own keys of one character do ("Q": "Begin a word earlier"), if it is known.
QList<SchemaProblem> schemaProblems(const Schema &schema, const QHash<QString, QString> &takenKeys = {});
bool isUsable(const QList<SchemaProblem> &problems);

} // namespace Quoth::Annotation
