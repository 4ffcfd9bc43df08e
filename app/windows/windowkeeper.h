// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <memory>

namespace Quoth::Windows {

class MainWindow;
class SystemColours;

/// The window of the program. In another language it is made anew, on the same project, article and place: undo is the project's and
/// survives that.
class WindowKeeper : public QObject
{
    Q_OBJECT

public:
    /// person: who edits. The colours must outlive this.
    WindowKeeper(QString person, SystemColours &colours);
    ~WindowKeeper() override;

    MainWindow &window() { return *m_window; }
    void setLanguage(const QString &language);

private:
    void open();

    const QString m_person;
    SystemColours &m_colours;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Quoth::Windows
