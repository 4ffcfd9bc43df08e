// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "casdocument.h"
#include "format.h"

#include <QJsonObject>

namespace Quoth::Exchange {

/// Reads what annotations of both our layers have in features: state, origin, confidence, speaker, note and attributes. Features that
/// have such a name but no such value, as another program's may, are attributes.
class CasDetails
{
public:
    CasDetails(const ImportOptions &options, QList<Annotation::Speaker> &speakers) : m_options(options), m_speakers(speakers) { }

    /// used: the features that were read as something else.
    template<class Item>
    void read(const CasStructure &structure, const QStringList &used, Item &item)
    {
        QMap<QString, QJsonValue> left = structure.values;
        for (const QString &name : used)
            left.remove(name);
        item.provenance = takeProvenance(left);
        item.speaker = takeSpeaker(left);
        if (left.value(QStringLiteral("note")).isString())
            item.note = left.take(QStringLiteral("note")).toString();
        item.attributes = takeAttributes(left);
    }

private:
    using Values = QMap<QString, QJsonValue>;
    Annotation::Provenance takeProvenance(Values &values) const;
    std::optional<SpeakerId> takeSpeaker(Values &values);
    static QJsonObject takeAttributes(Values &values);

    const ImportOptions &m_options;
    QList<Annotation::Speaker> &m_speakers;
    QHash<QString, SpeakerId> m_ids;
};

} // namespace Quoth::Exchange
