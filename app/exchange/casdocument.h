// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/offsets.h>

#include <QHash>
#include <QJsonValue>
#include <QMap>
#include <QString>

#include <optional>

namespace Quoth::Exchange {

/// A feature of a type of Apache UIMA. range: the name of a type; element: of the array's elements, where the range is an array.
struct CasFeature
{
    QString name;
    QString range;
    QString element = {};

    bool operator==(const CasFeature &) const = default;
};

struct CasType
{
    QString name; ///< with its package
    QString parent;
    QList<CasFeature> features;

    bool operator==(const CasType &) const = default;
};

/// A feature structure: an annotation if it has a range, which counts UTF-16 units of the document's text.
struct CasStructure
{
    qint64 id = 0; ///< unique in the document, not 0
    QString type;
    std::optional<TextRange> range = {};
    QMap<QString, QJsonValue> values = {}; ///< texts, numbers, truth values, arrays of texts
    QMap<QString, QList<qint64>> references = {}; ///< ids, of one or several structures
    qint64 line = 0; ///< of the file, for issues; 0 if not known
};

/// One view of a UIMA CAS (common analysis system): a text and what was annotated on it. XMI, CAS JSON and WebAnno TSV are three
/// ways to write one.
struct CasDocument
{
    QString text;
    QList<CasType> types;
    QList<CasStructure> structures; ///< in the file's order, without the Sofa
};

namespace Cas {
inline const QString string = QStringLiteral("uima.cas.String");
inline const QString array = QStringLiteral("uima.cas.FSArray");
inline const QString top = QStringLiteral("uima.cas.TOP");
inline const QString annotation = QStringLiteral("uima.tcas.Annotation");
inline const QString documentAnnotation = QStringLiteral("uima.tcas.DocumentAnnotation");
inline const QString sofa = QStringLiteral("uima.cas.Sofa");
inline const QString firstView = QStringLiteral("_InitialView");
inline const QString metaData = QStringLiteral("de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData");
inline const QString metaField = QStringLiteral("de.tudarmstadt.ukp.dkpro.core.api.metadata.type.MetaDataStringField");
inline const QString sentence = QStringLiteral("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence");
inline const QString token = QStringLiteral("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token");
/// Ours, named as INCEpTION names layers that its users add, and slot features' links.
inline const QString span = QStringLiteral("webanno.custom.QuothSpan");
inline const QString frame = QStringLiteral("webanno.custom.QuothFrame");
inline const QString pieces = QStringLiteral("pieces");
inline const QString piecesLink = QStringLiteral("webanno.custom.QuothSpanPiecesLink");
inline const QString roles = QStringLiteral("roles");
inline const QString rolesLink = QStringLiteral("webanno.custom.QuothFrameRolesLink");
inline const QString role = QStringLiteral("role");
inline const QString target = QStringLiteral("target");
inline const QString governor = QStringLiteral("Governor"); ///< where a relation begins
inline const QString dependent = QStringLiteral("Dependent"); ///< where it ends
} // namespace Cas

/// The last part of a type's name.
QString shortName(const QString &type);
/// A feature of a type or of what it derives from; nullptr if the types do not tell.
const CasFeature *featureOf(const QList<CasType> &types, const QString &type, const QString &feature);
/// Whether values of this range are text, number or truth value, or arrays of them.
bool isPrimitive(const QString &range);
/// A value as its range wants it; as it is if that does not fit.
QJsonValue typedValue(const QString &text, const QString &range);
/// Adds what of the types is not there yet, types and features.
void mergeTypes(QList<CasType> &types, const QList<CasType> &further);
/// Puts the elements of arrays, which are structures too, in the place of references to the arrays, and takes the arrays away. How
/// many references were emptied because far too many share an array.
int expandArrays(CasDocument &document);

} // namespace Quoth::Exchange
