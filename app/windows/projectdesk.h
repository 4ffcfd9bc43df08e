// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <app/exchange/formatregistry.h>

#include <QMainWindow>
#include <QMenu>

namespace Quoth::Windows {

class ArticleListDock;
class ArticlePane;
class ColourChoice;
class ExchangeTasks;
class Guidelines;
class HistoryDock;
class InspectorDock;
class LabelBrush;
class Labelling;
class Learning;
class Reviewing;
class ReviewListDock;
class SpeakersDock;
class Spreading;
class SchemaEditing;
class StatusLine;
class TextWalk;

/// One open project laid out in a window: the article in the middle, the docks around it, and the actions that join them. It is made when a
/// project is opened and goes when it is closed; by then all is written.
class ProjectDesk : public QObject
{
    Q_OBJECT

public:
    ProjectDesk(std::unique_ptr<Editing::EditSession> session, QMainWindow &window);
    ~ProjectDesk() override;

    Editing::EditSession &session() { return *m_session; }
    Workbench &workbench() { return *m_workbench; }
    ArticlePane &pane() { return *m_pane; }
    ArticleListDock &articleList() { return *m_list; }
    ReviewListDock &reviewList() { return *m_reviewList; }
    StatusLine &status() { return *m_status; }
    ExchangeTasks &exchange() { return *m_exchange; }
    LabelBrush &brush() { return *m_brush; }
    Learning &learning() { return *m_learning; }
    Labelling &labelling() { return *m_labelling; }

    /// Every action of the project, for menus, the command palette and the sheet of keys.
    QList<QAction *> actions() const;
    void fill(QMenu &edit, QMenu &annotate, QMenu &review, QMenu &view) const;
    void openFirstArticle();

signals:
    void actionsChanged();

private:
    void createUndoActions();
    void createToolBar(QMainWindow &window);
    void placeDocks(QMainWindow &window);
    void connectLabelling();
    void connectParts(QMainWindow &window);
    void bindKeysToTheArticle();
    void updateUndo();
    void showKeys();
    void acceptAll();

    QMainWindow &m_window;
    Exchange::FormatRegistry m_formats;
    std::unique_ptr<Editing::EditSession> m_session;
    std::unique_ptr<Workbench> m_workbench;
    ArticlePane *m_pane = nullptr;
    ArticleListDock *m_list = nullptr;
    InspectorDock *m_inspector = nullptr;
    HistoryDock *m_history = nullptr;
    ReviewListDock *m_reviewList = nullptr;
    Labelling *m_labelling = nullptr;
    LabelBrush *m_brush = nullptr;
    TextWalk *m_walk = nullptr;
    Guidelines *m_guidelines = nullptr;
    Reviewing *m_reviewing = nullptr;
    SchemaEditing *m_schemaEditing = nullptr;
    StatusLine *m_status = nullptr;
    ExchangeTasks *m_exchange = nullptr;
    Learning *m_learning = nullptr;
    class QToolBar *m_toolBar = nullptr;
    class PaletteBar *m_palette = nullptr;
    ColourChoice *m_colours = nullptr;
    SpeakersDock *m_speakers = nullptr;
    Spreading *m_spreading = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
};

} // namespace Quoth::Windows
