// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historymodel.h"

#include <app/base/translation.h>
#include <widgets/historydelegate.h>

#include <QLocale>

#include <algorithm>

namespace Quoth::Windows {

using Storage::HistoryPoint;
using Widgets::HistoryDelegate;

namespace {

QString timeText(const QDateTime &utc)
{
    const QDateTime local = utc.toLocalTime();
    const QString time = QLocale().toString(local.time(), QLocale::ShortFormat);
    return local.date() == QDate::currentDate() ? time : QLocale().toString(local.date(), QLocale::ShortFormat) + u' ' + time;
}

} // namespace

void HistoryModel::setPoints(const QList<HistoryPoint> &points, qint64 current)
{
    const auto here = std::find_if(points.begin(), points.end(), [current](const HistoryPoint &point) { return point.step <= current; });
    const int row = here == points.end() ? -1 : int(here - points.begin());
    if (points == m_points && row == m_here)
        return;
    beginResetModel();
    m_points = points;
    m_here = row;
    endResetModel();
}

QString HistoryModel::subtitle(const HistoryPoint &point) const
{
    QStringList parts{timeText(point.at)};
    if (!point.who.isEmpty())
        parts.append(point.who);
    if (point.articles > 1)
        parts.append(tr("%n article(s)", nullptr, point.articles));
    else if (!point.article.isEmpty())
        parts.append(point.article);
    return parts.join(QStringLiteral(" · "));
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_points.size())
        return {};
    const HistoryPoint &point = m_points[index.row()];
    switch (role) {
    case Qt::DisplayRole: return point.title;
    case HistoryDelegate::SubtitleRole: return subtitle(point);
    case HistoryDelegate::IsHereRole: return index.row() == m_here;
    case HistoryDelegate::IsUndoneRole: return !point.isDone;
    case Qt::ToolTipRole:
        return QStringLiteral("%1\n%2").arg(point.title, subtitle(point));
    case Qt::AccessibleTextRole: {
        QStringList parts{point.title, subtitle(point)};
        if (index.row() == m_here)
            parts.append(tr("the project is here"));
        else if (!point.isDone)
            parts.append(tr("undone"));
        return listed(parts);
    }
    default: return {};
    }
}

} // namespace Quoth::Windows
