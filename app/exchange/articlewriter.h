// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/annotations.h>

#include <QByteArray>

namespace Quoth::Exchange {

/// One line of the native file, without its line end. Ids become "s12", "f3" and "p4"; speakers of attributions and claimants
/// of claims are derived.
QByteArray nativeLine(const Annotation::AnnotatedArticle &article);

} // namespace Quoth::Exchange
