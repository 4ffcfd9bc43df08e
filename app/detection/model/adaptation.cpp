// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adaptation.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace Quoth::Detection {

namespace {

constexpr int rounds = 6;
constexpr float rate = 0.15f;
constexpr float pull = 0.02f; ///< towards zero, for each token that a feature stands at
constexpr float leastWeight = 0.05f; ///< what is weaker is not worth keeping
constexpr quint32 fileMark = 0x51744165; // "QtAe"
constexpr int mostFeatures = 2'000'000;
constexpr quint32 largest = 64 * 1024 * 1024; ///< bytes, unpacked
constexpr float strongest = 20;

// The first character says what it is; a blank parts two words.
template<typename Tell>
void tellFeatures(const std::vector<QString> &forms, const ReadText &read, TokenRange passage, int i, const Tell &tell)
{
    const size_t at = size_t(i - passage.begin);
    const QString &form = forms[at];
    const QString before = at > 0 ? forms[at - 1] : QStringLiteral("^");
    const QString after = at + 1 < forms.size() ? forms[at + 1] : QStringLiteral("$");
    const auto &rows = read.features[size_t(i)].rows;
    tell(QStringLiteral("w") + form);
    tell(QStringLiteral("p") + before);
    tell(QStringLiteral("n") + after);
    tell(QStringLiteral("b") + before + u' ' + form);
    tell(QStringLiteral("a") + form + u' ' + after);
    tell(QStringLiteral("c%1 %2 %3").arg(rows[size_t(Field::Class)]).arg(rows[size_t(Field::Quotation)]).arg(rows[size_t(Field::Shape)]));
    tell(QStringLiteral("m%1").arg(rows[size_t(Field::Marks)]));
}

} // namespace

quint32 Adaptation::Features::number(const QString &name)
{
    const auto known = m_numbers.constFind(name);
    if (known != m_numbers.constEnd())
        return *known;
    const auto made = quint32(m_names.size());
    m_names.append(name);
    m_numbers.insert(name, made);
    return made;
}

Adaptation::Lesson Adaptation::lesson(QStringView text, const ReadText &read, const Passage &passage, const std::vector<float> &scores,
                                      const std::vector<Label> &labels, Features &features)
{
    Lesson result;
    const TokenRange range = passage.tokens;
    result.labels = labels;
    result.scores.assign(scores.begin() + range.begin * labelCount, scores.begin() + range.end * labelCount);
    const std::vector<QString> forms = formsOf(text, read, range);
    for (int i = range.begin; i < range.end; ++i) {
        result.features.emplace_back();
        tellFeatures(forms, read, range, i, [&](const QString &name) { result.features.back().push_back(features.number(name)); });
    }
    return result;
}

Adaptation Adaptation::learn(const ChainWeights &chainWeights, const std::vector<Lesson> &lessons, const Features &features)
{
    const size_t count = size_t(features.names().size());
    std::vector<Weights> weights(count);
    std::vector<Weights> squares(count);
    for (Weights &row : squares)
        row.fill(0.3f);
    Chain chain(chainWeights);
    ChainWeights unused;
    std::vector<float> scores;
    std::vector<float> gradients;
    for (int round = 0; round < rounds; ++round) {
        for (const Lesson &lesson : lessons) {
            const int n = int(lesson.labels.size());
            scores = lesson.scores;
            for (size_t i = 0; i < lesson.features.size(); ++i) {
                for (const quint32 f : lesson.features[i]) {
                    for (size_t y = 0; y < labelCount; ++y)
                        scores[i * labelCount + y] += weights[f][y];
                }
            }
            chain.read(scores.data(), labelCount, n);
            gradients.assign(scores.size(), 0);
            chain.loss(ChainTarget::of(lesson.labels), lesson.weight, gradients.data(), labelCount, unused);
            for (size_t i = 0; i < lesson.features.size(); ++i) {
                for (const quint32 f : lesson.features[i]) {
                    for (size_t y = 0; y < labelCount; ++y) {
                        const float gradient = gradients[i * labelCount + y] + pull * weights[f][y];
                        if (std::abs(gradient) < 1e-3f)
                            continue;
                        squares[f][y] += gradient * gradient;
                        weights[f][y] -= rate * gradient / std::sqrt(squares[f][y]);
                    }
                }
            }
        }
    }
    Adaptation result;
    for (size_t f = 0; f < count; ++f) {
        for (float &weight : weights[f])
            weight = std::clamp(weight, -strongest, strongest);
        const bool isWorthKeeping = std::any_of(weights[f].begin(), weights[f].end(), [](float w) { return std::abs(w) >= leastWeight; });
        if (isWorthKeeping)
            result.m_weights.insert(features.names()[qsizetype(f)], weights[f]);
    }
    return result;
}

