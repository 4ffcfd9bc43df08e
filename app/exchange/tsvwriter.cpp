// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tsvwriter.h"

#include "castokens.h"
#include "tsvescapes.h"
#include "words.h"

#include <QSet>

#include <algorithm>

namespace Quoth::Exchange {

namespace {

const QString exactFeature = QStringLiteral("exact");

bool isAnnotation(const CasStructure &structure)
{
    return structure.range && structure.type != Cas::sentence && structure.type != Cas::token && structure.type != Cas::metaData
        && structure.type != Cas::metaField;
}

class TsvWriter
{
public:
    TsvWriter(const CasDocument &document, LossList &losses) : m_document(document), m_text(document.text), m_losses(losses) { }

    QByteArray write()
    {
        for (const CasStructure &structure : m_document.structures) {
            m_byId.insert(structure.id, &structure);
            if (structure.type == Cas::token)
                m_tokens.append({{{*structure.range, {}}}});
        }
        std::sort(m_tokens.begin(), m_tokens.end(),
                  [](const Token &a, const Token &b) { return a.units[0].range < b.units[0].range; });
        int lost = 0;
        for (const CasStructure &structure : m_document.structures) {
            if (isAnnotation(structure))
                m_tokens.isEmpty() ? void(++lost) : place(structure);
        }
        m_losses.warn(Words::tr("Articles without words lost their text, for which WebAnno TSV has no place."),
                      m_tokens.isEmpty());
        m_losses.warn(Words::tr("Annotations in articles without words were left out."), lost);
        m_losses.note(
            Words::tr("Spans that begin or end between words, or hold none, end with words; the feature \"exact\" keeps where."),
            int(m_exact.size()));
        numberUnits();
        writeHeader();
        writeSentences();
        m_losses.warn(Words::tr("Line ends in notes and other features became spaces."), m_carriageReturns);
        return m_lines.join(u'\n').append(u'\n').toUtf8();
    }

private:
    struct Unit
    {
        TextRange range;
        QMap<QString, QList<const CasStructure *>> annotations; ///< by type
        QString id = {};
    };
    struct Token
    {
        QList<Unit> units; ///< the token itself, then parts of it
    };
    struct Column
    {
        QString type;
        QString feature;
        enum Kind { Placeholder, Primitive, Role, Target } kind = Placeholder;
    };

    Unit &unit(qsizetype token, TextRange range)
    {
        QList<Unit> &units = m_tokens[token].units;
        const auto known = std::find_if(units.begin(), units.end(), [range](const Unit &one) { return one.range == range; });
        if (known != units.end())
            return *known;
        units.append({range, {}});
        return units.last();
    }

    void add(qsizetype token, TextRange range, const CasStructure &structure)
    {
        unit(token, range).annotations[structure.type].append(&structure);
        if (!m_first.contains(structure.id))
            m_first.insert(structure.id, {token, range});
    }

    /// The last token that begins at or before this offset, or the first.
    qsizetype tokenAt(qint32 offset) const
    {
        const auto after = std::upper_bound(m_tokens.begin(), m_tokens.end(), offset,
                                            [](qint32 at, const Token &token) { return at < token.units[0].range.begin; });
        return std::max<qsizetype>(after - m_tokens.begin() - 1, 0);
    }

    void place(const CasStructure &structure)
    {
        const TextRange core = trimmed(*structure.range, m_text);
        if (core != *structure.range && structure.type == Cas::span)
            m_exact.insert(structure.id, QStringLiteral("%1-%2").arg(structure.range->begin).arg(structure.range->end));
        m_ids.insert(structure.id, m_ids.size() + 1);
        const qsizetype first = tokenAt(core.begin);
        const TextRange token = m_tokens[first].units[0].range;
        if (core.isEmpty()) {
            const qint32 at = std::max(token.begin, std::min(token.end, core.begin));
            add(first, {at, at}, structure);
            return;
        }
        add(first, {core.begin, std::min(token.end, core.end)}, structure);
        for (qsizetype next = first + 1; next < m_tokens.size() && m_tokens[next].units[0].range.begin < core.end; ++next) {
            const TextRange further = m_tokens[next].units[0].range;
            add(next, {further.begin, std::min(further.end, core.end)}, structure);
        }
    }

