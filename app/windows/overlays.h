// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <widgets/articleview.h>

#include <QAction>

namespace Quoth::Windows {

/// What is drawn over the article besides its highlights: lines between the parts of the attribution in hand (fainter
/// for the one under the pointer), and signs for characters that cannot be seen. Both can be switched off, and stay so.
class Overlays : public QObject
{
    Q_OBJECT

public:
    Overlays(Workbench &workbench, Widgets::ArticleView &view, QObject *parent = nullptr);

    QList<QAction *> actions() const { return {m_links, m_invisibles}; }

private:
    void showLinks();
    void appendLinks(QList<Widgets::Link> &links, AttributionId id, bool faint) const;

    Workbench &m_workbench;
    Widgets::ArticleView &m_view;
    QAction *m_links;
    QAction *m_invisibles;
    quint64 m_hovered = 0;
};

} // namespace Quoth::Windows
