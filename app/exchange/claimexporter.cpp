// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "claimexporter.h"

#include "filesession.h"
#include "jsonwriter.h"
#include "nativeformat.h"
#include "words.h"

#include <app/annotation/nesting.h>

namespace Quoth::Exchange {

using namespace Annotation;

namespace {

class ClaimSession : public FileSession
{
public:
    using FileSession::FileSession;

    Result<void> begin() override { return output().write("{\"@context\":\"https://schema.org\",\"@graph\":["); }

protected:
    Result<void> writeSelected(const AnnotatedArticle &selected) override
    {
        const AnnotationIndex index(selected.annotations);
        QByteArray claims;
        for (const Span &span : selected.annotations.spans) {
            if (span.label == claimLabel) {
                claims += m_first ? "\n" : ",\n";
                m_first = false;
                writeClaim(span, selected.article, index, claims);
                countLosses(span);
            } else {
                lossList().warn(Words::tr("Spans that are no claims were left out."));
            }
        }
        lossList().warn(Words::tr("Attributions were left out; claimants come from them."), int(selected.annotations.attributions.size()));
        lossList().warn(Words::tr("The articles' texts and further metadata were left out."));
        return output().write(claims);
    }

    Result<void> end() override { return output().write("\n]}\n"); }

private:
    void countLosses(const Span &span)
    {
        lossList().warn(Words::tr("States, origins, confidences and explanations of claims were left out."));
        lossList().warn(Words::tr("Notes and attributes of claims were left out."), !span.note.isEmpty() || !span.attributes.isEmpty());
        lossList().warn(Words::tr("The places of claims in the text were left out."));
        lossList().note(Words::tr("Claims in several pieces were joined by \" … \"."), span.fragments.size() > 1);
    }

    static void writeClaimant(const Speaker &speaker, JsonWriter &json)
    {
        const bool person = speaker.type == SpeakerType::Person || speaker.type == SpeakerType::Anonymous;
        json.key(u"author").beginObject();
        json.key(u"@type").string(person ? u"Person" : speaker.type == SpeakerType::Country ? u"Country" : u"Organization");
        json.key(u"name").string(speaker.name);
        if (!speaker.aliases.isEmpty()) {
            json.key(u"alternateName").beginArray();
            for (const QString &alias : speaker.aliases)
                json.string(alias);
            json.endArray();
        }
        if (isWikidataId(speaker.wikidata))
            json.key(u"sameAs").string(QStringLiteral("https://www.wikidata.org/wiki/") + speaker.wikidata);
        json.endObject();
    }

    static void writeWork(QStringView key, const Article &article, JsonWriter &json)
    {
        const ArticleMeta &meta = article.meta;
        json.key(key).beginObject();
        json.key(u"@type").string(u"NewsArticle");
        const auto text = [&json](QStringView name, const QString &value) {
            if (!value.isEmpty())
                json.key(name).string(value);
        };
        text(u"headline", meta.title);
        text(u"identifier", article.externalId);
        text(u"url", meta.url);
        text(u"datePublished", meta.published);
        text(u"inLanguage", meta.language);
        const auto named = [&json](QStringView name, QStringView type, const QString &value) {
            if (value.isEmpty())
                return;
            json.key(name).beginObject();
            json.key(u"@type").string(type);
            json.key(u"name").string(value);
            json.endObject();
        };
        named(u"author", u"Person", meta.author);
        named(u"publisher", u"Organization", meta.outlet);
        json.endObject();
    }

    static void writeClaim(const Span &span, const Article &article, const AnnotationIndex &index, QByteArray &out)
    {
        JsonWriter json(out);
        json.beginObject();
        json.key(u"@type").string(u"Claim");
        json.key(u"@id").string(QStringLiteral("#%1-s%2").arg(article.externalId).arg(span.id.number()));
        json.key(u"text").string(textOf(span.fragments, article.text, u" … "));
        const std::optional<AttributionId> around = enclosingAttribution(span.fragments, index);
        const Attribution *attribution = around ? index.attribution(*around) : nullptr;
        const std::optional<SpeakerId> id = span.speaker ? span.speaker : attribution ? speakerOf(*attribution, index) : std::nullopt;
        if (const Speaker *speaker = id ? index.speaker(*id) : nullptr)
            writeClaimant(*speaker, json);
        if (!article.meta.published.isEmpty())
            json.key(u"datePublished").string(article.meta.published);
        writeWork(u"appearance", article, json);
        json.endObject();
    }

    bool m_first = true;
};

} // namespace

FormatInfo ClaimExporter::info() const
{
    return {QStringLiteral("claimreview"), Words::tr("Claims for schema.org"), {QStringLiteral("jsonld")}, false, true, false,
            {Support::No, Support::No, Support::No, Support::Yes, Support::Yes, Support::No, OffsetUnit::None, QStringLiteral("schema.org's description of Claim")}};
}

Result<std::unique_ptr<ExportSession>> ClaimExporter::open(const QString &outputPath, const ExportOptions &options) const
{
    return openFileSession<ClaimSession>(outputPath, options);
}

} // namespace Quoth::Exchange