double Adaptation::loss(const ChainWeights &chainWeights, const Lesson &lesson, const Features &features, float strength) const
{
    std::vector<float> scores = lesson.scores;
    for (size_t i = 0; i < lesson.features.size() && strength > 0; ++i) {
        for (const quint32 f : lesson.features[i]) {
            const auto known = m_weights.constFind(features.names()[qsizetype(f)]);
            if (known == m_weights.constEnd())
                continue;
            for (size_t y = 0; y < labelCount; ++y)
                scores[i * labelCount + y] += strength * (*known)[y];
        }
    }
    Chain chain(chainWeights);
    chain.read(scores.data(), labelCount, int(lesson.labels.size()));
    std::vector<float> gradients(scores.size());
    ChainWeights unused;
    return chain.loss(ChainTarget::of(lesson.labels), 0, gradients.data(), labelCount, unused);
}

void Adaptation::adjust(QStringView text, const ReadText &read, std::vector<float> &scores) const
{
    if (isEmpty() || m_strength <= 0)
        return;
    for (const Passage &passage : read.passages) {
        const std::vector<QString> forms = formsOf(text, read, passage.tokens);
        for (int i = passage.tokens.begin; i < passage.tokens.end; ++i) {
            float *to = &scores[size_t(i) * labelCount];
            tellFeatures(forms, read, passage.tokens, i, [&](const QString &name) {
                const auto known = m_weights.constFind(name);
                if (known == m_weights.constEnd())
                    return;
                for (size_t y = 0; y < labelCount; ++y)
                    to[y] += m_strength * (*known)[y];
            });
        }
    }
}

std::vector<Adaptation::Finding> Adaptation::findings(int most) const
{
    std::vector<Finding> result;
    for (auto it = m_weights.constBegin(); it != m_weights.constEnd(); ++it) {
        QString kind;
        switch (it.key()[0].unicode()) {
        case u'w':
            kind = QCoreApplication::translate("Quoth::Detection", "word");
            break;
        case u'p':
            kind = QCoreApplication::translate("Quoth::Detection", "word before");
            break;
        case u'n':
            kind = QCoreApplication::translate("Quoth::Detection", "word after");
            break;
        case u'b':
        case u'a':
            kind = QCoreApplication::translate("Quoth::Detection", "words");
            break;
        default:
            continue;
        }
        const auto strongestOf = std::max_element(it->begin(), it->end(), [](float a, float b) { return std::abs(a) < std::abs(b); });
        result.push_back({kind, it.key().mid(1), Label(strongestOf - it->begin()), *strongestOf});
    }
    std::sort(result.begin(), result.end(), [](const Finding &a, const Finding &b) {
        const float x = std::abs(a.weight);
        const float y = std::abs(b.weight);
        return x != y ? x > y : std::tie(a.feature, a.words) < std::tie(b.feature, b.words);
    });
    if (result.size() > size_t(most))
        result.resize(size_t(most));
    return result;
}

QByteArray Adaptation::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
    QStringList names = m_weights.keys();
    names.sort();
    stream << fileMark << m_strength << qint32(names.size());
    for (const QString &name : std::as_const(names)) {
        stream << name.toUtf8();
        for (const float weight : m_weights[name])
            stream << weight;
    }
    m_pieces.write(stream);
    return qCompress(bytes);
}

Result<Adaptation> Adaptation::fromBytes(const QByteArray &packed)
{
    const Error bad{ErrorCode::BadInput, QCoreApplication::translate("Quoth::Detection", "What was learned cannot be read: it is damaged."), {}};
    // qUncompress() trusts the size that stands before the data.
    if (packed.size() < 4 || qFromBigEndian<quint32>(packed.constData()) > largest)
        return bad;
    const QByteArray bytes = qUncompress(packed);
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
    quint32 mark = 0;
    qint32 count = 0;
    float strength = 0;
    stream >> mark >> strength >> count;
    if (stream.status() != QDataStream::Ok || !(strength >= 0 && strength <= 1) || mark != fileMark || count < 0 || count > mostFeatures)
        return bad;
    Adaptation result;
    result.m_strength = strength;
    for (qint32 i = 0; i < count; ++i) {
        QByteArray name;
        Weights weights{};
        stream >> name;
        for (float &weight : weights) {
            stream >> weight;
            if (!std::isfinite(weight) || std::abs(weight) > strongest)
                return bad;
        }
        const QString key = QString::fromUtf8(name);
        if (stream.status() != QDataStream::Ok || key.isEmpty())
            return bad;
        result.m_weights.insert(key, weights);
    }
    if (!result.m_pieces.read(stream) || !stream.atEnd())
        return bad;
    return result;
}

} // namespace Quoth::Detection
