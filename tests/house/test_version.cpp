// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "houserules.h"

#include <app/base/version.h>

#include <QDirIterator>
#include <QtTest>

using namespace Quoth;

namespace {

const QDir top(QStringLiteral(QUOTH_SOURCE_DIR));

QString contentOf(const QString &path)
{
    QFile file(top.filePath(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

/// The version stands in one place, and the changelog agrees with it.
class TestVersion : public QObject
{
    Q_OBJECT

private slots:
    void judgesAChangelog_data();
    void judgesAChangelog();
    void isTheNewestOfTheChangelog();
    void standsInNoFileOfThePackages();
};

void TestVersion::judgesAChangelog_data()
{
    QTest::addColumn<QString>("changelog");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *name, const char *changelog, bool allowed) {
        QTest::newRow(name) << QString::fromLatin1(changelog) << allowed;
    };
    row("released", "# Changelog\n\n## 1.2.3 (2026-01-31)\n\n- New.\n", true);
    row("not released yet", "## 1.2.3 (unreleased)\n", true);
    row("with an older one", "## 1.2.3 (unreleased)\n\n## 1.2.2 (2026-01-31)\n", true);
    row("another version", "## 1.2.4 (unreleased)\n", false);
    row("a longer version", "## 1.2.30 (unreleased)\n", false);
    row("only an older one", "## 1.2.2 (2026-01-31)\n", false);
    row("in the wrong order", "## 1.2.2 (2026-01-31)\n\n## 1.2.3 (unreleased)\n", false);
    row("an older one that is not released", "## 1.2.3 (unreleased)\n\n## 1.2.2 (unreleased)\n", false);
    row("no day", "## 1.2.3 (2026-02-30)\n", false);
    row("no date", "## 1.2.3\n", false);
    row("nothing", "", false);
}

void TestVersion::judgesAChangelog()
{
    QFETCH(QString, changelog);
    QFETCH(bool, allowed);
    const QStringList violations = House::versionViolations(QStringLiteral("1.2.3"), changelog);
    QVERIFY2(violations.isEmpty() == allowed, qPrintable(violations.join(u'\n')));
}

void TestVersion::isTheNewestOfTheChangelog()
{
    const QStringList violations
        = House::versionViolations(QStringLiteral(QUOTH_VERSION), contentOf(QStringLiteral("CHANGELOG.md")));
    QVERIFY2(violations.isEmpty(), qPrintable(violations.join(u'\n')));
    QVERIFY(contentOf(QStringLiteral("CMakeLists.txt")).contains(QStringLiteral("project(quoth VERSION " QUOTH_VERSION " ")));
}

void TestVersion::standsInNoFileOfThePackages()
{
    QDirIterator files(top.filePath(QStringLiteral("packaging")), QDir::Files, QDirIterator::Subdirectories);
    int seen = 0;
    for (; files.hasNext(); ++seen) {
        const QString path = top.relativeFilePath(files.next());
        QVERIFY2(!contentOf(path).contains(QStringLiteral(QUOTH_VERSION)), qPrintable(path));
    }
    QVERIFY(seen > 10);
}

QTEST_APPLESS_MAIN(TestVersion)
#include "test_version.moc"
