// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/rendering/manual.h>

#include <QTextBrowser>
#include <QUrl>

namespace Quoth::Windows {

/// A chapter of the manual to read: in lines of a readable length, in the colours of the palette, its pictures as wide as the lines and as sharp
/// as the screen. Links go to other chapters and places, or to the web browser; QTextBrowser keeps the way back and forward.
class ManualView : public QTextBrowser
{
    Q_OBJECT

public:
    /// The manual must outlive the view.
    explicit ManualView(const Rendering::Manual &manual, QWidget *parent = nullptr);

    /// A chapter that is not there is not gone to.
    void goTo(const Rendering::ManualPlace &place);
    Rendering::ManualPlace manualPlace() const;
    /// Marks the words wherever they stand; those of an empty text nowhere.
    void mark(const QString &words);
    int markCount() const { return int(m_marks.size()); }
    /// Counted from 0; -1 while none was gone to.
    int currentMark() const { return m_current; }
    /// The first mark at or behind the heading, else the first of all.
    void goToMarkBehind(const QString &anchor);
    /// False at the end of the chapter.
    bool stepMark(bool forward);

    /// In points beyond the size of the program's font.
    int zoom() const { return m_zoom; }
    void setZoom(int zoom);

    QVariant loadResource(int type, const QUrl &name) override;

signals:
    void placeChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString styleSheetOfChapter() const;
    QImage picture(const QString &name) const;
    void follow(const QUrl &link);
    void layOut();
    void findMarks();
    void showMarks();
    void goToMark(int mark);
    int positionOf(const QString &anchor) const;

    const Rendering::Manual &m_manual;
    QUrl m_url; ///< of the chapter that is shown
    QStringList m_words;
    QList<QTextCursor> m_marks;
    int m_current = -1;
    int m_zoom = 0;
    qreal m_plainSize = 0; ///< of the font without zoom, in points
    int m_column = 600; ///< the width of a line, in pixels
    bool m_isZooming = false;
};

} // namespace Quoth::Windows
