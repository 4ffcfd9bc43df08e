// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QBuffer>
#include <QDir>
#include <QGuiApplication>
#include <QImageReader>
#include <QMap>
#include <QSaveFile>
#include <QtEndian>

#include <cstdio>

// quoth_icons SVG FOLDER draws the program's icon in the sizes and containers that desktops want:
// FOLDER/16.png to 512.png, quoth.ico for Windows and quoth.icns for macOS.

namespace {

QByteArray drawn(const QString &svg, int size)
{
    QImageReader reader(svg);
    reader.setScaledSize({size, size});
    const QImage image = reader.read();
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    return image.width() == size && image.save(&buffer, "PNG") ? png : QByteArray();
}

template<class T>
void appendLittle(QByteArray &bytes, T value)
{
    value = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
}

void appendBig(QByteArray &bytes, quint32 value)
{
    value = qToBigEndian(value);
    bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
}

/// A directory of entries, then the pictures as PNG, which Windows reads since Vista. 256 is written as 0.
QByteArray ico(const QMap<int, QByteArray> &pictures)
{
    QByteArray head;
    QByteArray body;
    appendLittle<quint16>(head, 0);
    appendLittle<quint16>(head, 1);
    appendLittle<quint16>(head, quint16(pictures.size()));
    const quint32 first = 6 + 16 * quint32(pictures.size());
    for (auto it = pictures.cbegin(); it != pictures.cend(); ++it) {
        const char edge = char(it.key() & 0xff);
        head.append(edge).append(edge).append('\0').append('\0');
        appendLittle<quint16>(head, 1);
        appendLittle<quint16>(head, 32);
        appendLittle<quint32>(head, quint32(it->size()));
        appendLittle<quint32>(head, first + quint32(body.size()));
        body += *it;
    }
    return head + body;
}

/// Types of four letters, one for each size of PNG.
QByteArray icns(const QMap<int, QByteArray> &pictures)
{
    static const QMap<int, QByteArray> types{{16, "icp4"},  {32, "icp5"},  {64, "icp6"},
                                             {128, "ic07"}, {256, "ic08"}, {512, "ic09"}};
    QByteArray body;
    for (auto it = pictures.cbegin(); it != pictures.cend(); ++it) {
        if (!types.contains(it.key()))
            continue;
        body += types.value(it.key());
        appendBig(body, quint32(it->size()) + 8);
        body += *it;
    }
    QByteArray result = "icns";
    appendBig(result, quint32(body.size()) + 8);
    return result + body;
}

bool write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool done = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (!done)
        std::fprintf(stderr, "quoth_icons: %s: %s\n", qPrintable(path), qPrintable(file.errorString()));
    return done;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() != 3) {
        std::fputs("usage: quoth_icons SVG FOLDER\n", stderr);
        return 2;
    }
    const QDir folder(arguments[2]);
    if (!folder.mkpath(QStringLiteral(".")))
        return 1;
    QMap<int, QByteArray> pictures;
    for (const int size : {16, 22, 24, 32, 48, 64, 96, 128, 256, 512}) {
        pictures[size] = drawn(arguments[1], size);
        if (pictures[size].isEmpty()) {
            std::fprintf(stderr, "quoth_icons: %s cannot be drawn; is Qt's SVG plugin installed?\n", qPrintable(arguments[1]));
            return 1;
        }
        if (!write(folder.filePath(QStringLiteral("%1.png").arg(size)), pictures[size]))
            return 1;
    }
    QMap<int, QByteArray> upTo256 = pictures;
    upTo256.remove(512);
    return write(folder.filePath(QStringLiteral("quoth.ico")), ico(upTo256))
            && write(folder.filePath(QStringLiteral("quoth.icns")), icns(pictures))
        ? 0
        : 1;
}
