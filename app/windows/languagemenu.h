// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QObject>

namespace Quoth::Windows {

/// The choice of the interface's language, remembered for the next start. Languages are called by their own names.
class LanguageMenu : public QObject
{
    Q_OBJECT

public:
    explicit LanguageMenu(QObject *parent);

    QList<QAction *> actions() const { return m_actions; }
    /// The language chosen last, or nothing for that of the system.
    static QString remembered();

signals:
    void chosen(const QString &language);

private:
    QList<QAction *> m_actions;
};

} // namespace Quoth::Windows
