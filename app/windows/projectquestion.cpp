// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "projectquestion.h"

namespace Quoth::Windows {

Progress progressTo(Editing::EditSession &session, QObject *receiver, std::function<void(double)> tell)
{
    auto told = std::make_shared<std::atomic_int>(-1);
    return Progress([&session, guard = QPointer<QObject>(receiver), told, tell = std::move(tell)](double share) {
        const int percent = int(share * 100);
        if (told->exchange(percent) == percent)
            return;
        QMetaObject::invokeMethod(
            &session,
            [guard, tell, share] {
                if (guard)
                    tell(share);
            },
            Qt::QueuedConnection);
    });
}

} // namespace Quoth::Windows
