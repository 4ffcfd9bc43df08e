// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "articlerenderer.h"

#include "articlehtml.h"
#include "articlepage.h"
#include "words.h"

#include <app/base/version.h>

#include <QFileInfo>
#include <QPainter>
#include <QPagedPaintDevice>
#include <QPdfWriter>
#include <QSaveFile>

#include <cmath>
#include <limits>

namespace Quoth::Rendering {

using namespace Annotation;

namespace {

constexpr int tallest = 32000; // QPainter's raster engine ends at 32,767

Result<void> write(const AnnotatedArticle &article, const Schema &schema, const RenderOptions &options, const QString &suffix,
                   QIODevice &device)
{
    if (suffix == u"pdf")
        return renderPdf(article, schema, options, device);
    if (suffix == u"png") {
        const auto image = renderImage(article, schema, options);
        if (!image)
            return image.error();
        if (!image->save(&device, "PNG"))
            return Error{ErrorCode::NotWritable, device.errorString(), {}};
        return {};
    }
    const QByteArray html = renderHtml(article, schema, options).toUtf8();
    if (device.write(html) != html.size())
        return Error{ErrorCode::NotWritable, device.errorString(), {}};
    return {};
}

} // namespace

Result<QImage> renderImage(const AnnotatedArticle &article, const Schema &schema, const RenderOptions &options)
{
    ArticlePage page(article, schema, options);
    const QSize size(int(std::ceil(page.width() * options.scale)), int(std::ceil(page.height() * options.scale)));
    if (size.height() > tallest || size.width() > tallest) {
        return Error{ErrorCode::OutOfRange,
                     Words::tr("The picture would be %1 by %2 pixels, more than a picture can have. Write PDF or HTML instead.")
                         .arg(size.width())
                         .arg(size.height()),
                     article.article.externalId};
    }
    QImage image(size, QImage::Format_RGB32);
    if (image.isNull())
        return Error{ErrorCode::Internal, Words::tr("There is not enough memory for the picture."), article.article.externalId};
    image.fill(page.palette().color(QPalette::Base));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(options.scale, options.scale);
    page.paint(painter, 0, page.height());
    painter.end();
    return image;
}

Result<void> renderPdf(const AnnotatedArticle &article, const Schema &schema, const RenderOptions &options, QIODevice &device)
{
    QPdfWriter writer(&device);
    writer.setTitle(article.article.meta.title.isEmpty() ? article.article.externalId : article.article.meta.title);
    writer.setCreator(QStringLiteral("Quoth " QUOTH_VERSION));
    writer.setResolution(96); // the page's own unit, so that fonts given in points come out alike
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(8, 8, 8, 8), QPageLayout::Millimeter));
    if (const auto done = renderPages(article, schema, options, writer, 1, std::numeric_limits<int>::max()); !done)
        return Error{done.error().code, device.errorString(), {}};
    return {};
}

Result<void> renderPages(const AnnotatedArticle &article, const Schema &schema, const RenderOptions &options, QPagedPaintDevice &device,
                         int first, int last)
{
    ArticlePage page(article, schema, options);
    const Error failed{ErrorCode::NotWritable, Words::tr("The pages could not be written."), {}};
    const QRect sheet = device.pageLayout().paintRectPixels(96);
    const double scale = double(sheet.width()) / page.width();
    const int pageHeight = int(sheet.height() / scale);
    QPainter painter;
    if (!painter.begin(&device))
        return failed;
    painter.scale(scale, scale);
    int number = 1;
    for (int top = 0; top < page.height() && number <= last; ++number) {
        const int bottom = page.breakBefore(top, top + pageHeight);
        if (number > first && !device.newPage())
            return failed;
        if (number >= first) {
            if (options.dark)
                painter.fillRect(QRect(0, 0, page.width(), pageHeight), page.palette().color(QPalette::Base));
            painter.save();
            painter.translate(0, -top);
            painter.setClipRect(QRect(0, top, page.width(), bottom - top));
            page.paint(painter, top, bottom);
            painter.restore();
        }
        top = bottom;
    }
    if (!painter.end())
        return failed;
    return {};
}

QStringList renderSuffixes() { return {QStringLiteral("png"), QStringLiteral("pdf"), QStringLiteral("html")}; }

Result<void> renderFile(const AnnotatedArticle &article, const Schema &schema, const RenderOptions &options, const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (!renderSuffixes().contains(suffix)) {
        return Error{ErrorCode::BadInput,
                     Words::tr("The file's name must end in one of .%1.").arg(renderSuffixes().join(QStringLiteral(", ."))), path};
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::NotWritable, file.errorString(), path};
    if (const auto done = write(article, schema, options, suffix, file); !done)
        return Error{done.error().code, done.error().message, done.error().place.isEmpty() ? path : done.error().place};
    if (!file.commit())
        return Error{ErrorCode::NotWritable, file.errorString(), path};
    return {};
}

} // namespace Quoth::Rendering
