// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "annotationmodel.h"

namespace Quoth::Annotation {

void AnnotationModel::open(const AnnotatedArticle &article)
{
    emit aboutToBeReset();
    m_article = article.article;
    m_index = AnnotationIndex(article.annotations);
    m_open = true;
    emit reset();
}

void AnnotationModel::close()
{
    emit aboutToBeReset();
    m_article = {};
    m_index = {};
    m_open = false;
    emit reset();
}

void AnnotationModel::apply(const Edit &edit)
{
    const bool ours = m_open && edit.article == m_article.id;
    emit aboutToApply(edit);
    for (const Change &change : edit.changes) {
        if (!ours && !std::holds_alternative<ChangeOf<Speaker>>(change))
            continue;
        if (const auto *meta = std::get_if<ChangeOf<ArticleMeta>>(&change))
            m_article.meta = meta->after.value_or(ArticleMeta());
        else
            m_index.apply(change);
    }
    emit applied(edit);
}

} // namespace Quoth::Annotation
