// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/issue.h>

#include <QList>

namespace Quoth::Exchange {

/// Counts what an export could not carry, by what is said of it. Notes are for what went somewhere else in the file, warnings for what is
/// gone.
class LossList
{
public:
    void note(const QString &message, int count = 1) { add(Annotation::Severity::Note, message, count); }
    void warn(const QString &message, int count = 1) { add(Annotation::Severity::Warning, message, count); }
    /// In the order in which they were first met.
    const QList<Annotation::Issue> &issues() const { return m_issues; }

private:
    void add(Annotation::Severity severity, const QString &message, int count);

    QList<Annotation::Issue> m_issues;
};

} // namespace Quoth::Exchange
