// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "articleview.h"
#include "findbar.h"

namespace Quoth::Widgets {

/// Find in article: what is typed into the bar is sought in the view, shown there, and selected one after the other, so
/// that what was found can be labelled at once. The view and the bar must outlive it.
class ArticleFinder : public QObject
{
    Q_OBJECT

public:
    ArticleFinder(ArticleView &view, FindBar &bar, QObject *parent = nullptr);

    /// Shows the bar and takes the focus there; words that are selected are what to find.
    void open();
    /// To the next (1) or the previous (-1) of what was sought. While the bar is closed, words that are selected are
    /// what to find; the focus stays in the article.
    void step(int direction);
    void close();

private:
    void search();
    void typed();
    void choose(qsizetype index, bool wrapped);
    QString selectedWords() const;

    ArticleView &m_view;
    FindBar &m_bar;
    qint32 m_from = 0;
};

} // namespace Quoth::Widgets
