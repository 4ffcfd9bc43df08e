// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manualview.h"

#include <widgets/painting/colours.h>

#include <QDesktopServices>
#include <QEvent>
#include <QFileInfo>
#include <QImage>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>
#include <QUrl>

#include <algorithm>

namespace Quoth::Windows {

using Rendering::ManualChapter;
using Rendering::ManualPlace;

namespace {

const QString scheme = QStringLiteral("manual");
constexpr int lineCharacters = 84;
constexpr int leastSide = 20; // pixels beside the lines
constexpr int leastZoom = -4;
constexpr int mostZoom = 16;

QUrl addressOf(const ManualPlace &place)
{
    QUrl url;
    url.setScheme(scheme);
    url.setPath(u'/' + place.chapter + QStringLiteral(".md"));
    if (!place.anchor.isEmpty())
        url.setFragment(place.anchor, QUrl::DecodedMode);
    return url;
}

ManualPlace placeOf(const QUrl &url) { return {QFileInfo(url.path()).completeBaseName(), url.fragment(QUrl::FullyDecoded)}; }

} // namespace

ManualView::ManualView(const Rendering::Manual &manual, QWidget *parent)
    : QTextBrowser(parent), m_manual(manual), m_plainSize(font().pointSizeF())
{
    setObjectName(QStringLiteral("help.page"));
    setAccessibleName(tr("Chapter of the manual"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    connect(this, &QTextBrowser::anchorClicked, this, &ManualView::follow);
    connect(this, &QTextBrowser::sourceChanged, this, [this](const QUrl &url) {
        m_url = url; // Qt's source() is the one before until this is over
        layOut();
        findMarks();
        // It was gone to before the lines had their width.
        if (m_url.hasFragment())
            scrollToAnchor(m_url.fragment(QUrl::FullyDecoded));
        emit placeChanged();
    });
}

void ManualView::goTo(const ManualPlace &place)
{
    if (m_manual.chapter(place.chapter))
        setSource(addressOf(place), QTextDocument::HtmlResource);
}

ManualPlace ManualView::manualPlace() const { return placeOf(m_url); }

void ManualView::follow(const QUrl &link)
{
    if (link.scheme() == scheme)
        goTo(placeOf(link));
    else
        QDesktopServices::openUrl(link);
}

QVariant ManualView::loadResource(int type, const QUrl &name)
{
    if (type == QTextDocument::ImageResource)
        return picture(name.fileName());
    const ManualChapter *chapter = m_manual.chapter(placeOf(name).chapter);
    if (!chapter)
        return {};
    document()->setDefaultStyleSheet(styleSheetOfChapter());
    Rendering::MarkdownStyle style;
    style.isRichText = true;
    style.picture = [this](const QString &target) { return m_manual.picturePath(target).isEmpty() ? QString() : target; };
    return Rendering::readMarkdown(chapter->source, style).html;
}

QString ManualView::styleSheetOfChapter() const
{
    const QPalette colours = palette();
    const QColor base = colours.color(QPalette::Base);
    const QColor text = colours.color(QPalette::Text);
    const QString shade = (Widgets::isHighContrast(colours) ? base : Widgets::mixed(text, base, 0.08)).name();
    return QStringLiteral(
               "h1 { margin-top: 8px; margin-bottom: 14px; } h2 { margin-top: 26px; margin-bottom: 8px; }"
               "h3 { margin-top: 18px; margin-bottom: 6px; } p { margin-top: 6px; margin-bottom: 8px; line-height: 130%; }"
               "li { margin-bottom: 4px; line-height: 130%; } pre { margin-top: 0px; margin-bottom: 0px; }"
               "a { color: %1; } h1 a { color: %4; } h2 a { color: %4; } h3 a { color: %4; } code { background-color: %2; } td.code { background-color: %2; } th { background-color: %2; }"
               "table.grid { border-collapse: collapse; border-style: solid; border-color: %3; margin-top: 6px; margin-bottom: "
               "10px; }"
               "table.code { margin-top: 6px; margin-bottom: 10px; }")
        .arg(Widgets::legible(colours.color(QPalette::Link), base, 4.5).name(), shade, Widgets::frameColour(colours).name(), text.name());
}

QImage ManualView::picture(const QString &name) const
{
    const QString path = m_manual.picturePath(QStringLiteral("pictures/") + name);
    QImage image = path.isEmpty() ? QImage() : QImage(path);
    if (image.isNull())
        return image;
    image.convertTo(QImage::Format_RGB32); // one with a palette would be dithered when it is scaled
    // Never larger than it was taken, in the screen's own pixels.
    const qreal ratio = devicePixelRatioF();
    const int width = std::min(image.width(), m_column);
    image = image.scaledToWidth(std::max(1, qRound(width * ratio)), Qt::SmoothTransformation);
    image.setDevicePixelRatio(ratio);
    return image;
}

void ManualView::layOut()
{
    const int room = viewport()->width();
    m_column = std::max(100, std::min(fontMetrics().averageCharWidth() * lineCharacters, room - 2 * leastSide));
    if (const ManualChapter *chapter = m_manual.chapter(manualPlace().chapter)) {
        for (const QString &target : chapter->pictures)
            document()->addResource(QTextDocument::ImageResource, document()->baseUrl().resolved(QUrl(target)), picture(QFileInfo(target).fileName()));
    }
    QTextFrame *frame = document()->rootFrame();
    QTextFrameFormat format = frame->frameFormat();
    const qreal side = std::max(leastSide, (room - m_column) / 2);
    format.setLeftMargin(side);
    format.setRightMargin(side);
    format.setTopMargin(leastSide);
    format.setBottomMargin(3 * leastSide);
    frame->setFrameFormat(format);
}

void ManualView::resizeEvent(QResizeEvent *event)
{
    // What was read last stays at the top.
    const QTextCursor top = cursorForPosition(QPoint(viewport()->width() / 2, 1));
    const bool atBegin = verticalScrollBar()->value() == 0;
    QTextBrowser::resizeEvent(event);
    layOut();
    if (!atBegin)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + cursorRect(top).top());
}

void ManualView::showEvent(QShowEvent *event)
{
    QTextBrowser::showEvent(event);
    layOut();
    if (source().hasFragment())
        scrollToAnchor(source().fragment(QUrl::FullyDecoded));
}

void ManualView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::FontChange && !m_isZooming && m_plainSize > 0) {
        m_plainSize = font().pointSizeF() - m_zoom;
        layOut();
    }
    if (event->type() != QEvent::PaletteChange || source().isEmpty())
        return;
    const int place = verticalScrollBar()->value();
    reload();
    verticalScrollBar()->setValue(place);
}

