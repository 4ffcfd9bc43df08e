// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "replay.h"

#include <app/annotation/nesting.h>
#include <app/detection/rules/rulesdetector.h>
#include <app/rendering/itemkey.h>
#include <widgets/textsteps.h>

#include <QApplication>
#include <QTextStream>

#include <set>

namespace Quoth::Benchmarks {

using namespace Annotation;

namespace {

const QStringList roles{sourceRole, cueRole, contentRole};

/// Pieces with nothing but blanks between them are one selection.
QList<TextRange> joined(const QList<TextRange> &pieces, const QString &text)
{
    QList<TextRange> result;
    for (const TextRange piece : canonical(pieces)) {
        if (!result.isEmpty() && text.mid(result.constLast().end, piece.begin - result.constLast().end).trimmed().isEmpty())
            result.last().end = piece.end;
        else
            result.append(piece);
    }
    return result;
}

Frame frameOf(const Attribution &attribution, const AnnotationIndex &index, const QString &text)
{
    Frame frame;
    for (const QString &role : roles) {
        QList<TextRange> pieces;
        const QList<SpanId> spans = attribution.spans(role);
        for (const SpanId id : spans) {
            if (index.span(id)->provenance.state != State::Rejected)
                pieces += index.span(id)->fragments;
        }
        frame.words.insert(role, joined(pieces, text));
    }
    if (const auto speaker = speakerOf(attribution, index))
        frame.speaker = index.speaker(*speaker)->name;
    frame.speakerId = speakerOf(attribution, index);
    return frame;
}

std::set<qint32> letters(const QList<TextRange> &pieces, const QString &text)
{
    std::set<qint32> result;
    for (const TextRange piece : pieces) {
        for (qint32 i = piece.begin; i < piece.end; ++i) {
            if (!text[i].isSpace())
                result.insert(i);
        }
    }
    return result;
}

bool same(const QList<TextRange> &a, const QList<TextRange> &b, const QString &text) { return letters(a, text) == letters(b, text); }

} // namespace

Replay::Replay(const AnnotatedArticle &gold, bool withSpeakers) : m_gold(gold), m_withSpeakers(withSpeakers)
{
    const AnnotationIndex index(gold.annotations);
    for (const AttributionId id : index.attributionsInOrder()) {
        const Frame frame = frameOf(*index.attribution(id), index, text());
        if (!frame.words[contentRole].isEmpty())
            m_frames.append(frame);
    }
}

void Replay::open(const Annotations &annotations)
{
    m_bench = std::make_unique<Test::WindowBench>();
    AnnotatedArticle article{m_gold.article, annotations};
    if (!m_bench->open(article))
        qFatal("The article does not open.");
}

void Replay::key(Effort &effort, Qt::Key key, bool decides, Qt::KeyboardModifiers modifiers)
{
    m_bench->key(key, modifiers);
    effort.key(decides, modifiers ? 2 : 1);
}

void Replay::drag(Effort &effort, TextRange words, bool decides, Qt::KeyboardModifiers modifiers)
{
    see(words);
    auto &view = m_bench->view();
    const Widgets::Extent whole{words.begin, words.end};
    const auto isLetter = [this](qint32 i) { return text()[i].isLetterOrNumber(); };
    const bool exact = Widgets::snappedToWords(text(), whole) != whole;
    // From within the first to within the last word, as one does: edges are drawn by what stands beside them.
    const qint32 from = !exact && isLetter(words.begin) && words.length() > 2 && isLetter(words.begin + 1) ? words.begin + 1 : words.begin;
    const qint32 to = !exact && isLetter(words.end - 1) && words.length() > 2 && isLetter(words.end - 2) ? words.end - 1 : words.end;
    const bool single = !modifiers && (words.length() == 1 || (!exact && Widgets::wordAt(text(), words.begin) == whole));
    if (single) {
        const QPoint place = m_bench->at(words.begin + words.length() / 2, words.length() == 1 ? 2 : 1);
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, place);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, place);
        effort.doubleClick(decides);
        return;
    }
    m_bench->drag(m_bench->at(from, from == words.begin ? 1 : 0), m_bench->at(to, 0), modifiers | (exact ? Qt::AltModifier : Qt::NoModifier));
    effort.drag(decides);
}

