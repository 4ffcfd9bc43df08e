// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cues.h"
#include "phrases.h"

#include <QList>

namespace Quoth::Detection {

/// By what an attribution was found: what its explanation says.
enum class Reason : quint8 { Verb, Participle, Noun, Adjective, Preposition, Transcript, Continuation, Structure, Mood, Sentence };

/// An attribution as the rules find it, before speakers are gathered and spans made.
struct Found
{
    std::optional<TextRange> source;
    SourcePhrase phrase; ///< of the source; for who and which of the noun before
    std::optional<TextRange> cue;
    std::optional<TextRange> cueRest; ///< the other part of a parted cue: "teilte ... mit"
    QList<TextRange> content;
    double confidence = 0;
    Reason reason = Reason::Verb;
    bool isQuoted = false; ///< the content holds a quotation
    bool isTrailing = false; ///< the content goes before the cue
    bool isInfinitive = false; ///< the cue is an infinitive
    qint32 anchor = 0; ///< a place before the content, near it, that is outside of quotation marks
    int level = 0; ///< how many quotations it stands in
    int enclosing = -1; ///< the index of the attribution in whose content it stands, or -1
    std::optional<TextRange> otherSource; ///< who else it may be: the second best guess
    double otherSourceProbability = 0;
    int sameSpeaker = -1; ///< the index of the one it continues, where it has no source of its own
};

} // namespace Quoth::Detection
