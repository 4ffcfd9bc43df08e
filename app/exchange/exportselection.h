// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "format.h"

namespace Quoth::Exchange {

/// Picks what an export takes of each article and counts what falls out of it because it belongs to something left behind.
class ExportSelection
{
public:
    explicit ExportSelection(QList<Annotation::State> states) : m_states(std::move(states)) { }

    /// The article with the annotations in the wanted states only, spans in the article's order.
    Annotation::AnnotatedArticle of(const Annotation::AnnotatedArticle &article);
    QList<Annotation::Issue> issues() const;

private:
    QList<Annotation::State> m_states;
    int m_lostFillers = 0;
    int m_lostAttributions = 0;
};

} // namespace Quoth::Exchange
