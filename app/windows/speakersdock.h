// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "speakersmodel.h"
#include "workbench.h"

#include <QDockWidget>
#include <QTimer>

class QLabel;
class QLineEdit;
class QTreeView;

namespace Quoth::Windows {

/// The registry of speakers: found by typing, changed, merged and split over all articles. Enter on a speaker goes to the next mention in
/// the article. Reads the project in its thread while the dock is seen.
class SpeakersDock : public QDockWidget
{
    Q_OBJECT

public:
    struct Actions
    {
        QAction *show;
        QAction *next;
        QAction *add;
        QAction *edit;
        QAction *merge;
        QAction *split;
        QAction *remove;
    };

    explicit SpeakersDock(Workbench &workbench, QWidget *parent = nullptr);

    QList<QAction *> actions() const;
    const Actions &namedActions() const { return m_actions; }
    /// The key that credits words in the article, for who has no speakers yet.
    void setCreditKey(const QString &key);

signals:
    void told(const QString &message);
    /// Escape: back to the article.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void createActions();
    QWidget *makeContents();
    void ask();
    void show(const QList<Annotation::Speaker> &speakers, const QHash<SpeakerId, int> &mentions);
    void updateActions();
    void toggle();
    QList<Annotation::Speaker> selected() const;
    QList<Annotation::Speaker> registry() const;
    void goToNextMention();
    void add();
    void edit();
    void merge();
    void split();
    void remove();

    Workbench &m_workbench;
    SpeakersModel m_speakers;
    SpeakersFilter m_filter;
    Actions m_actions;
    QLineEdit *m_needle = nullptr;
    QTreeView *m_list = nullptr;
    QLabel *m_empty = nullptr;
    QString m_creditKey;
    QTimer m_soon;
};

} // namespace Quoth::Windows
