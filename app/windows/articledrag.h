// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/id.h>
#include <app/base/result.h>

#include <QListView>
#include <QTemporaryDir>

#include <functional>
#include <memory>

class QMimeData;

namespace Quoth::Editing {
class EditSession;
}
namespace Quoth::Storage {
class Project;
}

namespace Quoth::Windows {

/// A list whose drags somebody else begins.
class DraggedList : public QListView
{
    Q_OBJECT

public:
    using QListView::QListView;

signals:
    void dragWanted();

protected:
    void startDrag(Qt::DropActions) override { emit dragWanted(); }
};

/// Takes articles out of the window, dragged with the mouse or copied by key: to a folder, a mail or the window of another project as a file of JSON Lines with all that is
/// labelled in them, to a text as their words. The file is there until the next time or the end of this.
class ArticleDrag : public QObject
{
    Q_OBJECT

public:
    /// source: where the drag comes from; owns this. The session must outlive it.
    ArticleDrag(Editing::EditSession &session, QWidget &source);

    /// Reads the articles in the project's thread; the drag begins if the mouse is still pressed by then, and this returns before.
    void start(const QList<ArticleId> &articles);
    /// To the clipboard, once they are read.
    void copy(const QList<ArticleId> &articles);

signals:
    /// Before it begins, with what is dragged.
    void begins(const QMimeData &data);
    void copied(int articles);
    void failed(const Quoth::Error &error);

private:
    struct Dragged
    {
        QString file;
        QString text;
    };
    void take(const QList<ArticleId> &articles, const std::function<void(const Dragged &)> &then);
    static QMimeData *dataOf(const Dragged &dragged);
    static Result<Dragged> read(Storage::Project &project, const QList<ArticleId> &articles, const QString &folder);
    void drag(const Dragged &dragged);

    Editing::EditSession &m_session;
    QWidget &m_source;
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace Quoth::Windows
