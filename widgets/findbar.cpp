// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "findbar.h"

#include "clearbutton.h"

#include <widgets/painting/colours.h>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace Quoth::Widgets {

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_previous(new QPushButton(tr("Previous"), this))
    , m_next(new QPushButton(tr("Next"), this))
    , m_matchCase(new QCheckBox(tr("Match case"), this))
    , m_wholeWords(new QCheckBox(tr("Whole words"), this))
{
    setAccessibleName(tr("Find in this article"));
    auto *close = new QPushButton(tr("Close"), this);
    m_line->setObjectName(QStringLiteral("find.words"));
    m_line->setPlaceholderText(tr("Find in this article"));
    m_line->setAccessibleName(tr("Words to find in this article"));
    addClearButton(*m_line);
    m_line->setMinimumWidth(140);
    m_line->setMaximumWidth(360);
    m_count->setObjectName(QStringLiteral("find.count"));
    close->setToolTip(tr("Esc: back to the article, with what was found selected"));
    for (QPushButton *button : {m_previous, m_next, close})
        button->setAutoDefault(false);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(8);
    layout->addWidget(m_line, 3);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(m_matchCase);
    layout->addWidget(m_wholeWords);
    layout->addWidget(close);
    setArticleKeys({}, {});
    setCount(0, 0, false);

    connect(m_line, &QLineEdit::textChanged, this, &FindBar::changed);
    connect(m_matchCase, &QCheckBox::toggled, this, &FindBar::changed);
    connect(m_wholeWords, &QCheckBox::toggled, this, &FindBar::changed);
    connect(m_previous, &QPushButton::clicked, this, [this] { emit stepRequested(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { emit stepRequested(1); });
    connect(close, &QPushButton::clicked, this, &FindBar::closeRequested);
}

QString FindBar::words() const { return m_line->text(); }

void FindBar::setWords(const QString &words) { m_line->setText(words); }

FindOptions FindBar::options() const { return {m_matchCase->isChecked(), m_wholeWords->isChecked()}; }

void FindBar::setCount(qsizetype current, qsizetype count, bool wrapped)
{
    QString text;
    const QLocale locale;
    if (!words().isEmpty()) {
        if (count == 0)
            text = tr("not found");
        else if (current == 0)
            text = tr("%n found", nullptr, int(count));
        else
            text = tr("%1 of %2").arg(locale.toString(current), locale.toString(count));
        if (wrapped)
            text += QStringLiteral(" \u00B7 ") + (current == 1 ? tr("from the top") : tr("from the end"));
    }
    m_count->setText(text);
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
    QPalette colours;
    if (!words().isEmpty() && count == 0)
        colours.setColor(QPalette::WindowText, legible(attentionColour(palette()), palette().color(QPalette::Window), 4.5));
    m_count->setPalette(colours);
}

void FindBar::setArticleKeys(const QString &previous, const QString &next)
{
    m_previous->setToolTip(previous.isEmpty() ? tr("Shift+Enter") : tr("Shift+Enter, or %1 in the article", "a key").arg(previous));
    m_next->setToolTip(next.isEmpty() ? tr("Enter") : tr("Enter, or %1 in the article", "a key").arg(next));
}

void FindBar::takeFocus()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

bool FindBar::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = !(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
        const bool function = key->key() >= Qt::Key_F1 && key->key() <= Qt::Key_F35;
        if (plain && !function) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closeRequested();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit stepRequested(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace Quoth::Widgets
