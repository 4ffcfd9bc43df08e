// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "markup.h"

#include <QMap>

#include <algorithm>

namespace Quoth::Test {

using namespace Annotation;

namespace {

const QMap<QChar, QString> labels{{u'S', QStringLiteral("Speaker")},
                                  {u'C', QStringLiteral("Cue")},
                                  {u'Q', QStringLiteral("Quotation")},
                                  {u'L', QStringLiteral("Claim")},
                                  {u'X', QStringLiteral("ScareQuote")}};
const QMap<QChar, QString> roles{{u'S', sourceRole}, {u'C', cueRole}, {u'Q', contentRole}};

} // namespace

AnnotatedArticle parse(const QString &markup)
{
    struct Open
    {
        QString tag;
        qint32 begin;
    };
    struct Tagged
    {
        QString tag;
        QList<TextRange> fragments;
    };
    QList<Open> open;
    QList<Tagged> tagged;
    AnnotatedArticle result;
    QString &text = result.article.text;
    for (qsizetype i = 0; i < markup.size(); ++i) {
        if (markup[i] == u'[') {
            const qsizetype colon = markup.indexOf(u':', i);
            open.append({markup.mid(i + 1, colon - i - 1), qint32(text.size())});
            i = colon;
        } else if (markup[i] == u']') {
            const Open closed = open.takeLast();
            const TextRange range{closed.begin, qint32(text.size())};
            const auto same = std::find_if(tagged.begin(), tagged.end(), [&](const Tagged &t) {
                return closed.tag.size() > 1 && t.tag == closed.tag;
            });
            if (same == tagged.end())
                tagged.append({closed.tag, {range}});
            else
                same->fragments.append(range);
        } else {
            text.append(markup[i]);
        }
    }
    std::sort(tagged.begin(), tagged.end(), [](const Tagged &a, const Tagged &b) {
        const TextRange x{a.fragments.constFirst().begin, -a.fragments.constLast().end};
        const TextRange y{b.fragments.constFirst().begin, -b.fragments.constLast().end};
        return x < y;
    });
    result.article.externalId = QStringLiteral("test");
    QMap<QString, Attribution> attributions;
    qint64 next = 1;
    for (const Tagged &t : std::as_const(tagged)) {
        Span span;
        span.id = SpanId(next++);
        span.label = labels.value(t.tag[0]);
        span.fragments = canonical(t.fragments);
        span.provenance.origin.name = QStringLiteral("test");
        result.annotations.spans.append(span);
        const QString number = t.tag.mid(1);
        if (number.isEmpty())
            continue;
        if (!attributions.contains(number)) {
            const AttributionId id(attributions.size() + 1);
            attributions[number].id = id;
            attributions[number].provenance = span.provenance;
        }
        attributions[number].fillers.append({roles.value(t.tag[0]), span.id});
        if (t.tag[0] == u'Q')
            attributions[number].kind = kindOf(span.fragments, text);
    }
    result.annotations.attributions = attributions.values();
    return result;
}

QString print(const AnnotatedArticle &article)
{
    struct Bracket
    {
        TextRange fragment;
        QString tag;
    };
    QList<Bracket> brackets;
    int number = 0;
    QHash<SpanId, QString> numbers;
    for (const Attribution &attribution : article.annotations.attributions) {
        if (attribution.provenance.state == State::Rejected)
            continue;
        ++number;
        for (const RoleFiller &filler : attribution.fillers)
            numbers[filler.span] += QString::number(number);
    }
    for (const Span &span : article.annotations.spans) {
        if (span.provenance.state == State::Rejected)
            continue;
        QString tag = labels.key(span.label, u'?') + numbers.value(span.id);
        if (span.provenance.state == State::Suggested)
            tag += u'?';
        for (const TextRange fragment : span.fragments)
            brackets.append({fragment, tag});
    }
    std::stable_sort(brackets.begin(), brackets.end(), [](const Bracket &a, const Bracket &b) {
        return a.fragment.begin != b.fragment.begin ? a.fragment.begin < b.fragment.begin : a.fragment.end > b.fragment.end;
    });
    QString result;
    QList<qint32> ends;
    qsizetype next = 0;
    for (qint32 i = 0; i <= article.article.text.size(); ++i) {
        while (!ends.isEmpty() && ends.constLast() <= i) {
            result += u']';
            ends.removeLast();
        }
        for (; next < brackets.size() && brackets[next].fragment.begin == i; ++next) {
            result += u'[' + brackets[next].tag + u':';
            ends.append(brackets[next].fragment.end);
        }
        if (i < article.article.text.size())
            result += article.article.text[i];
    }
    return result;
}

} // namespace Quoth::Test
