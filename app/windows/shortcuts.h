// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/result.h>

#include <QAction>
#include <QHash>
#include <QObject>
#include <QPointer>

namespace Quoth::Windows {

/// The keys of all actions: remembers those they came with, keeps what the user changed in the settings (by action id) and gives it to the
/// actions, at start and at once. A key belongs to one action only; keys of labels come from the project's schema and go before others.
class Shortcuts : public QObject
{
    Q_OBJECT

public:
    explicit Shortcuts(QObject *parent = nullptr);

    /// Replaces the actions known so far.
    void adopt(const QList<QAction *> &actions);
    QList<QAction *> actions() const;
    QAction *action(const QString &id) const; ///< nullptr if there is none
    QList<QKeySequence> defaults(const QString &id) const;
    bool isChanged(const QString &id) const { return m_changed.contains(id); }
    /// Keys that follow from a label's key in the schema: not to be set here.
    static bool followsSchema(const QString &id);
    /// The action other than that one which has the key; nullptr if it is free.
    QAction *holder(const QKeySequence &key, const QString &exceptId) const;
    /// Why an action cannot have a key; empty if it can. Its own first keys are always allowed.
    QString refusal(const QString &id, const QKeySequence &key) const;

    /// Takes the keys from the actions that have them.
    void setKeys(const QString &id, const QList<QKeySequence> &keys);
    void reset(const QString &id);
    void resetAll();

    QByteArray toJson() const;
    /// Replaces all changes by those of a file written by toJson(); gives how many actions have keys of their own now. Keys that are not
    /// allowed, or given to two actions, refuse the whole.
    Result<int> fromJson(const QByteArray &json, const QString &place);

signals:
    void changed();

private:
    void apply();
    void keep();

    QList<QPointer<QAction>> m_actions;
    QHash<QString, QList<QKeySequence>> m_defaults;
    QHash<QString, QList<QKeySequence>> m_changed; // by action id, also of actions that are not there at the moment
};

} // namespace Quoth::Windows
