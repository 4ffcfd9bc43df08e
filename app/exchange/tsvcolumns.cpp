// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tsvcolumns.h"

#include "casdocument.h"

namespace Quoth::Exchange {

namespace {

TsvColumn slotRole(const QString &type, const QString &declaration)
{
    // ROLE_type:feature_type of the link
    const QString names = declaration.sliced(5);
    return {TsvColumn::Kind::SlotRole, type, names.left(names.lastIndexOf(u'_')).section(u':', 1), {}};
}

} // namespace

std::optional<QList<TsvColumn>> tsvColumns(const QString &line)
{
    const bool isSpan = line.startsWith(u"#T_SP=");
    const bool isRelation = line.startsWith(u"#T_RL=");
    const bool isChain = line.startsWith(u"#T_CH=");
    if (!isSpan && !isRelation && !isChain)
        return std::nullopt;
    const QStringList fields = line.sliced(6).split(u'|');
    const QString &type = fields[0];
    QList<TsvColumn> columns;
    for (qsizetype i = 1; i < fields.size(); ++i) {
        const QString &field = fields[i];
        const bool isTarget = !columns.isEmpty() && columns.constLast().kind == TsvColumn::Kind::SlotRole;
        if (isTarget)
            columns.append({TsvColumn::Kind::SlotTarget, type, columns.constLast().feature, field});
        else if (isSpan && field.startsWith(u"ROLE_"))
            columns.append(slotRole(type, field));
        else if (isRelation && field.startsWith(u"BT_"))
            columns.append({TsvColumn::Kind::RelationSource, type, {}, field.sliced(3)});
        else if (isChain && (field == u"referenceType" || field == u"referenceRelation"))
            columns.append(
                {field == u"referenceType" ? TsvColumn::Kind::ChainType : TsvColumn::Kind::ChainLink, type, field, {}});
        else if (!field.isEmpty())
            columns.append({TsvColumn::Kind::Value, type, field, {}});
    }
    if (columns.isEmpty())
        columns.append({TsvColumn::Kind::Placeholder, type, {}, {}});
    return columns;
}

} // namespace Quoth::Exchange
