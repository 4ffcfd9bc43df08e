// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/issue.h>

#include <QHash>
#include <QList>

namespace Quoth::Exchange {

/// Collects issues so that a file with a million faults does not give a million of them: of each message the first few keep
/// their places, the further ones are counted in one more.
class IssueList
{
public:
    explicit IssueList(QList<Annotation::Issue> &issues) : m_issues(issues) { }

    void note(const QString &message, const QString &place, int count = 1);
    void warn(const QString &message, const QString &place, int count = 1);
    void error(const QString &message, const QString &place, int count = 1);

private:
    void add(Annotation::Severity severity, const QString &message, const QString &place, int count);

    struct Seen
    {
        int listed = 0;
        qsizetype further = -1; // where in the list the counted rest stands
    };
    QList<Annotation::Issue> &m_issues;
    QHash<QString, Seen> m_seen;
};

/// "file, line 12"
QString lineOf(const QString &path, qint64 line);

} // namespace Quoth::Exchange
