// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/id.h>

#include <QString>
#include <QStringList>

#include <optional>

namespace Quoth::Annotation {

enum class SpeakerType : quint8 { Person, Organisation, Country, Group, Anonymous, Article };

QString toString(SpeakerType type);
std::optional<SpeakerType> speakerTypeFromString(QStringView name);

/// An entry of the project's speaker registry: to whom words are credited.
struct Speaker
{
    SpeakerId id{1};
    QString name; ///< the canonical name, never empty
    SpeakerType type = SpeakerType::Person;
    QStringList aliases; ///< other names it goes by, without the canonical one
    QString wikidata; ///< "Q42", or empty
    QString colour = {}; ///< "#rrggbb", or empty: one is given, see app/rendering/colouring.h

    bool operator==(const Speaker &) const = default;
    /// Whether a name, letter case and surrounding blanks aside, is the canonical one or an alias.
    bool isCalled(QStringView other) const;
};

/// Whether it is an item of Wikidata: Q and digits that do not begin with 0.
bool isWikidataId(QStringView id);
/// Whether it is a colour as speakers have one: # and six hexadecimal digits.
bool isColour(QStringView colour);

} // namespace Quoth::Annotation
