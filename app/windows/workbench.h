// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/editing/edits.h>
#include <app/editing/editsession.h>
#include <app/editing/item.h>

#include <QObject>

namespace Quoth::Windows {

/// What the views of one window share: the session with its open article, and the item in hand. Views change the article only by
/// committing edits here.
class Workbench : public QObject
{
    Q_OBJECT

public:
    /// The session must outlive the workbench.
    explicit Workbench(Editing::EditSession &session, QObject *parent = nullptr);

    Editing::EditSession &session() { return m_session; }
    Annotation::AnnotationModel &model() { return m_session.model(); }
    const Annotation::Article &article() const { return m_session.model().article(); }
    const Annotation::AnnotationIndex &index() const { return m_session.model().index(); }
    /// As it is shown, in the language of the interface; the project has it in session().schema().
    const Annotation::Schema &schema() const { return m_schema; }

    /// The attribution or the free span in hand; nullopt for none. It always exists in the model.
    std::optional<Editing::Item> current() const { return m_current; }
    /// The one span that is meant: the current span, or the one of the current attribution that was chosen last.
    std::optional<SpanId> currentSpan() const { return m_currentSpan; }
    /// reveal: scroll the article to it.
    void setCurrent(std::optional<Editing::Item> item, std::optional<SpanId> span = std::nullopt, bool reveal = false);

    /// Builders of edits over the article as it is now; use at once.
    Editing::Edits edits();
    /// Commits, with the selection for undo; the one after the edit is the same unless given. Does nothing for an edit without
    /// changes. See EditSession for steps over several articles.
    void commit(Annotation::Edit edit);
    void commit(QList<Annotation::Edit> step);
    Result<int> commitPrepared(const Editing::EditSession::Prepare &prepare);
    /// Where the caret and the selection are; kept here by the article pane.
    TextRange selection() const { return m_selection; }
    void setSelection(TextRange selection);

signals:
    void currentChanged(bool reveal);
    void selectionChanged();

private:
    void dropWhatIsGone();
    void addSelection(QList<Annotation::Edit> &step) const;

    Editing::EditSession &m_session;
    Annotation::Schema m_schema;
    std::optional<Editing::Item> m_current;
    std::optional<SpanId> m_currentSpan;
    TextRange m_selection;
};

} // namespace Quoth::Windows
