// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "notification.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QVariantMap>
#include <QWidget>

namespace Quoth::Windows {

namespace {

constexpr qint64 longWork = 8000; // milliseconds

} // namespace

void LongWork::end(QWidget &window, const QString &what)
{
    const bool isLong = m_since.isValid() && m_since.elapsed() >= longWork;
    m_since.invalidate();
    if (!isLong || QApplication::activeWindow())
        return;
    QApplication::alert(&window);
    // https://specifications.freedesktop.org/notification-spec: Notify(app, replaces, icon, summary, body, actions, hints, timeout).
    auto call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
                                               QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    call.setArguments({QStringLiteral("Quoth"), 0U, QGuiApplication::desktopFileName(), QStringLiteral("Quoth"), what.toHtmlEscaped(), QStringList(),
                       QVariantMap{{QStringLiteral("desktop-entry"), QGuiApplication::desktopFileName()}}, -1});
    QDBusConnection::sessionBus().send(call); // nobody waits for an answer; without a desktop there is none
}

} // namespace Quoth::Windows
