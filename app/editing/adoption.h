// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "idallocator.h"

#include <app/annotation/change.h>

namespace Quoth::Editing {

/// Annotations from outside (a file, a detector) with ids of the project. Speakers that the registry knows by their canonical
/// name, or by an alias that no other speaker has, become those of the registry; the rest are new ones.
Annotation::Annotations withProjectIds(const Annotation::Annotations &annotations, const QList<Annotation::Speaker> &registry,
                                       IdAllocator &ids);

/// The edit that takes annotations from outside into an article that has some. What is there already is not doubled, what
/// was rejected does not come back, neither if its edges lie a word or two elsewhere now, and open suggestions that the same detector made before,
/// untouched by people, give way to the new ones. detector: whose finds these are, for where there
/// are none. An edit without changes if nothing is new.
Annotation::Edit adopt(const Annotation::AnnotatedArticle &article, const Annotation::Annotations &incoming, IdAllocator &ids,
                       const QString &title, const QString &detector = {});

} // namespace Quoth::Editing
