// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "releaseplan.h"

#include "words.h"

#include <app/measure/nearduplicates.h>
#include <app/storage/releases.h>

#include <QDateTime>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace Quoth::Tasks {

using namespace Annotation;

namespace {

Error unknown(const QString &message, const Storage::Project &project) { return {ErrorCode::NotFound, message, project.path()}; }

QString groupValue(const ArticleMeta &meta, const QString &field)
{
    return field == u"day" ? dayOf(meta.published) : Exchange::fieldOf(meta, field);
}

/// Fields by which articles can be told apart, of a project's articles.
QStringList fieldsOf(const QList<Storage::ArticleSummary> &articles)
{
    QSet<QString> fields{QStringLiteral("title"),  QStringLiteral("url"),       QStringLiteral("outlet"),
                         QStringLiteral("author"), QStringLiteral("published"), QStringLiteral("language"), QStringLiteral("day")};
    for (const Storage::ArticleSummary &article : articles) {
        const QJsonObject further = Exchange::furtherFields(article.meta);
        for (auto i = further.begin(); i != further.end(); ++i)
            fields.insert(i.key());
    }
    QStringList sorted = fields.values();
    sorted.sort();
    return sorted;
}

Result<void> check(Storage::Project &project, const ReleaseRecipe &recipe, const QList<Storage::ArticleSummary> &articles)
{
    const QStringList fields = fieldsOf(articles);
    QStringList asked = recipe.splits.groupBy;
    for (const auto &[field, value] : recipe.selection.where)
        asked.append(field);
    for (const QString &field : std::as_const(asked)) {
        if (!fields.contains(field))
            return unknown(Words::tr("No article has a field \"%1\"; there are: %2.").arg(field, fields.join(u", ")), project);
    }
    QStringList names;
    for (const Label &label : project.schema().labels)
        names.append(label.name);
    for (const FrameType &frame : project.schema().frameTypes)
        names.append(frame.name);
    for (const QString &label : recipe.selection.labels) {
        if (!names.contains(label))
            return unknown(Words::tr("The schema has no label or frame type \"%1\"; there are: %2.").arg(label, names.join(u", ")), project);
    }
    QSet<QString> ids;
    for (const Storage::ArticleSummary &article : articles)
        ids.insert(article.externalId);
    for (const QString &id : recipe.selection.articles) {
        if (!ids.contains(id))
            return unknown(Words::tr("The project has no article \"%1\". \"quoth list\" shows the articles it has.").arg(id), project);
    }
    return {};
}

bool fitsSummary(const Storage::ArticleSummary &article, const ReleaseSelection &selection)
{
    if (!selection.articles.isEmpty() && !selection.articles.contains(article.externalId))
        return false;
    QHash<QString, bool> fields;
    for (const auto &[field, value] : selection.where)
        fields[field] = fields.value(field) || groupValue(article.meta, field) == value;
    return std::all_of(fields.begin(), fields.end(), [](bool fits) { return fits; });
}

/// annotations: all of the article; selected: those in the states that are released.
bool fits(const Annotations &annotations, const Annotations &selected, const ReleaseSelection &selection)
{
    int decided = 0;
    int open = 0;
    const auto count = [&](const Provenance &provenance) { provenance.state == State::Suggested ? ++open : ++decided; };
    bool hasOrigin = selection.origins.isEmpty();
    bool hasMaker = selection.by.isEmpty();
    bool hasLabel = selection.labels.isEmpty();
    const auto look = [&](const Provenance &provenance, const QString &label) {
        hasOrigin = hasOrigin || selection.origins.contains(provenance.origin.kind);
        hasMaker = hasMaker || selection.by.contains(provenance.origin.name);
        hasLabel = hasLabel || selection.labels.contains(label);
    };
    for (const Span &span : annotations.spans)
        count(span.provenance);
    for (const Attribution &attribution : annotations.attributions)
        count(attribution.provenance);
    for (const Span &span : selected.spans)
        look(span.provenance, span.label);
    for (const Attribution &attribution : selected.attributions)
        look(attribution.provenance, attribution.type);
    const bool reviewed = selection.review == ReviewStage::Any || (decided > 0 && (selection.review == ReviewStage::Started || open == 0));
    return reviewed && hasOrigin && hasMaker && hasLabel;
}

/// What is balanced between the splits: attributions by kind, and free spans.
std::vector<double> amountsOf(const Annotations &annotations)
{
    std::vector<double> amounts(5, 0);
    QSet<SpanId> framed;
    for (const Attribution &attribution : annotations.attributions) {
        amounts[attribution.kind ? std::size_t(*attribution.kind) : 3] += 1;
        for (const RoleFiller &filler : attribution.fillers)
            framed.insert(filler.span);
    }
    for (const Span &span : annotations.spans)
        amounts[4] += !framed.contains(span.id);
    return amounts;
}

struct Chosen
{
    ArticleId id{1};
    ArticleMeta meta;
    Measure::SplitItem item;
};

/// In which split articles were: in the latest release of the same choice, else in the latest with the same seed and shares.
Result<QHash<QString, QString>> earlierSplits(Storage::Project &project, const ReleaseRecipe &recipe)
{
    QHash<QString, QString> splits;
    if (!recipe.splits.keep)
        return splits;
    auto records = Storage::releases(project);
    if (!records)
        return records.error();
    const QJsonObject choice = choiceToJson(recipe);
    std::stable_partition(records->begin(), records->end(), [&](const Storage::ReleaseRecord &one) { return one.choice == choice; });
    const QJsonObject wanted = choice.value(u"split").toObject();
    for (const Storage::ReleaseRecord &record : std::as_const(*records)) {
        const QJsonObject split = record.choice.value(u"split").toObject();
        if (split.value(u"seed") != wanted.value(u"seed") || split.value(u"shares") != wanted.value(u"shares"))
            continue;
        const auto places = Storage::releasePlaces(project, record.number);
        if (!places)
            return places.error();
        for (auto i = places->begin(); i != places->end(); ++i) {
            if (!splits.contains(i.key()))
                splits.insert(i.key(), i->split);
        }
    }
    return splits;
}

void tellShares(const ReleasePlan &plan, const QList<Measure::SplitShare> &shares, QList<Issue> &issues)
{
    double sum = 0;
    for (const Measure::SplitShare &share : shares)
        sum += share.share;
    for (const Measure::SplitShare &share : shares) {
        const double wanted = share.share / sum;
        const auto count = std::count_if(plan.articles.begin(), plan.articles.end(), [&](const PlannedArticle &one) { return one.split == share.name; });
        const double got = double(count) / double(plan.articles.size());
        if (std::abs(got - wanted) > 0.05 && std::abs(double(count) - wanted * double(plan.articles.size())) >= 1)
            issues.append(
                {Severity::Warning,
                 Words::tr("%1 got %2 % of the articles rather than %3 %, as whole groups allow or earlier releases left it.")
                     .arg(share.name, QLocale().toString(got * 100, 'f', 1), QLocale().toString(wanted * 100, 'f', 1)),
                 {},
                 1});
    }
}

Result<std::vector<int>> groupsOf(const QList<Chosen> &chosen, const std::vector<Measure::Shingles> &shingles, const ReleaseSplits &splits, ReleasePlan &plan,
                          const Progress &progress)
{
    Measure::Grouping grouping(std::size_t(chosen.size()));
    for (const QString &field : splits.groupBy) {
        QStringList values;
        for (const Chosen &one : chosen)
            values.append(groupValue(one.meta, field));
        grouping.joinEqual(values);
        const int without = int(values.count(QString()));
        if (without > 0)
            plan.issues.append({Severity::Warning, Words::tr("Articles without \"%1\" are not grouped by it.").arg(field), {}, without});
    }
    if (splits.similarity > 0) {
        QStringList addresses;
        for (const Chosen &one : chosen)
            addresses.append(one.meta.url);
        grouping.joinEqual(addresses);
        const auto pairs = Measure::nearDuplicates(shingles, splits.similarity, progress);
        if (progress.isCancelled())
            return Error{ErrorCode::Cancelled, Words::tr("Stopped; nothing was written."), {}};
        for (const auto &[a, b] : pairs)
            grouping.join(a, b);
        plan.similarPairs = int(pairs.size());
    }
    return grouping.groups();
}

} // namespace

