// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reviewlistmodel.h"

#include "provenancetext.h"
#include "speakertexts.h"
#include "workbench.h"

#include <app/annotation/nesting.h>
#include <app/editing/reviewqueue.h>
#include <app/rendering/cardtext.h>
#include <app/rendering/styles.h>

#include <QGuiApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace Quoth::Windows {

using namespace Annotation;
using Editing::Item;

namespace {

constexpr int mostWords = 160;
constexpr qsizetype followedOneByOne = 200; // an edit of more things is quicker read anew

QVariant swatch(const QColor &colour)
{
    return colour.isValid() ? QVariant(swatchOf(colour, QGuiApplication::palette())) : QVariant();
}

} // namespace

ReviewListModel::ReviewListModel(Workbench &workbench, QObject *parent) : QAbstractItemModel(parent), m_workbench(workbench)
{
    connect(&workbench.model(), &AnnotationModel::reset, this, &ReviewListModel::rebuild);
    connect(&workbench.model(), &AnnotationModel::applied, this, &ReviewListModel::follow);
}

ReviewListModel::~ReviewListModel() = default;

Editing::ReviewedArticle ReviewListModel::article() const
{
    return {m_workbench.article(), m_workbench.index(), m_workbench.schema()};
}

void ReviewListModel::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    rebuild();
}

void ReviewListModel::setFilter(const Editing::ReviewFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    rebuild();
}

void ReviewListModel::setDark(bool dark)
{
    m_dark = dark;
    if (!m_nodes.empty())
        emit dataChanged(index(0, What), index(int(m_nodes.size()) - 1, What), {Qt::DecorationRole});
}

void ReviewListModel::rebuild()
{
    if (!m_active && m_nodes.empty())
        return;
    beginResetModel();
    m_nodes.clear();
    if (m_active && m_workbench.model().isOpen()) {
        const QList<Item> items = Editing::matching(article(), m_filter);
        m_nodes.reserve(size_t(items.size()));
        for (const Item &item : items)
            m_nodes.push_back(std::make_unique<Node>(Node{item, int(m_nodes.size()), std::nullopt}));
    }
    endResetModel();
    emit changed();
}

void ReviewListModel::follow(const Edit &edit)
{
    if (!m_active || !m_workbench.model().isOpen())
        return;
    QSet<AttributionId> attributions;
    QSet<SpanId> spans;
    bool speakers = false;
    for (const Change &change : edit.changes) {
        if (const auto *span = std::get_if<ChangeOf<Span>>(&change)) {
            const SpanId id = span->after ? span->after->id : span->before->id;
            spans.insert(id);
            const QList<AttributionId> users = m_workbench.index().attributionsOf(id);
            for (const AttributionId user : users)
                attributions.insert(user);
        } else if (const auto *attribution = std::get_if<ChangeOf<Attribution>>(&change)) {
            attributions.insert(attribution->after ? attribution->after->id : attribution->before->id);
            for (const auto &version : {attribution->before, attribution->after}) {
                if (!version)
                    continue;
                for (const RoleFiller &filler : version->fillers)
                    spans.insert(filler.span); // free or not any more
            }
        } else if (std::holds_alternative<ChangeOf<Annotation::Speaker>>(change)) {
            speakers = true;
        }
    }
    if (attributions.size() + spans.size() > followedOneByOne || (speakers && (m_filter.speaker || !m_filter.text.isEmpty()))) {
        rebuild();
        return;
    }
    for (const AttributionId id : std::as_const(attributions))
        update(id);
    for (const SpanId id : std::as_const(spans))
        update(id);
    if (!m_nodes.empty())
        emit dataChanged(index(0, 0), index(int(m_nodes.size()) - 1, ColumnCount - 1));
    emit changed();
}

void ReviewListModel::update(const Item &item)
{
    const std::optional<int> row = rowOf(item);
    const bool wanted = Editing::matches(item, article(), m_filter);
    if (row && wanted) {
        const Node &node = *m_nodes[size_t(*row)];
        const AnnotationIndex &index = m_workbench.index();
        const bool inPlace = (*row == 0 || Editing::comesBefore(m_nodes[size_t(*row) - 1]->item, item, index))
            && (*row + 1 == int(m_nodes.size()) || Editing::comesBefore(item, m_nodes[size_t(*row) + 1]->item, index));
        QList<SpanId> parts;
        if (const auto *id = std::get_if<AttributionId>(&item)) {
            for (const RoleFiller &filler : index.attribution(*id)->fillers)
                parts.append(filler.span);
        }
        if (inPlace && (!node.parts || *node.parts == parts))
            return;
    }
    if (row)
        remove(*row);
    if (wanted)
        insert(item);
}

void ReviewListModel::insert(const Item &item)
{
    const auto place = std::lower_bound(m_nodes.begin(), m_nodes.end(), item, [this](const auto &node, const Item &one) {
        return Editing::comesBefore(node->item, one, m_workbench.index());
    });
    const int row = int(place - m_nodes.begin());
    beginInsertRows({}, row, row);
    m_nodes.insert(place, std::make_unique<Node>(Node{item, row, std::nullopt}));
    renumber(row);
    endInsertRows();
}

void ReviewListModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_nodes.erase(m_nodes.begin() + row);
    renumber(row);
    endRemoveRows();
}

void ReviewListModel::renumber(int from)
{
    for (size_t i = size_t(from); i < m_nodes.size(); ++i)
        m_nodes[i]->row = int(i);
}

