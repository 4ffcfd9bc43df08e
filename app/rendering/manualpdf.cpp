// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manualpages.h"

#include "words.h"

#include <app/base/version.h>

#include <QAbstractTextDocumentLayout>
#include <QHash>
#include <QImage>
#include <QPainter>
#include <QPalette>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextDocument>
#include <QUrl>

#include <algorithm>

namespace Quoth::Rendering {

namespace {

constexpr int footer = 36; // pixels at 96 to an inch, below the text of each page
constexpr int margin = 18; // millimetres

struct Entry
{
    QString title;
    QString id;
    int level = 1;
    int page = 0;
};

class Book
{
public:
    Book(const Manual &manual, const QStringList &names, QPdfWriter &writer, QSizeF page)
        : m_manual(manual), m_names(names), m_writer(writer), m_page(page)
    {
    }

    /// Where each heading comes to stand is known once it is laid out; the numbers take no other room than the blanks before.
    void layOut(QTextDocument &document)
    {
        for (int pass = 0; pass < 2; ++pass) {
            const QString html = text();
            document.clear();
            document.documentLayout()->setPaintDevice(&m_writer);
            QFont font(QStringLiteral("sans-serif"));
            font.setPointSizeF(10);
            document.setDefaultFont(font);
            document.setDocumentMargin(0);
            document.setDefaultStyleSheet(
                QStringLiteral("h1 { page-break-before: always; } pre, code { font-family: monospace; font-size: 9pt; } "
                               "table.grid { border-collapse: collapse; border-color: #b0b5bb; } th, td.code { background-color: "
                               "#f1f3f5; } a { color: #0b57d0; }"));
            document.setHtml(html);
            for (const QString &picture : std::as_const(m_pictures))
                document.addResource(QTextDocument::ImageResource, QUrl(picture), QImage(m_manual.picturePath(picture)));
            document.setPageSize(m_page);
            findPages(document);
        }
    }

private:
    QString text()
    {
        m_entries.swap(m_before);
        m_entries.clear();
        QString chapters;
        for (const ManualChapter &chapter : m_manual.chapters()) {
            if (!m_names.isEmpty() && !m_names.contains(chapter.name))
                continue;
            MarkdownStyle how;
            how.isRichText = true;
            // Places in the book are told by their pages.
            how.link = [&chapter](const QString &target) { return Manual::placeOf(target, chapter.name) ? QString() : target; };
            how.picture = [this](const QString &target) { return pictureOf(target); };
            how.anchor = [&chapter](const QString &anchor) { return chapter.name + u'/' + anchor; };
            for (const MarkdownSection &section : chapter.sections) {
                if (section.level == 1 || section.level == 2)
                    m_entries.append({section.title, chapter.name + u'/' + section.anchor, section.level, 0});
            }
            QString html = readMarkdown(chapter.source, how).html;
            for (const QString &picture : std::as_const(m_pictures)) {
                const int width = std::min(int(m_page.width()), QImage(m_manual.picturePath(picture)).width());
                html.replace(QStringLiteral("<img src=\"%1\"").arg(picture),
                             QStringLiteral("<img width=\"%1\" src=\"%2\"").arg(width).arg(picture));
            }
            chapters += html;
        }
        return contents() + chapters;
    }

    QString pictureOf(const QString &target)
    {
        if (m_manual.picturePath(target).isEmpty())
            return {};
        if (!m_pictures.contains(target))
            m_pictures.append(target);
        return target;
    }

    QString contents() const
    {
        QString html = QStringLiteral("<p style=\"font-size: 20pt; font-weight: bold\">%1</p><table width=\"100%\" "
                                      "cellspacing=\"0\" cellpadding=\"2\">")
                           .arg(Words::tr("The manual of Quoth").toHtmlEscaped());
        for (qsizetype i = 0; i < m_entries.size(); ++i) {
            const Entry &entry = m_entries[i];
            const QString words = entry.level == 1 ? QStringLiteral("<b>") + entry.title.toHtmlEscaped() + QStringLiteral("</b>")
                                                   : QStringLiteral("&nbsp;&nbsp;&nbsp;&nbsp;") + entry.title.toHtmlEscaped();
            const int page = i < m_before.size() ? m_before[i].page : 0;
            html += QStringLiteral("<tr><td width=\"90%\">") + words + QStringLiteral("</td><td align=\"right\">")
                + QString::number(page) + QStringLiteral("</td></tr>");
        }
        return html + QStringLiteral("</table>");
    }

    void findPages(const QTextDocument &document)
    {
        QHash<QString, int> pages;
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                const QStringList names = it.fragment().charFormat().anchorNames();
                for (const QString &name : names) {
                    if (!pages.contains(name))
                        pages.insert(name, int(document.documentLayout()->blockBoundingRect(block).top() / m_page.height()) + 1);
                }
            }
        }
        for (Entry &entry : m_entries)
            entry.page = pages.value(entry.id);
    }

    const Manual &m_manual;
    const QStringList m_names;
    QPdfWriter &m_writer;
    const QSizeF m_page;
    QStringList m_pictures;
    QList<Entry> m_entries;
    QList<Entry> m_before; // of the layout before
};

} // namespace

Result<void> writeManualPdf(const Manual &manual, const QStringList &names, QIODevice &device)
{
    QPdfWriter writer(&device);
    writer.setTitle(Words::tr("The manual of Quoth"));
    writer.setCreator(QStringLiteral("Quoth " QUOTH_VERSION));
    writer.setResolution(96); // so that what is given in pixels and in points comes out alike
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(margin, margin, margin, margin),
                                     QPageLayout::Millimeter));
    const QSizeF sheet = writer.pageLayout().paintRectPixels(96).size();
    const QSizeF page(sheet.width(), sheet.height() - footer);
    QTextDocument document;
    Book(manual, names, writer, page).layOut(document);

    const Error failed{ErrorCode::NotWritable, Words::tr("The pages could not be written."), {}};
    QPainter painter;
    if (!painter.begin(&writer))
        return failed;
    const int count = document.pageCount();
    for (int i = 0; i < count; ++i) {
        if (i > 0 && !writer.newPage())
            return failed;
        painter.save();
        painter.translate(0, -i * page.height());
        const QRectF shown(QPointF(0, i * page.height()), page);
        painter.setClipRect(shown);
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette.setColor(QPalette::Text, Qt::black);
        context.clip = shown;
        document.documentLayout()->draw(&painter, context);
        painter.restore();
        painter.setPen(QColor(0x5a, 0x5f, 0x66));
        painter.setFont(document.defaultFont());
        painter.drawText(QRectF(0, sheet.height() - footer, sheet.width(), footer), Qt::AlignHCenter | Qt::AlignBottom,
                         QString::number(i + 1));
    }
    if (!painter.end())
        return failed;
    return {};
}

} // namespace Quoth::Rendering
