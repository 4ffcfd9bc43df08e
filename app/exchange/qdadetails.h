// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/annotations.h>

#include <optional>

namespace Quoth::Exchange {

/// What REFI-QDA has no place for stands as JSON in descriptions that begin with this word, from where only Quoth reads it: of selections
/// {"label","state","origin","confidence","explanation","attributes","note","speaker","partOf"}, of notes that stand for an attribution also
/// "frame": {"source","type","kind","fillers": [[role, GUID], ...]}, of cases the speaker, of sources the metadata.
inline const QString qdaDetailsMark = QStringLiteral("Quoth ");

QString toQdaDescription(const QJsonObject &details);
/// nullopt for a description of somebody else's.
std::optional<QJsonObject> fromQdaDescription(QStringView description);

QJsonObject toDetails(const Annotation::Provenance &provenance, const QJsonObject &attributes);
/// Changes what the details tell of.
void readDetails(const QJsonObject &details, Annotation::Provenance &provenance, QJsonObject &attributes);

QJsonObject toDetails(const Annotation::Speaker &speaker);
QJsonObject toDetails(const Annotation::Article &article);
void readDetails(const QJsonObject &details, Annotation::Speaker &speaker);
void readDetails(const QJsonObject &details, Annotation::Article &article);

} // namespace Quoth::Exchange
