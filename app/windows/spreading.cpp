// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "spreading.h"

#include "actions.h"
#include "occurrencesdialog.h"
#include "speakertexts.h"

#include <app/editing/speakeredits.h>

#include <QMessageBox>

namespace Quoth::Windows {

using namespace Annotation;

Spreading::Spreading(Workbench &workbench, QWidget &window)
    : QObject(&window), m_workbench(workbench), m_window(window),
      m_everywhere(makeAction(this, "span.everywhere", tr("Suggest at all occurrences…"), {QStringLiteral("O")})),
      m_always(makeAction(this, "speaker.always", tr("This name is always this speaker"), {QStringLiteral("Shift+S")}))
{
    m_everywhere->setToolTip(tr("The same words, elsewhere in the article or the project, are suggested with the same label and speaker"));
    m_always->setToolTip(tr("Wherever this name is a source, in all articles and from now on, it is credited to the speaker it has here"));
    connect(m_everywhere, &QAction::triggered, this, &Spreading::suggestEverywhere);
    connect(m_always, &QAction::triggered, this, &Spreading::creditAlways);
    connect(&workbench, &Workbench::currentChanged, this, &Spreading::updateActions);
    connect(&workbench.model(), &AnnotationModel::reset, this, &Spreading::updateActions);
    connect(&workbench.model(), &AnnotationModel::applied, this, &Spreading::updateActions);
    updateActions();
}

const Span *Spreading::spanInHand() const
{
    if (const auto id = m_workbench.currentSpan())
        return m_workbench.index().span(*id);
    return sourceInHand();
}

const Span *Spreading::sourceInHand() const
{
    const auto namesSpeaker = [this](const Span *span) {
        const Label *label = span ? m_workbench.schema().label(span->label) : nullptr;
        return label && label->namesSpeaker;
    };
    if (const auto id = m_workbench.currentSpan(); id && namesSpeaker(m_workbench.index().span(*id)))
        return m_workbench.index().span(*id);
    const auto item = m_workbench.current();
    if (!item || !std::holds_alternative<AttributionId>(*item))
        return nullptr;
    const Attribution *attribution = m_workbench.index().attribution(std::get<AttributionId>(*item));
    for (const RoleFiller &filler : attribution->fillers) {
        if (const Span *span = m_workbench.index().span(filler.span); namesSpeaker(span))
            return span;
    }
    return nullptr;
}

void Spreading::updateActions()
{
    m_everywhere->setEnabled(spanInHand() != nullptr);
    m_always->setEnabled(sourceInHand() != nullptr);
}

void Spreading::suggestEverywhere()
{
    const Span *span = spanInHand();
    if (!span)
        return;
    if (span->fragments.size() > 1) {
        emit told(tr("Interrupted words cannot be looked for. Take a span of one piece."));
        return;
    }
    const std::optional<SpeakerId> speaker = span->speaker;
    OccurrencesDialog dialog(m_workbench, *span, &m_window);
    if (dialog.exec() == QDialog::Accepted) {
        auto &session = m_workbench.session();
        const Editing::OccurrenceQuery query = dialog.query();
        int places = 0;
        const auto articles = session.commitPrepared([&](Storage::Project &project) {
            auto step = Editing::suggestOccurrences(project, query, speaker, session.ids());
            if (step) {
                for (const Edit &edit : std::as_const(*step))
                    places += int(edit.changes.size());
            }
            return step;
        });
        if (!articles)
            QMessageBox::warning(&m_window, tr("Quoth"), articles.error().text());
        else
            emit told(tr("%1 made in %n article(s)", "suggestions", *articles).arg(tr("%n suggestion(s)", nullptr, places)));
    }
    emit done();
}

void Spreading::creditAlways()
{
    const Span *source = sourceInHand();
    if (!source)
        return;
    const QString words = textOf(source->fragments, m_workbench.article().text).simplified();
    if (!source->speaker) {
        emit told(tr("Nobody is credited here yet. Say who it is first: %1", "a key").arg(m_creditKey));
    } else if (isPronoun(words)) {
        emit told(tr("“%1” is somebody else at each place").arg(words));
    } else {
        auto &session = m_workbench.session();
        const SpeakerId speaker = *source->speaker;
        const QString name = m_workbench.index().speaker(speaker) ? m_workbench.index().speaker(speaker)->name : QString();
        int spans = 0;
        const auto articles = session.commitPrepared([&](Storage::Project &project) {
            auto step = Editing::SpeakerEdits(project, session.ids()).creditAlways(words, speaker);
            if (step) {
                for (const Edit &edit : std::as_const(*step))
                    spans += edit.article ? int(edit.changes.size()) : 0;
            }
            return step;
        });
        if (!articles)
            QMessageBox::warning(&m_window, tr("Quoth"), articles.error().text());
        else
            emit told(tr("“%1” is always %2 now: %n mention(s) changed", nullptr, spans).arg(words, name));
    }
    emit done();
}

} // namespace Quoth::Windows