void Replay::dragEdge(Effort &effort, TextRange from, TextRange to, bool begin)
{
    see({std::min(from.begin, to.begin), std::max(from.end, to.end)});
    const Widgets::Extent whole{to.begin, to.end};
    const bool exact = Widgets::snappedToWords(text(), whole) != whole;
    const QPoint start = begin ? m_bench->at(from.begin, -2) : m_bench->at(from.end, 2);
    const qint32 target = begin ? to.begin : to.end;
    m_bench->drag(start, m_bench->at(target), exact ? Qt::AltModifier : Qt::NoModifier);
    effort.drag(true);
}

bool Replay::isReached(const Frame &gold, std::optional<AttributionId> id)
{
    const Attribution *attribution = id ? m_bench->index().attribution(*id) : nullptr;
    if (!attribution || attribution->provenance.state != State::Accepted)
        return false;
    const Frame now = frameOf(*attribution, m_bench->index(), text());
    return std::all_of(roles.begin(), roles.end(), [&](const QString &role) { return same(now.words[role], gold.words[role], text()); })
        && isCredited(now, gold);
}

// The first time that the gold's speaker comes, any speaker will do that is nobody else's.
bool Replay::isCredited(const Frame &now, const Frame &gold)
{
    if (!m_withSpeakers || gold.speaker.isEmpty())
        return true;
    if (!now.speakerId)
        return false;
    if (!m_speakers.contains(gold.speaker) && std::find(m_speakers.cbegin(), m_speakers.cend(), *now.speakerId) == m_speakers.cend())
        m_speakers.insert(gold.speaker, *now.speakerId);
    const auto known = m_speakers.constFind(gold.speaker);
    return known != m_speakers.cend() && *known == *now.speakerId;
}

void Replay::giveSpeaker(Effort &effort, const Frame &gold, AttributionId id)
{
    if (!m_withSpeakers || gold.speaker.isEmpty())
        return;
    const Attribution *attribution = m_bench->index().attribution(id);
    if (!attribution || isCredited(frameOf(*attribution, m_bench->index(), text()), gold))
        return;
    takeInHand(effort, id);
    key(effort, Qt::Key_S, true);
    QWidget *field = QApplication::focusWidget();
    if (!field || field == &m_bench->view())
        return;
    const auto known = m_speakers.constFind(gold.speaker);
    const QString name = known == m_speakers.cend() ? gold.speaker : m_bench->index().speaker(*known)->name;
    for (const QChar letter : name) {
        QKeyEvent press(QEvent::KeyPress, 0, {}, QString(letter));
        QCoreApplication::sendEvent(field, &press);
    }
    effort.key(false, int(name.size()));
    effort.actions += int(name.size()) - 1; // each letter is one
    QTest::keyClick(field, Qt::Key_Return);
    effort.key(false);
}

// What is proposed is taken, corrected or dropped, until nothing is left to build.
void Replay::settleSlots(Effort &effort, const Frame &gold)
{
    for (int step = 0; step < 12 && frames().slotIndex() >= 0; ++step) {
        const QString slot = frames().slot();
        const auto proposedFor = [this](const QString &role) {
            for (const Editing::RoleWords &part : frames().proposal().parts) {
                if (part.role == role)
                    return part.fragments;
            }
            return QList<TextRange>();
        };
        const auto id = m_bench->bench().current();
        const Frame now = id && std::holds_alternative<AttributionId>(*id)
            ? frameOf(*m_bench->index().attribution(std::get<AttributionId>(*id)), m_bench->index(), text())
            : Frame();
        QString wrong;
        for (const QString &role : roles) {
            const QList<TextRange> have = now.words[role].isEmpty() ? proposedFor(role) : now.words[role];
            if (!same(have, gold.words[role], text()) && (wrong.isEmpty() || role == slot))
                wrong = role;
        }
        if (wrong.isEmpty()) {
            key(effort, Qt::Key_Return, false); // takes what is left, or is through
            return;
        }
        const QList<TextRange> &wanted = gold.words[wrong];
        const QList<TextRange> there = proposedFor(wrong);
        if (wanted.isEmpty()) {
            key(effort, slot == wrong ? Qt::Key_Backspace : Qt::Key_Tab, slot == wrong);
            continue;
        }
        const auto goesTo = [&](TextRange words) {
            for (const Editing::RoleWords &part : frames().proposal().parts) {
                if (overlap(part.fragments, {words}))
                    return part.role;
            }
            return slot;
        };
        if (goesTo(wanted.constFirst()) != wrong && !overlap(there, wanted)) {
            key(effort, Qt::Key_Tab, false);
            continue;
        }
        drag(effort, wanted.constFirst(), true);
        for (qsizetype i = 1; i < wanted.size(); ++i)
            drag(effort, wanted[i], false, Qt::ControlModifier);
    }
}

