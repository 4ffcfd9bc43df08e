// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "palettebar.h"

#include <app/rendering/styles.h>
#include <widgets/painting/colours.h>

#include <QEvent>

namespace Quoth::Windows {

using namespace Annotation;

PaletteBar::PaletteBar(Workbench &workbench, QWidget *parent) : LabelPalette(parent), m_workbench(workbench)
{
    setAccessibleName(tr("Labels"));
    m_dark = Widgets::isDark(palette());
    showLabels();
    connect(&workbench.session(), &Editing::EditSession::schemaChanged, this, &PaletteBar::showLabels);
    connect(&workbench, &Workbench::currentChanged, this, [this] {
        const auto span = m_workbench.currentSpan();
        setChecked(span ? m_workbench.index().span(*span)->label : QString());
    });
}

void PaletteBar::changeEvent(QEvent *event)
{
    LabelPalette::changeEvent(event);
    const bool dark = Widgets::isDark(palette());
    if (event->type() == QEvent::PaletteChange && dark != m_dark) {
        m_dark = dark;
        showLabels();
    }
}

void PaletteBar::showLabels()
{
    const QList<Widgets::HighlightStyle> styles = Rendering::stylesOf(m_workbench.schema(), m_dark);
    QList<Widgets::PaletteLabel> labels;
    for (qsizetype i = 0; i < styles.size(); ++i) {
        const Label &label = m_workbench.schema().labels[i];
        labels.append({label.name, label.title, label.key, styles[i].colour, styles[i].mark, label.guideline});
    }
    setLabels(labels);
}

} // namespace Quoth::Windows
