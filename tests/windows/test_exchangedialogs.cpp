// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "openproject.h"

#include <app/exchange/formatregistry.h>
#include <app/windows/exportdialog.h>
#include <app/windows/importdialog.h>
#include <app/windows/workbench.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTreeWidget>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Windows;

namespace {

const QString russian = QStringLiteral("\u041C\u0438\u043D\u0438\u0441\u0442\u0440 \u0437\u0430\u044F\u0432\u0438\u043B: \u00AB\u043D\u0435\u0442\u00BB.\n");

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestExchangeDialogs : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void asksOnlyAboutDoubtfulFiles();
    void showsHowEachFileIsRead();
    void readsAnewInAnotherEncoding();
    void leavesOutWhatCannotBeRead();
    void importsAndSuggests();
    void tellsOfArticlesThatAreThereAlready();
    void stopsWhenCancelled();
    void suggestsForArticlesOnce();
    void writesJsonLines();
    void tellsWhatATableCannotCarry();
    void saysWhyNothingWasWritten();
    void writesOneArticleOnly();

private:
    QString write(const QString &name, const QByteArray &bytes) const;
    /// Presses Down until the combo box shows it.
    static void pick(QComboBox *combo, const QString &text);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Editing::EditSession> m_session;
    std::unique_ptr<Workbench> m_bench;
    Exchange::FormatRegistry m_formats;
};

void TestExchangeDialogs::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_session = Test::openProject(*m_folder, {{QStringLiteral("a1"), QStringLiteral("Harbour plan"), QString(),
                                               QStringLiteral("[S1:Ann] [C1:said] [Q1:the plan] would [Q1:never pass].")},
                                              {QStringLiteral("a2"), QStringLiteral("Rail strike"), QString(),
                                               QStringLiteral("\u201CThe strike is over,\u201D Mayor Tom Reed said on Monday.")}});
    m_bench = std::make_unique<Workbench>(*m_session);
}

void TestExchangeDialogs::cleanup()
{
    m_bench.reset();
    m_session.reset();
}

QString TestExchangeDialogs::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

void TestExchangeDialogs::pick(QComboBox *combo, const QString &text)
{
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Home);
    for (int i = 0; i < combo->count() && combo->currentText() != text; ++i)
        QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(combo->currentText(), text);
}

void TestExchangeDialogs::asksOnlyAboutDoubtfulFiles()
{
    const QString plain = write(QStringLiteral("one.txt"), russian.toUtf8());
    const QString old = write(QStringLiteral("old.txt"), QByteArray::fromHex("cce8ede8f1f2f020e7e0ffe2e8eb3a20abede5f2bb2e0a"));
    QVERIFY(!ImportDialog::needsQuestions(m_formats, {plain}));
    QVERIFY(ImportDialog::needsQuestions(m_formats, {plain, plain}));
    QVERIFY(ImportDialog::needsQuestions(m_formats, {old}));
    QVERIFY(ImportDialog::needsQuestions(m_formats, {m_folder->path()}));
    QVERIFY(ImportDialog::needsQuestions(m_formats, {m_folder->filePath(QStringLiteral("none.txt"))}));
    QByteArray large(64 * 1024 - 1, 'a');
    large[1000] = '\n';
    large += russian.toUtf8();
    QVERIFY(!ImportDialog::needsQuestions(m_formats, {write(QStringLiteral("cut.txt"), large)}));
}

void TestExchangeDialogs::showsHowEachFileIsRead()
{
    ImportDialog dialog(nullptr, m_formats);
    dialog.show();
    dialog.addFiles({write(QStringLiteral("one.txt"), "A title\nAnd a text.\n" + QByteArray(3000, 'x')),
                     write(QStringLiteral("page.html"), "<!DOCTYPE html><html><head><title>Page</title></head><body><article><h1>Page</h1>"
                                                        "<p>The council met on Monday and the mayor spoke for long, she said.</p></article></body></html>")});
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.isReading(), 30000);
    auto *files = dialog.findChild<QTreeWidget *>(QStringLiteral("import.files"));
    QCOMPARE(files->topLevelItem(0)->text(1), QStringLiteral("Plain text"));
    QCOMPARE(files->topLevelItem(0)->text(2), QStringLiteral("UTF-8"));
    QCOMPARE(files->topLevelItem(0)->text(3), QStringLiteral("A title"));
    QCOMPARE(files->topLevelItem(1)->text(1), QStringLiteral("Saved web page"));
    auto *preview = dialog.findChild<QPlainTextEdit *>(QStringLiteral("import.preview"));
    QVERIFY(preview->toPlainText().startsWith(QStringLiteral("A title\nAnd a text.")));
    QCOMPARE(preview->toPlainText().size(), 1502);
    QTest::keyClick(files, Qt::Key_Down);
    QVERIFY(preview->toPlainText().contains(QStringLiteral("The council met")));
    QVERIFY(dialog.suggestsAtOnce());
    QTest::keyClick(dialog.findChild<QCheckBox *>(QStringLiteral("import.suggest")), Qt::Key_Space);
    QVERIFY(!dialog.suggestsAtOnce());
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(dialog.requests().size(), 2);
    QCOMPARE(dialog.requests().at(1).options.format, QStringLiteral("html"));
}

