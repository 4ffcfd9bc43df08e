// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/state.h>
#include <app/base/offsets.h>

#include <QString>
#include <QStringList>

#include <array>
#include <functional>
#include <optional>
#include <vector>

/// What is measured, as plain values: one annotator's or detector's work on one article. Offsets are UTF-16 units.
namespace Quoth::Measure {

enum class Role : quint8 { Source, Cue, Content };
inline constexpr std::array<Role, 3> allRoles = {Role::Source, Role::Cue, Role::Content};
/// "source", "cue", "content"
QString toString(Role role);

using Fragments = std::vector<TextRange>;

struct AttributionRecord
{
    QString id;
    std::array<Fragments, 3> roles; ///< by Role; empty where the role is absent
    QString kind; ///< "direct", ...; empty if not given
    std::optional<double> confidence; ///< from 0 to 1
    std::optional<Annotation::State> state; ///< nullopt if not given
    QString detector; ///< name and version of what made it, empty if not given: "rules 1.0"
    QString speaker; ///< the id of a SpeakerRecord of the document, empty if not given

    const Fragments &operator[](Role role) const { return roles[std::size_t(role)]; }
    Fragments &operator[](Role role) { return roles[std::size_t(role)]; }
};

struct ClaimRecord
{
    QString id;
    Fragments fragments;
    std::optional<double> confidence;
    std::optional<Annotation::State> state;
};

/// A speaker of a registry or an entity of a coreference annotation.
struct SpeakerRecord
{
    QString id;
    QStringList names; ///< the canonical one first; empty for an entity, which is called what its mentions say
    std::vector<Fragments> mentions;
    bool isAnonymous = false; ///< the registry says that it has no name
};

struct Document
{
    QString id;
    QString text;
    QString annotator;
    std::vector<AttributionRecord> attributions;
    std::vector<ClaimRecord> claims;
    std::vector<SpeakerRecord> speakers;
    std::optional<bool> isCheckworthy; ///< for a gold document that is one sentence with a label
};

/// An instance of CofeNet's files: tokens of a document and their labels in BIO form.
struct Instance
{
    QString document;
    QString number; ///< as in the file, for messages
    Fragments tokens; ///< in code points, there being no text to convert by
    QStringList labels; ///< one a token: "B-source", "I-source", ..., "O"
};

/// Drops the attributions and claims whose state is given and not among these.
void keepStates(Document &document, const QList<Annotation::State> &states);
/// The same document over another form of its text. Ranges that the map gives nothing for, or an empty one, are dropped.
Document moved(const Document &document, const QString &text, const std::function<std::optional<TextRange>(TextRange)> &map);

} // namespace Quoth::Measure
