// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attributionfinder.h"

#include <algorithm>
#include <cmath>

namespace Quoth::Detection {

AttributionFinder::AttributionFinder(std::shared_ptr<const TrainedModel> model)
    : m_model(std::move(model))
    , m_reader(m_model->network)
{
}

TextRange textRange(const Tokens &tokens, TokenRange range)
{
    return {tokens[size_t(range.begin)].begin, tokens[size_t(range.end) - 1].end};
}

std::vector<PlacedPiece> findPieces(QStringView text, const ReadText &read, const std::vector<float> &scores, const ChainWeights &weights, const PieceJudge &judge,
                                    PieceChoice choice, const PieceAdaptation *taught)
{
    Chain chain(weights);
    std::vector<PlacedPiece> pieces;
    for (const Passage &passage : read.passages) {
        chain.read(&scores[size_t(passage.tokens.begin) * labelCount], labelCount, passage.tokens.length());
        std::vector<LabelledPiece> possible = possiblePieces(chain);
        const std::vector<float> chainOdds = oddsOf(possible);
        judge.judge(read, passage, chain, possible);
        if (taught && !taught->isEmpty())
            taught->rejudge(formsOf(text, read, passage.tokens), chainOdds, possible);
        place(read, passage, choosePieces(std::move(possible), choice), pieces);
    }
    return pieces;
}

std::vector<ModelFound> joinPieces(const ReadText &read, const std::vector<TokenFeatures> &features, const std::vector<PlacedPiece> &pieces,
                                   const Linker &linker, const Calibration &calibration)
{
    std::vector<ModelFound> result;
    for (const LinkedPieces &linked : linker.link(read, features, pieces)) {
        ModelFound found;
        const LabelledPiece &cue = pieces[size_t(linked.cue)].piece;
        found.cue = cue.range;
        float weakest = 1;
        int quoted = 0;
        for (const int content : linked.contents) {
            const LabelledPiece &piece = pieces[size_t(content)].piece;
            found.contents.push_back(piece.range);
            weakest = std::min(weakest, piece.probability);
            const int state = read.features[size_t(piece.range.begin)].rows[size_t(Field::Quotation)];
            quoted += state >= 3;
        }
        float source = 1;
        if (linked.source >= 0) {
            found.source = pieces[size_t(linked.source)].piece.range;
            source = pieces[size_t(linked.source)].piece.probability;
        }
        if (linked.otherSource >= 0) {
            found.otherSource = pieces[size_t(linked.otherSource)].piece.range;
            found.otherSourceProbability = linked.otherSourceLink;
        }
        found.evidence = {1,
                          logOdds(cue.probability),
                          logOdds(weakest),
                          linked.source >= 0 ? logOdds(source) : 0,
                          logOdds(linked.contentLink),
                          logOdds(linked.sourceLink),
                          linked.source >= 0 ? 1.0f : 0.0f,
                          quoted == int(linked.contents.size()) ? 1.0f : 0.0f,
                          quoted > 0 ? 1.0f : 0.0f,
                          float(std::min<size_t>(linked.contents.size(), 3)) - 1};
        found.probability = calibration.probability(found.evidence);
        result.push_back(std::move(found));
    }
    std::sort(result.begin(), result.end(), [](const ModelFound &a, const ModelFound &b) { return a.cue.begin < b.cue.begin; });
    return result;
}

std::vector<ModelFound> AttributionFinder::find(QStringView text, const ReadText &read, const Adaptation *adaptation,
                                                const Progress &progress) const
{
    std::vector<TokenFeatures> features;
    std::vector<float> scores = m_reader.read(text, read, features, progress);
    if (progress.isCancelled())
        return {};
    if (adaptation)
        adaptation->adjust(text, read, scores);
    return joinPieces(read, features, findPieces(text, read, scores, m_reader.chain(), m_model->judge, m_model->choice, adaptation ? &adaptation->pieces() : nullptr), m_model->linker, m_model->calibration);
}

} // namespace Quoth::Detection
