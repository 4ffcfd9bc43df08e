// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mimepart.h"

#include "textdecoder.h"

#include <QRegularExpression>

namespace Quoth::Exchange {

namespace {

constexpr int deepestPart = 10;

QByteArray fromQuotedPrintable(const QByteArray &bytes, bool isWord = false)
{
    QByteArray result;
    result.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (c == '_' && isWord) {
            result += ' ';
        } else if (c != '=') {
            result += c;
        } else if (bytes.mid(i + 1, 2) == "\r\n") {
            i += 2;
        } else if (bytes.mid(i + 1, 1) == "\n") {
            i += 1;
        } else {
            bool good = false;
            const int value = bytes.mid(i + 1, 2).toInt(&good, 16);
            if (good && i + 2 < bytes.size()) {
                result += char(value);
                i += 2;
            } else {
                result += c;
            }
        }
    }
    return result;
}

} // namespace

MimePart MimePart::parse(const QByteArray &bytes)
{
    MimePart part;
    qsizetype at = 0;
    QByteArray name;
    while (at < bytes.size()) {
        qsizetype end = bytes.indexOf('\n', at);
        end = end < 0 ? bytes.size() : end;
        QByteArray line = bytes.mid(at, end - at);
        at = qMin(end + 1, bytes.size());
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.isEmpty())
            break;
        const qsizetype colon = line.indexOf(':');
        if (line.startsWith(' ') || line.startsWith('\t')) {
            if (!name.isEmpty())
                part.fields[name] += ' ' + line.trimmed();
        } else if (colon > 0) {
            name = line.left(colon).trimmed().toLower();
            if (part.fields.contains(name))
                name.clear();
            else
                part.fields.insert(name, line.mid(colon + 1).trimmed());
        }
    }
    part.body = bytes.sliced(at);
    return part;
}

QByteArray MimePart::type() const { return fields.value("content-type").split(';').constFirst().trimmed().toLower(); }

QByteArray MimePart::parameter(const QByteArray &name) const
{
    const QRegularExpression pattern(QStringLiteral("(?:^|[;\\s])%1\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]*))").arg(QString::fromLatin1(name)), QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(QString::fromLatin1(fields.value("content-type")));
    return (match.captured(1) + match.captured(2)).toLatin1();
}

QByteArray MimePart::decoded() const
{
    const QByteArray encoding = fields.value("content-transfer-encoding").trimmed().toLower();
    if (encoding == "quoted-printable")
        return fromQuotedPrintable(body);
    return encoding == "base64" ? QByteArray::fromBase64(body) : body;
}

std::optional<MimePart> MimePart::page(int depth) const
{
    if (type() == "text/html" || type() == "application/xhtml+xml")
        return *this;
    const QByteArray boundary = parameter("boundary");
    if (!type().startsWith("multipart/") || boundary.isEmpty() || depth > deepestPart)
        return std::nullopt;
    const QByteArray start = parameter("start");
    const QByteArray border = "\n--" + boundary;
    const QByteArray whole = '\n' + body;
    std::optional<MimePart> first;
    for (qsizetype at = whole.indexOf(border); at >= 0;) {
        const qsizetype begin = whole.indexOf('\n', at + border.size());
        const qsizetype next = whole.indexOf(border, at + border.size());
        if (begin < 0 || whole.mid(at + border.size(), 2) == "--")
            break;
        const MimePart part = parse(next < 0 ? whole.mid(begin + 1) : whole.mid(begin + 1, next - begin - 1));
        const bool isStart = !start.isEmpty() && part.fields.value("content-id") == start;
        if (!first || isStart) {
            if (std::optional<MimePart> found = part.page(depth + 1)) {
                if (found->fields.value("content-location").isEmpty())
                    found->fields.insert("content-location", part.fields.value("content-location"));
                first = std::move(found);
            }
        }
        if (isStart && first)
            break;
        at = next;
    }
    return first;
}

QString mimeText(const QByteArray &field)
{
    static const QRegularExpression word(QStringLiteral("=\\?([^?\\s]+)\\?([bBqQ])\\?([^?\\s]*)\\?=(\\s+(?==\\?))?"));
    const QString raw = QString::fromUtf8(field);
    QString result;
    qsizetype last = 0;
    for (auto matches = word.globalMatch(raw); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(raw).mid(last, match.capturedStart() - last);
        const QByteArray content = match.captured(3).toLatin1();
        const QByteArray bytes = match.captured(2).toUpper() == u"B" ? QByteArray::fromBase64(content) : fromQuotedPrintable(content, true);
        const Result<DecodedText> decoded = decode(bytes, match.captured(1).section(u'*', 0, 0));
        result += decoded ? decoded->text : match.captured(0);
        last = match.capturedEnd();
    }
    result += QStringView(raw).mid(last);
    return result.simplified();
}

} // namespace Quoth::Exchange
