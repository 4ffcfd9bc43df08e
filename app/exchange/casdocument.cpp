// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casdocument.h"

#include <QSet>

#include <algorithm>

namespace Quoth::Exchange {

namespace {

const QString arrayElements = QStringLiteral("elements");

const CasType *typeOf(const QList<CasType> &types, const QString &name)
{
    const auto found = std::find_if(types.begin(), types.end(), [&](const CasType &type) { return type.name == name; });
    return found == types.end() ? nullptr : &*found;
}

} // namespace

QString shortName(const QString &type) { return type.sliced(type.lastIndexOf(u'.') + 1); }

const CasFeature *featureOf(const QList<CasType> &types, const QString &type, const QString &feature)
{
    const CasType *current = typeOf(types, type);
    // A hostile file's types may derive from each other in a circle.
    for (qsizetype steps = 0; current && steps <= types.size(); ++steps) {
        for (const CasFeature &own : current->features) {
            if (own.name == feature)
                return &own;
        }
        current = typeOf(types, current->parent);
    }
    return nullptr;
}

bool isPrimitive(const QString &range)
{
    static const QSet<QString> names{QStringLiteral("String"), QStringLiteral("Boolean"), QStringLiteral("Byte"),
                                     QStringLiteral("Short"),  QStringLiteral("Integer"), QStringLiteral("Long"),
                                     QStringLiteral("Float"),  QStringLiteral("Double")};
    const QString prefix = QStringLiteral("uima.cas.");
    if (!range.startsWith(prefix))
        return false;
    QString name = range.sliced(prefix.size());
    for (const QString &many : {QStringLiteral("Array"), QStringLiteral("[]")}) {
        if (name.endsWith(many))
            name.chop(many.size());
    }
    return names.contains(name);
}

QJsonValue typedValue(const QString &text, const QString &range)
{
    bool fits = false;
    if (range == u"uima.cas.Boolean")
        return text == u"true" || text == u"1" ? QJsonValue(true)
            : text == u"false" || text == u"0" ? QJsonValue(false)
                                               : QJsonValue(text);
    if (range == u"uima.cas.Byte" || range == u"uima.cas.Short" || range == u"uima.cas.Integer" || range == u"uima.cas.Long") {
        const qint64 number = text.toLongLong(&fits);
        return fits ? QJsonValue(number) : QJsonValue(text);
    }
    if (range == u"uima.cas.Float" || range == u"uima.cas.Double") {
        const double number = text.toDouble(&fits);
        return fits && qIsFinite(number) ? QJsonValue(number) : QJsonValue(text);
    }
    return text;
}

void mergeTypes(QList<CasType> &types, const QList<CasType> &further)
{
    for (const CasType &type : further) {
        const auto known = std::find_if(types.begin(), types.end(), [&](const CasType &one) { return one.name == type.name; });
        if (known == types.end()) {
            types.append(type);
            continue;
        }
        for (const CasFeature &feature : type.features) {
            if (std::none_of(known->features.begin(), known->features.end(),
                             [&](const CasFeature &one) { return one.name == feature.name; }))
                known->features.append(feature);
        }
    }
}

int expandArrays(CasDocument &document)
{
    QHash<qint64, QList<qint64>> arrays;
    for (const CasStructure &structure : std::as_const(document.structures)) {
        if (structure.type == Cas::array || structure.type.endsWith(u"[]"))
            arrays.insert(structure.id, structure.references.value(arrayElements));
    }
    if (arrays.isEmpty())
        return 0;
    // A small file whose structures all share one long array could keep us busy for hours.
    qsizetype budget = 1024 + 16 * document.structures.size();
    for (const QList<qint64> &elements : std::as_const(arrays))
        budget += 2 * elements.size();
    int refused = 0;
    document.structures.removeIf([&](const CasStructure &structure) { return arrays.contains(structure.id); });
    for (CasStructure &structure : document.structures) {
        for (QList<qint64> &ids : structure.references) {
            if (ids.size() != 1 || !arrays.contains(ids[0]))
                continue;
            ids = arrays.value(ids[0]);
            budget -= ids.size();
            if (budget < 0) {
                ids.clear();
                ++refused;
            }
        }
    }
    return refused;
}

} // namespace Quoth::Exchange
