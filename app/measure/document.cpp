// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document.h"

namespace Quoth::Measure {

QString toString(Role role)
{
    switch (role) {
    case Role::Source: return QStringLiteral("source");
    case Role::Cue: return QStringLiteral("cue");
    case Role::Content: break;
    }
    return QStringLiteral("content");
}

void keepStates(Document &document, const QList<Annotation::State> &states)
{
    const auto goes = [&states](const auto &item) { return item.state && !states.contains(*item.state); };
    std::erase_if(document.attributions, goes);
    std::erase_if(document.claims, goes);
}

Document moved(const Document &document, const QString &text, const std::function<std::optional<TextRange>(TextRange)> &map)
{
    Document result = document;
    result.text = text;
    const auto move = [&map](Fragments &fragments) {
        Fragments kept;
        for (const TextRange fragment : fragments) {
            if (const std::optional<TextRange> range = map(fragment); range && !range->isEmpty())
                kept.push_back(*range);
        }
        fragments = std::move(kept);
    };
    for (AttributionRecord &attribution : result.attributions) {
        for (Fragments &fragments : attribution.roles)
            move(fragments);
    }
    for (ClaimRecord &claim : result.claims)
        move(claim.fragments);
    for (SpeakerRecord &speaker : result.speakers) {
        for (Fragments &mention : speaker.mentions)
            move(mention);
    }
    return result;
}

} // namespace Quoth::Measure
