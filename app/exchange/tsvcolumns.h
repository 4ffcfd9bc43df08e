// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace Quoth::Exchange {

/// A column of WebAnno TSV behind the first three, as the header declares it.
struct TsvColumn
{
    enum class Kind : quint8 {
        Placeholder, ///< of a layer without features
        Value,
        SlotRole,
        SlotTarget,
        RelationSource,
        ChainType,
        ChainLink,
    };
    Kind kind = Kind::Value;
    QString type; ///< of the layer
    QString feature;
    QString target; ///< the type of what slots and relations lead to
};

/// The columns that a line of the header declares; nullopt for what is no such line.
std::optional<QList<TsvColumn>> tsvColumns(const QString &line);

} // namespace Quoth::Exchange
