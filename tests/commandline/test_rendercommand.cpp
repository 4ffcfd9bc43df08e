// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quothprocess.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QtTest>

/// What a file manager asks of the program: a small picture of a project.
class TestRenderCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void makesAThumbnailUnderAnyName();
    void makesOneWhereNothingCanBeWrittenBesideTheProject();
    void makesNoneOfAProjectWithoutArticles();
    void takesNoOtherSizes();

private:
    Ran run(const QStringList &arguments) const { return quoth(arguments, m_folder->path()); }
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRenderCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestRenderCommand::makesAThumbnailUnderAnyName()
{
    QCOMPARE(run({QStringLiteral("sample"), QStringLiteral("s.quoth")}).status, 0);
    const Ran ran = run(QStringLiteral("render s.quoth --thumbnail 128 --output thumbnail.tmp").split(u' '));
    QCOMPARE(ran.errors, QByteArray());
    QCOMPARE(ran.status, 0);
    const QImage image(path(QStringLiteral("thumbnail.tmp")), "PNG");
    QCOMPARE(image.height(), 128);
    QVERIFY(image.width() <= 128);
    // Another article is another picture.
    QCOMPARE(run(QStringLiteral("render s.quoth --thumbnail 128 --article 2 --output second").split(u' ')).status, 0);
    QVERIFY(QImage(path(QStringLiteral("second")), "PNG") != image);
}

void TestRenderCommand::makesOneWhereNothingCanBeWrittenBesideTheProject()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("shut")));
    QCOMPARE(run({QStringLiteral("sample"), QStringLiteral("shut/s.quoth")}).status, 0);
    const QString shut = path(QStringLiteral("shut"));
    QVERIFY(QFile::setPermissions(shut, QFile::ReadOwner | QFile::ExeOwner));
    const Ran ran = run(QStringLiteral("render shut/s.quoth --thumbnail 64 --output t.png").split(u' '));
    QVERIFY(QFile::setPermissions(shut, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(ran.errors, QByteArray());
    QCOMPARE(QImage(path(QStringLiteral("t.png"))).height(), 64);
    QCOMPARE(QDir(shut).entryList(QDir::Files), QStringList{QStringLiteral("s.quoth")});
}

void TestRenderCommand::makesNoneOfAProjectWithoutArticles()
{
    QCOMPARE(run({QStringLiteral("new"), QStringLiteral("p.quoth")}).status, 0);
    const Ran ran = run(QStringLiteral("render p.quoth --thumbnail 64 --output t.png").split(u' '));
    QCOMPARE(ran.status, 1);
    QVERIFY2(ran.saysOneLine("no article"), ran.errors.constData());
    QVERIFY(!QFile::exists(path(QStringLiteral("t.png"))));
}

void TestRenderCommand::takesNoOtherSizes()
{
    for (const char *size : {"0", "15", "1025", "-1", "big", "64.5"}) {
        const Ran ran = run({QStringLiteral("render"), QStringLiteral("p.quoth"), QStringLiteral("--output"),
                             QStringLiteral("t.png"), QStringLiteral("--thumbnail=%1").arg(QLatin1String(size))});
        QCOMPARE(ran.status, 2);
        QVERIFY2(ran.saysOneLine("16 to 1024"), ran.errors.constData());
    }
}

QTEST_GUILESS_MAIN(TestRenderCommand)
#include "test_rendercommand.moc"
