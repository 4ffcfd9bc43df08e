// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editbuilder.h"
#include "idallocator.h"
#include "item.h"
#include "speakername.h"

#include <app/annotation/schema.h>

#include <QCoreApplication>

namespace Quoth::Editing {

/// Words for a role of an attribution, with the label that their span gets.
struct RoleWords
{
    QString role;
    QString label;
    QList<TextRange> fragments;

    bool operator==(const RoleWords &) const = default;
};

/// What a person does to the article that is open, as undoable edits: pure functions of the annotations as they are. An edit
/// without changes means that there was nothing to do. Whatever a person touches and did not make is marked as edited; a suggestion that
/// is changed is thereby accepted.
class Edits
{
    Q_DECLARE_TR_FUNCTIONS(Quoth::Editing::Edits)

public:
    /// person names who makes the edits, for the origin of new things.
    Edits(const Annotation::Article &article, const Annotation::AnnotationIndex &index, const Annotation::Schema &schema,
          IdAllocator &ids, QString person)
        : m_article(article), m_index(index), m_schema(schema), m_ids(ids), m_person(std::move(person)) { }

    // Spans
    /// Speaker labels are credited to whom the registry calls by the text. If the span is there already, it is accepted.
    Annotation::Edit addSpan(const QString &label, const QList<TextRange> &fragments, SpanId *added = nullptr);
    Annotation::Edit setFragments(SpanId span, const QList<TextRange> &fragments);
    Annotation::Edit relabel(SpanId span, const QString &label);
    Annotation::Edit setNote(const Item &item, const QString &note);
    Annotation::Edit setAttribute(SpanId span, const QString &name, const QString &value);
    /// Removes spans and attributions; an attribution takes the spans along that nothing else uses. What a detector made is rejected
    /// instead, so that it does not come back.
    Annotation::Edit remove(const QList<Item> &items);

    // Review
    /// Accepting or rejecting an attribution does the same to its spans that no other attribution still wants.
    Annotation::Edit setState(const QList<Item> &items, Annotation::State state);
    Annotation::Edit acceptAll(double confidence);

    // Attributions
    Annotation::Edit addAttribution(const QList<Annotation::RoleFiller> &fillers, AttributionId *added = nullptr);
    /// A new span with the label, or the one that lies there already, joins the role. It replaces fillers that it overlaps.
    Annotation::Edit fillRole(AttributionId attribution, const QString &role, const QString &label,
                              const QList<TextRange> &fragments);
    /// The same for several roles at once. The source's span is credited to the speaker, if one is given, unless the registry
    /// knows the words as another's.
    Annotation::Edit fillRoles(AttributionId attribution, const QList<RoleWords> &parts,
                               const std::optional<NamedSpeaker> &speaker = std::nullopt);
    /// The same for one role, of which all that filled it goes, wherever it lies.
    Annotation::Edit replaceRole(AttributionId attribution, const RoleWords &part, const std::optional<NamedSpeaker> &speaker = std::nullopt);
    /// A new attribution with one role filled, see fillRole(), and the others by spans that are there.
    Annotation::Edit addAttributionWith(const QString &role, const QString &label, const QList<TextRange> &fragments,
                                        AttributionId *added = nullptr,
                                        const QList<Annotation::RoleFiller> &others = {});
    Annotation::Edit clearRole(AttributionId attribution, const QString &role);
    Annotation::Edit setKind(AttributionId attribution, std::optional<Annotation::Kind> kind);

    // Speakers
    /// Credits an item to a speaker: the source spans of an attribution, or it itself where it has none.
    Annotation::Edit setSpeaker(const Item &item, std::optional<SpeakerId> speaker);
    /// The same with a speaker of this name: the one that is called so, else a new one.
    Annotation::Edit setSpeakerByName(const Item &item, const QString &name, Annotation::SpeakerType type);
    Annotation::Edit changeSpeaker(const Annotation::Speaker &speaker);

private:
    Annotation::Provenance mine() const;
    Annotation::Span touched(const Annotation::Span &span) const;
    Annotation::Attribution touched(const Annotation::Attribution &attribution) const;
    SpanId spanAt(EditBuilder &builder, const QString &label, const QList<TextRange> &fragments);
    void fill(EditBuilder &builder, Annotation::Attribution attribution, const QString &role, const QString &label,
              const QList<TextRange> &fragments);
    std::optional<SpeakerId> speakerCalled(const QString &name) const;
    SpeakerId speakerNamed(EditBuilder &builder, const QString &name, Annotation::SpeakerType type) const;
    void creditSource(EditBuilder &builder, AttributionId id, const NamedSpeaker &speaker) const;
    void acceptFixed(EditBuilder &builder, AttributionId id) const;
    void setSpanState(EditBuilder &builder, SpanId id, Annotation::State state) const;
    void setItemState(EditBuilder &builder, const Item &item, Annotation::State state) const;
    void updateKind(EditBuilder &builder, AttributionId id) const;
    void removeSpan(EditBuilder &builder, SpanId id) const;
    void creditTo(EditBuilder &builder, const Item &item, std::optional<SpeakerId> speaker) const;

    const Annotation::Article &m_article;
    const Annotation::AnnotationIndex &m_index;
    const Annotation::Schema &m_schema;
    IdAllocator &m_ids;
    QString m_person;
};

} // namespace Quoth::Editing
