// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "speakersmodel.h"

#include "collation.h"
#include "speakertexts.h"

#include <app/base/translation.h>
#include <app/rendering/colouring.h>

#include <QGuiApplication>
#include <QLocale>

#include <algorithm>

namespace Quoth::Windows {

using Annotation::Speaker;

void SpeakersModel::setSpeakers(QList<Speaker> speakers, const QHash<SpeakerId, int> &mentions)
{
    sortByLanguage(speakers);
    if (speakers == m_speakers && mentions == m_mentions)
        return;
    const auto ids = [](const QList<Speaker> &list) {
        QList<SpeakerId> result;
        for (const Speaker &speaker : list)
            result.append(speaker.id);
        return result;
    };
    if (ids(speakers) == ids(m_speakers)) {
        m_speakers = std::move(speakers);
        m_mentions = mentions;
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_speakers = std::move(speakers);
    m_mentions = mentions;
    endResetModel();
}

int SpeakersModel::rowOf(SpeakerId id) const
{
    const auto found = std::find_if(m_speakers.begin(), m_speakers.end(), [id](const Speaker &speaker) { return speaker.id == id; });
    return found == m_speakers.end() ? -1 : int(found - m_speakers.begin());
}

int SpeakersModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_speakers.size()); }
int SpeakersModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant SpeakersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Speaker &speaker = m_speakers[index.row()];
    if (role == Qt::DecorationRole && index.column() == Name)
        return swatchOf(Rendering::colourOf(speaker), QGuiApplication::palette());
    if (role == Qt::TextAlignmentRole && index.column() == Mentions)
        return QVariant(Qt::AlignVCenter | Qt::AlignTrailing);
    if (role == Qt::ToolTipRole && !speaker.aliases.isEmpty())
        return tr("Also called %1").arg(listed(speaker.aliases));
    if (role == Qt::AccessibleTextRole && index.column() == Name)
        return tr("%1, %2, %n mention(s)", nullptr, mentions(index.row())).arg(speaker.name, titleOf(speaker.type));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name: return speaker.name;
    case Type: return titleOf(speaker.type);
    case Mentions: return QLocale().toString(mentions(index.row()));
    case Wikidata: return speaker.wikidata;
    default: return {};
    }
}

QVariant SpeakersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (section == Mentions ? Qt::AlignTrailing : Qt::AlignLeading));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Type: return tr("Type");
    case Mentions: return tr("Mentions");
    case Wikidata: return tr("Wikidata");
    default: return {};
    }
}

SpeakersFilter::SpeakersFilter(SpeakersModel &model, QObject *parent) : QSortFilterProxyModel(parent), m_model(model)
{
    setSourceModel(&model);
}

void SpeakersFilter::setNeedle(const QString &needle)
{
    m_words = needle.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool SpeakersFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const Speaker &speaker = m_model.speaker(row);
    return std::all_of(m_words.begin(), m_words.end(), [&speaker](const QString &word) {
        const auto holds = [&word](const QString &name) { return name.contains(word, Qt::CaseInsensitive); };
        return holds(speaker.name) || std::any_of(speaker.aliases.begin(), speaker.aliases.end(), holds);
    });
}

bool SpeakersFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (left.column() == SpeakersModel::Mentions)
        return m_model.mentions(left.row()) < m_model.mentions(right.row());
    return left.data().toString().compare(right.data().toString(), Qt::CaseInsensitive) < 0;
}

} // namespace Quoth::Windows
