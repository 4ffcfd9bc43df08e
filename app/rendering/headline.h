// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/annotations.h>
#include <app/annotation/schema.h>

namespace Quoth::Rendering {

/// What stands above an article. length: of the headline at the begin of the text in UTF-16 units, 0 if the text does not begin with it.
struct Headline
{
    QString title;
    qint32 length = 0;
    QString byline; ///< "rt.com · 12 Feb 2022 · 21 attributions · 7 speakers"
};

/// annotations: what is shown, for the figures.
Headline headlineOf(const Annotation::Article &article, const Annotation::Annotations &annotations, const Annotation::Schema &schema);

/// The day of an ISO 8601 date as the language writes it; what is no date stays.
QString dateText(const QString &published);

} // namespace Quoth::Rendering
