// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/editing/reviewfilter.h>

#include <QAbstractItemModel>
#include <QHash>

#include <memory>
#include <vector>

namespace Quoth::Windows {

class Workbench;

/// Everything in the open article that a filter lets through: attributions with their parts below them, and spans. It holds
/// ids only, asks the article for what is shown, and after an edit looks at what the edit touched. While it is not active it is empty and costs nothing.
class ReviewListModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { What, Words, Speaker, State, Confidence, From, Note, ColumnCount };

    explicit ReviewListModel(Workbench &workbench, QObject *parent = nullptr);
    ~ReviewListModel() override;

    void setActive(bool active);
    const Editing::ReviewFilter &filter() const { return m_filter; }
    void setFilter(const Editing::ReviewFilter &filter);
    void setDark(bool dark);

    std::optional<Editing::Item> item(const QModelIndex &index) const;
    /// Of a part the attribution it belongs to, else the item itself.
    std::optional<Editing::Item> owner(const QModelIndex &index) const;
    /// The row of an item, or else of the part; invalid if the filter holds both back.
    QModelIndex indexOf(const Editing::Item &item, std::optional<SpanId> part = std::nullopt) const;
    QList<Editing::Item> items() const;
    Editing::ReviewedArticle article() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// What is listed, or what is shown of it, is not as before.
    void changed();

private:
    struct Node // a row; its address is what the indexes of its parts hold
    {
        Editing::Item item;
        int row = 0;
        mutable std::optional<QList<SpanId>> parts; ///< once they were asked for
    };

    void rebuild();
    void follow(const Annotation::Edit &edit);
    void update(const Editing::Item &item);
    void insert(const Editing::Item &item);
    void remove(int row);
    void renumber(int from);
    std::optional<int> rowOf(const Editing::Item &item) const;
    const QList<SpanId> &partsOf(const Node &node) const;
    QString text(const Editing::Item &item, Column column) const;

    Workbench &m_workbench;
    Editing::ReviewFilter m_filter;
    bool m_active = false;
    bool m_dark = false;
    std::vector<std::unique_ptr<Node>> m_nodes;
};

} // namespace Quoth::Windows
