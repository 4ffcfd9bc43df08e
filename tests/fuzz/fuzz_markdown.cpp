// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/rendering/markdown.h>

#include <QRegularExpression>

#include <cstdlib>

using namespace Quoth::Rendering;

/// Whatever is read, every tag that is opened is closed, in order.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QRegularExpression tag(QStringLiteral("<(/?)([a-z]+[1-6]?)[^<>]*>"));
    for (const bool isRichText : {false, true}) {
        MarkdownStyle style;
        style.isRichText = isRichText;
        const MarkdownPage page = readMarkdown(QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size)), style);
        QStringList open;
        qsizetype tags = 0;
        for (auto matches = tag.globalMatch(page.html); matches.hasNext(); ++tags) {
            const QRegularExpressionMatch match = matches.next();
            const QString name = match.captured(2);
            if (name == u"br" || name == u"hr" || name == u"img")
                continue;
            if (match.captured(1).isEmpty())
                open.append(name);
            else if (open.isEmpty() || open.takeLast() != name)
                std::abort();
        }
        if (!open.isEmpty() || tags != page.html.count(u'<') || tags != page.html.count(u'>'))
            std::abort();
    }
    return 0;
}
