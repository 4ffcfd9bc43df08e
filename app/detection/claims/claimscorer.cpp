// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "claimscorer.h"

#include <QFile>

#include <bit>
#include <cmath>

namespace Quoth::Detection {

namespace {

constexpr int tagsAndEdge = tagCount + 1;

quint64 pairKey(ClaimSymbol a, ClaimSymbol b) { return (quint64(a + classSymbols + 1) << 32) | quint64(b + classSymbols + 1); }

size_t placeOf(quint64 key, size_t places) { return size_t((key * 0x9E3779B97F4A7C15u) >> 32) & (places - 1); }

QByteArray symbolName(ClaimSymbol symbol, const Lexicon &lexicon)
{
    if (symbol == percentSymbol)
        return "%";
    if (symbol == moneySymbol)
        return "$";
    return symbol < 0 ? QByteArray("@") + tagLetters[firstClassSymbol - symbol] : lexicon.form(symbol).toUtf8();
}

int tagNamed(char letter)
{
    if (letter == '^')
        return tagCount;
    for (int i = 0; i < tagCount; ++i) {
        if (tagLetters[i] == letter)
            return i;
    }
    return -1;
}

char tagName(int tag) { return tag == tagCount ? '^' : tagLetters[tag]; }

WordId find(QByteArrayView name, const Lexicon &lexicon)
{
    char16_t wide[48];
    qsizetype length = 0;
    for (const char c : name) {
        if (c < 0 || length == qsizetype(std::size(wide)))
            return lexicon.find(QString::fromUtf8(name));
        wide[length++] = char16_t(c);
    }
    return lexicon.find(QStringView(wide, length));
}

std::optional<ClaimSymbol> symbolNamed(QByteArrayView name, const Lexicon &lexicon)
{
    if (name == "%")
        return percentSymbol;
    if (name == "$")
        return moneySymbol;
    if (name.size() == 2 && name[0] == '@') {
        const int tag = tagNamed(name[1]);
        return tag >= 0 && tag < tagCount ? std::optional(firstClassSymbol - tag) : std::nullopt;
    }
    const WordId word = find(name, lexicon);
    return word < 0 ? std::nullopt : std::optional(ClaimSymbol(word));
}

} // namespace

QByteArray nameOf(const ClaimFeature &feature, const Lexicon &lexicon)
{
    QByteArray name(1, claimFeatureLetters[int(feature.kind)]);
    name += ':';
    switch (feature.kind) {
    case ClaimFeatureKind::Word:
    case ClaimFeatureKind::Lemma:
    case ClaimFeatureKind::First: return name + symbolName(feature.a, lexicon);
    case ClaimFeatureKind::WordPair: return name + symbolName(feature.a, lexicon) + ' ' + symbolName(feature.b, lexicon);
    case ClaimFeatureKind::TagPair: return name + tagName(feature.a / tagsAndEdge) + tagName(feature.a % tagsAndEdge);
    case ClaimFeatureKind::TagTriple:
        return name + tagName(feature.a / tagsAndEdge / tagsAndEdge) + tagName(feature.a / tagsAndEdge % tagsAndEdge)
            + tagName(feature.a % tagsAndEdge);
    case ClaimFeatureKind::Fact:
        return name + (feature.a == lengthFact ? "length" : claimFacts[size_t(feature.a)].name) + '='
            + QByteArray::number(feature.b);
    case ClaimFeatureKind::count: break;
    }
    return name;
}

std::optional<ClaimFeature> featureNamed(QByteArrayView name, const Lexicon &lexicon)
{
    if (name.size() < 3 || name[1] != ':')
        return std::nullopt;
    const QByteArrayView letters(claimFeatureLetters);
    const qsizetype letter = letters.indexOf(name[0]);
    if (letter < 0)
        return std::nullopt;
    ClaimFeature feature{ClaimFeatureKind(letter), 0, 0};
    const QByteArrayView rest = name.sliced(2);
    switch (feature.kind) {
    case ClaimFeatureKind::Word:
    case ClaimFeatureKind::Lemma:
    case ClaimFeatureKind::First: {
        const auto symbol = symbolNamed(rest, lexicon);
        if (!symbol)
            return std::nullopt;
        feature.a = *symbol;
        return feature;
    }
    case ClaimFeatureKind::WordPair: {
        const qsizetype blank = rest.indexOf(' ');
        if (blank < 1)
            return std::nullopt;
        const auto a = symbolNamed(rest.first(blank), lexicon);
        const auto b = symbolNamed(rest.sliced(blank + 1), lexicon);
        if (!a || !b)
            return std::nullopt;
        feature.a = *a;
        feature.b = *b;
        return feature;
    }
    case ClaimFeatureKind::TagPair:
    case ClaimFeatureKind::TagTriple:
        if (rest.size() != (feature.kind == ClaimFeatureKind::TagPair ? 2 : 3))
            return std::nullopt;
        for (const char c : rest) {
            const int tag = tagNamed(c);
            if (tag < 0)
                return std::nullopt;
            feature.a = feature.a * tagsAndEdge + tag;
        }
        return feature;
    case ClaimFeatureKind::Fact: {
        const qsizetype equals = rest.indexOf('=');
        if (equals < 1)
            return std::nullopt;
        const QByteArrayView fact = rest.first(equals);
        feature.a = -1;
        for (int i = 0; i < lengthFact; ++i) {
            if (fact == QByteArrayView(claimFacts[size_t(i)].name))
                feature.a = i;
        }
        if (fact == "length")
            feature.a = lengthFact;
        feature.b = rest.sliced(equals + 1).toByteArray().toInt();
        return feature.a >= 0 && feature.b > 0 && feature.b < mostFactValue ? std::optional(feature) : std::nullopt;
    }
    case ClaimFeatureKind::count: break;
    }
    return std::nullopt;
}

QString ClaimScorer::bundledPath() { return QStringLiteral(":/quoth/models/claims.model"); }

Result<std::shared_ptr<const ClaimScorer>> ClaimScorer::load(const QString &path, std::shared_ptr<const Lexicon> lexicon)
{
    QFile file(path);
    if (!file.exists())
        return std::shared_ptr<const ClaimScorer>();
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotReadable, file.errorString(), path};
    const Result<ClaimModel> model = ClaimModel::fromBytes(file.readAll(), path);
    if (!model)
        return model.error();
    return std::make_shared<const ClaimScorer>(*model, std::move(lexicon));
}

