// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contexthelp.h"

#include "helpwindow.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>

namespace Quoth::Windows {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Quoth::Windows::ContextHelp)
};

/// As they are set: those of the window that the dialog belongs to.
QList<QKeySequence> keysOfManual(const QDialog &dialog)
{
    for (const QWidget *owner = dialog.parentWidget(); owner; owner = owner->parentWidget()) {
        if (const auto *action = owner->findChild<QAction *>(QStringLiteral("help.manual")))
            return action->shortcuts();
    }
    return {QKeySequence(Qt::Key_F1)};
}

} // namespace

QList<HelpTopic> allHelpTopics()
{
    return {HelpTopic::Import, HelpTopic::Export, HelpTopic::Detectors, HelpTopic::Learned, HelpTopic::Release,
            HelpTopic::Schema, HelpTopic::Merge,  HelpTopic::Split,     HelpTopic::Keys};
}

Rendering::ManualPlace placeOf(HelpTopic topic)
{
    switch (topic) {
    case HelpTopic::Import: return {QStringLiteral("formats"), QStringLiteral("what-can-be-read")};
    case HelpTopic::Export: return {QStringLiteral("formats"), QStringLiteral("what-can-be-written")};
    case HelpTopic::Detectors: return {QStringLiteral("detectors"), {}};
    case HelpTopic::Learned: return {QStringLiteral("suggestions"), QStringLiteral("learning-from-you")};
    case HelpTopic::Release: return {QStringLiteral("releasing"), {}};
    case HelpTopic::Schema: return {QStringLiteral("schema"), {}};
    case HelpTopic::Merge: return {QStringLiteral("speakers"), QStringLiteral("merge")};
    case HelpTopic::Split: return {QStringLiteral("speakers"), QStringLiteral("split")};
    case HelpTopic::Keys: return {QStringLiteral("settings"), QStringLiteral("keys")};
    }
    return {};
}

void addHelp(QDialog &dialog, HelpTopic topic)
{
    auto *action = new QAction(Words::tr("Help"), &dialog);
    action->setObjectName(QStringLiteral("help.context"));
    action->setShortcuts(keysOfManual(dialog));
    dialog.addAction(action);
    QObject::connect(action, &QAction::triggered, &dialog, [&dialog, topic] {
        const Rendering::ManualPlace place = placeOf(topic);
        HelpWindow::over(dialog).showChapter(place.chapter, place.anchor);
    });
    auto *buttons = dialog.findChild<QDialogButtonBox *>();
    if (!buttons)
        return;
    QPushButton *button = buttons->addButton(action->text(), QDialogButtonBox::HelpRole);
    button->setObjectName(QStringLiteral("help.button"));
    button->setAutoDefault(false);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
}

} // namespace Quoth::Windows
