// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "issuelist.h"

#include "words.h"

namespace Quoth::Exchange {

using Annotation::Severity;

namespace {
constexpr int listedAtMost = 25;
}

void IssueList::add(Severity severity, const QString &message, const QString &place, int count)
{
    if (count <= 0)
        return;
    Seen &seen = m_seen[message];
    if (seen.listed < listedAtMost) {
        ++seen.listed;
        m_issues.append({severity, message, place, count});
    } else if (seen.further < 0) {
        seen.further = m_issues.size();
        m_issues.append({severity, message, Words::tr("%1 and further places").arg(place), count});
    } else {
        m_issues[seen.further].count += count;
    }
}

void IssueList::note(const QString &message, const QString &place, int count)
{
    add(Severity::Note, message, place, count);
}

void IssueList::warn(const QString &message, const QString &place, int count)
{
    add(Severity::Warning, message, place, count);
}

void IssueList::error(const QString &message, const QString &place, int count)
{
    add(Severity::Error, message, place, count);
}

QString lineOf(const QString &path, qint64 line)
{
    return Words::tr("%1, line %2").arg(path).arg(line);
}

} // namespace Quoth::Exchange
