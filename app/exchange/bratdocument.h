// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "issuelist.h"

#include <app/base/offsets.h>

#include <QStringList>

namespace Quoth::Exchange {

/// The lines of one .ann file of brat standoff (brat.nlplab.org/standoff.html), parsed but not yet believed: ids may dangle
/// and offsets, which count code points, may lie anywhere.
struct BratDocument
{
    struct TextBound
    {
        QString id;
        QString type;
        QList<CodePointRange> fragments;
        QString text;
        qint64 line = 0;
    };
    struct Argument
    {
        QString role;
        QString target;
    };
    struct Event ///< "E1 Type:T4 Role:T1 …", or a relation "R1 Type Arg1:T1 Arg2:T2", which has no trigger
    {
        QString id;
        QString type;
        QString trigger;
        QList<Argument> arguments;
        qint64 line = 0;
    };
    struct Attribute ///< "A1 Name T1 value", "M1 Name E1"
    {
        QString name;
        QString target;
        QString value; ///< empty for a flag
        qint64 line = 0;
    };
    struct Note ///< "#1 Type T1<TAB>text", "N1 Type T1 Base:id<TAB>name"
    {
        QString type;
        QString target;
        QString reference; ///< of a normalisation: "Wikidata:Q42"
        QString text;
        qint64 line = 0;
    };

    QList<TextBound> textBounds;
    QList<Event> events;
    QList<Event> relations;
    QList<Attribute> attributes;
    QList<Note> normalisations;
    QList<Note> notes;
};

/// Parses an .ann file. What cannot be parsed, and equivalences, are issues at path. A line that begins like no annotation
/// belongs to the text of the text-bound annotation before it: some corpora have raw line breaks there.
BratDocument parseBrat(QStringView annotations, const QString &path, IssueList &issues);

} // namespace Quoth::Exchange
