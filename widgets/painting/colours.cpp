// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "colours.h"

#include <algorithm>
#include <cmath>

namespace Quoth::Widgets {

namespace {

qreal luminance(const QColor &colour)
{
    const auto linear = [](qreal v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

/// From the ground of lists and from that of the window.
QColor standingOut(const QColor &colour, const QPalette &palette)
{
    return legible(legible(colour, palette.color(QPalette::Base)), palette.color(QPalette::Window));
}

} // namespace

qreal contrast(const QColor &one, const QColor &other)
{
    const qreal a = luminance(one);
    const qreal b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor mixed(const QColor &a, const QColor &b, qreal weight)
{
    const auto mix = [weight](float x, float y) { return float(x * weight + y * (1 - weight)); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

QColor legible(const QColor &colour, const QColor &background, qreal ratio)
{
    const QColor pole(luminance(background) < 0.18 ? Qt::white : Qt::black);
    for (int step = 0; step < 10; ++step) {
        const QColor candidate = mixed(pole, colour, step * 0.1);
        if (contrast(candidate, background) >= ratio)
            return candidate;
    }
    return pole;
}

bool isDark(const QPalette &palette) { return luminance(palette.color(QPalette::Base)) < 0.18; }

bool isHighContrast(const QPalette &palette)
{
    return contrast(palette.color(QPalette::Mid), palette.color(QPalette::Base)) >= 7;
}

QPalette paperPalette(const QColor &base, const QColor &text)
{
    QPalette palette;
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Mid, mixed(text, base, 0.3));
    return palette;
}

QColor softText(const QPalette &palette)
{
    if (isHighContrast(palette))
        return palette.color(QPalette::Text);
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    for (qreal weight = 0.62; weight < 1; weight += 0.06) {
        if (const QColor candidate = mixed(text, base, weight); contrast(candidate, base) >= 4.5)
            return candidate;
    }
    return text;
}

QColor frameColour(const QPalette &palette)
{
    if (isHighContrast(palette))
        return palette.color(QPalette::Text);
    return mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), isDark(palette) ? 0.32 : 0.2);
}

QColor progressColour(const QPalette &palette) { return standingOut(QColor(0x2e, 0x7d, 0x46), palette); }

QColor attentionColour(const QPalette &palette) { return standingOut(QColor(0xc7, 0x7c, 0x11), palette); }

} // namespace Quoth::Widgets
