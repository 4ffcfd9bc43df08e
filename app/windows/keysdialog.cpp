// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keysdialog.h"

#include "keysheet.h"

#include <widgets/clearbutton.h>
#include <widgets/painting/colours.h>

#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QScreen>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace Quoth::Windows {

KeysDialog::KeysDialog(const QList<QAction *> &actions, QAction *changeKeys, QWidget *parent) : QDialog(parent), m_actions(actions)
{
    setWindowTitle(tr("Keys"));
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Find a key or what it does"));
    m_search->setAccessibleName(tr("Find a key or what it does"));
    Widgets::addClearButton(*m_search);
    m_sheet = new QTextBrowser;
    m_sheet->setAccessibleName(tr("Keys"));
    m_sheet->setFrameShape(QFrame::NoFrame);
    auto *top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    const auto add = [top](const QString &text) {
        auto *button = new QPushButton(text);
        button->setAutoDefault(false);
        top->addWidget(button);
        return button;
    };
    if (changeKeys) {
        connect(add(tr("Change keys\u2026")), &QPushButton::clicked, this, [this, changeKeys] {
            accept();
            QMetaObject::invokeMethod(changeKeys, &QAction::trigger, Qt::QueuedConnection); // once this dialog is gone
        });
    }
    connect(add(tr("Print\u2026")), &QPushButton::clicked, this, &KeysDialog::print);
    connect(add(tr("Close")), &QPushButton::clicked, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_sheet, 1);
    connect(m_search, &QLineEdit::textChanged, this, &KeysDialog::showSheet);
    const QSize room = screen()->availableSize() - QSize(20, 44);
    resize(QSize(1260, 756).boundedTo(room));
    m_search->setFocus();
}

void KeysDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    const int columns
        = std::clamp(width() / (widestKey(m_actions, m_sheet->fontMetrics()) + fontMetrics().averageCharWidth() * 24), 1, 4);
    if (columns != m_columns) {
        m_columns = columns;
        showSheet();
    }
}

void KeysDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_columns > 0)
        showSheet();
}

void KeysDialog::showSheet()
{
    m_sheet->setHtml(keySheet(m_actions, m_search->text(), std::max(1, m_columns), m_sheet->palette(),
                              widestKey(m_actions, m_sheet->fontMetrics())));
}

void KeysDialog::print()
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageOrientation(QPageLayout::Landscape);
    QPrintDialog dialog(&printer, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    QTextDocument page;
    QFont font = m_sheet->font();
    font.setPointSizeF(7.5);
    page.setDefaultFont(font);
    page.setHtml(keySheet(m_actions, m_search->text(), 4, Widgets::paperPalette(Qt::white, Qt::black)));
    page.print(&printer);
}

} // namespace Quoth::Windows
