// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tsvreader.h"

#include "linereader.h"
#include "tsvcolumns.h"
#include "tsvescapes.h"
#include "words.h"

#include <QBuffer>

#include <algorithm>

namespace Quoth::Exchange {

namespace {

using Kind = TsvColumn::Kind;

/// A row far from where the text ends is a fault rather than a gap.
constexpr qint64 widestGap = 1024 * 1024;

class TsvReader
{
public:
    TsvReader(const QString &path, IssueList &issues) : m_path(path), m_issues(issues) { }

    Result<CasDocument> read(QByteArray bytes)
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        LineReader lines(buffer);
        bool inHeader = true;
        while (const std::optional<QByteArrayView> bytesOfLine = lines.next()) {
            m_line = lines.number();
            QString line = QString::fromUtf8(*bytesOfLine);
            if (m_line == 1) {
                if (line.startsWith(QChar(QChar::ByteOrderMark)))
                    line.remove(0, 1);
                if (!line.startsWith(u"#FORMAT=WebAnno TSV 3."))
                    return Error{ErrorCode::BadInput, Words::tr("This is no WebAnno TSV of version 3."), lineOf(m_path, 1)};
                m_javaEscapes = line.endsWith(u"3.0") || line.endsWith(u"3.1");
                continue;
            }
            const auto columns = inHeader ? tsvColumns(line) : std::nullopt;
            inHeader = inHeader && columns;
            if (columns)
                m_columns += *columns;
            else
                readLine(line);
        }
        if (m_line == 0)
            return Error{ErrorCode::BadInput, Words::tr("The file is empty."), m_path};
        if (!m_sentence.isEmpty())
            m_issues.warn(Words::tr("A sentence without words was dropped."), lineOf(m_path, m_line));
        // It stands behind each sentence and belongs to none.
        m_document.text.chop(m_document.text.endsWith(u'\n'));
        resolve();
        return std::move(m_document);
    }

private:
    using Place = std::pair<QString, int>;
    struct Slot
    {
        QStringList roles;
        QStringList targets;
        QString type; ///< of the targets
        qint64 line = 0;
    };
    struct Relation
    {
        qsizetype annotation = 0;
        QString source;
        QString target;
        QString ids; ///< "2_3"
        QString type;
    };

    void readLine(const QString &line)
    {
        if (line.isEmpty())
            return;
        if (line.startsWith(u'#')) {
            if (line.startsWith(u"#Text="))
                m_sentence += textFromTsv(QStringView(line).sliced(6), m_javaEscapes) + u'\n';
            return;
        }
        const QStringList cells = line.split(u'\t');
        bool isBegin = false;
        bool isEnd = false;
        const qint64 begin = cells.value(1).section(u'-', 0, 0).toInt(&isBegin);
        const qint64 end = cells.value(1).section(u'-', 1).toInt(&isEnd);
        if (cells.size() < 3 || !isBegin || !isEnd) {
            m_issues.warn(Words::tr("The line is no row of WebAnno TSV and was skipped."), lineOf(m_path, m_line));
            return;
        }
        if (!m_sentence.isEmpty())
            beginSentence(begin);
        const auto moved
            = [this](qint64 offset) { return qint32(std::clamp<qint64>(offset + m_shift, -1, m_document.text.size() + 1)); };
        m_unit = {moved(begin), moved(end)};
        m_unitId = cells[0];
        m_stacks.clear();
        if (cells.size() < m_columns.size() + 3)
            m_issues.warn(Words::tr("The row has too few columns."), lineOf(m_path, m_line));
        // Where a chain's link goes on is told by the column behind that of its type.
        for (const bool links : {true, false}) {
            for (qsizetype i = 0; i < m_columns.size() && i + 3 < cells.size(); ++i) {
                if ((m_columns[i].kind == Kind::ChainLink) == links && cells[i + 3] != u"_" && !cells[i + 3].isEmpty())
                    readCell(m_columns[i], cells[i + 3]);
            }
        }
    }

    void beginSentence(qint64 begin)
    {
        QString &text = m_document.text;
        // Sentences may follow each other without a space.
        if (text.size() == begin + 1)
            text.chop(1);
        m_shift = 0;
        if (begin > text.size() && begin - text.size() <= widestGap) {
            text.append(QString(begin - text.size(), u' '));
        } else if (begin != text.size()) {
            m_issues.warn(Words::tr("The offsets do not fit the sentences before; the texts were believed."),
                          lineOf(m_path, m_line));
            m_shift = text.size() - begin;
        }
        text += m_sentence;
        m_sentence.clear();
    }

    void readCell(const TsvColumn &column, QStringView cell)
    {
        const QList<QStringView> values = tsvParts(cell, u'|');
        for (int i = 0; i < values.size(); ++i) {
            QStringView value = values[i];
            const QStringView suffix = column.kind == Kind::SlotTarget ? QStringView() : takeTsvSuffix(value);
            const qsizetype at = annotation(column, i, value, suffix);
            if (at < 0)
                continue;
            CasStructure &structure = m_document.structures[at];
            Slot &slot = m_slots[{at, column.feature}];
            switch (column.kind) {
            case Kind::Placeholder: break;
            case Kind::Value:
            case Kind::ChainType:
            case Kind::ChainLink:
                if (value != u"*" && !structure.values.contains(column.feature))
                    structure.values.insert(column.feature, valueFromTsv(value));
                break;
            case Kind::SlotRole:
                if (slot.roles.isEmpty() && value != u"_")
                    slot.roles = texts(value);
                break;
            case Kind::SlotTarget:
                if (slot.targets.isEmpty() && value != u"*" && value != u"_") {
                    slot.targets = texts(value);
                    slot.type = column.target;
                    slot.line = m_line;
                }
                break;
            case Kind::RelationSource:
                m_relations.append({at, value.toString(), m_unitId, suffix.toString(), column.target});
                break;
            }
        }
    }

