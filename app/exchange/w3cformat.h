// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Quoth::Exchange {

/// What the reader and the writer of the W3C's Web Annotation Data Model (www.w3.org/TR/annotation-model) agree on beyond it. The file is a
/// list of AnnotationPages, one an article. The page's "quoth:article" is the article with its text, metadata and speakers, as in the
/// native file. A span is an annotation that has a target for each of its pieces; its label is a body whose purpose is tagging, its state
/// one for moderating, its note for commenting, its explanation for describing, its speaker for identifying; attributes are for classifying
/// and say in "quoth:attribute" which. An attribution is an annotation whose bodies for linking are the spans' annotations, with their role
/// in "quoth:role". "quoth:confidence" and "quoth:origin" have no like in the model.
inline const QString w3cContext = QStringLiteral("http://www.w3.org/ns/anno.jsonld");
inline const QString w3cArticle = QStringLiteral("quoth:article");
inline const QString w3cAttribute = QStringLiteral("quoth:attribute");
inline const QString w3cField = QStringLiteral("quoth:field"); ///< of a classifying body: "kind"
inline const QString w3cRole = QStringLiteral("quoth:role");
inline const QString w3cSpeaker = QStringLiteral("quoth:speaker"); ///< the id that "quoth:article" lists the speaker by
inline const QString w3cConfidence = QStringLiteral("quoth:confidence");
inline const QString w3cOrigin = QStringLiteral("quoth:origin");
inline const QString wikidataEntity = QStringLiteral("http://www.wikidata.org/entity/");

} // namespace Quoth::Exchange
