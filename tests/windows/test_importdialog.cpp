// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/windows/addressdialog.h>
#include <app/windows/importdialog.h>
#include <tests/support/pageserver.h>
#include <tests/support/stories.h>

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeWidget>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Windows;
using Test::PageServer;

namespace {

constexpr int patience = 30000; // milliseconds
const QByteArray page("<!DOCTYPE html><p>It rained.</p>");

} // namespace

/// The columns of tables and what is there already in the import dialog; and the dialog that asks for an address.
class TestImportDialog : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void letsTheColumnsBeChosen();
    void letsAColumnBeNone();
    void showsNoColumnsOfAText();
    void pointsOutWhatIsInTheProject();
    void pointsOutWhichFilesAreAlike();
    void tellsWhatIsNoAddress();
    void fetchesAPage();
    void saysWhyThereIsNoPage();
    void canBeGivenUp();

private:
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }
    QString writeTable() const { return write(QStringLiteral("t.csv"), "headline,lead,body\nOne,Ana spoke.,\"Much more.\nThe end.\"\n"); }
    static bool isVisible(const QWidget &dialog, const char *name) { return dialog.findChild<QWidget *>(QLatin1String(name))->isVisible(); }
    static QString textOf(const QWidget &dialog, const char *label) { return dialog.findChild<QLabel *>(QLatin1String(label))->text(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    Exchange::FormatRegistry m_formats;
};

void TestImportDialog::letsTheColumnsBeChosen()
{
    ImportDialog dialog(nullptr, m_formats);
    dialog.show();
    dialog.addFiles({writeTable()});
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.isReading(), patience);
    QVERIFY(isVisible(dialog, "import.columns"));
    auto *text = dialog.findChild<QComboBox *>(QStringLiteral("columns.text"));
    auto *preview = dialog.findChild<QPlainTextEdit *>(QStringLiteral("import.preview"));
    QCOMPARE(text->currentText(), QStringLiteral("body"));
    QCOMPARE(dialog.findChild<QComboBox *>(QStringLiteral("columns.title"))->currentText(), QStringLiteral("headline"));
    QVERIFY(preview->toPlainText().startsWith(QStringLiteral("Much more.")));
    QVERIFY(dialog.requests().at(0).options.columns.isEmpty());
    QTest::keyClick(text, Qt::Key_Up);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.isReading() && preview->toPlainText().startsWith(QStringLiteral("Ana spoke.")), patience);
    QCOMPARE(text->currentText(), QStringLiteral("lead"));
    QCOMPARE(dialog.requests().at(0).options.columns.value(QStringLiteral("text")), QStringLiteral("lead"));
    QCOMPARE(dialog.findChild<QTreeWidget *>(QStringLiteral("import.files"))->topLevelItem(0)->text(3), QStringLiteral("One"));
}

void TestImportDialog::letsAColumnBeNone()
{
    ImportDialog dialog(nullptr, m_formats);
    dialog.show();
    dialog.addFiles({writeTable()});
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.isReading(), patience);
    auto *title = dialog.findChild<QComboBox *>(QStringLiteral("columns.title"));
    const QTreeWidgetItem *row = dialog.findChild<QTreeWidget *>(QStringLiteral("import.files"))->topLevelItem(0);
    QCOMPARE(row->text(3), QStringLiteral("One"));
    QTest::keyClick(title, Qt::Key_Home);
    QTRY_COMPARE_WITH_TIMEOUT(row->text(3), QStringLiteral("Much more."), patience);
    QCOMPARE(title->currentIndex(), 0);
    const auto columns = dialog.requests().at(0).options.columns;
    QVERIFY(columns.contains(QStringLiteral("title")) && columns.value(QStringLiteral("title")).isEmpty());
    QCOMPARE(columns.value(QStringLiteral("text")), QStringLiteral("body"));
}

void TestImportDialog::showsNoColumnsOfAText()
{
    ImportDialog dialog(nullptr, m_formats);
    dialog.show();
    dialog.addFiles({write(QStringLiteral("a.txt"), "It rained.\n")});
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.isReading(), patience);
    QVERIFY(!isVisible(dialog, "import.columns"));
    QVERIFY(!isVisible(dialog, "import.near"));
    QVERIFY(dialog.requests().at(0).options.columns.isEmpty());
}

void TestImportDialog::pointsOutWhatIsInTheProject()
{
    const auto texts = std::make_shared<Tasks::TextIndex>();
    texts->add(Tasks::TextIndex::sampleOf(Test::story(1)), QStringLiteral("Bridge closed"));
    ImportDialog dialog(nullptr, m_formats);
    dialog.show();
    dialog.addFiles({write(QStringLiteral("a.txt"), Test::storyParagraphs(1).mid(1).join(u'\n').toUtf8()), write(QStringLiteral("b.txt"), Test::story(2).toUtf8())});
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.isReading(), patience);
    QVERIFY(!isVisible(dialog, "import.near"));
    dialog.setTexts(texts);
    QVERIFY(isVisible(dialog, "import.near"));
    QVERIFY2(textOf(dialog, "import.near").contains(QStringLiteral("“Bridge closed” in the project: 100 %")), qPrintable(textOf(dialog, "import.near")));
    auto *files = dialog.findChild<QTreeWidget *>(QStringLiteral("import.files"));
    QVERIFY(files->topLevelItem(0)->text(3).contains(QStringLiteral("(there already?)")));
    QVERIFY(!files->topLevelItem(1)->text(3).contains(QStringLiteral("(there already?)")));
    QTest::keyClick(files, Qt::Key_Down);
    QVERIFY(!isVisible(dialog, "import.near"));
    QCOMPARE(dialog.requests().size(), 2); // it is for the person to say
}