    static QStringList texts(QStringView value)
    {
        QStringList texts;
        for (const QStringView part : tsvParts(value, u';'))
            texts.append(part.toString());
        return texts;
    }

    /// The annotation that a value belongs to: of the same layer at the same place of the row's stack, of the same id in an earlier row,
    /// or a new one. -1 for a chain's link that has none.
    qsizetype annotation(const TsvColumn &column, int stack, QStringView &value, QStringView suffix)
    {
        const Place place{column.type, stack};
        if (const auto known = m_stacks.constFind(place); known != m_stacks.constEnd())
            return *known;
        QString key;
        if (column.kind == Kind::ChainType)
            return -1;
        if (column.kind == Kind::ChainLink) {
            const qsizetype arrow = value.lastIndexOf(u"->");
            if (arrow < 0)
                return -1;
            key = value.sliced(arrow + 2).toString();
            value = value.first(arrow);
        } else if (column.kind != Kind::RelationSource) {
            key = suffix.toString();
        }
        qsizetype at = key.isEmpty() ? -1 : m_ids.value({column.type, key}, -1);
        if (at < 0) {
            at = m_document.structures.size();
            m_document.structures.append({at + 1, column.type, m_unit});
            m_document.structures.last().line = m_line;
            if (!key.isEmpty()) {
                m_ids.insert({column.type, key}, at);
                column.kind == Kind::ChainLink
                    ? void(m_chains[{column.type, key.section(u'-', 0, 0)}].insert(key.section(u'-', 1).toInt(), at))
                    : void(m_anyIds.insert(key, at));
            }
        }
        TextRange &range = *m_document.structures[at].range;
        range = {std::min(range.begin, m_unit.begin), std::max(range.end, m_unit.end)};
        m_stacks.insert(place, at);
        for (const QString &type : {column.type, Cas::annotation}) {
            if (!m_atUnit.contains({m_unitId, type}))
                m_atUnit.insert({m_unitId, type}, at);
        }
        return at;
    }

    /// The id of the annotation that a unit's id and a disambiguation id mean; 0 if there is none.
    qint64 target(const QString &unit, const QString &id, const QString &type) const
    {
        if (!id.isEmpty() && id != u"0")
            return m_ids.value({type, id}, m_anyIds.value(id, -1)) + 1;
        return m_atUnit.value({unit, type}, -1) + 1;
    }

    void resolve()
    {
        for (auto slot = m_slots.constBegin(); slot != m_slots.constEnd(); ++slot) {
            for (qsizetype i = 0; i < slot->targets.size(); ++i) {
                QStringView unit = slot->targets[i];
                const QString id = takeTsvSuffix(unit).toString();
                const QString role = slot->roles.value(i, QStringLiteral("*"));
                CasStructure link{m_document.structures.size() + 1, Cas::top};
                link.line = slot->line;
                if (role != u"*")
                    link.values.insert(Cas::role, valueFromTsv(role));
                link.references.insert(Cas::target, {target(unit.toString(), id, slot->type)});
                m_document.structures[slot.key().first].references[slot.key().second].append(link.id);
                m_document.structures.append(link);
            }
        }
        for (const Relation &relation : std::as_const(m_relations)) {
            QMap<QString, QList<qint64>> &references = m_document.structures[relation.annotation].references;
            references.insert(Cas::governor, {target(relation.source, relation.ids.section(u'_', 0, 0), relation.type)});
            references.insert(Cas::dependent, {target(relation.target, relation.ids.section(u'_', 1), relation.type)});
        }
        for (const QMap<int, qsizetype> &chain : std::as_const(m_chains)) {
            const QList<qsizetype> links = chain.values();
            for (qsizetype i = 1; i < links.size(); ++i)
                m_document.structures[links[i - 1]].references.insert(QStringLiteral("next"), {links[i] + 1});
        }
    }

    const QString &m_path;
    IssueList &m_issues;
    CasDocument m_document; // an annotation's id is its position, from 1
    QList<TsvColumn> m_columns;
    bool m_javaEscapes = false;
    qint64 m_line = 0;
    QString m_sentence; // its text until its first row
    qint64 m_shift = 0; // from the file's offsets to those of the text
    TextRange m_unit;
    QString m_unitId;
    QMap<Place, qsizetype> m_stacks; // of the row
    QMap<std::pair<QString, QString>, qsizetype> m_ids; // by type and disambiguation id
    QHash<QString, qsizetype> m_anyIds;
    QHash<std::pair<QString, QString>, qsizetype> m_atUnit; // the first one, by unit and type
    QMap<std::pair<qsizetype, QString>, Slot> m_slots; // by annotation and feature
    QList<Relation> m_relations;
    QMap<std::pair<QString, QString>, QMap<int, qsizetype>> m_chains; // by type and number
};

} // namespace

Result<CasDocument> readTsv(const QByteArray &bytes, const QString &path, IssueList &issues)
{
    return TsvReader(path, issues).read(bytes);
}

} // namespace Quoth::Exchange
