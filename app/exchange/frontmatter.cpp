// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frontmatter.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <utility>

namespace Quoth::Exchange {

namespace {

/// A key with what stands beside it and in the lines below that belong to it.
struct Entry
{
    QStringView key;
    QStringView value;
    QList<QStringView> below;
};

bool isKey(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'_' || c == u'-' || c == u'.' || c == u' ';
    });
}

/// "key: value" or "key:".
std::optional<Entry> entryOf(QStringView line)
{
    const qsizetype colon = line.indexOf(u':');
    if (colon < 0 || (colon + 1 < line.size() && !line[colon + 1].isSpace()))
        return {};
    QStringView key = line.first(colon).trimmed();
    if (key.size() > 2 && (key.front() == u'"' || key.front() == u'\'') && key.back() == key.front())
        key = key.sliced(1, key.size() - 2);
    if (!isKey(key))
        return {};
    return Entry{key, line.sliced(colon + 1).trimmed(), {}};
}

/// The entries, or none if this is no front matter but a text between two thematic breaks.
QList<Entry> entriesOf(const QList<QStringView> &lines)
{
    QList<Entry> entries;
    for (const QStringView line : lines) {
        const QStringView trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.front() == u'#')
            continue;
        const QChar first = line.front();
        const bool isBelow = first.isSpace() || first == u']' || first == u'}' || trimmed == u"-" || line.startsWith(u"- ");
        if (isBelow && !entries.isEmpty()) {
            entries.last().below.append(trimmed);
            continue;
        }
        const std::optional<Entry> entry = isBelow ? std::nullopt : entryOf(line);
        if (!entry)
            return {};
        entries.append(*entry);
    }
    return entries;
}

/// In double quotes, from behind the first one.
QString escapedText(QStringView text)
{
    QString result;
    for (qsizetype i = 0; i < text.size() && text[i] != u'"'; ++i) {
        if (text[i] != u'\\' || i + 1 == text.size()) {
            result += text[i];
            continue;
        }
        const QChar c = text[++i];
        const qsizetype digits = c == u'x' ? 2 : c == u'u' ? 4 : c == u'U' ? 8 : 0;
        if (digits > 0 && i + digits < text.size()) {
            const char32_t point = text.sliced(i + 1, digits).toUInt(nullptr, 16);
            result += QString::fromUcs4(&point, 1);
            i += digits;
        } else {
            result += c == u'n' || c == u't' ? QChar(u' ') : c;
        }
    }
    return result;
}

/// A text, plain or in quotes.
QString scalar(QStringView text)
{
    text = text.trimmed();
    if (text.startsWith(u'"'))
        return escapedText(text.sliced(1)).simplified();
    if (text.startsWith(u'\'')) {
        QString result;
        for (qsizetype i = 1; i < text.size(); ++i) {
            if (text[i] == u'\'' && !(i + 1 < text.size() && text[++i] == u'\''))
                break;
            result += text[i];
        }
        return result.simplified();
    }
    if (const qsizetype comment = text.indexOf(QStringLiteral(" #")); comment >= 0)
        text = text.first(comment);
    const QString plain = text.startsWith(u'#') ? QString() : text.toString().simplified();
    return plain == u"~" || plain == u"null" ? QString() : plain;
}

/// An item of a list: a text, or the name of a thing.
QString named(QStringView text)
{
    if (const std::optional<Entry> entry = entryOf(text))
        return entry->key == u"name" ? scalar(entry->value) : QString();
    return scalar(text);
}

QString listed(QStringList items)
{
    items.removeAll(QString());
    return items.join(QStringLiteral(", "));
}

/// "[a, b]"
QString flowList(QStringView text)
{
    QStringList items;
    qsizetype begin = 1;
    QChar quote;
    for (qsizetype i = 1; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
        } else if ((c == u'"' || c == u'\'') && text.sliced(begin, i - begin).trimmed().isEmpty()) {
            quote = c;
        } else if (c == u',' || c == u']') {
            items.append(scalar(text.sliced(begin, i - begin)));
            begin = i + 1;
            if (c == u']')
                break;
        }
    }
    return listed(items);
}

QString joined(const QList<QStringView> &lines)
{
    QString text;
    for (const QStringView line : lines)
        text += u' ' + line.toString();
    return text;
}

QString valueOf(const Entry &entry)
{
    static const QRegularExpression block(QStringLiteral("^[|>][-+0-9]{0,2}(\\s+#.*)?$"));
    if (entry.value.startsWith(u'{'))
        return {};
    if (entry.value.startsWith(u'['))
        return flowList(entry.value.toString() + joined(entry.below));
    if (block.match(entry.value.toString()).hasMatch())
        return joined(entry.below).simplified();
    if (!entry.value.isEmpty() || entry.below.isEmpty())
        return scalar(entry.value.toString() + joined(entry.below));
    const QStringView first = entry.below.constFirst();
    if (first != u"-" && !first.startsWith(u"- ") && !entryOf(first))
        return scalar(joined(entry.below));
    QStringList items;
    for (const QStringView line : entry.below)
        items.append(named(line == u"-" || line.startsWith(u"- ") ? line.sliced(1).trimmed() : line));
    return listed(items);
}

void set(Annotation::ArticleMeta &meta, const QString &key, const QString &value)
{
    static const QRegularExpression tag(QStringLiteral("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"));
    const auto isAny
        = [&key](std::initializer_list<QStringView> names) { return std::find(names.begin(), names.end(), key) != names.end(); };
    const auto fill = [&value](QString &field) {
        if (field.isEmpty())
            field = value;
    };
    const bool isAddress = value.startsWith(u"http://") || value.startsWith(u"https://");
    if (isAny({u"title", u"headline"})) {
        fill(meta.title);
    } else if (isAny({u"author", u"authors", u"byline"})) {
        fill(meta.author);
    } else if (isAny({u"date", u"published", u"datepublished"})) {
        fill(meta.published);
    } else if (isAny({u"outlet", u"publisher", u"publication"}) || (key == u"source" && !isAddress)) {
        fill(meta.outlet);
    } else if (isAny({u"url", u"link", u"canonical_url", u"source"}) && isAddress) {
        fill(meta.url);
    } else if (isAny({u"language", u"lang"})) {
        if (const QString language = QString(value).replace(u'_', u'-');
            tag.match(language).hasMatch() && meta.language.isEmpty())
            meta.language = language;
    }
}

} // namespace

Annotation::ArticleMeta takeFrontMatter(QStringView &text)
{
    QList<QStringView> lines;
    qsizetype begin = 0;
    bool isFirst = true;
    while (begin < text.size()) {
        const qsizetype found = text.indexOf(u'\n', begin);
        const qsizetype end = found < 0 ? text.size() : found;
        const QStringView line = text.sliced(begin, end - begin);
        const QStringView mark = line.startsWith(u'-') || line.startsWith(u'.') ? line.trimmed() : QStringView();
        begin = qMin(end + 1, text.size());
        if (std::exchange(isFirst, false)) {
            if (mark != u"---")
                return {};
        } else if (mark == u"---" || mark == u"...") {
            const QList<Entry> entries = entriesOf(lines);
            Annotation::ArticleMeta meta;
            for (const Entry &entry : entries)
                set(meta, entry.key.toString().toLower(), valueOf(entry));
            if (!entries.isEmpty())
                text = text.sliced(begin);
            return meta;
        } else {
            lines.append(line);
        }
    }
    return {};
}

} // namespace Quoth::Exchange
