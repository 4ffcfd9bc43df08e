// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "extent.h"

#include <QColor>
#include <QList>
#include <QString>
#include <QStringList>

namespace Quoth::Widgets {

/// The shape a style is drawn with, so that styles are told apart without colour: a rounded box, a dotted underline,
/// thick bars at both ends, a thick underline, a wavy underline.
enum class Mark { Box, Dots, Bar, Line, Wave };

struct HighlightStyle
{
    QString title;
    QColor colour;
    Mark mark = Mark::Box;

    bool operator==(const HighlightStyle &) const = default;
};

/// One contiguous piece of a labelled span, in UTF-16 offsets, half-open. depth counts the highlights of the same
/// style around it. A span of several pieces has opens on its first and closes on its last; all share its key.
struct Highlight
{
    qint32 begin = 0;
    qint32 end = 0;
    int style = 0;
    int depth = 0;
    bool tentative = false;
    bool opens = true;
    bool closes = true;
    quint64 key = 0;
    bool noted = false; ///< a small sign at its end says that there is a note

    bool operator==(const Highlight &) const = default;
};

/// A line from one part of a frame to what it belongs to: from the pieces of the one to the nearest piece of the other.
struct Link
{
    QList<Extent> from;
    QList<Extent> to;
    QColor colour;
    bool faint = false;

    bool operator==(const Link &) const = default;
};

/// Where highlights come from. Asked only for what is visible; the answer holds every highlight that touches
/// [begin, end), outer before inner.
class HighlightSource
{
public:
    virtual ~HighlightSource();
    virtual QList<Highlight> highlightsIn(qint32 begin, qint32 end) const = 0;
    /// What a highlight is, in plain lines, for its tooltip; empty for none.
    virtual QString descriptionOf(quint64 key) const;
};

/// A place of a card's frame: what fills it, or nothing yet. key is shown as the key that fills it.
struct CardSlot
{
    QString title;
    QString words;
    QColor colour;
    QString key;
    bool proposed = false; ///< the words are not there yet: they are drawn slanted

    bool operator==(const CardSlot &) const = default;
};

/// What was decided on a card's item: its buttons offer the rest. Proposed: words for its slots are proposed, to be taken or dropped.
enum class Decision { Open, Accepted, Rejected, Proposed };

/// The keys that the buttons of a card name, as people read them; empty: none.
struct CardKeys
{
    QString accept = QStringLiteral("\u23CE");
    QString reject = QStringLiteral("\u232B");
    QString fix = QStringLiteral("F2");
    QString reopen = QStringLiteral("U");

    bool operator==(const CardKeys &) const = default;
};

/// A note in the margin beside the line that holds anchor (a UTF-16 offset).
struct MarginCard
{
    quint64 key = 0;
    qint32 anchor = 0;
    QString title;
    QString detail;
    QStringList lines;
    QString badge;
    QColor colour;
    bool tentative = false;
    bool current = false;
    QList<CardSlot> cardSlots = {}; ///< drawn while the card is current
    int activeSlot = -1;            ///< the slot that is ringed, or -1
    Decision decision = Decision::Open;
    CardKeys keys = {}; ///< set by the view

    bool operator==(const MarginCard &) const = default;
};

/// Where margin cards come from: those whose anchor lies in [begin, end), by anchor.
class CardSource
{
public:
    virtual ~CardSource();
    virtual QList<MarginCard> cardsIn(qint32 begin, qint32 end) const = 0;
};

} // namespace Quoth::Widgets
