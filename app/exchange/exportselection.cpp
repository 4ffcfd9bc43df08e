// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exportselection.h"

#include "words.h"

#include <algorithm>

namespace Quoth::Exchange {

using namespace Annotation;

AnnotatedArticle ExportSelection::of(const AnnotatedArticle &article)
{
    AnnotatedArticle result{article.article, inStates(article.annotations, m_states)};
    result.annotations.sortSpans();
    qsizetype fillers = 0;
    qsizetype attributions = 0;
    for (const Attribution &attribution : article.annotations.attributions) {
        if (m_states.contains(attribution.provenance.state)) {
            fillers += attribution.fillers.size();
            ++attributions;
        }
    }
    for (const Attribution &attribution : std::as_const(result.annotations.attributions))
        fillers -= attribution.fillers.size();
    m_lostFillers += int(fillers);
    m_lostAttributions += int(attributions - result.annotations.attributions.size());
    return result;
}

QList<Issue> ExportSelection::issues() const
{
    QList<Issue> issues;
    if (m_lostFillers > 0)
        issues.append({Severity::Warning, Words::tr("Role fillers were left out because their spans are in a state that is not exported."),
                       QString(), m_lostFillers});
    if (m_lostAttributions > 0)
        issues.append({Severity::Warning, Words::tr("Attributions were left out because none of their spans is exported."),
                       QString(), m_lostAttributions});
    return issues;
}

} // namespace Quoth::Exchange
