// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace Quoth::Windows {

/// A colour as text, #rrggbb, with a button that shows it and opens the choice of colours.
class ColourField : public QWidget
{
    Q_OBJECT

public:
    /// what: whose colour, for screen readers and as title of the choice.
    explicit ColourField(const QString &what, QWidget *parent = nullptr);

    QString colour() const;
    void setColour(const QString &colour);

signals:
    /// By the user.
    void edited();

private:
    void choose();
    void showSwatch();

    QString m_what;
    QLineEdit *m_text;
    QToolButton *m_button;
};

} // namespace Quoth::Windows
