// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quotelistimporter.h"

#include "articleintake.h"
#include "filereading.h"
#include "linereader.h"
#include "utfguess.h"
#include "words.h"

#include <QFile>
#include <QFileInfo>

#include <utility>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

/// Words that have quotation marks of their own stay as they are.
QString quoted(const QString &words)
{
    return words.contains(u'\u201C') || words.contains(u'\u201D') ? words : u'\u201C' + words + u'\u201D';
}

/// Builds one article after the other and hands each on when the next one begins.
class QuoteListReading
{
public:
    QuoteListReading(const ImportOptions &options, ArticleIntake &intake) : m_options(options), m_intake(intake) { }

    Result<void> line(QByteArrayView bytes, qint64 number)
    {
        m_place = lineOf(m_intake.path(), number);
        if (firstInvalidUtf8(bytes) >= 0)
            m_intake.issues().warn(Words::tr("Bytes that are not valid UTF-8 became U+FFFD."), m_place);
        const qsizetype tab = bytes.indexOf('\t');
        const QString first = onOneLine(QString::fromUtf8(tab < 0 ? bytes : bytes.first(tab)));
        if (tab < 0)
            return first.isEmpty() ? Result<void>() : beginArticle(first);
        const QString words = onOneLine(QString::fromUtf8(bytes.sliced(tab + 1)));
        if (first.isEmpty() || words.isEmpty())
            m_intake.issues().warn(Words::tr("Lines without a speaker or without words were left out."), m_place);
        else
            add(first, words);
        return {};
    }

    Result<void> end()
    {
        if (Result<void> handed = handOn(); !handed)
            return handed;
        return m_intake.finish();
    }

private:
    Result<void> beginArticle(const QString &title)
    {
        Result<void> handed = handOn();
        m_imported.article.article.meta.title = title;
        m_isTitled = true;
        return handed;
    }

    Result<void> handOn()
    {
        ImportedArticle imported = std::exchange(m_imported, {});
        const bool isTitled = std::exchange(m_isTitled, false);
        m_speakers.clear();
        if (imported.article.article.text.isEmpty()) {
            if (isTitled)
                m_intake.issues().warn(Words::tr("Titles without quotations were left out."), m_place);
            return {};
        }
        imported.encoding = QStringLiteral("UTF-8");
        return m_intake.take(std::move(imported), ++m_number, m_place);
    }

    void add(const QString &speaker, const QString &words)
    {
        Annotations &annotations = m_imported.article.annotations;
        QString &text = m_imported.article.article.text;
        Attribution attribution;
        attribution.id = AttributionId(annotations.attributions.size() + 1);
        attribution.provenance = importedProvenance(m_options);
        attribution.fillers.append({contentRole, addSpan(QStringLiteral("Quotation"), quoted(words))});
        attribution.kind = kindOf(annotations.spans.constLast().fragments, text);
        text += QStringLiteral(" \u2014 ");
        attribution.fillers.append({sourceRole, addSpan(QStringLiteral("Speaker"), speaker)});
        annotations.spans.last().speaker = speakerCalled(speaker);
        text += u'\n';
        annotations.attributions.append(attribution);
    }

    SpanId addSpan(const QString &label, const QString &words)
    {
        QList<Span> &spans = m_imported.article.annotations.spans;
        QString &text = m_imported.article.article.text;
        Span span;
        span.id = SpanId(spans.size() + 1);
        span.label = label;
        span.fragments = {{qint32(text.size()), qint32(text.size() + words.size())}};
        span.provenance = importedProvenance(m_options);
        spans.append(span);
        text += words;
        return span.id;
    }

    SpeakerId speakerCalled(const QString &name)
    {
        if (const auto known = m_speakers.constFind(name); known != m_speakers.cend())
            return *known;
        Speaker speaker;
        speaker.id = SpeakerId(m_speakers.size() + 1);
        speaker.name = name;
        m_imported.article.annotations.speakers.append(speaker);
        m_speakers.insert(name, speaker.id);
        return speaker.id;
    }

    const ImportOptions &m_options;
    ArticleIntake &m_intake;
    ImportedArticle m_imported;
    bool m_isTitled = false;
    QHash<QString, SpeakerId> m_speakers; // of the article
    qint64 m_number = 0; // of the article
    QString m_place; // the line that was read last
};

} // namespace

QString onOneLine(const QString &text)
{
    // A byte order mark at the begin of a line would not come back.
    return normalised(text).text.remove(QChar(QChar::ByteOrderMark)).simplified();
}

FormatInfo QuoteListImporter::info() const
{
    FormatInfo format;
    format.name = QStringLiteral("quotelist");
    format.title = Words::tr("List of quotations");
    format.suffixes = {QStringLiteral("quotes")};
    format.reads = true;
    format.writes = true;
    format.carries.frames = Support::Partly;
    return format;
}

int QuoteListImporter::likelihood(const QString &path, const QByteArray &head) const
{
    const QFileInfo file(path);
    if (file.isDir() || !binaryKind(head).isEmpty())
        return 0;
    return info().suffixes.contains(file.suffix().toLower()) ? 60 : 0;
}

Result<void> readQuoteList(QIODevice &device, const QString &path, const ImportOptions &options, const Importer::Sink &sink,
                           ImportReport &report, const Progress &progress)
{
    ArticleIntake intake(path, sink, report);
    QuoteListReading reading(options, intake);
    LineReader lines(device);
    const double size = double(qMax<qint64>(device.size(), 1));
    while (const auto line = lines.next()) {
        if (Result<void> going = checkCancelled(progress, path); !going)
            return going;
        if (lines.isTooLong())
            intake.issues().warn(Words::tr("Lines that are too long were left out."), lineOf(path, lines.number()));
        else if (Result<void> taken = reading.line(*line, lines.number()); !taken)
            return taken;
        progress.report(double(lines.bytesRead()) / size);
    }
    if (lines.hasFailed())
        return Error{ErrorCode::NotReadable, device.errorString(), path};
    return reading.end();
}

Result<void> QuoteListImporter::read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                                     const Progress &progress) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.exists() ? ErrorCode::NotReadable : ErrorCode::NotFound, file.errorString(), path};
    return readQuoteList(file, path, options, sink, report, progress);
}

} // namespace Quoth::Exchange
