// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowwriter.h"

#include "words.h"


namespace Quoth::Storage {

using namespace Annotation;

namespace {

QVariant orNull(const std::optional<SpeakerId> &id) { return id ? QVariant(id->number()) : QVariant(QMetaType::fromType<qlonglong>()); }

void append(QVariantList &values, const Provenance &provenance)
{
    values << toString(provenance.state) << toString(provenance.origin.kind) << nonNull(provenance.origin.name)
           << nonNull(provenance.origin.version) << int(provenance.origin.edited)
           << (provenance.confidence ? QVariant(*provenance.confidence) : QVariant(QMetaType::fromType<double>()))
           << nonNull(provenance.explanation);
}

} // namespace

Result<void> RowWriter::write(const Change &change)
{
    return std::visit([this](const auto &c) { return writeChange(c); }, change);
}

template<class T>
Result<void> RowWriter::writeChange(const ChangeOf<T> &change)
{
    if (change.before) {
        if (auto done = remove(*change.before); !done)
            return done;
    }
    return change.after ? insert(*change.after) : Result<void>();
}

Result<void> RowWriter::writeChange(const ChangeOf<ArticleMeta> &change)
{
    const ArticleMeta meta = change.after.value_or(ArticleMeta());
    const auto done = m_database.run(QStringLiteral("UPDATE articles SET title = ?, url = ?, outlet = ?, author = ?, published = ?,"
                                                    " language = ?, extra = ? WHERE id = ?"),
                                     {nonNull(meta.title), nonNull(meta.url), nonNull(meta.outlet), nonNull(meta.author),
                                      nonNull(meta.published), nonNull(meta.language), json(meta.extra),
                                      m_article ? m_article->number() : 0});
    return done ? Result<void>() : done.error();
}

Result<void> RowWriter::writeChange(const ChangeOf<Schema> &change)
{
    if (!change.after)
        return Error{ErrorCode::BadInput, Words::tr("A project cannot be without a schema."), m_database.path()};
    const auto done = m_database.run(QStringLiteral("UPDATE project SET value = ? WHERE key = 'schema'"),
                                     {QString::fromUtf8(change.after->toJson())});
    return done ? Result<void>() : done.error();
}

Result<void> RowWriter::writeChange(const ChangeOf<ArticlePresence> &change)
{
    const int withdrawn = change.after ? 0 : 1;
    const auto done = m_database.run(QStringLiteral("UPDATE articles SET withdrawn = ? WHERE id = ?"), {withdrawn, m_article ? m_article->number() : 0});
    if (!done)
        return done.error();
    const QList<SpeakerId> speakers = (change.after ? change.after : change.before).value_or(ArticlePresence()).speakers;
    for (const SpeakerId speaker : speakers) {
        if (auto written = runFor(change.after ? QStringLiteral("UPDATE speakers SET withdrawn = 0 WHERE id = ?")
                                                   : QStringLiteral("UPDATE speakers SET withdrawn = 1 WHERE id = ?"),
                                      speaker.number());
            !written)
            return written;
    }
    return {};
}

Result<void> RowWriter::insert(const Span &span)
{
    if (!m_article || span.fragments.isEmpty()) {
        return Error{ErrorCode::OutOfRange, Words::tr("A span without text cannot be stored."), m_database.path()};
    }
    QVariantList values{span.id.number(), m_article->number(), span.label};
    append(values, span.provenance);
    values << orNull(span.speaker) << json(span.attributes) << nonNull(span.note);
    const auto inserted = m_database.run(
        QStringLiteral("INSERT INTO spans (id, article, label, state, origin, origin_name, origin_version, edited, confidence,"
                       " explanation, speaker, attributes, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        values);
    if (!inserted)
        return inserted.error();
    int ordinal = 0;
    for (const TextRange fragment : span.fragments) {
        const CodePointRange range = m_offsets.toCodePoints(fragment);
        if (range.begin < 0 || range.end > m_offsets.codePoints() || range.begin >= range.end) {
            return Error{ErrorCode::OutOfRange,
                         Words::tr("A span from %1 to %2 does not fit the text of %3 characters.")
                             .arg(range.begin)
                             .arg(range.end)
                             .arg(m_offsets.codePoints()),
                         m_database.path()};
        }
        const auto done = m_database.run(
            QStringLiteral("INSERT INTO fragments (span, ordinal, \"begin\", \"end\") VALUES (?, ?, ?, ?)"),
            {span.id.number(), ordinal++, range.begin, range.end});
        if (!done)
            return done.error();
    }
    return {};
}

Result<void> RowWriter::insert(const Attribution &attribution)
{
    QVariantList values{attribution.id.number(), m_article ? QVariant(m_article->number()) : QVariant(), attribution.type,
                        attribution.kind ? QVariant(toString(*attribution.kind)) : QVariant(QMetaType::fromType<QString>())};
    append(values, attribution.provenance);
    values << orNull(attribution.speaker) << json(attribution.attributes) << nonNull(attribution.note);
    const auto inserted = m_database.run(
        QStringLiteral("INSERT INTO attributions (id, article, type, kind, state, origin, origin_name, origin_version, edited,"
                       " confidence, explanation, speaker, attributes, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        values);
    if (!inserted)
        return inserted.error();
    int ordinal = 0;
    for (const RoleFiller &filler : attribution.fillers) {
        const auto done = m_database.run(
            QStringLiteral("INSERT INTO attribution_spans (attribution, ordinal, role, span) VALUES (?, ?, ?, ?)"),
            {attribution.id.number(), ordinal++, filler.role, filler.span.number()});
        if (!done)
            return done.error();
    }
    return {};
}

Result<void> RowWriter::insert(const Speaker &speaker)
{
    const auto inserted
        = m_database.run(QStringLiteral("INSERT INTO speakers (id, name, type, wikidata, colour) VALUES (?, ?, ?, ?, ?)"),
                         {speaker.id.number(), speaker.name, toString(speaker.type), nonNull(speaker.wikidata), nonNull(speaker.colour)});
    if (!inserted)
        return inserted.error();
    int ordinal = 0;
    for (const QString &alias : speaker.aliases) {
        const auto done = m_database.run(QStringLiteral("INSERT INTO speaker_aliases (speaker, ordinal, alias) VALUES (?, ?, ?)"),
                                         {speaker.id.number(), ordinal++, nonNull(alias)});
        if (!done)
            return done.error();
    }
    return {};
}

Result<void> RowWriter::remove(const Span &span)
{
    if (auto done = runFor(QStringLiteral("DELETE FROM fragments WHERE span = ?"), span.id.number()); !done)
        return done;
    return runFor(QStringLiteral("DELETE FROM spans WHERE id = ?"), span.id.number());
}

Result<void> RowWriter::remove(const Attribution &attribution)
{
    if (auto done = runFor(QStringLiteral("DELETE FROM attribution_spans WHERE attribution = ?"), attribution.id.number()); !done)
        return done;
    return runFor(QStringLiteral("DELETE FROM attributions WHERE id = ?"), attribution.id.number());
}

Result<void> RowWriter::remove(const Speaker &speaker)
{
    if (auto done = runFor(QStringLiteral("DELETE FROM speaker_aliases WHERE speaker = ?"), speaker.id.number()); !done)
        return done;
    return runFor(QStringLiteral("DELETE FROM speakers WHERE id = ?"), speaker.id.number());
}

Result<void> RowWriter::runFor(const QString &sql, qint64 id)
{
    const auto done = m_database.run(sql, {id});
    return done ? Result<void>() : done.error();
}

} // namespace Quoth::Storage
