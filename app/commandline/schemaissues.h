// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/schemaproblems.h>

namespace Quoth::CommandLine {

/// The problems of a schema as issues; file: what stands before their places.
inline QList<Annotation::Issue> schemaIssues(const QList<Annotation::SchemaProblem> &problems, const QString &file)
{
    QList<Annotation::Issue> issues;
    for (const Annotation::SchemaProblem &problem : problems)
        issues.append({problem.severity, problem.message, file + u' ' + problem.place, 1});
    return issues;
}

} // namespace Quoth::CommandLine
