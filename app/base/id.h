// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHashFunctions>

#include <compare>

namespace Quoth {

/// The identity of one thing in a project: its primary key in the project file, so always positive.
/// Ids of different kinds cannot be mixed; "none" is std::optional, never a special id.
template<class Tag>
class Id
{
public:
    explicit constexpr Id(qint64 number) : m_number(number) { Q_ASSERT(number > 0); }

    constexpr qint64 number() const { return m_number; }
    auto operator<=>(const Id &) const = default;
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.m_number, seed); }

private:
    qint64 m_number;
};

using ArticleId = Id<struct ArticleTag>;
using SpanId = Id<struct SpanTag>;
using AttributionId = Id<struct AttributionTag>;
using SpeakerId = Id<struct SpeakerTag>;

} // namespace Quoth
