// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QString>

class QWidget;

namespace Quoth::Windows {

/// Tells who has gone to another program that long work is done: through the desktop's notifications where there are some, and by the
/// window's place in the task bar. Short work, and work that is watched, is not told of.
class LongWork
{
public:
    void begin() { m_since.start(); }
    void end(QWidget &window, const QString &what);

private:
    QElapsedTimer m_since;
};

} // namespace Quoth::Windows