    void numberUnits()
    {
        qsizetype sentence = 0;
        qsizetype number = 0;
        for (qsizetype i = 0; i < m_tokens.size(); ++i) {
            QList<Unit> &units = m_tokens[i].units;
            if (i == 0 || lineEndBetween(i - 1, i) >= 0) {
                m_sentences.append(i);
                ++sentence;
                number = 0;
            }
            ++number;
            std::sort(units.begin() + 1, units.end(), [](const Unit &a, const Unit &b) {
                return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
            });
            for (qsizetype part = 0; part < units.size(); ++part)
                units[part].id
                    = QStringLiteral("%1-%2").arg(sentence).arg(number) + (part > 0 ? u'.' + QString::number(part) : QString());
        }
    }

    /// Where the line ends before a token if a sentence can begin with it: readers fill up with spaces. Else -1.
    qint32 lineEndBetween(qsizetype token, qsizetype next) const
    {
        const TextRange gap{m_tokens[token].units[0].range.end, m_tokens[next].units[0].range.begin};
        const QStringView between = QStringView(m_text).sliced(gap.begin, gap.length());
        const qsizetype lineEnd = between.lastIndexOf(u'\n');
        const bool onlySpaces
            = lineEnd >= 0 && std::all_of(between.begin() + lineEnd + 1, between.end(), [](QChar c) { return c == u' '; });
        return onlySpaces ? gap.begin + qint32(lineEnd) : -1;
    }

    void writeHeader()
    {
        m_lines.append(QStringLiteral("#FORMAT=WebAnno TSV 3.3"));
        for (const CasType &type : m_document.types) {
            QSet<QString> filled;
            bool isUsed = false;
            for (const CasStructure &structure : m_document.structures) {
                if (structure.type != type.name || !isAnnotation(structure))
                    continue;
                isUsed = true;
                for (auto value = structure.values.begin(); value != structure.values.end(); ++value)
                    filled.insert(value.key());
                for (auto reference = structure.references.begin(); reference != structure.references.end(); ++reference)
                    filled.insert(reference.key());
            }
            if (!isUsed)
                continue;
            QString line = QStringLiteral("#T_SP=") + type.name;
            const qsizetype before = m_columns.size();
            for (const CasFeature &feature : type.features) {
                if (!filled.contains(feature.name))
                    continue;
                if (feature.element.isEmpty()) {
                    m_columns.append({type.name, feature.name, Column::Primitive});
                    line += u'|' + feature.name;
                    continue;
                }
                const CasFeature *target = featureOf(m_document.types, feature.element, Cas::target);
                m_columns.append({type.name, feature.name, Column::Role});
                m_columns.append({type.name, feature.name, Column::Target});
                line += QStringLiteral("|ROLE_%1:%2_%3|%4")
                            .arg(type.name, feature.name, feature.element, target ? target->range : Cas::annotation);
            }
            if (type.name == Cas::span && !m_exact.isEmpty()) {
                m_columns.append({type.name, exactFeature, Column::Primitive});
                line += u'|' + exactFeature;
            }
            if (m_columns.size() == before) {
                m_columns.append({type.name, {}, Column::Placeholder});
                line += u'|';
            }
            m_lines.append(line);
        }
        m_lines.append(QString());
    }

