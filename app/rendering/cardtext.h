// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/annotationindex.h>
#include <app/annotation/schema.h>

namespace Quoth::Rendering {

/// Right-to-left words keep their place in a line of other parts (isolates of Unicode Standard Annex 9).
QString isolated(const QString &text);

/// Stands before notes, and where there are some.
inline const QString noteSign = QStringLiteral("\u270E");

/// Who is credited: the speaker's name, else the words that name the source; empty if there is neither.
QString creditedText(const Annotation::Attribution &attribution, const Annotation::AnnotationIndex &index, QStringView articleText);
/// The same, or "no speaker".
QString speakerText(const Annotation::Attribution &attribution, const Annotation::AnnotationIndex &index, QStringView articleText);
/// "noted · mixed": the cue and the kind, as far as there are.
QString reportText(const Annotation::Attribution &attribution, const Annotation::AnnotationIndex &index, QStringView articleText);
/// The confidence of a suggestion, a tick for what is accepted, a cross for what is rejected.
QString badgeText(const Annotation::Provenance &provenance);
/// "by Yuri Ushakov": the claimant of a span that belongs to no attribution.
QString claimText(const Annotation::Span &span, const Annotation::AnnotationIndex &index, QStringView articleText);
/// "Worth checking · quantity": what the attributes of a span say.
QString attributesText(const Annotation::Span &span, const Annotation::Schema &schema);
/// For a span of any kind, in one line: its label, the attributions it belongs to or whom it names, its state.
QString spanText(const Annotation::Span &span, const Annotation::AnnotationIndex &index, const Annotation::Schema &schema,
                 QStringView articleText);

} // namespace Quoth::Rendering
