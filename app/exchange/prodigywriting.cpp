// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonwriter.h"
#include "prodigyrecord.h"
#include "prodigyrules.h"
#include "prodigytokens.h"
#include "words.h"

#include <app/base/offsets.h>

#include <algorithm>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

class RecordWriter
{
public:
    RecordWriter(const AnnotatedArticle &article, LossList &losses, QByteArray &out)
        : m_article(article)
        , m_flat(flattened(article.annotations, prodigyRules()))
        , m_tokens(article.article.text, m_flat.regions)
        , m_offsets(article.article.text)
        , m_losses(losses)
        , m_json(out)
    {
        noteFlattening(article.annotations, m_flat, losses);
    }

    void write()
    {
        const ArticleMeta &meta = m_article.article.meta;
        m_json.beginObject();
        m_json.key(u"id").string(m_article.article.externalId);
        m_json.key(u"text").string(m_article.article.text);
        m_json.key(u"meta").beginObject();
        for (const auto &[key, value] : {std::pair(u"title", meta.title), std::pair(u"outlet", meta.outlet),
                                         std::pair(u"published", meta.published), std::pair(u"url", meta.url)}) {
            if (!value.isEmpty())
                m_json.key(key).string(value);
        }
        m_json.endObject();
        writeTokens();
        m_json.key(u"spans").beginArray();
        for (const FlatRegion &region : m_flat.regions) {
            m_json.beginObject();
            writePlace(region);
            m_json.endObject();
        }
        m_json.endArray();
        writeRelations();
        const auto isSuggested = [](const auto &item) { return item.provenance.state == State::Suggested; };
        const Annotations &annotations = m_article.annotations;
        const auto suggested = std::count_if(annotations.spans.begin(), annotations.spans.end(), isSuggested)
            + std::count_if(annotations.attributions.begin(), annotations.attributions.end(), isSuggested);
        // A record is answered as a whole; without an answer it is a task that waits for one.
        if (suggested == 0 && !m_flat.regions.isEmpty())
            m_json.key(u"answer").string(u"accept");
        m_json.key(besideKey).value(besideText(m_article));
        m_json.endObject();
        m_losses.note(Words::tr("Suggestions stand in records without an answer, with what is accepted of the article; Quoth "
                                "finds their state beside the text."),
                      int(suggested));
        m_losses.note(Words::tr("Confidences, explanations, speakers, notes and attributes of spans were kept beside the text, "
                                "where Quoth finds them."),
                      int(std::count_if(m_flat.regions.begin(), m_flat.regions.end(), [](const FlatRegion &region) {
                          const Provenance &provenance = region.provenance;
                          return region.first
                              && (provenance.confidence || !provenance.explanation.isEmpty() || !region.attributes.isEmpty()
                                  || !region.note.isEmpty() || !region.speaker.isEmpty());
                      })));
    }

private:
    void writeRange(TextRange range)
    {
        const CodePointRange points = m_offsets.toCodePoints(range);
        m_json.key(u"start").number(points.begin);
        m_json.key(u"end").number(points.end);
    }

    void writeTokens()
    {
        m_json.key(u"tokens").beginArray();
        qint64 id = 0;
        for (const ProdigyToken &token : m_tokens.tokens()) {
            m_json.beginObject();
            m_json.key(u"text").string(QStringView(m_article.article.text).mid(token.range.begin, token.range.length()));
            writeRange(token.range);
            m_json.key(u"id").number(id++);
            m_json.key(u"ws").boolean(token.blank);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void writePlace(const FlatRegion &region)
    {
        writeRange(region.range);
        m_json.key(u"token_start").number(m_tokens.beginningAt(region.range.begin));
        m_json.key(u"token_end").number(m_tokens.endingAt(region.range.end));
        m_json.key(u"label").string(region.label);
    }

    void writeRelations()
    {
        m_json.key(u"relations").beginArray();
        for (const FlatLink &link : m_flat.links) {
            const FlatRegion &head = m_flat.regions[link.from];
            const FlatRegion &child = m_flat.regions[link.to];
            m_json.beginObject();
            m_json.key(u"head").number(m_tokens.endingAt(head.range.end));
            m_json.key(u"child").number(m_tokens.endingAt(child.range.end));
            m_json.key(u"head_span").beginObject();
            writePlace(head);
            m_json.endObject();
            m_json.key(u"child_span").beginObject();
            writePlace(child);
            m_json.endObject();
            m_json.key(u"label").string(link.label);
            // Two spans may have one place and label.
            m_json.key(besideKey).beginArray();
            m_json.number(qint64(link.from));
            m_json.number(qint64(link.to));
            m_json.endArray();
            m_json.endObject();
        }
        m_json.endArray();
    }

    const AnnotatedArticle &m_article;
    const FlatAnnotations m_flat;
    const ProdigyTokens m_tokens;
    const OffsetConverter m_offsets;
    LossList &m_losses;
    JsonWriter m_json;
};

} // namespace

QByteArray prodigyRecord(const AnnotatedArticle &article, LossList &losses)
{
    QByteArray out;
    RecordWriter(article, losses, out).write();
    return out;
}

} // namespace Quoth::Exchange
