// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelbrush.h"

#include "actions.h"
#include "framebuilding.h"
#include "labelling.h"

namespace Quoth::Windows {

using namespace Annotation;

LabelBrush::LabelBrush(Workbench &workbench, Labelling &labelling, QObject *parent)
    : QObject(parent), m_workbench(workbench), m_labelling(labelling)
{
    createActions();
    connect(&workbench.session(), &Editing::EditSession::schemaChanged, this, [this] {
        setLabel({});
        qDeleteAll(m_actions);
        m_actions.clear();
        createActions();
        emit actionsChanged();
    });
}

void LabelBrush::createActions()
{
    for (const Label &label : m_workbench.schema().labels) {
        QAction *action = makeAction(this, "", tr("Label all that is selected as %1").arg(label.title),
                                     label.key.isEmpty() ? QStringList() : QStringList(QStringLiteral("Alt+") + label.key));
        action->setObjectName(QStringLiteral("brush.") + label.name);
        action->setToolTip(tr("Words selected with the mouse become “%1” at once, until this is chosen again").arg(label.title));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, name = label.name] { setLabel(m_label == name ? QString() : name); });
        m_actions.append(action);
    }
    QAction *again = makeAction(this, "label.again", tr("Label as the last time"), {QStringLiteral("T")});
    connect(again, &QAction::triggered, this, [this] {
        const QString &name = m_label.isEmpty() ? m_labelling.lastLabel() : m_label;
        if (!name.isEmpty())
            m_labelling.label(name);
    });
    m_actions.append(again);
}

void LabelBrush::setLabel(const QString &name)
{
    m_label = name;
    for (QAction *action : std::as_const(m_actions)) {
        if (action->isCheckable())
            action->setChecked(!name.isEmpty() && action->objectName() == QStringLiteral("brush.") + name);
    }
    emit changed();
}

bool LabelBrush::takeSelection(Qt::KeyboardModifiers modifiers)
{
    const TextRange selection = m_workbench.selection();
    if (selection.isEmpty())
        return false;
    if (modifiers & Qt::ControlModifier)
        return m_labelling.extendInHand({selection});
    if (m_labelling.frames().fillSlot({selection}))
        return true;
    if (m_label.isEmpty())
        return false;
    m_labelling.label(m_label);
    return true;
}

} // namespace Quoth::Windows
