// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusVariant>
#include <QObject>
#include <QPalette>

#include <optional>

class QApplication;

namespace Quoth::Windows {

enum class ColourScheme : quint8 { System, Light, Dark, ContrastLight, ContrastDark };

/// As in options and settings: "system", "light", "dark", "contrast-light", "contrast-dark".
QString toString(ColourScheme scheme);
std::optional<ColourScheme> colourSchemeFromString(QStringView name);
/// Not for System, whose palette is the desktop's.
QPalette paletteOf(ColourScheme scheme);

/// Gives the program its colours. System asks the desktop (the portal's org.freedesktop.appearance settings, dark and high contrast) and
/// follows it while the program runs; where there is no portal, Qt's own palette stays.
class SystemColours : public QObject
{
    Q_OBJECT

public:
    explicit SystemColours(QApplication &application, QObject *parent = nullptr);

    ColourScheme scheme() const { return m_scheme; }
    void setScheme(ColourScheme scheme);

signals:
    void schemeChanged();

private slots:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &key);
    void apply();
    void show(ColourScheme scheme);

    ColourScheme m_scheme = ColourScheme::System;
    QString m_style; ///< the desktop's
    bool m_dark = false; ///< what the desktop wants
    bool m_contrast = false;
    bool m_changed = false; ///< the palette is ours; the desktop's own theme may be dark without it
};

} // namespace Quoth::Windows
