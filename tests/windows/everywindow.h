// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "windowfixture.h"

#include <app/detection/outside/outsidesettings.h>
#include <app/exchange/formatregistry.h>

#include <functional>

namespace Quoth::Test {

/// Every window and dialog of the program, one after the other, as people meet them: shown, laid out, and with content, on a small project of
/// their own. Language, colours and font are those of the moment they are made in. Their names are English in any language.
class EveryWindow
{
public:
    using Visitor = std::function<void(const QString &name, QWidget &window)>;

    /// Clears the settings, which have to be the test's own (WindowFixture::useOwnSettings).
    EveryWindow();

    void visit(const Visitor &visitor);
    /// The window itself: without a project, with one, with all its docks, with what comes up inside it.
    void visitMainWindows(const Visitor &visitor);
    void visitDialogs(const Visitor &visitor);

private:
    using IsReady = std::function<bool()>;

    void fillProject();
    void present(const char *name, QWidget &window, const Visitor &visitor, const IsReady &isReady = {});
    void visitExchange(const Visitor &visitor);
    void visitDetectors(const Visitor &visitor);
    void visitSchema(const Visitor &visitor);
    void visitKeys(const Visitor &visitor);
    void visitSpeakers(const Visitor &visitor);
    void visitReview(const Visitor &visitor);
    QString write(const char *name, const QByteArray &content);
    QAction *action(const char *id);
    static Detection::OutsideSettings server();

    Exchange::FormatRegistry m_formats; // outlives the sessions
    QTemporaryDir m_folder;
    WindowFixture m_fixture;
};

} // namespace Quoth::Test
