// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <optional>

namespace Quoth::Annotation {

/// A colour as sRGB (IEC 61966-2-1), each part from 0 to 1.
struct Rgb
{
    double red = 0;
    double green = 0;
    double blue = 0;

    bool operator==(const Rgb &) const = default;
};

/// CIE L*a*b*, white D65.
struct Lab
{
    double lightness = 0;
    double a = 0;
    double b = 0;

    bool operator==(const Lab &) const = default;
};

/// How a reader sees colours: as most do, without one kind of cones, or none at all.
enum class Vision : quint8 { Full, Protanopia, Deuteranopia, Tritanopia, Achromatopsia };

/// Of "#rrggbb".
std::optional<Rgb> rgbFromHex(QStringView hex);
/// The ratio of relative luminances as WCAG 2.1 defines it, 1 to 21.
double contrastRatio(const Rgb &one, const Rgb &other);
/// What the reader sees, by the matrices of Machado, Oliveira and Fernandes (IEEE TVCG 15(6), 2009) at full severity; without any colour, the
/// grey of the same luminance.
Rgb asSeen(const Rgb &colour, Vision vision);
Lab labOf(const Rgb &colour);
/// CIEDE2000 as Sharma, Wu and Dalal (Color Research & Application 30(1), 2005) write it down: about 1 is just noticed side by side.
double difference(const Lab &one, const Lab &other);

} // namespace Quoth::Annotation
