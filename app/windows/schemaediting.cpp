// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schemaediting.h"

#include "actiongroups.h"
#include "actions.h"
#include "schemadialog.h"
#include "shortcuts.h"

#include <app/editing/schemastep.h>

#include <QMessageBox>

namespace Quoth::Windows {

using namespace Annotation;

SchemaEditing::SchemaEditing(Workbench &workbench, TakenKeys takenKeys, QWidget &window, QObject *parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_takenKeys(std::move(takenKeys))
    , m_window(window)
    , m_action(makeAction(this, "schema.edit", tr("Labels and roles\u2026")))
{
    m_action->setToolTip(tr("Change the labels of this project: names, keys, colours, guidelines, attributes, and which of them fill which roles"));
    connect(m_action, &QAction::triggered, this, &SchemaEditing::edit);
}

void SchemaEditing::edit()
{
    Editing::EditSession &session = m_workbench.session();
    const auto use = session.project().call([](Storage::Project &project) { return Storage::schemaUse(project); });
    if (!use) {
        QMessageBox::warning(&m_window, tr("Labels and roles"), use.error().text());
        return;
    }
    SchemaDialog dialog(session.schema(), *use, m_takenKeys(), &m_window);
    const bool accepted = dialog.exec() == QDialog::Accepted;
    emit done();
    if (!accepted || dialog.schema() == session.schema())
        return;
    const auto done = session.commitPrepared([schema = dialog.schema(), mapping = dialog.mapping()](Storage::Project &project) {
        return Editing::schemaStep(project, schema, mapping, SchemaEditing::tr("change labels and roles"));
    });
    if (!done)
        QMessageBox::warning(&m_window, tr("Labels and roles"), done.error().text());
}

QHash<QString, QString> keysOfOneCharacter(const QList<QAction *> &actions)
{
    QHash<QString, QString> taken;
    for (const QAction *action : actions) {
        if (Shortcuts::followsSchema(action->objectName()))
            continue;
        const QList<QKeySequence> keys = action->shortcuts();
        for (const QKeySequence &key : keys) {
            if (const QString text = key.toString(QKeySequence::PortableText); text.size() == 1)
                taken.insert(text.toUpper(), plainText(*action));
        }
    }
    return taken;
}

} // namespace Quoth::Windows
