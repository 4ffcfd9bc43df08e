// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/schema.h>

#include <QMap>
#include <QSet>

namespace Quoth::Exchange {

/// The names of the tags that a labelling configuration of ours defines, as results in tasks refer to them.
inline const QString labelStudioLabels = QStringLiteral("label");
inline const QString labelStudioText = QStringLiteral("text");
inline const QString labelStudioSpeaker = QStringLiteral("speaker");

/// The labelling configuration (Label Studio's XML) that tasks of ours need: the schema's labels, its attributes as choices
/// or text areas of regions, its roles as relations; and what was met besides. Attributes that several labels have are one.
class LabelStudioConfig
{
public:
    explicit LabelStudioConfig(const Annotation::Schema &schema);

    void addLabel(const QString &label);
    void addRelation(const QString &label);
    /// Whether it has a place for the attribute of a region of that label.
    bool takes(const QString &label, const QString &attribute, const QJsonValue &value) const;
    /// Whether the text area for texts of any kind rather than choices.
    bool isFreeText(const QString &attribute) const;
    bool namesSpeaker(const QString &label) const { return m_speakerLabels.contains(label); }
    QByteArray xml() const;

private:
    struct Control
    {
        QString title;
        QStringList labels;
        QStringList values; ///< empty: free text
    };
    struct Shown
    {
        QString name;
        QString colour;
        QString key;
        QString guideline;
    };
    QList<Shown> m_labels;
    QStringList m_relations;
    QStringList m_speakerLabels;
    QMap<QString, Control> m_controls;
    QSet<QString> m_known;
};

} // namespace Quoth::Exchange