void TestExchangeDialogs::readsAnewInAnotherEncoding()
{
    ImportDialog dialog(nullptr, m_formats);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    dialog.addFiles({write(QStringLiteral("old.txt"), QByteArray::fromHex("cce8ede8f1f2f020e7e0ffe2e8eb3a20abede5f2bb2e0a"))});
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.isReading(), 30000);
    auto *encoding = dialog.findChild<QComboBox *>(QStringLiteral("import.encoding"));
    auto *preview = dialog.findChild<QPlainTextEdit *>(QStringLiteral("import.preview"));
    QVERIFY(encoding->currentText().startsWith(QStringLiteral("Detected: ")));
    pick(encoding, QStringLiteral("windows-1252"));
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.isReading(), 30000);
    QVERIFY(preview->toPlainText() != russian);
    pick(encoding, QStringLiteral("windows-1251"));
    QTRY_COMPARE_WITH_TIMEOUT(preview->toPlainText(), russian, 30000);
    QCOMPARE(dialog.findChild<QTreeWidget *>(QStringLiteral("import.files"))->topLevelItem(0)->text(2), QStringLiteral("windows-1251"));

    Importing importing(*m_session, m_formats);
    QSignalSpy finished(&importing, &Importing::finished);
    importing.importFiles(dialog.requests(), false);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30000);
    const auto article = m_session->project().call([](Storage::Project &project) { return project.article(ArticleId(3)); });
    QVERIFY(article);
    QCOMPARE(article->article.text, russian);
}

void TestExchangeDialogs::leavesOutWhatCannotBeRead()
{
    ImportDialog dialog(nullptr, m_formats);
    dialog.show();
    dialog.addFiles({write(QStringLiteral("empty.txt"), QByteArray())});
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.isReading(), 30000);
    auto *import = dialog.findChild<QPushButton *>(QStringLiteral("import.import"));
    QVERIFY(!import->isEnabled());
    dialog.addFiles({write(QStringLiteral("one.txt"), "A text.\n")});
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.isReading(), 30000);
    QVERIFY(import->isEnabled());
    QVERIFY(!dialog.findChild<QLabel *>(QStringLiteral("import.state"))->text().isEmpty());
    QCOMPARE(dialog.requests().size(), 1);
}

void TestExchangeDialogs::importsAndSuggests()
{
    Importing importing(*m_session, m_formats);
    QSignalSpy finished(&importing, &Importing::finished);
    QSignalSpy progress(&importing, &Importing::progress);
    const QString text = QStringLiteral("Ferry\n\u201CThe ferry is late,\u201D Captain Jane Moore said on Friday.\n");
    importing.importFiles({{write(QStringLiteral("ferry.txt"), text.toUtf8()), {}}, {m_folder->filePath(QStringLiteral("none.txt")), {}}}, true);
    QVERIFY(importing.isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30000);
    QVERIFY(!importing.isRunning());
    QCOMPARE(finished.at(0).at(0).toInt(), 1);
    const auto errors = finished.at(0).at(2).value<QList<Error>>();
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors.at(0).code, ErrorCode::NotFound);
    QCOMPARE(finished.at(0).at(3).value<std::optional<ArticleId>>(), std::optional(ArticleId(3)));
    QCOMPARE(importing.suggestedFor(), QList<ArticleId>{ArticleId(3)});
    double last = 0;
    for (const QList<QVariant> &share : progress) {
        QVERIFY(share.at(0).toDouble() > last);
        last = share.at(0).toDouble();
    }
    QCOMPARE(last, 1.0);
    const auto summary = m_session->project().call([](Storage::Project &project) { return project.articleSummary(ArticleId(3)); });
    QVERIFY(summary);
    QVERIFY(summary->suggested > 0);
}

void TestExchangeDialogs::tellsOfArticlesThatAreThereAlready()
{
    Importing importing(*m_session, m_formats);
    QSignalSpy finished(&importing, &Importing::finished);
    const QString file = write(QStringLiteral("one.txt"), "A text.\n");
    importing.importFiles({{file, {}}, {file, {}}}, false);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30000);
    QCOMPARE(finished.at(0).at(0).toInt(), 1);
    const auto issues = finished.at(0).at(1).value<QList<Annotation::Issue>>();
    QCOMPARE(issues.size(), 1);
    QCOMPARE(issues.at(0).severity, Annotation::Severity::Note);
}

void TestExchangeDialogs::stopsWhenCancelled()
{
    Importing importing(*m_session, m_formats);
    QSignalSpy finished(&importing, &Importing::finished);
    importing.importFiles({{write(QStringLiteral("one.txt"), "A text.\n"), {}}}, true);
    importing.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30000);
    QCOMPARE(finished.at(0).at(0).toInt(), 0);
    QCOMPARE(finished.at(0).at(2).value<QList<Error>>().at(0).code, ErrorCode::Cancelled);
    QVERIFY(!finished.at(0).at(3).value<std::optional<ArticleId>>());
}

