// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "systemcolours.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QPalette>
#include <QStyleFactory>

namespace Quoth::Windows {

namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString object = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString settings = QStringLiteral("org.freedesktop.appearance");
const QString colourScheme = QStringLiteral("color-scheme");

QPalette lightPalette()
{
    QPalette palette(QColor(0xf4, 0xf4, 0xf2), QColor(0xfa, 0xfa, 0xf8));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Highlight, QColor(0x2f, 0x6f, 0xb5));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x0b, 0x5c, 0xad));
    palette.setColor(QPalette::PlaceholderText, QColor(0x6b, 0x6b, 0x6b));
    return palette;
}

QPalette darkPalette()
{
    QPalette palette(QColor(0x3a, 0x3c, 0x40), QColor(0x2a, 0x2b, 0x2e));
    palette.setColor(QPalette::Base, QColor(0x1f, 0x20, 0x23));
    palette.setColor(QPalette::AlternateBase, QColor(0x27, 0x28, 0x2b));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, QColor(0xe8, 0xe6, 0xe3));
    palette.setColor(QPalette::ToolTipBase, QColor(0x3a, 0x3c, 0x40));
    palette.setColor(QPalette::Highlight, QColor(0x4a, 0x88, 0xc7));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x7d, 0xb8, 0xf0));
    palette.setColor(QPalette::PlaceholderText, QColor(0x9d, 0x9b, 0x98));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x85, 0x83, 0x80));
    return palette;
}

/// Listens to the desktop for as long as the program runs.
class PortalListener : public QObject
{
    Q_OBJECT

public:
    explicit PortalListener(QApplication &application) : QObject(&application)
    {
        QDBusConnection bus = QDBusConnection::sessionBus();
        if (!bus.isConnected())
            return;
        bus.connect(service, object, interface, QStringLiteral("SettingChanged"), this,
                    SLOT(settingChanged(QString, QString, QDBusVariant)));
        QDBusMessage read = QDBusMessage::createMethodCall(service, object, interface, QStringLiteral("Read"));
        read << settings << colourScheme;
        auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(read, 2000), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
            const QDBusPendingReply<QDBusVariant> reply = *watcher;
            if (!reply.isError())
                settingChanged(settings, colourScheme, reply.value());
            watcher->deleteLater();
        });
    }

private slots:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
    {
        if (group != settings || key != colourScheme)
            return;
        QVariant plain = value.variant();
        while (plain.canConvert<QDBusVariant>())
            plain = plain.value<QDBusVariant>().variant();
        // 0 no preference, 1 dark, 2 light: the portal's documentation of org.freedesktop.appearance
        const bool dark = plain.toUInt() == 1;
        if (dark != m_dark)
            QApplication::setPalette(dark ? darkPalette() : lightPalette());
        m_dark = dark;
    }

private:
    bool m_dark = false; ///< by our doing; the desktop's own theme may be dark without it
};

} // namespace

void applyColours(QApplication &application, ColourScheme scheme)
{
    if (scheme == ColourScheme::System) {
        new PortalListener(application);
        return;
    }
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(scheme == ColourScheme::Dark ? darkPalette() : lightPalette());
}

} // namespace Quoth::Windows

#include "systemcolours.moc"