std::optional<int> ReviewListModel::rowOf(const Item &item) const
{
    const auto found = std::find_if(m_nodes.begin(), m_nodes.end(), [&item](const auto &node) { return node->item == item; });
    return found == m_nodes.end() ? std::nullopt : std::optional(int(found - m_nodes.begin()));
}

QList<Item> ReviewListModel::items() const
{
    QList<Item> result;
    result.reserve(qsizetype(m_nodes.size()));
    for (const auto &node : m_nodes)
        result.append(node->item);
    return result;
}

const QList<SpanId> &ReviewListModel::partsOf(const Node &node) const
{
    if (!node.parts) {
        QList<SpanId> parts;
        const auto *id = std::get_if<AttributionId>(&node.item);
        if (const Attribution *attribution = id ? m_workbench.index().attribution(*id) : nullptr) {
            for (const RoleFiller &filler : attribution->fillers)
                parts.append(filler.span);
        }
        node.parts = parts;
    }
    return *node.parts;
}

std::optional<Item> ReviewListModel::item(const QModelIndex &index) const
{
    if (!index.isValid())
        return std::nullopt;
    if (const auto *node = static_cast<const Node *>(index.internalPointer())) {
        const QList<SpanId> &parts = partsOf(*node);
        return index.row() < parts.size() ? std::optional<Item>(parts[index.row()]) : std::nullopt;
    }
    return size_t(index.row()) < m_nodes.size() ? std::optional(m_nodes[size_t(index.row())]->item) : std::nullopt;
}

std::optional<Item> ReviewListModel::owner(const QModelIndex &index) const
{
    return item(index.parent().isValid() ? index.parent() : index);
}

QModelIndex ReviewListModel::indexOf(const Item &item, std::optional<SpanId> part) const
{
    std::optional<int> row = rowOf(item);
    if (!row && part)
        row = rowOf(*part);
    return row ? index(*row, 0) : QModelIndex();
}

QModelIndex ReviewListModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? m_nodes[size_t(parent.row())].get() : nullptr);
}

QModelIndex ReviewListModel::parent(const QModelIndex &index) const
{
    const auto *node = static_cast<const Node *>(index.internalPointer());
    return node ? createIndex(node->row, 0, nullptr) : QModelIndex();
}

int ReviewListModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_nodes.size());
    if (parent.internalPointer() || parent.column() != 0 || size_t(parent.row()) >= m_nodes.size())
        return 0;
    return int(partsOf(*m_nodes[size_t(parent.row())]).size());
}

int ReviewListModel::columnCount(const QModelIndex &) const { return ColumnCount; }

bool ReviewListModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return !m_nodes.empty();
    return !parent.internalPointer() && parent.column() == 0 && size_t(parent.row()) < m_nodes.size()
        && std::holds_alternative<AttributionId>(m_nodes[size_t(parent.row())]->item);
}

QString ReviewListModel::text(const Item &item, Column column) const
{
    const Editing::ReviewedArticle in = article();
    const auto *attributionId = std::get_if<AttributionId>(&item);
    const Attribution *attribution = attributionId ? in.index.attribution(*attributionId) : nullptr;
    const Span *span = attributionId ? nullptr : in.index.span(std::get<SpanId>(item));
    if (!attribution && !span)
        return {};
    const Provenance &provenance = attribution ? attribution->provenance : span->provenance;
    switch (column) {
    case What: return Editing::titleOfLabel(attribution ? attribution->type : span->label, in.schema);
    case Words: return Rendering::isolated(Editing::wordsOf(item, in, mostWords));
    case Speaker: {
        if (attribution)
            return Rendering::creditedText(*attribution, in.index, in.article.text);
        const auto id = Editing::speakerOfItem(item, in);
        const Annotation::Speaker *speaker = id ? in.index.speaker(*id) : nullptr;
        return speaker ? Rendering::isolated(speaker->name) : QString();
    }
    case State: return stateText(provenance.state);
    case Confidence: return provenance.confidence ? QLocale().toString(*provenance.confidence, 'f', 2) : QString();
    case From: return originText(provenance.origin);
    case Note: return Rendering::isolated((attribution ? attribution->note : span->note).left(mostWords).simplified());
    case ColumnCount: break;
    }
    return {};
}

QVariant ReviewListModel::data(const QModelIndex &index, int role) const
{
    const std::optional<Item> shown = item(index);
    if (!shown)
        return {};
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(*shown, column);
    case Qt::ToolTipRole: return column == Words || column == Note ? text(*shown, column) : QString();
    case Qt::TextAlignmentRole: return column == Confidence ? int(Qt::AlignTrailing | Qt::AlignVCenter) : QVariant();
    case Qt::DecorationRole: {
        if (column != What)
            return {};
        const QString label = Editing::labelOf(*shown, m_workbench.index());
        const bool frame = std::holds_alternative<AttributionId>(*shown);
        return swatch(frame ? Rendering::frameColourOf(m_workbench.schema(), label, m_dark) : Rendering::colourOf(m_workbench.schema(), label, m_dark));
    }
    case Qt::AccessibleTextRole: return QStringLiteral("%1: %2").arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), text(*shown, column));
    default: return {};
    }
}

QVariant ReviewListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case What: return tr("What");
    case Words: return tr("Words");
    case Speaker: return tr("Speaker");
    case State: return tr("State");
    case Confidence: return tr("Confidence");
    case From: return tr("From");
    case Note: return tr("Note");
    case ColumnCount: break;
    }
    return {};
}

} // namespace Quoth::Windows
