// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPushButton>

namespace Quoth::Windows {

/// A large button with an icon, a title, and below it what comes of it, which wraps or, where it is a path, is cut in its middle. Other than
/// QCommandLinkButton it follows the font of the program.
class ChoiceButton : public QPushButton
{
    Q_OBJECT

public:
    enum class Detail { Wraps, IsCut };

    ChoiceButton(const QIcon &icon, const QString &title, const QString &detail, Detail how, QWidget *parent = nullptr);

    const QString &title() const { return m_title; }
    const QString &detail() const { return m_detail; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    /// Enter presses it too, as in a list; outside of dialogs Qt has only the space bar for that.
    void keyPressEvent(QKeyEvent *event) override;

private:
    QFont titleFont() const;
    int textLeft() const;

    QString m_title;
    QString m_detail;
    Detail m_how;
};

} // namespace Quoth::Windows
