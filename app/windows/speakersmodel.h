// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/speaker.h>

#include <QAbstractTableModel>
#include <QHash>
#include <QSortFilterProxyModel>

namespace Quoth::Windows {

/// The registry of speakers as a table, by name: colour and name, type, how often each is mentioned, Wikidata id.
class SpeakersModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Type, Mentions, Wikidata, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Does nothing if nothing is new, so that a selection lives on.
    void setSpeakers(QList<Annotation::Speaker> speakers, const QHash<SpeakerId, int> &mentions);
    const Annotation::Speaker &speaker(int row) const { return m_speakers[row]; }
    int mentions(int row) const { return m_mentions.value(m_speakers[row].id); }
    int rowOf(SpeakerId id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Annotation::Speaker> m_speakers;
    QHash<SpeakerId, int> m_mentions;
};

/// Keeps the speakers of whom a name or an alias holds all the words typed, upper and lower case alike.
class SpeakersFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit SpeakersFilter(SpeakersModel &model, QObject *parent = nullptr);

    void setNeedle(const QString &needle);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    SpeakersModel &m_model;
    QStringList m_words;
};

} // namespace Quoth::Windows
