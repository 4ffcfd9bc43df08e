// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/annotations.h>
#include <app/annotation/schema.h>

#include <QMap>
#include <QStringList>

namespace Quoth::Exchange {

/// The further metadata of an article in one object: what stood beside the fields of its record and in its "meta", without title, url,
/// outlet, author, published and language.
QJsonObject furtherFields(const Annotation::ArticleMeta &meta);
/// One field of an article's metadata as text, the further ones too; empty if it has none of the name.
QString fieldOf(const Annotation::ArticleMeta &meta, const QString &name);

/// A text as a double-quoted scalar of YAML 1.1, on one line whatever it holds.
QByteArray yamlString(QStringView text);

/// How much of an article's words a release holds.
enum class ReleasedText : quint8 { Whole, Quotes, None };

/// What lines of a release have in common, so that all have the same keys and types: readers of columns (Apache Arrow, Hugging Face
/// datasets) take no others. add() all articles before the first line is written.
class ReleaseColumns
{
public:
    enum class Type : quint8 { Whole, Number, Boolean, Text, Json };

    ReleaseColumns() = default;
    ReleaseColumns(const Annotation::Schema &schema, ReleasedText text);

    void add(const Annotation::AnnotatedArticle &article);

    ReleasedText text() const { return m_text; }
    const QMap<QString, Type> &fields() const { return m_fields; } ///< further metadata; none without the whole text
    const QMap<QString, Type> &spanAttributes() const { return m_spanAttributes; }
    const QMap<QString, Type> &attributionAttributes() const { return m_attributionAttributes; }
    const QStringList &roles() const { return m_roles; } ///< sorted; with source, cue and content
    /// The features of the lines as Hugging Face's dataset cards list them: YAML, indented by two blanks.
    QByteArray features() const;
    /// Whether the value of an attribute may be written: without the whole text only what the schema lists, and numbers.
    bool mayHold(const QString &attribute, const QJsonValue &value) const;

private:
    void addAttributes(QMap<QString, Type> &columns, const QJsonObject &attributes) const;

    ReleasedText m_text = ReleasedText::Whole;
    QMap<QString, QStringList> m_listed; // the values that the schema lists, by attribute
    QMap<QString, Type> m_fields;
    QMap<QString, Type> m_spanAttributes;
    QMap<QString, Type> m_attributionAttributes;
    QStringList m_roles;
};

} // namespace Quoth::Exchange
