// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/exchange/linereader.h>
#include <app/measure/documentreader.h>
#include <app/measure/evaluation.h>
#include <app/measure/instanceevaluation.h>
#include <app/measure/report.h>

#include <QBuffer>
#include <QJsonDocument>

#include <cstdlib>

using namespace Quoth;
using namespace Quoth::Measure;

static void must(bool condition)
{
    if (!condition)
        std::abort();
}

static void checkScores(const Tally &tally)
{
    for (const Tally::Table table : {Tally::Table::Units, Tally::Table::Pieces}) {
        for (const Role role : allRoles) {
            for (const auto &[name, scores] : tally.spans(table, role).all()) {
                must(scores.precision >= 0 && scores.precision <= 1 && scores.recall >= 0 && scores.recall <= 1);
                must(scores.f1 >= 0 && scores.f1 <= 1);
            }
        }
    }
    const RelationCounts &relations = tally.relations();
    must(relations.full <= relations.gold && relations.linked <= relations.gold && relations.pairs <= relations.gold);
}

/// Lines are documents or instances. Each document is measured against the one before if the texts are the same, and against
/// itself, which must be perfect; each instance against the last document.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    Exchange::LineReader lines(buffer, 1 << 16);
    std::optional<Document> last;
    while (const auto line = lines.next()) {
        const QJsonDocument json = QJsonDocument::fromJson(QByteArray(line->data(), line->size()));
        if (!json.isObject())
            continue;
        if (isInstance(json.object())) {
            InstanceEvaluation evaluation;
            const auto instance = readInstance(json.object(), QStringLiteral("fuzz"));
            if (instance && evaluation.add(*instance, last ? &*last : nullptr))
                checkScores(evaluation.tally());
            continue;
        }
        auto document = readDocument(json.object(), QStringLiteral("fuzz"));
        if (!document)
            continue;
        Evaluation same;
        must(bool(same.add(*document, &*document)));
        must(same.tally().relations().full == same.tally().gold());
        checkScores(same.tally());
        Evaluation evaluation({.dropNested = true});
        if (last && evaluation.add(*last, &*document)) {
            checkScores(evaluation.tally());
            must(!reportOf(evaluation, true).isEmpty());
        }
        last = *std::move(document);
    }
    return 0;
}
