// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wordvectors.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>
#include <QMap>
#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace Quoth::Detection {

namespace {

constexpr int reach = 7; ///< numbers are -7..7 times the scale of their vector
constexpr float scaleUnit = 1.0f / 256; ///< scales are whole numbers of these, up to a byte
constexpr quint32 most = 64 * 1024 * 1024; ///< bytes, unpacked

qsizetype bytesOf(int size) { return (size + 1) / 2; }

Error wrongLine(qint64 line, const QString &what, const QString &place)
{
    return {ErrorCode::BadInput, QCoreApplication::translate("Quoth::Detection", "Line %1: %2").arg(line).arg(what), place};
}

} // namespace

WordVectors::WordVectors(const QStringList &words, int size, const std::vector<float> &values) : m_size(size)
{
    QMap<QString, qsizetype> order; // sorted
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (!words[i].isEmpty() && !words[i].contains(u'\n') && !order.contains(words[i]))
            order.insert(words[i], i);
    }
    for (auto word = order.constBegin(); word != order.constEnd(); ++word) {
        m_words += word.key() + u'\n';
        const float *numbers = values.data() + size_t(*word) * size_t(size);
        float greatest = 0;
        for (int i = 0; i < size; ++i)
            greatest = std::max(greatest, std::abs(numbers[i]));
        const auto scale = quint8(std::clamp(std::lround(greatest / reach / scaleUnit), 1L, 255L));
        m_scales.append(char(scale));
        const auto rounded = [&](int i) {
            return i < size ? std::clamp(int(std::lround(numbers[i] / (scale * scaleUnit))), -reach, reach) + reach : reach;
        };
        for (int i = 0; i < size; i += 2)
            m_numbers.append(char(rounded(i) | rounded(i + 1) << 4));
    }
    index();
}

void WordVectors::index()
{
    m_begins.clear();
    for (qsizetype begin = 0; begin < m_words.size(); begin = m_words.indexOf(u'\n', begin) + 1)
        m_begins.push_back(qint32(begin));
}

Result<WordVectors> WordVectors::fromText(QIODevice &text, int words, const QString &place)
{
    QStringList names;
    std::vector<float> values;
    int size = 0;
    for (qint64 number = 1; names.size() < words && !text.atEnd(); ++number) {
        const QByteArray line = text.readLine().trimmed();
        const QList<QByteArray> parts = line.split(' ');
        if (line.isEmpty() || (number == 1 && parts.size() == 2)) // the counts
            continue;
        if (size == 0)
            size = int(parts.size()) - 1;
        if (size < 2 || size > mostNumbers || parts.size() != size + 1)
            return wrongLine(number, QCoreApplication::translate("Quoth::Detection", "a word and %1 numbers are needed; there are %2").arg(std::max(size, 2)).arg(parts.size() - 1), place);
        for (qsizetype i = 1; i < parts.size(); ++i) {
            bool ok = false;
            values.push_back(parts[i].toFloat(&ok));
            if (!ok || !std::isfinite(values.back()))
                return wrongLine(number, QCoreApplication::translate("Quoth::Detection", "“%1” is no number").arg(QString::fromUtf8(parts[i].left(20))), place);
        }
        names.append(QString::fromUtf8(parts[0]));
    }
    if (names.isEmpty())
        return Error{ErrorCode::BadInput, QCoreApplication::translate("Quoth::Detection", "There are no vectors of words in it."), place};
    return WordVectors(names, size, values);
}

std::u16string_view WordVectors::word(size_t i) const
{
    const qint32 begin = m_begins[i];
    const qsizetype end = i + 1 < m_begins.size() ? m_begins[i + 1] : m_words.size();
    return {reinterpret_cast<const char16_t *>(m_words.utf16()) + begin, size_t(end - begin) - 1};
}

qint32 WordVectors::find(std::u16string_view form) const
{
    size_t begin = 0;
    size_t end = m_begins.size();
    while (begin < end) {
        const size_t middle = (begin + end) / 2;
        if (word(middle) < form)
            begin = middle + 1;
        else
            end = middle;
    }
    return begin < m_begins.size() && word(begin) == form ? qint32(begin) + 1 : 0;
}

qint32 WordVectors::row(std::u16string_view form) const
{
    if (const qint32 found = find(form))
        return found;
    const size_t hyphen = form.rfind(u'-');
    return hyphen == form.npos ? 0 : find(form.substr(hyphen + 1));
}

void WordVectors::copy(qint32 row, float *to) const
{
    if (row == 0) {
        std::fill_n(to, m_size, 0.0f);
        return;
    }
    const float scale = float(quint8(m_scales[row - 1])) * scaleUnit;
    const char *bytes = m_numbers.constData() + (row - 1) * bytesOf(m_size);
    for (int i = 0; i < m_size; ++i) {
        const int two = quint8(bytes[i / 2]);
        to[i] = scale * float((i % 2 == 0 ? two & 15 : two >> 4) - reach);
    }
}

QByteArray WordVectors::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << qint32(m_size) << qCompress(m_words.toUtf8(), 9) << m_scales << m_numbers;
    return bytes;
}

Result<WordVectors> WordVectors::fromBytes(const QByteArray &bytes)
{
    const Error bad{ErrorCode::BadInput, QCoreApplication::translate("Quoth::Detection", "The vectors of words are damaged."), {}};
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    WordVectors result;
    qint32 size = 0;
    QByteArray packed;
    stream >> size >> packed >> result.m_scales >> result.m_numbers;
    // qUncompress() trusts the size that stands before the data.
    if (stream.status() != QDataStream::Ok || !stream.atEnd() || size < 0 || size > mostNumbers || packed.size() < 4
        || qFromBigEndian<quint32>(packed.constData()) > most)
        return bad;
    result.m_size = size;
    result.m_words = QString::fromUtf8(qUncompress(packed));
    if (!result.m_words.isEmpty() && !result.m_words.endsWith(u'\n'))
        return bad;
    result.index();
    if (result.m_begins.size() > mostWords || result.m_scales.size() != qsizetype(result.m_begins.size())
        || result.m_numbers.size() != result.m_scales.size() * bytesOf(size))
        return bad;
    for (size_t i = 1; i < result.m_begins.size(); ++i) {
        if (!(result.word(i - 1) < result.word(i)))
            return bad;
    }
    return result;
}

} // namespace Quoth::Detection