void Replay::makeNew(const Frame &gold)
{
    Effort effort;
    QSet<AttributionId> before;
    const auto all = m_bench->index().attributionsInOrder();
    before = QSet<AttributionId>(all.begin(), all.end());
    const QList<TextRange> content = gold.words[contentRole];
    drag(effort, content.constFirst(), true);
    for (qsizetype i = 1; i < content.size(); ++i)
        drag(effort, content[i], false, Qt::ControlModifier);
    std::optional<AttributionId> made;
    const auto now = m_bench->index().attributionsInOrder();
    for (const AttributionId id : now) {
        if (!before.contains(id))
            made = id;
    }
    QString what = QStringLiteral("new, nothing proposed");
    if (!frames().proposal().isEmpty()) {
        int right = 0;
        int proposed = 0;
        for (const Editing::RoleWords &part : frames().proposal().parts) {
            ++proposed;
            right += same(part.fragments, gold.words[part.role], text());
        }
        what = right == proposed ? QStringLiteral("new, proposal right") : right > 0 ? QStringLiteral("new, proposal half right") : QStringLiteral("new, proposal wrong");
    }
    if (content.size() > 1)
        what = QStringLiteral("new, interrupted");
    settleSlots(effort, gold);
    if (frames().slotIndex() >= 0)
        key(effort, Qt::Key_Escape, false);
    if (made)
        giveSpeaker(effort, gold, *made);
    done.push_back({effort.actions, effort.seconds, what, isReached(gold, made)});
    tellIfMissed(gold, made);
}

void Replay::tellIfMissed(const Frame &gold, std::optional<AttributionId> id)
{
    if (!qEnvironmentVariableIsSet("QUOTH_EFFORT_TELLS") || isReached(gold, id))
        return;
    QTextStream out(stdout);
    const Attribution *attribution = id ? m_bench->index().attribution(*id) : nullptr;
    const Frame now = attribution ? frameOf(*attribution, m_bench->index(), text()) : Frame();
    out << done.back().what << " (" << done.back().actions << " actions)\n";
    for (const QString &role : roles) {
        if (!same(now.words[role], gold.words[role], text()))
            out << "  " << role << ": [" << textOf(now.words[role], text(), u"|") << "] should be [" << textOf(gold.words[role], text(), u"|") << "]\n";
    }
    if (!isCredited(now, gold))
        out << "  speaker: [" << now.speaker << "] should be [" << gold.speaker << "]\n";
}

void Replay::fromNothing()
{
    open({});
    key(extra, Qt::Key_3, true, Qt::AltModifier);
    for (const Frame &gold : std::as_const(m_frames))
        makeNew(gold);
}

int Replay::mendingCost(const Frame &now, const Frame &gold) const
{
    int cost = 0;
    for (const QString &role : roles) {
        const QList<TextRange> have = now.words[role];
        const QList<TextRange> want = gold.words[role];
        if (same(have, want, text()))
            continue;
        if (have.size() == 1 && want.size() == 1 && overlap(have, want))
            cost += (have[0].begin != want[0].begin) + (have[0].end != want[0].end);
        else
            cost += 2 + std::max<int>(1, int(want.size()));
    }
    return cost;
}

void Replay::takeInHand(Effort &effort, AttributionId id)
{
    if (m_bench->bench().current() == Editing::Item(id))
        return;
    clickCard(effort, id, -1);
}

