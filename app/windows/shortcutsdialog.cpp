// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shortcutsdialog.h"

#include "actiongroups.h"
#include "assignkeydialog.h"
#include "contexthelp.h"
#include "shortcuts.h"
#include "softlabel.h"

#include <widgets/clearbutton.h>
#include <widgets/keytext.h>
#include <widgets/keycapture.h>

#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Quoth::Windows {

namespace {

enum Column { Name, Keys, Where, Id };

QString shown(const QList<QKeySequence> &keys)
{
    QStringList names;
    for (const QKeySequence &key : keys)
        names.append(Widgets::keyName(key));
    names.removeDuplicates();
    return names.join(QStringLiteral("; "));
}

QString menuOf(const QAction &action)
{
    const QList<QObject *> places = action.associatedObjects();
    for (QObject *place : places) {
        if (const auto *menu = qobject_cast<QMenu *>(place); menu && !menu->title().isEmpty())
            return Widgets::withoutMnemonic(menu->title());
    }
    return {};
}

} // namespace

ShortcutsDialog::ShortcutsDialog(Shortcuts &shortcuts, QWidget *parent) : QDialog(parent), m_shortcuts(shortcuts)
{
    setWindowTitle(tr("Change keys"));
    resize(820, 640);
    m_tree = new QTreeWidget;
    m_tree->setAccessibleName(tr("Actions and their keys"));
    m_tree->setHeaderLabels({tr("What it does"), tr("Keys"), tr("Menu"), tr("Name in files")});
    m_tree->setRootIsDecorated(false);
    m_tree->setAlternatingRowColors(true);
    m_tree->setIndentation(14);
    m_hint = new SoftLabel;
    m_hint->setObjectName(QStringLiteral("hint"));
    m_hint->setMinimumHeight(m_hint->fontMetrics().lineSpacing() * 2);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeFilters());
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_hint);
    layout->addWidget(makeButtons());
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ShortcutsDialog::updateButtons);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this] {
        if (m_change->isEnabled())
            assign(false);
    });
    connect(&shortcuts, &Shortcuts::changed, this, &ShortcutsDialog::fill);
    fill();
    m_tree->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_tree->header()->setStretchLastSection(false);
    for (const Column column : {Keys, Where, Id})
        m_tree->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    addHelp(*this, HelpTopic::Keys);
    m_words->setFocus();
}

QWidget *ShortcutsDialog::makeFilters()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_words = new QLineEdit;
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setPlaceholderText(tr("Find by words"));
    m_words->setAccessibleName(tr("Find by words"));
    Widgets::addClearButton(*m_words);
    m_key = new Widgets::KeyCapture;
    m_key->setObjectName(QStringLiteral("byKey"));
    m_key->setPlaceholderText(tr("Find by key: press it here"));
    m_key->setAccessibleName(tr("Find by key: press it here"));
    m_key->setFixedWidth(m_key->fontMetrics().horizontalAdvance(m_key->placeholderText()) + 24);
    auto *all = new QPushButton(tr("Show all"));
    all->setAutoDefault(false);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_key);
    layout->addWidget(all);
    connect(m_words, &QLineEdit::textChanged, this, &ShortcutsDialog::filter);
    connect(m_key, &Widgets::KeyCapture::captured, this, [this, all] {
        filter();
        all->setFocus(); // the field takes Tab for a key: it does not keep the focus
    });
    connect(all, &QPushButton::clicked, this, [this] {
        m_key->setKey({});
        m_words->clear();
        filter();
        m_words->setFocus();
    });
    return row;
}

QWidget *ShortcutsDialog::makeButtons()
{
    auto *box = new QWidget;
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString &text, const char *name) {
        auto *button = new QPushButton(text);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        layout->addWidget(button);
        return button;
    };
    m_change = add(tr("Change\u2026"), "change");
    m_add = add(tr("Add another\u2026"), "add");
    m_remove = add(tr("Remove"), "remove");
    m_reset = add(tr("Reset"), "reset");
    layout->addStretch(1);
    QPushButton *resetEvery = add(tr("Reset all"), "resetAll");
    QPushButton *open = add(tr("Load\u2026"), "load");
    QPushButton *write = add(tr("Save\u2026"), "save");
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close);
    layout->addWidget(close);
    connect(m_change, &QPushButton::clicked, this, [this] { assign(false); });
    connect(m_add, &QPushButton::clicked, this, [this] { assign(true); });
    connect(m_remove, &QPushButton::clicked, this, &ShortcutsDialog::removeKeys);
    connect(m_reset, &QPushButton::clicked, this, [this] { m_shortcuts.reset(current()); });
    connect(resetEvery, &QPushButton::clicked, this, &ShortcutsDialog::resetAll);
    connect(open, &QPushButton::clicked, this, &ShortcutsDialog::load);
    connect(write, &QPushButton::clicked, this, &ShortcutsDialog::save);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return box;
}

