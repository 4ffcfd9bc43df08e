// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "losslist.h"

#include <algorithm>

namespace Quoth::Exchange {

void LossList::add(Annotation::Severity severity, const QString &message, int count)
{
    if (count <= 0)
        return;
    const auto known = std::find_if(m_issues.begin(), m_issues.end(), [&](const Annotation::Issue &issue) { return issue.message == message; });
    if (known == m_issues.end())
        m_issues.append({severity, message, QString(), count});
    else
        known->count += count;
}

} // namespace Quoth::Exchange
