// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "release.h"

#include "releasecard.h"
#include "words.h"

#include <app/base/version.h>
#include <app/exchange/exportselection.h>
#include <app/exchange/releaseline.h>

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <tuple>
#include <utility>

namespace Quoth::Tasks {

using namespace Annotation;

namespace {

/// What others write meanwhile is not seen: the second reading is of what the first has counted on.
class Snapshot
{
public:
    explicit Snapshot(Storage::Database &database) : m_database(database), m_isHeld(bool(database.runOnce(QStringLiteral("BEGIN")))) { }
    ~Snapshot() { end(); }
    Q_DISABLE_COPY_MOVE(Snapshot)

    void end()
    {
        if (std::exchange(m_isHeld, false))
            std::ignore = m_database.runOnce(QStringLiteral("ROLLBACK"));
    }

private:
    Storage::Database &m_database;
    bool m_isHeld;
};

Result<void> writeSplit(Storage::Project &project, Release &release, const QString &split, Exchange::ReleaseFolder &folder, Exchange::ExportSelection &selection,
                        Exchange::LossList &losses, const Progress &progress)
{
    if (auto begun = folder.begin(releaseFileOf(split)); !begun)
        return begun;
    for (const PlannedArticle &planned : std::as_const(release.plan.articles)) {
        if (planned.split != split)
            continue;
        if (progress.isCancelled())
            return Error{ErrorCode::Cancelled, Words::tr("Stopped; nothing was written."), project.path()};
        const auto article = project.article(planned.id);
        if (!article)
            return article.error();
        const AnnotatedArticle selected = selection.of(*article);
        QByteArray line = Exchange::releaseLine(selected, release.plan.columns, losses);
        release.places.insert(planned.externalId, {split, QCryptographicHash::hash(line, QCryptographicHash::Sha256).toHex()});
        release.counts.add(selected, split, planned.group);
        line += '\n';
        if (auto written = folder.write(line); !written)
            return written;
        progress.report(0.5 + 0.5 * double(release.places.size()) / double(release.plan.articles.size()));
    }
    return folder.end();
}

QByteArray manifestOf(const Release &release)
{
    QJsonArray files;
    for (const Exchange::ReleasedFile &file : release.files) {
        files.append(QJsonObject{{QStringLiteral("path"), file.path},
                                 {QStringLiteral("bytes"), file.bytes},
                                 {QStringLiteral("sha256"), QString::fromLatin1(file.sha256)}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("format"), Exchange::ReleaseFolder::manifestFormat},
                                     {QStringLiteral("program"), QStringLiteral("Quoth " QUOTH_VERSION)},
                                     {QStringLiteral("name"), release.name},
                                     {QStringLiteral("recipe"), toJson(release.recipe)},
                                     {QStringLiteral("counts"), release.counts.toJson().value(u"total")},
                                     {QStringLiteral("files"), files}})
        .toJson();
}

void tellWhatIsMissing(Release &release)
{
    if (release.recipe.license.isEmpty())
        release.issues.append({Severity::Warning, Words::tr("No licence is given; without one nobody may use the dataset."), {}, 1});
    if (release.recipe.languages.isEmpty() && release.plan.languages.isEmpty())
        release.issues.append({Severity::Warning, Words::tr("No article says its language, so that the card names none."), {}, 1});
}

} // namespace

Result<Release> makeRelease(Storage::Project &project, const ReleaseRecipe &recipe, const QString &target, const std::optional<QString> &who,
                            const Progress &progress)
{
    auto folder = Exchange::ReleaseFolder::open(target);
    if (!folder)
        return folder.error();
    Snapshot snapshot(project.database());
    auto plan = planRelease(project, recipe, progress);
    if (!plan)
        return plan.error();
    Release release{recipe.name.isEmpty() ? QFileInfo(project.path()).completeBaseName() : recipe.name, recipe, *std::move(plan), {}, {}, {}, {}, {}};
    release.issues = release.plan.issues;
    tellWhatIsMissing(release);
    Exchange::ExportSelection selection(recipe.selection.states);
    Exchange::LossList losses;
    for (const Measure::SplitShare &share : recipe.splits.shares) {
        if (const auto written = writeSplit(project, release, share.name, **folder, selection, losses, progress); !written)
            return written.error();
    }
    if (release.counts.total(QStringLiteral("spans")) + release.counts.total(QStringLiteral("attributions")) == 0) {
        release.issues.append(
            {Severity::Warning,
             Words::tr(
                 "Nothing in it is labelled: no highlight of these articles is in the chosen states. Suggestions have to be "
                 "accepted first, or chosen as well."),
             {},
             1});
    }
    release.issues += selection.issues() + losses.issues();
    const QByteArray card = releaseCardText({release.name, recipe, release.plan, release.counts, project.schema(), (*folder)->files()});
    if (const auto written = (*folder)->write(QStringLiteral("README.md"), card); !written)
        return written.error();
    if (const auto written = (*folder)->write(QStringLiteral("schema.json"), project.schema().toJson()); !written)
        return written.error();
    release.files = (*folder)->files();
    if (const auto written = (*folder)->write(Exchange::ReleaseFolder::manifestName, manifestOf(release)); !written)
        return written.error();
    release.files = (*folder)->files();
    snapshot.end();
    if (!who) {
        if (const auto committed = (*folder)->commit(); !committed)
            return committed.error();
        return release;
    }
    const Storage::ReleaseRecord record{0, {}, *who, release.name, toJson(recipe), choiceToJson(recipe), release.manifest(), int(release.plan.articles.size()),
                                        release.counts.toJson().value(u"total").toObject()};
    const auto added = Storage::addRelease(project, record, release.places, [&folder] { return (*folder)->commit(); });
    if (!added)
        return added.error();
    release.number = *added;
    return release;
}

ReleaseDifference differenceBetween(const Storage::ReleasePlaces &before, const Storage::ReleasePlaces &after)
{
    ReleaseDifference difference;
    for (auto i = before.begin(); i != before.end(); ++i) {
        const auto now = after.constFind(i.key());
        if (now == after.constEnd()) {
            difference.removed.append(i.key());
            continue;
        }
        if (now->line != i->line)
            difference.changed.append(i.key());
        if (now->split != i->split)
            difference.moved.append({i.key(), i->split, now->split});
    }
    for (auto i = after.begin(); i != after.end(); ++i) {
        if (!before.contains(i.key()))
            difference.added.append(i.key());
    }
    return difference;
}

} // namespace Quoth::Tasks