void ManualView::setZoom(int zoom)
{
    m_zoom = std::clamp(zoom, leastZoom, mostZoom);
    if (m_plainSize + m_zoom < 1)
        return;
    {
        const QScopedValueRollback guard(m_isZooming, true);
        QFont larger = font();
        larger.setPointSizeF(m_plainSize + m_zoom);
        setFont(larger);
    }
    layOut();
}

void ManualView::mark(const QString &words)
{
    m_words = words.split(u' ', Qt::SkipEmptyParts);
    findMarks();
}

void ManualView::findMarks()
{
    m_marks.clear();
    m_current = -1;
    for (const QString &word : std::as_const(m_words)) {
        for (QTextCursor found = document()->find(word, 0); !found.isNull(); found = document()->find(word, found))
            m_marks.append(found);
    }
    std::sort(m_marks.begin(), m_marks.end(),
              [](const QTextCursor &one, const QTextCursor &other) { return one.selectionStart() < other.selectionStart(); });
    showMarks();
}

void ManualView::showMarks()
{
    const QPalette colours = palette();
    const QColor base = colours.color(QPalette::Base);
    const bool isContrast = Widgets::isHighContrast(colours);
    QList<ExtraSelection> shown;
    for (int i = 0; i < markCount(); ++i) {
        ExtraSelection one;
        one.cursor = m_marks[i];
        if (i == m_current) {
            one.format.setBackground(colours.color(QPalette::Highlight));
            one.format.setForeground(colours.color(QPalette::HighlightedText));
        } else if (isContrast) {
            one.format.setBackground(colours.color(QPalette::Text));
            one.format.setForeground(base);
        } else {
            one.format.setBackground(Widgets::mixed(Widgets::attentionColour(colours), base, 0.3));
            one.format.setForeground(colours.color(QPalette::Text));
        }
        shown.append(one);
    }
    setExtraSelections(shown);
}

int ManualView::positionOf(const QString &anchor) const
{
    for (QTextBlock block = document()->begin(); block.isValid() && !anchor.isEmpty(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().anchorNames().contains(anchor))
                return it.fragment().position();
        }
    }
    return 0;
}

void ManualView::goToMark(int mark)
{
    m_current = mark;
    QTextCursor place(document());
    place.setPosition(m_marks[mark].selectionStart());
    setTextCursor(place);
    ensureCursorVisible();
    showMarks();
}

void ManualView::goToMarkBehind(const QString &anchor)
{
    if (m_marks.isEmpty())
        return;
    const int from = positionOf(anchor);
    const auto found
        = std::find_if(m_marks.begin(), m_marks.end(), [from](const QTextCursor &mark) { return mark.selectionStart() >= from; });
    goToMark(found == m_marks.end() ? 0 : int(found - m_marks.begin()));
}

bool ManualView::stepMark(bool forward)
{
    const int next = m_current + (forward ? 1 : -1);
    if (next < 0 || next >= markCount())
        return false;
    goToMark(next);
    return true;
}

} // namespace Quoth::Windows
