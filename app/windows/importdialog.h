// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing.h"
#include "importpreview.h"

#include <app/tasks/textindex.h>

#include <QDialog>
#include <QFuture>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace Quoth::Windows {

class ColumnChoice;

/// Shows how files would be read, before they are: format and encoding of each, and what the columns of a table are, can be
/// corrected; what is in the project already is pointed out. Reads in other threads, only
/// as far as the preview goes. Files that cannot be read are left out of the requests.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    /// The formats must outlive the dialog, which waits for its readings.
    ImportDialog(QWidget *parent, const Exchange::FormatRegistry &formats);
    ~ImportDialog() override;

    /// Whether anything about these files is doubtful: false for one file of a well recognised format in UTF-8.
    static bool needsQuestions(const Exchange::FormatRegistry &formats, const QStringList &files);

    void addFiles(const QStringList &files);
    void add(const QList<ImportRequest> &files);
    /// What is in the project, to point out what comes in for the second time.
    void setTexts(std::shared_ptr<const Tasks::TextIndex> texts);
    QList<ImportRequest> requests() const;
    bool suggestsAtOnce() const;
    bool isReading() const;

private:
    struct File
    {
        QString path;
        Exchange::ImportOptions options;
        Progress progress;
        ImportPreview preview;
        QString detected; ///< the encoding when none was asked for
        QString near; ///< what it is nearly the same as, in words
        std::optional<Tasks::TextIndex::Near> nearFile; ///< among the files that were read before it
        int reading = 0; ///< which reading its preview is to come from
        bool read = false;
    };

    void build();
    QWidget *buildDetails();
    void read(int row);
    void take(int row, int reading, const ImportPreview &preview);
    void choose();
    void compare(int row);
    void showRow(int row);
    void showDetails();
    void showButtons();
    QString titleOfFormat(const QString &name) const;
    int currentRow() const;

    const Exchange::FormatRegistry &m_formats;
    QList<File> m_files;
    QTreeWidget *m_list = nullptr;
    QComboBox *m_format = nullptr;
    QComboBox *m_encoding = nullptr;
    ColumnChoice *m_columns = nullptr;
    QLabel *m_columnsTitle = nullptr;
    QLabel *m_near = nullptr;
    QPlainTextEdit *m_preview = nullptr;
    std::shared_ptr<const Tasks::TextIndex> m_texts;
    Tasks::TextIndex m_own; // of the files themselves
    QLabel *m_issuesTitle = nullptr;
    QListWidget *m_issues = nullptr;
    QCheckBox *m_suggest = nullptr;
    QLabel *m_state = nullptr;
    QPushButton *m_import = nullptr;
    QList<QFuture<void>> m_readings;
};

} // namespace Quoth::Windows
