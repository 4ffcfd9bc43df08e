// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/annotation/schemaproblems.h>
#include <app/editing/schemadraft.h>
#include <app/storage/schemause.h>

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;
class QTabWidget;

namespace Quoth::Widgets {
class MarkPreview;
}

namespace Quoth::Windows {

class PartList;
class SchemaFrameForm;
class SchemaLabelForm;

/// The editor of a project's label schema: labels with keys, marks, colours, guidelines and attributes, frames with their roles. What is wrong
/// stands beside its field at once, and nothing can be taken over until it is mended.
class SchemaDialog : public QDialog
{
    Q_OBJECT

public:
    /// takenKeys: see schemaProblems().
    SchemaDialog(const Annotation::Schema &schema, Storage::SchemaUse use, QHash<QString, QString> takenKeys, QWidget *parent = nullptr);

    Annotation::Schema schema() const { return m_draft.schema(); }
    Editing::SchemaMapping mapping() const { return m_draft.mapping(); }
    const QList<Annotation::SchemaProblem> &problems() const { return m_problems; }
    SchemaLabelForm &labelForm() { return *m_labelForm; }
    SchemaFrameForm &frameForm() { return *m_frameForm; }

private:
    QWidget *makeLabelPage();
    QWidget *makeFramePage();
    QWidget *makeBottom();
    void showLabel();
    void showFrame();
    /// After each change: lists, preview and problems.
    void refresh();
    void showPreview();
    void goTo(const QString &place);
    void removeLabel(int row);
    void removeFrame(int row);
    void removeRole(const QString &origin, int row);
    /// Asks what becomes of spans whose labels another schema lacks; nullopt: not to be loaded.
    std::optional<QHash<QString, QString>> replacementsFor(const Annotation::Schema &schema);
    void load();
    void save();

    Editing::SchemaDraft m_draft;
    Storage::SchemaUse m_use;
    QHash<QString, QString> m_takenKeys;
    QList<Annotation::SchemaProblem> m_problems;
    QTabWidget *m_tabs = nullptr;
    PartList *m_labels = nullptr;
    SchemaLabelForm *m_labelForm = nullptr;
    PartList *m_frames = nullptr;
    SchemaFrameForm *m_frameForm = nullptr;
    Widgets::MarkPreview *m_preview = nullptr;
    QLabel *m_verdict = nullptr;
    QListWidget *m_problemList = nullptr;
    QPushButton *m_ok = nullptr;
};

} // namespace Quoth::Windows
