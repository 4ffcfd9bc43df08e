// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/annotations.h>

namespace Quoth::Test {

/// Spans written inside the text: "[S1:Ushakov] [C1:said] [Q1:that [L:talks ended]]". The letter is the label (S Speaker,
/// C Cue, Q Quotation, L Claim, X ScareQuote); spans with the same number belong to one attribution; a second bracket with
/// the same letter and number is a further fragment. All accepted, made by a person called "test".
Annotation::AnnotatedArticle parse(const QString &markup);
/// The reverse, for comparison; rejected spans are left out, suggested ones carry a question mark: "[S1?:Ushakov]".
QString print(const Annotation::AnnotatedArticle &article);

} // namespace Quoth::Test
