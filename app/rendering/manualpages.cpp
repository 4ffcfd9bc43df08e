// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manualpages.h"

#include "words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace Quoth::Rendering {

namespace {

const QString picturesFolder = QStringLiteral("pictures");

QString style()
{
    return QStringLiteral(R"css(
:root { color-scheme: light dark; --text: #1c1c1c; --soft: #5a5f66; --page: #ffffff; --shade: #f1f3f5; --line: #c9ced4; --link: #0b57d0; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e8e6e1; --soft: #a9adb3; --page: #1d1f22; --shade: #2a2d31; --line: #4a4f56; --link: #8ab4f8; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 1.0625rem/1.55 system-ui, sans-serif; }
.book { display: flex; flex-wrap: wrap; gap: 2.5rem; max-width: 72rem; margin: 0 auto; padding: 1.5rem; }
nav { flex: 0 0 15rem; font-size: 0.9375rem; }
nav ul { list-style: none; margin: 0; padding: 0 0 0 0.9rem; }
nav > ul { padding: 0; }
nav li { margin: 0.3rem 0; }
nav [aria-current] { color: var(--text); font-weight: 600; }
main { flex: 1 1 30rem; min-width: 0; max-width: 46rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 2.5rem 0 1rem; }
main > :first-child, section:first-child > h1 { margin-top: 0; }
h2 { font-size: 1.4rem; margin: 2.2rem 0 0.6rem; }
h3 { font-size: 1.12rem; margin: 1.6rem 0 0.4rem; }
a { color: var(--link); }
img { max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: 6px; }
code { background: var(--shade); border-radius: 4px; padding: 0.1em 0.3em; font-size: 0.92em; }
pre { background: var(--shade); border-radius: 6px; padding: 0.8rem 1rem; overflow-x: auto; }
pre { font: 0.9rem/1.45 ui-monospace, monospace; }
.table { overflow-x: auto; }
table { border-collapse: collapse; margin: 0.8rem 0; }
th, td { border: 1px solid var(--line); padding: 0.4rem 0.7rem; vertical-align: top; }
th { background: var(--shade); }
blockquote { border-left: 4px solid var(--line); margin-left: 0; padding-left: 1rem; color: var(--soft); }
.steps { display: flex; justify-content: space-between; margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1rem; }
@media print { nav, .steps { display: none; } h1 { break-before: page; } }
)css");
}

QString document(const QString &title, const QString &navigation, const QString &content)
{
    return QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        + title.toHtmlEscaped() + QStringLiteral("</title>\n<style>") + style()
        + QStringLiteral("</style>\n</head>\n<body>\n<div class=\"book\">\n<nav aria-label=\"")
        + Words::tr("Chapters").toHtmlEscaped() + QStringLiteral("\">\n") + navigation + QStringLiteral("</nav>\n<main>\n")
        + content + QStringLiteral("</main>\n</div>\n</body>\n</html>\n");
}

QString linkTo(const QString &target, const QString &words, bool isHere = false)
{
    return QStringLiteral("<a href=\"") + target.toHtmlEscaped()
        + (isHere ? QStringLiteral("\" aria-current=\"page\">") : QStringLiteral("\">")) + words.toHtmlEscaped()
        + QStringLiteral("</a>");
}

QList<const ManualChapter *> chosen(const Manual &manual, const QStringList &names)
{
    QList<const ManualChapter *> chapters;
    for (const ManualChapter &chapter : manual.chapters()) {
        if (names.isEmpty() || names.contains(chapter.name))
            chapters.append(&chapter);
    }
    return chapters;
}

bool holds(const QList<const ManualChapter *> &chapters, const QString &name)
{
    return std::any_of(chapters.begin(), chapters.end(), [&name](const ManualChapter *chapter) { return chapter->name == name; });
}

/// A place in the page that holds all chapters.
QString idOf(const ManualPlace &place)
{
    return place.anchor.isEmpty() ? place.chapter : place.chapter + QStringLiteral("--") + place.anchor;
}

QString dataAddress(const QString &path)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    return QStringLiteral("data:image/png;base64,") + QString::fromLatin1(file.readAll().toBase64());
}

Result<void> writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return Error{ErrorCode::NotWritable, file.errorString(), path};
    return {};
}

QString navigationOf(const QList<const ManualChapter *> &chapters, const ManualChapter *here)
{
    QString html = QStringLiteral("<ul>\n");
    for (const ManualChapter *chapter : chapters)
        html += QStringLiteral("<li>") + linkTo(chapter->name + QStringLiteral(".html"), chapter->title, chapter == here)
            + QStringLiteral("</li>\n");
    return html + QStringLiteral("</ul>\n");
}

