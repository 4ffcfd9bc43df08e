// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articlelistmodel.h"

#include <app/rendering/headline.h>
#include <widgets/articlelistdelegate.h>

#include <algorithm>

namespace Quoth::Windows {

using Storage::ArticleSummary;
using Widgets::ArticleListDelegate;

namespace {

bool looksSame(const ArticleSummary &a, const ArticleSummary &b)
{
    return a.id == b.id && a.externalId == b.externalId && a.meta == b.meta && a.attributions == b.attributions
        && a.suggested == b.suggested && a.reviewed == b.reviewed;
}

QString titleOf(const ArticleSummary &article)
{
    return article.meta.title.isEmpty() ? article.externalId : article.meta.title;
}

QString standingOf(const ArticleSummary &article)
{
    const int all = article.suggested + article.reviewed;
    if (all == 0)
        return ArticleListModel::tr("no highlights yet");
    if (article.suggested == 0)
        return ArticleListModel::tr("done \u2713");
    if (article.reviewed == 0)
        return ArticleListModel::tr("new · %n suggestion(s)", nullptr, article.suggested);
    const QString reviewed = ArticleListModel::tr("%1 of %2 reviewed").arg(article.reviewed).arg(all);
    const QString date = Rendering::dateText(article.meta.published);
    return date.isEmpty() ? reviewed : date + QStringLiteral(" \u00B7 ") + reviewed;
}

QString detailsOf(const ArticleSummary &article)
{
    QStringList lines{titleOf(article)};
    QStringList source{article.meta.outlet, Rendering::dateText(article.meta.published)};
    source.removeAll(QString());
    lines.append(source.join(QStringLiteral(" \u00B7 ")));
    lines.append(article.externalId == titleOf(article) ? QString() : article.externalId);
    lines.append(ArticleListModel::tr("%n attribution(s)", nullptr, article.attributions));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace

int ArticleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_summaries.size());
}

QVariant ArticleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ArticleSummary &article = m_summaries.at(index.row());
    const int all = article.suggested + article.reviewed;
    switch (role) {
    case Qt::DisplayRole: return titleOf(article);
    case Qt::ToolTipRole: return detailsOf(article);
    case Qt::AccessibleTextRole: return titleOf(article) + QStringLiteral(", ") + standingOf(article);
    case ArticleListDelegate::SubtitleRole: return standingOf(article);
    case ArticleListDelegate::ProgressRole: return all == 0 ? 0.0 : double(article.reviewed) / all;
    case ArticleListDelegate::AttentionRole: return false;
    default: return {};
    }
}

Qt::ItemFlags ArticleListModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags;
}

void ArticleListModel::setSummaries(const QList<ArticleSummary> &summaries)
{
    const auto sameId = [](const ArticleSummary &a, const ArticleSummary &b) { return a.id == b.id; };
    const qsizetype old = m_summaries.size();
    const bool grown = old <= summaries.size() && std::equal(m_summaries.cbegin(), m_summaries.cend(), summaries.cbegin(), sameId);
    if (!grown) {
        beginResetModel();
        m_summaries = summaries;
        endResetModel();
        return;
    }
    for (qsizetype row = 0; row < old; ++row)
        update(int(row), summaries.at(row));
    if (summaries.size() > old) {
        beginInsertRows({}, int(old), int(summaries.size()) - 1);
        m_summaries += summaries.mid(old);
        endInsertRows();
    }
}

void ArticleListModel::updateSummary(const ArticleSummary &summary)
{
    if (const auto row = rowOf(summary.id))
        update(*row, summary);
}

void ArticleListModel::update(int row, const ArticleSummary &summary)
{
    if (looksSame(m_summaries.at(row), summary))
        return;
    m_summaries[row] = summary;
    emit dataChanged(index(row), index(row));
}

std::optional<int> ArticleListModel::rowOf(ArticleId id) const
{
    for (qsizetype row = 0; row < m_summaries.size(); ++row) {
        if (m_summaries.at(row).id == id)
            return int(row);
    }
    return std::nullopt;
}

ArticleFilter::ArticleFilter(ArticleListModel &articles, QObject *parent) : QSortFilterProxyModel(parent), m_articles(articles)
{
    setSourceModel(&articles);
}

void ArticleFilter::setNeedle(const QString &needle)
{
    if (needle == m_needle)
        return;
    // What has the longer needle has the shorter one, too: until the texts are searched anew, the old matches are close enough.
    if (m_needle.isEmpty() || !needle.contains(m_needle, Qt::CaseInsensitive))
        m_textMatches.clear();
    m_needle = needle;
    invalidateFilter();
}

void ArticleFilter::setTextMatches(const QSet<ArticleId> &matches)
{
    if (matches == m_textMatches)
        return;
    m_textMatches = matches;
    invalidateFilter();
}

void ArticleFilter::setUncertainties(std::optional<QHash<ArticleId, double>> uncertainties)
{
    m_uncertainties = uncertainties.value_or(QHash<ArticleId, double>());
    sort(-1);
    if (uncertainties)
        sort(0);
}

bool ArticleFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const double a = m_uncertainties.value(m_articles.summary(left.row()).id, -1);
    const double b = m_uncertainties.value(m_articles.summary(right.row()).id, -1);
    return a != b ? a > b : left.row() < right.row();
}

ArticleId ArticleFilter::articleAt(int row) const
{
    return m_articles.summary(mapToSource(index(row, 0)).row()).id;
}

std::optional<int> ArticleFilter::rowOf(ArticleId id) const
{
    const auto row = m_articles.rowOf(id);
    const QModelIndex shown = row ? mapFromSource(m_articles.index(*row)) : QModelIndex();
    return shown.isValid() ? std::optional(shown.row()) : std::nullopt;
}

bool ArticleFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    if (m_needle.isEmpty())
        return true;
    const ArticleSummary &article = m_articles.summary(row);
    const auto has = [this](const QString &text) { return text.contains(m_needle, Qt::CaseInsensitive); };
    return has(article.meta.title) || has(article.meta.outlet) || has(article.externalId) || m_textMatches.contains(article.id);
}

} // namespace Quoth::Windows
