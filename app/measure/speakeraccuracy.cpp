// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "speakeraccuracy.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace Quoth::Measure {

namespace {

constexpr double leastJaccard = 0.5;

QString textOf(const Fragments &fragments, const QString &text)
{
    QStringList parts;
    for (const TextRange fragment : fragments)
        parts.append(text.sliced(fragment.begin, fragment.length()));
    return parts.join(u' ');
}

/// The words of a name, folded; articles and the possessive ending are no part of it.
QSet<QString> wordsOf(const QString &name)
{
    static const QSet<QString> ignored{QStringLiteral("the"), QStringLiteral("a"), QStringLiteral("an"), QStringLiteral("s")};
    QSet<QString> words;
    for (const TextRange token : piecesOf(name, Extent{{0, qint32(name.size())}})) {
        const QString piece = name.sliced(token.begin, token.length());
        QString word;
        const auto take = [&] {
            if (!word.isEmpty() && !ignored.contains(word))
                words.insert(word);
            word.clear();
        };
        for (const QChar c : piece.toCaseFolded()) {
            // A full stop inside "U.S." divides nothing.
            if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
                word += c;
            else if (c != u'.')
                take();
        }
        take();
    }
    return words;
}

bool beginsSentence(const QString &text, qint32 position)
{
    while (position > 0 && (text[position - 1].isSpace() ? text[position - 1] != u'\n' : text[position - 1].isPunct())) {
        const QChar before = text[--position];
        if (before == u'.' || before == u'!' || before == u'?' || before == u':')
            return true;
    }
    return position == 0 || text[position - 1] == u'\n';
}

bool holdsAName(const Fragments &mention, const QString &text)
{
    static const QSet<QString> pronouns{QStringLiteral("I"),   QStringLiteral("We"),   QStringLiteral("He"),
                                        QStringLiteral("She"), QStringLiteral("They"), QStringLiteral("It"),
                                        QStringLiteral("You"), QStringLiteral("The")};
    for (const TextRange fragment : mention) {
        for (qint32 at = fragment.begin; at < fragment.end; ++at) {
            const bool wordBegins = text[at].isUpper() && (at == 0 || !text[at - 1].isLetterOrNumber());
            if (!wordBegins)
                continue;
            qint32 end = at;
            while (end < fragment.end && text[end].isLetterOrNumber())
                ++end;
            if (!pronouns.contains(text.sliced(at, end - at)) && !beginsSentence(text, at))
                return true;
        }
    }
    return false;
}

/// The speakers of gold, as they are looked up.
class GoldSpeakers
{
public:
    GoldSpeakers(const Document &gold, const Tokens &tokens) : m_gold(gold)
    {
        for (std::size_t i = 0; i < gold.speakers.size(); ++i) {
            const SpeakerRecord &speaker = gold.speakers[i];
            m_numbers.insert(speaker.id, i);
            bool hasName = !speaker.names.isEmpty();
            for (const QString &name : speaker.names)
                m_names.push_back({i, wordsOf(name)});
            for (const Fragments &mention : speaker.mentions) {
                m_mentions.push_back({i, tokens.in(extentOf(gold.text, mention))});
                m_names.push_back({i, wordsOf(textOf(mention, gold.text))});
                hasName = hasName || holdsAName(mention, gold.text);
            }
            m_named.push_back(hasName && !speaker.isAnonymous);
        }
    }

    std::optional<std::size_t> of(const ScoredAttribution &attribution) const
    {
        if (const QString &id = attribution.record().speaker; !id.isEmpty()) {
            if (const auto found = m_numbers.constFind(id); found != m_numbers.constEnd())
                return *found;
        }
        const TokenSet &source = attribution.tokens(Role::Source);
        std::optional<std::size_t> best;
        double most = 0;
        for (const Mention &mention : m_mentions) {
            const qint64 common = source.countCommon(mention.tokens);
            if (common == 0)
                continue;
            const double match = double(common) / double(source.size() + mention.tokens.size() - common);
            if (match >= leastJaccard && match > most) {
                most = match;
                best = mention.speaker;
            }
        }
        return best;
    }

    bool isNamed(std::size_t speaker) const { return m_named[speaker]; }

    bool means(const QString &name, std::size_t speaker) const
    {
        const QSet<QString> words = wordsOf(name);
        if (words.isEmpty())
            return false;
        qsizetype fewest = std::numeric_limits<qsizetype>::max();
        bool isRight = false;
        for (const Name &each : m_names) {
            if (each.words.size() > fewest || !each.words.contains(words))
                continue;
            isRight = each.speaker == speaker || (isRight && each.words.size() == fewest);
            fewest = each.words.size();
        }
        return isRight;
    }

private:
    struct Mention
    {
        std::size_t speaker;
        TokenSet tokens;
    };
    struct Name
    {
        std::size_t speaker;
        QSet<QString> words;
    };

    const Document &m_gold;
    QHash<QString, std::size_t> m_numbers;
    std::vector<Mention> m_mentions;
    std::vector<Name> m_names;
    std::vector<bool> m_named;
};

} // namespace

void SpeakerAccuracy::add(const Document &gold, const std::vector<ScoredAttribution> &goldAttributions, const Document &predicted,
                          const std::vector<ScoredAttribution> &predictedAttributions, const Comparison &comparison,
                          const Tokens &tokens)
{
    if (gold.speakers.empty())
        return;
    const GoldSpeakers speakers(gold, tokens);
    QHash<QString, QString> names;
    for (const SpeakerRecord &speaker : predicted.speakers)
        names.insert(speaker.id, speaker.names.value(0));
    struct Credit
    {
        std::size_t gold;
        QString predicted; // of its own if there is none
    };
    std::vector<Credit> credits;
    for (std::size_t i = 0; i < goldAttributions.size(); ++i) {
        const std::optional<std::size_t> right = speakers.of(goldAttributions[i]);
        if (!comparison.linked[i] || !right)
            continue;
        const AttributionRecord &found = predictedAttributions[std::size_t(*comparison.linked[i])].record();
        const bool isKnown = !found.speaker.isEmpty();
        credits.push_back({*right, isKnown ? u'=' + found.speaker : u'#' + QString::number(i)});
        m_without += isKnown ? 0 : 1;
        if (speakers.isNamed(*right)) {
            ++m_named;
            m_rightlyNamed += isKnown && speakers.means(names.value(found.speaker), *right) ? 1 : 0;
        }
    }
    for (const Credit &credit : credits) {
        qint64 sameGold = 0;
        qint64 samePredicted = 0;
        qint64 both = 0;
        for (const Credit &other : credits) {
            sameGold += other.gold == credit.gold ? 1 : 0;
            samePredicted += other.predicted == credit.predicted ? 1 : 0;
            both += other.gold == credit.gold && other.predicted == credit.predicted ? 1 : 0;
        }
        ++m_count;
        m_precision += double(both) / double(samePredicted);
        m_recall += double(both) / double(sameGold);
    }
}

Scores SpeakerAccuracy::bCubed() const { return Scores::of(m_precision, m_count, m_recall, m_count); }

QJsonObject SpeakerAccuracy::toJson() const
{
    return {{QStringLiteral("attributions"), m_count},         {QStringLiteral("without_speaker"), m_without},
            {QStringLiteral("b_cubed"), bCubed().toJson()},    {QStringLiteral("named"), m_named},
            {QStringLiteral("rightly_named"), m_rightlyNamed}, {QStringLiteral("named_accuracy"), namedAccuracy()}};
}

} // namespace Quoth::Measure
