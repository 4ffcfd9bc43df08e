// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "speakeredits.h"

#include <app/storage/mentions.h>
#include <app/storage/rowreader.h>

#include <algorithm>

namespace Quoth::Editing {

using namespace Annotation;

namespace {

QString folded(const QString &words) { return words.simplified().toCaseFolded(); }

Edit registryEdit(const QString &title, const QList<Change> &changes)
{
    Edit edit;
    edit.title = title;
    edit.changes = changes;
    return edit;
}

const Speaker *find(const QList<Speaker> &speakers, SpeakerId id)
{
    const auto found = std::find_if(speakers.begin(), speakers.end(), [id](const Speaker &speaker) { return speaker.id == id; });
    return found == speakers.end() ? nullptr : &*found;
}

void addAlias(Speaker &speaker, const QString &alias)
{
    if (!alias.isEmpty() && !speaker.isCalled(alias))
        speaker.aliases.append(alias);
}

void dropAlias(Speaker &speaker, const QString &alias)
{
    speaker.aliases.removeIf([key = folded(alias)](const QString &one) { return folded(one) == key; });
}

} // namespace

template<class OfSpan, class OfAttribution>
Result<void> SpeakerEdits::overArticles(QList<Edit> &step, const QList<ArticleId> &articles, const QString &title, OfSpan ofSpan,
                                        OfAttribution ofAttribution)
{
    for (const ArticleId id : articles) {
        const auto article = Storage::readArticle(m_project.database(), id);
        if (!article)
            return article.error();
        const auto labels = Storage::readLabels(m_project.database(), *article);
        if (!labels)
            return labels.error();
        Edit edit = registryEdit(title, {});
        edit.article = id;
        for (const Span &span : labels->spans) {
            if (const std::optional<Span> changed = ofSpan(span, article->text); changed && *changed != span)
                edit.changes.append(ChangeOf<Span>{span, changed});
        }
        for (const Attribution &attribution : labels->attributions) {
            if (const std::optional<Attribution> changed = ofAttribution(attribution); changed && *changed != attribution)
                edit.changes.append(ChangeOf<Attribution>{attribution, changed});
        }
        if (!edit.changes.isEmpty())
            step.append(edit);
    }
    return {};
}

Result<QList<Speaker>> SpeakerEdits::checked(Speaker &speaker)
{
    speaker.name = speaker.name.simplified();
    if (speaker.name.isEmpty())
        return Error{ErrorCode::BadInput, tr("A speaker needs a name."), {}};
    speaker.wikidata = speaker.wikidata.trimmed();
    if (!speaker.wikidata.isEmpty() && !isWikidataId(speaker.wikidata)) {
        return Error{ErrorCode::BadInput,
                     tr("\u201C%1\u201D is no item of Wikidata: those are a Q and a number, like Q42.").arg(speaker.wikidata), {}};
    }
    if (!speaker.colour.isEmpty() && !isColour(speaker.colour))
        return Error{ErrorCode::BadInput, tr("\u201C%1\u201D is no colour of the form #rrggbb.").arg(speaker.colour), {}};
    QStringList aliases;
    aliases.swap(speaker.aliases);
    for (const QString &alias : std::as_const(aliases))
        addAlias(speaker, alias.simplified());
    auto registry = m_project.speakers();
    if (!registry)
        return registry;
    for (const Speaker &other : std::as_const(*registry)) {
        if (other.id != speaker.id && folded(other.name) == folded(speaker.name))
            return Error{ErrorCode::BadInput, tr("There is a speaker called %1 already. Merge the two instead.").arg(other.name), {}};
    }
    return registry;
}

SpeakerEdits::Step SpeakerEdits::add(Speaker speaker, SpeakerId *added)
{
    speaker.id = m_ids.speaker();
    if (const auto registry = checked(speaker); !registry)
        return registry.error();
    if (added)
        *added = speaker.id;
    return QList<Edit>{registryEdit(tr("add the speaker %1").arg(speaker.name), {ChangeOf<Speaker>{std::nullopt, speaker}})};
}

SpeakerEdits::Step SpeakerEdits::change(Speaker speaker)
{
    const auto registry = checked(speaker);
    if (!registry)
        return registry.error();
    const Speaker *before = find(*registry, speaker.id);
    if (!before)
        return Error{ErrorCode::NotFound, tr("This speaker is gone."), {}};
    if (*before == speaker)
        return QList<Edit>();
    return QList<Edit>{registryEdit(tr("change the speaker %1").arg(speaker.name), {ChangeOf<Speaker>{*before, speaker}})};
}

SpeakerEdits::Step SpeakerEdits::remove(SpeakerId id)
{
    const auto registry = m_project.speakers();
    if (!registry)
        return registry.error();
    const Speaker *speaker = find(*registry, id);
    if (!speaker)
        return QList<Edit>();
    const auto mentioned = Storage::articlesMentioning(m_project, {id});
    if (!mentioned)
        return mentioned.error();
    if (!mentioned->isEmpty()) {
        return Error{ErrorCode::BadInput,
                     tr("%1 is mentioned in %n article(s). Merge the speaker with another one instead.", nullptr, int(mentioned->size()))
                         .arg(speaker->name),
                     {}};
    }
    return QList<Edit>{registryEdit(tr("delete the speaker %1").arg(speaker->name), {ChangeOf<Speaker>{*speaker, std::nullopt}})};
}

SpeakerEdits::Step SpeakerEdits::merge(const QList<SpeakerId> &speakers, SpeakerId keptId)
{
    const auto registry = m_project.speakers();
    if (!registry)
        return registry.error();
    const Speaker *before = find(*registry, keptId);
    QList<Speaker> gone;
    for (const SpeakerId id : speakers) {
        const Speaker *speaker = find(*registry, id);
        if (!speaker || !before)
            return Error{ErrorCode::NotFound, tr("This speaker is gone."), {}};
        if (id != keptId && !gone.contains(*speaker))
            gone.append(*speaker);
    }
    if (gone.isEmpty())
        return Error{ErrorCode::BadInput, tr("A speaker cannot be merged into itself: choose another one."), before ? before->name : QString()};
    Speaker kept = *before;
    QSet<SpeakerId> ids;
    for (const Speaker &speaker : std::as_const(gone)) {
        ids.insert(speaker.id);
        addAlias(kept, speaker.name);
        for (const QString &alias : speaker.aliases)
            addAlias(kept, alias);
        if (kept.wikidata.isEmpty())
            kept.wikidata = speaker.wikidata;
        if (kept.colour.isEmpty())
            kept.colour = speaker.colour;
    }
    const QString title = gone.size() == 1 ? tr("merge %1 into %2").arg(gone[0].name, kept.name)
                                           : tr("merge %n speaker(s) into %1", nullptr, int(gone.size())).arg(kept.name);
    const auto articles = Storage::articlesMentioning(m_project, QList<SpeakerId>(ids.begin(), ids.end()));
    if (!articles)
        return articles.error();
    QList<Edit> step{registryEdit(title, {ChangeOf<Speaker>{*before, kept}})};
    const auto credited = [&]<class T>(const T &thing) {
        std::optional<T> changed;
        if (thing.speaker && ids.contains(*thing.speaker)) {
            changed = thing;
            changed->speaker = keptId;
        }
        return changed;
    };
    const auto done = overArticles(
        step, *articles, title, [&](const Span &span, const QString &) { return credited(span); },
        [&](const Attribution &attribution) { return credited(attribution); });
    if (!done)
        return done.error();
    // Last, so that whoever follows the step never sees words credited to nobody.
    Edit removal = registryEdit(title, {});
    for (const Speaker &speaker : std::as_const(gone))
        removal.changes.append(ChangeOf<Speaker>{speaker, std::nullopt});
    step.append(removal);
    return step;
}

SpeakerEdits::Step SpeakerEdits::split(SpeakerId id, const QStringList &words, Speaker fresh)
{
    fresh.id = m_ids.speaker();
    const auto registry = checked(fresh);
    if (!registry)
        return registry.error();
    const Speaker *before = find(*registry, id);
    if (!before)
        return Error{ErrorCode::NotFound, tr("This speaker is gone."), {}};
    QSet<QString> keys;
    for (const QString &one : words)
        keys.insert(folded(one));
    if (keys.isEmpty())
        return Error{ErrorCode::BadInput, tr("Choose the mentions that go to the new speaker."), {}};
    Speaker rest = *before;
    for (const QString &alias : before->aliases) {
        if (keys.contains(folded(alias))) {
            addAlias(fresh, alias);
            dropAlias(rest, alias);
        }
    }
    dropAlias(rest, fresh.name);
    for (const QString &one : words) {
        // Words that the old speaker goes on with would make both ambiguous.
        if (!rest.isCalled(one.simplified()))
            addAlias(fresh, one.simplified());
    }
    const QString title = tr("split %1 from %2").arg(fresh.name, before->name);
    QList<Edit> step{registryEdit(title, {ChangeOf<Speaker>{std::nullopt, fresh}})};
    if (rest != *before)
        step.first().changes.append(ChangeOf<Speaker>{*before, rest});
    const auto articles = Storage::articlesMentioning(m_project, {id});
    if (!articles)
        return articles.error();
    const auto done = overArticles(
        step, *articles, title,
        [&](const Span &span, const QString &text) {
            std::optional<Span> changed;
            if (span.speaker == id && keys.contains(folded(textOf(span.fragments, text)))) {
                changed = span;
                changed->speaker = fresh.id;
            }
            return changed;
        },
        [&](const Attribution &attribution) {
            std::optional<Attribution> changed;
            if (attribution.speaker == id && keys.contains(QString())) {
                changed = attribution;
                changed->speaker = fresh.id;
            }
            return changed;
        });
    if (!done)
        return done.error();
    if (step.size() == 1)
        return Error{ErrorCode::BadInput, tr("%1 is not mentioned by these words.").arg(before->name), {}};
    return step;
}

SpeakerEdits::Step SpeakerEdits::creditAlways(const QString &words, SpeakerId id)
{
    const QString name = words.simplified();
    const auto registry = m_project.speakers();
    if (!registry)
        return registry.error();
    const Speaker *before = find(*registry, id);
    if (!before || name.isEmpty())
        return Error{ErrorCode::NotFound, tr("This speaker is gone."), {}};
    const QString title = tr("\u201C%1\u201D is always %2").arg(name, before->name);
    Edit names = registryEdit(title, {});
    Edit removal = registryEdit(title, {});
    Speaker after = *before;
    addAlias(after, name);
    if (after != *before)
        names.changes.append(ChangeOf<Speaker>{*before, after});
    for (const Speaker &other : *registry) {
        if (other.id == id || !other.isCalled(name))
            continue;
        if (folded(other.name) != folded(name)) {
            Speaker changed = other;
            dropAlias(changed, name);
            names.changes.append(ChangeOf<Speaker>{other, changed});
            continue;
        }
        const auto mentions = Storage::mentionWords(m_project, other.id);
        if (!mentions)
            return mentions.error();
        const auto isOther = [&](const Storage::MentionWords &mention) { return folded(mention.words) != folded(name); };
        if (std::any_of(mentions->begin(), mentions->end(), isOther)) {
            return Error{ErrorCode::BadInput,
                         tr("There is another speaker called %1, who is mentioned by other words too. Merge the two, or give that one "
                            "another name, first.")
                             .arg(other.name),
                         {}};
        }
        removal.changes.append(ChangeOf<Speaker>{other, std::nullopt});
    }
    QStringList labels;
    for (const Label &label : m_project.schema().labels) {
        if (label.namesSpeaker)
            labels.append(label.name);
    }
    const auto articles = Storage::articlesWithSpans(m_project, labels, name);
    if (!articles)
        return articles.error();
    QList<Edit> step;
    if (!names.changes.isEmpty())
        step.append(names);
    // The speaker that goes may have been credited by another label, too.
    QSet<SpeakerId> gone;
    QList<ArticleId> all = *articles;
    for (const Change &change : std::as_const(removal.changes))
        gone.insert(std::get<ChangeOf<Speaker>>(change).before->id);
    const auto mentioning = Storage::articlesMentioning(m_project, QList<SpeakerId>(gone.begin(), gone.end()));
    if (!mentioning)
        return mentioning.error();
    all += *mentioning;
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    const auto done = overArticles(
        step, all, title,
        [&](const Span &span, const QString &text) {
            std::optional<Span> changed;
            const bool wasCredited = span.speaker && gone.contains(*span.speaker);
            if (wasCredited || (labels.contains(span.label) && folded(textOf(span.fragments, text)) == folded(name))) {
                changed = span;
                changed->speaker = id;
                if (changed->speaker != span.speaker)
                    changed->provenance.origin.edited = span.provenance.origin.edited || span.provenance.origin.kind != OriginKind::Person;
            }
            return changed;
        },
        [](const Attribution &) { return std::optional<Attribution>(); });
    if (!done)
        return done.error();
    if (!removal.changes.isEmpty())
        step.append(removal);
    return step;
}

} // namespace Quoth::Editing