void ShortcutsDialog::fill()
{
    const QString id = current();
    m_tree->clear();
    const QList<ActionGroup> groups = groupedActions(m_shortcuts.actions());
    for (const ActionGroup &group : groups) {
        auto *heading = new QTreeWidgetItem(m_tree, {group.title});
        heading->setFlags(Qt::ItemIsEnabled);
        heading->setFirstColumnSpanned(true);
        QFont bold = m_tree->font();
        bold.setBold(true);
        heading->setFont(Name, bold);
        for (const QAction *action : group.actions) {
            auto *row = new QTreeWidgetItem(heading, {plainText(*action), shown(action->shortcuts()), menuOf(*action), action->objectName()});
            row->setToolTip(Name, action->toolTip());
            if (m_shortcuts.isChanged(action->objectName())) {
                row->setFont(Keys, bold);
                const QString came = shown(m_shortcuts.defaults(action->objectName()));
                row->setToolTip(Keys, came.isEmpty() ? tr("It came without a key.") : tr("It came with: %1").arg(came));
            }
        }
        heading->setExpanded(true);
    }
    filter();
    choose(id);
    updateButtons();
}

void ShortcutsDialog::choose(const QString &id)
{
    const QList<QTreeWidgetItem *> found
        = id.isEmpty() ? QList<QTreeWidgetItem *>() : m_tree->findItems(id, Qt::MatchExactly | Qt::MatchRecursive, Id);
    if (!found.isEmpty())
        m_tree->setCurrentItem(found.constFirst());
}

void ShortcutsDialog::filter()
{
    const QStringList words = m_words->text().split(u' ', Qt::SkipEmptyParts);
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *heading = m_tree->topLevelItem(i);
        bool any = false;
        for (int j = 0; j < heading->childCount(); ++j) {
            QTreeWidgetItem *row = heading->child(j);
            const QString text = row->text(Name) + u' ' + row->text(Keys) + u' ' + row->text(Where) + u' ' + row->text(Id);
            bool fits = std::all_of(words.begin(), words.end(), [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
            if (fits && !m_key->key().isEmpty()) {
                const QAction *action = m_shortcuts.action(row->text(Id));
                fits = action && action->shortcuts().contains(m_key->key());
            }
            row->setHidden(!fits);
            any = any || fits;
        }
        heading->setHidden(!any);
    }
    if (!m_key->key().isEmpty() && !m_shortcuts.holder(m_key->key(), {}))
        m_hint->setText(tr("No action has the key %1.").arg(Widgets::keyName(m_key->key())));
    else
        updateButtons();
}

QString ShortcutsDialog::current() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    return item ? item->text(Id) : QString();
}

void ShortcutsDialog::updateButtons()
{
    const QString id = current();
    const QAction *action = m_shortcuts.action(id);
    const bool label = Shortcuts::followsSchema(id);
    const bool mine = action && !label;
    m_change->setEnabled(mine || label);
    m_add->setEnabled(mine && !action->shortcuts().isEmpty());
    m_remove->setEnabled(mine && !action->shortcuts().isEmpty());
    m_reset->setEnabled(mine && m_shortcuts.isChanged(id));
    if (!action)
        m_hint->setText(tr("Choose an action to change its keys. Those you changed stand in bold."));
    else if (label)
        m_hint->setText(tr("This key belongs to the project’s labels: “Change” opens “Labels and roles”, where it is changed for "
                           "everyone who works on the project."));
    else
        m_hint->setText(action->toolTip() == action->text() || action->toolTip().isEmpty() ? plainText(*action) : action->toolTip());
}

void ShortcutsDialog::assign(bool further)
{
    const QString id = current();
    if (Shortcuts::followsSchema(id)) {
        emit labelKeysRequested();
        return;
    }
    AssignKeyDialog dialog(m_shortcuts, id, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QAction *action = m_shortcuts.action(id);
    QList<QKeySequence> keys = action ? action->shortcuts() : QList<QKeySequence>();
    keys.removeAll(dialog.key());
    // The first key is the one shown in menus: that is the one which is changed.
    if (!further && !keys.isEmpty())
        keys.first() = dialog.key();
    else
        keys.append(dialog.key());
    m_shortcuts.setKeys(id, keys);
    m_tree->setFocus();
}

void ShortcutsDialog::removeKeys()
{
    const QAction *action = m_shortcuts.action(current());
    QList<QKeySequence> keys = action->shortcuts();
    keys.removeLast(); // the last added; again for the one before
    m_shortcuts.setKeys(current(), keys);
}

void ShortcutsDialog::resetAll()
{
    if (QMessageBox::question(this, tr("Reset all"), tr("Give all actions the keys they came with?")) == QMessageBox::Yes)
        m_shortcuts.resetAll();
}

void ShortcutsDialog::save()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save keys"), QStringLiteral("quoth-keys.json"), tr("Keys (*.json)"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(m_shortcuts.toJson()) < 0 || !file.commit())
        QMessageBox::warning(this, tr("Save keys"), QStringLiteral("%1: %2").arg(path, file.errorString()));
}

void ShortcutsDialog::load()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Load keys"), {}, tr("Keys (*.json)"));
    if (path.isEmpty())
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        QMessageBox::warning(this, tr("Load keys"), QStringLiteral("%1: %2").arg(path, file.errorString()));
        return;
    }
    if (const auto done = m_shortcuts.fromJson(file.readAll(), path); !done)
        QMessageBox::warning(this, tr("Load keys"), done.error().text());
}

} // namespace Quoth::Windows
