// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/progress.h>
#include <app/editing/editsession.h>

#include <QPointer>

namespace Quoth::Windows {

/// Does work in the project's thread, after all that was given to it before, and hands the answer to then() in the session's
/// thread, unless the receiver, which lives there, is gone by then.
template<class Work, class Then>
void askProject(Editing::EditSession &session, QObject *receiver, Work work, Then then)
{
    session.project().post(
        // The session outlives the project's thread, so that it can always be posted to; the receiver might not.
        [&session, guard = QPointer<QObject>(receiver), work = std::move(work), then = std::move(then)](Storage::Project &project) {
            auto answer = std::make_shared<std::decay_t<decltype(work(project))>>(work(project));
            QMetaObject::invokeMethod(
                &session,
                [guard, then, answer] {
                    if (guard)
                        then(*answer);
                },
                Qt::QueuedConnection);
        });
}

/// A Progress for work in other threads that tells in the session's, each hundredth once.
Progress progressTo(Editing::EditSession &session, QObject *receiver, std::function<void(double)> tell);

} // namespace Quoth::Windows
