// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conllexporter.h"

#include "conllwords.h"
#include "filesession.h"
#include "teinames.h"
#include "words.h"

#include <algorithm>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

using Column = QList<QByteArray>;

class ConllSession : public FileSession
{
public:
    ConllSession(OutputFile output, const ExportOptions &options, ConllForm form)
        : FileSession(std::move(output), options), m_form(form), m_overlaps(options.overlaps)
    {
    }

protected:
    Result<void> writeSelected(const AnnotatedArticle &annotated) override
    {
        countLosses(annotated);
        const ConllWords words = conllWords(annotated, lossList());
        if (words.words.isEmpty()) {
            lossList().warn(Words::tr("Articles without words were left out."));
            return {};
        }
        QList<Column> columns;
        QByteArray names;
        if (m_form == ConllForm::Columns)
            fillColumns(words, columns, names);
        else
            fillOne(words, columns);
        const QByteArray between = m_form == ConllForm::Conll2003 ? " _ _" : "";
        QByteArray out = m_form == ConllForm::Columns ? "-DOCSTART-" + names : m_form == ConllForm::Conll2003 ? QByteArrayLiteral("-DOCSTART- -X- O O") : QByteArrayLiteral("-DOCSTART- O");
        out += "\n\n";
        qsizetype word = 0;
        for (const qsizetype end : words.sentenceEnds) {
            for (; word < end; ++word) {
                const TextRange range = words.words[word];
                out += QStringView(annotated.article.text).mid(range.begin, range.length()).toUtf8() + between;
                for (const Column &column : std::as_const(columns))
                    out += ' ' + column[word];
                out += '\n';
            }
            out += '\n';
        }
        return output().write(out);
    }

private:
    template<class T>
    void countDetails(const T &item)
    {
        lossList().warn(Words::tr("States, which have no column: what was not accepted looks like the rest."), item.provenance.state != State::Accepted);
        lossList().warn(Words::tr("Confidences have no column."), item.provenance.confidence.has_value());
        lossList().warn(Words::tr("Origins and explanations have no column."));
        lossList().warn(Words::tr("Notes have no column."), !item.note.isEmpty());
        lossList().warn(Words::tr("Attributes have no column."), !item.attributes.isEmpty());
        lossList().warn(Words::tr("Speakers have no column."), item.speaker.has_value());
    }

    void countLosses(const AnnotatedArticle &annotated)
    {
        for (const Span &span : annotated.annotations.spans) {
            countDetails(span);
            lossList().warn(Words::tr("Spans in several pieces became as many spans."), span.fragments.size() > 1);
        }
        for (const Attribution &attribution : annotated.annotations.attributions)
            countDetails(attribution);
        lossList().warn(Words::tr("Attributions have no place; their spans were written."), int(annotated.annotations.attributions.size()));
        lossList().warn(Words::tr("Articles lost their id and metadata."));
        lossList().warn(Words::tr("Articles lost the blanks and line ends between their words."));
    }

    bool put(const ConllSpan &span, Column &column)
    {
        for (const auto &[first, end] : span.pieces) {
            if (std::any_of(column.begin() + first, column.begin() + end, [](const QByteArray &cell) { return cell != "O"; }))
                return false;
        }
        const QByteArray label = '-' + teiWord(span.span->label).toUtf8();
        for (const auto &[first, end] : span.pieces) {
            for (qsizetype i = first; i < end; ++i)
                column[i] = (i == first ? 'B' : 'I') + label;
            if (m_form == ConllForm::Iobes)
                column[end - 1] = (end - first == 1 ? 'S' : 'E') + label;
        }
        return true;
    }

    void fillOne(const ConllWords &words, QList<Column> &columns)
    {
        columns.append(Column(words.words.size(), "O"));
        QList<ConllSpan> spans = words.spans;
        const bool longest = m_overlaps == OverlapChoice::Longest;
        std::stable_sort(spans.begin(), spans.end(), [longest](const ConllSpan &a, const ConllSpan &b) { return longest ? a.words() > b.words() : a.words() < b.words(); });
        for (const ConllSpan &span : std::as_const(spans)) {
            lossList().warn(longest ? Words::tr("Spans were left out because one with more words holds their place: a word has one label.")
                                    : Words::tr("Spans were left out because one with fewer words holds a part of their place: a word has one label."),
                            !put(span, columns[0]));
        }
    }

    void fillColumns(const ConllWords &words, QList<Column> &columns, QByteArray &names)
    {
        QStringList labels;
        for (const ConllSpan &span : words.spans) {
            bool placed = false;
            for (qsizetype i = 0; i < columns.size() && !placed; ++i)
                placed = labels[i] == span.span->label && put(span, columns[i]);
            if (placed)
                continue;
            columns.append(Column(words.words.size(), "O"));
            labels.append(span.span->label);
            put(span, columns.last());
            names += ' ' + teiWord(span.span->label).toUtf8();
        }
        if (columns.isEmpty()) {
            columns.append(Column(words.words.size(), "O"));
            names = " O";
        }
    }

    const ConllForm m_form;
    const OverlapChoice m_overlaps;
};

} // namespace

FormatInfo conllInfo(ConllForm form)
{
    const QString checked = QStringLiteral("the shared tasks' descriptions");
    const auto info = [&](const char *name, const QString &title, bool nests) {
        const Support support = nests ? Support::Yes : Support::No;
        return FormatInfo{QString::fromLatin1(name), title, {QStringLiteral("conll"), QStringLiteral("iob"), QStringLiteral("bio")}, true, true, false,
                          {Support::No, Support::No, Support::No, support, support, Support::No, OffsetUnit::Tokens, checked},
                          !nests};
    };
    switch (form) {
    case ConllForm::Conll2003: return info("conll2003", Words::tr("CoNLL-2003, four columns"), false);
    case ConllForm::Conll2002: return info("conll2002", Words::tr("CoNLL-2002, two columns"), false);
    case ConllForm::Iobes: return info("conll-iobes", Words::tr("CoNLL, two columns, IOBES"), false);
    case ConllForm::Columns: return info("conll-columns", Words::tr("CoNLL, columns for each label"), true);
    }
    Q_UNREACHABLE();
}

Result<std::unique_ptr<ExportSession>> ConllExporter::open(const QString &outputPath, const ExportOptions &options) const
{
    Result<OutputFile> output = OutputFile::open(outputPath);
    if (!output)
        return output.error();
    return std::unique_ptr<ExportSession>(std::make_unique<ConllSession>(std::move(*output), options, m_form));
}

} // namespace Quoth::Exchange
