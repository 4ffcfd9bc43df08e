// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/issue.h>

namespace Quoth::Windows {

/// An issue as a line of a list: where, what, and how often.
inline QString issueText(const Annotation::Issue &issue)
{
    const QString line = issue.place.isEmpty() ? issue.message : issue.place + QStringLiteral(": ") + issue.message;
    return issue.count > 1 ? line + QStringLiteral(" (×%1)").arg(issue.count) : line;
}

} // namespace Quoth::Windows
