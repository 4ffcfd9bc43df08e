// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/speaker.h>

#include <optional>

namespace Quoth::Editing {

/// A speaker by name: the one of the registry that is called so, else one still to be made.
struct NamedSpeaker
{
    QString name;
    Annotation::SpeakerType type = Annotation::SpeakerType::Person;

    bool operator==(const NamedSpeaker &) const = default;
};

/// Whether words can stand in the registry as they are: not a pronoun, and every longer word is capitalised or the script has
/// no capitals.
bool isName(const QString &words);

/// Whom the words of a source name by themselves: a person where they are a name, else somebody without a name ("the aide", without the article).
/// Nobody for a pronoun, and for more words than a name has.
std::optional<NamedSpeaker> speakerFromWords(const QString &words);

} // namespace Quoth::Editing
