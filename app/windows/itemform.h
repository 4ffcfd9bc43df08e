// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <QHash>
#include <QWidget>

class QLabel;

namespace Quoth::Windows {

class AttributeFields;
class ChoiceBox;
class NoteEdit;
class RowGrid;
class SpanLinks;
class SpeakerEdit;

/// All that is known of the item in hand, row by row, with the fields to change it.
class ItemForm : public QWidget
{
    Q_OBJECT

public:
    explicit ItemForm(Workbench &workbench, QWidget *parent = nullptr);

    /// Shows the item in hand as it is now; what is being typed stays, or is committed if another item came to hand.
    void refresh();
    bool takesSpeaker() const;
    void editSpeaker();
    void editNote();
    /// Commits a note that is still being typed.
    void finish();

signals:
    /// The user is through with a field.
    void done();

private:
    void addRoleRows();
    void addKindRow();
    void showAttribution(const Annotation::Attribution &attribution);
    void showFreeSpan(const Annotation::Span &span);
    void showNote();
    void showProvenance(const Annotation::Provenance &provenance);
    QString wordsOf(const Annotation::Span &span) const;
    bool isThere(const Editing::Item &item) const;
    void keepNoteOfClosingArticle();
    void writeKeptNote();

    Workbench &m_workbench;
    std::optional<Editing::Item> m_item;
    std::optional<Editing::Item> m_noted; // what the note is of: the part of an attribution that is meant, or the item
    Annotation::Edit m_keptNote; // of an article that is being replaced by another one
    RowGrid *m_form;
    SpeakerEdit *m_speaker;
    QHash<QString, SpanLinks *> m_roles; // by name
    SpanLinks *m_words;
    ChoiceBox *m_kind;
    AttributeFields *m_attributes;
    QLabel *m_state;
    QLabel *m_origin;
    QLabel *m_why;
    NoteEdit *m_note;
};

} // namespace Quoth::Windows
