// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "colourvision.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace Quoth::Annotation {

namespace {

using Matrix = std::array<std::array<double, 3>, 3>;

constexpr Matrix protanopia = {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deuteranopia = {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritanopia = {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

double linear(double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); }

double encoded(double v)
{
    v = std::clamp(v, 0.0, 1.0);
    return v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
}

double luminance(const Rgb &colour)
{
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

double hue(double a, double b)
{
    if (a == 0 && b == 0)
        return 0;
    const double degrees = std::atan2(b, a) * 180 / std::numbers::pi;
    return degrees < 0 ? degrees + 360 : degrees;
}

/// C^7 / (C^7 + 25^7), which the formula has twice.
double chromaShare(double chroma)
{
    const double seventh = std::pow(chroma, 7);
    return std::sqrt(seventh / (seventh + std::pow(25.0, 7)));
}

} // namespace

std::optional<Rgb> rgbFromHex(QStringView hex)
{
    if (hex.size() != 7 || hex[0] != u'#')
        return std::nullopt;
    std::array<double, 3> parts{};
    for (int i = 0; i < 3; ++i) {
        const QStringView digits = hex.mid(1 + 2 * i, 2);
        bool ok = false;
        const int value = digits.toInt(&ok, 16);
        if (!ok || digits[0] == u'+' || digits[0] == u'-' || digits[0].isSpace())
            return std::nullopt;
        parts[std::size_t(i)] = value / 255.0;
    }
    return Rgb{parts[0], parts[1], parts[2]};
}

double contrastRatio(const Rgb &one, const Rgb &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

Rgb asSeen(const Rgb &colour, Vision vision)
{
    const auto through = [&colour](const Matrix &matrix) {
        const std::array<double, 3> in{linear(colour.red), linear(colour.green), linear(colour.blue)};
        std::array<double, 3> out{};
        for (std::size_t row = 0; row < 3; ++row)
            out[row] = encoded(matrix[row][0] * in[0] + matrix[row][1] * in[1] + matrix[row][2] * in[2]);
        return Rgb{out[0], out[1], out[2]};
    };
    switch (vision) {
    case Vision::Full: return colour;
    case Vision::Protanopia: return through(protanopia);
    case Vision::Deuteranopia: return through(deuteranopia);
    case Vision::Tritanopia: return through(tritanopia);
    case Vision::Achromatopsia: {
        const double grey = encoded(luminance(colour));
        return {grey, grey, grey};
    }
    }
    return colour;
}

Lab labOf(const Rgb &colour)
{
    const double red = linear(colour.red);
    const double green = linear(colour.green);
    const double blue = linear(colour.blue);
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
    const double y = f(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
    const double z = f((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double difference(const Lab &one, const Lab &other)
{
    const double meanChroma = (std::hypot(one.a, one.b) + std::hypot(other.a, other.b)) / 2;
    const double stretch = 1 + 0.5 * (1 - chromaShare(meanChroma));
    const double a1 = one.a * stretch;
    const double a2 = other.a * stretch;
    const double c1 = std::hypot(a1, one.b);
    const double c2 = std::hypot(a2, other.b);
    const double h1 = hue(a1, one.b);
    const double h2 = hue(a2, other.b);
    const bool grey = c1 * c2 == 0;

    double turn = grey ? 0 : h2 - h1;
    if (turn > 180)
        turn -= 360;
    else if (turn < -180)
        turn += 360;
    const double dL = other.lightness - one.lightness;
    const double dC = c2 - c1;
    const double dH = 2 * std::sqrt(c1 * c2) * std::sin(radians(turn / 2));

    const double l = (one.lightness + other.lightness) / 2;
    const double c = (c1 + c2) / 2;
    double h = h1 + h2;
    if (!grey) {
        if (std::abs(h1 - h2) > 180)
            h += h < 360 ? 360 : -360;
        h /= 2;
    }
    const double t = 1 - 0.17 * std::cos(radians(h - 30)) + 0.24 * std::cos(radians(2 * h)) + 0.32 * std::cos(radians(3 * h + 6))
        - 0.20 * std::cos(radians(4 * h - 63));
    const double middle = (l - 50) * (l - 50);
    const double sL = 1 + 0.015 * middle / std::sqrt(20 + middle);
    const double sC = 1 + 0.045 * c;
    const double sH = 1 + 0.015 * c * t;
    const double rotation = -std::sin(radians(60 * std::exp(-std::pow((h - 275) / 25, 2)))) * 2 * chromaShare(c);
    return std::sqrt(std::pow(dL / sL, 2) + std::pow(dC / sC, 2) + std::pow(dH / sH, 2) + rotation * (dC / sC) * (dH / sH));
}

} // namespace Quoth::Annotation
