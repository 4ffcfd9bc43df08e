// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nesting.h"

#include <algorithm>

namespace Quoth::Detection {

void findEnclosing(std::vector<Found> &founds)
{
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

} // namespace Quoth::Detection
