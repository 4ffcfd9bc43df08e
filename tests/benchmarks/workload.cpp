// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workload.h"

#include <random>

namespace Quoth::Benchmarks {

using namespace Annotation;

namespace {

class Writer
{
public:
    AnnotatedArticle article;

    void write(qint32 characters, int spans)
    {
        QString &text = article.article.text;
        text.reserve(characters + 600);
        const int attributions = spans / 4;
        int done = 0;
        int sentences = 0;
        text += QStringLiteral("A long day in the council\n");
        while (text.size() < characters || done < attributions) {
            if (done < attributions && (text.size() >= characters || qint64(done) * characters <= qint64(text.size()) * attributions)) {
                writeAttribution();
                ++done;
            } else {
                text += sentence(40, 120);
            }
            text += ++sentences % 5 == 0 ? QStringLiteral(".\n\n") : QStringLiteral(". ");
        }
    }

private:
    int upTo(int n) { return int(m_random() % unsigned(n)); }

    QString sentence(int from, int to)
    {
        static const QStringList words = QStringLiteral("the council a harbour plan new local budget report reviewed rejected quickly "
                                                        "railway bridge region ministry under before published demand price system "
                                                        "water official driver recent modest agreement supply and because")
                                             .split(u' ');
        const int length = from + upTo(to - from);
        QString made = words[upTo(int(words.size()))];
        while (made.size() < length)
            made += u' ' + words[upTo(int(words.size()))];
        return made;
    }

    SpanId mark(const QString &label, qsizetype begin, qsizetype end)
    {
        Span span;
        span.id = SpanId(article.annotations.spans.size() + 1);
        span.label = label;
        span.fragments = {{qint32(begin), qint32(end)}};
        span.provenance = {upTo(2) == 0 ? State::Suggested : State::Accepted,
                           {OriginKind::Detector, false, QStringLiteral("rules"), QStringLiteral("1")}, 0.9, {}};
        article.annotations.spans.append(span);
        return span.id;
    }

    void writeAttribution()
    {
        static const QStringList names{QStringLiteral("Ana Moreau"), QStringLiteral("Minister Boris Novak"), QStringLiteral("Greta Duval")};
        QString &text = article.article.text;
        const qsizetype source = text.size();
        text += names[upTo(3)];
        const qsizetype sourceEnd = text.size();
        text += u' ';
        const qsizetype cue = text.size();
        text += QStringLiteral("insisted");
        const qsizetype cueEnd = text.size();
        text += QStringLiteral(": ");
        const qsizetype content = text.size();
        text += u'\u201C' + sentence(60, 220) + u'\u201D';
        Attribution attribution;
        attribution.id = AttributionId(article.annotations.attributions.size() + 1);
        attribution.fillers = {{sourceRole, mark(QStringLiteral("Speaker"), source, sourceEnd)},
                               {cueRole, mark(QStringLiteral("Cue"), cue, cueEnd)},
                               {contentRole, mark(QStringLiteral("Quotation"), content, text.size())}};
        attribution.kind = Kind::Direct;
        attribution.provenance = article.annotations.spans.constLast().provenance;
        mark(QStringLiteral("Claim"), content + 1, text.size() - 1);
        article.annotations.attributions.append(attribution);
    }

    std::mt19937 m_random{20240607};
};

} // namespace

AnnotatedArticle workload(qint32 characters, int spans)
{
    Writer writer;
    writer.write(characters, spans);
    writer.article.article.externalId = QStringLiteral("workload");
    return writer.article;
}

} // namespace Quoth::Benchmarks
