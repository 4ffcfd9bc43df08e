// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowfixture.h"

#include <app/windows/desktopsession.h>
#include <app/windows/systemcolours.h>
#include <app/windows/windowkeeper.h>

#include <QFileOpenEvent>
#include <QProcess>

#include <csignal>

using namespace Quoth;
using namespace Quoth::Test;
using namespace Quoth::Windows;

/// What the desktop asks of the program, and what it takes from it.
class TestDesktopSession : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowFixture::useOwnSettings("test_desktopsession"); }
    void init();
    void opensWhatTheDesktopHandsOver();
    void comesBackWhereItWas();
    void keepsWhatWasLabelledWhenItIsToldToEnd_data();
    void keepsWhatWasLabelledWhenItIsToldToEnd();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("news.quoth")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDesktopSession::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    openProject(*m_folder,
                {{QStringLiteral("bridge"), QStringLiteral("Bridge"), QString(), QStringLiteral("[S1:Ann] [C1:said] [Q1:so].")}})
        .reset();
}

void TestDesktopSession::opensWhatTheDesktopHandsOver()
{
    SystemColours colours(*qApp);
    WindowKeeper keeper(QStringLiteral("me"), colours);
    keeper.window().QWidget::show();
    QFileOpenEvent event(QUrl::fromLocalFile(path()));
    QCoreApplication::sendEvent(qApp, &event);
    QVERIFY(!keeper.window().desk()); // nobody listens

    const DesktopSession session(keeper);
    QCoreApplication::sendEvent(qApp, &event);
    QVERIFY(keeper.window().desk());
    QCOMPARE(keeper.window().desk()->session().path(), path());
}

void TestDesktopSession::comesBackWhereItWas()
{
    SystemColours colours(*qApp);
    WindowKeeper keeper(QStringLiteral("me"), colours);
    const DesktopSession session(keeper);
    keeper.window().QWidget::show();
    const QString program = QCoreApplication::applicationFilePath();
    QCOMPARE(session.restartCommand(), QStringList{program});
    QVERIFY(keeper.window().openProject(path()));
    QCOMPARE(session.restartCommand(), (QStringList{program, path()}));
    keeper.setLanguage(QStringLiteral("de")); // makes another window
    QCOMPARE(session.restartCommand(), (QStringList{program, path()}));
    keeper.setLanguage(QStringLiteral("en"));
}

void TestDesktopSession::keepsWhatWasLabelledWhenItIsToldToEnd_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("the desktop's end of a session") << int(SIGTERM);
    QTest::newRow("a terminal that is closed") << int(SIGHUP);
    QTest::newRow("Ctrl+C in a terminal") << int(SIGINT);
}

void TestDesktopSession::keepsWhatWasLabelledWhenItIsToldToEnd()
{
    QFETCH(int, signal);
    QProcess program;
    program.start(QStringLiteral(QUOTH_PROGRAM), {path()});
    QVERIFY(program.waitForStarted(30000));
    const QString log = path() + QStringLiteral("-wal"); // there while the project is open
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(log), 30000);
    QTest::qWait(200); // until events are handled
    QCOMPARE(::kill(pid_t(program.processId()), signal), 0);
    QVERIFY(program.waitForFinished(30000));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(!QFileInfo::exists(log)); // all of it is in the file
}

QTEST_MAIN(TestDesktopSession)
#include "test_desktopsession.moc"
