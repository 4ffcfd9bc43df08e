// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <QCoreApplication>
#include <QPointer>

namespace Quoth::Windows {

/// Asks the project in its thread, after all that was posted before, and hands the answer over in the window's thread, unless
/// asker is gone by then.
template<class Ask, class Answer>
void askProject(Workbench &workbench, QObject *asker, Ask ask, Answer answer)
{
    workbench.session().project().post([asker = QPointer<QObject>(asker), ask, answer](Storage::Project &project) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [asker, answer, got = ask(project)] {
                if (asker)
                    answer(got);
            },
            Qt::QueuedConnection);
    });
}

} // namespace Quoth::Windows
