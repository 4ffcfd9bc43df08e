// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/annotationindex.h>
#include <app/storage/changecodec.h>

#include <QCryptographicHash>

/// A short name for all that is annotated in an article: equal states have equal digests, whatever the order of their parts.
inline QByteArray stateDigest(const Quoth::Annotation::AnnotationIndex &index, QStringView text)
{
    using namespace Quoth::Annotation;
    const Annotations annotations = index.toAnnotations();
    Edit all;
    for (const Span &span : annotations.spans)
        all.changes.append(ChangeOf<Span>{std::nullopt, span});
    for (const Attribution &attribution : annotations.attributions)
        all.changes.append(ChangeOf<Attribution>{std::nullopt, attribution});
    const QByteArray bytes = Quoth::Storage::encodeEdit(all, Quoth::OffsetConverter(text));
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(16);
}
