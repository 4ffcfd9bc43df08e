// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "systemcolours.h"

#include "contraststyle.h"
#include "focusstyle.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QStyle>
#include <QStyleFactory>

namespace Quoth::Windows {

namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString object = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString settings = QStringLiteral("org.freedesktop.appearance");
const QString colourScheme = QStringLiteral("color-scheme");
const QString contrastSetting = QStringLiteral("contrast");

constexpr std::pair<ColourScheme, const char16_t *> names[] = {{ColourScheme::System, u"system"},
                                                               {ColourScheme::Light, u"light"},
                                                               {ColourScheme::Dark, u"dark"},
                                                               {ColourScheme::ContrastLight, u"contrast-light"},
                                                               {ColourScheme::ContrastDark, u"contrast-dark"}};

/// A style of ours has no name: it stands on Fusion.
bool isFusion(const QString &style) { return style.isEmpty() || style.compare(u"fusion", Qt::CaseInsensitive) == 0; }

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
    // Bright, so that frames of what has the focus stand out from the window, with dark text on it.
    palette.setColor(QPalette::Highlight, QColor(0x5a, 0x9f, 0xe0));
    palette.setColor(QPalette::HighlightedText, QColor(0x10, 0x14, 0x1a));
    palette.setColor(QPalette::Link, QColor(0x7d, 0xb8, 0xf0));
    palette.setColor(QPalette::PlaceholderText, QColor(0x9d, 0x9b, 0x98));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x85, 0x83, 0x80));
    return palette;
}

/// Text and lines in one colour, grounds in the other; every pair of text and ground has a contrast of 7 or more, what is disabled included.
QPalette contrastPalette(bool dark)
{
    const QColor ground = dark ? Qt::black : Qt::white;
    const QColor text = dark ? Qt::white : Qt::black;
    const QColor soft = dark ? QColor(0xb8, 0xb8, 0xb8) : QColor(0x4a, 0x4a, 0x4a);
    QPalette palette(ground, ground);
    for (const auto role : {QPalette::Base, QPalette::AlternateBase, QPalette::Window, QPalette::Button, QPalette::ToolTipBase})
        palette.setColor(role, ground);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::BrightText, QPalette::ToolTipText,
                            QPalette::Mid, QPalette::Dark, QPalette::Shadow})
        palette.setColor(role, text);
    palette.setColor(QPalette::Light, ground);
    palette.setColor(QPalette::Midlight, soft);
    palette.setColor(QPalette::Highlight, dark ? QColor(0xff, 0xd8, 0x00) : QColor(0x00, 0x2f, 0x9c));
    palette.setColor(QPalette::HighlightedText, dark ? Qt::black : Qt::white);
    palette.setColor(QPalette::Link, dark ? QColor(0x9f, 0xd0, 0xff) : QColor(0x00, 0x2f, 0x9c));
    palette.setColor(QPalette::LinkVisited, dark ? QColor(0xe0, 0xb8, 0xff) : QColor(0x55, 0x00, 0x80));
    palette.setColor(QPalette::PlaceholderText, soft);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, soft);
    return palette;
}

} // namespace

QString toString(ColourScheme scheme)
{
    for (const auto &[known, name] : names) {
        if (known == scheme)
            return QString::fromUtf16(name);
    }
    Q_UNREACHABLE();
}

std::optional<ColourScheme> colourSchemeFromString(QStringView name)
{
    for (const auto &[known, text] : names) {
        if (name == QStringView(text))
            return known;
    }
    return std::nullopt;
}

QPalette paletteOf(ColourScheme scheme)
{
    switch (scheme) {
    case ColourScheme::System: break;
    case ColourScheme::Light: return lightPalette();
    case ColourScheme::Dark: return darkPalette();
    case ColourScheme::ContrastLight: return contrastPalette(false);
    case ColourScheme::ContrastDark: return contrastPalette(true);
    }
    return {};
}

SystemColours::SystemColours(QApplication &application, QObject *parent) : QObject(parent), m_style(application.style()->name())
{
    if (isFusion(m_style))
        QApplication::setStyle(new FocusStyle);
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, object, interface, QStringLiteral("SettingChanged"), this, SLOT(settingChanged(QString, QString, QDBusVariant)));
    ask(colourScheme);
    ask(contrastSetting);
}

void SystemColours::ask(const QString &key)
{
    QDBusMessage read = QDBusMessage::createMethodCall(service, object, interface, QStringLiteral("Read"));
    read << settings << key;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(read, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            settingChanged(settings, key, reply.value());
        watcher->deleteLater();
    });
}

void SystemColours::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != settings)
        return;
    QVariant plain = value.variant();
    while (plain.canConvert<QDBusVariant>())
        plain = plain.value<QDBusVariant>().variant();
    // color-scheme: 0 no preference, 1 dark, 2 light; contrast: 0 no preference, 1 higher (the portal's documentation)
    if (key == colourScheme)
        m_dark = plain.toUInt() == 1;
    else if (key == contrastSetting)
        m_contrast = plain.toUInt() == 1;
    else
        return;
    if (m_scheme == ColourScheme::System)
        apply();
}

void SystemColours::setScheme(ColourScheme scheme)
{
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    apply();
    emit schemeChanged();
}

void SystemColours::apply()
{
    if (m_scheme != ColourScheme::System)
        show(m_scheme);
    else if (m_contrast)
        show(m_dark ? ColourScheme::ContrastDark : ColourScheme::ContrastLight);
    else if (m_dark)
        show(ColourScheme::Dark);
    else if (m_changed)
        show(ColourScheme::System);
}

void SystemColours::show(ColourScheme scheme)
{
    const bool contrast = scheme == ColourScheme::ContrastLight || scheme == ColourScheme::ContrastDark;
    m_changed = scheme != ColourScheme::System;
    if (contrast)
        QApplication::setStyle(new ContrastStyle);
    else if (m_changed || isFusion(m_style))
        QApplication::setStyle(new FocusStyle);
    else
        QApplication::setStyle(QStyleFactory::create(m_style));
    QApplication::setPalette(m_changed ? paletteOf(scheme) : QPalette());
}

} // namespace Quoth::Windows
