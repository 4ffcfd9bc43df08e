// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "schemastep.h"

#include <app/annotation/schema.h>

namespace Quoth::Editing {

/// A schema at work in an editor. It remembers under which name each part is known to the project, so that annotations follow what is renamed,
/// and roles hold to their labels while the names change. It may be unusable in between, see schemaProblems().
class SchemaDraft
{
public:
    struct DraftAttribute
    {
        QString origin; ///< the name in the project; empty: new
        Annotation::AttributeType value;

        bool operator==(const DraftAttribute &) const = default;
    };
    struct DraftLabel
    {
        int id = 0; ///< in the draft only
        QString origin;
        Annotation::Label value; ///< without the attributes
        QList<DraftAttribute> attributes;

        bool operator==(const DraftLabel &) const = default;
    };
    struct DraftRole
    {
        QString origin;
        Annotation::Role value; ///< without the labels
        QList<int> labels; ///< ids

        bool operator==(const DraftRole &) const = default;
    };
    struct DraftFrame
    {
        QString origin;
        Annotation::FrameType value; ///< without the roles
        QList<DraftRole> roles;

        bool operator==(const DraftFrame &) const = default;
    };

    /// schema: the project's.
    explicit SchemaDraft(const Annotation::Schema &schema);

    QString name;
    QString title;
    QList<DraftLabel> labels;
    QList<DraftFrame> frames;

    /// A label with a name, a key, a mark and colours that are free, if there are any.
    qsizetype addLabel(const QString &takenKeys);
    /// Its spans, if it has any, get the label replacement (an id); 0: it has none.
    void removeLabel(qsizetype index, int replacement);
    qsizetype addFrame();
    const DraftLabel *label(int id) const;

    /// Takes another schema in: labels, frames, roles and attributes of the same names go on, all others are new or gone. replacements: by
    /// the project's name of a label that goes, the name of one of the new schema that its spans get.
    void replaceBy(const Annotation::Schema &schema, const QHash<QString, QString> &replacements);

    Annotation::Schema schema() const;
    SchemaMapping mapping() const;

private:
    int nextId() { return ++m_lastId; }

    Annotation::Schema m_project; // what annotations refer to
    int m_lastId = 0;
    QHash<QString, int> m_replacements; // by the origin of a removed label, the id of another
};

} // namespace Quoth::Editing
