// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provenancetext.h"

#include <QCoreApplication>

namespace Quoth::Windows {

using namespace Annotation;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Quoth::Windows::Provenance)
};

} // namespace

QString stateText(State state)
{
    switch (state) {
    case State::Suggested: return Words::tr("suggested");
    case State::Accepted: return Words::tr("accepted");
    case State::Rejected: return Words::tr("rejected");
    }
    return {};
}

QString originText(const Origin &origin)
{
    QString from = QStringLiteral("%1 %2").arg(origin.name, origin.version).trimmed();
    if (origin.kind == OriginKind::Detector && origin.name == u"rules")
        from = Words::tr("built-in rules %1").arg(origin.version);
    else if (origin.kind == OriginKind::Import)
        from = from.isEmpty() ? Words::tr("imported") : Words::tr("imported, %1").arg(from);
    QStringList parts{from};
    if (origin.edited)
        parts.append(Words::tr("edited"));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" \u00B7 "));
}

} // namespace Quoth::Windows