    void writeSentences()
    {
        if (m_tokens.isEmpty())
            return;
        const QStringView before = QStringView(m_text).first(m_tokens[0].units[0].range.begin);
        const bool onlySpaces = std::all_of(before.begin(), before.end(), [](QChar c) { return c == u' '; });
        m_losses.warn(Words::tr("Empty lines and other white space before the first word became spaces."), !onlySpaces);
        for (qsizetype i = 0; i < m_sentences.size(); ++i) {
            const qsizetype first = m_sentences[i];
            const qsizetype next = i + 1 < m_sentences.size() ? m_sentences[i + 1] : m_tokens.size();
            const qint32 begin = m_tokens[first].units[0].range.begin;
            const auto end = next < m_tokens.size() ? lineEndBetween(next - 1, next) : qint32(m_text.size());
            m_lines.append(QString());
            const QList<QStringView> lines = QStringView(m_text).sliced(begin, end - begin).split(u'\n');
            for (const QStringView line : lines)
                m_lines.append(QStringLiteral("#Text=") + tsvText(line));
            for (qsizetype token = first; token < next; ++token) {
                for (const Unit &one : std::as_const(m_tokens[token].units))
                    writeRow(one);
            }
        }
    }

    void writeRow(const Unit &unit)
    {
        QStringList cells{unit.id, QStringLiteral("%1-%2").arg(unit.range.begin).arg(unit.range.end),
                          m_text.sliced(unit.range.begin, unit.range.length())};
        for (const Column &column : std::as_const(m_columns)) {
            QStringList values;
            const QList<const CasStructure *> annotations = unit.annotations.value(column.type);
            for (const CasStructure *annotation : annotations)
                values.append(value(*annotation, column));
            cells.append(values.isEmpty() ? QStringLiteral("_") : values.join(u'|'));
        }
        // INCEpTION ends its rows with a tab.
        m_lines.append(cells.join(u'\t') + u'\t');
    }

    QString value(const CasStructure &annotation, const Column &column)
    {
        const QString id = u'[' + QString::number(m_ids.value(annotation.id)) + u']';
        if (column.kind == Column::Placeholder)
            return u'*' + id;
        if (column.kind == Column::Primitive) {
            QString text = column.feature == exactFeature ? m_exact.value(annotation.id)
                                                          : annotation.values.value(column.feature).toVariant().toString();
            if (const auto count = text.count(u'\r')) {
                m_carriageReturns += int(count);
                text.replace(u'\r', u' ');
            }
            return (text.isEmpty() ? QStringLiteral("*") : tsvValue(text)) + id;
        }
        QStringList links;
        const QList<qint64> references = annotation.references.value(column.feature);
        for (const qint64 reference : references) {
            const CasStructure *link = m_byId.value(reference);
            const qint64 target = link ? link->references.value(Cas::target).value(0) : 0;
            if (!m_first.contains(target))
                continue;
            const QString role = tsvValue(link->values.value(Cas::role).toString());
            links.append(column.kind == Column::Role ? (role.isEmpty() ? QStringLiteral("*") : role) : referenceTo(target));
        }
        if (column.kind == Column::Role)
            return (links.isEmpty() ? QStringLiteral("_") : links.join(u';')) + id;
        return links.isEmpty() ? QStringLiteral("*") : links.join(u';');
    }

    QString referenceTo(qint64 target)
    {
        const auto [token, range] = m_first.value(target);
        return QStringLiteral("%1[%2]").arg(unit(token, range).id).arg(m_ids.value(target));
    }

    const CasDocument &m_document;
    const QString &m_text;
    LossList &m_losses;
    QList<Token> m_tokens;
    QList<qsizetype> m_sentences; // their first tokens
    QList<Column> m_columns;
    QStringList m_lines;
    QHash<qint64, const CasStructure *> m_byId;
    QHash<qint64, std::pair<qsizetype, TextRange>> m_first; // where an annotation begins: the token, the unit in it
    QHash<qint64, qsizetype> m_ids;
    QHash<qint64, QString> m_exact;
    int m_carriageReturns = 0;
};

} // namespace

QByteArray writeTsv(const CasDocument &document, LossList &losses) { return TsvWriter(document, losses).write(); }

} // namespace Quoth::Exchange
