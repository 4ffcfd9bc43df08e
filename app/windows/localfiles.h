// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDropEvent>
#include <QMimeData>
#include <QStringList>
#include <QUrl>

namespace Quoth::Windows {

/// The files of this machine that were dropped or copied.
inline QStringList localFiles(const QMimeData &data)
{
    QStringList files;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    return files;
}

/// Takes files that come from elsewhere: those dragged out of this program are in the project already.
inline void acceptFiles(QDropEvent &event)
{
    if (!event.source() && !localFiles(*event.mimeData()).isEmpty())
        event.acceptProposedAction();
}

} // namespace Quoth::Windows
