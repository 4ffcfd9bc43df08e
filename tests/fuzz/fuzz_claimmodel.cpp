// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The bytes are a model for claims as they are, or what stands behind its checksum, which is made for them. What is taken
// must score a sentence and come out of a file as it went in.

#include <app/detection/claims/claimscorer.h>
#include <app/detection/claims/claimtrainer.h>

#include <QCryptographicHash>

#include <cmath>
#include <cstdlib>

using namespace Quoth;
using namespace Quoth::Detection;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const std::shared_ptr<const Lexicon> lexicon
        = *Lexicon::load(QStringLiteral(":/quoth/lexicons"), QStringLiteral("en"));
    static const QString text = QStringLiteral("The council paid 3 million crowns, more than 5% of its money.");
    static const Tokens tokens = readClaimSentence(text, *lexicon);
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const QByteArray summed
        = "quoth-claims 1\nsha256 " + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex() + '\n' + bytes;
    for (const QByteArray &file : {bytes, summed}) {
        const Result<ClaimModel> model = ClaimModel::fromBytes(file, QStringLiteral("fuzz"));
        if (!model)
            continue;
        const auto again = ClaimModel::fromBytes(model->toBytes(), QStringLiteral("fuzz"));
        if (!again || again->weights != model->weights)
            std::abort();
        const Clause clause{&tokens, lexicon.get(), text, {0, int(tokens.size())}};
        const double probability = ClaimScorer(*model, lexicon).probability(clause, gatherEvidence(clause));
        if (!(probability >= 0 && probability <= 1))
            std::abort();
    }
    return 0;
}
