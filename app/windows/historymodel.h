// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/storage/edithistory.h>

#include <QAbstractListModel>

namespace Quoth::Windows {

/// The points of the history, the latest first, and which of them is where the project is now.
class HistoryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// current: the number of the last step that is done.
    void setPoints(const QList<Storage::HistoryPoint> &points, qint64 current);
    const Storage::HistoryPoint &point(int row) const { return m_points[row]; }
    int hereRow() const { return m_here; } ///< -1 if no point is listed that is done

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_points.size()); }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString subtitle(const Storage::HistoryPoint &point) const;

    QList<Storage::HistoryPoint> m_points;
    int m_here = -1;
};

} // namespace Quoth::Windows
