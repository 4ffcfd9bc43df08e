// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <QAction>

namespace Quoth::Windows {

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

signals:
    void actionsChanged(); ///< the actions of labels are others, as the schema is

private:
    enum class Edge { Begin, End };

    void createLabelActions();
    void createEdgeActions();
    void updateActions();
    QList<TextRange> words() const;
    void fill(const QString &label, const QString &role, const QList<TextRange> &fragments);
    void extend(const QString &label);
    void startAttribution();
    void moveEdge(Edge edge, int direction, bool byWord);
    void removeCurrent();
    bool isComplete(AttributionId id) const;
    bool lacks(AttributionId id, const QString &role) const;
    void finish();

    Workbench &m_workbench;
    QList<QAction *> m_labelActions;
    QList<QAction *> m_extendActions; ///< by label: the selection joins the span in hand
    QList<QAction *> m_edgeActions;
    QAction *m_attribution = nullptr;
    QAction *m_remove = nullptr;
    std::optional<AttributionId> m_building; ///< takes the roles that are labelled next
    QList<Annotation::RoleFiller> m_loose; ///< labelled for an attribution whose content is still to come
};

} // namespace Quoth::Windows
