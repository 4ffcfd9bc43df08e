// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "textfind.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Quoth::Widgets {

/// A slim bar in which words to find are typed. It finds nothing itself: it tells what is wanted, and shows how many
/// there are. While it has the focus, letters and digits type and are no commands.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    QString words() const;
    void setWords(const QString &words);
    FindOptions options() const;
    /// current counts from 1; 0 when none of them is chosen.
    void setCount(qsizetype current, qsizetype count, bool wrapped);
    /// The keys that step in the article, for the tool tips.
    void setArticleKeys(const QString &previous, const QString &next);
    /// Puts the focus into the line, with what stands there selected.
    void takeFocus();

signals:
    void changed();
    void stepRequested(int direction);
    void closeRequested();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *m_line = nullptr;
    QLabel *m_count = nullptr;
    QPushButton *m_previous = nullptr;
    QPushButton *m_next = nullptr;
    QCheckBox *m_matchCase = nullptr;
    QCheckBox *m_wholeWords = nullptr;
};

} // namespace Quoth::Widgets
