// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>

namespace Quoth::Windows {

class WindowKeeper;

/// What the desktop asks of a program while it runs: to open a file (macOS sends an event for it), to be ready for the end of the
/// session and to come back with the next one (X11's session protocol, Windows, macOS), to end (SIGTERM, SIGHUP, SIGINT; Wayland's
/// desktops end a session so). One in a process.
class DesktopSession : public QObject
{
    Q_OBJECT

public:
    /// The keeper must outlive this.
    explicit DesktopSession(WindowKeeper &keeper);
    ~DesktopSession() override;

    /// By which the next session starts the program where it is now.
    QStringList restartCommand() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void listenForSignals();
    /// Waits until all edits are on the disk.
    void settle() const;

    WindowKeeper &m_keeper;
};

} // namespace Quoth::Windows
