// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/annotationindex.h>

#include <QHash>

namespace Quoth::Editing {

/// Gathers changes to the annotations of one article. Changing a thing twice gives one change; what comes back to where it
/// was gives none. Reads through to the state with the changes so far.
class EditBuilder
{
public:
    EditBuilder(const Annotation::Article &article, const Annotation::AnnotationIndex &index) : m_article(article), m_index(index) { }

    const Annotation::Article &article() const { return m_article; }
    const Annotation::AnnotationIndex &index() const { return m_index; }

    const Annotation::Span *span(SpanId id) const;
    const Annotation::Attribution *attribution(AttributionId id) const;
    const Annotation::Speaker *speaker(SpeakerId id) const;
    void set(const Annotation::Span &span);
    void set(const Annotation::Attribution &attribution);
    void set(const Annotation::Speaker &speaker);
    void remove(SpanId id);
    void remove(AttributionId id);

    Annotation::Edit build(const QString &title) const;

private:
    template<class T, class Key>
    struct Changed
    {
        QHash<Key, Annotation::ChangeOf<T>> changes;
        QList<Key> order;

        const T *find(Key id, const T *unchanged) const;
        void set(Key id, const std::optional<T> &after, const T *unchanged);
        void appendTo(QList<Annotation::Change> &result) const;
    };

    const Annotation::Article &m_article;
    const Annotation::AnnotationIndex &m_index;
    Changed<Annotation::Span, SpanId> m_spans;
    Changed<Annotation::Attribution, AttributionId> m_attributions;
    Changed<Annotation::Speaker, SpeakerId> m_speakers;
};

} // namespace Quoth::Editing
