// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/storage/project.h>

#include <QAbstractListModel>
#include <QSet>
#include <QSortFilterProxyModel>

namespace Quoth::Windows {

/// The articles of a project for Widgets::ArticleListDelegate: title, where the review stands, and its share done.
class ArticleListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Rows whose article stays stay as well, so that views keep their place.
    void setSummaries(const QList<Storage::ArticleSummary> &summaries);
    /// Does nothing for an article that is not in the list.
    void updateSummary(const Storage::ArticleSummary &summary);

    const Storage::ArticleSummary &summary(int row) const { return m_summaries.at(row); }
    std::optional<int> rowOf(ArticleId id) const;

private:
    void update(int row, const Storage::ArticleSummary &summary);

    QList<Storage::ArticleSummary> m_summaries;
};

/// Shows the articles that have the needle in title, outlet or id, and those of which it is said that their text has it.
class ArticleFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ArticleFilter(ArticleListModel &articles, QObject *parent = nullptr);

    const QString &needle() const { return m_needle; }
    void setNeedle(const QString &needle);
    /// Puts the articles first whose suggestions are least sure (Storage::uncertainties()), those without any last; nullopt:
    /// in the project's order.
    void setUncertainties(std::optional<QHash<ArticleId, double>> uncertainties);
    void setTextMatches(const QSet<ArticleId> &matches);
    /// The article of a row of the filter's own.
    ArticleId articleAt(int row) const;
    std::optional<int> rowOf(ArticleId id) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    ArticleListModel &m_articles;
    QString m_needle;
    QSet<ArticleId> m_textMatches;
    QHash<ArticleId, double> m_uncertainties;
};

} // namespace Quoth::Windows
