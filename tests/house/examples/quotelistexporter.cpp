// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quotelistexporter.h"

#include "filesession.h"
#include "quotelistimporter.h"
#include "words.h"

#include <app/annotation/annotationindex.h>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

/// On one line, without the pair of quotation marks around it, which the importer adds again.
QString unquoted(const QString &words)
{
    const QString line = onOneLine(words);
    if (line.size() < 3 || line.front() != u'\u201C' || line.back() != u'\u201D')
        return line;
    const QString inside = line.sliced(1, line.size() - 2);
    return inside.contains(u'\u201C') || inside.contains(u'\u201D') || inside != inside.trimmed() ? line : inside;
}

class QuoteListSession final : public FileSession
{
public:
    using FileSession::FileSession;

protected:
    Result<void> writeSelected(const AnnotatedArticle &annotated) override
    {
        const Article &article = annotated.article;
        const AnnotationIndex index(annotated.annotations);
        const QString title = onOneLine(article.meta.title);
        QByteArray out = (title.isEmpty() ? onOneLine(article.externalId) : title).toUtf8() + '\n';
        QSet<SpanId> written;
        for (const Attribution &attribution : annotated.annotations.attributions) {
            QStringList pieces;
            for (const SpanId id : attribution.spans(contentRole)) {
                for (const TextRange piece : index.span(id)->fragments)
                    pieces.append(unquoted(article.text.mid(piece.begin, piece.length())));
            }
            const QString words = pieces.join(QStringLiteral(" \u2026 ")).trimmed();
            const auto speaker = speakerOf(attribution, index);
            if (!speaker || words.isEmpty()) {
                lossList().warn(Words::tr("Quotations without a known speaker were left out."));
                continue;
            }
            out += onOneLine(annotated.annotations.speaker(*speaker)->name).toUtf8() + '\t' + words.toUtf8() + '\n';
            for (const RoleFiller &filler : attribution.fillers) {
                if (filler.role != cueRole)
                    written.insert(filler.span);
            }
            lossList().warn(Words::tr("Confidences, notes and attributes have no place."),
                            attribution.provenance.confidence || !attribution.note.isEmpty()
                                || !attribution.attributes.isEmpty());
        }
        lossList().warn(Words::tr("Spans that are neither speaker nor words of a quotation were left out."),
                        int(annotated.annotations.spans.size() - written.size()));
        lossList().warn(Words::tr("The text around the quotations is gone."));
        return output().write(out);
    }
};

} // namespace

FormatInfo QuoteListExporter::info() const { return QuoteListImporter().info(); }

Result<std::unique_ptr<ExportSession>> QuoteListExporter::open(const QString &outputPath, const ExportOptions &options) const
{
    return openFileSession<QuoteListSession>(outputPath, options);
}

} // namespace Quoth::Exchange
