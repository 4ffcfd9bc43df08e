// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keysdialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace Quoth::Windows {

namespace {

QString row(const QAction &action)
{
    QStringList keys;
    const QList<QKeySequence> shortcuts = action.shortcuts();
    for (const QKeySequence &shortcut : shortcuts)
        keys.append(QStringLiteral("<b>%1</b>").arg(shortcut.toString(QKeySequence::NativeText).toHtmlEscaped()));
    return QStringLiteral("<tr><td width='150' style='padding:2px 18px 2px 0; white-space:nowrap'>%1</td><td style='padding:2px 0'>%2</td></tr>")
        .arg(keys.join(QStringLiteral(", ")), QString(action.text()).remove(u'&').toHtmlEscaped());
}

} // namespace

KeysDialog::KeysDialog(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    resize(560, 680);
    const struct
    {
        QString title;
        QStringList groups; // the first part of an action's id, or the whole

        bool holds(const QString &id) const { return groups.contains(id) || groups.contains(id.section(u'.', 0, 0)); }
    } sections[] = {{tr("Review"), {QStringLiteral("review"), QStringLiteral("item.next"), QStringLiteral("item.previous"), QStringLiteral("item.take"),
                                  QStringLiteral("item.letGo")}},
                    {tr("Label the selected words"), {QStringLiteral("label"), QStringLiteral("attribution"), QStringLiteral("extend")}},
                    {tr("Change what is in hand"), {QStringLiteral("edge"), QStringLiteral("speaker"), QStringLiteral("note"), QStringLiteral("item.remove"), QStringLiteral("edit")}},
                    {tr("Articles and projects"), {QStringLiteral("article"), QStringLiteral("project")}},
                    {tr("Window"), {QStringLiteral("view"), QStringLiteral("window"), QStringLiteral("help")}}};
    QString html = tr("<p>In the article: arrow keys move the caret, with Shift they select, with Ctrl by words. A double click "
                      "takes a word; dragging takes whole words, with Alt single characters.</p>");
    for (const auto &section : sections) {
        html += QStringLiteral("<h3>%1</h3><table>").arg(section.title.toHtmlEscaped());
        for (const QAction *action : actions) {
            if (!action->shortcut().isEmpty() && section.holds(action->objectName()))
                html += row(*action);
        }
        html += QStringLiteral("</table>");
    }
    auto *browser = new QTextBrowser;
    browser->setAccessibleName(tr("Keys"));
    browser->setHtml(html);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(browser);
    layout->addWidget(buttons);
}

} // namespace Quoth::Windows
