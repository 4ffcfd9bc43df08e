// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <widgets/painting/highlight.h>

#include <QWidget>

namespace Quoth::Widgets {

/// One row that says what colours mean: a title and, for each style, a swatch with its name. What does not fit is counted at the
/// end; the tool tip and the accessible description hold all.
class LegendRow : public QWidget
{
    Q_OBJECT

public:
    explicit LegendRow(QWidget *parent = nullptr);

    void setEntries(const QString &title, const QList<HighlightStyle> &entries);
    const QList<HighlightStyle> &entries() const { return m_entries; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Place
    {
        qsizetype entry; ///< or -1 for the count of what does not fit
        QRect rect; ///< as if read from left to right
        QString text;
    };
    int titleWidth() const;
    QList<Place> places() const;

    QString m_title;
    QList<HighlightStyle> m_entries;
};

} // namespace Quoth::Widgets
