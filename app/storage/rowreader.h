// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"

#include <app/annotation/annotations.h>

namespace Quoth::Storage {

Result<Annotation::Article> readArticle(Database &database, ArticleId id);
/// The spans and attributions of an article. Offsets are converted by the article's text; what does not fit it is damage.
Result<Annotation::Annotations> readAnnotations(Database &database, const Annotation::Article &article);
/// The same without the registry of speakers, for work on many articles.
Result<Annotation::Annotations> readLabels(Database &database, const Annotation::Article &article);
/// The whole registry.
Result<QList<Annotation::Speaker>> readSpeakers(Database &database);

} // namespace Quoth::Storage
