// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <widgets/painting/highlight.h>

#include <QWidget>

namespace Quoth::Widgets {

/// Sample words with the marks of some styles, once on a light and once on a dark page.
class MarkPreview : public QWidget
{
    Q_OBJECT

public:
    explicit MarkPreview(QWidget *parent = nullptr);

    /// The same styles in the colours for each of the two; the current one is shown in bold, -1 for none.
    void setStyles(const QList<HighlightStyle> &light, const QList<HighlightStyle> &dark, int current);
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Draws one page, or only measures it without a painter; gives its height.
    int layOut(QPainter *painter, const QRect &page, const QList<HighlightStyle> &styles, const QPalette &palette) const;

    QList<HighlightStyle> m_light;
    QList<HighlightStyle> m_dark;
    int m_current = -1;
};

} // namespace Quoth::Widgets
