// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "thumbnail.h"

#include "articlepage.h"

#include <QPainter>

#include <algorithm>

namespace Quoth::Rendering {

using namespace Annotation;

namespace {

constexpr qsizetype mostCharacters = 2000; // more than a sheet has room for
constexpr int sheetWidth = 400;
constexpr int sheetHeight = 520;

/// The article up to a line end or, for want of one, to where a character is not cut; with what is annotated wholly before.
AnnotatedArticle beginOf(const AnnotatedArticle &article)
{
    const QString &text = article.article.text;
    if (text.size() <= mostCharacters)
        return article;
    qsizetype end = text.lastIndexOf(u'\n', mostCharacters);
    if (end < mostCharacters / 2)
        end = mostCharacters - (text[mostCharacters].isLowSurrogate() ? 1 : 0);
    AnnotatedArticle result{article.article, {}};
    result.article.text.truncate(end);
    for (const Span &span : article.annotations.spans) {
        if (span.extent().end <= end)
            result.annotations.spans.append(span);
    }
    const auto isLeft = [&result](const RoleFiller &filler) { return result.annotations.span(filler.span) != nullptr; };
    for (const Attribution &attribution : article.annotations.attributions) {
        if (std::all_of(attribution.fillers.begin(), attribution.fillers.end(), isLeft))
            result.annotations.attributions.append(attribution);
    }
    result.annotations.speakers = article.annotations.speakers;
    return result;
}

} // namespace

QImage renderThumbnail(const AnnotatedArticle &article, const Schema &schema, int pixels)
{
    RenderOptions options;
    options.width = sheetWidth;
    options.cards = false;
    ArticlePage page(beginOf(article), schema, options);
    const double scale = double(pixels) / sheetHeight;
    QImage image(std::max(1, int(sheetWidth * scale)), pixels, QImage::Format_RGB32);
    image.fill(page.palette().color(QPalette::Base));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    page.paint(painter, 0, sheetHeight);
    painter.end();
    return image;
}

} // namespace Quoth::Rendering