/// The chapters before and after, below a chapter of its own file.
QString stepsOf(const QList<const ManualChapter *> &chapters, qsizetype at)
{
    const auto step = [&chapters](qsizetype to, const QString &sign) {
        return to < 0 || to >= chapters.size()
            ? QStringLiteral("<span></span>")
            : linkTo(chapters[to]->name + QStringLiteral(".html"), sign.arg(chapters[to]->title));
    };
    return QStringLiteral("<div class=\"steps\">") + step(at - 1, QStringLiteral("\u2190 %1"))
        + step(at + 1, QStringLiteral("%1 \u2192")) + QStringLiteral("</div>\n");
}

} // namespace

QString manualPage(const Manual &manual, const QStringList &names)
{
    const QList<const ManualChapter *> chapters = chosen(manual, names);
    QString contents = QStringLiteral("<ul>\n");
    QString html;
    for (const ManualChapter *chapter : chapters) {
        contents += QStringLiteral("<li>") + linkTo(u'#' + chapter->name, chapter->title) + QStringLiteral("<ul>\n");
        for (const MarkdownSection &section : chapter->sections) {
            if (section.level == 2)
                contents += QStringLiteral("<li>") + linkTo(u'#' + idOf({chapter->name, section.anchor}), section.title)
                    + QStringLiteral("</li>\n");
        }
        contents += QStringLiteral("</ul></li>\n");
        MarkdownStyle how;
        how.link = [&](const QString &target) {
            const auto place = Manual::placeOf(target, chapter->name);
            if (!place)
                return target;
            return holds(chapters, place->chapter) ? u'#' + idOf(*place) : QString();
        };
        how.picture = [&manual](const QString &target) { return dataAddress(manual.picturePath(target)); };
        how.anchor = [chapter](const QString &anchor) { return idOf({chapter->name, anchor}); };
        html += QStringLiteral("<section id=\"") + chapter->name.toHtmlEscaped() + QStringLiteral("\">\n")
            + readMarkdown(chapter->source, how).html + QStringLiteral("</section>\n");
    }
    const QString title = chapters.size() == 1 ? chapters.first()->title : Words::tr("The manual of Quoth");
    return document(title, contents + QStringLiteral("</ul>\n"), html);
}

Result<void> writeManualFolder(const Manual &manual, const QStringList &names, const QString &folder)
{
    const QDir files(folder);
    if (!QDir().mkpath(files.filePath(picturesFolder)))
        return Error{ErrorCode::NotWritable, Words::tr("The folder cannot be made."), folder};
    const QList<const ManualChapter *> chapters = chosen(manual, names);
    QStringList pictures;
    for (qsizetype i = 0; i < chapters.size(); ++i) {
        const ManualChapter &chapter = *chapters[i];
        MarkdownStyle how;
        how.link = [&](const QString &target) {
            const auto place = Manual::placeOf(target, chapter.name);
            if (!place)
                return target;
            if (!holds(chapters, place->chapter))
                return QString();
            return place->chapter + QStringLiteral(".html") + (place->anchor.isEmpty() ? QString() : u'#' + place->anchor);
        };
        how.picture = [&](const QString &target) {
            if (manual.picturePath(target).isEmpty())
                return QString();
            if (!pictures.contains(target))
                pictures.append(target);
            return picturesFolder + u'/' + QFileInfo(target).fileName();
        };
        const QString html = document(chapter.title, navigationOf(chapters, &chapter),
                                      readMarkdown(chapter.source, how).html + stepsOf(chapters, i));
        if (const auto done = writeFile(files.filePath(chapter.name + QStringLiteral(".html")), html.toUtf8()); !done)
            return done;
    }
    for (const QString &picture : std::as_const(pictures)) {
        QFile file(manual.picturePath(picture));
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        if (const auto done = writeFile(files.filePath(picturesFolder + u'/' + QFileInfo(picture).fileName()), bytes); !done)
            return done;
    }
    return {};
}

Result<void> writeManual(const Manual &manual, const QStringList &names, const QString &output)
{
    const QString suffix = QFileInfo(output).suffix().toLower();
    if (suffix == u"html" || suffix == u"htm")
        return writeFile(output, manualPage(manual, names).toUtf8());
    if (suffix != u"pdf")
        return writeManualFolder(manual, names, output);
    QSaveFile file(output);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::NotWritable, file.errorString(), output};
    if (const auto done = writeManualPdf(manual, names, file); !done)
        return Error{done.error().code, done.error().message, output};
    if (!file.commit())
        return Error{ErrorCode::NotWritable, file.errorString(), output};
    return {};
}

} // namespace Quoth::Rendering
