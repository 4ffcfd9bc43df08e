// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/annotations.h>

namespace Quoth::Benchmarks {

/// A made-up article of about this many characters with this many spans: attributions of a speaker, a cue, a quotation and a claim inside
/// it, spread evenly over paragraphs of about a hundred words. The same arguments give the same article.
Annotation::AnnotatedArticle workload(qint32 characters, int spans);

} // namespace Quoth::Benchmarks
