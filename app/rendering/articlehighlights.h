// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "colouring.h"

#include <app/annotation/annotationindex.h>
#include <app/annotation/schema.h>
#include <widgets/painting/highlight.h>

namespace Quoth::Rendering {

/// Words that are proposed for a role of the current attribution and belong to nothing yet.
struct Ghost
{
    QString role;
    QString label;
    QList<TextRange> fragments; ///< canonical

    bool operator==(const Ghost &) const = default;
};

/// What of an article's annotations is shown, as the highlights and margin cards that views draw. It refers to the article,
/// the index and the schema, reads them when it is asked, and looks only at what touches the range asked for. Keys are those
/// of itemkey.h: of spans for highlights, of attributions and free spans for cards.
class ArticleHighlights : public Widgets::HighlightSource, public Widgets::CardSource
{
public:
    ArticleHighlights(const Annotation::Article &article, const Annotation::AnnotationIndex &index, const Annotation::Schema &schema);

    /// To be called when the schema has changed.
    void takeSchema();
    /// Setters return whether anything changed. Suggested and accepted are shown until told otherwise.
    bool setStates(const QList<Annotation::State> &states);
    const QList<Annotation::State> &states() const { return m_states; }
    bool setDark(bool dark);
    bool setColourBy(ColourBy colourBy) { return m_colouring.setColourBy(colourBy); }
    ColourBy colourBy() const { return m_colouring.colourBy(); }
    /// After the article was opened anew or was edited: styles() may be others, if they return true.
    bool refresh() { return m_colouring.refresh(); }
    bool follow(const Annotation::Edit &edit) { return m_colouring.follow(edit); }
    /// The item whose card is open: it has a card of its own even if it is nested in another or a span without one.
    bool setCurrent(quint64 key);
    quint64 current() const { return m_current; }
    /// Which slot of the open card is ringed, by its role's place in the frame type; -1 for none.
    bool setActiveSlot(int slot);
    /// They are drawn as tentative highlights with ghostKey, and in the slots of the open card.
    bool setGhosts(const QList<Ghost> &ghosts);

    /// The labels' styles in the schema's order, once in each group's colour.
    QList<Widgets::HighlightStyle> styles() const;
    /// What shapes and, where they are not the labels’, colours mean in this article; looks at all of it.
    struct LegendEntry
    {
        int style;
        QString title;
    };
    QList<LegendEntry> legendOfMarks() const;
    QList<LegendEntry> legendOfColours() const;
    /// The style that a card's edge has the colour of.
    int styleOfCard(quint64 key) const;
    QList<Widgets::Highlight> highlightsIn(qint32 begin, qint32 end) const override;
    QList<Widgets::MarginCard> cardsIn(qint32 begin, qint32 end) const override;
    QString descriptionOf(quint64 key) const override;
    /// Whether a card is drawn for a span that belongs to no shown attribution: its label has attributes, as claims do.
    bool hasCard(const Annotation::Span &span) const;

private:
    bool isShown(const Annotation::Provenance &provenance) const { return m_states.contains(provenance.state); }
    int styleIn(int group, int label) const { return group * int(m_schema.labels.size()) + label; }
    bool isFree(const Annotation::Span &span) const;
    /// The innermost shown attribution around a shown one.
    std::optional<AttributionId> shownParent(const Annotation::Attribution &attribution) const;
    Widgets::MarginCard card(const Annotation::Attribution &attribution) const;
    Widgets::MarginCard card(const Annotation::Span &span) const;
    QList<Widgets::CardSlot> slotsOf(const Annotation::Attribution &attribution) const;
    QStringList noteLines(const Annotation::Attribution &attribution) const;
    QStringList nestedLines(const Annotation::Attribution &outer) const;
    QString nestedLine(const Annotation::Attribution &attribution, int depth) const;

    const Annotation::Article &m_article;
    const Annotation::AnnotationIndex &m_index;
    const Annotation::Schema &m_schema;
    QHash<QString, int> m_styleOf;
    QList<Annotation::State> m_states;
    Colouring m_colouring;
    bool m_dark = false;
    quint64 m_current = 0;
    int m_activeSlot = -1;
    QList<Ghost> m_ghosts;
};

} // namespace Quoth::Rendering