void TestExchangeDialogs::suggestsForArticlesOnce()
{
    Importing importing(*m_session, m_formats);
    QSignalSpy finished(&importing, &Importing::finished);
    importing.suggestFor({ArticleId(2)});
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30000);
    QCOMPARE(importing.suggestedFor(), QList<ArticleId>{ArticleId(2)});
    importing.suggestFor({ArticleId(2)});
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 30000);
    QCOMPARE(importing.suggestedFor(), QList<ArticleId>());
    QVERIFY(m_session->project().call([](Storage::Project &project) { return project.undoState(); })->canUndo);
}

void TestExchangeDialogs::writesJsonLines()
{
    ExportDialog dialog(nullptr, *m_bench, m_formats);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *output = dialog.findChild<QLineEdit *>(QStringLiteral("export.output"));
    QCOMPARE(output->text(), m_folder->filePath(QStringLiteral("news.jsonl")));
    QVERIFY(dialog.request().states == QList<Annotation::State>{Annotation::State::Accepted});
    auto *result = dialog.findChild<QLabel *>(QStringLiteral("export.result"));
    QTest::keyClick(&dialog, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(result->isVisible(), 30000);
    QVERIFY(result->text().startsWith(QStringLiteral("2 article(s) written")));
    const QByteArray written = contentsOf(output->text());
    QCOMPARE(written.count('\n'), 2);
    QVERIFY(written.contains("Harbour plan"));
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
}

void TestExchangeDialogs::tellsWhatATableCannotCarry()
{
    ExportDialog dialog(nullptr, *m_bench, m_formats);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    pick(dialog.findChild<QComboBox *>(QStringLiteral("export.format")), QStringLiteral("Table for spreadsheets"));
    QCOMPARE(dialog.request().output, m_folder->filePath(QStringLiteral("news.csv")));
    auto *losses = dialog.findChild<QListWidget *>(QStringLiteral("export.losses"));
    QVERIFY(!losses->isVisible());
    auto *button = dialog.findChild<QPushButton *>(QStringLiteral("export.export"));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(losses->isVisible(), 30000);
    QVERIFY(losses->count() > 0);
    QVERIFY(!QFile::exists(dialog.request().output)); // told first
    QVERIFY(button->text().contains(QStringLiteral("anyway")));
    pick(dialog.findChild<QComboBox *>(QStringLiteral("export.format")), QStringLiteral("Quoth JSON Lines"));
    QVERIFY(!button->text().contains(QStringLiteral("anyway")));
    pick(dialog.findChild<QComboBox *>(QStringLiteral("export.format")), QStringLiteral("Table for spreadsheets"));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(dialog.request().output), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(dialog.findChild<QLabel *>(QStringLiteral("export.result"))->text().contains(QStringLiteral("2 article(s) written")), 30000);
    QVERIFY(losses->isVisible());
}

void TestExchangeDialogs::saysWhyNothingWasWritten()
{
    ExportDialog dialog(nullptr, *m_bench, m_formats);
    dialog.show();
    auto *output = dialog.findChild<QLineEdit *>(QStringLiteral("export.output"));
    auto *button = dialog.findChild<QPushButton *>(QStringLiteral("export.export"));
    output->selectAll();
    QTest::keyClick(output, Qt::Key_Delete);
    QVERIFY(!button->isEnabled());
    QTest::keyClicks(output, m_folder->filePath(QStringLiteral("no/such/folder.jsonl")));
    auto *result = dialog.findChild<QLabel *>(QStringLiteral("export.result"));
    QTest::keyClick(output, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(result->isVisible(), 30000);
    QVERIFY(result->text().startsWith(QStringLiteral("Nothing was written.")));
    QVERIFY(button->isEnabled());
    QVERIFY(dialog.isVisible());
}

void TestExchangeDialogs::writesOneArticleOnly()
{
    QSignalSpy opened(m_session.get(), &Editing::EditSession::articleOpened);
    m_session->openArticle(ArticleId(2));
    QVERIFY(opened.wait(30000));
    ExportDialog dialog(nullptr, *m_bench, m_formats);
    dialog.show();
    QTest::keyClick(dialog.findChild<QRadioButton *>(QStringLiteral("export.this")), Qt::Key_Space);
    QCOMPARE(dialog.request().article, std::optional(ArticleId(2)));
    QTest::keyClick(&dialog, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(dialog.findChild<QLabel *>(QStringLiteral("export.result"))->isVisible(), 30000);
    const QByteArray written = contentsOf(dialog.request().output);
    QVERIFY(written.contains("Rail strike"));
    QVERIFY(!written.contains("Harbour plan"));
}

QTEST_MAIN(TestExchangeDialogs)
#include "test_exchangedialogs.moc"
