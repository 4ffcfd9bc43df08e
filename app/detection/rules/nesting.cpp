// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nesting.h"

#include <algorithm>
#include <limits>

namespace Quoth::Detection {

namespace {

constexpr double likelyNested = 0.6;
constexpr double likelyUnsure = 0.9; ///< of an infinitive or of one whose source is a thing

bool isDoubtful(const Found &f)
{
    if (f.enclosing < 0 || f.reason == Reason::Transcript)
        return false;
    if (!f.source || f.confidence < likelyNested)
        return true;
    const bool thing =
        (f.phrase.kind == SubjectKind::Thing && !f.phrase.isBody) || f.phrase.kind == SubjectKind::OtherPronoun;
    return (thing || f.isInfinitive) && f.confidence < likelyUnsure;
}

} // namespace

void findEnclosing(std::vector<Found> &founds)
{
    for (Found &f : founds)
        f.enclosing = -1;
    struct Part
    {
        TextRange range;
        int found;
    };
    const auto before = [](const Part &a, const Part &b) {
        return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
    };
    std::vector<Part> contents;
    std::vector<Part> cues;
    for (int i = 0; i < int(founds.size()); ++i) {
        const Found &f = founds[size_t(i)];
        for (const TextRange part : f.content)
            contents.push_back({part, i});
        cues.push_back({f.cue ? *f.cue : f.content.constFirst(), i});
    }
    std::sort(contents.begin(), contents.end(), before);
    std::sort(cues.begin(), cues.end(), before);
    std::vector<Part> around;
    size_t next = 0;
    for (const Part &cue : cues) {
        while (next < contents.size() && contents[next].range.begin <= cue.range.begin)
            around.push_back(contents[next++]);
        std::erase_if(around, [&](const Part &p) { return p.range.end <= cue.range.begin; });
        qint32 shortest = std::numeric_limits<qint32>::max();
        for (const Part &p : around) {
            if (p.found != cue.found && p.range.contains(cue.range) && p.range.length() < shortest) {
                shortest = p.range.length();
                founds[size_t(cue.found)].enclosing = p.found;
            }
        }
    }
}

void dropDoubtfulNested(std::vector<Found> &founds)
{
    std::vector<int> place(founds.size(), -1);
    int kept = 0;
    for (size_t i = 0; i < founds.size(); ++i) {
        if (!isDoubtful(founds[i]))
            place[i] = kept++;
    }
    for (size_t i = 0; i < founds.size(); ++i) {
        if (place[i] >= 0 && size_t(place[i]) != i)
            founds[size_t(place[i])] = std::move(founds[i]);
    }
    founds.resize(size_t(kept));
    for (Found &f : founds) {
        if (f.sameSpeaker >= 0)
            f.sameSpeaker = place[size_t(f.sameSpeaker)];
    }
    findEnclosing(founds);
}

} // namespace Quoth::Detection