ClaimScorer::ClaimScorer(const ClaimModel &model, std::shared_ptr<const Lexicon> lexicon)
    : m_lexicon(std::move(lexicon))
    , m_version(model.version)
    , m_bias(model.bias)
    , m_slope(model.slope)
    , m_offset(model.offset)
    , m_words(size_t(m_lexicon->size() + classSymbols))
    , m_tagPairs(size_t(tagsAndEdge * tagsAndEdge))
    , m_tagTriples(size_t(tagsAndEdge * tagsAndEdge * tagsAndEdge))
{
    size_t pairs = 0;
    for (const ClaimModel::Weight &weight : model.weights)
        pairs += weight.feature.startsWith("b:");
    m_pairs.resize(std::bit_ceil(2 * pairs + 2));
    for (const ClaimModel::Weight &weight : model.weights)
        add(weight);
}

void ClaimScorer::add(const ClaimModel::Weight &weight)
{
    const std::optional<ClaimFeature> feature = featureNamed(weight.feature, *m_lexicon);
    if (!feature)
        return; // a word that this version's lexicon lacks
    const float value = float(weight.thousandths) / 1000;
    switch (feature->kind) {
    case ClaimFeatureKind::Word: m_words[size_t(feature->a + classSymbols)].word = value; break;
    case ClaimFeatureKind::Lemma: m_words[size_t(feature->a + classSymbols)].lemma = value; break;
    case ClaimFeatureKind::First: m_words[size_t(feature->a + classSymbols)].first = value; break;
    case ClaimFeatureKind::TagPair: m_tagPairs[size_t(feature->a)] = value; break;
    case ClaimFeatureKind::TagTriple: m_tagTriples[size_t(feature->a)] = value; break;
    case ClaimFeatureKind::Fact: m_facts[size_t(feature->a)][size_t(feature->b)] = value; break;
    case ClaimFeatureKind::WordPair: {
        const quint64 key = pairKey(feature->a, feature->b);
        size_t at = placeOf(key, m_pairs.size());
        while (m_pairs[at].key && m_pairs[at].key != key)
            at = (at + 1) & (m_pairs.size() - 1);
        m_pairs[at] = {key, value};
        break;
    }
    case ClaimFeatureKind::count: break;
    }
}

Q_ALWAYS_INLINE float ClaimScorer::pairWeight(quint64 key) const
{
    for (size_t at = placeOf(key, m_pairs.size());; at = (at + 1) & (m_pairs.size() - 1)) {
        if (m_pairs[at].key == key)
            return m_pairs[at].weight;
        if (!m_pairs[at].key)
            return 0;
    }
}

Q_ALWAYS_INLINE float ClaimScorer::weight(ClaimFeatureKind kind, int a, int b) const
{
    switch (kind) {
    case ClaimFeatureKind::Word: return m_words[size_t(a + classSymbols)].word;
    case ClaimFeatureKind::Lemma: return m_words[size_t(a + classSymbols)].lemma;
    case ClaimFeatureKind::First: return m_words[size_t(a + classSymbols)].first;
    case ClaimFeatureKind::WordPair: return pairWeight(pairKey(a, b));
    case ClaimFeatureKind::TagPair: return m_tagPairs[size_t(a)];
    case ClaimFeatureKind::TagTriple: return m_tagTriples[size_t(a)];
    case ClaimFeatureKind::Fact: return m_facts[size_t(a)][size_t(b)];
    case ClaimFeatureKind::count: break;
    }
    return 0;
}

double ClaimScorer::probability(const Clause &clause, const ClaimEvidence &evidence) const
{
    double sum = m_bias;
    forEachClaimFeature(clause, evidence, [&](ClaimFeatureKind kind, int a, int b) { sum += double(weight(kind, a, b)); });
    return 1 / (1 + std::exp(-(m_slope * sum + m_offset)));
}

double ClaimScorer::weightOf(const Clause &clause, int token) const
{
    const auto isWord = [&clause](int i) {
        return clause.range.contains(i) && (!clause.at(i).mark || clause.mark(i) == u'%' || clause.mark(i) == u'$');
    };
    if (!isWord(token))
        return 0;
    const ClaimSymbol symbol = symbolOf(clause, token);
    const Words &words = m_words[size_t(symbol + classSymbols)];
    double sum = double(words.word);
    if (symbol >= 0) {
        const Tag tag = clause.tag(token);
        const WordId lemma = tag >= Tag::Base && tag <= Tag::Gerund ? m_lexicon->verbLemma(symbol) : m_lexicon->nounLemma(symbol);
        if (lemma != symbol)
            sum += double(m_words[size_t(lemma + classSymbols)].lemma);
    }
    if (isWord(token - 1))
        sum += 0.5 * double(pairWeight(pairKey(symbolOf(clause, token - 1), symbol)));
    if (isWord(token + 1))
        sum += 0.5 * double(pairWeight(pairKey(symbol, symbolOf(clause, token + 1))));
    return sum * m_slope;
}

} // namespace Quoth::Detection