void Replay::clickCard(Effort &effort, AttributionId id, int button)
{
    see(m_bench->index().extent(*m_bench->index().attribution(id)));
    for (const Widgets::PlacedCard &placed : m_bench->view().visibleCards()) {
        if (placed.card.key != Rendering::keyOf(id))
            continue;
        const auto buttons = Widgets::cardButtons(placed.card, placed.rect, m_bench->view().font());
        if (button >= buttons.size())
            continue; // it is decided
        m_bench->click(button < 0 ? placed.rect.topLeft() + QPoint(20, 14) : buttons.at(button).rect.center());
        effort.click(true);
        return;
    }
    // A card of its own only for outermost ones: take it by its cue, then decide by key.
    const QList<SpanId> cues = m_bench->index().attribution(id)->spans(cueRole);
    const TextRange words = m_bench->index().span(cues.isEmpty() ? m_bench->index().attribution(id)->fillers.constFirst().span : cues.constFirst())->extent();
    m_bench->click(m_bench->at(words.begin + words.length() / 2, 1));
    effort.click(true);
    if (button >= 0)
        key(effort, button == 0 ? Qt::Key_Return : Qt::Key_Backspace, false);
}

void Replay::mend(Effort &effort, AttributionId id, const Frame &gold)
{
    for (const QString &role : roles) {
        const Frame now = frameOf(*m_bench->index().attribution(id), m_bench->index(), text());
        const QList<TextRange> have = now.words[role];
        const QList<TextRange> want = gold.words[role];
        if (same(have, want, text()))
            continue;
        if (have.size() == 1 && want.size() == 1 && overlap(have, want)) {
            TextRange reached = have[0];
            if (reached.begin != want[0].begin) {
                dragEdge(effort, reached, {want[0].begin, reached.end}, true);
                reached.begin = want[0].begin;
            }
            if (reached.end != want[0].end)
                dragEdge(effort, reached, want[0], false);
            if (same(frameOf(*m_bench->index().attribution(id), m_bench->index(), text()).words[role], want, text()))
                continue;
        }
        // The slot on the card, then the words.
        takeInHand(effort, id);
        for (const Widgets::PlacedCard &placed : m_bench->view().visibleCards()) {
            if (placed.card.current && roles.indexOf(role) < placed.card.cardSlots.size()) {
                m_bench->view().clearSelection();
                m_bench->click(Widgets::cardSlotRects(placed.card, placed.rect, m_bench->view().font()).at(roles.indexOf(role)).center());
                effort.click(true);
                break;
            }
        }
        if (want.isEmpty()) {
            key(effort, Qt::Key_Delete, false);
            continue;
        }
        drag(effort, want.constFirst(), false);
        for (qsizetype i = 1; i < want.size(); ++i)
            drag(effort, want[i], false, Qt::ControlModifier);
    }
}

void Replay::review(AttributionId id, const Frame *gold, bool byKeys)
{
    Effort effort;
    const bool inHand = byKeys && m_bench->bench().current() == Editing::Item(id);
    if (!gold) {
        if (inHand)
            key(effort, Qt::Key_Backspace, true);
        else
            clickCard(effort, id, 1);
        const bool gone = m_bench->index().attribution(id)->provenance.state == State::Rejected;
        done.push_back({effort.actions, effort.seconds, QStringLiteral("turned down"), gone});
        return;
    }
    const Frame now = frameOf(*m_bench->index().attribution(id), m_bench->index(), text());
    const int cost = mendingCost(now, *gold);
    QString what = QStringLiteral("accepted");
    giveSpeaker(effort, *gold, id);
    if (cost == 0) {
        if (inHand)
            key(effort, Qt::Key_Return, true);
        else
            clickCard(effort, id, 0);
    } else {
        what = cost == 1 ? QStringLiteral("mended, one edge") : cost == 2 ? QStringLiteral("mended, two edges") : QStringLiteral("mended, more");
        mend(effort, id, *gold);
    }
    const bool reached = isReached(*gold, id);
    if (inHand && cost != 0) {
        m_bench->bench().setCurrent(Editing::Item(id));
        key(effort, Qt::Key_Return, false); // on to the next
    }
    done.push_back({effort.actions, effort.seconds, what, reached});
    tellIfMissed(*gold, id);
}

