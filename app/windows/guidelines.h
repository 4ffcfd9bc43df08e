// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <widgets/guidelinepanel.h>

#include <QAction>

namespace Quoth::Widgets {
class ArticleView;
}

namespace Quoth::Windows {

class LabelBrush;
class Labelling;

/// Shows, by its key, the guideline of the label in hand beside the caret: that of the span in hand, of the attribution in hand, of the
/// label that sticks; with nothing in hand, those of all labels.
class Guidelines : public QObject
{
    Q_OBJECT

public:
    Guidelines(Workbench &workbench, Widgets::ArticleView &view, Labelling &labelling, LabelBrush &brush, QObject *parent = nullptr);

    QAction *action() const { return m_action; }

private:
    void open();
    QList<Widgets::Guideline> inHand() const;
    QList<Widgets::Guideline> all() const;
    Widgets::Guideline ofLabel(const Annotation::Label &label) const;
    Widgets::Guideline ofFrameType(const Annotation::FrameType &type) const;

    Workbench &m_workbench;
    Widgets::ArticleView &m_view;
    Labelling &m_labelling;
    LabelBrush &m_brush;
    QAction *m_action;
    Widgets::GuidelinePanel *m_panel;
};

} // namespace Quoth::Windows
