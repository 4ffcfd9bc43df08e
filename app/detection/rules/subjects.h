// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chunker.h"

#include <optional>

namespace Quoth::Detection {

enum class SubjectKind : quint8 {
    None,
    Name,
    Person,
    Thing,
    PersonalPronoun,
    ThingPronoun,
    SpeakerPronoun,
    Relative,
    OtherPronoun
};

struct Subject
{
    std::optional<TokenRange> tokens;
    SubjectKind kind = SubjectKind::None;
    bool isInherited = false; ///< it is that of an earlier verb ("..., adding that")
    int from = -1; ///< then: the verb group whose subject it is
};

SubjectKind kindOfPhrase(const Clause &clause, TokenRange phrase);

/// Whose verbs these are: for each verb group the noun phrase that is its subject, with titles, appositions and
/// defining relative clauses; who and which stand for themselves.
std::vector<Subject> findSubjects(const Clause &clause, const std::vector<VerbGroup> &groups);

} // namespace Quoth::Detection
