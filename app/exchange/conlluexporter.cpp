// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conlluexporter.h"

#include "conlluformat.h"
#include "conllwords.h"
#include "filesession.h"
#include "jsonwriter.h"
#include "nativerecord.h"
#include "teinames.h"
#include "words.h"

#include <app/base/offsets.h>

#include <QJsonArray>
#include <QUrl>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

/// Escaped to ASCII: what is not in normal form C would make the file invalid.
QByteArray asciiJson(const QJsonObject &object)
{
    QByteArray utf8;
    JsonWriter(utf8).value(object);
    QByteArray ascii;
    for (const QChar c : QString::fromUtf8(utf8))
        ascii += c.unicode() < 0x7F ? QByteArray(1, char(c.unicode())) : "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    return ascii;
}

class ConlluSession : public FileSession
{
public:
    using FileSession::FileSession;

protected:
    Result<void> writeSelected(const AnnotatedArticle &annotated) override
    {
        const ConllWords words = conllWords(annotated, lossList());
        if (words.words.isEmpty()) {
            lossList().warn(Words::tr("Articles without words were left out."));
            return {};
        }
        const QString &text = annotated.article.text;
        const OffsetConverter offsets(text);
        const QList<QStringList> spans = spanColumn(annotated, words);
        QByteArray out = "# newdoc id = " + idOf(annotated) + "\n# " + conlluArticle.toUtf8() + " = " + asciiJson(details(annotated)) + '\n';
        qsizetype word = 0;
        for (qsizetype sentence = 0; sentence < words.sentenceEnds.size(); ++sentence) {
            const qsizetype first = word;
            QByteArray lines;
            QString plain;
            for (; word < words.sentenceEnds[sentence]; ++word) {
                const TextRange range = words.words[word];
                const QString raw = text.mid(range.begin, range.length());
                const QString form = raw.normalized(QString::NormalizationForm_C);
                const qint32 next = word + 1 < words.words.size() ? words.words[word + 1].begin : qint32(text.size());
                const QString gap = text.mid(range.end, next - range.end);
                const CodePointRange counted = offsets.toCodePoints(range);
                QStringList misc{QStringLiteral("start=%1").arg(counted.begin), QStringLiteral("end=%1").arg(counted.end)};
                if (raw != form)
                    misc.append(QStringLiteral("Raw=") + QString::fromLatin1(QUrl::toPercentEncoding(raw)));
                if (word == 0 && range.begin > 0)
                    misc.append(QStringLiteral("SpacesBefore=") + conlluBlanks(QStringView(text).first(range.begin)));
                if (gap.isEmpty())
                    misc.append(QStringLiteral("SpaceAfter=No"));
                else if (gap != u" ")
                    misc.append(QStringLiteral("SpacesAfter=") + conlluBlanks(gap));
                misc += spans[word];
                plain += form + (gap.isEmpty() || word + 1 == words.sentenceEnds[sentence] ? QString() : QStringLiteral(" "));
                lines += QByteArray::number(word - first + 1) + '\t' + form.toUtf8() + "\t_\t_\t_\t_\t_\t_\t_\t" + misc.join(u'|').toUtf8() + '\n';
            }
            out += "# sent_id = " + idOf(annotated) + '-' + QByteArray::number(sentence + 1) + "\n# text = " + plain.toUtf8() + '\n' + lines + '\n';
        }
        return output().write(out);
    }

private:
    static QByteArray idOf(const AnnotatedArticle &annotated) { return teiWord(annotated.article.externalId).toUtf8(); }

    QJsonObject details(const AnnotatedArticle &annotated)
    {
        QJsonObject record = recordOf(annotated);
        QJsonArray spans = record.value(u"spans").toArray();
        for (QJsonValueRef value : spans) {
            QJsonObject span = value.toObject();
            span.remove(QStringLiteral("fragments"));
            span.remove(QStringLiteral("text"));
            value = span;
        }
        QJsonArray attributions = record.value(u"attributions").toArray();
        for (QJsonValueRef value : attributions) {
            QJsonObject attribution = value.toObject();
            for (const QString &role : {sourceRole, cueRole, contentRole})
                attribution.remove(role);
            value = attribution;
        }
        for (const char16_t *key : {u"text", u"claims"})
            record.remove(QString::fromUtf16(key));
        record.insert(QStringLiteral("spans"), spans);
        record.insert(QStringLiteral("attributions"), attributions);
        lossList().note(Words::tr("All of spans and attributions but their words, labels and roles went into a comment that only Quoth reads."),
                        int(spans.size() + attributions.size()));
        lossList().note(Words::tr("Articles' metadata went into a comment that only Quoth reads."));
        return record;
    }

    /// The fields of MISC that are of spans, by word.
    static QList<QStringList> spanColumn(const AnnotatedArticle &annotated, const ConllWords &words)
    {
        QList<QStringList> labels(words.words.size());
        QList<QStringList> roles(words.words.size());
        for (const ConllSpan &span : words.spans) {
            const QString end = u'-' + teiWord(span.span->label) + QStringLiteral(":s") + QString::number(span.span->id.number());
            for (const auto &[first, last] : span.pieces) {
                for (qsizetype i = first; i < last; ++i)
                    labels[i].append((i == first ? u'B' : u'I') + end);
            }
            for (const Attribution &attribution : annotated.annotations.attributions) {
                for (const RoleFiller &filler : attribution.fillers) {
                    if (filler.span == span.span->id)
                        roles[span.pieces.constFirst().first].append(teiWord(filler.role) + QStringLiteral(":f") + QString::number(attribution.id.number()));
                }
            }
        }
        QList<QStringList> fields(words.words.size());
        for (qsizetype i = 0; i < fields.size(); ++i) {
            if (!labels[i].isEmpty())
                fields[i].append(QStringLiteral("Spans=") + labels[i].join(u','));
            if (!roles[i].isEmpty())
                fields[i].append(QStringLiteral("Roles=") + roles[i].join(u','));
        }
        return fields;
    }
};

} // namespace

FormatInfo ConlluExporter::info() const
{
    return {QStringLiteral("conllu"), Words::tr("CoNLL-U"), {QStringLiteral("conllu")}, true, true, false,
            {Support::Partly, Support::No, Support::Yes, Support::Yes, Support::Yes, Support::No, OffsetUnit::CodePoints, QStringLiteral("the description of CoNLL-U")}};
}

Result<std::unique_ptr<ExportSession>> ConlluExporter::open(const QString &outputPath, const ExportOptions &options) const
{
    return openFileSession<ConlluSession>(outputPath, options);
}

} // namespace Quoth::Exchange