QString dayOf(const QString &published)
{
    static const QRegularExpression iso(QStringLiteral(R"(^\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d))"));
    const QString trimmed = published.trimmed();
    if (const auto match = iso.match(trimmed); match.hasMatch())
        return match.captured(1) + u'-' + match.captured(2) + u'-' + match.captured(3);
    const QDateTime mail = QDateTime::fromString(trimmed, Qt::RFC2822Date);
    return mail.isValid() ? mail.date().toString(Qt::ISODate) : trimmed;
}

Result<ReleasePlan> planRelease(Storage::Project &project, const ReleaseRecipe &recipe, const Progress &progress)
{
    const auto all = Storage::articlesWithMetadata(project);
    if (!all)
        return all.error();
    if (const auto checked = check(project, recipe, *all); !checked)
        return checked.error();
    const auto earlier = earlierSplits(project, recipe);
    if (!earlier)
        return earlier.error();
    ReleasePlan plan;
    plan.columns = Exchange::ReleaseColumns(project.schema(), recipe.text);
    QList<Chosen> chosen;
    std::vector<Measure::Shingles> shingles;
    QSet<QString> languages;
    int read = 0;
    for (const Storage::ArticleSummary &summary : *all) {
        if (progress.isCancelled())
            return Error{ErrorCode::Cancelled, Words::tr("Stopped; nothing was written."), project.path()};
        progress.report(0.5 * double(++read) / double(all->size()));
        if (!fitsSummary(summary, recipe.selection))
            continue;
        auto article = project.article(summary.id);
        if (!article)
            return article.error();
        const Annotations selected = inStates(article->annotations, recipe.selection.states);
        if (!fits(article->annotations, selected, recipe.selection))
            continue;
        plan.columns.add({article->article, selected});
        Measure::SplitItem item{summary.externalId, amountsOf(selected), std::nullopt};
        for (int split = 0; split < recipe.splits.shares.size(); ++split) {
            if (earlier->value(summary.externalId) == recipe.splits.shares[split].name)
                item.earlier = split;
        }
        chosen.append({summary.id, summary.meta, item});
        shingles.push_back(recipe.splits.similarity > 0 ? Measure::shinglesOf(article->article.text) : Measure::Shingles());
        const QString language = summary.meta.language.section(u'-', 0, 0).section(u'_', 0, 0).trimmed().toLower();
        if (language.size() == 2 || language.size() == 3)
            languages.insert(language);
    }
    if (chosen.isEmpty())
        return Error{ErrorCode::OutOfRange, Words::tr("No article of the project fits what was asked for."), project.path()};
    plan.leftOut = int(all->size() - chosen.size());
    plan.languages = languages.values();
    plan.languages.sort();
    const auto groups = groupsOf(chosen, shingles, recipe.splits, plan, progress);
    if (!groups)
        return groups.error();
    QList<Measure::SplitItem> items;
    for (const Chosen &one : std::as_const(chosen))
        items.append(one.item);
    const auto splitting = Measure::split(items, *groups, recipe.splits.shares, recipe.splits.seed);
    if (!splitting)
        return Error{splitting.error().code, splitting.error().message, project.path()};
    plan.groups = splitting->groups;
    for (qsizetype i = 0; i < chosen.size(); ++i)
        plan.articles.append({chosen[i].id, chosen[i].item.id, recipe.splits.shares[splitting->splits[std::size_t(i)]].name, (*groups)[std::size_t(i)]});
    for (const int moved : splitting->moved)
        plan.moved.append(chosen[moved].item.id);
    if (!plan.moved.isEmpty())
        plan.issues.append({Severity::Warning, Words::tr("Articles are in another split than in an earlier release, because they belong together with others now."),
                            {}, int(plan.moved.size())});
    tellShares(plan, recipe.splits.shares, plan.issues);
    return plan;
}

} // namespace Quoth::Tasks
