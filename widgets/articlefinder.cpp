// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articlefinder.h"

#include <algorithm>

namespace Quoth::Widgets {

namespace {

constexpr qint32 longestWords = 200;

} // namespace

ArticleFinder::ArticleFinder(ArticleView &view, FindBar &bar, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_bar(bar)
{
    bar.hide();
    connect(&bar, &FindBar::changed, this, &ArticleFinder::typed);
    connect(&bar, &FindBar::stepRequested, this, &ArticleFinder::step);
    connect(&bar, &FindBar::closeRequested, this, &ArticleFinder::close);
    connect(&view, &ArticleView::articleShown, this, [this] {
        m_from = 0;
        if (!m_bar.isHidden())
            search();
    });
}

QString ArticleFinder::selectedWords() const
{
    const Extent chosen = m_view.selection();
    const QString words = chosen.length() <= longestWords ? m_view.selectedText() : QString();
    return words.contains(u'\n') ? QString() : words;
}

void ArticleFinder::open()
{
    m_from = m_view.selection().isEmpty() ? m_view.caret() : m_view.selection().begin;
    const QString words = selectedWords();
    m_bar.show();
    if (!words.isEmpty() && words != m_bar.words())
        m_bar.setWords(words);
    else
        typed();
    m_bar.takeFocus();
}

void ArticleFinder::step(int direction)
{
    if (m_bar.isHidden()) {
        m_from = m_view.selection().isEmpty() ? m_view.caret() : m_view.selection().begin;
        if (const QString words = selectedWords(); !words.isEmpty()) {
            const QSignalBlocker quiet(&m_bar);
            m_bar.setWords(words);
        }
        if (m_bar.words().isEmpty()) {
            open();
            return;
        }
        m_bar.show();
        search();
    }
    const QList<Extent> &hits = m_view.hits();
    if (hits.isEmpty())
        return;
    const Extent chosen = m_view.selection();
    const qint32 from = chosen.isEmpty() ? m_view.caret() : chosen.begin;
    const auto notBefore = [&hits](qint32 offset) {
        return std::lower_bound(hits.begin(), hits.end(), offset,
                                [](const Extent &hit, qint32 value) { return hit.begin < value; })
            - hits.begin();
    };
    qsizetype index = direction > 0 ? notBefore(from + (chosen.isEmpty() ? 0 : 1)) : notBefore(from) - 1;
    const bool wrapped = index < 0 || index >= hits.size();
    if (wrapped)
        index = direction > 0 ? 0 : hits.size() - 1;
    choose(index, wrapped);
}

void ArticleFinder::close()
{
    m_bar.hide();
    m_view.setHits({});
    m_view.setFocus();
}

void ArticleFinder::search()
{
    m_view.setHits(findAll(m_view.text(), m_bar.words(), m_bar.options()));
    m_bar.setCount(0, m_view.hits().size(), false);
}

void ArticleFinder::typed()
{
    search();
    const QList<Extent> &hits = m_view.hits();
    if (hits.isEmpty())
        return;
    const auto found =
        std::find_if(hits.begin(), hits.end(), [this](const Extent &hit) { return hit.begin >= m_from; });
    choose(found == hits.end() ? 0 : found - hits.begin(), found == hits.end());
}

void ArticleFinder::choose(qsizetype index, bool wrapped)
{
    const Extent hit = m_view.hits().at(index);
    m_view.setSelection(hit.begin, hit.end);
    m_view.ensureVisible(hit.begin, hit.end);
    m_bar.setCount(index + 1, m_view.hits().size(), wrapped);
}

} // namespace Quoth::Widgets
