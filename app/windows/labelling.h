// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <QAction>

namespace Quoth::Windows {

class FrameBuilding;

/// Labelling by keys. A label's key labels the selected words, or the word at the caret. Labels that fill roles build a frame as they come:
/// source, cue and content labelled one after the other, in any order, become one attribution.
class Labelling : public QObject
{
    Q_OBJECT

public:
    explicit Labelling(Workbench &workbench, QObject *parent = nullptr);

    QList<QAction *> labelActions() const { return m_labelActions; } ///< in the schema's order
    QList<QAction *> edgeActions() const { return m_edgeActions; }
    QList<QAction *> otherActions() const { return {m_attribution, m_remove}; }
    QList<QAction *> allActions() const { return m_labelActions + m_extendActions + m_edgeActions + otherActions(); }
    const QList<QAction *> &extendActions() const { return m_extendActions; }
    void label(const QString &name);
    /// The label given last, or empty.
    const QString &lastLabel() const { return m_lastLabel; }
    /// The words join the span in hand as a further piece. False if there is none.
    bool extendInHand(const QList<TextRange> &words, const QString &label = {});
    FrameBuilding &frames() { return *m_frames; }

signals:
    /// Why nothing was done.
    void told(const QString &message);
    void actionsChanged(); ///< the actions of labels are others, as the schema is

private:
    enum class Edge { Begin, End };

    QString attributionKey() const;
    void createLabelActions();
    void createEdgeActions();
    void updateActions();
    /// What words are added to: the span in hand, or that of the attribution in hand which has the label, without one its content.
    std::optional<SpanId> spanInHand(const QString &label) const;
    QList<TextRange> words() const;
    void extend(const QString &label);
    void startAttribution();
    void moveEdge(Edge edge, int direction, bool byWord);
    void removeCurrent();

    Workbench &m_workbench;
    QList<QAction *> m_labelActions;
    QList<QAction *> m_extendActions; ///< by label: the selection joins the span in hand
    QList<QAction *> m_edgeActions;
    QAction *m_attribution = nullptr;
    QAction *m_remove = nullptr;
    FrameBuilding *m_frames;
    QString m_lastLabel;
};

} // namespace Quoth::Windows