void TestImportDialog::pointsOutWhichFilesAreAlike()
{
    ImportDialog dialog(nullptr, m_formats);
    dialog.show();
    QStringList changed = Test::storyParagraphs(1);
    changed[0] = Test::storyParagraphs(2).constFirst();
    dialog.addFiles({write(QStringLiteral("a.txt"), Test::story(1).toUtf8()), write(QStringLiteral("b.txt"), changed.join(u'\n').toUtf8())});
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.isReading(), patience);
    auto *files = dialog.findChild<QTreeWidget *>(QStringLiteral("import.files"));
    // They are read side by side: whichever came second is told of.
    const auto alike = [files] {
        QList<int> rows;
        for (int row = 0; row < files->topLevelItemCount(); ++row) {
            if (files->topLevelItem(row)->text(3).contains(QStringLiteral("(there already?)")))
                rows.append(row);
        }
        return rows;
    };
    const QList<int> rows = alike();
    QCOMPARE(rows.size(), 1);
    files->setCurrentItem(files->topLevelItem(rows[0]));
    const QString other = rows[0] == 0 ? QStringLiteral("b.txt") : QStringLiteral("a.txt");
    QVERIFY2(textOf(dialog, "import.near").contains(QStringLiteral("the file “%1”").arg(other)), qPrintable(textOf(dialog, "import.near")));
    // The texts of the project may come later.
    dialog.setTexts(std::make_shared<Tasks::TextIndex>());
    QCOMPARE(alike(), rows);
    QVERIFY(isVisible(dialog, "import.near"));
}

void TestImportDialog::tellsWhatIsNoAddress()
{
    AddressDialog dialog(m_folder->path(), nullptr);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *edit = dialog.findChild<QLineEdit *>(QStringLiteral("address.edit"));
    auto *fetch = dialog.findChild<QPushButton *>(QStringLiteral("address.fetch"));
    QVERIFY(!fetch->isEnabled());
    QTest::keyClicks(edit, QStringLiteral("Bridge closed"));
    QVERIFY(fetch->isEnabled());
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY2(textOf(dialog, "address.state").contains(QStringLiteral("no address")), qPrintable(textOf(dialog, "address.state")));
    QVERIFY(dialog.isVisible());
    QVERIFY(edit->isEnabled());
}

void TestImportDialog::fetchesAPage()
{
    PageServer server(PageServer::Answers{{"/rain.html", PageServer::page(page)}});
    AddressDialog dialog(m_folder->path(), nullptr);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *edit = dialog.findChild<QLineEdit *>(QStringLiteral("address.edit"));
    QTest::keyClicks(edit, server.address(QStringLiteral("/rain.html")));
    QCOMPARE(server.requests(), 0); // not before the person says so
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(!edit->isEnabled());
    QTRY_COMPARE_WITH_TIMEOUT(dialog.result(), int(QDialog::Accepted), patience);
    QCOMPARE(dialog.address(), server.url(QStringLiteral("/rain.html")));
    QFile file(dialog.file());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), page);
}

void TestImportDialog::saysWhyThereIsNoPage()
{
    PageServer server(PageServer::Answers{{"/rain.html", PageServer::page(page)}});
    AddressDialog dialog(m_folder->path(), nullptr);
    dialog.setAddress(server.address(QStringLiteral("/snow.html")));
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("address.fetch")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(textOf(dialog, "address.state").contains(QStringLiteral("status 404")), patience);
    auto *edit = dialog.findChild<QLineEdit *>(QStringLiteral("address.edit"));
    QVERIFY(dialog.isVisible() && edit->isEnabled() && edit->hasFocus());
    // Mended, it comes.
    edit->selectAll();
    QTest::keyClicks(edit, server.address(QStringLiteral("/rain.html")));
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(dialog.result(), int(QDialog::Accepted), patience);
}

void TestImportDialog::canBeGivenUp()
{
    PageServer server(PageServer::Answers{{"/never", QByteArray()}});
    {
        AddressDialog dialog(m_folder->path(), nullptr);
        dialog.setAddress(server.address(QStringLiteral("/never")));
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("address.fetch")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(server.requests(), 1, patience);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
        QCOMPARE(dialog.file(), QString());
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList());
}

QTEST_MAIN(TestImportDialog)
#include "test_importdialog.moc"
