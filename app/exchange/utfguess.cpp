// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "utfguess.h"

#include "textdecoder.h"
#include "words.h"

#include <QStringConverter>

#include <algorithm>

namespace Quoth::Exchange {

namespace {

constexpr qsizetype sampleSize = 64 * 1024;

bool isControl(char32_t c) { return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1B; }

char32_t unitAt(const uchar *data, int width, bool big)
{
    char32_t unit = 0;
    for (int i = 0; i < width; ++i)
        unit = (unit << 8) | data[big ? i : width - 1 - i];
    return unit;
}

/// How much a reading looks like text: the share of blanks and basic letters; -1 if it cannot be text.
double plausibility(QByteArrayView bytes, int width, bool big)
{
    const auto *data = reinterpret_cast<const uchar *>(bytes.data());
    const qsizetype units = std::min(bytes.size(), sampleSize) / width;
    if (bytes.size() % width != 0 || units == 0)
        return -1;
    qsizetype common = 0;
    bool high = false;
    for (qsizetype i = 0; i < units; ++i) {
        const char32_t c = unitAt(data + i * width, width, big);
        const bool surrogate = width == 2 && c >= 0xD800 && c < 0xE000;
        const bool low = surrogate && c >= 0xDC00;
        if (low != high || c == 0 || isControl(c) || c > 0x10FFFF || c == 0xFFFE || c == 0xFFFF)
            return -1;
        high = surrogate && !low;
        common += c < 0x80 || (c >= 0xA0 && c < 0x800) || (c >= 0x2010 && c < 0x2040);
    }
    return double(common) / double(units);
}

struct Magic
{
    const char *bytes;
    qsizetype size;
    const char *kind;
};
constexpr Magic magics[] = {
    {"\x89PNG\r\n\x1A\n", 8, QT_TRANSLATE_NOOP("Quoth::Exchange", "a PNG image")},
    {"\xFF\xD8\xFF", 3, QT_TRANSLATE_NOOP("Quoth::Exchange", "a JPEG image")},
    {"GIF87a", 6, QT_TRANSLATE_NOOP("Quoth::Exchange", "a GIF image")},
    {"GIF89a", 6, QT_TRANSLATE_NOOP("Quoth::Exchange", "a GIF image")},
    {"%PDF-", 5, QT_TRANSLATE_NOOP("Quoth::Exchange", "a PDF document")},
    {"PK\x03\x04", 4, QT_TRANSLATE_NOOP("Quoth::Exchange", "a ZIP archive or an office document")},
    {"PK\x05\x06", 4, QT_TRANSLATE_NOOP("Quoth::Exchange", "a ZIP archive or an office document")},
    {"SQLite format 3\0", 16, QT_TRANSLATE_NOOP("Quoth::Exchange", "an SQLite database")},
    {"\x1F\x8B", 2, QT_TRANSLATE_NOOP("Quoth::Exchange", "a gzip archive")},
    {"BZh", 3, QT_TRANSLATE_NOOP("Quoth::Exchange", "a bzip2 archive")},
    {"\xFD" "7zXZ\0", 6, QT_TRANSLATE_NOOP("Quoth::Exchange", "an xz archive")},
    {"\x28\xB5\x2F\xFD", 4, QT_TRANSLATE_NOOP("Quoth::Exchange", "a Zstandard archive")},
    {"7z\xBC\xAF\x27\x1C", 6, QT_TRANSLATE_NOOP("Quoth::Exchange", "a 7-Zip archive")},
    {"Rar!\x1A\x07", 6, QT_TRANSLATE_NOOP("Quoth::Exchange", "a RAR archive")},
    {"\x7F" "ELF", 4, QT_TRANSLATE_NOOP("Quoth::Exchange", "a program")},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, QT_TRANSLATE_NOOP("Quoth::Exchange", "an old office document")},
    {"{\\rtf", 5, QT_TRANSLATE_NOOP("Quoth::Exchange", "an RTF document")},
    {"OggS", 4, QT_TRANSLATE_NOOP("Quoth::Exchange", "a sound or film file")},
    {"ID3", 3, QT_TRANSLATE_NOOP("Quoth::Exchange", "a sound or film file")},
};

} // namespace

QString guessWideEncoding(QByteArrayView bytes)
{
    // Prose has blanks and line ends, which hold a NUL in every wide encoding; nothing else that is text has NULs.
    const QByteArrayView sample = bytes.first(std::min(bytes.size(), sampleSize));
    if (bytes.size() < 4 || !sample.contains('\0'))
        return {};
    struct Candidate
    {
        QLatin1String name;
        int width;
        bool big;
    };
    const Candidate candidates[] = {{QLatin1String("UTF-32LE"), 4, false},
                                    {QLatin1String("UTF-32BE"), 4, true},
                                    {QLatin1String("UTF-16LE"), 2, false},
                                    {QLatin1String("UTF-16BE"), 2, true}};
    QString best;
    double bestPlausibility = 0.04;
    for (const Candidate &candidate : candidates) {
        const double p = plausibility(bytes, candidate.width, candidate.big);
        if (p > bestPlausibility) {
            best = candidate.name;
            bestPlausibility = p;
        }
    }
    return best;
}

bool isMostlyUtf8(QByteArrayView bytes)
{
    qsizetype invalid = 0;
    qsizetype sequences = 0;
    for (QByteArrayView rest = bytes.first(std::min(bytes.size(), sampleSize)); !rest.isEmpty();) {
        const qsizetype bad = firstInvalidUtf8(rest);
        const QByteArrayView valid = bad < 0 ? rest : rest.first(bad);
        sequences += std::count_if(valid.begin(), valid.end(), [](char c) { return uchar(c) >= 0xC0; });
        if (bad < 0)
            break;
        ++invalid;
        rest = rest.sliced(bad + 1);
    }
    return sequences > 2 * invalid;
}

QString magicKind(QByteArrayView bytes)
{
    for (const Magic &magic : magics) {
        if (bytes.startsWith(QByteArrayView(magic.bytes, magic.size)))
            return QCoreApplication::translate("Quoth::Exchange", magic.kind);
    }
    if (bytes.size() > 12 && (bytes.sliced(4).startsWith("ftyp") || bytes.startsWith("RIFF")))
        return Words::tr("a sound, image or film file");
    return {};
}

QString binaryKind(QByteArrayView bytes)
{
    if (const QString kind = magicKind(bytes); !kind.isEmpty())
        return kind;
    if (QStringConverter::encodingForData(bytes) || !guessWideEncoding(bytes).isEmpty())
        return {};
    const QByteArrayView sample = bytes.first(std::min(bytes.size(), sampleSize));
    const auto controls = std::count_if(sample.begin(), sample.end(), [](char c) { return isControl(uchar(c)) && c != '\0'; });
    const auto nuls = std::count(sample.begin(), sample.end(), '\0');
    // A stray NUL or form character is damage in a text; many are another kind of file.
    if (nuls * 200 > sample.size() || (controls + nuls) * 50 > sample.size())
        return Words::tr("a binary file");
    return {};
}

} // namespace Quoth::Exchange
