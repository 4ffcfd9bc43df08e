// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statusline.h"

#include "steadybox.h"

#include <app/editing/reviewqueue.h>

#include <QLocale>

namespace Quoth::Windows {

using namespace Annotation;

namespace {

/// In an article with more spans than this, counting takes long enough to be felt.
constexpr qsizetype manySpans = 20000;

} // namespace

StatusLine::StatusLine(Workbench &workbench, QWidget *parent)
    : QStatusBar(parent), m_workbench(workbench), m_review(new QLabel), m_progress(new Widgets::ProgressLine), m_hint(new QLabel),
      m_learned(new QLabel), m_place(new QLabel), m_saved(new QLabel)
{
    // Their texts are their names for a screen reader.
    m_review->setAccessibleDescription(tr("Review progress"));
    m_learned->setAccessibleDescription(tr("Learning"));
    m_place->setAccessibleDescription(tr("Selected characters"));
    m_saved->setAccessibleDescription(tr("Saving"));
    m_hint->setAccessibleDescription(tr("Hint"));
    m_progress->setAccessibleName(tr("Review progress"));
    m_progress->setFixedWidth(160);
    setSizeGripEnabled(false);
    setContentsMargins(8, 2, 8, 2);
    for (QWidget *widget : QList<QWidget *>{m_review, m_progress, m_hint})
        addWidget(widget);
    addPermanentWidget(m_learned);
    m_learned->hide();
    addPermanentWidget(new SteadyBox(m_place));
    addPermanentWidget(new SteadyBox(m_saved));
    // Counting goes through all items: once for a burst of edits, and in a very long article only in a pause.
    m_reviewTimer.setSingleShot(true);
    connect(&m_reviewTimer, &QTimer::timeout, this, &StatusLine::showReview);
    connect(&workbench.model(), &AnnotationModel::applied, this,
            [this] {
                m_told = false;
                m_reviewTimer.start(m_workbench.index().spanCount() > manySpans ? 1000 : 60);
            });
    connect(&workbench.model(), &AnnotationModel::reset, this, [this] {
        m_told = false;
        m_reviewTimer.start(60);
    });
    connect(&workbench.model(), &AnnotationModel::reset, this, [this] {
        m_offsets = OffsetConverter(m_workbench.article().text);
        showPlace();
    });
    connect(this, &QStatusBar::messageChanged, this, [this](const QString &message) {
        if (message.isEmpty())
            m_reviewTimer.start(0);
    });
    connect(&workbench, &Workbench::selectionChanged, this, &StatusLine::showPlace);
    connect(&workbench.session(), &Editing::EditSession::savedChanged, this, &StatusLine::showSaved);
    showReview();
    showPlace();
    showSaved();
}

void StatusLine::setKeys(const Keys &keys)
{
    if (keys == m_keys)
        return;
    m_keys = keys;
    showReview();
}

void StatusLine::setHint(const QString &hint)
{
    m_told = !hint.isEmpty();
    if (m_told)
        m_hint->setText(hint);
    else
        showReview();
}

void StatusLine::setLearnedFrom(int articles)
{
    m_learned->setText(articles > 0 ? tr("Learned from %n article(s)", nullptr, articles) : QString());
    m_learned->setVisible(articles > 0);
}

void StatusLine::showReview()
{
    if (!currentMessage().isEmpty())
        return; // showing a part now would draw it over the message
    const bool open = m_workbench.model().isOpen();
    const Editing::ReviewProgress progress = open ? Editing::reviewProgress(m_workbench.index()) : Editing::ReviewProgress();
    m_review->setVisible(open);
    m_progress->setVisible(progress.total > 0);
    const QLocale locale;
    m_review->setText(progress.total == 0 ? tr("No highlights yet")
                                          : tr("Review: %1 of %2").arg(locale.toString(progress.reviewed), locale.toString(progress.total)));
    m_progress->setValue(progress.total == 0 ? 0 : qreal(progress.reviewed) / progress.total);
    if (m_told)
        return;
    if (open && progress.total == 0)
        m_hint->setText(tr("Select words and press a label\u2019s key, or let Quoth suggest: %1").arg(m_keys.suggest));
    else if (progress.reviewed < progress.total)
        m_hint->setText(tr("Next: %1 \u00B7 accept: %2 \u00B7 reject: %3 \u00B7 fix: %4").arg(m_keys.next, m_keys.accept, m_keys.reject, m_keys.fix));
    else
        m_hint->setText(open ? tr("All reviewed") : QString());
}

void StatusLine::showPlace()
{
    const QLocale locale;
    const CodePointRange selection = m_offsets.toCodePoints(m_workbench.selection());
    if (!m_workbench.model().isOpen())
        m_place->clear();
    else if (selection.begin == selection.end)
        m_place->setText(tr("Character %1").arg(locale.toString(selection.begin)));
    else
        m_place->setText(tr("Characters %1\u2013%2").arg(locale.toString(selection.begin), locale.toString(selection.end)));
}

void StatusLine::showSaved() { m_saved->setText(m_workbench.session().isSaved() ? tr("All changes saved") : tr("Saving\u2026")); }

} // namespace Quoth::Windows
