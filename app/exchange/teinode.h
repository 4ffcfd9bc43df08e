// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QXmlStreamReader>

namespace Quoth::Exchange {

/// An element of a TEI file with all that it holds: for headers and stand-off, which are small. Names are local, attributes as written
/// ("xml:id").
struct TeiNode
{
    QString name;
    QHash<QString, QString> attributes;
    QString text; ///< its own, without its children's
    QList<TeiNode> children;
    qint64 line = 0;

    QString attribute(const QString &key) const { return attributes.value(key); }
    QStringList words(const QString &key) const; ///< an attribute that is a list
    QString allText() const; ///< its children's too, blanks simplified
    const TeiNode *child(QStringView name) const; ///< the first; nullptr if there is none
    /// Those of a name anywhere within, in the file's order.
    QList<const TeiNode *> all(QStringView name) const;
};

/// Reads the element that the reader stands at the start of, up to its end. Elements nested deeper than a few hundred are passed over. At an
/// error in the XML it gives what came before.
TeiNode readTeiNode(QXmlStreamReader &xml, int depth = 0);
/// The reader's attributes as TeiNode has them.
QHash<QString, QString> teiAttributes(const QXmlStreamReader &xml);

} // namespace Quoth::Exchange
