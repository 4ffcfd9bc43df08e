// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shortcuts.h"

#include <widgets/keytext.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QSettings>

namespace Quoth::Windows {

namespace {

const QString setting = QStringLiteral("shortcuts");
const QString shortcutsField = QStringLiteral("shortcuts");

QJsonObject toObject(const QHash<QString, QList<QKeySequence>> &changed)
{
    QJsonObject object;
    for (auto it = changed.begin(); it != changed.end(); ++it) {
        QJsonArray keys;
        for (const QKeySequence &key : it.value())
            keys.append(key.toString(QKeySequence::PortableText));
        object.insert(it.key(), keys);
    }
    return object;
}

QHash<QString, QList<QKeySequence>> fromObject(const QJsonObject &object)
{
    QHash<QString, QList<QKeySequence>> changed;
    for (auto it = object.begin(); it != object.end(); ++it) {
        QList<QKeySequence> keys;
        const QJsonArray array = it.value().toArray();
        for (const QJsonValue &key : array)
            keys.append(QKeySequence(key.toString(), QKeySequence::PortableText));
        changed.insert(it.key(), keys);
    }
    return changed;
}

} // namespace

Shortcuts::Shortcuts(QObject *parent) : QObject(parent)
{
    m_changed = fromObject(QJsonDocument::fromJson(QSettings().value(setting).toByteArray()).object());
}

void Shortcuts::adopt(const QList<QAction *> &actions)
{
    static const char came[] = "keysItCameWith";
    m_actions.clear();
    m_defaults.clear();
    for (QAction *action : actions) {
        if (!action->property(came).isValid() || followsSchema(action->objectName()))
            action->setProperty(came, QVariant::fromValue(action->shortcuts()));
        m_actions.append(action);
        m_defaults.insert(action->objectName(), action->property(came).value<QList<QKeySequence>>());
    }
    apply();
}

QList<QAction *> Shortcuts::actions() const
{
    QList<QAction *> result;
    for (const QPointer<QAction> &action : m_actions) {
        if (action)
            result.append(action);
    }
    return result;
}

QAction *Shortcuts::action(const QString &id) const
{
    for (const QPointer<QAction> &action : m_actions) {
        if (action && action->objectName() == id)
            return action;
    }
    return nullptr;
}

QList<QKeySequence> Shortcuts::defaults(const QString &id) const { return m_defaults.value(id); }

bool Shortcuts::followsSchema(const QString &id)
{
    const QString group = id.section(u'.', 0, 0);
    return (group == u"label" && id != u"label.again" && id != u"label.guideline") || group == u"extend" || group == u"brush"
        || id == u"attribution.start";
}

QAction *Shortcuts::holder(const QKeySequence &key, const QString &exceptId) const
{
    for (const QPointer<QAction> &action : m_actions) {
        if (action && action->objectName() != exceptId && action->shortcuts().contains(key))
            return action;
    }
    return nullptr;
}

QString Shortcuts::refusal(const QString &id, const QKeySequence &key) const
{
    if (key.isEmpty() || key[0].key() == Qt::Key_unknown)
        return tr("This key cannot be used.");
    if (m_defaults.value(id).contains(key))
        return {};
    const QKeyCombination combination = key[0];
    const Qt::KeyboardModifiers modifiers = combination.keyboardModifiers();
    switch (combination.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return modifiers & (Qt::AltModifier | Qt::MetaModifier) ? QString() : tr("This key moves the caret in texts.");
    case Qt::Key_Escape:
        return tr("Esc always lets go of what is in hand and closes what is open.");
    case Qt::Key_F10:
    case Qt::Key_Menu:
        return tr("This key opens the menus.");
    case Qt::Key_C:
    case Qt::Key_V:
    case Qt::Key_X:
        return modifiers == Qt::ControlModifier ? tr("This key copies, cuts and pastes, here as everywhere.") : QString();
    default:
        break;
    }
    if (modifiers == Qt::ControlModifier && combination.key() == Qt::Key_A)
        return tr("This key selects all, here as everywhere.");
    if (modifiers == Qt::AltModifier && combination.key() >= Qt::Key_A && combination.key() <= Qt::Key_Z)
        return tr("Alt with a letter opens menus.");
    if (modifiers == Qt::AltModifier && combination.key() == Qt::Key_F4)
        return tr("This key closes the window.");
    if (const QAction *other = holder(key, id); other && followsSchema(other->objectName()))
        return tr("This key belongs to a label (\u201C%1\u201D). Give the label another key first.")
            .arg(Widgets::withoutMnemonic(other->text()));
    return {};
}

void Shortcuts::setKeys(const QString &id, const QList<QKeySequence> &keys)
{
    for (const QPointer<QAction> &other : std::as_const(m_actions)) {
        if (!other || other->objectName() == id || followsSchema(other->objectName()))
            continue;
        QList<QKeySequence> left = other->shortcuts();
        if (left.removeIf([&keys](const QKeySequence &key) { return keys.contains(key); }) > 0)
            m_changed.insert(other->objectName(), left);
    }
    if (keys == m_defaults.value(id))
        m_changed.remove(id);
    else
        m_changed.insert(id, keys);
    keep();
    apply();
}

void Shortcuts::reset(const QString &id) { setKeys(id, m_defaults.value(id)); }

void Shortcuts::resetAll()
{
    m_changed.clear();
    keep();
    apply();
}

void Shortcuts::apply()
{
    // Keys of labels first, then what the user set, then what the program came with.
    QSet<QKeySequence> taken;
    const auto give = [&taken](QAction &action, const QList<QKeySequence> &keys) {
        QList<QKeySequence> free;
        for (const QKeySequence &key : keys) {
            if (!taken.contains(key))
                free.append(key);
            taken.insert(key);
        }
        if (free != action.shortcuts())
            action.setShortcuts(free);
    };
    for (int turn = 0; turn < 3; ++turn) {
        for (const QPointer<QAction> &action : std::as_const(m_actions)) {
            if (!action)
                continue;
            const QString id = action->objectName();
            const int wanted = followsSchema(id) ? 0 : m_changed.contains(id) ? 1 : 2;
            if (wanted == turn)
                give(*action, turn == 1 ? m_changed.value(id) : m_defaults.value(id));
        }
    }
    emit changed();
}

void Shortcuts::keep()
{
    QSettings().setValue(setting, QJsonDocument(toObject(m_changed)).toJson(QJsonDocument::Compact));
}

QByteArray Shortcuts::toJson() const { return QJsonDocument(QJsonObject{{shortcutsField, toObject(m_changed)}}).toJson(); }

Result<int> Shortcuts::fromJson(const QByteArray &json, const QString &place)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.object().value(shortcutsField).isObject())
        return Error{ErrorCode::BadInput, tr("This is no file of keys as Quoth writes them."), place};
    const auto changed = fromObject(document.object().value(shortcutsField).toObject());
    QHash<QKeySequence, QString> given;
    for (auto it = changed.begin(); it != changed.end(); ++it) {
        for (const QKeySequence &key : it.value()) {
            const QString shown = Widgets::keyName(key);
            if (const QString reason = refusal(it.key(), key); !reason.isEmpty())
                return Error{ErrorCode::BadInput, tr("%1 cannot have the key %2. %3").arg(it.key(), shown, reason), place};
            if (given.contains(key))
                return Error{ErrorCode::BadInput, tr("The key %1 is given to %2 and to %3.").arg(shown, given.value(key), it.key()), place};
            given.insert(key, it.key());
        }
    }
    m_changed = changed;
    keep();
    apply();
    return int(m_changed.size());
}

} // namespace Quoth::Windows
