// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pieceadaptation.h"

#include "calibration.h"

#include <QDataStream>

#include <algorithm>
#include <cmath>

namespace Quoth::Detection {

namespace {

constexpr int rounds = 4;
constexpr float rate = 0.06f;
constexpr float pull = 0.01f; ///< towards zero, for each example
constexpr float leastWeight = 0.05f;
constexpr float strongest = 20;
constexpr float farthest = 6; ///< that chain and judge are apart
constexpr int mostWeights = 2'000'000;

float sigmoid(float x) { return 1 / (1 + std::exp(-x)); }

/// The first character tells the role, the second the place.
std::vector<QString> wordsOf(const std::vector<QString> &forms, const LabelledPiece &piece)
{
    const QChar role(char16_t(u'0' + int(roleOf(piece))));
    const auto form = [&](int at) { return at < 0 ? QStringLiteral("^") : at < int(forms.size()) ? forms[size_t(at)] : QStringLiteral("$"); };
    const int begin = piece.range.begin;
    const int end = piece.range.end;
    std::vector<QString> words{QString(role)};
    words.push_back(role + QStringLiteral("f") + form(begin));
    words.push_back(role + QStringLiteral("l") + form(end - 1));
    words.push_back(role + QStringLiteral("p") + form(begin - 1));
    words.push_back(role + QStringLiteral("n") + form(end));
    words.push_back(role + QStringLiteral("b") + form(begin - 1) + u' ' + form(begin));
    words.push_back(role + QStringLiteral("e") + form(end - 1) + u' ' + form(end));
    if (piece.begin == Label::CueBegin && piece.range.length() > 1)
        words.push_back(role + QStringLiteral("w") + form(begin) + u' ' + form(end - 1));
    return words;
}

float apart(const PieceAdaptation::Example &example) { return std::clamp(example.chain - example.judged, -farthest, farthest); }

} // namespace

std::vector<QString> formsOf(QStringView text, const ReadText &read, TokenRange passage)
{
    std::vector<QString> forms;
    std::u16string form;
    for (int i = passage.begin; i < passage.end; ++i) {
        const Token &token = read.tokens[size_t(i)];
        normalizeForm(text.mid(token.begin, token.end - token.begin), form);
        forms.push_back(QString::fromUtf16(form.data(), qsizetype(form.size())));
    }
    return forms;
}

std::vector<PieceAdaptation::Example> PieceAdaptation::examples(const std::vector<QString> &forms, const std::vector<float> &chainOdds,
                                                                const std::vector<LabelledPiece> &possible, const std::vector<LabelledPiece> &right)
{
    std::vector<Example> result;
    for (size_t i = 0; i < possible.size(); ++i) {
        const LabelledPiece &piece = possible[i];
        const bool isRight = std::any_of(right.begin(), right.end(), [&](const LabelledPiece &r) { return r.range == piece.range && r.begin == piece.begin; });
        result.push_back({roleOf(piece), logOdds(piece.probability), chainOdds[i], wordsOf(forms, piece), isRight});
    }
    return result;
}

float PieceAdaptation::shift(const Example &example) const
{
    float sum = m_trust[size_t(example.role)] * apart(example);
    for (const QString &word : example.words)
        sum += m_weights.value(word);
    return sum;
}

PieceAdaptation PieceAdaptation::learn(const std::vector<Example> &examples)
{
    struct Weight
    {
        float value = 0;
        float squares = 0.3f;

        void step(float gradient)
        {
            gradient += pull * value;
            squares += gradient * gradient;
            value -= rate * gradient / std::sqrt(squares);
        }
    };
    QHash<QString, size_t> numbers;
    std::vector<QString> names;
    std::vector<std::vector<size_t>> rows;
    for (const Example &example : examples) {
        std::vector<size_t> row;
        for (const QString &word : example.words) {
            const auto known = numbers.constFind(word);
            row.push_back(known == numbers.constEnd() ? names.size() : *known);
            if (known == numbers.constEnd()) {
                numbers.insert(word, names.size());
                names.push_back(word);
            }
        }
        rows.push_back(std::move(row));
    }
    std::vector<Weight> weights(names.size());
    std::array<Weight, 3> trust{};
    for (int round = 0; round < rounds; ++round) {
        for (size_t i = 0; i < examples.size(); ++i) {
            const Example &example = examples[i];
            Weight &t = trust[size_t(example.role)];
            float odds = example.judged + t.value * apart(example);
            for (const size_t number : rows[i])
                odds += weights[number].value;
            const float error = sigmoid(odds) - (example.right ? 1.0f : 0.0f);
            for (const size_t number : rows[i])
                weights[number].step(error);
            t.step(error * apart(example));
            t.value = std::clamp(t.value, 0.0f, 1.0f);
        }
    }
    PieceAdaptation result;
    for (size_t role = 0; role < trust.size(); ++role)
        result.m_trust[role] = trust[role].value;
    for (size_t i = 0; i < names.size(); ++i) {
        if (std::abs(weights[i].value) >= leastWeight)
            result.m_weights.insert(names[i], std::clamp(weights[i].value, -strongest, strongest));
    }
    return result;
}

double PieceAdaptation::loss(const Example &example, float strength) const
{
    const float odds = example.judged + (strength > 0 ? strength * shift(example) : 0);
    return std::log1p(std::exp(-std::abs(double(odds)))) + std::max(0.0, example.right ? -double(odds) : double(odds));
}

void PieceAdaptation::rejudge(const std::vector<QString> &forms, const std::vector<float> &chainOdds, std::vector<LabelledPiece> &possible) const
{
    if (isEmpty() || m_strength <= 0)
        return;
    for (size_t i = 0; i < possible.size(); ++i) {
        const Example example{roleOf(possible[i]), logOdds(possible[i].probability), chainOdds[i], wordsOf(forms, possible[i]), false};
        possible[i].probability = sigmoid(example.judged + m_strength * shift(example));
    }
}

void PieceAdaptation::write(QDataStream &stream) const
{
    QStringList names = m_weights.keys();
    names.sort();
    stream << m_strength;
    for (const float trust : m_trust)
        stream << trust;
    stream << qint32(names.size());
    for (const QString &name : std::as_const(names))
        stream << name.toUtf8() << m_weights[name];
}

bool PieceAdaptation::read(QDataStream &stream)
{
    stream >> m_strength;
    bool ok = m_strength >= 0 && m_strength <= 1;
    for (float &trust : m_trust) {
        stream >> trust;
        ok = ok && trust >= 0 && trust <= 1;
    }
    qint32 count = 0;
    stream >> count;
    ok = ok && stream.status() == QDataStream::Ok && count >= 0 && count <= mostWeights;
    for (qint32 i = 0; ok && i < count; ++i) {
        QByteArray name;
        float weight = 0;
        stream >> name >> weight;
        ok = stream.status() == QDataStream::Ok && !name.isEmpty() && std::isfinite(weight) && std::abs(weight) <= strongest;
        m_weights.insert(QString::fromUtf8(name), weight);
    }
    return ok;
}

} // namespace Quoth::Detection
