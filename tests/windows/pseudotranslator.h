// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRegularExpression>
#include <QTranslator>

#include <algorithm>

namespace Quoth::Test {

/// A language that is as long as languages get: every text with accents, two fifths longer, in brackets, so that a text which was never
/// translated or is cut off is seen at once. Placeholders, mnemonics, tags and dots at the end stay.
class PseudoTranslator : public QTranslator
{
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        const QLatin1String where(context);
        // The names of keys, and what Qt asks about the language itself.
        if (where == QLatin1String("QShortcut") || where == QLatin1String("QGuiApplication") || where == QLatin1String("QApplication"))
            return {};
        return longer(QString::fromUtf8(source));
    }

    static QString longer(const QString &text)
    {
        if (text.trimmed().isEmpty())
            return text;
        static const QRegularExpression kept(QStringLiteral("<[^>]*>|%L?(?:[0-9]+|n)|&#?\\w+;|&[^\\s]"));
        QString result;
        qsizetype at = 0;
        for (const auto &match : kept.globalMatch(text)) {
            result += accented(text.mid(at, match.capturedStart() - at));
            result += match.captured();
            at = match.capturedEnd();
        }
        result += accented(text.mid(at));
        QString end;
        while (!result.isEmpty() && QStringLiteral("…:. ").contains(result.back())) {
            end.prepend(result.back());
            result.chop(1);
        }
        return u'[' + result + filling(text) + u']' + end;
    }

private:
    static QString accented(QString text)
    {
        static const QString plain = QStringLiteral("aeiouycnsAEIOUYCNS");
        static const QString marked = QStringLiteral("äéïöüýçñšÄÉÏÖÜÝÇÑŠ");
        for (QChar &c : text) {
            if (const qsizetype place = plain.indexOf(c); place >= 0)
                c = marked[place];
        }
        return text;
    }
    /// One word grows as compounds do, a sentence by words.
    static QString filling(const QString &text)
    {
        const qsizetype wanted = std::max<qsizetype>(1, text.size() * 2 / 5 - 2);
        const bool isOneWord = !text.trimmed().contains(u' ');
        QString more;
        for (qsizetype i = 0; i < wanted; ++i)
            more += !isOneWord && i % 8 == 0 ? u' ' : i % 2 == 0 ? u'ö' : u'x';
        return more;
    }
};

} // namespace Quoth::Test