void Replay::fromSuggestions(Way way)
{
    const bool byKeys = way == Way::ByKeys;
    const Detection::RulesDetector detector;
    Result<Annotations> found = detector.detect(m_gold.article, Progress());
    if (!found)
        qFatal("%s", qPrintable(found.error().text()));
    const AnnotationIndex goldIndex(m_gold.annotations);
    const AnnotationIndex all(*found);
    const auto isNested = [](const AnnotationIndex &index) {
        return [&index](const Attribution &attribution) { return parentOf(attribution, index).has_value(); };
    };
    if (std::none_of(m_gold.annotations.attributions.begin(), m_gold.annotations.attributions.end(), isNested(goldIndex)))
        found->attributions.removeIf(isNested(all));
    const AnnotationIndex framed(*found);
    QSet<SpanId> used;
    for (const Attribution &attribution : std::as_const(found->attributions)) {
        for (const RoleFiller &filler : attribution.fillers)
            used.insert(filler.span);
    }
    found->spans.removeIf([&used](const Span &span) { return !used.contains(span.id); });
    open(*found);

    struct Pair
    {
        int cost;
        qsizetype gold;
        AttributionId id;
    };
    std::vector<Pair> pairs;
    const QList<AttributionId> suggested = m_bench->index().attributionsInOrder();
    for (const AttributionId id : suggested) {
        const Frame now = frameOf(*m_bench->index().attribution(id), m_bench->index(), text());
        for (qsizetype g = 0; g < m_frames.size(); ++g) {
            if (overlap(now.words[contentRole], m_frames[g].words[contentRole]) || overlap(now.words[cueRole], m_frames[g].words[cueRole])) {
                const int cost = mendingCost(now, m_frames[g]);
                if (cost <= 3) // more than that, and a new one is made sooner
                    pairs.push_back({cost, g, id});
            }
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair &a, const Pair &b) { return a.cost < b.cost; });
    QHash<AttributionId, qsizetype> goldOf;
    QSet<qsizetype> taken;
    for (const Pair &pair : pairs) {
        if (goldOf.contains(pair.id) || taken.contains(pair.gold))
            continue;
        goldOf.insert(pair.id, pair.gold);
        taken.insert(pair.gold);
    }
    if (byKeys && !suggested.isEmpty())
        key(extra, Qt::Key_Tab, false);
    // By exception: what is decided alike most often is left to one command at the end.
    std::vector<AttributionId> right;
    std::vector<AttributionId> wrong;
    for (const AttributionId id : suggested) {
        const bool asIs = goldOf.contains(id) && mendingCost(frameOf(*m_bench->index().attribution(id), m_bench->index(), text()), m_frames[goldOf.value(id)]) == 0;
        if (asIs)
            right.push_back(id);
        else if (!goldOf.contains(id))
            wrong.push_back(id);
    }
    const bool acceptRest = right.size() >= wrong.size();
    const std::vector<AttributionId> &rest = acceptRest ? right : wrong;
    const bool leaves = way == Way::ByException && !m_withSpeakers && rest.size() > 1;
    for (const AttributionId id : suggested) {
        if (!leaves || std::find(rest.begin(), rest.end(), id) == rest.end())
            review(id, goldOf.contains(id) ? &m_frames[goldOf.value(id)] : nullptr, byKeys);
    }
    if (leaves) {
        key(extra, acceptRest ? Qt::Key_Return : Qt::Key_Backspace, true, Qt::ControlModifier | Qt::ShiftModifier);
        for (const AttributionId id : rest) {
            const bool reached = acceptRest ? isReached(m_frames[goldOf.value(id)], id) : m_bench->index().attribution(id)->provenance.state == State::Rejected;
            done.push_back({0, 1.35, acceptRest ? QStringLiteral("accepted at the end") : QStringLiteral("turned down"), reached});
        }
    }
    if (taken.size() == m_frames.size())
        return;
    key(extra, Qt::Key_Escape, false);
    key(extra, Qt::Key_3, true, Qt::AltModifier);
    for (qsizetype g = 0; g < m_frames.size(); ++g) {
        if (!taken.contains(g))
            makeNew(m_frames[g]);
    }
}

} // namespace Quoth::Benchmarks
