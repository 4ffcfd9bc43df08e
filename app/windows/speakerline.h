// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/speaker.h>

#include <QLineEdit>

class QCompleter;
class QStandardItemModel;

namespace Quoth::Windows {

/// A line for a speaker's name that offers the known names and aliases while one types. Enter gives what was typed or the row that is
/// chosen among the offers, Escape takes back what was typed; leaving by Tab gives, leaving otherwise takes back.
class SpeakerLine : public QLineEdit
{
    Q_OBJECT

public:
    explicit SpeakerLine(QWidget *parent = nullptr);

    void setOffers(QList<Annotation::Speaker> speakers);

signals:
    void focused();
    void given();
    void speakerChosen(Quoth::SpeakerId speaker);
    void takenBack();
    void left(bool byTab);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void offer(const QString &typed);
    void choose(const QModelIndex &row);

    QStandardItemModel *m_offers;
    QCompleter *m_completer;
};

} // namespace Quoth::Windows
