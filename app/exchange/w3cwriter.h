// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "losslist.h"

#include <app/annotation/annotations.h>

#include <QByteArray>

namespace Quoth::Exchange {

/// The AnnotationPage of one article, on one line, see w3cformat.h.
QByteArray w3cPage(const Annotation::AnnotatedArticle &article, LossList &losses);

} // namespace Quoth::Exchange
