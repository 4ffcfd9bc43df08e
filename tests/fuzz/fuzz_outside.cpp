// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/detection/outside/inceptionprotocol.h>
#include <app/detection/outside/labelstudioprotocol.h>

#include <QSet>

#include <cstdlib>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Detection;

static void must(bool condition)
{
    if (!condition)
        std::abort();
}

static Schema smallSchema()
{
    const auto schema = Schema::fromJson(R"({"name":"s","title":"S","labels":[
        {"name":"Speaker","title":"Speaker","key":"1","mark":"box","colour":"#2379f0","darkColour":"#3f9fff","namesSpeaker":true},
        {"name":"Quotation","title":"Quotation","key":"2","mark":"bar","colour":"#297b56","darkColour":"#81eab4"}],
        "frames":[{"name":"Attribution","title":"Attribution","key":"a","roles":[{"name":"source","title":"Source","labels":["Speaker"]},
        {"name":"content","title":"Content","labels":["Quotation"],"required":true}]}]})",
                                         QStringLiteral("fuzz"));
    must(bool(schema));
    return *schema;
}

/// The bytes are read as the answer of each kind of detector; whatever they are, what comes out must be fit for the project.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Schema schema = smallSchema();
    Article article;
    article.externalId = QStringLiteral("a");
    article.text = QStringLiteral("\U0001F6A2 \u201CYes,\u201D she said.\nAnd then\u0001 more.");
    OutsideSettings settings;
    settings.layer = inceptionLayer;
    settings.feature = inceptionFeature;
    const auto record = jsonObjectFrom(QByteArrayView(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!record)
        return 0;
    (void)readHello(*record);
    (void)readLabelStudioHealth(*record);
    for (int kind = 0; kind < 3; ++kind) {
        AnswerBuilder builder(article, schema, {{QStringLiteral("PER"), QStringLiteral("Speaker")}},
                              {QStringLiteral("f"), {}, {}});
        (void)(kind == 0       ? readQuothAnswer(*record, article.externalId, builder)
                   : kind == 1 ? readLabelStudioAnswer(*record, builder)
                               : readInceptionAnswer(*record, settings, builder));
        const Answer answer = builder.take();
        QSet<SpanId> spans;
        for (const Span &span : answer.annotations.spans) {
            must(!spans.contains(span.id) && isValid(span.fragments, article.text.size()) && schema.label(span.label));
            must(wholeCharacters(span.fragments, article.text) == span.fragments);
            must(!span.speaker || answer.annotations.speaker(*span.speaker));
            spans.insert(span.id);
        }
        for (const Attribution &attribution : answer.annotations.attributions) {
            must(!attribution.spans(contentRole).isEmpty()
                 && (!attribution.speaker || answer.annotations.speaker(*attribution.speaker)));
            for (const RoleFiller &filler : attribution.fillers)
                must(spans.contains(filler.span));
        }
        for (const Speaker &speaker : answer.annotations.speakers)
            must(!speaker.name.isEmpty());
    }
    return 0;
}
