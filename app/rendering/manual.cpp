// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manual.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace Quoth::Rendering {

namespace {

const QString suffix = QStringLiteral(".md");
const QString firstName = QStringLiteral("index");
constexpr qsizetype excerptLength = 110;

ManualChapter readChapter(const QDir &folder, const QString &name)
{
    ManualChapter chapter;
    chapter.name = name;
    QFile file(folder.filePath(name + suffix));
    if (file.open(QIODevice::ReadOnly))
        chapter.source = QString::fromUtf8(file.readAll());
    const MarkdownPage page = readMarkdown(chapter.source);
    chapter.sections = page.sections;
    chapter.links = page.links;
    chapter.pictures = page.pictures;
    for (const MarkdownSection &section : page.sections) {
        if (chapter.title.isEmpty())
            chapter.title = section.title;
    }
    return chapter;
}

bool hasAll(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(),
                       [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

QString excerptOf(const QString &text, const QStringList &words)
{
    qsizetype first = text.size();
    for (const QString &word : words) {
        if (const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0)
            first = std::min(first, at);
    }
    qsizetype begin = first == text.size() ? 0 : std::max<qsizetype>(0, first - excerptLength / 3);
    while (begin > 0 && !text[begin - 1].isSpace())
        --begin;
    QString excerpt = text.mid(begin, excerptLength).simplified();
    if (begin > 0)
        excerpt.prepend(u'\u2026');
    if (begin + excerptLength < text.size())
        excerpt.append(u'\u2026');
    return excerpt;
}

} // namespace

Manual::Manual(const QString &folder) : m_folder(folder)
{
    const QDir files(folder);
    QStringList names;
    const QStringList all = files.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name);
    for (const QString &file : all)
        names.append(file.chopped(suffix.size()));
    QStringList order;
    if (names.contains(firstName)) {
        order.append(firstName);
        const ManualChapter first = readChapter(files, firstName);
        for (const QString &link : first.links) {
            const auto place = placeOf(link, firstName);
            if (place && names.contains(place->chapter) && !order.contains(place->chapter))
                order.append(place->chapter);
        }
    }
    for (const QString &name : std::as_const(names)) {
        if (!order.contains(name))
            order.append(name);
    }
    for (const QString &name : std::as_const(order))
        m_chapters.append(readChapter(files, name));
}

const ManualChapter *Manual::chapter(const QString &name) const
{
    const auto found
        = std::find_if(m_chapters.begin(), m_chapters.end(), [&name](const ManualChapter &one) { return one.name == name; });
    return found == m_chapters.end() ? nullptr : &*found;
}

QString Manual::picturePath(const QString &picture) const
{
    const QString path = QDir(m_folder).filePath(picture);
    return QFile::exists(path) ? path : QString();
}

std::optional<ManualPlace> Manual::placeOf(const QString &link, const QString &fromChapter)
{
    if (link.contains(u':'))
        return std::nullopt;
    const QString file = link.section(u'#', 0, 0);
    if (!file.isEmpty() && !file.endsWith(suffix))
        return std::nullopt;
    return ManualPlace{file.isEmpty() ? fromChapter : file.chopped(suffix.size()), link.section(u'#', 1)};
}

bool Manual::has(const ManualPlace &place) const
{
    const ManualChapter *known = chapter(place.chapter);
    return known
        && (place.anchor.isEmpty()
            || std::any_of(known->sections.begin(), known->sections.end(),
                           [&place](const MarkdownSection &section) { return section.anchor == place.anchor; }));
}

QList<ManualHit> Manual::search(const QString &words) const
{
    const QStringList needles = words.split(u' ', Qt::SkipEmptyParts);
    QList<ManualHit> inHeadings;
    QList<ManualHit> below;
    if (needles.isEmpty())
        return below;
    for (const ManualChapter &one : m_chapters) {
        for (const MarkdownSection &section : one.sections) {
            const ManualHit hit{one.name, section.anchor, section.title.isEmpty() ? one.title : section.title,
                                excerptOf(section.text, needles)};
            if (hasAll(section.title, needles))
                inHeadings.append(hit);
            else if (hasAll(section.title + u' ' + section.text, needles))
                below.append(hit);
        }
    }
    return inHeadings + below;
}

} // namespace Quoth::Rendering
