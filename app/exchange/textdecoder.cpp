// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textdecoder.h"

#include "utfguess.h"
#include "words.h"

#include <QStringConverter>

#include <iconv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

namespace Quoth::Exchange {

namespace {

constexpr qsizetype sampleSize = 512 * 1024;

struct Alias
{
    QLatin1String name;
    QLatin1String wider;
};
// What files call these is nearly always the wider set; the WHATWG Encoding Standard reads them so, too.
const Alias aliases[] = {
    {QLatin1String("ISO-8859-1"), QLatin1String("windows-1252")}, {QLatin1String("LATIN1"), QLatin1String("windows-1252")},
    {QLatin1String("ASCII"), QLatin1String("windows-1252")},      {QLatin1String("US-ASCII"), QLatin1String("windows-1252")},
    {QLatin1String("ISO-8859-9"), QLatin1String("windows-1254")}, {QLatin1String("GB2312"), QLatin1String("GB18030")},
    {QLatin1String("GBK"), QLatin1String("GB18030")},             {QLatin1String("SHIFT_JIS"), QLatin1String("CP932")},
    {QLatin1String("SHIFT-JIS"), QLatin1String("CP932")},         {QLatin1String("SJIS"), QLatin1String("CP932")},
    {QLatin1String("EUC-KR"), QLatin1String("CP949")},            {QLatin1String("KS_C_5601-1987"), QLatin1String("CP949")},
    {QLatin1String("MAC-CYRILLIC"), QLatin1String("MACCYRILLIC")},
};

QString converterName(const QString &encoding)
{
    for (const Alias &alias : aliases) {
        if (encoding.compare(alias.name, Qt::CaseInsensitive) == 0)
            return alias.wider;
    }
    return encoding;
}

QString guessed(QByteArrayView bytes)
{
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    uchardet_handle_data(detector.get(), bytes.data(), size_t(std::min(bytes.size(), sampleSize)));
    uchardet_data_end(detector.get());
    const QString name = QString::fromLatin1(uchardet_get_charset(detector.get()));
    const bool plain = name.isEmpty() || name == u"ASCII" || name == u"ISO-8859-1" || name.startsWith(u"UTF");
    return plain ? QStringLiteral("windows-1252") : name;
}

void countInvalid(DecodedText &decoded, qsizetype textOffset)
{
    if (decoded.invalid++ == 0)
        decoded.firstInvalidLine = QStringView(decoded.text).first(textOffset).count(u'\n') + 1;
}

DecodedText fromUtf8(QByteArrayView bytes)
{
    DecodedText decoded;
    decoded.encoding = QStringLiteral("UTF-8");
    // Qt drops the mark without a word; normalisation drops it and says so.
    if (bytes.startsWith("\xEF\xBB\xBF"))
        decoded.text.append(QChar(QChar::ByteOrderMark));
    decoded.text.append(QString::fromUtf8(bytes));
    const qsizetype bad = firstInvalidUtf8(bytes);
    if (bad >= 0) {
        decoded.invalid = int(decoded.text.count(QChar(QChar::ReplacementCharacter))
                              - bytes.toByteArray().count(QByteArrayLiteral("\xEF\xBF\xBD")));
        decoded.firstInvalidLine = std::count(bytes.begin(), bytes.begin() + bad, '\n') + 1;
    }
    return decoded;
}

class Iconv
{
public:
    explicit Iconv(const QString &from) : m_handle(iconv_open("UTF-16LE", from.toLatin1().constData())) { }
    ~Iconv()
    {
        if (isOpen())
            iconv_close(m_handle);
    }
    Q_DISABLE_COPY_MOVE(Iconv)
    bool isOpen() const { return m_handle != iconv_t(-1); }

    void decode(QByteArrayView bytes, DecodedText &decoded)
    {
        // iconv takes its input as char * but does not write to it.
        char *in = const_cast<char *>(bytes.data());
        size_t left = size_t(bytes.size());
        std::array<char16_t, 8192> block;
        while (left > 0) {
            char *out = reinterpret_cast<char *>(block.data());
            size_t room = sizeof block;
            const size_t done = iconv(m_handle, &in, &left, &out, &room);
            const int fault = done == size_t(-1) ? errno : 0;
            decoded.text.append(reinterpret_cast<const QChar *>(block.data()), qsizetype((sizeof block - room) / 2));
            if (fault == EILSEQ || fault == EINVAL) {
                countInvalid(decoded, decoded.text.size());
                decoded.text.append(QChar(QChar::ReplacementCharacter));
                // What ends too early is one fault to the end of the file.
                const size_t skipped = fault == EINVAL ? left : 1;
                in += skipped;
                left -= skipped;
            } else if (fault != 0 && fault != E2BIG) {
                break;
            }
        }
        char *out = reinterpret_cast<char *>(block.data());
        size_t room = sizeof block;
        iconv(m_handle, nullptr, nullptr, &out, &room);
        decoded.text.append(reinterpret_cast<const QChar *>(block.data()), qsizetype((sizeof block - room) / 2));
    }

private:
    iconv_t m_handle;
};

} // namespace

qsizetype firstInvalidUtf8(QByteArrayView bytes)
{
    const auto *data = reinterpret_cast<const uchar *>(bytes.data());
    const qsizetype size = bytes.size();
    for (qsizetype i = 0; i < size;) {
        const uchar c = data[i];
        if (c < 0x80) {
            ++i;
            continue;
        }
        const int length = c >= 0xC2 && c <= 0xDF ? 2 : (c & 0xF0) == 0xE0 ? 3 : c >= 0xF0 && c <= 0xF4 ? 4 : 0;
        if (length == 0 || i + length > size)
            return i;
        const uchar low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
        const uchar high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
        if (data[i + 1] < low || data[i + 1] > high)
            return i;
        for (int k = 2; k < length; ++k) {
            if ((data[i + k] & 0xC0) != 0x80)
                return i;
        }
        i += length;
    }
    return -1;
}

QString detectEncoding(QByteArrayView bytes)
{
    if (const auto marked = QStringConverter::encodingForData(bytes))
        return QString::fromLatin1(QStringConverter::nameForEncoding(*marked));
    const QString wide = guessWideEncoding(bytes);
    if (!wide.isEmpty())
        return wide;
    if (firstInvalidUtf8(bytes) < 0 || isMostlyUtf8(bytes))
        return QStringLiteral("UTF-8");
    return guessed(bytes);
}

Result<DecodedText> decode(QByteArrayView bytes, const QString &encoding)
{
    QString name = encoding.isEmpty() ? detectEncoding(bytes) : encoding.trimmed();
    if (name.compare(u"UTF-8", Qt::CaseInsensitive) == 0 || name.compare(u"UTF8", Qt::CaseInsensitive) == 0)
        return fromUtf8(bytes);
    Iconv converter(converterName(name));
    if (!converter.isOpen())
        return Error{ErrorCode::BadInput, Words::tr("The encoding \"%1\" is not known.").arg(name), QString()};
    DecodedText decoded;
    decoded.encoding = name;
    decoded.text.reserve(bytes.size());
    converter.decode(bytes, decoded);
    return decoded;
}

} // namespace Quoth::Exchange
