// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editbuilder.h"

namespace Quoth::Editing {

using namespace Annotation;

template<class T, class Key>
const T *EditBuilder::Changed<T, Key>::find(Key id, const T *unchanged) const
{
    const auto changed = changes.constFind(id);
    if (changed == changes.constEnd())
        return unchanged;
    return changed->after ? &*changed->after : nullptr;
}

template<class T, class Key>
void EditBuilder::Changed<T, Key>::set(Key id, const std::optional<T> &after, const T *unchanged)
{
    const auto changed = changes.find(id);
    if (changed != changes.end()) {
        changed->after = after;
        return;
    }
    changes.insert(id, {unchanged ? std::optional(*unchanged) : std::nullopt, after});
    order.append(id);
}

template<class T, class Key>
void EditBuilder::Changed<T, Key>::appendTo(QList<Change> &result) const
{
    for (const Key id : order) {
        const ChangeOf<T> &change = *changes.constFind(id);
        if (change.before != change.after)
            result.append(change);
    }
}

const Span *EditBuilder::span(SpanId id) const { return m_spans.find(id, m_index.span(id)); }
const Attribution *EditBuilder::attribution(AttributionId id) const { return m_attributions.find(id, m_index.attribution(id)); }
const Speaker *EditBuilder::speaker(SpeakerId id) const { return m_speakers.find(id, m_index.speaker(id)); }

void EditBuilder::set(const Span &span) { m_spans.set(span.id, span, m_index.span(span.id)); }
void EditBuilder::set(const Attribution &attribution)
{
    m_attributions.set(attribution.id, attribution, m_index.attribution(attribution.id));
}
void EditBuilder::set(const Speaker &speaker) { m_speakers.set(speaker.id, speaker, m_index.speaker(speaker.id)); }
void EditBuilder::remove(SpanId id) { m_spans.set(id, std::nullopt, m_index.span(id)); }
void EditBuilder::remove(AttributionId id) { m_attributions.set(id, std::nullopt, m_index.attribution(id)); }

Edit EditBuilder::build(const QString &title) const
{
    Edit edit;
    edit.title = title;
    edit.article = m_article.id;
    m_speakers.appendTo(edit.changes);
    m_spans.appendTo(edit.changes);
    m_attributions.appendTo(edit.changes);
    return edit;
}

} // namespace Quoth::Editing
