// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "speakers.h"

#include "resolver.h"

#include <app/detection/rules/nesting.h>

namespace Quoth::Detection {

namespace {

// Without a lexicon equal names, and surnames of longer names, are all that is recognised.
Credits creditByNames(QStringView text, const std::vector<Found> &founds)
{
    Credits credits;
    credits.speakerOf.resize(founds.size());
    QHash<QString, int> known;
    std::vector<QString> names(founds.size());
    for (const bool single : {false, true}) {
        for (size_t i = 0; i < founds.size(); ++i) {
            if (!founds[i].source || !founds[i].phrase.name)
                continue;
            const TextRange range = *founds[i].phrase.name;
            names[i] = text.mid(range.begin, range.length()).toString().simplified();
            const QString key = names[i].toLower();
            if (key.isEmpty() || key.contains(u' ') == single)
                continue;
            auto at = known.constFind(key);
            if (at == known.constEnd()) {
                at = known.insert(key, int(credits.speakers.size()));
                credits.speakers.append(
                    {SpeakerId(credits.speakers.size() + 1), names[i], Annotation::SpeakerType::Person, {}, {}});
                if (const qsizetype blank = key.lastIndexOf(u' '); blank > 0)
                    known.insert(key.mid(blank + 1), known.value(key.mid(blank + 1), int(credits.speakers.size() - 1)));
                at = known.constFind(key);
            }
            Annotation::Speaker &speaker = credits.speakers[*at];
            if (!speaker.isCalled(names[i]))
                speaker.aliases.append(names[i]);
            credits.speakerOf[i] = speaker.id;
        }
    }
    return credits;
}

} // namespace

Credits creditSpeakers(QStringView text, const Lexicon *lexicon, const std::vector<Found> &founds, Mentions mentions)
{
    if (!lexicon)
        return creditByNames(text, founds);
    return SpeakerResolver(text, *lexicon, founds, std::move(mentions)).resolve();
}

Credits creditSpeakers(QStringView text, const Lexicon *lexicon, std::vector<Found> &founds)
{
    findEnclosing(founds);
    Mentions mentions = readMentions(text, lexicon, founds);
    return creditSpeakers(text, lexicon, founds, std::move(mentions));
}

} // namespace Quoth::Detection
