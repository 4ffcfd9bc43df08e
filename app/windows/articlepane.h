// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <app/rendering/articlehighlights.h>
#include <app/rendering/renderoptions.h>
#include <app/rendering/headline.h>
#include <widgets/articlefinder.h>
#include <widgets/legendrow.h>

#include <QActionGroup>
#include <QTimer>

class QLabel;

namespace Quoth::Windows {

class FrameBuilding;
class SlotFilling;

/// The open article in its view, bound to the workbench both ways: what is in hand there is ringed here, what is clicked here is in hand there.
class ArticlePane : public QWidget
{
    Q_OBJECT

public:
    struct Actions
    {
        QAction *zoomIn;
        QAction *zoomOut;
        QAction *resetZoom;
        QAction *take; ///< the highlight at the caret; again for the next one there
        QAction *choose;
        QAction *letGo;
        QActionGroup *show;
        QList<QAction *> find;
        QList<QAction *> overlays;
    };

    explicit ArticlePane(Workbench &workbench, QWidget *parent = nullptr);
    ~ArticlePane() override;

    Widgets::ArticleView &view() { return *m_view; }
    const Actions &actions() const { return m_actions; }
    QList<QAction *> allActions() const;
    /// Shows what is proposed and which slot is in hand, and lets slots be chosen by mouse.
    void follow(FrameBuilding &frames);
    /// A row above the article says what the colours mean where they are not the labels’.
    void setColourBy(Rendering::ColourBy colourBy);
    /// How the article is shown, for its picture and on paper: which highlights, in what colours.
    Rendering::RenderOptions shown() const;
    /// What is told while no article is open.
    void setEmptyText(const QString &text);

signals:
    void cardActionTriggered(Quoth::Editing::Item item, Quoth::Widgets::CardAction action);
    void shownChanged(const QList<Quoth::Annotation::State> &states);
    /// Words that are proposed were clicked at this offset.
    void ghostActivated(qint32 offset);
    void contextMenuRequested(const QPoint &globalPosition);

protected:
    void changeEvent(QEvent *event) override;

private:
    void createActions();
    void showArticle();
    Rendering::Headline headline() const;
    void showEdit(const Annotation::Edit &edit);
    /// The one attribution, or else the one span, that an edit of the open article leaves changed.
    std::optional<Editing::Item> itemOfEdit(const Annotation::Edit &edit) const;
    void showCurrent(bool reveal);
    void showRelated(quint64 key);
    void updateStyles();
    void activate(quint64 key);
    void moveEdge(quint64 key, Widgets::Extent before, Widgets::Extent after);
    void takeAtCaret();
    void repaintAll();
    void showLegend();

    Workbench &m_workbench;
    SlotFilling *m_slotFilling;
    QTimer m_bylineSoon;
    Widgets::LegendRow *m_legend;
    QTimer m_legendSoon;
    QLabel *m_empty;
    QTimer m_emptySoon; ///< an article that is on its way needs no words
    Widgets::ArticleView *m_view;
    Widgets::FindBar *m_findBar;
    Widgets::ArticleFinder *m_finder;
    std::unique_ptr<Rendering::ArticleHighlights> m_highlights;
    std::optional<Editing::Item> m_lastEdited;
    Actions m_actions;
};

} // namespace Quoth::Windows
